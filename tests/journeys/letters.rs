//! Who may see what, worked out anew from the letters of the content document.
//!
//! Nothing here asks the product. The letters stand as the document has them; the rules are its
//! reading key, its words on consent, and the decision that switching on is choosing who may see.
//! If this and the product disagree, one of them has not read the document.

use std::collections::BTreeSet;

use landvast::{Audience, PersonId, Place, Reader};
use landvast_model::PaperKind;

/// `(id, who sees, where it goes)`, for every field that is written.
///
/// Everybody sees what is about themselves ("that N" beside "O if on card").
pub(crate) const LETTERS: &[(&str, &str, &str)] = &[
    ("a.call_name", "O", "KPS"),
    ("a.full_name", "H N", "kPS"),
    ("a.birth_date", "H", "kP"),
    ("a.phone", "H N", "PS"),
    ("a.address", "H N", "Ps"),
    ("a.languages", "O", "KPS"),
    ("a.communication", "O", "KPS"),
    ("a.faith_culture", "H N", "kPS"),
    ("a.insurer", "H", "P"),
    ("a.talents", "N", "Ps"),
    ("a.own_word", "O", "KPS"),
    ("b.well", "N H", "PS"),
    ("b.seen", "O", "KPS"),
    ("b.felt", "H", "kPs"),
    ("b.phases", "N H", "PS"),
    ("b.triggers", "N H", "kPS"),
    ("b.take_over", "N H", "kPS"),
    ("b.duration", "O", "kPS"),
    ("b.earlier", "H N", "PS"),
    ("b.not_this", "O", "kP"),
    ("b.diagnosis", "H", "kP"),
    ("c.first", "O", "KPS"),
    ("c.do", "O", "KPS"),
    ("c.dont", "O", "KPS"),
    ("c.touch", "O", "KPS"),
    ("c.place", "O", "KPS"),
    ("c.tools", "O", "kPS"),
    ("c.sentence", "O", "kPS"),
    ("c.police", "O", "kP"),
    ("c.refuse", "N H", "PS"),
    ("c.danger", "N H", "PS"),
    ("c.suicide", "Z→N H, one by one", "ps"),
    ("d.name", "O if on card, that N", "KPS"),
    ("d.phones", "O if on card, that N", "KPS"),
    ("d.kind", "O if on card, that N", "KPS"),
    ("d.circle", "Z", "P"),
    ("d.call_order", "O if on card, that N", "KPS"),
    ("d.hours", "O if on card, that N", "KPS"),
    ("d.involvement", "that N", "PS"),
    ("d.involvement_theirs", "Z, that N", "S"),
    ("d.formal_role", "H", "P"),
    ("d.tasks", "that N, H", "PS"),
    ("d.limits", "that N, H", "PS"),
    ("d.may_know", "Z, that N", "S"),
    ("d.may_tell", "that N", "PS"),
    ("d.info_from_care", "H, that N", "PS"),
    ("d.number_on_card", "that N", "P"),
    ("d.asked", "Z, H", "P"),
    ("d.agreed", "Z, H", "P"),
    ("d.overload", "that N", "S"),
    ("d.minor", "Z", "P"),
    ("d.own_message", "that N", "S"),
    ("d.not_call", "H→one N, one by one", "p"),
    ("e.gp", "O", "KPS"),
    ("e.gp_post", "O", "KPS"),
    ("e.team", "O", "KPS"),
    ("e.crisis_service", "O", "kPS"),
    ("e.pharmacy", "H", "P"),
    ("e.prescribed", "H N", "kPS"),
    ("e.agreements", "H + party", "kPS"),
    ("e.staff_yes", "H", "P"),
    ("e.staff_no", "H", "P"),
    ("e.other_org", "Z", "p"),
    ("e.rights", "H", "P"),
    ("f.meds", "H", "kP"),
    ("f.crisis_med", "H N", "kPS"),
    ("f.med_yes", "H", "kP"),
    ("f.med_no", "H", "kP"),
    ("f.allergy", "O", "KP"),
    ("f.physical", "H", "kP"),
    ("f.substances", "Z→H", "p"),
    ("f.treat_yes", "H", "P"),
    ("f.treat_no", "H", "P"),
    ("f.checked", "H", "P"),
    ("g.home", "N H", "PS"),
    ("g.alternatives", "N H", "kPS"),
    ("g.place_yes", "H", "kP"),
    ("g.place_no", "H", "kP"),
    ("g.transport", "H O", "kP"),
    ("g.coercion", "H", "P"),
    ("g.harm", "Z→H", "p"),
    ("g.visit", "N H", "PS"),
    ("g.bring", "N H", "PS"),
    ("g.papers", "H", "kP"),
    ("g.wishes", "H", "P"),
    ("h.children", "N H; strangers a line", "KPS"),
    ("h.others", "N H", "kPS"),
    ("h.pets", "O", "KPS"),
    ("h.home", "N", "PS"),
    ("h.money", "N(administrator|guardian)", "Ps"),
    ("h.work", "N", "PS"),
    ("h.digital", "N(mentor|guardian|authorised)", "ps"),
    ("i.start", "N H", "PS"),
    ("i.who_starts", "N H", "PS"),
    ("i.disagree", "N H", "PS"),
    ("i.stop", "N H", "PS"),
    ("i.where", "O", "KPS"),
    ("i.sign_owner", "H", "P"),
    ("i.sign_others", "H", "P"),
    ("i.consultant", "O", "KP"),
    ("i.register", "Z", "P"),
    ("w1.have", "Z", ""),
    ("w1.try", "Z", ""),
    ("w2.well", "Z", ""),
    ("w2.daily", "Z", ""),
    ("w2.sometimes", "Z", ""),
    ("w3.list", "Z", ""),
    ("w3.plan", "Z", ""),
    ("w3.limit", "Z", ""),
    ("w4.signs", "Z→N", "s"),
    ("w4.must", "Z→N", "s"),
    ("w4.may", "Z→N", "s"),
    ("w5.signs", "Z→N", "s"),
    ("w5.must", "Z→N", "s"),
    ("w5.may", "Z→N", "s"),
    ("w7.ready", "Z", "p"),
    ("w7.feel", "Z", "p"),
    ("w7.home", "Z→N", "s"),
    ("w7.now", "Z→N", "s"),
    ("w7.ask", "Z→N", "s"),
    ("w7.later", "Z→N", "s"),
    ("w7.daily", "Z", ""),
    ("w7.avoid", "Z", ""),
    ("w7.repair", "Z", ""),
    ("w7.learn", "Z", ""),
    ("w7.change", "Z", ""),
    ("w7.resume", "Z→N", "s"),
    ("w7.done", "Z", ""),
];

/// A field as the document has it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Letter {
    /// Its id.
    pub(crate) id: &'static str,
    /// Who sees it by default.
    default: Groups,
    /// Who may come to see it.
    ceiling: Groups,
    one_by_one: bool,
    goes: &'static str,
}

/// What the letters of one side of an arrow say.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "one for each letter, in any mixture")]
struct Groups {
    anyone: bool,
    if_on_card: bool,
    professionals: bool,
    next_of_kin: bool,
    that_person: bool,
    one_next_of_kin: bool,
    party: bool,
    /// Formal roles that a next of kin must have one of.
    roles: Option<&'static str>,
}

impl Groups {
    fn read(letters: &'static str) -> Self {
        let roles = letters.split_once("N(").and_then(|(_, rest)| rest.split_once(')'));
        let without =
            letters.replace("O if on card", "").replace("that N", "").replace("one N", "");
        let is = |letter: &str| without.split([' ', ',', ';']).any(|word| word == letter);
        Self {
            anyone: is("O"),
            if_on_card: letters.contains("O if on card"),
            professionals: is("H"),
            next_of_kin: is("N") || roles.is_some(),
            that_person: letters.contains("that N"),
            one_next_of_kin: letters.contains("one N"),
            party: is("party"),
            roles: roles.map(|(roles, _)| roles),
        }
    }

    fn any(self) -> bool {
        self.professionals || self.party || self.any_next_of_kin()
    }

    fn any_next_of_kin(self) -> bool {
        let strangers = self.anyone || self.if_on_card;
        strangers || self.next_of_kin || self.that_person || self.one_next_of_kin
    }

    fn and(self, more: Self) -> Self {
        Self {
            anyone: self.anyone || more.anyone,
            if_on_card: self.if_on_card || more.if_on_card,
            professionals: self.professionals || more.professionals,
            next_of_kin: self.next_of_kin || more.next_of_kin,
            that_person: self.that_person || more.that_person,
            one_next_of_kin: self.one_next_of_kin || more.one_next_of_kin,
            party: self.party || more.party,
            roles: self.roles.or(more.roles),
        }
    }
}

/// The letters of a field.
pub(crate) fn letter(id: &str) -> Letter {
    let (id, sees, goes) = LETTERS.iter().find(|(known, ..)| *known == id).unwrap();
    let (default, more) = sees.split_once('→').unwrap_or((sees, ""));
    let default = Groups::read(default);
    let ceiling = default.and(Groups::read(more));
    Letter { id, default, ceiling, one_by_one: sees.contains("one by one"), goes }
}

/// What the owner wrote about somebody, as far as it decides what they see and where they stand.
#[derive(Clone, Debug)]
pub(crate) struct Somebody {
    pub(crate) id: PersonId,
    pub(crate) is_professional: bool,
    /// The letters of the sections they may know, if the owner chose.
    pub(crate) may_know: Option<BTreeSet<char>>,
    /// Their formal role.
    pub(crate) role: Option<String>,
    /// Whether they are under 18.
    pub(crate) is_minor: bool,
    /// What they said when they were asked.
    pub(crate) agreed: Option<Said>,
    /// What they said about their number.
    pub(crate) number: Option<Said>,
    /// Whether the owner gave their name to anyone by choice.
    pub(crate) is_overruled: bool,
}

/// An answer to a question.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Said {
    Yes,
    Partly,
    No,
}

impl Somebody {
    fn knows(&self, field: &Letter) -> bool {
        let section = field.id.chars().next().unwrap();
        // Some things are only for whoever has the role for them.
        if let Some(roles) = field.ceiling.roles
            && !self.role.as_deref().is_some_and(|role| roles.split('|').any(|one| one == role))
        {
            return false;
        }
        match &self.may_know {
            Some(sections) => sections.contains(&section),
            None => section == 'c',
        }
    }

    /// Whether they stand on the card: agreed and their number may be there, or overruled; nobody
    /// overrules a no. Somebody under age stands there only if all of that is said.
    pub(crate) fn stands_on_card(&self) -> bool {
        let said_no = self.agreed == Some(Said::No) || self.number == Some(Said::No);
        let said_yes = self.agreed.is_some() && self.number == Some(Said::Yes);
        let enough = if self.is_minor {
            said_yes && self.is_overruled
        } else {
            said_yes || self.is_overruled
        };
        !said_no && enough
    }
}

/// An answer, as far as it decides who sees it.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    pub(crate) field: Letter,
    pub(crate) place: Place,
    /// The owner's own choice.
    pub(crate) audience: Option<Audience>,
    /// Whom its rows name.
    pub(crate) parties: Vec<PersonId>,
}

impl Letter {
    fn may_be_public(&self) -> bool {
        self.goes.contains(['K', 'k']) || self.ceiling.anyone
    }

    /// Whether the owner may choose this.
    pub(crate) fn allows(&self, audience: &Audience) -> bool {
        let to_groups = if self.one_by_one { self.default } else { self.ceiling };
        let public = self.may_be_public();
        (!audience.anyone || public)
            && (!audience.professionals || to_groups.professionals || public)
            && (!audience.next_of_kin || to_groups.next_of_kin || public)
            && (audience.people.is_empty() || self.ceiling.any() || public)
    }
}

impl Written {
    /// Whether `reader` gets this answer.
    pub(crate) fn is_seen_by(&self, reader: Reader, people: &[Somebody]) -> bool {
        let somebody = |id: PersonId| people.iter().find(|person| person.id == id);
        match reader {
            Reader::Owner => true,
            // The call order is the order of the people; the number itself is on no card.
            Reader::Anyone => {
                self.is_public(people) && self.stands_on_card() && self.field.id != "d.call_order"
            }
            Reader::Person(id) => {
                somebody(id).is_some_and(|who| self.is_public(people) || self.comes_to(who))
            }
        }
    }

    /// Whether this answer stands on a sheet or a plan for `reader`: a capital letter wherever they
    /// may see it, a small one by the owner's own choice of them. The owner, who sees everything,
    /// ticks what is small or for nobody else.
    pub(crate) fn stands_on(&self, paper: PaperKind, reader: Reader, people: &[Somebody]) -> bool {
        let capital = if paper == PaperKind::Sheet { 'S' } else { 'P' };
        let always = self.field.goes.contains(capital);
        let possible = self.field.goes.contains(capital.to_ascii_lowercase());
        let sends = match reader {
            Reader::Owner => always && self.field.default.any(),
            _ => always || (possible && self.audience.is_some()),
        };
        let minor = match reader {
            Reader::Person(id) => people.iter().find(|who| who.id == id && who.is_minor),
            _ => None,
        };
        sends && self.is_seen_by(reader, people) && minor.is_none_or(|who| self.is_for(who, people))
    }

    /// Whether it is one of the few things that somebody under age gets.
    fn is_for(&self, minor: &Somebody, people: &[Somebody]) -> bool {
        let few: &[&str] = match self.place {
            Place::Plan => &["a.call_name", "a.own_word"],
            Place::Person(id) if id == minor.id => &["d.name", "d.own_message", "d.may_tell"],
            Place::Person(id) if people.iter().any(|other| other.id == id && !other.is_minor) => {
                &["d.name", "d.kind", "d.phones", "d.call_order", "d.hours"]
            }
            Place::Person(_) => &[],
        };
        few.contains(&self.field.id)
    }

    fn is_public(&self, people: &[Somebody]) -> bool {
        let consented = match self.place {
            Place::Plan => true,
            Place::Person(id) => {
                let chosen = self.audience.as_ref().is_some_and(|audience| audience.anyone);
                let is_number = self.field.id == "d.phones";
                people.iter().any(|person| {
                    let number = person.number == Some(Said::Yes) || chosen || !is_number;
                    person.id == id && person.stands_on_card() && number
                })
            }
        };
        consented
            && match &self.audience {
                Some(audience) => audience.anyone && self.field.allows(audience),
                None => self.field.default.anyone || self.field.default.if_on_card,
            }
    }

    /// K unless switched off, k only once switched on.
    fn stands_on_card(&self) -> bool {
        let chosen = self.audience.as_ref().map(|audience| audience.anyone);
        (self.field.goes.contains('K') && chosen != Some(false))
            || (self.field.goes.contains('k') && chosen == Some(true))
    }

    /// H is for professionals, N for next of kin, "that N" for nobody but that person.
    fn may_be_named(&self, who: &Somebody) -> bool {
        let ceiling = self.field.ceiling;
        let to_kin = ceiling.next_of_kin || ceiling.one_next_of_kin;
        self.field.may_be_public()
            || ceiling.if_on_card
            || ceiling.party
            || (ceiling.professionals && who.is_professional)
            || (to_kin && !who.is_professional)
            || (ceiling.that_person && self.place == Place::Person(who.id))
    }

    fn comes_to(&self, who: &Somebody) -> bool {
        let is_kin = !who.is_professional;
        if let Some(audience) = &self.audience {
            let by_group = (audience.professionals && who.is_professional)
                || (audience.next_of_kin && is_kin && who.knows(&self.field));
            let by_name = audience.people.contains(&who.id) && self.may_be_named(who);
            return self.field.allows(audience) && (by_name || by_group);
        }
        let default = self.field.default;
        (default.professionals && who.is_professional)
            || (default.next_of_kin && is_kin && who.knows(&self.field))
            || (default.that_person && self.place == Place::Person(who.id))
            || (default.party && self.parties.contains(&who.id))
    }
}

#[test]
fn every_field_that_is_written_has_its_letters() {
    let written = landvast::TABLE.fields().filter(|field| !field.is_derived());
    let mut ids: Vec<&str> = written.map(|field| field.id).collect();
    let mut known: Vec<&str> = LETTERS.iter().map(|(id, ..)| *id).collect();
    ids.sort_unstable();
    known.sort_unstable();
    assert_eq!(ids, known);
}

#[test]
fn the_table_sends_each_field_where_its_letters_do() {
    use landvast_model::table::Goes;
    for field in landvast::TABLE.fields().filter(|field| !field.is_derived()) {
        let goes = letter(field.id).goes;
        let says = |capital: char| match (
            goes.contains(capital),
            goes.contains(capital.to_ascii_lowercase()),
        ) {
            (true, _) => Goes::Always,
            (_, true) => Goes::Possible,
            _ => Goes::Never,
        };
        let table = (field.card, field.plan, field.sheet);
        assert_eq!(table, (says('K'), says('P'), says('S')), "{}", field.id);
    }
}
