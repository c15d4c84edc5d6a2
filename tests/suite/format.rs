//! `strategy fmt` changes how a plan looks and nothing else: on every plan of ours, on plans with mistakes, on any text.

use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use rayon::prelude::*;
use strategy::analysis::{Analysis, analyse};
use strategy::diagnostic::Lang;
use strategy::export;
use strategy::load::Memory;
use strategy::plan::format;
use strategy::sample::sample;

use super::marker;
use super::support::{Random, analyse_bytes, command, files_below, stderr, stdout, strategy, top};

type Files = Vec<(String, String)>;

/// Whole plans: the examples, those with mistakes, synthetic ones, and those written from the table.
fn plans() -> Vec<(String, Files)> {
    let mut plans = Vec::new();
    for name in ["montreval", "bretagne"] {
        let folder = top().join("examples").join(name);
        let read = |path: &std::path::PathBuf| {
            let below = path.strip_prefix(&folder).expect("below").to_string_lossy().into_owned();
            (below, std::fs::read_to_string(path).expect("an example"))
        };
        plans.push((name.to_owned(), files_below(&folder, "dsl").iter().map(read).collect()));
    }
    for (name, text) in single_files() {
        plans.push((name, vec![("plan.dsl".to_owned(), text)]));
    }
    for (count, seed) in [(0, 1), (3, 2), (40, 3), (200, 4)] {
        plans.push((format!("sample of {count}"), sample(count, seed).files()));
    }
    for (variant, spelt) in (0..marker::variants()).flat_map(|variant| [Lang::En, Lang::Fr].map(|spelt| (variant, spelt))) {
        plans.push((format!("marker {variant} {spelt:?}"), vec![("plan.dsl".to_owned(), marker::plan(variant, spelt))]));
    }
    plans
}

/// Examples with mistakes, published plans, the library, and every block of the pages that explain the language.
fn single_files() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for path in ["examples/mistakes", "examples/real", "stdlib"].iter().flat_map(|folder| files_below(&top().join(folder), "dsl")) {
        files.push((path.display().to_string(), std::fs::read_to_string(&path).expect("a file of ours")));
    }
    for page in files_below(&top().join("tests/spec"), "md") {
        let text = std::fs::read_to_string(&page).expect("a page");
        for (number, block) in text.split("```dsl\n").skip(1).enumerate() {
            let block = block.split("```").next().expect("a fenced block");
            files.push((format!("{} block {}", page.display(), number + 1), block.to_owned()));
        }
    }
    files
}

fn read(files: &Files) -> Analysis {
    analyse(&Memory::new(files.clone()), Memory::root())
}

fn formatted(files: &Files, lang: Option<Lang>) -> Files {
    files.iter().map(|(name, text)| (name.clone(), format(text, lang).text)).collect()
}

/// What a plan says, and what is wrong with it, in no order.
fn meaning(analysis: &Analysis) -> (String, Vec<&'static str>) {
    let mut said: Vec<&'static str> = analysis.diagnostics.iter().map(|found| found.rule.id).collect();
    said.sort_unstable();
    (export::json(analysis), said)
}

/// The comments of a text, in order, and whether each has a line of its own.
fn comments(text: &str) -> Vec<String> {
    let comment = |line: &str| {
        let mut rest = line;
        loop {
            let at = rest.find(['"', '«', '“', '/'])?;
            rest = &rest[at..];
            if rest.starts_with("//") {
                return Some(rest.trim_end().to_owned());
            }
            let end = match rest.chars().next()? {
                '"' => {
                    let mut escaped = false;
                    let closes = |(_, c): &(usize, char)| {
                        let closes = *c == '"' && !escaped;
                        escaped = *c == '\\' && !escaped;
                        closes
                    };
                    rest[1..].char_indices().find(closes).map(|(at, _)| at + 2)
                }
                '«' => rest.find('»').map(|at| at + 2),
                '“' => rest.find('”').map(|at| at + 3),
                _ => Some(1),
            };
            rest = &rest[end?..];
        }
    };
    text.lines().filter_map(comment).collect()
}

/// What is left of a text without its blanks, the kind of its quotes, accents and capitals.
fn bare(text: &str) -> String {
    let plain = strategy::diagnostic::suggest::fold(text);
    plain.chars().filter(|c| !c.is_whitespace() && !matches!(c, '"' | '«' | '»' | '“' | '”' | '\\' | '\u{feff}')).collect()
}

fn assert_stable(name: &str, text: &str, lang: Option<Lang>) -> String {
    let once = format(text, lang).text;
    let twice = format(&once, lang).text;
    if once != twice {
        let differ = once.lines().zip(twice.lines()).find(|(once, twice)| once != twice);
        panic!("{name}: the second time differs: {differ:?}\n--- text\n{text}\n--- once\n{once}\n--- twice\n{twice}");
    }
    once
}

fn assert_same(name: &str, text: &str, laid: &str) {
    let [(before, said), (after, said_after)] = [text, laid].map(|text| meaning(&analyse_bytes(text.as_bytes())));
    let differ = before.lines().zip(after.lines()).find(|(before, after)| before != after);
    assert!(before == after, "{name} is another plan: {differ:?}\n--- text\n{text:?}\n--- laid out\n{laid:?}");
    assert!(said == said_after, "{name}: {said:?} then {said_after:?}\n--- text\n{text:?}\n--- laid out\n{laid:?}");
}

#[test]
fn the_examples_are_laid_out() {
    let folders = ["examples/montreval", "examples/bretagne", "examples/real", "stdlib"];
    for path in folders.iter().flat_map(|folder| files_below(&top().join(folder), "dsl")) {
        let text = std::fs::read_to_string(&path).expect("a file of ours");
        let laid = format(&text, None);
        assert!(laid.text == text && laid.kept.is_empty(), "{}: run `strategy fmt` on it", path.display());
    }
}

#[test]
fn twice_is_once_and_the_plan_stays_the_same() {
    plans().par_iter().for_each(|(name, files)| {
        for lang in [None, Some(Lang::Fr), Some(Lang::En)] {
            for (file, text) in files {
                let laid = assert_stable(&format!("{name} {file}"), text, lang);
                assert_eq!(comments(&laid), comments(text), "{name} {file}");
            }
            let after = formatted(files, lang);
            assert_eq!(meaning(&read(&after)), meaning(&read(files)), "{name} {lang:?}");
        }
    });
}

#[test]
fn there_and_back_is_the_same_bytes() {
    for (name, files) in plans() {
        for (here, there) in [(Lang::Fr, Lang::En), (Lang::En, Lang::Fr)] {
            let first = formatted(&files, Some(here));
            let back = formatted(&formatted(&first, Some(there)), Some(here));
            for ((file, first), (_, back)) in first.iter().zip(&back) {
                let differ = first.lines().zip(back.lines()).find(|(first, back)| first != back);
                assert!(first == back, "{name} {file}: {differ:?}");
            }
        }
    }
}

/// An example in French, laid out, is what it was after a journey through English.
#[test]
fn montreval_travels_without_a_trace() {
    let (_, files) = plans().into_iter().find(|(name, _)| name == "montreval").expect("the example");
    let english = formatted(&files, Some(Lang::En));
    for word in ["période", "pilote ", "au 20", " mois", "-T3", "de l'investissement"] {
        let in_code = |text: &String| {
            text.lines().any(|line| !line.trim_start().starts_with('/') && line.split('"').step_by(2).any(|code| code.contains(word)))
        };
        assert!(files.iter().any(|(_, text)| in_code(text)), "{word} is in the example");
        assert!(!english.iter().any(|(_, text)| in_code(text)), "{word} is French");
    }
    assert_eq!(formatted(&english, Some(Lang::Fr)), files);
}

#[test]
fn the_english_plan_in_french_is_the_french_one() {
    for variant in 0..marker::variants() {
        let [english, french] = [Lang::En, Lang::Fr].map(|spelt| marker::plan(variant, spelt));
        for lang in [Lang::Fr, Lang::En] {
            let [english, french] = [&english, &french].map(|text| format(text, Some(lang)).text);
            let differ = english.lines().zip(french.lines()).find(|(english, french)| english != french);
            assert!(english == french, "plan {variant} in {lang:?}: {differ:?}");
        }
        for text in [english, french] {
            assert!(format(&text, None).kept.is_empty(), "plan {variant} is without a mistake");
        }
    }
}

#[test]
fn every_rule_of_the_layout() {
    let long = "partenaires DSI, COM, DGS, \"Bureau des élections\", \"Service des archives municipales\", \"Direction de la culture et du sport\", CCAS, DRH";
    for (text, expected) in [
        // Indentation, one blank between words, accents and capitals of keywords.
        ("Strategie  \"S\"{\n\tPERIODE 2027-01..2028-06\n}", "stratégie \"S\" {\n  période 2027-01 .. 2028-06\n}\n"),
        // Values in columns; a comment between does not break them, a blank line does.
        (
            "axe a \"A\" {\nobjectif g \"G\" {\npilote DSI\n// note\ncontributeurs COM\n\n\n\ndurée 1 mois\n}\n}\n",
            "axe a \"A\" {\n  objectif g \"G\" {\n    pilote        DSI\n    // note\n    contributeurs COM\n\n    durée 1 mois\n  }\n}\n",
        ),
        // The signs of values, and units.
        (
            "axis a \"A\" {\ngoal g \"G\" {\nperiod 2027-q1 – 2028\nduration 18months\nbudget {\ninvestment 2027:120k€ ,2028 ... 2029 :1\u{a0}000  €\n}\n}\n}\n",
            "axis a \"A\" {\n  goal g \"G\" {\n    period   2027-Q1 .. 2028\n    duration 18 months\n    budget {\n      investment 2027: 120 k€, 2028 .. 2029: 1 000 €\n    }\n  }\n}\n",
        ),
        // Quotes of word processors.
        ("axe a « Dit \"oui\" » {\n}\n", "axe a \"Dit \\\"oui\\\"\" {\n}\n"),
        // A brace on its own line, a block on one line, comments beside both.
        (
            "axe a \"A\" // un\n{ // deux\nobjectif g \"G\" { pilote DSI } // trois\n}\n",
            "axe a \"A\" {  // un\n  // deux\n  objectif g \"G\" {\n    pilote DSI\n  }  // trois\n}\n",
        ),
        // Usual spellings: of one, of several, of a part.
        (
            "axe a \"A\" {\nobjectif g \"G\" {\ndurée 1 ans\nétat en cours\nfinancement {\n\"DSIL\" 40% du total notifié\n\"FEDER\" 10 % de l’investissement\n}\njalon \"J\" le 2027\n}\n}\n",
            "axe a \"A\" {\n  objectif g \"G\" {\n    durée 1 an\n    état  en-cours\n    financement {\n      \"DSIL\"  40 % du total acquis\n      \"FEDER\" 10 % de l'investissement\n    }\n    jalon \"J\" au 2027\n  }\n}\n",
        ),
        // Too long a list goes on in the next line.
        (
            &format!("axe a \"A\" {{\nobjectif g \"G\" {{\n{long}\n}}\n}}\n"),
            "axe a \"A\" {\n  objectif g \"G\" {\n    partenaires DSI, COM, DGS, \"Bureau des élections\", \"Service des archives municipales\",\n                \"Direction de la culture et du sport\", CCAS, DRH\n  }\n}\n",
        ),
        // A comment within a list ends a line.
        (
            "axe a \"A\" {\nobjectif g \"G\" {\ncontributeurs DSI, // la technique\n\n// les autres\nCOM,\nDGS // tous\n}\n}\n",
            "axe a \"A\" {\n  objectif g \"G\" {\n    contributeurs DSI,  // la technique\n                  // les autres\n                  COM, DGS  // tous\n  }\n}\n",
        ),
        // A line that cannot be read keeps its words, and the columns around it are one.
        (
            "axe a \"A\" {\nobjectif g \"G\" {\npilote DSI\nperoide   2027\ncontributeurs   COM\n}\n}\n",
            "axe a \"A\" {\n  objectif g \"G\" {\n    pilote        DSI\n    peroide   2027\n    contributeurs COM\n  }\n}\n",
        ),
        (
            "axe a \"A\" {\nobjectif g \"G\" {\npilote   =  DSI // note\n  • durée  3 mois\nunité  \"x\njalon \"Fin  {\n}\ncontributeurs   COM\n}\n}\n",
            "axe a \"A\" {\n  objectif g \"G\" {\npilote   =  DSI // note\n  • durée  3 mois\nunité  \"x\njalon \"Fin  {\n    }\n    contributeurs COM\n  }\n}\n",
        ),
        // An item whose braces do not match is left as it is, and its neighbours are not.
        (
            "utiliser   std.roles\naxe a  \"A\" {\n   objectif g  \"G\" {\n}\npilote   x \"X\"\n",
            "utiliser std.roles\naxe a  \"A\" {\n   objectif g  \"G\" {\n}\npilote x \"X\"\n",
        ),
        ("", ""),
        ("\n\n\n", ""),
        ("// seul", "// seul\n"),
    ] {
        assert_eq!(assert_stable("a rule", text, None), expected, "{text}");
    }
}

#[test]
fn what_was_left_is_told() {
    let text = "axe a \"A\" {\n  objectif g \"G\" {\n    peroide 2027\n    pilote DSI\n    durée 3\n  }\n}\n\naxe b \"B\" {\n  objectif h \"H {\n}\n";
    let kept = format(text, None).kept;
    assert_eq!(kept, [3..4, 5..6, 9..12]);
    assert!(
        format("axe a \"A\" {\n  objectif g \"G\" {\n    pilote personne\n  }\n}\n", None).kept.is_empty(),
        "an unknown name is no matter of form"
    );
}

#[test]
fn line_ends_and_the_mark_of_a_text_stay() {
    let text = "axe a \"A\" {\n\n\n  objectif  g \"G\" // note\n}";
    let laid = "axe a \"A\" {\n\n  objectif g \"G\"  // note\n}\n";
    assert_eq!(format(text, None).text, laid);
    for (line_break, mark) in ["\n", "\r\n", "\r"].into_iter().flat_map(|line_break| ["", "\u{feff}"].map(|mark| (line_break, mark))) {
        let [text, laid] = [text, laid].map(|text| mark.to_owned() + &text.replace('\n', line_break));
        assert_eq!(format(&text, None).text, laid);
        assert_eq!(format(&laid, None).text, laid);
    }
    assert_eq!(format("use a\r\nuse b\nuse c\r\n", None).text, "use a\r\nuse b\r\nuse c\r\n", "what most lines have");
}

/// Blanks are the author's: however they stand, the same text comes out.
#[test]
fn the_blanks_of_the_text_change_nothing() {
    let (_, files) = plans().into_iter().find(|(name, _)| name == "montreval").expect("the example");
    for (number, (name, text)) in files.iter().enumerate() {
        let mut random = Random::new(number as u64);
        for _ in 0..20 {
            let lines = text.lines().map(|line| {
                let comment = line.trim_start().starts_with("//");
                let indent = ["", " ", "\t", "      "][random.below(4)];
                let mut in_text = false;
                let mut out = indent.to_owned();
                let mut before = ' ';
                for c in line.trim_start().chars() {
                    in_text ^= c == '"';
                    out.push(c);
                    // Between digits a second blank would part a number.
                    if c == ' ' && !in_text && !comment && !before.is_ascii_digit() {
                        out.push_str(["", "", " ", "\t"][random.below(4)]);
                    }
                    before = c;
                }
                out + ["", "", " ", "\t"][random.below(4)]
            });
            let spoilt = lines.collect::<Vec<_>>().join("\n");
            assert_eq!(format(&spoilt, None).text, *text, "{name}");
        }
    }
}

/// What editors, word processors and people leave in texts.
const ODD: &[&str] = &[
    "\0",
    "\u{1b}[31m",
    "\u{202e}",
    "\u{feff}",
    "{",
    "}",
    "\"",
    "«",
    "»",
    "“",
    "”",
    "\\",
    "😀",
    "\u{a0}",
    "\r",
    "\r\n",
    "///",
    "// x\n",
    "..",
    "−",
    "-",
    "€",
    ",",
    ",\n",
    "\n",
    "\n\n\n",
    "(",
    ")",
    "[",
    "｛",
    "<<<<<<< a\n",
    "=======\n",
    ">>>>>>> b\n",
    "•",
    "\x0c",
    "\t",
    ":",
    "+",
    "d'",
    "'",
    ";",
    "% ",
    "} {",
    "{ }",
    " { a 1 }",
    "/// d\n",
    "\u{301}",
    "\u{2011}",
    "…",
    "  ",
];

/// A text with some odd things put into it, and lines gone, doubled or moved.
fn mutated(text: &str, random: &mut Random) -> String {
    let mut text = text.to_owned();
    for _ in 0..=random.below(3) {
        let mut at = random.below(text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        match random.below(8) {
            0..=3 => text.insert_str(at, ODD[random.below(ODD.len())]),
            4 => {
                let end = text[at..].char_indices().nth(1 + random.below(4)).map_or(text.len(), |(more, _)| at + more);
                text.replace_range(at..end, "");
            }
            5 => text.truncate(at),
            kind => {
                let mut lines: Vec<&str> = text.split('\n').collect();
                let (from, to) = (random.below(lines.len()), random.below(lines.len()));
                if kind == 6 {
                    lines.swap(from, to);
                } else {
                    lines.insert(to, lines[from]);
                }
                text = lines.join("\n");
            }
        }
    }
    text
}

/// A part of an example: whole ones would take minutes.
fn excerpts() -> Vec<String> {
    let mut excerpts: Vec<String> = single_files().into_iter().map(|(_, text)| text).collect();
    for (_, files) in
        plans().into_iter().filter(|(name, _)| ["montreval", "bretagne", "sample of 3", "marker 0 En"].contains(&name.as_str()))
    {
        for (_, text) in files {
            let lines: Vec<&str> = text.lines().collect();
            excerpts.extend(lines.chunks(60).map(|chunk| chunk.join("\n") + "\n"));
        }
    }
    excerpts.iter().map(|text| format(text, None).text).collect()
}

#[test]
fn texts_with_mistakes_lose_nothing() {
    let excerpts = excerpts();
    (0..MUTATIONS).into_par_iter().for_each(|seed| {
        let mut random = Random::new(seed);
        let text = mutated(&excerpts[random.below(excerpts.len())], &mut random);
        let lang = [None, Some(Lang::Fr), Some(Lang::En)][random.below(3)];
        let name = format!("mutation {seed} {lang:?}");
        let laid = assert_stable(&name, &text, lang);
        if lang.is_none() {
            let (old, new) = (bare(&text), bare(&laid));
            assert!(usual(&old) == usual(&new), "{name}:\n--- text\n{text}\n--- laid out\n{laid}");
        }
        assert_same(&name, &text, &laid);
    });
}

const MUTATIONS: u64 = 6_000;

/// Without what has another usual spelling; a brace may come before the comment that stood before it.
fn usual(bare: &str) -> (String, [usize; 2]) {
    // A unit of time agrees with its number: `11 jour` is laid out as `11 jours`.
    let units = ["months", "jours", "days", "semaines", "weeks", "years"];
    let bare_units = units.iter().fold(bare.to_owned(), |text, unit| text.replace(unit, &unit[..unit.len() - 1]));
    let dots = bare_units.replace("...", "..").replace(['…', '–', '—'], "..");
    // `à 2027` is laid out as `au 2027`.
    (dots.replace("a2", "au2").replace('−', "-").replace(['{', '}'], ""), ['{', '}'].map(|brace| bare.matches(brace).count()))
}

/// Words and signs at random: any text at all.
#[test]
fn no_text_is_too_odd() {
    let words =
        ["axe", "goal", "période", "2027", "120 k€", "\"A\"", "d'x", "use", "std.roles", "budget", "a", "40 %", "de", "mois", "état"];
    (0..4_000u64).into_par_iter().for_each(|seed| {
        let mut random = Random::new(seed ^ 0x5eed);
        let mut text = String::new();
        for _ in 0..random.below(60) {
            let piece = if random.below(2) == 0 { words[random.below(words.len())] } else { ODD[random.below(ODD.len())] };
            text.push_str(piece);
            text.push_str([" ", "\n", "", " "][random.below(4)]);
        }
        let laid = assert_stable(&format!("text {seed}"), &text, None);
        assert_same(&format!("text {seed}"), &text, &laid);
    });
}

// --- the command ----------------------------------------------------------------------------------------------------

const LOOSE: &str = "utiliser \"axes/a.dsl\"\nstratégie   \"S\" {\nlangue fr\n}\n";
const LOOSE_AXIS: &str = "axe a \"A\" {\n  objectif g \"G\" {\n    période 2027-T1\n  }\n}\n\n\n\n";
const TIDY: &str = "utiliser \"axes/a.dsl\"\nstratégie \"S\" {\n  langue fr\n}\n";
const TIDY_AXIS: &str = "axe a \"A\" {\n  objectif g \"G\" {\n    période 2027-T1\n  }\n}\n";

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder for scratch");
    std::fs::create_dir(folder.path().join("axes")).expect("a folder");
    std::fs::write(folder.path().join("plan.dsl"), LOOSE).expect("a file");
    std::fs::write(folder.path().join("axes/a.dsl"), LOOSE_AXIS).expect("a file");
    folder
}

fn texts(folder: &Path) -> [String; 2] {
    ["plan.dsl", "axes/a.dsl"].map(|name| std::fs::read_to_string(folder.join(name)).expect("a file"))
}

#[test]
fn a_whole_plan_or_one_file_of_it() {
    for named in [&["plan.dsl"][..], &["."], &[], &["./plan.dsl", ".", "axes/a.dsl"]] {
        let folder = folder();
        let done = strategy(folder.path(), &[&["fmt"], named].concat());
        assert_eq!(done.status.code(), Some(0), "{}", stderr(&done));
        assert_eq!((stdout(&done).as_str(), stderr(&done).as_str()), ("", "2 fichiers mis en forme, 0 déjà en forme.\n"));
        assert_eq!(texts(folder.path()), [TIDY, TIDY_AXIS]);
        let again = strategy(folder.path(), &["fmt", "--lang", "en"]);
        assert_eq!(stderr(&again), "2 files laid out, 0 already so.\n");
        let [plan, axis] = texts(folder.path());
        assert!(plan.contains("strategy \"S\" {\n  language fr\n") && axis.contains("period 2027-Q1"), "{plan}{axis}");
        assert_eq!(strategy(folder.path(), &["fmt", "--lang", "fr"]).status.code(), Some(0));
        assert_eq!(texts(folder.path()), [TIDY, TIDY_AXIS]);
    }
    let folder = folder();
    assert_eq!(strategy(folder.path(), &["fmt", "axes/a.dsl", "-q"]).status.code(), Some(0));
    assert_eq!(texts(folder.path()), [LOOSE, TIDY_AXIS], "the file that was named, and no other of the plan");
}

#[test]
fn check_and_diff_write_nothing() {
    let folder = folder();
    let run = |arguments: &[&str]| {
        let output = strategy(folder.path(), &[&["fmt"], arguments].concat());
        (output.status.code().expect("an exit code"), stdout(&output))
    };
    assert_eq!(run(&["--check"]), (1, "plan.dsl\naxes/a.dsl\n".to_owned()));
    let (code, shown) = run(&["--diff"]);
    assert_eq!(code, 0);
    assert!(
        shown.starts_with("--- plan.dsl\n+++ plan.dsl\n@@ -1,4 +1,4 @@\n utiliser \"axes/a.dsl\"\n-stratégie   \"S\" {\n-langue fr\n"),
        "{shown}"
    );
    assert_eq!(run(&["--check", "--diff"]), (1, shown));
    assert_eq!(texts(folder.path()), [LOOSE, LOOSE_AXIS]);
    assert_eq!(run(&[]).0, 0);
    assert_eq!(run(&["--check"]), (0, String::new()));
    assert_eq!(run(&["--check", "--lang", "en"]).0, 1, "in the other language it would change");
}

#[test]
fn standard_input_goes_to_standard_output() {
    let folder = folder();
    let run = |arguments: &[&str], text: &[u8]| {
        let mut command = command(folder.path(), &[&["fmt", "-"], arguments].concat());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("our own binary");
        child.stdin.take().expect("a pipe").write_all(text).expect("it reads");
        child.wait_with_output().expect("its output")
    };
    let done = run(&[], LOOSE.as_bytes());
    assert_eq!((done.status.code(), stdout(&done).as_str(), stderr(&done).as_str()), (Some(0), TIDY, ""));
    assert_eq!(stdout(&run(&[], TIDY.as_bytes())), TIDY, "what is in form is printed too");
    let checked = run(&["--check", "--stdin-filename", "axes/../axes/a.dsl"], LOOSE_AXIS.as_bytes());
    assert_eq!((checked.status.code(), stdout(&checked).as_str()), (Some(1), "axes/a.dsl\n"));
    let wrong = run(&["--stdin-filename", "x.dsl"], b"axe a  \"A\" {\n  objectif  g\n}\n");
    assert_eq!((wrong.status.code(), stdout(&wrong).as_str()), (Some(1), "axe a \"A\" {\n  objectif  g\n}\n"));
    assert!(stderr(&wrong).starts_with("x.dsl : la ligne 2 reste telle quelle"), "{}", stderr(&wrong));
    let bytes = run(&[], b"axe \xff");
    assert_eq!((bytes.status.code(), stdout(&bytes).as_str()), (Some(2), ""));
    assert_eq!(strategy(folder.path(), &["fmt", "-", "plan.dsl"]).status.code(), Some(2));
    assert_eq!(texts(folder.path()), [LOOSE, LOOSE_AXIS]);
}

#[test]
fn what_cannot_be_read_is_told_and_stays() {
    let folder = folder();
    let spoilt = LOOSE.to_owned() + "axe b  \"B\" {\n";
    std::fs::write(folder.path().join("plan.dsl"), &spoilt).expect("a file");
    std::fs::write(folder.path().join("axes/a.dsl"), b"axe \xe9 \"A\"").expect("a file");
    let done = strategy(folder.path(), &["fmt"]);
    assert_eq!(done.status.code(), Some(2), "a file that is no text");
    assert!(stderr(&done).contains("plan.dsl : la ligne 5 reste telle quelle, car elle contient une erreur ; strategy check la montre."));
    assert!(stderr(&done).contains("« axes/a.dsl » n'est pas du texte en UTF-8"), "{}", stderr(&done));
    assert_eq!(std::fs::read(folder.path().join("plan.dsl")).expect("a file"), (TIDY.to_owned() + "axe b  \"B\" {\n").as_bytes());
    assert_eq!(std::fs::read(folder.path().join("axes/a.dsl")).expect("a file"), b"axe \xe9 \"A\"");
    let none = strategy(folder.path(), &["fmt", "nowhere.dsl", "--lang", "en"]);
    assert_eq!(none.status.code(), Some(2));
    assert!((stdout(&none) + &stderr(&none)).contains("nowhere.dsl"));
}

#[cfg(unix)]
#[test]
fn rights_stay_and_what_is_protected_is_not_written() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let path = folder.path().join("plan.dsl");
    let mode = |mode| std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).expect("rights");
    mode(0o640);
    assert_eq!(strategy(folder.path(), &["fmt"]).status.code(), Some(0));
    assert_eq!(std::fs::metadata(&path).expect("a file").permissions().mode() & 0o777, 0o640);
    std::fs::write(&path, LOOSE).expect("a file");
    mode(0o444);
    let done = strategy(folder.path(), &["fmt"]);
    assert_eq!(done.status.code(), Some(2));
    assert!(stderr(&done).contains("« plan.dsl » ne peut pas être écrit : il est protégé en écriture."), "{}", stderr(&done));
    assert_eq!(texts(folder.path())[0], LOOSE);
    let left = std::fs::read_dir(folder.path()).expect("a folder").count();
    assert_eq!(left, 2, "nothing is left beside the files");
}

/// The library's policies in English are judged by their own tests as those in French are, and a mutant of one is noticed as before.
#[test]
fn policies_in_the_other_language_pass_their_own_tests() {
    let scratch = tempfile::tempdir().expect("a folder");
    let english = scratch.path().join("stdlib");
    for path in files_below(&top().join("stdlib"), "dsl") {
        let text = std::fs::read_to_string(&path).expect("a library");
        let mut command = command(scratch.path(), &["fmt", "-", "--lang", "en", "-q"]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("our own binary");
        let mut input = child.stdin.take().expect("a pipe");
        let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
        let done = child.wait_with_output().expect("its output");
        writer.join().expect("it was written").expect("it reads");
        assert_eq!(done.status.code(), Some(0), "{}: {}", path.display(), stderr(&done));
        let place = english.join(path.strip_prefix(top().join("stdlib")).expect("below"));
        std::fs::create_dir_all(place.parent().expect("a folder")).expect("a folder");
        std::fs::write(place, done.stdout).expect("a file");
    }
    let told = |folder: &Path| {
        let done = strategy(folder, &["test", "stdlib/policies", "--lang", "en"]);
        (done.status.code(), stdout(&done).lines().last().unwrap_or_default().to_owned())
    };
    let (own, other) = (told(&top()), told(scratch.path()));
    assert!(own.0 == Some(0) && own.1.contains(" 0 failed"), "{own:?}");
    assert_eq!(own, other);
}
