//! Stories: what people type, and what they read.

use std::fs;

use serde_json::Value;

use super::TRELLO;
use super::home::Home;

fn tell(story: &str) -> String {
    Home::new().story(story)
}

/// A line with an ellipsis for the id of a record: 64 hexadecimal digits in quotes.
fn without_record_id(line: &str) -> String {
    let is_id = |part: &str| part.len() == 64 && part.bytes().all(|c| c.is_ascii_hexdigit());
    let parts = line.split('"').map(|part| if is_id(part) { "…" } else { part });
    parts.collect::<Vec<_>>().join("\"")
}

/// Compares a story with its snapshot, which bears the name of the test; `INSTA_UPDATE=always` writes it anew.
#[track_caller]
fn same(name: &str, told: String) {
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| insta::assert_snapshot!(name, told));
}

#[test]
fn the_first_ten_minutes() {
    same(
        "the_first_ten_minutes",
        tell(
            r#"# Nothing is there yet.
        $ setara
        $ setara start "Warung Kode" --name Ayu
        $ setara
        # Work is written down; nobody is told to do it.
        $ setara add "Sign the payment contract" --due fri --tag legal
        $ setara add Move the shop list --next "ask Budi for the file"
        $ setara next
        $ setara claim {Sign}
        $ setara tasks
        # A second member joins, on a machine of their own.
        $ setara join Budi
        Budi: $ setara claim {Sign}
        Budi: $ setara help-with {Sign}
        Budi: $ setara claim {Move}
        Budi: $ setara mine
        Ayu: $ setara who
        Ayu: $ setara done {Sign}
        Ayu: $ setara log --limit 4
        Ayu: $ setara"#,
        ),
    );
}

#[test]
fn the_same_words_in_indonesian() {
    same(
        "the_same_words_in_indonesian",
        tell(
            r#"$ setara --lang id
        $ setara --lang id start "Warung Kode" --name Ayu
        $ setara --lang id add "Tanda tangani kontrak" --due jumat
        $ setara --lang id claim {Tanda}
        $ setara --lang id block {Tanda} "nomor pajak" --on-other "kantor pajak"
        $ setara --lang id claim zzz
        $ setara --lang id goal add "Toko koperasi dibuka" --measure "bagian yang siap" --unit "%" --target 100 --due "1 mar"
        $ setara --lang id goal reading Toko 62.5
        $ setara --lang id show {Tanda}
        $ setara --lang id goals
        $ setara --lang id log --limit 3
        $ setara --lang id undo
        $ setara --lang id"#,
        ),
    );
}

#[test]
fn the_life_of_a_task() {
    same(
        "the_life_of_a_task",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        $ setara join Budi
        $ setara join Citra
        Ayu: $ setara add "Choose the couriers" --skill bargaining --link https://example.org/couriers
        Ayu: $ setara edit {Choose} --due "12 dec" --notes "Three offers, not one." --tag shop
        Ayu: $ setara claim {Choose}
        Ayu: $ setara move {Choose} doing
        Ayu: $ setara remark {Choose} The second one is cheaper on Sundays
        # One offers, the other accepts or declines. Nobody assigns.
        Ayu: $ setara offer {Choose} Budi --note "you know their driver"
        Citra: $ setara tasks
        Budi: $ setara next
        Budi: $ setara decline {Choose} --reason "next week is full"
        Ayu: $ setara offer {Choose} Citra
        Ayu: $ setara offer {Choose} Citra
        Ayu: $ setara withdraw {Choose}
        Ayu: $ setara offer {Choose} Citra
        Citra: $ setara accept {Choose}
        Ayu: $ setara renew {Choose}
        # Two may want it: both claims stand, and the board asks.
        Budi: $ setara claim {Choose} --contest "I have signed with one of them"
        Budi: $ setara findings
        Budi: $ setara give-back {Choose} --note "Citra goes on"
        # What looks like the work of somebody else is asked about once.
        Budi: $ setara add "Choosing the courier: list"
        Budi: $ setara claim {Choosing}
        Budi: $ setara claim {Choosing} --anyway
        Budi: $ setara drop {Choosing} twice
        # Three weeks later the claim has gone quiet.
        now 2026-12-09T09:00:00Z
        Budi: $ setara findings
        Budi: $ setara claim {Choose}
        Budi: $ setara take-over {Choose} "you are ill, I go on"
        Budi: $ setara park {Choose} "next week"
        Budi: $ setara park {Choose} --back
        Budi: $ setara show {Choose}
        Budi: $ setara move {Choose} dropped
        Budi: $ setara drop {Choose} we deliver ourselves
        Budi: $ setara tasks
        Budi: $ setara tasks --finished"#,
        ),
    );
}

#[test]
fn a_text_may_begin_with_a_dash() {
    same(
        "a_text_may_begin_with_a_dash",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        $ setara add "Load the shop list" --notes "- [ ] export it" --next "-- ask Budi for the file" --tag -urgent-
        $ setara show {Load}"#,
        ),
    );
}

#[test]
fn a_checklist_is_ticked_and_new_work_has_its_place() {
    same(
        "a_checklist_is_ticked_and_new_work_has_its_place",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        $ setara add "Load the shop list" --notes "- [ ] export it" --next "ask Budi for the file"
        $ setara edit {Load} --tick 2
        $ setara edit {Load} --tick 1 --next none
        $ setara show {Load}
        $ setara add "Look at ten rows" --after {Load}
        $ setara add "Agree on the columns" --before {Load}
        $ setara add "Close the old list" --after {Load} --top
        $ setara tasks"#,
        ),
    );
}

#[test]
fn what_stands_in_the_way() {
    same(
        "what_stands_in_the_way",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        $ setara join Dewi
        Ayu: $ setara add "Switch on payments" --claim
        Ayu: $ setara add "Sign the contract"
        Ayu: $ setara block {Switch} "the VAT number" --on Dewi
        Ayu: $ setara block {Switch} --on-task {Sign}
        Ayu: $ setara clear {Switch}
        Ayu: $ setara asked {Switch} --which 1
        Ayu: $ setara promise {Switch} fri --which 1
        Ayu: $ setara promise {Switch} yesterday --which 1
        Ayu: $ setara promise {Switch} someday --which 1
        Ayu: $ setara show {Switch}
        Ayu: $ setara show {Sign}
        Ayu: $ setara clear {Switch} "Dewi sent it" --which 1
        Ayu: $ setara clear {Switch} --withdraw
        Ayu: $ setara clear {Switch}
        Ayu: $ setara block {Switch} --on-task {Switch}
        Ayu: $ setara tasks --blocked"#,
        ),
    );
}

#[test]
fn roles_and_goals() {
    same(
        "roles_and_goals",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        $ setara join Budi
        Ayu: $ setara role add Treasurer --purpose "Everybody is paid on time" --domain "Price list" --accountability "Paying wages"
        Ayu: $ setara role take treasurer --focus wages --term "+6 months"
        Ayu: $ setara role add Bookkeeping --domain "price list"
        Ayu: $ setara roles
        Ayu: $ setara role edit book --domain none --review "1 mar"
        Ayu: $ setara role edit book --state retired
        Budi: $ setara role take book
        Ayu: $ setara role put-down treas
        Ayu: $ setara role show treas
        Ayu: $ setara goal add "Twenty member shops" --target 20 --baseline 4 --unit shops --due "1 mar"
        Ayu: $ setara goal reading {Twenty} 6 --on mon
        Ayu: $ setara goal reading {Twenty} 7,5
        Ayu: $ setara goal reading {Twenty} six
        Ayu: $ setara add "Visit the market" --goal twenty --role treas
        Ayu: $ setara goals
        Ayu: $ setara goal show {Twenty}
        Ayu: $ setara goal met {Twenty} "all signed"
        Ayu: $ setara goals
        Ayu: $ setara goal again {Twenty}
        Ayu: $ setara me --teaches "bargaining, counting" --learns Rust --limit 2 --contact "mornings"
        Ayu: $ setara me --teaches "+baking, -counting" --learns -rust
        Ayu: $ setara away --from mon --until "fri"
        Ayu: $ setara me
        Ayu: $ setara away --back
        Budi: $ setara leave
        Budi: $ setara add "Something"
        Budi: $ setara return"#,
        ),
    );
}

#[test]
fn findings_are_answered_once() {
    same(
        "findings_are_answered_once",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        $ setara join Budi
        Ayu: $ setara add "Write the returns policy" --claim
        Budi: $ setara claim {Write} --contest "I began it last week"
        Budi: $ setara findings
        Budi: $ setara settle o1:{Write} maybe "we pair on it"
        Budi: $ setara settle o2:{Write} fine "we pair on it"
        Budi: $ setara settle o1:{Write} fine we pair on it
        Budi: $ setara findings
        Budi: $ setara findings --settled
        # A month later it is asked again.
        now 2026-12-19T09:00:00Z
        Budi: $ setara findings
        Budi: $ setara settle o1:{Write} tension "we each want to own it" --until fri"#,
        ),
    );
}

#[test]
fn a_retro_by_commands_from_its_cards_to_what_is_done() {
    same(
        "a_retro_by_commands_from_its_cards_to_what_is_done",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        $ setara join Budi
        $ setara join Citra
        Ayu: $ setara retro
        Ayu: $ setara retro formats
        Ayu: $ setara retro start --format nothing
        Ayu: $ setara retro start --columns "Liked, Lacked"
        Budi: $ setara retro start
        Ayu: $ setara retro to walk
        Ayu: $ setara retro to gather
        Ayu: $ setara retro card liked "We tested early"
        Budi: $ setara retro card 2 "The key came late"
        Citra: $ setara retro card Lacked "Nobody had the key"
        Citra: $ setara retro card 3 "x"
        Citra: $ setara retro reveal
        Ayu: $ setara retro cards
        Ayu: $ setara retro group 2 3 --name "The key"
        Ayu: $ setara retro cards
        Ayu: $ setara retro next
        Ayu: $ setara retro count
        Ayu: $ setara retro to dots
        Ayu: $ setara retro vote 2 2 2
        Ayu: $ setara retro vote 2 2 1
        Ayu: $ setara retro vote 1
        Ayu: $ setara retro count
        Ayu: $ setara retro count
        Ayu: $ setara retro next
        Ayu: $ setara retro act "Agree on a place for the key"
        Budi: $ setara claim {Agree}
        Ayu: $ setara retro strike 9 why
        Ayu: $ setara retro strike 1 "said twice"
        Ayu: $ setara undo
        Ayu: $ setara retro end
        Ayu: $ setara retro --last
        Ayu: $ setara retro offer-swap Budi
        Ayu: $ setara retro take-next
        Ayu: $ setara retro offer-swap Budi
        Budi: $ setara retro accept-swap
        Citra: $ setara retro accept-swap
        # Hidden cards say nothing of who wrote them, and so few would.
        Citra: $ setara retro start --hidden
        Citra: $ setara retro
        Citra: $ setara retro card 1 "I was not heard"
        Citra: $ setara retro to gather
        Citra: $ setara retro card 1 "I was not heard"
        Citra: $ setara retro ready
        Citra: $ setara retro cards
        Citra: $ setara retro reveal
        Citra: $ setara retro named
        Citra: $ setara retro card 1 "I was not heard"
        Citra: $ setara retro cards"#,
        ),
    );
}

#[test]
fn a_stand_up_is_gone_through_by_whoever_says_next() {
    same(
        "a_stand_up_is_gone_through_by_whoever_says_next",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        $ setara join Budi
        $ setara join Citra
        Ayu: $ setara add "Sign the contract" --claim
        Ayu: $ setara move {Sign} doing
        # Nothing goes on yet.
        Ayu: $ setara standup
        Ayu: $ setara standup --last
        Ayu: $ setara standup next
        Ayu: $ setara standup start
        Budi: $ setara standup start
        Budi: $ setara standup join
        Budi: $ setara standup join
        Ayu: $ setara standup next
        Budi: $ setara standup next
        Citra: $ setara standup
        Ayu: $ setara standup back
        Ayu: $ setara standup next
        Ayu: $ setara standup next
        Budi: $ setara add "Write to the bank" --claim
        Budi: $ setara standup park "Who has the keys?" --with Citra
        Budi: $ setara standup park
        Ayu: $ setara standup to round
        Ayu: $ setara standup passed
        Ayu: $ setara standup absent
        Ayu: $ setara undo
        Ayu: $ setara standup to nowhere
        Ayu: $ setara standup leave Citra
        Ayu: $ setara standup facilitate
        Ayu: $ setara standup end
        Budi: $ setara standup next
        Budi: $ setara standup take-next
        Budi: $ setara standup --last
        Budi: $ setara standup --last -o minutes.md
        Budi: $ setara standup --last -o minutes.md
        Budi: $ setara standup -o minutes.md
        Budi: $ setara standup --list
        Citra: $ setara standup topics
        Citra: $ setara standup take 7
        Citra: $ setara standup take 1 --becomes {Write}
        Citra: $ setara standup topics
        # Going to a step opens it again.
        Citra: $ setara standup to goals
        Citra: $ setara standup"#,
        ),
    );
}

#[test]
fn a_team_agrees_when_it_meets() {
    same(
        "a_team_agrees_when_it_meets",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        $ setara terms standup
        $ setara terms standup mon-fri 9:15 15 min Asia/Jakarta
        $ setara terms standup
        $ setara terms standup --json
        # One time a week may differ; the zone is said once.
        $ setara terms standup mon-thu 9:15, fri 16:30 20 min WIB
        # What cannot be told says what it lacks.
        $ setara terms standup
        $ setara terms standup mon-fri 9am
        $ setara terms standup mon-fri
        $ setara terms standup mon-fri 9:15 Asia/Nowhere
        $ setara terms standup mon-fri 9:15 0 min
        $ setara terms standup default
        $ setara --lang id terms standup senin-jumat pukul 9.15 15 menit WIB
        $ setara --lang id terms standup
        $ setara undo
        $ setara log"#,
        ),
    );
}

#[test]
fn the_stage_is_told_in_words() {
    same(
        "the_stage_is_told_in_words",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        $ setara join Budi
        Ayu: $ setara stage
        Ayu: $ setara goal add "Open the store" --measure "shops" --target 10 --due 2026-12-12
        Ayu: $ setara add "Sign the contract" --claim --notes "never said aloud"
        Ayu: $ setara move {Sign} doing
        Ayu: $ setara block {Sign} "The number, by mail to tax@example.org" --on Budi
        Ayu: $ setara add "Move the list"
        Budi: $ setara stage
        Ayu: $ setara standup start
        Ayu: $ setara stage
        Ayu: $ setara standup to walk
        Ayu: $ setara stage
        Ayu: $ setara standup to round
        Budi: $ setara stage
        Ayu: $ setara stage --json
        Ayu: $ setara standup end
        Ayu: $ setara stage"#,
        ),
    );
}

#[test]
fn several_findings_get_one_answer() {
    same(
        "several_findings_get_one_answer",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        $ setara join Budi
        Ayu: $ setara add "Write the returns policy" --claim
        Ayu: $ setara add "Choose the couriers" --claim
        Budi: $ setara claim {Write} --contest "I began it last week"
        Budi: $ setara claim {Choose} --contest "I know them"
        Budi: $ setara settle o1:{Write} o1:{Choose} o1:{Write} fine "we pair on both"
        Budi: $ setara findings
        Budi: $ setara undo
        Budi: $ setara settle o1:{Write},o1:{Choose} tension we talk on Friday
        Budi: $ setara settle o1:{Write} o1:{Choose} perhaps "we pair on both"
        Budi: $ setara settle o1:{Write} o1:{Choose} fine
        Budi: $ setara settle o1:{Write} fine
        Budi: $ setara settle o1:{Write} o1:{Choose}"#,
        ),
    );
}

#[test]
fn undo_and_redo() {
    same(
        "undo_and_redo",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        $ setara join Budi
        Ayu: $ setara add "Move the shop list"
        Ayu: $ setara claim {Move}
        Ayu: $ setara undo
        Ayu: $ setara redo
        Ayu: $ setara redo
        Budi: $ setara help-with {Move}
        Ayu: $ setara undo
        Ayu: $ setara undo
        Budi: $ setara undo
        Ayu: $ setara undo
        Ayu: $ setara undo
        Ayu: $ setara log"#,
        ),
    );
}

#[test]
fn what_touches_one_since_one_looked() {
    same(
        "what_touches_one_since_one_looked",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        $ setara add "Sign the payment contract"
        $ setara claim {Sign}
        $ setara join Budi
        $ setara add "Move the shop list"
        $ setara claim {Move}
        now 2026-11-19T14:02:00Z
        $ setara since
        Ayu: $ setara remark {Move} The old one is in the drawer
        Ayu: $ setara block {Sign} "the VAT number" --on Budi
        Ayu: $ setara offer {Sign} Budi
        Ayu: $ setara add "Print the flyers"
        Ayu: $ setara thank Budi you stayed late
        now 2026-11-20T09:30:00Z
        # As another, by --as, one moves nothing on.
        Budi: $ setara since
        $ setara since
        $ setara since
        Ayu: $ setara due {Move} fri
        $ setara since --json
        $ setara --lang id since"#,
        ),
    );
}

#[test]
fn a_board_from_elsewhere() {
    let mut home = Home::new();
    fs::write(home.path("shop.json"), TRELLO).unwrap();
    same(
        "a_board_from_elsewhere",
        home.story(
            r#"$ setara start "Warung Kode" --name Ayu
        $ setara import shop.json --dry-run
        $ setara import shop.json --list "With the client=review"
        $ setara tasks
        # The same file again adds nothing twice.
        $ setara import shop.json --list "With the client=review"
        $ setara import shop.json --list "Nowhere=review"
        $ setara import shop.json --list "Done=finished"
        $ setara export markdown
        $ setara search flyer
        # An import is one action: it is undone as one.
        $ setara undo
        $ setara tasks
        $ setara redo
        $ setara tasks --limit 1"#,
        ),
    );
    let text = home.ok("", &["import", "-", "--json"], TRELLO);
    let report: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((report["added"]["tasks"].as_u64(), report["known"].as_u64()), (Some(0), Some(4)));
}

#[test]
fn the_board_of_elsewhere_a_week_later() {
    let mut home = Home::new();
    fs::write(home.path("shop.json"), TRELLO).unwrap();
    let later = TRELLO
        .replace("Photograph the shelves", "Photograph every shelf")
        .replace(
            r#""Print the flyers", "idList": "l2""#,
            r#""Print the flyers", "idList": "l3", "due": "2026-12-01T09:00:00Z""#,
        )
        .replace("0003\", \"name\": \"Call the market", "0004\", \"name\": \"Paint the sign");
    fs::write(home.path("later.json"), later).unwrap();
    same(
        "the_board_of_elsewhere_a_week_later",
        home.story(
            r#"$ setara start "Warung Kode" --name Ayu
        # Who of the file is whom here is said, and found by the name there.
        $ setara import shop.json --member "Citra=Ayu"
        $ setara import shop.json --member "Citra Dewi"
        $ setara import shop.json --member "Citra Dewi=Nobody"
        $ setara import shop.json --list "With the client=review" --member "Citra Dewi=Ayu"
        $ setara edit "Print the flyers" --due 2026-11-30
        $ setara import later.json --list "With the client=review" --dry-run
        $ setara import later.json --list "With the client=review"
        # The same again changes nothing.
        $ setara import later.json --list "With the client=review"
        $ setara tasks
        $ setara log --limit 3
        # Out goes all of it, or a part.
        $ setara export csv --member Ayu
        $ setara export markdown --filter "lead:Ayu"
        $ setara add "Sign the lease" --due 2026-12-02
        $ setara export ical --filter "due:<2027-01-01"
        $ setara undo
        $ setara undo
        $ setara tasks"#,
        ),
    );
}

#[test]
fn a_handle_means_no_other_task() {
    let mut home = Home::with_team();
    // Ids are random; those of an export are kept, and with them their handles.
    let task = |id: &str, title: &str| {
        format!(
            r#"{{"format": "setara-board", "version": 1,
                "tasks": [{{"key": "00000000-0000-7000-8000-0000{id}0000", "title": "{title}", "state": "open"}}]}}"#
        )
    };
    fs::write(home.path("first.json"), task("ba80", "Sign the contract")).unwrap();
    fs::write(home.path("second.json"), task("ba90", "Paint the door")).unwrap();
    same(
        "a_handle_means_no_other_task",
        home.story(
            r#"Ayu: $ setara import first.json
        Ayu: $ setara tasks
        # Another arrives whose handle begins so.
        Ayu: $ setara import second.json
        Ayu: $ setara tasks
        Budi: $ setara done ropa
        # Ayu was told of the first as "rop", and does not know that it is done.
        Ayu: $ setara done rop
        Ayu: $ setara show rop
        Ayu: $ setara log --on rop
        Ayu: $ setara done ropa
        Ayu: $ setara log --limit 1
        now 2026-12-18T09:00:00Z
        Ayu: $ setara claim rop
        # Over for more than thirty days, it has lost the letters to what lives.
        now 2026-12-18T09:00:01Z
        Ayu: $ setara tasks
        Ayu: $ setara claim rop
        Ayu: $ setara show ropa"#,
        ),
    );
}

#[test]
fn shapes_for_other_programs() {
    let told = tell(
        r#"$ setara start "Warung Kode" --name Ayu
        Ayu: $ setara add "Sign the payment contract" --due fri --tag legal
        Ayu: $ setara claim {Sign} --json
        Ayu: $ setara block {Sign} "the VAT number" --on-other "the tax office"
        Ayu: $ setara tasks --json
        Ayu: $ setara goal add "Open the store" --target 20
        Ayu: $ setara findings --json
        Ayu: $ setara log --limit 1 --json
        Ayu: $ setara search store --json
        Ayu: $ setara who --json
        Ayu: $ setara mine --json
        Ayu: $ setara claim zzz --json"#,
    );
    // A record's id follows from the key of its replica, which no seed draws.
    let told: String = told.lines().map(|line| format!("{}\n", without_record_id(line))).collect();
    same("shapes_for_other_programs", told);
}

#[test]
fn thanks_are_given_and_read() {
    same(
        "thanks_are_given_and_read",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        $ setara add "Sign the payment contract"
        Budi: $ setara join Budi
        Citra: $ setara join Citra
        Budi: $ setara thank ayu You stayed late --about {Sign}
        Citra: $ setara thank Ayu,bud "the coffee"
        # Nobody thanks themselves, and a name that is nobody's thanks nobody.
        Budi: $ setara thank Budi "being me"
        Budi: $ setara thank Ayu,Zed "the coffee"
        Budi: $ setara thank , "the coffee"
        Budi: $ setara thank Ayu "that" --about nothing
        # They stand on one's own page, and on nobody else's.
        Ayu: $ setara show Ayu
        Budi: $ setara show Ayu
        Ayu: $ setara search late
        Ayu: $ setara log --limit 2
        Citra: $ setara undo
        Ayu: $ setara show Ayu"#,
        ),
    );
}

#[test]
fn a_tension_is_sensed_made_a_task_and_settled() {
    same(
        "a_tension_is_sensed_made_a_task_and_settled",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        $ setara role add Keeper --purpose "Shops are answered"
        Budi: $ setara join Budi
        Ayu: $ setara tensions
        Ayu: $ setara tension "Nobody answers after five" --could "One of us is there until seven" --about Keeper --for "the shops"
        # A gap has two sides, and is not a person.
        Ayu: $ setara tension "Nobody answers after five"
        Ayu: $ setara tension "Budi is late" --could "Budi is early" --about Budi
        $ setara agenda
        $ setara role show Keeper
        Budi: $ setara tension take-up {Nobody}
        # Whoever sensed it says when it is over.
        Budi: $ setara tension settled {Nobody}
        Budi: $ setara tension became {Nobody}
        $ setara tension show {Nobody}
        $ setara show "until seven"
        Budi: $ setara done "until seven"
        $ setara agenda
        Ayu: $ setara tensions
        Ayu: $ setara tension settled {Nobody} we take turns
        Ayu: $ setara tension let-go {Nobody} too dear
        Ayu: $ setara tensions
        Ayu: $ setara tensions --over
        Ayu: $ setara log --on {Nobody}
        # What the board asks becomes one, and is asked again when that is over.
        Ayu: $ setara add "Print the flyers" --claim
        Budi: $ setara claim {Print} --contest "the paper is mine"
        Budi: $ setara settle O1:{Print} tension "One leads, the other helps"
        Budi: $ setara findings
        Budi: $ setara findings --settled
        Budi: $ setara undo
        Budi: $ setara findings
        Budi: $ setara redo
        $ setara --lang id tensions"#,
        ),
    );
}

#[test]
fn equals_decide_by_consent() {
    same(
        "equals_decide_by_consent",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        Budi: $ setara join Budi
        Citra: $ setara join Citra
        Ayu: $ setara decisions
        Ayu: $ setara decide "Deliver on Saturdays" --why "Shops ask for it" --text "Ayu drives on Saturdays" --closes +5d --review +8w
        # An objection has a reason, and nobody can say it for another.
        Budi: $ setara decide say {Deliver} objection
        Budi: $ setara decide say {Deliver} yes
        Budi: $ setara decide say {Deliver} objection "the car is in the garage"
        Budi: $ setara decide say {Deliver} objection "the car is in the garage"
        Citra: $ setara decide ask {Deliver} "who pays the fuel?"
        Ayu: $ setara decide answer {Deliver} 2 "the till"
        Ayu: $ setara decide answer {Deliver} 1 "the till"
        Ayu: $ setara decide say {Deliver} consent
        Ayu: $ setara decide adopt {Deliver}
        Citra: $ setara decide test {Deliver} Budi harm "shops wait in vain"
        Citra: $ setara decide test {Deliver} Ayu harm "nothing"
        # An amendment has no stances yet, and shakes no objection off.
        Ayu: $ setara decide amend {Deliver} --text "Ayu delivers by bike on Saturdays"
        Ayu: $ setara decide amend {Deliver} --text "Ayu delivers by bike on Saturdays"
        Budi: $ setara mine
        Ayu: $ setara decide say {Deliver} consent
        Citra: $ setara decide say {Deliver} consent
        Ayu: $ setara decide adopt {Deliver}
        Budi: $ setara decide show {Deliver}
        Budi: $ setara decide say {Deliver} concern "rain"
        Citra: $ setara decide adopt {Deliver}
        # What was counted stands.
        Budi: $ setara undo
        Budi: $ setara decide amend {Deliver} --text "never"
        Budi: $ setara decide withdraw {Deliver}
        # What is said later is kept, and unsettles nothing.
        Budi: $ setara decide say {Deliver} objection "it snows"
        Budi: $ setara decide show {Deliver}
        Ayu: $ setara decide renew {Deliver} +9w
        Ayu: $ setara decide judge {Deliver} keep "it works"
        Ayu: $ setara decisions
        Ayu: $ setara decide "Deliver on Sundays" --replaces {Deliver} --with Ayu
        Ayu: $ setara decide say {Deliver on Sundays} consent
        Ayu: $ setara decide adopt {Deliver on Sundays}
        Budi: $ setara decide say {Deliver on Sundays} consent
        Citra: $ setara decide say {Deliver on Sundays} abstain
        Ayu: $ setara decide adopt {Deliver on Sundays}
        Ayu: $ setara decisions --all
        Ayu: $ setara log --on {Deliver on Saturdays}
        $ setara --lang id decide show {Deliver on Sundays}"#,
        ),
    );
}

#[test]
fn equals_decide_in_other_ways() {
    same(
        "equals_decide_in_other_ways",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        $ setara role add Treasurer
        Budi: $ setara join Budi
        Citra: $ setara join Citra
        # A vote, which can be level.
        Ayu: $ setara decide "Open on Mondays" --kind vote
        Ayu: $ setara decide say {Open on} yes
        Budi: $ setara decide say {Open on} no
        Ayu: $ setara decide adopt {Open on}
        Citra: $ setara decide step-out {Open on}
        Citra: $ setara decide step-out {Open on}
        Citra: $ setara decide say {Open on} yes
        Citra: $ setara decide join {Open on}
        Citra: $ setara decide join {Open on}
        Citra: $ setara decide say {Open on} yes
        Citra: $ setara decide adopt {Open on}
        # Between options.
        Ayu: $ setara decide "The colour" --kind vote --option red --option blue
        Ayu: $ setara decide say {The colour} yes --pick 3
        Ayu: $ setara decide say {The colour} yes --pick 1
        Budi: $ setara decide say {The colour} yes --pick 2
        Ayu: $ setara decide adopt {The colour}
        Citra: $ setara decide say {The colour} yes --pick 2
        Ayu: $ setara decide adopt {The colour}
        Ayu: $ setara decide show {The colour}
        # Who fills a role, with their own yes.
        Ayu: $ setara decide "Who keeps the till" --kind selection --role Treasurer
        Ayu: $ setara decide say {Who keeps} nominate "she counts well" --member Citra
        Ayu: $ setara decide adopt {Who keeps}
        Ayu: $ setara decide amend {Who keeps} --nominee Citra
        Ayu: $ setara decide say {Who keeps} consent
        Budi: $ setara decide say {Who keeps} consent
        Citra: $ setara decide say {Who keeps} abstain
        Ayu: $ setara decide adopt {Who keeps}
        Citra: $ setara decide say {Who keeps} consent
        Ayu: $ setara decide adopt {Who keeps}
        # Advice: who asks decides, after who was asked has had time.
        Ayu: $ setara decide "A new printer" --kind advice
        Ayu: $ setara decide "A new printer" --kind advice --ask Budi
        Ayu: $ setara decide adopt {A new}
        Budi: $ setara decide say {A new} advice "not the cheap one"
        Budi: $ setara decide adopt {A new}
        Ayu: $ setara decide adopt {A new}
        Ayu: $ setara decide adopt {A new} --took "a dearer one"
        # An experiment says when it ends.
        Ayu: $ setara decide "Half price on Fridays" --kind experiment --tried "half price"
        Ayu: $ setara decide "Half price on Fridays" --kind experiment --with Ayu
        Ayu: $ setara decide say {Half} consent
        Ayu: $ setara decide adopt {Half}
        Ayu: $ setara decide amend {Half} --tried "half price" --judged "the till" --stop "below 100" --ends +4w
        Ayu: $ setara decide say {Half} consent
        Ayu: $ setara decide adopt {Half}
        Ayu: $ setara decide judge {Half} keep "twice the shops"
        Ayu: $ setara decide show {Half}
        # Given up, carried on, parked: nothing of it locks.
        Budi: $ setara decide "Paint the door" --why "it is grey"
        Ayu: $ setara decide withdraw {Paint}
        Budi: $ setara decide withdraw {Paint} "no paint"
        Citra: $ setara decide say {Paint} consent
        Citra: $ setara decide carry-on {Paint}
        Citra: $ setara decide carry-on {Paint}
        Citra: $ setara decide park {Paint} "in spring" --until 2027-03-01
        Citra: $ setara decide say {Paint} consent
        Citra: $ setara decide move {Paint} objections
        Citra: $ setara decide days {Paint} --closes fri --review none
        Citra: $ setara decide days {Paint} --closes 2020-01-01
        $ setara decisions --all"#,
        ),
    );
}

#[test]
fn what_is_hidden_is_shown_after_ones_own_or_by_somebodys_word() {
    same(
        "what_is_hidden_is_shown_after_ones_own_or_by_somebodys_word",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        Budi: $ setara join Budi
        Citra: $ setara join Citra
        Ayu: $ setara decide "Deliver on Saturdays" --hide own
        Budi: $ setara decide say {Deliver} objection "the car is in the garage"
        Ayu: $ setara decide show {Deliver}
        Ayu: $ setara decide adopt {Deliver}
        Ayu: $ setara decide test {Deliver} Budi harm "x"
        Ayu: $ setara log --on {Deliver}
        Ayu: $ setara search garage
        Ayu: $ setara decide say {Deliver} consent
        Ayu: $ setara decide show {Deliver}
        Citra: $ setara decide show {Deliver}
        Ayu: $ setara decide reveal {Deliver}
        Ayu: $ setara decide reveal {Deliver}
        Citra: $ setara decide show {Deliver}"#,
        ),
    );
}

#[test]
fn an_agreement_is_drafted_agreed_to_amended_and_left() {
    same(
        "an_agreement_is_drafted_agreed_to_amended_and_left",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        Ayu: $ setara agreements
        # It takes two.
        Ayu: $ setara agree "Money above 500,000 rupiah" --text "By consent"
        Budi: $ setara join Budi
        Citra: $ setara join Citra
        Ayu: $ setara agree "Money above 500,000 rupiah" --text "We decide by consent before it is spent" --way consent --quorum 2 --about "spending money" --about buying --exit 14 --review "2027-02-21"
        $ setara agenda
        # Nobody agrees for another, and before all did it binds nobody.
        Budi: $ setara agree {Money}
        Budi: $ setara agree {Money}
        Ayu: $ setara agree {Money} --renew 2027-03-01
        Budi: $ setara agree {Money} --withdraw "too slow"
        Citra: $ setara agree {Money}
        $ setara show {Money}
        # An amendment suspends nothing.
        Budi: $ setara agree {Money} --amend --title "Money above a million" --text "We decide by consent before it is spent; below that each decides"
        Budi: $ setara agree {Money} --amend
        $ setara agreements
        $ setara show {Money}
        Ayu: $ setara agree {Money}
        Citra: $ setara agree {Money}
        $ setara show {Money}
        $ setara search "below that"
        # Leaving takes the days that it says, and it stands for the others.
        Citra: $ setara agree {Money} --leave --on mon
        Citra: $ setara agree {Money} --leave
        $ setara agenda
        # A newcomer is bound by their own yes alone, and is asked.
        Dewi: $ setara join Dewi
        $ setara agenda
        Dewi: $ setara agree {Money}
        Dewi: $ setara undo
        Ayu: $ setara agree {Money} --renew 2027-03-01
        # It ends by the word of all whom it binds.
        Ayu: $ setara agree {Money} --withdraw "we have a budget now"
        Budi: $ setara agree {Money} --withdraw "so we have"
        Citra: $ setara agree {Money} --withdraw "yes"
        Ayu: $ setara agree {Money}
        $ setara agreements
        $ setara agreements --over
        $ setara log --on {Money}
        # Partners choose each other; what is about nothing else has no way.
        Ayu: $ setara agree "Our shop" --text "Half and half" --kind charter --with Budi --share "half and half" --dispute "we ask Citra"
        Citra: $ setara agree {Our shop}
        Ayu: $ setara agree "Early hours" --text "We begin at eight" --way vote --kind working
        $ setara --lang id agreements
        $ setara --lang id show {Our shop}"#,
        ),
    );
}

#[test]
fn what_was_decided_is_agreed_on_as_long_as_that_holds() {
    same(
        "what_was_decided_is_agreed_on_as_long_as_that_holds",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        Budi: $ setara join Budi
        Citra: $ setara join Citra
        Ayu: $ setara decide "The stand-up is at half past nine" --text "Every day but Friday" --with Budi,Citra
        Ayu: $ setara agree --decision {The stand-up}
        Ayu: $ setara decide say {The stand-up} consent
        Budi: $ setara decide say {The stand-up} consent
        Citra: $ setara decide say {The stand-up} consent
        Ayu: $ setara decide adopt {The stand-up}
        # It wrote what it says, and nothing else.
        Ayu: $ setara agree "The stand-up is at half past nine" --text "Every day" --decision {The stand-up}
        Dewi: $ setara join Dewi
        Dewi: $ setara agree --decision {The stand-up}
        Ayu: $ setara agree --decision {The stand-up} --about "the stand-up" --review +60d
        $ setara decide show duk
        $ setara agreements
        $ setara show {The stand-up}"#,
        ),
    );
}

#[test]
fn a_buddy_is_offered_accepted_and_ended() {
    same(
        "a_buddy_is_offered_accepted_and_ended",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        Citra: $ setara join Citra
        Eka: $ setara join Eka
        Ayu: $ setara buddy
        Ayu: $ setara buddy Citra
        # Only who was asked answers, and nobody offers twice.
        Ayu: $ setara buddy Citra
        Ayu: $ setara buddy Citra --yes
        Eka: $ setara buddy Ayu --yes
        Citra: $ setara buddy Ayu
        Citra: $ setara mine
        Citra: $ setara mine --json
        Citra: $ setara show Citra
        Citra: $ setara buddy Ayu --yes
        Eka: $ setara buddy Citra --days 30
        Citra: $ setara buddy Eka --no
        Citra: $ setara buddy
        Citra: $ setara show Ayu
        # Either ends it, and nobody is told who did.
        Citra: $ setara buddy Ayu --end
        Ayu: $ setara log --limit 1
        Ayu: $ setara log --json --limit 1
        Ayu: $ setara log by:Citra --limit 1
        Citra: $ setara undo
        Ayu: $ setara buddy
        Ayu: $ setara buddy Citra --end
        Ayu: $ setara buddy Citra --end
        Ayu: $ setara buddy Ayu
        Ayu: $ setara buddy Citra --yes --no"#,
        ),
    );
}

#[test]
fn what_people_bring_along_leads_on_and_takes_several_handles() {
    same(
        "what_people_bring_along_leads_on_and_takes_several_handles",
        tell(
            r##"$ setara start "Warung Kode" --name Ayu
        $ setara join Budi
        Ayu: $ setara add "Sign the contract"
        Ayu: $ setara add "Load the shop list"
        Ayu: $ setara add "Paint the door"
        Ayu: $ setara ls
        # Several at once are one action, and one undo.
        Ayu: $ setara claim {Sign} {Load}
        Ayu: $ setara due {Sign} {Load} next tue
        Ayu: $ setara due contract none
        Ayu: $ setara due {Sign}
        Ayu: $ setara tag {Sign} {Load} legal
        Ayu: $ setara tag {Sign},{Load} #shop
        Ayu: $ setara tag {Sign} legal --off
        Ayu: $ setara park {Sign} {Paint} 12 dec
        Ayu: $ setara park {Sign} {Paint} --back
        Ayu: $ setara start {Sign}
        Ayu: $ setara move {Sign} {Load} doing
        Ayu: $ setara move {Sign} {Load} dropped
        Ayu: $ setara assign {Sign} Budi
        Ayu: $ setara assign {Paint} Budi
        Ayu: $ setara rm {Paint}
        Ayu: $ setara drop {Load} {Paint} --reason "we deliver ourselves"
        Ayu: $ setara undo
        # One that cannot be found is none that is done.
        Ayu: $ setara close {Sign} zzz
        Ayu: $ setara finish {Sign}
        Ayu: $ setara done {Sign} {Load}
        Ayu: $ setara status
        Ayu: $ setara status {Paint}
        Ayu: $ setara status {Paint} doing
        Ayu: $ setara promise {Paint}
        Ayu: $ setara block {Paint} "the list" --on {Load}"##,
        ),
    );
}

#[test]
fn whoever_wants_to_do_something_asks_the_board() {
    same(
        "whoever_wants_to_do_something_asks_the_board",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        Ayu: $ setara me --teaches contracts
        Ayu: $ setara role add Treasurer --domain "Price list" --accountability "Paying wages and invoices"
        Ayu: $ setara add "Sign the payment contract"
        Ayu: $ setara add "Repair the office door"
        Ayu: $ setara add "Sell through the marketplace"
        Ayu: $ setara claim {Sign}
        Ayu: $ setara drop {Sell} "Their share would eat all that we earn."
        Budi: $ setara join Budi
        # Nobody holds the role yet, then Ayu does.
        Budi: $ setara may change the price list
        Ayu: $ setara role take Treasurer
        Budi: $ setara may change the price list
        Ayu: $ setara may change the price list
        # The question is written down, once.
        Budi: $ setara may change the price list --ask
        Budi: $ setara may change the price list --ask
        Budi: $ setara blockers
        # Work that somebody does, and work that nobody does.
        Budi: $ setara may "sign the contract for payments"
        Budi: $ setara may "sign the contract for payments" --ask
        Budi: $ setara may read the payment contract
        Budi: $ setara may mend the office door
        # What was before, and what the board has nothing about.
        Budi: $ setara may sell on the marketplace
        Budi: $ setara may plant a tree
        Budi: $ setara may plant a tree --ask
        Budi: $ setara may do it
        Budi: $ setara may pay the invoices --json
        Budi: $ setara may "bayar tagihan" --lang id"#,
        ),
    );
}

#[test]
fn what_waits_and_what_is_unclear_is_shown() {
    same(
        "what_waits_and_what_is_unclear_is_shown",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        $ setara join Dewi
        Ayu: $ setara blockers
        Ayu: $ setara add "Switch on payments" --claim
        Dewi: $ setara add "Sign the contract" --claim
        Ayu: $ setara add "Open the store"
        Ayu: $ setara block {Sign} "the VAT number" --on-other "the tax office"
        now 2026-11-18T10:00:00Z
        Ayu: $ setara block {Switch} --on-task {Sign}
        now 2026-11-18T11:00:00Z
        Ayu: $ setara block {Open} --on-task {Switch}
        Ayu: $ setara role add Treasurer --purpose "Everybody is paid on time"
        Ayu: $ setara role take Treasurer
        Ayu: $ setara asked {Sign}
        Ayu: $ setara promise {Sign} fri
        Ayu: $ setara blockers
        Ayu: $ setara waits
        Ayu: $ setara clarity
        Ayu: $ setara blockers --limit 1 --json
        Ayu: $ setara clarity --json
        Ayu: $ setara board"#,
        ),
    );
}

#[test]
fn finished_work_keeps_its_names() {
    let mut home = Home::new();
    let told = home.story(
        r#"$ setara start "Warung Kode" --name Ayu
        $ setara join Budi
        Ayu: $ setara add "Sign the contract"
        Ayu: $ setara claim {Sign}
        Budi: $ setara help-with {Sign}
        Ayu: $ setara done {Sign}
        Budi: $ setara tasks state:done
        Budi: $ setara show {Sign}
        Budi: $ setara tasks --finished --json"#,
    );
    let (_, list) = told.split_once("tasks state:done\n").unwrap();
    assert!(list.lines().next().unwrap().contains("Ayu +1"), "{told}");
    let (_, page) = told.split_once("show ").unwrap();
    let (page, json) = page.split_once("--json\n").unwrap();
    assert!(page.contains("Ayu") && page.contains("Budi"), "{told}");
    let json: Value = serde_json::from_str(json).unwrap();
    let first = |part: &str| json[0][part][0].as_str().unwrap().to_owned();
    assert_eq!((first("leads"), first("helpers")), ("Ayu".into(), "Budi".into()), "{told}");
}

#[test]
fn the_demo_is_played_by_whoever_one_says() {
    let mut home = Home::new();
    let mut me = |who: &str, args: &[&str]| {
        let board: Value = serde_json::from_str(&home.ok(who, args, "")).unwrap();
        board["me"]["name"].as_str().unwrap().to_owned()
    };
    assert_eq!(me("", &["demo", "--json"]), "Ayu");
    assert_eq!(me("", &["demo", "--as", "Eka", "--json"]), "Eka");
    assert_eq!(me("Somebody else", &["demo", "--json"]), "Ayu", "they are on another board");
}

#[test]
fn the_same_is_done_to_several_at_once_or_to_none() {
    same(
        "the_same_is_done_to_several_at_once_or_to_none",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        $ setara add Count the shelves
        $ setara add Paint the door
        $ setara add Print the labels
        $ setara join Budi
        Budi: $ setara claim {Count},{Paint} {Print}
        Budi: $ setara renew {Count} {Paint}
        Budi: $ setara offer {Count},{Paint} Ayu --note "I am away"
        Ayu: $ setara accept {Count} {Paint}
        # One of the three is Budi's.
        Ayu: $ setara done {Count} {Paint} {Print}
        Ayu: $ setara give-back {Count} {Paint} --note "no time"
        Ayu: $ setara undo
        Ayu: $ setara rank {Print} {Paint} --top --reason "the shop opens"
        Ayu: $ setara remark {Count},{Paint} looks good
        Ayu: $ setara tag {Count} {Paint} {Print} shop
        Ayu: $ setara help-with {Print} {Paint}"#,
        ),
    );
}

#[test]
fn figures_over_time_are_told_once_enough_is_behind_them() {
    let mut home = Home::new();
    let mut story = String::from("now 2026-10-05T09:00:00Z\n$ setara start \"Warung Kode\" --name Ayu\n");
    // Six weeks: each Monday something is written, claimed on Wednesday, and done on Friday.
    for (week, day) in ["10-05", "10-12", "10-19", "10-26", "11-02", "11-09"].into_iter().enumerate() {
        let (month, day) = day.split_once('-').unwrap();
        let day: u32 = day.parse().unwrap();
        for (after, typed) in [
            (0, format!("add \"Task {week}\"")),
            (2, format!("claim {{Task {week}}}")),
            (2, format!("move {{Task {week}}} doing")),
            (4, format!("done {{Task {week}}}")),
        ] {
            story
                .push_str(&format!("now 2026-{month}-{:02}T09:00:00Z\nAyu: $ setara {typed}\n", day + after));
        }
    }
    home.story(&story);
    same(
        "figures_over_time_are_told_once_enough_is_behind_them",
        home.story(
            r#"now 2026-11-18T09:00:00Z
        $ setara report --markdown
        # A page for a browser goes into a file.
        $ setara report
        $ setara report
        $ setara report --out figures.html"#,
        ),
    );
    let page = std::fs::read_to_string(home.path("figures.html")).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>") && !page.contains("<script"), "{page}");
    let told: Value = serde_json::from_str(&home.ok("", &["report", "--json"], "")).unwrap();
    assert_eq!(told[0]["weeks"]["2026-10-12"], 1, "{told}");
    assert_eq!(told[1]["numbers"]["median_working_days"], 2.0, "{told}");
    assert_eq!((&told[3]["lack"], &told[3]["n"]), (&"people".into(), &6.into()), "only Ayu claimed: {told}");
    assert_eq!(home.ok("", &["report", "--out", "-"], ""), page);
}

#[test]
fn the_sample_team_goes_into_a_file_where_one_is_named_and_is_seen_from_elsewhere() {
    let mut home = Home::new();
    let team = home.path("team.db").display().to_string();
    home.ok("", &["demo", "--board", &team, "--json"], "");
    let shown = home.ok("", &["stage", "--board", &team], "");
    assert!(shown.contains("Open the co-op store"), "{shown}");
    assert!(
        home.ok("", &["mine", "--board", &team, "--as", "Ayu"], "").contains("Sign the payment contract")
    );
    // It never goes over what is there.
    let again = home.run("", &["demo", "--board", &team], "");
    assert_eq!(again.status, 1, "{}", again.out);
}

#[test]
fn two_that_are_the_same_become_one() {
    same(
        "two_that_are_the_same_become_one",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        $ setara join Budi
        Ayu: $ setara add "Write the returns policy"
        Ayu: $ setara add "Draft a policy for returns"
        Ayu: $ setara claim {Write}
        Budi: $ setara claim {Draft}
        Budi: $ setara claim {Draft} --anyway
        Ayu: $ setara merge {Draft} {Draft}
        Ayu: $ setara merge {Draft} {Write} "both are for the store"
        Ayu: $ setara merge {Draft} {Write}
        Ayu: $ setara merge {Draft} {Write} --no
        Budi: $ setara merge {Draft} {Write} --no "mine is for the market"
        Ayu: $ setara merge {Draft} {Write} "the market asks for the same"
        Budi: $ setara merge {Draft} {Write}
        Budi: $ setara show {Draft}
        Budi: $ setara log
        Budi: $ setara role add Treasurer --domain Prices
        Budi: $ setara role add Bookkeeping --domain "The till"
        Budi: $ setara merge Bookkeeping Treasurer
        Budi: $ setara merge {Write} Treasurer
        Budi: $ setara roles"#,
        ),
    );
}

#[test]
fn ways_out_that_bind_others_wait_for_their_yes() {
    same(
        "ways_out_that_bind_others_wait_for_their_yes",
        tell(
            r#"$ setara start "Warung Kode" --name Ayu
        $ setara join Budi
        Ayu: $ setara add "Write the returns policy"
        Ayu: $ setara add "Draft a policy for returns"
        Ayu: $ setara claim {Write}
        Budi: $ setara claim {Draft} --anyway
        Ayu: $ setara split {Write} {Draft} "Write the returns policy" "Draft the returns policy"
        Ayu: $ setara split {Write} {Draft} "One title"
        Ayu: $ setara split {Write} {Draft} "Returns of the store" "Prices of the market stand" --why "yours is for the market"
        Budi: $ setara split {Write} {Draft} "Returns of the store" "Prices of the market stand"
        Budi: $ setara merge {Draft} {Write} --helping
        Budi: $ setara who
        Ayu: $ setara add "Sign the contract"
        Ayu: $ setara claim {Sign}
        Budi: $ setara claim {Sign} --contest "I have the contract"
        Ayu: $ setara yield {Sign} Citra
        Ayu: $ setara yield {Sign} Ayu
        Budi: $ setara yield {Sign} Ayu --no "it is half done"
        Ayu: $ setara yield {Sign} Budi
        Ayu: $ setara yield {Sign} Budi
        Ayu: $ setara role add Treasurer --domain Prices
        Ayu: $ setara role add "Store keeper" --domain prices --domain Shelves
        Budi: $ setara role take "Store keeper"
        Ayu: $ setara split "Store keeper" Treasurer prices
        Budi: $ setara split "Store keeper" Treasurer prices
        Budi: $ setara split "Store keeper" Treasurer prices
        Budi: $ setara split "Store keeper" {Sign} prices
        Budi: $ setara merge "Store keeper" Treasurer --helping
        Budi: $ setara roles
        Budi: $ setara log"#,
        ),
    );
}
