// A first plan, in a new folder.

const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const vscode = require("vscode");
const { run, language } = require("./program");

function kinds() {
  return [
    { label: vscode.l10n.t("Commune"), kind: "commune" },
    { label: vscode.l10n.t("Intercommunality (EPCI)"), kind: "epci", detail: vscode.l10n.t("Community of communes, of an agglomeration, urban community, metropolis") },
    { label: vscode.l10n.t("Department"), kind: "departement" },
    { label: vscode.l10n.t("Region"), kind: "region" },
  ];
}

/** The language of the plan: where VS Code is in another one than French, nothing says that the plan is too. */
async function tongue(title) {
  const pick = await vscode.window.showQuickPick(
    [
      { label: "Français", lang: "fr" },
      { label: "English", lang: "en" },
    ],
    { title, placeHolder: vscode.l10n.t("In which language is the plan written?"), ignoreFocusOut: true },
  );
  return pick?.lang;
}

/** The folder's name from the authority's: without accents, blanks and capitals. */
function folderName(name) {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  const word = vscode.l10n.t("digital-strategy");
  return plain === "" ? word : `${word}-${plain}`;
}

/** What keeps a folder from being made there, in words; nothing where it can be. */
function refusal(parent, name) {
  if (name.trim() === "") return vscode.l10n.t("The folder needs a name.");
  if (/[\\/:*?"<>|]/.test(name) || /^\.+$/.test(name.trim())) {
    return vscode.l10n.t("A folder's name has none of these signs: {0}", '\\ / : * ? " < > |');
  }
  const folder = path.join(parent, name.trim());
  const there = fs.existsSync(folder) && (!fs.statSync(folder).isDirectory() || fs.readdirSync(folder).some((file) => !file.startsWith(".")));
  return there ? vscode.l10n.t("There is such a folder already: choose another name.") : undefined;
}

/** @param {() => Promise<{ path: string } | undefined>} findProgram */
async function newPlan(findProgram) {
  const program = await findProgram();
  if (program === undefined) return;

  const asks = language() !== "fr" && vscode.workspace.getConfiguration("strategy").get("language", "auto") === "auto";
  const steps = asks ? 5 : 4;
  let step = 0;
  const title = () => {
    step += 1;
    return vscode.l10n.t("New plan ({0} of {1})", step, steps);
  };
  const lang = asks ? await tongue(title()) : language();
  if (lang === undefined) return;
  const kind = await vscode.window.showQuickPick(kinds(), { title: title(), placeHolder: vscode.l10n.t("Which kind of authority?"), ignoreFocusOut: true });
  if (kind === undefined) return;
  const name = await vscode.window.showInputBox({
    title: title(),
    prompt: vscode.l10n.t("What is your authority called? Its name stands on the cover and in the act of the council. Left empty, it is to be completed later."),
    placeHolder: vscode.l10n.t("Town of Montreval"),
    ignoreFocusOut: true,
  });
  if (name === undefined) return;
  const here = vscode.workspace.workspaceFolders?.find((folder) => folder.uri.scheme === "file")?.uri;
  const [parent] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t("{0}: in which folder?", title()),
      openLabel: vscode.l10n.t("Make the Plan in This Folder"),
      defaultUri: here ?? vscode.Uri.file(os.homedir()),
      canSelectFiles: false,
      canSelectFolders: true,
      canSelectMany: false,
    })) ?? [];
  if (parent === undefined) return;
  const folder = await vscode.window.showInputBox({
    title: title(),
    prompt: vscode.l10n.t("The name of the folder to make in {0}", parent.fsPath),
    value: folderName(name),
    validateInput: (text) => refusal(parent.fsPath, text),
    ignoreFocusOut: true,
  });
  if (folder === undefined) return;

  const dir = path.join(parent.fsPath, folder.trim());
  const args = ["--lang", lang, "new", dir, "--kind", kind.kind];
  if (name.trim() !== "") args.push("--set", `${lang === "fr" ? "nom" : "name"}=${name.trim()}`);
  const answer = await run(program.path, args, { cwd: parent.fsPath });
  if (answer.code !== 0) {
    await vscode.window.showErrorMessage(vscode.l10n.t("The plan could not be written. {0}", answer.stderr.trim()));
    return;
  }
  const document = await vscode.workspace.openTextDocument(path.join(dir, "plan.dsl"));
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand("setContext", "strategy.planMade", true);
  await next(dir);
}

async function next(dir) {
  const open = vscode.l10n.t("Open the Folder");
  const show = vscode.l10n.t("Show the Document");
  const known = vscode.workspace.getWorkspaceFolder(vscode.Uri.file(dir)) !== undefined;
  const told = vscode.l10n.t("Your plan is written. What is \"to define\" is yours to complete; the Problems below tell all that is missing.");
  const answer = await vscode.window.showInformationMessage(told, ...(known ? [show] : [show, open]));
  if (answer === show) await vscode.commands.executeCommand("strategy.show");
  if (answer === open) await vscode.commands.executeCommand("vscode.openFolder", vscode.Uri.file(dir));
}

module.exports = { newPlan };
