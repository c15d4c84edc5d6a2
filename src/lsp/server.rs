//! What each message of the editor does.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use gen_lsp_types as lsp;
use lsp_server::{Connection, ErrorCode, Message, Notification, Request, RequestId, Response};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::capabilities::{self, Client};
use super::convert;
use super::documents::{Change, Documents, Overlay, path_of};
use super::plans::{Plans, Stale};
use super::uri;
use crate::analysis::Analysis;
use crate::diagnostic::{Diagnostic, Lang};
use crate::editor;
use crate::load::Disk;
use crate::policy::judge::Missing;
use crate::text::Span;

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

/// What an author wants to see in a text, as the client's settings say.
pub(super) struct Settings {
    pub hints: editor::Wanted,
    pub lenses: bool,
}

impl Settings {
    /// What is not said stays as it is by itself: shown.
    fn of(told: &Value) -> Settings {
        let on = |pointer: &str| told.pointer(pointer).and_then(Value::as_bool).unwrap_or(true);
        let hints = editor::Wanted { dates: on("/inlayHints/dates"), totals: on("/inlayHints/totals"), shares: on("/inlayHints/shares") };
        Settings { hints, lenses: on("/codeLens") }
    }
}

pub struct Server<'a> {
    connection: &'a Connection,
    pub(super) disk: &'a Disk,
    lang: Option<Lang>,
    phase: Phase,
    pub(super) client: Client,
    pub(super) settings: Settings,
    folders: Vec<PathBuf>,
    pub(super) documents: Documents,
    pub(super) plans: Plans,
    stale: Option<Stale>,
    /// What the editor shows of each file.
    published: BTreeMap<PathBuf, Published>,
    /// Files that no plan uses, of which that was said.
    told: BTreeSet<PathBuf>,
    /// How many requests were sent: each has a number of its own.
    asked: i32,
}

/// What a file's findings were when they were last told.
#[derive(Clone, Copy)]
struct Published {
    version: Option<i32>,
    print: u64,
}

/// Something that is to be shown in a file, and the analysis that its places are of.
#[derive(Clone, Copy)]
pub(super) enum Finding<'a> {
    Found(&'a Analysis, &'a Diagnostic),
    /// A fact for want of which policies cannot be decided, and where it would stand.
    Missing(&'a Analysis, &'a Missing, Span),
}

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

#[derive(Deserialize)]
struct Item {
    uri: lsp::Uri,
    version: Option<Value>,
    text: String,
}

/// A document by its address.
#[derive(Deserialize)]
pub(super) struct Known {
    pub uri: lsp::Uri,
    pub version: Option<Value>,
}

/// An error that a request is answered with.
pub(super) type Refusal = (ErrorCode, String);

impl<'a> Server<'a> {
    pub fn new(connection: &'a Connection, disk: &'a Disk, lang: Option<Lang>) -> Self {
        Server {
            connection,
            disk,
            lang,
            phase: Phase::Before,
            client: Client::default(),
            settings: Settings::of(&Value::Null),
            folders: Vec::new(),
            documents: Documents::default(),
            plans: Plans::default(),
            stale: None,
            published: BTreeMap::new(),
            told: BTreeSet::new(),
            asked: 0,
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
            (Phase::Running, method) => self.answer_to(method, request.params),
        };
        self.send(match answer {
            Ok(result) => Response { id, response_result: Ok(result) },
            Err((code, reason)) => Response::new_err(id, code as i32, reason),
        });
    }

    fn initialize(&mut self, params: &Value) -> Result<Value, Refusal> {
        if !params.is_object() {
            return Err((ErrorCode::InvalidParams, "`initialize` takes an object".to_owned()));
        }
        self.client = Client::of(params);
        self.settings = Settings::of(params.get("initializationOptions").unwrap_or(&Value::Null));
        let folders = params.get("workspaceFolders").and_then(Value::as_array).into_iter().flatten();
        let mut uris: Vec<&str> = folders.filter_map(|folder| folder.get("uri")?.as_str()).collect();
        if uris.is_empty() {
            uris.extend(params.get("rootUri").and_then(Value::as_str));
        }
        self.folders = uris.into_iter().filter_map(|uri| self.folder(uri)).collect();
        self.phase = Phase::Running;
        answer(lsp::InitializeResult {
            capabilities: capabilities::server(&self.client),
            server_info: Some(lsp::ServerInfo { name: "strategy".to_owned(), version: Some(env!("CARGO_PKG_VERSION").to_owned()) }),
        })
    }

    pub(super) fn speaks(&self, analysis: &Analysis) -> Lang {
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
            "textDocument/didSave" | "workspace/didChangeWatchedFiles" | "workspace/didRenameFiles" => {
                self.files_changed();
                self.renew();
            }
            "workspace/didChangeConfiguration" => {
                let told = params.pointer("/settings/strategy").or(params.get("settings")).cloned().unwrap_or_default();
                self.settings = Settings::of(&told);
                self.renew();
            }
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

    /// Asks the editor to ask again for what it shows in its texts: what stands elsewhere may have changed it.
    fn renew(&mut self) {
        for method in self.client.renewed().collect::<Vec<_>>() {
            self.asked += 1;
            let id = RequestId::from(format!("renew {}", self.asked));
            self.send(Request { id, method: method.to_owned(), params: Value::Null });
        }
    }

    // --- findings ---------------------------------------------------------------------------------------------------

    /// Analyses what changed and publishes the findings; does nothing when nothing changed.
    pub fn refresh(&mut self) {
        let Some(stale) = self.stale.take() else { return };
        let world = Overlay { disk: self.disk, documents: &self.documents, folders: &self.folders };
        self.plans.refresh(&world, &stale);
        self.tell_lonely();
        if self.client.pulls {
            return;
        }
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

    /// Says of each open file that no plan uses that it is looked at alone; once.
    fn tell_lonely(&mut self) {
        let lonely: Vec<(PathBuf, String)> = self
            .plans
            .lonely()
            .filter(|(path, _)| !self.told.contains(*path))
            .map(|(path, analysis)| {
                let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
                let text = self.speaks(analysis).of(
                    format!("{name} n'appartient à aucun plan : aucun plan.dsl ne l'utilise. Il est contrôlé seul. Pour le rattacher, ajoutez dans plan.dsl une ligne `utiliser \"…/{name}\"`."),
                    format!("{name} belongs to no plan: no plan.dsl uses it. It is checked alone. To make it part of one, add a line `use \"…/{name}\"` to plan.dsl."),
                );
                (path.clone(), text)
            })
            .collect();
        for (path, text) in lonely {
            self.tell(&text);
            self.told.insert(path);
        }
    }

    /// A word for the person at the editor.
    pub(super) fn tell(&self, text: &str) {
        self.send(Notification::new("window/showMessage".to_owned(), convert::message(text)));
    }

    /// Every file of every plan with its findings, each with the plan that it is of.
    pub(super) fn findings(&self) -> BTreeMap<PathBuf, Vec<Finding<'_>>> {
        let mut files: BTreeMap<PathBuf, Vec<Finding<'_>>> = BTreeMap::new();
        for analysis in self.plans.shown() {
            for path in analysis.paths.iter().flatten() {
                files.entry(path.clone()).or_default();
            }
            let mut add = |place: Span, finding| {
                if let Some(Some(path)) = analysis.paths.get(usize::from(place.source.0)) {
                    files.entry(path.clone()).or_default().push(finding);
                }
            };
            analysis.diagnostics.iter().for_each(|found| add(found.span(), Finding::Found(analysis, found)));
            for missing in &analysis.judgement.missing {
                if let Some(place) = missing.place {
                    add(place, Finding::Missing(analysis, missing, place));
                }
            }
        }
        files
    }

    /// Equal where what is shown is equal: what is written and where, in lines and columns.
    pub(super) fn print(&self, findings: &[Finding<'_>]) -> u64 {
        let mut hasher = DefaultHasher::new();
        let place = |analysis: &Analysis, span: Span| {
            let source = analysis.sources.get(span.source);
            (source.lines.utf16(&source.text, span.start), source.lines.utf16(&source.text, span.end))
        };
        for finding in findings {
            match *finding {
                Finding::Found(analysis, found) => {
                    let lang = self.speaks(analysis);
                    (lang, found.rule.id, found.message.show(lang), found.help.show(lang)).hash(&mut hasher);
                    for label in &found.labels {
                        let name = &analysis.sources.get(label.span.source).name;
                        (label.text.show(lang), name, place(analysis, label.span)).hash(&mut hasher);
                    }
                }
                Finding::Missing(analysis, missing, span) => {
                    (self.speaks(analysis), &missing.text, &missing.policies, place(analysis, span)).hash(&mut hasher);
                }
            }
        }
        hasher.finish()
    }

    /// A file of several plans has the findings of all, once each.
    pub(super) fn shown(&self, findings: &[Finding<'_>]) -> Vec<lsp::Diagnostic> {
        let several = self.plans.shown().nth(1).is_some();
        let mut list: Vec<lsp::Diagnostic> = Vec::with_capacity(findings.len());
        for finding in findings {
            let diagnostic = match *finding {
                Finding::Found(analysis, found) => {
                    convert::diagnostic(analysis, &self.documents, found, self.speaks(analysis), &self.client)
                }
                Finding::Missing(analysis, missing, place) => {
                    convert::undecided(analysis, missing, place, self.speaks(analysis), &self.client)
                }
            };
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
        if self.client.pulls {
            return;
        }
        let params = lsp::PublishDiagnosticsParams { uri, version, diagnostics };
        self.send(Notification::new("textDocument/publishDiagnostics".to_owned(), params));
    }
}

/// A version that is null, missing or no whole number is none: the text counts, and it is never dropped for its number.
fn version(told: Option<&Value>) -> Option<i32> {
    told?.as_i64().and_then(|version| i32::try_from(version).ok())
}

pub(super) fn parameters<T: DeserializeOwned>(params: Value) -> Result<T, Refusal> {
    serde_json::from_value(params).map_err(|error| (ErrorCode::InvalidParams, error.to_string()))
}

pub(super) fn answer(result: impl Serialize) -> Result<Value, Refusal> {
    serde_json::to_value(result).map_err(|error| (ErrorCode::InternalError, error.to_string()))
}
