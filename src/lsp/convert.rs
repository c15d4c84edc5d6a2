//! From the plan's places and words to the protocol's.

use gen_lsp_types as lsp;

use super::documents::Documents;
use crate::analysis::Analysis;
use crate::diagnostic::{Diagnostic, Lang, Severity};
use crate::editor::{Completion, Concept, Definition, Fix, Hover, Kind, Symbol};
use crate::text::{Source, Span};

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

/// `related`: the client shows other places of a diagnostic; if not, their words go into the message.
pub fn diagnostic(analysis: &Analysis, documents: &Documents, found: &Diagnostic, lang: Lang, related: bool) -> lsp::Diagnostic {
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
        code_description: None,
        source: Some("strategy".to_owned()),
        message: lsp::Message::String(message),
        tags: None,
        related_information: (related && !others.is_empty()).then_some(others),
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
        kind: KINDS.iter().find(|(concept, _)| *concept == found.concept).map_or(lsp::SymbolKind::Number, |(_, kind)| *kind),
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
pub fn completions(analysis: &Analysis, found: Vec<Completion>, more: bool) -> lsp::CompletionList {
    let items = found.into_iter().enumerate().map(|(at, one)| completion(analysis, at, one)).collect();
    lsp::CompletionList { is_incomplete: more, item_defaults: None, apply_kind: None, items }
}

fn completion(analysis: &Analysis, at: usize, found: Completion) -> lsp::CompletionItem {
    let markup = |value| lsp::Documentation::MarkupContent(lsp::MarkupContent { kind: lsp::MarkupKind::Markdown, value });
    lsp::CompletionItem {
        kind: Some(match found.kind {
            Kind::Keyword => lsp::CompletionItemKind::Keyword,
            Kind::Word => lsp::CompletionItemKind::EnumMember,
            Kind::Name => lsp::CompletionItemKind::Reference,
            Kind::Unit => lsp::CompletionItemKind::Unit,
        }),
        // Editors put them in the order of these.
        sort_text: Some(format!("{at:04}")),
        text_edit: Some(lsp::TextEdit { range: range(analysis, found.over), new_text: found.insert }.into()),
        detail: Some(found.detail).filter(|detail| !detail.is_empty()),
        documentation: Some(found.documentation).filter(|text| !text.is_empty()).map(markup),
        label: found.label,
        ..lsp::CompletionItem::default()
    }
}
