// What the founding article says makes a digital transition fail. A plan that declares one of these names itself takes its place.

barrier culture      "L'organisation et la culture passent avant la technique"
barrier silos        "Les silos entre directions"
barrier habits       "Les habitudes des élus, des décideurs, des agents et des syndicats"
barrier productivity "La productivité baisse pendant le plan"
barrier successor    "Le successeur récolte les bénéfices"
barrier investment   "Investir quand les budgets baissent"
barrier cdo-cost     "Un CDO à payer"
barrier no-website   "Pas de site"
barrier unknown-data "L'ouverture des données est mal connue"
barrier inaccessible "Peu de sites accessibles"
barrier leadership   "Un pilotage trop bas dans la hiérarchie"
