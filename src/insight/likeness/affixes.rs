//! The forms that a word may be one of: with and without its affixes, English and Indonesian ones.
//!
//! No dictionary knows whether an ending belongs to the root, so the word with it and the word without it are both forms,
//! and two words are one if any of theirs meet. Which language it is in nobody knows either: both kinds of rules are tried.

/// Stands behind what may have lost a last letter: `writ-` of write and of writing. So caring meets care, and care is no car.
const CUT: char = '-';
/// What is left of a word without an English ending has so many letters.
const ROOT: usize = 3;
/// What is left of a word without an Indonesian ending, or a short prefix, has so many.
const LONG_ROOT: usize = 4;

/// What stands for a word in lists: itself, and what an ending would leave of it.
pub(super) fn bare(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    if word.len() > ROOT {
        // moving and move; policies and policy.
        if let Some(rest) = word.strip_suffix('e') {
            forms.push(format!("{rest}{CUT}"));
        } else if let Some(rest) = word.strip_suffix('y') {
            forms.push(format!("{rest}i{CUT}"));
        }
    }
    forms
}

/// The word, and what is left of it without English endings.
pub(super) fn english(word: &str) -> Vec<String> {
    let mut whole = vec![word.to_owned()];
    whole.extend(word.strip_suffix("ies").filter(|rest| rest.len() >= 2).map(|rest| format!("{rest}y")));
    let plural = [word.strip_suffix("es"), word.strip_suffix('s').filter(|rest| !rest.ends_with('s'))];
    whole.extend(plural.into_iter().flatten().filter(|rest| rest.len() >= ROOT).map(str::to_owned));
    // What an ending may have taken a last letter from.
    let mut stems = Vec::new();
    for form in &whole {
        let verb = ["ing", "ed"].iter().find_map(|end| form.strip_suffix(end)).filter(|rest| is_root(rest));
        match verb {
            Some(rest) => {
                stems.push(rest.to_owned());
                stems.extend(undoubled(rest));
            }
            None => stems.extend(form.strip_suffix("ly").filter(|rest| is_root(rest)).map(str::to_owned)),
        }
    }
    let further: Vec<String> =
        whole.iter().chain(&stems).flat_map(|form| without_noun_ending(form)).collect();
    stems.extend(further);
    let mut forms: Vec<String> = whole.iter().flat_map(|form| bare(form)).collect();
    for stem in stems {
        forms.push(format!("{stem}{CUT}"));
        forms.extend(bare(&stem));
    }
    forms
}

fn without_noun_ending(word: &str) -> impl Iterator<Item = String> {
    // The ending, and how long a word is that may have it.
    const ENDINGS: [(&str, usize); 6] =
        [("ation", 9), ("ion", 7), ("ment", 7), ("al", 7), ("ibility", 10), ("ability", 10)];
    ENDINGS
        .iter()
        .filter(|(_, least)| word.len() >= *least)
        .filter_map(|(end, _)| word.strip_suffix(end).map(str::to_owned))
}

fn is_root(rest: &str) -> bool {
    rest.len() >= ROOT && rest.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// running, planned: the letter was only doubled for the ending. Telling and missing have it by themselves.
fn undoubled(rest: &str) -> Option<String> {
    let [.., before, last] = rest.as_bytes() else { return None };
    (before == last && !b"aeiouls".contains(last)).then(|| rest[..rest.len() - 1].to_owned())
}

/// What is left of a word without Indonesian affixes.
pub(super) fn indonesian(word: &str) -> Vec<String> {
    let owned = word.strip_suffix("nya").filter(|_| word.len() >= 7);
    let mut forms = Vec::new();
    for whole in [Some(word), owned].into_iter().flatten() {
        if whole != word {
            forms.push(whole.to_owned());
        }
        if is_doer(whole) {
            continue;
        }
        let endless = ["kan", "an", "i"]
            .iter()
            .filter_map(|end| whole.strip_suffix(end).filter(|rest| rest.len() >= LONG_ROOT));
        for stem in std::iter::once(whole).chain(endless) {
            if stem != whole {
                forms.push(stem.to_owned());
            }
            forms.extend(without_prefix(stem, whole.ends_with("an")));
        }
    }
    forms
}

/// Who does something is not what they do: *pengguna* is not *menggunakan*.
fn is_doer(word: &str) -> bool {
    ["peng", "peny", "pem", "pen"].iter().any(|prefix| word.starts_with(prefix)) && !word.ends_with("an")
}

fn without_prefix(stem: &str, ends_in_an: bool) -> Vec<String> {
    const VOWELS: &str = "aeiou";
    // The prefix; before which letters; what those may stand for besides themselves; whether they stand for themselves.
    const NASAL: [(&str, &str, Option<char>, bool); 14] = [
        ("meng", VOWELS, Some('k'), true),
        ("peng", VOWELS, Some('k'), true),
        ("meng", "ghk", None, true),
        ("peng", "ghk", None, true),
        ("meny", VOWELS, Some('s'), false),
        ("peny", VOWELS, Some('s'), false),
        ("mem", VOWELS, Some('p'), false),
        ("pem", VOWELS, Some('p'), false),
        ("mem", "bfpv", None, true),
        ("pem", "bfpv", None, true),
        ("men", VOWELS, Some('t'), false),
        ("pen", VOWELS, Some('t'), false),
        ("men", "cdjtzsy", None, true),
        ("pen", "cdjtzsy", None, true),
    ];
    let mut forms = Vec::new();
    for (prefix, before, merged, stays) in NASAL {
        let Some(rest) = stem.strip_prefix(prefix).filter(|rest| rest.len() >= ROOT) else { continue };
        if rest.starts_with(|c| before.contains(c)) {
            forms.extend(merged.map(|letter| format!("{letter}{rest}")));
            forms.extend(stays.then(|| rest.to_owned()));
        }
    }
    let mut plain = |prefix: &str, before: &str, with: &str| {
        let least = if prefix.len() >= ROOT { ROOT } else { LONG_ROOT };
        let rest = stem.strip_prefix(prefix).filter(|rest| rest.len() >= least);
        let rest = rest.filter(|rest| before.is_empty() || rest.starts_with(|c| before.contains(c)));
        forms.extend(rest.map(|rest| format!("{with}{rest}")));
    };
    for prefix in ["me", "pe"] {
        plain(prefix, "lmnrwy", "");
    }
    for prefix in ["memper", "diper"] {
        plain(prefix, "", "");
        plain(prefix, "", "per");
    }
    for prefix in ["per", "ber", "ter", "di"] {
        plain(prefix, "", "");
    }
    if ends_in_an {
        for prefix in ["ke", "se"] {
            plain(prefix, "", "");
        }
    }
    forms
}

/// Words as they may be written that have this root: what a search for beginnings looks for.
pub(super) fn beginnings(root: &str) -> Vec<String> {
    let nasal = |meng: &str, rest: &str| format!("me{meng}{rest}");
    let rest = root.get(1..).unwrap_or_default();
    let with_me = match root.as_bytes().first() {
        Some(b't') => nasal("n", rest),
        Some(b'p') => nasal("m", rest),
        Some(b'k') => nasal("ng", rest),
        Some(b's') => nasal("ny", rest),
        Some(b'b' | b'f' | b'v') => nasal("m", root),
        Some(b'c' | b'd' | b'j' | b'z') => nasal("n", root),
        Some(b'a' | b'e' | b'i' | b'o' | b'u' | b'g' | b'h') => nasal("ng", root),
        _ => nasal("", root),
    };
    let with_pe = format!("p{}", &with_me[1..]);
    vec![root.trim_end_matches(CUT).to_owned(), with_me, with_pe, format!("di{root}")]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meet(a: &str, b: &str) -> bool {
        let forms = |word: &str| [english(word), indonesian(word)].concat();
        let (a, b) = (forms(a), forms(b));
        a.iter().any(|form| b.contains(form))
    }

    #[test]
    fn forms_of_one_word_meet() {
        for (a, b) in [
            ("signing", "signs"),
            ("policies", "policy"),
            ("boxes", "box"),
            ("processes", "process"),
            ("prices", "pricing"),
            ("running", "run"),
            ("planned", "plan"),
            ("adding", "adds"),
            ("translations", "translate"),
            ("payment", "pay"),
            ("happily", "happy"),
            ("menulis", "tulis"),
            ("menulis", "ditulis"),
            ("penulisan", "menuliskan"),
            ("mengirimkan", "kirim"),
            ("pengiriman", "dikirim"),
            ("memilih", "pilihan"),
            ("menyusun", "penyusunan"),
            ("mengambil", "ambilkan"),
            ("memperbaiki", "perbaikan"),
            ("kebersihan", "bersih"),
            ("tokonya", "toko"),
            ("merawat", "perawatan"),
        ] {
            assert!(meet(a, b) && meet(b, a), "{a} / {b}");
        }
    }

    #[test]
    fn other_words_do_not() {
        for (a, b) in [
            ("care", "car"),
            ("pengguna", "menggunakan"),
            ("penulis", "menulis"),
            ("sekolah", "kolah"),
            ("business", "busy"),
            ("class", "clas"),
            ("ring", "r"),
        ] {
            assert!(!meet(a, b), "{a} / {b}");
        }
    }
}
