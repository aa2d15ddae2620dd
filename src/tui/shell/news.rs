//! What touches whoever is remembered here since they looked last: the line that says so until it is put away, and the
//! marks of what changed until that is looked at.
//!
//! ```text
//!  ▌ 5 things touch you since Thu 19 Nov 14:02 · M shows them, ; puts this away
//! ```
//!
//! It stands from the start or not at all, above the status row: nothing moves under a hand because of it. It is nobody
//! else's: while another acts at this screen, nothing of it shows.

use std::collections::BTreeSet;
use std::rc::Rc;

use ratatui::{buffer::Buffer, layout::Rect};

use super::action;
use super::app::App;
use super::desk::Effect;
use super::overview::Overview;
use super::tutor::strip;
use crate::domain::id::{SubjectId, SubjectRef};
use crate::domain::spoken;
use crate::session::{Session, Since};
use crate::tui::kit::draw;
use crate::tui::kit::marks::marks;
use crate::tui::kit::text;
use crate::words::words;

/// What is not looked at yet.
#[derive(Debug, Clone, Default)]
pub struct News {
    since: Option<Rc<Since>>,
    unseen: BTreeSet<SubjectId>,
    /// What is looked at now. Its mark goes when one goes on.
    looking: Option<SubjectId>,
    /// What is read on a page now.
    reading: Option<Rc<Since>>,
}

impl News {
    /// What there is to tell at the start. A file that cannot be read is told where somebody asks for it.
    pub fn read(session: &Session) -> News {
        let since = session.since_remembered().ok().flatten().filter(|since| !since.touches.is_empty());
        let about = since.iter().flat_map(|since| &since.touches).filter_map(|touch| touch.about);
        let unseen = about.map(|subject| subject.id).collect();
        News { since: since.map(Rc::new), unseen, ..News::default() }
    }

    /// Nothing more is to be said of it; what was.
    fn put_away(&mut self) -> Option<Rc<Since>> {
        self.unseen.clear();
        self.since.take()
    }

    /// Whether something changed there that was not looked at yet.
    pub fn marks(&self, subject: SubjectRef) -> bool {
        self.unseen.contains(&subject.id)
    }
}

impl Overview {
    /// What is to be told to who acts here now; nothing while another time is looked at.
    pub fn news(&self) -> Option<&News> {
        let news = Some(&self.news).filter(|_| self.past.is_none())?;
        news.since.as_ref().filter(|since| self.my_id() == Some(since.member)).map(|_| news)
    }
}

/// The rows of its line on a screen.
pub fn rows(app: &App, screen: Rect) -> u16 {
    let is_told = app.habits.tutor.is_none() && app.overview.news.reading.is_none();
    u16::from(is_told && screen.height >= LEAST && app.overview.news().is_some())
}

/// On fewer rows the board has them all.
const LEAST: u16 = 10;

pub fn view(app: &App, area: Rect, buf: &mut Buffer) {
    draw::clear(buf, area);
    let Some(since) = app.overview.news().and_then(|news| news.since.as_ref()) else { return };
    if area.is_empty() {
        return;
    }
    let (theme, y, right) = (&app.theme, area.y, area.right().saturating_sub(1));
    let room = |x: u16| right.saturating_sub(x);
    let x = draw::put(buf, area.x + 1, y, room(area.x + 1), marks().changed, theme.warn) + 1;
    let mut put = |x: u16, text: &str, style| {
        let line = strip::emphasized(text, style, theme).rows(usize::MAX);
        line.iter().fold(x, |x, line| draw::put_line(buf, x, y, room(x), line))
    };
    let [sentence, keys] = said(since, &app.overview, action::key_of);
    if text::width(&sentence) + 3 + text::width(&keys) > usize::from(room(x)) {
        put(x, &short(since, &app.overview), theme.text);
        return;
    }
    let [sentence, keys] = said(since, &app.overview, strip::marked);
    let x = put(x, &format!("{sentence} {} ", marks().dot), theme.text);
    put(x, &keys, theme.dim);
}

/// The line in words.
pub fn in_words(app: &App) -> Vec<String> {
    let since = app.overview.news().and_then(|news| news.since.as_ref());
    since.map(|since| said(since, &app.overview, action::key_of).to_vec()).unwrap_or_default()
}

fn said(since: &Since, overview: &Overview, key: fn(&str) -> String) -> [String; 2] {
    let (count, when) = (since.touches.len(), when(since, overview));
    let sentence = match since.more {
        false => words().since_line(count, when),
        true => words().since_line_more(count, when),
    };
    [sentence, words().since_line_keys(key("since.show"), key("since.away"))]
}

fn short(since: &Since, overview: &Overview) -> String {
    let (show, away) = (strip::marked("since.show"), strip::marked("since.away"));
    words().since_line_short(since.touches.len(), when(since, overview), show, away)
}

/// When they looked last.
pub fn when(since: &Since, overview: &Overview) -> String {
    let offset = overview.offset.unwrap_or_else(|| chrono::Offset::fix(&chrono::Utc));
    spoken::weekday_time(since.at, offset, overview.today)
}

/// Puts the line away, where there is one.
pub fn away(app: &App) -> Option<action::Run> {
    let news = app.overview.news()?;
    news.since.as_ref().filter(|_| news.reading.is_none())?;
    Some(Box::new(|app| app.overview.news.put_away().map(Effect::Looked).into_iter().collect()))
}

/// Follows what is looked at: whoever leaves the page that tells it has looked at all of it.
pub fn follow(app: &mut App) -> Option<Effect> {
    let reading = app.pages.iter().find_map(|page| page.since());
    let was_reading = std::mem::replace(&mut app.overview.news.reading, reading);
    if app.overview.news.reading.is_none()
        && let Some(since) = was_reading
    {
        app.overview.news.put_away();
        return Some(Effect::Looked(since));
    }
    if app.overview.news().is_some_and(|news| !news.unseen.is_empty()) {
        let body = app.frame(app.screen).body;
        let looking = app.top().shows(body).map(|subject| subject.id);
        let news = &mut app.overview.news;
        if news.looking != looking
            && let Some(seen) = std::mem::replace(&mut news.looking, looking)
        {
            news.unseen.remove(&seen);
        }
    }
    None
}
