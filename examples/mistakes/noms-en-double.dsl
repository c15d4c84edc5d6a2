// planted: E0302 E0302 E0302 E0302 E0303
utiliser std.roles

stratégie "Feuille de route 2026-2032" {
  parrain      DGS
  chef-de-file CDO
  période 2026-09 .. 2032-03
  enveloppe {
    investissement 2027: 90 k€
  }
}

stratégie "Schéma directeur 2026-2032" {
  période 2026-09 .. 2032-03
}

// Déclarer soi-même un rôle de la bibliothèque est permis : DSI est ici le nôtre.
pilote DSI "Direction des systèmes d'information et du numérique"

collectivité ville "Ville d'exemple"

axe usagers "Des services pour les usagers" {
  objectif guichet "Guichet numérique" {
    pilote  CDO
    période 2027 .. 2028
    jalon ouverture "Ouverture aux agents" au 2027-06
    jalon ouverture "Ouverture au public"  au 2027-11
    budget {
      investissement 2027: 90 k€
    }
    indicateur demarches "Démarches en ligne" {
      départ 12 % au 2026-06
      cible 80 % au 2029-12
    }
    action usagers "Écouter les usagers" {
      pilote    DSI
      période   2028
      dépend de guichet.ouverture
    }
    action guichet "Tester le guichet" {
      pilote    CDO
      période   2028
      dépend de DSI
    }
  }
}
