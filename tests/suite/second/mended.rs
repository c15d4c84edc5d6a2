//! What the two evaluators disagreed about, where the first was wrong: the smallest plan and policy of each.

use strategy::policy::judge::{Cause, Outcome, Verdict};
use strategy::policy::kinds::FACTS;

use super::analysed;

/// A plan, what the policy says, and what is to come of it: `met`, `aside`, `found NAMES`, `undecided FACTS`.
struct Case {
    was: &'static str,
    plan: &'static str,
    policy: &'static str,
    wanted: &'static str,
}

const fn case(was: &'static str, plan: &'static str, policy: &'static str, wanted: &'static str) -> Case {
    Case { was, plan, policy, wanted }
}

const BUDGETS: &str = "goal g \"G\" {\nbudget {\ninvestment 2027: 10 000 €\nzorglub 12\n}\n}";
const COARSE: &str = "goal g \"G\" {\nperiod 2027-03 .. 2027-06\n}";
const MILESTONE: &str = "goal g \"G\" {\nmilestone m \"M\" on 2027-06\n}";

const CASES: &[Case] = &[
    case(
        "a list that holds something by doubt only was undecided, for want of nothing",
        COARSE,
        "let early = list of goals g where g.start < 2027-03-15\nrequire early is empty",
        "met",
    ),
    case("a quotient by what has no upper bound had none either", BUDGETS, "require (20 k€ / strategy.asked) <= 100 %", "undecided asked"),
    case("a division by nothing was undecided, for want of nothing", "", "require (20 k€ / strategy.asked) <= 100 %", "met"),
    case(
        "a theme that the plan has not was not itself",
        "",
        "parameter wanted = [accessibility, open-data]\nlet all = list of themes t in wanted where t is accessibility\nrequire all is empty",
        "found stratégie",
    ),
    case(
        "a theme that the plan has not was in no list that could not be read",
        "goal g \"G\" {\nthemes unknown\n}",
        "require exists a goal g where accessibility in g.themes",
        "undecided themes",
    ),
    case(
        "a threshold on a coarse day did not know its last day",
        MILESTONE,
        "each milestone m\nrequire (until-june on m.date) < 30 k€",
        "undecided until-june",
    ),
    case(
        "an amount of one who is not known was less than nothing",
        "owner A \"A\" {\ncost 50 k€\n}\ngoal a \"A\" {\nowner A\n}\ngoal b \"B\" {\nowner unknown\n}",
        "let cost = sum of g.owner.cost for goal g where exists g.owner.cost\nrequire cost <= 40 k€",
        "found stratégie",
    ),
    case("between coarse dates a fact was missing", COARSE, "each goal g\nrequire (g.start + (g.end - g.start) / 2) < 2030-01-01", "met"),
    case("half of five months was 68 years", "", "require (2027-01-01 + 5 months / 2) >= 2027-02-01", "met"),
    case(
        "a period of which one end is not known was known",
        "authority v \"V\" {\nmandate 2026-03 .. unknown\n}",
        "require known mandate",
        "found stratégie",
    ),
    case(
        "two periods were never the same",
        "authority v \"V\" {\nmandate 2027-01 .. 2032-12\n}",
        "require strategy.period = mandate",
        "met",
    ),
    case(
        "what stands instead of an absent amount had the mark of that",
        "goal g \"G\" {\nbudget {\ninvestment 2027: 10 000 € HT\n}\n}",
        "each goal g\nlet bought = g.purchase otherwise g.cost\nrequire bought.ht <= 20 k€ HT",
        "met",
    ),
    case(
        "each of a list that is not known was nothing to judge",
        "authority v \"V\" {\ncompetences unknown\n}",
        "each competence c in authority.competences\nrequire c in [planning, schools]",
        "undecided competences",
    ),
    case(
        "what is required below what does not hold was asked",
        "goal g \"G\"",
        "each goal g\nwhere g.personal-data\nrequire exists g.owner\nrequire g.ai-risk is high",
        "undecided personal-data",
    ),
    case(
        "the year of a coarse date was an unknown one",
        "goal g \"G\" {\nbenefits from about 2027\n}",
        "each goal g\nrequire g.benefits.year in [2028]",
        "met",
    ),
    case(
        "an action of a goal of an abandoned axis was none the less there",
        "axis x \"X\" {\nstatus abandoned\ngoal g \"G\" {\naction a \"A\"\n}\n}",
        "each action a\nrequire exists a.owner",
        "aside",
    ),
    case("an abandoned axis was judged", "axis x \"X\" {\nstatus abandoned\n}", "each axis a\nrequire a.goals is not empty", "aside"),
    case(
        "partners that could not be read were none",
        "goal g \"G\" {\nzorglub syndicat\n}",
        "each goal g\nrequire g.partners is empty",
        "undecided partners",
    ),
    case(
        "contributors that could not be read were none",
        "owner O \"O\"\ngoal g \"G\" {\ncontributors unknown\n}",
        "each owner o\nwhere o.name = \"O\"\nrequire o.contributes is empty",
        "undecided contributes",
    ),
    case(
        "an envelope in part in another currency was whole",
        "strategy \"S\" {\nenvelope {\ninvestment 2027: 10 £, 2028: 5 000 €\n}\n}",
        "where exists strategy.envelope\nrequire strategy.envelope >= 6 k€",
        "undecided envelope",
    ),
    case(
        "an amount that is refused was unknown",
        "goal g \"G\" {\nfunding {\n\"DSIL\" 20 000 € refused\n}\n}",
        "each funding f\nrequire f.value <= 10 k€",
        "found DSIL",
    ),
    case(
        "about a day was a day more or less",
        "goal g \"G\" {\nmilestone m \"M\" on about 2027-03-15\n}",
        "each milestone m\nrequire m.date <= 2027-03-05",
        "met",
    ),
    case(
        "of all that something rests on, one without a date made the others unknown",
        "goal a \"A\" {\nperiod 2027-03\n}\ngoal b \"B\"\ngoal c \"C\" {\nperiod 2028\ndepends on a, b\n}",
        "each goal g\nwhere g.name = \"c\"\nrequire exists a sheet s in g.upstream where s.start <= 2027-03-15",
        "met",
    ),
    case(
        "of what passes for want of a fact, one that compares by doubt was hidden by the one that decides",
        "goal a \"A\" {\nperiod 2026-06-01 .. 2026-06-30\nnature unknown\n}\ngoal b \"B\" {\nperiod 2027-03\nnature unknown\n}\ngoal c \"C\" {\nperiod 2027-03-15 .. 2028\ndepends on a, b start\n}",
        "each goal g\nwhere g.name = \"c\"\nrequire exists a sheet s in g.upstream where (s.nature is organisation and s.start <= g.start)",
        "met",
    ),
    case(
        "a member that holds anyway was told as missing",
        "goal a \"A\" {\nowner DGS\n}\ngoal b \"B\" {\nsensitive-data unknown\n}",
        "require every goal g where g.personal-data satisfies (exists g.owner or g.sensitive-data)",
        "undecided personal-data, sensitive-data",
    ),
    case(
        "the least of nothing before what is not known was unknown",
        "goal g \"G\"",
        "each goal g\nlet first = earliest of m.date for milestone m of g\nrequire first <= g.benefits",
        "met",
    ),
    case(
        "an authorisation in another currency was in euros",
        "authorisation \"AP\" {\ntotal 10 £\n}",
        "each authorisation a\nrequire known a.total",
        "found AP",
    ),
    case(
        "a doubtful yes compared with a no was unknown",
        COARSE,
        "each goal g\nlet early = g.start < 2027-03-15\nrequire early = g.outside",
        "met",
    ),
    case(
        "a text that is not known was a citation",
        "decision d \"D\" {\nbasis unknown\n}",
        "each decision d\nrequire d.citations is empty",
        "undecided citations",
    ),
    case(
        "an effort that is not known was none",
        "goal g \"G\" {\neffort unknown\n}",
        "each goal g\nrequire g.effort > 0 fte",
        "undecided effort",
    ),
    case(
        "a sheet that is abandoned was still waited for",
        "goal a \"A\" {\nstatus abandoned\n}\ngoal b \"B\" {\ndepends on a\n}",
        "each goal g\nrequire g.depends is empty",
        "met",
    ),
];

fn said(verdict: &Verdict, names: &[String]) -> String {
    let cause = |cause: &Cause| match cause {
        Cause::Fact(fact, _) => FACTS[*fact as usize].en.to_owned(),
        Cause::Threshold(at) => names[*at as usize].clone(),
    };
    match verdict.outcome {
        Outcome::Met => "met".to_owned(),
        Outcome::Aside => "aside".to_owned(),
        Outcome::Found => format!("found {}", verdict.findings.iter().map(|finding| finding.name.clone()).collect::<Vec<_>>().join(", ")),
        Outcome::Undecided => {
            let mut causes: Vec<String> = verdict.causes.iter().map(cause).collect();
            causes.dedup();
            format!("undecided {}", causes.join(", "))
        }
    }
}

#[test]
fn what_was_wrong_once_stays_right() {
    let mut wrong = Vec::new();
    for Case { was, plan, policy, wanted } in CASES {
        let strategy = if plan.contains("strategy") { "" } else { "strategy \"S\" {\nperiod 2027-01 .. 2032-12\n}\n" };
        let threshold = "threshold until-june \"June\" {\nfrom 2027-01-01: 20 k€\nuntil 2027-06-15\n}\n";
        let text = format!(
            "use std.roles\n{strategy}{plan}\n{threshold}policy it {{\ntitle \"T\"\nseverity warning\n{policy}\nmessage \"M\"\n}}\n"
        );
        let judgement = analysed(&text).judgement;
        let names: Vec<String> = judgement.set.thresholds.iter().map(|threshold| threshold.name.clone()).collect();
        let verdict = judgement.verdicts.iter().find(|verdict| judgement.policy(verdict).name == "it");
        let got = verdict.map_or_else(
            || {
                format!(
                    "{:?}",
                    judgement.diagnostics.iter().map(|found| found.message.show(strategy::diagnostic::Lang::En)).collect::<Vec<_>>()
                )
            },
            |verdict| said(verdict, &names),
        );
        if got != *wanted {
            wrong.push(format!("{was}: {got}, not {wanted}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
