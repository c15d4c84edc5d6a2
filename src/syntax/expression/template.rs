//! Messages: words, and holes that show what an expression says.
//!
//! In: a message as it is written, with or without its quotes. Out: its pieces. One hole that cannot be read leaves the others.

use super::limits::MOST_BYTES;
use super::read::{Ground, What, read_on};
use super::wrong::Wrong;
use super::{Expr, Node, Piece, limits};
use crate::diagnostic::Diagnostic;
use crate::say;
use crate::syntax::parse::Rule;
use crate::syntax::quote;
use crate::text::SourceId;

/// `"…"`, `« … »`, `“…”` as written, or the words alone, in which no backslash is read.
pub fn template(text: &str, source: SourceId, base: u32) -> (Vec<Piece>, Vec<Diagnostic>) {
    let whole = Ground { source, base, places: None };
    if text.len() > MOST_BYTES {
        let found = limits::passed(text).map(|wrong| wrong.diagnostic(whole));
        return (vec![damaged(whole, 0..text.len())], found.into_iter().collect());
    }
    let (words, places) = words(text);
    pieces(&words, Ground { source, base, places: Some(&places) })
}

/// What stands between the quotes, and where each of its bytes stands in the text.
fn words(text: &str) -> (String, Vec<u32>) {
    let bytes = text.as_bytes();
    let quoted = !bytes.is_empty() && quote::opens(bytes, 0) && quote::closed(bytes, 0, bytes.len()) == Some(bytes.len());
    let (mut start, mut end) = (0, text.len());
    if quoted {
        let mark = |c: Option<char>| c.map_or(0, char::len_utf8);
        start = mark(text.chars().next());
        end -= mark(text.chars().next_back());
        if !text.starts_with('"') {
            let inner = &text[start..end];
            start += inner.len() - inner.trim_start().len();
            end = start.max(start + text[start..end].trim_end().len());
        }
    }
    let escapes = quoted && text.starts_with('"');
    let (mut out, mut places) = (String::with_capacity(end - start), Vec::with_capacity(end - start + 1));
    let mut chars = text[start..end].char_indices().peekable();
    while let Some((mut at, mut c)) = chars.next() {
        if escapes
            && c == '\\'
            && let Some((behind, next @ ('"' | '\\'))) = chars.peek().copied()
        {
            (at, c) = (behind, next);
            chars.next();
        }
        out.push(c);
        places.extend((0..c.len_utf8()).map(|byte| (start + at + byte) as u32));
    }
    places.push(end as u32);
    (out, places)
}

fn pieces(text: &str, ground: Ground) -> (Vec<Piece>, Vec<Diagnostic>) {
    let (mut out, mut said, mut found) = (Vec::new(), String::new(), None);
    let mut at = 0;
    while let Some(brace) = text[at..].find(['{', '}']).map(|next| at + next) {
        said.push_str(&text[at..brace]);
        let (sign, behind) = (&text[brace..=brace], &text[brace + 1..]);
        if behind.starts_with(sign) {
            said.push_str(sign);
            at = brace + 2;
            continue;
        }
        let close = behind.find('}').filter(|_| sign == "{").map(|close| brace + 1 + close);
        let Some(close) = close else {
            found.get_or_insert_with(|| alone(sign, brace).diagnostic(ground));
            out.extend(words_piece(&mut said));
            // A hole without its end takes the rest with it.
            let end = if sign == "{" { text.len() } else { brace + 1 };
            out.push(damaged(ground, brace..end));
            at = end;
            continue;
        };
        out.extend(words_piece(&mut said));
        let inner = &text[brace + 1..close];
        let places: Vec<u32> = ground.places.map_or_else(Vec::new, |places| places[brace + 1..=close].to_vec());
        let hole = Ground { places: Some(&places), ..ground };
        match read_on(hole, What::Hole, Rule::hole, inner, |reader, pairs| reader.hole(pairs)) {
            Ok((shown, forms)) => out.push(Piece::Hole(shown, forms)),
            Err(wrong) => {
                found.get_or_insert(*wrong);
                out.push(damaged(hole, 0..inner.len()));
            }
        }
        at = close + 1;
    }
    said.push_str(&text[at..]);
    out.extend(words_piece(&mut said));
    (out, found.into_iter().collect())
}

fn words_piece(said: &mut String) -> Option<Piece> {
    Some(std::mem::take(said)).filter(|said| !said.is_empty()).map(Piece::Words)
}

fn damaged(ground: Ground, bytes: std::ops::Range<usize>) -> Piece {
    Piece::Hole(Expr { at: ground.at(bytes), node: Node::Damaged }, None)
}

/// A brace without the other.
fn alone(sign: &str, at: usize) -> Wrong {
    let message = match sign {
        "{" => say!("Cette accolade n'est pas fermée."; "This brace is not closed."),
        _ => say!("Cette accolade ne ferme rien."; "This brace closes nothing."),
    };
    Wrong::new(
        at..at + 1,
        message,
        say!("Ce qui s'affiche se met entre accolades : `{{objectif}}`. Une accolade à imprimer s'écrit deux fois."; "What is shown stands between braces: `{{goal}}`. A brace to be printed is written twice."),
    )
    .fix(say!("La doubler"; "Double it"), at..at + 1, sign.repeat(2))
}
