//! The people of a file: who they are, and what they have taken on.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::bundle::{Claim, Member};
use super::import::{Gathered, Options, State};
use super::tally::Lost;

/// The members found so far, each once: whoever is named in the file.
pub(super) struct People<'a> {
    /// What their keys begin with, such as `github:member:`.
    prefix: &'static str,
    members: Vec<Member>,
    keys: HashSet<String>,
    gathered: &'a Gathered,
}

impl<'a> People<'a> {
    pub fn new(prefix: &'static str, gathered: &'a Gathered) -> Self {
        People { prefix, members: Vec::new(), keys: HashSet::new(), gathered }
    }

    /// The key of a member by id, login or name. Of an address only what stands before its `@` is kept.
    pub fn key(&mut self, id: &str, name: Option<&str>) -> String {
        let private = |text: &str| text.split_once('@').filter(|(local, _)| !local.is_empty()).is_some();
        let public = |text: &str| match private(text) {
            true => text.split('@').next().unwrap_or_default().to_owned(),
            false => text.to_owned(),
        };
        let id = id.trim();
        let name = name.map(str::trim).filter(|name| !name.is_empty()).unwrap_or(id);
        let key = format!("{}{}", self.prefix, public(id));
        if self.keys.insert(key.clone()) {
            if private(id) || private(name) {
                self.gathered.lost.add(Lost::Address, &public(name));
            }
            self.members.push(Member { key: key.clone(), name: public(name), ..Member::default() });
        }
        key
    }

    pub fn finish(self) -> Vec<Member> {
        self.members
    }
}

/// What a task's history tells of its claims.
#[derive(Debug, Clone, Copy)]
pub(super) struct Times {
    /// Since when those whose joining is not told have it.
    pub began: Option<DateTime<Utc>>,
    /// Since when it is finished, if it is.
    pub since: Option<DateTime<Utc>>,
}

/// The claims of members on one task, by key and each once: the first leads and the others help, since these tools do not
/// say who answers for a task.
pub(super) fn claims(
    members: &[String],
    state: State,
    times: Times,
    called: &str,
    options: &Options,
    gathered: &Gathered,
) -> Vec<Claim> {
    let mut seen = HashSet::new();
    let members: Vec<&String> = members.iter().filter(|member| seen.insert(*member)).collect();
    if options.no_claims {
        gathered.lost.add_many(Lost::Claim, members.len(), called);
        return Vec::new();
    }
    let claim = |(at, member): (usize, &&String)| Claim {
        member: (*member).clone(),
        part: if at == 0 { "lead" } else { "helper" }.to_owned(),
        since: times.began,
        lease: None,
        ended: times.since.filter(|_| state.is_finished()),
        end: state.is_finished().then(|| "done".to_owned()),
    };
    members.iter().enumerate().map(claim).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_an_address_the_name_stays_and_the_rest_is_said() {
        let gathered = Gathered::new();
        let mut people = People::new("csv:member:", &gathered);
        assert_eq!(people.key("ana@example.org", None), "csv:member:ana");
        assert_eq!(people.key(" ana@example.org ", None), "csv:member:ana");
        assert_eq!(people.key("budi", Some("Budi Santoso")), "csv:member:budi");
        let names: Vec<String> = people.finish().into_iter().map(|member| member.name).collect();
        assert_eq!(names, ["ana", "Budi Santoso"]);
        let lost = gathered.lost.counted();
        assert_eq!(
            (&lost[0].kind, lost[0].count, &lost[0].examples[..]),
            (&Lost::Address, 1, &["ana".to_owned()][..])
        );
    }
}
