use super::*;
use crate::exchange::read;

fn table(text: &str) -> Import {
    read(text.as_bytes(), &Options::default()).unwrap()
}

fn found(import: &Import) -> Vec<(&str, &str)> {
    import.bundle.tasks.iter().map(|task| (&*task.title, &*task.state)).collect()
}

fn fields_left_out(import: &Import) -> Vec<&str> {
    let fields = import.left_out.iter().filter_map(|lost| match &lost.kind {
        Lost::Field(name) => Some(name.as_str()),
        _ => None,
    });
    fields.collect()
}

#[test]
fn every_delimiter_and_quote_is_read() {
    for text in [
        "Task,Owner,Status,Due\n\"Paint, twice\",ana,Doing,2026-12-24\n\"Buy \"\"locks\"\"\",,To do,\n",
        "Task;Owner;Status;Due\nPaint, twice;ana;Doing;2026-12-24\nBuy \"locks\";;To do;\n",
        "Task\tOwner\tStatus\tDue\nPaint, twice\tana\tDoing\t2026-12-24\nBuy \"locks\"\t\tTo do\t\n",
        "sep=;\nTask;Owner;Status;Due\nPaint, twice;ana;Doing;2026-12-24\nBuy \"locks\";;To do;\n",
        "Plan for December\n\nTask,Owner,Status,Due\n\"Paint, twice\",ana,Doing,24.12.2026\n\"Buy \"\"locks\"\"\",,To do,\n",
        "| Task | Owner | Status | Due |\n|---|:--|---|---|\n| Paint, twice | ana | Doing | 2026-12-24 |\n| Buy \"locks\" | | To do | |\n",
    ] {
        let import = table(text);
        assert_eq!(import.source, Source::Table);
        assert_eq!(found(&import), [("Paint, twice", "doing"), ("Buy \"locks\"", "open")], "{text}");
        let paint = &import.bundle.tasks[0];
        assert_eq!(
            (&*paint.claims[0].member, paint.due),
            ("csv:member:ana", Some("2026-12-24".parse().unwrap())),
            "{text}"
        );
    }
}

#[test]
fn columns_repeat_and_what_has_no_place_is_named() {
    let import = table(
        "Issue key,Issue id,Summary,Status,Labels,Labels,Inward issue link (Blocks),Comment,Story points\n\
         S-1,1,a,Done,x,y,,24/Nov/26 10:00 AM;ana;Done; really,3\nS-2,2,b,To Do,x,,S-1,,\nS-3,3,c,To Do,,,\"S-2, S-9\",,,more\nS-4,4,d,Open,,,S-4,,\n",
    );
    let tasks = &import.bundle.tasks;
    assert_eq!((&*tasks[0].key, &tasks[0].tags[..]), ("csv:S-1", &["x".to_owned(), "y".to_owned()][..]));
    assert_eq!(
        (tasks[0].remarks[0].by.as_deref(), &*tasks[0].remarks[0].text),
        (Some("csv:member:ana"), "Done; really")
    );
    assert_eq!(tasks[1].blockers[0].on, Some(WaitsOn::Task("csv:S-1".into())));
    assert_eq!(tasks[2].blockers[1].on, Some(WaitsOn::Other("S-9".into())));
    assert_eq!(fields_left_out(&import), ["Issue id", "Story points"]);
    let lost: Vec<_> = import.left_out.iter().map(|lost| &lost.kind).collect();
    assert!(lost.contains(&&Lost::CellWithoutColumn) && lost.contains(&&Lost::OwnDependency), "{lost:?}");
    let shown = import.summary().join("\n");
    assert!(shown.contains("Summary → title") && shown.contains("Story points (1)"), "{shown}");
}

#[test]
fn the_list_is_the_column_and_a_status_finishes_it() {
    let import =
        table("Title,Column,Status\na,Work in progress,Open\nb,Work in progress,Closed\nc,Backlog,Open\n");
    assert_eq!(found(&import), [("a", "doing"), ("b", "done"), ("c", "open")]);
    let import = table("Name,Completed,Owner\na,TRUE,\nb,false,\n");
    assert_eq!(found(&import), [("a", "done"), ("b", "open")]);
    assert!(import.left_out.is_empty(), "{:?}", import.left_out);
}

#[test]
fn what_columns_mean_can_be_said() {
    let text = b"Was,Wer,Rang\nStreichen,Ana,1\n";
    assert!(read(text, &Options::default()).is_err());
    let told = ["Was=title", "wer=lead", "Rang=tags"].map(|told| Told::parse(told).unwrap());
    let import = read(text, &Options { columns: told.to_vec(), ..Options::default() }).unwrap();
    let task = &import.bundle.tasks[0];
    assert_eq!((&*task.title, &*task.claims[0].member, &*task.tags[0]), ("Streichen", "csv:member:Ana", "1"));

    let told = vec![Told::parse("Wer=lead").unwrap()];
    let error = read(text, &Options { columns: told, ..Options::default() }).unwrap_err();
    assert!(matches!(error, ImportError::NoTitle { .. }), "{error:?}");
    let told = vec![Told::parse("Wo=title").unwrap()];
    let error =
        read(b"Task,Owner\na,b\n", &Options { columns: told.clone(), ..Options::default() }).unwrap_err();
    assert!(matches!(error, ImportError::UnknownColumn { .. }), "{error:?}");
    let error = read(br#"[{"number": 1, "title": "a"}]"#, &Options { columns: told, ..Options::default() })
        .unwrap_err();
    assert!(matches!(error, ImportError::UnknownColumn { .. }), "{error:?}");
}

#[test]
fn days_are_read_in_the_order_of_the_file_and_doubt_is_said() {
    let due = |text: &str| {
        let import = table(text);
        let dues: Vec<String> =
            import.bundle.tasks.iter().map(|task| task.due.unwrap().to_string()).collect();
        (dues, import.notes.iter().any(|note| note.kind == Noted::DayFirst))
    };
    let days = |days: [&str; 2]| days.map(str::to_owned).to_vec();
    assert_eq!(due("Task,Due\na,3/4/2026\nb,12/24/2026\n"), (days(["2026-03-04", "2026-12-24"]), false));
    assert_eq!(due("Task,Due\na,3/4/2026\nb,24/12/2026\n"), (days(["2026-04-03", "2026-12-24"]), false));
    assert_eq!(due("Task,Due\na,3/4/2026\nb,4/4/2026\n"), (days(["2026-04-03", "2026-04-04"]), true));
}

#[test]
fn a_comma_parts_people_where_they_are_whole_names() {
    let members = |text: &str| -> Vec<String> {
        table(text).bundle.members.into_iter().map(|member| member.name).collect()
    };
    assert_eq!(members("Task,Owner\na,\"Lestari, Ayu\"\n"), ["Lestari, Ayu"]);
    assert_eq!(members("Task,Owner\na,\"Ana, Budi\"\nb,Ana\n"), ["Ana", "Budi"]);
    assert_eq!(members("Task,Members\na,\"Ana, Budi\"\n"), ["Ana", "Budi"]);
    assert_eq!(members("Task,Owner\na,\"Ayu Lestari, Budi Santoso\"\n"), ["Ayu Lestari", "Budi Santoso"]);
}

#[test]
fn a_file_that_was_cut_inside_of_a_cell_is_refused() {
    let error = read(b"Task,Notes\na,\"one\ntwo\nb,three\n", &Options::default()).unwrap_err();
    assert!(matches!(error, ImportError::Truncated { .. }), "{error:?}");
    assert_eq!(found(&table("Task,Notes\na,\"one\ntwo\"\nb,3\" wide\n")).len(), 2);
}

#[test]
fn the_board_s_own_table_comes_back() {
    let board = Bundle {
        tasks: vec![Task {
            key: "t".into(),
            title: "=Paint".into(),
            state: "doing".into(),
            tags: vec!["x".into(), "y z".into()],
            due: Some("2026-12-24".parse().unwrap()),
            ..Task::default()
        }],
        ..Bundle::new()
    };
    let import = table(&crate::exchange::write(&board, crate::exchange::Format::Csv));
    let task = &import.bundle.tasks[0];
    assert_eq!((&*task.title, &*task.state, &task.tags), ("=Paint", "doing", &board.tasks[0].tags));
    assert_eq!(task.due, board.tasks[0].due);
}

#[test]
fn other_encodings_are_read_and_said() {
    let import = read(b"Aufgabe;Zust\xe4ndig\nT\xfcr streichen;J\xfcrgen\n", &Options::default()).unwrap();
    assert_eq!(import.bundle.tasks[0].title, "Tür streichen");
    assert_eq!(import.bundle.members[0].name, "Jürgen");
    assert_eq!(import.notes[0].kind, Noted::Encoding);
}
