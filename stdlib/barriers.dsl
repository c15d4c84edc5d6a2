// What the founding article says makes a digital transition fail. A plan that declares one of these names itself takes its place.

barrier culture "L'organisation et la culture passent avant la technique" {
  also organisation-et-culture
}
barrier silos "Les silos entre directions" {
  also cloisonnement
}
barrier habits "Les habitudes des élus, des décideurs, des agents et des syndicats" {
  also habitudes
}
barrier productivity "La productivité baisse pendant le plan" {
  also productivité
}
barrier successor "Le successeur récolte les bénéfices" {
  also successeur
}
barrier investment "Investir quand les budgets baissent" {
  also investissement-et-budgets
}
barrier cdo-cost "Un CDO à payer" {
  also coût-du-cdo
}
barrier no-website "Pas de site" {
  also sans-site
}
barrier unknown-data "L'ouverture des données est mal connue" {
  also données-méconnues
}
barrier inaccessible "Peu de sites accessibles" {
  also sites-inaccessibles
}
barrier leadership "Un pilotage trop bas dans la hiérarchie" {
  also pilotage-trop-bas
}
