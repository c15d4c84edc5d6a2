// Région Bretagne : ce qui est publié, et rien d'autre. Ce que les pages lues ne disent pas (budget, pilotes, dates et
// indicateurs par action) reste vide : `strategy check` en fait la liste, en avertissements.
//
// Sources, citées plus bas par leur numéro :
// [1] délibération 20_DSN_01 (33 pages, seul le début a été lu)
//     https://fdocuments.fr/document/conseil-regional-13-et-14-fvrier-2020-deliberation.html
// [2] Horizons publics, 29 juin 2020 (les quatre axes)
//     https://www.horizonspublics.fr/comment-la-bretagne-fait-coincider-la-strategie-regionale-avec-la-strategie-numerique
// [3] plan d'action 2021-2024 (seul le sommaire a été lu)
//     https://fr.readkong.com/page/la-region-bretagne-obtient-le-label-numerique-responsable-7700662
// [4] La Gazette des communes, 29 mars 2021 (vingt actions, date)
//     https://www.lagazettedescommunes.com/729716/la-bretagne-decroche-le-label-numerique-responsable-et-devoile-son-plan-dactions/
// [5] citego, mars 2025 (cinq ans après)
//     http://citego.org/bdf_fiche-document-3794_fr.html

/// Délibération n° 20_DSN_01 du conseil régional de Bretagne : session des 13 et 14 février 2020, convocation du
/// 21 janvier 2020, vote le 14 février 2020
/// ([texte](https://fdocuments.fr/document/conseil-regional-13-et-14-fvrier-2020-deliberation.html)).
///
/// - **Cadre** : la Breizh COP, projet régional des transitions, lancée en 2017-2018.
/// - **Portage politique** : vice-présidence chargée de l'enseignement supérieur, de la recherche et de la transition
///   numérique.
/// - **Horizon** : six ans à partir de février 2020
///   ([Horizons publics](https://www.horizonspublics.fr/comment-la-bretagne-fait-coincider-la-strategie-regionale-avec-la-strategie-numerique)).
/// - **Plan d'action 2021-2024** : vingt actions, présentées le 29 mars 2021 avec le label Numérique Responsable de
///   l'Institut du numérique responsable, après un audit de l'agence Lucie
///   ([La Gazette](https://www.lagazettedescommunes.com/729716/la-bretagne-decroche-le-label-numerique-responsable-et-devoile-son-plan-dactions/)).
///
/// Ce plan est *partiel* : les pages lues ne contiennent ni le budget, ni le pilote, la date ou l'indicateur de chaque
/// action.
stratégie "Stratégies numériques responsables pour le territoire breton" {
  langue       fr
  collectivité bretagne
  // [2] six ans à partir de février 2020
  période      2020-02 .. 2026-01
}

// [1] ; la population et les effectifs ne sont pas dans les pages lues.
collectivité bretagne "Région Bretagne" {
  nature    région
  assemblée "conseil régional"
}

// [2]
axe transitions "La transition numérique au service des transitions environnementales" {

  // [2]
  objectif numerique-ouvert "Un numérique ouvert, transparent et protecteur" {
  }

  // [2]
  objectif moindre-impact "Des infrastructures, des produits et des services à moindre impact" {
  }

  /// La Région a obtenu le label Numérique Responsable après un audit de l'agence Lucie. L'annonce est du 29 mars 2021
  /// ([La Gazette](https://www.lagazettedescommunes.com/729716/la-bretagne-decroche-le-label-numerique-responsable-et-devoile-son-plan-dactions/)).
  objectif label "Le label Numérique Responsable" {
    // [4]
    jalon annonce "Annonce du label et du plan d'action" au 2021-03-29

    /// Un agent a été recruté pour le numérique responsable ([citego](http://citego.org/bdf_fiche-document-3794_fr.html)).
    action agent "Recruter un agent dédié au numérique responsable" {
    }
  }

  // Les six chapitres du plan d'action 2021-2024 [3]. Ils sont rangés ici parce que le plan accompagne le label, et que
  // le label relève de cet axe [2]. La période est celle du plan entier : les actions n'ont pas de date publiée.

  // [3]
  objectif porter "Porter le numérique responsable au niveau national" {
    période 2021 .. 2024
  }

  // [3]
  objectif diffuser "Diffuser le numérique responsable sur le territoire" {
    période 2021 .. 2024
  }

  // [3]
  objectif mesurer "Évaluer et mesurer les impacts" {
    période 2021 .. 2024
  }

  // [3]
  objectif sensibiliser "Sensibiliser et former les agents et les élus" {
    période 2021 .. 2024
  }

  // [3] ; les mesures connues sont de [5], et rangées ici d'après leur sujet.
  objectif acheter "Lier la politique d'achat et la politique d'équipement" {
    période 2021 .. 2024

    /// Les achats d'équipements neufs suivent des critères, dont la consommation électrique et les matériaux
    /// ([citego](http://citego.org/bdf_fiche-document-3794_fr.html)).
    action criteres "Choisir les équipements neufs d'après des critères d'achat" {
    }

    /// Vingt pour cent est le taux légal ; aller au-delà est difficile, dit le bilan de mars 2025
    /// ([citego](http://citego.org/bdf_fiche-document-3794_fr.html)).
    action reemploi "Acquérir au moins 20 % d'équipements issus du réemploi" {
      // [5] ni valeur de départ ni date publiées
      indicateur part-du-reemploi "Équipements issus du réemploi" {
        cible  20 %
        source "http://citego.org/bdf_fiche-document-3794_fr.html"
      }
    }

    /// Le détail n'est pas dans les pages lues ([citego](http://citego.org/bdf_fiche-document-3794_fr.html)).
    action duree-de-vie "Allonger la durée de vie des équipements" {
    }
  }

  // [3]
  objectif ecoconcevoir "Écoconcevoir les services publics de demain" {
    période 2021 .. 2024
  }
}

// [2]
axe inclusion "Un développement inclusif" {

  // [2]
  objectif education "L'éducation et la formation" {
  }

  // [2]
  objectif femmes "La place des femmes dans le numérique" {
  }
}

// [2]
axe economie "La transition numérique de l'économie" {

  // [2]
  objectif souverainete "La souveraineté numérique" {
  }

  // [2]
  objectif cybersecurite "La cybersécurité" {
  }

  // [2]
  objectif petites-entreprises "L'accompagnement des petites entreprises" {
  }
}

// [2]
axe territoires "L'action territoriale et les services publics locaux" {

  // [2]
  objectif plateforme "Une plateforme partagée des services publics locaux" {
    // [2] avec les autres collectivités
    partenaires "Autres collectivités du territoire breton"
  }
}
