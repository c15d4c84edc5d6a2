// What the council votes: whether a deliberation about the plan would stand.
//
// A deliberation is a decision of the kind `adoption`, `création` or `révision`; opinions and reviews are not judged here.

utiliser std.law.council

recueil council "Délibérations" {
  aussi     délibérations
  applicable si n'existe pas collectivité.pays ou collectivité.pays = "France" ou collectivité.pays = "FR"

  règle convocation {
    aussi     notice-of-meeting
    code      DEL-01
    titre     fr "L'assemblée est convoquée dans les délais"
              en "The council is convened in time"
    pourquoi  fr "Une convocation trop tardive rend la délibération irrégulière : elle peut être annulée."
              en "A notice given too late makes the deliberation irregular: it can be annulled."
    gravité   erreur
    source    cgct-l2121-12, cgct-l2121-11, cgct-l3121-19, cgct-l4132-18, ce-13-octobre-1993
    applicable si collectivité.nature parmi [commune, département, région]
    chaque    décision
    lorsque   décision.nature parmi [adoption, création, révision]
    lorsque   non décision.urgence
    // Douze jours suffisent à tous : ni la nature ni la population ne manquent alors.
    exige l'une {
      décision.séance >= décision.convocation + délai-des-rapports
      collectivité.nature est commune et décision.séance >= décision.convocation + délai-des-grandes-communes
      collectivité.nature est commune et collectivité.population < population-de-la-note et décision.séance >= décision.convocation + délai-des-petites-communes
    }
    sur       décision.convocation
    message   fr "« {décision} » : le délai n'est pas tenu entre la convocation ({décision.convocation}) et la séance ({décision.séance})."
              en "\"{decision}\": the time between the notice ({decision.convened}) and the session ({decision.session}) is too short."
    aide      fr "Convoquez plus tôt, ou siégez le {décision.convocation + délai-des-grandes-communes} au plus tôt ; le {décision.convocation + délai-des-petites-communes} sous {population-de-la-note} habitants, le {décision.convocation + délai-des-rapports} pour un département ou une région."
              en "Convene earlier, or sit on {decision.convened + délai-des-grandes-communes} at the earliest; on {decision.convened + délai-des-petites-communes} below {population-de-la-note} inhabitants, on {decision.convened + délai-des-rapports} for a department or a region."
    signale sur vote {
      collectivité v "Ville" {
        nature     commune
        population 3 500
        pays       "France"
      }
      décision vote "Adoption" au 2026-12-06 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-06
      }
    }
    signale sur vote {
      collectivité v "Ville" {
        nature     commune
        population 3 499
      }
      décision vote "Création du service" au 2026-12-04 {
        nature      création
        convoqué le 2026-12-01
        séances     2026-12-04
      }
      décision avis "Avis du comité" au 2026-12-02 {
        nature      avis
        convoqué le 2026-12-01
        séances     2026-12-02
      }
      décision bilan "Bilan annuel" au 2026-12-02 {
        nature      bilan
        convoqué le 2026-12-01
        séances     2026-12-02
      }
    }
    signale sur vote {
      collectivité v "Département" {
        nature     département
        population 3 000
      }
      décision vote "Révision" au 2026-12-12 {
        nature      révision
        convoqué le 2026-12-01
        séances     2026-12-12
      }
    }
    signale sur vote {
      collectivité v "Région" {
        nature région
      }
      décision vote "Adoption" au 2026-12-12 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-12
      }
    }
    accepte {
      collectivité v "Ville" {
        nature     commune
        population 3 500
      }
      décision vote "Adoption" au 2026-12-07 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-07
      }
    }
    accepte {
      collectivité v "Ville" {
        nature commune
      }
      décision vote "Adoption" au 2026-12-07 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-07
      }
    }
    accepte {
      collectivité v "Ville" {
        nature     commune
        population 3 499
      }
      décision vote "Adoption" au 2026-12-05 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-05
      }
    }
    accepte {
      collectivité v "Département" {
        pays   "FR"
        nature département
      }
      décision vote "Adoption" au 2026-12-13 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-13
      }
    }
    indécis faute de population {
      collectivité v "Ville" {
        nature commune
      }
      décision vote "Adoption" au 2026-12-05 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-05
      }
    }
    indécis faute de convocation {
      collectivité v "Ville" {
        nature     commune
        population 3 500
      }
      décision vote "Adoption" au 2026-12-05 {
        nature  adoption
        séances 2026-12-05
      }
    }
    indécis faute de nature {
      collectivité v "Ville"
      décision vote "Adoption" au 2026-12-02 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-02
      }
    }
    sans-objet {
      collectivité v "Agglomération" {
        nature epci
      }
      décision vote "Adoption" au 2026-12-02 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-02
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature     commune
        population 3 500
      }
      décision vote "Adoption" au 2026-12-03 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-03
        urgence
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature     commune
        population 3 500
        pays       "Suisse"
      }
      décision vote "Adoption" au 2026-12-03 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-03
      }
    }
  }

  règle convocation-d-un-groupement {
    aussi     notice-of-a-grouping
    code      DEL-01b
    titre     fr "L'assemblée d'un groupement est convoquée trois jours francs avant au moins"
              en "The assembly of a grouping is convened three clear days before at least"
    pourquoi  fr "Le délai d'un groupement est celui de sa plus grande commune : jamais moins que celui des petites communes."
              en "The notice of a grouping is that of its largest commune: never less than that of small communes."
    gravité   erreur
    source    cgct-l5211-1, cgct-l2121-11, ce-13-octobre-1993
    applicable si collectivité.nature parmi [epci, métropole, syndicat]
    chaque    décision
    lorsque   décision.nature parmi [adoption, création, révision]
    lorsque   non décision.urgence
    exige     décision.séance >= décision.convocation + délai-des-petites-communes
    sur       décision.convocation
    message   fr "« {décision} » : le délai n'est pas tenu entre la convocation ({décision.convocation}) et la séance ({décision.séance})."
              en "\"{decision}\": the time between the notice ({decision.convened}) and the session ({decision.session}) is too short."
    aide      fr "Convoquez plus tôt, ou siégez le {décision.convocation + délai-des-petites-communes} au plus tôt ; le {décision.convocation + délai-des-grandes-communes} si une commune membre compte {population-de-la-note} habitants."
              en "Convene earlier, or sit on {decision.convened + délai-des-petites-communes} at the earliest; on {decision.convened + délai-des-grandes-communes} where a member commune has {population-de-la-note} inhabitants."
    signale sur vote {
      collectivité v "Agglomération" {
        nature epci
        pays   "France"
      }
      décision vote "Adoption" au 2026-12-04 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-04
      }
      décision avis "Avis du comité" au 2026-12-02 {
        nature      avis
        convoqué le 2026-12-01
        séances     2026-12-02
      }
    }
    signale sur vote {
      collectivité v "Métropole" {
        nature métropole
      }
      décision vote "Création" au 2026-12-04 {
        nature      création
        convoqué le 2026-12-01
        séances     2026-12-04
      }
    }
    signale sur vote {
      collectivité v "Syndicat" {
        nature syndicat
      }
      décision vote "Révision" au 2026-12-04 {
        nature      révision
        convoqué le 2026-12-01
        séances     2026-12-04
      }
    }
    accepte {
      collectivité v "Agglomération" {
        pays   "FR"
        nature epci
      }
      décision vote "Adoption" au 2026-12-05 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-05
      }
    }
    indécis faute de convocation {
      collectivité v "Agglomération" {
        nature epci
      }
      décision vote "Adoption" au 2026-12-05 {
        nature  adoption
        séances 2026-12-05
      }
    }
    indécis faute de nature {
      collectivité v "Ville"
      décision vote "Adoption" au 2026-12-04 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-04
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature commune
      }
      décision vote "Adoption" au 2026-12-04 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-04
      }
    }
    sans-objet {
      collectivité v "Agglomération" {
        nature epci
      }
      décision vote "Adoption" au 2026-12-04 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-04
        urgence
      }
    }
    sans-objet {
      collectivité v "Agglomération" {
        nature epci
        pays   "Suisse"
      }
      décision vote "Adoption" au 2026-12-04 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-04
      }
    }
  }

  règle convocation-à-vérifier {
    aussi     notice-to-be-checked
    code      DEL-01c
    titre     fr "L'assemblée d'un groupement est convoquée cinq jours francs avant, si sa plus grande commune l'exige"
              en "The assembly of a grouping is convened five clear days before, where its largest commune asks for it"
    pourquoi  fr "Dès qu'une commune membre atteint le seuil, le délai des grandes communes vaut pour tout le groupement."
              en "Once a member commune reaches the threshold, the notice of large communes holds for the whole grouping."
    gravité   conseil
    source    cgct-l5211-1, cgct-l2121-12, ce-13-octobre-1993
    applicable si collectivité.nature parmi [epci, métropole, syndicat]
    chaque    décision
    lorsque   décision.nature parmi [adoption, création, révision]
    lorsque   non décision.urgence
    lorsque   décision.séance >= décision.convocation + délai-des-petites-communes
    exige     décision.séance >= décision.convocation + délai-des-grandes-communes
    sur       décision.convocation
    message   fr "« {décision} » : convocation ({décision.convocation}) trop tardive pour la séance ({décision.séance}) si une commune membre compte {population-de-la-note} habitants."
              en "\"{decision}\": the notice ({decision.convened}) is too late for the session ({decision.session}) where a member commune has {population-de-la-note} inhabitants."
    aide      fr "Vérifiez la population de la plus grande commune membre ; dans le doute, siégez le {décision.convocation + délai-des-grandes-communes} au plus tôt."
              en "Check the population of the largest member commune; where in doubt, sit on {decision.convened + délai-des-grandes-communes} at the earliest."
    signale sur vote {
      collectivité v "Agglomération" {
        nature epci
        pays   "France"
      }
      décision vote "Adoption" au 2026-12-06 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-06
      }
      décision avis "Avis du comité" au 2026-12-06 {
        nature      avis
        convoqué le 2026-12-01
        séances     2026-12-06
      }
    }
    signale sur vote {
      collectivité v "Métropole" {
        nature métropole
      }
      décision vote "Création" au 2026-12-05 {
        nature      création
        convoqué le 2026-12-01
        séances     2026-12-05
      }
    }
    signale sur vote {
      collectivité v "Syndicat" {
        nature syndicat
      }
      décision vote "Révision" au 2026-12-06 {
        nature      révision
        convoqué le 2026-12-01
        séances     2026-12-06
      }
    }
    accepte {
      collectivité v "Agglomération" {
        pays   "FR"
        nature epci
      }
      décision vote "Adoption" au 2026-12-07 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-07
      }
    }
    indécis faute de convocation {
      collectivité v "Agglomération" {
        nature epci
      }
      décision vote "Adoption" au 2026-12-06 {
        nature  adoption
        séances 2026-12-06
      }
    }
    indécis faute de nature {
      collectivité v "Ville"
      décision vote "Adoption" au 2026-12-06 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-06
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature commune
      }
      décision vote "Adoption" au 2026-12-06 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-06
      }
    }
    sans-objet {
      collectivité v "Agglomération" {
        nature epci
      }
      décision vote "Adoption" au 2026-12-06 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-06
        urgence
      }
      décision tardif "Révision" au 2026-12-04 {
        nature      révision
        convoqué le 2026-12-01
        séances     2026-12-04
      }
    }
    sans-objet {
      collectivité v "Agglomération" {
        nature epci
        pays   "Suisse"
      }
      décision vote "Adoption" au 2026-12-06 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-06
      }
    }
  }

  règle convocation-en-urgence {
    aussi     urgent-notice
    code      DEL-01d
    titre     fr "Même en urgence, un jour franc sépare la convocation de la séance"
              en "Even in urgency, a clear day lies between the notice and the session"
    pourquoi  fr "L'urgence raccourcit le délai, elle ne le supprime pas, et le conseil se prononce sur elle dès l'ouverture."
              en "Urgency shortens the notice, it does not remove it, and the council rules on it at the opening."
    gravité   erreur
    source    cgct-l2121-12, ce-13-octobre-1993
    applicable si collectivité.nature hors de [département, région]
    chaque    décision
    lorsque   décision.nature parmi [adoption, création, révision]
    lorsque   décision.urgence
    exige     décision.séance >= décision.convocation + délai-d-urgence
    sur       décision.convocation
    message   fr "« {décision} » : il manque un jour franc entre la convocation en urgence ({décision.convocation}) et la séance ({décision.séance})."
              en "\"{decision}\": a clear day is missing between the urgent notice ({decision.convened}) and the session ({decision.session})."
    aide      fr "Siégez le {décision.convocation + délai-d-urgence} au plus tôt : ni le jour de l'envoi ni celui de la séance ne comptent."
              en "Sit on {decision.convened + délai-d-urgence} at the earliest: neither the day of sending nor that of the session counts."
    signale sur vote {
      collectivité v "Ville" {
        nature commune
        pays   "France"
      }
      décision vote "Adoption" au 2026-12-02 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-02
        urgence
      }
      décision avis "Avis du comité" au 2026-12-02 {
        nature      avis
        convoqué le 2026-12-01
        séances     2026-12-02
        urgence
      }
    }
    signale sur creation, revision {
      collectivité v "Ville" {
        nature epci
      }
      décision creation "Création" au 2026-12-02 {
        nature      création
        convoqué le 2026-12-01
        séances     2026-12-02
        urgence
      }
      décision revision "Révision" au 2026-12-02 {
        nature      révision
        convoqué le 2026-12-01
        séances     2026-12-02
        urgence
      }
    }
    accepte {
      collectivité v "Ville" {
        pays   "FR"
        nature commune
      }
      décision vote "Adoption" au 2026-12-03 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-03
        urgence
      }
    }
    indécis faute de convocation {
      collectivité v "Ville" {
        nature commune
      }
      décision vote "Adoption" au 2026-12-03 {
        nature  adoption
        séances 2026-12-03
        urgence
      }
    }
    indécis faute de nature {
      collectivité v "Ville"
      décision vote "Adoption" au 2026-12-02 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-02
        urgence
      }
    }
    sans-objet {
      collectivité v "Département" {
        nature département
      }
      décision vote "Adoption" au 2026-12-02 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-02
        urgence
      }
    }
    sans-objet {
      collectivité v "Région" {
        nature région
      }
      décision vote "Adoption" au 2026-12-02 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-02
        urgence
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature commune
      }
      décision vote "Adoption" au 2026-12-02 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-02
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature commune
        pays   "Suisse"
      }
      décision vote "Adoption" au 2026-12-02 {
        nature      adoption
        convoqué le 2026-12-01
        séances     2026-12-02
        urgence
      }
    }
  }

  règle note-de-synthèse {
    aussi     explanatory-note
    code      DEL-02
    titre     fr "Une note explicative de synthèse accompagne la convocation"
              en "An explanatory note goes with the notice"
    pourquoi  fr "Son absence rend la délibération irrégulière, sauf si un autre document donne la même information."
              en "Without it the deliberation is irregular, unless another document gives the same information."
    gravité   erreur
    source    cgct-l2121-12
    paramètre mention = "synthèse" {
      aussi     wording
    }
    applicable si collectivité.nature est commune
    applicable si collectivité.population >= population-de-la-note
    chaque    décision
    lorsque   décision.nature parmi [adoption, création, révision]
    lorsque   existe décision.annexes
    exige     existe une annexe de la décision telle que existe annexe.titre et annexe.titre contient mention
    message   fr "« {décision} » n'a pas de note explicative de synthèse parmi ses annexes."
              en "\"{decision}\" has no explanatory note among its annexes."
    aide      fr "Joignez-la : `annexe note \"Note explicative de synthèse\"`, puis `annexe note` dans la décision. `strategy` sait l'écrire à partir du plan."
              en "Join it: `annex note \"Note explicative de synthèse\"`, then `annex note` in the decision. `strategy` can write it from the plan."
    signale sur vote {
      collectivité v "Ville" {
        nature     commune
        population 3 500
        pays       "France"
      }
      annexe plan-finances "Plan de financement"
      annexe note          "Note explicative de synthèse"
      décision vote "Adoption" au 2026-12-14 {
        nature adoption
        annexe plan-finances
      }
      décision avis "Avis du comité" au 2026-12-07 {
        nature avis
        annexe plan-finances
      }
    }
    signale sur creation, revision {
      collectivité v "Ville" {
        nature     commune
        population 3 500
      }
      annexe plan-finances "Plan de financement"
      décision creation "Création du service" au 2026-12-14 {
        nature création
        annexe plan-finances
      }
      décision revision "Révision" au 2026-12-14 {
        nature révision
        annexe plan-finances
      }
    }
    accepte {
      collectivité v "Ville" {
        pays       "FR"
        nature     commune
        population 3 500
      }
      annexe plan-finances "Plan de financement"
      annexe note          "Note explicative de synthèse"
      décision vote "Adoption" au 2026-12-14 {
        nature adoption
        annexe plan-finances, note
      }
    }
    indécis faute de population {
      collectivité v "Ville" {
        nature commune
      }
      annexe plan-finances "Plan de financement"
      décision vote "Adoption" au 2026-12-14 {
        nature adoption
        annexe plan-finances
      }
    }
    indécis faute de nature {
      collectivité v "Ville" {
        population 3 500
      }
      annexe plan-finances "Plan de financement"
      décision vote "Adoption" au 2026-12-14 {
        nature adoption
        annexe plan-finances
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature     commune
        population 3 499
      }
      annexe plan-finances "Plan de financement"
      décision vote "Adoption" au 2026-12-14 {
        nature adoption
        annexe plan-finances
      }
    }
    sans-objet {
      collectivité v "Département" {
        nature     département
        population 300 000
      }
      annexe plan-finances "Plan de financement"
      décision vote "Adoption" au 2026-12-14 {
        nature adoption
        annexe plan-finances
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature     commune
        population 3 500
      }
      décision vote "Adoption" au 2026-12-14 {
        nature adoption
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature     commune
        population 3 500
        pays       "Suisse"
      }
      annexe plan-finances "Plan de financement"
      décision vote "Adoption" au 2026-12-14 {
        nature adoption
        annexe plan-finances
      }
    }
  }

  règle visas-précis {
    aussi     precise-citations
    code      DEL-03
    titre     fr "Un texte visé l'est avec son article"
              en "A text that is cited is cited with its article"
    pourquoi  fr "« Vu le code général des collectivités territoriales » ne dit pas sur quoi l'assemblée se fonde : l'acte est plus fragile."
              en "Citing a whole code does not say what the council relies on: the act is weaker."
    gravité   avertissement
    source    forme-des-actes
    chaque    décision
    lorsque   existe décision.visas
    exige     tout visa de la décision vérifie visa.article
    message   fr "« {décision} » vise un texte sans dire quel article."
              en "\"{decision}\" cites a text without saying which article."
    aide      fr "Écrivez un visa par article, par exemple `visa \"CGCT, article L2121-29\"`."
              en "Write a citation for each article, for instance `basis \"CGCT, article L2121-29\"`."
    signale sur vote {
      collectivité v "Ville"
      décision vote "Adoption" au 2026-12-14 {
        nature adoption
        visa   "CGCT, article L2121-29", "Code général des collectivités territoriales"
      }
    }
    accepte {
      référence l2121 "Article L2121-12 du CGCT"
      décision vote "Adoption" au 2026-12-14 {
        nature adoption
        visa   "CGCT, article L2121-29", l2121
      }
      collectivité v "Ville" {
        pays "France"
      }
    }
    accepte {
      référence l2121 "Article L2121-12 du CGCT"
      décision vote "Adoption" au 2026-12-14 {
        nature adoption
        visa   "CGCT, article L2121-29", l2121
      }
      collectivité v "Ville" {
        pays "FR"
      }
    }
    sans-objet {
      décision vote "Adoption" au 2026-12-14 {
        nature adoption
      }
    }
    sans-objet {
      collectivité v "Ville" {
        pays "Suisse"
      }
      décision vote "Adoption" au 2026-12-14 {
        nature adoption
        visa   "Code général des collectivités territoriales"
      }
    }
  }

  règle effectifs {
    aussi     members-counted
    code      DEL-05
    titre     fr "Présents et représentés ne dépassent pas les membres en exercice"
              en "Present and represented members are no more than those in office"
    pourquoi  fr "Un compte impossible dans l'acte jette le doute sur le quorum et sur le vote."
              en "An impossible count in the act casts doubt on the quorum and on the vote."
    gravité   erreur
    source    cgct-l2121-15, cgct-l2121-17
    chaque    décision
    lorsque   décision.nature parmi [adoption, création, révision]
    lorsque   décision.séance <= ce-jour
    // Un plan qui ne tient pas le compte des séances n'a pas à le compléter : seul le quorum le demande.
    lorsque   connu décision.présents
    exige     décision.présents + décision.représentés <= décision.en-exercice
    sur       décision.présents
    message   fr "« {décision} » : {décision.présents} présents et {décision.représentés} représentés pour {décision.en-exercice} membres en exercice."
              en "\"{decision}\": {decision.present} present and {decision.represented} represented, for {decision.in-office} members in office."
    aide      fr "Reprenez la feuille de présence : un membre présent ou représenté ne compte qu'une fois."
              en "Go back to the attendance sheet: a member present or represented counts once only."
    signale sur vote {
      collectivité v "Ville"
      décision vote "Adoption" au 2027-01-01 {
        nature      adoption
        séances     2027-01-01
        en exercice 35
        présents    30
        représentés 6
      }
      décision suivant "Révision" au 2027-01-02 {
        nature      révision
        séances     2027-01-02
        en exercice 35
        présents    30
        représentés 6
      }
      décision avis "Avis du comité" au 2026-12-07 {
        nature      avis
        séances     2026-12-07
        en exercice 35
        présents    30
        représentés 6
      }
    }
    signale sur creation, revision {
      décision creation "Création" au 2026-12-14 {
        nature      création
        séances     2026-12-14
        en exercice 35
        présents    36
        représentés 0
      }
      décision revision "Révision" au 2026-12-14 {
        nature      révision
        séances     2026-12-14
        en exercice 35
        présents    0
        représentés 36
      }
      collectivité v "Ville" {
        pays "France"
      }
    }
    accepte {
      collectivité v "Ville" {
        pays "FR"
      }
      décision vote "Adoption" au 2026-12-14 {
        nature      adoption
        séances     2026-12-14
        en exercice 35
        présents    30
        représentés 5
      }
    }
    indécis faute de en-exercice {
      collectivité v "Ville"
      décision vote "Adoption" au 2026-12-14 {
        nature      adoption
        séances     2026-12-14
        présents    30
        représentés 5
      }
    }
    indécis faute de représentés {
      collectivité v "Ville"
      décision vote "Adoption" au 2026-12-14 {
        nature      adoption
        séances     2026-12-14
        en exercice 35
        présents    30
      }
    }
    sans-objet {
      collectivité v "Ville"
      décision vote "Adoption" au 2026-12-14 {
        nature  adoption
        séances 2026-12-14
      }
    }
    sans-objet {
      décision vote "Adoption" au 2027-02-14 {
        nature  adoption
        séances 2027-02-14
      }
    }
    sans-objet {
      collectivité v "Ville" {
        pays "Suisse"
      }
      décision vote "Adoption" au 2026-12-14 {
        nature      adoption
        séances     2026-12-14
        en exercice 35
        présents    30
        représentés 6
      }
    }
  }

  règle quorum {
    aussi     quorum-reached
    code      DEL-05b
    titre     fr "Le quorum est atteint par les seuls présents"
              en "The quorum is reached by those present alone"
    pourquoi  fr "Sans la majorité des membres en exercice présents, l'assemblée ne peut délibérer, sauf après une seconde convocation."
              en "Without a majority of the members in office present, the council cannot deliberate, but after a second call."
    gravité   erreur
    source    cgct-l2121-17
    chaque    décision
    lorsque   décision.nature parmi [adoption, création, révision]
    lorsque   décision.séance <= ce-jour
    exige     décision.présents * 2 > décision.en-exercice ou décision.seconde-convocation
    sur       décision.présents
    message   fr "« {décision} » : {décision.présents} présents pour {décision.en-exercice} membres en exercice, le quorum n'est pas atteint."
              en "\"{decision}\": {decision.present} present for {decision.in-office} members in office, the quorum is not reached."
    aide      fr "Les pouvoirs ne comptent pas dans le quorum. Convoquez une seconde fois, et écrivez `seconde convocation`."
              en "Proxies do not count for the quorum. Convene a second time, and write `second call`."
    propose   ajoute fr "seconde convocation" en "second call" dans décision
    signale sur vote {
      collectivité v "Ville"
      décision vote "Adoption" au 2027-01-01 {
        nature      adoption
        séances     2027-01-01
        en exercice 36
        présents    18
        représentés 18
      }
      décision suivant "Révision" au 2027-01-02 {
        nature      révision
        séances     2027-01-02
        en exercice 36
        présents    18
      }
      décision avis "Avis du comité" au 2026-12-07 {
        nature      avis
        séances     2026-12-07
        en exercice 36
        présents    18
      }
    }
    signale sur creation, revision {
      décision creation "Création" au 2026-12-14 {
        nature      création
        séances     2026-12-14
        en exercice 37
        présents    18
      }
      décision revision "Révision" au 2026-12-14 {
        nature      révision
        séances     2026-12-14
        en exercice 37
        présents    18
      }
      collectivité v "Ville" {
        pays "France"
      }
    }
    accepte {
      collectivité v "Ville"
      décision vote "Adoption" au 2026-12-14 {
        nature      adoption
        séances     2026-12-14
        en exercice 37
        présents    19
      }
    }
    accepte {
      collectivité v "Ville" {
        pays "FR"
      }
      décision vote "Adoption" au 2026-12-14 {
        nature              adoption
        séances             2026-12-14
        en exercice         36
        présents            3
        seconde convocation
      }
    }
    indécis faute de présents {
      collectivité v "Ville"
      décision vote "Adoption" au 2026-12-14 {
        nature      adoption
        séances     2026-12-14
        en exercice 36
      }
    }
    indécis faute de en-exercice {
      collectivité v "Ville"
      décision vote "Adoption" au 2026-12-14 {
        nature   adoption
        séances  2026-12-14
        présents 18
      }
    }
    sans-objet {
      décision vote "Adoption" au 2027-02-14 {
        nature  adoption
        séances 2027-02-14
      }
    }
    sans-objet {
      collectivité v "Ville" {
        pays "Suisse"
      }
      décision vote "Adoption" au 2026-12-14 {
        nature      adoption
        séances     2026-12-14
        en exercice 36
        présents    18
      }
    }
  }

  règle voix {
    aussi     votes-add-up
    code      DEL-05c
    titre     fr "Les voix font le nombre des votants"
              en "The votes make the number of those who could vote"
    pourquoi  fr "Un vote dont les voix ne font pas le nombre des présents et des représentés ne prouve pas la majorité."
              en "A vote whose count is not that of the members present and represented does not prove the majority."
    gravité   erreur
    source    cgct-l2121-15, cgct-l2121-20
    chaque    décision
    lorsque   décision.nature parmi [adoption, création, révision]
    lorsque   décision.séance <= ce-jour
    // Un plan qui ne tient pas le compte des séances n'a pas à le compléter : seul le quorum le demande.
    lorsque   connu décision.présents
    soit      comptées = décision.voix-pour + décision.voix-contre + décision.abstentions + décision.sans-vote
    exige     comptées = décision.présents + décision.représentés
    sur       décision.voix-pour
    message   fr "« {décision} » : pour, contre, abstentions et sans part au vote font {comptées}, pour {décision.présents} présents et {décision.représentés} représentés."
              en "\"{decision}\": for, against, abstentions and not voting make {comptées}, for {decision.present} present and {decision.represented} represented."
    aide      fr "Reprenez le décompte du vote ; qui ne prend pas part au vote s'écrit `sans vote 2`."
              en "Go back to the count of the vote; who takes no part in it is written `not voting 2`."
    signale sur vote {
      collectivité v "Ville"
      décision vote "Adoption" au 2027-01-01 {
        nature      adoption
        séances     2027-01-01
        présents    31
        représentés 4
        voix        pour 30, contre 3, abstentions 1
      }
      décision suivant "Révision" au 2027-01-02 {
        nature      révision
        séances     2027-01-02
        présents    31
        représentés 4
        voix        pour 30, contre 3, abstentions 1
      }
      décision avis "Avis du comité" au 2026-12-07 {
        nature      avis
        séances     2026-12-07
        présents    31
        représentés 4
        voix        pour 30, contre 3, abstentions 1
      }
    }
    signale sur creation, revision {
      décision creation "Création" au 2026-12-14 {
        nature      création
        séances     2026-12-14
        présents    31
        représentés 4
        voix        pour 30, contre 3, abstentions 2
        sans-vote   1
      }
      décision revision "Révision" au 2026-12-14 {
        nature      révision
        séances     2026-12-14
        présents    31
        représentés 4
        voix        pour 30, contre 4, abstentions 2
      }
      collectivité v "Ville" {
        pays "France"
      }
    }
    accepte {
      collectivité v "Ville" {
        pays "FR"
      }
      décision vote "Adoption" au 2026-12-14 {
        nature      adoption
        séances     2026-12-14
        présents    31
        représentés 4
        voix        pour 28, contre 3, abstentions 2
        sans-vote   2
      }
    }
    indécis faute de voix-pour, voix-contre, abstentions {
      collectivité v "Ville"
      décision vote "Adoption" au 2026-12-14 {
        nature      adoption
        séances     2026-12-14
        présents    31
        représentés 4
      }
    }
    indécis faute de représentés {
      collectivité v "Ville"
      décision vote "Adoption" au 2026-12-14 {
        nature   adoption
        séances  2026-12-14
        présents 31
        voix     pour 30, contre 3, abstentions 2
      }
    }
    sans-objet {
      collectivité v "Ville"
      décision vote "Adoption" au 2026-12-14 {
        nature  adoption
        séances 2026-12-14
        voix    pour 30, contre 3, abstentions 2
      }
    }
    sans-objet {
      décision vote "Adoption" au 2027-02-14 {
        nature  adoption
        séances 2027-02-14
      }
    }
    sans-objet {
      collectivité v "Ville" {
        pays "Suisse"
      }
      décision vote "Adoption" au 2026-12-14 {
        nature      adoption
        séances     2026-12-14
        présents    31
        représentés 4
        voix        pour 30, contre 3, abstentions 1
      }
    }
  }

  règle majorité {
    aussi     majority
    code      DEL-05d
    titre     fr "Une délibération adoptée a la majorité des suffrages exprimés"
              en "A deliberation that is adopted has the majority of the votes cast"
    pourquoi  fr "Sans majorité, il n'y a pas de délibération : les contrats signés sur elle tombent."
              en "Without a majority there is no deliberation: the contracts signed upon it fall."
    gravité   erreur
    source    cgct-l2121-20
    chaque    décision
    lorsque   décision.nature parmi [adoption, création, révision]
    lorsque   décision.résultat est adoptée
    // À égalité, la voix du président l'emporte.
    exige     décision.voix-pour >= décision.voix-contre
    sur       décision.voix-pour
    message   fr "« {décision} » est dite adoptée, avec {décision.voix-pour} voix pour et {décision.voix-contre} contre."
              en "\"{decision}\" is said to be adopted, with {decision.votes-for} votes for and {decision.votes-against} against."
    aide      fr "Corrigez le résultat ou le décompte. À égalité seulement, la voix du président est prépondérante."
              en "Correct the result or the count. In a tie only, the chair has the casting vote."
    signale sur vote {
      collectivité v "Ville"
      décision vote "Adoption" au 2026-12-14 {
        nature   adoption
        résultat adoptée
        voix     pour 16, contre 17, abstentions 2
      }
      décision avis "Avis du comité" au 2026-12-07 {
        nature   avis
        résultat adoptée
        voix     pour 16, contre 17, abstentions 2
      }
    }
    signale sur creation, revision {
      décision creation "Création" au 2026-12-14 {
        nature   création
        résultat adoptée
        voix     pour 16, contre 17, abstentions 2
      }
      décision revision "Révision" au 2026-12-14 {
        nature   révision
        résultat adoptée
        voix     pour 16, contre 17, abstentions 2
      }
      collectivité v "Ville" {
        pays "France"
      }
    }
    accepte {
      collectivité v "Ville" {
        pays "FR"
      }
      décision vote "Adoption" au 2026-12-14 {
        nature   adoption
        résultat adoptée
        voix     pour 17, contre 17, abstentions 1
      }
    }
    indécis faute de voix-pour, voix-contre {
      collectivité v "Ville"
      décision vote "Adoption" au 2026-12-14 {
        nature   adoption
        résultat adoptée
      }
    }
    sans-objet {
      décision vote "Adoption" au 2026-12-14 {
        nature   adoption
        résultat rejetée
        voix     pour 16, contre 17, abstentions 2
      }
    }
    sans-objet {
      collectivité v "Ville" {
        pays "Suisse"
      }
      décision vote "Adoption" au 2026-12-14 {
        nature   adoption
        résultat adoptée
        voix     pour 16, contre 17, abstentions 2
      }
    }
  }

  règle un-pouvoir-chacun {
    aussi     one-proxy-each
    code      DEL-05e
    titre     fr "Chaque présent porte un pouvoir au plus"
              en "Each member present holds one proxy at most"
    pourquoi  fr "Un pouvoir de trop est nul : sa voix est retirée, et le résultat peut changer."
              en "A proxy too many is void: its vote is taken off, and the result may change."
    gravité   erreur
    source    cgct-l2121-20
    chaque    décision
    lorsque   décision.nature parmi [adoption, création, révision]
    lorsque   décision.séance <= ce-jour
    // Un plan qui ne tient pas le compte des séances n'a pas à le compléter : seul le quorum le demande.
    lorsque   connu décision.présents
    exige     décision.représentés <= décision.présents
    sur       décision.représentés
    message   fr "« {décision} » : {décision.représentés} pouvoirs pour {décision.présents} présents, or chacun n'en porte qu'un."
              en "\"{decision}\": {decision.represented} proxies for {decision.present} present, and each may hold one only."
    aide      fr "Reprenez la liste des pouvoirs : ceux qui sont en trop ne comptent pas dans le vote."
              en "Go back to the list of proxies: those in excess do not count in the vote."
    signale sur vote {
      collectivité v "Ville"
      décision vote "Adoption" au 2027-01-01 {
        nature      adoption
        séances     2027-01-01
        présents    10
        représentés 11
      }
      décision suivant "Révision" au 2027-01-02 {
        nature      révision
        séances     2027-01-02
        présents    10
        représentés 11
      }
      décision avis "Avis du comité" au 2026-12-07 {
        nature      avis
        séances     2026-12-07
        présents    10
        représentés 11
      }
    }
    signale sur creation, revision {
      décision creation "Création" au 2026-12-14 {
        nature      création
        séances     2026-12-14
        présents    10
        représentés 11
      }
      décision revision "Révision" au 2026-12-14 {
        nature      révision
        séances     2026-12-14
        présents    10
        représentés 11
      }
      collectivité v "Ville" {
        pays "France"
      }
    }
    accepte {
      collectivité v "Ville" {
        pays "FR"
      }
      décision vote "Adoption" au 2026-12-14 {
        nature      adoption
        séances     2026-12-14
        présents    10
        représentés 10
      }
    }
    indécis faute de représentés {
      collectivité v "Ville"
      décision vote "Adoption" au 2026-12-14 {
        nature   adoption
        séances  2026-12-14
        présents 10
      }
    }
    sans-objet {
      collectivité v "Ville"
      décision vote "Adoption" au 2026-12-14 {
        nature  adoption
        séances 2026-12-14
      }
    }
    sans-objet {
      décision vote "Adoption" au 2027-02-14 {
        nature  adoption
        séances 2027-02-14
      }
    }
    sans-objet {
      collectivité v "Ville" {
        pays "Suisse"
      }
      décision vote "Adoption" au 2026-12-14 {
        nature      adoption
        séances     2026-12-14
        présents    10
        représentés 11
      }
    }
  }

  règle montant-de-l-enveloppe {
    aussi     amount-of-the-envelope
    code      DEL-06
    titre     fr "Le montant adopté est celui de la stratégie annexée"
              en "The amount adopted is that of the strategy annexed"
    pourquoi  fr "Si l'acte et son annexe ne disent pas la même somme, on ne sait plus ce que l'assemblée a voté."
              en "Where the act and its annex do not tell the same sum, nobody knows what the council voted."
    gravité   erreur
    source    cgct-l2121-29
    chaque    décision
    lorsque   décision.nature est adoption
    lorsque   existe décision.montant
    lorsque   existe stratégie.enveloppe
    exige     décision.montant = stratégie.enveloppe
    sur       décision.montant, stratégie.enveloppe
    message   fr "« {décision} » engage {décision.montant}, et l'enveloppe de la stratégie est de {stratégie.enveloppe}."
              en "\"{decision}\" commits {decision.amount}, and the envelope of the strategy is {strategy.envelope}."
    aide      fr "Reprenez dans la délibération le total de l'enveloppe, ou corrigez l'enveloppe."
              en "Take the total of the envelope into the deliberation, or correct the envelope."
    signale sur vote {
      collectivité v "Ville"
      stratégie "Stratégie" {
        période 2027-01 .. 2032-12
        enveloppe {
          investissement 2027 .. 2028: 100 000 €
        }
        décision vote "Adoption" au 2026-12-14 {
          nature  adoption
          montant 200 001 €
        }
        décision suite "Révision" au 2028-12-14 {
          nature  révision
          montant 200 001 €
        }
      }
    }
    signale sur vote {
      stratégie "Stratégie" {
        période 2027-01 .. 2032-12
        enveloppe {
          investissement 2027 .. 2028: 100 000 €
        }
        décision vote "Adoption" au 2026-12-14 {
          nature  adoption
          montant 199 999 €
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
      stratégie "Stratégie" {
        période 2027-01 .. 2032-12
        enveloppe {
          investissement 2027: 100 000 €
          fonctionnement 2028: 100 000 €
        }
        décision vote "Adoption" au 2026-12-14 {
          nature  adoption
          montant 200 000 €
        }
      }
    }
    sans-objet {
      stratégie "Stratégie" {
        période 2027-01 .. 2032-12
        enveloppe {
          investissement 2027 .. 2028: 100 000 €
        }
        décision vote "Adoption" au 2026-12-14 {
          nature adoption
        }
      }
    }
    sans-objet {
      décision vote "Adoption" au 2026-12-14 {
        nature  adoption
        montant 200 000 €
      }
    }
    sans-objet {
      collectivité v "Ville" {
        pays "Suisse"
      }
      stratégie "Stratégie" {
        période 2027-01 .. 2032-12
        enveloppe {
          investissement 2027 .. 2028: 100 000 €
        }
        décision vote "Adoption" au 2026-12-14 {
          nature  adoption
          montant 200 001 €
        }
      }
    }
  }

  règle dates-de-l-acte {
    aussi     dates-of-the-act
    code      DEL-07
    titre     fr "L'acte est transmis, reçu et publié après la séance"
              en "The act is transmitted, received and published after the session"
    pourquoi  fr "La mention de caractère exécutoire repose sur ces dates : si elles sont fausses, l'acte ne peut être exécuté."
              en "The executory mention rests on these dates: where they are wrong the act cannot be carried out."
    gravité   erreur
    source    cgct-l2131-1
    chaque    décision
    lorsque   existe décision.transmission ou existe décision.réception ou existe décision.publication
    exige     n'existe pas décision.transmission ou décision.transmission >= décision.séance
    exige     n'existe pas décision.publication ou décision.publication >= décision.séance
    exige     n'existe pas décision.réception ou décision.réception >= décision.séance
    exige     n'existe pas décision.réception ou n'existe pas décision.transmission ou décision.réception >= décision.transmission
    sur       décision.transmission, décision.réception, décision.publication
    message   fr "« {décision} » (séance : {décision.séance}) est transmise, reçue ou publiée trop tôt."
              en "\"{decision}\" (session: {decision.session}) is transmitted, received or published too early."
    aide      fr "L'ordre est : séance, transmission, réception par la préfecture ; et la publication après la séance. Reprenez l'accusé de réception."
              en "The order is: session, transmission, reception by the prefecture; and publication after the session. Go back to the receipt."
    signale sur vote {
      collectivité v "Ville"
      décision vote "Adoption" au 2026-12-14 {
        nature   adoption
        séances  2026-12-14
        transmis 2026-12-13
      }
    }
    signale sur vote {
      décision vote "Adoption" au 2026-12-14 {
        nature   adoption
        séances  2026-12-14
        transmis 2026-12-15
        publié   2026-12-13
      }
      collectivité v "Ville" {
        pays "France"
      }
    }
    signale sur vote {
      collectivité v "Ville"
      décision vote "Adoption" au 2026-12-14 {
        nature  adoption
        séances 2026-12-14
        reçu    2026-12-13
      }
    }
    signale sur vote {
      collectivité v "Ville"
      décision vote "Adoption" au 2026-12-14 {
        nature   adoption
        séances  2026-12-14
        transmis 2026-12-16
        reçu     2026-12-15
      }
    }
    signale sur vote {
      collectivité v "Ville"
      décision vote "Adoption" au 2026-12-14 {
        nature  adoption
        séances 2026-12-14
        publié  2026-12-13
      }
    }
    accepte {
      collectivité v "Ville"
      décision vote "Adoption" au 2026-12-14 {
        nature   adoption
        séances  2026-12-14
        transmis 2026-12-14
        reçu     2026-12-14
        publié   2026-12-14
      }
    }
    accepte {
      collectivité v "Ville"
      décision vote "Adoption" au 2026-12-14 {
        nature  adoption
        séances 2026-12-14
        publié  2026-12-14
      }
    }
    accepte {
      collectivité v "Ville"
      décision vote "Adoption" au 2026-12-14 {
        nature   adoption
        séances  2026-12-14
        transmis 2026-12-14
      }
    }
    accepte {
      collectivité v "Ville" {
        pays "FR"
      }
      décision vote "Adoption" au 2026-12-14 {
        nature  adoption
        séances 2026-12-14
        reçu    2026-12-14
      }
    }
    indécis faute de séance {
      collectivité v "Ville"
      décision vote "Adoption" {
        nature   adoption
        transmis 2026-12-14
      }
    }
    sans-objet {
      décision vote "Adoption" au 2026-12-14 {
        nature  adoption
        séances 2026-12-14
      }
    }
    sans-objet {
      collectivité v "Ville" {
        pays "Suisse"
      }
      décision vote "Adoption" au 2026-12-14 {
        nature   adoption
        séances  2026-12-14
        transmis 2026-12-13
      }
    }
  }

  règle caractère-exécutoire {
    aussi     executory-act
    code      DEL-07b
    titre     fr "Une délibération adoptée est transmise et publiée sans tarder"
              en "A deliberation that is adopted is transmitted and published without delay"
    pourquoi  fr "Tant qu'elle n'est pas transmise et publiée, rien de ce qu'elle décide ne peut être exécuté."
              en "As long as it is not transmitted and published, nothing that it decides can be carried out."
    gravité   conseil
    source    cgct-l2131-1
    paramètre délai = 15 jours {
      aussi     delay
    }
    chaque    décision
    lorsque   décision.nature parmi [adoption, création, révision]
    lorsque   décision.résultat est adoptée
    lorsque   décision.séance + délai < ce-jour
    exige     existe décision.transmission
    exige     existe décision.publication
    message   fr "« {décision} » (séance : {décision.séance}) n'a pas encore ses dates de transmission et de publication."
              en "\"{decision}\" (session: {decision.session}) has no dates of transmission and publication yet."
    aide      fr "Écrivez `transmis`, `reçu` et `publié` avec leurs dates : le document porte alors la mention de caractère exécutoire."
              en "Write `transmitted`, `received` and `published` with their dates: the document then bears the executory mention."
    signale sur vote {
      collectivité v "Ville"
      décision vote "Adoption" au 2026-12-16 {
        nature   adoption
        résultat adoptée
        séances  2026-12-16
        publié   2026-12-18
      }
      décision recent "Révision" au 2026-12-17 {
        nature   révision
        résultat adoptée
        séances  2026-12-17
      }
      décision avis "Avis du comité" au 2026-12-01 {
        nature   avis
        résultat adoptée
        séances  2026-12-01
      }
    }
    signale sur creation, revision {
      décision creation "Création" au 2026-12-14 {
        nature   création
        résultat adoptée
        séances  2026-12-14
        transmis 2026-12-16
      }
      décision revision "Révision" au 2026-12-14 {
        nature   révision
        résultat adoptée
        séances  2026-12-14
        transmis 2026-12-16
      }
      collectivité v "Ville" {
        pays "France"
      }
    }
    accepte {
      collectivité v "Ville" {
        pays "FR"
      }
      décision vote "Adoption" au 2026-12-14 {
        nature   adoption
        résultat adoptée
        séances  2026-12-14
        transmis 2026-12-16
        publié   2026-12-18
      }
    }
    indécis faute de séance {
      collectivité v "Ville"
      décision vote "Adoption" {
        nature   adoption
        résultat adoptée
      }
    }
    sans-objet {
      décision vote "Adoption" au 2026-12-14 {
        nature   adoption
        résultat rejetée
        séances  2026-12-14
      }
    }
    sans-objet {
      décision recent "Révision" au 2026-12-17 {
        nature   révision
        résultat adoptée
        séances  2026-12-17
      }
    }
    sans-objet {
      collectivité v "Ville" {
        pays "Suisse"
      }
      décision vote "Adoption" au 2026-12-14 {
        nature   adoption
        résultat adoptée
        séances  2026-12-14
      }
    }
  }

  règle compétence-visée {
    aussi     competence-cited
    code      DEL-08
    titre     fr "L'article de compétence visé est celui de la collectivité"
              en "The article of competence that is cited is that of the authority"
    pourquoi  fr "Viser la compétence d'une autre collectivité montre un modèle mal repris, et prive l'acte de sa base légale."
              en "Citing the competence of another authority shows a badly copied model, and leaves the act without its legal basis."
    gravité   erreur
    source    cgct-l2121-29, cgct-l3211-1, cgct-l4221-1
    chaque    décision
    lorsque   existe décision.visas
    soit      visas-cgct = liste des visas de la décision tels que visa.texte contient "CGCT" ou visa.texte contient "collectivités territoriales"
    exige     collectivité.nature hors de [département, région] ou aucun visa parmi visas-cgct tel que visa.texte contient "2121-29"
    exige     collectivité.nature est département ou aucun visa parmi visas-cgct tel que visa.texte contient "3211-1"
    exige     collectivité.nature est région ou aucun visa parmi visas-cgct tel que visa.texte contient "4221-1"
    message   fr "« {décision} » vise la compétence d'une autre sorte de collectivité."
              en "\"{decision}\" cites the competence of another kind of authority."
    aide      fr "Visez l'article L2121-29 du CGCT pour une commune, L3211-1 pour un département, L4221-1 pour une région ; pour un groupement, L5211-1 et ses statuts."
              en "Cite article L2121-29 of the CGCT for a commune, L3211-1 for a department, L4221-1 for a region; for a grouping, L5211-1 and its statutes."
    signale sur vote {
      collectivité v "Département" {
        nature département
        pays   "France"
      }
      décision vote "Adoption" au 2026-12-14 {
        nature adoption
        visa   "CGCT, article L2121-29", "CGCT, article L3211-1"
      }
      décision suite "Révision" au 2027-12-14 {
        nature révision
        visa   "CGCT, article L3211-1", "Code des marchés, article L2121-29"
      }
    }
    signale sur vote {
      collectivité v "Région" {
        nature région
      }
      décision vote "Adoption" au 2026-12-14 {
        nature adoption
        visa   "Code général des collectivités territoriales, art. L. 2121-29"
      }
    }
    signale sur vote {
      collectivité v "Ville" {
        nature commune
      }
      décision vote "Adoption" au 2026-12-14 {
        nature adoption
        visa   "CGCT, article L3211-1"
      }
    }
    signale sur vote {
      collectivité v "Agglomération" {
        nature epci
      }
      décision vote "Adoption" au 2026-12-14 {
        nature adoption
        visa   "CGCT, article L4221-1"
      }
    }
    accepte {
      collectivité v "Ville" {
        nature commune
      }
      décision vote "Adoption" au 2026-12-14 {
        nature adoption
        visa   "CGCT, article L2121-29", "Code général de la propriété publique, article L3211-1"
      }
    }
    accepte {
      collectivité v "Département" {
        nature département
      }
      décision vote "Adoption" au 2026-12-14 {
        nature adoption
        visa   "CGCT, article L3211-1"
      }
    }
    accepte {
      collectivité v "Région" {
        pays   "FR"
        nature région
      }
      décision vote "Adoption" au 2026-12-14 {
        nature adoption
        visa   "CGCT, article L4221-1"
      }
    }
    indécis faute de nature {
      collectivité v "Ville"
      décision vote "Adoption" au 2026-12-14 {
        nature adoption
        visa   "CGCT, article L2121-29"
      }
    }
    sans-objet {
      collectivité v "Département" {
        nature département
      }
      décision vote "Adoption" au 2026-12-14 {
        nature adoption
      }
    }
    sans-objet {
      collectivité v "Département" {
        nature département
        pays   "Suisse"
      }
      décision vote "Adoption" au 2026-12-14 {
        nature adoption
        visa   "CGCT, article L2121-29"
      }
    }
  }
}
