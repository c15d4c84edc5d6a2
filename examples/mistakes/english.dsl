// planted: E0105 E0106 E0301 E0105 E0201 E0105
use std.roles

strategy "Digital roadmap 2026-2032" {
  sponsor   DGS
  lead      CDO
  language  english
  authority oakham
  time      2026-09 .. 2032-03
  budget {
    investment 2027: 150 k€
  }
}

authority oakham "Town of Oakham" {
  kind       commune
  population 62_400
}

axis users "Services for users" {
  goal desk "One digital desk" {
    owner      CTO
    perid      2027-03 .. 2028-06
    depends on identity
    budget {
      investment 2027: 90 k€
    }
    milestone opening "Opening" on 03-2028
    indicator online "Procedures fully online" {
      baseline 12 % on 2026-06
      target 80 % before 2029-12
    }
  }
  goal identity "Digital identity" {
    owner  DSI
    period 2027-01 .. 2027-03
    budgets {
      investment 2027: 60 k€
    }
    indicator accounts "Accounts opened" {
      unit "accounts"
      baseline 12 on 2026-06
      target 4000 on 2028-12
    }
  }
}
