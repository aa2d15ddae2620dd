//! Which column of a table is which field of a task.

use super::super::error::ImportError;

/// What a column may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    Title,
    Key,
    State,
    /// Whether it is done: yes or no.
    Done,
    Lead,
    Helpers,
    Due,
    Parked,
    Tags,
    Notes,
    Next,
    Goal,
    Created,
    Closed,
    Since,
    Blockers,
    Links,
    Remarks,
    Reason,
}

impl Field {
    pub const ALL: [Field; 19] = [
        Field::Title,
        Field::Key,
        Field::State,
        Field::Done,
        Field::Lead,
        Field::Helpers,
        Field::Due,
        Field::Parked,
        Field::Tags,
        Field::Notes,
        Field::Next,
        Field::Goal,
        Field::Created,
        Field::Closed,
        Field::Since,
        Field::Blockers,
        Field::Links,
        Field::Remarks,
        Field::Reason,
    ];

    /// The word that the command line and the table of names use.
    pub fn word(self) -> &'static str {
        match self {
            Field::Title => "title",
            Field::Key => "key",
            Field::State => "state",
            Field::Done => "done",
            Field::Lead => "lead",
            Field::Helpers => "helpers",
            Field::Due => "due",
            Field::Parked => "parked",
            Field::Tags => "tags",
            Field::Notes => "notes",
            Field::Next => "next",
            Field::Goal => "goal",
            Field::Created => "created",
            Field::Closed => "closed",
            Field::Since => "since",
            Field::Blockers => "blockers",
            Field::Links => "links",
            Field::Remarks => "remarks",
            Field::Reason => "reason",
        }
    }

    /// Whether columns of several names may be it.
    fn takes_many(self) -> bool {
        matches!(self, Field::State | Field::Tags | Field::Blockers | Field::Links | Field::Remarks)
    }

    /// Whether it stands in several columns of one name, as Jira writes them.
    fn repeats(self) -> bool {
        self.takes_many() || matches!(self, Field::Lead | Field::Helpers)
    }
}

/// The word that leaves a column out.
pub const NOTHING: &str = "-";

/// A column that was told to be a field, or to be left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub column: String,
    pub field: Option<Field>,
}

impl Told {
    /// Whether there is such a column.
    pub(super) fn is_among(&self, columns: &[String]) -> bool {
        columns.iter().any(|column| normal(column) == normal(&self.column))
    }

    /// Parses `Assignee=lead`, the argument of `--column`. The name may hold `=` itself: the last one counts.
    pub fn parse(text: &str) -> Result<Told, ImportError> {
        let (column, field) = text.rsplit_once('=').unwrap_or((text, ""));
        let (column, word) = (column.trim().to_owned(), field.trim());
        if word == NOTHING {
            return Ok(Told { column, field: None });
        }
        let field = Field::ALL.into_iter().find(|field| field.word().eq_ignore_ascii_case(word));
        let field = field.ok_or_else(|| ImportError::UnknownField { field: word.to_owned() })?;
        Ok(Told { column, field: Some(field) })
    }
}

const NAMES: &str = include_str!("../../../assets/columns.txt");

/// The field that a column of that name is, and how far behind its name stands among those of this field.
fn guess(column: &str) -> Option<(Field, usize)> {
    let column = normal(column);
    for line in NAMES.lines().filter(|line| !line.starts_with('#')) {
        let Some((word, names)) = line.split_once(':') else { continue };
        if let Some(place) = names.split(',').position(|name| normal(name) == column) {
            return Field::ALL.into_iter().find(|field| field.word() == word).map(|field| (field, place));
        }
    }
    None
}

/// Lower case without blanks and marks, but for those that part one name from another.
fn normal(name: &str) -> String {
    let name = name.to_lowercase().replace("(utc)", "");
    name.chars().filter(|c| c.is_alphanumeric() || matches!(c, '?' | '/' | '(')).collect()
}

/// The rank of a column among those of its field: the best is the first.
pub(super) fn rank(column: &str) -> usize {
    guess(column).map_or(usize::MAX, |(_, place)| place)
}

/// The field of each column, in the order of the file; `None` where it has no place here.
pub(super) fn map(columns: &[String], told: &[Told]) -> Result<Vec<Option<Field>>, ImportError> {
    let is = |told: &Told, column: &str| normal(&told.column) == normal(column);
    if let Some(unknown) = told.iter().find(|told| !told.is_among(columns)) {
        return Err(ImportError::UnknownColumn { name: unknown.column.clone(), known: columns.to_vec() });
    }
    let mut fields: Vec<Option<Field>> = Vec::with_capacity(columns.len());
    let mut guessed: Vec<Option<(Field, usize)>> = Vec::with_capacity(columns.len());
    for column in columns {
        let said = told.iter().rev().find(|told| is(told, column));
        fields.push(said.and_then(|told| told.field));
        guessed.push(if said.is_some() { None } else { guess(column) });
    }
    for at in 0..columns.len() {
        let Some((field, place)) = guessed[at] else { continue };
        let is_told = fields.contains(&Some(field)) && told.iter().any(|told| told.field == Some(field));
        let better = |(other, guess): (usize, &Option<(Field, usize)>)| {
            let is_better = |(of, rank)| {
                of == field && if field.repeats() { rank < place } else { (rank, other) < (place, at) }
            };
            guess.is_some_and(is_better)
        };
        let is_second = guessed.iter().enumerate().any(better);
        if !is_told && (field.takes_many() || !is_second) {
            fields[at] = Some(field);
        }
    }
    Ok(fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mapped(columns: &[&str], told: &[&str]) -> Vec<Option<&'static str>> {
        let columns: Vec<String> = columns.iter().map(|column| (*column).to_owned()).collect();
        let told: Vec<Told> = told.iter().map(|told| Told::parse(told).unwrap()).collect();
        map(&columns, &told).unwrap().into_iter().map(|field| field.map(Field::word)).collect()
    }

    #[test]
    fn no_name_of_a_column_means_two_fields() {
        let mut seen = std::collections::HashMap::new();
        for line in NAMES.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let (word, names) = line.split_once(':').unwrap();
            assert!(Field::ALL.iter().any(|field| field.word() == word), "{word}");
            for name in names.split(',') {
                assert_eq!(seen.insert(normal(name), word), None, "{name}");
            }
        }
        for field in Field::ALL {
            assert!(seen.values().any(|word| *word == field.word()), "{}", field.word());
        }
    }

    #[test]
    fn the_better_name_wins_and_what_may_be_several_is() {
        assert_eq!(
            mapped(&["Issue id", "Issue key", "Summary", "Labels", "Labels", "Priority"], &[]),
            [None, Some("key"), Some("title"), Some("tags"), Some("tags"), None]
        );
        assert_eq!(mapped(&["Name", "name"], &[]), [Some("title"), None]);
    }

    #[test]
    fn what_is_told_wins() {
        assert_eq!(mapped(&["Name", "Was", "Owner"], &["Was=title", "owner=-"]), [None, Some("title"), None]);
        assert!(matches!(Told::parse("Was=what"), Err(ImportError::UnknownField { .. })));
        let error = map(&["Name".to_owned()], &[Told::parse("Nam=title").unwrap()]).unwrap_err();
        assert!(matches!(error, ImportError::UnknownColumn { .. }));
    }
}
