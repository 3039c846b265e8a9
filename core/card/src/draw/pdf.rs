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
use printpdf::{PdfDocument, PdfSaveOptions};
use sha2::{Digest as _, Sha256};

use super::subset::Meanings;
use super::tags::{self, Element, PageObject};
use super::{content, join, measures, outline, srgb, xmp};
use crate::CardError;
use crate::scene::{Ink, Placed, Scene, Shape, each};

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
    for (number, page) in scene.pages.iter().enumerate() {
        let (page, on_page) = content::write(number, page, &meanings, &subsets);
        paper.pages.push(page);
        elements.push(on_page);
    }
    paper.resources.fonts.map.extend(subsets.into_fonts());
    let mut warnings = Vec::new();
    let doc = paper.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
    if !warnings.is_empty() {
        return Err(CardError::NotWritten);
    }
    finish(doc, elements, scene, info).map_err(|_| CardError::NotWritten)
}

/// Tells every line of words in the scene, in the order in which it is painted.
fn each_words<'a>(scene: &'a Scene, tell: &mut dyn FnMut(&'a Placed)) {
    for page in &scene.pages {
        each(&page.items, &mut |ink| match ink {
            Ink::Words(part) => part.lines.iter().for_each(&mut *tell),
            Ink::Shape(Shape::Label { words, .. }) => tell(words),
            Ink::Shape(_) => {}
        });
    }
}

/// Adds what printpdf leaves out, and writes the file.
fn finish(
    mut doc: Document,
    elements: Vec<Vec<Element>>,
    scene: &Scene,
    info: &PdfInfo,
) -> lopdf::Result<Vec<u8>> {
    "1.7".clone_into(&mut doc.version);
    let pages: Vec<PageObject> = doc
        .page_iter()
        .zip(&scene.pages)
        .map(|(id, page)| PageObject { id, height: page.height })
        .collect();
    let tree = tags::write(&mut doc, &pages, join::pages(elements));
    let outline = outline::write(&mut doc, &pages, &scene.pages);
    let profile = doc.add_object(Stream::new(dictionary! { "N" => 3 }, srgb::profile()));
    let language = tags::language_tag(&scene.language);
    let packet = xmp::packet(scene, language, info).into_bytes();
    let kind = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    let metadata = doc.add_object(Stream::new(kind, packet).with_compression(false));

    let catalog = doc.catalog_mut()?;
    if let Some(tag) = language {
        catalog.set("Lang", tags::literal(tag));
    }
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("StructTreeRoot", tree);
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("Metadata", metadata);
    catalog.set("PageMode", if outline.is_some() { "UseOutlines" } else { "UseNone" });
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
    }
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
