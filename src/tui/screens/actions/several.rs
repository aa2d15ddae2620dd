//! The ways out of several findings of a rule at once: what is one's own is done, about what is others' one asks.
//!
//! Which ways a rule has stands with the rule. Each is one action, which undo takes back as one. What others promised stays
//! theirs: nobody renews it for them.

use super::{Run, roles};
use crate::domain::decide::{Ask, Claim, ClaimAs, Clear, Command, GiveBack, Promise, Remark, Renew, Which};
use crate::domain::id::{MemberId, TaskId, TensionId};
use crate::domain::settlement::Verdict;
use crate::domain::spoken;
use crate::domain::task::Part;
use crate::insight::{Finding, FindingKind, Group, Rule, Way};
use crate::session::{Error, Session};
use crate::store::BlockerRow;
use crate::tui::kit::overlay::{Item, Prompt};
use crate::tui::shell::app::App;
use crate::tui::shell::ask::{self, Pick, Question};
use crate::tui::shell::desk::Effect;
use crate::words::words;

/// So many are dealt with at once.
const MOST: usize = 200;

/// The ways out of a group, each of as many of its findings as it is for.
pub fn ways(app: &App, group: &Group) -> Option<Run> {
    let (rule, me) = (group.rule, app.overview.my_id()?);
    if rule.ways().is_empty() {
        return None;
    }
    Some(Box::new(move |_| ask::with_board(move |session, _| question(session, rule, me))))
}

/// The way of making one tension of all of a group.
pub fn one_tension(app: &App, group: &Group) -> Option<Run> {
    let (rule, me) = (group.rule, app.overview.my_id()?);
    let is_way = ways_of(rule).any(|way| way == Way::Tension);
    is_way.then(|| -> Run { Box::new(move |app| take(app, rule, me, Way::Tension)) })
}

fn ways_of(rule: &'static Rule) -> impl Iterator<Item = Way> {
    // What people have in hand is nothing that all talk about.
    let may_be_one = rule.ways().contains(&Way::Fine) && rule.kind() != FindingKind::Load;
    let tension = may_be_one.then_some(Way::Tension);
    rule.ways().iter().copied().chain(tension)
}

fn question(session: &Session, rule: &'static Rule, me: MemberId) -> Result<Question, Error> {
    let mut items = Vec::new();
    for (nth, way) in ways_of(rule).enumerate() {
        match findings(session, rule, me, way)?.len() {
            0 => {}
            count => items.push(Item::new(Pick::Nth(nth), label(way, count), "")),
        }
    }
    Ok(ask::pick(words().several_ways(), items, move |app, pick| match pick {
        Pick::Nth(nth) => match ways_of(rule).nth(nth) {
            Some(way) => take(app, rule, me, way),
            None => Vec::new(),
        },
        _ => Vec::new(),
    }))
}

fn label(way: Way, count: usize) -> String {
    let words = words();
    match way {
        Way::Renew => words.several_renew(count),
        Way::GiveBack => words.several_give_back(count),
        Way::Claim => words.several_claim(count),
        Way::Asked => words.several_asked(count),
        Way::Promise => words.several_promise(count),
        Way::Clear => words.several_clear(count),
        Way::Review => words.several_review(count),
        Way::Term => words.several_term(count),
        Way::Remark => words.several_ask(count),
        Way::Fine => words.several_fine(count),
        Way::Tension => words.several_tension(count),
    }
}

/// Asks what has to be known for it, and does it to all.
fn take(app: &mut App, rule: &'static Rule, me: MemberId, way: Way) -> Vec<Effect> {
    let words = words();
    let prompt = match way {
        Way::Renew | Way::Claim | Way::Asked => return each(rule, me, way, String::new()),
        Way::Promise => {
            let prompt = Prompt::new(words.scr_ask_promised()).hint(words.scr_ask_day_hint());
            return until(app, rule, me, way, prompt);
        }
        Way::Review => {
            return until(
                app,
                rule,
                me,
                way,
                roles::next_day(words.several_ask_review(), app.overview.today),
            );
        }
        Way::Term => {
            return until(app, rule, me, way, roles::next_day(words.several_ask_term(), app.overview.today));
        }
        Way::GiveBack => Prompt::new(words.scr_ask_give_back()).may_be_empty().does(words.act_give_back()),
        Way::Clear => Prompt::new(words.scr_ask_clear()).may_be_empty().does(words.act_clear()),
        Way::Remark => Prompt::new(words.several_what()).hint(words.several_what_hint()),
        Way::Fine => Prompt::new(words.scr_ask_fine()),
        Way::Tension => Prompt::new(words.scr_ask_tension()),
    };
    ask::show(app, ask::text(prompt, move |_, text| each(rule, me, way, text)))
}

/// Asks for the day until which it is, or on which it will be.
fn until(app: &mut App, rule: &'static Rule, me: MemberId, way: Way, prompt: Prompt) -> Vec<Effect> {
    let today = app.overview.today;
    ask::show(
        app,
        ask::text_that_looks(prompt, ask::day_looks, move |app, text| {
            match spoken::parse_day(&text, today) {
                Some(_) => each(rule, me, way, text),
                None => ask::no_day(app),
            }
        }),
    )
}

/// Takes a way out of all findings that it is for, as they are now.
fn each(rule: &'static Rule, me: MemberId, way: Way, text: String) -> Vec<Effect> {
    ask::run(move |session| {
        if way == Way::Tension {
            let keys: Vec<String> =
                findings(session, rule, me, way)?.into_iter().map(|finding| finding.key).collect();
            let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
            let tension = TensionId(session.new_id());
            let commands = session.settle_as_tension(tension, &keys, &text, None)?;
            return session.perform_all(&commands);
        }
        let mut commands = Vec::new();
        for finding in findings(session, rule, me, way)? {
            commands.extend(command(session, &finding, way, &text)?);
        }
        session.perform_all(&commands)
    })
}

fn command(session: &Session, finding: &Finding, way: Way, text: &str) -> Result<Option<Command>, Error> {
    let said = || text.to_owned();
    if way == Way::Fine {
        return session.answered(finding, Verdict::Fine, text, None).map(Command::Settle).map(Some);
    }
    if let Way::Review | Way::Term = way {
        let Some(day) = spoken::parse_day(text, session.today()) else { return Ok(None) };
        return roles::renewal(session, finding, day);
    }
    let Some(task) = finding.facts.tasks.first().copied() else { return Ok(None) };
    let which = || -> Result<Which, Error> {
        let blocker = blocker(session, finding, task)?;
        Ok(blocker.map_or(Which::Only, |blocker| Which::Raised(blocker.record)))
    };
    Ok(Some(match way {
        Way::Renew => Command::Renew(Renew { task }),
        Way::GiveBack => Command::GiveBack(GiveBack { task, note: Some(said()) }),
        Way::Claim => Command::Claim(Claim { task, part: ClaimAs::Lead }),
        Way::Asked => Command::Ask(Ask { task, which: which()? }),
        Way::Promise => match spoken::parse_day(text, session.today()) {
            Some(until) => Command::Promise(Promise { task, which: which()?, until }),
            None => return Ok(None),
        },
        Way::Clear => Command::Clear(Clear { task, which: which()?, how: Some(said()), withdrawn: false }),
        Way::Remark | Way::Fine | Way::Tension | Way::Review | Way::Term => {
            Command::Remark(Remark { task, text: said() })
        }
    }))
}

/// The findings of a rule that a way out is for, as they are now.
fn findings(session: &Session, rule: &'static Rule, me: MemberId, way: Way) -> Result<Vec<Finding>, Error> {
    let held = session.board().findings_of(rule, session.now(), session.today(), MOST)?;
    let mut found = Vec::with_capacity(held.len());
    for held in held {
        if matches!(way, Way::Fine | Way::Tension) || is_for(session, &held.finding, me, way)? {
            found.push(held.finding);
        }
    }
    Ok(found)
}

/// Whether a way out of a finding is up to somebody.
fn is_for(session: &Session, finding: &Finding, me: MemberId, way: Way) -> Result<bool, Error> {
    match way {
        Way::Review => {
            // Who is bound by an agreement finds it right, and nobody else for them.
            let Some(agreement) = finding.facts.agreements.first().copied() else {
                return Ok(finding.facts.members.is_empty());
            };
            let row = session.board().agreement_row(agreement, session.today())?;
            return Ok(row.is_some_and(|row| row.bound.contains(&me)));
        }
        // Nobody fills a role on for another.
        Way::Term => return Ok(finding.facts.members == [me]),
        _ => {}
    }
    let Some(task) = finding.facts.tasks.first().copied() else { return Ok(false) };
    let Some(row) = session.board().task_row(task)? else { return Ok(false) };
    let is_mine = row.claims.iter().any(|claim| claim.member == me);
    let waits_on_me = || -> Result<bool, Error> {
        let on = blocker(session, finding, task)?.and_then(|blocker| blocker.on_member);
        Ok(on.is_some_and(|(on, _)| on == me))
    };
    Ok(match way {
        // A helper's claim is another one: these are about who leads.
        Way::Renew | Way::GiveBack => finding.facts.members.contains(&me) && is_mine,
        Way::Claim => row.claims.iter().all(|claim| claim.part != Part::Lead),
        Way::Asked => is_mine && !waits_on_me()?,
        Way::Promise => waits_on_me()?,
        Way::Clear => is_mine,
        Way::Remark => !is_mine,
        Way::Fine | Way::Tension | Way::Review | Way::Term => true,
    })
}

/// The open blocker that a finding speaks of.
fn blocker(session: &Session, finding: &Finding, task: TaskId) -> Result<Option<BlockerRow>, Error> {
    let facts = &finding.facts;
    let blockers = session.board().blockers_of(task)?;
    Ok(blockers.into_iter().find(|blocker| {
        let on = blocker.on_task.as_ref().map(|(on, ..)| *on);
        facts.texts.first() == Some(&blocker.what) && facts.tasks.get(1).copied() == on
    }))
}
