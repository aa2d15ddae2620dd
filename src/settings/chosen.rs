//! What holds from now on, in a sentence, once a setting was changed.

use super::Name;
use crate::words::words;

impl Name {
    /// What a value of the setting means; one that it does not take is told as its default.
    pub fn chosen(self, value: &str) -> String {
        let words = words();
        match (self, value) {
            (Name::Language, "en") => words.chosen_language_en(),
            (Name::Language, "id") => words.chosen_language_id(),
            (Name::Language, _) => words.chosen_language_auto(),
            (Name::Theme, "auto") => words.chosen_theme_auto(),
            (Name::Theme, theme) => words.chosen_theme(theme),
            (Name::Marks, "unicode") => words.chosen_marks_unicode(),
            (Name::Marks, "ascii") => words.chosen_marks_ascii(),
            (Name::Marks, _) => words.chosen_marks_auto(),
            (Name::Mouse, "off") => words.chosen_mouse_off(),
            (Name::Mouse, _) => words.chosen_mouse_on(),
            (Name::Clipboard, "off") => words.chosen_clipboard_off(),
            (Name::Clipboard, _) => words.chosen_clipboard_on(),
            (Name::Links, "on") => words.chosen_links_on(),
            (Name::Links, "off") => words.chosen_links_off(),
            (Name::Links, _) => words.chosen_links_auto(),
            (Name::Panes, "auto") => words.mouse_panes_reset(),
            (Name::Panes, _) => words.chosen_panes(),
            (Name::Group, "goal") => words.chosen_group_goal(),
            (Name::Group, "role") => words.chosen_group_role(),
            (Name::Group, "lead") => words.chosen_group_lead(),
            (Name::Group, "none") => words.chosen_group_none(),
            (Name::Group, _) => words.chosen_group_state(),
            (Name::Order, "due") => words.chosen_order_due(),
            (Name::Order, "age") => words.chosen_order_age(),
            (Name::Order, _) => words.chosen_order_pull(),
            (Name::Columns, "on") => words.chosen_columns_on(),
            (Name::Columns, _) => words.chosen_columns_off(),
            (Name::Hints, "off") => words.chosen_hints_off(),
            (Name::Hints, _) => words.chosen_hints_on(),
            (Name::Bell, "on") => words.chosen_bell_on(),
            (Name::Bell, _) => words.chosen_bell_off(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::settings::Takes;
    use crate::words::{self, Language};

    #[test]
    fn each_value_says_something_of_its_own_and_no_file_s_words() {
        for language in Language::ALL {
            words::choose_here(language);
            for name in Name::ALL {
                let Takes::Words(values) = name.takes() else { continue };
                let said: BTreeSet<String> = values.iter().map(|value| name.chosen(value)).collect();
                assert_eq!(said.len(), values.len(), "{said:?}");
                assert!(said.iter().all(|said| !said.contains(" on now") && said.len() > 12), "{said:?}");
            }
        }
        words::choose_here(Language::English);
        assert_eq!(Name::Columns.chosen("on"), "Tasks stand side by side in columns");
    }
}
