//! The way out of a finding about two of the same, or about several who lead one task: both side by side, what happened to
//! them last, and what can be done about it, each way with whom it asks.
//!
//! ```text
//! ┏ hir and nod look like the same work: Ayu and Budi lead them ━━━━━━━━━━━━━━━━━━ overlap ┓
//! ┃  hir  Sign the payment contract       nod  Signing the contract for payments           ┃
//! ┃  lead       Ayu, until 3 Dec          lead       Budi, until 9 Dec                     ┃
//! ┃  Ways out                                                                              ┃
//! ┃▸ Merge hir into nod; Ayu helps there                                                   ┃
//! ```
//!
//! It is gone with the finding: when what was found is so no more, or is answered.

mod ways;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::super::pane::in_words;
use super::sheet::{Length, Sheet};
use super::text::{Leads, Side, Text};
use super::{Met, Opening, Page, Reading, Still, Turned, enters, role, task};
use crate::domain::id::{SubjectId, SubjectRef};
use crate::domain::subject::Subject;
use crate::insight::Finding;
use crate::session::Error;
use crate::store::CurrentFinding;
use crate::tui::kit::cursor::{From, Step};
use crate::tui::kit::link::Placed;
use crate::tui::kit::overlay::wrap::Paragraph;
use crate::tui::kit::theme::Theme;
use crate::tui::shell::action::Run;
use crate::tui::shell::overview::Overview;
use crate::words::words;
use ways::Way;

pub use ways::of as ways;

/// So much of what happened to each is shown.
const LATEST: usize = 3;
/// The part of the page with the ways.
const WAYS: &str = "way";

/// The ways out of one finding on the whole screen.
pub struct WayOutPage {
    /// Its key.
    finding: String,
    ways: Vec<Way>,
    text: Text,
}

/// Opens the ways out of a finding.
pub fn of(finding: String) -> Opening {
    std::rc::Rc::new(move |reading| {
        let page = WayOutPage::read(reading, &finding)?;
        Ok(page.map(|page| Box::new(page) as Box<dyn Page>))
    })
}

/// Whether a finding is about things that can be laid side by side.
pub fn is_for(finding: &Finding) -> bool {
    !things(finding).is_empty()
}

/// The two things that it is about, or the one that several lead.
fn things(finding: &Finding) -> Vec<SubjectRef> {
    let facts = &finding.facts;
    match (facts.tasks.as_slice(), facts.roles.as_slice()) {
        ([one, other], []) => vec![(*one).into(), (*other).into()],
        ([], [one, other]) => vec![(*one).into(), (*other).into()],
        ([task], []) if finding.rule.as_str() == ways::SEVERAL_LEADS => vec![(*task).into()],
        _ => Vec::new(),
    }
}

impl WayOutPage {
    /// `None` where it holds no more, or is answered.
    fn read(reading: &Reading<'_>, key: &str) -> Result<Option<WayOutPage>, Error> {
        let session = reading.session;
        let found = session.board().findings_with_key(key, session.now(), session.today())?;
        let Some(held) = found.into_iter().find(|held| held.settled.is_none()) else { return Ok(None) };
        let things = things(&held.finding);
        let Some(first) = things.first() else { return Ok(None) };
        let both: Vec<Subject> = things
            .iter()
            .map(|thing| session.board().subject(thing.id))
            .collect::<Result<Vec<_>, _>>()?
            .into_iter()
            .flatten()
            .collect();
        let mentions: Vec<SubjectId> = both.iter().flat_map(mentions).collect();
        let mut sheet = Sheet::new(reading, Length::Folded, *first, mentions)?;
        for (it, side) in both.iter().zip([Side::Left, Side::Right]) {
            sheet.on(side);
            side_of(&mut sheet, it)?;
            if both.len() > 1 {
                sheet.latest(it.id(), LATEST)?;
            }
        }
        sheet.on(Side::Left);
        let ways = ways::of(session, &held.finding)?;
        list(&mut sheet, &ways);
        if let Some(before) = session.say_before(&held)? {
            sheet.gap();
            sheet.push(Paragraph::styled(before, sheet.theme.dim));
        }
        if things.len() == 1 {
            sheet.on(Side::Right);
            sheet.latest(first.id, 3 * LATEST)?;
        }
        let mut text = WayOutPage::text(reading, &held, sheet)?;
        text.begin_at(WAYS);
        Ok(Some(WayOutPage { finding: key.to_owned(), ways, text }))
    }

    fn text(reading: &Reading<'_>, held: &CurrentFinding, sheet: Sheet<'_>) -> Result<Text, Error> {
        let said = reading.session.say_finding(held)?;
        let kind = in_words::kind(held.finding.rule.kind());
        Ok(Text::new(said, kind, sheet.done(), None))
    }

    fn way(&self) -> Option<&Way> {
        match self.text.selected()?.leads {
            Leads::Choice(nth) => self.ways.get(nth),
            _ => None,
        }
    }
}

/// One of the things: what it is, and who answers for it.
fn side_of(sheet: &mut Sheet<'_>, it: &Subject) -> Result<(), Error> {
    match it {
        Subject::Task(it) => {
            sheet.heading(it.id.into(), sheet.thing(it.id));
            task::side(sheet, it)
        }
        Subject::Role(it) => {
            sheet.heading(it.id.into(), it.name().to_owned());
            role::side(sheet, it)
        }
        _ => Ok(()),
    }
}

fn mentions(it: &Subject) -> Vec<SubjectId> {
    match it {
        Subject::Task(it) => task::mentions(it),
        Subject::Role(it) => {
            it.holders.iter().map(|holding| holding.member.into()).chain([it.id.into()]).collect()
        }
        _ => Vec::new(),
    }
}

fn list(sheet: &mut Sheet<'_>, ways: &[Way]) {
    sheet.section(words().way_out_title());
    for (nth, way) in ways.iter().enumerate() {
        sheet.choice(WAYS, nth, |sheet| sheet.chosen(way.label(), way.asks()));
    }
}

impl Page for WayOutPage {
    fn selection(&self) -> Option<SubjectRef> {
        match self.text.selected()?.leads {
            Leads::To(subject) => Some(subject),
            _ => None,
        }
    }

    fn load(&mut self, reading: &Reading<'_>, _: From) -> Result<Still, Error> {
        let Some(mut again) = WayOutPage::read(reading, &self.finding)? else { return Ok(Still::Gone) };
        again.text.keep_place(&self.text);
        *self = again;
        Ok(Still::There)
    }

    fn step(&mut self, step: Step, area: Rect) -> Option<From> {
        self.text.step(step, area);
        None
    }

    fn arrange(&mut self, area: Rect, _: Rect) -> Option<From> {
        self.text.arrange(area);
        None
    }

    fn click(&mut self, at: Position, area: Rect) -> Met {
        self.text.click(at, area)
    }

    fn turn(&mut self, by: isize) -> Turned {
        self.text.turn(by)
    }

    fn enter(&self) -> Option<Run> {
        match (self.way(), self.selection()) {
            (Some(way), _) => Some(way.clone().taken(self.finding.clone())),
            (None, subject) => enters(subject?),
        }
    }

    fn enters(&self) -> Option<String> {
        self.way().map(|_| words().way_out_enters())
    }

    fn links(&self, area: Rect) -> Vec<Placed> {
        self.text.links(area)
    }

    fn text(&self) -> Option<Vec<String>> {
        Some(self.text.in_words())
    }

    fn view(&self, area: Rect, buf: &mut Buffer, _: &Overview, theme: &Theme) {
        self.text.view(area, buf, theme, &|_| false);
    }
}

#[cfg(test)]
mod tests;
