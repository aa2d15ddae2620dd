//! Values of the domain as columns, and back.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use uuid::Uuid;

use crate::domain::calendar::{At, Day};
use crate::domain::id::{self, RecordId, ReplicaId};
use crate::domain::kinds::for_every_kind;
use crate::domain::subject::Kind;

macro_rules! uuid_columns {
    ($id:ident) => {
        impl ToSql for id::$id {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::Borrowed(ValueRef::Blob(self.0.as_bytes())))
            }
        }
        impl FromSql for id::$id {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                Uuid::from_slice(value.as_blob()?)
                    .map(id::$id)
                    .map_err(|error| FromSqlError::Other(error.into()))
            }
        }
    };
}

uuid_columns!(SubjectId);

macro_rules! typed_columns {
    ($($module:ident::$kind:ident($events:ident $(, $id:ident)?) = $word:literal by $called:ident,)+) => {
        $($(uuid_columns!($id);)?)+
    };
}

for_every_kind!(typed_columns);

macro_rules! hash_columns {
    ($($id:ident),+) => {$(
        impl ToSql for $id {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::Borrowed(ValueRef::Blob(&self.0)))
            }
        }
        impl FromSql for $id {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                let bytes = value.as_blob()?;
                bytes.try_into().map($id).map_err(|error| FromSqlError::Other(Box::new(error)))
            }
        }
    )+};
}

hash_columns!(RecordId, ReplicaId);

impl ToSql for At {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.into())
    }
}

impl FromSql for At {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_i64().map(At)
    }
}

impl FromSql for Kind {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Kind::named(value.as_str()?).ok_or(FromSqlError::InvalidType)
    }
}

/// A day as a column: ISO text, which sorts as days do.
pub(super) fn day(day: Option<Day>) -> Option<String> {
    day.map(|day| day.format("%Y-%m-%d").to_string())
}

/// A day from its column; a text that is none counts as none.
pub(super) fn read_day(text: Option<String>) -> Option<Day> {
    text.and_then(|text| text.parse().ok())
}

/// A list of texts as one column.
pub(super) fn texts(texts: &[String]) -> String {
    serde_json::to_string(texts).expect("texts always serialise")
}
