//! The question whether something may be done, written down for those who are to be asked.

use super::{Asked, capital};
use crate::domain::decide::{AddTask, AskDecision, Block, Claim, ClaimAs, Command, Place, Propose, Remark};
use crate::domain::decision::DecisionKind;
use crate::domain::event::WaitsOn;
use crate::domain::id::{DecisionId, MemberId, RoleId, TaskId};
use crate::insight::may::{Advice, Bearing, Ground, Reason, Says};
use crate::session::{Done, Error, ErrorKind, Session};
use crate::words::words;

impl Session {
    /// Writes the question down for those who are to be asked: as a remark on the task that they lead, else as a task of
    /// one's own that waits for them.
    pub fn ask_may(&mut self, asked: &Asked) -> Result<Done, Error> {
        let commands = self.asking(asked)?;
        self.perform_all(&commands)
    }

    fn asking(&mut self, asked: &Asked) -> Result<Vec<Command>, Error> {
        let answer = &asked.answer;
        let deciding: Vec<&Reason> =
            answer.reasons.iter().filter(|reason| answer.ground.is_of(reason)).collect();
        if answer.advice == Advice::Go {
            return Err(Error::new(ErrorKind::Refused, words().may_nobody_to_ask(), None));
        }
        let me = self.me.ok_or_else(Error::who_are_you)?;
        let decisions = || deciding.iter().filter_map(|reason| reason.about.typed::<DecisionId>());
        match answer.advice {
            Advice::TakePart => {
                let text = words().may_remark(&asked.question);
                let open = decisions()
                    .map(|decision| Command::AskDecision(AskDecision { decision, text: text.clone() }));
                return Ok(open.take(1).collect());
            }
            // A proposal, which whoever answers for nothing can make as well as anybody.
            Advice::Propose => {
                let replaces: Vec<DecisionId> = decisions().collect();
                let agreed = deciding.iter().find_map(|reason| match reason.says {
                    Says::Agreed { way: Some(way), .. } => Some((reason.about.id, way.into())),
                    _ => None,
                });
                let (under, kind) = agreed.unzip();
                let parties = self.board().members_to_decide()?;
                let id = DecisionId(self.new_id());
                let title = capital(&asked.question);
                let kind = kind.unwrap_or(DecisionKind::Consent);
                let propose = Propose { replaces, under, ..Propose::titled(id, kind, title, parties) };
                return Ok(vec![Command::Propose(propose)]);
            }
            Advice::Ask | Advice::Go => {}
        }
        if answer.ground == Ground::Led {
            return self.remarking(&deciding, me, words().may_remark(&asked.question));
        }
        let mut commands = Vec::new();
        // What one leads already waits for it; whoever asks twice writes one task.
        let mine = answer.reasons.iter().find(|reason| {
            reason.says == Says::Task && reason.bearing == Bearing::Strong && reason.people.contains(&me)
        });
        let task = match mine.and_then(|reason| reason.about.typed::<TaskId>()) {
            Some(task) => task,
            None => {
                let task = TaskId(self.new_id());
                let role = deciding.iter().find_map(|reason| reason.about.typed::<RoleId>());
                let title = capital(&asked.question);
                commands.push(Command::AddTask(AddTask { role, ..AddTask::titled(task, title, Place::End) }));
                commands.push(Command::Claim(Claim { task, part: ClaimAs::Lead }));
                task
            }
        };
        let waits = self.board().blockers_of(task)?;
        let what = words().may_block();
        let is_asked = |member: MemberId| {
            waits.iter().any(|row| row.on_member.as_ref().is_some_and(|on| on.0 == member))
        };
        for member in answer.whom.iter().filter(|member| !is_asked(**member)) {
            let on = Some(WaitsOn::Member(*member));
            commands.push(Command::Block(Block { task, what: what.clone(), on }));
        }
        if commands.is_empty() { Err(self.is_asked(task)?) } else { Ok(commands) }
    }

    /// The question as a remark on each of some tasks, but where it is the last that was said.
    fn remarking(&self, reasons: &[&Reason], me: MemberId, text: String) -> Result<Vec<Command>, Error> {
        let tasks: Vec<TaskId> = reasons.iter().filter_map(|reason| reason.about.typed()).collect();
        let mut commands = Vec::new();
        for task in &tasks {
            let last = self.board().last_remark(*task)?;
            if last.is_none_or(|(by, _, said)| by != me || said != text) {
                commands.push(Command::Remark(Remark { task: *task, text: text.clone() }));
            }
        }
        match tasks.first() {
            Some(task) if commands.is_empty() => Err(self.is_asked(*task)?),
            _ => Ok(commands),
        }
    }

    fn is_asked(&self, task: TaskId) -> Result<Error, Error> {
        let handle = self.board().task_handle(task)?;
        Ok(Error::new(ErrorKind::Unchanged, words().may_asked_already(handle), None))
    }
}
