//! The pages of `docs/rules/`: an index, a page a pack, and one of the compiler's own rules.

use super::find::Found;
use super::packs::{Pack, pack_of, packs};
use super::page::{Asked, page};
use crate::diagnostic::{Lang, rules};
use crate::policy::judge::{Set, whole_library};
use crate::policy::written::severity_word;

/// Each page by the name of its file.
pub fn pages(lang: Lang) -> Vec<(String, String)> {
    let library = whole_library();
    let mut all = vec![("README.md".to_owned(), index(&library, lang)), ("compiler.md".to_owned(), compiler(&library, lang))];
    all.extend(packs().map(|pack| (format!("{}.md", pack.name), of_pack(pack, &library, lang))));
    all
}

/// The policies of a pack, by their numbers in the library.
fn members<'s>(pack: Pack, library: &'s Set) -> impl Iterator<Item = usize> + 's {
    library.policies.iter().enumerate().filter(move |(_, policy)| pack_of(policy) == Some(pack)).map(|(at, _)| at)
}

fn index(library: &Set, lang: Lang) -> String {
    let mut out = lang.of(INDEX_FR, INDEX_EN).to_owned();
    let table = lang.of("| code | gravité | ce qui est demandé |\n|---|---|---|\n", "| code | severity | what is asked |\n|---|---|---|\n");
    for pack in packs() {
        out += &format!("\n## [{}]({}.md)\n\n{}\n\n{table}", pack.title(lang), pack.name, brought_in(pack, lang));
        for at in members(pack, library) {
            let policy = &library.policies[at];
            let (code, severity) = (&policy.code, severity_word(policy.severity, lang));
            out += &format!("| [{code}]({}.md#{}) | {severity} | {} |\n", pack.name, code.to_lowercase(), cell(policy.title.of(lang)));
        }
    }
    out += &format!("\n## [{}](compiler.md)\n\n", lang.of("Le compilateur", "The compiler"));
    out += lang.of("| code | gravité | ce qui ne va pas |\n|---|---|---|\n", "| code | severity | what is wrong |\n|---|---|---|\n");
    for rule in rules::ALL {
        let severity = severity_word(rule.severity, lang);
        out += &format!("| [{}](compiler.md#{}) | {severity} | {} |\n", rule.id, rule.id.to_lowercase(), cell(rule.title(lang)));
    }
    out += lang.of("\n## Codes retirés\n\n| code | devenu |\n|---|---|\n", "\n## Codes that are no more\n\n| code | became |\n|---|---|\n");
    for (old, new) in rules::RETIRED {
        let pack = library.policies.iter().find(|policy| policy.code == *new).and_then(pack_of);
        let link = pack.map_or_else(|| (*new).to_owned(), |pack| format!("[{new}]({}.md#{})", pack.name, new.to_lowercase()));
        out += &format!("| {old} | {link} |\n");
    }
    out
}

fn compiler(library: &Set, lang: Lang) -> String {
    let mut out = lang.of(COMPILER_FR, COMPILER_EN).to_owned();
    let asked = Asked { library, analysis: None, lang, heading: "##" };
    for rule in rules::ALL {
        out += "\n";
        out += &page(&Found::Compiler(rule), &asked).unwrap_or_default();
    }
    out
}

fn of_pack(pack: Pack, library: &Set, lang: Lang) -> String {
    let asked = Asked { library, analysis: None, lang, heading: "##" };
    let made = lang.of(
        "Page écrite par `REFERENCE_UPDATE=1 cargo test rules` à partir des règles elles-mêmes. [Toutes les règles](README.md).",
        "Written by `REFERENCE_UPDATE=1 cargo test rules` from the policies themselves. [All rules](README.md).",
    );
    let mut out = format!("# {}\n\n{}\n\n{made}\n", pack.title(lang), brought_in(pack, lang));
    for at in members(pack, library) {
        out += "\n";
        out += &page(&Found::InLibrary(at), &asked).unwrap_or_default();
    }
    out
}

fn brought_in(pack: Pack, lang: Lang) -> String {
    let line = pack.brought_in(lang);
    match pack.is_always() {
        true => lang.of(
            format!("En vigueur dans tout plan ; se règle par `{line} avec {{ … }}`."),
            format!("In force in every plan; set by `{line} with {{ … }}`."),
        ),
        false => lang.of(format!("En vigueur dans un plan qui écrit `{line}`."), format!("In force in a plan that writes `{line}`.")),
    }
}

/// A text in a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

const INDEX_FR: &str = "\
# Toutes les règles

Ce que `strategy` contrôle : les règles, que tout le monde peut lire et qu'un plan règle ou désactive, et les contrôles du compilateur, qui \
disent ce qui ne se lit pas ou se contredit. La même liste dans le terminal : `strategy rules` ; pour l'une d'elles : `strategy explain CODE` ; \
pour savoir ce qu'elle dit d'une chose du plan : `strategy explain CODE --on NOM`.

Pages écrites par `REFERENCE_UPDATE=1 cargo test rules`. Ce qui n'est pas une règle, et pourquoi : \
[docs/policies-not-written.md](../../policies-not-written.md).
";

const INDEX_EN: &str = "\
# All rules

What `strategy` checks: policies, that anybody can read and that a plan may set or switch off, and the compiler's own checks, that tell what \
cannot be read or contradicts itself. The same list in the terminal: `strategy rules`; for one of them: `strategy explain CODE`; for what it \
says of one thing of the plan: `strategy explain CODE --on NAME`.

Written by `REFERENCE_UPDATE=1 cargo test rules`. What is no policy, and why: [docs/policies-not-written.md](../../policies-not-written.md).
";

const COMPILER_FR: &str = "\
# Les contrôles du compilateur

Ce qui ne se lit pas, ou se contredit. `E` arrête la fabrication du document, `W` la laisse faire. Un numéro ne change jamais de sens et \
n'est jamais repris. [Toutes les règles](README.md).
";

const COMPILER_EN: &str = "\
# The compiler's checks

What cannot be read, or contradicts itself. `E` stops the making of the document, `W` does not. A number never changes its meaning and is \
never used again. [All rules](README.md).
";
