//! Figures over time for reading elsewhere: as a page for a browser, or as Markdown.
//!
//! `session` says each in words and numbers; what is written here only lays them out. **Invariant:** texts of the board are
//! inert in both, and the page is one file that runs nothing and asks nobody for anything.

mod html;
mod markdown;

use crate::domain::calendar::Day;
use crate::domain::spoken;
use crate::words::words;

/// Columns are as high as this many at least, lest one looks like a mountain.
pub const LEAST: usize = 4;

/// All figures, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The language that it is in, as `en`.
    pub language: &'static str,
    pub title: String,
    /// Of which team, and when.
    pub of: String,
    pub about: String,
    pub figures: Vec<Told>,
}

/// A figure in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// The word that tells it from the others.
    pub name: &'static str,
    pub title: String,
    /// What it says, or why it says nothing.
    pub says: Vec<String>,
    /// How much is behind it, and from when.
    pub basis: String,
    pub definition: String,
    pub charts: Vec<Chart>,
    /// What it says in numbers, each with its name, besides those of the charts.
    pub numbers: Vec<(String, String)>,
}

/// A chart, and what stands over the numbers that it shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    pub label: String,
    pub head: [String; 2],
    pub shows: Shows,
}

/// What a chart shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Shows {
    /// A number for each of several weeks, by their Mondays.
    Weeks(Vec<(Day, usize)>),
    /// A number for each of several things.
    Counts(Vec<(String, usize)>),
    /// Readings in the order of their days, and where they should go.
    Readings { readings: Vec<(Day, f64)>, target: Option<f64>, today: Day },
}

impl Report {
    /// As one HTML file.
    pub fn html(&self) -> String {
        html::write(self)
    }

    pub fn markdown(&self) -> String {
        markdown::write(self)
    }
}

impl Chart {
    /// The numbers, each behind what it is of.
    pub fn rows(&self) -> Vec<(String, String)> {
        match &self.shows {
            Shows::Weeks(weeks) => weeks.iter().map(|(day, n)| (short(*day), n.to_string())).collect(),
            Shows::Counts(counts) => counts.iter().map(|(what, n)| (what.clone(), n.to_string())).collect(),
            Shows::Readings { readings, .. } => {
                readings.iter().map(|(day, value)| (day.to_string(), spoken::number(*value))).collect()
            }
        }
    }
}

/// A day without its weekday and year: `2 Nov`.
pub fn short(day: Day) -> String {
    use chrono::Datelike;
    words().figures_day(day.day(), words().times_month(day.month()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// A report whose texts are from somebody who wants more than to be read.
    fn hostile() -> Report {
        let evil =
            "</svg><script>alert(1)</script> \"' & [x](http://example.org) \u{202e}\u{1b}[2J".to_owned();
        Report {
            language: "en",
            title: "Figures over time".into(),
            of: evil.clone(),
            about: "About".into(),
            figures: vec![Told {
                name: "goals",
                title: "Goals".into(),
                says: vec![evil.clone()],
                basis: "2 readings".into(),
                definition: "What it is.".into(),
                charts: vec![
                    Chart {
                        label: evil.clone(),
                        head: ["day".into(), "value".into()],
                        shows: Shows::Readings {
                            readings: vec![(day("2026-11-02"), 3.5), (day("2026-11-09"), 6.0)],
                            target: Some(20.0),
                            today: day("2026-11-21"),
                        },
                    },
                    Chart {
                        label: "Weeks".into(),
                        head: ["week".into(), "tasks".into()],
                        shows: Shows::Weeks(vec![(day("2026-11-02"), 3), (day("2026-11-09"), 0)]),
                    },
                    Chart {
                        label: "Ends".into(),
                        head: ["how".into(), "claims".into()],
                        shows: Shows::Counts(vec![(evil, 7), ("quiet".into(), 0)]),
                    },
                ],
                numbers: vec![("half".into(), "3 d".into())],
            }],
        }
    }

    #[test]
    fn the_page_runs_nothing_and_asks_nobody() {
        let page = hostile().html();
        for never in ["<script", "http:", "https:", "url(", "@import", "src=", "href=", "\u{1b}", "\u{202e}"]
        {
            // The address is somebody's text, and leads nowhere.
            let page = page.replace("http://example.org", "");
            assert!(!page.contains(never), "{never} in\n{page}");
        }
        assert!(page.contains("&lt;/svg&gt;&lt;script&gt;"), "{page}");
        assert!(page.contains("prefers-color-scheme: dark"));
        assert!(!page.contains("NaN") && !page.contains("inf"), "{page}");
    }

    #[test]
    fn the_numbers_stand_under_each_chart() {
        let page = hostile().html();
        for cell in ["<td>3.5</td>", "<td>7</td>", "<td>0</td>", "<th scope=\"row\">2 Nov</th><td>3</td>"] {
            assert!(page.contains(cell), "{cell} in\n{page}");
        }
        let text = hostile().markdown();
        assert!(text.contains("| 2 Nov | 3 |") && text.contains("| half | 3 d |"), "{text}");
    }

    #[test]
    fn markdown_opens_nothing() {
        let text = hostile().markdown();
        for never in ["<script", "[x](", "\u{1b}", "\u{202e}"] {
            assert!(!text.contains(never), "{never} in\n{text}");
        }
    }
}
