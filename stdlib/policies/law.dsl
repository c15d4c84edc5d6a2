// Ce que la loi demande à une collectivité française, jugé sur sa stratégie numérique. Les textes, leur sûreté et les seuils sont dans
// `std.law.duties`. Ce que la stratégie ne dit pas de la collectivité laisse la règle « non décidée » ; ce qui ne la regarde pas, « sans objet ».

utiliser std.law.duties

recueil law "Obligations légales" {
  aussi     loi
  applicable si n'existe pas collectivité.pays ou collectivité.pays = "France" ou collectivité.pays = "FR"

  // Accessibilité

  règle pilote-de-l-accessibilité {
    aussi     accessibility-owner
    code      LEG-ACC-01
    titre     fr "L'accessibilité numérique est dans la stratégie, avec un pilote"
              en "Digital accessibility is in the strategy, with an owner"
    pourquoi  fr "Tout organisme public rend ses services en ligne accessibles et publie un schéma pluriannuel. Sans pilote, rien n'avance, et l'Arcom peut sanctionner."
              en "Every public body must make its online services accessible and publish a multi-year scheme. With no owner nothing moves, and the regulator may fine."
    gravité   erreur
    source    loi-2005-102-47 "accessibilité des services", decret-2019-768 "schéma pluriannuel"
    applicable si existe une fiche telle que existe fiche.thèmes
    exige     existe une fiche telle que (accessibilité parmi fiche.thèmes ou schéma-accessibilité parmi fiche.thèmes) et existe fiche.pilote
    sur       stratégie
    message   fr "Aucun objectif ni aucune action n'a à la fois le thème `accessibilité` et un pilote."
              en "No goal and no action has both the theme `accessibility` and an owner."
    aide      fr "Ajoutez `thèmes accessibilité` et un `pilote` à l'objectif qui en traite, ou créez cet objectif."
              en "Add `themes accessibility` and an `owner` to the goal that deals with it, or add such a goal."
    signale sur stratégie {
      collectivité v "Ville" {
        pays "France"
      }
      objectif reseau "Réseau" {
        pilote DSI
        thèmes réseaux
      }
    }
    signale sur stratégie {
      collectivité v "Ville" {
        pays "FR"
      }
      objectif site "Un site pour tous" {
        thèmes accessibilité
      }
      objectif reseau "Réseau" {
        pilote DSI
      }
    }
    accepte {
      objectif site "Un site pour tous" {
        pilote COM
        thèmes accessibilité
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    accepte {
      action schema "Schéma pluriannuel" {
        pilote COM
        thèmes schéma-accessibilité
      }
    }
    sans-objet {
      collectivité v "Ville" {
        pays "Belgique"
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    // No sheet names a theme: nothing can be said of what is missing.
    sans-objet {
      objectif reseau "Réseau"
    }
  }

  règle durée-du-schéma-d-accessibilité {
    aussi     accessibility-scheme-span
    code      LEG-ACC-01b
    titre     fr "Le schéma d'accessibilité ne dépasse pas la durée permise"
              en "The accessibility scheme is no longer than allowed"
    pourquoi  fr "Un schéma plus long que la loi ne le permet vaut absence de schéma : il est à refaire, et l'absence peut être sanctionnée."
              en "A scheme longer than the law allows counts as none: it has to be redone, and its lack may be fined."
    gravité   erreur
    source    loi-2005-102-47 "schéma pluriannuel", decret-2019-768 "durée du schéma"
    chaque    fiche
    lorsque   schéma-accessibilité parmi fiche.thèmes
    exige     fiche.fin <= fiche.début + durée-du-schéma
    sur       fiche.période
    message   fr "Le schéma d'accessibilité « {fiche} » ({fiche.début} – {fiche.fin}) dépasse les {durée-du-schéma} permis."
              en "The accessibility scheme \"{sheet}\" ({sheet.start} – {sheet.end}) is longer than the {durée-du-schéma} allowed."
    aide      fr "Raccourcissez sa période, et prévoyez un second schéma pour la suite."
              en "Shorten its period, and plan a second scheme for what follows."
    signale sur schema {
      objectif schema "Schéma pluriannuel" {
        période 2027-01-01 .. 2030-01-02
        thèmes  schéma-accessibilité
      }
    }
    accepte {
      objectif schema "Schéma pluriannuel" {
        période 2027-01-01 .. 2030-01-01
        thèmes  schéma-accessibilité
      }
    }
    indécis faute de début, fin {
      objectif schema "Schéma pluriannuel" {
        thèmes schéma-accessibilité
      }
    }
    sans-objet {
      objectif site "Un site pour tous" {
        période 2027-01-01 .. 2031-12-31
        thèmes  accessibilité
      }
    }
  }

  règle plan-annuel-d-accessibilité {
    aussi     accessibility-yearly-plan
    code      LEG-ACC-01c
    titre     fr "Chaque année du schéma d'accessibilité a ses actions"
              en "Each year of the accessibility scheme has its actions"
    pourquoi  fr "Le schéma s'accompagne d'un plan d'actions annuel, publié. Une année sans action se voit aussitôt."
              en "The scheme comes with a yearly plan of actions, which is published. A year without any is seen at once."
    gravité   erreur
    source    loi-2005-102-47 "plan d'actions annuel", decret-2019-768 "plan d'actions annuel"
    chaque    fiche
    lorsque   schéma-accessibilité parmi fiche.thèmes
    soit      oubliées = liste des années parmi fiche.années telles qu'aucune action telle que accessibilité parmi action.thèmes et schéma-accessibilité hors de action.thèmes et année parmi action.années
    exige     oubliées est vide
    message   fr "Le schéma d'accessibilité « {fiche} » n'a aucune action en {oubliées}."
              en "The accessibility scheme \"{sheet}\" has no action in {oubliées}."
    aide      fr "Ajoutez pour chaque année une action avec `thèmes accessibilité` : audit, corrections, formation."
              en "For each year add an action with `themes accessibility`: audit, corrections, training."
    signale sur schema {
      objectif schema "Schéma pluriannuel" {
        période 2027-01-01 .. 2028-12-31
        thèmes  schéma-accessibilité
        action audit "Audit du site" {
          période 2027-01-01 .. 2027-12-31
          thèmes  accessibilité
        }
        action fibre "Fibre" {
          période 2028-01-01 .. 2028-12-31
          thèmes  réseaux
        }
      }
    }
    signale sur schema {
      action schema "Schéma pluriannuel" {
        période 2027-01-01 .. 2027-12-31
        thèmes  accessibilité, schéma-accessibilité
      }
    }
    accepte {
      objectif schema "Schéma pluriannuel" {
        période 2027-01-01 .. 2028-12-31
        thèmes  schéma-accessibilité
        action audit "Audit du site" {
          période 2027-01-01 .. 2027-12-31
          thèmes  accessibilité
        }
        action corrections "Corrections" {
          période 2028-01-01 .. 2028-12-31
          thèmes  accessibilité
        }
      }
    }
    sans-objet {
      objectif site "Un site pour tous" {
        période 2027-01-01 .. 2028-12-31
        thèmes  accessibilité
      }
    }
  }

  règle déclaration-d-accessibilité {
    aussi     accessibility-declaration
    code      LEG-ACC-01d
    titre     fr "Le schéma d'accessibilité date la déclaration"
              en "The accessibility scheme dates the declaration"
    pourquoi  fr "La déclaration d'accessibilité et la mention sur la page d'accueil sont dues ; leur absence peut être sanctionnée, et l'amende répétée."
              en "The declaration of accessibility and the note on the home page are due; their lack may be fined, and fined again."
    gravité   erreur
    source    loi-2005-102-47 "déclaration d'accessibilité", decret-2019-768 "déclaration"
    chaque    fiche
    lorsque   schéma-accessibilité parmi fiche.thèmes
    exige     existe un jalon de la fiche tel que jalon.nature est déclaration
    message   fr "Le schéma d'accessibilité « {fiche} » ne prévoit pas de déclaration d'accessibilité."
              en "The accessibility scheme \"{sheet}\" plans no declaration of accessibility."
    aide      fr "Ajoutez-lui un jalon daté, avec `nature déclaration` : la déclaration publiée, et la mention sur la page d'accueil."
              en "Add a dated milestone with `nature declaration`: the declaration published, and the note on the home page."
    signale sur schema {
      objectif schema "Schéma pluriannuel" {
        thèmes schéma-accessibilité
        jalon audit "Audit" au 2027-06 {
          nature audit
        }
      }
    }
    accepte {
      objectif schema "Schéma pluriannuel" {
        thèmes schéma-accessibilité
        jalon audit "Audit" au 2027-06 {
          nature audit
        }
        jalon publiee "Déclaration publiée" au 2027-09 {
          nature déclaration
        }
      }
    }
    sans-objet {
      objectif site "Un site pour tous" {
        thèmes accessibilité
      }
    }
  }

  règle taux-d-accessibilité {
    aussi     accessibility-rate
    code      LEG-ACC-02
    titre     fr "Le taux de conformité au RGAA a un départ et une cible datés"
              en "The rate of RGAA conformity has a dated baseline and target"
    pourquoi  fr "Le taux publié vient d'un audit. Sans date d'audit ni cible datée, la déclaration ne tient pas devant l'Arcom."
              en "The published rate comes from an audit. With no date of audit and no dated target the declaration does not hold."
    gravité   avertissement
    source    loi-2005-102-47-1 "sanctions", loi-2005-102-47 "déclaration d'accessibilité"
    chaque    indicateur
    lorsque   rgaa parmi indicateur.thèmes
    exige     existe indicateur.départ.date
    exige     existe indicateur.cible.date
    message   fr "L'indicateur « {indicateur} » n'a pas à la fois un départ et une cible datés. Risque : jusqu'à {amende-accessibilité} (accessibilité) et {amende-déclaration} (déclaration, schéma), répétables après {délai-entre-amendes}."
              en "The indicator \"{indicator}\" lacks a dated baseline or a dated target. At risk: up to {amende-accessibilité} (accessibility) and {amende-déclaration} (declaration, scheme), again after {délai-entre-amendes}."
    aide      fr "Écrivez `départ 54 % au 2026-11` (la date de l'audit) et `cible 100 % au 2029` avec vos valeurs."
              en "Write `baseline 54 % on 2026-11` (the date of the audit) and `target 100 % on 2029` with your values."
    signale sur taux {
      objectif site "Un site pour tous" {
        indicateur taux "Taux de conformité" {
          thèmes rgaa
          cible  100 % au 2029
        }
      }
    }
    signale sur taux {
      objectif site "Un site pour tous" {
        indicateur taux "Taux de conformité" {
          thèmes rgaa
          départ 54 % au 2026-11
          cible  100 %
        }
      }
    }
    signale sur taux {
      objectif site "Un site pour tous" {
        indicateur taux "Taux de conformité" {
          thèmes rgaa
          départ 54 %
          cible  100 % au 2029
        }
      }
    }
    accepte {
      objectif site "Un site pour tous" {
        indicateur taux "Taux de conformité" {
          thèmes rgaa
          départ 54 % au 2026-11
          cible  100 % au 2029
        }
      }
    }
    sans-objet {
      objectif site "Un site pour tous" {
        indicateur visites "Visites" {
          cible 10 000 "visites" au 2029
        }
      }
    }
  }

  règle mesure-de-l-accessibilité {
    aussi     accessibility-measure
    code      LEG-ACC-02b
    titre     fr "L'accessibilité est mesurée par un taux"
              en "Accessibility is measured by a rate"
    pourquoi  fr "La déclaration annonce un taux de conformité. Sans indicateur, la stratégie ne dira pas s'il progresse."
              en "The declaration states a rate of conformity. With no indicator the strategy cannot tell whether it improves."
    gravité   avertissement
    source    loi-2005-102-47 "déclaration d'accessibilité"
    applicable si existe une fiche telle que accessibilité parmi fiche.thèmes
    exige     existe un indicateur tel que rgaa parmi indicateur.thèmes
    sur       stratégie
    message   fr "La stratégie parle d'accessibilité, mais aucun indicateur ne mesure la conformité au RGAA."
              en "The strategy speaks of accessibility, but no indicator measures RGAA conformity."
    aide      fr "Ajoutez à l'objectif un indicateur avec `thèmes rgaa`, le taux du dernier audit et une cible."
              en "Add to the goal an indicator with `themes rgaa`, the rate of the last audit and a target."
    signale sur stratégie {
      objectif site "Un site pour tous" {
        thèmes accessibilité
        indicateur visites "Visites" {
          cible 10 000 "visites" au 2029
        }
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    accepte {
      objectif site "Un site pour tous" {
        thèmes accessibilité
        indicateur taux "Taux de conformité" {
          thèmes rgaa
        }
        indicateur visites "Visites" {
          cible 10 000 "visites" au 2029
        }
      }
    }
    sans-objet {
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
  }

  règle version-du-rgaa {
    aussi     rgaa-version-cited
    code      LEG-ACC-03
    titre     fr "La version du RGAA citée est celle en vigueur"
              en "The version of RGAA that is cited is the one in force"
    pourquoi  fr "Le décret a changé en août 2026 ; un audit mené sur une version ancienne est à refaire."
              en "The decree changed in August 2026; an audit made with an older version has to be done again."
    gravité   conseil
    source    rgaa-version
    paramètre référentiel = "RGAA"
    paramètre ancienne = "RGAA 4.1"
    chaque    fiche
    lorsque   fiche.texte contient référentiel
    exige     non (fiche.texte contient ancienne)
    message   fr "« {fiche} » cite {ancienne} : vérifiez que cette version est encore en vigueur."
              en "\"{sheet}\" cites {ancienne}: check that this version is still in force."
    aide      fr "Écrivez « RGAA en vigueur », ou la version publiée au jour du vote."
              en "Write \"the RGAA in force\", or the version published on the day of the vote."
    signale sur site {
      objectif site "Mettre le site au RGAA 4.1"
    }
    accepte {
      objectif site "Mettre le site au RGAA en vigueur"
    }
    sans-objet {
      objectif site "Refaire le site"
    }
  }

  // Données ouvertes et algorithmes

  règle ouverture-des-données {
    aussi     open-data-duty
    code      LEG-ODA-01
    titre     fr "Les données sont ouvertes quand la collectivité y est tenue"
              en "Data are opened where the authority must do so"
    pourquoi  fr "Au-delà des seuils, les données produites sont publiées par défaut. Un refus peut être porté devant la CADA puis le juge."
              en "Above the thresholds data are published by default. A refusal may be brought before the commission, then the court."
    gravité   erreur
    source    crpa-l312-1-1 "publication des données", loi-2016-1321-6 "ouverture par défaut", decret-2016-1922 "seuil d'effectif"
    applicable si collectivité.population >= habitants-données-ouvertes
    applicable si collectivité.agents >= agents-données-ouvertes
    applicable si existe une fiche telle que existe fiche.thèmes
    exige     existe une fiche telle que données-ouvertes parmi fiche.thèmes
    sur       stratégie
    message   fr "La collectivité compte au moins {habitants-données-ouvertes} habitants et {agents-données-ouvertes} agents : elle doit ouvrir ses données, et aucune fiche n'a le thème `données-ouvertes`."
              en "The authority has at least {habitants-données-ouvertes} inhabitants and {agents-données-ouvertes} agents: it must open its data, and no sheet has the theme `open-data`."
    aide      fr "Ajoutez `thèmes données-ouvertes` à la fiche qui en traite, ou créez-la : inventaire, licence, portail, pilote."
              en "Add `themes open-data` to the sheet that deals with it, or write one: inventory, licence, portal, owner."
    signale sur stratégie {
      collectivité v "Ville" {
        population 3 500
        agents     50
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
      objectif accueil "Accueil"
    }
    accepte {
      collectivité v "Ville" {
        population 3 500
        agents     50
      }
      action portail "Portail de données" {
        thèmes données-ouvertes
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    indécis faute de agents {
      collectivité v "Ville" {
        population 12 400
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    indécis faute de population {
      collectivité v "Ville" {
        agents 180
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    sans-objet {
      collectivité v "Ville" {
        population 3 499
        agents     50
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    sans-objet {
      collectivité v "Ville" {
        population 3 500
        agents     49
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    // No sheet names a theme: nothing can be said of what is missing.
    sans-objet {
      collectivité v "Ville" {
        population 3 500
        agents     50
      }
      objectif reseau "Réseau"
    }
  }

  règle ouverture-volontaire-des-données {
    aussi     voluntary-open-data
    code      LEG-ODA-01b
    titre     fr "Sous les seuils, ouvrir ses données reste un choix utile"
              en "Below the thresholds, opening data is still a useful choice"
    pourquoi  fr "Rien n'y oblige, mais quelques jeux de données (budget, adresses, équipements) rendent service aux habitants et aux voisins."
              en "No duty, but a few data sets (budget, addresses, facilities) serve inhabitants and neighbours."
    gravité   conseil
    source    crpa-l312-1-1 "publication des données", decret-2016-1922 "seuil d'effectif"
    applicable si collectivité.population < habitants-données-ouvertes ou collectivité.agents < agents-données-ouvertes
    applicable si existe une fiche telle que existe fiche.thèmes
    exige     existe une fiche telle que données-ouvertes parmi fiche.thèmes
    sur       stratégie
    message   fr "La collectivité n'est pas tenue d'ouvrir ses données, et aucune fiche n'a le thème `données-ouvertes` : c'est un choix à faire."
              en "The authority has no duty to open its data, and no sheet has the theme `open-data`: a choice to make."
    aide      fr "Si vous le choisissez, ajoutez une action avec `thèmes données-ouvertes` ; sinon rien n'est à faire."
              en "If you choose to, add an action with `themes open-data`; otherwise nothing is to be done."
    signale sur stratégie {
      collectivité v "Ville" {
        population 3 499
        agents     50
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
      objectif accueil "Accueil"
    }
    signale sur stratégie {
      collectivité v "Ville" {
        population 3 500
        agents     49
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    accepte {
      collectivité v "Ville" {
        population 900
      }
      action portail "Portail de données" {
        thèmes données-ouvertes
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    indécis faute de agents, population {
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    sans-objet {
      collectivité v "Ville" {
        population 3 500
        agents     50
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    // No sheet names a theme: nothing can be said of what is missing.
    sans-objet {
      collectivité v "Ville" {
        population 900
      }
      objectif reseau "Réseau"
    }
  }

  règle licence-des-données {
    aussi     data-licence
    code      LEG-ODA-02
    titre     fr "Les données ouvertes ont une licence"
              en "Opened data have a licence"
    pourquoi  fr "Sans licence, personne ne sait s'il peut réutiliser les données : elles sont en ligne sans être ouvertes."
              en "With no licence nobody knows whether the data may be used: they are online but not open."
    gravité   avertissement
    source    crpa-d312-1-1-1 "choix de la licence"
    applicable si existe une fiche telle que données-ouvertes parmi fiche.thèmes
    exige     existe une fiche telle que données-ouvertes parmi fiche.thèmes et existe fiche.licence
    sur       stratégie
    message   fr "La stratégie ouvre des données sans dire sous quelle licence."
              en "The strategy opens data without saying under which licence."
    aide      fr "Ajoutez à la fiche qui ouvre les données : `licence \"Licence Ouverte 2.0\"`."
              en "Add to the sheet that opens the data: `licence \"Licence Ouverte 2.0\"`."
    signale sur stratégie {
      objectif portail "Portail de données" {
        thèmes données-ouvertes
      }
      objectif logiciel "Logiciel partagé" {
        licence "Licence Ouverte 2.0"
      }
    }
    accepte {
      objectif portail "Portail de données" {
        thèmes  données-ouvertes
        licence "Licence Ouverte 2.0"
      }
      objectif donnees "Former les agents" {
        thèmes données-ouvertes
      }
    }
    sans-objet {
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
  }

  règle licence-reconnue {
    aussi     standard-licence
    code      LEG-ODA-02b
    titre     fr "La licence des données est une licence reconnue"
              en "The licence of data is a standard one"
    pourquoi  fr "Une licence maison doit être homologuée ; les licences de la liste le sont déjà, et les réutilisateurs les connaissent."
              en "A home-made licence needs approval; those of the list have it, and users know them."
    gravité   avertissement
    source    crpa-d312-1-1-1 "liste des licences"
    paramètre ouverte = "Licence Ouverte"
    paramètre partage = "ODbL"
    chaque    fiche
    lorsque   données-ouvertes parmi fiche.thèmes
    lorsque   existe fiche.licence
    exige     fiche.licence contient ouverte ou fiche.licence contient partage
    sur       fiche.licence
    message   fr "La licence « {fiche.licence} » n'est ni la {ouverte} ni l'{partage}."
              en "The licence \"{sheet.licence}\" is neither {ouverte} nor {partage}."
    aide      fr "Choisissez une licence de la liste officielle, ou faites homologuer la vôtre."
              en "Choose a licence of the official list, or have yours approved."
    signale sur portail {
      objectif portail "Portail de données" {
        thèmes  données-ouvertes
        licence "Licence de la ville"
      }
    }
    accepte {
      objectif portail "Portail de données" {
        thèmes  données-ouvertes
        licence "Licence ouverte 2.0"
      }
    }
    accepte {
      objectif portail "Portail de données" {
        thèmes  données-ouvertes
        licence "ODbL 1.0"
      }
    }
    sans-objet {
      objectif portail "Portail de données" {
        thèmes données-ouvertes
      }
    }
    sans-objet {
      objectif logiciel "Logiciel partagé" {
        licence "EUPL"
      }
    }
  }

  règle mention-des-algorithmes {
    aussi     algorithm-notice
    code      LEG-ALG-01
    titre     fr "Les décisions prises avec un algorithme le disent"
              en "Decisions taken with an algorithm say so"
    pourquoi  fr "Une décision individuelle fondée sur un algorithme porte une mention, et l'usager peut demander comment il a joué. Sans elle, la décision est fragile."
              en "An individual decision based on an algorithm carries a notice, and the person may ask how it played. Without it the decision is weak."
    gravité   erreur
    source    crpa-l311-3-1 "mention explicite", crpa-r311-3-1 "contenu de la mention et de la réponse"
    applicable si collectivité.algorithmes
    applicable si existe une fiche telle que existe fiche.thèmes
    exige     existe une fiche telle que transparence-des-algorithmes parmi fiche.thèmes
    sur       collectivité.algorithmes
    message   fr "La collectivité décide avec des algorithmes, et aucune fiche n'a le thème `transparence-des-algorithmes` (mention, réponse aux usagers)."
              en "The authority decides with algorithms, and no sheet has the theme `algorithms` (the notice, the answer to persons)."
    aide      fr "Ajoutez une action avec `thèmes transparence-des-algorithmes` : mention sur les décisions, réponse sur demande."
              en "Add an action with `themes algorithms`: the notice on decisions, the answer on request."
    signale sur stratégie {
      collectivité v "Ville" {
        algorithmes oui
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
      objectif accueil "Accueil"
    }
    accepte {
      collectivité v "Ville" {
        algorithmes oui
      }
      action mention "Mention sur les décisions" {
        thèmes transparence-des-algorithmes
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    indécis faute de algorithmes {
      collectivité v "Ville"
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    sans-objet {
      collectivité v "Ville" {
        algorithmes non
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    // No sheet names a theme: nothing can be said of what is missing.
    sans-objet {
      collectivité v "Ville" {
        algorithmes oui
      }
      objectif reseau "Réseau"
    }
  }

  règle règles-des-algorithmes {
    aussi     algorithm-rules
    code      LEG-ALG-02
    titre     fr "Les règles des principaux algorithmes sont publiées"
              en "The rules of the main algorithms are published"
    pourquoi  fr "Au-delà d'un seuil d'effectif, la collectivité publie en ligne les règles de ses principaux traitements."
              en "Above a threshold of staff the authority publishes online the rules of its main processings."
    gravité   avertissement
    source    crpa-l312-1-3 "publication des règles", crpa-l312-1-3-effectif
    applicable si collectivité.algorithmes
    applicable si collectivité.agents >= agents-algorithmes
    exige     existe un jalon tel que jalon.visible et transparence-des-algorithmes parmi jalon.fiche.thèmes
    sur       collectivité.algorithmes
    message   fr "La collectivité décide avec des algorithmes et compte au moins {agents-algorithmes} agents : aucune date n'est prévue pour publier leurs règles."
              en "The authority decides with algorithms and has at least {agents-algorithmes} agents: no date is planned to publish their rules."
    aide      fr "Ajoutez à l'action sur les algorithmes un jalon `visible` : la liste des règles en ligne. Le seuil d'effectif est à vérifier."
              en "Add a `visible` milestone to the action about algorithms: the list of rules online. The staff threshold is to be checked."
    signale sur stratégie {
      collectivité v "Ville" {
        algorithmes oui
        agents      50
      }
      action mention "Mention sur les décisions" {
        thèmes transparence-des-algorithmes
        jalon interne "Recensement" au 2027-06
      }
      action site "Site" {
        jalon ouvert "Ouverture" au 2027-06 {
          visible
        }
      }
    }
    accepte {
      collectivité v "Ville" {
        algorithmes oui
        agents      50
      }
      action mention "Mention sur les décisions" {
        thèmes transparence-des-algorithmes
        jalon interne "Recensement" au 2027-06
        jalon liste "Liste en ligne" au 2027-09 {
          visible
        }
      }
    }
    indécis faute de agents {
      collectivité v "Ville" {
        algorithmes oui
      }
      objectif reseau "Réseau"
    }
    indécis faute de algorithmes {
      collectivité v "Ville" {
        agents 50
      }
      objectif reseau "Réseau"
    }
    sans-objet {
      collectivité v "Ville" {
        algorithmes oui
        agents      49
      }
      objectif reseau "Réseau"
    }
    sans-objet {
      collectivité v "Ville" {
        algorithmes non
        agents      50
      }
      objectif reseau "Réseau"
    }
  }

  // Données personnelles

  règle délégué-à-la-protection-des-données {
    aussi     data-protection-officer
    code      LEG-RGPD-01
    titre     fr "La stratégie nomme le délégué à la protection des données"
              en "The strategy names the data protection officer"
    pourquoi  fr "Toute autorité publique désigne un délégué, qui peut être mutualisé. Sans lui, personne ne tient le registre ni ne répond aux usagers."
              en "Every public authority appoints one, who may be shared. Without, nobody keeps the register or answers persons."
    gravité   erreur
    source    rgpd-37 "désignation d'un délégué"
    paramètre rôles-connus = [dgs, dga, dgo, cdo, dsi, com, drh, daf, dpo, rssi]
    applicable si existe un pilote tel que pilote.rôle parmi rôles-connus et (pilote.fiches n'est pas vide ou pilote.contribue n'est pas vide)
    exige     existe un pilote tel que pilote.rôle est dpo et (pilote.poste est pourvu ou pilote.fiches n'est pas vide ou pilote.contribue n'est pas vide)
    sur       stratégie
    message   fr "Aucun délégué à la protection des données n'apparaît dans la stratégie."
              en "No data protection officer appears in the strategy."
    aide      fr "Ajoutez `contributeurs DPO` aux fiches qui traitent des données, ou déclarez `pilote DPO \"…\"` avec `poste pourvu`. Il peut être mutualisé."
              en "Add `contributors DPO` to the sheets that handle data, or declare `owner DPO \"…\"` with `post filled`. It may be shared."
    signale sur stratégie {
      pilote DSI "Informatique" {
        poste pourvu
      }
      objectif guichet "Guichet" {
        pilote        DSI
        contributeurs COM
      }
    }
    signale sur stratégie {
      pilote DPO "Délégué à la protection des données" {
        poste vacant
      }
      objectif guichet "Guichet" {
        pilote DSI
      }
    }
    accepte {
      pilote DPD "Délégué mutualisé" {
        rôle  DPO
        poste pourvu
      }
      objectif guichet "Guichet" {
        pilote DSI
      }
    }
    accepte {
      objectif registre "Registre des traitements" {
        pilote DPO
      }
    }
    accepte {
      objectif guichet "Guichet" {
        pilote        DSI
        contributeurs DPO
      }
    }
    // One who contributes is enough to look.
    signale sur stratégie {
      objectif guichet "Guichet" {
        contributeurs DSI
      }
    }
    // Nobody's role is known: whose name is the delegate's?
    sans-objet {
      pilote confiance "Unité de confiance numérique"
      pilote DSI "Informatique" {
        poste pourvu
      }
      objectif guichet "Guichet" {
        pilote confiance
      }
    }
  }

  règle délégué-consulté {
    aussi     officer-consulted
    code      LEG-RGPD-02
    titre     fr "Le délégué participe à ce qui traite des données personnelles"
              en "The officer takes part in what handles personal data"
    pourquoi  fr "Le traitement est inscrit au registre et le délégué associé dès le départ ; après coup, il faut souvent reprendre le projet."
              en "The processing is entered in the register and the officer is involved from the start; afterwards projects often have to be redone."
    gravité   erreur
    source    rgpd-30 "registre des traitements", loi-78-17 "protection des données"
    paramètre sujets = [téléservice, dématérialisation, RGPD, ia]
              fr "Thèmes pour lesquels la fiche doit dire si elle traite des données personnelles"
              en "Themes for which a sheet must say whether it handles personal data"
    chaque    fiche
    lorsque   connu fiche.données-personnelles ou existe un thème de la fiche tel que thème parmi sujets
    lorsque   fiche.données-personnelles
    exige     existe un pilote parmi fiche.équipe tel que pilote.rôle est dpo
    message   fr "« {fiche} » traite des données personnelles sans le délégué à la protection des données."
              en "\"{sheet}\" handles personal data without the data protection officer."
    aide      fr "Ajoutez `contributeurs DPO` à cette fiche, ou le délégué que la collectivité partage."
              en "Add `contributors DPO` to this sheet, or the officer that the authority shares."
    propose   ajoute fr "contributeurs DPO" en "contributors DPO" dans fiche
    signale sur guichet {
      objectif guichet "Guichet" {
        pilote               DSI
        données-personnelles oui
      }
    }
    accepte {
      objectif guichet "Guichet" {
        pilote               DSI
        contributeurs        DPO
        thèmes               téléservice
        données-personnelles oui
      }
    }
    indécis faute de données-personnelles {
      objectif guichet "Guichet" {
        pilote DSI
        thèmes téléservice, communication
      }
    }
    sans-objet {
      objectif reseau "Réseau" {
        pilote DSI
        thèmes réseaux
      }
    }
    sans-objet {
      objectif guichet "Guichet" {
        pilote               DSI
        thèmes               téléservice
        données-personnelles non
      }
    }
  }

  règle analyse-d-impact-sur-les-données {
    aussi     data-impact-assessment
    code      LEG-RGPD-02b
    titre     fr "Des données sensibles demandent une analyse d'impact avant l'ouverture"
              en "Sensitive data ask for an impact assessment before go-live"
    pourquoi  fr "Sans analyse d'impact avant la mise en service, le traitement est irrégulier : la CNIL peut l'interrompre."
              en "With no impact assessment before go-live the processing is irregular: the regulator may stop it."
    gravité   erreur
    source    rgpd-35 "analyse d'impact"
    chaque    fiche
    lorsque   connu fiche.données-sensibles ou (connu fiche.données-personnelles et fiche.données-personnelles)
    lorsque   fiche.données-sensibles
    soit      mise-en-ligne = minimum de jalon.date pour jalon de la fiche tel que jalon.nature est mise-en-service
    exige     existe un jalon de la fiche tel que jalon.nature est aipd et jalon.date <= mise-en-ligne
    message   fr "« {fiche} » traite des données sensibles sans analyse d'impact avant l'ouverture."
              en "\"{sheet}\" handles sensitive data with no impact assessment before go-live."
    aide      fr "Ajoutez un jalon `nature aipd`, daté d'avant la mise en service, et associez le délégué."
              en "Add a milestone with `nature dpia`, dated before go-live, and involve the officer."
    signale sur social {
      objectif social "Dossier social" {
        données-sensibles oui
        jalon audit "Audit" au 2027-02-01 {
          nature audit
        }
      }
    }
    signale sur social {
      objectif social "Dossier social" {
        données-sensibles oui
        jalon aipd "Analyse d'impact" au 2027-06-02 {
          nature aipd
        }
        jalon pilote "Ouverture au quartier pilote" au 2027-06-01 {
          nature mise-en-service
        }
        jalon tous "Ouverture à tous" au 2027-12-01 {
          nature mise-en-service
        }
      }
    }
    accepte {
      objectif social "Dossier social" {
        données-sensibles oui
        jalon marche "Consultation" au 2027-02-01 {
          nature consultation
        }
        jalon aipd "Analyse d'impact" au 2027-06-01 {
          nature aipd
        }
        jalon tous "Ouverture" au 2027-06-01 {
          nature mise-en-service
        }
      }
    }
    accepte {
      objectif social "Dossier social" {
        données-sensibles oui
        jalon aipd "Analyse d'impact" au 2027-06-01 {
          nature aipd
        }
      }
    }
    indécis faute de données-sensibles {
      objectif guichet "Guichet" {
        données-personnelles oui
      }
    }
    indécis faute de date {
      objectif social "Dossier social" {
        données-sensibles oui
        jalon aipd "Analyse d'impact" {
          nature aipd
        }
        jalon tous "Ouverture" au 2027-06-01 {
          nature mise-en-service
        }
      }
    }
    sans-objet {
      objectif guichet "Guichet" {
        données-sensibles non
      }
    }
    sans-objet {
      objectif guichet "Guichet" {
        données-personnelles non
      }
    }
    sans-objet {
      objectif reseau "Réseau"
    }
  }

  règle procédure-de-violation {
    aussi     breach-procedure
    code      LEG-RGPD-03
    titre     fr "La sécurité prévoit quoi faire en cas de fuite de données"
              en "Security plans what to do when data leak"
    pourquoi  fr "Une violation de données se notifie à la CNIL en quelques jours : sans procédure écrite, le délai passe."
              en "A breach is notified to the regulator within a few days: with no written procedure the time runs out."
    gravité   avertissement
    source    rgpd-33 "notification d'une violation", rgpd-33-delai "délai"
    applicable si existe une fiche telle que cybersécurité parmi fiche.thèmes
    exige     existe une fiche telle que procédure-d-incident parmi fiche.thèmes
    sur       stratégie
    message   fr "La stratégie traite de cybersécurité, mais aucune fiche n'a le thème `procédure-d-incident` ({heures-de-notification} heures pour notifier une fuite de données)."
              en "The strategy deals with cybersecurity, but no sheet has the theme `incident-response` ({heures-de-notification} hours to notify a leak of data)."
    aide      fr "Ajoutez une action avec `thèmes procédure-d-incident` : qui prévient qui, et quand."
              en "Add an action with `themes incident-response`: who warns whom, and when."
    signale sur stratégie {
      objectif securite "Sécurité" {
        thèmes cybersécurité
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    accepte {
      objectif securite "Sécurité" {
        thèmes cybersécurité
      }
      action procedure "Procédure de crise" {
        thèmes procédure-d-incident
      }
    }
    sans-objet {
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
  }

  // Relations avec le public

  règle saisine-électronique {
    aussi     electronic-referral
    code      LEG-SVE-01
    titre     fr "L'usager peut saisir la collectivité par voie électronique"
              en "Persons can reach the authority electronically"
    pourquoi  fr "C'est un droit. Si aucun téléservice n'est annoncé, tout courriel reçu vaut saisine, et fait courir les délais sans que personne le sache."
              en "It is a right. Where no e-service is announced, any e-mail is a valid referral and starts the delays without anybody knowing."
    gravité   erreur
    source    crpa-l112-8 "saisine par voie électronique", crpa-r112-9 "téléservice ou courriel", decret-2016-1491 "exceptions"
    exige     saisine parmi collectivité.téléservices ou existe une fiche telle que téléservice parmi fiche.thèmes
    sur       collectivité.téléservices
    message   fr "La saisine n'est pas parmi les `téléservices` de la collectivité, et aucune fiche n'a le thème `téléservice`."
              en "Referral is not among the `e-services` of the authority, and no sheet has the theme `online-service`."
    aide      fr "Écrivez `téléservices saisine` dans la collectivité s'il existe, ou ajoutez une action avec `thèmes téléservice`."
              en "Write `e-services referral` in the authority where it exists, or add an action with `themes online-service`."
    propose   ajoute fr "téléservices saisine" en "e-services referral" dans collectivité
    signale sur stratégie {
      collectivité v "Ville" {
        téléservices paiement
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    accepte {
      collectivité v "Ville" {
        téléservices saisine, paiement
      }
      objectif reseau "Réseau"
    }
    accepte {
      collectivité v "Ville" {
        téléservices paiement
      }
      objectif guichet "Guichet en ligne" {
        thèmes téléservice
      }
      objectif reseau "Réseau"
    }
    indécis faute de téléservices {
      collectivité v      "Ville"
      objectif     reseau "Réseau"
    }
  }

  règle accusé-de-réception-électronique {
    aussi     electronic-receipt
    code      LEG-SVE-01b
    titre     fr "Une saisine électronique reçoit un accusé de réception"
              en "An electronic referral is acknowledged"
    pourquoi  fr "Sans accusé de réception, les délais de réponse et de recours ne courent pas comme prévu."
              en "With no acknowledgement the delays of answer and appeal do not run as they should."
    gravité   avertissement
    source    crpa-l112-8 "accusé de réception électronique"
    applicable si saisine parmi collectivité.téléservices
    exige     accusé-de-réception parmi collectivité.téléservices
    sur       collectivité.téléservices
    message   fr "La saisine en ligne existe, sans accusé de réception électronique."
              en "Online referral exists, with no electronic acknowledgement."
    aide      fr "Activez l'accusé de réception, puis écrivez `téléservices saisine, accusé-de-réception` dans la collectivité."
              en "Switch the acknowledgement on, then write `e-services referral, receipt` in the authority."
    signale sur stratégie {
      collectivité v "Ville" {
        téléservices saisine, paiement
      }
      objectif reseau "Réseau"
    }
    accepte {
      collectivité v "Ville" {
        téléservices saisine, accusé-de-réception
      }
      objectif reseau "Réseau"
    }
    indécis faute de téléservices {
      collectivité v      "Ville"
      objectif     reseau "Réseau"
    }
    sans-objet {
      collectivité v "Ville" {
        téléservices paiement
      }
      objectif reseau "Réseau"
    }
  }

  règle dites-le-nous-une-fois {
    aussi     tell-us-once
    code      LEG-DLN-01
    titre     fr "Un téléservice ne redemande pas ce que l'administration détient"
              en "An e-service does not ask again for what the administration holds"
    pourquoi  fr "Les administrations s'échangent les données utiles ; redemander une pièce n'est permis que si l'échange est techniquement impossible."
              en "Administrations exchange the data that they need; asking for a paper again is allowed only where the exchange is technically impossible."
    gravité   avertissement
    source    crpa-l114-8 "échange de données entre administrations"
    paramètre pièce = "justificatif"
              fr "Le mot qui, dans une fiche, dit que l'usager fournit une pièce"
              en "The word of a sheet that says that persons hand in a paper"
    chaque    fiche
    lorsque   téléservice parmi fiche.thèmes
    lorsque   fiche.texte contient pièce
    exige l'une {
      échange-de-données parmi fiche.thèmes
      existe une fiche f parmi fiche.amont telle que échange-de-données parmi f.thèmes
    }
    message   fr "Le téléservice « {fiche} » demande un {pièce} sans échange de données avec l'administration qui le détient."
              en "The e-service \"{sheet}\" asks for a paper with no exchange of data with the administration that holds it."
    aide      fr "Branchez une API et ajoutez `thèmes dites-le-nous-une-fois`, ou assumez l'écart en donnant l'impossibilité technique."
              en "Connect an API and add `themes once-only`, or acknowledge the gap with the technical reason."
    propose   ajoute fr "thèmes dites-le-nous-une-fois" en "themes once-only" dans fiche
    signale sur guichet {
      action api "Catalogue d'API" {
        thèmes données
      }
      action guichet "Inscription en ligne avec justificatif de domicile" {
        thèmes    téléservice
        dépend de api
      }
    }
    accepte {
      action guichet "Inscription en ligne avec justificatif de domicile" {
        thèmes téléservice, dites-le-nous-une-fois
      }
    }
    accepte {
      action api "Échange de données" {
        thèmes échange-de-données
      }
      action socle "Socle du portail" {
        dépend de api
      }
      action guichet "Inscription en ligne avec justificatif de domicile" {
        thèmes    téléservice
        dépend de socle
      }
    }
    sans-objet {
      action guichet "Inscription en ligne" {
        thèmes téléservice
      }
    }
    sans-objet {
      action guichet "Inscription à l'accueil avec justificatif de domicile" {
        thèmes accueil-physique
      }
    }
  }

  règle paiement-en-ligne-des-services {
    aussi     online-payment-duty
    code      LEG-PAI-01
    titre     fr "Les services payants se paient aussi en ligne"
              en "Paid services can be paid online too"
    pourquoi  fr "Au-dessus du seuil de recettes, l'usager doit pouvoir payer en ligne, gratuitement pour lui."
              en "Above the threshold of receipts persons must be able to pay online, at no charge for them."
    gravité   erreur
    source    cgct-l1611-5-1 "service de paiement en ligne", decret-2018-689 "paliers de recettes"
    applicable si collectivité.recettes >= recettes-paiement
    exige     paiement parmi collectivité.téléservices ou existe une fiche telle que paiement-en-ligne parmi fiche.thèmes
    sur       collectivité.recettes
    message   fr "Les services encaissent au moins {recettes-paiement} par an : le paiement en ligne est dû, et ni les `téléservices` ni le thème d'une fiche ne le disent."
              en "The services sell at least {recettes-paiement} a year: online payment is due, and neither the `e-services` nor the theme of a sheet tells it."
    aide      fr "S'il existe, écrivez `téléservices paiement` dans la collectivité ; sinon ajoutez une action avec `thèmes paiement-en-ligne`."
              en "Where it exists, write `e-services payment` in the authority; otherwise add an action with `themes online-payment`."
    propose   ajoute fr "téléservices paiement" en "e-services payment" dans collectivité
    signale sur stratégie {
      collectivité v "Ville" {
        recettes     5 000 €
        téléservices saisine
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    signale sur stratégie {
      au 2021-06-01
      collectivité v "Ville" {
        recettes     50 000 €
        téléservices saisine
      }
      objectif reseau "Réseau"
    }
    accepte {
      collectivité v "Ville" {
        recettes     5 000 €
        téléservices paiement
      }
      objectif reseau "Réseau"
    }
    accepte {
      collectivité v "Ville" {
        recettes     60 000 €
        téléservices saisine
      }
      action payer "Payer en ligne" {
        thèmes paiement-en-ligne
      }
      objectif reseau "Réseau"
    }
    indécis faute de recettes {
      collectivité v "Ville" {
        téléservices saisine
      }
      objectif reseau "Réseau"
    }
    indécis faute de téléservices {
      collectivité v "Ville" {
        recettes 60 000 €
      }
      objectif reseau "Réseau"
    }
    sans-objet {
      collectivité v "Ville" {
        recettes     4 999 €
        téléservices saisine
      }
      objectif reseau "Réseau"
    }
    sans-objet {
      au 2021-06-01
      collectivité v "Ville" {
        recettes     49 999 €
        téléservices saisine
      }
      objectif reseau "Réseau"
    }
  }

  règle paiement-dématérialisé {
    aussi     dematerialised-payment
    code      LEG-PAI-01b
    titre     fr "Sous le seuil, un autre moyen de paiement dématérialisé est offert"
              en "Below the threshold, another dematerialised means of payment is offered"
    pourquoi  fr "Sous le seuil de recettes, le paiement en ligne n'est pas dû, mais un moyen dématérialisé l'est : virement, prélèvement, carte."
              en "Below the threshold of receipts online payment is not due, but a dematerialised means is: transfer, direct debit, card."
    gravité   avertissement
    source    cgct-l1611-5-1 "autre moyen dématérialisé"
    applicable si collectivité.recettes < recettes-paiement
    applicable si collectivité.recettes > 0 €
    exige     paiement parmi collectivité.téléservices ou existe une fiche telle que paiement-en-ligne parmi fiche.thèmes
    sur       collectivité.recettes
    message   fr "Les services encaissent moins de {recettes-paiement} par an, et ni les `téléservices` ni le thème d'une fiche ne disent un moyen de paiement dématérialisé."
              en "The services sell less than {recettes-paiement} a year, and neither the `e-services` nor the theme of a sheet tells a dematerialised means of payment."
    aide      fr "Proposez virement, prélèvement ou carte, et écrivez `téléservices paiement` dans la collectivité."
              en "Offer transfer, direct debit or card, and write `e-services payment` in the authority."
    signale sur stratégie {
      collectivité v "Ville" {
        recettes     4 999 €
        téléservices saisine
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    signale sur stratégie {
      collectivité v "Ville" {
        recettes     1 €
        téléservices saisine
      }
      objectif reseau "Réseau"
    }
    accepte {
      collectivité v "Ville" {
        recettes     4 999 €
        téléservices paiement
      }
      objectif reseau "Réseau"
    }
    accepte {
      collectivité v "Ville" {
        recettes     4 999 €
        téléservices saisine
      }
      action payer "Payer par carte" {
        thèmes paiement-en-ligne
      }
      objectif reseau "Réseau"
    }
    indécis faute de recettes {
      collectivité v "Ville" {
        téléservices saisine
      }
      objectif reseau "Réseau"
    }
    sans-objet {
      collectivité v "Ville" {
        recettes     5 000 €
        téléservices saisine
      }
      objectif reseau "Réseau"
    }
    sans-objet {
      collectivité v "Ville" {
        recettes     0 €
        téléservices saisine
      }
      objectif reseau "Réseau"
    }
  }

  règle téléprocédure-d-urbanisme {
    aussi     planning-e-procedure
    code      LEG-URB-01
    titre     fr "Les demandes d'urbanisme se déposent par une téléprocédure"
              en "Planning applications are filed through an e-procedure"
    pourquoi  fr "Au-delà du seuil, la commune instruit en ligne. Sans téléprocédure, les dossiers arrivent par courriel et les délais courent quand même."
              en "Above the threshold the commune handles files online. With no e-procedure they come by e-mail, and the delays run all the same."
    gravité   erreur
    source    urbanisme-l423-3 "téléprocédure", crpa-l112-8 "saisine par voie électronique"
    applicable si collectivité.nature est commune
    applicable si collectivité.population > habitants-urbanisme
    applicable si urbanisme parmi collectivité.compétences
    exige     urbanisme parmi collectivité.téléservices ou existe une fiche telle que urbanisme-en-ligne parmi fiche.thèmes
    sur       collectivité.téléservices
    message   fr "Plus de {habitants-urbanisme} habitants et la compétence urbanisme : une téléprocédure est due, et ni les `téléservices` ni le thème d'une fiche ne la disent."
              en "More than {habitants-urbanisme} inhabitants and in charge of planning: an e-procedure is due, and neither the `e-services` nor the theme of a sheet tells it."
    aide      fr "Écrivez `téléservices urbanisme` si elle existe, même partagée ; sinon ajoutez une action avec `thèmes urbanisme-en-ligne`."
              en "Write `e-services planning` where it exists, even shared; otherwise add an action with `themes planning-permission`."
    propose   ajoute fr "téléservices urbanisme" en "e-services planning" dans collectivité
    signale sur stratégie {
      collectivité v "Ville" {
        nature       commune
        population   3 501
        compétences  urbanisme, écoles
        téléservices saisine
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    accepte {
      collectivité v "Ville" {
        nature       commune
        population   3 501
        compétences  urbanisme
        téléservices urbanisme
      }
      objectif reseau "Réseau"
    }
    accepte {
      collectivité v "Ville" {
        nature       commune
        population   3 501
        compétences  urbanisme
        téléservices saisine
      }
      action depot "Dépôt en ligne" {
        thèmes urbanisme-en-ligne
      }
      objectif reseau "Réseau"
    }
    indécis faute de nature {
      collectivité v "Ville" {
        population   3 501
        compétences  urbanisme
        téléservices saisine
      }
      objectif reseau "Réseau"
    }
    indécis faute de compétences, téléservices {
      collectivité v "Ville" {
        nature     commune
        population 3 501
      }
      objectif reseau "Réseau"
    }
    sans-objet {
      collectivité v "Ville" {
        nature       commune
        population   3 500
        compétences  urbanisme
        téléservices saisine
      }
      objectif reseau "Réseau"
    }
    sans-objet {
      collectivité v "Agglomération" {
        nature       epci
        population   60 000
        compétences  urbanisme
        téléservices saisine
      }
      objectif reseau "Réseau"
    }
    sans-objet {
      collectivité v "Ville" {
        nature       commune
        population   3 501
        compétences  écoles
        téléservices saisine
      }
      objectif reseau "Réseau"
    }
  }

  règle dépôt-électronique-d-urbanisme {
    aussi     planning-electronic-filing
    code      LEG-URB-01b
    titre     fr "Toute commune reçoit les demandes d'urbanisme par voie électronique"
              en "Every commune receives planning applications electronically"
    pourquoi  fr "Sous le seuil, la téléprocédure n'est pas due, mais l'usager peut déposer son dossier par voie électronique."
              en "Below the threshold no e-procedure is due, but persons may file electronically."
    gravité   avertissement
    source    crpa-l112-8 "saisine par voie électronique", urbanisme-l423-3 "téléprocédure"
    applicable si collectivité.nature est commune
    applicable si collectivité.population <= habitants-urbanisme
    applicable si urbanisme parmi collectivité.compétences
    exige l'une {
      urbanisme parmi collectivité.téléservices
      saisine parmi collectivité.téléservices
      existe une fiche telle que urbanisme-en-ligne parmi fiche.thèmes
    }
    sur       collectivité.téléservices
    message   fr "Aucune voie électronique pour déposer une demande d'urbanisme : ni dans les `téléservices`, ni par le thème d'une fiche."
              en "No electronic way to file a planning application: neither in the `e-services` nor by the theme of a sheet."
    aide      fr "Une adresse de courriel annoncée suffit : écrivez alors `téléservices saisine` dans la collectivité."
              en "An e-mail address that is announced is enough: then write `e-services referral` in the authority."
    signale sur stratégie {
      collectivité v "Village" {
        nature       commune
        population   3 500
        compétences  urbanisme
        téléservices paiement
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    accepte {
      collectivité v "Village" {
        nature       commune
        population   3 500
        compétences  urbanisme
        téléservices saisine
      }
      objectif reseau "Réseau"
    }
    accepte {
      collectivité v "Village" {
        nature       commune
        population   900
        compétences  urbanisme
        téléservices urbanisme
      }
      objectif reseau "Réseau"
    }
    accepte {
      collectivité v "Village" {
        nature       commune
        population   900
        compétences  urbanisme
        téléservices paiement
      }
      action depot "Dépôt en ligne" {
        thèmes urbanisme-en-ligne
      }
      objectif reseau "Réseau"
    }
    indécis faute de compétences {
      collectivité v "Village" {
        nature       commune
        population   900
        téléservices paiement
      }
      objectif reseau "Réseau"
    }
    sans-objet {
      collectivité v "Ville" {
        nature       commune
        population   3 501
        compétences  urbanisme
        téléservices paiement
      }
      objectif reseau "Réseau"
    }
    sans-objet {
      collectivité v "Communauté" {
        nature       epci
        population   3 000
        compétences  urbanisme
        téléservices paiement
      }
      objectif reseau "Réseau"
    }
    sans-objet {
      collectivité v "Village" {
        nature       commune
        population   900
        compétences  écoles
        téléservices paiement
      }
      objectif reseau "Réseau"
    }
  }

  règle base-adresse-locale-publiée {
    aussi     local-addresses
    code      LEG-BAL-01
    titre     fr "La commune publie ses adresses"
              en "The commune publishes its addresses"
    pourquoi  fr "Le conseil nomme les voies et la commune publie sa base adresse : secours, fibre et livraisons en dépendent."
              en "The council names the streets and the commune publishes its addresses: rescue, fibre and deliveries depend on them."
    gravité   avertissement
    source    cgct-l2121-30 "dénomination et numérotage", loi-3ds-169 "base adresse locale"
    applicable si collectivité.nature est commune
    exige     adresses parmi collectivité.téléservices ou existe une fiche telle que base-adresse-locale parmi fiche.thèmes
    sur       collectivité.téléservices
    message   fr "La base adresse locale n'est pas parmi les `téléservices`, et aucune fiche n'a le thème `base-adresse-locale`."
              en "The base of addresses is not among the `e-services`, and no sheet has the theme `addresses`."
    aide      fr "Écrivez `téléservices adresses` si elle est publiée ; sinon ajoutez une action avec `thèmes base-adresse-locale`."
              en "Write `e-services addresses` where it is published; otherwise add an action with `themes addresses`."
    propose   ajoute fr "téléservices adresses" en "e-services addresses" dans collectivité
    signale sur stratégie {
      collectivité v "Village" {
        nature       commune
        téléservices saisine
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    accepte {
      collectivité v "Village" {
        nature       commune
        téléservices adresses
      }
      objectif reseau "Réseau"
    }
    accepte {
      collectivité v "Village" {
        nature       commune
        téléservices saisine
      }
      action bal "Adresses" {
        thèmes base-adresse-locale
      }
      objectif reseau "Réseau"
    }
    indécis faute de téléservices {
      collectivité v "Village" {
        nature commune
      }
      objectif reseau "Réseau"
    }
    sans-objet {
      collectivité v "Département" {
        nature       département
        téléservices saisine
      }
      objectif reseau "Réseau"
    }
  }

  règle voie-non-numérique-gardée {
    aussi     non-digital-route
    code      LEG-INC-01
    titre     fr "Ce qui est dématérialisé garde une voie non numérique"
              en "What is dematerialised keeps a non-digital route"
    pourquoi  fr "Aucune loi ne l'impose partout, mais le Défenseur des droits le demande : sans guichet ni téléphone, une partie des habitants perd ses droits."
              en "No law asks it everywhere, but the ombudsman does: with no counter and no telephone part of the inhabitants lose their rights."
    gravité   avertissement
    source    defenseur-des-droits "maintien d'une voie non numérique", cgct-l1425-2 "stratégie des usages et services, facultative"
    chaque    fiche
    lorsque   dématérialisation parmi fiche.thèmes
    exige     existe une fiche f telle que voie-non-numérique parmi f.thèmes
    message   fr "« {fiche} » dématérialise, et aucune fiche n'a le thème `accueil-physique` (guichet, téléphone)."
              en "\"{sheet}\" dematerialises, and no sheet has the theme `in-person` (counter, telephone)."
    aide      fr "Ajoutez `thèmes accueil-physique` à la fiche ou à l'action qui garde l'accueil : guichet, téléphone, médiateur."
              en "Add `themes in-person` to the sheet or the action that keeps it: counter, telephone, helper."
    propose   ajoute fr "thèmes accueil-physique" en "themes in-person" dans fiche
    signale sur demarches {
      objectif demarches "Démarches en ligne" {
        thèmes dématérialisation
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    accepte {
      objectif demarches "Démarches en ligne" {
        thèmes dématérialisation
      }
      action accueil "Maison des services" {
        thèmes voie-non-numérique
      }
    }
    accepte {
      objectif demarches "Démarches en ligne et au guichet" {
        thèmes dématérialisation, accueil-physique
      }
    }
    sans-objet {
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
  }

  règle franceconnect-proposé {
    aussi     franceconnect-offered
    code      LEG-FC-01
    titre     fr "Un téléservice qui identifie fortement propose FranceConnect"
              en "An e-service with strong identification offers FranceConnect"
    pourquoi  fr "Rien n'y oblige une commune, mais un compte de plus par service décourage l'usager et coûte à sécuriser."
              en "No duty for a commune, but one more account a service puts people off and is costly to secure."
    gravité   conseil
    source    franceconnect-bonne-pratique "identification proportionnée"
    chaque    fiche
    lorsque   téléservice parmi fiche.thèmes
    lorsque   identification-forte parmi fiche.thèmes
    exige     FranceConnect parmi fiche.thèmes
    message   fr "Le téléservice « {fiche} » identifie fortement l'usager sans FranceConnect."
              en "The e-service \"{sheet}\" identifies people strongly without FranceConnect."
    aide      fr "Ajoutez `thèmes FranceConnect`, ou dites dans la fiche pourquoi un autre moyen est proportionné."
              en "Add `themes franceconnect`, or say in the sheet why another means is in proportion."
    propose   ajoute fr "thèmes FranceConnect" en "themes franceconnect" dans fiche
    signale sur guichet {
      objectif guichet "Guichet en ligne" {
        thèmes téléservice, identification-forte
      }
    }
    accepte {
      objectif guichet "Guichet en ligne" {
        thèmes téléservice, identification-forte, FranceConnect
      }
    }
    sans-objet {
      objectif guichet "Guichet en ligne" {
        thèmes téléservice
      }
    }
    sans-objet {
      objectif postes "Postes des agents" {
        thèmes identification-forte
      }
    }
  }

  // Commande publique et finances

  règle temps-de-la-consultation {
    aussi     procurement-lead-time
    code      LEG-ACH-01
    titre     fr "Un achat avec publicité laisse le temps de la consultation"
              en "A purchase with a notice leaves time for the procedure"
    pourquoi  fr "Au-dessus du seuil, l'avis se publie sur un profil d'acheteur et les offres prennent des semaines : la date promise ne tient pas sans elles."
              en "Above the threshold the notice is published on a buyer profile and offers take weeks: the promised date does not hold without them."
    gravité   avertissement
    source    ccp-l2132-2 "profil d'acheteur", ccp-r2132-2 "seuil de publicité"
    paramètre délai = 3 mois
              fr "Temps entre l'avis et le début de ce qui est acheté"
              en "Time between the notice and the start of what is bought"
    chaque    fiche
    lorsque   existe fiche.achat
    lorsque   fiche.achat.ht >= achat-avec-publicité au fiche.début
    soit      attendu = minimum de jalon.date pour jalon de la fiche tel que jalon.nature parmi [attribution, livraison, mise-en-service]
    exige l'une {
      existe un jalon de la fiche tel que jalon.nature est consultation et jalon.date + délai <= attendu
      existe une fiche f parmi fiche.amont telle que existe un jalon de f tel que jalon.nature est consultation et jalon.date + délai <= fiche.début
    }
    sur       fiche.achat
    message   fr "« {fiche} » achète pour {fiche.achat.ht} sans consultation lancée au moins {délai} avant."
              en "\"{sheet}\" buys for {sheet.purchase.ht} with no procedure launched at least {délai} before."
    aide      fr "Ajoutez un jalon `nature consultation`, {délai} avant l'attribution ou la livraison, ou faites-la dépendre d'une action de marché."
              en "Add a milestone with `nature tender`, {délai} before the award or the delivery, or let it depend on an action of procurement."
    signale sur logiciel {
      objectif logiciel "Logiciel" {
        période 2027-01-01 .. 2028-12-31
        achat   60 000 € HT
        jalon etude "Étude" au 2027-01-15 {
          nature audit
        }
        jalon avis "Avis" au 2027-03-01 {
          nature consultation
        }
        jalon livre "Livraison" au 2027-05-31 {
          nature livraison
        }
        jalon ouvert "Mise en service" au 2027-12-01 {
          nature mise-en-service
        }
      }
    }
    signale sur logiciel {
      objectif logiciel "Logiciel" {
        période 2027-01-01 .. 2028-12-31
        achat   60 000 € HT
      }
    }
    signale sur logiciel {
      action marche "Marché" {
        période 2027-01-01 .. 2027-04-13
        jalon etude "Étude" au 2027-01-02 {
          nature audit
        }
        jalon avis "Avis" au 2027-01-15 {
          nature consultation
        }
      }
      action logiciel "Logiciel" {
        période   2027-04-14 .. 2028-12-31
        achat     60 000 € HT
        dépend de marche
      }
    }
    accepte {
      objectif logiciel "Logiciel" {
        période 2027-01-01 .. 2028-12-31
        achat   60 000 € HT
        jalon avis "Avis" au 2027-03-01 {
          nature consultation
        }
        jalon livre "Livraison" au 2027-06-01 {
          nature livraison
        }
      }
    }
    accepte {
      objectif logiciel "Logiciel" {
        période 2027-01-01 .. 2028-12-31
        achat   60 000 € HT
        jalon avis "Avis" au 2027-03-01 {
          nature consultation
        }
      }
    }
    accepte {
      action marche "Marché" {
        période 2027-01-01 .. 2027-03-31
        jalon avis "Avis" au 2027-01-15 {
          nature consultation
        }
        jalon choix "Choix" au 2027-03-31 {
          nature attribution
        }
      }
      action recette "Recette" {
        période   2027-04-01 .. 2027-04-14
        dépend de marche
        jalon essai "Essai" au 2027-04-10 {
          nature bilan
        }
      }
      action logiciel "Logiciel" {
        période   2027-04-15 .. 2028-12-31
        achat     60 000 € HT
        dépend de recette
      }
    }
    indécis faute de achat {
      objectif logiciel "Logiciel" {
        période 2027-01-01 .. 2028-12-31
        achat   80 000 €
      }
    }
    indécis faute de achat-avec-publicité {
      stratégie "S" {
        période 2026-01 .. 2032-12
      }
      objectif logiciel "Logiciel" {
        période 2026-02-01 .. 2028-12-31
        achat   80 000 € HT
      }
    }
    sans-objet {
      objectif logiciel "Logiciel" {
        période 2027-01-01 .. 2028-12-31
        achat   59 999 € HT
      }
    }
    sans-objet {
      objectif logiciel "Logiciel" {
        période 2027-01-01 .. 2028-12-31
      }
    }
  }

  règle données-essentielles-des-marchés {
    aussi     contract-open-data
    code      LEG-ACH-02
    titre     fr "Les données essentielles des marchés sont publiées"
              en "The essential data of contracts are published"
    pourquoi  fr "Elles se publient après l'attribution ; l'oubli se voit sur le portail national et se relève au contrôle."
              en "They are published after the award; what is missing is seen on the national portal."
    gravité   conseil
    source    ccp-r2196-1 "publication des données essentielles"
    chaque    fiche
    lorsque   existe fiche.achat
    lorsque   fiche.achat.ht >= achat-données-essentielles
    exige     existe une fiche f telle que données-ouvertes parmi f.thèmes
    sur       fiche.achat
    message   fr "« {fiche} » achète pour {fiche.achat.ht} : les données essentielles se publient dans les {délai-données-essentielles} de l'attribution, et aucune fiche n'a le thème `données-ouvertes`."
              en "\"{sheet}\" buys for {sheet.purchase.ht}: the essential data are published within {délai-données-essentielles} of the award, and no sheet has the theme `open-data`."
    aide      fr "Ajoutez `thèmes données-ouvertes` à la fiche, ou à l'action qui publie les marchés. De {achat-en-liste} à {achat-données-essentielles}, une liste suffit."
              en "Add `themes open-data` to the sheet, or to the action that publishes contracts. From {achat-en-liste} to {achat-données-essentielles} a list is enough."
    signale sur logiciel {
      objectif logiciel "Logiciel" {
        achat 40 000 € HT
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    accepte {
      objectif logiciel "Logiciel" {
        achat 40 000 € HT
      }
      action portail "Portail de données" {
        thèmes données-ouvertes
      }
    }
    indécis faute de achat {
      objectif logiciel "Logiciel" {
        achat 80 000 €
      }
    }
    sans-objet {
      objectif logiciel "Logiciel" {
        achat 39 999 € HT
      }
    }
    sans-objet {
      objectif reseau "Réseau"
    }
  }

  règle temps-de-la-procédure-formalisée {
    aussi     formal-procedure-time
    code      LEG-ACH-03
    titre     fr "Un achat formalisé ne commence pas trop tôt après le vote"
              en "A formal purchase does not start too soon after the vote"
    pourquoi  fr "Une procédure formalisée demande des mois entre le vote et la notification : un début trop proche glissera, avec tout ce qui en dépend."
              en "A formal procedure takes months between the vote and the award: a start too near will slip, with all that rests on it."
    gravité   avertissement
    source    seuils-europeens "fournitures et services des collectivités", delai-de-passation "délai usuel"
    paramètre délai = 6 mois
              fr "Temps entre l'adoption de la stratégie et le début de ce qui est acheté"
              en "Time between the adoption of the strategy and the start of what is bought"
    chaque    fiche
    lorsque   existe fiche.achat
    lorsque   fiche.achat.ht >= achat-formalisé au fiche.début
    exige     fiche.début >= stratégie.adoption + délai
    sur       fiche.achat
    message   fr "« {fiche} » ({fiche.achat.ht}) passe par une procédure formalisée et commence moins de {délai} après l'adoption ({stratégie.adoption})."
              en "\"{sheet}\" ({sheet.purchase.ht}) needs a formal procedure and starts less than {délai} after the adoption ({strategy.adopted})."
    aide      fr "Repoussez son début, ou lancez la consultation avant le vote, sous réserve de celui-ci."
              en "Start it later, or launch the procedure before the vote, subject to it."
    signale sur logiciel {
      stratégie "S" {
        période 2027-01 .. 2032-12
        décision vote "Adoption" au 2027-02-01 {
          nature   adoption
          séances  2027-02-01
          résultat adoptée
        }
      }
      objectif logiciel "Logiciel" {
        période 2027-07-31 .. 2028-12-31
        achat   216 000 € HT
      }
    }
    accepte {
      stratégie "S" {
        période 2027-01 .. 2032-12
        décision vote "Adoption" au 2027-02-01 {
          nature   adoption
          séances  2027-02-01
          résultat adoptée
        }
      }
      objectif logiciel "Logiciel" {
        période 2027-08-01 .. 2028-12-31
        achat   216 000 € HT
      }
    }
    indécis faute de adoption {
      objectif logiciel "Logiciel" {
        période 2027-02-01 .. 2027-12-31
        achat   300 000 € HT
      }
    }
    indécis faute de achat {
      stratégie "S" {
        période 2027-01 .. 2032-12
        décision vote "Adoption" au 2027-02-01 {
          nature   adoption
          séances  2027-02-01
          résultat adoptée
        }
      }
      objectif logiciel "Logiciel" {
        période 2027-03-01 .. 2027-12-31
        achat   300 000 €
      }
    }
    sans-objet {
      stratégie "S" {
        période 2027-01 .. 2032-12
        décision vote "Adoption" au 2027-02-01 {
          nature   adoption
          séances  2027-02-01
          résultat adoptée
        }
      }
      objectif logiciel "Logiciel" {
        période 2027-03-01 .. 2028-12-31
        achat   215 999 € HT
      }
      objectif reseau "Réseau" {
        période 2027-03-01 .. 2028-12-31
      }
    }
    sans-objet {
      au 2025-09-01
      stratégie "S" {
        période 2025-01 .. 2032-12
        décision vote "Adoption" au 2025-06-01 {
          nature   adoption
          séances  2025-06-01
          résultat adoptée
        }
      }
      objectif logiciel "Logiciel" {
        période 2025-10-01 .. 2026-12-31
        achat   216 500 € HT
      }
    }
  }

  règle facturation-électronique-prévue {
    aussi     e-invoicing-planned
    code      LEG-FAC-01
    titre     fr "Un nouveau logiciel financier prévoit la facturation électronique"
              en "A new finance software plans e-invoicing"
    pourquoi  fr "La collectivité doit accepter les factures électroniques. Un logiciel qui ne les reçoit pas oblige à les ressaisir et retarde les paiements."
              en "The authority must accept electronic invoices. A software that does not receive them means typing them again and paying late."
    gravité   avertissement
    source    ccp-l2192-2 "acceptation des factures électroniques"
    chaque    fiche
    lorsque   logiciel-financier parmi fiche.thèmes
    exige     existe une fiche f telle que facturation-électronique parmi f.thèmes
    message   fr "« {fiche} » change le logiciel financier, et aucune fiche n'a le thème `facturation-électronique`."
              en "\"{sheet}\" changes the finance software, and no sheet has the theme `e-invoicing`."
    aide      fr "Ajoutez `thèmes facturation-électronique` à la fiche ou à une action. Nouvelle version du texte au {facturation-révisée}."
              en "Add `themes e-invoicing` to the sheet or to an action. A new version of the text applies from {facturation-révisée}."
    propose   ajoute fr "thèmes facturation-électronique" en "themes e-invoicing" dans fiche
    signale sur finances {
      objectif finances "Logiciel de gestion financière" {
        thèmes logiciel-financier
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    accepte {
      objectif finances "Logiciel de gestion financière" {
        thèmes logiciel-financier
        action factures "Flux de factures" {
          thèmes facturation-électronique
        }
      }
    }
    sans-objet {
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
  }

  règle part-de-réemploi-à-l-achat {
    aussi     reuse-share
    code      LEG-ACHDUR-01
    titre     fr "Un achat de matériel dit sa part de réemploi"
              en "A purchase of hardware tells its share of reuse"
    pourquoi  fr "L'acheteur public réserve une part de ses achats au réemploi et la déclare chaque année."
              en "Public buyers keep a share of their purchases for reuse and declare it each year."
    gravité   avertissement
    source    loi-agec-58 "part de réemploi"
    chaque    fiche
    lorsque   existe fiche.budget
    lorsque   existe un montant de la fiche tel que montant.nature est matériel
    exige l'une {
      achats-réemploi parmi fiche.thèmes
      existe un indicateur de la fiche tel que achats-réemploi parmi indicateur.thèmes
    }
    sur       fiche.budget
    message   fr "« {fiche} » achète du matériel sans part de réemploi ({part-de-réemploi} est la part citée pour l'informatique)."
              en "\"{sheet}\" buys hardware with no share of reuse ({part-de-réemploi} is the share quoted for IT)."
    aide      fr "Ajoutez `thèmes achats-réemploi`, ou un indicateur qui porte ce thème, avec la part visée."
              en "Add `themes reuse`, or an indicator with that theme and the share aimed at."
    signale sur postes {
      objectif parc "Parc informatique" {
        action postes "Postes des agents" {
          budget {
            investissement 2027: 40 k€ {
              nature matériel
            }
            fonctionnement 2027: 5 k€
          }
          indicateur delai "Délai de dépannage"
        }
      }
    }
    accepte {
      action postes "Postes des agents" {
        thèmes achats-réemploi
        budget {
          investissement 2027: 40 k€ {
            nature matériel
          }
        }
      }
    }
    accepte {
      action postes "Postes des agents" {
        budget {
          investissement 2027: 40 k€ {
            nature matériel
          }
        }
        indicateur delai "Délai de dépannage"
        indicateur part "Part de matériel réemployé" {
          thèmes achats-réemploi
        }
      }
    }
    sans-objet {
      action logiciel "Logiciel" {
        budget {
          investissement 2027: 40 k€ {
            nature licence
          }
          fonctionnement 2027: 5 k€
        }
      }
    }
  }

  // Sécurité

  règle attestation-de-sécurité {
    aussi     security-attestation
    code      LEG-SEC-01
    titre     fr "Un téléservice ouvre avec une analyse de risques et une attestation"
              en "An e-service goes live with a risk analysis and an attestation"
    pourquoi  fr "Le référentiel général de sécurité les demande avant l'ouverture. Après une attaque, leur absence engage la collectivité."
              en "The general security framework asks for them before go-live. After an attack, their lack is held against the authority."
    gravité   erreur
    source    ord-2005-1516 "sécurité des téléservices", decret-2010-112 "analyse de risques et attestation"
    chaque    fiche
    lorsque   téléservice parmi fiche.thèmes
    soit      mise-en-ligne = minimum de jalon.date pour jalon de la fiche tel que jalon.nature est mise-en-service
    exige     existe un jalon de la fiche tel que jalon.nature est analyse-de-risques et jalon.date <= mise-en-ligne
    exige     existe un jalon de la fiche tel que jalon.nature est attestation et jalon.date <= mise-en-ligne
    message   fr "Il manque au téléservice « {fiche} » une analyse de risques ou une attestation de sécurité datée d'avant l'ouverture."
              en "The e-service \"{sheet}\" lacks a risk analysis or a security attestation dated before go-live."
    aide      fr "Ajoutez deux jalons datés d'avant l'ouverture : `nature analyse-de-risques` et `nature attestation`."
              en "Add two milestones dated before go-live: `nature risk-analysis` and `nature attestation`."
    signale sur guichet {
      objectif guichet "Guichet en ligne" {
        thèmes téléservice
        jalon attestation "Attestation" au 2027-05-01 {
          nature attestation
        }
      }
    }
    signale sur guichet {
      objectif guichet "Guichet en ligne" {
        thèmes téléservice
        jalon analyse "Analyse de risques" au 2027-05-01 {
          nature analyse-de-risques
        }
      }
    }
    signale sur guichet {
      objectif guichet "Guichet en ligne" {
        thèmes téléservice
        jalon analyse "Analyse de risques" au 2027-06-02 {
          nature analyse-de-risques
        }
        jalon attestation "Attestation" au 2027-06-01 {
          nature attestation
        }
        jalon quartier "Ouverture au quartier pilote" au 2027-06-01 {
          nature mise-en-service
        }
        jalon tous "Ouverture à tous" au 2027-12-01 {
          nature mise-en-service
        }
      }
    }
    signale sur guichet {
      objectif guichet "Guichet en ligne" {
        thèmes téléservice
        jalon analyse "Analyse de risques" au 2027-06-01 {
          nature analyse-de-risques
        }
        jalon attestation "Attestation" au 2027-06-02 {
          nature attestation
        }
        jalon tous "Ouverture à tous" au 2027-06-01 {
          nature mise-en-service
        }
      }
    }
    accepte {
      objectif guichet "Guichet en ligne" {
        thèmes téléservice
        jalon marche "Consultation" au 2027-02-01 {
          nature consultation
        }
        jalon analyse "Analyse de risques" au 2027-06-01 {
          nature analyse-de-risques
        }
        jalon attestation "Attestation" au 2027-06-01 {
          nature attestation
        }
        jalon tous "Ouverture à tous" au 2027-06-01 {
          nature mise-en-service
        }
      }
    }
    accepte {
      objectif guichet "Guichet en ligne" {
        thèmes téléservice
        jalon analyse "Analyse de risques" au 2027-05-01 {
          nature analyse-de-risques
        }
        jalon attestation "Attestation" au 2027-06-01 {
          nature attestation
        }
      }
    }
    indécis faute de date {
      objectif guichet "Guichet en ligne" {
        thèmes téléservice
        jalon analyse "Analyse de risques" {
          nature analyse-de-risques
        }
        jalon attestation "Attestation" au 2027-06-01 {
          nature attestation
        }
        jalon tous "Ouverture à tous" au 2027-06-01 {
          nature mise-en-service
        }
      }
    }
    sans-objet {
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
  }

  règle attestation-dite-homologation {
    aussi     attestation-wording
    code      LEG-SEC-01b
    titre     fr "L'attestation de sécurité porte son nom"
              en "The security attestation bears its name"
    pourquoi  fr "Le décret parle d'attestation ; « homologation » est compris, mais ce n'est pas le mot du texte que l'on vous demandera."
              en "The decree speaks of an attestation; \"homologation\" is understood, but is not the word of the text."
    gravité   conseil
    source    decret-2010-112 "attestation formelle"
    paramètre synonyme = "homologation"
    chaque    jalon
    lorsque   jalon.nature est attestation
    lorsque   existe jalon.titre
    exige     non (jalon.titre contient synonyme)
    message   fr "Le jalon « {jalon} » dit « {synonyme} » : le décret dit « attestation »."
              en "The milestone \"{milestone}\" says \"{synonyme}\": the decree says attestation."
    aide      fr "Gardez le jalon, et écrivez dans son titre « attestation de sécurité »."
              en "Keep the milestone, and write \"attestation de sécurité\" in its title."
    signale sur accord {
      objectif guichet "Guichet en ligne" {
        jalon accord "Homologation du service" au 2027-06 {
          nature attestation
        }
      }
    }
    accepte {
      objectif guichet "Guichet en ligne" {
        jalon accord "Attestation de sécurité" au 2027-06 {
          nature attestation
        }
      }
    }
    sans-objet {
      objectif guichet "Guichet en ligne" {
        jalon accord "Homologation de la licence" au 2027-06
      }
    }
  }

  règle plainte-après-une-attaque {
    aussi     complaint-after-attack
    code      LEG-SEC-02
    titre     fr "L'assurance cyber demande une plainte rapide"
              en "Cyber insurance asks for a quick complaint"
    pourquoi  fr "L'assureur ne rembourse que si la plainte est déposée à temps : le plan d'incident doit le dire à celui qui est d'astreinte."
              en "The insurer pays only where the complaint is filed in time: the incident plan must tell so to whoever is on duty."
    gravité   conseil
    source    assurances-l12-10-1 "dépôt de plainte"
    paramètre mot = "plainte"
              fr "Le mot que doit contenir la fiche sur les incidents"
              en "The word that the sheet about incidents must hold"
    applicable si collectivité.assurance-cyber
    exige     existe une fiche telle que procédure-d-incident parmi fiche.thèmes et fiche.texte contient mot
    sur       collectivité.assurance-cyber
    message   fr "La collectivité est assurée contre les attaques, mais aucune fiche du thème `procédure-d-incident` ne parle de la {mot} à porter sous {heures-de-plainte} heures."
              en "The authority is insured against attacks, but no sheet of the theme `incident-response` speaks of the complaint due within {heures-de-plainte} hours."
    aide      fr "Dans la fiche avec `thèmes procédure-d-incident`, écrivez qui porte plainte, et dans quel délai."
              en "In the sheet with `themes incident-response`, write who files the complaint, and how soon (the word \"plainte\")."
    signale sur stratégie {
      collectivité v "Ville" {
        assurance-cyber oui
      }
      action procedure "Procédure de crise" {
        thèmes procédure-d-incident
      }
      action accueil "Accueil des victimes qui portent plainte" {
        thèmes accueil-physique
      }
    }
    accepte {
      collectivité v "Ville" {
        assurance-cyber oui
      }
      action procedure "Procédure de crise : alerte, plainte, reprise" {
        thèmes procédure-d-incident
      }
      objectif reseau "Réseau"
    }
    indécis faute de assurance-cyber {
      collectivité v      "Ville"
      objectif     reseau "Réseau"
    }
    sans-objet {
      collectivité v "Ville" {
        assurance-cyber non
      }
      objectif reseau "Réseau"
    }
  }

  règle sécurité-dans-la-stratégie {
    aussi     security-in-strategy
    code      LEG-SEC-03
    titre     fr "La stratégie traite de cybersécurité"
              en "The strategy deals with cybersecurity"
    pourquoi  fr "Bonne pratique, non obligation : sauvegardes, double authentification, exercice de crise et un responsable évitent l'arrêt de tous les services."
              en "Good practice, no duty: backups, two factors, an exercise and somebody in charge keep services from stopping altogether."
    gravité   avertissement
    source    securite-bonne-pratique "mesures essentielles"
    applicable si existe une fiche telle que existe fiche.thèmes
    exige     existe une fiche telle que cybersécurité parmi fiche.thèmes
    sur       stratégie
    message   fr "Aucun objectif ni aucune action n'a le thème `cybersécurité`."
              en "No goal and no action has the theme `cybersecurity`."
    aide      fr "Ajoutez `thèmes cybersécurité` à l'objectif qui en traite, ou créez-le : sauvegardes hors ligne, double authentification, exercice, responsable (RSSI)."
              en "Add `themes cybersecurity` to the goal that deals with it, or write one: offline backups, two factors, an exercise, somebody in charge (CISO)."
    signale sur stratégie {
      objectif reseau "Réseau" {
        thèmes réseaux
      }
      objectif accueil "Accueil"
    }
    accepte {
      objectif securite "Sécurité" {
        thèmes cybersécurité
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    // No sheet names a theme: nothing can be said of what is missing.
    sans-objet {
      objectif reseau "Réseau"
    }
  }

  règle nis-2-affirmée {
    aussi     nis-2-asserted
    code      LEG-NIS-01
    titre     fr "« Soumise à NIS 2 » se vérifie avant de s'écrire"
              en "\"Subject to NIS 2\" is checked before it is written"
    pourquoi  fr "La directive n'était pas transposée au dernier contrôle, et les versions du projet de loi diffèrent : l'affirmer dans un acte serait faux ou prématuré."
              en "The directive was not transposed at the last check, and versions of the bill differ: asserting it in an act would be wrong or early."
    gravité   avertissement
    source    directive-2022-2555 "option nationale"
    paramètre sigle = "NIS2"
    paramètre nom = "NIS 2"
    paramètre soumise = "soumise à"
    chaque    fiche
    lorsque   fiche.texte contient sigle ou fiche.texte contient nom
    exige     non (fiche.texte contient soumise)
    message   fr "« {fiche} » dit la collectivité {soumise} {nom} : à vérifier, la directive n'étant pas transposée au dernier contrôle."
              en "\"{sheet}\" says that the authority is subject to {nom}: to be checked, as the directive was not transposed at the last check."
    aide      fr "Écrivez « se préparer à NIS 2 », ou citez la loi de transposition si elle est parue."
              en "Write \"to get ready for NIS 2\", or quote the law once it is out."
    signale sur securite {
      objectif securite "Sécurité d'une ville soumise à NIS2"
    }
    signale sur securite {
      objectif securite "Sécurité d'une ville soumise à NIS 2"
    }
    accepte {
      objectif securite "Se préparer à NIS 2"
    }
    sans-objet {
      objectif facade "Façade soumise à autorisation"
    }
  }

  règle préparation-à-nis-2 {
    aussi     nis-2-readiness
    code      LEG-NIS-01b
    titre     fr "Une grande collectivité se prépare à NIS 2"
              en "A large authority gets ready for NIS 2"
    pourquoi  fr "Les versions du projet de loi ne s'accordent pas sur le seuil ; celui qui se prépare gagne un an le jour où le texte paraît."
              en "Versions of the bill do not agree on the threshold; who prepares gains a year on the day the text is out."
    gravité   conseil
    source    projet-de-loi-resilience "seuils discutés", directive-2022-2555 "option nationale"
    applicable si collectivité.population >= habitants-nis
    applicable si existe une fiche telle que existe fiche.thèmes
    exige     existe une fiche telle que préparation-nis2 parmi fiche.thèmes
    sur       stratégie
    message   fr "La collectivité atteint {habitants-nis} habitants, seuil discuté pour NIS 2, et aucune fiche n'a le thème `préparation-nis2`."
              en "The authority has at least {habitants-nis} inhabitants, a threshold discussed for NIS 2, and no sheet has the theme `readiness-nis`."
    aide      fr "Ajoutez une action avec `thèmes préparation-nis2` : recensement, analyse d'écart, déclaration d'incident."
              en "Add an action with `themes readiness-nis`: inventory, gap analysis, report of incidents."
    signale sur stratégie {
      collectivité v "Ville" {
        population 30 000
      }
      objectif securite "Sécurité" {
        thèmes cybersécurité
      }
      objectif accueil "Accueil"
    }
    accepte {
      collectivité v "Ville" {
        population 30 000
      }
      action ecart "Analyse d'écart" {
        thèmes préparation-nis2
      }
      objectif securite "Sécurité" {
        thèmes cybersécurité
      }
    }
    indécis faute de population {
      collectivité v "Ville"
      objectif securite "Sécurité" {
        thèmes cybersécurité
      }
    }
    sans-objet {
      collectivité v "Ville" {
        population 29 999
      }
      objectif securite "Sécurité" {
        thèmes cybersécurité
      }
    }
    // No sheet names a theme: nothing can be said of what is missing.
    sans-objet {
      collectivité v "Ville" {
        population 30 000
      }
      objectif reseau "Réseau"
    }
  }

  // Archives

  règle archivage-d-une-application {
    aussi     application-archiving
    code      LEG-ARC-01
    titre     fr "Ce qui est remplacé ou dématérialisé prévoit l'archivage"
              en "What is replaced or dematerialised plans its archiving"
    pourquoi  fr "Les données d'une application sont des archives publiques : les détruire demande un visa, les perdre prive la collectivité de ses preuves."
              en "The data of an application are public archives: destroying them needs a visa, losing them costs the authority its proofs."
    gravité   avertissement
    source    patrimoine-l211-1 "archives publiques et visa d'élimination"
    chaque    fiche
    lorsque   remplacement parmi fiche.thèmes ou dématérialisation parmi fiche.thèmes
    exige     existe un jalon de la fiche tel que jalon.nature est archivage
    message   fr "« {fiche} » remplace ou dématérialise sans dire ce que deviennent les archives."
              en "\"{sheet}\" replaces or dematerialises without saying what becomes of the archives."
    aide      fr "Ajoutez un jalon `nature archivage` : durées de conservation, visa d'élimination, versement."
              en "Add a milestone with `nature archiving`: how long data are kept, visa, transfer."
    signale sur courrier {
      objectif courrier "Courrier dématérialisé" {
        thèmes dématérialisation
        jalon ouvert "Ouverture" au 2027-06 {
          nature mise-en-service
        }
      }
    }
    signale sur etat-civil {
      objectif etat-civil "Logiciel d'état civil" {
        thèmes remplacement
      }
    }
    accepte {
      objectif courrier "Courrier dématérialisé" {
        thèmes dématérialisation
        jalon ouvert "Ouverture" au 2027-06 {
          nature mise-en-service
        }
        jalon archives "Règles de conservation" au 2027-09 {
          nature archivage
        }
      }
    }
    sans-objet {
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
  }

  règle archives-en-france {
    aussi     archives-in-france
    code      LEG-ARC-01b
    titre     fr "Les archives publiques sont hébergées en France"
              en "Public archives are hosted in France"
    pourquoi  fr "Les archives publiques sont des trésors nationaux : elles ne quittent pas le territoire sans autorisation."
              en "Public archives are national treasures: they do not leave the country without permission."
    gravité   avertissement
    source    patrimoine-l111-1 "trésors nationaux", patrimoine-l211-1 "archives publiques"
    paramètre territoire = "France"
    chaque    fiche
    lorsque   archivage-électronique parmi fiche.thèmes
    lorsque   existe fiche.hébergement
    exige     fiche.hébergement contient territoire
    sur       fiche.hébergement
    message   fr "« {fiche} » héberge des archives hors de {territoire} ({fiche.hébergement})."
              en "\"{sheet}\" hosts archives outside {territoire} ({sheet.hosting})."
    aide      fr "Choisissez un hébergement en France, ou faites vérifier l'autorisation par les archives départementales."
              en "Choose hosting in France, or have the permission checked by the departmental archives."
    signale sur sae {
      objectif sae "Archivage électronique" {
        thèmes      archivage-électronique
        hébergement "Irlande"
      }
    }
    accepte {
      objectif sae "Archivage électronique" {
        thèmes      archivage-électronique
        hébergement "Roubaix, France"
      }
    }
    sans-objet {
      objectif sae "Archivage électronique" {
        thèmes archivage-électronique
      }
    }
    sans-objet {
      objectif site "Site" {
        thèmes      site-internet
        hébergement "Irlande"
      }
    }
  }

  // Actes

  règle transmission-électronique-des-actes {
    aussi     electronic-transmission
    code      LEG-ACT-01
    titre     fr "Les actes sont transmis par voie électronique"
              en "Acts are transmitted electronically"
    pourquoi  fr "Un acte soumis à transmission n'est exécutoire qu'une fois transmis dans la forme due : la stratégie elle-même en dépend."
              en "An act that is to be transmitted binds only once transmitted in due form: so does the strategy itself."
    gravité   erreur
    source    cgct-l2131-1 "transmission au contrôle de légalité", cgct-l2131-2 "actes transmis", loi-notre-128 "seuil d'habitants"
    applicable si collectivité.nature parmi [département, région] ou (collectivité.nature parmi [commune, epci, métropole] et collectivité.population > habitants-transmission)
    exige     collectivité.transmission n'est pas papier
    sur       collectivité.transmission
    message   fr "Les actes partent sur papier, alors que la transmission électronique est due."
              en "Acts go out on paper, while electronic transmission is due."
    aide      fr "Raccordez-vous à @CTES par un opérateur homologué, puis écrivez `transmission électronique` dans la collectivité."
              en "Connect to @CTES through an approved operator, then write `transmission electronic` in the authority."
    signale sur stratégie {
      collectivité v "Ville" {
        nature       commune
        population   50 001
        transmission papier
      }
      objectif reseau "Réseau"
    }
    signale sur stratégie {
      collectivité d "Département" {
        nature       département
        population   50 000
        transmission papier
      }
      objectif reseau "Réseau"
    }
    accepte {
      collectivité v "Ville" {
        nature       commune
        population   50 001
        transmission électronique
      }
      objectif reseau "Réseau"
    }
    indécis faute de transmission {
      collectivité r "Région" {
        nature région
      }
      objectif reseau "Réseau"
    }
    indécis faute de population {
      collectivité v "Agglomération" {
        nature       epci
        transmission papier
      }
      objectif reseau "Réseau"
    }
    sans-objet {
      collectivité v "Ville" {
        nature       commune
        population   50 000
        transmission papier
      }
      objectif reseau "Réseau"
    }
    sans-objet {
      collectivité s "Syndicat" {
        nature       syndicat
        population   60 000
        transmission papier
      }
      objectif reseau "Réseau"
    }
  }

  règle transmission-électronique-des-budgets {
    aussi     electronic-budgets
    code      LEG-ACT-02
    titre     fr "Les documents budgétaires sont transmis par voie électronique"
              en "Budget documents are transmitted electronically"
    pourquoi  fr "Avec le compte financier unique, les documents budgétaires passent tous par voie électronique."
              en "With the single financial account all budget documents go electronically."
    gravité   conseil
    source    cgct-d1612-15-1 "documents budgétaires", ord-2025-526 "compte financier unique"
    exige     collectivité.transmission n'est pas papier
    sur       collectivité.transmission
    message   fr "Les actes partent sur papier : les documents budgétaires, eux, doivent passer par voie électronique."
              en "Acts go out on paper: budget documents must go electronically."
    aide      fr "Raccordez-vous à Actes budgétaires, puis écrivez `transmission électronique` dans la collectivité."
              en "Connect to Actes budgétaires, then write `transmission electronic` in the authority."
    signale sur stratégie {
      collectivité v "Village" {
        transmission papier
      }
      objectif reseau "Réseau"
    }
    accepte {
      collectivité v "Village" {
        transmission électronique
      }
      objectif reseau "Réseau"
    }
    indécis faute de transmission {
      collectivité v      "Village"
      objectif     reseau "Réseau"
    }
  }

  règle publication-électronique-des-actes {
    aussi     electronic-publication
    code      LEG-PUB-01
    titre     fr "Les actes sont publiés en ligne"
              en "Acts are published online"
    pourquoi  fr "Au-dessus du seuil, l'affichage ne rend plus l'acte exécutoire et ne fait pas courir le délai de recours."
              en "Above the threshold a paper notice no longer makes the act bind, nor starts the time of appeal."
    gravité   erreur
    source    cgct-l2131-1 "III et IV", cgct-r2131-1 "forme de la publication", ord-2021-1310 "publicité des actes"
    applicable si collectivité.nature parmi [epci, métropole, département, région] ou (collectivité.nature est commune et collectivité.population >= habitants-publication)
    exige     collectivité.publicité n'est pas papier
    sur       collectivité.publicité
    message   fr "Les actes sont affichés sur papier, alors que la publication en ligne est due."
              en "Acts are posted on paper, while publication online is due."
    aide      fr "Publiez-les sur le site, dans un format qui ne peut être modifié, puis écrivez `publicité électronique` dans la collectivité."
              en "Publish them on the website, in a format that cannot be altered, then write `publicity electronic` in the authority."
    signale sur stratégie {
      collectivité v "Ville" {
        nature     commune
        population 3 500
        publicité  papier
      }
      objectif reseau "Réseau"
    }
    signale sur stratégie {
      collectivité c "Communauté" {
        nature     epci
        population 3 499
        publicité  papier
      }
      objectif reseau "Réseau"
    }
    accepte {
      collectivité v "Ville" {
        nature     commune
        population 3 500
        publicité  électronique
      }
      objectif reseau "Réseau"
    }
    indécis faute de publicité {
      collectivité v "Ville" {
        nature     commune
        population 3 500
      }
      objectif reseau "Réseau"
    }
    indécis faute de population {
      collectivité v "Ville" {
        nature    commune
        publicité papier
      }
      objectif reseau "Réseau"
    }
    sans-objet {
      collectivité v "Village" {
        nature     commune
        population 3 499
        publicité  papier
      }
      objectif reseau "Réseau"
    }
    sans-objet {
      collectivité s "Syndicat" {
        nature     syndicat
        population 60 000
        publicité  papier
      }
      objectif reseau "Réseau"
    }
  }

  // Dialogue social

  règle avis-du-comité-social {
    aussi     staff-committee-opinion
    code      LEG-CST-01
    titre     fr "Le comité social est consulté avant une réorganisation"
              en "The staff committee is consulted before a reorganisation"
    pourquoi  fr "L'avis du comité social territorial vient avant la décision ; sans lui, la réorganisation peut être annulée."
              en "The opinion of the staff committee comes before the decision; without it the reorganisation may be annulled."
    gravité   erreur
    source    cgfp-l253-5 "consultation sur l'organisation", decret-2021-571 "attributions du comité"
    chaque    action
    lorsque   action.nature est organisation
    exige l'une {
      existe un jalon tel que jalon.nature est avis-cst et jalon.date <= action.début
      existe une décision telle que décision.nature est avis et décision.séance <= action.début
    }
    message   fr "« {action} » change l'organisation sans avis du comité social territorial avant son début ({action.début})."
              en "\"{action}\" changes the organisation with no opinion of the staff committee before its start ({action.start})."
    aide      fr "Ajoutez un jalon `nature avis-cst` ou une décision `nature avis`, datés d'avant le début de l'action."
              en "Add a milestone with `nature staff-opinion` or a decision with `kind opinion`, dated before the action starts."
    signale sur services {
      action services "Réorganisation des services" {
        période 2027-06-01 .. 2028-06-30
        nature  organisation
        jalon avis "Avis du CST" au 2027-06-02 {
          nature avis-cst
        }
      }
      action etude "Étude" {
        période 2027-01-01 .. 2027-03-31
        nature  technique
        jalon bilan "Bilan" au 2027-03-01 {
          nature bilan
        }
      }
    }
    signale sur services {
      décision avis "Avis du comité social" au 2027-06-02 {
        nature  avis
        séances 2027-06-02
      }
      décision creation "Création du service" au 2027-05-01 {
        nature  création
        séances 2027-05-01
      }
      action services "Réorganisation des services" {
        période 2027-06-01 .. 2028-06-30
        nature  organisation
      }
    }
    accepte {
      objectif organisation "Organisation" {
        jalon avis "Avis du CST" au 2027-06-01 {
          nature avis-cst
        }
        jalon bilan "Bilan" au 2028-06-01 {
          nature bilan
        }
        action services "Réorganisation des services" {
          période 2027-06-01 .. 2028-06-30
          nature  organisation
        }
      }
    }
    accepte {
      décision avis "Avis du comité social" au 2027-06-01 {
        nature  avis
        séances 2027-06-01
      }
      décision creation "Création du service" au 2027-07-01 {
        nature  création
        séances 2027-07-01
      }
      action services "Réorganisation des services" {
        période 2027-06-01 .. 2028-06-30
        nature  organisation
      }
    }
    indécis faute de début {
      décision avis "Avis du comité social" au 2027-06-01 {
        nature  avis
        séances 2027-06-01
      }
      action services "Réorganisation des services" {
        nature organisation
      }
    }
    sans-objet {
      action reseau "Réseau" {
        période 2027-06-01 .. 2028-06-30
        nature  technique
      }
    }
  }

  règle avis-sur-une-technologie {
    aussi     technology-opinion
    code      LEG-CST-01b
    titre     fr "Une technologie qui change fortement le travail passe devant la formation spécialisée"
              en "A technology that changes work much goes before the health committee"
    pourquoi  fr "L'introduction d'une technologie importante, avec des effets sur la santé, se soumet à la formation spécialisée (F3SCT) avant d'être décidée."
              en "An important technology with effects on health is put before the health committee before it is decided."
    gravité   avertissement
    source    cgfp-l253-5 "formation spécialisée", decret-2021-571 "introduction de technologies"
    paramètre notable = 0,5 etp
              fr "Baisse de productivité à partir de laquelle le changement est jugé important"
              en "Load dip from which the change is held to be important"
    chaque    action
    lorsque   action.nature est technique
    lorsque   agents parmi action.publics
    lorsque   existe action.creux
    lorsque   action.creux >= notable
    exige     existe un jalon tel que jalon.nature est avis-cst et jalon.date <= action.début
    message   fr "« {action} » pèse {action.creux} sur le travail des agents, sans avis avant son début ({action.début})."
              en "\"{action}\" weighs {action.creux} on the work of staff, with no opinion before its start ({action.start})."
    aide      fr "Ajoutez un jalon `nature avis-cst` daté d'avant le début ; l'avis de la F3SCT s'écrit de même."
              en "Add a milestone with `nature staff-opinion` dated before the start; the opinion of the health committee is written alike."
    signale sur logiciel {
      action logiciel "Logiciel des agents" {
        période 2027-06-01 .. 2028-06-30
        nature  technique
        public  agents
        creux   DSI 0,5 etp
        jalon avis "Avis" au 2027-06-02 {
          nature avis-cst
        }
      }
      action etude "Étude" {
        période 2027-01-01 .. 2027-03-31
        jalon bilan "Bilan" au 2027-03-01 {
          nature bilan
        }
      }
    }
    accepte {
      objectif outils "Outils" {
        jalon avis "Avis de la F3SCT" au 2027-06-01 {
          nature avis-cst
        }
        jalon bilan "Bilan" au 2028-06-01 {
          nature bilan
        }
        action logiciel "Logiciel des agents" {
          période 2027-06-01 .. 2028-06-30
          nature  technique
          public  agents
          creux   DSI 0,5 etp
        }
      }
    }
    sans-objet {
      action logiciel "Logiciel des agents" {
        période 2027-06-01 .. 2028-06-30
        nature  technique
        public  agents
        creux   DSI 0,4 etp
      }
    }
    sans-objet {
      action logiciel "Logiciel des agents" {
        période 2027-06-01 .. 2028-06-30
        nature  technique
        public  agents
      }
    }
    sans-objet {
      action logiciel "Logiciel des usagers" {
        période 2027-06-01 .. 2028-06-30
        nature  technique
        public  usagers
        creux   DSI 0,5 etp
      }
    }
    sans-objet {
      action formation "Formation des agents" {
        période 2027-06-01 .. 2028-06-30
        nature  conduite-du-changement
        public  agents
        creux   DSI 0,5 etp
      }
    }
  }

  // Numérique responsable (REEN)
  règle stratégie-numérique-responsable {
    aussi     responsible-digital-strategy
    code      LEG-REEN-01
    titre     fr "Une stratégie numérique responsable existe quand elle est due"
              en "A responsible digital strategy exists where it is due"
    pourquoi  fr "Elle est due depuis 2025 aux communes et EPCI au-dessus du seuil, et s'examine chaque année avant le débat budgétaire."
              en "It has been due since 2025 from communes and their groupings above the threshold, and is looked at each year before the budget debate."
    gravité   erreur
    source    loi-2021-1485-35 "stratégie numérique responsable", cgct-l2311-1-1 "rapport annuel", cgct-d2311-15-1 "contenu et seuil"
    paramètre intitulé = "numérique responsable"
              fr "Le titre d'une stratégie qui est elle-même la stratégie due"
              en "The title of a strategy that is itself the one that is due"
    applicable si collectivité.nature parmi [commune, epci, métropole]
    applicable si collectivité.population > habitants-reen
    applicable si existe une fiche telle que existe fiche.thèmes
    exige l'une {
      existe une fiche telle que numérique-responsable parmi fiche.thèmes
      existe stratégie.titre et stratégie.titre contient intitulé
    }
    sur       stratégie
    message   fr "Plus de {habitants-reen} habitants : une stratégie numérique responsable est due, et aucune fiche n'a le thème `numérique-responsable`."
              en "More than {habitants-reen} inhabitants: a responsible digital strategy is due, and no sheet has the theme `responsible`."
    aide      fr "Ajoutez `thèmes numérique-responsable` à l'objectif qui en traite, ou créez-le : réduction, indicateurs, mesures, moyens."
              en "Add `themes responsible` to the goal that deals with it, or write one: reduction, indicators, measures, means."
    signale sur stratégie {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
      objectif accueil "Accueil"
    }
    signale sur stratégie {
      collectivité m "Métropole" {
        nature     métropole
        population 50 001
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    accepte {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    accepte {
      collectivité c "Communauté" {
        nature     epci
        population 50 001
      }
      stratégie "Stratégie numérique responsable" {
        période 2027-01 .. 2032-12
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    indécis faute de nature {
      collectivité v "Ville" {
        population 50 001
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    indécis faute de population {
      collectivité v "Ville" {
        nature commune
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature     commune
        population 50 000
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    sans-objet {
      collectivité v "Département" {
        nature     département
        population 50 001
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    // No sheet names a theme: nothing can be said of what is missing.
    sans-objet {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      objectif reseau "Réseau"
    }
  }
  règle indicateur-de-sobriété {
    aussi     responsible-indicator
    code      LEG-REEN-02
    titre     fr "Chaque objectif de numérique responsable a un indicateur"
              en "Each goal of responsible digital has an indicator"
    pourquoi  fr "La stratégie due comporte des indicateurs de suivi : sans eux, le bilan annuel n'a rien à dire."
              en "The strategy that is due holds follow-up indicators: without them the yearly review has nothing to say."
    gravité   erreur
    source    cgct-d2311-15-1 "indicateurs de suivi"
    applicable si collectivité.nature parmi [commune, epci, métropole]
    applicable si collectivité.population > habitants-reen
    chaque    objectif
    lorsque   numérique-responsable parmi objectif.thèmes
    exige     objectif.indicateurs n'est pas vide ou existe une action de l'objectif telle que action.indicateurs n'est pas vide
    message   fr "L'objectif « {objectif} » de numérique responsable n'a aucun indicateur."
              en "The goal \"{goal}\" of responsible digital has no indicator."
    aide      fr "Ajoutez un indicateur avec départ et cible : durée de vie des postes, part de réemploi, agents formés."
              en "Add an indicator with a baseline and a target: life of equipment, share of reuse, staff trained."
    signale sur sobriete {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
        action parc "Allonger la durée de vie"
      }
    }
    accepte {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
        indicateur duree "Durée de vie des postes"
      }
    }
    accepte {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
        action parc "Allonger la durée de vie" {
          indicateur duree "Durée de vie des postes"
        }
        action dons "Dons"
      }
    }
    indécis faute de nature {
      collectivité v "Ville" {
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
    }
    indécis faute de population {
      collectivité v "Ville" {
        nature commune
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature     commune
        population 50 000
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
    }
    sans-objet {
      collectivité v "Département" {
        nature     département
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
  }
  règle mesure-de-sobriété {
    aussi     responsible-measure
    code      LEG-REEN-03
    titre     fr "Chaque objectif de numérique responsable a des mesures"
              en "Each goal of responsible digital has measures"
    pourquoi  fr "La stratégie due dit par quelles mesures elle atteint ses objectifs : un objectif sans action n'est qu'un vœu."
              en "The strategy that is due says by which measures it reaches its goals: a goal with no action is a wish."
    gravité   erreur
    source    cgct-d2311-15-1 "mesures"
    applicable si collectivité.nature parmi [commune, epci, métropole]
    applicable si collectivité.population > habitants-reen
    chaque    objectif
    lorsque   numérique-responsable parmi objectif.thèmes
    exige     objectif.actions n'est pas vide
    message   fr "L'objectif « {objectif} » de numérique responsable n'a aucune action."
              en "The goal \"{goal}\" of responsible digital has no action."
    aide      fr "Ajoutez-lui au moins une action, avec son pilote et ses dates."
              en "Add at least one action, with its owner and its dates."
    signale sur sobriete {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
    }
    accepte {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
        action parc "Allonger la durée de vie"
      }
    }
    indécis faute de nature {
      collectivité v "Ville" {
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
    }
    indécis faute de population {
      collectivité v "Ville" {
        nature commune
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature     commune
        population 50 000
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
    }
    sans-objet {
      collectivité v "Département" {
        nature     département
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
  }
  règle moyens-de-sobriété {
    aussi     responsible-means
    code      LEG-REEN-03b
    titre     fr "Chaque objectif de numérique responsable a des moyens"
              en "Each goal of responsible digital has means"
    pourquoi  fr "La stratégie due dit les moyens qu'elle y consacre, en argent ou en temps de travail."
              en "The strategy that is due tells its means, in money or in working time."
    gravité   erreur
    source    cgct-d2311-15-1 "moyens"
    applicable si collectivité.nature parmi [commune, epci, métropole]
    applicable si collectivité.population > habitants-reen
    chaque    objectif
    lorsque   numérique-responsable parmi objectif.thèmes
    exige l'une {
      existe objectif.budget
      objectif.effort > 0 etp
      existe une action de l'objectif telle que existe action.budget
    }
    message   fr "L'objectif « {objectif} » de numérique responsable n'a ni budget ni temps de travail."
              en "The goal \"{goal}\" of responsible digital has neither a budget nor working time."
    aide      fr "Ajoutez un bloc `budget`, ou une ligne `charge DSI 0,2 etp` avec votre service et votre chiffre."
              en "Add a `budget` block, or a line `effort DSI 0.2 fte` with your service and your figure."
    signale sur sobriete {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        période 2027-01 .. 2028-12
        thèmes  numérique-responsable
        action parc "Allonger la durée de vie" {
          période 2027-01 .. 2028-12
        }
      }
    }
    accepte {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        période 2027-01 .. 2028-12
        thèmes  numérique-responsable
        budget {
          fonctionnement 2027: 10 k€
        }
      }
    }
    accepte {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        période 2027-01 .. 2028-12
        thèmes  numérique-responsable
        charge  DSI 0,05 etp
      }
    }
    accepte {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        période 2027-01 .. 2028-12
        thèmes  numérique-responsable
        action parc "Allonger la durée de vie" {
          période 2027-01 .. 2028-12
          budget {
            fonctionnement 2027: 10 k€
          }
        }
        action dons "Dons" {
          période 2027-01 .. 2028-12
        }
      }
    }
    indécis faute de nature {
      collectivité v "Ville" {
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        période 2027-01 .. 2028-12
        thèmes  numérique-responsable
      }
    }
    indécis faute de population {
      collectivité v "Ville" {
        nature commune
      }
      objectif sobriete "Numérique sobre" {
        période 2027-01 .. 2028-12
        thèmes  numérique-responsable
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature     commune
        population 50 000
      }
      objectif sobriete "Numérique sobre" {
        période 2027-01 .. 2028-12
        thèmes  numérique-responsable
      }
    }
    sans-objet {
      collectivité v "Département" {
        nature     département
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        période 2027-01 .. 2028-12
        thèmes  numérique-responsable
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
  }
  règle bilan-daté {
    aussi     dated-assessment
    code      LEG-REEN-04
    titre     fr "La stratégie numérique responsable part d'un bilan daté"
              en "The responsible digital strategy starts from a dated assessment"
    pourquoi  fr "Le programme de travail comporte un bilan de l'impact du numérique et des actions déjà menées. Sans date, personne ne sait de quoi l'on part."
              en "The programme of work holds an assessment of the impact of digital and of what was done. With no date nobody knows the start."
    gravité   avertissement
    source    cgct-d2311-15-1 "programme de travail"
    applicable si collectivité.nature parmi [commune, epci, métropole]
    applicable si collectivité.population > habitants-reen
    applicable si existe une fiche telle que numérique-responsable parmi fiche.thèmes
    exige     existe diagnostic
    exige     connu diagnostic.date
    sur       stratégie
    message   fr "Aucun bilan daté ne précède la stratégie numérique responsable."
              en "No dated assessment comes before the responsible digital strategy."
    aide      fr "Ajoutez `diagnostic \"Bilan de l'impact du numérique\" au 2026-06`, à la date du vôtre."
              en "Add `diagnosis \"Impact of digital\" on 2026-06`, with the date of yours."
    signale sur stratégie {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    signale sur stratégie {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      diagnostic "Bilan de l'impact du numérique"
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
    }
    accepte {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      diagnostic "Bilan de l'impact du numérique" au 2026-06
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
    }
    indécis faute de nature {
      collectivité v "Ville" {
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
    }
    indécis faute de population {
      collectivité v "Ville" {
        nature commune
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature     commune
        population 50 000
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
    }
    sans-objet {
      collectivité v "Département" {
        nature     département
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
  }
  règle bilan-annuel-prévu {
    aussi     yearly-review-planned
    code      LEG-REEN-05
    titre     fr "Le numérique responsable a son bilan annuel"
              en "Responsible digital has its yearly review"
    pourquoi  fr "Le bilan entre dans le rapport sur le développement durable, présenté chaque année avant le débat sur le budget."
              en "The review is part of the report on sustainable development, presented each year before the budget debate."
    gravité   avertissement
    source    cgct-l2311-1-1 "rapport sur la situation en matière de développement durable", cgct-d2311-15-1 "bilan annuel"
    applicable si collectivité.nature parmi [commune, epci, métropole]
    applicable si collectivité.population > habitants-reen
    applicable si existe une fiche telle que numérique-responsable parmi fiche.thèmes
    exige     existe une fiche telle que bilan-annuel parmi fiche.thèmes
    sur       stratégie
    message   fr "Aucune fiche n'a le thème `bilan-annuel`, alors que le numérique responsable a un bilan chaque année."
              en "No sheet has the theme `yearly-review`, while responsible digital has a review each year."
    aide      fr "Ajoutez `thèmes bilan-annuel` à l'action du bilan, avec un jalon `nature bilan` par an, avant le débat budgétaire."
              en "Add `themes yearly-review` to the action of the review, with one milestone a year with `nature review`, before the budget debate."
    signale sur stratégie {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    accepte {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
      action bilan "Bilan annuel" {
        thèmes bilan-annuel
      }
    }
    indécis faute de nature {
      collectivité v "Ville" {
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
    }
    indécis faute de population {
      collectivité v "Ville" {
        nature commune
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature     commune
        population 50 000
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
    }
    sans-objet {
      collectivité v "Département" {
        nature     département
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
  }
  règle bilan-avant-le-budget {
    aussi     review-before-budget
    code      LEG-REEN-05b
    titre     fr "Le bilan annuel vient avant le débat sur le budget"
              en "The yearly review comes before the budget debate"
    pourquoi  fr "Présenté après le débat, le rapport ne sert plus la décision, et la délibération budgétaire est fragile."
              en "Presented after the debate the report no longer serves the decision, and the vote of the budget is weak."
    gravité   avertissement
    source    cgct-l2311-1-1 "rapport préalable au débat budgétaire"
    paramètre débat = "orientation budgétaire"
              fr "Ce que contient le titre de la décision qui est le débat"
              en "What the title of the decision that is the debate holds"
    paramètre intervalle = 1 an
              fr "L'âge au-delà duquel un bilan n'est plus celui de l'année"
              en "The age from which a review is no longer that of the year"
    applicable si collectivité.nature parmi [commune, epci, métropole]
    applicable si collectivité.population > habitants-reen
    applicable si existe une fiche telle que bilan-annuel parmi fiche.thèmes
    chaque    décision
    lorsque   existe décision.titre
    lorsque   décision.titre contient débat
    exige     existe un jalon tel que jalon.nature est bilan et bilan-annuel parmi jalon.fiche.thèmes et jalon.date <= décision.séance et jalon.date + intervalle >= décision.séance
    message   fr "« {décision} » ({décision.séance}) n'est précédé d'aucun bilan de l'année."
              en "\"{decision}\" ({decision.session}) follows no review of the year."
    aide      fr "Ajoutez à l'action du bilan annuel un jalon `nature bilan`, daté d'avant ce débat."
              en "Add to the action of the yearly review a milestone with `nature review`, dated before this debate."
    signale sur debat {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      décision debat "Débat d'orientation budgétaire" au 2028-02-10 {
        séances 2028-02-10
      }
      action rapport "Rapport" {
        thèmes bilan-annuel
        jalon bilan "Bilan" au 2028-02-11 {
          nature bilan
        }
      }
    }
    signale sur debat {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      décision debat "Débat d'orientation budgétaire" au 2028-02-10 {
        séances 2028-02-10
      }
      action rapport "Rapport" {
        thèmes bilan-annuel
        jalon bilan "Bilan" au 2027-02-09 {
          nature bilan
        }
      }
    }
    signale sur debat {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      décision debat "Débat d'orientation budgétaire" au 2028-02-10 {
        séances 2028-02-10
      }
      action rapport "Rapport" {
        thèmes bilan-annuel
        jalon point "Point" au 2028-01-10 {
          nature audit
        }
      }
      action autre "Autre revue" {
        jalon revue "Revue" au 2028-01-10 {
          nature bilan
        }
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    accepte {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      décision debat "Débat d'orientation budgétaire" au 2028-02-10 {
        séances 2028-02-10
      }
      action rapport "Rapport" {
        thèmes bilan-annuel
        jalon bilan "Bilan" au 2028-02-10 {
          nature bilan
        }
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    accepte {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      décision debat "Débat d'orientation budgétaire" au 2028-02-10 {
        séances 2028-02-10
      }
      action rapport "Rapport" {
        thèmes bilan-annuel
        jalon bilan "Bilan" au 2027-02-10 {
          nature bilan
        }
        jalon suivant "Suivant" au 2029-02-01 {
          nature bilan
        }
      }
    }
    indécis faute de date {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      décision debat "Débat d'orientation budgétaire" au 2028-02-10 {
        séances 2028-02-10
      }
      action rapport "Rapport" {
        thèmes bilan-annuel
        jalon bilan "Bilan" {
          nature bilan
        }
      }
    }
    indécis faute de nature {
      collectivité v "Ville" {
        population 50 001
      }
      décision debat "Débat d'orientation budgétaire" au 2028-02-10 {
        séances 2028-02-10
      }
      action rapport "Rapport" {
        thèmes bilan-annuel
        jalon bilan "Bilan" au 2028-02-11 {
          nature bilan
        }
      }
    }
    indécis faute de population {
      collectivité v "Ville" {
        nature commune
      }
      décision debat "Débat d'orientation budgétaire" au 2028-02-10 {
        séances 2028-02-10
      }
      action rapport "Rapport" {
        thèmes bilan-annuel
        jalon bilan "Bilan" au 2028-02-11 {
          nature bilan
        }
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature     commune
        population 50 000
      }
      décision debat "Débat d'orientation budgétaire" au 2028-02-10 {
        séances 2028-02-10
      }
      action rapport "Rapport" {
        thèmes bilan-annuel
        jalon bilan "Bilan" au 2028-02-11 {
          nature bilan
        }
      }
    }
    sans-objet {
      collectivité v "Département" {
        nature     département
        population 50 001
      }
      décision debat "Débat d'orientation budgétaire" au 2028-02-10 {
        séances 2028-02-10
      }
      action rapport "Rapport" {
        thèmes bilan-annuel
        jalon bilan "Bilan" au 2028-02-11 {
          nature bilan
        }
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      décision debat "Débat d'orientation budgétaire" au 2028-02-10 {
        séances 2028-02-10
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      décision vote "Vote du budget" au 2028-03-10 {
        séances 2028-03-10
      }
      action rapport "Rapport" {
        thèmes bilan-annuel
      }
    }
  }
  règle thèmes-du-numérique-responsable {
    aussi     responsible-themes
    code      LEG-REEN-06
    titre     fr "Les six thèmes du décret ont été regardés"
              en "The six themes of the decree were looked at"
    pourquoi  fr "Le décret dit « peuvent notamment » : aucun n'est obligatoire, mais un thème écarté gagne à l'être exprès."
              en "The decree says \"may in particular\": none is due, but a theme that is left out is better left out on purpose."
    gravité   conseil
    source    cgct-d2311-15-1 "thèmes"
    paramètre attendus = [achats-réemploi, cycle-de-vie, écoconception, sensibilisation, inclusion, territoire-durable]
              fr "Les thèmes du décret"
              en "The themes of the decree"
    applicable si collectivité.nature parmi [commune, epci, métropole]
    applicable si collectivité.population > habitants-reen
    applicable si existe une fiche telle que numérique-responsable parmi fiche.thèmes
    soit      absents = liste des thèmes parmi attendus tels qu'aucune fiche telle que thème parmi fiche.thèmes
    exige     absents est vide
    sur       stratégie
    message   fr "Thèmes du numérique responsable non couverts : {absents}."
              en "Themes of responsible digital that are not covered: {absents}."
    aide      fr "Ajoutez le thème à une fiche qui en traite, ou écrivez pourquoi vous l'écartez."
              en "Add the theme to a sheet that deals with it, or write why you leave it out."
    signale sur stratégie {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable, achats-réemploi, cycle-de-vie, écoconception, sensibilisation, inclusion
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    accepte {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable, achats-réemploi, cycle-de-vie, écoconception, sensibilisation, inclusion
      }
      objectif capteurs "Capteurs et données" {
        thèmes territoire-durable
      }
    }
    indécis faute de nature {
      collectivité v "Ville" {
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
    }
    indécis faute de population {
      collectivité v "Ville" {
        nature commune
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature     commune
        population 50 000
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
    }
    sans-objet {
      collectivité v "Département" {
        nature     département
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
  }
  règle partenaires-du-numérique-responsable {
    aussi     responsible-partners
    code      LEG-REEN-07
    titre     fr "Le numérique responsable se construit avec des partenaires"
              en "Responsible digital is made with partners"
    pourquoi  fr "Le programme de travail s'élabore avec des acteurs publics et privés : sans partenaire nommé, cela ne se prouve pas."
              en "The programme of work is made with public and private actors: with no partner named this cannot be shown."
    gravité   avertissement
    source    cgct-d2311-15-1 "programme de travail, acteurs associés"
    applicable si collectivité.nature parmi [commune, epci, métropole]
    applicable si collectivité.population > habitants-reen
    applicable si existe une fiche telle que numérique-responsable parmi fiche.thèmes
    exige     existe une fiche telle que numérique-responsable parmi fiche.thèmes et fiche.partenaires n'est pas vide
    sur       stratégie
    message   fr "Aucun partenaire n'est nommé pour le numérique responsable."
              en "No partner is named for responsible digital."
    aide      fr "Ajoutez `partenaires` à l'objectif : éco-organisme, association de réemploi, syndicat numérique, école."
              en "Add `partners` to the goal: recycling body, reuse association, joint syndicate, school."
    signale sur stratégie {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
      partenaire fibre "Opérateur de fibre"
      objectif reseau "Réseau" {
        thèmes      réseaux
        partenaires fibre
      }
    }
    accepte {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      partenaire atelier "Atelier de réemploi"
      objectif sobriete "Numérique sobre" {
        thèmes      numérique-responsable
        partenaires atelier
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    indécis faute de nature {
      collectivité v "Ville" {
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
    }
    indécis faute de population {
      collectivité v "Ville" {
        nature commune
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature     commune
        population 50 000
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
    }
    sans-objet {
      collectivité v "Département" {
        nature     département
        population 50 001
      }
      objectif sobriete "Numérique sobre" {
        thèmes numérique-responsable
      }
    }
    sans-objet {
      collectivité v "Ville" {
        nature     commune
        population 50 001
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
  }
  règle déclaration-d-écoconception {
    aussi     eco-design-declaration
    code      LEG-REEN-08
    titre     fr "L'écoconception peut se déclarer selon le RGESN"
              en "Eco-design may be declared by the RGESN framework"
    pourquoi  fr "Une page dit la déclaration due au-dessus du seuil, les autres non : elle montre au moins le travail fait."
              en "One page says that a declaration is due above the threshold, others do not: it shows at least what was done."
    gravité   conseil
    source    rgesn-declaration "les sources se contredisent"
    applicable si collectivité.population > habitants-rgesn
    chaque    fiche
    lorsque   écoconception parmi fiche.thèmes
    exige     existe un jalon de la fiche tel que jalon.nature est déclaration
    message   fr "« {fiche} » traite d'écoconception sans déclaration RGESN ; l'obligation est discutée."
              en "\"{sheet}\" deals with eco-design with no RGESN declaration; whether it is due is disputed."
    aide      fr "Si vous publiez une déclaration d'écoconception, ajoutez un jalon `nature déclaration` ; sinon rien n'est à faire."
              en "If you publish a declaration of eco-design, add a milestone with `nature declaration`; otherwise nothing is to be done."
    signale sur services {
      collectivité v "Ville" {
        population 50 001
      }
      objectif services "Services sobres" {
        thèmes écoconception
        jalon mesure "Mesure" au 2027-06 {
          nature audit
        }
      }
    }
    accepte {
      collectivité v "Ville" {
        population 50 001
      }
      objectif services "Services sobres" {
        thèmes écoconception
        jalon mesure "Mesure" au 2027-06 {
          nature audit
        }
        jalon publiee "Déclaration publiée" au 2027-09 {
          nature déclaration
        }
      }
    }
    indécis faute de population {
      collectivité v "Ville"
      objectif services "Services sobres" {
        thèmes écoconception
        jalon mesure "Mesure" au 2027-06 {
          nature audit
        }
      }
    }
    sans-objet {
      collectivité v "Ville" {
        population 50 000
      }
      objectif services "Services sobres" {
        thèmes écoconception
        jalon mesure "Mesure" au 2027-06 {
          nature audit
        }
      }
    }
    sans-objet {
      collectivité v "Ville" {
        population 50 001
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
  }
  // Intelligence artificielle
  règle inventaire-des-systèmes-d-ia {
    aussi     ai-systems-inventory
    code      LEG-AI-01
    titre     fr "Les systèmes d'intelligence artificielle sont recensés"
              en "Systems of artificial intelligence are inventoried"
    pourquoi  fr "Le règlement européen vise aussi la collectivité qui utilise un système : sans inventaire, elle ne sait pas à quoi elle est tenue."
              en "The European regulation also binds the authority that uses a system: with no inventory it does not know its duties."
    gravité   avertissement
    source    ria-3-4 "déployeur, autorité publique comprise"
    applicable si collectivité.ia ou existe une fiche telle que ia parmi fiche.thèmes
    exige     existe une fiche telle que inventaire-ia parmi fiche.thèmes
    sur       stratégie
    message   fr "La collectivité utilise l'intelligence artificielle, et aucune fiche n'a le thème `inventaire-ia`."
              en "The authority uses artificial intelligence, and no sheet has the theme `ai-inventory`."
    aide      fr "Ajoutez une action avec `thèmes inventaire-ia` : chaque système, le rôle de la collectivité, la classe de risque."
              en "Add an action with `themes ai-inventory`: each system, the role of the authority, the class of risk."
    signale sur stratégie {
      collectivité v "Ville" {
        ia oui
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    signale sur stratégie {
      action assistant "Assistant rédactionnel" {
        thèmes ia
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    accepte {
      collectivité v "Ville" {
        ia oui
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
      action inventaire "Inventaire" {
        thèmes inventaire-ia
      }
    }
    indécis faute de ia {
      collectivité v "Ville"
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    sans-objet {
      collectivité v "Ville" {
        ia non
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
  }
  règle classe-de-risque-de-l-ia {
    aussi     ai-risk-class
    code      LEG-AI-01b
    titre     fr "Chaque usage de l'intelligence artificielle a sa classe de risque"
              en "Each use of artificial intelligence has its class of risk"
    pourquoi  fr "Les obligations dépendent de la classe : minimal, limité, élevé, interdit. Sans elle, aucune ne peut être vérifiée."
              en "Duties depend on the class: minimal, limited, high, prohibited. Without it none can be checked."
    gravité   avertissement
    source    ria-3-4 "rôle et classe de risque"
    chaque    fiche
    lorsque   ia parmi fiche.thèmes
    exige     connu fiche.risque-ia
    message   fr "« {fiche} » utilise l'intelligence artificielle sans dire sa classe de risque."
              en "\"{sheet}\" uses artificial intelligence without telling its class of risk."
    aide      fr "Écrivez `risque-ia` avec `aucun`, `minimal`, `limité`, `élevé` ou `interdit`."
              en "Write `ai-risk` with `none`, `minimal`, `limited`, `high` or `prohibited`."
    signale sur assistant {
      action assistant "Assistant rédactionnel" {
        thèmes ia
      }
    }
    accepte {
      action assistant "Assistant rédactionnel" {
        thèmes    ia
        risque-ia limité
      }
    }
    sans-objet {
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
  }
  règle formation-à-l-ia {
    aussi     ai-literacy
    code      LEG-AI-02
    titre     fr "Les agents sont formés à l'intelligence artificielle qu'ils utilisent"
              en "Staff are trained in the artificial intelligence that they use"
    pourquoi  fr "Le règlement demande une maîtrise suffisante à ceux qui l'utilisent. La rédaction modifiée en 2026 est à vérifier."
              en "The regulation asks for enough literacy of those who use it. Its wording, amended in 2026, is to be checked."
    gravité   avertissement
    source    ria-4 "maîtrise de l'intelligence artificielle"
    applicable si collectivité.ia ou existe une fiche telle que ia parmi fiche.thèmes
    exige     existe une action telle que ia parmi action.thèmes et (formation parmi action.thèmes ou acculturation parmi action.thèmes) et agents parmi action.publics
    sur       stratégie
    message   fr "La collectivité utilise l'intelligence artificielle, et aucune action n'a les thèmes `ia` et `formation` avec les agents pour public."
              en "The authority uses artificial intelligence, and no action has the themes `ai` and `training` with staff as its audience."
    aide      fr "Ajoutez une action avec `thèmes ia, formation` et `public agents`."
              en "Add an action with `themes ai, training` and `audience staff`."
    signale sur stratégie {
      collectivité v "Ville" {
        ia oui
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    signale sur stratégie {
      action assistant "Assistant rédactionnel" {
        thèmes ia
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    signale sur stratégie {
      collectivité v "Ville" {
        ia oui
      }
      action former "Former" {
        thèmes ia, formation
        public élus
      }
    }
    signale sur stratégie {
      collectivité v "Ville" {
        ia oui
      }
      action former "Former" {
        thèmes données, formation
        public agents
      }
    }
    signale sur stratégie {
      collectivité v "Ville" {
        ia oui
      }
      action former "Former" {
        thèmes ia, communication
        public agents
      }
    }
    accepte {
      collectivité v "Ville" {
        ia oui
      }
      action former "Former" {
        thèmes ia, formation
        public agents
      }
      action reseau "Réseau" {
        thèmes réseaux
      }
    }
    accepte {
      collectivité v "Ville" {
        ia oui
      }
      action former "Former" {
        thèmes ia, acculturation
        public agents
      }
    }
    indécis faute de ia {
      collectivité v "Ville"
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
    sans-objet {
      collectivité v "Ville" {
        ia non
      }
      objectif reseau "Réseau" {
        thèmes réseaux
      }
    }
  }
  règle ia-interdite {
    aussi     prohibited-ai
    code      LEG-AI-03
    titre     fr "Aucun usage interdit de l'intelligence artificielle"
              en "No prohibited use of artificial intelligence"
    pourquoi  fr "Notation sociale, manipulation, certaines reconnaissances : ces usages sont interdits, quelle que soit l'utilité attendue."
              en "Social scoring, manipulation, some kinds of recognition: these uses are prohibited, whatever their expected benefit."
    gravité   erreur
    source    ria-5 "pratiques interdites"
    chaque    fiche
    lorsque   connu fiche.risque-ia ou ia parmi fiche.thèmes
    exige     fiche.risque-ia n'est pas interdit
    message   fr "« {fiche} » se déclare d'un usage interdit de l'intelligence artificielle."
              en "\"{sheet}\" declares a prohibited use of artificial intelligence."
    aide      fr "Retirez cette action, ou corrigez `risque-ia` après avis du délégué et du service juridique."
              en "Remove this action, or correct `ai-risk` after advice of the officer and the legal service."
    signale sur aides {
      action aides "Instruction des aides sociales" {
        période   2027-01-01 .. 2028-12-31
        risque-ia interdit
      }
    }
    accepte {
      action aides "Instruction des aides sociales" {
        période   2027-01-01 .. 2028-12-31
        risque-ia élevé
      }
    }
    indécis faute de risque-ia {
      action aides "Instruction des aides sociales" {
        période 2027-01-01 .. 2028-12-31
        thèmes  ia
      }
    }
    sans-objet {
      action aides "Instruction des aides sociales" {
        période 2027-01-01 .. 2028-12-31
        thèmes  réseaux
      }
    }
  }
  règle analyse-d-impact-de-l-ia {
    aussi     rights-impact-assessment
    code      LEG-AI-04
    titre     fr "Une intelligence artificielle à haut risque demande une analyse d'impact sur les droits"
              en "A high-risk artificial intelligence asks for an assessment of its impact on rights"
    pourquoi  fr "Accorder ou refuser une aide sociale avec un tel système touche des droits : l'analyse vient avant la mise en service."
              en "Granting or refusing social aid with such a system touches rights: the assessment comes before go-live."
    gravité   erreur
    source    ria-27 "analyse d'impact sur les droits fondamentaux"
    chaque    fiche
    lorsque   connu fiche.risque-ia ou ia parmi fiche.thèmes
    lorsque   fiche.risque-ia est élevé
    soit      mise-en-ligne = si (existe un jalon de la fiche tel que jalon.nature est mise-en-service) alors (minimum de jalon.date pour jalon de la fiche tel que jalon.nature est mise-en-service) sinon fiche.fin
    lorsque   mise-en-ligne >= ia-annexe-iii
    exige     existe un jalon de la fiche tel que jalon.nature est aifd et jalon.date <= mise-en-ligne
    message   fr "« {fiche} » est à haut risque et s'ouvre après le {ia-annexe-iii} sans analyse d'impact sur les droits fondamentaux avant."
              en "\"{sheet}\" is high-risk and goes live after {ia-annexe-iii} with no assessment of its impact on rights before."
    aide      fr "Ajoutez un jalon `nature aifd`, daté d'avant la mise en service."
              en "Add a milestone with `nature fria`, dated before go-live."
    signale sur aides {
      action aides "Instruction des aides sociales" {
        période   2027-01-01 .. 2028-12-31
        risque-ia élevé
        jalon ouverte "Ouverte" au 2027-12-02 {
          nature mise-en-service
        }
      }
    }
    signale sur aides {
      action aides "Instruction des aides sociales" {
        période   2027-01-01 .. 2028-12-31
        risque-ia élevé
        jalon analyse "Analyse" au 2028-03-02 {
          nature aifd
        }
        jalon ouverte "Ouverte" au 2028-03-01 {
          nature mise-en-service
        }
        jalon tous "Tous" au 2028-09-01 {
          nature mise-en-service
        }
      }
    }
    signale sur aides {
      action aides "Instruction des aides sociales" {
        période   2027-01-01 .. 2027-12-02
        risque-ia élevé
        jalon controle "Controle" au 2027-06-01 {
          nature audit
        }
      }
    }
    accepte {
      action aides "Instruction des aides sociales" {
        période   2027-01-01 .. 2028-12-31
        thèmes    ia
        risque-ia élevé
        jalon choix "Choix" au 2027-06-01 {
          nature attribution
        }
        jalon analyse "Analyse" au 2028-03-01 {
          nature aifd
        }
        jalon ouverte "Ouverte" au 2028-03-01 {
          nature mise-en-service
        }
      }
    }
    accepte {
      action aides "Instruction des aides sociales" {
        période   2027-01-01 .. 2028-12-31
        risque-ia élevé
        jalon analyse "Analyse" au 2028-06-01 {
          nature aifd
        }
      }
    }
    indécis faute de risque-ia {
      action aides "Instruction des aides sociales" {
        période 2027-01-01 .. 2028-12-31
        thèmes  ia
      }
    }
    sans-objet {
      action aides "Instruction des aides sociales" {
        période   2027-01-01 .. 2028-12-31
        risque-ia élevé
        jalon ouverte "Ouverte" au 2027-12-01 {
          nature mise-en-service
        }
        jalon tous "Tous" au 2028-09-01 {
          nature mise-en-service
        }
      }
    }
    sans-objet {
      action aides "Instruction des aides sociales" {
        période   2027-01-01 .. 2028-12-31
        risque-ia limité
        jalon ouverte "Ouverte" au 2027-12-02 {
          nature mise-en-service
        }
      }
    }
    sans-objet {
      action aides "Instruction des aides sociales" {
        période 2027-01-01 .. 2028-12-31
        thèmes  réseaux
        jalon ouverte "Ouverte" au 2027-12-02 {
          nature mise-en-service
        }
      }
    }
  }
  règle ia-déjà-en-service {
    aussi     ai-in-service
    code      LEG-AI-04b
    titre     fr "Une intelligence artificielle à haut risque déjà en service se met en règle"
              en "A high-risk artificial intelligence already in service is brought in order"
    pourquoi  fr "Ce qui ouvre avant l'échéance garde un délai plus long, mais non une dispense : l'analyse se programme dès maintenant."
              en "What goes live before the date keeps a longer delay, but no exemption: the assessment is planned from now on."
    gravité   avertissement
    source    ria-27 "systèmes publics déjà en service"
    chaque    fiche
    lorsque   connu fiche.risque-ia ou ia parmi fiche.thèmes
    lorsque   fiche.risque-ia est élevé
    soit      mise-en-ligne = si (existe un jalon de la fiche tel que jalon.nature est mise-en-service) alors (minimum de jalon.date pour jalon de la fiche tel que jalon.nature est mise-en-service) sinon fiche.fin
    lorsque   mise-en-ligne < ia-annexe-iii
    exige     existe un jalon de la fiche tel que jalon.nature est aifd et jalon.date <= ia-systèmes-en-service
    message   fr "« {fiche} » est à haut risque et ouvre avant le {ia-annexe-iii} : une analyse d'impact sur les droits est à prévoir avant le {ia-systèmes-en-service}."
              en "\"{sheet}\" is high-risk and goes live before {ia-annexe-iii}: plan an assessment of its impact on rights before {ia-systèmes-en-service}."
    aide      fr "Ajoutez un jalon `nature aifd`, daté d'avant cette échéance."
              en "Add a milestone with `nature fria`, dated before then."
    signale sur aides {
      action aides "Instruction des aides sociales" {
        période   2027-01-01 .. 2028-12-31
        risque-ia élevé
        jalon ouverte "Ouverte" au 2027-12-01 {
          nature mise-en-service
        }
        jalon tous "Tous" au 2028-09-01 {
          nature mise-en-service
        }
      }
    }
    signale sur aides {
      action aides "Instruction des aides sociales" {
        période   2027-01-01 .. 2030-12-31
        risque-ia élevé
        jalon ouverte "Ouverte" au 2027-06-01 {
          nature mise-en-service
        }
        jalon analyse "Analyse" au 2030-08-03 {
          nature aifd
        }
      }
    }
    signale sur aides {
      action aides "Instruction des aides sociales" {
        période   2027-01-01 .. 2027-12-01
        risque-ia élevé
        jalon controle "Controle" au 2027-06-01 {
          nature audit
        }
      }
    }
    accepte {
      action aides "Instruction des aides sociales" {
        période   2027-01-01 .. 2030-12-31
        thèmes    ia
        risque-ia élevé
        jalon ouverte "Ouverte" au 2027-06-01 {
          nature mise-en-service
        }
        jalon analyse "Analyse" au 2030-08-02 {
          nature aifd
        }
      }
    }
    indécis faute de risque-ia {
      action aides "Instruction des aides sociales" {
        période 2027-01-01 .. 2028-12-31
        thèmes  ia
        jalon ouverte "Ouverte" au 2027-06-01 {
          nature mise-en-service
        }
      }
    }
    sans-objet {
      action aides "Instruction des aides sociales" {
        période   2027-01-01 .. 2028-12-31
        risque-ia élevé
        jalon choix "Choix" au 2027-06-01 {
          nature attribution
        }
        jalon ouverte "Ouverte" au 2027-12-02 {
          nature mise-en-service
        }
      }
    }
    sans-objet {
      action aides "Instruction des aides sociales" {
        période   2027-01-01 .. 2027-12-02
        risque-ia élevé
      }
    }
    sans-objet {
      action aides "Instruction des aides sociales" {
        période   2027-01-01 .. 2028-12-31
        risque-ia limité
        jalon ouverte "Ouverte" au 2027-06-01 {
          nature mise-en-service
        }
      }
    }
    sans-objet {
      action aides "Instruction des aides sociales" {
        période 2027-01-01 .. 2028-12-31
        thèmes  réseaux
        jalon ouverte "Ouverte" au 2027-06-01 {
          nature mise-en-service
        }
      }
    }
  }
}
