//! Figures as one page for a browser: charts are drawn in it, and nothing is loaded.
//!
//! Colours come from the person's light or dark, and carry no meaning: a bar is a bar. Under each chart stand its numbers.

use std::fmt::Write;

use super::{Chart, LEAST, Report, Shows, Told, short};
use crate::domain::calendar::Day;
use crate::domain::spoken;
use crate::inert::{Signs, inert};
use crate::words::words;

const STYLE: &str = include_str!("style.css");

/// The room of a chart.
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 150.0;
/// Above and below the bars: a number, and what it is of.
const ABOVE: f64 = 22.0;
const BELOW: f64 = 22.0;
/// Of one thing in a list, and where its bar begins and ends.
const ROW: f64 = 28.0;
const NAMES: f64 = 170.0;
const NUMBERS: f64 = 56.0;

pub(super) fn write(report: &Report) -> String {
    let (title, of) = (escaped(&report.title), escaped(&report.of));
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>{title}: {of}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>\n<p class=\"of\">{of}</p>\n\
         <p>{}</p>\n</header>\n<main>\n",
        report.language,
        escaped(&report.about),
    );
    report.figures.iter().for_each(|figure| one(&mut page, figure));
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

fn one(page: &mut String, figure: &Told) {
    let _ = writeln!(page, "<section id=\"{}\">\n<h2>{}</h2>", figure.name, escaped(&figure.title));
    for said in &figure.says {
        let _ = writeln!(page, "<p class=\"says\">{}</p>", escaped(said));
    }
    let _ = writeln!(page, "<p class=\"basis\">{}</p>", escaped(&figure.basis));
    for chart in &figure.charts {
        let label = escaped(&chart.label);
        let _ = writeln!(page, "<figure>\n<figcaption>{label}</figcaption>");
        drawn(page, chart, &label);
        page.push_str("</figure>\n");
    }
    numbers(page, figure);
    let _ = writeln!(page, "<p class=\"definition\">{}</p>\n</section>", escaped(&figure.definition));
}

/// What is drawn and said, in tables that open.
fn numbers(page: &mut String, figure: &Told) {
    if figure.charts.is_empty() && figure.numbers.is_empty() {
        return;
    }
    let _ = writeln!(page, "<details>\n<summary>{}</summary>", escaped(&words().figures_numbers()));
    for chart in &figure.charts {
        let _ = writeln!(page, "<table>\n<caption>{}</caption>", escaped(&chart.label));
        let [what, n] = &chart.head;
        let (what, n) = (escaped(what), escaped(n));
        let _ = writeln!(page, "<tr><th scope=\"col\">{what}</th><th scope=\"col\">{n}</th></tr>");
        rows(page, &chart.rows());
        page.push_str("</table>\n");
    }
    if !figure.numbers.is_empty() {
        page.push_str("<table>\n");
        rows(page, &figure.numbers);
        page.push_str("</table>\n");
    }
    page.push_str("</details>\n");
}

fn rows(page: &mut String, rows: &[(String, String)]) {
    for (what, n) in rows {
        let _ = writeln!(page, "<tr><th scope=\"row\">{}</th><td>{}</td></tr>", escaped(what), escaped(n));
    }
}

fn drawn(page: &mut String, chart: &Chart, label: &str) {
    let height = match &chart.shows {
        Shows::Counts(counts) => ROW * counts.len() as f64,
        Shows::Weeks(_) | Shows::Readings { .. } => HEIGHT,
    };
    let _ = writeln!(page, "<svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-label=\"{label}\">");
    match &chart.shows {
        Shows::Weeks(weeks) => columns(page, weeks),
        Shows::Counts(counts) => bars(page, counts),
        Shows::Readings { readings, target, today } => line(page, readings, *target, *today),
    }
    page.push_str("</svg>\n");
}

fn columns(page: &mut String, weeks: &[(Day, usize)]) {
    let most = weeks.iter().map(|(_, n)| *n).max().unwrap_or(0).max(LEAST) as f64;
    let (room, ground) = (HEIGHT - ABOVE - BELOW, HEIGHT - BELOW);
    let step = WIDTH / weeks.len().max(1) as f64;
    let width = (step * 0.62).min(60.0);
    for (i, (day, n)) in weeks.iter().enumerate() {
        let middle = step * (i as f64 + 0.5);
        let height = *n as f64 / most * room;
        let _ = writeln!(
            page,
            "<rect class=\"bar\" x=\"{:.1}\" y=\"{:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" rx=\"2\"/>\
             <text x=\"{middle:.1}\" y=\"{:.1}\" class=\"n\">{n}</text>\
             <text x=\"{middle:.1}\" y=\"{:.1}\" class=\"of\">{}</text>",
            middle - width / 2.0,
            ground - height,
            ground - height - 6.0,
            HEIGHT - 5.0,
            escaped(&short(*day)),
        );
    }
    ground_line(page, ground);
}

fn bars(page: &mut String, counts: &[(String, usize)]) {
    let most = counts.iter().map(|(_, n)| *n).max().unwrap_or(0).max(1) as f64;
    for (i, (what, n)) in counts.iter().enumerate() {
        let (top, width) = (ROW * i as f64, *n as f64 / most * (WIDTH - NAMES - NUMBERS));
        let _ = writeln!(
            page,
            "<text x=\"{:.1}\" y=\"{:.1}\" class=\"name\">{}</text>\
             <rect class=\"bar\" x=\"{NAMES}\" y=\"{:.1}\" width=\"{width:.1}\" height=\"16\" rx=\"2\"/>\
             <text x=\"{:.1}\" y=\"{:.1}\" class=\"count\">{n}</text>",
            NAMES - 12.0,
            top + 19.0,
            escaped(what),
            top + 6.0,
            NAMES + width + 8.0,
            top + 19.0,
        );
    }
}

/// Readings as a line that stands until the next, on to today; the target is a dashed one.
fn line(page: &mut String, readings: &[(Day, f64)], target: Option<f64>, today: Day) {
    let values = || readings.iter().map(|(_, value)| *value).chain(target).filter(|value| value.is_finite());
    let high = values().fold(f64::NEG_INFINITY, f64::max);
    let low = values().fold(f64::INFINITY, f64::min).min(0.0);
    let (Some((first, _)), true) = (readings.first(), high.is_finite()) else { return };
    let days = (today - *first).num_days().max(1) as f64;
    let (room, ground) = (HEIGHT - ABOVE - BELOW, HEIGHT - BELOW);
    // Halved first: the distance of two huge values may itself be no number.
    let part = |value: f64| (value / 2.0 - low / 2.0) / (high / 2.0 - low / 2.0);
    let y = |value: f64| {
        ground - Some(part(value)).filter(|part| part.is_finite()).unwrap_or(0.5).clamp(0.0, 1.0) * room
    };
    let x = |day: Day| 4.0 + (day - *first).num_days() as f64 / days * (WIDTH - 8.0);
    let mut path = String::new();
    for (day, value) in readings.iter().filter(|(_, value)| value.is_finite()) {
        let (x, y) = (x((*day).min(today)), y(*value));
        let _ = match path.is_empty() {
            true => write!(path, "M{x:.1} {y:.1}"),
            false => write!(path, "H{x:.1}V{y:.1}"),
        };
    }
    let _ = write!(path, "H{:.1}", WIDTH - 4.0);
    if let Some(target) = target.filter(|target| target.is_finite()) {
        let at = y(target);
        let _ = writeln!(
            page,
            "<path class=\"target\" d=\"M0 {at:.1}H{WIDTH}\"/>\
             <text x=\"0\" y=\"{:.1}\" class=\"first\">{} {}</text>",
            at - 6.0,
            escaped(&words().figures_target()),
            escaped(&spoken::number(target)),
        );
    }
    let _ = writeln!(
        page,
        "<path class=\"line\" d=\"{path}\"/><text x=\"0\" y=\"{0:.1}\" class=\"first\">{1}</text>\
         <text x=\"{WIDTH}\" y=\"{0:.1}\" class=\"last\">{2}</text>",
        HEIGHT - 5.0,
        escaped(&short(*first)),
        escaped(&short(today)),
    );
    ground_line(page, ground);
}

fn ground_line(page: &mut String, y: f64) {
    let _ = writeln!(page, "<path class=\"ground\" d=\"M0 {y:.1}H{WIDTH}\"/>");
}

/// A text without power over the page, nor over whoever reads its source in a terminal.
fn escaped(text: &str) -> String {
    let text = inert(text, Signs::UNICODE);
    let mut safe = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            sign => safe.push(sign),
        }
    }
    safe
}
