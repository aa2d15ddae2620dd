//! Somebody changes the board's file with SQL: plain `doctor` finds it, nothing forged is ever adopted, and every command
//! works truly or says what is wrong.

use ed25519_dalek::SigningKey;
use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};

use super::place::Place;
use super::sample::{Seen, sample, writes_truly};
use super::share::some;
use super::snapshot::Snapshot;
use super::tally::Tally;

/// What nobody on the team ever wrote.
const FORGED: &str = "Forged by somebody";

/// What is expected after `doctor --rebuild`.
#[derive(Clone, Copy, PartialEq)]
enum After {
    /// The tables are what the journal says again, and all is well.
    Healed,
    /// The journal itself is not what it was: that stays said, and what was forged is not shown.
    StillSaid,
    /// Either.
    Either,
}

type Strike = fn(&Connection) -> rusqlite::Result<()>;

const STRIKES: &[(&str, After, Strike)] = &[
    ("a line edited", After::StillSaid, |sql| {
        let (n, line) = some_line(sql, "Visit shop 3")?;
        set_line(sql, n, &line.replace("Visit shop 3 at the market", FORGED))
    }),
    ("a line and its id edited", After::StillSaid, |sql| {
        let (n, line) = some_line(sql, "Visit shop 3")?;
        let line = line.replace("Visit shop 3 at the market", FORGED);
        sql.execute("UPDATE journal SET line = ?1, id = ?2 WHERE n = ?3", params![line, id_of(&line), n])?;
        Ok(())
    }),
    ("the newest line and its id edited, and the tables with them", After::StillSaid, |sql| {
        let (n, line) = newest(sql, "task.added")?;
        let title = between(&line, "\"title\":\"", "\"");
        let line = line.replace(&title, FORGED);
        sql.execute("UPDATE journal SET line = ?1, id = ?2 WHERE n = ?3", params![line, id_of(&line), n])?;
        sql.execute("UPDATE task SET title = ?1 WHERE title = ?2", [FORGED, &title])?;
        Ok(())
    }),
    ("the author's column edited", After::Either, |sql| {
        batch(sql, "UPDATE journal SET author = (SELECT id FROM member WHERE name = 'Citra')
            WHERE n = (SELECT n FROM journal WHERE kind = 'task.added' AND author = (SELECT id FROM member WHERE name = 'Budi') LIMIT 1)")
    }),
    ("the subject's column edited", After::Either, |sql| {
        batch(sql, "UPDATE journal SET subject = (SELECT subject FROM journal WHERE kind = 'task.added' ORDER BY n DESC LIMIT 1)
            WHERE n = (SELECT n FROM journal WHERE kind = 'task.added' ORDER BY n LIMIT 1)")
    }),
    ("the kind's column edited", After::Either, |sql| {
        batch(
            sql,
            "UPDATE journal SET kind = 'task.renewed' WHERE n = (SELECT min(n) FROM journal WHERE kind = 'task.claimed')",
        )
    }),
    ("the sequence's column edited", After::Either, |sql| {
        batch(sql, "UPDATE journal SET seq = 1000 WHERE n = 12")
    }),
    ("the clock's column edited", After::Either, |sql| {
        batch(sql, "UPDATE journal SET lamport = 1 WHERE n = 20")
    }),
    ("the time's column edited", After::Either, |sql| {
        batch(sql, "UPDATE journal SET at = at - 86400000 WHERE n = 15")
    }),
    ("the action's column edited", After::Either, |sql| {
        batch(sql, "UPDATE journal SET action = action - 1 WHERE n = 18")
    }),
    ("a record deleted in the middle", After::StillSaid, |sql| {
        let (n, _) = some_line(sql, "Visit shop 4")?;
        sql.execute("DELETE FROM journal WHERE n = ?1", [n])?;
        Ok(())
    }),
    ("the newest record deleted", After::StillSaid, |sql| {
        batch(sql, "DELETE FROM journal WHERE n = (SELECT max(n) FROM journal)")
    }),
    ("the last action cut back with counts in step", After::StillSaid, |sql| {
        batch(sql, "DELETE FROM journal WHERE action = (SELECT max(action) FROM journal)")?;
        in_step(sql)
    }),
    ("a record forged with right hash and chain", After::StillSaid, |sql| {
        let (_, line) = newest(sql, "")?;
        let (replica, seq, lamport, at): (i64, i64, i64, i64) = sql.query_row(
            "SELECT replica, seq, lamport, at FROM journal ORDER BY n DESC LIMIT 1",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
        )?;
        let (board, of, author) = (field(&line, "b"), field(&line, "r"), field(&line, "a"));
        let task = uuid::Uuid::now_v7();
        let line = format!(
            r#"{{"v":1,"b":"{board}","r":"{of}","s":{},"l":{},"w":{at},"p":"{}","a":"{author}","t":"{task}","k":"task.added","x":[],"d":{{"title":"{FORGED}","rank":"zz"}}}}"#,
            seq + 1,
            lamport + 1,
            hex(&id_of(&line)),
        );
        let n: i64 = sql.query_row("SELECT max(n) + 1 FROM journal", [], |row| row.get(0))?;
        insert(sql, n, n, &line, replica)?;
        in_step(sql)
    }),
    ("two lines exchanged", After::Healed, |sql| {
        let ((a, one), (b, two)) = (some_line(sql, "Visit shop 3")?, some_line(sql, "Visit shop 4")?);
        set_line(sql, a, &two)?;
        set_line(sql, b, &one)
    }),
    ("a task's title in its table edited", After::Healed, |sql| {
        sql.execute("UPDATE task SET title = ?1 WHERE title LIKE 'Visit shop 5%'", [FORGED])?;
        Ok(())
    }),
    ("a claim given to somebody else in its table", After::Healed, |sql| {
        batch(
            sql,
            "UPDATE claim SET member = (SELECT id FROM member WHERE name = 'Citra')
            WHERE member = (SELECT id FROM member WHERE name = 'Ayu')",
        )
    }),
    ("a kept count edited", After::Healed, |sql| batch(sql, "UPDATE tally SET n = n + 7")),
    ("a finding deleted", After::Healed, |sql| {
        batch(sql, "DELETE FROM finding WHERE key = (SELECT min(key) FROM finding)")
    }),
    ("a settlement edited", After::Healed, |sql| {
        sql.execute("UPDATE settlement SET reason = ?1", [FORGED])?;
        Ok(())
    }),
    ("a member's name edited", After::Healed, |sql| {
        sql.execute("UPDATE member SET name = ?1 WHERE name = 'Citra'", [FORGED])?;
        Ok(())
    }),
    ("a row of a derived table deleted", After::Healed, |sql| {
        batch(sql, "PRAGMA foreign_keys = ON; DELETE FROM task WHERE title LIKE 'Visit shop 7%'")
    }),
    ("a trigger that ignores what is written", After::Either, |sql| {
        batch(sql, "CREATE TRIGGER quiet BEFORE INSERT ON journal BEGIN SELECT raise(IGNORE); END")
    }),
    ("a trigger that ignores changes of tasks", After::Either, |sql| {
        batch(sql, "CREATE TRIGGER still BEFORE INSERT ON task BEGIN SELECT raise(IGNORE); END")
    }),
    ("a view replaced", After::Either, |sql| {
        batch(sql, "DROP VIEW board; CREATE VIEW board AS SELECT 'all' AS handle, 'is well' AS title")
    }),
    ("an index dropped", After::Either, |sql| batch(sql, "DROP INDEX journal_subject")),
    ("the search emptied", After::Healed, |sql| {
        batch(sql, "INSERT INTO search (search) VALUES ('delete-all')")
    }),
    ("the highest clock lowered", After::Either, |sql| {
        batch(sql, "UPDATE meta SET value = 1 WHERE key = 'lamport'")
    }),
    ("the version of the tables lowered", After::Either, |sql| batch(sql, "PRAGMA user_version = 3")),
    ("the version of the tables raised", After::Either, |sql| batch(sql, "PRAGMA user_version = 999")),
    ("the replica's public key exchanged", After::StillSaid, |sql| {
        let other = SigningKey::from_bytes(&[7; 32]);
        sql.execute("UPDATE replica SET public = ?1", [other.verifying_key().to_bytes().to_vec()])?;
        Ok(())
    }),
    ("everything written again under another replica", After::StillSaid, |sql| {
        let other = SigningKey::from_bytes(&[7; 32]).verifying_key().to_bytes();
        let replica = Sha256::digest(other)[..16].to_vec();
        let lines: Vec<(i64, String)> = {
            let mut statement = sql.prepare("SELECT n, line FROM journal ORDER BY n")?;
            statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?
        };
        let mut previous = "0".repeat(64);
        let (mut new_ids, mut last): (Vec<(String, String)>, Vec<u8>) = (Vec::new(), Vec::new());
        for (seq, (n, line)) in lines.iter().enumerate() {
            let mut line = line.replace(&field(line, "r"), &hex(&replica));
            line =
                line.replace(&format!("\"p\":\"{}\"", field(&line, "p")), &format!("\"p\":\"{previous}\""));
            line = line.replace(&format!("\"s\":{},", number(&line, "s")), &format!("\"s\":{},", seq + 1));
            for (old, new) in &new_ids {
                line = line.replace(old, new);
            }
            let id = id_of(&line);
            previous = hex(&id);
            new_ids.push((hex(&id_of(&lines[seq].1)), previous.clone()));
            sql.execute(
                "UPDATE journal SET id = ?1, line = ?2, seq = ?3, replica = (SELECT min(n) FROM replica) WHERE n = ?4",
                params![id, line, seq as i64 + 1, n],
            )?;
            last = id;
        }
        batch(sql, "DELETE FROM replica WHERE n > (SELECT min(n) FROM replica)")?;
        sql.execute(
            "UPDATE replica SET id = ?1, public = ?2, count = ?3, last = ?4",
            params![replica, other.to_vec(), lines.len() as i64, last],
        )?;
        Ok(())
    }),
];

fn batch(sql: &Connection, statements: &str) -> rusqlite::Result<()> {
    sql.execute_batch(statements)
}

/// The first line that holds a text.
fn some_line(sql: &Connection, text: &str) -> rusqlite::Result<(i64, String)> {
    sql.query_row(
        "SELECT n, line FROM journal WHERE instr(line, ?1) AND kind = 'task.added' ORDER BY n LIMIT 1",
        [text],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// The newest line of a kind; of any kind where none is named.
fn newest(sql: &Connection, kind: &str) -> rusqlite::Result<(i64, String)> {
    sql.query_row(
        "SELECT n, line FROM journal WHERE kind = ?1 OR ?1 = '' ORDER BY n DESC LIMIT 1",
        [kind],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

fn set_line(sql: &Connection, n: i64, line: &str) -> rusqlite::Result<()> {
    sql.execute("UPDATE journal SET line = ?1 WHERE n = ?2", params![line, n])?;
    Ok(())
}

fn insert(sql: &Connection, n: i64, action: i64, line: &str, replica: i64) -> rusqlite::Result<()> {
    let blob = |name: &str| uuid::Uuid::parse_str(&field(line, name)).expect("an id").into_bytes().to_vec();
    sql.execute(
        "INSERT INTO journal (n, id, replica, seq, lamport, at, author, subject, kind, action, line)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        params![
            n,
            id_of(line),
            replica,
            number(line, "s"),
            number(line, "l"),
            number(line, "w"),
            blob("a"),
            blob("t"),
            field(line, "k"),
            action,
            line
        ],
    )?;
    Ok(())
}

/// Counts and tips as the journal has them now: who forges does not forget them.
fn in_step(sql: &Connection) -> rusqlite::Result<()> {
    batch(
        sql,
        "UPDATE replica SET
           count = (SELECT count(*) FROM journal j WHERE j.replica = replica.n),
           last = (SELECT j.id FROM journal j WHERE j.replica = replica.n ORDER BY j.seq DESC LIMIT 1);
         UPDATE meta SET value = (SELECT max(lamport) FROM journal) WHERE key = 'lamport';",
    )
}

fn id_of(line: &str) -> Vec<u8> {
    Sha256::digest(line.as_bytes()).to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn between(text: &str, before: &str, after: &str) -> String {
    let rest = text.split_once(before).map_or("", |(_, rest)| rest);
    rest.split_once(after).map_or("", |(found, _)| found).to_owned()
}

/// A text of the line's top level.
fn field(line: &str, name: &str) -> String {
    between(line, &format!("\"{name}\":\""), "\"")
}

fn number(line: &str, name: &str) -> i64 {
    between(line, &format!("\"{name}\":"), ",").parse().expect("a number")
}

#[test]
fn whatever_is_changed_with_sql_is_found() {
    let tally = Tally::new("tampering", &["unsaid", "adopted", "forgotten", "unhealed", "lost", "ill"]);
    let place = sample();
    place.is_well(&tally, "before");
    let snapshot = Snapshot::of(place.folder());
    let before = Seen::of(&place, &tally, "nothing");
    for (name, after, strike) in some(STRIKES) {
        let strike_again = || {
            snapshot.restore();
            let sql = place.sql();
            sql.pragma_update(None, "foreign_keys", false).unwrap();
            if let Err(error) = strike(&sql) {
                tally.fault("impossible", format!("{name}: {error}"));
            }
            sql.close().unwrap();
        };
        strike_again();
        found(&place, &tally, name);
        Seen::of(&place, &tally, name);
        writes_truly(&place, &tally, name);
        strike_again();
        rebuilt(&place, &tally, name, *after, &before);
        tally.count("tamperings", 1);
    }
    tally.end();
}

/// Plain `doctor` finds it.
fn found(place: &Place, tally: &Tally, name: &str) {
    let doctor = place.run(&["doctor"]).after(name);
    tally.look(&doctor);
    if doctor.code != Some(1) {
        tally.fault("unsaid", format!("{name}: {}", doctor.describe()));
    }
}

/// What `doctor --rebuild` makes of it.
fn rebuilt(place: &Place, tally: &Tally, name: &str, after: After, before: &Seen) {
    let first = place.run(&["doctor", "--rebuild"]).after(name);
    tally.look(&first);
    let second = place.run(&["doctor", "--rebuild"]).after(name);
    tally.look(&second);
    let plain = place.run(&["doctor"]).after(name);
    tally.look(&plain);
    let seen = Seen::of(place, tally, name);
    let said = |what: &str| format!("{name}: {what}\n{}", plain.describe());
    if seen.says(FORGED) {
        tally.fault("adopted", said("what was forged is shown after a rebuild"));
    }
    if after == After::StillSaid && (second.is_done() || plain.is_done()) {
        tally.fault("forgotten", said("after a rebuild all is well"));
    }
    if after == After::Healed && !plain.is_done() {
        tally.fault("unhealed", said("after a rebuild doctor is not content"));
    }
    let differences = seen.differences(before);
    if plain.is_done() && !differences.is_empty() {
        tally.fault("unsaid", said(&format!("after a rebuild: {}", differences.join("\n"))));
    }
    if after == After::Healed && !differences.is_empty() {
        tally.fault("unhealed", said(&differences.join("\n")));
    }
}
