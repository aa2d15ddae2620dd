//! Random keys at random sizes: no panic, no hang, and the terminal is given back.

use std::thread;
use std::time::Duration;

use super::place::{Place, Running};
use super::random::Random;
use super::sample::sample;
use super::share::{patience, share};
use super::tally::Tally;
use super::terminal::{Answers, Kept, Terminal};

/// Keys between two changes of size: after each it is seen that the program answers.
const BURST: usize = 10;

const NAMED: &[&str] = &[
    "\x1b[A",
    "\x1b[B",
    "\x1b[C",
    "\x1b[D",
    "\x1b[H",
    "\x1b[F",
    "\x1b[5~",
    "\x1b[6~",
    "\x1b[3~",
    "\x1b[2~",
    "\x1b[Z",
    "\x1bOP",
    "\x1bOQ",
    "\x1b[15~",
    "\x1b[24~",
    "\x1b[1;5A",
    "\x1b[1;2B",
    "\x1b[1;3C",
    "\x1b[1;5D",
];
const WIDE: &[&str] = &[
    "é",
    "e\u{301}",
    "漢",
    "한",
    "👩‍👩‍👧",
    "🇮🇩",
    "\u{200f}שלום",
    "مرحبا",
    "\u{200b}",
    "\u{feff}",
    "ﷺ",
    "\u{e0041}",
    "𝕏",
    "ẞ",
    "\u{301}",
];
const BROKEN: &[&str] = &[
    "\x1b[",
    "\x1b[999;999H",
    "\x1b[<",
    "\x1b[<0;1",
    "\x1b]0;title\x07",
    "\x1bP$q\x1b\\",
    "\x1b[200~",
    "\x1b[201~",
    "\x1bO",
    "\x1b[?62;22c",
    "\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
    "\x1b[1;1R",
    "\x1b[I",
    "\x1b[O",
    "\x1b[57441u",
    "\x1b\x1b",
    "\u{9b}A",
];
const PASTED: &[&str] = &[
    "a word",
    "two\nlines\r\nand a tab\t",
    "\x1b[31mred\x07",
    "漢字 and so on",
    "",
    "claim all of it; x y z",
];

/// One key as bytes, most of them such as people press.
pub fn key(random: &mut Random) -> String {
    match random.below(100) {
        0..52 => {
            let c = char::from(random.within(0x20..0x7f) as u8);
            // Or most runs would end at once.
            if c == 'q' && !random.percent(4) { "j".to_owned() } else { c.to_string() }
        }
        52..66 => random.one_of(NAMED).to_owned(),
        66..78 => random.one_of(&["\r", "\t", "\x7f", "\x1b", "\r", "\x1b"]).to_owned(),
        78..83 => {
            let c = char::from(random.within(1..0x20) as u8);
            // Ctrl-C ends it and Ctrl-Z stops it: now and then.
            if matches!(c, '\x03' | '\x1a' | '\x1c') && !random.percent(4) {
                "\x0b".to_owned()
            } else {
                c.to_string()
            }
        }
        83..87 => random.one_of(WIDE).to_owned(),
        87..89 => format!("\x1b[200~{}\x1b[201~", random.one_of(PASTED)),
        89..95 => {
            let button = random.one_of(&["0", "1", "2", "32", "35", "64", "65", "128"]);
            let end = random.one_of(&["M", "m"]);
            format!("\x1b[<{button};{};{}{end}", random.within(0..320), random.within(0..120))
        }
        95..98 => format!("\x1b{}", char::from(random.within(0x20..0x7f) as u8)),
        _ => random.one_of(BROKEN).to_owned(),
    }
}

fn any_size(random: &mut Random) -> (u16, u16) {
    let up_to = |random: &mut Random, most: usize| (1 + random.below(most)) as u16;
    // A third of them tiny: that is where arithmetic breaks.
    if random.percent(35) {
        (up_to(random, 14), up_to(random, 14))
    } else {
        (up_to(random, 300), up_to(random, 100))
    }
}

/// Presses so many keys, starting the program anew where they ended it.
fn storm(tally: &Tally, place: &Place, args: &[&str], keys: usize, stream: u64) {
    let mut random = Random::new(tally.seed, stream);
    let mut pressed = 0;
    let mut last_size = (0, 0);
    while pressed < keys {
        tally.count("runs", 1);
        let size = any_size(&mut random);
        let mut terminal = Terminal::open(place, args, size, Kept::Modes, Answers::Never);
        terminal.draws();
        let mut lately: Vec<String> = Vec::new();
        let mut has_failed = false;
        while pressed < keys {
            let burst: Vec<String> = (0..BURST).map(|_| key(&mut random)).collect();
            terminal.press(&burst.concat());
            lately.extend(burst);
            pressed += BURST;
            let size = loop {
                let size = any_size(&mut random);
                if size != last_size {
                    break size;
                }
            };
            last_size = size;
            let mut answered = terminal.resize(size.0, size.1);
            if answered.is_none() && !terminal.has_ended() {
                // Ctrl-S while an editor has the terminal stops the terminal, not the program.
                terminal.press("\x11");
                answered = terminal.resize(size.0 + 1, size.1).map(|_| Duration::ZERO);
            }
            let from = lately.len().saturating_sub(2 * BURST);
            let last = lately[from..].concat();
            let case = |terminal: &Terminal| {
                format!("{args:?} at {size:?} after {last:?}: {}", cut(&terminal.last_words()))
            };
            match answered {
                Some(took) if took <= patience() => tally.took(took, &format!("keys at {size:?}")),
                Some(took) => tally.fault("hangs", format!("{} ms, {}", took.as_millis(), case(&terminal))),
                None => {}
            }
            if terminal.is_panic() {
                tally.fault("panics", case(&terminal));
                has_failed = true;
                break;
            }
            if terminal.has_ended() {
                break;
            }
            if answered.is_none() {
                tally.fault("hangs", case(&terminal));
                has_failed = true;
                break;
            }
        }
        if has_failed {
            continue;
        }
        if !terminal.has_ended() {
            terminal.signal("TERM");
        }
        match terminal.ended() {
            Some(0 | 130 | 143) => {}
            Some(status) => {
                tally.fault(
                    "panics",
                    format!("{args:?} ended with {status}: {}", cut(&terminal.last_words())),
                );
            }
            None => tally.fault("hangs", format!("{args:?} did not end on SIGTERM")),
        }
        let left = terminal.left_behind();
        if !left.is_empty() {
            tally.fault("left behind", format!("{args:?}: {left:?} after {:?}", lately.concat()));
        }
    }
    tally.count("keys", pressed);
}

fn cut(text: &str) -> String {
    let from = text.char_indices().rev().nth(300).map_or(0, |(at, _)| at);
    text[from..].to_owned()
}

#[test]
fn random_keys_at_random_sizes() {
    let tally = Tally::new("keys", &["left behind", "ill"]);
    let keys = share(200_000).max(400);
    let stop = std::sync::atomic::AtomicBool::new(false);
    let place = sample();
    thread::scope(|scope| {
        // Somebody else works on the same board all the while.
        scope.spawn(|| {
            let mut n = 0;
            while !stop.load(std::sync::atomic::Ordering::Relaxed) {
                n += 1;
                let said =
                    Running::start(place.command(&["--as", "Citra", "add", &format!("Meanwhile {n}")]))
                        .finish();
                tally.look(&said);
                tally.count("writes of another", 1);
            }
        });
        let storms = [
            scope.spawn(|| storm(&tally, &place, &["--as", "Ayu"], keys / 2, 11)),
            scope.spawn(|| storm(&tally, &Place::new(), &["demo"], keys / 4, 12)),
        ];
        for one in storms {
            one.join().expect("no storm panics");
        }
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
    });
    storm(&tally, &Place::new(), &["tutor"], keys / 8, 13);
    // Where there is no board yet: the welcome and its questions.
    storm(&tally, &Place::new(), &[], keys / 8, 14);
    place.is_well(&tally, "after the keys");
    tally.end();
}
