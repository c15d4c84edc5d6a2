// What the press says of the presentation, the opening day and the follow-up day, and nothing else: the plan itself was not read.

/// Five years.
strategy "Plan Director de Transformación para la Innovación Digital Administrativa 2025-2029" {
  language  en
  authority valladolid
  currency  EUR
  period    2025 .. 2029

  // Levels counted, by date of the account.
  announces 3 "pillars" on 2024-12
  announces 6 axes on 2024-12
  announces 48 "measures" on 2024-12
  announces 6 axes on 2025-04
  announces 48 "measures" on 2025-04
  announces 6 axes on 2026-01
  announces 22 "lines" on 2026-01
  announces 48 "measures" on 2026-01
  announces 163 "projects" on 2026-01

  /// Investment, estimate: it depends on which measures are accepted and carried out.
  envelope {
    total about 18 M€
  }

  /// The week before the presentation.
  decision opinion "opinion" on 2024-12-16 .. 2024-12-20 {
    kind opinion
    by   comision
  }

  decision presentation "presentation to the press" on 2024-12-23 {
    by vice2
  }

  /// Next Friday.
  decision approval "approval" {
    by      pleno
    planned 2024-12-27
  }

  event opening "opening day" on 2025-04-07 {
    by     presidente
    places "Espacio La Granja"
    places "IFEMA (in a caption)"
  }

  event follow-up "follow-up day (progress and next steps)" on 2026-01-26 {
    kind   "technical meeting"
    places "Espacio La Granja"
  }

  principle "agility"
  principle "efficiency"
  principle "transparency"
  principle "citizen at the centre of the decision"
  principle "people before technology"
}

authority valladolid "Diputación de Valladolid" {
  kind    "province (diputación provincial)"
  country "ES"
  figure "municipalities"             225
  figure "hamlets (pedanías)"         9
  figure "municipalities over 20 000" 3
  figure "municipalities under 125"   84
}

owner presidente "president of the Diputación" {
  kind elected
}

owner vice2 "second vice-president, deputy for digital innovation, open government and contracts" {
  kind elected
}

owner area "Área de Innovación Digital, Gobierno Abierto y Contratación" {
  kind      service
  headed by vice2
}

owner snt "Servicio de Nuevas Tecnologías" {
  kind    service
  mission "its head presented the plan with vice2"
}

body comision "commission of the Diputación"

body pleno "Pleno" {
  kind assembly
}

partner uva "Universidad de Valladolid" {
  mission "collaborates in the digital innovation"
}

goal a1 "digitise all administrative procedures" {
  indicator procedures {
    target 100 % on 2029
  }
}

goal a2 "artificial intelligence as one more tool of the staff" {
  period to define .. 2029
}

goal a3 "new models of internal management and of processes"
goal a4 "data management and reuse of information"
goal a5 "cybersecurity"
goal a6 "continuous improvement"
goal a7 "technical infrastructure (secure networks and platforms inside the Diputación and towards other bodies and citizens)"
goal a8 "better management of resources"
goal a9 "better procedures, higher productivity"
goal a10 "services to citizens and to the municipalities of the province"
