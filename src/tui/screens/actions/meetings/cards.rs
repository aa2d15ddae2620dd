//! What one does with the cards of a retro: Enter on a line of its page, and `n` for a new one.

use std::rc::Rc;

use crate::domain::decide::{
    ActOn, AddCard, AddTask, Claim, ClaimAs, Command, GroupCards, Place, StrikeCard,
};
use crate::domain::folding::tokens;
use crate::domain::id::{MeetingId, MemberId, TaskId};
use crate::domain::meeting::{CardId, Cards, Group, MeetingKind, Step};
use crate::domain::spoken;
use crate::session::{Error, Session};
use crate::tui::kit::cursor::From;
use crate::tui::kit::overlay::{Item, Prompt};
use crate::tui::screens::page::Meet;
use crate::tui::shell::action::{self, Run};
use crate::tui::shell::app::App;
use crate::tui::shell::ask::{self, Pick, Question};
use crate::tui::shell::desk::Effect;
use crate::words::words;

/// What Enter does on a line of a meeting's page.
pub fn enter(meeting: MeetingId, meet: Meet) -> Run {
    match meet {
        Meet::TakeUp(topic, text) => super::take_up(meeting, topic, text),
        Meet::Write(column) => write(meeting, column),
        Meet::TakeBack(own) => {
            keep(move |session| session.unhide_card(meeting, own).map(|()| words().hidden_taken_back()))
        }
        Meet::Card(card) => {
            Box::new(move |_| ask::with_board(move |session, _| on_card(session, meeting, card)))
        }
        Meet::Ready(is_ready) => keep(move |session| {
            session.be_ready(meeting, is_ready)?;
            Ok(if is_ready { words().hidden_ready() } else { words().hidden_not_ready() })
        }),
        Meet::Round => Box::new(move |_| vec![whose_turn(meeting)]),
        Meet::Reveal => Box::new(move |_| ask::run(move |session| session.reveal(meeting))),
        Meet::Named => Box::new(move |_| ask::with_board(move |session, _| throw_away(session, meeting))),
        Meet::Dots(topic) => keep(move |session| another_dot(session, meeting, topic)),
        Meet::Count => Box::new(move |_| ask::run(move |session| session.count_dots(meeting))),
        Meet::Act => Box::new(move |app| ask::show(app, new_action(meeting))),
        Meet::Thank => Box::new(|app| action::run(app, "thank")),
    }
}

/// What that is, in a word or two.
pub fn enters(meet: &Meet) -> String {
    let words = words();
    match meet {
        Meet::TakeUp(..) => words.act_meeting_take_up(),
        Meet::Write(_) => words.act_retro_write(),
        Meet::TakeBack(_) => words.act_retro_take_back(),
        Meet::Card(_) => words.act_retro_card(),
        Meet::Ready(_) | Meet::Round | Meet::Reveal | Meet::Named | Meet::Count => words.act_retro_do(),
        Meet::Dots(_) => words.act_retro_dot(),
        Meet::Act => words.act_retro_action(),
        Meet::Thank => words.act_thank(),
    }
}

/// What `n` writes in a retro: a card while they are gathered, an action while they are talked about.
pub(super) fn new(app: &App) -> Option<Run> {
    let turn = super::open(app).filter(|turn| turn.kind == MeetingKind::Retro)?;
    let meeting = turn.meeting;
    match turn.place.step {
        Step::Gather => {
            Some(Box::new(move |_| ask::with_board(move |session, _| which_column(session, meeting))))
        }
        Step::Talk | Step::Act => Some(Box::new(move |app| ask::show(app, new_action(meeting)))),
        _ => None,
    }
}

/// Something that is no record: said, and the page is read anew.
fn keep(change: impl Fn(&mut Session) -> Result<String, Error> + 'static) -> Run {
    Box::new(move |_| kept(change))
}

fn kept(change: impl Fn(&mut Session) -> Result<String, Error> + 'static) -> Vec<Effect> {
    vec![Effect::Keep(Rc::new(change)), Effect::LoadPage(From::Here)]
}

/// The cards of a meeting, as they stand.
fn cards(session: &Session, meeting: MeetingId) -> Result<Cards, Error> {
    Ok(session.meeting(meeting)?.ok_or_else(ask::gone)?.cards)
}

fn which_column(session: &Session, meeting: MeetingId) -> Result<Question, Error> {
    let columns = cards(session, meeting)?.columns;
    let items = (0..).zip(columns).map(|(n, name)| Item::new(Pick::Nth(n), name, "")).collect();
    Ok(ask::pick(words().act_retro_ask_column(), items, move |app, pick| match pick {
        Pick::Nth(n) => u32::try_from(n).map_or_else(|_| Vec::new(), |column| write(meeting, column)(app)),
        _ => Vec::new(),
    }))
}

/// Writes cards in a column, one after the other, until nothing is typed.
fn write(meeting: MeetingId, column: u32) -> Run {
    Box::new(move |_| vec![asks_card(meeting, column)])
}

fn asks_card(meeting: MeetingId, column: u32) -> Effect {
    Effect::Ask(Rc::new(move |session, _| {
        let cards = cards(session, meeting)?;
        let is_hidden = cards.are_hidden();
        let name = cards.columns.get(column as usize).cloned().unwrap_or_default();
        let note = if is_hidden { words().retro_hidden_note() } else { words().retro_named_note() };
        let prompt = Prompt::new(words().act_retro_ask_card(name)).hint(note).does(words().act_retro_write());
        Ok(ask::text(prompt, move |_, text| match is_hidden {
            true => {
                let mut effects = kept(move |session| {
                    session.hide_card(meeting, column, &text).map(|()| words().hidden_written())
                });
                effects.push(asks_card(meeting, column));
                effects
            }
            false => {
                let mut effects = ask::perform(Command::AddCard(AddCard { meeting, column, text }));
                effects.push(asks_card(meeting, column));
                effects
            }
        }))
    }))
}

/// Whose turn it is at the keyboard that goes round.
fn whose_turn(meeting: MeetingId) -> Effect {
    Effect::Ask(Rc::new(move |session, _| {
        let stands = session.meeting(meeting)?.ok_or_else(ask::gone)?;
        let gathered = session.gathered(&stands)?;
        let mut items = ask::members(session, None)?;
        let has_written =
            |member: MemberId| gathered.wrote.contains(&member) || gathered.ready.contains(&member);
        items.retain(|item| item.id.typed::<MemberId>().is_some_and(|member| !has_written(member)));
        if !gathered.wrote.is_empty() {
            items.insert(0, Item::new(Pick::Other, words().act_retro_round_over(), ""));
        }
        let columns = Rc::new(stands.cards.columns);
        Ok(ask::pick(words().act_retro_ask_turn(), items, move |_, pick| match pick.typed::<MemberId>() {
            Some(who) => vec![round_card(meeting, who, columns.clone(), 0)],
            None => kept(move |session| session.end_round(meeting).map(|()| words().hidden_round_over())),
        }))
    }))
}

/// A card of somebody at the keyboard that goes round; nothing typed goes on to the next column, and then to the next one.
fn round_card(meeting: MeetingId, who: MemberId, columns: Rc<Vec<String>>, column: usize) -> Effect {
    Effect::Ask(Rc::new(move |session, _| {
        let name = session.board().names([who.into()])?.name(who).to_owned();
        let title = words().act_retro_ask_round(name, columns.get(column).cloned().unwrap_or_default());
        let prompt = Prompt::new(title).hint(words().retro_round_note()).may_be_empty().masked();
        let columns = columns.clone();
        Ok(ask::text(prompt, move |_, text| {
            let is_over = text.trim().is_empty();
            let at = u32::try_from(column).unwrap_or(u32::MAX);
            let mut effects = kept(move |session| {
                session.write_in_round(who, vec![(at, text.clone())]);
                Ok(words().hidden_written())
            });
            effects.push(match is_over {
                false => round_card(meeting, who, columns.clone(), column),
                true if column + 1 < columns.len() => round_card(meeting, who, columns.clone(), column + 1),
                true => whose_turn(meeting),
            });
            effects
        }))
    }))
}

/// What to do about hidden cards or dots that nobody will show any more.
pub(super) fn forgotten(app: &App) -> Option<Run> {
    let since = app.overview.forgotten_hidden.filter(|_| app.overview.past.is_none())?;
    Some(Box::new(move |_| {
        ask::with_board(move |session, overview| {
            let when = spoken::weekday_time(since, session.environment().offset_at(since), overview.today);
            let ways = [words().act_retro_keep_hidden(), words().act_retro_throw_away()];
            let items = (0..).zip(ways).map(|(n, way)| Item::new(Pick::Nth(n), way, "")).collect();
            Ok(ask::pick(words().act_retro_ask_forgotten(when), items, |_, pick| match pick {
                Pick::Nth(1) => kept(Session::discard_forgotten),
                _ => Vec::new(),
            }))
        })
    }))
}

/// Asks once: what is thrown away does not come back.
fn throw_away(session: &Session, meeting: MeetingId) -> Result<Question, Error> {
    let stands = session.meeting(meeting)?.ok_or_else(ask::gone)?;
    let ready = session.gathered(&stands)?.ready.len();
    let ways = [words().act_retro_keep_hidden(), words().act_retro_throw_away()];
    let items = (0..).zip(ways).map(|(n, way)| Item::new(Pick::Nth(n), way, "")).collect();
    Ok(ask::pick(words().act_retro_ask_named(ready), items, move |_, pick| match pick {
        Pick::Nth(1) => ask::run(move |session| session.throw_away(meeting)),
        _ => Vec::new(),
    }))
}

/// One dot more; where there are as many as there can be on one, none.
fn another_dot(session: &mut Session, meeting: MeetingId, topic: CardId) -> Result<String, Error> {
    let stands = session.meeting(meeting)?.ok_or_else(ask::gone)?;
    let on_it =
        session.gathered(&stands)?.dots.iter().find(|(card, _)| *card == topic).map_or(0, |(_, n)| *n);
    let more = if on_it >= stands.cards.dots.on_one { -i32::try_from(on_it).unwrap_or(i32::MAX) } else { 1 };
    Ok(words().hidden_dots_on(session.put_dots(meeting, topic, more)?))
}

/// What can be done with a card: put to what says the same, likely ones first; called something, let stand alone, struck.
fn on_card(session: &Session, meeting: MeetingId, card: CardId) -> Result<Question, Error> {
    let cards = cards(session, meeting)?;
    let own = cards.group_of(card).ok_or_else(ask::gone)?;
    let mut others: Vec<Group<'_>> = cards.groups().into_iter().filter(|group| group.id != own.id).collect();
    others.sort_by_key(|group| std::cmp::Reverse(in_common(own.title, group.title)));
    let ids: Vec<CardId> = others.iter().map(|group| group.id).collect();
    let to = others.iter().enumerate();
    let mut items: Vec<Item<Pick>> =
        to.map(|(n, group)| Item::new(Pick::Nth(n), words().act_retro_put_to(group.title), "")).collect();
    let count = ids.len();
    items.push(Item::new(Pick::Nth(count), words().act_retro_call(), ""));
    if own.cards.len() > 1 {
        items.push(Item::new(Pick::Nth(count + 1), words().act_retro_apart(), ""));
    }
    items.push(Item::new(Pick::Nth(count + 2), words().act_retro_strike(), ""));
    let (group, all): (CardId, Vec<CardId>) = (own.id, own.cards.iter().map(|card| card.id).collect());
    Ok(ask::pick(words().act_retro_ask_card_does(own.title), items, move |app, pick| {
        let Pick::Nth(n) = pick else { return Vec::new() };
        let all = all.clone();
        match n.checked_sub(count) {
            None => {
                let to = ids[n];
                ask::perform(Command::GroupCards(GroupCards { meeting, group: to, cards: all, name: None }))
            }
            Some(0) => {
                let prompt = Prompt::new(words().act_retro_ask_name());
                let called = move |_: &mut App, name| {
                    let named = GroupCards { meeting, group, cards: Vec::new(), name: Some(name) };
                    ask::perform(Command::GroupCards(named))
                };
                ask::show(app, ask::text(prompt, called))
            }
            Some(1) => ask::run(move |session| {
                let alone = |card| GroupCards { meeting, group: card, cards: vec![card], name: None };
                let commands: Vec<Command> =
                    all.iter().map(|card| Command::GroupCards(alone(*card))).collect();
                session.perform_all(&commands)
            }),
            Some(_) => {
                let prompt = Prompt::new(words().act_retro_ask_why());
                let struck = move |_: &mut App, why| {
                    ask::perform(Command::StrikeCard(StrikeCard { meeting, card, why }))
                };
                ask::show(app, ask::text(prompt, struck))
            }
        }
    }))
}

/// How many words two texts have in common.
fn in_common(one: &str, other: &str) -> usize {
    const SHORT: usize = 3;
    let other = tokens(other);
    let words: Vec<&str> = other.split_whitespace().collect();
    tokens(one).split_whitespace().filter(|word| word.chars().count() > SHORT && words.contains(word)).count()
}

/// What the team does about it, and who takes it.
fn new_action(meeting: MeetingId) -> Question {
    let prompt = Prompt::new(words().act_retro_ask_action()).hint(words().act_retro_ask_action_hint());
    ask::text(prompt, move |_, title| {
        let add = move |session: &mut Session| {
            let id = TaskId(session.new_id());
            session.perform_all(&[
                Command::AddTask(AddTask::titled(id, title.clone(), Place::End)),
                Command::ActOn(ActOn { meeting, task: id }),
            ])
        };
        ask::run_and_ask(add, Rc::new(move |session, _| who_takes(session, meeting)))
    })
}

/// Who takes the last action; nobody has to.
fn who_takes(session: &Session, meeting: MeetingId) -> Result<Question, Error> {
    let task = cards(session, meeting)?.actions.last().ok_or_else(ask::gone)?.task;
    let mut items = ask::members(session, None)?;
    items.insert(0, Item::new(Pick::Other, words().act_retro_nobody_yet(), ""));
    if let Some(me) = session.me() {
        let own = items.iter().position(|item| item.id == Pick::from(me));
        let own = own.map(|at| items.remove(at));
        items.splice(0..0, own);
    }
    let me = session.me();
    Ok(ask::pick(words().act_retro_ask_who(), items, move |_, pick| match pick.typed::<MemberId>() {
        Some(who) if Some(who) == me => ask::perform(Command::Claim(Claim { task, part: ClaimAs::Lead })),
        // A promise is made by whoever makes it, at whichever keyboard.
        Some(who) => ask::with_board(move |session, _| own_yes(session, task, who)),
        None => Vec::new(),
    }))
}

/// The yes of somebody who sits at another's keyboard.
fn own_yes(session: &Session, task: TaskId, who: MemberId) -> Result<Question, Error> {
    let name = session.board().names([who.into()])?.name(who).to_owned();
    let ways = [words().act_retro_yes(name.as_str()), words().act_retro_no()];
    let items = (0..).zip(ways).map(|(n, way)| Item::new(Pick::Nth(n), way, "")).collect();
    Ok(ask::pick(words().act_retro_ask_yes(name), items, move |_, pick| match pick {
        Pick::Nth(0) => ask::run(move |session| session.claim_as(who, task)),
        _ => Vec::new(),
    }))
}
