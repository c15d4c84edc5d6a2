// What digital work of an authority is usually about. A plan that declares one of these names itself takes its place.

thème online-service "Services en ligne" {
  aussi téléservice, services-en-ligne, e-service
}
thème inclusion "Inclusion numérique" {
  aussi inclusion-numérique
}
thème in-person "Accueil et voie non numérique" {
  aussi accueil-physique, voie-non-numérique
}
thème accessibility "Accessibilité" {
  aussi accessibilité
}
thème accessibility-scheme "Schéma pluriannuel d'accessibilité" {
  aussi schéma-accessibilité
}
thème rgaa "Référentiel général d'amélioration de l'accessibilité" {
  aussi RGAA
}
thème open-data "Données ouvertes" {
  aussi données-ouvertes
}
thème data "Données" {
  aussi données
}
thème personal-data "Données personnelles" {
  aussi données-à-caractère-personnel, RGPD
}
thème cybersecurity "Cybersécurité" {
  aussi cybersécurité, sécurité-numérique
}
thème incident-response "Réponse aux incidents" {
  aussi gestion-de-crise, procédure-d-incident
}
thème infrastructure "Réseaux et infrastructures" {
  aussi réseaux
}
thème workplace "Outils des agents" {
  aussi outils-des-agents
}
thème dematerialised "Dématérialisation" {
  aussi dématérialisation
}
thème replacement "Remplacement d'application" {
  aussi remplacement
}
thème archives "Archives" {
  aussi archivage-électronique
}
thème responsible "Numérique responsable" {
  aussi numérique-responsable
}
thème reuse "Achats, réemploi et réparation" {
  aussi achats-réemploi, réemploi
}
thème life-cycle "Cycle de vie des équipements" {
  aussi cycle-de-vie
}
thème eco-design "Écoconception des services" {
  aussi écoconception
}
thème raising-awareness "Sensibilisation et sécurité informatique" {
  aussi sensibilisation
}
thème ai "Intelligence artificielle" {
  aussi ia
}
thème ai-inventory "Inventaire des systèmes d'intelligence artificielle" {
  aussi inventaire-ia
}
thème algorithms "Transparence des algorithmes" {
  aussi transparence-des-algorithmes
}
thème participation "Participation citoyenne" {
  aussi participation-citoyenne
}
thème territory "Territoire connecté et durable" {
  aussi territoire-connecté, territoire-durable
}
thème training "Formation" {
  aussi formation
}
thème awareness "Acculturation" {
  aussi acculturation
}
thème handover "Passation" {
  aussi passation
}
thème communication "Communication" {
  aussi communication-institutionnelle
}
thème website "Site internet" {
  aussi site-internet
}
thème planning-permission "Urbanisme en ligne" {
  aussi urbanisme-en-ligne
}
thème online-payment "Paiement en ligne" {
  aussi paiement-en-ligne
}
thème addresses "Base adresse locale" {
  aussi base-adresse-locale
}
thème once-only "Dites-le-nous une fois" {
  aussi dites-le-nous-une-fois, échange-de-données
}
thème identification "Identification des usagers" {
  aussi identification-forte
}
thème franceconnect "FranceConnect" {
  aussi FranceConnect
}
thème finance-software "Logiciel de gestion financière" {
  aussi logiciel-financier
}
thème e-invoicing "Facturation électronique" {
  aussi facturation-électronique
}
thème readiness-nis "Préparation à NIS 2" {
  aussi préparation-nis2
}
thème yearly-review "Bilan annuel" {
  aussi bilan-annuel
}
