//! The events of an agreement: their payloads, and what is to be known of each besides its effect.
//!
//! **Invariant:** what binds somebody is a record of their own. A yes, a leave and a word for its end cannot be brought in
//! from elsewhere: these payloads have no `by`.

use super::{AgreementKind, Way, Wording};
use crate::domain::calendar::Day;
use crate::domain::event::{Event, EventFacts, events, payloads};
use crate::domain::id::{MemberId, RecordId, SubjectId};

events! {
    /// What happens to an agreement.
    AgreementEvent of Agreement {
        Drafted(AgreementDrafted) = "agreement.drafted",
        Amended(AgreementAmended) = "agreement.amended",
        Agreed(AgreementAgreed) = "agreement.agreed",
        Left(AgreementLeft) = "agreement.left",
        Withdrawn(AgreementWithdrawn) = "agreement.withdrawn",
        Reviewed(AgreementReviewed) = "agreement.reviewed",
    }
}

/// Payloads that say all of an agreement, behind a field of their own.
macro_rules! whole {
    ($($(#[$doc:meta])* $name:ident of $field:ident: $type:ty { $($own:tt)* })+) => {
        payloads! {
            $($(#[$doc])* $name {
                $($own)*
                must title: String, must text: String, list parties: MemberId, list about: String, may way: Way,
                may quorum: u32, may silence: bool, may criteria: String, may duties: String, may share: String,
                may exit: u32, may dispute: String, may_day review: Day, may decision: SubjectId, imported,
            })+
        }

        $(impl $name {
            /// What its author says themselves, here.
            pub(in crate::domain) fn of($field: $type, said: Wording) -> $name {
                $name {
                    $field,
                    title: said.title,
                    text: said.text,
                    parties: said.parties,
                    about: said.about,
                    way: said.way,
                    quorum: said.quorum,
                    silence: said.silence,
                    criteria: said.criteria,
                    duties: said.duties,
                    share: said.share,
                    exit: said.exit,
                    dispute: said.dispute,
                    review: said.review,
                    decision: said.decision,
                    by: None,
                    at: None,
                    from: None,
                }
            }

            /// What it says.
            pub(super) fn wording(&self) -> Wording {
                Wording {
                    title: self.title.clone(),
                    text: self.text.clone(),
                    parties: self.parties.clone(),
                    about: self.about.clone(),
                    way: self.way,
                    quorum: self.quorum,
                    silence: self.silence,
                    criteria: self.criteria.clone(),
                    duties: self.duties.clone(),
                    share: self.share.clone(),
                    exit: self.exit,
                    dispute: self.dispute.clone(),
                    review: self.review,
                    decision: self.decision,
                }
            }
        })+
    };
}

whole! {
    /// Its author writes one down, and agrees to it where they are one of its parties and brought it from nowhere else.
    AgreementDrafted of kind: AgreementKind { must kind: AgreementKind, }
    /// The same of all that it says anew, and who is no part of it any more. The record names the versions that it replaces.
    AgreementAmended of without: Vec<MemberId> { list without: MemberId, }
}

payloads! {
    /// Its author's own yes to one version, which is named by its record. The record names the leaves that it takes back.
    AgreementAgreed { must version: RecordId, }
    /// Its author is bound no more from a day on.
    AgreementLeft { must_day on: Day, }
    /// Its author wants one version to bind nobody.
    AgreementWithdrawn { must version: RecordId, must why: String, }
    /// A version is right as it is, until it is looked at again; also without those who are no part of it any more.
    AgreementReviewed { must version: RecordId, must_day next: Day, list without: MemberId, }
}

impl AgreementEvent {
    /// What is to be known of it besides its effect.
    pub fn facts(&self) -> EventFacts<'_> {
        match self {
            AgreementEvent::Drafted(e) => EventFacts::makes()
                .naming([e.decision, None])
                .naming_all(&e.parties)
                .imported(e.by, e.at, &e.from),
            AgreementEvent::Amended(e) => EventFacts::plain()
                .naming([e.decision, None])
                .naming_all(&e.parties)
                .imported(e.by, e.at, &e.from),
            AgreementEvent::Agreed(e) => EventFacts::plain().rests_on(e.version),
            AgreementEvent::Left(_) => EventFacts::plain(),
            AgreementEvent::Withdrawn(e) => EventFacts::plain().rests_on(e.version),
            AgreementEvent::Reviewed(e) => EventFacts::plain().rests_on(e.version).naming_all(&e.without),
        }
    }
}
