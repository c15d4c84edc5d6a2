//! What a published document says, in YAML: a tree of facts, read as its leaves.

use saphyr_parser::{Event, Parser, ScalarStyle};

/// A fact, and where it stands: `goals[0].target`.
#[derive(Debug, Clone)]
pub struct Leaf {
    pub path: String,
    /// As written; nothing where the document does not say.
    pub text: Option<String>,
}

/// Every leaf, in the order of the text.
pub fn leaves(yaml: &str) -> Result<Vec<Leaf>, String> {
    let mut events = Vec::new();
    for event in Parser::new_from_str(yaml) {
        let (event, _) = event.map_err(|error| error.to_string())?;
        if !matches!(event, Event::StreamStart | Event::DocumentStart(_)) {
            events.push(event);
        }
    }
    let mut all = Vec::new();
    let mut events = events.into_iter();
    let first = events.next().ok_or("an empty text")?;
    node(first, &mut events, String::new(), &mut all)?;
    Ok(all)
}

fn node<'a>(event: Event<'a>, rest: &mut impl Iterator<Item = Event<'a>>, path: String, all: &mut Vec<Leaf>) -> Result<(), String> {
    let cut = || format!("{path}: the text is cut");
    match event {
        Event::Scalar(text, style, ..) => {
            let null = style == ScalarStyle::Plain && ["", "~", "null"].contains(&text.as_ref());
            all.push(Leaf { path, text: (!null).then(|| text.into_owned()) });
        }
        Event::SequenceStart(..) => {
            for at in 0.. {
                match rest.next().ok_or_else(cut)? {
                    Event::SequenceEnd => break,
                    item => node(item, rest, format!("{path}[{at}]"), all)?,
                }
            }
        }
        Event::MappingStart(..) => loop {
            match rest.next().ok_or_else(cut)? {
                Event::MappingEnd => break,
                Event::Scalar(key, ..) => {
                    let dot = if path.is_empty() { "" } else { "." };
                    let value = rest.next().ok_or_else(cut)?;
                    node(value, rest, format!("{path}{dot}{key}"), all)?;
                }
                other => return Err(format!("{path}: {other:?} is no key")),
            }
        },
        other => return Err(format!("{path}: {other:?} is no fact")),
    }
    Ok(())
}

/// A path as a pattern: `*` stands for anything within a step.
pub fn fits(pattern: &str, path: &str) -> bool {
    let Some((before, after)) = pattern.split_once('*') else { return pattern == path };
    let Some(rest) = path.strip_prefix(before) else { return false };
    let reach = rest.find(['.', ']']).unwrap_or(rest.len());
    (0..=reach).any(|end| rest.is_char_boundary(end) && fits(after, &rest[end..]))
}

/// `{.id}` is the leaf `id` beside this one, `{..id}` the one a block further out.
pub fn filled(template: &str, path: &str, leaves: &[Leaf]) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (asked, left) = after.split_once('}').ok_or_else(|| format!("{template}: a brace is not closed"))?;
        let key = asked.trim_start_matches('.');
        let mut block = path;
        for _ in 0..asked.len() - key.len() {
            block = block.rsplit_once('.').map_or("", |(outer, _)| outer);
        }
        let beside = if block.is_empty() { key.to_owned() } else { format!("{block}.{key}") };
        let leaf = leaves.iter().find(|leaf| leaf.path == beside).and_then(|leaf| leaf.text.as_deref());
        out.push_str(before);
        out.push_str(leaf.ok_or_else(|| format!("{path}: no leaf {beside}"))?);
        rest = left;
    }
    out.push_str(rest);
    Ok(out)
}
