//! The name in blocks, on one level: that is what it means.

use crate::tui::kit::marks::marks;

/// The letters of the name, a sign a dot.
const DOTS: [&str; 5] = [
    " ###  ####  #####  ##   ###    ## ",
    "#     #       #   #  #  #  #  #  #",
    " ##   ###     #   ####  ###   ####",
    "   #  #       #   #  #  # #   #  #",
    "###   ####    #   #  #  #  #  #  #",
];

/// How large the name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Size {
    /// A dot is two columns wide and a row high.
    Large,
    /// A dot is a column wide and half a row high.
    Small,
    /// The name as it is.
    Plain,
}

/// The rows of the name, all of one width.
pub(super) fn rows(size: Size) -> Vec<String> {
    let full = if marks().pictures { "█" } else { "#" };
    match size {
        Size::Plain => vec![crate::words::words().app_name()],
        Size::Large => {
            let dots = |row: &str| row.replace(' ', "  ").replace('#', &full.repeat(2));
            DOTS.iter().map(|row| dots(row)).collect()
        }
        // Half rows are no signs of ASCII.
        Size::Small if !marks().pictures => DOTS.iter().map(ToString::to_string).collect(),
        Size::Small => DOTS.chunks(2).map(|pair| halves(pair[0], pair.get(1).copied())).collect(),
    }
}

fn halves(upper: &str, lower: Option<&str>) -> String {
    let lower = lower.unwrap_or_default().bytes().chain(std::iter::repeat(b' '));
    let dots = upper.bytes().zip(lower).map(|(upper, lower)| match (upper, lower) {
        (b'#', b'#') => '█',
        (b'#', _) => '▀',
        (_, b'#') => '▄',
        _ => ' ',
    });
    dots.collect()
}
