//! Importing a board in: a bundle becomes records, in one transaction.
//!
//! What the board knows already (by the key of its source, or by id) is left as it is, so that bringing the same file
//! twice adds nothing twice. Times come from the source: an import is no sign of progress.

mod task;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Environment, Error, Session};
use crate::domain::calendar::At;
use crate::domain::decide::Place;
use crate::domain::event::{
    FindingSettled, GoalAdded, GoalRead, MemberAway, MemberEdited, MemberJoined, MemberLeft, RoleAdded,
    RoleTaken, ThanksGiven,
};
use crate::domain::folding::folded;
use crate::domain::goal::{GoalState, Horizon};
use crate::domain::id::{GoalId, MemberId, RecordId, SubjectId, TaskId};
use crate::domain::rank;
use crate::domain::record::Draft;
use crate::domain::role::RoleState;
use crate::domain::settlement::{Verdict, subject_of};
use crate::domain::task::LeaseTerms;
use crate::exchange::Bundle;
use crate::exchange::bundle;
use crate::store::Writing;

/// What was brought in, and what was there already.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    pub members: usize,
    pub roles: usize,
    pub goals: usize,
    pub tasks: usize,
    /// Items that the board had already.
    pub known: usize,
}

impl Session {
    /// Brings a board in; `progress` hears how many tasks are in so far.
    pub fn import(&mut self, bundle: &Bundle, progress: &mut dyn FnMut(usize)) -> Result<Imported, Error> {
        let me = self.me.ok_or_else(Error::who_are_you)?;
        self.at_present()?;
        self.store.make_room()?;
        let imported = self.import_as(me, bundle, progress);
        self.store.give_room_back()?;
        imported
    }

    pub(super) fn import_as(
        &mut self,
        me: MemberId,
        bundle: &Bundle,
        progress: &mut dyn FnMut(usize),
    ) -> Result<Imported, Error> {
        let (board, now) = (self.store.board(), self.now());
        let mut writing = self.store.write()?;
        let by_name = writing.members_by_name()?;
        let last = writing.neighbours(TaskId(Uuid::nil()), Place::End)?.after;
        let lease = writing.terms()?.lease();
        writing.expect_tasks(bundle.tasks.len())?;
        let mut import = Import {
            writing,
            environment: self.environment.clone(),
            me,
            now,
            imported: Imported::default(),
            lease,
            ids: HashMap::new(),
        };
        import.members(&bundle.members, &by_name, &bundle.first_seen())?;
        import.roles(&bundle.roles)?;
        import.goals(&bundle.goals)?;
        import.tasks(&bundle.tasks, last.as_deref(), progress)?;
        import.thanks(&bundle.thanks)?;
        for settlement in &bundle.settlements {
            let subject = subject_of(board, &settlement.finding);
            import.settlement(subject, settlement)?;
        }
        let imported = import.imported;
        import.writing.commit()?;
        Ok(imported)
    }
}

/// The id that a Setara board's own export carries as its key.
fn own_id(key: &str) -> Option<Uuid> {
    Uuid::parse_str(key).ok()
}

struct Import<'s> {
    writing: Writing<'s>,
    environment: Environment,
    me: MemberId,
    now: At,
    imported: Imported,
    /// The terms under which claims begin here.
    lease: LeaseTerms,
    /// The subjects behind the keys of the bundle.
    ids: HashMap<String, SubjectId>,
}

/// Whether an item of the bundle must be made.
enum Item {
    New(SubjectId),
    Known,
}

impl Import<'_> {
    fn item(&mut self, key: &str) -> Result<Item, Error> {
        let known = match own_id(key) {
            Some(id) if self.writing.knows(SubjectId(id))? => Some(SubjectId(id)),
            _ => self.writing.known_as(key)?,
        };
        Ok(match known {
            Some(id) => {
                self.imported.known += 1;
                self.ids.insert(key.to_owned(), id);
                Item::Known
            }
            None => {
                let id = SubjectId(own_id(key).unwrap_or_else(|| self.new_id()));
                self.ids.insert(key.to_owned(), id);
                Item::New(id)
            }
        })
    }

    fn new_id(&mut self) -> Uuid {
        let taken = |id| self.writing.mentions(SubjectId(id)).unwrap_or(false);
        self.environment.free_id(taken)
    }

    fn append(&mut self, drafts: Vec<Draft>) -> Result<Vec<RecordId>, Error> {
        let records = self.writing.append(self.me, self.now, drafts)?;
        Ok(records.into_iter().map(|record| record.id).collect())
    }

    fn member(&self, key: &str) -> Option<MemberId> {
        self.ids.get(key).map(|id| (*id).into())
    }

    fn at(&self, time: Option<DateTime<Utc>>) -> At {
        time.map_or(self.now, At::from)
    }

    fn members(
        &mut self,
        members: &[bundle::Member],
        by_name: &HashMap<String, Option<MemberId>>,
        first_seen: &HashMap<&str, DateTime<Utc>>,
    ) -> Result<(), Error> {
        for member in members {
            // Whoever bears the name of a member is that member, also on the board of another team: two of one name
            // could not be told apart any more.
            let known = match own_id(&member.key) {
                Some(id) => self.writing.knows(SubjectId(id))?,
                None => self.writing.known_as(&member.key)?.is_some(),
            };
            if !known && let Some(Some(known)) = by_name.get(&folded(&member.name)) {
                self.ids.insert(member.key.clone(), (*known).into());
                self.imported.known += 1;
                continue;
            }
            let Item::New(id) = self.item(&member.key)? else { continue };
            self.imported.members += 1;
            let joined = MemberJoined {
                name: member.name.clone(),
                initials: member.initials.clone(),
                source: source(&member.key),
                at: member.joined.or(first_seen.get(member.key.as_str()).copied()).map(At::from),
            };
            let mut drafts = vec![Draft::new(id, joined)];
            let edit = MemberEdited {
                limit: member.limit,
                contact: member.contact.clone().map(Some),
                teaches: (!member.teaches.is_empty()).then(|| member.teaches.clone()),
                learns: (!member.learns.is_empty()).then(|| member.learns.clone()),
                ..MemberEdited::default()
            };
            if edit != MemberEdited::default() {
                drafts.push(Draft::new(id, edit));
            }
            if member.away_from.is_some() {
                let away = MemberAway {
                    from: member.away_from,
                    until: member.away_until,
                    by: None,
                    at: None,
                    source: None,
                };
                drafts.push(Draft::new(id, away));
            }
            if let Some(left) = member.left {
                drafts.push(Draft::new(id, MemberLeft { at: Some(left.into()), by: None, from: None }));
            }
            self.append(drafts)?;
        }
        Ok(())
    }

    fn roles(&mut self, roles: &[bundle::Role]) -> Result<(), Error> {
        for role in roles {
            let Item::New(id) = self.item(&role.key)? else { continue };
            self.imported.roles += 1;
            let added = RoleAdded {
                name: role.name.clone(),
                purpose: role.purpose.clone(),
                domains: role.domains.clone(),
                accountabilities: role.accountabilities.clone(),
                review: role.review,
                state: match role.state.as_str() {
                    "draft" => RoleState::Draft,
                    "retired" => RoleState::Retired,
                    _ => RoleState::Active,
                },
                source: source(&role.key),
                at: Some(self.at(role.created)),
            };
            let mut drafts = vec![Draft::new(id, added)];
            for holder in &role.holders {
                let Some(member) = self.member(&holder.member) else { continue };
                let taken = RoleTaken {
                    focus: holder.focus.clone(),
                    term: holder.term,
                    by: Some(member),
                    at: Some(self.at(holder.since)),
                    from: None,
                };
                drafts.push(Draft::new(id, taken));
            }
            self.append(drafts)?;
        }
        Ok(())
    }

    fn goals(&mut self, goals: &[bundle::Goal]) -> Result<(), Error> {
        // Parents may stand behind their children: all ids first.
        let mut new = Vec::new();
        for goal in goals {
            if let Item::New(id) = self.item(&goal.key)? {
                new.push((GoalId::from(id), goal));
            }
        }
        for (id, goal) in new {
            self.imported.goals += 1;
            let state = match goal.state.as_str() {
                "proposed" => GoalState::Proposed,
                "met" => GoalState::Met,
                "missed" => GoalState::Missed,
                "dropped" => GoalState::Dropped,
                _ => GoalState::Active,
            };
            let added = GoalAdded {
                title: goal.title.clone(),
                why: goal.why.clone(),
                horizon: if goal.horizon == "long" { Horizon::Long } else { Horizon::Short },
                parent: goal.parent.as_ref().and_then(|key| self.ids.get(key)).map(|id| (*id).into()),
                measure: goal.measure.clone(),
                unit: goal.unit.clone(),
                baseline: goal.baseline.filter(|value| value.is_finite()),
                target: goal.target.filter(|value| value.is_finite()),
                due: goal.due,
                review: goal.review,
                state,
                source: source(&goal.key),
                at: Some(self.at(goal.created)),
            };
            let mut drafts = vec![Draft::new(id, added)];
            for reading in goal.readings.iter().filter(|reading| reading.value.is_finite()) {
                let at = Some(At::end_of(reading.date).min(self.now));
                let read = GoalRead { date: reading.date, value: reading.value, at, by: None, from: None };
                drafts.push(Draft::new(id, read));
            }
            self.append(drafts)?;
        }
        Ok(())
    }

    fn tasks(
        &mut self,
        tasks: &[bundle::Task],
        last: Option<&str>,
        progress: &mut dyn FnMut(usize),
    ) -> Result<(), Error> {
        // Blockers may name tasks that stand further down: all ids first.
        let mut new = Vec::new();
        for task in tasks {
            if let Item::New(id) = self.item(&task.key)? {
                new.push((TaskId::from(id), task));
            }
        }
        // What comes in stands behind what is there, in its own order.
        let base = last.map(|last| rank::between(Some(last), None)).unwrap_or_default();
        for (n, ((id, task), rank)) in new.iter().zip(rank::spread(new.len())).enumerate() {
            self.task(*id, task, format!("{base}{rank}"))?;
            self.imported.tasks += 1;
            if n % 500 == 499 {
                progress(n + 1);
            }
        }
        Ok(())
    }

    fn thanks(&mut self, all: &[bundle::Thanks]) -> Result<(), Error> {
        for thanks in all {
            let to: Vec<MemberId> = thanks.to.iter().filter_map(|key| self.member(key)).collect();
            let Item::New(id) = self.item(&thanks.key)? else { continue };
            if to.is_empty() {
                continue;
            }
            let given = ThanksGiven {
                to,
                text: thanks.text.clone(),
                about: thanks.about.as_ref().and_then(|key| self.ids.get(key)).copied(),
                by: thanks.by.as_ref().and_then(|key| self.member(key)),
                at: Some(self.at(thanks.at)),
                from: source(&thanks.key),
            };
            self.append(vec![Draft::new(id, given)])?;
        }
        Ok(())
    }

    fn settlement(&mut self, subject: SubjectId, settlement: &bundle::Settlement) -> Result<(), Error> {
        if self.writing.knows(subject)? {
            return Ok(());
        }
        let settled = FindingSettled {
            finding: settlement.finding.clone(),
            verdict: match settlement.verdict.as_str() {
                "fixed" => Verdict::Fixed,
                "tension" => Verdict::Tension,
                _ => Verdict::Fine,
            },
            reason: settlement.reason.clone(),
            until: settlement.until,
            facts: settlement.facts.clone(),
            by: settlement.by.as_ref().and_then(|key| self.member(key)),
            at: Some(self.at(settlement.at)),
            from: None,
        };
        self.append(vec![Draft::new(subject, settled)])?;
        Ok(())
    }
}

/// The key of another tool; a Setara board's own ids need none.
fn source(key: &str) -> Option<String> {
    own_id(key).is_none().then(|| key.to_owned())
}
