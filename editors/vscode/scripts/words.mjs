// The words of the language, from where the repository keeps them: the reference, which a test of the compiler holds to its table of
// keywords, and the table of the policies' keywords.

import { readFileSync } from "node:fs";

const top = new URL("../../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, top), "utf8");

const quoted = (text) => [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1]);

/** Which keywords begin something with a name or a title of its own, and which say something of it. */
export function planWords() {
  const things = new Set();
  const fields = new Set();
  for (const lang of ["fr", "en"]) {
    const text = read(`docs/reference.${lang}.md`);
    const pages = text.split(/^## /m).slice(2);
    for (const page of pages) {
      const [title, ...lines] = page.split("\n");
      const spelt = lines.find((line) => line.trim() !== "") ?? "";
      const pattern = /```text\n(.*)\n```/.exec(page)?.[1] ?? "";
      const keyword = /^(En anglais|In French) ?:/.test(spelt);
      if (keyword) {
        const words = [title.trim(), ...quoted(spelt)];
        const declares = /(NOM|NAME|TITRE|TITLE)\b/.test(pattern);
        words.forEach((word) => (declares ? things : fields).add(word));
      }
      for (const line of lines) {
        const field = /^- \*\*(.+?)\*\*(?: \((.*)\))?$/.exec(line);
        // What is in capitals stands for a value, and has no keyword.
        if (field && field[1] !== field[1].toUpperCase()) {
          [field[1], ...quoted(field[2] ?? "")].forEach((word) => fields.add(word));
        }
      }
    }
  }
  // `pilote` declares somebody, and says in a sheet who that is.
  const both = [...things].filter((word) => fields.delete(word));
  if (things.size < 50 || fields.size < 250) {
    throw new Error(`the reference was not understood: ${things.size} things, ${fields.size} fields`);
  }
  return { things: sorted(things), fields: sorted(fields), both: sorted(both) };
}

/** The keywords of policies: what stands at the margin, what is said of it, and what holds a small plan. */
export function policyWords() {
  const rows = read("src/language/policies.rs").split("rows! {")[1].split("\n}")[0];
  const words = { items: new Set(), tests: new Set(), statements: new Set() };
  const items = ["Policy", "Pack", "Threshold"];
  const tests = ["Flags", "Passes", "Undecided", "Aside"];
  for (const [, row, en, fr] of rows.matchAll(/^\s{4}(\w+) = ((?:"[^"]+" ?)+)\| ((?:"[^"]+" ?)+)?,/gm)) {
    const kind = items.includes(row) ? "items" : tests.includes(row) ? "tests" : "statements";
    for (const [, word] of `${en} ${fr}`.matchAll(/"([^"]+)"/g)) {
      words[kind].add(word);
    }
  }
  if (words.items.size !== 6 || words.tests.size !== 8 || words.statements.size < 30) {
    throw new Error("src/language/policies.rs was not understood");
  }
  return { items: sorted(words.items), tests: sorted(words.tests), statements: sorted(words.statements) };
}

/** The small words that join values: prepositions, moments, units. */
export function smallWords() {
  const rows = read("src/language/words.rs").split("\nwords! {")[1].split("\n}")[0];
  const words = new Map();
  for (const [, row, en, fr] of rows.matchAll(/(\w+) ((?:"[^"]+" ?)+)\| ((?:"[^"]+" ?)+);/g)) {
    words.set(row, [...`${en} ${fr}`.matchAll(/"([^"]+)"/g)].map((match) => match[1]));
  }
  if (words.size < 25 || !words.get("Fte")?.includes("etp")) {
    throw new Error("src/language/words.rs was not understood");
  }
  return words;
}

const sorted = (words) => [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
