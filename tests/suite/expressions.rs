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
    let start = BASE + (text.len() - text.trim_start().len()) as u32;
    let at = At { start, end: start + text.trim().len() as u32 };
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
                // Parentheses belong to what they hold.
                let own = At { start: steps[0].at.start, end: steps[steps.len() - 1].at.end };
                assert!(own == expr.at || written.starts_with('(') && written.ends_with(')'), "{text:?}");
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

/// What the twelve pairs say in other words: French, English.
const WORDS: &str = "
accessibilité=accessibility acculturation=awareness achat=purchase agents=staff alloué=allotted amont=upstream année=year
années=years bénéfices=benefits changement=change cible=target collectivité=authority consultation=tender continuité=continuity
convocation=convened croisées=crossing demandé=asked données=data données-ouvertes=open-data début=start décision=decision
déclaration=declaration délai=delay délai=lead département=departement dépendance=dependency dépendances=dependencies
enveloppe=envelope f=s fiche=sheet fiches=sheets fin=end fonctionnement=operating glossaire=glossary ia=ai
investissement=investment jalon=milestone ligne=line livraison=delivery mandat=mandate marge=margin montant=amount nature=kind
non-prête=not-ready objectif=goal passation=handover pilote=owner plancher=floor précoces=early préparation=readiness
prépare=prepares publics=audience région=region rôle=role schéma-accessibilité=accessibility-scheme seuil=threshold
seuil-de-publicité=notice-threshold stratégie=strategy sujets=subjects séance=session technique=technical terme=term thème=theme
thèmes=themes urgence=urgent vide=empty élus=elected équipe=team évolution=evolution";

/// The words of a shape, and what stands between them.
fn pieces(shape: &str) -> Vec<&str> {
    let word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let mut out = Vec::new();
    let mut rest = shape;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c| word(c) != word(first)).unwrap_or(rest.len());
        out.push(&rest[..end]);
        rest = &rest[end..];
    }
    out
}

#[test]
fn every_expression_of_the_design_reads() {
    assert_eq!((FRENCH.len(), ENGLISH.len()), (174, 58));
    let mut policies: Vec<&str> = FRENCH.iter().map(|(code, _, _)| *code).collect();
    policies.dedup();
    assert_eq!(policies.len(), 42);
    for (_, row, text) in FRENCH.iter().chain(ENGLISH) {
        sound(*row, text);
    }
}

#[test]
fn both_languages_give_the_same_tree() {
    let words: Vec<(&str, &str)> = WORDS.split_whitespace().filter_map(|pair| pair.split_once('=')).collect();
    let mut used = vec![false; words.len()];
    for (index, (code, row, english)) in ENGLISH.iter().enumerate() {
        let nth = ENGLISH[..index].iter().filter(|(other, _, _)| other == code).count();
        let (_, french_row, french) = FRENCH.iter().filter(|(other, _, _)| other == code).nth(nth).expect("its French");
        assert_eq!(row, french_row, "{english}");
        let (one, other) = (shape(&sound(*row, french)), shape(&sound(*row, english)));
        let (one, other) = (pieces(&one), pieces(&other));
        assert_eq!(one.len(), other.len(), "{french}\n{english}");
        for (fr, en) in one.into_iter().zip(other) {
            let known = words.iter().position(|pair| *pair == (fr, en));
            known.iter().for_each(|at| used[*at] = true);
            assert!(fr == en || known.is_some(), "{fr} {en}\n{french}\n{english}");
        }
    }
    assert!(used.iter().all(|used| *used), "{:?}", words.iter().zip(used).find(|(_, used)| !used));
}

/// All spellings of one tree; the tree. The first is French, the second English, the others are variants.
#[rustfmt::skip]
const SAME: &[(&[&str], &str)] = &[
    (&["a et b", "a and b"], "(And a b)"),
    (&["a ou b", "a or b"], "(Or a b)"),
    (&["non a", "not a", "non(a)", "not (a)", "non l'a"], "(Not a)"),
    (&["a est b", "a is b", "a = b", "a=b"], "(Equal a b)"),
    (&["a n'est pas b", "a is not b", "a n’est pas b", "a n'est  pas b", "a != b", "a ≠ b", "a <> b", "a!=b"], "(Unequal a b)"),
    (&["a < b", "a<b"], "(Less a b)"),
    (&["a <= b", "a ≤ b", "a<=b"], "(AtMost a b)"),
    (&["a > b", "a>b"], "(More a b)"),
    (&["a >= b", "a ≥ b", "a>=b"], "(AtLeast a b)"),
    (&["a avant b", "a before b"], "(Before a b)"),
    (&["a après b", "a after b", "a apres b", "a apre\u{300}s b"], "(After a b)"),
    (&["a parmi b", "a in b", "a dans b", "a dans les b", "a parmi l'b", "a in the b"], "(In a b)"),
    (&["a hors de b", "a not in b", "a hors des b", "a hors du b", "a hors d'b", "a hors d’b", "a hors de l'b", "a  not\u{a0}in b"], "(NotIn a b)"),
    (&["a contient b", "a contains b"], "(Contains a b)"),
    (&["a + b", "a+b"], "(Plus a b)"),
    (&["a - b", "a − b"], "(Minus a b)"),
    (&["a * b", "a × b", "a*b"], "(Times a b)"),
    (&["a / b", "a ÷ b", "a/b"], "(Divide a b)"),
    (&["a à défaut b", "a otherwise b", "a a defaut b", "a a\u{300} de\u{301}faut b"], "(Otherwise a b)"),
    (&["a au b", "a on b"], "(InForce a b)"),
    (&["- a", "−a", "-a"], "(Negative a)"),
    (&["connu a.b", "known a.b", "connu l'a.b"], "(Known a.b)"),
    (&["existe a.b", "exists a.b", "existe l'a.b", "existe les a.b"], "(Exists a.b)"),
    (&["n'existe pas a.b", "not exists a.b", "n’existe\u{a0}pas l’a.b", "non existe a.b"], "(Not (Exists a.b))"),
    (&["existe une x", "exists a x", "existe un x", "exists an x"], "(Some x)"),
    (
        &["existe une x telle que b", "exists a x where b", "existe un x tel que b", "exists an x where b", "existe x tel que b", "existe un x tel qu'b", "existe un x tel qu’b"],
        "(Some x where b)",
    ),
    (&["existe une x f parmi y telle que b", "exists a x f in y where b", "existe un x f dans y tel que b"], "(Some x f in y where b)"),
    (
        &["existe un x de l'y tel que b", "exists a x of y where b", "existe un x de y tel que b", "existe un x d'y tel que b", "existe un x du y tel que b", "existe un x des y tel que b", "existe un x de la y tel que b"],
        "(Some x of y where b)",
    ),
    (&["aucune x telle que b", "no x where b", "aucun x tel que b"], "(No x where b)"),
    (&["aucun x parmi y.z tel que b", "no x in y.z where b"], "(No x in y.z where b)"),
    (&["aucun x de la y", "no x of the y"], "(No x of y)"),
    (
        &["toute x parmi y telle que b vérifie c", "every x in y where b satisfies c", "tout x parmi y tel que b verifie c", "tout x dans y tel que b ve\u{301}rifie c"],
        "(Every x in y where b c)",
    ),
    (&["tout x vérifie c", "every x satisfies c"], "(Every x c)"),
    (&["tout x f de l'y vérifie c", "every x f of y satisfies c"], "(Every x f of y c)"),
    (&["si a alors b sinon c", "if a then b else c"], "(If a b c)"),
    (&["si existe une x alors b sinon c", "if exists a x then b else c"], "(If (Some x) b c)"),
    (&["nombre de a.b", "count of a.b", "number of a.b", "nombre d'a.b", "nombre des a.b", "nombre de l'a.b"], "(Count a.b)"),
    (&["nombre de [1, 2]", "count of [1, 2]"], "(Count [Number { scaled: 1000000 }, Number { scaled: 2000000 }])"),
    (&["nombre des x telles que b", "count of x where b", "nombre d'x tels que b", "nombre d’x tels que b"], "(Count x where b)"),
    (&["part des x telles que b", "share of x where b"], "(Share x where b)"),
    (&["liste des x p parmi y tels que b", "list of x p in y where b"], "(List x p in y where b)"),
    (&["liste des x de l'y", "list of x of y"], "(List x of y)"),
    (&["somme de a.b pour a de l'y tel que c", "sum of a.b for a of y where c"], "(Sum a.b for a of y where c)"),
    (&["somme de a.b * 2 pour a", "sum of a.b * 2 for a"], "(Sum (Times a.b Number { scaled: 2000000 }) for a)"),
    (&["minimum de a.b pour a", "earliest of a.b for a", "min de a.b pour a", "minimum of a.b for a"], "(Least a.b for a)"),
    (&["maximum de a.b pour a", "latest of a.b for a", "max of a.b for a"], "(Greatest a.b for a)"),
    (&["minimum de a.b pour a à défaut c", "earliest of a.b for a otherwise c"], "(Otherwise (Least a.b for a) c)"),
    (&["minimum de a.b pour a avant c", "earliest of a.b for a before c"], "(Before (Least a.b for a) c)"),
    (&["jours-francs(a, b.c + 1 jour)", "jours-francs( a ,b.c + 1 day )"], "jours-francs(a, (Plus b.c Duration { count: 1, unit: Days }))"),
    (&["l'a.b = le c", "a.b = the c", "l’a.b = la c", "les a.b = c"], "(Equal a.b c)"),
    (&["a\u{a0}et\u{202f}b", "a\tand\n b", "  a\u{2009}et b  ", "a et // une note\n b"], "(And a b)"),
    // Which binds first.
    (&["a ou (b et c)", "a or (b and c)"], "(Or a (And b c))"),
    (&["non a = b et c", "not a = b and c"], "(And (Not (Equal a b)) c)"),
    (&["a + b * c - d > e", "a + b * c - d > e"], "(More (Minus (Plus a (Times b c)) d) e)"),
    (&["a à défaut b * c", "a otherwise b * c"], "(Times (Otherwise a b) c)"),
    (&["a à défaut b au c", "a otherwise b on c"], "(Otherwise a (InForce b c))"),
    (&["-a au b", "-a on b"], "(InForce (Negative a) b)"),
    (&["a - b - c", "a - (b) - c"], "(Minus (Minus a b) c)"),
    (&["a / b / c", "(a / b) / c"], "(Divide (Divide a b) c)"),
    (&["a et existe une x telle que b et c", "a and exists a x where b and c"], "(And a (Some x where (And b c)))"),
];

#[test]
fn every_operator_and_elision_reads_in_both_languages() {
    for (spellings, tree) in SAME {
        for text in *spellings {
            assert_eq!(shape(&sound(Condition, text)), *tree, "{text}");
        }
    }
}

/// A word that begins as an operator does, or holds one, is a name.
#[test]
fn no_word_kills_a_longer_one() {
    #[rustfmt::skip]
    let words = [
        "et", "and", "ou", "or", "non", "not", "est", "is", "parmi", "in", "dans", "hors", "contient", "contains", "avant", "before", "après",
        "after", "otherwise", "au", "on", "existe", "exists", "aucune", "aucun", "no", "toute", "tout", "every", "connu", "known", "si", "if",
        "alors", "then", "sinon", "else", "pour", "for", "vérifie", "satisfies", "nombre", "number", "count", "somme", "sum", "minimum", "min",
        "earliest", "maximum", "max", "latest", "part", "share", "liste", "list", "telle", "tel", "where", "de", "des", "du", "of", "a", "un", "une",
        "le", "la", "les", "the", "an", "d", "l", "n",
    ];
    for word in words {
        for name in [
            format!("{word}x"),
            format!("{word}-x"),
            format!("{word}_"),
            format!("{word}9"),
            format!("x-{word}"),
            format!("{word}\u{2011}x"),
        ] {
            assert_eq!(shape(&sound(Condition, &name)), name);
            assert_eq!(shape(&sound(Condition, &format!("{name} = {name}.y et {name}"))), format!("(And (Equal {name} {name}.y) {name})"));
            assert_eq!(shape(&sound(Each, &format!("{name} s in {name}"))), format!("(Some {name} s in {name})"));
            assert_eq!(shape(&sound(Condition, &format!("no x {name} where b"))), format!("(No x {name} where b)"));
        }
    }
    // Steps behind a dot may be any word.
    for word in words {
        assert_eq!(shape(&sound(Condition, &format!("x.{word} = x.{word}.y"))), format!("(Equal x.{word} x.{word}.y)"));
    }
}

const LITERALS: &[(&str, &str)] = &[
    ("3 500", "Number { scaled: 3500000000 }"),
    ("3\u{202f}500", "Number { scaled: 3500000000 }"),
    ("1 234 567", "Number { scaled: 1234567000000 }"),
    ("3_500", "Number { scaled: 3500000000 }"),
    ("0,5", "Number { scaled: 500000 }"),
    ("0.5", "Number { scaled: 500000 }"),
    ("0,123456", "Number { scaled: 123456 }"),
    ("2027", "Number { scaled: 2027000000 }"),
    ("60 %", "Share { scaled: 600000 }"),
    ("60%", "Share { scaled: 600000 }"),
    ("12,5\u{a0}%", "Share { scaled: 125000 }"),
    ("0 €", "Money { cents: 0, tax: None }"),
    ("20 k€", "Money { cents: 2000000, tax: None }"),
    ("20k€", "Money { cents: 2000000, tax: None }"),
    ("1,2 M€", "Money { cents: 120000000, tax: None }"),
    ("1,125 M€", "Money { cents: 112500000, tax: None }"),
    ("3 Md€", "Money { cents: 300000000000, tax: None }"),
    ("12 500,50 €", "Money { cents: 1250050, tax: None }"),
    ("20 000 euros", "Money { cents: 2000000, tax: None }"),
    ("216 k€ HT", "Money { cents: 21600000, tax: Ht }"),
    ("216 k€\u{a0}TTC", "Money { cents: 21600000, tax: Ttc }"),
    ("0,5 etp", "Fte { scaled: 500000 }"),
    ("0.5 fte", "Fte { scaled: 500000 }"),
    ("6 mois", "Duration { count: 6, unit: Months }"),
    ("1 month", "Duration { count: 1, unit: Months }"),
    ("1 an", "Duration { count: 1, unit: Years }"),
    ("3 ans", "Duration { count: 3, unit: Years }"),
    ("3 years", "Duration { count: 3, unit: Years }"),
    ("2 semaines", "Duration { count: 2, unit: Weeks }"),
    ("1 week", "Duration { count: 1, unit: Weeks }"),
    ("12 jours", "Duration { count: 12, unit: Days }"),
    ("1 day", "Duration { count: 1, unit: Days }"),
    ("5 jours francs", "Duration { count: 5, unit: ClearDays }"),
    ("1 jour franc", "Duration { count: 1, unit: ClearDays }"),
    ("5 clear\u{a0}days", "Duration { count: 5, unit: ClearDays }"),
    ("2027-T2", "Date(Quarter { year: 2027, quarter: 2 })"),
    ("2027-Q2", "Date(Quarter { year: 2027, quarter: 2 })"),
    ("2027-03", "Date(Month { year: 2027, month: 3 })"),
    ("2027\u{2011}03", "Date(Month { year: 2027, month: 3 })"),
    ("2027-03-15", "Date(Day { year: 2027, month: 3, day: 15 })"),
    ("2028-02-29", "Date(Day { year: 2028, month: 2, day: 29 })"),
    ("\"dit \\\"oui\\\" et non\"", "\"dit \\\"oui\\\" et non\""),
    ("« a et b »", "\"a et b\""),
    ("“a ( b”", "\"a ( b\""),
    ("-6 mois", "(Negative Duration { count: 6, unit: Months })"),
    ("− 20 k€", "(Negative Money { cents: 2000000, tax: None })"),
];

#[test]
fn literals_are_exact() {
    for (text, value) in LITERALS {
        assert_eq!(shape(&sound(Value, text)), *value, "{text}");
        assert_eq!(shape(&sound(Condition, &format!("a >= {text}"))), format!("(AtLeast a {value})"));
    }
    assert_eq!(shape(&sound(Value, "[]")), "[]");
    assert_eq!(shape(&sound(Value, "[ a, 2027 ,« b »]")), "[a, Number { scaled: 2027000000 }, \"b\"]");
    assert_eq!(shape(&sound(Value, "commune")), "commune");
    assert_eq!(
        shape(&sound(Condition, "a > 2027-03 - 6 mois")),
        "(More a (Minus Date(Month { year: 2027, month: 3 }) Duration { count: 6, unit: Months }))"
    );
}

#[test]
fn binders_places_and_labels() {
    for (row, text, tree) in [
        (Each, "action", "(Some action)"),
        (Each, "sheet s in goal.actions", "(Some sheet s in goal.actions)"),
        (Each, "montant m de l'objectif", "(Some montant m of objectif)"),
        (Each, "année parmi [2027, 2028]", "(Some année in [Number { scaled: 2027000000 }, Number { scaled: 2028000000 }])"),
        (Place, "ligne.alloué, stratégie.enveloppe", "[ligne.alloué, stratégie.enveloppe]"),
        (Place, "l'objectif", "[objectif]"),
        (Labels, "fiche.pilote, jalon de la fiche", "[fiche.pilote, (Some jalon of fiche)]"),
        (Labels, "les jalons de l'objectif, objectif", "[(Some jalons of objectif), objectif]"),
        (Labels, "action a, b.c", "[(Some action a), b.c]"),
        (Labels, "actions telles que action.fin > b et c", "[(Some actions where (And (More action.fin b) c))]"),
    ] {
        assert_eq!(shape(&sound(row, text)), tree, "{text}");
    }
}

#[test]
fn messages_are_words_and_holes() {
    fn said(text: &str) -> String {
        let (pieces, found) = expression::template(text, SourceId(3), BASE);
        assert!(found.is_empty(), "{text}: {found:?}");
        sound(Template, text);
        let piece = |piece: &Piece| match piece {
            Piece::Words(words) => words.clone(),
            Piece::Hole(shown, None) => format!("<{}>", shape(shown)),
            Piece::Hole(shown, Some((one, several))) => format!("<{}|{one}|{several}>", shape(shown)),
        };
        pieces.iter().map(piece).collect::<Vec<_>>().join("·")
    }
    assert_eq!(
        said("\"Le bénéfice de « {objectif} » ({objectif.bénéfices}) tombe après le mandat.\""),
        "Le bénéfice de « ·<objectif>· » (·<objectif.bénéfices>·) tombe après le mandat."
    );
    assert_eq!(said(r#""\"{goal}\" pays off ({ goal.benefits })""#), "\"·<goal>·\" pays off (·<goal.benefits>·)");
    assert_eq!(said("« {n|action démarre|actions démarrent} »"), "<n|action démarre|actions démarrent>");
    assert_eq!(said("“{n | action| actions }”"), "<n| action| actions >");
    assert_eq!(said("« {nombre de objectif.actions + 1||s} »"), "<(Plus (Count objectif.actions) Number { scaled: 1000000 })||s>");
    assert_eq!(said("{{{goal}}} {{x}}"), "{·<goal>·} {x}");
    assert_eq!(said("{a}{b}"), "<a>·<b>");
    // Words without quotes are as they are.
    assert_eq!(said(r#""a" et \"b\" {c}"#), r#""a" et \"b\" ·<c>"#);
    assert_eq!(said(""), "");
    assert_eq!(said("\"\""), "");
    assert_eq!(said("«  »"), "");
    // A text within a hole of a text.
    assert_eq!(said(r#""{si a = \"x\" alors b sinon c}""#), "<(If (Equal a \"x\") b c)>");
    // One hole that cannot be read leaves the others, and what stands behind an escape is underlined where it stands.
    let text = r#""\"{a}\" {b c} {d e} \\ {f}""#;
    let (pieces, found) = expression::template(text, SourceId(3), BASE);
    let holes: Vec<String> =
        pieces.iter().filter_map(|piece| if let Piece::Hole(shown, _) = piece { Some(shape(shown)) } else { None }).collect();
    assert_eq!(holes, ["a", "Damaged", "Damaged", "f"]);
    assert_eq!(found.len(), 1);
    let at = found[0].span();
    assert_eq!((at.start - BASE, at.end - BASE), (text.find("c}").unwrap() as u32, text.find("} {d").unwrap() as u32));
}

/// The row, the text, the rule, what is underlined, a few words of the message or the help in French, and the text as it is mended.
type Refusal = (Row, &'static str, &'static str, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const REFUSALS: &[Refusal] = &[
    // Other languages.
    (Condition, "fiche.coût == 3", "E0906", "==", "Écrivez `=`", "fiche.coût = 3"),
    (Condition, "fiche.coût===3", "E0906", "===", "Écrivez `=`", "fiche.coût = 3"),
    (Condition, "a && b", "E0906", "&&", "Écrivez `et`", "a et b"),
    (Condition, "goal.a&&b", "E0906", "&&", "Écrivez `et`", "goal.a and b"),
    (Condition, "a || b", "E0906", "||", "Écrivez `ou`", "a ou b"),
    (Condition, "a | b", "E0906", "|", "Écrivez `ou`", "a ou b"),
    (Condition, "a et !(b)", "E0906", "!", "Écrivez `non`", "a et non (b)"),
    (Condition, "!a and b", "E0906", "!", "Écrivez `non`", "not a and b"),
    (Condition, "a => 3", "E0906", "=>", "Écrivez `>=`", "a >= 3"),
    (Condition, "a =< 3", "E0906", "=<", "Écrivez `<=`", "a <= 3"),
    (Condition, "a ET b", "E0906", "ET", "minuscules", "a et b"),
    (Condition, "NON a", "E0906", "NON", "minuscules", "non a"),
    (Condition, "a = 'b'", "E0906", "'", "guillemets", ""),
    (Condition, "a = b ; c", "E0906", ";", "une condition par ligne", ""),
    (Condition, "a est égal à b", "E0906", "égal", "Écrivez `=`", ""),
    (Condition, "a supérieur à b", "E0906", "supérieur", "Écrivez `>`", ""),
    (Condition, "aucune action qui b", "E0906", "qui", "Écrivez `telle que`", ""),
    (Condition, "exists a sheet such that a", "E0906", "such", "Écrivez `telle que`", ""),
    (Condition, "a entre 3 et 5", "E0906", "entre", ">= … et … <=", ""),
    (Condition, "a parmit b", "E0906", "parmit", "Vouliez-vous dire `parmi`", "a parmi b"),
    (Condition, "a contein b", "E0906", "contein", "Vouliez-vous dire `contient`", "a contient b"),
    // Two ways to read it.
    (Condition, "a et b ou c", "E0905", "ou", "« et » et « ou » se mélangent", ""),
    (Condition, "a or b and c", "E0905", "and", "se mélangent", ""),
    (Condition, "a ou existe une action telle que b et c", "E0905", "et", "parenthèses", ""),
    (Condition, "aucune action telle que b ou c et d", "E0905", "et", "se mélangent", ""),
    (Condition, "a et toute année parmi x telle que b vérifie c ou d", "E0905", "ou", "se mélangent", ""),
    (Condition, "si a alors b sinon c ou d et e", "E0905", "et", "se mélangent", ""),
    (Condition, "(a et b) et (c et (d ou e et f))", "E0905", "et", "se mélangent", ""),
    (Labels, "x, action telle que a et b ou c", "E0905", "ou", "se mélangent", ""),
    (Condition, "1 <= a <= 3", "E0911", "<=", "deux conditions jointes par `et`", "1 <= a et a <= 3"),
    (Condition, "goal.a < b + 1 < c", "E0911", "<", "deux conditions", "goal.a < b + 1 and b + 1 < c"),
    (Condition, "nombre des actions telles que a = b >= 2", "E0911", ">=", "mettez ce compte entre parenthèses", ""),
    (Condition, "a < b < c ou d", "E0911", "<", "se suivent", ""),
    (Condition, "a is not in [b]", "E0906", "is not in", "Écrivez `hors de`", "a not in [b]"),
    (Condition, "a n'est pas parmi b", "E0906", "n'est pas parmi", "Écrivez `hors de`", "a hors de b"),
    (Condition, "a est hors de b", "E0906", "est hors de", "Écrivez `hors de`", "a hors de b"),
    (Condition, "a est dans [b]", "E0906", "est dans", "Écrivez `parmi`", "a parmi [b]"),
    (Condition, "a > 3,500", "E0906", "3,500", "se lit de deux façons", ""),
    (Condition, "a parmi [2027,2028]", "E0906", "2027,2028", "`2027, 2028`", ""),
    // Brackets and quotes.
    (Condition, "(a et b", "E0906", "(", "parenthèse n'est pas fermée", "(a et b)"),
    (Condition, "((a) et (b", "E0906", "(", "parenthèse n'est pas fermée", "((a) et (b))"),
    (Condition, "toute année parmi x telle que (a vérifie b", "E0906", "(", "n'est pas fermée", "toute année parmi x telle que (a) vérifie b"),
    (Condition, "a et b)", "E0906", ")", "parenthèse fermante de trop", "a et b"),
    (Value, "[a, b", "E0906", "[", "crochet n'est pas fermé", "[a, b]"),
    (Condition, "x parmi [a, b)", "E0906", ")", "ne ferme pas ce qui est ouvert", "x parmi [a, b]"),
    (Condition, "(a et )", "E0906", ")", "Il manque un nom ou une valeur avant", ""),
    (Condition, "a = « bon", "E0906", "« bon", "pas fermé", ""),
    (Condition, "x parmi a, b", "E0906", ",", "entre crochets", ""),
    (Condition, "x parmi [a et b]", "E0906", "et", "séparés par des virgules", ""),
    // What is missing.
    (Condition, "", "E0906", "", "Il manque quelque chose", ""),
    (Condition, "a et", "E0906", "et", "s'arrête trop tôt", ""),
    (Condition, "a et et b", "E0906", "et", "relie deux choses", ""),
    (Condition, "fiche coût > 3", "E0906", "coût", "Un opérateur est attendu", ""),
    (Condition, "a ^ b", "E0906", "^", "Un opérateur est attendu", ""),
    (Condition, "@a", "E0906", "@", "un nom ou une valeur est attendu", ""),
    (Condition, "fiche. début = a", "E0906", ".", "point n'est suivi d'aucun nom", ""),
    (Condition, "mandat.fin -marge", "E0906", "-", "un blanc de chaque côté", "mandat.fin - marge"),
    (Condition, "existe une action telle a", "E0906", "telle", "Écrivez `telle que`", ""),
    (Condition, "existe", "E0906", "existe", "n'est suivi d'aucun nom", ""),
    (Condition, "n'existe pas d'action telle que a", "E0906", "d'", "aucune action telle que", ""),
    (Condition, "toute année parmi x telle que a", "E0906", "toute", "Il manque `vérifie`", ""),
    (Condition, "b et (si a alors b)", "E0906", "si", "`alors` et `sinon`", ""),
    (Condition, "nombre (a)", "E0906", "nombre", "suivi de `de`", ""),
    (Each, "action telle que a", "E0906", "telle", "la ligne suivante", ""),
    (Each, "fiche s x", "E0906", "x", "de trop", ""),
    (Each, "fiche s parmi", "E0906", "parmi", "s'arrête trop tôt", ""),
    (Place, "a, b et c", "E0906", "et", "de trop", ""),
    (Place, "a, ", "E0906", ",", "s'arrête trop tôt", ""),
    (Labels, "a, b c d", "E0906", "d", "de trop", ""),
    (Value, "6 mois + 1 an", "E0906", "+", "de trop", ""),
    // Literals.
    (Condition, "5mois > a", "E0906", "5mois", "un blanc", "5 mois > a"),
    (Condition, "a = 20 dollars", "E0906", "20 dollars", "unité", ""),
    (Condition, "a > 2027-T5", "E0906", "2027-T5", "ne se lit pas comme une date", ""),
    (Condition, "a > 2027-13", "E0906", "2027-13", "calendrier", ""),
    (Condition, "a > 2027-02-30", "E0906", "2027-02-30", "calendrier", ""),
    (Condition, "a > 15/03/2027 et b", "E0906", "15/03/2027", "l'année, le mois, le jour", "a > 2027-03-15 et b"),
    (Condition, "a = 2027-03 .. 2027-06", "E0906", "..", "Comparez le début et la fin", ""),
    (Condition, "a > 99999999999999999999", "E0906", "99999999999999999999", "trop grand", ""),
    (Condition, "a > 0,1234567", "E0906", "0,1234567", "décimales", ""),
    (Value, "0,5 mois", "E0906", "0,5 mois", "décimales", ""),
    // Messages.
    (Template, "« le {goal »", "E0906", "{", "accolade n'est pas fermée", "« le {{goal »"),
    (Template, "\"\\\"le\\\" goal}\"", "E0906", "}", "ne ferme rien", "\"\\\"le\\\" goal}}\""),
    (Template, "{n|action}", "E0906", "|", "deux formes", ""),
    (Template, "« {a == 3} »", "E0906", "==", "Écrivez `=`", "« {a = 3} »"),
    (Template, "«{}»", "E0906", "", "Il manque quelque chose", ""),
];

#[test]
fn what_cannot_be_read_is_said_where_it_stands() {
    let mut met = std::collections::HashSet::new();
    for (row, text, id, underlined, words, mended) in REFUSALS {
        calm(*row, text);
        let (_, found) = read(*row, text);
        let [found] = found.as_slice() else { panic!("{text}: {found:?}") };
        let said = format!("{} {}", found.message.show(Lang::Fr), found.help.show(Lang::Fr));
        let at = found.span();
        let place = &text[(at.start - BASE) as usize..(at.end - BASE) as usize];
        assert_eq!((found.rule.id, place), (*id, *underlined), "{text}: {said}");
        assert!(said.contains(words), "{text}: {said}");
        assert!(met.insert((format!("{row:?}"), *text)));
        let mend = found.edits.first().map(|edit| &edit.mend);
        let Some(Mend::Replace { span, text: other }) = mend else {
            assert!(mend.is_none() && mended.is_empty(), "{text}");
            continue;
        };
        let mut out = (*text).to_owned();
        out.replace_range((span.start - BASE) as usize..(span.end - BASE) as usize, other);
        assert_eq!(out, *mended, "{text}");
        sound(*row, &out);
    }
    assert!(REFUSALS.len() >= 80);
}

#[test]
fn a_text_cut_anywhere_is_calm() {
    let messages = ["\"Le « {objectif} » \\\"({n|a|b})\\\" {{x}} : {si a alors b sinon c}.\"", "« {a.b} {c} »"];
    let all = FRENCH.iter().chain(ENGLISH).map(|(_, row, text)| (*row, *text));
    let all = all.chain(messages.map(|text| (Template, text))).chain(REFUSALS.iter().map(|(row, text, ..)| (*row, *text)));
    for (row, text) in all {
        for (at, _) in text.char_indices() {
            calm(row, &text[..at]);
            calm(row, &text[at..]);
        }
    }
}

/// Every text may stand behind every keyword.
#[test]
fn a_text_in_the_wrong_place_is_calm() {
    for (_, _, text) in FRENCH.iter().chain(ENGLISH) {
        ROWS.into_iter().for_each(|row| calm(row, text));
    }
    for (_, text, ..) in REFUSALS {
        ROWS.into_iter().for_each(|row| calm(row, text));
    }
}

/// SplitMix64: the same numbers on every machine, for ever.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % end as u64) as usize
    }
}

#[test]
fn words_in_any_order_are_calm() {
    let mut words: Vec<&str> = FRENCH.iter().chain(ENGLISH).flat_map(|(_, _, text)| text.split(' ')).collect();
    words.extend([
        "(", ")", "[", "]", ",", ".", "-", "!", "==", "\"", "«", "»", "{", "}", "|", "'", "’", "\\", "//", "\n", "é", "😀", "n'", "d'",
        "0", "\u{a0}",
    ]);
    let mut random = Random(7);
    for _ in 0..20_000 {
        let glue = ["", " "][random.below(2)];
        let some: Vec<&str> = (0..1 + random.below(14)).map(|_| words[random.below(words.len())]).collect();
        let text = some.join(glue);
        ROWS.into_iter().for_each(|row| calm(row, &text));
    }
}

#[test]
fn limits_are_named() {
    let nested = |levels: usize| format!("{}a{}", "(".repeat(levels), ")".repeat(levels));
    let joined = |operators: usize| vec!["a"; operators + 1].join(" et ");
    let behind = |levels: usize| format!("{}b", "no a where ".repeat(levels));
    let most = "\u{20}".repeat(4_095);
    for text in [nested(32), joined(256), behind(32), format!("{most}a"), format!("{}a", "non ".repeat(256))] {
        sound(Condition, &text);
    }
    // Levels end with the brackets that hold them.
    sound(Condition, &vec!["(no a where b)"; 100].join(" and "));
    for (text, words, underlined) in [
        (nested(33), "32 niveaux", "("),
        (behind(33), "32 niveaux", "where"),
        (joined(257), "plus de 256", "et"),
        (format!("{most}aé"), "4096 octets", "é"),
    ] {
        calm(Condition, &text);
        let found = read(Condition, &text).1;
        let at = found[0].span();
        assert!(found[0].message.show(Lang::Fr).contains(words), "{}", found[0].message.show(Lang::Fr));
        assert_eq!((found[0].rule.id, &text[(at.start - BASE) as usize..(at.end - BASE) as usize]), ("E0906", underlined));
    }
}

#[test]
fn hostile_texts_are_read_quickly() {
    let most = Duration::from_millis(if cfg!(debug_assertions) { 1_000 } else { 50 });
    let file = |one: &str| one.repeat(4_096 / one.len());
    #[rustfmt::skip]
    let parts = [
        "(", "[", "not ", "non ", "- ", "a.", "{", "{{", "}", "{a", "{a}", "{a b}", "{(", "a(", "a(a,", "\"", "«", "“", "« »", "é", "\\", "'", "d'", "n'existe pas ",
        "exists ", "exists a b where ", "exists (", "existe une a telle que (", "no a where ", "no a where (", "every a in b where c satisfies ",
        "every a satisfies (", "if a then ", "if (", "si a alors b sinon ", "count of ", "nombre de a parmi ", "sum of a * ", "sum of a for ", "list of [",
        "a et ", "a et b ou ", "a < ", "a est ", "is not ", "1 ", "1 000 ", "1,", "2027-", "1/1/", "//", "// \n", " ", "\n", ") ", "(a) ", "(a et ", "[a, ",
        "of ", "a à défaut ", "l'", "the ", "in ", "|", "a|", ".", "..",
    ];
    for part in parts {
        for text in [
            file(part),
            file(part) + "a",
            format!("{}a{}", file(part).chars().take(30).collect::<String>(), ")".repeat(30)),
            file(part).repeat(4),
        ] {
            for row in ROWS {
                let start = Instant::now();
                let (_, found) = read(row, &text);
                let taken = start.elapsed();
                assert!(taken < most, "{row:?} {part:?}: {taken:?}");
                assert!(found.len() <= 1);
            }
            calm(Condition, &text);
        }
    }
    // What a message quotes is short.
    for text in ["a".repeat(4_000) + " b", "a ".to_owned() + &"b".repeat(4_000), "9".repeat(4_000), "x = ".to_owned() + &"5x".repeat(2_000)]
    {
        let found = read(Condition, &text).1;
        assert!(found[0].message.show(Lang::Fr).len() < 200 && found[0].help.show(Lang::En).len() < 300, "{found:?}");
    }
    // As deep as it may be, wherever it ends.
    let deep = format!("{}a{}", "(exists a b where (if a then [b, c] contains d else ".repeat(10), "))".repeat(10));
    for (at, _) in deep.char_indices() {
        let start = Instant::now();
        calm(Condition, &deep[..at]);
        assert!(start.elapsed() < most, "{at}");
    }
}
