// planted: E0204 E0205 E0110 E0204 E0109 E0108 E0108 E0108 E0202 E0205
utiliser std.roles

stratégie "Feuille de route 2026-2032" {
  parrain      DGS
  chef-de-file CDO
  collectivité montreval
  période      2026-09 .. 2032-03
  enveloppe {
    investissement 2027: 90 k€
  }
}

collectivité montreval "Ville de Montreval" {
  nature     ville
  population 62,4
  agents 850 {
    titulaires 700
  }
}

axe usagers "Des services pour les usagers" {
  objectif guichet "Guichet numérique" {
    état    commencé
    pilote  CDO
    pilote  DSI
    période 2027-03 .. 2028-06 environ
    contributeurs COM,
    budget {
      investissement 2027: 90 k€
    }
    indicateur demarches "Démarches en ligne" {
      départ 12 % au 2026-06
      cible 80 % au 2029-12
    }
    action portail "Déployer le portail" {
      pilote DSI et COM
      durée  6
      indicateur delai "Délai de réponse" {
        départ 12 au 2026-06
        cible 7etp au 2029-12
      }
    }
  }
}
