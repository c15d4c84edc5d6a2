/// Les données de la ville sont un bien commun et un outil de décision. Encore faut-il savoir lesquelles elle détient,
/// qui en répond et qui peut les utiliser.
axe donnees "Des données connues, ouvertes et utiles" {
  élu-référent "Conseillère municipale déléguée aux données et à la transparence"

  /// Un inventaire unique sert à la fois au registre des traitements, à l'archivage, à l'ouverture et à la sécurité :
  /// on ne décrit une donnée qu'une fois.
  objectif patrimoine-donnees "Connaître et gouverner les données" {
    pilote        CDO
    contributeurs DPO, DSI, ARCH, DGA
    élu-référent  "Conseillère municipale déléguée aux données et à la transparence"
    période       2027-04 .. 2028-12
    dépend de     recrutement-cdo.prise-de-poste
    budget {
      fonctionnement 2027: 24 k€, 2028: 28 k€, 2029 .. 2031: 18 k€, 2032: 4 k€
    }
    indicateur jeux-decrits "Jeux de données décrits et dotés d'un référent" {
      unité     "jeux de données"
      départ    15 au 2026-06
      cible     120 au 2028-12
      source    "Inventaire des données"
      fréquence "trimestrielle"
    }

    action inventaire "Inventorier les données, direction par direction" {
      pilote        CDO
      contributeurs DPO, DSI, ARCH, DUA, DEE
      période       2027-04 .. 2027-12
      budget {
        fonctionnement 2027: 18 k€
      }
      jalon inventaire-valide "Inventaire validé en comité de pilotage" au 2027-12
    }

    action referents-donnees "Nommer et former un référent dans chaque direction" {
      pilote        DGA
      contributeurs CDO, DRH
      durée         9 mois
      dépend de     inventaire
      budget {
        fonctionnement 2028: 20 k€, 2029 .. 2031: 12 k€, 2032: 2 500 €
      }
    }

    /// Recensement des usages, y compris spontanés ; classement par niveau de risque ; charte et formation. Les
    /// décisions individuelles prises à l'aide d'un calcul (attribution des places en crèche) sont expliquées aux
    /// usagers.
    action usages-ia "Recenser et encadrer l'intelligence artificielle" {
      pilote        DPO
      contributeurs CDO, RSSI, DRH, DEE
      partenaires   "Organisations syndicales représentatives"
      période       2027-05 .. 2028-04
      dépend de     formation-elus début, dialogue-social
      budget {
        fonctionnement 2027: 6 k€, 2028: 8 k€, 2029 .. 2031: 6 k€, 2032: 1 500 €
      }
      jalon charte-ia "Charte des usages présentée au comité social territorial" au 2027-12
    }
  }

  /// Six jeux seulement sont publiés aujourd'hui, dont deux à jour. Les données sont ouvertes par défaut, sous
  /// [Licence Ouverte 2.0](https://www.etalab.gouv.fr/licence-ouverte-open-licence/), sur un portail partagé avec
  /// l'agglomération et moissonné par [data.gouv.fr](https://www.data.gouv.fr).
  ///
  /// Priorités de publication :
  ///
  /// 1. adresses, équipements et horaires ;
  /// 2. budget, subventions et marchés publics ;
  /// 3. délibérations ;
  /// 4. arbres, qualité de l'air et consommations des bâtiments.
  objectif ouverture-donnees "Ouvrir les données publiques" {
    pilote        CDO
    contributeurs COM, DSI, DUA, DAF
    partenaires   AGGLO
    élu-référent  "Conseillère municipale déléguée aux données et à la transparence"
    période       2027-03 .. 2029-12
    dépend de     recrutement-cdo.prise-de-poste
    budget {
      investissement 2028: 25 k€
      fonctionnement 2027: 14 k€, 2028: 16 k€, 2029 .. 2031: 15 k€, 2032: 3 500 €
    }
    indicateur jeux-publies "Jeux de données publiés et mis à jour depuis moins d'un an" {
      unité     "jeux de données"
      départ    2 au 2026-06
      cible     60 au 2029-12
      source    "Portail de données ouvertes"
      fréquence "trimestrielle"
    }

    /// La base est publiée sur [adresse.data.gouv.fr](https://adresse.data.gouv.fr) ; il reste à certifier quatre
    /// adresses sur dix, dont celles des nouveaux quartiers.
    action base-adresse "Certifier la base adresse locale" {
      pilote        DUA
      contributeurs DSI, DRU
      partenaires   "Service départemental d'incendie et de secours", "La Poste"
      période       2027-03 .. 2027-12
      budget {
        fonctionnement 2027: 8 k€, 2028 .. 2031: 2 k€
      }
      indicateur adresses-certifiees "Adresses certifiées" {
        départ    61 % au 2026-06
        cible     100 % au 2027-12
        source    "Base adresse nationale"
        fréquence "mensuelle"
      }
    }

    action acculturation "Expliquer ce que sont les données ouvertes, aux élus et aux agents" {
      pilote        COM
      contributeurs CDO, DGA
      période       2027-09 .. 2028-03
      dépend de     formation-elus.seminaire
      budget {
        fonctionnement 2027: 6 k€, 2028: 4 k€
      }
    }

    action portail-donnees "Publier sur un portail partagé avec l'agglomération" {
      pilote        CDO
      contributeurs DSI, COM, DPO
      partenaires   AGGLO, "Associations et entreprises réutilisatrices"
      période       2028-02 .. 2029-12
      dépend de     inventaire.inventaire-valide, acculturation début + 3 mois, convention.vote
      budget {
        investissement 2028: 25 k€
        fonctionnement 2028: 10 k€, 2029 .. 2031: 13 k€, 2032: 3 500 €
      }
      jalon vingt-jeux "Vingt premiers jeux publiés" au 2028-09
    }
  }

  /// La direction générale et les élus décident encore sur des tableurs retapés chaque trimestre. Neuf directions
  /// partageront des tableaux de bord alimentés à la source, avec *des indicateurs choisis par les métiers*.
  objectif pilotage "Piloter les politiques publiques par la donnée" {
    pilote        DGA
    contributeurs CDO, DAF, DSI, DRH
    élu-référent  "Adjoint délégué aux finances"
    période       2028-04 .. 2030-06
    dépend de     inventaire, referents-donnees début
    budget {
      investissement 2028: 30 k€, 2029: 60 k€, 2030: 30 k€
      fonctionnement 2029: 15 k€, 2030 .. 2031: 25 k€, 2032: 6 k€
    }
    indicateur directions-outillees "Directions qui suivent leur activité dans un tableau de bord partagé" {
      unité     "directions"
      départ    1 au 2026-06
      cible     9 au 2030-06
      source    "Revue annuelle"
      fréquence "annuelle"
    }

    action tableaux-de-bord "Choisir les indicateurs et maquetter les tableaux de bord" {
      pilote        DGA
      contributeurs DAF, CDO, DEE, DTE
      période       2028-04 .. 2029-03
      budget {
        investissement 2028: 30 k€
      }
      jalon maquettes "Maquettes validées par trois directions pilotes" au 2028-12
    }

    action entrepot "Alimenter les tableaux de bord à la source" {
      pilote        DSI
      contributeurs CDO, DPO, RSSI
      période       2029-01 .. 2030-06
      dépend de     tableaux-de-bord.maquettes
      budget {
        investissement 2029: 60 k€, 2030: 30 k€
        fonctionnement 2029: 15 k€, 2030 .. 2031: 25 k€, 2032: 6 k€
      }
      jalon neuf-directions "Neuf directions raccordées" au 2030-05
    }
  }
}
