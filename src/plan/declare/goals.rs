//! Goals and actions with all that their sheets say.

use super::super::item::*;
use super::super::read::Reader;
use super::super::value::Reading;
use super::{Declare, Statement};
use crate::diagnostic::{Diagnostic, codes};
use crate::language::{Concept, Place, Word};
use crate::say;
use crate::syntax::PartKind;

impl<'a> Declare<'a> {
    pub(super) fn goal(&mut self, statement: &Statement<'a>, place: Place) -> GoalItem {
        let mut item = GoalItem {
            sheet: Sheet {
                header: self.header(statement, true),
                elected_sponsor: None,
                period: Field::Absent,
                duration: Field::Absent,
                budget: None,
                funding: None,
                milestones: Vec::new(),
                indicators: Vec::new(),
                status: None,
            },
            owner: Field::Absent,
            contributors: Vec::new(),
            partners: Vec::new(),
            depends: Vec::new(),
            actions: Vec::new(),
        };
        for field in self.fields(statement, place) {
            let sheet = &mut item.sheet;
            match field.row.concept {
                Concept::OwnedBy => item.owner = self.field(&field, Reader::name),
                Concept::Contributors => item.contributors = self.names(&field),
                Concept::Partners => item.partners = self.partners(&field),
                Concept::ElectedSponsor => sheet.elected_sponsor = self.arguments(&field, Reader::text),
                Concept::Period => sheet.period = self.field(&field, Reader::period),
                Concept::Duration => sheet.duration = self.field(&field, Reader::duration),
                Concept::DependsOn => item.depends.append(&mut self.dependencies(&field)),
                Concept::Budget => sheet.budget = Some(self.budget(&field)),
                Concept::Funding => sheet.funding = Some(self.funding(&field)),
                Concept::Milestone => {
                    let milestone = self.milestone(&field);
                    sheet.milestones.push(milestone);
                }
                Concept::Indicator => {
                    let indicator = self.indicator(&field);
                    sheet.indicators.push(indicator);
                }
                Concept::Status => sheet.status = self.choice(&field),
                Concept::Action => {
                    let action = self.goal(&field, Place::Action);
                    item.actions.push(action);
                }
                _ => {}
            }
        }
        if let (Field::Given(period), Field::Given(duration)) = (&item.sheet.period, &item.sheet.duration) {
            self.report(
                Diagnostic::new(
                    &codes::GIVEN_TWICE,
                    duration.span,
                    say!("Les dates sont données deux fois : par une période et par une durée."; "The dates are given twice: by a period and by a duration."),
                    say!("Gardez la période, ou la durée pour un placement automatique."; "Keep the period, or the duration to have it placed."),
                )
                .label(period.span(), say!("la période"; "the period")),
            );
        }
        item
    }

    pub(super) fn names(&mut self, statement: &Statement<'a>) -> Vec<Name> {
        let mut names = Vec::new();
        self.arguments(statement, |reader| {
            loop {
                names.push(reader.name()?);
                if reader.take(PartKind::Comma).is_none() || reader.peek().is_none() {
                    return Some(());
                }
            }
        });
        names
    }

    pub(super) fn partners(&mut self, statement: &Statement<'a>) -> Vec<PartnerItem> {
        let mut partners = Vec::new();
        self.arguments(statement, |reader| {
            loop {
                partners.push(match reader.take(PartKind::Text) {
                    Some(part) => PartnerItem::Text(reader.text_of(part)),
                    None => PartnerItem::Name(reader.name()?),
                });
                if reader.take(PartKind::Comma).is_none() || reader.peek().is_none() {
                    return Some(());
                }
            }
        });
        partners
    }

    pub(super) fn dependencies(&mut self, statement: &Statement<'a>) -> Vec<DependItem> {
        let mut depends = Vec::new();
        self.arguments(statement, |reader| {
            loop {
                let on = reader.name()?;
                let anchor = match reader.take_word(&[Word::Start, Word::End]) {
                    Some(Word::Start) => Anchor::Start,
                    _ => Anchor::End,
                };
                let delay = match reader.take(PartKind::Plus) {
                    Some(_) => Some(reader.duration()?.value),
                    None => None,
                };
                depends.push(DependItem { on, anchor, delay });
                if reader.take(PartKind::Comma).is_none() || reader.peek().is_none() {
                    return Some(());
                }
            }
        });
        depends
    }

    pub(super) fn milestone(&mut self, statement: &Statement<'a>) -> Milestone {
        let node = self.tree.node(statement.node);
        let span = self.span(node.start, node.end);
        let mut header = Header { span, whole: span, name: None, title: None, doc: self.doc(statement.node) };
        let on = self.field(statement, |reader| {
            if reader.next_is(PartKind::Word) {
                header.name = reader.name();
            }
            header.title = Some(reader.text()?);
            if reader.take_word(&[Word::On]).is_none() {
                reader.missing(say!("`au` et une date (`au 2027-12`)"; "`on` and a date (`on 2027-12`)"));
                return None;
            }
            reader.date()
        });
        Milestone { header, on }
    }

    pub(super) fn indicator(&mut self, statement: &Statement<'a>) -> Indicator {
        let mut item = Indicator {
            header: self.header(statement, true),
            baseline: Field::Absent,
            target: Field::Absent,
            measured: Vec::new(),
            unit: None,
            source: None,
            frequency: None,
        };
        for field in self.fields(statement, Place::Indicator) {
            match field.row.concept {
                Concept::Baseline => item.baseline = self.field(&field, reading),
                Concept::Target => item.target = self.field(&field, reading),
                Concept::Measured => item.measured.extend(self.arguments(&field, reading)),
                Concept::Unit => item.unit = self.arguments(&field, Reader::text),
                Concept::DataSource => item.source = self.arguments(&field, Reader::text),
                Concept::Frequency => item.frequency = self.arguments(&field, Reader::text),
                _ => {}
            }
        }
        item
    }
}

/// `12 % on 2026-06`, `4 200`.
fn reading(reader: &mut Reader<'_>) -> Option<Reading> {
    let Some(part) = reader.take(PartKind::Literal) else {
        reader.missing(say!("une valeur (`12 %` ou `4 200`)"; "a value (`12 %` or `4 200`)"));
        return None;
    };
    let (span, written) = (reader.span(part), reader.written(part));
    let (value, percent) = match super::super::literal::number(written) {
        Ok((value, "")) => (value, false),
        Ok((value, "%")) => (value, true),
        _ => {
            reader.report(Diagnostic::new(
                &codes::NOT_A_NUMBER,
                span,
                say!("« {written} » n'est pas la valeur d'un indicateur."; "\"{written}\" is not an indicator's value."),
                say!("Écrivez un nombre ou un pourcentage ; l'unité va dans `unité \"foyers\"`."; "Write a number or a percentage; the unit goes into `unit \"households\"`."),
            ));
            reader.at = reader.parts.len();
            return None;
        }
    };
    let on = match reader.take_word(&[Word::On]) {
        Some(_) => Some(reader.date()?),
        None => None,
    };
    Some(Reading { value, percent, on, span })
}
