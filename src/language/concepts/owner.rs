//! Who can own, decide, contribute: posts and services, committees, others outside.

use crate::language::declaring::*;

/// What may stand where somebody is due.
pub const ACTORS: &[Concept] = &[Concept::Owner, Concept::Body, Concept::Partner, Concept::Authority];

words! {
    /// What an actor is.
    ActorKind {
        Service "service" | "service", Elected "elected" | "élu" + "élue", Joint "joint" | "mutualisé" + "mutualisée" + "commun",
        Assembly "assembly" | "assemblée", Committee "committee" | "comité" + "commission", Outside "outside" | "extérieur" + "externe",
    }
}

words! {
    /// Is somebody at the post?
    Post { Filled "filled" | "pourvu", Vacant "vacant" | "vacant", ToRecruit "to-recruit" | "à-recruter" + "recrutement" }
}

words! {
    /// Is it ready for the change?
    Readiness { Ready "ready" | "prête" + "prêt", Preparing "preparing" | "en-préparation", NotReady "not-ready" | "non-prête" + "non-prêt" + "pas-prête" }
}

fields! {
    KIND: ActorKind = "kind" | "nature", "What kind of actor it is." | "De quelle nature il est.", label("Kind", "Nature"), or_text();
    PART_OF: Name = "part of" | "rattaché à" "rattachée à" "rattaché au",
        "The service, body or authority that it belongs to." | "Le service, l'instance ou la collectivité dont il relève.",
        label("Part of", "Rattaché à"), names(ACTORS);
    ROLE: Name = "role" | "rôle", "The role of `std.roles` that it plays, whatever the town calls it." |
        "Le rôle de `std.roles` qu'il tient, quel que soit son nom ici.", names(&[Concept::Owner]);
    MISSION: Texts = "mission" | "mission" "missions", "What it is there for." | "Ce dont il est chargé.", repeats();
    HEAD: People = "headed by" | "dirigé par" "dirigée par" "porté par" "portée par" "animé par" "animée par", "Who leads it, or carries it." |
        "Qui le dirige, ou le porte.", label("Headed by", "Dirigé par"), names(ACTORS);
    MEMBERS: People = "members" | "membres", "Who sits in it." | "Qui y siège.", names(ACTORS);
    MEETS: Every = "meets" | "se réunit", "How often it meets: `meets every 3 months`." | "À quel rythme : `se réunit tous les 3 mois`.";
    AGREEMENT: Text = "agreement" | "convention", "The agreement that binds it." | "La convention qui le lie.";
    POST: Post = "post" | "poste", "Is the post filled?" | "Le poste est-il pourvu ?", or_text();
    ARRIVAL: Date = "arrival" | "arrivée", "When somebody arrives at the post." | "Quand quelqu'un arrive au poste.";
    COST: Money = "cost" | "coût", "What the post costs a year." | "Ce que le poste coûte par an.", label("Cost of the post, a year", "Coût du poste, par an");
    STAFF: Value = "staff" | "effectif", "How many agents." | "Nombre d'agents.";
    CAPACITY: Capacities = "capacity" | "capacité", "How much of its time it can give to the plan, by year: `capacity 2027: 1.5 fte`." |
        "Le temps de travail qu'il peut donner au plan, par année : `capacité 2027: 1,5 etp`.", repeats();
    SINCE: Date = "since" | "depuis", "Since when it exists." | "Depuis quand il existe.";
    READINESS: Readiness = "readiness" | "préparation", "How ready it is for the change." | "À quel point il est prêt au changement.";
    PERMANENT: Flag = "permanent" | "permanent" "permanente", "It stays when the plan ends." | "Il demeure quand le plan s'achève.";
    CONTACT: Text = "contact" | "contact", "Who to ask." | "À qui s'adresser.", drawn();
}

concept! {
    Owner = "owner" | "pilote", in [None],
    "Declares somebody who can own or contribute: a direction, a service. `std.roles` brings the usual ones." |
    "Déclare qui peut piloter ou contribuer : une direction, un service. `std.roles` apporte les plus courants.",
    named(Slot::Due), titled(Slot::Due), drawn();
    fields &FIELDS
}

pub mod body {
    use super::FIELDS;
    use crate::language::declaring::*;

    concept! {
        Body = "body" | "instance", in [None],
        "Declares a committee or an assembly: `body copil \"Comité de pilotage\"`." |
        "Déclare un comité ou une assemblée : `instance copil \"Comité de pilotage\"`.",
        named(Slot::Due), titled(Slot::Due);
        fields &FIELDS
    }
}

pub mod partner {
    use super::FIELDS;
    use crate::language::declaring::*;

    concept! {
        Partner = "partner" | "partenaire", in [None],
        "Declares somebody outside: a syndicate, a company, an association, the State." |
        "Déclare quelqu'un de l'extérieur : un syndicat, une entreprise, une association, l'État.",
        named(Slot::Due), titled(Slot::Due);
        fields &FIELDS
    }
}
