//! How much a member has in hand, against the limit that they set for themselves.

/// What is in hand: the tasks in doing that a member leads and that nothing blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Load {
    pub in_hand: u32,
    pub limit: u32,
}

impl Load {
    /// Of numbers as tables have them, of which none is below zero.
    pub fn of(in_hand: i64, limit: i64) -> Load {
        let number = |n: i64| u32::try_from(n.max(0)).unwrap_or(u32::MAX);
        Load { in_hand: number(in_hand), limit: number(limit) }
    }

    /// Whether it is more than they said they can do.
    pub fn is_over(self) -> bool {
        self.in_hand > self.limit
    }

    /// Whether they could take another task.
    pub fn has_room(self) -> bool {
        self.in_hand < self.limit
    }

    /// How much of the limit is used; of a limit of none, everything in hand is that many times too much.
    pub fn share(self) -> f64 {
        f64::from(self.in_hand) / f64::from(self.limit.max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_hand_is_neither_over_nor_free() {
        let told = |in_hand, limit| {
            let load = Load::of(in_hand, limit);
            (load.is_over(), load.has_room(), load.share())
        };
        assert_eq!(told(2, 3), (false, true, 2.0 / 3.0));
        assert_eq!(told(3, 3), (false, false, 1.0));
        assert_eq!(told(4, 3), (true, false, 4.0 / 3.0));
        assert_eq!(told(1, 0), (true, false, 1.0));
    }
}
