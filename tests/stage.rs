//! Nothing private stands on the stage.
//!
//! Every text that any event has was decided on: whether a room may read it. A board is made of a history in which each text
//! says what it is, and everything that the stage can show of it is looked through.

#[allow(dead_code, reason = "one long history of its own is enough here")]
mod histories;

use std::collections::{BTreeMap, BTreeSet};

use histories::{BOARD, KINDS, Step, history};
use ratatui::{buffer::Buffer, layout::Rect};
use serde_json::value::{RawValue, to_raw_value};
use serde_json::{Value, json};
use setara::domain::calendar::At;
use setara::domain::decide::{Command, Destination, EndMeeting, MoveMeeting, RetroSetup, StartMeeting};
use setara::domain::event::Event;
use setara::domain::id::{MeetingId, MemberId, RecordId, ReplicaId};
use setara::domain::meeting::{CardNames, Dots, MeetingKind};
use setara::domain::record::{Draft, Record, Tip};
use setara::session::{Environment, Session};
use setara::store::Store;
use setara::tui::kit::theme::Theme;
use setara::tui::screens::stage::{Stage, in_words};

/// What of each event is a text: what a room may read, what it must not, and what is a code or a key and no text of
/// anybody's. Where another tool knows things by keys and files, that is never shown: see [`KEYS`].
const DECIDED: &[(&str, Fields, Fields, Fields)] = &[
    ("board.started", &[], &["name"], &[]),
    ("board.agreed", &["states"], &[], &["terms", "was", "meets"]),
    ("member.joined", &["name"], &["initials"], &[]),
    ("member.edited", &["name"], &["initials", "contact", "teaches", "learns"], &[]),
    ("member.away", &[], &[], &[]),
    ("member.left", &[], &[], &[]),
    ("member.returned", &[], &[], &[]),
    ("member.device", &[], &[], &["key"]),
    ("member.merged", &["name"], &[], &[]),
    ("role.added", &["name"], &["purpose", "domains", "accountabilities"], &[]),
    ("role.edited", &["name"], &["purpose", "domains", "accountabilities"], &[]),
    ("role.taken", &[], &["focus"], &[]),
    ("role.put_down", &[], &[], &[]),
    ("role.merged", &[], &[], &[]),
    ("goal.added", &["title"], &["why", "measure", "unit"], &[]),
    ("goal.edited", &["title"], &["why", "measure", "unit"], &[]),
    ("goal.read", &[], &[], &[]),
    ("goal.moved", &[], &["reason"], &[]),
    ("task.added", &["title"], &["notes", "reason", "tags", "skills", "next", "links"], &[]),
    ("task.edited", &["title"], &["notes", "tags", "skills", "next", "links", "step"], &[]),
    ("task.moved", &[], &["reason"], &[]),
    ("task.ranked", &[], &["reason"], &[]),
    ("task.parked", &[], &[], &[]),
    ("task.claimed", &[], &["contest", "note"], &[]),
    ("task.renewed", &[], &[], &[]),
    ("task.given_back", &[], &["note"], &[]),
    ("task.offered", &[], &["note"], &[]),
    ("task.offer_accepted", &[], &[], &[]),
    ("task.offer_declined", &[], &["reason"], &[]),
    ("task.offer_withdrawn", &[], &[], &[]),
    ("task.blocked", &["what", "on"], &[], &[]),
    ("task.blocker_asked", &[], &[], &[]),
    ("task.blocker_promised", &[], &[], &[]),
    ("task.blocker_cleared", &[], &["how"], &[]),
    ("task.blocker_withdrawn", &[], &[], &[]),
    ("task.remarked", &[], &["text"], &[]),
    ("task.merged", &[], &[], &[]),
    ("task.took_in", &["blockers"], &[], &[]),
    ("task.blocker_turned", &["on"], &[], &[]),
    // Felt gaps are for the whole team, and come to the stage by nobody's hand yet.
    ("tension.sensed", &[], &["is", "could", "serves"], &[]),
    ("tension.taken_up", &[], &[], &[]),
    ("tension.became", &[], &[], &[]),
    ("tension.settled", &[], &["why"], &[]),
    ("tension.let_go", &[], &["why"], &[]),
    // What is to be decided is called by its title; what each says to it is read on its page.
    ("decision.drafted", &["title"], &["why", "text", "trial", "options", "outcome"], &[]),
    ("decision.amended", &["title"], &["why", "text", "trial", "options"], &[]),
    ("decision.moved", &[], &["why"], &[]),
    ("decision.scheduled", &[], &[], &[]),
    ("decision.asked", &[], &["text"], &[]),
    ("decision.answered", &[], &["text"], &[]),
    ("decision.stance", &[], &["reason"], &[]),
    ("decision.tested", &[], &["view"], &[]),
    ("decision.joined", &[], &[], &[]),
    ("decision.stepped_out", &[], &[], &[]),
    ("decision.adopted", &[], &["took"], &[]),
    ("decision.shown", &[], &[], &[]),
    ("decision.withdrawn", &[], &["why"], &[]),
    ("decision.carried", &[], &[], &[]),
    ("decision.judged", &[], &["why"], &[]),
    ("decision.reviewed", &[], &[], &[]),
    // Rules of the team are for the whole team; no panel shows one yet.
    ("agreement.drafted", &[], AGREED, &[]),
    ("agreement.amended", &[], AGREED, &[]),
    ("agreement.agreed", &[], &[], &[]),
    ("agreement.left", &[], &[], &[]),
    ("agreement.withdrawn", &[], &["why"], &[]),
    ("agreement.reviewed", &[], &[], &[]),
    // Given in the room; between them nothing of it is shown.
    ("thanks.given", &["text"], &[], &[]),
    ("meeting.started", &["columns"], &["format"], &[]),
    ("meeting.parked", &["text"], &[], &[]),
    // Of those that are hidden there is no record before all of them are shown.
    ("meeting.card_added", &["text"], &[], &[]),
    ("meeting.card_struck", &[], &["why"], &[]),
    ("meeting.revealed", &["cards"], &[], &[]),
    ("meeting.grouped", &["name"], &[], &[]),
    ("finding.settled", &[], &["reason", "texts"], &["finding", "facts"]),
    ("finding.offered", &[], &["reason"], &["finding", "way"]),
    ("finding.answered", &[], &["reason"], &[]),
];

/// All that an agreement says.
const AGREED: Fields = &["title", "text", "about", "criteria", "duties", "share", "dispute"];

type Fields = &'static [&'static str];

/// What importers write into any event: the key that it has elsewhere, and the file.
const KEYS: [&str; 3] = ["from", "source", "file"];

/// What holds no text, whatever it is wrapped in.
const NO_TEXT: &[&str] = &[
    "Option",
    "Vec",
    "MemberId",
    "TaskId",
    "RoleId",
    "GoalId",
    "TensionId",
    "DecisionId",
    "DecisionKind",
    "Hide",
    "Phase",
    "Word",
    "Probe",
    "Judgement",
    "Excused",
    "SubjectId",
    "RecordId",
    "MeetingId",
    "At",
    "Day",
    "bool",
    "u32",
    "u64",
    "f64",
    "Rank",
    "State",
    "Part",
    "End",
    "LeaseTerms",
    "Week",
    "Horizon",
    "GoalState",
    "RoleState",
    "MeetingKind",
    "PairingKind",
    "AgreementKind",
    "Way",
    "Planned",
    "Place",
    "How",
    "Verdict",
    "Outcome",
    "CardId",
    "CardNames",
    "Dots",
    "ReplicaId",
];

/// The fields of an event that may hold a text, by their names, with whether they are texts themselves.
fn texts(declared: &str) -> BTreeMap<String, bool> {
    let declared = declared.replace('\n', " ");
    let fields = declared.split("pub ").skip(1).filter_map(|field| field.split_once(" : "));
    let mut texts = BTreeMap::new();
    for (name, rest) in fields {
        let of_type = rest.split("#[").next().unwrap_or_default();
        let names = of_type.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|name| !name.is_empty());
        let own =
            names.filter(|name| !["crate", "domain", "id", "calendar", "std", "collections"].contains(name));
        let others: Vec<&str> = own.filter(|name| !NO_TEXT.contains(name)).collect();
        if !others.is_empty() {
            texts.insert(name.trim().to_owned(), others.contains(&"String"));
        }
    }
    texts
}

fn decided(event: &str) -> Option<(Fields, Fields, Fields)> {
    let found = DECIDED.iter().find(|(name, ..)| *name == event)?;
    Some((found.1, found.2, found.3))
}

#[test]
fn of_every_text_that_an_event_has_somebody_decided_whether_a_room_may_read_it() {
    for (event, declared) in Event::declared() {
        let (public, private, codes) = decided(event).unwrap_or_default();
        let known: BTreeSet<&str> = public.iter().chain(private).chain(codes).copied().collect();
        for field in texts(declared).keys() {
            assert!(
                known.contains(field.as_str()) || KEYS.contains(&field.as_str()),
                "{event}: may a room read `{field}`? Say so in tests/stage.rs"
            );
        }
        for field in known {
            assert!(texts(declared).contains_key(field), "{event} has no text `{field}` any more");
        }
    }
}

/// What a text is replaced by: it says itself whether it may be seen.
fn marked(event: &str, field: &str, may: &str) -> String {
    format!("{may} {event} {field}")
}

const SEEN: &str = "seen";
const UNSEEN: &str = "unseen";

/// The data of an event with its texts marked; those that could be are noted.
fn mark(
    event: &str,
    data: &RawValue,
    declared: &str,
    done: &mut BTreeSet<(String, String)>,
) -> Box<RawValue> {
    let mut data: Value = serde_json::from_str(data.get()).unwrap();
    let (public, private, codes) = decided(event).unwrap_or_default();
    for (field, _) in texts(declared) {
        if codes.contains(&field.as_str()) {
            continue;
        }
        let may = if public.contains(&field.as_str()) { SEEN } else { UNSEEN };
        assert!(may == SEEN || private.contains(&field.as_str()) || KEYS.contains(&field.as_str()));
        let text = marked(event, &field, may);
        let blocker = json!({ "id": RecordId::ZERO, "what": text, "by": MemberId(uuid::Uuid::from_u128(1)), "raised": 0 });
        // A text, several, one of whom a blocker waits on, a step of a checklist, a blocker that
        // moves, and a trial.
        let shapes = [
            json!(text),
            json!([text]),
            json!([[0, text]]),
            json!({ "other": text }),
            json!({ "ticked": text }),
            json!({ "doing": text }),
            json!([blocker]),
            json!({ "tried": text, "judged": text, "stop": text, "ends": "2026-12-01" }),
        ];
        let was = data.get(&field).cloned();
        let fits = shapes.into_iter().any(|shape| {
            data[&field] = shape;
            let raw = to_raw_value(&data).unwrap();
            Event::read(event, &raw).is_some_and(|event| event.data().get().contains(&text))
        });
        match (fits, was) {
            (true, _) => drop(done.insert((event.to_owned(), field))),
            (false, Some(was)) => data[&field] = was,
            (false, None) => drop(data.as_object_mut().unwrap().remove(&field)),
        }
    }
    to_raw_value(&data).unwrap()
}

/// A long history of every event there is, its texts marked, as the lines of one machine; and which texts that were.
fn lines() -> (Vec<String>, BTreeSet<(String, String)>) {
    let declared: BTreeMap<&str, &str> = Event::declared().collect();
    let mut chance = 23_u64;
    let mut draw = move |below: u64| {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((chance >> 33) % below) as u8
    };
    let steps: Vec<Step> = (0..2_600)
        .map(|_| Step::Act {
            replica: 0,
            member: draw(4),
            what: draw(u64::from(KINDS)),
            subject: draw(8),
            arg: draw(256),
        })
        .collect();
    let mut tip = Tip { replica: ReplicaId([9; 16]), count: 0, last: RecordId::ZERO, lamport: 0 };
    let mut ids: BTreeMap<String, String> = BTreeMap::new();
    let (mut lines, mut done) = (Vec::new(), BTreeSet::new());
    let hex = |id: &RecordId| serde_json::to_string(id).unwrap().trim_matches('"').to_owned();
    for (record, _) in history(&steps) {
        let Some(event) = &record.event else { continue };
        let kind = event.kind();
        let mut data = mark(kind, &event.data(), declared[kind], &mut done).get().to_owned();
        for (old, new) in &ids {
            data = data.replace(old, new);
        }
        let event = Event::read(kind, &RawValue::from_string(data).unwrap()).unwrap();
        let ends = record
            .ends
            .iter()
            .filter_map(|id| serde_json::from_str(&format!("\"{}\"", ids.get(&hex(id))?)).ok());
        let draft = Draft { subject: record.subject, event, ends: ends.collect() };
        let (new, line) = Record::write(draft, BOARD, record.author, record.at, &mut tip);
        ids.insert(hex(&record.id), hex(&new.id));
        lines.push(line);
    }
    (lines, done)
}

#[test]
fn no_panel_of_no_size_shows_what_is_private() {
    let (lines, done) = lines();
    for (event, _, private, _) in DECIDED {
        for field in *private {
            let is_marked = done.contains(&((*event).to_owned(), (*field).to_owned()));
            assert!(is_marked, "{event}: no history says its `{field}`");
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    let now: chrono::DateTime<chrono::Utc> = "2026-11-16T09:31:00Z".parse().unwrap();
    let world = Environment::fixed(now.into(), "stage");
    let store = Store::create(&path, BOARD, world.keyring(), |writing| {
        writing.receive(lines.iter().map(String::as_str)).map(drop)
    });
    drop(store.unwrap());
    let mut session = Session::open(&path, world).unwrap();
    session.join("Zoe", None).unwrap();

    let mut seen = look(&session);
    // What history left open is looked at as it stood then, and gone through.
    let then = Environment::fixed(At(1_793_610_000_000), "then");
    session.stand_in(then);
    for kind in MeetingKind::ALL {
        while let Some(open) = session.open_meeting(kind).unwrap() {
            go_through(&mut session, open.id, &mut seen);
        }
    }
    for kind in MeetingKind::ALL {
        let id = MeetingId(session.new_id());
        let columns = vec!["Helped".to_owned(), "Hindered".to_owned()];
        let setup = RetroSetup { format: None, columns, names: CardNames::Named, dots: Dots::default() };
        let retro = (kind == MeetingKind::Retro).then_some(setup);
        session.perform(&Command::StartMeeting(StartMeeting { id, kind, retro })).unwrap();
        go_through(&mut session, id, &mut seen);
    }
    for (kind, field) in
        [("task.", "title"), ("goal.", "title"), ("task.", "what"), ("member.", "name"), ("meeting.", "text")]
    {
        let mut events = DECIDED.iter().map(|(event, ..)| *event).filter(|event| event.starts_with(kind));
        let is_seen = events.any(|event| seen.contains(&marked(event, field, SEEN)));
        assert!(is_seen, "the stage shows no {kind}{field}, so nothing was tried:\n{seen}");
    }
}

/// Through every step of a meeting, with every task of the walk and everybody's turn, and what came of it.
fn go_through(session: &mut Session, meeting: MeetingId, seen: &mut String) {
    let mut go = |session: &mut Session, to: Destination| {
        let now = session.meeting(meeting).unwrap().unwrap();
        let from = now.course.now().unwrap().id;
        let moved = MoveMeeting { meeting, from, to, how: None };
        let gone = session.perform(&Command::MoveMeeting(moved)).is_ok();
        seen.push_str(&look(session));
        gone
    };
    for step in session.meeting(meeting).unwrap().unwrap().kind.steps() {
        go(session, Destination::Step(step));
        for _ in 0..8 {
            let here = session.meeting(meeting).unwrap().unwrap().place().unwrap();
            let is_thing = here.task.is_some() || here.member.is_some() || here.topic.is_some();
            if !is_thing || !go(session, Destination::Next) {
                break;
            }
        }
    }
    if session.meeting(meeting).unwrap().unwrap().is_open() {
        session.perform(&Command::EndMeeting(EndMeeting { meeting })).unwrap();
    }
    seen.push_str(&look(session));
}

/// All that the stage shows of the board as it stands, in words and drawn at every size.
fn look(session: &Session) -> String {
    let mut seen = String::new();
    let panels = in_words(session).unwrap();
    for line in panels.concat() {
        assert!(!line.contains(UNSEEN), "{line}");
        seen.push_str(&line);
        seen.push('\n');
    }
    for size in [(40, 12), (80, 24), (120, 40), (200, 60)] {
        let mut stage = Stage::read(session).unwrap();
        for _ in 0..panels.len() {
            let mut buf = Buffer::empty(Rect::new(0, 0, size.0, size.1));
            stage.view(buf.area, &mut buf, &Theme::mono());
            let drawn: String = buf.content.iter().map(|cell| cell.symbol()).collect();
            assert!(!drawn.contains(UNSEEN), "{drawn}");
            stage.go(1, session.now());
        }
    }
    seen
}
