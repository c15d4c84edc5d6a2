//! The names that policies are made of, and every place of the plan's own files that means one: a policy (where it is set, switched off or
//! waived too), a pack, a threshold, a parameter, and what a policy names for itself.

use std::collections::BTreeMap;

use super::references::{Mention, Role};
use crate::analysis::Analysis;
use crate::diagnostic::{Say, suggest};
use crate::language::Concept;
use crate::language::concepts::waiver;
use crate::policy::judge::{in_library, own_policies};
use crate::policy::kinds::bound;
use crate::policy::visit::{every_expr, every_range};
use crate::policy::written::{Clause, PolicyText, SettingWhat, Step, Written};
use crate::say;
use crate::syntax::expression::{At, Expr, Node, is_fold, is_link};
use crate::text::typography::shortened;
use crate::text::{SourceId, Span};

/// Which name: a policy and a pack by their numbers, a threshold by its own, what holds within policies by where it is first named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Named {
    Policy(usize),
    Pack(usize),
    Threshold(usize),
    Local(SourceId, u32),
}

/// The name at an offset: where it stands, and all the places of the same, in the order of the files and of the text.
pub struct Called {
    pub span: Span,
    pub mentions: Vec<Mention>,
    what: Named,
    /// What the plan's own text says of policies.
    written: Written,
}

/// Nothing where no name of policies stands, or only one of the library.
pub fn at(analysis: &Analysis, source: SourceId, offset: u32) -> Option<Called> {
    let (places, written) = Places::of(analysis)?;
    let (span, _, what) = *places.found.iter().find(|(span, ..)| span.contains(source, offset))?;
    let same = |(other, role, of): &(Span, Role, Named)| (*of == what).then_some(Mention { span: *other, role: *role });
    let mut mentions: Vec<Mention> = places.found.iter().filter_map(same).collect();
    mentions.sort_by_key(|mention| (mention.span, mention.role));
    mentions.dedup_by_key(|mention| mention.span);
    Some(Called { span, mentions, what, written })
}

/// In: what stands there, and another name for it. Out: the places to be written otherwise; or why the name cannot be taken.
pub fn renamed(analysis: &Analysis, called: &Called, name: &str) -> Result<Vec<(Span, String)>, Say> {
    let old = suggest::fold(analysis.sources.slice(called.span));
    may_change(analysis, called)?;
    if old == suggest::fold(name) {
        return Ok(Vec::new());
    }
    free(analysis, called, name)?;
    // A code, and a second spelling of it, stay as they are.
    let same = |mention: &&Mention| suggest::fold(analysis.sources.slice(mention.span)) == old;
    Ok(called.mentions.iter().filter(same).map(|mention| (mention.span, name.to_owned())).collect())
}

/// A code is what others know a policy by.
pub fn may_change(analysis: &Analysis, called: &Called) -> Result<(), Say> {
    let written = &called.written;
    let old = suggest::fold(analysis.sources.slice(called.span));
    let is_code = |policy: &PolicyText| {
        policy.code.as_ref().is_some_and(|code| suggest::fold(&code.word) == old) && suggest::fold(&policy.name.word) != old
    };
    match called.what {
        Named::Policy(at) if written.policies.get(at).is_some_and(is_code) => Err(
            say!("C'est le code de la règle : il ne change jamais, puisque d'autres la connaissent par lui."; "This is the policy's code: it never changes, since others know it by that."),
        ),
        _ => Ok(()),
    }
}

/// Is the name free where the old one holds, and read as a name there?
fn free(analysis: &Analysis, called: &Called, name: &str) -> Result<(), Say> {
    let written = &called.written;
    let (folded, shown) = (suggest::fold(name), shortened(name));
    let taken = |kind: Say| say!("`{shown}` est déjà {kind} : choisissez un autre nom."; "`{shown}` is already {kind}: choose another name.", shown, kind);
    let policy = |policy: &PolicyText| crate::policy::judge::is_called(policy, name);
    match called.what {
        Named::Policy(_) => {
            if written.policies.iter().any(policy) || in_library(name).is_some() {
                return Err(taken(say!("une règle"; "a policy")));
            }
        }
        Named::Pack(_) => {
            if written.packs.iter().any(|pack| suggest::fold(&pack.name.word) == folded) {
                return Err(taken(say!("un recueil"; "a pack")));
            }
        }
        // What stands in a condition: no word of conditions, no fact, no other name there.
        Named::Threshold(_) | Named::Local(..) => {
            if is_link(&folded) || is_fold(&folded) || bound(name).is_some() {
                return Err(taken(say!("un mot des règles"; "a word of policies")));
            }
            if analysis.judgement.set.thresholds.iter().any(|one| suggest::fold(&one.name) == folded) {
                return Err(taken(say!("un seuil"; "a threshold")));
            }
            let within = |policy: &&PolicyText| {
                called.mentions.iter().any(|mention| {
                    mention.span.source == policy.source && policy.whole.start <= mention.span.start && mention.span.end <= policy.whole.end
                })
            };
            let mut found = Places::default();
            written.policies.iter().filter(within).for_each(|policy| found.locals(policy));
            if found.names.contains_key(&folded) {
                return Err(taken(say!("un nom de cette règle"; "a name of this policy")));
            }
        }
    }
    Ok(())
}

/// Where the names of policies stand.
#[derive(Default)]
struct Places {
    found: Vec<(Span, Role, Named)>,
    /// The names of the policy that is read, and what they are.
    names: BTreeMap<String, Named>,
    thresholds: BTreeMap<String, Named>,
}

impl Places {
    fn of(analysis: &Analysis) -> Option<(Places, Written)> {
        let plan = &analysis.plan;
        let own = |source: SourceId| !analysis.sources.get(source).library;
        let spoken = plan.parts.iter().any(|placed| placed.part.policy.is_some() && own(placed.source));
        if !spoken {
            return None;
        }
        let written = own_policies(plan);
        let mut places = Places::default();
        for (at, one) in written.thresholds.iter().enumerate() {
            for (role, step) in std::iter::once((Role::Definition, &one.name)).chain(one.also.iter().map(|also| (Role::Name, also))) {
                places.thresholds.insert(suggest::fold(&step.word), Named::Threshold(at));
                places.found.push((span(one.source, step.at), role, Named::Threshold(at)));
            }
        }
        for (at, one) in written.packs.iter().enumerate() {
            places.found.push((span(one.source, one.name.at), Role::Definition, Named::Pack(at)));
        }
        for (at, one) in written.policies.iter().enumerate() {
            places.found.push((span(one.source, one.name.at), Role::Definition, Named::Policy(at)));
            let others = one.also.iter().chain(&one.code).map(|step| (span(one.source, step.at), Role::Name, Named::Policy(at)));
            places.found.extend(others);
            places.policy(one);
        }
        places.settings(&written);
        // `dérogation POL-01 pour guichet`
        for one in [Concept::Waiver, Concept::Acknowledged].into_iter().flat_map(|of| plan.all(of)) {
            for seen in one.members(waiver::RULE) {
                if let Some(at) = numbered(&written, &seen.text()) {
                    places.found.push((seen.span(), Role::Name, Named::Policy(at)));
                }
            }
        }
        places.found.retain(|(span, ..)| own(span.source));
        Some((places, written))
    }

    fn settings(&mut self, written: &Written) {
        for one in &written.settings {
            let Some(at) = numbered(written, &one.policy.word) else { continue };
            self.found.push((span(one.source, one.policy.at), Role::Name, Named::Policy(at)));
            let policy = &written.policies[at];
            if let SettingWhat::Parameter(step, _) = &one.what
                && let Some(own) = policy.parameters.iter().find(|own| suggest::same(&own.name.word, &step.word))
            {
                self.found.push((span(one.source, step.at), Role::Name, Named::Local(policy.source, own.name.at.start)));
            }
        }
        for one in &written.reasons {
            if let Some(at) = numbered(written, &one.policy.word) {
                self.found.push((span(one.source, one.policy.at), Role::Name, Named::Policy(at)));
            }
        }
    }

    /// What a policy names for itself: two that it calls alike are one name, which changes as one.
    fn locals(&mut self, policy: &PolicyText) {
        self.names.clear();
        for parameter in &policy.parameters {
            [&parameter.name]
                .into_iter()
                .chain(&parameter.also)
                .for_each(|step| self.define(policy.source, step, Some(parameter.name.at.start)));
        }
        for clause in &policy.clauses {
            if let Clause::Let(step, _) = clause {
                self.define(policy.source, step, None);
            }
        }
        every_range(policy, &mut |range| {
            if let Some(name) = &range.name {
                self.define(policy.source, name, None);
            }
        });
    }

    fn define(&mut self, source: SourceId, step: &Step, as_of: Option<u32>) {
        let own = Named::Local(source, as_of.unwrap_or(step.at.start));
        let what = *self.names.entry(suggest::fold(&step.word)).or_insert(own);
        self.found.push((span(source, step.at), Role::Definition, what));
    }

    fn policy(&mut self, policy: &PolicyText) {
        self.locals(policy);
        every_expr(policy, &mut |expr| {
            let (Node::Path(steps), folded) = (&expr.node, first_word(expr)) else { return };
            let meant = self.names.get(&folded).or_else(|| self.thresholds.get(&folded));
            if let (Some(what), Some(first)) = (meant, steps.first()) {
                self.found.push((span(policy.source, first.at), Role::Name, *what));
            }
        });
    }
}

fn first_word(expr: &Expr) -> String {
    match &expr.node {
        Node::Path(steps) => steps.first().map_or_else(String::new, |step| suggest::fold(&step.word)),
        _ => String::new(),
    }
}

fn span(source: SourceId, at: At) -> Span {
    Span::new(source, at.start, at.end)
}

/// The plan's own policy that is called so.
fn numbered(written: &Written, word: &str) -> Option<usize> {
    written.policies.iter().position(|policy| !policy.library && crate::policy::judge::is_called(policy, word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyse;
    use crate::diagnostic::Lang;
    use crate::load::Memory;

    const ROOT: &str = "utiliser std.roles\nutiliser \"regles.dsl\"\nstratégie \"S\" {\n  langue fr\n}\nobjectif guichet \"G\" {\n  pilote DSI\n}\ndérogation POL-01 pour guichet {\n  motif \"bientôt\"\n}\ndérogation des-mesures pour guichet {\n  motif \"bientôt\"\n}\n";
    const RULES: &str = "recueil maison \"Maison\" {\n  règle des-mesures {\n    code POL-01\n    titre fr \"Des mesures\" en \"Measures\"\n    pourquoi fr \"P\" en \"P\"\n    gravité conseil\n    paramètre mesures = 1\n    chaque objectif o\n    soit nombre-trouvé = nombre de o.indicateurs\n    exige nombre-trouvé >= mesures\n    sur o\n    message fr \"Il y en a {nombre-trouvé}.\" en \"There are {nombre-trouvé}.\"\n    aide fr \"A\" en \"A\"\n    signale {\n      objectif x \"X\"\n    }\n  }\n}\n";

    fn plan() -> Analysis {
        analyse(&Memory::new([("plan.dsl", ROOT), ("regles.dsl", RULES)]), Memory::root())
    }

    fn source(analysis: &Analysis, name: &str) -> SourceId {
        analysis.sources.iter().find(|(_, source)| source.name == name).unwrap().0
    }

    /// The texts of both files with another name for what stands at `shift` bytes into `word` of the second file.
    fn renamed_to(word: &str, shift: usize, name: &str) -> Result<[String; 2], String> {
        let analysis = plan();
        let called = at(&analysis, source(&analysis, "regles.dsl"), (RULES.find(word).unwrap() + shift) as u32).ok_or("no name")?;
        let edits = renamed(&analysis, &called, name).map_err(|why| why.show(Lang::Fr))?;
        let mut texts = [ROOT.to_owned(), RULES.to_owned()];
        let rules = source(&analysis, "regles.dsl");
        edits.iter().rev().for_each(|(span, name)| texts[usize::from(span.source == rules)].replace_range(span.range(), name));
        Ok(texts)
    }

    #[test]
    fn a_name_changes_wherever_it_means_the_same() {
        let [root, rules] = renamed_to("des-mesures {", 2, "au-moins-une").unwrap();
        assert_eq!((root, rules), (ROOT.replace("des-mesures", "au-moins-une"), RULES.replace("des-mesures", "au-moins-une")));
        let [_, rules] = renamed_to("nombre-trouvé =", 0, "combien").unwrap();
        assert_eq!(rules, RULES.replace("nombre-trouvé", "combien"));
        let [_, rules] = renamed_to("sur o\n", 4, "but").unwrap();
        assert_eq!(rules, RULES.replace("objectif o\n", "objectif but\n").replace("de o.", "de but.").replace("sur o\n", "sur but\n"));
        let [_, rules] = renamed_to("mesures = 1", 0, "seuil-bas").unwrap();
        assert_eq!(rules, RULES.replace("mesures = 1", "seuil-bas = 1").replace(">= mesures", ">= seuil-bas"));
        let [_, rules] = renamed_to("maison", 0, "ville").unwrap();
        assert_eq!(rules, RULES.replace("recueil maison", "recueil ville"));
    }

    #[test]
    fn a_name_that_is_taken_is_refused_with_its_reason() {
        let why = |word: &str, name: &str| renamed_to(word, 0, name).unwrap_err();
        assert_eq!(why("des-mesures {", "ART-07"), "`ART-07` est déjà une règle : choisissez un autre nom.");
        assert_eq!(why("nombre-trouvé =", "mesures"), "`mesures` est déjà un nom de cette règle : choisissez un autre nom.");
        assert_eq!(why("nombre-trouvé =", "objectif"), "`objectif` est déjà un mot des règles : choisissez un autre nom.");
        assert!(why("POL-01", "POL-02").contains("ne change jamais"));
        assert_eq!(why("titre", "x"), "no name");
    }

    #[test]
    fn every_place_is_told() {
        let analysis = plan();
        let called = at(&analysis, source(&analysis, "plan.dsl"), ROOT.find("POL-01").unwrap() as u32).unwrap();
        let words: Vec<&str> = called.mentions.iter().map(|mention| analysis.sources.slice(mention.span)).collect();
        assert_eq!(words, ["POL-01", "des-mesures", "des-mesures", "POL-01"]);
    }
}
