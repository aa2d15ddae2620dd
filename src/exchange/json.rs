//! The export that loses nothing: the whole bundle as JSON. Reading it back gives an equal bundle.

use serde::Deserialize;

use super::bundle::{self, Bundle, VERSION};
use super::detect::{File, Format};
use super::error::ImportError;
use super::import::{Gathered, Import, Options, Source};
use super::item::Item;
use super::tally::Lost;
use crate::inert::json_text;

/// The export of a board of Setara.
pub(super) const FORMAT: Format = Format { is_json: true, has_lists: false, recognises, read };

fn recognises(file: &File) -> bool {
    let is_ours = |item: &Item| item.text("format").as_deref() == Some(bundle::FORMAT);
    file.json().and_then(|json| json.root()).is_some_and(is_ours)
}

/// The bundle as indented JSON, fields and items in the bundle's own order.
pub(super) fn write(bundle: &Bundle) -> String {
    let bundle = Bundle { format: bundle::FORMAT.to_owned(), version: VERSION, ..bundle.clone() };
    let mut text =
        serde_json::to_string_pretty(&bundle).expect("a bundle has text keys and finite numbers or null");
    text.push('\n');
    json_text(text)
}

/// Reads an export of this or an older version.
fn read(file: &File, options: &Options) -> Result<Import, ImportError> {
    #[derive(Deserialize)]
    struct Head {
        version: u32,
    }
    // The version first: a newer export may have a shape that fails to parse.
    let head: Head = serde_json::from_str(file.text).map_err(|error| ImportError::json(&error))?;
    if head.version > VERSION {
        return Err(ImportError::NewerVersion { found: head.version, known: VERSION });
    }
    let mut bundle: Bundle = serde_json::from_str(file.text).map_err(|error| ImportError::json(&error))?;
    let gathered = Gathered::new();
    if options.no_claims {
        for task in &mut bundle.tasks {
            gathered.lost.add_many(Lost::Claim, task.claims.len() + task.offers.len(), &task.title);
            task.claims.clear();
            task.offers.clear();
        }
    }
    Ok(gathered.import(Source::Setara, Vec::new(), bundle))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::bundle::{Claim, Goal, Member, Reading, Task};
    use crate::exchange::{self, Format};

    fn board() -> Bundle {
        Bundle {
            format: bundle::FORMAT.into(),
            version: VERSION,
            name: Some("Warung".into()),
            members: vec![Member {
                key: "m".into(),
                name: "Ayu \u{7} \"x\" \u{202e}".into(),
                ..Member::default()
            }],
            goals: vec![Goal {
                key: "g".into(),
                baseline: Some(0.1),
                readings: vec![Reading { date: "2026-11-21".parse().unwrap(), value: 1e300 }],
                ..Goal::default()
            }],
            tasks: vec![Task {
                key: "t".into(),
                title: "a\n\u{1b}[1m".into(),
                since: Some("2026-11-21T09:31:00.123Z".parse().unwrap()),
                claims: vec![Claim { member: "m".into(), part: "lead".into(), ..Claim::default() }],
                ..Task::default()
            }],
            ..Bundle::default()
        }
    }

    #[test]
    fn an_export_read_back_is_equal() {
        let text = exchange::write(&board(), Format::Json);
        let import = exchange::read(text.as_bytes(), &Options::default()).unwrap();
        assert_eq!(import.source, Source::Setara);
        assert_eq!(import.bundle, board());
        assert_eq!(exchange::write(&import.bundle, Format::Json), text);
    }

    #[test]
    fn a_newer_export_is_refused_before_its_shape_matters() {
        let text = br#"{"format": "setara-board", "version": 2, "members": "elsewhere"}"#;
        let error = exchange::read(text, &Options::default()).unwrap_err();
        assert_eq!(error, ImportError::NewerVersion { found: 2, known: 1 });
    }

    #[test]
    fn claims_stay_out_when_they_are_not_wanted() {
        let text = exchange::write(&board(), Format::Json);
        let options = Options { no_claims: true, ..Options::default() };
        let import = exchange::read(text.as_bytes(), &options).unwrap();
        assert!(import.bundle.tasks[0].claims.is_empty());
        assert_eq!((&import.left_out[0].kind, import.left_out[0].count), (&Lost::Claim, 1));
    }
}
