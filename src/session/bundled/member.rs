//! Members, as items of a bundle.

use std::collections::HashMap;

use super::{Bundled, Import, Item, handle, own_id, source_of, time};
use crate::domain::calendar::At;
use crate::domain::decide::Refusal;
use crate::domain::event::{MemberAway, MemberEdited, MemberJoined, MemberLeft, MemberMerged};
use crate::domain::folding::folded;
use crate::domain::id::MemberId;
use crate::domain::member::Member;
use crate::domain::names::{Named, Names};
use crate::domain::record::Draft;
use crate::domain::subject::Subject;
use crate::exchange::Bundle;
use crate::exchange::bundle;
use crate::session::{Error, Session};

impl Bundled for Member {
    fn export(&self, session: &Session, out: &mut Bundle) -> Result<(), Error> {
        let mut item = member(self, handle(session, self.id.into())?);
        if item.source.is_none() {
            item.source = session.board().source_of_person(self.id)?;
        }
        out.members.push(item);
        Ok(())
    }

    fn import(import: &mut Import<'_, '_>, bundle: &Bundle) -> Result<(), Error> {
        let first_seen = bundle.first_seen();
        // Of two who bear one name in the file neither is known by it.
        let mut bearers: HashMap<String, usize> = HashMap::new();
        for member in &bundle.members {
            *bearers.entry(folded(&member.name)).or_default() += 1;
        }
        for member in &bundle.members {
            if let Some(here) = bundle.same.get(&member.key) {
                let joined = first_seen.get(member.key.as_str()).copied();
                import.same_member(member, *here, member.joined.or(joined).map(At::from))?;
                continue;
            }
            // Whoever bears the name of a member is that member, also on the board of another team: two of one name
            // could not be told apart any more.
            let known = import.known(&member.key, member.source.as_ref())?.is_some();
            let name = folded(&member.name);
            if !known
                && bearers[&name] == 1
                && let Some(Some(known)) = import.by_name.get(&name)
            {
                import.ids.insert(member.key.clone(), (*known).into());
                import.imported.known += 1;
                continue;
            }
            let Item::New(id) = import.item_from(&member.key, member.source.as_ref())? else { continue };
            import.imported.members += 1;
            let joined = MemberJoined {
                name: member.name.clone(),
                initials: member.initials.clone(),
                source: source_of(&member.key, member.source.as_ref()),
                file: import.file.take(),
                at: member.joined.or(first_seen.get(member.key.as_str()).copied()).map(At::from),
            };
            let mut drafts = vec![Draft::new(id, joined)];
            let edit = MemberEdited {
                limit: member.limit,
                contact: member.contact.clone().map(Some),
                teaches: (!member.teaches.is_empty()).then(|| member.teaches.clone()),
                learns: (!member.learns.is_empty()).then(|| member.learns.clone()),
                ..MemberEdited::default()
            };
            if edit != MemberEdited::default() {
                drafts.push(Draft::new(id, edit));
            }
            if member.away_from.is_some() {
                let away = MemberAway {
                    from: member.away_from,
                    until: member.away_until,
                    by: None,
                    at: None,
                    source: None,
                };
                drafts.push(Draft::new(id, away));
            }
            if let Some(left) = member.left {
                drafts.push(Draft::new(id, MemberLeft { at: Some(left.into()), by: None, from: None }));
            }
            import.append(drafts)?;
        }
        Ok(())
    }
}

impl Import<'_, '_> {
    /// Brings in somebody who is a member here. They stay known by their key there, so that it has to be said once only.
    fn same_member(&mut self, member: &bundle::Member, here: MemberId, at: Option<At>) -> Result<(), Error> {
        self.imported.known += 1;
        let here = self.writing.person(here);
        let known = self.known(&member.key, member.source.as_ref())?.map(MemberId::from);
        let id = known.unwrap_or_else(|| MemberId(own_id(&member.key).unwrap_or_else(|| self.new_id())));
        self.ids.insert(member.key.clone(), id.into());
        if self.writing.person(id) == here {
            return Ok(());
        }
        if known.is_some() && id != self.me && self.writing.has_written(id)? {
            let refusal = Refusal::TheirsToSay { member: id, into: here };
            let mut names = Names::default();
            for id in [id, here] {
                let subject = self.writing.subject(id.into())?;
                let name = subject.as_ref().and_then(Subject::called).unwrap_or_default().to_owned();
                names.put(id, Named { handle: String::new(), name });
            }
            return Err(Error::refused(&refusal, &names, self.now));
        }
        let mut drafts = Vec::new();
        if known.is_none() {
            drafts.push(Draft::new(
                id,
                MemberJoined {
                    name: member.name.clone(),
                    initials: member.initials.clone(),
                    source: source_of(&member.key, member.source.as_ref()),
                    file: self.file.take(),
                    at: at.or(Some(self.now)),
                },
            ));
        }
        drafts.push(Draft::new(id, MemberMerged { into: here, name: Some(member.name.clone()) }));
        self.append(drafts)?;
        Ok(())
    }
}

impl Session {
    /// One member as the export has it.
    pub fn member_out(&self, id: MemberId) -> Result<Option<bundle::Member>, Error> {
        match self.board().subject(id.into())? {
            Some(Subject::Member(m)) => Ok(Some(member(&m, handle(self, id.into())?))),
            _ => Ok(None),
        }
    }
}

fn member(member: &Member, handle: Option<String>) -> bundle::Member {
    let away = member.away.value();
    bundle::Member {
        key: member.id.to_string(),
        source: member.source.clone(),
        handle,
        name: member.name().to_owned(),
        initials: member.initials.value().cloned(),
        joined: member.origin.and_then(|origin| time(origin.at)),
        left: member.left.and_then(time),
        limit: member.limit.get().copied(),
        away_from: away.map(|away| away.from),
        away_until: away.and_then(|away| away.until),
        contact: member.contact.value().cloned(),
        teaches: member.teaches.get().cloned().unwrap_or_default(),
        learns: member.learns.get().cloned().unwrap_or_default(),
    }
}
