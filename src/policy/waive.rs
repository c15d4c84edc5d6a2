//! Findings that somebody stands for: nothing disappears, what is waived is told as such. Known by the policy and the thing, not by lines.

use super::judge::{Judgement, Verdict, in_library};
use super::typed::Policy;
use super::words::Finding;
use crate::diagnostic::{Diagnostic, Rule, Say, rules};
use crate::language::Concept;
use crate::language::concepts::waiver;
use crate::plan::{Entity, EntityId, Plan, Value};
use crate::policy::days;
use crate::say;

/// Marks the findings that are waived, and tells what is wrong with a waiver.
pub fn waive(plan: &Plan, today: i64, judgement: &mut Judgement) {
    let mut waivers: Vec<Entity<'_>> = [Concept::Waiver, Concept::Acknowledged].into_iter().flat_map(|of| plan.all(of)).collect();
    waivers.sort_by_key(|waiver| waiver.id);
    for one in waivers {
        let Some(rule) = one.members(waiver::RULE).next() else { continue };
        let named = rule.text().into_owned();
        let policies: Vec<usize> = (0..judgement.set.policies.len()).filter(|at| judgement.set.policies[*at].is_called(&named)).collect();
        // A waiver of a policy that another revision does not have yet is no mistake there.
        if policies.is_empty() && judgement.set.revision.is_some() {
            continue;
        }
        let Some(policy) = policies.first().map(|at| judgement.set.policies[*at].clone()) else {
            // Only what would cover something: another waiver of nothing is no help.
            let found = judgement.verdicts.iter().filter(|verdict| !verdict.findings.is_empty());
            let known = found.map(|verdict| judgement.policy(verdict).code.as_str());
            let near = crate::diagnostic::suggest::nearest(&named, known).map(str::to_owned);
            let elsewhere = in_library(&named);
            let off = elsewhere.as_ref().is_some_and(|(_, code)| judgement.set.weakened.iter().any(|weak| weak.code == *code));
            let help = match (elsewhere, near) {
                (Some(_), _) if off => {
                    say!("Un réglage la désactive : retirez la dérogation, qui ne sert plus."; "A setting switches it off: remove the waiver, which serves no more.")
                }
                (Some((pack, _)), _) => {
                    say!("Elle est dans `std.{pack}`, que ce plan n'utilise pas : ajoutez `utiliser std.{pack}`, ou retirez la dérogation.";
                         "It is in `std.{pack}`, which this plan does not use: add `use std.{pack}`, or remove the waiver.", pack = pack.to_owned())
                }
                (None, Some(near)) => say!("Vouliez-vous dire `{near}` ?"; "Did you mean `{near}`?", near),
                (None, None) => say!("Vérifiez le code, ou retirez la dérogation."; "Check the code, or remove the waiver."),
            };
            judgement.diagnostics.push(Diagnostic::new(
                &rules::WAIVER,
                rule.span(),
                say!("Aucune règle en vigueur ne s'appelle « {named} »."; "No policy in force is called \"{named}\".", named),
                help,
            ));
            continue;
        };
        if !told(one, &policy, rule.span(), today, judgement) {
            continue;
        }
        let things: Vec<EntityId> = one.members(waiver::ON).filter_map(|seen| seen.target()).map(|target| target.id).collect();
        let all = one.seen(waiver::ON.at).is_none();
        let is = |finding: &Finding| all || finding.entity.is_some_and(|id| things.contains(&id) || within(plan, id, &things));
        let mut met = false;
        for verdict in &mut judgement.verdicts {
            if !policies.contains(&verdict.policy) {
                continue;
            }
            for finding in verdict.findings.iter_mut().filter(|finding| is(finding)) {
                finding.waived = Some(one.id);
                met = true;
            }
        }
        // What it is about could not be read, and that is told.
        let unread = one.members(waiver::ON).any(|seen| seen.target().is_none());
        if !met && !unread {
            let code = policy.code.clone();
            judgement.diagnostics.push(Diagnostic::new(
                &rules::WAIVER,
                rule.span(),
                say!("Cette dérogation ne couvre aucun constat de « {code} »."; "This waiver covers no finding of \"{code}\".", code),
                say!("Retirez-la : le constat n'existe plus, ou vise autre chose."; "Remove it: the finding is gone, or is about something else."),
            ));
        }
    }
}

/// A finding about a part of a thing is one about the thing.
fn within(plan: &Plan, id: EntityId, things: &[EntityId]) -> bool {
    let mut above = plan.entity(id).parent();
    while let Some(one) = above {
        // What stands within a goal is its own sheet: only what has no name is the goal's.
        if things.contains(&one.id) && !plan.entity(id).is_sheet() {
            return true;
        }
        above = one.parent();
    }
    false
}

/// Is a waiver good: for such a policy, with a reason and somebody who answers for it, not past its date? Says what is not.
fn told(one: Entity<'_>, policy: &Policy, place: crate::text::Span, today: i64, judgement: &mut Judgement) -> bool {
    // Where the pack of structure is in force, its policies judge waivers too: one mistake, one message.
    let judged = judgement.set.policies.iter().any(|policy| policy.code.starts_with("STR-07"));
    let mut wrong = |rule: &'static Rule, message: Say, help: Say| judgement.diagnostics.push(Diagnostic::new(rule, place, message, help));
    let code = policy.code.clone();
    if policy.is_law() && one.is(Concept::Waiver) {
        wrong(
            &rules::WAIVER,
            say!("« {code} » vient de la loi : on n'y déroge pas."; "\"{code}\" comes from the law: it is not waived.", code),
            say!("Si l'écart est connu et assumé, écrivez `écart-assumé`."; "If the gap is known and answered for, write `acknowledge`."),
        );
        return false;
    }
    let missing = [(waiver::BECAUSE.at, "motif", "because"), (waiver::BY.at, "par", "by"), (waiver::UNTIL.at, "échéance", "until")];
    let missing: Vec<(&str, &str)> = missing.iter().filter(|(key, ..)| one.seen(*key).is_none()).map(|(_, fr, en)| (*fr, *en)).collect();
    if !missing.is_empty() && judged {
        return false;
    }
    if !missing.is_empty() {
        let list = |words: Vec<&str>| words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
        let (fr, en) = (list(missing.iter().map(|(fr, _)| *fr).collect()), list(missing.iter().map(|(_, en)| *en).collect()));
        wrong(
            &rules::WAIVER,
            say!("Il manque à cette dérogation : {list}."; "This waiver lacks: {list}.", list = crate::diagnostic::two(fr, en)),
            say!("Dites pourquoi, qui en répond, et jusqu'à quand."; "Say why, who answers for it, and until when."),
        );
        return false;
    }
    let until = one.seen(waiver::UNTIL.at).and_then(|seen| match seen.cell.value {
        Value::Unknown | Value::Undefined => None,
        _ => seen.when(),
    });
    if let Some(until) = until.filter(|until| days::number(until.last) < today) {
        if judged {
            return false;
        }
        wrong(
            &rules::WAIVER,
            say!("Cette dérogation a expiré : {until}."; "This waiver has expired: {until}.", until = crate::diagnostic::two(until.show(crate::diagnostic::Lang::Fr), until.show(crate::diagnostic::Lang::En))),
            say!("Traitez le constat, ou faites renouveler la dérogation."; "Deal with the finding, or have the waiver renewed."),
        );
        return false;
    }
    true
}

/// What is waived of a verdict.
pub fn waived(verdict: &Verdict) -> usize {
    verdict.findings.iter().filter(|finding| finding.waived.is_some()).count()
}
