//! The meetings that a command sees.

use super::super::{Refusal, Scene};
use crate::domain::id::MeetingId;
use crate::domain::meeting::{Meeting, MeetingKind};
use crate::domain::subject::{Fold, Subject};

impl Scene {
    pub(in crate::domain::decide) fn meeting(&self, id: MeetingId) -> Result<&Meeting, Refusal> {
        match self.subjects.get(&id.into()) {
            Some(Subject::Meeting(meeting)) if meeting.exists() => Ok(meeting),
            _ => Err(Refusal::Gone(id.into())),
        }
    }

    pub(in crate::domain::decide) fn open_meeting(&self, id: MeetingId) -> Result<&Meeting, Refusal> {
        let meeting = self.meeting(id)?;
        if meeting.is_open() { Ok(meeting) } else { Err(Refusal::MeetingOver(meeting.kind)) }
    }

    /// Those of a kind that were brought on and go on, the oldest first.
    pub(in crate::domain::decide) fn open_meetings(
        &self,
        kind: MeetingKind,
    ) -> impl Iterator<Item = &Meeting> {
        let mut open: Vec<&Meeting> = self
            .subjects
            .values()
            .filter_map(|subject| match subject {
                Subject::Meeting(meeting) => Some(&**meeting),
                _ => None,
            })
            .filter(|meeting| meeting.exists() && meeting.is_open() && meeting.kind == kind)
            .collect();
        open.sort_by_key(|meeting| (meeting.origin.map(|origin| origin.at), meeting.id));
        open.into_iter()
    }
}
