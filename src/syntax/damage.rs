//! Says what is wrong with the shape of the text, in the words of someone who has never met a grammar.

use super::build::Build;
use super::cut::{Chunk, DEEPEST, LARGEST_ITEM};
use super::lines::{begins_line, indent, line_end};
use super::{Block, NodeId, Tree, quote};
use crate::diagnostic::{Diagnostic, Say, codes};
use crate::say;
use crate::text::{SourceId, Span};

pub fn report(source: SourceId, text: &str, build: &Build<'_>) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = build.damages.iter().map(|at| damaged_line(source, text, *at)).collect();
    let tree = &build.tree;
    for (id, node) in tree.nodes.iter().enumerate() {
        // One message for the outermost of them: those within it were opened later and lack a brace for the same reason.
        if matches!(node.block, Block::Open(_)) && !within_open_block(tree, id) {
            found.push(not_closed(source, text, tree, id));
        }
    }
    let extra = if build.strays.is_empty() { Vec::new() } else { extra_braces(text, tree, &build.strays) };
    found.extend(build.strays.iter().enumerate().map(|(number, at)| stray(source, extra.get(number).copied().unwrap_or(*at))));
    for &(start, end) in &build.loose_docs {
        found.push(Diagnostic::new(
            &codes::UNEXPECTED_PART,
            Span::new(source, start, end),
            say!("Ce commentaire `///` ne précède rien : il ne serait pas imprimé."; "This `///` comment stands before nothing: it would not be printed."),
            say!("Placez-le juste avant ce qu'il décrit, ou écrivez `//` pour une note de travail."; "Put it just before what it describes, or write `//` for a working note."),
        ));
    }
    found
}

/// Why an item is not parsed at all.
pub fn refused(source: SourceId, chunk: &Chunk) -> Option<Diagnostic> {
    if let Some(at) = chunk.too_deep.map(|at| chunk.range.start + at) {
        return Some(Diagnostic::new(
            &codes::TOO_DEEP,
            Span::new(source, at as u32, at as u32 + 1),
            say!("Trop de blocs les uns dans les autres : plus de {DEEPEST} niveaux."; "Too many blocks within one another: more than {DEEPEST} levels."),
            say!("Gardez au plus : axe, objectif, action, et leurs blocs."; "Keep at most: axis, goal, action, and their blocks."),
        ));
    }
    let (bytes, most) = (chunk.range.len(), LARGEST_ITEM >> 20);
    (bytes > LARGEST_ITEM).then(|| {
        let (size, start) = (bytes >> 20, chunk.range.start as u32);
        Diagnostic::new(
            &codes::TOO_LARGE,
            Span::new(source, start, start),
            say!("L'élément qui commence ici pèse {size} Mo ; la limite est de {most} Mo."; "The item that begins here has {size} MB; the limit is {most} MB."),
            say!("Répartissez ses objectifs en plusieurs axes."; "Spread its goals over several axes."),
        )
    })
}

/// Is one of the blocks around it open too? Then that one is reported and not this one.
fn within_open_block(tree: &Tree, id: NodeId) -> bool {
    (0..id).any(|outer| tree.nodes[outer].next as usize > id && matches!(tree.nodes[outer].block, Block::Open(_)))
}

/// The block that is not closed: the open one or, when the indentation gives it away, the first within that took the
/// closing brace of another.
fn not_closed(source: SourceId, text: &str, tree: &Tree, open: NodeId) -> Diagnostic {
    let mis_closed = |id: &NodeId| match tree.nodes[*id].block {
        Block::Closed(_, close) => begins_line(text, close) && indent(text, close) < indent(text, tree.nodes[*id].start),
        _ => false,
    };
    let close = |id: &NodeId| match tree.nodes[*id].block {
        Block::Closed(_, close) => close,
        _ => u32::MAX,
    };
    let culprit = (open + 1..tree.nodes.len()).filter(mis_closed).min_by_key(close).unwrap_or(open);
    let node = &tree.nodes[culprit];
    let (Block::Closed(at, _) | Block::Open(at)) = node.block else { unreachable!("both have a block") };
    Diagnostic::new(
        &codes::BLOCK_NOT_CLOSED,
        Span::new(source, node.start, at + 1),
        say!("Ce bloc n'est pas fermé."; "This block is not closed."),
        say!("Ajoutez `}}` sur une ligne, après la dernière ligne du bloc."; "Add `}}` on a line of its own after the last line of the block."),
    )
    .here(say!("ouvert ici"; "opened here"))
}

/// The closing braces that close nothing by their indentation, in order: each closes the innermost block that begins at
/// its own column, or is one too many.
fn extra_braces(text: &str, tree: &Tree, strays: &[u32]) -> Vec<u32> {
    let mut places: Vec<(u32, Option<usize>)> = strays.iter().map(|at| (*at, None)).collect();
    for node in &tree.nodes {
        if let Block::Open(open) | Block::Closed(open, _) = node.block {
            places.push((open, Some(indent(text, node.start))));
        }
        if let Block::Closed(_, close) = node.block {
            places.push((close, None));
        }
    }
    places.sort_unstable();
    let mut open: Vec<usize> = Vec::new();
    let mut extra = Vec::new();
    for (at, opens) in places {
        match opens {
            Some(column) => open.push(column),
            // Behind other words a brace closes what its line, or the last one, opened.
            None if !begins_line(text, at) => drop(open.pop()),
            None => match open.iter().rposition(|column| *column == indent(text, at)) {
                Some(found) => open.truncate(found),
                None => extra.push(at),
            },
        }
    }
    extra
}

fn stray(source: SourceId, at: u32) -> Diagnostic {
    Diagnostic::new(
        &codes::STRAY_BRACE,
        Span::new(source, at, at + 1),
        say!("Une accolade fermante de trop."; "A closing brace too many."),
        say!("Supprimez-la : le bloc qu'elle ferme n'est pas terminé, ou l'est déjà."; "Remove it: the block that it closes is not over, or is already."),
    )
    .here(say!("celle-ci ne ferme rien de ce qui est ouvert"; "this one closes nothing that is open"))
}

fn damaged_line(source: SourceId, text: &str, at: u32) -> Diagnostic {
    let rest = text[at as usize..].split('\n').next().unwrap_or("").trim_end();
    let c = rest.chars().next().unwrap_or(' ');
    let place = |bytes: usize| Span::new(source, at, at + bytes as u32);

    // The lexer passes over texts: a quote where it stopped is one that nothing closes.
    if matches!(c, '"' | '«' | '“') {
        let close = match c {
            '«' => "»",
            '“' => "”",
            _ => "\"",
        };
        let at = at as usize;
        let shown = text[at..quote::open_end(text.as_bytes(), at, line_end(text.as_bytes(), at))].trim_end();
        return Diagnostic::new(
            &codes::TEXT_NOT_CLOSED,
            place(shown.len()),
            say!("Ce texte n'est pas fermé."; "This text is not closed."),
            say!("Ajoutez {close} à la fin. Un texte tient sur une ligne ; pour plusieurs paragraphes, utilisez `///` avant l'élément."; "Add {close} at its end. A text stands on one line; for several paragraphs, use `///` before the item."),
        )
        .here(say!("le guillemet {c} s'ouvre ici"; "the quote {c} opens here"));
    }
    let (shown, help): (String, Say) = match c {
        '=' => (
            c.into(),
            say!("Le langage n'a pas de signe égal : écrivez `pilote DSI`, `cible 80 %`."; "The language has no equals sign: write `owner DSI`, `target 80 %`."),
        ),
        ';' => (
            c.into(),
            say!("Passez à la ligne : c'est la fin de ligne qui termine une phrase du plan."; "Start a new line: the end of a line ends a statement."),
        ),
        '\'' | '‘' | '’' | '`' => {
            (c.into(), say!("Entourez les textes de guillemets droits : \"texte\"."; "Put texts between straight double quotes: \"text\"."))
        }
        '*' | '•' | '–' | '—' | '-' | '·' | '●' | '▪' | '◦' => (
            c.into(),
            say!("Retirez la puce : une ligne du plan commence directement par un mot-clé."; "Remove the bullet: a line of the plan starts with a keyword."),
        ),
        '(' | ')' | '[' | ']' | '<' | '>' => (
            c.into(),
            say!("Séparez les éléments d'une liste par des virgules, sans parenthèses ni crochets."; "Separate the members of a list with commas, without brackets."),
        ),
        '{' | '}' => (
            c.into(),
            say!("Dans un bloc, une seule phrase par ligne ; l'accolade fermante sur sa propre ligne."; "One statement a line in a block; the closing brace on a line of its own."),
        ),
        '#' | '/' => (
            c.into(),
            say!("Une note de travail commence par `//` ; une documentation à imprimer, par `///`."; "A working note starts with `//`; documentation to print, with `///`."),
        ),
        '$' | '£' => (c.into(), say!("Les montants s'écrivent en euros : `120 k€`."; "Amounts are written in euros: `120 k€`.")),
        c => (
            if c.is_control() || c == '\u{feff}' { format!("U+{:04X}", c as u32) } else { c.to_string() },
            say!("Retirez ce caractère, ou mettez le texte entre guillemets droits : \"texte\"."; "Remove this character, or put the text between straight quotes: \"text\"."),
        ),
    };
    let width = c.len_utf8().min(rest.len());
    Diagnostic::new(
        &codes::UNREADABLE_LINE,
        place(width),
        say!("Cette ligne n'est pas lisible : « {shown} » n'a pas sa place ici."; "This line cannot be read: \"{shown}\" does not belong here."),
        help,
    )
    .here(say!("à partir d'ici"; "from here"))
}
