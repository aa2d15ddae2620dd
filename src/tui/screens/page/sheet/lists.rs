//! Lists of what the board holds: tasks, what stops them, findings, what happened. Each line leads to its thing.

use super::super::super::{kinds, pane};
use super::super::decisions;
use super::super::text::{Acts, Key, Of};
use super::{AGE, Sheet, TITLE, beginning};
use crate::domain::calendar::At;
use crate::domain::id::{MemberId, SubjectId, SubjectRef, TaskId};
use crate::domain::phrase::{Read, Span};
use crate::domain::spoken;
use crate::domain::tension::Phase;
use crate::insight::FindingKind;
use crate::session::{Entry, Error};
use crate::store::{BlockerRow, DecisionRow, JournalFilter, Singly, TaskRow};
use crate::tui::kit::overlay::wrap::Paragraph;
use crate::tui::kit::{marks::marks, text, when};
use crate::words::words;

/// The column of days and clocks.
const WHEN: usize = 8;
/// How many entries of the journal a page shows.
const HISTORY: usize = 40;
/// How many of the thanks that somebody received.
const THANKS: usize = 12;
/// How many tensions about a subject, or of which a task came.
const TENSIONS: usize = 10;
/// How many of a person's last doings.
const DOINGS: usize = 12;
/// Beyond this many tasks nobody counts.
const COUNTED: usize = 200;

impl<'s> Sheet<'s> {
    /// A task's line, with who leads it and until when it is due.
    pub fn task(&mut self, part: &'static str, row: &TaskRow) {
        let key = Key(part, Of::Subject(row.id.into()));
        self.lead(key, row.id.into(), Acts::OnStop, Some(row.clone()), |sheet| {
            let theme = sheet.theme;
            let mark = if row.blocked > 0 { marks().blocked } else { marks().dot };
            let head = format!("{mark} ");
            let age = text::fit_right(&sheet.age(row.since), AGE - 2) + "  ";
            let mut line = Paragraph::styled(age, theme.dim)
                .and(head, if row.blocked > 0 { theme.alert } else { theme.accent })
                .and(words().page_task_line(&row.handle, text::cut(&row.title, TITLE)), theme.text);
            let people = row.people();
            let name = |said: String| format!("  {}", text::together(&[said]));
            line = match people.first() {
                Some(first) if people.len() > 1 => {
                    line.and(name(format!("{} +{}", first.name, people.len() - 1)), theme.accent)
                }
                None if row.state.is_finished() => line,
                Some(first) => line.and(name(first.name.clone()), theme.accent),
                None => line.and(format!("  {}", words().pages_nobody()), theme.warn),
            };
            if let Some(day) = row.due.filter(|_| !row.state.is_finished()) {
                let today = sheet.overview.today;
                let style = if day < today { theme.alert } else { theme.dim };
                line = line.and(format!("  {}", text::together(&[when::due(day, today)])), style);
            }
            sheet.text.push(line.hanging(AGE + 2));
        });
    }

    /// Up to `most` tasks under a heading, the first in the pull order; nothing where there are none.
    pub fn tasks(
        &mut self,
        part: &'static str,
        title: String,
        filter: &crate::store::Filter,
        most: usize,
    ) -> Result<(), Error> {
        let rows = self.session.board().tasks(filter, None, 0, most)?;
        if rows.rows.is_empty() {
            return Ok(());
        }
        self.section(title);
        for row in rows.rows.iter().take(most) {
            self.task(part, row);
        }
        if rows.rows.len() > most || rows.more_after {
            let all = self.session.board().count_tasks(filter, COUNTED)?;
            let more = if all < COUNTED {
                words().page_more(all.saturating_sub(most))
            } else {
                words().pages_many_more()
            };
            self.under(&more, self.theme.dim);
        }
        Ok(())
    }

    /// What stops a task, under its line or in a list: for what it waits, and whether anybody was asked.
    pub fn wait(&mut self, row: &BlockerRow) {
        let on = row.on_member.as_ref().map(|(_, name)| name.clone());
        let on = on
            .or_else(|| row.on_task.as_ref().map(|(_, handle, title)| words().page_task_line(handle, title)));
        let on = on.or_else(|| row.on_other.clone()).filter(|on| !on.is_empty());
        let what = match on {
            Some(on) if row.what.is_empty() => words().page_blocker_on(on),
            Some(on) => words().waits_cause(words().page_blocker_on(on), &row.what),
            None => row.what.clone(),
        };
        let said = text::together(&[what, pane::asked(row, self.overview)]);
        self.under(&said, self.theme.dim);
    }

    /// Open blockers with their tasks, each a stop at the task.
    pub fn blockers(&mut self, part: &'static str, title: String, rows: &[BlockerRow]) {
        if !rows.is_empty() {
            self.section(title);
        }
        for row in rows {
            let key = Key(part, Of::Record(row.record));
            self.lead(key, row.task.into(), Acts::OnStop, None, |sheet| {
                let line = words().page_task_line(&row.handle, text::cut(&row.title, TITLE));
                sheet.timed(row.raised, marks().blocked, &line, sheet.theme.text);
                sheet.wait(row);
            });
        }
    }

    /// The ways out that were offered about a task or a role, and whose yes they await.
    pub fn offered_ways(&mut self, id: SubjectId) -> Result<(), Error> {
        for offer in self.session.offers_about(id)? {
            let style = if offer.answer.is_some() { self.theme.warn } else { self.theme.text };
            self.styled_fact(words().pages_offered_label(), offer.said, style);
            if let Some(answer) = offer.answer {
                self.styled_fact(String::new(), answer, self.theme.dim);
            }
        }
        Ok(())
    }

    /// What the board asks about a subject, answered or not. How much somebody has in hand is their own matter: it is
    /// on no page but theirs.
    pub fn findings(&mut self, id: SubjectId) -> Result<(), Error> {
        let (now, today) = (self.session.now(), self.session.today());
        let mut held = self.session.board().findings_about(id, now, today)?;
        let is_mine = self.session.me().map(SubjectId::from) == Some(id);
        held.retain(|held| is_mine || held.finding.rule.kind() != FindingKind::Load);
        if held.is_empty() {
            return Ok(());
        }
        self.section(words().page_findings());
        for held in held {
            let mark = pane::sign(held.finding.rule.kind());
            let sentence = self.session.say_finding(&held)?;
            let style = if held.settled.is_some() { self.theme.dim } else { self.theme.warn };
            self.timed(held.finding.since(), mark, &sentence, style);
            if let Some(before) = self.session.say_before(&held)? {
                self.under(&before, self.theme.dim);
            }
            let Some(settled) = &held.settled else { continue };
            match settled.became {
                None => {
                    let verdict = spoken::word::verdict(&settled.verdict);
                    self.under(&words().page_settled(verdict, &settled.reason), self.theme.dim);
                }
                // It leads to what the team talks about instead.
                Some(tension) => {
                    let verdict = words().out_settled_became(self.session.board().handle_of(tension)?);
                    let said = words().page_settled(verdict, &settled.reason);
                    self.line("became", Some(tension.into()), |sheet| sheet.under(&said, sheet.theme.dim));
                }
            }
        }
        Ok(())
    }

    /// The open tensions about a subject, each leading to its page; nothing where there are none.
    pub fn tensions(&mut self, about: SubjectId) -> Result<(), Error> {
        let rows = self.session.board().tensions_about(about, TENSIONS)?;
        if !rows.is_empty() {
            self.section(words().tension_title());
        }
        for row in rows {
            let said = words().page_task_line(&row.handle, text::cut(&row.is, TITLE));
            let said = words().tension_line(said, words().tension_phase(row.phase.as_str()));
            let style = if row.phase == Phase::Asked { self.theme.warn } else { self.theme.text };
            self.line("tension", Some(row.id.into()), |sheet| {
                sheet.timed(row.sensed, marks().tension, &said, style);
            });
        }
        Ok(())
    }

    /// Decisions, each leading to its page; nothing where there are none.
    pub fn decisions(&mut self, title: String, rows: &[DecisionRow]) {
        if !rows.is_empty() {
            self.section(title);
        }
        for row in rows {
            let said = words().page_task_line(&row.handle, text::cut(&row.title, TITLE));
            let said = words().decision_line(said, words().decision_state(row.state.as_str()));
            let style = decisions::tone(row.state, self.theme).unwrap_or(self.theme.text);
            self.line("decision", Some(row.id.into()), |sheet| {
                sheet.timed(row.drafted, decisions::mark(row.state), &said, style);
            });
        }
    }

    /// The tensions of which a task came, each leading to its page.
    pub fn came_from(&mut self, task: TaskId) -> Result<(), Error> {
        let rows = self.session.board().tensions_behind(task, TENSIONS)?;
        let names = self.session.board().names(rows.iter().map(|row| row.by.into()))?;
        let mut label = words().tension_label_from();
        for row in rows {
            let said = words().page_task_line(&row.handle, text::cut(&row.is, TITLE));
            let said = words().tension_came_from(said, names.name(row.by));
            let label = std::mem::take(&mut label);
            self.line("from", Some(row.id.into()), |sheet| sheet.fact(label, Some(said)));
        }
        Ok(())
    }

    /// What others thanked a member for, the newest first: each leads to whoever thanked.
    pub fn thanks(&mut self, to: MemberId) -> Result<(), Error> {
        let thanks = self.session.board().thanks_to(to, THANKS)?;
        if !thanks.is_empty() {
            self.section(words().pages_thanks());
        }
        for thanks in thanks {
            let said = self.session.say_thanks(&thanks)?;
            self.link("thanks", Of::Subject(thanks.id.into()), Some(thanks.by.into()), |sheet| {
                sheet.timed(thanks.at, "", &said, sheet.theme.text);
            });
        }
        Ok(())
    }

    /// What happened to a subject, the newest first, each with when it was where the person is.
    pub fn history(&mut self, id: SubjectId) -> Result<(), Error> {
        self.happenings(id, words().page_history(), HISTORY)
    }

    /// The same of the last few.
    pub fn latest(&mut self, id: SubjectId, most: usize) -> Result<(), Error> {
        self.happenings(id, words().way_out_latest(), most)
    }

    fn happenings(&mut self, id: SubjectId, title: String, most: usize) -> Result<(), Error> {
        let entries = self.session.board().journal_of(id, most)?;
        let entries = self.session.say_all(entries, Read::OnItsPage)?;
        if !entries.is_empty() {
            self.section(title);
        }
        for entry in entries {
            let author = entry.record.author.into();
            self.happened("history", entry, Some(author));
        }
        Ok(())
    }

    /// What somebody did lately, the newest first: each leads to what it was done to.
    pub fn doings(&mut self, by: MemberId) -> Result<(), Error> {
        let filter = JournalFilter { by: Some([by].into()), ..JournalFilter::default() };
        let lines = self.session.board().journal_lines(&filter, &Singly::FEW, None, 0, DOINGS - 1)?.rows;
        if !lines.is_empty() {
            self.section(words().pages_doings());
        }
        for line in lines {
            let phrase = self.session.say_line(&line)?;
            let record = line.entry().record.clone();
            let kind = record.event.as_ref().and_then(|event| event.subject_kind());
            let leads = kind.and_then(|kind| kinds::with_page(kind, record.subject));
            let leads = leads.filter(|_| line.batch().is_none());
            self.happened("doing", Entry { record, phrase }, leads);
        }
        Ok(())
    }

    fn happened(&mut self, part: &'static str, entry: Entry, leads: Option<SubjectRef>) {
        self.link(part, Of::Record(entry.record.id), leads, |sheet| {
            let when = text::fit_right(&sheet.when(entry.record.at), WHEN - 2) + "  ";
            let mut line = Paragraph::styled(when, sheet.theme.dim);
            let begin = beginning(entry.sentence());
            let mut left = begin.unwrap_or(entry.sentence()).len();
            for (span, text) in entry.phrase.parts() {
                let shown = &text[..left.min(text.len())];
                left -= shown.len();
                line = line.and(
                    shown.to_owned(),
                    if span == Span::Title { sheet.theme.dim } else { sheet.theme.text },
                );
            }
            if begin.is_some() {
                line = line.and(format!(" {}", marks().ellipsis), sheet.theme.text);
            }
            sheet.text.push(line.hanging(WHEN));
        });
    }

    /// The clock of today, the day of another one, the age of what is long ago.
    fn when(&self, at: At) -> String {
        let offset = self.session.environment().offset_at(at);
        let (day, today) = (spoken::local_day(at, offset), self.session.today());
        match (today - day).num_days() {
            0 => spoken::clock(at, offset),
            1..=150 => when::short(day, today),
            _ => self.age(at),
        }
    }

    /// A member's name as a list's line that leads to their page.
    pub fn member(&mut self, part: &'static str, of: Of, id: MemberId, write: impl FnOnce(&mut Sheet<'s>)) {
        self.link(part, of, Some(id.into()), write);
    }
}
