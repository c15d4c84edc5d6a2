//! `check --policies REV`: a plan is judged by the policies, settings and thresholds of another revision, so that no merge request
//! weakens its own judge.

use std::fs;
use std::path::Path;

use git2::{IndexAddOption, Oid, Repository, Signature};
use serde_json::Value;

use super::support::{stderr, stdout, strategy};

const PLAN: &str = "use std.roles\nuse std.policies.law with {\nSETTINGS}\nuse \"rules.dsl\"\nstrategy \"S\" {\n  period 2027 .. 2030\n  sponsor DGS\n  lead CDO\n}\n\
                    authority v \"V\"\naxis a \"A\" {\n  goal g \"G\" {\n    owner DSI\n    period 2027\n    budget {\n      operating 2027: 1 k€\n    }\n  }\n}\n";

const RULES: &str = "policy tall {\n  code TALL-01\n  title \"A budget has its money\"\n  severity error\n  parameter least = 2 k€ \"The least\"\n  \
                     each sheet\n  require sheet.cost >= least\n  message \"{sheet} is small\"\n}\n";

pub fn repository(folder: &Path) -> Repository {
    Repository::init(folder).expect("a repository")
}

pub fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

pub fn commit(repository: &Repository) -> Oid {
    let mut index = repository.index().expect("an index");
    index.add_all(["*"], IndexAddOption::DEFAULT, None).expect("all is added");
    let tree = repository.find_tree(index.write_tree().expect("a tree")).expect("that tree");
    let who = Signature::now("A", "a@ville.example").expect("somebody");
    let parents: Vec<_> = repository.head().ok().and_then(|head| head.peel_to_commit().ok()).into_iter().collect();
    repository.commit(Some("HEAD"), &who, &who, "so", &tree, &parents.iter().collect::<Vec<_>>()).expect("a commit")
}

fn check(folder: &Path, arguments: &[&str]) -> Value {
    let mut all = vec!["check", "--format", "json", "--lang", "en"];
    all.extend(arguments);
    let output = strategy(folder, &all);
    serde_json::from_str(&stdout(&output)).unwrap_or_else(|error| panic!("{error}: {}{}", stdout(&output), stderr(&output)))
}

fn codes(report: &Value) -> Vec<&str> {
    report["diagnostics"].as_array().expect("a list").iter().filter_map(|found| found["code"].as_str()).collect()
}

/// A repository whose first commit is strict; the work tree has been weakened since.
fn weakened() -> (tempfile::TempDir, Repository) {
    let folder = tempfile::tempdir().expect("a folder");
    let repository = repository(folder.path());
    write(folder.path(), "town/plan.dsl", &PLAN.replace("SETTINGS", ""));
    write(folder.path(), "town/rules.dsl", RULES);
    commit(&repository);
    write(folder.path(), "town/rules.dsl", &RULES.replace("least = 2 k€", "least = 1 k€"));
    write(folder.path(), "town/plan.dsl", &PLAN.replace("SETTINGS", "  off LEG-RGPD-01 because \"later\"\n"));
    (folder, repository)
}

#[test]
fn a_merge_request_does_not_weaken_its_own_judge() {
    let (folder, repository) = weakened();
    let town = folder.path().join("town");
    let own = check(&town, &[]);
    assert!(!codes(&own).contains(&"TALL-01"), "{own}");
    assert_eq!(own["policies"]["weakened"][0]["code"], "LEG-RGPD-01");
    for revision in ["HEAD", &repository.head().expect("a head").target().expect("a commit").to_string()[..10]] {
        let theirs = check(&town, &["--policies", revision]);
        assert!(codes(&theirs).contains(&"TALL-01"), "{theirs}");
        assert_eq!(theirs["policies"]["revision"], revision);
        assert_eq!(theirs["policies"]["weakened"].as_array().map(Vec::len), Some(0));
        assert!(codes(&theirs).contains(&"LEG-RGPD-01") && !codes(&own).contains(&"LEG-RGPD-01"));
        // The rest of what is said is the same: the plan is this one.
        let rest = |report: &Value| {
            codes(report).into_iter().filter(|code| !matches!(*code, "TALL-01" | "LEG-RGPD-01")).map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(rest(&own), rest(&theirs));
    }
    let output = strategy(&town, &["check", "--policies", "HEAD", "--lang", "fr"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("Règles de HEAD : "), "{}", stderr(&output));
}

#[test]
fn a_policy_that_is_wrong_is_told_wherever_it_is() {
    let (folder, repository) = weakened();
    let town = folder.path().join("town");
    // In the revision: at this plan's beginning, with its place there.
    write(&town, "rules.dsl", &RULES.replace("sheet.cost >= least", "sheet.costs >= least"));
    commit(&repository);
    write(&town, "rules.dsl", RULES);
    let report = check(&town, &["--policies", "HEAD"]);
    let wrong: Vec<&Value> = report["diagnostics"].as_array().expect("a list").iter().filter(|one| one["code"] == "E0901").collect();
    let [wrong] = wrong[..] else { panic!("one: {report}") };
    assert_eq!(wrong["file"], "plan.dsl");
    assert_eq!(wrong["labels"][0]["message"], "HEAD:town/rules.dsl:7", "{wrong}");
    assert_eq!(report["policies"]["unreadable"][0], "TALL-01");
    // In the work tree: in its own text.
    commit(&repository);
    write(&town, "rules.dsl", &RULES.replace("sheet.cost >= least", "sheet.costs >= least"));
    let report = check(&town, &["--policies", "HEAD"]);
    let wrong: Vec<&Value> = report["diagnostics"].as_array().expect("a list").iter().filter(|one| one["code"] == "E0901").collect();
    let [wrong] = wrong[..] else { panic!("one: {report}") };
    assert_eq!((&wrong["file"], &wrong["line"]), (&Value::from("rules.dsl"), &Value::from(7)));
    assert!(codes(&report).contains(&"TALL-01"), "the revision's own judges: {report}");
}

#[test]
fn what_costs_too_much_in_a_revision_is_told_without_a_place_of_its_own() {
    let (folder, repository) = weakened();
    let town = folder.path().join("town");
    let cube = "règle cube {\n  titre \"T\"\n  gravité avertissement\n  chaque fiche\n  exige existe une fiche b telle que \
                (existe une fiche c telle que (fiche.coût < b.coût et b.coût < c.coût))\n  message \"M\"\n}\n";
    write(&town, "rules.dsl", &(RULES.to_owned() + cube));
    commit(&repository);
    let goals: String = (0..400).map(|at| format!("  goal z{at} \"Z\" {{\n    owner DSI\n    period 2027\n  }}\n")).collect();
    write(&town, "plan.dsl", &(PLAN.replace("SETTINGS", "") + "axis z \"Z\" {\n" + &goals + "}\n"));
    write(&town, "rules.dsl", "");
    let report = check(&town, &["--policies", "HEAD"]);
    let costly: Vec<&Value> = report["diagnostics"].as_array().expect("a list").iter().filter(|one| one["code"] == "E0909").collect();
    assert_eq!(costly.len(), 1, "{:?}", codes(&report));
    assert_eq!(costly[0]["labels"][0]["message"], "HEAD");
}

#[test]
fn a_revision_that_cannot_be_read_is_explained() {
    let told = |folder: &Path, arguments: &[&str]| {
        let output = strategy(folder, &[&["check", "--lang", "fr"], arguments].concat());
        assert_eq!((output.status.code(), stdout(&output)), (Some(2), String::new()));
        stderr(&output)
    };
    let (folder, repository) = weakened();
    let town = folder.path().join("town");
    assert!(told(&town, &["--policies", "nulle-part"]).contains("git ne connaît aucune révision « nulle-part »"));
    write(folder.path(), "new/plan.dsl", PLAN);
    assert!(told(&folder.path().join("new"), &["--policies", "HEAD"]).contains("« plan.dsl » n'existe pas dans la révision « HEAD »"));
    let shallow = repository.path().join("shallow");
    fs::write(&shallow, format!("{}\n", repository.head().expect("a head").target().expect("a commit"))).expect("a file");
    assert!(told(&town, &["--policies", "HEAD~1"]).contains("git fetch --unshallow"));

    let bare = tempfile::tempdir().expect("a folder");
    write(bare.path(), "plan.dsl", PLAN);
    assert!(told(bare.path(), &["--policies", "HEAD"]).contains("dans aucun dépôt git"));
    self::repository(bare.path());
    assert!(told(bare.path(), &["--policies", "HEAD"]).contains("aucune version enregistrée"));
}

#[cfg(unix)]
#[test]
fn links_of_a_revision_are_followed_within_it() {
    let (folder, repository) = weakened();
    let town = folder.path().join("town");
    fs::remove_file(town.join("rules.dsl")).expect("a file of ours");
    write(folder.path(), "shared/rules.dsl", RULES);
    std::os::unix::fs::symlink("../shared/rules.dsl", town.join("rules.dsl")).expect("a link");
    commit(&repository);
    write(folder.path(), "shared/rules.dsl", "");
    assert!(codes(&check(&town, &["--policies", "HEAD"])).contains(&"TALL-01"));
    // By a link to the folder, the same repository is found.
    let elsewhere = tempfile::tempdir().expect("a folder");
    std::os::unix::fs::symlink(&town, elsewhere.path().join("mine")).expect("a link");
    assert!(codes(&check(elsewhere.path(), &["mine/plan.dsl", "--policies", "HEAD"])).contains(&"TALL-01"));
}
