//! A board where titles are of few different words: what titles that look alike cost.

use std::path::PathBuf;

use chrono::Duration;
use setara::exchange::Bundle;
use setara::exchange::bundle::{Claim, Holder, Member, Role, Task};
use setara::session::Session;

use crate::boards;

/// So many led tasks have titles of few words.
const LED: usize = 3_000;
/// So many roles have purposes, domains and accountabilities of them.
const ROLES: usize = 200;

/// A title of five of so many different words.
pub fn title(n: usize, words: usize) -> String {
    let word = |at: usize| {
        let syllables = ["ba", "den", "gor", "him", "ju", "kal", "lom", "mer", "nis", "pud", "ras", "tov"];
        let at = at % words;
        [at % 12, at / 12 % 12, (at * 7 + 3) % 12].map(|at| syllables[at]).concat()
    };
    // Five steps of a walk without a pattern that a title would share with its neighbours.
    let steps = (1..=5).scan(n as u64 + 1, |state, _| {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Some((*state >> 33) as usize)
    });
    steps.map(word).collect::<Vec<_>>().join(" ")
}

/// The file of a board where each of three thousand tasks is led and each of two hundred roles is held, and texts are of so
/// many different words.
pub fn file(words: usize) -> PathBuf {
    let member = |n: usize| format!("bench:member:{n}");
    let names = ["Ayu", "Budi", "Citra", "Dewi"];
    let members = names
        .iter()
        .enumerate()
        .map(|(n, name)| Member { key: member(n), name: (*name).to_owned(), ..Member::default() })
        .collect();
    let tasks = (0..LED)
        .map(|n| Task {
            key: format!("bench:task:{n}"),
            title: title(n, words),
            state: "open".to_owned(),
            created: Some(boards::now() - Duration::days(9)),
            claims: vec![Claim {
                member: member(n % names.len()),
                part: "lead".to_owned(),
                since: Some(boards::now() - Duration::days(2)),
                ..Claim::default()
            }],
            ..Task::default()
        })
        .collect();
    let text = |n: usize| title(n + 9_000, words);
    let roles = (0..ROLES)
        .map(|n| Role {
            key: format!("bench:role:{n}"),
            name: format!("Role {n}"),
            state: "active".to_owned(),
            purpose: Some(text(n * 5)),
            domains: vec![text(n * 5 + 1)],
            accountabilities: vec![text(n * 5 + 2), text(n * 5 + 3)],
            holders: vec![Holder { member: member(n % names.len()), ..Holder::default() }],
            ..Role::default()
        })
        .collect();
    boards::made(&format!("led-and-held-{words}"), |path| {
        let mut session = Session::start(path, "Bench", "Zaki", boards::environment("bench"))
            .expect("a new board can be started");
        let bundle = Bundle { members, roles, tasks, ..Bundle::default() };
        session.import(&bundle, &mut |_| {}).expect("the board comes in");
    })
}
