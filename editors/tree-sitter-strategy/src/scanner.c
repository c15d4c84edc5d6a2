// What a rule of grammar.js cannot say: where a statement ends, what stands between quotes, how a number ends, and which
// brace was forgotten. Braces decide; where they do not balance, the margin does.

#include "tree_sitter/parser.h"

// Of the C library only what tree-sitter also has for WebAssembly.
#include <stdlib.h>
#include <string.h>

enum Token {
    END,
    OPEN,
    CLOSE,
    MISSING_BRACE,
    STRAY_BRACE,
    TEXT,
    UNCLOSED_TEXT,
    NUMBER,
    DATE,
    MONEY,
    PERCENT,
    LITERAL,
    MISSING,
    MISSING_BRACKET,
    MARKDOWN,
    RECOVERING, // stands in no rule: valid only while the parser recovers
};

typedef struct {
    uint16_t depth;
    bool at_margin;  // the last statement outside blocks began in the first column
    bool of_margin;  // so did the one whose block is open
    bool looked;     // the first line of that block was seen
    bool indented;   // and it is indented
    bool judged;     // its brace was looked for
    bool lost;       // and not found: the next item closes it
    bool newline;    // one was passed before a token of no width
} Scanner;

static bool is_thin(int32_t c) {
    return c == ' ' || c == 0xA0 || c == 0x202F || c == 0x2009;
}

static bool is_blank(int32_t c) {
    return is_thin(c) || c == '\t' || c == '\r' || c == '\f' || c == '\v' || c == 0xFEFF;
}

static bool is_digit(int32_t c) {
    return c >= '0' && c <= '9';
}

static bool is_ascii_letter(int32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_letter(int32_t c) {
    return is_ascii_letter(c) || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

static bool is_hyphen(int32_t c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2012);
}

static bool is_quarter(int32_t c) {
    return c == 'T' || c == 't' || c == 'Q' || c == 'q';
}

static bool goes_on(int32_t c) {
    return is_letter(c) || is_digit(c) || c == '_' || (c >= 0x300 && c <= 0x36F);
}

static void advance(TSLexer *lexer) {
    lexer->advance(lexer, false);
}

static void skip(TSLexer *lexer) {
    lexer->advance(lexer, true);
}

static bool found(TSLexer *lexer, enum Token token) {
    lexer->result_symbol = token;
    return true;
}

// A line that begins so goes on with the one above.
static bool continues(TSLexer *lexer) {
    char word[4] = {0};
    unsigned length = 0;
    while (length < 4 && goes_on(lexer->lookahead)) {
        if (lexer->lookahead > 'z' || length == 3) return false;
        word[length++] = (char)lexer->lookahead;
        advance(lexer);
    }
    if (lexer->lookahead == '-' || lexer->lookahead == '.') return false;
    static const char *const WORDS[] = {"and", "or", "et", "ou", "fr", "en"};
    for (unsigned at = 0; at < 6; at++) {
        if (strcmp(word, WORDS[at]) == 0) return true;
    }
    return false;
}

// After a quote. A text that nothing closes ends with its line, or before a brace that opens a block there.
static bool text(TSLexer *lexer) {
    int32_t closing = lexer->lookahead == '"' ? '"' : lexer->lookahead == 0xAB ? 0xBB : 0x201D;
    bool escapes = closing == '"', settled = false;
    advance(lexer);
    lexer->mark_end(lexer);
    while (!lexer->eof(lexer) && lexer->lookahead != '\n') {
        int32_t c = lexer->lookahead;
        if (c == closing) {
            advance(lexer);
            lexer->mark_end(lexer);
            return found(lexer, TEXT);
        }
        advance(lexer);
        if (escapes && c == '\\') {
            if (!lexer->eof(lexer) && lexer->lookahead != '\n') advance(lexer);
        } else if (c == '{' && !settled) {
            while (is_blank(lexer->lookahead)) advance(lexer);
            if (lexer->eof(lexer) || lexer->lookahead == '\n') settled = true;
            else if (lexer->lookahead == '/') {
                advance(lexer);
                settled = lexer->lookahead == '/';
            }
        }
        if (!settled && !is_blank(c)) lexer->mark_end(lexer);
    }
    return found(lexer, UNCLOSED_TEXT);
}

// All that begins with a digit, its unit included, right or wrong.
static bool literal(TSLexer *lexer, bool signed_before) {
    char shape[12] = {0}; // digits as 0, hyphens as -, the letters of a quarter as T
    unsigned length = 0;
    bool plain = true, number = true;
    for (;;) {
        int32_t c = lexer->lookahead;
        if (is_digit(c)) {
            if (length < 11) shape[length++] = '0';
            advance(lexer);
        } else if (c == '_') {
            plain = false;
            if (length < 11) shape[length++] = '_';
            advance(lexer);
        } else if (is_ascii_letter(c)) {
            plain = number = false;
            if (length < 11) shape[length++] = is_quarter(c) || c == 'S' || c == 's' ? 'T' : 'x';
            advance(lexer);
        } else if (c == '.' || c == ',') {
            advance(lexer);
            if (is_digit(lexer->lookahead)) {
                plain = false;
                if (length < 11) shape[length++] = '.';
            } else if (c == '.' && is_quarter(lexer->lookahead)) {
                advance(lexer);
                if (!is_digit(lexer->lookahead)) break;
                plain = number = false;
                if (length < 10) shape[length++] = '-', shape[length++] = 'T';
            } else {
                break;
            }
        } else if (is_hyphen(c) || c == '/') {
            advance(lexer);
            if (!is_digit(lexer->lookahead) && !is_ascii_letter(lexer->lookahead)) break;
            plain = number = false;
            if (length < 11) shape[length++] = '-';
            continue;
        } else if (is_blank(c)) {
            // A blank, three digits and no fourth; or a unit.
            bool thin = is_thin(c);
            advance(lexer);
            unsigned digits = 0;
            while (thin && plain && digits < 4 && is_digit(lexer->lookahead)) digits++, advance(lexer);
            if (digits == 3 && !is_digit(lexer->lookahead)) {
                if (length < 11) shape[length++] = '0';
                lexer->mark_end(lexer);
                continue;
            }
            if (digits > 0) break;
            while (is_blank(lexer->lookahead)) advance(lexer);
            goto unit;
        } else {
            goto unit;
        }
        lexer->mark_end(lexer);
    }
    goto shape;

unit: {
    int32_t c = lexer->lookahead;
    if (c == '%' || c == 0x2030) {
        advance(lexer);
        lexer->mark_end(lexer);
        return found(lexer, PERCENT);
    }
    char name[6] = {0};
    unsigned letters = 0;
    while (letters < 5 && is_ascii_letter(lexer->lookahead)) {
        name[letters++] = (char)lexer->lookahead;
        advance(lexer);
    }
    c = lexer->lookahead;
    if (c == 0x20AC || c == 0xA3 || c == '$') {
        static const char *const SCALES[] = {"", "k", "K", "M", "Md"};
        for (unsigned at = 0; at < 5; at++) {
            if (strcmp(name, SCALES[at]) == 0) {
                advance(lexer);
                lexer->mark_end(lexer);
                return found(lexer, MONEY);
            }
        }
    } else if (!goes_on(c)) {
        static const char *const NAMES[] = {"EUR", "euros", "euro", "GBP", "CHF", "kCHF", "MCHF", "USD", "CAD"};
        for (unsigned at = 0; at < 9; at++) {
            if (strcmp(name, NAMES[at]) == 0) {
                lexer->mark_end(lexer);
                return found(lexer, MONEY);
            }
        }
    }
}

shape:
    if (signed_before) return found(lexer, MONEY);
    if (number) return found(lexer, NUMBER);
    static const char *const DATES[] = {"0000-T0", "0000-00", "0000-00-00", "00-00-0000", "00-0000", "0-00-0000", "00-0-0000", "0-0-0000"};
    for (unsigned at = 0; at < 8; at++) {
        if (strcmp(shape, DATES[at]) == 0) return found(lexer, DATE);
    }
    return found(lexer, LITERAL);
}

// Behind a brace: does the text go on to the right of the margin, on another line?
static bool goes_on_indented(TSLexer *lexer) {
    bool below = false;
    unsigned column = 0;
    while (is_blank(lexer->lookahead) || lexer->lookahead == '\n') {
        column = lexer->lookahead == '\n' ? 0 : column + 1;
        below |= lexer->lookahead == '\n';
        advance(lexer);
    }
    return below && column > 0 && !lexer->eof(lexer);
}

enum { FURTHEST = 1 << 17 }; // characters that are looked at to find a brace

// Is there a brace further on that closes the outermost of `depth` blocks? Of no block: one too many.
static bool closes_ahead(TSLexer *lexer, unsigned depth, bool *indented) {
    bool line_start = true;
    unsigned column = 0;
    for (unsigned count = 0; count < FURTHEST && !lexer->eof(lexer); count++) {
        int32_t c = lexer->lookahead;
        if (line_start && !is_blank(c) && c != '\n') {
            *indented |= column > 0 && is_letter(c);
            line_start = false;
        }
        column++;
        if (c == '\n') {
            line_start = true;
            column = 0;
        } else if (c == '{') {
            depth++;
        } else if (c == '}') {
            if (depth <= 1) return true;
            depth--;
        } else if (c == '/') {
            advance(lexer);
            if (lexer->lookahead != '/') continue;
            while (!lexer->eof(lexer) && lexer->lookahead != '\n') advance(lexer), count++;
            continue;
        } else if (c == '"' || c == 0xAB || c == 0x201C) {
            int32_t closing = c == '"' ? '"' : c == 0xAB ? 0xBB : 0x201D, last = c;
            advance(lexer);
            while (!lexer->eof(lexer) && lexer->lookahead != '\n' && lexer->lookahead != closing) {
                bool escape = closing == '"' && lexer->lookahead == '\\';
                if (!is_blank(lexer->lookahead)) last = lexer->lookahead;
                advance(lexer), count++;
                if (escape && !lexer->eof(lexer) && lexer->lookahead != '\n') advance(lexer), count++;
            }
            // A text that nothing closes ends at a brace that opens a block.
            if (lexer->lookahead != closing) {
                if (last == '{') depth++;
                continue;
            }
        }
        advance(lexer);
    }
    return false;
}

void *tree_sitter_strategy_external_scanner_create(void);
void tree_sitter_strategy_external_scanner_destroy(void *payload);
unsigned tree_sitter_strategy_external_scanner_serialize(void *payload, char *buffer);
void tree_sitter_strategy_external_scanner_deserialize(void *payload, const char *buffer, unsigned length);
bool tree_sitter_strategy_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid);

bool tree_sitter_strategy_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid) {
    Scanner *scanner = payload;
    bool recovering = valid[RECOVERING];
    if (valid[MARKDOWN] && !recovering) {
        while (!lexer->eof(lexer) && lexer->lookahead != '\n') advance(lexer);
        lexer->mark_end(lexer);
        return found(lexer, MARKDOWN);
    }
    bool newline = scanner->newline;
    while (is_blank(lexer->lookahead) || lexer->lookahead == '\n') {
        newline |= lexer->lookahead == '\n';
        skip(lexer);
    }
    lexer->mark_end(lexer);
    int32_t c = lexer->lookahead;
    bool at_end = lexer->eof(lexer);
    bool at_margin = newline && (at_end || lexer->get_column(lexer) == 0);

    if (newline && valid[END] && c != '{') {
        if ((c == 'a' || c == 'e' || c == 'f' || c == 'o') && continues(lexer)) return false;
        scanner->newline = false;
        if (scanner->depth == 0) {
            if (c != '/') scanner->at_margin = at_margin;
        } else if (!scanner->looked && c != '/' && c != '}') {
            scanner->looked = true;
            scanner->indented = !at_margin;
        }
        // A word at the margin within a block: its brace may stand below, or nowhere.
        if (at_margin && is_letter(c) && scanner->depth > 0 && scanner->of_margin && !scanner->judged) {
            bool indented = scanner->indented;
            scanner->judged = true;
            scanner->lost = !closes_ahead(lexer, scanner->depth, &indented) && indented;
        }
        return found(lexer, END);
    }

    if (valid[MISSING] && !recovering && (at_end || c == '{' || c == '}')) return found(lexer, MISSING);
    if (valid[MISSING_BRACKET] && !recovering) {
        bool item = at_margin && !valid[MISSING] && is_letter(c) && (scanner->depth == 0 || (scanner->of_margin && scanner->indented));
        if (at_end || c == '{' || c == '}' || item) {
            scanner->newline = newline;
            return found(lexer, MISSING_BRACKET);
        }
    }
    if (valid[MISSING_BRACE] && !recovering && scanner->depth > 0 && (at_end || scanner->lost)) {
        if (--scanner->depth == 0) scanner->lost = false;
        return found(lexer, MISSING_BRACE);
    }
    if (at_end) return false;

    switch (c) {
    case '{':
        if (!valid[OPEN]) return false;
        if (scanner->depth == 0) {
            scanner->of_margin = scanner->at_margin;
            scanner->looked = scanner->indented = scanner->judged = scanner->lost = false;
        }
        if (scanner->depth < UINT16_MAX) scanner->depth++;
        advance(lexer);
        lexer->mark_end(lexer);
        return found(lexer, OPEN);
    case '}': {
        if (!valid[CLOSE] && !valid[STRAY_BRACE]) return false;
        bool last = scanner->depth == 1 && scanner->of_margin && scanner->indented;
        bool indented = last && valid[STRAY_BRACE] && !recovering && lexer->get_column(lexer) > 0;
        bool ignored;
        advance(lexer);
        lexer->mark_end(lexer);
        if (scanner->depth == 0 || !valid[CLOSE] || (indented && goes_on_indented(lexer) && closes_ahead(lexer, 0, &ignored))) {
            return valid[STRAY_BRACE] && found(lexer, STRAY_BRACE);
        }
        scanner->depth--;
        return found(lexer, CLOSE);
    }
    case '"':
    case 0xAB:
    case 0x201C:
        return valid[TEXT] && text(lexer);
    case 0x20AC:
    case 0xA3:
        if (!valid[MONEY]) return false;
        advance(lexer);
        while (is_blank(lexer->lookahead)) advance(lexer);
        return is_digit(lexer->lookahead) && literal(lexer, true);
    default:
        return valid[NUMBER] && is_digit(c) && literal(lexer, false);
    }
}

void *tree_sitter_strategy_external_scanner_create(void) {
    Scanner *scanner = calloc(1, sizeof(Scanner));
    if (scanner) scanner->at_margin = true;
    return scanner;
}

void tree_sitter_strategy_external_scanner_destroy(void *payload) {
    free(payload);
}

unsigned tree_sitter_strategy_external_scanner_serialize(void *payload, char *buffer) {
    memcpy(buffer, payload, sizeof(Scanner));
    return sizeof(Scanner);
}

void tree_sitter_strategy_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {
    static const Scanner BEGINNING = {.at_margin = true};
    memcpy(payload, length == sizeof(Scanner) ? buffer : (const char *)&BEGINNING, sizeof(Scanner));
}
