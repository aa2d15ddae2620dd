//! What a newer file of a source changed of what the board had from there.

/// How often what was changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Changed {
    /// Tasks and goals that came into another state.
    pub moved: usize,
    /// Tasks, goals and roles of which some field says something else.
    pub edited: usize,
    pub remarks: usize,
    /// Claims that began or ended there.
    pub claims: usize,
    /// Blockers that were raised or cleared there.
    pub blockers: usize,
    pub readings: usize,
}

impl Changed {
    /// The same by name, as JSON has it.
    pub fn counts(self) -> [(&'static str, usize); 6] {
        let Changed { moved, edited, remarks, claims, blockers, readings } = self;
        [
            ("moved", moved),
            ("edited", edited),
            ("remarks", remarks),
            ("claims", claims),
            ("blockers", blockers),
            ("readings", readings),
        ]
    }
}

/// What was changed here and there, each in another way: it stays as it is here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedTwice {
    /// What the task, goal or role is called here.
    pub title: String,
    /// Which of its fields.
    pub fields: Vec<String>,
}
