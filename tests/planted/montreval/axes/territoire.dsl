/// Un habitant sur six renonce à une démarche parce qu'elle est en ligne (enquête de la ville, 2025). Et le numérique
/// de la ville a un coût écologique, qui vient surtout de la fabrication des équipements.
axe territoire "Un numérique pour tous et sobre" {
  élu-référent "Adjointe déléguée aux solidarités"

  /// La médiation se fait là où vont déjà les habitants : médiathèques, centres sociaux, accueils du CCAS. Les aidants
  /// professionnels sont habilités [Aidants Connect](https://aidantsconnect.beta.gouv.fr) pour agir au nom de la
  /// personne, avec son accord et dans un cadre sûr.
  objectif inclusion "Ne laisser personne de côté" {
    pilote        CCAS
    contributeurs MEDIA, DRU, COM
    partenaires   "Conseil départemental", "France services", "Centres sociaux"
    élu-référent  "Adjointe déléguée aux solidarités"
    période       2026-09 .. 2031-12
    état          en-cours
    budget {
      investissement 2027: 30 k€, 2029: 20 k€
      fonctionnement 2026: 20 k€, 2027: 110 k€, 2028 .. 2031: 125 k€, 2032: 31 k€
    }
    financement {
      "ANCT"                  50 k€ acquis
      "Conseil départemental" 10 % du fonctionnement sollicité
    }
    indicateur personnes-accompagnees "Personnes accompagnées" {
      unité     "personnes par an"
      départ    640 au 2025
      cible     1 800 au 2030
      source    "Suivi des permanences"
      fréquence "annuelle"
    }

    action mediation "Ouvrir cinq lieux de médiation, avec quatre conseillers" {
      pilote        MEDIA
      contributeurs CCAS, DRH
      partenaires   "Centres sociaux"
      période       2027-01 .. 2031-12
      budget {
        investissement 2027: 30 k€, 2029: 20 k€
        fonctionnement 2027: 95 k€, 2028 .. 2031: 115 k€, 2032: 29 k€
      }
      jalon trois-lieux "Trois premiers lieux ouverts"        au 2027-06
      jalon cinq-lieux  "Cinq lieux ouverts, un par quartier" au 2028-T3
    }

    action aidants "Former et habiliter soixante aidants" {
      pilote        CCAS
      contributeurs DRU, DPO
      période       2026-10 .. 2028-12
      état          en-cours
      budget {
        fonctionnement 2026: 20 k€, 2027: 15 k€, 2028: 10 k€
      }
      indicateur aidants-habilites "Aidants habilités" {
        unité     "aidants"
        départ    8 au 2026-06
        mesure    14 au 2026-10
        cible     60 au 2028-12
        source    "Plateforme Aidants Connect"
        fréquence "semestrielle"
      }
    }
  }

  /// La ville compte plus de 50 000 habitants : elle doit se doter d'une stratégie de numérique responsable (loi du
  /// 15 novembre 2021, article 35 ; CGCT, articles L2311-1-1 et D2311-15-1). Celle de 2024 est révisée, et son bilan
  /// présenté chaque année avec le rapport de développement durable, *avant* le débat d'orientation budgétaire.
  ///
  /// Les six thèmes et ce qui les porte :
  ///
  /// - commande publique, réemploi et réparation : `achats-responsables`, `reemploi` ;
  /// - cycle de vie des équipements : `reemploi` ;
  /// - écoconception des services : `ecoconception` ;
  /// - sensibilisation et sécurité des élus et des agents : `formation-elus`, `formation-agents`, `exercice` ;
  /// - citoyens et inclusion : `inclusion` ;
  /// - territoire connecté et données ouvertes : `capteurs`, `ouverture-donnees`.
  objectif numerique-responsable "Réduire l'empreinte du numérique de la ville" {
    pilote        DTE
    contributeurs DSI, DMG, CDO, COM
    partenaires   "ADEME", "Ressourcerie du bassin de Montreval", AGGLO
    élu-référent  "Adjoint délégué à la transition écologique"
    période       2026-11 .. 2031-12
    budget {
      investissement 2027: 60 k€, 2028: 110 k€, 2029 .. 2030: 130 k€, 2031: 90 k€
      fonctionnement 2026: 8 k€, 2027: 22 k€, 2028: 20 k€, 2029 .. 2031: 28 k€, 2032: 7 k€
    }
    financement {
      "Fonds vert" 60 k€ sollicité
    }
    indicateur duree-de-vie "Durée d'usage moyenne d'un ordinateur" {
      unité     "ans"
      départ    4,6 au 2026-06
      cible     7 au 2031-06
      source    "Inventaire du parc informatique"
      fréquence "annuelle"
    }
    indicateur part-du-reemploi "Dépense d'équipement informatique issue du réemploi" {
      départ    6 % au 2025
      cible     25 % au 2030-12
      source    "Suivi de la commande publique"
      fréquence "annuelle"
    }

    action strategie-reen "Réviser la stratégie de numérique responsable et en faire le bilan annuel" {
      pilote        DTE
      contributeurs DSI, DAF
      partenaires   AGGLO, "ADEME"
      période       2026-11 .. 2027-06
      dépend de     instances début
      budget {
        fonctionnement 2026: 8 k€, 2027: 12 k€, 2028 .. 2031: 5 k€
      }
      jalon bilan-carbone     "Évaluation de l'empreinte du numérique de la ville" au 2027-03
      jalon strategie-revisee "Stratégie révisée adoptée par le conseil municipal" au 2027-06-24
    }

    action achats-responsables "Acheter moins, et mieux : clauses types" {
      pilote        DMG
      contributeurs DSI, DTE, COM, DPO
      partenaires   AGGLO
      période       2027-01 .. 2027-06
      jalon clauses "Clauses de réparabilité, de réversibilité et d'accessibilité dans chaque marché" au 2027-06
    }

    /// Ordinateurs, écrans et téléphones reconditionnés en premier choix ; atelier de réparation avec la
    /// ressourcerie ; don du matériel réformé aux associations.
    action reemploi "Réparer, réemployer, garder sept ans" {
      pilote        DSI
      contributeurs DMG, DTE
      partenaires   "Ressourcerie du bassin de Montreval"
      période       2027-07 .. 2031-12
      dépend de     achats-responsables.clauses
      budget {
        investissement 2027: 60 k€, 2028: 90 k€, 2029 .. 2031: 90 k€
        fonctionnement 2027: 10 k€, 2028 .. 2031: 8 k€
      }
    }

    /// D'après le référentiel général d'écoconception de services numériques
    /// ([RGESN](https://ecoresponsable.numerique.gouv.fr/publications/referentiel-general-ecoconception/)).
    action ecoconception "Écoconcevoir les nouveaux services en ligne" {
      pilote        CDO
      contributeurs DSI, COM, DMG
      durée         24 mois
      dépend de     recrutement-cdo.prise-de-poste + 6 mois, strategie-reen
      budget {
        fonctionnement 2028: 7 k€, 2029: 5 k€
      }
    }

    action capteurs "Mesurer avant d'économiser : capteurs dans douze bâtiments" {
      pilote        DTE
      contributeurs DSI, DEE, RSSI
      période       2028-09 .. 2030-12
      dépend de     ouverture-donnees début, strategie-reen
      budget {
        investissement 2028: 20 k€, 2029 .. 2030: 40 k€
        fonctionnement 2029 .. 2031: 10 k€, 2032: 2 500 €
      }
      jalon quatre-ecoles "Quatre premières écoles équipées" au 2029-02
    }
  }

  /// Dix-neuf écoles, 4 300 élèves. Le projet pédagogique vient avant le matériel : chaque école écrit avec ses
  /// enseignants ce qu'elle attend du numérique, et ce dont elle ne veut pas.
  objectif ecole "Des usages accompagnés dans les dix-neuf écoles" {
    pilote        DEE
    contributeurs DSI, DPO, MEDIA
    partenaires   "Direction des services départementaux de l'éducation nationale", "Conseils d'école"
    élu-référent  "Adjointe déléguée à l'éducation"
    période       2027-01 .. 2030-08
    budget {
      investissement 2027: 40 k€, 2028: 110 k€, 2029: 140 k€, 2030: 90 k€
      fonctionnement 2027: 15 k€, 2028 .. 2031: 30 k€, 2032: 7 500 €
    }
    financement {
      "DSIL" 120 k€ sollicité
    }
    indicateur ecoles-projet "Écoles dotées d'un projet numérique et de l'équipement correspondant" {
      unité     "écoles"
      départ    3 au 2026-06
      cible     19 au 2030-08
      source    "Conseils d'école"
      fréquence "annuelle"
    }

    action projets-d-ecole "Écrire un projet numérique avec chaque école" {
      pilote        DEE
      contributeurs MEDIA
      partenaires   "Conseils d'école"
      période       2027-01 .. 2028-06
      budget {
        fonctionnement 2027: 15 k€, 2028: 10 k€
      }
      jalon premiers-projets "Sept premiers projets écrits" au 2027-07
    }

    action equipement-ecoles "Équiper les écoles selon leur projet, en matériel reconditionné d'abord" {
      pilote        DSI
      contributeurs DEE, DMG, DTE
      période       2027-09 .. 2030-08
      dépend de     projets-d-ecole.premiers-projets, achats-responsables
      budget {
        investissement 2027: 40 k€, 2028: 110 k€, 2029: 140 k€, 2030: 90 k€
        fonctionnement 2028: 20 k€, 2029 .. 2031: 30 k€, 2032: 7 500 €
      }
      jalon derniere-ecole "Dix-neuvième école équipée" au 2030-08
    }
  }
}
