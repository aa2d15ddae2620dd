//! A text taken apart: what is left out before it is compared, and its tokens.

use crate::domain::folding::{folded, is_mark, is_unspaced, without_marks};

/// So many tokens of a text are looked at: beyond that it is no title.
const MOST: usize = 40;
/// So many words stand outside of brackets where what is in them only explains.
const OUTSIDE: usize = 2;

/// A run of letters and digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// As it was written, but in small letters.
    pub written: String,
    /// The same without accents.
    pub plain: String,
    /// What stands for a number because of how it was written: a numeral such as IV, or a letter as in *room A*.
    pub numeral: Option<String>,
    /// Whether other letters stand right before it, as in scripts without blanks, so that it makes no new word with them.
    pub continues: bool,
}

pub(super) fn tokens(text: &str) -> Vec<Token> {
    let text =
        without_apostrophes(&without_brackets(without_labels(&without_addresses(&without_targets(text)))));
    let mut runs: Vec<&str> = Vec::new();
    let mut rest = text.as_str();
    while let Some(start) = rest.find(is_of_word) {
        rest = &rest[start..];
        let is_unspaced_run = rest.starts_with(is_unspaced);
        let is_end = |c: char| !is_of_word(c) || is_unspaced(c) != is_unspaced_run && !is_mark(c);
        let end = rest.find(is_end).unwrap_or(rest.len());
        runs.push(&rest[..end]);
        rest = &rest[end..];
    }
    let mut tokens = Vec::new();
    for (n, run) in runs.iter().enumerate() {
        if run.starts_with(is_unspaced) {
            tokens.extend(pairs(&folded(run)));
        } else {
            let next = runs.get(n + 1).copied().unwrap_or_default();
            let written = folded(run);
            let plain = written.chars().map(without_marks).collect();
            let numeral = numeral(run, next).filter(|_| n > 0);
            tokens.push(Token { written, plain, numeral, continues: false });
        }
        if tokens.len() >= MOST {
            tokens.truncate(MOST);
            break;
        }
    }
    tokens
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c)
}

/// Every two neighbours of a script without blanks.
fn pairs(run: &str) -> Vec<Token> {
    let letters: Vec<char> = run.chars().collect();
    let token = |pair: &[char]| {
        let written: String = pair.iter().collect();
        Token { plain: written.clone(), written, numeral: None, continues: true }
    };
    if letters.len() == 1 { vec![token(&letters)] } else { letters.windows(2).map(token).collect() }
}

/// Numerals of Rome, and letters that count: *room A*. An article is one before a word with a capital letter.
fn numeral(run: &str, next: &str) -> Option<String> {
    const ROMAN: [&str; 7] = ["II", "III", "IV", "VI", "VII", "VIII", "IX"];
    const VALUES: [&str; 7] = ["2", "3", "4", "6", "7", "8", "9"];
    if let Some(n) = ROMAN.iter().position(|roman| *roman == run) {
        return Some(VALUES[n].to_owned());
    }
    let is_letter = run.len() == 1 && run.starts_with(|c: char| c.is_ascii_uppercase()) && run != "I";
    let is_article = run == "A" && next.starts_with(char::is_uppercase);
    (is_letter && !is_article).then(|| run.to_ascii_lowercase())
}

/// Of a link in Markdown only the text: `[Send invoices](send.md)`.
fn without_targets(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("](") {
        let linked = before.rsplit_once('[').zip(after.split_once(')'));
        let Some(((before, text), (_, after))) = linked else { break };
        out.extend([before, text]);
        rest = after;
    }
    out + rest
}

fn without_addresses(text: &str) -> String {
    let is_address = |word: &str| {
        word.contains("://")
            || word.starts_with("www.")
            || word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
    };
    let words: Vec<&str> = text.split_whitespace().filter(|word| !is_address(word)).collect();
    words.join(" ")
}

/// Without the `(8)`, `#123:` and `[tag]` at the beginning.
fn without_labels(text: &str) -> &str {
    let mut rest = text.trim_start();
    loop {
        let label = match rest.chars().next() {
            Some('(') => rest.find(')').filter(|end| is_number(&rest[1..*end])).map(|end| end + 1),
            Some('[') => rest.find(']').map(|end| end + 1),
            Some('#') => {
                let digits = rest[1..].find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len() - 1);
                let end = 1 + digits;
                (digits > 0).then(|| if rest[end..].starts_with(':') { end + 1 } else { end })
            }
            _ => None,
        };
        match label.map(|end| rest[end..].trim_start()).filter(|left| left.contains(is_of_word)) {
            Some(left) => rest = left,
            None => return rest,
        }
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',')
}

/// Without what stands in brackets, where enough stands outside.
fn without_brackets(text: &str) -> String {
    let mut outside = String::with_capacity(text.len());
    let mut open: Vec<char> = Vec::new();
    for c in text.chars() {
        let closing = match c {
            '(' => Some(')'),
            '[' => Some(']'),
            '{' => Some('}'),
            _ => None,
        };
        match closing {
            Some(closing) => open.push(closing),
            None if open.last() == Some(&c) => {
                open.pop();
                outside.push(' ');
            }
            None if open.is_empty() => outside.push(c),
            None => {}
        }
    }
    let words = outside.split(|c| !is_of_word(c)).filter(|word| !word.is_empty()).count();
    // One that nobody closes is no bracket.
    if words >= OUTSIDE && open.is_empty() { outside } else { text.to_owned() }
}

/// `shop's` is the shop; `don't` is one word, as `e-mail` is.
fn without_apostrophes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let word = word.replace(['\u{2019}', '\u{2bc}'], "'");
        let parts: Vec<&str> = word.split('\'').collect();
        for (n, part) in parts.iter().enumerate() {
            let is_owner = n > 0 && !parts[n - 1].is_empty();
            let owned = part.strip_prefix(['s', 'S']).filter(|rest| !rest.starts_with(is_of_word));
            out.push_str(owned.filter(|_| is_owner).unwrap_or(part));
        }
        out.push(' ');
    }
    for mail in ["e-mail", "E-mail", "E-Mail", "E-MAIL"] {
        if out.contains(mail) {
            out = out.replace(mail, "email");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        tokens(text).into_iter().map(|token| token.plain).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_says_nothing_about_the_work_is_left_out() {
        for (text, left) in [
            ("(8) Sign the contract", "sign the contract"),
            ("#123: Sign [now]", "sign now"),
            ("[shop] #4 Sign the contract (with Dewi)", "sign the contract"),
            ("Sign (the contract)", "sign the contract"),
            ("Sign the (contract", "sign the contract"),
            ("[contract]", "contract"),
            ("[Send the invoices](send.md#now) and [pay](x", "send the invoices and pay x"),
            ("#12", "12"),
            ("See https://example.org/a/b and ask ayu@example.org", "see and ask"),
            ("The shop\u{2019}s E-mail, don't 'send' it", "the shop email dont send it"),
            ("Cr\u{e9}er le Menu", "creer le menu"),
            ("(2) \u{68da}\u{5378}\u{3057}3", "\u{68da}\u{5378} \u{5378}\u{3057} 3"),
            ("", ""),
        ] {
            assert_eq!(read(text), left, "{text}");
        }
    }

    #[test]
    fn a_capital_letter_may_count() {
        let numerals = |text: &str| -> Vec<String> {
            tokens(text).into_iter().filter_map(|token| token.numeral).collect()
        };
        assert_eq!(numerals("Paint room A"), ["a"]);
        assert_eq!(numerals("Phase IV for I and room B"), ["4", "b"]);
        assert_eq!(numerals("Write A Letter"), [""; 0]);
        assert_eq!(numerals("A letter"), [""; 0]);
    }

    #[test]
    fn a_text_without_end_is_read_to_a_most() {
        assert_eq!(tokens(&"word ".repeat(500)).len(), MOST);
    }
}
