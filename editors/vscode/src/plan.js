// Which plan a file is of, and what is found in it.

const fs = require("node:fs");
const path = require("node:path");
const vscode = require("vscode");

const LANGUAGE = "strategy";

/** The root file of the plan that a file is of: the nearest `plan.dsl` upward, else the file itself. */
function rootOf(file) {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const root = path.join(folder, "plan.dsl");
    if (fs.existsSync(root)) return root;
    if (folder === path.dirname(folder)) return file;
  }
}

/** The plan in the editor, or the one that was clicked on in the explorer. */
function chosen(uri) {
  if (uri?.scheme === "file") return uri.fsPath;
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId === LANGUAGE && document.uri.scheme === "file") return document.uri.fsPath;
  return undefined;
}

/** Saves what is being written of a plan: the program reads files. Says whether all could be. */
async function save(root) {
  const open = vscode.workspace.textDocuments.filter(
    (document) => document.isDirty && document.languageId === LANGUAGE && document.uri.scheme === "file" && rootOf(document.uri.fsPath) === root,
  );
  const saved = await Promise.all(open.map((document) => document.save()));
  return saved.every((done) => done);
}

/** Codes of what is missing from a plan and marked in its document: the checks of holes, and the policies of completeness. */
const HOLE = /^(?:E0304|W071[0-4]|W0211|CPL-.*)$/;

function codeOf(diagnostic) {
  const code = diagnostic.code;
  return String(typeof code === "object" && code !== null ? code.value : (code ?? ""));
}

/** How many errors, warnings, pieces of advice a plan has, and how many of them are holes. */
function count(root) {
  const counts = { errors: 0, warnings: 0, advice: 0, holes: 0 };
  for (const [uri, diagnostics] of vscode.languages.getDiagnostics()) {
    if (uri.scheme !== "file" || !uri.fsPath.endsWith(".dsl") || rootOf(uri.fsPath) !== root) continue;
    for (const diagnostic of diagnostics.filter((diagnostic) => diagnostic.source === "strategy")) {
      if (diagnostic.severity === vscode.DiagnosticSeverity.Error) counts.errors += 1;
      else if (diagnostic.severity === vscode.DiagnosticSeverity.Warning) counts.warnings += 1;
      else counts.advice += 1;
      if (HOLE.test(codeOf(diagnostic))) counts.holes += 1;
    }
  }
  return counts;
}

module.exports = { rootOf, chosen, save, count, codeOf, LANGUAGE };
