// planted: FIN-01 E0603 FIN-06 W0604
utiliser std.roles

stratégie "Feuille de route 2026-2032" {
  parrain      DGS
  chef-de-file CDO
  période 2026-09 .. 2032-03
  enveloppe {
    investissement 2027: 80 k€
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
    financement {
      "DSIL"  60 k€ acquis
      "FEDER" 40 % de investissement sollicité
      "Région" 10 % de fonctionnement sollicité
    }
    indicateur demarches "Démarches en ligne" {
      départ 12 % au 2026-06
      cible 80 % au 2029-12
    }
    action portail "Déployer le portail" {
      pilote  DSI
      période 2027
      budget {
        investissement 2027: 70 k€
      }
    }
    action identite "Raccorder l'identité" {
      pilote  DSI
      période 2027
      budget {
        investissement 2027: 30 k€
      }
    }
  }
}
