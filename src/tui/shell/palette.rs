//! The palette: every action, found by a few letters of its word, its sentence, its name or its key, also in English.
//! What was done last stands first; what makes no sense here is dim, and says what it needs. Two letters find tasks, roles,
//! goals and people, too, also work that ended, and go there.

use super::action::{self, Action, Scope};
use super::app::App;
use super::ask::{self, Pick, Question, Search};
use super::desk::Effect;
use crate::domain::id::SubjectRef;
use crate::domain::spoken::word;
use crate::domain::subject::Kind;
use crate::tui::kit::overlay::Item;
use crate::words::{Language, speaking, words};

/// The list; `search` finds what else one may go to, and `go` goes there.
pub fn open(app: &App, search: Search, go: fn(SubjectRef) -> Vec<Effect>) -> Question {
    let fitting: Vec<&str> = action::fitting(app).map(|(action, _)| action.name).collect();
    let fits = |action: &&Action| fitting.contains(&action.name);
    let (mut here, elsewhere): (Vec<&Action>, Vec<&Action>) = action::all().partition(fits);
    here.sort_by_key(|action| app.habits.since(action.name).unwrap_or(usize::MAX));
    let here = here.into_iter().map(|action| item(action, action.key()));
    let elsewhere = elsewhere.into_iter().map(|action| item(action, needs(action)).faint());
    let question =
        ask::pick(words().scr_palette(), here.chain(elsewhere).collect(), move |app, pick| match pick {
            Pick::Action(name) => {
                if let Some(tutor) = &mut app.habits.tutor {
                    tutor.saw_choice();
                }
                action::run_or_say(app, name)
            }
            Pick::Subject(subject) => go(subject),
            _ => Vec::new(),
        });
    ask::also_finding(question, search)
}

fn item(action: &Action, detail: String) -> Item<Pick> {
    let (label, doc) = ((action.label)(), (action.doc)());
    let (english, sentence) = speaking(Language::English, || ((action.label)(), (action.doc)()));
    let sought = format!("{label} {} {} {english}", action.name, action.key());
    Item::new(Pick::Action(action.name), label, detail).says(&doc).sought(sought, format!("{doc} {sentence}"))
}

/// What would have to be so.
fn needs(action: &Action) -> String {
    let words = words();
    match action.scope {
        Scope::On(kind) => words.help_needs(word::kind(kind)),
        Scope::Tasks => words.help_needs(word::kind(Kind::Task)),
        Scope::Step => words.steps_needed(),
        Scope::Home => words.help_needs_home(),
        Scope::Page => words.help_needs_page(),
        Scope::Past => words.replay_needs_past(),
        Scope::Meeting => words.meeting_needed(),
        Scope::Everywhere => words.help_not_now(),
    }
}

#[cfg(test)]
mod tests {
    use crate::tui::kit::overlay::Part;
    use crate::tui::testing::demo;

    /// What Enter would take.
    fn first(keys: &str) -> String {
        let mut desk = demo(120, 40);
        match &desk.press(keys).app().question.as_ref().expect("it is open").part {
            Part::Picker(picker) => picker.selected().map(|item| item.label.clone()).unwrap_or_default(),
            _ => panic!("the palette is a list"),
        }
    }

    #[test]
    fn what_was_typed_is_underlined_where_it_was_found() {
        let underlined = |typed: &str| demo(120, 40).press(&format!("f : text:{typed}")).underlined();
        assert_eq!(underlined("clm")[..2], ["cl", "m"]);
        assert_eq!(underlined("handle_of"), ["handle", "of"]);
        assert_eq!(underlined("payment_contr"), ["payment", "contr"]);
        assert_eq!(underlined("task.claim"), [""; 0], "it is found by what is not shown");
    }

    #[test]
    fn an_action_is_found_by_its_word_its_name_and_the_command_s_verb() {
        for typed in ["clm", "claim", "task.claim"] {
            assert!(first(&format!("f : text:{typed}")).starts_with("claim ·"), "{typed}");
        }
        assert!(first("2 : text:give-back").starts_with("give back ·"));
        assert!(first("2 : text:give_back").starts_with("give back ·"));
        assert_eq!(first("2 : text:qzqz"), "");
    }

    #[test]
    fn work_people_and_what_ended_are_found_too_and_one_goes_there() {
        for (typed, begins) in [("bak", "bak  Sign"), ("privacy_notice", "bun  Publish"), ("dewi", "Dewi")] {
            let found = first(&format!("2 : text:{typed}"));
            assert!(found.starts_with(begins), "{typed}: {found}");
        }
        let mut desk = demo(120, 40);
        let finished = crate::store::Filter { finished: true, ..Default::default() };
        let ended = desk.session().board().tasks(&finished, None, 0, 1).unwrap();
        let title = &ended.rows[0].title;
        desk.press(&format!(": text:{} Enter", title.replace(' ', "_")));
        assert!(desk.screen().lines().take(6).any(|line| line.contains(title.as_str())), "{}", desk.screen());
        // An action that begins so goes before whatever is called so.
        assert!(first("2 : text:claim").starts_with("claim ·"));
    }

    #[test]
    fn ctrl_p_opens_it_too() {
        let mut desk = demo(120, 40);
        assert_eq!(desk.press("Ctrl-P").screen(), demo(120, 40).press(":").screen());
    }

    #[test]
    fn what_makes_no_sense_here_says_what_it_needs() {
        let mut desk = demo(120, 40);
        desk.press("1 : text:help_with");
        assert!(desk.screen().contains("needs a selected task"), "{}", desk.screen());
        desk.press("Enter");
        assert!(desk.says().contains("makes no sense here"), "{}", desk.says());
    }

    #[test]
    fn what_was_done_last_stands_first() {
        assert!(first("2 b Esc :").starts_with("blocked ·"));
    }

    #[test]
    fn english_words_find_it_in_every_language() {
        use crate::words::{Language, choose_here};
        choose_here(Language::Indonesian);
        let found = first("2 : text:give_back");
        choose_here(Language::English);
        assert!(found.starts_with("kembalikan ·"), "{found}");
    }
}
