//! Tensions: a finding made one, and one made a task.

use super::{Error, Session};
use crate::domain::calendar::Day;
use crate::domain::decide::{AddTask, Become, Command, Place, Refusal, Sense};
use crate::domain::id::{GoalId, RoleId, SubjectId, TaskId, TensionId};
use crate::domain::settlement::Verdict;
use crate::domain::subject::Subject;
use crate::domain::tension::{Outcome, Tension};
use crate::insight::FindingKind;
use crate::store::{CurrentFinding, Question};
use crate::words::words;

impl Session {
    /// The commands by which findings that hold now are made one tension: it says what the first of them says, and is about
    /// what that is about. With them nothing else is needed to settle all of them.
    pub fn settle_as_tension(
        &self,
        tension: TensionId,
        keys: &[&str],
        could: &str,
        until: Option<Day>,
    ) -> Result<Vec<Command>, Error> {
        let mut settled: Vec<Command> = Vec::with_capacity(keys.len());
        for key in keys {
            // How much somebody has in hand is their own matter: nothing is made of it that all talk about.
            if self.finding(key)?.finding.rule.kind() == FindingKind::Load {
                return Err(self.refused(&Refusal::TensionAboutMember));
            }
            let mut command = self.settle(key, Verdict::Tension, could, until)?;
            if let Command::Settle(settle) = &mut command {
                settle.became = Some(tension);
            }
            if !settled.contains(&command) {
                settled.push(command);
            }
        }
        let Some(first) = keys.first() else { return Ok(Vec::new()) };
        let held = self.finding(first)?;
        let facts = &held.finding.facts;
        let is = match settled.len() {
            1 => self.say_finding(&held)?,
            count => self.say_several(&held, count)?,
        };
        let task = facts.tasks.first().map(|id| SubjectId::from(*id));
        let role = facts.roles.first().map(|id| SubjectId::from(*id));
        let about = task.or(role).or_else(|| facts.goals.first().map(|id| (*id).into()));
        let sense = Sense { id: tension, is, could: could.to_owned(), about, serves: None };
        Ok([Command::Sense(sense)].into_iter().chain(settled).collect())
    }

    /// What so many findings say, of which this is the first: as the board asks about all of its rule, where it asks so.
    fn say_several(&self, first: &CurrentFinding, count: usize) -> Result<String, Error> {
        let questions = self.board().questions(self.now(), self.today())?;
        let rule = first.finding.rule.as_str();
        let asked = questions.iter().find(|question| match question {
            Question::Many(group) => group.rule.as_str() == rule && group.count as usize == count,
            Question::One(_) => false,
        });
        match asked {
            Some(question) => self.say_question(question),
            None => Ok(words().phrase_and_more(self.say_finding(first)?, count - 1)),
        }
    }

    /// The commands by which a tension becomes a new task: with the role and the goal of what it is about.
    /// Without a title it is called by the first line of what could be.
    pub fn task_of_tension(
        &self,
        id: TensionId,
        task: TaskId,
        title: Option<String>,
    ) -> Result<Vec<Command>, Error> {
        let tension = self.tension(id)?;
        let (role, goal) = self.aims_of(&tension)?;
        let title = title.unwrap_or_else(|| tension.could.lines().next().unwrap_or_default().to_owned());
        let add = AddTask { role, goal, ..AddTask::titled(task, title, Place::End) };
        let became = Become { tension: id, what: Outcome::Task(task) };
        Ok(vec![Command::AddTask(add), Command::Become(became)])
    }

    /// The role and the goal that a task has which a tension becomes: those of what it is about.
    pub fn aims_of(&self, tension: &Tension) -> Result<(Option<RoleId>, Option<GoalId>), Error> {
        let about = tension.about.map(|about| self.board().subject(about)).transpose()?.flatten();
        Ok(match about {
            Some(Subject::Role(role)) => (Some(role.id), None),
            Some(Subject::Goal(goal)) => (None, Some(goal.id)),
            Some(Subject::Task(task)) => (task.role.value().copied(), task.goal.value().copied()),
            _ => (None, None),
        })
    }

    /// A tension that is on the board.
    pub fn tension(&self, id: TensionId) -> Result<Tension, Error> {
        match self.board().subject(id.into())? {
            Some(Subject::Tension(tension)) => Ok(*tension),
            _ => Err(self.refused(&Refusal::Gone(id.into()))),
        }
    }
}
