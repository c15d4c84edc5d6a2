// planted: E0201 E0201 E0201 E0502 E0501 E0502 E0402 E0502
utiliser std.roles

stratégie "Feuille de route 2026-2032" {
  parrain      DGS
  chef-de-file CDO
  période 2026-09 .. 2032-03
  enveloppe {
    fonctionnement 2027: 40 k€
  }
}

collectivité ville "Ville d'exemple"

axe usagers "Des services pour les usagers" {
  objectif guichet "Guichet numérique" {
    pilote  CDO
    période 2027-13 .. 2028-06
    jalon ouverture "Ouverture au public" au 2028-02-30
    jalon bilan     "Premier bilan"       au 12/03/2029
    budget {
      fonctionnement 2027: 40 k€
    }
    indicateur demarches "Démarches en ligne" {
      départ 12 % au 2026-06
      cible 80 % au 2033
    }
    action ateliers "Ateliers avec les usagers" {
      pilote  COM
      période 2028-06 .. 2027-06
    }
    action portail "Déployer le portail" {
      pilote  DSI
      période 2025-11 .. 2027-12
    }
    action recette "Tester le portail" {
      pilote    DSI
      période   2027-03 .. 2028-02
      dépend de portail
      jalon avis "Avis des usagers" au 2033-01
    }
  }
}
