// Ce que disent les délibérations lues, et rien d'autre : les actions de la feuille de route n'y sont pas.

stratégie "Feuille de route pour un numérique plus responsable" {
  langue       fr
  collectivité rouen

  décision "Service commun préfigurateur" au 2023-05
  décision "Adoption de la démarche" au 2023-06-19 {
    numéro "10-1"
  }
  décision "Création du service commun" au 2024-04-11 {
    nature création
    numéro "10-38"
  }
  décision "Adoption de la feuille de route, avant la date de la loi REEN" au 2024-12-19 {
    nature adoption
    numéro "10-2"
  }
  décision "Adhésion du CCAS" au 2025-12-18 {
    numéro "10-26"
  }
}

collectivité rouen "Ville de Rouen" {
  nature commune
  pays   "FR"
}

pilote commun "Service commun « Numérique au service de l'action publique »" {
  membres "Ville de Rouen", "Métropole Rouen Normandie", "CCAS de Rouen (à partir de 2025)"
  depuis  2024-05-01
}

pilote dsi "Numérique et systèmes d'information" {
  rattaché à commun
  effectif   91,5 "équivalents temps complet"
}

pilote confiance "Unité de confiance numérique" {
  rattaché à commun
  mission    "sécurité des systèmes d'information", "RGPD"
  effectif   3 "équivalents temps complet"
}
