//! JUnit's XML: a suite a plan. Each finding is a case, that fails where it is an error (or a warning, where those fail too); each rule that is met passes, and one that
//! cannot be decided, or has no object, is skipped.

use std::io::Cursor;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::{Told, each};
use crate::analysis::Analysis;
use crate::diagnostic::{Lang, Severity};
use crate::policy::judge::Outcome;

/// `strict`: warnings fail too.
pub fn junit(analyses: &[Analysis], lang: Option<Lang>, strict: bool) -> String {
    let mut writer = Writer::new_with_indent(Cursor::new(Vec::new()), b' ', 2);
    // A writer into memory refuses nothing.
    let _ = written(&mut writer, analyses, lang, strict);
    String::from_utf8(writer.into_inner().into_inner()).unwrap_or_default()
}

fn written(writer: &mut Writer<Cursor<Vec<u8>>>, analyses: &[Analysis], lang: Option<Lang>, strict: bool) -> std::io::Result<()> {
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let suites: Vec<_> = each(analyses, lang).collect();
    writer.create_element("testsuites").with_attribute(("name", "strategy")).write_inner_content(|writer| {
        for (analysis, lang, told) in &suites {
            suite(writer, analysis, *lang, told, strict)?;
        }
        Ok(())
    })?;
    Ok(())
}

fn suite(writer: &mut Writer<Cursor<Vec<u8>>>, analysis: &Analysis, lang: Lang, told: &[Told<'_>], strict: bool) -> std::io::Result<()> {
    let open: Vec<&Told<'_>> = told.iter().filter(|told| told.waived.is_none()).collect();
    let judged = |outcome: Outcome| analysis.judgement.verdicts.iter().filter(move |verdict| verdict.outcome == outcome);
    let (met, skipped) = (judged(Outcome::Met).count(), judged(Outcome::Undecided).count() + judged(Outcome::Aside).count());
    let failures = open.iter().filter(|told| fails(told, strict)).count();
    let name = analysis.sources.iter().next().map_or("plan", |(_, source)| source.name.as_str());
    let count = |count: usize| count.to_string();
    writer
        .create_element("testsuite")
        .with_attributes([
            ("name", clean(name).as_str()),
            ("tests", count(open.len() + met + skipped).as_str()),
            ("failures", count(failures).as_str()),
            ("errors", "0"),
            ("skipped", count(skipped).as_str()),
        ])
        .write_inner_content(|writer| {
            for told in open {
                finding(writer, told, strict)?;
            }
            for verdict in judged(Outcome::Met) {
                let policy = analysis.judgement.policy(verdict);
                let (code, title) = (clean(&policy.code), clean(policy.title.of(lang)));
                writer
                    .create_element("testcase")
                    .with_attributes([("classname", code.as_str()), ("name", title.as_str())])
                    .write_empty()?;
            }
            for (outcome, why) in [
                (Outcome::Undecided, lang.of("non décidée : il manque des faits", "undecided: facts are missing")),
                (Outcome::Aside, lang.of("sans objet dans ce plan", "without object in this plan")),
            ] {
                for verdict in judged(outcome) {
                    let policy = analysis.judgement.policy(verdict);
                    let (code, title) = (clean(&policy.code), clean(policy.title.of(lang)));
                    let case = writer.create_element("testcase").with_attributes([("classname", code.as_str()), ("name", title.as_str())]);
                    case.write_inner_content(|writer| {
                        writer.create_element("skipped").with_attribute(("message", why)).write_empty()?;
                        Ok(())
                    })?;
                }
            }
            Ok(())
        })?;
    Ok(())
}

fn fails(told: &Told<'_>, strict: bool) -> bool {
    told.rule.severity == Severity::Error || (strict && told.rule.severity == Severity::Warning)
}

fn finding(writer: &mut Writer<Cursor<Vec<u8>>>, told: &Told<'_>, strict: bool) -> std::io::Result<()> {
    let (message, file, line) = (clean(&told.message), clean(told.place.file()), told.place.line.to_string());
    let text = clean(&format!("{}:{}:{}: {}\n{}", told.place.file(), told.place.line, told.place.column, told.message, told.help));
    let case = writer.create_element("testcase").with_attributes([
        ("classname", told.rule.id),
        ("name", clean(&told.key).as_str()),
        ("file", file.as_str()),
        ("line", line.as_str()),
    ]);
    case.write_inner_content(|writer| {
        match fails(told, strict) {
            true => {
                let failure = writer.create_element("failure").with_attributes([("message", message.as_str()), ("type", told.rule.id)]);
                failure.write_text_content(BytesText::new(&text))?
            }
            false => writer.create_element("system-out").write_text_content(BytesText::new(&text))?,
        };
        Ok(())
    })?;
    Ok(())
}

/// What XML cannot hold at all is left out.
fn clean(text: &str) -> String {
    text.chars()
        .filter(|c| matches!(c, '\t' | '\n' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..) && *c != '\u{7f}')
        .collect()
}
