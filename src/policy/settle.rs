//! Policies, what a plan sets of them, and the trust in what they rest on: to the policies in force.
//!
//! Invariant: what rests on an unsure source is never an error here, whoever says so.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::days;
use super::names::Names;
use super::typed::{Basis, Const, Parameter, Policy, Sure, Threshold};
use super::typing::{self, Known, Typer, days_of};
use super::written::{PolicyText, SettingText, SettingWhat, Source, ThresholdText, Written};
use crate::diagnostic::{Diagnostic, Lang, Say, Severity, rules, suggest, two};
use crate::language::Concept;
use crate::language::concepts::decision::reference;
use crate::plan::Plan;
use crate::say;
use crate::syntax::expression::Expr;
use crate::text::{SourceId, Sources, Span};

/// The policies of a plan, ready to judge.
#[derive(Debug, Clone, Default)]
pub struct Set {
    pub policies: Vec<Policy>,
    pub thresholds: Vec<Threshold>,
    /// Those that could not be read: they are not run.
    pub unreadable: Vec<String>,
    /// What the plan weakens: by code, and how.
    pub weakened: Vec<Weakened>,
    pub diagnostics: Vec<Diagnostic>,
    /// The revision that they are taken from, where they are not the plan's own.
    pub revision: Option<String>,
}

impl Set {
    /// What a threshold is on a day: a number in millionths, a date in days since 1970, a duration as [`months_and_days`] reads it. None
    /// where it has no value then.
    pub fn threshold(&self, name: &str, day: i64) -> Option<i64> {
        let threshold = self.thresholds.iter().find(|one| one.name == name || one.also.iter().any(|also| also == name))?;
        let over = threshold.until.is_some_and(|until| day > i64::from(until));
        let (_, value) = threshold.values.iter().rev().find(|(from, _)| i64::from(*from) <= day).filter(|_| !over)?;
        match value {
            Const::Number(value, _) => Some(*value),
            _ => None,
        }
    }
}

/// A place in the texts of another revision of the plan: told at the beginning of this one.
pub const ELSEWHERE: SourceId = SourceId(u16::MAX - 1_000);

impl Set {
    /// The policies of another revision, to judge this plan with: their places are in no text of it.
    pub fn taken_from(mut self, revision: &str, sources: &Sources) -> Set {
        let away = |span: &mut Span| {
            if super::judge::library_at(span.source).is_none() {
                *span = Span::new(ELSEWHERE, 0, 0);
            }
        };
        for found in &mut self.diagnostics {
            let span = found.span();
            if super::judge::library_at(span.source).is_some() {
                continue;
            }
            let place = format!("{}:{}", sources.get(span.source).name, sources.start(span).line);
            *found =
                Diagnostic::new(found.rule, Span::new(ELSEWHERE, 0, 0), found.message.clone(), found.help.clone()).here(Say::of(place));
        }
        self.policies.iter_mut().for_each(|policy| {
            away(&mut policy.head);
            away(&mut policy.whole);
        });
        self.weakened.iter_mut().for_each(|weak| away(&mut weak.span));
        self.revision = Some(revision.to_owned());
        self
    }
}

#[derive(Debug, Clone)]
pub struct Weakened {
    pub code: String,
    pub how: How,
    pub because: Option<String>,
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    Off,
    Lowered,
    Set,
}

impl How {
    /// For programs, and in keys.
    pub fn code(self) -> &'static str {
        match self {
            How::Off => "off",
            How::Lowered => "lowered",
            How::Set => "set",
        }
    }
}

/// In: what is written, in the plan and in the libraries in use; the plan, for its references. Out: what is in force.
pub fn settle(written: &[&Written], plan: &Plan, names: &Names, text: &(dyn Fn(SourceId, u32, u32) -> String + Sync)) -> Set {
    let mut set = Set::default();
    set.diagnostics.extend(written.iter().flat_map(|one| one.diagnostics.iter().cloned()));
    let references = References::of(plan);
    for one in written.iter().flat_map(|one| &one.thresholds) {
        let threshold = threshold(one, &references, names, &mut set.diagnostics);
        set.thresholds.extend(threshold);
    }
    set.thresholds.sort_by(|a, b| a.name.cmp(&b.name));
    let settings: Vec<&SettingText> = written.iter().flat_map(|one| &one.settings).collect();
    let reasons: Vec<_> = written.iter().flat_map(|one| &one.reasons).collect();
    let texts: Vec<(&PolicyText, &Written)> =
        written.iter().flat_map(|one| one.policies.iter().map(move |policy| (policy, *one))).collect();
    check_settings(&settings, &texts, &mut set.diagnostics);
    check_names(&texts, &mut set.diagnostics);
    let known = Known { thresholds: &set.thresholds, names };
    let mut policies = Vec::new();
    let mut unreadable = Vec::new();
    let mut weakened = Vec::new();
    let mut found = Vec::new();
    let typed: Vec<_> = texts.par_iter().map(|(text_of, _)| typed(text_of, &settings, &known, text)).collect();
    for ((text_of, one), Typed { own, values, policy: typed, diagnostics }) in texts.iter().zip(typed) {
        let because = reasons.iter().find(|reason| is_called(text_of, &reason.policy.word)).and_then(|reason| reason.because.clone());
        let wrong = text_of.broken || !diagnostics.is_empty();
        found.extend(diagnostics);
        let bases: Vec<Basis> = text_of.sources.iter().filter_map(|source| references.basis(source, text_of.source, &mut found)).collect();
        // The pack's own source says nothing beside a place in it.
        let bases: Vec<Basis> = bases
            .iter()
            .filter(|one| !one.locator.is_empty() || !bases.iter().any(|other| other.name == one.name && !other.locator.is_empty()))
            .cloned()
            .collect();
        let code = text_of.code.as_ref().map_or_else(|| text_of.name.word.clone(), |code| code.word.clone());
        if wrong {
            unreadable.push(code);
            continue;
        }
        let own_severity = text_of.severity.map_or(Severity::Warning, |(severity, _)| severity);
        let unsure = bases.iter().any(|basis| basis.sure == Some(Sure::Unsure));
        if let (true, Some((Severity::Error, at))) = (unsure, text_of.severity) {
            found.push(unsure_error(Span::new(text_of.source, at.start, at.end)));
            unreadable.push(code);
            continue;
        }
        let set_severity = own.iter().find_map(|setting| match setting.what {
            SettingWhat::Severity(severity) => Some((severity, *setting)),
            _ => None,
        });
        let mut severity = own_severity;
        if let Some((wanted, setting)) = set_severity {
            let span = Span::new(setting.source, setting.at.start, setting.at.end);
            if unsure && wanted == Severity::Error {
                found.push(unsure_error(span));
            } else {
                severity = wanted;
                if wanted > own_severity {
                    weakened.push(Weakened { code: code.clone(), how: How::Lowered, because: because.clone(), span });
                }
            }
        }
        let law = bases.iter().any(|basis| basis.law);
        let off = own.iter().find(|setting| matches!(setting.what, SettingWhat::Off));
        if let Some(setting) = off {
            let span = Span::new(setting.source, setting.at.start, setting.at.end);
            weakened.push(Weakened { code: code.clone(), how: How::Off, because: because.clone(), span });
        }
        if let (true, None, Some(weak)) = (law, &because, weakened.iter().rev().find(|weak| weak.code == code)) {
            found.push(Diagnostic::new(
                &rules::POLICY_SETTING,
                weak.span,
                say!("« {code} » vient de la loi : l'écarter ou l'abaisser demande un motif.";
                     "\"{code}\" comes from the law: to switch it off or lower it wants a reason.", code),
                say!("Ajoutez `motif \"…\"`."; "Add `because \"…\"`."),
            ));
        }
        if off.is_some() {
            continue;
        }
        let parameters = typed
            .parameters
            .iter()
            .zip(&text_of.parameters)
            .map(|((name, ty, also), own)| {
                let is =
                    |(known, ..): &&(String, Expr, SourceId)| [name].into_iter().chain(also).any(|step| suggest::same(&step.word, known));
                let set = values.iter().find(is);
                let (source, at) = set.map_or((text_of.source, own.value.at), |(_, value, source)| (*source, value.at));
                if let Some((_, value, source)) = set {
                    let span = Span::new(*source, value.at.start, value.at.end);
                    weakened.push(Weakened { code: code.clone(), how: How::Set, because: because.clone(), span });
                }
                Parameter {
                    name: name.word.clone(),
                    also: also.iter().map(|step| step.word.clone()).collect(),
                    ty: *ty,
                    written: text(source, at.start, at.end),
                    set: set.is_some(),
                    label: own.label.clone(),
                }
            })
            .collect();
        let pack = text_of.pack.and_then(|pack| one.packs.get(pack)).map(|pack| pack.name.word.clone());
        policies.push(Policy {
            name: text_of.name.word.clone(),
            also: text_of.also.iter().map(|step| step.word.clone()).collect(),
            code,
            title: text_of.title.clone(),
            why: text_of.why.clone(),
            severity,
            own_severity,
            bases,
            pack,
            library: text_of.library,
            head: text_of.head,
            whole: text_of.whole,
            parameters,
            applies_text: text_of.applies.iter().map(|line| text(text_of.source, line.at.start, line.at.end)).collect(),
            applies: typed.applies,
            each: typed.each,
            clauses: typed.clauses,
            at: typed.at,
            show: typed.show,
            message: typed.message,
            help: typed.help,
            change: typed.change,
            tests: text_of.tests.clone(),
        });
    }
    set.policies = policies;
    set.unreadable = unreadable;
    set.weakened = weakened;
    set.diagnostics.extend(found);
    set
}

/// A policy with its types, as it is set.
struct Typed<'w> {
    /// What is set of it.
    own: Vec<&'w SettingText>,
    /// Its parameters that are set.
    values: Vec<(String, Expr, SourceId)>,
    policy: typing::Typed,
    diagnostics: Vec<Diagnostic>,
}

fn typed<'w>(
    of: &PolicyText,
    settings: &[&'w SettingText],
    known: &Known<'_>,
    text: &(dyn Fn(SourceId, u32, u32) -> String + Sync),
) -> Typed<'w> {
    let own: Vec<&SettingText> = settings.iter().copied().filter(|setting| is_called(of, &setting.policy.word)).collect();
    let lang = if of.library || spelt_in_french(of, text) { Lang::Fr } else { Lang::En };
    let mut typer = Typer::new(known, of.source, lang);
    let values: Vec<(String, Expr, SourceId)> = own
        .iter()
        .filter_map(|setting| match &setting.what {
            SettingWhat::Parameter(name, value) => Some((name.word.clone(), value.clone(), setting.source)),
            _ => None,
        })
        .collect();
    let policy = typer.policy(of, &values);
    Typed { own, values, policy, diagnostics: typer.diagnostics }
}

fn unsure_error(span: Span) -> Diagnostic {
    Diagnostic::new(
        &rules::UNSURE_SOURCE,
        span,
        say!("Les sources de cette règle se contredisent : elle ne peut pas être une erreur."; "The sources of this policy disagree: it cannot be an error."),
        say!("Écrivez `gravité avertissement` ou `gravité conseil`."; "Write `severity warning` or `severity advice`."),
    )
}

/// By its name, its code or another spelling.
pub fn is_called(policy: &PolicyText, word: &str) -> bool {
    let names = [Some(&policy.name), policy.code.as_ref()].into_iter().flatten().chain(&policy.also);
    names.into_iter().any(|name| suggest::same(&name.word, word))
}

fn spelt_in_french(policy: &PolicyText, text: &dyn Fn(SourceId, u32, u32) -> String) -> bool {
    let head = text(policy.head.source, policy.head.start, policy.head.end);
    !suggest::fold(&head).starts_with("policy")
}

/// A setting of a policy that is not there, and two settings of one thing.
fn check_settings(settings: &[&SettingText], policies: &[(&PolicyText, &Written)], found: &mut Vec<Diagnostic>) {
    for (at, setting) in settings.iter().enumerate() {
        let span = Span::new(setting.source, setting.policy.at.start, setting.policy.at.end);
        let word = setting.policy.word.clone();
        let Some((policy, _)) = policies.iter().find(|(policy, _)| is_called(policy, &setting.policy.word)) else {
            let names = policies
                .iter()
                .flat_map(|(policy, _)| [Some(policy.name.word.as_str()), policy.code.as_ref().map(|code| code.word.as_str())]);
            let near = suggest::nearest(&word, names.flatten()).map(str::to_owned);
            let help = match &near {
                Some(near) => say!("Vouliez-vous dire `{near}` ?"; "Did you mean `{near}`?", near = near.clone()),
                None => say!("Les règles en vigueur : `strategy rules`."; "The policies in force: `strategy rules`."),
            };
            let mut diagnostic = Diagnostic::new(
                &rules::UNKNOWN_NAME,
                span,
                say!("Aucune règle ne s'appelle « {word} »."; "No policy is called \"{word}\".", word),
                help,
            );
            if let Some(near) = near {
                diagnostic = diagnostic.fix(say!("Écrire `{near}`"; "Write `{near}`", near = near.clone()), span, near);
            }
            found.push(diagnostic);
            continue;
        };
        if let SettingWhat::Parameter(name, _) = &setting.what {
            let known = |step: &crate::syntax::expression::Step| suggest::same(&step.word, &name.word);
            if !policy.parameters.iter().any(|parameter| known(&parameter.name) || parameter.also.iter().any(known)) {
                let place = Span::new(setting.source, name.at.start, name.at.end);
                let names: Vec<String> = policy.parameters.iter().map(|parameter| parameter.name.word.clone()).collect();
                let near = suggest::nearest(&name.word, names.iter().map(String::as_str)).map(str::to_owned);
                let (said, meant) = (name.word.clone(), near.clone());
                let list = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
                let help = match near {
                    Some(near) => say!("Vouliez-vous dire `{near}` ?"; "Did you mean `{near}`?", near),
                    None if list.is_empty() => {
                        say!("Elle n'a aucun paramètre ; sa gravité se règle par `gravité …`."; "It has no parameter; its severity is set by `severity …`.")
                    }
                    None => say!("Ses paramètres : {list}."; "Its parameters: {list}.", list),
                };
                let mut diagnostic = Diagnostic::new(
                    &rules::UNKNOWN_NAME,
                    place,
                    say!("« {word} » n'a pas de paramètre « {said} »."; "\"{word}\" has no parameter \"{said}\".", word = word.clone(), said),
                    help,
                );
                if let Some(meant) = meant {
                    diagnostic = diagnostic.fix(say!("Écrire `{meant}`"; "Write `{meant}`", meant = meant.clone()), place, meant);
                }
                found.push(diagnostic);
            }
        }
        let same = |other: &&&SettingText| {
            policies
                .iter()
                .find(|(policy, _)| is_called(policy, &other.policy.word))
                .is_some_and(|(other, _)| std::ptr::eq(*other, *policy))
                && match (&setting.what, &other.what) {
                    (SettingWhat::Severity(_), SettingWhat::Severity(_)) | (SettingWhat::Off, SettingWhat::Off) => true,
                    (SettingWhat::Parameter(a, _), SettingWhat::Parameter(b, _)) => suggest::same(&a.word, &b.word),
                    _ => false,
                }
        };
        if let Some(first) = settings[..at].iter().find(same) {
            let place = Span::new(setting.source, setting.at.start, setting.at.end);
            found.push(
                Diagnostic::new(
                    &rules::GIVEN_TWICE,
                    place,
                    say!("« {word} » est réglée deux fois."; "\"{word}\" is set twice.", word),
                    say!("Gardez un seul des deux réglages."; "Keep one of the two settings."),
                )
                .label(Span::new(first.source, first.at.start, first.at.end), say!("déjà réglée ici"; "already set here")),
            );
        }
    }
}

/// Two policies of one code or name.
fn check_names(policies: &[(&PolicyText, &Written)], found: &mut Vec<Diagnostic>) {
    let mut known: FxHashMap<String, Span> = FxHashMap::default();
    for (policy, _) in policies {
        for step in [Some(&policy.name), policy.code.as_ref()].into_iter().flatten() {
            let span = Span::new(policy.source, step.at.start, step.at.end);
            match known.get(&suggest::fold(&step.word)) {
                Some(first) if !policy.library => {
                    let word = step.word.clone();
                    found.push(
                        Diagnostic::new(
                            &rules::DEFINED_TWICE,
                            span,
                            say!("Deux règles portent le nom « {word} »."; "Two policies bear the name \"{word}\".", word),
                            say!("Renommez l'une des deux."; "Rename one of the two."),
                        )
                        .label(*first, say!("l'autre est ici"; "the other one is here")),
                    );
                }
                Some(_) => {}
                None => {
                    known.insert(suggest::fold(&step.word), span);
                }
            }
        }
    }
}

/// The references of the plan and of its libraries, by name.
#[derive(PartialEq)]
pub(super) struct References {
    by: FxHashMap<String, Basis>,
}

impl References {
    pub(super) fn of(plan: &Plan) -> References {
        let mut by = FxHashMap::default();
        for entity in plan.all(Concept::Reference) {
            let Some(name) = entity.name() else { continue };
            let source = plan.sources.get(plan.parts[entity.id.part as usize].source);
            let sure = entity.is_given(reference::GRADE).map(|grade| match grade {
                reference::Grade::A => Sure::A,
                reference::Grade::B => Sure::B,
                reference::Grade::G => Sure::G,
                reference::Grade::Unsure => Sure::Unsure,
            });
            let basis = Basis {
                name: name.to_owned(),
                title: entity.titled().into_owned(),
                locator: String::new(),
                sure,
                checked: entity.seen(reference::CHECKED.at).map(|seen| seen.written().to_owned()),
                law: source.name.starts_with("std/law"),
            };
            by.insert(suggest::fold(name), basis);
        }
        References { by }
    }

    fn basis(&self, source: &Source, file: SourceId, found: &mut Vec<Diagnostic>) -> Option<Basis> {
        match self.by.get(&suggest::fold(&source.reference.word)) {
            Some(basis) => Some(Basis { locator: source.locator.clone(), ..basis.clone() }),
            None => {
                let word = source.reference.word.clone();
                let near = suggest::nearest(&word, self.by.values().map(|basis| basis.name.as_str())).map(str::to_owned);
                let help = match near {
                    Some(near) => say!("Vouliez-vous dire `{near}` ?"; "Did you mean `{near}`?", near),
                    None => say!("Déclarez-la : `référence {word} \"…\"`."; "Declare it: `reference {word} \"…\"`.", word = word.clone()),
                };
                let at = source.reference.at;
                let diagnostic = Diagnostic::new(
                    &rules::UNKNOWN_NAME,
                    Span::new(file, at.start, at.end),
                    say!("Aucune référence ne s'appelle « {word} »."; "No reference is called \"{word}\".", word),
                    help,
                );
                // A pack's source is that of each of its policies: one message.
                if !found.iter().any(|known| known.span() == diagnostic.span() && known.rule == diagnostic.rule) {
                    found.push(diagnostic);
                }
                None
            }
        }
    }
}

pub(super) fn threshold(text: &ThresholdText, references: &References, names: &Names, found: &mut Vec<Diagnostic>) -> Option<Threshold> {
    let known = Known { thresholds: &[], names };
    let mut typer = Typer::new(&known, text.source, Lang::Fr);
    let mut values: Vec<(i32, Const)> = Vec::new();
    let mut ty = None;
    for (day, value) in &text.values {
        let from = day_of(day, &mut typer);
        let (kind, value_of) = typer.constant_of(value);
        if let (Some(known), false) = (ty, kind == super::kinds::Ty::Any)
            && known != kind
        {
            let (one, other): (super::kinds::Ty, super::kinds::Ty) = (known, kind);
            found.push(Diagnostic::new(
                &rules::UNLIKE,
                Span::new(text.source, value.at.start, value.at.end),
                say!("Les valeurs d'un seuil sont toutes de même nature : {one}, puis {other}.";
                     "The values of a threshold are all of one kind: {one}, then {other}.",
                     one = two(one.called(Lang::Fr), one.called(Lang::En)), other = two(other.called(Lang::Fr), other.called(Lang::En))),
                say!("Écrivez-les dans la même unité."; "Write them in the same unit."),
            ));
        }
        ty = ty.or(Some(kind));
        if let (Some(from), Some(value)) = (from, value_of) {
            values.push((from, value));
        }
    }
    let until = text.until.as_ref().and_then(|day| day_of(day, &mut typer));
    found.append(&mut typer.diagnostics);
    if values.is_empty() {
        if text.values.is_empty() {
            found.push(Diagnostic::new(
                &rules::POLICY_INCOMPLETE,
                Span::new(text.source, text.name.at.start, text.name.at.end),
                say!("Ce seuil n'a pas de valeur."; "This threshold has no value."),
                say!("Ajoutez `à partir du 2026-01-01: …`."; "Add `from 2026-01-01: …`."),
            ));
        }
        return None;
    }
    values.sort_by_key(|(from, _)| *from);
    let bases = text.sources.iter().filter_map(|source| references.basis(source, text.source, found)).collect();
    Some(Threshold {
        name: text.name.word.clone(),
        also: text.also.iter().map(|step| step.word.clone()).collect(),
        title: text.title.clone(),
        ty: ty.unwrap_or(super::kinds::Ty::Any),
        values,
        until,
        bases,
    })
}

/// The first day of a date, as it is written; of a year, its first.
fn day_of(expr: &Expr, typer: &mut Typer<'_>) -> Option<i32> {
    match days_of(expr) {
        Some((first, _)) => Some(first as i32),
        None => {
            typer.diagnostics.push(Diagnostic::new(
                &rules::UNREADABLE_CONDITION,
                typer.span(expr.at),
                say!("Il faut ici une date."; "A date is due here."),
                say!("Écrivez par exemple `2026-01-01`."; "Write for instance `2026-01-01`."),
            ));
            None
        }
    }
}

/// The day of a date that a command line gives.
pub fn day(date: jiff::civil::Date) -> i64 {
    days::number(date)
}
