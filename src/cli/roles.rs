//! `setara roles`: the roles and who holds them, vacant ones first.

use super::desk::Desk;
use super::paper::{Look, piece};
use super::stop::Stop;
use super::{json, rows};
use crate::words::words;

/// More roles than any team has.
const MOST: usize = 100_000;

#[derive(clap::Args)]
pub struct Args {}

impl Args {
    pub fn run(self, desk: &mut Desk) -> Result<(), Stop> {
        let session = desk.session()?;
        let list = session.board().roles(0, MOST)?;
        if desk.json() {
            let session = desk.session()?;
            let all = list.iter().filter_map(|row| json::role(session, row.id).transpose());
            let all = all.collect::<Result<Vec<_>, _>>()?;
            return desk.paper.json(&all);
        }
        if list.is_empty() {
            return desk.paper.line(piece(words().out_no_roles(), Look::Quiet));
        }
        let table = rows::roles(desk.session()?, &list);
        desk.paper.table(table)
    }
}
