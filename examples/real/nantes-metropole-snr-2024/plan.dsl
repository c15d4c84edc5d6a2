// Ce que disent les pages lues, et rien d'autre.

stratégie "Stratégie numérique responsable" {
  langue       fr
  collectivité nantes
  parrain      vp

  prolonge "Politique publique du numérique responsable" {
    date 2021
  }

  prolonge "Dix engagements (Nantes Digital Week)" {
    date 2022-09
  }

  prolonge "Programme de travail (REEN)" {
    date 2022-12
  }

  décision adoption "Stratégie numérique responsable" {
    séances 2024-12-12 .. 2024-12-13
  }

  chiffre "Carbone évité chaque année"                 4 200 "t"
  chiffre "Équipements reconditionnés achetés"         30 %
  chiffre "Durée de vie des équipements informatiques" 7 ans
}

collectivité nantes "Nantes Métropole" {
  nature     métropole
  population 677 880
  pays       "FR"
  chiffre "Communes" 24
}

pilote vp "Vice-présidence chargée du numérique" {
  nature élu
}

objectif connexion "Connexion internet solidaire" {
  indicateur beneficiaires {
    cible  "tous les quartiers prioritaires"
    mesure 1 000 "foyers"
  }
}

action "Filière locale 4R (réduire, réemployer, réparer, recycler)" {
  état en-cours
}
