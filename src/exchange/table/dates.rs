//! Days as spreadsheets write them: in the order of the file, which its own days tell.

use chrono::NaiveDate;

use super::super::when::When;

/// In which order a file writes day and month in `3/4/2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
    /// No day in it tells: the order that most of the world writes is taken, and it is said.
    Unsaid,
}

/// The order in which these are written. A first number above twelve is a day, a second one likewise.
pub(super) fn order<'a>(texts: impl Iterator<Item = &'a str>) -> Order {
    let mut order = Order::Unsaid;
    for (first, second, _) in texts.filter_map(numbers) {
        if first > 12 {
            return Order::DayFirst;
        }
        if second > 12 {
            order = Order::MonthFirst;
        }
    }
    order
}

/// Whether a day could be another one in the other order.
pub(super) fn is_ambiguous(text: &str) -> bool {
    numbers(text).is_some_and(|(first, second, _)| first <= 12 && second <= 12 && first != second)
}

/// The day that a cell holds.
pub(super) fn read(text: &str, order: Order) -> Option<When> {
    let text = text.trim();
    if let Some((first, second, year)) = numbers(text) {
        let (day, month) = match order {
            Order::MonthFirst => (second, first),
            Order::DayFirst | Order::Unsaid => (first, second),
        };
        return NaiveDate::from_ymd_opt(year, month, day).map(When::Day);
    }
    // A number alone may be anything; spreadsheets count days, others seconds.
    if text.chars().all(|c| c.is_ascii_digit()) && text.len() < 9 {
        return None;
    }
    When::read(text).or_else(|| named(text).map(When::Day))
}

/// `24/12/2026`, `24.12.26`, `24-12-2026 10:00`: two numbers and a year.
fn numbers(text: &str) -> Option<(u32, u32, i32)> {
    let date = text.trim().split([' ', ',', 'T']).next()?;
    let sign = date.chars().find(|c| matches!(c, '/' | '.' | '-'))?;
    let mut parts =
        date.split(sign).filter(|part| !part.is_empty()).map(|part| (part.len(), part.parse::<u32>()));
    let ((2.., Ok(first)) | (1, Ok(first)), (1..=2, Ok(second)), (length @ (2 | 4), Ok(year)), None) =
        (parts.next()?, parts.next()?, parts.next()?, parts.next())
    else {
        return None;
    };
    if first > 31 {
        return None;
    }
    let year = if length == 2 { 2000 + year } else { year };
    Some((first, second, i32::try_from(year).ok()?))
}

/// `24/Dec/26 12:00 AM`, `24 Dec 2026`, `December 24, 2026`, `24. Dezember 2026`.
fn named(text: &str) -> Option<NaiveDate> {
    let mut numbers: Vec<(usize, u32)> = Vec::new();
    let mut month = None;
    let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    for part in parts.take(4) {
        match part.parse() {
            Ok(number) => numbers.push((part.len(), number)),
            Err(_) => month = month.or_else(|| self::month(part)),
        }
        if month.is_some() && numbers.len() == 2 {
            break;
        }
    }
    let [(_, day), (length, year)] = numbers[..] else { return None };
    let year = if length == 2 { 2000 + year } else { year };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month?, day)
}

/// The month of a name that begins like this, in the languages of the program and its neighbours.
fn month(name: &str) -> Option<u32> {
    const BEGINNINGS: [&[&str]; 12] = [
        &["jan", "ene"],
        &["feb", "fév", "pebr"],
        &["mar", "mär", "mrz", "mrt"],
        &["apr", "avr", "abr"],
        &["may", "mai", "mei", "mag"],
        &["jun", "juin", "giu"],
        &["jul", "juil", "lug"],
        &["aug", "agu", "ago", "aoû", "agt"],
        &["sep", "set"],
        &["oct", "okt", "out", "ott"],
        &["nov"],
        &["dec", "des", "dez", "déc", "dic"],
    ];
    let name = name.to_lowercase();
    let is = |beginnings: &&[&str]| beginnings.iter().any(|beginning| name.starts_with(beginning));
    BEGINNINGS.iter().position(is).and_then(|at| u32::try_from(at + 1).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<When> {
        Some(When::Day(text.parse().unwrap()))
    }

    #[test]
    fn every_spelling_of_a_day_is_read() {
        for text in [
            "24/Dec/26 12:00 AM",
            "24 Dec 2026",
            "December 24, 2026",
            "Dec 24, 2026 10:00 AM",
            "24. Dezember 2026",
            "24 Desember 2026",
            "24.12.2026",
            "24-12-2026",
            "24/12/26",
            "2026-12-24",
            "2026-12-24 10:00",
        ] {
            assert_eq!(read(text, Order::DayFirst), day("2026-12-24"), "{text}");
        }
        assert_eq!(read("12/24/2026", Order::MonthFirst), day("2026-12-24"));
        for text in ["soon", "", "24/13/2026", "46000", "Dec", "31.2.2026", "1/2", "-", "///"] {
            assert_eq!(read(text, Order::DayFirst), None, "{text}");
        }
    }

    #[test]
    fn the_days_of_a_file_tell_their_order() {
        assert_eq!(order(["3/4/2026", "12/24/2026"].into_iter()), Order::MonthFirst);
        assert_eq!(order(["3/4/2026", "24/12/2026"].into_iter()), Order::DayFirst);
        assert_eq!(order(["3/4/2026", "2026-12-24"].into_iter()), Order::Unsaid);
        assert!(is_ambiguous("3/4/2026") && !is_ambiguous("4/4/2026") && !is_ambiguous("2026-03-04"));
    }
}
