use super::*;
use crate::exchange::read;

const LISTS: &str = r#""lists": [
    {"id": "l2", "name": "Doing", "pos": 20, "idBoard": "b"},
    {"id": "l1", "name": "To Do", "pos": 10, "closed": false},
    {"id": "l3", "name": "Done", "pos": 30},
    {"id": "l4", "name": "Old", "pos": 40, "closed": true}]"#;

/// A board with the lists above, the given cards, and whatever else.
fn board(cards: &str, more: &str) -> Import {
    board_with(cards, more, &Options::default())
}

fn board_with(cards: &str, more: &str, options: &Options) -> Import {
    let text = format!(r#"{{"name": "Warung", {LISTS}, "cards": [{cards}] {more}}}"#);
    read(text.as_bytes(), options).unwrap()
}

fn states(import: &Import) -> Vec<(&str, &str)> {
    import.bundle.tasks.iter().map(|task| (&*task.title, &*task.state)).collect()
}

fn lost(import: &Import, kind: Lost) -> usize {
    import.left_out.iter().find(|lost| lost.kind == kind).map_or(0, |lost| lost.count)
}

fn noted(import: &Import, kind: Noted) -> usize {
    import.notes.iter().find(|note| note.kind == kind).map_or(0, |note| note.count)
}

fn at(text: &str) -> Option<DateTime<Utc>> {
    Some(text.parse().unwrap())
}

#[test]
fn unfinished_cards_come_first_in_board_order() {
    let import = board(
        r#"{"id": "c1", "name": "finished", "idList": "l3", "pos": 1},
           {"id": "c2", "name": "doing", "idList": "l2", "pos": 1},
           {"id": "c3", "name": "second", "idList": "l1", "pos": 2.5},
           {"id": "c4", "name": "first", "idList": "l1", "pos": 1}"#,
        "",
    );
    assert_eq!(
        states(&import),
        [("first", "open"), ("second", "open"), ("doing", "doing"), ("finished", "done")]
    );
    let lists: Vec<_> = import.lists.iter().map(|list| (&*list.name, list.cards, list.state)).collect();
    assert_eq!(lists[..2], [("To Do", 2, State::Open), ("Doing", 1, State::Doing)]);
    assert!(import.hints().iter().any(|line| line.contains("--list \"To Do=review\"")));
}

#[test]
fn an_archived_card_is_done_or_dropped_by_its_list_and_mark() {
    let import = board(
        r#"{"id": "a", "name": "by list", "idList": "l3", "closed": true},
           {"id": "b", "name": "by mark", "idList": "l1", "closed": true, "dueComplete": true},
           {"id": "c", "name": "given up", "idList": "l2", "closed": true},
           {"id": "d", "name": "list archived", "idList": "l4"},
           {"id": "e", "name": "marked", "idList": "l1", "dueComplete": true},
           {"id": "f", "name": "no list", "idList": "gone"}"#,
        r#", "actions": [{"type": "updateCard", "date": "2020-01-02T00:00:00Z",
            "data": {"card": {"id": "c"}, "old": {"closed": false}}}]"#,
    );
    let mut found = states(&import);
    found.sort();
    assert_eq!(
        found,
        [
            ("by list", "done"),
            ("by mark", "done"),
            ("given up", "dropped"),
            ("list archived", "dropped"),
            ("marked", "done"),
            ("no list", "open")
        ]
    );
    let given_up = import.bundle.tasks.iter().find(|task| task.title == "given up").unwrap();
    assert_eq!(given_up.reason.as_deref(), Some("archived"));
    assert_eq!(given_up.since, at("2020-01-02T00:00:00Z"));
    assert_eq!(noted(&import, Noted::ArchivedDone), 2);
    assert_eq!(noted(&import, Noted::ArchivedDropped), 2);
    assert_eq!(noted(&import, Noted::InArchivedList), 1);
    assert_eq!(noted(&import, Noted::MarkedComplete), 1);
    assert_eq!(noted(&import, Noted::NoList), 1);
}

#[test]
fn a_told_state_wins_over_the_guess_and_a_typing_error_is_refused() {
    let cards = r#"{"id": "a", "name": "a", "idList": "l1"}"#;
    let options = Options { lists: vec![("to*".into(), State::Review)], ..Options::default() };
    assert_eq!(states(&board_with(cards, "", &options)), [("a", "review")]);

    let options = Options { lists: vec![("Tudu".into(), State::Review)], ..Options::default() };
    let error = read(format!(r#"{{{LISTS}, "cards": [{cards}]}}"#).as_bytes(), &options).unwrap_err();
    assert_eq!(error.to_string(), "no list matches \"Tudu\"");
    assert_eq!(error.hint(), "the lists are: To Do, Doing, Done, Old");
}

#[test]
fn the_first_member_leads_and_the_others_help() {
    let import = board(
        r#"{"id": "a", "name": "a", "idList": "l2", "idMembers": ["m1", "m2", "m1"],
            "dateLastActivity": "2020-01-03T00:00:00Z"},
           {"id": "b", "name": "b", "idList": "l3", "idMembers": ["m3"], "dateLastActivity": "2020-01-04T00:00:00Z"}"#,
        r#", "members": [
            {"id": "m1", "fullName": "Ayu", "initials": "A", "username": "ayu1", "email": "ayu@example.org"},
            {"id": "m2", "fullName": "", "username": "budi"}, {"id": "m4", "fullName": "Dewi"}],
          "actions": [
            {"type": "addMemberToCard", "date": "2020-01-01T00:00:00Z", "data": {"card": {"id": "a"}, "idMember": "m1"},
             "member": {"id": "m3", "fullName": "Citra"}}]"#,
    );
    let names: Vec<&str> = import.bundle.members.iter().map(|member| &*member.name).collect();
    assert_eq!(names, ["Ayu", "budi", "Dewi", "Citra"]);
    assert_eq!((noted(&import, Noted::Stranger), noted(&import, Noted::Idle)), (1, 1));
    let claims = &import.bundle.tasks[0].claims;
    assert_eq!((&*claims[0].member, &*claims[0].part), ("trello:member:m1", "lead"));
    assert_eq!((&*claims[1].member, &*claims[1].part), ("trello:member:m2", "helper"));
    assert_eq!(claims.len(), 2);
    assert_eq!(claims[0].since, at("2020-01-01T00:00:00Z"));
    assert_eq!(claims[0].end, None);
    let ended = &import.bundle.tasks[1].claims[0];
    assert_eq!((ended.end.as_deref(), ended.ended), (Some("done"), at("2020-01-04T00:00:00Z")));
    assert_eq!(lost(&import, Lost::Address), 1);
    assert_eq!(lost(&import, Lost::Field("member.username".into())), 1);
}

#[test]
fn claims_stay_out_when_they_are_not_wanted() {
    let options = Options { no_claims: true, ..Options::default() };
    let import = board_with(r#"{"id": "a", "name": "a", "idMembers": ["m1", "m2"]}"#, "", &options);
    assert!(import.bundle.tasks[0].claims.is_empty());
    assert_eq!(lost(&import, Lost::Claim), 2);
}

#[test]
fn no_mail_address_enters_the_bundle() {
    let import = board(
        r#"{"id": "a", "name": "a", "email": "ayu+secret@boards.trello.com"}"#,
        r#", "members": [{"id": "m", "fullName": "Ayu", "email": "ayu@example.org"}]"#,
    );
    assert!(!format!("{import:?}").contains("example.org"));
    assert!(!format!("{import:?}").contains("secret"));
    assert_eq!(lost(&import, Lost::Address), 2);
}

#[test]
fn checklists_become_boxes_under_the_description() {
    let import = board(
        r#"{"id": "a", "name": "a", "desc": "Why.", "idChecklists": ["k2", "k1"]},
           {"id": "b", "name": "b", "checklists": [{"id": "k3", "name": "Inside", "checkItems": [{"name": "i"}]}]}"#,
        r#", "checklists": [
            {"id": "k2", "idCard": "a", "name": "Later", "pos": 2, "checkItems": []},
            {"id": "k1", "idCard": "a", "name": "Now", "pos": 1, "checkItems": [
                {"name": "two\nlines", "state": "incomplete", "pos": 2, "due": "2020-01-01T00:00:00Z"},
                {"name": "one", "state": "complete", "pos": 1}]},
            {"id": "k4", "idCard": "gone", "name": "Lost", "checkItems": []}]"#,
    );
    let notes = |at: usize| import.bundle.tasks[at].notes.as_deref().unwrap();
    assert_eq!(notes(0), "Why.\n\n### Now\n- [x] one\n- [ ] two lines\n\n### Later");
    assert_eq!(notes(1), "### Inside\n- [ ] i");
    assert_eq!(noted(&import, Noted::CheckItem), 3);
    assert_eq!(lost(&import, Lost::CheckItemDetail), 1);
    assert_eq!(lost(&import, Lost::ChecklistOfNothing), 1);
}

#[test]
fn labels_become_tags_and_nameless_ones_their_colour() {
    let import = board(
        r#"{"id": "a", "name": "a", "labels": [{"name": "Bug", "color": "red"}, {"name": "", "color": "sky"},
            {"name": "", "color": null}, {"name": "Bug", "color": "blue"}]},
           {"id": "b", "name": "b", "idLabels": ["x"]}"#,
        r#", "labels": [{"id": "x", "name": "", "color": "lime"}]"#,
    );
    assert_eq!(import.bundle.tasks[0].tags, ["Bug", "sky"]);
    assert_eq!(import.bundle.tasks[1].tags, ["lime"]);
}

#[test]
fn attachments_become_links_and_those_to_other_cards_are_counted() {
    let import = board(
        r#"{"id": "a", "name": "a", "shortLink": "AAAA", "attachments": [
                {"url": "https://trello.com/c/BBBB/2-b", "name": "https://trello.com/c/BBBB/2-b"},
                {"url": "https://trello.com/c/BBBB/2-b", "name": "twice"},
                {"url": "https://trello.com/c/ZZZZ/9-z", "name": ""},
                {"url": "https://files.example/x.pdf", "name": "x.pdf", "isUpload": true},
                {"url": null, "name": "nothing"}]},
           {"id": "b", "name": "b", "shortLink": "BBBB"}"#,
        "",
    );
    assert_eq!(import.bundle.tasks[0].links.len(), 3);
    assert_eq!((noted(&import, Noted::CardLink), noted(&import, Noted::Upload)), (2, 1));
    assert_eq!(lost(&import, Lost::Field("attachment.name".into())), 2);
    assert_eq!(lost(&import, Lost::Field("attachment".into())), 1);
}

#[test]
fn comments_become_remarks_with_author_and_time() {
    let import = board(
        r#"{"id": "a", "name": "a", "badges": {"comments": 5}}"#,
        r#", "members": [{"id": "m1", "fullName": "Ayu"}], "actions": [
            {"type": "commentCard", "date": "2020-01-02T00:00:00Z", "idMemberCreator": "m2",
             "memberCreator": {"id": "m2", "fullName": "Budi"}, "data": {"text": "later", "card": {"id": "a"}}},
            {"type": "commentCard", "date": "2020-01-01T00:00:00Z", "idMemberCreator": "m1",
             "data": {"text": "first", "card": {"id": "a"}}},
            {"type": "commentCard", "date": "2020-01-01T00:00:00Z", "idMemberCreator": "m1",
             "data": {"text": "where?", "card": {"id": "gone"}}},
            {"type": "createBoard", "data": {}}]"#,
    );
    let remarks = &import.bundle.tasks[0].remarks;
    assert_eq!((remarks[0].by.as_deref(), &*remarks[0].text), (Some("trello:member:m1"), "first"));
    assert_eq!((remarks[1].by.as_deref(), &*remarks[1].text), (None, "Budi: later"));
    assert_eq!(remarks[1].at, at("2020-01-02T00:00:00Z"));
    // Trello counts five, the export holds two.
    assert_eq!(lost(&import, Lost::Comment), 3);
    assert_eq!((lost(&import, Lost::CommentOnNothing), lost(&import, Lost::History)), (1, 1));
}

#[test]
fn ages_come_from_the_last_move_else_from_the_making_else_from_the_last_activity() {
    let import = board(
        r#"{"id": "5e0be100aaaaaaaaaaaaaaaa", "name": "moved", "dateLastActivity": "2021-01-01T00:00:00Z"},
           {"id": "5e0be100bbbbbbbbbbbbbbbb", "name": "made", "dateLastActivity": "2021-01-01T00:00:00Z"},
           {"id": "5e0be100cccccccccccccccc", "name": "else", "dateLastActivity": "2021-01-01T00:00:00Z"}"#,
        r#", "actions": [
            {"type": "updateCard", "date": "2020-02-01T00:00:00Z",
             "data": {"card": {"id": "5e0be100aaaaaaaaaaaaaaaa"}, "old": {"idList": "l1"}}},
            {"type": "updateCard", "date": "2020-01-15T00:00:00Z",
             "data": {"card": {"id": "5e0be100aaaaaaaaaaaaaaaa"}, "old": {"idList": "l2"}}},
            {"type": "updateCard", "date": "2020-03-01T00:00:00Z",
             "data": {"card": {"id": "5e0be100aaaaaaaaaaaaaaaa"}, "old": {"pos": 1}}},
            {"type": "createCard", "date": "2020-01-01T00:00:00Z", "data": {"card": {"id": "5e0be100bbbbbbbbbbbbbbbb"}}}]"#,
    );
    let since: Vec<_> = import.bundle.tasks.iter().map(|task| task.since).collect();
    let made = at("2020-01-01T00:00:00Z");
    assert_eq!(since, [at("2020-02-01T00:00:00Z"), made, at("2021-01-01T00:00:00Z")]);
    assert!(import.bundle.tasks.iter().all(|task| task.created == made));
}

#[test]
fn a_due_day_is_the_day_where_the_team_is() {
    let card = r#"{"id": "a", "name": "a", "due": "2026-11-20T17:00:00.000Z"}, {"id": "b", "name": "b", "due": "soon"}"#;
    let import = board(card, "");
    assert_eq!(import.bundle.tasks[0].due, Some("2026-11-20".parse().unwrap()));
    assert_eq!(lost(&import, Lost::Date), 1);
    let jakarta = Options { day: |at| (at + chrono::TimeDelta::hours(7)).date_naive(), ..Options::default() };
    assert_eq!(board_with(card, "", &jakarta).bundle.tasks[0].due, Some("2026-11-21".parse().unwrap()));
}

#[test]
fn what_cannot_be_taken_is_counted() {
    let import = board(
        r#"{"id": "a", "name": "a", "idMembersVoted": ["m"], "cover": {"color": "red"}, "address": null},
           {"id": "a", "name": "again"}, {"id": "t", "name": "pattern", "isTemplate": true},
           7, {"name": "no id"}, {"id": "e", "name": " "}"#,
        r#", "customFields": [{"id": "f"}]"#,
    );
    assert_eq!(states(&import), [("a", "open"), ("no id", "open"), ("(no title)", "open")]);
    assert_eq!(lost(&import, Lost::Duplicate), 1);
    assert_eq!(lost(&import, Lost::Template), 1);
    assert_eq!(lost(&import, Lost::Unreadable), 1);
    assert_eq!(lost(&import, Lost::Field("card.idMembersVoted".into())), 1);
    assert_eq!(lost(&import, Lost::Field("card.cover".into())), 1);
    assert_eq!(lost(&import, Lost::Field("card.address".into())), 0);
    assert_eq!(lost(&import, Lost::Field("board.customFields".into())), 1);
    assert_eq!(noted(&import, Noted::Untitled), 1);
    assert!(import.summary().last().unwrap().contains("board.customFields (1), card.cover (1)"));
}

#[test]
fn odd_ids_have_no_time() {
    assert_eq!(created("5e0be100"), at("2020-01-01T00:00:00Z"));
    for id in ["", "short", "not hexadecimal", "ééééééééé"] {
        assert_eq!(created(id), None);
    }
}

#[test]
fn an_odd_field_costs_that_field_alone() {
    let import = board(
        r#"{"id": "a", "name": "One", "idList": "l1", "pos": "bottom", "labels": ["urgent", null, 7, ["x"]],
            "idMembers": [null, {"id": "m"}], "closed": 0, "due": 1798070400000, "due": "2026-12-24", "badges": "none"},
           {"id": "b", "name": null, "desc": "\n Only a text.\nMore.", "idList": "l1", "pos": {}, "closed": "maybe"},
           {"id": "c", "name": 7, "idList": "l1", "due": 1798070400000, "checklists": {"name": "Steps", "checkItems": 5}}"#,
        r#", "members": [null, {"id": "m", "fullName": "Ayu"}, 3]"#,
    );
    let titles: Vec<&str> = import.bundle.tasks.iter().map(|task| &*task.title).collect();
    assert_eq!(titles, ["Only a text.", "7", "One"]);
    let one = &import.bundle.tasks[2];
    assert_eq!(
        (&one.tags[..], &*one.claims[0].member),
        (&["urgent".to_owned(), "7".to_owned()][..], "trello:member:m")
    );
    assert_eq!(one.due, Some("2026-12-24".parse().unwrap()));
    assert_eq!(import.bundle.tasks[1].due, Some("2026-12-24".parse().unwrap()));
    let odd: Vec<String> = import
        .left_out
        .iter()
        .filter_map(|lost| match &lost.kind {
            Lost::Odd(name) => Some(name.clone()),
            _ => None,
        })
        .collect();
    assert_eq!(
        odd,
        [
            "board.members",
            "card.badges",
            "card.closed",
            "card.due",
            "card.labels",
            "card.pos",
            "checklist.checkItems"
        ]
    );
    assert_eq!(noted(&import, Noted::TitledByText), 1);
    assert!(import.summary().last().unwrap().contains("card.badges (1)"), "{:?}", import.summary());
}

#[test]
fn a_board_of_another_tool_is_not_taken_for_one_of_trello() {
    for text in [
        r#"{"lists": [{"_id": "l", "title": "To Do"}], "cards": [{"_id": "c", "title": "a", "listId": "l"}]}"#,
        r#"{"lists": [{"id": "l", "name": "To Do"}], "cards": [{"id": "c", "name": "a", "list_id": "l"}]}"#,
    ] {
        let source = read(text.as_bytes(), &Options::default()).map(|import| import.source);
        assert_ne!(source, Ok(Source::Trello), "{text}");
    }
}

#[test]
fn a_board_without_a_card_is_refused() {
    let text = format!(r#"{{{LISTS}, "cards": [5, []], "members": [{{"id": "m", "fullName": "Ayu"}}]}}"#);
    let error = read(text.as_bytes(), &Options::default()).unwrap_err();
    assert_eq!(error, ImportError::NothingInIt { source: Source::Trello, unread: 2 });
}
