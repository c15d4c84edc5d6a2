// planted: W0707 W0708 W0709 W0711 E0107 W0706 W0705 W0701 W0702 W0703 W0701 W0702 W0712 W0701 W0702 W0703 W0704
utiliser std.roles

stratégie "Feuille de route 2026-2032" {
  chef-de-file CDO
}

pilote DRU

axe inclusion "Un numérique pour tous" {
}

axe usagers "Des services pour les usagers" {
  objectif guichet "Guichet numérique" {
    action portail "Déployer le portail" {
      indicateur "Démarches en ligne"
    }
  }
  objectif mediation "Médiation numérique"
}
