use std::time::Instant;

use super::super::overlay::testing::{AWKWARD, lines, sizes};
use super::goal::GoalPage;
use super::member::MemberPage;
use super::role::RolePage;
use super::task::TaskPage;
use super::*;
use crate::domain::calendar::At;
use crate::domain::decide::{AddTask, Claim, ClaimAs, Command};
use crate::domain::id::{GoalId, MemberId, RoleId, TaskId};
use crate::domain::subject::Kind;
use crate::session::{PlaceAt, Session, Surroundings};

fn demo() -> Session {
    let now: At = "2026-11-18T09:00:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap().into();
    Session::demo(Surroundings::fixed(now, "pages")).unwrap()
}

/// One of each way to scroll.
const STEPS: [Step; 6] =
    [Step::Rows(1), Step::Pages(1), Step::Last, Step::Rows(-1), Step::Pages(-1), Step::First];

fn mono() -> Theme {
    Theme::mono()
}

fn ids<I: std::convert::From<crate::domain::id::SubjectId>>(session: &Session, kind: Kind) -> Vec<I> {
    session.board().all(kind).unwrap().into_iter().map(I::from).collect()
}

fn task_with(session: &mut Session, notes: &str) -> TaskId {
    let id = TaskId(session.new_id());
    let place = session.place(id, PlaceAt::End).unwrap();
    let add = AddTask { notes: Some(notes.to_owned()), ..AddTask::titled(id, AWKWARD, place) };
    session.perform(&Command::AddTask(add)).unwrap();
    id
}

/// All of a page, on a screen that is high enough.
fn text(view: impl FnOnce(Rect, &mut Buffer)) -> String {
    lines(110, 240, view).join("\n")
}

#[test]
fn every_page_of_the_sample_team_can_be_read_at_every_size() {
    let session = demo();
    let (theme, facts) = (mono(), Facts::default());
    let tasks: Vec<TaskId> = ids(&session, Kind::Task);
    let roles: Vec<RoleId> = ids(&session, Kind::Role);
    let goals: Vec<GoalId> = ids(&session, Kind::Goal);
    let members: Vec<MemberId> = ids(&session, Kind::Member);
    for id in &tasks {
        let page = TaskPage::open(&session, *id, &theme).unwrap().unwrap();
        assert!(text(|area, buf| page.view(area, buf, &facts, &theme)).contains("History"));
    }
    let mut task = TaskPage::open(&session, tasks[0], &theme).unwrap().unwrap();
    let mut goal = GoalPage::open(&session, goals[0], &theme).unwrap().unwrap();
    for (width, height) in sizes() {
        let screen = Rect::new(0, 0, width, height);
        for step in STEPS.into_iter().chain([Step::Last]) {
            task.step(step, screen);
            goal.step(step, screen);
        }
        lines(width, height, |area, buf| task.view(area, buf, &facts, &theme));
        lines(width, height, |area, buf| goal.view(area, buf, &facts, &theme));
        for id in &roles[..2] {
            let page = RolePage::open(&session, *id, &theme).unwrap().unwrap();
            lines(width, height, |area, buf| page.view(area, buf, &facts, &theme));
        }
        let page = MemberPage::open(&session, members[0], &theme).unwrap().unwrap();
        lines(width, height, |area, buf| page.view(area, buf, &facts, &theme));
    }
    let before = task.page.reader.clone();
    let reading =
        Reading { session: &session, facts: &facts, theme: &theme, preferences: &Preferences::default() };
    assert_eq!(task.load(&reading, From::Here).unwrap(), Still::There);
    assert_eq!(task.page.reader, before, "the place is kept");
}

#[test]
fn a_task_says_who_promised_and_what_happened() {
    let mut session = demo();
    let id = task_with(&mut session, "# Why\n- [ ] ask **dewi**");
    let found = TaskPage::open(&session, id, &mono()).unwrap().unwrap();
    assert!(text(|area, buf| found.view(area, buf, &Facts::default(), &mono())).contains("nobody leads it"));
    session.perform(&Command::Claim(Claim { task: id, part: ClaimAs::Lead })).unwrap();
    let page = TaskPage::open(&session, id, &mono()).unwrap().unwrap();
    let shown = text(|area, buf| page.view(area, buf, &Facts::default(), &mono()));
    let me = session.board().names([session.me().unwrap().into()]).unwrap();
    let me = me.name(session.me().unwrap());
    for expected in [
        "open since today (now)",
        &format!("{me} leads, stands until Fri 27 Nov"),
        "○ ask dewi",
        &format!("{me} claimed "),
        "日本語 👩‍👩‍👧‍👦 ␛[2J·evil·",
    ] {
        assert!(shown.contains(expected), "{expected}\n{shown}");
    }
    for row in shown.lines().skip(1) {
        let is_framed = row.ends_with('┃') || row.ends_with('┛');
        assert!(is_framed && (row.starts_with('┃') || row.starts_with('┗')), "{row}");
    }
}

#[test]
fn a_page_of_what_is_gone_is_none() {
    let session = demo();
    assert!(TaskPage::open(&session, TaskId(uuid::Uuid::nil()), &mono()).unwrap().is_none());
    assert!(GoalPage::open(&session, GoalId(uuid::Uuid::nil()), &mono()).unwrap().is_none());
    let member: MemberId = ids(&session, Kind::Member)[0];
    assert!(TaskPage::open(&session, TaskId(member.0), &mono()).unwrap().is_none(), "a member is no task");
}

#[test]
fn ones_load_is_on_ones_own_page_only() {
    let session = demo();
    for id in ids::<MemberId>(&session, Kind::Member) {
        let page = MemberPage::open(&session, id, &mono()).unwrap().unwrap();
        let shown = text(|area, buf| page.view(area, buf, &Facts::default(), &mono()));
        let is_me = session.me() == Some(id);
        assert_eq!(shown.contains("your load"), is_me, "{shown}");
        assert!(is_me || !shown.contains('≡'), "{shown}");
    }
}

#[test]
fn a_goal_has_its_letters_and_its_chart() {
    let session = demo();
    let pages = ids::<GoalId>(&session, Kind::Goal).into_iter();
    let pages = pages.map(|id| GoalPage::open(&session, id, &mono()).unwrap().unwrap());
    let with_chart: Vec<_> = pages.filter(|page| page.chart.is_some()).collect();
    assert!(!with_chart.is_empty());
    for page in with_chart {
        for (width, height) in [(80, 24), (120, 40), (200, 60)] {
            let shown =
                lines(width, height, |area, buf| page.view(area, buf, &Facts::default(), &mono())).join("\n");
            assert!(shown.contains('█'), "{shown}");
            assert!(shown.contains("SMART") || height < 30, "{shown}");
        }
    }
}

#[test]
fn a_role_says_who_holds_it_or_that_nobody_does() {
    let session = demo();
    let shown: Vec<String> = ids::<RoleId>(&session, Kind::Role)
        .into_iter()
        .map(|id| RolePage::open(&session, id, &mono()).unwrap().unwrap())
        .map(|page| text(|area, buf| page.view(area, buf, &Facts::default(), &mono())))
        .collect();
    assert!(shown.iter().any(|text| text.contains("○ vacant (")));
    assert!(shown.iter().any(|text| text.contains("● ")));
    assert!(shown.iter().all(|text| text.contains("Holders")));
}

#[test]
fn huge_notes_cost_what_is_visible() {
    let mut session = demo();
    let id = task_with(&mut session, &"日本語 and a long line without any end ".repeat(20_000));
    let mut page = TaskPage::open(&session, id, &mono()).unwrap().unwrap();
    let start = Instant::now();
    let screen = Rect::new(0, 0, 80, 24);
    for step in STEPS {
        page.step(step, screen);
        lines(80, 24, |area, buf| page.view(area, buf, &Facts::default(), &mono()));
    }
    // Breaking a megabyte for each key would take tens of seconds here.
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
}

#[test]
fn what_was_written_twice_shows_both_with_their_writers() {
    use crate::domain::id::RecordId;
    use crate::domain::register::Register;
    let session = demo();
    let theme = mono();
    let mut sheet = sheet::Sheet::new(&session, &theme, []).unwrap();
    let records = session.board().journal(None, 400).unwrap();
    let author = records[0].record.author;
    let mut field = Register::default();
    field.write(records[0].record.id, &[], "Tuesday");
    field.write(RecordId([7; 32]), &[], "Friday");
    sheet.field("due".into(), &field, |_, day| Some((*day).to_owned())).unwrap();
    let name = session.board().names([author.into()]).unwrap().name(author).to_owned();
    let said = sheet.done()[0].text().into_owned();
    assert_eq!(said, format!("due              written twice: Tuesday ({name}) · Friday (?)"));
}
