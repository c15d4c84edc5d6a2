// planted: E0401 E0401
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
    période 2027
    budget {
      investissement 2027: 90 k€
    }
    indicateur demarches "Démarches en ligne" {
      départ 12 % au 2026-06
      cible 80 % au 2029-12
    }
    action portail "Déployer le portail" {
      pilote    DSI
      période   2027
      dépend de identite
    }
    action identite "Raccorder l'identité" {
      pilote    DSI
      période   2027
      dépend de socle
    }
    action socle "Préparer le socle technique" {
      pilote    DSI
      période   2027
      dépend de portail
    }
    action ateliers "Ateliers avec les usagers" {
      pilote    COM
      période   2027
      dépend de ateliers
    }
  }
}
