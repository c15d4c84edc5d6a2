// planted: E0103
utiliser std.roles

stratégie "Feuille de route 2026-2032" {
  parrain      DGS
  chef-de-file CDO
  période 2026-09 .. 2032-03
  enveloppe {
    investissement 2027: 150 k€
  }
}

collectivité ville "Ville d'exemple"

axe usagers "Des services pour les usagers" {
  objectif guichet "Guichet numérique" {
    pilote    CDO
    période   2027-03 .. 2028-06
    dépend de identite
    budget {
      investissement 2027: 90 k€
    indicateur demarches "Démarches en ligne" {
      départ 12 % au 2026-06
      cible 80 % au 2029-12
    }
  }
  objectif identite "Identité de l'usager" {
    pilote  DSI
    période 2027-01 .. 2027-03
    budget {
      investissement 2027: 60 k€
    }
    indicateur comptes "Comptes ouverts" {
      unité "comptes"
      départ 12 au 2026-06
      cible 4 000 au 2028-12
    }
  }
}
