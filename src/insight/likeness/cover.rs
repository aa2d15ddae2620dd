//! How much of one text another one says, each way by itself.
//!
//! Likeness asks whether two texts are the same. A question is not the same as what it touches: "change the price list"
//! says all of the domain *Price list*, and *Price list* says all of it but the verb. What follows from how much is covered
//! is for whoever asks: there is no threshold here. What a text denies it speaks of all the same: whoever asks whether to
//! sell something is answered by "do not sell it".

use super::compare::Shares;
use super::content::Content;

/// How much two texts say of each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cover {
    /// The share of the question's weight that the text says, from 0 to 1.
    pub say: f64,
    /// The share of the text's weight that the question says.
    pub of: f64,
    /// What both say weighs so much; a word that is no light one weighs 1.
    pub common: f64,
}

impl Cover {
    /// By how much it comes before another one.
    pub fn sum(&self) -> f64 {
        self.say + self.of
    }
}

/// How much a text says of a question, and the question of the text.
pub fn cover(question: &Content, text: &Content) -> Cover {
    let shares = Shares::of(question, text);
    let numbers = question.numbers.intersection(&text.numbers).count() as f64;
    let share = |content: &Content, rest: f64| {
        let rest = rest + content.numbers.len() as f64 - numbers;
        let all = content.weight();
        // A sum of weights is no exact number.
        if all < 1e-9 { 0.0 } else { ((all - rest) / all).clamp(0.0, 1.0) }
    };
    let (rest_question, rest_text) = (shares.a.weight(), shares.b.weight());
    Cover { say: share(question, rest_question), of: share(text, rest_text), common: shares.common + numbers }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How much is covered of and by what stands behind the first verb.
    fn about(question: &str, text: &str) -> String {
        let Cover { say, of, .. } = cover(&Content::of(question).without_verb(), &Content::of(text));
        format!("{say:.2} {of:.2}")
    }

    #[test]
    fn how_much_is_covered_can_be_reckoned_by_hand() {
        for (question, text, shares) in [
            // A verb weighs 0.4, a light word (list) 0.5, every other word 1.
            ("change the price list", "Price list", "1.00 1.00"),
            ("ubah daftar harga", "Price list", "1.00 1.00"),
            ("change the price list", "Daftar harga", "1.00 1.00"),
            ("change the price list on the shop's door", "Price list", "0.43 1.00"),
            ("repair the office door", "Get the office door to close again", "1.00 0.59"),
            ("change the contract", "Sign the payment contract", "1.00 0.33"),
            ("tandatangani kontrak", "Sign the payment contract", "0.50 0.33"),
            // Forms and slips.
            ("pay the invoices", "Paying wages and invoices", "1.00 0.67"),
            ("membayar tagihan", "Pembayaran tagihan dan pajak", "1.00 0.67"),
            ("sign the paymnet contract", "Sign the payment contract", "1.00 1.00"),
            ("change the signup form", "Build the sign-up form for shops", "1.00 0.59"),
            // Numbers weigh 1 each.
            ("paint room 4", "Paint room 3", "0.67 0.67"),
            ("paint room 3", "Cat kamar ketiga", "0.33 0.33"),
            // What denies it speaks of it.
            ("sell alcohol", "Do not sell alcohol", "1.00 1.00"),
            ("change it", "Price list", "0.00 0.00"),
            ("", "Price list", "0.00 0.00"),
            ("change the price list", "", "0.00 0.00"),
        ] {
            assert_eq!(about(question, text), shares, "{question} / {text}");
        }
    }

    #[test]
    fn the_verb_alone_stays() {
        assert_eq!(about("write", "Write the returns policy"), "1.00 0.17");
        assert_eq!(about("compare", "Compare three offers"), "1.00 0.33");
        assert_eq!(
            about("set up the shop", "Setup"),
            "0.00 0.00",
            "what was joined with the verb goes with it"
        );
    }

    #[test]
    fn some_verbs_change_nothing() {
        for harmless in [
            "read the contract",
            "looking at the prices",
            "Comparing offers",
            "membaca kontrak",
            "bandingkan penawaran",
            "mendiskusikan harga",
            "tanya pelanggan",
            "may I test the checkout page",
        ] {
            assert!(Content::of(harmless).changes_nothing(), "{harmless}");
        }
        for other in
            ["change the list", "list what is read", "bayar upah", "write the plan", "pick a bank", ""]
        {
            assert!(!Content::of(other).changes_nothing(), "{other}");
        }
    }
}
