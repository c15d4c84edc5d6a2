// SYNTAX TEST "source.strategy" "Policies in both languages, and the plans that they are tried on"

utiliser std.policies.finance with {
// <-------- keyword.other.strategy
//                            ^^^^ keyword.operator.word.strategy
  FIN-02b {
//^^^^^^^ entity.name.tag.strategy
    plancher 600 k€
//  ^^^^^^^^ variable.parameter.strategy
//           ^^^ constant.numeric.money.strategy
  }
}
règle horizon-du-mandat {
// <----- keyword.control.policy.strategy
//    ^^^^^^^^^^^^^^^^^ entity.name.function.policy.strategy
  aussi     mandate-horizon
//^^^^^ keyword.other.policy.strategy
  code      ART-07
//          ^^^^^^ entity.name.tag.strategy
  paramètre marge = 6 mois
//^^^^^^^^^ keyword.other.policy.strategy
//                ^ keyword.operator.comparison.strategy
//                  ^ constant.numeric.strategy
//                    ^^^^ keyword.other.unit.strategy
  lorsque   objectif.bénéfices après mandat.fin - marge
//^^^^^^^ keyword.other.policy.strategy
//          ^^^^^^^^ - keyword
//                             ^^^^^ keyword.operator.comparison.strategy
//                                              ^ keyword.operator.arithmetic.strategy
  exige     existe objectif.continuité
//          ^^^^^^ keyword.operator.quantifier.strategy
            ou existe une action de l'objectif telle que passation parmi action.thèmes
//          ^^ keyword.operator.logical.strategy
//                                             ^^^^^^^^^ keyword.operator.quantifier.strategy
//                                                                 ^^^^^ keyword.operator.comparison.strategy
  exige l'une {
//^^^^^ keyword.other.policy.strategy
//      ^^^^^ keyword.operator.word.strategy
    nombre de action.années > 2
//  ^^^^^^ support.function.strategy
  }
  message   fr "Le bénéfice de « {objectif} » tombe après."
//^^^^^^^ keyword.other.policy.strategy
//                               ^^^^^^^^^^ constant.other.placeholder.strategy
  signale sur guichet {
//^^^^^^^ keyword.control.test.strategy
    objectif guichet "Guichet {a}" {
//  ^^^^^^^^ keyword.control.strategy
//           ^^^^^^^ entity.name.type.strategy
//                             ^^^ - constant.other.placeholder.strategy
      bénéfices dès 2032-06
//    ^^^^^^^^^^^^^ keyword.other.strategy
    }
  }
  sans-objet {
//^^^^^^^^^^ keyword.control.test.strategy
  }
}
policy horizon {
// <------ keyword.control.policy.strategy
//     ^^^^^^^ entity.name.function.policy.strategy
  each    goal
//^^^^ keyword.other.policy.strategy
  require no milestone where not milestone.visible
//^^^^^^^ keyword.other.policy.strategy
//        ^^ keyword.operator.quantifier.strategy
//                     ^^^^^ keyword.operator.quantifier.strategy
//                           ^^^ keyword.operator.logical.strategy
}
goal after "Behind a policy all is a plan again" {
// <---- keyword.control.strategy
//   ^^^^^ entity.name.type.strategy
}
