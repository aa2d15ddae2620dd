//! Who could learn what from whom: skills that one wants to learn and others teach, and the other way round.
//!
//! Skills are compared as folded text. Nobody is ranked: skills stand as their member lists them, people by name.

use crate::domain::folding::folded;

/// What somebody teaches and wants to learn.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Skilled {
    pub name: String,
    pub teaches: Vec<String>,
    pub learns: Vec<String>,
}

/// A skill, and the others who teach it, or want to learn it.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    pub skill: String,
    pub names: Vec<String>,
}

/// What one wants to learn and others teach.
pub fn could_learn(one: &Skilled, others: &[Skilled]) -> Vec<Match> {
    matches(&one.learns, others, |other| &other.teaches)
}

/// What one teaches and others want to learn.
pub fn could_teach(one: &Skilled, others: &[Skilled]) -> Vec<Match> {
    matches(&one.teaches, others, |other| &other.learns)
}

fn matches(skills: &[String], others: &[Skilled], of: fn(&Skilled) -> &Vec<String>) -> Vec<Match> {
    let mut seen = Vec::new();
    let mut found = Vec::new();
    for skill in skills {
        let key = folded(skill);
        if seen.contains(&key) {
            continue;
        }
        let has = |other: &&Skilled| of(other).iter().any(|known| folded(known) == key);
        let mut names: Vec<String> = others.iter().filter(has).map(|other| other.name.clone()).collect();
        names.sort_by_cached_key(|name| folded(name));
        if !names.is_empty() {
            found.push(Match { skill: skill.clone(), names });
        }
        seen.push(key);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn skilled(name: &str, teaches: &[&str], learns: &[&str]) -> Skilled {
        let texts = |skills: &[&str]| skills.iter().map(|skill| (*skill).to_owned()).collect();
        Skilled { name: name.to_owned(), teaches: texts(teaches), learns: texts(learns) }
    }

    fn said(matches: &[Match]) -> Vec<String> {
        matches.iter().map(|found| format!("{}: {}", found.skill, found.names.join(", "))).collect()
    }

    #[test]
    fn what_one_wants_to_learn_and_others_teach_is_found_both_ways() {
        let citra = skilled("Citra", &["sewing", "maps"], &["Baking", "rust", "maps"]);
        let others = [
            skilled("budi", &["baking", "rust"], &["Sewing "]),
            skilled("Ayu", &["BAKING"], &["sewing"]),
            skilled("Eka", &[], &[]),
        ];
        assert_eq!(said(&could_learn(&citra, &others)), ["Baking: Ayu, budi", "rust: budi"]);
        assert_eq!(said(&could_teach(&citra, &others)), ["sewing: Ayu, budi"]);
    }

    #[test]
    fn a_skill_written_twice_is_said_once_and_what_nobody_teaches_not_at_all() {
        let citra = skilled("Citra", &[], &["Rust", "rust", "knots"]);
        assert_eq!(said(&could_learn(&citra, &[skilled("Ayu", &["rust"], &[])])), ["Rust: Ayu"]);
    }
}
