// The language server: findings, hover, completion, fixes, renaming, layout.

const vscode = require("vscode");
const { LanguageClient, RevealOutputChannelOn, State } = require("vscode-languageclient/node");
const { languageArguments } = require("./program");

/** The command of a lens, that shows the places which it counts. */
const SHOW_PLACES = "strategy.showPlaces";

/** What the server is told of the settings. */
function settings() {
  const of = vscode.workspace.getConfiguration("strategy");
  return {
    inlayHints: {
      dates: of.get("inlayHints.dates", true),
      totals: of.get("inlayHints.totals", true),
      shares: of.get("inlayHints.shares", true),
    },
    codeLens: of.get("codeLens", true),
  };
}

class Server {
  constructor() {
    this.client = undefined;
  }

  async start(program) {
    await this.stop();
    const executable = { command: program.path, args: [...languageArguments(), "lsp"] };
    this.client = new LanguageClient(
      "strategy",
      vscode.l10n.t("Digital Strategy"),
      { run: executable, debug: executable },
      {
        documentSelector: [
          { scheme: "file", language: "strategy" },
          { scheme: "untitled", language: "strategy" },
        ],
        initializationOptions: { ...settings(), showPlaces: SHOW_PLACES },
        revealOutputChannelOn: RevealOutputChannelOn.Never,
      },
    );
    await this.client.start();
  }

  async stop() {
    const client = this.client;
    this.client = undefined;
    if (client?.state === State.Running) await client.stop().catch(() => {});
    await client?.dispose().catch(() => {});
  }

  /** The places come in the protocol's words, and the editor's own command wants its own. */
  showPlaces(uri, position, places) {
    const { protocol2CodeConverter: of } = this.client;
    const locations = places.map((place) => of.asLocation(place));
    return vscode.commands.executeCommand("editor.action.showReferences", of.asUri(uri), of.asPosition(position), locations);
  }

  async settingsChanged() {
    if (this.client?.state === State.Running) {
      await this.client.sendNotification("workspace/didChangeConfiguration", { settings: { strategy: settings() } });
    }
  }
}

module.exports = { Server, SHOW_PLACES };
