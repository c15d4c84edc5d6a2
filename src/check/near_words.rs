//! A word of the author's own that is nearly one that policies know: `public agentss`. Any other word is the author's.

use super::Facts;
use crate::diagnostic::{Diagnostic, rules, suggest};
use crate::language::concepts::{authority, sheet};
use crate::language::{AUDIENCE, COMPETENCES, Concept, E_SERVICES, WordRow, numbered};
use crate::plan::Entity;
use crate::say;

pub fn check(facts: &Facts<'_>, part: u32, out: &mut Vec<Diagnostic>) {
    for entity in facts.plan.entities_of(part) {
        match entity.concept() {
            Concept::Axis | Concept::Goal | Concept::Action => words(entity, sheet::AUDIENCE.at, AUDIENCE, out),
            Concept::Authority => {
                words(entity, authority::COMPETENCES.at, COMPETENCES, out);
                words(entity, authority::E_SERVICES.at, E_SERVICES, out);
            }
            _ => {}
        }
    }
}

fn words(entity: Entity<'_>, field: u8, known: &'static [WordRow], out: &mut Vec<Diagnostic>) {
    for member in entity.seen(field).into_iter().flat_map(|seen| seen.members()) {
        let written = member.written();
        if written.starts_with(['"', '«', '“']) || numbered(written, known).is_some() {
            continue;
        }
        let spellings = known.iter().flat_map(|row| [row.fr, row.en].into_iter().chain(row.also.iter().copied()));
        let Some(near) = suggest::nearest(written, spellings) else { continue };
        out.push(
            Diagnostic::new(
                &rules::NEAR_WORD,
                member.span(),
                say!("« {written} » n'est pas un mot que les règles connaissent."; "\"{written}\" is no word that policies know.", written = written.to_owned()),
                say!("Vouliez-vous dire `{near}` ? Sinon, mettez ce mot à vous entre guillemets."; "Did you mean `{near}`? If not, put this word of your own between quotes.", near),
            )
            .fix(say!("Écrire `{near}`"; "Write `{near}`", near), member.span(), near),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, goals, plan};

    #[test]
    fn what_is_nearly_known_is_told_and_what_is_ones_own_is_not() {
        let count = |audience: &str| found(&goals(&format!("goal a \"A\" {{\naudience {audience}\n}}")), "near-word").len();
        assert_eq!(count("agents, élus"), 0);
        assert_eq!(count("agentss"), 1);
        assert_eq!(count("\"agentss\""), 0);
        assert_eq!(count("bibliothécaires"), 0, "a word of one's own");
        let town = plan("authority v \"V\" {\ncompetences urbanisne\ne-services paiment\n}\n");
        assert_eq!(found(&town, "near-word").len(), 2);
    }
}
