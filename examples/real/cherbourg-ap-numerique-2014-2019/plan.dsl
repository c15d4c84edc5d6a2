// Une autorisation de programme et sa révision : ce que dit la délibération, et rien d'autre.

stratégie "Développement du numérique" {
  langue       fr
  collectivité cherbourg

  décision revision "Révision de l'autorisation de programme" au 2015-11-23 {
    nature       révision
    préparée par "Direction des finances"
    numéro       "D_2015_218"
  }

  décision avis "Avis de la commission 2" {
    nature   avis
    par      "commission 2"
    résultat favorable
  }
}

collectivité cherbourg "Communauté urbaine de Cherbourg" {
  nature "communauté urbaine"
  pays   "FR"
}

autorisation ap "2/2014" au 2014-12-22 {
  nature  ap
  objet   "contribution aux travaux de réseau de Manche Numérique"
  total   2 798 785 €
  crédits 2015: 1 094 146 €, 2016: 1 047 258 €, 2017: 364 318 €, 2018: 293 063 €

  /// De 4 ans à 5 ans, total inchangé.
  révision au 2015-11-23 {
    par         revision
    considérant "l'avancement réel des travaux"
    total       2 798 785 €
    crédits     2015: 220 000 €, 2016: 1 094 146 €, 2017: 1 047 258 €, 2018: 364 318 €, 2019: 73 063 €
  }
}
