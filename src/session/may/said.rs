//! An answer to whether something may be done, in words, with what can be typed next.

use super::{Line, Way, capital};
use crate::domain::id::{DecisionId, MemberId, RoleId};
use crate::domain::member::Away;
use crate::domain::names::Names;
use crate::domain::spoken;
use crate::domain::subject::Kind;
use crate::insight::listed;
use crate::insight::may::{Advice, Answer, Bearing, Ended, Ground, Reason, Says};
use crate::session::{Error, Session};
use crate::words::words;

/// The rules of two roles that say the same.
const SAME: [&str; 2] = ["O2", "O3"];
/// What was dropped was the same work where it says so much of the question.
const SAME_WORK: f64 = 0.75;
/// So many tasks that nobody leads, and agreements, are offered.
const OFFERED: usize = 2;

/// An answer about to be said.
pub(super) struct Saying<'a> {
    pub session: &'a Session,
    pub names: &'a Names,
    pub answer: &'a Answer,
    pub question: &'a str,
}

impl Saying<'_> {
    pub fn first(&self) -> Result<String, Error> {
        let Answer { advice, ground, whom, changes_nothing, reasons, .. } = self.answer;
        let who = self.people(whom)?;
        let is_free = |reason: &Reason| reason.says == Says::Task && reason.people.is_empty();
        let mut strong = reasons.iter().filter(|reason| reason.bearing == Bearing::Strong);
        let was_dropped = |reason: &Reason| match &reason.says {
            Says::Ended(ended) => ended.is_dropped && reason.cover.say >= SAME_WORK,
            _ => false,
        };
        let words = words();
        Ok(match advice {
            Advice::Ask => words.may_ask(who),
            Advice::TakePart => {
                let decision = reasons.iter().find(|reason| ground.is_of(reason));
                let row = decision.and_then(|reason| reason.about.typed::<DecisionId>());
                let row = row.map(|id| self.session.board().decision_row(id)).transpose()?.flatten();
                let closes = row.and_then(|row| row.closes);
                match (whom.is_empty(), closes) {
                    (false, Some(day)) => {
                        words.may_take_part_until(who, spoken::day(day, self.session.today()))
                    }
                    (false, None) => words.may_take_part(who),
                    (true, _) => words.may_take_part_own(),
                }
            }
            Advice::Propose if *ground == Ground::Decided => {
                let decided = reasons.iter().find(|reason| ground.is_of(reason));
                let at = decided.and_then(|reason| match reason.says {
                    Says::Decided(at) => Some(at),
                    _ => None,
                });
                let (at, now) = (at.unwrap_or_default(), self.session.now());
                words.may_propose_change(spoken::age(at, now))
            }
            Advice::Propose if *ground == Ground::Agreed => {
                let agreed = reasons.iter().filter(|reason| ground.is_of(reason)).find_map(|reason| {
                    match reason.says {
                        Says::Agreed { way: Some(way), if_so_much } => Some((reason, way, if_so_much)),
                        _ => None,
                    }
                });
                let Some((reason, way, if_so_much)) = agreed else { return Ok(words.may_go()) };
                let (title, way) = (self.names.name(reason.about.id), words.agreement_way(way.as_str()));
                match if_so_much {
                    true => words.may_propose_if_so_much(title, way),
                    false => words.may_propose_agreed(title, way),
                }
            }
            Advice::Propose => {
                let role = reasons.iter().find(|reason| ground.is_of(reason));
                words.may_propose(role.map_or("?", |reason| self.names.name(reason.about.id)))
            }
            Advice::Go if *changes_nothing => words.may_go_harmless(),
            Advice::Go if !whom.is_empty() => words.may_go_tell(who),
            Advice::Go if *ground != Ground::Nothing => words.may_go_own(),
            Advice::Go if strong.any(is_free) => words.may_go_free(),
            Advice::Go if reasons.iter().any(was_dropped) => words.may_go_dropped(),
            Advice::Go => words.may_go(),
        })
    }

    pub fn lines(&self) -> Result<Vec<Line>, Error> {
        let mut lines = Vec::new();
        for reason in &self.answer.reasons {
            let id = reason.about.id;
            let by_name = self.names.is_called_by_name(id);
            let called = if by_name { self.names.name(id) } else { self.names.handle(id) };
            let said = match &reason.says {
                Says::Task | Says::Ended(_) | Says::Open | Says::Decided(_) | Says::Agreed { .. } => {
                    self.names.name(id).to_owned()
                }
                Says::Domain(text) | Says::Accountability(text) => text.clone(),
                Says::Name => String::new(),
            };
            let aside = match &reason.says {
                // What was said may be long; its first line says most, and the page of the task all.
                Says::Ended(Ended { said, .. }) => {
                    let mut lines = said.iter().flat_map(|said| said.lines());
                    lines.find(|line| !line.trim().is_empty()).unwrap_or_default().to_owned()
                }
                Says::Decided(at) => spoken::age(*at, self.session.now()),
                Says::Agreed { way, if_so_much } => {
                    let way = way.map(|way| words().agreement_way(way.as_str())).unwrap_or_default();
                    match if_so_much {
                        true if !way.is_empty() => words().may_if_so_much(way),
                        _ if way.is_empty() && !reason.people.is_empty() => self.people(&reason.people)?,
                        _ => way,
                    }
                }
                _ if reason.people.is_empty() => words().may_nobody(),
                _ => self.people(&reason.people)?,
            };
            // That it is near says already that it decides nothing.
            let label = if reason.bearing == Bearing::Near { "near" } else { reason.says.as_str() };
            lines.push(Line {
                label: words().may_label(label),
                is_strong: reason.bearing == Bearing::Strong,
                about: reason.about,
                called: called.to_owned(),
                said,
                aside,
            });
        }
        for knows in &self.answer.knows {
            lines.push(Line {
                label: words().may_label("knows"),
                is_strong: false,
                about: knows.member.into(),
                called: self.person(knows.member)?,
                said: knows.skills.join(", "),
                aside: String::new(),
            });
        }
        Ok(lines)
    }

    /// What can be typed next: first what the answer says, then what helps with what there is.
    pub fn ways(&self) -> Result<Vec<Way>, Error> {
        let (words, answer) = (words(), self.answer);
        let question = typed(self.question);
        let strong = answer.reasons.iter().filter(|reason| reason.bearing == Bearing::Strong);
        let mut ways = Vec::new();
        if answer.advice != Advice::Go {
            let does = match answer.whom.as_slice() {
                _ if answer.advice == Advice::TakePart => words.may_way_ask_open(),
                [] if answer.ground == Ground::Decided => words.may_way_propose_change(),
                [] => words.may_way_propose(),
                whom => words.may_way_ask(listed(whom.iter().map(|member| self.names.name(*member)))),
            };
            ways.push(Way { typed: format!("setara may {question} --ask"), does });
        }
        if answer.advice == Advice::TakePart {
            let open = strong.clone().find(|reason| answer.ground.is_of(reason));
            ways.extend(open.map(|reason| Way {
                typed: format!("setara decide say {} consent", self.handle(reason)),
                does: words.may_way_say(),
            }));
        }
        if answer.advice == Advice::Propose {
            let vacant =
                strong.clone().find(|reason| answer.ground.is_of(reason) && reason.about.kind == Kind::Role);
            ways.extend(vacant.map(|reason| Way {
                typed: format!("setara role take {}", self.handle(reason)),
                does: words.may_way_take(self.names.name(reason.about.id)),
            }));
        }
        let agreed = strong.clone().filter(|reason| matches!(reason.says, Says::Agreed { .. }));
        ways.extend(agreed.take(OFFERED).map(|reason| Way {
            typed: format!("setara show {}", self.handle(reason)),
            does: words.may_way_read(),
        }));
        let free = strong.clone().filter(|reason| reason.says == Says::Task && reason.people.is_empty());
        ways.extend(free.take(OFFERED).map(|reason| Way {
            typed: format!("setara claim {}", self.handle(reason)),
            does: words.may_way_claim(),
        }));
        for key in self.same()? {
            ways.push(Way { typed: format!("setara settle {key} …"), does: words.may_way_settle() });
        }
        let is_work = strong.clone().any(|reason| reason.says == Says::Task);
        if answer.advice == Advice::Go && !answer.changes_nothing && !is_work {
            let typed = format!("setara add {} --claim", typed(&capital(self.question)));
            ways.push(Way { typed, does: words.may_way_add() });
        }
        Ok(ways)
    }

    /// The questions whether two of the roles that decide should say the same.
    fn same(&self) -> Result<Vec<String>, Error> {
        let deciding = self.answer.reasons.iter().filter(|reason| self.answer.ground.is_of(reason));
        let roles: Vec<RoleId> = deciding.filter_map(|reason| reason.about.typed()).collect();
        let mut keys = Vec::new();
        if roles.len() > 1 {
            let (now, today) = (self.session.now(), self.session.today());
            for held in self.session.board().findings_about(roles[0].into(), now, today)? {
                let finding = &held.finding;
                let is_same = SAME.contains(&finding.rule.as_str()) && held.settled.is_none();
                if is_same && finding.facts.roles.iter().all(|role| roles.contains(role)) {
                    keys.push(self.session.spoken_key(&held)?);
                }
            }
        }
        Ok(keys)
    }

    fn handle(&self, reason: &Reason) -> &str {
        self.names.handle(reason.about.id)
    }

    fn people(&self, members: &[MemberId]) -> Result<String, Error> {
        let names = members.iter().map(|member| self.person(*member)).collect::<Result<Vec<_>, _>>()?;
        Ok(listed(names.iter().map(String::as_str)))
    }

    /// Their name, and whether they are away.
    fn person(&self, member: MemberId) -> Result<String, Error> {
        let name = self.names.name(member);
        let row = self.session.board().member_row(member)?;
        let away = row.and_then(|row| Some(Away { from: row.away_from?, until: row.away_until }));
        let is_away = away.is_some_and(|away| away.covers(self.session.today()));
        Ok(if is_away { words().may_away(name) } else { name.to_owned() })
    }
}

/// A text as a shell reads it as one word.
fn typed(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        if matches!(c, '"' | '\\' | '$' | '`') {
            quoted.push('\\');
        }
        quoted.push(c);
    }
    quoted.push('"');
    quoted
}
