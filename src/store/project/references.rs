//! Which columns hold the ids of other subjects, and what that means for those.

use std::sync::LazyLock;

use rusqlite::{Connection, OptionalExtension, params};

use super::layout;
use crate::domain::id::SubjectId;
use crate::domain::subject::Kind;
use crate::store::StoreError;

/// A column with ids of other subjects.
pub(in crate::store) struct Reference {
    table: &'static str,
    column: &'static str,
    need: Option<Need>,
}

/// Who needs what they refer to, and when.
struct Need {
    /// The column with the subject that refers.
    by: &'static str,
    /// A condition in SQL, where that is not always.
    during: Option<&'static str>,
}

impl Reference {
    /// What a subject refers to must exist for as long as it does: an undo that would take it away is refused. `by` is the
    /// column with the subject that refers. An index must begin with `column`.
    pub(super) const fn needs(table: &'static str, by: &'static str, column: &'static str) -> Reference {
        Reference { table, column, need: Some(Need { by, during: None }) }
    }

    /// The same in rows of which a condition is true.
    pub(super) const fn needs_while(
        condition: &'static str,
        table: &'static str,
        by: &'static str,
        column: &'static str,
    ) -> Reference {
        Reference { table, column, need: Some(Need { by, during: Some(condition) }) }
    }

    /// One that stands in the way of nothing. The reason stands beside it.
    pub(super) const fn loose(table: &'static str, column: &'static str) -> Reference {
        Reference { table, column, need: None }
    }

    /// Reads the subjects that need ?1.
    fn sql(&self) -> Option<String> {
        let Reference { table, column, need } = self;
        let Need { by, during } = need.as_ref()?;
        let during = during.map(|condition| format!("{condition} AND ")).unwrap_or_default();
        Some(format!("SELECT {by} FROM {table} WHERE {during}{column} = ?1"))
    }
}

fn all() -> impl Iterator<Item = &'static Reference> {
    Kind::ALL.iter().flat_map(|kind| layout(*kind).references)
}

static NEEDED_BY: LazyLock<String> = LazyLock::new(|| {
    let each: Vec<String> = all().filter_map(Reference::sql).collect();
    format!("{} LIMIT 1", each.join(" UNION ALL "))
});

/// A subject that refers to this one and needs it: what undo must not pull the ground from under. Of several kinds it is
/// one of the first.
pub(in crate::store) fn needed_by(
    connection: &Connection,
    id: SubjectId,
) -> Result<Option<SubjectId>, StoreError> {
    let mut statement = connection.prepare_cached(&NEEDED_BY)?;
    Ok(statement.query_row(params![id], |row| row.get(0)).optional()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::schema;

    fn board() -> Connection {
        let mut connection = Connection::open_in_memory().unwrap();
        schema::blank(&mut connection).unwrap();
        connection
    }

    fn column(connection: &Connection, sql: &str, table: &str) -> Vec<String> {
        let mut statement = connection.prepare(sql).unwrap();
        statement.query_map([table], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    }

    /// Ids are the only blobs. What is left are those of the subject itself, in its own row and by foreign key in the others,
    /// and those of records.
    #[test]
    fn every_column_with_ids_of_other_subjects_says_whether_they_are_needed() {
        const IDS: &str = "SELECT name FROM pragma_table_info(?1) WHERE type = 'BLOB'
                              AND name NOT IN ('id', 'record')
                              AND name NOT IN (SELECT \"from\" FROM pragma_foreign_key_list(?1))";
        // The claim that is handed over, and the topic that is taken up, which are records.
        let of_records = [("handover", "claim"), ("meeting_taken", "topic")];
        let connection = board();
        for kind in Kind::ALL {
            let mut known: Vec<(&str, &str)> =
                layout(*kind).references.iter().map(|one| (one.table, one.column)).collect();
            let mut there: Vec<(&str, String)> = Vec::new();
            for (table, _) in layout(*kind).tables {
                there.extend(column(&connection, IDS, table).into_iter().map(|column| (*table, column)));
            }
            there.retain(|(table, column)| !of_records.contains(&(table, column)));
            let mut there: Vec<(&str, &str)> =
                there.iter().map(|(table, column)| (*table, column.as_str())).collect();
            known.sort();
            there.sort();
            assert_eq!(known, there, "{kind:?}");
        }
    }

    #[test]
    fn who_needs_a_subject_is_found_by_indexes() {
        let connection = board();
        let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {}", *NEEDED_BY)).unwrap();
        let plan: Vec<String> = statement
            .query_map(params![SubjectId(uuid::Uuid::nil())], |row| row.get(3))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        let searches = plan.iter().filter(|step| step.starts_with("SEARCH")).count();
        assert_eq!(searches, all().filter(|one| one.need.is_some()).count(), "{plan:#?}");
        assert!(!plan.iter().any(|step| step.starts_with("SCAN")), "{plan:#?}");
    }
}
