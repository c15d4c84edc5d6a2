// How a plan holds together: who answers, what rests on what, what crosses the end of the term. What contradicts itself in the text (a loop
// of dependencies, an end before a start) is no policy: the compiler says it.

référence code-électoral-l52-1 "Code électoral, art. L52-1" {
  sûreté G
}

recueil structure "La structure du plan" {

  règle pilote-collectif {
    aussi     collective-owner
    code      STR-01
    titre     fr "Un pilote est une direction ou une personne, et non un comité"
              en "An owner is a directorate or a person, not a committee"
    pourquoi  fr "Quand un comité pilote, chacun compte sur les autres : le pilote est celui qui rend compte."
              en "Where a committee owns, each counts on the others: the owner is who answers for it."
    gravité   erreur
    chaque    fiche
    lorsque   existe fiche.pilote
    exige     non (fiche.pilote.nature parmi [assemblée, comité])
    sur       fiche.pilote
    message   fr "« {fiche} » a pour pilote « {fiche.pilote} », qui est un collectif : personne n'en rend compte."
              en "\"{sheet}\" is owned by \"{sheet.owner}\", which is a collective: nobody answers for it."
    aide      fr "Nommez pilote une direction ou une personne ; le comité suit le travail parmi les `contributeurs`."
              en "Name a directorate or a person as owner; the committee follows the work among the `contributors`."
    signale sur portail, agenda {
      instance copil "Comité de pilotage" {
        nature comité
      }
      instance conseil "Conseil municipal" {
        nature assemblée
      }
      action portail "Portail des familles" {
        pilote copil
      }
      objectif agenda "Agenda partagé" {
        pilote conseil
      }
      action lettre "Lettre aux familles" {
        pilote COM
      }
    }
    accepte {
      pilote DNUM "Direction du numérique" {
        nature service
      }
      action portail "Portail des familles" {
        pilote DNUM
      }
      action lettre "Lettre aux familles" {
        pilote COM
      }
    }
    sans-objet {
      action portail "Portail des familles"
    }
  }

  règle départ-daté {
    aussi     dated-baseline
    code      STR-04
    titre     fr "La valeur de départ d'un indicateur est datée"
              en "The baseline of an indicator is dated"
    pourquoi  fr "Une valeur de départ sans date ne se compare à rien : on ne sait pas en combien de temps la cible est atteinte."
              en "A baseline with no date compares with nothing: nobody knows how long the target takes."
    gravité   avertissement
    chaque    indicateur
    lorsque   existe indicateur.départ.valeur
    exige     existe indicateur.départ.date
    sur       indicateur.départ
    message   fr "« {indicateur} » : la valeur de départ n'a pas de date."
              en "\"{indicator}\": the baseline has no date."
    aide      fr "Dites de quand elle est : `départ 12 % au 2026-06`."
              en "Say when it was measured: `baseline 12 % on 2026-06`."
    signale sur demarches {
      objectif guichet "Guichet unique" {
        indicateur demarches "Démarches en ligne" {
          départ 12 %
          cible  80 % au 2029-12
        }
        indicateur comptes "Comptes ouverts" {
          cible 80 % au 2029-12
        }
      }
    }
    accepte {
      objectif guichet "Guichet unique" {
        indicateur demarches "Démarches en ligne" {
          départ 12 % au 2026-06
          cible  80 % au 2029-12
        }
      }
    }
    sans-objet {
      objectif guichet "Guichet unique" {
        indicateur comptes "Comptes ouverts" {
          cible 80 % au 2029-12
        }
      }
    }
  }

  règle bénéfices-après-le-début {
    aussi     benefits-after-the-start
    code      STR-05
    titre     fr "Les bénéfices ne précèdent pas le travail"
              en "Benefits do not come before the work"
    pourquoi  fr "Un bénéfice promis avant le début du travail vient d'ailleurs, ou l'une des deux dates est fausse."
              en "A benefit promised before the work starts comes from elsewhere, or one of the two dates is wrong."
    gravité   avertissement
    chaque    fiche
    lorsque   connu fiche.bénéfices
    exige     fiche.bénéfices >= fiche.début
    sur       fiche.bénéfices
    message   fr "« {fiche} » promet ses bénéfices dès {fiche.bénéfices}, et ne commence qu'en {fiche.début}."
              en "\"{sheet}\" promises its benefits from {sheet.benefits}, and starts in {sheet.start} only."
    aide      fr "Corrigez `bénéfices dès`, ou la période."
              en "Correct `benefits from`, or the period."
    signale sur guichet {
      objectif guichet "Guichet unique" {
        période       2027-06-01 .. 2028-12-31
        bénéfices dès 2027-05-31
      }
      objectif agenda "Agenda partagé" {
        période 2027-06-01 .. 2028-12-31
      }
    }
    accepte {
      objectif guichet "Guichet unique" {
        période       2027-06-01 .. 2028-12-31
        bénéfices dès 2027-06-01
      }
    }
    indécis faute de début {
      objectif guichet "Guichet unique" {
        bénéfices dès 2027-06-01
      }
    }
    sans-objet {
      objectif agenda "Agenda partagé" {
        période 2027-06-01 .. 2028-12-31
      }
    }
  }

  règle action-sans-objectif {
    aussi     action-without-goal
    code      STR-06
    titre     fr "Une action sert un objectif"
              en "An action serves a goal"
    pourquoi  fr "Une action qui ne sert aucun objectif ne peut être jugée sur rien."
              en "An action that serves no goal cannot be judged by anything."
    gravité   erreur
    applicable si existe un objectif
    chaque    action
    lorsque   non action.hors-plan
    exige     existe action.parent ou existe action.sert
    message   fr "L'action « {action} » ne sert aucun objectif."
              en "The action \"{action}\" serves no goal."
    aide      fr "Écrivez-la dans le bloc de son objectif, ou ajoutez une ligne `sert` avec le nom de l'objectif."
              en "Write it in the block of its goal, or add a `serves` line with the name of the goal."
    signale sur agenda {
      objectif guichet "Guichet unique" {
        action portail "Portail des familles"
      }
      action agenda "Agenda partagé"
      action fibre "Fibre du département" {
        hors-plan
      }
    }
    accepte {
      objectif guichet "Guichet unique" {
        action portail "Portail des familles"
      }
      action agenda "Agenda partagé" {
        sert guichet
      }
    }
    sans-objet {
      action agenda "Agenda partagé"
    }
    sans-objet {
      objectif guichet "Guichet unique"
      action fibre "Fibre du département" {
        hors-plan
      }
    }
  }

  règle objectif-sans-action {
    aussi     goal-without-action
    code      STR-06b
    titre     fr "Un objectif a des actions"
              en "A goal has actions"
    pourquoi  fr "Un objectif que rien ne réalise reste une intention."
              en "A goal that nothing carries out stays an intention."
    gravité   erreur
    applicable si existe une action
    chaque    objectif
    lorsque   non objectif.hors-plan
    exige     existe objectif.actions ou existe une action telle que objectif parmi action.sert
    message   fr "L'objectif « {objectif} » n'a aucune action."
              en "The goal \"{goal}\" has no action."
    aide      fr "Ajoutez-lui une `action`, ou dans une action une ligne `sert` avec son nom."
              en "Add an `action` to it, or to an action a `serves` line with its name."
    signale sur archives {
      objectif guichet "Guichet unique" {
        action portail "Portail des familles"
      }
      objectif archives "Archives"
      objectif fibre "Fibre du département" {
        hors-plan
      }
    }
    accepte {
      objectif guichet "Guichet unique" {
        action portail "Portail des familles"
      }
      objectif archives "Archives"
      action versement "Versement" {
        sert archives
      }
    }
    sans-objet {
      objectif archives "Archives"
    }
    sans-objet {
      objectif fibre "Fibre du département" {
        hors-plan
      }
      action portail "Portail des familles"
    }
  }

  règle dérogation-incomplète {
    aussi     incomplete-waiver
    code      STR-07
    titre     fr "Une dérogation dit pourquoi, par qui et jusqu'à quand"
              en "A waiver says why, by whom and until when"
    pourquoi  fr "Une dérogation sans motif, sans auteur ou sans fin est un oubli : personne ne la reverra."
              en "A waiver with no reason, nobody behind it or no end is an oversight: nobody will look at it again."
    gravité   erreur
    chaque    dérogation
    exige     existe dérogation.motif
    exige     existe dérogation.par
    exige     existe dérogation.échéance
    message   fr "La dérogation à {dérogation.règle} ne dit pas pourquoi, par qui, ou jusqu'à quand."
              en "The waiver of {waiver.rule} does not say why, by whom, or until when."
    aide      fr "Complétez `motif`, `par` et `échéance`."
              en "Fill in `because`, `by` and `until`."
    signale {
      objectif guichet "Guichet unique"
      dérogation ART-02 pour guichet {
        par      DGS
        échéance 2028-12-31
      }
    }
    signale {
      objectif guichet "Guichet unique"
      dérogation ART-02 pour guichet {
        motif    "Un seul service est compétent."
        échéance 2028-12-31
      }
    }
    signale {
      objectif guichet "Guichet unique"
      dérogation ART-02 pour guichet {
        motif "Un seul service est compétent."
        par   DGS
      }
    }
    accepte {
      objectif guichet "Guichet unique"
      dérogation ART-02 pour guichet {
        motif    "Un seul service est compétent."
        par      DGS
        échéance 2028-12-31
      }
    }
    sans-objet {
      objectif guichet "Guichet unique"
    }
  }

  règle dérogation-échue {
    aussi     expired-waiver
    code      STR-07b
    titre     fr "Une dérogation échue est levée ou prolongée"
              en "A waiver past its end is lifted or prolonged"
    pourquoi  fr "Passé sa date, une dérogation ne couvre plus rien : l'écart est redevenu un oubli."
              en "Past its date a waiver covers nothing any more: the gap is an oversight again."
    gravité   erreur
    chaque    dérogation
    lorsque   existe dérogation.échéance
    exige     dérogation.échéance >= ce-jour
    sur       dérogation.échéance
    message   fr "La dérogation à {dérogation.règle} est échue depuis {dérogation.échéance}."
              en "The waiver of {waiver.rule} ended in {waiver.until}."
    aide      fr "Faites ce que la règle demande, ou faites décider une nouvelle échéance."
              en "Do what the policy asks, or have a new date decided."
    signale {
      objectif guichet "Guichet unique"
      dérogation ART-02 pour guichet {
        motif    "Un seul service est compétent."
        par      DGS
        échéance 2026-12-31
      }
      dérogation ART-07 pour guichet {
        motif "Un seul service est compétent."
        par   DGS
      }
    }
    accepte {
      objectif guichet "Guichet unique"
      dérogation ART-02 pour guichet {
        motif    "Un seul service est compétent."
        par      DGS
        échéance 2027-01-01
      }
    }
    sans-objet {
      objectif guichet "Guichet unique"
      dérogation ART-07 pour guichet {
        motif "Un seul service est compétent."
        par   DGS
      }
    }
  }

  règle communication-avant-élection {
    aussi     communication-before-election
    code      STR-08
    titre     fr "Pas d'opération de communication dans les mois qui précèdent l'élection"
              en "No communication operation in the months before the election"
    pourquoi  fr "Avant une élection générale, la promotion des réalisations de la collectivité est interdite."
              en "Before a general election the authority may not promote what it has achieved."
    gravité   conseil
    source    code-électoral-l52-1
    paramètre délai = 6 mois
    chaque    jalon
    lorsque   communication parmi jalon.fiche.thèmes
    exige     jalon.date < mandat.fin - délai ou jalon.date > mandat.fin
    sur       jalon.date
    message   fr "« {jalon} » ({jalon.date}) est une communication dans les {délai} qui précèdent la fin du mandat ({mandat.fin})."
              en "\"{milestone}\" ({milestone.date}) is communication within {délai} of the end of the term ({mandate.end})."
    aide      fr "Avancez ce jalon, ou repoussez-le après l'élection ; faites vérifier son contenu par les affaires juridiques."
              en "Bring this milestone forward, or put it after the election; have its content checked by the legal service."
    signale sur debut, fin {
      collectivité v "Ville" {
        mandat 2026-03-22 .. 2032-03-21
      }
      objectif affiches "Affiches" {
        thèmes communication
        jalon avant "Première affiche"  au 2031-09-20
        jalon debut "Deuxième affiche"  au 2031-09-21
        jalon fin   "Troisième affiche" au 2032-03-21
        jalon apres "Dernière affiche"  au 2032-03-22
      }
      objectif guichet "Guichet unique" {
        thèmes téléservice
        jalon ouverture "Ouverture" au 2032-01-15
      }
    }
    accepte {
      collectivité v "Ville" {
        mandat 2026-03-22 .. 2032-03-21
      }
      objectif affiches "Affiches" {
        thèmes communication
        jalon avant "Première affiche" au 2031-09-20
        jalon apres "Dernière affiche" au 2032-03-22
      }
    }
    indécis faute de mandat {
      collectivité v "Ville"
      objectif affiches "Affiches" {
        thèmes communication
        jalon avant "Première affiche" au 2031-09-20
      }
    }
    indécis faute de date {
      collectivité v "Ville" {
        mandat 2026-03-22 .. 2032-03-21
      }
      objectif affiches "Affiches" {
        thèmes communication
        jalon avant "Première affiche"
      }
    }
    sans-objet {
      collectivité v "Ville" {
        mandat 2026-03-22 .. 2032-03-21
      }
      objectif guichet "Guichet unique" {
        thèmes téléservice
        jalon ouverture "Ouverture" au 2032-01-15
      }
    }
  }

  règle mesure-datée {
    aussi     dated-measure
    code      STR-04b
    titre     fr "Une mesure d'un indicateur est datée"
              en "A measure of an indicator is dated"
    pourquoi  fr "Une mesure sans date ne se compare à rien : ni au départ, ni à la cible, ni à celle d'avant."
              en "A measure without a date compares with nothing: neither the baseline, nor the target, nor the one before."
    gravité   avertissement
    chaque    indicateur
    lorsque   existe indicateur.mesures
    exige     tout relevé r parmi indicateur.mesures vérifie existe r.date
    message   fr "L'indicateur « {indicateur} » a une mesure sans date."
              en "The indicator \"{indicator}\" has a measure without a date."
    aide      fr "Écrivez quand elle a été faite : `mesure 30 au 2018-06`."
              en "Write when it was taken: `measure 30 on 2018-06`."
    signale sur familles {
      objectif g "Accueillir des familles" {
        indicateur familles "Familles nouvelles" {
          cible  20 au 2030
          mesure 8 au 2015
          mesure 30
        }
        indicateur ecole "Élèves" {
          cible  40 au 2030
          mesure 30 au 2016
        }
        indicateur logements "Logements" {
          cible 12 au 2030
        }
      }
    }
    accepte {
      objectif g "Accueillir des familles" {
        indicateur ecole "Élèves" {
          cible  40 au 2030
          mesure 30 au 2016
          mesure 32 au 2017
        }
      }
    }
    sans-objet {
      objectif g "Accueillir des familles" {
        indicateur logements "Logements" {
          cible 12 au 2030
        }
      }
    }
  }

  règle cible-franchie {
    aussi     target-crossed
    code      STR-04c
    titre     fr "Une cible franchie est remplacée"
              en "A target that is crossed is replaced"
    pourquoi  fr "Une cible déjà franchie ne tire plus rien : on la relève, ou l'on dit que l'objectif est atteint."
              en "A target already crossed pulls nothing any more: raise it, or say that the goal is reached."
    gravité   conseil
    chaque    indicateur
    lorsque   existe indicateur.cible.valeur
    lorsque   existe indicateur.mesures
    exige     (aucun relevé r parmi indicateur.mesures tel que existe r.valeur et r.valeur < indicateur.cible.valeur) ou (aucun relevé r parmi indicateur.mesures tel que existe r.valeur et r.valeur > indicateur.cible.valeur)
    message   fr "Les mesures de « {indicateur} » ont franchi sa cible ({indicateur.cible.valeur})."
              en "The measures of \"{indicator}\" have crossed its target ({indicator.target.value})."
    aide      fr "Fixez une nouvelle `cible`, ou marquez l'objectif `état terminé`."
              en "Set a new `target`, or mark the goal `status done`."
    signale sur familles, delai {
      objectif g "Accueillir des familles" {
        indicateur familles "Familles nouvelles" {
          cible  20 au 2030
          mesure 8 au 2015
          mesure 30 au 2018
        }
        indicateur delai "Délai de réponse, en jours" {
          cible  7 au 2030
          mesure 8 au 2015
          mesure 6 au 2018
        }
        indicateur ecole "Élèves" {
          cible  40 au 2030
          mesure 30 au 2016
          mesure 39 au 2017
        }
      }
    }
    // Reached, and no more.
    accepte {
      objectif g "Accueillir des familles" {
        indicateur familles "Familles nouvelles" {
          cible  20 au 2030
          mesure 8 au 2015
          mesure 20 au 2018
        }
        indicateur delai "Délai de réponse, en jours" {
          cible  7 au 2030
          mesure 19 au 2015
          mesure 7 au 2018
        }
      }
    }
    sans-objet {
      objectif g "Accueillir des familles" {
        indicateur familles "Familles nouvelles" {
          cible 20 au 2030
        }
        indicateur ecole "Élèves" {
          mesure 30 au 2016
          mesure 39 au 2017
        }
      }
    }
  }

  règle cible-d-autrui {
    aussi     target-of-another
    code      STR-04d
    titre     fr "Un plan qui cite la cible d'un autre a la sienne"
              en "A plan that cites another's target has its own"
    pourquoi  fr "La cible de l'État ou du voisin n'engage pas la collectivité : sans la sienne, elle ne saura pas si elle a réussi."
              en "The target of the State or of a neighbour binds nobody here: with none of its own the authority will not know whether it succeeded."
    gravité   conseil
    applicable si existe un indicateur tel que existe indicateur.cible et indicateur.fiche.hors-plan
    exige     existe un indicateur tel que existe indicateur.cible et non indicateur.fiche.hors-plan
    sur       stratégie
    message   fr "La seule cible écrite est celle d'un autre : aucun indicateur du plan n'en a."
              en "The only target written is another's: no indicator of the plan has one."
    aide      fr "Donnez une `cible` à un indicateur d'un objectif du plan."
              en "Give a `target` to an indicator of a goal of the plan."
    signale sur stratégie {
      objectif etat "Objectif de l'État" {
        hors-plan
        indicateur demarches "Démarches en ligne" {
          cible 100 % au 2028
        }
      }
      objectif acces "Accès aux droits" {
        indicateur personnes "Personnes accompagnées" {
          départ 60 au 2026
        }
      }
    }
    accepte {
      objectif etat "Objectif de l'État" {
        hors-plan
        indicateur demarches "Démarches en ligne" {
          cible 100 % au 2028
        }
      }
      objectif acces "Accès aux droits" {
        indicateur personnes "Personnes accompagnées" {
          cible 60 au 2028
        }
      }
    }
    sans-objet {
      objectif etat "Objectif de l'État" {
        hors-plan
        indicateur demarches "Démarches en ligne" {
          départ 40 % au 2026
        }
      }
      objectif acces "Accès aux droits" {
        indicateur personnes "Personnes accompagnées" {
          départ 60 au 2026
        }
      }
    }
    sans-objet {
      objectif acces "Accès aux droits" {
        indicateur personnes "Personnes accompagnées" {
          cible 60 au 2028
        }
      }
    }
  }

  règle stratégie-décidée {
    aussi     decided-strategy
    code      STR-09
    titre     fr "Une stratégie commencée a été décidée"
              en "A strategy that has started was decided"
    pourquoi  fr "Ce que personne n'a voté n'engage personne : ni crédits, ni agents, ni successeur."
              en "What nobody voted binds nobody: neither money, nor staff, nor a successor."
    gravité   conseil
    lorsque   existe stratégie.période
    lorsque   stratégie.période.début < ce-jour
    exige     existe une décision
    sur       stratégie
    message   fr "La stratégie a commencé ({stratégie.période.début}), et aucun bloc `décision` ne dit qui l'a voulue."
              en "The strategy has started ({strategy.period.start}), and no `decision` block says who wanted it."
    aide      fr "Ajoutez un bloc `décision` : qui, quand, et de quelle nature."
              en "Add a `decision` block: who, when, and of what kind."
    signale sur stratégie {
      au 2027-01-02
      stratégie "S" {
        période 2027-01-01 .. 2032-12-31
      }
    }
    accepte {
      au 2027-01-02
      stratégie "S" {
        période 2027-01-01 .. 2032-12-31
      }
      décision vote "Adoption" au 2026-12-14
    }
    sans-objet {
      au 2027-01-01
      stratégie "S" {
        période 2027-01-01 .. 2032-12-31
      }
    }
    sans-objet {
      au 2029-01-01
      stratégie "S"
    }
  }

  règle rythme-de-revue {
    aussi     rhythm-of-review
    code      STR-10
    titre     fr "Une stratégie dit quand on la revoit"
              en "A strategy says when it is reviewed"
    pourquoi  fr "Un plan que rien n'oblige à rouvrir ne l'est que lorsqu'il est trop tard."
              en "A plan that nothing makes one reopen is reopened only when it is too late."
    gravité   conseil
    applicable si existe une fiche
    exige l'une {
      existe stratégie.revue
      existe un jalon tel que jalon.nature est bilan
      existe une décision telle que décision.nature est bilan
      existe une fiche telle que bilan-annuel parmi fiche.thèmes
    }
    sur       stratégie
    message   fr "Rien ne dit quand la stratégie est revue : ni rythme, ni bilan."
              en "Nothing says when the strategy is reviewed: neither a rhythm nor a review."
    aide      fr "Ajoutez à la stratégie une ligne `revue chaque année`, ou un jalon de nature `bilan`."
              en "Add a line `review every year` to the strategy, or a milestone of nature `review`."
    propose   ajoute fr "revue chaque année" en "review every year" dans stratégie
    signale sur stratégie {
      objectif guichet "Guichet" {
        thèmes téléservice
        jalon ouverture "Ouverture" au 2028-06 {
          nature mise-en-service
        }
      }
      décision vote "Adoption" au 2026-12-14 {
        nature adoption
      }
    }
    accepte {
      stratégie "S" {
        revue chaque an
      }
      objectif guichet "Guichet"
    }
    accepte {
      objectif guichet "Guichet" {
        jalon point "Bilan à mi-parcours" au 2029-06 {
          nature bilan
        }
        jalon ouverture "Ouverture" au 2028-06 {
          nature mise-en-service
        }
      }
    }
    accepte {
      objectif guichet "Guichet"
      décision vote "Adoption" au 2026-12-14 {
        nature adoption
      }
      décision point "Bilan" au 2029-06-01 {
        nature bilan
      }
    }
    accepte {
      objectif guichet "Guichet"
      action bilan "Bilan annuel" {
        thèmes bilan-annuel
      }
    }
    sans-objet {
      pilote DSI "Informatique"
    }
  }

  règle bilan-à-mi-parcours {
    aussi     review-at-mid-term
    code      STR-10b
    titre     fr "Le premier bilan vient avant le milieu du plan"
              en "The first review comes before the middle of the plan"
    pourquoi  fr "Un bilan qui vient quand les deux tiers du plan sont passés constate ; il ne corrige plus."
              en "A review that comes when two thirds of the plan are gone states; it corrects nothing any more."
    gravité   conseil
    applicable si existe une décision telle que décision.nature est bilan
    lorsque   existe stratégie.période
    soit      premier = minimum de décision.séance pour décision telle que décision.nature est bilan
    soit      durée-du-plan = stratégie.période.fin - stratégie.période.début
    exige     premier <= stratégie.période.début + durée-du-plan / 2
    sur       stratégie
    message   fr "Le premier bilan ({premier}) vient après le milieu du plan."
              en "The first review ({premier}) comes after the middle of the plan."
    aide      fr "Avancez le bilan, ou ajoutez-en un plus tôt."
              en "Bring the review forward, or add an earlier one."
    signale sur stratégie {
      stratégie "S" {
        période 2027-01-01 .. 2027-01-11
      }
      décision point "Bilan" au 2027-01-07 {
        nature bilan
      }
      décision vote "Adoption" au 2027-01-02 {
        nature adoption
      }
    }
    accepte {
      stratégie "S" {
        période 2027-01-01 .. 2027-01-11
      }
      décision point "Bilan" au 2027-01-06 {
        nature bilan
      }
      décision encore "Bilan" au 2027-01-10 {
        nature bilan
      }
    }
    sans-objet {
      stratégie "S" {
        période 2027-01-01 .. 2027-01-11
      }
      décision vote "Adoption" au 2027-01-10 {
        nature adoption
      }
    }
    sans-objet {
      stratégie "S"
      décision point "Bilan" au 2027-01-10 {
        nature bilan
      }
    }
  }

  règle fiches-sans-thème {
    aussi     sheets-without-themes
    code      STR-11
    titre     fr "Le plan dit de quoi ses fiches traitent"
              en "The plan says what its sheets deal with"
    pourquoi  fr "Sans thème, les règles sur l'accessibilité, la sécurité, les données ou l'inclusion n'ont rien à juger, et se taisent."
              en "With no theme the policies on accessibility, security, data or inclusion have nothing to judge, and keep silent."
    gravité   conseil
    applicable si existe une fiche
    exige     existe une fiche telle que existe fiche.thèmes
    sur       stratégie
    message   fr "Aucune fiche n'a de thème : les règles qui en dépendent ne disent rien de ce plan."
              en "No sheet has a theme: the policies that rest on them say nothing of this plan."
    aide      fr "Écrivez `utiliser std.themes`, puis `thèmes …` dans les objectifs et les actions ; de même `public`, `renforce` et `nature`."
              en "Write `use std.themes`, then `themes …` in goals and actions; `audience`, `strengthens` and `nature` likewise."
    signale sur stratégie {
      objectif guichet "Guichet"
    }
    accepte {
      objectif guichet "Guichet" {
        thèmes téléservice
      }
      objectif reseau "Réseau"
    }
    sans-objet {
      pilote DSI "Informatique"
    }
  }

  règle juge-et-partie {
    aussi     judge-and-party
    code      STR-12
    titre     fr "Qui dirige la stratégie n'en juge pas lui-même"
              en "Who leads the strategy does not judge it"
    pourquoi  fr "Un avis ou une vérification que signe l'auteur du plan ne contrôle rien."
              en "An opinion or a check that the author of the plan signs checks nothing."
    gravité   conseil
    chaque    décision
    lorsque   existe stratégie.chef-de-file
    exige     stratégie.chef-de-file hors de décision.par
    message   fr "« {décision} » est décidée par « {stratégie.chef-de-file} », qui dirige la stratégie."
              en "\"{decision}\" is decided by \"{strategy.lead}\", who leads the strategy."
    aide      fr "Nommez derrière `par` quelqu'un d'autre : une assemblée, une autre direction, un comité."
              en "Name somebody else behind `by`: an assembly, another directorate, a committee."
    signale sur incidences {
      stratégie "S" {
        période      2027 .. 2032
        chef-de-file DGS
      }
      décision incidences "Incidences sur les priorités" au 2026-12-01 {
        par DGS, DAF
      }
      décision finances "Incidences financières" au 2026-12-01 {
        par DAF
      }
    }
    accepte {
      stratégie "S" {
        période      2027 .. 2032
        chef-de-file DGS
      }
      décision finances "Incidences financières" au 2026-12-01 {
        par DAF
      }
    }
    sans-objet {
      décision finances "Incidences financières" au 2026-12-01 {
        par DAF
      }
    }
  }

  règle silos-du-graphe {
    aussi     silos-of-the-graph
    code      STC-01
    titre     fr "Les directions travaillent les unes pour les autres"
              en "Directorates work for each other"
    pourquoi  fr "Quand chaque direction n'attend qu'elle-même, le plan est une pile de plans : les liens entre directions sont la transition."
              en "Where each directorate waits for itself only, the plan is a pile of plans: the links between them are the transition."
    gravité   conseil
    applicable si existe une dépendance d telle que existe d.fiche.pilote et existe d.cible.pilote
    paramètre plancher = 20 %
    soit      croisées = part des dépendances telles que existe dépendance.fiche.pilote et existe dépendance.cible.pilote et dépendance.fiche.pilote n'est pas dépendance.cible.pilote
    exige     croisées >= plancher
    sur       stratégie
    message   fr "{croisées} seulement des dépendances vont d'un pilote à un autre."
              en "Only {croisées} of the dependencies go from one owner to another."
    aide      fr "Cherchez ce que chaque direction attend des autres, et écrivez-le avec `dépend de` ."
              en "Look for what each directorate expects from the others, and write it with `depends on`."
    // 4 of 21: 19,05 %.
    signale sur stratégie {
      objectif socle "Socle" {
        pilote    DSI
        dépend de a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, b1, b2, b3, b4
      }
      objectif a1 "A1" {
        pilote DSI
      }
      objectif a2 "A2" {
        pilote DSI
      }
      objectif a3 "A3" {
        pilote DSI
      }
      objectif a4 "A4" {
        pilote DSI
      }
      objectif a5 "A5" {
        pilote DSI
      }
      objectif a6 "A6" {
        pilote DSI
      }
      objectif a7 "A7" {
        pilote DSI
      }
      objectif a8 "A8" {
        pilote DSI
      }
      objectif a9 "A9" {
        pilote DSI
      }
      objectif a10 "A10" {
        pilote DSI
      }
      objectif a11 "A11" {
        pilote DSI
      }
      objectif a12 "A12" {
        pilote DSI
      }
      objectif a13 "A13" {
        pilote DSI
      }
      objectif a14 "A14" {
        pilote DSI
      }
      objectif a15 "A15" {
        pilote DSI
      }
      objectif a16 "A16" {
        pilote DSI
      }
      objectif a17 "A17" {
        pilote DSI
      }
      objectif b1 "B1" {
        pilote COM
      }
      objectif b2 "B2" {
        pilote COM
      }
      objectif b3 "B3" {
        pilote COM
      }
      objectif b4 "B4" {
        pilote COM
      }
    }
    // 1 of 5: 20 %.
    accepte {
      objectif socle "Socle" {
        pilote        DSI
        contributeurs DRH
        dépend de     a1, a2, a3, a4, b1
      }
      objectif a1 "A1" {
        pilote DSI
      }
      objectif a2 "A2" {
        pilote DSI
      }
      objectif a3 "A3" {
        pilote DSI
      }
      objectif a4 "A4" {
        pilote DSI
      }
      objectif b1 "B1" {
        pilote COM
      }
    }
    sans-objet {
      objectif a "A" {
        pilote DSI
      }
    }
    // Where one side has no owner, nothing crosses.
    signale sur stratégie {
      objectif socle "Socle" {
        pilote    DSI
        dépend de a, b
      }
      objectif a "A" {
        pilote DSI
      }
      objectif b "B"
      objectif c "C" {
        dépend de a
      }
    }
    sans-objet {
      objectif a "A" {
        pilote    DSI
        dépend de b
      }
      objectif b "B"
    }
    sans-objet {
      objectif a "A" {
        dépend de b
      }
      objectif b "B" {
        pilote DSI
      }
    }
  }

  règle passage-obligé {
    aussi     cut-point
    code      STC-02
    titre     fr "Ce dont tout dépend a ses risques écrits"
              en "What all hangs on has its risks written"
    pourquoi  fr "Si cette fiche s'arrête, tout ce qui passe par elle s'arrête : il faut savoir ce qui peut l'arrêter."
              en "If this sheet stops, all that goes through it stops: what may stop it has to be known."
    gravité   avertissement
    paramètre seuil = 5
    chaque    fiche
    lorsque   fiche.suspendues >= seuil
    exige     existe fiche.risques
    message   fr "« {fiche} » est un passage obligé : {fiche.suspendues} fiches n'avancent que par elle, et aucun risque n'est écrit."
              en "\"{sheet}\" is a bottleneck: {sheet.hanging} sheets advance only through it, and no risk is written."
    aide      fr "Ajoutez-lui un bloc `risque` avec sa parade, ou ouvrez une autre voie en retirant une dépendance."
              en "Add a `risk` block with its mitigation to it, or open another way by removing a dependency."
    signale sur a {
      objectif a "A"
      objectif b "B" {
        dépend de a
      }
      objectif c "C" {
        dépend de b
      }
      objectif d "D" {
        dépend de c
      }
      objectif e "E" {
        dépend de d
      }
      objectif f "F" {
        dépend de e
      }
    }
    accepte {
      objectif a "A" {
        risque "Départ du prestataire" {
          probabilité faible
          gravité     forte
          parade      "Documenter"
        }
      }
      objectif b "B" {
        dépend de a
      }
      objectif c "C" {
        dépend de b
      }
      objectif d "D" {
        dépend de c
      }
      objectif e "E" {
        dépend de d
      }
      objectif f "F" {
        dépend de e
      }
    }
    sans-objet {
      objectif b "B"
      objectif c "C" {
        dépend de b
      }
      objectif d "D" {
        dépend de c
      }
      objectif e "E" {
        dépend de d
      }
      objectif f "F" {
        dépend de e
      }
    }
  }

  règle chaîne-à-cheval {
    aussi     chain-across-the-term
    code      STC-03
    titre     fr "Une chaîne qui dépasse le mandat livre quelque chose avant"
              en "A chain that crosses the term delivers something before"
    pourquoi  fr "Ce qui a commencé sous ce mandat et finit sous le suivant se défend par ce qui est déjà là."
              en "What began in this term and ends in the next defends itself by what is already there."
    gravité   avertissement
    chaque    fiche
    lorsque   fiche.fin > mandat.fin
    lorsque   existe une fiche f parmi fiche.amont telle que f.début <= mandat.fin
    exige     (existe un jalon de la fiche tel que jalon.date <= mandat.fin) ou (existe une fiche f parmi fiche.amont telle que existe un jalon de f tel que jalon.date <= mandat.fin)
    message   fr "« {fiche} » finit après le mandat ({mandat.fin}) au bout d'une chaîne commencée avant, et rien n'y est livré d'ici là."
              en "\"{sheet}\" ends after the term ({mandate.end}), at the end of a chain begun before, and nothing in it is delivered by then."
    aide      fr "Ajoutez à cette fiche, ou à ce dont elle dépend, un jalon avant {mandat.fin}."
              en "Add a milestone before {mandate.end} to this sheet, or to what it depends on."
    signale sur y, z, w, suite {
      collectivité v "Ville" {
        mandat 2026-03-22 .. 2030-03-21
      }
      // Begins on the last day of the term.
      objectif x "X" {
        période 2030-03-21 .. 2030-03-21
      }
      objectif y "Y" {
        période   2030-03-22 .. 2030-12-31
        dépend de x
        jalon m "M" au 2030-03-22
      }
      objectif z "Z" {
        période   2031-01-01 .. 2031-12-31
        dépend de y
      }
      objectif w "W" {
        période   2030-03-01 .. 2030-03-22
        dépend de x pour fin
      }
      objectif long "Long" {
        période 2030-01-01 .. 2030-06-30
      }
      objectif suite "Suite" {
        période   2030-07-01 .. 2030-12-31
        dépend de long
      }
      // Ends on the last day of the term.
      objectif u "U" {
        période   2030-03-01 .. 2030-03-21
        dépend de x pour fin
      }
      // Rests on what begins after the term.
      objectif tard "Tard" {
        période 2030-03-22 .. 2030-06-30
      }
      objectif v2 "V" {
        période   2030-07-01 .. 2031-12-31
        dépend de tard
      }
    }
    accepte {
      collectivité v "Ville" {
        mandat 2026-03-22 .. 2030-03-21
      }
      objectif x "X" {
        période 2029-01-01 .. 2030-03-21
        jalon premier "Premier" au 2029-06-01
        jalon m       "M"       au 2030-03-21
      }
      objectif x2 "X2" {
        période 2029-01-01 .. 2030-03-21
      }
      objectif y "Y" {
        période   2030-03-22 .. 2030-12-31
        dépend de x, x2
      }
      objectif w "W" {
        période   2030-03-01 .. 2030-12-31
        dépend de x2 pour fin
        jalon a "A" au 2030-03-21
        jalon b "B" au 2030-06-01
      }
    }
    accepte {
      collectivité v "Ville" {
        mandat 2026-03-22 .. 2030-03-21
      }
      objectif x "X" {
        période 2029-01-01 .. 2030-03-21
        jalon m "M" au 2030-03-21
      }
      objectif y "Y" {
        période   2030-03-22 .. 2030-12-31
        dépend de x
      }
      objectif z "Z" {
        période   2031-01-01 .. 2031-12-31
        dépend de y
      }
    }
    indécis faute de mandat {
      collectivité v "Ville"
      objectif x "X" {
        période 2029-01-01 .. 2030-03-21
      }
      objectif y "Y" {
        période   2030-03-22 .. 2030-12-31
        dépend de x
      }
    }
    sans-objet {
      collectivité v "Ville" {
        mandat 2026-03-22 .. 2030-03-21
      }
      objectif x "X" {
        période 2029-01-01 .. 2030-03-21
      }
      objectif u "U" {
        période   2030-03-01 .. 2030-03-21
        dépend de x pour fin
      }
    }
  }

  règle dépendance-superflue {
    aussi     redundant-dependency
    code      STC-04
    titre     fr "Aucune dépendance ne répète ce que d'autres disent déjà"
              en "No dependency repeats what others say already"
    pourquoi  fr "Une dépendance superflue cache le vrai chemin, et reste quand le plan change."
              en "A redundant dependency hides the real path, and stays when the plan changes."
    gravité   conseil
    chaque    dépendance
    exige     non dépendance.superflue
    corrige   retire dépendance
    message   fr "« {dépendance.fiche} » attend déjà « {dépendance.cible} » par une autre voie."
              en "\"{dependency.sheet}\" already waits for \"{dependency.target}\" by another path."
    aide      fr "Retirez cette dépendance."
              en "Remove this dependency."
    signale sur c {
      objectif a "A"
      objectif b "B" {
        dépend de a
      }
      objectif c "C" {
        dépend de a, b
      }
    }
    accepte {
      objectif a "A"
      objectif b "B" {
        dépend de a
      }
      objectif c "C" {
        dépend de b
      }
    }
    sans-objet {
      objectif a "A"
    }
  }
}
