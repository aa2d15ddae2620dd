//! Places in the one ranked list that people pull from.
//!
//! A rank is a text that sorts by its bytes, and between any two there is always room for a third; so moving one task
//! writes one record, and two people who move different tasks apart never collide.

const FIRST: u8 = b'0';
const LAST: u8 = b'z';

/// A place in the pull order. Lower comes first.
pub type Rank = String;

/// A rank after `before` and before `after`; `None` is the end on that side.
///
/// Where both are equal (two people chose the same place apart) the new one comes after them.
pub fn between(before: Option<&str>, after: Option<&str>) -> Rank {
    let low = before.unwrap_or("").as_bytes();
    let after = after.filter(|after| before.is_none_or(|before| before < *after));
    let mut rank = Vec::with_capacity(low.len() + 1);
    let mut high = after.map(str::as_bytes);
    let is_top = before.is_none() && after.is_some();
    for i in 0.. {
        // What comes from elsewhere may leave no room at all, such as "a" before "a0": then it goes after both.
        high = high.filter(|high| i < high.len());
        let floor = low.get(i).copied().unwrap_or(FIRST).clamp(FIRST, LAST);
        let ceiling = high.map_or(LAST + 1, |high| high.get(i).copied().unwrap_or(FIRST).clamp(FIRST, LAST));
        if ceiling > floor + 1 {
            let room = ceiling - floor;
            // Towards an open end take small steps: a list grows there, and people move things to its top. Halving
            // would soon use up the room and make ranks long.
            let small = 1.max(room / 8);
            let step = if is_top {
                room - small
            } else if high.is_none() {
                small
            } else {
                room / 2
            };
            rank.push(floor + step);
            break;
        }
        rank.push(floor);
        if ceiling > floor {
            high = None;
        }
    }
    String::from_utf8(rank).expect("ranks are made of ASCII letters")
}

/// `count` ranks in ascending order, evenly spread: for a list that comes in at once.
pub fn spread(count: usize) -> impl Iterator<Item = Rank> {
    const BASE: u64 = (LAST - FIRST + 1) as u64;
    let mut digits = 3;
    while BASE.pow(digits) / 16 < count as u64 {
        digits += 1;
    }
    let step = BASE.pow(digits) / (count as u64 + 1);
    (1..=count as u64).map(move |n| {
        let mut left = n * step;
        let mut text = vec![FIRST; digits as usize];
        for digit in text.iter_mut().rev() {
            *digit = FIRST + (left % BASE) as u8;
            left /= BASE;
        }
        // A rank never ends in the lowest letter: nothing could come between it and the same without it.
        text.push(FIRST + (BASE / 2) as u8);
        String::from_utf8(text).expect("ranks are made of ASCII letters")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_always_room_between() {
        let (mut low, mut high) = (between(None, None), between(Some(&between(None, None)), None));
        for i in 0..200 {
            let middle = between(Some(&low), Some(&high));
            assert!(low < middle && middle < high, "{low} {middle} {high}");
            if i % 3 == 0 { low = middle } else { high = middle }
        }
    }

    #[test]
    fn there_is_always_room_at_both_ends() {
        let (mut top, mut end) = (between(None, None), between(None, None));
        for _ in 0..500 {
            let (above, below) = (between(None, Some(&top)), between(Some(&end), None));
            assert!(above < top && end < below, "{above} {top} {end} {below}");
            (top, end) = (above, below);
        }
        assert!(top.len().max(end.len()) < 30, "ranks stay short: {} {}", top.len(), end.len());
    }

    #[test]
    fn a_list_that_comes_at_once_is_in_order_with_room_between() {
        let ranks: Vec<_> = spread(50_000).collect();
        assert!(ranks.is_sorted() && ranks.len() == 50_000);
        for pair in ranks.windows(2).take(500) {
            let middle = between(Some(&pair[0]), Some(&pair[1]));
            assert!(pair[0] < middle && middle < pair[1]);
        }
    }
}
