//! The worked goals that suit each kind of authority: people and work first, then what is bought.

use super::{Both, Kind};

/// A goal with its two steps: the change of habits, then the tool, which waits for it.
pub struct Aim {
    pub axis: Both,
    pub name: Both,
    pub title: Both,
    pub says: Both,
    pub change: Both,
    pub tool: Both,
    pub indicator: Both,
    /// In percent.
    pub target: u8,
    pub result: Both,
    /// Whose habits change.
    pub audience: Both,
}

/// What users see, then what it stands on.
pub fn aims(kind: Kind) -> [&'static Aim; 2] {
    match kind {
        Kind::Commune => [&COUNTER, &SAFE],
        Kind::Epci => [&SHARED, &SAFE],
        Kind::Departement => [&SOLIDARITY, &SAFE],
        Kind::Region => [&AIDS, &DATA],
    }
}

const USERS: Both = ("Des services pensés avec les usagers", "Services made with their users");
const GROUND: Both = ("Un socle sûr", "Safe ground");

static COUNTER: Aim = Aim {
    axis: USERS,
    name: ("demarches", "services"),
    title: ("Des démarches en ligne, et un accueil humain", "Services online, and people at the counter"),
    says: (
        "État civil, périscolaire, urbanisme : les démarches les plus demandées d'abord. Le guichet demeure, et aide ceux qui en ont besoin.",
        "Civil status, school life, planning: what is asked for most comes first. The counter stays, and helps those who need it.",
    ),
    change: (
        "Revoir les démarches avec les agents d'accueil, et les former",
        "Rethink the services with the agents of the counter, and train them",
    ),
    tool: ("Choisir et ouvrir le portail des démarches", "Choose and open the portal"),
    indicator: ("Démarches réalisables entièrement en ligne", "Services that can be done wholly online"),
    target: 80,
    result: ("Ouverture des premières démarches", "The first services open"),
    audience: ("agents, habitants", "agents, inhabitants"),
};

static SHARED: Aim = Aim {
    axis: USERS,
    name: ("communes", "communes"),
    title: ("Un service numérique commun aux communes membres", "One digital service for the member communes"),
    says: (
        "Les petites communes n'ont ni informaticien ni délégué à la protection des données : l'intercommunalité les leur apporte, par convention.",
        "Small communes have neither IT staff nor a data protection officer: the EPCI brings them, by agreement.",
    ),
    change: (
        "Écouter les secrétaires de mairie et convenir du service commun",
        "Listen to the town clerks and agree on the shared service",
    ),
    tool: ("Ouvrir l'assistance et les outils communs", "Open the helpdesk and the shared tools"),
    indicator: ("Communes membres qui ont signé la convention", "Member communes that signed the agreement"),
    target: 75,
    result: ("Premières communes servies", "The first communes are served"),
    audience: ("agents, communes", "agents, communes"),
};

static SOLIDARITY: Aim = Aim {
    axis: USERS,
    name: ("solidarites", "solidarity"),
    title: ("Des aides sociales demandées simplement, avec un accompagnement", "Social benefits that are simple to ask for, with help"),
    says: (
        "RSA, APA, handicap : une demande claire, en ligne ou avec un travailleur social, et des pièces que l'usager ne fournit qu'une fois.",
        "Income support, old age, disability: one plain request, online or with a social worker, and papers that are given once.",
    ),
    change: ("Simplifier les dossiers avec les travailleurs sociaux et les usagers", "Simplify the forms with social workers and users"),
    tool: ("Mettre en service la demande en ligne et le suivi du dossier", "Put the online request and its follow-up into service"),
    indicator: ("Demandes complètes dès le premier dépôt", "Requests that are complete at once"),
    target: 70,
    result: ("Première aide demandée en ligne", "The first benefit can be asked for online"),
    audience: ("agents, \"travailleurs sociaux\", usagers", "agents, \"social workers\", users"),
};

static AIDS: Aim = Aim {
    axis: USERS,
    name: ("aides", "grants"),
    title: ("Une seule porte pour les aides régionales", "One door for the region's grants"),
    says: (
        "Entreprises, associations, lycéens : un dossier unique, un interlocuteur, et une réponse dont la date est connue.",
        "Companies, associations, pupils: one file, one contact, and an answer whose date is known.",
    ),
    change: (
        "Aligner les règlements d'aide et les habitudes des directions instructrices",
        "Align the rules and habits of the directorates that grant",
    ),
    tool: ("Ouvrir la porte unique et le suivi des dossiers", "Open the one door and the follow-up of files"),
    indicator: ("Aides demandées par la porte unique", "Grants asked for by the one door"),
    target: 90,
    result: ("Première famille d'aides ouverte", "The first family of grants is open"),
    audience: ("agents, entreprises, associations", "agents, companies, associations"),
};

static SAFE: Aim = Aim {
    axis: GROUND,
    name: ("socle", "ground"),
    title: ("Résister à une attaque, et reprendre", "Withstand an attack, and recover"),
    says: (
        "Une attaque arrête l'accueil, la paie et l'état civil. On s'y prépare par des gestes et des exercices, avant les outils.",
        "An attack stops the counter, the payroll and civil status. Habits and drills prepare for it, before tools do.",
    ),
    change: ("Former les agents, et s'exercer à travailler sans informatique", "Train the agents, and practise working without IT"),
    tool: ("Sauvegarder hors ligne, et vérifier la restauration", "Keep backups offline, and verify that they restore"),
    indicator: ("Services qui ont fait l'exercice de continuité", "Departments that took part in the drill"),
    target: 100,
    result: ("Première restauration réussie", "The first restoration works"),
    audience: ("agents, élus", "agents, \"elected members\""),
};

static DATA: Aim = Aim {
    axis: GROUND,
    name: ("donnees", "data"),
    title: ("Des données connues, protégées et utiles au territoire", "Data that are known, protected and useful to the territory"),
    says: (
        "Lycées, transports, formation : chaque direction dit quelles données elle tient et qui en répond, avant toute plateforme.",
        "Schools, transport, training: each directorate says which data it holds and who answers for them, before any platform.",
    ),
    change: (
        "Désigner qui répond des données dans chaque direction, et le former",
        "Appoint who answers for the data in each directorate, and train them",
    ),
    tool: ("Tenir le catalogue et publier les premiers jeux de données", "Keep the catalogue and publish the first data sets"),
    indicator: ("Jeux de données catalogués qui ont un responsable", "Data sets of the catalogue that somebody answers for"),
    target: 100,
    result: ("Premiers jeux de données publiés", "The first data sets are published"),
    audience: ("agents, élus", "agents, \"elected members\""),
};
