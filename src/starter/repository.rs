//! What a plan's git repository holds beside the plan: a check before each commit, one in the pipeline of a forge, and how git shows a
//! plan's lines.

use crate::diagnostic::Lang;
use crate::language::{CONCEPTS, Concept};

/// Where git's settings stand that say how a plan is shown; a clone takes them up by `git config include.path ../.gitconfig`.
pub const SETTINGS: &str = ".gitconfig";

/// Files that are read at the top of a repository only, wherever the plan lies in it.
pub fn is_for_the_top(name: &str) -> bool {
    name == PRE_COMMIT || name == GITLAB || name.starts_with(".github/")
}

const PRE_COMMIT: &str = ".pre-commit-config.yaml";
const GITLAB: &str = ".gitlab-ci.yml";

/// In: the plan's folder as seen from the top of its repository; empty where it is that. Out: the paths and the texts, the paths as seen
/// from the top or from the plan's folder.
pub fn repository(lang: Lang, plan: &str) -> Vec<(String, String)> {
    let gitlab = lang.of(include_str!("repository/gitlab.fr.yml"), include_str!("repository/gitlab.en.yml"));
    let github = lang.of(include_str!("repository/github.fr.yml"), include_str!("repository/github.en.yml"));
    let name = lang.of(".github/workflows/strategie.yml", ".github/workflows/strategy.yml");
    let checked = |text: &str| match plan {
        "" => text.to_owned(),
        _ => text.replace("strategy check ", &format!("strategy check {} ", quoted(plan))),
    };
    // A name as a regular expression: every sign that means something else stands for itself.
    let exact: String =
        plan.chars().flat_map(|c| ['\\', c].into_iter().skip(usize::from(c.is_alphanumeric() || "/-_".contains(c)))).collect();
    let files = if plan.is_empty() { "files: \\.dsl$".to_owned() } else { format!("files: ^{exact}/.*\\.dsl$") };
    [
        (PRE_COMMIT, include_str!("repository/pre-commit.yaml").replace("files: \\.dsl$", &files)),
        (GITLAB, checked(gitlab)),
        (name, checked(github)),
        (".gitattributes", include_str!("repository/gitattributes").to_owned()),
        (".gitignore", "/*.pdf\n".to_owned()),
        (SETTINGS, settings(lang)),
    ]
    .map(|(name, text)| (name.to_owned(), text))
    .into()
}

/// A path as one word of a command, in a line of YAML too: a backslash stands before each sign that either would take for its own.
pub fn quoted(path: &str) -> String {
    path.chars().flat_map(|c| ['\\', c].into_iter().skip(usize::from(c.is_alphanumeric() || "/-_.~+,@".contains(c)))).collect()
}

/// A change is shown under the head of the goal, the action or the like that it stands in, in the words of one language, laid out as
/// `strategy fmt` does: what a change of the layout alone moved is no difference.
fn settings(lang: Lang) -> String {
    let words = |wanted: &[Concept]| {
        let rows = CONCEPTS.iter().filter(|row| wanted.contains(&row.concept));
        let mut words: Vec<&str> = rows.flat_map(|row| row.fr.iter().chain(row.en)).copied().collect();
        words.sort_unstable();
        words.dedup();
        words.join("|")
    };
    let anywhere = words(&[Concept::Axis, Concept::Goal, Concept::Action, Concept::Milestone, Concept::Indicator]);
    // Within a block that word says who owns a thing.
    let margin = words(&[Concept::Owner]);
    format!(
        "[diff \"strategy\"]\n\txfuncname = \"^[ \\t]*(({anywhere})[ \\t].*)$\\n^(({margin})[ \\t].*)$\"\n\ttextconv = \"sh -c 'strategy fmt -q --lang {lang} - <\\\"$0\\\" || cat \\\"$0\\\"'\"\n\tcachetextconv = false\n",
        lang = lang.code(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_one_word_of_a_command() {
        assert_eq!(quoted("strat/numérique"), "strat/numérique");
        assert_eq!(quoted("Plan d'actions: #1"), "Plan\\ d\\'actions\\:\\ \\#1");
    }
}
