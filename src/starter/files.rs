//! The files of a first plan.

use super::aims::{Aim, aims};
use super::{Answers, Both, Kind, of};
use crate::diagnostic::Lang;
use crate::plan::format;

/// What stands where nobody answered.
const HOLE: &str = "à définir";

/// The paths below the plan's folder, and the texts; the root is the last, so that there is no plan before it is whole.
pub fn files(kind: Kind, answers: &Answers, lang: Lang) -> Vec<(String, String)> {
    let plan = Starter { kind, answers, lang };
    let [users, ground] = aims(kind);
    let axis = |name: Both| format!("axes/{}.dsl", of(name, lang));
    let all = [
        (ORGANISATION.to_owned(), plan.organisation()),
        (axis(STEERING), plan.steering()),
        (axis(users.name), plan.aim(users, true)),
        (axis(ground.name), plan.aim(ground, false)),
    ];
    let names: Vec<String> = all.iter().map(|(name, _)| name.clone()).collect();
    let root = ("plan.dsl".to_owned(), plan.root(&names));
    // The words are French here; the layout gives those of the language.
    all.into_iter().chain([root]).map(|(name, text)| (name, format(&text, Some(lang)).text)).collect()
}

const ORGANISATION: &str = "organisation.dsl";
const STEERING: Both = ("pilotage", "steering");

struct Starter<'a> {
    kind: Kind,
    answers: &'a Answers,
    lang: Lang,
}

impl Starter<'_> {
    fn t(&self, fr: &'static str, en: &'static str) -> &'static str {
        self.lang.of(fr, en)
    }

    fn answer(&self, key: &str) -> &str {
        self.answers.get(key).unwrap_or(HOLE)
    }

    /// Who leads: the CDO or, where there is none, the general management.
    fn lead(&self) -> &'static str {
        self.role("cdo", "CDO", "DGS")
    }

    fn role(&self, key: &str, there: &'static str, else_: &'static str) -> &'static str {
        match self.answers.role(key) {
            Some(true) => there,
            Some(false) => else_,
            None => HOLE,
        }
    }

    /// Those who are known to be there, but for the owner.
    fn others(&self, owner: &str, wanted: &[&'static str]) -> String {
        let there = |name: &str| match name {
            "CDO" => self.answers.role("cdo") == Some(true),
            "DSI" => self.answers.role("dsi") == Some(true),
            "COM" => self.answers.role("com") == Some(true),
            _ => true,
        };
        let names: Vec<&str> = wanted.iter().copied().filter(|name| *name != owner && there(name)).collect();
        if names.is_empty() { HOLE.to_owned() } else { names.join(", ") }
    }

    fn root(&self, files: &[String]) -> String {
        let uses: String = files.iter().map(|name| format!("utiliser \"{name}\"\n")).collect();
        format!(
            "{first}utiliser std.roles\n{uses}\n{says}stratégie \"{title}\" {{\nlangue {lang}\ncollectivité {name}\npériode {period}\n\
             parrain DGS\nchef-de-file {lead}\n{envelope}}}\n\n\
             collectivité {name} {authority} {{\nnature {kind}\npopulation {population}\nagents {agents}\nmandat {mandate}\n{competences}\
             assemblée \"{assembly}\"\nsite {website}\n}}\n",
            first = self.t(
                "// Ce qui est « à définir » est à compléter : strategy check dit tout ce qui manque.\n\n",
                "// What is \"to define\" is yours to complete: strategy check tells all that is missing.\n\n",
            ),
            says = self.t(
                "/// Changer d'abord l'organisation et les habitudes, ensuite les outils : trois objectifs pour commencer, à remplacer par\n/// les vôtres.\n",
                "/// Change the organisation and the habits first, then the tools: three goals to begin with, to be replaced by your\n/// own.\n",
            ),
            title = self.t("Stratégie numérique", "Digital strategy"),
            lang = self.lang.code(),
            name = self.t("collectivite", "authority"),
            period = self.answer("period"),
            lead = self.lead(),
            envelope = self.t(
                "// Ce que l'assemblée alloue, par section et par année :\n// enveloppe {\n//   fonctionnement 2027: 50 k€, 2028: 80 k€\n// }\n",
                "// What the council allots, by section and year:\n// envelope {\n//   operating 2027: 50 k€, 2028: 80 k€\n// }\n",
            ),
            authority = self.answers.get("name").unwrap_or("\"\""),
            kind = self.kind.code(),
            population = self.answer("population"),
            agents = self.answer("agents"),
            mandate = self.answer("mandate"),
            competences = match super::facts().any(|fact| fact.key.1 == "competences") {
                true => format!("compétences {}\n", self.answer("competences")),
                false => String::new(),
            },
            assembly = self.kind.assembly(),
            website = self.answer("website"),
        )
    }

    fn organisation(&self) -> String {
        let mut text = self
            .t(
                "// Qui répond de quoi. Les autres rôles usuels (DAF, DRH, RSSI, …) sont dans std.roles.\n\n",
                "// Who answers for what. The other usual roles (DAF, DRH, RSSI, …) are in std.roles.\n\n",
            )
            .to_owned();
        let post = |there: Option<bool>| match there {
            Some(true) => "pourvu",
            Some(false) => "à-recruter",
            None => HOLE,
        };
        let mut members = vec!["DGS"];
        text += &format!("pilote DGS \"{}\"\n", self.t("Direction générale des services", "General management"));
        for (key, name, title) in [
            ("cdo", "CDO", self.t("Direction de la transformation numérique", "Digital transformation")),
            ("dsi", "DSI", self.t("Direction des systèmes d'information", "IT department")),
            ("com", "COM", self.t("Direction de la communication", "Communication department")),
        ] {
            match self.answers.role(key) {
                Some(true) => {
                    text += &format!("pilote {name} \"{title}\"\n");
                    members.push(name);
                }
                Some(false) => {}
                None => {
                    text += &format!("// {} {name} \"{title}\"\n", self.t("Y a-t-il un tel poste ? pilote", "Is there such a post? owner"))
                }
            }
        }
        members.push("DPO");
        let officer = self.t("Délégué à la protection des données", "Data protection officer");
        text += &format!("pilote DPO \"{officer}\" {{\nposte {}\n}}\n", post(self.answers.role("dpo")));
        if let Some(elected) = self.answers.get("elected") {
            text += &format!("pilote ELU {elected} {{\nnature élu\n}}\n");
            members.push("ELU");
        }
        text += &format!(
            "\n{}instance copil \"{}\" {{\nmembres {}\nse réunit chaque mois\n}}\n",
            self.t("/// Il tranche les priorités et les moyens.\n", "/// It settles priorities and means.\n"),
            self.t("Comité de pilotage", "Steering committee"),
            members.join(", ")
        );
        text
    }

    /// The first months of the strategy, as far as they are known and leave room for what waits for them.
    fn first_months(&self, months: i32) -> Option<String> {
        let period = self.answers.period?;
        let count = |date: &crate::plan::When, last: bool| {
            let day = if last { date.last } else { date.first };
            i32::from(day.year()) * 12 + i32::from(day.month()) - 1
        };
        let (first, last) = (count(&period.start, false), count(&period.end, true));
        let month = |at: i32| format!("{}-{:02}", at.div_euclid(12), at.rem_euclid(12) + 1);
        (last - first >= ROOM).then(|| format!("{} .. {}", month(first), month(first + months - 1)))
    }

    /// How long something takes; nobody knows in a strategy that is too short for the worked goals.
    fn takes(&self, months: i32) -> String {
        match self.answers.period.is_some() && self.first_months(months).is_none() {
            true => format!("période {HOLE}"),
            false => format!("durée {months} mois"),
        }
    }

    /// Organisation first: all the rest waits for it.
    fn steering(&self) -> String {
        let lead = self.lead();
        let period = |months| self.first_months(months).unwrap_or_else(|| HOLE.to_owned());
        let name = of(STEERING, self.lang);
        format!(
            "axe {axis} \"{axis_title}\" {{\n{says}objectif {name} \"{title}\" {{\npilote {lead}\ncontributeurs {others}\nélu-référent {elected}\n\
             période {period}\nnature organisation\npublic agents\n{budget}\
             indicateur \"{indicator}\" {{\ndépart {HOLE}\ncible 100 % au {HOLE}\n}}\n\
             jalon {review} \"{review_title}\" au {HOLE}\n\
             action {mandate} \"{mandate_title}\" {{\npilote DGS\npériode {start}\nnature organisation\n}}\n\
             action {dialogue} \"{dialogue_title}\" {{\npilote DGS\n{short}\ndépend de {mandate}\nnature dialogue-social\npublic agents, syndicats\n}}\n\
             action {survey} \"{survey_title}\" {{\npilote {it}\n{half}\ndépend de {mandate}\nnature organisation\n}}\n\
             }}\n}}\n",
            axis = self.t("organisation", "organisation"),
            axis_title = self.t("Une organisation qui porte la transition", "An organisation that carries the change"),
            says = self.t(
                "/// Avant tout achat : qui décide, qui fait, avec quel temps, et ce que les agents en disent.\n",
                "/// Before anything is bought: who decides, who does the work, with what time, and what the agents say of it.\n",
            ),
            title = self.t("Un pilote, un rendez-vous, un dialogue", "One lead, one meeting, one dialogue"),
            others = self.others(lead, &["copil", "CDO", "DSI", "COM", "DPO"]),
            elected = self.answer("elected"),
            period = period(12),
            budget = self.budget(),
            indicator = self.t("Actions qui ont un pilote et une date", "Actions that have an owner and a date"),
            review = self.t("revue", "review"),
            review_title = self.t("Première revue devant l'assemblée", "First review before the council"),
            mandate = self.t("lettre", "letter"),
            mandate_title =
                self.t("Donner mandat au pilote, et fixer le rendez-vous mensuel", "Give the lead a mandate, and set the monthly meeting"),
            start = period(2),
            dialogue = self.t("dialogue", "dialogue"),
            dialogue_title = self.t("Présenter la stratégie au comité social territorial", "Present the strategy to the staff committee"),
            survey = self.t("inventaire", "survey"),
            survey_title =
                self.t("Recenser les démarches, les logiciels et ce qu'ils coûtent", "Take stock of services, software and what they cost"),
            it = self.role("dsi", "DSI", lead),
            short = self.takes(3),
            half = self.takes(6),
        )
    }

    fn aim(&self, aim: &Aim, users: bool) -> String {
        let two = |two: Both| of(two, self.lang);
        // What users see is not the IT department's; what it stands on is, where there is one.
        let owner = if users { self.lead() } else { self.role("dsi", "DSI", "DGS") };
        let tool = self.role("dsi", "DSI", self.lead());
        let name = two(aim.name);
        format!(
            "axe {axis} \"{axis_title}\" {{\n/// {says}\nobjectif {name} \"{title}\" {{\npilote {owner}\ncontributeurs {others}\nélu-référent {elected}\n\
             {whole}\ndépend de {steering}\npublic {audience}\n{data}{budget}\
             indicateur \"{indicator}\" {{\ndépart {HOLE}\ncible {target} % au {HOLE}\n}}\n\
             jalon {open} \"{result}\" au {HOLE}\n\
             action {change} \"{change_title}\" {{\npilote {owner}\n{half}\ndépend de {steering}\nnature conduite-du-changement\npublic agents\n}}\n\
             action {tool_name} \"{tool_title}\" {{\npilote {tool}\n{year}\ndépend de {change}\nnature technique\n}}\n\
             }}\n}}\n",
            axis = if users { self.t("usagers", "users") } else { self.t("fondations", "foundations") },
            axis_title = two(aim.axis),
            says = two(aim.says),
            title = two(aim.title),
            others = self.others(owner, if users { &["DGS", "DSI", "COM", "DPO"] } else { &["DGS", "CDO", "COM", "DPO"] }),
            elected = self.answer("elected"),
            steering = of(STEERING, self.lang),
            audience = two(aim.audience),
            data = if users { "données-personnelles oui\n" } else { "" },
            budget = self.budget(),
            indicator = two(aim.indicator),
            target = aim.target,
            open = self.t("resultat", "result"),
            result = two(aim.result),
            change = self.step(("habitudes", "habits"), aim),
            change_title = two(aim.change),
            tool_name = self.step(("outil", "tool"), aim),
            tool_title = two(aim.tool),
            whole = self.takes(18),
            half = self.takes(6),
            year = self.takes(12),
        )
    }

    /// Names of actions are the plan's: each has its goal's in it.
    fn step(&self, step: Both, aim: &Aim) -> String {
        format!("{}-{}", of(step, self.lang), of(aim.name, self.lang))
    }

    fn budget(&self) -> &'static str {
        self.t(
            "// À compléter : budget {\n//   fonctionnement 2027: 20 k€, 2028: 30 k€\n// }\n",
            "// To be completed: budget {\n//   operating 2027: 20 k€, 2028: 30 k€\n// }\n",
        )
    }
}

/// How many months the worked goals take, with some to spare.
const ROOM: i32 = 35;
