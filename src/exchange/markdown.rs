//! A board for reading, as Markdown.
//!
//! **Invariant:** texts of the board are inert: no title can open a heading, a link, an image, HTML or a mention.

use std::collections::HashMap;
use std::fmt::Write;

use super::bundle::{Blocker, Bundle, Goal, Role, Task, WaitsOn};
use super::export::{ended, live};
use super::import::State;
use crate::insight::progress::{Measure, Reached};
use crate::words::words;

/// The board: goals, tasks by state, roles.
pub(super) fn write(bundle: &Bundle) -> String {
    let mut page = Page { text: String::new(), names: HashMap::new() };
    let members = bundle.members.iter().map(|member| (&*member.key, inert(&member.name)));
    let goals = bundle.goals.iter().map(|goal| (&*goal.key, inert(&goal.title)));
    let tasks = bundle.tasks.iter().map(|task| (&*task.key, titled(task.handle.as_deref(), &task.title)));
    let outside = bundle.outside.iter().map(|(key, name)| (&**key, inert(name)));
    page.names = members.chain(goals).chain(tasks).chain(outside).collect();

    page.heading(1, &bundle.name.as_deref().map_or_else(|| words().export_board(), inert));
    page.section(words().export_goals(), bundle.goals.iter(), Page::goal);
    // What is nearest to its end comes first, as at the stand-up.
    for state in [State::Review, State::Doing, State::Open, State::Done, State::Dropped] {
        let tasks = bundle.tasks.iter().filter(|task| task.state == state.word());
        page.section(heading(state), tasks, Page::task);
    }
    let tasks = bundle.tasks.iter().filter(|task| State::parse(&task.state).is_none());
    page.section(words().export_other(), tasks, Page::task);
    page.section(words().export_roles(), bundle.roles.iter(), Page::role);
    page.text
}

fn heading(state: State) -> String {
    match state {
        State::Open => words().export_open(),
        State::Doing => words().export_doing(),
        State::Review => words().export_review(),
        State::Done => words().export_done(),
        State::Dropped => words().export_dropped(),
    }
}

struct Page<'a> {
    text: String,
    /// Inert names by key.
    names: HashMap<&'a str, String>,
}

impl Page<'_> {
    fn heading(&mut self, level: usize, text: &str) {
        let _ = writeln!(self.text, "{} {text}", "#".repeat(level));
    }

    /// A heading with its items; nothing where there are none.
    fn section<'i, T: 'i>(
        &mut self,
        name: String,
        items: impl Iterator<Item = &'i T>,
        mut line: impl FnMut(&mut Self, &'i T),
    ) {
        let items: Vec<&T> = items.collect();
        if items.is_empty() {
            return;
        }
        self.text.push('\n');
        self.heading(2, &format!("{name} ({})", items.len()));
        self.text.push('\n');
        for item in items {
            line(self, item);
        }
    }

    fn goal(&mut self, goal: &Goal) {
        let mut facts = vec![inert(&goal.state)];
        facts.extend(progress(goal));
        facts.extend(goal.due.map(|due| words().export_due(due.to_string())));
        self.item(&titled(goal.handle.as_deref(), &goal.title), &facts);
    }

    fn task(&mut self, task: &Task) {
        let is_finished = State::parse(&task.state).is_some_and(State::is_finished);
        let people = |part| -> Vec<&str> {
            if is_finished { ended(task, part).collect() } else { live(task, part).collect() }
        };
        let (leads, helpers) = (people("lead"), people("helper"));
        let mut facts = Vec::new();
        if !leads.is_empty() {
            facts.push(words().export_leads(self.list(&leads)));
        } else if !is_finished {
            facts.push(words().export_unclaimed());
        }
        if !helpers.is_empty() {
            facts.push(words().export_helpers(self.list(&helpers)));
        }
        facts.extend(task.goal.as_deref().map(|goal| words().export_for_goal(self.name(goal))));
        if !is_finished {
            facts.extend(task.due.map(|due| words().export_due(due.to_string())));
            facts.extend(task.parked.map(|parked| words().export_parked(parked.to_string())));
        }
        facts.extend(task.reason.as_deref().map(inert));
        self.item(&titled(task.handle.as_deref(), &task.title), &facts);
        for blocker in
            task.blockers.iter().filter(|blocker| blocker.cleared.is_none() && blocker.how.is_none())
        {
            let line = words().export_blocked(self.blocker(blocker));
            let _ = writeln!(self.text, "  - {line}");
        }
    }

    fn role(&mut self, role: &Role) {
        let holders: Vec<String> = role
            .holders
            .iter()
            .map(|holder| match holder.focus.as_deref() {
                Some(focus) => format!("{} ({})", self.name(&holder.member), inert(focus)),
                None => self.name(&holder.member),
            })
            .collect();
        let mut facts = vec![if holders.is_empty() { words().export_vacant() } else { holders.join(", ") }];
        facts.extend(role.purpose.as_deref().map(inert));
        self.item(&titled(role.handle.as_deref(), &role.name), &facts);
        let duties = role.domains.iter().map(|domain| words().export_domain(inert(domain)));
        for line in duties.chain(role.accountabilities.iter().map(|duty| inert(duty))).collect::<Vec<_>>() {
            let _ = writeln!(self.text, "  - {line}");
        }
    }

    fn item(&mut self, title: &str, facts: &[String]) {
        let facts = if facts.is_empty() { String::new() } else { format!(" · {}", facts.join(" · ")) };
        let _ = writeln!(self.text, "- {title}{facts}");
    }

    fn name(&self, key: &str) -> String {
        self.names.get(key).cloned().unwrap_or_else(|| inert(key))
    }

    fn list(&self, keys: &[&str]) -> String {
        keys.iter().map(|key| self.name(key)).collect::<Vec<_>>().join(", ")
    }

    fn blocker(&self, blocker: &Blocker) -> String {
        let what = inert(&blocker.what);
        match &blocker.on {
            None => what,
            // The name of the other task says what is awaited.
            Some(WaitsOn::Task(key)) => self.name(key),
            Some(WaitsOn::Member(key)) => format!("{}: {what}", self.name(key)),
            Some(WaitsOn::Other(other)) if *other == blocker.what => what,
            Some(WaitsOn::Other(other)) => format!("{}: {what}", inert(other)),
        }
    }
}

/// Where the measure stands, towards the target where there is one.
fn progress(goal: &Goal) -> Option<String> {
    let last = goal.readings.iter().max_by_key(|reading| reading.date).map(|reading| reading.value);
    let unit = goal.unit.as_deref().map(|unit| format!(" {}", inert(unit))).unwrap_or_default();
    let measure = Measure { current: last.or(goal.baseline), baseline: goal.baseline, target: goal.target };
    match measure.reached() {
        Reached::Of { current, target } => Some(format!("{current}/{target}{unit}")),
        Reached::Only(current) => Some(format!("{current}{unit}")),
        Reached::Nothing => None,
    }
}

fn titled(handle: Option<&str>, title: &str) -> String {
    let title = inert(title);
    handle.map_or_else(|| title.clone(), |handle| format!("**{}** {title}", inert(handle)))
}

/// The text on one line, with every mark of Markdown and HTML escaped.
pub fn inert(text: &str) -> String {
    let mut inert = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '(' | ')' | '#' | '!' | '|' | '~' | '$'
            | '=' => {
                inert.extend(['\\', c]);
            }
            // Entities, not backslashes: GitHub looks for mentions, and browsers for tags, after those are gone.
            '<' => inert.push_str("&lt;"),
            '>' => inert.push_str("&gt;"),
            '&' => inert.push_str("&amp;"),
            '@' => inert.push_str("&#64;"),
            ':' => inert.push_str("&#58;"),
            c if c.is_control() || is_direction(c) => inert.push(' '),
            c => inert.push(c),
        }
    }
    let trimmed = inert.trim();
    // A title of "1. x" or "- x" would open a list inside of its item.
    let digits = trimmed.trim_start_matches(|c: char| c.is_ascii_digit());
    match (digits.len() < trimmed.len(), digits.starts_with('.'), trimmed.starts_with(['-', '+'])) {
        (_, _, true) => format!("\\{trimmed}"),
        (true, true, _) => format!("{}\\{digits}", &trimmed[..trimmed.len() - digits.len()]),
        _ => trimmed.to_owned(),
    }
}

/// Marks that turn the direction of what follows, on lines of other people too.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::bundle::{Claim, Holder, Member, Reading};

    #[test]
    fn texts_are_inert() {
        assert_eq!(inert("<img src=x>"), "&lt;img src\\=x&gt;");
        assert_eq!(inert("# a\n[b](javascript:x) @ayu"), "\\# a \\[b\\]\\(javascript&#58;x\\) &#64;ayu");
        assert_eq!(inert("1. x"), "1\\. x");
        assert_eq!(inert("- [ ] x\u{202e}\u{1b}"), "\\- \\[ \\] x");
        assert_eq!(inert("https://evil.example"), "https&#58;//evil.example");
    }

    #[test]
    fn how_far_a_goal_is_reads_as_on_the_screens() {
        let read = |value| vec![Reading { date: "2026-11-21".parse().unwrap(), value }];
        let goal = Goal { unit: Some("shops".into()), target: Some(20.0), ..Goal::default() };
        let said = |goal: Goal| progress(&goal).unwrap_or_default();
        assert_eq!(said(goal.clone()), "0/20 shops", "never read");
        assert_eq!(said(Goal { baseline: Some(4.0), ..goal.clone() }), "4/20 shops", "where it began");
        assert_eq!(said(Goal { readings: read(6.0), ..goal.clone() }), "6/20 shops");
        assert_eq!(said(Goal { readings: read(6.0), target: None, ..goal }), "6 shops");
        assert_eq!(said(Goal::default()), "");
    }

    #[test]
    fn a_board_can_be_read() {
        let bundle = Bundle {
            name: Some("Warung Kode".into()),
            members: vec![Member { key: "m".into(), name: "Ayu".into(), ..Member::default() }],
            goals: vec![Goal {
                key: "g".into(),
                title: "Open the store".into(),
                state: "active".into(),
                unit: Some("shops".into()),
                target: Some(20.0),
                readings: vec![Reading { date: "2026-11-21".parse().unwrap(), value: 6.0 }],
                ..Goal::default()
            }],
            roles: vec![Role {
                name: "Treasurer".into(),
                domains: vec!["the books".into()],
                holders: vec![Holder { member: "m".into(), ..Holder::default() }],
                ..Role::default()
            }],
            tasks: vec![Task {
                handle: Some("bakul".into()),
                title: "Sign *it*".into(),
                state: "doing".into(),
                goal: Some("g".into()),
                claims: vec![Claim { member: "m".into(), part: "lead".into(), ..Claim::default() }],
                blockers: vec![Blocker {
                    what: "VAT number".into(),
                    on: Some(WaitsOn::Other("the office".into())),
                    ..Blocker::default()
                }],
                ..Task::default()
            }],
            ..Bundle::default()
        };
        let expected = "# Warung Kode\n\n## Goals (1)\n\n- Open the store · active · 6/20 shops\n\n\
            ## Doing (1)\n\n- **bakul** Sign \\*it\\* · lead Ayu · for Open the store\n  \
            - blocked: the office: VAT number\n\n## Roles (1)\n\n- Treasurer · Ayu\n  - domain: the books\n";
        assert_eq!(write(&bundle), expected);
    }
}
