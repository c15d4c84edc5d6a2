//! What changed of the policies that the plan is judged by: which are in force, how grave they are, what their parameters are.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::Analysis;
use crate::diagnostic::Lang;
use crate::policy::judge::{How, pack_title};
use crate::policy::typed::Policy;
use crate::policy::written::severity_word;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyChange {
    /// Its code; the library's name, of all its policies together.
    pub code: String,
    pub title: String,
    /// A parameter, or what else of it is another; nothing where it came into force or is in force no more.
    pub what: String,
    /// Empty where it was or is not in force.
    pub old: String,
    pub new: String,
    /// Nothing where its text or a parameter is another: which way that goes, only a reader can tell.
    pub turn: Option<Turn>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    Weakened,
    Tightened,
}

impl Turn {
    fn tightened(is: bool) -> Option<Turn> {
        Some(if is { Turn::Tightened } else { Turn::Weakened })
    }

    /// For other programs.
    pub fn name(self) -> &'static str {
        match self {
            Turn::Weakened => "weakened",
            Turn::Tightened => "tightened",
        }
    }

    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Turn::Weakened => lang.of("contrôle allégé", "check weakened"),
            Turn::Tightened => lang.of("contrôle renforcé", "check tightened"),
        }
    }
}

/// In the order of the codes. What a library brings or takes away as a whole is told once.
pub fn changes(old: &Analysis, new: &Analysis, lang: Lang) -> Vec<PolicyChange> {
    let (before, after) = (in_force(old), in_force(new));
    let mut out = Vec::new();
    let mut packs: BTreeMap<(&str, bool), usize> = BTreeMap::new();
    let codes: BTreeSet<&str> = before.keys().chain(after.keys()).copied().collect();
    for code in codes {
        match (before.get(code), after.get(code)) {
            (Some(was), Some(is)) => both(old, new, (was, is), lang, &mut out),
            (Some(one), None) | (None, Some(one)) => {
                let came = after.contains_key(code);
                let off =
                    |analysis: &Analysis| analysis.judgement.set.weakened.iter().any(|weak| weak.how == How::Off && weak.code == code);
                let [there, off_now, gone, own] = lang.of(
                    ["appliquée", "désactivée", "retirée du plan", "ajoutée par la collectivité"],
                    ["in force", "switched off", "taken out of the plan", "added by the authority"],
                );
                let words = match (off(new) || off(old), one.library, came) {
                    (true, _, true) => [off_now, there],
                    (true, _, false) => [there, off_now],
                    (false, false, true) => ["", own],
                    (false, false, false) => [there, gone],
                    (false, true, _) => {
                        *packs.entry((one.pack.as_deref().unwrap_or_default(), came)).or_default() += 1;
                        continue;
                    }
                };
                let [old, new] = words;
                out.push(PolicyChange { turn: Turn::tightened(came), ..change(one, String::new(), old, new, lang) });
            }
            (None, None) => {}
        }
    }
    for ((pack, came), count) in packs {
        let s = if count > 1 { "s" } else { "" };
        let words =
            lang.of(format!("{count} règle{s} appliquée{s}"), format!("{count} polic{} in force", if count > 1 { "ies" } else { "y" }));
        let (old, new) = if came { (String::new(), words) } else { (words, String::new()) };
        let title = pack_title(pack).unwrap_or(pack).to_owned();
        out.push(PolicyChange { code: pack.to_owned(), title, what: String::new(), old, new, turn: Turn::tightened(came) });
    }
    out
}

/// By their codes. What the plan switches off is not among them.
fn in_force(analysis: &Analysis) -> BTreeMap<&str, &Policy> {
    analysis.judgement.set.policies.iter().map(|policy| (policy.code.as_str(), policy)).collect()
}

fn change(policy: &Policy, what: String, old: impl Into<String>, new: impl Into<String>, lang: Lang) -> PolicyChange {
    PolicyChange { code: policy.code.clone(), title: policy.title.of(lang).to_owned(), what, old: old.into(), new: new.into(), turn: None }
}

fn both(old: &Analysis, new: &Analysis, (was, is): (&Policy, &Policy), lang: Lang, out: &mut Vec<PolicyChange>) {
    if was.severity != is.severity {
        let what = lang.of("gravité", "severity").to_owned();
        let told = change(is, what, severity_word(was.severity, lang), severity_word(is.severity, lang), lang);
        out.push(PolicyChange { turn: Turn::tightened(is.severity < was.severity), ..told });
    }
    let mut settled = was.severity != is.severity;
    for parameter in &is.parameters {
        let before = was.parameters.iter().find(|before| before.name == parameter.name).map_or("", |before| before.written.as_str());
        if before != parameter.written {
            settled = true;
            out.push(change(is, called(parameter, lang), before, parameter.written.as_str(), lang));
        }
    }
    for gone in was.parameters.iter().filter(|before| is.parameters.iter().all(|one| one.name != before.name)) {
        settled = true;
        out.push(change(is, called(gone, lang), gone.written.as_str(), "", lang));
    }
    // Its own text, whatever blanks are in it: what is told above is a part of that.
    let text = |analysis: &Analysis, policy: &Policy| analysis.sources.slice(policy.whole).split_whitespace().collect::<Vec<_>>().join(" ");
    if !settled && !was.library && !is.library && text(old, was) != text(new, is) {
        let what = lang.of("texte de la règle", "text of the policy").to_owned();
        out.push(change(is, what, lang.of("ancien", "old"), lang.of("nouveau", "new"), lang));
    }
}

fn called(parameter: &crate::policy::typed::Parameter, lang: Lang) -> String {
    let label = parameter.label.of(lang);
    if label.is_empty() { parameter.name.clone() } else { label.to_owned() }
}
