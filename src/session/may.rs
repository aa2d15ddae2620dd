//! "May I just do this?": what the board says to it in words, what can be typed next, and the question written down.

use super::{Done, Error, ErrorKind, Session};
use crate::domain::decide::{AddTask, Block, Claim, ClaimAs, Command, Place, Remark};
use crate::domain::event::WaitsOn;
use crate::domain::id::{MemberId, RoleId, SubjectId, SubjectRef, TaskId};
use crate::domain::member::Away;
use crate::domain::names::Names;
use crate::insight::listed;
use crate::insight::may::{
    Advice, Answer, Bearing, Ended, Ground, Known, Question, Reason, Says, answer, is_near,
};
use crate::words::words;

/// So many titles that are near are read further, of the live ones and of the finished ones.
const READ: usize = 30;
/// The rules of two roles that say the same.
const SAME: [&str; 2] = ["O2", "O3"];
/// What was dropped was the same work where it says so much of the question.
const SAME_WORK: f64 = 0.75;
/// So many tasks that nobody leads are offered.
const OFFERED: usize = 2;

/// An answer in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// As it was typed, in one line.
    pub question: String,
    pub answer: Answer,
    /// What to do, in a sentence.
    pub first: String,
    pub lines: Vec<Line>,
    pub ways: Vec<Way>,
}

/// A reason, or somebody who knows, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What it is: a task, a domain, near, done, …
    pub label: String,
    /// Whether it may decide.
    pub is_strong: bool,
    /// Whose page says more.
    pub about: SubjectRef,
    /// A handle, or a name.
    pub called: String,
    pub said: String,
    /// Who leads or holds it; of what is over, how it ended.
    pub aside: String,
}

/// Something that can be typed next, and what it does.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    pub typed: String,
    pub does: String,
}

impl Session {
    /// What the board says to a question; refused where it names nothing.
    pub fn may(&self, question: &str) -> Result<Asked, Error> {
        let typed = question.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(error) = Session::misasked(&typed) {
            return Err(error);
        }
        let asked = Question::of(&typed);
        let known = self.known_for(&asked)?;
        let answer = answer(&asked, &known);
        let mut ids: Vec<SubjectId> = answer.reasons.iter().map(|reason| reason.about.id).collect();
        let people = answer.reasons.iter().flat_map(|reason| &reason.people).chain(&answer.whom);
        ids.extend(people.map(|member| SubjectId::from(*member)));
        ids.extend(answer.knows.iter().map(|knows| SubjectId::from(knows.member)));
        let names = self.board().names(ids)?;
        let said = Saying { session: self, names: &names, answer: &answer, question: &typed };
        let (first, lines, ways) = (said.first()?, said.lines()?, said.ways()?);
        Ok(Asked { question: typed, answer, first, lines, ways })
    }

    /// Why something is no question.
    pub fn misasked(question: &str) -> Option<Error> {
        let hint = || Some(words().may_nothing_hint());
        Question::of(question)
            .is_empty()
            .then(|| Error::new(ErrorKind::Refused, words().may_nothing(), hint()))
    }

    /// Writes the question down for those who are to be asked: as a remark on the task that they lead, else as a task of
    /// one's own that waits for them.
    pub fn ask_may(&mut self, asked: &Asked) -> Result<Done, Error> {
        let commands = self.to_ask(asked)?;
        self.perform_all(&commands)
    }

    fn to_ask(&mut self, asked: &Asked) -> Result<Vec<Command>, Error> {
        let answer = &asked.answer;
        let deciding: Vec<&Reason> =
            answer.reasons.iter().filter(|reason| answer.ground.is_of(reason)).collect();
        if answer.advice == Advice::Go {
            return Err(Error::new(ErrorKind::Refused, words().may_nobody_to_ask(), None));
        }
        let me = self.me.ok_or_else(Error::who_are_you)?;
        if answer.ground == Ground::Led {
            return self.to_remark(&deciding, me, words().may_remark(&asked.question));
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
        if answer.whom.is_empty() && waits.is_empty() {
            let everybody = Some(WaitsOn::Other(words().may_everybody()));
            commands.push(Command::Block(Block { task, what: what.clone(), on: everybody }));
        }
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
    fn to_remark(&self, reasons: &[&Reason], me: MemberId, text: String) -> Result<Vec<Command>, Error> {
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

    fn known_for(&self, question: &Question) -> Result<Known, Error> {
        let board = self.board();
        let mut tasks = Vec::new();
        for found in board.tasks_asked_for(question.content())? {
            let near = found.into_iter().filter(|(_, title)| is_near(question, title)).take(READ);
            for (task, _) in near {
                tasks.extend(board.known_task(task)?);
            }
        }
        Ok(Known { me: self.me, tasks, roles: board.known_roles()?, members: board.known_members()? })
    }
}

/// An answer about to be said.
struct Saying<'a> {
    session: &'a Session,
    names: &'a Names,
    answer: &'a Answer,
    question: &'a str,
}

impl Saying<'_> {
    fn first(&self) -> Result<String, Error> {
        let Answer { advice, ground, whom, changes_nothing, reasons, .. } = self.answer;
        let who = self.people(whom)?;
        let is_free = |reason: &Reason| reason.says == Says::Task && reason.people.is_empty();
        let mut strong = reasons.iter().filter(|reason| reason.bearing == Bearing::Strong);
        let was_dropped = |reason: &Reason| matches!(&reason.says, Says::Ended(ended) if ended.is_dropped && reason.cover.say >= SAME_WORK);
        let words = words();
        Ok(match advice {
            Advice::Ask => words.may_ask(who),
            Advice::Propose => {
                let role = reasons.iter().find(|reason| ground.is_of(reason));
                words.may_propose(role.map_or("?", |reason| self.names.name(reason.about.id)))
            }
            Advice::Go if *changes_nothing => words.may_go_harmless(),
            Advice::Go if !whom.is_empty() => words.may_go_tell(who),
            Advice::Go if *ground != Ground::Nothing => words.may_go_own(),
            Advice::Go if strong.any(is_free) => words.may_go_free(),
            Advice::Go if reasons.iter().any(was_dropped) => words.may_go_dropped(),
            Advice::Go => words.may_go(),
        })
    }

    fn lines(&self) -> Result<Vec<Line>, Error> {
        let mut lines = Vec::new();
        for reason in &self.answer.reasons {
            let id = reason.about.id;
            let by_name = self.names.is_called_by_name(id);
            let called = if by_name { self.names.name(id) } else { self.names.handle(id) };
            let said = match &reason.says {
                Says::Task | Says::Ended(_) => self.names.name(id).to_owned(),
                Says::Domain(text) | Says::Accountability(text) => text.clone(),
                Says::Name => String::new(),
            };
            let aside = match &reason.says {
                Says::Ended(Ended { said, .. }) => said.clone().unwrap_or_default(),
                _ if reason.people.is_empty() => words().may_nobody(),
                _ => self.people(&reason.people)?,
            };
            // That it is near says already that it decides nothing.
            let label = if reason.bearing == Bearing::Near { "near" } else { reason.says.as_str() };
            lines.push(Line {
                label: words().may_label(label),
                is_strong: reason.bearing == Bearing::Strong,
                about: reason.about,
                called: called.to_owned(),
                said,
                aside,
            });
        }
        for knows in &self.answer.knows {
            lines.push(Line {
                label: words().may_label("knows"),
                is_strong: false,
                about: knows.member.into(),
                called: self.person(knows.member)?,
                said: knows.skills.join(", "),
                aside: String::new(),
            });
        }
        Ok(lines)
    }

    /// What can be typed next: first what the answer says, then what helps with what there is.
    fn ways(&self) -> Result<Vec<Way>, Error> {
        let (words, answer) = (words(), self.answer);
        let question = typed(self.question);
        let strong = answer.reasons.iter().filter(|reason| reason.bearing == Bearing::Strong);
        let mut ways = Vec::new();
        if answer.advice != Advice::Go {
            let does = match answer.whom.as_slice() {
                [] => words.may_way_propose(),
                whom => words.may_way_ask(listed(whom.iter().map(|member| self.names.name(*member)))),
            };
            ways.push(Way { typed: format!("setara may {question} --ask"), does });
        }
        if answer.advice == Advice::Propose {
            let vacant = strong.clone().find(|reason| answer.ground.is_of(reason));
            ways.extend(vacant.map(|reason| Way {
                typed: format!("setara role take {}", self.handle(reason)),
                does: words.may_way_take(self.names.name(reason.about.id)),
            }));
        }
        let free = strong.clone().filter(|reason| reason.says == Says::Task && reason.people.is_empty());
        ways.extend(free.take(OFFERED).map(|reason| Way {
            typed: format!("setara claim {}", self.handle(reason)),
            does: words.may_way_claim(),
        }));
        for key in self.same()? {
            ways.push(Way { typed: format!("setara settle {key} …"), does: words.may_way_settle() });
        }
        let is_work = strong.clone().any(|reason| reason.says == Says::Task);
        if answer.advice == Advice::Go && !answer.changes_nothing && !is_work {
            let typed = format!("setara add {} --claim", typed(&capital(self.question)));
            ways.push(Way { typed, does: words.may_way_add() });
        }
        Ok(ways)
    }

    /// The questions whether two of the roles that decide should say the same.
    fn same(&self) -> Result<Vec<String>, Error> {
        let deciding = self.answer.reasons.iter().filter(|reason| self.answer.ground.is_of(reason));
        let roles: Vec<RoleId> = deciding.filter_map(|reason| reason.about.typed()).collect();
        let mut keys = Vec::new();
        if roles.len() > 1 {
            let (now, today) = (self.session.now(), self.session.today());
            for held in self.session.board().findings_about(roles[0].into(), now, today)? {
                let finding = &held.finding;
                let is_same = SAME.contains(&finding.rule.as_str()) && held.settled.is_none();
                if is_same && finding.facts.roles.iter().all(|role| roles.contains(role)) {
                    keys.push(self.session.spoken_key(&held)?);
                }
            }
        }
        Ok(keys)
    }

    fn handle(&self, reason: &Reason) -> &str {
        self.names.handle(reason.about.id)
    }

    fn people(&self, members: &[MemberId]) -> Result<String, Error> {
        let names = members.iter().map(|member| self.person(*member)).collect::<Result<Vec<_>, _>>()?;
        Ok(listed(names.iter().map(String::as_str)))
    }

    /// Their name, and whether they are away.
    fn person(&self, member: MemberId) -> Result<String, Error> {
        let name = self.names.name(member);
        let row = self.session.board().member_row(member)?;
        let away = row.and_then(|row| Some(Away { from: row.away_from?, until: row.away_until }));
        let is_away = away.is_some_and(|away| away.covers(self.session.today()));
        Ok(if is_away { words().may_away(name) } else { name.to_owned() })
    }
}

/// A text as a shell reads it as one word.
fn typed(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        if matches!(c, '"' | '\\' | '$' | '`') {
            quoted.push('\\');
        }
        quoted.push(c);
    }
    quoted.push('"');
    quoted
}

/// With a capital letter, as a title begins.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    first + chars.as_str()
}

#[cfg(test)]
mod tests;
