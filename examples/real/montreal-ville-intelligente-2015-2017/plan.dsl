// Ce que disent le début de chaque page publiée et la presse, et rien d'autre.

stratégie "Plan d'action Montréal, ville intelligente et numérique 2015-2017" {
  langue       fr
  collectivité montreal
  monnaie      CAD
  période      2015 .. 2017
  annonce      70 actions

  chiffre "diapositives" 58

  relève de "Stratégie montréalaise 2014-2017" {
    date   2015-01-29
    publié 2015-01
    chiffre "pages" 52
  }

  /// Annoncé pour la stratégie 2014-2017 (janvier 2015), repris pour le plan (mai 2015).
  enveloppe {
    total 23 M$ CAD
  }
  chiffre "budget" 5 000 000 CAD au 2015
  chiffre "budget" 10 000 000 CAD au 2016
  chiffre "budget" 8 000 000 CAD au 2017

  décision creation "création du bureau" au 2014-03 {
    par     comite_executif
    article "libération massive de données"
    article "plateformes web"
    article "réseaux sans fil"
    article "systèmes intelligents de gestion"
  }

  décision publication "stratégie 2014-2017 rendue publique" au 2015-01

  décision adoption "adoption du plan d'action" au 2015-05 {
    nature    adoption
    par       comite_executif
    prévue le 2015-03
  }

  événement presentation "plan d'action présenté" au 2015-05-06

  /// Printemps et été 2014.
  événement e1 "vision et création du bureau"
  événement e2 "écoute (citoyens, fonction publique, communauté, références internationales)" au 2014-10 .. 2014-11
  événement e3 "orientations stratégiques" au 2014-11 .. 2014-12 {
    par "instances"
  }
  événement e4 "plan d'action" au 2015-01 .. 2015-05 {
    par "instances"
  }
  /// Revue en continu.
  événement e5 "réalisation et suivi" au 2015 ..

  diagnostic "consultation" {
    chiffre "appels au 311"                  plus de 1 000 000 au 2013
    chiffre "courriels"                      40 000 au 2013
    chiffre "personnes sondées"              plus de 7 600
    chiffre "sondages"                       4
    chiffre "participants à la coconception" plus de 400
    chiffre "idées"                          232
    chiffre "idées retenues"                 70
  }

  chiffre "moins d'un an"     26 "projets" au 2015-05 .. adoption + 1 an
  chiffre "un à trois ans"    38 "projets" au adoption + 1 an .. adoption + 3 ans
  chiffre "plus de trois ans" 6 "projets" au adoption + 3 ans ..

  décision mi-parcours "bilan à mi-parcours" au 2017-02-08 {
    nature bilan
    par    comite_executif
    chiffre "mois après l'adoption"     20
    chiffre "pages"                     50
    chiffre "projets faits ou en cours" plus de 30
    chiffre "partenaires"               200
    chiffre "citoyens"                  plus de 100 000
  }

  /// Le retard vient de l'embauche de 121 personnes ; certains seraient abandonnés.
  événement suivi "suivi public en ligne (Faire Montréal)" au 2017-06-12 {
    chiffre "projets"                           71
    chiffre "projets attendus à la fin de 2017" 47
    chiffre "projets en retard"                 23
    chiffre "projets livrés"                    24
  }

  voir "bilan des réalisations 2015-2017" {
    publié 2018-06-29
    chiffre "pages" 12
  }

  événement "le bureau devient un laboratoire d'innovation urbaine" au 2018-05

  /// Hors du plan.
  événement defi "Défi des villes intelligentes du Canada" au 2019-05-14 {
    nature "prix de 50 M$"
  }

  principe "effet sur les éléments structurels"
  principe "contribution aux orientations"
  principe "portée pour les citoyens"
  principe "coût effort et retour"
  principe "court ou long terme"
}

collectivité montreal "Ville de Montréal" {
  nature "municipalité (ville à 19 arrondissements)"
  pays   "CA"
}

pilote bvin "Bureau de la ville intelligente et numérique" {
  nature  service
  mission "élaborer la stratégie"
  depuis  2014-03
  chiffre "budget de départ" 400 000 CAD
  chiffre "direction prévue" 1
  chiffre "employés prévus"  3
}

instance comite_executif "Comité exécutif" {
  nature "exécutif"
}

pilote elu "vice-président du comité exécutif chargé de la ville intelligente" {
  nature     élu
  rattaché à comite_executif
}

/// Pour une expertise interne et contrepoids au secteur privé.
pilote sti "Service des technologies de l'information" {
  nature service
  chiffre "postes créés" 121
  chiffre "vagues"       2
}

partenaire stm "Société de transport de Montréal"
partenaire icf "Intelligent Community Forum"

thème collecter   "collecter"
thème communiquer "communiquer"
thème coordonner  "coordonner"
thème collaborer  "collaborer"

// Les domaines.

/// Optimiser en temps réel la mobilité sur le territoire.
axe d1 "mobilité urbaine"

/// Accroître l'offre numérique aux citoyens et aux entreprises.
axe d2 "services directs aux citoyens"

/// Développer des espaces d'innovation urbaine et réduire la fracture numérique.
axe d3 "cadre de vie"

/// Améliorer l'accès à la vie démocratique et la culture de transparence.
axe d4 "vie démocratique"

/// Faire du créneau ville intelligente un moteur économique.
axe d5 "développement économique"

// Les éléments structurels.

/// Réseau multiservice à très haut débit.
axe s1 "télécommunications"

/// Libérer et valoriser les données priorisées.
axe s2 "données ouvertes"

/// Architecture ouverte et interopérable.
axe s3 "architecture"

/// Solutions aux enjeux urbains en cocréation.
axe s4 "communauté"

// Les chantiers.

/// Étendre la couverture.
axe c1 "Wi-Fi public" {
  action p1 "Wi-Fi au Quartier des spectacles" {
    période à définir .. adoption + 1 an
  }
  action p2 "Wi-Fi au Palais des congrès" {
    période à définir .. adoption + 1 an
  }
  action p3 "Wi-Fi dans tous les bâtiments municipaux" {
    jalon un    "selon l'un"    au 2017
    jalon autre "selon l'autre" au adoption + 3 ans
  }
  /// Un à trois ans.
  action p4 "Wi-Fi au Vieux-Montréal, au centre-ville, au Mile-End et dans des artères commerciales"
  action p5 "Wi-Fi dans les campus universitaires" {
    période à définir .. adoption + 1 an
  }

  événement annonce "annonce"      au 2014-11
  événement pilote  "pilote prévu" au 2015
  événement depart  "départ prévu" au 2017 au lieu de 2016
}

/// Politique de télécommunications, guichet unique, volet télécommunications dans les grands projets d'urbanisme.
axe c2 "réseau à très grande vitesse multiservice" {
  action p6 "fibre prévue dans tous les grands projets d'aménagement"
}

/// Entreprises nouvelles, sources d'innovation, relation simplifiée avec la Ville.
axe c3 "créneau économique ville intelligente"

/// Données en temps réel, transports intelligents, information des usagers.
axe c4 "mobilité intelligente" {
  action p12 "recharge en ligne de la carte de transport" {
    période à définir .. adoption + 1 an
  }
}

/// Libérer les données municipales.
axe c5 "démocratie participative" {
  action p16 "données ouvertes sur les contrats, les budgets et la criminalité"
}

axe c6 "sixième chantier"

// Les projets qui ne sont rattachés à aucun chantier.

/// Quelques mois.
action p7 "application Info-remorquage"

action p8 "Info-neige deuxième phase (camions géolocalisés)" {
  prolonge "projet pilote de l'hiver 2014-2015"
}

action p9 "Info-collecte"

action p10 "places de stationnement libres en temps réel" {
  période à définir .. adoption + 3 ans
}

action p11 "géolocalisation des autobus (iBus)" {
  pilote  stm
  période à définir .. adoption + 1 an
  état en-cours "en retard à la date du plan"
}

action p13 "capteurs de densité aux intersections importantes" {
  état en-cours "en cours à la date du plan"
}

action p14 "nouveau portail web"

action p15 "droit d'initiative et pétition en ligne"

// Ce qui est mesuré.

objectif prix "être communauté intelligente de l'année" {
  indicateur intelligente {
    mesuré par icf
    cible      oui au 2017
    mesure     oui au 2016-06
  }
}

objectif wifi "points d'accès Wi-Fi" {
  indicateur acces {
    cible  750 "lieux" au 2017-12
    mesure vers 825 "bornes"
  }
}

objectif applications "applications faites avec les données ouvertes" {
  indicateur faites {
    mesure 30 {
      source "l'un"
    }
    mesure plus de 40 {
      source "l'autre"
    }
  }
}
