// Ce que disent la presse, une étude et deux récits, et rien d'autre : le plan lui-même n'a pas été lu.

stratégie "Arvieu 2020" {
  langue       fr
  collectivité commune
  période      2014 .. 2020
  devise       "une commune attractive, innovante et conviviale"

  diagnostic "diagnostic" au 2014 {
    par "une consultante"
  }

  événement "achat de l'ancien couvent par la commune" au 1990

  événement "locaux prêtés deux ans à la future coopérative" au 1998 {
    chiffre "surface" 40 "m2"
  }

  événement "restitution du diagnostic à la salle des fêtes" au vers 2014-12 {
    chiffre "personnes" 80
  }

  événement "deux réunions publiques à six mois d'intervalle" {
    chiffre "personnes" plus de 90
  }

  événement "adhésion d'habitants à la démarche" au 2014 {
    chiffre "personnes" 100
  }

  /// Depuis 2014, dit l'un ; quelques mois après la fin de 2014, dit l'autre.
  événement "création des dix conseils"

  événement "vœux de la municipalité et grands chantiers" au 2018-01-21

  événement "prix Smart village 2017 (salon Ruralitic)" au 2017

  événement "inauguration de la zone d'activité numérique" au 2019-09-07

  événement "étude POPSU" au 2019 .. 2021

  événement "marque du Département" au 2013 {
    par dep
  }
}

collectivité commune "Commune d'Arvieu" {
  nature      commune
  rattachée à "Aveyron", ccll
  pays        "FR"

  chiffre "population" 870 au vers 2015 {
    source "fiche d'expérience"
  }
  chiffre "population" 813 au 2019 .. 2021 {
    source "étude POPSU"
  }
  /// Six ans avant.
  chiffre "population" 787 {
    source "France 3"
  }
  chiffre "population" 822 au vers 2019 {
    source "France 3"
  }
  chiffre "population" vers 800 {
    source "presse"
  }

  chiffre "argent public investi" 1 700 000 € {
    périmètre "ancien couvent et services publics"
  }
  chiffre "argent public investi : durée"              15 ans
  chiffre "argent public investi : reste à la commune" 200 000 €
}

pilote maire "maire (mandat jusqu'en 2020)" {
  nature élu
}

instance conseils "conseils villageois" {
  dirigé par "un habitant référent ou un élu"
  chiffre "conseils villageois" 10
  chiffre "conseils villageois" "un conseil villageois et dix groupes thématiques"
}

pilote animatrice "animatrice communale" {
  nature service
  poste  "créé par la commune"
}

partenaire ccll "communauté de communes Lévézou-Pareloup" {
  mission "porte la zone d'activité numérique"
}

partenaire laetis "coopérative Laëtis" {
  mission "locataire et gestionnaire du Jardin"
  depuis  1998
  chiffre "fondateurs" 5 {
    source "l'un"
  }
  chiffre "fondateurs" 3 {
    source "l'autre"
  }
  chiffre "effectif" 14 au vers 2015
  chiffre "effectif" 18 au 2018-11
  chiffre "effectif" 17 au vers 2019
}

partenaire dep "Département de l'Aveyron" {
  mission "accueil et attractivité"
}

pilote dirigeant "un dirigeant de la coopérative est conseiller municipal" {
  nature     élu
  rattaché à laetis
  depuis     2014
}

thème habitat      "habitat"
thème commerces    "commerces"
thème services     "services"
thème culture      "culture"
thème numerique    "numérique"
thème loisirs      "loisirs"
thème alimentation "alimentation"
thème agriculture  "agriculture"

objectif g1 "accueillir des familles" {
  période à définir .. 2020
  indicateur familles "familles nouvelles" {
    cible  20 au 2020
    mesure 8 au 2015
    mesure 8 .. 10 au 2015 .. 2016
    mesure vers 15 au 2017
    /// À ce jour (avant l'ouverture de 2019) : objectif de 20 dépassé.
    mesure 30
  }
}

objectif g2 "créer des emplois locaux durables" {
  période à définir .. 2020
}

objectif g3 "rénover des logements vacants" {
  période à définir .. 2020
}

objectif g4 "maintenir les services et mieux vivre au village" {
  période à définir .. 2020
}

objectif g5 "construire la cité numérique et conviviale" {
  période à définir .. 2020
}

objectif zone "zone d'activité numérique « Le Jardin d'Arvieu »" {
  pilote        ccll
  contributeurs laetis
  période       à définir .. 2019-09-07
  lieux         "ancien couvent du XIVe siècle"

  budget {
    total vers 1 000 000 €
  }

  financement {
    "Europe"                 65 000 €
    "État"                   213 000 €
    "Région"                 100 000 €
    "Département"            125 000 €
    "communauté de communes" 330 000 €
  }

  action "très haut débit"
  action "espace de travail partagé"
  action "pépinière d'entreprises"
  action "atelier de fabrication"
  action "salle de 115 places"
  action "salles de formation et de réunion"
  action "cyberbase et médiathèque (Le Cantou)"

  /// Annoncé aussi.
  action jardin "jardin d'enfants"

  chiffre "surface de travail partagé"                      350 "m2"
  chiffre "surface en tout"                                 vers 1 000 "m2"
  chiffre "séminaires depuis l'ouverture"                   vers 15
  chiffre "personnes depuis l'ouverture"                    vers 500
  chiffre "personnes au travail partagé depuis l'ouverture" vers 15
}

/// Quelques mois, payée par le CGET.
pilote salariee "une salariée"

pilote mitemps "deux personnes à mi-temps" {
  depuis 2016-11
}
