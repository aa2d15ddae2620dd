//! The board itself, as one of its subjects: its name, and what the team agreed on.

pub(super) mod event;

use event::BoardEvent;

use super::calendar::At;
use super::id::SubjectId;
use super::record::Record;
use super::subject::Fold;
use super::terms::{Agreed, Terms};

/// The board itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Board {
    pub id: SubjectId,
    pub name: String,
    /// When it began.
    pub began: Option<At>,
    pub agreed: Agreed,
}

impl Fold for Board {
    type Event = BoardEvent;

    fn blank(id: SubjectId) -> Board {
        Board { id, name: String::new(), began: None, agreed: Agreed::default() }
    }

    fn id(&self) -> SubjectId {
        self.id
    }

    fn apply(&mut self, record: &Record, event: &BoardEvent) {
        // Told of any other subject it would be a second name, and no order between the two.
        if record.subject != record.board.into() {
            return;
        }
        match event {
            BoardEvent::Started(started) => {
                self.name.clone_from(&started.name);
                self.began.get_or_insert(record.at);
            }
            BoardEvent::Agreed(agreed) => self.agreed.write(record, agreed),
        }
    }

    fn exists(&self) -> bool {
        !self.name.is_empty() || self.agreed.terms() != Terms::default()
    }

    fn ended(&self) -> Option<At> {
        None
    }

    fn called(&self) -> Option<&str> {
        None
    }

    fn source(&self) -> Option<&str> {
        None
    }
}
