//! `setara trust`: opens the board of another owner from now on where one stands. And the question that asks it.

use std::io::{self, BufRead, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use super::context::Context;
use super::json::Doing;
use super::stop::Stop;
use crate::domain::typed;
use crate::inert::{Signs, inert};
use crate::session::{self, Environment, Foreign};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "PATH", help = words().cmd_trust_path())]
    path: Option<PathBuf>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let from = self.path.unwrap_or_else(|| PathBuf::from("."));
        let folder =
            std::path::absolute(session::here().join(&from)).map_err(|error| Stop::file("", &error))?;
        if let Err(error) = folder.metadata() {
            return Err(Stop::file(&from.to_string_lossy(), &error));
        }
        let found = session::locate(None, within(&folder))?;
        let sentence = match &found.foreign {
            Some(foreign) => {
                context.environment.trust(foreign)?;
                context.acted();
                words().out_trusted(shown(&foreign.folder), foreign.whose())
            }
            None if found.exists => words().out_trust_own(shown(&found.path)),
            None => {
                return Err(Stop::refused(
                    words().error_no_board(shown(&found.path)),
                    words().out_trust_hint(),
                ));
            }
        };
        if context.json() {
            return context.paper.json(&Doing { sentence, subject: None });
        }
        context.paper.line(sentence)
    }
}

/// The folder in which a `.setara` stands, also where that or the board in it was named.
fn within(path: &Path) -> &Path {
    path.ancestors()
        .find(|path| path.file_name().is_some_and(|name| name == ".setara"))
        .map_or(path, |own| own.parent().unwrap_or(path))
}

/// Lets a board of another owner be opened only where the person trusts it. On a terminal that is asked once.
pub fn ask(environment: &Environment, foreign: &Foreign, json: bool) -> Result<(), Stop> {
    if environment.trusts(foreign) {
        return Ok(());
    }
    let (folder, owner) = (shown(&foreign.folder), foreign.whose());
    let asks = !json && io::stdin().is_terminal() && io::stderr().is_terminal();
    if asks && says_yes(&words().error_foreign_ask(&folder, &owner))? {
        return Ok(environment.trust(foreign)?);
    }
    let hint = words().error_foreign_hint(typed::for_shell(&folder));
    Err(Stop::refused(words().error_foreign(folder, owner), hint))
}

fn says_yes(question: &str) -> Result<bool, Stop> {
    let mut err = io::stderr().lock();
    let _ = write!(err, "{} ", inert(question, Signs::UNICODE));
    let _ = err.flush();
    let mut answer = String::new();
    io::stdin().lock().take(1_000).read_line(&mut answer).map_err(|error| Stop::file("stdin", &error))?;
    // In either language, whatever is spoken.
    Ok(["y", "yes", "ya"].contains(&answer.trim().to_lowercase().as_str()))
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_the_board_and_what_lies_around_are_all_meant() {
        for path in ["/srv/team", "/srv/team/.setara", "/srv/team/.setara/board.db"] {
            assert_eq!(within(Path::new(path)), Path::new("/srv/team"));
        }
    }
}
