use std.roles
// <- keyword.import
//  ^ module

strategy "Digital roadmap" {
// <- keyword
//       ^ string
  lead    CDO
  // <- property
  perriod 2027
  // <- property
  envelope {
  // <- keyword
    investment 2027: 120 k€
    // <- keyword
    //         ^ number
    //             ^ punctuation.delimiter
    //               ^ number
  }
}

policy horizon {
// <- keyword
//     ^ type
  each    goal
  // <- keyword.control
  require exists goal.benefits or goal.end <= 2027
  // <- keyword.control
  //      ^ keyword.operator
  //                           ^ keyword.operator
  //                                       ^ operator
}
