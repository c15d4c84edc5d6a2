// Writes syntaxes/strategy.tmLanguage.json from the words of the language; with --check, says whether what is kept is current.

import { readFileSync, writeFileSync } from "node:fs";
import { planWords, policyWords, smallWords } from "./words.mjs";

// --- a word, as it may be written: accents and capitals are free, an apostrophe is straight or curly ------------------

const BLANK = "[ \\t\\x{A0}\\x{202F}\\x{2009}]";
const LETTER = "\\p{L}\\p{M}\\p{N}_";
/** No letter behind it; nor a hyphen and a letter, which would make a longer word. */
const END = `(?![${LETTER}]|[-\\x{2010}-\\x{2012}.][\\p{L}])`;
const BEGIN = `(?<![${LETTER}.-])`;

function spelt(word) {
  let out = "";
  for (const c of word) {
    const [bare, mark] = c.normalize("NFD");
    if (mark) out += `(?:${c}|${bare}${mark}?)`;
    else if (c === "'") out += "['’]";
    else if (c === " ") out += `${BLANK}+`;
    else if (c === "-") out += "[-\\x{2010}-\\x{2012}]";
    else if (/[.*+?^${}()|[\]\\]/.test(c)) out += `\\${c}`;
    else out += c;
  }
  return out;
}

const any = (words) => `(?i:${[...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).map(spelt).join("|")})`;

/** An elided word stands before a letter. */
function joined(words) {
  const elided = words.filter((word) => word.endsWith("'"));
  const whole = words.filter((word) => !word.endsWith("'"));
  return `${BEGIN}(?:${any(whole)}${END}${elided.length ? `|${any(elided)}` : ""})`;
}

const plan = planWords();
const policy = policyWords();
const small = smallWords();
const smalls = (...rows) => rows.flatMap((row) => small.get(row));

const NAME = `[\\p{L}][${LETTER}]*(?:[-\\x{2010}-\\x{2012}][${LETTER}]+)*`;
const STATEMENT = `(?:^|(?<=[{}]))(${BLANK}*)`;
const NUMBER = `\\d(?:[\\d_]|${BLANK}(?=\\d{3}(?!\\d)))*(?:[.,]\\d+)?`;

const include = (...names) => names.map((name) => ({ include: `#${name}` }));

const grammar = {
  information_for_contributors: ["Written by scripts/grammar.mjs from the words of the language: change that, then run `npm run grammar`."],
  name: "strategy",
  scopeName: "source.strategy",
  fileTypes: ["dsl"],
  patterns: include("plan"),
  repository: {
    plan: { patterns: include("comments", "policy", "settings", "statement", "values") },
    // `risque ia` is one word, and not a `risque`.
    statement: { patterns: include("long-field", "declaration", "field") },
    "long-field": { match: `${STATEMENT}(${any(plan.fields.filter((word) => word.includes(" ")))})${END}`, captures: { 2: { name: "keyword.other.strategy" } } },

    comments: {
      patterns: [
        { name: "comment.block.documentation.strategy", begin: "///", end: "$", beginCaptures: { 0: { name: "punctuation.definition.comment.strategy" } }, patterns: include("markdown") },
        { name: "comment.line.double-slash.strategy", begin: "//", end: "$", beginCaptures: { 0: { name: "punctuation.definition.comment.strategy" } } },
      ],
    },
    // What is printed with its emphasis: enough to be seen as such.
    markdown: {
      patterns: [
        { name: "markup.bold.strategy", match: "\\*\\*[^*\\s](?:[^*]*[^*\\s])?\\*\\*" },
        { name: "markup.italic.strategy", match: "(?<!\\*)\\*[^*\\s](?:[^*]*[^*\\s])?\\*(?!\\*)" },
        { match: "(\\[[^\\]]+\\])(\\([^)]+\\))", captures: { 1: { name: "string.other.link.title.strategy" }, 2: { name: "markup.underline.link.strategy" } } },
        { name: "markup.inline.raw.strategy", match: "`[^`]+`" },
      ],
    },

    declaration: {
      patterns: [
        {
          // `objectif guichet "Guichet numérique"`, `indicateur demarches {`
          match: `${STATEMENT}(${any(plan.things)})${END}${BLANK}+(${NAME})(?=${BLANK}*(?:["«“{]|${any(smalls("On"))}${END}))`,
          captures: { 2: { name: "keyword.control.strategy" }, 3: { name: "entity.name.type.strategy" } },
        },
        // `pilote CDO`, in a sheet
        { match: `${STATEMENT}(${any(plan.both)})${END}(?!${BLANK}*(?:["«“{]))`, captures: { 2: { name: "keyword.other.strategy" } } },
        {
          match: `${STATEMENT}(${any(plan.things)})${END}(?:${BLANK}+(${NAME})(?=${BLANK}*$))?`,
          captures: { 2: { name: "keyword.control.strategy" }, 3: { name: "entity.name.type.strategy" } },
        },
      ],
    },
    field: { match: `${STATEMENT}(${any(plan.fields)})${END}`, captures: { 2: { name: "keyword.other.strategy" } } },

    // `utiliser std.policies.finance with {`: settings of policies, each under its code.
    settings: {
      begin: `${STATEMENT}(${any(["use", "utiliser"])})${END}(?=[^{"«“]*${BLANK}(?:with|avec)${BLANK}*\\{)`,
      beginCaptures: { 2: { name: "keyword.other.strategy" } },
      end: "(?<=\\})",
      patterns: [
        ...include("comments"),
        { name: "keyword.operator.word.strategy", match: `${BEGIN}(?:with|avec)${END}` },
        ...include("setting-block", "library"),
      ],
    },
    "setting-block": {
      begin: "\\{",
      end: "\\}",
      beginCaptures: { 0: { name: "punctuation.section.block.begin.strategy" } },
      endCaptures: { 0: { name: "punctuation.section.block.end.strategy" } },
      patterns: [
        ...include("comments", "setting-block"),
        { match: `${STATEMENT}(${any(policy.statements)})${END}`, captures: { 2: { name: "keyword.other.strategy" } } },
        { match: `${STATEMENT}([A-Z]{2,}(?:-[A-Z0-9]+)*-\\d+[a-z]?)(?![${LETTER}-])`, captures: { 2: { name: "entity.name.tag.strategy" } } },
        { match: `${STATEMENT}(${NAME})(?=${BLANK})`, captures: { 2: { name: "variable.parameter.strategy" } } },
        ...include("operators", "values"),
      ],
    },
    library: { name: "string.unquoted.library.strategy", match: `std(?:\\.[\\p{L}][${LETTER}-]*)+` },

    // --- values -----------------------------------------------------------------------------------------------------

    values: { patterns: include("strings", "dates", "money", "quantities", "punctuation", "library", "rule-code", "constants", "joins") },
    strings: {
      patterns: [
        {
          name: "string.quoted.double.strategy",
          begin: '"', end: '"|$',
          beginCaptures: { 0: { name: "punctuation.definition.string.begin.strategy" } },
          endCaptures: { 0: { name: "punctuation.definition.string.end.strategy" } },
          patterns: [{ name: "constant.character.escape.strategy", match: "\\\\." }],
        },
        {
          name: "string.quoted.other.guillemets.strategy",
          begin: "«", end: "»|$",
          beginCaptures: { 0: { name: "punctuation.definition.string.begin.strategy" } },
          endCaptures: { 0: { name: "punctuation.definition.string.end.strategy" } },
        },
        {
          name: "string.quoted.other.curly.strategy",
          begin: "“", end: "”|$",
          beginCaptures: { 0: { name: "punctuation.definition.string.begin.strategy" } },
          endCaptures: { 0: { name: "punctuation.definition.string.end.strategy" } },
        },
      ],
    },
    dates: {
      patterns: [
        { name: "constant.numeric.date.strategy", match: `${BEGIN}\\d{4}[-\\x{2010}-\\x{2012}](?:[TQS][1-4]|\\d{2}(?:[-\\x{2010}-\\x{2012}]\\d{2})?)(?![${LETTER}-])` },
        // A year is a number of four digits with no unit behind it.
        { name: "constant.numeric.date.strategy", match: `${BEGIN}(?:19|20|21)\\d{2}(?![${LETTER}]|[-.,]\\d|${BLANK}\\d{3}(?!\\d)|${BLANK}*(?:%|‰|[kKM]?[€£$]|Md€|EUR|euro|CHF|GBP))` },
      ],
    },
    money: {
      match: `${BEGIN}(${NUMBER})(${BLANK}*)((?:Md|[kKM])?[€£$]|(?:[kM]?CHF|EUR|euros?|GBP|USD|CAD)${END})(?:${BLANK}+((?:HT|TTC)${END}))?`,
      captures: { 1: { name: "constant.numeric.money.strategy" }, 3: { name: "keyword.other.unit.strategy" }, 4: { name: "keyword.other.unit.strategy" } },
    },
    quantities: {
      patterns: [
        { match: `${BEGIN}(${NUMBER})${BLANK}*([%‰])`, captures: { 1: { name: "constant.numeric.percent.strategy" }, 2: { name: "keyword.other.unit.strategy" } } },
        {
          match: `${BEGIN}(${NUMBER})${BLANK}*(${any([...smalls("Days", "Weeks", "Months", "Quarters", "Years", "Fte"), "jours francs", "clear days", "jour franc", "clear day"])})${END}`,
          captures: { 1: { name: "constant.numeric.strategy" }, 2: { name: "keyword.other.unit.strategy" } },
        },
        { name: "constant.numeric.strategy", match: `${BEGIN}${NUMBER}(?![${LETTER}])` },
      ],
    },
    punctuation: {
      patterns: [
        { name: "keyword.operator.range.strategy", match: "\\.\\.\\.?|…" },
        { name: "punctuation.separator.list.strategy", match: "," },
        { name: "punctuation.separator.key-value.strategy", match: ":" },
        { name: "punctuation.section.block.begin.strategy", match: "\\{" },
        { name: "punctuation.section.block.end.strategy", match: "\\}" },
      ],
    },
    "rule-code": { name: "entity.name.tag.strategy", match: `${BEGIN}[A-Z]{2,}(?:-[A-Z0-9]+)*-\\d+[a-z]?(?![${LETTER}-])` },
    constants: {
      name: "constant.language.strategy",
      match: joined([...smalls("Yes", "No", "Continuous"), "unknown", "to define", "to be defined", "inconnu", "inconnue", "à définir", "HT", "TTC"]),
    },
    joins: {
      name: "keyword.operator.word.strategy",
      match: joined([...smalls("On", "Of", "Start", "End", "Every", "About", "Over", "Under", "Instead", "InAll", "For", "Concerning", "Against", "Abstentions"), "du", "with", "avec"]),
    },

    // --- policies ---------------------------------------------------------------------------------------------------

    policy: {
      begin: `${STATEMENT}(${any(policy.items)})${END}(?:${BLANK}+(${NAME}))?(?=[^{]*\\{)`,
      beginCaptures: { 2: { name: "keyword.control.policy.strategy" }, 3: { name: "entity.name.function.policy.strategy" } },
      end: "(?<=\\})",
      patterns: include("comments", "policy-block", "values"),
    },
    "policy-block": {
      begin: "\\{",
      end: "\\}",
      beginCaptures: { 0: { name: "punctuation.section.block.begin.strategy" } },
      endCaptures: { 0: { name: "punctuation.section.block.end.strategy" } },
      patterns: [
        ...include("comments", "policy", "policy-test"),
        { match: `${STATEMENT}(${any(policy.statements)})${END}`, captures: { 2: { name: "keyword.other.policy.strategy" } } },
        { name: "keyword.operator.word.strategy", match: `${BEGIN}(?:all|any|toutes|l['’]une)${END}(?=${BLANK}*\\{)` },
        ...include("policy-block", "message-strings", "operators", "values"),
      ],
    },
    // The small plans that a policy is tried on.
    "policy-test": {
      begin: `${STATEMENT}(${any(policy.tests)})${END}(?=[^{]*\\{)`,
      beginCaptures: { 2: { name: "keyword.control.test.strategy" } },
      end: "(?<=\\})",
      patterns: include("comments", "plan-block", "values"),
    },
    "plan-block": {
      begin: "\\{",
      end: "\\}",
      beginCaptures: { 0: { name: "punctuation.section.block.begin.strategy" } },
      endCaptures: { 0: { name: "punctuation.section.block.end.strategy" } },
      patterns: include("comments", "plan-block", "statement", "values"),
    },
    "message-strings": {
      patterns: [
        ['"', '"', "double"], ["«", "»", "other.guillemets"], ["“", "”", "other.curly"],
      ].map(([begin, end, kind]) => ({
        name: `string.quoted.${kind}.strategy`,
        begin, end: `${end}|$`,
        beginCaptures: { 0: { name: "punctuation.definition.string.begin.strategy" } },
        endCaptures: { 0: { name: "punctuation.definition.string.end.strategy" } },
        patterns: [
          { name: "constant.character.escape.strategy", match: kind === "double" ? "\\\\.|\\{\\{|\\}\\}" : "\\{\\{|\\}\\}" },
          { name: "constant.other.placeholder.strategy", match: "\\{[^{}]*\\}" },
        ],
      })),
    },
    operators: {
      patterns: [
        {
          name: "keyword.operator.comparison.strategy",
          match: `${BEGIN}${any(["is not", "is", "n'est pas", "est", "parmi", "dans", "not in", "hors de", "contient", "contains", "in", "avant", "before", "après", "after"])}${END}`,
        },
        { name: "keyword.operator.logical.strategy", match: `${BEGIN}${any(["and", "or", "not", "et", "ou", "non", "à défaut", "otherwise", "si", "alors", "sinon", "if", "then", "else"])}${END}` },
        {
          name: "keyword.operator.quantifier.strategy",
          match: `${BEGIN}(?:${any(["n'existe pas", "existe", "exists", "aucune", "aucun", "no", "toute", "tout", "every", "vérifie", "satisfies", "connu", "known", "tel que", "telle que", "tels que", "telles que", "where"])}${END}|(?i:telles?|tels?)${BLANK}+qu['’])`,
        },
        { name: "support.function.strategy", match: `${BEGIN}${any(["nombre", "number", "count", "somme", "sum", "minimum", "earliest", "maximum", "latest", "min", "max", "part", "share", "liste", "list"])}${END}(?=${BLANK}+(?:de|du|des|d['’]|of)|['’])` },
        { name: "keyword.operator.comparison.strategy", match: "<=|>=|<>|!=|[=<>≤≥≠]" },
        { name: "keyword.operator.arithmetic.strategy", match: `[+*×÷/]|[-−](?=${BLANK})` },
      ],
    },
  },
};

const path = new URL("../syntaxes/strategy.tmLanguage.json", import.meta.url);
const text = `${JSON.stringify(grammar, null, 1)}\n`;
if (process.argv.includes("--check")) {
  if (readFileSync(path, "utf8") !== text) {
    console.error("syntaxes/strategy.tmLanguage.json is not current: npm run grammar");
    process.exit(1);
  }
  console.log(`grammar: current (${plan.things.length} + ${plan.fields.length} keywords of plans, ${Object.values(policy).flat().length} of policies)`);
} else {
  writeFileSync(path, text);
}
