//! What is asked and allotted, by year and section; who pays; and what is authorised.

use std::collections::BTreeMap;

use super::{Both, Column, Line, Role, Row, Table, Value, role};
use crate::analysis::Analysis;
use crate::budget::{self, Authorisation, Lump, Piece, Sources, Step, Tally};
use crate::diagnostic::Lang;
use crate::language::Concept;
use crate::language::concepts::money::{FundingStatus, authorisation, revised};
use crate::plan::{Amount, Entity, EntityId, GoalId, Money, Plan, Section};
use crate::text::Span;

const YEARS: [Column; 5] = [
    Column::text("year", "Année", "Year"),
    Column::text("section", "Section", "Section"),
    Column::number("asked", "Demandé", "Asked"),
    Column::number("allotted", "Enveloppe", "Allotted"),
    Column::number("rest", "Reste", "Rest"),
];

const PARTS: &str = "parts";

/// Behind those that tell which cell it is.
const STATUSES: [Column; 6] = [
    Column::number("secured", "Acquis", "Secured"),
    Column::number("received", "Reçu", "Received").spare(),
    Column::number("sought", "Sollicité", "Sought"),
    Column::number("unstated", "État inconnu", "Status unknown").spare(),
    Column::number("refused", "Refusé", "Refused").spare(),
    Column::number("total", "Total", "Total"),
];

const CREDITS: [Column; 4] = [
    Column::text("authorisation", "Autorisation", "Authorisation"),
    Column::text("year", "Année", "Year"),
    Column::number("credits", "Crédits", "Credits"),
    Column::number("authorised", "Autorisé", "Authorised"),
];

const FCTVA: [Column; 2] = [Column::text("sheet", "Fiche", "Sheet"), Column::number("investment", "Investissement", "Investment")];

const ASKED: Role = role("asked", "demandé", "asked");
const ALLOTTED: Role = role("allotted", "enveloppe", "allotted");
const CREDIT: Role = role("credits", "crédits de paiement", "payment credits");

pub fn tables(analysis: &Analysis) -> Vec<Table> {
    let (sources, authorisations) = (budget::sources(&analysis.plan), budget::authorisations(&analysis.plan));
    let table = |code, fr, en, keys, columns: Vec<Column>, rows: Vec<Row>| {
        (!rows.is_empty()).then_some(Table { code, title: Both { fr, en }, columns, keys, rows, detail: code == PARTS })
    };
    let tables = [
        table("years", "Par année et par section", "By year and section", 2, YEARS.to_vec(), years(analysis)),
        table("sources", "Par financeur", "By funder", 1, by_source(), of_sources(analysis, &sources)),
        table(PARTS, "Ce que chacun paie", "What each pays", 3, by_part(), parts(analysis, &sources)),
        table(
            "authorisations",
            "Autorisations et crédits",
            "Authorisations and credits",
            2,
            CREDITS.to_vec(),
            credits(&analysis.plan, &authorisations),
        ),
        table("fctva", "FCTVA demandé", "VAT refund asked for (FCTVA)", 1, FCTVA.to_vec(), fctva(&analysis.plan)),
    ];
    tables.into_iter().flatten().collect()
}

/// The columns of every table there may be.
pub fn columns() -> [(&'static str, Vec<Column>); 5] {
    [
        ("years", YEARS.to_vec()),
        ("sources", by_source()),
        (PARTS, by_part()),
        ("authorisations", CREDITS.to_vec()),
        ("fctva", FCTVA.to_vec()),
    ]
}

const SOURCE: Column = Column::text("source", "Financeur", "Funder");

fn by_source() -> Vec<Column> {
    [SOURCE].into_iter().chain(STATUSES).collect()
}

fn by_part() -> Vec<Column> {
    let [year, section, ..] = YEARS;
    [year, section, SOURCE].into_iter().chain(STATUSES).collect()
}

fn of_year(year: Option<i16>) -> (Value, [String; 2]) {
    match year {
        Some(year) => (Value::Number(year.into()), [year.to_string(), year.to_string()]),
        None => (Value::word("unsplit", "non réparti", "not split"), ["non réparti".to_owned(), "not split".to_owned()]),
    }
}

fn of_section(section: Option<Section>) -> (Value, [String; 2]) {
    match section {
        Some(section) => {
            let words = Both { fr: section.show(Lang::Fr), en: section.show(Lang::En) };
            (Value::Word(section.code(), words), [words.fr.to_lowercase(), words.en.to_lowercase()])
        }
        None => (Value::word("both", "les deux", "both"), [String::new(), String::new()]),
    }
}

/// The names of a cell in both languages, from those of its sides.
fn names<const N: usize>(sides: [&[String; 2]; N]) -> Vec<String> {
    let one = |lang: usize| sides.iter().map(|side| side[lang].as_str()).filter(|side| !side.is_empty()).collect::<Vec<_>>().join(" ");
    vec![one(0), one(1)]
}

/// What is asked and allotted in a year and a section, and the lines of both.
#[derive(Default)]
struct Sum {
    asked: Money,
    allotted: Option<Money>,
    lines: Vec<Line>,
}

impl Sum {
    fn add(&mut self, other: &Sum) {
        self.asked += other.asked;
        self.allotted = match (self.allotted, other.allotted) {
            (Some(one), Some(other)) => Some(one + other),
            (one, other) => one.or(other),
        };
        self.lines.extend(other.lines.iter().cloned());
    }

    fn row(self, year: (Value, [String; 2]), section: (Value, [String; 2]), envelope: bool, total: bool) -> Row {
        let rest = envelope.then(|| self.allotted.unwrap_or_default() - self.asked);
        let money = |money: Option<Money>| money.map_or(Value::None, Value::Money);
        let names = names([&year.1, &section.1]);
        Row {
            values: vec![year.0, section.0, Value::Money(self.asked), money(self.allotted), money(rest)],
            names,
            lines: self.lines,
            total,
        }
    }
}

fn years(analysis: &Analysis) -> Vec<Row> {
    let (plan, ledger) = (&analysis.plan, &analysis.ledger);
    let lump = |role, goal: Option<GoalId>, lump: &Lump| Line {
        span: plan.entity(lump.line).keyword(),
        role,
        sheet: goal.map(|goal| plan.goal(goal).id),
        value: Value::Money(lump.money),
    };
    // In the order of the years, and behind them what is not split by year, or by section.
    let mut cells: BTreeMap<(bool, i16, bool, Option<Section>), Sum> = BTreeMap::new();
    for ((section, year), line) in &ledger.lines {
        let mut sum = Sum { asked: line.asked, allotted: line.allotted.map(|amount| amount.money), lines: Vec::new() };
        sum.lines.extend(line.entries.iter().map(|entry| asked(plan, entry.goal, &entry.amount)));
        sum.lines.extend(line.allotted.map(|amount| Line {
            span: plan.entity(amount.line).span_of_amount(&amount),
            role: ALLOTTED,
            sheet: None,
            value: Value::Money(amount.money),
        }));
        cells.insert((false, *year, false, Some(*section)), sum);
    }
    for (goal, of) in &ledger.lumps {
        let sum = cells.entry((true, 0, of.section.is_none(), of.section)).or_default();
        sum.add(&Sum { asked: of.money, allotted: None, lines: vec![lump(ASKED, Some(*goal), of)] });
    }
    for of in &ledger.allotted {
        let sum = cells.entry((true, 0, of.section.is_none(), of.section)).or_default();
        sum.add(&Sum { asked: Money::ZERO, allotted: Some(of.money), lines: vec![lump(ALLOTTED, None, of)] });
    }
    let envelope = cells.values().any(|sum| sum.allotted.is_some());
    let mut totals: BTreeMap<Section, Sum> = BTreeMap::new();
    let mut all = Sum::default();
    let mut rows = Vec::new();
    for ((unsplit, year, _, section), sum) in cells {
        if let Some(section) = section {
            totals.entry(section).or_default().add(&sum);
        }
        all.add(&sum);
        rows.push(sum.row(of_year((!unsplit).then_some(year)), of_section(section), envelope, false));
    }
    if !rows.is_empty() {
        let total = || (Value::word("total", "total", "total"), ["total".to_owned(), "total".to_owned()]);
        rows.extend(totals.into_iter().map(|(section, sum)| sum.row(total(), of_section(Some(section)), envelope, true)));
        rows.push(all.row(total(), of_section(None), envelope, true));
    }
    rows
}

fn asked(plan: &Plan, goal: GoalId, amount: &Amount) -> Line {
    let span = plan.entity(amount.line).span_of_amount(amount);
    Line { span, role: ASKED, sheet: Some(plan.goal(goal).id), value: Value::Money(amount.money) }
}

fn statuses(tally: &Tally) -> impl Iterator<Item = Value> {
    [tally.secured, tally.received, tally.sought, tally.unstated, tally.refused, tally.total()].map(Value::Money).into_iter()
}

fn own(money: Money) -> impl Iterator<Item = Value> {
    (0..STATUSES.len() - 1).map(|_| Value::None).chain([Value::Money(money)])
}

const OWN: [&str; 2] = ["autofinancement", "own share"];

/// A line of a funding plan, where it brings something to a cell.
fn brought(plan: &Plan, piece: &Piece) -> Line {
    let role = match piece.status {
        Some(FundingStatus::Secured) => role("secured", "acquis", "secured"),
        Some(FundingStatus::Received) => role("received", "reçu", "received"),
        Some(FundingStatus::Sought) => role("sought", "sollicité", "sought"),
        Some(FundingStatus::Refused) => role("refused", "refusé", "refused"),
        None => role("unstated", "état inconnu", "status unknown"),
    };
    Line { span: plan.entity(piece.line).place(), role, sheet: Some(plan.goal(piece.goal).id), value: Value::Money(piece.money) }
}

fn of_sources(analysis: &Analysis, sources: &Sources) -> Vec<Row> {
    if sources.names.is_empty() {
        return Vec::new();
    }
    let plan = &analysis.plan;
    let mut tallies = vec![Tally::default(); sources.names.len()];
    for ((.., source), tally) in &sources.cells {
        tallies[*source as usize].join(tally);
    }
    let mut lines: Vec<BTreeMap<EntityId, Line>> = vec![BTreeMap::new(); sources.names.len()];
    for piece in &sources.pieces {
        // One line of the plan is one line here, however many years it pays for.
        let line = lines[piece.source as usize].entry(piece.line).or_insert_with(|| brought(plan, &Piece { money: Money::ZERO, ..*piece }));
        if let Value::Money(sum) = &mut line.value {
            *sum += piece.money;
        }
    }
    let mut whole = Tally::default();
    let mut rows = Vec::new();
    for ((name, tally), lines) in sources.names.iter().zip(&tallies).zip(lines) {
        whole.join(tally);
        let values = std::iter::once(Value::Text(name.clone())).chain(statuses(tally)).collect();
        rows.push(Row { values, names: vec![name.clone()], lines: lines.into_values().collect(), total: false });
    }
    let total = Value::word("total", "Total des financements", "Total funding");
    let named = vec!["total des financements".to_owned(), "total funding".to_owned()];
    rows.push(Row { values: std::iter::once(total).chain(statuses(&whole)).collect(), names: named, lines: Vec::new(), total: true });
    let asked = analysis.ledger.asked(None);
    for (word, left, name) in [
        (Value::word("own", "Autofinancement si tout est obtenu", "Own share if all is obtained"), asked - whole.total(), OWN),
        (
            Value::word("own_secured", "Autofinancement avec les seuls acquis", "Own share with secured funding only"),
            asked - whole.sure(),
            ["autofinancement avec les seuls acquis", "own share with secured funding only"],
        ),
    ] {
        let values = std::iter::once(word).chain(own(left)).collect();
        rows.push(Row { values, names: name.map(str::to_owned).to_vec(), lines: Vec::new(), total: true });
    }
    rows
}

/// What is left of what is asked, and the lines that ask.
type Left = (Money, Vec<Line>);

/// Year × section × source, and what is left to the authority of each year and section.
fn parts(analysis: &Analysis, sources: &Sources) -> Vec<Row> {
    if sources.names.is_empty() {
        return Vec::new();
    }
    let (plan, ledger) = (&analysis.plan, &analysis.ledger);
    let mut pieces: BTreeMap<(Option<i16>, Option<Section>, u32), Vec<Line>> = BTreeMap::new();
    for piece in &sources.pieces {
        pieces.entry((piece.year, piece.section, piece.source)).or_default().push(brought(plan, piece));
    }
    let mut left: BTreeMap<(Option<i16>, Option<Section>), Left> = BTreeMap::new();
    for ((section, year), line) in ledger.lines.iter().filter(|(_, line)| !line.entries.is_empty()) {
        let lines = line.entries.iter().map(|entry| asked(plan, entry.goal, &entry.amount)).collect();
        left.insert((Some(*year), Some(*section)), (line.asked, lines));
    }
    for (_, lump) in &ledger.lumps {
        left.entry((None, lump.section)).or_default().0 += lump.money;
    }
    let mut rows = Vec::new();
    for (key @ (year, section, source), tally) in &sources.cells {
        let (year_of, section_of, name) = (of_year(*year), of_section(*section), &sources.names[*source as usize]);
        let names = names([&year_of.1, &section_of.1, &[name.clone(), name.clone()]]);
        let values = [year_of.0, section_of.0, Value::Text(name.clone())].into_iter().chain(statuses(tally)).collect();
        rows.push((*year, *section, Row { values, names, lines: pieces.remove(key).unwrap_or_default(), total: false }));
        let cell = left.entry((*year, *section)).or_default();
        cell.0 = cell.0 - tally.total();
    }
    for ((year, section), (money, lines)) in left {
        let (year_of, section_of) = (of_year(year), of_section(section));
        let names = names([&year_of.1, &section_of.1, &OWN.map(str::to_owned)]);
        let source = Value::word("own", "Autofinancement", "Own share");
        let values = [year_of.0, section_of.0, source].into_iter().chain(own(money)).collect();
        rows.push((year, section, Row { values, names, lines, total: true }));
    }
    rows.sort_by_key(|(year, section, _)| (year.is_none(), *year, section.is_none(), *section));
    rows.into_iter().map(|(.., row)| row).collect()
}

fn credits(plan: &Plan, authorisations: &[Authorisation]) -> Vec<Row> {
    let mut rows = Vec::new();
    for one in authorisations {
        let of = plan.entity(one.of);
        let (now, title) = (one.now(), of.titled().into_owned());
        // Where each step that says something says it, the last of them first.
        let lines = |told: &dyn Fn(Entity<'_>) -> Option<(Span, Money)>| {
            let told = |step: &Step| {
                let (span, money) = told(plan.entity(step.of))?;
                Some(Line { span, role: CREDIT, sheet: None, value: Value::Money(money) })
            };
            one.steps.iter().rev().filter_map(told).collect::<Vec<_>>()
        };
        let credit = |fits: &dyn Fn((i16, i16, bool)) -> bool| {
            lines(&|step| {
                let mut credits = step.members(if step.is(Concept::Revised) { revised::CREDITS } else { authorisation::CREDITS });
                credits.find_map(|seen| seen.years().filter(|years| fits(*years)).and_then(|_| Some((seen.span(), seen.money()?))))
            })
        };
        let authorised = || {
            let total = |step: Entity<'_>| step.spanned(if step.is(Concept::Revised) { revised::TOTAL } else { authorisation::TOTAL });
            lines(&|step| total(step).map(|total| (total.span, total.value)))
        };
        let row = |(year, year_names): (Value, [String; 2]), credits: Money, authorised: Option<Money>, lines, total| {
            let named = [title.clone(), title.clone()];
            let values = vec![Value::named(of), year, Value::Money(credits), authorised.map_or(Value::None, Value::Money)];
            Row { values, names: names([&named, &year_names]), lines, total }
        };
        for (year, money) in &now.credits {
            rows.push(row(
                of_year(Some(*year)),
                *money,
                None,
                credit(&|(first, last, in_all)| !in_all && (first..=last).contains(year)),
                false,
            ));
        }
        if !now.unsplit.is_zero() {
            rows.push(row(of_year(None), now.unsplit, None, credit(&|(.., in_all)| in_all), false));
        }
        let total = (Value::word("total", "total", "total"), [String::new(), String::new()]);
        rows.push(row(total, now.paid(), now.total, authorised(), true));
    }
    rows
}

fn fctva(plan: &Plan) -> Vec<Row> {
    let one = |(goal, budget): (GoalId, EntityId)| {
        let (sheet, budget) = (plan.goal(goal), plan.entity(budget));
        let amounts = budget::own_amounts(budget).into_iter().filter(|amount| amount.section == Section::Investment);
        let amounts: Vec<Amount> = amounts.collect();
        let by_year = amounts.iter().map(|amount| amount.money.times(amount.years().count()));
        let at_once = budget::own_lumps(budget).into_iter().filter(|lump| lump.section == Some(Section::Investment));
        let sum = by_year.chain(at_once.map(|lump| lump.money)).sum();
        let path = sheet.path();
        let names = vec![format!("fctva {path}"), format!("fctva {path}"), format!("fctva {}", sheet.titled())];
        let lines = amounts.iter().map(|amount| asked(plan, goal, amount)).collect();
        Row { values: vec![Value::named(sheet), Value::Money(sum)], names, lines, total: false }
    };
    budget::fctva(plan).into_iter().map(one).collect()
}
