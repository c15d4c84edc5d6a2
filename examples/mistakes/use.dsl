// planted: E0007 E0001 E0005 E0006 E0005 E0007
utiliser std.role
utiliser "axes/usager.dsl"
utiliser "../../../../etc/passwd"
utiliser "use.dsl"
utiliser "/etc/passwd"
utiliser axes
utiliser std.roles

stratégie "Feuille de route 2026-2032" {
  parrain      DGS
  chef-de-file CDO
  période 2026-09 .. 2032-03
  enveloppe {
    investissement 2027: 90 k€
  }
}

collectivité ville "Ville d'exemple"

axe usagers "Des services pour les usagers" {
  objectif guichet "Guichet numérique" {
    pilote  CDO
    période 2027-03 .. 2028-06
    budget {
      investissement 2027: 90 k€
    }
    indicateur demarches "Démarches en ligne" {
      départ 12 % au 2026-06
      cible 80 % au 2029-12
    }
  }
}
