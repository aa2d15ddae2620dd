//! Active roles, and what they have in common with others.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::alike::{Question, accountabilities};
use crate::domain::calendar::At;
use crate::domain::folding::folded;
use crate::domain::id::RoleId;
use crate::insight::{Accountability, OverlapScene, RoleText};
use crate::store::StoreError;

/// The active roles with a domain.
pub(super) fn with_domain(connection: &Connection, key: i64) -> Result<Vec<RoleId>, StoreError> {
    Ok(Texts::Domains.roles(connection, key)?.into_keys().collect())
}

/// What the rules see of a role; `None` where it is not active.
pub(super) fn scene(connection: &Connection, role: RoleId) -> Result<Option<OverlapScene>, StoreError> {
    let is_active = "SELECT 1 FROM role WHERE id = ?1 AND state = 'active'";
    if !connection.prepare_cached(is_active)?.exists([role])? {
        return Ok(None);
    }
    let mut accountabilities = Vec::new();
    for (key, own) in Texts::Accountabilities.of(connection, role)? {
        accountabilities.push(accountability(connection, role, key, own)?);
    }
    let domains = Texts::Domains.of(connection, role)?.into_iter().map(|(_, text)| text).collect();
    Ok(Some(OverlapScene { role, domains, accountabilities }))
}

fn accountability(
    connection: &Connection,
    role: RoleId,
    key: i64,
    own: RoleText,
) -> Result<Accountability, StoreError> {
    let (alike, is_of_many) = match accountabilities::question(connection, key)? {
        Question::Pairs(alike) => (alike, false),
        Question::Series(alike) if own.roles.keys().next() == Some(&role) => (alike, true),
        Question::Series(_) | Question::AskedBefore => (Vec::new(), true),
    };
    let with_roles = |key: i64| -> Result<Option<RoleText>, StoreError> {
        let roles = Texts::Accountabilities.roles(connection, key)?;
        Ok(accountabilities::written(connection, key)?.map(|text| RoleText { text, roles }))
    };
    let alike = alike.into_iter().filter_map(|key| with_roles(key).transpose()).collect::<Result<_, _>>()?;
    Ok(Accountability { own, alike, is_of_many })
}

/// Which texts of roles.
#[derive(Clone, Copy)]
enum Texts {
    Domains,
    Accountabilities,
}

impl Texts {
    /// The texts of a role, each folded one once and with its key, in the order of those.
    fn of(self, connection: &Connection, role: RoleId) -> Result<Vec<(i64, RoleText)>, StoreError> {
        let mut statement = connection.prepare_cached(match self {
            Texts::Domains => {
                "SELECT text_key, text FROM role_domain WHERE role = ?1 AND text_key IS NOT NULL ORDER BY place"
            }
            Texts::Accountabilities => {
                "SELECT text_key, text FROM role_accountability WHERE role = ?1 AND text_key IS NOT NULL ORDER BY place"
            }
        })?;
        let named: Vec<(i64, String)> =
            statement.query_map([role], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
        let mut texts: Vec<(i64, RoleText)> = Vec::with_capacity(named.len());
        for (key, text) in named {
            if texts.iter().all(|(known, _)| *known != key) {
                texts.push((key, RoleText { text, roles: self.roles(connection, key)? }));
            }
        }
        texts.sort_by_cached_key(|(_, text)| folded(&text.text));
        Ok(texts)
    }

    /// The active roles with a text, each with when it was made.
    fn roles(self, connection: &Connection, key: i64) -> Result<BTreeMap<RoleId, At>, StoreError> {
        let mut statement = connection.prepare_cached(match self {
            Texts::Domains => {
                "SELECT r.id, r.created FROM role_domain t JOIN role r ON r.id = t.role AND r.state = 'active'
                  WHERE t.text_key = ?1"
            }
            Texts::Accountabilities => {
                "SELECT r.id, r.created FROM role_accountability t JOIN role r ON r.id = t.role AND r.state = 'active'
                  WHERE t.text_key = ?1"
            }
        })?;
        let roles = statement.query_map([key], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(roles.collect::<Result<_, _>>()?)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::domain::id::BoardId;
    use crate::domain::role::{Role, RoleState};
    use crate::domain::subject::Subject;
    use crate::insight::sketch::{RoleSketch, nov, overlaps, role_id};
    use crate::insight::touched;
    use crate::store::finding::{recheck, recheck_all};
    use crate::store::{Key, Store, project, tally};

    /// Texts that are the same, alike in pairs and in series, and nothing of all that.
    const TEXTS: &[&str] = &[
        "",
        "Send client invoices",
        "send client  INVOICES",
        "Invoices for clients: sending",
        "Check the alarm of the west shop",
        "Check the alarm of the west shop, kitchen",
        "Check the alarm of the west shop, cellar",
        "Check the alarm of the west shop, roof",
        "Paint the long oak fence",
        "Paint the oak fence",
        "Print flyers",
    ];

    /// A role by its number.
    fn role() -> impl Strategy<Value = (u8, Role)> {
        let texts = || prop::collection::vec(prop::sample::select(TEXTS), 0..4);
        (0_u8..6, texts(), texts(), prop::bool::weighted(0.8)).prop_map(|(n, domains, duties, is_active)| {
            let state = if is_active { RoleState::Active } else { RoleState::Retired };
            let sketch = RoleSketch::made(n, nov(i64::from(n) + 1, 9)).state(state);
            (n, sketch.domains(&domains).accountabilities(&duties).role())
        })
    }

    fn kept(connection: &Connection) -> Vec<(String, String)> {
        let mut statement = connection.prepare("SELECT key, facts FROM finding ORDER BY key").unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        rows.collect::<Result<_, _>>().unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn roles_are_seen_as_a_comparison_of_all_with_all_sees_them(
            changes in prop::collection::vec(role(), 1..14),
        ) {
            let store = Store::in_memory(BoardId(Uuid::from_u128(1)), &Key::from_seed([1; 32])).unwrap();
            let connection = &store.connection;
            let mut roles: BTreeMap<u8, Role> = BTreeMap::new();
            for (n, after) in changes {
                let before = roles.insert(n, after.clone()).map(|before| Subject::Role(Box::new(before)));
                let after = Subject::Role(Box::new(after));
                project::subject(connection, before.as_ref(), &after, &mut tally::Changes::default()).unwrap();
                recheck(connection, touched(before.as_ref(), &after)).unwrap();
            }
            let all: Vec<Role> = roles.values().cloned().collect();
            let seen: Vec<OverlapScene> =
                roles.keys().filter_map(|n| scene(connection, role_id(*n)).unwrap()).collect();
            prop_assert_eq!(seen, overlaps(&all, |text| project::role_text_key(text).map(i64::cast_unsigned)));
            let step_by_step = kept(connection);
            recheck_all(connection).unwrap();
            prop_assert_eq!(step_by_step, kept(connection));
        }
    }
}
