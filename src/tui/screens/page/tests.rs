use ratatui::{buffer::Buffer, layout::Rect};

use super::subject::SubjectPage;
use super::*;
use crate::domain::calendar::At;
use crate::domain::decide::{AddTask, Claim, ClaimAs, Command, Place};
use crate::domain::id::{BoardId, GoalId, MemberId, RoleId, SubjectRef, TaskId};
use crate::domain::subject::Kind;
use crate::session::{Environment, Session};
use crate::tui::kit::cursor::Step;
use crate::tui::kit::overlay::testing::{AWKWARD, lines, sizes};
use crate::tui::kit::overlay::wrap::BROKEN;
use crate::tui::kit::theme::Theme;
use crate::tui::shell::overview::Overview;
use crate::tui::shell::preferences::Preferences;

fn demo() -> Session {
    crate::tui::screens::screens();
    let now: At = "2026-11-18T09:00:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap().into();
    crate::testing::sample_team(Environment::fixed(now, "pages"))
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
    let add = AddTask { notes: Some(notes.to_owned()), ..AddTask::titled(id, AWKWARD, Place::End) };
    session.perform(&Command::AddTask(add)).unwrap();
    id
}

fn overview(session: &Session) -> Overview {
    Overview::read(session).unwrap()
}

/// The page of a subject, if it is on the board.
fn opened(session: &Session, subject: impl Into<SubjectRef>) -> Option<SubjectPage> {
    let (overview, theme, preferences) = (overview(session), mono(), Preferences::default());
    let reading = Reading { session, overview: &overview, theme: &theme, preferences: &preferences };
    SubjectPage::open(&reading, subject.into()).unwrap()
}

fn read_again(page: &mut SubjectPage, session: &Session) -> Still {
    let (overview, theme, preferences) = (overview(session), mono(), Preferences::default());
    let reading = Reading { session, overview: &overview, theme: &theme, preferences: &preferences };
    page.load(&reading, From::Here).unwrap()
}

/// All of a page, on a screen that is high enough.
fn text(view: impl FnOnce(Rect, &mut Buffer)) -> String {
    lines(110, 240, view).join("\n")
}

#[test]
fn every_page_of_the_sample_team_can_be_read_at_every_size() {
    let session = demo();
    let (theme, overview) = (mono(), Overview::default());
    let tasks: Vec<TaskId> = ids(&session, Kind::Task);
    let roles: Vec<RoleId> = ids(&session, Kind::Role);
    let goals: Vec<GoalId> = ids(&session, Kind::Goal);
    let members: Vec<MemberId> = ids(&session, Kind::Member);
    for id in &tasks {
        let page = opened(&session, *id).unwrap();
        assert!(text(|area, buf| page.view(area, buf, &overview, &theme)).contains("History"));
    }
    let mut task = opened(&session, tasks[0]).unwrap();
    let mut goal = opened(&session, goals[0]).unwrap();
    for (width, height) in sizes() {
        let screen = Rect::new(0, 0, width, height);
        for step in STEPS.into_iter().chain([Step::Last]) {
            task.step(step, screen);
            goal.step(step, screen);
        }
        lines(width, height, |area, buf| task.view(area, buf, &overview, &theme));
        lines(width, height, |area, buf| goal.view(area, buf, &overview, &theme));
        for id in &roles[..2] {
            let page = opened(&session, *id).unwrap();
            lines(width, height, |area, buf| page.view(area, buf, &overview, &theme));
        }
        let page = opened(&session, members[0]).unwrap();
        lines(width, height, |area, buf| page.view(area, buf, &overview, &theme));
    }
    let place = |page: &SubjectPage| text(|area, buf| page.view(area, buf, &overview, &theme));
    let before = place(&task);
    assert_eq!(read_again(&mut task, &session), Still::There);
    assert_eq!(place(&task), before, "the place is kept");
}

#[test]
fn a_task_says_who_promised_and_what_happened() {
    let mut session = demo();
    let id = task_with(&mut session, "# Why\n- [ ] ask **dewi**");
    let found = opened(&session, id).unwrap();
    assert!(
        text(|area, buf| found.view(area, buf, &Overview::default(), &mono()))
            .contains("nobody yet: c claims it")
    );
    session.perform(&Command::Claim(Claim { task: id, part: ClaimAs::Lead })).unwrap();
    let page = opened(&session, id).unwrap();
    let shown = text(|area, buf| page.view(area, buf, &Overview::default(), &mono()));
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
    assert!(opened(&session, TaskId(uuid::Uuid::nil())).is_none());
    assert!(opened(&session, GoalId(uuid::Uuid::nil())).is_none());
    let member: MemberId = ids(&session, Kind::Member)[0];
    assert!(opened(&session, TaskId(member.0)).is_none(), "a member is no task");
}

#[test]
fn ones_load_is_on_ones_own_page_only() {
    let session = demo();
    for id in ids::<MemberId>(&session, Kind::Member) {
        let page = opened(&session, id).unwrap();
        let shown = text(|area, buf| page.view(area, buf, &Overview::default(), &mono()));
        let is_me = session.me() == Some(id);
        assert_eq!(shown.contains("your load"), is_me, "{shown}");
        assert!(is_me || !shown.contains('≡'), "{shown}");
    }
}

#[test]
fn a_goal_has_its_letters_and_its_chart() {
    let session = demo();
    let pages = ids::<GoalId>(&session, Kind::Goal).into_iter();
    let pages = pages.map(|id| opened(&session, id).unwrap());
    let with_chart: Vec<_> = pages.filter(|page| page.text.chart.is_some()).collect();
    assert!(!with_chart.is_empty());
    for page in with_chart {
        for (width, height) in [(80, 24), (120, 40), (200, 60)] {
            let shown = lines(width, height, |area, buf| page.view(area, buf, &Overview::default(), &mono()))
                .join("\n");
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
        .map(|id| opened(&session, id).unwrap())
        .map(|page| text(|area, buf| page.view(area, buf, &Overview::default(), &mono())))
        .collect();
    assert!(shown.iter().any(|text| text.contains("○ vacant (")));
    assert!(shown.iter().any(|text| text.contains("● ")));
    assert!(shown.iter().all(|text| text.contains("Holders")));
}

#[test]
fn huge_notes_cost_what_is_visible() {
    let mut session = demo();
    let id = task_with(&mut session, &"日本語 and a long line without any end ".repeat(20_000));
    let mut page = opened(&session, id).unwrap();
    let before = BROKEN.get();
    let screen = Rect::new(0, 0, 80, 24);
    for step in STEPS {
        page.step(step, screen);
        lines(80, 24, |area, buf| page.view(area, buf, &Overview::default(), &mono()));
    }
    // After six steps less than breaking all of it once would be.
    let broken = BROKEN.get() - before;
    assert!(broken < 820_000, "{broken}");
}

#[test]
fn what_was_written_twice_shows_both_with_their_writers() {
    use crate::domain::id::RecordId;
    use crate::domain::register::Register;
    let session = demo();
    let (overview, theme, preferences) = (overview(&session), mono(), Preferences::default());
    let reading =
        Reading { session: &session, overview: &overview, theme: &theme, preferences: &preferences };
    let mut sheet =
        sheet::Sheet::new(&reading, sheet::Length::Folded, BoardId(uuid::Uuid::nil()), []).unwrap();
    let records = session.board().journal(None, 400).unwrap();
    let author = records[0].record.author;
    let mut field = Register::default();
    field.write(records[0].record.id, &[], "Tuesday");
    field.write(RecordId([7; 32]), &[], "Friday");
    sheet.field("due".into(), &field, |_, day| Some((*day).to_owned())).unwrap();
    let name = session.board().names([author.into()]).unwrap().name(author).to_owned();
    let said = sheet.done()[0].text[0].text().into_owned();
    assert_eq!(said, format!("due              written twice: Tuesday ({name}) · Friday (?)"));
}

#[test]
fn links_are_placed_on_the_cells_that_show_them() {
    let mut session = demo();
    let address = "https://warung.example/contract/2026/_draft_/payments?version=3";
    let task = task_with(
        &mut session,
        &format!("# Why\n\n- see [the draft]({address}), please\n- file:///etc/passwd"),
    );
    for (width, height) in [(40, 60), (80, 60), (200, 60), (12, 5)] {
        let area = Rect::new(0, 1, width, height);
        let overview = Overview::read(&session).unwrap();
        let (theme, preferences) = (mono(), Preferences::default());
        let reading =
            Reading { session: &session, overview: &overview, theme: &theme, preferences: &preferences };
        let mut page = SubjectPage::open(&reading, task.into()).unwrap().unwrap();
        page.arrange(area, area);
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height + 1));
        page.view(area, &mut buf, &overview, &theme);
        let links = page.links(area);
        assert!(links.iter().all(|link| &*link.address == address), "{links:?}");
        let shown: String = links
            .iter()
            .flat_map(|link| (link.x..link.x + link.width).map(|x| buf[(x, link.y)].symbol()))
            .collect();
        match width {
            12 => assert_eq!(shown, "", "the notes are out of sight"),
            _ => assert_eq!(shown, address, "{width}"),
        }
    }
}
