//! What a command writes on: aligned columns cut to the terminal with a little colour, or plain and uncut when piped.
//!
//! **Invariant:** every text goes through [`inert`](crate::inert), so no title can steer the terminal or a log.

use std::ffi::OsString;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::ops::Range;
use std::process::{Command, Stdio};

use anstyle::{AnsiColor, Style};
use serde::Serialize;

use super::stop::Stop;
use crate::domain::folding::matched;
use crate::domain::phrase::{Phrase, Span};
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
    /// The words whose places are marked, where rows were found by them.
    sought: String,
    /// What the columns are called; said to a person at a terminal, and to no program that reads rows.
    heads: Vec<String>,
}

impl Table {
    pub fn new(gives_way: usize, rows: Vec<Vec<Piece>>) -> Table {
        Table { gives_way, rows, sought: String::new(), heads: Vec::new() }
    }

    pub fn headed<const N: usize>(self, heads: [String; N]) -> Table {
        Table { heads: heads.into(), ..self }
    }

    /// Marks the words by which the rows were found.
    pub fn found_by(self, sought: impl Into<String>) -> Table {
        Table { sought: sought.into(), ..self }
    }
}

/// Between two columns.
const GAP: usize = 2;
/// No column gives way below this.
const NARROWEST: usize = 12;
/// Where nothing is cut, a cell longer than this stands out of its column: one long title pushes no other row away.
const WIDEST: usize = 100;

/// What becomes of output that is longer than the terminal is high.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Long {
    /// A person looks through it with the program that they have set for that.
    Paged,
    Printed,
}

/// Where output goes.
pub struct Paper {
    out: BufWriter<Box<dyn Write>>,
    /// What was written, until it is known whether it is long.
    held: Option<Vec<u8>>,
    /// The columns of the terminal; `None` where nothing is cut.
    width: Option<usize>,
    /// Whether a person reads along.
    pub is_terminal: bool,
}

impl Paper {
    pub fn new(long: Long) -> Paper {
        let is_terminal = io::stdout().is_terminal();
        let width = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        let width = if is_terminal { width().filter(|width| *width > 0) } else { None };
        let held = (long == Long::Paged && is_terminal && pager().is_some()).then(Vec::new);
        Paper { out: BufWriter::new(Box::new(anstream::stdout())), held, width, is_terminal }
    }

    /// Where nothing is read.
    pub fn nowhere() -> Paper {
        Paper { out: BufWriter::new(Box::new(io::sink())), held: None, width: None, is_terminal: false }
    }

    /// The columns in which text is wrapped: no wider than is read with ease, and those of old terminals where nobody
    /// sits at one.
    pub fn measure(&self) -> usize {
        self.width.unwrap_or(80).clamp(20, 100)
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

    /// A sentence of the journal behind when it was; on a terminal its titles give way before the line breaks.
    pub fn sentence(&mut self, when: &str, phrase: &Phrase) -> Result<(), Stop> {
        let room = self.width.map(|width| width.saturating_sub(inert::width(when)));
        let cut = |text, width| inert::cut(text, width, Signs::UNICODE);
        let phrase = phrase.fit(room.unwrap_or(usize::MAX), inert::width, cut);
        let look = |span| if span == Span::Title { Look::Quiet } else { Look::Plain };
        let said = phrase.parts().map(|(span, text)| piece(text, look(span)));
        self.pieces(&[piece(when, Look::Quiet)].into_iter().chain(said).collect::<Vec<_>>())
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
    pub fn table(&mut self, mut table: Table) -> Result<(), Stop> {
        if self.is_terminal && !table.heads.is_empty() && !table.rows.is_empty() {
            let used = |i: &usize| {
                table.rows.iter().any(|row| row.get(*i).is_some_and(|cell| !cell.text.is_empty()))
            };
            let heads = table.heads.iter().enumerate();
            let heads = heads.map(|(i, head)| piece(if used(&i) { head } else { "" }, Look::Quiet)).collect();
            table.rows.insert(0, heads);
        }
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
                    self.put_marked(&shown, cell.look, &table.sought)?;
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
                self.put_marked(&shown, cell.look, &table.sought)?;
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
        if let Some(held) = self.held.take()
            && !paged(&held)
        {
            self.out.write_all(&held).map_err(|error| Stop::output(&error))?;
        }
        self.out.flush().map_err(|error| Stop::output(&error))
    }

    /// The text, with what was sought underlined: that is seen without colours, too.
    fn put_marked(&mut self, text: &str, look: Look, sought: &str) -> Result<(), Stop> {
        let mut from = 0;
        for Range { start, end } in matched(text, sought) {
            self.put(&text[from..start], look)?;
            let style = look.style().bold().underline();
            self.write(&format!("{style}{}{style:#}", &text[start..end]))?;
            from = end;
        }
        self.put(&text[from..], look)
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
        match &mut self.held {
            Some(held) => held.extend(text.as_bytes()),
            None => self.out.write_all(text.as_bytes()).map_err(|error| Stop::output(&error))?,
        }
        Ok(())
    }
}

/// The program in which a person looks through long output, where they have set one.
fn pager() -> Option<String> {
    std::env::var("PAGER").ok().filter(|pager| !pager.trim().is_empty() && pager.trim() != "cat")
}

/// Shows it in the pager, where it is longer than the terminal is high; whether it was shown.
fn paged(text: &[u8]) -> bool {
    let height = terminal_size::terminal_size().map_or(0, |(_, height)| usize::from(height.0));
    let lines = text.iter().filter(|byte| **byte == b'\n').count();
    let Some(pager) = pager().filter(|_| height > 0 && lines >= height) else { return false };
    // As git does: what fits is not paged, colours are shown, and the screen is left as it was.
    let less = std::env::var_os("LESS").unwrap_or_else(|| "FRX".into());
    let started = Command::new("sh").arg("-c").arg(&pager).env("LESS", less).stdin(Stdio::piped()).spawn();
    let Ok(mut process) = started else { return false };
    if let Some(input) = process.stdin.take() {
        let choice = match anstream::ColorChoice::global() {
            // The pipe is read by a person at a terminal.
            anstream::ColorChoice::Auto => anstream::AutoStream::choice(&io::stdout()),
            choice => choice,
        };
        // Whoever leaves before the end has enough.
        let _ = anstream::AutoStream::new(Box::new(input) as Box<dyn Write>, choice).write_all(text);
    }
    let ended = process.wait();
    // A pager that is not there has shown nothing.
    ended.is_ok_and(|status| status.code() != Some(127))
}

/// Colours as `--color` asks for; said before anything is read, since the help has them, too.
pub fn choose_color(typed: &[OsString]) -> clap::ColorChoice {
    let mut words = typed.iter().filter_map(|word| word.to_str()).take_while(|word| *word != "--");
    let mut chosen = "auto";
    while let Some(word) = words.next() {
        match word.strip_prefix("--color=") {
            Some(value) => chosen = value,
            None if word == "--color" => chosen = words.next().unwrap_or(chosen),
            None => {}
        }
    }
    let (ours, claps) = match chosen {
        "always" => (anstream::ColorChoice::Always, clap::ColorChoice::Always),
        "never" => (anstream::ColorChoice::Never, clap::ColorChoice::Never),
        _ => return clap::ColorChoice::Auto,
    };
    ours.write_global();
    claps
}
