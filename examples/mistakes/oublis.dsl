// planted: CPL-07 CPL-08 CPL-09 W0711 E0107 CPL-06 CPL-05 CPL-01 CPL-02 CPL-03 CPL-01b CPL-02b W0712 CPL-01 CPL-02 CPL-03 CPL-04
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
