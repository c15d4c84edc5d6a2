// SYNTAX TEST "source.strategy" "Un plan en français"

/// Cette feuille de route, **dans l'ordre**.
// <--- comment.block.documentation.strategy
//                          ^^^^^^^^^^^^^^^^ markup.bold.strategy
utiliser std.roles
// <-------- keyword.other.strategy
//       ^^^^^^^^^ string.unquoted.library.strategy
stratégie "Stratégie numérique 2026-2032" {
// <--------- keyword.control.strategy
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ string.quoted.double.strategy
//                                        ^ punctuation.section.block.begin.strategy
  période      2026-09 .. 2032-03   // le mandat
//^^^^^^^ keyword.other.strategy
//             ^^^^^^^ constant.numeric.date.strategy
//                     ^^ keyword.operator.range.strategy
//                        ^^^^^^^ constant.numeric.date.strategy
//                                  ^^^^^^^^^^^^ comment.line.double-slash.strategy
  periode      2027-T2
//^^^^^^^ keyword.other.strategy
//             ^^^^^^^ constant.numeric.date.strategy
  chef-de-file DGS
//^^^^^^^^^^^^ keyword.other.strategy
//             ^^^ - keyword
  revue        chaque an
//^^^^^ keyword.other.strategy
//             ^^^^^^ keyword.operator.word.strategy
  enveloppe {
//^^^^^^^^^ keyword.other.strategy
    investissement 2026: 42 k€, 2027: 12 500,50 € HT, 2028 .. 2031: 1,2 M€
//  ^^^^^^^^^^^^^^ keyword.other.strategy
//                 ^^^^ constant.numeric.date.strategy
//                     ^ punctuation.separator.key-value.strategy
//                       ^^ constant.numeric.money.strategy
//                          ^^ keyword.other.unit.strategy
//                            ^ punctuation.separator.list.strategy
//                                    ^^^^^^^^^ constant.numeric.money.strategy
//                                              ^ keyword.other.unit.strategy
//                                                ^^ keyword.other.unit.strategy
//                                                                  ^^^ constant.numeric.money.strategy
  }
}
collectivité montreval "Ville de Montreval" {
// <------------ keyword.control.strategy
//           ^^^^^^^^^ entity.name.type.strategy
  population 62_400
//           ^^^^^^ constant.numeric.strategy
  agents     à définir
//           ^^^^^^^^^ constant.language.strategy
  ia         oui
//^^ keyword.other.strategy
//           ^^^ constant.language.strategy
}
axe usagers « Des services pensés avec les usagers » {
// <--- keyword.control.strategy
//  ^^^^^^^ entity.name.type.strategy
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ string.quoted.other.guillemets.strategy
  objectif guichet-unique “Guichet numérique” {
//^^^^^^^^ keyword.control.strategy
//         ^^^^^^^^^^^^^^ entity.name.type.strategy
//                        ^^^^^^^^^^^^^^^^^^^ string.quoted.other.curly.strategy
    dépend de     identite, socle + 3 mois
//  ^^^^^^^^^ keyword.other.strategy
//                ^^^^^^^^ - keyword
//                                  ^ constant.numeric.strategy
//                                    ^^^^ keyword.other.unit.strategy
    effort        CDO 0,4 etp
//                    ^^^ constant.numeric.strategy
//                        ^^^ keyword.other.unit.strategy
    bénéfices dès 2028-07
//  ^^^^^^^^^^^^^ keyword.other.strategy
    indicateur demarches "Démarches // en ligne" {
//  ^^^^^^^^^^ keyword.control.strategy
//                        ^^^^^^^^^^^^^^^^^^^^^ string.quoted.double.strategy
      cible     40 % au 2027-12
//    ^^^^^ keyword.other.strategy
//              ^^ constant.numeric.percent.strategy
//                 ^ keyword.other.unit.strategy
//                   ^^ keyword.operator.word.strategy
      unité     "sans fin
//              ^^^^^^^^^ string.quoted.double.strategy
      départ    12 au 2026-06-30
//    ^^^^^^ keyword.other.strategy
//              ^^ constant.numeric.strategy
//                    ^^^^^^^^^^ constant.numeric.date.strategy
    }
    risque ia     élevé
//  ^^^^^^^^^ keyword.other.strategy
    risque "L'éditeur" {
//  ^^^^^^ keyword.control.strategy
    }
  }
}
écart-assumé LEG-SVE-01b {
// <------------ keyword.other.strategy
//           ^^^^^^^^^^^ entity.name.tag.strategy
  échéance 2029-01-15
//^^^^^^^^ keyword.other.strategy
}
