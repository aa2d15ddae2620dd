//! The texts of one language, each parsed when it is first said: a command says some twenty of two thousand.

use std::sync::{Mutex, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_typed::prelude::L10nError;

/// Stands in the generated code for its library's bundle of the same name, which parses all texts at once.
pub(super) struct L10nBundle {
    texts: String,
    /// Where each message ends in `texts`. They are sorted by name, as the build wrote them.
    ends: Vec<usize>,
    /// Those that have been said.
    parsed: Mutex<FluentBundle<FluentResource>>,
}

impl L10nBundle {
    /// The texts of a language as the build lays them out: sorted by name, each closed by a NUL.
    pub(super) fn new_without_isolation(lang: impl AsRef<str>, texts: &[u8]) -> Result<Self, L10nError> {
        let texts = String::from_utf8(texts.to_vec()).map_err(L10nError::InvalidUtf8)?;
        let lang = lang.as_ref();
        let language = lang
            .parse()
            .map_err(|e| L10nError::InvalidLanguage { lang: lang.to_owned(), reason: format!("{e:?}") })?;
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        bundle.add_builtins().map_err(|e| L10nError::Builtins(format!("{e:?}")))?;
        let ends = texts.match_indices('\0').map(|(end, _)| end).collect();
        Ok(L10nBundle { texts, ends, parsed: Mutex::new(bundle) })
    }

    /// The message of this name, with its arguments filled in.
    pub(super) fn msg(&self, name: &str, args: Option<FluentArgs>) -> Result<String, L10nError> {
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
        let at = self.ends.binary_search_by(|&end| self.name(end).cmp(name)).ok()?;
        Some(self.ending(self.ends[at]))
    }

    fn name(&self, end: usize) -> &str {
        let message = self.ending(end);
        message.split_once(' ').map_or(message, |(name, _)| name)
    }

    /// The message that ends here.
    fn ending(&self, end: usize) -> &str {
        let before = &self.texts[..end];
        &before[before.rfind('\0').map_or(0, |nul| nul + 1)..]
    }
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
            let bundle =
                L10nBundle::new_without_isolation(language.as_str(), language.texts().as_bytes()).unwrap();
            assert!(bundle.ends.len() > 1000);
            for &end in &bundle.ends {
                let resource = FluentResource::try_new(bundle.ending(end).to_owned());
                let resource =
                    resource.unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", bundle.name(end)));
                assert_eq!(resource.entries().count(), 1, "{}", bundle.name(end));
                assert_eq!(bundle.source(bundle.name(end)), Some(bundle.ending(end)));
            }
        }
    }

    #[test]
    fn a_message_that_is_not_there_is_an_error() {
        let bundle = L10nBundle::new_without_isolation("en", b"a = A\n\0b = B { $x }\0").unwrap();
        assert_eq!(bundle.msg("a", None).unwrap(), "A");
        assert!(matches!(bundle.msg("c", None), Err(L10nError::MessageNotFound { .. })));
        assert!(matches!(bundle.msg("b", None), Err(L10nError::Format { .. })));
        let args = FluentArgs::from_iter([("x", "X")]);
        assert_eq!(bundle.msg("b", Some(args)).unwrap(), "B X");
    }
}
