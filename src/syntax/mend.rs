//! Reads an item whose shape is wrong as its author meant it.
//!
//! In: the text of an item that cannot be read as it stands. Out: a copy of the same length in which each mistake is put
//! right, so that every place stays what it was, and one message a mistake. The rows are mended one by one; where the
//! braces then do not balance, the indentation says what belongs to what.

use super::build::Build;
use super::conflict::conflict;
use super::copy::{Mend, Row};
use super::cut::Chunk;
use super::mend_braces::{balance, realign};
use super::mend_line::mend_lines;
use super::{Tree, damage, lines};
use crate::diagnostic::Diagnostic;
use crate::text::SourceId;

/// Never fails.
pub fn mended(source: SourceId, text: &str, chunk: &Chunk) -> (Tree, Vec<Diagnostic>) {
    let mut mend = Mend::new(source, text, chunk.range.start, chunk.range.end);
    conflicts(&mut mend);
    rows(&mut mend);
    mend_lines(&mut mend);
    balance(&mut mend);
    tree(mend)
}

/// An item whose braces balance, because one that is missing makes up for another: where the indentation says so and nothing else.
pub fn realigned(source: SourceId, text: &str, chunk: &Chunk) -> Option<(Tree, Vec<Diagnostic>)> {
    let mut mend = Mend::new(source, text, chunk.range.start, chunk.range.end);
    rows(&mut mend);
    realign(&mut mend).then(|| tree(mend))
}

/// What two versions of a plan left behind: the first is read.
fn conflicts(mend: &mut Mend<'_>) {
    let mut at = 0;
    while at < mend.copy.len() {
        match conflict(&mend.copy, at) {
            Some(conflict) => {
                mend.say(damage::conflict(mend.source, mend.text, mend.base, &conflict));
                mend.blank(conflict.open, conflict.first.start);
                mend.blank(conflict.first.end, conflict.end);
                at = conflict.end;
            }
            None => at = lines::line_end(&mend.copy, at) + 1,
        }
    }
}

fn rows(mend: &mut Mend<'_>) {
    let mut start = 0;
    while start < mend.copy.len() {
        let end = lines::line_end(&mend.copy, start) + 1;
        let column = mend.copy[start..].iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
        mend.rows.push(Row { start, end: end.min(mend.copy.len()), column });
        start = end;
    }
}

/// The tree of the copy, with its places as in the text.
fn tree(mend: Mend<'_>) -> (Tree, Vec<Diagnostic>) {
    let Ok(copy) = String::from_utf8(mend.copy) else { return (Tree::default(), mend.found) };
    let mut build = Build::new(&copy, mend.base);
    let mut closes = mend.closes.iter().peekable();
    for (number, row) in mend.rows.iter().enumerate() {
        while let Some((_, at)) = closes.next_if(|(before, _)| *before <= number) {
            build.close(*at);
        }
        build.line(row.start, row.end);
    }
    build.finish();
    let (mut tree, mut found) = (build.tree, mend.found);
    found.extend(damage::report(mend.source, mend.text, &build.damages, &build.loose_docs));
    // A sign of the copy may stand for a part of a longer one of the text.
    let mut found: Vec<Diagnostic> = found.into_iter().map(|found| found.on_boundaries(mend.text)).collect();
    found.sort_by_key(|found| found.span().start);
    tree.put_back(mend.text, mend.base, &mend.added, &mend.doubtful);
    tree.mended = true;
    (tree, found)
}

#[cfg(test)]
mod tests {
    use super::super::{Tree, cut, parse_chunk};
    use super::*;

    /// Statements and their nesting, in the words of the text without its quotes; and the codes of the messages, with their lines.
    fn read(text: &str) -> (String, Vec<(usize, &'static str)>) {
        fn below(text: &str, tree: &Tree, ids: impl Iterator<Item = usize>, depth: usize, out: &mut String) {
            for id in ids {
                let words = tree.parts(id).iter().map(|part| super::super::plain(&text[part.start as usize..part.end as usize]));
                let words: Vec<String> = words.flat_map(|words| words.split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect();
                *out += &format!("{depth} {}\n", words.join(" "));
                below(text, tree, tree.children(id), depth + 1, out);
            }
        }
        let (mut out, mut codes) = (String::new(), Vec::new());
        for chunk in cut(text) {
            let (tree, found) = parse_chunk(SourceId(0), text, &chunk);
            below(text, &tree, tree.roots(), 0, &mut out);
            codes.extend(found.iter().map(|found| (text[..found.span().start as usize].matches('\n').count() + 1, found.rule.id)));
        }
        (out, codes)
    }

    const RIGHT: &str = r#"axis a "Axe un" {
  goal g "But deux" {
    owner DSI
    partners "A b", "C d"
    budget {
      investment 2027: 3 k€
    }
    // a note
  }

  /// What it is.
  goal h "Trois" {
    owner DSI
  }
}
owner DSI "Direction"
"#;

    #[test]
    fn one_mistake_is_one_message_and_the_tree_is_as_if_it_were_right() {
        let (right, none) = read(RIGHT);
        assert!(none.is_empty(), "{none:?}");
        for (from, to, line, code) in [
            ("goal g \"But deux\" {", "goal g \"But deux\"", 2, "E0107"),
            ("axis a \"Axe un\" {", "axis a \"Axe un\" // note", 1, "E0107"),
            ("k€\n    }", "k€", 6, "E0103"),
            ("    // a note\n  }\n", "", 7, "E0103"),
            ("  }\n}\nowner", "  }\nowner", 14, "E0103"),
            ("k€\n    }", "k€\n    }\n    }", 8, "E0104"),
            ("k€\n    }", "k€\n    }}", 7, "E0104"),
            ("budget {", "budget {{", 5, "E0104"),
            ("    owner DSI\n    p", "    owner DSI {\n    p", 3, "E0104"),
            ("    owner DSI\n    p", "    owner DSI\n  }\n    p", 4, "E0104"),
            ("budget {", "budget (", 5, "E0101"),
            ("axis a \"Axe un\" {", "axis a \"Axe un\" [", 1, "E0101"),
            ("k€\n    }", "k€\n    )", 7, "E0101"),
            ("But deux\" {", "But deux\" ｛", 2, "E0101"),
            ("\"But deux\"", "\"But deux", 2, "E0102"),
            ("\"But deux\"", "But deux\"", 2, "E0101"),
            ("\"But deux\"", "\"\"But deux\"", 2, "E0101"),
            ("\"But deux\"", "\"But deux\"\"", 2, "E0101"),
            ("\"But deux\"", "‘But deux’", 2, "E0101"),
            ("\"But deux\"", "„But deux“", 2, "E0101"),
            ("\"But deux\"", "«But deux", 2, "E0102"),
            ("\"But deux\"", "\"But\n      deux\"", 2, "E0102"),
            ("\"Axe un\"", "\"Axe\n    un\"", 1, "E0102"),
            ("\"A b\", \"C d\"", "\"A b, \"C d\"", 4, "E0102"),
            ("\"A b\", \"C d\"", "\"A b\", C d\"", 4, "E0101"),
            ("    owner DSI\n    p", "    owner DSI;\n    p", 3, "E0101"),
            ("    owner DSI\n    p", "    • owner DSI\n    p", 3, "E0101"),
            ("k€\n    }", "k€\n    } fin \"x\"", 7, "E0108"),
            ("    owner DSI\n    p", "<<<<<<< HEAD\n    owner DSI\n||||||| base\n=======\n    owner X {\n>>>>>>> x\n    p", 3, "E0101"),
        ] {
            let text = RIGHT.replacen(from, to, 1);
            assert_ne!(text, RIGHT, "{from}");
            let (tree, found) = read(&text);
            assert_eq!(found, [(line, code)], "{text}");
            // A comma that gave its place to a quote is the one part that may be missing.
            assert_eq!(tree.replace(" ,", "").replace(" ;", ""), right.replace(" ,", ""), "{text}");
        }
    }

    #[test]
    fn two_mistakes_that_make_up_for_each_other_are_two_messages() {
        let (right, _) = read(RIGHT);
        // The first goal is not closed, the second not opened.
        let text = RIGHT.replacen("    // a note\n  }\n", "    // a note\n", 1).replacen("goal h \"Trois\" {", "goal h \"Trois\"", 1);
        let (tree, found) = read(&text);
        assert_eq!(found, [(7, "E0103"), (11, "E0107")], "{text}");
        assert_eq!(tree, right, "{text}");
        // Braces that are only out of line are right.
        let crooked = "axis a \"A\" {\ngoal g \"G\" {\n  owner DSI\n    budget {\n      investment 2027: 1 k€\n    }\n  }\n}\n";
        assert_eq!(read(crooked).1, []);
        let outdented = RIGHT.replacen("    owner DSI\n    partners", "  sponsor \"Maire\"\n    partners", 1);
        assert_eq!(read(&outdented).1, []);
        let whitesmiths = RIGHT.replace("k€\n    }", "k€\n      }").replace("  }\n\n", "    }\n\n");
        assert_eq!(read(&whitesmiths), (right, Vec::new()));
    }

    #[test]
    fn a_text_without_indentation_is_left_as_its_braces_have_it() {
        let (tree, found) = read("axis a \"A\" {\n  goal g \"G\" {\n  owner DSI\n  }\n  goal h \"H\" {\n  owner DSI\n  }\n");
        assert_eq!(found, [(7, "E0103")]);
        assert_eq!(tree, "0 axis a A\n1 goal g G\n2 owner DSI\n1 goal h H\n2 owner DSI\n");
    }

    #[test]
    fn nothing_makes_a_tree_deeper_than_its_bound() {
        fn depth(tree: &Tree, ids: impl Iterator<Item = usize>) -> usize {
            ids.map(|id| 1 + depth(tree, tree.children(id))).max().unwrap_or(0)
        }
        let stairs: String = (0..200).map(|at| format!("{:at$}x\n", "")).collect();
        let back: String = (0..200).rev().map(|at| format!("{:at$}}}\n", "")).collect();
        for text in
            [format!("{stairs}{back}"), "x\n".repeat(50_010) + &"x {\n".repeat(300), format!("a {{\n{}", "b {}\n c {\n".repeat(100))]
        {
            for chunk in cut(&text) {
                let (tree, found) = parse_chunk(SourceId(0), &text, &chunk);
                assert!(depth(&tree, tree.roots()) <= super::super::DEEPEST + 1);
                assert!(chunk.too_deep.is_none() || found.len() == 1);
            }
        }
    }
}
