//! A screen as an SVG, exact on the grid in any font: for the README.
//!
//! A run of letters is one `<text>` whose `textLength` holds its columns. A sign outside of the Latin letters
//! may come from another font with other widths, so it never shares a run with anything but its own
//! repetition.

use std::fmt::Write;

use ratatui::{
    buffer::{Buffer, Cell, CellWidth},
    style::{Color, Modifier},
};

/// A cell in pixels, for a font of 16: rows touch, so that borders are unbroken lines.
const CELL: (f64, f64) = (9.6, 18.0);
const MARGIN: f64 = 14.0;
const INK: (u8, u8, u8) = (0xd8, 0xde, 0xe9);
const GROUND: (u8, u8, u8) = (0x16, 0x18, 0x1d);

/// The buffer as a complete SVG document on a dark card.
pub fn svg(buf: &Buffer) -> String {
    let (width, height) = (f64::from(buf.area.width) * CELL.0, f64::from(buf.area.height) * CELL.1);
    let (width, height) = (width + 2.0 * MARGIN, height + 2.0 * MARGIN);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.1} {height:.1}\" width=\"{width:.1}\" \
         height=\"{height:.1}\" font-family=\"'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"16\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{}\"/>\n",
        hex(GROUND)
    );
    for y in buf.area.top()..buf.area.bottom() {
        let mut x = buf.area.left();
        while x < buf.area.right() {
            let first = &buf[(x, y)];
            let (mut text, mut end) = (String::new(), x);
            while end < buf.area.right() && joins(first, &buf[(end, y)]) {
                text.push_str(buf[(end, y)].symbol());
                end += buf[(end, y)].cell_width().max(1);
            }
            let at = (f64::from(x - buf.area.left()), f64::from(y - buf.area.top()));
            run(&mut out, first, &text, at, f64::from(end - x));
            x = end;
        }
    }
    out + "</svg>\n"
}

/// Red, green and blue of a colour, with the usual values for the 16 that a terminal may repaint; none for
/// the default.
pub fn rgb(colour: Color) -> Option<(u8, u8, u8)> {
    const NAMED: [(u8, u8, u8); 16] = [
        (0x00, 0x00, 0x00),
        (0xcd, 0x31, 0x31),
        (0x0d, 0xbc, 0x79),
        (0xe5, 0xe5, 0x10),
        (0x24, 0x72, 0xc8),
        (0xbc, 0x3f, 0xbc),
        (0x11, 0xa8, 0xcd),
        (0xe5, 0xe5, 0xe5),
        (0x66, 0x66, 0x66),
        (0xf1, 0x4c, 0x4c),
        (0x23, 0xd1, 0x8b),
        (0xf5, 0xf5, 0x43),
        (0x3b, 0x8e, 0xea),
        (0xd6, 0x70, 0xd6),
        (0x29, 0xb8, 0xdb),
        (0xff, 0xff, 0xff),
    ];
    use Color::*;
    const ORDER: [Color; 16] = [
        Black,
        Red,
        Green,
        Yellow,
        Blue,
        Magenta,
        Cyan,
        Gray,
        DarkGray,
        LightRed,
        LightGreen,
        LightYellow,
        LightBlue,
        LightMagenta,
        LightCyan,
        White,
    ];
    let step = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
    match colour {
        Reset => None,
        Rgb(r, g, b) => Some((r, g, b)),
        Indexed(n @ 0..=15) => Some(NAMED[usize::from(n)]),
        Indexed(n @ 16..=231) => Some((step((n - 16) / 36), step((n - 16) / 6 % 6), step((n - 16) % 6))),
        Indexed(n) => Some((8 + 10 * (n - 232), 8 + 10 * (n - 232), 8 + 10 * (n - 232))),
        named => ORDER.iter().position(|known| *known == named).map(|n| NAMED[n]),
    }
}

/// Whether a cell goes on the run that the first one began.
fn joins(first: &Cell, cell: &Cell) -> bool {
    let latin = |cell: &Cell| cell.symbol().chars().all(|c| c < '\u{250}');
    let same = (first.fg, first.bg, first.modifier) == (cell.fg, cell.bg, cell.modifier);
    same && (first.symbol() == cell.symbol() || (latin(first) && latin(cell)))
}

/// One run at a place of the grid: its ground, if it has one, and its text, if it shows any.
fn run(out: &mut String, cell: &Cell, text: &str, (column, row): (f64, f64), columns: f64) {
    let (x, y, width) = (MARGIN + column * CELL.0, MARGIN + row * CELL.1, columns * CELL.0);
    let has = |modifier| cell.modifier.contains(modifier);
    let (mut ink, mut ground) = (rgb(cell.fg).unwrap_or(INK), rgb(cell.bg));
    if has(Modifier::REVERSED) {
        (ink, ground) = (ground.unwrap_or(GROUND), Some(ink));
    }
    if let Some(ground) = ground {
        let (fill, height) = (hex(ground), CELL.1);
        let _ = writeln!(
            out,
            r#"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}" fill="{fill}"/>"#
        );
    }
    if text.trim().is_empty() && !has(Modifier::UNDERLINED) {
        return;
    }
    let bold = if has(Modifier::BOLD) { r#" font-weight="bold""# } else { "" };
    let dim = if has(Modifier::DIM) { r#" opacity="0.6""# } else { "" };
    let under = if has(Modifier::UNDERLINED) { r#" text-decoration="underline""# } else { "" };
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let _ = writeln!(
        out,
        r#"<text x="{x:.1}" y="{:.1}" textLength="{width:.1}" lengthAdjust="spacingAndGlyphs" xml:space="preserve" fill="{}"{bold}{dim}{under}>{text}</text>"#,
        y + 14.0,
        hex(ink),
    );
}

fn hex((r, g, b): (u8, u8, u8)) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::{layout::Rect, style::Style};

    #[test]
    fn runs_stand_on_the_grid() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 12, 2));
        buf.set_string(0, 0, "a <b> & ━━日c", Style::new());
        buf.set_string(
            2,
            1,
            "warn",
            Style::new().fg(Color::Indexed(32)).add_modifier(Modifier::REVERSED | Modifier::BOLD),
        );
        let svg = svg(&buf);
        let texts: Vec<_> = svg.lines().filter(|line| line.starts_with("<text")).collect();
        assert!(texts[0].contains(r#"x="14.0" y="28.0" textLength="76.8""#), "{}", texts[0]);
        assert!(texts[0].ends_with(">a &lt;b&gt; &amp; </text>"), "{}", texts[0]);
        assert!(texts[1].ends_with(">━━</text>") && texts[1].contains(r#"x="90.8""#), "{}", texts[1]);
        assert!(texts[2].contains(r#"textLength="19.2""#) && texts[2].ends_with(">日</text>"));
        assert!(texts[3].contains(r##"fill="#16181d" font-weight="bold""##), "{}", texts[3]);
        assert!(svg.contains(r##"<rect x="33.2" y="32.0" width="38.4" height="18.0" fill="#0087d7"/>"##));
        assert_eq!(texts.len(), 4);
    }

    #[test]
    fn an_empty_buffer_is_an_empty_card() {
        assert!(!svg(&Buffer::empty(Rect::ZERO)).contains("<text"));
    }
}
