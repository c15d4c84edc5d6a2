//! What an author may choose of how the documents look; the rest is the same for all.

use crate::language::declaring::*;

words! {
    /// The document that is spoken of.
    Printed { Strategy "strategy" | "stratégie" }
}

words! {
    /// A part that may be left out of it.
    Chapter {
        Diagnosis "diagnosis" | "diagnostic", Dependencies "dependencies" | "dépendances", Indicators "indicators" | "indicateurs",
        Owners "owners" | "pilotes", Governance "governance" | "gouvernance", Risks "risks" | "risques", Glossary "glossary" | "glossaire",
        Reading "reading" | "mode-d-emploi",
    }
}

concept! {
    Layout = "document" | "document", in [None],
    "What is chosen of the printed strategy: its colour, its coat of arms, what its first page picks, what is left out." |
    "Ce qui est choisi de la stratégie imprimée : sa couleur, ses armes, ce que retient sa première page, ce qui en est omis.",
    once(), drawn();

    WHICH: Printed = "which" | "lequel", "The document: `strategy`." | "Le document : `stratégie`.", head(), drawn();
    ACCENT: Text = "accent" | "accent", "The colour of titles and lines, dark enough to be read: the six digits by which web pages write it." |
        "La couleur des titres et des traits, assez sombre pour être lue : les six chiffres par lesquels les pages web l'écrivent.", drawn();
    DATES: Names = "dates" | "dates", "The milestones and decisions of the first page." | "Les jalons et décisions de la première page.",
        names(&[Concept::Decision, Concept::Milestone]), repeats(), drawn();
    INDICATORS: Names = "indicators" | "indicateurs", "The indicators of the first page." | "Les indicateurs de la première page.",
        names(&[Concept::Indicator]), repeats(), drawn();
    SIGNATORY: Text = "signatory" | "signataire", "Who signs the act: `\"Le maire\"`." | "Qui signe l'acte : `\"Le maire\"`.", drawn();
    OMIT: Several<Chapter> = "omit" | "omettre", "What is left out: `omit risks, owners`." | "Ce qui n'est pas imprimé : `omettre risques, pilotes`.", repeats(), drawn();
    TEMPLATE: Text = "template" | "gabarit", "A folder of the plan's whose files take the place of ours: `\"gabarit\"`." |
        "Un dossier du plan dont les fichiers prennent la place des nôtres : `\"gabarit\"`.", drawn();
}

pub mod logo {
    use crate::language::declaring::*;

    concept! {
        Logo = "logo" | "logo", in [Some(Concept::Layout)],
        "A picture for the cover, a file of the plan's folder: `\"armes.svg\"`, or `.png`." |
        "Une image pour la couverture, un fichier du dossier du plan : `\"armes.svg\"`, ou `.png`.", once(), undocumented(), drawn();

        FILE: Text = "file" | "fichier", "Which." | "Lequel.", head(), drawn();
        MEANS: Text = "means" | "représente", "What the picture shows, for who does not see it." | "Ce que l'image montre, pour qui ne la voit pas.", drawn();
    }
}
