//! A loop of dependencies is shown once, whole, with every edge underlined.

use super::{Facts, called};
use crate::diagnostic::{By, Diagnostic, Lang, Say, Within, rules, two};
use crate::plan::{GoalId, Link, Moment};
use crate::say;
use crate::text::typography::shortened;

/// A loop of more goals than this is no loop that anybody wrote by hand: its beginning is shown.
const SHOWN: usize = 100;

/// No more of them in the sentence.
const TOLD: usize = 6;

pub fn check(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    for cycle in &facts.graph.cycles {
        let name = |goal| facts.plan.goal(goal).shown();
        // The links in the order of the path, beginning with the goal that begins it.
        let first = cycle.links.iter().position(|link| matches!(link, Link::Depends(goal, _) if Some(goal) == cycle.goals.first())).unwrap_or(0);
        let links: Vec<Link> = cycle.links[first..].iter().chain(&cycle.links[..first]).copied().collect();
        let mut labels = Vec::new();
        for link in links.iter().take(4 * SHOWN) {
            match *link {
                Link::Depends(goal, at) => {
                    let Some(depend) = facts.plan.goal(goal).depend(at) else { continue };
                    let (from, to) = (name(goal), facts.plan.sources.slice(depend.span));
                    let from = match depend.waits {
                        Moment::Start => from,
                        Moment::End => say!("la fin de {from}"; "the end of {from}", from),
                        Moment::Milestone(own) => {
                            let own = own.shown();
                            say!("le jalon {own} de {from}"; "the milestone {own} of {from}", own, from)
                        }
                    };
                    let to = match depend.start {
                        true => say!("le début de `{to}`"; "the start of `{to}`", to),
                        false => say!("`{to}`"; "`{to}`", to),
                    };
                    labels.push((depend.span, say!("{from} attend {to}"; "{from} waits for {to}", from, to)));
                }
                Link::Within(action) => {
                    let goal = facts.plan.goal(action);
                    if let Some(parent) = goal.holder() {
                        let (inner, outer) = (goal.shown(), parent.shown());
                        labels.push((goal.place(), say!("{inner} fait partie de {outer}"; "{inner} is a part of {outer}", inner, outer)));
                    }
                }
            }
        }
        labels.truncate(SHOWN);
        let mut labels = labels.into_iter();
        let Some((span, text)) = labels.next() else { continue };
        let message = told(facts, &links);
        let mut help = match links.iter().filter(|link| matches!(link, Link::Depends(..))).count() {
            1 => say!("Supprimez cette dépendance, ou faites-la porter sur un jalon atteint plus tôt."; "Remove this dependency, or make it wait for a milestone reached earlier."),
            _ => say!("Supprimez l'une de ces dépendances, ou faites-la porter sur un jalon atteint plus tôt."; "Remove one of these dependencies, or make it wait for a milestone reached earlier."),
        };
        let shown = way(facts, &links).len();
        if cycle.knot > shown {
            let others = cycle.knot - shown;
            help = help.and(match others {
                1 => say!("Un autre objectif ou une autre action est pris dans cette boucle ; la plus courte est montrée."; "One more goal or action is caught in this loop; the shortest way round is shown."),
                _ => say!("{others} autres objectifs ou actions sont pris dans cette boucle ; la plus courte est montrée."; "{others} more goals or actions are caught in this loop; the shortest way round is shown.", others),
            });
        }
        let mut diagnostic = Diagnostic::new(&rules::DEPENDENCY_CYCLE, span, message, help).here(text);
        for (span, text) in labels {
            diagnostic = diagnostic.label(span, text);
        }
        out.push(diagnostic);
    }
}

/// A loop in a sentence.
fn told(facts: &Facts<'_>, links: &[Link]) -> Say {
    let plan = facts.plan;
    let way = way(facts, links);
    let goal = |at: usize| plan.goal(way[at]);
    let parent = |of: GoalId| plan.goal(of).holder().map(|parent| parent.goal_id());
    match way.as_slice() {
        [_] => if goal(0).is_action() {
            say!("{one} dépend d'elle-même."; "{one} depends on itself.", one = called(goal(0)))
        } else {
            say!("{one} dépend de lui-même."; "{one} depends on itself.", one = called(goal(0)))
        },
        [action, whole] if parent(*action) == Some(*whole) => {
            say!("{action} attend {whole}, qui la contient : aucun des deux ne peut s'achever."; "{action} waits for {whole}, which holds it: neither can end.", action = called(goal(0)), whole = Within(called(goal(1))))
        }
        [whole, action] if parent(*action) == Some(*whole) => {
            say!("{whole} attend {action}, qu'il contient : aucun des deux ne peut commencer."; "{whole} waits for {action}, which it holds: neither can start.", whole = called(goal(0)), action = Within(called(goal(1))))
        }
        [_, _] => {
            let (one, other) = (called(goal(0)), Within(called(goal(1))));
            let each = two(if goal(0).is_action() && goal(1).is_action() { "l'une l'autre" } else { "l'un l'autre" }, "each other");
            say!("{one} et {other} s'attendent {each}."; "{one} and {other} wait for {each}.", one, other, each)
        }
        // « A » attend « B », qui attend « C », qui attend « A ».
        _ => {
            let first = called(goal(0));
            let titles: Vec<String> = way.iter().skip(1).chain(&way[..1]).map(|goal| shortened(&plan.goal(*goal).titled())).collect();
            let more = titles.len() > TOLD;
            let (next, rest) = (titles[0].clone(), titles[1..titles.len().min(TOLD)].to_vec());
            let rest = By(move |lang: Lang| {
                let mut rest: Vec<String> = rest.iter().map(|title| lang.of(format!("qui attend « {title} »"), format!("which waits for \"{title}\""))).collect();
                if more {
                    rest.push(lang.of("et ainsi de suite jusqu'au premier", "and so on back to the first").to_owned());
                }
                rest.join(", ")
            });
            say!("{first} attend « {next} », {rest}."; "{first} waits for \"{next}\", {rest}.", first, next, rest)
        }
    }
}

/// The goals and actions on the way, each once, from the first that waits; what holds another stands between.
fn way(facts: &Facts<'_>, links: &[Link]) -> Vec<GoalId> {
    let plan = facts.plan;
    let mut way: Vec<GoalId> = Vec::new();
    let mut next = None;
    for link in links {
        let waiting = match *link {
            Link::Depends(goal, _) => Some(goal),
            Link::Within(_) => next,
        };
        if let Some(waiting) = waiting.filter(|waiting| way.last() != Some(waiting)) {
            way.push(waiting);
        }
        next = match *link {
            Link::Depends(goal, at) => plan.goal(goal).depend(at).map(|depend| depend.goal().goal_id()),
            // From what holds to what is held, or back.
            Link::Within(inner) => {
                let outer = plan.goal(inner).holder().map(|outer| outer.goal_id());
                if next == Some(inner) { outer.or(next) } else { Some(inner) }
            }
        };
    }
    if way.len() > 1 && way.last() == way.first() {
        way.pop();
    }
    way
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, goals};

    #[test]
    fn loops_are_loops_of_moments() {
        let found = |a: &str, b: &str| {
            let text = format!("goal a \"A\" {{\nmilestone plan \"P\" on 2027\ndepends on {a}\n}}\ngoal b \"B\" {{\ndepends on {b}\n}}");
            found(&goals(&text), "dependency-cycle").len()
        };
        assert_eq!(found("b for end", "a.plan"), 0, "the end of one waits, the other waits for a milestone of it");
        assert_eq!(found("b for end", "a"), 1);
        assert_eq!(found("b for plan", "a.plan"), 1);
        assert_eq!(found("a start", "a"), 1, "a start that waits for itself");
    }

    #[test]
    fn once_whole_and_underlined() {
        let found = found(&goals("goal a \"A\" {\ndepends on b\n}\ngoal b \"B\" {\ndepends on c\n}\ngoal c \"C\" {\ndepends on a\n}"), "dependency-cycle");
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("« A » attend « B », qui attend « C », qui attend « A »"), "{}", found[0].message);
        assert_eq!(found[0].underlined, ["b", "c", "a"]);
    }

    #[test]
    fn a_milestone_a_start_and_a_part_make_no_false_alarm() {
        let plan = goals(
            "goal a \"A\" {\nmilestone m \"M\" on 2027-03\ndepends on b start\n}\n\
             goal b \"B\" {\naction c \"C\" {\ndepends on a.m\n}\n}",
        );
        assert!(found(&plan, "dependency-cycle").is_empty());
    }

    #[test]
    fn a_goal_that_waits_for_its_own_action() {
        let found = found(&goals("goal a \"A\" {\ndepends on c\naction c \"C\" {\n}\n}"), "dependency-cycle");
        assert_eq!(found.len(), 1);
        assert!(found[0].underlined.contains(&"c".to_owned()));
    }

    #[test]
    fn a_goal_that_waits_for_itself() {
        let found = found(&goals("goal a \"A\" {\ndepends on a\n}"), "dependency-cycle");
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("lui-même"));
    }

    #[test]
    fn two_knots_are_two_messages() {
        let plan = goals(
            "goal a \"A\" {\ndepends on b\n}\ngoal b \"B\" {\ndepends on a\n}\n\
             goal c \"C\" {\ndepends on d\n}\ngoal d \"D\" {\ndepends on c\n}",
        );
        assert_eq!(found(&plan, "dependency-cycle").len(), 2);
    }
}
