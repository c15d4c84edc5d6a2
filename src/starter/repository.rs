//! What a plan's git repository holds beside the plan: a check before each commit, one in the pipeline of a forge, and how git shows a
//! plan's lines.

use crate::diagnostic::Lang;
use crate::language::CONCEPTS;

/// Where git's settings stand that say how a plan is shown; a clone takes them up by `git config include.path ../.gitconfig`.
pub const SETTINGS: &str = ".gitconfig";

/// The paths below the plan's folder, and the texts.
pub fn repository(lang: Lang) -> Vec<(String, String)> {
    let gitlab = lang.of(include_str!("repository/gitlab.fr.yml"), include_str!("repository/gitlab.en.yml"));
    let github = lang.of(include_str!("repository/github.fr.yml"), include_str!("repository/github.en.yml"));
    let name = lang.of(".github/workflows/strategie.yml", ".github/workflows/strategy.yml");
    [
        (".pre-commit-config.yaml", include_str!("repository/pre-commit.yaml").to_owned()),
        (".gitlab-ci.yml", gitlab.to_owned()),
        (name, github.to_owned()),
        (".gitattributes", include_str!("repository/gitattributes").to_owned()),
        (".gitignore", "/*.pdf\n".to_owned()),
        (SETTINGS, settings(lang)),
    ]
    .map(|(name, text)| (name.to_owned(), text))
    .into()
}

/// A change is shown under the head of its block, in the words of one language, laid out as `strategy fmt` does: what a change of the
/// layout alone moved is no difference.
fn settings(lang: Lang) -> String {
    let mut words: Vec<&str> = CONCEPTS.iter().filter(|row| row.block).flat_map(|row| row.fr.iter().chain(row.en)).copied().collect();
    words.sort_unstable();
    words.dedup();
    format!(
        "[diff \"strategy\"]\n\txfuncname = \"^[ \\t]*(({words})[ \\t].*)$\"\n\ttextconv = \"sh -c 'strategy fmt -q --lang {lang} - <\\\"$0\\\" || cat \\\"$0\\\"'\"\n\tcachetextconv = false\n",
        words = words.join("|"),
        lang = lang.code(),
    )
}
