// planted: E0304 E0106
utiliser std.roles

axe usagers "Des services pour les usagers" {
  objectif guichet "Guichet numérique" {
    pilote  CDO
    période 2027
    budget {
      investissement 2027: 90 k€
    }
    indicateur demarches "Démarches en ligne" {
      départ 12 % au 2026-06
      cible 80 % au 2029-12
    }
  }
}

période 2026-09 .. 2032-03
