/// La transition numérique est d'abord une affaire d'organisation, de métiers et de confiance. Cet axe passe
/// **avant** les projets techniques : aucun outil nouveau n'est déployé dans un service dont les agents n'ont
/// été ni consultés ni formés.
axe organisation "Une organisation qui porte la transition" {
  élu-référent "Première adjointe, déléguée au personnel et à l'administration générale"

  /// La stratégie précédente (2020-2025) n'avait pas de pilote identifié : quatre actions sur dix seulement ont été
  /// menées à leur terme. La nouvelle est portée par la direction générale, puis par une direction de la
  /// transformation numérique qui lui est rattachée.
  ///
  /// Trois principes :
  ///
  /// - un seul pilote par action, qui en rend compte devant le comité de pilotage ;
  /// - une revue chaque automne, *avant* le débat d'orientation budgétaire ;
  /// - un dossier de passation prêt six mois avant la fin du mandat.
  objectif gouvernance "Un pilotage clair, porté par la direction générale" {
    pilote        DGS
    contributeurs DRH, DAF, CDO
    élu-référent  "Première adjointe, déléguée au personnel et à l'administration générale"
    période       2026-09 .. 2032-03
    état          en-cours
    budget {
      fonctionnement 2026: 15 k€, 2027: 78 k€, 2028 .. 2031: 92 k€, 2032: 23 k€
    }
    indicateur a-l-heure "Actions de la feuille de route tenues à l'échéance" {
      départ    40 % au 2025-12
      cible     80 % au 2031-06
      source    "Tableau de suivi du comité technique"
      fréquence "semestrielle"
    }

    /// Un comité de pilotage (élus et direction générale, trois fois par an) arbitre ; un comité technique
    /// (directions pilotes, chaque mois) suit l'avancement et la charge des équipes.
    action instances "Installer les instances de pilotage" {
      pilote        DGS
      contributeurs DSI, COM, DRH, DAF
      période       2026-09 .. 2026-12
      état          en-cours
      budget {
        fonctionnement 2026: 3 k€
      }
      jalon premier-copil "Premier comité de pilotage"                au 2026-10-15
      jalon regles-du-jeu "Règles d'arbitrage validées par le comité" au 2026-12
    }

    /// Le poste est ouvert aux titulaires et aux contractuels. Jusqu'à la prise de poste, la direction générale
    /// des services assure l'intérim : aucune action confiée à la nouvelle direction ne commence avant.
    action recrutement-cdo "Créer et pourvoir le poste de direction de la transformation numérique" {
      pilote        DRH
      contributeurs DGS, DAF
      période       2026-10 .. 2027-03
      dépend de     instances.premier-copil
      état          en-cours
      budget {
        fonctionnement 2026: 12 k€, 2027: 70 k€, 2028 .. 2031: 84 k€, 2032: 21 k€
      }
      jalon creation-du-poste "Création du poste au tableau des emplois" au 2026-11-26
      jalon prise-de-poste    "Prise de poste"                           au 2027-03-01
    }

    action revue-annuelle "Rendre compte chaque année, et préparer la suite" {
      pilote        CDO
      contributeurs DGS, DAF, COM
      période       2027-09 .. 2032-03
      dépend de     recrutement-cdo.prise-de-poste + 3 mois
      budget {
        fonctionnement 2027 .. 2031: 8 k€, 2032: 2 k€
      }
      jalon revue-2027 "Première revue annuelle, avant le débat d'orientation budgétaire" au 2027-11
      jalon mi-mandat  "Bilan de mi-mandat présenté au conseil municipal"                 au 2029-T2
      jalon passation  "Dossier de passation remis à la direction générale"               au 2031-09
    }
  }

  /// Élus, encadrants, agents et représentants du personnel ne vivent pas les mêmes changements. Chacun de ces
  /// quatre publics a donc son action. La baisse passagère de productivité pendant les bascules est *estimée et
  /// compensée* (renforts, report d'échéances), et non passée sous silence.
  ///
  /// Cet objectif n'a pas de budget propre : il coûte la somme de ses actions.
  objectif accompagnement "Accompagner celles et ceux dont les habitudes changent" {
    pilote        DRH
    contributeurs DGS, CDO, COM, DSI
    élu-référent  "Première adjointe, déléguée au personnel et à l'administration générale"
    période       2026-10 .. 2031-12
    état          en-cours
    indicateur aisance "Agents qui se disent à l'aise avec leurs outils numériques" {
      départ    48 % au 2026-06
      cible     75 % au 2030-06
      source    "Baromètre social interne"
      fréquence "tous les deux ans"
    }

    /// Le comité social territorial est consulté sur l'organisation cible et, dans sa formation spécialisée, sur
    /// les effets des nouveaux outils sur les conditions de travail.
    action dialogue-social "Construire le changement avec le comité social territorial" {
      pilote        DRH
      contributeurs DGS
      partenaires   "Organisations syndicales représentatives"
      période       2026-10 .. 2027-03
      dépend de     instances début
      état          en-cours
      budget {
        fonctionnement 2026: 6 k€, 2027: 6 k€
      }
      jalon avis-cst "Avis du comité social territorial sur l'organisation cible"    au 2027-02-11
      jalon charge   "Charge de bascule estimée avec chaque direction, et compensée" au 2027-03
    }

    action formation-elus "Former les élus : données, cybersécurité, achats, intelligence artificielle" {
      pilote        DGS
      contributeurs COM
      partenaires   "Organisme agréé pour la formation des élus"
      période       2026-11 .. 2031-12
      budget {
        fonctionnement 2026: 4 k€, 2027: 9 k€, 2028 .. 2031: 5 k€
      }
      jalon seminaire "Premier séminaire du bureau municipal" au 2026-12-05
    }

    /// Un parcours par famille de métiers, et non un catalogue d'outils :
    ///
    /// - accueil et relation à l'usager ;
    /// - encadrement et conduite du changement ;
    /// - fonctions support (finances, achats, ressources humaines) ;
    /// - métiers de terrain, sur le temps de travail et sur site.
    action formation-agents "Former les agents, métier par métier" {
      pilote        DRH
      contributeurs DSI, CDO, RSSI
      partenaires   "CNFPT"
      période       2027-03 .. 2031-12
      dépend de     dialogue-social.avis-cst
      budget {
        fonctionnement 2027: 55 k€, 2028: 65 k€, 2029: 55 k€, 2030 .. 2031: 30 k€
      }
      indicateur agents-formes "Agents ayant suivi un parcours numérique d'au moins une journée" {
        départ    22 % au 2026-06
        cible     85 % au 2029-12
        source    "Bilan du plan de formation"
        fréquence "annuelle"
      }
    }

    action ambassadeurs "Animer un réseau de quarante relais dans les services" {
      pilote        CDO
      contributeurs DRH, DSI
      période       2027-05 .. 2031-12
      dépend de     recrutement-cdo.prise-de-poste, dialogue-social.charge
      budget {
        fonctionnement 2027: 20 k€, 2028: 25 k€, 2029: 20 k€, 2030 .. 2031: 5 k€
      }
      jalon reseau-complet "Un relais dans chacun des quarante services" au 2027-12
    }
  }

  /// Le télétravail concerne aujourd'hui un poste télétravaillable sur trois. L'accord vient en premier, l'outil
  /// ensuite : les règles de disponibilité et le droit à la déconnexion valent aussi pour la messagerie instantanée.
  objectif travail "Travailler autrement : télétravail et outils communs" {
    pilote        DRH
    contributeurs DSI, RSSI, DGA
    élu-référent  "Première adjointe, déléguée au personnel et à l'administration générale"
    période       2027-02 .. 2028-12
    dépend de     dialogue-social.avis-cst
    budget {
      investissement 2027: 40 k€, 2028: 60 k€
      fonctionnement 2027: 8 k€, 2028: 45 k€, 2029 .. 2031: 52 k€, 2032: 13 k€
    }
    indicateur postes-mobiles "Postes télétravaillables dotés d'un équipement mobile sécurisé" {
      départ    35 % au 2026-06
      cible     70 % au 2028-12
      source    "Inventaire du parc informatique"
      fréquence "trimestrielle"
    }

    action accord-teletravail "Réviser l'accord sur le télétravail" {
      pilote        DRH
      contributeurs DGS
      partenaires   "Organisations syndicales représentatives"
      période       2027-02 .. 2027-10
      budget {
        fonctionnement 2027: 8 k€
      }
      jalon signature "Signature de l'accord révisé" au 2027-09-30
    }

    action collaboratif "Déployer un espace de travail commun" {
      pilote        DSI
      contributeurs RSSI, DPO, COM
      période       2027-10 .. 2028-12
      dépend de     accord-teletravail.signature, annuaire
      budget {
        investissement 2027: 40 k€, 2028: 55 k€
        fonctionnement 2028: 45 k€, 2029 .. 2031: 52 k€, 2032: 13 k€
      }
      jalon services-pilotes "Trois services pilotes équipés"             au 2028-T1
      jalon fin-partages     "Fermeture des anciens partages de fichiers" au 2028-12
    }
  }

  /// La ville et l'agglomération achètent et exploitent souvent deux fois la même chose. Une convention de service
  /// commun fixe d'abord *qui fait quoi et à quel prix* ; les services partagés viennent ensuite.
  objectif mutualisation "Partager les moyens avec l'agglomération" {
    pilote        DGS
    contributeurs DSI, DAF, DRH
    partenaires   AGGLO, "Centre de gestion de la fonction publique territoriale"
    élu-référent  "Maire-adjoint délégué aux relations avec l'agglomération"
    période       2027-01 .. 2029-06
    dépend de     instances
    budget {
      fonctionnement 2027: 20 k€, 2028 .. 2031: 25 k€, 2032: 6 k€
    }
    indicateur services-partages "Services numériques partagés avec l'agglomération" {
      unité     "services"
      départ    2 au 2026-06
      cible     9 au 2029-12
      source    "Annexe de la convention de service commun"
      fréquence "annuelle"
    }

    action convention "Négocier la convention de service commun" {
      pilote        DGS
      contributeurs DAF, DRH, DSI
      partenaires   AGGLO
      période       2027-01 .. 2027-12
      budget {
        fonctionnement 2027: 20 k€
      }
      jalon avis-des-cst "Avis des deux comités sociaux territoriaux"     au 2027-10
      jalon vote         "Délibérations concordantes des deux assemblées" au 2027-12-16
    }

    action catalogue "Ouvrir un catalogue de services partagés" {
      pilote        DSI
      contributeurs RSSI, DMG
      partenaires   AGGLO
      durée         18 mois
      dépend de     convention.vote
      budget {
        fonctionnement 2028 .. 2031: 25 k€, 2032: 6 k€
      }
    }
  }
}
