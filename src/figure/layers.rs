//! What waits for what, in columns: on the left what waits for nothing, then what waits for it.
//!
//! Columns are longest paths. What passes over a column has a lane in it, shared by all that leave one box; lanes and boxes are ordered by
//! the mean of their neighbours' places, swept to and fro, and neighbours change places while that undoes crossings; that from several
//! first orders. Time is bounded: a fixed number of sweeps, each linear but for a sort.

use rustc_hash::FxHashMap;

use super::{Figure, Fill, Hand, Pad, Pen, Shape, Side, Step, Tone, round, wrapped};

/// A box.
#[derive(Debug, Clone)]
pub struct Node {
    pub number: String,
    pub title: String,
    pub target: Option<String>,
    /// Drawn with a thick edge.
    pub goal: bool,
}

/// `to` waits for `from`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edge {
    pub from: usize,
    pub to: usize,
    /// It waits for the start only.
    pub soft: bool,
}

/// Millimetres.
#[derive(Debug, Clone, Copy)]
pub struct Layers {
    pub width: f64,
    /// No drawing is higher.
    pub most: f64,
}

/// A box or a lane.
struct Item {
    column: usize,
    /// None for a lane.
    node: Option<usize>,
    left: Vec<usize>,
    right: Vec<usize>,
}

struct Net {
    items: Vec<Item>,
    /// Items by column, from top to bottom.
    order: Vec<Vec<usize>>,
    /// Where each item stands in its column.
    place: Vec<usize>,
    /// The items that each edge passes, and whether it was turned round to break a loop.
    ways: Vec<(Edge, Vec<usize>, bool)>,
}

const SIZE: f64 = 6.8;
const TEXT: Hand = Hand::new(SIZE, Tone::Ink);
const BOLD: Hand = Hand::bold(SIZE, Tone::Ink);
/// Between two boxes of a column, the height of a lane.
const GAP: f64 = 0.8;
const LANE: f64 = 1.4;

/// Out: the drawing; none without edges, or where it does not fit.
pub fn layers(nodes: &[Node], edges: &[Edge], look: Layers, alt: String) -> Option<Figure> {
    let net = Net::new(nodes.len(), edges)?;
    let columns = net.order.len();
    let step = look.width / (columns as f64 - 0.24);
    let wide = if columns > 1 { (step * 0.76).min(62.0) } else { 62.0 };
    // Titles where they have room; else the numbers, which the table beside it explains.
    [wide, numbers_wide(nodes)]
        .into_iter()
        .zip([true, false])
        .filter(|(wide, titled)| if *titled { *wide >= 26.0 } else { columns as f64 * (*wide + 5.0) <= look.width })
        .find_map(|(wide, titled)| {
            let boxes: Vec<Vec<String>> = nodes.iter().map(|node| if titled { label(node, wide) } else { Vec::new() }).collect();
            let tall = |lines: &Vec<String>| lines.len().max(1) as f64 * TEXT.leading() + 1.2;
            let heights: Vec<f64> = net.items.iter().map(|item| item.node.map_or(LANE, |node| tall(&boxes[node]))).collect();
            let (middles, high) = net.middles(&heights);
            (high <= look.most).then(|| net.drawn(nodes, &boxes, &heights, &middles, wide, look.width, high, alt.clone()))
        })
}

/// How many edges cross each other in the drawing.
pub fn crossings(nodes: usize, edges: &[Edge]) -> usize {
    Net::new(nodes, edges).map_or(0, |net| net.crossings())
}

fn numbers_wide(nodes: &[Node]) -> f64 {
    nodes.iter().map(|node| BOLD.wide(&node.number)).fold(0.0, f64::max) + 2.6
}

/// The lines of a box: its number and title, as they are wrapped together.
fn label(node: &Node, wide: f64) -> Vec<String> {
    let number = BOLD.wide(&node.number) + 1.2;
    let blanks = " ".repeat((number / TEXT.wide(" ")).ceil() as usize);
    // The number's room is held by blanks, which do not break.
    let held: String = blanks.chars().map(|_| '\u{a0}').collect();
    wrapped(&format!("{held}{}", node.title), wide - 2.8, SIZE, false)
}

impl Net {
    fn new(nodes: usize, edges: &[Edge]) -> Option<Net> {
        if edges.is_empty() {
            return None;
        }
        let turned = loops(nodes, edges);
        let forward = |at: usize| if turned[at] { (edges[at].to, edges[at].from) } else { (edges[at].from, edges[at].to) };
        let column = longest(nodes, &(0..edges.len()).map(forward).collect::<Vec<_>>());
        let mut items: Vec<Item> = Vec::with_capacity(nodes);
        let mut order = vec![Vec::new(); column.iter().max().map_or(0, |last| last + 1)];
        for node in 0..nodes {
            order[column[node]].push(node);
            items.push(Item { column: column[node], node: Some(node), left: Vec::new(), right: Vec::new() });
        }
        let mut lanes: FxHashMap<(usize, usize, bool), usize> = FxHashMap::default();
        let mut ways = Vec::with_capacity(edges.len());
        for (at, edge) in edges.iter().enumerate() {
            let (from, to) = forward(at);
            if from == to {
                continue;
            }
            let mut way = vec![from];
            let between = column[from] + 1..column[to];
            for (passed, own) in between.clone().zip(&mut order[between]) {
                let lane = *lanes.entry((from, passed, edge.soft)).or_insert_with(|| {
                    own.push(items.len());
                    items.push(Item { column: passed, node: None, left: Vec::new(), right: Vec::new() });
                    items.len() - 1
                });
                way.push(lane);
            }
            way.push(to);
            for pair in way.windows(2) {
                if !items[pair[0]].right.contains(&pair[1]) {
                    items[pair[0]].right.push(pair[1]);
                    items[pair[1]].left.push(pair[0]);
                }
            }
            ways.push((*edge, way, turned[at]));
        }
        let mut net = Net { place: vec![0; items.len()], items, order, ways };
        net.settle();
        Some(net)
    }

    /// From several first orders, the same each time: the plan's own, then shuffled ones. A large drawing has fewer.
    fn settle(&mut self) {
        const STARTS: usize = 24;
        const ITEMS: usize = 3_000;
        let first = self.order.clone();
        let starts = (ITEMS / self.items.len().max(1)).clamp(1, STARTS);
        let mut best: Option<(usize, Vec<Vec<usize>>)> = None;
        let mut seed = 1u64;
        for start in 0..starts {
            self.order.clone_from(&first);
            if start > 0 {
                self.order.iter_mut().for_each(|column| shuffle(column, &mut seed));
            }
            let crossed = self.sweep();
            if best.as_ref().is_none_or(|(least, _)| crossed < *least) {
                best = Some((crossed, self.order.clone()));
            }
            if crossed == 0 {
                break;
            }
        }
        if let Some((_, order)) = best {
            self.order = order;
        }
        (0..self.order.len()).for_each(|column| self.replace(column));
    }

    /// To and fro, until nothing is gained any more. Out: how many cross.
    fn sweep(&mut self) -> usize {
        const SWEEPS: usize = 40;
        (0..self.order.len()).for_each(|column| self.replace(column));
        let mut best = (self.crossings(), self.order.clone());
        for sweep in 0..SWEEPS {
            let rightwards = sweep % 2 == 0;
            let count = self.order.len();
            for at in 1..count {
                let column = if rightwards { at } else { count - 1 - at };
                self.by_mean(column, rightwards);
            }
            if sweep % 2 == 1 {
                self.swap();
            }
            let crossed = self.crossings();
            if crossed < best.0 {
                best = (crossed, self.order.clone());
            }
            if best.0 == 0 {
                break;
            }
        }
        self.order = best.1;
        (0..self.order.len()).for_each(|column| self.replace(column));
        self.swap();
        self.crossings()
    }

    fn replace(&mut self, column: usize) {
        for (at, item) in self.order[column].iter().enumerate() {
            self.place[*item] = at;
        }
    }

    fn by_mean(&mut self, column: usize, rightwards: bool) {
        let beside = if rightwards { &self.order[column - 1] } else { &self.order[column + 1] };
        let ratio = beside.len() as f64 / self.order[column].len().max(1) as f64;
        let mean = |item: &usize| {
            let near = if rightwards { &self.items[*item].left } else { &self.items[*item].right };
            if near.is_empty() {
                return self.place[*item] as f64 * ratio;
            }
            near.iter().map(|other| self.place[*other] as f64).sum::<f64>() / near.len() as f64
        };
        let mut keyed: Vec<(f64, usize, usize)> = self.order[column].iter().map(|item| (mean(item), self.place[*item], *item)).collect();
        keyed.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        self.order[column] = keyed.into_iter().map(|(.., item)| item).collect();
        self.replace(column);
    }

    /// Neighbours change places while that undoes crossings.
    fn swap(&mut self) {
        const ROUNDS: usize = 6;
        for _ in 0..ROUNDS {
            let mut better = false;
            for column in 0..self.order.len() {
                for at in 1..self.order[column].len() {
                    let (above, below) = (self.order[column][at - 1], self.order[column][at]);
                    let crossed = |one: usize, other: usize| {
                        let pairs = |near: &[usize], far: &[usize]| {
                            let higher = |a: &usize| far.iter().filter(|b| self.place[**b] < self.place[*a]).count();
                            near.iter().map(higher).sum::<usize>()
                        };
                        pairs(&self.items[one].left, &self.items[other].left) + pairs(&self.items[one].right, &self.items[other].right)
                    };
                    if crossed(below, above) < crossed(above, below) {
                        self.order[column].swap(at - 1, at);
                        (self.place[above], self.place[below]) = (at, at - 1);
                        better = true;
                    }
                }
            }
            if !better {
                return;
            }
        }
    }

    fn crossings(&self) -> usize {
        let mut count = 0;
        for column in &self.order {
            // The right ends in the order of the left ones: each pair out of order crosses.
            let mut ends: Vec<usize> = Vec::new();
            for item in column {
                let mut own: Vec<usize> = self.items[*item].right.iter().map(|other| self.place[*other]).collect();
                own.sort_unstable();
                ends.extend(own);
            }
            count += inversions(&mut ends);
        }
        count
    }

    /// Out: the middle of each item, from the top, and the height of all.
    fn middles(&self, heights: &[f64]) -> (Vec<f64>, f64) {
        const ROUNDS: usize = 60;
        let column_high = |column: &Vec<usize>| column.iter().map(|item| heights[*item] + GAP).sum::<f64>() - GAP;
        let tall = self.order.iter().map(column_high).fold(0.0, f64::max);
        let mut y = vec![0.0; self.items.len()];
        for column in &self.order {
            let mut top = (tall - column_high(column)) / 2.0;
            for item in column {
                y[*item] = top + heights[*item] / 2.0;
                top += heights[*item] + GAP;
            }
        }
        for _ in 0..ROUNDS {
            for column in &self.order {
                let wish = |item: &usize| {
                    let Item { left, right, .. } = &self.items[*item];
                    let count = left.len() + right.len();
                    if count == 0 { y[*item] } else { left.iter().chain(right).map(|other| y[*other]).sum::<f64>() / count as f64 }
                };
                let mut want: Vec<f64> = column.iter().map(|item| (y[*item] + wish(item)) / 2.0).collect();
                let mut free = 0.0;
                for (place, item) in want.iter_mut().zip(column) {
                    *place = place.max(free + heights[*item] / 2.0);
                    free = *place + heights[*item] / 2.0 + GAP;
                }
                let mut free = tall;
                for (place, item) in want.iter_mut().zip(column).rev() {
                    *place = place.min(free - heights[*item] / 2.0);
                    free = *place - heights[*item] / 2.0 - GAP;
                }
                for (place, item) in want.into_iter().zip(column) {
                    y[*item] = place;
                }
            }
        }
        let top = (0..y.len()).map(|item| y[item] - heights[item] / 2.0).fold(f64::INFINITY, f64::min);
        y.iter_mut().for_each(|middle| *middle -= top);
        let high = (0..y.len()).map(|item| y[item] + heights[item] / 2.0).fold(0.0, f64::max);
        (y, high)
    }

    #[allow(clippy::too_many_arguments)]
    fn drawn(
        &self,
        nodes: &[Node],
        boxes: &[Vec<String>],
        heights: &[f64],
        middles: &[f64],
        wide: f64,
        width: f64,
        high: f64,
        alt: String,
    ) -> Figure {
        const ARROW: f64 = 1.6;
        let mut pad = Pad::default();
        let step = if self.order.len() > 1 { (width - wide) / (self.order.len() - 1) as f64 } else { 0.0 };
        let left = |item: usize| self.items[item].column as f64 * step;
        for (edge, way, turned) in &self.ways {
            let (first, last) = (way[0], way[way.len() - 1]);
            let (head, tail) = if *turned { (ARROW * 0.75, 0.0) } else { (0.0, ARROW * 0.75) };
            let mut steps = Vec::new();
            for pair in way.windows(2) {
                let (from, to) = (left(pair[0]) + wide, left(pair[1]));
                let (from_y, to_y) = (middles[pair[0]], middles[pair[1]]);
                if pair[0] != first {
                    steps.push(Step { c: None, x: round(from), y: round(from_y) });
                }
                let end = if pair[1] == last { to - tail } else { to };
                let bend = (to - from) / 2.0;
                let c = [from + bend, from_y, to - bend, to_y].map(round);
                steps.push(Step { c: Some(c), x: round(end), y: round(to_y) });
            }
            let pen = if edge.soft { Pen::Soft } else { Pen::Hard };
            let start = left(first) + wide + head;
            pad.shapes.push(Shape::Path { x: round(start), y: round(middles[first]), steps, pen });
            let (tip, back, y) = match turned {
                false => (left(last), left(last) - ARROW, middles[last]),
                true => (left(first) + wide, left(first) + wide + ARROW, middles[first]),
            };
            let points = [[back, y - 0.8], [tip, y], [back, y + 0.8]].map(|point| point.map(round)).to_vec();
            pad.shapes.push(Shape::Polygon { points, fill: if edge.soft { Fill::Quiet } else { Fill::Accent }, pen: Pen::None });
        }
        for (at, item) in self.items.iter().enumerate() {
            let Some(node) = item.node else { continue };
            let (x, top) = (left(at), middles[at] - heights[at] / 2.0);
            let Node { number, goal, target, .. } = &nodes[node];
            pad.rect(x, top, wide, heights[at], Fill::White, if *goal { Pen::Goal } else { Pen::Action });
            let lines = &boxes[node];
            let first = middles[at] - (lines.len().max(1) - 1) as f64 * TEXT.leading() / 2.0 + TEXT.rise() / 2.0;
            pad.text(x + 1.3, first, number, BOLD, Side::Start, target.as_deref());
            for (n, line) in lines.iter().enumerate() {
                let shown = line.trim_start_matches('\u{a0}');
                let before = TEXT.wide(&line[..line.len() - shown.len()]);
                pad.text(x + 1.3 + before, first + n as f64 * TEXT.leading(), shown, TEXT, Side::Start, target.as_deref());
            }
        }
        pad.figure(alt, width, high)
    }
}

/// The edges that close a loop: turned round, they leave none.
fn loops(nodes: usize, edges: &[Edge]) -> Vec<bool> {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        Open,
        Done,
    }
    let mut from: Vec<Vec<usize>> = vec![Vec::new(); nodes];
    for (at, edge) in edges.iter().enumerate() {
        from[edge.from].push(at);
    }
    let (mut state, mut turned) = (vec![State::New; nodes], vec![false; edges.len()]);
    for root in 0..nodes {
        if state[root] != State::New {
            continue;
        }
        state[root] = State::Open;
        let mut stack = vec![(root, 0)];
        while let Some((node, next)) = stack.last_mut() {
            let Some(&at) = from[*node].get(*next) else {
                state[*node] = State::Done;
                stack.pop();
                continue;
            };
            *next += 1;
            let to = edges[at].to;
            match state[to] {
                State::Open => turned[at] = true,
                State::New => {
                    state[to] = State::Open;
                    stack.push((to, 0));
                }
                State::Done => {}
            }
        }
    }
    turned
}

/// The column of each node: one more than the farthest that it waits for.
fn longest(nodes: usize, edges: &[(usize, usize)]) -> Vec<usize> {
    let mut waits = vec![0usize; nodes];
    let mut next: Vec<Vec<usize>> = vec![Vec::new(); nodes];
    for &(from, to) in edges.iter().filter(|(from, to)| from != to) {
        next[from].push(to);
        waits[to] += 1;
    }
    let mut column = vec![0usize; nodes];
    let mut ready: Vec<usize> = (0..nodes).filter(|node| waits[*node] == 0).collect();
    while let Some(node) = ready.pop() {
        for &to in &next[node] {
            column[to] = column[to].max(column[node] + 1);
            waits[to] -= 1;
            if waits[to] == 0 {
                ready.push(to);
            }
        }
    }
    column
}

/// Another order, the same for the same seed.
fn shuffle(list: &mut [usize], seed: &mut u64) {
    for at in (1..list.len()).rev() {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        list.swap(at, (*seed >> 33) as usize % (at + 1));
    }
}

/// How many pairs stand out of order; sorts them.
fn inversions(list: &mut [usize]) -> usize {
    let len = list.len();
    if len < 2 {
        return 0;
    }
    let (left, right) = list.split_at_mut(len / 2);
    let mut count = inversions(left) + inversions(right);
    let mut merged = Vec::with_capacity(len);
    let (mut a, mut b) = (0, 0);
    while a < left.len() && b < right.len() {
        if right[b] < left[a] {
            count += left.len() - a;
            merged.push(right[b]);
            b += 1;
        } else {
            merged.push(left[a]);
            a += 1;
        }
    }
    merged.extend_from_slice(&left[a..]);
    merged.extend_from_slice(&right[b..]);
    list.copy_from_slice(&merged);
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edge(from: usize, to: usize) -> Edge {
        Edge { from, to, soft: false }
    }

    fn nodes(count: usize) -> Vec<Node> {
        let node = |at: usize| Node { number: format!("1.{at}"), title: format!("Titre {at}"), target: None, goal: at.is_multiple_of(2) };
        (0..count).map(node).collect()
    }

    /// Counted pair by pair, from the drawing's own order.
    fn counted(net: &Net) -> usize {
        let mut ends = Vec::new();
        for (at, item) in net.items.iter().enumerate() {
            ends.extend(item.right.iter().map(|to| (item.column, net.place[at], net.place[*to])));
        }
        let crossed =
            |(a, b): (&(usize, usize, usize), &(usize, usize, usize))| a.0 == b.0 && (a.1 < b.1) == (a.2 > b.2) && a.1 != b.1 && a.2 != b.2;
        (0..ends.len()).flat_map(|a| (0..a).map(move |b| (a, b))).filter(|(a, b)| crossed((&ends[*a], &ends[*b]))).count()
    }

    /// The same numbers each time.
    fn some_edges(nodes: usize, count: usize) -> Vec<Edge> {
        let mut seed = 7u64;
        let mut next = |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as usize % below
        };
        (0..count).map(|_| edge(next(nodes), next(nodes))).filter(|edge| edge.from != edge.to).collect()
    }

    #[test]
    fn crossings_are_counted_as_pairs() {
        for (size, count) in [(6, 9), (20, 30), (40, 60)] {
            let net = Net::new(size, &some_edges(size, count)).expect("edges");
            assert_eq!(net.crossings(), counted(&net));
        }
    }

    #[test]
    fn a_crossing_that_can_be_undone_is() {
        assert_eq!(crossings(4, &[edge(0, 3), edge(1, 2)]), 0);
        assert_eq!(crossings(6, &[edge(0, 5), edge(1, 4), edge(2, 3)]), 0);
    }

    /// Were the sweeps not bounded, this would not end.
    #[test]
    fn a_thousand_boxes_are_no_trouble() {
        let edges = some_edges(1_000, 1_500);
        let net = Net::new(1_000, &edges).expect("edges");
        assert_eq!(net.ways.len(), edges.len());
        let least = net.order.iter().map(Vec::len).sum::<usize>();
        assert_eq!(least, net.items.len(), "each in its column once");
    }

    #[test]
    fn each_edge_goes_right_and_a_loop_is_drawn_too() {
        let edges = [edge(0, 1), edge(1, 2), edge(2, 0)];
        let net = Net::new(3, &edges).expect("edges");
        assert_eq!(net.ways.iter().filter(|(.., turned)| *turned).count(), 1);
        for (_, way, _) in &net.ways {
            assert!(way.windows(2).all(|pair| net.items[pair[1]].column == net.items[pair[0]].column + 1));
        }
    }

    #[test]
    fn boxes_of_a_column_stand_apart_and_within_the_drawing() {
        let (count, edges) = (40, some_edges(40, 70));
        let figure = layers(&nodes(count), &edges, Layers { width: 257.0, most: 900.0 }, String::new()).expect("it fits");
        let boxes: Vec<[f64; 4]> = figure
            .shapes
            .iter()
            .filter_map(|shape| match shape {
                Shape::Rect { x, y, w, h, .. } => Some([*x, *y, *w, *h]),
                _ => None,
            })
            .collect();
        assert_eq!(boxes.len(), count);
        for (at, a) in boxes.iter().enumerate() {
            assert!(a[0] >= 0.0 && a[0] + a[2] <= figure.width + 0.1 && a[1] >= -0.1 && a[1] + a[3] <= figure.height + 0.1, "{a:?}");
            for b in &boxes[..at] {
                let apart = a[0] + a[2] <= b[0] || b[0] + b[2] <= a[0] || a[1] + a[3] <= b[1] + 0.1 || b[1] + b[3] <= a[1] + 0.1;
                assert!(apart, "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn what_does_not_fit_is_not_drawn() {
        let edges: Vec<Edge> = (1..100).map(|to| edge(0, to)).collect();
        assert!(layers(&nodes(100), &edges, Layers { width: 257.0, most: 150.0 }, String::new()).is_none());
        assert!(layers(&nodes(3), &[], Layers { width: 257.0, most: 150.0 }, String::new()).is_none());
    }
}
