// What the law says of public money: the texts, how sure each of them is, and the values that they set.
//
// Sûreté : `A` le texte a été lu, `B` source secondaire, `G` connaissance générale à vérifier, `incertain` les sources se contredisent.
// La date est celle de la vérification. Une valeur dont on ne sait depuis quand elle vaut est écrite à partir du 1er janvier de l'année où
// elle a été vérifiée.

référence cgct-l2311-3 "CGCT, article L2311-3 (autorisations de programme et d'engagement, crédits de paiement)" {
  vérifié 2026-11-20
  sûreté  A
}

référence cgct-l1612-2 "CGCT, article L1612-2 (date limite du vote du budget)" {
  vérifié 2026-09-15
  sûreté  B
  depuis  2026-01-01
}

référence cgct-l1612-4 "CGCT, article L1612-4 (équilibre réel du budget)" {
  vérifié 2026-09-15
  sûreté  B
}

référence cgct-l2312-1 "CGCT, article L2312-1 (débat d'orientation budgétaire)" {
  vérifié 2026-11-20
  sûreté  B
}

référence cgct-l1111-10 "CGCT, article L1111-10 (participation minimale du maître d'ouvrage)" {
  vérifié 2026-11-20
  sûreté  B
}

référence ordonnance-2025-526 "Ordonnance 2025-526 (règles budgétaires et comptables, première partie du CGCT)" "aida.ineris.fr/node/44215" {
  vérifié 2026-11-20
  sûreté  B
  depuis  2026-01-01
}

référence fctva "Fonds de compensation pour la TVA (FCTVA) : dépenses éligibles" {
  vérifié 2026-11-20
  sûreté  B
}

référence fctva-taux "Fonds de compensation pour la TVA (FCTVA) : taux, à relire à chaque loi de finances" {
  vérifié 2026-11-20
  sûreté  incertain
}

référence sections-budgétaires "Nomenclature budgétaire : ce qui relève du fonctionnement et de l'investissement" {
  vérifié 2026-11-20
  sûreté  G
}

référence plans-de-financement "Plans de financement : distinguer l'acquis (notifié) du sollicité" {
  vérifié 2026-09-15
  sûreté  B
}

référence dotations-d-investissement "Dotations d'investissement de l'État : DETR, DSIL" {
  vérifié 2026-11-20
  sûreté  G
}

référence montants-ht-et-ttc "Achats comparés aux seuils hors taxes, budget et FCTVA toutes taxes comprises" {
  vérifié 2026-11-20
  sûreté  G
}

référence programme-pluriannuel "Programme pluriannuel d'investissement (PPI)" {
  vérifié 2026-11-20
  sûreté  B
}

référence renouvellements "Renouvellements : conseils municipaux en mars 2026 et en 2032, départements et régions en 2028" {
  vérifié 2026-11-20
  sûreté  G
}

référence taux-de-tva "Taux normal de la TVA : 20 % depuis le 1er janvier 2014" {
  vérifié 2026-11-30
  sûreté  G
}

// Ce que vaut hors taxes un montant donné toutes taxes comprises, et l'inverse (`.ht`, `.ttc`).
seuil taux-tva "Taux normal de la TVA" {
  source    taux-de-tva
  à partir du 2014-01-01: 20 %
}

seuil part-minimale "Part minimale du maître d'ouvrage dans les financements publics d'un investissement" {
  source    cgct-l1111-10
  à partir du 2026-01-01: 20 %
}

// Le 15 avril ; le 30 avril l'année du renouvellement de l'assemblée.
seuil limite-du-budget-communal "Date limite du vote du budget des communes et de leurs groupements" {
  source    cgct-l1612-2, renouvellements
  à partir du 2026-01-01: 2026-04-30
  à partir du 2027-01-01: 2027-04-15
  à partir du 2028-01-01: 2028-04-15
  à partir du 2029-01-01: 2029-04-15
  à partir du 2030-01-01: 2030-04-15
  à partir du 2031-01-01: 2031-04-15
  à partir du 2032-01-01: 2032-04-30
  jusqu'au  2032-12-31
}
seuil limite-du-budget-territorial "Date limite du vote du budget des départements et des régions" {
  source    cgct-l1612-2, renouvellements
  à partir du 2026-01-01: 2026-04-15
  à partir du 2027-01-01: 2027-04-15
  à partir du 2028-01-01: 2028-04-30
  à partir du 2029-01-01: 2029-04-15
  à partir du 2030-01-01: 2030-04-15
  à partir du 2031-01-01: 2031-04-15
  à partir du 2032-01-01: 2032-04-15
  jusqu'au  2032-12-31
}
seuil population-du-débat "Population à partir de laquelle une commune débat des orientations budgétaires" {
  source    cgct-l2312-1
  à partir du 2026-01-01: 3 500
}
// Deux mois dans l'ancien texte du L2312-1, dix semaines sous la nomenclature M57.
seuil avance-du-débat "Le débat d'orientation a lieu dans les dix semaines qui précèdent le vote du budget" {
  source    cgct-l2312-1
  à partir du 2026-01-01: 70 jours
}
seuil taux-fctva "Taux du FCTVA, sur l'investissement éligible toutes taxes comprises" {
  source    fctva-taux
  à partir du 2026-01-01: 16,404 %
}
seuil taux-fctva-iaas "Taux du FCTVA sur l'informatique en nuage en infrastructure (IaaS)" {
  source    fctva-taux
  à partir du 2021-01-01: 5,6 %
}
