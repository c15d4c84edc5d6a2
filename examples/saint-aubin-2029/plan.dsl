// Le plan de Saint-Aubin-sur-Lisse deux ans après le vote : les états, les paiements et les mesures, et ce que le conseil est appelé à
// modifier. Le plan voté est dans ../saint-aubin.

utiliser std.roles
utiliser std.themes
utiliser std.policies.law
utiliser std.policies.council
utiliser std.policies.structure
utiliser std.policies.finance

/// Quatre mille habitants, quarante-deux agents, pas d'informaticien : la commune ne bâtit rien seule. Elle s'appuie sur la
/// communauté de communes et sur le syndicat départemental, et s'occupe de ce que nul ne fera à sa place : accueillir, former,
/// protéger, rendre des comptes.
///
/// Ce plan tient en quatre objectifs. Chacun a un pilote, un montant et une mesure.
stratégie "Plan numérique communal 2027-2030" {
  langue       fr
  collectivité saint-aubin
  période      2027 .. 2030
  parrain      MAIRE
  chef-de-file DGS
  revue        chaque an
  version      "2.0"
  enveloppe {
    investissement 2027: 30 k€, 2028: 18 k€, 2029: 32 k€, 2030: 14 k€
    fonctionnement 2027: 24 k€, 2028: 40 k€, 2029: 46 k€, 2030: 52 k€
  }
  risque "La secrétaire générale part à la retraite en 2028" {
    probabilité forte
    gravité     forte
    parade      "Recruter six mois avant, en tuilage"
    pilote      DGS
  }
}

collectivité saint-aubin "Commune de Saint-Aubin-sur-Lisse" {
  nature          commune
  population      4 000
  agents          42
  mandat          2026-03-22 .. 2032-03
  assemblée       "conseil municipal"
  site            "https://saint-aubin.example"
  téléservices    saisine, accusé-de-réception, paiement, adresses
  recettes        180 k€
  algorithmes     non
  ia              non
  assurance-cyber non
  transmission    électronique
  publicité       électronique
}

pilote MAIRE "Maire de Saint-Aubin-sur-Lisse" {
  nature élu
}
pilote SEC "Secrétariat général et état civil"
pilote MED "Médiathèque"
partenaire CC "Communauté de communes de la Lisse" {
  convention "Convention de service commun informatique, 2025"
}
instance CST "Comité social territorial" {
  nature comité
}

décision avis-cst "Avis du comité social territorial sur le plan" au 2026-11-10 {
  nature   avis
  par      CST
  résultat favorable
}

décision adoption "Adoption du plan numérique communal 2027-2030" au 2026-12-17 {
  nature      adoption
  rapporteur  "Adjointe déléguée à l'administration générale"
  convoqué le 2026-12-10
  séances     2026-12-17
  numéro      "2026-71"
  résultat    adoptée
  en exercice 27
  présents    22
  représentés 3
  voix        pour 21, contre 1, abstentions 3
  transmis    2026-12-18
  reçu        2026-12-18
  publié      2026-12-21
  considérant "Deux pannes en 2025 ont fermé l'accueil pendant neuf jours",
              "Un habitant sur cinq dit renoncer à une démarche parce qu'elle est en ligne"
}

décision bilan-2027 "Bilan 2027 du plan numérique" au 2028-02-08 {
  nature   bilan
  résultat adoptée
}

décision bilan-2028 "Bilan 2028 du plan numérique" au 2029-02-13 {
  nature bilan
}

décision modification "Modification du plan numérique communal" au 2029-02-13 {
  nature      révision
  révise      adoption
  rapporteur  "Adjointe déléguée à l'administration générale"
  convoqué le 2029-02-06
  séances     2029-02-13
}

axe socle "Tenir debout" {
  élu-référent "Adjointe déléguée à l'administration générale"

  /// En 2025, deux pannes ont fermé l'accueil pendant neuf jours en tout. Les sauvegardes étaient dans le même local.
  objectif pannes "Rouvrir en un jour après une panne ou une attaque" {
    pilote        DGS
    contributeurs SEC, DPO
    partenaires   CC
    état          en-cours au 2027-01
    période       2027-01 .. 2029-06
    thèmes        cybersécurité
    budget {
      investissement 2027: 18 k€, 2028: 16 k€
      fonctionnement 2027: 4 k€, 2028 .. 2030: 11 k€
      dépensé        2027: 23 k€, 2028: 25 400 €
    }
    financement {
      "DETR" 30 % de l'investissement acquis
    }
    indicateur reprise "Durée de reprise mesurée à l'exercice annuel" {
      unité     "jours"
      départ    9 au 2025-12
      cible     3 au 2028-06
      cible     1 au 2028-12
      mesure    6 au 2027-10
      mesure    2 au 2028-11
      source    "Compte rendu d'exercice"
      fréquence "annuelle"
    }

    action sauvegardes "Sauvegarder hors du site, et le vérifier chaque mois" {
      état    en-cours au 2027-02
      état    terminé au 2027-11 "Deux mois de retard : la fibre n'était pas posée"
      pilote  DGS
      période 2027-01 .. 2027-09
      nature  technique
      budget {
        investissement 2027: 18 k€
        fonctionnement 2027: 4 k€, 2028 .. 2030: 5 k€
      }
      jalon premiere-restauration "Première restauration complète réussie" au 2027-09
    }
    action exercice "Faire un exercice de panne avec tous les services" {
      pilote    SEC
      état      en-cours au 2028-03
      période   2028-01 .. 2029-06
      dépend de sauvegardes
      nature    conduite-du-changement
      public    agents
      thèmes    procédure-d-incident
      budget {
        investissement 2028: 16 k€
        fonctionnement 2028 .. 2030: 6 k€
      }
      jalon exercice-1 "Premier exercice" au 2028-06 {
        visible
      }
    }
  }

  objectif agents "Des agents à l'aise, et une référente par service" {
    pilote        DGS
    contributeurs SEC, MED
    période       2027-03 .. 2030-12
    indicateur aise "Agents qui se disent à l'aise avec leurs outils" {
      départ    41 % au 2026-09
      cible     75 % au 2030-12
      source    "Questionnaire annuel"
      fréquence "annuelle"
      mesure    52 % au 2027-10
      mesure    58 % au 2028-10
    }
    état en-cours au 2027-03

    action former "Former chaque agent deux jours par an" {
      pilote  SEC
      période 2027-03 .. 2030-12
      nature  conduite-du-changement
      public  agents
      budget {
        fonctionnement 2027: 6 k€, 2028 .. 2030: 9 k€
        dépensé        2027: 5 200 €, 2028: 8 900 €
      }
      état en-cours au 2027-03
    }

    // Ajoutée par la modification de 2029 : au milieu de l'axe rien ne change de numéro.
    action referente "Nommer une référente numérique dans chaque service" {
      pilote  DGS
      période 2029-03 .. 2029-12
      nature  conduite-du-changement
      public  agents
      budget {
        fonctionnement 2030: 2 k€
      }
    }
  }
}

axe habitants "Ne laisser personne à la porte" {
  élu-référent "Adjoint délégué aux solidarités"

  /// Un guichet tenu par un agent formé, à la mairie le matin et à la médiathèque l'après-midi.
  objectif guichet "Un guichet où l'on fait ses démarches avec quelqu'un" {
    pilote        SEC
    contributeurs MED
    partenaires   CC, "France services de la Lisse"
    période       2027-04 .. 2029-12
    thèmes        inclusion
    financement {
      "ANCT" 12 k€ refusé
    }
    indicateur accompagnees "Personnes accompagnées dans l'année" {
      unité     "personnes"
      départ    0 au 2026
      cible     120 au 2028
      cible     300 au 2030
      mesure    34 au 2027
      mesure    141 au 2028
      source    "Registre du guichet"
      fréquence "annuelle"
    }

    action accueil "Aménager les deux accueils et y tenir des permanences" {
      pilote  SEC
      état    en-cours au 2027-05
      état    terminé au 2028-03
      période 2027-04 .. 2028-03
      public  habitants
      thèmes  voie-non-numérique
      budget {
        investissement 2027: 8 k€
        fonctionnement 2027: 9 k€, 2028 .. 2030: 14 k€
        dépensé        2027: 18 100 €, 2028: 13 700 €
      }
      jalon ouverture "Ouverture du guichet" au 2027-10 {
        visible
      }
    }
  }

  objectif site "Un site que tout le monde peut lire" {
    pilote      SEC
    partenaires CC
    état        reporté au 2028-04 "L'agence de la communauté de communes n'a recruté qu'en janvier 2029"
    période     2029-02 .. 2030-06
    thèmes      accessibilité
    indicateur conformite "Conformité du site au RGAA" {
      départ    38 % au 2026-05
      cible     100 % au 2030-06
      mesure    40 % au 2028-05
      source    "Audit"
      fréquence "annuelle"
      thèmes    rgaa
    }

    action refonte "Refaire le site avec l'agence de la communauté de communes" {
      pilote    SEC
      état      reporté au 2028-04 "L'agence de la communauté de communes n'a recruté qu'en janvier 2029"
      période   2029-02 .. 2030-06
      dépend de accueil.ouverture
      nature    technique
      budget {
        investissement 2029: 32 k€, 2030: 12 k€
        fonctionnement 2030: 8 k€
      }
      jalon mise-en-ligne "Mise en ligne du nouveau site" au 2030-03 {
        visible
        nature  mise-en-service
      }
    }
  }
}
