// Ville de Montreval : une ville inventée. Tout ce qui suit est un exemple.

utiliser std.roles
utiliser "responsables.dsl"
utiliser "axes/organisation.dsl"
utiliser "axes/usagers.dsl"
utiliser "axes/socle.dsl"
utiliser "axes/donnees.dsl"
utiliser "axes/territoire.dsl"

/// Cette feuille de route fixe ce que la ville fera du numérique pendant le mandat, **dans quel ordre** et avec quels
/// moyens. Elle tient en une idée : changer d'abord l'organisation et les habitudes, ensuite les outils.
///
/// Cinq engagements, un par axe :
///
/// 1. une organisation qui porte la transition, avec un pilote par action et un dialogue social préalable ;
/// 2. des services pensés *avec* les usagers, accessibles, et doublés d'un accueil humain ;
/// 3. un socle sûr, qui résiste à une attaque et conserve la mémoire de la ville ;
/// 4. des données connues, ouvertes et utiles à la décision ;
/// 5. un numérique pour tous, et sobre.
///
/// Elle a été préparée entre avril et septembre 2026 par les directions, avec douze ateliers ouverts aux agents et
/// quatre réunions d'usagers. L'enveloppe couvre les dépenses nouvelles ; le budget courant de la direction des
/// systèmes d'information n'y figure pas. Les montants sont toutes taxes comprises.
stratégie "Stratégie numérique 2026-2032" {
  langue       fr
  collectivité montreval
  période      2026-09 .. 2032-03
  parrain      DGS
  chef-de-file CDO
  // Chaque investissement a sa dépense de fonctionnement ensuite : en 2032, trois mois seulement.
  enveloppe {
    investissement 2026: 42 k€, 2027: 430 k€, 2028: 720 k€, 2029: 560 k€, 2030: 320 k€, 2031: 160 k€
    fonctionnement 2026: 75 k€, 2027: 0,5 M€, 2028: 620 k€, 2029: 670 k€, 2030 .. 2031: 630 k€, 2032: 145 000 €
  }
}

collectivité montreval "Ville de Montreval" {
  nature     commune
  population 62_400
  agents     850
  mandat     2026-03-22 .. 2032-03
  assemblée  "conseil municipal"
  site       "https://montreval.example"
}
