//! "May I just do this?": what the board says to it in words, what can be typed next, and the question written down.

mod said;
mod written;

use self::said::Saying;
use super::{Error, ErrorKind, Session};
use crate::domain::id::{SubjectId, SubjectRef};
use crate::insight::may::{Answer, Known, Question, answer, is_near};
use crate::words::words;

/// So many titles that are near are read further, of the live ones and of the finished ones.
const READ: usize = 30;

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

    fn known_for(&self, question: &Question) -> Result<Known, Error> {
        let board = self.board();
        let mut tasks = Vec::new();
        for found in board.tasks_asked_for(question.content())? {
            let near = found.into_iter().filter(|(_, title)| is_near(question, title)).take(READ);
            for (task, _) in near {
                tasks.extend(board.known_task(task)?);
            }
        }
        Ok(Known {
            me: self.me,
            tasks,
            roles: board.known_roles()?,
            decisions: board.known_decisions()?,
            agreements: board.known_agreements(self.today())?,
            members: board.known_members()?,
        })
    }
}

/// With a capital letter, as a title begins.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    first + chars.as_str()
}

#[cfg(test)]
mod tests;
