//! No row is ever lost: what the pages show is held against the data that they were made from. Three nets, over every example and over
//! plans that are hard to print: every text in the order in which it is read aloud, no ink outside the margins or over the footer, no two
//! words on top of each other. Each net is seen to catch a fault that is planted for it.

use std::borrow::Cow;
use std::path::Path;
use std::process::Command;

use strategy::analysis::{Analysis, analyse};
use strategy::document::{Bundle, Kind, Wish, bundle, bundle_of, compile, document, paper};
use strategy::load::{Disk, Memory};
use strategy::sample::sample;

use super::support::{files_below, top};

/// What is printed, and the texts that it has to show, in order.
struct Printed {
    folder: tempfile::TempDir,
    texts: Vec<String>,
    pages: usize,
}

fn print(analysis: &Analysis, damage: impl Fn(&mut Bundle)) -> Printed {
    let document = document(analysis, &Wish { draft: true, ..Wish::default() });
    let mut bundle = bundle(&document);
    damage(&mut bundle);
    printed(&document, &bundle)
}

/// One after the other: Typst wants the threads for itself.
fn printed(data: &impl serde::Serialize, bundle: &Bundle) -> Printed {
    // As the data is written, not as the template reads it: the fields stand in the order of the pages there.
    let texts = texts(&serde_json::to_string_pretty(data).expect("a document is JSON"));
    let pdf = compile(bundle).unwrap_or_else(|why| panic!("{why:?}"));
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("a.pdf"), pdf.bytes).expect("a file");
    Printed { folder, texts, pages: pdf.pages.expect("Typst in the process counts") }
}

/// Fields that are no text of a page: names of places, kinds, what a machine reads; and what is drawn for the eye alone.
const SILENT: &[&str] =
    &["id", "kind", "piece", "to", "href", "lang", "region", "running", "foot", "version", "alt", "fill", "pen", "tone", "side"];

/// The texts of the data, in its order.
fn texts(json: &str) -> Vec<String> {
    let mut out = Vec::new();
    let (mut skipped, mut depth, mut ornament, mut last) = (None, 0usize, false, None);
    for line in json.lines() {
        let line = line.trim().trim_end_matches(',');
        let (key, value) = match line.strip_prefix('"').and_then(|rest| rest.split_once("\": ")) {
            Some((key, value)) => (key, value),
            None => ("", line),
        };
        // A drawing without words is an ornament: what it shows is told beside it.
        if key == "alt" {
            ornament = value == "\"\"";
        }
        // The words of the template, the authors and the title of the file are told elsewhere.
        if skipped.is_none() && (depth <= 1 && ["words", "authors", "title"].contains(&key) || key == "shapes" && ornament) {
            match value {
                "{" | "[" => skipped = Some(depth),
                _ => continue,
            }
        }
        if let Some(text) = value.strip_prefix('"').filter(|_| skipped.is_none() && !SILENT.contains(&key)) {
            let text: String = serde_json::from_str(&format!("\"{text}")).expect("a text of JSON");
            match key {
                "colophon" if depth <= 1 => last = Some(text),
                _ => out.push(text),
            }
        }
        match value {
            "{" | "[" => depth += 1,
            "}" | "]" => {
                depth -= 1;
                if skipped == Some(depth) {
                    skipped = None;
                }
            }
            _ => {}
        }
    }
    // It stands below the last line of the last page.
    out.extend(last);
    out
}

/// A tool of poppler: one that is missing is an error.
fn tool(printed: &Printed, name: &str, arguments: &[&str]) -> String {
    let output = Command::new(name).current_dir(printed.folder.path()).args(arguments).output();
    let output = output.unwrap_or_else(|error| panic!("{name} (package poppler-utils) is needed: {error}"));
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Without blanks, places to break a line, and hyphens of the layout.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}' | '\u{2010}' | '\u{200b}' | '\u{feff}')).collect()
}

/// What is not read aloud, in the order of the pages: texts that the tagged file lacks where they are due.
fn unread(printed: &Printed) -> Vec<String> {
    /// How far from the last text the next one is looked for: the template prints a few things before what the data says first (figures
    /// before their labels, the legend before its rows), and the contents stand between.
    const AROUND: usize = 30_000;
    let told = tool(printed, "pdfinfo", &["-struct-text", "a.pdf"]);
    let told: String = told.lines().map(str::trim).filter_map(|line| line.strip_prefix('"')?.strip_suffix('"')).map(plain).collect();
    let mut taken = vec![false; told.len()];
    let (mut at, mut lost) = (0usize, Vec::new());
    for text in &printed.texts {
        let wanted = plain(text);
        if wanted.chars().count() < 4 {
            continue;
        }
        let mut from = told.floor_char_boundary(at.saturating_sub(AROUND));
        let found = loop {
            let Some(start) = told[from..].find(&wanted).map(|start| from + start).filter(|start| *start < at + AROUND) else { break None };
            if taken[start..start + wanted.len()].iter().all(|taken| !taken) {
                break Some(start);
            }
            from = told.ceil_char_boundary(start + 1);
        };
        match found {
            Some(start) => {
                taken[start..start + wanted.len()].fill(true);
                at = at.max(start);
            }
            None => lost.push(text.clone()),
        }
    }
    if lost.is_empty() {
        return lost;
    }
    // Where a line breaks within a word the file says so in the line, and poppler leaves out the rest of that line from what it tells by
    // tags, not from what it tells by pages.
    let pages = plain(&tool(printed, "pdftotext", &["-raw", "a.pdf", "-"]));
    let times = |wanted: &str| printed.texts.iter().filter(|text| plain(text) == wanted).count();
    lost.retain(|text| pages.matches(&plain(text)).count() < times(&plain(text)));
    lost
}

/// Pages with ink where none may be: near an edge, beside the text, between the text and the footer. Millimetres.
fn spilt(printed: &Printed) -> Vec<String> {
    const DPI: f64 = 36.0;
    /// So near to an edge a printer prints nothing.
    const EDGE: f64 = 8.0;
    tool(printed, "pdftoppm", &["-r", "36", "-gray", "a.pdf", "p"]);
    let mut spilt = Vec::new();
    for path in files_below(printed.folder.path(), "pgm") {
        let bytes = std::fs::read(&path).expect("a picture");
        let (width, height, pixels) = picture(&bytes);
        let px = |millimetres: f64| (millimetres * DPI / 25.4).round() as usize;
        // As `main.typ` sets them; the rules of tables may reach a hair into the margin. The cover has a band of its own.
        let (side, foot) = (20.0, 17.0);
        let ink = |x: std::ops::Range<usize>, y: std::ops::Range<usize>| {
            y.into_iter().any(|y| pixels[y * width..][..width][x.clone()].iter().any(|pixel| *pixel < 235))
        };
        let (left, bottom) = (px(side - 2.0), height - px(foot - 1.5));
        let name = path.file_name().expect("a name").to_string_lossy();
        if name.trim_matches(|c: char| !c.is_ascii_digit()).parse() == Ok(1) {
            continue;
        }
        let mut tell = |what: &str, found: bool| {
            if found {
                spilt.push(format!("{name}: {what}"));
            }
        };
        tell("an edge", ink(0..width, 0..px(EDGE)) || ink(0..width, height - px(EDGE)..height));
        tell("the left margin", ink(0..left, 0..height));
        tell("the right margin", ink(width - left..width, 0..height));
        tell("above the footer", ink(0..width, bottom..bottom + px(2.5)));
    }
    spilt
}

/// A picture in the PGM format: width, height, a byte a pixel.
fn picture(bytes: &[u8]) -> (usize, usize, &[u8]) {
    let mut at = 0;
    let mut word = || {
        let start = at + bytes[at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        let end = start + bytes[start..].iter().take_while(|byte| !byte.is_ascii_whitespace()).count();
        at = end;
        std::str::from_utf8(&bytes[start..end]).expect("a head of letters").to_owned()
    };
    let (magic, width, height, most) = (word(), word(), word(), word());
    assert_eq!((magic.as_str(), most.as_str()), ("P5", "255"));
    let number = |text: String| text.parse::<usize>().expect("a number");
    (number(width), number(height), &bytes[at + 1..])
}

/// Words on top of each other, by page.
fn piled(printed: &Printed) -> Vec<String> {
    /// Boxes of words in neighbouring lines touch; those of a pile cover each other.
    const SHARE: f64 = 0.35;
    let told = tool(printed, "pdftotext", &["-bbox", "a.pdf", "-"]);
    let mut piled = Vec::new();
    for (page, text) in told.split("<page ").skip(1).enumerate() {
        let number = |word: &str, name: &str| -> Option<f64> { word.split(&format!("{name}=\"")).nth(1)?.split('"').next()?.parse().ok() };
        let words = text.split("<word ").skip(1).filter_map(|word| {
            let (x0, y0, x1, y1) = (number(word, "xMin")?, number(word, "yMin")?, number(word, "xMax")?, number(word, "yMax")?);
            Some((x0, y0, x1, y1, word.split('>').nth(1)?.trim_end_matches("</word").to_owned()))
        });
        let words: Vec<_> = words.filter(|word| !word.4.trim().is_empty()).collect();
        for (at, a) in words.iter().enumerate() {
            for b in &words[at + 1..] {
                let (width, height) = (a.2.min(b.2) - a.0.max(b.0), a.3.min(b.3) - a.1.max(b.1));
                let least = ((a.2 - a.0) * (a.3 - a.1)).min((b.2 - b.0) * (b.3 - b.1));
                if width > 0.0 && height > 0.0 && width * height > SHARE * least {
                    piled.push(format!("page {}: {} on {}", page + 1, a.4, b.4));
                }
            }
        }
    }
    piled
}

/// All that the three nets catch.
fn caught(printed: &Printed) -> [Vec<String>; 3] {
    [unread(printed), spilt(printed), piled(printed)]
}

fn whole(name: &str, analysis: &Analysis) -> Vec<String> {
    fine(name, &print(analysis, |_| {}))
}

/// The papers beside the strategy, each through the three nets; and the note never over two pages.
fn papers(name: &str, analysis: &Analysis, before: Option<&Analysis>) -> Vec<String> {
    let mut wrong = Vec::new();
    for kind in Kind::ALL {
        let date = before.is_some().then(|| jiff::civil::date(2029, 1, 31));
        let paper = paper(analysis, kind, &Wish { draft: true, date, ..Wish::default() }, before);
        if paper.pieces.is_empty() {
            continue;
        }
        let printed = printed(&paper, &bundle_of(&paper));
        let name = format!("{name}, {}", kind.name());
        if kind == Kind::Note && printed.pages > 2 {
            wrong.push(format!("{name}: {} pages", printed.pages));
        }
        wrong.extend(fine(&name, &printed));
    }
    wrong
}

fn fine(name: &str, printed: &Printed) -> Vec<String> {
    let [unread, spilt, piled] = caught(printed);
    let few = |what: &str, found: &[String]| {
        let first = found.iter().take(5).map(|one| one.chars().take(90).collect::<String>()).collect::<Vec<_>>();
        (!found.is_empty()).then(|| format!("{name}: {} {what}: {first:?}", found.len()))
    };
    [few("texts are not read aloud", &unread), few("pages have ink where none may be", &spilt), few("words are piled up", &piled)]
        .into_iter()
        .flatten()
        .collect()
}

fn of(text: &str) -> Analysis {
    analyse(&Memory::one(text), Memory::root())
}

fn on_disk(path: &Path) -> Analysis {
    analyse(&Disk::new().expect("a working folder"), path)
}

const FRAME: &str = "use std.roles\nstrategy \"Stratégie\" {\n  period 2027 .. 2032\n  lead DSI\n}\nauthority v \"Ville\"\n";

/// Plans that are hard to print.
fn hard() -> Vec<(&'static str, String)> {
    let goals = |count: usize, body: &dyn Fn(usize) -> String| {
        (0..count).map(|at| format!("  goal g{at} \"Fiche numéro {at}\" {{\n    owner DSI\n{}  }}\n", body(at))).collect::<String>()
    };
    let axis = |body: String| format!("{FRAME}axis x \"Axe\" {{\n{body}}}\n");
    let long = "un titre qui n'en finit pas de dire ce que la collectivité veut faire ".repeat(5);
    let long = &long[..long.floor_char_boundary(300)];
    let word = "anticonstitutionnellement".repeat(12);
    let milestones = |count: usize| {
        (0..count).map(|at| format!("    milestone m{at} \"Étape numéro {at}\" on 2028-{:02}\n", at % 12 + 1)).collect::<String>()
    };
    let prose: String =
        (0..160).map(|at| format!("/// Phrase numéro {at} de ce que ce service explique de son travail et de ses moyens.\n")).collect();
    vec![
        ("one goal", axis(goals(1, &|_| String::new()))),
        ("seventy by one owner", axis(goals(70, &|_| "    period 2027 .. 2028\n".to_owned()))),
        ("seventy that wait for one", axis(goals(70, &|at| if at > 0 { "    depends on g0\n".to_owned() } else { String::new() }))),
        (
            "titles of 300 letters",
            axis(format!(
                "  goal a \"{long}\" {{\n    owner DSI\n    period 2027\n{}    action b \"{long}\" {{\n      owner DSI\n      duration 3 months\n    }}\n    indicator \"{long}\" {{\n      baseline 1 % on 2026\n      target 5 % on 2028\n    }}\n  }}\n",
                milestones(3)
            )),
        ),
        (
            "a word of 300 letters",
            axis(format!(
                "  /// {word}\n  goal a \"{word}\" {{\n    owner DSI\n    period 2027\n    milestone m \"{word}\" on 2027-06\n    budget {{\n      operating 2027: 1 k€\n    }}\n  }}\n"
            )),
        ),
        ("eighty milestones", axis(format!("  goal a \"A\" {{\n    owner DSI\n    period 2027 .. 2030\n{}  }}\n", milestones(80)))),
        (
            "a service that explains itself at length",
            format!(
                "{}{prose}owner S \"Le service\" {{\n  contact \"s@ville.example\"\n}}\n",
                axis("  goal a \"A\" {\n    owner S\n  }\n".to_owned())
            ),
        ),
        (
            "a table in the prose",
            axis(format!(
                "  /// | an | combien | pourquoi |\n  /// |---|---|---|\n{}  goal a \"A\" {{\n    owner DSI\n  }}\n",
                (0..90)
                    .map(|at| format!("  /// | {} | {at} | parce que le numéro {at} le demande depuis longtemps |\n", 2_000 + at))
                    .collect::<String>()
            )),
        ),
    ]
}

#[test]
#[ignore = "needs poppler-utils; .ci/run has it"]
fn no_row_of_an_example_is_lost() {
    let mut plans: Vec<_> = ["montreval", "bretagne", "saint-aubin", "saint-aubin-2029", "department"]
        .map(|name| top().join("examples").join(name).join("plan.dsl"))
        .to_vec();
    plans.extend(files_below(&top().join("examples/real"), "dsl").into_iter().filter(|path| path.ends_with("plan.dsl")));
    assert!(plans.len() > 11, "{}", plans.len());
    let wrong: Vec<String> = plans.iter().flat_map(|path| whole(&path.to_string_lossy(), &on_disk(path))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
#[ignore = "needs poppler-utils; .ci/run has it"]
fn no_line_of_a_paper_is_lost() {
    let examples = ["examples/montreval/plan.dsl", "examples/bretagne/plan.dsl", "examples/real/cherbourg-ap-numerique-2014-2019/plan.dsl"];
    let mut wrong: Vec<String> = examples.iter().flat_map(|name| papers(name, &on_disk(&top().join(name)), None)).collect();
    let [voted, later] = ["saint-aubin", "saint-aubin-2029"].map(|name| on_disk(&top().join("examples").join(name).join("plan.dsl")));
    wrong.extend(papers("saint-aubin", &voted, None));
    wrong.extend(papers("saint-aubin-2029", &later, Some(&voted)));
    wrong.extend(hard().iter().flat_map(|(name, text)| papers(name, &of(text), None)));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
#[ignore = "needs poppler-utils; .ci/run has it"]
fn no_row_of_a_plan_that_is_hard_to_print_is_lost() {
    let wrong: Vec<String> = hard().iter().flat_map(|(name, text)| whole(name, &of(text))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
#[ignore = "needs poppler-utils; .ci/run has it"]
fn no_row_of_three_hundred_goals_is_lost() {
    let sample = sample(300, 7);
    let analysis = analyse(&Memory::new(sample.files()), Memory::root());
    let wrong = whole("300 goals", &analysis);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A template of ours with other words in it.
fn damaged(file: &'static str, from: &'static str, to: &'static str) -> impl Fn(&mut Bundle) {
    move |bundle: &mut Bundle| {
        let (_, bytes) = bundle.files.iter_mut().find(|(name, _)| *name == file).expect("a file of the template");
        let text = String::from_utf8(bytes.to_vec()).expect("a text");
        assert!(text.contains(from), "{file} no longer holds {from}");
        *bytes = Cow::Owned(text.replace(from, to).into_bytes());
    }
}

#[test]
#[ignore = "needs poppler-utils; .ci/run has it"]
fn each_net_catches_what_it_is_for() {
    let plans = hard();
    let plan = |name: &str| of(&plans.iter().find(|(known, _)| *known == name).expect("a plan").1);
    let explains = plan("a service that explains itself at length");
    // A row that does not break is cut at the page's foot.
    let cut = caught(&print(&explains, damaged("parts.typ", "breakable: long", "breakable: false")));
    assert!(!cut[0].is_empty() || !cut[1].is_empty(), "a row past the foot of its page is caught");
    // A row that is not printed.
    let lost = unread(&print(
        &plan("seventy by one owner"),
        damaged("parts.typ", "in data.rows.enumerate() {", "in data.rows.slice(0, calc.min(33, data.rows.len())).enumerate() {"),
    ));
    assert!(lost.len() >= 70 - 33, "rows that are left out are caught: {}", lost.len());
    let spilt = spilt(&print(&explains, damaged("page.typ", "margin: (x: 20mm", "margin: (x: 11mm")));
    assert!(spilt.iter().any(|page| page.contains("left margin")) && spilt.iter().any(|page| page.contains("right margin")), "{spilt:?}");
    let low = self::spilt(&print(&explains, damaged("page.typ", "bottom: 17mm)", "bottom: 14mm)")));
    assert!(low.iter().any(|page| page.contains("above the footer")), "{low:?}");
    let piled = piled(&print(&plan("seventy by one owner"), damaged("parts.typ", "if dense { 2.4pt }", "if dense { -4pt }")));
    assert!(piled.len() > 20, "lines on top of each other are caught: {}", piled.len());
}
