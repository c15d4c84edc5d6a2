//! A document of a few facts, and a plan that says them: what must be said once something is changed.

use super::{Held, Words, analyse_bytes, hold};

const YAML: &str = "meta:\n  name: Ville de Peu\n  sources: [nowhere]\n\
    goals:\n  - {id: g1, title: Un guichet, due: 2027-03, share: 40 %, kind: town, owner: null}\n\
    aim: la part de 12 % monte\nspan: 2026-2028\ncredit: {2027: 10000}\nsum_is_right: true\n\
    expect:\n  - {kind: no_owner}\n  - {kind: trap}\n  - {kind: judgement}\n";
const PLAN: &str = "stratégie \"Ville de Peu\" {\nlangue fr\npériode 2026 .. 2028\n}\naxe a \"Un axe\" {\n\
    /// Il faut que la part de 12 % monte.\nobjectif g1 \"Un guichet\" {\n\
    jalon fin \"Fin\" au 2027-03\nbudget {\ninvestissement 2027: 10 k€\n}\nindicateur i \"I\" {\ncible 40 % au 2027\n}\n}\n}\n\
    collectivité peu \"Peu\" {\nnature commune\n}\n";
const MAP: &str = "meta.name -> strategy title\ngoals[*].id -> {.id} name\ngoals[*].title -> {.id} title\n\
    goals[0].due -> g1.fin date\ngoals[0].share -> g1.i.target value\ngoals[0].kind -> peu kind = commune\n\
    goals[0].owner -- not said\naim ~> g1 \"la part de 12 % monte\"\nspan -> strategy period\ncredit.2027 -> g1.budget.investment amounts[2027]\nsum_is_right -> peu sound\n\
    expect[0] = CPL-01 at g1\nexpect[1] = nothing at peu\nexpect[2] = policy: a judgement\n\
    + strategy language: the language it is in\n+ a, peu title: a made-up heading\n+ a, peu, g1.fin, g1.i name: a short name\n\
    + g1.fin, g1.i title: a heading\n+ g1.i.target date: made up\n";

fn held(yaml: &str, plan: &str, map: &str) -> Held {
    let words = Words::read("town = commune: the same thing\n").expect("a table");
    hold(yaml, &analyse_bytes(plan.as_bytes()), map, &words)
}

/// What must be said once something is changed: in the document, the plan or the map.
#[track_caller]
fn fails(change: [&str; 2], fault: &str) {
    let [from, to] = change;
    let found = [YAML, PLAN, MAP].iter().filter(|text| text.contains(from)).count();
    assert_eq!(found, 1, "`{from}` is to be changed in one text");
    let [yaml, plan, map] = [YAML, PLAN, MAP].map(|text| text.replacen(from, to, 1));
    let held = held(&yaml, &plan, &map);
    assert!(held.faults.iter().any(|told| told.contains(fault)), "{fault}: {:#?}", held.faults);
}

#[test]
fn it_holds() {
    let held = held(YAML, PLAN, MAP);
    assert_eq!(held.faults, [""; 0]);
    assert_eq!((held.leaves, held.nulls, held.fields, held.prose, held.found, held.policy), (10, 1, 9, 1, 2, 1));
    assert_eq!(held.rows.len(), 1);
}

#[test]
fn less_than_nine_of_ten_in_a_field() {
    fails(["span -> strategy period", "span ~> g1 \"2026 2028\""], "8 of 10 facts are in a field, less than 90 %");
}

#[test]
fn periods_and_amounts_of_a_year() {
    fails(["span: 2026-2028", "span: 2026-2029"], "span: period says");
    fails(["span: 2026-2028", "span: 2026 .."], "span: period says");
    fails(["{2027: 10000}", "{2027: 10001}"], "credit.2027: amounts[2027] says");
    fails(["{2027: 10000}", "{2028: 10000}"], "credit.2028: no line");
    fails(["investissement 2027:", "investissement 2028:"], "credit.2027: there is no amounts[2027]");
}

#[test]
fn a_fact_that_is_left_out() {
    fails(["aim ~> g1 \"la part de 12 % monte\"\n", ""], "aim: no line says where it is");
    fails(["aim: la", "more: 1\naim: la"], "more: no line says where it is");
    fails(["goals[0].owner -- not said\n", ""], "goals[0].owner: no line");
    fails(["goals[0].due -> g1.fin date", "goals[0].due -- not said"], "goals[0].due: the document says it");
    fails(["meta.name ->", "meta.title ->"], "meta.title: the document has no such fact");
}

#[test]
fn a_fact_that_is_said_otherwise() {
    fails(["due: 2027-03", "due: 2027-04"], "goals[0].due: date says");
    fails(["au 2027-03", "au vers 2027-03"], "goals[0].due: date says");
    fails(["40 % au", "41 % au"], "goals[0].share: value says");
    fails(["40 % au", "40 au"], "goals[0].share: value says");
    fails(["title: Un guichet", "title: Deux guichets"], "goals[0].title: title says");
    fails(["g1.fin date", "g1.fin visible"], "goals[0].due: there is no visible");
    fails(["g1.fin date", "g1.other date"], "goals[0].due: nothing is called g1.other");
    fails(["kind: town", "kind: village"], "words.txt has no `village = commune`");
    fails(["goals[0].kind -> peu kind", "goals[0].kind -> g1 parent"], "goals[0].kind: it stands in a");
    fails(["nature commune", "nature région"], "goals[0].kind: kind says");
    fails(["\"Ville de Peu\" {", "\"Ville de Peu, la capitale\" {"], "says more than the document: capitale");
    fails(["meta.name -> strategy title", "meta.name -> strategy title as \"Une ville\""], "meta.name: title says");
}

#[test]
fn prose_that_says_something_else() {
    fails(["~> g1 \"la part", "~> g1 \"la moitié"], "aim: no note of it has these words");
    fails(["~> g1 \"la part de 12 % monte\"", "~> g1 \"la part\""], "aim: 12 is left out");
    fails(["monte.\n", "monte. Et 3 de plus.\n"], "g1 note: the document does not say it");
    fails(["monte.\n", "monte de 3.\n"], "g1 note: says more than the document: 3");
    fails(["aim ~> g1", "aim ~> a"], "aim: no note of it");
}

#[test]
fn what_is_invented() {
    fails(["nature commune", "nature commune\npopulation 12"], "peu population: the document does not say it");
    fails(["jalon fin", "pilote inconnu\njalon fin"], "g1 owner: the document does not say that it is open");
    fails(["+ strategy language: the language it is in\n", ""], "language: the document does not say it");
    fails(["+ a, peu title: a made-up heading", "+ a, peu, g1 title: a made-up heading"], "g1 title is not there, or the document says it");
    fails([": a made-up heading", ": "], "what is invented has a reason");
}

#[test]
fn findings() {
    fails(["expect[0] = CPL-01 at g1", "expect[0] = CPL-02 at a.other"], "expect[0]: nothing is called a.other");
    fails(["CPL-01 at g1", "E0501 at g1"], "expect[0]: no E0501 at g1");
    fails(["nothing at peu", "nothing at g1"], "expect[1]: CPL-01");
    fails(["nothing at peu", "no CPL-01 at g1"], "expect[1]: CPL-01 at g1");
    fails(["expect[2] = policy: a judgement\n", ""], "expect[2]: no line says");
    fails(["expect[2] = policy", "expect[7] = policy"], "expect[7]: the document expects no such finding");
    fails(["nature commune", "nature hameau"], "E0204 at peu: an error that the document does not expect");
    fails(["peu sound", "g1 sound"], "sum_is_right: CPL-01");
    fails(["sum_is_right: true", "sum_is_right: false"], "only what is `true` may be sound");
    assert!(
        held(YAML, &PLAN.replace("nature commune", "nature hameau"), &MAP.replace("CPL-01 at g1", "E0204 at peu"))
            .faults
            .iter()
            .all(|told| !told.contains("does not expect"))
    );
}

#[test]
fn texts_that_cannot_be_read() {
    assert!(!held("a: [1", PLAN, MAP).faults.is_empty());
    assert!(held(YAML, PLAN, "a = b").faults[0].starts_with("line 1: neither"));
    assert!(Words::read("town = commune").is_err(), "no reason");
}
