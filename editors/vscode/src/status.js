// The count of findings and holes, below the text.

const path = require("node:path");
const vscode = require("vscode");
const { rootOf, count, LANGUAGE } = require("./plan");

class Status {
  constructor() {
    this.item = vscode.window.createStatusBarItem("strategy.findings", vscode.StatusBarAlignment.Left, 10);
    this.item.name = vscode.l10n.t("Findings of the plan");
    this.root = undefined;
    this.missing = false;
    this.timer = undefined;
    this.subscriptions = [
      this.item,
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
      vscode.languages.onDidChangeDiagnostics(() => this.later()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.update()),
    ];
    this.update();
  }

  /** Without the program nothing is found, which is not the same as nothing to find. */
  setMissing(missing) {
    this.missing = missing;
    this.update();
  }

  /** A plan of many files tells its findings file by file. */
  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.update(), 80);
  }

  update() {
    const documents = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors].map((editor) => editor?.document);
    const document = documents.find((document) => document?.languageId === LANGUAGE && document.uri.scheme === "file");
    if (document === undefined) {
      this.item.hide();
      return;
    }
    if (this.missing) {
      this.item.text = `$(warning) ${vscode.l10n.t("\"strategy\" not found")}`;
      this.item.tooltip = vscode.l10n.t("Plans are not checked: say where the program is.");
      this.item.command = "strategy.choose";
      this.item.backgroundColor = new vscode.ThemeColor("statusBarItem.warningBackground");
    } else {
      const root = rootOf(document.uri.fsPath);
      this.show(count(root), root);
    }
    this.item.show();
  }

  show({ errors, warnings, advice, holes }, root) {
    const parts = [];
    if (errors > 0) parts.push(errors === 1 ? vscode.l10n.t("1 error") : vscode.l10n.t("{0} errors", errors));
    if (warnings > 0) parts.push(warnings === 1 ? vscode.l10n.t("1 warning") : vscode.l10n.t("{0} warnings", warnings));
    if (advice > 0) parts.push(advice === 1 ? vscode.l10n.t("1 piece of advice") : vscode.l10n.t("{0} pieces of advice", advice));
    // Holes are findings too, and are not to be added to them.
    const among = holes === 1 ? vscode.l10n.t("of which 1 to complete") : vscode.l10n.t("of which {0} to complete", holes);
    const said = parts.join(" · ") + (holes > 0 ? `, ${among}` : "");
    const nothing = parts.length === 0;
    const sign = errors > 0 ? "$(error)" : nothing ? "$(check)" : "$(warning)";
    this.item.text = `${sign} ${nothing ? vscode.l10n.t("Nothing to report") : said}`;
    const name = path.join(path.basename(path.dirname(root)), path.basename(root));
    const lines = [
      errors === 1
        ? vscode.l10n.t("1 error: the document to be voted on cannot be written")
        : vscode.l10n.t("{0} errors: the document to be voted on cannot be written", errors),
      warnings === 1 ? vscode.l10n.t("1 warning") : vscode.l10n.t("{0} warnings", warnings),
      advice === 1 ? vscode.l10n.t("1 piece of advice") : vscode.l10n.t("{0} pieces of advice", advice),
      holes === 1
        ? vscode.l10n.t("of these, 1 is something to complete, which the document marks")
        : vscode.l10n.t("of these, {0} are things to complete, which the document marks", holes),
    ];
    const list = lines.filter((_, at) => [errors, warnings, advice, holes][at] > 0).map((line) => `- ${line}`);
    const asked = nothing ? vscode.l10n.t("The plan holds together, and nothing is missing from it.") : vscode.l10n.t("Click to see them one by one.");
    const plain = name.replace(/([\\`*_{}[\]()#+!|<>-])/g, "\\$1");
    this.item.tooltip = new vscode.MarkdownString([`**${plain}**`, "", ...list, "", asked].join("\n"));
    this.item.command = "workbench.actions.view.problems";
    this.item.backgroundColor = undefined;
    this.item.accessibilityInformation = { label: vscode.l10n.t("Findings of the plan: {0}", nothing ? vscode.l10n.t("Nothing to report") : said) };
  }
}

module.exports = { Status };
