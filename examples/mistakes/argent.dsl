// planted: W0609 W0608 W0508 W0607 W0606 E0605 W0609
utiliser std.roles

collectivité montreval "Ville de Montreval"

stratégie "Feuille de route" {
  parrain      DGS
  chef-de-file CDO
  collectivité montreval
  période      2026-09 .. 2032-03
  enveloppe {
    total 18 M€
  }
  autorisation "AP 2027-01" {
    nature  ap
    total   300 k€
    crédits 2027: 100 k€, 2028: 150 k€
  }
}

axe socle "Un socle sûr" {
  objectif reseau "Réseau des écoles" {
    pilote  DSI
    période 2028-01 .. 2029-06
    budget {
      investissement 2027: 80 k€ HT, 2028: 60 k€ TTC
      fonctionnement 2029: 5 k£
    }
    financement {
      "Région" 70 k€ sollicité {
        assiette 60 k€ HT
      }
    }
    indicateur "Écoles raccordées" {
      départ 2 "écoles" au 2026
      cible  14 "écoles" au 2029
    }
  }
  objectif portail "Portail des usagers" {
    pilote  CDO
    période 2027 .. 2028
    budget {
      total 20 .. 30 k€
    }
    indicateur "Visites" {
      départ 0 "visites" au 2027
      cible  5 000 "visites" au 2028
    }
  }
}
