// planted: E0915 STR-09 W0713 E0901 E0902 E0903 E0904 E0905 E0906 E0907 E0908 E0911 E0912 E0913 E0914 E0910 STR-07 E0916
utiliser std.roles
utiliser std.policies.structure avec {
  STC-01 {
    plancher 6 mois
  }
}
stratégie "Feuille de route 2026-2032" {
  collectivité ville
  parrain      DGS
  chef-de-file CDO
  période      2026-09 .. 2032-03
  enveloppe {
    investissement 2027: 90 k€
  }
}
collectivité ville "Ville de Montreval"

référence debat "Guide dont les sources se contredisent" {
  vérifié 2026-11-20
  sûreté  incertain
}

règle objectif-suivi {
  titre     "Un exemple de faute"
  gravité   conseil
  chaque    objectif
  exige     existe objectif.pilotte
  message   "Ce message n'est jamais lu."
}
règle jalon-cher {
  titre     "Un exemple de faute"
  gravité   conseil
  chaque    jalon
  exige     jalon.date > jalon.fiche.coût
  message   "Ce message n'est jamais lu."
}
règle arrivee {
  titre     "Un exemple de faute"
  gravité   conseil
  chaque    fiche
  exige     fiche.pilote.arrivée <= fiche.début
  message   "Ce message n'est jamais lu."
}
règle debut {
  titre     "Un exemple de faute"
  gravité   conseil
  chaque    fiche
  exige     existe fiche.début
  message   "Ce message n'est jamais lu."
}
règle melange {
  titre     "Un exemple de faute"
  gravité   conseil
  chaque    fiche
  exige     existe fiche.pilote et existe fiche.budget ou fiche.hors-plan
  message   "Ce message n'est jamais lu."
}
règle illisible {
  titre     "Un exemple de faute"
  gravité   conseil
  chaque    fiche
  exige     existe fiche.pilote && existe fiche.budget
  message   "Ce message n'est jamais lu."
}
règle nom-pris {
  titre     "Un exemple de faute"
  gravité   conseil
  chaque    fiche
  soit      risque = fiche.coût
  exige     existe fiche.pilote
  message   "Ce message n'est jamais lu."
}
règle hors-taxes {
  titre     "Un exemple de faute"
  gravité   conseil
  chaque    fiche
  lorsque   existe fiche.achat
  exige     fiche.achat < 216 k€ HT
  message   "Ce message n'est jamais lu."
}
règle deux-comparaisons {
  titre     "Un exemple de faute"
  gravité   conseil
  chaque    fiche
  exige     10 k€ < fiche.coût < 20 k€
  message   "Ce message n'est jamais lu."
}
règle deux-fiches {
  titre     "Un exemple de faute"
  gravité   conseil
  chaque    fiche
  exige     existe une fiche telle que existe fiche.risques
  message   "Ce message n'est jamais lu."
}
règle liste {
  titre     "Un exemple de faute"
  gravité   conseil
  chaque    fiche
  exige     nombre de fiche.pilote >= 2
  message   "Ce message n'est jamais lu."
}
règle incomplete {
  titre     "Une règle sans exigence"
}
règle source-incertaine {
  titre     "Une obligation dont les sources se contredisent"
  gravité   erreur
  source    debat
  exige     existe stratégie.période
  message   "Ce message n'est jamais lu."
}
dérogation STC-02 {
  motif "Personne ne l'a décidée."
}

dérogation STC-99 {
  motif    "Cette règle n'existe pas."
  par      DGS
  échéance 2099-12
}
