//! What policies say behind their keywords: `src/syntax/expression/`.

use std::time::{Duration, Instant};

use strategy::diagnostic::{Diagnostic, Lang, Mend};
use strategy::syntax::expression::{self, At, Expr, From, Node, Piece, Range, Shown, Step};
use strategy::text::SourceId;

/// Where each text begins in its file.
const BASE: u32 = 70;

#[derive(Debug, Clone, Copy, PartialEq)]
enum Row {
    Condition,
    Each,
    Place,
    Value,
    Labels,
    Template,
}
use Row::{Condition, Each, Labels, Place, Template, Value};

const ROWS: [Row; 6] = [Condition, Each, Place, Value, Labels, Template];

/// A text as a row reads it: all of its trees under one node, and what is wrong.
fn read(row: Row, text: &str) -> (Expr, Vec<Diagnostic>) {
    let at = At { start: BASE, end: BASE + text.len() as u32 };
    let all = |parts: Vec<Expr>| Expr { at, node: Node::List(parts) };
    let range = |range: Range| Expr { at: range.at, node: Node::Some(Box::new(range)) };
    match row {
        Condition => expression::condition(text, SourceId(3), BASE),
        Value => expression::value(text, SourceId(3), BASE),
        Each => {
            let (binder, found) = expression::each(text, SourceId(3), BASE);
            (range(binder), found)
        }
        Place => {
            let (places, found) = expression::place(text, SourceId(3), BASE);
            (all(places), found)
        }
        Labels => {
            let (shown, found) = expression::labels(text, SourceId(3), BASE);
            let one = |shown| match shown {
                Shown::Place(place) => place,
                Shown::Each(binder) => range(binder),
            };
            (all(shown.into_iter().map(one).collect()), found)
        }
        Template => {
            let (pieces, found) = expression::template(text, SourceId(3), BASE);
            let hole = |piece| match piece {
                Piece::Hole(shown, _) => Some(shown),
                Piece::Words(_) => None,
            };
            (all(pieces.into_iter().filter_map(hole).collect()), found)
        }
    }
}

/// The tree of a text in which nothing is wrong.
fn sound(row: Row, text: &str) -> Expr {
    let (tree, found) = read(row, text);
    let said: Vec<String> = found.iter().map(|found| found.message.show(Lang::En)).collect();
    assert!(said.is_empty(), "{row:?} {text:?}: {said:?}");
    holds(text, &tree);
    tree
}

/// A tree in one line, without its places.
fn shape(expr: &Expr) -> String {
    let two = |name: String, one: &Expr, other: &Expr| format!("({name} {} {})", shape(one), shape(other));
    match &expr.node {
        Node::Literal(literal) => format!("{literal:?}"),
        Node::Text(text) => format!("{text:?}"),
        Node::Path(steps) => steps.iter().map(|step| step.word.as_str()).collect::<Vec<_>>().join("."),
        Node::List(items) => format!("[{}]", items.iter().map(shape).collect::<Vec<_>>().join(", ")),
        Node::Call(name, items) => format!("{}({})", name.word, items.iter().map(shape).collect::<Vec<_>>().join(", ")),
        Node::Not(inner) => format!("(Not {})", shape(inner)),
        Node::Negative(inner) => format!("(Negative {})", shape(inner)),
        Node::Binary(op, _, left, right) => two(format!("{op:?}"), left, right),
        Node::If(one, two, three) => format!("(If {} {} {})", shape(one), shape(two), shape(three)),
        Node::Exists(inner) => format!("(Exists {})", shape(inner)),
        Node::Some(range) => format!("(Some {})", range_shape(range)),
        Node::No(range) => format!("(No {})", range_shape(range)),
        Node::Every(range, body) => format!("(Every {} {})", range_shape(range), shape(body)),
        Node::Known(inner) => format!("(Known {})", shape(inner)),
        Node::Measure(fold, measure, range) => format!("({fold:?} {} for {})", shape(measure), range_shape(range)),
        Node::Fold(fold, range) => format!("({fold:?} {})", range_shape(range)),
        Node::Whole(fold, inner) => format!("({fold:?} {})", shape(inner)),
        Node::Damaged => "Damaged".to_owned(),
    }
}

fn range_shape(range: &Range) -> String {
    let mut out = range.kind.word.clone();
    if let Some(name) = &range.name {
        out += &format!(" {}", name.word);
    }
    match &range.source {
        From::All => {}
        From::Of(list) => out += &format!(" of {}", shape(list)),
        From::In(list) => out += &format!(" in {}", shape(list)),
    }
    if let Some(filter) = &range.filter {
        out += &format!(" where {}", shape(filter));
    }
    out
}

/// Every place lies in the text, within what holds it, and under what it names.
fn holds(text: &str, expr: &Expr) {
    fn place(text: &str, at: At, outer: At) -> String {
        let what = format!("{at:?} in {outer:?} of {text:?}");
        assert!(outer.start <= at.start && at.start <= at.end && at.end <= outer.end, "{what}");
        let written = text.get((at.start - BASE) as usize..(at.end - BASE) as usize).unwrap_or_else(|| panic!("{what}"));
        assert_eq!(written, written.trim(), "{what}");
        written.to_owned()
    }
    fn step(text: &str, step: &Step, outer: At) {
        assert_eq!(place(text, step.at, outer).replace('\\', ""), step.word, "{text:?}");
    }
    fn range(text: &str, range: &Range, outer: At) {
        place(text, range.at, outer);
        step(text, &range.kind, range.at);
        range.name.iter().for_each(|name| step(text, name, range.at));
        match &range.source {
            From::All => {}
            From::Of(list) | From::In(list) => below(text, list, range.at),
        }
        range.filter.iter().for_each(|filter| below(text, filter, range.at));
    }
    fn below(text: &str, expr: &Expr, outer: At) {
        let written = place(text, expr.at, outer);
        let next = |inner: &Expr| below(text, inner, expr.at);
        match &expr.node {
            Node::Literal(_) | Node::Text(_) => assert!(!written.is_empty()),
            Node::Damaged => {}
            Node::Path(steps) => {
                steps.iter().for_each(|one| step(text, one, expr.at));
                assert_eq!((expr.at.start, expr.at.end), (steps[0].at.start, steps[steps.len() - 1].at.end));
            }
            Node::List(items) => items.iter().for_each(next),
            Node::Call(name, items) => {
                step(text, name, expr.at);
                items.iter().for_each(next);
            }
            Node::Not(inner) | Node::Negative(inner) | Node::Exists(inner) | Node::Known(inner) | Node::Whole(_, inner) => next(inner),
            Node::Binary(_, operator, left, right) => {
                assert!(left.at.end <= operator.start && operator.end <= right.at.start && operator.start < operator.end, "{text:?}");
                place(text, *operator, expr.at);
                next(left);
                next(right);
            }
            Node::If(one, two, three) => [one, two, three].into_iter().for_each(|inner| next(inner)),
            Node::Some(one) | Node::No(one) | Node::Fold(_, one) => range(text, one, expr.at),
            Node::Every(one, body) => {
                range(text, one, expr.at);
                next(body);
            }
            Node::Measure(_, measure, one) => {
                next(measure);
                range(text, one, expr.at);
            }
        }
    }
    below(text, expr, At { start: BASE, end: BASE + text.len() as u32 });
}

/// At most one diagnostic, in its place, and damage exactly where there is one.
fn calm(row: Row, text: &str) {
    let (tree, found) = read(row, text);
    assert!(found.len() <= 1, "{row:?} {text:?}: {found:?}");
    assert_eq!(shape(&tree).contains("Damaged"), !found.is_empty(), "{row:?} {text:?}");
    if found.is_empty() {
        holds(text, &tree);
    }
    for label in found.iter().flat_map(|found| &found.labels) {
        let at = label.span;
        assert!(at.source == SourceId(3) && BASE <= at.start && text.get((at.start - BASE) as usize..(at.end - BASE) as usize).is_some());
    }
    for found in &found {
        for lang in [Lang::Fr, Lang::En] {
            assert!(!found.message.show(lang).is_empty() && !found.help.show(lang).is_empty(), "{text:?}");
        }
    }
}

/// Every expression of the 42 policies of the design, in French.
const FRENCH: &[(&str, Row, &str)] = &[
    ("ART-01", Each, "action"),
    ("ART-01", Condition, "action.nature est technique"),
    (
        "ART-01",
        Condition,
        "existe une fiche f parmi action.amont telle que f.nature parmi [organisation, changement] et f.début <= action.début",
    ),
    ("ART-01b", Condition, "existe une action telle que action.nature parmi [organisation, changement]"),
    ("ART-01b", Place, "stratégie"),
    ("ART-02", Each, "objectif"),
    ("ART-02", Condition, "existe objectif.équipe"),
    ("ART-02", Condition, "nombre de objectif.équipe >= 2"),
    ("ART-03", Value, "60 %"),
    ("ART-03", Each, "pilote"),
    ("ART-03", Condition, "part des actions telles que action.pilote = pilote"),
    ("ART-03", Condition, "poids <= plafond"),
    ("ART-04", Value, "[élus, décideurs, agents, syndicats]"),
    (
        "ART-04",
        Condition,
        "liste des publics parmi attendus tels que aucune action telle que public parmi action.publics et action.nature parmi [changement, dialogue]",
    ),
    ("ART-04", Condition, "oubliés est vide"),
    ("ART-04", Place, "stratégie"),
    ("ART-06", Each, "charge"),
    ("ART-06", Condition, "charge.demandée <= charge.capacité"),
    ("ART-06", Place, "charge.pilote"),
    ("ART-07", Value, "6 mois"),
    ("ART-07", Each, "objectif"),
    ("ART-07", Condition, "objectif.bénéfices après mandat.fin - marge"),
    ("ART-07", Condition, "existe objectif.continuité ou existe une action de l'objectif telle que passation parmi action.thèmes"),
    ("ART-07", Condition, "existe un jalon de l'objectif tel que jalon.date <= mandat.fin et jalon.visible"),
    ("ART-07", Place, "objectif.bénéfices"),
    ("ART-08", Each, "objectif"),
    ("ART-08", Condition, "somme de montant.valeur pour montant de l'objectif tel que montant.année > mandat.fin.année"),
    ("ART-08", Condition, "au-delà > 0 €"),
    ("ART-08", Condition, "existe une autorisation telle que autorisation.fiche = objectif"),
    ("ART-09", Each, "exercice"),
    ("ART-09", Condition, "existe exercice.trajectoire"),
    ("ART-09", Condition, "exercice.demandé <= exercice.trajectoire"),
    ("FIN-01", Each, "ligne"),
    ("FIN-01", Condition, "existe stratégie.enveloppe"),
    ("FIN-01", Condition, "ligne.alloué à défaut 0 €"),
    ("FIN-01", Condition, "ligne.demandé <= alloué"),
    ("FIN-01", Place, "ligne.alloué, stratégie.enveloppe"),
    ("ART-10", Value, "20 k€"),
    ("ART-10", Each, "fiche"),
    ("ART-10", Condition, "fiche.investissement >= seuil"),
    ("ART-10", Condition, "fiche.fonctionnement > 0 €"),
    (
        "ART-10",
        Condition,
        "toute année parmi stratégie.années telle que année > fiche.fin.année vérifie existe un montant de la fiche tel que montant.année = année et montant.section est fonctionnement",
    ),
    ("ART-11", Each, "fiche"),
    ("ART-11", Condition, "fiche.pilote.poste est à-recruter"),
    ("ART-11", Condition, "existe fiche.pilote.coût"),
    ("ART-11", Condition, "existe fiche.pilote.arrivée"),
    ("ART-11", Condition, "fiche.pilote.arrivée <= fiche.début"),
    ("ART-11", Place, "fiche.pilote"),
    ("ART-15", Value, "[données-ouvertes, données, ia]"),
    ("ART-15", Each, "objectif"),
    ("ART-15", Condition, "existe un thème de l'objectif tel que thème parmi sujets"),
    ("ART-15", Condition, "minimum de jalon.date pour jalon de l'objectif"),
    (
        "ART-15",
        Condition,
        "existe une action telle que acculturation parmi action.thèmes et élus parmi action.publics et action.fin <= livraison",
    ),
    (
        "ART-15",
        Condition,
        "existe une action telle que acculturation parmi action.thèmes et agents parmi action.publics et action.fin <= livraison",
    ),
    ("ART-15", Condition, "existe un terme parmi glossaire tel que terme.thème parmi objectif.thèmes"),
    ("ART-17", Condition, "existe stratégie.chef-de-file"),
    ("ART-17", Condition, "existe un pilote tel que pilote.rôle est cdo et pilote.poste est pourvu"),
    ("ART-17", Condition, "si en-poste alors [cdo, dgs, dgo] sinon [dgs, dgo]"),
    ("ART-17", Condition, "stratégie.chef-de-file.rôle parmi attendus"),
    ("ART-17", Place, "stratégie.chef-de-file"),
    ("ART-20", Each, "pilote"),
    ("ART-20", Condition, "pilote.rôle est dsi"),
    ("ART-20", Condition, "pilote.préparation est non-prête"),
    ("ART-20", Condition, "maximum de action.fin pour action telle que pilote parmi action.prépare"),
    ("ART-20", Condition, "liste des fiches telles que fiche.pilote = pilote et fiche.début < évolution et pilote hors de fiche.prépare"),
    ("ART-20", Condition, "précoces est vide"),
    ("ART-21", Value, "[polyvalence, ubiquité, approche-usagers, coopération, compétences-clés]"),
    (
        "ART-21",
        Condition,
        "liste des incontournables i parmi attendus tels que aucun objectif tel que i parmi objectif.renforce et existe objectif.actions",
    ),
    ("ART-21", Condition, "manquants est vide"),
    ("ART-21", Place, "stratégie"),
    ("LEG-ACC-01", Condition, "existe un objectif tel que accessibilité parmi objectif.thèmes et existe objectif.pilote"),
    ("LEG-ACC-01", Place, "stratégie"),
    ("LEG-ACC-01b", Each, "fiche"),
    ("LEG-ACC-01b", Condition, "schéma-accessibilité parmi fiche.thèmes"),
    ("LEG-ACC-01b", Condition, "fiche.fin <= fiche.début + 3 ans"),
    (
        "LEG-ACC-01b",
        Condition,
        "toute année parmi fiche.années vérifie existe une action telle que accessibilité parmi action.thèmes et année parmi action.années",
    ),
    ("LEG-ACC-01b", Condition, "existe un jalon de la fiche tel que jalon.nature est déclaration"),
    ("LEG-ACC-02", Each, "indicateur"),
    ("LEG-ACC-02", Condition, "rgaa parmi indicateur.thèmes"),
    ("LEG-ACC-02", Condition, "existe indicateur.départ.date"),
    ("LEG-ACC-02", Condition, "existe indicateur.cible.date"),
    ("LEG-ODA-01", Condition, "collectivité.population >= 3 500"),
    ("LEG-ODA-01", Condition, "collectivité.agents >= 50"),
    ("LEG-ODA-01", Condition, "existe un objectif tel que données-ouvertes parmi objectif.thèmes"),
    ("LEG-ODA-01", Place, "stratégie"),
    ("LEG-RGPD-02", Each, "fiche"),
    ("LEG-RGPD-02", Condition, "fiche.données-personnelles"),
    ("LEG-RGPD-02", Condition, "existe un pilote p parmi fiche.équipe tel que p.rôle est dpo"),
    ("LEG-RGPD-02b", Each, "fiche"),
    ("LEG-RGPD-02b", Condition, "fiche.données-sensibles"),
    ("LEG-RGPD-02b", Condition, "minimum de jalon.date pour jalon de la fiche tel que jalon.nature est mise-en-service"),
    ("LEG-RGPD-02b", Condition, "existe un jalon de la fiche tel que jalon.nature est aipd et jalon.date <= ouverture"),
    ("LEG-URB-01", Condition, "collectivité.nature est commune"),
    ("LEG-URB-01", Condition, "collectivité.population > 3 500"),
    ("LEG-URB-01", Condition, "urbanisme parmi collectivité.compétences"),
    (
        "LEG-URB-01",
        Condition,
        "urbanisme parmi collectivité.téléservices ou existe une fiche telle que urbanisme-en-ligne parmi fiche.thèmes",
    ),
    ("LEG-URB-01", Place, "collectivité"),
    ("LEG-ACH-01", Value, "3 mois"),
    ("LEG-ACH-01", Each, "fiche"),
    ("LEG-ACH-01", Condition, "existe fiche.achat"),
    ("LEG-ACH-01", Condition, "fiche.achat.ht >= seuil-de-publicité au fiche.début"),
    ("LEG-ACH-01", Condition, "existe un jalon de la fiche tel que jalon.nature est consultation et jalon.date + délai <= fiche.début"),
    ("LEG-ACH-03", Value, "6 mois"),
    ("LEG-ACH-03", Each, "fiche"),
    ("LEG-ACH-03", Condition, "existe fiche.achat"),
    ("LEG-ACH-03", Condition, "fiche.achat.ht > seuil-formalisé au fiche.début"),
    ("LEG-ACH-03", Condition, "fiche.début >= stratégie.adoption + délai"),
    ("LEG-SEC-01", Each, "fiche"),
    ("LEG-SEC-01", Condition, "téléservice parmi fiche.thèmes"),
    ("LEG-SEC-01", Condition, "minimum de jalon.date pour jalon de la fiche tel que jalon.nature est mise-en-service"),
    ("LEG-SEC-01", Condition, "existe un jalon de la fiche tel que jalon.nature est analyse-de-risques et jalon.date <= ouverture"),
    ("LEG-SEC-01", Condition, "existe un jalon de la fiche tel que jalon.nature est attestation et jalon.date <= ouverture"),
    ("LEG-ARC-01", Each, "fiche"),
    ("LEG-ARC-01", Condition, "existe un thème de la fiche tel que thème parmi [remplacement, dématérialisation]"),
    ("LEG-ARC-01", Condition, "existe un jalon de la fiche tel que jalon.nature est archivage"),
    ("LEG-REEN-01", Condition, "collectivité.nature parmi [commune, epci, métropole]"),
    ("LEG-REEN-01", Condition, "collectivité.population > 50 000"),
    ("LEG-REEN-01", Condition, "existe un objectif tel que numérique-responsable parmi objectif.thèmes"),
    ("LEG-REEN-01", Place, "stratégie"),
    ("LEG-REEN-06", Condition, "collectivité.nature parmi [commune, epci, métropole]"),
    ("LEG-REEN-06", Condition, "collectivité.population > 50 000"),
    ("LEG-REEN-06", Value, "[achats-réemploi, cycle-de-vie, écoconception, sensibilisation, inclusion, territoire-durable]"),
    ("LEG-REEN-06", Condition, "liste des thèmes parmi attendus tels que aucun objectif tel que thème parmi objectif.thèmes"),
    ("LEG-REEN-06", Condition, "absents est vide"),
    ("LEG-REEN-06", Place, "stratégie"),
    ("LEG-AI-04", Each, "fiche"),
    ("LEG-AI-04", Condition, "fiche.risque-ia est élevé"),
    ("LEG-AI-04", Condition, "minimum de jalon.date pour jalon de la fiche tel que jalon.nature est mise-en-service"),
    ("LEG-AI-04", Condition, "ouverture >= ia-annexe-iii"),
    ("LEG-AI-04", Condition, "existe un jalon de la fiche tel que jalon.nature est aifd et jalon.date <= ouverture"),
    ("FIN-02", Each, "autorisation"),
    ("FIN-02", Condition, "somme de crédit.valeur pour crédit de l'autorisation"),
    ("FIN-02", Condition, "cp = autorisation.montant"),
    ("FIN-03", Value, "20 %"),
    ("FIN-03", Each, "fiche"),
    (
        "FIN-03",
        Condition,
        "somme de financement.valeur pour financement de la fiche tel que financement.public et financement.section est investissement",
    ),
    ("FIN-03", Condition, "aides > 0 €"),
    ("FIN-03", Condition, "aides <= fiche.investissement * (100 % - plancher)"),
    ("FIN-03", Place, "fiche.budget"),
    ("FIN-04", Each, "montant"),
    ("FIN-04", Condition, "montant.fctva"),
    ("FIN-04", Condition, "montant.nature est iaas ou (montant.section est investissement et montant.nature n'est pas saas)"),
    (
        "FIN-05",
        Condition,
        "si stratégie.adoption <= limite-du-budget au stratégie.adoption alors stratégie.adoption.année sinon stratégie.adoption.année + 1 an",
    ),
    ("FIN-05", Each, "fiche"),
    ("FIN-05", Condition, "minimum de montant.année pour montant de la fiche"),
    ("FIN-05", Condition, "premier >= votable"),
    (
        "DEL-01",
        Condition,
        "si collectivité.nature parmi [département, région] alors 12 jours sinon (si collectivité.population >= 3 500 alors 5 jours francs sinon 3 jours francs)",
    ),
    ("DEL-01", Each, "décision"),
    ("DEL-01", Condition, "non décision.urgence"),
    ("DEL-01", Condition, "décision.séance >= décision.convocation + délai"),
    ("DEL-05", Each, "décision"),
    ("DEL-05", Condition, "décision.présents + décision.représentés <= décision.en-exercice"),
    ("DEL-05", Condition, "décision.présents * 2 > décision.en-exercice ou décision.seconde-convocation"),
    ("DEL-05", Condition, "décision.voix-pour + décision.voix-contre + décision.abstentions + décision.sans-vote = décision.votants"),
    ("DEL-06", Each, "mention"),
    ("DEL-06", Condition, "existe mention.annexe"),
    ("DEL-06", Condition, "mention.valeur = mention.annexe.total"),
    ("DEL-06", Place, "mention"),
    ("STR-02", Each, "dépendance"),
    ("STR-02", Condition, "dépendance.moment >= dépendance.attendu"),
    ("STC-01", Value, "20 %"),
    (
        "STC-01",
        Condition,
        "part des dépendances telles que aucun pilote parmi dépendance.fiche.équipe tel que pilote parmi dépendance.cible.équipe",
    ),
    ("STC-01", Condition, "croisées >= plancher"),
    ("STC-01", Place, "stratégie"),
    ("STC-02", Value, "5"),
    ("STC-02", Each, "fiche"),
    ("STC-02", Condition, "fiche.suspendues >= seuil"),
    ("STC-02", Condition, "existe fiche.risques"),
    ("STC-03", Each, "fiche"),
    ("STC-03", Condition, "fiche.fin > mandat.fin"),
    ("STC-03", Condition, "existe une fiche f parmi fiche.amont telle que f.début <= mandat.fin"),
    ("STC-03", Condition, "existe un jalon de la fiche tel que jalon.date <= mandat.fin"),
    ("STC-04", Each, "dépendance"),
    ("STC-04", Condition, "non dépendance.superflue"),
];

/// Those of twelve of them, in English, in the same order.
const ENGLISH: &[(&str, Row, &str)] = &[
    ("ART-01", Each, "action"),
    ("ART-01", Condition, "action.nature is technical"),
    ("ART-01", Condition, "exists a sheet s in action.upstream where s.nature in [organisation, change] and s.start <= action.start"),
    ("ART-07", Value, "6 months"),
    ("ART-07", Each, "goal"),
    ("ART-07", Condition, "goal.benefits after mandate.end - margin"),
    ("ART-07", Condition, "exists goal.continuity or exists an action of goal where handover in action.themes"),
    ("ART-07", Condition, "exists a milestone of goal where milestone.date <= mandate.end and milestone.visible"),
    ("ART-07", Place, "goal.benefits"),
    ("FIN-01", Each, "line"),
    ("FIN-01", Condition, "exists strategy.envelope"),
    ("FIN-01", Condition, "line.allotted otherwise 0 €"),
    ("FIN-01", Condition, "line.asked <= allotted"),
    ("FIN-01", Place, "line.allotted, strategy.envelope"),
    ("ART-10", Value, "20 k€"),
    ("ART-10", Each, "sheet"),
    ("ART-10", Condition, "sheet.investment >= threshold"),
    ("ART-10", Condition, "sheet.operating > 0 €"),
    (
        "ART-10",
        Condition,
        "every year in strategy.years where year > sheet.end.year satisfies exists an amount of sheet where amount.year = year and amount.section is operating",
    ),
    ("ART-15", Value, "[open-data, data, ai]"),
    ("ART-15", Each, "goal"),
    ("ART-15", Condition, "exists a theme of goal where theme in subjects"),
    ("ART-15", Condition, "earliest of milestone.date for milestone of goal"),
    ("ART-15", Condition, "exists an action where awareness in action.themes and elected in action.audience and action.end <= delivery"),
    ("ART-15", Condition, "exists an action where awareness in action.themes and staff in action.audience and action.end <= delivery"),
    ("ART-15", Condition, "exists a term in glossary where term.theme in goal.themes"),
    ("ART-20", Each, "owner"),
    ("ART-20", Condition, "owner.role is dsi"),
    ("ART-20", Condition, "owner.readiness is not-ready"),
    ("ART-20", Condition, "latest of action.end for action where owner in action.prepares"),
    ("ART-20", Condition, "list of sheets where sheet.owner = owner and sheet.start < evolution and owner not in sheet.prepares"),
    ("ART-20", Condition, "early is empty"),
    ("LEG-ACC-01b", Each, "sheet"),
    ("LEG-ACC-01b", Condition, "accessibility-scheme in sheet.themes"),
    ("LEG-ACC-01b", Condition, "sheet.end <= sheet.start + 3 years"),
    (
        "LEG-ACC-01b",
        Condition,
        "every year in sheet.years satisfies exists an action where accessibility in action.themes and year in action.years",
    ),
    ("LEG-ACC-01b", Condition, "exists a milestone of sheet where milestone.nature is declaration"),
    ("LEG-ODA-01", Condition, "authority.population >= 3 500"),
    ("LEG-ODA-01", Condition, "authority.agents >= 50"),
    ("LEG-ODA-01", Condition, "exists a goal where open-data in goal.themes"),
    ("LEG-ODA-01", Place, "strategy"),
    ("LEG-ACH-01", Value, "3 months"),
    ("LEG-ACH-01", Each, "sheet"),
    ("LEG-ACH-01", Condition, "exists sheet.purchase"),
    ("LEG-ACH-01", Condition, "sheet.purchase.ht >= notice-threshold on sheet.start"),
    ("LEG-ACH-01", Condition, "exists a milestone of sheet where milestone.nature is tender and milestone.date + lead <= sheet.start"),
    (
        "DEL-01",
        Condition,
        "if authority.kind in [departement, region] then 12 days else (if authority.population >= 3 500 then 5 clear days else 3 clear days)",
    ),
    ("DEL-01", Each, "decision"),
    ("DEL-01", Condition, "not decision.urgent"),
    ("DEL-01", Condition, "decision.session >= decision.convened + delay"),
    ("STC-01", Value, "20 %"),
    ("STC-01", Condition, "share of dependencies where no owner in dependency.sheet.team where owner in dependency.target.team"),
    ("STC-01", Condition, "crossing >= floor"),
    ("STC-01", Place, "strategy"),
    ("STC-03", Each, "sheet"),
    ("STC-03", Condition, "sheet.end > mandate.end"),
    ("STC-03", Condition, "exists a sheet s in sheet.upstream where s.start <= mandate.end"),
    ("STC-03", Condition, "exists a milestone of sheet where milestone.date <= mandate.end"),
];

#[test]
fn every_expression_of_the_design_reads() {
    for (code, row, text) in FRENCH.iter().chain(ENGLISH) {
        let tree = sound(*row, text);
        println!("{code} {text}\n    {}", shape(&tree));
    }
}
