//! What each request is answered with. A request sees the newest text: what changed before it is analysed first.

use std::ops::Range;
use std::path::PathBuf;

use gen_lsp_types as lsp;
use lsp_server::ErrorCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::convert;
use super::documents::path_of;
use super::moves::moved;
use super::server::{Finding, Known, Refusal, Server, answer, parameters};
use crate::analysis::Analysis;
use crate::diagnostic::Lang;
use crate::editor;
use crate::load::World;
use crate::plan::Entity;
use crate::policy::judge::whole_library;
use crate::rules;
use crate::text::{LineIndex, SourceId};

/// A place in a document, as much of a request as is needed of it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Placed {
    text_document: Known,
    position: lsp::Position,
}

/// A document, and a range of it where the request has one.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Ranged {
    text_document: Known,
    range: Option<lsp::Range>,
    #[serde(default)]
    context: Asked,
    previous_result_id: Option<String>,
}

/// Which kinds of changes are asked for; all of them where none is named.
#[derive(Default, Deserialize)]
struct Asked {
    only: Option<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Renamed {
    text_document: Known,
    position: lsp::Position,
    new_name: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct References {
    text_document: Known,
    position: lsp::Position,
    context: lsp::ReferenceContext,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Places {
    text_document: Known,
    positions: Vec<lsp::Position>,
}

#[derive(Deserialize)]
struct Of {
    item: lsp::CallHierarchyItem,
}

#[derive(Deserialize)]
struct Query {
    query: String,
}

#[derive(Deserialize)]
struct Page {
    uri: lsp::Uri,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Told {
    #[serde(default)]
    previous_result_ids: Vec<lsp::PreviousResultId>,
}

const QUICK: &str = "quickfix";
const ALL: &str = "source.fixAll";

impl Server<'_> {
    /// In: a method and its parameters, once the server runs.
    pub(super) fn answer_to(&mut self, method: &str, params: Value) -> Result<Value, Refusal> {
        match method {
            "textDocument/definition" => self.definition(&parameters(params)?),
            "textDocument/references" => self.references(&parameters(params)?),
            "textDocument/documentHighlight" => self.highlights(&parameters(params)?),
            "textDocument/prepareRename" => self.renaming(&parameters(params)?),
            "textDocument/rename" => self.rename(&parameters(params)?),
            "textDocument/linkedEditingRange" => self.linked(&parameters(params)?),
            "textDocument/hover" => self.hover(&parameters(params)?),
            "textDocument/completion" => self.completion(&parameters(params)?),
            "textDocument/signatureHelp" => self.signature(&parameters(params)?),
            "textDocument/codeAction" => self.fixes(&parameters(params)?),
            "textDocument/codeLens" => self.lenses(&parameters(params)?),
            "textDocument/inlayHint" => self.hints(&parameters(params)?),
            "textDocument/documentLink" => self.links(&parameters(params)?),
            "textDocument/documentSymbol" => self.symbols(&parameters(params)?),
            "workspace/symbol" => self.found(&parameters(params)?),
            "textDocument/foldingRange" => self.folding(&parameters(params)?),
            "textDocument/selectionRange" => self.selection(&parameters(params)?),
            "textDocument/semanticTokens/full" | "textDocument/semanticTokens/range" => self.tokens(&parameters(params)?),
            "textDocument/prepareCallHierarchy" => self.hierarchy(&parameters(params)?),
            "callHierarchy/incomingCalls" => self.waiting(&parameters(params)?),
            "callHierarchy/outgoingCalls" => self.awaited(&parameters(params)?),
            "textDocument/formatting" | "textDocument/rangeFormatting" => self.formatting(&parameters(params)?),
            "textDocument/onTypeFormatting" => self.typed(&parameters(params)?),
            "textDocument/diagnostic" => self.pulled(&parameters(params)?),
            "workspace/diagnostic" => self.all_pulled(&parameters(params)?),
            "workspace/willRenameFiles" => self.moving(&parameters(params)?),
            "workspace/textDocumentContent" => self.page(&parameters(params)?),
            _ => Err((ErrorCode::MethodNotFound, format!("no method `{method}`"))),
        }
    }

    /// What `look` finds at a place of the newest text.
    fn at<T>(&mut self, of: &Known, place: lsp::Position, look: impl FnOnce(&Self, &Analysis, SourceId, u32) -> Option<T>) -> Option<T> {
        let path = path_of(&of.uri, self.disk);
        self.refresh();
        let (analysis, id) = self.plans.of(&path)?;
        let source = analysis.sources.get(id);
        let offset = source.lines.offset_of_utf16(&source.text, place.line, place.character);
        look(self, analysis, id, offset)
    }

    /// What `look` finds in a range of the newest text, or in all of it.
    fn within<T>(&mut self, asked: &Ranged, look: impl FnOnce(&Self, &Analysis, SourceId, Range<u32>) -> T) -> Option<T> {
        let path = path_of(&asked.text_document.uri, self.disk);
        self.refresh();
        let (analysis, id) = self.plans.of(&path)?;
        let source = analysis.sources.get(id);
        let offset = |place: lsp::Position| source.lines.offset_of_utf16(&source.text, place.line, place.character);
        let range = asked.range.map_or(0..source.text.len() as u32, |range| offset(range.start)..offset(range.end));
        Some(look(self, analysis, id, range.start..range.end.max(range.start)))
    }

    /// The text of a document that is open, or that a plan holds.
    fn text(&mut self, of: &Known) -> Option<String> {
        let path = path_of(&of.uri, self.disk);
        if let Some(document) = self.documents.get(&path) {
            return Some(document.text.clone());
        }
        self.refresh();
        self.plans.of(&path).map(|(analysis, id)| analysis.sources.get(id).text.clone())
    }

    // --- names ------------------------------------------------------------------------------------------------------

    fn definition(&mut self, params: &Placed) -> Result<Value, Refusal> {
        let found = self.at(&params.text_document, params.position, |server, analysis, source, offset| {
            let found = editor::definition(analysis, source, offset)?;
            convert::definition(analysis, &server.documents, found, server.client.links)
        });
        answer(found)
    }

    fn references(&mut self, params: &References) -> Result<Value, Refusal> {
        let found = self.at(&params.text_document, params.position, |server, analysis, source, offset| {
            let wanted = |mention: &editor::Mention| params.context.include_declaration || mention.role != editor::Role::Definition;
            let found = editor::references(analysis, source, offset).into_iter().filter(wanted);
            let places = found.filter_map(|mention| convert::location(analysis, &server.documents, mention.span));
            Some(places.collect::<Vec<_>>())
        });
        answer(found)
    }

    fn highlights(&mut self, params: &Placed) -> Result<Value, Refusal> {
        let found = self.at(&params.text_document, params.position, |_, analysis, source, offset| {
            let found = editor::highlights(analysis, source, offset);
            Some(found.into_iter().map(|mention| convert::highlight(analysis, mention)).collect::<Vec<_>>())
        });
        answer(found)
    }

    fn renaming(&mut self, params: &Placed) -> Result<Value, Refusal> {
        let found = self.at(&params.text_document, params.position, |server, analysis, source, offset| {
            let found = editor::renaming(analysis, source, offset);
            Some(found.map(|found| found.map(|found| convert::renaming(analysis, found))).map_err(|why| why.show(server.speaks(analysis))))
        });
        answer(found.transpose().map_err(refused)?.flatten())
    }

    fn rename(&mut self, params: &Renamed) -> Result<Value, Refusal> {
        let found = self.at(&params.text_document, params.position, |server, analysis, source, offset| {
            let edits = editor::rename(analysis, source, offset, &params.new_name);
            Some(edits.map(|edits| convert::edits(analysis, &server.documents, edits)).map_err(|why| why.show(server.speaks(analysis))))
        });
        answer(found.transpose().map_err(refused)?)
    }

    fn linked(&mut self, params: &Placed) -> Result<Value, Refusal> {
        let found = self.at(&params.text_document, params.position, |_, analysis, source, offset| {
            let places = editor::linked(analysis, source, offset);
            let ranges: Vec<lsp::Range> = places.into_iter().map(|span| convert::range(analysis, span)).collect();
            (ranges.len() > 1).then_some(lsp::LinkedEditingRanges { ranges, word_pattern: None })
        });
        answer(found)
    }

    // --- what stands there ------------------------------------------------------------------------------------------

    fn hover(&mut self, params: &Placed) -> Result<Value, Refusal> {
        let found = self.at(&params.text_document, params.position, |server, analysis, source, offset| {
            let found = editor::hover(analysis, source, offset, server.speaks(analysis))?;
            Some(convert::hover(analysis, found))
        });
        answer(found)
    }

    fn completion(&mut self, params: &Placed) -> Result<Value, Refusal> {
        let found = self.at(&params.text_document, params.position, |server, analysis, source, offset| {
            let found = editor::complete(analysis, source, offset, server.speaks(analysis));
            let more = found.len() >= editor::MOST;
            Some(convert::completions(analysis, found, more, &server.client))
        });
        answer(found)
    }

    fn signature(&mut self, params: &Placed) -> Result<Value, Refusal> {
        let found = self.at(&params.text_document, params.position, |server, analysis, source, offset| {
            let found = editor::signature(analysis, source, offset, server.speaks(analysis))?;
            Some(convert::signature(found))
        });
        answer(found)
    }

    /// What may be done about what is found in a range. Reads no more of the request than that.
    fn fixes(&mut self, params: &Ranged) -> Result<Value, Refusal> {
        let wanted = |kind: &str| {
            params.context.only.as_ref().map_or(kind == QUICK, |kinds| {
                kinds.iter().any(|asked| kind == asked || kind.strip_prefix(asked.as_str()).is_some_and(|rest| rest.starts_with('.')))
            })
        };
        let found = self.within(params, |server, analysis, source, range| {
            let lang = server.speaks(analysis);
            let mut actions: Vec<lsp::CodeAction> = Vec::new();
            if wanted(QUICK) {
                let action = |fix: editor::Fix<'_>| {
                    let of = convert::diagnostic(analysis, &server.documents, fix.of, lang, &server.client);
                    convert::fix(analysis, &server.documents, fix, of)
                };
                actions.extend(editor::fixes(analysis, source, range.clone(), lang).into_iter().filter_map(action));
                let batches = editor::batches(analysis, source, range, lang);
                actions.extend(
                    batches.into_iter().map(|batch| convert::batch(analysis, &server.documents, batch, lsp::CodeActionKind::QuickFix)),
                );
            }
            if wanted(ALL) {
                let all = editor::all_safe(analysis, source, lang);
                actions.extend(all.map(|batch| convert::batch(analysis, &server.documents, batch, lsp::CodeActionKind::SourceFixAll)));
            }
            actions
        });
        answer(found.unwrap_or_default())
    }

    fn lenses(&mut self, params: &Ranged) -> Result<Value, Refusal> {
        let found = self.within(params, |server, analysis, source, _| {
            if !server.settings.lenses {
                return Vec::new();
            }
            let lenses = editor::lenses(analysis, source, server.speaks(analysis));
            lenses.into_iter().map(|lens| convert::lens(analysis, &server.documents, lens, server.client.shows.as_deref())).collect()
        });
        answer(found)
    }

    fn hints(&mut self, params: &Ranged) -> Result<Value, Refusal> {
        let found = self.within(params, |server, analysis, source, range| {
            let hints = editor::hints(analysis, source, range, server.settings.hints, server.speaks(analysis));
            hints.into_iter().map(|hint| convert::hint(analysis, source, hint)).collect::<Vec<_>>()
        });
        answer(found)
    }

    fn links(&mut self, params: &Ranged) -> Result<Value, Refusal> {
        let found = self.within(params, |server, analysis, source, _| {
            let links = editor::links(analysis, source).into_iter();
            links.map(|link| convert::link(analysis, &server.documents, link)).collect::<Vec<_>>()
        });
        answer(found)
    }

    // --- what a text holds ------------------------------------------------------------------------------------------

    fn symbols(&mut self, params: &Ranged) -> Result<Value, Refusal> {
        let found = self.within(params, |server, analysis, source, _| {
            let symbols = editor::symbols(analysis, source, server.speaks(analysis));
            match server.client.hierarchy {
                true => json!(symbols.into_iter().map(|symbol| convert::symbol(analysis, symbol)).collect::<Vec<_>>()),
                false => json!(convert::flat_symbols(analysis, &server.documents, symbols)),
            }
        });
        answer(found)
    }

    /// In every plan that is in view.
    fn found(&mut self, params: &Query) -> Result<Value, Refusal> {
        self.refresh();
        let mut found: Vec<lsp::WorkspaceSymbol> = Vec::new();
        for analysis in self.plans.shown() {
            for symbol in editor::found_in(analysis, &params.query, self.speaks(analysis)) {
                let symbol = convert::workspace_symbol(analysis, &self.documents, symbol);
                found.extend(symbol.filter(|symbol| !found.contains(symbol)));
            }
        }
        answer(found)
    }

    fn folding(&mut self, params: &Ranged) -> Result<Value, Refusal> {
        let text = self.text(&params.text_document);
        answer(text.map(|text| editor::folding(&text).into_iter().map(convert::fold).collect::<Vec<_>>()))
    }

    fn selection(&mut self, params: &Places) -> Result<Value, Refusal> {
        let Some(text) = self.text(&params.text_document) else { return answer(Value::Null) };
        let lines = LineIndex::new(&text);
        let one = |place: &lsp::Position| {
            let offset = lines.offset_of_utf16(&text, place.line, place.character);
            convert::selection(&text, &lines, editor::selection(&text, offset as usize))
        };
        answer(params.positions.iter().map(one).collect::<Vec<_>>())
    }

    fn tokens(&mut self, params: &Ranged) -> Result<Value, Refusal> {
        let found = self.within(params, |_, analysis, source, range| {
            let tokens = editor::tokens(analysis, source, range.start as usize..range.end as usize);
            convert::tokens(analysis, source, &tokens)
        });
        answer(found)
    }

    // --- who waits for whom -----------------------------------------------------------------------------------------

    fn hierarchy(&mut self, params: &Placed) -> Result<Value, Refusal> {
        let found = self.at(&params.text_document, params.position, |server, analysis, source, offset| {
            let sheet = editor::sheet_at(analysis, source, offset)?;
            Some(vec![convert::hierarchy_item(analysis, &server.documents, sheet)?])
        });
        answer(found)
    }

    fn waiting(&mut self, params: &Of) -> Result<Value, Refusal> {
        let found = self
            .steps(&params.item, editor::waiting, |item, from_ranges| json!(lsp::CallHierarchyIncomingCall { from: item, from_ranges }));
        answer(found)
    }

    fn awaited(&mut self, params: &Of) -> Result<Value, Refusal> {
        let found = self.steps(
            &params.item,
            |_, sheet| editor::awaited(sheet),
            |item, from_ranges| json!(lsp::CallHierarchyOutgoingCall { to: item, from_ranges }),
        );
        answer(found)
    }

    fn steps(
        &mut self,
        item: &lsp::CallHierarchyItem,
        steps: impl for<'a> Fn(&'a Analysis, Entity<'a>) -> Vec<editor::Step<'a>>,
        call: impl Fn(lsp::CallHierarchyItem, Vec<lsp::Range>) -> Value,
    ) -> Option<Vec<Value>> {
        let known = Known { uri: item.uri.clone(), version: None };
        self.at(&known, item.selection_range.start, |server, analysis, source, offset| {
            let sheet = editor::sheet_at(analysis, source, offset)?;
            let calls = steps(analysis, sheet).into_iter().filter_map(|step| {
                let lines = step.lines.iter().map(|span| convert::range(analysis, *span)).collect();
                Some(call(convert::hierarchy_item(analysis, &server.documents, step.sheet)?, lines))
            });
            Some(calls.collect())
        })
    }

    // --- layout -----------------------------------------------------------------------------------------------------

    /// The lines of an open document that would be laid out otherwise; none of what the editor has not.
    fn formatting(&mut self, params: &Ranged) -> Result<Value, Refusal> {
        let path = path_of(&params.text_document.uri, self.disk);
        let Some(document) = self.documents.get(&path) else { return answer(Value::Null) };
        let lines = LineIndex::new(&document.text);
        let offset = |place: lsp::Position| lines.offset_of_utf16(&document.text, place.line, place.character) as usize;
        let edits = match params.range {
            Some(range) => editor::format_lines(&document.text, offset(range.start)..offset(range.end)),
            None => editor::format(&document.text),
        };
        answer(convert::text_edits(&document.text, &lines, edits))
    }

    /// Behind a line that was ended, or a block that was closed.
    fn typed(&mut self, params: &Placed) -> Result<Value, Refusal> {
        let path = path_of(&params.text_document.uri, self.disk);
        let Some(document) = self.documents.get(&path) else { return answer(Value::Null) };
        let lines = LineIndex::new(&document.text);
        let offset = lines.offset_of_utf16(&document.text, params.position.line, params.position.character) as usize;
        answer(convert::text_edits(&document.text, &lines, editor::format_typed(&document.text, offset)))
    }

    // --- findings that are asked for --------------------------------------------------------------------------------

    fn pulled(&mut self, params: &Ranged) -> Result<Value, Refusal> {
        let path = path_of(&params.text_document.uri, self.disk);
        self.refresh();
        let findings = self.findings().remove(&path).unwrap_or_default();
        let print = self.result_id(&findings);
        answer(match params.previous_result_id.as_deref() == Some(print.as_str()) {
            true => json!({ "kind": "unchanged", "resultId": print }),
            false => json!({ "kind": "full", "resultId": print, "items": self.shown(&findings) }),
        })
    }

    fn all_pulled(&mut self, params: &Told) -> Result<Value, Refusal> {
        self.refresh();
        let item = |(path, findings): (PathBuf, Vec<Finding<'_>>)| {
            let (uri, version) = (self.documents.uri(&path), self.documents.get(&path).map(|document| document.version));
            let print = self.result_id(&findings);
            let known = params.previous_result_ids.iter().any(|known| known.uri == uri && known.value == print);
            match known {
                true => json!({ "kind": "unchanged", "uri": uri, "version": version, "resultId": print }),
                false => json!({ "kind": "full", "uri": uri, "version": version, "resultId": print, "items": self.shown(&findings) }),
            }
        };
        let items: Vec<Value> = self.findings().into_iter().map(item).collect();
        answer(json!({ "items": items }))
    }

    // --- files and pages --------------------------------------------------------------------------------------------

    /// What the plans' `use` lines become when files move; nothing, and why, where one of them could not be written.
    fn moving(&mut self, params: &lsp::RenameFilesParams) -> Result<Value, Refusal> {
        self.refresh();
        let path = |uri: &lsp::Uri| path_of(uri, self.disk);
        let moves: Vec<_> = params.files.iter().map(|one| (path(&one.old_uri), path(&one.new_uri))).collect();
        let mut all = lsp::WorkspaceEdit::default();
        for analysis in self.plans.shown() {
            let Some(Some(root)) = analysis.paths.first() else { continue };
            let edits = match moved(analysis, &moves, &self.disk.boundary(root)) {
                Ok(edits) => convert::edits(analysis, &self.documents, edits),
                Err(lost) => {
                    let lost = self.disk.display(&lost);
                    self.tell(&self.speaks(analysis).of(
                        format!("Aucune ligne `utiliser` n'est récrite : « {lost} » ne serait plus un fichier `.dsl` du dossier du plan, et le plan ne pourrait plus l'utiliser."),
                        format!("No `use` line is rewritten: \"{lost}\" would no longer be a `.dsl` file of the plan's folder, and the plan could not use it any more."),
                    ));
                    return answer(Value::Null);
                }
            };
            for (uri, edits) in edits.changes.into_iter().flatten() {
                let known = all.changes.get_or_insert_default().entry(uri).or_default();
                edits.into_iter().for_each(|edit| {
                    if !known.contains(&edit) {
                        known.push(edit)
                    }
                });
            }
        }
        answer(all.changes.is_some().then_some(all))
    }

    /// The page of a rule.
    fn page(&mut self, params: &Page) -> Result<Value, Refusal> {
        self.refresh();
        let path = params.uri.0.split_once(':').map_or("", |(_, path)| path);
        let mut parts = path.rsplit('/');
        let (code, lang) = (parts.next().unwrap_or_default().trim_end_matches(".md"), parts.next());
        let lang = if lang == Some("en") { Lang::En } else { Lang::Fr };
        let library = whole_library();
        let mut plans = self.plans.shown().map(Some).collect::<Vec<_>>();
        plans.push(None);
        let text = plans.into_iter().find_map(|analysis| {
            let found = rules::find(code, &library, analysis);
            rules::page(&found, &rules::Asked { library: &library, analysis, lang, heading: "#" })
        });
        match text {
            Some(text) => answer(json!({ "text": text })),
            None => Err((ErrorCode::InvalidParams, format!("no rule `{code}`"))),
        }
    }

    /// What tells some findings from others.
    fn result_id(&self, findings: &[Finding<'_>]) -> String {
        format!("{:x}", self.print(findings))
    }
}

/// What cannot be done, told to the one who asked for it.
fn refused(why: String) -> Refusal {
    (ErrorCode::RequestFailed, why)
}
