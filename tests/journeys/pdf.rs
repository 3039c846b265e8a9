//! Everything that a PDF says: what is drawn, what is spoken, what stands in its head.

use std::collections::BTreeMap;

use landvast_tests::folder::holds;
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// What a PDF says.
pub(crate) struct Said {
    /// The words that are drawn, in the order of drawing.
    pub(crate) text: String,
    /// Title, bookmarks, spoken words, alternative texts, links, metadata, one after another.
    strings: String,
    /// The file, and every stream of it unpacked.
    bytes: Vec<Vec<u8>>,
}

impl Said {
    /// Whether it says this anywhere, in one way or another.
    pub(crate) fn holds(&self, words: &str) -> bool {
        self.text.contains(words)
            || self.strings.contains(words)
            || self.bytes.iter().any(|bytes| holds(bytes, words.as_bytes()))
    }

    /// Whether it shows or dials this number, however its digits are grouped.
    pub(crate) fn holds_digits(&self, digits: &str) -> bool {
        let plain = |text: &str| text.replace([' ', '\u{a0}', '-', '.'], "");
        plain(&self.text).contains(digits) || plain(&self.strings).contains(digits)
    }
}

/// Reads a PDF, all of it.
pub(crate) fn everything_in(bytes: &[u8]) -> Said {
    let doc = Document::load_mem(bytes).unwrap();
    let mut said =
        Said { text: String::new(), strings: String::new(), bytes: vec![bytes.to_vec()] };
    for object in doc.objects.values() {
        collect(object, &mut said);
    }
    let trailer = Object::Dictionary(doc.trailer.clone());
    collect(&trailer, &mut said);
    for page in doc.page_iter() {
        said.text.push_str(&drawn(&doc, page));
        said.text.push('\n');
    }
    assert!(said.text.chars().count() > 100, "a card says something");
    said
}

fn collect(object: &Object, said: &mut Said) {
    match object {
        Object::String(..) => {
            said.strings.push_str(&lopdf::decode_text_string(object).unwrap_or_default());
            said.strings.push('\n');
            said.bytes.push(object.as_str().unwrap().to_vec());
        }
        Object::Name(name) => said.bytes.push(name.clone()),
        Object::Array(items) => items.iter().for_each(|item| collect(item, said)),
        Object::Dictionary(dict) => collect_all(dict, said),
        Object::Stream(stream) => {
            collect_all(&stream.dict, said);
            let plain = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
            said.strings.push_str(&String::from_utf8_lossy(&plain));
            said.strings.push('\n');
            said.bytes.push(plain);
        }
        _ => {}
    }
}

fn collect_all(dict: &Dictionary, said: &mut Said) {
    for (key, value) in dict {
        said.bytes.push(key.clone());
        collect(value, said);
    }
}

/// The words drawn on a page, by what each font says that its signs mean.
fn drawn(doc: &Document, page: ObjectId) -> String {
    let meanings: BTreeMap<Vec<u8>, BTreeMap<u16, String>> = doc
        .get_page_fonts(page)
        .unwrap()
        .into_iter()
        .map(|(name, font)| (name, meanings(doc, font)))
        .collect();
    let mut text = String::new();
    let mut font = Vec::new();
    for operation in Content::decode(&doc.get_page_content(page)).unwrap().operations {
        match operation.operator.as_str() {
            "Tf" => font = operation.operands[0].as_name().unwrap().to_vec(),
            "TJ" => {
                for shown in operation.operands[0].as_array().unwrap() {
                    let Ok(codes) = shown.as_str() else { continue };
                    for code in codes.chunks_exact(2) {
                        let code = u16::from_be_bytes([code[0], code[1]]);
                        text.push_str(&meanings[&font][&code]);
                    }
                }
            }
            "Tj" | "'" | "\"" => panic!("words drawn in a way that this does not read"),
            "ET" => text.push('\n'),
            _ => {}
        }
    }
    text.replace('\u{200b}', "")
}

fn meanings(doc: &Document, font: &Dictionary) -> BTreeMap<u16, String> {
    let map = doc.dereference(font.get(b"ToUnicode").unwrap()).unwrap().1;
    let map = map.as_stream().unwrap().decompressed_content().unwrap();
    let map = String::from_utf8(map).unwrap();
    let mut found = BTreeMap::new();
    let mut pairs = false;
    for line in map.lines() {
        if line.ends_with("beginbfchar") {
            pairs = true;
        } else if line.starts_with("endbfchar") {
            pairs = false;
        } else if pairs && let [code, meaning] = hex(line).as_slice() {
            let units: Vec<u16> =
                meaning.chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
            found.insert(u16::from_be_bytes([code[0], code[1]]), String::from_utf16_lossy(&units));
        }
        assert!(!line.contains("beginbfrange"), "meanings told in a way that this does not read");
    }
    found
}

/// The bytes between each `<` and `>`.
fn hex(line: &str) -> Vec<Vec<u8>> {
    let between = line.split('<').skip(1).filter_map(|part| part.split('>').next());
    between
        .map(|digits| {
            let pairs = digits.as_bytes().chunks_exact(2);
            pairs
                .map(|two| u8::from_str_radix(std::str::from_utf8(two).unwrap(), 16).unwrap())
                .collect()
        })
        .collect()
}
