//! Small plans made by chance: loops, gaps, open ends and overlaps included.

use std::fmt::Write;

use crate::suite::support::Random;

struct Maker {
    random: Random,
    out: String,
    /// Goals and actions, and which of them have a milestone.
    sheets: Vec<(String, bool)>,
}

/// The same seed makes the same plan.
pub fn plan(seed: u64) -> String {
    let mut maker = Maker { random: Random::new(seed + 1), out: String::new(), sheets: Vec::new() };
    let goals = 1 + maker.random.below(7);
    let shape: Vec<usize> = (0..goals).map(|_| [0, 0, 1, 2, 3][maker.random.below(5)]).collect();
    for (goal, actions) in shape.iter().enumerate() {
        let names = std::iter::once(format!("g{goal}")).chain((0..*actions).map(|action| format!("g{goal}a{action}")));
        for name in names {
            let milestone = maker.chance(3);
            maker.sheets.push((name, milestone));
        }
    }
    maker.strategy();
    maker.owners();
    let mut at = 0;
    let axis = maker.chance(2);
    if axis {
        maker.line("axis x \"X\" {");
    }
    for actions in shape {
        maker.sheet("goal", at, actions);
        at += 1 + actions;
    }
    if axis {
        maker.line("}");
    }
    if maker.chance(2) {
        maker.authorisation();
    }
    maker.out
}

impl Maker {
    /// Once in so many times.
    fn chance(&mut self, of: usize) -> bool {
        self.random.below(of) == 0
    }

    fn line(&mut self, line: &str) {
        let _ = writeln!(self.out, "{line}");
    }

    fn strategy(&mut self) {
        self.line("strategy \"S\" {");
        if !self.chance(6) {
            self.line("period 2027-02 .. 2030");
        }
        if self.chance(2) {
            self.line("envelope {");
            self.amounts();
            self.line("}");
        }
        self.line("}");
    }

    fn owners(&mut self) {
        for name in ["O", "P", "Q"] {
            self.line(&format!("owner {name} \"{name}\" {{"));
            if self.chance(2) {
                let post = ["vacant", "to-recruit", "filled"][self.random.below(3)];
                self.line(&format!("post {post}"));
            }
            if self.chance(2) {
                let arrival = self.date();
                self.line(&format!("arrival {arrival}"));
            }
            if !self.chance(4) {
                let (one, two) = (self.share(), self.share());
                self.line(&format!("capacity 2027: {one} fte, 2028 .. 2030: {two} fte, 2030: 9 fte"));
            }
            self.line("}");
        }
    }

    fn share(&mut self) -> String {
        format!("{}.{:02}", self.random.below(2), 1 + self.random.below(99))
    }

    fn date(&mut self) -> String {
        let (year, month) = (2027 + self.random.below(4), 1 + self.random.below(12));
        match self.random.below(5) {
            0 => year.to_string(),
            1 => format!("{year}-Q{}", 1 + self.random.below(4)),
            2 => format!("{year}-{month:02}-{:02}", 1 + self.random.below(28)),
            _ => format!("{year}-{month:02}"),
        }
    }

    fn sheet(&mut self, keyword: &str, at: usize, actions: usize) {
        let (name, milestone) = self.sheets[at].clone();
        self.line(&format!("{keyword} {name} \"{name}\" {{"));
        match self.random.below(10) {
            0..=3 => {
                let (one, other) = (self.date(), self.date());
                let (start, end) = if one[..4] <= other[..4] { (one, other) } else { (other, one) };
                self.line(&format!("period {start} .. {end}"));
            }
            4..=6 => {
                let (count, unit) = (1 + self.random.below(14), ["months", "weeks", "days", "months"][self.random.below(4)]);
                self.line(&format!("duration {count} {unit}"));
            }
            7 => {
                let date = self.date();
                let period = [format!("{date} .."), format!("unknown .. {date}"), "continuous".to_owned()][self.random.below(3)].clone();
                self.line(&format!("period {period}"));
            }
            _ => {}
        }
        if milestone {
            let date = self.date();
            self.line(&format!("milestone m \"M\" on {date}"));
        }
        if self.chance(9) {
            self.line("status abandoned");
        }
        if self.chance(12) {
            self.line("outside");
        }
        self.depends(at);
        for (keyword, of) in [("effort", 2), ("load dip", 4)] {
            if self.chance(of) {
                let (owner, share) = (["O", "P", "Q"][self.random.below(3)], self.share());
                let more = if self.chance(2) { format!(", P {} fte", self.share()) } else { String::new() };
                self.line(&format!("{keyword} {owner} {share} fte{more}"));
            }
        }
        if self.chance(2) {
            self.line("budget {");
            self.amounts();
            if self.chance(3) {
                self.line("fctva");
            }
            self.line("}");
        }
        if self.chance(3) {
            self.funding();
        }
        for action in 0..actions {
            self.sheet("action", at + 1 + action, 0);
        }
        self.line("}");
    }

    fn depends(&mut self, at: usize) {
        let count = [0, 0, 1, 1, 2, 3][self.random.below(6)];
        for _ in 0..count {
            // Mostly on what comes before, so that not all is loops.
            let on = if self.chance(8) || at == 0 { self.random.below(self.sheets.len()) } else { self.random.below(at) };
            let (name, milestone) = self.sheets[on].clone();
            let moment = match self.random.below(4) {
                0 if milestone => format!("{name}.m"),
                1 => format!("{name} start"),
                _ => name,
            };
            let delay = if self.chance(4) {
                format!(" + {} {}", 1 + self.random.below(5), ["months", "days"][self.random.below(2)])
            } else {
                String::new()
            };
            let waits = match self.random.below(6) {
                0 => " for end",
                1 if self.sheets[at].1 => " for m",
                _ => "",
            };
            self.line(&format!("depends on {moment}{delay}{waits}"));
        }
    }

    fn amounts(&mut self) {
        if self.chance(6) {
            let total = self.euros();
            self.line(&format!("total {total}"));
        }
        for _ in 0..self.random.below(4) {
            let section = ["investment", "operating"][self.random.below(2)];
            let (first, amount) = (2026 + self.random.below(5), self.euros());
            let line = match self.random.below(4) {
                0 => format!("{section} {first} .. {}: {amount}", first + 1 + self.random.below(3)),
                1 => format!("{section} {first} .. {}: {amount} in all", first + 2),
                2 => format!("{section} {first}: {amount}, {}: {}", first + 1, self.euros()),
                _ => format!("{section} {first}: {amount}"),
            };
            self.line(&line);
        }
    }

    fn euros(&mut self) -> String {
        let whole = self.random.below(90_000);
        match self.random.below(5) {
            0 => format!("{}.{:02} €", whole, self.random.below(100)),
            1 => format!("{whole} .. {} €", whole + 1 + self.random.below(5_000)),
            _ => format!("{} €", whole * 10),
        }
    }

    fn funding(&mut self) {
        self.line("funding {");
        for _ in 0..1 + self.random.below(3) {
            let source = ["DSIL", "FEDER", "Région"][self.random.below(3)];
            let share = match self.random.below(5) {
                0 => self.euros(),
                1 => format!("{} % of investment", 5 + self.random.below(60)),
                2 => format!("{} % of operating", 5 + self.random.below(60)),
                _ => format!("{}.5 %", 5 + self.random.below(30)),
            };
            let status = ["", " secured", " sought", " refused", " received"][self.random.below(5)];
            self.line(&format!("\"{source}\" {share}{status} {{"));
            if self.chance(4) {
                let base = self.random.below(9_000) * 10;
                self.line(&format!("of {base} €"));
            }
            if self.chance(4) {
                let cap = self.random.below(3_000) * 10;
                self.line(&format!("cap {cap} €"));
            }
            self.line("}");
        }
        self.line("}");
    }

    fn authorisation(&mut self) {
        self.line("authorisation \"AP\" {\nkind ap");
        let total = self.euros();
        self.line(&format!("total {total}"));
        self.credits();
        for _ in 0..self.random.below(4) {
            let on = if self.chance(4) { String::new() } else { format!(" on {}", self.date()) };
            self.line(&format!("revision{on} {{"));
            if self.chance(2) {
                let total = self.euros();
                self.line(&format!("total {total}"));
            }
            if !self.chance(3) {
                self.credits();
            }
            self.line("}");
        }
        self.line("}");
    }

    fn credits(&mut self) {
        let (first, one, two) = (2027 + self.random.below(3), self.euros(), self.euros());
        let all = if self.chance(4) { " in all" } else { "" };
        let second = first + self.random.below(2);
        self.line(&format!("credits {first}: {one}, {second} .. {}: {two}{all}", first + 2));
    }
}
