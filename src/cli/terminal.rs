//! What the command's surroundings want: a word on standard error, colours, how wide.

use std::io::{IsTerminal, Write};

/// A line on standard error. One that cannot be written (a full disk, a reader that is gone) is lost and nothing else.
pub fn tell(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Are results coloured? What the command line says wins, then what the surroundings ask, then whether a terminal reads.
pub fn colours(asked: Option<&str>) -> bool {
    let variable = |name: &str| std::env::var_os(name).and_then(|value| value.into_string().ok());
    wanted(asked, &variable, std::io::stdout().is_terminal())
}

/// How many columns there are, where the shell tells; a wider line is not read with ease.
pub fn width() -> usize {
    let told = std::env::var("COLUMNS").ok().and_then(|columns| columns.trim().parse().ok());
    told.filter(|columns| *columns > 0).map_or(WIDEST, |columns: usize| columns.clamp(NARROWEST, WIDEST))
}

const NARROWEST: usize = 40;
const WIDEST: usize = 100;

fn wanted(asked: Option<&str>, variable: &dyn Fn(&str) -> Option<String>, terminal: bool) -> bool {
    // By the customs of both variables, one that is empty is as if it were not there.
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    match asked {
        Some("always") => true,
        Some("never") => false,
        _ if set("NO_COLOR").is_some() => false,
        _ if set("FORCE_COLOR").is_some_and(|value| value != "0") => true,
        _ => terminal && set("TERM").as_deref() != Some("dumb"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(terminal: bool, asked: Option<&str>, variables: &[(&str, &str)]) -> bool {
        let variable = |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        wanted(asked, &variable, terminal)
    }

    #[test]
    fn colours_by_the_surroundings() {
        for (variables, expected) in [
            (&[][..], true),
            (&[("TERM", "xterm")][..], true),
            (&[("TERM", "dumb")][..], false),
            (&[("NO_COLOR", "")][..], true),
            (&[("NO_COLOR", "1")][..], false),
            (&[("NO_COLOR", "1"), ("FORCE_COLOR", "1")][..], false),
            (&[("FORCE_COLOR", "0")][..], true),
            (&[("TERM", "dumb"), ("FORCE_COLOR", "1")][..], true),
        ] {
            assert_eq!(on(true, None, variables), expected, "{variables:?}");
            assert_eq!(on(true, Some("auto"), variables), expected, "{variables:?}");
            assert!(on(false, Some("always"), variables) && !on(true, Some("never"), variables), "the command line wins: {variables:?}");
        }
        for (variables, expected) in [(&[][..], false), (&[("FORCE_COLOR", "1")][..], true), (&[("FORCE_COLOR", "")][..], false)] {
            assert_eq!(on(false, None, variables), expected, "no terminal: {variables:?}");
        }
    }
}
