//! A Trello board, from its menu's *Export as JSON*.
//!
//! **Invariant:** neither a card's nor a member's e-mail address enters the bundle.

mod history;
mod wire;

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::bundle::{self, Bundle, Claim, Remark, Task};
use super::checklists::{Checklist, Checklists};
use super::detect::{File, Format};
use super::error::ImportError;
use super::import::{Gathered, Import, ListMapping, Options, Source, State};
use super::item::Item;
use super::lists::{Lists, Marks};
use super::tally::{Lost, Noted};
use history::History;
use wire::{Card, Label, List, Member};

pub(super) const FORMAT: Format = Format { is_json: true, has_lists: true, recognises, read };

/// Other tools have lists and cards, too. Trello's cards name their list as `idList`, its lists their board as `idBoard`.
fn recognises(file: &File) -> bool {
    const OF_CARDS: [&str; 5] = ["idList", "idMembers", "idLabels", "idChecklists", "idShort"];
    let Some(root) = file.json().and_then(|json| json.root()) else { return false };
    let is_card = |item: &Item| OF_CARDS.iter().any(|field| item.has(field));
    root.has("lists") && root.items("cards", "").iter().any(is_card)
        || root.items("lists", "").iter().any(|list| list.has("idBoard"))
}

/// Reads a board.
fn read(file: &File, options: &Options) -> Result<Import, ImportError> {
    let gathered = Gathered::new();
    let (lists, bundle) = match file.object().and_then(|raw| Item::read(raw, "board", &gathered.lost)) {
        Some(board) => read_board(&board, options, &gathered)?,
        None => return Err(ImportError::NotABoard { may_be: None }),
    };
    let lists = lists.finish(&gathered.notes);
    Ok(gathered.import(Source::Trello, lists, bundle))
}

fn read_board(board: &Item, options: &Options, gathered: &Gathered) -> Result<(Lists, Bundle), ImportError> {
    let cards = cards(board, gathered);
    let labels: Vec<Label> = board.items("labels", "label").iter().map(Label::read).collect();
    unused_labels(&labels, &cards, gathered);
    let people: Vec<Member> = board.items("members", "member").iter().map(Member::read).collect();
    let on_board = board.items("checklists", "checklist");
    let on_board: Vec<Checklist> = on_board.iter().map(|item| wire::checklist(item, None)).collect();
    let checklists = cards.iter().flat_map(|card| &card.checklists).chain(&on_board);
    let ids = cards.iter().map(|card| &*card.id).collect();
    let lists = lists(board, &cards, options)?;
    let mut reader = Reader {
        options,
        lists: &lists,
        history: History::read(&board.items("actions", "action"), &gathered.lost),
        checklists: Checklists::new(checklists, &ids, &gathered.lost),
        colours: labels.iter().map(|label| (&*label.id, label.tag())).collect(),
        links: cards
            .iter()
            .flat_map(|card| [card.short_link.as_deref(), Some(&*card.id)])
            .flatten()
            .filter(|id| !id.is_empty())
            .collect(),
        gathered,
    };
    let members = reader.members(&people, &cards);
    let mut tasks: Vec<(bool, usize, f64, Task)> = cards.iter().map(|card| reader.ranked(card)).collect();
    tasks.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.total_cmp(&b.2)));
    reader.leftover_comments();
    let bundle = Bundle {
        name: board.text("name"),
        members,
        tasks: tasks.into_iter().map(|(.., task)| task).collect(),
        ..Bundle::new()
    };
    board.rest(wire::BOARD_SILENT);
    Ok((lists, bundle))
}

/// The cards that can be read, each once.
fn cards(board: &Item, gathered: &Gathered) -> Vec<Card> {
    let lost = &gathered.lost;
    let mut seen = HashSet::new();
    let mut cards = Vec::new();
    for (at, raw) in board.list("cards").into_iter().enumerate() {
        let item = Item::read(raw, "card", lost);
        let Some(item) = item.filter(|item| ["id", "name", "desc"].iter().any(|field| item.has(field)))
        else {
            lost.add(Lost::Unreadable, &(at + 1).to_string());
            continue;
        };
        let card = Card::read(&item);
        if !seen.insert(card.id.clone()) {
            lost.add(Lost::Duplicate, card.called());
        } else if card.is_template {
            lost.add(Lost::Template, card.called());
        } else {
            item.rest(wire::CARD_SILENT);
            cards.push(card);
        }
    }
    cards
}

/// Counts the labels that no card has. Boards come with six nameless ones, which say nothing.
fn unused_labels(labels: &[Label], cards: &[Card], gathered: &Gathered) {
    let used: HashSet<&str> = cards.iter().flat_map(|card| &card.id_labels).map(|id| &**id).collect();
    for label in labels.iter().filter(|label| !used.contains(&*label.id)) {
        if let Some(name) = &label.name {
            gathered.lost.add(Lost::Label, name);
        }
    }
}

/// The lists in board order with their states.
fn lists(board: &Item, cards: &[Card], options: &Options) -> Result<Lists, ImportError> {
    let mut lists: Vec<List> = board.items("lists", "list").iter().map(List::read).collect();
    lists.sort_by(|a, b| a.pos.total_cmp(&b.pos));
    let mut held: HashMap<&str, usize> = HashMap::new();
    for card in cards {
        *held.entry(&card.id_list).or_default() += 1;
    }
    let lists = lists.into_iter().map(|list| {
        let cards = held.get(&*list.id).copied().unwrap_or(0);
        let mapping = ListMapping::new(&list.name, list.closed, cards);
        (list.id, mapping)
    });
    Lists::new(lists.collect(), &options.lists)
}

struct Reader<'a> {
    options: &'a Options,
    lists: &'a Lists,
    history: History,
    checklists: Checklists,
    /// A label's tag by its id, for exports whose cards only name ids.
    colours: HashMap<&'a str, Option<String>>,
    /// Short and long ids of all cards, to know a link to one of them.
    links: HashSet<&'a str>,
    gathered: &'a Gathered,
}

impl Reader<'_> {
    /// The board's members, and those who are on a card but no longer on the board.
    fn members(&mut self, people: &[Member], cards: &[Card]) -> Vec<bundle::Member> {
        let mut known = HashSet::new();
        let mut members = Vec::new();
        let busy: HashSet<&str> = cards.iter().flat_map(|card| &card.id_members).map(|id| &**id).collect();
        for member in people.iter().filter(|member| known.insert(&*member.id)) {
            let name = member.full_name.as_ref().or(member.username.as_ref()).unwrap_or(&member.id).clone();
            if !busy.contains(&*member.id) {
                self.gathered.notes.add(Noted::Idle, &name);
            }
            if member.has_email {
                self.gathered.lost.add(Lost::Address, &name);
            }
            if member.username.as_ref().is_some_and(|username| *username != name) {
                self.is_left_out("member.username");
            }
            let initials = member.initials.clone();
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
                self.gathered.notes.add(Noted::Stranger, &name);
                members.push(bundle::Member { key: member_key(id), name, ..Default::default() });
            }
        }
        // A writer who was never on a card and left the board is named in the remark itself.
        self.history.members = known.into_iter().map(str::to_owned).collect();
        members
    }

    /// A card's task, with what the tasks are sorted by: unfinished work first, its list's place, its place therein.
    fn ranked(&mut self, card: &Card) -> (bool, usize, f64, Task) {
        let place = self.lists.place(&card.id_list);
        let task = self.task(card, place);
        let is_finished = matches!(&*task.state, "done" | "dropped");
        (is_finished, place.unwrap_or(usize::MAX), card.pos, task)
    }

    fn task(&mut self, card: &Card, place: Option<usize>) -> Task {
        let title = self.gathered.title(card.name.clone(), card.desc.as_deref(), "");
        if card.has_email {
            self.gathered.lost.add(Lost::Address, "");
        }
        let created = created(&card.id);
        let marks = Marks { is_archived: card.closed, is_complete: card.due_complete };
        let (state, reason) = self.lists.state(place, marks, card.called(), &self.gathered.notes);
        let active = card.last_activity.or(created);
        let since = match state {
            State::Dropped if card.closed => self.history.archived(&card.id),
            _ => self.history.moved(&card.id, created),
        };
        let since = since.or(active);
        let due = card.due.map(|due| due.day(self.options.day));
        let (claims, links, remarks) =
            (self.claims(card, state, created, since), self.links(card), self.remarks(card));
        let mut task = Task {
            key: format!("trello:card:{}", card.id),
            notes: self.checklists.notes(&card.id, card.desc.as_deref(), &self.gathered.notes),
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
        };
        self.lists.mark(place, &mut task, &self.gathered.notes);
        task
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
            self.gathered.lost.add_many(Lost::Claim, card.id_members.len(), card.called());
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
        let mut tags = card.labels.clone();
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
            let Some(url) = attachment.url.clone() else {
                self.is_left_out("attachment");
                continue;
            };
            if attachment.is_upload {
                self.gathered.notes.add(Noted::Upload, attachment.name.as_deref().unwrap_or_default());
            }
            if wire::linked_card(&url).is_some_and(|id| self.links.contains(id)) {
                self.gathered.notes.add(Noted::CardLink, "");
            }
            if attachment.name.as_ref().is_some_and(|name| *name != url) {
                self.is_left_out("attachment.name");
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
        self.gathered.lost.add_many(
            Lost::Comment,
            card.comments.saturating_sub(comments.len()),
            card.called(),
        );
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

    fn is_left_out(&self, field: &str) {
        self.gathered.lost.add(Lost::Field(field.to_owned()), "");
    }

    fn leftover_comments(&mut self) {
        for comment in self.history.leftover() {
            self.gathered.lost.add(Lost::CommentOnNothing, &comment.text);
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
