//! The door, tried as commands and keys use it.

use super::*;
use crate::domain::decide::{AddTask, Claim, ClaimAs, Ending, GiveBack, Move, Place};
use crate::domain::event::TaskRanked;
use crate::domain::goal::Horizon;
use crate::domain::id::{GoalId, RoleId};
use crate::domain::role::RoleState;
use crate::domain::settlement::Verdict;
use crate::domain::subject::Kind;
use crate::exchange::bundle::Bundle;
use crate::store::Filter;

pub(super) fn environment(seed: &str) -> Environment {
    // A Wednesday.
    Environment::fixed("2026-11-18T09:00:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap().into(), seed)
}

pub(super) fn team(seed: &str) -> Session {
    let mut environment = environment(seed);
    let store = Store::in_memory(BoardId(environment.id()), &Key::from_seed(environment.seed())).unwrap();
    let me = MemberId(environment.id());
    let join = Command::Join(Join { name: "Ayu".into(), initials: None });
    Session::begin(store, me, "Warung Kode", &join, environment).unwrap()
}

/// A board that is brought in whole from a file; its first member acts.
pub(super) fn imported(bundle: &Bundle, mut environment: Environment) -> Session {
    let store = Store::in_memory(BoardId(environment.id()), &Key::from_seed(environment.seed())).unwrap();
    let mut session = Session::over(store, environment);
    let (board, now, me) =
        (session.store.board(), session.now(), MemberId(bundle.members[0].key.parse().unwrap()));
    let started = BoardStarted { name: bundle.name.clone().unwrap() };
    let mut writing = session.store.write().unwrap();
    writing.append(me, now, vec![Draft::new(board, started)]).unwrap();
    writing.commit().unwrap();
    session.import_as(me, bundle, &mut |_| {}).unwrap();
    session.act(Some(me));
    session
}

pub(super) fn add(session: &mut Session, title: &str) -> TaskId {
    let id = TaskId(session.new_id());
    session.perform(&Command::AddTask(AddTask::titled(id, title, Place::End))).unwrap();
    id
}

pub(super) fn claim(session: &mut Session, task: TaskId) -> Result<Done, Error> {
    session.perform(&Command::Claim(Claim { task, part: ClaimAs::Lead }))
}

pub(super) fn as_budi(session: &mut Session) {
    let _ = session.join("Budi", None);
}

#[test]
fn nothing_is_added_under_an_id_that_is_known_even_if_it_was_undone() {
    let mut session = team("one id");
    let id = session.new_id();
    let task = |title: &str| Command::AddTask(AddTask::titled(TaskId(id), title, Place::default()));
    let role = Command::AddRole(decide::AddRole {
        name: "Bookkeeping".into(),
        state: RoleState::Active,
        ..decide::AddRole::blank(RoleId(id))
    });
    let goal = Command::AddGoal(decide::AddGoal {
        title: "Open the store".into(),
        horizon: Horizon::Short,
        ..decide::AddGoal::blank(GoalId(id))
    });
    session.perform(&task("Sign the contract")).unwrap();
    for again in [task("Paint the door"), role.clone(), goal.clone()] {
        let error = session.perform(&again).unwrap_err();
        assert!(error.message.ends_with(" is on the board already"), "{error}");
    }
    session.undo().unwrap();
    for again in [task("Paint the door"), role, goal] {
        assert!(session.perform(&again).unwrap_err().message.contains(" is on the board already"));
    }
    let join = Command::Join(Join { name: "Budi".into(), initials: None });
    let (me, records) = (session.me().unwrap(), session.journal().journal_len().unwrap());
    assert!(session.perform_as(me, &[join]).is_err(), "nor does anybody join as somebody else");
    assert_eq!(session.journal().journal_len().unwrap(), records);
}

#[test]
fn a_handle_means_what_it_was_told_of_until_that_has_long_been_over() {
    let mut session = team("handles");
    let add = |session: &mut Session, id: u128, title: &str| {
        let id = TaskId(Uuid::from_u128(id));
        (
            id,
            session
                .perform(&Command::AddTask(AddTask::titled(id, title, Place::End)))
                .unwrap()
                .sentence
                .text()
                .to_owned(),
        )
    };
    let finish = |session: &mut Session, word: &str| {
        let task = session.find(word)?;
        session.perform(&Command::Move(Move { task, to: State::Done, ending: Ending::Own }))
    };
    let (sign, told) = add(&mut session, 0xba80_0000, "Sign the contract");
    assert_eq!(told, "Ayu added rop: Sign the contract");
    let (paint, told) = add(&mut session, 0xba90_0000, "Paint the door");
    assert_eq!(told, "Ayu added ropi: Paint the door");
    assert_eq!(finish(&mut session, "ropa").unwrap().subject, Some(sign.into()));
    // Whoever was told "rop" means what is done by now, and nobody knows that they do.
    let both = r#""rop" may be ropa (Sign the contract), ropi (Paint the door)"#;
    assert_eq!(finish(&mut session, "rop").unwrap_err().message, both);
    assert_eq!(session.find_among(Kind::ALL, "rop").unwrap_err().message, both);
    assert_eq!(session.journal_query("about:rop").unwrap().faults[0].message, both);
    let error = finish(&mut session, "ropa").unwrap_err();
    assert!(error.message.starts_with("ropa is "), "{error}");
    session.environment.wait(30 * 24 * 3_600_000);
    assert_eq!(finish(&mut session, "rop").unwrap_err().message, both);
    session.environment.wait(1);
    assert_eq!(session.board().task_handle(paint).unwrap(), "rop");
    assert_eq!((session.find("rop").unwrap(), session.find("ropa").unwrap()), (paint, sign));
    assert_eq!(finish(&mut session, "rop").unwrap().sentence.text(), "Ayu finished rop (Paint the door)");
}

/// A finding is answered by its rule and the handle of what it is about.
#[test]
fn a_handle_in_the_key_of_a_finding_means_no_other_task_either() {
    let mut session = team("keys");
    let add = |session: &mut Session, id: u128, title: &str| {
        let task = TaskId(Uuid::from_u128(id));
        let due = Some(session.today());
        let added = AddTask { due, ..AddTask::titled(task, title, Place::End) };
        session.perform(&Command::AddTask(added)).unwrap();
        task
    };
    let sign = add(&mut session, 0xba80_0000, "Sign the contract");
    assert_eq!(session.finding("G2:rop").unwrap().finding.key, format!("G2:{sign}"));
    let paint = add(&mut session, 0xba90_0000, "Paint the door");
    session.perform(&Command::Move(Move { task: sign, to: State::Done, ending: Ending::Own })).unwrap();
    assert_eq!(session.finding("G2:ropi").unwrap().finding.key, format!("G2:{paint}"));
    let error = session.finding("G2:rop").unwrap_err();
    assert!(error.message.contains("ropa") && error.message.contains("ropi"), "{error}");
}

#[test]
fn a_second_lead_is_told_who_holds_it() {
    let mut session = team("second lead");
    let ayu = session.me().unwrap();
    let task = add(&mut session, "Sign the payment contract");
    claim(&mut session, task).unwrap();
    session.join("Budi", None).unwrap();
    let error = claim(&mut session, task).unwrap_err();
    assert!(error.message.contains("Ayu"), "{error}");
    assert!(error.hint.unwrap().starts_with("setara help-with "));
    session.become_member(ayu).unwrap();
    assert!(claim(&mut session, task).is_err(), "one's own claim is not claimed again");
}

#[test]
fn the_sample_team_has_something_to_find_for_every_rule() {
    let mut session = crate::testing::sample_team(environment("demo"));
    let held = session.board().findings(session.now(), session.today(), 100).unwrap();
    for held in &held {
        println!("{} {}", session.spoken_key(held).unwrap(), session.say_finding(held).unwrap());
    }
    // Two who merge apart need two machines.
    let of_one_machine = crate::insight::Rule::ALL.iter().filter(|rule| rule.as_str() != "O7");
    for rule in of_one_machine {
        assert!(held.iter().any(|held| held.finding.rule == *rule), "{rule:?} finds nothing");
    }
    assert!(held.len() <= 32, "a working team, not ruins: {}", held.len());
    let rebuilt = session.store.rebuild().unwrap();
    assert_eq!(rebuilt.differed, Vec::<&str>::new());
    assert_eq!((rebuilt.damaged, rebuilt.records > 100), (0, true));
    let window = session.board().tasks(&Filter::default(), None, 0, 5).unwrap();
    assert_eq!(window.rows.len(), 6);
    assert!(window.more_after && !window.more_before);
}

#[test]
fn what_is_written_together_is_found_by_whoever_looks_meanwhile() {
    let mut session = team("together");
    session.begin_together().unwrap();
    let task = add(&mut session, "Sign the contract");
    claim(&mut session, task).unwrap();
    as_budi(&mut session);
    let contest = ClaimAs::Contest("I began it last week".into());
    session.perform(&Command::Claim(Claim { task, part: contest })).unwrap();
    let rules = |session: &Session| -> Vec<_> {
        let held = session.board().findings(session.now(), session.today(), 9).unwrap();
        held.into_iter().map(|held| held.finding.rule.as_str()).collect()
    };
    assert_eq!(rules(&session), ["O1"]);
    session.end_together().unwrap();
    assert_eq!(rules(&session), ["O1"]);
    session.undo().unwrap();
    assert_eq!(rules(&session), [""; 0], "and each is undone by itself");
    assert_eq!(session.rebuild().unwrap().differed, Vec::<&str>::new());
}

#[test]
fn a_board_handed_out_and_brought_in_again_is_the_same_board() {
    let session = crate::testing::sample_team(environment("out"));
    let mut out = session.export().unwrap();
    let mut other = imported(&out, environment("in"));
    let mut again = other.export().unwrap();
    // What was decided comes in as text: nobody's stance can be brought by somebody else.
    let (decided, told) = (std::mem::take(&mut out.decisions), std::mem::take(&mut again.decisions));
    assert_eq!(decided.len(), told.len());
    for (decided, told) in decided.iter().zip(&told) {
        assert_eq!((&decided.title, &decided.text, &decided.review), (&told.title, &told.text, &told.review));
        assert_eq!((told.state.as_str(), told.heard, told.stances.len()), ("withdrawn", 0, 0));
        let outcome = told.outcome.as_deref().unwrap();
        assert!(outcome.contains(&format!("{} of {} were heard there", decided.heard, decided.voices)));
        let reasons = decided.stances.iter().filter_map(|stance| stance.reason.as_deref());
        assert!(reasons.clone().all(|reason| outcome.contains(reason)), "{outcome}");
    }
    // Who agreed to something is told, and brought in for nobody.
    out.agreements.iter_mut().for_each(|agreement| agreement.yes.clear());
    pretty(&again, &out);
    out.decisions = decided;
    let known = other.import(&out, &mut |_| {}).unwrap();
    assert_eq!((known.tasks, known.members), (0, 0), "the same file twice adds nothing twice");
    assert_eq!((known.changed, known.both, known.gone), (Changed::default(), vec![], vec![]));
}

fn pretty(a: &crate::exchange::Bundle, b: &crate::exchange::Bundle) {
    let (a, b) = (serde_json::to_string_pretty(a).unwrap(), serde_json::to_string_pretty(b).unwrap());
    for (a, b) in a.lines().zip(b.lines()) {
        assert_eq!(a, b);
    }
    assert_eq!(a.len(), b.len());
}

#[test]
fn a_window_is_found_from_the_selected_id() {
    let mut session = team("window");
    let ids: Vec<_> = (0..30).map(|n| add(&mut session, &format!("Task number {n}"))).collect();
    let window = session.board().tasks(&Filter::default(), Some(ids[15]), 5, 5).unwrap();
    assert_eq!(window.rows.iter().map(|row| row.id).collect::<Vec<_>>(), ids[10..=20]);
    assert_eq!((window.at, window.more_before, window.more_after), (5, true, true));
    let filter = Filter { text: "numb 7".into(), ..Filter::default() };
    let found = session.board().tasks(&filter, None, 0, 50).unwrap();
    assert_eq!(found.rows.iter().map(|row| row.id).collect::<Vec<_>>(), [ids[7]]);
    let last = session.board().last_tasks(&Filter::default(), 3).unwrap();
    assert_eq!(last.rows.iter().map(|row| row.id).collect::<Vec<_>>(), ids[27..]);
    let place = Place::Before(ids[0]);
    session.perform(&Command::RankTask(decide::RankTask { task: ids[29], place, reason: None })).unwrap();
    assert_eq!(session.board().tasks(&Filter::default(), None, 0, 0).unwrap().rows[0].id, ids[29]);
}

#[test]
fn a_window_stays_at_the_place_of_a_task_that_passes_its_filter_no_more() {
    let mut session = team("stays");
    let ids: Vec<_> = (0..9).map(|n| add(&mut session, &format!("Task number {n}"))).collect();
    claim(&mut session, ids[4]).unwrap();
    claim(&mut session, ids[8]).unwrap();
    let free = Filter { unclaimed: true, ..Filter::default() };
    let at = |selected: TaskId, filter: &Filter| {
        let window = session.board().tasks(filter, Some(selected), 2, 2).unwrap();
        (window.rows[window.at].id, window.more_before, window.more_after)
    };
    assert_eq!(at(ids[4], &free), (ids[5], true, false));
    assert_eq!(at(ids[8], &free), (ids[7], true, false), "the last one, where nothing comes after");
    let finished = Filter { finished: true, ..Filter::default() };
    let window = session.board().tasks(&finished, Some(ids[4]), 2, 2).unwrap();
    assert_eq!((window.rows.len(), window.at), (0, 0), "it is in another list");
}

#[test]
fn pages_meet_also_among_equal_ranks_and_in_finished_work() {
    let mut session = team("pages");
    let mut ids = Vec::new();
    for n in 0..12 {
        let id = add(&mut session, &format!("Task {n}"));
        // Four at a time chose one place apart.
        let rank = ["3", "5", "7"][n / 4].to_owned();
        let ranked = Draft::new(id, TaskRanked { rank, reason: None, by: None, at: None, from: None });
        let (me, now) = (session.me().unwrap(), session.now());
        session.write_for_benchmarks(|writing| writing.append(me, now, vec![ranked]).map(drop)).unwrap();
        ids.push(id);
    }
    let check = |session: &Session, filter: &Filter| {
        let all = session.board().tasks(filter, None, 0, 50).unwrap().rows;
        assert_eq!(all.len(), 12);
        for (n, row) in all.iter().enumerate() {
            let window = session.board().tasks(filter, Some(row.id), 2, 3).unwrap();
            assert_eq!(window.rows, all[n.saturating_sub(2)..(n + 4).min(12)], "around {n}");
            assert_eq!(
                (window.at, window.more_before, window.more_after),
                (n.min(2), n > 2, n + 4 < 12),
                "around {n}"
            );
        }
    };
    check(&session, &Filter::default());
    for (n, task) in ids.into_iter().enumerate() {
        session.environment.wait(i64::from(n % 3 == 0));
        session.perform(&Command::Move(Move { task, to: State::Done, ending: Ending::Own })).unwrap();
    }
    check(&session, &Filter { finished: true, ..Filter::default() });
}

#[test]
fn a_finding_is_meant_by_rule_and_handle_however_many_there_are() {
    let mut session = team("many findings");
    let ids: Vec<_> = (0..30).map(|n| add(&mut session, &format!("Task {n}"))).collect();
    for id in &ids {
        claim(&mut session, *id).unwrap();
    }
    let offset = 40 * 24 * 3_600_000;
    session.environment.wait(offset);
    for id in &ids {
        let handle = session.board().task_handle(*id).unwrap();
        let held = session.finding(&format!("s1:{handle}")).unwrap();
        assert_eq!(held.finding.facts.tasks, [*id]);
    }
    assert!(session.finding("S1").is_err(), "many");
}

#[test]
fn an_offer_of_a_claim_that_was_given_back_awaits_nothing() {
    let mut session = team("offer over");
    let ayu = session.me().unwrap();
    let task = add(&mut session, "Move the shop list");
    as_budi(&mut session);
    let budi = session.me().unwrap();
    session.become_member(ayu).unwrap();
    claim(&mut session, task).unwrap();
    session.perform(&Command::Offer(decide::Offer { task, to: budi, note: None })).unwrap();
    assert_eq!(session.board().offers_to(budi, At(0)).unwrap().len(), 1);
    session.perform(&Command::GiveBack(GiveBack { task, note: None })).unwrap();
    assert_eq!(session.board().offers_to(budi, At(0)).unwrap(), []);
}

#[test]
fn an_answer_without_a_day_holds_as_long_as_its_verdict_says() {
    let mut session = crate::testing::sample_team(environment("answers"));
    session.act_as(Some("Ayu")).unwrap();
    let (now, today) = (session.now(), session.today());
    let open = session.board().findings(now, today, 50).unwrap();
    let days =
        [(Verdict::Fixed, Some("2026-11-21")), (Verdict::Fine, Some("2026-12-18")), (Verdict::Tension, None)];
    for ((verdict, until), held) in days.into_iter().zip(&open) {
        let key = &held.finding.key;
        let command = session.settle(key, verdict, "so it is", None).unwrap();
        session.perform(&command).unwrap();
        let answered = session.board().settled(now, today, 90).unwrap();
        let settled =
            answered.into_iter().find(|held| held.finding.key == *key).and_then(|held| held.settled);
        let kept = settled.unwrap().until.map(|day| day.to_string());
        assert_eq!(kept.as_deref(), until, "{verdict:?}");
    }
}

#[test]
fn of_two_of_one_name_an_import_joins_none_to_a_member() {
    let mut session = team("two of one name");
    session.join("Chris", None).unwrap();
    session.join("Ayu", None).unwrap();
    let person = |key: &str, name: &str| crate::exchange::bundle::Member {
        key: key.into(),
        name: name.into(),
        ..crate::exchange::bundle::Member::default()
    };
    let members = vec![person("x:1", "Chris"), person("x:2", "Chris"), person("x:3", "AYU")];
    let members = [members, vec![person("x:4", "Ayu Lestari")]].concat();
    session.import(&Bundle { members, ..Bundle::default() }, &mut |_| {}).unwrap();
    let mut names: Vec<_> = session.board().members(9).unwrap().into_iter().map(|row| row.name).collect();
    names.sort();
    assert_eq!(names, ["Ayu", "Ayu Lestari", "Chris", "Chris", "Chris"]);
}

/// Some tasks, the first two of them claimed by Budi, and Ayu acts.
fn several(seed: &str) -> (Session, Vec<TaskId>) {
    let mut session = team(seed);
    let tasks: Vec<TaskId> = (0..7).map(|n| add(&mut session, &format!("Count shelf {n}"))).collect();
    as_budi(&mut session);
    claim(&mut session, tasks[0]).unwrap();
    claim(&mut session, tasks[1]).unwrap();
    session.act_as(Some("Ayu")).unwrap();
    (session, tasks)
}

fn each(tasks: &[TaskId], command: impl Fn(TaskId) -> Command) -> Vec<Command> {
    tasks.iter().map(|task| command(*task)).collect()
}

fn handles(session: &Session, tasks: &[TaskId]) -> Vec<String> {
    tasks.iter().map(|task| session.board().task_handle(*task).unwrap()).collect()
}

#[test]
fn the_same_done_to_several_is_one_sentence_and_one_undo() {
    let (mut session, tasks) = several("one sentence");
    let parked = |task| Command::Park(decide::Park { task, until: Day::from_ymd_opt(2026, 11, 24) });
    let done = session.perform_all(&each(&tasks, parked)).unwrap();
    let names = handles(&session, &tasks[..5]).join(", ");
    assert_eq!(done.sentence.text(), format!("Ayu parked {names} +2 until Tue 24 Nov"));
    let undone = session.undo().unwrap();
    assert_eq!(undone.sentence.text(), format!("Ayu undid: Ayu parked {names} +2 until Tue 24 Nov"));
    assert_eq!((undone.told, undone.records.len()), (7, 7));
    let [one, other] = &handles(&session, &tasks[..2])[..] else { panic!("two") };
    let done = session.perform_all(&each(&tasks[..2], parked)).unwrap();
    assert!(
        done.sentence.text().contains(&format!("{one} (Count shelf 0), {other} (Count shelf 1)")),
        "of two the titles are said: {}",
        done.sentence.text()
    );
}

#[test]
fn of_several_all_are_done_or_none_and_each_that_is_refused_says_why() {
    let (mut session, tasks) = several("all or none");
    let done = |ending| move |task| Command::Move(Move { task, to: State::Done, ending });
    let error = session.perform_all(&each(&tasks, done(Ending::Own))).unwrap_err();
    let [one, other] = &handles(&session, &tasks[..2])[..] else { panic!("two") };
    let message = format!("{one} is led by Budi; {other} is led by Budi (none of the 7 is changed)");
    assert_eq!(error.message, message);
    assert_eq!(error.hint.as_deref(), Some(format!("setara done {one},{other} --anyway").as_str()));
    assert_eq!(session.board().counts().unwrap().live, 7);
    let done = session.perform_all(&each(&tasks, done(Ending::Anyway))).unwrap();
    let text = done.sentence.text();
    assert!(
        text.contains(&format!("{one} (Count shelf 0), {other} (Count shelf 1), which Budi led")),
        "{text}"
    );
    assert!(
        text.contains(&format!("; Ayu finished {}", handles(&session, &tasks[2..]).join(", "))),
        "{text}"
    );
}

#[test]
fn what_is_so_already_of_several_is_said_and_stops_nothing() {
    let (mut session, tasks) = several("so already");
    claim(&mut session, tasks[2]).unwrap();
    let claims = |task| Command::Claim(Claim { task, part: ClaimAs::Lead });
    let done = session.perform_all(&each(&tasks[2..5], claims)).unwrap();
    assert!(done.sentence.text().ends_with("already"), "{}", done.sentence.text());
    let error = session.perform_all(&each(&tasks[2..5], claims)).unwrap_err();
    assert_eq!(error.kind, ErrorKind::Unchanged);
    assert!(handles(&session, &tasks[2..5]).iter().all(|handle| error.message.contains(handle)), "{error}");
}

#[test]
fn several_keep_their_order_at_their_new_place() {
    let (mut session, tasks) = several("several ranked");
    let order = |session: &Session| -> Vec<TaskId> {
        let by_rank = Filter { arrangement: crate::store::Arrangement::default(), ..Filter::default() };
        session.board().tasks(&by_rank, None, 0, 20).unwrap().rows.into_iter().map(|row| row.id).collect()
    };
    let moved = [tasks[5], tasks[3]];
    for (place, expected) in [
        (Place::Top, [5, 3, 0, 1, 2, 4, 6]),
        (Place::End, [0, 1, 2, 4, 6, 5, 3]),
        (Place::Before(tasks[1]), [0, 5, 3, 1, 2, 4, 6]),
        (Place::After(tasks[1]), [0, 1, 5, 3, 2, 4, 6]),
    ] {
        session.perform_all(&decide::RankTask::each(&moved, place, None)).unwrap();
        assert_eq!(order(&session), expected.map(|n: usize| tasks[n]), "{place:?}");
    }
}
