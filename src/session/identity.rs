//! Who one is: `--as`, else `SETARA_AS`, else what was remembered for this board on this machine.

use std::fs;

use toml::{Table, Value};

use super::perform::written;
use super::{Done, Environment, Error, Session};
use crate::domain::decide::{self, Command, Join, Refusal};
use crate::domain::id::MemberId;
use crate::domain::phrase::Phrase;
use crate::domain::subject::Kind;
use crate::files::LOCK_PATIENCE;
use crate::words::words;

/// The file that remembers who one is, board by board.
const FILE: &str = "me.toml";

/// How long somebody acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lasting {
    /// Until another is named: it is remembered for this board.
    Here,
    /// As long as the screen is open.
    OnScreen,
}

impl Session {
    /// Says who acts: a name, initials or a handle; else who was remembered. Without either nobody acts, and what only
    /// reads works all the same.
    pub fn act_as(&mut self, named: Option<&str>) -> Result<(), Error> {
        let named = match named {
            Some(word) => Some(self.acting(word)?),
            None => self.remembered_as()?,
        };
        self.act(named);
        self.act_as_known()
    }

    /// From now on this member acts.
    pub(super) fn act(&mut self, member: Option<MemberId>) {
        (self.me, self.named) = (member, member);
    }

    /// Whoever is said to be somebody else acts as that one, until it is undone.
    pub(super) fn act_as_known(&mut self) -> Result<(), Error> {
        self.me = self.named.map(|member| self.store.person(member)).transpose()?;
        Ok(())
    }

    /// Whoever is nobody yet may be about to join; where another is named, nobody should become them by a hint.
    fn acting(&self, word: &str) -> Result<MemberId, Error> {
        let is_nobody = || self.board().find(&[Kind::Member], word).is_ok_and(|found| found.is_empty());
        self.find(word).map_err(|error| match is_nobody() {
            true => Error { hint: Some(words().error_act_as_hint(word)), ..error },
            false => error,
        })
    }

    /// A new member joins, and is who acts from now on. A member of that name who left comes back; one who is here is
    /// that person on another day or another machine: two of one name could not be told apart. Whoever acted here before
    /// is named.
    pub fn join(&mut self, name: &str, initials: Option<String>) -> Result<Done, Error> {
        self.environment.identities()?;
        let before = self.me.map_or_else(|| self.remembered(), |me| Ok(Some(me)))?;
        let (me, done) = self.joined(name, initials)?;
        self.become_member(me)?;
        self.and_who_acts(done, me, before, Lasting::Here)
    }

    /// The same, of which nothing is remembered: for whoever stands at another's screen.
    pub fn join_at_screen(&mut self, name: &str) -> Result<Done, Error> {
        let before = self.me;
        let (me, done) = self.joined(name, None)?;
        self.act(Some(me));
        self.and_who_acts(done, me, before, Lasting::OnScreen)
    }

    /// Who joined, and what was done for it: nothing where they are here already.
    fn joined(&mut self, name: &str, initials: Option<String>) -> Result<(MemberId, Done), Error> {
        self.at_present()?;
        let new = MemberId(self.new_id());
        let mut scene = self.scene_of(new);
        let mut writing = self.store.write()?;
        // Inside the transaction: of several who join at once under one name the first is new, the others are they.
        let known = writing.member_named(name)?;
        scene.me = known.unwrap_or(new);
        let command = match known {
            Some(_) => Command::Return(decide::Return),
            None => Command::Join(Join { name: name.to_owned(), initials }),
        };
        let me = scene.me;
        match written(&mut writing, scene, &[command])? {
            Ok(written) => {
                writing.commit()?;
                Ok((me, self.done(written.records)?))
            }
            Err(refused) => match refused.as_slice() {
                [Refusal::AlreadyHere(_)] => Ok((
                    me,
                    Done {
                        sentence: Phrase::default(),
                        subject: Some(me.into()),
                        records: Vec::new(),
                        told: 0,
                    },
                )),
                refused => {
                    drop(writing);
                    Err(self.refused_all(refused, 1))
                }
            },
        }
    }

    /// Acts as a member from now on, and remembers it for this board.
    pub fn become_member(&mut self, member: MemberId) -> Result<(), Error> {
        self.act(Some(member));
        self.remember_me()
    }

    /// Acts as a member on this screen; the sentence that says so. What is remembered for this board stays, so that
    /// whoever lent the screen is themselves again at the next start; it changes only where nobody acted yet.
    pub fn act_at_screen(&mut self, member: MemberId) -> Result<String, Error> {
        let before = self.me;
        self.act(Some(member));
        if before.is_none() {
            self.remember_me()?;
        }
        self.who_acts(member, before, Lasting::OnScreen)
    }

    /// Adds who acts now to what was done, where that is somebody else than before.
    pub(super) fn and_who_acts(
        &self,
        done: Done,
        me: MemberId,
        before: Option<MemberId>,
        lasting: Lasting,
    ) -> Result<Done, Error> {
        if self.store.is_together() {
            return Ok(done);
        }
        let sentence = match (done.sentence.text().is_empty(), before == Some(me) || before.is_none()) {
            (true, _) => self.who_acts(me, before, lasting)?.into(),
            // Who joins where nobody was is who acts.
            (false, true) => done.sentence,
            (false, false) => done.sentence.then(&self.who_acts(me, before, lasting)?.into()),
        };
        Ok(Done { sentence, ..done })
    }

    fn who_acts(&self, me: MemberId, before: Option<MemberId>, lasting: Lasting) -> Result<String, Error> {
        let names = self.store.names([me.into()].into_iter().chain(before.map(Into::into)))?;
        let (name, words) = (names.name(me), words());
        Ok(match before {
            Some(before) if before == me => words.who_already(name),
            None => words.who_now(name),
            Some(before) if lasting == Lasting::Here => words.who_now_before(name, names.name(before)),
            Some(before) => words.who_on_screen(name, names.name(before)),
        })
    }

    pub(super) fn remembered(&self) -> Result<Option<MemberId>, Error> {
        Ok(self.remembered_as()?.map(|member| self.store.person(member)).transpose()?)
    }

    /// As whom they were remembered, whoever they may be besides.
    fn remembered_as(&self) -> Result<Option<MemberId>, Error> {
        // A file that is damaged says nothing; whoever wants to be remembered is told.
        let Ok(table) = self.environment.identities() else { return Ok(None) };
        let id = table.get(&self.store.board().to_string()).and_then(Value::as_str);
        let Some(member) = id.and_then(|id| id.parse().ok()).map(MemberId) else { return Ok(None) };
        let known = self.store.subject(self.store.person(member)?.into())?.is_some();
        Ok(known.then_some(member))
    }

    /// Remembers who acts. Where there is no home or it cannot be written, it is asked again the next time.
    pub(super) fn remember_me(&self) -> Result<(), Error> {
        let (Some(me), world) = (self.me, &self.environment) else { return Ok(()) };
        let held = world.hold(LOCK_PATIENCE);
        let mut table = world.identities()?;
        table.insert(self.store.board().to_string(), Value::String(me.to_string()));
        if let Ok(held) = held {
            let _ = world.write_own(FILE, &table.to_string(), &held);
        }
        // What happens while they are away is told from here on; where that cannot be kept, from when they look.
        let _ = self.begin_since(me, LOCK_PATIENCE);
        Ok(())
    }
}

impl Environment {
    /// Who one is, board by board. A file that cannot be read is never written over: it may hold other boards.
    pub(super) fn identities(&self) -> Result<Table, Error> {
        let Some(file) = self.settings().map(|folder| folder.join(FILE)) else { return Ok(Table::new()) };
        match self.own_text(FILE) {
            Ok(text) => text.unwrap_or_default().parse().map_err(|_| Error::identities(&file)),
            // In a folder that cannot be entered there is nothing to write over.
            Err(_) if fs::symlink_metadata(&file).is_err() => Ok(Table::new()),
            Err(_) => Err(Error::identities(&file)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::At;

    fn world(folder: &std::path::Path) -> Environment {
        Environment::fixed(At(1_800_000_000_000), "identity").with_settings(folder.join("setara"))
    }

    #[test]
    fn a_damaged_file_is_told_and_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let (board, file) = (folder.path().join("board.db"), folder.path().join("setara").join(FILE));
        drop(Session::start(&board, "Warung Kode", "Ayu", world(folder.path())).unwrap());
        let whole = fs::read_to_string(&file).unwrap();
        fs::write(&file, format!("{whole}cut sho")).unwrap();
        let mut session = Session::open(&board, world(folder.path())).unwrap();
        session.act_as(None).unwrap();
        assert_eq!(session.me(), None, "reading goes on");
        let error = session.join("Budi", None).unwrap_err();
        assert!(
            error.message.contains("me.toml") && error.hint.unwrap().contains("mv "),
            "{}",
            error.message
        );
        assert_eq!(session.board().members(9).unwrap().len(), 1, "it is refused before anybody joins");
        let other = folder.path().join("other.db");
        assert!(Session::start(&other, "Another", "Ayu", world(folder.path())).is_err());
        assert!(!other.exists());
        assert_eq!(fs::read_to_string(&file).unwrap(), format!("{whole}cut sho"));
        fs::write(&file, &whole).unwrap();
        session.join("Budi", None).unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap().lines().count(), 1);
        let beside =
            fs::read_dir(folder.path().join("setara")).unwrap().map(|file| file.unwrap().file_name());
        let mut beside: Vec<_> = beside.collect();
        beside.sort();
        assert_eq!(beside, [".lock", FILE, "since.toml"], "nothing else is left");
    }

    #[test]
    fn every_switch_is_said_and_one_at_the_screen_is_not_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let board = folder.path().join("board.db");
        let mut session = Session::start(&board, "Warung Kode", "Ayu", world(folder.path())).unwrap();
        let ayu = session.me().unwrap();
        let joined = session.join("Budi", None).unwrap().sentence.text().to_owned();
        assert_eq!(joined, "Budi joined the team. You are Budi now; Ayu before");
        assert_eq!(session.join("Ayu", None).unwrap().sentence.text(), "You are Ayu now; Budi before");
        assert_eq!(session.join("Ayu", None).unwrap().sentence.text(), "You are Ayu already");
        session.join("Budi", None).unwrap();
        assert_eq!(session.act_at_screen(ayu).unwrap(), "You are Ayu on this screen; Budi before");
        let joined = session.join_at_screen("Citra").unwrap().sentence.text().to_owned();
        assert_eq!(joined, "Citra joined the team. You are Citra on this screen; Ayu before");
        let mut again = Session::open(&board, world(folder.path())).unwrap();
        again.act_as(None).unwrap();
        let me = again.me().unwrap();
        assert_eq!(again.board().names([me.into()]).unwrap().name(me), "Budi");
        // On a machine where nobody acted yet it is remembered.
        let other = folder.path().join("other machine");
        let mut first = Session::open(&board, world(&other)).unwrap();
        assert_eq!(first.act_at_screen(ayu).unwrap(), "You are Ayu now");
        let mut again = Session::open(&board, world(&other)).unwrap();
        again.act_as(None).unwrap();
        assert_eq!(again.me(), Some(ayu));
    }
}
