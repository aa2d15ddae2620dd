//! `setara may`: whether something may just be done, from what the board says: do it, ask, or propose.

use super::context::{Context, joined, said};
use super::json;
use super::paper::{Look, Table, piece};
use super::stop::Stop;
use crate::session::{Asked, AskedLine, AskedWay};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(required = true, value_name = "WORDS", help = words().cmd_may_question())]
    question: Vec<String>,
    #[arg(long, help = words().cmd_may_ask())]
    ask: bool,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let question = said(joined(&self.question))?;
        if self.ask {
            let session = context.acting()?;
            let asked = session.may(&question)?;
            let done = session.ask_may(&asked)?;
            return context.say(&done);
        }
        let asked = context.session()?.may(&question)?;
        if context.json() {
            let shape = json::May::of(context.session()?, &asked)?;
            return context.paper.json(&shape);
        }
        print(context, &asked)
    }
}

fn print(context: &mut Context, asked: &Asked) -> Result<(), Stop> {
    context.paper.heading(&asked.first)?;
    if !asked.lines.is_empty() {
        context.paper.blank()?;
        let row = |line: &AskedLine| {
            let look = if line.is_strong { Look::Plain } else { Look::Quiet };
            vec![
                piece(&line.label, Look::Quiet),
                piece(&line.called, Look::Handle),
                piece(&line.said, look),
                piece(&line.aside, look),
            ]
        };
        context.paper.table(Table::new(2, asked.lines.iter().map(row).collect()))?;
    }
    if !asked.ways.is_empty() {
        context.paper.blank()?;
        let row = |way: &AskedWay| vec![piece(&way.typed, Look::Handle), piece(&way.does, Look::Quiet)];
        context.paper.table(Table::new(1, asked.ways.iter().map(row).collect()))?;
    }
    Ok(())
}
