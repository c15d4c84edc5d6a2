// Qui pilote et qui contribue, en plus des rôles de `std.roles`.

// Le poste est créé par la feuille de route elle-même : voir l'action `recrutement-cdo`.
pilote CDO "Direction de la transformation numérique (poste à créer)" {
  poste   à-recruter
  arrivée 2027-03-01
  coût    84 k€
  contact "transformation.numerique@montreval.example"
}

instance CST "Comité social territorial" {
  nature comité
}

pilote MAIRE "Maire de Montreval" {
  nature élu
}

// Onze agents : ses chefs de projet sont nommés, sa formation au pilotage de marchés va jusqu'à l'été 2027.
pilote DSI "Direction des systèmes d'information" {
  préparation en-préparation
  capacité    2027 .. 2032: 2 etp
}

pilote DRU "Direction de la relation aux usagers" {
  contact "relation.usagers@montreval.example"
}
pilote DEE "Direction de l'éducation et de l'enfance"
pilote DUA "Direction de l'urbanisme et de l'aménagement" {
  capacité 2027 .. 2032: 1,5 etp
}
pilote DTE   "Direction de la transition écologique"
pilote DMG   "Direction des moyens généraux et de la commande publique"
pilote CCAS  "Centre communal d'action sociale"
pilote ARCH  "Service des archives et de la documentation"
pilote MEDIA "Réseau des médiathèques"

// Organisme extérieur : la communauté d'agglomération dont la ville est membre.
partenaire AGGLO "Montreval Agglomération" {
  convention "Convention de groupement de commandes, 2021"
  contact    "numerique@agglo-montreval.example"
}
