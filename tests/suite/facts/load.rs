//! Load, day by day.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde_json::Value;

use strategy::workload::{Fte, workload};

use super::read::{Said, list, when};

fn millionths(json: &Value) -> i128 {
    let fte: Decimal = json.as_str().expect("a decimal").parse().expect("a decimal");
    (fte * Decimal::from(1_000_000)).round().try_into().expect("a few posts")
}

/// Who is asked for how much on each day of a sheet: effort, load dip.
fn asks(said: &Said, at: usize) -> Vec<(String, bool, i128)> {
    let sheet = &said.sheets[at];
    let mut asks = Vec::new();
    for (field, dip) in [("effort", false), ("load dip", true)] {
        for effort in list(&sheet.json, field) {
            let who = effort["who"].as_str().expect("a name").to_owned();
            // Of whom the goal asks itself, its actions ask nothing more.
            let by_goal =
                sheet.holder.is_some_and(|holder| list(&said.sheets[holder].json, field).iter().any(|own| own["who"] == who.as_str()));
            if !by_goal {
                asks.push((who, dip, millionths(&effort["fte"])));
            }
        }
    }
    asks
}

fn quarter_of(day: Date) -> (i16, u8) {
    (day.year(), ((day.month() - 1) / 3 + 1) as u8)
}

fn days_of((year, quarter): (i16, u8)) -> Vec<Date> {
    let first = Date::new(year, quarter as i8 * 3 - 2, 1).expect("a day");
    first.series(1.day()).take_while(|day| quarter_of(*day) == (year, quarter)).collect()
}

/// Rounded to the nearest, the half upwards.
fn rounded(sum: i128, of: i128) -> i64 {
    let (whole, rest) = (sum.div_euclid(of), sum.rem_euclid(of));
    (whole + i128::from(2 * rest >= of)) as i64
}

fn capacity(owner: &Value, quarter: (i16, u8)) -> Option<i64> {
    let year = i64::from(quarter.0);
    let stated = list(owner, "capacity").into_iter().find(|one| one["first"].as_i64() <= Some(year) && Some(year) <= one["last"].as_i64());
    let stated = stated.map(|one| millionths(&one["fte"]));
    let (post, arrival) = (owner["fields"]["post"].as_str(), when(&owner["fields"]["arrival"]));
    let unread =
        |field: &str| ["unknown", "undefined"].iter().any(|list| owner[list].as_array().expect("a list").iter().any(|one| one == field));
    let there = match (post, arrival) {
        (Some("filled"), _) => return stated.map(|fte| fte as i64),
        (None | Some(_), None) if post.is_some_and(|post| post == "vacant" || post == "to-recruit") || unread("arrival") => return None,
        (_, None) => return stated.map(|fte| fte as i64),
        (_, Some((first, _))) => days_of(quarter).into_iter().filter(|day| *day >= first).count(),
    };
    if there == 0 {
        return Some(0);
    }
    stated.map(|fte| rounded(fte * there as i128, days_of(quarter).len() as i128))
}

#[test]
fn load_is_that_of_a_reckoning_by_days() {
    let (mut seen, mut known, mut partial) = (0, 0, 0);
    super::each(|name, analysis, said| {
        let mut daily: BTreeMap<(String, (i16, u8)), [i128; 2]> = BTreeMap::new();
        let mut undated = 0;
        for (at, sheet) in said.sheets.iter().enumerate().filter(|(_, sheet)| sheet.counted) {
            let dates = when(&sheet.json["computed"]["start"]).zip(when(&sheet.json["computed"]["end"]));
            let dates = dates.filter(|(start, end)| start.0 <= end.1);
            let asks = asks(said, at);
            let Some((start, end)) = dates else {
                let who: std::collections::BTreeSet<_> = asks.iter().map(|(who, ..)| who).collect();
                undated += who.len();
                continue;
            };
            if asks.is_empty() {
                continue;
            }
            for day in start.0.series(1.day()).take_while(|day| *day <= end.1) {
                for (who, dip, fte) in &asks {
                    daily.entry((who.clone(), quarter_of(day))).or_default()[usize::from(*dip)] += fte;
                }
            }
        }
        let load = workload(&analysis.plan, &analysis.calendar);
        assert_eq!(load.undated.len(), undated, "{name}");
        let found: Vec<(String, (i16, u8))> =
            load.cells.iter().map(|cell| (analysis.plan.entity(cell.owner).path(), (cell.year, cell.quarter))).collect();
        let mut sorted = found.clone();
        sorted.sort();
        assert_eq!(sorted, daily.keys().cloned().collect::<Vec<_>>(), "{name}");
        let owners: Vec<&Value> = said.export["entities"].as_array().expect("a list").iter().collect();
        for (cell, key) in load.cells.iter().zip(found) {
            let days = days_of(key.1).len() as i128;
            let [effort, dip] = daily[&key];
            assert_eq!(cell.asked.0, rounded(effort + dip, days), "{name}: {key:?}");
            assert!((cell.dip.0 - rounded(dip, days)).abs() <= cell.sheets.len() as i64, "{name}: {key:?}");
            let parts: i64 = cell.sheets.iter().map(|share| share.effort.0 + share.dip.0).sum();
            assert_eq!(parts, cell.asked.0, "{name}: {key:?}: the parts make the sum");
            let owner = owners.iter().find(|owner| owner["path"] == key.0.as_str()).expect("somebody");
            let actor = ["owner", "body", "partner"].iter().any(|concept| owner["concept"] == *concept);
            let there = actor.then(|| capacity(owner, key.1)).flatten();
            assert_eq!(cell.capacity, there.map(Fte), "{name}: {key:?}");
            assert_eq!(load.cell(cell.owner, cell.year, cell.quarter), Some(cell));
            seen += 1;
            known += usize::from(there.is_some());
            partial += usize::from(cell.asked.0 % 10_000 != 0);
        }
    });
    assert!(seen > 2_000 && known > 500 && partial > 500, "{seen} {known} {partial}");
}
