//! What the policies say in all: the four outcomes, what is missing to decide the rest, what is waived and weakened.

use serde::Serialize;
use serde_json::Value as Json;

use crate::analysis::Analysis;
use crate::diagnostic::Lang;
use crate::policy::judge::{How, Outcome, Verdict};
use crate::policy::waive::waived;
use crate::text::shape::{count, list, object, one_of, text, text_or_none};

/// No more missing facts are named; the rest is counted.
const MOST: usize = 25;

/// `3 constats · 41 respectées · 6 non décidées · 9 sans objet`, and a line a missing fact. `verbose`: each policy by itself.
pub fn outcomes(analysis: &Analysis, lang: Lang, verbose: bool) -> String {
    let judgement = &analysis.judgement;
    if judgement.verdicts.is_empty() {
        return String::new();
    }
    let mut out = String::new();
    if verbose {
        for verdict in &judgement.verdicts {
            out += &line(analysis, verdict, lang);
        }
        out.push('\n');
    }
    out += &counts(analysis, lang);
    out.push('\n');
    let most = if verbose { usize::MAX } else { MOST };
    for missing in judgement.missing.iter().take(most) {
        let (fr, en) = (&missing.text[0], &missing.text[1]);
        let rules = missing.policies.len();
        let rules = match rules {
            1 => missing.policies[0].clone(),
            _ => lang.of(format!("{rules} règles"), format!("{rules} policies")),
        };
        let help = lang.of(&missing.help[0], &missing.help[1]);
        let help = if help.is_empty() { String::new() } else { format!(" {help}") };
        out +=
            &lang.of(format!("  ? {fr} : inconnu, {rules} en attente.{help}\n"), format!("  ? {en}: unknown, {rules} undecided.{help}\n"));
    }
    let more = judgement.missing.len().saturating_sub(most);
    if more > 0 {
        out += &lang.of(
            format!("  … et {more} autres faits (--verbose les montre).\n"),
            format!("  … and {more} other facts (--verbose shows them).\n"),
        );
    }
    out
}

/// The counts alone, in one line.
pub fn counts(analysis: &Analysis, lang: Lang) -> String {
    let judgement = &analysis.judgement;
    let of = |outcome| judgement.count(outcome);
    let findings: usize = judgement.verdicts.iter().map(|verdict| verdict.findings.len() - waived(verdict)).sum();
    let waived: usize = judgement.verdicts.iter().map(waived).sum();
    let s = |count: usize| if count > 1 { "s" } else { "" };
    let (met, open, aside) = (of(Outcome::Met), of(Outcome::Undecided), of(Outcome::Aside));
    let by = judgement.set.revision.as_ref().map_or(String::new(), |name| lang.of(format!(" de {name}"), format!(" of {name}")));
    let mut text = lang.of(
        format!(
            "Règles{by} : {findings} constat{} · {met} respectée{} · {open} non décidée{} · {aside} sans objet",
            s(findings),
            s(met),
            s(open)
        ),
        format!("Policies{by}: {findings} finding{} · {met} met · {open} undecided · {aside} aside", s(findings)),
    );
    let count = |how: How| judgement.set.weakened.iter().filter(|weak| weak.how == how).count();
    let (off, lowered, set) = (count(How::Off), count(How::Lowered), count(How::Set));
    for (count, fr, en) in [
        (waived, "dérogation", "waived"),
        (off, "désactivée", "off"),
        (lowered, "abaissée", "lowered"),
        (set, "réglée", "set"),
        (judgement.set.unreadable.len(), "illisible", "unreadable"),
    ] {
        if count > 0 {
            text += &lang.of(format!(" · {count} {fr}{}", s(count)), format!(" · {count} {en}"));
        }
    }
    text
}

fn line(analysis: &Analysis, verdict: &Verdict, lang: Lang) -> String {
    let judgement = &analysis.judgement;
    let policy = judgement.policy(verdict);
    let title = policy.title.of(lang);
    let waived = waived(verdict);
    let (mark, text) = match verdict.outcome {
        Outcome::Found if waived == verdict.findings.len() => {
            ("≈", lang.of(format!("écart assumé ({waived})"), format!("waived ({waived})")))
        }
        Outcome::Found => {
            let count = verdict.findings.len();
            (
                "✗",
                lang.of(
                    format!("{count} constat{}", if count > 1 { "s" } else { "" }),
                    format!("{count} finding{}", if count > 1 { "s" } else { "" }),
                ),
            )
        }
        Outcome::Met => ("✓", lang.of(format!("respectée ({} jugés)", verdict.judged), format!("met ({} judged)", verdict.judged))),
        Outcome::Undecided => {
            let missing = judgement.missing.iter().filter(|missing| missing.policies.contains(&policy.code));
            let names: Vec<String> = missing.map(|missing| lang.of(&missing.text[0], &missing.text[1]).clone()).collect();
            let names = names.join(", ");
            ("?", lang.of(format!("non décidée, il manque : {names}"), format!("undecided, missing: {names}")))
        }
        Outcome::Aside => ("–", why_aside(analysis, verdict, lang)),
    };
    format!("  {mark} {} {} : {text}\n", policy.code, title).replace(" : ", lang.of(" : ", ": "))
}

/// The line that said no; or that there was nothing to judge.
pub fn why_aside(analysis: &Analysis, verdict: &Verdict, lang: Lang) -> String {
    let policy = analysis.judgement.policy(verdict);
    match verdict.not_for.and_then(|at| policy.applies_text.get(at)) {
        Some(condition) => {
            let condition = condition.split_whitespace().collect::<Vec<_>>().join(" ");
            lang.of(format!("sans objet : « {condition} » est faux ici"), format!("aside: \"{condition}\" is false here"))
        }
        None => lang.of("sans objet : rien à juger dans ce plan", "aside: nothing to judge in this plan").to_owned(),
    }
}

/// The same for programs.
#[derive(Serialize)]
pub struct Policies {
    /// The revision whose policies judged, where they are not the plan's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revision: Option<String>,
    pub findings: usize,
    pub met: usize,
    pub undecided: usize,
    pub aside: usize,
    pub waived: usize,
    pub unreadable: Vec<String>,
    pub outcomes: Vec<One>,
    pub missing: Vec<MissingFact>,
    pub weakened: Vec<Weak>,
}

#[derive(Serialize)]
pub struct One {
    pub code: String,
    pub name: String,
    pub outcome: &'static str,
    pub judged: usize,
    pub findings: usize,
    pub waived: usize,
    pub undecided: usize,
    pub doubtful: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aside_because: Option<String>,
}

#[derive(Serialize)]
pub struct MissingFact {
    pub fact: String,
    pub what: String,
    pub help: String,
    pub policies: Vec<String>,
}

#[derive(Serialize)]
pub struct Weak {
    pub code: String,
    pub how: &'static str,
    pub because: Option<String>,
}

/// The shape of [`Policies`] as JSON.
pub fn shape() -> Json {
    let outcomes = [Outcome::Found, Outcome::Undecided, Outcome::Met, Outcome::Aside].map(name_of);
    let outcome = object(
        [
            ("code", text()),
            ("name", text()),
            ("outcome", one_of(&outcomes)),
            ("judged", count()),
            ("findings", count()),
            ("waived", count()),
            ("undecided", count()),
            ("doubtful", count()),
            ("aside_because", text()),
        ],
        &["aside_because"],
    );
    let missing = object([("fact", text()), ("what", text()), ("help", text()), ("policies", list(text()))], &[]);
    let weak =
        object([("code", text()), ("how", one_of(&[How::Off, How::Lowered, How::Set].map(How::code))), ("because", text_or_none())], &[]);
    let counts = ["findings", "met", "undecided", "aside", "waived"].map(|key| (key, count()));
    let rest = [
        ("revision", text()),
        ("unreadable", list(text())),
        ("outcomes", list(outcome)),
        ("missing", list(missing)),
        ("weakened", list(weak)),
    ];
    object(counts.into_iter().chain(rest), &["revision"])
}

pub fn data(analyses: &[Analysis], lang: Option<Lang>) -> Policies {
    let mut all = Policies {
        revision: analyses.iter().find_map(|analysis| analysis.judgement.set.revision.clone()),
        findings: 0,
        met: 0,
        undecided: 0,
        aside: 0,
        waived: 0,
        unreadable: Vec::new(),
        outcomes: Vec::new(),
        missing: Vec::new(),
        weakened: Vec::new(),
    };
    for analysis in analyses {
        let lang = lang.unwrap_or(analysis.language());
        let judgement = &analysis.judgement;
        all.met += judgement.count(Outcome::Met);
        all.undecided += judgement.count(Outcome::Undecided);
        all.aside += judgement.count(Outcome::Aside);
        for verdict in &judgement.verdicts {
            let (policy, waived) = (judgement.policy(verdict), waived(verdict));
            all.findings += verdict.findings.len() - waived;
            all.waived += waived;
            all.outcomes.push(One {
                code: policy.code.clone(),
                name: policy.name.clone(),
                outcome: name_of(verdict.outcome),
                judged: verdict.judged,
                findings: verdict.findings.len() - waived,
                waived,
                undecided: verdict.open,
                doubtful: verdict.doubtful,
                aside_because: (verdict.outcome == Outcome::Aside).then(|| why_aside(analysis, verdict, lang)),
            });
        }
        all.unreadable.extend(judgement.set.unreadable.iter().cloned());
        all.missing.extend(judgement.missing.iter().map(|missing| MissingFact {
            fact: missing.fact[1].clone(),
            what: lang.of(&missing.text[0], &missing.text[1]).clone(),
            help: lang.of(&missing.help[0], &missing.help[1]).clone(),
            policies: missing.policies.clone(),
        }));
        all.weakened.extend(judgement.set.weakened.iter().map(|weak| Weak {
            code: weak.code.clone(),
            how: weak.how.code(),
            because: weak.because.clone(),
        }));
    }
    all
}

fn name_of(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Found => "found",
        Outcome::Undecided => "undecided",
        Outcome::Met => "met",
        Outcome::Aside => "aside",
    }
}
