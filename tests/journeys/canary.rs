//! A canary in every text of every field. It sings on a paper exactly where its audience allows,
//! and never in an error.

use landvast::{
    Audience, CardOptions, Draft, Format, Kind, Language, PaperFile, PersonId, Place, PlanError,
    Reader, Row, RowId, TABLE, Value, Words, say_error,
};
use landvast_model::PaperKind;
use landvast_model::excerpt::{Content, Entry, Excerpt, Request, excerpt};
use landvast_model::table::Owner as Whose;
use landvast_tests::{Chance, Owner};

use crate::aviary::{Answer, Aviary, Text};
use crate::letters::{Letter, Written};
use crate::pdf;

/// How many plans are made.
const PLANS: u64 = 24;

impl Aviary {
    fn excerpt_for(&self, reader: Reader, paper: PaperKind) -> Excerpt {
        let request = Request::new(reader, paper);
        excerpt(self.keeper.book(), &TABLE, &request, "2026-11-02".parse().unwrap())
    }

    /// Whether this is a name that stands there without being seen by itself: the reader's own, and
    /// that of whoever is told of or named in a row, unless the owner hid it by their own choice.
    pub(crate) fn is_named(
        &self,
        name: &Written,
        reader: Reader,
        stands: &dyn Fn(&Written) -> bool,
    ) -> bool {
        let Place::Person(id) = name.place else { return false };
        if name.field.id != "d.name" {
            return false;
        }
        // Here each answer has one row, so whoever sees any of it sees that one.
        let tells_of_them =
            |it: &Written| stands(it) && (it.place == name.place || it.parties.contains(&id));
        let mut written = self.answers.iter().map(|answer| &answer.written);
        reader == Reader::Person(id) || (name.audience.is_none() && written.any(tells_of_them))
    }

    /// Whether the reader sees that person's name or number, so that they are on the card's list.
    fn is_listed(&self, place: Place) -> bool {
        self.answers.iter().any(|answer| {
            let Written { field, place: at, .. } = &answer.written;
            *at == place
                && ["d.name", "d.phones"].contains(&field.id)
                && answer.written.is_seen_by(Reader::Anyone, &self.people)
        })
    }

    /// Whether a text that the card's reader may see must stand on it as well: it may also have
    /// given way to shorter words, or to "see my plan".
    fn must_stand(&self, answer: &Answer, text: &Text, paper: &PaperFile) -> bool {
        let Written { field, place, .. } = &answer.written;
        let moved = paper.findings.iter().any(|finding| {
            let person = match *place {
                Place::Person(id) => Some(id),
                Place::Plan => None,
            };
            finding.id == "moved-to-plan"
                && finding.person == person
                && (finding.field == field.id || person.is_some())
        });
        if moved {
            return false;
        }
        match (*place, field.id) {
            // Speaks in other words only.
            (Place::Plan, "a.own_word") => false,
            (Place::Plan, _) | (Place::Person(_), "d.name") => {
                text.is_card_text == answer.has_card_text
            }
            (Place::Person(_), "d.phones") => !text.is_card_text,
            (Place::Person(_), "d.kind" | "d.hours") => text.is_card_text && self.is_listed(*place),
            (Place::Person(_), _) => false,
        }
    }
}

impl Answer {
    /// Whether a reader of this answer gets this text of it: on the card the shorter words instead
    /// of the others, where there are some; numbers are dialled, so they stay numbers.
    pub(crate) fn gives(&self, text: &Text, reader: Reader) -> bool {
        let shorter = self.has_card_text && self.written.field.id != "d.phones";
        // To a choice the shorter words are the owner's own wording of it, on every paper.
        let kind = TABLE.field(self.written.field.id).unwrap().kind;
        if matches!(kind, Kind::Choice(_)) {
            return text.is_card_text;
        }
        match reader {
            Reader::Anyone if shorter && self.written.field.id != "a.phone" => text.is_card_text,
            _ => !text.is_card_text,
        }
    }
}

fn has(entries: &[Entry], field: &Letter) -> bool {
    let of_field = entries.iter().filter(|entry| entry.field.id == field.id);
    of_field.map(|entry| &entry.content).any(|content| matches!(content, Content::Answer(_)))
}

fn assert_excerpts_hold_what_they_may(aviary: &Aviary) {
    let people = &aviary.people;
    let named = people.iter().map(|somebody| Reader::Person(somebody.id));
    for reader in named.chain([Reader::Owner, Reader::Person(PersonId(1))]) {
        for paper in [PaperKind::Sheet, PaperKind::Plan] {
            let stands = |written: &Written| written.stands_on(paper, reader, people);
            let named = |written: &Written| aviary.is_named(written, reader, &stands);
            assert_excerpt_holds(aviary, reader, paper, &|it| stands(it) || named(it));
        }
    }
    let stands = |written: &Written| written.is_seen_by(Reader::Anyone, people);
    assert_excerpt_holds(aviary, Reader::Anyone, PaperKind::Card, &stands);
}

fn assert_excerpt_holds(
    aviary: &Aviary,
    reader: Reader,
    paper: PaperKind,
    stands: &dyn Fn(&Written) -> bool,
) {
    let excerpt = aviary.excerpt_for(reader, paper);
    let all_of_it = format!("{excerpt:?}");
    // Somebody under age gets nobody who cannot be called.
    let is_left_out = |place: Place| {
        let own = matches!((place, reader), (Place::Person(a), Reader::Person(b)) if a == b);
        let mut written = aviary.answers.iter().map(|answer| &answer.written);
        let called = |it: &Written| it.place == place && it.field.id == "d.phones" && stands(it);
        excerpt.is_for_minor && place != Place::Plan && !own && !written.any(called)
    };
    for answer in &aviary.answers {
        let Answer { written, texts, .. } = answer;
        let allowed = stands(written) && !is_left_out(written.place);
        let entries = match written.place {
            Place::Plan => Some(&excerpt.entries),
            Place::Person(id) => {
                let found = excerpt.people.iter().find(|person| person.id == id);
                found.map(|person| &person.entries)
            }
        };
        let there = entries.is_some_and(|entries| has(entries, &written.field));
        assert_eq!(there, allowed, "{reader:?} {paper:?} {written:?} {:?}", aviary.people);
        for text in texts {
            let shown = allowed && answer.gives(text, reader);
            assert_eq!(text.canary.is_in(&all_of_it), shown, "{reader:?} {paper:?} {written:?}");
        }
    }
}

/// How many canaries were allowed to sing on the card, and how many did.
fn assert_card_holds_what_it_may(aviary: &mut Aviary, options: CardOptions) -> (u32, u32) {
    let paper = aviary.keeper.card(&options).unwrap();
    let pdf = pdf::everything_in(&paper.files.concat());
    let (mut allowed, mut sang) = (0, 0);
    for answer in &aviary.answers {
        let may = answer.written.is_seen_by(Reader::Anyone, &aviary.people);
        for text in &answer.texts {
            let sings = text.canary.sings_in(&pdf);
            let may = may && answer.gives(text, Reader::Anyone);
            assert!(may || !sings, "{:?} leaks {:?}", answer.written, text.canary);
            if may && aviary.must_stand(answer, text, &paper) {
                assert!(sings, "{:?} lost {:?}\n{}", answer.written, text, pdf.text);
            }
            allowed += u32::from(may);
            sang += u32::from(sings);
        }
    }
    (allowed, sang)
}

#[test]
fn a_canary_sings_exactly_where_its_audience_allows() {
    let (mut allowed, mut sang, mut kept) = (0, 0, 0);
    for seed in 0..PLANS {
        let mut chance = Chance::from_seed(seed);
        println!("seed {seed}");
        let mut aviary = Aviary::new(&mut chance);
        assert_excerpts_hold_what_they_may(&aviary);
        let second_language = chance.happens(30).then_some(Language::En);
        let options = CardOptions { second_language, ..CardOptions::default() };
        let (may, sings) = assert_card_holds_what_it_may(&mut aviary, options);
        (allowed, sang) = (allowed + may, sang + sings);
        kept += aviary.answers.iter().map(|answer| answer.texts.len()).sum::<usize>();
    }
    println!("{kept} canaries, {allowed} allowed on a card, {sang} sang there");
    assert!(sang * 10 > allowed * 5, "a card that says nothing leaks nothing: {sang} of {allowed}");
}

#[test]
fn what_is_hidden_changes_no_byte_of_the_card() {
    for seed in 0..4 {
        let mut chance = Chance::from_seed(1000 + seed);
        let mut aviary = Aviary::new(&mut chance);
        let make = |aviary: &mut Aviary, format| {
            aviary
                .keeper
                .card(&CardOptions { format, ..CardOptions::default() })
                .unwrap()
                .files
                .concat()
        };
        let before = [make(&mut aviary, Format::Pdf), make(&mut aviary, Format::Png)];
        let hidden: Vec<(Place, &str)> = aviary
            .answers
            .iter()
            .map(|answer| &answer.written)
            .filter(|written| !written.is_seen_by(Reader::Anyone, &aviary.people))
            // These decide who stands on the card, and in which order; of children strangers get
            // to know that there are some.
            .filter(|written| {
                !["d.agreed", "d.number_on_card", "d.call_order"].contains(&written.field.id)
            })
            .filter(|written| written.field.id != "h.children" || written.audience.is_some())
            .map(|written| (written.place, written.field.id))
            .collect();
        assert!(hidden.len() > 40, "{}", hidden.len());
        for (place, id) in hidden {
            aviary.keeper.clear(place, id).unwrap();
        }
        let after = [make(&mut aviary, Format::Pdf), make(&mut aviary, Format::Png)];
        assert!(before == after, "seed {seed}");
    }
}

#[test]
fn the_owners_own_word_is_on_a_card_only_if_strangers_may_read_it() {
    let owner = Owner::new();
    let words = "card-cover-line = Ik heb { $crisis }? Lees dit eerst.\n";
    let mut keeper =
        owner.begins_with(&landvast::Opening { extra_words: words, ..owner.opening() });
    let mut says = |audience: Option<Audience>| {
        let value = Some(Value::Text("q3kbw7".to_owned()));
        let draft = Draft { value, audience: Some(audience), ..Draft::default() };
        keeper.revise(Place::Plan, "a.own_word", draft).unwrap();
        pdf::everything_in(&keeper.card(&CardOptions::default()).unwrap().files.concat())
            .holds("q3kbw7")
    };
    assert!(says(None));
    assert!(!says(Some(Audience::only_me())));
    assert!(says(Some(Audience::anyone())));
}

#[test]
fn no_canary_is_in_an_error() {
    let mut chance = Chance::from_seed(77);
    let mut aviary = Aviary::new(&mut chance);
    let keeper = &mut aviary.keeper;
    let sung = "q7kdwbm3";
    let words = || vec![sung.to_owned()];
    let file = |answers: &str| format!("{{\"landvast\": 1, {answers}}}");
    let mut errors: Vec<PlanError> = Vec::new();
    for field in TABLE.fields() {
        let place = match field.owner {
            Whose::Plan => Place::Plan,
            Whose::Person => Place::Person(aviary.people[0].id),
        };
        errors.extend(keeper.read_typed(place, field.id, &words()).err());
        errors.extend(keeper.read_typed_rows(place, field.id, &words()).err());
        errors.extend(
            keeper.read_typed_rows(place, field.id, &[format!("{{\"mijn {sung}\": 1}}")]).err(),
        );
        errors.extend(keeper.read_audience(place, field.id, &words()).err());
        errors.extend(keeper.write(place, field.id, Value::Choice(sung.to_owned())).err());
        errors.extend(keeper.write(place, field.id, Value::Text(sung.repeat(3000))).err());
        let cells = [(sung.to_owned(), Value::Text(sung.to_owned()))].into();
        let rows = Value::Rows(vec![Row { id: RowId(1), cells }]);
        errors.extend(keeper.write(place, field.id, rows).err());
        let key = field.id.replace("d.", "");
        errors.extend(
            keeper
                .import(&file(&format!(
                    "\"people\": [{{\"{key}\": {{\"value\": \"{sung}\", \"mijn {sung}\": 1}}}}]"
                )))
                .err(),
        );
        errors.extend(
            keeper
                .import(&file(&format!(
                    "\"answers\": {{\"{}\": [{{\"mijn {sung}\": \"{sung}\"}}]}}",
                    field.id
                )))
                .err(),
        );
    }
    errors.extend(keeper.read(Place::Plan, &format!("een gedachte: {sung}")).err());
    errors.extend(keeper.find_person(sung).err());
    errors.extend(keeper.import(sung).err());
    errors.extend(keeper.import(&file(&format!("\"mijn {sung}"))).err());
    errors.extend(keeper.import(&file(&format!("\"language\": \"{sung}\""))).err());
    errors.extend(keeper.import(&file(&format!("\"mijn {sung}\": 1"))).err());
    errors.extend(landvast::Passphrase::new(b"").err().map(PlanError::from));
    errors.extend(landvast::RecoveryCode::parse(sung).err().map(PlanError::from));
    assert!(errors.len() > 400, "{}", errors.len());
    let words = Words::new(Language::Nl);
    for error in errors {
        let said = format!("{error} {error:?} {}", say_error(&error, &TABLE, &words).concat());
        assert!(!said.contains(sung), "{said}");
        for text in aviary.answers.iter().flat_map(|answer| &answer.texts) {
            assert!(!text.canary.is_in(&said), "{said}");
        }
    }
}
