//! Meetings that were held, by their kind and day.

use crate::domain::calendar::{At, Day};
use crate::domain::folding::folded;
use crate::domain::meeting::MeetingKind;
use crate::domain::spoken;
use crate::session::{Error, Session};
use crate::store::MeetingRow;
use crate::words::words;

/// So many of the latest are looked through for words that are not yet a whole day.
const LATEST: usize = 50;

/// A meeting that was held, or goes on, and what people call it: `Stand-up, Mon 23 Nov`.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    pub row: MeetingRow,
    pub title: String,
}

impl Session {
    /// Up to `most` meetings of a kind, the latest first.
    pub fn meetings_held(&self, kind: MeetingKind, most: usize) -> Result<Vec<Held>, Error> {
        let rows = self.board().meetings(kind, most)?;
        Ok(rows.into_iter().map(|row| self.held(row)).collect())
    }

    /// Up to `most` meetings that somebody means who types their kind, their day, or both: `stand-up`, `23 nov`, `retro
    /// yesterday`. The latest are found by the beginnings of their words, too.
    pub fn meetings_meant(&self, typed: &str, most: usize) -> Result<Vec<Held>, Error> {
        let mut found = Vec::new();
        for kind in MeetingKind::ALL {
            let name = folded(&words().meeting_kind(kind.as_str()));
            // The kind as it is called, as it is typed in a command, or none.
            let rest = [name.as_str(), kind.as_str()].into_iter().find_map(|name| {
                let typed = folded(typed);
                typed.strip_prefix(name).map(|rest| rest.trim_start_matches([',', ' ']).to_owned())
            });
            let day = spoken::parse_past_day(rest.as_deref().unwrap_or(typed), self.today());
            let rows = match day {
                Some(day) => {
                    let (from, until) = self.span(day);
                    self.board().meetings_held(kind, from, until, most)?
                }
                None => self.board().meetings(kind, LATEST)?,
            };
            let held = rows.into_iter().map(|row| self.held(row));
            found.extend(held.filter(|held| day.is_some() || held.fits(typed, kind)));
        }
        found.sort_by_key(|held| (std::cmp::Reverse(held.row.started), held.row.id));
        found.truncate(most);
        Ok(found)
    }

    /// From when to when it is that day where the person is.
    fn span(&self, day: Day) -> (At, At) {
        let begin = |day: Day| {
            let utc = At::start_of(day);
            let offset = self.environment().offset_at(utc).local_minus_utc();
            At(utc.0 - i64::from(offset) * 1_000)
        };
        (begin(day), day.succ_opt().map_or(At::NEVER, begin))
    }

    fn held(&self, row: MeetingRow) -> Held {
        let day = spoken::local_day(row.started, self.environment().offset_at(row.started));
        let title = words().minutes_title(row.kind.as_str(), spoken::date(day, self.today()));
        Held { row, title }
    }
}

impl Held {
    /// Whether each word that was typed is the beginning of one of its own.
    fn fits(&self, typed: &str, kind: MeetingKind) -> bool {
        let own = folded(&format!("{} {}", self.title, kind.as_str()));
        let begins = |word: &str| own.split([' ', ',']).any(|own| own.starts_with(word));
        let typed = folded(typed);
        let mut words = typed.split([' ', ',']).filter(|word| !word.is_empty()).peekable();
        words.peek().is_some() && words.all(begins)
    }
}
