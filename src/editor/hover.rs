//! What is known of the words under the pointer, as Markdown.

use super::at::{Item, Thing, at};
use crate::analysis::Analysis;
use crate::budget::{complete, cost, funded};
use crate::diagnostic::Lang;
use crate::language::{Row, Shape, named, row, words_of};
use crate::plan::{AxisId, Goal, GoalId, Money, OwnerId, Reading, Section, When};
use crate::schedule::Source;
use crate::text::{SourceId, Span};

pub struct Hover {
    pub span: Span,
    pub markdown: String,
}

pub fn hover(analysis: &Analysis, source: SourceId, offset: u32, lang: Lang) -> Option<Hover> {
    let (span, thing) = at(analysis, source, offset)?;
    let markdown = match thing {
        Thing::Keyword(row) => keyword(row, lang),
        Thing::Item(item) => Card { analysis, lang }.of(item)?,
        Thing::Date(when) => days(when, lang),
        Thing::Amount(money, first, last) => amount(money, first, last, lang),
        Thing::Share(goal, share) => format!("**{}**", funded(&analysis.plan, goal, share).show(lang)),
        Thing::File(_) => return None,
    };
    Some(Hover { span, markdown })
}

fn keyword(row: &Row, lang: Lang) -> String {
    let (own, other) = lang.of((row.fr[0], row.en[0]), (row.en[0], row.fr[0]));
    let mut text = format!("**`{own}`**");
    if other != own {
        text += &format!(" · `{other}`");
    }
    text += &format!("\n\n{}", row.help(lang));
    if let Shape::OneOf(words) = row.shape {
        let words: Vec<String> = words_of(words, lang).iter().map(|word| format!("`{word}`")).collect();
        text += &format!("\n\n{}", words.join(", "));
    }
    text
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

/// The card of one item of the plan.
struct Card<'a> {
    analysis: &'a Analysis,
    lang: Lang,
}

impl Card<'_> {
    fn of(&self, item: Item) -> Option<String> {
        let plan = &self.analysis.plan;
        let header = item.header(plan)?;
        let mut text = format!("**{}**", row(item.concept(plan)).spelling(self.lang));
        if let Some(name) = header.name {
            text += &format!(" `{}`", self.analysis.sources.slice(name.0));
        }
        if let Some(title) = &header.title {
            text += &format!(" · {}", escaped(&title.value));
        }
        let facts = match item {
            Item::Goal(id) => self.goal(id),
            Item::Milestone(goal, at) => {
                plan.goals.get(goal.at())?.sheet.milestones.get(at)?.on.get().map(|(when, _)| days(*when, self.lang)).into_iter().collect()
            }
            Item::Indicator(goal, at) => self.indicator(goal, at),
            Item::Owner(id) => self.owner(id),
            Item::Axis(id) => self.axis(id),
            Item::Authority(id) => self.authority(id.at()),
            Item::Strategy => Vec::new(),
        };
        if !facts.is_empty() {
            text += "\n";
        }
        for fact in facts {
            text += &format!("\n- {fact}");
        }
        if let Some(paragraph) = header.doc.as_deref().and_then(first_paragraph) {
            text += &format!("\n\n{paragraph}");
        }
        Some(text)
    }

    fn fact(&self, fr: &str, en: &str, value: impl std::fmt::Display) -> String {
        self.lang.of(format!("{fr} : {value}"), format!("{en}: {value}"))
    }

    fn goal(&self, id: GoalId) -> Vec<String> {
        let (analysis, lang) = (self.analysis, self.lang);
        let plan = &analysis.plan;
        let goal = plan.goal(id);
        let mut facts = Vec::new();
        if let Some(owner) = goal.owner.get() {
            facts.push(self.fact("Pilote", "Owner", self.named(owner.value)));
        }
        if let Some(slot) = analysis.calendar.slot(id) {
            let (start, end) = (slot.start.show(lang), slot.end.show(lang));
            let when = if start == end { start } else { format!("{start} – {end}") };
            let how = match slot.source {
                Source::Given => lang.of("donné", "given"),
                Source::Placed => lang.of("calculé : après ce dont il dépend", "computed: after what it depends on"),
                Source::Actions => lang.of("calculé : d'après ses actions", "computed: from its actions"),
            };
            facts.push(self.fact("Calendrier", "Calendar", format!("{when} ({how})")));
        }
        if complete(plan, goal) {
            facts.push(self.fact("Coût", "Cost", self.cost(|section| cost(plan, id, section))));
        }
        if let Some(status) = &goal.sheet.status {
            facts.push(self.fact("État", "Status", named(status.value, lang)));
        }
        facts
    }

    /// The whole and, where both sections have a part, the parts.
    fn cost(&self, of: impl Fn(Option<Section>) -> Money) -> String {
        let parts = Section::BOTH.map(|section| (section, of(Some(section))));
        let whole = of(None).show(self.lang);
        if parts.iter().any(|(_, part)| part.is_zero()) {
            return whole;
        }
        let parts = parts.map(|(section, part)| format!("{} {}", section.show(self.lang).to_lowercase(), part.show(self.lang)));
        format!("{whole} ({})", parts.join(", "))
    }

    fn named(&self, owner: OwnerId) -> String {
        let header = &self.analysis.plan.owner(owner).header;
        let name = header.name.map(|name| format!("`{}`", self.analysis.sources.slice(name.0)));
        let title = header.title.as_ref().map(|title| escaped(&title.value));
        name.into_iter().chain(title).collect::<Vec<_>>().join(" · ")
    }

    fn owner(&self, id: OwnerId) -> Vec<String> {
        let plan = &self.analysis.plan;
        let owned = |actions: bool| {
            let mine = |goal: &&Goal| goal.is_action() == actions && goal.owner.get().is_some_and(|owner| owner.value == id);
            plan.goals.iter().filter(mine).count()
        };
        let contact = plan.owner(id).contact.as_ref().map(|contact| self.fact("Contact", "Contact", escaped(&contact.value)));
        let goals = self.fact("Objectifs pilotés", "Goals owned", owned(false));
        let actions = self.fact("Actions pilotées", "Actions owned", owned(true));
        contact.into_iter().chain([goals, actions]).collect()
    }

    fn axis(&self, id: AxisId) -> Vec<String> {
        let plan = &self.analysis.plan;
        let axis = &plan.axes[id.at()];
        let mut facts = Vec::new();
        if let Some(sponsor) = &axis.elected_sponsor {
            facts.push(self.fact("Élu référent", "Elected sponsor", escaped(&sponsor.value)));
        }
        facts.push(self.fact("Objectifs", "Goals", axis.goals.len()));
        let of = |section| axis.goals.iter().map(|goal| cost(plan, *goal, section)).sum::<Money>();
        if !of(None).is_zero() {
            facts.push(self.fact("Coût", "Cost", self.cost(of)));
        }
        facts
    }

    fn authority(&self, at: usize) -> Vec<String> {
        let authority = &self.analysis.plan.authorities[at];
        let number = |value: u64| crate::plan::decimal(value.into(), self.lang);
        let kind = authority.kind.map(|kind| self.fact("Nature", "Kind", named(kind.value, self.lang)));
        let population = authority.population.map(|people| self.fact("Population", "Population", number(people.value)));
        let agents = authority.agents.map(|agents| self.fact("Agents", "Agents", number(agents.value)));
        kind.into_iter().chain(population).chain(agents).collect()
    }

    fn indicator(&self, goal: GoalId, at: usize) -> Vec<String> {
        let Some(indicator) = self.analysis.plan.goal(goal).sheet.indicators.get(at) else { return Vec::new() };
        let unit = indicator.unit.as_ref().map(|unit| escaped(&unit.value));
        let show = |reading: &Reading| {
            let value = reading.show(unit.as_deref(), self.lang);
            reading.on.map_or(value.clone(), |(when, _)| format!("{value} ({})", when.show(self.lang)))
        };
        let baseline = indicator.baseline.get().map(|reading| self.fact("Départ", "Baseline", show(reading)));
        let target = indicator.target.get().map(|reading| self.fact("Cible", "Target", show(reading)));
        baseline.into_iter().chain(target).collect()
    }
}

/// A title is words, not Markdown.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '$' | '&') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn first_paragraph(doc: &str) -> Option<String> {
    let lines: Vec<&str> = doc.lines().skip_while(|line| line.trim().is_empty()).take_while(|line| !line.trim().is_empty()).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
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
        let expected = "**objectif** `guichet` · Guichet \\[unique\\] 😀\n\n- Pilote : `CDO` · Direction de la transformation numérique\n- Calendrier : mars 2027 – T2 2028 (donné)\n- Coût : 225 000 € (investissement 120 000 €, fonctionnement 105 000 €)\n\nUn seul lieu pour *toutes* les démarches.\nDeuxième ligne.";
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
            "**jalon** `ouverture` · Ouverture\n\n- du **1er décembre 2027** au **31 décembre 2027**"
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
    fn nothing_outside_statements() {
        assert_eq!(over("Second paragraphe", 3), None);
        assert_eq!(over("Guichet [", 1), None);
    }
}
