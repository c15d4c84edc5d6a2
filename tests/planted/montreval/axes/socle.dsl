/// Un service en ligne ne vaut que par sa disponibilité et par la confiance qu'on lui fait. Cet axe finance ce qui ne
/// se voit pas : la sécurité, l'identité, la mémoire.
axe socle "Un socle sûr, maîtrisé et durable" {
  élu-référent "Adjoint délégué à la relation aux usagers et au numérique"

  /// En février 2026, un rançongiciel a privé de réseau une commune voisine pendant cinq semaines. La ville veut
  /// tenir ses services vitaux — état civil, paie, restauration scolaire, police municipale — pendant *dix jours sans
  /// informatique*, et restaurer ses données en huit heures.
  ///
  /// La ville s'appuie sur [MonServiceSécurisé](https://monservicesecurise.cyber.gouv.fr) et sur le centre régional
  /// de réponse aux incidents.
  objectif cybersecurite "Résister à une attaque et continuer le service" {
    pilote        RSSI
    contributeurs DSI, DGS, COM, DPO
    partenaires   AGGLO, "Centre régional de réponse aux incidents cyber"
    élu-référent  "Adjoint délégué à la relation aux usagers et au numérique"
    période       2026-10 .. 2031-12
    état          en-cours
    budget {
      investissement 2026: 40 k€, 2027: 150 k€, 2028: 90 k€, 2029 .. 2031: 60 k€
      fonctionnement 2026: 20 k€, 2027: 45 k€, 2028 .. 2031: 60 k€, 2032: 15 k€
    }
    financement {
      "DSIL"             60 k€ acquis
      "Conseil régional" 50 k€ sollicité
    }
    indicateur restauration "Délai constaté pour restaurer les services vitaux" {
      unité     "heures"
      départ    96 au 2026-04
      cible     8 au 2028-12
      source    "Compte rendu du test de restauration"
      fréquence "trimestrielle"
    }
    indicateur hameconnage "Agents qui cliquent lors d'un faux hameçonnage" {
      départ    27 % au 2026-03
      cible     8 % au 2029-12
      source    "Campagnes internes"
      fréquence "trois fois par an"
    }

    action politique-ssi "Se donner une politique de sécurité et des règles d'attestation" {
      pilote        RSSI
      contributeurs DGS, DPO, DSI
      période       2026-10 .. 2027-06
      état          en-cours
      budget {
        fonctionnement 2026: 20 k€, 2027: 15 k€
      }
      jalon analyse       "Analyse de risques des dix services vitaux" au 2027-03
      jalon signature-ssi "Politique signée par le maire"              au 2027-05
    }

    /// Trois copies, deux supports, une hors ligne et inaltérable. Une sauvegarde qui n'a pas été restaurée ne
    /// compte pas.
    action sauvegardes "Refondre les sauvegardes et prouver qu'elles se restaurent" {
      pilote        DSI
      contributeurs RSSI
      période       2026-11 .. 2027-09
      dépend de     politique-ssi début
      budget {
        investissement 2026: 40 k€, 2027: 110 k€
        fonctionnement 2027: 10 k€, 2028 .. 2031: 30 k€, 2032: 7 500 €
      }
      jalon copie-hors-ligne "Copie hors ligne en service"            au 2027-02
      jalon restauration-1   "Première restauration complète réussie" au 2027-06-18
    }

    /// Détecter une intrusion la nuit et le dimanche suppose une équipe que la ville n'a pas : le service est partagé
    /// avec l'agglomération, et le réseau cloisonné pour qu'un poste compromis ne les emporte pas tous.
    action supervision "Cloisonner le réseau et surveiller jour et nuit" {
      pilote        DSI
      contributeurs RSSI
      partenaires   AGGLO
      période       2027-09 .. 2031-12
      dépend de     politique-ssi, sauvegardes.restauration-1
      budget {
        investissement 2027: 40 k€, 2028: 90 k€, 2029 .. 2031: 60 k€
        fonctionnement 2029 .. 2031: 10 k€, 2032: 7 500 €
      }
      jalon reseau-cloisonne "Réseau des écoles, de la vidéoprotection et des bureaux séparés" au 2028-12
    }

    action continuite "Écrire le plan de continuité avec chaque direction" {
      pilote        DGS
      contributeurs RSSI, DRH, DRU, CCAS, DEE
      période       2027-04 .. 2028-03
      dépend de     politique-ssi.analyse
      budget {
        fonctionnement 2027: 20 k€, 2028: 15 k€
      }
      jalon modes-degrades "Modes dégradés écrits pour les dix services vitaux" au 2027-10
    }

    action exercice "S'exercer chaque année à la crise" {
      pilote        RSSI
      contributeurs DGS, COM, DSI, DPO
      partenaires   "Préfecture", AGGLO
      période       2027-10 .. 2031-12
      dépend de     sauvegardes, continuite début + 6 mois
      budget {
        fonctionnement 2028: 15 k€, 2029 .. 2031: 20 k€
      }
      jalon exercice-1 "Premier exercice : une journée sans informatique à l'hôtel de ville" au 2027-11-18
    }
  }

  /// Un agent, un compte, une double authentification ; un départ ferme tous les accès le jour même. Côté usagers,
  /// FranceConnect remplace les comptes propres à chaque portail.
  objectif identite "Une identité sûre pour les agents et les usagers" {
    pilote        DSI
    contributeurs RSSI, DRH, DPO
    élu-référent  "Adjoint délégué à la relation aux usagers et au numérique"
    période       2027-01 .. 2027-12
    dépend de     instances, politique-ssi début
    budget {
      investissement 2027: 75 k€, 2028: 15 k€
      fonctionnement 2028 .. 2031: 14 k€, 2032: 3 500 €
    }
    jalon raccordement "Raccordement à FranceConnect en production" au 2027-12-10
    indicateur double-authentification "Comptes d'agents protégés par une double authentification" {
      départ    18 % au 2026-09
      cible     100 % au 2027-12
      source    "Annuaire central"
      fréquence "mensuelle"
    }

    action annuaire "Unifier les annuaires et fermer les comptes dormants" {
      pilote        DSI
      contributeurs DRH, RSSI
      période       2027-01 .. 2027-09
      budget {
        investissement 2027: 60 k€
        fonctionnement 2028 .. 2031: 10 k€, 2032: 2 500 €
      }
      jalon arrivees-departs "Arrivées et départs traités depuis le logiciel de paie" au 2027-T3
    }

    action franceconnect "Ouvrir les téléservices avec FranceConnect" {
      pilote        DSI
      contributeurs DRU, DPO
      période       2027-09 .. 2027-12
      budget {
        investissement 2027: 15 k€
        fonctionnement 2028 .. 2031: 4 k€, 2032: 1 k€
      }
    }
  }

  /// Dématérialiser sans archiver, c'est perdre. Les règles de conservation sont fixées **avant** tout remplacement
  /// de logiciel, et les éliminations soumises au visa des Archives départementales.
  objectif archivage "Archiver le numérique aussi bien que le papier" {
    pilote        ARCH
    contributeurs DSI, DGS, DPO
    partenaires   "Archives départementales", AGGLO
    élu-référent  "Adjointe déléguée à la culture et au patrimoine"
    période       2027-01 .. 2029-06
    budget {
      investissement 2028: 50 k€, 2029: 30 k€
      fonctionnement 2027: 12 k€, 2028: 10 k€, 2029 .. 2031: 22 k€, 2032: 5 500 €
    }
    financement {
      "Service interministériel des Archives de France" 20 k€ sollicité
    }
    indicateur regles-appliquees "Applications dont les règles de conservation sont appliquées" {
      unité     "applications"
      départ    4 au 2026-06
      cible     40 au 2029-06
      source    "Tableau de gestion des archives"
      fréquence "semestrielle"
    }

    action regles-archivage "Fixer les règles de conservation avec les directions" {
      pilote        ARCH
      contributeurs DPO, DUA, DRH, DAF
      partenaires   "Archives départementales"
      période       2027-01 .. 2027-10
      budget {
        fonctionnement 2027: 12 k€
      }
      jalon visa "Tableau de gestion visé par les Archives départementales" au 2027-10
    }

    action sae "Mettre en service l'archivage électronique partagé" {
      pilote        ARCH
      contributeurs DSI, RSSI
      partenaires   AGGLO
      période       2028-01 .. 2029-06
      dépend de     regles-archivage, convention.vote
      budget {
        investissement 2028: 50 k€, 2029: 30 k€
        fonctionnement 2028: 10 k€, 2029 .. 2031: 22 k€, 2032: 5 500 €
      }
      jalon premiers-versements "Premiers versements : délibérations et marchés publics" au 2028-12
    }
  }
}
