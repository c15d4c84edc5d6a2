// The five must-haves of the founding article. A plan that declares one of these names itself takes its place.

must-have versatility   "La polyvalence"
must-have ubiquity      "L'ubiquité"
must-have user-approach "L'approche par l'usager et le métier"
must-have cooperation   "La coopération avec l'extérieur"
must-have security      "Les compétences essentielles, dont la sécurité"
