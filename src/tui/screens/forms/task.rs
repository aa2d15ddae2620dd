//! A task: written down by its title alone, or with all that is known; and changed.

use std::rc::Rc;

use super::{rows, write_edit};
use crate::domain::decide::{AddTask, Claim, ClaimAs, Command, EditTask};
use crate::domain::event::TaskEdited;
use crate::domain::field::Values;
use crate::domain::id::{SubjectId, TaskId};
use crate::domain::subject::Subject;
use crate::domain::task::{Part, TaskField, TaskRegisters};
use crate::insight::likeness::Content;
use crate::session::{Error, Session};
use crate::tui::kit::overlay::{Field, Form, Item};
use crate::tui::screens::page;
use crate::tui::shell::app::App;
use crate::tui::shell::ask::{self, Fields, Pick, Question};
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
    let words = words();
    let leads = vec![
        Item::new(Pick::Nth(0), words.form_lead_nobody(), ""),
        Item::new(Pick::Nth(1), words.form_lead_me(), ""),
    ];
    let mut fields = fields(session, &TaskRegisters::default(), None)?;
    fields.push(Field::choice(words.form_field_lead(), leads, Some(Pick::Nth(0))));
    let form = Form::new(words.form_new_task(), words.scr_form_add(), fields, overview.today).brief();
    let searches = rows::searches(&TaskRegisters::default(), FORM, None);
    Ok(ask::searching(ask::form_with_likes(form, likes, add, instead), searches))
}

fn add(app: &mut App, mut fields: Fields) -> Vec<Effect> {
    let filled = match rows::filled(&TaskRegisters::default(), FORM, &mut fields) {
        Ok(filled) => filled,
        Err(why) => return ask::complain(app, why),
    };
    let leads = fields.choice() == Some(Pick::Nth(1));
    ask::run(move |session| {
        let id = TaskId(session.new_id());
        // At the end of the order: whoever wants it higher says so.
        let mut commands = vec![Command::AddTask(AddTask::blank(id).with(filled.clone()))];
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
