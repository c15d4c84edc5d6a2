// The program `strategy`: where it is, and how it is run.

const { execFile } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const vscode = require("vscode");

const NAME = process.platform === "win32" ? "strategy.exe" : "strategy";

/** @typedef {{ path: string, version: string }} Program */

/** What is said of where it was looked for: `asked` is what the setting says, where it says something that is not the program. */
class Missing extends Error {
  constructor(asked) {
    super(asked ? `not the program: ${asked}` : "not found");
    this.asked = asked;
  }
}

/** The setting, else the PATH, else what the extension brings. */
async function find(context) {
  const asked = vscode.workspace.getConfiguration("strategy").get("path", "").trim();
  if (asked !== "") {
    const version = path.isAbsolute(asked) ? await versionOf(asked) : undefined;
    if (version === undefined) throw new Missing(asked);
    return { path: asked, version };
  }
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  for (const candidate of [...folders, context.asAbsolutePath("bin")].map((folder) => path.join(folder, NAME))) {
    const version = await versionOf(candidate);
    if (version !== undefined) return { path: candidate, version };
  }
  throw new Missing(undefined);
}

/** Nothing, where another program goes by this name. */
async function versionOf(candidate) {
  const stat = await fs.promises.stat(candidate).catch(() => undefined);
  if (!stat?.isFile()) return undefined;
  const answer = await run(candidate, ["--version"], { timeout: 10_000 });
  return answer.code === 0 ? /^strategy (\S+)/.exec(answer.stdout)?.[1] : undefined;
}

/** The language of what is said: the one that the settings ask for, else the editor's. */
function language() {
  const asked = vscode.workspace.getConfiguration("strategy").get("language", "auto");
  return asked === "auto" ? (vscode.env.language.startsWith("fr") ? "fr" : "en") : asked;
}

/** `--lang`, where the settings ask for a language; else the plan's own is spoken. */
function languageArguments() {
  const asked = vscode.workspace.getConfiguration("strategy").get("language", "auto");
  return asked === "auto" ? [] : ["--lang", asked];
}

/** Runs the program to its end. It never asks anything, and never fails: `code` says how it went, undefined where it could not be run. */
function run(program, args, { cwd, timeout, signal } = {}) {
  const locale = language() === "fr" ? "fr_FR.UTF-8" : "en_GB.UTF-8";
  const env = { ...process.env, LC_ALL: locale, LANG: locale, NO_COLOR: "1" };
  return new Promise((resolve) => {
    const options = { cwd, env, timeout, signal, windowsHide: true, maxBuffer: 64 * 1024 * 1024, encoding: "utf8" };
    const child = execFile(program, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : undefined;
      resolve({ code, stdout, stderr: stderr || (code === undefined ? String(error.message) : "") });
    });
    child.stdin?.end();
  });
}

/** Says that there is no program, and what to do. */
async function tellMissing(missing) {
  const choose = vscode.l10n.t("Choose the Program…");
  const guide = vscode.l10n.t("How to Get It");
  const told =
    missing.asked === undefined
      ? vscode.l10n.t(
          "The program \"strategy\" is not on this computer, or VS Code does not find it. Without it, plans are neither checked nor laid out. Install it, or say where it is.",
        )
      : vscode.l10n.t(
          "The setting \"strategy.path\" says {0}, where the program \"strategy\" is not. Correct it, or empty it so that the program is looked for.",
          missing.asked,
        );
  const answer = await vscode.window.showErrorMessage(told, choose, guide);
  if (answer === choose) await vscode.commands.executeCommand("strategy.choose");
  if (answer === guide) await vscode.commands.executeCommand("strategy.guide");
}

/** Asks where the program is, and keeps the answer. */
async function choose() {
  const filters = process.platform === "win32" ? { strategy: ["exe"] } : undefined;
  const [file] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t("Where is the program \"strategy\"?"),
      openLabel: vscode.l10n.t("Use This Program"),
      canSelectMany: false,
      filters,
    })) ?? [];
  if (file === undefined) return;
  if ((await versionOf(file.fsPath)) === undefined) {
    await vscode.window.showErrorMessage(
      vscode.l10n.t("{0} is not the program \"strategy\": choose the file that you installed, {1}.", path.basename(file.fsPath), NAME),
    );
    return;
  }
  await vscode.workspace.getConfiguration("strategy").update("path", file.fsPath, vscode.ConfigurationTarget.Global);
}

module.exports = { find, run, choose, tellMissing, Missing, language, languageArguments };
