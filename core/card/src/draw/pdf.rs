//! The scene as PDF: PDF/UA-1, so that a screen reader can speak it, and PDF/A-2a, so that it
//! opens the same way in thirty years.
//!
//! printpdf writes pages and fonts. What it cannot express is added to the finished objects:
//! language, structure tree, description, colour profile, and an identifier that comes from the
//! content, so that the same scene is always the same bytes.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use printpdf::{PageAnnotId, PageAnnotation, PdfDocument, PdfSaveOptions};
use sha2::{Digest as _, Sha256};

use super::subset::Meanings;
use super::tags::{self, Element};
use super::{content, measures, srgb, xmp};
use crate::CardError;
use crate::scene::{Item, Part, Placed, Scene, Shape};

/// How hard streams are packed, 0 to 9.
const LEVEL: u32 = 6;

/// What the file says about itself, apart from its title and language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PdfInfo {
    /// The program that made it.
    pub producer: String,
    /// Who wrote it; nobody is named unless the person wants it.
    pub author: Option<String>,
}

/// Draws the scene as PDF. The same scene gives the same bytes, whenever and wherever.
pub fn pdf(scene: &Scene, info: &PdfInfo) -> Result<Vec<u8>, CardError> {
    measures::check(scene)?;
    let mut meanings = Meanings::default();
    each_words(scene, &mut |placed| meanings.learn(placed));
    let subsets = meanings.subsets()?;

    let mut paper = PdfDocument::new("");
    let mut elements = Vec::new();
    for page in &scene.pages {
        let (page, on_page) = content::write(page, &meanings, &subsets);
        paper.pages.push(page);
        elements.push(on_page);
    }
    paper.resources.fonts.map.extend(subsets.into_fonts());
    for (number, page) in (1..).zip(&scene.pages).filter(|(_, page)| !page.bookmark.is_empty()) {
        let name = page.bookmark.clone();
        // Counted from 1, and the page is there: printpdf panics if no bookmark finds its page.
        let entry = PageAnnotation { name, page: number };
        paper.bookmarks.map.insert(PageAnnotId(format!("page-{number:04}")), entry);
    }
    let mut warnings = Vec::new();
    let doc = paper.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
    if !warnings.is_empty() {
        return Err(CardError::NotWritten);
    }
    finish(doc, elements, scene, info).map_err(|_| CardError::NotWritten)
}

/// Tells every line of words in the scene, in reading order.
fn each_words<'a>(scene: &'a Scene, tell: &mut dyn FnMut(&'a Placed)) {
    fn in_parts<'a>(parts: impl Iterator<Item = &'a Part>, tell: &mut dyn FnMut(&'a Placed)) {
        parts.flat_map(|part| &part.lines).for_each(tell);
    }
    fn in_shapes<'a>(shapes: &'a [Shape], tell: &mut dyn FnMut(&'a Placed)) {
        for shape in shapes {
            if let Shape::Label { words, .. } = shape {
                tell(words);
            }
        }
    }
    fn in_items<'a>(items: &'a [Item], tell: &mut dyn FnMut(&'a Placed)) {
        for item in items {
            match item {
                Item::Group(group) => in_items(&group.items, tell),
                Item::Text(block) => in_parts(block.parts.iter(), tell),
                Item::List(list) => {
                    let entries = list.entries.iter();
                    in_parts(entries.flat_map(|entry| entry.label.iter().chain(&entry.body)), tell);
                }
                Item::Figure(figure) => in_shapes(&figure.shapes, tell),
                Item::Artifact(shapes) => in_shapes(shapes, tell),
            }
        }
    }
    scene.pages.iter().for_each(|page| in_items(&page.items, tell));
}

/// Adds what printpdf leaves out, and writes the file.
fn finish(
    mut doc: Document,
    elements: Vec<Vec<Element>>,
    scene: &Scene,
    info: &PdfInfo,
) -> lopdf::Result<Vec<u8>> {
    "1.7".clone_into(&mut doc.version);
    let pages: Vec<ObjectId> = doc.page_iter().collect();
    let tree = tags::write(&mut doc, pages.into_iter().zip(elements).collect());
    let profile = doc.add_object(Stream::new(dictionary! { "N" => 3 }, srgb::profile()));
    let language = tags::language_tag(&scene.language);
    let packet = xmp::packet(scene, language, info).into_bytes();
    let kind = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    let metadata = doc.add_object(Stream::new(kind, packet).with_compression(false));
    let bookmarks = scene.pages.iter().any(|page| !page.bookmark.is_empty());

    let catalog = doc.catalog_mut()?;
    if let Some(tag) = language {
        catalog.set("Lang", tags::literal(tag));
    }
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("StructTreeRoot", tree);
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("Metadata", metadata);
    catalog.set("PageMode", if bookmarks { "UseOutlines" } else { "UseNone" });
    catalog.set("OutputIntents", vec![output_intent(profile).into()]);

    let mut about = dictionary! {
        "Title" => tags::text(&scene.title),
        "Producer" => tags::text(&info.producer),
    };
    if let Some(author) = &info.author {
        about.set("Author", tags::text(author));
    }
    let place = doc.trailer.get(b"Info").and_then(Object::as_reference)?;
    doc.set_object(place, about);
    save(doc)
}

fn output_intent(profile: ObjectId) -> Dictionary {
    dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => tags::literal("sRGB"),
        "Info" => tags::literal("sRGB"),
        "DestOutputProfile" => profile,
    }
}

/// Writes the file. Its identifier is the hash of everything else in it.
fn save(mut doc: Document) -> lopdf::Result<Vec<u8>> {
    pack(&mut doc)?;
    set_identifier(&mut doc, &[0; 16]);
    let mut bytes = Vec::new();
    doc.save_to(&mut bytes)?;
    let hash = Sha256::digest(&bytes);
    set_identifier(&mut doc, hash.get(..16).unwrap_or_default());
    bytes.clear();
    doc.save_to(&mut bytes)?;
    Ok(bytes)
}

/// Packs every stream that may be packed. lopdf would do it at the highest level, which takes three
/// times as long for a hundredth less.
fn pack(doc: &mut Document) -> lopdf::Result<()> {
    for object in doc.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if !stream.allows_compression || stream.dict.has(b"Filter") {
            continue;
        }
        let mut zlib = ZlibEncoder::new(Vec::new(), Compression::new(LEVEL));
        zlib.write_all(&stream.content)?;
        let packed = zlib.finish()?;
        if packed.len() < stream.content.len() {
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(packed);
        }
    }
    Ok(())
}

fn set_identifier(doc: &mut Document, identifier: &[u8]) {
    let identifier = Object::String(identifier.to_vec(), StringFormat::Hexadecimal);
    doc.trailer.set("ID", vec![identifier.clone(), identifier]);
}
