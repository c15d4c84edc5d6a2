// The document: written beside the plan, or shown beside the text and made again on each save.

const crypto = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const vscode = require("vscode");
const { run, languageArguments } = require("./program");
const { rootOf, chosen, save, LANGUAGE } = require("./plan");

const PROBLEMS = "workbench.actions.view.problems";

/** What the program said, in one line: its last words are those that count. */
function lastWords(answer) {
  const lines = answer.stderr.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
  return lines.slice(-3).join(" ");
}

// --- written beside the plan ------------------------------------------------------------------------------------------

/** The papers that a plan makes, besides the document itself. */
function papers() {
  return [
    { document: "deliberation", ending: "pdf", name: vscode.l10n.t("deliberation"), label: vscode.l10n.t("Act of the council"), detail: vscode.l10n.t("What the council votes on, with its grounds and articles") },
    { document: "note", ending: "pdf", name: vscode.l10n.t("note"), label: vscode.l10n.t("Note for the members of the council"), detail: vscode.l10n.t("The strategy in a few pages, sent with the notice of the sitting") },
    { document: "sheets", ending: "pdf", name: vscode.l10n.t("sheets"), label: vscode.l10n.t("Sheets of goals and actions"), detail: vscode.l10n.t("One sheet each, for those who answer for them") },
    { document: "finance", ending: "pdf", name: vscode.l10n.t("finance"), label: vscode.l10n.t("Financial annex"), detail: vscode.l10n.t("Budgets, funding and authorisations, year by year") },
    { document: "finance", ending: "xlsx", name: vscode.l10n.t("finance"), label: vscode.l10n.t("Financial workbook"), detail: vscode.l10n.t("The same figures in a spreadsheet") },
    { document: "strategy", ending: "ics", name: vscode.l10n.t("diary"), label: vscode.l10n.t("Diary"), detail: vscode.l10n.t("Milestones and sittings, for Outlook and other diaries") },
  ];
}

class Documents {
  /** @param {() => Promise<{ path: string } | undefined>} program says what is missing where there is none */
  constructor(context, program) {
    this.context = context;
    this.program = program;
    /** The panels, by the root of their plan. */
    this.shown = new Map();
    this.output = vscode.window.createOutputChannel(vscode.l10n.t("Digital Strategy: documents"));
    this.subscriptions = [
      this.output,
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (document.languageId === LANGUAGE && document.uri.scheme === "file") this.shown.get(rootOf(document.uri.fsPath))?.refresh();
      }),
      vscode.window.registerWebviewPanelSerializer("strategy.document", {
        deserializeWebviewPanel: async (panel, state) => {
          if (typeof state?.file === "string" && fs.existsSync(state.file)) this.adopt(panel, state.file);
          else panel.dispose();
        },
      }),
    ];
  }

  /** The plan that is meant: what was clicked on, what is written, or what is shown. */
  file(uri) {
    const shown = [...this.shown.values()].find((document) => document.panel.active);
    const file = chosen(uri) ?? shown?.file;
    if (file === undefined) {
      vscode.window.showInformationMessage(vscode.l10n.t("Open a file of a plan first: its name ends in .dsl."));
    }
    return file;
  }

  async ready(file) {
    const program = await this.program();
    if (program === undefined) return undefined;
    if (!(await save(rootOf(file)))) {
      await vscode.window.showErrorMessage(
        vscode.l10n.t("A file of the plan could not be saved, so that the document would not be current. Save it, then try again."),
      );
      return undefined;
    }
    return program;
  }

  async build(uri) {
    const file = this.file(uri);
    if (file === undefined) return;
    const root = rootOf(file);
    await this.write(file, path.join(path.dirname(root), `${path.basename(root, ".dsl")}.pdf`), []);
  }

  async buildOther(uri) {
    const file = this.file(uri);
    if (file === undefined) return;
    const paper = await vscode.window.showQuickPick(papers().map((paper) => ({ ...paper, label: paper.label, description: `.${paper.ending}` })), {
      title: vscode.l10n.t("Which paper?"),
      placeHolder: vscode.l10n.t("It is written beside the plan"),
      matchOnDetail: true,
    });
    if (paper === undefined) return;
    const root = rootOf(file);
    const output = path.join(path.dirname(root), `${path.basename(root, ".dsl")}-${paper.name}.${paper.ending}`);
    await this.write(file, output, paper.document === "strategy" ? [] : ["--document", paper.document]);
  }

  async write(file, output, wanted) {
    const program = await this.ready(file);
    if (program === undefined) return;
    const name = path.basename(output);
    const progress = { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t("Writing {0}…", name), cancellable: true };
    const answer = await vscode.window.withProgress(progress, (_, token) => {
      const stop = new AbortController();
      token.onCancellationRequested(() => stop.abort());
      const args = [...languageArguments(), "build", file, "-o", output, ...wanted];
      return run(program.path, args, { cwd: path.dirname(file), signal: stop.signal }).then((answer) => ({ ...answer, stopped: stop.signal.aborted }));
    });
    if (answer.stopped) return;
    this.output.appendLine(`${output}\n${answer.stdout}${answer.stderr}`);
    if (answer.code === 0) {
      await this.written(output, Number(/(\d+) pages?\.\s*$/.exec(answer.stderr)?.[1] ?? 0));
    } else if (answer.code === 1) {
      await this.refused(file, output, wanted);
    } else {
      const details = vscode.l10n.t("Details");
      const told = vscode.l10n.t("{0} could not be written. {1}", name, lastWords(answer));
      if ((await vscode.window.showErrorMessage(told, details)) === details) this.output.show();
    }
  }

  async written(output, pages) {
    const open = vscode.l10n.t("Open");
    const where = vscode.l10n.t("Show in Folder");
    // A browser, or a far computer, has no folder to show; a PDF can be shown here.
    const here = vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
    const choices = here ? [open, where] : output.endsWith(".pdf") ? [open] : [];
    const folder = vscode.workspace.asRelativePath(path.dirname(output));
    const name = path.basename(output);
    const told =
      pages > 1
        ? vscode.l10n.t("{0} is written, in {1}: {2} pages.", name, folder, pages)
        : vscode.l10n.t("{0} is written, in {1}.", name, folder);
    const answer = await vscode.window.showInformationMessage(told, ...choices);
    if (answer === where) await vscode.commands.executeCommand("revealFileInOS", vscode.Uri.file(output));
    if (answer !== open) return;
    if (here) await vscode.env.openExternal(vscode.Uri.file(output));
    else new Shown(this, this.panel(path.basename(output), vscode.ViewColumn.Active), undefined, output).refresh();
  }

  /** The plan has errors: nothing to vote on yet, but a working document can be. */
  async refused(file, output, wanted) {
    const see = vscode.l10n.t("See the Problems");
    const draft = vscode.l10n.t("Write a Working Document");
    const told = vscode.l10n.t(
      "The plan has errors, and what is voted on must have none: {0} is not written. Correct them, or write a working document, which marks what is missing.",
      path.basename(output),
    );
    const can = wanted.includes("--draft") ? [see] : [see, draft];
    const answer = await vscode.window.showErrorMessage(told, ...can);
    if (answer === see) await vscode.commands.executeCommand(PROBLEMS);
    if (answer === draft) {
      const { dir, name, ext } = path.parse(output);
      await this.write(file, path.join(dir, `${name}-${vscode.l10n.t("draft")}${ext}`), [...wanted, "--draft"]);
    }
  }

  // --- shown beside the text --------------------------------------------------------------------------------------------

  async show(uri) {
    const file = this.file(uri);
    if (file === undefined || (await this.ready(file)) === undefined) return;
    const known = this.shown.get(rootOf(file));
    if (known !== undefined) {
      known.panel.reveal(undefined, true);
      known.refresh();
      return;
    }
    const root = rootOf(file);
    const name = path.basename(root) === "plan.dsl" ? path.basename(path.dirname(root)) : path.basename(root, ".dsl");
    const title = vscode.l10n.t("Document: {0}", name);
    this.adopt(this.panel(title, vscode.ViewColumn.Beside), file);
  }

  panel(title, column) {
    return vscode.window.createWebviewPanel("strategy.document", title, { viewColumn: column, preserveFocus: true }, {});
  }

  adopt(panel, file) {
    const root = rootOf(file);
    const shown = new Shown(this, panel, file);
    this.shown.set(root, shown);
    const told = () => vscode.commands.executeCommand("setContext", "strategy.documentShown", this.shown.size > 0);
    told();
    panel.onDidDispose(() => {
      this.shown.delete(root);
      told();
    });
    shown.refresh();
  }

  /** Never beside the plan. */
  async scratch(root) {
    const folder = (this.context.storageUri ?? this.context.globalStorageUri).fsPath;
    await fs.promises.mkdir(folder, { recursive: true });
    return path.join(folder, `${crypto.createHash("sha256").update(root).digest("hex").slice(0, 16)}.pdf`);
  }
}

/** A panel that shows a PDF: of a plan, made again when it is saved, or one that is there already. */
class Shown {
  constructor(documents, panel, file, pdf) {
    this.documents = documents;
    this.panel = panel;
    this.file = file;
    this.pdf = pdf;
    this.running = undefined;
    this.stale = false;
    /** The last document that could be made. */
    this.last = undefined;
    this.message = undefined;
    this.loaded = new Promise((resolve) => {
      panel.webview.onDidReceiveMessage((message) => this.heard(message, resolve));
    });
    panel.onDidChangeViewState(() => {
      if (panel.visible && this.stale) this.refresh();
    });
    panel.onDidDispose(() => this.running?.abort());
    panel.iconPath = vscode.Uri.file(documents.context.asAbsolutePath("images/icon.png"));
    panel.webview.options = {
      enableScripts: true,
      enableForms: false,
      localResourceRoots: [vscode.Uri.joinPath(documents.context.extensionUri, "dist")],
    };
    panel.webview.html = this.page();
  }

  async heard(message, loaded) {
    if (message.kind === "loaded") {
      loaded();
      // The panel was hidden, and lost what it showed.
      if (this.last !== undefined) this.post(this.last);
      if (this.message !== undefined) this.post(this.message);
    } else if (message.kind === "problems") {
      await vscode.commands.executeCommand(PROBLEMS);
    } else if (message.kind === "link" && /^(https?|mailto):/i.test(message.url)) {
      await vscode.env.openExternal(vscode.Uri.parse(message.url));
    }
  }

  post(message) {
    return this.panel.webview.postMessage(message);
  }

  tell(message) {
    this.message = { kind: "message", ...message };
    return this.post(this.message);
  }

  async refresh() {
    if (!this.panel.visible) {
      this.stale = true;
      return;
    }
    this.stale = false;
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    await this.loaded;
    if (running.signal.aborted) return;
    if (this.file === undefined) {
      await this.display(this.pdf);
      return;
    }
    await this.post({ kind: "busy" });
    const program = await this.documents.program();
    if (program === undefined) {
      await this.tell({ text: vscode.l10n.t("The program \"strategy\" is not found: the document cannot be made."), level: "error" });
      return;
    }
    const output = await this.documents.scratch(rootOf(this.file));
    const make = (...more) =>
      run(program.path, [...languageArguments(), "build", this.file, "-o", output, ...more], {
        cwd: path.dirname(this.file),
        signal: running.signal,
      });
    let answer = await make();
    const draft = answer.code === 1;
    if (draft && !running.signal.aborted) answer = await make("--draft");
    if (running.signal.aborted) return;
    if (answer.code === 0) {
      await this.display(output);
      await this.tell(
        draft
          ? {
              text: vscode.l10n.t("Working document: the plan has errors. Correct them to get the document to be voted on."),
              level: "warning",
              problems: true,
            }
          : { text: "" },
      );
    } else {
      const parts = [vscode.l10n.t("The document could not be made."), await this.why(program, answer)];
      if (this.last !== undefined) parts.push(vscode.l10n.t("What is shown here is how it was at {0}.", this.last.at));
      await this.tell({ text: parts.filter((part) => part !== "").join(" "), level: "error", problems: true });
    }
  }

  /** What keeps the plan from being read, and what to do; else what the program said last. */
  async why(program, answer) {
    const check = await run(program.path, [...languageArguments(), "check", this.file, "--format", "json"], { cwd: path.dirname(this.file) });
    try {
      const found = JSON.parse(check.stdout).diagnostics.find((diagnostic) => diagnostic.severity === "error");
      if (answer.stdout !== "" && found !== undefined) return [found.message, found.help].filter((text) => text !== "").join(" ");
    } catch {
      // An older program, or none.
    }
    return lastWords(answer);
  }

  async display(pdf) {
    const bytes = await fs.promises.readFile(pdf);
    const at = new Date().toLocaleTimeString(vscode.env.language, { hour: "2-digit", minute: "2-digit" });
    this.last = { kind: "document", bytes: new Uint8Array(bytes), at };
    await this.post(this.last);
  }

  page() {
    const { webview } = this.panel;
    const nonce = crypto.randomBytes(16).toString("base64");
    const dist = (name) => webview.asWebviewUri(vscode.Uri.joinPath(this.documents.context.extensionUri, "dist", name));
    const policy = [
      "default-src 'none'",
      `script-src 'nonce-${nonce}'`,
      `style-src ${webview.cspSource} 'unsafe-inline'`,
      "img-src blob: data:",
      "font-src blob: data:",
      "worker-src blob:",
    ].join("; ");
    const words = {
      page: vscode.l10n.t("Page {0} of {1}", "{0}", "{1}"),
      making: vscode.l10n.t("The document is being laid out…"),
      unreadable: vscode.l10n.t("The document cannot be shown: {0}", "{0}"),
    };
    const text = (value) => value.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
    const state = text(JSON.stringify({ file: this.file, words }));
    const button = (id, sign, label) => `<button id="${id}" title="${text(label)}" aria-label="${text(label)}">${sign}</button>`;
    return `<!DOCTYPE html>
<html lang="${text(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${dist("preview.css")}">
<title>${text(this.panel.title)}</title>
</head>
<body data-state="${state}">
<header>
<span id="where" role="status"></span>
<span class="room"></span>
${button("smaller", "−", vscode.l10n.t("Smaller"))}
${button("fit", "↔", vscode.l10n.t("Fit the width"))}
${button("larger", "+", vscode.l10n.t("Larger"))}
</header>
<div id="message" role="alert" hidden><span></span><button id="problems" hidden>${text(vscode.l10n.t("See the Problems"))}</button></div>
<main id="pages" tabindex="0"><p class="making">${text(words.making)}</p></main>
<script nonce="${nonce}" src="${dist("preview.js")}"></script>
</body>
</html>`;
  }
}

module.exports = { Documents };
