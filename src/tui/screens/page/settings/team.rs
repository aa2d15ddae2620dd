//! The terms of the team, which one changes for all: what was agreed on, and the question for another value.

use super::{Line, What};
use crate::domain::terms::{Term, Terms, Unit};
use crate::tui::kit::overlay::Prompt;
use crate::tui::shell::action::Run;
use crate::tui::shell::ask;
use crate::words::words;

/// A row for each.
pub(super) fn lines(terms: &Terms) -> impl Iterator<Item = Line> {
    Term::all().map(|term| Line {
        what: What::Term(term),
        name: term.label(),
        value: terms.shown(term),
        is_set: terms.is_own(term),
        doc: term.doc(),
    })
}

/// Asks for another value; what is typed is what the command line takes. The sentence of it stands in the journal.
pub(super) fn type_value(term: Term, terms: Terms) -> Run {
    Box::new(move |app| {
        let title = words().set_ask_term(&app.overview.team, term.label());
        let default = Terms::default().spoken(term);
        let hint = match term {
            Term::Number(number) => {
                let (least, most) = (number.least(), number.most());
                match number.unit() {
                    Unit::Days => words().set_ask_term_days(least, most, default),
                    Unit::WorkingDays => words().set_ask_term_working_days(least, most, default),
                }
            }
            Term::Week => words().set_ask_term_week(default),
            Term::State(_) => words().set_ask_term_state(default),
            Term::Meets(_) => words().set_ask_term_meets(),
        };
        let now = match term {
            // What was not agreed on has no words that could be typed.
            Term::Meets(_) if !terms.is_own(term) => String::new(),
            _ => terms.spoken(term),
        };
        let prompt = Prompt::new(title).hint(hint).with(&now);
        let typed = move |_: &mut _, text: String| {
            ask::run(move |session| {
                let command = session.set_term(term, &text)?;
                session.perform(&command)
            })
        };
        ask::show(app, ask::text(prompt, typed))
    })
}
