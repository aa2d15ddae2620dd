//! The texts of one language, each unpacked and parsed when it is first said: a command says some twenty of two thousand.

use std::sync::{Mutex, OnceLock, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_typed::prelude::L10nError;

use crate::packed::unpacked;

/// Stands in the generated code for its library's bundle of the same name, which parses all texts at once.
pub(super) struct L10nBundle {
    /// In the order of their names.
    pieces: Vec<Piece>,
    /// Those that have been said.
    parsed: Mutex<FluentBundle<FluentResource>>,
}

/// A message that was said. The generated code unwraps it in thousands of places: here there is nothing to check in any.
pub(super) struct Said(String);

impl Said {
    pub(super) fn unwrap(self) -> String {
        self.0
    }
}

/// Some messages, sorted by name.
struct Piece {
    first: String,
    packed: Vec<u8>,
    texts: OnceLock<Texts>,
}

/// The messages of a piece, each closed by a NUL.
struct Texts {
    whole: String,
    /// Where each ends.
    ends: Vec<usize>,
}

impl L10nBundle {
    /// The texts of a language as the build lays them out: a line for each piece, with the name of its first message and how
    /// many bytes it is packed in; an empty line; and the pieces.
    pub(super) fn new_without_isolation(lang: impl AsRef<str>, texts: &[u8]) -> Result<Self, L10nError> {
        let lang = lang.as_ref();
        let language = lang
            .parse()
            .map_err(|e| L10nError::InvalidLanguage { lang: lang.to_owned(), reason: format!("{e:?}") })?;
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        bundle.add_builtins().map_err(|e| L10nError::Builtins(format!("{e:?}")))?;
        Ok(L10nBundle { pieces: pieces(texts).unwrap_or_default(), parsed: Mutex::new(bundle) })
    }

    /// The message of this name, with its arguments filled in.
    pub(super) fn msg(&self, name: &str, args: Option<FluentArgs>) -> Said {
        Said(self.filled_in(name, args).expect("the build checked each message"))
    }

    fn filled_in(&self, name: &str, args: Option<FluentArgs>) -> Result<String, L10nError> {
        let missing = || L10nError::MessageNotFound { id: name.to_owned() };
        let mut parsed = self.parsed.lock().unwrap_or_else(PoisonError::into_inner);
        if !parsed.has_message(name) {
            let source = self.source(name).ok_or_else(missing)?;
            let resource = FluentResource::try_new(source.to_owned())
                .map_err(|(_, errors)| L10nError::ResourceParse(said(&errors)))?;
            parsed.add_resource(resource).map_err(|errors| L10nError::AddResource(said(&errors)))?;
        }
        let pattern = parsed.get_message(name).and_then(|message| message.value()).ok_or_else(missing)?;
        let mut errors = Vec::new();
        let text = parsed.format_pattern(pattern, args.as_ref(), &mut errors).into_owned();
        match errors.is_empty() {
            true => Ok(text),
            false => Err(L10nError::Format { id: name.to_owned(), attribute: None, errors: said(&errors) }),
        }
    }

    /// A message as it is written, name and all.
    fn source(&self, name: &str) -> Option<&str> {
        let after = self.pieces.partition_point(|piece| *piece.first <= *name);
        let texts = self.pieces.get(after.checked_sub(1)?)?.texts();
        let nth = texts.ends.binary_search_by(|end| self::name(texts.ending(*end)).cmp(name)).ok()?;
        Some(texts.ending(texts.ends[nth]))
    }
}

impl Piece {
    fn texts(&self) -> &Texts {
        self.texts.get_or_init(|| {
            let whole = unpacked(&self.packed);
            let ends = whole.match_indices('\0').map(|(end, _)| end).collect();
            Texts { whole, ends }
        })
    }
}

impl Texts {
    /// The message that ends here.
    fn ending(&self, end: usize) -> &str {
        let before = &self.whole[..end];
        &before[before.rfind('\0').map_or(0, |nul| nul + 1)..]
    }
}

/// The pieces of what the build laid out; `None` where it is something else.
fn pieces(mut texts: &[u8]) -> Option<Vec<Piece>> {
    let mut line = || {
        let end = texts.iter().position(|byte| *byte == b'\n')?;
        let line = std::str::from_utf8(&texts[..end]).ok();
        texts = &texts[end + 1..];
        line
    };
    let mut named = Vec::new();
    while let Some((first, length)) = line()?.split_once(' ') {
        named.push((first, length.parse().ok()?));
    }
    let piece = |(first, length): (&str, usize)| {
        let (packed, rest) = texts.split_at_checked(length)?;
        texts = rest;
        Some(Piece { first: first.to_owned(), packed: packed.to_vec(), texts: OnceLock::new() })
    };
    named.into_iter().map(piece).collect()
}

fn name(message: &str) -> &str {
    message.split_once(' ').map_or(message, |(name, _)| name)
}

fn said(errors: &[impl std::fmt::Debug]) -> Vec<String> {
    errors.iter().map(|error| format!("{error:?}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn each_message_can_be_parsed_by_itself() {
        for language in Language::ALL {
            let bundle = L10nBundle::new_without_isolation(language.as_str(), language.texts()).unwrap();
            let pieces = bundle.pieces.iter().map(Piece::texts);
            let messages: Vec<&str> =
                pieces.flat_map(|texts| texts.ends.iter().map(|end| texts.ending(*end))).collect();
            assert!(messages.len() > 1000 && messages.is_sorted_by_key(|message| name(message)));
            for message in messages {
                let resource = FluentResource::try_new(message.to_owned());
                let resource = resource.unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", name(message)));
                assert_eq!(resource.entries().count(), 1, "{}", name(message));
                assert_eq!(bundle.source(name(message)), Some(message));
            }
        }
    }

    #[test]
    fn a_message_that_is_not_there_is_an_error() {
        let bundle = L10nBundle::new_without_isolation("en", Language::English.texts()).unwrap();
        for name in ["", "aaaa", "zzzz"] {
            assert!(matches!(bundle.filled_in(name, None), Err(L10nError::MessageNotFound { .. })), "{name}");
        }
        assert!(matches!(bundle.filled_in("finding-o6", None), Err(L10nError::Format { .. })));
    }

    #[test]
    fn what_the_build_did_not_lay_out_has_no_messages() {
        for texts in [&b""[..], b"a", b"a 3\n", b"a 3\n\nab", b"a x\n\n", b"\xff 1\n\nx"] {
            assert!(pieces(texts).is_none(), "{texts:?}");
        }
        assert_eq!(pieces(b"\n").map(|pieces| pieces.len()), Some(0));
    }
}
