//! Figures as Markdown: for a chat, a wiki, a repository.

use std::fmt::Write;

use super::{Report, Told};
use crate::exchange::markdown::inert;

pub(super) fn write(report: &Report) -> String {
    let mut text = format!("# {}\n\n{}\n\n{}\n", report.title, inert(&report.of), report.about);
    for figure in &report.figures {
        one(&mut text, figure);
    }
    text
}

fn one(text: &mut String, figure: &Told) {
    let _ = writeln!(text, "\n## {}\n", figure.title);
    for said in &figure.says {
        let _ = writeln!(text, "{}  ", inert(said));
    }
    let _ = writeln!(text, "{}\n\n*{}*", figure.basis, figure.definition);
    for chart in &figure.charts {
        let [what, n] = &chart.head;
        let _ = writeln!(text, "\n{}\n\n| {what} | {n} |\n|---|---:|", inert(&chart.label));
        for (what, n) in chart.rows() {
            let _ = writeln!(text, "| {} | {n} |", inert(&what).replace('|', "\\|"));
        }
    }
    if !figure.numbers.is_empty() {
        let _ = writeln!(text, "\n| | |\n|---|---:|");
        for (what, n) in &figure.numbers {
            let _ = writeln!(text, "| {} | {n} |", inert(what).replace('|', "\\|"));
        }
    }
}
