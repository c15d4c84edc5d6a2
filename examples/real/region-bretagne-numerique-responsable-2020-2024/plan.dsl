// Ce que disent les pages lues, et rien d'autre.

/// Le budget n'est pas dans les parties conservées.
stratégie "Stratégies numériques responsables pour le territoire breton" {
  langue       fr
  collectivité bretagne
  période      2020-02 .. 2026-01
  parrain      vp
  annonce      20 actions

  relève de "Breizh COP" {
    période 2017 .. 2018
    lien    "projet régional des transitions"
  }

  voir "Plan d'action" {
    publié  2021-03-29
    période 2021 .. 2024
  }

  décision adoption "Stratégies numériques responsables pour le territoire breton" au 2020-02-14 {
    numéro      "20_DSN_01"
    convoqué le 2020-01-21
    séances     2020-02-13 .. 2020-02-14
  }

  événement "Label Numérique Responsable (INR), après un audit de l'agence Lucie" au 2021-03-29
}

collectivité bretagne "Région Bretagne" {
  nature région
  pays   "FR"
}

pilote vp "Vice-présidence chargée de l'enseignement supérieur, de la recherche et de la transition numérique"

pilote agent "Agent recruté pour le numérique responsable" {
  poste    pourvu
  effectif 1
}

pilote referent "Numérique responsable" {
  contact "un agent nommément désigné"
}

axe axe1 "La transition numérique au service des transitions environnementales (promouvoir le numérique responsable)" {
  objectif "Un numérique ouvert, transparent et protecteur"
  objectif "Des infrastructures, des produits et des services à moindre impact"
  objectif "Le label NR"
}

axe axe2 "Un développement inclusif (éducation et formation, place des femmes dans le numérique)"
axe axe3 "La transition numérique de l'économie (souveraineté, cybersécurité, soutien aux petites entreprises)"
axe axe4 "L'action territoriale et les services publics locaux (plateforme partagée de services publics locaux avec d'autres collectivités)"

// Les chapitres du plan d'action.
objectif "Porter le numérique responsable au niveau national"
objectif "Le diffuser sur le territoire"
objectif "Évaluer et mesurer les impacts"
objectif "Sensibiliser et former les agents et les élus"

objectif achats "Lier la politique d'achat et la politique d'équipement" {
  action criteres "Des critères d'achat (consommation électrique, matériaux) pour les équipements neufs"

  /// Aller au-delà de 20 % est difficile.
  action reemploi "Des équipements issus du réemploi" {
    indicateur part "Équipements issus du réemploi" {
      source "taux légal"
      cible  plus de 20 %
    }
  }

  /// Le détail n'est pas dans la partie conservée.
  action duree "Des actions pour allonger la durée de vie des équipements"
}

objectif "Écoconcevoir les services publics de demain"
