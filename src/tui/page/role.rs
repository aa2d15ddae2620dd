//! A role's page: what it is for, what it answers for, and who fills it.

use ratatui::{buffer::Buffer, layout::Rect};

use super::super::cursor::{From, Step};
use super::super::facts::Facts;
use super::super::hand::Hand;
use super::super::{marks::marks, theme::Theme};
use super::sheet::Sheet;
use super::text::Text;
use super::{Page, Reading, Still};
use crate::domain::id::{RoleId, SubjectId};
use crate::domain::role::{Role, RoleState};
use crate::domain::subject::Subject;
use crate::session::{Error, Session};
use crate::store::Filter;
use crate::words::words;

/// How many of its tasks are listed.
const TASKS: usize = 15;

/// A role on the whole screen.
#[derive(Debug, Clone)]
pub struct RolePage {
    pub id: RoleId,
    page: Text,
}

impl RolePage {
    /// `None` where there is no such role (any more).
    pub fn open(session: &Session, id: RoleId, theme: &Theme) -> Result<Option<RolePage>, Error> {
        let Some(Subject::Role(role)) = session.board().subject(id.into())? else { return Ok(None) };
        let members = role.holders.iter().map(|holding| SubjectId::from(holding.member));
        let mut sheet = Sheet::new(session, theme, members.chain([id.into()]))?;
        facts(&mut sheet, &role)?;
        holders(&mut sheet, &role);
        list(&mut sheet, words().page_accountabilities(), &role, |role| &role.accountabilities)?;
        list(&mut sheet, words().page_domains(), &role, |role| &role.domains)?;
        sheet.tasks(&Filter { role: Some(id), ..Filter::default() }, TASKS)?;
        sheet.findings(id.into())?;
        sheet.history(id.into())?;
        let text = sheet.done();
        Ok(Some(RolePage { id, page: Text::new(role.name().to_owned(), words().page_kind_role(), text) }))
    }
}

impl Page for RolePage {
    fn hand(&self) -> Hand {
        Hand::Role(self.id)
    }

    fn load(&mut self, reading: &Reading<'_>, _: From) -> Result<Still, Error> {
        let Some(mut again) = RolePage::open(reading.session, self.id, reading.theme)? else {
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

fn facts(sheet: &mut Sheet<'_>, role: &Role) -> Result<(), Error> {
    let words = words();
    sheet.title(words.phrase_field_name(), &role.name)?;
    let handle = sheet.names.handle(role.id).to_owned();
    sheet.fact(words.page_label_handle(), Some(handle));
    sheet.field(words.phrase_field_purpose(), &role.purpose, |_, purpose| purpose.clone())?;
    sheet.field(words.phrase_field_state(), &role.state, |_, state| {
        Some(match state {
            RoleState::Draft => words.phrase_role_draft(),
            RoleState::Active => words.phrase_role_active(),
            RoleState::Retired => words.phrase_role_retired(),
        })
    })?;
    sheet.field(words.phrase_field_review(), &role.review, |sheet, day| Some(sheet.day((*day)?)))?;
    Ok(())
}

fn holders(sheet: &mut Sheet<'_>, role: &Role) {
    let words = words();
    sheet.section(words.page_holders());
    if role.holders.is_empty() {
        let vacant = words.page_vacant(sheet.age(role.vacant_since));
        sheet.item(marks().vacant, &vacant, sheet.theme.warn);
    }
    let is_shared = role.holders.len() > 1;
    for holding in &role.holders {
        let who = sheet.name(holding.member);
        let (mark, mut line) = match &holding.focus {
            Some(focus) => (marks().clear, words.page_holds_focus(&who, focus)),
            None if is_shared => (marks().partly, words.page_holds(&who)),
            None => (marks().clear, words.page_holds(&who)),
        };
        if let Some(term) = holding.term {
            line = format!("{line} {} {}", marks().dot, words.page_term(sheet.day(term)));
        }
        sheet.timed(holding.since, mark, &line, sheet.theme.text);
    }
    if is_shared && role.holders.iter().any(|holding| holding.focus.is_none()) {
        sheet.under(&words.page_shared_unclear(), sheet.theme.warn);
    }
}

/// A field that is a list, as a section of its own.
fn list(
    sheet: &mut Sheet<'_>,
    title: String,
    role: &Role,
    of: fn(&Role) -> &crate::domain::register::Register<Vec<String>>,
) -> Result<(), Error> {
    let field = of(role);
    if let Some(values) = field.written_twice() {
        for (record, values) in values {
            let twice = format!("{title} ({})", words().page_twice());
            sheet.section(words().page_twice_value(twice, sheet.writer(*record)?));
            for value in values {
                sheet.item(marks().dot, value, sheet.theme.warn);
            }
        }
        return Ok(());
    }
    let values = field.get().map_or(&[][..], Vec::as_slice);
    if !values.is_empty() {
        sheet.section(title);
    }
    for value in values {
        sheet.item(marks().dot, value, sheet.theme.text);
    }
    Ok(())
}
