//! `setara stage`: the stage on a terminal, or in words.

use super::context::Context;
use super::json;
use super::screens;
use super::stop::Stop;

#[derive(clap::Args)]
pub struct Args {}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        if screens::open_stage(context)? {
            return Ok(());
        }
        let panels = screens::stage_in_words(context.session()?)?;
        if context.json() {
            let panels: Vec<_> = panels.into_iter().map(|lines| json::Panel { lines }).collect();
            return context.paper.json(&panels);
        }
        for (n, lines) in panels.into_iter().enumerate() {
            if n > 0 {
                context.paper.line("")?;
            }
            for line in lines {
                context.paper.line(line)?;
            }
        }
        Ok(())
    }
}
