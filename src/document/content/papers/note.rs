//! What the councillors must know to vote: what is asked, why, what it does, costs, changes and risks, what comes next. Two pages at most.

use super::super::super::model::{Block, Inline, Number, Part, Piece, Rich};
use super::super::super::prose::run_on;
use super::super::super::words::W;
use super::super::chapters::gravity;
use super::super::{Build, lower, sheet, shortened};
use crate::language::Concept;
use crate::language::concepts::decision::{self, DecisionKind};
use crate::language::concepts::goal::milestone;
use crate::language::concepts::{risk, strategy, waiver};
use crate::plan::{Entity, Section as Of};

/// Two pages hold no more of each; what is left out is counted, and stands in the strategy.
const REASONS: usize = 3;
const AXES: usize = 9;
const RISKS: usize = 3;
const INDICATORS: usize = 4;
const DATES: usize = 5;
const DECIDED: usize = 4;
const DEVIATIONS: usize = 4;
const ARTICLES: usize = 5;
/// Letters of one line or two.
const LINE: usize = 150;
const LINES: usize = 260;

impl<'a> Build<'a> {
    pub fn explanatory_note(&self) -> (String, Vec<Piece>) {
        let strategy = self.strategy_title().text;
        let title = self.lang.of("Note explicative de synthèse", "Explanatory note").to_owned();
        let mut pieces = vec![self.opening(&title, vec![Inline::text(shortened(&strategy, LINE))])];
        let mut tell = |fr: &str, en: &str, lines: Vec<Rich>| {
            if !lines.is_empty() {
                pieces.push(self.heading(fr, en));
                pieces.push(Piece::Lines { items: lines });
            }
        };
        let more = self.articles_in_lines();
        let asked = std::iter::once(self.asked_of_council(&strategy, !more.is_empty())).chain(more).chain(self.who_answers()).collect();
        tell("Ce qui est demandé", "What is asked", asked);
        tell("Pourquoi maintenant", "Why now", self.why());
        tell("Ce que fait le plan", "What the plan does", self.axes_in_lines());
        pieces.extend(self.what_it_costs());
        let mut tell = |fr: &str, en: &str, lines: Vec<Rich>| {
            if !lines.is_empty() {
                pieces.push(self.heading(fr, en));
                pieces.push(Piece::Lines { items: lines });
            }
        };
        tell("Ce qui change pour les habitants et les agents", "What changes for inhabitants and staff", self.what_changes());
        tell("Ce qui peut mal tourner", "What may go wrong", self.what_may_fail());
        tell("La suite", "What comes next", self.what_comes());
        tell("Ce qui est décidé, ce qui ne l’est pas", "What is decided, and what is not", self.what_is_decided());
        tell("Règles que le plan ne suit pas, et pourquoi", "Rules that the plan does not follow, and why", self.deviations());
        (title, pieces)
    }

    /// `more`: the other articles follow.
    fn asked_of_council(&self, strategy: &str, more: bool) -> Rich {
        let council = self.assembly();
        let title = shortened(strategy, LINE);
        let voted = self.once_voted(self.adoption());
        let on = voted.and_then(|act| act.is_given(decision::ON)).map(|on| self.moment(on.whole()));
        let mut text = match (voted, on) {
            (None, _) => self
                .lang
                .of(format!("Il est demandé à {council} d’approuver « {title} »"), format!("{council} is asked to adopt \"{title}\"")),
            // A note that is printed again after the vote does not ask for it.
            (Some(_), on) => {
                let on = on.map(|on| self.lang.of(format!(" (vote du {on})"), format!(" (vote of {on})"))).unwrap_or_default();
                self.lang.of(
                    format!("Il était demandé à {council}{on} d’approuver « {title} »"),
                    format!("{council} was asked{on} to adopt \"{title}\""),
                )
            }
        };
        // `à le conseil` is no French.
        text = text.replace("à le ", "au ");
        let end = if more { self.lang.of(", et de :", ", and to:") } else { "." };
        vec![Inline::Strong { content: vec![Inline::text(self.text(&format!("{text}{end}")))] }]
    }

    /// What else the act decides, behind its first article.
    fn articles_in_lines(&self) -> Vec<Rich> {
        let articles = self.decided_articles();
        let line = |article: &Rich| vec![Inline::text(format!("– {}", shortened(&lower(&sheet::plain(article)), LINES)))];
        self.some(articles.iter().skip(1).map(line).collect(), ARTICLES)
    }

    /// Who answers for the plan, and when the council hears of it again.
    fn who_answers(&self) -> Vec<Rich> {
        let Some(strategy) = self.plan.strategy() else { return Vec::new() };
        let who = |key: u8| strategy.seen(key).and_then(crate::plan::Seen::target).map(|person| self.title(person).text);
        let mut told: Vec<String> = Vec::new();
        if let Some(lead) = who(strategy::LEAD.at) {
            told.push(format!("{}{}{lead}", self.w(W::Lead), self.colon()));
        }
        if let Some(sponsor) = who(strategy::SPONSOR.at) {
            told.push(format!("{}{}{sponsor}", lower(self.w(W::Sponsor)), self.colon()));
        }
        let review = self.field_value(strategy, strategy::REVIEW.at).map(|review| lower(&sheet::plain(&review)));
        told.extend(review.map(|review| self.lang.of(format!("revue {review}"), format!("reviewed {review}"))));
        if let Some(report) = self.next_report() {
            let on = sheet::plain(&self.date_told(report));
            told.push(self.lang.of(format!("prochain bilan devant l’assemblée : {on}"), format!("next report to the council: {on}")));
        }
        if told.is_empty() {
            return Vec::new();
        }
        vec![vec![Inline::text(self.text(&format!("{}.", told.join(" ; "))))]]
    }

    /// The first decision of the kind that is still to come.
    fn next_report(&self) -> Option<Entity<'a>> {
        let reports = self.plan.all(Concept::Decision).filter(|one| one.is_given(decision::KIND) == Some(DecisionKind::Review));
        let to_come = reports.filter(|one| match (self.date, self.day_of(*one)) {
            (Some(today), Some(day)) => day >= today,
            (None, Some(_)) => true,
            (_, None) => false,
        });
        to_come.min_by_key(|one| self.day_of(*one))
    }

    /// The reasons of the act; without them the weaknesses that the diagnosis found; without those the foreword's first words.
    fn why(&self) -> Vec<Rich> {
        let act = self.adoption();
        let mut reasons: Vec<String> =
            act.into_iter().flat_map(|act| act.members(decision::BECAUSE)).map(|seen| seen.text().into_owned()).collect();
        if reasons.is_empty() {
            let weak =
                self.plan.all(Concept::Diagnosis).flat_map(|one| one.members(crate::language::concepts::plan::diagnosis::WEAKNESSES));
            reasons = weak.map(|seen| seen.text().into_owned()).collect();
        }
        if reasons.is_empty() {
            let foreword = self.plan.strategy().map(|strategy| self.prose(strategy)).unwrap_or_default();
            let first = foreword.iter().find(|block| matches!(block, Block::Paragraph { .. }));
            reasons = first.map(|block| sheet::plain(&run_on(std::slice::from_ref(block)))).into_iter().collect();
        }
        self.some(
            reasons.into_iter().map(|text| vec![Inline::text(format!("– {}", shortened(&self.text(&text), LINES)))]).collect(),
            REASONS,
        )
    }

    /// The first so many, and how many more there are.
    fn some(&self, mut lines: Vec<Rich>, most: usize) -> Vec<Rich> {
        let more = lines.len().saturating_sub(most);
        lines.truncate(most);
        if more > 0 {
            lines.push(vec![Inline::text(
                self.lang.of(format!("– et {more} de plus, dans la stratégie."), format!("– and {more} more, in the strategy.")),
            )]);
        }
        lines
    }

    fn axes_in_lines(&self) -> Vec<Rich> {
        let line = |(at, strand): (usize, &super::super::Strand<'a>)| {
            let goals = strand.sheets.iter().filter(|sheet| !sheet.is_action()).count();
            let actions = strand.all().count() - goals;
            let mut told = format!("{} – {}", at + 1, shortened(&self.strand_title(strand).text, LINE));
            let counted = [(goals, W::Goal, W::Goals), (actions, W::Action, W::Actions)];
            let mut facts: Vec<String> =
                counted.into_iter().filter(|(count, ..)| *count > 0).map(|(count, one, more)| self.many(count, one, more)).collect();
            facts.extend(self.strand_cost(strand, None).map(|cost| self.millions(cost)));
            if !facts.is_empty() {
                told += &format!(" ({})", facts.join(", "));
            }
            vec![Inline::text(told)]
        };
        self.some(self.strands.iter().enumerate().map(line).collect(), AXES)
    }

    fn what_it_costs(&self) -> Vec<Piece> {
        if !self.asks() {
            return vec![self.heading("Ce que cela coûte", "What it costs"), Piece::Lines { items: vec![vec![self.no_amount()]] }];
        }
        let ledger = &self.analysis.ledger;
        let number =
            |word: W, money| Number { value: vec![Inline::text(self.millions(money))], label: self.w(word).to_owned(), detail: None };
        let mut numbers = vec![
            number(W::TotalCost, self.asked()),
            number(W::Investment, ledger.asked(Some(Of::Investment))),
            number(W::Operating, ledger.asked(Some(Of::Operating))),
        ];
        let funded = self.funded_in_all();
        if !funded.total().is_zero() {
            numbers.push(Number { detail: Some(self.sought_detail(funded.sought)), ..number(W::SecuredFunding, funded.sure()) });
        }
        let mut pieces = vec![self.heading("Ce que cela coûte", "What it costs"), Piece::Numbers { items: numbers }];
        if let Some(part) = self.plan_columns(super::super::calendar::UPRIGHT, 22.0) {
            pieces.push(Piece::Part { part: Part { label: String::new(), ..part } });
        }
        let own = (self.asked() - funded.total(), self.asked() - funded.sure());
        if own.0 != self.asked() {
            let (all, sure) = (self.euros(own.0), self.euros(own.1));
            let line = match own.0 == own.1 {
                true => self.sentence(format!("Reste à la charge de la collectivité : {all}."), format!("Left to the authority: {all}.")),
                false => self.sentence(
                    format!("Reste à la charge de la collectivité : {all} si tout est obtenu, {sure} avec les seuls financements acquis."),
                    format!("Left to the authority: {all} if all is obtained, {sure} with secured funding only."),
                ),
            };
            pieces.push(Piece::Lines { items: vec![line] });
        }
        pieces.extend(self.afterwards().map(|part| Piece::Lines { items: part.text }));
        pieces
    }

    fn sought_detail(&self, sought: crate::plan::Money) -> String {
        let sought = self.euros(sought);
        self.lang.of(format!("{sought} de plus sollicités"), format!("{sought} more sought"))
    }

    fn what_changes(&self) -> Vec<Rich> {
        let chosen = self.dearest_indicators(INDICATORS);
        let line = |(sheet, indicator): (Entity<'_>, Entity<'_>)| {
            let baseline = indicator.all(Concept::Baseline).next();
            let target = self.last_target(indicator);
            let mut line = vec![Inline::text("– ")];
            line.extend(self.label(indicator));
            line.push(Inline::text(self.colon()));
            if let Some(of) = baseline {
                line.extend(self.reading_of(indicator, of));
                line.push(Inline::text(" → "));
            }
            line.push(Inline::Strong { content: self.reading_value(indicator, target, Concept::Target) });
            if target.is_some() {
                line.push(Inline::text(self.lang.of(" en ", " by ")));
                line.extend(self.reading_year(indicator, target));
            }
            line.push(Inline::text(format!(" ({})", self.number_of(sheet.goal_id()))));
            line
        };
        chosen.into_iter().map(line).collect()
    }

    /// The gravest first, then the likeliest.
    fn what_may_fail(&self) -> Vec<Rich> {
        let mut risks: Vec<Entity<'_>> = self.plan.all(Concept::Risk).collect();
        risks.sort_by_key(|one| std::cmp::Reverse(gravity(*one)));
        let line = |one: &Entity<'_>| {
            let mut line = vec![Inline::text("– ")];
            line.push(Inline::text(shortened(&self.title(*one).text, LINE)));
            if let Some(answer) = one.text(risk::MITIGATION) {
                let answer = shortened(&self.text(&answer), LINE);
                line.push(Inline::text(
                    self.lang.of(format!(". Parade\u{a0}: {}", lower(&answer)), format!(". Answer: {}", lower(&answer))),
                ));
            }
            line
        };
        self.some(risks.iter().map(line).collect(), RISKS)
    }

    fn what_comes(&self) -> Vec<Rich> {
        let to_come = |one: &Entity<'_>| match (self.date, self.day_of(*one)) {
            (Some(today), Some(day)) => day >= today,
            _ => true,
        };
        let mut rows = self.dates_chosen(2 * DATES);
        rows.retain(to_come);
        rows.truncate(DATES);
        let line = |one: &Entity<'_>| {
            let mut line = vec![Inline::text("– ")];
            line.extend(self.date_told(*one));
            line.push(Inline::text(self.colon()));
            line.extend(self.label(*one));
            // "Ouverture au public": of what.
            if let Some(sheet) = one.parent().filter(|sheet| sheet.is_sheet()) {
                line.push(Inline::text(format!(" ({})", shortened(&self.title(sheet).text, LINE))));
            }
            line
        };
        rows.iter().map(line).collect()
    }

    /// The last day that a milestone or a decision may mean.
    fn day_of(&self, one: Entity<'_>) -> Option<jiff::civil::Date> {
        match one.concept() {
            Concept::Milestone => one.is_given(milestone::ON).map(|when| when.last),
            _ => one.is_given(decision::ON).map(|period| period.end.last),
        }
    }

    /// What the plan knowingly does otherwise, and why: first what the law asks.
    fn deviations(&self) -> Vec<Rich> {
        let all = self.plan.all(Concept::Acknowledged).chain(self.plan.all(Concept::Waiver));
        let judged = &self.analysis.judgement;
        let told = |one: Entity<'a>| {
            let policy = judged.waived_policy(one)?;
            // What is found says what is done otherwise; the title of the policy, where nothing is found, what is asked.
            let found = judged.covered_by(one.id).next();
            let what = found.map(|found| self.said(&found.diagnostic.message.show(self.lang)));
            let what = what.unwrap_or_else(|| self.text(policy.title.of(self.lang)));
            let mut told = format!("– {}", shortened(what.trim_end_matches('.'), LINES));
            if let Some(because) = one.text(waiver::BECAUSE) {
                let because = lower(&shortened(&self.text(&because), LINE));
                told += &self.lang.of(format!(". Motif : {because}"), format!(". Reason: {because}"));
            }
            if let Some(until) = self.field_value(one, waiver::UNTIL.at) {
                let until = sheet::plain(&until);
                told += &self.lang.of(format!(" (échéance : {until})"), format!(" (until {until})"));
            }
            Some(vec![Inline::text(self.text(&format!("{told}.")))])
        };
        self.some(all.filter_map(told).collect(), DEVIATIONS)
    }

    fn what_is_decided(&self) -> Vec<Rich> {
        let mut lines: Vec<Rich> = Vec::new();
        for one in self.plan.all(Concept::Decision) {
            let mut line = vec![Inline::text("– ")];
            line.extend(self.label(one));
            let over = self.date.zip(self.day_of(one)).is_none_or(|(today, day)| day <= today);
            let result = self.field_value(one, decision::RESULT.at).filter(|_| over).map(|value| lower(&sheet::plain(&value)));
            let result = result.unwrap_or_else(|| self.lang.of("pas encore décidé", "not decided yet").to_owned());
            line.push(Inline::text(format!("{}{result}", self.colon())));
            lines.push(line);
        }
        let sought = self.funded_in_all().sought;
        if !sought.is_zero() {
            let sought = self.euros(sought);
            lines.push(self.sentence(
                format!("– {sought} de financements sollicités ne sont pas encore acquis."),
                format!("– {sought} of funding sought is not secured yet."),
            ));
        }
        self.some(lines, DECIDED)
    }
}
