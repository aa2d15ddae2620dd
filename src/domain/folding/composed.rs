//! Letters and the marks behind them as the one character that Unicode has for both.
//!
//! The same word comes as "\u{e9}" from one keyboard and as "e\u{301}" from another, or from the name of a file. Only small
//! letters are put together: text is folded before.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The mark; then each letter, and what it makes with the mark.
const MARKS: &[(char, &str)] = &[
    (
        '\u{300}',
        "aàeèiìoòuùüǜnǹеѐиѝēḕōṑwẁâầăằêềôồơờưừyỳἀἂἁἃἐἒἑἓἠἢἡἣἰἲἱἳὀὂὁὃὐὒὑὓὠὢὡὣαὰεὲηὴιὶοὸυὺωὼ\u{1fbf}\u{1fcd}ϊῒ\u{1ffe}\u{1fdd}ϋῢ¨\u{1fed}",
    ),
    (
        '\u{301}',
        "aáeéiíoóuúyýcćlĺnńrŕsśzźüǘgǵåǻæǽøǿ¨\u{385}ϊΐαάεέηήιίϋΰοόυύωώϒϓгѓкќçḉēḗïḯkḱmḿõṍōṓpṕũṹwẃâấăắêếôốơớưứἀἄἁἅἐἔἑἕἠἤἡἥἰἴἱἵὀὄὁὅὐὔὑὕὠὤὡὥ\u{1fbf}\u{1fce}\u{1ffe}\u{1fde}",
    ),
    ('\u{302}', "aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷzẑạậẹệọộ"),
    ('\u{303}', "aãnñoõiĩuũvṽâẫăẵeẽêễôỗơỡưữyỹ"),
    ('\u{304}', "aāeēiīoōuūüǖäǟȧǡæǣǫǭöȫõȭȯȱyȳиӣуӯgḡḷḹṛṝαᾱιῑυῡ"),
    ('\u{306}', "aăeĕgğiĭoŏuŭийуўжӂаӑеӗȩḝạặαᾰιῐυῠ"),
    ('\u{307}', "cċeėgġzżaȧoȯbḃdḋfḟhḣmṁnṅpṗrṙsṡśṥšṧṣṩtṫwẇxẋyẏſẛ"),
    ('\u{308}', "aäeëiïoöuüyÿιϊυϋϒϔеёіїаӓәӛжӝзӟиӥоӧөӫэӭуӱчӵыӹhḧõṏūṻwẅxẍtẗ"),
    ('\u{309}', "aảâẩăẳeẻêểiỉoỏôổơởuủưửyỷ"),
    ('\u{30a}', "aåuůwẘyẙ"),
    ('\u{30b}', "oőuűуӳ"),
    ('\u{30c}', "cčdďeělľnňrřsštťzžaǎiǐoǒuǔüǚgǧkǩʒǯjǰhȟ"),
    ('\u{30f}', "aȁeȅiȉoȍrȑuȕѵѷ"),
    ('\u{311}', "aȃeȇiȋoȏrȓuȗ"),
    ('\u{313}', "αἀεἐηἠιἰοὀυὐωὠρῤ"),
    ('\u{314}', "αἁεἑηἡιἱοὁυὑωὡρῥ"),
    ('\u{31b}', "oơuư"),
    ('\u{323}', "bḅdḍhḥkḳlḷmṃnṇrṛsṣtṭvṿwẉzẓaạeẹiịoọơợuụưựyỵ"),
    ('\u{324}', "uṳ"),
    ('\u{325}', "aḁ"),
    ('\u{326}', "sștț"),
    ('\u{327}', "cçgģkķlļnņrŗsştţeȩdḑhḩ"),
    ('\u{328}', "aąeęiįuųoǫ"),
    ('\u{32d}', "dḓeḙlḽnṋtṱuṷ"),
    ('\u{32e}', "hḫ"),
    ('\u{330}', "eḛiḭuṵ"),
    ('\u{331}', "bḇdḏkḵlḻnṉrṟtṯzẕhẖ"),
    ('\u{342}', "ἀἆἁἇἠἦἡἧἰἶἱἷὐὖὑὗὠὦὡὧαᾶ¨\u{1fc1}ηῆ\u{1fbf}\u{1fcf}ιῖϊῗ\u{1ffe}\u{1fdf}υῦϋῧωῶ"),
    ('\u{345}', "ἀᾀἁᾁἂᾂἃᾃἄᾄἅᾅἆᾆἇᾇἠᾐἡᾑἢᾒἣᾓἤᾔἥᾕἦᾖἧᾗὠᾠὡᾡὢᾢὣᾣὤᾤὥᾥὦᾦὧᾧὰᾲαᾳάᾴᾶᾷὴῂηῃήῄῆῇὼῲωῳώῴῶῷ"),
    ('\u{653}', "اآ"),
    ('\u{654}', "اأوؤيئەۀہۂےۓ"),
    ('\u{655}', "اإ"),
    ('\u{93c}', "नऩरऱळऴ"),
    ('\u{9be}', "\u{9c7}\u{9cb}"),
    ('\u{9d7}', "\u{9c7}\u{9cc}"),
    ('\u{b3e}', "\u{b47}\u{b4b}"),
    ('\u{b56}', "\u{b47}\u{b48}"),
    ('\u{b57}', "\u{b47}\u{b4c}"),
    ('\u{bbe}', "\u{bc6}\u{bca}\u{bc7}\u{bcb}"),
    ('\u{bd7}', "ஒஔ\u{bc6}\u{bcc}"),
    ('\u{c56}', "\u{c46}\u{c48}"),
    ('\u{cc2}', "\u{cc6}\u{cca}"),
    ('\u{cd5}', "\u{cbf}\u{cc0}\u{cc6}\u{cc7}\u{cca}\u{ccb}"),
    ('\u{cd6}', "\u{cc6}\u{cc8}"),
    ('\u{d3e}', "\u{d46}\u{d4a}\u{d47}\u{d4b}"),
    ('\u{d57}', "\u{d46}\u{d4c}"),
    ('\u{dca}', "\u{dd9}\u{dda}\u{ddc}\u{ddd}"),
    ('\u{dcf}', "\u{dd9}\u{ddc}"),
    ('\u{ddf}', "\u{dd9}\u{dde}"),
    ('\u{102e}', "ဥဦ"),
    (
        '\u{1b35}',
        "ᬅᬆᬇᬈᬉᬊᬋᬌᬍᬎᬑᬒ\u{1b3a}\u{1b3b}\u{1b3c}\u{1b3d}\u{1b3e}\u{1b40}\u{1b3f}\u{1b41}\u{1b42}\u{1b43}",
    ),
    (
        '\u{3099}',
        "かがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばひびふぶへべほぼうゔゝゞカガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドハバヒビフブヘベホボウヴワヷヰヸヱヹヲヺヽヾ",
    ),
    ('\u{309a}', "はぱひぴふぷへぺほぽハパヒピフプヘペホポ"),
];

/// A small Latin letter without the marks that it has, where it has any.
pub fn without_marks(c: char) -> char {
    if c.is_ascii() { c } else { BARE.get(&c).copied().unwrap_or(c) }
}

/// The letter of ASCII behind each that has marks.
static BARE: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let mut under: HashMap<char, char> = HashMap::new();
    for (_, pairs) in MARKS {
        let mut pairs = pairs.chars();
        while let (Some(letter), Some(both)) = (pairs.next(), pairs.next()) {
            under.insert(both, letter);
        }
    }
    let bare = |mut c: char| {
        while let Some(letter) = under.get(&c) {
            c = *letter;
        }
        c
    };
    under.keys().map(|c| (*c, bare(*c))).filter(|(_, letter)| letter.is_ascii_lowercase()).collect()
});

/// Puts together what is one character.
pub fn composed(text: String) -> String {
    if text.is_ascii() {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match out.chars().next_back().and_then(|last| joined(last, c)) {
            Some(both) => {
                out.pop();
                out.push(both);
            }
            None => out.push(c),
        }
    }
    out
}

fn joined(letter: char, mark: char) -> Option<char> {
    // Almost all text has none.
    if mark < '\u{300}' {
        return None;
    }
    if let Some(syllable) = hangul(letter, mark) {
        return Some(syllable);
    }
    let at = MARKS.binary_search_by_key(&mark, |(mark, _)| *mark).ok()?;
    let mut pairs = MARKS[at].1.chars();
    while let (Some(one), Some(both)) = (pairs.next(), pairs.next()) {
        if one == letter {
            return Some(both);
        }
    }
    None
}

/// The syllables of Hangul are counted, as Unicode says in its chapter 3.12.
fn hangul(letter: char, behind: char) -> Option<char> {
    const SYLLABLES: u32 = 0xAC00;
    const TAILS: u32 = 28;
    let (letter, behind) = (u32::from(letter), u32::from(behind));
    let both = match (letter, behind) {
        (0x1100..=0x1112, 0x1161..=0x1175) => SYLLABLES + ((letter - 0x1100) * 21 + behind - 0x1161) * TAILS,
        (SYLLABLES..=0xD7A3, 0x11A8..=0x11C2) if (letter - SYLLABLES).is_multiple_of(TAILS) => {
            letter + behind - 0x11A7
        }
        _ => return None,
    };
    char::from_u32(both)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_latin_letter_stands_without_its_marks() {
        let bare: String = "\u{e9}\u{1da}\u{1ed9}\u{10d}ax3".chars().map(without_marks).collect();
        assert_eq!(bare, "euocax3");
        assert_eq!(without_marks('\u{304c}'), '\u{304c}', "another syllable, and no mark");
    }

    #[test]
    fn both_forms_of_a_word_become_one() {
        for (apart, one) in [
            ("cafe\u{301}", "caf\u{e9}"),
            ("e\u{323}\u{302}", "\u{1ec7}"),
            ("\u{304b}\u{3099}", "\u{304c}"),
            ("\u{1112}\u{1161}\u{11ab}", "\u{d55c}"),
            ("x\u{302}", "x\u{302}"),
            ("plain", "plain"),
        ] {
            assert_eq!(composed(apart.to_owned()), one);
            assert_eq!(composed(one.to_owned()), one);
        }
    }

    #[test]
    fn the_marks_stand_in_their_order() {
        assert!(MARKS.is_sorted_by_key(|(mark, _)| *mark));
        assert!(MARKS.iter().all(|(_, pairs)| pairs.chars().count() % 2 == 0));
    }
}
