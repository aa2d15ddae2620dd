use super::*;
use crate::domain::agreement::{AgreementKind, Wording};
use crate::domain::decide::{AgreeTo, Command, DraftAgreement, Remark};
use crate::domain::id::{AgreementId, MemberId, TaskId};
use crate::domain::subject::{Fold as _, Subject};
use crate::session::Environment;
use crate::words::{self, Language};

const EN: Language = Language::English;
const ID: Language = Language::Indonesian;

/// The sample team on a Wednesday morning, in a language, and who asks.
fn team(language: Language, who: &str) -> Session {
    words::choose_here(language);
    let now = "2026-11-18T09:30:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    let mut session = crate::testing::sample_team(Environment::fixed(now.into(), "may"));
    session.act_as(Some(who)).unwrap();
    session
}

#[test]
fn the_sample_team_gets_answers_as_its_people_would_give_them() {
    let mut wrong = Vec::new();
    for (language, who, question, first) in [
        // Two roles say the same domain; who holds one of them asks the other.
        (EN, "Gita", "change the price list", "Ask Ayu and Budi first"),
        (ID, "Gita", "ubah daftar harga", "Tanya dulu Ayu dan Budi"),
        (EN, "Budi", "update prices on the list", "Ask Ayu first"),
        (ID, "Budi", "perbarui daftar harga", "Tanya dulu Ayu"),
        // A domain of one role.
        (EN, "Gita", "restart the production servers", "Ask Eka and Fajar (away) first"),
        (ID, "Gita", "menyalakan ulang server produksi", "Tanya dulu Eka dan Fajar (tidak di tempat)"),
        (EN, "Citra", "change the help pages", "Ask Eka first"),
        (ID, "Citra", "ubah halaman bantuan", "Tanya dulu Eka"),
        (EN, "Eka", "open a new bank account", "Ask Budi first"),
        (ID, "Eka", "buka rekening bank baru", "Tanya dulu Budi"),
        (EN, "Eka", "agree with a shop on other terms", "Ask Citra and Dewi first"),
        (ID, "Ayu", "ubah halaman depan toko", "Lakukan saja: ini bagianmu"),
        // Work that others do, that one does oneself, that nobody does yet.
        (EN, "Gita", "sign the payment contract", "Ask Ayu and Budi first"),
        (ID, "Gita", "tandatangani kontrak pembayaran", "Tanya dulu Ayu dan Budi"),
        (EN, "Ayu", "sign the payment contract", "Do it, and tell Budi"),
        (ID, "Ayu", "tandatangani kontrak pembayaran", "Lakukan saja, dan beri tahu Budi"),
        (EN, "Fajar", "write the returns policy", "Ask Dewi and Gita first"),
        (ID, "Fajar", "tulis aturan pengembalian", "Tanya dulu Dewi dan Gita"),
        (EN, "Eka", "repair the office door", "Do it: nobody leads it yet"),
        (ID, "Eka", "perbaiki pintu kantor", "Lakukan saja: belum ada yang menanggungnya"),
        (EN, "Gita", "print flyers for the market", "Do it: nobody leads it yet"),
        // What a role does all the time.
        (EN, "Gita", "pay an invoice", "Ask Budi first"),
        (ID, "Gita", "bayar tagihan", "Tanya dulu Budi"),
        (EN, "Budi", "pay the wages", "Do it: it is yours"),
        (ID, "Dewi", "mengunjungi warung baru", "Lakukan saja: ini bagianmu"),
        (EN, "Gita", "enter the receipts of the week", "Propose it first: nobody holds Bookkeeping"),
        (ID, "Gita", "catat kuitansi", "Usulkan dulu: Pembukuan lowong"),
        // What is near is told, and what was before is read.
        (EN, "Citra", "move the stand-up to ten", "Propose it first: it was decided 2 w ago"),
        (EN, "Gita", "delete the old backups", "Do it, and tell Eka and Fajar (away)"),
        (EN, "Gita", "build an app for phones", "Do it, once you know why it was dropped before"),
        (ID, "Gita", "bikin aplikasi ponsel", "Lakukan saja, setelah tahu mengapa dulu dilepas"),
        // What is being decided, and what was.
        (
            EN,
            "Citra",
            "deliver on Saturdays",
            "Take part in what is open, proposed by Ayu; it closes Tue 24 Nov",
        ),
        (
            ID,
            "Citra",
            "mengantar hari Sabtu",
            "Ikut memutuskan yang terbuka, diusulkan Ayu; ditutup Sel 24 Nov",
        ),
        (EN, "Ayu", "deliver on Saturdays", "It is open, and you propose it: ask for what is still missing"),
        (EN, "Gita", "let shops pay in advance", "Take part in what is open, proposed by Budi"),
        (EN, "Gita", "answer shops until ten in the evening", "Propose it first: it was decided 5 w ago"),
        (ID, "Gita", "jawab warung sampai pukul sepuluh malam", "Usulkan dulu: sudah diputuskan 5 mgg lalu"),
        // What changes nothing, and what the board has nothing about.
        (EN, "Gita", "read the payment contract", "Do it: it changes nothing"),
        (ID, "Gita", "baca kontrak pembayaran", "Lakukan saja: tidak ada yang berubah karenanya"),
        (EN, "Eka", "plant a tree", "Do it"),
        (ID, "Eka", "menanam pohon", "Lakukan saja"),
        // How they decided to decide on it; a rule without a way is told and decides nothing.
        (
            EN,
            "Eka",
            "buy a printer",
            "Propose it first, if it is so much: Money above 500,000 rupiah is decided by consent",
        ),
        (
            ID,
            "Eka",
            "beli printer",
            "Usulkan dulu, jika memang sebanyak itu: Uang di atas 500.000 rupiah diputuskan dengan persetujuan",
        ),
        (
            EN,
            "Gita",
            "spend 700,000 rupiah of our money on a fair",
            "Propose it first: Money above 500,000 rupiah is decided by consent",
        ),
        (
            ID,
            "Gita",
            "mengeluarkan uang 700.000 rupiah untuk pameran",
            "Usulkan dulu: Uang di atas 500.000 rupiah diputuskan dengan persetujuan",
        ),
        (EN, "Eka", "call a shop after six", "Do it: it is yours"),
    ] {
        let said = team(language, who).may(question).unwrap().first;
        if said != first {
            wrong.push(format!("{who}: {question}: {said}"));
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn what_partners_owe_each_other_is_asked_of_them() {
    let mut session = team(EN, "Citra");
    let handle = |session: &Session, name: &str| session.find::<MemberId>(name).unwrap();
    let (citra, gita) = (handle(&session, "Citra"), handle(&session, "Gita"));
    let agreement = AgreementId(session.new_id());
    let wording = Wording {
        title: "The rehearsal piano".into(),
        text: "Half of it is Citra's, half of it Gita's".into(),
        parties: vec![citra, gita],
        about: vec!["the rehearsal piano".into(), "piano latihan".into()],
        ..Wording::default()
    };
    let kind = AgreementKind::Charter;
    session.perform(&Command::DraftAgreement(DraftAgreement { id: agreement, kind, wording })).unwrap();
    let first = |session: &mut Session, who: &str, question: &str| {
        session.act_as(Some(who)).unwrap();
        session.may(question).unwrap().first
    };
    let before = first(&mut session, "Eka", "sell the rehearsal piano");
    assert!(before.starts_with("Do it"), "{before}: it is not in force");
    session.act_as(Some("Gita")).unwrap();
    session.perform(&Command::AgreeTo(AgreeTo { agreement, version: None })).unwrap();
    for (who, question, said) in [
        ("Eka", "sell the rehearsal piano", "Ask Citra and Gita first"),
        ("Gita", "sell the rehearsal piano", "Ask Citra first"),
        ("Citra", "paint the rehearsal piano", "Ask Gita first"),
        ("Eka", "look at the rehearsal piano", "Do it: it changes nothing"),
    ] {
        assert_eq!(first(&mut session, who, question), said, "{who}: {question}");
    }
    words::choose_here(ID);
    assert_eq!(first(&mut session, "Eka", "jual piano latihan"), "Tanya dulu Citra dan Gita");
}

fn lines(asked: &Asked) -> Vec<String> {
    let line =
        |line: &Line| [&line.label, &line.called, &line.said, &line.aside].map(String::as_str).join("|");
    asked.lines.iter().map(line).collect()
}

#[test]
fn every_reason_names_what_bears_it() {
    let session = team(EN, "Gita");
    let asked = session.may("  sell on\nthe big   marketplace ").unwrap();
    assert_eq!(asked.question, "sell on the big marketplace");
    let why = "Their share would eat all that a small shop earns.";
    assert_eq!(lines(&asked), [format!("dropped|zuj|Sell through the big marketplace as well|{why}")]);
    let contract = lines(&session.may("sign the payment contract").unwrap());
    assert_eq!(contract[0], "task|bak|Sign the payment contract|Ayu and Budi");
    assert!(contract.contains(&"knows it|Dewi|contracts, negotiating|".to_owned()));
    let receipts = lines(&session.may("enter the receipts").unwrap());
    assert_eq!(receipts[0], "does|Bookkeeping|Entering every receipt within a week|nobody");
}

#[test]
fn of_what_was_said_last_the_first_line_is_told() {
    let mut session = team(EN, "Gita");
    let task = session.find::<TaskId>("bon").unwrap();
    let text = "\nTen suits nobody.\nWe tried it for a week.".to_owned();
    session.perform(&Command::Remark(Remark { task, text })).unwrap();
    let told = lines(&session.may("find another hour for the stand-up").unwrap());
    assert_eq!(told[0], "done|bon|Find a better hour for the stand-up|Ten suits nobody.");
}

#[test]
fn what_can_be_typed_next_follows_from_the_answer() {
    let session = team(EN, "Gita");
    let typed = |question: &str| -> Vec<String> {
        session.may(question).unwrap().ways.into_iter().map(|way| way.typed).collect()
    };
    assert_eq!(typed("repair the office door"), ["setara claim toh"]);
    assert_eq!(
        typed("enter the receipts"),
        ["setara may \"enter the receipts\" --ask", "setara role take gib"]
    );
    assert_eq!(typed("plant a \"$5\" tree"), [r#"setara add "Plant a \"\$5\" tree" --claim"#]);
    assert_eq!(typed("read the payment contract"), [""; 0]);
    let same = typed("change the price list");
    assert!(same[1].starts_with("setara settle O2:"), "{same:?}");
}

#[test]
fn who_leads_it_is_asked_in_a_remark() {
    let mut session = team(EN, "Gita");
    let asked = session.may("sign the payment contract").unwrap();
    session.ask_may(&asked).unwrap();
    let task = asked.lines[0].about.typed::<TaskId>().unwrap();
    let Some(Subject::Task(task)) = session.board().subject(task.into()).unwrap() else { panic!() };
    let said = "Is it all right with you if I do this: sign the payment contract?";
    assert_eq!(task.remarks.last().unwrap().text, said);
    assert_eq!(session.ask_may(&asked).unwrap_err().kind, ErrorKind::Unchanged, "once is enough");
}

#[test]
fn who_holds_it_is_waited_for_and_once_only() {
    let mut session = team(EN, "Gita");
    let question = "change the price list";
    let done = session.ask_may(&session.may(question).unwrap()).unwrap();
    let task = TaskId::from(done.subject.unwrap());
    let row = session.board().task_row(task).unwrap().unwrap();
    assert_eq!(row.title, "Change the price list");
    let waits = session.board().blockers_of(task).unwrap();
    let mut on: Vec<&str> = waits.iter().map(|row| row.on_member.as_ref().unwrap().1.as_str()).collect();
    on.sort_unstable();
    assert_eq!(on, ["Ayu", "Budi"]);
    // One asks all the same, and is told that one has.
    let again = session.may(question).unwrap();
    assert_eq!(again.first, "Ask Ayu and Budi first");
    let refused = session.ask_may(&again).unwrap_err();
    assert_eq!(refused.kind, ErrorKind::Unchanged);
    // It is one action.
    session.undo().unwrap();
    assert_eq!(session.board().task_row(task).unwrap(), None);
}

#[test]
fn what_nobody_holds_is_proposed_to_everybody_and_what_is_free_of_nobody() {
    let mut session = team(EN, "Gita");
    let done = session.ask_may(&session.may("enter the receipts").unwrap()).unwrap();
    let proposed = session.decision(done.subject.unwrap().into()).unwrap();
    assert_eq!(proposed.called(), Some("Enter the receipts"));
    assert_eq!(proposed.parties(None).len(), 7, "it is for all");
    let again = session.may("enter the receipts").unwrap();
    assert_eq!(again.first, "It is open, and you propose it: ask for what is still missing");
    let refused = session.ask_may(&session.may("plant a tree").unwrap()).unwrap_err();
    assert_eq!(refused.message, "there is nobody who has to be asked");
}

#[test]
fn what_names_nothing_is_no_question() {
    let session = team(EN, "Gita");
    for nothing in ["", "may I do it", "?!", "bolehkah saya"] {
        let refused = session.may(nothing).unwrap_err();
        assert_eq!(refused.kind, ErrorKind::Refused, "{nothing}");
    }
}

#[test]
fn whoever_is_nobody_yet_may_ask_what_others_have() {
    let session = team(EN, "Gita");
    let nobody = Session { me: None, ..session };
    assert_eq!(nobody.may("sign the payment contract").unwrap().first, "Ask Ayu and Budi first");
}
