//! The terminal, held for as long as the program draws on it, and as it was after any end.
//!
//! ```text
//! Screen::enter   raw mode, alternate screen, bracketed paste, no cursor, the mouse if asked
//! draw …          one write for each frame
//! lend, suspend   restore, then all of it again; take_again where nobody gave it back
//! drop, panic, signal, closed window   restore, once, from whoever comes first
//! ```
//!
//! **Invariant:** after [`restore`] nothing more reaches the terminal from here: not the rest of a frame that
//! a panic interrupted, and no complaint about a terminal that is gone.

use std::{
    io::{self, IsTerminal, Write},
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};

use crossterm::{
    clipboard::CopyToClipboard,
    cursor::{Hide, Show},
    event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture},
    execute, queue,
    style::ResetColor,
    terminal::{self, EnterAlternateScreen, LeaveAlternateScreen},
};
use ratatui::{Frame, Terminal, backend::CrosstermBackend, layout::Size};

use super::answers::QUESTION;
use super::faults;
use super::link::Placed;
use super::linked::Linked;
use crate::platform::signals;

/// Whether the terminal is ours now. For the whole process: a panic hook and a signal's thread have to know
/// it too.
static HELD: AtomicBool = AtomicBool::new(false);

/// What to do with the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mouse {
    /// Leave it to the terminal, so that people can select text.
    Ignored,
    /// Report it.
    Captured,
}

/// The terminal in our hands. Dropping it gives it back.
pub struct Screen {
    terminal: Terminal<CrosstermBackend<Output>>,
    linked: Linked,
    mouse: Mouse,
}

impl Screen {
    /// Takes the terminal. An error, with the terminal as it was, if there is none on both ends.
    pub fn enter(mouse: Mouse) -> io::Result<Screen> {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(io::Error::new(io::ErrorKind::Unsupported, "no terminal to draw on"));
        }
        faults::watch();
        // The guard stands before the first change, so that half an entry is undone as a whole one.
        let terminal = Terminal::new(CrosstermBackend::new(Output::default()))?;
        let mut screen = Screen { terminal, linked: Linked::default(), mouse };
        screen.take()?;
        Ok(screen)
    }

    /// Draws one frame, and links in it. The frame's area is the terminal's size now, also where a change of size was not
    /// reported.
    pub fn draw(&mut self, render: impl FnOnce(&mut Frame<'_>), links: Vec<Placed>) -> io::Result<()> {
        let frame = self.terminal.draw(render)?;
        let strokes = self.linked.turn(frame.buffer, links);
        let backend = self.terminal.backend_mut();
        strokes.iter().try_for_each(|stroke| stroke.write(backend))?;
        if strokes.is_empty() { Ok(()) } else { Write::flush(backend) }
    }

    /// The terminal's size now.
    pub fn size(&self) -> io::Result<Size> {
        self.terminal.size()
    }

    /// Forgets what is on the screen, so that the next frame is drawn whole.
    pub fn refresh(&mut self) -> io::Result<()> {
        // Not `Terminal::clear`: it asks the terminal where the cursor is, and waits two seconds for one that
        // never answers.
        self.linked.forget();
        let size = self.terminal.size()?;
        self.terminal.resize(size.into())
    }

    /// Puts a text into the clipboard, by the sequence OSC 52: also through ssh. A terminal that knows it not ignores it.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text))
    }

    /// Rings, or lets the window flash: what a terminal does about it is set there.
    pub fn ring(&mut self) -> io::Result<()> {
        let mut out = io::stdout();
        out.write_all(b"\x07")?;
        out.flush()
    }

    /// Asks the terminal for the colour of its ground. The answer comes in as if somebody typed it, at any time, or never.
    pub fn ask_ground(&mut self) -> io::Result<()> {
        let mut out = io::stdout();
        out.write_all(QUESTION.as_bytes())?;
        out.flush()
    }

    /// Takes the mouse, or leaves it to the terminal again.
    pub fn mind(&mut self, mouse: Mouse) -> io::Result<()> {
        if self.mouse == mouse {
            return Ok(());
        }
        self.mouse = mouse;
        match mouse {
            Mouse::Captured => execute!(io::stdout(), EnableMouseCapture),
            Mouse::Ignored => execute!(io::stdout(), DisableMouseCapture),
        }
    }

    /// Lends the terminal, as it was, to something else (an editor), and takes it back. Pause the events
    /// around it.
    pub fn lend<T>(&mut self, other: impl FnOnce() -> T) -> io::Result<T> {
        restore();
        let result = other();
        self.take()?;
        Ok(result)
    }

    /// Stops the program as Ctrl-Z does elsewhere; returns when the shell lets it go on.
    pub fn suspend(&mut self) -> io::Result<()> {
        self.lend(signals::stop)?
    }

    /// Takes the terminal anew: the process was stopped and goes on, so others had it meanwhile, and what is believed of it
    /// here and in crossterm is no longer so.
    pub fn take_again(&mut self) -> io::Result<()> {
        // First, since a process in the background is stopped by it before it writes on what others show.
        terminal::disable_raw_mode()?;
        self.take()
    }

    fn take(&mut self) -> io::Result<()> {
        HELD.store(true, Ordering::SeqCst);
        terminal::enable_raw_mode()?;
        let mut out = io::stdout();
        queue!(out, EnterAlternateScreen, EnableBracketedPaste, Hide)?;
        if self.mouse == Mouse::Captured {
            queue!(out, EnableMouseCapture)?;
        }
        out.flush()?;
        self.refresh()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        restore();
    }
}

/// Whether the terminal is ours now.
pub fn is_held() -> bool {
    HELD.load(Ordering::SeqCst)
}

/// Gives the terminal back as it was. From any thread, as often as one likes; errors have nobody to hear
/// them. Returns whether it was ours until now.
pub fn restore() -> bool {
    let held = HELD.swap(false, Ordering::SeqCst);
    if held {
        // All of it, also what was not asked for: to end a mode that was never begun does no harm.
        let mut out = io::stdout();
        let _ =
            execute!(out, ResetColor, DisableMouseCapture, DisableBracketedPaste, Show, LeaveAlternateScreen);
        let _ = terminal::disable_raw_mode();
    }
    held
}

/// [`restore`] for a process that is about to end: a terminal that takes no more output does not hold it up.
pub fn restore_without_waiting() {
    if is_held() {
        let _ = terminal::disable_raw_mode();
        thread::spawn(restore);
        thread::sleep(Duration::from_millis(200));
    }
}

/// Whether an error means that the terminal is gone: the program ends quietly, for nobody is there to read.
pub fn is_gone(error: &io::Error) -> bool {
    // EIO, EBADF and ENXIO have no kind of their own in std.
    matches!(error.raw_os_error(), Some(5 | 6 | 9))
        || matches!(error.kind(), io::ErrorKind::BrokenPipe | io::ErrorKind::UnexpectedEof)
}

/// Collects a frame and writes it at once, so that no half of it is seen. Writes nothing while the terminal
/// is not ours.
#[derive(Default)]
struct Output {
    frame: Vec<u8>,
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.frame.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let frame = std::mem::take(&mut self.frame);
        if !is_held() {
            return Ok(());
        }
        let mut out = io::stdout().lock();
        out.write_all(&frame).and_then(|()| out.flush())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_written_once_the_terminal_is_given_back() {
        let mut output = Output::default();
        output.write_all(b"\x1b[2J").unwrap();
        assert!(output.flush().is_ok() && output.frame.is_empty());
        assert!(!restore() && !is_held());
    }

    #[test]
    fn without_a_terminal_there_is_an_error_and_no_change() {
        // Under the tests' own harness there may be one; then there is nothing to see here.
        if !io::stdout().is_terminal() {
            assert!(Screen::enter(Mouse::Ignored).is_err());
        }
    }

    #[test]
    fn a_closed_terminal_is_told_from_other_errors() {
        assert!(is_gone(&io::Error::from_raw_os_error(5)));
        assert!(is_gone(&io::ErrorKind::BrokenPipe.into()));
        assert!(!is_gone(&io::ErrorKind::Interrupted.into()));
    }
}
