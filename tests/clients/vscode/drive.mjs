// Drives the extension in a real VS Code, as somebody who writes a plan would, and looks at what the page shows.
// Each step ends with something that must be seen; what is not ends the run with an error, and a screenshot of how it was.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";

const { values: given } = parseArgs({
  options: Object.fromEntries(["strategy", "vsix", "code-server", "work", "examples"].map((name) => [name, { type: "string" }])),
});
const shots = process.env.SHOTS;
const work = given.work;
const entry = join(given["code-server"], "out/node/entry.js");
const PATIENCE = 20_000;

// --- a VS Code of a language ------------------------------------------------------------------------------------------

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A scratch home, a folder of plans, and an editor that shows them. */
async function launch(lang, settings = {}, path = undefined) {
  const home = join(work, lang);
  rmSync(home, { recursive: true, force: true });
  const plans = join(home, "plans");
  const data = join(home, "data");
  const extensions = join(home, "extensions");
  mkdirSync(join(data, "User"), { recursive: true });
  mkdirSync(join(data, "Machine"), { recursive: true });
  mkdirSync(extensions, { recursive: true });
  cpSync(join(given.examples, "mistakes"), join(plans, "mistakes"), { recursive: true });
  cpSync(join(given.examples, "montreval"), join(plans, "montreval"), { recursive: true });
  cpSync(join(given.examples, "saint-aubin"), join(plans, "saint-aubin"), { recursive: true });
  const kept = {
    "workbench.startupEditor": "none",
    "chat.disableAIFeatures": true,
    "security.workspace.trust.enabled": false,
    "telemetry.telemetryLevel": "off",
    "extensions.autoCheckUpdates": false,
    "files.autoSave": "off",
    "git.enabled": false,
    "workbench.reduceMotion": "on",
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "strategy.path": given.strategy,
    "workbench.colorTheme": lang === "fr" ? "Default Light Modern" : "Default Dark Modern",
    ...settings,
  };
  const write = () => {
    writeFileSync(join(data, "User/settings.json"), JSON.stringify(kept, null, 2));
    // Those of the computer that the plans are on: the one place where the program's may stand, and which is looked at again.
    const own = Object.fromEntries(Object.entries(kept).filter(([name]) => name.startsWith("strategy.")));
    writeFileSync(join(data, "Machine/settings.json"), JSON.stringify(own, null, 2));
  };
  write();
  if (lang !== "en") {
    // A language pack without words of its own: what belongs to VS Code stays in English, what belongs to extensions does not.
    const pack = join(home, "language-pack.json");
    writeFileSync(pack, JSON.stringify({ version: "1.0.0", contents: {} }));
    const packs = {
      [lang]: { hash: "strategy", label: lang, extensions: [{ extensionIdentifier: { id: `pack-${lang}` }, version: "1.0.0" }], translations: { vscode: pack } },
    };
    writeFileSync(join(data, "languagepacks.json"), JSON.stringify(packs));
  }
  // A server asks the shell of its user where programs are.
  if (path !== undefined) writeFileSync(join(home, ".profile"), `export PATH="${path}:$PATH"\n`);
  const env = { ...process.env, HOME: home, LC_ALL: "C.UTF-8", SHELL: "/bin/sh" };
  delete env.VSCODE_IPC_HOOK_CLI;
  const folders = ["--user-data-dir", data, "--extensions-dir", extensions];
  execFileSync(process.execPath, [entry, ...folders, "--install-extension", given.vsix], { env, stdio: "pipe" });
  const port = await freePort();
  const flags = ["--auth", "none", "--bind-addr", `127.0.0.1:${port}`, "--disable-telemetry", "--disable-update-check", "--disable-workspace-trust", "--locale", lang];
  const server = spawn(process.execPath, [entry, ...flags, ...folders, plans], { env, stdio: ["ignore", "pipe", "pipe"], detached: true });
  let log = "";
  const ready = new Promise((resolve, reject) => {
    const hear = (chunk) => {
      log += chunk;
      if (/HTTP server listening/i.test(log)) resolve();
    };
    server.stdout.on("data", hear);
    server.stderr.on("data", hear);
    server.on("exit", (code) => reject(new Error(`code-server ended with ${code}: ${log}`)));
  });
  await ready;
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: lang === "fr" ? "fr-FR" : "en-GB" });
  const url = `http://127.0.0.1:${port}/?folder=${encodeURIComponent(plans)}`;
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(url);
  await page.locator(".monaco-workbench .part.statusbar").waitFor();
  const close = async () => {
    await browser.close();
    server.removeAllListeners("exit");
    try {
      process.kill(-server.pid);
    } catch {
      // It is gone already.
    }
  };
  return { page, home, plans, close, write, kept, lang };
}

// --- what somebody does -----------------------------------------------------------------------------------------------

class Editor {
  constructor({ page, lang, plans, write, kept }) {
    Object.assign(this, { page, lang, plans, write, kept });
    this.number = 0;
  }

  async shot(name) {
    this.number += 1;
    // What comes into view comes slowly.
    await new Promise((resolve) => setTimeout(resolve, 300));
    await this.page.screenshot({ path: join(shots, `${this.lang}-${String(this.number).padStart(2, "0")}-${name}.png`) });
  }

  set(settings) {
    Object.assign(this.kept, settings);
    this.write();
  }

  get lines() {
    return this.page.locator(".editor-instance .view-lines").first();
  }

  async text() {
    return (await this.lines.innerText()).replaceAll("\u00a0", " ").replaceAll("·", " ");
  }

  async pick() {
    const input = this.page.locator(".quick-input-widget input.input");
    await input.waitFor({ state: "visible" });
    return input;
  }

  /** Opens a file by its place in the folder. */
  async open(file) {
    await this.page.keyboard.press("Control+P");
    const input = await this.pick();
    await input.fill(file);
    const row = this.page.locator(".quick-input-list .monaco-list-row").first();
    await row.filter({ hasText: file.split("/").at(-1) }).waitFor();
    await this.page.keyboard.press("Enter");
    await this.page.locator(".tab.active", { hasText: file.split("/").at(-1) }).waitFor();
    await this.lines.waitFor();
  }

  async command(name) {
    await this.page.keyboard.press("F1");
    const input = await this.pick();
    await input.fill(`>${name}`);
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first().click();
  }

  /** Puts the cursor at a place of the text. */
  async goto(line, column = 1) {
    await this.page.keyboard.press("Control+G");
    const input = await this.pick();
    await input.fill(`:${line}:${column}`);
    await this.page.keyboard.press("Enter");
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  }

  /** The line, counted from 1, of the file on the disk that holds a text. */
  lineOf(file, text) {
    const at = readFileSync(join(this.plans, file), "utf8").split("\n").findIndex((line) => line.includes(text));
    assert.notEqual(at, -1, `${file} holds no ${text}`);
    return at + 1;
  }

  /** Where a text stands on the screen. */
  async place(text) {
    const box = await this.lines.evaluate((lines, wanted) => {
      for (const line of lines.querySelectorAll(".view-line")) {
        const nodes = [];
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) nodes.push(walker.currentNode);
        const whole = nodes.map((node) => node.data).join("").replaceAll("\u00a0", " ");
        const at = whole.indexOf(wanted);
        if (at < 0) continue;
        let seen = 0;
        for (const node of nodes) {
          const from = at + 1 - seen;
          if (from >= 0 && from < node.data.length) {
            const range = document.createRange();
            range.setStart(node, from);
            range.setEnd(node, from + 1);
            const { x, y, width, height } = range.getBoundingClientRect();
            return { x: x + width / 2, y: y + height / 2 };
          }
          seen += node.data.length;
        }
      }
      return null;
    }, text);
    assert.notEqual(box, null, `${text} is not on the screen`);
    return box;
  }

  async eventually(what, look, patience = PATIENCE) {
    const end = Date.now() + patience;
    for (;;) {
      const seen = await look();
      if (seen) return seen;
      if (Date.now() > end) throw new Error(`never seen: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  }

  get status() {
    return this.page.locator('.statusbar-item[id$="strategy.findings"]');
  }

  async counted() {
    return (await this.status.innerText()).replaceAll("\u00a0", " ");
  }

  notification(text) {
    return this.page.locator(".notification-toast", { hasText: text }).first();
  }

  async dismiss() {
    await this.command("Notifications: Clear All Notifications");
    await this.page.locator(".notification-toast").waitFor({ state: "hidden" });
  }

  /** The viewer of the document: a frame in a frame. */
  async viewer() {
    return this.eventually("the viewer", async () => {
      for (const frame of this.page.frames()) {
        const has = await frame.locator("#pages").count().catch(() => 0);
        if (has > 0) return frame;
      }
      return undefined;
    });
  }

  /** What can be read on the pages that are drawn. */
  async read(frame) {
    return frame.evaluate(() => [...document.querySelectorAll(".page .text")].map((text) => text.innerText.replace(/\s+/g, " ")).join("\n"));
  }
}

let passed = 0;
const failed = [];

/** What a step needs, the steps before it have done: one that failed leaves no half of what it was doing behind. */
async function step(editor, name, run) {
  const start = Date.now();
  const took = () => `${((Date.now() - start) / 1000).toFixed(1)} s`;
  try {
    await run();
    passed += 1;
    console.log(`ok - ${editor.lang}: ${name} (${took()})`);
  } catch (error) {
    failed.push(name);
    console.log(`NOT OK - ${editor.lang}: ${name} (${took()})\n${String(error.stack ?? error).replace(/^/gm, "    ")}`);
    await editor.shot(`FAILED-${name.replace(/[^a-z]+/gi, "-")}`).catch(() => {});
    for (let key = 0; key < 3; key += 1) await editor.page.keyboard.press("Escape");
  }
}

// --- in French --------------------------------------------------------------------------------------------------------

async function french() {
  const session = await launch("fr");
  const editor = new Editor(session);
  const { page, plans } = session;
  const mistakes = "mistakes/fautes-de-frappe.dsl";
  try {
    await step(editor, "opens a plan with mistakes and underlines them", async () => {
      await editor.open(mistakes);
      await page.locator(".squiggly-error").first().waitFor();
      await page.locator(".squiggly-warning").first().waitFor({ state: "attached" });
    });

    await step(editor, "keywords, names and texts have their colours", async () => {
      const colour = (text) =>
        editor.lines.evaluate((lines, text) => {
          const span = [...lines.querySelectorAll(".view-line span span")].find((span) => span.textContent.replaceAll("\u00a0", " ").trim() === text);
          return span && getComputedStyle(span).color;
        }, text);
      const of = {};
      for (const text of ["chef-de-file", "axe", "usagers", "CDO"]) {
        of[text] = await editor.eventually(`the colour of ${text}`, () => colour(text));
      }
      assert.notEqual(of["chef-de-file"], of.CDO, "a keyword looks like a value");
      assert.notEqual(of.axe, of.usagers, "a keyword looks like a name");
    });

    await step(editor, "counts findings and holes below the text", async () => {
      await editor.eventually("the count", async () => /8 erreurs · 1 avertissement/.test(await editor.counted()));
      await editor.status.hover();
      const hover = page.locator(".monaco-hover", { hasText: "8 erreurs" });
      await hover.waitFor();
      assert.match(await hover.innerText(), /document à voter/);
      await editor.shot("status");
      await page.mouse.move(700, 300);
    });

    await step(editor, "lists them in Problems, in French", async () => {
      await editor.status.click();
      const row = page.locator(".markers-panel .monaco-list-row", { hasText: "Le mot-clé « perriode » n'existe pas." }).first();
      await row.waitFor();
      assert.match(await row.innerText(), /E0105/);
      await editor.shot("problems");
    });

    await step(editor, "opens the page of a rule from its code", async () => {
      await page.locator(".markers-panel a", { hasText: "E0105" }).first().click();
      await page.locator(".tab.active", { hasText: "E0105" }).waitFor();
      await editor.eventually("the page of the rule", async () => {
        for (const frame of page.frames()) {
          if ((await frame.locator("h1", { hasText: "E0105" }).count().catch(() => 0)) > 0) return true;
        }
        return false;
      });
      await editor.shot("rule");
      await editor.command("View: Close Editor");
    });

    await step(editor, "goes back to the text", async () => {
      await page.keyboard.press("Control+J");
      await page.locator(".markers-panel").waitFor({ state: "hidden" });
      await editor.open(mistakes);
    });

    await step(editor, "explains a keyword under the mouse", async () => {
      const { x, y } = await editor.place("chef-de-file");
      await page.mouse.move(x + 30, y);
      await page.locator(".monaco-hover", { hasText: "Qui dirige la stratégie" }).first().waitFor();
      await editor.shot("hover");
    });

    await step(editor, "says under the mouse what is wrong, why and what to do", async () => {
      const { x, y } = await editor.place("perriode");
      await page.mouse.move(x + 20, y);
      const hover = page.locator(".monaco-hover", { hasText: "perriode" }).first();
      await hover.waitFor();
      assert.match((await hover.innerText()).replaceAll("\u00a0", " "), /n'existe pas[^]*Écrivez `?période/);
      await editor.shot("hover-mistake");
      await page.keyboard.press("Escape");
    });

    await step(editor, "completes a keyword", async () => {
      await editor.goto(editor.lineOf(mistakes, "chef-de-file CDO"), 100);
      await page.keyboard.press("Enter");
      await page.keyboard.type("dev", { delay: 60 });
      const row = page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "devise" }).first();
      await row.waitFor();
      await editor.shot("completion");
      await row.click();
      await editor.eventually("the completed keyword", async () => /^\s*devise/m.test(await editor.text()));
      await page.keyboard.press("Escape");
      for (let undo = 0; undo < 12 && /devise|^\s*dev?/m.test((await editor.text()).replace(/dérog.*/g, "")); undo += 1) {
        await page.keyboard.press("Control+Z");
      }
    });

    await step(editor, "corrects a mistake from the light bulb", async () => {
      await editor.goto(editor.lineOf(mistakes, "perriode"), 5);
      await page.keyboard.press("Control+.");
      const fix = page.locator(".action-widget .monaco-list-row", { hasText: "période" }).first();
      await fix.waitFor();
      await editor.shot("quick-fix");
      await page.keyboard.press("Enter");
      await editor.eventually("the corrected word", async () => /^\s*période 2026-09/m.test(await editor.text()));
      await editor.eventually("one error less", async () => /7 erreurs/.test(await editor.counted()));
    });

    await step(editor, "lays the text out", async () => {
      // The new word is shorter: the column of the values is to be made again.
      assert.doesNotMatch(await editor.text(), /^ {2}période {6}2026-09/m);
      await editor.command("Format Document");
      await editor.eventually("the laid out line", async () => /^ {2}période {6}2026-09/m.test(await editor.text()));
      await editor.shot("formatted");
      await page.keyboard.press("Control+S");
      await editor.eventually("the saved file", () => readFileSync(join(plans, mistakes), "utf8").includes("  période      2026-09"));
    });

    await step(editor, "folds, comments and continues a comment", async () => {
      const line = editor.lineOf(mistakes, "axe usagers");
      await editor.goto(line, 1);
      await page.keyboard.press("Control+Shift+BracketLeft");
      await editor.eventually("the folded axis", async () => !/guichet/.test(await editor.text()));
      await page.keyboard.press("Control+Shift+BracketRight");
      await editor.eventually("the unfolded axis", async () => /guichet/.test(await editor.text()));
      await editor.goto(line, 1);
      await page.keyboard.press("Control+Slash");
      await editor.eventually("the note", async () => /^\/\/ axe usagers/m.test(await editor.text()));
      await page.keyboard.press("Control+Z");
      await editor.eventually("the axis", async () => /^axe usagers/m.test(await editor.text()));
    });

    await step(editor, "builds the document only of a plan without errors, and offers a working document", async () => {
      await editor.command("Produire le document");
      const told = editor.notification("Le plan a des erreurs");
      await told.waitFor();
      await editor.shot("build-refused");
      assert.ok(!existsSync(join(plans, "mistakes/fautes-de-frappe.pdf")));
      // More than three messages within a second are kept from view: nobody reads so fast.
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await told.locator(".monaco-button", { hasText: "Produire un document de travail" }).click();
      await editor.notification("fautes-de-frappe-document-de-travail.pdf est écrit").waitFor();
      await editor.dismiss();
    });

    await step(editor, "renames a goal in all files", async () => {
      const file = "montreval/axes/socle.dsl";
      await editor.open(file);
      const line = editor.lineOf(file, "objectif identite ");
      await editor.goto(line, readFileSync(join(plans, file), "utf8").split("\n")[line - 1].indexOf("identite") + 2);
      await editor.eventually("the findings of the plan", async () => (await editor.counted()).trim() !== "");
      await page.keyboard.press("F2");
      const input = page.locator(".rename-box input.rename-input");
      await input.waitFor();
      await input.fill("identite-usager");
      await editor.shot("rename");
      await page.keyboard.press("Enter");
      await editor.eventually("the new name", async () => /objectif identite-usager/.test(await editor.text()));
      await editor.command("Save All Files");
      await editor.eventually("the new name in the other file", () => {
        const other = readFileSync(join(plans, "montreval/axes/usagers.dsl"), "utf8");
        return /identite-usager/.test(other) && !/\bidentite\b(?!-)/.test(other);
      });
    });

    await step(editor, "finds what refers to a goal", async () => {
      const file = "montreval/axes/socle.dsl";
      const line = editor.lineOf(file, 'politique-ssi "');
      await editor.open(file);
      await editor.goto(line, readFileSync(join(plans, file), "utf8").split("\n")[line - 1].indexOf("politique-ssi") + 2);
      await page.keyboard.press("Shift+F12");
      await page.locator(".peekview-widget, .reference-zone-widget").first().waitFor();
      await editor.shot("references");
      await page.keyboard.press("Escape");
    });

    await step(editor, "shows what is computed within the text, and what waits for what above it", async () => {
      const file = "montreval/axes/socle.dsl";
      await editor.goto(editor.lineOf(file, "politique-ssi \""), 1);
      await editor.eventually("a share of the envelope", async () => /% de l'enveloppe/.test(await editor.text()));
      const lens = page.locator(".codelens-decoration a:visible", { hasText: /attend(ent)? celui-ci/ }).first();
      await lens.waitFor();
      await editor.shot("hints");
      await lens.click();
      await page.locator(".peekview-widget, .reference-zone-widget").first().waitFor();
      await editor.shot("lens");
      await page.keyboard.press("Escape");
      editor.set({ "strategy.codeLens": false, "strategy.inlayHints.totals": false, "strategy.inlayHints.shares": false });
      await lens.waitFor({ state: "hidden" });
      await editor.eventually("no share any more", async () => !/% de l'enveloppe/.test(await editor.text()));
      editor.set({ "strategy.codeLens": true, "strategy.inlayHints.totals": true, "strategy.inlayHints.shares": true });
      await lens.waitFor();
    });

    await step(editor, "builds the document beside the plan, and shows its page", async () => {
      await editor.open("montreval/plan.dsl");
      await editor.command("Produire le document");
      const told = editor.notification("plan.pdf est écrit, dans montreval");
      await told.waitFor({ timeout: 60_000 });
      assert.match(await told.innerText(), /: \d\d pages\./);
      assert.equal(readFileSync(join(plans, "montreval/plan.pdf")).subarray(0, 5).toString(), "%PDF-");
      await editor.shot("built");
      await told.locator(".monaco-button", { hasText: "Ouvrir" }).click();
      const frame = await editor.viewer();
      await editor.eventually("the cover", async () => (await editor.read(frame)).includes("Stratégie numérique 2026-2032"));
      await page.locator(".tab.active", { hasText: "plan.pdf" }).waitFor();
      await editor.command("View: Close Editor");
      await editor.dismiss();
    });

    await step(editor, "shows the document beside the text, and makes it again on save", async () => {
      await editor.open("montreval/plan.dsl");
      await page.locator('.editor-actions .action-label[aria-label^="Afficher le document"]').first().click();
      const frame = await editor.viewer();
      await editor.eventually("the cover", async () => (await editor.read(frame)).includes("Stratégie numérique 2026-2032"), 60_000);
      // What is drawn is not a blank sheet.
      const ink = await frame.evaluate(() => {
        const canvas = document.querySelector(".page canvas");
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        let dark = 0;
        for (let at = 0; at < data.length; at += 4) if (data[at] < 128) dark += 1;
        return dark / (data.length / 4);
      });
      assert.ok(ink > 0.002, `the page is blank: ${ink}`);
      assert.match(await frame.locator("#where").innerText(), /^Page 1 sur \d\d$/);
      assert.ok(!(await frame.locator("#message").isVisible()), "nothing is wrong with this plan");
      await editor.shot("document");
      // A line of the table of contents leads to its page.
      const line = frame.locator('.page[data-page="2"] a.link').nth(4);
      await line.waitFor();
      await line.click();
      await editor.eventually("another page", async () => !/^Page [12] /.test(await frame.locator("#where").innerText()));
      await editor.eventually("the page of the first axis", async () => /Une organisation qui porte la transition/.test(await frame.locator('.page[data-page="5"]').innerText()));
      await editor.shot("document-page");
      await editor.lines.click();
      await editor.goto(editor.lineOf("montreval/plan.dsl", 'stratégie "Stratégie numérique 2026-2032"'), 12);
      await page.keyboard.type("Grande ");
      await page.keyboard.press("Control+S");
      const again = await frame.locator("#where").innerText();
      await editor.eventually("the new title", async () => (await editor.read(frame)).includes("Grande Stratégie numérique 2026-2032"), 60_000);
      assert.equal(await frame.locator("#where").innerText(), again, "the reader is at another page");
      await frame.locator("#pages").evaluate((pages) => pages.scrollTo(0, 0));
    });

    await step(editor, "shows a working document of a plan with errors, and keeps the last where there is none", async () => {
      const frame = await editor.viewer();
      const bar = frame.locator("#message");
      await editor.goto(editor.lineOf("montreval/plan.dsl", "parrain"), 3);
      await page.keyboard.type("z");
      await page.keyboard.press("Control+S");
      await bar.filter({ hasText: "Document de travail" }).waitFor({ timeout: 60_000 });
      await editor.shot("working-document");
      await page.keyboard.press("Control+Z");
      await page.keyboard.press("Control+S");
      await bar.waitFor({ state: "hidden", timeout: 60_000 });
      // A root that is not a text can't be read: what was shown stays, with what to do.
      const root = join(plans, "montreval/plan.dsl");
      const text = readFileSync(root);
      try {
        await editor.open("montreval/axes/territoire.dsl");
        writeFileSync(root, Buffer.from(text.toString("utf8"), "latin1"));
        await page.keyboard.press("Control+End");
        await page.keyboard.press("Enter");
        await page.keyboard.press("Control+S");
        await bar.filter({ hasText: "UTF-8" }).waitFor({ timeout: 60_000 });
        assert.match((await bar.innerText()).replaceAll("\u00a0", " "), /n'a pas pu être produit[^]*Enregistrez-le en UTF-8[^]*son état à \d\d:\d\d/);
        assert.ok((await editor.read(frame)).includes("Grande Stratégie"), "the last document is gone");
        await editor.shot("kept-document");
      } finally {
        writeFileSync(root, text);
      }
      await page.keyboard.press("Control+Z");
      await page.keyboard.press("Control+S");
      await bar.waitFor({ state: "hidden", timeout: 60_000 });
      assert.deepEqual(readdirSync(join(plans, "montreval")).filter((file) => file.endsWith(".pdf")), ["plan.pdf"], "the viewer writes beside the plan");
    });

    await step(editor, "writes another paper for the council", async () => {
      await editor.command("Produire un autre document");
      await page.locator(".quick-input-list .monaco-list-row", { hasText: "Délibération" }).waitFor();
      await editor.shot("papers");
      await page.keyboard.type("synthèse");
      await page.keyboard.press("Enter");
      await editor.notification("plan-note.pdf est écrit").waitFor({ timeout: 60_000 });
      await editor.dismiss();
      await editor.command("View: Close All Editors");
    });

    await step(editor, "starts a plan", async () => {
      await editor.command("Nouveau plan");
      await page.locator(".quick-input-list .monaco-list-row", { hasText: "Intercommunalité (EPCI)" }).waitFor();
      await editor.shot("new-kind");
      await page.keyboard.press("Enter");
      const input = await editor.pick();
      await page.locator(".quick-input-widget", { hasText: "Comment s'appelle votre collectivité" }).waitFor();
      await input.fill("Ville d'Essai");
      await page.keyboard.press("Enter");
      await page.locator(".quick-input-widget", { hasText: "dans quel dossier" }).waitFor();
      await editor.shot("new-folder");
      await page.locator(".quick-input-widget .monaco-button", { hasText: "Créer le plan dans ce dossier" }).click();
      await page.locator(".quick-input-widget", { hasText: "Le nom du dossier à créer" }).waitFor();
      assert.equal(await input.inputValue(), "strategie-numerique-ville-d-essai");
      await page.keyboard.press("Enter");
      await page.locator(".tab.active", { hasText: "plan.dsl" }).waitFor();
      await editor.eventually("the new plan", async () => (await editor.text()).includes('"Ville d\'Essai"'));
      await editor.notification("Votre plan est écrit").waitFor();
      await editor.eventually("what is left to complete", async () => /\d+ à compléter/.test(await editor.counted()));
      await editor.shot("new-plan");
      assert.ok(existsSync(join(plans, "strategie-numerique-ville-d-essai/plan.dsl")));
      await editor.dismiss();
    });

    await step(editor, "guides through the first plan", async () => {
      await editor.command("Guide : votre premier plan");
      const guide = page.locator(".gettingStartedContainer .gettingStartedSlideDetails");
      await guide.getByText("Votre première stratégie numérique").first().waitFor();
      for (const title of ["Installer le programme", "Commencer un plan", "Compléter ce qui manque", "Voir le document", "Produire le document à voter"]) {
        await guide.getByText(title).first().waitFor();
      }
      await guide.getByText("Commencer un plan").first().click();
      await guide.getByText("Dites la sorte et le nom de votre collectivité").first().waitFor();
      // What is done already is ticked.
      await guide.locator(".getting-started-step", { hasText: "Installer le programme" }).locator(".codicon.complete, .codicon-getting-started-step-checked").first().waitFor();
      await editor.eventually("the page of the step", async () => {
        for (const frame of page.frames()) {
          if ((await frame.getByText("Un plan, ce sont des lignes").count().catch(() => 0)) > 0) return true;
        }
        return false;
      });
      await editor.shot("guide");
      await editor.command("View: Close All Editors");
    });

    await step(editor, "says what to do where the program is not found", async () => {
      await editor.open(mistakes);
      editor.set({ "strategy.path": "/nowhere/strategy" });
      const told = editor.notification("où le programme « strategy » n'est pas");
      await told.waitFor();
      await editor.eventually("the status", async () => /introuvable/.test(await editor.counted()));
      await editor.shot("no-program");
      editor.set({ "strategy.path": given.strategy });
      await editor.eventually("the count again", async () => /8 erreurs|7 erreurs/.test(await editor.counted()));
      await page.locator(".squiggly-error").first().waitFor();
    });
  } finally {
    await session.close();
  }
}

// --- in English -------------------------------------------------------------------------------------------------------

async function english() {
  // The program is found on the PATH, as where it was installed the ordinary way.
  const bin = join(work, "bin");
  rmSync(bin, { recursive: true, force: true });
  mkdirSync(bin, { recursive: true });
  cpSync(given.strategy, join(bin, "strategy"));
  const session = await launch("en", { "strategy.path": "" }, bin);
  const editor = new Editor(session);
  const { page, plans } = session;
  try {
    await step(editor, "underlines, lists and counts", async () => {
      await editor.open("mistakes/english.dsl");
      await page.locator(".squiggly-error").first().waitFor();
      await editor.eventually("the count", async () => /\d errors/.test(await editor.counted()));
      await editor.status.click();
      await page.locator(".markers-panel .monaco-list-row", { hasText: "There is no keyword" }).or(page.locator(".markers-panel .monaco-list-row", { hasText: "does not exist" })).first().waitFor();
      await editor.shot("problems");
      await page.keyboard.press("Control+J");
    });
    await step(editor, "shows the document", async () => {
      await editor.command("Show the Document");
      const frame = await editor.viewer();
      await editor.eventually("the cover", async () => (await editor.read(frame)).includes("Digital roadmap 2026-2032"), 60_000);
      await frame.locator("#message", { hasText: "Working document" }).waitFor();
      await editor.shot("document");
      assert.deepEqual(readdirSync(join(plans, "mistakes")).filter((file) => file.endsWith(".pdf")), []);
    });
    await step(editor, "starts a plan in the language that is chosen", async () => {
      await editor.command("New Plan");
      await page.locator(".quick-input-widget", { hasText: "New plan (1 of 5)" }).waitFor();
      await page.locator(".quick-input-list .monaco-list-row", { hasText: "Français" }).click();
      await page.locator(".quick-input-list .monaco-list-row", { hasText: "Region" }).click();
      const input = await editor.pick();
      await page.locator(".quick-input-widget", { hasText: "What is your authority called" }).waitFor();
      await page.keyboard.press("Enter");
      await page.locator(".quick-input-widget .monaco-button", { hasText: "Make the Plan in This Folder" }).click();
      await page.locator(".quick-input-widget", { hasText: "The name of the folder to make" }).waitFor();
      // A folder that is there already is refused before anything is written.
      await input.fill("montreval");
      await page.locator(".quick-input-widget", { hasText: "There is such a folder already" }).waitFor();
      await input.fill("région");
      await page.keyboard.press("Enter");
      await editor.notification("Your plan is written").waitFor();
      assert.match(readFileSync(join(plans, "région/plan.dsl"), "utf8"), /^stratégie "/m);
      await editor.dismiss();
    });
    await step(editor, "guides through the first plan", async () => {
      await editor.command("Guide: Your First Plan");
      await page.locator(".gettingStartedContainer").getByText("Your first digital strategy").first().waitFor();
      await editor.shot("guide");
    });
  } finally {
    await session.close();
  }
}

mkdirSync(shots, { recursive: true });
const start = Date.now();
await french();
await english();
console.log(`${passed} steps passed, ${failed.length} failed, in ${((Date.now() - start) / 1000).toFixed(0)} s; screenshots: ${shots}`);
process.exitCode = failed.length > 0 || passed === 0 ? 1 : 0;
