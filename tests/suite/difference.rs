//! Two versions of a plan, over thousands of random pairs: the changes that were made are those that are told, all of them and no other.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use strategy::analysis::{Analysis, analyse};
use strategy::diagnostic::Lang;
use strategy::difference::{difference, json, markdown, text};
use strategy::load::Memory;

use super::support::Random;

/// What the test knows of a sheet. Amounts in thousands of euros, by year and section (true: investment).
#[derive(Clone)]
struct Sheet {
    name: String,
    title: String,
    owner: usize,
    start: u32,
    end: u32,
    amounts: BTreeMap<(i16, bool), u32>,
    funder: Option<usize>,
    target: u32,
    depends: BTreeSet<String>,
    status: Option<usize>,
    doc: String,
}

#[derive(Clone)]
struct Axis {
    name: String,
    sheets: Vec<Sheet>,
}

const OWNERS: [&str; 4] = ["DSI", "CDO", "COM", "DGS"];
const FUNDING: [&str; 3] = ["acquis", "sollicité", "refusé"];
const STATUS: [&str; 3] = ["prévu", "en-cours", "terminé"];

/// Months since 2027-01.
fn month(at: u32) -> String {
    format!("{}-{:02}", 2027 + at / 12, at % 12 + 1)
}

fn sheet(random: &mut Random, number: usize) -> Sheet {
    let start = random.below(30) as u32;
    let amounts: BTreeMap<(i16, bool), u32> =
        (0..1 + random.below(4)).map(|_| ((2027 + random.below(4) as i16, random.below(2) == 0), 1 + random.below(90) as u32)).collect();
    Sheet {
        name: format!("fiche-{number}"),
        title: format!("Travail numéro {number}"),
        owner: random.below(4),
        start,
        end: start + 3 + random.below(20) as u32,
        amounts,
        funder: (random.below(2) == 0).then(|| random.below(3)),
        target: 10 + random.below(80) as u32,
        depends: BTreeSet::new(),
        status: (random.below(3) == 0).then(|| random.below(3)),
        doc: if random.below(2) == 0 { format!("Texte {number}.") } else { String::new() },
    }
}

fn plan(random: &mut Random) -> Vec<Axis> {
    let mut number = 0;
    let mut axes: Vec<Axis> = (0..3)
        .map(|axis| Axis {
            name: format!("axe-{axis}"),
            sheets: (0..3 + random.below(4))
                .map(|_| {
                    number += 1;
                    sheet(random, number)
                })
                .collect(),
        })
        .collect();
    let names: Vec<String> = axes.iter().flat_map(|axis| &axis.sheets).map(|sheet| sheet.name.clone()).collect();
    for axis in &mut axes {
        for sheet in &mut axis.sheets {
            // Only on sheets before it: no loop.
            let own = names.iter().position(|name| *name == sheet.name).unwrap();
            for _ in 0..random.below(3) {
                if own > 0 {
                    sheet.depends.insert(names[random.below(own)].clone());
                }
            }
        }
    }
    axes
}

fn written(axes: &[Axis], random: &mut Random) -> String {
    let mut out = String::from("utiliser std.roles\nstratégie \"S\" {\n  langue fr\n  période 2027-01 .. 2034-12\n}\n");
    for axis in axes {
        if random.below(3) == 0 {
            out += "\n// une note\n\n";
        }
        out += &format!("axe {} \"{}\" {{\n", axis.name, axis.name.to_uppercase());
        for sheet in &axis.sheets {
            if !sheet.doc.is_empty() {
                out += &format!("  /// {}\n", sheet.doc);
            }
            out += &format!(
                "  objectif {} \"{}\" {{\n    pilote {}\n    période {} .. {}\n",
                sheet.name,
                sheet.title,
                OWNERS[sheet.owner],
                month(sheet.start),
                month(sheet.end)
            );
            if let Some(status) = sheet.status {
                out += &format!("    état {}\n", STATUS[status]);
            }
            if !sheet.depends.is_empty() {
                out += &format!("    dépend de {}\n", sheet.depends.iter().cloned().collect::<Vec<_>>().join(", "));
            }
            out += "    budget {\n";
            for section in [true, false] {
                let line: Vec<String> = sheet
                    .amounts
                    .iter()
                    .filter(|((_, of), _)| *of == section)
                    .map(|((year, _), sum)| format!("{year}: {sum} k€"))
                    .collect();
                if !line.is_empty() {
                    out += &format!("      {} {}\n", if section { "investissement" } else { "fonctionnement" }, line.join(", "));
                }
            }
            out += "    }\n";
            if let Some(status) = sheet.funder {
                out += &format!("    financement {{\n      \"DETR\" 1 k€ {}\n    }}\n", FUNDING[status]);
            }
            out += &format!(
                "    indicateur part \"Part\" {{\n      départ 5 % au 2027-01\n      cible {} % au 2031\n    }}\n  }}\n",
                sheet.target
            );
        }
        out += "}\n";
    }
    out
}

fn read(axes: &[Axis], random: &mut Random) -> Analysis {
    let analysis = analyse(&Memory::one(written(axes, random)), Memory::root());
    assert!(
        !analysis.diagnostics.iter().any(|found| found.rule.id.starts_with("E0") && !["E0402", "E0401", "E0502"].contains(&found.rule.id)),
        "{:?}",
        analysis.diagnostics.iter().map(|found| found.rule.id).collect::<Vec<_>>()
    );
    analysis
}

/// A change as it is planted and as it is told: kind, thing, and which of it.
type Told = (String, String, String);

fn told(kind: &str, path: &str, which: impl Into<String>) -> Told {
    (kind.to_owned(), path.to_owned(), which.into())
}

/// Changes the plan in some ways, each of a sheet of its own. Out: what is to be told.
fn plant(axes: &mut [Axis], random: &mut Random) -> Vec<Told> {
    let mut expected = Vec::new();
    let mut touched: BTreeSet<String> = BTreeSet::new();
    // One axis at most gains or loses sheets by a split or a merger, and nothing else comes or goes there.
    let mut shaken: BTreeSet<usize> = BTreeSet::new();
    for number in 0..1 + random.below(6) {
        let axis = random.below(axes.len());
        let waited: BTreeSet<String> = axes.iter().flat_map(|axis| &axis.sheets).flat_map(|sheet| sheet.depends.iter().cloned()).collect();
        let at = random.below(axes[axis].sheets.len());
        let name = axes[axis].sheets[at].name.clone();
        if !touched.insert(name.clone()) {
            continue;
        }
        match random.below(16) {
            0 if shaken.insert(axis) => {
                let new = Sheet { name: format!("neuve-{number}"), title: format!("Toute neuve {number}"), ..sheet(random, 900 + number) };
                touched.insert(new.name.clone());
                expected.push(told("added", &new.name, ""));
                axes[axis].sheets.insert(at, new);
            }
            1 if axes[axis].sheets.len() > 1 && !waited.contains(&name) && shaken.insert(axis) => {
                axes[axis].sheets.remove(at);
                expected.push(told("dropped", &name, ""));
            }
            2 => {
                let new = format!("autre-{number}");
                touched.insert(new.clone());
                // What was said of it is told under the name that it has now.
                for (_, _, which) in &mut expected {
                    if *which == format!("- {name}") {
                        *which = format!("- {new}");
                    }
                }
                axes[axis].sheets[at].name = new.clone();
                for sheet in axes.iter_mut().flat_map(|axis| &mut axis.sheets) {
                    if sheet.depends.remove(&name) {
                        sheet.depends.insert(new.clone());
                    }
                }
                expected.push(told("renamed", &new, ""));
            }
            3 if axes[axis].sheets.len() > 1 => {
                let to = (axis + 1) % axes.len();
                if shaken.contains(&axis) || shaken.contains(&to) {
                    continue;
                }
                let moved = axes[axis].sheets.remove(at);
                axes[to].sheets.push(moved);
                expected.push(told("moved", &name, ""));
            }
            4 => {
                axes[axis].sheets[at].title = format!("Un autre titre {number}");
                expected.push(told("retitled", &name, ""));
            }
            5 => {
                let sheet = &mut axes[axis].sheets[at];
                sheet.owner = (sheet.owner + 1 + random.below(3)) % 4;
                expected.push(told("handed-over", &name, "owner"));
            }
            6 => {
                axes[axis].sheets[at].end += 1 + random.below(4) as u32;
                expected.push(told("rescheduled", &name, "end"));
            }
            7 => {
                let sheet = &mut axes[axis].sheets[at];
                sheet.start += 1;
                expected.push(told("rescheduled", &name, "start"));
            }
            8 => {
                let sheet = &mut axes[axis].sheets[at];
                let key = (2027 + random.below(4) as i16, random.below(2) == 0);
                // One that is there may go, but for the last.
                let gone = sheet.amounts.len() > 1 && random.below(2) == 0 && sheet.amounts.remove(&key).is_some();
                if !gone {
                    *sheet.amounts.entry(key).or_default() += 7;
                }
                expected.push(told("money", &name, format!("{} {}", key.0, if key.1 { "investment" } else { "operating" })));
            }
            9 => {
                let sheet = &mut axes[axis].sheets[at];
                sheet.funder = match sheet.funder {
                    Some(status) => Some((status + 1) % 3),
                    None => Some(0),
                };
                expected.push(told("funding", &name, ""));
            }
            10 => {
                axes[axis].sheets[at].target += 3;
                expected.push(told("target", &format!("{name}.part"), "value"));
            }
            11 => {
                let sheet = &mut axes[axis].sheets[at];
                if let Some(first) = sheet.depends.iter().next().cloned() {
                    sheet.depends.remove(&first);
                    expected.push(told("dependency", &name, format!("- {first}")));
                }
            }
            12 => {
                let sheet = &mut axes[axis].sheets[at];
                sheet.status = match sheet.status {
                    Some(status) => Some((status + 1) % 3),
                    None => Some(0),
                };
                expected.push(told("status", &name, ""));
            }
            13 => {
                axes[axis].sheets[at].doc = format!("Tout autre chose {number}.");
                expected.push(told("reworded", &name, ""));
            }
            14 => {
                // Two sheets become one that costs what they cost.
                let free = |sheet: &Sheet| !waited.contains(&sheet.name) && !touched.contains(&sheet.name);
                let other = axes[axis].sheets.iter().position(free);
                let Some(other) = other.filter(|_| !waited.contains(&name) && shaken.insert(axis)) else { continue };
                let second = axes[axis].sheets[other].clone();
                let first = axes[axis].sheets[at].clone();
                axes[axis].sheets.retain(|sheet| sheet.name != first.name && sheet.name != second.name);
                let mut whole = Sheet { name: format!("tout-{number}"), title: format!("Le tout {number}"), ..first };
                touched.extend([second.name.clone(), whole.name.clone()]);
                for (key, sum) in second.amounts {
                    *whole.amounts.entry(key).or_default() += sum;
                }
                expected.push(told("merged", &whole.name, ""));
                axes[axis].sheets.push(whole);
            }
            _ if !waited.contains(&name) && shaken.insert(axis) => {
                let whole = axes[axis].sheets.remove(at);
                let (mut first, mut second) = (whole.clone(), whole.clone());
                for (part, letter) in [(&mut first, 'a'), (&mut second, 'b')] {
                    part.name = format!("part-{number}{letter}");
                    part.title = format!("La part {letter} {number}");
                    touched.insert(part.name.clone());
                }
                for (key, sum) in whole.amounts {
                    let half = sum / 2;
                    first.amounts.insert(key, half.max(1));
                    if sum > half.max(1) {
                        second.amounts.insert(key, sum - half.max(1));
                    } else {
                        second.amounts.remove(&key);
                    }
                }
                axes[axis].sheets.push(first);
                axes[axis].sheets.push(second);
                expected.push(told("split", &name, ""));
            }
            _ => {}
        }
    }
    expected
}

fn found(before: &Analysis, after: &Analysis) -> Vec<Told> {
    let all = difference(before, after, Lang::Fr).changes;
    let mut told: Vec<Told> = all
        .into_iter()
        .map(|change| {
            let field = change.field.as_ref().map_or("", |(field, _)| *field);
            let which = match change.kind.name() {
                "money" => change.of.map_or_else(String::new, |of| format!("{} {}", of.first, of.section.show(Lang::En).to_lowercase())),
                "dependency" => {
                    let sign = if change.new.is_empty() { "- " } else { "+ " };
                    // `« Title » (name)`
                    let words = change.old + &change.new;
                    let name = words.rsplit_once('(').map_or("", |(_, name)| name.trim_end_matches(')'));
                    format!("{sign}{name}")
                }
                "status" | "funding" | "reworded" | "split" | "merged" | "added" | "dropped" | "renamed" | "moved" | "retitled" => {
                    String::new()
                }
                _ => field.to_owned(),
            };
            (change.kind.name().to_owned(), change.about.path, which)
        })
        .collect();
    told.sort();
    told
}

#[test]
fn what_was_changed_is_what_is_told() {
    let pairs: usize = std::env::var("DIFFERENCES").ok().and_then(|count| count.parse().ok()).unwrap_or(2_000);
    let kinds: Vec<BTreeSet<String>> = (0..pairs)
        .into_par_iter()
        .map(|seed| {
            let random = &mut Random::new(seed as u64 + 1);
            let old = plan(random);
            let mut new = old.clone();
            let mut expected = plant(&mut new, random);
            expected.sort();
            let (before, after) = (read(&old, random), read(&new, random));
            let told = found(&before, &after);
            let more: Vec<&Told> = told.iter().filter(|one| !expected.contains(one)).collect();
            let less: Vec<&Told> = expected.iter().filter(|one| !told.contains(one)).collect();
            assert!(told == expected, "seed {}: told and not made {more:?}, made and not told {less:?}", seed + 1);
            // The money adds up, by year and section.
            let sums = |axes: &[Axis]| {
                let mut all: BTreeMap<(i16, bool), u32> = BTreeMap::new();
                axes.iter()
                    .flat_map(|axis| &axis.sheets)
                    .flat_map(|sheet| &sheet.amounts)
                    .for_each(|(key, sum)| *all.entry(*key).or_default() += sum);
                all
            };
            let (was, is) = (sums(&old), sums(&new));
            let differ = was.keys().chain(is.keys()).filter(|key| was.get(key) != is.get(key)).collect::<BTreeSet<_>>().len();
            assert_eq!(difference(&before, &after, Lang::En).money.len(), differ, "seed {}", seed + 1);
            // Nothing changes between a version and itself, wherever its notes stand.
            let same = difference(&before, &read(&old, &mut Random::new(99)), Lang::Fr);
            assert!(same.is_empty() && same.money.is_empty() && same.filled.is_empty() && same.opened.is_empty(), "seed {}", seed + 1);
            // What came from one to the other goes back.
            let back = difference(&after, &before, Lang::Fr).changes.len();
            assert!(expected.is_empty() == (back == 0), "seed {}", seed + 1);
            expected.into_iter().map(|(kind, ..)| kind).collect()
        })
        .collect();
    let all: BTreeSet<&str> = kinds.iter().flatten().map(String::as_str).collect();
    assert_eq!(all.len(), 15, "{all:?}");
}

#[test]
fn what_is_told_reads_well() {
    let old = "utiliser std.roles\nstratégie \"S\" {\n langue fr\n période 2027 .. 2030\n enveloppe {\n investissement 2027: 100 k€\n }\n}\naxe x \"X\" {\n objectif g \"Un *guichet*\" {\n  pilote DSI\n  période 2027-01 .. 2027-06\n  budget {\n   investissement 2027: 20 k€\n  }\n }\n}\n";
    let new = old
        .replace("pilote DSI", "pilote CDO")
        .replace("2027-06", "2027-09")
        .replace("20 k€", "30 k€")
        .replace("  budget {", "  indicateur i \"I\" {\n   départ 1 % au 2027-01\n   cible 2 % au 2029\n  }\n  budget {")
        .replace("axe x", "dérogation CPL-03 pour g {\n motif \"bientôt\"\n}\naxe x");
    let analysed = |text: &str| analyse(&Memory::one(text.to_owned()), Memory::root());
    let (before, after) = (analysed(old), analysed(&new));
    let found = difference(&before, &after, Lang::Fr);
    let told = text(&found, Lang::Fr).replace('\u{a0}', " ");
    for line in [
        "Dérogation « CPL-03, Un *guichet* »\n",
        "Objectif « Un *guichet* » (g)\n  pilote : DSI → CDO\n  fin : juin 2027 → septembre 2027 (3 mois plus tard)\n",
        "\n  pilote : DSI → CDO\n",
        "\n  investissement 2027 : 20 000 € → 30 000 € (+10 000 €)\n",
        "Argent, par an et par section\n  2027 investissement : 20 000 € → 30 000 € (+10 000 €)\n  investissement, en tout : 20 000 € → 30 000 € (+10 000 €)\n  en tout : 20 000 € → 30 000 € (+10 000 €)",
        "\nDérogation « CPL-03, Un *guichet* »\n  ajout\n",
        "\nConstats disparus\n  CPL-04 ",
    ] {
        assert!(told.contains(line), "{line}\n---\n{told}");
    }
    assert!(markdown(&found, &after, Lang::En).contains("**Goal \"Un \\*guichet\\*\" (g)**"), "{}", markdown(&found, &after, Lang::En));
    let data: serde_json::Value = serde_json::from_str(&json(&found)).unwrap();
    assert_eq!(data["version"], 2);
    let changes = data["changes"].as_array().unwrap();
    assert!(changes.iter().any(|one| one["kind"] == "rescheduled" && one["days"] == 92 && one["line"].is_number()));
    // The same in both languages.
    let values = |found: &serde_json::Value| {
        let all = found["changes"].as_array().unwrap();
        all.iter().map(|one| [&one["old_value"], &one["new_value"]].map(Clone::clone)).collect::<Vec<_>>()
    };
    let english: serde_json::Value = serde_json::from_str(&json(&difference(&before, &after, Lang::En))).unwrap();
    assert_eq!(values(&data), values(&english));
    let owner = changes.iter().find(|one| one["kind"] == "handed-over").unwrap();
    assert_eq!((&owner["old_value"], &owner["new_value"]), (&"DSI".into(), &"CDO".into()));
    assert_eq!(text(&difference(&before, &before, Lang::Fr), Lang::Fr), "Rien ne change : les deux versions disent la même chose.\n");
}

const BASE: &str = r#"utiliser std.roles
utiliser std.themes
utiliser std.policies.transition with {
  ART-03 { plafond 33 % }
}
utiliser std.policies.structure
stratégie "S" {
  période 2027 .. 2030
  enveloppe {
    investissement 2027: 90 k€, 2028: 90 k€
  }
  trajectoire {
    investissement 2027: 500 k€
  }
}
règle mienne {
  titre     fr "Un nom" en "A name"
  pourquoi  fr "Pour le suivre." en "To follow it."
  gravité   erreur
  paramètre longueur = 2
  chaque    objectif o
  exige     nombre d'indicateurs de o < longueur + 9
  sur       o
  message   fr "{o} en a trop." en "{o} has too many."
  aide      fr "Ôtez-en." en "Take some out."
}
écart-assumé CPL-01 pour b {
  motif "Le premier."
}
écart-assumé CPL-02 pour b {
  motif "Le second."
}
pilote mission "Mission données" {
}
glossaire {
  terme "Donnée" "Ce que la ville enregistre."
  terme "Commun" "Ce que plusieurs tiennent."
}
axe x "X" {
  objectif a "Guichet unique" {
    pilote mission
    période 2027-01 .. 2027-06
    thèmes service-public
    budget {
      investissement 2027: 20 k€, 2028: 10 k€
    }
    risque "Le marché échoue" {
      gravité forte
    }
    risque "Les agents partent" {
      gravité faible
    }
    jalon ouverture "Ouverture" au 2027-05
    indicateur "Dossiers en ligne" {
      départ 10 % au 2027-01
      cible 50 % au 2029
    }
    économies {
      fonctionnement 2029: 20 k€
    }
    financement {
      "DSIL" 6 k€ sollicité
    }
    continuité {
      moyens "Une ligne budgétaire"
    }
    action formulaires "Formulaires" {
      pilote DSI
    }
    action "Former les agents" {
      pilote DSI
    }
  }
  objectif b "Portail" {
    dépend de a + 3 mois
    durée 6 mois
  }
}
"#;

/// What is told of a change of `BASE`, without the counts at the top and the findings and holes at the end.
fn told_of(changes: &[(&str, &str)]) -> Vec<String> {
    let mut new = BASE.to_owned();
    for (from, to) in changes {
        assert!(new.contains(from), "{from}");
        new = new.replace(from, to);
    }
    let analysed = |text: &str| analyse(&Memory::one(text.to_owned()), Memory::root());
    let told = text(&difference(&analysed(BASE), &analysed(&new), Lang::Fr), Lang::Fr).replace(['\u{a0}', '\u{202f}'], " ");
    let parts: Vec<&str> = told.split("\n\n").skip(1).collect();
    let said = parts.iter().filter(|part| !["Constats", "Champs", "Argent"].iter().any(|word| part.starts_with(word)));
    said.map(|part| part.trim_end().to_owned()).collect()
}

/// What is written otherwise in `BASE`, and what is told of it.
type Case<'c> = (&'c [(&'c str, &'c str)], &'c [&'c str]);

#[test]
fn each_change_is_told_once_as_what_it_is() {
    const GOAL: &str = "Objectif « Guichet unique » (a)\n  ";
    let cases: &[Case<'_>] = &[
        // A part that has no name, in what has one.
        (
            &[("    risque \"Le marché échoue\" {\n      gravité forte\n    }\n", "")],
            &["Objectif « Guichet unique » (a)\n  retrait : risque « Le marché échoue »"],
        ),
        (&[("\"Dossiers en ligne\"", "\"Dossiers déposés en ligne\"")], &["indicateur : Dossiers en ligne → Dossiers déposés en ligne"]),
        (&[("  terme \"Commun\" \"Ce que plusieurs tiennent.\"\n", "")], &["Glossaire\n  retrait : terme « Commun"]),
        // Lines that are known by what they are about, and not by their place.
        (&[("écart-assumé CPL-01 pour b {\n  motif \"Le premier.\"\n}\n", "")], &["Écart assumé « CPL-01, Portail »\n  retrait"]),
        (&[("  motif \"Le second.\"", "  motif \"Un autre.\"")], &["Écart assumé « CPL-02, Portail »\n  motif : Le second. → Un autre."]),
        // What the plan is judged by.
        (&[("plafond 33 %", "plafond 40 %")], &["Règles\n  « ", "(ART-03), ", "33 % → 40 %"]),
        (&[("gravité   erreur", "gravité   conseil")], &["Règles\n  « Un nom » (mienne), gravité : erreur → conseil (contrôle allégé)"]),
        (&[("longueur = 2", "longueur = 4")], &["Règles\n  « Un nom » (mienne), longueur : 2 → 4"]),
        (&[("longueur + 9", "longueur + 8")], &["Règles\n  « Un nom » (mienne), texte de la règle : ancien → nouveau"]),
        (&[("utiliser std.policies.structure\n", "")], &["Règles\n  ", "règles appliquées : plus maintenant (contrôle allégé)"]),
        // Another name and another title.
        (
            &[("objectif a \"Guichet unique\"", "objectif porte \"La porte unique\""), ("dépend de a ", "dépend de porte ")],
            &["Objectif « La porte unique » (porte)\n  nom : a → porte\n  titre : Guichet unique → La porte unique"],
        ),
        (&[("jalon ouverture", "jalon lancement")], &["Jalon « Ouverture » (a.lancement)\n  nom : a.ouverture → a.lancement"]),
        (&[("mission \"Mission", "equipe \"Mission"), ("pilote mission", "pilote equipe")], &["(equipe)\n  nom : mission → equipe"]),
        (&[("axe x \"X\"", "axe y \"Y\"")], &["Axe « Y » (y)\n  nom : x → y\n  titre : X → Y"]),
        // Who, when and how much of what comes or goes.
        (
            &[(
                "  objectif b",
                "  objectif c \"Neuf\" {\n    pilote DSI\n    période 2028-01 .. 2028-03\n    budget {\n      investissement 2028: 5 k€\n    }\n  }\n  objectif b",
            )],
            &["Objectif « Neuf » (c)\n  ajout : ", "janvier 2028 – mars 2028 ; 5 000 €"],
        ),
        // A part of a goal becomes another, and the goal keeps its name.
        (
            &[
                ("investissement 2027: 20 k€, 2028: 10 k€", "investissement 2027: 15 k€, 2028: 10 k€"),
                ("  objectif b", "  objectif c \"Neuf\" {\n    budget {\n      investissement 2027: 5 k€\n    }\n  }\n  objectif b"),
            ],
            &[
                "Objectif « Guichet unique » (a)\n  scindé en « Guichet unique » (a), « Neuf » (c)\n  investissement 2027 : 20 000 € → 15 000 € (−5 000 €)",
            ],
        ),
        // One dependency, waited for otherwise; and the date that follows from another.
        (
            &[("dépend de a + 3 mois", "dépend de a + 4 mois")],
            &["attend « Guichet unique » (a) + 3 mois → « Guichet unique » (a) + 4 mois", "Dates qui suivent\n  « Portail », fin : "],
        ),
        (
            &[("2027-01 .. 2027-06", "2027-01 .. 2027-08")],
            &["fin : juin 2027 → août 2027 (2 mois plus tard)", "Dates qui suivent\n  « Portail », fin : "],
        ),
        (
            &[("2027-01 .. 2027-06", "2027-02 ..")],
            &["(a)\n  début : janvier 2027 → février 2027 (1 mois plus tard)\n  fin : juin 2027 → sans fin", "Dates qui suivent\n"],
        ),
        (&[("cible 50 % au 2029", "cible 50 % au 2030")], &["date : 2029 → 2030 (12 mois plus tard)"]),
        // What is waited for and is nothing.
        (
            &[("dépend de a + 3 mois", "dépend de zz + 3 mois")],
            &["n'attend plus « Guichet unique » (a) + 3 mois\n  attend désormais zz + 3 mois", "Dates qui suivent\n"],
        ),
        // Money that is no cost, or of no one year.
        (
            &[("fonctionnement 2029: 20 k€", "investissement 2029: 20 k€")],
            &[
                "économies, investissement 2029 : 20 000 € (n'y était pas) (+20 000 €)\n  économies, fonctionnement 2029 : 20 000 € (n'y est plus)",
            ],
        ),
        (
            &[("fonctionnement 2029: 20 k€", "fonctionnement 2029: 30 k€")],
            &["économies, fonctionnement 2029 : 20 000 € → 30 000 € (+10 000 €)"],
        ),
        (
            &[("    économies {\n      fonctionnement 2029: 20 k€\n    }\n", "")],
            &["économies, fonctionnement 2029 : 20 000 € (n'y est plus)"],
        ),
        (
            &[("investissement 2027: 500 k€", "investissement 2027: 450 k€")],
            &["trajectoire, investissement 2027 : 500 000 € → 450 000 € (−50 000 €)"],
        ),
        (
            &[("2027: 20 k€, 2028: 10 k€", "2027 .. 2028: 31 k€ en tout")],
            &[
                "investissement 2027 : 20 000 € (n'y est plus) (−20 000 €)",
                "investissement 2027 – 2028, en tout : 31 000 € (n'y était pas) (+31 000 €)",
            ],
        ),
        (&[("2028: 10 k€\n", "2028: 10 k€ {\n nature matériel\n }\n")], &["investissement, nature : matériel (n'y était pas)"]),
        // A part, and not the whole of its thing.
        (&[("\"DSIL\"", "\"DETR\"")], &["financeur : DSIL → DETR"]),
        (&[("6 k€ sollicité", "8 k€ sollicité")], &["DSIL, montant : 6 000 € → 8 000 € (+2 000 €)"]),
        (
            &[("    continuité {\n      moyens \"Une ligne budgétaire\"\n    }\n", "")],
            &["continuité : moyens : Une ligne budgétaire (n'y est plus)"],
        ),
        // A waiver is of a thing, however that is called.
        (&[("\"Portail\"", "\"Portail commun\"")], &["(b)\n  titre : Portail → Portail commun"]),
        (&[("objectif b \"Portail\"", "objectif c \"Portail\""), ("pour b {", "pour c {")], &["Objectif « Portail » (c)\n  nom : b → c"]),
        (&[("\"Former les agents\"", "\"Former tous les agents\"")], &["titre : Former les agents → Former tous les agents"]),
        // Carried from one thing to another.
        (
            &[
                ("    jalon ouverture \"Ouverture\" au 2027-05\n", ""),
                ("    durée 6 mois\n", "    durée 6 mois\n    jalon ouverture \"Ouverture\" au 2027-05\n"),
            ],
            &["Jalon « Ouverture » (b.ouverture)\n  déplacé : Guichet unique → Portail"],
        ),
        // What goes with what holds it.
        (
            &[("axe x \"X\" {", "axe z \"Z\" {\n  objectif seul \"Seul\" {\n    action \"Dedans\" {\n    }\n  }\n}\naxe x \"X\" {")],
            &["Axe « Z » (z)\n  ajout : avec 2 fiches : « Seul » (seul), « Dedans »"],
        ),
        (&[("  objectif b", "  /// Un mot.\n  objectif b")], &["Objectif « Portail » (b)\n  texte : ajout"]),
        // Words of the library in the language that is spoken.
        (&[("thèmes service-public", "thèmes inclusion")], &["thèmes : "]),
    ];
    for (changes, wanted) in cases {
        let told = told_of(changes);
        let whole = told.join("\n\n");
        for line in *wanted {
            assert!(whole.contains(line), "{line}\n--- of {changes:?}\n{whole}");
        }
        let headed = wanted.iter().filter(|line| line.contains("\n  ")).count().max(1);
        assert!(told.len() <= headed.max(wanted.len()), "told more than once: {changes:?}\n{whole}");
    }
    assert!(told_of(&[("10 k€", "11 k€")])[0].starts_with(GOAL));
    assert_eq!(told_of(&[]), [""; 0]);
}

#[test]
fn what_has_no_name_keeps_its_findings_and_its_holes() {
    let text = "use std.policies.transition\nstrategy \"Plan\" {\n  period 2027 .. 2030\n}\nowner DSI \"IT\" {\n  post to-recruit\n}\naxis a \"A\" {\n  \
                goal hub \"Hub\" {\n    owner DSI\n    period 2027 .. 2028\n    action \"Train\" {\n      owner DSI\n    }\n  }\n  goal port \"Port\" {\n    owner DSI\n  }\n}\n";
    let read = |text: &str| analyse(&Memory::one(text), Memory::root());
    let action = "    action \"Train\" {\n      owner DSI\n    }\n";
    for now in [
        text.replace("goal hub", "goal centre"),
        text.replace("\"Hub\"", "\"Centre\""),
        text.replace("action \"Train\"", "action train \"Train\""),
        text.replace(action, "").replace("goal port \"Port\" {\n", &format!("goal port \"Port\" {{\n{action}")),
    ] {
        let found = difference(&read(text), &read(&now), Lang::En);
        let words = |all: &[strategy::difference::Told]| all.iter().map(|one| one.words.clone()).collect::<Vec<_>>();
        let (gained, lost) = (words(&found.gained), words(&found.lost));
        assert!(!gained.iter().any(|one| lost.contains(one)), "{now}\n{gained:?}\n{lost:?}");
        let (opened, filled) = (words(&found.opened), words(&found.filled));
        assert!(!opened.iter().any(|one| filled.contains(one)), "{now}\n{opened:?}\n{filled:?}");
    }
}
