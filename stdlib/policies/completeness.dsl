// What a plan lacks, and what its money does not allow. Always on.

recueil completeness "Ce qui manque au plan" {
  aussi     complétude

  règle enveloppe-dépassée {
    aussi     over-envelope
    code      FIN-01
    titre     fr "Enveloppe dépassée"
              en "Envelope exceeded"
    pourquoi  fr "Le conseil n'a alloué que l'enveloppe : la différence n'est financée par personne."
              en "The council allots the envelope only: nobody pays the difference."
    gravité   erreur
    chaque    ligne
    lorsque   existe ligne.alloué
    exige     ligne.demandé <= ligne.alloué
    sur       ligne.alloué
    montre    ligne.alloué
              fr "l'enveloppe : {ligne.alloué}"
              en "the envelope: {line.allotted}"
    montre    montant de la ligne
              fr "{montant.fiche} : {montant.valeur}"
              en "{amount.sheet}: {amount.value}"
    message   fr "{ligne.section} {ligne.année} : {ligne.demandé} demandés pour {ligne.alloué} d'enveloppe, soit {ligne.demandé - ligne.alloué} de trop."
              en "{line.section} {line.year}: {line.asked} asked, {line.allotted} allotted: {line.asked - line.allotted} too much."
    aide      fr "Étalez une dépense sur une autre année, réduisez-la, ou faites voter une enveloppe plus large."
              en "Move some spending to another year, reduce it, or have a larger envelope voted."
    signale sur 2027 {
      stratégie "S" {
        période 2027-01 .. 2032-12
        enveloppe {
          investissement 2027 .. 2028: 100 k€
          fonctionnement 2027: 200 k€
        }
      }
      objectif guichet "Guichet unique" {
        budget {
          investissement 2027: 60 k€, 2028: 100 k€
        }
      }
      objectif portail "Portail des familles" {
        budget {
          investissement 2027: 40 001 €
          fonctionnement 2027: 150 k€
        }
      }
    }
    accepte {
      stratégie "S" {
        période 2027-01 .. 2032-12
        enveloppe {
          investissement 2027: 100 k€
        }
      }
      objectif guichet "Guichet unique" {
        budget {
          investissement 2027: 100 k€
        }
        action formulaires "Formulaires" {
          budget {
            investissement 2027: 100 k€
          }
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

  règle année-hors-enveloppe {
    aussi     year-without-envelope
    code      FIN-01b
    titre     fr "Enveloppe dépassée"
              en "Envelope exceeded"
    pourquoi  fr "Le conseil n'a alloué que l'enveloppe : la différence n'est financée par personne."
              en "The council allots the envelope only: nobody pays the difference."
    gravité   erreur
    applicable si existe une ligne telle que existe ligne.alloué
    chaque    ligne
    // Une année hors de la période a son propre message.
    lorsque   ligne.année parmi stratégie.années
    lorsque   n'existe pas ligne.alloué
    exige     ligne.demandé <= 0 €
    sur       stratégie.enveloppe
    montre    montant de la ligne
              fr "{montant.fiche} : {montant.valeur}"
              en "{amount.sheet}: {amount.value}"
    message   fr "{ligne.section} {ligne.année} : {ligne.demandé} demandés, et l'enveloppe ne prévoit rien cette année-là."
              en "{line.section} {line.year}: {line.asked} asked, and the envelope has nothing for that year."
    aide      fr "Étalez une dépense sur une autre année, réduisez-la, ou faites voter une enveloppe plus large."
              en "Move some spending to another year, reduce it, or have a larger envelope voted."
    signale sur 2028 {
      stratégie "S" {
        période 2027-01 .. 2032-12
        enveloppe {
          investissement 2027: 100 k€
        }
      }
      objectif guichet "Guichet unique" {
        budget {
          investissement 2027: 60 k€, 2028: 1 €, 2029: 0 €
        }
      }
    }
    accepte {
      stratégie "S" {
        période 2027-01 .. 2032-12
        enveloppe {
          investissement 2027: 100 k€
        }
      }
      objectif guichet "Guichet unique" {
        budget {
          investissement 2027: 60 k€, 2029: 0 €
        }
      }
    }
    // An envelope that is not split by year has no year outside it.
    sans-objet {
      stratégie "S" {
        période 2027-01 .. 2032-12
        enveloppe {
          total 100 k€
        }
      }
      objectif guichet "Guichet unique" {
        budget {
          investissement 2028: 40 k€
        }
      }
    }
    sans-objet {
      stratégie "S" {
        période 2027-01 .. 2032-12
        enveloppe {
          investissement 2027: 100 k€
        }
      }
      objectif guichet "Guichet unique" {
        budget {
          investissement 2027: 60 k€
        }
      }
    }
  }

  règle total-hors-enveloppe {
    aussi     total-over-envelope
    code      FIN-01c
    titre     fr "Enveloppe dépassée"
              en "Envelope exceeded"
    pourquoi  fr "Le conseil n'a alloué que l'enveloppe : la différence n'est financée par personne."
              en "The council allots the envelope only: nobody pays the difference."
    gravité   erreur
    lorsque   existe stratégie.enveloppe
    soit      demandé-par-année = somme de ligne.demandé pour ligne
    soit      alloué-par-année = somme de ligne.alloué pour ligne telle que existe ligne.alloué
    lorsque   stratégie.demandé > demandé-par-année ou stratégie.enveloppe > alloué-par-année
    exige     stratégie.demandé <= stratégie.enveloppe
    sur       stratégie.enveloppe
    montre    stratégie.enveloppe
              fr "l'enveloppe : {stratégie.enveloppe}"
              en "the envelope: {strategy.envelope}"
    message   fr "En tout, {stratégie.demandé} sont demandés pour {stratégie.enveloppe} d'enveloppe, soit {stratégie.demandé - stratégie.enveloppe} de trop."
              en "In all {strategy.asked} are asked, {strategy.envelope} allotted: {strategy.asked - strategy.envelope} too much."
    aide      fr "Réduisez ou reportez une dépense, ou faites voter une enveloppe plus large."
              en "Reduce or postpone some spending, or have a larger envelope voted."
    // Only the envelope is not split.
    signale sur stratégie {
      stratégie "S" {
        période 2027-01 .. 2032-12
        enveloppe {
          total 100 k€
        }
      }
      objectif guichet "Guichet unique" {
        budget {
          investissement 2027: 100 001 €
        }
      }
    }
    // Only a budget is not split.
    signale sur stratégie {
      stratégie "S" {
        période 2027-01 .. 2032-12
        enveloppe {
          investissement 2027 .. 2028: 10 k€
        }
      }
      objectif guichet "Guichet unique" {
        budget {
          investissement 2027 .. 2028: 20 001 € au total
        }
      }
    }
    accepte {
      stratégie "S" {
        période 2027-01 .. 2032-12
        enveloppe {
          total 100 k€
        }
      }
      objectif guichet "Guichet unique" {
        budget {
          total 100 k€
        }
      }
    }
    // All is split: each year is looked at.
    sans-objet {
      stratégie "S" {
        période 2027-01 .. 2032-12
        enveloppe {
          investissement 2027: 100 k€
        }
      }
      objectif guichet "Guichet unique" {
        budget {
          investissement 2027: 120 k€
        }
      }
    }
    sans-objet {
      objectif guichet "Guichet unique" {
        budget {
          total 100 k€
        }
      }
    }
  }

  règle financement-supérieur-au-coût {
    aussi     funding-over-cost
    code      FIN-06
    titre     fr "Financement supérieur au coût"
              en "Funding over the cost"
    pourquoi  fr "Une action ne peut pas recevoir plus qu'elle ne coûte : un financeur demandera le remboursement."
              en "An action cannot receive more than it costs: a funder will ask for its money back."
    gravité   erreur
    chaque    fiche
    lorsque   existe fiche.financements
    lorsque   existe fiche.montants
    soit      apport = somme de financement.valeur pour financement de la fiche tel que financement.état n'est pas refusé
    exige     apport <= fiche.coût
    sur       fiche.financements
    montre    financement de la fiche
              fr "{financement.valeur}"
              en "{funding.value}"
    montre    fiche.budget
              fr "coût : {fiche.coût}"
              en "cost: {sheet.cost}"
    message   fr "« {fiche} » reçoit {apport} pour un coût de {fiche.coût}, soit {apport - fiche.coût} de trop."
              en "\"{sheet}\" receives {apport} for a cost of {sheet.cost}: {apport - fiche.coût} too much."
    aide      fr "Réduisez un financement, ou complétez le budget."
              en "Reduce a funding, or complete the budget."
    signale sur guichet, portail, carte {
      objectif guichet "Guichet unique" {
        budget {
          investissement 2027: 100 k€
        }
        financement {
          "DSIL"  60 k€ acquis
          "FEDER" 40 001 €
        }
      }
      objectif portail "Portail des familles" {
        financement {
          "DSIL" 100 001 € sollicité
        }
        action formulaires "Formulaires" {
          budget {
            investissement 2027: 100 k€
          }
        }
      }
      objectif agenda "Agenda partagé" {
        financement {
          "DSIL" 10 k€ sollicité
        }
      }
      objectif carte "Carte de la ville" {
        budget {
          total 100 k€
        }
        financement {
          "DSIL" 100 001 € sollicité
        }
      }
    }
    accepte {
      objectif guichet "Guichet unique" {
        budget {
          investissement 2027: 60 k€
          fonctionnement 2027: 40 k€
        }
        financement {
          "DSIL"  60 k€ acquis
          "FEDER" 40 k€ sollicité
          "DETR"  10 k€ refusé
        }
      }
    }
    sans-objet {
      objectif agenda "Agenda partagé" {
        financement {
          "DSIL" 10 k€ sollicité
        }
      }
      objectif archives "Archives" {
        budget {
          investissement 2027: 0 €
        }
      }
    }
  }

  règle objectif-sans-pilote {
    aussi     goal-without-owner
    code      CPL-01
    titre     fr "Objectif sans pilote"
              en "Goal without an owner"
    pourquoi  fr "Sans pilote, personne ne rend compte et l'objectif s'arrête au premier obstacle."
              en "With no owner nobody answers for it, and the goal stops at the first obstacle."
    gravité   avertissement
    chaque    objectif
    lorsque   non objectif.hors-plan
    exige     existe objectif.pilote
    message   fr "L'objectif « {objectif} » n'a pas de pilote."
              en "The goal \"{goal}\" has no owner."
    aide      fr "Ajoutez une ligne `pilote` avec un seul nom, par exemple `pilote DSI`."
              en "Add an `owner` line with one name, for instance `owner DSI`."
    signale sur guichet {
      objectif guichet "Guichet unique" {
        contributeurs DSI
      }
      objectif portail "Portail des familles" {
        pilote DSI
      }
      objectif fibre "Fibre du département" {
        hors-plan
      }
    }
    accepte {
      objectif portail "Portail des familles" {
        pilote DSI
      }
    }
    sans-objet {
      objectif fibre "Fibre du département" {
        hors-plan
      }
    }
  }

  règle action-sans-pilote {
    aussi     action-without-owner
    code      CPL-01b
    titre     fr "Objectif sans pilote"
              en "Goal without an owner"
    pourquoi  fr "Sans pilote, personne ne rend compte et l'objectif s'arrête au premier obstacle."
              en "With no owner nobody answers for it, and the goal stops at the first obstacle."
    gravité   avertissement
    chaque    action
    lorsque   non action.hors-plan
    lorsque   aucun objectif tel que objectif.hors-plan et action parmi objectif.actions
    exige     existe action.pilote ou existe action.parent.pilote
    message   fr "L'action « {action} » n'a pas de pilote."
              en "The action \"{action}\" has no owner."
    aide      fr "Ajoutez une ligne `pilote` avec un seul nom, par exemple `pilote DSI`."
              en "Add an `owner` line with one name, for instance `owner DSI`."
    signale sur agenda, formulaires {
      action agenda "Agenda partagé"
      objectif guichet "Guichet unique" {
        action formulaires "Formulaires"
        action portail "Portail des familles" {
          pilote COM
        }
      }
      objectif agglo "Agglomération" {
        hors-plan
        action tranchees "Tranchées"
      }
      action fibre "Fibre du département" {
        hors-plan
      }
    }
    accepte {
      action agenda "Agenda partagé" {
        pilote DSI
      }
      objectif guichet "Guichet unique" {
        pilote DSI
        action formulaires "Formulaires"
      }
    }
    sans-objet {
      objectif agglo "Agglomération" {
        hors-plan
        action tranchees "Tranchées"
      }
      action fibre "Fibre du département" {
        hors-plan
      }
    }
  }

  règle objectif-sans-date {
    aussi     goal-without-date
    code      CPL-02
    titre     fr "Objectif sans date"
              en "Goal without a date"
    pourquoi  fr "Sans dates, ni le calendrier ni la fin du mandat ne peuvent être vérifiés."
              en "With no dates neither the calendar nor the end of the term can be checked."
    gravité   avertissement
    chaque    objectif
    lorsque   non objectif.hors-plan
    lorsque   n'existe pas objectif.durée
    lorsque   connu objectif.période
    exige     connu objectif.années
    message   fr "L'objectif « {objectif} » n'a pas de date."
              en "The goal \"{goal}\" has no date."
    aide      fr "Ajoutez `période 2027-01 .. 2028-06`, ou `durée 18 mois` pour un placement après ses dépendances."
              en "Add `period 2027-01 .. 2028-06`, or `duration 18 months` to have it placed after its dependencies."
    signale sur guichet {
      stratégie "S"
      objectif guichet "Guichet unique"
      objectif portail "Portail des familles" {
        période 2027
      }
      objectif agenda "Agenda partagé" {
        durée 6 mois
      }
      objectif plus-tard "Plus tard" {
        période à définir
      }
      objectif fibre "Fibre du département" {
        hors-plan
      }
    }
    accepte {
      objectif portail "Portail des familles" {
        période à définir .. 2029
      }
      objectif guichet "Guichet unique" {
        action formulaires "Formulaires" {
          période 2027 ..
        }
      }
      objectif veille "Veille" {
        période continu
      }
    }
    sans-objet {
      objectif fibre "Fibre du département" {
        hors-plan
      }
      objectif agenda "Agenda partagé" {
        durée 6 mois
      }
      objectif plus-tard "Plus tard" {
        période à définir
      }
    }
  }

  règle action-sans-date {
    aussi     action-without-date
    code      CPL-02b
    titre     fr "Objectif sans date"
              en "Goal without a date"
    pourquoi  fr "Sans dates, ni le calendrier ni la fin du mandat ne peuvent être vérifiés."
              en "With no dates neither the calendar nor the end of the term can be checked."
    gravité   avertissement
    chaque    action
    lorsque   non action.hors-plan
    lorsque   aucun objectif tel que objectif.hors-plan et action parmi objectif.actions
    lorsque   n'existe pas action.durée
    lorsque   connu action.période
    exige     connu action.années
    message   fr "L'action « {action} » n'a pas de date."
              en "The action \"{action}\" has no date."
    aide      fr "Ajoutez `période 2027-01 .. 2028-06`, ou `durée 18 mois` pour un placement après ses dépendances."
              en "Add `period 2027-01 .. 2028-06`, or `duration 18 months` to have it placed after its dependencies."
    signale sur formulaires, seule {
      stratégie "S"
      objectif guichet "Guichet unique" {
        période 2027
        action formulaires "Formulaires"
      }
      action seule "Accueil"
      action agenda "Agenda partagé" {
        durée 6 mois
      }
      action plus-tard "Plus tard" {
        période à définir
      }
      objectif agglo "Agglomération" {
        hors-plan
        action tranchees "Tranchées"
      }
      action fibre "Fibre du département" {
        hors-plan
      }
    }
    accepte {
      action portail "Portail des familles" {
        période à définir .. 2029
      }
      action veille "Veille" {
        période continu
      }
    }
    sans-objet {
      objectif agglo "Agglomération" {
        hors-plan
        action tranchees "Tranchées"
      }
      action fibre "Fibre du département" {
        hors-plan
      }
      action agenda "Agenda partagé" {
        durée 6 mois
      }
      action plus-tard "Plus tard" {
        période à définir
      }
    }
  }

  règle objectif-non-placé {
    aussi     goal-not-placed
    code      CPL-02c
    titre     fr "Objectif sans date"
              en "Goal without a date"
    pourquoi  fr "Sans dates, ni le calendrier ni la fin du mandat ne peuvent être vérifiés."
              en "With no dates neither the calendar nor the end of the term can be checked."
    gravité   avertissement
    chaque    objectif
    lorsque   non objectif.hors-plan
    lorsque   existe objectif.durée
    exige     connu objectif.années
    message   fr "L'objectif « {objectif} » a une durée, mais rien ne dit quand le travail commence."
              en "The goal \"{goal}\" has a duration, but nothing says when the work starts."
    aide      fr "Donnez une période à la stratégie ou à ce dont cela dépend, ou écrivez `période` à la place de `durée`."
              en "Give a period to the strategy or to what this depends on, or write `period` in place of `duration`."
    signale sur agenda {
      stratégie "S"
      objectif agenda "Agenda partagé" {
        durée 6 mois
      }
      objectif guichet "Guichet unique"
      objectif fibre "Fibre du département" {
        durée     6 mois
        hors-plan
      }
    }
    accepte {
      objectif agenda "Agenda partagé" {
        durée 6 mois
      }
    }
    sans-objet {
      stratégie "S"
      objectif guichet "Guichet unique"
      objectif fibre "Fibre du département" {
        durée     6 mois
        hors-plan
      }
    }
  }

  règle action-non-placée {
    aussi     action-not-placed
    code      CPL-02d
    titre     fr "Objectif sans date"
              en "Goal without a date"
    pourquoi  fr "Sans dates, ni le calendrier ni la fin du mandat ne peuvent être vérifiés."
              en "With no dates neither the calendar nor the end of the term can be checked."
    gravité   avertissement
    chaque    action
    lorsque   non action.hors-plan
    lorsque   aucun objectif tel que objectif.hors-plan et action parmi objectif.actions
    lorsque   existe action.durée
    exige     connu action.années
    message   fr "L'action « {action} » a une durée, mais rien ne dit quand le travail commence."
              en "The action \"{action}\" has a duration, but nothing says when the work starts."
    aide      fr "Donnez une période à la stratégie ou à ce dont cela dépend, ou écrivez `période` à la place de `durée`."
              en "Give a period to the strategy or to what this depends on, or write `period` in place of `duration`."
    signale sur agenda, portail {
      stratégie "S"
      action agenda "Agenda partagé" {
        durée 6 mois
      }
      action guichet "Guichet unique"
      objectif services "Services" {
        action portail "Portail des familles" {
          durée 6 mois
        }
      }
      objectif agglo "Agglomération" {
        hors-plan
        action tranchees "Tranchées" {
          durée 6 mois
        }
      }
      action fibre "Fibre du département" {
        durée     6 mois
        hors-plan
      }
    }
    accepte {
      action agenda "Agenda partagé" {
        durée 6 mois
      }
    }
    sans-objet {
      stratégie "S"
      action guichet "Guichet unique"
      objectif agglo "Agglomération" {
        hors-plan
        action tranchees "Tranchées" {
          durée 6 mois
        }
      }
      action fibre "Fibre du département" {
        durée     6 mois
        hors-plan
      }
    }
  }

  règle objectif-sans-budget {
    aussi     goal-without-budget
    code      CPL-03
    titre     fr "Objectif sans budget"
              en "Goal without a budget"
    pourquoi  fr "Un objectif non chiffré n'entre dans aucun budget voté."
              en "A goal with no figure enters no voted budget."
    gravité   avertissement
    chaque    objectif
    lorsque   non objectif.hors-plan
    exige     existe objectif.budget ou existe une action de l'objectif telle que existe action.budget
    message   fr "L'objectif « {objectif} » n'a pas de budget."
              en "The goal \"{goal}\" has no budget."
    aide      fr "Ajoutez un bloc `budget`, même à `0 €` si l'objectif se fait à moyens constants."
              en "Add a `budget` block, even of `0 €` if it is done with the means at hand."
    signale sur guichet {
      objectif guichet "Guichet unique" {
        action formulaires "Formulaires"
      }
      objectif portail "Portail des familles" {
        budget {
          investissement 2027: 0 €
        }
      }
      objectif fibre "Fibre du département" {
        hors-plan
      }
    }
    accepte {
      objectif portail "Portail des familles" {
        budget {
          total 10 k€
        }
      }
      objectif guichet "Guichet unique" {
        action formulaires "Formulaires" {
          budget {
            investissement 2027: 10 k€
          }
        }
        action accueil "Accueil"
      }
    }
    sans-objet {
      objectif fibre "Fibre du département" {
        hors-plan
      }
    }
  }

  règle action-sans-budget {
    aussi     action-without-budget
    code      CPL-03b
    titre     fr "Objectif sans budget"
              en "Goal without a budget"
    pourquoi  fr "Un objectif non chiffré n'entre dans aucun budget voté."
              en "A goal with no figure enters no voted budget."
    gravité   avertissement
    chaque    action
    lorsque   non action.hors-plan
    lorsque   n'existe pas action.parent
    exige     existe action.budget
    message   fr "L'action « {action} » n'a pas de budget."
              en "The action \"{action}\" has no budget."
    aide      fr "Ajoutez un bloc `budget`, même à `0 €` si l'objectif se fait à moyens constants."
              en "Add a `budget` block, even of `0 €` if it is done with the means at hand."
    signale sur agenda {
      action agenda "Agenda partagé"
      action portail "Portail des familles" {
        budget {
          investissement 2027: 0 €
        }
      }
      objectif guichet "Guichet unique" {
        action formulaires "Formulaires"
      }
      action fibre "Fibre du département" {
        hors-plan
      }
    }
    accepte {
      action portail "Portail des familles" {
        budget {
          investissement 2027: 0 €
        }
      }
    }
    sans-objet {
      objectif guichet "Guichet unique" {
        action formulaires "Formulaires"
      }
      action fibre "Fibre du département" {
        hors-plan
      }
    }
  }

  règle objectif-sans-indicateur {
    aussi     goal-without-indicator
    code      CPL-04
    titre     fr "Objectif sans indicateur"
              en "Goal without an indicator"
    pourquoi  fr "Sans indicateur, personne ne pourra dire si l'objectif est atteint."
              en "With no indicator nobody can say whether the goal was reached."
    gravité   avertissement
    chaque    objectif
    lorsque   non objectif.hors-plan
    exige     existe objectif.indicateurs ou existe une action de l'objectif telle que existe action.indicateurs
    message   fr "L'objectif « {objectif} » n'a pas d'indicateur."
              en "The goal \"{goal}\" has no indicator."
    aide      fr "Ajoutez un bloc `indicateur` : une valeur de départ datée et une cible datée."
              en "Add an `indicator` block: a dated baseline and a dated target."
    signale sur guichet {
      objectif guichet "Guichet unique" {
        action formulaires "Formulaires"
      }
      objectif portail "Portail des familles" {
        indicateur comptes "Comptes ouverts"
      }
      objectif fibre "Fibre du département" {
        hors-plan
      }
    }
    accepte {
      objectif portail "Portail des familles" {
        indicateur comptes "Comptes ouverts"
      }
      objectif guichet "Guichet unique" {
        action formulaires "Formulaires" {
          indicateur demarches "Démarches en ligne"
        }
        action accueil "Accueil"
      }
    }
    sans-objet {
      objectif fibre "Fibre du département" {
        hors-plan
      }
    }
  }

  règle axe-sans-objectif {
    aussi     axis-without-goal
    code      CPL-05
    titre     fr "Axe sans objectif"
              en "Axis without a goal"
    pourquoi  fr "Un axe sans objectif est une intention : rien ne la réalise."
              en "An axis with no goal is an intention that nothing carries out."
    gravité   avertissement
    chaque    axe
    lorsque   axe.nu ou existe une fiche telle que non fiche.hors-plan
    exige     existe axe.fiches
    message   fr "L'axe « {axe} » n'a ni objectif ni action."
              en "The axis \"{axis}\" has neither goal nor action."
    aide      fr "Ajoutez-y un `objectif` ou une `action`, ou supprimez l'axe."
              en "Add a `goal` or an `action` to it, or remove the axis."
    signale sur territoire {
      axe territoire "Territoire"
      axe usagers "Usagers" {
        objectif guichet "Guichet unique"
      }
    }
    accepte {
      axe territoire "Territoire" {
        action fibre "Fibre"
      }
      axe usagers "Usagers" {
        objectif guichet "Guichet unique"
      }
    }
    // Ce plan n'a pas de niveau sous ses axes : ils se suffisent.
    sans-objet {
      /// Trois pôles.
      axe poles "Les pôles"
    }
    signale sur poles {
      axe poles "Les pôles"
    }
    signale sur poles {
      /// Trois pôles.
      axe      poles   "Les pôles"
      objectif guichet "Guichet unique"
    }
    // Ce que fait quelqu'un d'autre n'est pas un niveau sous les axes.
    sans-objet {
      /// Trois pôles.
      axe poles "Les pôles"
      objectif fibre "Fibre du département" {
        hors-plan
      }
    }
    sans-objet {
      objectif guichet "Guichet unique"
    }
  }

  règle responsable-sans-objectif {
    aussi     owner-without-goal
    code      CPL-06
    titre     fr "Responsable sans objectif"
              en "Owner without a goal"
    pourquoi  fr "Un responsable déclaré qui ne pilote ni ne contribue est oublié, ou de trop."
              en "A declared owner who neither leads nor contributes is forgotten, or one too many."
    gravité   avertissement
    chaque    pilote
    exige     pilote.nommé
    message   fr "« {pilote} » ne pilote rien et ne contribue à rien."
              en "\"{owner}\" owns nothing and contributes to nothing."
    aide      fr "Confiez-lui un objectif, nommez-le parmi les contributeurs, ou retirez-le."
              en "Give it a goal, name it among the contributors, or remove it."
    signale sur OUBLI {
      pilote OUBLI "Service oublié"
      pilote DNUM "Direction du numérique" {
        rattaché à DGS
      }
      objectif guichet "Guichet unique" {
        pilote      DNUM
        prépare     DNUM
        partenaires "Association des maires"
        période     2027-01-01 .. 2027-12-31
        charge      DNUM 0,5 etp
        continuité {
          pilote DNUM
          moyens "Un poste"
        }
        risque "Départ" {
          probabilité faible
          gravité     faible
          parade      "Documenter"
          pilote      DNUM
        }
      }
      décision adoption "Adoption" au 2026-12-14 {
        par DNUM
      }
      dérogation ART-02 pour guichet {
        motif    "Un seul service est compétent."
        par      DNUM
        échéance 2028-12-31
      }
    }
    accepte {
      stratégie "S" {
        période      2027-01 .. 2032-12
        chef-de-file TETE
        parrain      PARRAIN
        risque "Départ" {
          probabilité faible
          gravité     faible
          parade      "Documenter"
          pilote      VIGIE
        }
      }
      pilote TETE    "Mission"
      pilote PARRAIN "Cabinet"
      pilote VIGIE   "Contrôle"
      pilote DNUM    "Direction du numérique"
      pilote AIDE    "Accueil"
      pilote POLE    "Pôle ressources"
      pilote APPUI "Appui" {
        rattaché à POLE
      }
      pilote NEUF    "Archives"
      pilote SUITE   "Bâtiments"
      pilote JUGE    "Juridique"
      pilote CONSEIL "Affaires générales"
      pilote BRAS    "Équipe projet"
      pilote SEUL    "Patrimoine"
      pilote AGGLO   "Agglomération"
      objectif patrimoine "Patrimoine en ligne" {
        pilote      SEUL
        partenaires "Association des maires", AGGLO
      }
      objectif guichet "Guichet unique" {
        pilote        DNUM
        contributeurs AIDE, APPUI
        prépare       NEUF
        période       2027-01-01 .. 2027-12-31
        charge        BRAS 0,5 etp
        continuité {
          pilote SUITE
          moyens "Un poste"
        }
      }
      objectif portail "Portail des familles" {
        pilote  DNUM
        période 2027-01-01 .. 2027-12-31
        charge  DNUM 0,5 etp
        continuité {
          pilote DNUM
          moyens "Un poste"
        }
        risque "Départ" {
          probabilité faible
          gravité     faible
          parade      "Documenter"
          pilote      DNUM
        }
      }
      décision revision "Révision" au 2028-12-14 {
        par DNUM
      }
      dérogation ART-03 pour guichet {
        motif    "Un seul service est compétent."
        par      DNUM
        échéance 2028-12-31
      }
      décision adoption "Adoption" au 2026-12-14 {
        par CONSEIL
      }
      dérogation ART-02 pour guichet {
        motif    "Un seul service est compétent."
        par      JUGE
        échéance 2028-12-31
      }
    }
  }

  règle stratégie-sans-période {
    aussi     strategy-without-period
    code      CPL-07
    titre     fr "Stratégie sans période"
              en "Strategy without a period"
    pourquoi  fr "Sans période, aucune date du plan ne peut être vérifiée."
              en "With no period no date of the plan can be checked."
    gravité   avertissement
    applicable si existe une stratégie
    exige     existe stratégie.période
    sur       stratégie
    message   fr "La stratégie n'a pas de période."
              en "The strategy has no period."
    aide      fr "Ajoutez `période 2026-09 .. 2032-03`."
              en "Add `period 2026-09 .. 2032-03`."
    signale sur stratégie {
      stratégie "S"
    }
    accepte {
      stratégie "S" {
        période 2027-01 .. 2032-12
      }
    }
  }

  règle stratégie-sans-enveloppe {
    aussi     strategy-without-envelope
    code      CPL-08
    titre     fr "Stratégie sans enveloppe"
              en "Strategy without an envelope"
    pourquoi  fr "Sans enveloppe, aucun total du plan ne peut être vérifié."
              en "With no envelope no total of the plan can be checked."
    gravité   avertissement
    applicable si existe une stratégie
    exige     existe stratégie.enveloppe
    sur       stratégie
    message   fr "La stratégie n'a pas d'enveloppe."
              en "The strategy has no envelope."
    aide      fr "Ajoutez un bloc `enveloppe` : les montants que le conseil alloue, par section et par année."
              en "Add an `envelope` block: what the council allots, by section and year."
    signale sur stratégie {
      stratégie "S" {
        période 2027-01 .. 2032-12
      }
    }
    accepte {
      stratégie "S" {
        période 2027-01 .. 2032-12
        enveloppe {
          investissement 2027: 100 k€
        }
      }
    }
    accepte {
      stratégie "S" {
        période 2027-01 .. 2032-12
        enveloppe {
          total 100 k€
        }
      }
    }
  }

  règle stratégie-sans-collectivité {
    aussi     strategy-without-authority
    code      CPL-09
    titre     fr "Stratégie sans collectivité"
              en "Strategy without an authority"
    pourquoi  fr "Le document ne peut pas dire qui le vote, et les obligations dépendent de la collectivité."
              en "The document cannot say who votes it, and the duties depend on the authority."
    gravité   avertissement
    applicable si existe une stratégie
    exige     existe collectivité.titre
    sur       stratégie
    message   fr "La stratégie ne dit pas quelle collectivité la porte."
              en "The strategy does not say whose it is."
    aide      fr "Déclarez-la à la marge du fichier : `collectivité ville \"Ville de …\"`."
              en "Declare it at the margin of the file: `authority town \"Town of …\"`."
    signale sur stratégie {
      objectif guichet "Guichet unique"
    }
    accepte {
      collectivité v "Ville"
    }
  }
}
