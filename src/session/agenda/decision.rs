//! What there is to talk about of decisions: whoever waits for a voice, an objection that is open, an adoption that does not
//! hold, one that rested long enough, and one that nobody proposes any more.

use crate::domain::decision::State;
use crate::domain::id::{MemberId, SubjectId};
use crate::insight::agenda::{Sort, Topic};
use crate::session::{Error, Session};
use crate::store::{Decided, DecisionRow};
use crate::words::words;

use super::{MOST, NAMED};

/// For so many days one that was given up is offered to whoever would carry it on.
const OFFERED_DAYS: i64 = 14;

impl Session {
    pub(super) fn decision_topics(&self) -> Result<Vec<Topic>, Error> {
        let mut topics = Vec::new();
        for row in self.board().decisions(Decided::Open, 0, MOST)? {
            topics.extend(self.decision_topic(&row)?);
        }
        let lately = self.now().plus_days(-OFFERED_DAYS);
        for row in self.board().decisions_given_up(lately, MOST)? {
            let said = words().agenda_decision_nobodys(&row.handle, &row.title);
            topics.push(self.topic_of(&row, said, Vec::new())?);
        }
        Ok(topics)
    }

    /// Nothing of one that rests.
    fn decision_topic(&self, row: &DecisionRow) -> Result<Option<Topic>, Error> {
        let words = words();
        let decision = self.decision(row.id)?;
        if row.state == State::Parked && row.parked.is_none_or(|day| day >= self.today()) {
            return Ok(None);
        }
        // What all may see: an agenda is read aloud.
        let Some(standing) = self.standing(&decision, None)? else { return Ok(None) };
        let silent = standing.voices.iter().filter(|voice| !voice.spoke && voice.owed.is_none());
        let silent: Vec<MemberId> = silent.map(|voice| voice.member).collect();
        let open = standing
            .voices
            .iter()
            .filter(|voice| voice.said.iter().chain(&voice.owed).any(|stance| stance.word.is_in_the_way()));
        let open: Vec<MemberId> = open.map(|voice| voice.member).collect();
        let names = self.board().names(silent.iter().chain(&open).map(|id| SubjectId::from(*id)))?;
        let listed = |ids: &[MemberId]| ids.iter().map(|id| names.name(*id)).collect::<Vec<_>>().join(", ");
        let (said, whom) = match () {
            () if row.state == State::Parked => {
                (words.agenda_decision_rested(&row.handle, &row.title), Vec::new())
            }
            () if !standing.contested.is_empty() => {
                let why = standing.contested.join("; ");
                (words.agenda_decision_contested(&row.handle, &row.title, why), open)
            }
            () if !open.is_empty() => {
                (words.agenda_decision_objection(&row.handle, &row.title, listed(&open)), open)
            }
            () if !silent.is_empty() => {
                let heard = words.decision_heard(standing.heard, standing.asked);
                let said = words.agenda_decision_unheard(&row.handle, &row.title, heard, listed(&silent));
                (said, silent)
            }
            () => (words.agenda_decision_heard(&row.handle, &row.title), Vec::new()),
        };
        Ok(Some(self.topic_of(row, said, whom)?))
    }

    fn topic_of(&self, row: &DecisionRow, said: String, whom: Vec<MemberId>) -> Result<Topic, Error> {
        let mut ids = vec![row.by];
        ids.extend(whom.into_iter().filter(|member| *member != row.by));
        let names = self.board().names(ids.iter().map(|id| SubjectId::from(*id)))?;
        let who: Vec<String> = ids.iter().take(NAMED).map(|id| names.name(*id).to_owned()).collect();
        Ok(Topic {
            sort: Sort::Decision,
            about: Some(row.id.into()),
            said,
            who,
            waits: row.state.is_open() && row.state != State::Parked,
            day: row.next_day(),
            since: Some(row.drafted),
        })
    }
}
