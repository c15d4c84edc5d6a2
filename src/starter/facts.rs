//! The facts that a first plan asks for, and how an answer becomes words of the plan.

use super::{Both, of};
use crate::analysis::analyse;
use crate::diagnostic::{Lang, Severity, suggest};
use crate::language::Concept;
use crate::load::Memory;
use crate::plan::Period;
use crate::text::SourceId;

pub struct Fact {
    /// As `--set` names it; the French word is read too.
    pub key: Both,
    question: Both,
    why: Both,
    example: Both,
    becomes: Becomes,
}

/// What an answer becomes.
enum Becomes {
    /// The title of the authority.
    Title,
    /// A value of this field, as the author writes it.
    Field(Concept, &'static str),
    /// The same, between quotes.
    Quoted(Concept, &'static str),
    /// Several words.
    Tags(Concept, &'static str),
    /// Is there such a role?
    Role,
}

impl Becomes {
    fn field(&self) -> Option<(Concept, &'static str)> {
        match self {
            Becomes::Field(concept, keyword) | Becomes::Quoted(concept, keyword) | Becomes::Tags(concept, keyword) => {
                Some((*concept, keyword))
            }
            Becomes::Title | Becomes::Role => None,
        }
    }
}

pub static FACTS: &[Fact] = &[
    Fact {
        key: ("nom", "name"),
        question: ("Comment s'appelle votre collectivité ?", "What is your authority called?"),
        why: ("Son nom figure sur la couverture et dans la délibération.", "Its name stands on the cover and in the act of the council."),
        example: ("Ville de Montreval", "Ville de Montreval"),
        becomes: Becomes::Title,
    },
    Fact {
        key: ("population", "population"),
        question: ("Combien d'habitants ?", "How many inhabitants?"),
        why: ("Beaucoup d'obligations commencent à un seuil de population.", "Many duties begin at a number of inhabitants."),
        example: ("62 400", "62 400"),
        becomes: Becomes::Field(Concept::Authority, "population"),
    },
    Fact {
        key: ("agents", "agents"),
        question: ("Combien d'agents, en équivalents temps plein ?", "How many agents, in full-time equivalents?"),
        why: ("L'ouverture des données et le dialogue social en dépendent.", "Open data and the social dialogue depend on it."),
        example: ("850", "850"),
        becomes: Becomes::Field(Concept::Authority, "agents"),
    },
    Fact {
        key: ("mandat", "mandate"),
        question: ("De quand à quand court le mandat en place ?", "From when to when is the present term?"),
        why: (
            "Ce qui n'aboutit qu'après le mandat demande un jalon visible avant.",
            "What ends after the term needs a visible milestone before.",
        ),
        example: ("2026-03 .. 2032-03", "2026-03 .. 2032-03"),
        becomes: Becomes::Field(Concept::Authority, "mandate"),
    },
    Fact {
        key: ("site", "website"),
        question: ("Quelle est l'adresse de votre site ?", "What is the address of your website?"),
        why: (
            "Son accessibilité est une obligation ; sans site, le plan doit en prévoir un.",
            "It has to be accessible; without one, the plan should make one.",
        ),
        example: ("https://montreval.example", "https://montreval.example"),
        becomes: Becomes::Quoted(Concept::Authority, "website"),
    },
    Fact {
        key: ("compétences", "competences"),
        question: ("Quelles compétences concernent le numérique ?", "Which of its competences does digital work touch?"),
        why: ("Les services à mettre en ligne en découlent.", "What is to be put online follows from them."),
        example: ("urbanisme, vie scolaire", "urbanisme, vie scolaire"),
        becomes: Becomes::Tags(Concept::Authority, "competences"),
    },
    Fact {
        key: ("période", "period"),
        question: ("De quand à quand va la stratégie ?", "From when to when does the strategy run?"),
        why: ("Les dates des objectifs et les crédits y sont contrôlés.", "The dates of the goals and the money are checked against it."),
        example: ("2027-01 .. 2032-03", "2027-01 .. 2032-03"),
        becomes: Becomes::Field(Concept::Strategy, "period"),
    },
    Fact {
        key: ("élu", "elected"),
        question: ("Quel élu suit le numérique ?", "Which elected member follows digital matters?"),
        why: ("Un plan a besoin d'un élu qui le porte aux arbitrages.", "A plan needs one who stands for it when money is shared out."),
        example: ("Adjointe chargée du numérique", "Deputy mayor for digital matters"),
        becomes: Becomes::Quoted(Concept::Goal, "elected-sponsor"),
    },
    Fact {
        key: ("cdo", "cdo"),
        question: (
            "Y a-t-il un responsable de la transformation numérique (CDO) ?",
            "Is there somebody in charge of the digital transformation (CDO)?",
        ),
        why: (
            "Il dirige la stratégie ; à défaut, c'est la direction générale.",
            "They lead the strategy; else the general management does.",
        ),
        example: ("oui", "yes"),
        becomes: Becomes::Role,
    },
    Fact {
        key: ("dsi", "dsi"),
        question: ("Y a-t-il une direction ou un service informatique (DSI) ?", "Is there an IT department (DSI)?"),
        why: (
            "Elle pilote le socle technique ; à défaut, il faut le mutualiser.",
            "It owns the technical ground; else that is to be shared.",
        ),
        example: ("oui", "yes"),
        becomes: Becomes::Role,
    },
    Fact {
        key: ("com", "com"),
        question: ("Y a-t-il un service de la communication (COM) ?", "Is there a communication department (COM)?"),
        why: ("Il accompagne le changement auprès des habitants.", "It brings the change to the inhabitants."),
        example: ("oui", "yes"),
        becomes: Becomes::Role,
    },
    Fact {
        key: ("dpo", "dpo"),
        question: ("Un délégué à la protection des données (DPO) est-il désigné ?", "Is a data protection officer (DPO) appointed?"),
        why: ("Sa désignation est obligatoire (RGPD, article 37).", "The law wants one (GDPR, article 37)."),
        example: ("oui", "yes"),
        becomes: Becomes::Role,
    },
];

/// The facts that the language can say.
pub fn facts() -> impl Iterator<Item = &'static Fact> {
    FACTS.iter().filter(|fact| fact.becomes.field().is_none_or(|(concept, keyword)| has(concept, keyword)))
}

fn has(concept: Concept, keyword: &str) -> bool {
    concept.row().fields.iter().any(|field| field.en.contains(&keyword))
}

/// The fact that `--set` names, or the nearest name.
pub fn fact(key: &str, lang: Lang) -> Result<&'static Fact, Option<&'static str>> {
    let named = |fact: &&Fact| [fact.key.0, fact.key.1].iter().any(|known| suggest::same(known, key));
    let known = || facts().flat_map(|fact| [fact.key(lang), fact.key.0, fact.key.1]);
    facts().find(named).ok_or_else(|| suggest::nearest(key, known()))
}

/// Why an answer does not do, in words.
pub struct Refused(pub String);

impl Fact {
    pub fn key(&self, lang: Lang) -> &'static str {
        of(self.key, lang)
    }

    pub fn question(&self, lang: Lang) -> &'static str {
        of(self.question, lang)
    }

    pub fn why(&self, lang: Lang) -> &'static str {
        of(self.why, lang)
    }

    pub fn example(&self, lang: Lang) -> &'static str {
        of(self.example, lang)
    }

    /// The answer as the plan has it; what the language does not read is refused in its own words.
    fn written(&self, answer: &str, lang: Lang) -> Result<String, Refused> {
        match &self.becomes {
            Becomes::Title => Ok(quoted(answer)),
            Becomes::Field(..) => Ok(answer.to_owned()),
            Becomes::Quoted(..) => Ok(quoted(answer)),
            Becomes::Tags(..) => Ok(answer.split(',').map(str::trim).filter(|tag| !tag.is_empty()).map(tag).collect::<Vec<_>>().join(", ")),
            Becomes::Role => yes_or_no(answer)
                .map(|yes| if yes { "yes" } else { "no" }.to_owned())
                .ok_or_else(|| Refused(lang.of("Répondez par oui ou par non.", "Answer yes or no.").to_owned())),
        }
    }

    /// A value that stands in no plan: read as a plan reads it.
    fn tried(&self, written: &str, lang: Lang) -> Result<Option<Period>, Refused> {
        let Some((concept, keyword)) = self.becomes.field() else { return Ok(None) };
        let row = concept.row();
        // Names of the language's own, so that the first line that can be wrong is the answer's.
        let text = match concept {
            Concept::Goal => format!("axis a \"A\" {{\n{} g \"G\" {{\n{keyword} {written}\n}}\n}}\n", row.en[0]),
            Concept::Authority => format!("\n{} a \"A\" {{\n{keyword} {written}\n}}\n", row.en[0]),
            _ => format!("\n{} \"S\" {{\n{keyword} {written}\n}}\n", row.en[0]),
        };
        let analysis = analyse(&Memory::one(text), Memory::root());
        let here = |found: &&crate::diagnostic::Diagnostic| {
            found.severity() == Severity::Error && found.span().source == SourceId(0) && analysis.sources.start(found.span()).line >= 3
        };
        match analysis.diagnostics.iter().find(here) {
            Some(found) => Err(Refused(format!("{} {}", found.message.show(lang), found.help.show(lang)))),
            None => Ok(analysis.plan.period()),
        }
    }
}

/// A text between quotes; quotes within would end it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace(['"', '“', '”'], "'"))
}

fn tag(text: &str) -> String {
    let bare = text.chars().all(|c| c.is_alphanumeric() || c == '-') && text.starts_with(char::is_alphabetic);
    if bare { text.to_owned() } else { quoted(text) }
}

fn yes_or_no(answer: &str) -> Option<bool> {
    match suggest::fold(answer).as_str() {
        "oui" | "o" | "yes" | "y" => Some(true),
        "non" | "n" | "no" => Some(false),
        _ => None,
    }
}

/// What is known of an authority so far.
#[derive(Default)]
pub struct Answers {
    known: Vec<(&'static str, String)>,
    pub(super) period: Option<Period>,
}

impl Answers {
    /// An answer that is empty leaves a hole.
    pub fn give(&mut self, fact: &'static Fact, answer: &str, lang: Lang) -> Result<(), Refused> {
        let answer =
            answer.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        if answer.is_empty() {
            return Ok(());
        }
        let written = fact.written(&answer, lang)?;
        let period = fact.tried(&written, lang)?;
        self.period = self.period.or(period);
        self.known.push((fact.key.1, written));
        Ok(())
    }

    pub fn has(&self, fact: &Fact) -> bool {
        self.get(fact.key.1).is_some()
    }

    pub(super) fn get(&self, key: &str) -> Option<&str> {
        self.known.iter().find(|(known, _)| *known == key).map(|(_, written)| written.as_str())
    }

    /// Is there such a role? None where nobody said.
    pub(super) fn role(&self, key: &str) -> Option<bool> {
        self.get(key).map(|written| written == "yes")
    }
}
