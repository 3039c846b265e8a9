//! The number pack: help lines, each with where it was read and when.

use std::fmt::Write as _;

use toml::{Table, Value};

/// The bases that may stand in the file, and the constant for each.
const BASES: [(&str, &str); 4] = [
    ("own_site", "OwnSite"),
    ("government", "Government"),
    ("several", "Several"),
    ("second_hand", "SecondHand"),
];

/// The Rust table of the pack, or every fault in it.
pub(crate) fn table(pack: &str) -> Result<String, Vec<String>> {
    let pack: Table = pack.parse().map_err(|fault: toml::de::Error| vec![fault.to_string()])?;
    let lines = pack.get("line").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let mut code = String::from("/// The help lines, in the order of the number pack.\n");
    code.push_str("pub const HELP_LINES: &[HelpLine] = &[\n");
    let mut faults = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let id = line.get("id").and_then(Value::as_str).unwrap_or("?");
        match help_line(line) {
            Ok(entry) => code.push_str(&entry),
            Err(fault) => faults.push(format!("numbers.nl.toml: line {index} ({id}): {fault}")),
        }
    }
    code.push_str("];\n");
    if lines.is_empty() {
        faults.push("numbers.nl.toml holds no line".to_owned());
    }
    if faults.is_empty() { Ok(code) } else { Err(faults) }
}

fn help_line(line: &Value) -> Result<String, String> {
    let text = |name: &str| {
        line.get(name)
            .and_then(Value::as_str)
            .filter(|text| !text.trim().is_empty())
            .ok_or_else(|| format!("{name} is missing"))
    };
    let basis = text("basis")?;
    let (_, constant) = BASES
        .iter()
        .find(|(id, _)| *id == basis)
        .ok_or_else(|| format!("basis {basis} is unknown"))?;
    let on_card = line.get("on_card").and_then(Value::as_bool).unwrap_or(false);
    if on_card && basis == "second_hand" {
        return Err("a second-hand number is never printed on a card".to_owned());
    }
    let next_of_kin = match line.get("for").and_then(Value::as_str) {
        None => "Anybody",
        Some("next_of_kin") => "NextOfKin",
        Some(other) => return Err(format!("for {other} is unknown")),
    };
    let mut code = String::from("    HelpLine {\n");
    let mut put = |name: &str, value: String| {
        let _ = writeln!(code, "        {name}: {value},");
    };
    put("id", format!("{:?}", text("id")?));
    put("name", in_both(line, "name")?.ok_or("name is missing")?);
    put("phone", format!("{:?}", text("phone")?));
    put("phone_alt", format!("{:?}", text("phone_alt").ok()));
    put("web", format!("{:?}", text("web").ok()));
    put("when", in_both(line, "when")?.map_or("None".to_owned(), |said| format!("Some({said})")));
    put("meant_for", format!("MeantFor::{next_of_kin}"));
    put("source", format!("{:?}", text("source")?));
    put("basis", format!("Basis::{constant}"));
    put("read_on", day(text("read_on")?)?);
    put("on_card", on_card.to_string());
    code.push_str("    },\n");
    Ok(code)
}

/// A text that is there in both languages, or in neither.
fn in_both(line: &Value, name: &str) -> Result<Option<String>, String> {
    let Some(said) = line.get(name) else { return Ok(None) };
    let language = |id: &str| {
        said.get(id).and_then(Value::as_str).ok_or_else(|| format!("{name}.{id} is missing"))
    };
    Ok(Some(format!("Said {{ nl: {:?}, en: {:?} }}", language("nl")?, language("en")?)))
}

fn day(text: &str) -> Result<String, String> {
    let wrong = || format!("read_on {text} is no day such as 2026-11-21");
    let parts: Vec<u32> =
        text.split('-').map(str::parse).collect::<Result<_, _>>().map_err(|_| wrong())?;
    match parts.as_slice() {
        [year, month, day] if (1..=12).contains(month) && (1..=31).contains(day) => {
            Ok(format!("day({year}, {month}, {day})"))
        }
        _ => Err(wrong()),
    }
}
