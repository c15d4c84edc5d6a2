/**
 * The shape of a plan, for editors: words to the end of the line, and a block where there is more to say.
 * The grammar knows no keyword but the units of a quantity; the queries know the others.
 * What depends on the rest of the line or on the margin is read in src/scanner.c.
 */

const LETTER = "\\p{L}";
const INNER = "\\p{L}\\p{N}_\\u0300-\\u036f"; // some systems write accents apart
const HYPHEN = "\\-\\u2010-\\u2012"; // the no-break ones of word processors too

module.exports = grammar({
  name: "strategy",

  word: $ => $.word,

  externals: $ => [
    $._end,
    $._open,
    $._close,
    $.missing_brace,
    $.stray_brace,
    $.text,
    $.unclosed_text,
    $.number,
    $.date,
    $.money,
    $.percent,
    $.literal,
    $.missing,
    $._missing_bracket,
    $.markdown,
    $._recovering,
  ],

  // Where a newline ends a statement the scanner says so first.
  extras: $ => [/[\s\u00a0\u2009\u202f\ufeff]/, $.comment, $.documentation],

  rules: {
    file: $ => repeat($._entry),

    _entry: $ => choice($.statement, $.stray_brace, $._end),

    block: $ => seq(alias($._open, "{"), repeat($._entry), choice(alias($._close, "}"), $.missing_brace)),

    statement: $ =>
      prec.right(
        choice(
          seq(
            repeat($._bullet),
            choice(seq(field("keyword", $._word), repeat($._more)), seq($._value, repeat($._more))),
            optional(field("block", $.block)),
          ),
          seq(repeat1($._bullet), optional(field("block", $.block))),
        ),
      ),

    // What a word processor puts before a line of a list.
    _bullet: $ => alias(choice("-", "−", "–", "—", "*", $.unreadable), $.bullet),

    // A list goes on behind its comma, in the next line too.
    _more: $ => choice($._part, seq(repeat1(","), choice($._part, $.missing))),

    _part: $ => choice($._word, $._value, $.range, $.operator, $.unreadable),

    _value: $ =>
      choice(
        $.elided,
        $.text,
        $.unclosed_text,
        $.date,
        $.money,
        $.percent,
        $.number,
        $.quantity,
        $.literal,
        $.group,
        ":",
      ),

    // A duration or a share of a post: `18 months`, `0,5 etp`.
    quantity: $ => prec(1, seq($.number, field("unit", $.unit))),

    unit: $ =>
      choice(
        "month", "months", "mois",
        "year", "years", "an", "ans", "année", "années",
        "week", "weeks", "semaine", "semaines",
        "hour", "hours", "heure", "heures",
        "minute", "minutes",
        "fte", "FTE", "etp", "ETP",
        seq(choice("jour", "jours"), optional(choice("franc", "francs"))),
        seq(optional("clear"), choice("day", "days")),
      ),

    // Between brackets a newline ends nothing.
    group: $ => choice(seq("(", repeat($._more), choice(")", $._lost)), seq("[", repeat($._more), choice("]", $._lost))),

    _lost: $ => alias($._missing_bracket, $.missing),

    range: _ => choice("..", "...", "…", "–", "—"),

    operator: _ => choice("=", "<", ">", "<=", ">=", "<>", "≤", "≥", "≠", "!=", "+", "-", "−", "*", "/", "×", "÷"),

    _word: $ => choice($.word, alias($._marked, $.word)),

    // guichet, user-approach, identite.ouverture
    word: _ => new RegExp(`[${LETTER}][${INNER}]*([.${HYPHEN}][\\p{L}\\p{N}_][${INNER}]*)*`),

    // Words with a mark in them: `jusqu'au`, and a shortened month with its point (`sept. 2027`).
    _marked: _ => token(choice(/[Jj]usqu['’](au|à|a)/, /(janv|févr|fevr|avr|juil|sept|oct|nov|déc|dec|jan|feb|mar|apr|jun|jul|aug|sep)\./)),

    // d'ici, l'objectif, qu'une, n'est
    elided: _ => /([dlnqjscmDLNQJSCM]|[Qq]u)['’]/,

    // What no plan holds: read one by one, so that the rest of the line keeps its meaning.
    unreadable: _ => token(prec(-1, /[^\s\p{L}{}]/)),

    comment: _ => token(choice("//", /\/\/[^\/\n][^\n]*/, /\/\/\/\/[^\n]*/)),
    documentation: $ => seq("///", $.markdown),
  },
});
