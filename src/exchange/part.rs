//! A part of a board: some of its tasks, and whatever they name.

use std::collections::HashSet;

use super::bundle::{Bundle, Task, WaitsOn};

impl Bundle {
    /// The tasks of these keys, with the goals and roles that they serve and the people who have to do with them. What else
    /// they name is called by its name. What the team decided and said is not a part of anybody's work.
    pub fn part(self, tasks: &HashSet<String>, asked: String) -> Bundle {
        let (inside, others): (Vec<Task>, Vec<Task>) =
            self.tasks.into_iter().partition(|task| tasks.contains(&task.key));
        let mut goals: HashSet<String> = inside.iter().filter_map(|task| task.goal.clone()).collect();
        // A goal without the one above would stand alone there. A circle ends by itself.
        let mut above: Vec<String> = goals.iter().cloned().collect();
        while let Some(key) = above.pop() {
            let parent = self.goals.iter().find(|goal| goal.key == key).and_then(|goal| goal.parent.clone());
            above.extend(parent.filter(|parent| goals.insert(parent.clone())));
        }
        let roles: HashSet<&String> = inside.iter().filter_map(|task| task.role.as_ref()).collect();
        let kept_roles: Vec<_> = self.roles.into_iter().filter(|role| roles.contains(&role.key)).collect();
        let mut people: HashSet<&String> = inside.iter().flat_map(people_of).collect();
        people.extend(kept_roles.iter().flat_map(|role| &role.holders).map(|holder| &holder.member));
        let members = self.members.into_iter().filter(|member| people.contains(&member.key)).collect();
        let named: HashSet<&String> = inside.iter().flat_map(tasks_of).collect();
        let outside = others.into_iter().filter(|task| named.contains(&task.key));
        Bundle {
            format: self.format,
            version: self.version,
            name: self.name,
            asked_for: Some(asked),
            members,
            goals: self.goals.into_iter().filter(|goal| goals.contains(&goal.key)).collect(),
            outside: outside.map(|task| (task.key, called(task.handle, task.title))).collect(),
            roles: kept_roles,
            tasks: inside,
            ..Bundle::default()
        }
    }
}

fn called(handle: Option<String>, title: String) -> String {
    handle.map_or_else(|| title.clone(), |handle| format!("{handle} {title}"))
}

/// The tasks that a task names.
fn tasks_of(task: &Task) -> impl Iterator<Item = &String> {
    let waits = task.blockers.iter().filter_map(|blocker| match &blocker.on {
        Some(WaitsOn::Task(key)) => Some(key),
        _ => None,
    });
    waits.chain(&task.merged_into)
}

/// The members whom a task names.
fn people_of(task: &Task) -> impl Iterator<Item = &String> {
    let waits = task.blockers.iter().filter_map(|blocker| match &blocker.on {
        Some(WaitsOn::Member(key)) => Some(key),
        _ => None,
    });
    let offers = task.offers.iter().flat_map(|offer| [&offer.from, &offer.to]);
    let claims = task.claims.iter().map(|claim| &claim.member);
    let wrote = task.remarks.iter().filter_map(|remark| remark.by.as_ref());
    let raised = task.blockers.iter().filter_map(|blocker| blocker.by.as_ref());
    waits.chain(offers).chain(claims).chain(wrote).chain(raised)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::bundle::{Blocker, Claim, Goal, Member, Tension};
    use crate::exchange::{self, Format};

    fn board() -> Bundle {
        let task = |key: &str, goal: &str, member: &str| Task {
            key: key.into(),
            handle: Some(format!("han-{key}")),
            title: format!("Title {key}"),
            goal: Some(goal.into()),
            claims: vec![Claim { member: member.into(), part: "lead".into(), ..Claim::default() }],
            state: "doing".into(),
            ..Task::default()
        };
        let goal = |key: &str, parent: Option<&str>| Goal {
            key: key.into(),
            title: key.into(),
            parent: parent.map(str::to_owned),
            ..Goal::default()
        };
        let waits = |key: &str| Blocker { on: Some(WaitsOn::Task(key.into())), ..Blocker::default() };
        let member = |key: &str| Member { key: key.into(), name: key.into(), ..Member::default() };
        Bundle {
            members: vec![member("ayu"), member("budi")],
            goals: vec![goal("shop", Some("co-op")), goal("co-op", None), goal("other", None)],
            tasks: vec![
                Task { blockers: vec![waits("b")], ..task("a", "shop", "ayu") },
                task("b", "other", "budi"),
            ],
            tensions: vec![Tension::default()],
            ..Bundle::default()
        }
    }

    #[test]
    fn a_part_has_what_its_tasks_name_and_calls_the_rest_by_name() {
        let part = board().part(&HashSet::from(["a".to_owned()]), "lead:me".into());
        let keys = |keys: Vec<&str>| keys.into_iter().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(part.tasks.iter().map(|task| task.key.clone()).collect::<Vec<_>>(), keys(vec!["a"]));
        assert_eq!(
            part.goals.iter().map(|goal| goal.key.clone()).collect::<Vec<_>>(),
            keys(vec!["shop", "co-op"])
        );
        assert_eq!(part.members.iter().map(|one| one.key.clone()).collect::<Vec<_>>(), keys(vec!["ayu"]));
        assert_eq!(part.outside.get("b").map(String::as_str), Some("han-b Title b"));
        assert!(part.tensions.is_empty());
        for format in [Format::Json, Format::Markdown, Format::Csv] {
            let text = exchange::write(&part, format);
            assert!(text.contains("han-b Title b"), "{text}");
            assert!(!text.contains("budi"), "{text}");
        }
    }
}
