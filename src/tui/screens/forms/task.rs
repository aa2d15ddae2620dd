//! A task: written down by its title alone, or with all that is known; and changed.

use std::rc::Rc;

use super::{rows, write_edit};
use crate::domain::decide::{AddTask, Become, Claim, ClaimAs, Command, EditTask};
use crate::domain::event::TaskEdited;
use crate::domain::field::Values;
use crate::domain::id::{RecordId, SubjectId, SubjectRef, TaskId, TensionId};
use crate::domain::subject::{Kind, Subject};
use crate::domain::task::{Part, TaskField, TaskRegisters};
use crate::domain::tension::Outcome;
use crate::insight::likeness::Content;
use crate::session::{Error, Session};
use crate::tui::kit::overlay::{Field, Form, Item};
use crate::tui::screens::page;
use crate::tui::shell::app::App;
use crate::tui::shell::ask::{self, Fields, Like, Pick, Question};
use crate::tui::shell::desk::Effect;
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// The fields as they are typed.
pub(super) const FORM: &[TaskField] = &[
    TaskField::Title,
    TaskField::Next,
    TaskField::Due,
    TaskField::Role,
    TaskField::Goal,
    TaskField::Tags,
    TaskField::Skills,
    TaskField::Links,
    TaskField::Notes,
];

/// Title first, and Enter adds it; the rest is a Tab away.
pub fn new_task(session: &Session, overview: &Overview) -> Result<Question, Error> {
    new_task_of(session, overview, None)
}

/// The same for a task of this goal or role, or one that a tension becomes: it is called by what could be.
pub fn new_task_of(
    session: &Session,
    overview: &Overview,
    of: Option<SubjectRef>,
) -> Result<Question, Error> {
    let words = words();
    let leads = vec![
        Item::new(Pick::Nth(0), words.form_lead_nobody(), ""),
        Item::new(Pick::Nth(1), words.form_lead_me(), ""),
    ];
    let mut known = TaskRegisters::default();
    match of {
        Some(SubjectRef { kind: Kind::Goal, id }) => known.goal.write(RecordId::ZERO, &[], Some(id.into())),
        Some(SubjectRef { kind: Kind::Role, id }) => known.role.write(RecordId::ZERO, &[], Some(id.into())),
        Some(SubjectRef { kind: Kind::Tension, id }) => become_of(session, id.into(), &mut known)?,
        _ => {}
    }
    let mut fields = fields(session, &known, None)?;
    fields.push(Field::choice(words.form_field_lead(), leads, Some(Pick::Nth(0))));
    let title = match of {
        Some(of) if of.kind == Kind::Tension => words.form_tension_became(),
        Some(of) => words.form_new_task_of(ask::called(session, of.id)?),
        None => words.form_new_task(),
    };
    let form = Form::new(title, words.scr_form_add(), fields, overview.today).brief().repeats();
    let searches = rows::searches(&TaskRegisters::default(), FORM, None);
    let add = move |app: &mut App, fields| add(app, fields, of);
    Ok(ask::searching(ask::form_with_likes(form, likes, add, instead), searches))
}

/// What is known of a task that a tension becomes.
fn become_of(session: &Session, id: TensionId, known: &mut TaskRegisters) -> Result<(), Error> {
    let tension = session.tension(id)?;
    let title = tension.could.lines().next().unwrap_or_default().to_owned();
    let (role, goal) = session.aims_of(&tension)?;
    known.title.write(RecordId::ZERO, &[], title);
    known.role.write(RecordId::ZERO, &[], role);
    known.goal.write(RecordId::ZERO, &[], goal);
    Ok(())
}

fn add(app: &mut App, mut fields: Fields, of: Option<SubjectRef>) -> Vec<Effect> {
    let filled = match rows::filled(&TaskRegisters::default(), FORM, &mut fields) {
        Ok(filled) => filled,
        Err(why) => return ask::complain(app, why),
    };
    let leads = fields.choice() == Some(Pick::Nth(1));
    let as_text = fields.sent.as_text;
    let write = move |session: &mut Session| {
        let id = TaskId(session.new_id());
        // At the end of the order: whoever wants it higher says so.
        let mut task = AddTask::blank(id).with(filled.clone());
        let mut leads = leads;
        if !as_text {
            let quick = session.quick(&task.title)?;
            leads |= quick.leads;
            task.title = quick.title;
            task.tags.extend(quick.tags);
            task.skills.extend(quick.skills);
            task = task.with(quick.values);
        }
        let mut commands = vec![Command::AddTask(task)];
        if let Some(tension) = of.and_then(|of| of.typed::<TensionId>()) {
            commands.push(Command::Become(Become { tension, what: Outcome::Task(id) }));
        }
        if leads {
            commands.push(Command::Claim(Claim { task: id, part: ClaimAs::Lead }));
        }
        session.perform_all(&commands)
    };
    match fields.sent.again {
        true => ask::run_and_ask(write, Rc::new(move |session, overview| new_task_of(session, overview, of))),
        false => ask::run(write),
    }
}

/// The tasks that may be the same work, each with who leads it; and what the quick words of the title say.
fn likes(session: &Session, text: &str) -> Result<Like, Error> {
    let words = words();
    let quick = session.quick(text)?;
    let alike = session.tasks_like(&Content::typed(&quick.title))?;
    let items = alike.into_iter().map(|alike| {
        let who = match (alike.mine, alike.lead) {
            (Some(Part::Lead), _) => words.form_alike_mine(),
            (Some(Part::Helper), _) => words.form_alike_helping(),
            (None, Some((_, who))) => words.form_alike_led(who),
            (None, None) => words.form_alike_free(),
        };
        Item::new(alike.id.into(), words.page_task_line(alike.handle, alike.title), who)
    });
    let unknown = Some(quick.unknown.join(" ")).filter(|unknown| !unknown.is_empty());
    // First what is not understood: it is what one may want to mend.
    let read: Vec<_> =
        unknown.map(|unknown| words.quick_unknown(unknown)).into_iter().chain(quick.said).collect();
    let read = Some(read.join(" · ")).filter(|read| !read.is_empty());
    Ok(Like { items: items.collect(), read })
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
    let fields = fields(session, &task, Some(id.into()))?;
    let form = Form::new(words().scr_form_task(), words().scr_form_save(), fields, overview.today);
    let (told, searches) = (Rc::default(), rows::searches(&task.registers, FORM, Some(id.into())));
    let question = ask::form(form, move |app, mut fields| {
        let edit = match rows::filled(&task.registers, FORM, &mut fields) {
            Ok(filled) => TaskEdited::default().with(filled),
            Err(why) => return ask::complain(app, why),
        };
        let commands = vec![Command::EditTask(EditTask { task: id, edit: edit.clone() })];
        write_edit(id.into(), commands, &told, FORM, (task.registers.clone(), edit))
    });
    Ok(ask::searching(question, searches))
}

fn fields(
    session: &Session,
    known: &TaskRegisters,
    own: Option<SubjectId>,
) -> Result<Vec<Field<Pick>>, Error> {
    let row = |field: &TaskField| {
        let row = rows::row(session, known, own, *field)?;
        Ok(match field {
            TaskField::Title if own.is_none() => row.hint(words().scr_ask_new_hint()),
            TaskField::Tags => row.completed_by(session.board().tags()?),
            TaskField::Skills => row.completed_by(session.board().skills()?),
            TaskField::Links => row.hint(words().form_field_links_hint()),
            _ => row,
        })
    };
    FORM.iter().map(row).collect()
}
