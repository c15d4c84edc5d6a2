// What the founding article says makes a digital transition fail, as policies. Its figures are of 2014 to 2016: where a document prints
// one, it prints its year.

référence défis-numériques "Les défis du numérique pour les collectivités" {
  sûreté B
}

recueil transition "Réussir la transition numérique" {
  source    défis-numériques

  règle organisation-d-abord {
    aussi     organisation-first
    code      ART-01
    titre     fr "L'organisation passe avant la technique"
              en "Organisation comes before technique"
    pourquoi  fr "Un outil posé sur une organisation inchangée reste inutilisé : l'organisation et les habitudes se préparent avant, ou en même temps."
              en "A tool laid on an unchanged organisation stays unused: organisation and habits are prepared before it, or along with it."
    gravité   avertissement
    source    défis-numériques "§ L'organisation et la culture passent avant la technique"
    chaque    action
    lorsque   action.nature est technique
    exige     existe une fiche f parmi action.amont telle que f.nature parmi [organisation, changement] et f.début <= action.début
    message   fr "« {action} » est technique et ne s'appuie sur aucune action d'organisation ou de conduite du changement."
              en "\"{action}\" is technical and rests on no organisation or change action."
    aide      fr "Ajoutez l'action qui prépare l'organisation ou les agents, et une ligne `dépend de` vers elle ; ou corrigez la `nature`."
              en "Add the action that prepares the organisation or the staff, and a `depends on` line to it; or correct the `nature`."
    signale sur portail, paie, agenda {
      action charte "Charte des services" {
        nature  organisation
        période 2027-02-01 .. 2027-06-30
      }
      action ateliers "Ateliers avec les agents" {
        nature  conduite-du-changement
        période 2027-03-16 .. 2027-09-30
      }
      action reseau "Réseau des écoles" {
        période 2027-01-01 .. 2027-02-28
      }
      action portail "Portail des familles" {
        nature  technique
        période 2027-03-15 .. 2028-06-30
      }
      // Its support begins one day after it.
      action paie "Logiciel de paie" {
        nature    technique
        période   2027-03-15 .. 2028-06-30
        dépend de ateliers pour fin
      }
      action agenda "Agenda partagé" {
        nature    technique
        période   2027-03-15 .. 2028-06-30
        dépend de reseau
      }
      action concertation "Concertation" {
        nature  dialogue-social
        période 2027-01-01 .. 2027-02-28
      }
    }
    accepte {
      action charte "Charte des services" {
        nature  organisation
        période 2027-03-15 .. 2028-01-31
      }
      action ateliers "Ateliers avec les agents" {
        nature  conduite-du-changement
        période 2027-01-01 .. 2027-02-14
      }
      action reseau "Réseau des écoles" {
        période   2027-02-15 .. 2027-03-14
        dépend de ateliers
      }
      // Both begin the same day.
      action portail "Portail des familles" {
        nature    technique
        période   2027-03-15 .. 2028-12-31
        dépend de charte pour fin
      }
      // Its support is two steps away.
      action agenda "Agenda partagé" {
        nature    technique
        période   2027-03-15 .. 2028-06-30
        dépend de reseau
      }
    }
    indécis faute de début {
      action charte "Charte des services" {
        nature organisation
      }
      action portail "Portail des familles" {
        nature    technique
        période   2027-03-15 .. 2028-12-31
        dépend de charte
      }
    }
    sans-objet {
      action charte "Charte des services" {
        nature organisation
      }
    }
  }

  règle sans-organisation {
    aussi     no-organisation
    code      ART-01b
    titre     fr "La stratégie change aussi l'organisation"
              en "The strategy changes the organisation too"
    pourquoi  fr "Une stratégie faite de seuls outils change les outils, et rien d'autre."
              en "A strategy made of tools alone changes the tools, and nothing else."
    gravité   erreur
    source    défis-numériques "§ L'organisation et la culture passent avant la technique"
    applicable si existe une action telle que action.nature est technique
    exige     existe une fiche telle que fiche.nature parmi [organisation, changement]
    sur       stratégie
    message   fr "La stratégie contient des actions techniques, et aucune action d'organisation ou de conduite du changement."
              en "The strategy holds technical actions, and no action of organisation or change."
    aide      fr "Ajoutez ce qui prépare l'organisation et les agents, avec `nature organisation` ou `nature conduite-du-changement`."
              en "Add what prepares the organisation and the staff, with `nature organisation` or `nature change`."
    signale sur stratégie {
      action portail "Portail des familles" {
        nature technique
      }
      action concertation "Concertation" {
        nature dialogue-social
      }
    }
    accepte {
      action portail "Portail des familles" {
        nature technique
      }
      objectif services "Réunir les accueils" {
        nature organisation
      }
    }
    accepte {
      action portail "Portail des familles" {
        nature technique
      }
      action ateliers "Ateliers avec les agents" {
        nature conduite-du-changement
      }
    }
    sans-objet {
      action concertation "Concertation" {
        nature dialogue-social
      }
    }
  }

  règle objectif-transversal {
    aussi     goal-across-directorates
    code      ART-02
    titre     fr "Un objectif mobilise plusieurs directions"
              en "A goal involves several directorates"
    pourquoi  fr "Le numérique traverse les services : un objectif porté par une seule direction s'arrête à sa porte."
              en "Digital work crosses the services: a goal carried by one directorate stops at its door."
    gravité   avertissement
    source    défis-numériques "§ Les silos entre directions"
    paramètre minimum-de-directions = 2
    chaque    objectif
    lorsque   non objectif.hors-plan
    lorsque   existe objectif.équipe
    exige     nombre de objectif.équipe + nombre de objectif.partenaires >= minimum-de-directions
    message   fr "L'objectif « {objectif} » ne mobilise que {objectif.équipe} : risque de silo."
              en "Goal \"{goal}\" involves only {goal.team}: silo risk."
    aide      fr "Nommez parmi les `contributeurs` une direction que l'objectif touche aussi."
              en "Name among the `contributors` a directorate that the goal concerns too."
    signale sur guichet {
      objectif guichet "Guichet unique" {
        pilote DSI
      }
      objectif portail "Portail des familles" {
        pilote        DSI
        contributeurs COM
      }
      objectif accueil "Accueil"
      objectif plateforme "Plateforme de la région" {
        hors-plan
        pilote    DSI
      }
    }
    // With a partner it does not work alone.
    accepte {
      partenaire asso "Association"
      objectif guichet "Guichet unique" {
        pilote      DSI
        partenaires asso
      }
    }
    accepte {
      objectif guichet "Guichet unique" {
        pilote DSI
        action formulaires "Revoir les formulaires" {
          pilote COM
        }
      }
    }
    sans-objet {
      objectif accueil "Accueil"
    }
  }

  règle silo {
    aussi     one-directorate
    code      ART-03
    titre     fr "Une seule direction ne pilote pas la plupart des actions"
              en "No single directorate owns most actions"
    pourquoi  fr "Si une direction pilote presque tout, les autres attendent : c'est son plan, et non celui de la collectivité."
              en "Where one directorate owns almost everything the others wait: it is its plan, not that of the authority."
    gravité   avertissement
    source    défis-numériques "§ Les silos entre directions"
    paramètre plafond = 60 %
    chaque    pilote
    soit      poids = part des actions telles que action.pilote = pilote ou (n'existe pas action.pilote et action.parent.pilote = pilote)
    exige     poids <= plafond
    message   fr "« {pilote} » pilote {poids} des actions."
              en "\"{owner}\" owns {poids} of the actions."
    aide      fr "Confiez des actions aux directions qui en vivront : le pilote est celui qui en a l'usage, pas toujours celui qui a l'outil."
              en "Give actions to the directorates that will live with them: the owner is who uses the thing, not always who has the tool."
    // 14 of 23: 60,9 %. Who answers for a goal answers for its actions, unless they say who does.
    signale sur DSI {
      action a1 "Action 1" {
        pilote DSI
      }
      action a2 "Action 2" {
        pilote DSI
      }
      action a3 "Action 3" {
        pilote DSI
      }
      action a4 "Action 4" {
        pilote DSI
      }
      action a5 "Action 5" {
        pilote DSI
      }
      action a6 "Action 6" {
        pilote DSI
      }
      action a7 "Action 7" {
        pilote DSI
      }
      action a8 "Action 8" {
        pilote DSI
      }
      action a9 "Action 9" {
        pilote DSI
      }
      action a10 "Action 10" {
        pilote DSI
      }
      action a11 "Action 11" {
        pilote DSI
      }
      action a12 "Action 12" {
        pilote DSI
      }
      action a13 "Action 13" {
        pilote DSI
      }
      objectif guichet "Guichet unique" {
        pilote DSI
        action a14 "Action 14"
        action b1 "Action 15" {
          pilote DGS
        }
      }
      action b2 "Action 16" {
        pilote DGS
      }
      action b3 "Action 17" {
        pilote DGS
      }
      action b4 "Action 18" {
        pilote DGS
      }
      action b5 "Action 19" {
        pilote DGS
      }
      action c1 "Action 20" {
        pilote COM
      }
      action c2 "Action 21" {
        pilote COM
      }
      action c3 "Action 22" {
        pilote COM
      }
      action c4 "Action 23" {
        pilote COM
      }
    }
    // 3 of 5: 60 %.
    accepte {
      objectif guichet "Guichet unique" {
        pilote DSI
        action a1 "Action 1"
        action b1 "Action 2" {
          pilote COM
        }
      }
      action a2 "Action 3" {
        pilote DSI
      }
      action a3 "Action 4" {
        pilote DSI
      }
      action c1 "Action 5"
    }
  }

  règle publics-accompagnés {
    aussi     audiences-supported
    code      ART-04
    titre     fr "Élus, décideurs, agents et syndicats sont accompagnés"
              en "Elected members, deciders, staff and unions are supported"
    pourquoi  fr "Les habitudes qui bloquent sont celles de tous : élus, décideurs, agents et syndicats. Ceux que l'on oublie freinent."
              en "The habits that block are those of all: elected members, deciders, staff and unions. Whoever is forgotten holds back."
    gravité   avertissement
    source    défis-numériques "§ Les habitudes des élus, des décideurs, des agents et des syndicats"
    paramètre attendus = [élus, décideurs, agents, syndicats]
    applicable si existe une action telle que existe action.publics
    soit      oubliés = liste des publics parmi attendus tels que aucune action telle que public parmi action.publics et (action.nature parmi [changement, dialogue] ou formation parmi action.thèmes)
    exige     oubliés est vide
    sur       stratégie
    message   fr "Aucune action n'accompagne : {oubliés}."
              en "No action supports: {oubliés}."
    aide      fr "Ajoutez une action de formation, d'accompagnement ou de dialogue pour eux (`publics …`) ; pour les syndicats, le dialogue avec le comité social territorial."
              en "Add an action of training, support or dialogue for them (`audience …`); for unions, the dialogue with the staff committee."
    // Unions are only in an action that supports nobody.
    signale sur stratégie {
      action cours "Cours pour tous" {
        thèmes formation
        public élus, décideurs, agents
      }
      action badge "Nouveaux badges" {
        nature technique
        thèmes identification
        public agents, syndicats
      }
      action ateliers "Ateliers" {
        nature conduite-du-changement
        public agents
      }
    }
    signale sur stratégie {
      action cours "Cours pour tous" {
        thèmes formation
        public élus, décideurs, agents
      }
    }
    signale sur stratégie {
      action cours "Cours pour tous" {
        thèmes formation
        public élus, décideurs, syndicats
      }
    }
    signale sur stratégie {
      action cours "Cours pour tous" {
        thèmes formation
        public élus, agents, syndicats
      }
    }
    signale sur stratégie {
      action cours "Cours pour tous" {
        thèmes formation
        public décideurs, agents, syndicats
      }
    }
    accepte {
      action cours "Cours pour les cadres" {
        nature organisation
        thèmes formation
        public décideurs
      }
      action ateliers "Ateliers" {
        nature conduite-du-changement
        public élus, agents
      }
      action comite "Comité social territorial" {
        nature dialogue-social
        public syndicats
      }
      action badge "Nouveaux badges" {
        nature technique
      }
    }
    // No action says whose habits change: nothing can be said of who is forgotten.
    sans-objet {
      action badge "Nouveaux badges" {
        nature technique
      }
    }
  }

  règle baisse-de-productivité {
    aussi     productivity-dip
    code      ART-05
    titre     fr "La baisse de productivité pendant la bascule est estimée"
              en "The productivity dip during switch-over is estimated"
    pourquoi  fr "Pendant qu'un outil change, les agents travaillent moins vite : si personne ne l'a prévu, ce sont les usagers qui attendent."
              en "While a tool changes staff work slower: where nobody planned it, it is citizens who wait."
    gravité   avertissement
    source    défis-numériques "§ La productivité baisse pendant le plan"
    chaque    action
    lorsque   action.nature est technique
    lorsque   agents parmi action.publics ou décideurs parmi action.publics
    exige     existe action.creux
    message   fr "« {action} » n'estime pas la baisse de productivité pendant la bascule."
              en "\"{action}\" does not estimate the productivity dip during switch-over."
    aide      fr "Ajoutez `creux DSI 0,2 etp` : qui travaillera moins vite, et combien de temps de travail cela représente ; `0 etp` si rien ne change."
              en "Add `load dip DSI 0.2 fte`: who will work slower, and how much working time that is; `0 fte` if nothing changes."
    signale sur messagerie, tableaux {
      action messagerie "Messagerie" {
        nature technique
        public agents
      }
      action tableaux "Tableaux de bord" {
        nature technique
        public décideurs
      }
      action bureau "Postes de travail" {
        nature technique
        public agents
        creux  DSI 0,2 etp
      }
      action site "Site internet" {
        nature technique
        public usagers
      }
      action cours "Cours" {
        nature conduite-du-changement
        public agents
      }
    }
    accepte {
      action bureau "Postes de travail" {
        nature technique
        public agents
        creux  DSI 0,2 etp
      }
    }
    sans-objet {
      action site "Site internet" {
        nature technique
        public usagers
      }
      action cours "Cours" {
        nature conduite-du-changement
        public agents
      }
    }
  }

  règle fin-de-la-baisse {
    aussi     end-of-the-dip
    code      ART-05b
    titre     fr "La baisse de productivité a une fin"
              en "The productivity dip has an end"
    pourquoi  fr "Une baisse sans date de fin devient la situation normale, et personne ne la compense."
              en "A dip with no end becomes the normal state, and nobody makes up for it."
    gravité   avertissement
    source    défis-numériques "§ La productivité baisse pendant le plan"
    chaque    fiche
    lorsque   existe fiche.creux
    exige     connu fiche.fin
    message   fr "« {fiche} » prévoit une baisse de productivité sans dire quand elle finit."
              en "\"{sheet}\" foresees a productivity dip without saying when it ends."
    aide      fr "Donnez une fin à sa période : `période 2027-03 .. 2027-12`."
              en "Give its period an end: `period 2027-03 .. 2027-12`."
    signale sur messagerie {
      action messagerie "Messagerie" {
        période 2027-03 .. à définir
        creux   DSI 0,2 etp
      }
      action site "Site internet" {
        période 2027-03 .. à définir
      }
    }
    accepte {
      action bureau "Postes de travail" {
        période 2027-03 .. 2027-12
        creux   DSI 0,2 etp
      }
    }
    sans-objet {
      action site "Site internet" {
        période 2027-03 .. à définir
      }
    }
  }

  règle surcharge {
    aussi     overload
    code      ART-06
    titre     fr "Personne n'est chargé au-delà de son temps"
              en "Nobody is loaded beyond their time"
    pourquoi  fr "Le même service ne peut pas tout porter à la fois : la charge qui dépasse le temps disponible devient du retard."
              en "One service cannot carry everything at once: load beyond the time at hand becomes delay."
    gravité   erreur
    source    défis-numériques "§ La productivité baisse pendant le plan"
    chaque    charge
    exige     charge.demandée <= charge.capacité
    sur       charge.pilote
    message   fr "« {charge.pilote} » : {charge.demandée} demandés au {charge.trimestre} pour {charge.capacité} disponibles."
              en "\"{workload.owner}\": {workload.asked} asked in {workload.quarter}, {workload.capacity} available."
    aide      fr "Décalez une action, renforcez l'équipe, ou renoncez à une action."
              en "Shift an action, staff the team, or drop an action."
    signale sur SIG {
      pilote SIG "Systèmes d'information" {
        capacité 2027: 1 etp
      }
      pilote COMM "Communication" {
        capacité 2027: 1 etp
      }
      action a "Messagerie" {
        période 2027-01-01 .. 2027-12-31
        charge  SIG 0,5 etp, COMM 0,5 etp
      }
      action b "Postes de travail" {
        période 2027-01-01 .. 2027-12-31
        charge  SIG 0,51 etp, COMM 0,4 etp
      }
    }
    accepte {
      pilote SIG "Systèmes d'information" {
        capacité 2027: 1 etp
      }
      action a "Messagerie" {
        période 2027-01-01 .. 2027-12-31
        charge  SIG 0,5 etp
      }
      action b "Postes de travail" {
        période 2027-01-01 .. 2027-12-31
        charge  SIG 0,5 etp
      }
    }
    indécis faute de capacité {
      pilote SIG "Systèmes d'information"
      action a "Messagerie" {
        période 2027-01-01 .. 2027-12-31
        charge  SIG 0,5 etp
      }
    }
    sans-objet {
      action a "Messagerie" {
        période 2027-01-01 .. 2027-12-31
      }
    }
  }

  règle horizon-du-mandat {
    aussi     mandate-horizon
    code      ART-07
    titre     fr "Le bénéfice arrive avant la fin du mandat, ou sa suite est organisée"
              en "Benefits come within the term, or their continuity is organised"
    pourquoi  fr "Ce qui profite au successeur est ce que l'on reporte : un résultat visible avant la fin du mandat et une passation écrite le protègent."
              en "What the successor reaps is what gets put off: a visible result before the term ends and a written handover protect it."
    gravité   avertissement
    source    défis-numériques "§ Le successeur récolte les bénéfices"
    paramètre marge = 6 mois
    chaque    objectif
    lorsque   objectif.bénéfices après mandat.fin - marge
    exige     existe objectif.continuité ou existe une action de l'objectif telle que passation parmi action.thèmes
    exige     existe un jalon de l'objectif tel que jalon.date <= mandat.fin et jalon.visible
    sur       objectif.bénéfices
    message   fr "Le bénéfice de « {objectif} » ({objectif.bénéfices}) arrive après la fin du mandat ({mandat.fin}) ou trop près d'elle : il y manque un résultat visible avant, ou la passation."
              en "\"{goal}\" pays off ({goal.benefits}) after the end of the term ({mandate.end}) or too close to it: a visible result before it, or the handover, is missing."
    aide      fr "Ajoutez un jalon `visible` avant la fin du mandat ({mandat.fin}) et un bloc `continuité` : qui reprend, et avec quels moyens."
              en "Add a `visible` milestone before the end of the term ({mandate.end}) and a `continuity` block: who goes on, and with what means."
    signale sur guichet, portail, carte, sans-jalon {
      collectivité v "Ville" {
        mandat 2026-03-22 .. 2032-03-21
      }
      // One day too late for the margin; nobody takes over.
      objectif guichet "Guichet unique" {
        bénéfices dès 2031-09-22
        jalon ouverture "Ouverture" au 2030-06 {
          visible
        }
        action formulaires "Revoir les formulaires" {
          thèmes téléservice
        }
      }
      objectif portail "Portail des familles" {
        bénéfices dès 2032-06
        continuité {
          pilote DSI
          moyens "Un poste"
        }
        jalon recette "Recette" au 2030-06
      }
      objectif carte "Carte de la ville" {
        bénéfices dès 2032-06
        continuité {
          pilote DSI
          moyens "Un poste"
        }
        jalon ouverture "Ouverture" au 2032-03-22 {
          visible
        }
      }
      objectif sans-jalon "Archives" {
        bénéfices dès 2032-06
        continuité {
          pilote DSI
          moyens "Un poste"
        }
      }
      objectif agenda "Agenda partagé" {
        bénéfices dès 2031-09-21
      }
    }
    accepte {
      collectivité v "Ville" {
        mandat 2026-03-22 .. 2032-03-21
      }
      objectif guichet "Guichet unique" {
        bénéfices dès 2031-09-22
        continuité {
          pilote DSI
          moyens "Un poste"
        }
        jalon recette "Recette" au 2030-06
        jalon ouverture "Ouverture" au 2032-03-21 {
          visible
        }
      }
      objectif portail "Portail des familles" {
        bénéfices dès 2032-06
        jalon ouverture "Ouverture" au 2030-06 {
          visible
        }
        action formulaires "Revoir les formulaires" {
          thèmes téléservice
        }
        action suite "Préparer la suite" {
          thèmes passation
        }
      }
    }
    indécis faute de bénéfices {
      collectivité v "Ville" {
        mandat 2026-03-22 .. 2032-03-21
      }
      objectif guichet "Guichet unique"
    }
    indécis faute de mandat {
      collectivité v "Ville"
      objectif guichet "Guichet unique" {
        bénéfices dès 2032-06
      }
    }
    indécis faute de date {
      collectivité v "Ville" {
        mandat 2026-03-22 .. 2032-03-21
      }
      objectif guichet "Guichet unique" {
        bénéfices dès 2032-06
        continuité {
          pilote DSI
          moyens "Un poste"
        }
        jalon ouverture "Ouverture" {
          visible
        }
      }
    }
    sans-objet {
      collectivité v "Ville" {
        mandat 2026-03-22 .. 2032-03-21
      }
      objectif guichet "Guichet unique" {
        bénéfices dès 2031-09-21
      }
    }
  }

  règle crédits-après-mandat {
    aussi     credits-after-the-term
    code      ART-08
    titre     fr "Les crédits d'après le mandat sont votés en autorisation"
              en "Credits after the term are voted as an authorisation"
    pourquoi  fr "Un crédit qui tombe après le mandat engage l'assemblée suivante : une autorisation de programme le lui montre."
              en "Credit that falls after the term binds the next council: a programme authorisation shows it."
    gravité   conseil
    source    défis-numériques "§ Le successeur récolte les bénéfices"
    chaque    objectif
    soit      au-delà = somme de montant.valeur pour montant de l'objectif tel que montant.année > mandat.fin.année
    lorsque   au-delà > 0 €
    exige     existe une autorisation telle que autorisation.fiche = objectif
    message   fr "« {objectif} » : {au-delà} de crédits au-delà du mandat, à assumer par l'assemblée suivante."
              en "\"{goal}\": {au-delà} fall after the term and bind the next council."
    aide      fr "Ajoutez dans l'objectif un bloc `autorisation` avec ses crédits par année, ou étalez la dépense avant la fin du mandat."
              en "Add to the goal an `authorisation` block with its credits by year, or bring the spending before the end of the term."
    signale sur guichet {
      collectivité v "Ville" {
        mandat 2026-03-22 .. 2030-03-21
      }
      objectif guichet "Guichet unique" {
        budget {
          investissement 2030: 40 k€
          fonctionnement 2031: 1 €
        }
      }
      objectif portail "Portail des familles" {
        budget {
          investissement 2030: 40 k€
        }
      }
      objectif agenda "Agenda partagé" {
        budget {
          investissement 2030: 40 k€
          fonctionnement 2031: 0 €
        }
      }
      objectif carte "Carte de la ville" {
        budget {
          investissement 2031: 40 k€
        }
        autorisation "AP 2030-01" {
          total   40 k€
          crédits 2031: 40 k€
        }
      }
    }
    accepte {
      collectivité v "Ville" {
        mandat 2026-03-22 .. 2030-03-21
      }
      objectif carte "Carte de la ville" {
        budget {
          investissement 2031: 40 k€
        }
        autorisation "AP 2030-01" {
          total   40 k€
          crédits 2031: 40 k€
        }
      }
      objectif archives "Archives" {
        autorisation "AP 2030-02" {
          total   10 k€
          crédits 2030: 10 k€
        }
      }
    }
    indécis faute de mandat {
      collectivité v "Ville"
      objectif guichet "Guichet unique" {
        budget {
          investissement 2031: 40 k€
        }
      }
    }
    sans-objet {
      collectivité v "Ville" {
        mandat 2026-03-22 .. 2030-03-21
      }
      objectif portail "Portail des familles" {
        budget {
          investissement 2030: 40 k€
        }
      }
    }
  }

  règle trajectoire {
    aussi     trajectory
    code      ART-09
    titre     fr "Chaque année tient dans la trajectoire"
              en "Each year fits the trajectory"
    pourquoi  fr "Le numérique demande d'investir quand les budgets baissent : une année qui dépasse la trajectoire ne sera pas votée."
              en "Digital work asks to invest while budgets shrink: a year beyond the trajectory will not be voted."
    gravité   erreur
    source    défis-numériques "§ Investir quand les budgets baissent"
    chaque    exercice
    lorsque   existe exercice.trajectoire
    exige     exercice.demandé <= exercice.trajectoire
    sur       exercice.trajectoire, stratégie
    message   fr "{exercice.année} : {exercice.demandé} demandés pour {exercice.trajectoire} de trajectoire."
              en "{fiscal-year.year}: {fiscal-year.asked} asked, {fiscal-year.trajectory} in the trajectory."
    aide      fr "Étalez une dépense sur une autre année, trouvez un financement, ou renoncez à une action."
              en "Move some spending to another year, find funding, or drop an action."
    signale sur 2028 {
      stratégie "S" {
        période 2027-01 .. 2032-12
        trajectoire {
          investissement 2027 .. 2028: 100 k€
        }
      }
      objectif guichet "Guichet unique" {
        budget {
          investissement 2027: 100 k€, 2028: 100 001 €, 2029: 500 k€
        }
      }
    }
    accepte {
      stratégie "S" {
        période 2027-01 .. 2032-12
        trajectoire {
          investissement 2027 .. 2028: 100 k€
        }
      }
      objectif guichet "Guichet unique" {
        budget {
          investissement 2027: 100 k€, 2028: 90 k€
        }
      }
    }
    sans-objet {
      objectif guichet "Guichet unique" {
        budget {
          investissement 2027: 100 k€
        }
      }
    }
  }

  règle coût-de-fonctionnement {
    aussi     running-cost
    code      ART-10
    titre     fr "Un équipement a son coût de fonctionnement, chaque année"
              en "Equipment has its running cost, every year"
    pourquoi  fr "Maintenance, abonnements et personnel suivent chaque investissement, aussi après la fin de l'action : oubliés, ils manquent au budget voté."
              en "Maintenance, subscriptions and pay follow each investment, after the action ends too: forgotten, they lack in the voted budget."
    gravité   avertissement
    source    défis-numériques "§ Investir quand les budgets baissent"
    paramètre seuil = 20 k€
    chaque    fiche
    lorsque   existe fiche.budget
    lorsque   n'existe pas fiche.parent.budget
    lorsque   fiche.investissement >= seuil
    exige     fiche.fonctionnement > 0 €
    exige     toute année parmi stratégie.années telle que année > fiche.fin.année vérifie existe un montant de la fiche tel que montant.année = année et montant.section est fonctionnement
    sur       fiche.budget
    message   fr "« {fiche} » investit {fiche.investissement} sans coût de fonctionnement chaque année, jusqu'à la fin du plan."
              en "\"{sheet}\" invests {sheet.investment} with no running cost in each year up to the end of the plan."
    aide      fr "Ajoutez au budget une ligne `fonctionnement` pour la maintenance, les abonnements et le personnel, aussi pour les années qui suivent la fin."
              en "Add an `operating` line to the budget for maintenance, subscriptions and pay, also for the years after the end."
    signale sur guichet, portail, carte, agenda {
      // No running cost, and no year left after its end.
      objectif guichet "Guichet unique" {
        période 2030 .. 2032
        budget {
          investissement 2030: 20 k€
        }
        action formulaires "Formulaires" {
          période 2030 .. 2032
          budget {
            investissement 2030: 20 k€
          }
        }
      }
      // Nothing in 2032.
      objectif portail "Portail des familles" {
        période 2029 .. 2030
        budget {
          investissement 2029: 20 k€
          fonctionnement 2031: 2 k€
        }
      }
      // In 2032 the last bill of the investment only.
      objectif carte "Carte de la ville" {
        période 2029 .. 2031
        budget {
          investissement 2029: 20 k€, 2032: 1 k€
          fonctionnement 2031: 2 k€
        }
      }
      objectif reseau "Réseau des écoles" {
        action agenda "Agenda partagé" {
          période 2030 .. 2032
          budget {
            investissement 2030: 20 k€
          }
        }
      }
      objectif badges "Badges" {
        période 2030 .. 2032
        budget {
          investissement 2030: 19 999 €
        }
      }
    }
    accepte {
      objectif guichet "Guichet unique" {
        période 2028 .. 2030
        budget {
          investissement 2028: 20 k€
          fonctionnement 2031 .. 2032: 2 k€
        }
      }
      objectif portail "Portail des familles" {
        période 2031 .. 2032
        budget {
          investissement 2031: 20 k€
          fonctionnement 2032: 1 €
        }
      }
    }
    indécis faute de fin {
      objectif guichet "Guichet unique" {
        budget {
          investissement 2028: 20 k€
          fonctionnement 2028: 2 k€
        }
      }
    }
    sans-objet {
      objectif badges "Badges" {
        période 2030 .. 2032
        budget {
          investissement 2030: 19 999 €
        }
      }
    }
  }

  règle pilote-à-recruter {
    aussi     owner-to-recruit
    code      ART-11
    titre     fr "Un pilote à recruter est financé et arrivé avant de piloter"
              en "An owner to recruit is funded and there before owning"
    pourquoi  fr "Un directeur du numérique se paie et se recrute : avant son arrivée, ce qu'il pilote n'avance pas."
              en "A digital officer has to be paid and hired: before the arrival, what they own does not move."
    gravité   erreur
    source    défis-numériques "§ Un CDO à payer"
    chaque    fiche
    lorsque   fiche.pilote.poste est à-recruter
    exige     existe fiche.pilote.coût
    exige     existe fiche.pilote.arrivée
    exige     fiche.pilote.arrivée <= fiche.début
    sur       fiche.pilote
    message   fr "« {fiche.pilote} » pilote « {fiche} » avant d'être recruté ou financé."
              en "\"{sheet.owner}\" owns \"{sheet}\" before being hired or funded."
    aide      fr "Écrivez au poste son `coût` par an et son `arrivée`, décalez le début, ou nommez un pilote par intérim."
              en "Write at the post its `cost` a year and its `arrival`, shift the start, or name an interim owner."
    signale sur guichet, portail, agenda {
      pilote CHEF "Directeur du numérique" {
        poste   à-recruter
        arrivée 2027-09-01
        coût    60 k€
      }
      pilote SANS-COUT "Chef de projet" {
        poste   à-recruter
        arrivée 2027-01-01
      }
      pilote SANS-DATE "Chargé de données" {
        poste à-recruter
        coût  45 k€
      }
      pilote VACANT "Responsable des usages" {
        poste vacant
      }
      objectif guichet "Guichet unique" {
        pilote  CHEF
        période 2027-08-31 .. 2028-12-31
      }
      objectif portail "Portail des familles" {
        pilote  SANS-COUT
        période 2027-09-01 .. 2028-12-31
      }
      objectif agenda "Agenda partagé" {
        pilote  SANS-DATE
        période 2027-09-01 .. 2028-12-31
      }
      objectif carte "Carte de la ville" {
        pilote  VACANT
        période 2027-01-01 .. 2028-12-31
      }
      objectif archives "Archives" {
        pilote  DSI
        période 2027-01-01 .. 2028-12-31
      }
    }
    accepte {
      pilote CHEF "Directeur du numérique" {
        poste   à-recruter
        arrivée 2027-09-01
        coût    60 k€
      }
      objectif guichet "Guichet unique" {
        pilote  CHEF
        période 2027-09-01 .. 2028-12-31
      }
    }
    indécis faute de début {
      pilote CHEF "Directeur du numérique" {
        poste   à-recruter
        arrivée 2027-09-01
        coût    60 k€
      }
      objectif guichet "Guichet unique" {
        pilote CHEF
      }
    }
    sans-objet {
      objectif archives "Archives" {
        pilote  DSI
        période 2027-01-01 .. 2028-12-31
      }
    }
  }

  règle état-des-lieux {
    aussi     recent-diagnosis
    code      ART-12
    titre     fr "Un état des lieux récent dit d'où l'on part"
              en "A recent diagnosis tells the start"
    pourquoi  fr "L'adoption du numérique est inégale d'une collectivité à l'autre : sans état des lieux récent, personne ne sait d'où part le plan."
              en "Digital adoption differs from one authority to the next: without a recent diagnosis nobody knows where the plan starts."
    gravité   avertissement
    source    défis-numériques "§ Une adoption inégale"
    paramètre ancienneté = 24 mois
    soit      repère = stratégie.période.début à défaut ce-jour
    exige     existe un diagnostic d tel que d.date + ancienneté > repère
    sur       stratégie
    message   fr "Le plan ne contient aucun état des lieux de moins de {ancienneté} à cette date : {repère}."
              en "The plan holds no diagnosis younger than {ancienneté} on this date: {repère}."
    aide      fr "Ajoutez un bloc `diagnostic \"État des lieux\" au 2026-05` avec ses chiffres, ses forces et ses faiblesses."
              en "Add a `diagnosis \"Where things stand\" on 2026-05` block with its figures, strengths and weaknesses."
    signale sur stratégie {
      stratégie "S" {
        période 2027-01-01 .. 2032-12-31
      }
    }
    // 24 months old on the first day.
    signale sur stratégie {
      stratégie "S" {
        période 2027-01-01 .. 2032-12-31
      }
      diagnostic "État des lieux" au 2025-01-01
    }
    // With no period, today is what counts.
    signale sur stratégie {
      au 2029-01-01
      stratégie "S"
      diagnostic "État des lieux" au 2027-01-01
    }
    accepte {
      stratégie "S" {
        période 2027-01-01 .. 2032-12-31
      }
      diagnostic "Ancien état des lieux" au 2020-01-01
      diagnostic "État des lieux"        au 2025-01-02
    }
    accepte {
      au 2031-01-01
      stratégie "S" {
        période 2027-01-01 .. 2032-12-31
      }
      diagnostic "État des lieux" au 2026-05-01
    }
    accepte {
      au 2029-01-01
      stratégie "S"
      diagnostic "État des lieux" au 2027-01-02
    }
    indécis faute de date {
      stratégie "S" {
        période 2027-01-01 .. 2032-12-31
      }
      diagnostic "État des lieux"
    }
  }

  règle état-des-lieux-chiffré {
    aussi     diagnosis-with-figures
    code      ART-12b
    titre     fr "L'état des lieux contient des chiffres"
              en "The diagnosis holds figures"
    pourquoi  fr "Sans chiffre de départ, aucun progrès ne se mesure."
              en "With no figure at the start no progress can be measured."
    gravité   avertissement
    source    défis-numériques "§ Une adoption inégale"
    applicable si existe un diagnostic
    exige     existe un diagnostic d tel que existe d.chiffres
    sur       stratégie
    message   fr "L'état des lieux ne contient aucun chiffre : le niveau de départ est inconnu."
              en "The diagnosis holds no figure: the level at the start is unknown."
    aide      fr "Ajoutez-y des lignes `chiffre`, par exemple `chiffre \"Démarches en ligne\" 12 au 2026-05`."
              en "Add `figure` lines to it, for instance `figure \"Online services\" 12 on 2026-05`."
    signale sur stratégie {
      diagnostic "État des lieux" au 2026-05-01
    }
    accepte {
      diagnostic "Premier état des lieux" au 2025-05-01
      diagnostic "État des lieux" au 2026-05-01 {
        chiffre "Démarches en ligne" 12 au 2026-05
      }
    }
    sans-objet {
      objectif guichet "Guichet unique"
    }
  }

  règle site-renseigné {
    aussi     website-stated
    code      ART-12c
    titre     fr "On sait si la collectivité a un site"
              en "It is known whether the authority has a website"
    pourquoi  fr "Beaucoup de collectivités n'avaient pas de site : c'est le premier fait d'un état des lieux."
              en "Many authorities had no website: it is the first fact of a diagnosis."
    gravité   avertissement
    source    défis-numériques "§ Pas de site"
    chaque    collectivité c
    exige     existe c.site ou c.sans-site
    message   fr "« {c} » ne dit pas si elle a un site internet."
              en "\"{c}\" does not say whether it has a website."
    aide      fr "Ajoutez `site \"https://…\"` dans le bloc `collectivité`, ou `sans site` si elle n'en a pas."
              en "Add `website \"https://…\"` to the `authority` block, or `no website` if it has none."
    signale sur v {
      collectivité v "Ville" {
        nature commune
      }
    }
    accepte {
      collectivité v "Ville" {
        site "https://ville.example"
      }
    }
    accepte {
      collectivité v "Ville" {
        sans site
      }
    }
  }

  règle créer-le-site {
    aussi     create-the-website
    code      ART-13
    titre     fr "Sans site, la création du site vient dans le premier tiers"
              en "With no website, creating one comes in the first third"
    pourquoi  fr "Sans site, aucun service en ligne n'a d'adresse : le reste du plan en dépend."
              en "With no website no online service has an address: the rest of the plan hangs on it."
    gravité   avertissement
    source    défis-numériques "§ Pas de site"
    applicable si collectivité.sans-site
    lorsque   existe stratégie.période
    soit      tiers = (stratégie.période.fin - stratégie.période.début) / 3
    exige     existe une fiche telle que site-internet parmi fiche.thèmes et fiche.fin <= stratégie.période.début + tiers
    sur       collectivité
    message   fr "La collectivité n'a pas de site, et aucun objectif ne le crée dans le premier tiers de la stratégie."
              en "The authority has no website, and no goal creates one in the first third of the strategy."
    aide      fr "Ajoutez un objectif avec `thèmes site-internet`, qui finit dans le premier tiers de la période."
              en "Add a goal with `themes website` that ends in the first third of the period."
    signale sur stratégie {
      stratégie "S" {
        période 2027-01-01 .. 2029-12-31
      }
      collectivité v "Ville" {
        sans site
      }
      objectif site "Créer le site" {
        thèmes  site-internet
        période 2027-02-01 .. 2028-01-02
      }
      objectif guichet "Guichet unique" {
        thèmes  téléservice
        période 2027-02-01 .. 2027-12-31
      }
    }
    accepte {
      stratégie "S" {
        période 2027-01-01 .. 2029-12-31
      }
      collectivité v "Ville" {
        sans site
      }
      objectif site "Créer le site" {
        thèmes  site-internet
        période 2027-02-01 .. 2028-01-01
      }
      objectif guichet "Guichet unique" {
        thèmes  téléservice
        période 2027-02-01 .. 2029-12-31
      }
    }
    indécis faute de fin {
      stratégie "S" {
        période 2027-01-01 .. 2029-12-31
      }
      collectivité v "Ville" {
        sans site
      }
      objectif site "Créer le site" {
        thèmes site-internet
      }
    }
    sans-objet {
      collectivité v "Ville" {
        site "https://ville.example"
      }
      objectif guichet "Guichet unique"
    }
    sans-objet {
      stratégie "S"
      collectivité v "Ville" {
        sans site
      }
    }
  }

  règle acculturation {
    aussi     awareness
    code      ART-15
    titre     fr "Données et IA : élus et agents les découvrent avant la première livraison"
              en "Data and AI: elected members and staff learn about them before the first delivery"
    pourquoi  fr "L'ouverture des données est mal connue : ce que personne ne comprend n'est ni utilisé ni défendu."
              en "Open data is little known: what nobody understands is neither used nor defended."
    gravité   avertissement
    source    défis-numériques "§ L'ouverture des données est mal connue"
    paramètre sujets = [données-ouvertes, données, ia]
    chaque    objectif
    lorsque   existe un thème de l'objectif tel que thème parmi sujets
    soit      première-livraison = minimum de jalon.date pour jalon de l'objectif tel que jalon.nature parmi [livraison, mise-en-service]
    exige     existe une action telle que acculturation parmi action.thèmes et élus parmi action.publics et action.fin <= première-livraison
    exige     existe une action telle que acculturation parmi action.thèmes et agents parmi action.publics et action.fin <= première-livraison
    message   fr "« {objectif} » traite de données ou d'IA sans action d'acculturation des élus et des agents avant la première livraison."
              en "\"{goal}\" deals with data or AI with no awareness action for elected members and staff before the first delivery."
    aide      fr "Ajoutez une action avec `thèmes acculturation` et `publics élus, agents`, qui finit avant la première livraison."
              en "Add an action with `themes awareness` and `audience elected, staff` that ends before the first delivery."
    // The elected are too late by one day.
    signale sur ouverture {
      objectif ouverture "Ouvrir les données" {
        thèmes communication, données-ouvertes
        jalon premier "Premier jeu" au 2027-10-01 {
          nature livraison
        }
        jalon portail "Portail" au 2028-10-01 {
          nature mise-en-service
        }
      }
      objectif affiches "Affiches" {
        thèmes communication
        jalon premiere "Première affiche" au 2027-01-15 {
          nature livraison
        }
      }
      action elus "Séminaire des élus" {
        thèmes  acculturation
        public  élus
        période 2027-02-01 .. 2027-10-02
      }
      action agents-a "Ateliers des agents" {
        thèmes  acculturation
        public  agents
        période 2027-02-01 .. 2027-10-01
      }
      action lettre "Lettre aux élus" {
        thèmes  communication
        public  élus
        période 2027-02-01 .. 2027-03-31
      }
    }
    // The staff are.
    signale sur ouverture {
      objectif ouverture "Données de la ville" {
        thèmes données
        jalon premier "Premier jeu" au 2027-10-01 {
          nature mise-en-service
        }
        jalon suite "Deuxième jeu" au 2028-10-01 {
          nature livraison
        }
      }
      action elus "Séminaire des élus" {
        thèmes  acculturation
        public  élus
        période 2027-02-01 .. 2027-10-01
      }
      action agents-a "Ateliers des agents" {
        thèmes  acculturation
        public  agents
        période 2027-02-01 .. 2027-10-02
      }
      action lettre "Lettre aux agents" {
        thèmes  communication
        public  agents
        période 2027-02-01 .. 2027-03-31
      }
    }
    accepte {
      objectif ouverture "Assistant" {
        thèmes ia
        jalon marche "Marché" au 2027-03-01 {
          nature consultation
        }
        jalon premier "Premier usage" au 2027-10-01 {
          nature livraison
        }
      }
      action elus "Séminaire des élus" {
        thèmes  acculturation
        public  élus
        période 2027-02-01 .. 2027-10-01
      }
      action agents-a "Ateliers des agents" {
        thèmes  acculturation
        public  agents
        période 2027-02-01 .. 2027-10-01
      }
      action lettre "Lettre aux agents" {
        thèmes  communication
        public  agents
        période 2028-02-01 .. 2028-03-31
      }
    }
    indécis faute de fin {
      objectif ouverture "Ouvrir les données" {
        thèmes données-ouvertes
        jalon premier "Premier jeu" au 2027-10-01 {
          nature livraison
        }
      }
      action tous "Séminaire" {
        thèmes acculturation
        public élus, agents
      }
    }
    sans-objet {
      objectif affiches "Affiches" {
        thèmes communication
      }
    }
  }

  règle mots-expliqués {
    aussi     words-explained
    code      ART-15b
    titre     fr "Les mots des données et de l'IA sont au glossaire"
              en "The words of data and AI are in the glossary"
    pourquoi  fr "Le conseil vote ce texte : un mot que la moitié des élus ne connaît pas n'y a pas sa place sans définition."
              en "The council votes this text: a word that half its members do not know has no place in it undefined."
    gravité   avertissement
    source    défis-numériques "§ L'ouverture des données est mal connue"
    paramètre sujets = [données-ouvertes, données, ia]
    chaque    objectif
    lorsque   existe un thème de l'objectif tel que thème parmi sujets
    soit      inexpliqués = liste des thèmes de l'objectif tels que thème parmi sujets et aucun terme parmi glossaire tel que terme.thème = thème
    exige     inexpliqués est vide
    message   fr "« {objectif} » emploie des mots que le glossaire n'explique pas : {inexpliqués}."
              en "\"{goal}\" uses words that the glossary does not explain: {inexpliqués}."
    aide      fr "Ajoutez au bloc `glossaire` une ligne par mot : `terme \"Données ouvertes\" \"…\"`."
              en "Add a line a word to the `glossary` block: `term \"Open data\" \"…\"`."
    signale sur ouverture {
      objectif ouverture "Ouvrir les données" {
        thèmes données-ouvertes, données, communication
      }
      objectif donnees "Données de la ville" {
        thèmes données, communication
      }
      objectif affiches "Affiches" {
        thèmes communication
      }
      glossaire {
        terme "Données" "Ce que les services écrivent et mesurent."
      }
    }
    accepte {
      objectif ouverture "Ouvrir les données" {
        thèmes données-ouvertes, communication
      }
      glossaire {
        terme "AP"               "Autorisation de programme."
        terme "Données ouvertes" "Données que chacun peut reprendre."
      }
    }
    sans-objet {
      objectif affiches "Affiches" {
        thèmes communication
      }
    }
  }

  règle départ-de-l-accessibilité {
    aussi     accessibility-baseline
    code      ART-16
    titre     fr "Le taux d'accessibilité a un départ mesuré"
              en "The accessibility rate has a measured start"
    pourquoi  fr "Peu de sites sont accessibles : sans audit daté, le taux de départ est une supposition, et zéro n'est pas une mesure."
              en "Few sites are accessible: without a dated audit the rate at the start is a guess, and zero is no measure."
    gravité   erreur
    source    défis-numériques "§ Peu de sites accessibles"
    chaque    indicateur
    lorsque   rgaa parmi indicateur.thèmes
    exige     indicateur.départ.valeur <> 0
    exige     existe indicateur.départ.date
    message   fr "Accessibilité : « {indicateur} » n'a pas de taux de départ mesuré et daté."
              en "Accessibility: \"{indicator}\" has no measured and dated start."
    aide      fr "Faites un audit, puis écrivez son résultat et sa date : `départ 42 % au 2026-06`."
              en "Have an audit made, then write its result and date: `baseline 42 % on 2026-06`."
    signale sur sans-depart, zero, sans-date {
      objectif sites "Des sites accessibles" {
        indicateur sans-depart "Conformité du site" {
          thèmes rgaa
          cible  75 % au 2029-12
        }
        indicateur zero "Conformité du portail" {
          thèmes rgaa
          départ 0 % au 2026-06
          cible  75 % au 2029-12
        }
        indicateur sans-date "Conformité de l'intranet" {
          thèmes rgaa
          départ 42 %
          cible  75 % au 2029-12
        }
        indicateur formes "Agents formés" {
          thèmes accessibilité
          cible  75 % au 2029-12
        }
      }
    }
    accepte {
      objectif sites "Des sites accessibles" {
        indicateur taux "Conformité du site" {
          thèmes rgaa
          départ 1 % au 2026-06
          cible  75 % au 2029-12
        }
      }
    }
    sans-objet {
      objectif sites "Des sites accessibles" {
        indicateur formes "Agents formés" {
          thèmes accessibilité
          cible  75 % au 2029-12
        }
      }
    }
  }

  règle cible-de-l-accessibilité {
    aussi     accessibility-target
    code      ART-16b
    titre     fr "Le taux d'accessibilité a une cible datée"
              en "The accessibility rate has a dated target"
    pourquoi  fr "Sans cible ni date, la mise en conformité n'a pas de fin, et personne n'en rend compte."
              en "With no target and no date conformity has no end, and nobody answers for it."
    gravité   erreur
    source    défis-numériques "§ Peu de sites accessibles"
    chaque    indicateur
    lorsque   rgaa parmi indicateur.thèmes
    exige     existe indicateur.cible.date
    message   fr "Accessibilité : « {indicateur} » n'a pas de cible datée."
              en "Accessibility: \"{indicator}\" has no dated target."
    aide      fr "Dites quel taux, et pour quand : `cible 75 % au 2029-12`."
              en "Say which rate, and by when: `target 75 % on 2029-12`."
    signale sur sans-cible, sans-date {
      objectif sites "Des sites accessibles" {
        indicateur sans-cible "Conformité du site" {
          thèmes rgaa
          départ 42 % au 2026-06
        }
        indicateur sans-date "Conformité du portail" {
          thèmes rgaa
          départ 42 % au 2026-06
          cible  75 %
        }
        indicateur formes "Agents formés" {
          thèmes accessibilité
          départ 10 % au 2026-06
        }
      }
    }
    accepte {
      objectif sites "Des sites accessibles" {
        indicateur taux "Conformité du site" {
          thèmes rgaa
          départ 42 % au 2026-06
          cible  75 % au 2029-12
        }
      }
    }
    sans-objet {
      objectif sites "Des sites accessibles" {
        indicateur formes "Agents formés" {
          thèmes accessibilité
          départ 10 % au 2026-06
        }
      }
    }
  }

  règle accessibilité-mesurée {
    aussi     measured-accessibility
    code      ART-16c
    titre     fr "L'accessibilité se mesure par un taux de conformité"
              en "Accessibility is measured by a rate of conformity"
    pourquoi  fr "Un plan qui parle d'accessibilité sans taux de conformité ne dira jamais s'il l'a améliorée."
              en "A plan that speaks of accessibility with no rate of conformity will never tell whether it improved."
    gravité   erreur
    source    défis-numériques "§ Peu de sites accessibles"
    applicable si existe une fiche telle que accessibilité parmi fiche.thèmes
    exige     existe un indicateur tel que rgaa parmi indicateur.thèmes
    sur       stratégie
    message   fr "Le plan traite d'accessibilité, et aucun indicateur ne donne le taux de conformité au RGAA."
              en "The plan deals with accessibility, and no indicator gives the rate of conformity to the RGAA."
    aide      fr "Ajoutez un `indicateur` avec `thèmes rgaa`, un départ audité et une cible datée."
              en "Add an `indicator` with `themes rgaa`, an audited baseline and a dated target."
    signale sur stratégie {
      objectif sites "Des sites accessibles" {
        thèmes accessibilité
        indicateur formes "Agents formés" {
          thèmes accessibilité
        }
      }
    }
    accepte {
      objectif sites "Des sites accessibles" {
        thèmes accessibilité
        indicateur formes "Agents formés" {
          thèmes accessibilité
        }
        indicateur taux "Conformité du site" {
          thèmes rgaa
        }
      }
      objectif affiches "Affiches" {
        thèmes communication
      }
    }
    sans-objet {
      objectif affiches "Affiches" {
        thèmes communication
      }
    }
  }

  règle chef-de-file {
    aussi     lead
    code      ART-17
    titre     fr "La direction générale ou un directeur du numérique en poste dirige la stratégie"
              en "General management, or a digital officer in office, leads the strategy"
    pourquoi  fr "Un pilotage trop bas dans la hiérarchie ne peut pas arbitrer entre directions : ni l'informatique ni la communication seules n'y suffisent."
              en "A lead too low in the hierarchy cannot decide between directorates: neither IT nor communications alone is enough."
    gravité   avertissement
    source    défis-numériques "§ Un pilotage trop bas dans la hiérarchie"
    paramètre attendus = [cdo, dgs, dgo]
    lorsque   existe stratégie.chef-de-file
    exige     stratégie.chef-de-file.rôle parmi attendus
    exige     non (stratégie.chef-de-file.poste parmi [vacant, à-recruter])
    sur       stratégie.chef-de-file
    message   fr "« {stratégie.chef-de-file} » dirige la stratégie : on attend la direction générale, ou un directeur du numérique en poste."
              en "\"{strategy.lead}\" leads the strategy: general management, or a digital officer in office, is expected."
    aide      fr "Nommez `chef-de-file DGS`, ou `CDO` s'il est en poste ; si ce service en tient le rôle sous un autre nom, écrivez-lui `rôle CDO`."
              en "Name `lead DGS`, or `CDO` if the post is filled; if this service plays that role under another name, write `role CDO` for it."
    signale sur stratégie {
      stratégie "S" {
        période      2027-01 .. 2032-12
        chef-de-file DSI
      }
    }
    signale sur stratégie {
      stratégie "S" {
        période      2027-01 .. 2032-12
        chef-de-file MISSION
      }
      pilote MISSION "Mission numérique"
    }
    signale sur stratégie {
      stratégie "S" {
        période      2027-01 .. 2032-12
        chef-de-file NUM
      }
      pilote NUM "Direction du numérique" {
        rôle  CDO
        poste à-recruter
      }
    }
    signale sur stratégie {
      stratégie "S" {
        période      2027-01 .. 2032-12
        chef-de-file NUM
      }
      pilote NUM "Direction du numérique" {
        rôle  CDO
        poste vacant
      }
    }
    accepte {
      stratégie "S" {
        période      2027-01 .. 2032-12
        chef-de-file CDO
      }
    }
    accepte {
      stratégie "S" {
        période      2027-01 .. 2032-12
        chef-de-file DGS
      }
    }
    accepte {
      stratégie "S" {
        période      2027-01 .. 2032-12
        chef-de-file DGO
      }
      pilote DGO "Direction générale de l'organisation"
    }
    accepte {
      stratégie "S" {
        période      2027-01 .. 2032-12
        chef-de-file NUM
      }
      pilote NUM "Direction du numérique" {
        rôle  CDO
        poste pourvu
      }
    }
    sans-objet {
      objectif guichet "Guichet unique"
    }
  }

  règle sans-chef-de-file {
    aussi     no-lead
    code      ART-17b
    titre     fr "Quelqu'un dirige la stratégie"
              en "Somebody leads the strategy"
    pourquoi  fr "Une stratégie que personne ne dirige s'arrête au premier arbitrage."
              en "A strategy that nobody leads stops at the first decision between directorates."
    gravité   erreur
    source    défis-numériques "§ Un pilotage trop bas dans la hiérarchie"
    exige     existe stratégie.chef-de-file
    sur       stratégie
    message   fr "La stratégie ne dit pas qui la dirige."
              en "The strategy does not say who leads it."
    aide      fr "Ajoutez à la stratégie une ligne `chef-de-file` : la direction générale, ou le directeur du numérique."
              en "Add a `lead` line to the strategy: general management, or the digital officer."
    signale sur stratégie {
      objectif guichet "Guichet unique"
    }
    accepte {
      stratégie "S" {
        période      2027-01 .. 2032-12
        chef-de-file DGS
      }
    }
  }

  règle directions-présentes {
    aussi     directorates-present
    code      ART-18
    titre     fr "Communication, informatique et direction générale prennent part au plan"
              en "Communications, IT and general management take part in the plan"
    pourquoi  fr "La transition se lit dans ces trois directions : celle qui n'apparaît nulle part n'a rien promis."
              en "The transition shows in these three directorates: one that appears nowhere has promised nothing."
    gravité   avertissement
    source    défis-numériques "§ Un pilotage trop bas dans la hiérarchie"
    paramètre attendus = [com, dsi, dgs]
    paramètre rôles-connus = [dgs, dga, dgo, cdo, dsi, com, drh, daf, dpo, rssi]
    applicable si existe une fiche telle que existe un pilote parmi fiche.équipe tel que pilote.rôle parmi rôles-connus
    soit      absents = liste des rôles parmi attendus tels que aucune fiche telle que existe un pilote parmi fiche.équipe tel que pilote.rôle = rôle
    exige     absents est vide
    sur       stratégie
    message   fr "Ces directions n'apparaissent dans aucun objectif ni aucune action : {absents}."
              en "These directorates appear in no goal and no action: {absents}."
    aide      fr "Nommez-les `pilote` ou `contributeurs` d'un objectif ou d'une action qui les concerne."
              en "Name them as `owner` or `contributors` of a goal or an action that concerns them."
    signale sur stratégie {
      objectif guichet "Guichet unique" {
        pilote        DSI
        contributeurs DGS, maire
      }
      objectif accueil "Accueil" {
        pilote maire
      }
      pilote maire "Maire"
    }
    signale sur stratégie {
      objectif guichet "Guichet unique" {
        pilote        DSI
        contributeurs COM
      }
    }
    signale sur stratégie {
      objectif guichet "Guichet unique" {
        pilote        DGS
        contributeurs COM
      }
    }
    accepte {
      objectif guichet "Guichet unique" {
        pilote        DSI
        contributeurs DGS
      }
      objectif portail "Portail des familles" {
        pilote DRH
        action lettre "Lettre aux familles" {
          pilote COM
        }
      }
    }
    // Nobody has a known role: a head of communications may stand behind any title.
    sans-objet {
      pilote head "Head of Policy, Communications and Governance"
      objectif guichet "Guichet unique" {
        pilote head
      }
    }
  }

  règle communication-sans-excès {
    aussi     communication-is-not-the-strategy
    code      ART-19
    titre     fr "La communication n'est pas la stratégie"
              en "Communication is not the strategy"
    pourquoi  fr "Une stratégie numérique faite surtout de communication change l'image, pas les services."
              en "A digital strategy made of communication above all changes the image, not the services."
    gravité   conseil
    source    défis-numériques "§ La communication n'est pas la stratégie"
    paramètre plafond = 50 %
    soit      poids = part des objectifs tels que communication parmi objectif.thèmes
    exige     poids <= plafond
    sur       stratégie
    message   fr "{poids} des objectifs relèvent de la communication."
              en "{poids} of the goals are about communication."
    aide      fr "Ajoutez des objectifs de service, d'organisation ou de données, ou regroupez ceux de communication."
              en "Add goals of service, organisation or data, or bring those of communication together."
    // 26 of 51.
    signale sur stratégie {
      objectif a1 "A1" {
        thèmes communication
      }
      objectif a2 "A2" {
        thèmes communication
      }
      objectif a3 "A3" {
        thèmes communication
      }
      objectif a4 "A4" {
        thèmes communication
      }
      objectif a5 "A5" {
        thèmes communication
      }
      objectif a6 "A6" {
        thèmes communication
      }
      objectif a7 "A7" {
        thèmes communication
      }
      objectif a8 "A8" {
        thèmes communication
      }
      objectif a9 "A9" {
        thèmes communication
      }
      objectif a10 "A10" {
        thèmes communication
      }
      objectif a11 "A11" {
        thèmes communication
      }
      objectif a12 "A12" {
        thèmes communication
      }
      objectif a13 "A13" {
        thèmes communication
      }
      objectif a14 "A14" {
        thèmes communication
      }
      objectif a15 "A15" {
        thèmes communication
      }
      objectif a16 "A16" {
        thèmes communication
      }
      objectif a17 "A17" {
        thèmes communication
      }
      objectif a18 "A18" {
        thèmes communication
      }
      objectif a19 "A19" {
        thèmes communication
      }
      objectif a20 "A20" {
        thèmes communication
      }
      objectif a21 "A21" {
        thèmes communication
      }
      objectif a22 "A22" {
        thèmes communication
      }
      objectif a23 "A23" {
        thèmes communication
      }
      objectif a24 "A24" {
        thèmes communication
      }
      objectif a25 "A25" {
        thèmes communication
      }
      objectif a26 "A26" {
        thèmes communication
      }
      objectif b1  "B1"
      objectif b2  "B2"
      objectif b3  "B3"
      objectif b4  "B4"
      objectif b5  "B5"
      objectif b6  "B6"
      objectif b7  "B7"
      objectif b8  "B8"
      objectif b9  "B9"
      objectif b10 "B10"
      objectif b11 "B11"
      objectif b12 "B12"
      objectif b13 "B13"
      objectif b14 "B14"
      objectif b15 "B15"
      objectif b16 "B16"
      objectif b17 "B17"
      objectif b18 "B18"
      objectif b19 "B19"
      objectif b20 "B20"
      objectif b21 "B21"
      objectif b22 "B22"
      objectif b23 "B23"
      objectif b24 "B24"
      objectif b25 "B25"
    }
    // 1 of 2.
    accepte {
      objectif affiches "Affiches" {
        thèmes communication
      }
      objectif guichet "Guichet unique" {
        thèmes téléservice
      }
    }
  }

  règle dsi-prête {
    aussi     it-readiness
    code      ART-20
    titre     fr "Ce que pilote une DSI qui n'est pas prête attend qu'elle le soit"
              en "What an IT department owns waits until it is ready"
    pourquoi  fr "Une direction informatique qui n'est pas encore préparée au changement ne peut pas le conduire chez les autres."
              en "An IT department that is not yet ready for the change cannot lead others through it."
    gravité   avertissement
    source    défis-numériques "§ La préparation de la DSI"
    chaque    pilote
    lorsque   pilote.rôle est dsi
    lorsque   pilote.préparation est non-prête
    soit      évolution = maximum de action.fin pour action telle que pilote parmi action.prépare
    soit      précoces = liste des fiches telles que fiche.pilote = pilote et fiche.début < évolution et pilote hors de fiche.prépare
    exige     précoces est vide
    message   fr "« {pilote} » n'est pas prête, et ceci démarre avant sa montée en compétence : {précoces}."
              en "\"{owner}\" is not ready, and this starts before it is: {précoces}."
    aide      fr "Décalez ces débuts après l'action qui la prépare, faites-la aider, ou confiez-les à un autre pilote."
              en "Shift these starts after the action that prepares it, have it supported, or give them to another owner."
    signale sur DSI {
      pilote DSI "Systèmes d'information" {
        préparation non-prête
      }
      pilote COM "Communication" {
        préparation non-prête
      }
      action montee "Former la DSI" {
        pilote  DSI
        prépare DSI
        période 2027-01-01 .. 2027-03-31
      }
      action renfort "Renforcer la DSI" {
        pilote  DRH
        prépare DSI, COM
        période 2027-01-01 .. 2027-06-30
      }
      objectif portail "Portail des familles" {
        pilote  DSI
        période 2027-06-29 .. 2028-12-31
      }
      objectif lettre "Lettre aux familles" {
        pilote  COM
        période 2027-02-01 .. 2027-12-31
      }
    }
    accepte {
      pilote DSI "Systèmes d'information" {
        préparation non-prête
      }
      action montee "Former la DSI" {
        pilote  DSI
        prépare DSI
        période 2027-01-01 .. 2027-06-30
      }
      action cours "Cours pour tous" {
        pilote  DRH
        prépare COM
        période 2027-01-01 .. 2028-12-31
      }
      objectif portail "Portail des familles" {
        pilote  DSI
        période 2027-06-30 .. 2028-12-31
      }
      objectif lettre "Lettre aux familles" {
        pilote  COM
        période 2027-02-01 .. 2027-12-31
      }
    }
    indécis faute de début {
      pilote DSI "Systèmes d'information" {
        préparation non-prête
      }
      action montee "Former la DSI" {
        prépare DSI
        période 2027-01-01 .. 2027-06-30
      }
      objectif portail "Portail des familles" {
        pilote DSI
      }
    }
    sans-objet {
      pilote DSI "Systèmes d'information" {
        préparation prête
      }
      pilote COM "Communication" {
        préparation non-prête
      }
      action montee "Former la DSI" {
        prépare DSI, COM
        période 2027-01-01 .. 2027-06-30
      }
      objectif portail "Portail des familles" {
        pilote  DSI
        période 2027-03-01 .. 2028-12-31
      }
      objectif lettre "Lettre aux familles" {
        pilote  COM
        période 2027-03-01 .. 2028-12-31
      }
    }
  }

  règle préparer-la-dsi {
    aussi     prepare-it
    code      ART-20b
    titre     fr "Une DSI qui n'est pas prête est préparée par le plan"
              en "An IT department that is not ready is prepared by the plan"
    pourquoi  fr "Dire qu'elle n'est pas prête sans rien prévoir revient à reporter tout ce qu'elle pilote."
              en "To say that it is not ready and plan nothing is to put off all that it owns."
    gravité   avertissement
    source    défis-numériques "§ La préparation de la DSI"
    chaque    pilote
    lorsque   pilote.rôle est dsi
    lorsque   pilote.préparation est non-prête
    exige     existe une action telle que pilote parmi action.prépare
    message   fr "« {pilote} » n'est pas prête au changement, et aucune action ne la prépare."
              en "\"{owner}\" is not ready for the change, and no action prepares it."
    aide      fr "Ajoutez une action de formation ou de renfort avec une ligne `prépare DSI`."
              en "Add an action of training or support with a `prepares DSI` line."
    signale sur DSI {
      pilote DSI "Systèmes d'information" {
        préparation non-prête
      }
      pilote DRH "Ressources humaines" {
        préparation non-prête
      }
      action cours "Cours" {
        prépare COM
      }
    }
    accepte {
      pilote DSI "Systèmes d'information" {
        préparation non-prête
      }
      action montee "Former la DSI" {
        prépare DSI
      }
      action cours "Cours" {
        prépare COM
      }
    }
    sans-objet {
      pilote DSI "Systèmes d'information" {
        préparation prête
      }
      pilote DRH "Ressources humaines" {
        préparation non-prête
      }
    }
  }

  règle préparation-de-la-dsi-connue {
    aussi     it-readiness-stated
    code      ART-20c
    titre     fr "On sait si la DSI est prête"
              en "It is known whether IT is ready"
    pourquoi  fr "La direction informatique porte une grande part du plan : qu'elle y soit prête se dit avant le vote."
              en "IT carries a large part of the plan: whether it is ready for that is said before the vote."
    gravité   avertissement
    source    défis-numériques "§ La préparation de la DSI"
    chaque    pilote
    lorsque   pilote.rôle est dsi
    lorsque   existe pilote.fiches
    exige     existe pilote.préparation
    message   fr "« {pilote} » pilote une part du plan, sans que l'on sache si elle est prête au changement."
              en "\"{owner}\" owns a part of the plan, and nobody says whether it is ready for the change."
    aide      fr "Déclarez `pilote DSI \"…\"` dans le plan, avec une ligne `préparation prête`, `en-préparation` ou `non-prête`."
              en "Declare `owner DSI \"…\"` in the plan, with a line `readiness ready`, `preparing` or `not-ready`."
    signale sur DSI {
      objectif portail "Portail des familles" {
        pilote DSI
      }
      objectif lettre "Lettre aux familles" {
        pilote COM
      }
    }
    accepte {
      pilote DSI "Systèmes d'information" {
        préparation en-préparation
      }
      objectif portail "Portail des familles" {
        pilote DSI
      }
    }
    sans-objet {
      objectif lettre "Lettre aux familles" {
        pilote        COM
        contributeurs DSI
      }
    }
  }

  règle incontournables {
    aussi     must-haves
    code      ART-21
    titre     fr "Les cinq incontournables sont couverts"
              en "The five must-haves are covered"
    pourquoi  fr "Polyvalence, ubiquité, approche par l'usager et le métier, coopération avec l'extérieur, compétences essentielles : ce qu'une collectivité numérique doit avoir."
              en "Versatility, ubiquity, user approach, outside cooperation, essential skills: what a digital authority must have."
    gravité   avertissement
    source    défis-numériques "§ Les cinq incontournables"
    paramètre attendus = [polyvalence, ubiquité, approche-usagers, coopération, compétences-clés]
    applicable si existe un objectif tel que existe objectif.renforce
    soit      manquants = liste des incontournables i parmi attendus tels que aucun objectif tel que i parmi objectif.renforce et existe objectif.actions
    exige     manquants est vide
    sur       stratégie
    message   fr "Incontournables non couverts par un objectif et ses actions : {manquants}."
              en "Must-haves covered by no goal with actions: {manquants}."
    aide      fr "Ajoutez à un objectif qui a des actions une ligne `renforce`, ou créez l'objectif qui manque."
              en "Add a `strengthens` line to a goal that has actions, or create the goal that is missing."
    // A goal with no action covers nothing.
    signale sur stratégie {
      objectif a "A" {
        renforce polyvalence, ubiquité, approche-usagers, coopération
        action b "B"
      }
      objectif c "C" {
        renforce compétences-clés
      }
    }
    signale sur stratégie {
      objectif a "A" {
        renforce ubiquité, approche-usagers, coopération, compétences-clés
        action b "B"
      }
    }
    signale sur stratégie {
      objectif a "A" {
        renforce polyvalence, approche-usagers, coopération, compétences-clés
        action b "B"
      }
    }
    signale sur stratégie {
      objectif a "A" {
        renforce polyvalence, ubiquité, coopération, compétences-clés
        action b "B"
      }
    }
    signale sur stratégie {
      objectif a "A" {
        renforce polyvalence, ubiquité, approche-usagers, compétences-clés
        action b "B"
      }
    }
    accepte {
      objectif a "A" {
        renforce polyvalence, ubiquité, approche-usagers
        action b "B"
      }
      objectif c "C" {
        renforce coopération, compétences-clés
        action d "D"
      }
      objectif e "E"
    }
    // No goal says what it strengthens.
    sans-objet {
      objectif a "A" {
        action b "B"
      }
    }
  }

  règle coopération-formalisée {
    aussi     formal-cooperation
    code      ART-22
    titre     fr "Une coopération avec l'extérieur est formalisée"
              en "Outside cooperation is formal"
    pourquoi  fr "Seule, une collectivité paie tout : une convention ou un service commun partage les coûts et les compétences."
              en "Alone an authority pays for everything: an agreement or a joint service shares costs and skills."
    gravité   conseil
    source    défis-numériques "§ La coopération avec l'extérieur"
    applicable si existe une fiche
    exige     existe une fiche telle que (existe un partenaire de la fiche tel que partenaire.convention) ou (existe un pilote parmi fiche.équipe tel que pilote.nature est mutualisé)
    sur       stratégie
    message   fr "Aucune fiche n'écrit de coopération formalisée : ni partenaire avec une convention, ni service commun."
              en "No sheet writes a formal cooperation: neither a partner with an agreement, nor a joint service."
    aide      fr "Déclarez un `partenaire` avec sa `convention` et nommez-le dans une action, ou faites porter une action par un service commun (`nature mutualisé`)."
              en "Declare a `partner` with its `agreement` and name it in an action, or have an action carried by a joint service (`kind joint`)."
    signale sur stratégie {
      partenaire sm "Syndicat mixte"
      partenaire autre "Association" {
        convention "2026-12"
      }
      objectif guichet "Guichet unique" {
        pilote      DSI
        partenaires sm
      }
    }
    accepte {
      partenaire sm "Syndicat mixte"
      partenaire asso "Association" {
        convention "2026-12"
      }
      objectif guichet "Guichet unique" {
        pilote      DSI
        partenaires sm, asso
      }
      objectif portail "Portail des familles" {
        pilote      DSI
        partenaires sm
      }
    }
    accepte {
      pilote commun "Service commun" {
        nature mutualisé
      }
      partenaire sm "Syndicat mixte"
      objectif guichet "Guichet unique" {
        pilote        commun
        contributeurs DSI
        partenaires   sm
      }
      objectif portail "Portail des familles" {
        pilote      DSI
        partenaires sm
      }
    }
    sans-objet {
      partenaire sm "Syndicat mixte"
    }
  }

  règle chiffre-ancien {
    aussi     old-figure
    code      ART-23
    titre     fr "Les chiffres cités sont récents"
              en "The figures cited are recent"
    pourquoi  fr "Le numérique change vite : un chiffre de plus de cinq ans décrit un autre pays. Ceux de l'article fondateur datent de 2014 à 2016."
              en "Digital life changes fast: a figure older than five years describes another country. Those of the founding article are of 2014 to 2016."
    gravité   avertissement
    source    défis-numériques "§ Chiffres"
    paramètre ancienneté = 5 ans
    // A plan that is over is judged as on its last day.
    soit      fin-du-plan = stratégie.période.fin à défaut ce-jour
    chaque    chiffre
    lorsque   existe chiffre.date
    exige     chiffre.date + ancienneté >= ce-jour ou chiffre.date + ancienneté >= fin-du-plan
    message   fr "« {chiffre} » est un chiffre de {chiffre.date.année} : à actualiser."
              en "\"{figure}\" is a figure of {figure.date.year}: update it."
    aide      fr "Cherchez une source plus récente, et écrivez le chiffre avec sa date et sa source."
              en "Find a newer source, and write the figure with its date and source."
    signale sur foyers {
      chiffre foyers    "Foyers raccordés" 120 au 2021-12-31
      chiffre habitants "Habitants"        870 au 2022-01-01
      chiffre ecoles    "Écoles"           12
    }
    accepte {
      au 2032-06-01
      chiffre habitants "Habitants" 870 au 2027-06-01
    }
    // With no period, today is what counts.
    signale sur ecoles {
      au 2026-11-29
      stratégie "S"
      chiffre ecoles "Écoles" 12 au 2014-06-01
    }
    // A day more than five years before the plan ended.
    signale sur logements {
      au 2026-11-29
      stratégie "S" {
        période 2014-01-01 .. 2020-12-31
      }
      chiffre logements "Logements vacants" 40 au 2015-12-30
    }
    // Five years to the day.
    accepte {
      au 2026-11-29
      stratégie "S" {
        période 2014-01-01 .. 2020-12-31
      }
      chiffre familles "Familles" 15 au 2015-12-31
    }
    // Over at the end of 2020: a figure of 2016 was recent, one of 2014 was not.
    signale sur logements {
      au 2026-11-29
      stratégie "S" {
        période 2014-01-01 .. 2020-12-31
      }
      chiffre logements "Logements vacants" 40 au 2014-06-01
      chiffre familles  "Familles"          15 au 2016-06-01
    }
    sans-objet {
      chiffre ecoles "Écoles" 12
    }
  }
}
