//! L3. From a tree to a plan: lower (by the table, into one store), resolve (names to entities), graph (order and cycles).
//! Invariant: a part knows its own text only; what could not be read is `Unknown`, makes no second message, and is
//! neither absent nor zero.

mod change;
mod edit;
mod format;
mod format_policy;
mod graph;
mod lower;
mod model;
mod reach;
mod read;
mod redundant;
mod references;
mod resolve;
mod said;
mod seen;
mod spelling;
mod store;
mod value;
mod view;

pub use change::{Change, Shift};
pub use format::{Formatted, format};
pub use graph::{Cycle, Graph, Link, graph};
pub use lower::{lower, lower_words};
pub use model::{GoalId, Placed, Plan};
pub use reach::{Dependency, Reach, reach};
pub use references::references_in;
pub use resolve::{Resolution, Standing, resolve};
pub use seen::{Datum, Seen};
pub use spelling::{Spelled, Spelt, lang_of};
pub use store::{EntityId, Given, Joint, Part, UseTarget, Value, alone, guess};
pub use value::{
    Amount, Delay, Duration, Figure, Grain, Measure, Money, Percent, Period, Reading, Section, Share, Tax, TimeUnit, When, currency_code,
    decimal, money_of, month_name, shapes, show_figure,
};
pub use view::{Depend, Entity, Moment, Person, Spell};
