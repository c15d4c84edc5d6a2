// Les textes et les seuils sur lesquels reposent les règles de `std.policies.law`. Aucun nombre de la loi n'est écrit dans une règle :
// quand la loi change, une ligne datée s'ajoute ici, et les règles suivent.
//
// Sûreté : `A` le texte lui-même a été lu ; `B` une source secondaire ; `G` connaissance générale, à vérifier avant d'être imprimée dans un
// acte ; `incertain` les sources se contredisent. Une adresse n'est donnée que si la page a été lue.

// Accessibilité

référence loi-2005-102-47 "Loi n° 2005-102, article 47" {
  vérifié 2026-10-05
  sûreté  B
  depuis  2023-09-08
}
référence loi-2005-102-47-1 "Loi n° 2005-102, article 47-1" {
  vérifié 2026-10-05
  sûreté  B
  depuis  2023-09-08
}
// Articles 1 et 5 modifiés le 27 août 2026.
référence decret-2019-768 "Décret n° 2019-768, articles 1 et 5" {
  vérifié 2026-11-20
  sûreté  A
}
// La version en vigueur après le 27 août 2026 n'a pas été trouvée.
référence rgaa-version "Référentiel général d'amélioration de l'accessibilité (arrêté), version en vigueur" {
  vérifié 2026-11-20
  sûreté  incertain
}

// Données ouvertes et algorithmes

référence crpa-l312-1-1 "CRPA, article L312-1-1" {
  vérifié 2026-11-20
  sûreté  B
}
référence loi-2016-1321-6 "Loi n° 2016-1321, article 6" {
  vérifié 2026-11-20
  sûreté  B
}
référence decret-2016-1922 "Décret n° 2016-1922" {
  vérifié 2026-11-20
  sûreté  B
}
référence crpa-d312-1-1-1 "CRPA, article D312-1-1-1, et décret sur les licences" {
  vérifié 2026-11-20
  sûreté  G
}
référence crpa-l311-3-1 "CRPA, article L311-3-1" {
  vérifié 2026-10-05
  sûreté  B
  depuis  2016-10-09
}
référence crpa-r311-3-1 "CRPA, articles R311-3-1-1 et R311-3-1-2" {
  vérifié 2026-10-05
  sûreté  B
  depuis  2017-09-01
}
référence crpa-l312-1-3 "CRPA, article L312-1-3" {
  vérifié 2026-11-20
  sûreté  B
  depuis  2016-10-09
}
// 50 agents selon les guides ; l'article du décret n'a pas été vérifié.
référence crpa-l312-1-3-effectif "CRPA, décret d'application de l'article L312-1-3 (seuil d'effectif)" {
  vérifié 2026-11-20
  sûreté  incertain
}

// Données personnelles

référence rgpd-30 "RGPD, article 30" {
  vérifié 2026-11-20
  sûreté  G
  depuis  2018-05-25
}
référence rgpd-33 "RGPD, article 33" {
  vérifié 2026-11-20
  sûreté  B
  depuis  2018-05-25
}
référence rgpd-33-delai "RGPD, article 33 (délai de notification)" {
  vérifié 2026-11-20
  sûreté  G
  depuis  2018-05-25
}
référence rgpd-35 "RGPD, article 35" {
  vérifié 2026-11-20
  sûreté  G
  depuis  2018-05-25
}
référence rgpd-37 "RGPD, article 37, paragraphe 1, a" {
  vérifié 2026-11-20
  sûreté  G
  depuis  2018-05-25
}
référence loi-78-17 "Loi n° 78-17" {
  vérifié 2026-11-20
  sûreté  G
}

// Relations avec le public

référence crpa-l112-8 "CRPA, articles L112-8 à L112-11" {
  vérifié 2026-10-05
  sûreté  B
  depuis  2016-11-07
}
référence crpa-r112-9 "CRPA, articles R112-9-1 et R112-9-2" {
  vérifié 2026-10-05
  sûreté  B
  depuis  2016-11-07
}
référence decret-2016-1491 "Décret n° 2016-1491, annexe 1 (exceptions)" {
  vérifié 2026-10-05
  sûreté  B
  depuis  2016-11-07
}
référence crpa-l114-8 "CRPA, articles L114-8 à L114-10" {
  vérifié 2026-10-05
  sûreté  B
  depuis  2022-02-23
}
référence cgct-l1611-5-1 "CGCT, article L1611-5-1" {
  vérifié 2026-11-20
  sûreté  B
  depuis  2019-07-01
}
référence decret-2018-689 "Décret n° 2018-689" "https://www.legifrance.gouv.fr/loda/id/JORFTEXT000037277851" {
  vérifié 2026-11-20
  sûreté  A
  depuis  2019-07-01
}
référence urbanisme-l423-3 "Code de l'urbanisme, article L423-3" {
  vérifié 2026-11-20
  sûreté  B
  depuis  2022-01-01
}
// Toutes les communes : 1er janvier 2024 ; celles de 2 000 habitants au plus : 1er juin 2024.
référence cgct-l2121-30 "CGCT, article L2121-30, II" {
  vérifié 2026-11-20
  sûreté  B
  depuis  2024-01-01
}
référence loi-3ds-169 "Loi 3DS, article 169, et décret du 11 août 2023" {
  vérifié 2026-11-20
  sûreté  B
  depuis  2024-01-01
}
référence cgct-l1425-2 "CGCT, article L1425-2" {
  vérifié 2026-11-20
  sûreté  B
}
référence defenseur-des-droits "Défenseur des droits, doctrine sur la dématérialisation" {
  vérifié 2026-11-20
  sûreté  G
}
référence franceconnect-bonne-pratique "FranceConnect : aucune obligation trouvée pour les communes" {
  vérifié 2026-11-20
  sûreté  G
}

// Commande publique et finances

référence ccp-l2132-2 "Code de la commande publique, article L2132-2" {
  vérifié 2026-11-20
  sûreté  G
}
référence ccp-r2132-2 "Code de la commande publique, article R2132-2" {
  vérifié 2026-10-06
  sûreté  B
  depuis  2026-04-01
}
référence ccp-r2196-1 "Code de la commande publique, article R2196-1" {
  vérifié 2026-10-06
  sûreté  B
  depuis  2024-01-01
}
référence seuils-europeens "Seuils des procédures formalisées 2026-2027" {
  vérifié 2026-10-06
  sûreté  B
  depuis  2026-01-01
}
référence delai-de-passation "Temps usuel d'une procédure formalisée, à régler" {
  vérifié 2026-11-20
  sûreté  G
}
// Nouvelle version au 1er janvier 2027.
référence ccp-l2192-2 "Code de la commande publique, articles L2192-2 et L2192-5" {
  vérifié 2026-10-05
  sûreté  B
  depuis  2024-07-01
}
référence loi-agec-58 "Loi AGEC, article 58" {
  vérifié 2026-11-20
  sûreté  B
}

// Sécurité

référence ord-2005-1516 "Ordonnance n° 2005-1516, articles 1 et 9" {
  vérifié 2026-10-05
  sûreté  B
}
référence decret-2010-112 "Décret n° 2010-112, articles 3 et 5" {
  vérifié 2026-10-05
  sûreté  B
}
référence assurances-l12-10-1 "Code des assurances, article L12-10-1" {
  vérifié 2026-10-05
  sûreté  B
  depuis  2023-04-24
}
référence securite-bonne-pratique "ANSSI, cybermalveillance.gouv.fr, MonServiceSécurisé : bonnes pratiques" {
  vérifié 2026-11-20
  sûreté  G
}
// Non transposée au 5 octobre 2026.
référence directive-2022-2555 "Directive 2022/2555, article 2, paragraphe 5" {
  vérifié 2026-10-05
  sûreté  B
}
// Les versions du projet de loi diffèrent : 30 000 ou 250 000 habitants.
référence projet-de-loi-resilience "Projet de loi « résilience »" {
  vérifié 2026-10-05
  sûreté  incertain
}

// Archives

référence patrimoine-l211-1 "Code du patrimoine, articles L211-1, L211-4, L212-6 et R212-14" {
  vérifié 2026-11-20
  sûreté  B
}
référence patrimoine-l111-1 "Code du patrimoine, article L111-1" {
  vérifié 2026-11-20
  sûreté  B
}

// Actes

référence cgct-l2131-1 "CGCT, article L2131-1" {
  vérifié 2026-11-20
  sûreté  A
  depuis  2022-07-01
}
référence cgct-l2131-2 "CGCT, article L2131-2" {
  vérifié 2026-11-20
  sûreté  G
}
référence loi-notre-128 "Loi NOTRe, article 128" {
  vérifié 2026-11-20
  sûreté  G
  depuis  2020-08-07
}
référence cgct-d1612-15-1 "CGCT, article D1612-15-1" {
  vérifié 2026-11-20
  sûreté  A
}
référence ord-2025-526 "Ordonnance n° 2025-526" {
  vérifié 2026-11-20
  sûreté  B
}
référence cgct-r2131-1 "CGCT, article R2131-1" {
  vérifié 2026-11-20
  sûreté  B
  depuis  2022-07-01
}
référence ord-2021-1310 "Ordonnance n° 2021-1310" {
  vérifié 2026-11-20
  sûreté  A
  depuis  2022-07-01
}
référence crpa-l111-1 "CRPA, article L111-1" {
  vérifié 2026-11-20
  sûreté  A
}
référence loi-94-665 "Loi n° 94-665" {
  vérifié 2026-11-20
  sûreté  A
}

// Dialogue social

référence cgfp-l253-5 "Code général de la fonction publique, article L253-5" {
  vérifié 2026-11-20
  sûreté  G
}
référence decret-2021-571 "Décret n° 2021-571" {
  vérifié 2026-11-20
  sûreté  G
}

// Numérique responsable (REEN)

référence loi-2021-1485-35 "Loi n° 2021-1485, article 35" {
  vérifié 2026-11-20
  sûreté  A
  depuis  2025-01-01
}
référence cgct-l2311-1-1 "CGCT, article L2311-1-1" {
  vérifié 2026-11-20
  sûreté  A
}
référence cgct-d2311-15-1 "CGCT, article D2311-15-1 (décret n° 2022-1084)" "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000046113741" {
  vérifié 2026-11-20
  sûreté  A
}
// Une page parle d'une déclaration due depuis 2024 au-delà de 50 000 habitants ; l'avis général est que le référentiel n'oblige à rien.
référence rgesn-declaration "Référentiel général d'écoconception de services numériques : déclaration" {
  vérifié 2026-11-20
  sûreté  incertain
}

// Intelligence artificielle

référence ria-3-4 "Règlement européen sur l'intelligence artificielle, article 3, point 4" {
  vérifié 2026-10-05
  sûreté  B
  depuis  2026-08-02
}
// La rédaction issue de la modification de 2026 est à vérifier.
référence ria-4 "Règlement européen sur l'intelligence artificielle, article 4" {
  vérifié 2026-10-05
  sûreté  incertain
  depuis  2025-02-02
}
// Certains points de l'article 5 : 2 décembre 2026.
référence ria-5 "Règlement européen sur l'intelligence artificielle, article 5" {
  vérifié 2026-10-05
  sûreté  B
  depuis  2025-02-02
}
référence ria-27 "Règlement européen sur l'intelligence artificielle, article 27 et annexe III" {
  vérifié 2026-10-05
  sûreté  B
}

// Les seuils. La première date est celle à partir de laquelle la valeur est sûrement en vigueur.

seuil amende-accessibilité "Amende pour un service non accessible" {
  source    loi-2005-102-47-1 "sanctions"
  à partir du 2023-09-08: 50 k€
}
seuil amende-déclaration "Amende pour une déclaration ou un schéma manquant" {
  source    loi-2005-102-47-1 "sanctions"
  à partir du 2023-09-08: 25 k€
}
seuil délai-entre-amendes "Temps après lequel l'amende peut être répétée" {
  source    loi-2005-102-47-1 "sanctions"
  à partir du 2023-09-08: 6 mois
}
seuil durée-du-schéma "Durée maximale d'un schéma pluriannuel d'accessibilité" {
  source    loi-2005-102-47 "schéma pluriannuel"
  à partir du 2023-09-08: 36 mois
}
// Loi de 2016, décret de décembre 2016.
seuil habitants-données-ouvertes "Habitants à partir desquels les données sont ouvertes" {
  source    crpa-l312-1-1 "seuil d'habitants"
  à partir du 2017-01-01: 3 500
}
seuil agents-données-ouvertes "Agents à partir desquels les données sont ouvertes" {
  source    decret-2016-1922 "seuil d'effectif"
  à partir du 2017-01-01: 50
}
seuil agents-algorithmes "Agents à partir desquels les règles des algorithmes sont publiées" {
  source    crpa-l312-1-3-effectif "seuil d'effectif"
  à partir du 2016-10-09: 50
}
seuil heures-de-notification "Heures pour notifier une violation de données" {
  source    rgpd-33-delai "délai de notification"
  à partir du 2018-05-25: 72
}
// Une page donne le 1er juillet 2022 pour la dernière étape.
seuil recettes-paiement "Recettes annuelles à partir desquelles le paiement en ligne est offert" {
  source    decret-2018-689 "paliers de recettes"
  à partir du 2019-07-01: 1 M€
  à partir du 2020-07-01: 50 k€
  à partir du 2022-01-01: 5 k€
}
seuil habitants-urbanisme "Habitants au-delà desquels une commune a une téléprocédure d'urbanisme" {
  source    urbanisme-l423-3 "seuil d'habitants"
  à partir du 2022-01-01: 3 500
}
seuil achat-avec-publicité "Besoin à partir duquel un avis est publié sur un profil d'acheteur" {
  source    ccp-r2132-2 "seuil de publicité"
  à partir du 2026-04-01: 60 k€ HT
}
seuil achat-données-essentielles "Contrat à partir duquel les données essentielles sont publiées" {
  source    ccp-r2196-1 "seuil de publication"
  à partir du 2024-01-01: 40 k€ HT
}
seuil achat-en-liste "Contrat à partir duquel une liste suffit" {
  source    ccp-r2196-1 "seuil de la liste"
  à partir du 2024-01-01: 25 k€ HT
}
seuil délai-données-essentielles "Temps pour publier les données essentielles après l'attribution" {
  source    ccp-r2196-1 "délai de publication"
  à partir du 2024-01-01: 2 mois
}
// La page des obligations ne donne que 216 k€ (2026-2027) ; 221 k€ vient de la page du langage, et reste à vérifier.
seuil achat-formalisé "Fournitures et services des collectivités : procédure formalisée" {
  source    seuils-europeens "fournitures et services, collectivités territoriales"
  à partir du 2024-01-01: 221 k€ HT
  à partir du 2026-01-01: 216 k€ HT
  jusqu'au  2027-12-31
}
seuil facturation-révisée "Entrée en vigueur de la nouvelle version de l'article L2192-2" {
  source    ccp-l2192-2 "version à venir"
  à partir du 2024-07-01: 2027-01-01
}
seuil part-de-réemploi "Part de matériel réemployé dans les achats informatiques" {
  source    loi-agec-58 "part citée pour l'informatique"
  à partir du 2022-01-01: 20 %
}
seuil heures-de-plainte "Heures pour porter plainte après une attaque" {
  source    assurances-l12-10-1 "délai de plainte"
  à partir du 2023-04-24: 72
}
seuil habitants-nis "Habitants à partir desquels une commune serait concernée par NIS 2" {
  source    projet-de-loi-resilience "la plus basse des versions"
  à partir du 2026-10-05: 30 000
}
seuil habitants-transmission "Habitants au-delà desquels les actes sont transmis par voie électronique" {
  source    loi-notre-128 "seuil d'habitants"
  à partir du 2020-08-07: 50 000
}
seuil habitants-publication "Habitants à partir desquels une commune publie ses actes en ligne" {
  source    cgct-l2131-1 "III et IV"
  à partir du 2022-07-01: 3 500
}
seuil habitants-reen "Habitants au-delà desquels une stratégie numérique responsable est due" {
  source    cgct-d2311-15-1 "communes et EPCI à fiscalité propre"
  à partir du 2023-01-01: 50 000
}
seuil habitants-rgesn "Habitants au-delà desquels une déclaration RGESN serait due" {
  source    rgesn-declaration "une page la dit due"
  à partir du 2024-01-01: 50 000
}
// Reportées par la modification de 2026.
seuil ia-annexe-iii "Systèmes d'intelligence artificielle à haut risque de l'annexe III" {
  source    ria-27 "calendrier d'application"
  à partir du 2026-08-02: 2027-12-02
}
seuil ia-annexe-i "Systèmes d'intelligence artificielle à haut risque de l'annexe I" {
  source    ria-27 "calendrier d'application"
  à partir du 2026-08-02: 2028-08-02
}
seuil ia-systèmes-en-service "Systèmes publics à haut risque déjà en service" {
  source    ria-27 "calendrier d'application"
  à partir du 2026-08-02: 2030-08-02
}
