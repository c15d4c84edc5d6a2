//! `strategy rules`, `strategy explain`, and the pages of `docs/rules/`.

use std::path::Path;

use serde_json::Value;
use strategy::diagnostic::{Lang, rules};
use strategy::policy::judge::whole_library;
use strategy::rules::{MISTAKES, pages};

use super::support::{analyse_bytes, command, files_below, links, stderr, stdout, strategy, top};

fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = strategy(folder, arguments);
    (output.status.code(), stdout(&output), stderr(&output))
}

fn printed(arguments: &[&str]) -> String {
    let (code, out, told) = run(&top(), arguments);
    assert_eq!((code, told.as_str()), (Some(0), ""), "{arguments:?}");
    out
}

// --- the pages ------------------------------------------------------------------------------------------------------

/// `REFERENCE_UPDATE=1 cargo test rules` writes the pages anew.
#[test]
fn the_pages_are_current() {
    for lang in [Lang::Fr, Lang::En] {
        let folder = top().join("docs/rules").join(lang.code());
        let made = pages(lang);
        if std::env::var_os("REFERENCE_UPDATE").is_some() {
            std::fs::create_dir_all(&folder).expect("a folder of ours");
            for (name, text) in &made {
                std::fs::write(folder.join(name), text).expect("a page of ours");
            }
        }
        let mut names: Vec<_> = made.iter().map(|(name, _)| folder.join(name)).collect();
        names.sort();
        assert_eq!(files_below(&folder, "md"), names, "a page is missing, or is no more");
        for (name, text) in &made {
            let kept = std::fs::read_to_string(folder.join(name)).unwrap_or_default();
            assert!(kept == *text, "docs/rules/{}/{name} is not current: REFERENCE_UPDATE=1 cargo test rules", lang.code());
        }
    }
}

#[test]
fn every_rule_has_its_page_and_links_lead_somewhere() {
    let library = whole_library();
    for lang in [Lang::Fr, Lang::En] {
        let folder = top().join("docs/rules").join(lang.code());
        let made = pages(lang);
        let headings = |name: &str| {
            let text = made.iter().find(|(known, _)| known == name).map_or("", |(_, text)| text);
            text.lines().filter_map(|line| line.strip_prefix("## ")).map(str::to_lowercase).collect::<Vec<_>>()
        };
        let index = &made[0].1;
        for code in library.policies.iter().map(|policy| policy.code.as_str()).chain(rules::ALL.iter().map(|rule| rule.id)) {
            assert!(index.contains(&format!("| [{code}](")), "{code} is not in the index");
        }
        for link in index.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            match link.split_once('#') {
                Some((page, place)) => assert!(headings(page).iter().any(|heading| heading == place), "{link}"),
                None => assert!(folder.join(link).exists(), "{link}"),
            }
        }
        for (name, text) in &made {
            for link in links(text) {
                assert!(folder.join(link).exists(), "docs/rules/{}/{name}: {link} is missing", lang.code());
            }
            assert!(!text.contains("/plan/") && !text.contains("/work/") && !text.contains("/home/"), "{name} names a machine's path");
        }
    }
}

#[test]
fn every_mistake_is_at_hand() {
    let found: Vec<String> = files_below(&top().join("examples/mistakes"), "dsl")
        .iter()
        .map(|path| path.file_name().expect("a file").to_string_lossy().into_owned())
        .collect();
    assert_eq!(MISTAKES.iter().map(|(name, _)| *name).collect::<Vec<_>>(), found, "src/rules/mistakes.rs");
}

// --- the list -------------------------------------------------------------------------------------------------------

#[test]
fn the_list_has_every_rule_in_every_form() {
    let library = whole_library();
    let codes: Vec<&str> =
        rules::ALL.iter().map(|rule| rule.id).chain(library.policies.iter().map(|policy| policy.code.as_str())).collect();
    for lang in ["fr", "en"] {
        let text = printed(&["rules", "--lang", lang]);
        let json: Value = serde_json::from_str(&printed(&["rules", "--format", "json", "--lang", lang])).expect("JSON");
        let csv = printed(&["rules", "--format", "csv", "--lang", lang]);
        assert_eq!(json["version"], 1);
        let rows = json["rules"].as_array().expect("a list");
        assert_eq!(rows.iter().filter_map(|row| row["code"].as_str()).collect::<Vec<_>>(), codes);
        for row in rows {
            for key in ["code", "name", "severity", "title", "source", "grade", "pack", "parameters", "why", "state"] {
                assert!(row.get(key).is_some(), "{key}: {row}");
            }
            assert_eq!((&row["state"], &row["outcome"]), (&Value::from("library"), &Value::Null), "{row}");
        }
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let first: Vec<String> = reader.records().map(|record| record.expect("a row")[0].to_owned()).collect();
        assert_eq!(first, codes);
        for code in &codes {
            assert!(text.contains(code), "{code}");
        }
        assert!(text.lines().all(|line| line.chars().count() <= 100), "{lang}");
    }
    let art07 = &find(&serde_json::from_str(&printed(&["rules", "--format", "json", "--lang", "fr"])).expect("JSON"), "ART-07").clone();
    assert_eq!((&art07["severity"], &art07["pack"]), (&Value::from("warning"), &Value::from("std.policies.transition")));
    assert_eq!(art07["parameters"][0]["name"], "marge");
    assert_eq!(art07["parameters"][0]["value"], "6 mois");
}

fn find<'v>(json: &'v Value, code: &str) -> &'v Value {
    json["rules"].as_array().expect("a list").iter().find(|row| row["code"] == code).unwrap_or_else(|| panic!("{code} is not listed"))
}

#[test]
fn a_narrow_terminal_loses_no_word() {
    for columns in [40, 80] {
        let output = command(&top(), &["rules", "--lang", "fr"]).env("COLUMNS", columns.to_string()).output().expect("our own binary");
        let text = stdout(&output);
        for line in text.lines() {
            assert!(line.chars().count() <= columns, "{columns} columns: {line}");
        }
        assert!(text.contains("ART-07") && text.contains("horizon-du-mandat"));
    }
}

/// A plan that sets one policy, switches another off, and says too little for a third.
const PLAN: &str = "\
utiliser std.roles
utiliser std.themes
utiliser std.policies.transition avec {
  ART-07 {
    marge   12 mois
    gravité conseil
  }
  désactive ART-03 motif \"Une seule direction pilote.\"
}
utiliser std.policies.law

stratégie \"S\" {
  période 2027-01 .. 2032-12
}
collectivité v \"Ville\" {
  mandat 2026-03-22 .. 2032-03-21
  pays   \"Belgique\"
}
axe a \"A\" {
  objectif guichet \"Guichet unique\" {
    pilote DSI
    bénéfices dès 2032-06
    jalon ouverture \"Ouverture\" au 2030-06 {
      visible
    }
  }
  objectif carte \"Carte de la ville\" {
    pilote DSI
    bénéfices dès 2028-06
  }
  objectif agenda \"Agenda\" {
    pilote DSI
  }
}
";

fn town() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder for scratch");
    std::fs::write(folder.path().join("plan.dsl"), PLAN).expect("a file");
    folder
}

#[test]
fn with_a_plan_it_tells_what_became_of_each() {
    let folder = town();
    let of = |arguments: &[&str]| {
        let (code, out, told) = run(folder.path(), arguments);
        assert_eq!((code, told.as_str()), (Some(0), ""), "{arguments:?}");
        out
    };
    let json: Value = serde_json::from_str(&of(&["rules", "plan.dsl", "--format", "json"])).expect("JSON");
    let art07 = find(&json, "ART-07");
    assert_eq!((&art07["state"], &art07["severity"], &art07["default_severity"]), (&"set".into(), &"advice".into(), &"warning".into()));
    assert_eq!((&art07["parameters"][0]["value"], &art07["parameters"][0]["set"]), (&"12 mois".into(), &true.into()));
    assert_eq!((&art07["outcome"]["outcome"], &art07["outcome"]["findings"]), (&"found".into(), &1.into()));
    let art03 = find(&json, "ART-03");
    assert_eq!((&art03["state"], &art03["outcome"]), (&"off".into(), &Value::Null));
    let law = find(&json, "LEG-ACC-01");
    assert_eq!(law["outcome"]["outcome"], "aside");
    assert!(
        law["outcome"]["text"].as_str().is_some_and(|text| text.starts_with("sans objet : « ") && text.ends_with(" est faux ici")),
        "{law}"
    );
    // Nothing in the plan is about opening data.
    let themes = json["rules"].as_array().expect("a list").iter().filter_map(|row| row["outcome"]["text"].as_str());
    assert!(themes.clone().any(|text| text.contains("sans objet : rien n'a le thème `")), "{:#?}", themes.collect::<Vec<_>>());
    assert!(!json["rules"].as_array().expect("a list").iter().any(|row| row["code"] == "FIN-02"), "it is not in force");
    let text = of(&["rules", "plan.dsl", "--lang", "fr"]);
    for told in ["désactivée par le plan", "réglée par le plan", "1 constat", "sans objet"] {
        assert!(text.contains(told), "{told}:\n{text}");
    }
    assert!(of(&["rules", ".", "--lang", "en"]).contains("switched off by the plan"));
    assert_eq!(run(folder.path(), &["rules", "absent.dsl"]).0, Some(2));
}

// --- one rule -------------------------------------------------------------------------------------------------------

#[test]
fn ten_rules_as_they_are_read() {
    for code in ["ART-07", "LEG-ODA-01", "FIN-01", "CPL-01", "DEL-01", "E0301", "E0401", "E0903", "W0711", "W0701"] {
        let text = format!("{}\n{}", printed(&["explain", code, "--lang", "fr"]), printed(&["explain", code, "--lang", "en"]));
        insta::with_settings!({ snapshot_path => "../rules", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(code, text);
        });
    }
}

#[test]
fn a_rule_is_found_by_any_of_its_names() {
    let page = printed(&["explain", "ART-07", "--lang", "fr"]);
    for name in ["art-07", "horizon-du-mandat", "mandate-horizon", "Horizon-du-Mandat"] {
        assert_eq!(printed(&["explain", name, "--lang", "fr"]), page, "{name}");
    }
    assert_eq!(printed(&["explain", "unknown-name", "--lang", "en"]), printed(&["explain", "E0301", "--lang", "en"]));
    for (old, new) in rules::RETIRED {
        let text = printed(&["explain", old, "--lang", "fr"]);
        assert!(text.starts_with(&format!("{old} : devenu {new}.")) && text.contains(&format!("\n{new}\n")), "{text}");
    }
}

/// What every page has, in both languages; and no mark of Markdown is left in the terminal.
#[test]
fn every_rule_can_be_explained() {
    let library = whole_library();
    for lang in [Lang::Fr, Lang::En] {
        let made: String = pages(lang).into_iter().map(|(_, text)| text).collect();
        for policy in &library.policies {
            let start = made.find(&format!("\n## {}\n", policy.code)).unwrap_or_else(|| panic!("{}: no page", policy.code));
            let page = &made[start + 1..];
            let page = &page[..page[3..].find("\n## ").map_or(page.len(), |end| end + 3)];
            let parts = lang.of(
                [
                    "Gravité : ",
                    "Pourquoi : ",
                    "ligne à ligne :",
                    "Elle signale",
                    "> ",
                    "Elle accepte",
                    "Pour y remédier : ",
                    "Pour la régler :",
                    "échéance",
                ],
                ["Severity: ", "Why: ", "line by line:", "It flags", "> ", "It passes", "To mend it: ", "To set it:", "until"],
            );
            for part in parts {
                assert!(page.contains(part), "{} {}: {part}\n{page}", lang.code(), policy.code);
            }
            let of_law = page.contains(lang.of("Valeurs fixées par la loi :", "Values that the law sets:"));
            assert!(policy.code != "LEG-ODA-01" || of_law, "{page}");
            let word = if policy.is_law() { lang.of("écart-assumé ", "acknowledge ") } else { lang.of("dérogation ", "waive ") };
            assert!(page.contains(&format!("{word}{}", policy.code)), "{page}");
        }
    }
}

/// The lines that a page offers for a plan are good.
#[test]
fn what_it_says_to_write_is_right() {
    let library = whole_library();
    for lang in [Lang::Fr, Lang::En] {
        let made: String = pages(lang).into_iter().map(|(_, text)| text).collect();
        for policy in &library.policies {
            let start = made.find(&format!("\n## {}\n", policy.code)).expect("a page");
            let page = &made[start..];
            let setting = page.split("```dsl\n").find(|block| block.starts_with(lang.of("utiliser std.", "use std."))).expect("a setting");
            let setting = setting.split("```").next().expect("its end");
            let word = if policy.is_law() { lang.of("écart-assumé", "acknowledge") } else { lang.of("dérogation", "waive") };
            let waiver = page.split("```dsl\n").find(|block| block.starts_with(&format!("{word} {}", policy.code))).expect("a waiver");
            // What it would be about is not in this plan.
            let waiver = waiver.split("```").next().expect("its end").replace(lang.of(" pour NOM", " on NAME"), "");
            let text = format!("use std.roles\n{setting}strategy \"S\" {{\n  period 2027 .. 2030\n}}\n{waiver}");
            let analysis = super::support::analyse_bytes(text.as_bytes());
            let wrong: Vec<String> = analysis
                .diagnostics
                .iter()
                .filter(|found| found.rule.id.starts_with("E0") && found.rule.name != "waiver")
                .map(|found| format!("{} {}", found.rule.id, found.message.show(Lang::Fr)))
                .collect();
            assert!(wrong.is_empty(), "{wrong:?}\n{text}");
            assert!(analysis.judgement.set.policies.iter().any(|known| known.code == policy.code && known.severity >= policy.severity));
        }
    }
}

#[test]
fn what_is_no_rule_is_suggested() {
    for (word, lang, told) in [
        ("ART-70", "fr", "Vouliez-vous dire « ART-"),
        ("horizon-du-madnat", "fr", "Vouliez-vous dire « horizon-du-mandat » ?"),
        ("E0310", "en", "Did you mean \"E0"),
        ("zzzzzzzzzz", "fr", "strategy rules"),
    ] {
        let (code, out, told_of) = run(&top(), &["explain", word, "--lang", lang]);
        assert_eq!((code, out.as_str()), (Some(2), ""), "{word}");
        assert!(told_of.contains(told), "{told_of}");
    }
}

// --- one rule, one thing --------------------------------------------------------------------------------------------

#[test]
fn one_thing_line_by_line() {
    let folder = town();
    for (name, thing) in [("on-found", "guichet"), ("on-not-judged", "carte"), ("on-unknown", "Agenda")] {
        let of = |lang: &str| {
            let (code, out, told) = run(folder.path(), &["explain", "ART-07", "--on", thing, "--lang", lang]);
            assert_eq!((code, told.as_str()), (Some(0), ""), "{thing}");
            out
        };
        insta::with_settings!({ snapshot_path => "../rules", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, format!("{}\n{}", of("fr"), of("en")));
        });
    }
    let text = run(folder.path(), &["explain", "ART-07", "plan.dsl", "--on", "agenda", "--lang", "fr"]).1;
    assert!(text.contains("inconnu : bénéfices"), "{text}");
    // The plan as a whole; a policy that is not in force; one that is switched off.
    let whole = run(folder.path(), &["explain", "LEG-ACC-01", "--on", "stratégie", "--lang", "fr"]).1;
    assert!(whole.contains("non examinée") && whole.contains("est sans objet dans ce plan"), "{whole}");
    let beside = run(folder.path(), &["explain", "STC-02", "--on", "guichet", "--lang", "fr"]).1;
    assert!(beside.contains("n'est pas en vigueur dans ce plan"), "{beside}");
}

#[test]
fn an_unknown_thing_names_what_there_is() {
    let folder = town();
    for (arguments, told) in [
        (&["explain", "ART-07", "--on", "gichet"][..], "Vouliez-vous dire « guichet » ?"),
        (&["explain", "ART-07", "--on", "zzz"], "Il y a : guichet, carte, agenda"),
        (&["explain", "LEG-ACC-01", "--on", "guichet"], "--on stratégie"),
        (&["explain", "E0301", "--on", "guichet"], "--on ne va qu'avec une règle"),
    ] {
        let (code, out, said) = run(folder.path(), &[arguments, &["--lang", "fr"]].concat());
        assert_eq!((code, out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(said.contains(told), "{said}");
    }
}

#[test]
fn a_plan_s_own_setting_is_told() {
    let folder = town();
    // Wherever its lines end.
    let joined = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let of = |code: &str| joined(run(folder.path(), &["explain", code, "plan.dsl", "--lang", "fr"]).1);
    let set = of("ART-07");
    assert!(set.contains("Gravité : conseil, réglée par ce plan (la règle dit avertissement)"), "{set}");
    assert!(set.contains("= 12 mois (réglé par ce plan)") && set.contains("Dans ce plan : 1 constat."), "{set}");
    assert!(of("ART-03").contains("Dans ce plan : désactivée (Une seule direction pilote.)."), "{}", of("ART-03"));
    assert!(of("FIN-02").contains("Dans ce plan : pas en vigueur."));
    assert!(of("E0301").contains("Dans ce plan : 0 fois."));
}

/// The waiver that a page shows is one that the language takes, once it has a name and a reason.
#[test]
fn the_waivers_of_the_pages_can_be_written() {
    for lang in ["fr", "en"] {
        let mut shown = 0;
        for path in files_below(&top().join("docs/rules").join(lang), "md") {
            let text = std::fs::read_to_string(&path).expect("a page of ours");
            for block in text.split("```dsl\n").skip(1).filter_map(|rest| rest.split("```").next()) {
                if !["waive ", "acknowledge ", "dérogation ", "écart-assumé "].iter().any(|word| block.starts_with(word))
                    || !block.ends_with("\n}\n")
                {
                    continue;
                }
                shown += 1;
                let block = block.replace("NAME", "g").replace("NOM", "g").replace("\"…\"", "\"M\"");
                let plan = format!("use std.roles\nstrategy \"S\" {{\n}}\naxis x \"X\" {{\n  goal g \"G\" {{\n  }}\n}}\n{block}");
                let analysis = analyse_bytes(plan.as_bytes());
                let wrong = |found: &&strategy::diagnostic::Diagnostic| found.rule.id.starts_with("E0") && found.rule.id != "E0916";
                let wrong: Vec<String> = analysis.diagnostics.iter().filter(wrong).map(|found| found.message.show(Lang::En)).collect();
                assert!(wrong.is_empty(), "{}: {block}\n{wrong:?}", path.display());
            }
        }
        assert!(shown > 100, "{lang}: {shown}");
    }
}
