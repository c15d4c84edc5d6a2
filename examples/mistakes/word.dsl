// planted: E0101 E0101
utiliser std.roles

stratégie « Feuille de route 2026-2032 » {
  parrain      DGS
  chef-de-file CDO
  période 2026-09 .. 2032-03
  enveloppe {
    investissement 2027: 150 000 €
  }
}

collectivité ville "Ville d'exemple"

axe usagers “Des services pour les usagers” {
  objectif guichet « Guichet numérique » {
    pilote CDO
    • période 2027-03 .. 2028-06
    budget {
      investissement 2027 : 90 000 €
    }
    indicateur demarches “Démarches en ligne” {
      départ 12 % au 2026-06
      cible 80 % au 2029-12
    }
    action portail « Déployer le portail » {
      pilote  DSI
      – période 2027
    }
  }
}
