//! Medians and percentiles of a few numbers.

/// Numbers in order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Spread(Vec<i64>);

impl FromIterator<i64> for Spread {
    fn from_iter<I: IntoIterator<Item = i64>>(numbers: I) -> Spread {
        let mut numbers: Vec<i64> = numbers.into_iter().collect();
        numbers.sort_unstable();
        Spread(numbers)
    }
}

impl Spread {
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The middle one; between the two in the middle, half of both. `None` of nothing.
    pub fn median(&self) -> Option<f64> {
        let upper = *self.0.get(self.0.len() / 2)?;
        let lower = self.0[(self.0.len() - 1) / 2];
        Some(lower as f64 / 2.0 + upper as f64 / 2.0)
    }

    /// The least number that so many percent of them do not exceed: one of them, never between two.
    pub fn percentile(&self, percent: usize) -> Option<i64> {
        let rank = (self.0.len() * percent).div_ceil(100).max(1);
        self.0.get(rank - 1).copied()
    }

    pub fn most(&self) -> Option<i64> {
        self.0.last().copied()
    }

    /// How many of them are in each step: up to its bound, the last without one.
    pub fn steps(&self, bounds: &[i64]) -> Vec<usize> {
        let mut below = 0;
        let mut steps = Vec::with_capacity(bounds.len() + 1);
        for bound in bounds {
            let upto = self.0.partition_point(|number| number <= bound);
            steps.push(upto - below);
            below = upto;
        }
        steps.push(self.0.len() - below);
        steps
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(numbers: &[i64]) -> Spread {
        numbers.iter().copied().collect()
    }

    #[test]
    fn the_median_is_the_middle_one() {
        assert_eq!(of(&[]).median(), None);
        assert_eq!(of(&[3]).median(), Some(3.0));
        assert_eq!(of(&[9, 1, 3]).median(), Some(3.0));
        assert_eq!(of(&[4, 1, 9, 3]).median(), Some(3.5));
        assert_eq!(of(&[i64::MAX, i64::MAX]).median(), Some(i64::MAX as f64));
    }

    #[test]
    fn a_percentile_is_one_of_the_numbers() {
        let ten = of(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        assert_eq!(
            (ten.percentile(85), ten.percentile(100), ten.percentile(0)),
            (Some(9), Some(10), Some(1))
        );
        assert_eq!(of(&[]).percentile(85), None);
    }

    #[test]
    fn steps_are_counted_up_to_their_bounds() {
        assert_eq!(of(&[0, 0, 1, 2, 5, 30]).steps(&[0, 2, 10]), [2, 2, 1, 1]);
        assert_eq!(of(&[]).steps(&[0, 2]), [0, 0, 0]);
    }

    proptest! {
        #[test]
        fn so_many_percent_do_not_exceed_it(numbers in prop::collection::vec(-50..50i64, 1..40), percent in 1..=100usize) {
            let at = of(&numbers).percentile(percent).unwrap();
            let upto = numbers.iter().filter(|number| **number <= at).count();
            let below = numbers.iter().filter(|number| **number < at).count();
            prop_assert!(upto * 100 >= percent * numbers.len());
            prop_assert!(below * 100 < percent * numbers.len());
        }
    }
}
