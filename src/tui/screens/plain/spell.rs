//! What is drawn, as it can be heard: marks as words, columns as commas, and no lines around anything.

use std::sync::OnceLock;

use ratatui::{buffer::Buffer, layout::Rect};

use crate::inert::{Signs, inert};
use crate::tui::kit::marks::UNICODE;
use crate::tui::kit::theme::Theme;
use crate::tui::shell::overview::Overview;
use crate::tui::shell::page::Page;
use crate::words::words;

/// How wide what is drawn may be: no terminal cuts it.
const WIDTH: u16 = 200;
const HEIGHT: u16 = 60;

/// One line of text that cannot steer anything.
pub fn line(text: &str) -> String {
    tidied(&inert(&spelled(text), Signs::UNICODE))
}

/// One blank between words, and none before a comma.
fn tidied(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace(" ,", ",").replace(":,", ":").trim_start_matches(", ").to_owned()
}

/// A page, line by line; its title first.
pub fn page(page: &dyn Page, overview: &Overview, theme: &Theme) -> Vec<String> {
    match page.text() {
        Some(text) => text.iter().map(|text| columns(text)).filter(|text| !text.is_empty()).collect(),
        None => drawn(page, overview, theme)
            .iter()
            .map(|row| columns(row))
            .filter(|row| !row.is_empty())
            .collect(),
    }
}

/// The row of a page that the keys act on, where it is a list.
pub fn selected(page: &dyn Page, overview: &Overview, theme: &Theme) -> Option<String> {
    let rows = if page.text().is_none() { drawn(page, overview, theme) } else { Vec::new() };
    let row = rows.into_iter().find(|row| row.contains(UNICODE.selected)).map(|row| columns(&row));
    match (row, page.detail(overview, Rect::new(0, 0, WIDTH, HEIGHT)).map(|detail| line(&detail))) {
        (Some(row), Some(detail)) if !row.contains(&detail) => Some(format!("{row}; {detail}")),
        (None, detail) => detail,
        (row, _) => row,
    }
}

fn drawn(page: &dyn Page, overview: &Overview, theme: &Theme) -> Vec<String> {
    let mut buf = Buffer::empty(Rect::new(0, 0, WIDTH, HEIGHT));
    page.view(buf.area, &mut buf, overview, theme);
    let rows = buf.content.chunks(WIDTH.into());
    rows.map(|row| row.iter().map(|cell| cell.symbol()).collect()).collect()
}

/// Columns stand apart by blanks, and are heard apart by commas.
fn columns(row: &str) -> String {
    let spelled = spelled(row);
    let parts = spelled.split("  ").map(|part| part.trim().trim_matches(',').trim());
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    tidied(&inert(&parts.join(", "), Signs::UNICODE))
}

/// Marks as words. A sign that only draws becomes blanks.
fn spelled(text: &str) -> String {
    let mut said = String::with_capacity(text.len());
    for c in text.chars() {
        let mut sign = [0; 4];
        let sign: &str = c.encode_utf8(&mut sign);
        match drawing().contains(&sign) {
            // Two blanks: what a line divides is heard apart.
            true => said.push_str("  "),
            false => match word(sign) {
                Some(word) => {
                    said.push_str(&word);
                    said.push(' ');
                }
                None => said.push(c),
            },
        }
    }
    said
}

fn word(sign: &str) -> Option<String> {
    let words = words();
    let m = &UNICODE;
    Some(match sign {
        _ if sign == m.blocked => words.plain_blocked(),
        _ if sign == m.overlap => words.plain_overlap() + ":",
        _ if sign == m.gap => words.plain_gap() + ":",
        _ if sign == m.tension => words.kind("tension") + ":",
        _ if sign == m.agreement => words.kind("agreement") + ":",
        _ if sign == m.stale => words.plain_stale() + ":",
        _ if sign == m.load => words.plain_load() + ":",
        _ if sign == m.done => words.phrase_state_done(),
        _ if sign == m.star => words.plain_goal_long() + ":",
        _ if sign == m.partly => words.plain_partly() + ":",
        _ if sign == m.vacant => words.plain_box_open(),
        _ if sign == m.dot => ",".to_owned(),
        _ if sign == m.ellipsis => "...".to_owned(),
        "☐" => words.plain_box_open(),
        "☑" | "☒" => words.phrase_state_done(),
        "↑" => words.plain_key_up(),
        "↓" => words.plain_key_down(),
        "←" => words.plain_key_left(),
        "→" => words.plain_key_right(),
        _ => return None,
    })
}

/// The signs that say nothing: borders, bars, trees, quotes, the mark of the selected row.
fn drawing() -> &'static [&'static str] {
    static SIGNS: OnceLock<Vec<&'static str>> = OnceLock::new();
    SIGNS.get_or_init(|| {
        let m = &UNICODE;
        let mut signs = vec![m.selected, m.clear, m.down, m.reached, m.left];
        signs.extend(m.heights.iter().chain(&m.quotes).chain(&m.tree));
        for frame in [&m.frame, &m.strong] {
            signs.extend(frame.corners.iter().chain([&frame.across, &frame.down]));
        }
        signs.extend(["╰", "╯", "╭", "╮", "┬", "┴", "┤", "├", "┼", "•", "⣀", "─", "╌", "┄"]);
        signs
    })
}
