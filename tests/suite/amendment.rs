//! What an amendment says of two versions of a plan.

use strategy::document::{Kind, Wish, markdown_of, paper};

use super::support::analyse_bytes;

fn amended(old: &str, new: &str) -> String {
    let [old, new] = [old, new].map(|text| analyse_bytes(text.as_bytes()));
    markdown_of(&paper(&new, Kind::Amendment, &Wish::default(), Some(&old)))
}

fn plan(sheets: &str) -> String {
    format!("strategy \"S\" {{\nlanguage en\nperiod 2026 .. 2030\n}}\naxis x \"X\" {{\n{sheets}\n}}\n")
}

fn goal(name: &str, rest: &str) -> String {
    format!("goal {name} \"Goal {}\" {{\n{rest}\n}}\n", name.to_uppercase())
}

/// `1.2 bis` where it is added between two, the next number at the end; what is gone keeps its own.
#[test]
fn numbers_never_shift() {
    let old = plan(&[goal("a", ""), goal("b", ""), goal("c", "")].concat());
    let new = plan(&[goal("z", ""), goal("a", ""), goal("p", ""), goal("q", ""), goal("c", ""), goal("d", "")].concat());
    let told = amended(&old, &new);
    let row =
        |title: &str| told.lines().find(|line| line.starts_with('|') && line.contains(title)).unwrap_or_else(|| panic!("{title}: {told}"));
    let plain = |title: &str| row(title).replace(['\\', '\u{a0}'], " ").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(plain("| Goal P |").starts_with("| – | 1 .1 bis | Goal P | added | 1 .3 |"), "{}", plain("| Goal P |"));
    assert!(plain("| Goal Q |").starts_with("| – | 1 .1 ter | Goal Q | added | 1 .4 |"), "{}", plain("| Goal Q |"));
    assert!(plain("| Goal B |").starts_with("| 1 .2 | – | Goal B | taken out"), "{}", plain("| Goal B |"));
    assert!(plain("| Goal C |").starts_with("| 1 .3 | 1 .3 | Goal C | kept | 1 .5 |"), "{}", plain("| Goal C |"));
    // At the head nothing stands before it: the next number.
    assert!(plain("| Goal Z |").starts_with("| – | 1 .4 |"), "{}", plain("| Goal Z |"));
    assert!(plain("| Goal D |").starts_with("| – | 1 .5 |"), "{}", plain("| Goal D |"));
}

#[test]
fn a_name_or_a_layout_that_changes_is_no_change() {
    let old = plan(&goal("a", "budget {\ninvestment 2027: 1 000 €\n}"));
    let laid_out = plan(&goal("a", "// a comment\nbudget {\n  investment 2027: 1k€\n}"));
    assert!(amended(&old, &laid_out).contains("Nothing changes"), "{}", amended(&old, &laid_out));
    let renamed = old.replace("goal a ", "goal renamed ");
    assert!(amended(&old, &renamed).contains("Nothing changes"), "{}", amended(&old, &renamed));
    let retitled = old.replace("Goal A", "Goal of A");
    let told = amended(&old, &retitled);
    assert!(told.contains("Sheets: 1.1 changed."), "{told}");
    assert!(!told.contains("last column"), "there is no table to look at: {told}");
}

#[test]
fn who_waits_and_what_moves_is_told() {
    let waits = |month: &str| {
        plan(
            &[
                goal("a", &format!("period 2027-01 .. 2027-{month}")),
                goal("b", "duration 3 months\ndepends on a\nbudget {\noperating 2028: 5 k€\n}"),
            ]
            .concat(),
        )
    };
    let told = amended(&waits("06"), &waits("09"));
    assert!(told.contains("Calendar: 2 sheets end on another date."), "{told}");
    assert!(told.contains("**Who waits for this sheet** 1\\.2"), "{told}");
    assert!(told.contains("| Calendar |"), "a date that is computed moves too: {told}");
    assert!(told.contains("Cost: unchanged"), "{told}");
}

#[test]
fn money_is_told_by_year_and_section() {
    let costs = |amounts: &str| plan(&goal("a", &format!("budget {{\ninvestment {amounts}\noperating 2027: 1 k€\n}}")));
    let told = amended(&costs("2027: 10 k€, 2028: 5 k€"), &costs("2027: 12 k€"));
    assert!(told.contains("| **Investment, difference** | **2,000** | **−5,000** | **−3,000** |"), "{told}");
    assert!(!told.contains("Operating, as voted"), "what is the same is not printed: {told}");
    assert!(told.contains("Cost: from €16,000 to €13,000 (−€3,000)."), "{told}");
}

/// What has happened is no amendment.
#[test]
fn a_status_is_counted_and_not_voted() {
    let old = plan(&goal("a", "period 2027-01 .. 2027-12"));
    let new = plan(&goal("a", "period 2027-01 .. 2027-12\nstatus running on 2027-02"));
    let told = amended(&old, &new);
    assert!(told.contains("Sheets: none changes."), "{told}");
    assert!(told.contains("decisions: 1)"), "{told}");
    assert!(!told.contains("Change by change"), "{told}");
}

/// An amount that goes to another year has not stayed where it was: values are told whole.
#[test]
fn a_value_is_told_whole() {
    let costs = |amounts: &str| plan(&goal("a", &format!("budget {{\noperating {amounts}\n}}")));
    let told = amended(&costs("2028: 28 k€, 2029: 12 k€"), &costs("2029: 32 k€, 2030: 12 k€"));
    assert!(told.contains("~~2028: €28,000, 2029: €12,000~~"), "{told}");
    assert!(told.contains("**2029: €32,000, 2030: €12,000**"), "{told}");
}

/// Which sheets, what the council is asked, and what of it falls to the authority.
#[test]
fn the_articles_name_what_is_amended() {
    let act = "decision vote \"Adoption\" on 2026-12-17 {\nkind adoption\nnumber \"2026-71\"\nresult adopted\n}\n";
    let envelope = |amount: &str| {
        plan(&goal("a", "budget {\noperating 2027: 10 k€\n}\nfunding {\n\"FEDER\" 4 k€ sought\n}"))
            .replace("period 2026 .. 2030", &format!("period 2026 .. 2030\nenvelope {{\noperating 2027: {amount}\n}}"))
            + act
    };
    let new = envelope("14 k€").replace("4 k€ sought", "4 k€ refused") + "goal b \"Goal B\" {\n}\n";
    let told = amended(&envelope("12 k€"), &new);
    assert!(told.contains("Amend “S”, adopted by act n°\u{a0}2026-71 of 17\u{a0}December 2026, as it is said above; sheets: "), "{told}");
    assert!(told.contains("Note that the envelope goes from €12,000 to €14,000."), "{told}");
    assert!(told.contains("Left to the authority, if all funding is obtained: from €6,000 to €10,000 (+€4,000)."), "{told}");
    assert!(told.contains("not given in the plan, to be written before the vote"), "no blank is read as silence: {told}");
}

/// The yearly report holds the plan against what was voted, not against what is proposed.
#[test]
fn a_report_is_held_against_the_vote() {
    let version = |period: &str, amounts: &str, more: &str| {
        plan(
            &[
                goal("a", &format!("period {period}\nstatus running on 2027-02\nbudget {{\noperating {amounts}\nspent 2027: 8 k€\n}}")),
                goal("b", more),
            ]
            .concat(),
        )
    };
    let old = version("2027-01 .. 2027-12", "2027: 20 k€, 2028: 4 k€", "") + "goal gone \"Gone\" {\n}\n";
    let new = version("2027-01 .. 2028-06", "2027: 8 k€, 2028: 16 k€", "") + "goal come \"Come\" {\n}\n";
    let [old, new] = [old, new].map(|text| analyse_bytes(text.as_bytes()));
    let wish = Wish { date: Some(jiff::civil::date(2028, 1, 31)), ..Wish::default() };
    let against = markdown_of(&paper(&new, Kind::Report, &wish, Some(&old)));
    assert!(against.contains("40% of what was voted"), "{against}");
    assert!(
        against.contains("| Voted | 20,000 | 4,000 | 24,000 |") && against.contains("| Proposed | 8,000 | 16,000 | 24,000 |"),
        "{against}"
    );
    assert!(against.contains("running, past its end") && against.contains("proposed: "), "late by the vote: {against}");
    assert!(against.contains("to be taken out") && against.contains("to be added"), "{against}");
    let alone = markdown_of(&paper(&new, Kind::Report, &wish, None));
    assert!(alone.contains("100% of what was planned") && !alone.contains("past its end"), "{alone}");
}
