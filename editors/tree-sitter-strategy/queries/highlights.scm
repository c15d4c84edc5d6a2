; Keywords are found by their place, the first word of a statement; a list tells what is declared from what is said of it.
; No two patterns want the same node: editors differ in which one would win.

(comment) @comment
(documentation) @comment.documentation

(text) @string
(unclosed_text) @string

[(number) (date) (money) (percent) (unit) (literal)] @number

[(range) (operator)] @operator
["," ":"] @punctuation.delimiter
["{" "}" "(" ")" "[" "]"] @punctuation.bracket

[(unreadable) (stray_brace) (bullet)] @error

; What a plan is made of, in both languages, with its accents and without.
((statement keyword: (word) @keyword)
  (#any-of? @keyword
    "strategy" "authority" "owner" "body" "partner" "barrier" "must-have" "theme" "reference" "axis" "goal" "action"
    "status" "announces" "decision" "delegates" "envelope" "budget" "investment" "operating" "funding" "funder"
    "savings" "authorisation" "revision" "milestone" "indicator" "baseline" "target" "measured" "risk" "continuity"
    "figure" "diagnosis" "event" "principle" "under" "replaces" "continues" "see" "glossary" "term" "annex"
    "trajectory" "waive" "acknowledge" "document" "logo" "policy" "pack" "threshold" "stratégie" "strategie"
    "collectivité" "collectivite" "pilote" "instance" "partenaire" "frein" "atout" "thème" "référence" "axe"
    "objectif" "état" "etat" "statut" "annonce" "décision" "délègue" "delegue" "enveloppe" "investissement"
    "fonctionnement" "financement" "financeur" "économies" "economies" "autorisation" "révision" "jalon" "indicateur"
    "départ" "depart" "cible" "mesure" "risque" "continuité" "continuite" "chiffre" "diagnostic" "événement"
    "evenement" "principe" "relève" "releve" "découle" "decoule" "remplace" "prolonge" "voir" "glossaire" "terme"
    "annexe" "trajectoire" "dérogation" "derogation" "déroge" "deroge" "écart-assumé" "ecart-assume" "écart" "ecart"
    "règle" "regle" "recueil" "seuil"))

; What a policy asks for.
((statement keyword: (word) @keyword.control)
  (#any-of? @keyword.control
    "each" "let" "where" "require" "applies" "at" "show" "fix" "suggest" "flags" "passes" "undecided" "aside" "chaque"
    "soit" "lorsque" "exige" "applicable" "sur" "montre" "corrige" "propose" "signale" "accepte" "indécis" "indecis"
    "sans-objet"))

((statement keyword: (word) @keyword.import)
  (#any-of? @keyword.import "use" "utiliser"))

; Every other first word is a field of what stands around it.
((statement keyword: (word) @property)
  (#not-any-of? @property
    "strategy" "authority" "owner" "body" "partner" "barrier" "must-have" "theme" "reference" "axis" "goal" "action"
    "status" "announces" "decision" "delegates" "envelope" "budget" "investment" "operating" "funding" "funder"
    "savings" "authorisation" "revision" "milestone" "indicator" "baseline" "target" "measured" "risk" "continuity"
    "figure" "diagnosis" "event" "principle" "under" "replaces" "continues" "see" "glossary" "term" "annex"
    "trajectory" "waive" "acknowledge" "document" "logo" "policy" "pack" "threshold" "stratégie" "strategie"
    "collectivité" "collectivite" "pilote" "instance" "partenaire" "frein" "atout" "thème" "référence" "axe"
    "objectif" "état" "etat" "statut" "annonce" "décision" "délègue" "delegue" "enveloppe" "investissement"
    "fonctionnement" "financement" "financeur" "économies" "economies" "autorisation" "révision" "jalon" "indicateur"
    "départ" "depart" "cible" "mesure" "risque" "continuité" "continuite" "chiffre" "diagnostic" "événement"
    "evenement" "principe" "relève" "releve" "découle" "decoule" "remplace" "prolonge" "voir" "glossaire" "terme"
    "annexe" "trajectoire" "dérogation" "derogation" "déroge" "deroge" "écart-assumé" "ecart-assume" "écart" "ecart"
    "règle" "regle" "recueil" "seuil" "each" "let" "where" "require" "applies" "at" "show" "fix" "suggest" "flags"
    "passes" "undecided" "aside" "chaque" "soit" "lorsque" "exige" "applicable" "sur" "montre" "corrige" "propose"
    "signale" "accepte" "indécis" "indecis" "sans-objet" "use" "utiliser"))

; The name of what is declared: `goal desk "One digital desk"`.
((statement keyword: (word) @keyword . (word) @type)
  (#any-of? @keyword
    "strategy" "authority" "owner" "body" "partner" "barrier" "must-have" "theme" "reference" "axis" "goal" "action"
    "decision" "delegates" "authorisation" "milestone" "indicator" "risk" "figure" "event" "principle" "annex"
    "policy" "pack" "threshold" "stratégie" "strategie" "collectivité" "collectivite" "pilote" "instance" "partenaire"
    "frein" "atout" "thème" "référence" "axe" "objectif" "décision" "délègue" "delegue" "autorisation" "jalon"
    "indicateur" "risque" "chiffre" "événement" "evenement" "principe" "annexe" "règle" "regle" "recueil" "seuil"))

; The plan or the library that is used.
((statement keyword: (word) @keyword.import . (word) @module)
  (#any-of? @keyword.import "use" "utiliser"))

; Small words between values, and the words of conditions.
((statement keyword: (word) (word) @keyword.operator)
  (#any-of? @keyword.operator
    "of" "on" "from" "for" "to" "by" "in" "with" "is" "not" "and" "or" "no" "if" "then" "else" "every" "each" "about"
    "over" "under" "instead" "known" "exists" "where" "before" "after" "contains" "otherwise" "satisfies" "number"
    "count" "sum" "minimum" "maximum" "min" "max" "earliest" "latest" "share" "list" "between" "at" "any" "all" "de"
    "du" "des" "d" "au" "aux" "à" "a" "dès" "depuis" "par" "pour" "dans" "avec" "sans" "sur" "est" "et" "ou" "non"
    "ni" "pas" "hors" "parmi" "si" "alors" "sinon" "chaque" "tout" "toute" "toutes" "tous" "une" "un" "le" "la" "les"
    "que" "tel" "telle" "tels" "telles" "qu" "existe" "aucun" "aucune" "connu" "avant" "après" "apres" "contient"
    "défaut" "defaut" "vérifie" "verifie" "nombre" "somme" "part" "liste" "environ" "lieu" "entre"))

((group (word) @keyword.operator)
  (#any-of? @keyword.operator
    "of" "on" "from" "for" "to" "by" "in" "with" "is" "not" "and" "or" "no" "if" "then" "else" "every" "each" "about"
    "over" "under" "instead" "known" "exists" "where" "before" "after" "contains" "otherwise" "satisfies" "number"
    "count" "sum" "minimum" "maximum" "min" "max" "earliest" "latest" "share" "list" "between" "at" "any" "all" "de"
    "du" "des" "d" "au" "aux" "à" "a" "dès" "depuis" "par" "pour" "dans" "avec" "sans" "sur" "est" "et" "ou" "non"
    "ni" "pas" "hors" "parmi" "si" "alors" "sinon" "chaque" "tout" "toute" "toutes" "tous" "une" "un" "le" "la" "les"
    "que" "tel" "telle" "tels" "telles" "qu" "existe" "aucun" "aucune" "connu" "avant" "après" "apres" "contient"
    "défaut" "defaut" "vérifie" "verifie" "nombre" "somme" "part" "liste" "environ" "lieu" "entre"))

; An author knows that it is not known yet.
((statement keyword: (word) (word) @constant.builtin)
  (#any-of? @constant.builtin "unknown" "inconnu" "inconnue"))
