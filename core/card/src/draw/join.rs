//! Puts together what was broken off at the end of a page, so that it is spoken as one thing: the
//! second half of a sentence belongs to the paragraph that began on the page before.

use super::tags::{Element, Kid};
use crate::scene::Seam;

/// The elements of all pages, in reading order.
pub(super) fn pages(pages: Vec<Vec<Element>>) -> Vec<Element> {
    let mut all = Vec::new();
    go_on(&mut all, pages.into_iter().flatten().map(Kid::Element));
    let elements = all.into_iter().filter_map(|kid| match kid {
        Kid::Element(element) => Some(element),
        Kid::Content { .. } | Kid::Link(_) => None,
    });
    elements.collect()
}

/// Puts more kids behind these; one that is the rest of the last goes into it.
fn go_on(kids: &mut Vec<Kid>, more: impl IntoIterator<Item = Kid>) {
    for kid in more {
        match (kid, kids.last_mut()) {
            (Kid::Element(rest), Some(Kid::Element(last)))
                if rest.joins.is_some() && rest.kind == last.kind =>
            {
                join(last, rest);
            }
            (kid, _) => kids.push(kid),
        }
    }
}

fn join(element: &mut Element, rest: Element) {
    if rest.joins == Some(Seam::Within) {
        return within(element, rest);
    }
    go_on(&mut element.kids, rest.kids);
}

/// Goes on in the middle: of a list in its last entry, of a table in every cell of its last row.
fn within(element: &mut Element, rest: Element) {
    let mut more = rest.kids.into_iter();
    match element.kind {
        "L" | "LI" | "TOC" | "TOCI" | "Reference" | "Table" => {
            match (element.kids.last_mut(), more.next()) {
                (Some(Kid::Element(last)), Some(Kid::Element(first))) => within(last, first),
                (_, first) => element.kids.extend(first),
            }
        }
        "TR" => {
            for (cell, first) in element.kids.iter_mut().zip(more.by_ref()) {
                if let (Kid::Element(cell), Kid::Element(first)) = (cell, first) {
                    within(cell, first);
                }
            }
        }
        _ => {}
    }
    go_on(&mut element.kids, more);
}
