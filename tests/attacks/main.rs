//! Attacks on the program as it is installed: real processes, real files, real terminals, and what must hold whatever
//! is done to them.
//!
//! ```sh
//! SETARA_ATTACKS=full cargo test --release --test attacks -- --nocapture --test-threads=1
//! ```
//!
//! is the whole of it. Without the variable each attack runs a share of its operations, and in a debug build a smaller one.
//! Each prints one line of figures at its end, and lists all that did not hold, not only the first. `SETARA_ATTACKS_SEED`
//! repeats a run: its seed stands in the line.

#![cfg(target_os = "linux")]

mod place;
mod random;
mod sample;
mod share;
mod snapshot;
mod tally;
mod terminal;

mod cuts;
mod flips;
mod folders;
mod full_disk;
mod imports;
mod keys;
mod kills;
mod late;
mod mixed;
mod moved;
mod screens;
mod starts;
mod tampering;
