// Every text is there in English and in French: those of package.json, those that the extension says, and the pages of the guide.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const json = (path) => JSON.parse(readFileSync(at(path), "utf8"));
const wrong = [];

const holes = (text) => [...text.matchAll(/\{\d\}/g)].map((match) => match[0]).sort().join();
/** `said` are the texts that are asked for, `known` those of a language. */
function compare(said, known, file) {
  said.filter((key) => !(key in known)).forEach((key) => wrong.push(`${file} lacks: ${key}`));
  Object.keys(known).filter((key) => !said.includes(key)).forEach((key) => wrong.push(`${file} has what nobody asks for: ${key}`));
}
/** In French a blank that does not break stands before `: ; ! ?` and within « ». */
function typography(text, file) {
  if (/[^\s\u{A0}\u{202F}:/][;!?»](\s|$)/u.test(text) || /\w ?:(\s|$)/u.test(text) || / [;:!?»]|« /u.test(text)) {
    wrong.push(`${file}: a no-break blank is wanted: ${text}`);
  }
}

const manifest = [...readFileSync(at("package.json"), "utf8").matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]);
const asked = [...new Set(manifest)];
const english = json("package.nls.json");
const french = json("package.nls.fr.json");
compare(asked, english, "package.nls.json");
compare(asked, french, "package.nls.fr.json");
for (const [key, text] of Object.entries(english)) {
  const commands = (text) => [...text.matchAll(/command:[\w.]+/g)].map((match) => match[0]).join();
  if (french[key] !== undefined && commands(text) !== commands(french[key])) wrong.push(`${key}: the links differ`);
  if (/\.md$/.test(text)) [text, french[key]].filter((file) => !existsSync(at(file))).forEach((file) => wrong.push(`${file} is not there`));
}

const said = new Set();
for (const file of readdirSync(at("src")).filter((file) => file.endsWith(".js"))) {
  const code = readFileSync(at(`src/${file}`), "utf8");
  const calls = [...code.matchAll(/l10n\.t\(\s*("(?:[^"\\]|\\.)*")/g)];
  if (calls.length !== code.split("l10n.t(").length - 1) wrong.push(`src/${file}: a text that is not written where it is asked for`);
  calls.forEach((match) => said.add(JSON.parse(match[1])));
}
const bundle = json("l10n/bundle.l10n.fr.json");
compare([...said], bundle, "l10n/bundle.l10n.fr.json");
for (const [key, text] of Object.entries(bundle)) {
  if (holes(key) !== holes(text)) wrong.push(`the places for values differ: ${key}`);
}
[...Object.entries(bundle), ...Object.entries(french).filter(([, text]) => !text.endsWith(".md"))].forEach(([key, text]) => typography(text.replace(/\]\(command:[^)]*\)/g, "]").replace(/`[^`]*`/g, ""), key));

if (wrong.length > 0) {
  console.error(wrong.join("\n"));
  process.exit(1);
}
console.log(`texts: ${asked.length} of package.json and ${said.size} of the extension, in both languages`);
