//! The one table of the kinds of subjects. What differs from kind to kind goes by it, in every layer.

/// Calls a macro with a row for each kind: the module and the type of its state, which also names the kind; its events; its
/// type of id, where it has one; its word, which is also what its wire names begin with; and how people say which one they
/// mean, a [`CalledBy`](crate::domain::subject::CalledBy).
///
/// The word never changes. Lists of kinds, exports for instance, have the order of the rows.
macro_rules! for_every_kind {
    ($make:ident) => {
        $make! {
            board::Board(BoardEvent, BoardId) = "board" by Nothing,
            member::Member(MemberEvent, MemberId) = "member" by NameOrHandle,
            role::Role(RoleEvent, RoleId) = "role" by HandleOrName,
            goal::Goal(GoalEvent, GoalId) = "goal" by HandleOrName,
            task::Task(TaskEvent, TaskId) = "task" by Handle,
            tension::Tension(TensionEvent, TensionId) = "tension" by Handle,
            decision::Decision(DecisionEvent, DecisionId) = "decision" by Handle,
            agreement::Agreement(AgreementEvent, AgreementId) = "agreement" by Handle,
            thanks::Thanks(ThanksEvent, ThanksId) = "thanks" by Nothing,
            meeting::Meeting(MeetingEvent, MeetingId) = "meeting" by Nothing,
            pairing::Pairing(PairingEvent, PairingId) = "pairing" by Nothing,
            settlement::Settlement(SettlementEvent) = "finding" by Nothing,
        }
    };
}

pub(crate) use for_every_kind;
