//! Files that move: what the plan calls them afterwards.

use std::path::{Path, PathBuf};

use crate::analysis::Analysis;
use crate::editor::{Target, links, relative};
use crate::text::Span;

/// In: where files or folders were, and where they go; the folder below which the plan's files lie. Out: what is to be written in place of
/// each path that a `use` line gives; or the file that the plan could not use any more.
pub fn moved(analysis: &Analysis, moves: &[(PathBuf, PathBuf)], boundary: &Path) -> Result<Vec<(Span, String)>, PathBuf> {
    let boundary = goes(boundary, moves);
    let mut edits = Vec::new();
    for (id, source) in analysis.sources.iter().filter(|(_, source)| !source.library) {
        let Some(Some(from)) = analysis.paths.get(usize::from(id.0)) else { continue };
        let now = goes(from, moves);
        for link in links(analysis, id) {
            let Target::File(to) = link.to else { continue };
            let (target, folder) = (goes(&to, moves), now.parent().unwrap_or(Path::new("")));
            // What stays where it was, seen from what stays, is called as it is called.
            if target == to && now == *from {
                continue;
            }
            let name = relative(folder, &target);
            if name != source.text[link.span.range()] {
                if !may_be_used(&target, &boundary) {
                    return Err(target);
                }
                edits.push((link.span, name));
            }
        }
    }
    Ok(edits)
}

/// A `.dsl` file below a folder, and in no hidden one.
fn may_be_used(file: &Path, boundary: &Path) -> bool {
    let hidden = |below: &Path| below.components().any(|part| part.as_os_str().to_string_lossy().starts_with('.'));
    file.extension().is_some_and(|end| end == "dsl") && file.strip_prefix(boundary).is_ok_and(|below| !hidden(below))
}

fn goes(path: &Path, moves: &[(PathBuf, PathBuf)]) -> PathBuf {
    let found = moves.iter().find_map(|(old, new)| path.strip_prefix(old).ok().map(|below| (below, new)));
    match found {
        Some((below, new)) if below.as_os_str().is_empty() => new.clone(),
        Some((below, new)) => new.join(below),
        None => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyse;
    use crate::load::Memory;

    #[test]
    fn a_file_and_a_folder_that_move_are_followed() {
        let plan = Memory::new([
            ("plan.dsl", "use \"axes/a.dsl\"\nuse \"axes/b.dsl\"\nuse \"o.dsl\"\n"),
            ("axes/a.dsl", "use \"../o.dsl\"\nuse \"b.dsl\"\n"),
            ("axes/b.dsl", ""),
            ("o.dsl", ""),
        ]);
        let analysis = analyse(&plan, Memory::root());
        let root = analysis.paths[0].as_ref().unwrap().parent().unwrap().to_owned();
        let after = |moves: &[(&str, &str)]| {
            let moves: Vec<_> = moves.iter().map(|(old, new)| (root.join(old), root.join(new))).collect();
            let of = |span: Span| format!("{}:{}", analysis.sources.get(span.source).name, analysis.sources.start(span).line);
            let edits = moved(&analysis, &moves, &root);
            edits.map(|edits| edits.into_iter().map(|(span, name)| format!("{} {name}", of(span))).collect::<Vec<_>>())
        };
        assert_eq!(after(&[("o.dsl", "annexes/o.dsl")]).unwrap(), ["plan.dsl:3 annexes/o.dsl", "axes/a.dsl:1 ../annexes/o.dsl"]);
        assert_eq!(after(&[("axes", "volets")]).unwrap(), ["plan.dsl:1 volets/a.dsl", "plan.dsl:2 volets/b.dsl"]);
        assert_eq!(after(&[("axes/a.dsl", "a.dsl")]).unwrap(), ["plan.dsl:1 a.dsl", "axes/a.dsl:1 o.dsl", "axes/a.dsl:2 axes/b.dsl"]);
        assert!(after(&[("other", "x")]).unwrap().is_empty());
        for lost in ["../o.dsl", "o.txt", ".cache/o.dsl"] {
            assert_eq!(after(&[("o.dsl", lost)]), Err(root.join(lost)), "no plan may use it");
        }
    }
}
