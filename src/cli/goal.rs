//! `setara goal …`: where the team wants to be, and how far it is.

use clap::Subcommand;
use clap::builder::PossibleValuesParser;

use super::complete;
use super::context::{Context, changed_text, is_none, joined, said, short};
use super::page;
use super::stop::Stop;
use crate::domain::decide::{AddGoal, Command, EditGoal, MoveGoal, ReadGoal};
use crate::domain::event::GoalEdited;
use crate::domain::goal::{GoalState, Horizon};
use crate::domain::id::GoalId;
use crate::domain::spoken;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    #[command(about = words().cmd_goal_add())]
    Add(Add),
    #[command(about = words().cmd_goal_edit(), after_help = words().cmd_edit_none())]
    Edit(Edit),
    #[command(about = words().cmd_goal_reading())]
    Reading(Reading),
    #[command(about = words().cmd_goal_met())]
    Met(End),
    #[command(about = words().cmd_goal_missed())]
    Missed(End),
    #[command(about = words().cmd_goal_dropped())]
    Dropped(End),
    #[command(about = words().cmd_goal_again())]
    Again(End),
    #[command(about = words().cmd_goal_show())]
    Show(One),
}

#[derive(clap::Args)]
struct Add {
    #[arg(required = true, value_name = "TITLE", help = words().cmd_goal_title())]
    title: Vec<String>,
    #[command(flatten)]
    about: About,
}

#[derive(clap::Args)]
struct Edit {
    #[arg(value_name = "GOAL", add = complete::goal(), help = words().cmd_goal_which())]
    goal: String,
    #[arg(long, value_name = "TITLE", allow_hyphen_values = true, help = words().cmd_goal_title())]
    title: Option<String>,
    #[command(flatten)]
    about: About,
}

#[derive(clap::Args)]
struct About {
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_goal_why())]
    why: Option<String>,
    #[arg(long, value_name = "HORIZON", value_parser = horizons(), help = words().cmd_goal_horizon())]
    horizon: Option<String>,
    #[arg(long, value_name = "GOAL", add = complete::goal(), help = words().cmd_goal_parent())]
    parent: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_goal_measure())]
    measure: Option<String>,
    #[arg(long, value_name = "UNIT", allow_hyphen_values = true, help = words().cmd_goal_unit())]
    unit: Option<String>,
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true, help = words().cmd_goal_baseline())]
    baseline: Option<String>,
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true, help = words().cmd_goal_target())]
    target: Option<String>,
    #[arg(long, value_name = "DAY", help = words().cmd_add_due())]
    due: Option<String>,
    #[arg(long, value_name = "DAY", help = words().cmd_review())]
    review: Option<String>,
}

#[derive(clap::Args)]
struct Reading {
    #[arg(value_name = "GOAL", add = complete::goal(), help = words().cmd_goal_which())]
    goal: String,
    #[arg(value_name = "NUMBER", allow_hyphen_values = true, help = words().cmd_goal_value())]
    value: String,
    #[arg(long, value_name = "DAY", allow_hyphen_values = true, help = words().cmd_goal_on())]
    on: Option<String>,
}

#[derive(clap::Args)]
struct End {
    #[arg(value_name = "GOAL", add = complete::goal(), help = words().cmd_goal_which())]
    goal: String,
    #[arg(value_name = "REASON", help = words().cmd_reason())]
    reason: Vec<String>,
}

#[derive(clap::Args)]
struct One {
    #[arg(required = true, value_name = "GOAL", add = complete::goal(), help = words().cmd_goal_which())]
    goal: Vec<String>,
}

fn horizons() -> PossibleValuesParser {
    PossibleValuesParser::new([Horizon::Long.as_str(), Horizon::Short.as_str()])
}

fn horizon(word: &str) -> Horizon {
    if word == Horizon::Long.as_str() { Horizon::Long } else { Horizon::Short }
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        match self.verb {
            Verb::Add(add) => add.run(context),
            Verb::Edit(edit) => edit.run(context),
            Verb::Reading(reading) => reading.run(context),
            Verb::Met(end) => end.run(context, GoalState::Met),
            Verb::Missed(end) => end.run(context, GoalState::Missed),
            Verb::Dropped(end) => end.run(context, GoalState::Dropped),
            Verb::Again(end) => end.run(context, GoalState::Active),
            Verb::Show(one) => {
                let goal = context.session()?.find::<GoalId>(&joined(&one.goal))?;
                page::print(context, goal.into())
            }
        }
    }
}

impl Add {
    fn run(self, context: &mut Context) -> Result<(), Stop> {
        let About { why, horizon: long, parent, measure, unit, baseline, target, due, review } = self.about;
        let (due, review) = (context.maybe_day(due.as_deref())?, context.maybe_day(review.as_deref())?);
        let session = context.acting()?;
        let id = GoalId(session.new_id());
        let add = AddGoal {
            id,
            title: joined(&self.title),
            why: why.map(said).transpose()?,
            horizon: long.map_or(Horizon::Short, |word| horizon(&word)),
            parent: parent.map(|word| session.find(&word)).transpose()?,
            measure,
            unit,
            baseline: baseline.map(|text| number(&text)).transpose()?,
            target: target.map(|text| number(&text)).transpose()?,
            due,
            review,
        };
        context.perform(&Command::AddGoal(add)).map(drop)
    }
}

impl Edit {
    fn run(self, context: &mut Context) -> Result<(), Stop> {
        let about = self.about;
        let due = context.changed_day(about.due.as_deref())?;
        let review = context.changed_day(about.review.as_deref())?;
        let session = context.acting()?;
        let goal = session.find(&self.goal)?;
        let parent = |word: String| if is_none(&word) { Ok(None) } else { session.find(&word).map(Some) };
        let edit = GoalEdited {
            title: self.title,
            why: changed_text(about.why)?,
            horizon: about.horizon.map(|word| horizon(&word)),
            parent: about.parent.map(parent).transpose()?,
            measure: changed_text(about.measure)?,
            unit: changed_text(about.unit)?,
            baseline: about.baseline.map(|text| changed_number(&text)).transpose()?,
            target: about.target.map(|text| changed_number(&text)).transpose()?,
            due,
            review,
            by: None,
            at: None,
            from: None,
        };
        context.perform(&Command::EditGoal(EditGoal { goal, edit })).map(drop)
    }
}

impl Reading {
    fn run(self, context: &mut Context) -> Result<(), Stop> {
        let goal = context.acting()?.find(&self.goal)?;
        let value = number(&self.value)?;
        let date = match self.on.as_deref() {
            Some(text) => context.past_day(text)?,
            None => context.session()?.today(),
        };
        context.perform(&Command::ReadGoal(ReadGoal { goal, date, value })).map(drop)
    }
}

impl End {
    fn run(self, context: &mut Context, to: GoalState) -> Result<(), Stop> {
        let goal = context.acting()?.find(&self.goal)?;
        let reason = if self.reason.is_empty() { None } else { Some(said(joined(&self.reason))?) };
        context.perform(&Command::MoveGoal(MoveGoal { goal, to, reason })).map(drop)
    }
}

fn number(text: &str) -> Result<f64, Stop> {
    spoken::parse_number(text).map_err(|why| Stop::usage(why.message(&short(text)), why.hint()))
}

fn changed_number(text: &str) -> Result<Option<f64>, Stop> {
    if is_none(text) { Ok(None) } else { number(text).map(Some) }
}
