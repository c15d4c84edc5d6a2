//! The budget, year by year and cent by cent.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde_json::Value;

use strategy::budget;
use strategy::plan::{GoalId, Money, Section};

use super::read::{Said, children, list, when};

/// The least and the most.
type Sum = (Decimal, Decimal);
/// What is not split has no year, or no section.
type Key = (Option<i16>, Option<&'static str>);

const NOTHING: Sum = (Decimal::ZERO, Decimal::ZERO);

fn plus(one: Sum, other: Sum) -> Sum {
    (one.0 + other.0, one.1 + other.1)
}

/// An amount in the plan's currency.
fn money(json: &Value, currency: &str) -> Option<Sum> {
    let decimal = |text: &Value| text.as_str().expect("a decimal").parse::<Decimal>().expect("a decimal");
    if json.is_string() {
        return (currency == "EUR").then(|| (decimal(json), decimal(json)));
    }
    (json.is_object() && json["currency"] == currency).then(|| (decimal(&json["low"]), decimal(&json["high"])))
}

/// The sum of an amount by year, or of a share, which has it under either key.
fn amount(json: &Value, currency: &str) -> Option<Sum> {
    money(if json["euros"].is_null() { &json["money"] } else { &json["euros"] }, currency)
}

fn section(word: &str) -> Option<&'static str> {
    ["investment", "operating"].into_iter().find(|known| *known == word)
}

/// What a budget or an envelope gives, in the order of the text: its years first, each of a section once.
fn given(json: &Value, currency: &str) -> Vec<(Key, Sum)> {
    let mut years: Vec<(Key, Sum)> = Vec::new();
    let mut unsplit: Vec<(Key, Sum)> = Vec::new();
    for line in json["children"].as_array().expect("a list") {
        let Some(of) = section(line["concept"].as_str().expect("a word")) else { continue };
        for one in list(line, "amounts") {
            let Some(sum) = amount(one, currency) else { continue };
            if one["in all"] == true {
                unsplit.push(((None, Some(of)), sum));
                continue;
            }
            for year in one["first"].as_i64().expect("a year")..=one["last"].as_i64().expect("a year") {
                let key = (Some(year as i16), Some(of));
                if !years.iter().any(|(known, _)| *known == key) {
                    years.push((key, sum));
                }
            }
        }
    }
    if years.is_empty() && unsplit.is_empty() {
        unsplit.extend(money(&json["fields"]["total"], currency).map(|sum| ((None, None), sum)));
    }
    years.into_iter().chain(unsplit).collect()
}

/// What a sheet spends: its own budget, or those of its actions that count.
fn spent(said: &Said, at: usize, currency: &str) -> Vec<(Key, Sum)> {
    let sheet = &said.sheets[at];
    if let Some(budget) = children(&sheet.json, "budget").next() {
        return given(budget, currency);
    }
    let unread = sheet.json["unknown"].as_array().expect("a list").iter().any(|one| one == "budget");
    let actions = sheet.actions.iter().filter(|action| !unread && said.sheets[**action].counted);
    let all: Vec<(Key, Sum)> = actions
        .flat_map(|action| children(&said.sheets[*action].json, "budget").next().map(|budget| given(budget, currency)).unwrap_or_default())
        .collect();
    let (years, unsplit): (Vec<_>, Vec<_>) = all.into_iter().partition(|((year, _), _)| year.is_some());
    years.into_iter().chain(unsplit).collect()
}

fn sum(all: &[(Key, Sum)], of: Option<&str>) -> Sum {
    all.iter().filter(|((_, section), _)| of.is_none() || *section == of).fold(NOTHING, |sum, (_, one)| plus(sum, *one))
}

/// A percentage of something, to the cent.
fn part(base: Sum, percent: Decimal) -> Sum {
    let one = |value: Decimal| (value * percent / Decimal::ONE_HUNDRED).round_dp(2);
    (one(base.0), one(base.1))
}

struct Line {
    source: String,
    status: Option<String>,
    section: Option<&'static str>,
    sum: Sum,
}

/// What the lines of a sheet's own funding plan bring.
fn lines(said: &Said, at: usize, currency: &str) -> Vec<Line> {
    let spent = spent(said, at, currency);
    // Shares of one base are rounded together.
    let mut shared: BTreeMap<Option<&str>, Decimal> = BTreeMap::new();
    let mut found = Vec::new();
    let funding = children(&said.sheets[at].json, "funding").next();
    for line in funding.into_iter().flat_map(|funding| children(funding, "funder")) {
        let fields = &line["fields"];
        let status = fields["status"].as_str().map(str::to_owned);
        let unread = line["unknown"].as_array().expect("a list").iter().chain(line["undefined"].as_array().expect("a list"));
        let unread: Vec<&str> = unread.filter_map(Value::as_str).collect();
        let of = fields["share"]["of"].as_str().and_then(section);
        let percent = fields["share"]["percent"].as_str().map(|text| text.parse::<Decimal>().expect("a decimal"));
        let base = money(&fields["of"], currency);
        let refused = status.as_deref() == Some("refused");
        let brought = match (percent, base) {
            (None, _) => amount(&fields["share"], currency),
            (Some(percent), Some(base)) => Some(part(base, percent)),
            (Some(percent), None) if refused => Some(part(sum(&spent, of), percent)),
            (Some(percent), None) => {
                let base = sum(&spent, of);
                let before = shared.entry(of).or_default();
                let (less, more) = (part(base, *before), part(base, *before + percent));
                *before += percent;
                Some((more.0 - less.0, more.1 - less.1))
            }
        };
        let (Some(brought), false) = (brought, unread.contains(&"status")) else { continue };
        let brought = money(&fields["cap"], currency).map_or(brought, |cap| (brought.0.min(cap.0), brought.1.min(cap.1)));
        found.push(Line { source: line["title"].as_str().unwrap_or("…").to_owned(), status, section: of, sum: brought });
    }
    found
}

fn key_of(year: Option<i16>, section: Option<Section>) -> Key {
    (year, section.map(Section::code))
}

fn pair(money: Money) -> Sum {
    (money.low, money.high)
}

#[test]
fn totals_by_year_section_and_source_are_those_of_a_second_reckoning() {
    let (mut cells, mut paid, mut asked_back) = (0, 0, 0);
    super::each(|name, analysis, said| {
        let currency = said.strategy["fields"]["currency"].as_str().unwrap_or("EUR");
        let (ledger, sources) = (&analysis.ledger, budget::sources(&analysis.plan));
        // What is asked.
        let mut asked: BTreeMap<Key, Sum> = BTreeMap::new();
        let tops: Vec<usize> = (0..said.sheets.len()).filter(|at| said.sheets[*at].holder.is_none() && said.sheets[*at].counted).collect();
        for (key, one) in tops.iter().flat_map(|at| spent(said, *at, currency)) {
            let cell = asked.entry(key).or_default();
            *cell = plus(*cell, one);
        }
        let mut found: BTreeMap<Key, Sum> = BTreeMap::new();
        for ((section, year), line) in ledger.lines.iter().filter(|(_, line)| !line.entries.is_empty()) {
            found.insert((Some(*year), Some(section.code())), pair(line.asked));
        }
        for (_, lump) in &ledger.lumps {
            let cell = found.entry((None, lump.section.map(Section::code))).or_default();
            *cell = plus(*cell, pair(lump.money));
        }
        assert_eq!(found, asked, "{name}: what is asked");
        cells += found.len();
        // What is allotted.
        let envelope = children(&said.strategy, "envelope").next();
        let allotted = envelope.map(|envelope| given(envelope, currency)).unwrap_or_default();
        for ((year, section), sum) in allotted.iter().filter(|((year, _), _)| year.is_some()) {
            let of = Section::BOTH.into_iter().find(|of| Some(of.code()) == *section).expect("a section");
            assert_eq!(ledger.lines[&(of, year.expect("a year"))].allotted.map(|amount| pair(amount.money)), Some(*sum), "{name}");
        }
        assert_eq!(pair(ledger.allotted(None)), sum(&allotted, None), "{name}: what is allotted");
        // Who pays.
        let mut whole: BTreeMap<(String, Option<String>), Sum> = BTreeMap::new();
        let mut split: BTreeMap<(Key, String), Sum> = BTreeMap::new();
        for at in &tops {
            let own = children(&said.sheets[*at].json, "funding").any(|funding| children(funding, "funder").next().is_some());
            let actions = said.sheets[*at].actions.iter().filter(|action| !own && said.sheets[**action].counted).copied();
            let mut brings = NOTHING;
            for holder in own.then_some(*at).into_iter().chain(actions) {
                let spent = spent(said, holder, currency);
                for line in lines(said, holder, currency) {
                    let cell = whole.entry((line.source.clone(), line.status.clone())).or_default();
                    *cell = plus(*cell, line.sum);
                    if line.status.as_deref() != Some("refused") {
                        brings = plus(brings, line.sum);
                    }
                    let over: Vec<(Key, Sum)> =
                        spent.iter().filter(|((_, of), _)| line.section.is_none() || *of == line.section).copied().collect();
                    let all = sum(&over, None);
                    if all.1.is_zero() {
                        let cell = split.entry(((None, None), line.source.clone())).or_default();
                        *cell = plus(*cell, line.sum);
                        continue;
                    }
                    let low = |one: Sum| if all.0.is_zero() { one.1 } else { one.0 };
                    let share =
                        |upto: Decimal, of: Decimal, sum: Decimal| if upto == of { sum.round_dp(2) } else { (upto * sum / of).round_dp(2) };
                    let (mut upto, mut before) = (NOTHING, NOTHING);
                    for (key, one) in over {
                        upto = (upto.0 + low(one), upto.1 + one.1);
                        let now = (share(upto.0, low(all), line.sum.0), share(upto.1, all.1, line.sum.1));
                        let cell = split.entry((key, line.source.clone())).or_default();
                        *cell = plus(*cell, (now.0 - before.0, now.1 - before.1));
                        before = now;
                    }
                }
            }
            let cost = sum(&spent(said, *at, currency), None);
            let goal = analysis.plan.goal(GoalId(*at as u32));
            assert_eq!(pair(budget::cost(goal, None)), cost, "{name}: cost of {}", goal.path());
            assert_eq!(pair(budget::funding(goal).total()), brings, "{name}: what is brought to {}", goal.path());
            assert_eq!(pair(budget::own_share(goal)), (cost.0 - brings.1, cost.1 - brings.0), "{name}: own share of {}", goal.path());
        }
        let mut got: BTreeMap<(Key, String), Sum> = BTreeMap::new();
        for ((year, section, source), tally) in &sources.cells {
            let all = plus(pair(tally.total()), pair(tally.refused));
            got.insert((key_of(*year, *section), sources.names[*source as usize].clone()), all);
        }
        assert_eq!(got, split, "{name}: by year, section and source");
        paid += got.len();
        for (number, source) in sources.names.iter().enumerate() {
            let tally = sources.tally(None, None, Some(number as u32));
            let of = |status: Option<&str>| whole.get(&(source.clone(), status.map(str::to_owned))).copied().unwrap_or(NOTHING);
            for (status, money) in [
                (Some("secured"), tally.secured),
                (Some("sought"), tally.sought),
                (Some("received"), tally.received),
                (Some("refused"), tally.refused),
                (None, tally.unstated),
            ] {
                assert_eq!(pair(money), of(status), "{name}: {source} {status:?}");
            }
        }
        // The refund of VAT.
        let flagged = |at: usize| children(&said.sheets[at].json, "budget").any(|budget| budget["fields"]["fctva"] == true);
        let with_budget = |at: usize| children(&said.sheets[at].json, "budget").next().is_some();
        let counted = |at: &usize| {
            let sheet = &said.sheets[*at];
            sheet.counted && flagged(*at) && sheet.holder.is_none_or(|holder| said.sheets[holder].counted && !with_budget(holder))
        };
        let expected: Vec<usize> = (0..said.sheets.len()).filter(counted).collect();
        let got: Vec<usize> = budget::fctva(&analysis.plan).into_iter().map(|(goal, _)| goal.at()).collect();
        assert_eq!(got, expected, "{name}: FCTVA");
        asked_back += got.len();
    });
    assert!(cells > 1_000 && paid > 1_000 && asked_back > 100, "{cells} {paid} {asked_back}");
}

#[test]
fn authorisations_are_what_their_latest_revision_says() {
    let mut revised = 0;
    super::each(|name, analysis, said| {
        let currency = said.strategy["fields"]["currency"].as_str().unwrap_or("EUR");
        let mut all: Vec<&Value> = Vec::new();
        fn collect<'v>(json: &'v Value, all: &mut Vec<&'v Value>) {
            for entity in json.as_array().into_iter().flatten() {
                if entity["concept"] == "authorisation" {
                    all.push(entity);
                }
                collect(&entity["children"], all);
            }
        }
        collect(&said.export["entities"], &mut all);
        let found = budget::authorisations(&analysis.plan);
        assert_eq!(found.len(), all.len(), "{name}");
        for (one, json) in found.iter().zip(all) {
            let credits = |json: &Value| {
                let mut years: BTreeMap<i16, Sum> = BTreeMap::new();
                let mut unsplit = NOTHING;
                for one in list(json, "credits") {
                    let Some(sum) = amount(one, currency) else { continue };
                    if one["in all"] == true {
                        unsplit = plus(unsplit, sum);
                        continue;
                    }
                    for year in one["first"].as_i64().expect("a year")..=one["last"].as_i64().expect("a year") {
                        years.entry(year as i16).or_insert(sum);
                    }
                }
                (!years.is_empty() || unsplit != NOTHING).then_some((years, unsplit))
            };
            // An undated revision stands right behind the one before it.
            let mut steps: Vec<(Option<jiff::civil::Date>, &Value)> = Vec::new();
            for revision in children(json, "revision") {
                let on = when(&revision["fields"]["date"]).map(|(_, last)| last).or(steps.last().and_then(|(on, _)| *on));
                steps.push((on, revision));
            }
            let mut ordered = Vec::new();
            while !steps.is_empty() {
                let first = steps.iter().map(|(on, _)| *on).min().expect("a step");
                let at = steps.iter().position(|(on, _)| *on == first).expect("the first");
                ordered.push(steps.remove(at).1);
            }
            let mut total = money(&json["fields"]["total"], currency);
            let mut now = credits(json).unwrap_or_default();
            for revision in ordered {
                total = money(&revision["fields"]["total"], currency).or(total);
                now = credits(revision).unwrap_or(now);
                revised += 1;
            }
            assert_eq!(one.now().total.map(pair), total, "{name}: total");
            assert_eq!(
                one.now().credits.iter().map(|(year, money)| (*year, pair(*money))).collect::<BTreeMap<_, _>>(),
                now.0,
                "{name}: credits"
            );
            assert_eq!(pair(one.now().unsplit), now.1, "{name}: unsplit");
            assert_eq!(one.steps.len(), children(json, "revision").count() + 1);
        }
    });
    assert!(revised > 200, "{revised}");
}
