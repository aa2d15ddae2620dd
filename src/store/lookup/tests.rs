use std::collections::BTreeSet;

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::domain::event::*;
use crate::domain::goal::{GoalState, Horizon};
use crate::domain::id::{BoardId, MemberId};
use crate::domain::record::Draft;
use crate::domain::role::RoleState;
use crate::domain::task::State;
use crate::store::Key;

const AYU: MemberId = MemberId(Uuid::from_u128(10));
const NOW: At = At(1_793_610_000_000);
const KINDS: [Kind; 4] = [Kind::Task, Kind::Role, Kind::Goal, Kind::Member];

/// A subject of a random board.
#[derive(Debug, Clone)]
struct Made {
    kind: Kind,
    /// Its first five letters, of which there are few.
    letters: u8,
    /// How many days ago it ended.
    ended: Option<i64>,
}

fn made() -> impl Strategy<Value = Made> {
    let ended = prop_oneof![2 => Just(None), 1 => (0..30i64).prop_map(Some), 1 => (31..90i64).prop_map(Some)];
    (prop::sample::select(KINDS.to_vec()), any::<u8>(), ended).prop_map(|(kind, letters, ended)| Made {
        kind,
        letters,
        ended,
    })
}

/// An id whose handle begins with letters that many share; `n` keeps it apart from all others.
fn id(n: usize, letters: u8) -> SubjectId {
    let bits = |from: u32, count: u32| u128::from(letters >> from) & ((1 << count) - 1);
    let word = bits(7, 1) << 12 | bits(6, 1) << 10 | bits(4, 2) << 6 | bits(3, 1) << 4 | bits(0, 3);
    SubjectId(Uuid::from_u128(1 << 100 | word << 16 | n as u128))
}

fn added(kind: Kind, name: String) -> Event {
    match kind {
        Kind::Member => Event::Member(MemberEvent::Joined(MemberJoined {
            name,
            initials: None,
            source: None,
            file: None,
            at: None,
        })),
        Kind::Role => {
            Event::Role(RoleEvent::Added(RoleAdded { name, state: RoleState::Active, ..Default::default() }))
        }
        Kind::Goal => Event::Goal(GoalEvent::Added(GoalAdded {
            title: name,
            horizon: Horizon::Short,
            state: GoalState::Active,
            ..Default::default()
        })),
        _ => Event::Task(TaskEvent::Added(TaskAdded {
            title: name,
            state: State::Open,
            rank: "C".to_owned(),
            ..Default::default()
        })),
    }
}

fn ended(kind: Kind) -> Event {
    match kind {
        Kind::Member => Event::Member(MemberEvent::Left(MemberLeft { at: None, by: None, from: None })),
        Kind::Role => Event::Role(RoleEvent::Edited(RoleEdited {
            state: Some(RoleState::Retired),
            ..Default::default()
        })),
        Kind::Goal => Event::Goal(GoalEvent::Moved(GoalMoved {
            to: GoalState::Met,
            reason: None,
            by: None,
            at: None,
            from: None,
        })),
        _ => Event::Task(TaskEvent::Moved(TaskMoved {
            to: State::Done,
            reason: None,
            led: Vec::new(),
            by: None,
            at: None,
            from: None,
        })),
    }
}

/// A board with these; their names are no beginnings of handles.
fn board(all: &[Made]) -> Store {
    let mut store = Store::in_memory(BoardId(Uuid::from_u128(1)), &Key::from_seed([1; 32])).unwrap();
    let mut writing = store.write().unwrap();
    for (n, made) in all.iter().enumerate() {
        let id = id(n, made.letters);
        let mut write = |at: At, event: Event| {
            writing.append(AYU, at, vec![Draft::new(id, event)]).unwrap();
        };
        write(NOW.plus_days(-100), added(made.kind, format!("x{n}")));
        if let Some(days) = made.ended {
            write(NOW.plus_days(-days), ended(made.kind));
        }
    }
    writing.commit().unwrap();
    store
}

/// The same by looking at everything.
struct Model<'a> {
    all: &'a [Made],
    wholes: Vec<String>,
}

impl Model<'_> {
    fn of(all: &[Made]) -> Model<'_> {
        let wholes = all.iter().enumerate().map(|(n, made)| handle::whole(id(n, made.letters).0)).collect();
        Model { all, wholes }
    }

    fn is_of_the_set(&self, n: usize) -> bool {
        self.all[n].ended.is_none_or(|days| days <= 30)
    }

    fn shown(&self, n: usize) -> String {
        let whole = &self.wholes[n];
        let others: Vec<&String> = (0..self.all.len())
            .filter(|other| *other != n && (!self.is_of_the_set(n) || self.is_of_the_set(*other)))
            .map(|other| &self.wholes[other])
            .collect();
        let unique = |end: &usize| !others.iter().any(|other| other.starts_with(&whole[..*end]));
        let end = (handle::SHOWN..whole.len()).find(unique).unwrap_or(whole.len());
        whole[..end].to_owned()
    }

    /// What a word may mean of a kind.
    fn meant(&self, kind: Kind, word: &str) -> BTreeSet<SubjectId> {
        let begun = |n: &usize| self.wholes[*n].starts_with(word);
        let (set, old): (Vec<usize>, Vec<usize>) =
            (0..self.all.len()).filter(begun).partition(|n| self.is_of_the_set(*n));
        let fit = if set.is_empty() { old } else { set };
        fit.into_iter().filter(|n| self.all[*n].kind == kind).map(|n| id(n, self.all[n].letters)).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_shown_means_just_that_and_what_fits_several_lists_them(all in prop::collection::vec(made(), 1..40)) {
        let store = board(&all);
        let (store, model) = (store.as_of(NOW), Model::of(&all));
        for (n, made) in all.iter().enumerate() {
            let (id, whole) = (id(n, made.letters), &model.wholes[n]);
            let shown = store.handle_of(id).unwrap();
            prop_assert_eq!(&shown, &model.shown(n), "{:?}", made);
            for kind in KINDS {
                let found: Vec<Match> = store.find(&[kind], &shown).unwrap();
                let found: Vec<_> = found.into_iter().map(|found| (found.id, found.handle)).collect();
                let meant = if kind == made.kind { vec![(id, shown.clone())] } else { Vec::new() };
                prop_assert_eq!(found, meant, "{} as a {:?}", shown, kind);
                let named = store.with_whole_handle(kind, whole).unwrap();
                let is_meant = kind == made.kind && kind != Kind::Member;
                prop_assert_eq!(named, is_meant.then_some(id), "{} as a {:?}", whole, kind);
            }
            let found = store.find(Kind::ALL, &shown).unwrap();
            let found: Vec<_> = found.into_iter().map(|found| (found.id, found.kind, found.handle)).collect();
            prop_assert_eq!(found, vec![(id, made.kind, shown.clone())], "{}", shown);
            let kind = KINDS[n % KINDS.len()];
            for end in 1..=whole.len() {
                let found = store.find(&[kind], &whole[..end]).unwrap();
                let found: BTreeSet<_> = found.into_iter().map(|found| found.id).collect();
                let meant = model.meant(kind, &whole[..end]);
                prop_assert_eq!(found.len(), meant.len().min(CANDIDATES), "{} as a {:?}", &whole[..end], kind);
                prop_assert!(found.is_subset(&meant), "{} as a {:?}", &whole[..end], kind);
                let found: BTreeSet<_> = store.find(Kind::ALL, &whole[..end]).unwrap().into_iter().map(|found| found.id).collect();
                let meant = KINDS.map(|kind| model.meant(kind, &whole[..end]));
                let listed: usize = meant.iter().map(|meant| meant.len().min(CANDIDATES)).sum();
                prop_assert_eq!(found.len(), listed, "{}", &whole[..end]);
                prop_assert!(found.iter().all(|id| meant.iter().any(|meant| meant.contains(id))), "{}", &whole[..end]);
            }
        }
    }

    #[test]
    fn every_list_shows_the_same_handles(all in prop::collection::vec(made(), 1..40)) {
        let store = board(&all);
        let store = store.as_of(NOW);
        for (n, made) in all.iter().enumerate() {
            let id = id(n, made.letters);
            let row = match made.kind {
                Kind::Task => store.task_row(id.into()).unwrap().unwrap().handle,
                Kind::Role => store.role_row(id.into()).unwrap().unwrap().handle,
                Kind::Goal => store.goal_row(id.into()).unwrap().unwrap().handle,
                _ => store.member_row(id.into()).unwrap().unwrap().handle,
            };
            let shown = store.handle_of(id).unwrap();
            prop_assert_eq!(&row, &shown);
            let names = store.names([id]).unwrap();
            prop_assert_eq!(names.handle(id), &shown);
        }
    }
}

/// Of each kind the names that fit best, whatever fits of another.
#[test]
fn a_name_is_looked_for_in_all_kinds_at_once() {
    let mut store = Store::in_memory(BoardId(Uuid::from_u128(1)), &Key::from_seed([1; 32])).unwrap();
    let mut writing = store.write().unwrap();
    let all = [
        (Kind::Role, "Store"),
        (Kind::Role, "Storekeeper"),
        (Kind::Goal, "Open the store"),
        (Kind::Goal, "Close the store"),
        (Kind::Task, "Store"),
        (Kind::Member, "Storme"),
        (Kind::Member, "Eka"),
    ];
    for (n, (kind, name)) in all.into_iter().enumerate() {
        let id = id(n, 0);
        writing.append(AYU, NOW, vec![Draft::new(id, added(kind, name.to_owned()))]).unwrap();
        if name.starts_with("Close") {
            writing.append(AYU, NOW, vec![Draft::new(id, ended(kind))]).unwrap();
        }
    }
    writing.commit().unwrap();
    let found = |kinds: &[Kind], word: &str| -> Vec<String> {
        store.as_of(NOW).find(kinds, word).unwrap().into_iter().map(|found| found.name).collect()
    };
    assert_eq!(found(Kind::ALL, "STORE"), ["Store", "Open the store"]);
    assert_eq!(found(&[Kind::Goal], "store"), ["Open the store"]);
    assert_eq!(found(Kind::ALL, "stor"), ["Storme", "Store", "Storekeeper", "Open the store"]);
    assert_eq!(found(&[Kind::Member, Kind::Goal], "clos"), ["Close the store"], "nothing else is called so");
    assert!(found(&[Kind::Task], "store").is_empty(), "titles are too many to mean one");
    assert!(found(&[], "store").is_empty() && found(Kind::ALL, " ").is_empty());
}

#[test]
fn a_role_that_is_called_by_the_handle_of_another_may_be_meant() {
    let mut store = Store::in_memory(BoardId(Uuid::from_u128(1)), &Key::from_seed([1; 32])).unwrap();
    let (one, other) = (SubjectId(Uuid::from_u128(0x6a80_0000)), SubjectId(Uuid::from_u128(0x1240_0000)));
    let whole = handle::whole(one.0);
    let mut writing = store.write().unwrap();
    for (id, name) in [(one, "Treasurer"), (other, &whole)] {
        let event = added(Kind::Role, name.to_owned());
        writing.append(AYU, NOW, vec![Draft::new(id, event)]).unwrap();
    }
    writing.commit().unwrap();
    assert_eq!(store.with_whole_handle(Kind::Role, &whole).unwrap(), None);
    assert_eq!(store.find(&[Kind::Role], &whole).unwrap().len(), 2);
}

/// A word that may be the beginning of one's name and the handle of another is neither's alone.
#[test]
fn a_name_that_is_a_handle_as_well_lists_both() {
    let mut store = Store::in_memory(BoardId(Uuid::from_u128(1)), &Key::from_seed([1; 32])).unwrap();
    let mut writing = store.write().unwrap();
    let (kol, dan) = (SubjectId(Uuid::from_u128(0x6a80_0000)), SubjectId(Uuid::from_u128(0x1240_0000)));
    for (id, name) in [(kol, "Dan"), (dan, "Citra")] {
        let event = added(Kind::Member, name.to_owned());
        writing.append(AYU, NOW, vec![Draft::new(id, event)]).unwrap();
    }
    writing.commit().unwrap();
    let handle = store.handle_of(dan).unwrap();
    let mut writing = store.write().unwrap();
    let edit = MemberEdited { name: Some(format!("{handle}iel")), ..Default::default() };
    writing.append(AYU, NOW, vec![Draft::new(kol, edit)]).unwrap();
    writing.commit().unwrap();
    let found =
        |word: &str| store.find(&[Kind::Member], word).unwrap().into_iter().map(|found| found.id).collect();
    let both: Vec<SubjectId> = found(&handle);
    assert_eq!(both, [kol, dan]);
    let few: Vec<SubjectId> = found(&handle[..2]);
    assert_eq!(few, [kol], "few letters begin many handles");
    let name: Vec<SubjectId> = found("citra");
    assert_eq!(name, [dan]);
}

/// A board with these, whose handles all begin alike.
fn called(names: &[(Kind, &str)]) -> Store {
    let mut store = Store::in_memory(BoardId(Uuid::from_u128(1)), &Key::from_seed([1; 32])).unwrap();
    let mut writing = store.write().unwrap();
    for (n, (kind, name)) in names.iter().enumerate() {
        let mut write = |event: Event| writing.append(AYU, NOW, vec![Draft::new(id(n, 0), event)]).unwrap();
        write(added(*kind, name.trim_start_matches('-').to_owned()));
        if name.starts_with('-') {
            write(ended(*kind));
        }
    }
    writing.commit().unwrap();
    store
}

#[test]
fn what_begins_so_comes_before_what_has_the_words_inside_and_people_before_all_else() {
    let store = called(&[
        (Kind::Task, "Budget the move"),
        (Kind::Goal, "Budget holds"),
        (Kind::Member, "Eka Budiman"),
        (Kind::Member, "Budi"),
        (Kind::Member, "-Budiono"),
        (Kind::Role, "Buyer"),
        (Kind::Goal, "Know the budget"),
        (Kind::Task, "Ask who has the budget"),
        (Kind::Task, "-Budget of last year"),
    ]);
    let fitting = |typed: &str| store.fitting(&[Kind::Member, Kind::Role, Kind::Goal, Kind::Task], typed, 20);
    let names = |found: Vec<Match>| found.into_iter().map(|found| found.name).collect::<Vec<_>>();
    let found = fitting("Bud").unwrap();
    assert_eq!(names(found.begun), ["Budi", "Budget holds"]);
    let inside = ["Eka Budiman", "Know the budget", "Budget the move", "Ask who has the budget"];
    assert_eq!(names(found.inside), inside);
    let found = fitting("budget know").unwrap();
    assert_eq!((names(found.begun), names(found.inside)), (vec![], vec!["Know the budget".to_owned()]));
    assert_eq!(fitting("bgt").unwrap(), Fitting::default(), "letters with gaps are no word");
    assert_eq!(fitting(" ").unwrap(), Fitting::default());
}

#[test]
fn a_task_is_found_by_the_first_letter_of_its_handle_and_what_has_a_name_by_as_much_as_is_shown() {
    let store = called(&[(Kind::Task, "x"), (Kind::Goal, "y"), (Kind::Member, "z"), (Kind::Task, "-x")]);
    let kinds = |typed: &str| {
        let begun = store.fitting(&[Kind::Member, Kind::Goal, Kind::Task], typed, 20).unwrap().begun;
        begun.into_iter().map(|found| found.kind).collect::<Vec<_>>()
    };
    assert_eq!(kinds("b"), [Kind::Task]);
    assert_eq!(kinds("bab"), [Kind::Member, Kind::Goal, Kind::Task]);
}

#[test]
fn words_that_hundreds_of_tasks_hold_are_found_and_so_is_one_that_few_of_the_first_hold() {
    let names: Vec<String> = (0..220).map(|n| format!("Count shelving number{n}")).collect();
    let named: Vec<(Kind, &str)> = names.iter().map(|name| (Kind::Task, name.as_str())).collect();
    let store = called(&named);
    let inside = |typed: &str| store.fitting(&[Kind::Task], typed, 12).unwrap().inside;
    assert_eq!(inside("shelv").len(), 12);
    let names = |typed: &str| inside(typed).into_iter().map(|found| found.name).collect::<Vec<_>>();
    let expected = [7].into_iter().chain(70..80).map(|n| format!("Count shelving number{n}"));
    assert_eq!(names("number7 count"), expected.collect::<Vec<_>>());
    assert_eq!(names("number1234"), [""; 0]);
}
