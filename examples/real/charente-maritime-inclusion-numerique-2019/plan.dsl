// Ce que disent les pages lues, et rien d'autre : le début de la délibération, et un récit du réseau local.

stratégie "Plan d'actions pour un numérique inclusif" {
  langue       fr
  collectivité cd17

  relève de "plan national pour un numérique inclusif" {
    par  etat
    date 2018-09
  }

  relève de "charte" {
    signé 2019-03-18
    lien  "prise dans le plan national"
  }

  relève de "schéma départemental d'amélioration de l'accessibilité des services publics" {
    lien "le Département y a intégré l'initiative du réseau de médiation"
  }

  décision dec1 "proposition" {
    par        com2, com1
    rapporteur "un conseiller départemental", "une conseillère départementale"
  }

  décision dec2 "adoption du plan figurant dans le rapport" au 2019-03-22 {
    par         cd
    numéro      "211"
    considérant "la dématérialisation peut exclure et causer le non-recours aux droits"
    considérant "freins d'accès"
    considérant "la dématérialisation va s'accélérer : déclaration de revenus en ligne pour tous"
    considérant "objectif de l'État"
    considérant "rôle de chef de file des solidarités sociales et territoriales : une organisation présente sur tout le territoire"
    article     "1 : adoption du plan figurant dans le rapport"
    /// Sous la référence 017-221700016-20190322-137852-DE-1-1.
    reçu 2019-03-29
    chiffre "pages" 13
  }

  décision dec3 "article suivant" au 2019-03-22 {
    par     cd
    article "2"
  }

  chiffre "habitants non autonomes avec le numérique" 60 % {
    périmètre "département"
    source    "Emmaüs"
  }

  chiffre "habitants non autonomes avec le numérique" 40 % {
    périmètre "France"
  }

  événement "journée d'échanges de la régie de quartier" au vers 2017-12

  /// Après fin 2017.
  événement "lancement du réseau Net Solidaire"
}

collectivité cd17 "Département de la Charente-Maritime" {
  nature département
  pays   "FR"
}

instance cd "Conseil départemental" {
  nature assemblée
}

/// Rang 1 dans l'acte.
instance com2 "deuxième commission"

/// Rang 2 dans l'acte.
instance com1 "première commission"

partenaire soluris "Soluris" {
  chiffre "nature" "scop" {
    source "l'un"
  }
  chiffre "nature" "syndicat informatique" {
    source "l'autre"
  }
}

/// Organisé par bassins de vie.
partenaire netsol "réseau Net Solidaire" {
  dirigé par "régie de quartier Diagonales"
  membres    "travailleurs sociaux", "jeunes habitants formés au numérique"
}

partenaire emmaus "Emmaüs Connect" {
  mission "diagnostic départemental"
}

partenaire etat "secrétaire d'État chargé du numérique"

frein equipement    "équipement"
frein connexion     "connexion"
frein conception    "conception des sites"
frein connaissances "connaissances"

// Ce que d'autres visent ou portent.
objectif r4 "objectif de l'État" {
  pilote    etat
  hors-plan
  indicateur demarches "démarches en ligne" {
    cible 100 % au 2022
  }
}

action hubs "Hubs France Connectée" {
  contributeurs soluris, netsol
  partenaires   "groupement régional", cd17
  nature        "appel à projets"
  hors-plan
}

objectif o1 "accès aux droits des plus fragiles"
objectif o2 "montée en compétence générale de la population"
