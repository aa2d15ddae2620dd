//! Days that nobody can mean, before 1970 or after 9999: the field is left out, and it is said.

use chrono::NaiveDate;

use super::bundle::Bundle;
use super::import::Import;
use super::tally::{Lost, Tally};
use crate::domain::calendar::known;

/// Takes out of an import every such day, and counts it with the dates that could not be read.
pub(super) fn keep_known(mut import: Import) -> Import {
    let lost = Tally::new();
    keep(&mut import.bundle, &mut |of| lost.add(Lost::Date, of));
    for found in lost.counted() {
        match import.left_out.iter_mut().find(|other| other.kind == found.kind) {
            Some(other) => {
                other.count += found.count;
                other.examples.extend(found.examples);
                other.examples.truncate(3);
            }
            None => import.left_out.push(found),
        }
    }
    import
}

fn keep(bundle: &mut Bundle, lost: &mut impl FnMut(&str)) {
    let mut field = |day: &mut Option<NaiveDate>, of: &str| {
        if day.is_some_and(|day| known(day).is_none()) {
            *day = None;
            lost(of);
        }
    };
    for member in &mut bundle.members {
        field(&mut member.away_from, &member.name);
        field(&mut member.away_until, &member.name);
    }
    for role in &mut bundle.roles {
        field(&mut role.review, &role.name);
        role.holders.iter_mut().for_each(|holder| field(&mut holder.term, &role.name));
    }
    for goal in &mut bundle.goals {
        field(&mut goal.due, &goal.title);
        field(&mut goal.review, &goal.title);
    }
    for task in &mut bundle.tasks {
        field(&mut task.due, &task.title);
        field(&mut task.parked, &task.title);
        task.blockers.iter_mut().for_each(|blocker| field(&mut blocker.promised, &task.title));
    }
    for settlement in &mut bundle.settlements {
        field(&mut settlement.until, &settlement.reason);
    }
    // A reading is nothing without its day.
    for goal in &mut bundle.goals {
        goal.readings.retain(|reading| {
            let is_known = known(reading.date).is_some();
            if !is_known {
                lost(&goal.title);
            }
            is_known
        });
    }
}

#[cfg(test)]
mod tests {
    use super::super::import::{Options, read};
    use super::*;

    #[test]
    fn a_year_of_five_digits_is_left_out_and_said() {
        let board = r#"{"format":"setara-board","version":1,
            "tasks":[{"key":"t","title":"Sign","due":"+10526-01-01","parked":"2027-01-01"},
                     {"key":"u","title":"Pay","due":"1969-12-31"}],
            "goals":[{"key":"g","title":"Open","readings":[{"date":"+10526-01-01","value":1.0},
                                                           {"date":"9999-12-31","value":2.0}]}]}"#;
        let import = read(board.as_bytes(), &Options::default()).unwrap();
        let bundle = &import.bundle;
        assert_eq!((bundle.tasks[0].due, bundle.tasks[1].due), (None, None));
        assert!(bundle.tasks[0].parked.is_some() && bundle.goals[0].readings.len() == 1);
        let lost = import.left_out.iter().find(|lost| lost.kind == Lost::Date).unwrap();
        assert_eq!(
            (lost.count, lost.examples.as_slice()),
            (3, &["Sign", "Pay", "Open"].map(String::from)[..])
        );
    }
}
