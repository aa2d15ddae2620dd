//! A goal: with a measure that can be read.

use std::rc::Rc;

use super::{open_alike, rows, things_like, write_edit};
use crate::domain::decide::{AddGoal, Command, EditGoal};
use crate::domain::event::GoalEdited;
use crate::domain::field::Values;
use crate::domain::goal::{GoalField, GoalRegisters};
use crate::domain::id::{GoalId, SubjectId};
use crate::domain::subject::{Kind, Subject};
use crate::session::{Error, Session};
use crate::tui::kit::overlay::{Field, Form};
use crate::tui::shell::app::App;
use crate::tui::shell::ask::{self, Fields, Pick, Question};
use crate::tui::shell::desk::Effect;
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// The fields as they are typed.
pub(super) const FORM: &[GoalField] = &[
    GoalField::Title,
    GoalField::Horizon,
    GoalField::Measure,
    GoalField::Unit,
    GoalField::Baseline,
    GoalField::Target,
    GoalField::Due,
    GoalField::Why,
    GoalField::Review,
    GoalField::Parent,
];
/// How many lines of the reason are in sight.
const WHY: u16 = 2;

pub fn new_goal(session: &Session, overview: &Overview) -> Result<Question, Error> {
    let words = words();
    let form = Form::new(
        words.scr_form_new_goal(),
        words.scr_form_add(),
        fields(session, &GoalRegisters::default(), None)?,
        overview.today,
    );
    let likes = |session: &Session, text: &str| things_like(session, Kind::Goal, text);
    let searches = rows::searches(&GoalRegisters::default(), FORM, None);
    Ok(ask::searching(ask::form_with_likes(form, likes, add, open_alike), searches))
}

fn add(app: &mut App, mut fields: Fields) -> Vec<Effect> {
    let filled = match rows::filled(&GoalRegisters::default(), FORM, &mut fields) {
        Ok(filled) => filled,
        Err(why) => return ask::complain(app, why),
    };
    ask::run(move |session| {
        let id = GoalId(session.new_id());
        session.perform(&Command::AddGoal(AddGoal::blank(id).with(filled.clone())))
    })
}

pub fn edit_goal(session: &Session, overview: &Overview, id: GoalId) -> Result<Question, Error> {
    let Some(Subject::Goal(known)) = session.board().subject(id.into())? else { return Err(ask::gone()) };
    let fields = fields(session, &known, Some(id.into()))?;
    let form = Form::new(words().scr_form_goal(), words().scr_form_save(), fields, overview.today);
    let (told, searches) = (Rc::default(), rows::searches(&known.registers, FORM, Some(id.into())));
    let question = ask::form(form, move |app, mut fields| {
        let edit = match rows::filled(&known.registers, FORM, &mut fields) {
            Ok(filled) => GoalEdited::default().with(filled),
            Err(why) => return ask::complain(app, why),
        };
        let commands = vec![Command::EditGoal(EditGoal { goal: id, edit: edit.clone() })];
        write_edit(id.into(), commands, &told, FORM, (known.registers.clone(), edit))
    });
    Ok(ask::searching(question, searches))
}

fn fields(
    session: &Session,
    known: &GoalRegisters,
    own: Option<SubjectId>,
) -> Result<Vec<Field<Pick>>, Error> {
    let row = |field: &GoalField| {
        let row = rows::row(session, known, own, *field)?;
        Ok(match field {
            GoalField::Measure => row.hint(words().scr_field_measure_hint()),
            GoalField::Unit => row.hint(words().scr_field_unit_hint()),
            GoalField::Why => row.in_sight(WHY),
            _ => row,
        })
    };
    FORM.iter().map(row).collect()
}
