//! L3. From a tree to a plan: declare (by the table), resolve (names to ids), graph (order and cycles).
//! Invariant: names are places in the text before `resolve` and ids after it; what could not be read is `Unknown` and
//! makes no second message.

mod declare;
mod graph;
mod item;
mod literal;
mod model;
mod read;
mod references;
mod resolve;
mod value;

pub use declare::declare;
pub use graph::{Cycle, Graph, Link, graph};
pub use item::{
    Anchor, Authority, Budget, Field, Funding, FundingLine, Header, Indicator, Items, Milestone, Name, Owner, Sheet, UseItem, UseTarget,
};
pub use model::{AuthorityId, Axis, AxisId, Depend, Goal, GoalId, OwnerId, Partner, Plan, Strategy, Target};
pub use references::{Entity, references};
pub use resolve::resolve;
pub use value::{Amount, Duration, Grain, Money, Period, Reading, Section, Share, TimeUnit, When, decimal, month_name};
