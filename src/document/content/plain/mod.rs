//! What goes to a spreadsheet or a diary: the same sums and days as in the documents.

mod days;
mod finance;
mod sheets;

pub use days::days;
pub use finance::finance;
pub use sheets::sheets;

use rust_decimal::Decimal;

use super::super::plain::{Look, Value};
use super::Build;
use super::totals::UNSPLIT;
use crate::plan::{Entity, Money, Section as Of};

/// One end of what an amount lies between.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    Low,
    High,
}

impl End {
    fn of(self, money: Money) -> Decimal {
        match self {
            End::Low => money.low,
            End::High => money.high,
        }
    }
}

type Rows = Vec<(Look, Vec<Value>)>;

impl Build<'_> {
    fn head_of(&self, words: &[(&str, &str)]) -> (Look, Vec<Value>) {
        (Look::Head, words.iter().map(|(fr, en)| Value::text(self.lang.of(*fr, *en))).collect())
    }

    fn year_value(&self, year: i16) -> Value {
        if year == UNSPLIT { Value::text(self.unsplit()) } else { Value::Whole(year.into()) }
    }

    fn unsplit(&self) -> &'static str {
        self.lang.of("non réparti", "not split")
    }

    fn section_word(&self, section: Option<Of>) -> &'static str {
        section.map_or(self.unsplit(), |section| section.show(self.lang))
    }

    /// `1 Des services pensés avec les usagers`
    fn axis_of_sheet(&self, sheet: Entity<'_>) -> String {
        let named = |at: usize| format!("{}\u{a0}{}", at + 1, self.strand_title(&self.strands[at]).text);
        self.strand_of(sheet).map(named).unwrap_or_default()
    }

    /// What is said of an amount beside its number.
    fn beside_number(&self, money: Money) -> String {
        let about = money.about.then(|| self.lang.of("environ", "about"));
        [money.tax.show(self.lang), about].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}
