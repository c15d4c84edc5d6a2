// The five must-haves of the founding article. A plan that declares one of these names itself takes its place.

must-have versatility "La polyvalence" {
  also polyvalence
}
must-have ubiquity "L'ubiquité" {
  also ubiquité
}
must-have user-approach "L'approche par l'usager et le métier" {
  also approche-usagers, approche-usagers-et-métiers
}
must-have cooperation "La coopération avec l'extérieur" {
  also coopération, coopération-externe
}
must-have security "Les compétences essentielles, dont la sécurité" {
  also compétences-clés, sécurité
}
