//! The sample board that `setara demo` opens: `assets/demo.toml`, made into a bundle of today.
//!
//! The file is a bundle in TOML, except that its keys are short names and its dates are told from now. Both are put
//! right in the parsed table, before serde sees it; so the file needs no types of its own. There, too, the team's texts
//! become those of another language.
//!
//! **Invariant:** there is the same to find on any weekday and at any hour: what a rule counts in working days, the
//! file tells in working days.

use std::collections::HashMap;

use chrono::{DateTime, Days, TimeDelta, Utc};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use toml::{Table, Value};
use uuid::{Builder, Uuid};

use super::bundle::{self, Bundle};
use crate::domain::calendar::{At, Day};
use crate::domain::week::Week;
use crate::words::Language;

const TEAM: &str = include_str!("../../assets/demo.toml");
/// What the team writes in Indonesian, by what it writes in English.
const INDONESIAN: &str = include_str!("../../assets/demo.id.toml");

/// Fields that hold a moment.
const MOMENTS: &[&str] =
    &["asked", "at", "cleared", "created", "ended", "joined", "lease", "left", "raised", "since"];
/// Fields that hold a day.
const DAYS: &[&str] =
    &["away_from", "away_until", "date", "due", "parked", "promised", "review", "term", "until"];
/// Fields that hold a key.
const KEYS: &[&str] = &["by", "from", "goal", "key", "member", "parent", "role", "task", "to"];

/// The sample team, with all its dates told from `now`.
pub fn bundle(now: DateTime<Utc>, language: Language) -> Bundle {
    let mut team: Table = TEAM.parse().expect("assets/demo.toml is TOML: a test reads it");
    // A year from either end of the calendar, so that all that the team did and means to do lies within it.
    let year = TimeDelta::days(366);
    let now = now.clamp(At::START.to_utc() + year, At::LAST.to_utc() - year);
    Resolving { ids: ids(&team), texts: texts(language), now }.table(&mut team);
    let team =
        Bundle::deserialize(Value::Table(team)).expect("assets/demo.toml is a bundle: a test reads it");
    Bundle { format: bundle::FORMAT.to_owned(), version: bundle::VERSION, ..team }
}

/// The UUIDs of all items, by their short names.
fn ids(team: &Table) -> HashMap<String, String> {
    let items = team.values().filter_map(Value::as_array).flatten().filter_map(Value::as_table);
    items
        .filter_map(|item| {
            let key = item.get("key")?.as_str()?;
            Some((key.to_owned(), id(key, item.get("salt").and_then(Value::as_integer)).to_string()))
        })
        .collect()
}

/// A version 8 UUID made from a short name. A salt chooses another one, for a handle that is nice to say.
fn id(key: &str, salt: Option<i64>) -> Uuid {
    let seed = salt.map_or_else(|| key.to_owned(), |salt| format!("{key} {salt}"));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&Sha256::digest(seed)[..16]);
    Builder::from_custom_bytes(bytes).into_uuid()
}

/// The team's texts in another language. What both say alike is left out.
fn texts(language: Language) -> Table {
    match language {
        Language::English => Table::new(),
        Language::Indonesian => INDONESIAN.parse().expect("assets/demo.id.toml is TOML: a test reads it"),
    }
}

/// Makes UUIDs of short names and dates of offsets, all the way down.
struct Resolving {
    ids: HashMap<String, String>,
    texts: Table,
    now: DateTime<Utc>,
}

impl Resolving {
    fn table(&self, table: &mut Table) {
        table.remove("salt");
        for (field, value) in table {
            self.value(field, value);
        }
    }

    fn value(&self, field: &str, value: &mut Value) {
        match value {
            Value::String(text) => {
                if let Some(resolved) = self.resolved(field, text) {
                    *text = resolved;
                }
            }
            Value::Table(inner) => self.table(inner),
            Value::Array(items) => items.iter_mut().for_each(|item| self.value(field, item)),
            _ => {}
        }
    }

    /// What stands for a field's text; `None` where it says what it means, or cannot be read and is left for serde.
    fn resolved(&self, field: &str, text: &str) -> Option<String> {
        if MOMENTS.contains(&field) {
            moment(text, self.now).map(|moment| moment.to_rfc3339())
        } else if DAYS.contains(&field) {
            moment(text, self.now).map(|moment| moment.date_naive().to_string())
        } else if KEYS.contains(&field) {
            self.ids.get(text).cloned()
        } else {
            self.texts.get(text).and_then(Value::as_str).map(str::to_owned)
        }
    }
}

/// `-3d`, `-5h`, `+4wd`, or several that share the sign: `-9wd 2h`.
fn moment(text: &str, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let is_past = text.starts_with('-');
    let mut moment = now;
    for step in text.strip_prefix(['-', '+'])?.split_whitespace() {
        let (count, unit) = step.split_at(step.find(|c: char| !c.is_ascii_digit())?);
        let count: u32 = count.parse().ok()?;
        moment = match (unit, is_past) {
            ("h", true) => moment.checked_sub_signed(TimeDelta::hours(count.into()))?,
            ("h", false) => moment.checked_add_signed(TimeDelta::hours(count.into()))?,
            ("d", true) => moment.checked_sub_days(Days::new(count.into()))?,
            ("d", false) => moment.checked_add_days(Days::new(count.into()))?,
            ("wd", true) => working_day_before(moment.date_naive(), count).and_time(moment.time()).and_utc(),
            ("wd", false) => At::from(moment).plus_working_days(count, Week::default()).to_utc(),
            _ => return None,
        };
    }
    Some(moment)
}

fn working_day_before(day: Day, count: u32) -> Day {
    At::working_days_before(day, count, Week::default()).day()
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use chrono::Datelike;

    use super::super::bundle::{Blocker, Claim, Task, WaitsOn};
    use super::*;
    use crate::domain::folding::folded;
    use crate::domain::handle;

    fn bundle(now: DateTime<Utc>) -> Bundle {
        super::bundle(now, Language::English)
    }

    /// Two weeks of mornings, noons and late evenings.
    fn moments() -> impl Iterator<Item = DateTime<Utc>> {
        let first: DateTime<Utc> = "2026-11-16T00:05:00Z".parse().unwrap();
        (0..14).flat_map(move |day| [0, 9, 23].map(|hour| first + TimeDelta::hours(day * 24 + hour)))
    }

    fn saturday() -> DateTime<Utc> {
        "2026-11-21T09:31:00Z".parse().unwrap()
    }

    /// The short names of all items, by their UUIDs.
    fn names() -> HashMap<String, String> {
        ids(&TEAM.parse().unwrap()).into_iter().map(|(name, id)| (id, name)).collect()
    }

    /// What there is to find, in the words of the rules' own files. The rules themselves are tested
    /// where they live; this says what the sample team means them to see.
    struct Board {
        bundle: Bundle,
        names: HashMap<String, String>,
        now: At,
    }

    impl Board {
        fn at(now: DateTime<Utc>, language: Language) -> Board {
            Board { bundle: super::bundle(now, language), names: names(), now: now.into() }
        }

        fn name(&self, key: &str) -> &str {
            self.names[key].split_once(':').unwrap().1
        }

        fn live(&self) -> impl Iterator<Item = &Task> {
            self.bundle.tasks.iter().filter(|task| !matches!(task.state.as_str(), "done" | "dropped"))
        }

        fn task(&self, key: &str) -> (usize, &Task) {
            self.bundle.tasks.iter().enumerate().find(|(_, task)| task.key == key).unwrap()
        }

        fn is_over(&self, since: DateTime<Utc>, working_days: u32) -> bool {
            At::from(since).plus_working_days(working_days, Week::default()) <= self.now
        }

        fn is_stale(&self, blocker: &Blocker) -> bool {
            let from = blocker.promised.map(At::end_of).or(blocker.asked.map(At::from));
            from.is_some_and(|from| from.plus_working_days(3, Week::default()) <= self.now)
        }

        fn situations(&self) -> Vec<String> {
            let mut all = Vec::new();
            let mut found = |rule: &str, about: &[&str]| {
                let about: Vec<_> = about.iter().map(|key| self.name(key)).collect();
                all.push(format!("{rule} {}", about.join(" ")));
            };
            for (place, task) in self.bundle.tasks.iter().enumerate() {
                if matches!(task.state.as_str(), "done" | "dropped") {
                    continue;
                }
                let key = task.key.as_str();
                if leads(task).count() > 1 {
                    found("O1", &[key]);
                }
                if let Some(due) = task.due {
                    if leads(task).next().is_none()
                        && At::working_days_before(due, 3, Week::default()) <= self.now
                    {
                        found("G2", &[key]);
                    }
                    for lead in leads(task) {
                        let member = self.bundle.members.iter().find(|m| m.key == lead.member).unwrap();
                        if member.away_from.is_some_and(|from| from <= due) && member.away_until > Some(due) {
                            found("G5", &[key]);
                        }
                    }
                }
                if task.claims.iter().any(|c| c.end.is_none() && At::from(c.lease.unwrap()) < self.now) {
                    found("S1", &[key]);
                }
                for blocker in task.blockers.iter().filter(|blocker| blocker.cleared.is_none()) {
                    if blocker.asked.is_none() && self.is_over(blocker.raised.unwrap(), 1) {
                        found("S3", &[key]);
                    }
                    if self.is_stale(blocker) {
                        found("S4", &[key]);
                    }
                    let Some(WaitsOn::Task(on)) = &blocker.on else { continue };
                    let (below, other) = self.task(on);
                    if other.state == "done" {
                        found("S5", &[key]);
                    } else if leads(other).next().is_none() && other.state == "open" && below > place + 10 {
                        found("W1", &[key]);
                    }
                    let back = WaitsOn::Task(task.key.clone());
                    if other.blockers.iter().any(|b| b.cleared.is_none() && b.on.as_ref() == Some(&back)) {
                        found("W2", &[key, on]);
                    }
                }
            }
            for (one, other) in pairs(&self.live().collect::<Vec<_>>()) {
                let differ = leads(one).any(|a| leads(other).any(|b| a.member != b.member));
                if differ && folded(&one.title) == folded(&other.title) {
                    found("O4", &[&one.key, &other.key]);
                }
                if differ && one.links.iter().any(|link| other.links.contains(link)) {
                    found("O6", &[&one.key, &other.key]);
                }
            }
            for (one, other) in pairs(&self.bundle.roles.iter().collect::<Vec<_>>()) {
                if share(&one.domains, &other.domains) {
                    found("O2", &[&one.key, &other.key]);
                }
                if share(&one.accountabilities, &other.accountabilities) {
                    found("O3", &[&one.key, &other.key]);
                }
            }
            for role in &self.bundle.roles {
                if role.holders.is_empty() && At::from(role.created.unwrap()).days_until(self.now) >= 7 {
                    found("G1", &[&role.key]);
                }
            }
            for goal in &self.bundle.goals {
                let tasks = || self.bundle.tasks.iter().filter(|task| task.goal.as_ref() == Some(&goal.key));
                let moved = tasks().map(|task| At::from(task.since.unwrap())).max();
                let read = goal.readings.last().map(|reading| At::end_of(reading.date));
                let is_still = moved.max(read).is_none_or(|at| at.days_until(self.now) >= 14);
                if is_still || self.live().all(|task| task.goal.as_ref() != Some(&goal.key)) {
                    found("G4", &[&goal.key]);
                }
            }
            for member in &self.bundle.members {
                let in_hand = self.live().filter(|task| {
                    task.state == "doing"
                        && task.blockers.iter().all(|blocker| blocker.cleared.is_some())
                        && leads(task).any(|lead| lead.member == member.key)
                });
                if in_hand.count() > member.limit.unwrap_or(3) as usize {
                    found("L1", &[&member.key]);
                }
            }
            all.sort();
            all
        }
    }

    fn leads(task: &Task) -> impl Iterator<Item = &Claim> {
        task.claims.iter().filter(|claim| claim.part == "lead" && claim.end.is_none())
    }

    fn share(some: &[String], others: &[String]) -> bool {
        some.iter().any(|one| others.iter().any(|other| folded(one) == folded(other)))
    }

    fn pairs<'t, T>(items: &[&'t T]) -> Vec<(&'t T, &'t T)> {
        let with_later =
            |(i, one): (usize, &&'t T)| items[i + 1..].iter().map(|other| (*one, *other)).collect();
        items.iter().enumerate().flat_map::<Vec<_>, _>(with_later).collect()
    }

    #[test]
    fn at_the_ends_of_the_calendar_there_is_a_team_too() {
        for now in [At::START, At(i64::MIN), At::LAST, At::NEVER] {
            let bundle = bundle(now.to_utc());
            let days = bundle
                .tasks
                .iter()
                .filter_map(|task| task.due)
                .chain(bundle.goals.iter().filter_map(|goal| goal.due));
            assert!(
                days.clone().count() > 0 && days.into_iter().all(|day| (1970..=9999).contains(&day.year()))
            );
        }
    }

    #[test]
    fn there_is_the_same_to_find_on_any_day_in_any_language() {
        for (now, language) in moments().flat_map(|now| Language::ALL.map(|language| (now, language))) {
            let expected = [
                "G1 bookkeeping",
                "G2 shop-list",
                "G4 answers",
                "G4 reserve",
                "G5 backups",
                "L1 budi",
                "O1 contract",
                "O2 treasurer store",
                "O3 onboarding help",
                "O4 returns returns-again",
                "O6 near-me search",
                "S1 guide",
                "S3 logos",
                "S4 photos",
                "S4 vat",
                "S5 first-payments",
                "W1 test-orders",
                "W2 couriers delivery-prices",
                "W2 delivery-prices couriers",
            ];
            let found = Board::at(now, language).situations();
            assert_eq!(found, expected, "{language:?} {}", now.format("%a %T"));
        }
    }

    #[test]
    fn the_team_is_as_large_as_promised() {
        let team = bundle(saturday());
        let sizes = (team.members.len(), team.roles.len(), team.goals.len(), team.tasks.len());
        assert_eq!(sizes, (7, 9, 4, 40));
        let mut states = BTreeMap::new();
        for task in &team.tasks {
            *states.entry(task.state.as_str()).or_insert(0) += 1;
        }
        assert_eq!(
            states.into_iter().collect::<Vec<_>>(),
            [("doing", 8), ("done", 8), ("dropped", 2), ("open", 19), ("review", 3)]
        );
    }

    #[test]
    fn every_key_is_the_id_of_an_item() {
        let (board, names) = (serde_json::to_value(bundle(saturday())).unwrap(), names());
        let mut keys = Vec::new();
        visit(&board, "", &mut |field, text| {
            if KEYS.contains(&field) {
                keys.push(text.to_owned());
            }
            let is_name = ["member:", "role:", "goal:", "task:"].iter().any(|kind| text.starts_with(kind));
            assert!(!is_name, "{field} {text} was not found");
        });
        assert!(keys.len() > 200);
        for key in keys {
            assert!(names.contains_key(&key), "{key}");
        }
    }

    #[test]
    fn references_are_of_the_right_kind() {
        let (team, names) = (bundle(saturday()), names());
        let is = |kind: &str, key: &str| assert!(names[key].starts_with(kind), "{} is no {kind}", names[key]);
        for task in &team.tasks {
            task.role.iter().for_each(|key| is("role:", key));
            task.goal.iter().for_each(|key| is("goal:", key));
            task.claims.iter().for_each(|claim| is("member:", &claim.member));
            task.remarks.iter().flat_map(|remark| &remark.by).for_each(|key| is("member:", key));
            for offer in &task.offers {
                is("member:", &offer.to);
                assert!(leads(task).any(|lead| lead.member == offer.from), "one offers one's own lead");
            }
            for blocker in &task.blockers {
                blocker.by.iter().for_each(|key| is("member:", key));
                match &blocker.on {
                    Some(WaitsOn::Member(key)) => is("member:", key),
                    Some(WaitsOn::Task(key)) => is("task:", key),
                    Some(WaitsOn::Other(_)) | None => {}
                }
            }
        }
        team.roles.iter().flat_map(|role| &role.holders).for_each(|holder| is("member:", &holder.member));
        team.goals.iter().flat_map(|goal| &goal.parent).for_each(|key| is("goal:", key));
    }

    /// Serde passes over a field that it does not know; here a slip of the pen must not.
    #[test]
    fn nothing_in_the_file_is_lost() {
        fn holds(whole: &serde_json::Value, part: &Value, path: &str) {
            match part {
                Value::Table(fields) => {
                    for (field, part) in fields.iter().filter(|(field, _)| *field != "salt") {
                        let path = format!("{path}.{field}");
                        holds(whole.get(field).unwrap_or_else(|| panic!("{path} is unknown")), part, &path);
                    }
                }
                Value::Array(parts) => {
                    for (i, part) in parts.iter().enumerate() {
                        holds(&whole[i], part, &format!("{path}[{i}]"));
                    }
                }
                _ => assert!(!whole.is_null(), "{path} is lost"),
            }
        }
        let file: Table = TEAM.parse().unwrap();
        holds(&serde_json::to_value(bundle(saturday())).unwrap(), &Value::Table(file), "");
    }

    #[test]
    fn words_are_those_of_the_bundle() {
        let team = bundle(saturday());
        let (goals, roles) = (team.goals.iter(), team.roles.iter());
        assert!(goals.clone().all(|goal| ["long", "short"].contains(&goal.horizon.as_str())));
        assert!(goals.map(|goal| &goal.state).chain(roles.map(|role| &role.state)).all(|s| s == "active"));
        for claim in team.tasks.iter().flat_map(|task| &task.claims) {
            assert!(["lead", "helper"].contains(&claim.part.as_str()));
            let ends = [None, Some("given-back"), Some("handed-over"), Some("taken-over"), Some("done")];
            assert!(ends.contains(&claim.end.as_deref()));
            assert!(claim.lease.is_some());
            assert_eq!(claim.end.is_some(), claim.ended.is_some());
        }
        for task in &team.tasks {
            assert_eq!(task.reason.is_some(), task.state == "dropped");
            let is_finished = ["done", "dropped"].contains(&task.state.as_str());
            assert!(!is_finished || task.claims.iter().all(|claim| claim.end.is_some()), "{}", task.title);
            let is_held = leads(task).next().is_some();
            assert!(is_held || !["doing", "review"].contains(&task.state.as_str()), "{}", task.title);
        }
    }

    #[test]
    fn history_reads_forwards() {
        for now in moments() {
            let team = bundle(now);
            for task in &team.tasks {
                let created = task.created.unwrap();
                let in_order = |moments: &[Option<DateTime<Utc>>]| {
                    let moments: Vec<_> = moments.iter().flatten().collect();
                    assert!(moments.is_sorted(), "{}: {moments:?}", task.title);
                };
                in_order(&[Some(created), task.since, Some(now)]);
                for claim in &task.claims {
                    in_order(&[Some(created), claim.since, claim.lease]);
                    in_order(&[claim.since, claim.ended, Some(now)]);
                }
                for offer in &task.offers {
                    let claim = leads(task).find(|claim| claim.member == offer.from).unwrap();
                    in_order(&[claim.since, offer.at, Some(now)]);
                }
                for blocker in &task.blockers {
                    in_order(&[Some(created), blocker.raised, blocker.asked, blocker.cleared, Some(now)]);
                }
                for remark in &task.remarks {
                    in_order(&[Some(created), remark.at, Some(now)]);
                }
            }
            for goal in &team.goals {
                assert!(goal.readings.is_sorted_by(|a, b| a.date < b.date), "{}", goal.title);
                assert!((5..=8).contains(&goal.readings.len()));
            }
        }
    }

    #[test]
    fn handles_stay_and_can_be_said_aloud() {
        let shown = |id: &str| handle::whole(id.parse().unwrap())[..5].to_owned();
        let team = bundle(saturday());
        assert_eq!(shown(&team.tasks[0].key), "bakul");
        assert_eq!(shown(&team.tasks[1].key), "danum");
        let ids = |board: &Bundle| -> Vec<String> {
            let members = board.members.iter().map(|member| &member.key);
            let others =
                board.roles.iter().map(|role| &role.key).chain(board.goals.iter().map(|goal| &goal.key));
            members.chain(others).chain(board.tasks.iter().map(|task| &task.key)).cloned().collect()
        };
        let all = ids(&team);
        for (n, id) in all.iter().enumerate() {
            let alike = all[..n].iter().find(|other| shown(other)[..3] == shown(id)[..3]);
            assert_eq!(alike, None, "three letters tell all apart: {}", shown(id));
        }
    }

    #[test]
    fn offsets_count_from_now() {
        let at = |text| moment(text, saturday()).map(|at| at.to_rfc3339());
        assert_eq!(at("-3d").as_deref(), Some("2026-11-18T09:31:00+00:00"));
        assert_eq!(at("-1wd 2h").as_deref(), Some("2026-11-20T07:31:00+00:00"));
        assert_eq!(
            at("+2wd").as_deref(),
            Some("2026-11-25T00:00:00+00:00"),
            "a Saturday counts as the Monday"
        );
        for text in ["3d", "-d", "-3", "-3x", "2026-11-21"] {
            assert_eq!(at(text), None, "{text}");
        }
    }

    #[test]
    fn everything_that_the_team_writes_is_there_in_indonesian() {
        let (board, other) = (serde_json::to_value(bundle(saturday())).unwrap(), texts(Language::Indonesian));
        let same = [
            "%",
            "Ayu",
            "Bu Sri",
            "Budi",
            "Citra",
            "Dewi",
            "Eka",
            "Fajar",
            "Gita",
            "Warung Kode",
            "bug",
            "data",
            "rust",
            "sql",
            "video",
        ];
        let written = ["accountabilities", "contact", "domains", "focus", "how", "learns", "measure", "name"];
        let written =
            [&written[..], &["next", "note", "notes", "other", "purpose", "skills", "tags"]].concat();
        let written = [&written[..], &["teaches", "text", "title", "unit", "what", "why"]].concat();
        let mut used = BTreeSet::new();
        visit(&board, "", &mut |field, text| {
            if other.contains_key(text) {
                used.insert(text.to_owned());
            } else {
                assert!(!written.contains(&field) || same.contains(&text), "{field}: {text}");
            }
        });
        let unused: Vec<_> = other.keys().filter(|text| !used.contains(*text)).collect();
        assert!(unused.is_empty(), "{unused:?}");
        assert!(used.len() > 180);
    }

    fn visit(value: &serde_json::Value, field: &str, visitor: &mut impl FnMut(&str, &str)) {
        match value {
            serde_json::Value::String(text) => visitor(field, text),
            serde_json::Value::Array(items) => items.iter().for_each(|item| visit(item, field, visitor)),
            serde_json::Value::Object(fields) => {
                fields.iter().for_each(|(field, value)| visit(value, field, visitor));
            }
            _ => {}
        }
    }
}
