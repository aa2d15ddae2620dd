//! Random, and the same again for the same seed.

use std::ops::Range;
use std::time::{SystemTime, UNIX_EPOCH};

use super::share::is_full;

/// SplitMix64: small, and good enough to choose where to strike.
#[derive(Clone)]
pub struct Random(u64);

/// The seed of this run: as it is set; drawn anew for a full run; else always the same, so that what is green today is
/// green tomorrow.
pub fn seed() -> u64 {
    match std::env::var("SETARA_ATTACKS_SEED") {
        Ok(seed) => seed.parse().expect("SETARA_ATTACKS_SEED is a number"),
        Err(_) if is_full() => {
            let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("the clock is past 1970");
            u64::from(since.subsec_nanos())
        }
        Err(_) => 2_026,
    }
}

impl Random {
    /// The numbers of one seed; `stream` tells apart those who draw at the same time.
    pub fn new(seed: u64, stream: u64) -> Random {
        Random(seed ^ stream.wrapping_mul(0xd6e8_feb8_6659_fd93))
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    pub fn within(&mut self, range: Range<usize>) -> usize {
        range.start + self.below(range.end - range.start)
    }

    pub fn one_of<'t, T: ?Sized>(&mut self, all: &[&'t T]) -> &'t T {
        all[self.below(all.len())]
    }

    /// True so many times in a hundred.
    pub fn percent(&mut self, of_hundred: usize) -> bool {
        self.below(100) < of_hundred
    }
}
