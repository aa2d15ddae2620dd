//! Numbers as people write and type them: `1.9` in English, `1,9` in Indonesian; either is understood in both.
//!
//! `1.000` and `1,500` are refused: they are a thousand and more to some, and one and a half to others. `0.125` is not.

use crate::words::words;

/// Why a text is no number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoNumber {
    Unknown,
    /// It can be read in two ways, which these say without doubt.
    Twofold {
        many: String,
        few: String,
    },
}

impl NoNumber {
    /// What is wrong with what was typed.
    pub fn message(&self, typed: &str) -> String {
        match self {
            NoNumber::Unknown => words().out_no_number(typed),
            NoNumber::Twofold { many, few } => words().error_ambiguous(typed, words().refused_or(many, few)),
        }
    }

    /// What can be typed instead.
    pub fn hint(&self) -> String {
        match self {
            NoNumber::Unknown => words().refused_hint_number(),
            NoNumber::Twofold { many, .. } => many.clone(),
        }
    }
}

/// A measure as people write it; with an exponent only where it would be endless digits.
pub fn number(value: f64) -> String {
    let plain = value == 0.0 || (1e-6..1e15).contains(&value.abs());
    decimal(&if plain { value.to_string() } else { format!("{value:e}") })
}

/// A written number with the sign that the language puts before its parts.
pub fn decimal(number: &str) -> String {
    number.replacen('.', &words().times_decimal(), 1)
}

/// A number to be typed over: what [`parse_number`] reads back.
pub fn editable(value: f64) -> String {
    let said = number(value);
    if twofold(&said).is_some() { said + "0" } else { said }
}

/// The number that somebody typed, with a point or a comma, and perhaps a `%` after it.
///
/// # Errors
///
/// If it is none, or may be two.
pub fn parse_number(text: &str) -> Result<f64, NoNumber> {
    let text = text.trim().trim_end_matches('%').trim_end();
    if let Some((many, few)) = twofold(text) {
        return Err(NoNumber::Twofold { many, few });
    }
    let parsed = text.replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite());
    parsed.ok_or(NoNumber::Unknown)
}

/// Both numbers that a text may mean.
fn twofold(text: &str) -> Option<(String, String)> {
    let (whole, rest) = text.split_once([',', '.'])?;
    let digits = whole.trim_start_matches(['+', '-']);
    let is_group = rest.len() == 3 && rest.bytes().all(|digit| digit.is_ascii_digit());
    matches!(digits.parse::<u32>(), Ok(1..=999))
        .then_some(())
        .filter(|()| is_group)
        .map(|()| (format!("{whole}{rest}"), decimal(&format!("{whole}.{rest}0"))))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::words::{Language, choose_here};

    #[test]
    fn a_number_is_understood_with_a_point_or_a_comma() {
        for language in Language::ALL {
            choose_here(language);
            for (text, expected) in [
                ("6", 6.0),
                (" 6.5 ", 6.5),
                ("6,5", 6.5),
                ("-0,125", -0.125),
                ("68 %", 68.0),
                ("1500", 1500.0),
            ] {
                assert_eq!(parse_number(text), Ok(expected), "{text}");
            }
            for text in ["", "six", "1.000.000", "1,000.5", "inf", "NaN", "%"] {
                assert_eq!(parse_number(text), Err(NoNumber::Unknown), "{text}");
            }
        }
    }

    #[test]
    fn thousands_are_not_mistaken_for_parts() {
        for text in ["1.000", "1,000", "12.500", "-1,500"] {
            assert!(matches!(parse_number(text), Err(NoNumber::Twofold { .. })), "{text}");
        }
        choose_here(Language::Indonesian);
        let why = parse_number("1.500").unwrap_err();
        assert_eq!(why.message("1.500"), "\"1.500\" bisa berarti 1500, atau 1,5000");
        assert_eq!(why.hint(), "1500");
    }

    proptest! {
        #[test]
        fn what_is_to_be_typed_over_is_read_back(value in prop_oneof![-1e4..1e4f64, any::<f64>()], parts in 0..4usize) {
            prop_assume!(value.is_finite());
            let rounded: f64 = format!("{value:.parts$}").parse().unwrap();
            for language in Language::ALL {
                choose_here(language);
                prop_assert_eq!(parse_number(&editable(rounded)), Ok(rounded));
                prop_assert_eq!(parse_number(&editable(value)), Ok(value));
            }
        }
    }
}
