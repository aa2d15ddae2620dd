//! A role's page: what it is for, who fills it, what it does now, and how clear it is.

use super::sheet::{Length, Sheet};
use super::text::{Of, Side, Text};
use super::{Reading, clarity};
use crate::domain::field::Field as _;
use crate::domain::id::{RoleId, SubjectId};
use crate::domain::register::Register;
use crate::domain::role::{Role, RoleField};
use crate::domain::spoken::begun;
use crate::domain::spoken::word;
use crate::domain::subject::Kind;
use crate::domain::subject::Subject;
use crate::domain::task::State;
use crate::session::Error;
use crate::store::{Filter, RoleRow};
use crate::tui::kit::marks::marks;
use crate::tui::shell::action;
use crate::words::words;

/// How many of its tasks of one state are listed.
const TASKS: usize = 12;
/// How many decisions about it are listed, the open ones first.
const DECISIONS: usize = 12;

/// `None` where there is no such role (any more).
pub fn write(reading: &Reading<'_>, id: RoleId, length: Length) -> Result<Option<Text>, Error> {
    let Some(Subject::Role(role)) = reading.session.board().subject(id.into())? else { return Ok(None) };
    let members = role.holders.iter().map(|holding| SubjectId::from(holding.member));
    let mut sheet = Sheet::new(reading, length, id, members.chain([id.into()]))?;
    overview(&mut sheet, &role)?;
    list(&mut sheet, words().page_domains(), &role.domains)?;
    list(&mut sheet, words().page_accountabilities(), &role.accountabilities)?;
    let Some(row) = sheet.session.board().role_row(id)? else { return Ok(None) };
    holders(&mut sheet, &role, &row);
    clear(&mut sheet, &row);
    sheet.on(Side::Right);
    work(&mut sheet, id)?;
    let about = sheet.session.board().decisions_about(id, DECISIONS)?;
    sheet.decisions(words().decisions_title(), &about);
    sheet.findings(id.into())?;
    sheet.tensions(id.into())?;
    sheet.history(id.into())?;
    Ok(Some(Text::new(role.name().to_owned(), word::kind(Kind::Role), sheet.done(), None)))
}

/// What it is for and who fills it, beside another one. The sheet knows the names.
pub(super) fn side(sheet: &mut Sheet<'_>, role: &Role) -> Result<(), Error> {
    sheet.says(&role.registers, RoleField::Purpose)?;
    sheet.offered_ways(role.id.into())?;
    list(sheet, words().page_domains(), &role.domains)?;
    list(sheet, words().page_accountabilities(), &role.accountabilities)?;
    if let Some(row) = sheet.session.board().role_row(role.id)? {
        holders(sheet, role, &row);
    }
    Ok(())
}

fn overview(sheet: &mut Sheet<'_>, role: &Role) -> Result<(), Error> {
    sheet.title(RoleField::Name.label(), &role.name)?;
    sheet.says(&role.registers, RoleField::Purpose)?;
    match role.merged_into {
        Some(into) => {
            let into = sheet.session.board().names([into.into()])?.name(into).to_owned();
            sheet.fact(RoleField::State.label(), Some(words().page_merged_into(into)));
        }
        None => sheet.says(&role.registers, RoleField::State)?,
    }
    sheet.offered_ways(role.id.into())?;
    sheet.says(&role.registers, RoleField::Review)?;
    let handle = sheet.names.handle(role.id).to_owned();
    sheet.fact(words().page_label_handle(), Some(handle));
    Ok(())
}

fn holders(sheet: &mut Sheet<'_>, role: &Role, row: &RoleRow) {
    let words = words();
    sheet.section(words.page_holders());
    if role.holders.is_empty() {
        let vacant = words.page_vacant(sheet.age(role.vacant_since));
        sheet.item(marks().vacant, &vacant, sheet.theme.warn);
        let key = action::key_of("role.take");
        sheet.item(" ", &words.pages_mend(key, words.act_take_doc()), sheet.theme.dim);
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
        sheet.member("holder", Of::Record(holding.id), holding.member, |sheet| {
            sheet.timed(holding.since, mark, &line, sheet.theme.text);
        });
    }
    if row.outline().shares_focus() {
        sheet.under(&words.page_shared_unclear(), sheet.theme.warn);
    }
}

/// What is clear about it, and what is missing.
fn clear(sheet: &mut Sheet<'_>, row: &RoleRow) {
    let words = words();
    sheet.section(words.pages_clarity());
    let clear = clarity::clear(row, sheet.overview);
    let lacks: Vec<_> = row.outline().lacks(sheet.overview.today).collect();
    for column in &lacks {
        let said = words.pages_lacks(column.name(), clarity::in_full(row, *column, sheet.overview));
        sheet.writes(row.clone(), *column, |sheet| {
            sheet.item(marks().partly, &said, sheet.theme.warn);
        });
    }
    if !clear.is_empty() {
        let line = words.pages_is_clear(clear.join(", "));
        sheet.item(marks().clear, &line, sheet.theme.text);
    }
    if !lacks.is_empty() {
        let table = action::key_of("screen.clarity");
        sheet.item(" ", &words.pages_mend_role(action::key_of("open"), table), sheet.theme.dim);
    }
}

/// What it does now, by state, what is nearest to its end first.
fn work(sheet: &mut Sheet<'_>, id: RoleId) -> Result<(), Error> {
    for state in [State::Review, State::Doing, State::Open] {
        let filter = Filter { role: Some(id), state: Some(state), ..Filter::default() };
        sheet.tasks(state.as_str(), begun(&sheet.state(state)), &filter, TASKS)?;
    }
    Ok(())
}

/// A field that is a list, as a section of its own.
fn list(sheet: &mut Sheet<'_>, title: String, field: &Register<Vec<String>>) -> Result<(), Error> {
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
