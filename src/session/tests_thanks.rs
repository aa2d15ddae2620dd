//! Thanks, from one to others: given once, received by each, taken back and brought elsewhere.

use super::tests::{add, as_budi, environment, team};
use super::*;
use crate::domain::decide::{Command, Thank};
use crate::domain::id::{MemberId, ThanksId};

/// A team of Ayu and Budi, in which Budi acts, and Ayu's id.
fn two(seed: &str) -> (Session, MemberId) {
    let mut session = team(seed);
    let ayu = session.me().unwrap();
    as_budi(&mut session);
    (session, ayu)
}

fn thank(
    session: &mut Session,
    to: &[MemberId],
    text: &str,
    about: Option<SubjectId>,
) -> Result<Done, Error> {
    let id = ThanksId(session.new_id());
    session.perform(&Command::Thank(Thank { id, to: to.to_vec(), text: text.to_owned(), about }))
}

fn received(session: &Session, by: MemberId) -> Vec<String> {
    let thanks = session.board().thanks_to(by, 10).unwrap();
    thanks.iter().map(|thanks| session.say_thanks(thanks).unwrap()).collect()
}

#[test]
fn thanks_say_whom_and_what_for_and_are_taken_back() {
    let (mut session, ayu) = two("thanks");
    let task = add(&mut session, "Sign the contract");
    let handle = session.board().task_handle(task).unwrap();
    let done = thank(&mut session, &[ayu, ayu], "you stayed late", Some(task.into())).unwrap();
    assert_eq!(
        done.sentence.text(),
        format!("Budi thanked Ayu, about {handle} (Sign the contract): you stayed late")
    );
    assert_eq!(
        received(&session, ayu),
        [format!("Budi, about {handle} (Sign the contract): you stayed late")]
    );
    assert_eq!(session.search("late", 9).unwrap().len(), 1);
    let budi = session.me().unwrap();
    assert!(received(&session, budi).is_empty());
    session.undo().unwrap();
    assert!(received(&session, ayu).is_empty() && session.search("late", 9).unwrap().is_empty());
    session.redo().unwrap();
    assert_eq!(received(&session, ayu).len(), 1);
}

#[test]
fn nobody_is_thanked_for_nothing_and_nobody_thanks_themselves() {
    let (mut session, ayu) = two("no thanks");
    let budi = session.me().unwrap();
    let records = session.board().journal_len().unwrap();
    let gone = SubjectId(uuid::Uuid::from_u128(7));
    for (to, text, about, why) in [
        (vec![budi], "me", None, "thanks are for others"),
        (vec![ayu, budi], "us", None, "thanks are for others"),
        (vec![], "?", None, "it is not said whom you thank"),
        (vec![ayu], " \n", None, "there are no words in it"),
        (vec![ayu], "that", Some(gone), "what this is about is not on the board any more"),
    ] {
        assert_eq!(thank(&mut session, &to, text, about).unwrap_err().message, why);
    }
    assert_eq!(session.board().journal_len().unwrap(), records);
}

#[test]
fn what_thanks_are_about_is_not_undone_under_them() {
    let (mut session, ayu) = two("named in thanks");
    let added = add(&mut session, "Sign the contract");
    let budi = session.me().unwrap();
    session.become_member(ayu).unwrap();
    thank(&mut session, &[budi], "that was quick", Some(added.into())).unwrap();
    session.become_member(budi).unwrap();
    assert_eq!(session.undo().unwrap_err().kind, ErrorKind::Refused);
    assert!(received(&session, budi)[0].contains("that was quick"));
}

#[test]
fn thanks_go_out_and_come_in_once() {
    let (mut session, ayu) = two("thanks out");
    let task = add(&mut session, "Sign the contract");
    thank(&mut session, &[ayu], "you stayed late", Some(task.into())).unwrap();
    let bundle = session.export().unwrap();
    assert_eq!(bundle.thanks.len(), 1);
    let mut elsewhere = super::tests::imported(&bundle, environment("thanks in"));
    let handle = elsewhere.board().task_handle(task).unwrap();
    assert_eq!(
        received(&elsewhere, ayu),
        [format!("Budi, about {handle} (Sign the contract): you stayed late")]
    );
    assert_eq!(elsewhere.export().unwrap().thanks, bundle.thanks);
    let records = elsewhere.board().journal_len().unwrap();
    elsewhere.import(&bundle, &mut |_| {}).unwrap();
    assert_eq!(elsewhere.board().journal_len().unwrap(), records);
}
