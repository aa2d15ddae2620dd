//! What every verb works with: the board, who acts, and where the output goes.

use std::io::{self, BufRead, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::complete;
use super::json::Doing;
use super::paper::{Long, Look, Paper, piece};
use super::stop::Stop;
use super::trust;
use crate::domain::calendar::At;
use crate::domain::decide::{Command, TEXT_MAX};
use crate::domain::folding::folded;
use crate::domain::handle;
use crate::domain::id::{MemberId, TaskId};
use crate::domain::settlement::WayOut;
use crate::session::{self, Done, Environment, Error, ErrorKind, Located, Session};
use crate::words::words;

/// What stands before every verb.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Globals {
    #[arg(long, global = true, env = "SETARA_BOARD", value_name = "PATH", help = words().cmd_board_option())]
    pub board: Option<PathBuf>,
    #[arg(long = "as", id = "as", global = true, env = "SETARA_AS", value_name = "NAME", add = complete::member(), help = words().cmd_as_option())]
    pub name: Option<String>,
    #[arg(long, global = true, help = words().cmd_json_option())]
    pub json: bool,
    // Looked at before anything is read, as the language below.
    #[arg(long, global = true, value_name = "WHEN", value_parser = ["auto", "always", "never"], help = words().cmd_color_option())]
    pub color: Option<String>,
    #[arg(long, global = true, help = words().cmd_no_pager_option())]
    pub no_pager: bool,
    // Not a `bool` of clap's: `SETARA_PLAIN=1` and `=no` are to be understood, too.
    #[arg(long, global = true, env = "SETARA_PLAIN", value_parser = clap::builder::FalseyValueParser::new(), action = clap::ArgAction::SetTrue, help = words().cmd_plain_option())]
    pub plain: bool,
    // Looked at before anything is read, since also the help is spoken in it; here it only has its place.
    #[arg(long, global = true, value_name = "LANG", value_parser = ["en", "id"], help = words().cmd_lang_option())]
    pub lang: Option<String>,
}

/// One command at work.
pub struct Context {
    pub globals: Globals,
    pub paper: Paper,
    pub environment: Environment,
    session: Option<Session>,
    is_in_memory: bool,
    /// The tasks that were meant by words of their titles: what is done says which they are.
    by_title: Vec<TaskId>,
    /// Whether something was changed, so that an output that fails afterwards does not read as if nothing was.
    acted: bool,
}

impl Context {
    pub fn new(globals: Globals) -> Context {
        let environment = Environment::from_env();
        let paper = Paper::new(if globals.no_pager || globals.json { Long::Printed } else { Long::Paged });
        Context {
            globals,
            paper,
            environment,
            session: None,
            is_in_memory: false,
            by_title: Vec::new(),
            acted: false,
        }
    }

    /// For commands on a board that is nowhere kept, and that say nothing.
    pub fn in_memory(environment: Environment) -> Context {
        let (globals, paper) = (Globals::default(), Paper::nowhere());
        Context {
            globals,
            paper,
            environment,
            session: None,
            is_in_memory: true,
            by_title: Vec::new(),
            acted: false,
        }
    }

    pub fn is_in_memory(&self) -> bool {
        self.is_in_memory
    }

    /// The next command is given at this moment by this member, who may be about to join; what it adds gets this id.
    pub fn stand_at(&mut self, at: At, id: Option<Uuid>, who: MemberId) -> Result<(), Stop> {
        self.environment = self.environment.at(at, id);
        let Some(session) = &mut self.session else { return Ok(()) };
        session.stand_in(self.environment.clone());
        Ok(session.become_member(who)?)
    }

    /// And has not heard of what was written last.
    pub fn stand_apart(&mut self) {
        self.environment = self.environment.clone().apart();
        if let Some(session) = &mut self.session {
            session.stand_in(self.environment.clone());
        }
    }

    pub fn json(&self) -> bool {
        self.globals.json
    }

    /// Where the board is, or would be. Whoever works in memory has none: never the one that lies where the person stands.
    pub fn located(&self) -> Result<Located, Stop> {
        if self.is_in_memory {
            return Err(Error::bug("a board in memory lies nowhere").into());
        }
        Ok(session::locate(self.board(), &session::here())?)
    }

    /// The board that was named, by an option or by the environment.
    pub fn board(&self) -> Option<&Path> {
        self.globals.board.as_deref().filter(|path| !path.as_os_str().is_empty())
    }

    /// The board, with whoever acts if that is known. Reading needs nobody.
    pub fn session(&mut self) -> Result<&mut Session, Stop> {
        if self.session.is_none() {
            let mut session = self.open()?;
            session.act_as(self.named())?;
            self.session = Some(session);
        }
        Ok(self.session.as_mut().expect("it was opened just now"))
    }

    /// The board for somebody who may not be on it yet.
    pub fn for_anybody(&mut self) -> Result<Session, Stop> {
        self.session.take().map_or_else(|| self.open(), Ok)
    }

    /// The board, before anybody is known on it; one that is somebody else's only where it is trusted.
    pub fn open(&self) -> Result<Session, Stop> {
        Ok(Session::open(&self.trusted()?.path, self.environment.clone())?)
    }

    /// Where the board is, or would be; an error where it is somebody else's and is not trusted.
    pub fn trusted(&self) -> Result<Located, Stop> {
        let located = self.located()?;
        if let Some(foreign) = &located.foreign {
            trust::ask(&self.environment, foreign, self.json())?;
        }
        Ok(located)
    }

    /// What is to be said of the board besides what was asked.
    pub fn remarks(&self) -> Vec<Error> {
        self.session.as_ref().map(Session::remarks).unwrap_or_default()
    }

    /// Something was changed just now.
    pub fn acted(&mut self) {
        self.acted = true;
    }

    pub fn has_acted(&self) -> bool {
        self.acted
    }

    /// Works on with a session that a verb has made itself.
    pub fn take(&mut self, session: Session) {
        self.session = Some(session);
    }

    /// The board, for a verb that hands it on.
    pub fn take_session(&mut self) -> Result<Session, Stop> {
        self.session()?;
        Ok(self.session.take().expect("it was opened just now"))
    }

    pub fn into_session(mut self) -> Result<Session, Stop> {
        self.session()?;
        Ok(self.session.expect("it was opened just now"))
    }

    pub fn named(&self) -> Option<&str> {
        self.globals.name.as_deref().filter(|name| !name.trim().is_empty())
    }

    /// The board with somebody who acts. On a terminal it is asked once who that is, and remembered.
    pub fn acting(&mut self) -> Result<&mut Session, Stop> {
        let may_ask = !self.json() && !self.is_in_memory;
        let session = self.session()?;
        if session.me().is_none() && may_ask && io::stdin().is_terminal() && io::stderr().is_terminal() {
            ask_who(session)?;
        }
        Ok(session)
    }

    /// What a person at a terminal answers; nothing where nobody sits there, or says nothing.
    pub fn asked(&self, question: &str) -> Result<Option<String>, Stop> {
        let sits = self.paper.is_terminal && io::stdin().is_terminal() && io::stderr().is_terminal();
        if !sits || self.json() || self.is_in_memory {
            return Ok(None);
        }
        let answer = ask(question)?;
        Ok(Some(answer.trim().to_owned()).filter(|answer| !answer.is_empty()))
    }

    /// Who acts, where a verb is about oneself.
    pub fn me(&mut self) -> Result<MemberId, Stop> {
        self.acting()?.me().ok_or_else(|| Stop::refused(words().error_who(), words().error_who_hint()))
    }

    /// The task that a word means: its handle, or words that stand in no other title.
    pub fn task(&mut self, word: &str) -> Result<TaskId, Stop> {
        let task: TaskId = self.acting()?.find(word)?;
        if !handle::whole(task.0).starts_with(&folded(word)) {
            self.by_title.push(task);
        }
        Ok(task)
    }

    /// The tasks that several words mean, each once; commas part them, too.
    pub fn tasks(&mut self, words: &[String]) -> Result<Vec<TaskId>, Stop> {
        let mut tasks = Vec::with_capacity(words.len());
        for word in words.iter().flat_map(|word| word.split(',')).map(str::trim) {
            let task = self.task(word)?;
            if !tasks.contains(&task) {
                tasks.push(task);
            }
        }
        Ok(tasks)
    }

    /// Does the same to several tasks as one action, and says it.
    pub fn perform_each(
        &mut self,
        tasks: &[TaskId],
        command: impl Fn(TaskId) -> Command,
    ) -> Result<Done, Stop> {
        let commands: Vec<Command> = tasks.iter().map(|task| command(*task)).collect();
        self.perform_all(&commands)
    }

    /// Does what a command says, and says it.
    pub fn perform(&mut self, command: &Command) -> Result<Done, Stop> {
        self.perform_all(std::slice::from_ref(command))
    }

    /// Does what several commands say as one action, and says it.
    pub fn perform_all(&mut self, commands: &[Command]) -> Result<Done, Stop> {
        let done = self.acting()?.perform_all(commands)?;
        self.say(&done)?;
        Ok(done)
    }

    /// Takes a way out of a finding, or says yes or no to it, and says it.
    pub fn take_way(&mut self, way: WayOut, why: String, is_no: bool) -> Result<(), Stop> {
        let why = Some(why).filter(|why| !why.trim().is_empty());
        let session = self.acting()?;
        let done = if is_no { session.decline_way(way, why) } else { session.take_way(way, why) }?;
        self.say(&done)
    }

    /// The sentence of what was done.
    pub fn say(&mut self, done: &Done) -> Result<(), Stop> {
        self.acted();
        if self.json() {
            let doing = Doing::of(self.session()?, done)?;
            self.paper.json(&doing)
        } else {
            let sentence = self.naming(done.sentence.text().to_owned())?;
            self.paper.line(sentence)
        }
    }

    /// The sentence, and behind it what was meant where it does not say that itself.
    fn naming(&mut self, mut sentence: String) -> Result<String, Stop> {
        let meant = std::mem::take(&mut self.by_title);
        let names = self.session()?.board().names(meant.iter().map(|task| (*task).into()))?;
        for task in meant {
            let (handle, title) = (names.handle(task), names.name(task));
            if !(sentence.contains(handle) && sentence.contains(title)) {
                sentence = words().out_meant(sentence, handle, title);
            }
        }
        Ok(sentence)
    }

    /// Where all was so already that is no failure: it is said as what was done would be.
    pub fn say_unchanged(&mut self, stop: Stop) -> Result<(), Stop> {
        match stop {
            Stop::Refused(error) if error.kind == ErrorKind::Unchanged => match self.json() {
                true => self.paper.json(&Doing { sentence: error.message, subject: None }),
                false => self.paper.line(error.message),
            },
            stop => Err(stop),
        }
    }

    /// How much else an undo took along: an import is one action of many steps.
    pub fn with_it(&mut self, done: &Done) -> Result<(), Stop> {
        match done.records.len().saturating_sub(done.told) {
            0 => Ok(()),
            // Of an import its sentence says how much it was.
            _ if done.subject.is_none() => Ok(()),
            _ if self.json() => Ok(()),
            steps => self.paper.line(words().out_with_it(steps)),
        }
    }

    /// A second, quiet line for a person at a terminal.
    pub fn hint(&mut self, text: impl Into<String>) -> Result<(), Stop> {
        self.hint_of(|_| Ok(Some(text.into())))
    }

    /// The same of a text that is looked up, which is done only where somebody reads it.
    pub fn hint_of(
        &mut self,
        text: impl FnOnce(&Session) -> Result<Option<String>, Error>,
    ) -> Result<(), Stop> {
        if self.paper.is_terminal
            && !self.json()
            && let Some(text) = text(self.session()?)?
        {
            self.paper.line(piece(text, Look::Quiet))?;
        }
        Ok(())
    }
}

/// What was typed, short enough to be said again.
pub fn short(text: &str) -> String {
    crate::inert::cut(text, 60, crate::inert::Signs::UNICODE).into_owned()
}

/// The word that takes a value away, in either language.
pub fn is_none(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || ["none", "kosong"].iter().any(|none| text.eq_ignore_ascii_case(none))
}

/// A text to set, or `None` to take it away.
pub fn changed_text(text: Option<String>) -> Result<Option<Option<String>>, Stop> {
    Ok(match text {
        Some(text) if is_none(&text) => Some(None),
        Some(text) => Some(Some(said(text)?)),
        None => None,
    })
}

/// A list to set; `none` alone empties it.
pub fn changed_list(items: Vec<String>) -> Option<Vec<String>> {
    match items.as_slice() {
        [] => None,
        [only] if is_none(only) => Some(Vec::new()),
        _ => Some(items),
    }
}

/// Words that stand one by one on the command line are one text; `-` alone reads it from the standard input.
pub fn said(text: impl Into<String>) -> Result<String, Stop> {
    let text = text.into();
    if text != "-" {
        return Ok(text);
    }
    // As much as any text may have, and one character more: what is longer is refused, not cut.
    let most = (TEXT_MAX as u64 + 1) * 4;
    let mut bytes = Vec::new();
    io::stdin().lock().take(most).read_to_end(&mut bytes).map_err(|error| Stop::file("stdin", &error))?;
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}

pub fn joined(words: &[String]) -> String {
    words.join(" ")
}

fn ask_who(session: &mut Session) -> Result<(), Stop> {
    let members = session.board().members(12)?;
    let names: Vec<_> = members.into_iter().filter(|m| m.left.is_none()).map(|m| m.name).collect();
    let answer = ask(&words().out_who_are_you(names.join(", ")))?;
    if answer.trim().is_empty() {
        return Ok(());
    }
    let member = session.find(answer.trim())?;
    session.become_member(member)?;
    Ok(())
}

/// Asks beside the output, and reads a line.
fn ask(question: &str) -> Result<String, Stop> {
    let mut err = io::stderr().lock();
    let _ = write!(err, "{} ", crate::inert::inert(question, crate::inert::Signs::UNICODE));
    let _ = err.flush();
    let mut answer = String::new();
    io::stdin().lock().take(10_000).read_line(&mut answer).map_err(|error| Stop::file("stdin", &error))?;
    Ok(answer)
}
