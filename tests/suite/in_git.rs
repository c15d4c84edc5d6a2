//! A plan in a git repository: what is compared with what, where the plan was moved, what a copy without files or without a past says,
//! and what `new --git` adds to a repository that is there.

use std::fs;
use std::path::Path;

use git2::build::CheckoutBuilder;
use git2::{Oid, Repository};
use serde_json::Value;

use super::revision::{commit, write};
use super::support::{command, stderr, stdout, strategy};

const PLAN: &str = "use std.roles\nstrategy \"S\" {\n  period 2027 .. 2030\n  sponsor DGS\n  lead CDO\n}\nauthority v \"V\"\naxis a \"A\" {\n  \
                    goal g \"G\" {\n    owner NOBODY\n    period 2027\n  }\n}\n";

fn mended() -> String {
    PLAN.replace("NOBODY", "DSI")
}

fn repository(folder: &Path) -> Repository {
    let mut options = git2::RepositoryInitOptions::new();
    Repository::init_opts(folder, options.initial_head("main")).expect("a repository")
}

fn switch(repository: &Repository, branch: &str) {
    if repository.find_branch(branch, git2::BranchType::Local).is_err() {
        let head = repository.head().expect("a head").peel_to_commit().expect("a commit");
        repository.branch(branch, &head, false).expect("a branch");
    }
    repository.set_head(&format!("refs/heads/{branch}")).expect("that branch");
    repository.checkout_head(Some(CheckoutBuilder::new().force())).expect("its files");
}

fn tag(repository: &Repository, name: &str, id: Oid) {
    repository.tag_lightweight(name, &repository.find_object(id, None).expect("a commit"), true).expect("a tag");
}

/// The main branch had a fault, a branch was cut, the main one was mended, and the branch changes something else.
fn parted() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let repository = repository(folder.path());
    write(folder.path(), "plan.dsl", PLAN);
    commit(&repository);
    switch(&repository, "suite");
    write(folder.path(), "plan.dsl", &PLAN.replace("\"G\"", "\"A goal\""));
    commit(&repository);
    switch(&repository, "main");
    write(folder.path(), "plan.dsl", &mended());
    commit(&repository);
    switch(&repository, "suite");
    folder
}

#[test]
fn a_branch_answers_for_its_own_findings() {
    let folder = parted();
    let output = strategy(folder.path(), &["check", "--since", "main", "--format", "concise", "--lang", "fr"]);
    assert_eq!((output.status.code(), stdout(&output)), (Some(0), String::new()), "{}", stderr(&output));
    assert!(stderr(&output).contains("par rapport au point de départ de la branche ("), "{}", stderr(&output));
    // The comment of a merge request says that it does not show all.
    let output = strategy(folder.path(), &["check", "--since", "main", "--format", "markdown", "--lang", "fr"]);
    assert!(stdout(&output).contains("Seuls sont montrés les constats nouveaux depuis « main »."), "{}", stdout(&output));
    // Three dots: from where the branch began.
    let changes = |named: &str| stdout(&strategy(folder.path(), &["diff", named, "--lang", "en"]));
    assert!(changes("main...suite").contains("A goal") && !changes("main...suite").contains("NOBODY"), "{}", changes("main...suite"));
    assert!(changes("main..suite").contains("NOBODY"), "{}", changes("main..suite"));
}

#[test]
fn branches_without_a_common_past_are_compared_as_they_are() {
    let folder = parted();
    let repository = Repository::open(folder.path()).expect("a repository");
    repository.set_head("refs/heads/autre").expect("a branch without a commit");
    commit(&repository);
    let output = strategy(folder.path(), &["check", "--since", "main", "--format", "concise", "--lang", "fr"]);
    assert!(stdout(&output).contains("E0301") && stderr(&output).contains("rien de commun avec main"), "{}", stderr(&output));
    let output = strategy(folder.path(), &["diff", "main...autre", "--lang", "fr"]);
    assert!(output.status.code() == Some(2) && stderr(&output).contains("aucune version en commun"), "{}", stderr(&output));
}

#[test]
fn a_plan_is_found_where_it_stood() {
    let folder = tempfile::tempdir().expect("a folder");
    let repository = repository(folder.path());
    let top = folder.path();
    write(top, "plan.dsl", &(mended() + "use \"axes/more.dsl\"\n"));
    write(top, "axes/more.dsl", "principle \"Openness\"\n");
    let first = commit(&repository);
    tag(&repository, "adoption", first);
    fs::create_dir(top.join("strat")).expect("a folder");
    fs::rename(top.join("plan.dsl"), top.join("strat/plan.dsl")).expect("moved");
    fs::rename(top.join("axes"), top.join("strat/axes")).expect("moved");
    let told = |arguments: &[&str]| {
        let output = strategy(&top.join("strat"), &[arguments, &["--lang", "fr"]].concat());
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", stderr(&output));
        stdout(&output) + &stderr(&output)
    };
    // Not committed yet, committed, and committed again under another name.
    for round in 0..3 {
        assert!(told(&["diff", "adoption"]).contains("Rien ne change"), "{round}");
        assert!(!told(&["check", "--since", "adoption"]).contains("n'existait pas"), "{round}");
        assert!(told(&["history"]).contains("adoption"), "{round}");
        if round == 1 {
            write(top, "strat/plan.dsl", &(mended() + "use \"axes/more.dsl\"\n// What it is about.\n"));
        }
        let mut index = repository.index().expect("an index");
        index.remove_path(Path::new("plan.dsl")).expect("gone");
        index.remove_dir(Path::new("axes"), 0).expect("gone");
        index.write().expect("written");
        commit(&repository);
    }
    // A plan that was never there is not another one that was.
    write(top, "new/plan.dsl", "strategy \"Quite another plan\" {\n}\n");
    let output = strategy(&top.join("new"), &["diff", "adoption", "--lang", "fr"]);
    assert!(stderr(&output).contains("n'existe pas dans la révision « adoption » ; on y trouve plan.dsl."), "{}", stderr(&output));
}

#[test]
fn revisions_are_read_where_no_file_is_written_out() {
    let folder = parted();
    let bare = tempfile::tempdir().expect("a folder");
    git2::build::RepoBuilder::new().bare(true).clone(folder.path().to_str().expect("a path"), bare.path()).expect("a clone");
    fs::remove_file(folder.path().join("plan.dsl")).expect("a file of ours");
    for place in [folder.path(), bare.path()] {
        let told = |arguments: &[&str]| {
            let output = strategy(place, &[arguments, &["--lang", "fr"]].concat());
            assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", stderr(&output));
            stdout(&output)
        };
        let changed = told(&["diff", "HEAD~1..HEAD", "plan.dsl"]);
        assert!(changed.contains("A goal"), "{changed}");
        assert!(told(&["history", "plan.dsl"]).contains("HEAD"));
        told(&["build", "plan.dsl", "--rev", "HEAD", "--draft", "--format", "markdown", "--output", "made.md"]);
    }
}

#[test]
fn history_says_what_git_lacks() {
    let folder = tempfile::tempdir().expect("a folder");
    let repository = repository(folder.path());
    write(folder.path(), "plan.dsl", &(mended() + "decision vote \"Vote\" on 2020-01-15 {\n  result adopted\n}\n"));
    let output = strategy(folder.path(), &["history", "--lang", "fr"]);
    assert!(output.status.code() == Some(2) && stderr(&output).contains("aucune version enregistrée"), "{}", stderr(&output));
    let first = commit(&repository);
    let told = || stderr(&strategy(folder.path(), &["history", "--lang", "fr"]));
    assert!(told().contains("d'avant le premier enregistrement git"), "{}", told());
    fs::write(repository.path().join("shallow"), format!("{first}\n")).expect("a file");
    assert!(told().contains("copie partielle") && told().contains("git fetch --unshallow"), "{}", told());
    // On a narrow terminal nothing is wider than it.
    let output = command(folder.path(), &["history", "--lang", "fr"]).env("COLUMNS", "40").output().expect("our own binary");
    let both = stdout(&output) + &stderr(&output);
    assert!(both.lines().all(|line| line.chars().count() <= 40), "{both}");
}

#[test]
fn policies_that_cannot_be_read_whole_judge_nothing() {
    let policy =
        "policy tall {\n  code TALL-01\n  title \"T\"\n  each sheet\n  require sheet.cost >= 1 k€\n  message \"{sheet} is small\"\n}\n";
    let folder = tempfile::tempdir().expect("a folder");
    let repository = repository(folder.path());
    let whole = mended() + "use \"rules.dsl\"\n";
    for (plan, rules, place) in [
        (whole.clone(), Some("policy {{{ \"\n".to_owned() + policy), "HEAD:town/rules.dsl"),
        (whole.clone(), None, "HEAD:town/"),
        (whole.replace("axis a \"A\" {", "axis a \"A {"), Some(policy.to_owned()), "HEAD:town/plan.dsl"),
        (whole.replace("use \"rules.dsl\"", "use \"rules.dsl"), Some(policy.to_owned()), "HEAD:town/plan.dsl"),
    ] {
        let town = folder.path().join("town");
        let _ = fs::remove_dir_all(&town);
        write(&town, "plan.dsl", &plan);
        if let Some(rules) = &rules {
            write(&town, "rules.dsl", rules);
        }
        let mut index = repository.index().expect("an index");
        index.clear().expect("emptied");
        index.write().expect("written");
        commit(&repository);
        write(&town, "plan.dsl", &whole);
        write(&town, "rules.dsl", policy);
        let output = strategy(&town, &["check", "--policies", "HEAD", "--lang", "fr"]);
        assert_eq!((output.status.code(), stdout(&output)), (Some(2), String::new()), "{plan}{}", stderr(&output));
        assert!(stderr(&output).contains(place), "{place}: {}", stderr(&output));
        let output = strategy(&town, &["check", "--since", "HEAD", "--lang", "fr"]);
        assert!(stderr(&output).contains("n'a pas pu être lu en entier"), "{plan}{}", stderr(&output));
    }
    // What is wrong with a date says nothing of the policies.
    write(folder.path(), "town/plan.dsl", &whole.replace("    period 2027\n", "    period someday\n"));
    commit(&repository);
    let output = strategy(&folder.path().join("town"), &["check", "--policies", "HEAD", "--lang", "fr"]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
}

#[test]
fn what_is_known_of_one_plan_is_not_known_of_another() {
    let folder = tempfile::tempdir().expect("a folder");
    let (a, b) = ("a/plan.dsl", "b/plan.dsl");
    write(folder.path(), a, PLAN);
    write(folder.path(), b, &mended());
    let check = |arguments: &[&str]| {
        let output = strategy(folder.path(), &[&["check", "--format", "concise", "--lang", "fr"], arguments].concat());
        (output.status.code(), stdout(&output), stderr(&output))
    };
    let (code, _, told) = check(&[a, "--baseline", "nope.json"]);
    assert!(code == Some(2) && told.contains("ce fichier n'existe pas"), "{told}");
    check(&[a, b, "--baseline", "known.json", "--write-baseline"]);
    assert_eq!(check(&[a, b, "--baseline", "known.json"]).1, "");
    write(folder.path(), b, PLAN);
    let (code, told, _) = check(&[a, b, "--baseline", "known.json"]);
    assert!(code == Some(1) && told.contains("b/plan.dsl") && !told.contains("a/plan.dsl"), "{told}");
    // A plan that is not looked at is neither forgotten nor found out of date.
    write(folder.path(), a, &mended());
    let (_, _, told) = check(&[b, "--baseline", "known.json"]);
    assert!(!told.contains("correspond"), "{told}");
    let (_, _, told) = check(&[a, "--baseline", "known.json"]);
    assert!(told.contains("1 entrée ne correspond plus à rien") && told.contains("la retire"), "{told}");
    check(&[b, "--baseline", "known.json", "--write-baseline"]);
    write(folder.path(), a, PLAN);
    assert_eq!(check(&[a, b, "--baseline", "known.json"]).1, "");
    // A file of before, which names no plan.
    fs::write(folder.path().join("old.json"), "{ \"version\": 1, \"findings\": [\"E0301 goal g owner NOBODY\"] }").expect("a file");
    let (_, told, notes) = check(&[a, "--baseline", "old.json"]);
    assert!(!told.contains("E0301") && notes.contains("1 constat connu de old.json"), "{told}{notes}");
}

/// A plan with a waiver, an action without a name, and a list of names.
const RENAMED: &str = "use std.policies.transition\nstrategy \"Plan\" {\n  period 2027 .. 2030\n}\nowner DSI \"Informatique\" {\n  post to-recruit\n}\nowner COM \"Communication\"\n\
                       axis socle \"Socle\" {\n  goal hub \"Hub\" {\n    owner DSI\n    period 2027 .. 2028\n    contributors DSI, COM, XXX\n    action \"Former les agents\" {\n      owner DSI\n    }\n  }\n  \
                       goal port \"Port\" {\n    owner DSI\n    period 2027 .. 2028\n  }\n}\nwaive ART-07 on hub {\n  because \"x\"\n  by DSI\n  until 2028-12-31\n}\n";

/// The plan as it is now, after what was committed: what is new in it, in one line each.
fn new_since_head(before: &str, now: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let repository = repository(folder.path());
    write(folder.path(), "plan.dsl", before);
    commit(&repository);
    write(folder.path(), "plan.dsl", now);
    let output = strategy(folder.path(), &["check", "--since", "HEAD", "--format", "concise", "--lang", "en", "--as-of", "2027-01-15"]);
    stdout(&output)
}

#[test]
fn what_has_another_name_has_no_new_findings() {
    let now = RENAMED.replace("goal hub", "goal centre").replace("on hub", "on centre");
    assert_eq!(new_since_head(RENAMED, &now), "");
    // An action that gets a name, and one that moves to another goal.
    let now = RENAMED.replace("action \"Former", "action agents \"Former");
    assert_eq!(new_since_head(RENAMED, &now), "");
    let action = "    action \"Former les agents\" {\n      owner DSI\n    }\n";
    let now = RENAMED.replace(action, "").replace("goal port \"Port\" {\n", &format!("goal port \"Port\" {{\n{action}"));
    assert!(!new_since_head(RENAMED, &now).contains("Former"), "{}", new_since_head(RENAMED, &now));
    // The same for what waits: by the new name, it waits for the same thing.
    let waiting = RENAMED.replace("goal port \"Port\" {\n", "goal port \"Port\" {\n    depends on hub\n");
    let now = waiting.replace("goal hub", "goal centre").replace("on hub", "on centre");
    assert_eq!(new_since_head(&waiting, &now), "");
}

#[test]
fn a_new_error_does_not_hide_behind_an_old_one() {
    let told = new_since_head(RENAMED, &RENAMED.replace("waive ART-07 on hub", "waive ART-08 on port"));
    assert!(told.contains("E0916") && told.contains("ART-08"), "{told}");
    let told = new_since_head(RENAMED, &RENAMED.replace("waive ART-07 on hub", "waive ART-07 on port"));
    assert!(told.contains("E0916"), "{told}");
    let told = new_since_head(RENAMED, &RENAMED.replace("XXX", "YYY"));
    assert!(told.contains("E0301") && told.contains("YYY"), "{told}");
    // A keyword and a value that nobody knows.
    let word = |line: &str| RENAMED.replace("goal port \"Port\" {\n", &format!("goal port \"Port\" {{\n    {line}\n"));
    let told = new_since_head(&word("zzzz 12"), &word("qqqq 12"));
    assert!(told.contains("E0105") && told.contains("qqqq"), "{told}");
    let told = new_since_head(&word("status zzzz"), &word("status qqqq"));
    assert!(told.contains("E0204") && told.contains("qqqq"), "{told}");
    // Who waits for two things too early: one of them is new.
    let waits = |names: &str| {
        word(&format!("depends on {names}"))
            .replace("goal port", "goal far \"F\" {\n    owner DSI\n    period 2028 .. 2029\n  }\n  goal port")
    };
    let told = new_since_head(&waits("hub"), &waits("far"));
    assert!(told.contains("E0402") && told.contains("far"), "{told}");
}

#[test]
fn a_baseline_is_written_over_no_other_file() {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), "p1/plan.dsl", PLAN);
    write(folder.path(), "p2/plan.dsl", PLAN);
    let check = |arguments: &[&str]| {
        let output = strategy(folder.path(), &[&["check", "--format", "concise", "--lang", "fr"], arguments].concat());
        (output.status.code(), stderr(&output))
    };
    // A file of the plan, another text, bytes that are no text, data of another kind.
    fs::write(folder.path().join("letters.txt"), "Madame, Monsieur").expect("a file");
    fs::write(folder.path().join("bytes"), [0xff_u8, 0xfe, 0]).expect("a file");
    fs::write(folder.path().join("other.json"), "{ \"version\": 1, \"name\": \"x\" }").expect("a file");
    for name in ["p1/plan.dsl", "letters.txt", "bytes", "other.json"] {
        let before = fs::read(folder.path().join(name)).expect("a file");
        let (code, told) = check(&["p1", "--baseline", name, "--write-baseline"]);
        assert_eq!((code, fs::read(folder.path().join(name)).expect("a file")), (Some(2), before), "{name}: {told}");
        // Read, it offers nothing that would be refused.
        let (code, told) = check(&["p1", "--baseline", name]);
        assert!(code == Some(2) && told.contains("n'est pas une liste de constats connus") && !told.contains("--write-baseline"), "{told}");
    }
    for more in [&["--write-baseline"][..], &[]] {
        let (code, told) = check(&[&["p1", "--baseline", "p2"], more].concat());
        assert!(code == Some(2) && told.contains("c'est un dossier") && !told.contains("--write-baseline"), "{told}");
    }
    // One that is not there, or empty: what is offered does it.
    fs::write(folder.path().join("empty.json"), "\n").expect("a file");
    for name in ["new.json", "empty.json"] {
        let offered = format!("`strategy check p1 p2 --baseline {name} --write-baseline`");
        let (code, told) = check(&["p1", "p2", "--baseline", name]);
        assert!(code == Some(2) && told.contains(&offered), "{told}");
        assert_eq!(check(&["p1", "p2", "--baseline", name, "--write-baseline"]).0, Some(0));
        // So is what takes out an entry that is of no use.
        write(folder.path(), "p1/plan.dsl", &mended());
        let (_, told) = check(&["p1", "p2", "--baseline", name]);
        assert!(told.contains("1 entrée ne correspond plus à rien") && told.contains(&offered), "{told}");
        write(folder.path(), "p1/plan.dsl", PLAN);
    }
}

#[test]
fn a_folder_that_is_called_like_a_branch() {
    let folder = tempfile::tempdir().expect("a folder");
    let repository = repository(folder.path());
    write(folder.path(), "plan.dsl", &(mended() + "use \"axes/more.dsl\"\n"));
    write(folder.path(), "axes/more.dsl", "principle \"Openness\"\n");
    commit(&repository);
    switch(&repository, "axes");
    write(folder.path(), "axes/more.dsl", "principle \"Sobriety\"\n");
    commit(&repository);
    switch(&repository, "main");
    let told = |named: &[&str]| {
        let output = strategy(folder.path(), &[&["diff", "--lang", "en"], named].concat());
        (output.status.code(), stdout(&output) + &stderr(&output))
    };
    // Two dots stand between revisions.
    for named in ["axes..HEAD", "HEAD..axes", "HEAD...axes", "axes..", "refs/heads/axes"] {
        let (code, told) = told(&[named]);
        assert!(code == Some(0) && told.contains("Sobriety"), "{named}: {told}");
    }
    // Alone it is both, with a plan beside it too; and what is offered is understood.
    for named in [&["axes"][..], &["axes", "plan.dsl"]] {
        let (code, told) = told(named);
        assert!(code == Some(2) && told.contains("`./axes`") && told.contains("`refs/heads/axes`"), "{told}");
    }
    let (code, mine) = told(&["./axes"]);
    assert!(code == Some(0) && mine.contains("Nothing changes"), "{mine}");
    let against = |named: &str| {
        let build = ["build", "--document", "amendment", "--format", "markdown", "--output", "made.md", "--draft", "--lang", "fr"];
        let output = strategy(folder.path(), &[&build[..], &["--against", named]].concat());
        (output.status.code(), stderr(&output))
    };
    let (code, said) = against("axes");
    assert!(code == Some(2) && said.contains("`./axes` pour le dossier, `refs/heads/axes` pour la révision"), "{said}");
    assert_eq!(against("refs/heads/axes").0, Some(0), "{}", against("refs/heads/axes").1);
    // One of both alone is meant.
    switch(&repository, "seul");
    assert_eq!(told(&["seul"]).0, Some(0));
    write(folder.path(), "town/plan.dsl", PLAN);
    assert!(told(&["town"]).1.contains("NOBODY"), "{}", told(&["town"]).1);
    // A folder that is called by the one above is no pair of revisions.
    let output = strategy(&folder.path().join("axes"), &["diff", "../town", "--lang", "en"]);
    assert!(stdout(&output).contains("NOBODY"), "{}{}", stdout(&output), stderr(&output));
}

#[test]
fn a_partial_copy_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let repository = repository(folder.path());
    write(folder.path(), "plan.dsl", PLAN);
    commit(&repository);
    write(folder.path(), "plan.dsl", &mended());
    let last = commit(&repository);
    let told = |arguments: &[&str]| {
        let output = strategy(folder.path(), &[arguments, &["--lang", "fr"]].concat());
        stdout(&output) + &stderr(&output)
    };
    let commands = [&["blame", "g"][..], &["history"], &["doctor"]];
    assert!(commands.iter().all(|command| !told(command).contains("--unshallow")));
    // As `git clone --depth 1` leaves it.
    fs::write(repository.path().join("shallow"), format!("{last}\n")).expect("a file");
    for command in commands {
        let all = told(command);
        assert!(all.contains("partielle") && all.contains("--unshallow"), "{command:?}: {all}");
        assert!(!all.contains("Ni étiquette git"), "{all}");
    }
}

#[test]
fn a_hook_checks_the_plans_that_a_commit_touches() {
    let folder = tempfile::tempdir().expect("a folder");
    let repository = repository(folder.path());
    let top = folder.path();
    let check = |arguments: &[&str]| {
        let output = strategy(top, &[&["check", "--staged", "--format", "concise", "--lang", "fr"], arguments].concat());
        (output.status.code(), stdout(&output) + &stderr(&output))
    };
    let (code, told) = check(&[]);
    assert!(code == Some(0) && told.contains("ne touche aucun plan"), "{told}");
    for plan in ["a", "b"] {
        write(top, &format!("{plan}/plan.dsl"), &(mended() + "use \"axes/more.dsl\"\n"));
        write(top, &format!("{plan}/axes/more.dsl"), "principle \"Openness\"\n");
    }
    write(top, "c/plan.dsl", PLAN);
    commit(&repository);
    repository.index().and_then(|mut index| index.write()).expect("written");
    // Nothing is staged: even of a plan with errors.
    assert_eq!(check(&[]).0, Some(0));
    let stage = |gone: &str| {
        fs::remove_file(top.join(gone)).expect("a file of ours");
        let mut index = repository.index().expect("an index");
        index.remove_path(Path::new(gone)).expect("gone");
        index.write().expect("written");
    };
    stage("a/axes/more.dsl");
    // Beside a file of another plan that is handed over, and without any.
    for named in [&["b/axes/more.dsl"][..], &[]] {
        let (code, told) = check(named);
        assert!(code == Some(1) || code == Some(2), "{told}");
        assert!(told.contains("a/plan.dsl") && !told.contains("c/plan.dsl"), "{told}");
    }
    // A plan that goes as a whole is none.
    stage("a/plan.dsl");
    assert_eq!(check(&[]).0, Some(0), "{}", check(&[]).1);
    // `git commit -a` commits from another file than the usual one.
    let usual = repository.path().join("index");
    let other = repository.path().join("other");
    commit(&repository);
    repository.index().and_then(|mut index| index.write()).expect("written");
    fs::copy(&usual, &other).expect("a copy");
    fs::remove_file(top.join("b/axes/more.dsl")).expect("a file of ours");
    let mut index = git2::Index::open(&other).expect("an index");
    index.remove_path(Path::new("b/axes/more.dsl")).expect("gone");
    index.write().expect("written");
    let output = command(top, &["check", "--staged"]).env("GIT_INDEX_FILE", &other).output().expect("our own binary");
    assert!(!output.status.success(), "{}{}", stdout(&output), stderr(&output));
    // Without a repository there is nothing to be committed.
    let output = strategy(tempfile::tempdir().expect("a folder").path(), &["check", "--staged", "--lang", "fr"]);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
}

#[test]
fn a_forge_finds_the_files_and_tells_the_plans_apart() {
    let folder = tempfile::tempdir().expect("a folder");
    repository(folder.path());
    write(folder.path(), "plans/a/plan.dsl", PLAN);
    write(folder.path(), "plans/b/plan.dsl", PLAN);
    let form = |form: &str, more: &[&str]| {
        let arguments = [&["check", "a/plan.dsl", "b/plan.dsl", "--format", form, "--lang", "en", "-q"], more].concat();
        stdout(&strategy(&folder.path().join("plans"), &arguments))
    };
    for name in ["sarif", "github", "gitlab", "rdjson", "junit", "markdown"] {
        assert!(form(name, &[]).contains("plans/a/plan.dsl"), "{name}: {}", form(name, &[]));
    }
    assert!(!form("json", &[]).contains("plans/a"), "a program is told what a person is told");
    let distinct = |text: &str, path: &str| {
        let report: Value = serde_json::from_str(text).expect("JSON");
        let rows = if path.is_empty() { &report } else { &report["runs"][0]["results"] };
        let rows = rows.as_array().expect("a list");
        let print = |row: &Value| if path.is_empty() { row["fingerprint"].to_string() } else { row[path].to_string() };
        let prints: std::collections::BTreeSet<String> = rows.iter().map(print).collect();
        assert!(!rows.is_empty() && prints.len() == rows.len(), "{} of {}", prints.len(), rows.len());
    };
    distinct(&form("sarif", &[]), "partialFingerprints");
    distinct(&form("gitlab", &[]), "");
    // Warnings that fail are failures there too.
    let warned = |text: &str| text.matches("::warning").count() + text.matches("<system-out>").count();
    assert!(warned(&form("github", &[])) > 0 && form("junit", &[]).contains("<system-out>"));
    assert_eq!(warned(&form("github", &["--deny", "warnings"])), 0);
    let failures = |text: &str| text.matches("<failure").count();
    assert!(failures(&form("junit", &["--deny", "warnings"])) > failures(&form("junit", &[])));
}

#[test]
fn what_git_reads_goes_to_the_top_of_a_repository_that_is_there() {
    let folder = tempfile::tempdir().expect("a folder");
    repository(folder.path());
    write(folder.path(), ".gitlab-ci.yml", "stages: [test]\n");
    let output = strategy(folder.path(), &["new", "plans/l'été", "--kind", "commune", "--set", "nom=M", "--git", "--lang", "fr"]);
    let told = stderr(&output);
    assert_eq!(output.status.code(), Some(0), "{told}");
    let text = |name: &str| fs::read_to_string(folder.path().join(name)).expect(name);
    assert_eq!(text(".gitlab-ci.yml"), "stages: [test]\n");
    assert!(told.contains(".gitlab-ci.yml existe déjà") && told.contains("strategy check plans/l\\'été --format gitlab"), "{told}");
    assert!(text(".github/workflows/strategie.yml").contains("strategy check plans/l\\'été --format sarif"));
    assert!(text(".pre-commit-config.yaml").contains("files: ^plans/l\\'été/.*\\.dsl$"));
    assert!(folder.path().join("plans/l'été/.gitattributes").exists() && !folder.path().join("plans/l'été/.github").exists());
    assert!(told.contains("`git -C . config --add include.path ../plans/l\\'été/.gitconfig`"), "{told}");
    assert!(told.contains("pre-commit install"), "{told}");
    // A repository of its own: all of it beside the plan, and the heads of git's changes are those of sheets.
    let output = strategy(tempfile::tempdir().expect("a folder").path(), &["new", "x", "--kind", "commune", "--git", "--lang", "fr"]);
    assert!(stderr(&output).contains("`cd x && pre-commit install`"), "{}", stderr(&output));
    let settings = text("plans/l'été/.gitconfig");
    assert!(settings.contains("|objectif)") && !settings.contains("budget") && !settings.contains("cible"), "{settings}");
}
