//! What came of a meeting, for the team's chat: the outcome first.

use super::{Happened, Sort};
use crate::domain::calendar::At;
use crate::domain::id::MemberId;
use crate::domain::meeting::{How, Meeting};
use crate::domain::spoken;
use crate::domain::task::Part;
use crate::exchange::inert_markdown as inert;
use crate::session::{Error, Session};
use crate::words::words;

/// A member, and what they are called.
pub type Named = (MemberId, String);

/// What came of a meeting.
#[derive(Debug, Clone, PartialEq)]
pub struct Minutes {
    pub kind: &'static str,
    /// Its kind and day, as people say them.
    pub title: String,
    pub began: At,
    pub ended: Option<At>,
    /// What was done to tasks while it went on.
    pub happened: Happened,
    /// What was kept for later and not taken up, with whom it needs.
    pub topics: Vec<(String, Vec<String>)>,
    /// What a retro decided to do, with who leads it.
    pub actions: Vec<(String, Vec<String>)>,
    /// What it talked about, with its dots.
    pub talked: Vec<(String, u32)>,
    /// Who was there, by name, and who was asked and was not.
    pub present: Vec<Named>,
    pub absent: Vec<Named>,
    /// Who facilitates the next one.
    pub next: Option<Named>,
}

impl Session {
    /// What came of a meeting, or has come of it so far.
    pub fn minutes(&self, meeting: &Meeting) -> Result<Minutes, Error> {
        let began = meeting.origin.map_or(At::START, |origin| origin.at);
        let next = self.next_chair(meeting.kind)?;
        let with = meeting.topics.iter().flat_map(|topic| topic.with.iter().copied());
        let all = meeting.members().chain(with).chain(next).map(Into::into);
        let names = self.board().names(all)?;
        let name = |member| names.name(member).to_owned();
        let named = |member| (member, name(member));
        let mut present: Vec<Named> = meeting.present().map(named).collect();
        present.sort_by(|(_, a), (_, b)| a.cmp(b));
        let was_absent = |(member, how)| (how == How::Absent).then(|| named(member));
        let absent = meeting.heard().filter_map(was_absent).collect();
        let day = spoken::local_day(began, self.environment().offset_at(began));
        let mut actions = Vec::with_capacity(meeting.cards.actions.len());
        for acted in &meeting.cards.actions {
            if let Some(row) = self.board().task_row(acted.task)? {
                let claims = row.claims.into_iter().chain(row.last_claims);
                let leads = claims.filter(|claim| claim.part == Part::Lead).map(|claim| claim.name);
                actions.push((row.title, leads.collect()));
            }
        }
        let talked =
            meeting.cards.by_dots().iter().map(|group| (group.title.to_owned(), group.dots)).collect();
        Ok(Minutes {
            actions,
            talked,
            kind: meeting.kind.as_str(),
            title: words().minutes_title(meeting.kind.as_str(), spoken::date(day, self.today())),
            began,
            ended: meeting.ended,
            // A record of the same moment as the end belongs to it.
            happened: self.happened(began, meeting.ended.map(|end| At(end.0.saturating_add(1))))?,
            topics: meeting
                .parked()
                .map(|topic| (topic.text.clone(), topic.with.iter().copied().map(name).collect()))
                .collect(),
            present,
            absent,
            next: next.map(named),
        })
    }
}

impl Minutes {
    /// How long it took, in minutes; `None` while it goes on.
    pub fn minutes(&self) -> Option<i64> {
        self.ended.map(|ended| (ended.0.saturating_sub(self.began.0).max(1) + 59_999) / 60_000)
    }

    /// As Markdown: what came of it, what is left, who was there.
    pub fn markdown(&self) -> String {
        let words = words();
        let mut lines = vec![format!("## {}", self.title)];
        let section = |lines: &mut Vec<String>, title: String, items: Vec<String>| {
            if !items.is_empty() {
                lines.push(String::new());
                lines.push(format!("**{title}**"));
                lines.extend(items.into_iter().map(|item| format!("- {item}")));
            }
        };
        let actions = self.actions.iter().map(|(title, leads)| match leads.as_slice() {
            [] => inert(title),
            leads => format!("{} ({})", inert(title), inert(&leads.join(", "))),
        });
        section(&mut lines, words.retro_actions(), actions.collect());
        let talked = self.talked.iter().map(|(title, dots)| match dots {
            0 => inert(title),
            dots => format!("{} ({})", inert(title), words.retro_has_dots(*dots)),
        });
        section(&mut lines, words.retro_topics(), talked.collect());
        let outcome =
            [Sort::Claimed, Sort::HandedOver, Sort::Added, Sort::Blocked, Sort::Cleared, Sort::Done];
        for sort in outcome {
            let Some(part) = self.happened.parts.iter().find(|part| part.sort == sort) else { continue };
            let mut items: Vec<String> = part.told.iter().map(|entry| inert(entry.sentence())).collect();
            items.extend((part.more > 0).then(|| words.page_more(part.more)));
            section(&mut lines, words.meeting_sort(sort.as_str()), items);
        }
        let topics = self.topics.iter().map(|(text, with)| match with.as_slice() {
            [] => inert(text),
            with => format!("{} ({})", inert(text), inert(&with.join(", "))),
        });
        section(&mut lines, words.minutes_topics(), topics.collect());
        let mut foot = Vec::new();
        foot.push(words.minutes_present(names(&self.present)));
        if !self.absent.is_empty() {
            foot.push(words.minutes_absent(names(&self.absent)));
        }
        foot.extend(self.minutes().map(|minutes| words.minutes_took(minutes)));
        foot.extend(self.next.as_ref().map(|(_, next)| words.minutes_next(inert(next))));
        lines.push(String::new());
        lines.extend(foot.into_iter().map(|line| format!("{line}  ")));
        lines.join("\n").trim_end().to_owned() + "\n"
    }
}

fn names(members: &[Named]) -> String {
    let names: Vec<&str> = members.iter().map(|(_, name)| name.as_str()).collect();
    inert(&names.join(", "))
}
