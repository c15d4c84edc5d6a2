// Public money: what a finance department checks of a plan before a council votes it.

utiliser std.law.public-money

recueil finance "Finances publiques" {
  aussi     public-money
  applicable si n'existe pas collectivité.pays ou collectivité.pays = "France" ou collectivité.pays = "FR"

  règle ap-cp {
    aussi     programme-credits
    code      FIN-02
    titre     fr "Les crédits de paiement d'une autorisation en font le total"
              en "The payment credits of an authorisation make its total"
    pourquoi  fr "Une autorisation dont l'échéancier ne fait pas le total ne peut être votée, et fausse les budgets des années qui suivent."
              en "An authorisation whose credits do not make its total cannot be voted, and distorts the budgets of the years to come."
    gravité   erreur
    source    cgct-l2311-3 "I et II"
    chaque    autorisation
    lorsque   existe autorisation.crédits
    soit      échéancier = somme de crédit.valeur pour crédit de l'autorisation
    exige     échéancier = autorisation.total
    sur       autorisation.total
    message   fr "« {autorisation} » : les crédits de paiement font {échéancier}, et l'autorisation {autorisation.total}."
              en "\"{authorisation}\": the payment credits make {échéancier}, and the authorisation {authorisation.total}."
    aide      fr "Corrigez le crédit d'une année, ou le total : leur somme est l'autorisation."
              en "Correct the credit of a year, or the total: together the credits are the authorisation."
    signale sur reseau {
      collectivité v "Ville"
      autorisation reseau "AP Réseau" {
        nature  ap
        total   300 001 €
        crédits 2027: 100 000 €, 2028: 200 000 €
      }
    }
    signale sur etudes {
      autorisation reseau "AP Réseau" {
        nature  ap
        total   300 000 €
        crédits 2027: 100 000 €, 2028: 200 000 €
      }
      autorisation etudes "AE Études" {
        nature  ae
        total   299 999 €
        crédits 2027: 100 000 €, 2028: 200 000 €
      }
      collectivité v "Ville" {
        pays "France"
      }
    }
    accepte {
      collectivité v "Ville" {
        pays "FR"
      }
      autorisation reseau "AP Réseau" {
        nature  ap
        total   300 000 €
        crédits 2027 .. 2029: 100 000 €
      }
    }
    indécis faute de total {
      collectivité v "Ville"
      autorisation reseau "AP Réseau" {
        crédits 2027: 100 000 €
      }
    }
    sans-objet {
      autorisation reseau "AP Réseau" {
        total 300 000 €
      }
    }
    sans-objet {
      collectivité v "Ville" {
        pays "Suisse"
      }
      autorisation reseau "AP Réseau" {
        total   300 001 €
        crédits 2027: 300 000 €
      }
    }
  }

  règle pluriannuel-sans-autorisation {
    aussi     multiyear-without-authorisation
    code      FIN-02b
    titre     fr "Un investissement important sur plusieurs années est porté par une autorisation de programme"
              en "A large investment over several years is carried by a programme authorisation"
    pourquoi  fr "Sans autorisation de programme, tout ce qui est engagé doit tenir dans les crédits d'une seule année, ou être reporté."
              en "Without a programme authorisation all that is committed must fit into the credits of one year, or be carried over."
    gravité   conseil
    source    cgct-l2311-3 "I"
    paramètre plancher = 200 k€ {
      aussi     floor
    }
    chaque    fiche
    lorsque   existe fiche.budget
    lorsque   n'existe pas fiche.parent.budget
    lorsque   fiche.investissement >= plancher
    soit      premier = minimum de montant.année pour montant de la fiche tel que montant.section est investissement
    soit      dernier = maximum de montant.année pour montant de la fiche tel que montant.section est investissement
    lorsque   dernier > premier
    soit      ouvertes = liste des autorisations telles que autorisation.nature n'est pas ae
    exige l'une {
      existe une autorisation parmi ouvertes telle que n'existe pas autorisation.fiche
      existe une autorisation parmi ouvertes telle que autorisation.fiche = fiche
      existe une action de la fiche telle que existe une autorisation parmi ouvertes telle que autorisation.fiche = action
    }
    sur       fiche.budget
    message   fr "« {fiche} » investit {fiche.investissement} de {premier} à {dernier}, sans autorisation de programme."
              en "\"{sheet}\" invests {sheet.investment} from {premier} to {dernier}, without a programme authorisation."
    aide      fr "Ajoutez un bloc `autorisation` avec son total et ses crédits par année, ou gardez les crédits annuels si les marchés le permettent."
              en "Add an `authorisation` block with its total and its credits by year, or keep yearly credits where contracts allow."
    signale sur g {
      collectivité v "Ville"
      objectif g "Réseau" {
        budget {
          investissement 2027 .. 2028: 100 000 €
        }
      }
    }
    signale sur g {
      objectif g "Réseau" {
        budget {
          investissement 2027 .. 2028: 100 000 €
        }
        action h "Études du réseau" {
          budget {
            investissement 2027 .. 2028: 100 000 €
          }
        }
      }
      objectif f "Fibre" {
        autorisation "AP Fibre" {
          nature ap
        }
      }
      collectivité v "Ville" {
        pays "France"
      }
    }
    signale sur h {
      collectivité v "Ville"
      objectif g "Réseau" {
        action h "Cœur de réseau" {
          budget {
            investissement 2027 .. 2028: 100 000 €
          }
        }
      }
    }
    signale sur g {
      collectivité v "Ville"
      autorisation "AE Études" {
        nature ae
      }
      objectif g "Réseau" {
        budget {
          investissement 2027 .. 2028: 100 000 €
        }
      }
    }
    accepte {
      collectivité v "Ville"
      autorisation "AP Numérique" {
        nature ap
      }
      objectif g "Réseau" {
        budget {
          investissement 2027 .. 2028: 100 000 €
        }
      }
    }
    accepte {
      collectivité v "Ville"
      objectif g "Réseau" {
        budget {
          investissement 2027 .. 2028: 100 000 €
        }
        autorisation "AP Réseau" {
          nature ap
        }
      }
    }
    accepte {
      collectivité v "Ville" {
        pays "FR"
      }
      objectif g "Réseau" {
        budget {
          investissement 2027 .. 2028: 100 000 €
        }
        action h "Cœur de réseau" {
          autorisation "AP Réseau" {
            nature ap
          }
        }
      }
      objectif f "Fibre" {
        autorisation "AP Fibre" {
          nature ap
        }
      }
    }
    sans-objet {
      objectif g "Réseau" {
        budget {
          investissement 2027: 100 000 €, 2028: 99 999 €
        }
      }
    }
    sans-objet {
      objectif g "Réseau" {
        budget {
          investissement 2027: 200 000 €
          fonctionnement 2028: 10 000 €
        }
      }
    }
    sans-objet {
      objectif g "Réseau" {
        budget {
          investissement 2028: 200 000 €
          fonctionnement 2027: 10 000 €
        }
      }
    }
    sans-objet {
      collectivité v "Ville" {
        pays "Suisse"
      }
      objectif g "Réseau" {
        budget {
          investissement 2027 .. 2028: 100 000 €
        }
      }
    }
  }

  règle part-propre {
    aussi     own-share
    code      FIN-03
    titre     fr "Le maître d'ouvrage garde sa part minimale d'un investissement aidé"
              en "The project owner keeps its minimal share of an investment that is subsidised"
    pourquoi  fr "Au-delà du plafond d'aides publiques, une subvention est réduite ou reprise : l'argent manque quand le marché est signé."
              en "Above the ceiling of public aid a grant is cut or taken back: money is missing once the contract is signed."
    gravité   erreur
    source    cgct-l1111-10
    chaque    fiche
    // Ni la part propre ni le remboursement de la TVA ne sont des aides, quoi que dise `public`.
    soit      propres = liste des financements de la fiche tels que financement.source contient "FCTVA" ou financement.source contient "autofinancement" ou financement.source contient "fonds propres"
    soit      aides = somme de financement.valeur pour financement de la fiche tel que financement.public et financement.état n'est pas refusé et financement.section n'est pas fonctionnement et financement hors de propres
    lorsque   aides > 0 €
    // Une aide sans section peut financer tout le fonctionnement : le doute profite au plan, et FIN-03b le signale.
    exige     aides <= fiche.investissement * (100 % - part-minimale) + fiche.fonctionnement
    sur       fiche.budget
    message   fr "« {fiche} » reçoit {aides} d'aides publiques pour {fiche.investissement} d'investissement : il doit rester au moins {part-minimale} à la charge du maître d'ouvrage."
              en "\"{sheet}\" receives {aides} of public aid for {sheet.investment} of investment: at least {part-minimale} must stay with the project owner."
    aide      fr "Demandez une aide moins élevée, ou inscrivez une dépense éligible oubliée. Si une exception de la loi s'applique, écrivez un bloc `écart-assumé` qui la cite."
              en "Ask for a smaller grant, or add an eligible cost that was left out. Where an exception of the law applies, write an `acknowledge` block that cites it."
    signale sur g {
      collectivité v "Ville"
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
        financement {
          "DSIL" 80 001 € acquis {
            public oui
          }
        }
      }
    }
    signale sur g {
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
          fonctionnement 2028: 10 000 €
        }
        financement {
          "DSIL" 50 000 € acquis {
            public oui
          }
          "Région" 40 001 € {
            public oui
          }
        }
      }
      collectivité v "Ville" {
        pays "France"
      }
    }
    signale sur g {
      collectivité v "Ville"
      objectif g "Guichet" {
        budget {
          investissement 2027: 1 €
        }
        financement {
          "DSIL" 1 € acquis {
            public oui
          }
        }
      }
    }
    accepte {
      collectivité v "Ville"
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
        financement {
          "DSIL" 80 000 € acquis {
            public oui
          }
        }
      }
    }
    accepte {
      collectivité v "Ville"
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
          fonctionnement 2028: 10 000 €
        }
        financement {
          "DSIL" 50 000 € acquis {
            public oui
          }
          "Région" 40 000 € acquis {
            public oui
          }
        }
      }
    }
    accepte {
      collectivité v "Ville"
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
        financement {
          "DSIL" 80 000 € acquis {
            public oui
          }
          "FCTVA" 2 000 € sollicité {
            public oui
          }
          "Autofinancement" 2 000 € {
            public oui
          }
          "Fonds propres" 2 000 € {
            public oui
          }
          "Fondation" 10 000 € acquis {
            public non
          }
          "Département" 10 000 € refusé {
            public oui
          }
        }
      }
    }
    accepte {
      collectivité v "Ville" {
        pays "FR"
      }
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
          fonctionnement 2027: 10 000 €
        }
        financement {
          "DSIL" 90 000 € acquis {
            public oui
          }
          "FSE" 100 % du fonctionnement acquis {
            public oui
          }
        }
      }
    }
    indécis faute de public {
      collectivité v "Ville"
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
        financement {
          "DSIL" 80 001 € acquis
        }
      }
    }
    sans-objet {
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
        financement {
          "Fondation" 90 000 € acquis {
            public non
          }
        }
      }
    }
    sans-objet {
      collectivité v "Ville" {
        pays "Suisse"
      }
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
        financement {
          "DSIL" 80 001 € acquis {
            public oui
          }
        }
      }
    }
  }

  règle part-propre-juste {
    aussi     own-share-nearly-reached
    code      FIN-03b
    titre     fr "Les aides publiques laissent une marge avant le plafond"
              en "Public aid leaves a margin before the ceiling"
    pourquoi  fr "Près du plafond, une dépense écartée par un financeur ou un marché moins cher que prévu fait perdre une partie de l'aide."
              en "Near the ceiling, a cost that a funder strikes out, or a contract cheaper than planned, loses a part of the aid."
    gravité   conseil
    source    cgct-l1111-10
    paramètre marge = 10 % {
      aussi     margin
    }
    chaque    fiche
    lorsque   fiche.investissement > 0 €
    soit      propres = liste des financements de la fiche tels que financement.source contient "FCTVA" ou financement.source contient "autofinancement" ou financement.source contient "fonds propres"
    soit      aides = somme de financement.valeur pour financement de la fiche tel que financement.public et financement.état n'est pas refusé et financement.section n'est pas fonctionnement et financement hors de propres
    lorsque   aides > 0 €
    lorsque   aides <= fiche.investissement * (100 % - part-minimale) + fiche.fonctionnement
    exige     aides <= fiche.investissement * (100 % - part-minimale - marge)
    sur       fiche.budget
    message   fr "« {fiche} » compte sur {aides} d'aides publiques pour {fiche.investissement} d'investissement : le plafond est proche, ou dépassé si toutes vont à l'investissement."
              en "\"{sheet}\" counts on {aides} of public aid for {sheet.investment} of investment: the ceiling is near, or passed if all of it goes to investment."
    aide      fr "Prévoyez de quoi payer la différence. Pour une aide au fonctionnement, écrivez sa part : `40 % du fonctionnement`."
              en "Keep the means to pay the difference. For aid to operating costs, write its share: `40 % of operating`."
    signale sur g {
      collectivité v "Ville"
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
        financement {
          "DSIL" 70 001 € acquis {
            public oui
          }
        }
      }
    }
    signale sur g {
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
        financement {
          "DSIL" 80 000 € acquis {
            public oui
          }
        }
      }
      collectivité v "Ville" {
        pays "France"
      }
    }
    signale sur g {
      collectivité v "Ville"
      objectif g "Guichet" {
        budget {
          investissement 2027: 1 €
          fonctionnement 2028: 9 €
        }
        financement {
          "DSIL" 1 € acquis {
            public oui
          }
        }
      }
    }
    accepte {
      collectivité v "Ville" {
        pays "FR"
      }
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
          fonctionnement 2028: 20 000 €
        }
        financement {
          "DSIL" 70 000 € acquis {
            public oui
          }
          "FCTVA" 2 000 € sollicité {
            public oui
          }
          "Autofinancement" 2 000 € {
            public oui
          }
          "Fonds propres" 2 000 € {
            public oui
          }
          "Fondation" 5 000 € acquis {
            public non
          }
          "Département" 5 000 € refusé {
            public oui
          }
          "FSE" 50 % du fonctionnement acquis {
            public oui
          }
        }
      }
    }
    indécis faute de public {
      collectivité v "Ville"
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
        financement {
          "DSIL" 70 001 € acquis
        }
      }
    }
    sans-objet {
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
        financement {
          "DSIL" 80 001 € acquis {
            public oui
          }
        }
      }
    }
    sans-objet {
      objectif g "Formations" {
        budget {
          fonctionnement 2027: 100 000 €
        }
        financement {
          "FSE" 80 000 € acquis {
            public oui
          }
        }
      }
    }
    sans-objet {
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
      }
    }
    sans-objet {
      collectivité v "Ville" {
        pays "Suisse"
      }
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
        financement {
          "DSIL" 70 001 € acquis {
            public oui
          }
        }
      }
    }
  }

  règle fctva-éligible {
    aussi     vat-refund-eligible
    code      FIN-04
    titre     fr "Le FCTVA est demandé pour une dépense qui y ouvre droit"
              en "The VAT refund (FCTVA) is asked for spending that is entitled to it"
    pourquoi  fr "Une recette attendue du FCTVA sur un abonnement ou du fonctionnement ne viendra pas : le plan de financement a un trou."
              en "A refund expected on a subscription or on operating costs will not come: the funding plan has a hole."
    gravité   erreur
    source    fctva
    chaque    budget
    lorsque   budget.fctva
    lorsque   existe budget.montants
    exige     existe un montant du budget tel que montant.nature est iaas ou (montant.section est investissement et montant.nature n'est pas saas)
    message   fr "« {budget.fiche} » demande le FCTVA, et rien de son budget n'y ouvre droit : ni investissement hors abonnement, ni nuage en infrastructure (IaaS)."
              en "\"{budget.sheet}\" asks for the FCTVA, and nothing of its budget is entitled to it: neither investment without subscriptions, nor infrastructure in the cloud (IaaS)."
    aide      fr "Retirez `fctva`, ou corrigez la section et la nature des lignes. Un abonnement à un logiciel (SaaS) n'est pas éligible."
              en "Remove `fctva`, or correct section and nature of the lines. A subscription to software (SaaS) is not eligible."
    signale sur g {
      collectivité v "Ville"
      objectif g "Guichet" {
        budget {
          fonctionnement 2027: 10 000 €
          fctva
        }
      }
    }
    signale sur g {
      objectif g "Guichet" {
        budget {
          investissement 2027: 10 000 € {
            nature saas
          }
          fctva
        }
      }
      collectivité v "Ville" {
        pays "France"
      }
    }
    accepte {
      collectivité v "Ville"
      objectif g "Guichet" {
        budget {
          fonctionnement 2027: 10 000 € {
            nature iaas
          }
          fctva
        }
      }
    }
    accepte {
      collectivité v "Ville"
      objectif g "Guichet" {
        budget {
          investissement 2027: 10 000 €
          fonctionnement 2027: 10 000 €
          fctva
        }
      }
    }
    accepte {
      collectivité v "Ville" {
        pays "FR"
      }
      objectif g "Guichet" {
        budget {
          investissement 2027: 10 000 € {
            nature matériel
          }
          fctva
        }
      }
    }
    sans-objet {
      objectif g "Guichet" {
        budget {
          fonctionnement 2027: 10 000 €
        }
      }
    }
    indécis faute de section {
      collectivité v "Ville"
      objectif g "Guichet" {
        budget {
          total 10 000 €
          fctva
        }
      }
    }
    sans-objet {
      objectif g "Guichet" {
        budget {
          fctva
        }
      }
    }
    sans-objet {
      collectivité v "Ville" {
        pays "Suisse"
      }
      objectif g "Guichet" {
        budget {
          fonctionnement 2027: 10 000 €
          fctva
        }
      }
    }
  }

  règle fctva-surestimé {
    aussi     vat-refund-overestimated
    code      FIN-04b
    titre     fr "Le FCTVA attendu ne dépasse pas son taux"
              en "The VAT refund expected (FCTVA) is not above its rate"
    pourquoi  fr "Le taux est fixé par la loi et change avec les lois de finances : une recette surestimée manque au budget."
              en "The rate is set by law and changes with finance acts: a refund expected too high is missing in the budget."
    gravité   avertissement
    source    fctva-taux
    chaque    fiche
    lorsque   existe un financement de la fiche tel que financement.source contient "FCTVA"
    soit      attendu = somme de financement.valeur pour financement de la fiche tel que financement.source contient "FCTVA"
    soit      équipé = somme de montant.valeur pour montant de la fiche tel que montant.section est investissement et montant.nature hors de [saas, iaas]
    soit      hébergé = somme de montant.valeur pour montant de la fiche tel que montant.nature est iaas
    exige     attendu <= équipé * taux-fctva + hébergé * taux-fctva-iaas
    message   fr "« {fiche} » attend {attendu} du FCTVA ; son budget ouvre droit à {équipé * taux-fctva + hébergé * taux-fctva-iaas} au plus."
              en "\"{sheet}\" expects {attendu} of the FCTVA; its budget is entitled to {équipé * taux-fctva + hébergé * taux-fctva-iaas} at most."
    aide      fr "Écrivez le budget TTC, et vérifiez le taux de l'année : {taux-fctva} de l'investissement, {taux-fctva-iaas} du nuage en infrastructure (IaaS)."
              en "Write the budget with tax, and check the rate of the year: {taux-fctva} of investment, {taux-fctva-iaas} of infrastructure in the cloud (IaaS)."
    signale sur g {
      collectivité v "Ville"
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
        financement {
          "FCTVA" 16 405 €
        }
      }
    }
    signale sur g {
      objectif g "Guichet" {
        budget {
          fonctionnement 2027: 100 000 € {
            nature iaas
          }
        }
        financement {
          "fctva 2028" 5 601 €
        }
      }
      collectivité v "Ville" {
        pays "France"
      }
    }
    signale sur g {
      collectivité v "Ville"
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 € {
            nature saas
          }
          fonctionnement 2028: 100 000 €
        }
        financement {
          "FCTVA" 1 €
        }
      }
    }
    signale sur g {
      collectivité v "Ville"
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 € {
            nature iaas
          }
        }
        financement {
          "FCTVA" 5 601 €
        }
      }
    }
    accepte {
      collectivité v "Ville"
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 € {
            nature matériel
          }
          fonctionnement 2027: 100 000 € {
            nature iaas
          }
          fonctionnement 2028: 1 000 €
        }
        financement {
          "FCTVA" 22 004 €
          "DSIL"  50 000 €
        }
      }
    }
    accepte {
      collectivité v "Ville" {
        pays "FR"
      }
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
        financement {
          "FCTVA" 16 404 €
        }
      }
    }
    sans-objet {
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
        financement {
          "DSIL" 50 000 €
        }
      }
    }
    sans-objet {
      collectivité v "Ville" {
        pays "Suisse"
      }
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
        financement {
          "FCTVA" 16 405 €
        }
      }
    }
  }

  règle vote-du-budget {
    aussi     budget-vote
    code      FIN-05
    titre     fr "Les premiers crédits tombent dans un budget qui peut encore être voté"
              en "The first credits fall in a budget that can still be voted"
    pourquoi  fr "Une stratégie adoptée après la date limite du budget ne peut être payée la même année que par une décision modificative."
              en "A strategy adopted after the deadline of the budget can be paid in the same year by an amending decision only."
    gravité   avertissement
    source    cgct-l1612-2, renouvellements
    chaque    fiche
    lorsque   existe fiche.budget
    soit      premier = minimum de montant.année pour montant de la fiche
    exige l'une {
      premier > stratégie.adoption.année
      toutes {
        premier >= stratégie.adoption.année
        l'une {
          stratégie.adoption <= limite-du-budget-communal au stratégie.adoption et stratégie.adoption <= limite-du-budget-territorial au stratégie.adoption
          collectivité.nature parmi [département, région] et stratégie.adoption <= limite-du-budget-territorial au stratégie.adoption
          collectivité.nature hors de [département, région] et stratégie.adoption <= limite-du-budget-communal au stratégie.adoption
        }
      }
    }
    sur       fiche.budget
    message   fr "« {fiche} » dépense dès {premier}, et l'adoption de la stratégie ({stratégie.adoption}) vient après la date limite de ce budget."
              en "\"{sheet}\" spends from {premier} on, and the adoption of the strategy ({strategy.adopted}) comes after the deadline of that budget."
    aide      fr "Commencez les crédits l'année suivante, avancez l'adoption, ou prévoyez une décision modificative."
              en "Begin the credits in the next year, adopt earlier, or plan an amending decision."
    signale sur g {
      collectivité v "Ville"
      décision vote "Adoption" au 2027-04-16 {
        nature adoption
      }
      objectif g "Guichet" {
        budget {
          investissement 2027 .. 2028: 10 000 €
        }
      }
    }
    signale sur g {
      décision vote "Adoption" au 2028-01-10 {
        nature adoption
      }
      objectif g "Guichet" {
        budget {
          investissement 2027: 10 000 €
        }
      }
      collectivité v "Ville" {
        pays "France"
      }
    }
    signale sur g {
      collectivité v "Ville" {
        nature commune
      }
      décision vote "Adoption" au 2028-04-16 {
        nature adoption
      }
      objectif g "Guichet" {
        budget {
          investissement 2028: 10 000 €
        }
      }
    }
    signale sur g {
      collectivité v "Département" {
        nature département
      }
      décision vote "Adoption" au 2028-05-01 {
        nature adoption
      }
      objectif g "Guichet" {
        budget {
          investissement 2028: 10 000 €
        }
      }
    }
    signale sur g {
      collectivité v "Région" {
        nature région
      }
      décision vote "Adoption" au 2032-04-16 {
        nature adoption
      }
      objectif g "Guichet" {
        budget {
          investissement 2032: 10 000 €
        }
      }
    }
    accepte {
      collectivité v "Ville"
      décision vote "Adoption" au 2027-04-15 {
        nature adoption
      }
      objectif g "Guichet" {
        budget {
          investissement 2027: 10 000 €
        }
      }
    }
    accepte {
      collectivité v "Ville"
      décision vote "Adoption" au 2027-04-16 {
        nature adoption
      }
      objectif g "Guichet" {
        budget {
          investissement 2028: 10 000 €
        }
      }
    }
    accepte {
      collectivité v "Département" {
        nature département
      }
      décision vote "Adoption" au 2028-04-30 {
        nature adoption
      }
      objectif g "Guichet" {
        budget {
          investissement 2028: 10 000 €
        }
      }
    }
    accepte {
      collectivité v "Région" {
        nature région
      }
      décision vote "Adoption" au 2028-04-16 {
        nature adoption
      }
      objectif g "Guichet" {
        budget {
          investissement 2028: 10 000 €
        }
      }
    }
    accepte {
      collectivité v "Ville" {
        pays   "FR"
        nature commune
      }
      décision vote "Adoption" au 2032-04-30 {
        nature adoption
      }
      objectif g "Guichet" {
        budget {
          investissement 2032: 10 000 €
        }
      }
    }
    indécis faute de adoption {
      collectivité v "Ville" {
        nature commune
      }
      objectif g "Guichet" {
        budget {
          investissement 2027: 10 000 €
        }
      }
    }
    indécis faute de nature {
      collectivité v "Ville"
      décision vote "Adoption" au 2028-04-16 {
        nature adoption
      }
      objectif g "Guichet" {
        budget {
          investissement 2028: 10 000 €
        }
      }
    }
    sans-objet {
      décision vote "Adoption" au 2027-04-16 {
        nature adoption
      }
      objectif g "Guichet" {
        action h "Ouvrir le guichet"
      }
    }
    sans-objet {
      collectivité v "Ville" {
        pays "Suisse"
      }
      décision vote "Adoption" au 2027-04-16 {
        nature adoption
      }
      objectif g "Guichet" {
        budget {
          investissement 2027: 10 000 €
        }
      }
    }
  }

  règle références-à-jour {
    aussi     references-up-to-date
    code      FIN-07
    titre     fr "Les textes cités ont été vérifiés depuis moins d'un an"
              en "The texts cited were checked less than a year ago"
    pourquoi  fr "Les règles budgétaires sont renumérotées dans le CGCT depuis 2026 : une référence ancienne peut viser un article qui n'existe plus."
              en "The budget rules were renumbered in the CGCT in 2026: an old reference may cite an article that is no more."
    gravité   avertissement
    source    ordonnance-2025-526
    paramètre âge = 1 an {
      aussi     age
    }
    chaque    référence
    exige     existe référence.vérifié
    exige     référence.vérifié >= ce-jour - âge
    message   fr "« {référence} » n'a pas été vérifiée depuis {âge}."
              en "\"{reference}\" has not been checked for {âge}."
    aide      fr "Relisez le texte sur Légifrance, corrigez le numéro d'article s'il a changé, et écrivez derrière `vérifié` la date de cette lecture."
              en "Read the text again on Légifrance, correct the number of the article where it changed, and write the day on which you read it behind `checked`."
    signale sur budget-ancien {
      collectivité v "Ville"
      référence budget-ancien "CGCT, article L1612-2" {
        vérifié 2025-12-31
      }
      référence budget-nouveau "CGCT, article L1612-4" {
        vérifié 2026-01-01
      }
    }
    signale sur jamais-lue {
      référence jamais-lue "CGCT, article L1612-2" {
        sûreté G
      }
      collectivité v "Ville" {
        pays "France"
      }
    }
    accepte {
      collectivité v "Ville" {
        pays "FR"
      }
      référence budget-nouveau "CGCT, article L1612-4" {
        vérifié 2026-01-01
      }
    }
    sans-objet {
      objectif g "Guichet"
    }
    sans-objet {
      collectivité v "Ville" {
        pays "Suisse"
      }
      référence budget-ancien "CGCT, article L1612-2" {
        vérifié 2025-12-31
      }
    }
  }

  règle section-du-fonctionnement {
    aussi     operating-section
    code      FIN-08
    titre     fr "Abonnements et personnel sont en fonctionnement"
              en "Subscriptions and staff are operating costs"
    pourquoi  fr "Le comptable rejette un abonnement ou un salaire imputé en investissement, et l'équilibre des sections est faux."
              en "The accountant rejects a subscription or a salary entered as investment, and the balance of the sections is wrong."
    gravité   erreur
    source    sections-budgétaires
    paramètre natures = [saas, personnel] {
      aussi     kinds
    }
    chaque    budget
    lorsque   existe un montant du budget tel que existe montant.nature
    exige     aucun montant du budget tel que montant.section est investissement et montant.nature parmi natures
    message   fr "« {budget.fiche} » inscrit en investissement des abonnements ou du personnel : ce sont des dépenses de fonctionnement."
              en "\"{budget.sheet}\" enters subscriptions or staff as investment: they are operating costs."
    aide      fr "Déplacez ces lignes dans `fonctionnement`. Une licence acquise pour plusieurs années s'écrit `nature licence`."
              en "Move these lines to `operating`. A licence that is bought for good is written `nature licence`."
    signale sur g {
      collectivité v "Ville"
      objectif g "Guichet" {
        budget {
          investissement 2027: 10 000 € {
            nature saas
          }
        }
      }
    }
    signale sur g {
      objectif g "Guichet" {
        budget {
          investissement 2027: 10 000 € {
            nature personnel
          }
          investissement 2028: 10 000 €
        }
      }
      objectif h "Portail" {
        budget {
          investissement 2027: 10 000 € {
            nature licence
          }
        }
      }
      collectivité v "Ville" {
        pays "France"
      }
    }
    accepte {
      collectivité v "Ville"
      objectif g "Guichet" {
        budget {
          fonctionnement 2027: 10 000 € {
            nature saas
          }
          fonctionnement 2028: 10 000 € {
            nature personnel
          }
        }
      }
    }
    accepte {
      collectivité v "Ville" {
        pays "FR"
      }
      objectif g "Guichet" {
        budget {
          investissement 2027: 10 000 € {
            nature licence
          }
        }
      }
    }
    sans-objet {
      objectif g "Guichet" {
        budget {
          investissement 2027: 10 000 €
        }
      }
    }
    sans-objet {
      collectivité v "Ville" {
        pays "Suisse"
      }
      objectif g "Guichet" {
        budget {
          investissement 2027: 10 000 € {
            nature saas
          }
        }
      }
    }
  }

  règle maintenance-en-investissement {
    aussi     maintenance-as-investment
    code      FIN-08b
    titre     fr "Maintenance et formation sont en fonctionnement"
              en "Maintenance and training are operating costs"
    pourquoi  fr "Elles reviennent chaque année ou n'augmentent pas le patrimoine : en investissement, elles sont à justifier."
              en "They come back each year, or add nothing to what is owned: as investment they have to be justified."
    gravité   avertissement
    source    sections-budgétaires
    paramètre natures = [maintenance, formation] {
      aussi     kinds
    }
    chaque    budget
    lorsque   existe un montant du budget tel que existe montant.nature
    exige     aucun montant du budget tel que montant.section est investissement et montant.nature parmi natures
    message   fr "« {budget.fiche} » inscrit en investissement de la maintenance ou de la formation, qui relèvent du fonctionnement."
              en "\"{budget.sheet}\" enters maintenance or training as investment: they are operating costs."
    aide      fr "Déplacez ces lignes dans `fonctionnement`, ou vérifiez avec la direction des finances qu'elles font partie de l'équipement acquis."
              en "Move these lines to `operating`, or check with the finance department that they are part of the equipment bought."
    signale sur g {
      collectivité v "Ville"
      objectif g "Guichet" {
        budget {
          investissement 2027: 10 000 € {
            nature maintenance
          }
        }
      }
    }
    signale sur g {
      objectif g "Guichet" {
        budget {
          investissement 2027: 10 000 € {
            nature formation
          }
          investissement 2028: 10 000 €
        }
      }
      objectif h "Portail" {
        budget {
          investissement 2027: 10 000 € {
            nature matériel
          }
        }
      }
      collectivité v "Ville" {
        pays "France"
      }
    }
    accepte {
      collectivité v "Ville"
      objectif g "Guichet" {
        budget {
          fonctionnement 2027: 10 000 € {
            nature maintenance
          }
          fonctionnement 2028: 10 000 € {
            nature formation
          }
        }
      }
    }
    accepte {
      collectivité v "Ville" {
        pays "FR"
      }
      objectif g "Guichet" {
        budget {
          investissement 2027: 10 000 € {
            nature licence
          }
        }
      }
    }
    sans-objet {
      objectif g "Guichet" {
        budget {
          investissement 2027: 10 000 €
        }
      }
    }
    sans-objet {
      collectivité v "Ville" {
        pays "Suisse"
      }
      objectif g "Guichet" {
        budget {
          investissement 2027: 10 000 € {
            nature maintenance
          }
        }
      }
    }
  }

  règle engagement-sans-personnel {
    aussi     commitment-without-staff
    code      FIN-09
    titre     fr "Une autorisation d'engagement ne couvre pas de frais de personnel"
              en "A commitment authorisation does not cover staff costs"
    pourquoi  fr "La loi exclut les frais de personnel des autorisations d'engagement : la délibération serait irrégulière."
              en "The law excludes staff costs from commitment authorisations: the deliberation would be irregular."
    gravité   erreur
    source    cgct-l2311-3 "II"
    chaque    autorisation
    lorsque   autorisation.nature est ae
    lorsque   existe un montant de autorisation.fiche tel que montant.nature est personnel
    soit      engageable = somme de montant.valeur pour montant de autorisation.fiche tel que montant.section est fonctionnement et montant.nature n'est pas personnel
    exige     autorisation.total <= engageable
    sur       autorisation.total
    message   fr "« {autorisation} » engage {autorisation.total}, et sa fiche n'a que {engageable} de fonctionnement hors personnel."
              en "\"{authorisation}\" commits {authorisation.total}, and its sheet has {engageable} of operating costs without staff only."
    aide      fr "Réduisez l'autorisation aux contrats passés avec des tiers ; le personnel reste en crédits annuels."
              en "Reduce the authorisation to contracts with third parties; staff stays in yearly credits."
    signale sur ae-assistance {
      collectivité v "Ville"
      objectif g "Assistance" {
        budget {
          investissement 2027: 100 000 €
          fonctionnement 2027: 60 000 € {
            nature prestation
          }
          fonctionnement 2028: 40 000 € {
            nature personnel
          }
        }
        autorisation ae-assistance "AE Assistance" {
          nature ae
          total  60 001 €
        }
      }
    }
    accepte {
      objectif g "Assistance" {
        budget {
          fonctionnement 2027: 60 000 €
          fonctionnement 2028: 40 000 € {
            nature personnel
          }
        }
        autorisation ae-assistance "AE Assistance" {
          nature ae
          total  60 000 €
        }
      }
      collectivité v "Ville" {
        pays "France"
      }
    }
    accepte {
      objectif g "Assistance" {
        budget {
          fonctionnement 2027: 60 000 €
          fonctionnement 2028: 40 000 € {
            nature personnel
          }
        }
        autorisation ae-assistance "AE Assistance" {
          nature ae
          total  60 000 €
        }
      }
      collectivité v "Ville" {
        pays "FR"
      }
    }
    indécis faute de total {
      collectivité v "Ville"
      objectif g "Assistance" {
        budget {
          fonctionnement 2027: 60 000 €
          fonctionnement 2028: 40 000 € {
            nature personnel
          }
        }
        autorisation ae-assistance "AE Assistance" {
          nature ae
        }
      }
    }
    sans-objet {
      objectif g "Assistance" {
        budget {
          fonctionnement 2027: 60 000 €
          fonctionnement 2028: 40 000 € {
            nature personnel
          }
        }
        autorisation ap-assistance "AP Assistance" {
          nature ap
          total  60 001 €
        }
      }
    }
    sans-objet {
      objectif g "Assistance" {
        budget {
          fonctionnement 2027: 60 000 € {
            nature prestation
          }
        }
        autorisation ae-assistance "AE Assistance" {
          nature ae
          total  60 001 €
        }
      }
    }
    sans-objet {
      objectif g "Assistance" {
        budget {
          fonctionnement 2028: 40 000 € {
            nature personnel
          }
        }
      }
      autorisation ae-assistance "AE Assistance" {
        nature ae
        total  60 001 €
      }
    }
    sans-objet {
      collectivité v "Ville" {
        pays "Suisse"
      }
      objectif g "Assistance" {
        budget {
          fonctionnement 2028: 40 000 € {
            nature personnel
          }
        }
        autorisation ae-assistance "AE Assistance" {
          nature ae
          total  40 000 €
        }
      }
    }
  }

  règle engagement-sans-subvention {
    aussi     commitment-without-grants
    code      FIN-09b
    titre     fr "L'autorisation d'engagement d'une commune ne couvre pas de subvention à un organisme privé"
              en "The commitment authorisation of a commune covers no grant to a private body"
    pourquoi  fr "Pour une commune, les subventions aux organismes privés restent en crédits annuels."
              en "For a commune, grants to private bodies stay in yearly credits."
    gravité   conseil
    source    cgct-l2311-3 "II"
    applicable si collectivité.nature est commune
    chaque    autorisation
    lorsque   autorisation.nature est ae
    lorsque   existe un montant de autorisation.fiche tel que montant.nature est subvention-versée
    soit      engageable = somme de montant.valeur pour montant de autorisation.fiche tel que montant.section est fonctionnement et montant.nature n'est pas subvention-versée
    exige     autorisation.total <= engageable
    sur       autorisation.total
    message   fr "« {autorisation} » engage {autorisation.total}, et sa fiche n'a que {engageable} de fonctionnement hors subventions versées."
              en "\"{authorisation}\" commits {authorisation.total}, and its sheet has {engageable} of operating costs without grants only."
    aide      fr "Si le bénéficiaire est privé, sortez sa subvention de l'autorisation ; s'il est public, rien n'est à faire."
              en "Where the grant goes to a private body, take it out of the authorisation; where it is public, nothing is to be done."
    signale sur ae-mediation {
      collectivité v "Ville" {
        nature commune
      }
      objectif g "Médiation" {
        budget {
          investissement 2027: 100 000 €
          fonctionnement 2027: 60 000 €
          fonctionnement 2028: 40 000 € {
            nature subvention-versée
          }
        }
        autorisation ae-mediation "AE Médiation" {
          nature ae
          total  60 001 €
        }
      }
    }
    accepte {
      collectivité v "Ville" {
        nature commune
        pays   "France"
      }
      objectif g "Médiation" {
        budget {
          fonctionnement 2027: 60 000 €
          fonctionnement 2028: 40 000 € {
            nature subvention-versée
          }
        }
        autorisation ae-mediation "AE Médiation" {
          nature ae
          total  60 000 €
        }
      }
    }
    accepte {
      collectivité v "Ville" {
        nature commune
        pays   "FR"
      }
      objectif g "Médiation" {
        budget {
          fonctionnement 2027: 60 000 €
          fonctionnement 2028: 40 000 € {
            nature subvention-versée
          }
        }
        autorisation ae-mediation "AE Médiation" {
          nature ae
          total  60 000 €
        }
      }
    }
    indécis faute de nature {
      collectivité v "Ville"
      objectif g "Médiation" {
        budget {
          fonctionnement 2027: 60 000 €
          fonctionnement 2028: 40 000 € {
            nature subvention-versée
          }
        }
        autorisation ae-mediation "AE Médiation" {
          nature ae
          total  60 001 €
        }
      }
    }
    indécis faute de total {
      collectivité v "Ville" {
        nature commune
      }
      objectif g "Médiation" {
        budget {
          fonctionnement 2028: 40 000 € {
            nature subvention-versée
          }
        }
        autorisation ae-mediation "AE Médiation" {
          nature ae
        }
      }
    }
    sans-objet {
      collectivité v "Département" {
        nature département
      }
      objectif g "Médiation" {
        budget {
          fonctionnement 2028: 40 000 € {
            nature subvention-versée
          }
        }
        autorisation ae-mediation "AE Médiation" {
          nature ae
          total  40 000 €
        }
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature commune
      }
      objectif g "Médiation" {
        budget {
          fonctionnement 2028: 40 000 € {
            nature subvention-versée
          }
        }
        autorisation ap-mediation "AP Médiation" {
          nature ap
          total  40 000 €
        }
      }
      autorisation ae-mediation "AE Médiation" {
        nature ae
        total  40 000 €
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature commune
      }
      objectif g "Médiation" {
        budget {
          fonctionnement 2028: 40 000 €
        }
        autorisation ae-mediation "AE Médiation" {
          nature ae
          total  50 000 €
        }
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature commune
        pays   "Suisse"
      }
      objectif g "Médiation" {
        budget {
          fonctionnement 2028: 40 000 € {
            nature subvention-versée
          }
        }
        autorisation ae-mediation "AE Médiation" {
          nature ae
          total  40 000 €
        }
      }
    }
  }

  règle révision-votée {
    aussi     revision-voted
    code      FIN-10
    titre     fr "Une autorisation n'est révisée que par une délibération"
              en "An authorisation is revised by a deliberation only"
    pourquoi  fr "Seule l'assemblée peut modifier une autorisation de programme : sans délibération, les crédits nouveaux ne peuvent être payés."
              en "The council alone can change an authorisation: without a deliberation the new credits cannot be paid."
    gravité   avertissement
    source    cgct-l2311-3
    chaque    autorisation
    lorsque   existe autorisation.révisions
    exige     aucune révision de l'autorisation telle que n'existe pas révision.décision
    message   fr "« {autorisation} » est révisée, et aucune délibération n'est citée."
              en "\"{authorisation}\" is revised, and no deliberation is cited."
    aide      fr "Écrivez la décision (`décision revision \"…\" au …`), puis citez-la dans la révision : `par revision`."
              en "Write the decision (`decision revision \"…\" on …`), then cite it in the revision: `by revision`."
    signale sur reseau {
      collectivité v        "Ville"
      décision     revision "Révision de l'AP" au 2028-03-15
      autorisation reseau "AP Réseau" {
        total 300 000 €
        révision au 2028-03-15 {
          par revision
        }
        révision au 2029-03-15 {
          total 400 000 €
        }
      }
    }
    accepte {
      décision revision "Révision de l'AP" au 2028-03-15
      autorisation reseau "AP Réseau" {
        total 300 000 €
        révision au 2028-03-15 {
          par revision
        }
      }
      collectivité v "Ville" {
        pays "France"
      }
    }
    accepte {
      décision revision "Révision de l'AP" au 2028-03-15
      autorisation reseau "AP Réseau" {
        total 300 000 €
        révision au 2028-03-15 {
          par revision
        }
      }
      collectivité v "Ville" {
        pays "FR"
      }
    }
    sans-objet {
      autorisation reseau "AP Réseau" {
        total 300 000 €
      }
    }
    sans-objet {
      collectivité v "Ville" {
        pays "Suisse"
      }
      autorisation reseau "AP Réseau" {
        total 300 000 €
        révision au 2029-03-15 {
          total 400 000 €
        }
      }
    }
  }

  règle plan-de-financement-complet {
    aussi     complete-funding-plan
    code      FIN-11
    titre     fr "Un plan de financement qui dit la part propre couvre l'investissement"
              en "A funding plan that tells the own share covers the investment"
    pourquoi  fr "Le budget se vote en équilibre réel : une dépense sans ressource ne peut être inscrite."
              en "The budget is voted in real balance: spending without a resource cannot be entered."
    gravité   erreur
    source    cgct-l1612-4
    chaque    fiche
    lorsque   existe un financement de la fiche tel que financement.source contient "autofinancement" ou financement.source contient "fonds propres"
    soit      trouvé = somme de financement.valeur pour financement de la fiche tel que financement.état n'est pas refusé
    exige     trouvé >= fiche.investissement
    sur       fiche.budget
    message   fr "« {fiche} » investit {fiche.investissement}, et son plan de financement, part propre comprise, n'apporte que {trouvé}."
              en "\"{sheet}\" invests {sheet.investment}, and its funding plan, own share included, brings {trouvé} only."
    aide      fr "Augmentez l'autofinancement, trouvez un financeur, ou réduisez l'investissement."
              en "Raise the own share, find a funder, or reduce the investment."
    signale sur g {
      collectivité v "Ville"
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
        financement {
          "DSIL"            60 000 € acquis
          "Autofinancement" 39 999 €
        }
      }
    }
    signale sur g {
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
        financement {
          "DSIL"          60 000 € refusé
          "Fonds propres" 40 000 €
        }
      }
      collectivité v "Ville" {
        pays "France"
      }
    }
    accepte {
      collectivité v "Ville" {
        pays "FR"
      }
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
          fonctionnement 2028: 10 000 €
        }
        financement {
          "DSIL"            60 000 € acquis
          "Autofinancement" 40 000 €
        }
      }
    }
    sans-objet {
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
        financement {
          "DSIL" 60 000 € acquis
        }
      }
    }
    sans-objet {
      collectivité v "Ville" {
        pays "Suisse"
      }
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
        financement {
          "Autofinancement" 40 000 €
        }
      }
    }
  }

  règle part-du-porteur {
    aussi     share-of-the-carrier
    code      FIN-11b
    titre     fr "Un plan de financement qui cite celui qui porte la fiche couvre son coût"
              en "A funding plan that cites who carries the sheet covers its cost"
    pourquoi  fr "Quand celui qui porte l'action est lui-même parmi les financeurs, le plan de financement est complet : ce qui y manque n'est payé par personne."
              en "Where the carrier of the action is among the funders, the funding plan is whole: what it lacks is paid by nobody."
    gravité   avertissement
    chaque    fiche
    lorsque   existe fiche.pilote.titre
    lorsque   existe un financement de la fiche tel que fiche.pilote.titre contient financement.source
    soit      trouvé = somme de financement.valeur pour financement de la fiche tel que financement.état n'est pas refusé
    exige     trouvé >= fiche.coût
    sur       fiche.budget
    message   fr "« {fiche} » coûte {fiche.coût} et ses financeurs, dont celui qui la porte, n'en apportent que {trouvé}."
              en "\"{sheet}\" costs {sheet.cost}, and its funders, its carrier among them, bring only {trouvé}."
    aide      fr "Nommez qui paie le reste, ou corrigez le coût."
              en "Name who pays the rest, or correct the cost."
    signale sur zone, halle {
      partenaire ccll "Communauté de communes du Lévézou"
      objectif zone "Zone d'activité" {
        pilote ccll
        budget {
          investissement 2027: 100 k€
        }
        financement {
          "Communauté de communes" 40 k€ acquis
          "État"                   59 999 € acquis
        }
      }
      objectif halle "Halle" {
        pilote ccll
        budget {
          investissement 2027: 100 k€
        }
        financement {
          "Communauté de communes" 40 k€ acquis
          "État"                   60 k€ refusé
        }
      }
      objectif gare "Gare" {
        pilote ccll
        budget {
          investissement 2027: 100 k€
        }
        financement {
          "État" 60 k€ acquis
        }
      }
    }
    accepte {
      partenaire ccll "Communauté de communes du Lévézou"
      objectif zone "Zone d'activité" {
        pilote ccll
        budget {
          investissement 2027: 100 k€
        }
        financement {
          "Communauté de communes" 40 k€ acquis
          "État"                   60 k€ acquis
        }
      }
    }
    sans-objet {
      partenaire ccll "Communauté de communes du Lévézou"
      objectif gare "Gare" {
        pilote ccll
        budget {
          investissement 2027: 100 k€
        }
        financement {
          "État" 60 k€ acquis
        }
      }
      objectif port "Port" {
        budget {
          investissement 2027: 100 k€
        }
        financement {
          "État" 60 k€ acquis
        }
      }
    }
  }

  règle débat-avant-l-autorisation {
    aussi     debate-before-authorisation
    code      FIN-12
    titre     fr "Une autorisation de programme est ouverte après le débat d'orientation budgétaire"
              en "A programme authorisation is opened after the debate on the budget's orientations"
    pourquoi  fr "Les engagements pluriannuels se présentent dans le rapport d'orientation budgétaire : une autorisation qui n'y figure pas surprend l'assemblée."
              en "Commitments over several years are presented in the report on orientations: one that is not in it takes the council by surprise."
    gravité   avertissement
    source    cgct-l2312-1
    applicable si collectivité.nature n'est pas commune ou collectivité.population >= population-du-débat
    chaque    autorisation
    lorsque   autorisation.nature est ap
    lorsque   existe autorisation.date
    soit      débats = liste des décisions telles que existe décision.titre et décision.titre contient "orientation" et décision.titre contient "budgétaire"
    lorsque   débats n'est pas vide
    exige     existe une décision parmi débats telle que décision.séance <= autorisation.date
    sur       autorisation.date
    message   fr "« {autorisation} » est ouverte ({autorisation.date}) avant le débat d'orientation budgétaire."
              en "\"{authorisation}\" is opened ({authorisation.date}) before the debate on the budget's orientations."
    aide      fr "Présentez l'autorisation dans le rapport d'orientation budgétaire, et ouvrez-la après le débat."
              en "Present the authorisation in the report on orientations, and open it after the debate."
    signale sur reseau {
      collectivité v "Ville" {
        nature     commune
        population 3 500
        pays       "France"
      }
      décision dob "Débat d'orientation budgétaire" au 2027-02-10 {
        séances 2027-02-10
      }
      décision "Orientations de la stratégie" au 2027-01-10 {
        séances 2027-01-10
      }
      décision "Décision budgétaire modificative" au 2027-01-10 {
        séances 2027-01-10
      }
      autorisation reseau "AP Réseau" au 2027-02-09 {
        nature ap
      }
    }
    signale sur reseau {
      collectivité v "Agglomération" {
        nature epci
      }
      décision dob "Rapport sur les orientations budgétaires" au 2027-02-10 {
        séances 2027-02-10
      }
      autorisation reseau "AP Réseau" au 2027-02-09 {
        nature ap
      }
    }
    accepte {
      collectivité v "Ville" {
        pays       "FR"
        nature     commune
        population 3 500
      }
      décision dob "Débat d'orientation budgétaire" au 2027-02-10 {
        séances 2027-02-10
      }
      décision dob-suivant "Débat d'orientation budgétaire" au 2028-02-10 {
        séances 2028-02-10
      }
      autorisation reseau "AP Réseau" au 2027-02-10 {
        nature ap
      }
    }
    indécis faute de population {
      collectivité v "Ville" {
        nature commune
      }
      décision dob "Débat d'orientation budgétaire" au 2027-02-10 {
        séances 2027-02-10
      }
      autorisation reseau "AP Réseau" au 2027-02-09 {
        nature ap
      }
    }
    indécis faute de séance {
      collectivité v "Ville" {
        nature     commune
        population 3 500
      }
      décision dob "Débat d'orientation budgétaire"
      autorisation reseau "AP Réseau" au 2027-02-09 {
        nature ap
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature     commune
        population 3 499
      }
      décision dob "Débat d'orientation budgétaire" au 2027-02-10 {
        séances 2027-02-10
      }
      autorisation reseau "AP Réseau" au 2027-02-09 {
        nature ap
      }
    }
    sans-objet {
      collectivité v "Agglomération" {
        nature epci
      }
      décision dob "Débat d'orientation budgétaire" au 2027-02-10 {
        séances 2027-02-10
      }
      autorisation etudes "AE Études" au 2027-02-09 {
        nature ae
      }
      autorisation reseau "AP Réseau" {
        nature ap
      }
    }
    sans-objet {
      collectivité v "Agglomération" {
        nature epci
      }
      décision "Orientations de la stratégie" au 2027-02-10 {
        séances 2027-02-10
      }
      autorisation reseau "AP Réseau" au 2027-02-09 {
        nature ap
      }
    }
    sans-objet {
      collectivité v "Agglomération" {
        nature epci
        pays   "Suisse"
      }
      décision dob "Débat d'orientation budgétaire" au 2027-02-10 {
        séances 2027-02-10
      }
      autorisation reseau "AP Réseau" au 2027-02-09 {
        nature ap
      }
    }
  }

  règle aides-sollicitées {
    aussi     aid-only-sought
    code      FIN-14
    titre     fr "Le plan ne repose pas trop sur des aides encore sollicitées"
              en "The plan does not rest too much on aid that is only sought"
    pourquoi  fr "Une aide sollicitée n'est pas acquise : si elle est refusée, la collectivité paie ou renonce en cours de route."
              en "Aid that is sought is not secured: where it is refused, the authority pays or gives up half-way."
    gravité   avertissement
    source    plans-de-financement
    paramètre plafond = 30 % {
      aussi     ceiling
    }
    soit      en-attente = somme de financement.valeur pour financement tel que financement.état est sollicité
    lorsque   en-attente > 0 €
    exige     en-attente <= stratégie.demandé * plafond
    sur       stratégie
    message   fr "{en-attente} d'aides sont encore sollicitées, pour un plan de {stratégie.demandé} : plus de {plafond}."
              en "{en-attente} of aid is only sought, for a plan of {strategy.asked}: more than {plafond}."
    aide      fr "Obtenez les notifications avant de lancer les marchés, ou dites ce que vous ferez sans ces aides (un `risque`, une action reportée)."
              en "Get the grants notified before tendering, or say what is done without them (a `risk`, an action postponed)."
    signale sur stratégie {
      collectivité v "Ville"
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
        financement {
          "DSIL" 30 001 € sollicité
        }
      }
    }
    signale sur stratégie {
      objectif g "Guichet" {
        budget {
          investissement 2027: 1 €
        }
        financement {
          "DSIL" 1 € sollicité
        }
      }
      collectivité v "Ville" {
        pays "France"
      }
    }
    accepte {
      collectivité v "Ville" {
        pays "FR"
      }
      objectif g "Guichet" {
        budget {
          investissement 2027: 60 000 €
          fonctionnement 2028: 10 000 €
        }
        financement {
          "DSIL"   30 000 € sollicité
          "Région" 20 000 € acquis
        }
      }
      objectif h "Portail" {
        budget {
          investissement 2027: 30 000 €
        }
      }
    }
    sans-objet {
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
        financement {
          "DSIL" 60 000 € acquis
        }
      }
    }
    sans-objet {
      collectivité v "Ville" {
        pays "Suisse"
      }
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
        financement {
          "DSIL" 30 001 € sollicité
        }
      }
    }
  }

  règle detr-réservée {
    aussi     detr-reserved
    code      FIN-15
    titre     fr "Une région ou une métropole ne compte pas sur la DETR"
              en "A region or a metropole does not count on the DETR"
    pourquoi  fr "La dotation d'équipement des territoires ruraux a des conditions de taille et de richesse : la demande serait écartée."
              en "The grant for rural territories has conditions of size and wealth: the request would be turned down."
    gravité   avertissement
    source    dotations-d-investissement
    chaque    fiche
    lorsque   existe un financement de la fiche tel que financement.source contient "DETR"
    exige     collectivité.nature hors de [région, métropole]
    message   fr "« {fiche} » compte sur la DETR, qu'une région ou une métropole ne peut pas demander."
              en "\"{sheet}\" counts on the DETR, which a region or a metropole cannot ask for."
    aide      fr "Remplacez-la par un autre financeur : FEDER, France 2030, Banque des territoires, ou DSIL pour une métropole."
              en "Replace it by another funder: FEDER, France 2030, Banque des territoires, or DSIL for a metropole."
    signale sur g {
      collectivité v "Région" {
        nature région
        pays   "France"
      }
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
        financement {
          "DETR 2027" 30 000 € sollicité
          "FEDER"     30 000 € sollicité
        }
      }
    }
    signale sur g {
      collectivité v "Métropole" {
        nature métropole
      }
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
        financement {
          "DETR" 30 000 € sollicité
        }
      }
    }
    accepte {
      collectivité v "Ville" {
        pays   "FR"
        nature commune
      }
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
        financement {
          "DETR" 30 000 € sollicité
        }
      }
    }
    indécis faute de nature {
      collectivité v "Ville"
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
        financement {
          "DETR" 30 000 € sollicité
        }
      }
    }
    sans-objet {
      collectivité v "Région" {
        nature région
      }
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
        financement {
          "DSIL" 30 000 € sollicité
        }
      }
    }
    sans-objet {
      collectivité v "Région" {
        nature région
        pays   "Suisse"
      }
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
        financement {
          "DETR" 30 000 € sollicité
        }
      }
    }
  }

  règle achat-hors-taxes {
    aussi     purchase-without-tax
    code      FIN-16
    titre     fr "Un achat dit s'il est hors taxes ou toutes taxes comprises"
              en "A purchase says whether it is with or without tax"
    pourquoi  fr "Les seuils des marchés publics se comparent hors taxes, et le budget toutes taxes comprises : sans marque, un achat peut suivre la mauvaise procédure."
              en "Thresholds of procurement are compared without tax, and budgets with it: without a mark, a purchase may follow the wrong procedure."
    gravité   avertissement
    source    montants-ht-et-ttc
    chaque    fiche
    lorsque   existe fiche.achat
    exige     connu fiche.achat.ht
    sur       fiche.achat
    message   fr "L'achat de « {fiche} » ne dit pas s'il est hors taxes."
              en "The purchase of \"{sheet}\" does not say whether it is without tax."
    aide      fr "Ajoutez la marque derrière le montant, par exemple `achat 90 k€ HT`."
              en "Add the mark behind the amount, for instance `purchase 90 k€ HT`."
    signale sur g {
      collectivité v "Ville"
      objectif g "Guichet" {
        achat 90 000 €
      }
      objectif h "Portail" {
        achat 90 000 € HT
      }
    }
    accepte {
      objectif g "Guichet" {
        achat 90 000 € HT
      }
      objectif h "Portail" {
        achat 108 000 € TTC
      }
      collectivité v "Ville" {
        pays "France"
      }
    }
    accepte {
      objectif g "Guichet" {
        achat 90 000 € HT
      }
      objectif h "Portail" {
        achat 108 000 € TTC
      }
      collectivité v "Ville" {
        pays "FR"
      }
    }
    sans-objet {
      objectif g "Guichet" {
        budget {
          investissement 2027: 90 000 €
        }
      }
    }
    sans-objet {
      collectivité v "Ville" {
        pays "Suisse"
      }
      objectif g "Guichet" {
        achat 90 000 €
      }
    }
  }

  règle investissement-du-ppi {
    aussi     investment-within-ppi
    code      FIN-17
    titre     fr "L'investissement de chaque année tient dans le programme pluriannuel"
              en "The investment of each year fits the multi-year investment plan"
    pourquoi  fr "Le programme pluriannuel d'investissement n'est pas un vote, mais ce qui le dépasse devra être arbitré contre d'autres équipements."
              en "The multi-year investment plan is no vote, but what exceeds it will have to be weighed against other equipment."
    gravité   avertissement
    source    programme-pluriannuel
    chaque    exercice
    lorsque   existe exercice.trajectoire
    exige     exercice.investissement <= exercice.trajectoire
    message   fr "{exercice.année} : {exercice.investissement} d'investissement, pour {exercice.trajectoire} au programme pluriannuel."
              en "{fiscal-year.year}: {fiscal-year.investment} of investment, for {fiscal-year.trajectory} in the multi-year plan."
    aide      fr "Étalez un investissement, trouvez un financement, ou faites réviser le programme pluriannuel."
              en "Spread an investment, find funding, or have the multi-year plan revised."
    signale sur 2028 {
      collectivité v "Ville"
      stratégie "Stratégie" {
        période 2027-01 .. 2032-12
        trajectoire {
          investissement 2027 .. 2028: 100 000 €
        }
      }
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €, 2028: 60 000 €
        }
      }
      objectif h "Portail" {
        budget {
          investissement 2028: 40 001 €
        }
      }
    }
    accepte {
      stratégie "Stratégie" {
        période 2027-01 .. 2032-12
        trajectoire {
          investissement 2027: 100 000 €
        }
      }
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €, 2028: 60 000 €
          fonctionnement 2027: 10 000 €
        }
      }
      collectivité v "Ville" {
        pays "France"
      }
    }
    accepte {
      stratégie "Stratégie" {
        période 2027-01 .. 2032-12
        trajectoire {
          investissement 2027: 100 000 €
        }
      }
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €, 2028: 60 000 €
          fonctionnement 2027: 10 000 €
        }
      }
      collectivité v "Ville" {
        pays "FR"
      }
    }
    sans-objet {
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 000 €
        }
      }
    }
    sans-objet {
      collectivité v "Ville" {
        pays "Suisse"
      }
      stratégie "Stratégie" {
        période 2027-01 .. 2032-12
        trajectoire {
          investissement 2027: 100 000 €
        }
      }
      objectif g "Guichet" {
        budget {
          investissement 2027: 100 001 €
        }
      }
    }
  }
}
