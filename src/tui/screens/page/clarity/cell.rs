//! The cells of the table: what each says of a role, and how what is missing is written.

use std::rc::Rc;

use super::super::super::forms::write_role;
use crate::domain::calendar::Day;
use crate::domain::decide::{Command, TakeRole};
use crate::domain::event::RoleEdited;
use crate::domain::field::Field as _;
use crate::domain::id::{MemberId, RoleId};
use crate::domain::role::{Role, RoleField};
use crate::domain::spoken;
use crate::domain::subject::Subject;
use crate::insight::clarity::Clarity;
use crate::store::{HolderRow, RoleRow};
use crate::tui::kit::marks::marks;
use crate::tui::kit::overlay::{Field, Form, Prompt};
use crate::tui::kit::when;
use crate::tui::shell::action::Run;
use crate::tui::shell::app::App;
use crate::tui::shell::ask::{self, Question};
use crate::tui::shell::desk::Effect;
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// The columns behind a role's name are what a role has to say.
pub use crate::insight::clarity::Aspect as Column;

/// How a cell reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Plain,
    /// Nothing is there, and nothing need be.
    Quiet,
    /// What a role needs to be clear, and lacks.
    Missing,
}

impl Tone {
    fn of(clarity: Clarity) -> Tone {
        match clarity {
            Clarity::Clear => Tone::Plain,
            Clarity::NotNeeded => Tone::Quiet,
            Clarity::Missing | Clarity::Passed => Tone::Missing,
        }
    }
}

impl Column {
    /// In a word, above the column.
    pub fn heading(self) -> String {
        let words = words();
        match self {
            Column::Purpose => words.clarity_purpose(),
            Column::Accountabilities => words.clarity_duties(),
            Column::Domains => words.clarity_domains(),
            Column::Holders => words.clarity_holders(),
            Column::Focus => words.clarity_focus(),
            Column::Term => words.clarity_term(),
            Column::Review => words.clarity_review(),
        }
    }

    /// In full.
    pub fn name(self) -> String {
        match self {
            Column::Accountabilities => words().phrase_field_accountabilities(),
            other => other.heading(),
        }
    }

    /// Beyond this a column takes room that others need more.
    pub fn most(self) -> u16 {
        match self {
            Column::Purpose => 34,
            Column::Holders => 28,
            Column::Focus => 20,
            _ => 12,
        }
    }
}

/// What a cell says.
pub fn said(row: &RoleRow, column: Column, overview: &Overview) -> (String, Tone) {
    let words = words();
    let outline = row.outline();
    let clarity = outline.clarity(column, overview.today);
    let said = match (column, clarity) {
        (Column::Holders, _) if row.holders.is_empty() && outline.is_draft => words.scr_draft(),
        (Column::Holders, Clarity::Missing) => words.scr_vacant(spoken::age(row.vacant_since, overview.now)),
        (_, Clarity::Missing) => words.clarity_missing(),
        (_, Clarity::NotNeeded) => marks().dot.to_owned(),
        (Column::Purpose, _) => row.purpose.clone().unwrap_or_default(),
        (Column::Accountabilities, _) => row.accountabilities.to_string(),
        (Column::Domains, _) => row.domains.to_string(),
        (Column::Holders, _) => joined(row, |holder| Some(holder.name.clone())),
        (Column::Focus, _) => joined(row, |holder| holder.focus.clone()),
        (Column::Term, _) => short(row.holders.iter().filter_map(|holder| holder.term).min(), overview.today),
        (Column::Review, _) => short(row.review, overview.today),
    };
    (said, Tone::of(clarity))
}

fn short(day: Option<Day>, today: Day) -> String {
    day.map_or_else(String::new, |day| when::short(day, today))
}

/// What the selected cell says, in words that the column has no room for.
pub fn in_full(row: &RoleRow, column: Column, overview: &Overview) -> String {
    let words = words();
    let said = said(row, column, overview).0;
    match row.outline().clarity(column, overview.today) {
        Clarity::Missing if column == Column::Focus => words.page_shared_unclear(),
        Clarity::Passed => words.clarity_passed(said),
        Clarity::NotNeeded if column != Column::Holders => words.clarity_none(),
        _ => said,
    }
}

/// The names of what is said.
pub fn clear(row: &RoleRow, overview: &Overview) -> Vec<String> {
    let outline = row.outline();
    let is_clear = |column: &Column| outline.clarity(*column, overview.today) == Clarity::Clear;
    Column::ALL.into_iter().filter(is_clear).map(Column::heading).collect()
}

/// The names of what is missing, for a window without room for a table.
pub fn missing(row: &RoleRow, overview: &Overview) -> Vec<String> {
    row.outline()
        .lacks(overview.today)
        .map(|column| match column {
            Column::Holders => said(row, column, overview).0,
            other => other.heading(),
        })
        .collect()
}

fn joined(row: &RoleRow, of: impl Fn(&HolderRow) -> Option<String>) -> String {
    row.holders.iter().filter_map(of).collect::<Vec<_>>().join(", ")
}

/// What Enter does in a cell.
pub fn write(row: RoleRow, column: Column) -> Run {
    Box::new(move |app| match column {
        Column::Purpose | Column::Accountabilities | Column::Domains | Column::Review => {
            ask::with_board(move |session, overview| {
                let Some(Subject::Role(known)) = session.board().subject(row.id.into())? else {
                    return Err(ask::gone());
                };
                let known = *known;
                Ok(match column {
                    Column::Purpose => purpose(known),
                    Column::Review => review(known, overview),
                    Column::Domains => lines(known, overview, Lines::Domains),
                    _ => lines(known, overview, Lines::Accountabilities),
                })
            })
        }
        Column::Holders | Column::Focus | Column::Term => own_part(app, &row, column),
    })
}

/// What the role is for, in a line. As in the forms only what was touched is written.
fn purpose(known: Role) -> Question {
    let before = known.purpose.value().cloned().unwrap_or_default();
    let prompt = Prompt::new(words().clarity_ask_purpose(known.name()))
        .hint(words().clarity_ask_purpose_hint())
        .with(&before)
        .may_be_empty();
    let before = prompt.text().trim().to_owned();
    let told = Rc::default();
    ask::text(prompt, move |_, text| {
        let is_touched = text != before || known.purpose.written_twice().is_some();
        let purpose = is_touched.then(|| Some(text).filter(|text| !text.is_empty()));
        write_role(&known, RoleEdited { purpose, ..RoleEdited::default() }, &told)
    })
}

/// When it is looked at again.
fn review(known: Role, overview: &Overview) -> Question {
    let before = known.review.value().copied();
    let told = Rc::default();
    day(words().clarity_ask_review(known.name()), before, overview.today, move |day| {
        let is_touched = day != before || known.review.written_twice().is_some();
        write_role(&known, RoleEdited { review: is_touched.then_some(day), ..RoleEdited::default() }, &told)
    })
}

/// The lists of a role.
#[derive(Clone, Copy)]
enum Lines {
    Accountabilities,
    Domains,
}

/// A list, one on a line.
fn lines(known: Role, overview: &Overview, which: Lines) -> Question {
    let words = words();
    let (field, hint, list) = match which {
        Lines::Accountabilities => {
            (RoleField::Accountabilities, words.scr_field_duties_hint(), known.accountabilities())
        }
        Lines::Domains => (RoleField::Domains, words.scr_field_domains_hint(), known.domains()),
    };
    let field = Field::notes(field.heading(), &list.join("\n")).hint(hint);
    let form = Form::new(known.name().to_owned(), words.scr_form_save(), vec![field], overview.today);
    let told = Rc::default();
    ask::form(form, move |_, mut fields| {
        let register = match which {
            Lines::Accountabilities => &known.accountabilities,
            Lines::Domains => &known.domains,
        };
        let list = fields.changed(register).map(|value| ask::lines(value.text()));
        let edit = match which {
            Lines::Accountabilities => RoleEdited { accountabilities: list, ..RoleEdited::default() },
            Lines::Domains => RoleEdited { domains: list, ..RoleEdited::default() },
        };
        write_role(&known, edit, &told)
    })
}

/// One's own part of the role: taken here, or its focus and term changed. Another's is theirs to say.
fn own_part(app: &mut App, row: &RoleRow, column: Column) -> Vec<Effect> {
    let mine: Option<MemberId> = app.overview.my_id();
    let held = row.holders.iter().find(|holder| Some(holder.member) == mine).cloned();
    let role = row.id;
    let (focus, term) = held.map_or((None, None), |holder| (holder.focus, holder.term));
    if column == Column::Term {
        let title = words().clarity_ask_term(&row.name);
        let today = app.overview.today;
        return ask::show(app, day(title, term, today, move |term| take(role, focus.clone(), term)));
    }
    let prompt = Prompt::new(words().clarity_ask_focus(&row.name))
        .hint(words().clarity_ask_focus_hint())
        .with(focus.as_deref().unwrap_or_default())
        .may_be_empty();
    ask::show(app, ask::text(prompt, move |_, focus| take(role, (!focus.is_empty()).then_some(focus), term)))
}

fn take(role: RoleId, focus: Option<String>, term: Option<Day>) -> Vec<Effect> {
    ask::perform(Command::TakeRole(TakeRole { role, focus, term }))
}

/// Asks for a day; nothing typed is none.
fn day(
    title: String,
    known: Option<Day>,
    today: Day,
    next: impl Fn(Option<Day>) -> Vec<Effect> + 'static,
) -> Question {
    let prompt = Prompt::new(title)
        .hint(words().scr_ask_day_hint())
        .with(&known.map(|day| day.to_string()).unwrap_or_default())
        .may_be_empty();
    ask::text_that_looks(prompt, ask::day_looks, move |app, text| match spoken::parse_day(&text, today) {
        _ if text.trim().is_empty() => next(None),
        Some(day) => next(Some(day)),
        None => ask::no_day(app),
    })
}
