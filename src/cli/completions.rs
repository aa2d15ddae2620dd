//! `setara completions`: a script by which a shell completes verbs and options.

use clap_complete::{Shell, generate};

use super::desk::Desk;
use super::stop::Stop;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "SHELL", help = words().cmd_completions_shell())]
    shell: Shell,
}

impl Args {
    pub fn run(self, desk: &mut Desk) -> Result<(), Stop> {
        let mut script = Vec::new();
        generate(self.shell, &mut super::command(), "setara", &mut script);
        desk.paper.raw(&String::from_utf8_lossy(&script))
    }
}
