//! Says what is wrong with the shape of the text, in the words of someone who has never met a grammar.

use super::conflict::Conflict;
use super::cut::{Chunk, LARGEST_ITEM};
use super::lines::line_end;
use super::{DEEPEST, lex, quote};
use crate::diagnostic::{Diagnostic, Say, rules, two};
use crate::say;
use crate::text::{SourceId, Span};

/// What cannot be read and has no better words.
pub fn report(source: SourceId, text: &str, damages: &[u32], loose_docs: &[(u32, u32)]) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = damages.iter().map(|at| damaged_line(source, text, *at)).collect();
    for &(start, end) in loose_docs {
        found.push(Diagnostic::new(
            &rules::UNEXPECTED_PART,
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
            &rules::TOO_DEEP,
            Span::new(source, at as u32, at as u32 + 1),
            say!("Trop de blocs les uns dans les autres : plus de {most} niveaux."; "Too many blocks within one another: more than {most} levels.", most = DEEPEST),
            say!("Gardez au plus : axe, objectif, action, et leurs blocs."; "Keep at most: axis, goal, action, and their blocks."),
        ));
    }
    let (bytes, most) = (chunk.range.len(), LARGEST_ITEM >> 20);
    (bytes > LARGEST_ITEM).then(|| {
        let (size, start) = (bytes >> 20, chunk.range.start as u32);
        Diagnostic::new(
            &rules::TOO_LARGE,
            Span::new(source, start, start),
            say!("L'élément qui commence ici pèse {size} Mo ; la limite est de {most} Mo."; "The item that begins here has {size} MB; the limit is {most} MB.", size, most),
            say!("Répartissez ses objectifs en plusieurs axes."; "Spread its goals over several axes."),
        )
    })
}

/// A block that ends with the line before `end`, and whose own line goes from `start` to `brace`.
pub fn not_closed(source: SourceId, start: u32, brace: u32, end: u32, column: usize) -> Diagnostic {
    let place = Span::new(source, end, end);
    Diagnostic::new(
        &rules::BLOCK_NOT_CLOSED,
        place,
        say!("Il manque une accolade fermante `}}` ici."; "A closing brace `}}` is missing here."),
        say!("Ajoutez `}}` sur une ligne, après la dernière ligne du bloc."; "Add `}}` on a line of its own after the last line of the block."),
    )
    .here(say!("le bloc devrait se fermer ici"; "the block should close here"))
    .label(Span::new(source, start, brace), say!("le bloc s'ouvre ici"; "the block opens here"))
    .fix(say!("Ajouter `}}`"; "Add `}}`"), place, format!("\n{:column$}}}", ""))
}

/// A statement from `start` to `end` that the lines below belong to.
pub fn not_opened(source: SourceId, start: u32, end: u32) -> Diagnostic {
    Diagnostic::new(
        &rules::MISSING_PART,
        Span::new(source, start, end),
        say!("Il manque une accolade ouvrante `{{` à la fin de cette ligne."; "An opening brace `{{` is missing at the end of this line."),
        say!("Ajoutez `{{` : les lignes en retrait qui suivent, jusqu'à `}}`, vont avec celle-ci."; "Add `{{`: the indented lines below, down to `}}`, go with this one."),
    )
    .here(say!("ajoutez `{{` à la fin"; "add `{{` at the end"))
    .fix(say!("Ajouter `{{`"; "Add `{{`"), Span::new(source, end, end), " {")
}

pub fn stray(source: SourceId, at: u32) -> Diagnostic {
    let place = Span::new(source, at, at + 1);
    Diagnostic::new(
        &rules::STRAY_BRACE,
        place,
        say!("Une accolade fermante de trop."; "A closing brace too many."),
        say!("Supprimez-la : le bloc qu'elle ferme n'est pas terminé, ou l'est déjà."; "Remove it: the block that it closes is not over, or is already."),
    )
    .here(say!("celle-ci ne ferme rien de ce qui est ouvert"; "this one closes nothing that is open"))
    .fix(say!("Supprimer l'accolade"; "Remove the brace"), place, "")
}

/// `{{`.
pub fn doubled(source: SourceId, at: u32) -> Diagnostic {
    let place = Span::new(source, at, at + 1);
    Diagnostic::new(
        &rules::STRAY_BRACE,
        place,
        say!("Une accolade ouvrante de trop."; "An opening brace too many."),
        say!("Supprimez-la : une seule `{{` ouvre un bloc."; "Remove it: one `{{` opens a block."),
    )
    .here(say!("celle-ci est la seconde"; "this one is the second"))
    .fix(say!("Supprimer l'accolade"; "Remove the brace"), place, "")
}

/// An opening brace, and nothing below it that could stand in its block.
pub fn idle(source: SourceId, at: u32) -> Diagnostic {
    let place = Span::new(source, at, at + 1);
    Diagnostic::new(
        &rules::STRAY_BRACE,
        place,
        say!("Cette accolade n'ouvre rien : aucune ligne en retrait ne la suit."; "This brace opens nothing: no indented line follows it."),
        say!("Supprimez-la ou, si un bloc est à venir, fermez-le par `}}` sur la ligne suivante."; "Remove it or, if a block is to come, close it with `}}` on the next line."),
    )
    .fix(say!("Supprimer l'accolade"; "Remove the brace"), place, "")
}

/// A bracket that stands for a brace.
pub fn bracket(source: SourceId, text: &str, at: usize, length: usize, brace: char) -> Diagnostic {
    let place = Span::new(source, at as u32, (at + length) as u32);
    let written = &text[at..at + length];
    Diagnostic::new(
        &rules::UNREADABLE_LINE,
        place,
        say!("Il faut ici une accolade `{brace}`, et non « {written} »."; "A brace `{brace}` is due here, not \"{written}\".", brace, written),
        say!("Écrivez `{{` à la fin de la ligne qui ouvre un bloc, et `}}` pour le fermer."; "Write `{{` at the end of the line that opens a block, and `}}` to close it."),
    )
    .here(say!("écrivez `{brace}`"; "write `{brace}`", brace))
    .fix(say!("Écrire `{brace}`"; "Write `{brace}`", brace), place, brace)
}

/// Words behind a closing brace.
pub fn behind_brace(source: SourceId, start: u32, end: u32) -> Diagnostic {
    Diagnostic::new(
        &rules::UNEXPECTED_PART,
        Span::new(source, start, end),
        say!("Rien ne suit une accolade fermante sur sa ligne."; "Nothing follows a closing brace on its line."),
        say!("Passez à la ligne, ou mettez `//` devant s'il s'agit d'une note."; "Start a new line, or put `//` before it if it is a note."),
    )
    .fix(say!("En faire une note"; "Make it a note"), Span::new(source, start, start), "// ")
}

pub fn quote_too_many(source: SourceId, at: u32) -> Diagnostic {
    let place = Span::new(source, at, at + 1);
    Diagnostic::new(
        &rules::UNREADABLE_LINE,
        place,
        say!("Un guillemet de trop."; "A quote too many."),
        say!("Supprimez-le : un guillemet ouvre un texte, un autre le ferme."; "Remove it: one quote opens a text, another closes it."),
    )
    .here(say!("celui-ci est en double"; "this one stands twice"))
    .fix(say!("Supprimer le guillemet"; "Remove the quote"), place, "")
}

/// A text that opens at `at`; `rest` is where its closing quote waits in a later line.
pub fn not_closed_text(source: SourceId, text: &str, at: usize, rest: Option<usize>) -> Diagnostic {
    let c = text[at..].chars().next().unwrap_or('"');
    let close = match c {
        '«' => "»",
        '“' => "”",
        _ => "\"",
    };
    let end = quote::open_end(text.as_bytes(), at, line_end(text.as_bytes(), at));
    let end = at + text[at..end].trim_end().len();
    let found = Diagnostic::new(
        &rules::TEXT_NOT_CLOSED,
        Span::new(source, at as u32, end as u32),
        say!("Ce texte n'est pas fermé."; "This text is not closed."),
        match rest {
            None => {
                say!("Ajoutez {close} à la fin. Un texte tient sur une ligne ; pour plusieurs paragraphes, utilisez `///` avant l'élément."; "Add {close} at its end. A text stands on one line; for several paragraphs, use `///` before the item.", close)
            }
            Some(_) => {
                say!("Un texte tient sur une ligne : écrivez-le sur une seule ; pour plusieurs paragraphes, utilisez `///` avant l'élément."; "A text stands on one line: write it on a single one; for several paragraphs, use `///` before the item.")
            }
        },
    )
    .here(say!("le guillemet {c} s'ouvre ici"; "the quote {c} opens here", c));
    match rest {
        Some(rest) => {
            let place = Span::new(source, (rest - close.len()) as u32, rest as u32);
            found.label(place, say!("et se ferme ici, sur une autre ligne"; "and closes here, on another line"))
        }
        None => found,
    }
}

/// A text from `start` to the closing quote that ends at `end`.
pub fn not_opened_text(source: SourceId, start: u32, end: u32) -> Diagnostic {
    Diagnostic::new(
        &rules::UNREADABLE_LINE,
        Span::new(source, start, end),
        say!("Il manque un guillemet : ce texte est fermé, mais pas ouvert."; "A quote is missing: this text is closed, but not opened."),
        say!("Ajoutez \" devant le premier mot du texte."; "Add \" before the first word of the text."),
    )
    .here(say!("le texte commence sans guillemet"; "the text begins without a quote"))
}

/// An unresolved merge of git.
pub fn conflict(source: SourceId, text: &str, base: usize, conflict: &Conflict) -> Diagnostic {
    let item = &text[base..];
    let line = |from: usize, to: usize| {
        let words = item[from..to.min(item.len())].trim_end().len();
        Span::new(source, (base + from) as u32, (base + from + words) as u32)
    };
    Diagnostic::new(
        &rules::UNREADABLE_LINE,
        line(conflict.open, conflict.first.start),
        say!("Deux versions du plan n'ont pas été départagées (fusion de git inachevée)."; "Two versions of the plan were not settled (an unfinished merge of git)."),
        say!("Gardez l'une des deux, ou ce qu'il faut de chacune, puis supprimez les lignes `<<<<<<<`, `=======` et `>>>>>>>`."; "Keep one of the two, or what is due of each, then remove the lines `<<<<<<<`, `=======` and `>>>>>>>`."),
    )
    .here(say!("la fusion commence ici"; "the merge begins here"))
    .label(line(conflict.first.start, conflict.first.end), say!("une version, lue"; "one version, read"))
    .label(line(conflict.second.start, conflict.second.end), say!("l'autre, passée"; "the other, passed over"))
}

/// A note that begins with another mark.
pub fn note(source: SourceId, text: &str, at: usize, length: usize) -> Diagnostic {
    let place = Span::new(source, at as u32, (at + length) as u32);
    let mark = &text[at..at + length];
    Diagnostic::new(
        &rules::UNREADABLE_LINE,
        place,
        say!("Une note de travail commence par `//`, et non par « {mark} »."; "A working note starts with `//`, not with \"{mark}\".", mark),
        say!("Écrivez `//` devant la note ; `///` pour un texte à imprimer."; "Write `//` before the note; `///` for a text to be printed."),
    )
    .fix(say!("Écrire `//`"; "Write `//`"), place, "//")
}

/// A `;` that nothing follows.
pub fn semicolon(source: SourceId, at: u32) -> Diagnostic {
    let place = Span::new(source, at, at + 1);
    Diagnostic::new(
        &rules::UNREADABLE_LINE,
        place,
        say!("Un point-virgule n'a pas sa place ici."; "A semicolon does not belong here."),
        say!("Retirez-le : c'est la fin de ligne qui termine une phrase du plan."; "Remove it: the end of a line ends a statement."),
    )
    .here(say!("à retirer"; "to be removed"))
    .fix(say!("Supprimer le point-virgule"; "Remove the semicolon"), place, "")
}

/// `> 50 %`: a sign for what is said in words. Out: the message, and the length of the sign and its number: what they say is not known.
pub fn comparison(source: SourceId, text: &str, at: usize) -> Option<(Diagnostic, usize)> {
    let signs = [
        (">=", "au moins", "at least"),
        ("≥", "au moins", "at least"),
        ("<=", "au plus", "at most"),
        ("≤", "au plus", "at most"),
        (">", "plus de", "over"),
        ("<", "moins de", "under"),
        ("~", "environ", "about"),
        ("≈", "environ", "about"),
    ];
    let (sign, fr, en) = signs.into_iter().find(|(sign, ..)| text[at..].starts_with(sign))?;
    let rest = text[at + sign.len()..].trim_start_matches(lex::is_space);
    let part = |c: char| c.is_ascii_digit() || lex::is_space(c) || matches!(c, '.' | ',' | '%' | '€' | 'k' | 'M');
    let number = rest[..rest.find(|c| !part(c)).unwrap_or(rest.len())].trim_end_matches([' ', ',', '\u{a0}']);
    if !number.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let digits = number.len();
    // `10 jours`: a unit in letters, and no preposition.
    let behind = rest[number.len()..].trim_start_matches(lex::is_space);
    let word = &behind[..behind.find(|c: char| !c.is_alphabetic()).unwrap_or(behind.len())];
    let small = ["au", "le", "en", "à", "avant", "fin", "on", "by", "in", "before", "d"];
    let unit = if number.ends_with(|c: char| c.is_ascii_digit()) && !word.is_empty() && !small.contains(&word) { word } else { "" };
    let number = format!("{number} {unit}");
    let number = number.trim_end();
    let said = two(format!("{fr} {number}"), format!("{en} {number}"));
    let diagnostic = Diagnostic::new(
        &rules::UNREADABLE_LINE,
        Span::new(source, at as u32, (at + sign.len()) as u32),
        say!("Le signe « {sign} » s'écrit en toutes lettres."; "The sign \"{sign}\" is written in words.", sign),
        say!("Écrivez `{said}`."; "Write `{said}`.", said),
    );
    let length = text[at..].len() - rest.len() + digits;
    Some((diagnostic, length))
}

/// What a character is called that nobody sees, with its number: `espace insécable (U+00A0)`. Others have none.
pub fn unseen(c: char) -> Option<Say> {
    let name = match c {
        '\u{200b}' => say!("espace sans chasse"; "zero-width space"),
        '\u{200c}' | '\u{200d}' => say!("liant sans chasse"; "zero-width joiner"),
        '\u{2060}' | '\u{feff}' => say!("espace insécable sans chasse"; "zero-width no-break space"),
        '\u{a0}' => say!("espace insécable"; "no-break space"),
        '\u{202f}' => say!("espace fine insécable"; "narrow no-break space"),
        '\u{2007}' => say!("espace insécable de la largeur d'un chiffre"; "figure space"),
        '\u{ad}' => say!("trait d'union conditionnel"; "soft hyphen"),
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            say!("marque de sens d'écriture"; "mark of the writing direction")
        }
        '\u{2028}' | '\u{2029}' | '\u{85}' => say!("fin de ligne d'un traitement de texte"; "line end of a word processor"),
        '\u{fe00}'..='\u{fe0f}' => say!("sélecteur de variante"; "variation selector"),
        '\u{180e}' => say!("séparateur de voyelles"; "vowel separator"),
        '\u{fff9}'..='\u{fffb}' => say!("marque d'annotation"; "annotation mark"),
        '\t' => say!("tabulation"; "tab"),
        c if c.is_control() => say!("caractère de commande"; "control character"),
        ' ' => return None,
        c if c.is_whitespace() => say!("espace typographique"; "typographic space"),
        _ => return None,
    };
    let code = format!("{:04X}", c as u32);
    Some(say!("{name} (U+{code})"; "{name} (U+{code})", name, code))
}

/// What stands between the bracket that the line begins with and its end.
fn bracketed(line: &str) -> Option<&str> {
    let inner = line.strip_prefix('(')?.split(')').next().unwrap_or_default().trim();
    let said = inner.chars().any(char::is_alphabetic) && inner.chars().count() < 60 && !inner.contains(',');
    said.then_some(inner)
}

/// From here on a line cannot be read.
pub fn damaged_line(source: SourceId, text: &str, at: u32) -> Diagnostic {
    let c = text[at as usize..].chars().next().unwrap_or(' ');
    let place = |bytes: usize| Span::new(source, at, at + bytes as u32);

    if c == ';' {
        return semicolon(source, at);
    }
    if matches!(c, '"' | '«' | '“') {
        return not_closed_text(source, text, at as usize, None);
    }
    let line = text[at as usize..].split('\n').next().unwrap_or_default();
    let number = lex::bullet_at(line, 0, line.len()).filter(|_| c.is_ascii_alphanumeric());
    let (shown, help): (String, Say) = match c {
        _ if number.is_some() => (
            line[..number.unwrap_or_default()].to_owned(),
            say!("Retirez ce numéro : une ligne du plan commence directement par un mot-clé."; "Remove this number: a line of the plan starts with a keyword."),
        ),
        '=' => (
            c.into(),
            say!("Le langage n'a pas de signe égal : écrivez `pilote DSI`, `cible 80 %`."; "The language has no equals sign: write `owner DSI`, `target 80 %`."),
        ),
        '\'' | '‘' | '’' | '`' | '‚' | '„' | '‹' | '›' | '″' | '＂' | '”' | '»' | '´' => {
            (c.into(), say!("Entourez les textes de guillemets droits : \"texte\"."; "Put texts between straight double quotes: \"text\"."))
        }
        c if lex::is_bullet(c) || matches!(c, '*' | '-') => (
            c.into(),
            say!("Retirez la puce : une ligne du plan commence directement par un mot-clé."; "Remove the bullet: a line of the plan starts with a keyword."),
        ),
        '(' if bracketed(line).is_some() => {
            let remark = bracketed(line).unwrap_or_default().to_owned();
            (
                c.into(),
                say!("Une remarque s'écrit en fin de ligne, après `//` : `// {remark}`. Les éléments d'une liste se séparent par des virgules."; "A remark is written at the end of the line, after `//`: `// {remark}`. The members of a list are separated by commas.", remark),
            )
        }
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
        c if unseen(c).is_some() => {
            let what = unseen(c).unwrap_or_default();
            let found = Diagnostic::new(
                &rules::UNREADABLE_LINE,
                place(c.len_utf8()),
                say!("Un caractère invisible s'est glissé ici : {what}."; "An invisible character has slipped in here: {what}.", what),
                match c.is_whitespace() {
                    true => {
                        say!("Mettez une espace ordinaire : un copier-coller l'a sans doute apporté."; "Put a plain space: copy and paste probably brought it.")
                    }
                    false => {
                        say!("Effacez-le : un copier-coller l'a sans doute apporté."; "Delete it: copy and paste probably brought it.")
                    }
                },
            );
            // What holds two words apart leaves a plain blank.
            return match c.is_whitespace() {
                true => {
                    found.here(say!("ici"; "here")).fix(say!("Mettre une espace ordinaire"; "Put a plain space"), place(c.len_utf8()), " ")
                }
                false => {
                    found.here(say!("ici"; "here")).fix(say!("Supprimer ce caractère"; "Delete this character"), place(c.len_utf8()), "")
                }
            };
        }
        c => (
            c.to_string(),
            say!("Retirez ce caractère, ou mettez le texte entre guillemets droits : \"texte\"."; "Remove this character, or put the text between straight quotes: \"text\"."),
        ),
    };
    let width = number.unwrap_or(c.len_utf8()).min(text.len() - at as usize);
    Diagnostic::new(
        &rules::UNREADABLE_LINE,
        place(width),
        say!("Cette ligne n'est pas lisible : « {shown} » n'a pas sa place ici."; "This line cannot be read: \"{shown}\" does not belong here.", shown),
        help,
    )
    .here(say!("à partir d'ici"; "from here"))
}
