//! The strategy itself.

use super::owner::ACTORS;
use crate::language::declaring::*;

words! {
    /// The language of a plan.
    Tongue { French "fr" | "fr" + "français" + "french", English "en" | "en" + "anglais" + "english" }
}

words! {
    /// What amounts are in.
    Currency { Eur "EUR" | "EUR" + "€" + "euro" + "euros", Gbp "GBP" | "GBP" + "£", Chf "CHF" | "CHF", Usd "USD" | "USD" + "$", Cad "CAD" | "CAD" }
}

concept! {
    Strategy = "strategy" | "stratégie", in [None],
    "The strategy itself: its title, authority, period, lead and envelope. One for a plan." |
    "La stratégie elle-même : titre, collectivité, période, direction et enveloppe. Une seule par plan.",
    titled(Slot::Due), drawn();

    LANGUAGE: Tongue = "language" | "langue",
        "The language of the documents and, unless --lang says otherwise, of the messages." |
        "La langue des documents et, sauf option --lang, des messages.", drawn();
    AUTHORITY: Name = "authority" | "collectivité",
        "The authority whose strategy this is." | "La collectivité qui porte la stratégie.", names(&[Concept::Authority]), drawn();
    PERIOD: Period = "period" | "période",
        "From when to when: `2027-01 .. 2028-06`. A day, a month, a quarter (`2027-Q2`) or a year each." |
        "De quand à quand : `2027-01 .. 2028-06`. Un jour, un mois, un trimestre (`2027-T2`) ou une année de chaque côté.",
        wanted(), drawn();
    MOTTO: Text = "motto" | "devise", "Its motto, in a few words." | "Sa devise, en quelques mots.";
    VISION: Text = "vision" | "vision" "ambition", "What is to come of it, in a sentence." | "Ce à quoi elle doit mener, en une phrase.";
    CURRENCY: Currency = "currency" | "monnaie", "What its amounts are in, where it is not the euro: `currency GBP`. An amount in another one is in no total." |
        "La monnaie de ses montants, si ce n'est pas l'euro : `monnaie CHF`. Un montant dans une autre n'entre dans aucun total.";
    VERSION: Text = "version" | "version", "The version of this text." | "La version de ce texte.";
    REVIEW: Every = "review" | "revue", "How often it is looked at again: `review every year`." | "À quel rythme elle est revue : `revue chaque année`.";
    SPONSOR: Name = "sponsor" | "parrain",
        "Who carries the strategy before the deciders." | "Qui porte la stratégie devant les décideurs.",
        names(ACTORS), wanted(), drawn();
    LEAD: Name = "lead" | "chef-de-file",
        "Who leads the strategy: the CDO or, better, the general management." |
        "Qui dirige la stratégie : le CDO ou, mieux, la direction générale.", names(ACTORS), wanted(), drawn();
}
