// What the published pages say, and nothing else: the beginning of each was read.

/// A high-level framework, because digital documents date fast.
strategy "Digital Strategy 2022-2025" {
  language  en
  authority maidstone
  currency  GBP
  /// The text says: the next three years and beyond.
  period 2022 .. 2025
  vision "an agile and data-driven council using modern digital design for user-centred services"
  lead   htp

  see "Introduction" {
    published 2022-02-14
  }

  see "Vision" {
    published 2022-02-10
  }

  see "Workstream 4" {
    published 2022-02-10
  }

  see "Local Digital Declaration" {
    signed 2018-09
    figure "principles" 5
  }

  see "Mid Kent Services ICT Strategy" {
    date    2018-12
    period  2019 .. 2024
    version "consultation draft 3"
    holds   "programme of work in appendix A"
  }

  under "Strategic plan"
  under "deprivation and social mobility is improved" {
    link "cross-cutting objective"
  }

  under "biodiversity and environmental sustainability is respected" {
    link "cross-cutting objective"
  }

  /// Money: a provision in the capital programme for IT projects.
  continues "Digital Strategy 2018-2021" {
    by        "the digital and ICT officers of the three councils of mks"
    published 2021-03-17
    period    2018 .. 2021
    figure "themes" "Digital Council, Digital Community" {
      source "the minute"
    }
    figure "themes" "customer, place, design, workforce, infrastructure, data" {
      source "the 2019 update"
    }
  }

  /// Continued by the strategy of 2018-2021.
  see "Customer Services Improvement Strategy"

  decision before "Digital Strategy 2018-2021" on 2018-04-25 {
    kind    adoption
    by      prc
    number  "205"
    article "mention of poor mobile reception"
  }

  decision update "Update" on 2019-09-18 {
    by      prc
    article "note progress of 2018/19"
    article "agree plan for 2019-21"
    article "new funding: none"
  }

  /// Classification: public. Wards: all.
  decision draft "adoption of the draft" on 2022-02-09 {
    kind adoption
    by   prc
  }

  decision "corporate priorities" {
    kind "implications signed off"
    by   htp
  }

  decision "cross-cutting objectives" {
    kind "implications signed off"
    by   htp
  }
}

authority maidstone "Maidstone Borough Council" {
  kind    "borough council (district)"
  part of "Kent"
  country "GB"
}

body prc "Policy and Resources Committee"

owner dfbi "Director of Finance and Business Improvement" {
  kind    "officer"
  mission "lead head of service of the report"
}

owner htp "Head of Transformation and Property" {
  kind    "officer"
  mission "senior lead of the whole strategy, report author"
}

owner tdsm "Transformation and Digital Services Manager" {
  kind "officer"
}

owner ictpm "ICT Programme Manager" {
  kind "officer"
}

owner cicgm "Corporate Insight, Communities and Governance Manager" {
  kind "officer"
}

owner hpcg "Head of Policy, Communications and Governance" {
  kind "officer"
}

owner mks "Mid Kent Services" {
  kind    joint
  mission "shared ICT service"
  figure "councils" 3
}

owner s151 "Section 151 Officer and finance team" {
  kind    "officer"
  mission "signs off the financial implications"
}

principle p1 "continuous focus on user needs"

goal w1 "simple, accessible, end-to-end services built around users' needs" {
  owner tdsm
}

goal w2 "give our people the tools to do their jobs" {
  owner ictpm
}

goal w3 "make data work for us" {
  owner cicgm
}

goal w4 "digital inclusion" {
  owner hpcg

  indicator help      "data is used to foresee where help has an effect"
  indicator broadband "all residents and businesses have decent broadband"
  indicator skills    "residents have the confidence, skills and support to use digital services"

  action data "use available data"

  figure "census returns online by ward" "lowest in Shepway and Parkwood"
  /// Anecdotal.
  figure "word of community and voluntary partners" "cost of access, and confidence with official services"
}

goal w5 "create a digital culture across the council" {
  owner htp
}

/// Right the first time and few contacts for simple tasks.
goal e1 "better customer experience"

/// Joined-up data.
goal e2 "better understanding of residents"

/// Equipped to work from anywhere.
goal e3 "happier, more productive staff"

goal e4 "more efficient processes"

/// For online services, satisfaction, efficiency.
action award "Transformation Challenge Award" {
  contributors mks
  outside
  funding {
    "central government (DCLG)" 569 000 £ received
  }
}
