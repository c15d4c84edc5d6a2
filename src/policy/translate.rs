//! Policies in the words of the other language: keywords, operators, facts, words of lists, units. Names, texts and notes stay as they are,
//! and so does what is judged: the tree that is read from both is the same.
//!
//! In: a file's text. Out: the same with its policies, packs, thresholds and settings in one language. What cannot be read stays as it is.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::judge::{Set, library_text};
use super::kinds::gender;
use super::phrases::{Means, PHRASES, Phrase};
use super::typed::Threshold;
use super::typing::{Known, Typer};
use super::visit::Visit;
use super::written::{self, SettingWhat, Text, Written, severity_of, severity_word};
use crate::diagnostic::{Lang, suggest};
use crate::language::{ITEMS, OF_PACK, OF_THRESHOLD, PolicyWord, STATEMENTS, is_policy, policy_word, settings_of};
use crate::syntax::cut;
use crate::syntax::expression::{Node, Scanned, scanned};
use crate::syntax::statement::{Sentence, sentences, without_notes};
use crate::text::SourceId;

/// The policies of a text in a language; nothing where it holds none. `library`: all of it, for the thresholds that they may name.
pub fn translated(text: &str, lang: Lang, library: &Set) -> Option<String> {
    let items: Vec<Range<usize>> = cut(text).into_iter().map(|chunk| chunk.range).filter(|range| is_policy(&text[range.clone()])).collect();
    if items.is_empty() {
        return None;
    }
    let (mut out, mut end) = (String::with_capacity(text.len()), 0);
    for range in items {
        let item = &text[range.clone()];
        let other = Item::of(item, lang, &library.thresholds).written();
        let same = other == item || sense(item, &library.thresholds) == sense(&other, &library.thresholds);
        out += &text[end..range.start];
        out += if same { &other } else { item };
        end = range.end;
    }
    Some(out + &text[end..])
}

/// What an item says, whichever language its words are in: its typed policies, and the rules of what is wrong in it, without places.
fn sense(item: &str, thresholds: &[Threshold]) -> String {
    let (source, names) = (SourceId(0), FxHashMap::default());
    let written = written::read(&[Text { source, base: 0, text: item, library: false }]);
    let known = Known { thresholds, names: &names };
    let mut out = format!("{} {} {}", written.packs.len(), written.thresholds.len(), written.settings.len());
    let mut wrong: Vec<&str> = written.diagnostics.iter().map(|found| found.rule.id).collect();
    for policy in &written.policies {
        let mut typer = Typer::new(&known, source, Lang::Fr);
        let typed = typer.policy(policy, &[]);
        out += &format!(
            "{:?}",
            (&typed.applies, &typed.each, &typed.clauses, &typed.at, &typed.show, &typed.message, &typed.help, &typed.change)
        );
        wrong.extend(typer.diagnostics.iter().map(|found| found.rule.id));
    }
    for threshold in &written.thresholds {
        let values = threshold.values.iter().flat_map(|(day, value)| [day, value]).chain(&threshold.until);
        out += &format!("{:?}", values.map(|expr| Typer::new(&known, source, Lang::Fr).constant_of(expr)).collect::<Vec<_>>());
    }
    // Places differ; what stands at them does not.
    const PLACE: &str = "At { ";
    let placeless: String = out
        .split(PLACE)
        .enumerate()
        .map(|(at, rest)| if at == 0 { rest } else { rest.split_once('}').map_or("", |(_, rest)| rest) })
        .collect();
    format!("{placeless} {wrong:?}")
}

/// The text of one item, and what is to be written instead, place by place.
struct Item<'a> {
    text: &'a str,
    lang: Lang,
    /// Words that mean something of ours, by where they begin, in English and in French.
    told: FxHashMap<u32, [&'static str; 2]>,
    /// Words of paths, calls and names: what is not told is the author's own.
    own: FxHashSet<u32>,
    /// Where what is gone through is named: `objectifs` in `objectifs tels que`.
    kinds: FxHashSet<u32>,
    edits: Vec<(Range<usize>, String)>,
    /// It is in the language already, by the word that it begins with.
    already: bool,
}

impl<'a> Item<'a> {
    fn of(text: &'a str, lang: Lang, thresholds: &[Threshold]) -> Item<'a> {
        let source = SourceId(0);
        let written = written::read(&[Text { source, base: 0, text, library: false }]);
        let first = text.split_whitespace().next().unwrap_or("");
        let already = match lang {
            Lang::Fr => ["règle", "regle", "recueil", "seuil", "utiliser"].contains(&first),
            Lang::En => ["policy", "pack", "threshold", "use"].contains(&first),
        };
        let mut item = Item {
            text,
            lang,
            told: FxHashMap::default(),
            own: FxHashSet::default(),
            kinds: FxHashSet::default(),
            edits: Vec::new(),
            already,
        };
        item.read(&written, thresholds);
        item.collect(&written);
        item.all();
        item
    }

    fn written(mut self) -> String {
        self.edits.sort_by_key(|(range, _)| range.start);
        let mut text = self.text.to_owned();
        for (range, word) in self.edits.into_iter().rev() {
            text.replace_range(range, &word);
        }
        text
    }

    // --- what the words mean ----------------------------------------------------------------------------------------

    fn read(&mut self, written: &Written, thresholds: &[Threshold]) {
        let (source, names) = (SourceId(0), FxHashMap::default());
        let known = Known { thresholds, names: &names };
        let mut meant = Vec::new();
        for policy in &written.policies {
            let mut typer = Typer::new(&known, source, self.lang);
            typer.told = Some(Vec::new());
            typer.policy(policy, &[]);
            meant.extend(typer.told.into_iter().flatten());
        }
        for setting in &written.settings {
            let (SettingWhat::Parameter(name, value), Some(of)) = (&setting.what, library_text(&setting.policy.word)) else { continue };
            // The library's own words stand in another text.
            let mut typer = Typer::new(&known, of.source, self.lang);
            typer.told = Some(Vec::new());
            typer.policy(of, &[(name.word.clone(), value.clone(), source)]);
            meant.extend(typer.told.into_iter().flatten());
        }
        let here = meant.into_iter().filter(|(span, _)| span.source == source);
        self.told.extend(here.map(|(span, words)| (span.start, words)));
    }

    fn collect(&mut self, written: &Written) {
        let (own, kinds) = (std::cell::RefCell::new(FxHashSet::default()), std::cell::RefCell::new(FxHashSet::default()));
        let mut visit = Visit {
            expr: &mut |expr| match &expr.node {
                Node::Path(steps) => own.borrow_mut().extend(steps.iter().map(|step| step.at.start)),
                Node::Call(step, _) => drop(own.borrow_mut().insert(step.at.start)),
                _ => {}
            },
            range: &mut |range| {
                own.borrow_mut().extend(std::iter::once(&range.kind).chain(&range.name).map(|step| step.at.start));
                kinds.borrow_mut().insert(range.kind.at.start);
            },
        };
        written.policies.iter().for_each(|policy| visit.policy(policy));
        for threshold in &written.thresholds {
            threshold.values.iter().flat_map(|(day, value)| [day, value]).chain(&threshold.until).for_each(|expr| visit.expr(expr));
        }
        for setting in &written.settings {
            if let SettingWhat::Parameter(_, value) = &setting.what {
                visit.expr(value);
            }
        }
        (self.own, self.kinds) = (own.into_inner(), kinds.into_inner());
    }

    // --- statements -------------------------------------------------------------------------------------------------

    fn all(&mut self) {
        for sentence in sentences(self.text, 0..self.text.len()) {
            let words = without_notes(self.text, sentence.words.clone());
            match settings_of(&words) {
                Some(_) => self.settings(&sentence, &words),
                None => self.statement(&sentence, ITEMS),
            }
        }
    }

    fn inner(&mut self, sentence: &Sentence, wanted: &[PolicyWord]) {
        let Some(block) = sentence.block.clone() else { return };
        for inner in sentences(self.text, block) {
            self.statement(&inner, wanted);
        }
    }

    fn statement(&mut self, sentence: &Sentence, wanted: &[PolicyWord]) {
        let words = without_notes(self.text, sentence.words.clone());
        let Some((word, length)) = policy_word(&words, wanted) else { return };
        let lead = words.len() - words.trim_start().len();
        let start = sentence.words.start;
        self.put(start + lead..start + length, word.spelling(self.lang));
        let behind = start + length..sentence.words.end;
        match word {
            PolicyWord::Policy => self.inner(sentence, STATEMENTS),
            PolicyWord::Pack => self.inner(sentence, OF_PACK),
            PolicyWord::Threshold => self.inner(sentence, OF_THRESHOLD),
            PolicyWord::Parameter => {
                if let Some(equals) = self.text[behind.clone()].find('=') {
                    self.words(behind.start + equals + 1..behind.end);
                }
                self.inner(sentence, &[PolicyWord::Also]);
            }
            PolicyWord::Let => {
                if let Some(equals) = self.text[behind.clone()].find('=') {
                    self.words(behind.start + equals + 1..behind.end);
                }
            }
            PolicyWord::Applies | PolicyWord::Where | PolicyWord::Require => match sentence.block.clone() {
                Some(block) => self.group(behind, block),
                None => self.words(behind),
            },
            PolicyWord::Each | PolicyWord::At | PolicyWord::Show | PolicyWord::Since | PolicyWord::Until => self.words(behind),
            PolicyWord::Severity => self.severity(behind),
            PolicyWord::Fix | PolicyWord::Suggest => self.change(behind),
            PolicyWord::Flags | PolicyWord::Passes | PolicyWord::Undecided | PolicyWord::Aside => self.test(word, behind),
            _ => {}
        }
    }

    /// `exige l'une { … }`: the lines are conditions, or groups of them.
    fn group(&mut self, words: Range<usize>, block: Range<usize>) {
        let written = self.text[words.clone()].trim();
        if !written.is_empty() {
            let any = suggest::fold(written).contains("un") || suggest::fold(written) == "any";
            let start = words.start + self.text[words.clone()].find(written).unwrap_or(0);
            let word = if any { self.lang.of("l'une", "any") } else { self.lang.of("toutes", "all") };
            self.put(start..start + written.len(), word);
        }
        for inner in sentences(self.text, block) {
            match inner.block.clone() {
                Some(block) => self.group(inner.words.clone(), block),
                None => self.words(inner.words.clone()),
            }
        }
    }

    fn severity(&mut self, behind: Range<usize>) {
        let word = self.text[behind.clone()].trim();
        if let Some(severity) = severity_of(word) {
            let start = behind.start + self.text[behind].find(word).unwrap_or(0);
            self.put(start..start + word.len(), severity_word(severity, self.lang));
        }
    }

    /// `retire …`, `écrit … = …`, `ajoute … dans …`
    fn change(&mut self, behind: Range<usize>) {
        let text = &self.text[behind.clone()];
        let verb = text.split_whitespace().next().unwrap_or("");
        let start = behind.start + text.find(verb).unwrap_or(0);
        let word = match suggest::fold(verb).as_str() {
            "retire" | "remove" => self.lang.of("retire", "remove"),
            "ecrit" | "set" | "write" => self.lang.of("écrit", "set"),
            "ajoute" | "add" => self.lang.of("ajoute", "add"),
            _ => return,
        };
        self.put(start..start + verb.len(), word);
        let rest = start + verb.len()..behind.end;
        // Before where it is added stands a word that conditions read otherwise.
        let lead =
            [" dans ", " in "].into_iter().filter_map(|lead| Some((lead, self.text[rest.clone()].rfind(lead)?))).max_by_key(|(_, at)| *at);
        match (word, lead) {
            ("ajoute" | "add", Some((lead, at))) => {
                let at = rest.start + at;
                self.put(at + 1..at + lead.len() - 1, self.lang.of("dans", "in"));
                self.words(at + lead.len()..rest.end);
            }
            _ => self.words(rest),
        }
    }

    /// `signale sur a, b`, `indécis faute de agents`: names are names of the test's plan, and facts are known in both languages.
    fn test(&mut self, word: PolicyWord, behind: Range<usize>) {
        let text = &self.text[behind.clone()];
        let trimmed = text.trim_start();
        let start = behind.start + text.len() - trimmed.len();
        let leads = ["sur", "on", "at", "faute de", "faute d'", "faute d’", "for want of", "for lack of"];
        let folded = suggest::fold(trimmed);
        let Some(lead) = leads.iter().find(|lead| folded.starts_with(&suggest::fold(lead))) else { return };
        let wanted = match word {
            PolicyWord::Undecided => self.lang.of("faute de", "for want of"),
            _ => self.lang.of("sur", "at"),
        };
        // An elided word touches the next.
        let gap = if lead.ends_with(['\'', '’']) { " " } else { "" };
        self.put(start..start + lead.len(), &format!("{wanted}{gap}"));
    }

    /// `use std.policies.law with { … }`
    fn settings(&mut self, sentence: &Sentence, words: &str) {
        let start = sentence.words.start;
        for (fr, en) in [("utiliser", "use"), ("avec", "with")] {
            let all = words.split_whitespace().map(|word| (word.as_ptr() as usize - words.as_ptr() as usize, word));
            if let Some((at, word)) = all.into_iter().find(|(_, word)| [fr, en].contains(word)) {
                self.put(start + at..start + at + word.len(), self.lang.of(fr, en));
            }
        }
        let Some(block) = sentence.block.clone() else { return };
        for inner in sentences(self.text, block) {
            let words = without_notes(self.text, inner.words.clone());
            if let Some((PolicyWord::Off, length)) = policy_word(&words, &[PolicyWord::Off]) {
                let lead = words.len() - words.trim_start().len();
                self.put(inner.words.start + lead..inner.words.start + length, PolicyWord::Off.spelling(self.lang));
                self.because(inner.words.start + length..inner.words.end);
                continue;
            }
            let Some(block) = inner.block.clone() else { continue };
            for line in sentences(self.text, block) {
                let words = without_notes(self.text, line.words.clone());
                match policy_word(&words, &[PolicyWord::Severity, PolicyWord::Because]) {
                    Some(_) => self.statement(&line, &[PolicyWord::Severity, PolicyWord::Because]),
                    None => {
                        if let Some(equals) = words.find('=') {
                            self.words(line.words.start + equals + 1..line.words.end);
                        }
                    }
                }
            }
        }
    }

    /// `désactive ART-03 motif "…"`
    fn because(&mut self, behind: Range<usize>) {
        let row = PolicyWord::Because.row();
        let text = &self.text[behind.clone()];
        let before = text.find(['"', '«', '“']).unwrap_or(text.len());
        let word = text[..before].split_whitespace().find(|word| row.en.iter().chain(row.fr).any(|known| known == word));
        if let Some(word) = word {
            let start = behind.start + word.as_ptr() as usize - text.as_ptr() as usize;
            self.put(start..start + word.len(), PolicyWord::Because.spelling(self.lang));
        }
    }

    fn put(&mut self, range: Range<usize>, word: &str) {
        if self.text[range.clone()] != *word {
            self.edits.push((range, word.to_owned()));
        }
    }

    // --- the words of conditions ------------------------------------------------------------------------------------

    /// Puts every word of a condition, a place, a value in the language.
    fn words(&mut self, range: Range<usize>) {
        let text = &self.text[range.clone()];
        let tokens: Vec<(Scanned, Range<usize>)> =
            scanned(text).map(|token| (token.kind, range.start + token.start..range.start + token.end)).collect();
        let mut at = 0;
        // The gender and number of what is gone through, for `telles que`.
        let mut gone: (bool, bool) = (false, false);
        // Was the last word `count`, `sum`…?
        let mut fold: Option<Means> = None;
        while at < tokens.len() {
            let (kind, place) = (&tokens[at].0, tokens[at].1.clone());
            let start = place.start as u32;
            at += 1;
            match kind {
                Scanned::Number => at += self.quantity(&tokens[at - 1..]),
                Scanned::Word if self.told.contains_key(&start) || self.own.contains(&start) => {
                    if self.kinds.contains(&start) {
                        gone = gender(&self.text[place.clone()]).unwrap_or_default();
                    }
                    if let Some([en, fr]) = self.told.get(&start) {
                        let (word, other) = (self.lang.of(*fr, *en), self.lang.of(*en, *fr));
                        let written = suggest::fold(&self.text[place.clone()]);
                        // A second spelling is of the language that the rest is in.
                        if written != suggest::fold(word) && (written == suggest::fold(other) || !self.already) {
                            self.put(place, word);
                        }
                    }
                }
                Scanned::Word if is_language(self.text, &tokens[at - 1..]) => {}
                Scanned::Word => {
                    let (count, means) = self.phrase(&tokens[at - 1..], gone, fold);
                    (at, fold) = (at + count - 1, means.filter(|means| means.is_fold()));
                    continue;
                }
                _ => {}
            }
            fold = None;
        }
    }

    /// A number and its unit. Out: how many tokens the unit takes.
    fn quantity(&mut self, tokens: &[(Scanned, Range<usize>)]) -> usize {
        let number = self.text[tokens[0].1.clone()].to_owned();
        let decimal = |from: char, to: &str| {
            let (before, after) = number.split_once(from)?;
            let digits = |text: &str| !text.is_empty() && text.starts_with(|c: char| c.is_ascii_digit());
            (digits(before) && digits(after)).then(|| format!("{before}{to}{after}"))
        };
        let quarter = |from: [char; 2], to: &str| {
            let (year, rest) = number.split_once(from)?;
            (year.len() == 5 && year.ends_with('-') && rest.len() == 1).then(|| format!("{year}{to}{rest}"))
        };
        let other = match self.lang {
            Lang::Fr => decimal('.', ",").or_else(|| quarter(['Q', 'q'], "T")),
            Lang::En => decimal(',', ".").or_else(|| quarter(['T', 't'], "Q")),
        };
        if let Some(other) = other {
            self.put(tokens[0].1.clone(), &other);
        }
        let one = number == "1";
        let mut units = tokens[1..].iter().take(2).take_while(|(kind, _)| *kind == Scanned::Word).map(|(_, place)| place.clone());
        let Some(first) = units.next() else { return 0 };
        let both = units.next().map(|second| (suggest::fold(&self.text[second.clone()]), second));
        let word = suggest::fold(&self.text[first.clone()]);
        let plural = |en: &'static str, fr: &'static str, s: &str| match self.lang {
            Lang::En => format!("{en}{}", if one { "" } else { "s" }),
            Lang::Fr => format!("{fr}{}", if one { "" } else { s }),
        };
        if let Some((second, place)) = both {
            let clear = (["jour", "jours"].contains(&word.as_str()) && ["franc", "francs"].contains(&second.as_str()))
                || (word == "clear" && ["day", "days"].contains(&second.as_str()));
            if clear {
                let s = if one { "" } else { "s" };
                self.put(first.start..place.end, &self.lang.of(format!("jour{s} franc{s}"), format!("clear day{s}")));
                return 2;
            }
        }
        const UNITS: [[&[&str]; 2]; 5] = [
            [&["mois"], &["month", "months"]],
            [&["jour", "jours"], &["day", "days"]],
            [&["an", "ans"], &["year", "years"]],
            [&["semaine", "semaines"], &["week", "weeks"]],
            [&["etp"], &["fte"]],
        ];
        if UNITS.iter().any(|[fr, en]| self.lang.of(fr, en).contains(&word.as_str())) {
            return 1;
        }
        let unit = match word.as_str() {
            "mois" | "month" | "months" => plural("month", "mois", ""),
            "jour" | "jours" | "day" | "days" => plural("day", "jour", "s"),
            "an" | "ans" | "year" | "years" => plural("year", "an", "s"),
            "semaine" | "semaines" | "week" | "weeks" => plural("week", "semaine", "s"),
            "etp" | "fte" => self.lang.of("ETP", "FTE").to_owned(),
            "k" | "m" | "md" | "ht" | "ttc" | "euros" | "euro" | "eur" => return 1,
            _ => return 0,
        };
        self.put(first, &unit);
        1
    }

    /// An operator. Out: how many tokens it takes, one for a word that nobody knows; and what it means.
    fn phrase(&mut self, tokens: &[(Scanned, Range<usize>)], gone: (bool, bool), fold: Option<Means>) -> (usize, Option<Means>) {
        let words: Vec<String> =
            tokens.iter().take(4).map(|(_, place)| suggest::fold(&self.text[place.clone()]).replace('’', "'")).collect();
        let fits = |phrase: &&Phrase| {
            let spelt: Vec<&str> = phrase.0.split(' ').collect();
            words.len() >= spelt.len() && spelt.iter().zip(&words).all(|(one, other)| one == other)
        };
        // The longest that fits.
        let Some(Phrase(spelt, means, lang)) = PHRASES.iter().filter(fits).max_by_key(|phrase| phrase.0.split(' ').count()) else {
            return (1, None);
        };
        let mut count = spelt.split(' ').count();
        // In its language already, however its author likes to say it.
        if *lang == self.lang {
            return (count, Some(*means));
        }
        let mut means = *means;
        // `not exists an action where`: what does not exist is a path.
        if means == Means::Absent && tokens.get(count).is_some_and(|(_, next)| ["a", "an", "un", "une"].contains(&&self.text[next.clone()]))
        {
            (count, means) = (1, Means::Not);
        }
        let place = tokens[0].1.start..tokens[count - 1].1.end;
        // What the operator rules: its articles go with it.
        let mut next = count;
        let article = |at: usize| match tokens.get(at..) {
            Some([(Scanned::Word, word), (Scanned::Sign, tick), ..])
                if self.text[word.clone()].eq_ignore_ascii_case("l") && ["'", "’"].contains(&&self.text[tick.clone()]) =>
            {
                2
            }
            Some([(Scanned::Word, word), ..]) if ["la", "le", "les", "the"].contains(&self.text[word.clone()].to_lowercase().as_str()) => 1,
            _ => 0,
        };
        let takes_article = matches!(means, Means::Of | Means::NotIn | Means::Article);
        let end = if takes_article && means != Means::Article && article(count) > 0 {
            next += article(count);
            tokens[next - 1].1.end
        } else {
            place.end
        };
        let word = self.spelt(means, tokens.get(next).map(|(_, place)| place.clone()), gone, fold);
        // A blank where the next word touched an elided one; none behind one that is elided.
        let touches = tokens.get(next).is_some_and(|(_, after)| after.start == end);
        let (mut place, mut word) = (place.start..end, word);
        if word.is_empty() || word.ends_with('\'') {
            let blank = self.text[place.end..].len() - self.text[place.end..].trim_start_matches(' ').len();
            place.end += blank;
        } else if touches {
            word.push(' ');
        }
        self.put(place, &word);
        (next, Some(means))
    }

    /// An operator in the language, before the word that stands at `next`.
    fn spelt(&self, means: Means, next: Option<Range<usize>>, gone: (bool, bool), fold: Option<Means>) -> String {
        let after = next.as_ref().map(|place| {
            let told = self.told.get(&(place.start as u32));
            told.map_or_else(|| self.text[place.clone()].to_owned(), |words| self.lang.of(words[1], words[0]).to_owned())
        });
        let vowel = after.as_ref().is_some_and(|word| suggest::fold(word).starts_with(['a', 'e', 'i', 'o', 'u']));
        // What the author does not call by a name of their own has an article.
        let called = next.as_ref().filter(|place| self.told.contains_key(&(place.start as u32)));
        let kind = called.and(after.as_deref()).and_then(gender);
        // Of what is counted or summed no article is said; of what is shared or listed one is, where that are things.
        let is_kind = called.is_some_and(|place| self.kinds.contains(&(place.start as u32)));
        let rooted = match fold {
            Some(Means::Share | Means::List) => is_kind,
            Some(_) => false,
            None => called.is_some() && !is_kind,
        };
        if self.lang == Lang::En {
            return match means {
                Means::A => if vowel { "an" } else { "a" }.to_owned(),
                Means::Article => String::new(),
                other => other.english().to_owned(),
            };
        }
        let e = |feminine: &str, masculine: &str, of: (bool, bool)| if of.0 { feminine.to_owned() } else { masculine.to_owned() };
        let of_next = kind.unwrap_or_default();
        let de = || match (rooted.then_some(kind).flatten(), vowel) {
            (Some((_, true)), _) => "des".to_owned(),
            (Some(_), true) => "de l'".to_owned(),
            (Some((true, _)), false) => "de la".to_owned(),
            (Some((false, _)), false) => "du".to_owned(),
            (None, true) => "d'".to_owned(),
            (None, false) => "de".to_owned(),
        };
        match means {
            Means::A => e("une", "un", of_next),
            Means::No => e("aucune", "aucun", of_next),
            Means::Every => e("toute", "tout", of_next),
            Means::Where => {
                let (feminine, several) = gone;
                let que = if vowel { "qu'" } else { "que" };
                format!("{}{} {que}", if feminine { "telle" } else { "tel" }, if several { "s" } else { "" })
            }
            Means::Of => de(),
            Means::NotIn => format!("hors {}", de()),
            Means::Article => match (kind, vowel) {
                (Some((_, true)), _) => "les".to_owned(),
                (_, true) => "l'".to_owned(),
                (Some((true, _)), _) => "la".to_owned(),
                _ => "le".to_owned(),
            },
            other => other.french().to_owned(),
        }
    }
}

/// `fr "…"`, `en "…"`: a text's language.
fn is_language(text: &str, tokens: &[(Scanned, Range<usize>)]) -> bool {
    matches!(tokens, [(_, word), (Scanned::Quoted, _), ..] if ["fr", "en"].contains(&&text[word.clone()]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::LIBRARIES;
    use crate::plan::format;
    use crate::policy::judge::whole_library;

    fn translated(text: &str, lang: Lang) -> Option<String> {
        super::translated(text, lang, &whole_library())
    }

    /// A condition as the whole of a policy that judges goals, in the other language.
    fn condition(text: &str, lang: Lang) -> String {
        let policy = format!("règle x {{\n  chaque objectif\n  exige {text}\n}}\n");
        let other = translated(&policy, lang).unwrap();
        let line = other.lines().nth(2).unwrap().trim();
        line.strip_prefix(lang.of("exige ", "require ")).unwrap_or(line).to_owned()
    }

    #[test]
    fn conditions_in_the_other_language() {
        for (fr, en) in [
            ("existe objectif.pilote", "exists goal.owner"),
            ("n'existe pas objectif.pilote", "not exists goal.owner"),
            ("existe une action de l'objectif telle qu'existe action.pilote", "exists an action of goal where exists action.owner"),
            ("aucun jalon de l'objectif tel que jalon.date après objectif.fin", "no milestone of goal where milestone.date after goal.end"),
            ("objectif.début + 6 mois <= objectif.fin", "goal.start + 6 months <= goal.end"),
            ("objectif.priorité n'est pas haute", "goal.priority is not high"),
            ("objectif.coût > 12,5 k€ et nombre d'actions de l'objectif > 0,5", "goal.cost > 12.5 k€ and count of actions of goal > 0.5"),
            ("jours-francs(objectif.début, objectif.fin) >= 5", "clear-days(goal.start, goal.end) >= 5"),
            (
                "si existe objectif.pilote alors objectif.fin avant mandat.fin sinon oui",
                "if exists goal.owner then goal.end before mandate.end else yes",
            ),
        ] {
            assert_eq!(condition(fr, Lang::En), en);
            assert_eq!(condition(en, Lang::Fr), fr, "back");
            assert_eq!(condition(fr, Lang::Fr), fr);
            assert_eq!(condition(en, Lang::En), en);
        }
    }

    /// There and back, every policy, threshold and setting of the library says what it said, and nothing is left in the other language.
    #[test]
    fn the_whole_library_there_and_back() {
        let library = whole_library();
        let mut items = 0;
        let whole = |text: &str, lang: Lang| translated(text, lang).map(|text| format(&text, Some(lang)).text);
        for (name, text) in LIBRARIES {
            let Some(en) = whole(text, Lang::En) else { continue };
            let fr = whole(&en, Lang::Fr).unwrap();
            let chunks = |text: &str| {
                cut(text).into_iter().map(|chunk| text[chunk.range].to_owned()).filter(|item| is_policy(item)).collect::<Vec<_>>()
            };
            let (own, english, french) = (chunks(text), chunks(&en), chunks(&fr));
            assert!(own.len() == english.len() && own.len() == french.len(), "{name}");
            for ((own, english), french) in own.iter().zip(&english).zip(&french) {
                items += 1;
                let head = own.lines().next().unwrap_or("");
                let said = sense(own, &library.thresholds);
                assert!(said == sense(english, &library.thresholds), "{name}: {head} in English");
                assert!(said == sense(french, &library.thresholds), "{name}: {head} and back");
                assert!(english != own, "{name}: {head} is as it was");
                assert_eq!(translated(english, Lang::En).as_ref(), Some(english), "{name}: {head}, twice");
                assert_eq!(translated(&translated(french, Lang::En).unwrap(), Lang::Fr).as_ref(), Some(french), "{name}: {head}, again");
                left(english, name);
            }
        }
        assert!(items > 40, "{items}");
    }

    /// No French keyword stands in an item in English.
    fn left(item: &str, name: &str) {
        let within = |line: &str| line.split(['"', '«']).next().unwrap_or("").to_owned();
        for line in item.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for word in within(line).split_whitespace() {
                assert!(
                    ![
                        "règle", "recueil", "exige", "lorsque", "chaque", "soit", "gravité", "titre", "telle", "existe", "aucune", "parmi",
                        "et", "mois"
                    ]
                    .contains(&word),
                    "{name}: {line}"
                );
            }
        }
    }

    #[test]
    fn settings_and_reasons() {
        let fr = "utiliser std.policies.transition avec {\n  ART-07 {\n    gravité conseil\n    motif \"Le conseil l'a voulu.\"\n  }\n  désactive ART-03 motif \"Non.\"\n}\n";
        let en = "use std.policies.transition with {\n  ART-07 {\n    severity advice\n    because \"Le conseil l'a voulu.\"\n  }\n  off ART-03 because \"Non.\"\n}\n";
        assert_eq!(translated(fr, Lang::En).unwrap(), en);
        assert_eq!(translated(en, Lang::Fr).unwrap(), fr);
    }
}
