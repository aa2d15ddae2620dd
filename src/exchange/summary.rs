//! Says in sentences what an import brings: what came in, how the lists were understood, what stays out and why.

use super::bundle::{Claim, WaitsOn};
use super::import::{Import, ListMapping, Source, State};
use super::tally::{LeftOut, Lost, Note, Noted, clip};
use crate::words::words;

impl Source {
    pub fn called(self) -> String {
        match self {
            Source::Trello => words().import_source_trello(),
            Source::WeKan => words().import_source_wekan(),
            Source::Planka => words().import_source_planka(),
            Source::GitHub => words().import_source_github(),
            Source::GitHubProject => words().import_source_github_project(),
            Source::Taskwarrior => words().import_source_taskwarrior(),
            Source::Obsidian => words().import_source_obsidian(),
            Source::Markdown => words().import_source_markdown(),
            Source::Table => words().import_source_table(),
            Source::TodoTxt => words().import_source_todotxt(),
            Source::Setara => words().import_source_setara(),
        }
    }

    /// The name of the tool, the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Source::Trello => "Trello",
            Source::WeKan => "WeKan",
            Source::Planka => "Planka",
            Source::GitHub | Source::GitHubProject => "GitHub",
            Source::Taskwarrior => "Taskwarrior",
            Source::Obsidian => "Obsidian",
            Source::Markdown => "Markdown",
            Source::Table => "CSV",
            Source::TodoTxt => "todo.txt",
            Source::Setara => "Setara",
        }
    }
}

impl Import {
    /// All lines, headings first, what belongs under them indented by two blanks.
    pub fn summary(&self) -> Vec<String> {
        let mut lines = vec![self.heading()];
        let mut section = |heading: Option<String>, body: Vec<String>| {
            if !body.is_empty() {
                lines.extend(heading);
                lines.extend(body.into_iter().map(|line| format!("  {line}")));
            }
        };
        section(None, self.came_in());
        section(Some(words().import_heading_lists()), self.list_lines());
        section(Some(words().import_heading_columns()), self.column_lines());
        section(Some(words().import_heading_notes()), self.notes.iter().map(note).collect());
        section(Some(words().import_heading_left_out()), left_out(&self.left_out));
        lines
    }

    fn heading(&self) -> String {
        let source = self.source.called();
        match &self.bundle.name {
            Some(name) => words().import_heading_named(source, clip(name)),
            None => words().import_heading(source),
        }
    }

    /// One line a kind of thing; kinds that are not there are not named.
    fn came_in(&self) -> Vec<String> {
        let tasks = &self.bundle.tasks;
        let mut lines = Vec::new();
        let mut line = |count: usize, say: &dyn Fn(usize) -> String| {
            if count > 0 {
                lines.push(say(count));
            }
        };
        line(self.bundle.members.len(), &|n| words().import_members(n));
        line(self.bundle.roles.len(), &|n| words().import_roles(n));
        line(self.bundle.goals.len(), &|n| words().import_goals(n));
        line(self.bundle.agreements.len(), &|n| words().import_agreements(n));
        line(self.bundle.decisions.len(), &|n| words().import_decisions(n));
        line(self.bundle.meetings.len(), &|n| words().import_meetings(n));
        line(self.bundle.tensions.len(), &|n| words().import_tensions(n));
        let states = State::ALL.map(|state| {
            let count = tasks.iter().filter(|task| task.state == state.word()).count();
            (count > 0).then(|| words().import_in_state(count, state.word()))
        });
        let states = states.into_iter().flatten().collect::<Vec<_>>().join(", ");
        line(tasks.len(), &|n| words().import_tasks(n, &states));
        let claims = || tasks.iter().flat_map(|task| &task.claims);
        let count = |test: &dyn Fn(&Claim) -> bool| claims().filter(|claim| test(claim)).count();
        // Only a board of this kind says who leads; elsewhere it was decided by order.
        let leads = |n| match self.source {
            Source::Setara => words().import_leads(n),
            _ => words().import_leads_by_order(n),
        };
        line(count(&|claim| claim.end.is_none() && claim.part == "lead"), &leads);
        line(count(&|claim| claim.end.is_none() && claim.part == "helper"), &|n| words().import_helpers(n));
        line(count(&|claim| claim.end.is_some()), &|n| words().import_ended(n));
        line(tasks.iter().filter(|task| task.due.is_some()).count(), &|n| words().import_dues(n));
        line(tasks.iter().filter(|task| task.parked.is_some()).count(), &|n| words().import_parked(n));
        line(tasks.iter().map(|task| task.links.len()).sum(), &|n| words().import_links(n));
        line(tasks.iter().map(|task| task.remarks.len()).sum(), &|n| words().import_remarks(n));
        let blockers = || tasks.iter().flat_map(|task| &task.blockers);
        let cleared = blockers().filter(|blocker| blocker.cleared.is_some()).count();
        line(blockers().count(), &|n| words().import_blockers(n, cleared));
        let outside = blockers().filter(|blocker| matches!(blocker.on, Some(WaitsOn::Other(_)))).count();
        line(outside, &|n| words().import_blockers_outside(n));
        lines
    }

    /// The mapping of the lists.
    fn list_lines(&self) -> Vec<String> {
        let is_idle = |list: &&ListMapping| list.closed && list.cards == 0;
        let mut lines: Vec<String> = self.lists.iter().filter(|list| !is_idle(list)).map(list).collect();
        let idle = self.lists.iter().filter(is_idle).count();
        if idle > 0 {
            lines.push(words().import_lists_idle(idle));
        }
        lines
    }

    /// What each column is; what has no place is named with what was left out.
    fn column_lines(&self) -> Vec<String> {
        let placed = self.columns.iter().filter_map(|column| Some((&column.name, column.field?)));
        placed.map(|(name, field)| words().import_column(clip(name), field.word())).collect()
    }

    /// How a list or a column is understood otherwise before it comes in; for where it can be typed.
    pub fn hints(&self) -> Vec<String> {
        let list = self.example().map(|list| words().import_hint_list(clip(&list.name)));
        let column = self.columns.iter().find(|column| column.field.is_none() && !column.name.is_empty());
        let column = column.or(self.columns.first());
        list.into_iter().chain(column.map(|column| words().import_hint_column(clip(&column.name)))).collect()
    }

    /// The same once it is in.
    pub fn list_hint_again(&self) -> Option<String> {
        self.example().map(|list| words().import_hint_list_again(clip(&list.name)))
    }

    /// A list to which another state may be given.
    fn example(&self) -> Option<&ListMapping> {
        let open = self.lists.iter().find(|list| list.state == State::Open && !list.closed);
        open.or(self.lists.first())
    }
}

fn list(list: &ListMapping) -> String {
    let (name, state) = (clip(&list.name), list.state.word());
    if list.closed {
        words().import_list_archived(name, state, list.cards)
    } else {
        words().import_list(name, state, list.cards)
    }
}

fn with_examples(sentence: String, examples: &[String]) -> String {
    if examples.is_empty() { sentence } else { words().import_examples(sentence, examples.join("; ")) }
}

fn note(note: &Note) -> String {
    let n = note.count;
    let sentence = match &note.kind {
        Noted::CheckItem => words().import_note_check_items(n),
        Noted::CardLink => words().import_note_card_links(n),
        Noted::Upload => words().import_note_uploads(n),
        Noted::ArchivedDone => words().import_note_archived_done(n),
        Noted::ArchivedDropped => words().import_note_archived_dropped(n),
        Noted::InArchivedList => words().import_note_archived_list(n),
        Noted::MarkedComplete => words().import_note_complete(n),
        Noted::NoList => words().import_note_no_list(n),
        Noted::Stranger => words().import_note_strangers(n),
        Noted::Idle => words().import_note_idle(n),
        Noted::Project => words().import_note_projects(n),
        Noted::Recurring => words().import_note_recurring(n),
        Noted::ClosedMilestone => words().import_note_milestones(n),
        Noted::Untitled => words().import_note_untitled(n, words().import_untitled()),
        Noted::TitledByText => words().import_note_titled(n),
        Noted::ListAsTag => words().import_note_list_tags(n),
        Noted::BlockedList => words().import_note_blocked_lists(n),
        Noted::DayFirst => words().import_note_day_first(n),
        Noted::Encoding => words().import_note_encoding(),
        Noted::HalfCharacter => words().import_note_halves(n),
        Noted::OnePage => words().import_note_one_page(n),
        Noted::PullRequestTask => words().import_note_pull_requests(n, words().import_tag_pull_request()),
    };
    with_examples(sentence, &note.examples)
}

/// One line a reason; all fields share a line.
fn left_out(left_out: &[LeftOut]) -> Vec<String> {
    let (mut fields, mut odd) = (Vec::new(), Vec::new());
    let mut lines = Vec::new();
    for lost in left_out {
        let n = lost.count;
        let sentence = match &lost.kind {
            Lost::PullRequest => words().import_lost_pull_requests(n),
            Lost::PullRequestDependency => words().import_lost_pull_request_dependencies(n),
            Lost::MetDependency => words().import_lost_met_dependencies(n),
            Lost::Duplicate => words().import_lost_duplicates(n),
            Lost::Unreadable => words().import_lost_unreadable(n),
            Lost::Claim => words().import_lost_claims(n),
            Lost::Template => words().import_lost_templates(n),
            Lost::RecurringPattern => words().import_lost_patterns(n),
            Lost::Comment => words().import_lost_comments(n),
            Lost::Label => words().import_lost_labels(n),
            Lost::CommentOnNothing => words().import_lost_comments_on_nothing(n),
            Lost::ChecklistOfNothing => words().import_lost_checklists(n),
            Lost::CheckItemDetail => words().import_lost_check_item_details(n),
            Lost::Date => words().import_lost_dates(n),
            Lost::Address => words().import_lost_addresses(n),
            Lost::History => words().import_lost_history(n),
            Lost::Line => words().import_lost_lines(n),
            Lost::CellWithoutColumn => words().import_lost_cells(n),
            Lost::OwnDependency => words().import_lost_own_dependencies(n),
            Lost::Field(name) => {
                fields.push(words().import_field(clip(name), n));
                continue;
            }
            Lost::Odd(name) => {
                odd.push(words().import_field(clip(name), n));
                continue;
            }
        };
        lines.push(with_examples(sentence, &lost.examples));
    }
    if !fields.is_empty() {
        lines.push(words().import_lost_fields(fields.join(", ")));
    }
    if !odd.is_empty() {
        lines.push(words().import_lost_odd(odd.join(", ")));
    }
    lines
}
