//! An agreement's page: what it says, whom it binds, whose yes is missing; what is proposed besides below it, so that old
//! and new are read together; and what happened to it.

use super::Reading;
use super::sheet::{Length, Sheet};
use super::text::{Side, Text};
use crate::domain::agreement::{Agreement, AgreementState, Options};
use crate::domain::id::{AgreementId, SubjectId};
use crate::domain::spoken::word;
use crate::domain::subject::Kind;
use crate::session::Error;
use crate::store::AgreementRow;
use crate::tui::shell::action::key_of;
use crate::words::words;

/// How many decisions that were made under it are listed.
const DECISIONS: usize = 12;

/// `None` where there is no such agreement (any more).
pub fn write(reading: &Reading<'_>, id: AgreementId, length: Length) -> Result<Option<Text>, Error> {
    let session = reading.session;
    let Some(agreement) = session.board().agreement(id)? else { return Ok(None) };
    let Some(row) = session.board().agreement_row(id, session.today())? else { return Ok(None) };
    let options = session.options(&agreement)?;
    let told = session.tell_agreement(&agreement)?;
    let mut sheet = Sheet::new(reading, length, id, [SubjectId::from(id)])?;
    asks(&mut sheet, &agreement, &row, options);
    for (label, text) in told.fields {
        sheet.fact(label, Some(text));
    }
    mends(&mut sheet, &row);
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
    let under = session.board().decisions_under(id.into(), DECISIONS)?;
    sheet.decisions(words().decisions_under(), &under);
    sheet.history(id.into())?;
    let title = sheet.thing(id);
    Ok(Some(Text::new(title, word::kind(Kind::Agreement), sheet.done(), None)))
}

/// What whoever looks is asked, before all else, with the keys that answer: which version their yes goes to, where more than
/// one is on the page.
fn asks(sheet: &mut Sheet<'_>, agreement: &Agreement, row: &AgreementRow, options: Options) {
    let (words, Some(version)) = (words(), options.agreeable) else { return };
    let question = match row.open.contains(&version) {
        _ if row.state == AgreementState::Proposed => words.agreement_asks(),
        true => words.agreement_asks_version(agreement.number(version)),
        false => words.agreement_asks_in_force(),
    };
    let mut keys = vec![("agreement.agree", words.act_agreement_agree())];
    if options.may_leave {
        keys.push(("agreement.leave", words.act_agreement_leave()));
    }
    sheet.asked(question, &keys);
    sheet.gap();
}

/// Which keys change it, for whoever is a part of it already.
fn mends(sheet: &mut Sheet<'_>, row: &AgreementRow) {
    if row.state.is_over() {
        return;
    }
    let is_bound = sheet.session.me().is_some_and(|me| row.bound.contains(&me));
    let said = match is_bound {
        true => words().agreement_mend(key_of("edit"), key_of("agreement.renew"), key_of("agreement.change")),
        false => words().agreement_mend_proposed(key_of("edit")),
    };
    sheet.under_fact(&said, sheet.theme.dim);
}
