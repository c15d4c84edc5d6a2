// planted: E0601 E0603 E0602
utiliser std.roles

stratégie "Feuille de route 2026-2032" {
  période 2026-09 .. 2032-03
  enveloppe {
    investissement 2027: 80 k€
  }
}

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
    }
    indicateur demarches "Démarches en ligne" {
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
