use super::layout::Line;
use super::*;
use crate::cli::paper::Look;
use crate::inert::width;
use crate::words::choose_here;

fn plain(lines: &[Line]) -> Vec<String> {
    lines.iter().map(|line| line.iter().map(|(text, _)| text.as_str()).collect()).collect()
}

fn laid(document: &str, columns: usize) -> String {
    plain(&laid_out(document, columns)).join("\n")
}

#[test]
fn every_topic_is_there_in_both_languages_with_nothing_of_markdown_left() {
    for language in Language::ALL {
        choose_here(language);
        for topic in TOPICS {
            let text = topic.text();
            assert!(text.starts_with("# "), "{}: {text}", topic.name);
            for columns in [40, 80, 100] {
                for (line, at) in plain(&laid_out(&text, columns)).iter().zip(1..) {
                    let is_code = line.starts_with("      ");
                    let left = ["](", "<!--", "|---", "**", "src/", "assets/"];
                    let found = left.iter().find(|sign| line.contains(**sign));
                    assert!(found.is_none(), "{}:{at}: {found:?} in {line}", topic.name);
                    assert!(is_code || width(line) <= columns, "{}:{at}: {line}", topic.name);
                }
            }
        }
    }
}

#[test]
fn the_documents_of_both_languages_have_the_same_parts() {
    for topic in TOPICS {
        let signs = ["# ", "## ", "|", "```", "- ", "<!--"];
        let parts = |text: &str| -> Vec<&str> {
            text.lines().filter_map(|line| signs.into_iter().find(|sign| line.starts_with(sign))).collect()
        };
        assert_eq!(parts(&unpacked(topic.english)), parts(&unpacked(topic.indonesian)), "{}", topic.name);
    }
}

/// As the texts of the screens are held to.
#[test]
fn in_the_indonesian_manual_too_a_thing_has_one_name() {
    for topic in TOPICS {
        let text = unpacked(topic.indonesian).to_lowercase();
        for refused in ["pimpin", "keadaan", "bertanggung jawab", "urutan tarik", "tujuan peran"] {
            assert!(!text.contains(refused), "{}: {refused}", topic.name);
        }
        let accountability = text.replace("penanggung jawab", "").contains("tanggung jawab");
        assert!(!accountability, "{}", topic.name);
    }
}

#[test]
fn a_topic_is_found_by_its_name_in_both_languages() {
    assert!(topic("filters").is_some_and(|topic| topic.name == "filters"));
    assert!(topic("Saringan").is_some_and(|topic| topic.name == "filters"));
    assert!(topic("filter").is_none());
}

#[test]
fn every_rule_says_in_both_languages_what_it_asks_about() {
    let mut said = Vec::new();
    for language in Language::ALL {
        choose_here(language);
        let table = table("findings").unwrap();
        for rule in Rule::ALL {
            let row = table.lines().find(|row| row.starts_with(&format!("| {} |", rule.as_str()))).unwrap();
            let about = row.split(" | ").nth(2).unwrap().trim_end_matches(" |").to_owned();
            assert!(about.len() > 12, "{row}");
            said.push(about);
        }
    }
    let all = said.len();
    said.sort();
    said.dedup();
    assert_eq!(said.len(), all, "a rule is described as another one, or in one language as in the other");
}

#[test]
fn a_link_to_another_topic_is_what_can_be_typed() {
    let here = topic("words").unwrap();
    let read =
        linked("a [gap](tensions.md#x), a [word](words.md), [the record](record.md), [1] and [2](", here);
    assert_eq!(read, "a gap (`setara help tensions`), a word, the record, [1] and [2](");
}

#[test]
fn text_is_wrapped_behind_its_margin() {
    let document = "# Title\n\nOne two three\nfour *five* six.\n\n- an item that\n  goes on\n- another\n\n10. tenth one\n";
    assert_eq!(
        laid(document, 20),
        "Title\n\n  One two three four\n  five six.\n\n  - an item that\n    goes on\n  - another\n  10. tenth one"
    );
}

#[test]
fn code_stays_as_it_is_and_stands_further_in() {
    assert_eq!(
        laid("So:\n\n```console\n$ setara  tasks\n\n  two\n```\n", 20),
        "  So:\n\n      $ setara  tasks\n\n        two"
    );
}

#[test]
fn cells_stand_below_each_other_and_the_wide_ones_give_way() {
    let table = "| key | what it is for |\n|---|---|\n| `a\\|b` | short |\n| `c` | a sentence that is longer than its column |\n";
    assert_eq!(
        laid(table, 34),
        "  key  what it is for\n  a|b  short\n  c    a sentence that is longer\n       than its column"
    );
    // Without heads, and without room for two columns.
    let table = "| | |\n|---|---|\n| a rather long name | a sentence that is longer |\n";
    assert_eq!(laid(table, 22), "  a rather long name\n    a sentence that is\n    longer");
}

#[test]
fn looks_follow_the_signs() {
    let lines = laid_out("a *b* `c *d` \\* **e f**", 80);
    let looks: Vec<(&str, Look)> = lines[0].iter().map(|(text, look)| (text.as_str(), *look)).collect();
    assert_eq!(
        looks,
        [
            ("  ", Look::Plain),
            ("a ", Look::Plain),
            ("b", Look::Strong),
            (" ", Look::Plain),
            ("c *d", Look::Handle),
            (" * ", Look::Plain),
            ("e f", Look::Strong),
        ]
    );
}

#[test]
fn a_sign_in_a_sentence_is_quoted() {
    assert_eq!(
        laid("`-` for *not*, `,` for `or`\n\n| `-` | not |\n|---|---|\n", 60),
        "  ‘-’ for not, ‘,’ for or\n\n  -  not"
    );
}

#[test]
fn a_word_that_is_longer_than_the_line_is_broken() {
    assert_eq!(laid("abcdefgh ij", 6), "  abcd\n  efgh\n  ij");
}
