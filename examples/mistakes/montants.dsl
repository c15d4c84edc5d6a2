// planted: E0202 E0107 E0206 E0203 E0202 E0201
utiliser std.roles

stratégie "Feuille de route 2026-2032" {
  parrain      DGS
  chef-de-file CDO
  période 2026-09 .. 2032-03
  enveloppe {
    investissement 2027 .. 2029: 450
    fonctionnement 2027 180 k€
  }
}

collectivité ville "Ville d'exemple"

axe usagers "Des services pour les usagers" {
  objectif guichet "Guichet numérique" {
    pilote  CDO
    période 2027 .. 2028
    budget {
      investissement 2027: 90 k€, 2028: 40 k€, 2027: 20 k€
      fonctionnement 2028: 15 %
    }
    financement {
      "DSIL" 60 k
    }
    indicateur demarches "Démarches en ligne" {
      départ 12 % au 2026-06
      cible 80 % au 2029-12
    }
    action portail "Déployer le portail" {
      pilote  DSI
      période 2027
      budget {
        investissement 2027-03: 60 k€
      }
    }
  }
}
