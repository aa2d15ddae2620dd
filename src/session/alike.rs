//! Look-alikes: what the board holds already of what somebody is about to write down.

use super::{Error, Session};
use crate::domain::id::{MemberId, SubjectId, TaskId};
use crate::domain::subject::Kind;
use crate::domain::task::Part;
use crate::insight::likeness::{Content, most_like};

/// Nobody reads more of them while typing.
const MOST: usize = 3;

/// A task that may be the same work.
#[derive(Debug, Clone, PartialEq)]
pub struct Alike {
    pub id: TaskId,
    pub handle: String,
    pub title: String,
    /// Who leads it; the first, where several do.
    pub lead: Option<(MemberId, String)>,
    /// What the one who asks promised about it.
    pub mine: Option<Part>,
}

impl Session {
    /// The live tasks that are most like a title, as it was typed so far.
    pub fn tasks_like(&self, typed: &Content) -> Result<Vec<Alike>, Error> {
        let found = self.journal().tasks_with_words_of(typed)?;
        let few = most_like(typed, found).into_iter().take(MOST);
        few.filter_map(|id| self.alike(id).transpose()).collect()
    }

    /// The task that looks most like this one, of those that others lead: whoever claims this one is asked about it.
    pub fn led_alike(&self, task: TaskId) -> Result<Option<Alike>, Error> {
        let Some(me) = self.me else { return Ok(None) };
        self.journal().led_alike(task, me)?.map_or(Ok(None), |alike| self.alike(alike.task))
    }

    fn alike(&self, id: TaskId) -> Result<Option<Alike>, Error> {
        let Some(row) = self.journal().task_row(id)? else { return Ok(None) };
        let lead = row.claims.iter().find(|claim| claim.part == Part::Lead);
        let mine = row.claims.iter().find(|claim| Some(claim.member) == self.me);
        Ok(Some(Alike {
            id,
            handle: row.handle.clone(),
            lead: lead.map(|claim| (claim.member, claim.name.clone())),
            mine: mine.map(|claim| claim.part),
            title: row.title.clone(),
        }))
    }

    /// The roles or goals that are most like a name, as it was typed so far: with how they are called.
    pub fn things_like(&self, kind: Kind, typed: &Content) -> Result<Vec<(SubjectId, String)>, Error> {
        let all = self.journal().named(kind)?;
        let like = most_like(typed, all.clone()).into_iter().take(MOST);
        Ok(like.filter_map(|id| all.iter().find(|(known, _)| *known == id).cloned()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decide::{AddTask, Claim, ClaimAs, Command, EditTask, Ending, GiveBack, Move, Place};
    use crate::domain::event::TaskEdited;
    use crate::domain::settlement::Verdict;
    use crate::domain::task::State;
    use crate::session::Environment;

    fn team(titles: &[&str]) -> (tempfile::TempDir, Session) {
        let folder = tempfile::tempdir().unwrap();
        let now = "2026-11-21T09:31:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap();
        let world = Environment::fixed(now.into(), "alike");
        let path = folder.path().join("board.db");
        let mut session = Session::start(&path, "Warung Kode", "Ayu", world).unwrap();
        session.act_as(Some("Ayu")).unwrap();
        for title in titles {
            let id = TaskId(session.new_id());
            session.perform(&Command::AddTask(AddTask::titled(id, *title, Place::End))).unwrap();
        }
        (folder, session)
    }

    fn like(session: &Session, typed: &str) -> Vec<String> {
        session.tasks_like(&Content::typed(typed)).unwrap().into_iter().map(|alike| alike.title).collect()
    }

    #[test]
    fn a_task_is_found_by_other_forms_of_its_words() {
        let titles = ["Sign the payment contract", "Menulis kebijakan pengembalian", "Paint room 3"];
        let (_folder, session) = team(&titles);
        assert_eq!(like(&session, "signing contracts"), [titles[0]]);
        assert_eq!(like(&session, "tulis kebijakan pengemb"), [titles[1]]);
        assert_eq!(like(&session, "paint the room 4"), [""; 0]);
        assert_eq!(like(&session, "paint room"), [titles[2]]);
        assert_eq!(like(&session, ""), [""; 0]);
        assert_eq!(like(&session, "\"'*() OR AND"), [""; 0]);
    }

    #[test]
    fn words_that_are_everywhere_find_what_holds_all_of_them() {
        let many: Vec<String> = (0..200).map(|n| format!("Call shop {n}")).collect();
        let many: Vec<String> =
            many.into_iter().chain((0..200).map(|n| format!("Visit depot {n}"))).collect();
        let titles: Vec<&str> = many.iter().map(String::as_str).chain(["Visit shop"]).collect();
        let (_folder, session) = team(&titles);
        assert_eq!(like(&session, "visit shop "), ["Visit shop"]);
    }

    #[test]
    fn work_that_comes_again_is_found_among_all_that_is_finished() {
        let many: Vec<String> = (0..160).map(|n| format!("Order the vegetables, week {n}")).collect();
        let titles: Vec<&str> = many.iter().map(String::as_str).chain(["Paint the door"; 70]).collect();
        let (_folder, mut session) = team(&["Paint doors"]);
        let add = |session: &mut Session, title: &str, to: Option<State>| {
            let id = TaskId(session.new_id());
            let mut commands = vec![Command::AddTask(AddTask::titled(id, title, Place::End))];
            commands.extend(to.map(|to| Command::Move(Move { task: id, to, ending: Ending::Own })));
            session.perform_all(&commands).unwrap();
        };
        titles.iter().for_each(|title| add(&mut session, title, Some(State::Done)));
        assert_eq!(like(&session, "order vegetables "), [""; 0]);
        assert_eq!(like(&session, "paint door "), ["Paint doors"], "older than all that are finished");
        add(&mut session, "Order vegetables", None);
        assert_eq!(like(&session, "order vegetables "), ["Order vegetables"]);
        assert_eq!(like(&session, "order vegetables for dewi "), [""; 0], "two words of three are too few");
        add(&mut session, "Ask dewi", None);
        add(&mut session, "Order vegetables and fruit", None);
        assert_eq!(like(&session, "order vegetables and fruit "), ["Order vegetables and fruit"]);
    }

    #[test]
    fn who_leads_it_and_what_one_promised_are_known() {
        let (_folder, mut session) = team(&["Sign the contract"]);
        let found = session.tasks_like(&Content::of("sign contract")).unwrap().remove(0);
        assert_eq!((found.lead.clone(), found.mine), (None, None));
        session.perform(&Command::Claim(Claim { task: found.id, part: ClaimAs::Lead })).unwrap();
        let found = session.tasks_like(&Content::of("sign contract")).unwrap().remove(0);
        assert_eq!(found.lead.unwrap().1, "Ayu");
        assert_eq!(found.mine, Some(Part::Lead));
    }

    #[test]
    fn a_claim_of_what_somebody_else_leads_in_other_words_asks_once() {
        let (_folder, mut session) =
            team(&["Sign the contract", "Signing of the contracts", "Paint the door"]);
        let tasks = session.board().tasks(&crate::store::Filter::default(), None, 0, 9).unwrap().rows;
        let id = |title: &str| tasks.iter().find(|row| row.title == title).unwrap().id;
        let (sign, signing) = (id("Sign the contract"), id("Signing of the contracts"));
        let claim = |task, part| Command::Claim(Claim { task, part });
        let careful = |task| claim(task, ClaimAs::LeadUnlessAlike);
        session.perform(&careful(sign)).unwrap();
        assert_eq!(session.led_alike(signing).unwrap(), None, "who leads it oneself knows");
        session.join("Budi", None).unwrap();
        session.act_as(Some("Budi")).unwrap();
        let alike = session.led_alike(signing).unwrap().unwrap();
        assert_eq!((alike.id, alike.lead.unwrap().1), (sign, "Ayu".to_owned()));
        assert_eq!(session.led_alike(sign).unwrap(), None, "that it is taken is said first");
        let refused = session.perform(&careful(signing)).unwrap_err();
        let handle = |task| session.board().task_handle(task).unwrap();
        let (one, other) = (handle(signing), handle(sign));
        assert_eq!(refused.message, format!("{one} looks like {other} Sign the contract, which Ayu leads"));
        let ways = format!("setara help-with {other}, or setara claim {one} --anyway");
        assert_eq!(refused.hint, Some(ways));
        session.perform(&careful(id("Paint the door"))).unwrap();
        session.perform(&claim(signing, ClaimAs::Lead)).unwrap();
        // Whoever helps there knows of it.
        session.perform(&Command::GiveBack(GiveBack { task: signing, note: None })).unwrap();
        session.perform(&claim(sign, ClaimAs::Helper)).unwrap();
        session.perform(&careful(signing)).unwrap();
    }

    /// The open questions about titles that say nearly the same.
    fn asked(session: &Session) -> Vec<Vec<TaskId>> {
        let rule = crate::insight::Rule::named("H1").unwrap();
        let found = session.board().findings_of(rule, session.now(), session.today(), 9).unwrap();
        found.into_iter().map(|held| held.finding.facts.tasks).collect()
    }

    #[test]
    fn two_who_lead_the_same_work_in_other_words_are_asked_until_they_know() {
        let titles =
            ["Sign the payment contract", "Signing of the contract for payments", "Sign the payment list"];
        let (_folder, mut session) = team(&titles);
        let tasks = session.board().tasks(&crate::store::Filter::default(), None, 0, 9).unwrap().rows;
        let id = |title: &str| tasks.iter().find(|row| row.title == title).unwrap().id;
        let (one, other) = (id(titles[0]), id(titles[1]));
        let pair = vec![vec![one.min(other), one.max(other)]];
        let claim = |task, part| Command::Claim(Claim { task, part });
        let call = |task, title: &str| {
            let edit = TaskEdited { title: Some(title.to_owned()), ..TaskEdited::default() };
            Command::EditTask(EditTask { task, edit })
        };
        session.perform(&claim(one, ClaimAs::Lead)).unwrap();
        assert_eq!(asked(&session), [[]; 0], "nobody leads the other");
        session.join("Budi", None).unwrap();
        session.act_as(Some("Budi")).unwrap();
        session.perform(&claim(other, ClaimAs::Lead)).unwrap();
        session.perform(&claim(id(titles[2]), ClaimAs::Lead)).unwrap();
        assert_eq!(asked(&session), pair);
        session.perform(&claim(one, ClaimAs::Helper)).unwrap();
        assert_eq!(asked(&session), [[]; 0], "one helps there");
        session.perform(&Command::GiveBack(GiveBack { task: one, note: None })).unwrap();
        assert_eq!(asked(&session), pair);
        let held = session.board().findings_about(one.into(), session.now(), session.today()).unwrap();
        let settled = session.settle(&held[0].finding.key, Verdict::Fine, "two banks", None).unwrap();
        session.perform(&settled).unwrap();
        session.perform(&call(one, "the payment CONTRACTS: signing")).unwrap();
        assert_eq!(asked(&session), [[]; 0], "it says the same, and was answered");
        session.perform(&call(one, "Sign the payment contract early")).unwrap();
        assert_eq!(asked(&session), pair);
        session.perform(&call(one, "Write the payment invoice")).unwrap();
        assert_eq!(asked(&session), [[]; 0]);
        session.undo().unwrap();
        assert_eq!(asked(&session), pair);
        session.perform(&Command::Move(Move { task: other, to: State::Done, ending: Ending::Own })).unwrap();
        assert_eq!(asked(&session), [[]; 0]);
    }
}
