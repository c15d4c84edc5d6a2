//! What the server offers, and what it asks of a client.

use gen_lsp_types as lsp;
use serde_json::Value;

use crate::editor::TokenKind;

/// Pages about rules are texts under addresses of this kind: `strategy-rule:/fr/ART-07.md`.
pub const RULES: &str = "strategy-rule";

/// What the client can do.
#[derive(Default)]
pub struct Client {
    pub links: bool,
    pub related: bool,
    pub watches: bool,
    pub snippets: bool,
    /// It lets its user choose whether what stands behind the pen goes.
    pub replaces: bool,
    pub hierarchy: bool,
    /// It opens what stands under [`RULES`].
    pub rules: bool,
    /// It asks for findings itself, and is not told of them: if it says so, or can do nothing else. Most editors can do both, and would
    /// show what they are told and what they asked for beside each other; those that ask do so for the files that are open, while a plan
    /// has others. They are told.
    pub pulls: bool,
    /// It shows the places that a lens counts, by this command.
    pub shows: Option<String>,
    /// It renews what it shows of these when it is told to.
    pub renews: Vec<&'static str>,
}

/// What can be renewed, and where a client says that it can.
const RENEWED: [(&str, &str); 4] = [
    ("workspace/inlayHint/refresh", "/capabilities/workspace/inlayHint/refreshSupport"),
    ("workspace/codeLens/refresh", "/capabilities/workspace/codeLens/refreshSupport"),
    ("workspace/semanticTokens/refresh", "/capabilities/workspace/semanticTokens/refreshSupport"),
    ("workspace/diagnostic/refresh", "/capabilities/workspace/diagnostics/refreshSupport"),
];

impl Client {
    /// Reads only what it needs, so that no capability of tomorrow stops the server today.
    pub fn of(params: &Value) -> Client {
        let can = |pointer: &str| params.pointer(pointer).and_then(Value::as_bool).unwrap_or(false);
        let has = |pointer: &str| params.pointer(pointer).is_some_and(Value::is_object);
        let pulls = params.pointer("/initializationOptions/diagnostics").and_then(Value::as_str) == Some("pull")
            || (has("/capabilities/textDocument/diagnostic") && !has("/capabilities/textDocument/publishDiagnostics"));
        let rules = can("/initializationOptions/rules") || has("/capabilities/workspace/textDocumentContent");
        Client {
            links: can("/capabilities/textDocument/definition/linkSupport"),
            related: can("/capabilities/textDocument/publishDiagnostics/relatedInformation"),
            watches: can("/capabilities/workspace/didChangeWatchedFiles/dynamicRegistration"),
            snippets: can("/capabilities/textDocument/completion/completionItem/snippetSupport"),
            replaces: can("/capabilities/textDocument/completion/completionItem/insertReplaceSupport"),
            hierarchy: can("/capabilities/textDocument/documentSymbol/hierarchicalDocumentSymbolSupport"),
            rules,
            pulls,
            shows: params.pointer("/initializationOptions/showPlaces").and_then(Value::as_str).map(str::to_owned),
            renews: RENEWED.iter().filter(|(_, pointer)| can(pointer)).map(|(method, _)| *method).collect(),
        }
    }

    /// The commands by which something that it can renew is renewed.
    pub fn renewed(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.renews.iter().copied().filter(|method| self.pulls || *method != "workspace/diagnostic/refresh")
    }
}

/// The kinds of tokens by the names of the protocol, in the order of [`TokenKind::ALL`].
const TOKENS: [&str; 13] = [
    "keyword",
    "property",
    "enumMember",
    "class",
    "namespace",
    "interface",
    "event",
    "variable",
    "string",
    "number",
    "comment",
    "operator",
    "function",
];

/// What may be said of a token: a bit each.
const MARKS: [&str; 3] = ["definition", "defaultLibrary", "documentation"];

/// The number of a kind in what the client was told.
pub fn token_number(kind: TokenKind) -> u32 {
    TokenKind::ALL.iter().position(|one| *one == kind).unwrap_or_default() as u32
}

pub fn server(client: &Client) -> lsp::ServerCapabilities {
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<String>>();
    let plans = || lsp::FileOperationRegistrationOptions {
        filters: ["**/*.dsl", "**/*"]
            .into_iter()
            .zip([lsp::FileOperationPatternKind::File, lsp::FileOperationPatternKind::Folder])
            .map(|(glob, kind)| lsp::FileOperationFilter {
                scheme: Some("file".to_owned()),
                pattern: lsp::FileOperationPattern { glob: glob.to_owned(), matches: Some(kind), options: None },
            })
            .collect(),
    };
    lsp::ServerCapabilities {
        position_encoding: Some(lsp::PositionEncodingKind::UTF16),
        text_document_sync: Some(lsp::TextDocumentSync::Options(lsp::TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(lsp::TextDocumentSyncKind::Incremental),
            will_save: None,
            will_save_wait_until: None,
            save: Some(lsp::Save::SaveOptions(lsp::SaveOptions { include_text: Some(false) })),
        })),
        definition_provider: Some(lsp::DefinitionProvider::Bool(true)),
        references_provider: Some(lsp::ReferencesProvider::Bool(true)),
        document_highlight_provider: Some(lsp::DocumentHighlightProvider::Bool(true)),
        rename_provider: Some(lsp::RenameProvider::RenameOptions(lsp::RenameOptions {
            prepare_provider: Some(true),
            ..lsp::RenameOptions::default()
        })),
        linked_editing_range_provider: Some(lsp::LinkedEditingRangeProvider::Bool(true)),
        completion_provider: Some(lsp::CompletionOptions {
            // Behind a keyword and its blank, what it takes; behind a dot, what a thing has.
            trigger_characters: Some(names(&[" ", "."])),
            ..lsp::CompletionOptions::default()
        }),
        signature_help_provider: Some(lsp::SignatureHelpOptions {
            trigger_characters: Some(names(&[" ", "(", ","])),
            ..lsp::SignatureHelpOptions::default()
        }),
        hover_provider: Some(lsp::HoverProvider::Bool(true)),
        code_action_provider: Some(lsp::CodeActionProvider::CodeActionOptions(lsp::CodeActionOptions {
            code_action_kinds: Some(vec![lsp::CodeActionKind::QuickFix, lsp::CodeActionKind::SourceFixAll]),
            ..lsp::CodeActionOptions::default()
        })),
        code_lens_provider: Some(lsp::CodeLensOptions::default()),
        document_formatting_provider: Some(lsp::DocumentFormattingProvider::Bool(true)),
        document_range_formatting_provider: Some(lsp::DocumentRangeFormattingProvider::Bool(true)),
        document_on_type_formatting_provider: Some(lsp::DocumentOnTypeFormattingOptions {
            first_trigger_character: "}".to_owned(),
            more_trigger_character: Some(names(&["\n"])),
        }),
        document_link_provider: Some(lsp::DocumentLinkOptions::default()),
        document_symbol_provider: Some(lsp::DocumentSymbolProvider::Bool(true)),
        workspace_symbol_provider: Some(lsp::WorkspaceSymbolProvider::Bool(true)),
        folding_range_provider: Some(lsp::FoldingRangeProvider::Bool(true)),
        selection_range_provider: Some(lsp::SelectionRangeProvider::Bool(true)),
        semantic_tokens_provider: Some(lsp::SemanticTokensProvider::SemanticTokensOptions(lsp::SemanticTokensOptions {
            legend: lsp::SemanticTokensLegend { token_types: names(&TOKENS), token_modifiers: names(&MARKS) },
            range: Some(lsp::SemanticTokensOptionsRange::Bool(true)),
            full: Some(lsp::Full::Bool(true)),
            ..lsp::SemanticTokensOptions::default()
        })),
        inlay_hint_provider: Some(lsp::InlayHintProvider::Bool(true)),
        call_hierarchy_provider: Some(lsp::CallHierarchyProvider::Bool(true)),
        diagnostic_provider: client.pulls.then(|| {
            lsp::DiagnosticProvider::DiagnosticOptions(lsp::DiagnosticOptions {
                identifier: Some("strategy".to_owned()),
                inter_file_dependencies: true,
                workspace_diagnostics: true,
                ..lsp::DiagnosticOptions::default()
            })
        }),
        workspace: Some(lsp::WorkspaceOptions {
            workspace_folders: Some(lsp::WorkspaceFoldersServerCapabilities {
                supported: Some(true),
                change_notifications: Some(lsp::ChangeNotifications::Bool(true)),
            }),
            file_operations: Some(lsp::FileOperationOptions {
                will_rename: Some(plans()),
                did_rename: Some(plans()),
                ..lsp::FileOperationOptions::default()
            }),
            text_document_content: client
                .rules
                .then(|| lsp::TextDocumentContent::Options(lsp::TextDocumentContentOptions { schemes: vec![RULES.to_owned()] })),
        }),
        ..lsp::ServerCapabilities::default()
    }
}
