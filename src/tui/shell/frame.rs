//! Where the rows around a screen stand, and what is left for it.
//!
//! ```text
//! header
//! banner (of another time)
//! body
//! strip (of the tutor, or of what is new)
//! status
//! footer
//! ```

use ratatui::layout::Rect;

/// The areas around and of what is shown. An area that found no room is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    pub header: Rect,
    pub banner: Rect,
    pub body: Rect,
    /// What the tutor says, or what touches one since one looked last.
    pub strip: Rect,
    pub status: Rect,
    pub footer: Rect,
}

impl Frame {
    /// For a screen on which the banner and the strip would fill so many rows; none where there is none.
    pub fn of(screen: Rect, banner: u16, strip: u16) -> Frame {
        // What time it is comes before all else where little room is left.
        let banner = match screen.height {
            0..=2 => 0,
            3..=17 => banner.min(1),
            _ => banner,
        };
        let (header, rest) = top(screen, u16::from(screen.height >= 6 + 2 * banner));
        let (banner, rest) = top(rest, banner);
        let (rest, footer) = bottom(rest, u16::from(screen.height >= 4));
        let (rest, status) = bottom(rest, u16::from(screen.height >= 5));
        let (body, strip) = bottom(rest, strip);
        Frame { header, banner, body, strip, status, footer }
    }
}

/// An area's first rows, and the others.
pub fn top(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    (Rect { height: rows, ..area }, Rect { y: area.y + rows, height: area.height - rows, ..area })
}

/// An area without its last rows, and these.
pub fn bottom(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    top(area, area.height - rows)
}
