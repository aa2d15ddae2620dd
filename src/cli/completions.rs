//! `setara completions`: a script by which a shell completes verbs, options, and handles from the board.

use clap_complete::{Shell, generate};

use super::complete;
use super::context::Context;
use super::stop::Stop;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "SHELL", help = words().cmd_completions_shell())]
    shell: Shell,
    #[arg(long = "static", help = words().cmd_completions_static())]
    fixed: bool,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let mut script = Vec::new();
        if self.fixed {
            generate(self.shell, &mut super::command(), "setara", &mut script);
        } else {
            script = complete::script(&self.shell.to_string());
        }
        context.paper.raw(&String::from_utf8_lossy(&script))
    }
}
