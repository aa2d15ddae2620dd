//! Answers to findings: how one is given, and what was said before of one that is asked again.

use super::{Error, Session};
use crate::domain::calendar::Day;
use crate::domain::decide::{Command, Settle};
use crate::domain::settlement::Verdict;
use crate::domain::spoken;
use crate::insight::{Finding, FindingKind, listed};
use crate::store::{CurrentFinding, Settled};
use crate::words::words;

/// The rule about equal titles: its facts do not repeat what the tasks say.
const SAME_TITLE: &str = "O4";

impl Session {
    /// The command by which a finding that holds now is answered, as its facts stand.
    pub fn settle(
        &self,
        key: &str,
        verdict: Verdict,
        reason: &str,
        until: Option<Day>,
    ) -> Result<Command, Error> {
        let finding = self.finding(key)?.finding;
        self.answered(&finding, verdict, reason, until).map(Command::Settle)
    }

    /// The answer to a finding as it was shown, with the texts that it was about.
    pub fn answered(
        &self,
        finding: &Finding,
        verdict: Verdict,
        reason: &str,
        until: Option<Day>,
    ) -> Result<Settle, Error> {
        Ok(Settle {
            finding: finding.key.clone(),
            facts: finding.fingerprint(),
            verdict,
            reason: reason.to_owned(),
            until,
            became: None,
            texts: self.texts_of(finding)?,
        })
    }

    /// The texts of two tasks or roles by which they overlap.
    fn texts_of(&self, finding: &Finding) -> Result<Vec<String>, Error> {
        if finding.rule.as_str() == SAME_TITLE {
            let names = self.board().names(finding.mentions())?;
            return Ok(finding.facts.tasks.iter().map(|task| names.name(*task).to_owned()).collect());
        }
        let is_overlap = finding.rule.kind() == FindingKind::Overlap;
        Ok(if is_overlap { finding.texts().to_vec() } else { Vec::new() })
    }

    /// What a finding is or was answered with: `fine until Tue 24 Nov: one each`.
    pub fn say_settled(&self, settled: &Settled) -> Result<String, Error> {
        let verdict = match settled.became {
            Some(tension) => words().out_settled_became(self.board().handle_of(tension)?),
            None => spoken::word::verdict(&settled.verdict),
        };
        Ok(match settled.until {
            Some(until) => {
                words().out_settled_until(verdict, spoken::date(until, self.today()), &settled.reason)
            }
            None => words().out_settled(verdict, &settled.reason),
        })
    }

    /// What was said of a finding that is asked again, and of which texts.
    pub fn say_before(&self, held: &CurrentFinding) -> Result<Option<String>, Error> {
        let Some(before) = &held.before else { return Ok(None) };
        let by = self.board().names([before.by.into()])?;
        let said = words().settled_before(by.name(before.by), self.say_settled(before)?);
        let mut texts = before.texts.clone();
        texts.dedup();
        if texts.is_empty() {
            return Ok(Some(said));
        }
        let quoted: Vec<String> = texts.iter().map(|text| words().phrase_quoted(text)).collect();
        Ok(Some(words().settled_before_of(said, listed(quoted.iter().map(String::as_str)))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decide::{AddRole, AddTask, Claim, ClaimAs, EditTask, Place};
    use crate::domain::event::TaskEdited;
    use crate::domain::id::{RoleId, TaskId};
    use crate::domain::role::RoleState;
    use crate::insight::Rule;
    use crate::session::tests::team;

    /// Two tasks that Ayu and Budi lead; Budi acts.
    fn led_apart(titles: [&str; 2]) -> (Session, [TaskId; 2]) {
        let mut session = team("answers");
        let tasks = titles.map(|_| TaskId(session.new_id()));
        for (n, (task, title)) in tasks.into_iter().zip(titles).enumerate() {
            session.perform(&Command::AddTask(AddTask::titled(task, title, Place::End))).unwrap();
            if n == 1 {
                session.join("Budi", None).unwrap();
            }
            session.perform(&Command::Claim(Claim { task, part: ClaimAs::Lead })).unwrap();
        }
        (session, tasks)
    }

    fn held(session: &Session, rule: &str) -> Vec<CurrentFinding> {
        let rule = Rule::named(rule).unwrap();
        session.board().findings_of(rule, session.now(), session.today(), 9).unwrap()
    }

    fn answer(session: &mut Session, rule: &str, reason: &str) {
        let key = held(session, rule)[0].finding.key.clone();
        let settle = session.settle(&key, Verdict::Fine, reason, None).unwrap();
        session.perform(&settle).unwrap();
        assert_eq!(held(session, rule), []);
    }

    fn call(session: &mut Session, task: TaskId, title: &str) {
        let edit = TaskEdited { title: Some(title.to_owned()), ..TaskEdited::default() };
        session.perform(&Command::EditTask(EditTask { task, edit })).unwrap();
    }

    #[test]
    fn a_question_that_comes_back_knows_of_which_texts_it_was_answered() {
        let titles = ["Sign the payment contract", "Signing of the contract for payments"];
        let (mut session, [one, _]) = led_apart(titles);
        assert_eq!(session.say_before(&held(&session, "H1")[0]).unwrap(), None);
        answer(&mut session, "H1", "two banks");
        call(&mut session, one, "Sign the payment contract early");
        let [again] = &held(&session, "H1")[..] else { panic!("it is asked again") };
        let said = session.say_before(again).unwrap().unwrap();
        let (first, second) = match again.before.as_ref().unwrap().texts[0] == titles[0] {
            true => (titles[0], titles[1]),
            false => (titles[1], titles[0]),
        };
        let before = "Budi said before: fine until Fri 18 Dec: two banks";
        assert_eq!(said, format!("{before} (of \"{first}\" and \"{second}\")"));
        session.undo().unwrap();
        let now = session.board().settled(session.now(), session.today(), 9).unwrap();
        assert_eq!((now[0].before.clone(), session.say_before(&now[0]).unwrap()), (None, None), "it holds");
    }

    #[test]
    fn what_was_answered_is_known_once_its_day_is_over() {
        let (mut session, _) = led_apart(["Paint the door", "paint the door"]);
        let key = held(&session, "O4")[0].finding.key.clone();
        let settle = session.settle(&key, Verdict::Fine, "two doors", Some(session.today())).unwrap();
        session.perform(&settle).unwrap();
        assert_eq!(held(&session, "O4"), []);
        let tomorrow = session.today().succ_opt().unwrap();
        let rule = Rule::named("O4").unwrap();
        let [again] = &session.board().findings_of(rule, session.now(), tomorrow, 9).unwrap()[..] else {
            panic!("it is asked again")
        };
        let mut texts = again.before.as_ref().unwrap().texts.clone();
        texts.sort();
        assert_eq!(texts, ["Paint the door", "paint the door"]);
    }

    #[test]
    fn the_texts_of_two_roles_go_out_with_the_answer_and_come_in_again() {
        let mut session = team("answers");
        for name in ["Store keeper", "Treasurer"] {
            let id = RoleId(session.new_id());
            let add = AddRole {
                name: name.to_owned(),
                domains: vec!["Prices".to_owned()],
                state: RoleState::Active,
                ..AddRole::blank(id)
            };
            session.perform(&Command::AddRole(add)).unwrap();
        }
        answer(&mut session, "O2", "both");
        let bundle = session.export().unwrap();
        assert_eq!(bundle.settlements[0].texts, ["Prices"]);
        let mut other = team("elsewhere");
        other.import(&bundle, &mut |_| {}).unwrap();
        assert_eq!(other.export().unwrap().settlements[0].texts, ["Prices"]);
    }
}
