//! `--plain`, as a screen reader hears it: whole sessions through a pipe.

use super::home::Home;

/// Somebody who has never seen it, from the welcome to the first task that is done.
const NEWCOMER: &str = "\
hello
1
Warung Kode
Ayu
new
Paint the door
claim
block
the blue paint
1
clear
found it
done
undo
list
open
back
goals
quit
";

/// A day of a member.
const MEMBER: &str = "\
findings
settle
4
they work on two halves
:skip
owns
/is:free
claim dan
/
bak
offer
citra
gul
give back
:back
edit
Show the nearest shops
:skip
undo
roles
open
more
back
blockers
asked

gibberish
quit
";

/// Two steps of the tutor, one that is passed over, and back.
const LESSON: &str = "\
f
claim dan
where
)
(
list
quit
";

#[test]
fn the_tutor_says_a_step_at_a_time() {
    let mut home = Home::new();
    insta::assert_snapshot!("plain_the_tutor", home.ok("", &["tutor", "--plain"], LESSON));
    insta::assert_snapshot!("plain_the_tutor_without_a_terminal", home.refused(1, "", &["tutor"]));
}

#[test]
fn a_newcomer_makes_a_board_and_does_the_first_task() {
    let mut home = Home::new();
    insta::assert_snapshot!("plain_a_newcomer", home.ok("", &["--plain"], NEWCOMER));
    assert!(home.ok("Ayu", &["tasks"], "").contains("Paint the door"));
}

#[test]
fn a_member_works_through_the_sample_team() {
    let mut home = Home::new();
    insta::assert_snapshot!("plain_a_member", home.ok("", &["demo", "--plain"], MEMBER));
}

#[test]
fn it_is_asked_for_by_the_surroundings_too() {
    let mut home = Home::with_team();
    let mut command = home.command("Ayu", &[]);
    let output = command.env("SETARA_PLAIN", "1").write_stdin("").output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.starts_with("Setara, Warung Kode. You are Ayu."), "{said}");
    assert_eq!(output.status.code(), Some(0), "the end of the lines leaves");
    let mut command = home.command("Ayu", &[]);
    let output = command.env("SETARA_PLAIN", "no").write_stdin("").output().unwrap();
    assert!(!String::from_utf8(output.stdout).unwrap().contains("You are"));
}
