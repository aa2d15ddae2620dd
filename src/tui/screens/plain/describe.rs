//! What there is to say: where one is, what is there, and what became of what was typed.

use super::super::mode::Mode;
use super::super::welcome;
use super::question::{self, Open};
use super::{Plain, order, spell};
use crate::tui::kit::overlay::Part;
use crate::tui::shell::replay;
use crate::tui::shell::status::Status;
use crate::tui::shell::update::Msg;
use crate::words::words;

impl Plain {
    /// What is like the text in the form that is open: whoever cannot see the lines under it hears them once it is sent.
    pub(super) fn look_alikes(&self) -> Option<Vec<String>> {
        let Part::Form(form) = &self.app()?.question.as_ref()?.part else { return None };
        Some(form.look_alikes().map(|(what, detail)| words().plain_alike(what, detail)).collect())
    }

    /// What the status line says, once.
    pub(super) fn status(&mut self) -> Vec<String> {
        let said = match self.app().map(|app| &app.status) {
            Some(Status::Done { sentence, then }) => vec![Some(sentence.text().to_owned()), then.clone()],
            Some(Status::Refused { message, hint }) => {
                let hint = hint.as_ref().map(|hint| words().out_try(hint));
                vec![Some(words().plain_refused(message)), hint]
            }
            Some(Status::Waiting { message, hint }) => vec![Some(message.clone()), Some(hint.clone())],
            Some(Status::Hint(hint)) => vec![Some(hint.clone())],
            Some(Status::Quiet) | None => Vec::new(),
        };
        self.tell(Msg::Heard);
        said.into_iter().flatten().collect()
    }

    /// Which past one looks at, if any.
    pub(super) fn past(&self) -> Vec<String> {
        self.app().map(|app| replay::in_words(&app.overview)).unwrap_or_default()
    }

    /// All rows of the pane, or the whole page.
    pub(super) fn list(&self) -> Vec<String> {
        let Some(app) = self.app() else { return self.here() };
        if let Some(page) = app.pages.last() {
            return spell::page(&**page, &app.overview, &app.theme);
        }
        order::rows(app)
    }

    /// Where one is: the question that is open, or the row that one stands on.
    pub(super) fn here(&self) -> Vec<String> {
        match &self.mode {
            Mode::Desk(desk) | Mode::Lesson(desk, _) => match &desk.app().question {
                Some(question) => question::ask(&Open::from(&question.part)),
                None => order::place(desk.app()),
            },
            // It is told where one stands, and not gone to.
            Mode::Stage(_) => Vec::new(),
            Mode::Welcome(greeting, _) => match greeting.welcome().question() {
                welcome::WelcomeQuestion::Ways(said) => {
                    said.into_iter().chain([words().plain_ways()]).collect()
                }
                welcome::WelcomeQuestion::Line(prompt) => question::ask::<()>(&Open::Prompt(prompt)),
                welcome::WelcomeQuestion::YesOrNo(confirm) => question::ask::<()>(&Open::Confirm(confirm)),
                welcome::WelcomeQuestion::Form(about, form) => {
                    about.into_iter().chain(question::ask(&Open::Form(form))).collect()
                }
            },
        }
    }
}
