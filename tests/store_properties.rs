//! The tables are a function of the records: any order, any batches, and a rebuild give the same bytes.

mod histories;

use histories::{BOARD, history, steps, tried};
use proptest::prelude::*;
use setara::domain::record::id_of;
use setara::store::{Key, Store};

/// A store that heard the lines in this order, so many at a time.
fn store(seed: u8, lines: &[String], batch: usize) -> Store {
    let mut store = Store::in_memory(BOARD, &Key::from_seed([seed; 32])).unwrap();
    for lines in lines.chunks(batch) {
        let mut writing = store.write().unwrap();
        assert_eq!(writing.receive(lines.iter().map(String::as_str)).unwrap(), 0, "all of it was taken in");
        writing.commit().unwrap();
    }
    store
}

/// The tables in which two stores differ.
fn differing(one: &Store, other: &Store) -> Vec<&'static str> {
    let (one, other) = (one.fingerprints().unwrap(), other.fingerprints().unwrap());
    one.iter().zip(&other).filter(|(a, b)| a != b).map(|(a, _)| a.0).collect()
}

/// The same lines in another order, which the seed alone decides.
fn shuffled(lines: &[String], seed: u64) -> Vec<String> {
    let mut lines = lines.to_vec();
    lines.sort_by_cached_key(|line| id_of(&format!("{seed}{line}")));
    lines
}

const NOTHING: [&str; 0] = [];

proptest! {
    #![proptest_config(tried(128))]

    #[test]
    fn any_order_and_any_batches_give_the_same_tables(steps in steps(90), seed: u64, batch in 1..12usize) {
        let lines: Vec<String> = history(&steps).into_iter().map(|(_, line)| line).collect();
        let mut at_once = store(1, &lines, usize::MAX);
        prop_assert_eq!(at_once.rebuild().unwrap().differed, NOTHING, "at once");
        let mut singly = store(2, &lines, 1);
        prop_assert_eq!(singly.rebuild().unwrap().differed, NOTHING, "one by one");
        prop_assert_eq!(differing(&at_once, &singly), NOTHING, "one by one, as at once");
        let mut mixed = store(3, &shuffled(&lines, seed), batch);
        prop_assert_eq!(mixed.rebuild().unwrap().differed, NOTHING, "in any order, in batches");
        prop_assert_eq!(differing(&at_once, &mixed), NOTHING, "in any order, as at once");
        prop_assert_eq!(at_once.overlooked_findings().unwrap(), vec![], "no glance hides what a rule finds");
    }

    #[test]
    fn what_is_known_already_changes_nothing(steps in steps(40), seed: u64) {
        let lines: Vec<String> = history(&steps).into_iter().map(|(_, line)| line).collect();
        let mut store = store(1, &lines, 7);
        let before = store.fingerprints().unwrap();
        let mut writing = store.write().unwrap();
        writing.receive(shuffled(&lines, seed).iter().map(String::as_str)).unwrap();
        writing.commit().unwrap();
        prop_assert_eq!(store.fingerprints().unwrap(), before);
        prop_assert_eq!(store.journal_len().unwrap(), lines.len() as i64);
    }
}
