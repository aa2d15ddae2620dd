//! What comes in, for one loop: keys, pastes, sizes, signals, and a tick while nothing does.
//!
//! A thread reads the terminal and the loop waits on its channel. That it is a thread has a reason: crossterm
//! spins for ever inside its own `poll` when the terminal is closed (a read that fails or gives nothing is
//! tried again), and waits inside it for the rest of half an escape sequence. The loop must notice a signal
//! and a closed window all the same.
//!
//! Both sides sleep: the loop for as long as what it runs can wait, the thread for a nap. A key and a signal wake
//! the loop at once.

use std::{
    collections::VecDeque,
    io,
    sync::{
        Arc, Condvar, Mutex, PoisonError,
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    thread,
    time::{Duration, Instant},
};

use crossterm::{
    event::{self, Event, KeyEvent, MouseEvent, MouseEventKind},
    terminal,
};

use super::answers::{Answers, Heard};
use super::signals::Signals;
use super::theme::Ground;

/// How long the loop sleeps where nothing else is asked for: what it looks at in between (the size, other writers) is
/// never older.
pub const TICK: Duration = Duration::from_millis(50);
/// The longest sleep of the thread while somebody types, and so how long it takes at most until it is paused by a key.
const NAP: Duration = Duration::from_millis(100);
/// Its longest sleep once nothing came for as long as [`QUIET`].
const LONG_NAP: Duration = Duration::from_millis(500);
const QUIET: Duration = Duration::from_secs(5);
/// How long the first frame waits for the terminal to say what ground it has. Nearly all answer at once.
const ANSWER: Duration = Duration::from_millis(80);
/// So soon after the question the terminal is not left to others without its answer.
const FAREWELL: Duration = Duration::from_millis(500);
/// How many failures in a row make a terminal that cannot be read.
const FAILURES: usize = 20;

/// One thing that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed. Releases are never reported.
    Key(KeyEvent),
    /// Text was pasted. It may hold anything, line breaks too.
    Paste(String),
    /// The terminal has another size now: columns and rows. A storm of them is one.
    Resize(u16, u16),
    /// A button or the wheel; mere moving is not reported.
    Mouse(MouseEvent),
    /// The terminal has said what ground it has.
    Ground(Ground),
    /// Nothing came in.
    Tick,
    /// A signal asks the program to end; see [`exit_status`](super::signals::exit_status).
    Signal(i32),
    /// The process is asked to stop.
    Stop,
    /// The process was stopped, and goes on: others have had the terminal.
    Resumed,
    /// The terminal is gone: end quietly.
    Closed,
}

/// What wakes the loop.
enum Wake {
    /// The terminal sent something.
    Event(Event),
    /// A signal was caught: [`Signals`] has it.
    Signal,
    /// The terminal cannot be read.
    Unreadable,
}

/// The input side of the loop.
pub struct Events {
    source: Receiver<Wake>,
    /// Whether the terminal cannot be read any more.
    is_over: bool,
    /// What came in and is not given out yet.
    held: VecDeque<Heard>,
    answers: Answers,
    signals: Option<Signals>,
    size: Box<dyn FnMut() -> io::Result<(u16, u16)>>,
    last_size: Option<(u16, u16)>,
    gate: Arc<Gate>,
}

impl Events {
    /// Starts to read the terminal, which must be in raw mode.
    pub fn start(signals: Signals) -> io::Result<Events> {
        let (sender, source) = mpsc::channel();
        let mut events = Events::over(source, Box::new(window_size));
        let waking = sender.clone();
        // Nobody is left to be woken where the loop has ended.
        signals.wake_by(move || drop(waking.send(Wake::Signal)));
        events.signals = Some(signals);
        let gate = Arc::clone(&events.gate);
        thread::Builder::new().name("input".into()).spawn(move || listen(&gate, &sender))?;
        Ok(events)
    }

    /// Waits for the next input, at most `timeout`.
    pub fn next(&mut self, timeout: Duration) -> Input {
        let until = Instant::now() + timeout;
        loop {
            if let Some(input) = self.signals.as_ref().and_then(signalled) {
                return input;
            }
            let heard = match self.held.pop_front() {
                Some(heard) => Ok(heard),
                None => match self.receive(until) {
                    Ok(()) => continue,
                    Err(error) => Err(error),
                },
            };
            match heard {
                Ok(Heard::Ground(ground)) => return Input::Ground(ground),
                Ok(Heard::Event(event)) => {
                    if let Some(input) = self.sort(event) {
                        return input;
                    }
                }
                Err(RecvTimeoutError::Timeout) => return self.idle(),
                Err(RecvTimeoutError::Disconnected) => return Input::Closed,
            }
        }
    }

    /// The terminal was asked for its ground. Waits for the answer, but not for long, and not while somebody types: it is
    /// swallowed whenever it comes.
    pub fn await_ground(&mut self) -> Option<Ground> {
        let asked = Instant::now();
        self.answers.asked(asked);
        self.answered_until(asked + ANSWER)
    }

    /// Before others read what the terminal sends: an answer that is under way would be typed into them.
    pub fn settle(&mut self) {
        let now = Instant::now();
        if let Some(waited) = self.answers.awaited(now) {
            let ground = self.answered_until(now + FAREWELL.saturating_sub(waited));
            self.held.extend(ground.map(Heard::Ground));
        }
    }

    fn answered_until(&mut self, until: Instant) -> Option<Ground> {
        while self.held.is_empty() && self.receive(until).is_ok() {}
        match self.held.back() {
            Some(Heard::Ground(ground)) => {
                let ground = *ground;
                self.held.pop_back();
                Some(ground)
            }
            _ => None,
        }
    }

    /// Waits until something came in, or what was held back is given back.
    fn receive(&mut self, until: Instant) -> Result<(), RecvTimeoutError> {
        let until = self.answers.until().map_or(until, |held| held.min(until));
        let woken = match self.is_over {
            true => Err(RecvTimeoutError::Disconnected),
            false => self.source.recv_timeout(until.saturating_duration_since(Instant::now())),
        };
        match woken {
            Ok(wake) => self.take(wake),
            Err(error) => {
                self.held.extend(self.answers.give_up(Instant::now()));
                if self.held.is_empty() {
                    return Err(error);
                }
            }
        }
        Ok(())
    }

    fn take(&mut self, wake: Wake) {
        match wake {
            Wake::Event(event) => self.held.extend(self.answers.hear(event, Instant::now())),
            Wake::Signal => {}
            Wake::Unreadable => self.is_over = true,
        }
    }

    /// Whether more input is waiting already: draw after the last of it, so that a held key never runs ahead
    /// of the screen.
    pub fn is_waiting(&mut self) -> bool {
        while let Ok(wake) = self.source.try_recv() {
            self.take(wake);
        }
        self.held.extend(self.answers.give_up(Instant::now()));
        !self.held.is_empty()
    }

    /// Runs something that reads the terminal itself, such as an editor, while we do not.
    pub fn paused<T>(&mut self, other: impl FnOnce() -> T) -> T {
        self.settle();
        self.gate.shut();
        let result = other();
        self.gate.set(Way::Open);
        result
    }

    fn over(source: Receiver<Wake>, mut size: Box<dyn FnMut() -> io::Result<(u16, u16)>>) -> Events {
        let last_size = size().ok();
        Events {
            source,
            is_over: false,
            held: VecDeque::new(),
            answers: Answers::default(),
            signals: None,
            size,
            last_size,
            gate: Arc::default(),
        }
    }

    fn sort(&mut self, event: Event) -> Option<Input> {
        match event {
            Event::Key(key) => key.is_press().then_some(Input::Key(key)),
            Event::Paste(text) => Some(Input::Paste(text)),
            Event::Mouse(mouse) => {
                (mouse.kind != MouseEventKind::Moved && is_somewhere(mouse)).then_some(Input::Mouse(mouse))
            }
            Event::FocusGained | Event::FocusLost => None,
            Event::Resize(mut columns, mut rows) => {
                while self.is_waiting() {
                    let Some(Heard::Event(Event::Resize(later_columns, later_rows))) = self.held.front()
                    else {
                        break;
                    };
                    (columns, rows) = (*later_columns, *later_rows);
                    self.held.pop_front();
                }
                self.last_size = Some((columns, rows));
                Some(Input::Resize(columns, rows))
            }
        }
    }

    /// What a quiet moment is for: a change of size whose signal was lost, and a terminal that left without a
    /// word. Where the size could not be asked for at the start, neither can be known.
    fn idle(&mut self) -> Input {
        let Some(last) = self.last_size else { return Input::Tick };
        match (self.size)() {
            Ok(size) if size == last => Input::Tick,
            Ok(size) => {
                self.last_size = Some(size);
                Input::Resize(size.0, size.1)
            }
            Err(_) => Input::Closed,
        }
    }
}

impl Drop for Events {
    fn drop(&mut self) {
        self.gate.set(Way::Ended);
    }
}

fn signalled(signals: &Signals) -> Option<Input> {
    if let Some(signal) = signals.caught() {
        return Some(Input::Signal(signal));
    }
    match () {
        () if signals.is_to_stop() => Some(Input::Stop),
        () if signals.has_resumed() => Some(Input::Resumed),
        () => None,
    }
}

/// The size by one system call. Not `terminal::size`, which asks the program `tput` when the terminal is
/// gone, and so never fails.
fn window_size() -> io::Result<(u16, u16)> {
    terminal::window_size().map(|size| (size.columns, size.rows))
}

/// Terminals count places from 1, and crossterm takes 1 away: what a terminal calls 0 is as far away as can be.
fn is_somewhere(mouse: MouseEvent) -> bool {
    mouse.column < u16::MAX && mouse.row < u16::MAX
}

/// The thread: passes on what crossterm reads until nobody listens, or nothing can be read.
fn listen(gate: &Gate, sender: &Sender<Wake>) {
    let (mut failures, mut heard) = (0, Instant::now());
    while failures < FAILURES && gate.pass() {
        let nap = if heard.elapsed() < QUIET { NAP } else { LONG_NAP };
        let event = event::poll(nap).and_then(|ready| if ready { event::read().map(Some) } else { Ok(None) });
        match event {
            Ok(Some(event)) => {
                (failures, heard) = (0, Instant::now());
                if sender.send(Wake::Event(event)).is_err() {
                    return;
                }
            }
            Ok(None) => failures = 0,
            Err(_) => {
                failures += 1;
                thread::sleep(TICK);
            }
        }
    }
    let _ = sender.send(Wake::Unreadable);
}

/// Where the reading thread waits while another program has the terminal.
#[derive(Default)]
struct Gate {
    way: Mutex<Way>,
    turn: Condvar,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Way {
    #[default]
    Open,
    /// Shut, but the thread may still be reading.
    Shut,
    /// The thread stands before it.
    Parked,
    /// The thread has to end.
    Ended,
}

impl Gate {
    fn set(&self, way: Way) {
        *self.way.lock().unwrap_or_else(PoisonError::into_inner) = way;
        self.turn.notify_all();
    }

    /// Shuts the gate and waits until the thread stands before it; not for ever, since crossterm may hold it
    /// in half a sequence, or it has ended.
    fn shut(&self) {
        self.set(Way::Shut);
        let way = self.way.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.turn.wait_timeout_while(way, LONG_NAP + NAP, |way| *way == Way::Shut));
    }

    /// The thread's side: waits until the gate is open. False if the thread has to end.
    fn pass(&self) -> bool {
        let mut way = self.way.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            match *way {
                Way::Open => return true,
                Way::Ended => return false,
                Way::Shut => {
                    *way = Way::Parked;
                    self.turn.notify_all();
                }
                Way::Parked => way = self.turn.wait(way).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::signals::exit_status;
    use super::*;
    use crossterm::event::{KeyCode, KeyEventKind, KeyModifiers};
    use signal_hook::consts::SIGHUP;

    fn key(c: char) -> KeyEvent {
        KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)
    }

    /// Events over a channel, in a terminal of 80×24 that grows to 100×30 after the first look.
    fn events() -> (Sender<Wake>, Events) {
        let (sender, source) = mpsc::channel();
        let mut looks = 0;
        let size = move || {
            looks += 1;
            Ok(if looks < 3 { (80, 24) } else { (100, 30) })
        };
        (sender, Events::over(source, Box::new(size)))
    }

    #[test]
    fn a_storm_of_sizes_is_one_and_loses_no_key() {
        let (sender, mut events) = events();
        for columns in 60..90 {
            sender.send(Wake::Event(Event::Resize(columns, 20))).unwrap();
        }
        sender.send(Wake::Event(Event::Key(key('j')))).unwrap();
        sender.send(Wake::Event(Event::Resize(70, 20))).unwrap();
        let all: Vec<_> = (0..3).map(|_| events.next(TICK)).collect();
        assert_eq!(all, [Input::Resize(89, 20), Input::Key(key('j')), Input::Resize(70, 20)]);
    }

    #[test]
    fn only_presses_count() {
        let (sender, mut events) = events();
        let release = KeyEvent { kind: KeyEventKind::Release, ..key('x') };
        for event in
            [Event::Key(release), Event::FocusLost, Event::Paste("a\nb".into()), Event::Key(key('y'))]
        {
            sender.send(Wake::Event(event)).unwrap();
        }
        assert!(events.is_waiting());
        assert_eq!(
            [events.next(TICK), events.next(TICK)],
            [Input::Paste("a\nb".into()), Input::Key(key('y'))]
        );
        assert!(!events.is_waiting());
    }

    #[test]
    fn a_lost_change_of_size_shows_on_a_tick() {
        let (_sender, mut events) = events();
        let all: Vec<_> = (0..3).map(|_| events.next(Duration::ZERO)).collect();
        assert_eq!(all, [Input::Tick, Input::Resize(100, 30), Input::Tick]);
    }

    #[test]
    fn a_terminal_that_is_gone_is_noticed() {
        let (sender, source) = mpsc::channel();
        let mut looks = 0;
        let size = move || {
            looks += 1;
            if looks == 1 { Ok((80, 24)) } else { Err(io::Error::from_raw_os_error(5)) }
        };
        let mut events = Events::over(source, Box::new(size));
        assert_eq!(events.next(Duration::ZERO), Input::Closed);
        drop(sender);
        assert_eq!(events.next(TICK), Input::Closed);
    }

    /// A day: what does not wake the loop lets this test hang.
    const A_DAY: Duration = Duration::from_secs(86_400);

    #[test]
    fn a_terminal_that_cannot_be_read_wakes_a_long_sleep_for_ever() {
        let (sender, mut events) = events();
        sender.send(Wake::Unreadable).unwrap();
        assert_eq!([events.next(A_DAY), events.next(A_DAY)], [Input::Closed, Input::Closed]);
    }

    /// The only test that raises a signal: the whole process hears it, and once nobody watches, it ends the process.
    #[test]
    fn a_signal_wakes_a_long_sleep() {
        let (sender, mut events) = events();
        let signals = Signals::watch().unwrap();
        signals.wake_by(move || drop(sender.send(Wake::Signal)));
        events.signals = Some(signals);
        signal_hook::low_level::raise(SIGHUP).unwrap();
        assert_eq!(events.next(A_DAY), Input::Signal(SIGHUP));
        assert_eq!(exit_status(SIGHUP), 129);
    }

    #[test]
    fn the_reader_stands_still_while_paused() {
        let gate = Arc::new(Gate::default());
        let (sender, passes) = mpsc::channel();
        let theirs = Arc::clone(&gate);
        let thread = thread::spawn(move || {
            while theirs.pass() {
                let _ = sender.send(());
                thread::sleep(Duration::from_millis(1));
            }
        });
        passes.recv().unwrap();
        gate.shut();
        let _ = passes.try_iter().count();
        assert_eq!(passes.recv_timeout(Duration::from_millis(30)), Err(RecvTimeoutError::Timeout));
        gate.set(Way::Open);
        passes.recv().unwrap();
        gate.set(Way::Ended);
        thread.join().unwrap();
    }
}
