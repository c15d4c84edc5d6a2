/// Chaque démarche est repensée avec celles et ceux qui la font et qui l'instruisent, puis mise en ligne ; jamais
/// l'inverse. Le guichet, le téléphone et le papier restent ouverts à qui en a besoin.
axe usagers "Des services pensés avec les usagers" {
  élu-référent "Adjoint délégué à la relation aux usagers et au numérique"

  /// Les Montrevalois disposent aujourd'hui de onze portails et de huit mots de passe. Un seul guichet les remplace,
  /// ouvert avec [FranceConnect](https://franceconnect.gouv.fr) ou avec un compte local, au choix.
  ///
  /// On ne redemande pas à l'usager une pièce que l'administration détient déjà.
  objectif guichet "Guichet numérique unique" {
    pilote        CDO
    contributeurs DRU, DSI, COM, DPO, DAF
    partenaires   AGGLO, "Comité d'usagers"
    élu-référent  "Adjoint délégué à la relation aux usagers et au numérique"
    période       2027-04 .. 2029-12
    dépend de     recrutement-cdo.prise-de-poste
    budget {
      investissement 2028: 120 k€, 2029: 80 k€
      fonctionnement 2027: 25 k€, 2028: 20 k€, 2029 .. 2031: 45 k€, 2032: 11 k€
    }
    financement {
      "DSIL"  60 k€ sollicité
      "FEDER" 30 % de l'investissement sollicité
    }
    indicateur demarches "Démarches réalisables entièrement en ligne" {
      départ    12 % au 2026-06
      cible     80 % au 2029-12
      source    "Catalogue des démarches"
      fréquence "trimestrielle"
    }
    indicateur delai-de-reponse "Délai moyen de réponse à une demande" {
      unité     "jours"
      départ    19 au 2026-T1
      cible     7 au 2030-06
      source    "Outil de gestion de la relation usagers"
      fréquence "mensuelle"
    }

    /// Ateliers avec des usagers et des agents d'accueil, pour les vingt-cinq démarches les plus demandées :
    /// pièces inutiles supprimées, courriers réécrits, circuits raccourcis.
    action parcours "Simplifier les démarches avant de les numériser" {
      pilote        DRU
      contributeurs CDO, COM, DEE, CCAS
      partenaires   "Comité d'usagers"
      période       2027-04 .. 2028-03
      budget {
        fonctionnement 2027: 25 k€, 2028: 10 k€
      }
      jalon premiers-parcours "Dix premières démarches simplifiées" au 2027-12
      jalon tous-parcours     "Vingt-cinq démarches simplifiées"    au 2028-03
    }

    action portail "Choisir et déployer le portail" {
      pilote        DSI
      contributeurs DRU, RSSI, DPO, COM
      période       2028-01 .. 2029-03
      dépend de     parcours.premiers-parcours, identite.raccordement, politique-ssi
      budget {
        investissement 2028: 100 k€, 2029: 70 k€
        fonctionnement 2029 .. 2031: 32 k€, 2032: 8 k€
      }
      jalon attribution        "Attribution du marché"                           au 2028-06
      jalon analyse-de-risques "Analyse de risques et analyse d'impact validées" au 2028-10
      jalon attestation        "Attestation de sécurité signée par le maire"     au 2028-12
      jalon ouverture          "Ouverture au public"                             au 2029-01-15
    }

    /// Restauration scolaire, périscolaire, médiathèque, piscine, droits de place : un seul parcours de paiement,
    /// gratuit pour l'usager, et rapproché des titres sans ressaisie.
    action paiement "Payer en ligne tous les services facturés" {
      pilote        DAF
      contributeurs DSI, DEE
      partenaires   "Service de gestion comptable"
      période       2028-07 .. 2029-06
      dépend de     portail.attribution
      budget {
        investissement 2028: 20 k€
        fonctionnement 2028: 4 k€, 2029 .. 2031: 6 k€, 2032: 1 500 €
      }
      indicateur paiements-en-ligne "Recettes tarifaires payées en ligne" {
        départ    46 % au 2025-12
        cible     75 % au 2030-12
        source    "Comptabilité de la régie"
        fréquence "annuelle"
      }
    }

    action accueil "Garder un accueil humain pour chaque démarche" {
      pilote        DRU
      contributeurs CCAS, MEDIA
      période       2028-04 .. 2029-12
      dépend de     parcours
      budget {
        investissement 2029: 10 k€
        fonctionnement 2028: 6 k€, 2029 .. 2031: 7 k€, 2032: 1 500 €
      }
      jalon postes-accompagnes "Un poste en libre accès, avec un agent, dans les trois accueils" au 2029-03
    }
  }

  /// L'audit de mai 2026 mesure un taux de conformité de 54 % pour le site de la ville ; les autres services en ligne
  /// n'ont jamais été audités. Le schéma pluriannuel prévu par l'article 47 de la loi du 11 février 2005 couvre les
  /// années 2027 à 2029, avec un plan d'action chaque année.
  ///
  /// Le référentiel est le [RGAA](https://accessibilite.numerique.gouv.fr), dans sa version en vigueur le jour de
  /// l'audit. Chaque service publie sa déclaration et offre un moyen de signaler un défaut.
  objectif accessibilite "Des services en ligne accessibles à toutes et à tous" {
    pilote        COM
    contributeurs DSI, CDO, DRH
    partenaires   "Commission communale pour l'accessibilité"
    élu-référent  "Adjointe déléguée au handicap et à l'accessibilité"
    période       2027-01 .. 2029-12
    budget {
      investissement 2028: 45 k€, 2029: 25 k€
      fonctionnement 2027: 30 k€, 2028: 15 k€, 2029: 20 k€, 2030 .. 2031: 10 k€
    }
    indicateur taux-rgaa "Taux de conformité du site de la ville au RGAA" {
      départ    54 % au 2026-05-18
      cible     90 % au 2029-12
      source    "Audit externe, sur un échantillon de dix-huit pages"
      fréquence "annuelle"
    }
    indicateur services-audites "Services en ligne audités et dotés d'une déclaration" {
      unité     "sur 7"
      départ    1 au 2026-05
      cible     7 au 2028-12
      source    "Registre des déclarations d'accessibilité"
      fréquence "annuelle"
    }

    action schema-accessibilite "Adopter le schéma pluriannuel et ses plans annuels" {
      pilote        COM
      contributeurs DGS, DSI
      période       2027-01 .. 2027-06
      budget {
        fonctionnement 2027: 8 k€
      }
      jalon adoption "Schéma pluriannuel 2027-2029 adopté et publié" au 2027-05-20
    }

    action audits "Auditer les six autres services en ligne" {
      pilote        COM
      contributeurs DSI, DEE, MEDIA
      période       2027-03 .. 2027-10
      dépend de     schema-accessibilite début
      budget {
        fonctionnement 2027: 22 000 €
      }
      jalon declarations "Sept déclarations d'accessibilité en ligne" au 2027-10
    }

    action mise-en-conformite "Corriger, et ne plus publier de contenu inaccessible" {
      pilote        DSI
      contributeurs COM, DMG
      période       2027-11 .. 2029-12
      dépend de     audits.declarations, formation-agents début
      budget {
        investissement 2028: 45 k€, 2029: 25 k€
        fonctionnement 2028: 15 k€, 2029: 20 k€, 2030 .. 2031: 10 k€
      }
      jalon site-ville "Nouvelle version conforme du site de la ville" au 2028-T4
    }
  }

  /// Le dépôt en ligne des demandes d'urbanisme existe depuis 2022, mais le service imprime encore sept dossiers sur
  /// dix pour les instruire. L'objectif est d'aller au bout : instruction, consultation des services, signature et
  /// archivage sans papier.
  objectif urbanisme "Dématérialiser l'urbanisme de bout en bout" {
    pilote        DUA
    contributeurs DSI, ARCH, DRU
    partenaires   AGGLO
    élu-référent  "Adjoint délégué à l'urbanisme et au logement"
    période       2027-06 .. 2028-12
    dépend de     instances, regles-archivage début
    budget {
      investissement 2027: 20 k€, 2028: 55 k€
      fonctionnement 2028: 12 k€, 2029 .. 2031: 16 k€, 2032: 4 k€
    }
    financement {
      "Montreval Agglomération" 25 k€ acquis
    }
    indicateur sans-papier "Dossiers d'urbanisme instruits sans impression" {
      départ    31 % au 2026-06
      mesure    34 % au 2026-10
      cible     85 % au 2028-12
      source    "Logiciel d'instruction"
      fréquence "trimestrielle"
    }

    action circuit "Revoir le circuit d'instruction avec les instructeurs" {
      pilote        DUA
      contributeurs DRU, DRH
      période       2027-06 .. 2027-12
      dépend de     dialogue-social
      jalon nouveau-circuit "Circuit cible validé par les instructeurs et le service commun" au 2027-11
    }

    action instruction "Équiper et basculer l'instruction" {
      pilote        DUA
      contributeurs DSI, ARCH
      période       2028-01 .. 2028-12
      dépend de     circuit, regles-archivage.visa
      budget {
        investissement 2028: 55 k€
        fonctionnement 2028: 12 k€, 2029 .. 2031: 16 k€, 2032: 4 k€
      }
      jalon bascule "Fin de la double tenue papier et numérique" au 2028-10-01
    }
  }
}
