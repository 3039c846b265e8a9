//! The PDF and the picture of a sheet in many scripts.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop where it stands"
)]

mod sample;

use std::collections::{BTreeMap, BTreeSet};

use landvast_card::CardError;
use landvast_card::draw::{PdfInfo, pdf, png};
use landvast_card::scene::{Block, Item, Page, Role, Scene, mm};
use landvast_card::shape::{Style, Typesetter, Weight};
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use proptest::prelude::*;

fn info() -> PdfInfo {
    PdfInfo { producer: "Landvast".to_owned(), author: None }
}

fn drawn(scene: &Scene) -> Document {
    Document::load_mem(&pdf(scene, &info()).unwrap()).unwrap()
}

fn sample_paper() -> Document {
    drawn(&sample::sheet(&Typesetter::new()).0)
}

/// A dictionary, wherever it lies.
fn dict<'a>(doc: &'a Document, object: &'a Object) -> &'a Dictionary {
    doc.dereference(object).unwrap().1.as_dict().unwrap()
}

fn child<'a>(doc: &'a Document, parent: &'a Dictionary, key: &str) -> &'a Dictionary {
    dict(doc, parent.get(key.as_bytes()).unwrap())
}

fn operations(doc: &Document, page: ObjectId) -> Vec<lopdf::content::Operation> {
    Content::decode(&doc.get_page_content(page)).unwrap().operations
}

#[test]
fn the_sheet_lies_where_it_lies() {
    let (scene, missing) = sample::sheet(&Typesetter::new());
    insta::assert_snapshot!(scene.to_text());
    assert!(missing.contains('🙂') && missing.contains('क'));
}

#[test]
fn a_screen_reader_is_told_title_language_and_structure() {
    let doc = sample_paper();
    let catalog = doc.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"nl");
    assert!(child(&doc, catalog, "MarkInfo").get(b"Marked").unwrap().as_bool().unwrap());
    let preferences = child(&doc, catalog, "ViewerPreferences");
    assert!(preferences.get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
    let metadata = catalog.get(b"Metadata").and_then(|id| doc.dereference(id)).unwrap().1;
    let xmp = String::from_utf8(metadata.as_stream().unwrap().content.clone()).unwrap();
    for claim in [
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "Crisiskaart van &lt;Noor&gt; &amp; Çelik",
        "pdfaExtension:schemas",
    ] {
        assert!(xmp.contains(claim), "{claim}");
    }
    for page in doc.page_iter() {
        assert_eq!(
            doc.get_dictionary(page).unwrap().get(b"Tabs").unwrap().as_name().unwrap(),
            b"S"
        );
    }
}

#[test]
fn everything_drawn_is_spoken_or_marked_as_ornament() {
    let doc = sample_paper();
    for page in doc.page_iter() {
        let mut depth = 0;
        for operation in operations(&doc, page) {
            match operation.operator.as_str() {
                "BDC" | "BMC" => depth += 1,
                "EMC" => depth -= 1,
                "S" | "f" | "b" | "B" | "TJ" | "Tj" => assert!(depth > 0, "{operation:?}"),
                _ => {}
            }
        }
        assert_eq!(depth, 0);
    }
}

#[test]
fn every_marked_content_leads_to_the_element_that_holds_it() {
    let doc = sample_paper();
    let root = child(&doc, doc.catalog().unwrap(), "StructTreeRoot");
    let nums = child(&doc, root, "ParentTree").get(b"Nums").unwrap().as_array().unwrap();
    let parents: BTreeMap<i64, &Object> =
        nums.chunks(2).map(|pair| (pair[0].as_i64().unwrap(), &pair[1])).collect();
    for page in doc.page_iter() {
        let key = doc.get_dictionary(page).unwrap().get(b"StructParents").unwrap();
        let owners = parents[&key.as_i64().unwrap()].as_array().unwrap();
        let numbers: Vec<i64> = operations(&doc, page)
            .iter()
            .filter(|operation| operation.operator == "BDC")
            .filter_map(|operation| operation.operands.get(1)?.as_dict().ok()?.get(b"MCID").ok())
            .map(|number| number.as_i64().unwrap())
            .collect();
        assert_eq!(numbers, (0..i64::try_from(owners.len()).unwrap()).collect::<Vec<_>>());
        for (number, owner) in numbers.iter().zip(owners) {
            let kids = dict(&doc, owner).get(b"K").unwrap().as_array().unwrap();
            assert!(kids.iter().any(|kid| kid.as_i64().is_ok_and(|kid| kid == *number)));
        }
    }
}

/// The kinds of all elements, in reading order.
fn kinds(doc: &Document, element: &Dictionary, out: &mut Vec<String>) {
    out.push(String::from_utf8(element.get(b"S").unwrap().as_name().unwrap().to_vec()).unwrap());
    let kids = doc.dereference(element.get(b"K").unwrap()).unwrap().1.as_array().unwrap();
    for kid in kids.iter().filter(|kid| kid.as_reference().is_ok()) {
        kinds(doc, dict(doc, kid), out);
    }
}

#[test]
fn the_reading_order_is_the_order_of_the_sheet() {
    let doc = sample_paper();
    let root = child(&doc, doc.catalog().unwrap(), "StructTreeRoot");
    let mut found = Vec::new();
    kinds(&doc, child(&doc, root, "K"), &mut found);
    let expected = "Document Figure \
        Sect H1 P P Link L LI Lbl LBody LI Lbl LBody LI Lbl LBody \
        Sect H2 P P Span P Span P P P P H2 Note";
    assert_eq!(found.join(" "), expected);
}

#[test]
fn arabic_is_spoken_as_it_is_read() {
    let doc = sample_paper();
    let spoken: Vec<String> = doc
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok()?.get(b"ActualText").ok())
        .map(|words| lopdf::decode_text_string(words).unwrap())
        .collect();
    assert!(spoken.iter().any(|words| words.contains("06 1234 5678، ثم انتظر معي حتى تصل")));
    assert!(spoken.iter().any(|words| words.contains("لا إله، مُحَمَّد")));
}

#[test]
fn a_tap_on_the_number_calls_it() {
    let doc = sample_paper();
    let page = doc.page_iter().next().unwrap();
    let annotations = doc.get_dictionary(page).unwrap().get(b"Annots").unwrap();
    let annotations = annotations.as_array().unwrap();
    assert_eq!(annotations.len(), 1);
    let link = dict(&doc, &annotations[0]);
    let action = child(&doc, link, "A");
    assert_eq!(action.get(b"URI").unwrap().as_str().unwrap(), b"tel:+31612345678");
    assert_eq!(link.get(b"Contents").unwrap().as_str().unwrap(), b"Bel Fatima");
    assert_eq!(link.get(b"F").unwrap().as_i64().unwrap(), 4);
    assert!(link.get(b"StructParent").unwrap().as_i64().unwrap() >= 2);
}

#[test]
fn the_drawing_is_told_in_words() {
    let doc = sample_paper();
    let figure =
        doc.objects.values().filter_map(|object| object.as_dict().ok()).find(|dict| {
            dict.get(b"S").and_then(Object::as_name).is_ok_and(|kind| kind == b"Figure")
        });
    let figure = figure.unwrap();
    assert!(figure.get(b"Alt").unwrap().as_str().unwrap().starts_with(b"Vouw eerst"));
    assert_eq!(child(&doc, figure, "A").get(b"BBox").unwrap().as_array().unwrap().len(), 4);
}

/// The codes that each font draws.
fn drawn_codes(doc: &Document) -> BTreeMap<Vec<u8>, BTreeSet<u16>> {
    let mut codes: BTreeMap<Vec<u8>, BTreeSet<u16>> = BTreeMap::new();
    for page in doc.page_iter() {
        let mut font = Vec::new();
        for operation in operations(doc, page) {
            match operation.operator.as_str() {
                "Tf" => font = operation.operands[0].as_name().unwrap().to_vec(),
                "TJ" => {
                    for shown in operation.operands[0].as_array().unwrap() {
                        let Ok(bytes) = shown.as_str() else { continue };
                        for code in bytes.chunks(2) {
                            let code = u16::from_be_bytes([code[0], code[1]]);
                            codes.entry(font.clone()).or_default().insert(code);
                        }
                    }
                }
                _ => {}
            }
        }
    }
    codes
}

fn assert_every_code_means_something(doc: &Document) {
    let page = doc.page_iter().next().unwrap();
    let fonts = doc.get_page_fonts(page).unwrap();
    for (name, codes) in drawn_codes(doc) {
        assert!(!codes.contains(&0), "an empty box");
        let font = fonts[&name];
        let stream = doc.dereference(font.get(b"ToUnicode").unwrap()).unwrap().1;
        let map = stream.as_stream().unwrap().decompressed_content().unwrap();
        let map = String::from_utf8(map).unwrap();
        for code in codes {
            let entry = format!("<{code:04X}> <");
            let meaning = map.split(&entry).nth(1).expect("a meaning").split('>').next().unwrap();
            assert!(!meaning.is_empty() && meaning != "0000" && meaning != "FEFF");
        }
        let descendants = font.get(b"DescendantFonts").unwrap().as_array().unwrap();
        let descriptor = child(doc, dict(doc, &descendants[0]), "FontDescriptor");
        assert!(descriptor.has(b"FontFile2"), "embedded");
    }
}

#[test]
fn every_glyph_can_be_copied_and_none_is_an_empty_box() {
    assert_every_code_means_something(&sample_paper());
}

#[test]
fn the_same_sheet_is_the_same_bytes() {
    let type_ = Typesetter::new();
    let first = pdf(&sample::sheet(&type_).0, &info()).unwrap();
    let again = pdf(&sample::sheet(&Typesetter::new()).0, &info()).unwrap();
    assert!(first == again);
    let other = Scene { title: "Anders".to_owned(), ..sample::sheet(&type_).0 };
    let id = |bytes: &[u8]| Document::load_mem(bytes).unwrap().trailer.get(b"ID").unwrap().clone();
    assert_ne!(id(&first), id(&pdf(&other, &info()).unwrap()));
}

#[test]
fn nobody_is_named_and_no_moment_is_told_unasked() {
    let doc = sample_paper();
    let about = child(&doc, &doc.trailer, "Info");
    let keys: Vec<&[u8]> = about.iter().map(|(key, _)| key.as_slice()).collect();
    assert_eq!(keys, [b"Title".as_slice(), b"Producer"]);
}

#[test]
fn the_contents_of_a_reader_lead_to_the_pages() {
    let doc = sample_paper();
    let catalog = doc.catalog().unwrap();
    assert_eq!(catalog.get(b"PageMode").unwrap().as_name().unwrap(), b"UseOutlines");
    let outlines = child(&doc, catalog, "Outlines");
    assert_eq!(outlines.get(b"Count").unwrap().as_i64().unwrap(), 2);
}

#[test]
fn the_picture_has_the_true_size_of_the_paper() {
    let scene = Scene { pages: vec![Page::new(mm(85.6), mm(54.0))], ..Scene::default() };
    let bytes = png(&scene, 0, 300).unwrap();
    let reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    assert_eq!(reader.info().size(), (1011, 638));
    let size = reader.info().pixel_dims.unwrap();
    assert_eq!((size.xppu, size.unit), (11_811, png::Unit::Meter));
}

#[test]
fn the_picture_shows_ink_where_the_words_are() {
    let scene = sample::sheet(&Typesetter::new()).0;
    let bytes = png(&scene, 0, 72).unwrap();
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    let ink = |left: usize, top: usize, right: usize, bottom: usize| {
        (top..bottom).any(|y| (left..right).any(|x| pixels[(y * 595 + x) * 3] < 100))
    };
    assert!(ink(68, 125, 145, 140), "the heading");
    assert!(!ink(68, 500, 500, 800), "nothing below");
}

#[test]
fn a_measure_that_is_no_number_is_refused() {
    for width in [f32::NAN, f32::INFINITY] {
        let scene = Scene { pages: vec![Page::new(width, 100.0)], ..Scene::default() };
        assert_eq!(pdf(&scene, &info()), Err(CardError::NotANumber));
        assert_eq!(png(&scene, 0, 300), Err(CardError::NotANumber));
    }
    let huge = Scene { pages: vec![Page::new(20_000.0, 100.0)], ..Scene::default() };
    assert_eq!(pdf(&huge, &info()), Err(CardError::TooLarge));
}

#[test]
fn a_page_that_is_not_there_is_said_to_be_missing() {
    assert_eq!(png(&Scene::default(), 0, 300), Err(CardError::NoSuchPage));
    assert_eq!(pdf(&Scene::default(), &info()), Err(CardError::NoSuchPage));
}

#[test]
fn a_paper_without_words_is_a_paper() {
    let scene = Scene { pages: vec![Page::new(100.0, 100.0)], ..Scene::default() };
    assert_eq!(drawn(&scene).page_iter().count(), 1);
}

/// A sheet that holds only this text, in a panel's width.
fn sheet_of(text: &str, language: &str) -> Scene {
    let style = Style { size_pt: 8.5, weight: Weight::Regular, language };
    let words = Typesetter::new().wrap(text, style, 220.0);
    let mut page = Page::new(mm(210.0), mm(297.0));
    page.items.push(Item::Text(Block::new(Role::H1, words.place(20.0, 20.0, 220.0, 11.0))));
    Scene { title: text.to_owned(), language: language.to_owned(), pages: vec![page] }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn whatever_is_typed_gives_a_sound_file(text in "(\\PC|.|[\u{600}-\u{6ff}]){1,60}", language in ".{0,5}") {
        let doc = drawn(&sheet_of(&text, &language));
        assert_every_code_means_something(&doc);
    }
}
