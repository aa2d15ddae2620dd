//! The sample team's script, `assets/demo/team.txt`, read with all its dates told from now. Its head says how it is
//! written.
//!
//! **Invariant:** there is the same to find on any weekday and at any hour: what a rule counts in working days, the
//! script tells in working days.

use std::sync::LazyLock;

use chrono::{Days, FixedOffset, NaiveTime, TimeDelta};
use sha2::{Digest, Sha256};
use toml::{Table, Value};
use uuid::{Builder, Uuid};

use crate::domain::calendar::{At, Day};
use crate::domain::handle;
use crate::domain::id::MemberId;
use crate::domain::spoken;
use crate::domain::week::Week;
use crate::packed::{packed, unpacked};
use crate::words::Language;

pub(super) static TEAM: LazyLock<String> = LazyLock::new(|| unpacked(packed!("demo/team.txt")));
/// What the team writes in Indonesian, by what it writes in English, packed. What both say alike is left out.
const INDONESIAN: &[u8] = packed!("demo/id.toml");

/// The script as it is played at a moment.
pub(super) struct Script {
    now: At,
    offset: FixedOffset,
    texts: Table,
}

/// Something that somebody did.
pub(super) struct Line {
    /// Its first line in the file.
    pub number: usize,
    pub at: At,
    pub who: MemberId,
    /// Whether they have not heard of what was written last.
    pub is_apart: bool,
    /// The id of what it adds, where the script speaks of it.
    pub makes: Option<Uuid>,
    /// What was typed after `setara`.
    pub words: Vec<String>,
}

impl Script {
    pub(super) fn new(now: At, offset: FixedOffset, language: Language) -> Script {
        // A year from either end of the calendar, so that all that the team did and means to do lies within it.
        let now = At(now.0.clamp(At::START.plus_days(366).0, At::LAST.plus_days(-366).0));
        Script { now, offset, texts: texts(language) }
    }

    /// All lines in the order of time; those of one moment as they stand. An error has the number of its line.
    pub(super) fn lines(&self) -> Result<Vec<Line>, (usize, String)> {
        let raw = raw_lines(&TEAM);
        let ids: Vec<(&str, Uuid)> = raw.iter().filter_map(|(_, line)| made(line)).collect();
        let mut lines = Vec::with_capacity(raw.len());
        for (number, line) in &raw {
            lines.push(self.line(*number, line, &ids).map_err(|why| (*number, why))?);
        }
        lines.sort_by_key(|line| line.at);
        Ok(lines)
    }

    pub(super) fn line(&self, number: usize, line: &str, ids: &[(&str, Uuid)]) -> Result<Line, String> {
        let mut words = words(line)?.into_iter();
        let mut next = || words.next().ok_or("a line needs a moment, a member and a command");
        let when = next()?.text;
        let at = match self.hours_ago(&when) {
            Some(at) => at,
            None => self.moment(&when, &next()?.text).ok_or_else(|| format!("{when} is no moment"))?,
        };
        let who = next()?.text;
        let (who, is_apart) = who.strip_suffix('~').map_or((who.as_str(), false), |who| (who, true));
        let member = format!("member:{}", who.to_lowercase());
        let who =
            ids.iter().find(|(known, _)| *known == member).ok_or_else(|| format!("nobody is {member}"))?;
        let who = MemberId(who.1);
        let mut words: Vec<Word> = words.collect();
        let makes = made(line).map(|(_, id)| id);
        if makes.is_some() {
            words.drain(..2);
        }
        let words = words.into_iter().map(|word| self.typed(word, ids)).collect::<Result<_, _>>()?;
        Ok(Line { number, at, who, is_apart, makes, words })
    }

    /// A word as it is typed: a text in the team's language, a name as the handle of what it names, a day as a date.
    fn typed(&self, word: Word, ids: &[(&str, Uuid)]) -> Result<String, String> {
        if word.is_quoted {
            let other = self.texts.get(&word.text).and_then(Value::as_str);
            return Ok(other.map_or(word.text, str::to_owned));
        }
        if let Some(name) = word.text.strip_prefix('@') {
            let named = ids.iter().find(|(known, _)| *known == name);
            return named.map(|(_, id)| handle::whole(*id)).ok_or_else(|| format!("nothing makes {name}"));
        }
        let day = self.day(&word.text).map(|day| day.clamp(At::START.day(), At::LAST.day()));
        Ok(day.map_or(word.text, |day| day.to_string()))
    }

    /// `-1h`.
    fn hours_ago(&self, text: &str) -> Option<At> {
        let hours: i64 = text.strip_prefix('-')?.strip_suffix('h')?.parse().ok()?;
        Some(At(self.now.0 - TimeDelta::hours(hours).num_milliseconds()))
    }

    /// A time of day on a day where the person is; not later than now.
    fn moment(&self, day: &str, time: &str) -> Option<At> {
        let time = NaiveTime::parse_from_str(time, "%H:%M").ok()?;
        let at: At = (self.day(day)?.and_time(time) - self.offset).and_utc().into();
        Some(at.min(self.now))
    }

    /// `-3d`, `+4wd`: so many days or working days from today.
    fn day(&self, text: &str) -> Option<Day> {
        let today = spoken::local_day(self.now, self.offset);
        let (is_past, count) = (text.starts_with('-'), text.strip_prefix(['-', '+'])?);
        Some(match (count.strip_suffix("wd"), count.strip_suffix('d')) {
            (Some(count), _) if is_past => {
                At::working_days_before(today, count.parse().ok()?, Week::default()).day()
            }
            (Some(count), _) => {
                At::start_of(today).plus_working_days(count.parse().ok()?, Week::default()).day()
            }
            (None, Some(count)) if is_past => today.checked_sub_days(Days::new(count.parse().ok()?))?,
            (None, Some(count)) => today.checked_add_days(Days::new(count.parse().ok()?))?,
            (None, None) => return None,
        })
    }
}

/// The team's texts in another language, by what they are in English.
pub(super) fn texts(language: Language) -> Table {
    match language {
        Language::English => Table::new(),
        Language::Indonesian => {
            unpacked(INDONESIAN).parse().expect("assets/demo/id.toml is TOML: a test reads it")
        }
    }
}

/// Behind so many blanks a line goes on with the one before.
const GOES_ON: &str = "        ";

/// What was done, each with the number of its first line.
pub(super) fn raw_lines(script: &str) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    for (n, line) in script.lines().enumerate() {
        match lines.last_mut() {
            _ if line.trim().is_empty() || line.starts_with('#') => {}
            Some((_, last)) if line.starts_with(GOES_ON) => {
                last.push(' ');
                last.push_str(line.trim());
            }
            _ => lines.push((n + 1, line.to_owned())),
        }
    }
    lines
}

/// What a line adds, by its name in the script, and its id: a version 8 UUID made from the name, and from the number
/// behind it, which chooses one with a handle that is nice to say.
pub(super) fn made(line: &str) -> Option<(&str, Uuid)> {
    let before = line.split_once(" = ")?.0;
    let name = before.split_whitespace().next_back().filter(|_| !before.contains('"'))?;
    let (name, salt) = name.split_once('/').map_or((name, None), |(name, salt)| (name, Some(salt)));
    let seed = salt.map_or_else(|| name.to_owned(), |salt| format!("{name} {salt}"));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&Sha256::digest(seed)[..16]);
    Some((name, Builder::from_custom_bytes(bytes).into_uuid()))
}

#[derive(Debug, PartialEq)]
pub(super) struct Word {
    pub text: String,
    /// Whether it stood in quotes: then it is a text that people read.
    pub is_quoted: bool,
}

/// The words of a line. In quotes, `\n` is a new line, and what else follows a backslash stands for itself.
pub(super) fn words(line: &str) -> Result<Vec<Word>, String> {
    let mut words = Vec::new();
    let mut rest = line.trim_start();
    while !rest.is_empty() {
        let Some(quoted) = rest.strip_prefix('"') else {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            words.push(Word { text: rest[..end].to_owned(), is_quoted: false });
            rest = rest[end..].trim_start();
            continue;
        };
        let (mut text, mut chars) = (String::new(), quoted.chars());
        loop {
            match chars.next().ok_or("a quote is open")? {
                '"' => break,
                '\\' => match chars.next().ok_or("a quote is open")? {
                    'n' => text.push('\n'),
                    other => text.push(other),
                },
                other => text.push(other),
            }
        }
        words.push(Word { text, is_quoted: true });
        rest = chars.as_str().trim_start();
    }
    Ok(words)
}
