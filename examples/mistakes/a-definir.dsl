// planted: W0714 W0714 E0107
utiliser std.roles

collectivité montreval "Ville de Montreval"

stratégie "Feuille de route 2026-2032" {
  période      2026-09 .. 2032-03
  parrain      DGS
  chef-de-file à définir
  enveloppe {
    investissement 2027: 100 k€
  }
}

axe usagers "Des services pour les usagers" {
  objectif guichet "Guichet numérique" {
    pilote  CDO
    période inconnu
    budget {
      investissement 2027: 80 k€
    }
    indicateur "Démarches en ligne" {
      départ 12 % au bientôt
      cible  80 % au 2028-12
    }
  }
}
