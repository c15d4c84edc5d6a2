// The département of Haute-Lisse: it does not exist. The same language in its English spelling.

use std.roles
use std.themes
use std.must-haves
// The plan is written in English: the rule looks for the English word.
use std.policies.law with {
  LEG-SEC-02 {
    mot "complaint"
  }
}
use std.policies.council
use std.policies.structure
use std.policies.finance

/// Roads, colleges, social aid: most of what the département does meets people who did not choose to meet it. Its digital strategy is
/// about their time, and about the time of the 2,300 staff who serve them.
strategy "Digital strategy of the Haute-Lisse 2027-2031" {
  language  en
  authority haute-lisse
  period    2027 .. 2031
  sponsor   PRESIDENT
  lead      DGS
  review    every year
  version   "1.0"
  envelope {
    investment 2027: 640 k€, 2028: 900 k€, 2029: 700 k€, 2030: 250 k€
    operating  2027: 300 k€, 2028: 420 k€, 2029: 480 k€, 2030 .. 2031: 520 k€
  }
  risk "The software of the social services is at the end of its contract in 2028" {
    likelihood high
    impact     high
    mitigation "Extend it by a year before the tender"
    owner      DSI
  }
}

authority haute-lisse "Département de la Haute-Lisse" {
  kind         departement
  population   214 000
  agents       2 300
  mandate      2021-07-01 .. 2028-03
  assembly     "departmental council"
  website      "https://haute-lisse.example"
  e-services   referral, receipt, payment, addresses
  receipts     900 k€
  algorithms   yes
  ai           no
  cyber-cover  yes
  transmission electronic
  publicity    electronic
}

owner PRESIDENT "President of the departmental council" {
  kind elected
}
owner SOC "Directorate of solidarity"
owner ROA "Directorate of roads"
body CST "Social committee" {
  kind committee
}

decision opinion "Opinion of the social committee" on 2026-11-05 {
  kind   opinion
  by     CST
  result favourable
}

decision adoption "Adoption of the digital strategy 2027-2031" on 2026-12-18 {
  kind        adoption
  reported by "Vice-president in charge of digital affairs"
  convened    2026-12-04
  session     2026-12-18
  because     "One file in three of social aid waits for a document that another service holds"
}

authorisation "Social file" on 2026-12-18 {
  kind    ap
  by      adoption
  total   1 200 k€
  credits 2027: 300 k€, 2028: 600 k€, 2029: 300 k€
}

axis people "Time given back to people" {
  elected-sponsor "Vice-president in charge of solidarity"

  /// Allowances for old age, disability and income support are asked for with one form, and followed in one place.
  goal one-file "One file for all social aid" {
    owner        SOC
    contributors DSI, DPO
    partners     "Family allowance fund"
    period       2027-01 .. 2029-12
    strengthens  approche-usagers
    budget {
      investment 2027: 300 k€, 2028: 600 k€, 2029: 300 k€
      operating  2027: 60 k€, 2028: 120 k€, 2029 .. 2031: 160 k€
    }
    funding {
      "FEDER" 20 % of investment sought
    }
    indicator delay "Days from a complete file to the decision" {
      unit      "days"
      baseline  74 on 2026-06
      target    45 on 2028-12
      target    30 on 2030-12
      source    "Business software"
      frequency "monthly"
    }

    action tender "Choose the software with social workers" {
      owner    SOC
      period   2027-01 .. 2028-03
      nature   change
      audience agents
      budget {
        investment 2027: 300 k€
        operating  2027: 60 k€
      }
      milestone list "What each service asks for, in one list" on 2027-06
      milestone award "Contract awarded" on 2028-03 {
        nature award
      }
    }
    action opening "Open it in the twelve solidarity centres" {
      owner          DSI
      period         2028-04 .. 2029-12
      depends on     tender.award, directory
      nature         technical
      personal-data  yes
      sensitive-data yes
      contributors   DPO, SOC
      budget {
        investment 2028: 600 k€, 2029: 300 k€
        operating  2028: 120 k€, 2029 .. 2031: 160 k€
      }
      milestone impact "Impact assessment validated" on 2028-07 {
        nature dpia
      }
      milestone first-centre "First centre" on 2028-10 {
        visible
      }
      milestone all-centres "All twelve centres" on 2029-12 {
        visible
      }
    }
  }

  goal open "Data that others can use" {
    owner   DSI
    period  2028-01 .. 2030-12
    themes  open-data
    licence "Licence Ouverte 2.0"
    budget {
      investment 2028: 40 k€
      operating  2028 .. 2031: 30 k€
    }
    indicator sets "Data sets published and up to date" {
      unit      "data sets"
      baseline  4 on 2026-06
      target    40 on 2030-12
      source    "Open data portal"
      frequency "yearly"
    }
    action inventory "Make the inventory of what is held" {
      owner  DSI
      period 2028-04 .. 2028-12
      nature technical
    }
    action rules "Publish the rules of the algorithms that decide" {
      owner  SOC
      period 2028-04 .. 2029-06
      nature organisation
      themes algorithms
      milestone rules-online "Rules online" on 2029-06 {
        visible
        nature  delivery
      }
    }
    action publish "Publish roads, colleges and works, every night" {
      owner      ROA
      period     2029-01 .. 2030-12
      depends on inventory
      nature     technical
    }
  }
}

axis ground "A ground that holds" {
  elected-sponsor "Vice-president in charge of finance"

  goal safe "Two days at most without our services" {
    owner        RSSI
    contributors DSI, DPO
    period       2027-01 .. 2028-12
    themes       cybersecurity, incident-response
    budget {
      investment 2027: 220 k€, 2028: 160 k€
      operating  2027: 140 k€, 2028 .. 2031: 150 k€
    }
    indicator restart "Days to restart, measured in the yearly exercise" {
      unit      "days"
      baseline  9 on 2026-03
      target    2 on 2028-12
      source    "Report of the exercise"
      frequency "yearly"
    }
    action directory "One directory of persons and rights" {
      owner  DSI
      period 2027-01 .. 2027-12
      nature technical
      milestone in-service "Directory in service" on 2027-11 {
        nature go-live
      }
    }
    /// The duty officer files the complaint within 72 hours; the sheet says to whom, and who signs it.
    action exercise "Practise a cut with the directorates" {
      owner      RSSI
      period     2028-01 .. 2028-12
      depends on directory
      nature     change
      audience   agents
      themes     incident-response
      milestone complaint "Sheet on the complaint within 72 hours, given to each directorate" on 2028-03
    }
  }

  goal readable "Sites that everybody can read" {
    owner  COM
    period 2027-06 .. 2030-06
    themes accessibility
    budget {
      investment 2027: 80 k€, 2029: 200 k€, 2030: 60 k€
      operating  2027 .. 2031: 40 k€
    }
    indicator rgaa-rate "Conformity of our sites to the RGAA" {
      baseline  47 % on 2026-05
      target    75 % on 2028-06
      target    100 % on 2030-06
      source    "Audit"
      frequency "yearly"
      themes    rgaa
    }
    action audit "Audit the nine sites, publish their statements" {
      owner  COM
      period 2027-06 .. 2028-06
      nature technical
      themes accessibility
      milestone statements "Nine statements published" on 2027-12 {
        visible
        nature  declaration
      }
    }
    action rework "Rework what fails, beginning with what is used most" {
      owner      COM
      period     2028-07 .. 2030-06
      depends on audit
      nature     technical
    }
  }
}
