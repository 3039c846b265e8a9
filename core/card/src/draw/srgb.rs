//! A colour profile for sRGB, made here: PDF/A wants one in the file.
//!
//! ICC version 2, display class: three colour columns adapted to D50 and one tone curve of 256
//! steps that the three channels share.

/// The profile's bytes.
pub(super) fn profile() -> Vec<u8> {
    let description = description("sRGB");
    let tags: [([u8; 4], Vec<u8>); 6] = [
        (*b"desc", description),
        (*b"cprt", text("No copyright, use freely")),
        (*b"wtpt", xyz(D50)),
        (*b"rXYZ", xyz([0.436_07, 0.222_49, 0.013_92])),
        (*b"gXYZ", xyz([0.385_15, 0.716_87, 0.097_08])),
        (*b"bXYZ", xyz([0.143_07, 0.060_61, 0.714_1])),
    ];
    let curve = curve();
    let count = tags.len() + 3;
    let mut at = HEADER + 4 + count * 12;
    let mut index = Vec::new();
    let mut body = Vec::new();
    for (name, value) in &tags {
        push_tag(&mut index, *name, at, value.len());
        body.extend_from_slice(value);
        body.resize(body.len().next_multiple_of(4), 0);
        at = HEADER + 4 + count * 12 + body.len();
    }
    for name in [*b"rTRC", *b"gTRC", *b"bTRC"] {
        push_tag(&mut index, name, at, curve.len());
    }
    body.extend_from_slice(&curve);
    body.resize(body.len().next_multiple_of(4), 0);

    let mut profile = header(HEADER + 4 + index.len() + body.len());
    profile.extend(be(count));
    profile.extend(index);
    profile.extend(body);
    profile
}

/// The length of an ICC header.
const HEADER: usize = 128;

/// The white of the space in which profiles are connected.
const D50: [f64; 3] = [0.964_2, 1.0, 0.824_9];

fn header(size: usize) -> Vec<u8> {
    let mut header = Vec::with_capacity(HEADER);
    header.extend(be(size));
    header.extend([0; 4]);
    header.extend([2, 0x10, 0, 0]);
    header.extend(b"mntrRGB XYZ ");
    // Made on 1 January 2026, whenever that is: the same bytes every time.
    for part in [2026_u16, 1, 1, 0, 0, 0] {
        header.extend(part.to_be_bytes());
    }
    header.extend(b"acsp");
    header.resize(68, 0);
    header.extend(D50.into_iter().flat_map(fixed));
    header.resize(HEADER, 0);
    header
}

fn push_tag(index: &mut Vec<u8>, name: [u8; 4], at: usize, length: usize) {
    index.extend(name);
    index.extend(be(at));
    index.extend(be(length));
}

fn description(words: &str) -> Vec<u8> {
    let mut tag = b"desc\0\0\0\0".to_vec();
    tag.extend(be(words.len() + 1));
    tag.extend(words.bytes());
    // Its end, no Unicode form, no Macintosh form.
    tag.resize(tag.len() + 1 + 8 + 3 + 67, 0);
    tag
}

fn text(words: &str) -> Vec<u8> {
    let mut tag = b"text\0\0\0\0".to_vec();
    tag.extend(words.bytes());
    tag.push(0);
    tag
}

fn xyz(parts: [f64; 3]) -> Vec<u8> {
    let mut tag = b"XYZ \0\0\0\0".to_vec();
    tag.extend(parts.into_iter().flat_map(fixed));
    tag
}

fn curve() -> Vec<u8> {
    let mut tag = b"curv\0\0\0\0".to_vec();
    tag.extend(be(256));
    for step in 0..=255_u8 {
        let value = f64::from(step) / 255.0;
        let light =
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) };
        tag.extend(sixteen_bits(light * 65_535.0).to_be_bytes());
    }
    tag
}

/// A number with 16 bits behind the point; all used here lie between 0 and 1.
fn fixed(value: f64) -> [u8; 4] {
    let whole = u32::from(value >= 1.0);
    let rest = sixteen_bits((value - f64::from(whole)) * 65_536.0);
    (whole << 16 | u32::from(rest)).to_be_bytes()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
fn sixteen_bits(value: f64) -> u16 {
    value.round().clamp(0.0, 65_535.0) as u16
}

fn be(value: usize) -> [u8; 4] {
    u32::try_from(value).unwrap_or_default().to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_says_its_own_length_and_is_small() {
        let profile = profile();
        assert_eq!(profile[..4], be(profile.len()));
        assert_eq!(&profile[36..40], b"acsp");
        assert!(profile.len() < 1_200, "{}", profile.len());
    }
}
