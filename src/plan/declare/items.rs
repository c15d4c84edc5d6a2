//! The items of a file's margin: `use`, `strategy`, `authority`, `owner`, `axis`.

use super::super::item::*;
use super::super::read::Reader;
use super::{Declare, Statement};
use crate::diagnostic::Lang;
use crate::language::{Concept, Place, Shape, Word};
use crate::syntax::PartKind;
use crate::text::Spanned;

impl<'a> Declare<'a> {
    pub(super) fn use_item(&mut self, statement: &Statement<'a>) {
        self.check_block(statement);
        let read = self.arguments(statement, |reader| {
            if let Some(part) = reader.take(PartKind::Text) {
                let path = reader.text_of(part);
                return Some(UseItem { target: UseTarget::File(path.value), span: path.span });
            }
            let name = reader.name()?;
            let written = &reader.text[name.0.range()];
            let target = match written.strip_prefix("std.") {
                Some(library) => UseTarget::Library(library.to_owned()),
                None => UseTarget::Library(written.to_owned()),
            };
            Some(UseItem { target, span: name.0 })
        });
        self.items.uses.extend(read);
    }

    pub(super) fn strategy(&mut self, statement: &Statement<'a>) {
        let mut item = StrategyItem {
            header: self.header(statement, false),
            language: None,
            authority: Field::Absent,
            period: Field::Absent,
            sponsor: Field::Absent,
            lead: Field::Absent,
            envelope: None,
        };
        for field in self.fields(statement, Place::Strategy) {
            match field.row.concept {
                Concept::Language => {
                    let word = self.arguments(&field, |reader| reader.one_of(&[Word::Fr, Word::En]));
                    item.language = word.map(|word| if word.value == Word::En { Lang::En } else { Lang::Fr });
                }
                Concept::AuthorityOf => item.authority = self.field(&field, Reader::name),
                Concept::Period => item.period = self.field(&field, Reader::period),
                Concept::Sponsor => item.sponsor = self.field(&field, Reader::name),
                Concept::Lead => item.lead = self.field(&field, Reader::name),
                Concept::Envelope => item.envelope = Some(self.budget(&field)),
                _ => {}
            }
        }
        self.items.strategies.push(item);
    }

    pub(super) fn authority(&mut self, statement: &Statement<'a>) {
        let mut item = Authority {
            header: self.header(statement, true),
            kind: None,
            population: None,
            agents: None,
            mandate: Field::Absent,
            assembly: None,
            website: None,
        };
        for field in self.fields(statement, Place::Authority) {
            match field.row.concept {
                Concept::Kind => item.kind = self.choice(&field),
                Concept::Population => item.population = self.arguments(&field, Reader::whole_number),
                Concept::Agents => item.agents = self.arguments(&field, Reader::whole_number),
                Concept::Mandate => item.mandate = self.field(&field, Reader::period),
                Concept::Assembly => item.assembly = self.arguments(&field, Reader::text),
                Concept::Website => item.website = self.arguments(&field, Reader::text),
                _ => {}
            }
        }
        self.items.authorities.push(item);
    }

    pub(super) fn owner(&mut self, statement: &Statement<'a>) {
        let mut item = Owner { header: self.header(statement, true), contact: None };
        for field in self.fields(statement, Place::Owner) {
            if field.row.concept == Concept::Contact {
                item.contact = self.arguments(&field, Reader::text);
            }
        }
        self.items.owners.push(item);
    }

    pub(super) fn axis(&mut self, statement: &Statement<'a>) {
        let mut item = AxisItem { header: self.header(statement, true), elected_sponsor: None, goals: Vec::new() };
        for field in self.fields(statement, Place::Axis) {
            match field.row.concept {
                Concept::ElectedSponsor => item.elected_sponsor = self.arguments(&field, Reader::text),
                Concept::Goal => item.goals.push(self.goal(&field, Place::Goal)),
                _ => {}
            }
        }
        self.items.axes.push(item);
    }

    pub(super) fn choice(&mut self, statement: &Statement<'a>) -> Option<Spanned<Word>> {
        let Shape::OneOf(words) = statement.row.shape else { return None };
        self.arguments(statement, |reader| reader.one_of(words))
    }
}
