//! What rests on what, by walking from every sheet; and what falls apart, by taking each sheet away.

use std::collections::BTreeSet;

use strategy::plan::{GoalId, reach};

use super::calendar::{loops, order, reached, source};
use super::read::{Said, Waiting};

/// What each sheet rests on, directly.
fn rests(said: &Said) -> Vec<BTreeSet<usize>> {
    let family =
        |one: usize, other: usize| one == other || said.sheets[one].holder == Some(other) || said.sheets[other].holder == Some(one);
    let mut rests = vec![BTreeSet::new(); said.sheets.len()];
    for (at, sheet) in said.sheets.iter().enumerate() {
        for wait in sheet.waits.iter().filter(|wait| !family(at, wait.on)) {
            rests[at].insert(wait.on);
            if wait.waiting == Waiting::Start {
                sheet.actions.iter().for_each(|action| {
                    rests[*action].insert(wait.on);
                });
            }
            if let Some(holder) = sheet.holder.filter(|holder| said.sheets[wait.on].holder != Some(*holder)) {
                rests[holder].insert(wait.on);
            }
        }
    }
    rests
}

/// All that can be reached from some, without passing those that are taken away.
fn walk(from: &BTreeSet<usize>, next: &[BTreeSet<usize>], without: &BTreeSet<usize>) -> BTreeSet<usize> {
    let mut found: BTreeSet<usize> = from.difference(without).copied().collect();
    loop {
        let more: BTreeSet<usize> = found.iter().flat_map(|at| next[*at].difference(without)).copied().collect();
        let before = found.len();
        found.extend(more);
        if found.len() == before {
            return found;
        }
    }
}

fn pieces(count: usize, joined: &[(usize, usize)], without: Option<usize>) -> usize {
    let mut piece: Vec<usize> = (0..count).collect();
    for _ in 0..count {
        for (one, other) in joined.iter().filter(|(one, other)| Some(*one) != without && Some(*other) != without) {
            let least = piece[*one].min(piece[*other]);
            (piece[*one], piece[*other]) = (least, least);
        }
    }
    let kept: BTreeSet<usize> = (0..count).filter(|at| Some(*at) != without).map(|at| piece[at]).collect();
    kept.len()
}

#[test]
fn what_rests_on_what_is_that_of_a_walk_from_every_sheet() {
    let (mut upstream_seen, mut redundant, mut cut, mut hanging) = (0, 0, 0, 0);
    super::each(|name, analysis, said| {
        let count = said.sheets.len();
        let found = reach(&analysis.plan, &analysis.graph);
        let rests = rests(said);
        let none = BTreeSet::new();
        let ids = |all: Vec<GoalId>| all.into_iter().map(|goal| goal.at()).collect::<Vec<_>>();
        let upstream: Vec<BTreeSet<usize>> = (0..count).map(|at| walk(&rests[at], &rests, &none)).collect();
        let mut bears = vec![BTreeSet::new(); count];
        for (at, on) in rests.iter().enumerate().flat_map(|(at, all)| all.iter().map(move |on| (at, *on))) {
            bears[on].insert(at);
        }
        let least = found.fold_upstream(usize::MAX, GoalId::at, |one, other| *one.min(other));
        let most = found.fold_downstream(0, |goal| goal.at() + 1, |one, other| *one.max(other));
        for at in 0..count {
            let goal = GoalId(at as u32);
            let place = || format!("{name}: {}", said.sheets[at].path);
            let mut others = upstream[at].clone();
            others.remove(&at);
            let got = ids(found.upstream(goal).collect());
            assert_eq!(got.len(), others.len(), "each once: {}", place());
            assert_eq!(BTreeSet::from_iter(got), others, "{}", place());
            let below: BTreeSet<usize> = (0..count).filter(|other| *other != at && upstream[*other].contains(&at)).collect();
            assert_eq!(BTreeSet::from_iter(ids(found.downstream(goal).collect())), below, "{}", place());
            for other in 0..count {
                assert_eq!(found.upstream_contains(goal, GoalId(other as u32)), others.contains(&other), "{other} upstream of {}", place());
            }
            assert_eq!(least[at], others.iter().copied().min().unwrap_or(usize::MAX), "{}", place());
            assert_eq!(most[at], below.iter().map(|other| other + 1).max().unwrap_or(0), "{}", place());
            upstream_seen += others.len();
            // What hangs on it: what cannot be reached without it, from those that rest on nothing but their own circle.
            let circle = |at: usize| {
                upstream[at].iter().copied().filter(|other| upstream[*other].contains(&at)).chain([at]).collect::<BTreeSet<_>>()
            };
            let roots: BTreeSet<usize> = (0..count).filter(|at| upstream[*at].is_subset(&circle(*at))).collect();
            let (all, without) = (walk(&roots, &bears, &none), walk(&roots, &bears, &circle(at)));
            assert_eq!(all.len(), count, "{name}");
            let left = count - without.len() - circle(at).len();
            assert_eq!(found.hanging(goal) as usize, left, "what hangs on {}", place());
            hanging += left;
        }
        let joined: Vec<(usize, usize)> = said
            .sheets
            .iter()
            .enumerate()
            .flat_map(|(at, sheet)| sheet.waits.iter().map(move |wait| (at, wait.on)))
            .filter(|(at, on)| at != on)
            .collect();
        for at in 0..count {
            let alone = joined.iter().all(|(one, other)| *one != at && *other != at);
            let falls = !alone && pieces(count, &joined, Some(at)) > pieces(count, &joined, None);
            assert_eq!(found.is_cut_point(GoalId(at as u32)), falls, "{name}: {}", said.sheets[at].path);
            cut += usize::from(falls);
        }
        redundant += redundancies(name, said, &found);
    });
    assert!(upstream_seen > 1_000 && redundant > 50 && cut > 100 && hanging > 300, "{upstream_seen} {redundant} {cut} {hanging}");
}

fn redundancies(name: &str, said: &Said, found: &strategy::plan::Reach) -> usize {
    let (edges, loops) = (order(said), loops(said));
    let dead: Vec<bool> = (0..said.sheets.len()).map(|at| loops[at] || said.gone(at)).collect();
    let mut number = 0;
    let mut count = 0;
    for (at, sheet) in said.sheets.iter().enumerate() {
        for (own, wait) in sheet.waits.iter().enumerate() {
            let (from, to) = (source(wait), (at, wait.waiting));
            // The same two moments: the one with a delay counts, or the first.
            let again = sheet.waits.iter().enumerate().any(|(other, one)| {
                other != own && source(one) == from && one.waiting == wait.waiting && (one.delay.is_some() || other < own)
            });
            let others = |edge: usize| {
                let (one, other, _) = edges[edge];
                let itself = (one, other) == (from, to) && edges[edge].2.is_some();
                !itself && !dead[one.0] && !dead[other.0]
            };
            let leads = reached(from, &edges, others).contains(&to);
            let expected = wait.delay.is_none() && !dead[at] && !dead[wait.on] && (again || leads);
            assert_eq!(found.is_redundant(number), expected, "{name}: {} depends on {from:?}", sheet.path);
            let told = found.dependencies()[number];
            assert_eq!((told.waits.at(), told.on.at()), (at, wait.on), "{name}");
            assert!(found.dependencies_of(told.waits).contains(&number));
            count += usize::from(expected);
            number += 1;
        }
    }
    assert_eq!(number, found.dependencies().len(), "{name}");
    count
}
