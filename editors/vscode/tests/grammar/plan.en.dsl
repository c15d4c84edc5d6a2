// SYNTAX TEST "source.strategy" "A plan in English"

use std.roles
// <--- keyword.other.strategy
//  ^^^^^^^^^ string.unquoted.library.strategy
use "axes/users.dsl" // of the same plan
//  ^^^^^^^^^^^^^^^^ string.quoted.double.strategy
//                   ^^^^^^^^^^^^^^^^^^^ comment.line.double-slash.strategy
strategy "Digital roadmap \"2026\"" {
// <-------- keyword.control.strategy
//                        ^^ constant.character.escape.strategy
  period   2026-09 .. 2032-03
//^^^^^^ keyword.other.strategy
  review   every year
//         ^^^^^ keyword.operator.word.strategy
  currency GBP
  envelope {
    operating 2027 .. 2031: £180, 2028: 40 k£ in all
//  ^^^^^^^^^ keyword.other.strategy
//                                      ^^ constant.numeric.money.strategy
//                                            ^^^^^^ keyword.operator.word.strategy
  }
}
authority oakham "Town of Oakham" {
// <--------- keyword.control.strategy
//        ^^^^^^ entity.name.type.strategy
  population unknown
//^^^^^^^^^^ keyword.other.strategy
//           ^^^^^^^ constant.language.strategy
}
goal desk "One digital desk" {
// <---- keyword.control.strategy
//   ^^^^ entity.name.type.strategy
  owner      CTO
//^^^^^ keyword.other.strategy
//           ^^^ - entity
  depends on identity start + 18 months
//^^^^^^^^^^ keyword.other.strategy
//                    ^^^^^ keyword.operator.word.strategy
//                            ^^ constant.numeric.strategy
//                               ^^^^^^ keyword.other.unit.strategy
  milestone opening "Opening" on 2027-Q4
//^^^^^^^^^ keyword.control.strategy
//          ^^^^^^^ entity.name.type.strategy
//                            ^^ keyword.operator.word.strategy
//                               ^^^^^^^ constant.numeric.date.strategy
  funding {
    "FEDER" 40 % of investment secured on 2027-05
//          ^^ constant.numeric.percent.strategy
//               ^^ keyword.operator.word.strategy
  }
  action training
//^^^^^^ keyword.control.strategy
//       ^^^^^^^^ entity.name.type.strategy
  elected-sponsor "Deputy mayor"
//^^^^^^^^^^^^^^^ keyword.other.strategy
}
waive ART-07 on desk {
// <----- keyword.other.strategy
//    ^^^^^^ entity.name.tag.strategy
//           ^^ keyword.operator.word.strategy
  because "The desk moves."
//^^^^^^^ keyword.other.strategy
}
