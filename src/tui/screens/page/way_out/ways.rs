//! What can be done about a finding: ways that bind others and are offered to them, what was offered to who acts, and the
//! answers that need nobody.

use crate::domain::decide::{Command, EditRole, Ending, Move};
use crate::domain::event::RoleEdited;
use crate::domain::id::{MemberId, RoleId, SubjectId, TaskId};
use crate::domain::names::Names;
use crate::domain::phrase;
use crate::domain::role::RoleState;
use crate::domain::settlement::WayOut;
use crate::domain::task::State;
use crate::insight::{Finding, FindingKind};
use crate::session::{Error, Session};
use crate::tui::kit::overlay::Prompt;
use crate::tui::screens::actions::things::answer;
use crate::tui::shell::action::Run;
use crate::tui::shell::ask;
use crate::tui::shell::desk::Effect;
use crate::words::words;

/// The rule of tasks that several lead.
pub const SEVERAL_LEADS: &str = "O1";
/// The rule of tasks that were merged into each other.
const MERGED_APART: &str = "O7";

/// A way out, in words.
#[derive(Debug, Clone)]
pub struct Way {
    label: String,
    /// Who is asked for their yes, in a few words.
    asks: String,
    does: Does,
}

#[derive(Debug, Clone)]
enum Does {
    Take(WayOut),
    Decline(WayOut),
    /// Asks for new titles of both; they begin as what they are.
    Titles([(TaskId, String); 2]),
    /// Opens a task that was merged.
    BringBack(TaskId),
    /// Takes a role up anew that was merged.
    BringBackRole(RoleId),
    /// Answers it in one of the ways that bind nobody.
    Answer(usize),
}

impl Way {
    pub fn label(&self) -> &str {
        &self.label
    }

    pub fn asks(&self) -> &str {
        &self.asks
    }

    /// Takes it, for the finding with this key.
    pub fn taken(self, finding: String) -> Run {
        Box::new(move |app| match &self.does {
            Does::Take(way) => take(way.clone()),
            Does::Decline(way) => {
                let way = way.clone();
                ask::run(move |session| session.decline_way(way.clone(), None))
            }
            Does::Titles(titles) => {
                let [(task, title), (other, other_title)] = titles.clone();
                let prompt = Prompt::new(words().way_out_ask_title(&title)).with(&title);
                let asked = ask::text(prompt, move |app, title| {
                    let prompt = Prompt::new(words().way_out_ask_title(&other_title)).with(&other_title);
                    let asked = ask::text(prompt, move |_, other_title| {
                        take(WayOut::SplitTask { task, title: title.clone(), other, other_title })
                    });
                    ask::show(app, asked)
                });
                ask::show(app, asked)
            }
            Does::BringBack(task) => {
                let back = Move { task: *task, to: State::Open, ending: Ending::Own };
                ask::run(move |session| session.perform(&Command::Move(back.clone())))
            }
            Does::BringBackRole(role) => {
                let edit = RoleEdited { state: Some(RoleState::Active), ..RoleEdited::default() };
                let back = EditRole { role: *role, edit };
                ask::run(move |session| session.perform(&Command::EditRole(back.clone())))
            }
            Does::Answer(nth) => answer(app, finding, *nth),
        })
    }
}

fn take(way: WayOut) -> Vec<Effect> {
    ask::run(move |session| session.take_way(way.clone(), None))
}

/// The ways out of a finding, first what was offered to who acts.
pub fn of(session: &Session, finding: &Finding) -> Result<Vec<Way>, Error> {
    let facts = &finding.facts;
    let about = finding.mentions();
    let mut ways = Vec::new();
    let mut offered = Vec::new();
    for offer in session.ways_offered_to_me()? {
        if offer.way.subjects().iter().all(|subject| about.contains(subject)) {
            let names = session.board().names(offer.way.mentions().into_iter().chain([offer.by.into()]))?;
            let (by, way) = (names.name(offer.by), phrase::way(&offer.way, |id| called(&names, id)));
            let yes = words().way_out_yes(by, way);
            ways.push(Way { label: yes, asks: String::new(), does: Does::Take(offer.way.clone()) });
            let no = words().way_out_no(by);
            ways.push(Way { label: no, asks: String::new(), does: Does::Decline(offer.way.clone()) });
            offered.push(offer.way);
        }
    }
    let possible = match (facts.tasks.as_slice(), facts.roles.as_slice()) {
        (tasks, []) if finding.rule.as_str() == MERGED_APART => of_merged(session, tasks)?,
        ([], roles) if finding.rule.as_str() == MERGED_APART => of_merged_roles(session, roles)?,
        ([one, other], []) => of_tasks(session, *one, *other)?,
        ([], [one, other]) => of_roles(session, *one, *other, &lines(finding))?,
        ([task], []) if finding.rule.as_str() == SEVERAL_LEADS => of_leads(session, *task, &facts.members)?,
        _ => Vec::new(),
    };
    // What was offered stands there already.
    ways.extend(possible.into_iter().filter(|way| match &way.does {
        Does::Take(way) => !offered.contains(way),
        _ => true,
    }));
    let mut answers = vec![words().scr_settle_fixed(), words().scr_settle_fine()];
    // What somebody has in hand is nothing that all talk about.
    if finding.rule.kind() != FindingKind::Load {
        answers.push(words().scr_settle_tension());
    }
    let answers = answers.into_iter().enumerate();
    ways.extend(answers.map(|(nth, label)| Way { label, asks: String::new(), does: Does::Answer(nth) }));
    Ok(ways)
}

fn of_tasks(session: &Session, one: TaskId, other: TaskId) -> Result<Vec<Way>, Error> {
    let leads = |task: TaskId| {
        // Whoever acts counts here: they help, too.
        session.leads(task).map(|leads| leads.into_iter().map(SubjectId::from).collect::<Vec<_>>())
    };
    let (of_one, of_other) = (leads(one)?, leads(other)?);
    let ids = [one.into(), other.into()].into_iter();
    let names = session.board().names(ids.chain(of_one.iter().copied()).chain(of_other.iter().copied()))?;
    let called = |task: TaskId| names.handle(task).to_owned();
    let mut ways = Vec::new();
    for (task, into, leads) in [(one, other, &of_one), (other, one, &of_other)] {
        let way = WayOut::MergeTask { task, into, helps: false };
        ways.push(way_of(session, words().way_out_merge(called(task), called(into)), way)?);
        if !leads.is_empty() {
            let who: Vec<&str> = leads.iter().map(|lead| names.name(*lead)).collect();
            let label = words().way_out_merge_help(called(task), called(into), who.join(", "));
            ways.push(way_of(session, label, WayOut::MergeTask { task, into, helps: true })?);
        }
    }
    let title = |task: TaskId| (task, names.name(task).to_owned());
    let bound = WayOut::SplitTask { task: one, title: String::new(), other, other_title: String::new() };
    let asks = asked(session, &bound)?;
    ways.push(Way { label: words().way_out_split(), asks, does: Does::Titles([title(one), title(other)]) });
    Ok(ways)
}

fn of_merged(session: &Session, tasks: &[TaskId]) -> Result<Vec<Way>, Error> {
    let names = session.board().names(tasks.iter().map(|task| SubjectId::from(*task)))?;
    let back = |task: &TaskId| Way {
        label: words().way_out_bring_back(names.handle(*task), names.name(*task)),
        asks: String::new(),
        does: Does::BringBack(*task),
    };
    Ok(tasks.iter().map(back).collect())
}

fn of_merged_roles(session: &Session, roles: &[RoleId]) -> Result<Vec<Way>, Error> {
    let names = session.board().names(roles.iter().map(|role| SubjectId::from(*role)))?;
    let back = |role: &RoleId| Way {
        label: words().way_out_bring_back(names.handle(*role), names.name(*role)),
        asks: String::new(),
        does: Does::BringBackRole(*role),
    };
    Ok(roles.iter().map(back).collect())
}

fn of_roles(session: &Session, one: RoleId, other: RoleId, lines: &[String]) -> Result<Vec<Way>, Error> {
    let names = session.board().names([one, other].map(SubjectId::from))?;
    let mut ways = Vec::new();
    for (role, stays) in [(one, other), (other, one)] {
        let lines = session.lines_of(role, lines)?;
        if !lines.is_empty() {
            let quoted: Vec<String> = lines.iter().map(|line| words().phrase_quoted(line)).collect();
            let label = words().way_out_keeps(names.name(stays), quoted.join(", "), names.name(role));
            ways.push(way_of(session, label, WayOut::SplitRole { role, stays, lines })?);
        }
    }
    for (role, into) in [(one, other), (other, one)] {
        let label = words().way_out_merge(names.name(role), names.name(into));
        ways.push(way_of(session, label, WayOut::MergeRole { role, into })?);
    }
    Ok(ways)
}

fn of_leads(session: &Session, task: TaskId, leads: &[MemberId]) -> Result<Vec<Way>, Error> {
    let names = session.board().names(leads.iter().map(|lead| SubjectId::from(*lead)))?;
    let mut ways = Vec::new();
    for lead in leads {
        let others: Vec<&str> =
            leads.iter().filter(|other| *other != lead).map(|other| names.name(*other)).collect();
        let label = words().way_out_leads(others.len(), names.name(*lead), others.join(", "));
        ways.push(way_of(session, label, WayOut::OneLeads { task, lead: *lead })?);
    }
    Ok(ways)
}

/// The lines that two roles have, as the finding has them.
fn lines(finding: &Finding) -> Vec<String> {
    [finding.facts.texts.as_slice(), &finding.facts.alike].concat()
}

fn way_of(session: &Session, label: String, way: WayOut) -> Result<Way, Error> {
    let asks = asked(session, &way)?;
    Ok(Way { label, asks, does: Does::Take(way) })
}

/// Who is asked first, where it binds others.
fn asked(session: &Session, way: &WayOut) -> Result<String, Error> {
    let bound = session.bound_by(way)?;
    if bound.is_empty() {
        return Ok(String::new());
    }
    let names = session.board().names(bound.iter().map(|member| SubjectId::from(*member)))?;
    let bound: Vec<&str> = bound.iter().map(|member| names.name(*member)).collect();
    Ok(words().act_merge_asks(bound.join(", ")))
}

fn called(names: &Names, id: SubjectId) -> String {
    if names.is_called_by_name(id) { names.name(id).to_owned() } else { names.handle(id).to_owned() }
}
