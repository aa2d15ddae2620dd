//! What a command writes on: aligned columns cut to the terminal with a little colour, or plain and uncut when piped.
//!
//! **Invariant:** every text goes through [`inert`](crate::inert), so no title can steer the terminal or a log.

use std::io::{self, BufWriter, IsTerminal, Write};

use anstyle::{AnsiColor, Style};
use serde::Serialize;

use super::stop::Stop;
use crate::inert::{self, Signs};

/// The looks of a text. Colour only helps: words carry the meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    Plain,
    /// A heading, or what matters most in a row.
    Strong,
    /// A handle: what can be typed.
    Handle,
    /// What is less important.
    Quiet,
    /// What asks to be looked at.
    Alert,
}

impl Look {
    fn style(self) -> Style {
        match self {
            Look::Plain => Style::new(),
            Look::Strong => Style::new().bold(),
            Look::Handle => AnsiColor::Cyan.on_default(),
            Look::Quiet => Style::new().dimmed(),
            Look::Alert => AnsiColor::Yellow.on_default(),
        }
    }
}

/// A text with its look.
#[derive(Debug, Clone)]
pub struct Piece {
    text: String,
    look: Look,
}

pub fn piece(text: impl Into<String>, look: Look) -> Piece {
    Piece { text: text.into(), look }
}

impl<T: Into<String>> From<T> for Piece {
    fn from(text: T) -> Piece {
        piece(text, Look::Plain)
    }
}

/// Rows whose columns stand below each other.
pub struct Table {
    /// The column that gives way where the terminal is narrow.
    pub gives_way: usize,
    pub rows: Vec<Vec<Piece>>,
}

/// Between two columns.
const GAP: usize = 2;
/// No column gives way below this.
const NARROWEST: usize = 12;
/// Where nothing is cut, a cell longer than this stands out of its column: one long title pushes no other row away.
const WIDEST: usize = 100;

/// Where output goes.
pub struct Paper {
    out: BufWriter<Box<dyn Write>>,
    /// The columns of the terminal; `None` where nothing is cut.
    width: Option<usize>,
    /// Whether a person reads along.
    pub is_terminal: bool,
}

impl Paper {
    pub fn new() -> Paper {
        let is_terminal = io::stdout().is_terminal();
        let width = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        let width = if is_terminal { width().filter(|width| *width > 0) } else { None };
        Paper { out: BufWriter::new(Box::new(anstream::stdout())), width, is_terminal }
    }

    /// Where nothing is read.
    pub fn nowhere() -> Paper {
        Paper { out: BufWriter::new(Box::new(io::sink())), width: None, is_terminal: false }
    }

    /// One line of text. What is one line stays one line.
    pub fn line(&mut self, text: impl Into<Piece>) -> Result<(), Stop> {
        self.pieces(&[text.into()])
    }

    /// One line made of pieces.
    pub fn pieces(&mut self, pieces: &[Piece]) -> Result<(), Stop> {
        for piece in pieces {
            self.put(&inert::inert(&piece.text, Signs::UNICODE), piece.look)?;
        }
        self.end()
    }

    /// A text of many lines, each inert, behind a margin.
    pub fn text(&mut self, margin: &str, text: &str) -> Result<(), Stop> {
        for line in text.lines() {
            self.line(format!("{margin}{line}"))?;
        }
        Ok(())
    }

    /// Text that is finished as it is, such as an export.
    pub fn raw(&mut self, text: &str) -> Result<(), Stop> {
        self.write(text)
    }

    pub fn blank(&mut self) -> Result<(), Stop> {
        self.end()
    }

    pub fn heading(&mut self, text: impl Into<String>) -> Result<(), Stop> {
        self.line(piece(text, Look::Strong))
    }

    /// Aligned columns: each as wide as its widest cell; one gives way on a narrow terminal.
    pub fn table(&mut self, table: Table) -> Result<(), Stop> {
        let columns = table.rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut widths = vec![0; columns];
        for row in &table.rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                let columns = inert::width(&cell.text);
                *width = (*width).max(if self.width.is_none() { columns.min(WIDEST) } else { columns });
            }
        }
        if let Some(room) = self.width
            && let Some(width) = widths.get(table.gives_way).copied()
        {
            let all: usize = widths.iter().filter(|width| **width > 0).map(|width| width + GAP).sum();
            let over = all.saturating_sub(GAP).saturating_sub(room);
            widths[table.gives_way] = width.saturating_sub(over).max(NARROWEST.min(width));
        }
        for row in table.rows {
            let last = row.iter().rposition(|cell| !cell.text.is_empty()).unwrap_or(0);
            let mut used = 0;
            for (i, (cell, width)) in row.iter().zip(&widths).enumerate().take(last + 1) {
                if *width == 0 {
                    continue;
                }
                let Some(all) = self.width else {
                    let shown = inert::inert(&cell.text, Signs::UNICODE);
                    self.put(&shown, cell.look)?;
                    if i < last {
                        self.write(&" ".repeat(width.saturating_sub(inert::width(&shown)) + GAP))?;
                    }
                    continue;
                };
                let left = all.saturating_sub(used);
                if left == 0 {
                    break;
                }
                let (shown, columns) = inert::clip(&cell.text, left.min(*width), Signs::UNICODE);
                self.put(&shown, cell.look)?;
                if i < last {
                    self.write(&" ".repeat((width + GAP).min(left) - columns))?;
                }
                used += width + GAP;
            }
            self.end()?;
        }
        Ok(())
    }

    /// A value as JSON.
    pub fn json(&mut self, value: &impl Serialize) -> Result<(), Stop> {
        let text = serde_json::to_string_pretty(value).expect("our shapes have text keys and finite numbers");
        self.write(&inert::json_text(text))?;
        self.end()
    }

    /// Hands everything to the reader.
    pub fn flush(&mut self) -> Result<(), Stop> {
        self.out.flush().map_err(|error| Stop::output(&error))
    }

    fn put(&mut self, text: &str, look: Look) -> Result<(), Stop> {
        if look == Look::Plain || text.is_empty() {
            return self.write(text);
        }
        let style = look.style();
        self.write(&format!("{style}{text}{style:#}"))
    }

    fn end(&mut self) -> Result<(), Stop> {
        self.write("\n")
    }

    fn write(&mut self, text: &str) -> Result<(), Stop> {
        self.out.write_all(text.as_bytes()).map_err(|error| Stop::output(&error))
    }
}
