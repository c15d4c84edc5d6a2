//! What each message of the editor does.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use std::path::{Path, PathBuf};

use gen_lsp_types as lsp;
use lsp_server::{Connection, ErrorCode, Message, Notification, Request, RequestId, Response};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::convert;
use super::documents::{Change, Documents, Overlay, path_of};
use super::plans::{Plans, Stale};
use super::uri;
use crate::analysis::Analysis;
use crate::diagnostic::{Diagnostic, Lang};
use crate::editor;
use crate::load::Disk;
use crate::text::{LineIndex, SourceId};

pub enum Flow {
    Continue,
    Exit { proper: bool },
}

#[derive(PartialEq)]
enum Phase {
    Before,
    Running,
    /// `shutdown` was answered: only `exit` may follow.
    Leaving,
}

/// What the client can do.
#[derive(Default)]
struct Client {
    links: bool,
    related: bool,
    watches: bool,
}

pub struct Server<'a> {
    connection: &'a Connection,
    disk: &'a Disk,
    lang: Option<Lang>,
    phase: Phase,
    client: Client,
    folders: Vec<PathBuf>,
    documents: Documents,
    plans: Plans,
    stale: Option<Stale>,
    /// What the editor shows of each file.
    published: BTreeMap<PathBuf, Published>,
}

/// What a file's findings were when they were last told.
#[derive(Clone, Copy)]
struct Published {
    version: Option<i32>,
    print: u64,
}

/// Something that was found, and the analysis that its places are of.
type Finding<'a> = (&'a Analysis, &'a Diagnostic);

/// `textDocument/didOpen`, as much as is needed of it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Opened {
    text_document: Item,
}

/// `textDocument/didChange`, likewise.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Changed {
    text_document: Known,
    content_changes: Vec<Change>,
}

/// `textDocument/codeAction`, likewise.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Ranged {
    text_document: Known,
    range: lsp::Range,
    #[serde(default)]
    context: Asked,
}

/// Which kinds of changes are asked for; all of them where none is named.
#[derive(Default, Deserialize)]
struct Asked {
    only: Option<Vec<String>>,
}

const QUICK: &str = "quickfix";

#[derive(Deserialize)]
struct Item {
    uri: lsp::Uri,
    version: Option<Value>,
    text: String,
}

#[derive(Deserialize)]
struct Known {
    uri: lsp::Uri,
    version: Option<Value>,
}

/// An error that a request is answered with.
type Refusal = (ErrorCode, String);

impl<'a> Server<'a> {
    pub fn new(connection: &'a Connection, disk: &'a Disk, lang: Option<Lang>) -> Self {
        Server {
            connection,
            disk,
            lang,
            phase: Phase::Before,
            client: Client::default(),
            folders: Vec::new(),
            documents: Documents::default(),
            plans: Plans::default(),
            stale: None,
            published: BTreeMap::new(),
        }
    }

    pub fn is_stale(&self) -> bool {
        self.stale.is_some()
    }

    pub fn take(&mut self, message: Message) -> Flow {
        match message {
            Message::Request(request) => self.request(request),
            Message::Notification(notification) if notification.method == "exit" => {
                return Flow::Exit { proper: self.phase == Phase::Leaving };
            }
            Message::Notification(notification) if self.phase == Phase::Running => {
                let method = notification.method.clone();
                if let Err((_, reason)) = self.notification(notification) {
                    super::note(&format!("{method}: {reason}"));
                }
            }
            Message::Notification(_) | Message::Response(_) => {}
        }
        Flow::Continue
    }

    fn send(&self, message: impl Into<Message>) {
        // An editor that is gone closes its end of the input too, and that ends the server.
        let _ = self.connection.sender.send(message.into());
    }

    // --- requests ---------------------------------------------------------------------------------------------------

    fn request(&mut self, request: Request) {
        let id = request.id.clone();
        let answer = match (&self.phase, request.method.as_str()) {
            (Phase::Before, "initialize") => self.initialize(&request.params),
            (Phase::Before, _) => Err((ErrorCode::ServerNotInitialized, "`initialize` comes first".to_owned())),
            (Phase::Leaving, _) => Err((ErrorCode::InvalidRequest, "`shutdown` was asked: only `exit` may follow".to_owned())),
            (Phase::Running, "initialize") => Err((ErrorCode::InvalidRequest, "`initialize` comes once".to_owned())),
            (Phase::Running, "shutdown") => {
                self.phase = Phase::Leaving;
                Ok(Value::Null)
            }
            (Phase::Running, "textDocument/definition") => parameters(request.params).and_then(|params| self.definition(&params)),
            (Phase::Running, "textDocument/hover") => parameters(request.params).and_then(|params| self.hover(&params)),
            (Phase::Running, "textDocument/completion") => parameters(request.params).and_then(|params| self.completion(&params)),
            (Phase::Running, "textDocument/codeAction") => parameters(request.params).and_then(|params| self.fixes(&params)),
            (Phase::Running, "textDocument/documentSymbol") => parameters(request.params).and_then(|params| self.symbols(&params)),
            (Phase::Running, "textDocument/formatting") => parameters(request.params).and_then(|params| self.formatting(&params)),
            (Phase::Running, method) => Err((ErrorCode::MethodNotFound, format!("no method `{method}`"))),
        };
        self.send(match answer {
            Ok(result) => Response { id, response_result: Ok(result) },
            Err((code, reason)) => Response::new_err(id, code as i32, reason),
        });
    }

    /// Reads only what it needs, so that no capability of tomorrow stops the server today.
    fn initialize(&mut self, params: &Value) -> Result<Value, Refusal> {
        if !params.is_object() {
            return Err((ErrorCode::InvalidParams, "`initialize` takes an object".to_owned()));
        }
        let can = |pointer: &str| params.pointer(pointer).and_then(Value::as_bool).unwrap_or(false);
        self.client = Client {
            links: can("/capabilities/textDocument/definition/linkSupport"),
            related: can("/capabilities/textDocument/publishDiagnostics/relatedInformation"),
            watches: can("/capabilities/workspace/didChangeWatchedFiles/dynamicRegistration"),
        };
        let folders = params.get("workspaceFolders").and_then(Value::as_array).into_iter().flatten();
        let mut uris: Vec<&str> = folders.filter_map(|folder| folder.get("uri")?.as_str()).collect();
        if uris.is_empty() {
            uris.extend(params.get("rootUri").and_then(Value::as_str));
        }
        self.folders = uris.into_iter().filter_map(|uri| self.folder(uri)).collect();
        self.phase = Phase::Running;
        answer(lsp::InitializeResult {
            capabilities: lsp::ServerCapabilities {
                position_encoding: Some(lsp::PositionEncodingKind::UTF16),
                text_document_sync: Some(lsp::TextDocumentSync::Options(lsp::TextDocumentSyncOptions {
                    open_close: Some(true),
                    change: Some(lsp::TextDocumentSyncKind::Incremental),
                    will_save: None,
                    will_save_wait_until: None,
                    save: Some(lsp::Save::SaveOptions(lsp::SaveOptions { include_text: Some(false) })),
                })),
                definition_provider: Some(lsp::DefinitionProvider::Bool(true)),
                completion_provider: Some(lsp::CompletionOptions {
                    // Behind a keyword and its blank, what it takes.
                    trigger_characters: Some(vec![" ".to_owned()]),
                    ..lsp::CompletionOptions::default()
                }),
                hover_provider: Some(lsp::HoverProvider::Bool(true)),
                code_action_provider: Some(lsp::CodeActionProvider::CodeActionOptions(lsp::CodeActionOptions {
                    code_action_kinds: Some(vec![lsp::CodeActionKind::QuickFix]),
                    ..lsp::CodeActionOptions::default()
                })),
                document_formatting_provider: Some(lsp::DocumentFormattingProvider::Bool(true)),
                document_symbol_provider: Some(lsp::DocumentSymbolProvider::Bool(true)),
                workspace: Some(lsp::WorkspaceOptions {
                    workspace_folders: Some(lsp::WorkspaceFoldersServerCapabilities {
                        supported: Some(true),
                        change_notifications: Some(lsp::ChangeNotifications::Bool(true)),
                    }),
                    file_operations: None,
                    text_document_content: None,
                }),
                ..lsp::ServerCapabilities::default()
            },
            server_info: Some(lsp::ServerInfo { name: "strategy".to_owned(), version: Some(env!("CARGO_PKG_VERSION").to_owned()) }),
        })
    }

    fn definition(&mut self, params: &lsp::DefinitionParams) -> Result<Value, Refusal> {
        let found = self.at(&params.text_document_position_params, |server, analysis, source, offset| {
            let found = editor::definition(analysis, source, offset)?;
            convert::definition(analysis, &server.documents, found, server.client.links)
        });
        answer(found)
    }

    fn hover(&mut self, params: &lsp::HoverParams) -> Result<Value, Refusal> {
        let found = self.at(&params.text_document_position_params, |server, analysis, source, offset| {
            let found = editor::hover(analysis, source, offset, server.speaks(analysis))?;
            Some(convert::hover(analysis, found))
        });
        answer(found)
    }

    fn completion(&mut self, params: &lsp::CompletionParams) -> Result<Value, Refusal> {
        let found = self.at(&params.text_document_position_params, |server, analysis, source, offset| {
            let found = editor::complete(analysis, source, offset, server.speaks(analysis));
            let more = found.len() >= editor::MOST;
            Some(convert::completions(analysis, found, more))
        });
        answer(found)
    }

    /// What may be done about what is found in a range. Reads no more of the request than that.
    fn fixes(&mut self, params: &Ranged) -> Result<Value, Refusal> {
        let path = path_of(&params.text_document.uri, self.disk);
        self.refresh();
        let wanted = params.context.only.as_ref().is_none_or(|kinds| kinds.iter().any(|kind| QUICK.starts_with(kind.as_str())));
        let Some((analysis, id)) = self.plans.of(&path).filter(|_| wanted) else { return answer(Vec::<lsp::CodeAction>::new()) };
        let source = analysis.sources.get(id);
        let offset = |place: lsp::Position| source.lines.offset_of_utf16(&source.text, place.line, place.character);
        let lang = self.speaks(analysis);
        let found = editor::fixes(analysis, id, offset(params.range.start)..offset(params.range.end), lang);
        let action = |fix: editor::Fix<'_>| {
            let of = convert::diagnostic(analysis, &self.documents, fix.of, lang, self.client.related);
            convert::fix(analysis, &self.documents, fix, of)
        };
        answer(found.into_iter().filter_map(action).collect::<Vec<_>>())
    }

    fn symbols(&mut self, params: &lsp::DocumentSymbolParams) -> Result<Value, Refusal> {
        let path = path_of(&params.text_document.uri, self.disk);
        self.refresh();
        let symbols = self.plans.of(&path).map(|(analysis, source)| {
            let symbols = editor::symbols(analysis, source, self.speaks(analysis));
            symbols.into_iter().map(|symbol| convert::symbol(analysis, symbol)).collect::<Vec<_>>()
        });
        answer(symbols)
    }

    /// The lines of an open document that would be laid out otherwise; none of what the editor has not.
    fn formatting(&mut self, params: &lsp::DocumentFormattingParams) -> Result<Value, Refusal> {
        let path = path_of(&params.text_document.uri, self.disk);
        let Some(document) = self.documents.get(&path) else { return answer(Value::Null) };
        let lines = LineIndex::new(&document.text);
        let position = |at: usize| {
            let (line, character) = lines.utf16(&document.text, at as u32);
            lsp::Position { line, character }
        };
        let edit = |(range, new_text): (Range<usize>, String)| lsp::TextEdit {
            range: lsp::Range { start: position(range.start), end: position(range.end) },
            new_text,
        };
        answer(editor::format(&document.text).into_iter().map(edit).collect::<Vec<_>>())
    }

    /// What `look` finds at a place of the newest text.
    fn at<T>(
        &mut self,
        params: &lsp::TextDocumentPositionParams,
        look: impl FnOnce(&Self, &Analysis, SourceId, u32) -> Option<T>,
    ) -> Option<T> {
        let path = path_of(&params.text_document.uri, self.disk);
        self.refresh();
        let (analysis, id) = self.plans.of(&path)?;
        let source = analysis.sources.get(id);
        let offset = source.lines.offset_of_utf16(&source.text, params.position.line, params.position.character);
        look(self, analysis, id, offset)
    }

    fn speaks(&self, analysis: &Analysis) -> Lang {
        self.lang.unwrap_or(analysis.language())
    }

    fn folder(&self, uri: &str) -> Option<PathBuf> {
        uri::to_path(uri).map(|path| self.disk.absolute(&path))
    }

    // --- notifications ----------------------------------------------------------------------------------------------

    fn notification(&mut self, notification: Notification) -> Result<(), Refusal> {
        let params = notification.params;
        match notification.method.as_str() {
            "initialized" => self.watch(),
            "textDocument/didOpen" => {
                let Opened { text_document: document } = parameters(params)?;
                let version = version(document.version.as_ref()).unwrap_or(0);
                // Whatever was said of the file: this document has heard nothing yet.
                self.published.remove(&path_of(&document.uri, self.disk));
                if let Some(old) = self.documents.open(document.uri, version, document.text, self.disk) {
                    // Nothing is left under an address that is the file's no more.
                    self.announce(old, None, Vec::new());
                }
                self.files_changed();
            }
            "textDocument/didChange" => self.changed(parameters(params)?)?,
            "textDocument/didClose" => {
                let params: lsp::DidCloseTextDocumentParams = parameters(params)?;
                self.documents.close(&params.text_document.uri, self.disk);
                self.files_changed();
            }
            "textDocument/didSave" | "workspace/didChangeWatchedFiles" => self.files_changed(),
            "workspace/didChangeWorkspaceFolders" => {
                let lsp::DidChangeWorkspaceFoldersParams { event } = parameters(params)?;
                let removed: Vec<PathBuf> = event.removed.iter().filter_map(|folder| self.folder(&folder.uri.0)).collect();
                self.folders.retain(|folder| !removed.contains(folder));
                let added: Vec<PathBuf> = event.added.iter().filter_map(|folder| self.folder(&folder.uri.0)).collect();
                self.folders.extend(added);
                self.files_changed();
            }
            _ => {}
        }
        Ok(())
    }

    fn changed(&mut self, params: Changed) -> Result<(), Refusal> {
        let path = path_of(&params.text_document.uri, self.disk);
        let Some(document) = self.documents.get_mut(&path) else {
            return Err((ErrorCode::InvalidParams, format!("{} is not open", path.display())));
        };
        document.version = version(params.text_document.version.as_ref()).unwrap_or(document.version.saturating_add(1));
        for change in params.content_changes {
            document.change(change);
        }
        self.stale.get_or_insert_default().texts.insert(path);
        Ok(())
    }

    fn files_changed(&mut self) {
        self.documents.files_changed();
        self.stale.get_or_insert_default().all = true;
    }

    /// Asks the editor to tell of plans that change on the disk.
    fn watch(&self) {
        if !self.client.watches {
            return;
        }
        let options = json!({ "watchers": [{ "globPattern": "**/*.dsl" }] });
        let params =
            json!({ "registrations": [{ "id": "plans", "method": "workspace/didChangeWatchedFiles", "registerOptions": options }] });
        let id = RequestId::from("watch".to_owned());
        self.send(Request { id, method: "client/registerCapability".to_owned(), params });
    }

    // --- findings ---------------------------------------------------------------------------------------------------

    /// Analyses what changed and publishes the findings; does nothing when nothing changed.
    pub fn refresh(&mut self) {
        let Some(stale) = self.stale.take() else { return };
        let world = Overlay { disk: self.disk, documents: &self.documents, folders: &self.folders };
        self.plans.refresh(&world, &stale);
        let mut before = std::mem::take(&mut self.published);
        let mut after = BTreeMap::new();
        for (path, findings) in self.findings() {
            let now = Published { version: self.documents.get(&path).map(|document| document.version), print: self.print(&findings) };
            let known = before.remove(&path);
            // An open document hears of each of its versions, so that the editor knows which text was looked at.
            if known.is_none_or(|known| known.print != now.print || (now.version.is_some() && known.version != now.version)) {
                self.publish(&path, self.shown(&findings));
            }
            after.insert(path, now);
        }
        let nothing = self.print(&[]);
        for (path, _) in before.into_iter().filter(|(_, known)| known.print != nothing) {
            self.publish(&path, Vec::new());
        }
        self.published = after;
    }

    /// Every file of every plan with its findings, each with the plan that it is of.
    fn findings(&self) -> BTreeMap<PathBuf, Vec<Finding<'_>>> {
        let mut files: BTreeMap<PathBuf, Vec<Finding<'_>>> = BTreeMap::new();
        for analysis in self.plans.shown() {
            for path in analysis.paths.iter().flatten() {
                files.entry(path.clone()).or_default();
            }
            for found in &analysis.diagnostics {
                if let Some(Some(path)) = analysis.paths.get(usize::from(found.span().source.0)) {
                    files.entry(path.clone()).or_default().push((analysis, found));
                }
            }
        }
        files
    }

    /// Equal where what is shown is equal: what is written and where, in lines and columns.
    fn print(&self, findings: &[Finding<'_>]) -> u64 {
        let mut hasher = DefaultHasher::new();
        for (analysis, found) in findings {
            let lang = self.speaks(analysis);
            (lang, found.rule.id, found.message.show(lang), found.help.show(lang)).hash(&mut hasher);
            for label in &found.labels {
                let source = analysis.sources.get(label.span.source);
                let place = |offset: u32| source.lines.utf16(&source.text, offset);
                (label.text.show(lang), &source.name, place(label.span.start), place(label.span.end)).hash(&mut hasher);
            }
        }
        hasher.finish()
    }

    /// A file of several plans has the findings of all, once each.
    fn shown(&self, findings: &[Finding<'_>]) -> Vec<lsp::Diagnostic> {
        let several = self.plans.shown().nth(1).is_some();
        let mut list: Vec<lsp::Diagnostic> = Vec::with_capacity(findings.len());
        for (analysis, found) in findings {
            let diagnostic = convert::diagnostic(analysis, &self.documents, found, self.speaks(analysis), self.client.related);
            if !(several && list.contains(&diagnostic)) {
                list.push(diagnostic);
            }
        }
        list
    }

    fn publish(&self, path: &Path, diagnostics: Vec<lsp::Diagnostic>) {
        let version = self.documents.get(path).map(|document| document.version);
        self.announce(self.documents.uri(path), version, diagnostics);
    }

    fn announce(&self, uri: lsp::Uri, version: Option<i32>, diagnostics: Vec<lsp::Diagnostic>) {
        let params = lsp::PublishDiagnosticsParams { uri, version, diagnostics };
        self.send(Notification::new("textDocument/publishDiagnostics".to_owned(), params));
    }
}

/// A version that is null, missing or no whole number is none: the text counts, and it is never dropped for its number.
fn version(told: Option<&Value>) -> Option<i32> {
    told?.as_i64().and_then(|version| i32::try_from(version).ok())
}

fn parameters<T: DeserializeOwned>(params: Value) -> Result<T, Refusal> {
    serde_json::from_value(params).map_err(|error| (ErrorCode::InvalidParams, error.to_string()))
}

fn answer(result: impl Serialize) -> Result<Value, Refusal> {
    serde_json::to_value(result).map_err(|error| (ErrorCode::InternalError, error.to_string()))
}
