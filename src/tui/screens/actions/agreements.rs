//! Agreements: one's own yes, leaving, ending, and finding one right as it is. They are written and amended in forms.

use crossterm::event::KeyCode;

use super::{Action, Group, Hint, Run, Scope, selected};
use crate::domain::agreement::Options;
use crate::domain::decide::{AgreeTo, Command, LeaveAgreement, RenewAgreement, WithdrawAgreement};
use crate::domain::id::AgreementId;
use crate::domain::spoken;
use crate::domain::subject::Kind;
use crate::tui::kit::key::{code, key};
use crate::tui::kit::overlay::Prompt;
use crate::tui::screens::forms;
use crate::tui::screens::page::agreements;
use crate::tui::shell::app::App;
use crate::tui::shell::ask;
use crate::tui::shell::desk::Effect;
use crate::words::words;

pub static ACTIONS: &[Action] = &[
    Action {
        name: "agreement.agree",
        keys: &[key('+')],
        scope: Scope::On(Kind::Agreement),
        group: Group::Work,
        label: || words().act_agreement_agree(),
        doc: || words().act_agreement_agree_doc(),
        hint: Hint::First(0, can_agree),
        bind: agree,
    },
    Action {
        name: "agreement.renew",
        keys: &[key('R')],
        scope: Scope::On(Kind::Agreement),
        group: Group::Work,
        label: || words().act_agreement_renew(),
        doc: || words().act_agreement_renew_doc(),
        hint: Hint::Then(1, |app| can(app, |it| it.may_renew)),
        bind: renew,
    },
    Action {
        name: "agreement.leave",
        keys: &[key('-')],
        scope: Scope::On(Kind::Agreement),
        group: Group::Work,
        label: || words().act_agreement_leave(),
        doc: || words().act_agreement_leave_doc(),
        hint: Hint::Then(2, |app| can(app, |it| it.may_leave)),
        bind: leave,
    },
    Action {
        name: "agreement.change",
        keys: &[key('C')],
        scope: Scope::On(Kind::Agreement),
        group: Group::Work,
        label: || words().act_change(),
        doc: || words().act_agreement_change_doc(),
        // What waits for one's yes is read first.
        hint: Hint::Then(3, |app| !can_agree(app)),
        bind: change,
    },
    Action {
        name: "agreement.withdraw",
        keys: &[key('X')],
        scope: Scope::On(Kind::Agreement),
        group: Group::Work,
        label: || words().act_agreement_withdraw(),
        doc: || words().act_agreement_withdraw_doc(),
        hint: Hint::Never,
        bind: withdraw,
    },
    Action {
        name: "screen.agreements",
        keys: &[code(KeyCode::F(7))],
        scope: Scope::Everywhere,
        group: Group::Look,
        label: || words().act_agreements(),
        doc: || words().act_agreements_doc(),
        hint: Hint::Never,
        bind: |_| Some(Box::new(|_| vec![Effect::Open(agreements::opening())])),
    },
];

/// Whether it is known that one could do that: only then the footer names the key.
fn can(app: &App, fits: fn(&Options) -> bool) -> bool {
    app.top().options().is_some_and(|options| fits(&options))
}

/// Whether what is shown of an agreement waits for one's own yes, or is open to it.
fn can_agree(app: &App) -> bool {
    can(app, |it| it.agreeable.is_some())
}

/// A yes is to the version on the screen and to no other: where that was amended meanwhile it is refused, and where only its
/// title is told there is nothing to agree to.
fn agree(app: &App) -> Option<Run> {
    let agreement: AgreementId = selected(app)?;
    let version = Some(app.top().options()?.agreeable?);
    Some(super::perform(Command::AgreeTo(AgreeTo { agreement, version })))
}

/// Asks from which day; without one it is the first on which one can.
fn leave(app: &App) -> Option<Run> {
    let agreement: AgreementId = selected(app)?;
    Some(Box::new(move |app| {
        let today = app.overview.today;
        let prompt = Prompt::new(words().scr_ask_agreement_leave())
            .hint(words().scr_ask_agreement_leave_hint())
            .does(words().act_agreement_leave())
            .may_be_empty();
        ask::show(
            app,
            ask::text_that_looks(prompt, ask::day_looks, move |app, text| {
                let on = match text.as_str() {
                    "" => None,
                    text => match spoken::parse_day(text, today) {
                        Some(day) => Some(day),
                        None => return ask::no_day(app),
                    },
                };
                ask::perform(Command::LeaveAgreement(LeaveAgreement { agreement, on }))
            }),
        )
    }))
}

fn renew(app: &App) -> Option<Run> {
    let agreement: AgreementId = selected(app)?;
    Some(Box::new(move |app| {
        let today = app.overview.today;
        let prompt = Prompt::new(words().scr_ask_agreement_renew()).hint(words().scr_ask_day_hint());
        ask::show(
            app,
            ask::text_that_looks(prompt, ask::day_looks, move |app, text| {
                match spoken::parse_day(&text, today) {
                    Some(next) => ask::perform(Command::RenewAgreement(RenewAgreement { agreement, next })),
                    None => ask::no_day(app),
                }
            }),
        )
    }))
}

/// A change that is decided together, by those whom it binds.
fn change(app: &App) -> Option<Run> {
    let id: AgreementId = selected(app)?;
    Some(Box::new(move |_| {
        ask::with_board(move |session, overview| forms::change_agreement(session, overview, id))
    }))
}

fn withdraw(app: &App) -> Option<Run> {
    let agreement: AgreementId = selected(app)?;
    Some(Box::new(move |app| {
        let prompt = Prompt::new(words().scr_ask_agreement_withdraw()).does(words().act_agreement_withdraw());
        ask::show(
            app,
            ask::text(prompt, move |_, why| {
                ask::perform(Command::WithdrawAgreement(WithdrawAgreement { agreement, why }))
            }),
        )
    }))
}
