// The extension: finds the program, starts the server, and offers the commands.

const vscode = require("vscode");
const { find, choose, tellMissing, Missing } = require("./program");
const { Server, SHOW_PLACES } = require("./server");
const { Status } = require("./status");
const { Documents } = require("./document");
const { newPlan } = require("./new");

const server = new Server();

async function activate(context) {
  const status = new Status();

  /** The program; where there is none, says what to do. */
  const program = async () => {
    try {
      return await find(context);
    } catch (error) {
      if (!(error instanceof Missing)) throw error;
      tellMissing(error);
      return undefined;
    }
  };

  // One start after another: a setting may change while the server is starting.
  let starting = Promise.resolve();
  const start = () => {
    starting = starting.then(async () => {
      const found = await program();
      status.setMissing(found === undefined);
      await vscode.commands.executeCommand("setContext", "strategy.found", found !== undefined);
      if (found === undefined) {
        await server.stop();
        return;
      }
      try {
        await server.start(found);
      } catch (error) {
        vscode.window.showErrorMessage(
          vscode.l10n.t("The checking of plans did not start: {0}. Try the command \"Restart the checking of plans\".", error.message),
        );
      }
    });
    return starting;
  };

  // A step is ticked when what it waits for comes true while the guide is known to VS Code, which it may not be before it is opened.
  const guide = async () => {
    const found = await find(context).then(() => true, () => false);
    await vscode.commands.executeCommand("setContext", "strategy.found", false);
    await vscode.commands.executeCommand("workbench.action.openWalkthrough", { category: `${context.extension.id}#first` }, false);
    await vscode.commands.executeCommand("setContext", "strategy.found", found);
  };

  const documents = new Documents(context, program);
  const command = (name, run) => vscode.commands.registerCommand(name, run);
  context.subscriptions.push(
    ...status.subscriptions,
    ...documents.subscriptions,
    command("strategy.build", (uri) => documents.build(uri)),
    command("strategy.buildOther", (uri) => documents.buildOther(uri)),
    command("strategy.show", (uri) => documents.show(uri)),
    command("strategy.new", () => newPlan(program)),
    command("strategy.choose", choose),
    command("strategy.restart", start),
    command("strategy.guide", guide),
    command(SHOW_PLACES, (uri, position, places) => server.showPlaces(uri, position, places)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("strategy.path") || event.affectsConfiguration("strategy.language")) start();
      else if (event.affectsConfiguration("strategy")) server.settingsChanged();
    }),
  );
  await start();
}

function deactivate() {
  return server.stop();
}

module.exports = { activate, deactivate };
