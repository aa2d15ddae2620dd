//! `setara yield`: of several who lead a task one goes on leading it; who else led it helps, each by their own yes.

use super::complete;
use super::context::{Context, joined};
use super::stop::Stop;
use crate::domain::settlement::WayOut;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    task: String,
    #[arg(value_name = "MEMBER", add = complete::member(), help = words().cmd_yield_lead())]
    lead: String,
    #[arg(value_name = "WHY", help = words().cmd_merge_why())]
    why: Vec<String>,
    #[arg(long, help = words().cmd_way_no())]
    no: bool,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let task = context.task(&self.task)?;
        let lead = context.session()?.find(&self.lead)?;
        context.take_way(WayOut::OneLeads { task, lead }, joined(&self.why), self.no)
    }
}
