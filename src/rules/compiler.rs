//! A rule of the compiler, explained: what it is, why it matters, and a mistake that shows it, with its message.

use std::path::Path;

use super::mistakes::MISTAKES;
use crate::analysis::{Analysis, analyse};
use crate::diagnostic::{Diagnostic, Lang, Rule};
use crate::load::Memory;
use crate::policy::written::severity_word;

/// In Markdown. `heading`: the signs of its title.
pub fn compiler_page(rule: &Rule, lang: Lang, heading: &str) -> String {
    let mut out = format!("{heading} {}\n\n**{}** (`{}`)\n\n", rule.id, rule.title(lang), rule.name);
    out += &lang.of(
        format!("Contrôle du compilateur. Gravité : {}, et rien ne la règle.\n\n", severity_word(rule.severity, lang)),
        format!("A check of the compiler. Severity: {}, and nothing sets it.\n\n", severity_word(rule.severity, lang)),
    );
    out += &lang.of(format!("Pourquoi : {}\n", rule.why(lang)), format!("Why: {}\n", rule.why(lang)));
    if let Some((name, analysis, found)) = shown_by(rule) {
        out += &lang.of(format!("\nPar exemple, dans `{name}` :\n\n"), format!("\nFor instance, in `{name}`:\n\n"));
        out += &format!("```dsl\n{}```\n\n", excerpt(&analysis, &found));
        let message = found.message.show(lang);
        let help = found.help.show(lang);
        out += &lang.of(format!("Ce qui est dit : {message}\n"), format!("What is said: {message}\n"));
        if !help.is_empty() {
            out += &lang.of(format!("\nÀ faire : {help}\n"), format!("\nTo do: {help}\n"));
        }
    }
    out
}

/// The first example that plants it.
fn shown_by(rule: &Rule) -> Option<(String, Analysis, Diagnostic)> {
    let plants = |text: &str| {
        let first = text.lines().next().unwrap_or("");
        first.strip_prefix("// planted:").is_some_and(|codes| codes.split_whitespace().any(|code| code == rule.id))
    };
    MISTAKES.iter().filter(|(_, text)| plants(text)).find_map(|(name, _)| {
        let analysis = analyse(&Memory::new(MISTAKES.iter().copied()), &Path::new("/plan").join(name));
        let found = analysis.diagnostics.iter().find(|found| found.rule.id == rule.id).cloned()?;
        Some((format!("examples/mistakes/{name}"), analysis, found))
    })
}

/// The lines that are underlined with those around them; behind the first, the code.
fn excerpt(analysis: &Analysis, found: &Diagnostic) -> String {
    let main = found.span();
    let source = analysis.sources.get(main.source);
    let line_of = |span: &crate::text::Span| source.lines.line_of(span.start);
    let marked = line_of(&main);
    let places = found.labels.iter().map(|label| label.span).filter(|span| span.source == main.source).take(3);
    let mut wanted: Vec<usize> = places.flat_map(|span| line_of(&span).saturating_sub(1)..=line_of(&span) + 1).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let mut out = String::new();
    let mut before: Option<usize> = None;
    // The first line names what is planted: it is no part of the plan.
    for (at, line) in source.text.lines().enumerate().filter(|(at, _)| *at > 0 && wanted.contains(at)) {
        if before.is_some_and(|before| before + 1 < at) {
            out += "// …\n";
        }
        before = Some(at);
        out += line.trim_end();
        if at == marked {
            out += &format!("    // → {}", found.rule.id);
        }
        out.push('\n');
    }
    super::example::outdented(&out)
}
