// Ville de Montreval : une ville inventée. Tout ce qui suit est un exemple.

utiliser std.roles
utiliser std.themes
utiliser std.must-haves
utiliser std.barriers
utiliser std.policies.law
utiliser std.policies.council
utiliser std.policies.structure

// La ville est plus exigeante que le recueil : aucune direction ne porte plus d'un tiers des actions.
utiliser std.policies.transition with {
  ART-03 {
    plafond 33 %
  }
}

// Le règlement budgétaire et financier n'ouvre une autorisation de programme qu'à partir de 600 k€.
utiliser std.policies.finance with {
  FIN-02b {
    plancher 600 k€
  }
}
utiliser "policies/montreval.dsl"
utiliser "responsables.dsl"
utiliser "axes/organisation.dsl"
utiliser "axes/usagers.dsl"
utiliser "axes/socle.dsl"
utiliser "axes/donnees.dsl"
utiliser "axes/territoire.dsl"

/// Cette feuille de route fixe ce que la ville fera du numérique pendant le mandat, **dans quel ordre** et avec quels
/// moyens. Elle tient en une idée : changer d'abord l'organisation et les habitudes, ensuite les outils.
///
/// Cinq engagements, un par axe :
///
/// 1. une organisation qui porte la transition, avec un pilote par action et un dialogue social préalable ;
/// 2. des services pensés *avec* les usagers, accessibles, et doublés d'un accueil humain ;
/// 3. un socle sûr, qui résiste à une attaque et conserve la mémoire de la ville ;
/// 4. des données connues, ouvertes et utiles à la décision ;
/// 5. un numérique pour tous, et sobre.
///
/// Elle a été préparée entre avril et août 2026 par les directions, avec douze ateliers ouverts aux agents et
/// quatre réunions d'usagers. L'enveloppe couvre les dépenses nouvelles ; le budget courant de la direction des
/// systèmes d'information n'y figure pas. Les montants sont toutes taxes comprises.
stratégie "Stratégie numérique 2026-2032" {
  langue       fr
  collectivité montreval
  période      2026-09 .. 2032-03
  parrain      MAIRE
  // Le directeur ou la directrice de la transformation numérique prend la suite à sa prise de poste.
  chef-de-file DGS
  revue        chaque an
  // Chaque investissement a sa dépense de fonctionnement ensuite : en 2032, trois mois seulement.
  enveloppe {
    investissement 2026: 42 k€, 2027: 430 k€, 2028: 720 k€, 2029: 560 k€, 2030: 320 k€, 2031: 160 k€
    fonctionnement 2026: 75 k€, 2027: 0,5 M€, 2028: 620 k€, 2029: 670 k€, 2030 .. 2031: 630 k€, 2032: 145 000 €
  }
}

collectivité montreval "Ville de Montreval" {
  nature     commune
  population 62_400
  agents     850
  mandat     2026-03-22 .. 2032-03
  assemblée  "conseil municipal"
  site       "https://montreval.example"

  compétences     urbanisme, écoles, action-sociale
  téléservices    saisine, paiement, urbanisme, adresses
  recettes        3,4 M€
  algorithmes     oui
  ia              oui
  assurance-cyber oui
  transmission    électronique
  publicité       électronique
}

diagnostic "État des lieux" au 2026-06 {
  par        "Les directions, avec douze ateliers d'agents et quatre réunions d'usagers"
  forces     "Le dépôt en ligne des demandes d'urbanisme existe depuis 2022"
  faiblesses "Onze portails et huit mots de passe",
             "Quatre actions sur dix de la stratégie précédente menées à leur terme"
  chiffre "Démarches réalisables entièrement en ligne" 12 % au 2026-06
  chiffre "Jeux de données publiés et à jour"          2 au 2026-06
  chiffre "Conformité du site au RGAA"                 54 % au 2026-05
  chiffre "Personnes accompagnées"                     640 au 2025
}

glossaire {
  terme "Données" "Ce que la ville enregistre pour agir : adresses, équipements, dossiers, mesures."
  terme "Données ouvertes" "Données publiées sous une licence qui permet à chacun de les réutiliser."
  terme "Intelligence artificielle" "Logiciel qui, à partir d'exemples, propose un texte, un classement ou une décision."
}

décision avis-cst "Avis du comité social territorial sur la feuille de route" au 2026-08-27 {
  nature   avis
  par      CST
  résultat favorable
}

décision adoption "Adoption de la stratégie numérique 2026-2032" au 2026-08-31 {
  nature      adoption
  rapporteur  "Adjoint délégué à la relation aux usagers et au numérique"
  convoqué le 2026-08-21
  séances     2026-08-31
  numéro      "2026-112"
  résultat    adoptée
  en exercice 43
  présents    36
  représentés 5
  voix        pour 31, contre 4, abstentions 6
  considérant "Onze portails et huit mots de passe séparent les habitants de leurs démarches",
              "Quatre actions sur dix de la stratégie précédente ont été menées à leur terme : elle n'avait ni pilotes ni mesures"
  transmis    2026-09-01
  reçu        2026-09-01
  publié      2026-09-02
}

autorisation ap-numerique "AP 2026-04, stratégie numérique" au 2026-08-31 {
  nature  ap
  par     adoption
  objet   "Investissements de la stratégie numérique 2026-2032"
  total   2 232 k€
  crédits 2026: 42 k€, 2027: 430 k€, 2028: 720 k€, 2029: 560 k€, 2030: 320 k€, 2031: 160 k€
}

// La maintenance du site accessible passe au budget courant de la communication quand l'objectif est atteint.
dérogation ART-10 pour accessibilite {
  motif    "À partir de 2032, l'entretien du site est payé par le budget courant de la direction de la communication"
  par      DGS
  échéance 2032-03
}

// Ce que la loi demande ne se déroge pas : l'écart est reconnu, et daté.
écart-assumé LEG-SVE-01b {
  motif    "Le formulaire de 2019 n'envoie pas d'accusé de réception ; le portail l'enverra dès son ouverture"
  par      MAIRE
  échéance 2029-01-15
}

// L'aide de l'ANCT paie des conseillers : du fonctionnement, hors du plafond des aides à l'investissement.
écart-assumé FIN-03b pour inclusion {
  motif    "L'aide de l'ANCT paie les conseillers et non l'équipement des lieux"
  par      MAIRE
  échéance 2031-12
}

// Votée en août, la stratégie vient après le budget de 2026 : ses premiers crédits passent par une décision modificative.
écart-assumé FIN-05 {
  motif    "Les crédits de 2026 sont ouverts par la décision modificative n° 2, votée à la même séance"
  par      MAIRE
  échéance 2032-03
}
