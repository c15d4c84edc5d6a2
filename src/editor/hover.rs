//! What is known of the words under the pointer, as Markdown.

use super::at::{Thing, at, values};
use super::hints::share_of_envelope;
use super::markdown::{escaped, first_paragraph};
use super::policy;
use super::test_plan::TestPlan;
use crate::analysis::Analysis;
use crate::budget::{complete, cost, funded, together};
use crate::diagnostic::Lang;
use crate::language::concepts::{indicator, sheet, waiver};
use crate::language::{self, Concept, ConceptRow, Row, Slot, Type};
use crate::plan::{Datum, Entity, Grain, Joint, Money, Section, Seen, Value, When, decimal, show_figure};
use crate::schedule::{Source, slack};
use crate::text::{SourceId, Span};

pub struct Hover {
    pub span: Span,
    pub markdown: String,
}

pub fn hover(analysis: &Analysis, source: SourceId, offset: u32, lang: Lang) -> Option<Hover> {
    if let Some(test) = TestPlan::at(analysis, source, offset) {
        // Nobody is told what is incomplete in a test.
        let card = Card { analysis: &test.analysis, lang, findings: false };
        return test.hover(card.at(test.source, test.offset)?);
    }
    if let Some((span, markdown)) = policy::hover(analysis, source, offset, lang) {
        return Some(Hover { span, markdown });
    }
    // What is a word of policies is none of the plan's.
    if policy::inside(analysis, source, offset).is_some_and(|inside| inside.is_of_policies()) {
        return None;
    }
    Card { analysis, lang, findings: true }.at(source, offset)
}

fn keyword(row: Row, lang: Lang) -> String {
    let both = |lang: Lang| row.spelling(lang);
    let (own, other) = lang.of((both(Lang::Fr), both(Lang::En)), (both(Lang::En), both(Lang::Fr)));
    let mut text = format!("**`{own}`**");
    if other != own {
        text += &format!(" · `{other}`");
    }
    text += &format!("\n\n{}", row.help(lang));
    let words = row.field().map_or(&[][..], |field| field.words());
    if !words.is_empty() {
        let words: Vec<String> = words.iter().map(|word| format!("`{}`", word.spelling(lang))).collect();
        text += &format!("\n\n{}", words.join(", "));
    }
    text
}

/// What a value means that its words do not say: the days of a date, the euros of an amount or of a share.
fn value(analysis: &Analysis, seen: Seen<'_>, word: Span, lang: Lang) -> Option<(Span, String)> {
    match seen.cell.value {
        Value::Date(_) | Value::After(..) => Some((seen.span(), days(seen.when()?, lang))),
        Value::Period(..) => {
            let period = <language::Period as Datum>::of(seen)?;
            let ends = [(period.start_span, period.start), (period.end_span, period.end)];
            let (span, when) = ends.into_iter().find(|(span, _)| span.start <= word.start && word.end <= span.end)?;
            Some((span, days(when, lang)))
        }
        Value::Amount(first, last, ..) => {
            // The year that it is for.
            let year = analysis.sources.slice(word).parse().ok().and_then(When::year).filter(|_| word.end < seen.span().end);
            if let Some(year) = year {
                return Some((word, days(year, lang)));
            }
            let money = seen.money()?;
            let all: Money = (first..=last).map(|_| money).sum();
            let share = share_of_envelope(all, analysis.ledger.allotted(None), lang);
            let share = share.filter(|_| draws(seen.entity)).map(|share| format!(" · {share}"));
            Some((word, amount(money, first, last, lang) + &share.unwrap_or_default()))
        }
        Value::ShareOfMoney(..) | Value::ShareOf(..) => {
            let goal = seen.entity.parent()?.parent()?;
            let (_, money) = funded(goal).into_iter().find(|(line, _)| *line == seen.entity)?;
            Some((seen.span(), format!("**{}**", money?.show(lang))))
        }
        Value::Money(..) => Some((seen.span(), format!("**{}**", seen.money()?.show(lang)))),
        Value::Pair(..) | Value::Every(_) => Some((seen.span(), format!("**{}**", seen.show(lang)))),
        Value::Library => policy::pack_card(seen.text().strip_prefix("std.")?, lang).map(|card| (seen.span(), card)),
        Value::Unknown
        | Value::Undefined
        | Value::Flag
        | Value::Answer(_)
        | Value::Effort(..)
        | Value::Capacity(..)
        | Value::Votes(..)
        | Value::Text
        | Value::Word(_)
        | Value::Number(_)
        | Value::Duration(_)
        | Value::Open
        | Value::Continuous
        | Value::Reading(_)
        | Value::Name(_)
        | Value::Depend(..)
        | Value::List(..) => None,
    }
}

/// Is it a line of a budget that draws on the envelope: none of the envelope itself, of what is abandoned, or of somebody else's work?
fn draws(line: Entity<'_>) -> bool {
    !line.parent().is_some_and(|of| of.is(Concept::Envelope)) && line.is_counted()
}

fn days(when: When, lang: Lang) -> String {
    let (first, last) = (When::day(when.first).show(lang), When::day(when.last).show(lang));
    if first == last {
        format!("**{first}**")
    } else {
        lang.of(format!("du **{first}** au **{last}**"), format!("**{first}** to **{last}**"))
    }
}

fn amount(money: Money, first: i16, last: i16, lang: Lang) -> String {
    let one = money.show(lang);
    if first == last {
        return format!("**{one}**");
    }
    let all: Money = (first..=last).map(|_| money).sum();
    let all = all.show(lang);
    lang.of(format!("**{one}** par an, soit **{all}** de {first} à {last}"), format!("**{one}** a year, **{all}** from {first} to {last}"))
}

/// What is said beside a field, on one line.
fn note(seen: Seen<'_>) -> Option<String> {
    let (at, _) = (0u8..).zip(seen.entity.concept_row().fields).find(|(_, row)| std::ptr::eq(*row, seen.row))?;
    seen.entity.note(at).map(|note| escaped(&note.replace('\n', " ")))
}

/// No more lines about what something holds: each part has a card of its own.
const MOST: usize = 30;

/// The card of something that the plan holds.
struct Card<'a> {
    analysis: &'a Analysis,
    lang: Lang,
    /// With what is found in it.
    findings: bool,
}

impl Card<'_> {
    /// Of what stands at an offset of a plan.
    fn at(&self, source: SourceId, offset: u32) -> Option<Hover> {
        let Card { analysis, lang, .. } = *self;
        let (span, thing) = at(analysis, source, offset)?;
        let (span, markdown) = match thing {
            Thing::Keyword(row, opened) => {
                let facts = opened.map_or_else(Vec::new, |entity| self.facts(entity));
                let text = listed(keyword(row, lang), &facts);
                match opened.and_then(|entity| entity.doc()).as_deref().and_then(first_paragraph) {
                    Some(paragraph) => (span, format!("{text}\n\n{paragraph}")),
                    None => (span, text),
                }
            }
            Thing::Entity(entity) => (span, self.of(entity)),
            // The policy that a waiver names.
            Thing::Value(seen) if std::ptr::eq(seen.row, waiver::RULE.row()) => (span, policy::card_of(analysis, &seen.text(), lang)?),
            Thing::Value(seen) => value(analysis, seen, span, lang)?,
            Thing::File(_) => return None,
        };
        Some(Hover { span, markdown })
    }

    fn of(&self, entity: Entity<'_>) -> String {
        let text = listed(self.heading(entity, "**"), &self.facts(entity));
        match entity.doc().as_deref().and_then(first_paragraph) {
            Some(paragraph) => format!("{text}\n\n{paragraph}"),
            None => text,
        }
    }

    /// What it is, its name, its title.
    fn heading(&self, entity: Entity<'_>, mark: &str) -> String {
        let row = entity.concept_row();
        let kind = if mark.is_empty() { row.label_in(self.lang) } else { row.spelling(self.lang).to_owned() };
        let mut text = format!("{mark}{kind}{mark}");
        if let Some(name) = entity.name() {
            text += &format!(" `{name}`");
        }
        if let Some(title) = entity.title().is() {
            text += &format!(" · {}", escaped(&title));
        }
        text
    }

    /// A line each: its values, how much it holds, what is computed of it, what it holds.
    fn facts(&self, entity: Entity<'_>) -> Vec<String> {
        let mut facts: Vec<String> = values(entity).filter(|seen| !self.is_dated(*seen)).map(|seen| self.field(seen)).collect();
        for seen in values(entity).filter(|seen| self.is_dated(*seen)) {
            facts.extend(note(seen).map(|note| self.fact(&seen.row.label_in(self.lang), note)));
        }
        for row in entity.concept_row().children().filter(|row| has_card(row)) {
            let count = entity.all(row.concept).count();
            if count > 0 {
                facts.push(self.fact(&row.several_in(self.lang), count));
            }
        }
        // What is computed of a thing is known of these only.
        if entity.is_sheet() {
            self.goal(entity, &mut facts);
        } else if entity.is(Concept::Owner) {
            self.owner(entity, &mut facts);
        } else if entity.is(Concept::Axis) {
            self.axis(entity, &mut facts);
        }
        let mut parts = Vec::new();
        self.parts(entity, 0, &mut parts);
        if parts.len() > MOST {
            parts.truncate(MOST);
            parts.push("…".to_owned());
        }
        facts.append(&mut parts);
        facts
    }

    // --- what is written --------------------------------------------------------------------------------------------

    /// A period that the calendar took: the calendar's line says it.
    fn is_dated(&self, seen: Seen<'_>) -> bool {
        std::ptr::eq(seen.row, sheet::PERIOD.row())
            && matches!(seen.cell.value, Value::Period(..))
            && self.analysis.calendar.slot(seen.entity.goal_id()).is_some_and(|slot| slot.source == Source::Given)
    }

    fn field(&self, seen: Seen<'_>) -> String {
        let mut value = self.value(seen);
        if let Some(note) = note(seen) {
            value += &format!(" – {note}");
        }
        if let Value::Date(day) = seen.cell.value
            && day.grain != Grain::Day
        {
            value += &format!(" ({})", days(day.when(), self.lang));
        }
        self.fact(&seen.row.label_in(self.lang), value)
    }

    /// Names as they are written, with what they stand for; everything else as people read it.
    fn value(&self, seen: Seen<'_>) -> String {
        match seen.cell.value {
            Value::List(..) => seen.members().map(|member| self.value(member)).collect::<Vec<_>>().join(", "),
            Value::Name(_) | Value::Depend(..) | Value::Effort(..) => self.named(seen),
            Value::Reading(_) | Value::Pair(Joint::Range, _) if matches!(seen.row.of, Type::Value) => {
                let parent = seen.entity.parent().filter(|parent| parent.is(Concept::Indicator));
                let unit = parent.and_then(|indicator| indicator.text(indicator::UNIT));
                escaped(&show_figure(seen, unit.as_deref(), self.lang))
            }
            Value::Unknown
            | Value::Undefined
            | Value::Flag
            | Value::Answer(_)
            | Value::Every(_)
            | Value::Capacity(..)
            | Value::Votes(..)
            | Value::Text
            | Value::Library
            | Value::Word(_)
            | Value::Number(_)
            | Value::Date(_)
            | Value::Period(..)
            | Value::Duration(_)
            | Value::Amount(..)
            | Value::ShareOfMoney(..)
            | Value::ShareOf(..)
            | Value::Reading(_)
            | Value::After(..)
            | Value::Open
            | Value::Continuous
            | Value::Pair(..)
            | Value::Money(..) => escaped(&seen.show(self.lang)),
        }
    }

    fn named(&self, seen: Seen<'_>) -> String {
        let (written, shown) = (seen.text(), seen.show(self.lang));
        let Some(entity) = seen.target() else { return format!("`{written}`") };
        // Behind the name: whether a start is waited for, and how long after.
        let more = shown.strip_prefix(&entity.called(self.lang)).unwrap_or("");
        match entity.title().is() {
            Some(title) => format!("`{written}` · {}{}", escaped(&title), escaped(more)),
            None => format!("`{written}`{}", escaped(more)),
        }
    }

    fn fact(&self, label: &str, value: impl std::fmt::Display) -> String {
        self.lang.of(format!("{label} : {value}"), format!("{label}: {value}"))
    }

    /// What it holds, indented.
    fn parts(&self, entity: Entity<'_>, depth: usize, out: &mut Vec<String>) {
        for child in entity.children().filter(|child| !has_card(child.concept_row())) {
            if out.len() > MOST {
                return;
            }
            out.push(indented(depth, &self.part(child)));
            for seen in values(child).filter(|seen| seen.row.head.is_none()) {
                out.push(indented(depth + 1, &self.field(seen)));
            }
            self.parts(child, depth + 1, out);
        }
    }

    /// `Jalon `ouverture` · Ouverture : décembre 2027`, `Départ : 12 % (juin 2026)`.
    fn part(&self, entity: Entity<'_>) -> String {
        let heading = self.heading(entity, "");
        let head: Vec<String> = values(entity).filter(|seen| seen.row.head.is_some()).map(|seen| self.value(seen)).collect();
        match head.as_slice() {
            [] => heading,
            [one] => self.fact(&heading, one),
            [first, others @ ..] => self.fact(&heading, format!("{first} ({})", others.join(", "))),
        }
    }

    // --- what is computed -------------------------------------------------------------------------------------------

    fn goal(&self, goal: Entity<'_>, facts: &mut Vec<String>) {
        let (analysis, lang) = (self.analysis, self.lang);
        if let Some(slot) = analysis.calendar.slot(goal.goal_id()).filter(|slot| slot.open == [false; 2]) {
            let (start, end) = (slot.start.show(lang), slot.end.show(lang));
            let when = if start == end { start } else { format!("{start} – {end}") };
            let how = match slot.source {
                Source::Given => lang.of("donné", "given"),
                Source::Placed => lang.of("calculé : après ce dont il dépend", "computed: after what it depends on"),
                Source::Actions => lang.of("calculé : d'après ses actions", "computed: from its actions"),
            };
            facts.push(self.fact(lang.of("Calendrier", "Calendar"), format!("{when} ({how})")));
        }
        if let Some(days) = slack(&analysis.plan, &analysis.graph, &analysis.calendar).slack(goal.goal_id()) {
            let margin = match days {
                ..=0 => {
                    lang.of("aucune : un retard ici retarde la fin du plan", "none: a delay here delays the end of the plan").to_owned()
                }
                1 => lang.of("1 jour", "1 day").to_owned(),
                days => {
                    let days = decimal(days.into(), lang);
                    lang.of(format!("{days} jours"), format!("{days} days"))
                }
            };
            facts.push(self.fact(lang.of("Marge", "Slack"), margin));
        }
        if complete(goal) {
            let share = share_of_envelope(cost(goal, None), analysis.ledger.allotted(None), lang).filter(|_| goal.is_counted());
            let share = share.map(|share| lang.of(format!(", soit {share}"), format!(", {share}")));
            facts.push(self.cost(|section| cost(goal, section)) + &share.unwrap_or_default());
        }
        if self.findings {
            self.open(goal, facts);
        }
    }

    /// What is found in it, by code.
    fn open(&self, sheet: Entity<'_>, facts: &mut Vec<String>) {
        let whole = sheet.whole();
        let here = |span: Span| span.source == whole.source && whole.start <= span.start && span.end <= whole.end;
        let found: Vec<_> = self.analysis.diagnostics.iter().filter(|found| here(found.span())).collect();
        let mut codes: Vec<&str> = found.iter().map(|found| found.rule.id).collect();
        codes.dedup();
        if !codes.is_empty() {
            let list = format!("{} ({})", found.len(), codes.join(", "));
            facts.push(self.fact(self.lang.of("Constats", "Findings"), list));
        }
    }

    /// The whole and, where both sections have a part, the parts.
    fn cost(&self, of: impl Fn(Option<Section>) -> Money) -> String {
        let parts = Section::BOTH.map(|section| (section, of(Some(section))));
        let mut whole = of(None).show(self.lang);
        if parts.iter().all(|(_, part)| !part.is_zero()) {
            let parts = parts.map(|(section, part)| format!("{} {}", section.show(self.lang).to_lowercase(), part.show(self.lang)));
            whole += &format!(" ({})", parts.join(", "));
        }
        self.fact(&sheet::COST.row().label_in(self.lang), whole)
    }

    fn owner(&self, owner: Entity<'_>, facts: &mut Vec<String>) {
        let owned = |actions: bool| {
            let mine = |goal: &Entity<'_>| goal.is_action() == actions && goal.owner().is() == Some(owner);
            self.analysis.plan.sheets().filter(mine).count()
        };
        facts.push(self.fact(self.lang.of("Objectifs pilotés", "Goals owned"), owned(false)));
        facts.push(self.fact(self.lang.of("Actions pilotées", "Actions owned"), owned(true)));
    }

    fn axis(&self, axis: Entity<'_>, facts: &mut Vec<String>) {
        let of = |section| together(axis.inner().filter(|child| child.is_sheet()), section);
        if !of(None).is_zero() {
            facts.push(self.cost(of));
        }
    }
}

/// A sheet, or what has a name for all the plan, has a card of its own.
fn has_card(row: &ConceptRow) -> bool {
    row.name == Slot::Due || matches!(row.concept, Concept::Goal | Concept::Action)
}

fn listed(mut text: String, facts: &[String]) -> String {
    if !facts.is_empty() {
        text += "\n";
    }
    for fact in facts {
        let depth = fact.len() - fact.trim_start_matches(INDENT).len();
        text += &format!("\n{}- {}", &fact[..depth], &fact[depth..]);
    }
    text
}

const INDENT: &str = "  ";

fn indented(depth: usize, fact: &str) -> String {
    INDENT.repeat(depth) + fact
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing;

    const GOALS: &str = "
/// Un seul lieu pour *toutes* les démarches.
/// Deuxième ligne.
///
/// Second paragraphe.
objectif guichet \"Guichet [unique] 😀\" {
  pilote CDO
  période 2027-03 .. 2028-T2
  budget {
    investissement 2027: 120 k€
    fonctionnement 2027 .. 2029: 35 k€
  }
  financement {
    \"DSIL\" 40 % de investissement acquis
  }
  indicateur part \"Part en ligne\" {
    départ 12 % au 2026-06
    cible 80 % au 2028
  }
  jalon ouverture \"Ouverture\" au 2027-12
}
objectif suite \"Suite\" {
  durée 6 mois
  dépend de guichet.ouverture
}
";

    /// The hover `shift` bytes into the first `word`, in French: the words it covers and what it says.
    fn over(word: &str, shift: usize) -> Option<(String, String)> {
        let analysis = testing::goals(GOALS);
        let offset = analysis.sources.get(SourceId(0)).text.find(word).unwrap() + shift;
        let hover = hover(&analysis, SourceId(0), offset as u32, Lang::Fr)?;
        Some((analysis.sources.slice(hover.span).to_owned(), hover.markdown.replace('\u{a0}', " ")))
    }

    fn says(word: &str, shift: usize) -> String {
        over(word, shift).map(|(_, text)| text).unwrap_or_default()
    }

    #[test]
    fn a_keyword_gives_both_spellings_and_its_help() {
        let (covered, text) = over("dépend de", 3).unwrap();
        assert_eq!(covered, "dépend de");
        assert!(text.starts_with("**`dépend de`** · `depends on`\n\nCe qui doit être terminé avant"), "{text}");
        assert!(says("objectif", 0).contains("`goal`"));
        assert!(says("départ 12", 2).contains("La valeur de départ"), "inside a block of a block");
        assert!(says("budget", 0).starts_with("**`budget`**\n"), "one spelling for both languages");
    }

    #[test]
    fn a_goal_gives_owner_calendar_cost_and_doc() {
        let expected = "**objectif** `guichet` · Guichet \\[unique\\] 😀\n\n- Pilote : `CDO` · Direction de la transformation numérique\n- Calendrier : mars 2027 – T2 2028 (donné)\n- Marge : 1 370 jours\n- Coût : 225 000 € (investissement 120 000 €, fonctionnement 105 000 €)\n- Budget\n  - Investissement : 2027 : 120 000 €\n  - Fonctionnement : 2027 – 2029 : 35 000 €\n- Financement\n  - Financeur · DSIL : 40 % de l’investissement (acquis)\n- Indicateur `part` · Part en ligne\n  - Départ : 12 % (juin 2026)\n  - Cible : 80 % (2028)\n- Jalon `ouverture` · Ouverture : décembre 2027\n\nUn seul lieu pour *toutes* les démarches.\nDeuxième ligne.";
        assert_eq!(over("guichet \"", 0).unwrap(), ("guichet".into(), expected.into()));
        assert_eq!(over("guichet.ouv", 7).unwrap(), ("guichet".into(), expected.into()), "a reference says the same");
        assert!(
            says("suite \"", 0).contains("1er janvier 2028 – 30 juin 2028 (calculé : après ce dont il dépend)"),
            "{}",
            says("suite", 0)
        );
    }

    #[test]
    fn owners_milestones_and_indicators() {
        assert!(says("CDO", 1).contains("Direction de la transformation numérique\n\n- Objectifs pilotés : 1\n- Actions pilotées : 0"));
        assert_eq!(
            over("ouverture\n", 1).unwrap().1,
            "**jalon** `ouverture` · Ouverture\n\n- Date : décembre 2027 (du **1er décembre 2027** au **31 décembre 2027**)"
        );
        assert!(says("part \"", 1).contains("- Départ : 12 % (juin 2026)\n- Cible : 80 % (2028)"));
        assert!(says("x \"X\"", 0).contains("- Objectifs : 2\n- Coût : 225 000 €"));
    }

    #[test]
    fn dates_give_their_days_and_amounts_their_euros() {
        assert_eq!(over("2028-T2", 1).unwrap(), ("2028-T2".into(), "du **1er avril 2028** au **30 juin 2028**".into()));
        assert_eq!(says("2026-06\n", 0), "du **1er juin 2026** au **30 juin 2026**");
        assert_eq!(over("120 k€", 2).unwrap(), ("120 k€".into(), "**120 000 €**".into()));
        assert_eq!(says("35 k€", 0), "**35 000 €** par an, soit **105 000 €** de 2027 à 2029");
        assert_eq!(says("2029", 0), "du **1er janvier 2029** au **31 décembre 2029**");
        assert_eq!(says("40 %", 0), "**48 000 €**");
        assert_eq!(over("12 %", 0), None);
    }

    #[test]
    fn what_is_abandoned_or_outside_is_in_no_sum() {
        let plan = "stratégie \"S\" {\n  période 2027 .. 2028\n  enveloppe {\n    investissement 2027: 100 k€\n  }\n}\naxe x \"X\" {\n  objectif g \"G\" {\n    budget {\n      investissement 2027: 10 k€\n    }\n  }\n  objectif old \"Old\" {\n    état abandonné au 2027-02\n    budget {\n      investissement 2027: 40 k€\n    }\n  }\n  objectif out \"Out\" {\n    hors-plan\n    budget {\n      investissement 2027: 30 k€\n    }\n  }\n}\n";
        let analysis = testing::plan(plan);
        let says = |word: &str| {
            let at = plan.find(word).unwrap() as u32;
            hover(&analysis, SourceId(0), at, Lang::Fr).unwrap().markdown.replace('\u{a0}', " ")
        };
        assert!(says("x \"X\"").contains("10 000 €") && !says("x \"X\"").contains("80 000 €"), "{}", says("x \"X\""));
        assert!(says("g \"G\"").contains("soit 10 % de l'enveloppe"));
        for word in ["old \"", "out \"", "40 k€", "30 k€"] {
            assert!(!says(word).contains("enveloppe"), "{}", says(word));
        }
    }

    #[test]
    fn words_of_policies_packs_rhythms_and_units() {
        let plan = "utiliser std.policies.transition\nstratégie \"S\" {\n  période 2027 .. 2028\n  revue chaque an\n  enveloppe {\n    investissement 2027: 100 k€ HT\n  }\n}\nrègle r {\n  gravité avertissement\n  chaque objectif\n  soit d = minimum de jalon.date pour jalon de l'objectif\n  exige existe objectif.pilote et d est mandat.fin et objectif.état parmi [prévu]\n  exige aucune action telle que non existe action.pilote\n  message fr \"m\" en \"m\"\n}\n";
        let analysis = testing::plan(plan);
        let says = |words: &str| {
            let at = plan.find(words).unwrap_or_else(|| panic!("{words}")) as u32;
            hover(&analysis, SourceId(0), at, Lang::Fr).map(|hover| hover.markdown).unwrap_or_else(|| panic!("nothing on {words}"))
        };
        for (words, wanted) in [
            ("std.policies.transition", "règles : "),
            ("chaque an", "an"),
            ("100 k€", "000\u{a0}€\u{a0}HT"),
            ("k€ HT", "000\u{a0}€\u{a0}HT"),
            ("HT\n", "000\u{a0}€\u{a0}HT"),
            ("avertissement\n", "n'échoue que si"),
            ("minimum de", "VALEUR pour CHOSE"),
            ("de jalon.date", "VALEUR pour CHOSE"),
            ("existe objectif", "s'il y en a une"),
            ("est mandat", "les mêmes"),
            ("parmi [", "de la liste"),
            ("telle que", "remplissent la condition"),
            ("que non", "remplissent la condition"),
        ] {
            assert!(says(words).contains(wanted), "{words}: {}", says(words));
        }
    }

    #[test]
    fn nothing_outside_statements() {
        assert_eq!(over("Second paragraphe", 3), None);
        assert_eq!(over("Guichet [", 1), None);
    }

    const WHOLE: &str = "
utiliser std.roles
stratégie \"S\" {
  langue fr
  collectivité cc
  période 2026-09 .. 2032-03
  parrain DGS
  chef-de-file CDO
  enveloppe {
    investissement 2027: 999 k€
  }
}
collectivité cc \"CC\" {
  nature epci
  population 62 400
  agents 812
  mandat 2026 .. 2032
  assemblée \"Conseil <communautaire>\"
  site \"https://a.example\"
}
pilote dsi \"La DSI\" {
  contact \"dsi@a.example\"
}
axe x \"X\" {
  élu-référent \"Mme *Axe*\"
  objectif socle \"Socle\" {
    jalon \"Sans nom\" au 2029-02
  }
  objectif g \"G\" {
    pilote dsi
    contributeurs CDO, DAF
    partenaires \"L'[université]\", COM
    élu-référent \"M. Élu\"
    période 2027-03 .. 2028-T2
    durée 14 mois
    état en-cours
    dépend de socle début + 3 mois
    dépend de socle
    budget {
      investissement 2027: 120 k€, 2028: 7 k€
      fonctionnement 2027 .. 2029: 35 k€
    }
    financement {
      \"DSIL\" 40 % de investissement acquis
      \"FEDER\" 11 k€
    }
    indicateur part \"Part\" {
      unité \"foyers\"
      source \"Enquête\"
      fréquence \"par an\"
      départ 12 au 2026-06
      cible 4 200 au 2028
      mesure 77 au 2027-05
    }
    jalon ouverture \"Ouverture\" au 2027-12-24
  }
}
";

    /// Nothing that is written of something is missing in its card, but what has a card of its own.
    #[test]
    fn no_field_is_missing() {
        let analysis = testing::plan(WHOLE);
        for lang in [Lang::Fr, Lang::En] {
            for entity in analysis.plan.entities().filter(|entity| entity.name().is_some() || entity.title().is().is_some()) {
                let words = entity.name_span().unwrap_or(entity.keyword());
                let quoted = analysis.sources.slice(entity.head()).find('"').map_or(0, |at| entity.head().start + at as u32);
                let offset = if entity.name().is_some() { words.start } else { quoted };
                let Some(card) = hover(&analysis, words.source, offset, lang) else { panic!("{entity:?}") };
                shows(entity, &card.markdown, lang);
            }
        }
    }

    fn shows(entity: Entity<'_>, card: &str, lang: Lang) {
        let fields = values(entity).flat_map(Seen::members);
        for seen in fields {
            let marks = match (seen.cell.value, seen.target()) {
                (Value::Period(start, end, ..), _) => vec![start.when().show(lang), end.when().show(lang)],
                (_, Some(target)) => vec![target.titled().into_owned(), target.named().into_owned()],
                (Value::Reading(reading), _) => vec![reading.show(None, lang)],
                _ => vec![seen.show(lang)],
            };
            for mark in marks {
                assert!(card.contains(&escaped(&mark)), "{entity:?} {:?}: {mark} is not in\n{card}", seen.row);
            }
        }
        for child in entity.children().filter(|child| !has_card(child.concept_row())) {
            for mark in [child.name().unwrap_or(""), &child.titled()] {
                assert!(mark == "…" || card.contains(mark), "{child:?}: {mark} is not in\n{card}");
            }
            shows(child, card, lang);
        }
    }

    #[test]
    fn what_has_no_name_has_a_card_too() {
        assert!(says("DSIL", 1).contains("· DSIL\n\n- Montant : 40 % de l’investissement\n- État : acquis"), "{}", says("DSIL", 1));
        assert!(says("budget", 1).ends_with("- Investissement : 2027 : 120 000 €\n- Fonctionnement : 2027 – 2029 : 35 000 €"));
        let many = format!("goal a \"A\" {{\n{}}}", "milestone \"M\" on 2028\n".repeat(90));
        let analysis = testing::goals(&many);
        let offset = analysis.sources.get(SourceId(0)).text.find("a \"A\"").unwrap();
        let card = hover(&analysis, SourceId(0), offset as u32, Lang::En).unwrap().markdown;
        assert!(card.lines().count() < MOST + 5 && card.ends_with("\n- …"), "{card}");
    }
}
