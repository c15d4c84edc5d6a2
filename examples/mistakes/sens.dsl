// planted: W0505 W0506 W0211 W0716 W0210 W0507 E0207 W0208 E0504 W0209 E0403 W0404 W0715 W0715
utiliser std.roles

collectivité montreval "Ville de Montreval"

stratégie "Feuille de route 2026-2031" {
  parrain      DGS
  chef-de-file CDO
  collectivité montreval
  période      2026-09 .. 2032-03
  enveloppe {
    fonctionnement 2027: 90 k€
  }
  décision vote "Adoption de la feuille de route" au 2026-12-14 {
    nature adoption
  }
  décision avis "Avis du comité social territorial" au 2027-01-15 {
    nature avis
  }
  annonce 4 actions
}

/// | Direction | 2026 | 2027 | 2028 | 2029 | 2030 | 2031 | 2032 | 2033 | 2034 | 2035 | 2036 | 2037 |
/// |-----------|------|------|------|------|------|------|------|------|------|------|------|------|
/// | DSI       | 12   | 15   | 14   | 14   | 13   | 12   | 12   | 12   | 12   | 11   | 11   | 11   |
axe usagers "Des services pour les usagers" {
  objectif guichet "Guichet numérique" {
    pilote        CDO
    contributeurs DSI, COM, DSI
    période       2026-10 .. 2028-06
    budget {
      fonctionnement 2027: 90 k€
    }
    indicateur "Démarches en ligne" {
      départ 12 % au 2026-06
      cible  40 "démarches" au 2028-06
    }
    indicateur "Papier imprimé" {
      départ "beaucoup" au 2026
      cible - 40 % au 2028-06
    }
    indicateur "Délai de réponse" {
      départ 12 jours au 2028-06
      cible  7 jours au 2027-06
      mesure 10 jours au 2028-01
      mesure 11 jours au 2028-01
    }
    jalon pret  "Prêt"  au guichet.essai + 1 mois
    jalon essai "Essai" au guichet.pret + 2 mois
    action ancien "Refondre l'ancien portail" {
      état abandonné
    }
    action "Former les agents d'accueil" {
      pilote    DSI
      période   2027
      dépend de ancien
    }
  }
}

document stratégie {
  accent "#ffcc00"
  logo   "armes.svg"
}
