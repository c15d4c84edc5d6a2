//! Inputs that once went wrong, a kind each: what comes out now.

use strategy::analysis::Analysis;
use strategy::budget;
use strategy::diagnostic::Lang;
use strategy::diagnostic::{MOST, Severity};
use strategy::plan::GoalId;

use super::support::analyse_bytes;

const HEAD: &str = "strategy \"S\" {\n  period 2027 .. 2030\n}\nowner DSI \"D\"\n";

fn plan(goals: &str) -> Analysis {
    analyse_bytes(format!("{HEAD}axis a \"A\" {{\n{goals}\n}}\n").as_bytes())
}

fn goal(lines: &str) -> Analysis {
    plan(&format!("  goal g \"G\" {{\n    owner DSI\n{lines}\n  }}"))
}

/// What is wrong, holes apart.
fn said(analysis: &Analysis) -> Vec<String> {
    let wrong = analysis.diagnostics.iter().filter(|found| !super::support::is_a_gap(found.rule.id));
    wrong.map(|found| format!("{} {}", found.rule.id, found.message.show(Lang::En))).collect()
}

fn costs(amounts: &str) -> Result<String, Vec<String>> {
    let analysis = goal(&format!("    budget {{\n      investment {amounts}\n    }}"));
    let said = said(&analysis);
    if said.is_empty() { Ok(budget::cost(analysis.plan.goal(GoalId(0)), None).low.normalize().to_string()) } else { Err(said) }
}

#[test]
fn amounts_with_one_reading_are_read() {
    for (written, euros) in [
        ("2027: 1 234,567 k€", "1234567"),
        ("2027: 120.000,50 €", "120000.5"),
        ("2027: 1.234.567 €", "1234567"),
        ("2027: 12 500 EUR", "12500"),
        ("2027: 12 500 euros", "12500"),
        ("2027: 12 500,50 €", "12500.5"),
    ] {
        assert_eq!(costs(written), Ok(euros.to_owned()), "{written}");
    }
}

#[test]
fn an_amount_with_two_readings_is_offered_in_both_and_never_multiplied() {
    let found = goal("    budget {\n      investment 2027: 12.500 €\n    }");
    let first = &found.diagnostics.iter().find(|found| found.rule.name == "not-a-number").expect("told").help;
    assert!(first.show(Lang::En).contains("`12.5 €`") && first.show(Lang::En).contains("`12 500 €`"), "{}", first.show(Lang::En));
    assert!(first.show(Lang::Fr).contains("`12,5 €`") && first.show(Lang::Fr).contains("`12 500 €`"), "{}", first.show(Lang::Fr));
}

#[test]
fn digits_badly_grouped_and_each_bad_amount_of_a_line() {
    assert_eq!(costs("2027: 1_000_00 €, 2028: 120__ €").map_err(|said| said.len()), Err(2));
    let three = goal("    budget {\n      investment 2027: 12, 2028: 13 %, 2029: 14\n    }");
    let places: Vec<u32> = three
        .diagnostics
        .iter()
        .filter(|found| found.rule.id.starts_with('E'))
        .map(|found| three.sources.start(found.span()).column)
        .collect();
    assert_eq!(places, [24, 34, 46]);
}

#[test]
fn dates_and_durations() {
    let year = goal("    period 12027 .. 12028");
    assert!(said(&year).iter().all(|said| said.contains("12027 is no plausible year") || said.contains("12028")), "{:?}", said(&year));
    assert!(said(&goal("    period 2027\u{2011}03 .. 2028\u{2011}04")).is_empty(), "no-break hyphens are hyphens");
    assert_eq!(said(&goal("    duration 0 months")), ["E0205 A duration is at least one day."]);
    let past = goal("    budget {\n      investment 2035: 10 k€\n    }");
    assert_eq!(said(&past), ["E0502 The budget of 2035 lies past the strategy's period."]);
    assert_eq!(
        past.diagnostics.iter().find(|found| found.rule.id == "E0502").map(|found| found.message.show(Lang::Fr)).as_deref(),
        Some("Le budget de 2035 dépasse la période de la stratégie.")
    );
}

#[test]
fn a_delay_is_told_apart_from_the_end() {
    let late = plan(
        "  goal g \"G\" {\n    period 2027-02 .. 2028\n    depends on h + 1 day\n  }\n  goal h \"H\" {\n    period 2027-01 .. 2027-03\n  }",
    );
    let said = said(&late).join("");
    assert!(said.contains("ends (March 2027)") && said.contains("not before 1 April 2027"), "{said}");
}

#[test]
fn shares_of_cents_and_of_nothing() {
    let cents = "    budget {\n      investment 2030: 100 000,03 €\n    }\n    funding {\n      \"A\" 25 %\n      \"B\" 25 %\n      \"C\" 25 %\n      \"D\" 25 %\n    }";
    assert!(said(&goal(cents)).is_empty(), "{:?}", said(&goal(cents)));
    let nothing = goal("    budget {\n      investment 2027: 100 €\n    }\n    funding {\n      \"R\" 10 % of operating sought\n    }");
    assert_eq!(nothing.diagnostics.iter().filter(|found| found.rule.name == "share-of-nothing").count(), 1);
}

#[test]
fn what_could_not_be_read_is_not_absent() {
    let broken = analyse_bytes(b"strategy \"S\" {\n  period 2027 .. 2032\n  sponsor = MAIRE\n}\nowner MAIRE \"Maire\"\n");
    assert_eq!(broken.diagnostics.iter().filter(|found| found.rule.id == "E0101").count(), 1);
    assert!(broken.diagnostics.iter().all(|found| found.rule.name != "CPL-06"), "what the line names is not forgotten");
    let misspelt = analyse_bytes(format!("{HEAD}axis a \"A\" {{\n  goal g \"G\" {{\n    owner DSY\n  }}\n}}\n").as_bytes());
    assert!(misspelt.diagnostics.iter().all(|found| found.rule.name != "CPL-06"), "nor what it nearly names");
    for refused in ["\"DETR\" 20 k€ refuséee", "\"DETR\" 20 k€ acqui", "\"DETR\" 20 k€ sollicité vite"] {
        let analysis = goal(&format!("    budget {{\n      investment 2027: 100 k€\n    }}\n    funding {{\n      {refused}\n    }}"));
        assert_eq!(said(&analysis).len(), 1, "{refused}: {:?}", said(&analysis));
    }
}

#[test]
fn floods_are_bounded_and_that_is_said() {
    let names: Vec<String> = (0..20_000).map(|at| format!("n{at}")).collect();
    let many = goal(&format!("    contributors {}", names.join(",")));
    assert_eq!(many.diagnostics.len(), MOST + 1);
    assert!(many.diagnostics.last().is_some_and(|last| last.rule.name == "too-many-messages"));
    let long = goal(&format!("    contributors {}", "y".repeat(900_000)));
    assert!(
        long.diagnostics.iter().all(|found| found.message.show(Lang::Fr).len() < 500 && found.help.show(Lang::Fr).len() < 500),
        "what is quoted is shortened"
    );
    let parts: String = (0..500).map(|at| format!("    milestone m{at} \"M\" on 2027\n")).collect();
    let unknown = plan(&format!("  goal g \"G\" {{\n{parts}  }}\n  goal h \"H\" {{\n    depends on g.zzzzzz\n  }}"));
    let help = &unknown.diagnostics.iter().find(|found| found.rule.id == "E0301").expect("told").help.show(Lang::En);
    assert!(help.matches(", ").count() <= 10, "{help}");
}

#[test]
fn a_period_upside_down_hides_no_other_finding() {
    let text = "strategy \"S\" {\n  period 2030 .. 2027\n}\naxis a \"A\" {\n  goal g \"G\" {\n    period 2028\n    milestone m \"M\" on 2029\n  }\n}\n";
    let names: Vec<&str> = analyse_bytes(text.as_bytes()).diagnostics.iter().map(|found| found.rule.name).collect::<Vec<_>>();
    assert!(names.contains(&"end-before-start") && names.contains(&"outside-goal"), "{names:?}");
}

/// The same in both languages.
fn both(analysis: &Analysis) -> Vec<(String, String)> {
    let wrong = analysis.diagnostics.iter().filter(|found| !super::support::is_a_gap(found.rule.id));
    wrong.map(|found| (found.message.show(Lang::Fr), found.message.show(Lang::En))).collect()
}

#[test]
fn names_that_look_the_same_are_the_same() {
    for (declared, meant) in [("\u{c9}quipe", "E\u{301}quipe"), ("E\u{301}quipe", "\u{c9}quipe")] {
        let text = format!(
            "{HEAD}owner {declared} \"E\"\naxis a \"A\" {{\n  goal g \"G\" {{\n    owner {meant}\n    milestone {declared} \"M\" on 2027\n  }}\n  goal h \"H\" {{\n    depends on g.{meant}\n  }}\n}}\n"
        );
        assert_eq!(said(&analyse_bytes(text.as_bytes())), [] as [String; 0]);
        let twice = format!("{HEAD}owner {declared} \"E\"\nowner {meant} \"F\"\n");
        assert_eq!(said(&analyse_bytes(twice.as_bytes())).len(), 1, "one name for two things");
    }
}

#[test]
fn a_character_that_nobody_sees_is_named_and_can_be_deleted() {
    for (c, fr, en) in [
        ('\u{200b}', "espace sans chasse (U+200B)", "zero-width space (U+200B)"),
        ('\u{ad}', "trait d'union conditionnel (U+00AD)", "soft hyphen (U+00AD)"),
        ('\u{202e}', "marque de sens d'écriture (U+202E)", "mark of the writing direction (U+202E)"),
    ] {
        let analysis = goal(&format!("    contributors {c}DSI"));
        let said = both(&analysis);
        assert!(matches!(said.as_slice(), [(french, english)] if french.contains(fr) && english.contains(en)), "{said:?}");
        let edit = &analysis.diagnostics.iter().find(|found| found.rule.id == "E0101").expect("told").edits[0];
        let (span, text) = analysis.plan.written(&edit.mend);
        assert_eq!((analysis.sources.slice(span), text.as_str()), (c.to_string().as_str(), ""));
    }
}

#[test]
fn a_name_has_no_dot_and_whoever_names_it_is_not_blamed() {
    let analysis = plan("  goal phase.un \"P\" {\n  }\n  goal h \"H\" {\n    depends on phase.un\n  }");
    assert_eq!(
        both(&analysis),
        [("« phase.un » : un nom ne contient pas de point.".to_owned(), "\"phase.un\": a name has no dot in it.".to_owned())]
    );
}

#[test]
fn a_loop_of_two_is_told_in_a_sentence() {
    let first = |goals: &str| both(&plan(goals)).into_iter().next().expect("a loop");
    let (fr, en) = first("  goal g \"G\" {\n    action x \"X\" {\n      depends on g\n    }\n  }");
    assert_eq!(fr, "L'action « X » attend l'objectif « G », qui la contient : aucun des deux ne peut s'achever.");
    assert_eq!(en, "The action \"X\" waits for the goal \"G\", which holds it: neither can end.");
    let (fr, _) = first("  goal g \"G\" {\n    depends on x\n    action x \"X\" {\n    }\n  }");
    assert_eq!(fr, "L'objectif « G » attend l'action « X », qu'il contient : aucun des deux ne peut commencer.");
    let (fr, en) = first("  goal a1 \"A\" {\n    depends on b1\n  }\n  goal b1 \"B\" {\n    depends on a1\n  }");
    assert_eq!(
        (fr.as_str(), en.as_str()),
        ("L'objectif « A » et l'objectif « B » s'attendent l'un l'autre.", "The goal \"A\" and the goal \"B\" wait for each other.")
    );
    assert_eq!(first("  goal a1 \"A\" {\n    depends on a1\n  }").0, "L'objectif « A » dépend de lui-même.");
}

#[test]
fn no_error_is_left_out_for_a_warning() {
    let holes = "  goal g%N% \"G\" {\n  }\n";
    let goals: String = (0..MOST).map(|number| holes.replace("%N%", &number.to_string())).collect();
    let incomplete = plan(&goals);
    assert!(!incomplete.has_errors(), "{:?}", said(&incomplete));
    assert_eq!(incomplete.diagnostics.last().map(|last| last.rule.id), Some("W0009"));
    assert_eq!(incomplete.diagnostics.len(), MOST + 1);
    let wrong = plan(&format!("{goals}  goal h \"H\" {{\n    owner nobody\n  }}\n"));
    let errors: Vec<_> = wrong.diagnostics.iter().filter(|found| found.severity() == Severity::Error).map(|found| found.rule.id).collect();
    assert_eq!(errors, ["E0301"]);
}
