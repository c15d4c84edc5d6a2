//! What the goals ask, by year and section, against what the council allots.

use super::Facts;
use crate::budget::own_amounts;
use crate::diagnostic::{Diagnostic, rules, two};
use crate::plan::{Entity, Money, When};
use crate::say;

/// How many of the amounts that make a total are underlined, largest first.
const SHOWN: usize = 4;

pub fn check(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    let Some(envelope) = facts.plan.envelope().is().filter(|envelope| !envelope.broken() && !envelope.has_foreign() && envelope.has_money()) else { return };
    of_all(facts, envelope, out);
    if envelope.amounts().next().is_none() {
        return;
    }
    let allotted = own_amounts(envelope);
    let outside = |year| facts.plan.period().is_some_and(|period| When::year(year).is_some_and(|when| period.excludes(&when)));
    // A year that is given twice, or lies outside the strategy, is told as such.
    if allotted.len() != envelope.amounts().count() || allotted.iter().any(|amount| amount.years().any(outside)) {
        return;
    }
    for ((section, year), line) in facts.ledger.lines.iter().filter(|((_, year), _)| !outside(*year)) {
        let allotted = line.allotted.map_or(Money::ZERO, |amount| amount.money);
        if !line.asked.surely_over(allotted) {
            continue;
        }
        let (asked, cap, over) = (line.asked, allotted, line.asked - allotted);
        let message = if line.allotted.is_some() {
            say!("{section} {year} : {asked} demandés pour {cap} d'enveloppe, soit {over} de trop."; "{section} {year}: {asked} asked, {cap} allotted: {over} too much.", section, year, asked, cap, over)
        } else {
            say!("{section} {year} : {asked} demandés, et l'enveloppe ne prévoit rien cette année-là."; "{section} {year}: {asked} asked, and the envelope has nothing for that year.", section, year, asked)
        };
        let mut entries = line.entries.clone();
        entries.sort_by(|a, b| b.amount.money.high.cmp(&a.amount.money.high).then(envelope.span_of_amount(&a.amount).cmp(&envelope.span_of_amount(&b.amount))));
        let rest: Money = entries.iter().skip(SHOWN).map(|entry| entry.amount.money).sum();
        let count = entries.len();
        let mut help = say!("Étalez une dépense sur une autre année, réduisez-la, ou faites voter une enveloppe plus large."; "Move some spending to another year, reduce it, or have a larger envelope voted.");
        if count > SHOWN {
            let others = match count - SHOWN {
                1 => two("le dernier fait", "the other makes"),
                more => two(format!("les {more} autres font"), format!("the other {more} make")),
            };
            help = help.and(say!("Le total additionne {count} montants : les {shown} plus élevés sont soulignés, {others} {rest}."; "The total adds {count} amounts: the {shown} highest are underlined, {others} {rest}.", count, shown = SHOWN, others, rest));
        }
        let place = line.allotted.map_or(envelope.keyword(), |amount| envelope.span_of_amount(&amount));
        let mut diagnostic = Diagnostic::new(&rules::OVER_ENVELOPE, place, message, help).here(say!("l'enveloppe : {cap}"; "the envelope: {cap}", cap));
        for entry in entries.iter().take(SHOWN) {
            let goal = facts.plan.goal(entry.goal);
            diagnostic = diagnostic.label(envelope.span_of_amount(&entry.amount), say!("{called} : {money}"; "{called}: {money}", called = goal.shown(), money = entry.amount.money));
        }
        out.push(diagnostic);
    }
}

/// What is not split by year on one side or the other is compared as a whole.
fn of_all(facts: &Facts<'_>, envelope: Entity<'_>, out: &mut Vec<Diagnostic>) {
    let ledger = facts.ledger;
    if ledger.lumps.is_empty() && ledger.allotted.is_empty() {
        return;
    }
    let (asked, cap) = (ledger.asked(None), ledger.allotted(None));
    if !asked.surely_over(cap) {
        return;
    }
    let over = asked - cap;
    out.push(
        Diagnostic::new(
            &rules::OVER_ENVELOPE,
            envelope.keyword(),
            say!("En tout, {asked} sont demandés pour {cap} d'enveloppe, soit {over} de trop."; "In all {asked} are asked, {cap} allotted: {over} too much.", asked, cap, over),
            say!("Réduisez ou reportez une dépense, ou faites voter une enveloppe plus large."; "Reduce or postpone some spending, or have a larger envelope voted."),
        )
        .here(say!("l'enveloppe : {cap}"; "the envelope: {cap}", cap)),
    );
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, plan};

    fn with(envelope: &str, goals: &str) -> Vec<crate::analysis::testing::Seen> {
        let text = format!("strategy \"S\" {{\nperiod 2026-09 .. 2032-03\nenvelope {{\n{envelope}\n}}\n}}\naxis x \"X\" {{\n{goals}\n}}\n");
        found(&plan(&text), "over-envelope")
    }

    #[test]
    fn by_year_and_section_with_what_makes_the_total() {
        let seen = with("investment 2027: 100 k€\noperating 2027: 1 M€", "goal a \"A\" {\nbudget {\ninvestment 2027: 60 k€\n}\n}\ngoal b \"B\" {\nbudget {\ninvestment 2027: 50 k€\n}\n}");
        assert_eq!(seen.len(), 1);
        assert!(seen[0].message.contains("110\u{a0}000\u{a0}€"), "{}", seen[0].message);
        assert_eq!(seen[0].underlined, ["2027: 100 k€", "2027: 60 k€", "2027: 50 k€"]);
        assert!(with("investment 2027: 110 k€", "goal a \"A\" {\nbudget {\ninvestment 2027: 110 k€\n}\n}").is_empty());
    }

    #[test]
    fn what_is_not_split_by_year_is_compared_as_a_whole() {
        let goal = |budget: &str| format!("goal a \"A\" {{\nbudget {{\n{budget}\n}}\n}}");
        assert_eq!(with("total 10 M€", &goal("total 18 M€")).len(), 1);
        assert!(with("total 18 M€", &goal("total 18 M€")).is_empty());
        assert!(with("total 18 M€", &goal("total 17 .. 19 M€")).is_empty(), "not surely over");
        assert_eq!(with("investment 2027 .. 2028: 10 k€", &goal("investment 2027 .. 2028: 21 k€ in all")).len(), 1);
        assert!(with("investment 2027: 100 k€", &goal("investment 2027: 90 .. 120 k€")).is_empty());
    }

    #[test]
    fn an_action_is_a_part_of_its_goal() {
        let parts = "goal a \"A\" {\nbudget {\ninvestment 2027: 60 k€\n}\naction b \"B\" {\nbudget {\ninvestment 2027: 60 k€\n}\n}\n}";
        assert!(with("investment 2027: 60 k€", parts).is_empty());
        let alone = "goal a \"A\" {\naction b \"B\" {\nbudget {\ninvestment 2027: 60 k€\n}\n}\n}";
        assert_eq!(with("investment 2027: 59 k€", alone).len(), 1);
        assert_eq!(with("investment 2028: 60 k€", alone).len(), 1, "a year that the envelope does not know");
    }
}
