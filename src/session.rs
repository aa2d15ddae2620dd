//! The door for the command line and the screens: perform, undo, read, bring in, hand out.
//!
//! What a key does and what a command does meet here, so both say the same sentence. Time, identity and randomness
//! enter here too, and nowhere below.

mod agenda;
mod agreements;
mod alike;
mod answers;
mod background;
mod bundled;
mod decisions;
pub mod editor;
mod environment;
mod error;
mod export;
mod figures;
mod identity;
mod import;
mod journal_lines;
mod journal_query;
mod learned;
mod may;
mod meaning;
mod meetings;
mod own_files;
mod pairings;
mod perform;
mod place;
mod preferences;
mod quick;
mod replay;
mod saved;
mod sentence;
mod since;
mod skills;
mod stage;
mod tagging;
mod task_query;
mod tensions;
mod trust;
mod twice;
mod undo;
mod waiting;
mod way_out;

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use uuid::Uuid;

pub use alike::Alike;
pub use background::Background;
pub use decisions::{Possible, Standing, Voice};
pub use environment::Environment;
pub use error::{Error, ErrorKind, why};
pub use figures::told;
pub use import::{Changed, ChangedTwice, Imported, TakenIn};
pub use journal_query::JournalQuery;
pub use may::{Asked, Line as AskedLine, Way as AskedWay};
pub use meaning::Completion;
pub use meetings::{Format, Gathered, Happened, Held, Minutes, Sort};
pub use place::{Located, here, locate};
pub use quick::Quick;
pub use replay::{Moment, Stride};
pub use saved::{Saved, Whose};
pub use sentence::Entry;
pub use since::{Since, Touch};
pub use skills::{Matches, said_learn, said_teach};
pub use stage::{Staged, What};
pub use task_query::TaskQuery;
pub use trust::Foreign;
pub use twice::Twice;
pub use undo::Step;
pub use waiting::on_wait;
pub use way_out::OfferInWords;

use crate::domain::calendar::{At, Day};
use crate::domain::decide::{self, Command, Join, Scene};
use crate::domain::event::BoardStarted;
#[cfg(test)]
use crate::domain::id::TaskId;
use crate::domain::id::{BoardId, MemberId, SubjectId};
use crate::domain::names::Names;
use crate::domain::phrase::Phrase;
use crate::domain::record::{Draft, Record};
use crate::domain::task::State;
use crate::domain::terms::{Term, Terms};
use crate::store::{
    Batch, HiddenVersion, Key, Rebuilt, Repaired, Restored, Store, StoreError, Verified, Writing,
};

/// Makes the sample team's board. Whoever reads commands does: it is a script of them.
pub type SampleTeam = fn(Environment) -> Result<Session, Error>;

/// One person at one board.
pub struct Session {
    store: Store,
    /// Who acts, as whom others know them.
    me: Option<MemberId>,
    /// As whom they were named or remembered; that they are somebody else too may be said, and undone.
    named: Option<MemberId>,
    environment: Environment,
    /// The version of the file when it was last asked for.
    seen: i64,
    /// The file of what is hidden, when it was last asked for.
    seen_hidden: Option<HiddenVersion>,
    /// The person's own filters, where there is no home to keep them.
    filters: BTreeMap<String, String>,
    /// The past that is looked at, instead of the present.
    past: Option<replay::Past>,
    /// Which of what is hidden this desk wrote.
    hand: meetings::Hand,
    /// What the batches of the journal make, as far as somebody looked at them.
    made: RefCell<HashMap<Batch, HashMap<String, usize>>>,
}

/// What was done.
#[derive(Debug, Clone, PartialEq)]
pub struct Done {
    /// One sentence for the person, as the journal will say it.
    pub sentence: Phrase,
    /// What it was done to, where that is one subject.
    pub subject: Option<SubjectId>,
    pub records: Vec<Record>,
    /// How many of the records the sentence tells of.
    pub told: usize,
}

impl Session {
    /// Opens the board at `path`, as nobody yet.
    pub fn open(path: &Path, environment: Environment) -> Result<Session, Error> {
        let mut session = Session::over(Store::open(path, environment.keyring())?, environment);
        // What was shown is hidden no more, also where whoever showed it was killed. A board that cannot be written to is read.
        let _ = session.tidy_hidden();
        Ok(session)
    }

    /// Starts a team's board with its first member.
    pub fn start(
        path: &Path,
        team: &str,
        name: &str,
        mut environment: Environment,
    ) -> Result<Session, Error> {
        // An empty file is what is left where making a board was cut short.
        if path.metadata().is_ok_and(|file| file.is_dir() || file.len() > 0) {
            return Err(Error::board_exists(path));
        }
        // Whatever cannot be remembered afterwards is said before anything is made.
        environment.identities()?;
        let team = team.trim();
        if team.is_empty() {
            return Err(Error::empty_team());
        }
        // Said before a file is made: a name that will be refused must leave none behind.
        let board = BoardId(environment.id());
        let me = MemberId(environment.id());
        let join = Command::Join(Join { name: name.to_owned(), initials: None });
        let now = environment.now();
        let drafts = beginning(team, &join, &Scene::new(board, me, now, environment.today()))?;
        let store = Store::create(path, board, environment.keyring(), |writing| {
            writing.append(me, now, drafts).map(drop)
        })?;
        if store.board() != board {
            // Somebody else was quicker: their team is not to be joined, and renamed, unasked.
            return Err(Error::board_exists(path));
        }
        let mut session = Session::over(store, environment);
        session.act(Some(me));
        session.remember_me()?;
        Ok(session)
    }

    /// A team's board in memory, with its first member.
    pub fn in_memory(team: &str, name: &str, mut environment: Environment) -> Result<Session, Error> {
        let me = MemberId(environment.id());
        let store = Store::in_memory(BoardId(environment.id()), &Key::from_seed(environment.seed()))?;
        let join = Command::Join(Join { name: name.to_owned(), initials: None });
        Session::begin(store, me, team, &join, environment)
    }

    /// Puts a board that is in memory into a file, where none is yet, so that others can open it; the same person goes on
    /// there.
    pub fn into_file(self, path: &Path) -> Result<Session, Error> {
        if path.symlink_metadata().is_ok() {
            return Err(Error::board_exists(path));
        }
        self.store.put_in_file(path)?;
        let mut session = Session::open(path, self.environment)?;
        session.act(self.named);
        session.act_as_known()?;
        Ok(session)
    }

    /// A board in memory, begun as by [`Session::start`].
    fn begin(
        mut store: Store,
        me: MemberId,
        team: &str,
        join: &Command,
        environment: Environment,
    ) -> Result<Session, Error> {
        let now = environment.now();
        let drafts = beginning(team, join, &Scene::new(store.board(), me, now, environment.today()))?;
        let mut writing = store.write()?;
        writing.append(me, now, drafts)?;
        writing.commit()?;
        let mut session = Session::over(store, environment);
        session.act(Some(me));
        session.remember_me()?;
        Ok(session)
    }

    fn over(store: Store, environment: Environment) -> Session {
        let seen = store.version().unwrap_or(0);
        Session {
            store,
            me: None,
            named: None,
            environment,
            seen,
            seen_hidden: None,
            filters: BTreeMap::new(),
            past: None,
            hand: meetings::Hand::default(),
            made: RefCell::default(),
        }
    }

    /// What is to be said of the board besides what was asked: that opening it sealed it, and that not all of it can be read.
    pub fn remarks(&self) -> Vec<Error> {
        let mut remarks = Vec::new();
        if self.store.was_sealed() {
            remarks.push(Error::new(ErrorKind::Environment, crate::words::words().board_sealed_now(), None));
        }
        if self.store.unread() > 0 {
            remarks.push(Error::unread(self.store.unread()));
        }
        remarks
    }

    /// What can be read: windows, counts, findings, histories. In replay it is the board as it was.
    pub fn board(&self) -> &Store {
        self.replayed().unwrap_or(&self.store).as_of(self.now())
    }

    /// The team's name; where one looks back to before it had one, that of today.
    pub fn team(&self) -> Result<String, Error> {
        let then = self.board().name()?;
        Ok(if then.is_empty() { self.store.name()? } else { then })
    }

    /// All that ever happened, also in replay: one looks into the journal to find where to go.
    pub fn journal(&self) -> &Store {
        self.store.as_of(self.environment.now())
    }

    /// Makes all tables anew from the journal, and says whether they were equal.
    pub fn rebuild(&mut self) -> Result<Rebuilt, Error> {
        self.at_present()?;
        Ok(self.store.rebuild()?)
    }

    /// Sets aside what of the journal does not verify; how many records.
    pub fn set_aside(&mut self, verified: &Verified) -> Result<usize, Error> {
        self.at_present()?;
        if verified.is_whole() { Ok(0) } else { Ok(self.store.set_aside(verified)?) }
    }

    /// Makes a new board of what verifies, in the place of this one, which is kept. This session is over by that.
    pub fn repair(&mut self) -> Result<Repaired, Error> {
        self.at_present()?;
        let stamp = self.stamp();
        Ok(self.store.repair(self.environment.keyring(), &stamp)?)
    }

    /// Puts a backup in the place of the board at `path`, which is kept.
    pub fn restore(backup: &Path, path: &Path, environment: &Environment) -> Result<Restored, Error> {
        Ok(crate::store::restore(backup, path, &stamp(environment))?)
    }

    fn stamp(&self) -> String {
        stamp(&self.environment)
    }

    /// Who acts; `None` until that is known.
    pub fn me(&self) -> Option<MemberId> {
        self.me
    }

    /// The time of the board that is looked at.
    pub fn now(&self) -> At {
        self.then().unwrap_or_else(|| self.environment.now())
    }

    /// Today where the person is; in replay, that day.
    pub fn today(&self) -> Day {
        self.then().map_or_else(|| self.environment.today(), |at| self.day_of(at))
    }

    pub fn environment(&self) -> &Environment {
        &self.environment
    }

    /// Until [`Session::end_together`], all that is done is written in one transaction: for a board that nobody else sees.
    /// Nobody reads along either: [`Done`] has no sentence then.
    pub fn begin_together(&mut self) -> Result<(), Error> {
        Ok(self.store.begin_together()?)
    }

    pub fn end_together(&mut self) -> Result<(), Error> {
        Ok(self.store.end_together()?)
    }

    /// From here on the world is this one.
    pub fn stand_in(&mut self, environment: Environment) {
        self.environment = environment;
    }

    /// Another board in memory that holds the same, on which the same person acts in this world.
    #[cfg(test)]
    pub fn twin(&self, environment: Environment) -> Session {
        let store = self.store.twin().expect("a board in memory can be copied");
        Session { me: self.me, named: self.named, ..Session::over(store, environment) }
    }

    /// Takes in what somebody wrote on another machine, knowing of nothing but what it ends.
    #[cfg(test)]
    pub fn written_elsewhere(&mut self, by: MemberId, drafts: Vec<Draft>) {
        let mut writing = self.store.write().expect("a board in memory can be written");
        writing.append(by, self.environment.now(), drafts).expect("it is a record");
        writing.commit().expect("a board in memory can be written");
    }

    /// A new id for something that is about to be added.
    pub fn new_id(&mut self) -> Uuid {
        // Where the journal cannot be read the writing will say so.
        let taken = |id| self.store.mentions(SubjectId(id)).unwrap_or(false);
        self.environment.free_id(taken)
    }

    /// Whether somebody else has written since this was last asked.
    pub fn has_changed(&mut self) -> Result<bool, Error> {
        let version = self.store.version()?;
        let hidden = self.store.hidden_version();
        // What is hidden stands in no record; that there is more of it is seen by the file that took the other's place.
        let is_more = std::mem::replace(&mut self.seen_hidden, hidden) != hidden;
        let has_changed = (std::mem::replace(&mut self.seen, version) != version) | is_more;
        if has_changed {
            self.act_as_known()?;
        }
        Ok(has_changed)
    }

    /// What the team agreed on.
    pub fn terms(&self) -> Result<Terms, Error> {
        Ok(self.store.terms()?)
    }

    /// The command that gives a term the value which was typed: `10`, `mon-thu`, `in the kitchen`, `default`.
    pub fn set_term(&self, term: Term, typed: &str) -> Result<Command, Error> {
        term.typed(typed, self.environment.zone())
            .map(Command::SetTerm)
            .map_err(|refusal| self.refused(&refusal))
    }

    /// The term that a word means: its name, or what the team calls a state.
    pub fn term(&self, word: &str) -> Result<Term, Error> {
        self.terms()?.term(word).ok_or_else(|| Error::no_term(word))
    }

    /// Looks at every finding anew.
    pub fn recheck_all(&mut self) -> Result<(), Error> {
        self.at_present()?;
        Ok(self.store.recheck_all()?)
    }

    /// Appends records without asking the rules: how a benchmark writes a long history in a short time.
    #[doc(hidden)]
    pub fn write_for_benchmarks(
        &mut self,
        write: impl FnOnce(&mut Writing<'_>) -> Result<(), StoreError>,
    ) -> Result<(), Error> {
        let mut writing = self.store.write()?;
        write(&mut writing)?;
        Ok(writing.commit()?)
    }

    /// The state that a word means: the standard word, what the team calls it, or the beginning of one.
    pub fn state(&self, word: &str) -> Result<State, Error> {
        let terms = self.terms()?;
        terms.state_begun(word).ok_or_else(|| Error::no_state(word, &terms))
    }
}

/// The time, as a part of a file's name.
fn stamp(environment: &Environment) -> String {
    environment.now().to_utc().format("%Y%m%d-%H%M%S").to_string()
}

/// With what a team's board begins.
fn beginning(team: &str, join: &Command, scene: &Scene) -> Result<Vec<Draft>, Error> {
    let mut drafts = vec![Draft::new(scene.board, BoardStarted { name: team.to_owned() })];
    let joined = decide::decide(join, scene);
    drafts.extend(joined.map_err(|refusal| Error::refused(&refusal, &Names::default(), scene.now))?);
    Ok(drafts)
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_agreements;
#[cfg(test)]
mod tests_arranging;
#[cfg(test)]
mod tests_at_once;
#[cfg(test)]
mod tests_coming_back;
#[cfg(test)]
mod tests_concentration;
#[cfg(test)]
mod tests_decisions;
#[cfg(test)]
mod tests_figures;
#[cfg(test)]
mod tests_filtering;
#[cfg(test)]
mod tests_hidden;
#[cfg(test)]
mod tests_meetings;
#[cfg(test)]
mod tests_merge;
#[cfg(test)]
mod tests_one_of_two;
#[cfg(test)]
mod tests_pairings;
#[cfg(test)]
mod tests_planted;
#[cfg(test)]
mod tests_random;
#[cfg(test)]
mod tests_steps;
#[cfg(test)]
mod tests_tensions;
#[cfg(test)]
mod tests_terms;
#[cfg(test)]
mod tests_thanks;
#[cfg(test)]
mod tests_undo;
#[cfg(test)]
mod tests_undo_decisions;
