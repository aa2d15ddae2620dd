//! The Markdown of the manual as lines of text: headings at the margin, the rest two columns further in, wrapped; cells
//! of a table below each other, code as it stands.
//!
//! It reads what our documents use, and no more: headings, paragraphs, lists, tables, fenced code, `*`, `**` and backquotes.

use crate::cli::paper::Look;
use crate::inert::width;

/// A line, in parts that look alike.
pub type Line = Vec<(String, Look)>;

/// What a part of a document is.
enum Block<'d> {
    Heading(&'d str),
    Paragraph(String),
    /// What stands before it, and its text.
    Item(String, String),
    Code(Vec<&'d str>),
    Table(Vec<Vec<String>>),
}

/// The columns in front of everything but a heading.
const MARGIN: usize = 2;
/// Those in front of code.
const CODE: usize = 6;
/// Between two columns of a table.
const GAP: usize = 2;
/// A column of a table that would be narrower is none: the cells of a row then stand below each other.
const NARROWEST: usize = 12;

/// The document in lines of at most so many columns, but for code, which nobody wraps.
pub fn laid_out(document: &str, columns: usize) -> Vec<Line> {
    let room = columns.saturating_sub(MARGIN).max(1);
    let mut lines: Vec<Line> = Vec::new();
    let mut was_item = false;
    for block in blocks(document) {
        let is_item = matches!(block, Block::Item(..));
        // The items of a list stand close.
        let stands_apart = !is_item || !was_item;
        if stands_apart && !lines.is_empty() {
            lines.push(Line::new());
        }
        was_item = is_item;
        match block {
            Block::Heading(text) => {
                lines.extend(wrapped(&spans(text, Look::Strong), columns));
            }
            Block::Paragraph(text) => {
                lines.extend(behind("", "", wrapped(&quoted(spans(&text, Look::Plain)), room)));
            }
            Block::Item(mark, text) => {
                let indent = width(&mark) + 1;
                let spans = quoted(spans(&text, Look::Plain));
                let wrapped = wrapped(&spans, room.saturating_sub(indent).max(1));
                lines.extend(behind(&format!("{mark} "), &" ".repeat(indent), wrapped));
            }
            Block::Code(code) => {
                lines.extend(
                    code.iter().map(|line| vec![(format!("{}{line}", " ".repeat(CODE)), Look::Plain)]),
                );
            }
            Block::Table(rows) => lines.extend(table(&rows, room)),
        }
    }
    for line in &mut lines {
        let end = line.iter().rposition(|(text, _)| !text.trim().is_empty()).map_or(0, |last| last + 1);
        line.truncate(end);
        if let Some((text, _)) = line.last_mut() {
            text.truncate(text.trim_end().len());
        }
    }
    lines
}

/// The lines with the margin and something in front of the first of them, and as much before the others.
fn behind(first: &str, others: &str, lines: Vec<Line>) -> impl Iterator<Item = Line> {
    let (first, others) = (format!("{:MARGIN$}{first}", ""), format!("{:MARGIN$}{others}", ""));
    lines.into_iter().enumerate().map(move |(at, mut line)| {
        line.insert(0, (if at == 0 { first.clone() } else { others.clone() }, Look::Plain));
        line
    })
}

fn blocks(document: &str) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block> = Vec::new();
    // Whether the next line of text belongs to the block before it.
    let mut goes_on = false;
    let mut lines = document.lines();
    while let Some(line) = lines.next() {
        let text = line.trim();
        if text.is_empty() {
            goes_on = false;
        } else if text.starts_with("```") {
            blocks.push(Block::Code(lines.by_ref().take_while(|line| line.trim() != "```").collect()));
            goes_on = false;
        } else if line.starts_with('#') {
            blocks.push(Block::Heading(line.trim_start_matches('#').trim()));
            goes_on = false;
        } else if text.starts_with('|') {
            if !(goes_on && matches!(blocks.last(), Some(Block::Table(_)))) {
                blocks.push(Block::Table(Vec::new()));
            }
            if let (Some(Block::Table(rows)), false) = (blocks.last_mut(), text.starts_with("|---")) {
                rows.push(cells(text));
            }
            goes_on = true;
        } else if let Some((mark, text)) = item(line) {
            blocks.push(Block::Item(mark, text.to_owned()));
            goes_on = true;
        } else {
            match blocks.last_mut().filter(|_| goes_on) {
                Some(Block::Paragraph(said) | Block::Item(_, said)) => {
                    said.push(' ');
                    said.push_str(text);
                }
                _ => blocks.push(Block::Paragraph(text.to_owned())),
            }
            goes_on = true;
        }
    }
    blocks
}

/// What stands before an item of a list, and its text: `- one`, `2. two`.
fn item(line: &str) -> Option<(String, &str)> {
    if let Some(text) = line.strip_prefix("- ") {
        return Some(("-".to_owned(), text));
    }
    let (number, text) = line.split_once(". ")?;
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| (format!("{number}."), text))
}

/// The cells of a row; `\|` is a character of one.
fn cells(row: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut chars = row.trim().trim_start_matches('|').chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => {
                let next = chars.next();
                let cell = cells.last_mut().expect("a row has a cell from the beginning");
                // Other signs keep their backslash for the spans.
                if next != Some('|') {
                    cell.push('\\');
                }
                cell.extend(next);
            }
            '|' => cells.push(String::new()),
            c => cells.last_mut().expect("a row has a cell from the beginning").push(c),
        }
    }
    // A row ends with the sign that closes its last cell.
    cells.pop();
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

/// The text in parts that look alike, without the signs that make them so.
fn spans(text: &str, plain: Look) -> Line {
    let mut spans = vec![(String::new(), plain)];
    let mut is_strong = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '`' => {
                // A code that holds a backquote is in two of them, with a blank beside it.
                let mut fence = 1;
                while chars.next_if_eq(&'`').is_some() {
                    fence += 1;
                }
                let rest: String = chars.clone().collect();
                let closing = "`".repeat(fence);
                let code = rest.split_once(closing.as_str()).map_or(rest.as_str(), |(code, _)| code);
                chars.by_ref().take(code.chars().count() + fence).for_each(drop);
                spans.push((code.trim().to_owned(), Look::Handle));
                spans.push((String::new(), if is_strong { Look::Strong } else { plain }));
            }
            '*' => {
                chars.next_if_eq(&'*');
                is_strong = !is_strong;
                spans.push((String::new(), if is_strong { Look::Strong } else { plain }));
            }
            '\\' => spans.last_mut().expect("there is one from the beginning").0.extend(chars.next()),
            c => spans.last_mut().expect("there is one from the beginning").0.push(c),
        }
    }
    spans.retain(|(text, _)| !text.is_empty());
    spans
}

/// Where a code is only a sign or two, quotes tell it from the sentence around it: ‘-’ for *not*.
fn quoted(mut spans: Line) -> Line {
    let is_sign = |text: &str| text.chars().count() <= 2 && !text.chars().any(char::is_alphanumeric);
    for (text, look) in &mut spans {
        if *look == Look::Handle && is_sign(text) {
            *text = format!("‘{text}’");
        }
    }
    spans
}

/// The parts in lines of at most so many columns, broken at blanks; a word that is longer is broken anywhere.
fn wrapped(spans: &Line, columns: usize) -> Vec<Line> {
    let mut lines = vec![Line::new()];
    let mut used = 0;
    for word in split_at_blanks(spans) {
        let long: usize = word.iter().map(|(text, _)| width(text)).sum();
        if used > 0 && used + 1 + long > columns {
            lines.push(Line::new());
            used = 0;
        }
        let line = lines.last_mut().expect("there is one from the beginning");
        if used > 0 {
            // Between two words that look alike the blank does, too.
            let before = line.last().map(|(_, look)| *look);
            add(line, " ", before.filter(|look| *look == word[0].1).unwrap_or(Look::Plain));
            used += 1;
        }
        if long <= columns {
            for (text, look) in word {
                add(lines.last_mut().expect("there is one from the beginning"), &text, look);
            }
            used += long;
            continue;
        }
        for (text, look) in word {
            for c in text.chars() {
                let mut bytes = [0; 4];
                let c = &*c.encode_utf8(&mut bytes);
                if used + width(c) > columns && used > 0 {
                    lines.push(Line::new());
                    used = 0;
                }
                add(lines.last_mut().expect("there is one from the beginning"), c, look);
                used += width(c);
            }
        }
    }
    lines
}

/// Puts text behind a line, in its last part where that looks alike.
fn add(line: &mut Line, text: &str, look: Look) {
    match line.last_mut() {
        Some((last, of)) if *of == look => last.push_str(text),
        _ => line.push((text.to_owned(), look)),
    }
}

/// The words, each in its parts.
fn split_at_blanks(spans: &Line) -> Vec<Line> {
    let mut words: Vec<Line> = vec![Line::new()];
    for (text, look) in spans {
        for (at, part) in text.split(' ').enumerate() {
            if at > 0 {
                words.push(Line::new());
            }
            if !part.is_empty() {
                words.last_mut().expect("there is one from the beginning").push((part.to_owned(), *look));
            }
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The rows of a table, of which the first is the heads.
fn table(rows: &[Vec<String>], room: usize) -> Vec<Line> {
    let rows: Vec<Vec<Line>> = rows
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let look = if at == 0 { Look::Strong } else { Look::Plain };
            row.iter().map(|cell| spans(cell, look)).collect()
        })
        .filter(|row: &Vec<Line>| row.iter().any(|cell| !cell.is_empty()))
        .collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let long = |cell: &Line| cell.iter().map(|(text, _)| width(text)).sum::<usize>();
    let natural: Vec<usize> = (0..columns)
        .map(|at| rows.iter().filter_map(|row| row.get(at)).map(long).max().unwrap_or(0))
        .collect();
    let Some(widths) = shares(&natural, room.saturating_sub(GAP * columns.saturating_sub(1))) else {
        return rows.iter().flat_map(|row| below_each_other(row, room)).collect();
    };
    let mut lines = Vec::new();
    for row in &rows {
        let cells: Vec<Vec<Line>> =
            row.iter().zip(&widths).map(|(cell, width)| wrapped(cell, (*width).max(1))).collect();
        for at in 0..cells.iter().map(Vec::len).max().unwrap_or(0) {
            let mut line = vec![(" ".repeat(MARGIN), Look::Plain)];
            for (cell, room) in cells.iter().zip(&widths).filter(|(_, room)| **room > 0) {
                let part = cell.get(at).cloned().unwrap_or_default();
                let blanks = (room + GAP).saturating_sub(long(&part));
                line.extend(part);
                add(&mut line, &" ".repeat(blanks), Look::Plain);
            }
            lines.push(line);
        }
    }
    lines
}

/// How wide each column is: as wide as it would be, where there is room; else what is narrow stays, and the others have
/// the rest in equal parts. `None` where that leaves too little.
fn shares(natural: &[usize], room: usize) -> Option<Vec<usize>> {
    let mut widths = natural.to_vec();
    let mut wide: Vec<usize> = (0..natural.len()).collect();
    let mut left = room;
    loop {
        if wide.iter().map(|at| natural[*at]).sum::<usize>() <= left {
            return Some(widths);
        }
        let share = left / wide.len();
        let Some(at) = wide.iter().position(|at| natural[*at] <= share) else {
            wide.iter().for_each(|at| widths[*at] = share);
            return (share >= NARROWEST).then_some(widths);
        };
        left -= natural[wide.remove(at)];
    }
}

/// A row without room for its columns: the first cell, and the others further in.
fn below_each_other(row: &[Line], room: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (at, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let indent = " ".repeat(if at == 0 { 0 } else { MARGIN });
        lines.extend(behind(&indent, &indent, wrapped(cell, room.saturating_sub(indent.len()).max(1))));
    }
    lines
}
