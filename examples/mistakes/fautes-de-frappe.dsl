// planted: E0105 E0105 E0105 E0301 E0301 E0105 E0301 E0105 W0212
utiliser std.roles

stratégie "Feuille de route 2026-2032" {
  parrain      DGS
  chef-de-file CDO
  perriode 2026-09 .. 2032-03
  enveloppe {
    investisement 2027: 150 k€
  }
}

collectivité ville "Ville d'exemple"

axe usagers "Des services pour les usagers" {
  ojectif guichet "Guichet numérique" {
    pilote        CDOO
    contributeurs DSI, COMM
    péroide       2027-03 .. 2028-06
    dépend de     identité
    budget {
      investissement 2027: 90 k€
    }
    indicateur demarches "Démarches en ligne" {
      cibles 80 % au 2029-12
    }
  }
  objectif identite "Identité de l'usager" {
    pilote  DSI
    public  agentss
    période 2027-01 .. 2027-03
    budget {
      investissement 2027: 60 k€
    }
    indicateur comptes "Comptes ouverts" {
      unité "comptes"
      départ 12 au 2026-06
      cible 4 000 au 2028-12
    }
  }
}
