//! What surrounds the work: papers, versions, words explained, annexes, figures, a diagnosis.

use crate::language::declaring::*;

/// Where a paper, a figure or a decision may stand.
pub const ANYWHERE: &[Option<Concept>] = &[None, Some(Concept::Strategy), Some(Concept::Axis), Some(Concept::Goal), Some(Concept::Action)];

fields! {
    ADDRESS: Text = "address" | "adresse", "Where it is read: an address, or a file of the plan's folder." |
        "Où on le lit : une adresse, ou un fichier du dossier du plan.", head_optional();
    BY: People = "by" | "par" "auteur", "Whose it is." | "De qui il est.", names(super::owner::ACTORS);
    DATE: Date = "date" | "date", "Its date." | "Sa date.";
    SIGNED: Date = "signed" | "signé" "signée", "When it was signed." | "Quand il a été signé.";
    PUBLISHED: Date = "published" | "publié" "publiée", "When it was published." | "Quand il a été publié.";
    PERIOD: Period = "period" | "période", "The years that it covers." | "Les années qu'il couvre.";
    VERSION: Text = "version" | "version", "Which state of it: a draft, a second edition." | "Quel état du texte : un projet, une deuxième édition.";
    HOLDS: Texts = "holds" | "contient", "What is in it: chapters, themes, annexes." | "Ce qu'il contient : chapitres, thèmes, annexes.", repeats();
    NUMBER: Text = "number" | "numéro", "Its number." | "Son numéro.";
    LINK: Text = "link" | "lien", "What it has to do with the plan." | "Son lien avec le plan.";
}

pub mod see {
    use super::{ANYWHERE, FIELDS};
    use crate::language::declaring::*;

    concept! {
        See = "see" | "voir", at ANYWHERE,
        "A paper to read beside: `see \"Schéma directeur\" \"https://…\"`." | "Un document à lire à côté : `voir \"Schéma directeur\" \"https://…\"`.",
        label("See", "Voir aussi"), titled(Slot::Due);
        fields &FIELDS
    }
}

pub mod under {
    use super::{ANYWHERE, FIELDS};
    use crate::language::declaring::*;

    concept! {
        Under = "under" | "relève de" "découle de", at ANYWHERE,
        "The paper that it carries out: a national plan, a mandate's project." | "Le document qu'il met en œuvre : un plan national, un projet de mandat.",
        label("Under", "Dans le cadre de"), titled(Slot::Due);
        fields &FIELDS
    }
}

pub mod replaces {
    use super::{ANYWHERE, FIELDS};
    use crate::language::declaring::*;

    concept! {
        Replaces = "replaces" | "remplace", at ANYWHERE,
        "The paper that it takes the place of." | "Le document auquel il se substitue.", label("Replaces", "Remplace"), titled(Slot::Due);
        fields &FIELDS
    }
}

pub mod continues {
    use super::{ANYWHERE, FIELDS};
    use crate::language::declaring::*;

    concept! {
        Continues = "continues" | "prolonge", at ANYWHERE,
        "The paper that it goes on from." | "Le document qu'il prolonge.", label("Continues", "Prolonge"), titled(Slot::Due);
        fields &FIELDS
    }
}

pub mod annex {
    use crate::language::declaring::*;

    concept! {
        Annex = "annex" | "annexe", in [None, Some(Concept::Strategy)],
        "What is joined to the document." | "Ce qui est joint au document.", named(Slot::Either), titled(Slot::Due);

        ADDRESS: Text = "address" | "adresse", "Where it is read." | "Où on la lit.", head_optional();
        SOURCE: Text = "source" | "source", "Where it comes from." | "D'où elle vient.";
    }
}

pub mod principle {
    use crate::language::declaring::*;

    concept! {
        Principle = "principle" | "principe", in [None, Some(Concept::Strategy), Some(Concept::Axis)],
        "A rule that the whole plan follows." | "Une règle que suit tout le plan.", named(Slot::Either), titled(Slot::Due);
        fields &[]
    }
}

pub mod glossary {
    use crate::language::declaring::*;

    concept! {
        Glossary = "glossary" | "glossaire", in [None, Some(Concept::Strategy)],
        "Words explained: a `term` each." | "Les mots expliqués : un `terme` chacun.", once();
        fields &[]
    }
}

pub mod term {
    use crate::language::declaring::*;

    concept! {
        Term = "term" | "terme", in [Some(Concept::Glossary)],
        "A word and what it means: `term \"AP\" \"Autorisation de programme\"`." | "Un mot et son sens : `terme \"AP\" \"Autorisation de programme\"`.",
        titled(Slot::Due), flat();

        DEFINITION: Text = "definition" | "définition", "What it means." | "Son sens.", head(), wanted();
    }
}

pub mod figure {
    use crate::language::declaring::*;

    concept! {
        Figure = "figure" | "chiffre",
        in [
            None, Some(Concept::Strategy), Some(Concept::Authority), Some(Concept::Owner), Some(Concept::Body), Some(Concept::Partner),
            Some(Concept::Diagnosis), Some(Concept::Event), Some(Concept::Decision), Some(Concept::Under), Some(Concept::Replaces),
            Some(Concept::Continues), Some(Concept::See), Some(Concept::Axis), Some(Concept::Goal), Some(Concept::Action)
        ],
        "A fact that nobody aims at: `figure \"Habitants éloignés du numérique\" 17 % on 2024`." |
        "Un fait que personne ne vise : `chiffre \"Habitants éloignés du numérique\" 17 % en 2024`.", named(Slot::Either), titled(Slot::Due);

        VALUE: Value = "value" | "valeur", "The value." | "La valeur.", head(), wanted();
        ON: Period = "date" | "date", "When it was so: a date, or a period." | "Quand il en était ainsi : une date, ou une période.", led_optional(Word::On);
        UNIT: Text = "unit" | "unité", "What a bare number counts." | "Ce que compte un nombre sans unité.";
        SCOPE: Text = "scope" | "périmètre", "Of what it is true." | "De quoi c'est vrai.";
        SOURCE: Text = "source" | "source", "Where it comes from." | "D'où il vient.";
    }
}

pub mod diagnosis {
    use crate::language::declaring::*;

    concept! {
        Diagnosis = "diagnosis" | "diagnostic", in [None, Some(Concept::Strategy)],
        "Where things stand: figures, strengths and weaknesses, at a date." | "L'état des lieux : chiffres, forces et faiblesses, à une date.",
        titled(Slot::Due);

        ON: Date = "date" | "date", "When it was made." | "Quand il a été fait.", led_optional(Word::On);
        BY: People = "by" | "par", "Who made it." | "Qui l'a fait.", names(super::super::owner::ACTORS);
        STRENGTHS: Texts = "strengths" | "forces", "What goes well." | "Ce qui va bien.", repeats();
        WEAKNESSES: Texts = "weaknesses" | "faiblesses", "What does not." | "Ce qui ne va pas.", repeats();
        OPPORTUNITIES: Texts = "opportunities" | "opportunités", "What may help." | "Ce qui peut aider.", repeats();
        THREATS: Texts = "threats" | "menaces", "What may harm." | "Ce qui peut nuire.", repeats();
        SOURCE: Text = "source" | "source", "Where it is read." | "Où on le lit.";
    }
}

pub mod event {
    use super::super::owner::ACTORS;
    use super::ANYWHERE;
    use crate::language::declaring::*;

    concept! {
        Event = "event" | "événement", at ANYWHERE,
        "What happened, or will, around the plan: a public meeting, an opening day, a prize." |
        "Ce qui est arrivé, ou arrivera, autour du plan : une réunion publique, une inauguration, un prix.", named(Slot::Either), titled(Slot::Due);

        ON: Period = "date" | "date", "When: a date, or a period." | "Quand : une date, ou une période.", led_optional(Word::On);
        KIND: Text = "kind" | "nature", "What kind of event it is." | "De quelle nature il est.";
        BY: People = "by" | "par", "Who holds it." | "Qui l'organise.", names(ACTORS);
        PLACES: Tags = "places" | "lieux" "lieu", "Where it takes place." | "Où il a lieu.", repeats();
        SOURCE: Text = "source" | "source", "Where it is read." | "Où on le lit.";
    }
}

/// Of what a plan or a library names, a second spelling.
pub mod also {
    use crate::language::declaring::*;

    fields! {
        ALSO: Tags = "also" | "aussi", "Other spellings of its name: in another language, a synonym." |
            "Autres écritures de son nom : dans une autre langue, un synonyme.", label("Also", "Aussi"), repeats();
    }
}

pub use also::FIELDS as ALSO_FIELDS;

pub mod barrier {
    use crate::language::declaring::*;

    concept! {
        Barrier = "barrier" | "frein", in [None],
        "What holds a transition back; `std.barriers` brings those of the founding article." |
        "Ce qui freine une transition ; `std.barriers` apporte ceux de l'article fondateur.", named(Slot::Due), titled(Slot::Due);
        fields &super::ALSO_FIELDS
    }
}

pub mod must_have {
    use crate::language::declaring::*;

    concept! {
        MustHave = "must-have" | "atout", in [None],
        "What a digital authority must have; `std.must-haves` brings the five of the founding article." |
        "Ce qu'une collectivité numérique doit avoir ; `std.must-haves` apporte les cinq de l'article fondateur.",
        label("Must-have", "Atout"), named(Slot::Due), titled(Slot::Due);
        fields &super::ALSO_FIELDS
    }
}

pub mod theme {
    use crate::language::declaring::*;

    concept! {
        Theme = "theme" | "thème", in [None],
        "What work may be about; `std.themes` brings the usual ones." | "De quoi le travail peut traiter ; `std.themes` apporte les plus courants.",
        named(Slot::Due), titled(Slot::Due);
        fields &super::ALSO_FIELDS
    }
}

pub mod continuity {
    use crate::language::declaring::*;

    concept! {
        Continuity = "continuity" | "continuité", in [Some(Concept::Strategy), Some(Concept::Axis), Some(Concept::Goal), Some(Concept::Action)],
        "Who takes over when the plan ends, and with what." | "Qui prend la suite quand le plan s'achève, et avec quoi.", once();

        OWNER: Name = "owner" | "pilote", "Who takes over." | "Qui prend la suite.", names(super::super::owner::ACTORS), wanted();
        MEANS: Text = "means" | "moyens", "With what." | "Avec quoi.", wanted();
    }
}

pub mod announces {
    use crate::language::declaring::*;

    words! {
        /// What a plan says it holds.
        Counted { Axes "axes" | "axes", Goals "goals" | "objectifs" + "objectif" + "goal", Actions "actions" | "actions" + "action", Indicators "indicators" | "indicateurs" + "indicateur" }
    }

    concept! {
        Announces = "announces" | "annonce", in [Some(Concept::Strategy), Some(Concept::Axis), Some(Concept::Goal)],
        "How much it is said to hold, where not all of it is written: `announces 107 actions`." |
        "Ce qu'il est dit contenir, quand tout n'est pas écrit : `annonce 107 actions`.", flat();

        COUNT: Number = "count" | "nombre", "How many." | "Combien.", head();
        WHAT: Counted = "what" | "quoi", "Of what." | "De quoi.", head(), or_text();
        ON: Date = "date" | "date", "When it was said." | "Quand cela a été dit.", led_optional(Word::On);
    }
}
