//! Due days, review days and the times of meetings for a calendar (iCalendar, RFC 5545).
//!
//! A day of the board is a whole day, wherever the reader is; a meeting is a moment, written in UTC, each by itself: its
//! zone's rules are then known to everybody. The same thing keeps its UID, so that a calendar that reads the file again
//! moves it and adds nothing.
//!
//! **Invariant:** a line is at most 75 octets before its break, and no text of the board can begin another one.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::bundle::{Bundle, Task};
use super::export::live;
use crate::domain::calendar::At;
use crate::domain::meets::Sitting;
use crate::words::words;

/// So many octets a line has at most, without its break.
const LINE: usize = 75;

/// The calendar as of `now`, with the meetings that are ahead.
pub fn calendar(bundle: &Bundle, sittings: &[Sitting], now: At) -> String {
    let mut page = Page { text: String::new(), stamp: moment(now.to_utc()) };
    page.line("BEGIN", "VCALENDAR");
    page.line("VERSION", "2.0");
    page.line("PRODID", "-//setara//board//EN");
    page.line("CALSCALE", "GREGORIAN");
    if let Some(name) = &bundle.name {
        page.line("X-WR-CALNAME", &escaped(name));
    }
    for task in bundle.tasks.iter().filter(|task| !matches!(&*task.state, "done" | "dropped")) {
        if let Some(due) = task.due {
            let title = words().ical_due(&task.title);
            page.day(&format!("{}-due", task.key), due, &title, &leads(bundle, task));
        }
    }
    for goal in bundle.goals.iter().filter(|goal| matches!(&*goal.state, "proposed" | "active")) {
        if let Some(due) = goal.due {
            page.day(&format!("{}-due", goal.key), due, &words().ical_goal_due(&goal.title), "");
        }
        page.review(&goal.key, goal.review, &goal.title);
    }
    for role in bundle.roles.iter().filter(|role| role.state != "retired") {
        page.review(&role.key, role.review, &role.name);
        for holder in &role.holders {
            if let Some(term) = holder.term {
                let title = words().ical_term(name(bundle, &holder.member), &role.name);
                page.day(&format!("{}-{}-term", role.key, holder.member), term, &title, "");
            }
        }
    }
    for decision in bundle.decisions.iter().filter(|decision| decision.state == "adopted") {
        page.review(&decision.key, decision.review, &decision.title);
    }
    for agreement in &bundle.agreements {
        page.review(&agreement.key, agreement.review, &agreement.title);
    }
    let mut held: HashMap<String, usize> = HashMap::new();
    for sitting in sittings {
        let (from, until) = (moment(sitting.starts.to_utc()), moment(sitting.ends.to_utc()));
        let kind = sitting.kind.as_str();
        // Another time of the day does not make it another meeting; the second of one day is.
        let uid = format!("{kind}-{}", sitting.starts.to_utc().format("%Y%m%d"));
        let nth = held.entry(uid.clone()).and_modify(|nth| *nth += 1).or_insert(1);
        page.begin(&if *nth == 1 { uid } else { format!("{uid}-{nth}") });
        page.line("DTSTART", &from);
        page.line("DTEND", &until);
        page.line("SUMMARY", &escaped(&words().meeting_kind(kind)));
        page.line("END", "VEVENT");
    }
    page.line("END", "VCALENDAR");
    page.text
}

struct Page {
    text: String,
    /// When the file is made.
    stamp: String,
}

impl Page {
    fn review(&mut self, key: &str, day: Option<NaiveDate>, what: &str) {
        if let Some(day) = day {
            self.day(&format!("{key}-review"), day, &words().ical_review(what), "");
        }
    }

    /// Something of a whole day, on which nobody is busy because of it. It ends before the next one begins.
    fn day(&mut self, uid: &str, day: NaiveDate, title: &str, about: &str) {
        self.begin(uid);
        self.line("DTSTART;VALUE=DATE", &day.format("%Y%m%d").to_string());
        if let Some(next) = day.succ_opt() {
            self.line("DTEND;VALUE=DATE", &next.format("%Y%m%d").to_string());
        }
        self.line("SUMMARY", &escaped(title));
        if !about.is_empty() {
            self.line("DESCRIPTION", &escaped(about));
        }
        self.line("TRANSP", "TRANSPARENT");
        self.line("END", "VEVENT");
    }

    fn begin(&mut self, uid: &str) {
        self.line("BEGIN", "VEVENT");
        self.line("UID", &escaped(&format!("{uid}@setara")));
        let stamp = self.stamp.clone();
        self.line("DTSTAMP", &stamp);
    }

    /// A property, folded: what goes on begins with a blank, and no character is cut.
    fn line(&mut self, name: &str, value: &str) {
        let mut room = LINE;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if c.len_utf8() > room {
                self.text.push_str("\r\n ");
                room = LINE - 1;
            }
            self.text.push(c);
            room -= c.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

fn moment(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// A text as the format has it. What steers a terminal or turns the direction of a row says nothing in a calendar.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut last = ' ';
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            // A break of two characters is one.
            '\n' if last == '\r' => {}
            '\n' | '\r' => out.push_str("\\n"),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            c if c.is_control() && c != '\t' => {}
            c => out.push(c),
        }
        last = c;
    }
    out
}

fn name<'b>(bundle: &'b Bundle, key: &'b str) -> &'b str {
    bundle.members.iter().find(|member| member.key == key).map_or(key, |member| &member.name)
}

fn leads(bundle: &Bundle, task: &Task) -> String {
    let leads: Vec<&str> = live(task, "lead").map(|key| name(bundle, key)).collect();
    if leads.is_empty() { words().ical_nobody() } else { words().ical_leads(leads.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::meeting::MeetingKind;
    use crate::exchange::bundle::{Claim, Goal, Member};

    fn at(text: &str) -> At {
        text.parse::<DateTime<Utc>>().unwrap().into()
    }

    fn board(title: &str) -> Bundle {
        let due = NaiveDate::from_ymd_opt(2026, 12, 31);
        let task = |key: &str, state: &str| Task {
            key: key.into(),
            title: title.into(),
            state: state.into(),
            due,
            claims: vec![Claim { member: "m".into(), part: "lead".into(), ..Claim::default() }],
            ..Task::default()
        };
        Bundle {
            members: vec![Member { key: "m".into(), name: "Ayu".into(), ..Member::default() }],
            goals: vec![Goal {
                key: "g".into(),
                title: "Open".into(),
                state: "active".into(),
                review: due,
                ..Goal::default()
            }],
            tasks: vec![task("t", "doing"), task("u", "done")],
            ..Bundle::default()
        }
    }

    #[test]
    fn a_calendar_has_days_reviews_and_meetings() {
        let sitting = Sitting {
            kind: MeetingKind::Standup,
            starts: at("2026-12-01T02:15:00Z"),
            ends: at("2026-12-01T02:30:00Z"),
        };
        let later =
            Sitting { starts: at("2026-12-01T09:15:00Z"), ends: at("2026-12-01T09:30:00Z"), ..sitting };
        let text =
            calendar(&board("Sign; the \"lease\", now"), &[sitting, later], at("2026-11-30T08:00:00Z"));
        let due = "BEGIN:VEVENT\r\nUID:t-due@setara\r\nDTSTAMP:20261130T080000Z\r\nDTSTART;VALUE=DATE:20261231\r\n\
            DTEND;VALUE=DATE:20270101\r\nSUMMARY:Due: Sign\\; the \"lease\"\\, now\r\nDESCRIPTION:Lead: Ayu\r\n\
            TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n";
        assert!(text.contains(due), "{text}");
        assert!(text.contains("UID:g-review@setara\r\n"), "{text}");
        assert!(text.contains("DTSTART:20261201T021500Z\r\nDTEND:20261201T023000Z\r\n"), "{text}");
        assert!(
            text.contains("UID:standup-20261201@setara\r\n")
                && text.contains("UID:standup-20261201-2@setara\r\n")
        );
        assert!(!text.contains("UID:u-due"), "what is done is due no more");
        assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
    }

    #[test]
    fn no_text_breaks_out_of_its_line() {
        let title = format!("a\r\nEND:VEVENT\u{1b}[2J {}", "値札".repeat(60));
        let text = calendar(&board(&title), &[], At(0));
        assert_eq!(text.matches("\r\nEND:VEVENT\r\n").count(), 2);
        for line in text.split("\r\n") {
            assert!(line.len() <= LINE, "{line}");
            assert!(!line.contains(char::is_control), "{line:?}");
        }
        let unfolded = text.replace("\r\n ", "");
        assert!(unfolded.contains(&"値札".repeat(60)), "nothing is lost by it");
    }
}
