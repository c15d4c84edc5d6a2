//! Files that use each other in a circle: for each knot of them one circle, a shortest one.
//! A knot of four hundred files has more circles than anybody could read; mending one shows the next.
//! Invariant: time and memory grow with the number of files and of `use` lines, not with that of circles; and no recursion.

use std::collections::VecDeque;

/// One circle.
#[derive(Debug, PartialEq, Eq)]
pub struct Circle {
    /// The numbers of its uses, in order: the first stands in the file that was read first, the last leads back to it.
    pub way: Vec<usize>,
    /// How many files the knot ties up, those of its other circles included.
    pub knot: usize,
}

/// In: how many files there are, and for each use which file uses which. Out: the circles, in the order of the files.
pub fn circles(files: usize, uses: &[(usize, usize)]) -> Vec<Circle> {
    let mut from: Vec<Vec<usize>> = vec![Vec::new(); files];
    let mut to = from.clone();
    for (at, (user, used)) in uses.iter().enumerate() {
        from[*user].push(at);
        to[*used].push(at);
    }
    let knots = knots(uses, &from, &to);
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); files];
    for (file, knot) in knots.iter().enumerate() {
        members[*knot].push(file);
    }
    let mut search = Search { uses, from: &from, knots: &knots, reached: vec![(usize::MAX, 0); files], budget: BUDGET + 8 * uses.len() };
    let mut circles: Vec<Circle> = members.iter().filter_map(|members| search.shortest(members)).collect();
    circles.sort_by_key(|circle| uses[circle.way[0]].0);
    circles
}

/// How many uses the search may look at, beyond some for each: enough for a shortest circle in any plan that people write.
const BUDGET: usize = 1_000_000;

/// The knot of each file: two files are in one knot when each leads to the other (Kosaraju).
fn knots(uses: &[(usize, usize)], from: &[Vec<usize>], to: &[Vec<usize>]) -> Vec<usize> {
    let mut finished = Vec::with_capacity(from.len());
    let mut seen = vec![false; from.len()];
    for root in 0..from.len() {
        let mut way = Vec::new();
        if !std::mem::replace(&mut seen[root], true) {
            way.push((root, 0));
        }
        while let Some((file, next)) = way.last_mut() {
            let Some(&at) = from[*file].get(*next) else {
                finished.push(*file);
                way.pop();
                continue;
            };
            *next += 1;
            let used = uses[at].1;
            if !std::mem::replace(&mut seen[used], true) {
                way.push((used, 0));
            }
        }
    }
    let mut knots = vec![usize::MAX; from.len()];
    for root in finished.into_iter().rev() {
        let mut left = vec![root];
        while let Some(file) = left.pop() {
            if knots[file] == usize::MAX {
                knots[file] = root;
                left.extend(to[file].iter().map(|at| uses[*at].0));
            }
        }
    }
    knots
}

struct Search<'a> {
    uses: &'a [(usize, usize)],
    from: &'a [Vec<usize>],
    knots: &'a [usize],
    /// From which root each file was last reached, and by which use.
    reached: Vec<(usize, usize)>,
    budget: usize,
}

impl Search<'_> {
    /// A shortest circle of a knot; none for a file alone that does not use itself.
    fn shortest(&mut self, members: &[usize]) -> Option<Circle> {
        let mut best: Option<Vec<usize>> = None;
        for root in members {
            let limit = best.as_ref().map_or(usize::MAX, Vec::len);
            if limit == 1 || (best.is_some() && self.budget == 0) {
                break;
            }
            best = self.back_to(*root, limit).or(best);
        }
        best.map(|way| Circle { way, knot: members.len() })
    }

    /// Breadth first from a file back to itself, by fewer uses than `limit`.
    fn back_to(&mut self, root: usize, limit: usize) -> Option<Vec<usize>> {
        let mut queue = VecDeque::from([(root, 1)]);
        while let Some((file, steps)) = queue.pop_front() {
            if steps >= limit {
                return None;
            }
            self.budget = self.budget.saturating_sub(self.from[file].len());
            for &at in &self.from[file] {
                let used = self.uses[at].1;
                if used == root {
                    return Some(self.way(root, at));
                }
                if self.knots[used] == self.knots[root] && self.reached[used].0 != root {
                    self.reached[used] = (root, at);
                    queue.push_back((used, steps + 1));
                }
            }
        }
        None
    }

    /// The uses from a root to one that leads back to it.
    fn way(&self, root: usize, last: usize) -> Vec<usize> {
        let mut way = vec![last];
        let mut file = self.uses[last].0;
        while file != root {
            let at = self.reached[file].1;
            way.push(at);
            file = self.uses[at].0;
        }
        way.reverse();
        way
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ways(files: usize, uses: &[(usize, usize)]) -> Vec<(Vec<usize>, usize)> {
        circles(files, uses).into_iter().map(|circle| (circle.way, circle.knot)).collect()
    }

    #[test]
    fn one_circle_a_knot() {
        assert_eq!(ways(3, &[(0, 1), (0, 2), (1, 2), (1, 2)]), [], "a file used twice is no circle");
        assert_eq!(ways(2, &[(0, 1), (1, 1)]), [(vec![1], 1)], "a file that uses itself");
        assert_eq!(ways(4, &[(0, 1), (1, 2), (2, 3), (3, 1), (3, 2)]), [(vec![2, 4], 3)], "the shortest");
        assert_eq!(ways(4, &[(0, 3), (3, 0), (0, 1), (1, 2), (2, 1)]), [(vec![0, 1], 2), (vec![3, 4], 2)], "two knots");
    }

    #[test]
    fn each_uses_all_before_it() {
        let mut uses = Vec::new();
        for file in 0..2_000 {
            uses.extend((0..file).map(|before| (file, before)));
            uses.push((file, file + 1));
        }
        let found = circles(2_001, &uses);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].way.len(), found[0].knot), (2, 2_000));
    }

    #[test]
    fn a_long_way_round_needs_no_stack() {
        let uses: Vec<(usize, usize)> = (0..60_000).map(|file| (file, (file + 1) % 60_000)).collect();
        assert_eq!(circles(60_000, &uses)[0].way.len(), 60_000);
    }
}
