//! The shapes of figures over time.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use crate::exchange::bundle;
use crate::insight::figures::{self, GoalLine, Lack, Value};
use crate::session::{Error, Session, told};

/// A figure of the team over time.
#[derive(Serialize)]
pub struct Figure {
    /// `done`, `took`, `in_hand`, `claimed`, `blockers`, `ended`, `goals`, `actions` or `facilitated`.
    pub name: &'static str,
    pub title: String,
    /// What it says in words, or why it says nothing.
    pub says: Vec<String>,
    pub definition: String,
    /// How many weeks, tasks, claims, blockers, readings, retros or meetings are behind it, and how many it takes.
    pub n: usize,
    pub least: usize,
    /// From when on they are counted.
    pub begins: NaiveDate,
    /// `few` where too little is behind it, `people` where too few people are: then it has no numbers.
    pub lack: Option<&'static str>,
    /// A number for each week, by its Monday.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub weeks: BTreeMap<NaiveDate, usize>,
    /// By their names, which say the unit where it is no count.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub numbers: BTreeMap<&'static str, f64>,
    /// Of `goals`: those with a line to look at.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub measured: Vec<Measured>,
}

/// A goal and its readings.
#[derive(Serialize)]
pub struct Measured {
    pub key: String,
    pub handle: String,
    pub title: String,
    pub unit: Option<String>,
    pub target: Option<f64>,
    pub due: Option<NaiveDate>,
    pub readings: Vec<bundle::Reading>,
}

/// All figures.
pub fn figures(session: &Session) -> Result<Vec<Figure>, Error> {
    let today = session.today();
    Ok(session.figures()?.iter().map(|figure| Figure::of(figure, today)).collect())
}

impl Figure {
    fn of(figure: &figures::Figure, today: NaiveDate) -> Figure {
        let said = told(figure, today);
        let mut shape = Figure {
            name: figure.name.as_str(),
            title: said.title,
            says: said.says,
            definition: said.definition,
            n: figure.n,
            least: figure.name.least(),
            begins: figure.from,
            lack: None,
            weeks: BTreeMap::new(),
            numbers: BTreeMap::new(),
            measured: Vec::new(),
        };
        match &figure.value {
            Ok(value) => shape.fill(value),
            Err(Lack::Few) => shape.lack = Some("few"),
            Err(Lack::People) => shape.lack = Some("people"),
        }
        shape
    }

    fn fill(&mut self, value: &Value) {
        match value {
            Value::Done { weeks } => self.weeks = weeks.iter().copied().collect(),
            Value::Took { median, nearly_all, steps } => {
                self.number("median_working_days", *median);
                if let Some(days) = nearly_all {
                    self.number("percentile_85_working_days", *days as f64);
                }
                self.steps(steps);
            }
            Value::InHand { median, most, steps } => {
                self.number("median_hours", hours(*median));
                self.number("oldest_hours", hours(*most as f64));
                self.steps(steps);
            }
            Value::Claimed { median } => self.number("median_hours", hours(*median)),
            Value::Blockers { weeks, cleared, asked } => {
                self.weeks = weeks.iter().copied().collect();
                self.number("cleared", cleared.n as f64);
                if let Some(median) = cleared.value {
                    self.number("median_hours", hours(median));
                }
                self.number("raised", asked.n as f64);
                if let Some(in_time) = asked.value {
                    self.number("asked_within_a_working_day", in_time as f64);
                }
            }
            Value::Ended { done, handed_over, given_back, taken_over, quiet } => {
                let counts = [
                    ("done", done),
                    ("handed_over", handed_over),
                    ("given_back", given_back),
                    ("taken_over", taken_over),
                    ("quiet", quiet),
                ];
                counts.into_iter().for_each(|(name, n)| self.number(name, *n as f64));
            }
            Value::Goals(goals) => self.measured = goals.iter().map(Measured::of).collect(),
            Value::Actions(actions) => {
                self.number("done", actions.done as f64);
                self.number("open", actions.open as f64);
                self.number("dropped", actions.dropped as f64);
            }
            Value::Facilitated(chairs) => {
                self.number("have", chairs.have as f64);
                self.number("of", chairs.of as f64);
            }
        }
    }

    fn number(&mut self, name: &'static str, number: f64) {
        self.numbers.insert(name, number);
    }

    /// Tasks by how many working days each.
    fn steps(&mut self, steps: &[usize]) {
        let names = ["same_day", "up_to_2_days", "up_to_5_days", "up_to_10_days", "longer"];
        names.into_iter().zip(steps).for_each(|(name, n)| self.number(name, *n as f64));
    }
}

impl Measured {
    fn of(goal: &GoalLine) -> Measured {
        let reading = |(date, value): &(NaiveDate, f64)| bundle::Reading { date: *date, value: *value };
        Measured {
            key: goal.id.to_string(),
            handle: goal.handle.clone(),
            title: goal.title.clone(),
            unit: goal.unit.clone(),
            target: goal.target,
            due: goal.due,
            readings: goal.readings.iter().map(reading).collect(),
        }
    }
}

/// To two places.
fn hours(ms: f64) -> f64 {
    (ms / 36_000.0).round() / 100.0
}
