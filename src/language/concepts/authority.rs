//! The local authority.

use crate::language::declaring::*;

words! {
    /// What an authority is.
    AuthorityKind {
        Commune "commune" | "commune", Epci "epci" | "epci", Metropole "metropole" | "métropole",
        Departement "departement" | "département", Region "region" | "région", Syndicat "syndicat" | "syndicat",
    }
}

words! {
    /// How acts go out.
    Channel { Electronic "electronic" | "électronique" + "en-ligne", Paper "paper" | "papier" + "affichage" }
}

concept! {
    Authority = "authority" | "collectivité", in [None],
    "The local authority: its kind, population, agents, mandate." | "La collectivité : nature, population, agents, mandat.",
    named(Slot::Due), titled(Slot::Due), drawn();

    KIND: AuthorityKind = "kind" | "nature", "The kind of authority." | "La nature de la collectivité.", fact(), or_text(), drawn();
    PART_OF: People = "part of" | "rattachée à" "rattaché à", "The larger authorities that it belongs to: a county, a community of communes." |
        "Les collectivités plus vastes dont elle fait partie : un département, une communauté de communes.",
        label("Part of", "Rattachée à"), names(super::owner::ACTORS), fact();
    POPULATION: Number = "population" | "population",
        "Inhabitants; many legal duties depend on it." | "Nombre d'habitants ; beaucoup d'obligations en dépendent.", fact(), drawn();
    AGENTS: Number = "agents" | "agents",
        "Agents, in full-time equivalents." | "Nombre d'agents, en équivalents temps plein.", fact(), drawn();
    MANDATE: Period = "mandate" | "mandat", "The term of the council in office." | "Le mandat de l'assemblée en place.",
        label("Term of office", "Mandat"), fact(), drawn();
    COMPETENCES: Tags = "competences" | "compétences", "What it is in charge of." | "Ce dont elle a la charge.", fact(), repeats();
    COUNTRY: Text = "country" | "pays", "Its country, where it is not France." | "Son pays, s'il n'est pas la France.";
    ASSEMBLY: Text = "assembly" | "assemblée", "What the council is called." | "Le nom de l'assemblée délibérante.", drawn();
    WEBSITE: Text = "website" | "site", "The address of the website." | "L'adresse du site.", fact(), drawn();
    NO_WEBSITE: Flag = "no website" | "sans site", "It has no website yet." | "Elle n'a pas encore de site.", label("Without a website", "Sans site");
    E_SERVICES: Tags = "e-services" | "téléservices" "téléservice", "What can be done online already: `saisine, paiement, urbanisme, adresses`." |
        "Ce qui se fait déjà en ligne : `saisine, paiement, urbanisme, adresses`.", fact(), repeats();
    RECEIPTS: Money = "receipts" | "recettes", "What its services sell in a year; online payment depends on it." |
        "Ce que ses services encaissent en un an ; le paiement en ligne en dépend.", label("Sales receipts", "Recettes des services"), fact();
    ALGORITHMS: Answer = "algorithms" | "algorithmes", "Does it decide about persons with the help of an algorithm?" |
        "Prend-elle des décisions individuelles à l'aide d'un algorithme ?", fact();
    AI: Answer = "ai" | "ia", "Does it use artificial intelligence?" | "Utilise-t-elle l'intelligence artificielle ?", label("Artificial intelligence", "Intelligence artificielle"), fact();
    CYBER_COVER: Answer = "cyber-cover" | "assurance-cyber" "assurance cyber", "Is it insured against attacks?" | "Est-elle assurée contre les attaques ?",
        label("Cyber insurance", "Assurance cyber"), fact();
    TRANSMISSION: Channel = "transmission" | "transmission", "How acts are sent to the control of legality." |
        "Comment les actes sont transmis au contrôle de légalité.", fact();
    PUBLICITY: Channel = "publicity" | "publicité", "How acts are made public." | "Comment les actes sont rendus publics.", fact();
}
