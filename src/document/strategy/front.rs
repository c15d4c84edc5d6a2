//! The title page and the summary.

use super::super::model::{Cell, Column, Cover, Fact, Inline, Mark, Rich, Row, RowKind, Summary, Table};
use super::super::words::W;
use super::{Build, IN_A_CELL, Strand, row, shortened, totals};
use crate::check::Lacks;
use crate::language::Concept;
use crate::language::concepts::{authority, strategy};
use crate::language::{Key, Name};
use crate::plan::Money;
use crate::plan::Section as Of;

impl Build<'_> {
    pub fn cover(&self, draft: bool, holes: usize) -> Cover {
        let strategy = self.plan.strategy();
        let authority = self.plan.authority();
        let mut facts = Vec::new();
        if let Some(assembly) = authority.is().and_then(|authority| self.field_value(authority, authority::ASSEMBLY.at)) {
            facts.push(self.fact(W::Assembly, assembly));
        }
        let who = |key: Key<Name>| match strategy.and_then(|strategy| strategy.is_given(key)) {
            Some(owner) => vec![self.owner_text(owner)],
            None => vec![self.hole()],
        };
        facts.push(self.fact(W::Lead, who(strategy::LEAD)));
        facts.push(self.fact(W::Sponsor, who(strategy::SPONSOR)));
        let mark = draft.then(|| Mark {
            title: self.w(if holes > 0 { W::DraftTitle } else { W::DraftHeader }).to_owned(),
            detail: self.draft_detail(holes),
        });
        Cover {
            authority: authority.is().map_or_else(|| vec![self.hole()], |authority| vec![self.titled(authority)]),
            title: self.strategy_title(),
            period: self.period_text(),
            facts,
            mark,
        }
    }

    fn draft_detail(&self, holes: usize) -> String {
        let errors = self.analysis.count(crate::diagnostic::Severity::Error);
        let s = |count: usize| if count > 1 { "s" } else { "" };
        let en_s = |count: usize| if count == 1 { "" } else { "s" };
        let mut text = match holes {
            0 => self.lang.of("Aucun élément ne manque.".to_owned(), "Nothing is missing.".to_owned()),
            _ => self.lang.of(
                format!("{holes} élément{} à compléter, listé{} en fin de document.", s(holes), s(holes)),
                format!("{holes} item{} to be completed, listed at the end of the document.", en_s(holes)),
            ),
        };
        if errors > 0 {
            text += &self.lang.of(
                format!(
                    " Le contrôle du plan relève {errors} erreur{}\u{a0}: ce document ne peut pas être soumis au vote en l’état.",
                    s(errors)
                ),
                format!(" The check of the plan finds {errors} error{}: this document is not fit for a vote as it stands.", en_s(errors)),
            );
        }
        text
    }

    fn period_text(&self) -> Rich {
        let seen = self.plan.strategy().and_then(|strategy| strategy.seen(strategy::PERIOD.at)).filter(|seen| !seen.is_unread());
        seen.map_or_else(|| vec![self.hole()], |seen| vec![Inline::text(self.text(&seen.show(self.lang)))])
    }

    /// Of a plan without amounts: a hole if one was due.
    pub fn no_amount(&self) -> Inline {
        let due = self.lacks.iter().any(|(_, lacks)| matches!(lacks, Lacks::Child(Concept::Budget) | Lacks::Goals | Lacks::Strategy));
        if due { self.hole() } else { Inline::text("–") }
    }

    pub fn summary(&self) -> Summary {
        let plan = self.plan;
        let mut facts = vec![self.fact(W::Authority, self.authority_line())];
        let authority = plan.authority().is();
        if let Some(mandate) = authority.and_then(|authority| self.field_value(authority, authority::MANDATE.at)) {
            facts.push(self.fact(W::Mandate, mandate));
        }
        if let Some(authority) = authority.filter(|authority| authority.seen(authority::WEBSITE.at).is_some()) {
            // An address is printed as it is.
            let site = authority.text(authority::WEBSITE).map_or_else(|| self.hole(), Inline::text);
            facts.push(self.fact(W::Website, vec![site]));
        }
        facts.push(self.fact(W::Period, self.period_text()));
        let ledger = &self.analysis.ledger;
        let asked = self.asked();
        if self.entries().next().is_some() {
            facts.push(
                self.fact(W::TotalCost, self.both_sections(asked, ledger.asked(Some(Of::Investment)), ledger.asked(Some(Of::Operating)))),
            );
        } else {
            facts.push(self.fact(W::TotalCost, vec![self.no_amount()]));
        }
        match self.allotted(None) {
            Some(allotted) => {
                let of = |section| self.allotted(Some(section)).unwrap_or_default();
                facts.push(self.fact(W::Envelope, self.both_sections(allotted, of(Of::Investment), of(Of::Operating))));
                let balance = allotted - asked;
                let mut text = self.euros(balance);
                if balance.surely_negative() {
                    text += self.lang.of(" (la demande dépasse l’enveloppe)", " (more is asked than allotted)");
                }
                facts.push(self.fact(W::Balance, vec![Inline::text(text)]));
            }
            None => facts.push(self.fact(W::Envelope, vec![self.hole()])),
        }
        let mut funded = totals::Funded::default();
        for goal in plan.sheets().filter(|goal| goal.holder().is_none() && goal.is_counted()).flat_map(|goal| self.funding_of(goal)) {
            let more = self.funded(goal);
            funded.secured += more.secured;
            funded.sought += more.sought;
            funded.unstated += more.unstated;
        }
        if !funded.total().is_zero() {
            let mut text = self.lang.of(
                format!("{} acquis, {} sollicités", self.euros(funded.secured), self.euros(funded.sought)),
                format!("{} secured, {} sought", self.euros(funded.secured), self.euros(funded.sought)),
            );
            if !funded.unstated.is_zero() {
                let unstated = self.euros(funded.unstated);
                text += &self.lang.of(format!(", {unstated} dont l’état n’est pas précisé"), format!(", {unstated} of unstated status"));
            }
            facts.push(self.fact(W::Funding, vec![Inline::text(text)]));
            facts.push(self.fact(W::OwnShare, vec![Inline::text(self.euros(asked - funded.total()))]));
        }
        let strategy = plan.strategy();
        facts.extend(strategy.into_iter().chain(authority).flat_map(|entity| self.facts(entity)));
        let mut parts = strategy.map(|strategy| self.parts(strategy)).unwrap_or_default();
        parts.extend(authority.into_iter().flat_map(|authority| self.parts(authority)));
        parts.extend(self.remarks(strategy.into_iter().chain(authority)));
        Summary { figures: self.figures(), facts, table: self.summary_table(), notes: self.summary_notes(), parts }
    }

    fn figures(&self) -> Vec<Fact> {
        let actions = self.plan.sheets().filter(|goal| goal.is_action()).count();
        let mut figures = vec![
            self.fact(W::Axes, vec![Inline::text(self.plan.axes.len().to_string())]),
            self.fact(W::Goals, vec![Inline::text((self.plan.goals.len() - actions).to_string())]),
            self.fact(W::Actions, vec![Inline::text(actions.to_string())]),
        ];
        if self.asks() {
            figures.push(self.fact(W::TotalCost, vec![Inline::text(self.euros(self.asked()))]));
        }
        if let Some(allotted) = self.allotted(None) {
            figures.push(self.fact(W::Envelope, vec![Inline::text(self.euros(allotted))]));
        }
        figures
    }

    /// `Ville de Montreval, commune, 62 400 habitants, 850 agents`
    fn authority_line(&self) -> Rich {
        let Some(authority) = self.plan.authority().is() else { return vec![self.hole()] };
        let mut line = vec![self.titled(authority)];
        // A fact that could not be read leaves a hole; one that nobody wrote leaves none.
        let facts = [
            (authority::KIND.at, ""),
            (authority::POPULATION.at, self.lang.of("\u{a0}habitants", "\u{a0}inhabitants")),
            (authority::AGENTS.at, "\u{a0}agents"),
        ];
        for (at, word) in facts {
            let Some(seen) = authority.seen(at) else { continue };
            line.push(Inline::text(", "));
            match seen.cell.value {
                crate::plan::Value::Unknown => line.push(self.hole()),
                _ => line.push(Inline::text(format!("{}{word}", seen.show(self.lang)))),
            }
        }
        line
    }

    fn both_sections(&self, total: Money, investment: Money, operating: Money) -> Rich {
        let (investment, operating) = (self.euros(investment), self.euros(operating));
        let detail = self.lang.of(
            format!(" (investissement\u{a0}:\u{a0}{investment}\u{202f}; fonctionnement\u{a0}:\u{a0}{operating})"),
            format!(" (investment: {investment}; operating: {operating})"),
        );
        vec![Inline::Strong { content: vec![Inline::text(self.euros(total))] }, Inline::text(detail)]
    }

    fn summary_table(&self) -> Option<Table> {
        if self.strands.is_empty() {
            return None;
        }
        let columns = vec![Column::Short, Column::Text { weight: 1 }, Column::Amount, Column::Amount, Column::Amount];
        let mut head = self.head(&[W::Number, W::Axis, W::Goals, W::Actions]);
        head[0].push(Cell::text(format!("{} ({})", self.w(W::Cost), self.in_currency())));
        let mut rows = Vec::new();
        let (mut goals, mut actions) = (0, 0);
        for (at, strand) in self.strands.iter().enumerate() {
            let own = strand.sheets.iter().filter(|sheet| !sheet.is_action()).count();
            let count = strand.all().count() - own;
            goals += own;
            actions += count;
            let title = self.strand_title(strand);
            rows.push(row(vec![
                Cell::text((at + 1).to_string()),
                Cell::new(vec![Inline::Ref { to: format!("a{at}"), text: shortened(&title.text, IN_A_CELL) }]),
                Cell::text(own.to_string()),
                Cell::text(count.to_string()),
                self.amount_cell(self.strand_cost(strand)),
            ]));
        }
        let total = [
            Cell::text(""),
            Cell::text(self.w(W::Total)),
            Cell::text(goals.to_string()),
            Cell::text(actions.to_string()),
            self.amount_cell(self.asks().then(|| self.asked())),
        ];
        rows.push(Row { kind: RowKind::Total, cells: total.into() });
        Some(Table { dense: false, columns, head, rows })
    }

    fn strand_cost(&self, strand: &Strand<'_>) -> Option<Money> {
        let costs: Vec<Money> = strand.sheets.iter().filter(|goal| goal.is_counted()).filter_map(|goal| self.cost(*goal)).collect();
        (!costs.is_empty()).then(|| costs.into_iter().sum())
    }

    fn summary_notes(&self) -> Vec<Rich> {
        let uncosted = self.plan.sheets().filter(|goal| goal.holder().is_none() && goal.is_counted() && self.cost(*goal).is_none()).count();
        let mut notes = Vec::new();
        if uncosted > 0 {
            let s = if uncosted > 1 { "s" } else { "" };
            let (fr_verb, en) = (if uncosted > 1 { "n’ont" } else { "n’a" }, if uncosted > 1 { "goals have" } else { "goal has" });
            notes.push(vec![Inline::text(self.lang.of(
                format!("{uncosted} objectif{s} {fr_verb} aucun montant\u{a0}: le coût total ne les compte pas."),
                format!("{uncosted} {en} no amount: the total cost does not count them."),
            ))]);
        }
        notes
    }
}
