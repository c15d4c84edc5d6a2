// Qui pilote et qui contribue, en plus des rôles de `std.roles`.

// Le poste est créé par la feuille de route elle-même : voir l'action `recrutement-cdo`.
pilote CDO "Direction de la transformation numérique (poste à créer)" {
  contact "transformation.numerique@montreval.example"
}

pilote DRU "Direction de la relation aux usagers" {
  contact "relation.usagers@montreval.example"
}
pilote DEE   "Direction de l'éducation et de l'enfance"
pilote DUA   "Direction de l'urbanisme et de l'aménagement"
pilote DTE   "Direction de la transition écologique"
pilote DMG   "Direction des moyens généraux et de la commande publique"
pilote CCAS  "Centre communal d'action sociale"
pilote ARCH  "Service des archives et de la documentation"
pilote MEDIA "Réseau des médiathèques"

// Organisme extérieur : la communauté d'agglomération dont la ville est membre.
pilote AGGLO "Montreval Agglomération" {
  contact "numerique@agglo-montreval.example"
}
