//! Every rule as a row: what it is called, how grave it is, what it rests on; and what became of it in a plan.

use super::packs::pack_of;
use crate::analysis::Analysis;
use crate::diagnostic::{Lang, Rule, Severity, rules, suggest};
use crate::language::Concept;
use crate::policy::judge::{How, Judgement, Outcome as Of, Verdict, whole_library};
use crate::policy::kinds::Kind;
use crate::policy::typed::{Clause, Const, Node, Policy, Sure, What};
use crate::policy::waive::waived;

/// One rule.
#[derive(Debug, Clone)]
pub struct Row {
    pub code: String,
    pub name: String,
    /// Other spellings of the name.
    pub also: Vec<String>,
    pub severity: Severity,
    /// What it has where no plan sets it.
    pub own_severity: Severity,
    /// In French and in English.
    pub title: [String; 2],
    pub why: [String; 2],
    pub sources: Vec<Source>,
    /// The weakest of its sources.
    pub grade: Option<&'static str>,
    /// `std.policies.law`; `compiler`; the pack of a plan, or nothing.
    pub pack: String,
    pub parameters: Vec<Parameter>,
    pub state: State,
    /// What became of it in the plan.
    pub outcome: Option<Outcome>,
}

#[derive(Debug, Clone)]
pub struct Source {
    pub name: String,
    pub title: String,
    /// Where in it.
    pub locator: String,
    pub grade: Option<&'static str>,
    /// The day when it was checked, as it is written.
    pub checked: Option<String>,
    pub law: bool,
}

#[derive(Debug, Clone)]
pub struct Parameter {
    pub name: String,
    pub also: Vec<String>,
    /// As it is written.
    pub value: String,
    /// By the plan.
    pub set: bool,
    pub label: [String; 2],
}

/// Is it in force in the plan?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// No plan is given.
    Library,
    InForce,
    /// In force with another severity or another value.
    Set,
    Off,
}

impl State {
    pub fn code(self) -> &'static str {
        match self {
            State::Library => "library",
            State::InForce => "in-force",
            State::Set => "set",
            State::Off => "off",
        }
    }
}

#[derive(Debug, Clone)]
pub struct Outcome {
    /// `found`, `waived`, `met`, `undecided`, `aside`; for programs.
    pub code: &'static str,
    pub findings: usize,
    pub waived: usize,
    /// For people, in French and in English.
    pub text: [String; 2],
}

/// Without a plan, every rule of the compiler and of the library; with one, the compiler's, and the policies in force or switched off there.
pub fn catalogue(analysis: Option<&Analysis>) -> Vec<Row> {
    let mut rows: Vec<Row> = rules::ALL.iter().map(|rule| of_compiler(rule, analysis)).collect();
    match analysis {
        None => rows.extend(whole_library().policies.iter().map(|policy| of_policy(policy, State::Library))),
        Some(analysis) => rows.extend(of_plan(analysis)),
    }
    rows
}

fn of_plan(analysis: &Analysis) -> Vec<Row> {
    let judgement = &analysis.judgement;
    let mut rows: Vec<Row> = judgement
        .verdicts
        .iter()
        .map(|verdict| {
            let policy = judgement.policy(verdict);
            let is_set = policy.severity != policy.own_severity || policy.parameters.iter().any(|parameter| parameter.set);
            let mut row = of_policy(policy, if is_set { State::Set } else { State::InForce });
            row.outcome = Some(outcome(analysis, judgement, verdict));
            row
        })
        .collect();
    let off: Vec<&str> = judgement.set.weakened.iter().filter(|weak| weak.how == How::Off).map(|weak| weak.code.as_str()).collect();
    if !off.is_empty() {
        let library = whole_library();
        rows.extend(
            library.policies.iter().filter(|policy| off.contains(&policy.code.as_str())).map(|policy| of_policy(policy, State::Off)),
        );
    }
    rows
}

fn of_compiler(rule: &Rule, analysis: Option<&Analysis>) -> Row {
    let both = |of: &dyn Fn(Lang) -> &'static str| [of(Lang::Fr).to_owned(), of(Lang::En).to_owned()];
    let outcome = analysis.map(|analysis| {
        let findings = analysis.diagnostics.iter().filter(|found| found.rule.id == rule.id).count();
        let text = if findings > 0 { found_text(findings) } else { two("rien à signaler", "nothing found") };
        Outcome { code: if findings > 0 { "found" } else { "met" }, findings, waived: 0, text }
    });
    Row {
        code: rule.id.to_owned(),
        name: rule.name.to_owned(),
        also: Vec::new(),
        severity: rule.severity,
        own_severity: rule.severity,
        title: both(&|lang| rule.title(lang)),
        why: both(&|lang| rule.why(lang)),
        sources: Vec::new(),
        grade: None,
        pack: "compiler".to_owned(),
        parameters: Vec::new(),
        state: if analysis.is_some() { State::InForce } else { State::Library },
        outcome,
    }
}

fn of_policy(policy: &Policy, state: State) -> Row {
    let sources = policy.bases.iter().map(|basis| Source {
        name: basis.name.clone(),
        title: basis.title.clone(),
        locator: basis.locator.clone(),
        grade: basis.sure.map(grade),
        checked: basis.checked.clone(),
        law: basis.law,
    });
    let parameters = policy.parameters.iter().map(|one| Parameter {
        name: one.name.clone(),
        also: one.also.clone(),
        value: one.written.clone(),
        set: one.set,
        label: [one.label.fr.clone(), one.label.en.clone()],
    });
    Row {
        code: policy.code.clone(),
        name: policy.name.clone(),
        also: policy.also.clone(),
        severity: policy.severity,
        own_severity: policy.own_severity,
        title: [policy.title.fr.clone(), policy.title.en.clone()],
        why: [policy.why.fr.clone(), policy.why.en.clone()],
        sources: sources.collect(),
        grade: policy.sure().map(grade),
        pack: pack_of(policy).map_or_else(|| policy.pack.clone().unwrap_or_default(), |pack| format!("std.{}", pack.library)),
        parameters: parameters.collect(),
        state,
        outcome: None,
    }
}

/// How sure a source is, in one word that both languages have.
pub fn grade(sure: Sure) -> &'static str {
    match sure {
        Sure::A => "A",
        Sure::B => "B",
        Sure::G => "G",
        Sure::Unsure => "incertain",
    }
}

fn two(fr: &str, en: &str) -> [String; 2] {
    [fr.to_owned(), en.to_owned()]
}

fn found_text(count: usize) -> [String; 2] {
    let s = if count > 1 { "s" } else { "" };
    [format!("{count} constat{s}"), format!("{count} finding{s}")]
}

/// What a verdict says, in a few words.
pub(super) fn outcome(analysis: &Analysis, judgement: &Judgement, verdict: &Verdict) -> Outcome {
    let policy = judgement.policy(verdict);
    let waived = waived(verdict);
    let findings = verdict.findings.len() - waived;
    let (code, text) = match verdict.outcome {
        Of::Found if findings == 0 => ("waived", [format!("écart assumé ({waived})"), format!("waived ({waived})")]),
        Of::Found => ("found", found_text(findings)),
        Of::Met => {
            let s = if verdict.judged > 1 { "s" } else { "" };
            ("met", [format!("respectée ({} jugé{s})", verdict.judged), format!("met ({} judged)", verdict.judged)])
        }
        Of::Undecided => {
            let missing: Vec<_> = judgement.missing.iter().filter(|missing| missing.policies.contains(&policy.code)).collect();
            let list = |at: usize| missing.iter().map(|missing| missing.text[at].as_str()).collect::<Vec<_>>().join(", ");
            ("undecided", [format!("non décidée, il manque : {}", list(0)), format!("undecided, missing: {}", list(1))])
        }
        Of::Aside => ("aside", aside(analysis, policy, verdict)),
    };
    Outcome { code, findings, waived, text }
}

/// The line that said no; a theme that nobody uses; or that there was nothing to judge.
fn aside(analysis: &Analysis, policy: &Policy, verdict: &Verdict) -> [String; 2] {
    if let Some(condition) = verdict.not_for.and_then(|at| policy.applies_text.get(at)) {
        let condition = condition.split_whitespace().collect::<Vec<_>>().join(" ");
        return [format!("sans objet : « {condition} » est faux ici"), format!("aside: \"{condition}\" is false here")];
    }
    let unused: Vec<String> = themes(policy).into_iter().filter(|theme| !is_used(analysis, theme)).collect();
    match unused.as_slice() {
        [] => two("sans objet : rien à juger dans ce plan", "aside: nothing to judge in this plan"),
        [one] => [format!("sans objet : rien n'a le thème `{one}`"), format!("aside: nothing has the theme `{one}`")],
        several => {
            let list = several.iter().map(|theme| format!("`{theme}`")).collect::<Vec<_>>().join(", ");
            [format!("sans objet : rien n'a un des thèmes {list}"), format!("aside: nothing has one of the themes {list}")]
        }
    }
}

/// The themes that the lines of `where` name.
fn themes(policy: &Policy) -> Vec<String> {
    fn look(node: &Node, found: &mut Vec<String>) {
        let names: &[String] = match &node.what {
            What::Const(Const::Named(Kind::Theme, name)) => std::slice::from_ref(name),
            What::Const(Const::Names(Kind::Theme, names)) => names,
            _ => &[],
        };
        for name in names {
            if !found.contains(name) {
                found.push(name.clone());
            }
        }
        node.parts().into_iter().for_each(|part| look(part, found));
    }
    let mut found = Vec::new();
    let wheres = policy.clauses.iter().filter_map(|clause| match clause {
        Clause::Where(node) => Some(node),
        Clause::Let(..) | Clause::Require(_) => None,
    });
    wheres.for_each(|node| look(node, &mut found));
    found
}

/// Does a line of the plan itself name the theme?
fn is_used(analysis: &Analysis, theme: &str) -> bool {
    let plan = &analysis.plan;
    let folded = suggest::fold(theme);
    plan.parts.iter().filter(|placed| !plan.sources.get(placed.source).library).flat_map(|placed| placed.targets.iter().flatten()).any(
        |id| {
            let entity = plan.entity(*id);
            entity.is(Concept::Theme) && entity.name().is_some_and(|name| suggest::fold(name) == folded)
        },
    )
}
