// Every keyword of both languages is coloured where it stands, with its accents or without; and so is every line of the examples.

import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { planWords, policyWords } from "./words.mjs";

const require = createRequire(import.meta.url);
const { Registry, INITIAL, parseRawGrammar } = require("vscode-textmate");
const { loadWASM, OnigScanner, OnigString } = require("vscode-oniguruma");

const path = fileURLToPath(new URL("../syntaxes/strategy.tmLanguage.json", import.meta.url));
await loadWASM(readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm")).buffer);
const registry = new Registry({
  onigLib: Promise.resolve({ createOnigScanner: (sources) => new OnigScanner(sources), createOnigString: (text) => new OnigString(text) }),
  loadGrammar: async () => parseRawGrammar(readFileSync(path, "utf8"), path),
});
const grammar = await registry.loadGrammar("source.strategy");

const wrong = [];
let looked = 0;

/** The scopes of what stands at a column of the last line. */
function scopes(lines, column) {
  let stack = INITIAL;
  let tokens = [];
  for (const line of lines) {
    ({ tokens, ruleStack: stack } = grammar.tokenizeLine(line, stack));
  }
  return tokens.find((token) => token.startIndex <= column && column < token.endIndex);
}

function keyword(word, before, after, wanted) {
  const bare = word.normalize("NFD").replace(/\p{M}/gu, "");
  for (const spelling of new Set([word, bare, word.normalize("NFD"), word.replaceAll("'", "’")])) {
    looked += 1;
    const token = scopes([...before, `  ${spelling}${after}`], 2);
    if (!token.scopes.some((scope) => scope.startsWith(wanted)) || token.endIndex - token.startIndex !== spelling.length) {
      wrong.push(`${spelling}: ${token.scopes.join(" ")}, to column ${token.endIndex}`);
    }
  }
}

const plan = planWords();
plan.things.forEach((word) => keyword(word, [], ' nom "Titre"', "keyword.control.strategy"));
plan.fields.forEach((word) => keyword(word, [], " x", word === "use" || word === "utiliser" ? "keyword" : "keyword.other.strategy"));
const policy = policyWords();
policy.items.forEach((word) => keyword(word, [], " nom {", "keyword.control.policy.strategy"));
policy.statements.forEach((word) => keyword(word, ["règle r {"], " x", "keyword.other.policy.strategy"));
policy.tests.forEach((word) => keyword(word, ["règle r {"], " {", "keyword.control.test.strategy"));

// A statement of the examples begins with a keyword: one that is not coloured, or braces that end in the wrong place, would be seen here.
const examples = fileURLToPath(new URL("../../../examples/", import.meta.url));
for (const file of readdirSync(examples, { recursive: true }).filter((file) => file.endsWith(".dsl") && !file.startsWith("mistakes"))) {
  let stack = INITIAL;
  let before = "";
  readFileSync(join(examples, file), "utf8").split("\n").forEach((line, at) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    const start = line.search(/[\p{L}]/u);
    // A list goes on in the next line; a line of a policy may go on with one of its operators or the other language.
    const goesOn = /[,(]\s*$/.test(before) || /^\s*(et|ou|and|or|fr|en)\s/.test(line);
    const text = line.trim();
    if (text !== "" && start >= 0 && line.slice(0, start).trim() === "" && !goesOn) {
      looked += 1;
      const token = tokens.find((token) => token.startIndex <= start && start < token.endIndex);
      if (!token.scopes.slice(1).some((scope) => /^(keyword|comment|entity.name.tag|variable.parameter)/.test(scope))) {
        wrong.push(`examples/${file}:${at + 1}: ${text}: ${token.scopes.join(" ")}`);
      }
    }
    if (text !== "") before = line;
  });
  if (stack.depth !== INITIAL.depth) {
    wrong.push(`examples/${file}: something is still open at its end`);
  }
}

if (wrong.length > 0) {
  console.error(wrong.slice(0, 40).join("\n"));
  console.error(`${wrong.length} of ${looked} are not coloured as they should be`);
  process.exit(1);
}
console.log(`every word: ${looked} looked at, all coloured`);
