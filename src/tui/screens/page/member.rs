//! A member's page: what they lead, help with, wait for and hold, and how to reach them.
//!
//! **Invariant:** how much somebody has in hand, and findings about it, are on their own page only.

use super::Reading;
use super::sheet::{Length, Sheet};
use super::text::{Side, Text};
use crate::domain::calendar::Day;
use crate::domain::field::Field as _;
use crate::domain::id::MemberId;
use crate::domain::member::{Away, Member, MemberField};
use crate::domain::query::Sense;
use crate::domain::spoken::word;
use crate::domain::subject::Kind;
use crate::domain::subject::Subject;
use crate::session::{Error, said_learn, said_teach};
use crate::store::{Filter, Term, Test};
use crate::tui::kit::marks::marks;
use crate::tui::shell::action;
use crate::words::words;

/// How many of their tasks and blockers are listed.
const TASKS: usize = 20;
const BLOCKERS: usize = 12;
/// How many decisions that wait for their voice.
const DECISIONS: usize = 8;

/// `None` where there is no such member.
pub fn write(reading: &Reading<'_>, id: MemberId, length: Length) -> Result<Option<Text>, Error> {
    let board = reading.session.board();
    let Some(Subject::Member(member)) = board.subject(id.into())? else { return Ok(None) };
    let is_me = reading.session.me() == Some(id);
    let mut sheet = Sheet::new(reading, length, id, [])?;
    if is_me {
        own(&mut sheet, &member)?;
    }
    pairings(&mut sheet, id)?;
    overview(&mut sheet, &member)?;
    holds(&mut sheet, id)?;
    let only = |test| Filter { terms: vec![Term { sense: Sense::Is, any: vec![test] }], ..Filter::default() };
    sheet.tasks("leads", words().pages_leads(), &only(Test::Lead(Some(id))), TASKS)?;
    sheet.tasks("helps", words().pages_helps(), &only(Test::Help(Some(id))), TASKS)?;
    sheet.on(Side::Right);
    sheet.blockers("waits", words().pages_waits_for(), &board.blockers_for(id, BLOCKERS)?);
    sheet.blockers("awaited", words().pages_awaited(), &board.blockers_on(id, BLOCKERS)?);
    sheet.findings(id.into())?;
    if is_me {
        sheet.thanks(id)?;
    }
    sheet.doings(id)?;
    sheet.history(id.into())?;
    let fact = if is_me { words().page_you() } else { word::kind(Kind::Member) };
    Ok(Some(Text::new(member.name().to_owned(), fact, sheet.done(), None)))
}

fn overview(sheet: &mut Sheet<'_>, member: &Member) -> Result<(), Error> {
    let words = words();
    sheet.title(MemberField::Name.label(), &member.name)?;
    let left = member.left.map(|at| sheet.day_of(at));
    sheet.fact(words.page_label_left(), left);
    let today = sheet.session.today();
    sheet.field(words.page_label_away(), &member.away, |sheet, away| said_away(sheet, (*away)?, today))?;
    for field in [MemberField::Contact, MemberField::Teaches, MemberField::Learns] {
        sheet.says(&member.registers, field)?;
    }
    let matches = sheet.session.skill_matches(member)?;
    let some = |said: String| Some(said).filter(|said| !said.is_empty());
    sheet.fact(words.out_label_could_learn(), some(said_learn(&matches.learn)));
    sheet.fact(words.out_label_could_teach(), some(said_teach(&matches.teach)));
    sheet.says(&member.registers, MemberField::Initials)?;
    let joined = member.origin.map(|origin| sheet.day_of(origin.at));
    sheet.fact(words.page_label_joined(), joined);
    Ok(())
}

/// A stretch that is over is not worth a line.
fn said_away(sheet: &Sheet<'_>, away: Away, today: Day) -> Option<String> {
    match away.until {
        Some(until) if until < today => None,
        Some(until) => Some(words().page_away(sheet.day(away.from), sheet.day(until))),
        None => Some(words().page_away_open(sheet.day(away.from))),
    }
}

/// One's own numbers, and what awaits one's answer.
fn own(sheet: &mut Sheet<'_>, member: &Member) -> Result<(), Error> {
    if let Some(row) = sheet.session.board().member_row(member.id)? {
        let said = words().page_load(row.in_hand, row.limit);
        let load = row.load();
        match load.is_over() {
            true => sheet.styled_fact(words().page_label_load(), said, sheet.theme.warn),
            false => sheet.bar_fact(words().page_label_load(), load.share(), said),
        }
    }
    for (nth, said) in sheet.session.concentrated_on_me()?.into_iter().enumerate() {
        let label = if nth == 0 { words().page_label_share() } else { String::new() };
        sheet.styled_fact(label, said, sheet.theme.warn);
    }
    let since = sheet.session.now().plus_days(-crate::domain::task::OFFER_DAYS);
    let offers = sheet.session.board().offers_to(member.id, since)?;
    for (i, offer) in offers.iter().enumerate() {
        let label = if i == 0 { words().page_label_waits() } else { String::new() };
        let thing = words().page_task_line(&offer.handle, &offer.title);
        let said = words().page_twice_value(thing, &offer.from);
        sheet.line("offer", Some(offer.task.into()), |sheet| {
            sheet.styled_fact(label, said, sheet.theme.warn);
        });
    }
    // An offer to be one's buddy stands with the pairings, where keys answer it.
    for (i, way) in sheet.session.ways_waiting_for_me()?.into_iter().enumerate() {
        let label = if i == 0 && offers.is_empty() { words().page_label_waits() } else { String::new() };
        sheet.styled_fact(label, way.said, sheet.theme.warn);
        if let Some(answer) = way.answer {
            sheet.styled_fact(String::new(), answer, sheet.theme.dim);
        }
    }
    for (i, row) in sheet.session.board().decisions_awaiting(member.id, DECISIONS)?.iter().enumerate() {
        let label = if i == 0 { words().page_label_your_voice() } else { String::new() };
        let said = words().page_task_line(&row.handle, &row.title);
        sheet.line("voice", Some(row.id.into()), |sheet| sheet.styled_fact(label, said, sheet.theme.warn));
    }
    Ok(())
}

/// Whose buddy they are, who is theirs, and what is offered of it; where one is asked oneself, with the keys that answer.
fn pairings(sheet: &mut Sheet<'_>, id: MemberId) -> Result<(), Error> {
    let me = sheet.session.me();
    for (i, row) in sheet.session.pairings_of(id)?.iter().enumerate() {
        let label = if i == 0 { words().out_label_buddy() } else { String::new() };
        let other = if row.buddy == id { row.newcomer } else { row.buddy };
        let said = sheet.session.say_pairing(row)?;
        let asks_me = row.ends.is_none() && Some(row.newcomer) == me;
        sheet.line("pairing", Some(other.into()), |sheet| match asks_me {
            true => {
                let (yes, no) = (action::key_of("member.buddy-accept"), action::key_of("member.buddy-end"));
                sheet.styled_fact(label, words().page_buddy_asks(said, yes, no), sheet.theme.warn);
            }
            false => sheet.fact(label, Some(said)),
        });
    }
    Ok(())
}

/// Their roles, with which part of each, and until when.
fn holds(sheet: &mut Sheet<'_>, id: MemberId) -> Result<(), Error> {
    let words = words();
    let held = sheet.session.board().held_by(id)?;
    if !held.is_empty() {
        sheet.section(words.page_roles());
    }
    for role in held {
        let Some(row) = sheet.session.board().role_row(role)? else { continue };
        for holding in row.holders.iter().filter(|holding| holding.member == id) {
            let mut line = match &holding.focus {
                Some(focus) => words.page_holds_focus(&row.name, focus),
                None => row.name.clone(),
            };
            if let Some(term) = holding.term {
                line = format!("{line} {} {}", marks().dot, words.page_term(sheet.day(term)));
            }
            sheet.line("role", Some(role.into()), |sheet| {
                sheet.timed(holding.since, marks().clear, &line, sheet.theme.text);
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::domain::decide::{AddTask, Claim, ClaimAs, Command, Place};
    use crate::domain::id::TaskId;
    use crate::session::Session;
    use crate::tui::testing::{demo, desk, world};

    #[test]
    fn a_buddy_is_offered_answered_and_ended_by_keys() {
        let mut desk = demo(120, 40);
        // The board asks for Gita's, and one offers oneself from there, or from her page.
        desk.press("4 z / text:Gita_came Enter b");
        assert!(desk.says().contains("Ayu offered to be Gita's buddy"), "{}", desk.says());
        desk.press("Enter b");
        assert!(desk.says().contains("it waits for their answer"), "{}", desk.says());
        desk.press("Esc Esc Esc Esc @ text:Gita Enter i");
        let screen = desk.screen();
        assert!(screen.contains("Dewi has offered to be Gita's buddy · +"), "{screen}");
        assert!(screen.contains("can learn") && screen.contains("rust from Budi, Eka"), "{screen}");
        desk.press("+");
        assert!(desk.says().contains("Gita accepted Dewi as buddy until"), "{}", desk.says());
        assert!(desk.screen().contains("Dewi is Gita's buddy until"), "{}", desk.screen());
        desk.press("-");
        assert!(desk.says().contains("the pairing of Dewi and Gita ended"), "{}", desk.says());
        desk.press("u");
        assert!(desk.says().contains("the pairing of Dewi and Gita goes on"), "{}", desk.says());
    }

    #[test]
    fn what_was_offered_to_oneself_is_declined_by_the_same_key() {
        let mut desk = demo(120, 40);
        desk.press("@ text:Gita Enter 2 j");
        let waits = "Dewi has offered to be Gita's buddy \u{b7} i opens your page";
        assert!(desk.screen().contains(waits), "{}", desk.screen());
        desk.press("i -");
        assert!(desk.says().contains("Gita declined Dewi as buddy"), "{}", desk.says());
        desk.press("Esc j");
        assert!(!desk.screen().contains(waits), "{}", desk.screen());
    }

    #[test]
    fn how_much_hangs_on_one_member_is_on_their_own_page_only() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("board.db");
        let mut session = Session::start(&path, "Warung Kode", "Ayu", world("share")).unwrap();
        for n in 0..4 {
            let task = TaskId(session.new_id());
            let add = AddTask::titled(task, format!("Task {n}"), Place::End);
            session.perform(&Command::AddTask(add)).unwrap();
            session.perform(&Command::Claim(Claim { task, part: ClaimAs::Lead })).unwrap();
        }
        for name in ["Budi", "Citra", "Dewi"] {
            session.join(name, None).unwrap();
        }
        let mut desk = desk(session, 120, 40);
        desk.press("8 / text:Ayu Enter Enter");
        assert!(desk.screen().contains("Task 3"), "{}", desk.screen());
        assert!(!desk.screen().contains("you lead 4"), "Dewi looks: {}", desk.screen());
        desk.press("@ text:Ayu Enter i");
        let screen = desk.screen();
        assert!(screen.contains("only you see") && screen.contains("you lead 4 of the 4 tasks"), "{screen}");
    }
}
