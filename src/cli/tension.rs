//! `setara tension`: what could be otherwise, and what became of it.

use clap::Subcommand;

use super::complete;
use super::context::{Context, joined, said};
use super::page;
use super::stop::Stop;
use crate::domain::decide::{Become, CloseTension, Command, Sense, TakeUpTension};
use crate::domain::id::{SubjectId, TaskId, TensionId};
use crate::domain::subject::Kind;
use crate::domain::tension::{Closing, Outcome};
use crate::words::words;

#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Args {
    #[arg(required = true, value_name = "WHAT_IS", help = words().cmd_tension_is())]
    is: Vec<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_tension_could())]
    could: Option<String>,
    #[arg(long, value_name = "WHAT", add = complete::task(), help = words().cmd_tension_about())]
    about: Option<String>,
    #[arg(long = "for", value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_tension_serves())]
    serves: Option<String>,
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Subcommand)]
enum Verb {
    #[command(about = words().cmd_tension_take_up())]
    TakeUp(One),
    #[command(about = words().cmd_tension_became())]
    Became(Became),
    #[command(about = words().cmd_tension_settled())]
    Settled(End),
    #[command(about = words().cmd_tension_let_go())]
    LetGo(End),
    #[command(about = words().cmd_tension_show())]
    Show(One),
}

#[derive(clap::Args)]
struct One {
    #[arg(value_name = "TENSION", add = complete::tension(), help = words().cmd_tension_which())]
    tension: String,
}

#[derive(clap::Args)]
struct Became {
    #[arg(value_name = "TENSION", add = complete::tension(), help = words().cmd_tension_which())]
    tension: String,
    #[arg(value_name = "TITLE", help = words().cmd_tension_title())]
    title: Vec<String>,
    #[arg(long, value_name = "TASK", add = complete::task(), conflicts_with = "title", help = words().cmd_tension_task())]
    task: Option<String>,
}

#[derive(clap::Args)]
struct End {
    #[arg(value_name = "TENSION", add = complete::tension(), help = words().cmd_tension_which())]
    tension: String,
    #[arg(value_name = "REASON", help = words().cmd_reason())]
    reason: Vec<String>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        match self.verb {
            None => self.sense(context),
            Some(Verb::TakeUp(one)) => {
                let tension = which(context, &one.tension)?;
                context.perform(&Command::TakeUpTension(TakeUpTension { tension })).map(drop)
            }
            Some(Verb::Became(became)) => became.run(context),
            Some(Verb::Settled(end)) => end.run(context, Closing::Settled),
            Some(Verb::LetGo(end)) => end.run(context, Closing::LetGo),
            Some(Verb::Show(one)) => {
                let tension: TensionId = context.session()?.find(&one.tension)?;
                page::print(context, tension.into())
            }
        }
    }

    fn sense(self, context: &mut Context) -> Result<(), Stop> {
        let (is, could) = (said(joined(&self.is))?, said(self.could.unwrap_or_default())?);
        let session = context.acting()?;
        let about = self.about.map(|word| session.find_among(Kind::ALL, &word)).transpose()?;
        let about: Option<SubjectId> = about.map(|found| found.id);
        let id = TensionId(session.new_id());
        let sense = Sense { id, is, could, about, serves: self.serves };
        context.perform(&Command::Sense(sense))?;
        context.hint_of(|session| Ok(Some(words().out_hint_tension(session.board().handle_of(id)?))))
    }
}

impl Became {
    fn run(self, context: &mut Context) -> Result<(), Stop> {
        let tension = which(context, &self.tension)?;
        let commands = match &self.task {
            Some(task) => {
                let task: TaskId = context.task(task)?;
                vec![Command::Become(Become { tension, what: Outcome::Task(task) })]
            }
            None => {
                let title = Some(joined(&self.title)).filter(|title| !title.trim().is_empty());
                let session = context.acting()?;
                let task = TaskId(session.new_id());
                session.task_of_tension(tension, task, title)?
            }
        };
        context.perform_all(&commands).map(drop)
    }
}

impl End {
    fn run(self, context: &mut Context, way: Closing) -> Result<(), Stop> {
        let tension = which(context, &self.tension)?;
        let why = if self.reason.is_empty() { None } else { Some(said(joined(&self.reason))?) };
        context.perform(&Command::CloseTension(CloseTension { tension, way, why })).map(drop)
    }
}

fn which(context: &mut Context, word: &str) -> Result<TensionId, Stop> {
    Ok(context.acting()?.find(word)?)
}
