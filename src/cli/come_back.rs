//! `setara return`: back in the team after leaving.

use super::desk::Desk;
use super::stop::Stop;
use crate::domain::decide::{Command, Return};

#[derive(clap::Args)]
pub struct Args {}

impl Args {
    pub fn run(self, desk: &mut Desk) -> Result<(), Stop> {
        desk.perform(&Command::Return(Return)).map(drop)
    }
}
