utiliser std.roles
// <- keyword.import
//       ^ module

objectif guichet "Guichet numérique" {
// <- keyword
//       ^ type
//               ^ string
  pilote      CDO
  // <- keyword
  periode     2027-01 .. 2027-06
  // <- property
  //          ^ number
  //                  ^ operator
  depend de   socle, hub
  // <- property
  //     ^ keyword.operator
  //               ^ punctuation.delimiter
  duree       18 mois
  //          ^ number
  //             ^ number
  public      inconnu
  //          ^ constant.builtin
}

recueil horizon {
// <- keyword
//      ^ type
  titre   "Le bénéfice arrive à temps"
  // <- property
  lorsque existe fiche.début
  // <- keyword.control
  //      ^ keyword.operator
  exige   non (fiche.nature parmi [avis, vote])
  // <- keyword.control
  //                        ^ keyword.operator
}
