//! Who one is: `--as`, else `SETARA_AS`, else what was remembered for this board on this machine.

use std::fs;

use toml::{Table, Value};

use super::{Done, Error, Session};
use crate::domain::decide::{Command, Return};
use crate::domain::folding::folded;
use crate::domain::id::MemberId;

/// The file that remembers who one is, board by board.
const FILE: &str = "me.toml";

impl Session {
    /// Says who acts: a name, initials or a handle; else who was remembered. Without either nobody acts, and what only
    /// reads works all the same.
    pub fn be(&mut self, named: Option<&str>) -> Result<(), Error> {
        self.me = match named {
            Some(word) => Some(self.member(word)?),
            None => self.remembered()?,
        };
        Ok(())
    }

    /// Acts as a member from now on, and remembers it for this board.
    pub fn become_member(&mut self, member: MemberId) -> Result<(), Error> {
        self.me = Some(member);
        self.remember_me()
    }

    fn remembered(&self) -> Result<Option<MemberId>, Error> {
        let Some(text) =
            self.surroundings.settings().and_then(|folder| fs::read_to_string(folder.join(FILE)).ok())
        else {
            return Ok(None);
        };
        // A file that is damaged forgets; it is written anew the next time.
        let Ok(table) = text.parse::<Table>() else { return Ok(None) };
        let id = table.get(&self.store.board().to_string()).and_then(Value::as_str);
        let Some(member) = id.and_then(|id| id.parse().ok()).map(MemberId) else { return Ok(None) };
        let known = self.store.subject(member.into())?.is_some();
        Ok(known.then_some(member))
    }

    /// Remembers who acts. Where there is no home or it cannot be written, it is asked again the next time.
    pub(super) fn remember_me(&self) -> Result<(), Error> {
        let (Some(me), Some(folder)) = (self.me, self.surroundings.settings()) else { return Ok(()) };
        let file = folder.join(FILE);
        let mut table: Table =
            fs::read_to_string(&file).ok().and_then(|text| text.parse().ok()).unwrap_or_default();
        table.insert(self.store.board().to_string(), Value::String(me.to_string()));
        if fs::create_dir_all(folder).is_ok() {
            let _ = fs::write(file, table.to_string());
        }
        Ok(())
    }

    /// The member of exactly this name.
    pub(super) fn member_named(&self, name: &str) -> Result<Option<MemberId>, Error> {
        let name = folded(name);
        let found = self.store.find_members(&name)?;
        Ok(found.into_iter().find(|member| folded(&member.name) == name).map(|member| member.id))
    }

    /// Joining under a name that the board knows: a member who left comes back; one who is here is that person on
    /// another day or another machine.
    pub(super) fn join_again(&mut self, member: MemberId) -> Result<Done, Error> {
        let done = self.perform_as(member, &[Command::Return(Return)]);
        self.become_member(member)?;
        done
    }
}
