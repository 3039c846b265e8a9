//! The Dutch numbering plan, as far as a reader needs it (ACM, Nummerplan telefoon- en
//! ISDN-diensten). The areas and the lengths are those of Google's libphonenumber too, compared
//! one by one in November 2026.

use super::{NotAPhoneNumber, Phone};

/// Numbers of three digits that help.
const HELP: &[&str] = &["112", "113", "144"];
/// Dialled as they are, also by foreign telephones: they have no number abroad.
const SERVICES: &[&str] = &["0800", "0900", "0906", "0909"];
/// Area codes of three digits: cities, and numbers without a place (companies, internet lines).
/// All of `07` are cities too.
const CITIES: &[&str] = &[
    "010", "013", "015", "020", "023", "024", "026", "030", "033", "035", "036", "038", "040",
    "043", "045", "046", "050", "053", "055", "058", "082", "084", "085", "087", "088", "091",
];
/// Area codes of four digits, without their 0.
const AREAS: &[&str] = &[
    "111", "113", "114", "115", "117", "118", "161", "162", "164", "165", "166", "167", "168",
    "172", "174", "180", "181", "182", "183", "184", "186", "187", "222", "223", "224", "226",
    "227", "228", "229", "251", "252", "255", "294", "297", "299", "313", "314", "315", "316",
    "317", "318", "320", "321", "341", "342", "343", "344", "345", "346", "347", "348", "411",
    "412", "413", "416", "418", "475", "478", "481", "485", "486", "487", "488", "492", "493",
    "495", "497", "499", "511", "512", "513", "514", "515", "516", "517", "518", "519", "521",
    "522", "523", "524", "525", "527", "528", "529", "541", "543", "544", "545", "546", "547",
    "548", "561", "562", "566", "570", "571", "572", "573", "575", "577", "578", "591", "592",
    "593", "594", "595", "596", "597", "598", "599",
];

/// Whether these are the digits of a Dutch number with its country code, and only the `+` was
/// left out: nothing else that is dialled here begins with 31.
pub(super) fn lacks_only_its_plus(digits: &str) -> bool {
    digits.starts_with("31") && digits.len() == 11
}

/// Reads digits as they are dialled inside the Netherlands.
pub(super) fn read(digits: &str) -> Result<Phone, NotAPhoneNumber> {
    if let Some(phone) = short(digits).or_else(|| service(digits)) {
        return Ok(phone);
    }
    let (area, number) = split(digits).ok_or(NotAPhoneNumber)?;
    let shown = match number.split_at_checked(3) {
        Some((first, last)) if number.len() < 8 => format!("{area} {first} {last}"),
        // A mobile number is one word, a number of machines too.
        _ => format!("{area} {number}"),
    };
    let abroad = digits.strip_prefix('0').ok_or(NotAPhoneNumber)?;
    Ok(Phone { shown, dial: format!("tel:+31{abroad}") })
}

/// 112, a town hall (14 030), a European line (116 111).
fn short(digits: &str) -> Option<Phone> {
    let shown = if HELP.contains(&digits) {
        digits.to_owned()
    } else if let Some(place) = digits.strip_prefix("14") {
        is_place(place).then(|| format!("14 {place}"))?
    } else {
        let line = digits.strip_prefix("116").filter(|line| line.len() == 3)?;
        format!("116 {line}")
    };
    Some(Phone { shown, dial: format!("tel:{digits}") })
}

/// 0800 and 0900, with four digits or seven.
fn service(digits: &str) -> Option<Phone> {
    let (service, rest) =
        SERVICES.iter().find_map(|service| Some((service, digits.strip_prefix(service)?)))?;
    let shown = match (rest.len(), rest.split_at_checked(3)?) {
        (4, _) => format!("{service}-{rest}"),
        (7, (first, last)) => format!("{service}-{first} {last}"),
        _ => return None,
    };
    Some(Phone { shown, dial: format!("tel:{digits}") })
}

/// Splits a number into its area and the rest; `None` if there is no such area or the length is
/// wrong.
fn split(digits: &str) -> Option<(&str, &str)> {
    if digits.starts_with("0970") {
        return digits.split_at_checked(4).filter(|(_, number)| number.len() == 8);
    }
    if digits.len() != 10 {
        return None;
    }
    if let Some(mobile) = digits.strip_prefix("06") {
        let is_given_out = !mobile.starts_with(['0', '7', '9']);
        return is_given_out.then_some(("06", mobile));
    }
    [3, 4]
        .into_iter()
        .find_map(|length| digits.split_at_checked(length).filter(|(area, _)| is_area(area)))
}

fn is_area(area: &str) -> bool {
    match area.len() {
        3 => CITIES.contains(&area) || area.starts_with("07"),
        4 => area.strip_prefix('0').is_some_and(|area| AREAS.contains(&area)),
        _ => false,
    }
}

/// An area where people live: town halls have numbers there, companies' own areas have none.
fn is_place(area: &str) -> bool {
    is_area(area) && !area.starts_with("08") && area != "091"
}
