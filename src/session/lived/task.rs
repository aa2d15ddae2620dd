//! What was done with one task, from its adding to its end.

use crate::domain::calendar::At;
use crate::domain::checklist;
use crate::domain::event::{
    BlockerAsked, BlockerCleared, BlockerPromised, Event, OfferAccepted, StepChange, TaskAdded, TaskBlocked,
    TaskClaimed, TaskEdited, TaskEvent, TaskGivenBack, TaskMoved, TaskOffered, TaskRemarked, TaskRenewed,
    WaitsOn,
};
use crate::domain::id::{MemberId, SubjectId};
use crate::domain::spoken;
use crate::domain::task::{End, LEASE_WORKING_DAYS, LeaseTerms, Part, State};
use crate::domain::week::Week;
use crate::exchange::bundle::{self, Blocker, Claim, Task};

use super::{Act, Life, Written, id};

/// What comes after what, within a day.
mod turn {
    pub const ADDED: u8 = 0;
    pub const OFFERED: u8 = 1;
    pub const CLAIMED: u8 = 2;
    pub const BEGUN: u8 = 3;
    pub const PLANNED: u8 = 4;
    pub const TICKED: u8 = 5;
    pub const BLOCKED: u8 = 6;
    pub const ASKED: u8 = 7;
    pub const PROMISED: u8 = 8;
    pub const CLEARED: u8 = 9;
    pub const RENEWED: u8 = 10;
    pub const REMARKED: u8 = 11;
    pub const MOVED: u8 = 12;
    pub const GIVEN_BACK: u8 = 13;
}

/// The names of the records that later ones speak of.
const CLAIM: &str = "claim";
const OFFER: &str = "offer";
const BLOCKER: &str = "blocker";

/// A task on its way.
struct Course<'l, 'b> {
    life: &'l Life<'b>,
    task: &'b Task,
    subject: SubjectId,
    created: At,
    /// Who added it.
    author: MemberId,
    acts: Vec<Act<'b>>,
}

impl<'b> Life<'b> {
    pub(super) fn task(&self, task: &'b Task, rank: String) -> Vec<Act<'b>> {
        let (subject, created) = (id(&task.key), self.at(task.created));
        let author = self.author(task, subject, created);
        let mut course = Course { life: self, task, subject, created, author, acts: Vec::new() };
        course.added(rank);
        for (n, claim) in task.claims.iter().enumerate() {
            course.claimed(n, claim);
        }
        course.planned();
        course.ticked();
        course.moved();
        for (n, blocker) in task.blockers.iter().enumerate() {
            course.blocked(n, blocker);
        }
        for remark in &task.remarks {
            let by = remark.by.as_deref().map_or(author, |key| id(key).into());
            course.push(by, self.at(remark.at), turn::REMARKED, |_, _| {
                Event::Task(TaskEvent::Remarked(TaskRemarked {
                    text: remark.text.clone(),
                    by: None,
                    at: None,
                    from: None,
                }))
            });
        }
        for offer in &task.offers {
            let claim = (subject, CLAIM, course.claim_of(&offer.from));
            let to = id(&offer.to).into();
            course.push(id(&offer.from).into(), self.at(offer.at), turn::OFFERED, move |written, _| {
                let (claim, note) = (written[&claim], offer.note.clone());
                Event::Task(TaskEvent::Offered(TaskOffered {
                    claim,
                    to,
                    note,
                    by: None,
                    at: None,
                    from: None,
                }))
            });
        }
        course.acts
    }

    /// Who claimed it on the day on which it was added; else who held its role then; else somebody.
    fn author(&self, task: &Task, subject: SubjectId, created: At) -> MemberId {
        let day = |at: At| spoken::local_day(at, self.offset);
        let claimed = task.claims.iter().find(|claim| day(self.at(claim.since)) == day(created));
        let role = self.bundle.roles.iter().find(|role| Some(&role.key) == task.role.as_ref());
        let holds = |holder: &&bundle::Holder| self.at(holder.since) < created;
        let held = role.and_then(|role| role.holders.iter().find(holds));
        let key = claimed.map(|claim| &claim.member).or(held.map(|holder| &holder.member));
        key.map_or_else(|| self.somebody(created, subject), |key| id(key).into())
    }
}

impl<'b> Course<'_, 'b> {
    fn push(
        &mut self,
        by: MemberId,
        told: At,
        turn: u8,
        event: impl Fn(&Written, At) -> Event + 'b,
    ) -> &mut Act<'b> {
        self.acts.push(Act::new(self.subject, by, told, turn, event));
        self.acts.last_mut().expect("it was just pushed")
    }

    fn leads(&self) -> impl Iterator<Item = (usize, &'b Claim)> + use<'b> {
        self.task.claims.iter().enumerate().filter(|(_, claim)| claim.part == "lead")
    }

    /// The first who led it.
    fn first_lead(&self) -> Option<&'b Claim> {
        self.leads().map(|(_, claim)| claim).min_by_key(|claim| claim.since)
    }

    /// Who led it at a moment: of several the last who claimed; else who added it.
    fn hands(&self, at: At) -> MemberId {
        let led = |claim: &&Claim| {
            self.life.at(claim.since) <= at && claim.ended.is_none_or(|ended| at <= At::from(ended))
        };
        let leads = self.leads().map(|(_, claim)| claim).filter(led);
        leads.max_by_key(|claim| claim.since).map_or(self.author, |claim| id(&claim.member).into())
    }

    fn claim_of(&self, member: &str) -> usize {
        let mut live = self.leads().filter(|(_, claim)| claim.end.is_none());
        live.find(|(_, claim)| claim.member == member).map_or(0, |(n, _)| n)
    }

    fn added(&mut self, rank: String) {
        let (task, is_led) = (self.task, self.first_lead().is_some());
        let notes = task.notes.as_deref().map(unticked);
        self.push(self.author, self.created, turn::ADDED, move |_, _| {
            Event::Task(TaskEvent::Added(TaskAdded {
                title: task.title.clone(),
                notes: notes.clone(),
                state: State::Open,
                rank: rank.clone(),
                role: task.role.as_deref().map(id).map(Into::into),
                goal: task.goal.as_deref().map(id).map(Into::into),
                tags: task.tags.clone(),
                skills: task.skills.clone(),
                due: task.due,
                parked: task.parked,
                next: task.next.clone().filter(|_| !is_led),
                links: task.links.clone(),
                ..Default::default()
            }))
        });
    }

    /// A claim, and how it ended. Who was handed it over accepted an offer; who took it over ended what was quiet.
    fn claimed(&mut self, n: usize, claim: &'b Claim) {
        let since = self.life.at(claim.since);
        let by: MemberId = id(&claim.member).into();
        let part = if claim.part == "helper" { Part::Helper } else { Part::Lead };
        let offset = self.life.offset;
        let day = move |at: At| spoken::local_day(at, offset);
        let ended_by_it = self.leads().find(|(_, old)| {
            part == Part::Lead
                && matches!(old.end.as_deref(), Some("handed-over" | "taken-over"))
                && old.ended.is_some_and(|ended| day(ended.into()) == day(since))
        });
        let subject = self.subject;
        let name = (subject, CLAIM, n);
        match ended_by_it {
            Some((old, giver)) if giver.end.as_deref() == Some("handed-over") => {
                let (old, offer) = ((subject, CLAIM, old), (subject, OFFER, n));
                self.push(id(&giver.member).into(), since, turn::OFFERED, move |written, _| {
                    let claim = written[&old];
                    Event::Task(TaskEvent::Offered(TaskOffered {
                        claim,
                        to: by,
                        note: None,
                        by: None,
                        at: None,
                        from: None,
                    }))
                })
                .name = Some(offer);
                let act = self.push(by, since, turn::CLAIMED, move |written, at| {
                    Event::Task(TaskEvent::OfferAccepted(OfferAccepted {
                        offer: written[&offer],
                        claim: written[&old],
                        lease: LeaseTerms::default().from(at),
                        terms: None,
                        by: None,
                        at: None,
                        from: None,
                    }))
                });
                act.name = Some(name);
            }
            taken => {
                let act = self.push(by, since, turn::CLAIMED, move |_, at| {
                    Event::Task(TaskEvent::Claimed(TaskClaimed::new(part, LeaseTerms::default().from(at))))
                });
                act.name = Some(name);
                act.ends = taken.map(|(old, _)| (subject, CLAIM, old));
            }
        }
        if claim.end.as_deref() == Some("given-back") {
            self.push(by, self.life.at(claim.ended), turn::GIVEN_BACK, move |written, _| {
                Event::Task(TaskEvent::GivenBack(TaskGivenBack {
                    claim: written[&name],
                    end: End::GivenBack,
                    note: None,
                    by: None,
                    at: None,
                    from: None,
                }))
            });
        }
        let renewed = claim.lease.map(|lease| self.promised_again(lease.into()));
        if let Some(renewed) = renewed.filter(|at| claim.end.is_none() && day(*at) > day(since)) {
            self.push(by, renewed, turn::RENEWED, move |written, at| {
                let lease = LeaseTerms::default().from(at);
                Event::Task(TaskEvent::Renewed(TaskRenewed {
                    claim: written[&name],
                    lease,
                    terms: None,
                    by: None,
                    at: None,
                    from: None,
                }))
            });
        }
    }

    /// When a claim was made or renewed that stands until then.
    fn promised_again(&self, lease: At) -> At {
        let day = At::working_days_before(lease.day(), LEASE_WORKING_DAYS, Week::default());
        At(day.0 + lease.0.rem_euclid(86_400_000)).min(self.life.now)
    }

    /// Whoever leads it says what comes next.
    fn planned(&mut self) {
        let Some((lead, next)) = self.first_lead().zip(self.task.next.as_ref()) else { return };
        // The last who took it up.
        let live = self.leads().map(|(_, claim)| claim).filter(|claim| claim.end.is_none());
        let lead = live.min_by_key(|claim| claim.since).unwrap_or(lead);
        self.push(id(&lead.member).into(), self.life.at(lead.since), turn::PLANNED, |_, _| {
            Event::Task(TaskEvent::Edited(TaskEdited {
                next: Some(Some(next.clone())),
                ..TaskEdited::default()
            }))
        });
    }

    /// Its steps are ticked one by one, in the time in which it was worked on.
    fn ticked(&mut self) {
        let Some(notes) = &self.task.notes else { return };
        let (from, to) = match self.first_lead() {
            Some(first) => (self.life.at(first.since), self.last_step()),
            None => (self.created, self.created),
        };
        let steps: Vec<usize> = checklist::steps(notes)
            .iter()
            .enumerate()
            .filter(|(_, step)| step.is_ticked)
            .map(|s| s.0)
            .collect();
        let mut now = unticked(notes);
        for (n, step) in steps.iter().enumerate() {
            let told = At(from.0 + (to.0 - from.0) * (n as i64 + 1) / (steps.len() as i64 + 1));
            let told = self.life.working(told).max(from);
            let (notes, text) = {
                let all = checklist::steps(&now);
                (all[*step].turned(&now), all[*step].text.to_owned())
            };
            now.clone_from(&notes);
            self.push(self.hands(told), told, turn::TICKED, move |_, _| {
                let step = Some(StepChange::Ticked(text.clone()));
                Event::Task(TaskEvent::Edited(TaskEdited {
                    notes: Some(Some(notes.clone())),
                    step,
                    ..TaskEdited::default()
                }))
            });
        }
    }

    /// When whoever led it last did something on it, as far as their lease tells.
    fn last_step(&self) -> At {
        let last = self.leads().map(|(_, claim)| match claim.ended {
            Some(ended) => ended.into(),
            None => claim.lease.map_or(self.created, |lease| self.promised_again(lease.into())),
        });
        last.max().unwrap_or(self.created)
    }

    /// How it came into its state.
    fn moved(&mut self) {
        let since = self.life.at(self.task.since);
        let first = self.first_lead().map(|claim| self.life.at(claim.since));
        let state = State::ALL.into_iter().find(|state| state.as_str() == self.task.state);
        let state = state.unwrap_or(State::Open);
        match state {
            State::Doing => self.moves(since, turn::BEGUN, State::Doing, None),
            State::Open if since == self.created => {}
            _ => {
                if let Some(began) = first {
                    self.moves(began, turn::BEGUN, State::Doing, None);
                }
                let reason = self.task.reason.as_ref();
                if let (State::Dropped, Some(last)) = (state, self.first_lead().and_then(|claim| claim.ended))
                {
                    self.moves(last.into(), turn::MOVED, State::Open, None);
                }
                self.moves(since, turn::MOVED, state, reason);
            }
        }
    }

    fn moves(&mut self, told: At, turn: u8, to: State, reason: Option<&'b String>) {
        self.push(self.hands(told), told, turn, move |_, _| {
            Event::Task(TaskEvent::Moved(TaskMoved {
                to,
                reason: reason.cloned(),
                by: None,
                at: None,
                from: None,
            }))
        });
    }

    fn blocked(&mut self, n: usize, blocker: &'b Blocker) {
        let by = blocker.by.as_deref().map_or(self.author, |key| id(key).into());
        let raised = self.life.at(blocker.raised);
        let name = (self.subject, BLOCKER, n);
        let on = || {
            blocker.on.as_ref().map(|on| match on {
                bundle::WaitsOn::Member(key) => WaitsOn::Member(id(key).into()),
                bundle::WaitsOn::Task(key) => WaitsOn::Task(id(key).into()),
                bundle::WaitsOn::Other(text) => WaitsOn::Other(text.clone()),
            })
        };
        self.push(by, raised, turn::BLOCKED, move |_, _| {
            Event::Task(TaskEvent::Blocked(TaskBlocked {
                what: blocker.what.clone(),
                on: on(),
                by: None,
                at: None,
                from: None,
            }))
        })
        .name = Some(name);
        if let Some(asked) = blocker.asked {
            self.push(by, asked.into(), turn::ASKED, move |written, _| {
                Event::Task(TaskEvent::BlockerAsked(BlockerAsked {
                    blocker: written[&name],
                    at: None,
                    by: None,
                    from: None,
                }))
            });
        }
        if let Some(until) = blocker.promised {
            let promiser = match on() {
                Some(WaitsOn::Member(member)) => member,
                _ => by,
            };
            let asked = blocker.asked.map_or(raised, At::from);
            self.push(promiser, asked, turn::PROMISED, move |written, _| {
                Event::Task(TaskEvent::BlockerPromised(BlockerPromised {
                    blocker: written[&name],
                    until,
                    at: None,
                    by: None,
                    from: None,
                }))
            });
        }
        if let Some(cleared) = blocker.cleared {
            self.push(by, cleared.into(), turn::CLEARED, move |written, _| {
                let (blocker, how) = (written[&name], blocker.how.clone());
                Event::Task(TaskEvent::BlockerCleared(BlockerCleared {
                    blocker,
                    how,
                    at: None,
                    by: None,
                    from: None,
                }))
            });
        }
    }
}

/// The notes with no step ticked yet.
fn unticked(notes: &str) -> String {
    let mut notes = notes.to_owned();
    loop {
        let opened =
            checklist::steps(&notes).iter().find(|step| step.is_ticked).map(|step| step.turned(&notes));
        match opened {
            Some(opened) => notes = opened,
            None => return notes,
        }
    }
}
