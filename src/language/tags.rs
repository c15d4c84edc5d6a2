//! Words that policies know, of fields that take an author's own words as well.

use super::types::WordRow;

/// Whose habits change.
pub static AUDIENCE: &[WordRow] = &[
    WordRow { en: "elected", fr: "élus", also: &["élu", "elu", "élus-et-élues"] },
    WordRow { en: "deciders", fr: "décideurs", also: &["cadres", "directions", "encadrants", "managers"] },
    WordRow { en: "staff", fr: "agents", also: &["agent", "personnel"] },
    WordRow { en: "unions", fr: "syndicats", also: &["syndicat", "représentants-du-personnel"] },
    WordRow { en: "citizens", fr: "usagers", also: &["citoyens", "habitants", "inhabitants", "users", "administrés"] },
    WordRow { en: "companies", fr: "entreprises", also: &["entreprise"] },
    WordRow { en: "associations", fr: "associations", also: &["association"] },
];

/// What an authority may be in charge of.
pub static COMPETENCES: &[WordRow] = &[
    WordRow { en: "planning", fr: "urbanisme", also: &["urbanism", "droit-des-sols"] },
    WordRow { en: "social-aid", fr: "aide-sociale", also: &["social", "action-sociale"] },
    WordRow { en: "schools", fr: "écoles", also: &["éducation", "enseignement"] },
    WordRow { en: "networks", fr: "réseaux", also: &["aménagement-numérique"] },
];

/// What may be done online.
pub static E_SERVICES: &[WordRow] = &[
    WordRow { en: "referral", fr: "saisine", also: &["saisine-électronique", "contact"] },
    WordRow { en: "receipt", fr: "accusé-de-réception", also: &[] },
    WordRow { en: "payment", fr: "paiement", also: &["paiement-en-ligne", "payfip"] },
    WordRow { en: "planning", fr: "urbanisme", also: &["urbanisme-en-ligne", "gnau"] },
    WordRow { en: "addresses", fr: "adresses", also: &["base-adresse-locale", "bal"] },
    WordRow { en: "open-data", fr: "données-ouvertes", also: &["portail-open-data"] },
];
