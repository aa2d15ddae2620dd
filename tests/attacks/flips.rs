//! One bit of the board's file is turned, anywhere: either nobody can see any difference, or `doctor` says so.

use std::collections::HashMap;

use super::place::{Place, overwrite};
use super::random::Random;
use super::sample::{Seen, sample, writes_truly};
use super::share::share;
use super::snapshot::Snapshot;
use super::tally::Tally;

/// What holds whatever was done to the file: what can be seen is as it was, or `doctor` says in a clear line that it is not;
/// and what is written is written.
pub fn judge(place: &Place, tally: &Tally, before: &Seen, case: &str) {
    let doctor = place.run(&["doctor"]).after(case);
    tally.look(&doctor);
    let says_well = doctor.is_done();
    let seen = Seen::of(place, tally, case);
    let differences = seen.differences(before);
    if !differences.is_empty() {
        tally.count("with an effect", 1);
        if says_well {
            tally.fault("unsaid", format!("{case}: {}\n{}", differences.join("\n"), doctor.describe()));
        }
    } else if !says_well {
        tally.count("said without an effect", 1);
    }
    if !writes_truly(place, tally, case) && says_well {
        tally.fault("unsaid", format!("{case}: nothing can be written, and doctor says that all is well"));
    }
}

/// Which table or index owns a page, for whoever reads what failed.
pub fn owners(place: &Place) -> HashMap<usize, String> {
    let connection = place.sql();
    let mut owners = HashMap::new();
    if let Ok(mut statement) = connection.prepare("SELECT pageno, name FROM dbstat") {
        let rows = statement.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)));
        for (page, name) in rows.into_iter().flatten().flatten() {
            owners.insert(page.unsigned_abs() as usize, name);
        }
    }
    owners
}

#[test]
fn one_bit_is_turned_anywhere() {
    let tally = Tally::new("flips", &["unsaid", "lost", "ill"]);
    let mut random = Random::new(tally.seed, 3);
    let place = sample();
    place.is_well(&tally, "before");
    let owners = owners(&place);
    let snapshot = Snapshot::of(place.folder());
    let before = Seen::of(&place, &tally, "nothing");
    let whole = snapshot.bytes(&place.board).to_vec();
    let page = usize::from(u16::from_be_bytes([whole[16], whole[17]]));
    for _ in 0..share(300) {
        snapshot.restore();
        // Half of them where something is written: most of a page is empty.
        let mut at = random.below(whole.len());
        for _ in 0..8 {
            if whole[at] != 0 || random.percent(50) {
                break;
            }
            at = random.below(whole.len());
        }
        let bit = random.below(8);
        let mut flipped = whole.clone();
        flipped[at] ^= 1 << bit;
        overwrite(&place.board, &flipped).unwrap();
        let owner = owners.get(&(at / page + 1)).map_or("no table", String::as_str);
        let near: String = whole[at.saturating_sub(12)..(at + 12).min(whole.len())]
            .iter()
            .map(|byte| if byte.is_ascii_graphic() || *byte == b' ' { *byte as char } else { '·' })
            .collect();
        judge(&place, &tally, &before, &format!("byte {at} bit {bit} ({owner}, near \"{near}\")"));
        tally.count("flips", 1);
    }
    tally.end();
}
