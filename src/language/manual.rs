//! The reference of the language: the table in sentences, for those who write a plan. In Markdown; [`plain`] takes the marks away.

use super::concept::{ConceptRow, FieldRow, Mode, Slot, inside};
use super::concepts::{CONCEPTS, Concept};
use super::lookup::{Place, meant_anywhere};
use super::types::{Type, WordRow};
use super::words::{Word, named, phrase};
use crate::diagnostic::{Lang, suggest};

/// The whole reference, a page a concept.
pub fn manual(lang: Lang) -> String {
    let mut text = lang.of(INTRODUCTION_FR, INTRODUCTION_EN).to_owned();
    text += &contents(lang);
    for row in CONCEPTS {
        text += "\n";
        text += &concept(row, lang, false);
    }
    text
}

/// What the reference says of a keyword or of a word of a list, in either language, accents or not; of any other word, the one that was
/// meant, if one is near.
pub fn pages(word: &str, lang: Lang) -> Result<String, Option<&'static str>> {
    let word = suggest::fold(word.trim());
    let is = |spelling: &str| suggest::fold(spelling) == word;
    let of_concepts = CONCEPTS.iter().filter(|row| spellings_of(row).any(is)).map(|row| concept(row, lang, true));
    let of_fields =
        written_fields().filter(|(_, row)| row.en.iter().chain(row.fr).copied().chain(row.words().iter().flat_map(all)).any(is));
    let pages: Vec<String> = of_concepts.chain(of_fields.map(|(concept, row)| field_page(concept, row, lang))).collect();
    if !pages.is_empty() {
        return Ok(pages.join("\n"));
    }
    let in_lists = written_fields().flat_map(|(_, row)| row.en.iter().chain(row.fr).copied().chain(row.words().iter().flat_map(all)));
    Err(meant_anywhere(&word).or_else(|| suggest::nearest(&word, CONCEPTS.iter().flat_map(|row| spellings_of(row)).chain(in_lists))))
}

/// The same text without the marks of Markdown.
pub fn plain(markdown: &str) -> String {
    let mut out = String::new();
    let mut fenced = false;
    for line in markdown.lines() {
        if line.starts_with("```") {
            fenced = !fenced;
        } else if fenced {
            out += &format!("    {line}\n");
        } else if let Some(title) = line.strip_prefix('#') {
            let title = unmarked(title.trim_start_matches('#').trim());
            out += &format!("{title}\n{}\n", "─".repeat(title.chars().count()));
        } else {
            out += &format!("{}\n", unmarked(line));
        }
    }
    out
}

/// Code and bold lose their marks, a link keeps its words.
fn unmarked(line: &str) -> String {
    let line = line.replace("**", "").replace('`', "");
    let mut out = String::new();
    for (at, piece) in line.split("](#").enumerate() {
        let words = if at == 0 { piece } else { piece.split_once(')').map_or(piece, |(_, rest)| rest) };
        out += words;
    }
    // What is left of `[words](#place)`; other brackets stand within code, that has no links.
    if line.contains("](#") { out.replace('[', "") } else { out }
}

const INTRODUCTION_FR: &str = "\
# Les mots du langage

Tout ce qu'un plan peut dire : chaque mot-clé, en français et en anglais, où il s'écrit, ce qui le suit, et à quoi il sert. Les deux \
langues se mélangent librement ; les accents des mots-clés sont facultatifs.

Dans les modèles, ce qui est en majuscules est à remplacer, ce qui est entre crochets est facultatif, et `{ … }` contient la suite, une \
ligne par élément. Un nom (`guichet`, `DSI`) est un mot court, sans espace ni guillemets, par lequel le reste du plan désigne \
l'élément ; un titre est un texte entre guillemets, celui que le document imprime.

Ce qui est « attendu » n'empêche pas d'écrire le plan : `strategy check` signale son absence, et le document la marque `[À COMPLÉTER]`. \
De même pour un objectif sans dates, sans budget ou sans indicateur.
";

const INTRODUCTION_EN: &str = "\
# The words of the language

All that a plan may say: each keyword, in English and in French, where it stands, what follows it, and what it is for. Both languages \
may be mixed; the accents of French keywords are optional.

In the patterns, what is in capitals is to be replaced, what is in brackets is optional, and `{ … }` holds what follows, a line each. A \
name (`guichet`, `DSI`) is a short word, without blanks or quotes, by which the rest of the plan means the thing; a title is a text \
between quotes, the one that the document prints.

What is \"expected\" does not keep anybody from writing the plan: `strategy check` reports that it is missing, and the document marks it \
`[TO BE COMPLETED]`. So it is with a goal without dates, budget or indicator.
";

/// Which keyword stands in which, each leading to its page.
fn contents(lang: Lang) -> String {
    let mut text = lang.of("\n## Qui s'écrit dans quoi\n\n", "\n## What stands in what\n\n").to_owned();
    let mut shown = Vec::new();
    nested(None, 0, lang, &mut shown, &mut text);
    text
}

fn nested(place: Place, depth: usize, lang: Lang, shown: &mut Vec<Concept>, text: &mut String) {
    for row in inside(place) {
        let (title, indent) = (title(row, lang), "  ".repeat(depth));
        *text += &format!("{indent}- [{title}](#{})\n", title.replace(' ', "-"));
        // What stands in several places is unfolded once.
        if !shown.contains(&row.concept) {
            shown.push(row.concept);
            nested(Some(row.concept), depth + 1, lang, shown, text);
        }
    }
}

// --- a page ---------------------------------------------------------------------------------------------------------

/// With all its fields, or with a word on where they are told already.
fn concept(row: &ConceptRow, lang: Lang, whole: bool) -> String {
    let mut text = format!("## {}\n\n", title(row, lang));
    text += &match row.en {
        [] => lang.of("Sans mot-clé : la ligne commence par le titre.\n", "No keyword: the line begins with the title.\n").to_owned(),
        en => format!("{}\n", other_language(en, row.fr, lang)),
    };
    text += &format!("{}\n\n```text\n{}\n```\n\n", row.help_in(lang), pattern(row, lang));
    let places: Vec<String> = row.within.iter().map(|place| place_in(*place, lang)).collect();
    let places = listed(&places, lang);
    text += &lang.of(
        format!("Où : {places}. {}\n", often(concept_repeats(row), lang)),
        format!("Where: {places}. {}\n", often(concept_repeats(row), lang)),
    );
    if row.documented {
        text += lang.of(
            "Les lignes qui commencent par `///` juste avant sont imprimées avec.\n",
            "The lines just before it that begin with `///` are printed with it.\n",
        );
    }
    let of_line: Vec<&FieldRow> = row.fields_in(true).map(|(_, field)| field).collect();
    text += &fields(lang.of("Sur la même ligne :", "On the same line:"), &of_line, lang, false);
    let of_block: Vec<&FieldRow> = row.fields_in(false).map(|(_, field)| field).collect();
    let told = CONCEPTS.iter().take_while(|other| other.concept != row.concept).find(|other| std::ptr::eq(other.fields, row.fields));
    match told.filter(|_| !whole && !of_block.is_empty()) {
        Some(other) => {
            let other = other.spelling(lang);
            let anchor = other.replace(' ', "-");
            text += &lang.of(
                format!("\nEntre les accolades : les mêmes champs que pour [{other}](#{anchor}).\n"),
                format!("\nBetween the braces: the same fields as for [{other}](#{anchor}).\n"),
            );
        }
        None => {
            text += &fields(lang.of("Entre les accolades :", "Between the braces:"), &of_block, lang, true);
            let computed: Vec<&FieldRow> = row.fields.iter().filter(|field| field.mode == Mode::Computed).collect();
            text += &fields(lang.of("Calculé, ne s'écrit pas :", "Computed, never written:"), &computed, lang, true);
        }
    }
    let held: Vec<String> =
        row.children().map(|child| format!("[{}](#{})", title(child, lang), title(child, lang).replace(' ', "-"))).collect();
    if !held.is_empty() {
        let held = held.join(", ");
        text += &match of_block.is_empty() {
            true => lang.of(format!("\nEntre les accolades : {held}.\n"), format!("\nBetween the braces: {held}.\n")),
            false => lang.of(format!("\nEt aussi : {held}.\n"), format!("\nAnd also: {held}.\n")),
        };
    }
    text
}

fn fields(heading: &str, rows: &[&FieldRow], lang: Lang, keyword: bool) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{heading}\n\n");
    for row in rows {
        // On the keyword's own line a value has no word before it: it is called what the pattern calls it.
        let (name, spelt) = match keyword {
            true => (row.spelling(lang).to_owned(), format!(" ({})", lower(&other_language(row.en, row.fr, lang)))),
            false => (placeholder(row, lang), String::new()),
        };
        text += &format!("- **{name}**{spelt}\n  {}\n", row.help(lang));
        if row.mode != Mode::Computed {
            text += &format!("  {}\n", rules(row, lang));
        }
    }
    text
}

/// Of a field alone, with the places that have it.
fn field_page(within: Vec<&ConceptRow>, row: &FieldRow, lang: Lang) -> String {
    let places: Vec<String> = within.iter().map(|row| format!("`{}`", title(row, lang))).collect();
    let places = listed(&places, lang);
    let name = row.spelling(lang);
    let mut text = lang.of(format!("## {name}, dans {places}\n\n"), format!("## {name}, in {places}\n\n"));
    let spelt = match row.head {
        Some(_) => lang.of("Sur la ligne même, sans mot-clé.", "On the line itself, without a keyword.").to_owned(),
        None => other_language(row.en, row.fr, lang),
    };
    text += &format!("{spelt}\n{}\n", row.help(lang));
    match row.mode {
        Mode::Computed => text += lang.of("Calculé, ne s'écrit pas.\n", "Computed, never written.\n"),
        Mode::Said | Mode::Fact => text += &format!("{}\n", rules(row, lang)),
    }
    text
}

/// `objectif NOM "TITRE" { … }`
fn pattern(row: &ConceptRow, lang: Lang) -> String {
    let optional = |text: String, optional: bool| if optional { format!("[{text}]") } else { text };
    let mut words: Vec<String> = Vec::new();
    if !row.en.is_empty() {
        words.push(row.spelling(lang).to_owned());
    }
    if row.name != Slot::None {
        words.push(optional(lang.of("NOM", "NAME").to_owned(), row.name == Slot::Either));
    }
    if row.title != Slot::None {
        words.push(optional(lang.of("\"TITRE\"", "\"TITLE\"").to_owned(), row.title == Slot::Either));
    }
    for (_, field) in row.fields_in(true) {
        let lead = field.head.and_then(|lead| lead.word).map(|word| format!("{} ", named(word, lang))).unwrap_or_default();
        words.push(optional(lead + &placeholder(field, lang), field.head.is_some_and(|lead| lead.optional)));
    }
    if row.block {
        words.push("{ … }".to_owned());
    }
    words.join(" ")
}

fn placeholder(row: &FieldRow, lang: Lang) -> String {
    row.label_in(lang).to_uppercase()
}

// --- sentences ------------------------------------------------------------------------------------------------------

/// `En anglais : owner.`, with the other spellings that are read.
fn other_language(en: &[&str], fr: &[&str], lang: Lang) -> String {
    let (own, other) = lang.of((fr, en), (en, fr));
    let other: Vec<String> = other.iter().map(|word| format!("`{word}`")).collect();
    let also: Vec<String> = own.iter().skip(1).map(|word| format!("`{word}`")).collect();
    let other = listed(&other, lang);
    let mut text = lang.of(format!("En anglais : {other}"), format!("In French: {other}"));
    if !also.is_empty() {
        let also = listed(&also, lang);
        text += &lang.of(format!(" ; se lit aussi : {also}"), format!("; also read: {also}"));
    }
    text + "."
}

/// What stands there, how often, and whether it is missed.
fn rules(row: &FieldRow, lang: Lang) -> String {
    let value = value(row, lang);
    let mut text = lang.of(format!("Valeur : {value}."), format!("Value: {value}."));
    if row.head.is_none() {
        text += " ";
        text += often(row.repeats, lang);
    }
    if row.wanted {
        text += lang.of(" Attendu.", " Expected.");
    }
    text
}

fn value(row: &FieldRow, lang: Lang) -> String {
    let names: Vec<String> = row.names.iter().map(|concept| format!("`{}`", concept.row().spelling(lang))).collect();
    let names = listed(&names, lang);
    let word = |word: Word| named(word, lang);
    match row.of {
        Type::Text => lang.of("un texte entre guillemets", "a text between quotes").to_owned(),
        Type::Name => lang.of(format!("un nom, déclaré avec {names}"), format!("a name, declared with {names}")),
        Type::Names => lang.of(
            format!("un ou plusieurs noms, déclarés avec {names}, séparés par des virgules"),
            format!("one or more names, declared with {names}, separated by commas"),
        ),
        Type::People => lang.of(
            format!("un ou plusieurs noms, déclarés avec {names}, ou des textes entre guillemets, séparés par des virgules"),
            format!("one or more names, declared with {names}, or texts between quotes, separated by commas"),
        ),
        Type::Dependencies => {
            let (start, months) = (word(Word::Start), word(Word::Months));
            lang.of(
                format!(
                    "un ou plusieurs noms, déclarés avec {names}, séparés par des virgules. C'est la fin qui est attendue ; avec \
                     `socle {start}`, le commencement de `socle` ; avec `socle + 3 {months}`, trois mois de plus ; avec `socle pour fin` ou `socle pour JALON`, \
                     cela seul attend"
                ),
                format!(
                    "one or more names, declared with {names}, separated by commas. The end is waited for; with `socle {start}`, the \
                     beginning of `socle`; with `socle + 3 {months}`, three months more; with `socle for end` or `socle for MILESTONE`, only that \
                     waits"
                ),
            )
        }
        Type::Word(words) => {
            let words: Vec<String> = words.iter().map(|word| list_word(word, lang)).collect();
            let own = if row.open { lang.of(", ou un texte entre guillemets", ", or a text between quotes") } else { "" };
            lang.of(format!("l'un de ces mots : {}{own}", words.join(", ")), format!("one of these words: {}{own}", words.join(", ")))
        }
        Type::Words(words) => {
            let words: Vec<String> = words.iter().map(|word| list_word(word, lang)).collect();
            lang.of(
                format!("un ou plusieurs de ces mots, séparés par des virgules : {}", words.join(", ")),
                format!("one or more of these words, separated by commas: {}", words.join(", ")),
            )
        }
        Type::Number => lang.of("un nombre entier, comme `62 400`", "a whole number, like `62 400`").to_owned(),
        Type::Date => lang
            .of(
                "une date : une année `2027`, un semestre `2027-S1`, un trimestre `2027-T2`, un mois `2027-03` ou un jour `2027-03-15` ; `vers 2027` s'il faut une marge",
                "a date: a year `2027`, a semester `2027-S1`, a quarter `2027-Q2`, a month `2027-03` or a day `2027-03-15`; `about 2027` with a margin",
            )
            .to_owned(),
        Type::Period => {
            lang.of("deux dates, comme `2027-01 .. 2028-06`, ou une seule", "two dates, like `2027-01 .. 2028-06`, or one").to_owned()
        }
        Type::Duration => lang.of(
            format!("un nombre de jours, semaines, mois, trimestres ou ans, comme `18 {}`", word(Word::Months)),
            format!("a number of days, weeks, months, quarters or years, like `18 {}`", word(Word::Months)),
        ),
        Type::Amounts => lang
            .of(
                "des montants par année, comme `2027: 120 k€, 2028 .. 2030: 35 k€`",
                "amounts by year, like `2027: 120 k€, 2028 .. 2030: 35 k€`",
            )
            .to_owned(),
        Type::Share => {
            let share = format!("`40 % {}`", phrase(&[Word::Of, Word::Investment], lang));
            lang.of(
                format!("un montant, comme `60 k€`, ou une part du coût, comme `40 %` ou {share}"),
                format!("an amount, like `60 k€`, or a share of the cost, like `40 %` or {share}"),
            )
        }
        Type::Value => lang
            .of("un nombre, comme `4 200`, ou un pourcentage, comme `12 %`", "a number, like `4 200`, or a percentage, like `12 %`")
            .to_owned(),
        Type::Library => lang
            .of(
                "une bibliothèque, comme `std.roles`, ou un fichier entre guillemets, comme `\"axes/usagers.dsl\"`",
                "a library, like `std.roles`, or a file between quotes, like `\"axes/usagers.dsl\"`",
            )
            .to_owned(),
        Type::Money => lang.of("un montant, comme `60 k€`", "an amount, like `60 k€`").to_owned(),
        Type::Flag => lang.of("aucune : le mot suffit", "none: the word says it").to_owned(),
        Type::Answer => {
            let (yes, no) = (word(Word::Yes), word(Word::No));
            lang.of(format!("`{yes}` ou `{no}` ; le mot-clé seul vaut `{yes}`"), format!("`{yes}` or `{no}`; the keyword alone is `{yes}`"))
        }
        Type::Every => {
            lang.of("un rythme, comme `chaque année` ou `tous les 3 mois`", "a rhythm, like `every year` or `every 3 months`").to_owned()
        }
        Type::Capacities => lang
            .of(
                "du temps de travail par année, comme `2027: 1,5 etp, 2028 .. 2030: 2 etp`",
                "working time by year, like `2027: 1.5 fte, 2028 .. 2030: 2 fte`",
            )
            .to_owned(),
        Type::Efforts => lang.of(
            format!("un ou plusieurs noms, déclarés avec {names}, chacun avec un temps de travail, comme `DSI 0,5 etp`"),
            format!("one or more names, declared with {names}, each with a working time, like `DSI 0.5 fte`"),
        ),
        Type::Texts => lang
            .of(
                "un ou plusieurs textes entre guillemets, séparés par des virgules",
                "one or more texts between quotes, separated by commas",
            )
            .to_owned(),
        Type::Tags => lang
            .of(
                "un ou plusieurs mots, ou textes entre guillemets, séparés par des virgules",
                "one or more words, or texts between quotes, separated by commas",
            )
            .to_owned(),
        Type::Votes => {
            lang.of("des voix, comme `pour 30, contre 3, abstentions 2`", "votes, like `for 30, against 3, abstentions 2`").to_owned()
        }
    }
}

/// `prévu` (`planned`)
fn list_word(word: &WordRow, lang: Lang) -> String {
    let (own, other) = lang.of((word.fr, word.en), (word.en, word.fr));
    if own == other { format!("`{own}`") } else { format!("`{own}` (`{other}`)") }
}

fn often(repeats: bool, lang: Lang) -> &'static str {
    if repeats { lang.of("Autant de fois que nécessaire.", "As often as needed.") } else { lang.of("Une fois au plus.", "Once at most.") }
}

/// The strategy is one for a plan, whatever its files are.
fn concept_repeats(row: &ConceptRow) -> bool {
    row.repeats && row.concept != Concept::Strategy
}

fn place_in(place: Place, lang: Lang) -> String {
    match place {
        Some(concept) => lang.of(format!("dans `{}`", concept.row().spelling(lang)), format!("in `{}`", concept.row().spelling(lang))),
        None => lang.of("directement dans un fichier, hors de toute accolade", "in a file itself, outside all braces").to_owned(),
    }
}

/// `a, b ou c`
fn listed(words: &[String], lang: Lang) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [others @ .., last] => format!("{} {} {last}", others.join(", "), lang.of("ou", "or")),
    }
}

/// `en anglais : owner`, within a sentence.
fn lower(sentence: &str) -> String {
    let mut chars = sentence.strip_suffix('.').unwrap_or(sentence).chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

// --- the table ------------------------------------------------------------------------------------------------------

/// How its page is called.
fn title(row: &ConceptRow, lang: Lang) -> String {
    row.spelling(lang).to_lowercase()
}

/// What begins with a text is known by its label.
fn spellings_of(row: &'static ConceptRow) -> impl Iterator<Item = &'static str> {
    let own = row.en.iter().chain(row.fr).copied();
    own.chain([Lang::Fr, Lang::En].map(|lang| row.spelling(lang)).into_iter().filter(|_| row.en.is_empty()))
}

/// Every field, once, with the concepts that have it.
fn written_fields() -> impl Iterator<Item = (Vec<&'static ConceptRow>, &'static FieldRow)> {
    let firsts =
        CONCEPTS.iter().enumerate().filter(|(at, row)| !CONCEPTS[..*at].iter().any(|other| std::ptr::eq(other.fields, row.fields)));
    firsts.flat_map(|(_, first)| {
        let having: Vec<&'static ConceptRow> = CONCEPTS.iter().copied().filter(|row| std::ptr::eq(row.fields, first.fields)).collect();
        first.fields.iter().map(move |field| (having.clone(), field))
    })
}

fn all(word: &'static WordRow) -> impl Iterator<Item = &'static str> {
    [word.en, word.fr].into_iter().chain(word.also.iter().copied())
}
