//! A Trello board, from its menu's *Export as JSON*.
//!
//! Trello's archive holds finished work as well as what was given up, and does not tell them apart. So an archived card
//! is done if its list says so or it was marked complete, else dropped as "archived". A card that is not archived
//! itself but whose list is cannot be seen on Trello's board, and counts as archived too.
//!
//! **Invariant:** neither a card's nor a member's e-mail address enters the bundle.

mod checklist;
mod history;
mod wire;

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use serde_json::value::RawValue;

use super::bundle::{self, Bundle, Claim, Remark, Task};
use super::error::ImportError;
use super::fields::Fields;
use super::import::{Import, ListMapping, Options, Source, State};
use super::lenient::instant;
use super::states;
use super::tally::{Lost, Noted, Tally};
use crate::words::words;
use checklist::Checklists;
use history::History;
use wire::{Board, Card, List};

/// Reads a board.
pub(super) fn read(text: &str, options: &Options) -> Result<Import, ImportError> {
    let board: Board = serde_json::from_str(text).map_err(|error| ImportError::json(&error))?;
    let mut lost = Tally::new();
    let mut fields = Fields::default();
    let raw: &RawValue = serde_json::from_str(text).map_err(|error| ImportError::json(&error))?;
    fields.count(raw, wire::BOARD_KNOWN, "board");

    let cards = cards(&board, &mut lost, &mut fields);
    unused_labels(&board, &cards, &mut lost);
    let (lists, places) = lists(&board, &cards, options)?;
    let mut reader = Reader {
        options,
        lists: &lists,
        places,
        history: History::read(&board.actions, &mut lost),
        checklists: Checklists::new(&board, &cards, &mut lost),
        colours: board.labels.iter().map(|label| (&*label.id, label.tag())).collect(),
        links: cards
            .iter()
            .flat_map(|card| [&*card.short_link, &*card.id])
            .filter(|id| !id.is_empty())
            .collect(),
        lost,
        fields,
        notes: Tally::new(),
    };
    let members = reader.members(&board, &cards);
    let mut tasks: Vec<(bool, usize, f64, Task)> = cards.iter().map(|card| reader.ranked(card)).collect();
    tasks.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.total_cmp(&b.2)));
    reader.leftover_comments();

    let Reader { mut lost, fields, notes, .. } = reader;
    fields.finish(&mut lost);
    let bundle = Bundle {
        format: bundle::FORMAT.to_owned(),
        version: bundle::VERSION,
        name: board.name.filled(),
        members,
        tasks: tasks.into_iter().map(|(.., task)| task).collect(),
        ..Bundle::default()
    };
    Ok(Import { bundle, source: Source::Trello, lists, left_out: lost.counted(), notes: notes.counted() })
}

/// The cards that can be read, each once.
fn cards(board: &Board, lost: &mut Tally<Lost>, fields: &mut Fields) -> Vec<Card> {
    let mut seen = HashSet::new();
    let mut cards = Vec::with_capacity(board.cards.len());
    for (at, raw) in board.cards.iter().enumerate() {
        let Some(card) = serde_json::from_str::<Card>(raw.get()).ok().filter(|card| !card.id.is_empty())
        else {
            lost.add(Lost::Unreadable, &(at + 1).to_string());
            continue;
        };
        if !seen.insert(card.id.0.clone()) {
            lost.add(Lost::Duplicate, &card.name);
        } else if card.is_template {
            lost.add(Lost::Template, &card.name);
        } else {
            fields.count(raw, wire::CARD_KNOWN, "card");
            cards.push(card);
        }
    }
    cards
}

/// Counts the labels that no card has. Boards come with six nameless ones, which say nothing.
fn unused_labels(board: &Board, cards: &[Card], lost: &mut Tally<Lost>) {
    let on_cards =
        cards.iter().flat_map(|card| card.id_labels.iter().chain(card.labels.iter().map(|label| &label.id)));
    let used: HashSet<&str> = on_cards.map(|id| &**id).collect();
    for label in board.labels.iter().filter(|label| !used.contains(&*label.id)) {
        if let Some(name) = label.name.filled() {
            lost.add(Lost::Label, &name);
        }
    }
}

/// The lists in board order with their states, and the place of each by its id.
fn lists<'a>(
    board: &'a Board,
    cards: &[Card],
    options: &Options,
) -> Result<(Vec<ListMapping>, HashMap<&'a str, usize>), ImportError> {
    let mut sorted: Vec<&List> = board.lists.iter().collect();
    sorted.sort_by(|a, b| a.pos.total_cmp(&b.pos));
    let mut held: HashMap<&str, usize> = HashMap::new();
    for card in cards {
        *held.entry(&card.id_list).or_default() += 1;
    }
    let mut lists: Vec<ListMapping> = sorted
        .iter()
        .map(|list| ListMapping {
            name: list.name.0.clone(),
            closed: list.closed,
            cards: held.get(&*list.id).copied().unwrap_or(0),
            state: State::Open,
        })
        .collect();
    states::map(&mut lists, &options.lists)?;
    Ok((lists, sorted.iter().enumerate().map(|(at, list)| (&*list.id, at)).collect()))
}

struct Reader<'a> {
    options: &'a Options,
    lists: &'a [ListMapping],
    /// Place in `lists` by a list's id.
    places: HashMap<&'a str, usize>,
    history: History,
    checklists: Checklists,
    /// A label's tag by its id, for exports whose cards only name ids.
    colours: HashMap<&'a str, Option<String>>,
    /// Short and long ids of all cards, to know a link to one of them.
    links: HashSet<&'a str>,
    lost: Tally<Lost>,
    fields: Fields,
    notes: Tally<Noted>,
}

impl Reader<'_> {
    /// The board's members, and those who are on a card but no longer on the board.
    fn members(&mut self, board: &Board, cards: &[Card]) -> Vec<bundle::Member> {
        let mut known = HashSet::new();
        let mut members = Vec::new();
        let busy: HashSet<&str> = cards.iter().flat_map(|card| &card.id_members).map(|id| &**id).collect();
        for member in board.members.iter().filter(|member| known.insert(&*member.id)) {
            let name = member.full_name.filled().or_else(|| member.username.filled());
            let name = name.unwrap_or_else(|| member.id.0.clone());
            if !busy.contains(&*member.id) {
                self.notes.add(Noted::Idle, &name);
            }
            if !member.email.is_empty() {
                self.lost.add(Lost::Address, &name);
            }
            if member.username.filled().is_some_and(|username| username != name) {
                self.fields.add("member.username");
            }
            let initials = member.initials.filled();
            members.push(bundle::Member {
                key: member_key(&member.id),
                name,
                initials,
                ..Default::default()
            });
        }
        for id in cards.iter().flat_map(|card| &card.id_members).filter(|id| !id.is_empty()) {
            if known.insert(id) {
                let name = self.history.name(id).unwrap_or(id).to_owned();
                self.notes.add(Noted::Stranger, &name);
                members.push(bundle::Member { key: member_key(id), name, ..Default::default() });
            }
        }
        // A writer who was never on a card and left the board is named in the remark itself.
        self.history.members = known.into_iter().map(str::to_owned).collect();
        members
    }

    /// A card's task, with what the tasks are sorted by: unfinished work first, its list's place, its place therein.
    fn ranked(&mut self, card: &Card) -> (bool, usize, f64, Task) {
        let place = self.places.get(&*card.id_list).copied();
        let task = self.task(card, place);
        let is_finished = matches!(&*task.state, "done" | "dropped");
        (is_finished, place.unwrap_or(usize::MAX), card.pos, task)
    }

    fn task(&mut self, card: &Card, place: Option<usize>) -> Task {
        let title = card.name.filled().unwrap_or_else(|| {
            self.notes.add(Noted::Untitled, "");
            words().import_untitled()
        });
        if !card.email.is_empty() {
            self.lost.add(Lost::Address, "");
        }
        let created = created(&card.id);
        let (state, reason) = self.state(card, place);
        let active = instant(&card.date_last_activity).or(created);
        let since = match state {
            State::Dropped if card.closed => self.history.archived(&card.id),
            _ => self.history.moved(&card.id, created),
        };
        let since = since.or(active);
        let due = self.date(&card.due, &title).map(self.options.day);
        let (claims, links, remarks) =
            (self.claims(card, state, created, since), self.links(card), self.remarks(card));
        Task {
            key: format!("trello:card:{}", &*card.id),
            notes: self.checklists.notes(card, &mut self.notes),
            title,
            state: state.word().to_owned(),
            reason,
            since,
            created,
            tags: self.tags(card),
            due,
            links,
            claims,
            remarks,
            ..Task::default()
        }
    }

    fn state(&mut self, card: &Card, place: Option<usize>) -> (State, Option<String>) {
        let list = place.map(|place| &self.lists[place]);
        let mapped = list.map_or(State::Open, |list| list.state);
        if list.is_none() {
            self.notes.add(Noted::NoList, &card.name);
        }
        let list_closed = list.is_some_and(|list| list.closed);
        if list_closed && !card.closed {
            self.notes.add(Noted::InArchivedList, &card.name);
        }
        match mapped {
            _ if (card.closed || list_closed) && (mapped == State::Done || card.due_complete) => {
                self.notes.add(Noted::ArchivedDone, &card.name);
                (State::Done, None)
            }
            _ if card.closed || list_closed => {
                self.notes.add(Noted::ArchivedDropped, &card.name);
                (State::Dropped, Some(words().import_reason_archived()))
            }
            State::Dropped => (State::Dropped, list.map(|list| list.name.clone())),
            State::Open | State::Doing | State::Review if card.due_complete => {
                self.notes.add(Noted::MarkedComplete, &card.name);
                (State::Done, None)
            }
            state => (state, None),
        }
    }

    /// The first member leads, the others help: Trello does not say who answers for a card.
    fn claims(
        &mut self,
        card: &Card,
        state: State,
        created: Option<DateTime<Utc>>,
        since: Option<DateTime<Utc>>,
    ) -> Vec<Claim> {
        if self.options.no_claims {
            self.lost.add_many(Lost::Claim, card.id_members.len(), &card.name);
            return Vec::new();
        }
        let mut seen = HashSet::new();
        let ids = card.id_members.iter().filter(|id| !id.is_empty() && seen.insert(&***id));
        ids.enumerate()
            .map(|(at, id)| Claim {
                member: member_key(id),
                part: if at == 0 { "lead" } else { "helper" }.to_owned(),
                since: self.history.joined(&card.id, id).or(if state.is_finished() {
                    created
                } else {
                    since
                }),
                lease: None,
                ended: since.filter(|_| state.is_finished()),
                end: state.is_finished().then(|| "done".to_owned()),
            })
            .collect()
    }

    fn tags(&mut self, card: &Card) -> Vec<String> {
        let mut tags: Vec<String> = card.labels.iter().filter_map(|label| label.tag()).collect();
        if card.labels.is_empty() {
            let named = card.id_labels.iter().filter_map(|id| self.colours.get(&**id));
            tags.extend(named.filter_map(Clone::clone));
        }
        let mut seen = HashSet::new();
        tags.retain(|tag| seen.insert(tag.clone()));
        tags
    }

    fn links(&mut self, card: &Card) -> Vec<String> {
        let mut links: Vec<String> = Vec::new();
        for attachment in &card.attachments {
            let Some(url) = attachment.url.filled() else {
                self.fields.add("attachment");
                continue;
            };
            if attachment.is_upload {
                self.notes.add(Noted::Upload, &attachment.name);
            }
            if wire::linked_card(&url).is_some_and(|id| self.links.contains(id)) {
                self.notes.add(Noted::CardLink, "");
            }
            if attachment.name.filled().is_some_and(|name| name != url) {
                self.fields.add("attachment.name");
            }
            if !links.contains(&url) {
                links.push(url);
            }
        }
        links
    }

    fn remarks(&mut self, card: &Card) -> Vec<Remark> {
        let comments = self.history.take_comments(&card.id);
        // An export holds the newest 1000 actions, so that old comments may be missing.
        self.lost.add_many(Lost::Comment, card.badges.comments.saturating_sub(comments.len()), &card.name);
        let remarks = comments.into_iter().map(|comment| {
            let is_member = self.history.members.contains(&comment.by);
            let text = match self.history.name(&comment.by) {
                Some(name) if !is_member => format!("{name}: {}", comment.text),
                _ => comment.text,
            };
            Remark { by: is_member.then(|| member_key(&comment.by)), at: comment.at, text }
        });
        remarks.collect()
    }

    /// An instant, counted where it is there but cannot be read.
    fn date(&mut self, text: &str, title: &str) -> Option<DateTime<Utc>> {
        let at = instant(text);
        if at.is_none() && !text.is_empty() {
            self.lost.add(Lost::Date, title);
        }
        at
    }

    fn leftover_comments(&mut self) {
        for comment in self.history.leftover() {
            self.lost.add(Lost::CommentOnNothing, &comment.text);
        }
    }
}

fn member_key(id: &str) -> String {
    format!("trello:member:{id}")
}

/// A Trello id begins with the second of its making, in hexadecimal.
fn created(id: &str) -> Option<DateTime<Utc>> {
    let seconds = i64::from_str_radix(id.get(..8)?, 16).ok()?;
    DateTime::from_timestamp(seconds, 0)
}

#[cfg(test)]
mod tests;
