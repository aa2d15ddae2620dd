//! The ways out of several quiet claims at once: one's own are renewed or given back, about others' one asks.
//!
//! Each way is one action, which undo takes back as one. What others promised stays theirs: nobody renews it for them.

use super::Run;
use crate::domain::decide::{Command, GiveBack, Remark, Renew};
use crate::domain::id::{MemberId, TaskId};
use crate::insight::{Group, Rule};
use crate::session::{Error, Session};
use crate::tui::kit::overlay::{Item, Prompt};
use crate::tui::shell::app::App;
use crate::tui::shell::ask::{self, Pick};
use crate::tui::shell::desk::Effect;
use crate::words::words;

/// So many are dealt with at once.
const MOST: usize = 200;

/// Whose claims a way out is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    Mine,
    Others,
}

/// The ways out of a group; only quiet claims have any.
pub fn ways(app: &App, group: &Group) -> Option<Run> {
    let me = app.overview.my_id().filter(|_| group.rule.as_str() == "S1")?;
    let mine = group.members.iter().find(|(member, _)| *member == me).map_or(0, |(_, count)| *count);
    let (rule, others) = (group.rule, group.count.saturating_sub(mine));
    let words = words();
    let of_mine = [(0, words.several_renew(mine)), (1, words.several_give_back(mine))];
    let of_others = [(2, words.several_ask(others))];
    let items: Vec<_> = of_mine
        .into_iter()
        .filter(|_| mine > 0)
        .chain(of_others.into_iter().filter(|_| others > 0))
        .map(|(n, way)| Item::new(Pick::Nth(n), way, ""))
        .collect();
    Some(Box::new(move |app| {
        ask::show(
            app,
            ask::pick(crate::words::words().several_ways(), items, move |app, pick| match pick {
                Pick::Nth(0) => on_each(rule, me, Whose::Mine, |task| Command::Renew(Renew { task })),
                Pick::Nth(1) => give_back(app, rule, me),
                _ => ask_others(app, rule, me),
            }),
        )
    }))
}

fn give_back(app: &mut App, rule: &'static Rule, me: MemberId) -> Vec<Effect> {
    let prompt = Prompt::new(words().scr_ask_give_back()).may_be_empty().does(words().act_give_back());
    ask::show(
        app,
        ask::text(prompt, move |_, note| {
            let given = move |task| Command::GiveBack(GiveBack { task, note: Some(note.clone()) });
            on_each(rule, me, Whose::Mine, given)
        }),
    )
}

fn ask_others(app: &mut App, rule: &'static Rule, me: MemberId) -> Vec<Effect> {
    let prompt = Prompt::new(words().several_what()).hint(words().several_what_hint());
    ask::show(
        app,
        ask::text(prompt, move |_, text| {
            on_each(rule, me, Whose::Others, move |task| Command::Remark(Remark { task, text: text.clone() }))
        }),
    )
}

fn on_each(
    rule: &'static Rule,
    me: MemberId,
    whose: Whose,
    command: impl Fn(TaskId) -> Command + 'static,
) -> Vec<Effect> {
    ask::run(move |session| {
        let commands: Vec<Command> = tasks(session, rule, me, whose)?.into_iter().map(&command).collect();
        session.perform_all(&commands)
    })
}

/// The tasks of the group as it is now.
fn tasks(session: &Session, rule: &'static Rule, me: MemberId, whose: Whose) -> Result<Vec<TaskId>, Error> {
    let held = session.board().findings_of(rule, session.now(), session.today(), MOST)?;
    let is_asked = |members: &[MemberId]| (members.first() == Some(&me)) == (whose == Whose::Mine);
    let facts = held.into_iter().map(|held| held.finding.facts);
    let asked = facts.filter(|facts| is_asked(&facts.members));
    Ok(asked.filter_map(|facts| facts.tasks.first().copied()).collect())
}
