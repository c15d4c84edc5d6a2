//! Envelope, budgets and funding plans.

use crate::language::declaring::*;

words! {
    /// How sure a funding is.
    FundingStatus { Secured "secured" | "acquis" + "notifié" + "obtenu", Sought "sought" | "sollicité" + "demandé" }
}

pub mod envelope {
    use crate::language::declaring::*;

    concept! {
        Envelope = "envelope" | "enveloppe", in [Some(Concept::Strategy)],
        "What the council allots, by section and year. The budgets draw on it." |
        "Ce que le conseil alloue, par section et par année. Les budgets s'y imputent.", once(), drawn();
        fields &[]
    }
}

pub mod budget {
    use crate::language::declaring::*;

    concept! {
        Budget = "budget" | "budget", in [Some(Concept::Goal), Some(Concept::Action)],
        "What it costs, by section and year." | "Ce que cela coûte, par section et par année.", once(), drawn();
        fields &[]
    }
}

fields! {
    AMOUNTS: Amounts = "amounts" | "montants", "The amounts by year." | "Les montants par année.", head(), drawn();
}

pub mod investment {
    use super::FIELDS;
    use crate::language::declaring::*;

    concept! {
        Investment = "investment" | "investissement", in [Some(Concept::Budget), Some(Concept::Envelope)],
        "Capital spending by year: equipment, licences owned, studies that lead to works." |
        "Dépenses d'investissement par année : équipements, licences acquises, études suivies de travaux.", flat(), drawn();
        fields &FIELDS
    }
}

pub mod operating {
    use super::FIELDS;
    use crate::language::declaring::*;

    concept! {
        Operating = "operating" | "fonctionnement", in [Some(Concept::Budget), Some(Concept::Envelope)],
        "Operating spending by year: subscriptions, maintenance, training, pay." |
        "Dépenses de fonctionnement par année : abonnements, maintenance, formation, personnel.", flat(), drawn();
        fields &FIELDS
    }
}

pub mod funding {
    use crate::language::declaring::*;

    concept! {
        Funding = "funding" | "financement", in [Some(Concept::Goal), Some(Concept::Action)],
        "Who pays: `\"DSIL\" 60 k€ secured`, `\"FEDER\" 40 % of investment sought`." |
        "Qui paie : `\"DSIL\" 60 k€ acquis`, `\"FEDER\" 40 % de l'investissement sollicité`.", once(), drawn();
        fields &[]
    }
}

pub mod funder {
    use super::FundingStatus;
    use crate::language::declaring::*;

    concept! {
        Funder = | , in [Some(Concept::Funding)],
        "A line of a funding plan: `\"DSIL\" 60 k€ secured`." | "Une ligne d'un plan de financement : `\"DSIL\" 60 k€ acquis`.",
        label("Funder", "Financeur"), titled(Slot::Due), flat(), drawn();

        SHARE: Share = "share" | "part", "What it pays." | "Ce qu'il paie.", label("Amount", "Montant"), head(), drawn();
        STATUS: FundingStatus = "status" | "état", "How sure it is." | "À quel point c'est sûr.", head_optional(), wanted(), drawn();
    }
}
