//! Where the table of a file is: how its cells are parted, which row holds the names, and the rows and cells below it.

use super::columns;
use crate::exchange::detect::File;
use crate::exchange::error::ImportError;
use crate::exchange::input::place;
use crate::exchange::table::{Field, Told};

/// The row of names stands among the first of a file, below what a spreadsheet is called.
const HEAD: usize = 10;
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Where the rows of a file are, and what its columns are called.
pub(super) struct Table<'a> {
    /// What stands below the names.
    text: &'a str,
    /// The lines above, for places in the file.
    above: usize,
    delimiter: u8,
    pub names: Vec<String>,
}

impl<'a> Table<'a> {
    pub fn of(file: &File<'a>) -> Option<Table<'a>> {
        let mut found: Option<(usize, Table<'a>)> = None;
        for delimiter in DELIMITERS {
            let Some((fits, table)) = Table::parted(file, delimiter) else { continue };
            if found.as_ref().is_none_or(|(best, _)| fits > *best) {
                found = Some((fits, table));
            }
        }
        found.map(|(_, table)| table)
    }

    /// The table if its cells are parted by that sign, and how many of its columns are known.
    fn parted(file: &File<'a>, delimiter: u8) -> Option<(usize, Table<'a>)> {
        let mut reader = reader(file.text, delimiter);
        let mut record = csv::StringRecord::new();
        for _ in 0..HEAD {
            if !reader.read_record(&mut record).ok()? {
                return None;
            }
            let names: Vec<String> = record.iter().map(|name| name.trim().to_owned()).collect();
            let told: Vec<Told> = file.columns.iter().filter(|told| told.is_among(&names)).cloned().collect();
            let Ok(fields) = columns::map(&names, &told) else { continue };
            let known = fields.iter().flatten().count() + told.len();
            let is_head = fields.contains(&Some(Field::Title)) && known > 1 || !told.is_empty();
            if is_head && names.len() > 1 {
                let start = usize::try_from(reader.position().byte()).ok()?;
                let text = file.text.get(start..)?;
                let above = file.text[..start].lines().count();
                return Some((known, Table { text, above, delimiter, names }));
            }
        }
        None
    }

    /// The rows that hold something.
    pub fn rows(&self) -> Result<Vec<csv::StringRecord>, ImportError> {
        let mut reader = reader(self.text, self.delimiter);
        let mut rows: Vec<csv::StringRecord> = Vec::new();
        let mut last = 0;
        for record in reader.records() {
            let record = record.map_err(|_| ImportError::NotABoard { may_be: None })?;
            last = record.position().map_or(last, |position| position.byte());
            // The line below the names of a table of Markdown.
            let is_rule = record.iter().all(|cell| cell.trim().chars().all(|c| matches!(c, '-' | ':')));
            if !is_rule {
                rows.push(record);
            }
        }
        // A quote that nothing closes takes all that follows into one cell: the file was cut there.
        let rest = usize::try_from(last).ok().and_then(|last| self.text.get(last..)).unwrap_or_default();
        let has_lines = rows.last().is_some_and(|row| row.iter().any(|cell| cell.contains('\n')));
        if has_lines && rest.matches('"').count() % 2 == 1 {
            let (line, column) = place(self.text.as_bytes());
            return Err(ImportError::Truncated { line: line + self.above, column });
        }
        Ok(rows)
    }
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

/// A cell that holds something, without the apostrophe that keeps a spreadsheet from taking it for a formula.
pub(super) fn cell(row: &csv::StringRecord, at: usize) -> Option<&str> {
    let text = row.get(at)?.trim();
    let text = match text.strip_prefix('\'') {
        Some(inert) if inert.starts_with(['=', '+', '-', '@']) => inert,
        _ => text,
    };
    (!text.is_empty()).then_some(text)
}

pub(super) fn is_yes(text: &str) -> bool {
    matches!(
        text.to_lowercase().as_str(),
        "yes" | "true" | "x" | "1" | "done" | "✓" | "✔" | "☑" | "✅" | "ya" | "ja" | "oui" | "sí"
    )
}

pub(super) fn is_no(text: &str) -> bool {
    matches!(text.to_lowercase().as_str(), "no" | "false" | "0" | "☐" | "tidak" | "nein" | "non")
}
