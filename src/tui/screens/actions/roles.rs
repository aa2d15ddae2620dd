//! Roles: taking one, saying one's own part of it, putting it down; and when a role or a goal is looked at again.

use chrono::TimeDelta;

use super::{Action, Group, Hint, Run, Scope, always, on_home, selected, selection};
use crate::domain::calendar::Day;
use crate::domain::decide::{Command, EditGoal, EditRole, PutDown, RenewAgreement, RenewDecision, TakeRole};
use crate::domain::event::{GoalEdited, RoleEdited};
use crate::domain::id::{RoleId, SubjectRef};
use crate::domain::spoken;
use crate::domain::subject::Kind;
use crate::insight::Finding;
use crate::session::{Error, Session};
use crate::tui::kit::key::key;
use crate::tui::kit::overlay::Prompt;
use crate::tui::screens::pane::Name;
use crate::tui::shell::action;
use crate::tui::shell::app::App;
use crate::tui::shell::ask::{self, Question};
use crate::tui::shell::desk::Effect;
use crate::words::words;

pub static ACTIONS: &[Action] = &[
    Action {
        name: "role.take",
        keys: &[key('c')],
        scope: Scope::On(Kind::Role),
        group: Group::Work,
        label: || words().act_take(),
        doc: || words().act_take_doc(),
        hint: Hint::Then(10, always),
        bind: take,
    },
    Action {
        name: "role.focus",
        keys: &[key('e')],
        scope: Scope::On(Kind::Role),
        group: Group::Work,
        label: || words().act_focus(),
        doc: || words().act_focus_doc(),
        // Elsewhere it is not known whether one fills the role, and taking it goes first.
        hint: Hint::Then(10, |app| selected(app).and_then(|role| holds(app, role)) == Some(true)),
        bind: focus,
    },
    Action {
        name: "role.put-down",
        keys: &[key('-')],
        scope: Scope::On(Kind::Role),
        group: Group::Work,
        label: || words().act_put_down(),
        doc: || words().act_put_down_doc(),
        hint: Hint::Then(11, always),
        bind: put_down,
    },
    Action {
        name: "role.term",
        keys: &[key('R')],
        scope: Scope::On(Kind::Role),
        group: Group::Work,
        label: || words().act_term(),
        doc: || words().act_term_doc(),
        hint: Hint::Never,
        bind: term,
    },
    Action {
        name: "role.review",
        keys: &[key('D')],
        scope: Scope::On(Kind::Role),
        group: Group::Work,
        label: || words().act_review(),
        doc: || words().act_review_doc(),
        hint: Hint::Then(11, at_review),
        bind: |app| review(app, Kind::Role),
    },
    Action {
        name: "goal.review",
        keys: &[key('D')],
        scope: Scope::On(Kind::Goal),
        group: Group::Work,
        label: || words().act_review(),
        doc: || words().act_review_doc(),
        hint: Hint::Then(11, at_review),
        bind: |app| review(app, Kind::Goal),
    },
];

/// So far ahead the next day is set unless one types another: a quarter, as teams mostly review.
const QUARTER: TimeDelta = TimeDelta::days(91);

/// Whether a finding is what one looks at: there it may be what answers it.
fn at_review(app: &App) -> bool {
    let selected = on_home(app) && app.home().focus == Name::Findings;
    let finding = || app.home().findings.selected()?.finding();
    selected && finding().is_some_and(|held| held.finding.rule.as_str() == "G6")
}

/// Asks for a day, with one that mostly fits.
pub(super) fn next_day(title: String, today: Day) -> Prompt {
    let next = today.checked_add_signed(QUARTER);
    Prompt::new(title)
        .hint(words().scr_ask_day_hint())
        .with(&next.map(|day| day.to_string()).unwrap_or_default())
}

/// Asks for a day, and does something with it.
fn on_day(prompt: Prompt, today: Day, next: impl Fn(Day) -> Command + 'static) -> Question {
    ask::text_that_looks(prompt, ask::day_looks, move |app, text| match spoken::parse_day(&text, today) {
        Some(day) => ask::perform(next(day)),
        None => ask::no_day(app),
    })
}

fn review(app: &App, kind: Kind) -> Option<Run> {
    let subject = selection(app).filter(|subject| subject.kind == kind)?;
    Some(Box::new(move |app| {
        let called = action::held(app).unwrap_or_default();
        let today = app.overview.today;
        let prompt = next_day(words().clarity_ask_review(called), today);
        ask::show(app, on_day(prompt, today, move |day| reviewed(subject, day)))
    }))
}

fn term(app: &App) -> Option<Run> {
    let role: RoleId = selected(app)?;
    if holds(app, role) == Some(false) {
        return None;
    }
    Some(Box::new(move |_| {
        ask::with_board(move |session, overview| {
            let row = session.board().role_row(role)?.ok_or_else(ask::gone)?;
            let held = row.holders.iter().find(|holder| Some(holder.member) == overview.my_id());
            let focus = held.and_then(|held| held.focus.clone());
            let prompt = next_day(words().clarity_ask_term(&row.name), overview.today);
            Ok(on_day(prompt, overview.today, move |day| {
                Command::TakeRole(TakeRole { role, focus: focus.clone(), term: Some(day) })
            }))
        })
    }))
}

/// That something is looked at again on a day.
fn reviewed(subject: SubjectRef, day: Day) -> Command {
    match subject.kind {
        Kind::Goal => {
            let edit = GoalEdited { review: Some(Some(day)), ..GoalEdited::default() };
            Command::EditGoal(EditGoal { goal: subject.id.into(), edit })
        }
        Kind::Decision => {
            Command::RenewDecision(RenewDecision { decision: subject.id.into(), next: Some(day) })
        }
        Kind::Agreement => {
            Command::RenewAgreement(RenewAgreement { agreement: subject.id.into(), next: day })
        }
        _ => {
            let edit = RoleEdited { review: Some(Some(day)), ..RoleEdited::default() };
            Command::EditRole(EditRole { role: subject.id.into(), edit })
        }
    }
}

/// What answers that a day has passed: the next one. The focus of who fills a role stays.
pub(super) fn renewal(session: &Session, finding: &Finding, day: Day) -> Result<Option<Command>, Error> {
    let facts = &finding.facts;
    let (role, goal) = (facts.roles.first().copied(), facts.goals.first().copied());
    let Some(member) = facts.members.first() else {
        // What became of a trial is said, and not put off.
        let decision = facts.decisions.first().copied().filter(|_| facts.count.is_none());
        let subject = role.map(SubjectRef::from).or(goal.map(SubjectRef::from));
        let agreement = facts.agreements.first().copied();
        let subject = subject.or(decision.map(SubjectRef::from)).or(agreement.map(SubjectRef::from));
        return Ok(subject.map(|subject| reviewed(subject, day)));
    };
    let Some(role) = role else { return Ok(None) };
    let row = session.board().role_row(role)?;
    let held = row.and_then(|row| row.holders.into_iter().find(|holder| holder.member == *member));
    let term = Some(day);
    Ok(held.map(|held| Command::TakeRole(TakeRole { role, focus: held.focus, term })))
}

fn take(app: &App) -> Option<Run> {
    let role = selected(app)?;
    if holds(app, role) == Some(true) {
        return None;
    }
    Some(Box::new(move |_| part(role)))
}

fn focus(app: &App) -> Option<Run> {
    let role = selected(app)?;
    if holds(app, role) == Some(false) {
        return None;
    }
    Some(Box::new(move |_| part(role)))
}

/// Asks which part of the role one fills. Who holds it already goes on until the same day.
fn part(role: RoleId) -> Vec<Effect> {
    ask::with_board(move |session, overview| {
        let row = session.board().role_row(role)?.ok_or_else(ask::gone)?;
        let held = row.holders.iter().find(|holder| Some(holder.member) == overview.my_id());
        let prompt = match held {
            Some(held) => Prompt::new(words().clarity_ask_focus(&row.name))
                .with(held.focus.as_deref().unwrap_or_default())
                .hint(words().scr_ask_focus_hint())
                .may_be_empty(),
            None => Prompt::new(words().scr_ask_focus_of(&row.name))
                .hint(words().scr_ask_focus_hint())
                .may_be_empty()
                .does(words().act_take()),
        };
        let term = held.and_then(|held| held.term);
        Ok(ask::text(prompt, move |_, focus| {
            ask::perform(Command::TakeRole(TakeRole { role, focus: Some(focus), term }))
        }))
    })
}

fn put_down(app: &App) -> Option<Run> {
    let role = selected(app)?;
    if holds(app, role) == Some(false) {
        return None;
    }
    Some(super::perform(Command::PutDown(PutDown { role })))
}

/// Whether one holds the role, if that can be seen.
fn holds(app: &App, role: RoleId) -> Option<bool> {
    let row = app.home().roles.selected().filter(|row| row.id == role)?;
    Some(row.holders.iter().any(|holder| Some(holder.member) == app.overview.my_id()))
}

#[cfg(test)]
mod tests {
    use crate::tui::testing::demo;

    /// Where a finding is put that stands below the five of the home screen.
    const ALL_FINDINGS: &str = "4 z";

    #[test]
    fn a_shared_role_is_made_clear_from_what_the_board_asks() {
        let mut desk = demo(120, 40);
        // Citra and Dewi share a role, and neither has a focus.
        desk.press("@ text:Citra Enter").press(ALL_FINDINGS).press("/ text:is_shared Enter");
        assert!(desk.selected().contains("Citra and Dewi have no focus"), "{}", desk.screen());
        desk.press("e text:first_visits Enter");
        assert!(desk.says().contains("Citra changed their part"), "{}", desk.says());
        assert!(desk.selected().contains("Dewi has no focus"), "{}", desk.screen());
        desk.press("u");
        assert!(desk.selected().contains("Citra and Dewi have no focus"), "{}", desk.screen());
    }

    #[test]
    fn what_was_to_be_looked_at_gets_its_next_day_from_what_the_board_asks() {
        let mut desk = demo(120, 40);
        desk.press(ALL_FINDINGS).press("/ text:looked_at Enter");
        assert!(desk.selected().contains("Store keeper was to be looked at again by"), "{}", desk.screen());
        assert!(desk.screen().contains("D review"), "{}", desk.screen());
        desk.press("D");
        assert!(desk.screen().contains("When does the team look at"), "{}", desk.screen());
        desk.press("Enter");
        assert!(!desk.screen().contains("was to be looked at again"), "{}", desk.screen());
        desk.press("u");
        assert!(desk.selected().contains("Store keeper was to be looked at again by"), "{}", desk.screen());
    }

    #[test]
    fn ones_own_term_goes_on_with_the_same_focus() {
        let mut desk = demo(120, 40);
        desk.press("3 / text:Store_k Enter").press("R Ctrl-U text:2027-06-01 Enter");
        assert!(desk.says().contains("changed their part"), "{}", desk.says());
        desk.press("Enter");
        let screen = desk.screen();
        let part = screen.lines().find(|line| line.contains("for releases")).unwrap_or(&screen);
        assert!(part.contains("until"), "{screen}");
    }

    #[test]
    fn another_focus_leaves_the_day_until_which_one_fills_the_role() {
        let mut desk = demo(120, 40);
        desk.press("3 / text:Store_k Enter").press("e Ctrl-U text:the_front_page Enter");
        assert!(desk.says().contains("the front page"), "{}", desk.says());
        desk.press("Enter");
        let screen = desk.screen();
        let part = screen.lines().find(|line| line.contains("Ayu: the front page")).unwrap_or(&screen);
        assert!(part.contains("until"), "{screen}");
    }
}
