//! Decisions: proposing, saying what one thinks, looking at objections, amending, and writing down that it is adopted.
//!
//! A key that would be refused as it stands is not offered where that is known: on the page of the decision.

mod saying;

use crossterm::event::KeyCode;

use super::{Action, Group, Hint, Run, Scope, selected};
use crate::domain::decide::{
    CarryDecision, Command, JoinDecision, JudgeTrial, MoveDecision, RenewDecision, ShowStances, StepOut,
    WithdrawDecision,
};
use crate::domain::decision::{Judgement, Phase, State};
use crate::domain::id::DecisionId;
use crate::domain::spoken;
use crate::domain::subject::Kind;
use crate::session::Possible;
use crate::tui::kit::key::{code, key};
use crate::tui::kit::overlay::{Item, Prompt};
use crate::tui::screens::forms;
use crate::tui::screens::page::decisions;
use crate::tui::shell::app::App;
use crate::tui::shell::ask::{self, Pick};
use crate::tui::shell::desk::Effect;
use crate::words::words;

/// One that is done to the selected decision.
macro_rules! on_decision {
    ($name:literal, $key:literal, $label:ident, $doc:ident, $hint:expr, $bind:expr) => {
        Action {
            name: $name,
            keys: &[key($key)],
            scope: Scope::On(Kind::Decision),
            group: Group::Work,
            label: || words().$label(),
            doc: || words().$doc(),
            hint: $hint,
            bind: $bind,
        }
    };
}

pub static ACTIONS: &[Action] = &[
    Action {
        name: "decision.propose",
        keys: &[key('~')],
        scope: Scope::Everywhere,
        group: Group::Work,
        label: || words().act_propose(),
        doc: || words().act_propose_doc(),
        hint: Hint::Then(3, decisions::is_looked_at),
        bind: |_| Some(Box::new(|_| ask::with_board(forms::new_decision))),
    },
    on_decision!("decision.say", 'c', act_say, act_say_doc, Hint::First(0, awaited), say),
    on_decision!("decision.object", 'o', act_object, act_object_doc, Hint::First(1, awaited), object),
    on_decision!("decision.adopt", 'x', act_adopt, act_adopt_doc, Hint::First(0, may_adopt), adopt),
    on_decision!("decision.amend", 'e', act_amend, act_amend_doc, Hint::Then(2, is_open), amend),
    on_decision!("decision.change", 'C', act_change, act_change_doc, Hint::Then(1, is_adopted), change),
    on_decision!(
        "decision.write",
        'P',
        act_write_agreement,
        act_write_agreement_doc,
        Hint::Then(3, may_write),
        write
    ),
    on_decision!("decision.ask", 'w', act_ask_about, act_ask_about_doc, Hint::Then(4, is_open), ask_about),
    on_decision!("decision.answer", 'W', act_answer, act_answer_doc, Hint::Never, answer),
    on_decision!("decision.test", 't', act_test, act_test_doc, Hint::Then(3, objected), test),
    on_decision!("decision.move", '>', act_move_on, act_move_on_doc, Hint::Then(5, is_open), move_on),
    on_decision!("decision.park", 'p', act_park_it, act_park_it_doc, Hint::Never, park),
    on_decision!("decision.days", 'D', act_days, act_days_doc, Hint::Then(6, is_adopted), days),
    on_decision!("decision.join", '+', act_join_it, act_join_it_doc, Hint::First(0, is_outside), join),
    on_decision!("decision.step-out", '-', act_step_out, act_step_out_doc, Hint::Never, step_out),
    on_decision!("decision.reveal", 'v', act_reveal, act_reveal_doc, Hint::Then(7, is_hidden), reveal),
    on_decision!("decision.judge", 'J', act_judge, act_judge_doc, Hint::First(0, runs), judge),
    on_decision!("decision.withdraw", 'X', act_give_up, act_give_up_doc, Hint::Never, withdraw),
    on_decision!(
        "decision.carry-on",
        'R',
        act_carry_on,
        act_carry_on_doc,
        Hint::First(0, is_given_up),
        carry_on
    ),
    Action {
        name: "screen.decisions",
        keys: &[code(KeyCode::F(9))],
        scope: Scope::Everywhere,
        group: Group::Look,
        label: || words().act_decisions(),
        doc: || words().act_decisions_doc(),
        hint: Hint::Never,
        bind: |_| Some(Box::new(|_| vec![Effect::Open(decisions::opening())])),
    },
    Action {
        name: "decision.all",
        keys: &[key('d')],
        scope: Scope::Page,
        group: Group::Look,
        label: || words().act_decisions_all(),
        doc: || words().act_decisions_all_doc(),
        hint: Hint::Then(9, decisions::is_looked_at),
        bind: decisions::turn_all,
    },
];

/// The selected decision, unless it is known that this makes no sense as it stands.
fn on(app: &App, fits: fn(&Possible) -> bool) -> Option<DecisionId> {
    let decision: DecisionId = selected(app)?;
    app.top().possible().is_none_or(fits).then_some(decision)
}

/// Whether it is known that it stands so: only then the footer names the key.
fn known(app: &App, fits: fn(&Possible) -> bool) -> bool {
    app.top().possible().is_some_and(fits)
}

fn awaited(app: &App) -> bool {
    known(app, |it| it.is_awaited || it.contests)
}

fn is_open(app: &App) -> bool {
    known(app, |it| it.state.is_open())
}

fn may_adopt(app: &App) -> bool {
    known(app, |it| it.may_adopt)
}

fn may_write(app: &App) -> bool {
    known(app, |it| it.may_write && it.written.is_none())
}

fn objected(app: &App) -> bool {
    known(app, |it| it.state.is_open() && it.has_objections)
}

fn is_adopted(app: &App) -> bool {
    known(app, |it| it.state == State::Adopted)
}

fn is_outside(app: &App) -> bool {
    known(app, |it| it.state.is_open() && !it.is_party)
}

fn is_hidden(app: &App) -> bool {
    known(app, |it| it.is_hidden)
}

fn runs(app: &App) -> bool {
    known(app, |it| it.trial_runs)
}

fn is_given_up(app: &App) -> bool {
    known(app, |it| it.state == State::Withdrawn)
}

/// After an adoption it is heard later, and kept beside it.
fn say(app: &App) -> Option<Run> {
    let id = on(app, |it| it.is_party && !matches!(it.state, State::Withdrawn | State::Replaced))?;
    Some(Box::new(move |_| saying::say(id)))
}

fn object(app: &App) -> Option<Run> {
    let fits = |it: &Possible| {
        it.is_party && it.may_object && !matches!(it.state, State::Withdrawn | State::Replaced)
    };
    let id = on(app, fits)?;
    Some(Box::new(move |_| saying::object(id)))
}

fn adopt(app: &App) -> Option<Run> {
    let id = on(app, |it| it.state.is_open())?;
    Some(Box::new(move |_| ask::with_board(move |session, overview| forms::adopt(session, overview, id))))
}

fn amend(app: &App) -> Option<Run> {
    let id = on(app, |it| it.state.is_open())?;
    Some(Box::new(move |_| ask::with_board(move |session, overview| forms::amend(session, overview, id))))
}

/// What is adopted is changed by another decision.
fn change(app: &App) -> Option<Run> {
    let id = on(app, |it| it.state == State::Adopted)?;
    Some(Box::new(move |_| {
        ask::with_board(move |session, overview| forms::change_decision(session, overview, id))
    }))
}

/// What was decided is written down as an agreement of those who decided it.
fn write(app: &App) -> Option<Run> {
    let id = on(app, |it| it.may_write)?;
    Some(Box::new(move |_| {
        ask::with_board(move |session, overview| forms::decided_agreement(session, overview, id))
    }))
}

fn ask_about(app: &App) -> Option<Run> {
    let id = on(app, |_| true)?;
    Some(Box::new(move |app| saying::ask_about(app, id)))
}

fn answer(app: &App) -> Option<Run> {
    let id = on(app, |it| it.has_questions)?;
    Some(Box::new(move |_| saying::answer(id)))
}

fn test(app: &App) -> Option<Run> {
    let id = on(app, |it| it.has_objections)?;
    Some(Box::new(move |_| saying::test(id)))
}

/// What is asked next; parking asks until when, and why.
fn move_on(app: &App) -> Option<Run> {
    let decision = on(app, |it| it.state.is_open())?;
    let now = app.top().possible().map(|it| it.state);
    Some(Box::new(move |app| {
        let phases = Phase::ALL.iter().enumerate();
        let others = phases.filter(|(_, phase)| Some(State::from(**phase)) != now);
        let items = others.map(|(n, phase)| {
            let said = words().decision_state(phase.as_str());
            Item::new(Pick::Nth(n), said, words().decision_phase_asks(phase.as_str()))
        });
        let question = ask::pick(words().scr_ask_move_on(), items.collect(), move |app, pick| match pick {
            Pick::Nth(n) => match Phase::ALL.get(n) {
                Some(Phase::Parked) => parked(app, decision),
                Some(to) => ask::perform(Command::MoveDecision(MoveDecision {
                    decision,
                    to: *to,
                    until: None,
                    why: None,
                })),
                None => Vec::new(),
            },
            _ => Vec::new(),
        });
        ask::show(app, question)
    }))
}

fn park(app: &App) -> Option<Run> {
    let decision = on(app, |it| it.state.is_open())?;
    Some(Box::new(move |app| parked(app, decision)))
}

fn parked(app: &mut App, decision: DecisionId) -> Vec<Effect> {
    let today = app.overview.today;
    let prompt = Prompt::new(words().scr_ask_park_until()).hint(words().scr_ask_day_hint()).may_be_empty();
    let question = ask::text_that_looks(prompt, ask::day_looks, move |app, text| {
        let until = match text.as_str() {
            "" => None,
            text => match spoken::parse_day(text, today) {
                Some(day) => Some(day),
                None => return ask::no_day(app),
            },
        };
        let prompt = Prompt::new(words().scr_ask_park_why()).does(words().act_park_it()).may_be_empty();
        let question = ask::text(prompt, move |_, why| {
            let why = Some(why).filter(|why| !why.is_empty());
            ask::perform(Command::MoveDecision(MoveDecision { decision, to: Phase::Parked, until, why }))
        });
        ask::show(app, question)
    });
    ask::show(app, question)
}

/// The days of what is open; of what is adopted, when it is looked at again.
fn days(app: &App) -> Option<Run> {
    let decision = on(app, |it| it.state.is_open() || it.state == State::Adopted && it.is_party)?;
    if !is_adopted(app) {
        return Some(Box::new(move |_| {
            ask::with_board(move |session, overview| forms::decision_days(session, overview, decision))
        }));
    }
    let today = app.overview.today;
    Some(Box::new(move |app| {
        let prompt = Prompt::new(words().scr_ask_renew()).hint(words().scr_ask_day_hint());
        let question =
            ask::text_that_looks(prompt, ask::day_looks, move |app, text| {
                match spoken::parse_day(&text, today) {
                    Some(day) => {
                        ask::perform(Command::RenewDecision(RenewDecision { decision, next: Some(day) }))
                    }
                    None => ask::no_day(app),
                }
            });
        ask::show(app, question)
    }))
}

fn join(app: &App) -> Option<Run> {
    let decision = on(app, |it| !it.is_party && it.state.is_open())?;
    Some(super::perform(Command::JoinDecision(JoinDecision { decision })))
}

fn step_out(app: &App) -> Option<Run> {
    let decision = on(app, |it| it.is_party && it.state.is_open())?;
    Some(super::perform(Command::StepOut(StepOut { decision })))
}

/// What was read cannot be unread: it is asked first.
fn reveal(app: &App) -> Option<Run> {
    let decision = on(app, |it| it.is_hidden)?;
    Some(Box::new(move |app| {
        let question = ask::sure(words().act_reveal(), &words().scr_ask_reveal(), move |_| {
            ask::perform(Command::ShowStances(ShowStances { decision }))
        });
        ask::show(app, question)
    }))
}

/// What became of the trial, and why.
fn judge(app: &App) -> Option<Run> {
    let decision = on(app, |it| it.trial_runs && it.is_party)?;
    Some(Box::new(move |app| {
        let verdicts = Judgement::ALL.iter().enumerate();
        let items = verdicts
            .map(|(n, verdict)| Item::new(Pick::Nth(n), words().decision_verdict(verdict.as_str()), ""));
        let question = ask::pick(words().scr_ask_judge(), items.collect(), move |app, pick| {
            let Pick::Nth(n) = pick else { return Vec::new() };
            let Some(verdict) = Judgement::ALL.get(n).copied() else { return Vec::new() };
            let prompt =
                Prompt::new(words().scr_ask_judge_why()).does(words().decision_verdict(verdict.as_str()));
            let question = ask::text(prompt, move |_, why| {
                ask::perform(Command::JudgeTrial(JudgeTrial { decision, verdict, why }))
            });
            ask::show(app, question)
        });
        ask::show(app, question)
    }))
}

/// Who no longer proposes it is not asked again by others: only whoever alone proposes it gives it up.
fn withdraw(app: &App) -> Option<Run> {
    let decision = on(app, |it| it.state.is_open() && it.proposes && !it.others_propose)?;
    Some(Box::new(move |app| {
        let prompt = Prompt::new(words().scr_ask_give_up()).does(words().act_give_up()).may_be_empty();
        let question = ask::text(prompt, move |_, why| {
            let why = Some(why).filter(|why| !why.is_empty());
            ask::perform(Command::WithdrawDecision(WithdrawDecision { decision, why }))
        });
        ask::show(app, question)
    }))
}

fn carry_on(app: &App) -> Option<Run> {
    let decision = on(app, |it| !it.proposes && !matches!(it.state, State::Adopted | State::Replaced))?;
    Some(super::perform(Command::CarryDecision(CarryDecision { decision })))
}
