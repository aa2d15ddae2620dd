//! What must be known before a command is decided.

use super::{AgreementId, Day, DecisionId, MeetingId, MemberId, Place, SubjectId, TaskId, TensionId};
use crate::domain::field::{Value, Values};

/// For a command that names no subject.
pub(super) const NO_SUBJECTS: [SubjectId; 0] = [];
/// For a command that names no day.
pub(super) const NO_DAYS: [Day; 0] = [];

/// What must be known before a command is decided, besides the one who acts and the board.
#[derive(Debug, Default)]
pub struct Needs<'c> {
    /// The subjects that it names. What is new is among them, since nothing may be known of it.
    pub subjects: Vec<SubjectId>,
    /// The days that it names: it is refused where one cannot be.
    pub(super) days: Vec<Day>,
    /// The name that its author wants to be called by: who is called so already must be seen, too.
    pub called: Option<&'c str>,
    /// Whether it must also see all that its author claims and holds, which is known only inside the transaction.
    pub all_held: bool,
    /// The member of whom it must be known whether they have written anything.
    pub written_by: Option<MemberId>,
    /// Whether it must also see the meetings that are open.
    pub open_meetings: bool,
    /// The tension of which it must also see whoever sensed it.
    pub sensed: Option<TensionId>,
    /// The decision of which it must also see the parties, and the decisions whose place it takes.
    pub parties_of: Option<DecisionId>,
    /// The agreement of which it must also see everybody whom it ever named, and the decisions that wrote it.
    pub everybody_in: Option<AgreementId>,
    /// The decision of which it must know whether it holds.
    pub decided_in: Option<SubjectId>,
    /// The meeting of which it must know what of the board lies ahead.
    pub ahead: Option<MeetingId>,
    /// The member of whom it must see the pairings with its author that are not over.
    pub paired_with: Option<MemberId>,
    /// The task of which it must know what looks like it and is led by others.
    pub alike: Option<TaskId>,
    /// The task that gets a place in the pull order by it, and the place.
    pub place: Option<(TaskId, Place)>,
}

impl<'c> Needs<'c> {
    /// Both must be said, so that no command forgets its days.
    pub(super) fn new(
        subjects: impl IntoIterator<Item = SubjectId>,
        days: impl IntoIterator<Item = Day>,
    ) -> Needs<'c> {
        Needs {
            subjects: subjects.into_iter().collect(),
            days: days.into_iter().collect(),
            ..Needs::default()
        }
    }

    /// Also the subjects and the days that stand in fields.
    pub(super) fn fields(subjects: impl IntoIterator<Item = SubjectId>, values: &impl Values) -> Needs<'c> {
        let mut needs = Needs::new(subjects, NO_DAYS);
        for (_, value) in values.values() {
            needs.subjects.extend(value.subject().map(|subject| subject.id));
            if let Value::Date(day) = value {
                needs.days.extend(day);
            }
        }
        needs
    }

    pub(super) fn called(self, name: Option<&'c str>) -> Needs<'c> {
        Needs { called: name, ..self }
    }

    pub(super) fn all_held(self) -> Needs<'c> {
        Needs { all_held: true, ..self }
    }

    pub(super) fn written_by(self, member: MemberId) -> Needs<'c> {
        Needs { written_by: Some(member), ..self }
    }

    pub(super) fn open_meetings(self) -> Needs<'c> {
        Needs { open_meetings: true, ..self }
    }

    pub(super) fn sensed(self, tension: TensionId) -> Needs<'c> {
        Needs { sensed: Some(tension), ..self }
    }

    pub(super) fn parties_of(self, decision: DecisionId) -> Needs<'c> {
        Needs { parties_of: Some(decision), ..self }
    }

    pub(super) fn everybody_in(self, agreement: AgreementId) -> Needs<'c> {
        Needs { everybody_in: Some(agreement), ..self }
    }

    pub(super) fn decided_in(self, decision: Option<SubjectId>) -> Needs<'c> {
        Needs { decided_in: decision, ..self }
    }

    pub(super) fn ahead(self, meeting: MeetingId) -> Needs<'c> {
        Needs { ahead: Some(meeting), ..self }
    }

    pub(super) fn paired_with(self, member: MemberId) -> Needs<'c> {
        Needs { paired_with: Some(member), ..self }
    }

    pub(super) fn alike(self, task: TaskId) -> Needs<'c> {
        Needs { alike: Some(task), ..self }
    }

    /// Also the task beside which it is placed.
    pub(super) fn place(mut self, task: TaskId, place: Place) -> Needs<'c> {
        self.subjects.extend(place.beside().map(SubjectId::from));
        Needs { place: Some((task, place)), ..self }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::iter::repeat;

    use uuid::Uuid;

    use super::super::*;
    use super::{Value, Values};
    use crate::domain::agreement::{AgreementKind, Wording};
    use crate::domain::decision::{DecisionKind, Phase, Trial};
    use crate::domain::field::Field;
    use crate::domain::id::{PairingId, RecordId};
    use crate::domain::pairing::PairingKind;
    use crate::domain::settlement::Verdict;
    use crate::domain::subject::{Fold, Origin};

    const NOW: At = At(1_793_610_000_000);

    /// A member of the team, and nothing else.
    fn scene() -> Scene {
        let me = MemberId(Uuid::from_u128(1));
        let origin = Some(Origin { by: me, at: NOW, record: RecordId::ZERO });
        let mut scene = Scene::new(BoardId(Uuid::from_u128(2)), me, NOW, NOW.day());
        let member = Member { origin, ..Member::blank(me.into()) };
        scene.put(me.into(), Subject::Member(Box::new(member)));
        scene
    }

    /// The commands with fields, and those whose day stands in a text, with the day in all fields that take one.
    fn of_fields(day: Day) -> Vec<Command> {
        fn dated<V: Values>(values: V, day: Day) -> V {
            values.with(V::Field::ALL.iter().copied().zip(repeat(Value::Date(Some(day)))))
        }
        let id = Uuid::from_u128(3);
        vec![
            Command::AddRole(dated(AddRole::blank(RoleId(id)), day)),
            Command::EditRole(EditRole { role: RoleId(id), edit: dated(Default::default(), day) }),
            Command::AddGoal(dated(AddGoal::blank(GoalId(id)), day)),
            Command::EditGoal(EditGoal { goal: GoalId(id), edit: dated(Default::default(), day) }),
            Command::AddTask(dated(AddTask::blank(TaskId(id)), day)),
            Command::EditTask(EditTask { task: TaskId(id), edit: dated(Default::default(), day) }),
            Command::DraftAgreement(DraftAgreement {
                id: AgreementId(id),
                kind: AgreementKind::Working,
                wording: Wording { review: Some(day), ..Wording::default() },
            }),
            Command::AmendAgreement(AmendAgreement {
                agreement: AgreementId(id),
                wording: Wording { review: Some(day), ..Wording::default() },
            }),
        ]
    }

    /// The others, once for each day that they name.
    fn of_a_day(day: Day) -> Vec<Command> {
        let id = Uuid::from_u128(3);
        let settle = Settle {
            finding: String::new(),
            facts: String::new(),
            verdict: Verdict::Fixed,
            reason: String::new(),
            until: Some(day),
            became: None,
            texts: Vec::new(),
        };
        let decision = DecisionId(id);
        let trial = |ends| Trial { tried: "x".into(), judged: "x".into(), stop: "x".into(), ends };
        let propose = |ends: Option<Day>| Propose {
            proposal: Proposal { title: "x".into(), trial: ends.map(trial), ..Proposal::default() },
            ..Propose::titled(decision, DecisionKind::Experiment, "x".into(), Vec::new())
        };
        vec![
            Command::Away(Away { from: Some(day), until: None }),
            Command::Away(Away { from: None, until: Some(day) }),
            Command::TakeRole(TakeRole { role: RoleId(id), focus: None, term: Some(day) }),
            Command::ReadGoal(ReadGoal { goal: GoalId(id), date: day, value: 0.0 }),
            Command::Park(Park { task: TaskId(id), until: Some(day) }),
            Command::Promise(Promise { task: TaskId(id), which: Which::Only, until: day }),
            Command::Settle(settle),
            Command::Propose(Propose { closes: Some(day), ..propose(None) }),
            Command::Propose(Propose { review: Some(day), ..propose(None) }),
            Command::Propose(propose(Some(day))),
            Command::MoveDecision(MoveDecision { decision, to: Phase::Parked, until: Some(day), why: None }),
            Command::ScheduleDecision(ScheduleDecision { decision, closes: Some(Some(day)), review: None }),
            Command::ScheduleDecision(ScheduleDecision { decision, closes: None, review: Some(Some(day)) }),
            Command::Adopt(Adopt { decision, version: RecordId::ZERO, review: Some(day), took: None }),
            Command::RenewDecision(RenewDecision { decision, next: Some(day) }),
            Command::LeaveAgreement(LeaveAgreement { agreement: AgreementId(id), on: Some(day) }),
            Command::RenewAgreement(RenewAgreement { agreement: AgreementId(id), next: day }),
            Command::OfferPairing(OfferPairing {
                id: PairingId(id),
                kind: PairingKind::Buddy,
                with: MemberId(id),
                until: Some(day),
                days: None,
            }),
        ]
    }

    #[test]
    fn a_day_that_cannot_be_is_refused_by_every_command_that_names_one() {
        let scene = scene();
        let day = |year| Day::from_ymd_opt(year, 12, 1).unwrap();
        for never in [day(1969), day(10_000)] {
            for command in of_fields(never).into_iter().chain(of_a_day(never)) {
                assert_eq!(decide(&command, &scene), Err(Refusal::NoSuchDay), "{command:?}");
            }
        }
        let some = day(2026);
        for command in of_fields(some).into_iter().chain(of_a_day(some)) {
            assert_ne!(decide(&command, &scene), Err(Refusal::NoSuchDay), "{command:?}");
        }
    }

    /// A command whose day is not among those above could forget it.
    #[test]
    fn every_command_that_names_a_day_is_tried() {
        let mut named = BTreeSet::new();
        for source in SOURCES {
            let mut command = "";
            for line in source.lines() {
                if let Some(name) = line.strip_prefix("pub struct ") {
                    command = name.trim_end_matches(" {");
                }
                if [": Day,", ": Option<Day>,", ": Option<Option<Day>>,"]
                    .iter()
                    .any(|kind| line.ends_with(kind))
                {
                    named.insert(command.to_owned());
                }
            }
        }
        let name = |command| format!("{command:?}").split('(').next().map(str::to_owned);
        let tried: BTreeSet<String> = of_a_day(NOW.day()).iter().filter_map(name).collect();
        assert_eq!(named, tried);
    }
}
