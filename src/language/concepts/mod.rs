//! Every concept of the language. A new one is a file here and its name in the list below.

pub mod authority;
pub mod axis;

pub mod goal;
pub mod indicator;
pub mod money;
pub mod owner;
pub mod risk;
pub mod sheet;
pub mod strategy;
pub mod usage;

use goal::{action, milestone};
use indicator::{baseline, measured, target};
use money::{budget, envelope, funder, funding, investment, operating};

super::concept::concepts! {
    usage::Use,
    strategy::Strategy,
    authority::Authority,
    owner::Owner,
    axis::Axis,
    goal::Goal,
    action::Action,
    envelope::Envelope,
    budget::Budget,
    investment::Investment,
    operating::Operating,
    funding::Funding,
    funder::Funder,
    milestone::Milestone,
    indicator::Indicator,
    baseline::Baseline,
    target::Target,
    measured::Measured,
    risk::Risk,
}
