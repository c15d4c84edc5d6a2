// The tests of the grammar: `node test/run.mjs PATH-OF-TREE-SITTER`. Nothing is written into the checkout.

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const GRAMMAR = dirname(dirname(fileURLToPath(import.meta.url)));
const ROOT = dirname(dirname(GRAMMAR));
const CLI = process.argv[2];
const SCRATCH = mkdtempSync(join(tmpdir(), "tree-sitter-strategy-"));
const COPY = join(SCRATCH, "tree-sitter-strategy");

// A node of these kinds stands where something is wrong.
const WRONG = new Set(["ERROR", "MISSING", "missing", "missing_brace", "stray_brace", "unclosed_text", "unreadable", "bullet"]);
// No more of a file may be wrong, by characters.
const MOST_WRONG = 0.15;

let passed = 0;
let failed = 0;

function check(what, faults) {
  if (faults.length === 0) {
    passed += 1;
    console.log(`ok      ${what}`);
    return;
  }
  failed += 1;
  console.log(`FAILED  ${what}`);
  for (const fault of faults.slice(0, 12)) console.log(`        ${fault}`);
  if (faults.length > 12) console.log(`        … and ${faults.length - 12} more`);
}

function run(...args) {
  const home = { HOME: SCRATCH, XDG_CACHE_HOME: join(SCRATCH, "cache"), XDG_CONFIG_HOME: join(SCRATCH, "config"), TREE_SITTER_LIBDIR: join(SCRATCH, "lib") };
  const done = spawnSync(CLI, args, { cwd: COPY, encoding: "utf8", maxBuffer: 1 << 30, env: { ...process.env, ...home } });
  if (done.error) throw done.error;
  return done;
}

function found(folder, ending) {
  return readdirSync(folder, { recursive: true }).filter(name => name.endsWith(ending)).map(name => join(folder, name)).sort();
}

// ── Trees ──

const NODE = /\((MISSING )?("(?:[^"\\]|\\.)*"|[^\s()]+)? ?\[(\d+), (\d+)\] - \[(\d+), (\d+)\]|\)/g;

/** The trees that `tree-sitter parse` printed, one a file. */
function trees(printed) {
  const roots = [];
  const open = [];
  for (const match of printed.matchAll(NODE)) {
    if (match[0] === ")") {
      open.pop();
      continue;
    }
    const [row, column, endRow, endColumn] = match.slice(3, 7).map(Number);
    const node = { kind: match[1] ? "MISSING" : match[2], row, column, endRow, endColumn, children: [] };
    (open.length > 0 ? open.at(-1).children : roots).push(node);
    open.push(node);
  }
  return roots;
}

/** The tree of each text, all parsed at once. */
function parsed(paths) {
  const list = join(SCRATCH, "paths.txt");
  writeFileSync(list, paths.join("\n"));
  const done = run("parse", "--paths", list);
  // Under a tree with an error stands a line with its path.
  const roots = trees(done.stdout.replace(/^\/.*$/gm, ""));
  if (roots.length !== paths.length) throw new Error(`${paths.length} files, ${roots.length} trees: ${done.stderr}`);
  return roots;
}

function wrong(node, nodes = []) {
  if (WRONG.has(node.kind)) nodes.push(node);
  for (const child of node.children) wrong(child, nodes);
  return nodes;
}

/** How many bytes a node covers. */
function size(lines, node) {
  if (node.row === node.endRow) return node.endColumn - node.column;
  let bytes = Buffer.byteLength(lines[node.row] ?? "") - node.column + node.endColumn;
  for (let row = node.row + 1; row < node.endRow; row += 1) bytes += Buffer.byteLength(lines[row]);
  return bytes;
}

// ── What is checked ──

function committedIsCurrent() {
  const done = run("generate", "--no-bindings");
  const faults = done.status === 0 ? [] : [done.stderr];
  for (const name of ["parser.c", "grammar.json", "node-types.json", "tree_sitter/parser.h", "tree_sitter/alloc.h", "tree_sitter/array.h"]) {
    const committed = readFileSync(join(GRAMMAR, "src", name), "utf8");
    if (committed !== readFileSync(join(COPY, "src", name), "utf8")) faults.push(`src/${name} is not what grammar.js makes: generate it again`);
  }
  check("the committed parser is current", faults);
}

function corpus() {
  const done = run("test");
  const cases = (done.stdout.match(/✓/g) ?? []).length;
  const faults = done.status === 0 ? [] : (done.stdout + done.stderr).split("\n").filter(line => !line.includes("✓"));
  const wanted = found(join(GRAMMAR, "test/corpus"), ".txt")
    .map(path => (readFileSync(path, "utf8").match(/^={80}\n[^\n]+\n={80}$/gm) ?? []).length)
    .reduce((sum, count) => sum + count, found(join(GRAMMAR, "test/highlight"), ".dsl").length);
  if (done.status === 0 && cases !== wanted) faults.push(`${wanted} cases are written, ${cases} ran`);
  check(`corpus and highlights, ${wanted} cases`, faults);
}

function soundFiles() {
  const paths = ["examples", "stdlib", "tests/planted"].flatMap(folder => found(join(ROOT, folder), ".dsl")).filter(path => !path.includes("/mistakes/"));
  const faults = parsed(paths).flatMap((root, at) =>
    wrong(root).map(node => `${relative(ROOT, paths[at])}:${node.row + 1}:${node.column + 1}: ${node.kind}`),
  );
  if (paths.length < 30) faults.push(`only ${paths.length} files`);
  check(`nothing is wrong in ${paths.length} sound files`, faults);
}

/** In a file as `fmt` writes it, what begins in the first column with a letter is an item. */
function items(lines) {
  const rows = [];
  lines.forEach((line, row) => /^\p{L}/u.test(line) && rows.push(row));
  return rows;
}

/** The rows of items that the tree has not, but for one that is damaged. */
function lost(lines, root, damaged = -1) {
  const have = new Set(root.children.filter(node => node.kind === "statement" && node.column === 0).map(node => node.row));
  return items(lines).filter(row => row !== damaged && !have.has(row));
}

function mistakes() {
  const paths = found(join(ROOT, "examples/mistakes"), ".dsl");
  const faults = [];
  parsed(paths).forEach((root, at) => {
    const name = relative(ROOT, paths[at]);
    const lines = readFileSync(paths[at], "utf8").split("\n");
    for (const row of lost(lines, root)) faults.push(`${name}:${row + 1}: no item: ${lines[row]}`);
    const bytes = wrong(root).map(node => size(lines, node)).reduce((sum, more) => sum + more, 0);
    const share = bytes / Buffer.byteLength(lines.join(""));
    if (share > MOST_WRONG) faults.push(`${name}: ${Math.round(share * 100)} % of it is wrong`);
  });
  if (paths.length < 15) faults.push(`only ${paths.length} files`);
  check(`every item is found in ${paths.length} files with mistakes`, faults);
}

/** Sound plans with one character taken out or put in, each in turn: every other item is still found. */
function damages() {
  const folder = join(SCRATCH, "damages");
  mkdirSync(folder);
  const cases = [];
  const add = (lines, row, line, what) => {
    const changed = lines.with(row, line);
    let item = row;
    while (item > 0 && !/^\p{L}/u.test(lines[item])) item -= 1;
    const path = join(folder, `${cases.length}.dsl`);
    writeFileSync(path, changed.join("\n"));
    cases.push({ path, lines: changed, item, what });
  };
  for (const base of ["examples/saint-aubin/plan.dsl", "examples/department/plan.dsl", "examples/mistakes/budget.dsl", "examples/mistakes/regles.dsl"]) {
    const lines = readFileSync(join(ROOT, base), "utf8").split("\n");
    lines.forEach((line, row) => {
      if (line.startsWith("//")) return;
      const where = `${base}:${row + 1}`;
      for (const match of line.matchAll(/[{}"«»,:[\]()]/g)) {
        add(lines, row, line.slice(0, match.index) + line.slice(match.index + 1), `${where}:${match.index + 1}: without ${match[0]}`);
      }
      if (line === "" || row % 3 !== 0) return;
      // Behind a comma the next line belongs to the list, wherever it begins.
      const listed = /^\p{L}/u.test(lines.slice(row + 1).find(below => below !== "") ?? "");
      for (const more of [" {", " }", ' "', " (", " ;", " «", ...(listed ? [] : [","])]) add(lines, row, line + more, `${where}: with${more}`);
    });
  }
  const faults = [];
  parsed(cases.map(one => one.path)).forEach((root, at) => {
    const { lines, item, what } = cases[at];
    const rows = lost(lines, root, item);
    if (rows.length > 0) faults.push(`${what}: ${rows.length} items lost, the first: ${lines[rows[0]]}`);
  });
  if (cases.length < 500) faults.push(`only ${cases.length} damages`);
  check(`every other item is found after ${cases.length} damages`, faults);
}

function queries() {
  const faults = [];
  const file = join(ROOT, "examples/department/plan.dsl");
  for (const path of found(join(COPY, "queries"), ".scm")) {
    const done = run("query", path, file);
    if (done.status !== 0) faults.push(`${relative(COPY, path)}: ${done.stderr}`);
    else if (!done.stdout.includes("capture:")) faults.push(`${relative(COPY, path)} finds nothing`);
  }
  // What the reference manual has a section for is highlighted as such, in both languages.
  const highlights = readFileSync(join(COPY, "queries/highlights.scm"), "utf8");
  const listed = new Set(/@keyword\)\n {2}\(#any-of\? @keyword\n([^)]*)\)/.exec(highlights)[1].match(/[^"\s]+/g));
  for (const lang of ["en", "fr"]) {
    const headings = [...readFileSync(join(ROOT, `docs/reference.${lang}.md`), "utf8").matchAll(/^## (\S+)( de| à)?$/gm)].map(match => match[1]);
    if (headings.length < 40) faults.push(`only ${headings.length} sections in the ${lang} reference`);
    for (const word of headings) {
      const own = ["use", "utiliser"].includes(word) || listed.has(word);
      if (!own) faults.push(`highlights.scm does not know \`${word}\``);
    }
  }
  check("the queries", faults);
}

try {
  cpSync(GRAMMAR, COPY, { recursive: true });
  rmSync(join(COPY, "src"), { recursive: true });
  mkdirSync(join(COPY, "src"));
  cpSync(join(GRAMMAR, "src/scanner.c"), join(COPY, "src/scanner.c"));
  mkdirSync(join(SCRATCH, "config/tree-sitter"), { recursive: true });
  writeFileSync(join(SCRATCH, "config/tree-sitter/config.json"), JSON.stringify({ "parser-directories": [SCRATCH] }));
  committedIsCurrent();
  corpus();
  soundFiles();
  mistakes();
  damages();
  queries();
} finally {
  rmSync(SCRATCH, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
