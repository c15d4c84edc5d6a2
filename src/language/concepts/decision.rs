//! What is decided, by whom, and when it binds.

use super::owner::ACTORS;
use super::plan::ANYWHERE;
use crate::language::declaring::*;

words! {
    /// The kinds of decisions.
    DecisionKind {
        Opinion "opinion" | "avis", Adoption "adoption" | "adoption", Creation "creation" | "création", Revision "revision" | "révision",
        Review "review" | "bilan" + "revue",
    }
}

words! {
    /// What came of it.
    Result {
        Favourable "favourable" | "favorable", Unfavourable "unfavourable" | "défavorable", Adopted "adopted" | "adoptée" + "adopté",
        Rejected "rejected" | "rejetée" + "rejeté", Postponed "postponed" | "reportée" + "reporté",
    }
}

concept! {
    Decision = "decision" | "décision", at ANYWHERE,
    "What is decided about the plan: an opinion, its adoption, a revision." | "Ce qui est décidé du plan : un avis, son adoption, une révision.",
    named(Slot::Either), titled(Slot::Due);

    ON: Period = "date" | "date", "When: a date, or the days among which it is." | "Quand : une date, ou les jours entre lesquels elle est.", led_optional(Word::On), wanted();
    KIND: DecisionKind = "kind" | "nature", "What kind of decision it is." | "De quelle nature elle est.", or_text();
    BY: People = "by" | "par", "Who decides." | "Qui décide.", names(ACTORS);
    REPORTED: People = "reported by" | "rapporteur" "rapporteure", "Who presents it to those who decide." | "Qui la présente à ceux qui décident.",
        names(ACTORS);
    PREPARED: People = "prepared by" | "préparée par" "préparé par", "The service that prepares it." | "Le service qui la prépare.",
        label("Prepared by", "Préparée par"), names(ACTORS);
    PLANNED: Date = "planned" | "prévue le" "prévu le", "When it was to be taken." | "Quand elle devait être prise.", label("Planned", "Prévue");
    RESULT: Result = "result" | "résultat", "What came of it." | "Ce qui en est sorti.", or_text();
    NUMBER: Text = "number" | "numéro", "Its number: `\"2026-10-1\"`." | "Son numéro : `\"2026-10-1\"`.";
    CONVENED: Date = "convened" | "convoqué le" "convoqué" "convocation", "When the members were convened." | "Quand les membres ont été convoqués.",
        label("Convened", "Convocation");
    SESSION: Period = "session" | "séances" "séance" "session", "The days on which those who decide sit." | "Les jours où siègent ceux qui décident.",
        label("Session", "Séances");
    URGENT: Flag = "urgent" | "urgence", "Convened in urgency." | "Convoqué en urgence.";
    SECOND_CALL: Flag = "second call" | "seconde convocation" "deuxième convocation", "The quorum was not reached the first time." |
        "Le quorum n'était pas atteint la première fois.", label("Second call", "Seconde convocation");
    IN_OFFICE: Number = "in office" | "en exercice", "Members in office." | "Membres en exercice.", label("In office", "En exercice");
    PRESENT: Number = "present" | "présents", "Members present." | "Membres présents.";
    REPRESENTED: Number = "represented" | "représentés", "Members who gave a proxy." | "Membres ayant donné pouvoir.";
    NOT_VOTING: Number = "not voting" | "sans-vote" "sans vote", "Members present who take no part in the vote." |
        "Membres présents qui ne prennent pas part au vote.", label("Not voting", "Ne prennent pas part au vote");
    VOTES: Votes = "votes" | "voix" "vote", "How they voted: `votes for 30, against 3, abstentions 2`." |
        "Comment ils ont voté : `voix pour 30, contre 3, abstentions 2`.";
    BASIS: People = "basis" | "visa" "visas", "The texts that it rests on: references, or texts." | "Les textes sur lesquels elle s'appuie : références, ou textes.",
        names(&[Concept::Reference]), repeats();
    BECAUSE: Texts = "because" | "considérant", "The reasons." | "Les motifs.", repeats();
    ARTICLES: Texts = "article" | "article", "What it says, an article each." | "Ce qu'elle dit, un article chacun.", label("Articles", "Articles"), repeats();
    AMOUNT: Money = "amount" | "montant", "What it commits." | "Ce qu'elle engage.";
    ANNEX: Names = "annex" | "annexe", "What is joined to it." | "Ce qui y est joint.", names(&[Concept::Annex]), repeats();
    REVISES: Name = "revises" | "révise" "modifie", "The decision that it changes." | "La décision qu'elle modifie.", names(&[Concept::Decision]);
    TRANSMITTED: Date = "transmitted" | "transmis" "transmise" "transmission", "When it was sent to the control of legality." |
        "Quand elle a été transmise au contrôle de légalité.", label("Transmitted", "Transmission");
    RECEIVED: Date = "received" | "reçu" "reçue" "réception", "When the control of legality received it." |
        "Quand le contrôle de légalité l'a reçue.", label("Received", "Réception");
    PUBLISHED: Date = "published" | "publié" "publiée" "publication", "When it was published." | "Quand elle a été publiée.", label("Published", "Publication");
}

pub mod delegates {
    use super::ACTORS;
    use crate::language::declaring::*;

    concept! {
        Delegates = "delegates" | "délègue", in [Some(Concept::Decision)],
        "What somebody may do by it: `delegates maire \"signer les conventions\"`." | "Ce qu'elle permet à quelqu'un : `délègue maire \"signer les conventions\"`.",
        flat();

        TO: Name = "to" | "à", "To whom." | "À qui.", head(), names(ACTORS);
        WHAT: Text = "what" | "quoi", "What." | "Quoi.", head();
    }
}

pub mod reference {
    use crate::language::declaring::*;

    words! {
        /// How sure a reference is.
        Grade { A "A" | "A", B "B" | "B", G "G" | "G", Unsure "unsure" | "incertain" + "incertaine" }
    }

    concept! {
        Reference = "reference" | "référence", in [None],
        "A text of law or another source, by a name: `reference l2121 \"Article L2121-12 du CGCT\"`." |
        "Un texte de loi ou une autre source, par un nom : `référence l2121 \"Article L2121-12 du CGCT\"`.",
        named(Slot::Due), titled(Slot::Due);

        ADDRESS: Text = "address" | "adresse", "Where it is read." | "Où on le lit.", head_optional();
        CHECKED: Date = "checked" | "vérifié" "vérifiée", "When it was last checked." | "Quand elle a été vérifiée.";
        GRADE: Grade = "grade" | "sûreté" "degré", "How sure it is: `A` the text itself was read, `B` a secondary source, `G` general knowledge, `unsure`." |
            "À quel point elle est sûre : `A` le texte a été lu, `B` source secondaire, `G` connaissance générale, `incertain`.", label("Grade", "Sûreté");
        ACTS: Tags = "acts" | "actes", "The kinds of authorities whose acts cite it: `acts commune, epci`." |
            "Les natures de collectivités dont les actes le visent : `actes commune, epci`.", label("Cited in acts of", "Visé par les actes de"), repeats();
        SINCE: Date = "since" | "depuis", "When it came into force." | "Quand elle est entrée en vigueur.", label("In force since", "En vigueur depuis");
    }
}
