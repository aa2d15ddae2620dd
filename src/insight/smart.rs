//! SMART: whether a goal says what a goal that can be reached should say.

/// What is looked at of a goal.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Aim<'a> {
    pub measure: Option<&'a str>,
    pub target: Option<f64>,
    pub why: Option<&'a str>,
    pub is_part_of_another: bool,
    pub has_due_day: bool,
    /// Whether a live task serves it that somebody leads.
    pub is_worked_on: bool,
}

/// Which of the five a goal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Smart {
    /// It names a measure.
    pub specific: bool,
    /// The measure has a target.
    pub measurable: bool,
    /// Somebody works on it.
    pub achievable: bool,
    /// It says why, or which goal it is part of.
    pub relevant: bool,
    /// It has a due day.
    pub time_bound: bool,
}

impl Smart {
    pub fn of(aim: Aim<'_>) -> Smart {
        Smart {
            specific: aim.measure.is_some(),
            measurable: aim.target.is_some(),
            achievable: aim.is_worked_on,
            relevant: aim.why.is_some() || aim.is_part_of_another,
            time_bound: aim.has_due_day,
        }
    }

    /// The letters, each with whether the goal has it.
    pub fn letters(self) -> [(&'static str, bool); 5] {
        [
            ("S", self.specific),
            ("M", self.measurable),
            ("A", self.achievable),
            ("R", self.relevant),
            ("T", self.time_bound),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(aim: Aim<'_>) -> String {
        let shown = |(letter, has): (&'static str, bool)| if has { letter } else { "·" };
        Smart::of(aim).letters().map(shown).concat()
    }

    #[test]
    fn each_letter_asks_for_its_own() {
        let none = Aim::default();
        assert_eq!(letters(none), "·····");
        assert_eq!(letters(Aim { measure: Some("shops"), has_due_day: true, ..none }), "S···T");
        assert_eq!(letters(Aim { target: Some(20.0), is_worked_on: true, ..none }), "·MA··");
        assert_eq!(letters(Aim { why: Some("to be near"), ..none }), "···R·");
        assert_eq!(letters(Aim { is_part_of_another: true, ..none }), "···R·");
    }
}
