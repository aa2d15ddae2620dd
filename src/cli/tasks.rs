//! `setara tasks`: the tasks in their order, or those that a filter leaves.

use clap::builder::PossibleValuesParser;

use super::asking;
use super::context::Context;
use super::paper::{Look, piece};
use super::stop::Stop;
use super::{complete, json, rows};
use crate::session::Session;
use crate::store::{Filter, Grouping, List, Order, TaskRow};
use crate::words::words;

/// What a person at a terminal gets without asking for more.
const SCREENFUL: usize = 50;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "QUERY", allow_hyphen_values = true, add = complete::query(), help = words().filter_cmd_query())]
    query: Vec<String>,
    #[arg(long, value_name = "NAME", add = complete::saved(), help = words().saved_cmd())]
    saved: Option<String>,
    #[arg(long, help = words().cmd_tasks_mine())]
    mine: bool,
    #[arg(long, value_name = "NAME", add = complete::member(), conflicts_with = "mine", help = words().cmd_tasks_by())]
    by: Option<String>,
    #[arg(long, help = words().cmd_tasks_unclaimed())]
    unclaimed: bool,
    #[arg(long, help = words().cmd_tasks_blocked())]
    blocked: bool,
    #[arg(long, value_name = "STATE", add = complete::state(), help = words().cmd_tasks_state())]
    state: Option<String>,
    #[arg(long, value_name = "ROLE", add = complete::role(), help = words().cmd_tasks_role())]
    role: Option<String>,
    #[arg(long, value_name = "GOAL", add = complete::goal(), help = words().cmd_tasks_goal())]
    goal: Option<String>,
    #[arg(long, value_name = "TAG", help = words().cmd_tasks_tag())]
    tag: Option<String>,
    #[arg(long, help = words().cmd_tasks_finished())]
    finished: bool,
    #[arg(long, value_name = "GROUP", value_parser = groupings(), help = words().group_cmd_group())]
    group: Option<String>,
    #[arg(long, value_name = "ORDER", value_parser = orders(), help = words().group_cmd_order())]
    order: Option<String>,
    #[arg(short = 'n', long, value_name = "N", help = words().cmd_limit())]
    limit: Option<usize>,
    #[arg(long, conflicts_with = "limit", help = words().cmd_all())]
    all: bool,
}

fn groupings() -> PossibleValuesParser {
    PossibleValuesParser::new(Grouping::ALL.map(Grouping::as_str))
}

fn orders() -> PossibleValuesParser {
    PossibleValuesParser::new(Order::ALL.map(Order::as_str))
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let every = context.json() || !context.paper.is_terminal || self.all;
        let most = self.limit.unwrap_or(if every { usize::MAX / 4 } else { SCREENFUL });
        let grouped = self.group.is_some();
        let session = context.session()?;
        let filter = self.filter(session)?;
        let mut list = session.board().list(&filter, None, 0, most)?;
        let lines = &mut list.window.rows;
        let more = list.window.more_after || lines.len() > most;
        lines.truncate(most);
        if context.json() {
            let ids = lines.iter().filter_map(|line| line.task.as_ref()).map(|row| row.id);
            let tasks = json::tasks(context.session()?, ids)?;
            return context.paper.json(&tasks);
        }
        if lines.is_empty() && most > 0 {
            let text = if filter.is_all() { words().out_empty_board() } else { words().out_no_tasks() };
            return context.paper.line(piece(text, Look::Quiet));
        }
        let grouped = grouped || filter.arrangement.grouping != Grouping::State;
        if grouped {
            in_groups(context, list)?
        } else {
            in_one(context, list)?
        }
        if more { context.hint(words().out_more_tasks()) } else { Ok(()) }
    }

    fn filter(self, session: &Session) -> Result<Filter, Stop> {
        let me = session.me();
        let claimed_by = match (self.mine, self.by) {
            (true, _) => {
                Some(me.ok_or_else(|| Stop::refused(words().error_who(), words().error_who_hint()))?)
            }
            (false, Some(name)) => Some(session.find(&name)?),
            (false, None) => None,
        };
        let state = self.state.as_deref().map(|word| session.state(word)).transpose()?;
        let saved = self.saved.as_deref().map(|name| session.saved_filter(name)).transpose()?;
        let asked = asking::filter_behind(saved.as_deref().unwrap_or_default(), session, &self.query)?;
        let mut arrangement = asked.arrangement.clone();
        arrangement.grouping =
            self.group.as_deref().and_then(Grouping::named).unwrap_or(arrangement.grouping);
        arrangement.order = self.order.as_deref().and_then(Order::named).unwrap_or(arrangement.order);
        Ok(Filter {
            arrangement,
            claimed_by,
            unclaimed: self.unclaimed,
            blocked: self.blocked,
            state,
            role: self.role.map(|word| session.find(&word)).transpose()?,
            goal: self.goal.map(|word| session.find(&word)).transpose()?,
            tag: self.tag,
            finished: self.finished,
            ..asked
        })
    }
}

fn in_one(context: &mut Context, list: List) -> Result<(), Stop> {
    let rows: Vec<TaskRow> = list.window.rows.into_iter().filter_map(|line| line.task).collect();
    let table = rows::tasks(context.session()?, &rows)?;
    context.paper.table(table)
}

/// Each group under its heading.
fn in_groups(context: &mut Context, list: List) -> Result<(), Stop> {
    let terms = context.session()?.terms()?;
    let mut lines = list.window.rows.into_iter().peekable();
    let mut first = true;
    while let Some(group) = lines.peek().map(|line| line.group) {
        let mut rows = Vec::new();
        while let Some(line) = lines.next_if(|line| line.group == group) {
            rows.extend(line.task);
        }
        if !std::mem::take(&mut first) {
            context.paper.blank()?;
        }
        if let Some(heading) = list.headings.iter().find(|heading| heading.group == group) {
            context.paper.heading(rows::heading(heading, &terms))?;
        }
        let table = rows::tasks(context.session()?, &rows)?;
        context.paper.table(table)?;
    }
    Ok(())
}
