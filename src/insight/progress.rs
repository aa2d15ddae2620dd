//! How far a goal is: where its measure stands, towards what, and how much of the way is behind.

/// A measure with what is known of it.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Measure {
    /// Where it stands: its last reading, else its baseline.
    pub current: Option<f64>,
    pub baseline: Option<f64>,
    pub target: Option<f64>,
}

/// What there is to say of a measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reached {
    Of {
        current: f64,
        target: f64,
    },
    /// It has no target.
    Only(f64),
    /// It has neither a value nor a target.
    Nothing,
}

impl Measure {
    /// A measure that was never read and began nowhere stands at nothing of its target.
    pub fn reached(self) -> Reached {
        match (self.current.or(self.baseline), self.target) {
            (current, Some(target)) => Reached::Of { current: current.unwrap_or(0.0), target },
            (Some(current), None) => Reached::Only(current),
            (None, None) => Reached::Nothing,
        }
    }

    /// How much of the way from the baseline to the target is behind: 0 at the one, 1 at the other, less or more beyond
    /// them. A measure may go down. `None` without a target.
    pub fn share(self) -> Option<f64> {
        let (target, from) = (self.target?, self.baseline.unwrap_or(0.0));
        let current = self.current.unwrap_or(from);
        if target == from {
            return Some(if current == target { 1.0 } else { 0.0 });
        }
        // Halved first: the distance of two huge values may itself be no number.
        Some((current / 2.0 - from / 2.0) / (target / 2.0 - from / 2.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measure(current: Option<f64>, baseline: Option<f64>, target: Option<f64>) -> Measure {
        Measure { current, baseline, target }
    }

    #[test]
    fn a_measure_is_read_towards_its_target() {
        let reached = |current, target| measure(current, None, target).reached();
        assert_eq!(reached(Some(6.0), Some(20.0)), Reached::Of { current: 6.0, target: 20.0 });
        assert_eq!(reached(None, Some(20.0)), Reached::Of { current: 0.0, target: 20.0 });
        assert_eq!(reached(Some(6.0), None), Reached::Only(6.0));
        assert_eq!(reached(None, None), Reached::Nothing);
    }

    #[test]
    fn the_share_is_of_the_way_from_the_baseline() {
        let share = |current: f64, from: f64, to: f64| measure(Some(current), Some(from), Some(to)).share();
        assert_eq!(share(6.0, 0.0, 20.0), Some(0.3));
        assert_eq!(share(30.0, 40.0, 20.0), Some(0.5), "down");
        assert_eq!(share(50.0, 40.0, 20.0), Some(-0.5), "away from it");
        assert_eq!((share(5.0, 5.0, 5.0), share(4.0, 5.0, 5.0)), (Some(1.0), Some(0.0)), "no way to go");
        assert_eq!(share(0.0, -f64::MAX, f64::MAX), Some(0.5));
        assert_eq!(measure(None, None, Some(20.0)).share(), Some(0.0));
        assert_eq!(measure(Some(6.0), None, None).share(), None);
    }
}
