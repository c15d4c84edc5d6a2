// Commune de Saint-Aubin-sur-Lisse : une commune inventée de 4 000 habitants. Le plan tel que le conseil le vote, en un fichier.

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
  version      "1.0"
  enveloppe {
    investissement 2027: 30 k€, 2028: 46 k€, 2029: 14 k€
    fonctionnement 2027: 24 k€, 2028: 40 k€, 2029: 46 k€, 2030: 50 k€
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
  considérant "Deux pannes en 2025 ont fermé l'accueil pendant neuf jours",
              "Un habitant sur cinq dit renoncer à une démarche parce qu'elle est en ligne"
}

axe socle "Tenir debout" {
  élu-référent "Adjointe déléguée à l'administration générale"

  /// En 2025, deux pannes ont fermé l'accueil pendant neuf jours en tout. Les sauvegardes étaient dans le même local.
  objectif pannes "Rouvrir en un jour après une panne ou une attaque" {
    pilote        DGS
    contributeurs SEC, DPO
    partenaires   CC
    période       2027-01 .. 2028-12
    thèmes        cybersécurité
    budget {
      investissement 2027: 18 k€, 2028: 16 k€
      fonctionnement 2027: 4 k€, 2028 .. 2030: 11 k€
    }
    financement {
      "DETR" 30 % de l'investissement sollicité
    }
    indicateur reprise "Durée de reprise mesurée à l'exercice annuel" {
      unité     "jours"
      départ    9 au 2025-12
      cible     3 au 2028-06
      cible     1 au 2028-12
      source    "Compte rendu d'exercice"
      fréquence "annuelle"
    }

    action sauvegardes "Sauvegarder hors du site, et le vérifier chaque mois" {
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
      période   2028-01 .. 2028-12
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
    }

    action former "Former chaque agent deux jours par an" {
      pilote  SEC
      période 2027-03 .. 2030-12
      nature  conduite-du-changement
      public  agents
      budget {
        fonctionnement 2027: 6 k€, 2028 .. 2030: 9 k€
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
      "ANCT" 12 k€ sollicité
    }
    indicateur accompagnees "Personnes accompagnées dans l'année" {
      unité     "personnes"
      départ    0 au 2026
      cible     120 au 2028
      cible     300 au 2030
      source    "Registre du guichet"
      fréquence "annuelle"
    }

    action accueil "Aménager les deux accueils et y tenir des permanences" {
      pilote  SEC
      période 2027-04 .. 2028-03
      public  habitants
      thèmes  voie-non-numérique
      budget {
        investissement 2027: 8 k€
        fonctionnement 2027: 9 k€, 2028 .. 2030: 14 k€
      }
      jalon ouverture "Ouverture du guichet" au 2027-10 {
        visible
      }
    }
    action itinerant "Aller dans les hameaux un jour par mois" {
      pilote    MED
      période   2029-01 .. 2029-12
      dépend de accueil
      public    habitants
      budget {
        fonctionnement 2029 .. 2030: 5 k€
      }
    }
  }

  objectif site "Un site que tout le monde peut lire" {
    pilote      SEC
    partenaires CC
    période     2028-01 .. 2029-06
    thèmes      accessibilité
    indicateur conformite "Conformité du site au RGAA" {
      départ    38 % au 2026-05
      cible     100 % au 2029-06
      source    "Audit"
      fréquence "annuelle"
      thèmes    rgaa
    }

    action refonte "Refaire le site avec l'agence de la communauté de communes" {
      pilote    SEC
      période   2028-01 .. 2029-06
      dépend de accueil.ouverture
      nature    technique
      budget {
        investissement 2028: 28 k€, 2029: 12 k€
        fonctionnement 2029 .. 2030: 6 k€
      }
      jalon mise-en-ligne "Mise en ligne du nouveau site" au 2029-03 {
        visible
        nature  mise-en-service
      }
    }
  }
}
