use proptest::prelude::*;
use ratatui::text::Span;

use super::super::marks::{ASCII, UNICODE, choose};
use super::*;

const GOALS: Pane<'_> = Pane { number: Some(1), title: "Goals", fact: "2 active", focus: Focus::Elsewhere };

fn buffer(width: u16, height: u16) -> Buffer {
    Buffer::empty(Rect::new(0, 0, width, height))
}

/// The rows as text; the empty cell behind a wide cluster is left out, as a terminal shows it.
fn rows(buf: &Buffer) -> Vec<String> {
    let row = |y| {
        let (mut row, mut x) = (String::new(), buf.area.left());
        while x < buf.area.right() {
            row.push_str(buf[(x, y)].symbol());
            x += buf[(x, y)].cell_width().max(1);
        }
        row
    };
    (buf.area.top()..buf.area.bottom()).map(row).collect()
}

#[test]
fn a_pane_names_itself_and_gives_its_inside() {
    let mut buf = buffer(30, 3);
    let inside = pane(&mut buf, Rect::new(0, 0, 30, 3), &GOALS, &Theme::mono());
    assert_eq!(inside, Rect::new(1, 1, 28, 1));
    assert_eq!(
        rows(&buf),
        [
            "┌ 1 Goals ──────── 2 active ─┐",
            "│                            │",
            "└────────────────────────────┘"
        ]
    );
}

#[test]
fn the_focused_pane_is_heavier_without_colour() {
    let mut buf = buffer(14, 2);
    pane(&mut buf, Rect::new(0, 0, 14, 2), &Pane { focus: Focus::Here, ..GOALS }, &Theme::mono());
    assert_eq!(rows(&buf), ["┏ 1 Goals ━━━┓", "┗━━━━━━━━━━━━┛"]);
    choose(&ASCII);
    pane(&mut buf, Rect::new(0, 0, 14, 2), &Pane { focus: Focus::Here, ..GOALS }, &Theme::mono());
    choose(&UNICODE);
    assert_eq!(rows(&buf), ["# 1 Goals ===#", "#============#"]);
}

#[test]
fn a_narrow_pane_drops_the_fact_and_cuts_the_title() {
    let mut buf = buffer(9, 2);
    pane(&mut buf, Rect::new(0, 0, 9, 2), &GOALS, &Theme::mono());
    assert_eq!(rows(&buf)[0], "┌ 1 Go… ┐");
}

#[test]
fn a_summary_is_one_row() {
    let mut buf = buffer(24, 2);
    summary(&mut buf, Rect::new(0, 0, 24, 2), &GOALS, &Theme::mono());
    assert_eq!(rows(&buf), [" 1 Goals      2 active  ", "                        "]);
}

#[test]
fn a_bar_is_never_full_too_soon_nor_empty_once_begun() {
    for (share, shown) in
        [(0.0, "────"), (0.01, "━───"), (0.5, "━━──"), (0.99, "━━━─"), (1.0, "━━━━"), (f64::NAN, "────")]
    {
        let mut buf = buffer(4, 1);
        bar(&mut buf, 0, 0, 4, share, &Theme::mono());
        assert_eq!(rows(&buf)[0], shown, "{share}");
    }
}

#[test]
fn a_sparkline_shows_the_last_values() {
    assert_eq!(sparkline(&[9.0, 0.0, 1.0, 2.0, f64::NAN, 7.0], 5), "▁▂▃ █");
    assert_eq!(sparkline(&[3.0, 3.0], 9), "▄▄");
    assert_eq!(sparkline(&[f64::MIN, 0.0, f64::MAX], 9), "▁▅█");
    assert_eq!(sparkline(&[], 9), "");
}

#[test]
fn a_footer_leaves_out_from_the_right() {
    let hints = [("c", "claim"), ("+", "help"), ("?", "keys")];
    let mut buf = buffer(25, 1);
    assert_eq!(footer(&mut buf, Rect::new(0, 0, 25, 1), hints, &Theme::mono()), 3);
    assert_eq!(rows(&buf)[0], " c claim  + help  ? keys ");
    let mut buf = buffer(16, 1);
    assert_eq!(footer(&mut buf, Rect::new(0, 0, 16, 1), hints, &Theme::mono()), 2);
    assert_eq!(rows(&buf)[0], " c claim  + help");
}

#[test]
fn spans_follow_each_other_and_are_made_inert() {
    let mut buf = buffer(12, 1);
    let line = Line::from(vec![Span::raw("日本"), Span::raw(" \x1b[31m"), Span::raw(" and more")]);
    assert_eq!(put_line(&mut buf, 0, 0, 12, &line), 12);
    assert_eq!(rows(&buf)[0], "日本 ␛[31m …");
    assert_eq!(put_right(&mut buf, 12, 0, 4, "6 d", Style::new()), 9);
    assert!(rows(&buf)[0].ends_with("6 d"));
}

#[test]
fn drawing_over_half_of_a_wide_character_blanks_it() {
    let mut buf = buffer(6, 1);
    put(&mut buf, 0, 0, 6, "日本語", Style::new());
    put(&mut buf, 1, 0, 1, "x", Style::new());
    assert_eq!(rows(&buf)[0], " x本語");
    let place = overlay(&mut buf, Rect::new(0, 0, 6, 1), 1, 1);
    assert_eq!((place, rows(&buf)[0].as_str()), (Rect::new(2, 0, 1, 1), " x  語"));
    clear(&mut buf, Rect::new(5, 0, 1, 1));
    assert_eq!(rows(&buf)[0], " x    ");
}

proptest! {
    #[test]
    fn everything_survives_any_area(
        (w, h) in (0u16..40, 0u16..6), (x, y) in (0u16..50, 0u16..8), (aw, ah) in (0u16..60, 0u16..9),
        title in "\\PC{0,12}", share in any::<f64>(), values in prop::collection::vec(any::<f64>(), 0..20),
    ) {
        let theme = Theme::colour();
        let mut buf = buffer(w, h);
        let area = Rect::new(x, y, aw, ah);
        let shown = Pane { title: &title, ..GOALS };
        let inside = pane(&mut buf, area, &shown, &theme);
        prop_assert!(inside.is_empty() || buf.area.intersection(inside) == inside);
        summary(&mut buf, area, &shown, &theme);
        bar(&mut buf, x, y, aw, share, &theme);
        put(&mut buf, x, y, aw, &sparkline(&values, aw), theme.reached);
        put_right(&mut buf, x, y, aw, &title, theme.text);
        footer(&mut buf, area, [("c", title.as_str()), ("?", "keys")], &theme);
        let over = overlay(&mut buf, area, ah, aw);
        prop_assert_eq!(buf.area.intersection(over), over);
    }
}
