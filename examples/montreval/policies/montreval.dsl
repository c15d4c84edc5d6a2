// Les règles que la ville se donne, en plus de celles de la bibliothèque. Le comité de pilotage les a validées avec ses règles
// d'arbitrage ; la direction générale les tient à jour.

recueil montreval "Les règles de Montreval" {

  // Chez nous, un essai avec des usagers est un jalon `visible` de nature `livraison`.
  règle essai-avec-les-usagers {
    code      MTV-01
    titre     "Un téléservice est essayé par des usagers avant son ouverture"
    pourquoi  "Les onze portails d'avant 2026 ont tous ouvert sans qu'un habitant les ait essayés."
    gravité   avertissement
    chaque    fiche
    lorsque   téléservice parmi fiche.thèmes
    soit      ouverture = minimum de jalon.date pour jalon de la fiche tel que jalon.nature est mise-en-service
    exige     existe un jalon de la fiche tel que jalon.nature est livraison et jalon.visible et jalon.date <= ouverture
    message   "« {fiche} » ouvre sans essai avec des usagers."
    aide      "Ajoutez un jalon `visible`, de nature `livraison`, daté d'avant l'ouverture."
    // L'essai vient un jour trop tard ; il ne se fait qu'entre agents ; ce n'est pas un essai.
    signale sur portail, agenda, paie {
      action portail "Portail" {
        thèmes téléservice
        jalon ouverture "Ouverture au public" au 2028-12-01 {
          nature mise-en-service
        }
        jalon essai "Essai avec les usagers" au 2028-12-02 {
          visible
          nature  livraison
        }
      }
      action agenda "Agenda" {
        thèmes téléservice
        jalon essai "Essai entre agents" au 2028-10-01 {
          nature livraison
        }
        jalon ouverture "Ouverture au public" au 2028-12-01 {
          nature mise-en-service
        }
      }
      action paie "Paiement" {
        thèmes téléservice
        jalon annonce "Annonce" au 2028-10-01 {
          visible
        }
        jalon ouverture "Ouverture au public" au 2028-12-01 {
          nature mise-en-service
        }
      }
      action reseau "Réseau" {
        thèmes réseaux
      }
    }
    // Il y a deux ouvertures : la première compte.
    signale sur portail {
      action portail "Portail" {
        thèmes téléservice
        jalon quartier "Ouverture à un quartier" au 2028-10-01 {
          nature mise-en-service
        }
        jalon essai "Essai avec les usagers" au 2028-11-01 {
          visible
          nature  livraison
        }
        jalon ville "Ouverture à tous" au 2028-12-01 {
          nature mise-en-service
        }
      }
    }
    accepte {
      action portail "Portail" {
        thèmes téléservice
        jalon marche "Attribution du marché" au 2028-03-01
        jalon essai "Essai avec les usagers" au 2028-12-01 {
          visible
          nature  livraison
        }
        jalon ouverture "Ouverture au public" au 2028-12-01 {
          nature mise-en-service
        }
      }
    }
    sans-objet {
      action reseau "Réseau" {
        thèmes réseaux
      }
    }
  }

  règle étape-intermédiaire {
    code      MTV-02
    titre     "Une action de plus de deux années a un jalon"
    pourquoi  "Le comité ne voit qu'un jalon : sans lui, une action longue n'est regardée qu'une fois finie."
    gravité   avertissement
    paramètre longueur = 2 "Le nombre d'années civiles qu'une action peut toucher sans jalon"
    chaque    action
    lorsque   nombre de action.années > longueur
    exige     existe action.jalons
    message   "« {action} » touche {nombre de action.années} années et n'a aucun jalon."
    aide      "Ajoutez un résultat daté à mi-chemin : `jalon …`."
    signale sur reemploi {
      action reemploi "Réemploi" {
        période 2027-12 .. 2029-01
      }
      action convention "Convention" {
        période 2027-01 .. 2028-12
      }
    }
    accepte {
      action reemploi "Réemploi" {
        période 2027 .. 2031
        jalon cent "Cent postes réparés" au 2028-06
      }
      action convention "Convention" {
        période 2027-01 .. 2028-12
      }
    }
    sans-objet {
      action convention "Convention" {
        période 2027-01 .. 2028-12
      }
    }
    indécis faute de années {
      action reemploi "Réemploi"
    }
  }

  règle agents-d-abord {
    code      MTV-03
    titre     "Aucun outil n'arrive dans un service sans dialogue ni formation"
    pourquoi  "C'est l'engagement pris devant le comité social territorial : les agents sont consultés ou formés avant, et non après."
    gravité   erreur
    chaque    action
    lorsque   action.nature est technique
    lorsque   agents parmi action.publics
    exige     existe une fiche f parmi action.amont telle que (f.nature est dialogue-social ou formation parmi f.thèmes) et f.début <= action.début
    message   "« {action} » change le travail des agents, et rien de ce qu'elle attend ne les consulte ni ne les forme."
    aide      "Ajoutez une ligne `dépend de` vers l'action de dialogue ou de formation qui la prépare, ou créez cette action."
    signale sur messagerie, paie {
      action annuaire "Annuaire" {
        nature  technique
        période 2027-01-01 .. 2027-03-31
      }
      action messagerie "Messagerie" {
        nature    technique
        public    agents
        période   2027-04-01 .. 2027-12-31
        dépend de annuaire
      }
      action bilan "Dialogue, après coup" {
        nature  dialogue-social
        période 2027-05-01 .. 2027-10-31
      }
      action paie "Paie" {
        nature    technique
        public    agents
        période   2027-04-01 .. 2027-12-31
        dépend de bilan pour fin
      }
      action site "Site de la ville" {
        nature  technique
        public  usagers
        période 2027-04-01 .. 2027-12-31
      }
      action charte "Charte" {
        nature  organisation
        public  agents
        période 2027-04-01 .. 2027-12-31
      }
    }
    accepte {
      action dialogue "Dialogue" {
        nature  dialogue-social
        période 2027-01-01 .. 2027-03-31
      }
      action messagerie "Messagerie" {
        nature    technique
        public    agents
        période   2027-04-01 .. 2027-12-31
        dépend de dialogue
      }
    }
    // Le même jour suffit, et ce que l'on attend peut attendre soi-même.
    accepte {
      action cours "Cours" {
        thèmes  formation
        période 2027-04-01 .. 2027-06-30
      }
      action annuaire "Annuaire" {
        nature    technique
        période   2027-04-01 .. 2027-12-31
        dépend de cours début
      }
      action messagerie "Messagerie" {
        nature    technique
        public    agents
        période   2027-04-01 .. 2027-12-31
        dépend de annuaire début
      }
    }
    sans-objet {
      action charte "Charte" {
        nature organisation
        public agents
      }
      action site "Site de la ville" {
        nature technique
        public usagers
      }
    }
  }
}
