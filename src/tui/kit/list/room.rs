//! How the rows of a list share its lines: each has its first ones, and what is left over goes to those that are cut, from
//! the top; what then is left to what is said beyond that.
//!
//! **Invariant:** only where every row has its first lines one gets more, so that none is out of sight because of it.

/// The room inside of a border. Without columns nothing is seen of the rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Room {
    pub columns: u16,
    pub lines: u16,
}

/// How many lines a row takes: those that it always has, those in which nothing of it is cut, and how many more it has
/// something to say in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Needs {
    pub least: u16,
    pub whole: u16,
    pub more: u16,
}

impl Needs {
    /// What never has more lines.
    pub fn just(lines: u16) -> Needs {
        Needs { least: lines, whole: lines, more: 0 }
    }
}

/// The lines of each row, of so many that there are.
pub fn shared(needs: &[Needs], lines: u16) -> Vec<u16> {
    let least: u32 = needs.iter().map(|needs| u32::from(needs.least)).sum();
    let mut left = u32::from(lines).saturating_sub(least);
    let whole = |needs: &Needs| {
        let more = u32::from(needs.whole.saturating_sub(needs.least)).min(left);
        left -= more;
        needs.least + more as u16
    };
    let mut shares: Vec<u16> = needs.iter().map(whole).collect();
    for (share, needs) in shares.iter_mut().zip(needs) {
        // Half of what is said beyond is worth nothing.
        if *share >= needs.whole && u32::from(needs.more) <= left {
            *share += needs.more;
            left -= u32::from(needs.more);
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    const CUT: Needs = Needs { least: 1, whole: 3, more: 1 };

    #[test]
    fn what_is_left_over_goes_to_what_is_cut_from_the_top() {
        let needs = [Needs::just(1), CUT, Needs::just(2), CUT];
        let given = |lines| shared(&needs, lines);
        assert_eq!(given(0), [1, 1, 2, 1]);
        assert_eq!(given(5), [1, 1, 2, 1]);
        assert_eq!(given(6), [1, 2, 2, 1]);
        assert_eq!(given(8), [1, 3, 2, 2]);
        assert_eq!(given(9), [1, 3, 2, 3], "before anything else is said all is whole");
        assert_eq!(given(10), [1, 4, 2, 3]);
        assert_eq!(given(99), [1, 4, 2, 4]);
    }
}
