//! The help: first what can be done with what is selected, then what else makes sense here, then what does elsewhere.
//! `/` looks for a key in it. All of it is read from the table of actions.

use std::rc::Rc;

use ratatui::style::Style;

use super::action::{self, Action, Group};
use super::app::App;
use super::ask::{Next, Question, Then};
use super::keymap;
use crate::tui::kit::overlay::wrap::Paragraph;
use crate::tui::kit::overlay::{Message, Overlay, Part};
use crate::tui::kit::text;
use crate::words::words;

/// The columns of the keys.
const KEYS: usize = 12;

/// The help for what is on the screen.
pub fn open(app: &App) -> Question {
    let fitting: Vec<&str> = action::fitting(app).map(|(action, _)| action.name).collect();
    let mut lines = Vec::new();
    let mut chapter = |title: String, actions: Vec<&Action>, tone: Tone| {
        if actions.is_empty() {
            return;
        }
        if !lines.is_empty() {
            lines.push(Paragraph::empty());
        }
        let (key, doc) = match tone {
            Tone::Here => (app.theme.key, app.theme.text),
            Tone::Elsewhere => (app.theme.dim, app.theme.dim),
        };
        lines.push(Paragraph::styled(title, app.theme.title_focused));
        lines.extend(actions.into_iter().map(|action| line(action, key, doc)));
    };
    let held = action::held(app);
    let here = |group: Group| {
        action::all()
            .filter(move |action| action.group == group)
            .filter(|action| fitting.contains(&action.name))
    };
    for group in Group::ALL {
        let title = match &held {
            Some(held) if group == Group::Work => words().help_with(held),
            _ => group.name(),
        };
        chapter(title, here(group).collect(), Tone::Here);
    }
    let elsewhere = action::all().filter(|action| !fitting.contains(&action.name));
    chapter(words().scr_elsewhere(), elsewhere.collect(), Tone::Elsewhere);
    message(Message::new(words().scr_help(), lines).searched(), None)
}

/// The keys of a question that is open; it comes back afterwards.
pub fn of_question(app: &App, question: Question) -> Question {
    let words = words();
    let mut keys: Vec<(String, String)> = Vec::new();
    let mut say = |key: &str, does: String| keys.push((key.to_owned(), does));
    let (enter, esc) = (words.ask_key_enter(), words.ask_key_esc());
    match &question.part {
        Part::Prompt(_) => say(&enter, words.help_prompt_enter()),
        Part::Picker(picker) => {
            let letters = if picker.is_found_by_asker() {
                words.help_picker_words()
            } else {
                words.help_picker_letters()
            };
            say(&words.help_key_letters(), letters);
            say(&words.ask_keys_up_down(), words.help_picker_arrows());
            say(&enter, words.help_picker_enter());
        }
        Part::Confirm(_) => say("y n", words.help_confirm()),
        Part::Form(form) => {
            if form.has_alike() {
                say(&words.ask_keys_up_down(), words.help_form_alike());
            }
            say(&words.ask_key_tab(), words.help_form_tab());
            say(&enter, words.help_form_enter());
            say(&words.help_key_letters(), words.help_form_choice());
            say(&words.ask_key_ctrl_s(), words.help_form_send());
            say("Ctrl-O", words.help_form_editor());
        }
        Part::Message(_) => say(&words.ask_keys_up_down(), words.ask_scroll()),
    }
    if matches!(&question.part, Part::Prompt(_) | Part::Form(_)) {
        say("Ctrl-U", words.help_line_cut());
        say("Ctrl-Y", words.help_line_back());
        say("Alt-U", words.help_line_undo());
    }
    say(&esc, words.help_leave());
    say("Ctrl-C", words.act_quit_now_doc());
    message(Message::new(words.scr_help(), rows(app, &keys)), Some(question))
}

/// The keys of the line in which a filter is typed.
pub fn of_filter(app: &App) -> Question {
    let words = words();
    let keys = [
        (words.help_key_letters(), words.help_filter_letters()),
        (words.ask_key_tab(), words.help_filter_tab()),
        (words.ask_keys_up_down(), words.help_filter_arrows()),
        (words.ask_key_enter(), words.help_filter_enter()),
        (words.ask_key_esc(), words.help_filter_esc()),
    ];
    message(Message::new(words.scr_help(), rows(app, &keys)), None)
}

fn rows(app: &App, keys: &[(String, String)]) -> Vec<Paragraph> {
    keys.iter().map(|(key, does)| row(key, does.clone(), app.theme.key, app.theme.text)).collect()
}

fn message(message: Message, beneath: Option<Question>) -> Question {
    let next: Next = Rc::new(|_, _| Vec::new());
    Overlay::new(Then { beneath: beneath.map(Box::new), ..Then::new(next) }, message)
}

/// Whether an action makes sense where one is.
enum Tone {
    Here,
    Elsewhere,
}

fn line(action: &Action, key: Style, doc: Style) -> Paragraph {
    // A third key is for hands that know it already.
    let keys: Vec<String> = keymap::of(action).iter().take(2).map(|key| key.label()).collect();
    let keys = if keys.is_empty() { words().scr_no_key() } else { keys.join(" ") };
    row(&keys, (action.doc)(), key, doc)
}

fn row(keys: &str, does: String, key: Style, doc: Style) -> Paragraph {
    Paragraph::styled(text::fit(keys, KEYS) + "  ", key).and(does, doc).hanging(KEYS + 2)
}

#[cfg(test)]
mod tests {
    use crate::tui::testing::demo;

    #[test]
    fn what_is_in_hand_comes_first_and_is_named() {
        let screen = demo(120, 40).press("2 ?").screen();
        assert!(screen.contains("With bak, Sign the payment contract"), "{screen}");
        let screen = demo(120, 40).press("3 ?").screen();
        assert!(screen.contains("With Bookkeeping"), "{screen}");
        let screen = demo(120, 40).press("2 Enter ?").screen();
        assert!(screen.contains("With bak, Sign the payment contract"), "{screen}");
    }

    #[test]
    fn a_slash_looks_for_a_key() {
        let mut desk = demo(120, 40);
        desk.press("? / text:undo");
        assert!(!desk.screen().contains("With bak"), "{}", desk.screen());
        desk.press("Esc");
        assert!(desk.screen().contains("With bak"), "Esc shows all again: {}", desk.screen());
        desk.press("/ text:take_back Enter");
        assert!(desk.screen().contains("take back what you did last"), "{}", desk.screen());
        desk.press("Esc Esc");
        assert!(desk.screen().contains("1 Goals"), "{}", desk.screen());
    }

    #[test]
    fn f1_in_a_form_names_the_editor_the_look_alikes_and_undo() {
        let mut desk = demo(120, 50);
        let screen = desk.press("n F1").screen();
        assert!(["Ctrl-O", "Alt-U", "what is like it"].iter().all(|key| screen.contains(key)), "{screen}");
        let screen = demo(120, 50).press("2 E F1").screen();
        assert!(screen.contains("Ctrl-O") && !screen.contains("what is like it"), "{screen}");
    }

    #[test]
    fn f1_explains_a_question_and_gives_it_back_as_it_was() {
        for keys in ["2 b text:the_key", "2 o text:ci", "2 E text:x", "/ text:pay"] {
            let mut desk = demo(120, 40);
            let before = desk.press(keys).screen();
            let help = desk.press("F1").screen();
            assert!(help.contains("Keys") && help != before, "{keys}: {help}");
            assert_eq!(desk.press("Esc").screen(), before, "{keys}");
        }
    }
}
