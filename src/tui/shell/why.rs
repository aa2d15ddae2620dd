//! Why a key that fits what is selected does nothing there: who could do it, or what would have to be so.

use super::action::{Action, Scope, my_part, row, selected_task};
use super::app::App;
use crate::domain::subject::Kind;
use crate::domain::task::Part;
use crate::store::TaskRow;
use crate::words::words;

/// The reason, in half a sentence; `None` where there is none but that it makes no sense here.
pub fn why_not(app: &App, action: &Action) -> Option<String> {
    let row = row(app).filter(|_| matches!(action.scope, Scope::Tasks | Scope::On(Kind::Task)))?;
    let words = words();
    let is_over = row.state.is_finished();
    let over = || words.why_over(app.overview.terms.state(row.state));
    Some(match action.name {
        "task.claim" | "task.help-with" | "task.offer" | "task.withdraw" | "task.renew"
        | "task.give-back" | "task.take-over" | "task.contest" | "task.block" | "task.drop" | "task.park"
        | "task.top"
            if is_over =>
        {
            over()
        }
        "task.done" if is_over => over(),
        "task.claim" | "task.take-over" | "task.contest" if my_part(app) == Some(Part::Lead) => {
            words.why_yours()
        }
        "task.help-with" => match my_part(app)? {
            Part::Lead => words.why_yours(),
            Part::Helper => words.why_helping(),
        },
        "task.offer" | "task.withdraw" => match leads(row) {
            None => words.why_nobody_leads(),
            Some(leads) => words.why_only_lead(leads),
        },
        "task.renew" | "task.give-back" => words.why_not_claimed(),
        "task.take-over" | "task.contest" => match leads(row) {
            None => words.why_nobody_leads(),
            Some(leads) => words.why_not_quiet(leads),
        },
        "task.accept" | "task.decline" => {
            selected_task(app).filter(|task| app.overview.offer_of(*task).is_none())?;
            words.why_not_offered()
        }
        "task.clear" | "task.asked" | "task.promised" if row.blocked == 0 => words.why_not_blocked(),
        _ => return None,
    })
}

/// Whoever leads it, by name.
fn leads(row: &TaskRow) -> Option<String> {
    let leads = row.claims.iter().filter(|claim| claim.part == Part::Lead);
    let names: Vec<&str> = leads.map(|claim| claim.name.as_str()).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

#[cfg(test)]
mod tests {
    use crate::tui::testing::demo;

    #[test]
    fn a_key_that_is_refused_says_why() {
        for (to, key, says) in [
            ("/ text:lead:Budi_-lead:me Enter", "o", "only its lead can: Budi"),
            ("/ text:lead:Budi_-lead:me Enter", "R", "you have no claim on it"),
            ("/ text:is:free Enter", "o", "nobody leads it"),
            ("/ text:lead:me_-is:blocked Enter", "c", "you lead it already"),
            ("/ text:lead:me_-is:blocked Enter", "C", "nothing blocks it"),
        ] {
            let mut desk = demo(120, 40);
            desk.press("2").press(to).press(key);
            assert!(desk.says().contains(says), "{to} {key}: {}", desk.screen());
        }
    }
}
