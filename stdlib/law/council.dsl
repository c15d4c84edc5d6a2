// What the law says of the council's decisions: the texts, how sure each of them is, and the values that they set.
//
// Sûreté : `A` le texte a été lu, `B` source secondaire, `G` connaissance générale à vérifier, `incertain` les sources se contredisent.
// La date est celle de la vérification. Une valeur dont on ne sait depuis quand elle vaut est écrite à partir du 1er janvier de l'année où
// elle a été vérifiée.

référence cgct-l2121-11 "CGCT, article L2121-11 (convocation, communes de moins de 3 500 habitants)" {
  vérifié 2026-11-20
  sûreté  G
}

référence cgct-l2121-12 "CGCT, article L2121-12 (convocation et note explicative de synthèse, communes de 3 500 habitants et plus)" {
  vérifié 2026-11-20
  sûreté  A
}

référence cgct-l2121-17 "CGCT, article L2121-17 (quorum)" {
  vérifié 2026-11-20
  sûreté  A
}

référence cgct-l2121-20 "CGCT, article L2121-20 (pouvoirs et majorité)" {
  vérifié 2026-11-20
  sûreté  A
}

référence cgct-l2121-15 "CGCT, article L2121-15 (procès-verbal de la séance)" {
  vérifié 2026-11-20
  sûreté  A
}

référence cgct-l2121-29 "CGCT, article L2121-29 (compétence du conseil municipal)" {
  vérifié 2026-11-20
  sûreté  B
  actes   commune
}

référence cgct-l2131-1 "CGCT, article L2131-1 (caractère exécutoire des actes)" {
  vérifié 2026-11-20
  sûreté  A
}

référence cgct-l3121-19 "CGCT, article L3121-19 (rapport aux conseillers départementaux)" {
  vérifié 2026-11-20
  sûreté  G
}

référence cgct-l3211-1 "CGCT, article L3211-1 (compétence du conseil départemental)" {
  vérifié 2026-11-20
  sûreté  G
  actes   departement
}

référence cgct-l4132-18 "CGCT, article L4132-18 (rapport aux conseillers régionaux)" {
  vérifié 2026-11-20
  sûreté  G
}

référence cgct-l4221-1 "CGCT, article L4221-1 (compétence du conseil régional)" {
  vérifié 2026-11-20
  sûreté  G
  actes   region
}

référence cgct-l5211-1 "CGCT, article L5211-1 (fonctionnement des établissements publics de coopération intercommunale)" {
  vérifié 2026-11-20
  sûreté  G
  actes   epci, metropole, syndicat
}

référence ce-13-octobre-1993 "Conseil d'État, 13 octobre 1993 (jours francs)" {
  vérifié 2026-11-20
  sûreté  B
}

référence forme-des-actes "Forme des délibérations : un texte visé se cite avec son article" {
  vérifié 2026-09-15
  sûreté  B
}

seuil population-de-la-note "Population à partir de laquelle une note explicative de synthèse et cinq jours francs sont dus" {
  source    cgct-l2121-12
  à partir du 2026-01-01: 3 500
}
seuil délai-des-grandes-communes "Délai de convocation, communes de 3 500 habitants et plus" {
  source    cgct-l2121-12, ce-13-octobre-1993
  à partir du 2026-01-01: 5 jours francs
}
seuil délai-des-petites-communes "Délai de convocation, communes de moins de 3 500 habitants" {
  source    cgct-l2121-11, ce-13-octobre-1993
  à partir du 2026-01-01: 3 jours francs
}
seuil délai-d-urgence "Délai de convocation en urgence" {
  source    cgct-l2121-12, ce-13-octobre-1993
  à partir du 2026-01-01: 1 jour franc
}
seuil délai-des-rapports "Délai d'envoi du rapport, départements et régions" {
  source    cgct-l3121-19, cgct-l4132-18
  à partir du 2026-01-01: 12 jours
}
référence cja-r421-1 "Code de justice administrative, article R421-1 (recours pour excès de pouvoir)" {
  vérifié 2026-11-20
  sûreté  G
}
seuil délai-du-recours "Délai de recours contre un acte" {
  source    cja-r421-1
  à partir du 2026-01-01: 2 mois
}
