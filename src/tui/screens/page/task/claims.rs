//! Who leads a task and who helps, who did, and to whom the lead was offered.

use std::cmp::Reverse;

use ratatui::style::Style;

use super::super::sheet::Sheet;
use super::super::text::Of;
use crate::domain::task::{Claim, End, Offer, Part, Reply, Task};
use crate::tui::kit::marks::marks;
use crate::words::words;

pub fn claims(sheet: &mut Sheet<'_>, task: &Task) {
    if !task.claims.is_empty() {
        sheet.section(words().page_claims());
    }
    // The live ones first, leads before helpers, as they came; then what was, the newest first.
    let mut order: Vec<&Claim> = task.claims.iter().collect();
    order.sort_by_key(|claim| {
        let over = claim.ended.map(|_| Reverse(claim.since));
        (over.is_some(), over, claim.part, claim.since)
    });
    for claim in order {
        sheet.member("claim", Of::Record(claim.id), claim.member, |sheet| claim_line(sheet, task, claim));
    }
}

fn claim_line(sheet: &mut Sheet<'_>, task: &Task, claim: &Claim) {
    let words = words();
    let who = sheet.name(claim.member);
    let with_task = task.is_finished().then_some((task.since, End::Done));
    if let Some((at, end)) = claim.ended.or(with_task) {
        let how = match end {
            End::GivenBack => words.page_end_given_back(),
            End::HandedOver => words.page_end_handed_over(),
            End::TakenOver => words.page_end_taken_over(),
            End::Done => words.page_end_done(),
            End::Left => words.page_end_left(),
        };
        let date = sheet.day_of(at);
        let line = match claim.part {
            Part::Lead => words.page_claim_led(&who, date, how),
            Part::Helper => words.page_claim_helped(&who, date, how),
        };
        sheet.timed(claim.since, marks().dot, &line, sheet.theme.dim);
    } else if claim.is_quiet(sheet.session.now()) {
        let (ended, step) = (sheet.day_of(claim.lease), sheet.age(claim.acted));
        let line = match claim.part {
            Part::Lead => words.page_claim_quiet_lead(&who, ended, step),
            Part::Helper => words.page_claim_quiet_help(&who, ended, step),
        };
        sheet.timed(claim.since, marks().stale, &line, sheet.theme.warn);
    } else {
        let until = sheet.day_of(claim.lease);
        let (mark, line) = match claim.part {
            Part::Lead => (marks().clear, words.page_claim_leads(&who, until)),
            Part::Helper => (marks().partly, words.page_claim_helps(&who, until)),
        };
        sheet.timed(claim.since, mark, &line, sheet.theme.text);
    }
    if let Some(reason) = &claim.contest {
        sheet.under(&words.page_claim_contest(reason), sheet.theme.warn);
    }
}

pub fn handovers(sheet: &mut Sheet<'_>, task: &Task) {
    if !task.offers.is_empty() {
        sheet.section(words().page_handovers());
    }
    for offer in task.offers.iter().rev() {
        let line = words().page_offer(sheet.name(offer.from), sheet.name(offer.to));
        let (answer, style) = answer(sheet, task, offer);
        sheet.member("offer", Of::Record(offer.id), offer.to, |sheet| {
            sheet.timed(offer.at, marks().dot, &format!("{line}: {answer}"), style);
            if let Some(note) = &offer.note {
                sheet.under(note, sheet.theme.dim);
            }
        });
    }
}

fn answer(sheet: &Sheet<'_>, task: &Task, offer: &Offer) -> (String, Style) {
    let words = words();
    let answer = match offer.reply {
        Some((_, Reply::Accepted)) => words.page_offer_accepted(),
        Some((_, Reply::Declined)) => words.page_offer_declined(),
        Some((_, Reply::Withdrawn)) => words.page_offer_withdrawn(),
        None if offer.is_open(sheet.session.now()) && !task.is_finished() => {
            return (words.page_offer_open(), sheet.theme.warn);
        }
        None => words.page_offer_lapsed(),
    };
    (answer, sheet.theme.text)
}
