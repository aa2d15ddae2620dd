//! Goals, members and findings: reading a measure, saying who somebody is, answering what the board asks.

use super::{Action, Group, Hint, Run, Scope, always, selected, several, tensions};
use crate::domain::decide::{Command, Merge, MoveGoal, ReadGoal};
use crate::domain::goal::GoalState;
use crate::domain::id::MemberId;
use crate::domain::settlement::Verdict;
use crate::domain::spoken;
use crate::domain::subject::Kind;
use crate::tui::kit::key::key;
use crate::tui::kit::overlay::{Item, Prompt};
use crate::tui::screens::choices;
use crate::tui::screens::page::way_out;
use crate::tui::screens::pane::Name;
use crate::tui::shell::app::App;
use crate::tui::shell::ask::{self, Pick};
use crate::tui::shell::desk::Effect;
use crate::words::words;

/// Nobody looks through more.
const MANY: usize = 500;

pub static ACTIONS: &[Action] = &[
    Action {
        name: "goal.read",
        keys: &[key('v')],
        scope: Scope::On(Kind::Goal),
        group: Group::Work,
        label: || words().act_read(),
        doc: || words().act_read_doc(),
        hint: Hint::Then(10, always),
        bind: read,
    },
    Action {
        name: "goal.met",
        keys: &[key('x')],
        scope: Scope::On(Kind::Goal),
        group: Group::Work,
        label: || words().act_met(),
        doc: || words().act_met_doc(),
        hint: Hint::Then(11, always),
        bind: |app| goal_to(app, GoalState::Met),
    },
    Action {
        name: "goal.missed",
        keys: &[],
        scope: Scope::On(Kind::Goal),
        group: Group::Work,
        label: || words().act_missed(),
        doc: || words().act_missed_doc(),
        hint: Hint::Never,
        bind: |app| goal_to(app, GoalState::Missed),
    },
    Action {
        name: "goal.drop",
        keys: &[key('X')],
        scope: Scope::On(Kind::Goal),
        group: Group::Work,
        label: || words().act_drop_goal(),
        doc: || words().act_drop_goal_doc(),
        hint: Hint::Never,
        bind: drop_goal,
    },
    Action {
        name: "member.merge",
        keys: &[key('O')],
        scope: Scope::On(Kind::Member),
        group: Group::Work,
        label: || words().act_merge(),
        doc: || words().act_merge_doc(),
        hint: Hint::Never,
        bind: merge,
    },
    Action {
        name: "member.me",
        keys: &[],
        scope: Scope::Everywhere,
        group: Group::Work,
        label: || words().act_one_of_them(),
        doc: || words().act_one_of_them_doc(),
        hint: Hint::Never,
        bind: one_of_them,
    },
    Action {
        name: "finding.settle",
        keys: &[key('S')],
        scope: Scope::Home,
        group: Group::Work,
        label: || words().act_settle(),
        doc: || words().act_settle_doc(),
        hint: Hint::Then(4, always),
        bind: settle,
    },
];

fn read(app: &App) -> Option<Run> {
    let goal = selected(app)?;
    let date = app.overview.today;
    Some(Box::new(move |app| {
        let prompt = Prompt::new(words().scr_ask_read()).hint(words().scr_ask_read_hint());
        ask::show(
            app,
            ask::text(prompt, move |app, text| match spoken::parse_number(&text) {
                Ok(value) => ask::perform(Command::ReadGoal(ReadGoal { goal, date, value })),
                Err(why) => ask::complain(app, why.message(text.trim())),
            }),
        )
    }))
}

fn goal_to(app: &App, to: GoalState) -> Option<Run> {
    let goal = selected(app)?;
    Some(super::perform(Command::MoveGoal(MoveGoal { goal, to, reason: None })))
}

fn drop_goal(app: &App) -> Option<Run> {
    let goal = selected(app)?;
    Some(Box::new(move |app| {
        let prompt = Prompt::new(words().scr_ask_drop_goal()).does(words().act_drop_goal());
        ask::show(
            app,
            ask::text(prompt, move |_, reason| {
                let (to, reason) = (GoalState::Dropped, Some(reason));
                ask::perform(Command::MoveGoal(MoveGoal { goal, to, reason }))
            }),
        )
    }))
}

/// Says who a member is, too.
fn merge(app: &App) -> Option<Run> {
    let member: MemberId = selected(app)?;
    Some(Box::new(move |_| {
        ask::with_board(move |session, _| {
            let but = Some(member.into());
            let names = session.board().names(but)?;
            Ok(ask::pick_found(
                words().scr_ask_merge(names.name(member)),
                choices::of(session, Kind::Member, but)?,
                choices::search(&[Kind::Member]).without(but),
                move |_, pick| match pick.typed() {
                    Some(into) => ask::perform(Command::Merge(Merge { member, into })),
                    None => Vec::new(),
                },
            ))
        })
    }))
}

/// Asks who of those whom an import brought one is oneself.
fn one_of_them(app: &App) -> Option<Run> {
    let me = app.overview.my_id()?;
    Some(Box::new(move |_| {
        ask::with_board(move |session, _| {
            let people = session.board().members_without_records(MANY)?;
            let mut items: Vec<_> =
                people.into_iter().map(|row| Item::new(row.id.into(), row.name, "")).collect();
            items.push(Item::new(Pick::Other, words().scr_none_of_them(), ""));
            Ok(ask::pick(words().scr_which_are_you(), items, move |_, pick| match pick.typed() {
                Some(member) => ask::perform(Command::Merge(Merge { member, into: me })),
                None => Vec::new(),
            }))
        })
    }))
}

/// Three ways out: it is fixed, it is fine because, it is a tension. Several have their own, and what can be laid side by
/// side has a page.
fn settle(app: &App) -> Option<Run> {
    if app.home().focus != Name::Findings {
        return None;
    }
    if let Some(group) = app.home().findings.selected()?.group() {
        return several::ways(app, group);
    }
    let held = app.home().findings.selected()?.finding()?.finding.clone();
    // Line by line a list of the ways says more than a page that one would have to go through.
    if way_out::is_for(&held) && app.preferences.is_drawn() {
        return Some(Box::new(move |_| vec![Effect::Open(way_out::of(held.key))]));
    }
    Some(Box::new(move |_| {
        ask::with_board(move |session, _| {
            let ways = way_out::ways(session, &held)?;
            let items = ways.iter().enumerate();
            let items = items.map(|(n, way)| Item::new(Pick::Nth(n), way.label(), way.asks())).collect();
            let finding = held.key.clone();
            Ok(ask::pick(words().scr_ask_settle(), items, move |app, pick| match pick {
                Pick::Nth(n) => match ways.get(n) {
                    Some(way) => way.clone().taken(finding.clone())(app),
                    None => Vec::new(),
                },
                _ => Vec::new(),
            }))
        })
    }))
}

/// Asks why a finding is answered in this of the three ways; the third makes a tension of it.
pub(in crate::tui::screens) fn answer(app: &mut App, finding: String, way: usize) -> Vec<Effect> {
    let (verdict, title) = match way {
        0 => (Verdict::Fixed, words().scr_ask_fixed()),
        1 => (Verdict::Fine, words().scr_ask_fine()),
        _ => return tensions::of_finding(app, finding),
    };
    let asked = ask::text(Prompt::new(title), move |app, reason| {
        if verdict == Verdict::Fine {
            return until(app, finding.clone(), reason);
        }
        settled(finding.clone(), verdict, reason, None)
    });
    ask::show(app, asked)
}

/// Until when it is fine; without a day as long as the verdict says.
fn until(app: &mut App, finding: String, reason: String) -> Vec<Effect> {
    let today = app.overview.today;
    let prompt = Prompt::new(words().scr_ask_until()).hint(words().scr_ask_until_hint()).may_be_empty();
    ask::show(
        app,
        ask::text_that_looks(prompt, ask::day_looks, move |app, text| {
            let day = match text.as_str() {
                "" => None,
                text => match spoken::parse_day(text, today) {
                    Some(day) => Some(day),
                    None => return ask::no_day(app),
                },
            };
            settled(finding.clone(), Verdict::Fine, reason.clone(), day)
        }),
    )
}

fn settled(
    finding: String,
    verdict: Verdict,
    reason: String,
    until: Option<crate::domain::calendar::Day>,
) -> Vec<Effect> {
    ask::run(move |session| {
        let command = session.settle(&finding, verdict, &reason, until)?;
        session.perform(&command)
    })
}
