//! From the plan's places and words to the protocol's.

use gen_lsp_types as lsp;

use std::ops::Range;

use serde_json::{Value, json};

use super::capabilities::{Client, RULES, token_number};
use super::documents::Documents;
use crate::analysis::Analysis;
use crate::diagnostic::{Diagnostic, Lang, Severity, rules};
use crate::editor::{
    Batch, Completion, Concept, Definition, Fix, Fold, Hint, Hover, Kind, Lens, Link, Mention, Renaming, Role, Signature, Sort, Symbol,
    Target, Token, source_of,
};
use crate::plan::Entity;
use crate::policy::judge::Missing;
use crate::text::{LineIndex, Source, SourceId, Span};

pub fn position(source: &Source, offset: u32) -> lsp::Position {
    let (line, character) = source.lines.utf16(&source.text, offset);
    lsp::Position { line, character }
}

pub fn range(analysis: &Analysis, span: Span) -> lsp::Range {
    let source = analysis.sources.get(span.source);
    lsp::Range { start: position(source, span.start), end: position(source, span.end) }
}

/// Nothing for a place in the library.
pub fn location(analysis: &Analysis, documents: &Documents, span: Span) -> Option<lsp::Location> {
    let path = analysis.paths.get(usize::from(span.source.0))?.as_ref()?;
    Some(lsp::Location { uri: documents.uri(path), range: range(analysis, span) })
}

/// Whose words are superfluous, and shown so.
const UNNECESSARY: &[&str] = &[rules::NAMED_TWICE.id, rules::UNEXPECTED_PART.id, REDUNDANT];

/// The policy about dependencies that others imply.
const REDUNDANT: &str = "STC-04";

/// What stands for nothing any more: a waiver of what is not found.
const DEPRECATED: &[&str] = &["STR-07"];

/// Where the client does not show the other places of a diagnostic, their words go into the message.
pub fn diagnostic(analysis: &Analysis, documents: &Documents, found: &Diagnostic, lang: Lang, client: &Client) -> lsp::Diagnostic {
    let related = client.related;
    let mut message = found.message.show(lang);
    for more in [found.rule.why(lang).to_owned(), found.help.show(lang)].into_iter().filter(|more| !more.is_empty()) {
        message.push('\n');
        message.push_str(&more);
    }
    let others: Vec<lsp::DiagnosticRelatedInformation> = found
        .labels
        .iter()
        .filter(|label| !label.text.is_empty())
        .filter_map(|label| {
            let message = label.text.show(lang);
            location(analysis, documents, label.span).map(|location| lsp::DiagnosticRelatedInformation { location, message })
        })
        .collect();
    if !related {
        for label in found.labels.iter().filter(|label| !label.text.is_empty()) {
            let (file, line) = (&analysis.sources.get(label.span.source).name, analysis.sources.start(label.span).line);
            message.push_str(&format!("\n{file}:{line}: {}", label.text.show(lang)));
        }
    }
    lsp::Diagnostic {
        range: range(analysis, found.span()),
        severity: Some(match found.severity() {
            Severity::Error => lsp::DiagnosticSeverity::Error,
            Severity::Warning => lsp::DiagnosticSeverity::Warning,
            Severity::Advice => lsp::DiagnosticSeverity::Information,
        }),
        code: Some(lsp::Code::String(found.rule.id.to_owned())),
        code_description: described(analysis, found.rule.id, lang, client),
        source: Some("strategy".to_owned()),
        message: lsp::Message::String(message),
        tags: tags(found.rule.id),
        related_information: (related && !others.is_empty()).then_some(others),
        data: None,
    }
}

/// Where more is read about a rule: on its page, for a client that opens it; else in the text that a policy rests on.
fn described(analysis: &Analysis, code: &str, lang: Lang, client: &Client) -> Option<lsp::CodeDescription> {
    let own = client.rules.then(|| rule_page(code, lang));
    own.or_else(|| source_of(analysis, code).map(lsp::Uri)).map(|href| lsp::CodeDescription { href })
}

/// Where the page about a rule is.
fn rule_page(code: &str, lang: Lang) -> lsp::Uri {
    lsp::Uri(format!("{RULES}:/{}/{code}.md", lang.of("fr", "en")))
}

fn tags(code: &str) -> Option<Vec<lsp::DiagnosticTag>> {
    match code {
        code if UNNECESSARY.contains(&code) => Some(vec![lsp::DiagnosticTag::Unnecessary]),
        code if DEPRECATED.contains(&code) => Some(vec![lsp::DiagnosticTag::Deprecated]),
        _ => None,
    }
}

/// What policies could not decide for want of a fact: a hint where the fact would stand.
pub fn undecided(analysis: &Analysis, missing: &Missing, place: Span, lang: Lang, client: &Client) -> lsp::Diagnostic {
    let at = lang.of(0, 1);
    let (what, help, count) = (&missing.text[at], &missing.help[at], missing.policies.len());
    let list = missing.policies.join(", ");
    let undecided = match (count, lang) {
        (1, Lang::Fr) => format!("une règle ne peut être décidée ({list})"),
        (1, Lang::En) => format!("one policy cannot be decided ({list})"),
        (_, Lang::Fr) => format!("{count} règles ne peuvent être décidées ({list})"),
        (_, Lang::En) => format!("{count} policies cannot be decided ({list})"),
    };
    let what = lang.of(format!("Il manque : {what} ; {undecided}."), format!("Missing: {what}; {undecided}."));
    let first = missing.policies.first();
    lsp::Diagnostic {
        range: range(analysis, place),
        severity: Some(lsp::DiagnosticSeverity::Hint),
        code: Some(lsp::Code::String(lang.of("non-décidée", "undecided").to_owned())),
        code_description: first.and_then(|code| described(analysis, code, lang, client)),
        source: Some("strategy".to_owned()),
        message: lsp::Message::String(if help.is_empty() { what } else { format!("{what}\n{help}") }),
        tags: None,
        related_information: None,
        data: None,
    }
}

/// `links`: the client takes links, which show the whole definition and light up the words asked about.
pub fn definition(analysis: &Analysis, documents: &Documents, found: Definition, links: bool) -> Option<lsp::DefinitionResponse> {
    let name = location(analysis, documents, found.name)?;
    if !links {
        return Some(lsp::DefinitionResponse::Definition(lsp::Definition::Location(name)));
    }
    Some(lsp::DefinitionResponse::DefinitionLinkList(vec![lsp::LocationLink {
        origin_selection_range: Some(range(analysis, found.from)),
        target_uri: name.uri,
        target_range: range(analysis, found.whole),
        target_selection_range: name.range,
    }]))
}

pub fn hover(analysis: &Analysis, found: Hover) -> lsp::Hover {
    let content = lsp::MarkupContent { kind: lsp::MarkupKind::Markdown, value: found.markdown };
    lsp::Hover { contents: lsp::Contents::MarkupContent(content), range: Some(range(analysis, found.span)) }
}

/// The sign that an editor shows beside each; a number's for whatever has none of its own.
const KINDS: &[(Concept, lsp::SymbolKind)] = &[
    (Concept::Strategy, lsp::SymbolKind::Package),
    (Concept::Authority, lsp::SymbolKind::Namespace),
    (Concept::Owner, lsp::SymbolKind::Interface),
    (Concept::Axis, lsp::SymbolKind::Module),
    (Concept::Goal, lsp::SymbolKind::Class),
    (Concept::Action, lsp::SymbolKind::Method),
    (Concept::Milestone, lsp::SymbolKind::Event),
    (Concept::Use, lsp::SymbolKind::File),
];

pub fn symbol(analysis: &Analysis, found: Symbol) -> lsp::DocumentSymbol {
    let children: Vec<lsp::DocumentSymbol> = found.children.into_iter().map(|child| symbol(analysis, child)).collect();
    #[expect(deprecated, reason = "the field must be written")]
    lsp::DocumentSymbol {
        name: found.name,
        detail: found.title,
        kind: kind(found.sort),
        tags: None,
        deprecated: None,
        range: range(analysis, found.whole),
        selection_range: range(analysis, found.place),
        children: (!children.is_empty()).then_some(children),
    }
}

/// A change that the editor offers beside a finding; nothing where it would change no file.
pub fn fix(analysis: &Analysis, documents: &Documents, found: Fix<'_>, of: lsp::Diagnostic) -> Option<lsp::CodeAction> {
    let (span, new_text) = found.change;
    let place = location(analysis, documents, span)?;
    let edit = lsp::TextEdit { range: place.range, new_text };
    Some(lsp::CodeAction {
        title: found.title,
        kind: Some(lsp::CodeActionKind::QuickFix),
        diagnostics: Some(vec![of]),
        is_preferred: found.safe.then_some(true),
        edit: Some(lsp::WorkspaceEdit { changes: Some([(place.uri, vec![edit])].into()), ..lsp::WorkspaceEdit::default() }),
        ..lsp::CodeAction::default()
    })
}

/// In: the best first, and whether there may be more.
/// A client that fills no forms is not offered any.
pub fn completions(analysis: &Analysis, found: Vec<Completion>, more: bool, client: &Client) -> lsp::CompletionList {
    let found = found.into_iter().filter(|one| client.snippets || one.kind != Kind::Form);
    let items = found.enumerate().map(|(at, one)| completion(analysis, at, one, client)).collect();
    lsp::CompletionList { is_incomplete: more, item_defaults: None, apply_kind: None, items }
}

fn completion(analysis: &Analysis, at: usize, found: Completion, client: &Client) -> lsp::CompletionItem {
    let (insert, replace) = (range(analysis, found.over), range(analysis, found.whole));
    let edit = match client.replaces {
        true => lsp::InsertReplaceEdit { new_text: found.insert, insert, replace }.into(),
        false => lsp::TextEdit { range: replace, new_text: found.insert }.into(),
    };
    let markup = |value| lsp::Documentation::MarkupContent(lsp::MarkupContent { kind: lsp::MarkupKind::Markdown, value });
    lsp::CompletionItem {
        kind: Some(match found.kind {
            Kind::Keyword => lsp::CompletionItemKind::Keyword,
            Kind::Word => lsp::CompletionItemKind::EnumMember,
            Kind::Name => lsp::CompletionItemKind::Reference,
            Kind::Unit => lsp::CompletionItemKind::Unit,
            Kind::Form => lsp::CompletionItemKind::Snippet,
            Kind::Rule => lsp::CompletionItemKind::Function,
            Kind::Fact => lsp::CompletionItemKind::Property,
            Kind::Text => lsp::CompletionItemKind::Text,
        }),
        insert_text_format: (found.kind == Kind::Form).then_some(lsp::InsertTextFormat::Snippet),
        filter_text: found.filter,
        // Editors put them in the order of these.
        sort_text: Some(format!("{at:04}")),
        text_edit: Some(edit),
        detail: Some(found.detail).filter(|detail| !detail.is_empty()),
        documentation: Some(found.documentation).filter(|text| !text.is_empty()).map(markup),
        label: found.label,
        ..lsp::CompletionItem::default()
    }
}

// --- names --------------------------------------------------------------------------------------------------------------

pub fn highlight(analysis: &Analysis, mention: Mention) -> lsp::DocumentHighlight {
    let kind = match mention.role {
        Role::Definition => lsp::DocumentHighlightKind::Write,
        Role::Name => lsp::DocumentHighlightKind::Read,
        Role::Prose => lsp::DocumentHighlightKind::Text,
    };
    lsp::DocumentHighlight { range: range(analysis, mention.span), kind: Some(kind) }
}

pub fn renaming(analysis: &Analysis, found: Renaming) -> lsp::PrepareRenamePlaceholder {
    lsp::PrepareRenamePlaceholder { range: range(analysis, found.span), placeholder: found.name }
}

/// By file; what lies in the library is nobody's to change.
pub fn edits(analysis: &Analysis, documents: &Documents, edits: Vec<(Span, String)>) -> lsp::WorkspaceEdit {
    let mut all = lsp::WorkspaceEdit::default();
    for (span, new_text) in edits {
        if let Some(place) = location(analysis, documents, span) {
            let edit = lsp::TextEdit { range: place.range, new_text };
            all.changes.get_or_insert_default().entry(place.uri).or_default().push(edit);
        }
    }
    all
}

pub fn batch(analysis: &Analysis, documents: &Documents, found: Batch, kind: lsp::CodeActionKind) -> lsp::CodeAction {
    let edit = Some(edits(analysis, documents, found.edits));
    lsp::CodeAction { title: found.title, kind: Some(kind), edit, ..lsp::CodeAction::default() }
}

pub fn workspace_symbol(analysis: &Analysis, documents: &Documents, found: Symbol) -> Option<lsp::WorkspaceSymbol> {
    let location = location(analysis, documents, found.place)?;
    let name = match found.title {
        Some(title) => format!("{} · {title}", found.name),
        None => found.name,
    };
    let container_name = found.within;
    let base = lsp::BaseSymbolInformation { name, kind: kind(found.sort), tags: None, container_name };
    Some(lsp::WorkspaceSymbol { location: lsp::WorkspaceSymbolLocation::Location(location), data: None, base_symbol_information: base })
}

/// For a client that knows no tree.
pub fn flat_symbols(analysis: &Analysis, documents: &Documents, symbols: Vec<Symbol>) -> Vec<lsp::SymbolInformation> {
    let mut flat = Vec::new();
    let mut open: Vec<Symbol> = symbols.into_iter().rev().collect();
    while let Some(mut symbol) = open.pop() {
        open.extend(std::mem::take(&mut symbol.children).into_iter().rev());
        if let Some(location) = location(analysis, documents, symbol.whole) {
            let base = lsp::BaseSymbolInformation { name: symbol.name, kind: kind(symbol.sort), tags: None, container_name: symbol.within };
            #[expect(deprecated, reason = "the field must be written")]
            flat.push(lsp::SymbolInformation { deprecated: None, location, base_symbol_information: base });
        }
    }
    flat
}

fn kind(sort: Sort) -> lsp::SymbolKind {
    match sort {
        Sort::Of(concept) => KINDS.iter().find(|(known, _)| *known == concept).map_or(lsp::SymbolKind::Number, |(_, kind)| *kind),
        Sort::Pack => lsp::SymbolKind::Module,
        Sort::Policy => lsp::SymbolKind::Function,
        Sort::Threshold => lsp::SymbolKind::Constant,
    }
}

// --- what is shown in a text ---------------------------------------------------------------------------------------------

/// `shows`: the client's command that shows places.
pub fn lens(analysis: &Analysis, documents: &Documents, found: Lens, shows: Option<&str>) -> lsp::CodeLens {
    let place = range(analysis, found.span);
    let arguments = shows.and_then(|_| location(analysis, documents, found.span)).map(|own| {
        let places: Vec<lsp::Location> = found.places.iter().filter_map(|span| location(analysis, documents, *span)).collect();
        vec![json!(own.uri), json!(own.range.start), json!(places)]
    });
    let command = lsp::Command { title: found.label, tooltip: None, command: shows.unwrap_or_default().to_owned(), arguments };
    lsp::CodeLens { range: place, command: Some(command), data: None }
}

pub fn hint(analysis: &Analysis, source: SourceId, found: Hint) -> lsp::InlayHint {
    lsp::InlayHint {
        position: position(analysis.sources.get(source), found.offset),
        label: lsp::Label::String(found.label),
        kind: None,
        text_edits: None,
        tooltip: Some(lsp::Tooltip::String(found.why)),
        padding_left: Some(true),
        padding_right: None,
        data: None,
    }
}

pub fn link(analysis: &Analysis, documents: &Documents, found: Link) -> lsp::DocumentLink {
    let target = match found.to {
        Target::File(path) => documents.uri(&path),
        Target::Address(address) => lsp::Uri(address),
    };
    lsp::DocumentLink { range: range(analysis, found.span), target: Some(target), tooltip: None, data: None }
}

pub fn fold((lines, kind): (Range<usize>, Fold)) -> lsp::FoldingRange {
    lsp::FoldingRange {
        start_line: lines.start as u32,
        start_character: None,
        end_line: lines.end as u32,
        end_character: None,
        kind: match kind {
            Fold::Block => None,
            Fold::Notes => Some(lsp::FoldingRangeKind::Comment),
            Fold::Uses => Some(lsp::FoldingRangeKind::Imports),
        },
        collapsed_text: None,
    }
}

/// In: stretches of a text, each within the next.
pub fn selection(text: &str, lines: &LineIndex, steps: Vec<Range<usize>>) -> Option<lsp::SelectionRange> {
    let mut outer = None;
    for step in steps.into_iter().rev() {
        let range = lsp::Range { start: position_in(text, lines, step.start), end: position_in(text, lines, step.end) };
        outer = Some(lsp::SelectionRange { range, parent: outer.map(Box::new) });
    }
    outer
}

fn position_in(text: &str, lines: &LineIndex, offset: usize) -> lsp::Position {
    let (line, character) = lines.utf16(text, offset as u32);
    lsp::Position { line, character }
}

pub fn text_edits(text: &str, lines: &LineIndex, edits: Vec<(Range<usize>, String)>) -> Vec<lsp::TextEdit> {
    let edit = |(range, new_text): (Range<usize>, String)| lsp::TextEdit {
        range: lsp::Range { start: position_in(text, lines, range.start), end: position_in(text, lines, range.end) },
        new_text,
    };
    edits.into_iter().map(edit).collect()
}

/// Each counted from the one before, as the protocol wants them.
pub fn tokens(analysis: &Analysis, source: SourceId, tokens: &[Token]) -> lsp::SemanticTokens {
    let source = analysis.sources.get(source);
    let (mut line, mut column) = (0, 0);
    let data = tokens.iter().map(|token| {
        let start = position(source, token.range.start as u32);
        let length = source.text[token.range.clone()].chars().map(|c| c.len_utf16() as u32).sum();
        let delta_line = start.line - line;
        let delta_start = if delta_line == 0 { start.character - column } else { start.character };
        (line, column) = (start.line, start.character);
        let marks = [token.defines, token.library, token.printed].iter().zip(0..).map(|(set, bit)| u32::from(*set) << bit).sum();
        lsp::SemanticToken { delta_line, delta_start, length, token_type: token_number(token.kind), token_modifiers_bitset: marks }
    });
    lsp::SemanticTokens { result_id: None, data: data.collect() }
}

pub fn signature(found: Signature) -> lsp::SignatureHelp {
    let markup = |value| lsp::Documentation::MarkupContent(lsp::MarkupContent { kind: lsp::MarkupKind::Markdown, value });
    let parameter = |(label, help): (String, String)| lsp::ParameterInformation {
        label: lsp::ParameterInformationLabel::String(label),
        documentation: Some(help).filter(|help| !help.is_empty()).map(markup),
    };
    let one = lsp::SignatureInformation {
        label: found.label,
        documentation: Some(found.help).filter(|help| !help.is_empty()).map(markup),
        parameters: Some(found.parameters.into_iter().map(parameter).collect()),
        active_parameter: Some(lsp::ActiveParameter::Int(found.active)),
    };
    lsp::SignatureHelp { signatures: vec![one], active_signature: Some(0), active_parameter: Some(lsp::ActiveParameter::Int(found.active)) }
}

// --- who waits for whom --------------------------------------------------------------------------------------------------

pub fn hierarchy_item(analysis: &Analysis, documents: &Documents, sheet: Entity<'_>) -> Option<lsp::CallHierarchyItem> {
    let place = location(analysis, documents, sheet.place())?;
    Some(lsp::CallHierarchyItem {
        name: sheet.titled().into_owned(),
        kind: kind(Sort::Of(sheet.concept())),
        tags: None,
        detail: sheet.name().map(str::to_owned),
        uri: place.uri,
        range: range(analysis, sheet.whole()),
        selection_range: place.range,
        data: None,
    })
}

/// A word for the person at the editor.
pub fn message(text: &str) -> Value {
    json!({ "type": 3, "message": text })
}
