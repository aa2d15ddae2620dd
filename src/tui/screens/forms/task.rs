//! A task: written down by its title alone, or with all that is known; and changed.

use std::rc::Rc;

use super::{chosen, clash, twice, write};
use crate::domain::calendar::Day;
use crate::domain::decide::{AddTask, Claim, ClaimAs, Command, EditTask, Place};
use crate::domain::event::TaskEdited;
use crate::domain::id::TaskId;
use crate::domain::spoken;
use crate::domain::subject::{Kind, Subject};
use crate::domain::task::{Part, Task};
use crate::insight::likeness::Content;
use crate::session::{Error, Session};
use crate::tui::kit::overlay::{Field, Form, Item, Value};
use crate::tui::screens::{choices, page};
use crate::tui::shell::app::App;
use crate::tui::shell::ask::{self, Fields, Pick, Question};
use crate::tui::shell::desk::Effect;
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// How many lines of links are in sight.
const LINKS: u16 = 2;

/// Title first, and Enter adds it; the rest is a Tab away.
pub fn new_task(session: &Session, overview: &Overview) -> Result<Question, Error> {
    let words = words();
    let leads = vec![
        Item::new(Pick::Nth(0), words.form_lead_nobody(), ""),
        Item::new(Pick::Nth(1), words.form_lead_me(), ""),
    ];
    let mut fields = fields(session, None)?;
    fields.push(Field::choice(words.form_field_lead(), leads, Some(Pick::Nth(0))));
    let form = Form::new(words.form_new_task(), words.scr_form_add(), fields, overview.today).brief();
    Ok(ask::form_with_likes(form, likes, |_, fields| add(fields), instead))
}

fn add(mut fields: Fields) -> Vec<Effect> {
    let title = fields.text().unwrap_or_default();
    let (next, due) = (fields.text(), fields.day());
    let (role, goal) = (chosen(fields.choice()), chosen(fields.choice()));
    let (tags, skills, links) = (fields.texts(), fields.texts(), fields.list());
    let notes = fields.text();
    let leads = fields.choice() == Some(Pick::Nth(1));
    ask::run(move |session| {
        let id = TaskId(session.new_id());
        let mut commands = vec![Command::AddTask(AddTask {
            notes: notes.clone(),
            role,
            goal,
            tags: tags.clone(),
            skills: skills.clone(),
            due,
            next: next.clone(),
            links: links.clone(),
            // At the end of the order: whoever wants it higher says so.
            ..AddTask::titled(id, title.clone(), Place::End)
        })];
        if leads {
            commands.push(Command::Claim(Claim { task: id, part: ClaimAs::Lead }));
        }
        session.perform_all(&commands)
    })
}

/// The tasks that may be the same work, each with who leads it.
fn likes(session: &Session, text: &str) -> Result<Vec<Item<Pick>>, Error> {
    let words = words();
    let alike = session.tasks_like(&Content::typed(text))?;
    Ok(alike
        .into_iter()
        .map(|alike| {
            let who = match (alike.mine, alike.lead) {
                (Some(Part::Lead), _) => words.form_alike_mine(),
                (Some(Part::Helper), _) => words.form_alike_helping(),
                (None, Some((_, who))) => words.form_alike_led(who),
                (None, None) => words.form_alike_free(),
            };
            Item::new(alike.id.into(), words.page_task_line(alike.handle, alike.title), who)
        })
        .collect())
}

/// What can be done with a look-alike instead of writing it down once more.
fn instead(_: &mut App, pick: Pick) -> Vec<Effect> {
    let Some(task) = pick.typed::<TaskId>() else { return Vec::new() };
    ask::with_board(move |session, _| {
        let Some(row) = session.board().task_row(task)? else { return Err(ask::gone()) };
        let words = words();
        let is_mine = row.claims.iter().any(|claim| Some(claim.member) == session.me());
        let lead = row.claims.iter().find(|claim| claim.part == Part::Lead);
        let mut items = Vec::new();
        match lead {
            _ if is_mine => {}
            Some(lead) => {
                items.push(Item::new(
                    Pick::Nth(0),
                    words.form_alike_help(),
                    words.form_alike_led(&lead.name),
                ));
            }
            None => items.push(Item::new(Pick::Nth(1), words.form_alike_claim(), words.form_alike_free())),
        }
        items.push(Item::new(Pick::Nth(2), words.form_alike_open(), ""));
        let title = words.form_alike_title(&row.handle, &row.title);
        Ok(ask::pick(title, items, move |_, pick| match pick {
            Pick::Nth(0) => ask::perform(Command::Claim(Claim { task, part: ClaimAs::Helper })),
            Pick::Nth(1) => ask::perform(Command::Claim(Claim { task, part: ClaimAs::Lead })),
            _ => vec![Effect::Open(page::of(task))],
        }))
    })
}

pub fn edit_task(session: &Session, overview: &Overview, id: TaskId) -> Result<Question, Error> {
    let Some(Subject::Task(task)) = session.board().subject(id.into())? else {
        return Err(ask::gone());
    };
    let fields = fields(session, Some(&task))?;
    let form = Form::new(words().scr_form_task(), words().scr_form_save(), fields, overview.today);
    let told = Rc::default();
    Ok(ask::form(form, move |_, mut fields| {
        let before = task.clone();
        let edit = TaskEdited {
            title: fields.changed(&task.title).and_then(Value::text),
            next: fields.changed(&task.next).map(Value::text),
            due: fields.changed(&task.due).map(Value::day),
            role: fields.changed(&task.role).map(|value| chosen(value.choice())),
            goal: fields.changed(&task.goal).map(|value| chosen(value.choice())),
            tags: fields.changed(&task.tags).map(|value| ask::texts(value.text())),
            skills: fields.changed(&task.skills).map(|value| ask::texts(value.text())),
            links: fields.changed(&task.links).map(|value| ask::lines(value.text())),
            notes: fields.changed(&task.notes).map(Value::text),
            step: None,
            by: None,
            at: None,
            from: None,
        };
        let commands = vec![Command::EditTask(EditTask { task: id, edit: edit.clone() })];
        write(id.into(), commands, &told, move |now| {
            let Subject::Task(now) = now else { return None };
            let words = words();
            clash!(edit, before, now;
                title: words.scr_field_title(),
                next: words.scr_field_next(),
                due: words.scr_field_due(),
                role: words.scr_field_role(),
                goal: words.scr_field_goal(),
                tags: words.scr_field_tags(),
                skills: words.form_field_skills(),
                links: words.form_field_links(),
                notes: words.scr_field_notes(),
            )
        })
    }))
}

/// The fields of a task, as it is or empty; in the order in which they are read again.
fn fields(session: &Session, known: Option<&Task>) -> Result<Vec<Field<Pick>>, Error> {
    let words = words();
    let text = |of: fn(&Task) -> Option<&String>| known.and_then(of).cloned().unwrap_or_default();
    let day = |day: &Option<Day>| {
        day.map_or_else(|| words.page_empty_value(), |day| spoken::day(day, session.today()))
    };
    let line = |text: &Option<String>| text.clone().unwrap_or_else(|| words.page_empty_value());
    let named = |id: Option<crate::domain::id::SubjectId>| -> String {
        let name = id.map(|id| ask::called(session, id));
        name.and_then(Result::ok).unwrap_or_else(|| words.page_empty_value())
    };
    let remark = |of: &dyn Fn(&Task) -> Result<Option<String>, Error>| known.map_or(Ok(None), of);
    let title = Field::text(words.scr_field_title(), known.map_or("", Task::title))
        .needed()
        .remark(remark(&|task| twice(session, &task.title, String::clone))?);
    let title = if known.is_none() { title.hint(words.scr_ask_new_hint()) } else { title };
    let role = known.and_then(|task| task.role.value().copied()).map(Pick::from);
    let goal = known.and_then(|task| task.goal.value().copied()).map(Pick::from);
    let (tags, skills, links) = (
        known.map_or(&[][..], Task::tags),
        known.map_or(&[][..], Task::skills),
        known.map_or(&[][..], Task::links),
    );
    let board = session.board();
    Ok(vec![
        title,
        Field::text(words.scr_field_next(), &text(|task| task.next.value()))
            .remark(remark(&|task| twice(session, &task.next, line))?),
        Field::date(words.scr_field_due(), known.and_then(|task| task.due.value().copied()))
            .hint(words.scr_ask_day_hint())
            .remark(remark(&|task| twice(session, &task.due, day))?),
        Field::choice(words.scr_field_role(), choices::of(session, Kind::Role, None)?, role)
            .remark(remark(&|task| twice(session, &task.role, |id| named(id.map(Into::into))))?),
        Field::choice(words.scr_field_goal(), choices::of(session, Kind::Goal, None)?, goal)
            .remark(remark(&|task| twice(session, &task.goal, |id| named(id.map(Into::into))))?),
        Field::list(words.scr_field_tags(), tags, board.tags()?)
            .hint(words.scr_field_tags_hint())
            .remark(remark(&|task| twice(session, &task.tags, |tags| tags.join(", ")))?),
        Field::list(words.form_field_skills(), skills, board.skills()?)
            .hint(words.scr_field_tags_hint())
            .remark(remark(&|task| twice(session, &task.skills, |skills| skills.join(", ")))?),
        Field::lines(words.form_field_links(), &links.join("\n"), LINKS)
            .hint(words.form_field_links_hint())
            .remark(remark(&|task| twice(session, &task.links, |links| links.join(" ")))?),
        Field::notes(words.scr_field_notes(), &text(|task| task.notes.value()))
            .remark(remark(&|task| twice(session, &task.notes, line))?),
    ])
}
