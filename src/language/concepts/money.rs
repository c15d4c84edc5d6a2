//! Envelope, budgets and funding plans.

use crate::language::declaring::*;

words! {
    /// How sure a funding is.
    FundingStatus {
        Secured "secured" | "acquis" + "notifié" + "obtenu", Sought "sought" | "sollicité" + "demandé", Refused "refused" | "refusé" + "rejeté",
        Received "received" | "reçu" + "versé" + "perçu",
    }
}

words! {
    /// What money is spent on.
    Spending {
        Saas "saas" | "saas" + "abonnement" + "subscription", Licence "licence" | "licence", Hardware "hardware" | "matériel" + "équipement", Works "works" | "travaux",
        Study "study" | "étude" + "études", Service "service" | "prestation", Maintenance "maintenance" | "maintenance", Staff "staff" | "personnel", Training "training" | "formation",
        Grant "grant" | "subvention-versée", Iaas "iaas" | "iaas" + "nuage",
    }
}

fields! {
    TOTAL: Money = "total" | "total", "The whole of it, where it is not split by section and year yet. A council cannot vote it as it is." |
        "Le tout, tant qu'il n'est pas réparti par section et par année. Un conseil ne peut pas le voter ainsi.", drawn();
    SPENT: Amounts = "spent" | "dépensé", "What was paid, by year: `spent 2027: 43 k€`." | "Ce qui a été payé, par année : `dépensé 2027: 43 k€`.", repeats();
    FCTVA: Flag = "fctva" | "fctva", "The refund of VAT is asked for." | "Le fonds de compensation pour la TVA est demandé.", label("VAT refund (FCTVA)", "FCTVA demandé");
}

pub mod envelope {
    use crate::language::declaring::*;

    concept! {
        Envelope = "envelope" | "enveloppe", in [Some(Concept::Strategy)],
        "What the council allots, by section and year. The budgets draw on it." |
        "Ce que le conseil alloue, par section et par année. Les budgets s'y imputent.", once(), drawn();
        fields &super::FIELDS
    }
}

pub mod budget {
    use crate::language::declaring::*;

    concept! {
        Budget = "budget" | "budget", in [Some(Concept::Goal), Some(Concept::Action)],
        "What it costs, by section and year." | "Ce que cela coûte, par section et par année.", once(), drawn();
        fields &super::FIELDS
    }
}

pub mod trajectory {
    use crate::language::declaring::*;

    concept! {
        Trajectory = "trajectory" | "trajectoire", in [Some(Concept::Strategy)],
        "What the multi-year investment plan leaves for each year, by section. It is no vote." |
        "Ce que le plan pluriannuel laisse à chaque année, par section. Ce n'est pas un vote.", label("Trajectory", "Trajectoire"), once();
        fields &[]
    }
}

pub mod savings {
    use crate::language::declaring::*;

    concept! {
        Savings = "savings" | "économies", in [Some(Concept::Goal), Some(Concept::Action)],
        "What it saves, by section and year. It is never taken off the cost." | "Ce qu'il fait économiser, par section et par année. Cela n'est jamais déduit du coût.",
        once();
        fields &[]
    }
}

/// A line of a budget, an envelope or savings.
pub mod line {
    use super::Spending;
    use crate::language::declaring::*;

    fields! {
        AMOUNTS: Amounts = "amounts" | "montants", "The amounts by year." | "Les montants par année.", head(), drawn();
        NATURE: Spending = "nature" | "nature", "What the money is spent on." | "À quoi l'argent est dépensé.";
    }
}

pub mod investment {
    use super::line::FIELDS;
    use crate::language::declaring::*;

    concept! {
        Investment = "investment" | "investissement", in [Some(Concept::Budget), Some(Concept::Envelope), Some(Concept::Savings), Some(Concept::Trajectory)],
        "Capital spending by year: equipment, licences owned, studies that lead to works." |
        "Dépenses d'investissement par année : équipements, licences acquises, études suivies de travaux.", drawn();
        fields &FIELDS
    }
}

pub mod operating {
    use super::line::FIELDS;
    use crate::language::declaring::*;

    concept! {
        Operating = "operating" | "fonctionnement", in [Some(Concept::Budget), Some(Concept::Envelope), Some(Concept::Savings), Some(Concept::Trajectory)],
        "Operating spending by year: subscriptions, maintenance, training, pay." |
        "Dépenses de fonctionnement par année : abonnements, maintenance, formation, personnel.", drawn();
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
        label("Funder", "Financeur"), titled(Slot::Due), drawn();

        SHARE: Share = "share" | "part", "What it pays." | "Ce qu'il paie.", label("Amount", "Montant"), head(), drawn();
        STATUS: FundingStatus = "status" | "état", "How sure it is." | "À quel point c'est sûr.", head_optional(), wanted(), drawn();
        ON: Date = "date" | "date", "Since when." | "Depuis quand.", led_optional(Word::On);
        OF: Money = "of" | "assiette", "What a percentage is taken of: the eligible base." | "Ce dont on prend un pourcentage : la dépense éligible.", label("Base", "Assiette");
        CAP: Money = "cap" | "plafond", "No more than this is paid." | "On ne paie pas plus que cela.";
        RECEIPTS: Amounts = "receipts" | "versements", "The years in which it comes in: `receipts 2028: 40 k€`." | "Les années où il est versé : `versements 2028: 40 k€`.", repeats();
        SOURCE: Text = "source" | "source", "Where it is read." | "Où on le lit.";
        PUBLIC: Answer = "public" | "public" "publique", "Is it public money? At least a fifth of it must stay one's own." |
            "Est-ce de l'argent public ? Un cinquième au moins doit rester à la charge du maître d'ouvrage.", label("Public money", "Argent public"), fact();
    }
}

pub mod authorisation {
    use super::super::plan::ANYWHERE;
    use crate::language::declaring::*;

    words! {
        /// What is authorised.
        Authorised { Programme "ap" | "ap" + "autorisation-de-programme", Commitment "ae" | "ae" + "autorisation-d'engagement" }
    }

    concept! {
        Authorisation = "authorisation" | "autorisation", at ANYWHERE,
        "An authorisation of programme or of commitment, and its payment credits by year: `authorisation \"AP 2027-01\" { … }`." |
        "Une autorisation de programme ou d'engagement, et ses crédits de paiement par année : `autorisation \"AP 2027-01\" { … }`.",
        named(Slot::Either), titled(Slot::Due);

        KIND: Authorised = "kind" | "nature", "Of programme, or of commitment." | "De programme, ou d'engagement.";
        ON: Date = "date" | "date", "When it was opened." | "Quand elle a été ouverte.", led_optional(Word::On);
        BY: Name = "by" | "par", "The decision that opens it." | "La décision qui l'ouvre.", names(&[Concept::Decision]);
        OBJECT: Text = "object" | "objet", "What it is for." | "Ce pour quoi elle est ouverte.";
        TOTAL: Money = "total" | "total", "All that it authorises." | "Tout ce qu'elle autorise.", wanted();
        CREDITS: Amounts = "credits" | "crédits", "Its payment credits by year." | "Ses crédits de paiement par année.", label("Credits", "Crédits de paiement"), repeats();
    }
}

pub mod revised {
    use crate::language::declaring::*;

    concept! {
        Revised = "revision" | "révision", in [Some(Concept::Authorisation)],
        "What a later decision made of it." | "Ce qu'une décision ultérieure en a fait.";

        ON: Date = "date" | "date", "When." | "Quand.", led_optional(Word::On);
        BY: Name = "by" | "par", "The decision that revises it." | "La décision qui la révise.", names(&[Concept::Decision]);
        BECAUSE: Texts = "because" | "considérant", "The reasons." | "Les motifs.", repeats();
        TOTAL: Money = "total" | "total", "The new total, where it changes." | "Le nouveau total, s'il change.";
        CREDITS: Amounts = "credits" | "crédits", "The new payment credits by year." | "Les nouveaux crédits de paiement par année.",
            label("Credits", "Crédits de paiement"), repeats();
    }
}
