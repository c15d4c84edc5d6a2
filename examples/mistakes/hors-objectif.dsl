// planted: CPL-09 E0503 E0503
utiliser std.roles

stratégie "Feuille de route 2026-2032" {
  parrain      DGS
  chef-de-file CDO
  période 2026-09 .. 2032-03
  enveloppe {
    fonctionnement 2028: 40 k€
  }
}

collectivité montreval "Ville de Montreval" {
  nature commune
}
collectivité agglo "Montreval Agglomération" {
  nature epci
}

axe usagers "Des services pour les usagers" {
  objectif guichet "Guichet numérique" {
    pilote  CDO
    période 2028-01 .. 2029-06
    jalon ouverture "Ouverture au public" au 2030-01
    budget {
      fonctionnement 2028: 40 k€
    }
    indicateur demarches "Démarches en ligne" {
      départ 12 % au 2026-06
      cible 80 % au 2029-12
    }
    action ateliers "Ateliers avec les usagers" {
      pilote  COM
      période 2027-06 .. 2028-06
    }
  }
}
