//! Plans by chance, in either language: small, with gaps, with what is not known, with what is only coarse, with lines that cannot be
//! read.

use std::fmt::Write;

use crate::suite::support::Random;

pub struct Maker {
    pub random: Random,
    french: bool,
    out: String,
    /// Goals and actions by their names.
    sheets: Vec<String>,
    owners: Vec<&'static str>,
    decisions: usize,
    names: usize,
    /// Once in so many times something cannot be read.
    damage: usize,
}

/// The same seed makes the same plan.
pub fn plan(seed: u64) -> String {
    let mut random = Random::new(seed.wrapping_mul(7) + 3);
    let french = random.below(2) == 0;
    let damage = [0, 60, 25][random.below(3)];
    let owners = vec!["DGS", "CDO", "DSI", "DPO", "O1", "O2", "v", "copil"];
    let mut maker = Maker { random, french, out: String::new(), sheets: Vec::new(), owners, decisions: 0, names: 0, damage };
    maker.whole();
    maker.out
}

impl Maker {
    /// Once in so many times.
    fn chance(&mut self, of: usize) -> bool {
        self.random.below(of) == 0
    }

    fn one<'s>(&mut self, of: &[&'s str]) -> &'s str {
        of[self.random.below(of.len())]
    }

    /// As the plan's language spells it: `english | français`.
    fn w<'s>(&self, both: &'s str) -> &'s str {
        match both.split_once('|') {
            Some((en, fr)) => {
                if self.french {
                    fr
                } else {
                    en
                }
            }
            None => both,
        }
    }

    fn line(&mut self, both: &str, rest: &str) {
        let word = self.w(both).to_owned();
        if self.damage > 0 && self.chance(self.damage) {
            // Of a line that cannot be read something is left, or of its value.
            match self.random.below(6) {
                0 => writeln!(self.out, "zorglub {rest}"),
                1 => writeln!(self.out, "zorglub 12"),
                2 => writeln!(self.out, "zorglub \"texte\""),
                3 => writeln!(self.out, "{word} demain-peut-être ???"),
                4 => writeln!(self.out, "zorglub {{\n}}"),
                _ => writeln!(self.out, "{word} {}", self.w("unknown|inconnu")),
            }
            .expect("a text takes a line");
            return;
        }
        writeln!(self.out, "{word} {rest}").expect("a text takes a line");
    }

    /// A field that may be there, once in so many times, and may be said to be unknown.
    fn may(&mut self, of: usize, both: &str, value: impl FnOnce(&mut Self) -> String) {
        if self.chance(of) {
            let value = if self.chance(9) { self.w("unknown|inconnu").to_owned() } else { value(self) };
            self.line(both, &value);
        }
    }

    fn begin(&mut self, both: &str, rest: &str) {
        let word = self.w(both).to_owned();
        writeln!(self.out, "{word} {rest} {{").expect("a text takes a line");
    }

    fn end(&mut self) {
        self.out.push_str("}\n");
    }

    fn fresh(&mut self, what: &str) -> String {
        self.names += 1;
        format!("{what}{}", self.names)
    }

    fn day(&mut self) -> String {
        let (year, month) = (2026 + self.random.below(6), 1 + self.random.below(12));
        match self.random.below(9) {
            0 => year.to_string(),
            1 => format!("{year}-{}{}", self.w("Q|T"), 1 + self.random.below(4)),
            2 => format!("{} {year}-{month:02}", self.w("about|environ")),
            3 | 4 => format!("{year}-{month:02}"),
            _ => format!("{year}-{month:02}-{:02}", 1 + self.random.below(28)),
        }
    }

    fn period(&mut self) -> String {
        let (from, to) = (self.day(), self.day());
        let year = |day: &str| day.chars().filter(char::is_ascii_digit).collect::<String>()[..4].to_owned();
        let (from, to) = if year(&from) <= year(&to) { (from, to) } else { (to, from) };
        match self.random.below(12) {
            0 => format!("{from} .."),
            1 => format!("{} .. {to}", self.w("unknown|inconnu")),
            2 => format!("{from} .. {}", self.w("unknown|inconnu")),
            3 => self.w("continuous|continu").to_owned(),
            _ => format!("{from} .. {to}"),
        }
    }

    fn euros(&mut self) -> String {
        let whole = [0, 5_000, 20_000, 90_000, 216_000, 400_000][self.random.below(6)] + self.random.below(3) * 1_000;
        let amount = match self.random.below(7) {
            0 => format!("{whole} .. {} €", whole + 1 + self.random.below(50_000)),
            1 => format!("{whole},{:02} €", self.random.below(100)),
            2 if self.chance(3) => return format!("{whole} £"),
            _ => format!("{whole} €"),
        };
        let tax = ["", "", " HT", " TTC"][self.random.below(4)];
        amount + tax
    }

    fn owner(&mut self) -> String {
        let owners = self.owners.clone();
        self.one(&owners).to_owned()
    }

    fn owners_list(&mut self) -> String {
        let count = 1 + self.random.below(3);
        (0..count).map(|_| self.owner()).collect::<Vec<_>>().join(", ")
    }

    fn some_of(&mut self, words: &[&str]) -> String {
        let first = self.random.below(words.len());
        let words: Vec<&str> = words[first..].iter().take(1 + self.random.below(3)).map(|both| self.w(both)).collect();
        words.join(", ")
    }

    fn word(&mut self, words: &[&str]) -> String {
        let word = self.one(words);
        self.w(word).to_owned()
    }

    fn themes(&mut self) -> String {
        const THEMES: &[&str] = &[
            "accessibility|accessibilité",
            "open-data|données-ouvertes",
            "rgaa|RGAA",
            "cybersecurity|cybersécurité",
            "training|formation",
            "handover|passation",
            "ai|ia",
            "online-service|téléservice",
            "communication",
            "awareness|acculturation",
            "digital-sobriety|numérique-responsable",
            "own-theme",
        ];
        self.some_of(THEMES)
    }

    fn whole(&mut self) {
        for library in ["roles", "themes", "must-haves", "barriers"] {
            if library == "roles" || !self.chance(12) {
                writeln!(self.out, "use std.{library}").expect("a text takes a line");
            }
        }
        self.out.push_str("theme own-theme \"Thème à nous\"\n");
        if !self.chance(30) {
            self.strategy();
        }
        if !self.chance(8) {
            self.authority("v");
        }
        if self.chance(12) {
            self.authority("v2");
        }
        self.actors();
        let goals = self.random.below(5);
        let shape: Vec<usize> = (0..goals).map(|_| [0, 0, 1, 2, 3][self.random.below(5)]).collect();
        for (goal, actions) in shape.iter().enumerate() {
            self.sheets.push(format!("g{goal}"));
            self.sheets.extend((0..*actions).map(|action| format!("g{goal}a{action}")));
        }
        if self.chance(3) {
            self.sheets.push("seule".to_owned());
        }
        self.papers();
        let (axis, mut at) = (self.chance(2), 0);
        if axis {
            self.begin("axis|axe", "x \"Axe\"");
            if self.chance(8) {
                self.line("status|état", "abandoned");
            }
        }
        for actions in shape {
            self.sheet("goal|objectif", at, actions);
            at += 1 + actions;
        }
        if axis {
            self.end();
        }
        if self.chance(5) {
            self.out.push_str("axis y \"Nu\"\n");
        }
        if at < self.sheets.len() {
            self.sheet("action", at, 0);
        }
    }

    fn strategy(&mut self) {
        self.begin("strategy|stratégie", "\"Essai\"");
        if !self.chance(6) {
            let period = self.one(&["2027-01 .. 2032-12", "2027 .. 2030", "2027-03-15 .. 2029-06", "2027 ..", "continuous"]);
            self.line("period|période", period);
        }
        self.may(3, "authority|collectivité", |_| "v".to_owned());
        self.may(2, "lead|chef-de-file", Self::owner);
        self.may(2, "sponsor|parrain", Self::owner);
        self.may(3, "review|revue", |maker| maker.w("every 6 months|tous les 6 mois").to_owned());
        if self.chance(25) {
            self.line("currency|monnaie", "GBP");
        }
        for block in ["envelope|enveloppe", "trajectory|trajectoire"] {
            if self.chance(2) {
                self.begin(block, "");
                self.amounts(block.starts_with('e'));
                self.end();
            }
        }
        if self.chance(6) {
            self.risk();
        }
        self.end();
    }

    fn authority(&mut self, name: &str) {
        let title = if self.chance(8) { String::new() } else { " \"Ville\"".to_owned() };
        self.begin("authority|collectivité", &format!("{name}{title}"));
        const KINDS: &[&str] =
            &["commune", "epci", "metropole|métropole", "departement|département", "region|région", "syndicat", "\"sivom\""];
        const COMPETENCES: &[&str] = &["planning|urbanisme", "schools|écoles", "social-aid|aide-sociale", "voirie"];
        const SERVICES: &[&str] =
            &["referral|saisine", "receipt|accusé-de-réception", "payment|paiement", "planning|urbanisme", "addresses|adresses"];
        const CHANNELS: &[&str] = &["electronic|électronique", "paper|papier"];
        if !self.chance(3) {
            let kind = self.word(KINDS);
            self.line("kind|nature", &kind);
        }
        self.may(1, "population", |maker| maker.one(&["0", "800", "3 499", "3 500", "12 000", "60 000"]).to_owned());
        self.may(2, "agents", |maker| maker.one(&["10", "49", "50", "400"]).to_owned());
        self.may(1, "mandate|mandat", |maker| match maker.random.below(4) {
            0 => maker.period(),
            _ => "2026-03 .. 2032-03".to_owned(),
        });
        self.may(2, "competences|compétences", |maker| maker.some_of(COMPETENCES));
        self.may(2, "e-services|téléservices", |maker| maker.some_of(SERVICES));
        self.may(2, "receipts|recettes", Self::euros);
        self.may(2, "website|site", |_| "\"https://ville.example\"".to_owned());
        self.may(9, "country|pays", |maker| maker.one(&["\"France\"", "\"Belgique\""]).to_owned());
        for answer in ["algorithms|algorithmes", "ai|ia", "cyber-cover|assurance-cyber"] {
            self.may(2, answer, |maker| maker.word(&["yes|oui", "no|non", ""]));
        }
        self.may(2, "transmission", |maker| maker.word(CHANNELS));
        self.may(2, "publicity|publicité", |maker| maker.word(CHANNELS));
        if self.chance(5) {
            self.line("no website|sans site", "");
        }
        self.end();
    }

    fn actors(&mut self) {
        const ROLES: &[&str] = &["DGS", "CDO", "DSI", "DPO", "COM"];
        for name in ["O1", "O2"] {
            self.begin("owner|pilote", &format!("{name} \"Service {name}\""));
            self.may(2, "role|rôle", |maker| maker.one(ROLES).to_owned());
            self.may(2, "post|poste", |maker| maker.word(&["filled|pourvu", "vacant", "to-recruit|à-recruter", "\"à voir\""]));
            self.may(2, "arrival|arrivée", Self::day);
            self.may(2, "cost|coût", Self::euros);
            self.may(2, "readiness|préparation", |maker| maker.word(&["ready|prête", "preparing|en-préparation", "not-ready|non-prête"]));
            self.may(2, "kind|nature", |maker| {
                maker.word(&["service", "elected|élu", "joint|mutualisé", "assembly|assemblée", "committee|comité"])
            });
            self.may(4, "part of|rattaché à", Self::owner);
            self.may(2, "capacity|capacité", |maker| maker.one(&["2027: 1 fte", "2026 .. 2030: 0.4 fte", "2028: 2 etp"]).to_owned());
            if self.chance(4) {
                self.line("permanent", "");
            }
            self.end();
        }
        self.out.push_str("body copil \"Comité\"\n");
        self.begin("partner|partenaire", "P1 \"Syndicat\"");
        self.may(2, "agreement|convention", |_| "\"convention de 2026\"".to_owned());
        self.end();
    }

    fn papers(&mut self) {
        let count = self.random.below(3);
        for _ in 0..count {
            self.decision();
        }
        if self.chance(3) {
            self.begin("diagnosis|diagnostic", "\"État des lieux\"");
            self.may(2, "figure|chiffre", |maker| format!("\"Agents\" {} on 2026", maker.random.below(90)));
            self.end();
        }
        if self.chance(4) {
            let on = self.day();
            self.line("diagnosis|diagnostic", &format!("\"Autre\" {} {on}", if self.french { "au" } else { "on" }));
        }
        if self.chance(3) {
            self.begin("reference|référence", "r1 \"CGCT, article L2121-12\"");
            self.may(2, "checked|vérifié", Self::day);
            self.may(2, "grade|sûreté", |maker| maker.one(&["A", "B", "G"]).to_owned());
            self.end();
        }
        if self.chance(4) {
            self.out.push_str("annex a1 \"Tableau de financement\"\n");
        }
        if self.chance(4) {
            self.out.push_str("glossary {\nterm \"Accessibilité\" \"Ouvert à tous\"\nterm \"AP\" \"Autorisation de programme\"\n}\n");
        }
        if self.chance(4) {
            self.begin("waive|dérogation", "ART-07");
            self.may(2, "because|motif", |_| "\"il le faut\"".to_owned());
            self.may(2, "by|par", Self::owner);
            self.may(2, "until|échéance", Self::day);
            self.end();
        }
        if self.chance(3) {
            let value = ["12 %", "80 .. 90", "yes", "\"beaucoup\""][self.random.below(4)];
            self.line("figure|chiffre", &format!("\"Habitants\" {value} on 2025-06"));
        }
        if self.chance(2) {
            self.authorisation();
        }
    }

    fn decision(&mut self) {
        const KINDS: &[&str] = &["adoption", "opinion|avis", "creation|création", "revision|révision", "review|bilan", "\"vœu\""];
        self.decisions += 1;
        let title = ["", " \"Débat d'orientation budgétaire\"", " \"Délibération\""][self.random.below(3)];
        self.begin("decision|décision", &format!("d{}{title}", self.decisions));
        self.may(1, "kind|nature", |maker| maker.word(KINDS));
        let date = match self.random.below(3) {
            0 => "2027-03-15 .. 2027-03-16".to_owned(),
            _ => self.day(),
        };
        if !self.chance(4) {
            self.line("date", &date);
        }
        self.may(3, "session|séance", |maker| if maker.chance(3) { "2027-02-01 .. 2027-02-03".to_owned() } else { maker.day() });
        self.may(2, "convened|convoqué le", |maker| if maker.chance(2) { "2027-03-09".to_owned() } else { maker.day() });
        self.may(2, "in office|en exercice", |maker| maker.one(&["29", "35"]).to_owned());
        self.may(2, "present|présents", |maker| maker.one(&["0", "14", "15", "20", "40"]).to_owned());
        self.may(2, "represented|représentés", |maker| maker.one(&["0", "3", "16"]).to_owned());
        self.may(3, "not voting|sans-vote", |maker| maker.one(&["0", "1", "2"]).to_owned());
        self.may(2, "votes|voix", |maker| {
            let votes = [maker.random.below(20), maker.random.below(12), maker.random.below(3)];
            let [pro, contra, none] = votes;
            maker.w("for {} against|pour {} contre").replace("{}", &format!("{pro},")) + &format!(" {contra}, abstentions {none}")
        });
        self.may(2, "result|résultat", |maker| maker.word(&["adopted|adoptée", "rejected|rejetée", "favourable|favorable"]));
        self.may(3, "transmitted|transmis", Self::day);
        self.may(3, "received|reçu", Self::day);
        self.may(3, "published|publié", Self::day);
        self.may(3, "amount|montant", Self::euros);
        self.may(3, "annex|annexe", |_| "a1".to_owned());
        self.may(2, "by|par", Self::owners_list);
        self.may(2, "basis|visa", |maker| {
            maker.one(&["\"Code général, article L2121-29\"", "r1", "\"le CGCT\", r1", "\"CGCT, art. L. 4221-1\""]).to_owned()
        });
        for flag in ["urgent|urgence", "second call|seconde convocation"] {
            if self.chance(6) {
                self.line(flag, "");
            }
        }
        self.end();
    }

    fn authorisation(&mut self) {
        self.begin("authorisation|autorisation", "\"AP 2027\"");
        self.may(1, "kind|nature", |maker| maker.one(&["ap", "ae"]).to_owned());
        self.may(2, "date", Self::day);
        self.may(1, "total", Self::euros);
        self.may(1, "credits|crédits", |maker| {
            let (one, two) = (maker.euros(), maker.euros());
            let all = if maker.chance(4) { maker.w(" in all| au total") } else { "" };
            format!("2027: {one}, 2028 .. 2029: {two}{all}")
        });
        for _ in 0..self.random.below(2) {
            self.begin("revision|révision", "");
            self.may(1, "date", Self::day);
            self.may(2, "by|par", |_| "d1".to_owned());
            self.may(2, "total", Self::euros);
            self.end();
        }
        self.end();
    }

    fn risk(&mut self) {
        self.begin("risk|risque", "\"Retard\"");
        self.may(2, "likelihood|probabilité", |maker| maker.word(&["low|faible", "medium|moyenne", "high|forte"]));
        self.may(2, "impact|gravité", |maker| maker.word(&["low|faible", "medium|moyenne", "high|forte"]));
        self.may(2, "mitigation|parade", |_| "\"prévoir\"".to_owned());
        self.may(2, "owner|pilote", Self::owner);
        self.end();
    }

    fn sheet(&mut self, keyword: &str, at: usize, actions: usize) {
        const NATURES: &[&str] = &["technical|technique", "organisation", "change|changement", "dialogue", "\"autre chose\""];
        const STATES: &[&str] = &["abandoned|abandonné", "done|terminé", "running|en-cours", "suspended|suspendu", "abandoned|abandonné"];
        const AUDIENCE: &[&str] =
            &["elected|élus", "deciders|décideurs", "staff|agents", "unions|syndicats", "citizens|usagers", "\"parents\""];
        const MUST: &[&str] = &["versatility|polyvalence", "ubiquity|ubiquité", "security|sécurité"];
        const BARRIERS: &[&str] = &["silos", "culture", "habits|habitudes"];
        let name = self.sheets[at].clone();
        if self.chance(6) {
            self.out.push_str("/// Une note : RGAA, licence ouverte.\n");
        }
        self.begin(keyword, &format!("{name} \"Fiche {name}\""));
        match self.random.below(8) {
            0..=4 => {
                let period = self.period();
                self.line("period|période", &period);
            }
            5 => self.may(1, "duration|durée", |maker| maker.word(&["3 months|3 mois", "40 days|40 jours", "2 years|2 ans"])),
            _ => {}
        }
        self.may(2, "owner|pilote", Self::owner);
        self.may(3, "contributors|contributeurs", |maker| maker.owners_list() + if maker.chance(3) { ", \"Associations\"" } else { "" });
        self.may(3, "partners|partenaires", |maker| maker.one(&["P1", "P1, \"Le département\"", "\"La poste\"", "DSI, P1"]).to_owned());
        self.may(2, "nature", |maker| maker.word(NATURES));
        self.may(5, "priority|priorité", |maker| maker.word(&["high|haute", "medium|moyenne", "low|basse"]));
        self.may(2, "themes|thèmes", Self::themes);
        self.may(2, "audience|publics", |maker| maker.some_of(AUDIENCE));
        self.may(3, "strengthens|renforce", |maker| maker.some_of(MUST));
        self.may(4, "addresses|lève", |maker| maker.some_of(BARRIERS));
        self.may(4, "prepares|prépare", Self::owners_list);
        self.may(3, "benefits from|bénéfices dès", Self::day);
        self.may(3, "purchase|achat", Self::euros);
        self.may(4, "effort|charge", |maker| format!("{} 0.4 fte, {} 1 fte", maker.owner(), maker.owner()));
        self.may(6, "load dip|creux", |maker| format!("{} 0.2 fte", maker.owner()));
        for fact in ["personal-data|données-personnelles", "sensitive-data|données-sensibles"] {
            self.may(3, fact, |maker| maker.word(&["yes|oui", "no|non", ""]));
        }
        self.may(4, "ai-risk|risque-ia", |maker| maker.word(&["none|aucun", "high|élevé", "prohibited|interdit", "limited|limité"]));
        self.may(5, "licence", |_| "\"Licence ouverte 2.0\"".to_owned());
        self.may(5, "hosting|hébergement", |_| "\"France\"".to_owned());
        if keyword.starts_with('g') {
            self.may(6, "serves|sert", |maker| {
                let sheets: Vec<&str> = ["x", "g0", "g1"].into_iter().filter(|name| *name != "x" || maker.names > 0).collect();
                sheets[maker.random.below(sheets.len())].to_owned()
            });
        } else {
            self.may(5, "serves|sert", |_| "g0".to_owned());
        }
        for (flag, of) in [("outside|hors-plan", 12), ("ppi", 9)] {
            if self.chance(of) {
                self.line(flag, "");
            }
        }
        if self.chance(5) {
            let state = self.word(STATES);
            self.line("status|état", &state);
        }
        let depends = [0, 0, 1, 1, 2][self.random.below(5)];
        for _ in 0..depends {
            let on = if self.chance(8) || at == 0 { self.random.below(self.sheets.len()) } else { self.random.below(at) };
            let on = self.sheets[on].clone();
            let start = if self.chance(4) { self.w(" start| début") } else { "" };
            let delay = if self.chance(5) { self.w(" + 2 months| + 2 mois") } else { "" };
            self.line("depends on|dépend de", &format!("{on}{start}{delay}"));
        }
        let milestones = [0, 0, 1, 2][self.random.below(4)];
        for _ in 0..milestones {
            self.milestone();
        }
        if self.chance(4) {
            self.indicator();
        }
        if self.chance(5) {
            self.risk();
        }
        if self.chance(5) {
            self.begin("continuity|continuité", "");
            self.may(2, "owner|pilote", Self::owner);
            self.may(2, "means|moyens", |_| "\"un agent\"".to_owned());
            self.end();
        }
        if self.chance(2) {
            self.begin("budget", "");
            self.amounts(true);
            if self.chance(4) {
                self.line("fctva", "");
            }
            self.end();
        }
        if self.chance(3) {
            self.funding();
        }
        if self.chance(15) {
            self.authorisation();
        }
        for action in 0..actions {
            self.sheet("action", at + 1 + action, 0);
        }
        self.end();
    }

    fn milestone(&mut self) {
        const NATURES: &[&str] = &[
            "go-live|mise-en-service",
            "delivery|livraison",
            "review|bilan",
            "tender|consultation",
            "dpia|aipd",
            "declaration|déclaration",
            "staff-opinion|avis-cst",
        ];
        let (name, on) = (self.fresh("m"), self.day());
        let on = match self.random.below(6) {
            0 => String::new(),
            1 => format!(" {} {}", if self.french { "au" } else { "on" }, self.w("unknown|inconnu")),
            _ => format!(" {} {on}", if self.french { "au" } else { "on" }),
        };
        self.begin("milestone|jalon", &format!("{name} \"Jalon {name}\"{on}"));
        self.may(2, "nature", |maker| maker.word(NATURES));
        if self.chance(3) {
            self.line("visible", "");
        }
        self.end();
    }

    fn indicator(&mut self) {
        let name = self.fresh("i");
        self.begin("indicator|indicateur", &format!("{name} \"Indicateur\""));
        let dated = |maker: &mut Self| {
            let (value, on) = (maker.one(&["12 %", "0", "80 .. 90", "yes", "\"mieux\"", "-3"]).to_owned(), maker.day());
            if maker.chance(3) { value } else { format!("{value} {} {on}", if maker.french { "au" } else { "on" }) }
        };
        self.may(2, "baseline|départ", dated);
        self.may(2, "target|cible", dated);
        self.may(3, "target|cible", dated);
        self.may(3, "measured|mesure", dated);
        self.may(3, "unit|unité", |_| "\"foyers\"".to_owned());
        self.may(3, "source", |_| "\"enquête\"".to_owned());
        self.may(3, "frequency|fréquence", |_| "\"annuelle\"".to_owned());
        self.may(2, "themes|thèmes", Self::themes);
        self.end();
    }

    fn amounts(&mut self, natures: bool) {
        const NATURES: &[&str] = &["saas", "licence", "hardware|matériel", "staff|personnel", "iaas", "training|formation"];
        if natures && self.chance(6) {
            let total = self.euros();
            self.line("total", &total);
        }
        for _ in 0..self.random.below(4) {
            let section = self.one(&["investment|investissement", "operating|fonctionnement"]);
            let (first, amount) = (2026 + self.random.below(5), self.euros());
            let line = match self.random.below(5) {
                0 => format!("{first} .. {}: {amount}", first + 1 + self.random.below(3)),
                1 => format!("{first} .. {}: {amount}{}", first + 2, self.w(" in all| au total")),
                2 => format!("{first}: {amount}, {}: {}", first + 1, self.euros()),
                _ => format!("{first}: {amount}"),
            };
            if natures && self.chance(2) {
                let nature = self.word(NATURES);
                self.begin(section, &line);
                self.line("nature", &nature);
                self.end();
            } else {
                self.line(section, &line);
            }
        }
    }

    fn funding(&mut self) {
        self.begin("funding|financement", "");
        for _ in 0..1 + self.random.below(2) {
            let source = self.one(&["DSIL", "FCTVA", "Région", "autofinancement", "DETR"]);
            let share = match self.random.below(4) {
                0 => self.euros(),
                1 => self.w("40 % of investment|40 % de l'investissement").to_owned(),
                2 => self.w("90 % of operating|90 % du fonctionnement").to_owned(),
                _ => "35,5 %".to_owned(),
            };
            let status = self.word(&["", "secured|acquis", "sought|sollicité", "refused|refusé", "received|reçu"]);
            self.begin("", &format!("\"{source}\" {share} {status}"));
            self.may(5, "of|assiette", Self::euros);
            self.may(5, "cap|plafond", Self::euros);
            self.may(2, "public", |maker| maker.word(&["yes|oui", "no|non", ""]));
            self.end();
        }
        self.end();
    }
}
