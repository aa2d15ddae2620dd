//! The first row: the program, the team, who acts, and the time.

use ratatui::{buffer::Buffer, layout::Rect};

use super::action;
use super::overview::Overview;
use crate::domain::spoken;
use crate::tui::kit::marks::marks;
use crate::tui::kit::theme::Theme;
use crate::tui::kit::{draw, text};
use crate::words::words;

/// `setara  Warung Kode                     ayu ▾      Sat 21 Nov 09:31`
pub fn view(overview: &Overview, area: Rect, buf: &mut Buffer, theme: &Theme) {
    draw::clear(buf, area);
    if area.width < 4 {
        return;
    }
    let mut right = area.right() - 1;
    if overview.is_test {
        right = test(area, buf, theme).saturating_sub(3);
    }
    let team = text::width(&text::cut(&overview.team, 24)) as u16;
    // Whether it found room.
    let mut before = |words: &str, style, gap: u16| {
        let columns = text::width(words) as u16;
        // The team's name has the first right to the room.
        let has_room = right > area.x + columns + 10 + team;
        if has_room {
            right = draw::put_right(buf, right, area.y, columns, words, style).saturating_sub(gap);
        }
        has_room
    };
    // The banner says the time where it is another.
    if let Some(offset) = overview.offset.filter(|_| overview.past.is_none()) {
        before(&spoken::weekday_time(overview.now, offset, overview.today), theme.dim, 3);
    }
    let me = match &overview.me {
        Some((_, name)) => format!("{} {}", text::cut(name, 24), marks().down),
        None => words().scr_nobody_yet(),
    };
    before(&me, theme.accent, 3);
    if overview.awaited > 0 {
        let key = action::key_of("screen.decisions");
        let _ = before(&words().decisions_await(overview.awaited, &key), theme.warn, 3)
            || before(&words().decisions_await_short(&key), theme.warn, 3);
    }
    for going in overview.meetings.iter().filter(|going| !going.is_forgotten) {
        let key = action::key_of("meeting.standup");
        before(&words().meeting_goes_on(going.kind.as_str(), key), theme.accent, 3);
    }
    if let Some(soon) = &overview.soon {
        let kind = soon.kind.as_str();
        let key = action::key_of(&format!("meeting.{kind}"));
        let left = soon.minutes_left(overview.now);
        let _ = before(&words().meeting_soon(kind, left, &key), theme.accent, 3)
            || before(&words().meeting_soon_short(kind, left, &key), theme.accent, 3);
    }
    if overview.read_only {
        before(&words().scr_read_only(), theme.warn, 3);
    }
    let x = draw::put(buf, area.x + 1, area.y, right.saturating_sub(area.x + 1), "setara", theme.dim);
    draw::put(buf, x + 2, area.y, right.saturating_sub(x + 2), &overview.team, theme.title);
}

/// A word at the end of the row, before all else that wants to stand there: the time or the ids are not the real ones.
/// Gives where it begins.
pub fn test(area: Rect, buf: &mut Buffer, theme: &Theme) -> u16 {
    let word = words().scr_test();
    let columns = (text::width(&word) as u16).min(area.width.saturating_sub(1));
    draw::put_right(buf, area.right().saturating_sub(1), area.y, columns, &word, theme.alert)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::At;
    use crate::domain::meeting::MeetingKind;
    use crate::domain::meets::Sitting;
    use crate::tui::testing::{rows, world};

    #[test]
    fn a_meeting_is_announced_and_due() {
        // Which gives the keys.
        world("header");
        let at = |text: &str| At::from(text.parse::<chrono::DateTime<chrono::Utc>>().unwrap());
        let starts = at("2026-11-23T02:15:00Z");
        let soon = Sitting { kind: MeetingKind::Standup, starts, ends: At(starts.0 + 900_000) };
        let drawn = |now: &str, width| {
            let overview = Overview {
                team: "Warung Kode".into(),
                now: at(now),
                soon: Some(soon),
                ..Overview::default()
            };
            let area = Rect::new(0, 0, width, 1);
            let mut buf = Buffer::empty(area);
            view(&overview, area, &mut buf, &Theme::mono());
            rows(&buf).join("")
        };
        let (row, narrow) = (|now| drawn(now, 80), |now| drawn(now, 56));
        assert!(
            row("2026-11-23T02:03:20Z").contains("stand-up in 12 minutes: s "),
            "{}",
            row("2026-11-23T02:03:20Z")
        );
        assert!(row("2026-11-23T02:14:20Z").contains("stand-up in 1 minute: s "));
        assert!(row("2026-11-23T02:20:00Z").contains("stand-up now: s "));
        assert!(narrow("2026-11-23T02:03:20Z").contains(" stand-up 12 min: s "));
    }

    #[test]
    fn a_world_that_is_fixed_for_tests_says_so_at_every_width() {
        for width in 1..120 {
            let row = |is_test| {
                let overview = Overview { team: "Warung Kode".into(), is_test, ..Overview::default() };
                let area = Rect::new(0, 0, width, 1);
                let mut buf = Buffer::empty(area);
                view(&overview, area, &mut buf, &Theme::mono());
                rows(&buf).join("")
            };
            assert_eq!(row(true).contains("TEST MODE"), width >= 10, "{width}: {}", row(true));
            assert!(!row(false).contains("TEST"), "{}", row(false));
        }
    }
}
