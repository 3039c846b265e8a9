//! The printed sheet measured with a ruler: rasterised at 300 dots an inch, by our own picture
//! and, where poppler is installed, from the PDF as a printer would.

use std::fs;
use std::ops::Range;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use landvast_card::draw::{PdfInfo, pdf, png};
use landvast_card::scene::{Scene, mm};
use landvast_model::Language;

use crate::card::{Card, NOOR, OVERFULL, book, lines};
use crate::grid::{Frame, Grid};

const DOTS_PER_INCH: u16 = 300;

/// A page as dots, each from 0 (white) to 1 (black).
struct Picture {
    from: &'static str,
    width: usize,
    dots: Vec<f64>,
}

impl Picture {
    fn of_rgb(from: &'static str, width: usize, channels: usize, bytes: &[u8]) -> Self {
        let dark = |dot: &[u8]| {
            let sum: f64 = dot.iter().take(3).map(|channel| f64::from(*channel)).sum();
            let count = if channels < 3 { 1.0 } else { 3.0 };
            let light = if channels < 3 { f64::from(dot[0]) } else { sum };
            1.0 - light / (255.0 * count)
        };
        Self { from, width, dots: bytes.chunks_exact(channels).map(dark).collect() }
    }

    fn height(&self) -> usize {
        self.dots.len() / self.width
    }

    fn at(&self, x: usize, y: usize) -> f64 {
        self.dots[y * self.width + x]
    }

    /// The middles of the dark stretches along a row or a column of dots, weighed by darkness.
    fn strokes(dots: impl Iterator<Item = f64>) -> Vec<f64> {
        let mut strokes = Vec::new();
        let (mut weight, mut moment) = (0.0, 0.0);
        for (place, dark) in (0_u32..).map(f64::from).zip(dots.chain([0.0])) {
            if dark > 0.05 {
                weight += dark;
                moment += dark * (place + 0.5);
            } else if weight > 0.0 {
                strokes.push(moment / weight);
                (weight, moment) = (0.0, 0.0);
            }
        }
        strokes
    }

    /// How dark a column is on average between two rows.
    fn column(&self, x: usize, from: usize, to: usize) -> f64 {
        mean((from..to).map(|y| self.at(x, y)))
    }

    fn row(&self, y: usize, from: usize, to: usize) -> f64 {
        mean((from..to).map(|x| self.at(x, y)))
    }
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = u32::try_from(values.len()).unwrap();
    values.sum::<f64>() / f64::from(count)
}

/// The picture that the product makes.
fn picture(scene: &Scene) -> Picture {
    let bytes = png(scene, 0, DOTS_PER_INCH).unwrap();
    let mut reader = png_reader(&bytes);
    let mut dots = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut dots).unwrap();
    let width = usize::try_from(frame.width).unwrap();
    let dots = &dots[..frame.buffer_size()];
    Picture::of_rgb("the picture", width, frame.color_type.samples(), dots)
}

fn png_reader(bytes: &[u8]) -> ::png::Reader<std::io::Cursor<&[u8]>> {
    ::png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap()
}

/// The PDF as poppler draws it; none where poppler is not installed.
fn printed(scene: &Scene) -> Option<Picture> {
    let info = PdfInfo { producer: "Landvast".to_owned(), author: None };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("card.pdf");
    fs::write(&file, pdf(scene, &info).unwrap()).unwrap();
    let dots = DOTS_PER_INCH.to_string();
    let ended = Command::new("pdftoppm")
        .args(["-gray", "-r", &dots])
        .arg(&file)
        .arg(folder.path().join("page"))
        .stdout(Stdio::null())
        .status();
    let Ok(ended) = ended else {
        println!("skipped: pdftoppm is not installed; only our own picture is measured");
        return None;
    };
    assert!(ended.success());
    let page = fs::read(folder.path().join("page-1.pgm")).unwrap();
    // "P5\n2480 3508\n255\n", then a byte a dot.
    let (mut at, mut numbers) = (2, Vec::new());
    while numbers.len() < 3 {
        let digits: Vec<u8> =
            page[at..].iter().copied().skip_while(u8::is_ascii_whitespace).collect();
        let end = digits.iter().position(u8::is_ascii_whitespace).unwrap();
        numbers.push(std::str::from_utf8(&digits[..end]).unwrap().parse::<usize>().unwrap());
        at = page.len() - digits.len() + end;
    }
    Some(Picture::of_rgb("the PDF", numbers[0], 1, &page[at + 1..]))
}

fn both(scene: &Scene) -> Vec<Picture> {
    [Some(picture(scene)), printed(scene)].into_iter().flatten().collect()
}

/// The filled card, drawn once for all who measure it.
fn filled() -> &'static [Picture] {
    static PICTURES: OnceLock<Vec<Picture>> = OnceLock::new();
    PICTURES.get_or_init(|| both(Card::of(NOOR).scene()))
}

fn to_mm(dots: f64) -> f64 {
    dots * 25.4 / f64::from(DOTS_PER_INCH)
}

/// The cut rectangle in dots: left, top, right, bottom. A cut line is the only line without gaps
/// that is longer than half the sheet.
fn cut(picture: &Picture) -> [f64; 4] {
    let (width, height) = (picture.width, picture.height());
    // The middle half of the sheet, where every cut line passes and no margin is.
    let columns = (0..width).map(|x| {
        let dark = picture.column(x, height / 4, height * 3 / 4);
        let broken = (height / 4..height * 3 / 4).any(|y| picture.at(x, y) < 0.05);
        if broken { 0.0 } else { dark }
    });
    let upright = Picture::strokes(columns);
    let rows = (0..height).map(|y| {
        let dark = picture.row(y, width / 4, width * 3 / 4);
        let broken = (width / 4..width * 3 / 4).any(|x| picture.at(x, y) < 0.05);
        if broken { 0.0 } else { dark }
    });
    let across = Picture::strokes(rows);
    assert_eq!((upright.len(), across.len()), (2, 2), "{}: four cut lines", picture.from);
    [upright[0], across[0], upright[1], across[1]]
}

#[test]
fn the_card_is_cut_to_twice_four_bank_cards() {
    for picture in filled() {
        let [left, top, right, bottom] = cut(picture);
        let (width, height) = (to_mm(right - left), to_mm(bottom - top));
        assert!((width - 171.2).abs() < 0.3, "{}: {width} mm wide", picture.from);
        assert!((height - 216.0).abs() < 0.3, "{}: {height} mm high", picture.from);
        let beside = to_mm(left) - (210.0 - 171.2) / 2.0;
        assert!(beside.abs() < 0.3, "{}: {beside} mm off the middle", picture.from);
    }
}

#[test]
fn the_ruler_is_50_millimetres_long_and_marked_at_each_ten() {
    for picture in filled() {
        let [left, _, right, bottom] = cut(picture);
        let from = dot(bottom) + 10;
        let (left, right) = (dot(left) - 10, dot(right));
        // The ruler's line is the first thing below the card that is dark for 4 cm on end.
        let longest_run = |y: usize| {
            let dark: Vec<bool> = (left..right).map(|x| picture.at(x, y) > 0.5).collect();
            dark.split(|dark| !dark).map(<[bool]>::len).max().unwrap()
        };
        let line = (from..picture.height()).find(|y| longest_run(*y) > 480).unwrap();
        // From the outer edge of its first mark to that of its last, each 0.28 mm thick.
        let run = to_mm(f64::from(u32::try_from(longest_run(line + 1)).unwrap())) - 0.28;
        assert!((run - 50.0).abs() < 0.2, "{}: a line of {run} mm", picture.from);
        let above = |dots: usize| {
            let row = line - dots;
            Picture::strokes((left..right).map(|x| picture.at(x, row)))
        };
        let measure = |marks: &[f64]| to_mm(marks[marks.len() - 1] - marks[0]);
        let ends: Vec<f64> = above(15).into_iter().take(2).collect();
        let length = measure(&ends);
        assert!((length - 50.0).abs() < 0.2, "{}: {length} mm", picture.from);
        let marks: Vec<f64> = above(6).into_iter().take(6).collect();
        for pair in marks.windows(2) {
            let ten = measure(pair);
            assert!((ten - 10.0).abs() < 0.1, "{}: {ten} mm", picture.from);
        }
    }
}

#[test]
fn whoever_cuts_or_folds_2_millimetres_beside_the_line_cuts_no_letter() {
    let overfull = Card::in_words(&book(OVERFULL), Language::Nl, Some(Language::En));
    let grid = Grid::of(overfull.scene());
    let pictures = both(overfull.scene());
    for picture in filled().iter().chain(&pictures) {
        for cell in (0..2).flat_map(|column| (0..4).map(move |row| (column, row))) {
            // From half a millimetre inside the edge, past the line itself, to the margin.
            let (across, down) = dots_of(grid.cell(cell).inside(mm(0.5)));
            let (inner_across, inner_down) = dots_of(grid.cell(cell).inside(mm(2.8)));
            for y in down {
                for x in across.clone() {
                    if inner_down.contains(&y) && inner_across.contains(&x) {
                        continue;
                    }
                    let dark = picture.at(x, y);
                    assert!(dark < 0.1, "{} {cell:?}: ink at {x}, {y}", picture.from);
                }
            }
        }
    }
}

#[test]
fn whoever_copies_words_from_the_pdf_gets_the_words_that_are_printed() {
    let info = PdfInfo { producer: "Landvast".to_owned(), author: None };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("card.pdf");
    let card = Card::of(NOOR);
    fs::write(&file, pdf(card.scene(), &info).unwrap()).unwrap();
    let Ok(copied) = Command::new("pdftotext").args(["-raw"]).arg(&file).arg("-").output() else {
        println!("skipped: pdftotext is not installed");
        return;
    };
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let copied = squeezed(&String::from_utf8(copied.stdout).unwrap());
    for line in lines(&card.scene().pages[0].items) {
        let text = line.text().replace('\u{ad}', "");
        assert!(copied.contains(&squeezed(&text)), "{text:?}");
    }
}

/// The dots of a frame, across and down.
fn dots_of(frame: Frame) -> (Range<usize>, Range<usize>) {
    let scale = f32::from(DOTS_PER_INCH) / 72.0;
    let at = |points: f32| dot(f64::from(points * scale));
    (at(frame.left)..at(frame.right), at(frame.top)..at(frame.bottom))
}

#[test]
fn the_picture_says_how_large_it_is_so_that_it_prints_at_its_true_size() {
    let card = Card::of(NOOR);
    let bytes = png(card.scene(), 0, DOTS_PER_INCH).unwrap();
    let reader = png_reader(&bytes);
    let info = reader.info();
    let size = info.pixel_dims.unwrap();
    let across = f64::from(info.width) / f64::from(size.xppu) * 1000.0;
    let down = f64::from(info.height) / f64::from(size.yppu) * 1000.0;
    assert!((across - 210.0).abs() < 0.1 && (down - 297.0).abs() < 0.1, "{across} x {down} mm");
}

/// The dot in which a place on the page lies.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a page has some thousand dots, and none before the first"
)]
fn dot(place: f64) -> usize {
    place as usize
}
