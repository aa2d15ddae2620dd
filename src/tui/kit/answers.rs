//! The terminal's answers to what it was asked, told from what a person types: both come in the same way.
//!
//! What the ground's colour is, is asked by `ESC ] 11 ; ? BEL`. Over a slow link the answer comes late, when the person
//! types already, and crossterm takes it for keys:
//!
//! ```text
//! ESC ] 1 1 ; r g b : f f f f / f f f f / f f f f BEL        or ESC \ in the place of BEL
//! └──┬──┘ └───────────────────┬──────────────────┘ └┬┘
//!  Alt-]                 one key each             Ctrl-G    Alt-\
//! ```
//!
//! Exactly that is swallowed, whenever it comes and wherever it is split. Keys that turn out to be something else are
//! given back, in order; what might be the beginning of an answer waits for what follows, no longer than `BRIEF`
//! unless an answer is awaited.

use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::theme::Ground;

/// The question: with BEL at its end, since one widespread terminal cuts its answer short after the other end.
pub const QUESTION: &str = "\u{1b}]11;?\u{7}";

/// So long a key waits that may begin an answer: not felt.
const BRIEF: Duration = Duration::from_millis(40);
/// The same where an answer is awaited and it is no longer likely that it was a person.
const LIKELY: Duration = Duration::from_millis(250);
/// The rest of what is certainly an answer may take so long.
const CERTAIN: Duration = Duration::from_secs(3);
/// So long after the question an answer is awaited.
const AWAITED: Duration = Duration::from_secs(10);
/// No answer is longer.
const LONGEST: usize = 64;

/// What something that came in is.
#[derive(Debug, Clone, PartialEq)]
pub enum Heard {
    Event(Event),
    /// The terminal has said what ground it has.
    Ground(Ground),
}

/// The filter. It knows the time only from its callers.
#[derive(Default)]
pub struct Answers {
    /// When the question was put that is not answered yet.
    asked: Option<Instant>,
    /// What may be an answer so far, as the terminal sent it, and the keys that it came as.
    text: String,
    keys: Vec<KeyEvent>,
    /// When it will not be one any more.
    until: Option<Instant>,
}

impl Answers {
    /// The terminal was asked for its ground.
    pub fn asked(&mut self, now: Instant) {
        self.asked = Some(now);
    }

    /// How long the answer is awaited; `None` where none is.
    pub fn awaited(&self, now: Instant) -> Option<Duration> {
        self.asked.map(|asked| now.saturating_duration_since(asked)).filter(|waited| *waited < AWAITED)
    }

    /// Takes what came in; gives what it was, as far as that is known.
    pub fn hear(&mut self, event: Event, now: Instant) -> Vec<Heard> {
        let mut heard = self.give_up(now);
        let key = match event {
            Event::Key(key) => key,
            // It comes by a signal, and may do so in the midst of an answer.
            Event::Resize(..) => {
                heard.push(Heard::Event(event));
                return heard;
            }
            _ => {
                heard.extend(self.no_answer());
                heard.push(Heard::Event(event));
                return heard;
            }
        };
        let text = spelled(key).map(|piece| format!("{}{piece}", self.text));
        match text.as_deref().map_or(Verdict::No, judged) {
            Verdict::Ground(colour) => {
                self.forget();
                self.asked = None;
                heard.extend(ground(colour).map(Heard::Ground));
            }
            Verdict::Other => drop(self.forget()),
            // Without a question Esc is a key like all others.
            Verdict::Escape if self.awaited(now).is_some() => self.hold(text, key, now + BRIEF),
            Verdict::Begun if self.awaited(now).is_some() => self.hold(text, key, now + LIKELY),
            Verdict::Begun => self.hold(text, key, now + BRIEF),
            Verdict::Certain => self.hold(text, key, now + CERTAIN),
            Verdict::No | Verdict::Escape if self.text.is_empty() => {
                heard.push(Heard::Event(Event::Key(key)))
            }
            Verdict::No | Verdict::Escape => {
                heard.extend(self.no_answer());
                // It may begin another one.
                heard.extend(self.hear(Event::Key(key), now));
            }
        }
        heard
    }

    /// When something is to be given back, if nothing more comes in.
    pub fn until(&self) -> Option<Instant> {
        self.until
    }

    /// Gives back what has waited long enough.
    pub fn give_up(&mut self, now: Instant) -> Vec<Heard> {
        if self.until.is_some_and(|until| until <= now) { self.no_answer() } else { Vec::new() }
    }

    fn hold(&mut self, text: Option<String>, key: KeyEvent, until: Instant) {
        self.text = text.unwrap_or_default();
        self.keys.push(key);
        self.until = Some(until);
    }

    /// The keys that were held; none of what was certainly an answer, though it broke off.
    fn no_answer(&mut self) -> Vec<Heard> {
        let is_answer = judged(&self.text) == Verdict::Certain;
        let keys = self.forget();
        if is_answer {
            return Vec::new();
        }
        keys.into_iter().map(|key| Heard::Event(Event::Key(key))).collect()
    }

    fn forget(&mut self) -> Vec<KeyEvent> {
        self.text.clear();
        self.until = None;
        std::mem::take(&mut self.keys)
    }
}

/// What a text from the terminal may be.
#[derive(Debug, PartialEq)]
enum Verdict<'t> {
    /// Only Esc so far.
    Escape,
    /// The beginning of an answer, that a person may have typed.
    Begun,
    /// The beginning of an answer, that nobody types.
    Certain,
    /// An answer: the colour of the ground.
    Ground(&'t str),
    /// An answer to another question: the colour of the text.
    Other,
    No,
}

fn judged(text: &str) -> Verdict<'_> {
    if text == "\u{1b}" {
        return Verdict::Escape;
    }
    let Some(answer) = text.strip_prefix("\u{1b}]") else { return Verdict::No };
    if ["10;", "11;"].iter().any(|known| known.starts_with(answer) && *known != answer) {
        return Verdict::Begun;
    }
    let (is_ground, rest) = match (answer.strip_prefix("11;"), answer.strip_prefix("10;")) {
        (Some(rest), _) => (true, rest),
        (None, Some(rest)) => (false, rest),
        (None, None) => return Verdict::No,
    };
    let end = rest.find(['\u{7}', '\u{1b}']).unwrap_or(rest.len());
    let (colour, end) = rest.split_at(end);
    let is_colour = colour.chars().all(|c| c.is_ascii_hexdigit() || "rgba:/#".contains(c));
    match end {
        _ if !is_colour || colour.len() > LONGEST => Verdict::No,
        "" | "\u{1b}" => Verdict::Certain,
        "\u{7}" | "\u{1b}\\" if is_ground => Verdict::Ground(colour),
        "\u{7}" | "\u{1b}\\" => Verdict::Other,
        _ => Verdict::No,
    }
}

/// What the terminal sent for crossterm to make this key of it; `None` for what no answer holds.
fn spelled(key: KeyEvent) -> Option<String> {
    let held = key.modifiers - KeyModifiers::SHIFT;
    match (key.code, held) {
        (KeyCode::Esc, KeyModifiers::NONE) => Some("\u{1b}".to_owned()),
        (KeyCode::Char('g'), KeyModifiers::CONTROL) => Some("\u{7}".to_owned()),
        (KeyCode::Char(c @ (']' | '\\')), KeyModifiers::ALT) => Some(format!("\u{1b}{c}")),
        (KeyCode::Char(c), KeyModifiers::NONE) if c.is_ascii() => Some(c.to_string()),
        _ => None,
    }
}

/// `rgb:ffff/ffff/ffff`, with one to four digits each, perhaps with a fourth for what shines through; or `#ffffff`.
fn ground(colour: &str) -> Option<Ground> {
    let parts: Vec<&str> = match (colour.split_once(':'), colour.strip_prefix('#')) {
        (Some((_, parts)), _) => parts.split('/').collect(),
        (None, Some(digits)) if digits.len().is_multiple_of(3) => {
            (0..3).filter_map(|n| digits.get(n * digits.len() / 3..(n + 1) * digits.len() / 3)).collect()
        }
        _ => return None,
    };
    let part = |n: usize| {
        let digits = parts.get(n).filter(|digits| (1..=4).contains(&digits.len()))?;
        let most = f64::from((1_u32 << (4 * digits.len())) - 1);
        Some(f64::from(u32::from_str_radix(digits, 16).ok()?) / most)
    };
    // How bright it is to a meter; what looks half as bright as white has less than a fifth of its light.
    let light = 0.2126 * part(0)?.powf(2.2) + 0.7152 * part(1)?.powf(2.2) + 0.0722 * part(2)?.powf(2.2);
    Some(if light > 0.184 { Ground::Light } else { Ground::Dark })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(code, modifiers))
    }

    fn typed(text: &str) -> Vec<Event> {
        text.chars().map(|c| key(KeyCode::Char(c), KeyModifiers::NONE)).collect()
    }

    fn alt(c: char) -> Event {
        key(KeyCode::Char(c), KeyModifiers::ALT)
    }

    fn esc() -> Event {
        key(KeyCode::Esc, KeyModifiers::NONE)
    }

    /// An answer as crossterm reads it in one piece.
    fn answer(number: &str, colour: &str, end: &[Event]) -> Vec<Event> {
        let mut events = vec![alt(']')];
        events.extend(typed(&format!("{number};{colour}")));
        events.extend(end.iter().cloned());
        events
    }

    fn bell() -> Event {
        key(KeyCode::Char('g'), KeyModifiers::CONTROL)
    }

    /// What comes of events that come in so far apart.
    fn heard(answers: &mut Answers, events: &[Event], apart: Duration) -> Vec<Heard> {
        let mut now = Instant::now();
        let mut heard = Vec::new();
        for event in events {
            now += apart;
            heard.extend(answers.give_up(now));
            heard.extend(answers.hear(event.clone(), now));
        }
        heard.extend(answers.give_up(now + CERTAIN));
        heard
    }

    fn awaiting() -> Answers {
        let mut answers = Answers::default();
        answers.asked(Instant::now());
        answers
    }

    fn given_back(events: &[Event]) -> Vec<Heard> {
        events.iter().cloned().map(Heard::Event).collect()
    }

    #[test]
    fn an_answer_is_swallowed_and_says_the_ground() {
        for (colour, said) in [
            ("rgb:ffff/ffff/ffff", Ground::Light),
            ("rgb:FD/F6/E3", Ground::Light),
            ("rgba:ffff/ffff/ffff/8000", Ground::Light),
            ("#f4f0e6", Ground::Light),
            ("rgb:0/0/0", Ground::Dark),
            ("rgb:1e1e/1e1e/2424", Ground::Dark),
        ] {
            for end in [vec![bell()], vec![alt('\\')], vec![esc(), typed("\\")[0].clone()]] {
                // Also where nothing was asked any more: whenever it comes.
                for mut answers in [awaiting(), Answers::default()] {
                    let events = answer("11", colour, &end);
                    assert_eq!(
                        heard(&mut answers, &events, Duration::ZERO),
                        [Heard::Ground(said)],
                        "{colour}"
                    );
                    assert_eq!(answers.awaited(Instant::now()), None);
                }
            }
        }
        assert_eq!(heard(&mut awaiting(), &answer("10", "rgb:0/0/0", &[bell()]), Duration::ZERO), []);
    }

    #[test]
    fn it_may_be_split_anywhere_and_keys_around_it_come_through() {
        // The escape by itself, as crossterm reads it at the end of what was there.
        let mut events = answer("11", "rgb:ffff/ffff/ffff", &[bell()]);
        events.splice(0..1, [esc(), typed("]")[0].clone()]);
        for cut in 0..=events.len() {
            let mut answers = awaiting();
            let start = Instant::now();
            let mut out = Vec::new();
            for (n, event) in typed("j").iter().chain(&events).chain(&typed("k")).enumerate() {
                let now = start + if n > cut { Duration::from_millis(30) } else { Duration::ZERO };
                out.extend(answers.give_up(now));
                out.extend(answers.hear(event.clone(), now));
            }
            let mut expected = given_back(&typed("j"));
            expected.push(Heard::Ground(Ground::Light));
            expected.extend(given_back(&typed("k")));
            assert_eq!(out, expected, "{cut}");
        }
        let slowly = heard(&mut awaiting(), &answer("11", "rgb:ffff/ffff/ffff", &[bell()]), LIKELY / 2);
        assert_eq!(slowly, [Heard::Ground(Ground::Light)]);
    }

    #[test]
    fn what_a_person_types_comes_back_in_order() {
        let all: [&[Event]; 7] = [
            &[alt(']'), typed("x")[0].clone()],
            &[alt(']'), typed("1")[0].clone(), typed("j")[0].clone()],
            &[alt(']'), alt(']'), esc()],
            &[esc(), esc(), typed("]")[0].clone(), typed("q")[0].clone()],
            &[alt(']'), Event::Paste("11;rgb:".into())],
            &[alt(']'), typed("1")[0].clone(), key(KeyCode::Enter, KeyModifiers::NONE)],
            &[bell(), alt('\\'), typed("]11;rgb")[0].clone()],
        ];
        for events in all {
            for mut answers in [awaiting(), Answers::default()] {
                assert_eq!(heard(&mut answers, events, Duration::from_millis(1)), given_back(events));
            }
        }
    }

    #[test]
    fn a_key_waits_only_briefly() {
        let start = Instant::now();
        let mut answers = Answers::default();
        assert_eq!(answers.hear(esc(), start), given_back(&[esc()]), "nothing was asked");
        assert_eq!(answers.hear(alt(']'), start), []);
        assert_eq!(answers.until(), Some(start + BRIEF));
        assert_eq!(answers.give_up(start + BRIEF), given_back(&[alt(']')]));
        let mut answers = awaiting();
        assert_eq!(answers.hear(esc(), start), []);
        assert_eq!(answers.give_up(start + BRIEF), given_back(&[esc()]));
    }

    #[test]
    fn a_size_in_the_midst_of_an_answer_breaks_nothing() {
        let mut events = answer("11", "rgb:ffff/ffff/ffff", &[bell()]);
        events.insert(9, Event::Resize(80, 24));
        let expected = [Heard::Event(Event::Resize(80, 24)), Heard::Ground(Ground::Light)];
        assert_eq!(heard(&mut awaiting(), &events, Duration::ZERO), expected);
    }

    #[test]
    fn an_answer_that_breaks_off_is_not_typed() {
        let mut events = answer("11", "rgb:ffff/ff", &[]);
        assert_eq!(heard(&mut awaiting(), &events, Duration::ZERO), []);
        events.extend(typed("q"));
        assert_eq!(heard(&mut awaiting(), &events, Duration::ZERO), given_back(&typed("q")));
    }
}
