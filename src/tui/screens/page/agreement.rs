//! An agreement's page: what it says, whom it binds, whose yes is missing; what is proposed besides below it, so that old
//! and new are read together; and what happened to it.

use super::Reading;
use super::sheet::{Length, Sheet};
use super::text::{Side, Text};
use crate::domain::id::{AgreementId, SubjectId};
use crate::domain::spoken::word;
use crate::domain::subject::Kind;
use crate::session::Error;
use crate::store::AgreementRow;
use crate::tui::shell::action;
use crate::words::words;

/// `None` where there is no such agreement (any more).
pub fn write(reading: &Reading<'_>, id: AgreementId, length: Length) -> Result<Option<Text>, Error> {
    let session = reading.session;
    let Some(agreement) = session.board().agreement(id)? else { return Ok(None) };
    let Some(row) = session.board().agreement_row(id, session.today())? else { return Ok(None) };
    let told = session.tell_agreement(&agreement)?;
    let mut sheet = Sheet::new(reading, length, id, [SubjectId::from(id)])?;
    for (label, text) in told.fields {
        sheet.fact(label, Some(text));
    }
    asks(&mut sheet, &row);
    for version in told.versions {
        sheet.section(version.heading);
        for (label, text) in version.fields {
            sheet.fact(label, Some(text));
        }
    }
    if told.is_apart {
        sheet.gap();
        sheet.under(&words().agreement_apart(), sheet.theme.warn);
    }
    sheet.on(Side::Right);
    sheet.history(id.into())?;
    let title = sheet.thing(id);
    Ok(Some(Text::new(title, word::kind(Kind::Agreement), sheet.done(), None)))
}

/// Which keys move it on, for whoever looks.
fn asks(sheet: &mut Sheet<'_>, row: &AgreementRow) {
    if row.state.is_over() {
        return;
    }
    let key = action::key_of;
    let is_asked = sheet.session.me().is_some_and(|me| row.asks(me));
    let said = match is_asked {
        true => words().agreement_asks_you(key("agreement.agree"), key("agreement.leave")),
        false => words().agreement_mend(key("edit"), key("agreement.renew")),
    };
    let style = if is_asked { sheet.theme.warn } else { sheet.theme.dim };
    sheet.under_fact(&said, style);
}
