//! `setara terms`: what the team agreed on for its board, and how one of them is set.

use super::complete;
use super::context::Context;
use super::json;
use super::paper::{Look, Table, piece};
use super::stop::Stop;
use crate::domain::terms::{Term, Terms};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "NAME", add = complete::term(), help = words().cmd_terms_name())]
    name: Option<String>,
    // Several words need no quotes: `setara terms doing in the kitchen`.
    #[arg(value_name = "VALUE", allow_hyphen_values = true, help = words().cmd_terms_value())]
    value: Vec<String>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let session = context.session()?;
        let term = self.name.as_deref().map(|name| session.term(name)).transpose()?;
        match term {
            Some(term) if !self.value.is_empty() => {
                let command = context.acting()?.set_term(term, &self.value.join(" "))?;
                context.perform(&command).map(drop)
            }
            Some(term) => show(context, &[term]),
            None => show(context, &Term::all().collect::<Vec<_>>()),
        }
    }
}

fn show(context: &mut Context, listed: &[Term]) -> Result<(), Stop> {
    let terms = context.session()?.terms()?;
    if context.json() {
        let listed: Vec<json::Term> = listed.iter().map(|term| json::Term::of(*term, &terms)).collect();
        return context.paper.json(&listed);
    }
    let rows = listed.iter().map(|term| {
        let is_own = terms.is_own(*term);
        let default = Terms::default().spoken(*term);
        let note = if is_own { words().out_terms_default(default) } else { String::new() };
        vec![
            piece(term.as_str(), Look::Handle),
            piece(terms.shown(*term), if is_own { Look::Strong } else { Look::Plain }),
            piece(note, Look::Quiet),
            piece(term.doc(), Look::Quiet),
        ]
    });
    let rows = rows.collect();
    context.paper.table(Table::new(3, rows))
}
