//! A small board with something of everything, and all that can be seen of it.

use super::place::Place;
use super::tally::Tally;

/// When everything on the sample board happens; so what is seen does not depend on the day.
pub const NOW: &str = "2026-11-21T09:31:00+07:00";

/// A board of three people with tasks, claims, an overlap, blockers, a handover, roles, goals and an answered finding.
pub fn sample() -> Place {
    let mut place = Place::new();
    place.now = Some(NOW);
    place.must(&["start", "Warung Kode", "--name", "Ayu"]);
    for name in ["Budi", "Citra"] {
        place.must(&["join", name]);
    }
    let act = |who: &str, args: &[&str]| place.must(&[&["--as", who], args].concat());
    let add =
        |who: &str, args: &[&str]| -> String { act(who, &[&["add", "--json"], args].concat()).handle() };
    let role =
        ["role", "add", "Treasurer", "--purpose", "Everybody is paid on time", "--domain", "Price list"];
    act("Ayu", &role);
    act("Ayu", &["role", "take", "Treasurer", "--focus", "wages"]);
    act("Budi", &["role", "add", "Bookkeeping", "--domain", "price list"]);
    act(
        "Ayu",
        &["goal", "add", "Twenty member shops", "--target", "20", "--baseline", "4", "--due", "1 mar"],
    );
    act("Ayu", &["goal", "reading", "Twenty", "6"]);
    let contract = add("Ayu", &["Sign the payment contract", "--due", "fri", "--tag", "legal", "--claim"]);
    let list = add("Budi", &["Move the shop list", "--next", "ask Citra for the file", "--goal", "Twenty"]);
    let couriers = add("Citra", &["Choose the couriers", "--notes", "Three offers, not one.", "--claim"]);
    act("Budi", &["claim", &contract, "--contest", "I began it last week"]);
    act("Ayu", &["block", &contract, "the VAT number", "--on", "Citra"]);
    act("Citra", &["remark", &couriers, "The second one is cheaper on Sundays"]);
    act("Citra", &["offer", &couriers, "Budi"]);
    act("Budi", &["settle", &format!("o1:{contract}"), "fine", "we pair on it"]);
    act("Budi", &["claim", &list]);
    act("Budi", &["done", &list]);
    for n in 1..=12 {
        let title = format!("Visit shop {n} at the market");
        let who = ["Ayu", "Budi", "Citra"][n % 3];
        let task = add(who, &[&title, "--tag", "market"]);
        if n % 2 == 0 {
            act(who, &["claim", &task]);
        }
    }
    act("Ayu", &["edit", &contract, "--notes", "Two signatures are needed.", "--title", "Sign the contract"]);
    act("Ayu", &["add", "Taken back at once"]);
    act("Ayu", &["undo"]);
    place
}

/// Everything that anyone can see.
pub const VIEWS: &[&[&str]] = &[
    &["export", "json"],
    &["log", "--all", "--json"],
    &["tasks", "--json"],
    &["tasks", "--finished", "--json"],
    &["findings", "--json"],
    &["who", "--json"],
    &["goals", "--json"],
    &["roles", "--json"],
    &["search", "market", "--json"],
    &[],
];

/// What was seen: one entry for each view.
#[derive(PartialEq)]
pub struct Seen(Vec<(Option<i32>, String)>);

impl Seen {
    /// Looks at everything, and counts what panics or hangs.
    pub fn of(place: &Place, tally: &Tally, after: &str) -> Seen {
        let views = VIEWS.iter().map(|view| {
            let said = place.run(view).after(after);
            tally.look(&said);
            (said.code, said.out)
        });
        Seen(views.collect())
    }

    /// The first views that are not as they were.
    pub fn differences(&self, before: &Seen) -> Vec<String> {
        let pairs = self.0.iter().zip(&before.0).zip(VIEWS).filter(|((now, then), _)| now != then);
        pairs
            .map(|(((code, now), (_, then)), view)| {
                let line = now.lines().zip(then.lines()).find(|(now, then)| now != then);
                let line = line.map(|(now, then)| format!(": {now} (was {then})")).unwrap_or_default();
                format!("{} (status {code:?}){line}", view.join(" "))
            })
            .collect()
    }

    /// Whether a word stands anywhere.
    pub fn says(&self, word: &str) -> bool {
        self.0.iter().any(|(_, out)| out.contains(word))
    }
}

/// Adds a task; whether it says so truly: what is acknowledged is on the board.
pub fn writes_truly(place: &Place, tally: &Tally, after: &str) -> bool {
    let said = place.run(&["--as", "Ayu", "add", "Written after the strike"]).after(after);
    tally.look(&said);
    if !said.is_done() {
        return false;
    }
    let log = place.run(&["log", "--limit", "3"]);
    // Where the journal cannot be told, it may still hold it.
    let written = "SELECT count(*) FROM journal WHERE line LIKE '%Written after the strike%'";
    let is_there = match log.is_done() {
        true => log.out.contains("Written after the strike"),
        false => place.sql().query_row(written, [], |row| row.get::<_, i64>(0)).is_ok_and(|n| n > 0),
    };
    if !is_there {
        tally.fault("lost", format!("{}\nbut the journal says: {}", said.describe(), log.describe()));
    }
    true
}
