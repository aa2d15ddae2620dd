//! What a picker offers while somebody types, asked from the board at each change: subjects by handle, name and words of
//! titles, and the text itself where it may be the answer.
//!
//! **Invariant:** where the text itself may be the answer, it is the last row, and what Enter takes unless a name or a
//! handle begins so. So nothing is chosen because its title happens to hold what was typed.

use super::super::app::App;
use super::super::desk::Effect;
use super::{Looks, Pick, Question, pick};
use crate::domain::folding::folded;
use crate::domain::id::SubjectId;
use crate::domain::subject::Kind;
use crate::session::{Error, Session};
use crate::store::Match;
use crate::tui::kit::overlay::{Item, Part, Refill};

/// As many as are in sight at once beside the other answers; another letter leaves fewer.
const MOST: usize = 12;

/// What else is found by a text, at most so much of it.
pub type Beside = fn(&Session, &str, usize) -> Result<Vec<Item<Pick>>, Error>;

/// How a subject stands in a list.
pub type ItemOf = fn(&Session, Match) -> Result<Item<Pick>, Error>;

/// Among what is looked for.
#[derive(Clone)]
pub struct Search {
    kinds: &'static [Kind],
    item: ItemOf,
    without: Vec<SubjectId>,
    fixed: Vec<Item<Pick>>,
    free: Option<fn(&str) -> String>,
    /// Whether tasks that ended are found, too.
    ended: bool,
    beside: Option<Beside>,
}

impl Search {
    /// Subjects of these kinds.
    pub fn of(kinds: &'static [Kind], item: ItemOf) -> Search {
        Search { kinds, item, without: Vec::new(), fixed: Vec::new(), free: None, ended: false, beside: None }
    }

    /// Never that one.
    #[must_use]
    pub fn without(mut self, id: impl IntoIterator<Item = SubjectId>) -> Search {
        self.without.extend(id);
        self
    }

    /// This answer too, where its label begins so.
    #[must_use]
    pub fn or(mut self, item: Item<Pick>) -> Search {
        self.fixed.push(item);
        self
    }

    /// Tasks that ended, too, behind all others.
    #[must_use]
    pub fn and_ended(self) -> Search {
        Search { ended: true, ..self }
    }

    /// What has no name of its own, too, behind all others.
    #[must_use]
    pub fn and_beside(self, beside: Beside) -> Search {
        Search { beside: Some(beside), ..self }
    }

    /// The text itself may be the answer; `label` is what its row says.
    #[must_use]
    pub fn or_the_text(self, label: fn(&str) -> String) -> Search {
        Search { free: Some(label), ..self }
    }

    /// What fits a text that is not empty.
    pub fn at(&self, session: &Session, typed: &str) -> Result<Refill<Pick>, Error> {
        let mut fitting = session.fitting(self.kinds, typed, MOST + self.without.len() + 1)?;
        for found in [&mut fitting.begun, &mut fitting.inside] {
            found.retain(|found| !self.without.contains(&found.id));
        }
        let begins = |item: &&Item<Pick>| folded(&item.label).starts_with(&folded(typed));
        let mut items: Vec<_> = self.fixed.iter().filter(begins).cloned().collect();
        let is_begun = !items.is_empty() || !fitting.begun.is_empty();
        let more = fitting.begun.len() + fitting.inside.len() > MOST;
        for found in fitting.begun.into_iter().chain(fitting.inside).take(MOST) {
            items.push((self.item)(session, found)?);
        }
        if self.ended && items.len() < MOST {
            for found in session.board().ended_holding(typed, MOST - items.len())? {
                items.push((self.item)(session, found)?);
            }
        }
        if let Some(beside) = self.beside.filter(|_| items.len() < MOST) {
            items.extend(beside(session, typed, MOST - items.len())?);
        }
        let mut selected = 0;
        if let Some(label) = self.free {
            let text = typed.trim();
            selected = if is_begun { 0 } else { items.len() };
            items.push(Item::new(Pick::Text(text.to_owned()), label(text), ""));
        }
        Ok(Refill { items, selected, more })
    }
}

/// A question for one of more than a list holds: `first` is offered while nothing is typed.
pub fn pick_found(
    title: String,
    first: Vec<Item<Pick>>,
    search: Search,
    next: impl Fn(&mut App, Pick) -> Vec<Effect> + 'static,
) -> Question {
    let mut question = pick(title, first, next);
    if let Part::Picker(picker) = question.part {
        question.part = picker.found_by_asker().into();
    }
    question.then.searches = vec![(0, search)];
    question
}

/// The same list, with what else is looked for beside its items.
pub fn also_finding(mut question: Question, search: Search) -> Question {
    if let Part::Picker(picker) = question.part {
        question.part = picker.also_found_by_asker().into();
    }
    question.then.searches = vec![(0, search)];
    question
}

/// The same form, with what is looked for in the lists of some of its fields.
pub fn searching(mut question: Question, searches: Vec<(usize, Search)>) -> Question {
    if let Part::Form(form) = question.part {
        let form = searches.iter().fold(*form, |form, (field, _)| form.found_by_asker(*field));
        question.part = form.into();
    }
    question.then.searches = searches;
    question
}

/// Looks for what fits in a list that is to be filled.
pub(super) fn effect(question: &Question) -> Option<Effect> {
    let (field, text) = question.asks()?;
    let (_, search) = question.then.searches.iter().find(|(of, _)| *of == field)?;
    Some(Effect::Look(Looks::Search(search.clone()), text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::testing::world;

    /// What is offered, with a mark at what Enter takes.
    fn offered(search: &Search, typed: &str) -> Vec<String> {
        let session = crate::testing::sample_team(world("demo"));
        let refill = search.at(&session, typed).unwrap();
        let label = |(n, item): (usize, Item<Pick>)| match n == refill.selected {
            true => format!("> {}", item.label),
            false => item.label,
        };
        refill.items.into_iter().enumerate().map(label).collect()
    }

    fn search() -> Search {
        let item: ItemOf = |_, found| Ok(Item::new(Pick::Other, found.name, ""));
        Search::of(&[Kind::Member, Kind::Task], item)
    }

    #[test]
    fn the_text_itself_is_last_and_taken_unless_a_name_or_a_handle_begins_so() {
        let search = search()
            .or(Item::new(Pick::Nth(0), "nobody at all", ""))
            .or_the_text(|text| format!("outside: {text}"));
        assert_eq!(offered(&search, "pak RT "), ["> outside: pak RT"]);
        assert_eq!(
            offered(&search, "privacy notice"),
            ["Publish the privacy notice", "> outside: privacy notice"]
        );
        assert_eq!(offered(&search, "dewi"), ["> Dewi", "outside: dewi"]);
        assert_eq!(offered(&search, "bun"), ["> Publish the privacy notice", "outside: bun"]);
        assert_eq!(offered(&search, "nobody"), ["> nobody at all", "outside: nobody"]);
        assert_eq!(offered(&search, "ody"), ["> outside: ody"]);
    }

    #[test]
    fn without_a_free_answer_the_nearest_is_taken_and_one_that_is_left_out_is_never_offered() {
        assert_eq!(offered(&search(), "privacy"), ["> Publish the privacy notice"]);
        assert_eq!(offered(&search(), "zzz"), [""; 0]);
        let session = crate::testing::sample_team(world("demo"));
        let dewi = session.find_among(&[Kind::Member], "dewi").unwrap().id;
        assert_eq!(offered(&search().without([dewi]), "dewi"), [""; 0]);
    }
}
