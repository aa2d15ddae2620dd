//! What the rules see, gathered from the tables for one anchor; and which anchors a change touches.

mod decision;
mod people;

use std::collections::{BTreeSet, HashMap, HashSet};

use rusqlite::types::FromSql;
use rusqlite::{Connection, OptionalExtension, Params, params};

use self::decision::decision;
use self::people::{away, member, newcomer, people, people_here, writes};
use super::{
    alike, anchored_merged, anchored_merged_role, anchored_newcomer, anchored_task, circle, goal_anchor,
    overlap, role_anchor,
};
use crate::domain::calendar::At;
use crate::domain::event::WaitsOn;
use crate::domain::folding::folded;
use crate::domain::goal::Goal;
use crate::domain::id::{DecisionId, MemberId, RoleId, SubjectId, TaskId};
use crate::domain::subject::Subject;
use crate::domain::task::{State, Task};
use crate::domain::terms::Terms;
use crate::insight::load::Load;
use crate::insight::{
    self, AgreementScene, Anchor, Brief, Finding, Glance, GoalScene, MergedScene, OrderScene, RoleScene,
    TaskScene, Touch,
};
use crate::store::codec::read_day;
use crate::store::{StoreError, journal, merged, project, term};

/// How far who-waits-on-whom is walked from a task; nobody reads a longer chain.
const WALK: usize = 500;
/// So many parked tasks are looked past to find what hands are free for.
const PARKED: usize = 200;
/// How many tasks of one title or link are compared.
const ALIKE: i64 = 200;

/// The anchors behind what was touched.
pub(super) fn anchors(
    connection: &Connection,
    touches: BTreeSet<Touch>,
) -> Result<BTreeSet<Anchor>, StoreError> {
    let (mut anchors, mut led, mut accountabilities) = (BTreeSet::new(), Vec::new(), Vec::new());
    for touch in touches {
        match touch {
            Touch::Anchor(anchor) => {
                anchors.insert(anchor);
            }
            Touch::Alike(task) => led.push(task),
            Touch::Accountability(text) => accountabilities.extend(project::role_text_key(&text)),
            Touch::Domain(text) => {
                let having = project::role_text_key(&text).map(|id| overlap::with_domain(connection, id));
                anchors.extend(having.transpose()?.into_iter().flatten().map(Anchor::Overlaps));
            }
            Touch::MergedWith(task) => {
                anchors.extend(circle::way(connection, task)?.into_iter().map(Anchor::Merged));
                let old = kept_about(connection, task)?;
                anchors.extend(old.iter().filter_map(|anchor| anchored_merged(anchor)).map(Anchor::Merged));
            }
            Touch::RolesMergedWith(role) => {
                anchors.extend(circle::of_role(connection, role)?.0.into_iter().map(Anchor::MergedRole));
                let old = kept_about(connection, role)?;
                anchors.extend(old.iter().filter_map(|a| anchored_merged_role(a)).map(Anchor::MergedRole));
            }
            Touch::WaitersOn(task) => {
                let waiters = "SELECT task FROM blocker WHERE on_task = ?1 AND live = 1";
                anchors.extend(column(connection, waiters, [task])?.into_iter().map(Anchor::Task));
                let old = kept_about(connection, task)?;
                anchors.extend(old.iter().filter_map(|anchor| anchored_task(anchor)).map(Anchor::Task));
            }
            Touch::CirclesOf(task) => {
                let graph = graph(connection, task)?;
                if graph.values().any(|awaited| awaited.contains(&task)) {
                    anchors.extend(graph.keys().copied().map(Anchor::Task));
                }
            }
            Touch::LedBy(member) => {
                let led = "SELECT task FROM claim WHERE member = ?1 AND live = 1";
                anchors.extend(column(connection, led, [member])?.into_iter().map(Anchor::Task));
            }
            Touch::HeldBy(member) => {
                let held = "SELECT role FROM role_holder WHERE member = ?1";
                anchors.extend(column(connection, held, [member])?.into_iter().map(Anchor::Role));
            }
            Touch::AwaitedFrom(member) => {
                let waiters = "SELECT task FROM blocker WHERE on_member = ?1 AND live = 1";
                anchors.extend(column(connection, waiters, [member])?.into_iter().map(Anchor::Task));
            }
            Touch::ExcusedIn(member) => {
                let excused = "SELECT m.decision FROM decision_member m JOIN decision d ON d.id = m.decision
                    WHERE m.member = ?1 AND m.party = 0 AND d.state = 'adopted'";
                anchors.extend(column(connection, excused, [member])?.into_iter().map(Anchor::Decision));
            }
            Touch::PairedWith(member) => {
                let paired = "SELECT newcomer FROM pairing WHERE buddy = ?1 AND stage = 'accepted'";
                anchors.extend(column(connection, paired, [member])?.into_iter().map(Anchor::Newcomer));
            }
            Touch::Newcomers => {
                let kept = "SELECT anchor FROM finding WHERE rule = ?1";
                let kept: Vec<String> = column(connection, kept, [insight::newcomers().as_str()])?;
                match (kept.is_empty(), people_here(connection)? >= insight::TEAM) {
                    (true, true) => {
                        let here = "SELECT id FROM member WHERE departed IS NULL";
                        anchors.extend(column(connection, here, [])?.into_iter().map(Anchor::Newcomer));
                    }
                    (false, false) => {
                        anchors
                            .extend(kept.iter().filter_map(|a| anchored_newcomer(a)).map(Anchor::Newcomer));
                    }
                    // None was asked about and none can be, or each is asked about already who should be.
                    (true, false) | (false, true) => {}
                }
            }
            Touch::Agreements => {
                let all = "SELECT id FROM agreement";
                anchors.extend(column(connection, all, [])?.into_iter().map(Anchor::Agreement));
            }
            Touch::WrittenBy(decision) => {
                let written = "SELECT agreement FROM agreement_version WHERE decision = ?1
                    UNION SELECT v.agreement FROM decision d JOIN agreement_version v ON v.decision = d.id
                           WHERE d.replaced = ?1";
                anchors.extend(column(connection, written, [decision])?.into_iter().map(Anchor::Agreement));
            }
            Touch::SkillLike(text) => {
                let needed: Vec<String> = column(connection, "SELECT DISTINCT skill FROM task_skill", [])?;
                anchors.extend(needed.into_iter().filter(|skill| folded(skill) == text).map(Anchor::Skill));
            }
            Touch::Adrift => {
                // Mostly there are others, and nothing is asked that was not asked before: then no task is looked at.
                let kept = "SELECT anchor FROM finding WHERE rule = ?1";
                let rule = insight::adrift().as_str();
                let was = connection.prepare_cached(kept)?.exists([rule])?;
                match (was, has_aims(connection)?) {
                    (false, true) => {
                        let adrift = "SELECT id FROM task WHERE list < 9 AND role IS NULL AND goal IS NULL";
                        anchors.extend(column(connection, adrift, [])?.into_iter().map(Anchor::Task));
                    }
                    (true, false) => {
                        let kept: Vec<String> = column(connection, kept, [rule])?;
                        anchors.extend(kept.iter().filter_map(|a| anchored_task(a)).map(Anchor::Task));
                    }
                    (true, true) | (false, false) => {}
                }
            }
            Touch::Everything => anchors.extend(self::anchors(connection, everything(connection)?)?),
        }
    }
    let led = alike::titles::renew_each(connection, &led)?;
    anchors.extend(led.into_iter().map(Anchor::Alike));
    let roles = alike::accountabilities::renew_each(connection, &accountabilities)?;
    anchors.extend(roles.into_iter().map(Anchor::Overlaps));
    Ok(anchors)
}

/// The anchors of the kept findings that speak of a task or a role.
fn kept_about(connection: &Connection, subject: impl Into<SubjectId>) -> Result<Vec<String>, StoreError> {
    let kept = "SELECT f.anchor FROM finding_about a JOIN finding f ON f.key = a.key WHERE a.subject = ?1";
    let subject: SubjectId = subject.into();
    column(connection, kept, [subject])
}

/// Everything that there is to look at.
pub(super) fn everything(connection: &Connection) -> Result<BTreeSet<Touch>, StoreError> {
    let mut touches: BTreeSet<Touch> = [Touch::Anchor(Anchor::Order)].into();
    let tasks: Vec<TaskId> = column(connection, "SELECT id FROM task WHERE list < 9", [])?;
    touches.extend(tasks.into_iter().map(|id| Touch::Anchor(Anchor::Task(id))));
    touches
        .extend(alike::titles::with_any(connection)?.into_iter().map(|id| Touch::Anchor(Anchor::Alike(id))));
    let merged = circle::of_others_that_were(connection)?;
    touches.extend(merged.into_iter().map(|id| Touch::Anchor(Anchor::Merged(id))));
    let titles = "SELECT min(title) FROM task WHERE list < 9 GROUP BY title_key HAVING count(*) > 1";
    let titles: Vec<String> = column(connection, titles, [])?;
    touches.extend(titles.iter().map(|title| Touch::Anchor(Anchor::Title(folded(title)))));
    let links = "SELECT l.url FROM task_link l JOIN task t ON t.id = l.task AND t.list < 9
                  GROUP BY l.url HAVING count(*) > 1";
    touches.extend(column(connection, links, [])?.into_iter().map(|link| Touch::Anchor(Anchor::Link(link))));
    let skills = "SELECT DISTINCT s.skill FROM task_skill s JOIN task t ON t.id = s.task AND t.list < 9";
    touches
        .extend(column(connection, skills, [])?.into_iter().map(|skill| Touch::Anchor(Anchor::Skill(skill))));
    touches.extend(column(connection, "SELECT id FROM role", [])?.into_iter().map(role_anchor));
    let active: Vec<RoleId> = column(connection, "SELECT id FROM role WHERE state = 'active'", [])?;
    touches.extend(active.into_iter().map(|id| Touch::Anchor(Anchor::Overlaps(id))));
    let retired: Vec<RoleId> = column(connection, "SELECT id FROM role WHERE state = 'retired'", [])?;
    touches.extend(retired.into_iter().map(|id| Touch::Anchor(Anchor::MergedRole(id))));
    touches.extend(column(connection, "SELECT id FROM goal", [])?.into_iter().map(goal_anchor));
    let decisions: Vec<DecisionId> = column(connection, "SELECT id FROM decision", [])?;
    touches.extend(decisions.into_iter().map(|id| Touch::Anchor(Anchor::Decision(id))));
    touches.insert(Touch::Agreements);
    let members: Vec<MemberId> = column(connection, "SELECT id FROM member", [])?;
    for id in members {
        touches.extend([Touch::Anchor(Anchor::Member(id)), Touch::Anchor(Anchor::Newcomer(id))]);
    }
    Ok(touches)
}

/// What holds for the whole board while findings are looked for.
pub(super) struct Whole {
    terms: Terms,
    has_aims: bool,
    began: Option<At>,
}

impl Whole {
    pub fn read(connection: &Connection) -> Result<Whole, StoreError> {
        let began = connection
            .prepare_cached("SELECT began FROM founding")?
            .query_row([], |row| row.get(0))
            .optional()?;
        Ok(Whole { terms: term::read(connection)?, has_aims: has_aims(connection)?, began })
    }
}

/// Whether the team has an active role or goal.
fn has_aims(connection: &Connection) -> Result<bool, StoreError> {
    let aims =
        "SELECT 1 FROM role WHERE state = 'active' UNION ALL SELECT 1 FROM goal WHERE state = 'active'";
    Ok(connection.prepare_cached(aims)?.exists([])?)
}

/// The findings of an anchor as the tables stand.
pub(super) fn findings(
    connection: &Connection,
    anchor: &Anchor,
    whole: &Whole,
) -> Result<Vec<Finding>, StoreError> {
    let terms = &whole.terms;
    Ok(match anchor {
        Anchor::Task(id) => {
            let Some(glance) = glance(connection, *id, whole)?.filter(|glance| insight::may_ask(*glance))
            else {
                return Ok(Vec::new());
            };
            match existing(connection, (*id).into())? {
                Some(Subject::Task(task)) => {
                    of_task(connection, &task, whole, |scene| insight::of_task(glance, scene))?
                }
                _ => Vec::new(),
            }
        }
        Anchor::Title(title) => insight::of_title(&same_title(connection, title)?),
        Anchor::Link(link) => {
            let same = "SELECT t.id FROM task_link l JOIN task t ON t.id = l.task
                         WHERE l.url = ?1 AND t.list < 9 ORDER BY t.id LIMIT ?2";
            insight::of_link(link, &briefs(connection, &column(connection, same, params![link, ALIKE])?)?)
        }
        Anchor::Alike(id) => {
            alike::titles::scene(connection, *id)?.map(|scene| insight::of_alike(&scene)).unwrap_or_default()
        }
        Anchor::Merged(id) => insight::of_merged(&circle::scene(connection, *id)?),
        Anchor::MergedRole(id) => {
            let (way, is_circle) = circle::of_role(connection, *id)?;
            let circle = if is_circle { circle::merges(connection, &way)? } else { Vec::new() };
            insight::of_merged_role(&MergedScene { circle })
        }
        Anchor::Role(id) => match existing(connection, (*id).into())? {
            Some(Subject::Role(role)) => {
                let people = people(connection, role.holders.iter().map(|holding| holding.member))?;
                insight::of_role(&RoleScene { role: &role, people: &people, terms })
            }
            _ => Vec::new(),
        },
        Anchor::Overlaps(id) => {
            overlap::scene(connection, *id)?.map(|scene| insight::of_overlaps(&scene)).unwrap_or_default()
        }
        Anchor::Goal(id) => match existing(connection, (*id).into())? {
            Some(Subject::Goal(goal)) => of_goal(connection, &goal, terms)?,
            _ => Vec::new(),
        },
        Anchor::Decision(id) => {
            decision(connection, *id)?.map(|scene| insight::of_decision(&scene)).unwrap_or_default()
        }
        Anchor::Agreement(id) => match existing(connection, (*id).into())? {
            Some(Subject::Agreement(agreement)) => {
                let here: Vec<MemberId> =
                    column(connection, "SELECT id FROM member WHERE departed IS NULL", [])?;
                let outcomes = agreement.outcomes(|id| existing(connection, id))?;
                let is_here = |member: MemberId| here.contains(&member);
                let reviews = agreement.reviews(is_here, |id| outcomes.get(&id).cloned());
                insight::of_agreement(&AgreementScene { agreement: *id, reviews })
            }
            _ => Vec::new(),
        },
        Anchor::Member(id) => {
            member(connection, *id)?.map(|scene| insight::of_member(&scene)).unwrap_or_default()
        }
        Anchor::Newcomer(id) => {
            newcomer(connection, *id, whole)?.map(|scene| insight::of_newcomer(&scene)).unwrap_or_default()
        }
        Anchor::Skill(skill) => insight::of_skill(&people::skill(connection, skill)?),
        Anchor::Order => insight::of_order(&order(connection)?),
    })
}

fn glance(connection: &Connection, id: TaskId, whole: &Whole) -> Result<Option<Glance>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT list < 9, leads > 0, blocked > 0, due IS NOT NULL, state IN ('doing', 'review'),
               EXISTS (SELECT 1 FROM claim c WHERE c.task = t.id AND c.ending = 'left'),
               role IS NULL AND goal IS NULL
             FROM task t WHERE t.id = ?1",
        )?
        .query_row([id], |row| {
            Ok(Glance {
                is_live: row.get(0)?,
                is_led: row.get(1)?,
                is_blocked: row.get(2)?,
                is_due: row.get(3)?,
                is_begun: row.get(4)?,
                was_left: row.get(5)?,
                is_adrift: whole.has_aims && row.get(6)?,
            })
        })
        .optional()?)
}

/// What the rules find in all tasks and would not look for, because they think at a glance that nothing can be there.
pub(super) fn overlooked(connection: &Connection) -> Result<Vec<Finding>, StoreError> {
    let whole = &Whole::read(connection)?;
    let mut overlooked = Vec::new();
    for id in column::<TaskId>(connection, "SELECT id FROM task", [])? {
        if let Some(Subject::Task(task)) = existing(connection, id.into())? {
            let glance = glance(connection, id, whole)?;
            overlooked.extend(of_task(connection, &task, whole, |scene| insight::overlooked(glance, scene))?);
        }
    }
    Ok(overlooked)
}

fn of_task(
    connection: &Connection,
    task: &Task,
    whole: &Whole,
    find: impl FnOnce(&TaskScene<'_>) -> Vec<Finding>,
) -> Result<Vec<Finding>, StoreError> {
    let awaited: Vec<TaskId> = task
        .open_blockers()
        .filter_map(|blocker| match &blocker.on {
            Some(WaitsOn::Task(task)) => Some(*task),
            Some(WaitsOn::Member(_) | WaitsOn::Other(_)) | None => None,
        })
        .collect();
    let waits = briefs(connection, &awaited)?.into_iter().map(|brief| (brief.id, brief)).collect();
    let graph = if awaited.is_empty() { HashMap::new() } else { graph(connection, task.id)? };
    let awaited = task.open_blockers().filter_map(|blocker| match blocker.on {
        Some(WaitsOn::Member(member)) => Some(member),
        Some(WaitsOn::Task(_) | WaitsOn::Other(_)) | None => None,
    });
    let people = people(connection, task.leads().map(|claim| claim.member).chain(awaited))?;
    let Whole { terms, has_aims, .. } = whole;
    let (waits, graph) = (&waits, &graph);
    Ok(find(&TaskScene { task, people: &people, waits, graph, has_aims: *has_aims, terms }))
}

fn of_goal(connection: &Connection, goal: &Goal, terms: &Terms) -> Result<Vec<Finding>, StoreError> {
    let (has_work, work_moved) = connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM task WHERE goal = ?1 AND list < 9),
                    (SELECT max(since) FROM task WHERE goal = ?1)",
        )?
        .query_row([goal.id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(insight::of_goal(&GoalScene { goal, has_work, work_moved, terms }))
}

/// Who has room for another task, and the first tasks of the order that they could pull. The parked ones before them are
/// back in the order on their day, and the finding says from when it holds.
fn order(connection: &Connection) -> Result<OrderScene, StoreError> {
    let mut members = connection.prepare_cached(
        "SELECT (SELECT count(DISTINCT c.task) FROM claim c WHERE c.member = m.id AND c.in_hand = 1), m.claim_limit,
                m.away_from, m.away_until, m.id
           FROM member m WHERE m.departed IS NULL ORDER BY m.id",
    )?;
    let mut rows = members.query([])?;
    let (mut hands, merges) = (Vec::new(), merged::all(connection)?);
    while let Some(row) = rows.next()? {
        if Load::of(row.get(0)?, row.get(1)?).has_room() && writes(connection, &merges, row.get(4)?)? {
            hands.push(away(row.get(2)?, row.get(3)?));
        }
    }
    let mut free = connection.prepare_cached(
        "SELECT id, parked FROM task INDEXED BY task_free WHERE leads = 0 AND list = 2 AND list < 9 AND blocked = 0
          ORDER BY rank, id",
    )?;
    let mut rows = free.query([])?;
    let (mut next, mut parked) = (Vec::new(), 0);
    while next.len() - parked < hands.len().min(insight::NEXT) && parked < PARKED {
        let Some(row) = rows.next()? else { break };
        let until = read_day(row.get(1)?);
        parked += usize::from(until.is_some());
        next.push((row.get(0)?, until));
    }
    Ok(OrderScene { hands, next })
}

fn same_title(connection: &Connection, title: &str) -> Result<Vec<Brief>, StoreError> {
    let same = "SELECT id FROM task WHERE title_key = ?1 AND list < 9 ORDER BY id LIMIT ?2";
    if title.is_empty() {
        // Records of elsewhere may have no title; that is nothing to have in common.
        return Ok(Vec::new());
    }
    let ids: Vec<TaskId> = column(connection, same, params![project::text_key(title), ALIKE])?;
    if ids.len() < 2 { Ok(Vec::new()) } else { briefs(connection, &ids) }
}

fn briefs(connection: &Connection, ids: &[TaskId]) -> Result<Vec<Brief>, StoreError> {
    let mut briefs = Vec::with_capacity(ids.len());
    for id in ids {
        let row = connection
            .prepare_cached("SELECT state, since, rank FROM task WHERE id = ?1")?
            .query_row([id], |row| Ok((row.get::<_, String>(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        let Some((word, since, rank)) = row else { continue };
        let state =
            State::ALL.into_iter().find(|state| state.as_str() == word).ok_or_else(StoreError::damaged)?;
        let leads = "SELECT member FROM claim WHERE task = ?1 AND live = 1 AND part = 'lead' ORDER BY member";
        briefs.push(Brief { id: *id, state, since, rank, leads: column(connection, leads, [id])? });
    }
    Ok(briefs)
}

/// Who waits on whom, walked from a task along open blockers of live tasks.
fn graph(connection: &Connection, from: TaskId) -> Result<HashMap<TaskId, Vec<TaskId>>, StoreError> {
    let mut graph = HashMap::new();
    let mut seen = HashSet::from([from]);
    let mut next = vec![from];
    while let Some(task) = next.pop() {
        if graph.len() >= WALK {
            break;
        }
        let awaited =
            "SELECT DISTINCT b.on_task FROM blocker b JOIN task t ON t.id = b.on_task AND t.list < 9
                        WHERE b.task = ?1 AND b.live = 1 ORDER BY 1";
        let awaited: Vec<TaskId> = column(connection, awaited, [task])?;
        next.extend(awaited.iter().copied().filter(|id| seen.insert(*id)));
        graph.insert(task, awaited);
    }
    Ok(graph)
}

pub(super) fn existing(connection: &Connection, id: SubjectId) -> Result<Option<Subject>, StoreError> {
    Ok(journal::fold(connection, id)?.filter(Subject::exists))
}

pub(super) fn column<T: FromSql>(
    connection: &Connection,
    sql: &str,
    values: impl Params,
) -> Result<Vec<T>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(values, |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
