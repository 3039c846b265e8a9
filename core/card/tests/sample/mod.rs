//! A sheet with two panels in many scripts, set and placed by hand: no plan, no layout.

use landvast_card::scene::{
    Block, Colour, Entry, Figure, Group, Item, Link, List, Mark, Page, Paint, Part, Placed, Point,
    Role, Scene, Shape, Stroke, mm,
};
use landvast_card::shape::{Paragraph, Style, Typesetter, Weight};

const BLUE: Colour = Colour::rgb(0, 64, 140);

/// The sheet, and what could not be drawn.
pub(crate) fn sheet(type_: &Typesetter) -> (Scene, String) {
    let mut missing = String::new();
    let mut page = Page::new(mm(210.0), mm(297.0));
    page.marks.push(mark("Buitenkant"));
    page.items.push(cut_marks());
    page.items.push(folding());
    let (left, right) = (first_panel(type_, &mut missing), second_panel(type_, &mut missing));
    page.items.extend([Item::Group(left), Item::Group(right)]);
    let mut back = Page::new(mm(210.0), mm(297.0));
    back.marks.push(mark("Binnenkant"));
    let mut pen = Pen::new(type_, 20.0, 20.0, 170.0);
    pen.write(Role::H2, "Binnenkant", Weight::Bold, 12.0, "nl");
    pen.write(Role::Note, "Zie ook mijn plan.", Weight::Regular, 9.0, "nl");
    back.items = pen.items;
    let scene = Scene {
        title: "Crisiskaart van <Noor> & Çelik".to_owned(),
        language: "nl".to_owned(),
        pages: vec![page, back],
    };
    (scene, missing)
}

fn mark(title: &str) -> Mark {
    Mark { level: 1, title: title.to_owned(), top: 0.0 }
}

fn first_panel(type_: &Typesetter, missing: &mut String) -> Group {
    let mut pen = Pen::new(type_, 24.0, 44.0, 77.6);
    pen.write(Role::H1, "Crisiskaart", Weight::Bold, 15.0, "nl");
    let words = "Geboren 3 mei 1991. Ik heb een crisisplan. Lees eerst deze kaart, praat rustig \
        met mij en bel daarna mijn contactpersoon; mijn geneesmiddelenvoorlichtingsbrochure ligt \
        in de la.";
    pen.write(Role::P, words, Weight::Regular, 8.5, "nl");
    pen.call("Fatima (zus): 06\u{a0}1234\u{a0}5678", "tel:+31612345678", "Bel Fatima");
    pen.list(&[
        "Ik slaap minder dan vier uur en praat heel snel 🙂.",
        "Zażółć gęślą jaźń; İstanbul, ığdır, ĳs.",
        "“Ik voel niets meer” – dan is het ernstig ☎ → 112 ✓",
    ]);
    missing.push_str(&pen.missing);
    Group { title: "Voorkant".to_owned(), language: None, items: pen.items }
}

fn second_panel(type_: &Typesetter, missing: &mut String) -> Group {
    let mut pen = Pen::new(type_, 109.6, 44.0, 77.6);
    pen.write(Role::H2, "In short", Weight::Bold, 10.5, "en");
    let english = "Please speak calmly. Whatever happened, extraordinarily uncomfortable \
        circumstances notwithstanding, call my sister first.";
    pen.write(Role::P, english, Weight::Regular, 8.5, "en");
    let arabic = "أحتاج إلى الهدوء. من فضلك اتصل بأختي فاطمة (نور): 06 1234 5678، ثم انتظر معي \
        حتى تصل. لا تلمسني من فضلك.";
    pen.write(Role::P, arabic, Weight::Regular, 9.5, "ar");
    pen.write(Role::P, "الاسم: لا إله، مُحَمَّد", Weight::Bold, 9.5, "ar");
    let greek = "Χρειάζομαι ησυχία. Καλέστε την αδελφή μου: ἀδελφή ᾧ.";
    pen.write(Role::P, greek, Weight::Regular, 8.5, "el");
    let cyrillic = "Мне нужен покой. Позвоните моей сестре. Ёлка, ђак, їжак.";
    pen.write(Role::P, cyrillic, Weight::Bold, 8.5, "ru");
    pen.write(Role::P, "कृपया शांति से बात करें। Danke.", Weight::Regular, 8.5, "hi");
    pen.write(Role::P, "Vietnamees: Nguyễn Thị Ạnh; e\u{301} = é.", Weight::Regular, 8.5, "vi");
    missing.push_str(&pen.missing);
    Group { title: "In short".to_owned(), language: Some("en".to_owned()), items: pen.items }
}

fn cut_marks() -> Item {
    let (left, top) = (mm(20.0), mm(40.0));
    let grey = Colour::rgb(120, 120, 120);
    let band = Colour::rgb(225, 234, 246);
    let head = Point::new(left, top);
    let middle = mm(105.0);
    let fold = Stroke::dashed(grey, 0.5, 3.0, 3.0);
    Item::Artifact(vec![
        Shape::Rect {
            at: head,
            width: mm(85.0),
            height: mm(3.0),
            radius: 0.0,
            paint: Paint::Fill(band),
        },
        Shape::Rect {
            at: head,
            width: mm(170.0),
            height: mm(108.0),
            radius: 0.0,
            paint: Paint::Outline(Stroke::solid(grey, 0.5)),
        },
        Shape::Line {
            from: Point::new(middle, top),
            to: Point::new(middle, top + mm(108.0)),
            stroke: fold,
        },
    ])
}

/// A small drawing of how to fold.
fn folding() -> Item {
    let ink = Stroke::solid(BLUE, 0.8);
    let at = Point::new(mm(150.0), mm(10.0));
    let tip = Point::new(mm(170.0), mm(20.0));
    let type_ = Typesetter::new();
    let style = Style { size_pt: 7.0, weight: Weight::Regular, language: "nl" };
    let label = type_.line("1", style).place(mm(152.0), mm(11.0), mm(10.0), 9.0);
    let mut shapes = vec![
        Shape::Rect {
            at,
            width: mm(20.0),
            height: mm(16.0),
            radius: mm(2.0),
            paint: Paint::Both(Colour::WHITE, ink),
        },
        Shape::Line { from: Point::new(mm(155.0), mm(20.0)), to: tip, stroke: ink },
        Shape::Polygon {
            corners: vec![tip, Point::new(mm(167.5), mm(18.5)), Point::new(mm(167.5), mm(21.5))],
            paint: Paint::Fill(BLUE),
        },
        Shape::Circle {
            middle: Point::new(mm(156.0), mm(20.0)),
            radius: mm(2.0),
            paint: Paint::Outline(ink),
        },
    ];
    shapes.extend(label.into_iter().map(|words| Shape::Label { words, colour: BLUE }));
    let alt = "Vouw eerst in de lengte, dan in de breedte.".to_owned();
    Item::Figure(Figure { alt, language: None, shapes })
}

/// Writes one thing below the other.
struct Pen<'a> {
    type_: &'a Typesetter,
    left: f32,
    top: f32,
    width: f32,
    items: Vec<Item>,
    missing: String,
}

impl<'a> Pen<'a> {
    fn new(type_: &'a Typesetter, left: f32, top: f32, width: f32) -> Self {
        let (left, top, width) = (mm(left), mm(top), mm(width));
        Self { type_, left, top, width, items: Vec::new(), missing: String::new() }
    }

    fn set(&mut self, indent: f32, paragraph: &Paragraph, leading: f32) -> Vec<Placed> {
        self.missing.extend(&paragraph.missing);
        let width = self.width - indent;
        let placed = paragraph.place(self.left + indent, self.top, width, leading);
        self.top += paragraph.height(leading);
        placed
    }

    fn write(&mut self, role: Role, words: &str, weight: Weight, size_pt: f32, language: &str) {
        let style = Style { size_pt, weight, language };
        let paragraph = self.type_.wrap(words, style, self.width);
        let lines = self.set(0.0, &paragraph, size_pt * 1.3);
        let mut block = Block::new(role, lines);
        for part in &mut block.parts {
            part.language = Some(language.to_owned());
            part.colour = if role == Role::P { Colour::BLACK } else { BLUE };
        }
        self.items.push(Item::Text(block));
        self.top += size_pt * 0.3;
    }

    fn call(&mut self, words: &str, uri: &str, contents: &str) {
        let style = Style { size_pt: 10.0, weight: Weight::Bold, language: "nl" };
        let paragraph = self.type_.wrap(words, style, self.width);
        let lines = self.set(0.0, &paragraph, 13.0);
        let link = Link { uri: uri.to_owned(), contents: contents.to_owned() };
        let part = Part { link: Some(link), ..Part::new(lines) };
        self.items.push(Item::Text(Block { role: Role::P, parts: vec![part] }));
    }

    fn list(&mut self, entries: &[&str]) {
        let style = Style { size_pt: 8.5, weight: Weight::Regular, language: "nl" };
        let bullet = self.type_.line("•", style);
        let mut list = List::default();
        for words in entries {
            let label = bullet.place(self.left, self.top, mm(3.0), 11.0);
            let paragraph = self.type_.wrap(words, style, self.width - mm(3.0));
            let body = self.set(mm(3.0), &paragraph, 11.0);
            list.entries.push(Entry { label: Some(Part::new(label)), body: vec![Part::new(body)] });
        }
        self.items.push(Item::List(list));
    }
}
