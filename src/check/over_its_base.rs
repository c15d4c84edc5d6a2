//! A funder that pays more than all of what it takes a share of.

use rust_decimal::Decimal;

use super::Facts;
use crate::diagnostic::{Diagnostic, rules};
use crate::language::Concept;
use crate::language::concepts::money::funder;
use crate::plan::Share;
use crate::say;

pub fn check(facts: &Facts<'_>, part: u32, out: &mut Vec<Diagnostic>) {
    for line in facts.plan.entities_of(part).filter(|entity| entity.is(Concept::Funder)) {
        let Some(share) = line.spanned(funder::SHARE) else { continue };
        let base = line.spanned(funder::OF);
        let title = line.titled();
        let message = match (&share.value, &base) {
            (Share::Percent(percent, _), _) if percent.0 > Decimal::ONE_HUNDRED => {
                say!("« {title} » paie plus de 100 % de ce dont il prend une part."; "\"{title}\" pays more than 100% of what it takes a share of.", title)
            }
            (Share::Money(money), Some(base)) if money.surely_over(base.value) => {
                say!("« {title} » paie {money} pour une assiette de {base}."; "\"{title}\" pays {money} of a base of {base}.", title, money = *money, base = base.value)
            }
            (Share::Money(_) | Share::Percent(..), _) => continue,
        };
        let help = say!("Corrigez la part, ou l'assiette (`assiette …`)."; "Correct the share, or the base (`of …`).");
        let mut diagnostic = Diagnostic::new(&rules::OVER_ITS_BASE, share.span, message, help);
        if let Some(base) = base {
            diagnostic = diagnostic.label(base.span, say!("l'assiette"; "the base"));
        }
        out.push(diagnostic);
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, goals};

    #[test]
    fn flags_and_passes() {
        let count = |line: &str| {
            let body = format!("goal a \"A\" {{\nbudget {{\ninvestment 2027: 1 M€\n}}\nfunding {{\n{line}\n}}\n}}");
            found(&goals(&body), "over-its-base").len()
        };
        assert_eq!(count("\"A\" 101 % sought"), 1);
        assert_eq!(count("\"A\" 100 % sought"), 0);
        assert_eq!(count("\"A\" 60 k€ sought {\nof 50 k€\n}"), 1);
        assert_eq!(count("\"A\" 60 k€ sought {\nof 50 .. 70 k€\n}"), 0);
    }
}
