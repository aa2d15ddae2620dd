//! A member's page: what they hold and took on, and how to reach them.
//!
//! **Invariant:** how much somebody has in hand, and findings about it, are on their own page only.

use ratatui::{buffer::Buffer, layout::Rect};

use super::super::cursor::{From, Step};
use super::super::facts::Facts;
use super::super::hand::Hand;
use super::super::{marks::marks, theme::Theme};
use super::sheet::{Sheet, listed};
use super::text::Text;
use super::{Page, Reading, Still};
use crate::domain::calendar::Day;
use crate::domain::id::MemberId;
use crate::domain::member::{Away, Member};
use crate::domain::subject::Subject;
use crate::session::{Error, Session};
use crate::store::Filter;
use crate::words::words;

/// How many of their tasks are listed.
const TASKS: usize = 20;

/// A member on the whole screen.
#[derive(Debug, Clone)]
pub struct MemberPage {
    pub id: MemberId,
    page: Text,
}

impl MemberPage {
    /// `None` where there is no such member.
    pub fn open(session: &Session, id: MemberId, theme: &Theme) -> Result<Option<MemberPage>, Error> {
        let Some(Subject::Member(member)) = session.board().subject(id.into())? else { return Ok(None) };
        let is_me = session.me() == Some(id);
        let held = session.board().held_by(id)?;
        let mut sheet = Sheet::new(session, theme, held.iter().map(|role| (*role).into()))?;
        facts(&mut sheet, &member)?;
        if is_me {
            load(&mut sheet, &member)?;
        }
        if !held.is_empty() {
            sheet.section(words().page_roles());
        }
        for role in held {
            let name = sheet.name(role);
            sheet.item(marks().clear, &name, theme.text);
        }
        sheet.tasks(&Filter { claimed_by: Some(id), ..Filter::default() }, TASKS)?;
        sheet.findings(id.into())?;
        sheet.history(id.into())?;
        let fact = if is_me { words().page_you() } else { words().page_kind_member() };
        let text = sheet.done();
        Ok(Some(MemberPage { id, page: Text::new(member.name().to_owned(), fact, text) }))
    }
}

impl Page for MemberPage {
    fn hand(&self) -> Hand {
        Hand::Member(self.id)
    }

    fn load(&mut self, reading: &Reading<'_>, _: From) -> Result<Still, Error> {
        let Some(mut again) = MemberPage::open(reading.session, self.id, reading.theme)? else {
            return Ok(Still::Gone);
        };
        again.page.keep_place(&self.page);
        *self = again;
        Ok(Still::There)
    }

    fn step(&mut self, step: Step, area: Rect) -> Option<From> {
        self.page.step(step, area);
        None
    }

    fn text(&self) -> Option<Vec<String>> {
        Some(self.page.said())
    }

    fn view(&self, area: Rect, buf: &mut Buffer, _: &Facts, theme: &Theme) {
        self.page.view(area, buf, theme);
    }
}

fn facts(sheet: &mut Sheet<'_>, member: &Member) -> Result<(), Error> {
    let words = words();
    sheet.title(words.phrase_field_name(), &member.name)?;
    sheet.field(words.phrase_field_initials(), &member.initials, |_, initials| initials.clone())?;
    sheet.field(words.phrase_field_contact(), &member.contact, |_, contact| contact.clone())?;
    let today = sheet.session.today();
    sheet.field(words.page_label_away(), &member.away, |sheet, away| said_away(sheet, (*away)?, today))?;
    sheet.field(words.phrase_field_teaches(), &member.teaches, |_, skills| listed(skills))?;
    sheet.field(words.phrase_field_learns(), &member.learns, |_, skills| listed(skills))?;
    let joined = member.origin.map(|origin| sheet.day_of(origin.at));
    sheet.fact(words.page_label_joined(), joined);
    let left = member.left.map(|at| sheet.day_of(at));
    sheet.fact(words.page_label_left(), left);
    Ok(())
}

/// A stretch that is over is not worth a line.
fn said_away(sheet: &Sheet<'_>, away: Away, today: Day) -> Option<String> {
    match away.until {
        Some(until) if until < today => None,
        Some(until) => Some(words().page_away(sheet.day(away.from), sheet.day(until))),
        None => Some(words().page_away_open(sheet.day(away.from))),
    }
}

/// One's own numbers.
fn load(sheet: &mut Sheet<'_>, member: &Member) -> Result<(), Error> {
    let rows = sheet.session.board().members(10_000)?;
    if let Some(row) = rows.iter().find(|row| row.id == member.id) {
        let load = words().page_load(row.in_hand, row.limit);
        let style = if row.in_hand > row.limit { sheet.theme.warn } else { sheet.theme.text };
        sheet.styled_fact(words().page_label_load(), load, style);
    }
    let since = sheet.session.now().plus_days(-crate::domain::task::OFFER_DAYS);
    let offers = sheet.session.board().offers_to(member.id, since)?;
    let offers: Vec<String> = offers
        .iter()
        .map(|offer| {
            words().page_twice_value(words().page_task_line(&offer.handle, &offer.title), &offer.from)
        })
        .collect();
    sheet.fact(words().page_label_waits(), (!offers.is_empty()).then(|| offers.join("\n")));
    Ok(())
}
