//! What an author chooses of the documents' look: what it does, and what is refused.

use std::fs;

use serde_json::Value;
use strategy::analysis::Analysis;
use strategy::document::{Kind, Wish, document, markdown_of, paper};

use super::support::{analyse_bytes, stderr, strategy};

fn plan(look: &str) -> Analysis {
    let text = format!(
        "strategy \"S\" {{\nlanguage en\nperiod 2026 .. 2030\nrisk \"The sky\" {{\nlikelihood low\nimpact low\n}}\n}}\n{look}\n\
         decision vote \"The vote\" on 2026-12-14\n\
         axis x \"X\" {{\ngoal a \"A\" {{\nmilestone m \"First day\" on 2027-03\nmilestone n \"Second day\" on 2028-03 {{\nvisible\n}}\n\
         indicator i \"Rate\" {{\nbaseline 1 % on 2026\ntarget 2 % on 2027\n}}\nindicator j \"Share\" {{\nbaseline 3 % on 2026\ntarget 4 % on 2027\n}}\n\
         risk \"Rain\" {{\nlikelihood low\nimpact low\n}}\n}}\n}}\n"
    );
    analyse_bytes(text.as_bytes())
}

fn data(look: &str) -> Value {
    serde_json::to_value(document(&plan(look), &Wish::default())).expect("plain data")
}

#[test]
fn the_first_page_holds_what_is_chosen() {
    let essential = |look: &str| data(look)["essential"].to_string();
    assert!(essential("").contains("Second day") && essential("").contains("Rate"));
    let chosen = essential("document strategy {\ndates a.m\nindicators a.j\n}");
    assert!(chosen.contains("First day") && !chosen.contains("Second day") && !chosen.contains("The vote"), "{chosen}");
    assert!(chosen.contains("Share") && !chosen.contains("Rate"), "{chosen}");
}

#[test]
fn what_is_left_out_is_not_printed() {
    let whole = data("");
    let ids = |data: &Value| data["chapters"].as_array().expect("chapters").iter().map(|one| one["id"].to_string()).collect::<Vec<_>>();
    assert!(ids(&whole).contains(&"\"indicators\"".to_owned()));
    let less = data("document strategy {\nomit indicators, risks\nomit reading\n}");
    assert!(!ids(&less).contains(&"\"indicators\"".to_owned()));
    assert!(whole["chapters"].to_string().contains("Rain") && !less["chapters"].to_string().contains("Rain"));
    assert!(whole["reading"].as_array().is_some_and(|lines| !lines.is_empty()) && less["reading"] == Value::Array(Vec::new()));
}

#[test]
fn a_colour_and_a_picture_are_taken_or_refused() {
    assert_eq!(data("document strategy {\naccent \"#5B1F3D\"\n}")["accent"], "#5b1f3d");
    assert_eq!(data("document strategy {\naccent \"#ffcc00\"\n}")["accent"], Value::Null, "too pale");
    let logo = &data("document strategy {\nlogo \"armes.svg\" {\nmeans \"The arms\"\n}\n}")["cover"]["logo"];
    assert_eq!((&logo["file"], &logo["alt"]), (&Value::from("logo.svg"), &Value::from("The arms")));
    assert_eq!(data("document strategy {\nlogo \"armes.svg\"\n}")["cover"]["logo"], Value::Null, "told by nothing");
}

#[test]
fn the_act_is_signed_by_who_is_named() {
    let act = |look: &str| markdown_of(&paper(&plan(look), Kind::Deliberation, &Wish::default(), None));
    assert!(act("").contains("The chair"));
    assert!(act("document strategy {\nsignatory \"The mayor\"\n}").contains("The mayor"));
}

/// The files of the plan's folder are taken, and none from elsewhere.
#[test]
fn files_are_those_of_the_plan_s_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().join("plan");
    fs::create_dir_all(root.join("gabarit")).expect("folders");
    fs::create_dir(root.join(".git")).expect("the plan's boundary");
    fs::write(folder.path().join("secret.svg"), "<svg/>").expect("a file");
    fs::write(root.join("armes.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").expect("a file");
    fs::write(root.join("gabarit/look.typ"), "// ours\n").expect("a file");
    fs::write(root.join("gabarit/strategy.json"), "{}").expect("a file");
    let write = |look: &str| {
        let text = format!("strategy \"S\" {{\nlanguage en\n}}\ndocument strategy {{\n{look}\n}}\n");
        fs::write(root.join("plan.dsl"), text).expect("a file");
    };
    let build = || strategy(&root, &["build", "--draft", "--emit", "typst", "out"]);
    write("logo \"armes.svg\" {\nmeans \"The arms\"\n}\ntemplate \"gabarit\"");
    let built = build();
    assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
    assert!(root.join("out/logo.svg").exists());
    assert_eq!(fs::read_to_string(root.join("out/look.typ")).expect("a file"), "// ours\n");
    assert!(fs::read_to_string(root.join("out/strategy.json")).expect("a file").len() > 100, "the data are the product's own");
    assert!(fs::read_to_string(root.join("out/parts.typ")).expect("a file").len() > 100, "what the template lacks is ours");
    write("logo \"absent.svg\" {\nmeans \"The arms\"\n}");
    assert_eq!(build().status.code(), Some(2), "a picture that is not there");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(folder.path().join("secret.svg"), root.join("lien.svg")).expect("a link");
        write("logo \"lien.svg\" {\nmeans \"The arms\"\n}");
        let built = build();
        assert_eq!(built.status.code(), Some(2), "it leads out of the plan's folder");
        assert!(stderr(&built).contains("lien.svg"), "{}", stderr(&built));
    }
}
