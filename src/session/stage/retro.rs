//! A retro on the stage: a function a step.
//!
//! **Invariant:** of what is hidden it knows how many people are ready and how many voted: neither cards nor how many of them
//! there are, neither dots nor whose.

use super::rows::{READ, fitting, more, nothing};
use super::{Going, Stage, columns};
use crate::domain::meeting::{CardId, Group, Meeting, Place};
use crate::insight::panel::{Bar, Body, Mark, Panel, ROWS, Row, Shown};
use crate::session::Error;
use crate::words::words;

/// What became of what the last one decided to do.
pub fn last(stage: &Stage<'_>, at: &Going<'_>, place: Place) -> Result<Panel, Error> {
    let tasks = stage.session.last_actions(at.meeting)?;
    let (rows, rest) = stage.tasks(&tasks, words().retro_no_last())?;
    at.panel(stage, place, Body::Rows(rows), rest)
}

/// That everybody writes, how long still, and how many have written all.
pub fn gather(stage: &Stage<'_>, at: &Going<'_>, place: Place) -> Result<Panel, Error> {
    let cards = &at.meeting.cards;
    let under = vec![columns::card_columns(at.meeting)];
    if !cards.are_hidden() {
        return at.panel(stage, place, Body::Clock { under }, None);
    }
    let ready = stage.session.gathered(at.meeting)?.ready.len();
    let present = at.meeting.present().count().max(ready);
    let far = columns::said(words().stage_ready(ready, present));
    let mut panel = at.panel(stage, place, Body::Clock { under }, Some(far))?;
    panel.next = vec![columns::said(words().stage_reveal())];
    Ok(panel)
}

/// What was written, column by column: as many panels as it takes.
pub fn group(stage: &Stage<'_>, at: &Going<'_>, place: Place) -> Result<Vec<Panel>, Error> {
    let cards = &at.meeting.cards;
    let groups = cards.groups();
    let mut panels = Vec::new();
    for column in 0..cards.columns.len() {
        let of_column = groups
            .iter()
            .filter(|group| group.cards.first().is_some_and(|card| card.column as usize == column));
        let rows: Vec<Row> = of_column
            .map(|group| {
                let count =
                    (group.cards.len() > 1).then(|| columns::said(words().stage_cards(group.cards.len())));
                Row::strong(Mark::Point, columns::topic_title(group)).beside(count)
            })
            .collect();
        for rows in rows.chunks(ROWS) {
            let mut panel = at.panel(stage, place, Body::Rows(rows.to_vec()), None)?;
            panel.now.push(columns::card_column(at.meeting, column));
            panels.push(panel);
        }
    }
    at.paged(stage, place, panels)
}

/// How many voted; once they were counted, the sums.
pub fn dots(stage: &Stage<'_>, at: &Going<'_>, place: Place) -> Result<Vec<Panel>, Error> {
    let cards = &at.meeting.cards;
    let (groups, voted) = match cards.is_counted() {
        true => (cards.by_dots(), cards.voters() as usize),
        false => (cards.groups(), stage.session.gathered(at.meeting)?.voted.len()),
    };
    let present = at.meeting.present().count().max(voted);
    let most = groups.iter().map(|group| group.dots as usize).max().unwrap_or(0);
    let row = |group: &Group<'_>| {
        let row = Row::strong(Mark::None, columns::topic_title(group));
        match cards.is_counted() {
            true => row.measured(Some(Bar::Count { n: group.dots as usize, most })),
            false => Row { mark: Mark::Point, ..row },
        }
    };
    let rows: Vec<Row> = groups.iter().map(row).collect();
    let mut panels = Vec::new();
    for rows in rows.chunks(ROWS) {
        panels.push(at.panel(stage, place, Body::Rows(rows.to_vec()), None)?);
    }
    let mut panels = at.paged(stage, place, panels)?;
    for panel in &mut panels {
        panel.now.insert(1, columns::said(words().stage_voted(voted, present)));
    }
    Ok(panels)
}

/// What is talked about, and what was written of it.
pub fn talk(stage: &Stage<'_>, at: &Going<'_>, place: Place) -> Result<Panel, Error> {
    let Some(topic) = place.topic.and_then(|topic| at.meeting.cards.group_of(topic)) else {
        return at.panel(stage, place, Body::Rows(nothing(words().retro_nothing_to_talk())), None);
    };
    let dots = (topic.dots > 0).then(|| columns::said(words().retro_has_dots(topic.dots)));
    let mut rows = vec![Row::strong(Mark::Point, columns::topic_title(&topic)).beside(dots)];
    rows.extend(columns::other_cards(&topic).into_iter().take(ROWS - 1).map(Row::under));
    let rest = at.meeting.not_reached().len();
    let far = (rest > 0).then(|| columns::said(words().stage_topics_left(rest)));
    at.panel(stage, place, Body::Rows(rows), far)
}

/// What comes after a topic, with the minutes that are its share.
pub fn coming(meeting: &Meeting, topic: CardId) -> Shown {
    let minutes = meeting.time_box(Place::topic(topic)).map_or(0, |seconds| seconds.div_ceil(60));
    match meeting.cards.group_of(topic) {
        Some(group) => columns::topic_in_minutes(&group, minutes),
        None => columns::said(words().meeting_next_end()),
    }
}

/// What the team does about it, and who does.
pub fn act(stage: &Stage<'_>, at: &Going<'_>, place: Place) -> Result<Panel, Error> {
    let tasks: Vec<_> = at.meeting.cards.actions.iter().map(|acted| acted.task).collect();
    let (rows, rest) = stage.tasks(&tasks, words().stage_no_actions())?;
    at.panel(stage, place, Body::Rows(rows), rest)
}

/// Who was thanked for what since it began.
pub fn thanks(stage: &Stage<'_>, at: &Going<'_>, place: Place) -> Result<Panel, Error> {
    let began = at.meeting.origin.map_or(stage.now, |origin| origin.at);
    let given = stage.session.board().thanks_since(began, READ)?;
    let mut groups = Vec::new();
    for (thanks, to) in &given {
        let named = to.iter().chain([&thanks.by]).map(|member| (*member).into());
        let names = stage.session.board().names(named)?;
        groups.push(vec![Row::strong(Mark::LongGoal, columns::thanks(&names, thanks, to))]);
    }
    let (mut rows, shown) = fitting(groups);
    if rows.is_empty() {
        rows = nothing(words().retro_no_thanks());
    }
    at.panel(stage, place, Body::Rows(rows), more(given.len(), shown))
}

impl Going<'_> {
    /// Panels of one step with which of how many each is; where there is none, one that says so.
    fn paged(&self, stage: &Stage<'_>, place: Place, mut panels: Vec<Panel>) -> Result<Vec<Panel>, Error> {
        if panels.is_empty() {
            let said = match self.meeting.cards.are_hidden() {
                true => words().stage_still_hidden(),
                false => words().retro_no_cards(),
            };
            panels.push(self.panel(stage, place, Body::Rows(nothing(said)), None)?);
        }
        let count = panels.len();
        for (n, panel) in panels.iter_mut().enumerate().filter(|_| count > 1) {
            panel.far = Some(columns::said(words().meeting_far(n + 1, count)));
        }
        Ok(panels)
    }
}
