//! A rule, explained: what it asks, why, what it rests on, an example, how to mend, to set and to waive. In Markdown.

use super::catalogue::{grade, outcome};
use super::compiler::compiler_page;
use super::example::{Example, example, outdented, text_of};
use super::find::Found;
use super::of;
use super::packs::pack_of;
use super::thresholds::thresholds;
use crate::analysis::Analysis;
use crate::diagnostic::{Lang, Severity};
use crate::language::{PolicyWord, STATEMENTS, Word, policy_word, spellings};
use crate::policy::judge::{FIRST, How, Set};
use crate::policy::kinds::{Item, Kind};
use crate::policy::translated;
use crate::policy::typed::{Basis, Policy, Sure, Words};
use crate::policy::written::{Expected, severity_word};
use crate::syntax::statement::{sentences, without_notes};

/// What an explanation is made from.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    pub library: &'a Set,
    /// The plan, if one is given: how it sets the policy, and what became of it there.
    pub analysis: Option<&'a Analysis>,
    pub lang: Lang,
    /// The signs of its title: `##`.
    pub heading: &'a str,
}

/// Nothing for a rule that is not there.
pub fn page(found: &Found, asked: &Asked<'_>) -> Option<String> {
    let Asked { library, analysis, lang, heading } = *asked;
    match found {
        Found::Compiler(rule) => {
            let mut out = compiler_page(rule, lang, heading);
            if let Some(analysis) = analysis {
                let count = analysis.diagnostics.iter().filter(|found| found.rule.id == rule.id).count();
                out += &lang.of(format!("\nDans ce plan : {count} fois.\n"), format!("\nIn this plan: {count} times.\n"));
            }
            Some(out)
        }
        Found::InPlan(at) => {
            let set = &analysis?.judgement.set;
            Some(Page { policy: set.policies.get(*at)?, set, asked, in_plan: true }.whole())
        }
        Found::InLibrary(at) => Some(Page { policy: library.policies.get(*at)?, set: library, asked, in_plan: false }.whole()),
        Found::Retired(old, new) => {
            let now = super::find::find(new, library, analysis);
            let told = lang.of(
                format!(
                    "{old} : devenu {new}. Le compilateur ne le dit plus lui-même ; c'est une règle, que l'on peut lire et régler.\n\n"
                ),
                format!("{old}: became {new}. The compiler does not say it itself any more; it is a policy, to be read and set.\n\n"),
            );
            Some(told + &page(&now, asked).unwrap_or_default())
        }
        Found::Nothing(_) => None,
    }
}

struct Page<'a> {
    policy: &'a Policy,
    set: &'a Set,
    asked: &'a Asked<'a>,
    in_plan: bool,
}

impl Page<'_> {
    fn lang(&self) -> Lang {
        self.asked.lang
    }

    fn say(&self, fr: &str, en: &str) -> String {
        self.lang().of(fr, en).to_owned()
    }

    fn whole(&self) -> String {
        let (policy, lang) = (self.policy, self.lang());
        let heading = self.asked.heading;
        let names: Vec<String> = [&policy.name].into_iter().chain(&policy.also).map(|name| format!("`{name}`")).collect();
        let mut out = format!("{heading} {}\n\n**{}** ({})\n\n", policy.code, policy.title.of(lang), names.join(", "));
        out += &self.severity();
        out += &self.in_force();
        let why = policy.why.of(lang);
        if !why.is_empty() {
            out += &format!("\n{}{why}\n", self.say("Pourquoi : ", "Why: "));
        }
        out += &self.sources();
        out +=
            &format!("\n{}\n\n```dsl\n{}```\n", self.say("Ce qu'elle dit, ligne à ligne :", "What it says, line by line:"), self.lines());
        let thresholds = thresholds(policy, self.set, self.asked.analysis, lang);
        if !thresholds.is_empty() {
            out += &format!("\n{}\n\n```dsl\n{thresholds}```\n", self.say("Valeurs fixées par la loi :", "Values that the law sets:"));
        }
        out += &self.parameters();
        out += &self.examples();
        out += &format!("\n{}{}\n", self.say("Pour y remédier : ", "To mend it: "), self.help());
        out += &self.setting();
        out += &self.waiver();
        out
    }

    fn severity(&self) -> String {
        let (policy, lang) = (self.policy, self.lang());
        let word = |severity: Severity| severity_word(severity, lang);
        let pack = match (pack_of(policy), &policy.pack) {
            (Some(pack), _) => lang.of(format!("Recueil « {} ». ", pack.title(lang)), format!("Pack \"{}\". ", pack.title(lang))),
            (None, Some(name)) => lang.of(format!("Recueil `{name}` de ce plan. "), format!("Pack `{name}` of this plan. ")),
            (None, None) => self.say("Règle de ce plan. ", "A policy of this plan. "),
        };
        let own = word(policy.own_severity);
        let because = self.set.weakened.iter().filter(|weak| weak.code == policy.code).find_map(|weak| weak.because.as_ref());
        let because =
            because.map_or_else(String::new, |because| lang.of(format!(" ; motif : « {because} »"), format!("; because \"{because}\"")));
        let severity = match policy.severity == policy.own_severity {
            true => lang.of(format!("Gravité : {own}, fixée par la règle."), format!("Severity: {own}, set by the policy itself.")),
            false => lang.of(
                format!("Gravité : {}, réglée par ce plan (la règle dit {own}{because}).", word(policy.severity)),
                format!("Severity: {}, set by this plan (the policy says {own}{because}).", word(policy.severity)),
            ),
        };
        format!("{pack}{severity}\n")
    }

    /// What became of it in the plan.
    fn in_force(&self) -> String {
        let (Some(analysis), lang) = (self.asked.analysis, self.lang()) else { return String::new() };
        let judgement = &analysis.judgement;
        if !self.in_plan {
            let off = judgement.set.weakened.iter().find(|weak| weak.how == How::Off && weak.code == self.policy.code);
            return match off {
                Some(weak) => {
                    let because = weak.because.clone().unwrap_or_else(|| self.say("sans motif", "no reason given"));
                    lang.of(format!("\nDans ce plan : désactivée ({because}).\n"), format!("\nIn this plan: switched off ({because}).\n"))
                }
                None => self.say("\nDans ce plan : pas en vigueur.\n", "\nIn this plan: not in force.\n"),
            };
        }
        let verdict = judgement.verdicts.iter().find(|verdict| judgement.policy(verdict).code == self.policy.code);
        let Some(verdict) = verdict else { return String::new() };
        let told = outcome(analysis, judgement, verdict);
        let mut out = format!("\n{}{}.\n", self.say("Dans ce plan : ", "In this plan: "), of(&told.text, lang));
        for finding in verdict.findings.iter().take(FIRST) {
            let waived = if finding.waived.is_some() { self.say(" (assumé)", " (waived)") } else { String::new() };
            out += &format!("\n- {}{waived}", finding.diagnostic.message.show(lang));
        }
        if !verdict.findings.is_empty() {
            out.push('\n');
        }
        out
    }

    fn sources(&self) -> String {
        let lang = self.lang();
        if self.policy.bases.is_empty() {
            return String::new();
        }
        let mut out = format!("\n{}\n\n", self.say("Source :", "Source:"));
        for basis in &self.policy.bases {
            out += &format!("- {}\n", source(basis, lang));
        }
        out
    }

    /// `applies if`, `each`, `let`, `where`, `require`, in the language.
    fn lines(&self) -> String {
        const SHOWN: &[PolicyWord] = &[PolicyWord::Applies, PolicyWord::Each, PolicyWord::Let, PolicyWord::Where, PolicyWord::Require];
        let (policy, lang) = (self.policy, self.lang());
        let text = text_of(policy, self.asked.analysis);
        let whole = policy.whole.range();
        let in_language = |item: &str| translated(item, lang, self.asked.library).unwrap_or_else(|| item.to_owned());
        let line = |word: PolicyWord, words: &str| {
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            format!("{} {words}", word.spelling(lang))
        };
        let mut out = String::new();
        // A pack's conditions hold for each of its policies.
        for (node, words) in policy.applies.iter().zip(&policy.applies_text) {
            if !whole.contains(&(node.at.start as usize)) {
                // A line of a policy of its own.
                let lone = in_language(&format!("policy x {{\n{}\n}}\n", line(PolicyWord::Applies, words)));
                out += lone.lines().nth(1).unwrap_or_default();
                out.push('\n');
            }
        }
        let item = &in_language(&format!("{}}}\n", text.get(whole.clone()).unwrap_or("")));
        let block = sentences(item, 0..item.len()).into_iter().find_map(|item| item.block).unwrap_or(0..0);
        for statement in sentences(item, block) {
            let words = without_notes(item, statement.words.clone());
            let Some((word, length)) = policy_word(&words, STATEMENTS).filter(|(word, _)| SHOWN.contains(word)) else { continue };
            out += &line(word, &words[length..]);
            if let Some(inner) = &statement.block {
                let inner = outdented(item.get(inner.clone()).unwrap_or(""));
                out += " {\n";
                inner.lines().for_each(|line| out += &format!("  {line}\n"));
                out += "}";
            }
            out.push('\n');
        }
        out
    }

    fn parameters(&self) -> String {
        if self.policy.parameters.is_empty() {
            return String::new();
        }
        let lang = self.lang();
        let mut out = format!("\n{}\n\n", self.say("Paramètres :", "Parameters:"));
        for one in &self.policy.parameters {
            let names: Vec<String> = [&one.name].into_iter().chain(&one.also).map(|name| format!("`{name}`")).collect();
            let set = if one.set { self.say(" (réglé par ce plan)", " (set by this plan)") } else { String::new() };
            let label = one.label.of(lang);
            let label = if label.is_empty() { String::new() } else { lang.of(format!(" : {label}"), format!(": {label}")) };
            out += &format!("- {} = {}{set}{label}\n", names.join(", "), one.written.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        out
    }

    /// Its tests go with its own values: those that the plan sets would answer otherwise.
    fn examples(&self) -> String {
        let own = self.asked.library.policies.iter().find(|known| self.policy.library && known.code == self.policy.code);
        let (policy, set) = own.map_or((self.policy, self.set), |own| (own, self.asked.library));
        let of = |expected| example(policy, set, self.asked.analysis, expected, self.lang());
        let lang = self.lang();
        let mut out = String::new();
        let day =
            |example: &Example| example.day.as_ref().map_or(String::new(), |day| lang.of(format!(" (au {day})"), format!(" (on {day})")));
        if let Some(example) = of(Expected::Flags) {
            out += &format!(
                "\n{}{}\n\n```dsl\n{}```\n",
                self.say("Elle signale", "It flags"),
                day(&example) + lang.of(" :", ":"),
                example.plan
            );
            for message in &example.messages {
                out += &format!("\n> {message}\n");
            }
            if let Some(help) = example.help.filter(|help| *help != self.help()) {
                out += &format!("\n{}{help}\n", self.say("À faire : ", "To do: "));
            }
        }
        if let Some(example) = of(Expected::Passes) {
            out += &format!(
                "\n{}{}\n\n```dsl\n{}```\n",
                self.say("Elle accepte", "It passes"),
                day(&example) + lang.of(" :", ":"),
                example.plan
            );
        }
        out
    }

    /// The help with the places of its values named.
    fn help(&self) -> String {
        let text = text_of(self.policy, self.asked.analysis);
        let piece = |words: &Words| match words {
            Words::Text(text) => text.clone(),
            Words::Value(node, _) => {
                let path = text.get(node.at.start as usize..node.at.end as usize).unwrap_or("…");
                format!("[{}]", path.split_whitespace().collect::<Vec<_>>().join(" "))
            }
        };
        self.policy.help.of(self.lang()).iter().map(piece).collect()
    }

    fn setting(&self) -> String {
        let (policy, lang) = (self.policy, self.lang());
        let Some(pack) = pack_of(policy) else {
            return format!(
                "\n{}\n",
                self.say("Pour la régler : changez son texte dans ce plan.", "To set it: change its text in this plan.")
            );
        };
        let because = |inner: bool| match (policy.is_law(), inner) {
            (true, true) => lang.of("    motif \"…\"\n", "    because \"…\"\n"),
            (true, false) | (false, false) => lang.of(" motif \"…\"", " because \"…\""),
            (false, true) => "",
        };
        let lower = match policy.own_severity {
            Severity::Error => Severity::Warning,
            Severity::Warning | Severity::Advice => Severity::Advice,
        };
        let code = &policy.code;
        let mut out = format!(
            "\n{}\n\n```dsl\n{} {} {{\n  {code} {{\n",
            self.say("Pour la régler :", "To set it:"),
            pack.brought_in(lang),
            lang.of("avec", "with")
        );
        for one in &policy.parameters {
            let name = if lang == Lang::En { one.also.first().unwrap_or(&one.name) } else { &one.name };
            out += &format!("    {name} {}\n", one.written.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        out += &format!("    {} {}\n{}  }}\n}}\n```\n", PolicyWord::Severity.spelling(lang), severity_word(lower, lang), because(true));
        out += &format!(
            "\n{} `{} {code}{}`.",
            self.say("Pour la désactiver, à la place du bloc :", "To switch it off, in the place of the block:"),
            PolicyWord::Off.spelling(lang),
            because(false)
        );
        out += &match pack.is_always() {
            true => self.say(
                " Ce recueil est en vigueur dans tout plan, qu'il soit nommé ou non.\n",
                " This pack is in force in every plan, named or not.\n",
            ),
            false => lang.of(
                format!(" Sans réglage : `{}`.\n", pack.brought_in(lang)),
                format!(" Without a setting: `{}`.\n", pack.brought_in(lang)),
            ),
        };
        out
    }

    fn waiver(&self) -> String {
        let (policy, lang) = (self.policy, self.lang());
        let code = &policy.code;
        // A waiver names what a plan names, or what such a thing holds.
        let nameless = |kind: Kind| {
            matches!(kind, Kind::Strategy | Kind::Diagnosis | Kind::Line | Kind::FiscalYear | Kind::Theme | Kind::MustHave | Kind::Barrier)
                || matches!(kind, Kind::Term | Kind::Reference | Kind::Figure | Kind::Waiver)
        };
        let about = match policy.each.as_ref().map(|walk| walk.item) {
            Some(Item::Thing(kind)) if !nameless(kind) => format!(" {} {}", spellings(Word::Concerning, lang)[0], lang.of("NOM", "NAME")),
            _ => String::new(),
        };
        let word = policy.waiver().row().spelling(lang);
        let told = match policy.is_law() {
            true => self.say("La loi ne se déroge pas ; un écart connu s'assume :", "The law is not waived; a known gap is answered for:"),
            false => self.say("Pour y déroger :", "To waive it:"),
        };
        let body = lang.of("  motif    \"…\"\n  par      DGS\n  échéance 2028-12\n", "  because \"…\"\n  by      DGS\n  until   2028-12\n");
        format!("\n{told}\n\n```dsl\n{word} {code}{about} {{\n{body}}}\n```\n")
    }
}

/// A source with its place, how sure it is, and when it was checked.
fn source(basis: &Basis, lang: Lang) -> String {
    let mut out = basis.title.clone();
    if !basis.locator.is_empty() {
        out += &lang.of(format!(", « {} »", basis.locator), format!(", \"{}\"", basis.locator));
    }
    if let Some(sure) = basis.sure {
        let told = match sure {
            Sure::A => lang.of("texte lu", "the text was read"),
            Sure::B => lang.of("source secondaire", "a secondary source"),
            Sure::G => lang.of("à vérifier", "to be checked"),
            Sure::Unsure => lang.of("les sources se contredisent", "the sources disagree"),
        };
        let mark = if sure == Sure::Unsure { lang.of("incertain", "unsure") } else { grade(sure) };
        out += &lang.of(format!(" ; {mark} : {told}"), format!("; {mark}: {told}"));
    }
    if let Some(checked) = &basis.checked {
        out += &lang.of(format!(", consulté le {checked}"), format!(", consulted on {checked}"));
    }
    out
}
