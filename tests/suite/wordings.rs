//! What authors write and the language does not have, in their own words: what is said of it, in both languages, and what each edit
//! makes of it. A row is one of a kind. Every edit is tried: it mends what it is offered for, and leads to no other mistake.

use std::path::Path;

use strategy::analysis::{Analysis, analyse};
use strategy::diagnostic::{Diagnostic, Lang, Severity};
use strategy::load::Memory;
use strategy::report::{Look, human, summary};

use super::edits::apply_all;

/// Where lines are put in a plan that is sound without them.
#[derive(Clone, Copy, PartialEq)]
enum At {
    Strategy,
    Authority,
    Margin,
    Goal,
    Budget,
    Indicator,
}
use At::{Authority, Budget, Goal, Indicator, Margin, Strategy};

/// Where they stand, the lines, what is said in French and in English, and what each edit makes of the lines. Nothing said: it is read.
type Row = (At, &'static str, &'static [&'static str], &'static [&'static str], &'static [&'static str]);

const FRENCH: &str = r#"utiliser std.roles
utiliser std.barriers
stratégie "Plan 2027-2032" {
  période 2027 .. 2032
  parrain DGS
@strategy}
collectivité ville "Ville" {
@authority}
pilote SGM "Secrétariat général de mairie"
pilote SCI "Service commun informatique"
@marginaxe a "Axe" {
  objectif realisation "Réalisation" {
    pilote SGM
    jalon ouverture "Ouverture au public" au 2028-03
    jalon bilan "Bilan" au 2029-03
  }
  objectif essai "Essai" {
    jalon bilan "Bilan" au 2028-03
  }
  objectif g "Guichet" {
@goal    budget {
@budget    }
    indicateur "Démarches" {
@indicator    }
  }
}
"#;

const ENGLISH: &str = r#"use std.roles
use std.barriers
strategy "Plan 2027-2032" {
  language en
  period 2027 .. 2032
  sponsor DGS
@strategy}
authority ville "Town" {
@authority}
owner SGM "Town clerk's office"
owner SCI "Shared IT service"
@marginaxis a "Axis" {
  goal delivery "Delivery" {
    owner SGM
    milestone opening "Opening to the public" on 2028-03
  }
  goal g "Desk" {
@goal    budget {
@budget    }
    indicator "Online services" {
@indicator    }
  }
}
"#;

#[rustfmt::skip]
const OF_A_FRENCH_PLAN: &[Row] = &[
    // (a) a sign between the keyword and its value
    (Goal, "pilote : SGM",
        &["Il n'y a pas de signe « : » entre `pilote` et sa valeur. → Retirez-le : `pilote SGM`."],
        &["There is no sign \":\" between `pilote` and its value. → Remove it: `pilote SGM`."],
        &["pilote SGM"]),
    (Goal, "pilote: SGM",
        &["Il n'y a pas de signe « : » entre `pilote` et sa valeur. → Retirez-le : `pilote SGM`."],
        &["There is no sign \":\" between `pilote` and its value. → Remove it: `pilote SGM`."],
        &["pilote SGM"]),
    (Goal, "pilote = SGM",
        &["Il n'y a pas de signe « = » entre `pilote` et sa valeur. → Retirez-le : `pilote SGM`."],
        &["There is no sign \"=\" between `pilote` and its value. → Remove it: `pilote SGM`."],
        &["pilote SGM"]),
    (Goal, "pilote => SGM",
        &["Il n'y a pas de signe « => » entre `pilote` et sa valeur. → Retirez-le : `pilote SGM`."],
        &["There is no sign \"=>\" between `pilote` and its value. → Remove it: `pilote SGM`."],
        &["pilote SGM"]),
    (Goal, "pilote -> SGM",
        &["Il n'y a pas de signe « -> » entre `pilote` et sa valeur. → Retirez-le : `pilote SGM`."],
        &["There is no sign \"->\" between `pilote` and its value. → Remove it: `pilote SGM`."],
        &["pilote SGM"]),
    (Goal, "pilote:SGM",
        &["Il n'y a pas de signe « : » entre `pilote` et sa valeur. → Retirez-le : `pilote SGM`."],
        &["There is no sign \":\" between `pilote` and its value. → Remove it: `pilote SGM`."],
        &["pilote SGM"]),
    (Goal, "état = \"en cours\"",
        &["Il n'y a pas de signe « = » entre `état` et sa valeur. → Retirez-le : `état en-cours`. Mots possibles : `prévu`, `en-cours`, `terminé`, `abandonné`, `suspendu`, `reporté`."],
        &["There is no sign \"=\" between `état` and its value. → Remove it: `état en-cours`. The words are: `prévu`, `en-cours`, `terminé`, `abandonné`, `suspendu`, `reporté`."],
        &["état en-cours"]),
    (Goal, "état : en cours",
        &["Il n'y a pas de signe « : » entre `état` et sa valeur. → Retirez-le : `état en cours`. Mots possibles : `prévu`, `en-cours`, `terminé`, `abandonné`, `suspendu`, `reporté`."],
        &["There is no sign \":\" between `état` and its value. → Remove it: `état en cours`. The words are: `prévu`, `en-cours`, `terminé`, `abandonné`, `suspendu`, `reporté`."],
        &["état en cours"]),
    (Goal, "état \"en cours\"",
        &["« en cours » s'écrit sans guillemets : c'est un mot du langage. → Écrivez `en-cours`. Mots possibles : `prévu`, `en-cours`, `terminé`, `abandonné`, `suspendu`, `reporté`."],
        &["\"en cours\" is written without quotes: it is a word of the language. → Write `en-cours`. The words are: `prévu`, `en-cours`, `terminé`, `abandonné`, `suspendu`, `reporté`."],
        &["état en-cours"]),
    (Goal, "état \"en pause\"",
        &["`état` ne connaît pas « en pause ». → Choisissez parmi : `prévu`, `en-cours`, `terminé`, `abandonné`, `suspendu`, `reporté`."],
        &["`état` does not know \"en pause\". → Choose among: `prévu`, `en-cours`, `terminé`, `abandonné`, `suspendu`, `reporté`."],
        &[]),
    (Goal, "priorité = haute",
        &["Il n'y a pas de signe « = » entre `priorité` et sa valeur. → Retirez-le : `priorité haute`. Mots possibles : `haute`, `moyenne`, `basse`."],
        &["There is no sign \"=\" between `priorité` and its value. → Remove it: `priorité haute`. The words are: `haute`, `moyenne`, `basse`."],
        &["priorité haute"]),
    (Goal, "contributeurs : SGM, SCI",
        &["Il n'y a pas de signe « : » entre `contributeurs` et sa valeur. → Retirez-le : `contributeurs SGM, SCI`."],
        &["There is no sign \":\" between `contributeurs` and its value. → Remove it: `contributeurs SGM, SCI`."],
        &["contributeurs SGM, SCI"]),
    (Goal, "période : 2027-01 .. 2028-06",
        &["Il n'y a pas de signe « : » entre `période` et sa valeur. → Retirez-le : `période 2027-01 .. 2028-06`."],
        &["There is no sign \":\" between `période` and its value. → Remove it: `période 2027-01 .. 2028-06`."],
        &["période 2027-01 .. 2028-06"]),
    (Goal, "jalon mise = \"Mise en service\" au 2028",
        &["Il n'y a pas de signe « = » entre `jalon` et sa valeur. → Retirez-le : `jalon mise \"Mise en service\" au 2028`."],
        &["There is no sign \"=\" between `jalon` and its value. → Remove it: `jalon mise \"Mise en service\" au 2028`."],
        &["jalon mise \"Mise en service\" au 2028"]),
    (Goal, "jalon : mise \"Mise en service\" au 2028",
        &["Il n'y a pas de signe « : » entre `jalon` et sa valeur. → Retirez-le : `jalon mise \"Mise en service\" au 2028`."],
        &["There is no sign \":\" between `jalon` and its value. → Remove it: `jalon mise \"Mise en service\" au 2028`."],
        &["jalon mise \"Mise en service\" au 2028"]),
    (Budget, "investissement : 2027: 120 k€",
        &["Il n'y a pas de signe « : » entre `investissement` et sa valeur. → Retirez-le : `investissement 2027: 120 k€`."],
        &["There is no sign \":\" between `investissement` and its value. → Remove it: `investissement 2027: 120 k€`."],
        &["investissement 2027: 120 k€"]),
    (Budget, "investissement 2027 = 120 k€",
        &["Il faut `:` entre l'année et le montant, et non « = ». → Écrivez `2027: 120 k€`."],
        &["`:` is due between year and amount, not \"=\". → Write `2027: 120 k€`."],
        &["investissement 2027: 120 k€"]),
    (Indicator, "cible : 80 %",
        &["Il n'y a pas de signe « : » entre `cible` et sa valeur. → Retirez-le : `cible 80 %`."],
        &["There is no sign \":\" between `cible` and its value. → Remove it: `cible 80 %`."],
        &["cible 80 %"]),
    (Authority, "population = 62 400",
        &["Il n'y a pas de signe « = » entre `population` et sa valeur. → Retirez-le : `population 62 400`."],
        &["There is no sign \"=\" between `population` and its value. → Remove it: `population 62 400`."],
        &["population 62 400"]),
    (Authority, "nature : commune",
        &["Il n'y a pas de signe « : » entre `nature` et sa valeur. → Retirez-le : `nature commune`. Mots possibles : `commune`, `epci`, `métropole`, `département`, `région`, `syndicat`."],
        &["There is no sign \":\" between `nature` and its value. → Remove it: `nature commune`. The words are: `commune`, `epci`, `métropole`, `département`, `région`, `syndicat`."],
        &["nature commune"]),
    (Goal, "responsable : SGM",
        &["Le mot-clé « responsable » n'existe pas. → Écrivez `pilote`."],
        &["There is no keyword \"responsable\". → Write `pilote`."],
        &["pilote SGM"]),
    // (b) several where one stands, and lists without their commas
    (Goal, "pilote SGM et SCI",
        &["Un seul nom suit `pilote`. → Gardez `pilote SGM` ; les autres contribuent : `contributeurs SCI`."],
        &["Only one name follows `pilote`. → Keep `pilote SGM`; the others contribute: `contributeurs SCI`."],
        &["pilote SGM ⏎ contributeurs SCI"]),
    (Goal, "pilote SGM, SCI",
        &["Un seul nom suit `pilote`. → Gardez `pilote SGM` ; les autres contribuent : `contributeurs SCI`."],
        &["Only one name follows `pilote`. → Keep `pilote SGM`; the others contribute: `contributeurs SCI`."],
        &["pilote SGM ⏎ contributeurs SCI"]),
    (Goal, "pilote SGM & SCI",
        &["Un seul nom suit `pilote`. → Gardez `pilote SGM` ; les autres contribuent : `contributeurs SCI`."],
        &["Only one name follows `pilote`. → Keep `pilote SGM`; the others contribute: `contributeurs SCI`."],
        &["pilote SGM ⏎ contributeurs SCI"]),
    (Goal, "pilote SGM/SCI",
        &["Un seul nom suit `pilote`. → Gardez `pilote SGM` ; les autres contribuent : `contributeurs SCI`."],
        &["Only one name follows `pilote`. → Keep `pilote SGM`; the others contribute: `contributeurs SCI`."],
        &["pilote SGM ⏎ contributeurs SCI"]),
    (Goal, "pilote SGM SCI",
        &["Un seul nom suit `pilote`. → Gardez `pilote SGM` ; les autres contribuent : `contributeurs SCI`."],
        &["Only one name follows `pilote`. → Keep `pilote SGM`; the others contribute: `contributeurs SCI`."],
        &["pilote SGM ⏎ contributeurs SCI"]),
    (Goal, "pilote SGM, SCI et COM",
        &["Un seul nom suit `pilote`. → Gardez `pilote SGM` ; les autres contribuent : `contributeurs SCI, COM`."],
        &["Only one name follows `pilote`. → Keep `pilote SGM`; the others contribute: `contributeurs SCI, COM`."],
        &["pilote SGM ⏎ contributeurs SCI, COM"]),
    (Goal, "pilote SGM et SCI\ncontributeurs COM",
        &["Un seul nom suit `pilote`. → Gardez `pilote SGM` ; les autres contribuent : `contributeurs SCI`."],
        &["Only one name follows `pilote`. → Keep `pilote SGM`; the others contribute: `contributeurs SCI`."],
        &["pilote SGM ⏎ contributeurs COM, SCI"]),
    (Goal, "contributeurs COM\npilote SGM et SCI",
        &["Un seul nom suit `pilote`. → Gardez `pilote SGM` ; les autres contribuent : `contributeurs SCI`."],
        &["Only one name follows `pilote`. → Keep `pilote SGM`; the others contribute: `contributeurs SCI`."],
        &["contributeurs COM, SCI ⏎ pilote SGM"]),
    (Strategy, "chef-de-file DGS et CDO",
        &["Un seul nom suit `chef-de-file`. → Gardez un seul de ces noms : DGS ou CDO."],
        &["Only one name follows `chef-de-file`. → Keep one of these names: DGS or CDO."],
        &["chef-de-file DGS", "chef-de-file CDO"]),
    (Goal, "contributeurs SCI DAF",
        &["Il manque une virgule entre deux éléments de la liste. → Écrivez `SCI, DAF`."],
        &["A comma is missing between two members of the list. → Write `SCI, DAF`."],
        &["contributeurs SCI, DAF"]),
    (Goal, "contributeurs SCI et DAF",
        &["Les éléments d'une liste se séparent par des virgules, et non par « et ». → Écrivez `SCI, DAF`."],
        &["The members of a list are separated by commas, not by \"et\". → Write `SCI, DAF`."],
        &["contributeurs SCI, DAF"]),
    (Goal, "contributeurs SCI, DAF et COM",
        &["Les éléments d'une liste se séparent par des virgules, et non par « et ». → Écrivez `SCI, DAF, COM`."],
        &["The members of a list are separated by commas, not by \"et\". → Write `SCI, DAF, COM`."],
        &["contributeurs SCI, DAF, COM"]),
    (Goal, "contributeurs SCI & DAF",
        &["Les éléments d'une liste se séparent par des virgules, et non par « & ». → Écrivez `SCI, DAF`."],
        &["The members of a list are separated by commas, not by \"&\". → Write `SCI, DAF`."],
        &["contributeurs SCI, DAF"]),
    (Goal, "contributeurs SCI / DAF",
        &["Les éléments d'une liste se séparent par des virgules, et non par « / ». → Écrivez `SCI, DAF`."],
        &["The members of a list are separated by commas, not by \"/\". → Write `SCI, DAF`."],
        &["contributeurs SCI, DAF"]),
    (Goal, "contributeurs SCI ; DAF",
        &["Un point-virgule ne sépare pas les éléments d'une liste. → Mettez une virgule : `SCI, DAF`."],
        &["A semicolon does not separate the members of a list. → Put a comma: `SCI, DAF`."],
        &["contributeurs SCI, DAF"]),
    (Goal, "partenaires \"La Région\" et \"L'État\"",
        &["Les éléments d'une liste se séparent par des virgules, et non par « et ». → Écrivez `\"La Région\", \"L'État\"`."],
        &["The members of a list are separated by commas, not by \"et\". → Write `\"La Région\", \"L'État\"`."],
        &["partenaires \"La Région\", \"L'État\""]),
    (Goal, "dépend de realisation et essai",
        &["Les éléments d'une liste se séparent par des virgules, et non par « et ». → Écrivez `realisation, essai`."],
        &["The members of a list are separated by commas, not by \"et\". → Write `realisation, essai`."],
        &["dépend de realisation, essai"]),
    (Goal, "dépend de realisation & essai",
        &["Les éléments d'une liste se séparent par des virgules, et non par « & ». → Écrivez `realisation, essai`."],
        &["The members of a list are separated by commas, not by \"&\". → Write `realisation, essai`."],
        &["dépend de realisation, essai"]),
    (Goal, "lève silos et culture",
        &["Les éléments d'une liste se séparent par des virgules, et non par « et ». → Écrivez `silos, culture`."],
        &["The members of a list are separated by commas, not by \"et\". → Write `silos, culture`."],
        &["lève silos, culture"]),
    (Goal, "public agents et syndicats",
        &["Les éléments d'une liste se séparent par des virgules, et non par « et ». → Écrivez `agents, syndicats`."],
        &["The members of a list are separated by commas, not by \"et\". → Write `agents, syndicats`."],
        &["public agents, syndicats"]),
    (Goal, "charge SGM 0,2 etp et SCI 0,4 etp",
        &["Les éléments d'une liste se séparent par des virgules, et non par « et ». → Écrivez `SGM 0,2 etp, SCI 0,4 etp`."],
        &["The members of a list are separated by commas, not by \"et\". → Write `SGM 0,2 etp, SCI 0,4 etp`."],
        &["charge SGM 0,2 etp, SCI 0,4 etp"]),
    (Goal, "pilote SGM ; période 2027",
        &["Un point-virgule ne sépare pas deux phrases du plan. → Passez à la ligne avant `période`."],
        &["A semicolon does not separate two statements. → Start a new line before `période`."],
        &["pilote SGM ⏎ période 2027"]),
    (Goal, "pilote: SGM et SCI",
        &["Un seul nom suit `pilote`. → Gardez `pilote SGM` ; les autres contribuent : `contributeurs SCI`."],
        &["Only one name follows `pilote`. → Keep `pilote SGM`; the others contribute: `contributeurs SCI`."],
        &["pilote SGM ⏎ contributeurs SCI"]),
    (Goal, "pilote SGM avec SCI",
        &["Un seul nom suit `pilote`. → Gardez `pilote SGM` ; les autres contribuent : `contributeurs SCI`."],
        &["Only one name follows `pilote`. → Keep `pilote SGM`; the others contribute: `contributeurs SCI`."],
        &["pilote SGM ⏎ contributeurs SCI"]),
    (Goal, "pilote la SGM",
        &["« la » n'est pas un nom. → Écrivez le nom seul : `SGM`."],
        &["\"la\" is no name. → Write the name alone: `SGM`."],
        &["pilote SGM"]),
    (Goal, "contributeurs SCI, et DAF",
        &["« et » n'est pas un nom. → Écrivez le nom seul : `DAF`."],
        &["\"et\" is no name. → Write the name alone: `DAF`."],
        &["contributeurs SCI, DAF"]),
    (Goal, "dépend : realisation",
        &["Le mot-clé « dépend » n'existe pas. → Écrivez `dépend de`."],
        &["There is no keyword \"dépend\". → Write `dépend de`."],
        &["dépend de realisation"]),
    // (c) a title for a name
    (Goal, "pilote \"Secrétariat général de mairie\"",
        &["« Secrétariat général de mairie » est un titre : il faut ici un nom. → Écrivez `SGM`."],
        &["\"Secrétariat général de mairie\" is a title: a name is due here. → Write `SGM`."],
        &["pilote SGM"]),
    (Goal, "pilote Secrétariat général de mairie",
        &["« Secrétariat général de mairie » est un titre : il faut ici un nom. → Écrivez `SGM`."],
        &["\"Secrétariat général de mairie\" is a title: a name is due here. → Write `SGM`."],
        &["pilote SGM"]),
    (Goal, "pilote \"Secrétariat général\"",
        &["Rien dans le plan ne porte le titre « Secrétariat général » : il faut ici un nom. → Écrivez `SGM`."],
        &["Nothing in the plan has the title \"Secrétariat général\": a name is due here. → Write `SGM`."],
        &["pilote SGM"]),
    (Goal, "pilote « secretariat general de mairie »",
        &["« secretariat general de mairie » est un titre : il faut ici un nom. → Écrivez `SGM`."],
        &["\"secretariat general de mairie\" is a title: a name is due here. → Write `SGM`."],
        &["pilote SGM"]),
    (Goal, "pilote \"SGM\"",
        &["Un nom s'écrit sans guillemets. → Écrivez `SGM`."],
        &["A name is written without quotes. → Write `SGM`."],
        &["pilote SGM"]),
    (Goal, "pilote \"Direction des affaires culturelles\"",
        &["Rien dans le plan ne porte le titre « Direction des affaires culturelles » : il faut ici un nom. → Déclarez à la marge d'un fichier `pilote direction-des-affaires \"Direction des affaires culturelles\"`, puis écrivez ici `direction-des-affaires`."],
        &["Nothing in the plan has the title \"Direction des affaires culturelles\": a name is due here. → Declare `pilote direction-des-affaires \"Direction des affaires culturelles\"` at the margin of a file, then write `direction-des-affaires` here."],
        &[]),
    (Goal, "pilote Jean Dupont",
        &["Rien dans le plan ne porte le titre « Jean Dupont » : il faut ici un nom. → Déclarez à la marge d'un fichier `pilote jean-dupont \"Jean Dupont\"`, puis écrivez ici `jean-dupont`."],
        &["Nothing in the plan has the title \"Jean Dupont\": a name is due here. → Declare `pilote jean-dupont \"Jean Dupont\"` at the margin of a file, then write `jean-dupont` here."],
        &[]),
    (Goal, "dépend de \"Réalisation\"",
        &["« Réalisation » est un titre : il faut ici un nom. → Écrivez `realisation`."],
        &["\"Réalisation\" is a title: a name is due here. → Write `realisation`."],
        &["dépend de realisation"]),
    (Goal, "dépend de \"Ouverture au public\"",
        &["« Ouverture au public » est un titre : il faut ici un nom. → Écrivez `realisation.ouverture`."],
        &["\"Ouverture au public\" is a title: a name is due here. → Write `realisation.ouverture`."],
        &["dépend de realisation.ouverture"]),
    (Goal, "contributeurs Service commun informatique, COM",
        &["« Service commun informatique » est un titre : il faut ici un nom. → Écrivez `SCI`."],
        &["\"Service commun informatique\" is a title: a name is due here. → Write `SCI`."],
        &["contributeurs SCI, COM"]),
    (Goal, "lève \"Silos\"",
        &["Rien dans le plan ne porte le titre « Silos » : il faut ici un nom. → Il faut un nom déclaré avec `frein`, sans guillemets."],
        &["Nothing in the plan has the title \"Silos\": a name is due here. → It takes a name declared with `frein`, without quotes."],
        &[]),
    (Goal, "partenaires La Région, Le Département",
        &["« La Région » n'est ni un nom déclaré ni un texte entre guillemets. → Mettez-le entre guillemets, `\"La Région\"`, ou déclarez-le à la marge d'un fichier.", "« Le Département » n'est ni un nom déclaré ni un texte entre guillemets. → Mettez-le entre guillemets, `\"Le Département\"`, ou déclarez-le à la marge d'un fichier."],
        &["\"La Région\" is neither a declared name nor a text between quotes. → Put it between quotes, `\"La Région\"`, or declare it at the margin of a file.", "\"Le Département\" is neither a declared name nor a text between quotes. → Put it between quotes, `\"Le Département\"`, or declare it at the margin of a file."],
        &["partenaires \"La Région\", Le Département", "partenaires La Région, \"Le Département\""]),
    (Goal, "pilote SGM \"Secrétariat général de mairie\"",
        &["`pilote` ne prend pas « Secrétariat général de mairie ». → Le nom suffit, sans le titre."],
        &["`pilote` does not take \"Secrétariat général de mairie\". → The name is enough, without the title."],
        &["pilote SGM"]),
    // (d) a milestone without its goal
    (Goal, "dépend de ouverture",
        &["`ouverture` est un jalon de « Réalisation » : il se nomme avec lui. → Écrivez `realisation.ouverture`."],
        &["`ouverture` is a milestone of \"Réalisation\": it is named together with it. → Write `realisation.ouverture`."],
        &["dépend de realisation.ouverture"]),
    (Goal, "dépend de ouvertur",
        &["`ouvertur` n'est défini nulle part : il faut un objectif, une action ou un jalon. → Écrivez `realisation.ouverture`, ou définissez `ouvertur`."],
        &["`ouvertur` is defined nowhere: a goal, an action or a milestone is due. → Write `realisation.ouverture`, or define `ouvertur`."],
        &["dépend de realisation.ouverture"]),
    (Goal, "dépend de bilan",
        &["Plusieurs objectifs ou actions ont un jalon `bilan`. → Écrivez `realisation.bilan` ou `essai.bilan`."],
        &["Several goals or actions have a milestone `bilan`. → Write `realisation.bilan` or `essai.bilan`."],
        &["dépend de realisation.bilan", "dépend de essai.bilan"]),
    (Goal, "dépend de ouverture + 3 mois",
        &["`ouverture` est un jalon de « Réalisation » : il se nomme avec lui. → Écrivez `realisation.ouverture`."],
        &["`ouverture` is a milestone of \"Réalisation\": it is named together with it. → Write `realisation.ouverture`."],
        &["dépend de realisation.ouverture + 3 mois"]),
    // (e) amounts and values as people type them
    (Budget, "investissement 2027: 12 500 EUR",
        &[],
        &[],
        &[]),
    (Budget, "investissement 2027: €24 000",
        &[],
        &[],
        &[]),
    (Budget, "investissement 2027: € 24k",
        &[],
        &[],
        &[]),
    (Budget, "investissement 2027: EUR 24 000",
        &[],
        &[],
        &[]),
    (Budget, "investissement 2027: 12.500,50 €",
        &[],
        &[],
        &[]),
    (Budget, "investissement 2027: 12 500,50 euros",
        &[],
        &[],
        &[]),
    (Budget, "investissement 2027: 2 4000 €",
        &["« 2 4000 € » se lit de deux façons : 24 000 € ou 2 400 €. → Écrivez `24 000 €` ou `2 400 €`, selon ce que vous voulez dire."],
        &["\"2 4000 €\" reads in two ways: 24 000 € or 2 400 €. → Write `24 000 €` or `2 400 €`, as you mean it."],
        &["investissement 2027: 24 000 €", "investissement 2027: 2 400 €"]),
    (Budget, "investissement 2027: 12 50 €",
        &["« 12 50 € » se lit de deux façons : 1 250 € ou 12,50 €. → Écrivez `1 250 €` ou `12,50 €`, selon ce que vous voulez dire."],
        &["\"12 50 €\" reads in two ways: 1 250 € or 12.50 €. → Write `1 250 €` or `12.50 €`, as you mean it."],
        &["investissement 2027: 1 250 €", "investissement 2027: 12,50 €"]),
    (Budget, "investissement 2027: 120 00 €",
        &["« 120 00 € » se lit de deux façons : 12 000 € ou 120 000 €. → Écrivez `12 000 €` ou `120 000 €`, selon ce que vous voulez dire."],
        &["\"120 00 €\" reads in two ways: 12 000 € or 120 000 €. → Write `12 000 €` or `120 000 €`, as you mean it."],
        &["investissement 2027: 12 000 €", "investissement 2027: 120 000 €"]),
    (Budget, "investissement 2027: 12.500 €",
        &["« 12.500 € » se lit de deux façons : 12,5 € ou 12 500 €. → Écrivez `12,5 €` ou `12 500 €`, selon ce que vous voulez dire."],
        &["\"12.500 €\" reads in two ways: 12.5 € or 12 500 €. → Write `12.5 €` or `12 500 €`, as you mean it."],
        &["investissement 2027: 12,5 €", "investissement 2027: 12 500 €"]),
    (Budget, "investissement 2027: 1,200 k€",
        &["« 1,200 k€ » se lit de deux façons : 1,2 k€ ou 1 200 k€. → Écrivez `1,2 k€` ou `1 200 k€`, selon ce que vous voulez dire."],
        &["\"1,200 k€\" reads in two ways: 1.2 k€ or 1 200 k€. → Write `1.2 k€` or `1 200 k€`, as you mean it."],
        &["investissement 2027: 1,2 k€", "investissement 2027: 1 200 k€"]),
    (Budget, "investissement 2027: 120",
        &["« 120 » : il manque l'unité. → Écrivez `120 €` ou `120 k€`."],
        &["\"120\": the unit is missing. → Write `120 €` or `120 k€`."],
        &["investissement 2027: 120 €", "investissement 2027: 120 k€"]),
    (Budget, "investissement 2027: 120 k",
        &["« 120 k » : il manque le signe €. → Écrivez `120 k€`."],
        &["\"120 k\": the € sign is missing. → Write `120 k€`."],
        &["investissement 2027: 120 k€"]),
    (Budget, "investissement 2027: 24 k€ ; 2028: 3 k€",
        &["Un point-virgule ne sépare pas les éléments d'une liste. → Mettez une virgule : `24 k€, 2028: 3 k€`."],
        &["A semicolon does not separate the members of a list. → Put a comma: `24 k€, 2028: 3 k€`."],
        &["investissement 2027: 24 k€, 2028: 3 k€"]),
    (Budget, "investissement 2027: 24 k€; 2028: 3 k€; 2029: 1 k€",
        &["Un point-virgule ne sépare pas les éléments d'une liste. → Mettez une virgule : `24 k€, 2028: 3 k€, 2029: 1 k€`."],
        &["A semicolon does not separate the members of a list. → Put a comma: `24 k€, 2028: 3 k€, 2029: 1 k€`."],
        &["investissement 2027: 24 k€, 2028: 3 k€, 2029: 1 k€"]),
    (Budget, "investissement 2027: 24 k€ et 2028: 3 k€",
        &["Les éléments d'une liste se séparent par des virgules, et non par « et ». → Écrivez `2027: 24 k€, 2028: 3 k€`."],
        &["The members of a list are separated by commas, not by \"et\". → Write `2027: 24 k€, 2028: 3 k€`."],
        &["investissement 2027: 24 k€, 2028: 3 k€"]),
    (Budget, "investissement 2027: 24 k€ 2028: 3 k€",
        &["Il manque une virgule entre deux éléments de la liste. → Écrivez `2027: 24 k€, 2028: 3 k€`."],
        &["A comma is missing between two members of the list. → Write `2027: 24 k€, 2028: 3 k€`."],
        &["investissement 2027: 24 k€, 2028: 3 k€"]),
    (Budget, "investissement 2027: 2,4 millions d'euros",
        &["« 2,4 millions d'euros » : un montant s'écrit avec le signe M€. → Écrivez `2,4 M€`."],
        &["\"2,4 millions d'euros\": an amount is written with the sign M€. → Write `2,4 M€`."],
        &["investissement 2027: 2,4 M€"]),
    (Budget, "investissement 2027: 24 mille euros",
        &["« 24 mille euros » : un montant s'écrit avec le signe k€. → Écrivez `24 k€`."],
        &["\"24 mille euros\": an amount is written with the sign k€. → Write `24 k€`."],
        &["investissement 2027: 24 k€"]),
    (Budget, "investissement 2027 24 k€",
        &["Il manque `:` entre l'année et le montant. → Écrivez `2027: 24 k€`."],
        &["`:` between year and amount is missing. → Write `2027: 24 k€`."],
        &["investissement 2027: 24 k€"]),
    (Budget, "investissement 2027, 24 k€",
        &["Il faut `:` entre l'année et le montant, et non une virgule. → Écrivez `2027: 24 k€`."],
        &["`:` is due between year and amount, not a comma. → Write `2027: 24 k€`."],
        &["investissement 2027: 24 k€"]),
    (Budget, "investissement 2027: 24 k€; 2028: 3 k€;",
        &["Un point-virgule ne sépare pas les éléments d'une liste. → Mettez une virgule : `24 k€, 2028: 3 k€`."],
        &["A semicolon does not separate the members of a list. → Put a comma: `24 k€, 2028: 3 k€`."],
        &["investissement 2027: 24 k€, 2028: 3 k€"]),
    (Indicator, "cible 10 foyers",
        &["« foyers » : une unité se met entre guillemets. → Écrivez `10 \"foyers\"`."],
        &["\"foyers\": a unit goes between quotes. → Write `10 \"foyers\"`."],
        &["cible 10 \"foyers\""]),
    (Indicator, "cible > 50 %",
        &["Le signe « > » s'écrit en toutes lettres. → Écrivez `plus de 50 %`."],
        &["The sign \">\" is written in words. → Write `plus de 50 %`."],
        &[]),
    (Indicator, "cible ≥ 50 % au 2028",
        &["Le signe « ≥ » s'écrit en toutes lettres. → Écrivez `au moins 50 %`."],
        &["The sign \"≥\" is written in words. → Write `au moins 50 %`."],
        &[]),
    (Indicator, "cible < 10 jours",
        &["Le signe « < » s'écrit en toutes lettres. → Écrivez `moins de 10 jours`."],
        &["The sign \"<\" is written in words. → Write `moins de 10 jours`."],
        &[]),
    (Indicator, "cible ~ 50 %",
        &["Le signe « ~ » s'écrit en toutes lettres. → Écrivez `environ 50 %`."],
        &["The sign \"~\" is written in words. → Write `environ 50 %`."],
        &[]),
    // (f) dates as they are said
    (Goal, "période janvier 2027 à décembre 2028",
        &["Une période s'écrit en chiffres, avec `..` entre le début et la fin. → Écrivez `période 2027-01 .. 2028-12`."],
        &["A period is written in digits, with `..` between its start and its end. → Write `période 2027-01 .. 2028-12`."],
        &["période 2027-01 .. 2028-12"]),
    (Goal, "période du 1er mars 2027 au 30 juin 2028",
        &["Une période s'écrit en chiffres, avec `..` entre le début et la fin. → Écrivez `période 2027-03-01 .. 2028-06-30`."],
        &["A period is written in digits, with `..` between its start and its end. → Write `période 2027-03-01 .. 2028-06-30`."],
        &["période 2027-03-01 .. 2028-06-30"]),
    (Goal, "période 2027-01 à 2028-06",
        &["Une période s'écrit en chiffres, avec `..` entre le début et la fin. → Écrivez `période 2027-01 .. 2028-06`."],
        &["A period is written in digits, with `..` between its start and its end. → Write `période 2027-01 .. 2028-06`."],
        &["période 2027-01 .. 2028-06"]),
    (Goal, "période 2027-2030",
        &["Une période s'écrit en chiffres, avec `..` entre le début et la fin. → Écrivez `période 2027 .. 2030`."],
        &["A period is written in digits, with `..` between its start and its end. → Write `période 2027 .. 2030`."],
        &["période 2027 .. 2030"]),
    (Goal, "période de janvier à décembre 2027",
        &["Une période s'écrit en chiffres, avec `..` entre le début et la fin. → Écrivez `période 2027-01 .. 2027-12`."],
        &["A period is written in digits, with `..` between its start and its end. → Write `période 2027-01 .. 2027-12`."],
        &["période 2027-01 .. 2027-12"]),
    (Goal, "période janvier 2027 - fin 2028",
        &["Une période s'écrit en chiffres, avec `..` entre le début et la fin. → Écrivez `période 2027-01 .. 2028-12`."],
        &["A period is written in digits, with `..` between its start and its end. → Write `période 2027-01 .. 2028-12`."],
        &["période 2027-01 .. 2028-12"]),
    (Goal, "janvier 2027 à décembre 2028",
        &["Il manque le mot-clé `période` devant ces dates. → Écrivez `période 2027-01 .. 2028-12`."],
        &["The keyword `période` is missing before these dates. → Write `période 2027-01 .. 2028-12`."],
        &["période 2027-01 .. 2028-12"]),
    (Goal, "du 01/01/2027 au 31/12/2028",
        &["Il manque le mot-clé `période` devant ces dates. → Écrivez `période 2027-01-01 .. 2028-12-31`."],
        &["The keyword `période` is missing before these dates. → Write `période 2027-01-01 .. 2028-12-31`."],
        &["période 2027-01-01 .. 2028-12-31"]),
    (Goal, "début 2027-01\nfin 2028-06",
        &["« début » n'est pas un mot-clé : le début se dit dans la `période`. → Écrivez une seule ligne : `période 2027-01 .. 2028-06`."],
        &["\"début\" is no keyword: the start is said in the `période`. → Write one line: `période 2027-01 .. 2028-06`."],
        &["période 2027-01 .. 2028-06"]),
    (Goal, "fin : juin 2028\npilote SGM\ndate de début : janvier 2027",
        &["« fin » n'est pas un mot-clé : la fin se dit dans la `période`. → Écrivez une seule ligne : `période 2027-01 .. 2028-06`."],
        &["\"fin\" is no keyword: the end is said in the `période`. → Write one line: `période 2027-01 .. 2028-06`."],
        &["période 2027-01 .. 2028-06"]),
    (Goal, "période 2027-01\néchéance 2028-06",
        &["« échéance » n'est pas un mot-clé : la fin se dit dans la `période`. → Écrivez une seule ligne : `période 2027-01 .. 2028-06`."],
        &["\"échéance\" is no keyword: the end is said in the `période`. → Write one line: `période 2027-01 .. 2028-06`."],
        &["période 2027-01 .. 2028-06"]),
    (Goal, "échéance 2028-06",
        &["« échéance » n'est pas un mot-clé : la fin se dit dans la `période`. → Écrivez le début et la fin, `période DÉBUT .. 2028-06`, ou un jalon : `jalon \"Échéance\" au 2028-06`."],
        &["\"échéance\" is no keyword: the end is said in the `période`. → Write the start and the end, `période DÉBUT .. 2028-06`, or a milestone: `jalon \"Échéance\" au 2028-06`."],
        &["jalon \"Échéance\" au 2028-06"]),
    (Goal, "début 2027-01",
        &["« début » n'est pas un mot-clé : le début se dit dans la `période`. → Écrivez le début et la fin : `période 2027-01 .. FIN`."],
        &["\"début\" is no keyword: the start is said in the `période`. → Write the start and the end: `période 2027-01 .. FIN`."],
        &[]),
    (Budget, "investissement 2028-2030: 35 k€",
        &[],
        &[],
        &[]),
    (Budget, "investissement 2028 à 2030: 35 k€",
        &["Plusieurs années se suivent avec `..`. → Écrivez `2028 .. 2030`."],
        &["Years that follow each other are joined by `..`. → Write `2028 .. 2030`."],
        &["investissement 2028 .. 2030: 35 k€"]),
    (Budget, "investissement de 2028 à 2030: 35 k€",
        &["Plusieurs années se suivent avec `..`. → Écrivez `2028 .. 2030`."],
        &["Years that follow each other are joined by `..`. → Write `2028 .. 2030`."],
        &["investissement 2028 .. 2030: 35 k€"]),
    (Indicator, "cible 75 % avant 2028-06",
        &[],
        &[],
        &[]),
    (Indicator, "cible 75 % à 2028",
        &[],
        &[],
        &[]),
    (Indicator, "cible 75 % fin 2028",
        &["`cible` ne prend pas « fin 2028 ». → Écrivez la date ainsi : `au 2028-12`."],
        &["`cible` does not take \"fin 2028\". → Write the date so: `au 2028-12`."],
        &["cible 75 % au 2028-12"]),
    (Indicator, "cible 75 % d'ici 2028",
        &["`cible` ne prend pas « d'ici 2028 ». → Écrivez la date ainsi : `au 2028`."],
        &["`cible` does not take \"d'ici 2028\". → Write the date so: `au 2028`."],
        &["cible 75 % au 2028"]),
    (Indicator, "cible 75 % au fin 2028",
        &["Les dates s'écrivent en chiffres, l'année d'abord. → Écrivez `2028-12`."],
        &["Dates are written in digits, the year first. → Write `2028-12`."],
        &["cible 75 % au 2028-12"]),
    (Goal, "jalon mise \"Mise en service\" fin juin 2028",
        &["`jalon` ne prend pas « fin juin 2028 ». → Écrivez la date ainsi : `au 2028-06`."],
        &["`jalon` does not take \"fin juin 2028\". → Write the date so: `au 2028-06`."],
        &["jalon mise \"Mise en service\" au 2028-06"]),
    // (g) sentences for every value
    (Budget, "investissement 2035: 1 k€",
        &["Le budget de 2035 dépasse la période de la stratégie. → Choisissez une date dans cette période (2027 – 2032), ou modifiez la période de la stratégie."],
        &["The budget of 2035 lies past the strategy's period. → Choose a date within that period (2027 – 2032), or change the strategy's period."],
        &[]),
    (Goal, "jalon bilan \"Bilan\" au 2028\njalon bilan \"Bilan 2\" au 2029",
        &["Le nom `bilan` est donné deux fois dans ce bloc. → Renommez l'une des deux choses qui le portent."],
        &["The name `bilan` is given twice in this block. → Rename one of the two things that bear it."],
        &[]),
    (Goal, "durée 1",
        &["Une durée a une unité : jours, semaines, mois, trimestres ou ans. → Écrivez par exemple `1 mois`."],
        &["A duration has a unit: days, weeks, months, quarters or years. → Write for instance `1 mois`."],
        &[]),
    (Goal, "durée 1,5",
        &["Une durée a une unité : jours, semaines, mois, trimestres ou ans. → Écrivez un nombre entier et son unité : `18 mois`."],
        &["A duration has a unit: days, weeks, months, quarters or years. → Write a whole number and its unit: `18 mois`."],
        &[]),
    (Goal, "pilote essai",
        &["`essai` est un objectif ; il faut ici un responsable. → Donnez le nom qui convient."],
        &["`essai` is a goal; an owner is due here. → Give the name that fits."],
        &[]),
    // (h) loops
    (Goal, "dépend de tri\naction tri \"Trier\" {\n}",
        &["L'objectif « Guichet » attend l'action « Trier », qu'il contient : aucun des deux ne peut commencer. → Supprimez cette dépendance, ou faites-la porter sur un jalon atteint plus tôt."],
        &["The goal \"Guichet\" waits for the action \"Trier\", which it holds: neither can start. → Remove this dependency, or make it wait for a milestone reached earlier."],
        &[]),
    (Goal, "action tri \"Trier\" {\n  dépend de g\n}",
        &["L'action « Trier » attend l'objectif « Guichet », qui la contient : aucun des deux ne peut s'achever. → Supprimez cette dépendance, ou faites-la porter sur un jalon atteint plus tôt."],
        &["The action \"Trier\" waits for the goal \"Guichet\", which holds it: neither can end. → Remove this dependency, or make it wait for a milestone reached earlier."],
        &[]),
    (Goal, "dépend de g",
        &["L'objectif « Guichet » dépend de lui-même. → Supprimez cette dépendance, ou faites-la porter sur un jalon atteint plus tôt."],
        &["The goal \"Guichet\" depends on itself. → Remove this dependency, or make it wait for a milestone reached earlier."],
        &[]),
    (Goal, "action un \"Un\" {\n  dépend de deux\n}\naction deux \"Deux\" {\n  dépend de un\n}",
        &["L'action « Un » et l'action « Deux » s'attendent l'une l'autre. → Supprimez l'une de ces dépendances, ou faites-la porter sur un jalon atteint plus tôt."],
        &["The action \"Un\" and the action \"Deux\" wait for each other. → Remove one of these dependencies, or make it wait for a milestone reached earlier."],
        &[]),
    (Goal, "action un \"Un\" {\n  dépend de deux\n}\naction deux \"Deux\" {\n  dépend de trois\n}\naction trois \"Trois\" {\n  dépend de un\n}",
        &["L'action « Un » attend « Deux », qui attend « Trois », qui attend « Un ». → Supprimez l'une de ces dépendances, ou faites-la porter sur un jalon atteint plus tôt."],
        &["The action \"Un\" waits for \"Deux\", which waits for \"Trois\", which waits for \"Un\". → Remove one of these dependencies, or make it wait for a milestone reached earlier."],
        &[]),
    // (i) what is near, and what is not
    (Goal, "état permanent",
        &["`état` ne connaît pas « permanent ». → Choisissez parmi : `prévu`, `en-cours`, `terminé`, `abandonné`, `suspendu`, `reporté`."],
        &["`état` does not know \"permanent\". → Choose among: `prévu`, `en-cours`, `terminé`, `abandonné`, `suspendu`, `reporté`."],
        &[]),
    (Goal, "état terminer",
        &["`état` ne connaît pas « terminer ». → Choisissez parmi : `prévu`, `en-cours`, `terminé`, `abandonné`, `suspendu`, `reporté`."],
        &["`état` does not know \"terminer\". → Choose among: `prévu`, `en-cours`, `terminé`, `abandonné`, `suspendu`, `reporté`."],
        &["état terminé"]),
    (Goal, "chef de file SGM",
        &["Le mot-clé « chef de file » n'existe pas. → Écrivez `pilote`."],
        &["There is no keyword \"chef de file\". → Write `pilote`."],
        &["pilote SGM"]),
    (Goal, "référent SGM",
        &["Le mot-clé « référent » n'existe pas. → Écrivez `pilote`."],
        &["There is no keyword \"référent\". → Write `pilote`."],
        &["pilote SGM"]),
    (Goal, "responsable SGM",
        &["Le mot-clé « responsable » n'existe pas. → Écrivez `pilote`."],
        &["There is no keyword \"responsable\". → Write `pilote`."],
        &["pilote SGM"]),
    (Goal, "porteur SGM",
        &["Le mot-clé « porteur » n'existe pas. → Écrivez `pilote`."],
        &["There is no keyword \"porteur\". → Write `pilote`."],
        &["pilote SGM"]),
    (Goal, "chef de projet SGM",
        &["Le mot-clé « chef de projet » n'existe pas. → Écrivez `pilote`."],
        &["There is no keyword \"chef de projet\". → Write `pilote`."],
        &["pilote SGM"]),
    (Strategy, "chef de file DGS",
        &["Le mot-clé « chef de file » n'existe pas. → Écrivez `chef-de-file`."],
        &["There is no keyword \"chef de file\". → Write `chef-de-file`."],
        &["chef-de-file DGS"]),
    (Authority, "habitants 62 400",
        &["Le mot-clé « habitants » n'existe pas. → Écrivez `population`."],
        &["There is no keyword \"habitants\". → Write `population`."],
        &["population 62 400"]),
    (Goal, "chef de mission SGM",
        &["Le mot-clé « chef de mission » n'existe pas. → Écrivez `pilote`."],
        &["There is no keyword \"chef de mission\". → Write `pilote`."],
        &["pilote SGM"]),
    (Goal, "porteur du projet SGM",
        &["Le mot-clé « porteur du projet » n'existe pas. → Écrivez `pilote`."],
        &["There is no keyword \"porteur du projet\". → Write `pilote`."],
        &["pilote SGM"]),
    (Goal, "besoin de realisation",
        &["Le mot-clé « besoin de » n'existe pas. → Écrivez `dépend de`."],
        &["There is no keyword \"besoin de\". → Write `dépend de`."],
        &["dépend de realisation"]),
    // (k) what nobody sees
    (Goal, "pi\u{200b}lote SGM",
        &["Un caractère invisible s'est glissé ici : espace sans chasse (U+200B). → Effacez-le : un copier-coller l'a sans doute apporté."],
        &["An invisible character has slipped in here: zero-width space (U+200B). → Delete it: copy and paste probably brought it."],
        &["pilote SGM"]),
    (Goal, "pilote\u{2003}SGM",
        &["Un caractère invisible s'est glissé ici : espace typographique (U+2003). → Mettez une espace ordinaire : un copier-coller l'a sans doute apporté."],
        &["An invisible character has slipped in here: typographic space (U+2003). → Put a plain space: copy and paste probably brought it."],
        &["pilote SGM"]),
    (Goal, "pilote\u{a0}SGM",
        &[],
        &[],
        &[]),
    (Goal, "jalon \"Bil\u{202e}an\" au 2028",
        &["Ce texte contient un caractère invisible : marque de sens d'écriture (U+202E). → Effacez-le : un copier-coller l'a sans doute apporté."],
        &["This text holds an invisible character: mark of the writing direction (U+202E). → Delete it: copy and paste probably brought it."],
        &["jalon \"Bilan\" au 2028"]),
    // (l) quotes
    (Budget, "\"DSIL\" 60 k€",
        &["Une ligne commence par un mot-clé, et non par « “DSIL” 60 k€ ». → Ici, une ligne peut commencer par : `total`, `dépensé`, `fctva`, `investissement`, `fonctionnement`."],
        &["A line starts with a keyword, not with \"‘DSIL’ 60 k€\". → Here a line may start with: `total`, `dépensé`, `fctva`, `investissement`, `fonctionnement`."],
        &[]),
    (Goal, "période \"2027\"",
        &["Après `période`, il faut une date (`2027-03`), et non « 2027 ». → Retirez les guillemets : `2027`."],
        &["After `période`, a date (`2027-03`) is due, not \"2027\". → Remove the quotes: `2027`."],
        &["période 2027"]),
    (Budget, "investissement 2027: \"120 k€\"",
        &["Après `investissement`, il faut un montant (`120 k€`), et non « 120 k€ ». → Retirez les guillemets : `120 k€`."],
        &["After `investissement`, an amount (`120 k€`) is due, not \"120 k€\". → Remove the quotes: `120 k€`."],
        &["investissement 2027: 120 k€"]),
    (Goal, "durée « six mois »",
        &["Après `durée`, il faut une durée (`18 mois`), et non « six mois ». → La durée, à la place d'une période : le calendrier le place alors après ce dont il dépend."],
        &["After `durée`, a duration (`18 mois`) is due, not \"six mois\". → How long, instead of a period: it is then placed after what it depends on."],
        &[]),
];

#[rustfmt::skip]
const OF_AN_ENGLISH_PLAN: &[Row] = &[
    (Goal, "owner : SGM",
        &["Il n'y a pas de signe « : » entre `owner` et sa valeur. → Retirez-le : `owner SGM`."],
        &["There is no sign \":\" between `owner` and its value. → Remove it: `owner SGM`."],
        &["owner SGM"]),
    (Goal, "owner = SGM",
        &["Il n'y a pas de signe « = » entre `owner` et sa valeur. → Retirez-le : `owner SGM`."],
        &["There is no sign \"=\" between `owner` and its value. → Remove it: `owner SGM`."],
        &["owner SGM"]),
    (Goal, "status = \"running\"",
        &["Il n'y a pas de signe « = » entre `status` et sa valeur. → Retirez-le : `status running`. Mots possibles : `planned`, `running`, `done`, `abandoned`, `suspended`, `postponed`."],
        &["There is no sign \"=\" between `status` and its value. → Remove it: `status running`. The words are: `planned`, `running`, `done`, `abandoned`, `suspended`, `postponed`."],
        &["status running"]),
    (Goal, "status permanent",
        &["`status` ne connaît pas « permanent ». → Choisissez parmi : `planned`, `running`, `done`, `abandoned`, `suspended`, `postponed`."],
        &["`status` does not know \"permanent\". → Choose among: `planned`, `running`, `done`, `abandoned`, `suspended`, `postponed`."],
        &[]),
    (Goal, "owner SGM and SCI",
        &["Un seul nom suit `owner`. → Gardez `owner SGM` ; les autres contribuent : `contributors SCI`."],
        &["Only one name follows `owner`. → Keep `owner SGM`; the others contribute: `contributors SCI`."],
        &["owner SGM ⏎ contributors SCI"]),
    (Goal, "contributors SCI and COM",
        &["Les éléments d'une liste se séparent par des virgules, et non par « and ». → Écrivez `SCI, COM`."],
        &["The members of a list are separated by commas, not by \"and\". → Write `SCI, COM`."],
        &["contributors SCI, COM"]),
    (Goal, "contributors SCI COM",
        &["Il manque une virgule entre deux éléments de la liste. → Écrivez `SCI, COM`."],
        &["A comma is missing between two members of the list. → Write `SCI, COM`."],
        &["contributors SCI, COM"]),
    (Strategy, "lead DGS and CDO",
        &["Un seul nom suit `lead`. → Gardez un seul de ces noms : DGS ou CDO."],
        &["Only one name follows `lead`. → Keep one of these names: DGS or CDO."],
        &["lead DGS", "lead CDO"]),
    (Goal, "owner \"Town clerk's office\"",
        &["« Town clerk's office » est un titre : il faut ici un nom. → Écrivez `SGM`."],
        &["\"Town clerk's office\" is a title: a name is due here. → Write `SGM`."],
        &["owner SGM"]),
    (Goal, "owner Town clerk",
        &["Rien dans le plan ne porte le titre « Town clerk » : il faut ici un nom. → Écrivez `SGM`."],
        &["Nothing in the plan has the title \"Town clerk\": a name is due here. → Write `SGM`."],
        &["owner SGM"]),
    (Goal, "depends on opening",
        &["`opening` est un jalon de « Delivery » : il se nomme avec lui. → Écrivez `delivery.opening`."],
        &["`opening` is a milestone of \"Delivery\": it is named together with it. → Write `delivery.opening`."],
        &["depends on delivery.opening"]),
    (Goal, "responsible SGM",
        &["Le mot-clé « responsible » n'existe pas. → Écrivez `owner`."],
        &["There is no keyword \"responsible\". → Write `owner`."],
        &["owner SGM"]),
    (Goal, "lead SGM",
        &["`lead` n'a pas sa place dans un bloc `goal`. → Écrivez `owner`."],
        &["`lead` does not belong in the block of `goal`. → Write `owner`."],
        &["owner SGM"]),
    (Goal, "project manager SGM",
        &["Le mot-clé « project manager » n'existe pas. → Écrivez `owner`."],
        &["There is no keyword \"project manager\". → Write `owner`."],
        &["owner SGM"]),
    (Goal, "deadline 2028-06",
        &["« deadline » n'est pas un mot-clé : la fin se dit dans la `period`. → Écrivez le début et la fin, `period START .. 2028-06`, ou un jalon : `milestone \"Deadline\" on 2028-06`."],
        &["\"deadline\" is no keyword: the end is said in the `period`. → Write the start and the end, `period START .. 2028-06`, or a milestone: `milestone \"Deadline\" on 2028-06`."],
        &["milestone \"Deadline\" on 2028-06"]),
    (Goal, "start 2027-01\nend 2028-06",
        &["« start » n'est pas un mot-clé : le début se dit dans la `period`. → Écrivez une seule ligne : `period 2027-01 .. 2028-06`."],
        &["\"start\" is no keyword: the start is said in the `period`. → Write one line: `period 2027-01 .. 2028-06`."],
        &["period 2027-01 .. 2028-06"]),
    (Goal, "period from January 2027 to Q2 2028",
        &["Une période s'écrit en chiffres, avec `..` entre le début et la fin. → Écrivez `period 2027-01 .. 2028-Q2`."],
        &["A period is written in digits, with `..` between its start and its end. → Write `period 2027-01 .. 2028-Q2`."],
        &["period 2027-01 .. 2028-Q2"]),
    (Goal, "period Q2 2027",
        &["Les dates s'écrivent en chiffres, l'année d'abord. → Écrivez `2027-Q2`."],
        &["Dates are written in digits, the year first. → Write `2027-Q2`."],
        &["period 2027-Q2"]),
    (Budget, "investment 2027: 2 4000 €",
        &["« 2 4000 € » se lit de deux façons : 24 000 € ou 2 400 €. → Écrivez `24 000 €` ou `2 400 €`, selon ce que vous voulez dire."],
        &["\"2 4000 €\" reads in two ways: 24 000 € or 2 400 €. → Write `24 000 €` or `2 400 €`, as you mean it."],
        &["investment 2027: 24 000 €", "investment 2027: 2 400 €"]),
    (Budget, "investment 2027: 24 k€; 2028: 3 k€",
        &["Un point-virgule ne sépare pas les éléments d'une liste. → Mettez une virgule : `24 k€, 2028: 3 k€`."],
        &["A semicolon does not separate the members of a list. → Put a comma: `24 k€, 2028: 3 k€`."],
        &["investment 2027: 24 k€, 2028: 3 k€"]),
    (Budget, "investment from 2028 to 2030: 35 k€",
        &["Plusieurs années se suivent avec `..`. → Écrivez `2028 .. 2030`."],
        &["Years that follow each other are joined by `..`. → Write `2028 .. 2030`."],
        &["investment 2028 .. 2030: 35 k€"]),
    (Budget, "investment 2027: 2.4 million euros",
        &["« 2.4 million euros » : un montant s'écrit avec le signe M€. → Écrivez `2.4 M€`."],
        &["\"2.4 million euros\": an amount is written with the sign M€. → Write `2.4 M€`."],
        &["investment 2027: 2.4 M€"]),
    (Indicator, "target > 50 %",
        &["Le signe « > » s'écrit en toutes lettres. → Écrivez `over 50 %`."],
        &["The sign \">\" is written in words. → Write `over 50 %`."],
        &[]),
    (Indicator, "target 10 homes",
        &["« homes » : une unité se met entre guillemets. → Écrivez `10 \"homes\"`."],
        &["\"homes\": a unit goes between quotes. → Write `10 \"homes\"`."],
        &["target 10 \"homes\""]),
    (Indicator, "target 75 % by end of 2028",
        &["Les dates s'écrivent en chiffres, l'année d'abord. → Écrivez `2028-12`."],
        &["Dates are written in digits, the year first. → Write `2028-12`."],
        &["target 75 % by 2028-12"]),
    (Indicator, "target 75 % in 2028",
        &[],
        &[],
        &[]),
    (Goal, "duration 1",
        &["Une durée a une unité : jours, semaines, mois, trimestres ou ans. → Écrivez par exemple `1 month`."],
        &["A duration has a unit: days, weeks, months, quarters or years. → Write for instance `1 month`."],
        &[]),
    (Goal, "period \"2027-01\"",
        &["Après `period`, il faut une date (`2027-03`), et non « 2027-01 ». → Retirez les guillemets : `2027-01`."],
        &["After `period`, a date (`2027-03`) is due, not \"2027-01\". → Remove the quotes: `2027-01`."],
        &["period 2027-01"]),
    (Goal, "depends on sort\naction sort \"Sort\" {\n}",
        &["L'objectif « Desk » attend l'action « Sort », qu'il contient : aucun des deux ne peut commencer. → Supprimez cette dépendance, ou faites-la porter sur un jalon atteint plus tôt."],
        &["The goal \"Desk\" waits for the action \"Sort\", which it holds: neither can start. → Remove this dependency, or make it wait for a milestone reached earlier."],
        &[]),
    (Goal, "action one \"One\" {\n  depends on two\n}\naction two \"Two\" {\n  depends on one\n}",
        &["L'action « One » et l'action « Two » s'attendent l'une l'autre. → Supprimez l'une de ces dépendances, ou faites-la porter sur un jalon atteint plus tôt."],
        &["The action \"One\" and the action \"Two\" wait for each other. → Remove one of these dependencies, or make it wait for a milestone reached earlier."],
        &[]),
];

fn plan(base: &str, at: At, lines: &str) -> String {
    let mut text = base.to_owned();
    let places = [
        (Strategy, "@strategy", "  "),
        (Authority, "@authority", "  "),
        (Margin, "@margin", ""),
        (Goal, "@goal", "    "),
        (Budget, "@budget", "      "),
        (Indicator, "@indicator", "      "),
    ];
    for (place, mark, indent) in places {
        let put = if place == at { lines.lines().map(|line| format!("{indent}{line}\n")).collect() } else { String::new() };
        text = text.replace(mark, &put);
    }
    text
}

fn read(text: &str) -> Analysis {
    analyse(&Memory::new([(Path::new("plan.dsl"), text.as_bytes())]), Memory::root())
}

fn errors(analysis: &Analysis) -> impl Iterator<Item = &Diagnostic> {
    analysis.diagnostics.iter().filter(|found| found.severity() == Severity::Error)
}

/// The lines that one text has and the other has not.
fn new_lines(before: &str, after: &str) -> String {
    let mut old: Vec<&str> = before.lines().collect();
    let new = after.lines().filter(|line| match old.iter().position(|known| known == line) {
        Some(at) => {
            old.remove(at);
            false
        }
        None => true,
    });
    new.map(str::trim).collect::<Vec<_>>().join(" ⏎ ")
}

/// What is said of a row, and what its edits make of it.
fn seen(base: &str, row: &Row) -> [Vec<String>; 3] {
    let text = plan(base, row.0, row.1);
    let analysis = read(&text);
    let said = |lang: Lang| errors(&analysis).map(|found| format!("{} → {}", found.message.show(lang), found.help.show(lang))).collect();
    let made = errors(&analysis).flat_map(|found| &found.edits).map(|edit| {
        let (span, replacement) = analysis.plan.written(&edit.mend);
        let mut mended = text.clone();
        mended.replace_range(span.range(), &replacement);
        new_lines(&text, &mended)
    });
    [said(Lang::Fr), said(Lang::En), made.collect()]
}

#[test]
fn each_wording_is_told_as_it_should_be() {
    for (base, rows) in [(FRENCH, OF_A_FRENCH_PLAN), (ENGLISH, OF_AN_ENGLISH_PLAN)] {
        let sound = plan(base, Goal, "");
        assert_eq!(errors(&read(&sound)).count(), 0, "the plan is sound without them");
        for row in rows {
            let [fr, en, made] = seen(base, row);
            assert_eq!(
                (fr, en, made),
                (
                    row.2.iter().map(|said| (*said).to_owned()).collect(),
                    row.3.iter().map(|said| (*said).to_owned()).collect(),
                    row.4.iter().map(|said| (*said).to_owned()).collect()
                ),
                "{}",
                row.1
            );
        }
    }
}

#[test]
fn no_edit_of_a_wording_leads_to_another_mistake() {
    let (mut count, mut wrong) = (0, Vec::new());
    for (base, rows) in [(FRENCH, OF_A_FRENCH_PLAN), (ENGLISH, OF_AN_ENGLISH_PLAN)] {
        for row in rows {
            let (edits, faults) = apply_all(row.1, &plan(base, row.0, row.1));
            count += edits;
            wrong.extend(faults);
        }
    }
    assert!(count > 60, "only {count} edits were offered: they prove little");
    assert!(wrong.is_empty(), "{} of {count} edits:\n{}", wrong.len(), wrong.join("\n"));
}

/// All that is said of a text, in one language.
fn all(text: &str, lang: Lang) -> String {
    human(&read(text), Look { lang, color: false, width: 60 })
}

#[test]
fn what_is_far_is_no_guess() {
    for (at, line, wrong) in [(Authority, "siren 123456789", "`site` ?"), (Goal, "état permanent", "`terminé` ?")] {
        let text = plan(FRENCH, at, line);
        assert!(!all(&text, Lang::Fr).contains(wrong), "{line}");
        assert!(errors(&read(&text)).all(|found| found.edits.is_empty()), "{line}");
    }
}

#[test]
fn the_words_of_the_plan_are_those_of_its_author() {
    let (french, english) = (
        plan(FRENCH, Indicator, "départ 12 au 2026\ncible 4 000 au 2028"),
        plan(ENGLISH, Indicator, "baseline 12 on 2026\ntarget 4 000 on 2028"),
    );
    for lang in [Lang::Fr, Lang::En] {
        let helps = |text: &str| read(text).diagnostics.iter().map(|found| found.help.show(lang)).collect::<Vec<_>>().join("\n");
        assert!(helps(&french).contains("unité \"foyers\"") && helps(&french).contains("`chef-de-file`"), "{}", helps(&french));
        assert!(!helps(&french).contains("households") && !helps(&french).contains("`owner"), "{}", helps(&french));
        assert!(helps(&english).contains("unit \"households\"") && helps(&english).contains("`owner DSI`"), "{}", helps(&english));
        assert!(!helps(&english).contains("foyers") && !helps(&english).contains("`pilote"), "{}", helps(&english));
    }
}

#[test]
fn what_has_no_name_is_called_by_its_title() {
    let lines =
        "budget {\n  investissement 2027: 90 k€\n}\naction \"Trier les dossiers\" {\n  budget {\n    investissement 2027: 95 k€\n  }\n}";
    let text = plan(FRENCH, Goal, lines).replace("    budget {\n    }\n", "");
    let said = all(&text, Lang::Fr).replace('\u{a0}', " ");
    assert!(said.contains("« Trier les dossiers » : 95 000 €"), "{said}");
    assert!(!said.contains('…') && !said.contains("`Trier"), "{said}");
}

#[test]
fn a_word_in_capitals_is_no_acronym() {
    let called = |line: &str| {
        let text = plan(FRENCH, Margin, line);
        read(&text).plan.owners().find(|owner| line.contains(owner.name().expect("a name"))).expect("an owner").called(Lang::Fr)
    };
    for (line, expected) in [
        ("pilote MAIRE \"Maire\"", "Maire"),
        ("pilote ELUS \"Les élus\"", "Les élus"),
        ("pilote CULTURE \"Direction des affaires culturelles\"", "Direction des affaires culturelles"),
        ("pilote ACCUEIL \"Guichet unique\"", "Guichet unique"),
        ("pilote DGFIP \"Direction générale des finances publiques\"", "Direction générale des finances publiques (DGFIP)"),
        ("pilote DAC \"Direction des affaires culturelles\"", "Direction des affaires culturelles (DAC)"),
    ] {
        assert_eq!(called(line), expected, "{line}");
    }
}

#[test]
fn no_line_holds_a_guillemet_alone_and_none_is_counted_as_zero() {
    let lines = "pilote \"Direction de l'aménagement, du numérique et de la relation aux usagers du territoire\"\nétat = \"en cours\"";
    for lang in [Lang::Fr, Lang::En] {
        for width in 30..90 {
            let shown = human(&read(&plan(FRENCH, Goal, lines)), Look { lang, color: false, width });
            let alone = |line: &str| {
                line.trim_start_matches(['│', ' ', '×', '⚠']).starts_with(['»', ':', ';', '?']) || line.trim_end().ends_with('«')
            };
            assert!(!shown.lines().any(alone), "{shown}");
            assert!(!shown.contains("««") && !shown.contains("« \"") && !shown.contains("\"\""), "{shown}");
        }
    }
    let empty = [read("utiliser std.roles\n")];
    assert_eq!(summary(&empty, Lang::Fr), "1 erreur, aucun avertissement (1 fichier, aucun objectif).");
    assert_eq!(summary(&empty, Lang::En), "1 error, no warning (1 file, no goal).");
}
