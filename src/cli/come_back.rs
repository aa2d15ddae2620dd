//! `setara return`: back in the team after leaving.

use super::context::Context;
use super::stop::Stop;
use crate::domain::decide::{Command, Return};

#[derive(clap::Args)]
pub struct Args {}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        context.perform(&Command::Return(Return)).map(drop)
    }
}
