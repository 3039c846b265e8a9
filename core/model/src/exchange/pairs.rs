//! The file as it stands, before anything in it is judged.
//!
//! A JSON object in memory keeps only the last of two keys of one name, and so would lose an
//! answer without a word. Here every pair is kept, so that a second one can be a fault.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value as Json;

use super::BACKUP;
use crate::edit::Problem;

/// The pairs of a JSON object, in order, doubles and all.
#[derive(Debug, Default)]
pub(super) struct Pairs(pub(super) Vec<(String, Json)>);

impl Pairs {
    /// The text under `key`, if it is a text, standing alone or as a whole answer's value.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        let json = &self.0.iter().find(|(known, _)| known == key)?.1;
        json.as_str().or_else(|| json.get("value")?.as_str())
    }
}

/// The file's four keys, and what else it has. What a backup has beside them is passed over.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) landvast: Option<Json>,
    pub(super) language: Option<Json>,
    pub(super) answers: Pairs,
    pub(super) people: Vec<Pairs>,
    pub(super) unknown: Vec<String>,
    pub(super) misshapen: Vec<(&'static str, Problem)>,
}

impl<'de> Deserialize<'de> for Plan {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        input.deserialize_any(PlanVisitor)
    }
}

struct PlanVisitor;

impl<'de> Visitor<'de> for PlanVisitor {
    type Value = Plan;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a plan")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Plan, A::Error> {
        let mut plan = Plan::default();
        let mut seen: Vec<String> = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            if seen.contains(&key) {
                plan.misshapen.push(("", Problem::Twice));
            }
            match key.as_str() {
                "landvast" => plan.landvast = Some(map.next_value()?),
                "language" => plan.language = Some(map.next_value()?),
                "answers" => match map.next_value()? {
                    Maybe::Pairs(pairs) => plan.answers = pairs,
                    _ => plan.misshapen.push(("answers", Problem::WrongKind { wanted: "object" })),
                },
                "people" => match map.next_value()? {
                    Maybe::List(people) => {
                        for person in people {
                            match person {
                                Maybe::Pairs(pairs) => plan.people.push(pairs),
                                _ => plan
                                    .misshapen
                                    .push(("people", Problem::WrongKind { wanted: "object" })),
                            }
                        }
                    }
                    _ => plan.misshapen.push(("people", Problem::WrongKind { wanted: "list" })),
                },
                // A backup that another tool opened is a plan like any other; the rest of it makes
                // the vault whole again, and is not read here.
                BACKUP => drop(map.next_value::<IgnoredAny>()?),
                _ => {
                    map.next_value::<IgnoredAny>()?;
                    plan.unknown.push(key.clone());
                }
            }
            seen.push(key);
        }
        Ok(plan)
    }
}

/// Pairs, a list of such, or something else.
enum Maybe {
    Pairs(Pairs),
    List(Vec<Maybe>),
    Other,
}

impl<'de> Deserialize<'de> for Maybe {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        input.deserialize_any(MaybeVisitor)
    }
}

struct MaybeVisitor;

impl<'de> Visitor<'de> for MaybeVisitor {
    type Value = Maybe;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("anything")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Maybe, A::Error> {
        let mut pairs = Pairs::default();
        while let Some(pair) = map.next_entry()? {
            pairs.0.push(pair);
        }
        Ok(Maybe::Pairs(pairs))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Maybe, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Maybe::List(items))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Maybe, E> {
        Ok(Maybe::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Maybe, E> {
        Ok(Maybe::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Maybe, E> {
        Ok(Maybe::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Maybe, E> {
        Ok(Maybe::Other)
    }

    fn visit_str<E>(self, _: &str) -> Result<Maybe, E> {
        Ok(Maybe::Other)
    }

    fn visit_unit<E>(self) -> Result<Maybe, E> {
        Ok(Maybe::Other)
    }
}
