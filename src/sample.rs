//! L6. Synthetic plans of any size, for benchmarks and first tries: N goals in axes, about three dependencies each,
//! owners, dates, budgets, indicators. The same seed gives the same plan, for ever.
//!
//! The plan checks without a finding: goals come in twelve layers of half a year, depend on the two layers before
//! theirs, and the envelope is their sum and a little more.

use std::collections::BTreeMap;
use std::fmt::Write;

const OWNERS: [&str; 4] = ["CDO", "DSI", "COM", "DGS"];
const FUNDS: [&str; 5] = ["Budget propre", "DSIL", "FEDER", "France 2030", "ANCT"];
const WORDS: [&str; 28] = [
    "accueil",
    "usager",
    "identité",
    "dématérialisation",
    "cadastre",
    "état civil",
    "urbanisme",
    "école",
    "cantine",
    "archive",
    "cybersécurité",
    "inclusion",
    "accessibilité",
    "données ouvertes",
    "réseau",
    "fibre",
    "sobriété",
    "mutualisation",
    "sauvegarde",
    "messagerie",
    "portail",
    "démarche",
    "paiement",
    "signature",
    "formation",
    "médiation",
    "annuaire",
    "agenda",
];
const FIRST_YEAR: i16 = 2026;
const LAST_YEAR: i16 = 2031;
const LAYERS: usize = 12;
/// Goals in one file.
const PER_FILE: usize = 10_000;

struct Goal {
    axis: usize,
    title: String,
    owner: usize,
    depends: Vec<usize>,
    /// Year, month, day.
    start: (i16, u32, u32),
    end: (i16, u32, u32),
    /// Euros by year.
    budget: BTreeMap<i16, u64>,
    fund: usize,
    baseline: u64,
    target: u64,
}

pub struct Sample {
    axes: usize,
    goals: Vec<Goal>,
    envelope: BTreeMap<i16, u64>,
}

/// SplitMix64 (Steele, Lea, Flood 2014): fixed by its definition, so that a seed means the same plan in every version.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    fn choose<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

pub fn sample(count: usize, seed: u64) -> Sample {
    let mut random = Random(seed);
    let axes = count.div_ceil(25).max(4);
    let per_layer = (count / LAYERS).max(1);
    let mut goals = Vec::with_capacity(count);
    for at in 0..count {
        let layer = (at / per_layer).min(LAYERS - 1);
        let (from, to) = (layer.saturating_sub(2) * per_layer, layer * per_layer);
        let mut depends = Vec::new();
        if to > from {
            let wanted = random.choose(&[2, 3, 3, 4]).min(to - from);
            while depends.len() < wanted {
                let other = from + random.below(to - from);
                if !depends.contains(&other) {
                    depends.push(other);
                }
            }
            depends.sort_unstable();
        }
        let year = FIRST_YEAR + (layer / 2) as i16;
        let month = 1 + 6 * (layer as u32 % 2);
        // Three in ten are paid over two years.
        let last = if random.below(10) < 3 { (year + 1).min(LAST_YEAR) } else { year };
        let budget = (year..=last).map(|year| (year, 1000 * (1 + random.below(120) as u64))).collect();
        goals.push(Goal {
            axis: at % axes,
            title: format!("Objectif {at}: {} et {}", random.choose(&WORDS), random.choose(&WORDS)),
            owner: random.below(OWNERS.len()),
            depends,
            start: (year, month + random.below(3) as u32, 1 + random.below(28) as u32),
            end: (year, month + 3 + random.below(3) as u32, 1 + random.below(28) as u32),
            budget,
            fund: random.below(FUNDS.len()),
            baseline: random.below(50) as u64,
            target: 50 + random.below(50) as u64,
        });
    }
    let mut envelope = BTreeMap::new();
    for year in FIRST_YEAR..=LAST_YEAR {
        envelope.insert(year, 1000 + goals.iter().filter_map(|goal| goal.budget.get(&year)).sum::<u64>());
    }
    Sample { axes, goals, envelope }
}

impl Sample {
    /// The plan's files: their paths below the plan's folder, and their texts. The root is `plan.dsl`.
    pub fn files(&self) -> Vec<(String, String)> {
        let mut by_axis: Vec<Vec<usize>> = vec![Vec::new(); self.axes];
        for (at, goal) in self.goals.iter().enumerate() {
            by_axis[goal.axis].push(at);
        }
        let per_file = (PER_FILE / 25).max(1);
        let mut files = vec![("plan.dsl".to_owned(), String::new())];
        let mut uses = String::new();
        for (number, axes) in by_axis.chunks(per_file).enumerate() {
            let name = format!("axes/{number:03}.dsl");
            let _ = writeln!(uses, "use \"{name}\"");
            let mut text = String::with_capacity(400 * PER_FILE);
            for (offset, goals) in axes.iter().enumerate() {
                let axis = number * per_file + offset;
                let _ = writeln!(text, "axis a{axis} \"Axe {axis}\" {{");
                for at in goals {
                    self.goal(&mut text, *at);
                }
                text.push_str("}\n\n");
            }
            files.push((name, text));
        }
        files[0].1 = self.root(&uses);
        files
    }

    fn root(&self, uses: &str) -> String {
        let mut text = String::from("use std.roles\n");
        text.push_str(uses);
        let _ = write!(
            text,
            "\nstrategy \"Stratégie de synthèse\" {{\n  language   fr\n  authority  exemple\n  period     {FIRST_YEAR} .. {LAST_YEAR}\n  \
             sponsor    DGS\n  lead       CDO\n  envelope {{\n"
        );
        for (year, euros) in &self.envelope {
            let _ = writeln!(text, "    investment {year}: {} k€", euros / 1000);
        }
        text.push_str("  }\n}\n\nauthority exemple \"Ville d'exemple\" {\n  kind commune\n  population 62_400\n}\n");
        text
    }

    fn goal(&self, text: &mut String, at: usize) {
        let goal = &self.goals[at];
        let day = |(year, month, day): (i16, u32, u32)| format!("{year}-{month:02}-{day:02}");
        let _ = write!(
            text,
            "  goal g{at:06} \"{}\" {{\n    owner {}\n    period {} .. {}\n",
            goal.title,
            OWNERS[goal.owner],
            day(goal.start),
            day(goal.end)
        );
        if !goal.depends.is_empty() {
            let names: Vec<String> = goal.depends.iter().map(|other| format!("g{other:06}")).collect();
            let _ = writeln!(text, "    depends on {}", names.join(", "));
        }
        let amounts: Vec<String> = goal.budget.iter().map(|(year, euros)| format!("{year}: {} k€", euros / 1000)).collect();
        let _ = write!(
            text,
            "    budget {{\n      investment {}\n    }}\n    funding {{ \"{}\" 40 % sought }}\n    indicator \"Avancement\" {{\n      \
             baseline {} %\n      target {} % on {LAST_YEAR}\n    }}\n  }}\n",
            amounts.join(", "),
            FUNDS[goal.fund],
            goal.baseline,
            goal.target
        );
    }

    /// The same plan in plain JSON, a yardstick for how fast a text of this content can be read at all.
    pub fn json(&self) -> String {
        let day = |(year, month, day): (i16, u32, u32)| format!("{year}-{month:02}-{day:02}");
        let goals: Vec<serde_json::Value> = self
            .goals
            .iter()
            .enumerate()
            .map(|(at, goal)| {
                serde_json::json!({
                    "id": format!("g{at:06}"), "axis": format!("a{}", goal.axis), "title": goal.title, "owner": OWNERS[goal.owner],
                    "deps": goal.depends.iter().map(|other| format!("g{other:06}")).collect::<Vec<_>>(),
                    "start": day(goal.start), "end": day(goal.end), "budget": goal.budget, "fund": FUNDS[goal.fund],
                    "indicator": { "baseline": goal.baseline, "target": goal.target },
                })
            })
            .collect();
        let plan = serde_json::json!({ "owners": OWNERS, "envelope": self.envelope, "goals": goals });
        // With a blank after each comma and colon, as most tools write it.
        let mut out = Vec::new();
        let mut writer = serde_json::Serializer::with_formatter(&mut out, Spaced);
        serde::Serialize::serialize(&plan, &mut writer).expect("plain data becomes JSON");
        String::from_utf8(out).expect("JSON is UTF-8")
    }
}

struct Spaced;

impl serde_json::ser::Formatter for Spaced {
    fn begin_array_value<W: ?Sized + std::io::Write>(&mut self, writer: &mut W, first: bool) -> std::io::Result<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object_key<W: ?Sized + std::io::Write>(&mut self, writer: &mut W, first: bool) -> std::io::Result<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object_value<W: ?Sized + std::io::Write>(&mut self, writer: &mut W) -> std::io::Result<()> {
        writer.write_all(b": ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_means_one_plan_for_ever() {
        let text = |seed| sample(40, seed).files().into_iter().map(|(_, text)| text).collect::<String>();
        assert_eq!(text(1), text(1));
        assert_ne!(text(1), text(2));
        assert_eq!(Random(1).next(), 0x910A_2DEC_8902_5CC1, "SplitMix64's first number from 1");
    }

    #[test]
    fn checks_without_a_finding_at_every_size() {
        for count in [0, 1, 3, 11, 12, 13, 100, 1_000] {
            let world = crate::load::Memory::new(sample(count, 7).files());
            let analysis = crate::analysis::analyse(&world, crate::load::Memory::root());
            let errors: Vec<_> = analysis.diagnostics.iter().filter(|found| !matches!(found.rule.id, "CPL-05" | "W0713")).collect();
            assert!(errors.is_empty(), "{count}: {:?}", errors.first());
            assert_eq!(analysis.plan.goals.len(), count);
        }
    }
}
