// planted: W0710 W0713 E0105 W0710
utiliser std.roles

stratégie "" {
  collectivité ville
  priode       2026-09 .. 2032-03
  parrain      DGS
  chef-de-file CDO
  enveloppe {
    fonctionnement 2027: 40 k€
  }
}

collectivité ville " "
