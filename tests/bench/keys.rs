//! What one key costs at fifty thousand open tasks, on every screen: the change, what is read for it, and the frame.
//! `cargo bench --bench keys`. What a terminal adds is measured in a real one.

mod boards;

use std::cell::RefCell;

use divan::{Bencher, black_box};
use setara::session::Session;
use setara::tui::rehearsal::Rehearsal;

const OPEN: usize = 50_000;

fn main() {
    divan::main();
}

/// A desk on which these keys have been pressed.
fn desk(keys: &str) -> Rehearsal {
    desk_after(0, keys)
}

/// The same so many days after anybody wrote to the board.
fn desk_after(days: i64, keys: &str) -> Rehearsal {
    let world = boards::days_later(days, "bench keys");
    let mut session = Session::open(&boards::file(OPEN, 0), world).expect("the board opens");
    session.act_as(Some("Zaki")).expect("Zaki is a member");
    let mut desk = Rehearsal::of(session, 120, 40).expect("the board can be read");
    desk.press(keys);
    desk
}

/// Presses some keys again and again, each with its frame, and divides by nothing: the figure is that of the pair.
fn measure(bencher: Bencher<'_, '_>, before: &str, keys: &str) {
    let mut desk = desk(before);
    bencher.bench_local(|| {
        for key in keys.split_whitespace() {
            desk.press(key);
            black_box(desk.frame());
        }
    });
}

/// Moving in the list, from its middle: a row and back, a page and back, to the end and back.
#[divan::bench(args = ["j k", "PageDown PageUp", "G g"], sample_count = 50)]
fn move_in_the_list(bencher: Bencher<'_, '_>, keys: &str) {
    measure(bencher, "2 z PageDown PageDown PageDown", keys);
}

/// The turn of a day, and of many: what comes to hold in them costs a key nothing.
#[divan::bench(args = [0, 1, 2, 30], sample_count = 50)]
fn move_after_days(bencher: Bencher<'_, '_>, days: i64) {
    let mut desk = desk_after(days, "2 z PageDown PageDown PageDown");
    bencher.bench_local(|| {
        for key in ["j", "k"] {
            desk.press(key);
            black_box(desk.frame());
        }
    });
}

/// The same where the questions are read anew.
#[divan::bench(args = [0, 1, 2, 30], sample_count = 50)]
fn turn_to_the_questions_after_days(bencher: Bencher<'_, '_>, days: i64) {
    let mut desk = desk_after(days, "4");
    bencher.bench_local(|| {
        for key in ["z", "z"] {
            desk.press(key);
            black_box(desk.frame());
        }
    });
}

/// The same in lists that are grouped and ordered in other ways, and filtered.
#[divan::bench(args = ["text:group:goal", "text:group:lead", "text:group:none", "text:number"], sample_count = 50)]
fn turn_pages_of_a_list(bencher: Bencher<'_, '_>, query: &str) {
    measure(bencher, &format!("2 z / {query} Enter"), "PageDown PageUp");
}

/// The same where they stand in columns: a card, a page, the column beside, and a card that is moved on and back.
#[divan::bench(args = ["j k", "PageDown PageUp", "l h", "< >", "# #"], sample_count = 50)]
fn move_in_columns(bencher: Bencher<'_, '_>, keys: &str) {
    measure(bencher, "2 # PageDown PageDown PageDown", keys);
}

/// A letter of a filter and its removal: words, and a query.
#[divan::bench(args = ["text:sig", "text:lead:ay", "text:is:blocke", "text:goal:goa"], sample_count = 50)]
fn type_a_filter(bencher: Bencher<'_, '_>, typed: &str) {
    measure(bencher, &format!("2 / {typed}"), "n Backspace");
}

/// The last letter of what few tasks or none have, and its removal: in pull order, and in orders whose indexes do not tell.
#[divan::bench(args = ["has:link s", "tag:non e", "order:due Space has:link s", "order:age Space tag:non e"],
    sample_count = 50)]
fn type_what_little_has(bencher: Bencher<'_, '_>, typed: &str) {
    let (typed, last) = typed.rsplit_once(' ').expect("a query and its last letter");
    let typed = typed.replace("order", "text:order").replace("has", "text:has").replace("tag", "text:tag");
    measure(bencher, &format!("2 / {typed}"), &format!("text:{last} Backspace"));
}

/// A letter of a new task's title and its removal, with the look-alikes.
#[divan::bench(args = ["text:Sign", "text:Write"], sample_count = 50)]
fn type_a_title(bencher: Bencher<'_, '_>, typed: &str) {
    measure(bencher, &format!("2 n {typed}"), "s Backspace");
}

/// Opening a page and leaving it.
#[divan::bench(args = ["Enter Esc", "6 Esc", "7 Esc", "8 Esc", "9 Esc", "0 Esc", "i Esc", "? Esc", ": Esc"], sample_count = 50)]
fn open_a_page(bencher: Bencher<'_, '_>, keys: &str) {
    measure(bencher, "2 j", keys);
}

/// Opening the page of a goal and of a role, and leaving it.
#[divan::bench(args = ["1", "3", "4", "5"], sample_count = 50)]
fn open_a_page_of_another_pane(bencher: Bencher<'_, '_>, pane: &str) {
    measure(bencher, pane, "Enter Esc");
}

/// Opening the page of another member, and leaving it.
#[divan::bench(args = ["8 j", "8 G"], sample_count = 50)]
fn open_the_page_of_another_member(bencher: Bencher<'_, '_>, before: &str) {
    measure(bencher, before, "Enter Esc");
}

/// A key in replay until its frame: a day with more than fifty events, which is drawn before all of them are gone past, and
/// an event.
#[divan::bench(args = ["Left", "Right", "[", "]"], sample_count = 50, sample_size = 1)]
fn go_through_time(bencher: Bencher<'_, '_>, key: &str) {
    let desk = RefCell::new(desk("H Left Left Left Left Left Left Left Left"));
    let back = match key {
        "Left" => "Right",
        "Right" => "Left",
        "[" => "]",
        _ => "[",
    };
    bencher.with_inputs(|| desk.borrow_mut().press(back)).bench_local_values(|()| {
        let mut desk = desk.borrow_mut();
        desk.set_out(key);
        black_box(desk.frame());
    });
}

/// Changing the pane, the group, the order.
#[divan::bench(args = ["Tab BackTab", "z z", "= Esc"], sample_count = 50)]
fn change_the_view(bencher: Bencher<'_, '_>, keys: &str) {
    measure(bencher, "2", keys);
}
