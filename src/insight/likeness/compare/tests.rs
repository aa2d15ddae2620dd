use proptest::prelude::*;

use super::*;

fn likeness(a: &str, b: &str) -> f64 {
    Content::of(a).likeness(&Content::of(b))
}

fn about(a: &str, b: &str) -> String {
    format!("{:.2}", likeness(a, b))
}

#[test]
fn how_alike_two_texts_are_can_be_reckoned_by_hand() {
    assert_eq!(about("Write the returns policy", "Write the privacy policy"), "0.00");
    assert_eq!(about("Update the price list", "Perbarui daftar harga"), "1.00");
    let (night, march) =
        ("Print the flyers for the night market", "Print flyers for the night market in March");
    assert_eq!(about(night, march), "0.89");
    assert_eq!(about("Paint room 3", "Paint room 4"), "0.00");
    assert_eq!(about("Enable guest checkout", "Disable guest checkout"), "0.61");
}

#[test]
fn the_same_work_in_other_words_is_alike() {
    for (one, other) in [
        // Endings and prefixes.
        ("Signing contracts for payments", "Sign the payment contract"),
        ("Planning the party", "Plan party"),
        ("Moved the shop lists", "Move the shop list"),
        ("Translate the handbook", "Handbook translation"),
        ("Menulis kebijakan pengembalian", "Tulis kebijakan pengembalian"),
        ("Kirim daftar toko", "Mengirimkan daftar toko-tokonya"),
        ("Penyusunan laporan kas", "Menyusun laporan kas"),
        ("Pengiriman katalog toko", "Kirim katalog toko"),
        // Order.
        ("Returns policy: write it", "Write the policy for returns"),
        ("Laporan pajak tahunan", "Laporan tahunan pajak"),
        // A word more.
        ("Order the oak shelves", "Order the oak shelves soon"),
        ("Hubungi kurir sayur", "Hubungi kurir sayur lokal"),
        // Another everyday verb.
        ("Fix the checkout page on phones", "Repair the checkout page on phones"),
        ("Buat jadwal piket dapur", "Susun jadwal piket dapur"),
        ("Check the fire alarm", "Test the fire alarm"),
        // Spelling.
        ("Sign the paymnet contract with Dewi", "Sign the payment contract with Dewi"),
        ("Urus ijin usaha", "Urus izin usaha"),
        ("Choose the colour of the door", "Choose the color of the door"),
        ("Fix the signup page layout", "Fix the sign up page layout"),
        ("Send the e-mail to members", "Send email to the members"),
        // The other language.
        ("Update the price list", "Memperbarui daftar harga"),
        ("Kirim faktur ke pelanggan", "Send the invoice to the customer"),
        // Numbers, however they are written.
        ("Paint room 3", "Paint the third room"),
        ("Laporan kas Januari", "Cash report for January: laporan kas"),
        ("\u{68da}\u{5378}\u{3057}", "\u{68da}\u{5378}\u{3057}"),
        ("The newsletter", "newsletter"),
    ] {
        assert!(likeness(one, other) >= ALIKE, "{one} / {other}: {}", about(one, other));
        assert_eq!(about(one, one), "1.00", "{one}");
    }
}

#[test]
fn other_work_with_some_of_the_words_is_not() {
    for (one, other) in [
        ("Sign the contract", "Write the contract"),
        ("Paint the door blue", "Paint the fence blue"),
        ("Contract", "Sign the payment contract"),
        ("The of and", "The of and"),
        ("Art for the wall", "Part of the wall"),
        ("", "Sign it"),
        ("Kirim daftar", "Kirim barang"),
        ("Enable guest checkout", "Disable guest checkout"),
        ("Paint room A", "Paint room B"),
        ("Phase II of the shop move", "Phase III of the shop move"),
        ("Release 1.2 of the store", "Release 1.3 of the store"),
        ("Order the vegetables for Monday", "Order the vegetables for Tuesday"),
        ("Pesan sayur hari Senin", "Pesan sayur hari Kamis"),
        ("Data pengguna", "Menggunakan data"),
        ("Write the returns policy", "Write the returns form and print it for the shops"),
        ("Add a list of shops", "Add a list of couriers"),
    ] {
        assert!(likeness(one, other) < HINT, "{one} / {other}: {}", about(one, other));
    }
}

#[test]
fn what_denies_the_other_is_only_hinted_at() {
    let likeness = likeness("Allow shops to sell alcohol", "Do not allow shops to sell alcohol");
    assert!((HINT..ALIKE).contains(&likeness), "{likeness}");
}

#[test]
fn a_number_may_be_still_to_come() {
    assert_eq!(about("Paint the room", "Paint the room 3"), "0.80");
    assert_eq!(about("3", "3"), "1.00");
}

#[test]
fn the_last_word_may_be_only_begun() {
    let title = Content::of("Write the returns policy");
    let typed = |text: &str| Content::typed(text).likeness(&title);
    assert!(typed("returns pol") >= HINT);
    assert_eq!(typed("returns pol "), 0.0);
    assert_eq!(typed("ret"), 0.0);
}

#[test]
fn more_in_common_is_more_alike() {
    let typed = "write returns policy";
    let short = likeness(typed, "Write the returns policy");
    assert!(short > likeness(typed, "Write the returns policy for shops abroad"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn it_is_the_same_from_both_sides(a in TEXT, b in TEXT) {
        let (a, b) = (Content::of(&a), Content::of(&b));
        let likeness = a.likeness(&b);
        prop_assert_eq!(likeness, b.likeness(&a));
        prop_assert!((0.0..=1.0).contains(&likeness));
    }
}

/// Words of which many are forms of one another, and some signs.
const TEXT: &str = "((not |no )?(write|writing|sign|signup|sign up|tulis|menulis|penulisan|price|harga|pricing|contract|\
                    contracts|cotnract|list|daftar|page|3|third|room A|\u{68da}\u{5378}|\\(|\\)|[a-z]{1,3})[ ,'-]){0,8}";
