//! A table: CSV, TSV, or a table of Markdown, as Jira, Linear, Asana, Notion, GitLab, Kanboard and plain spreadsheets write
//! it.
//!
//! Which column is which field is guessed from its name, shown, and changed with `--column`. What has no place is named.

mod columns;
mod dates;
mod rows;

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::bundle::{Blocker, Bundle, Goal, Remark, Task, WaitsOn};
use super::detect::{File, Format};
use super::error::ImportError;
use super::import::{ColumnMapping, Gathered, Import, Options, Source, State};
use super::keys::TextKeys;
use super::lists::Lists;
use super::people::{self, People, Times};
use super::states;
use super::tally::{Lost, Noted};
use super::when::When;
pub(super) use columns::NOTHING;
pub use columns::{Field, Told};
use dates::Order;
use rows::{Table, cell, is_no, is_yes};

pub(super) const FORMAT: Format = Format { is_json: false, has_lists: true, recognises, read };

/// A row in which one column is the title and another one some field; or one that was told.
fn recognises(file: &File) -> bool {
    Table::of(file).is_some()
}

fn read(file: &File, options: &Options) -> Result<Import, ImportError> {
    let Some(table) = Table::of(file) else { return Err(ImportError::NotABoard { may_be: None }) };
    let fields = columns::map(&table.names, &options.columns)?;
    if !fields.contains(&Some(Field::Title)) {
        return Err(ImportError::NoTitle { known: table.names });
    }
    let gathered = Gathered::new();
    let rows = once(table.rows()?, &fields, &gathered);
    let reader = Reader { table: &table, fields: &fields, rows: &rows, options, gathered: &gathered };
    let (lists, bundle) = reader.bundle()?;
    let lists = lists.finish(&gathered.notes);
    let mut import = gathered.import(Source::Table, lists, bundle);
    let names = table.names.into_iter().zip(fields);
    import.columns = names.map(|(name, field)| ColumnMapping { name, field }).collect();
    Ok(import)
}

/// The rows, without those that say once more what stands in another with the same key and title.
fn once(
    mut rows: Vec<csv::StringRecord>,
    fields: &[Option<Field>],
    gathered: &Gathered,
) -> Vec<csv::StringRecord> {
    let place = |field: Field| fields.iter().position(|found| *found == Some(field));
    let (Some(key), Some(title)) = (place(Field::Key), place(Field::Title)) else { return rows };
    let mut seen = HashSet::new();
    rows.retain(|row| {
        let title = cell(row, title).unwrap_or_default();
        let is_new = cell(row, key).is_none_or(|key| seen.insert((key.to_owned(), title.to_owned())));
        if !is_new {
            gathered.lost.add(Lost::Duplicate, title);
        }
        is_new
    });
    rows
}

struct Reader<'a> {
    table: &'a Table<'a>,
    fields: &'a [Option<Field>],
    rows: &'a [csv::StringRecord],
    options: &'a Options,
    gathered: &'a Gathered,
}

impl Reader<'_> {
    fn bundle(&self) -> Result<(Lists, Bundle), ImportError> {
        let state_columns = self.ranked(Field::State);
        let list_of = |row: &csv::StringRecord| {
            state_columns.first().and_then(|at| cell(row, *at)).map(str::to_owned).unwrap_or_default()
        };
        let names: Vec<String> = self.rows.iter().map(list_of).collect();
        let other_columns = state_columns.get(1..).unwrap_or_default();
        let mut others: HashMap<&str, State> = HashMap::new();
        for name in self.rows.iter().flat_map(|row| other_columns.iter().filter_map(|at| cell(row, *at))) {
            others.entry(name).or_insert_with(|| states::guess(name).state);
        }
        let filled = names.iter().map(String::as_str).filter(|name| !name.is_empty());
        let lists = Lists::named(filled, &self.options.lists)?;
        let order = self.order();
        let mut keys = TextKeys::new("csv:title:");
        let titles: Vec<String> = self.rows.iter().map(|row| self.title(row)).collect();
        let mut row_keys: Vec<String> = Vec::with_capacity(self.rows.len());
        let mut seen = HashSet::new();
        for (row, title) in self.rows.iter().zip(&titles) {
            let own = self.text(row, Field::Key).map(|key| format!("csv:{key}"));
            row_keys.push(match own.filter(|key| seen.insert(key.clone())) {
                Some(key) => key,
                None => keys.key(title),
            });
        }
        let mut places: HashMap<&str, usize> = HashMap::new();
        for (at, title) in titles.iter().enumerate() {
            places.entry(title).or_insert(at);
        }
        for (at, row) in self.rows.iter().enumerate() {
            if let Some(at_column) = self.column(Field::Key)
                && let Some(key) = cell(row, at_column)
            {
                places.insert(key, at);
            }
        }
        let alone = self.alone();
        let mut people = People::new("csv:member:", self.gathered);
        let mut goals: Vec<Goal> = Vec::new();
        let mut tasks: Vec<Task> = Vec::with_capacity(self.rows.len());
        for (at, row) in self.rows.iter().enumerate() {
            let place = lists.place(&names[at]);
            let of_list = place.map_or(State::Open, |place| lists.get(place).state);
            let state = self.state(row, of_list, other_columns, &others);
            let text = self.all(row, Field::Notes).join("\n\n");
            let notes = Some(text).filter(|text| !text.is_empty());
            let title = self.gathered.title(
                Some(titles[at].clone()).filter(|title| !title.is_empty()),
                notes.as_deref(),
                &row_keys[at],
            );
            let date = |field: Field| self.date(row, field, order, &title);
            let (created, closed) = (date(Field::Created), date(Field::Closed));
            let (due, parked, since) = (date(Field::Due), date(Field::Parked), date(Field::Since));
            let created = created.map(When::moment);
            let since = closed.filter(|_| state.is_finished()).or(since).map(When::moment).or(created);
            let leads = self.people(row, Field::Lead, &alone, &mut people);
            let mut members = leads.clone();
            members.extend(self.people(row, Field::Helpers, &alone, &mut people));
            let times = Times { began: if state.is_finished() { created } else { since }, since };
            let mut claims = people::claims(&members, state, times, &title, self.options, self.gathered);
            // A column for helpers alone makes nobody lead.
            claims
                .iter_mut()
                .filter(|claim| !leads.contains(&claim.member))
                .for_each(|claim| "helper".clone_into(&mut claim.part));
            let mut task = Task {
                key: row_keys[at].clone(),
                state: state.word().to_owned(),
                reason: self.text(row, Field::Reason).filter(|_| state == State::Dropped).map(str::to_owned),
                notes,
                since,
                created,
                goal: self.text(row, Field::Goal).map(|title| goal(title, &mut goals)),
                tags: self.tags(row),
                due: due.map(|due| due.day(self.options.day)),
                parked: parked.map(|parked| parked.day(self.options.day)).filter(|_| !state.is_finished()),
                next: self.text(row, Field::Next).map(str::to_owned),
                links: self.all(row, Field::Links).into_iter().map(str::to_owned).collect(),
                claims,
                remarks: self.remarks(row, order, &mut people),
                blockers: self.blockers(row, at, state, created, since, &places, &row_keys, &titles),
                title,
                ..Task::default()
            };
            lists.mark(place, &mut task, &self.gathered.notes);
            tasks.push(task);
        }
        self.rest();
        Ok((lists, Bundle { members: people.finish(), goals, tasks, ..Bundle::new() }))
    }

    /// The columns that are a field.
    fn columns(&self, field: Field) -> impl Iterator<Item = usize> {
        self.fields.iter().enumerate().filter(move |(_, found)| **found == Some(field)).map(|(at, _)| at)
    }

    fn column(&self, field: Field) -> Option<usize> {
        self.columns(field).next()
    }

    /// The same, the one with the best name first.
    fn ranked(&self, field: Field) -> Vec<usize> {
        let mut columns: Vec<usize> = self.columns(field).collect();
        columns.sort_by_key(|at| columns::rank(&self.table.names[*at]));
        columns
    }

    /// The cells of a row that are a field and hold something.
    fn all<'r>(&self, row: &'r csv::StringRecord, field: Field) -> Vec<&'r str> {
        self.columns(field).filter_map(|at| cell(row, at)).collect()
    }

    fn text<'r>(&self, row: &'r csv::StringRecord, field: Field) -> Option<&'r str> {
        self.all(row, field).into_iter().next()
    }

    fn title(&self, row: &csv::StringRecord) -> String {
        let title = self.text(row, Field::Title).unwrap_or_default();
        title.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// A finished list or mark wins: many tools keep the column in which a task was when it was closed.
    fn state(
        &self,
        row: &csv::StringRecord,
        of_list: State,
        columns: &[usize],
        others: &HashMap<&str, State>,
    ) -> State {
        if of_list.is_finished() {
            return of_list;
        }
        let others: Vec<State> = columns
            .iter()
            .filter_map(|at| cell(row, *at))
            .filter_map(|name| others.get(name))
            .copied()
            .collect();
        if let Some(finished) = others.iter().copied().find(|state| state.is_finished()) {
            return finished;
        }
        let is_done = self.all(row, Field::Done).into_iter().chain(self.all(row, Field::Closed)).any(is_yes);
        match is_done {
            true => State::Done,
            false if of_list == State::Open => others.into_iter().max().unwrap_or(of_list),
            false => of_list,
        }
    }

    /// The order of day and month in the whole file.
    fn order(&self) -> Order {
        const DATES: [Field; 5] = [Field::Due, Field::Parked, Field::Created, Field::Closed, Field::Since];
        let cells = || {
            let columns = DATES.into_iter().flat_map(|field| self.columns(field));
            columns.flat_map(|at| self.rows.iter().filter_map(move |row| cell(row, at)))
        };
        let order = dates::order(cells());
        if order == Order::Unsaid {
            cells().filter(|text| dates::is_ambiguous(text)).for_each(|text| {
                self.gathered.notes.add(Noted::DayFirst, text);
            });
        }
        order
    }

    fn date(&self, row: &csv::StringRecord, field: Field, order: Order, title: &str) -> Option<When> {
        let text = self.text(row, field)?;
        let when = dates::read(text, order);
        // A column that says whether something is completed may be called like one that says when.
        if when.is_none() && !(field == Field::Closed && (is_yes(text) || is_no(text))) {
            self.gathered.lost.add(Lost::Date, title);
        }
        when
    }

    /// The names that stand alone in a cell for people: whoever is one of them is a whole name.
    fn alone(&self) -> HashSet<&str> {
        let columns = self.columns(Field::Lead).chain(self.columns(Field::Helpers));
        columns.flat_map(|at| self.rows.iter().filter_map(move |row| cell(row, at))).collect()
    }

    /// The people in a row's cells of a field. A comma may part two people, or the family name of one from the rest.
    fn people(
        &self,
        row: &csv::StringRecord,
        field: Field,
        alone: &HashSet<&str>,
        people: &mut People,
    ) -> Vec<String> {
        let mut keys = Vec::new();
        for at in self.columns(field) {
            let Some(text) = cell(row, at) else { continue };
            let is_plural = self.table.names[at].to_lowercase().ends_with('s');
            for part in text.split([';', '\n', '|']) {
                let names = || part.split(',').map(str::trim).filter(|name| !name.is_empty());
                let are_names = names().any(|name| alone.contains(name) || name.contains([' ', '@']));
                let names: Vec<&str> = match is_plural || are_names {
                    true => names().collect(),
                    false => Some(part.trim()).filter(|name| !name.is_empty()).into_iter().collect(),
                };
                keys.extend(names.into_iter().map(|name| people.key(name, None)));
            }
        }
        keys
    }

    fn tags(&self, row: &csv::StringRecord) -> Vec<String> {
        let mut tags: Vec<String> = Vec::new();
        for tag in self.all(row, Field::Tags).into_iter().flat_map(|text| text.split([',', ';', '\n', '|'])) {
            let tag = tag.trim();
            if !tag.is_empty() && !tags.iter().any(|known| known == tag) {
                tags.push(tag.to_owned());
            }
        }
        tags
    }

    #[expect(clippy::too_many_arguments, reason = "each is a fact of the row or of the file")]
    fn blockers(
        &self,
        row: &csv::StringRecord,
        own: usize,
        state: State,
        created: Option<DateTime<Utc>>,
        since: Option<DateTime<Utc>>,
        places: &HashMap<&str, usize>,
        keys: &[String],
        titles: &[String],
    ) -> Vec<Blocker> {
        let mut blockers: Vec<Blocker> = Vec::new();
        for text in self.all(row, Field::Blockers) {
            // A title may hold a comma itself.
            let parts: Vec<&str> = match places.contains_key(text) {
                true => vec![text],
                false => {
                    text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect()
                }
            };
            for part in parts {
                let other = places.get(part).copied();
                if other == Some(own) {
                    self.gathered.lost.add(Lost::OwnDependency, &titles[own]);
                    continue;
                }
                if state.is_finished() {
                    // When it was cleared is not told, and it would look open.
                    self.gathered.lost.add(Lost::MetDependency, part);
                    continue;
                }
                let (what, on) = match other {
                    Some(at) => (titles[at].clone(), WaitsOn::Task(keys[at].clone())),
                    None => (part.to_owned(), WaitsOn::Other(part.to_owned())),
                };
                if !blockers.iter().any(|known| known.on.as_ref() == Some(&on)) {
                    blockers.push(Blocker {
                        what,
                        on: Some(on),
                        raised: created.or(since),
                        ..Blocker::default()
                    });
                }
            }
        }
        blockers
    }

    /// Comments; Jira puts a day and a name in front: `24/Nov/26 10:00 AM;ana;text`.
    fn remarks(&self, row: &csv::StringRecord, order: Order, people: &mut People) -> Vec<Remark> {
        let remark = |text: &str| {
            let mut parts = text.splitn(3, ';');
            if let (Some(day), Some(name), Some(said)) = (parts.next(), parts.next(), parts.next())
                && let Some(when) = dates::read(day, order)
            {
                let by = Some(name.trim()).filter(|name| !name.is_empty()).map(|name| people.key(name, None));
                return Remark { by, at: Some(when.moment()), text: said.trim().to_owned() };
            }
            Remark { by: None, at: None, text: text.to_owned() }
        };
        self.all(row, Field::Remarks).into_iter().map(remark).collect()
    }

    /// Counts what stands in columns without a place, and beyond all columns.
    fn rest(&self) {
        for row in self.rows {
            for at in 0..row.len() {
                let Some(text) = cell(row, at) else { continue };
                match (self.table.names.get(at), self.fields.get(at)) {
                    (Some(name), Some(None)) => self.gathered.lost.add(Lost::Field(name.clone()), ""),
                    (Some(_), Some(Some(_))) => {}
                    _ => self.gathered.lost.add(Lost::CellWithoutColumn, text),
                }
            }
        }
    }
}

/// The key of a goal by its title, which is made where it is not there yet.
fn goal(title: &str, goals: &mut Vec<Goal>) -> String {
    let key = format!("csv:goal:{title}");
    if !goals.iter().any(|goal| goal.key == key) {
        goals.push(Goal {
            key: key.clone(),
            title: title.to_owned(),
            horizon: "short".to_owned(),
            state: "active".to_owned(),
            ..Goal::default()
        });
    }
    key
}

#[cfg(test)]
mod tests;
