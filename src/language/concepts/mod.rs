//! Every concept of the language. A new one is a file here and its name in the list below.

pub mod authority;
pub mod axis;
pub mod decision;
pub mod goal;
pub mod indicator;
pub mod layout;
pub mod money;
pub mod owner;
pub mod plan;
pub mod risk;
pub mod sheet;
pub mod strategy;
pub mod usage;
pub mod waiver;

use decision::{delegates, reference};
use goal::{action, milestone};
use indicator::{baseline, measured, target};
use layout::logo;
use money::{authorisation, budget, envelope, funder, funding, investment, operating, revised, savings, trajectory};
use owner::{body, partner};
use plan::{
    annex, announces, barrier, continues, continuity, diagnosis, event, figure, glossary, must_have, principle, replaces, see, term, theme,
    under,
};
use sheet::status;
use waiver::acknowledged;

super::concept::concepts! {
    usage::Use,
    strategy::Strategy,
    authority::Authority,
    owner::Owner,
    body::Body,
    partner::Partner,
    barrier::Barrier,
    must_have::MustHave,
    theme::Theme,
    reference::Reference,
    axis::Axis,
    goal::Goal,
    action::Action,
    status::Status,
    announces::Announces,
    decision::Decision,
    delegates::Delegates,
    envelope::Envelope,
    budget::Budget,
    investment::Investment,
    operating::Operating,
    funding::Funding,
    funder::Funder,
    savings::Savings,
    authorisation::Authorisation,
    revised::Revised,
    milestone::Milestone,
    indicator::Indicator,
    baseline::Baseline,
    target::Target,
    measured::Measured,
    risk::Risk,
    continuity::Continuity,
    figure::Figure,
    diagnosis::Diagnosis,
    event::Event,
    principle::Principle,
    under::Under,
    replaces::Replaces,
    continues::Continues,
    see::See,
    glossary::Glossary,
    term::Term,
    annex::Annex,
    trajectory::Trajectory,
    waiver::Waiver,
    acknowledged::Acknowledged,
    layout::Layout,
    logo::Logo,
}
