//! The names of themes, must-haves and barriers that a policy may use: those of the library, whether a plan brings it in or not, and the
//! plan's own.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::kinds::Kind;
use crate::diagnostic::suggest;
use crate::language::Concept;
use crate::language::concepts::plan::also;
use crate::load::library;
use crate::plan::Plan;

/// By kind and folded name, the name that it goes by.
pub type Names = FxHashMap<(Kind, String), String>;

/// Those of the library: a line `theme NAME "…" {` each, and a line `also …` in its block.
static LIBRARY: LazyLock<Names> = LazyLock::new(|| {
    let mut names = Names::default();
    let libraries = [("themes", Kind::Theme), ("must-haves", Kind::MustHave), ("barriers", Kind::Barrier)];
    for (name, kind) in libraries {
        let mut last = String::new();
        for line in library(name).map_or("", |(_, text)| text).lines() {
            let line = line.trim();
            let second = || line.split_whitespace().nth(1).unwrap_or("").to_owned();
            if ["theme", "thème", "must-have", "barrier"].iter().any(|word| line.split_whitespace().next() == Some(word)) {
                last = second();
                names.insert((kind, suggest::fold(&last)), last.clone());
            } else if let Some(also) = line.strip_prefix("also ").or_else(|| line.strip_prefix("aussi ")) {
                for spelling in also.split(',') {
                    names.insert((kind, suggest::fold(spelling.trim())), last.clone());
                }
            }
        }
    }
    names
});

/// The title that the library gives to a name; the name itself where it gives none.
pub fn title(kind: Kind, name: &str) -> String {
    let file = match kind {
        Kind::Theme => "themes",
        Kind::MustHave => "must-haves",
        _ => "barriers",
    };
    let lines = library(file).map_or("", |(_, text)| text).lines();
    let line = lines.map(str::trim).find(|line| line.split_whitespace().nth(1) == Some(name));
    line.and_then(|line| line.split('"').nth(1)).unwrap_or(name).to_owned()
}

pub fn names(plan: &Plan) -> Names {
    let mut names = LIBRARY.clone();
    for (concept, kind) in [(Concept::Theme, Kind::Theme), (Concept::MustHave, Kind::MustHave), (Concept::Barrier, Kind::Barrier)] {
        for entity in plan.all(concept) {
            let Some(name) = entity.name() else { continue };
            names.insert((kind, suggest::fold(name)), name.to_owned());
            for spelling in entity.members(also::ALSO) {
                names.insert((kind, suggest::fold(&spelling.text())), name.to_owned());
            }
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing::plan;

    #[test]
    fn the_library_is_read_as_the_language_reads_it() {
        let analysis = plan("use std.themes\nuse std.must-haves\nuse std.barriers\n");
        assert_eq!(names(&analysis.plan), *LIBRARY);
        assert_eq!(LIBRARY.get(&(Kind::Theme, "accessibilite".to_owned())).map(String::as_str), Some("accessibility"));
        assert_eq!(LIBRARY.get(&(Kind::MustHave, "competences-cles".to_owned())).map(String::as_str), Some("security"));
    }
}
