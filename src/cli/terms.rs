//! `setara terms`: what the team agreed on for its board, and how one of them is set.

use super::complete;
use super::desk::Desk;
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
    pub fn run(self, desk: &mut Desk) -> Result<(), Stop> {
        let session = desk.session()?;
        let term = self.name.as_deref().map(|name| session.term(name)).transpose()?;
        match term {
            Some(term) if !self.value.is_empty() => {
                let command = desk.acting()?.agree(term, &self.value.join(" "))?;
                desk.perform(&command).map(drop)
            }
            Some(term) => show(desk, &[term]),
            None => show(desk, &Term::all().collect::<Vec<_>>()),
        }
    }
}

fn show(desk: &mut Desk, listed: &[Term]) -> Result<(), Stop> {
    let terms = desk.session()?.terms()?;
    if desk.json() {
        let listed: Vec<json::Term> = listed.iter().map(|term| json::Term::of(*term, &terms)).collect();
        return desk.paper.json(&listed);
    }
    let rows = listed.iter().map(|term| {
        let is_own = terms.is_own(*term);
        let default = Terms::default().spoken(*term);
        let note = if is_own { words().out_terms_default(default) } else { String::new() };
        vec![
            piece(term.as_str(), Look::Handle),
            piece(terms.told(*term), if is_own { Look::Strong } else { Look::Plain }),
            piece(note, Look::Quiet),
            piece(term.doc(), Look::Quiet),
        ]
    });
    let rows = rows.collect();
    desk.paper.table(Table { gives_way: 3, rows })
}
