//! From things to the files of a plan. What the compiler refuses becomes text: nothing is written that `check` would call an error.

use std::path::Path;

use rustc_hash::FxHashMap;

use super::able::{Able, head};
use super::build::{Built, Thing};
use super::columns::Table;
use super::prose::paragraphs;
use super::report::Went;
use crate::analysis::analyse_whole;
use crate::diagnostic::{Lang, Say, Severity};
use crate::language::Concept;
use crate::load::{LARGEST, Memory};
use crate::plan::format;
use crate::say;
use crate::syntax::{Statement, Written, quoted};

/// No more axes: a file each.
const MOST_AXES: usize = 1_000;
/// How often what is refused is taken out; each time there is less.
const ROUNDS: usize = 8;

pub struct Files {
    /// Their paths below the plan's folder, and their texts. The root comes first.
    pub files: Vec<(String, String)>,
    /// The file of each thing, by its number.
    pub file_of: Vec<usize>,
}

/// In: the things, and the title of their strategy. Out: files that check without an error.
pub fn files(built: &mut Built, table: &Table, title: &str, able: &Able) -> Result<Files, Say> {
    let tops: Vec<u32> = (0u32..).zip(&built.things).filter(|(_, thing)| thing.parent.is_none()).map(|(at, _)| at).collect();
    let axes: Vec<u32> = tops.iter().copied().filter(|at| built.things[*at as usize].concept == Concept::Axis).collect();
    if axes.len() > MOST_AXES {
        return Err(
            say!("La colonne des axes donne plus de {most} axes différents : elle dit sans doute autre chose. Corrigez-la dans un fichier --mapping."; "The column of axes gives more than {most} different axes: it surely says something else. Correct it in a --mapping file.", most = MOST_AXES),
        );
    }
    let mut wanted = vec![vec![]; 1];
    let mut names = vec!["plan.dsl".to_owned()];
    let loose: Vec<u32> = tops.iter().copied().filter(|at| !axes.contains(at)).collect();
    if !loose.is_empty() {
        names.push("actions.dsl".to_owned());
        wanted.push(loose);
    }
    for (number, axis) in axes.iter().enumerate() {
        names.push(format!("axes/{:02}-{}.dsl", number + 1, built.things[*axis as usize].name.to_lowercase()));
        wanted.push(vec![*axis]);
    }
    let mut file_of = vec![0; built.things.len()];
    for (file, tops) in wanted.iter().enumerate() {
        let mut left = tops.clone();
        while let Some(thing) = left.pop() {
            file_of[thing as usize] = file;
            left.extend(&built.things[thing as usize].children);
        }
    }
    for _ in 0..ROUNDS {
        let written = Writing { built, table, able, marks: Vec::new() }.all(title, &names, &wanted);
        let largest = written.texts.iter().map(|text| text.text.len() as u64).max().unwrap_or(0);
        if largest > LARGEST {
            return Err(
                say!("Le plan serait trop grand : un axe dépasse {most} Mo. Répartissez la feuille en plusieurs fichiers."; "The plan would be too large: an axis exceeds {most} MB. Spread the sheet over several files.", most = (LARGEST >> 20)),
            );
        }
        let refused = refused(&names, &written)?;
        if refused.is_empty() {
            let laid = written.texts.iter().map(|text| format(&text.text, None).text);
            return Ok(Files { files: names.into_iter().zip(laid).collect(), file_of });
        }
        demote(built, table, refused);
    }
    Err(unwritable("…"))
}

/// What an import may not end with; if it does, the fault is ours.
fn unwritable(why: &str) -> Say {
    say!("Le plan tiré de cette feuille ne passerait pas `strategy check` ({why}) : rien n'est écrit. C'est un défaut de strategy : signalez-le avec la feuille."; "The plan made from this sheet would not pass `strategy check` ({why}): nothing is written. That is a fault of strategy: report it with the sheet.", why)
}

/// A piece of a thing.
type At = (u32, u32);

struct Texts {
    texts: Vec<Written>,
    /// What each mark stands for.
    marks: Vec<Vec<At>>,
}

struct Writing<'a> {
    built: &'a Built,
    table: &'a Table,
    able: &'a Able,
    marks: Vec<Vec<At>>,
}

impl Writing<'_> {
    fn all(mut self, title: &str, names: &[String], wanted: &[Vec<u32>]) -> Texts {
        let lang = self.able.lang;
        let mut texts: Vec<Written> = Vec::with_capacity(names.len());
        texts.push(self.root(title, names));
        for tops in &wanted[1..] {
            let mut written = Written::default();
            for thing in tops {
                written.add(&self.thing(*thing, lang));
            }
            texts.push(written);
        }
        Texts { texts, marks: self.marks }
    }

    fn root(&self, title: &str, names: &[String]) -> Written {
        let lang = self.able.lang;
        let mut written = Written::default();
        for name in &names[1..] {
            written.add(&Statement::new(format!("{} {}", Concept::Use.row().spelling(lang), quoted(name))));
        }
        let mut doc = self.texts(&[], &self.built.texts);
        for header in &self.built.taxes {
            add(
                &mut doc,
                paragraphs(&lang.of(format!("Montants du tableau : {header}."), format!("Amounts of the table: {header}.")), None),
            );
        }
        let language =
            self.able.keyword(Some(Concept::Strategy), "language").map(|keyword| Statement::new(format!("{keyword} {}", lang.code())));
        let strategy = Statement::new(head(Concept::Strategy, "strategy", title, lang)).with(language.into_iter().collect());
        written.add(&Statement { doc, ..strategy });
        for person in &self.built.people {
            let sentence = |header: &String| format!("{}.", header.trim_end_matches('.'));
            let headers = person.headers.iter().map(|header| paragraphs(&sentence(header), None)).fold(Vec::new(), |mut doc, more| {
                add(&mut doc, more);
                doc
            });
            written.add(&Statement { doc: headers, ..Statement::new(head(person.concept, &person.name, &person.title, lang)) });
        }
        written
    }

    fn thing(&mut self, at: u32, lang: Lang) -> Statement {
        let built = self.built;
        let thing: &Thing = &built.things[at as usize];
        let mut block: Vec<Statement> = Vec::new();
        let mut grouped: Vec<(&'static str, usize)> = Vec::new();
        for (number, piece) in (0u32..).zip(&thing.pieces) {
            let statement = piece.statement.clone().marked(self.mark((at, number)));
            let Some(within) = piece.within else {
                block.push(statement);
                continue;
            };
            match grouped.iter().find(|(known, _)| *known == within) {
                Some((_, place)) => {
                    let group = &mut block[*place];
                    group.block.push(statement);
                    if let Some(mark) = group.mark {
                        self.marks[mark as usize].push((at, number));
                    }
                }
                None => {
                    let keyword = self.able.keyword(Some(thing.concept), within).unwrap_or(within);
                    let mark = self.mark((at, number));
                    grouped.push((within, block.len()));
                    block.push(Statement::new(keyword).with(vec![statement]).marked(mark));
                }
            }
        }
        block.extend(thing.children.iter().map(|child| self.thing(*child, lang)));
        Statement { doc: self.texts(&thing.doc, &thing.texts), ..Statement::new(thing.head(lang)).with(block) }
    }

    fn mark(&mut self, piece: At) -> u32 {
        self.marks.push(vec![piece]);
        self.marks.len() as u32 - 1
    }

    fn texts(&self, plain: &[String], headed: &[(Option<u16>, String)]) -> Vec<String> {
        let mut doc = Vec::new();
        for text in plain {
            add(&mut doc, paragraphs(text, None));
        }
        for (column, text) in headed {
            let header = column.map(|column| (self.table.columns[usize::from(column)].header.as_str(), self.able.lang));
            add(&mut doc, paragraphs(text, header));
        }
        doc
    }
}

fn add(doc: &mut Vec<String>, more: Vec<String>) {
    if !doc.is_empty() && !more.is_empty() {
        doc.push(String::new());
    }
    doc.extend(more);
}

/// The pieces that the compiler calls an error, each with what it says.
fn refused(names: &[String], written: &Texts) -> Result<Vec<(At, Say)>, Say> {
    let world = Memory::new(names.iter().zip(&written.texts).map(|(name, text)| (name, text.text.as_str())));
    let analysis = analyse_whole(&world, Memory::root());
    let file_of: FxHashMap<&Path, usize> = names.iter().enumerate().map(|(at, name)| (Path::new(name), at)).collect();
    let mut out = Vec::new();
    for error in analysis.diagnostics.iter().filter(|found| found.severity() == Severity::Error) {
        if error.rule.name == "too-large" {
            let why = error.message.clone();
            return Err(say!("Le plan serait trop grand pour être contrôlé."; "The plan would be too large to be checked.").and(why).and(say!("Répartissez la feuille en plusieurs fichiers, ou ses actions en plus d'axes."; "Spread the sheet over several files, or its actions over more axes.")));
        }
        let place = |label: &crate::diagnostic::Label| {
            let path = analysis.paths.get(usize::from(label.span.source.0))?.as_ref()?;
            let file = *file_of.get(path.strip_prefix(Memory::root().parent()?).ok()?)?;
            let marks = &written.texts[file].marks;
            // The innermost that holds it is the last that begins before it and ends behind it.
            let before = marks.partition_point(|(range, _)| range.start <= label.span.start);
            let (_, mark) = marks[..before].iter().rev().take(64).find(|(range, _)| label.span.start < range.end)?;
            Some(written.marks[*mark as usize].clone())
        };
        let Some(pieces) = error.labels.iter().find_map(place) else {
            return Err(unwritable(&format!("{} {}", error.rule.id, error.message.show(Lang::Fr))));
        };
        out.extend(pieces.into_iter().map(|piece| (piece, error.message.clone())));
    }
    Ok(out)
}

/// The cells of these pieces become text.
fn demote(built: &mut Built, table: &Table, mut refused: Vec<(At, Say)>) {
    refused.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    refused.dedup_by_key(|(at, _)| *at);
    for ((thing, piece), why) in refused {
        let thing = &mut built.things[thing as usize];
        let piece = thing.pieces.remove(piece as usize);
        for entry in piece.entries {
            let entry = &mut built.entries[entry as usize];
            let kept = entry.column.is_some_and(|column| thing.texts.iter().any(|(known, _)| *known == Some(column)));
            entry.went = Went::Text;
            entry.why = Some(Box::new(why.clone()));
            let Some(column) = entry.column.filter(|_| !kept) else { continue };
            let row = table.rows.binary_search_by_key(&entry.row, |row| row.number).ok().map(|at| &table.rows[at]);
            if let Some(cell) = row.and_then(|row| row.get(usize::from(entry.at))) {
                let place = thing.texts.partition_point(|(known, _)| *known < Some(column));
                thing.texts.insert(place, (Some(column), cell.shown()));
            }
        }
    }
}
