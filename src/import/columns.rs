//! What each column becomes: told by its header, or by the user's own list.

use super::able::Able;
use super::delimited;
use super::sheet::{Cell, Row, Sheet, column_of, letters};
use crate::diagnostic::{Lang, Say, suggest};
use crate::language::{self, Concept, Found, find};
use crate::say;
use crate::syntax::{Statement, quoted};

/// What a cell of a column becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Becomes {
    /// A level above the actions; the columns give them from the top down.
    Level,
    Title,
    /// The title of an action within the one that the row names.
    Within,
    Description,
    Start,
    End,
    Funder,
    /// What the funder of the column before brings.
    Amount,
    Total,
    /// A field of an action, by its English keyword.
    Field(&'static str),
    Text,
    /// The user wants none of it.
    Nothing,
}

#[derive(Debug, Clone)]
pub struct Column {
    pub at: usize,
    pub header: String,
    pub becomes: Becomes,
}

/// A sheet whose headers are known: its columns, and the rows below and above.
pub struct Table {
    pub columns: Vec<Column>,
    pub above: Vec<Row>,
    pub rows: Vec<Row>,
    /// Rows that say what is to be written in a column.
    pub hints: Vec<Row>,
    /// Some columns were not known.
    pub guessed: bool,
}

/// Headers may stand below titles and logos.
const DEEPEST_HEADER: usize = 50;

use Becomes::{Amount, Description, End, Field, Funder, Level, Start, Text, Title, Total, Within};

/// Headers without accents, case and signs, and what they become. First those of Territoires en transitions, in its order; then what other
/// sheets say for the same.
#[rustfmt::skip]
static KNOWN: &[(&[&str], Becomes)] = &[
    (&["axe x", "sous axe x x", "sous sous axe x x x"], Level),
    (&["titre de la fiche action", "titre de l action"], Title),
    (&["titre de la sous action"], Within),
    (&["descriptif"], Description),
    (&["thematique principale", "sous thematiques"], Field("themes")),
    (&["instances de gouvernance"], Field("body")),
    (&["objectifs", "resultats attendus", "moyens humains et techniques", "participation citoyenne", "financements", "calendrier",
        "notes de suivi", "notes complementaires", "notes", "mesures liees", "actions liees"], Text),
    (&["indicateurs lies"], Field("indicator")),
    (&["cibles"], Field("audience")),
    (&["structure pilote", "service departement pole pilote", "direction ou service pilote", "personne pilote"], Field("owner")),
    (&["partenaires"], Field("partners")),
    (&["elu e referent e"], Field("elected-sponsor")),
    (&["financeur 1", "financeur 2", "financeur 3"], Funder),
    (&["montant ttc", "montant ht"], Amount),
    (&["budget previsionnel total ttc", "budget previsionnel total ht"], Total),
    (&["statut"], Field("status")),
    (&["niveau de priorite"], Field("priority")),
    (&["date de debut"], Start),
    (&["date de fin"], End),
    (&["action en amelioration continue"], Field("continuous")),
    (&["fiches des plans liees"], Field("linked with")),
    (&["etapes de la fiche action"], Field("milestone")),
    (&["documents et liens"], Field("see")),
];

/// What other sheets call it.
#[rustfmt::skip]
static MEANT: &[(&[&str], Becomes)] = &[
    (&["axe", "axes", "axe strategique", "sous axe", "pilier", "orientation", "orientation strategique", "ambition", "enjeu", "axis", "pillar"], Level),
    (&["titre", "action", "actions", "intitule", "intitule de l action", "nom de l action", "fiche action", "libelle", "libelle de l action", "projet",
        "nom du projet", "intitule du projet", "title", "project"], Title),
    (&["sous action", "sub action"], Within),
    (&["description", "descriptif de l action", "description de l action", "contenu", "presentation"], Description),
    (&["thematique", "thematiques", "theme", "themes"], Field("themes")),
    (&["indicateur", "indicateurs", "indicateurs de suivi", "indicator", "indicators"], Field("indicator")),
    (&["public", "publics", "public cible", "publics cibles", "cible", "audience"], Field("audience")),
    (&["pilote", "pilotes", "responsable", "porteur", "porteurs", "chef de projet", "service pilote", "service porteur", "direction pilote",
        "referent", "service", "direction", "resp", "owner"], Field("owner")),
    (&["contributeurs", "services associes", "services contributeurs", "contributors"], Field("contributors")),
    (&["partenaire", "partners"], Field("partners")),
    (&["elu referent", "elue referente", "elu", "elus", "elu pilote", "elu en charge"], Field("elected-sponsor")),
    (&["financeur", "financeurs", "funder"], Funder),
    (&["montant", "montant de la subvention", "amount"], Amount),
    (&["budget", "budget total", "budget previsionnel", "cout", "cout total", "cout previsionnel", "montant total"], Total),
    (&["etat", "etat d avancement", "avancement", "status"], Field("status")),
    (&["priorite", "priority"], Field("priority")),
    (&["debut", "demarrage", "date de demarrage", "date debut", "start", "start date"], Start),
    (&["fin", "echeance", "date d echeance", "date fin", "end", "end date", "deadline"], End),
    (&["etapes", "jalons", "milestones"], Field("milestone")),
    (&["liens", "documents"], Field("see")),
    (&["risque", "risques", "risks"], Field("risk")),
];

/// `Élu·e référent·e ` → `elu e referent e`
pub fn plain(header: &str) -> String {
    let folded = suggest::fold(header);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What a header becomes, and whether it is one of the sheet that everybody has.
fn known(header: &str) -> Option<(Becomes, bool)> {
    let of = |table: &'static [(&[&str], Becomes)], header: &str| {
        table.iter().find(|(names, _)| names.contains(&header)).map(|(_, becomes)| becomes.clone())
    };
    let whole = plain(header);
    // `Coût (k€)`, `Montant (TTC)`: what stands in brackets says more of the same.
    let bare = plain(header.split('(').next().unwrap_or(header));
    let meant = || of(MEANT, &whole).or_else(|| of(MEANT, &bare));
    of(KNOWN, &whole).map(|becomes| (becomes, true)).or_else(|| meant().map(|becomes| (becomes, false)))
}

/// How sure it is that the sheet holds action sheets: the known headers of its best row.
pub fn likeness(sheet: &Sheet) -> usize {
    header_row(sheet, |header| known(header).is_some()).map_or(0, |(_, count)| count)
}

/// The first of the rows with the most headers that are known; its index and their number.
fn header_row(sheet: &Sheet, known: impl Fn(&str) -> bool) -> Option<(usize, usize)> {
    let count = |row: &Row| row.cells.iter().filter(|(_, cell)| matches!(cell, Cell::Text(text) if known(text))).count();
    let counted = sheet.rows.iter().take(DEEPEST_HEADER).map(count).enumerate();
    counted.filter(|(_, count)| *count > 0).rev().max_by_key(|(_, count)| *count)
}

/// The table of a sheet, its columns by their headers; or why there is none, and its columns as far as they are known.
pub fn by_headers(sheet: Sheet, able: &Able) -> Result<Table, (Say, Vec<Column>)> {
    let sure = header_row(&sheet, |header| known(header).is_some());
    // Where no header is known, the row with the most words.
    let Some((at, _)) = sure.or_else(|| header_row(&sheet, |_| true)) else { return Err((no_headers(&sheet), Vec::new())) };
    let mut guessed = false;
    let mut columns: Vec<Column> = Vec::new();
    let mut titled = false;
    for (column, header) in headers(&sheet, at) {
        let becomes = match known(&header) {
            Some((becomes, sure)) => {
                guessed |= !sure;
                becomes
            }
            None => {
                guessed |= !header.is_empty();
                Text
            }
        };
        // A second title says more of the first.
        let becomes = if becomes == Title && titled { Text } else { becomes };
        titled |= becomes == Title;
        columns.push(Column { at: column, header, becomes });
    }
    let mut columns = named(columns, able.lang);
    if !titled {
        // A sheet of levels only: the lowest of them is what is done.
        match columns.iter_mut().rev().find(|column| column.becomes == Level) {
            Some(lowest) => lowest.becomes = Title,
            None => return Err((if sure.is_some() { no_title() } else { no_headers(&sheet) }, columns)),
        }
        guessed = true;
    }
    Ok(table(sheet, at, columns, guessed))
}

fn no_headers(sheet: &Sheet) -> Say {
    if sheet.rows.is_empty() {
        return say!("La feuille « {name} » est vide."; "The sheet \"{name}\" is empty.", name = sheet.name.clone());
    }
    say!("Aucune ligne d'en-têtes n'est reconnue dans « {name} » (les {most} premières lignes remplies sont regardées). Il faut au moins une colonne « Titre de la fiche action » ou « Action »."; "No row of headers is known in \"{name}\" (the first {most} filled rows are looked at). At least a column \"Title\" or \"Action\" is needed.", name = sheet.name.clone(), most = DEEPEST_HEADER)
}

fn no_title() -> Say {
    say!("Aucune colonne ne donne le titre des actions. Intitulez-en une « Titre de la fiche action », ou dites-la dans un fichier --mapping : `A;…;titre`."; "No column gives the actions' titles. Head one \"Title\", or name it in a --mapping file: `A;…;title`.")
}

/// The columns that hold something, with their headers; a header merged over two rows is found in either.
fn headers(sheet: &Sheet, at: usize) -> Vec<(usize, String)> {
    let mut columns: Vec<usize> = sheet.rows[at..].iter().flat_map(|row| row.cells.iter().map(|(column, _)| *column)).collect();
    columns.sort_unstable();
    columns.dedup();
    let number = sheet.rows[at].number;
    let header = |column: usize| {
        if let Some(cell) = sheet.rows[at].get(column) {
            return cell.shown();
        }
        let over = sheet
            .merged
            .iter()
            .find(|(rows, columns)| rows.contains(&number) && columns.contains(&column) && rows.start < number && columns.start == column);
        let above = over.and_then(|(rows, _)| sheet.rows[..at].iter().find(|row| row.number == rows.start));
        above.and_then(|row| row.get(column)).map(Cell::shown).unwrap_or_default()
    };
    columns.into_iter().map(|column| (column, header(column).split_whitespace().collect::<Vec<_>>().join(" "))).collect()
}

/// A column without a header is known by its letters.
fn named(mut columns: Vec<Column>, lang: Lang) -> Vec<Column> {
    for column in &mut columns {
        if column.header.is_empty() {
            column.header = format!("{} {}", lang.of("Colonne", "Column"), letters(column.at));
        }
    }
    columns
}

fn table(mut sheet: Sheet, at: usize, columns: Vec<Column>, guessed: bool) -> Table {
    fill(&mut sheet, at, &columns);
    let mut rows = sheet.rows;
    let mut below = rows.split_off(at + 1);
    rows.pop();
    // `Champ texte`, `Champ date`: the sheet's own word on what is to be written there.
    let is_hint = |row: &Row| {
        let hints = row.cells.iter().filter(|(_, cell)| matches!(cell, Cell::Text(text) if text.starts_with("Champ "))).count();
        row.cells.len() > 2 && hints * 10 > row.cells.len() * 7
    };
    let mut hints = Vec::new();
    while below.first().is_some_and(is_hint) {
        hints.push(below.remove(0));
    }
    Table { columns, above: rows, rows: below, hints, guessed }
}

/// What is merged downward is said of each of its rows; rows under one title are one row.
fn fill(sheet: &mut Sheet, header: usize, columns: &[Column]) {
    let first = sheet.rows[header].number + 1;
    let title = columns.iter().find(|column| column.becomes == Title).map(|column| column.at);
    let mut merged: Vec<_> = std::mem::take(&mut sheet.merged);
    merged.retain(|(rows, columns)| rows.len() > 1 && rows.start >= first && !columns.is_empty());
    merged.sort_unstable_by_key(|(rows, _)| rows.start);
    for (rows, columns) in &merged {
        let column = columns.start;
        let from = sheet.rows.partition_point(|row| row.number < rows.start);
        let to = sheet.rows.partition_point(|row| row.number < rows.end);
        let Some(cell) = sheet.rows.get(from).filter(|row| row.number == rows.start).and_then(|row| row.get(column)).cloned() else {
            continue;
        };
        for row in &mut sheet.rows[from..to] {
            if let Err(free) = row.cells.binary_search_by_key(&column, |(known, _)| *known) {
                row.cells.insert(free, (column, cell.clone()));
            }
        }
    }
    let Some(title) = title else { return };
    for (rows, columns) in merged.iter().rev().filter(|(_, columns)| columns.start == title) {
        let from = sheet.rows.partition_point(|row| row.number < rows.start);
        let to = sheet.rows.partition_point(|row| row.number < rows.end);
        if to - from < 2 || columns.is_empty() {
            continue;
        }
        let others: Vec<Row> = sheet.rows.drain(from + 1..to).collect();
        let row = &mut sheet.rows[from];
        for other in others {
            row.joined.push(other.number);
            for (column, cell) in other.cells {
                match row.cells.binary_search_by_key(&column, |(known, _)| *known) {
                    Ok(same) if row.cells[same].1 == cell => {}
                    Ok(same) => row.cells[same].1 = Cell::Text(format!("{}\n{}", row.cells[same].1.shown(), cell.shown())),
                    Err(free) => row.cells.insert(free, (column, cell)),
                }
            }
        }
    }
}

// --- the user's list --------------------------------------------------------------------------------------------------

/// The words of the list for what is no field.
const WORDS: &[(&str, &str, Becomes)] = &[
    ("axe", "axis", Level),
    ("titre", "title", Title),
    ("sous-action", "sub-action", Within),
    ("description", "description", Description),
    ("début", "start", Start),
    ("fin", "end", End),
    ("financeur", "funder", Funder),
    ("montant", "amount", Amount),
    ("total", "total", Total),
    ("texte", "text", Text),
    ("rien", "nothing", Becomes::Nothing),
];

impl Becomes {
    /// As the list has it. A field that the language does not know is text.
    pub fn word(&self, able: &Able) -> &'static str {
        let text = || able.lang.of("texte", "text");
        match self {
            Field(english) => able.keyword(Some(Concept::Action), english).unwrap_or_else(text),
            other => WORDS.iter().find(|(.., known)| known == other).map_or_else(text, |(fr, en, _)| able.lang.of(fr, en)),
        }
    }

    fn of(word: &str) -> Option<Becomes> {
        let folded = suggest::fold(word.trim());
        if let Some((.., becomes)) = WORDS.iter().find(|(fr, en, _)| suggest::fold(fr) == folded || *en == folded) {
            return Some(becomes.clone());
        }
        let mut words = folded.split_whitespace();
        let (first, second) = (words.next()?, words.next());
        match find(first, second, Some(Concept::Action)) {
            Found::Here(row, taken) if folded.split_whitespace().count() == taken => Some(Field(row.spelling(Lang::En))),
            Found::Here(..) | Found::Elsewhere(..) | Found::Unknown(_) => None,
        }
    }
}

/// All the words that the list may have: of what stands in an action, what a cell can say.
pub fn words(able: &Able) -> String {
    let sayable = |row: &language::Row| match row {
        language::Row::Field(..) => true,
        language::Row::Concept(row) => {
            let titled = Statement::new(format!("{} {}", row.spelling(able.lang), quoted("x")));
            row.fields_in(true).next().is_some_and(|(_, field)| !field.words().is_empty()) || able.takes(Concept::Action, &titled)
        }
    };
    let fields = language::rows_in(Some(Concept::Action)).filter(sayable).map(|row| row.spelling(able.lang));
    WORDS.iter().map(|(fr, en, _)| able.lang.of(*fr, *en)).chain(fields).collect::<Vec<_>>().join(", ")
}

/// The list as a CSV file, for a spreadsheet or an editor.
pub fn list(columns: &[Column], able: &Able) -> Result<Vec<u8>, String> {
    let head = able.lang.of(["colonne", "en-tête", "devient"], ["column", "header", "becomes"]);
    let line = |column: &Column| vec![letters(column.at), column.header.clone(), column.becomes.word(able).to_owned()];
    let rows: Vec<Vec<String>> = std::iter::once(head.map(str::to_owned).to_vec()).chain(columns.iter().map(line)).collect();
    delimited::written(&rows)
}

/// The table of a sheet, its columns by the user's list.
pub fn by_list(sheet: Sheet, list: &str, able: &Able) -> Result<Table, Say> {
    let mut wanted: Vec<Column> = Vec::new();
    for (line, record) in delimited::records(list, None).enumerate() {
        let record = record?;
        let line = line + 1;
        let [column, header, word] = match record.as_slice() {
            [] => continue,
            [only] if only.trim().is_empty() => continue,
            [column, header, word, ..] => [column, header, word],
            [_] | [_, _] => {
                return Err(
                    say!("--mapping, ligne {line} : il faut trois cellules, colonne, en-tête et ce qu'elle devient (`A;Axe (x);axe`)."; "--mapping, line {line}: three cells are due, column, header and what it becomes (`A;Axe (x);axis`).", line),
                );
            }
        };
        if line == 1 && matches!(suggest::fold(word.trim()).as_str(), "devient" | "becomes") {
            continue;
        }
        let Some(at) = column_of(column) else {
            return Err(
                say!("--mapping, ligne {line} : « {column} » n'est pas une colonne. Écrivez sa lettre : A, B, … AA."; "--mapping, line {line}: \"{column}\" is no column. Write its letter: A, B, … AA.", line, column),
            );
        };
        let Some(becomes) = Becomes::of(word) else {
            let list = words(able);
            let near = suggest::nearest(word, list.split(", ")).map(str::to_owned);
            let said = say!("--mapping, ligne {line} : « {word} » n'est pas connu."; "--mapping, line {line}: \"{word}\" is not known.", line, word);
            return Err(match near {
                Some(near) => said.and(say!("Vouliez-vous dire « {near} » ?"; "Did you mean \"{near}\"?", near)),
                None => said.and(say!("Possibles : {list}."; "Possible: {list}.", list)),
            });
        };
        if let Some(twice) = wanted.iter().find(|known| known.at == at || (known.becomes == Title && becomes == Title)) {
            let first = letters(twice.at);
            return Err(
                say!("--mapping, ligne {line} : la colonne {column} répète la colonne {first} ; une colonne n'a qu'une ligne, et il n'y a qu'un titre."; "--mapping, line {line}: column {column} repeats column {first}; a column has one line, and there is one title.", line, column, first),
            );
        }
        wanted.push(Column { at, header: header.split_whitespace().collect::<Vec<_>>().join(" "), becomes });
    }
    if !wanted.iter().any(|column| column.becomes == Title) {
        return Err(no_title());
    }
    let headers_wanted: Vec<String> = wanted.iter().map(|column| plain(&column.header)).filter(|header| !header.is_empty()).collect();
    let Some((at, _)) = header_row(&sheet, |header| headers_wanted.contains(&plain(header))) else { return Err(no_headers(&sheet)) };
    let mut columns = Vec::new();
    let found = headers(&sheet, at);
    if let Some(absent) = wanted.iter().find(|column| !column.header.is_empty() && found.iter().all(|(at, _)| *at != column.at)) {
        let (letter, header) = (letters(absent.at), absent.header.clone());
        return Err(
            say!("--mapping : il n'y a rien dans la colonne {letter} (« {header} ») de cette feuille."; "--mapping: there is nothing in column {letter} (\"{header}\") of this sheet.", letter, header),
        );
    }
    for (column, header) in found {
        let known = wanted.iter().find(|known| known.at == column);
        if let Some(known) = known.filter(|known| plain(&known.header) != plain(&header) && !header.is_empty()) {
            let (letter, wanted) = (letters(column), known.header.clone());
            return Err(
                say!("La colonne {letter} s'appelle « {header} » dans la feuille et « {wanted} » dans --mapping. Corrigez l'un des deux."; "Column {letter} is called \"{header}\" in the sheet and \"{wanted}\" in --mapping. Correct one of them.", letter, header, wanted),
            );
        }
        let becomes = known.map_or(Text, |known| known.becomes.clone());
        columns.push(Column { at: column, header, becomes });
    }
    Ok(table(sheet, at, named(columns, able.lang), false))
}
