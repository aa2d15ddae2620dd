//! Figures in words, with the charts and numbers that screens, pages and Markdown lay out.

use super::super::{Error, Session};
use crate::domain::calendar::Day;
use crate::domain::spoken;
use crate::exchange::report::{Chart, Report, Shows, Told};
use crate::insight::figures::{Figure, GoalLine, Lack, Name, STEPS, Value};
use crate::store::FactsSince;
use crate::words::{language, words};

impl Session {
    /// All figures in words.
    pub fn report(&self) -> Result<Report, Error> {
        let today = self.today();
        let words = words();
        Ok(Report {
            language: language().as_str(),
            title: words.figures_title(),
            of: words.figures_of(self.team()?, spoken::date(today, today)),
            about: words.figures_about(),
            figures: self.figures()?.iter().map(|figure| told(figure, today)).collect(),
        })
    }

    /// What happened since a moment, in a few words each; nothing of what did not happen.
    pub fn say_facts(&self, facts: &FactsSince) -> Vec<String> {
        let words = words();
        let said = [
            (facts.done, words.figures_since_done(facts.done)),
            (facts.raised, words.figures_since_raised(facts.raised)),
            (facts.cleared, words.figures_since_cleared(facts.cleared)),
            (facts.handed_over, words.figures_since_handed(facts.handed_over)),
            (facts.taken_over, words.figures_since_taken(facts.taken_over)),
            (facts.given_back, words.figures_since_given(facts.given_back)),
            (facts.quiet, words.figures_since_quiet(facts.quiet)),
        ];
        said.into_iter().filter(|(n, _)| *n > 0).map(|(_, said)| said).collect()
    }
}

/// A figure in words.
pub fn told(figure: &Figure, today: Day) -> Told {
    let mut told = Told {
        name: figure.name.as_str(),
        title: words().figures_name(figure.name.as_str()),
        says: Vec::new(),
        basis: basis(figure, today),
        definition: words().figures_definition(figure.name.as_str()),
        charts: Vec::new(),
        numbers: Vec::new(),
    };
    match &figure.value {
        Ok(value) => told.say(value, figure.name, today),
        Err(Lack::Few) => told.says.push(words().figures_few(figure.name.least())),
        Err(Lack::People) => told.says.push(words().figures_people()),
    }
    told
}

/// How much is behind it, and from when.
fn basis(figure: &Figure, today: Day) -> String {
    let things = things(figure.name, figure.n);
    match figure.name {
        Name::InHand => words().figures_now(things),
        _ => words().figures_from(things, spoken::date(figure.from, today)),
    }
}

fn things(name: Name, n: usize) -> String {
    match name {
        Name::Done => words().figures_weeks(n),
        Name::Took | Name::InHand => words().figures_tasks(n),
        Name::Claimed | Name::Ended => words().figures_claims(n),
        Name::Blockers => words().figures_blockers(n),
        Name::Goals => words().figures_readings(n),
        Name::Actions => words().figures_retros(n),
        Name::Facilitated => words().figures_meetings(n),
    }
}

impl Told {
    fn say(&mut self, value: &Value, name: Name, today: Day) {
        let words = words();
        match value {
            Value::Done { weeks } => {
                let counts = || weeks.iter().map(|(_, n)| *n);
                let told = words.figures_weeks(weeks.len());
                let tasks = words.figures_tasks(counts().sum::<usize>());
                self.says.push(match (counts().min().unwrap_or(0), counts().max().unwrap_or(0)) {
                    (_, 0) => words.figures_done_nothing(told),
                    (least, most) if least == most => words.figures_done_each(tasks, told, most),
                    (least, most) => words.figures_done(tasks, told, least, most),
                });
                self.weeks(name, weeks, words.figures_head_tasks());
            }
            Value::Took { median, nearly_all, steps } => {
                let half = workdays(*median);
                self.says.push(match nearly_all {
                    Some(most) => words.figures_took_most(&half, workdays(*most as f64)),
                    None => words.figures_took(&half),
                });
                self.numbers.push((words.figures_half(), half));
                self.numbers.extend(nearly_all.map(|most| (words.figures_most(), workdays(most as f64))));
                self.steps(name, steps);
            }
            Value::InHand { median, most, steps } => {
                let (half, most) = (elapsed(*median), elapsed(*most as f64));
                self.says.push(words.figures_in_hand(&half, &most));
                self.numbers.push((words.figures_half(), half));
                self.numbers.push((words.figures_oldest(), most));
                self.steps(name, steps);
            }
            Value::Claimed { median } => {
                let half = elapsed(*median);
                self.says.push(words.figures_claimed(&half));
                self.numbers.push((words.figures_half(), half));
            }
            Value::Blockers { weeks, cleared, asked } => {
                self.says.push(match weeks.last() {
                    Some((_, open)) => words.figures_open(*open),
                    None => words.figures_open_unknown(),
                });
                let things = words.figures_blockers(cleared.n);
                self.says.push(match cleared.value.map(elapsed) {
                    Some(half) => {
                        self.numbers.push((words.figures_cleared_head(), things.clone()));
                        self.numbers.push((words.figures_half(), half.clone()));
                        words.figures_cleared(things, half)
                    }
                    None => words.figures_cleared_few(things),
                });
                let things = words.figures_blockers(asked.n);
                self.says.push(match asked.value {
                    Some(in_time) => {
                        let said = words.figures_goal_of(in_time.to_string(), asked.n.to_string());
                        self.numbers.push((words.figures_asked_head(), said));
                        words.figures_asked(in_time, things)
                    }
                    None => words.figures_asked_few(things),
                });
                self.weeks(name, weeks, words.figures_head_blockers());
            }
            Value::Ended { done, handed_over, given_back, taken_over, quiet } => {
                self.says.push(words.figures_ended(*done, *handed_over, *given_back, *taken_over, *quiet));
                let ends = [
                    ("done", *done),
                    ("handed-over", *handed_over),
                    ("given-back", *given_back),
                    ("taken-over", *taken_over),
                    ("quiet", *quiet),
                ];
                let counts = ends.into_iter().map(|(end, n)| (words.figures_end(end), n)).collect();
                self.chart(
                    name,
                    [words.figures_head_end(), words.figures_head_claims()],
                    Shows::Counts(counts),
                );
            }
            Value::Goals(goals) => goals.iter().for_each(|goal| self.goal(goal, today)),
            Value::Actions(actions) => {
                self.says.push(words.figures_actions(actions.done, actions.open, actions.dropped));
            }
            Value::Facilitated(chairs) => {
                self.says.push(words.figures_facilitated(chairs.have, chairs.of, chairs.meetings));
            }
        }
    }

    fn goal(&mut self, goal: &GoalLine, today: Day) {
        let words = words();
        let title = words.page_task_line(&goal.handle, &goal.title);
        let unit = |value: f64| match goal.unit.as_deref().unwrap_or_default() {
            "" => spoken::number(value),
            unit => words.page_with_unit(spoken::number(value), unit),
        };
        let Some((_, value)) = goal.readings.last() else { return };
        let mut said = match goal.target {
            Some(target) => words.figures_goal_of(spoken::number(*value), unit(target)),
            None => unit(*value),
        };
        if let Some(due) = goal.due {
            said = words.figures_goal_due(said, spoken::date(due, today));
        }
        self.says.push(words.figures_goal(&title, said));
        self.charts.push(Chart {
            label: words.figures_chart_goal(&title),
            head: [words.figures_head_day(), words.figures_head_value()],
            shows: Shows::Readings { readings: goal.readings.clone(), target: goal.target, today },
        });
    }

    fn weeks(&mut self, name: Name, weeks: &[(Day, usize)], head: String) {
        if !weeks.is_empty() {
            self.chart(name, [words().figures_head_week(), head], Shows::Weeks(weeks.to_vec()));
        }
    }

    /// Tasks by how many working days each, in steps.
    fn steps(&mut self, name: Name, steps: &[usize]) {
        debug_assert_eq!(steps.len(), STEPS.len() + 1);
        let counts = steps.iter().enumerate().map(|(step, n)| (words().figures_step(step), *n)).collect();
        let head = [words().figures_head_took(), words().figures_head_tasks()];
        self.chart(name, head, Shows::Counts(counts));
    }

    fn chart(&mut self, name: Name, head: [String; 2], shows: Shows) {
        self.charts.push(Chart { label: words().figures_chart(name.as_str()), head, shows });
    }
}

/// So many working days, as people say them.
fn workdays(days: f64) -> String {
    if days == 0.0 {
        words().figures_same_day()
    } else if days == 1.0 {
        words().figures_one_workday()
    } else {
        words().figures_workdays(spoken::number(days))
    }
}

/// So many milliseconds, in the largest unit of which it is at least two: a minute at least.
fn elapsed(ms: f64) -> String {
    let minutes = (ms / 60_000.0).max(1.0) as i64;
    let (hours, days) = (minutes / 60, minutes / (24 * 60));
    if hours < 2 {
        words().figures_minutes(minutes)
    } else if days < 2 {
        words().figures_hours(hours)
    } else if days < 14 {
        words().figures_days(days)
    } else {
        words().figures_weeks(usize::try_from(days / 7).unwrap_or(0))
    }
}
