//! Every question of the content document is a row of the table.

use std::collections::BTreeSet;

use landvast_model::{PaperKind, TABLE};

/// The ids of the content document, section by section; w6 is the crisis plan itself.
const IDS: &[&str] = &[
    // About me.
    "a.call_name",
    "a.full_name",
    "a.birth_date",
    "a.phone",
    "a.address",
    "a.languages",
    "a.communication",
    "a.faith_culture",
    "a.insurer",
    "a.talents",
    "a.own_word",
    // My crisis.
    "b.well",
    "b.seen",
    "b.felt",
    "b.phases",
    "b.triggers",
    "b.take_over",
    "b.duration",
    "b.earlier",
    "b.not_this",
    "b.diagnosis",
    // How to help me.
    "c.first",
    "c.do",
    "c.dont",
    "c.touch",
    "c.place",
    "c.tools",
    "c.sentence",
    "c.police",
    "c.refuse",
    "c.danger",
    "c.suicide",
    // My people.
    "d.name",
    "d.phones",
    "d.kind",
    "d.circle",
    "d.call_order",
    "d.hours",
    "d.involvement",
    "d.involvement_theirs",
    "d.formal_role",
    "d.tasks",
    "d.limits",
    "d.may_know",
    "d.may_tell",
    "d.info_from_care",
    "d.number_on_card",
    "d.asked",
    "d.agreed",
    "d.copy",
    "d.overload",
    "d.minor",
    "d.own_message",
    "d.not_call",
    // Professionals and agreements.
    "e.gp",
    "e.gp_post",
    "e.team",
    "e.crisis_service",
    "e.pharmacy",
    "e.prescribed",
    "e.agreements",
    "e.staff_yes",
    "e.staff_no",
    "e.other_org",
    "e.rights",
    // Body and medication.
    "f.meds",
    "f.crisis_med",
    "f.med_yes",
    "f.med_no",
    "f.allergy",
    "f.physical",
    "f.substances",
    "f.treat_yes",
    "f.treat_no",
    "f.checked",
    // Care and admission.
    "g.home",
    "g.alternatives",
    "g.place_yes",
    "g.place_no",
    "g.transport",
    "g.coercion",
    "g.harm",
    "g.visit",
    "g.bring",
    "g.papers",
    "g.wishes",
    // Home and practical.
    "h.children",
    "h.others",
    "h.pets",
    "h.home",
    "h.money",
    "h.work",
    "h.digital",
    // Rules of my plan.
    "i.start",
    "i.who_starts",
    "i.disagree",
    "i.stop",
    "i.version",
    "i.date",
    "i.review_by",
    "i.replaces",
    "i.where",
    "i.sign_owner",
    "i.sign_others",
    "i.consultant",
    "i.register",
    "i.legal_note",
    // The wellness plan.
    "w1.have",
    "w1.try",
    "w2.well",
    "w2.daily",
    "w2.sometimes",
    "w3.list",
    "w3.plan",
    "w3.limit",
    "w4.signs",
    "w4.must",
    "w4.may",
    "w5.signs",
    "w5.must",
    "w5.may",
    "w7.ready",
    "w7.feel",
    "w7.home",
    "w7.now",
    "w7.ask",
    "w7.later",
    "w7.daily",
    "w7.avoid",
    "w7.repair",
    "w7.learn",
    "w7.change",
    "w7.resume",
    "w7.done",
];

#[test]
fn every_question_of_the_content_document_is_asked_and_no_other() {
    let asked: BTreeSet<&str> = TABLE.fields().map(|field| field.id).collect();
    let written: BTreeSet<&str> = IDS.iter().copied().collect();
    assert_eq!(asked, written);
    assert_eq!(IDS.len(), written.len());
}

#[test]
fn within_a_section_questions_stand_in_the_order_of_the_document() {
    let place = |id: &str| IDS.iter().position(|known| *known == id);
    for section in landvast_model::Section::ALL {
        // Whom rather not to call is the plan's, and stands after the people.
        let ids: Vec<&str> =
            TABLE.fields().filter(|field| field.section == section).map(|field| field.id).collect();
        assert!(ids.is_sorted_by_key(|id| place(id)), "{ids:?}");
    }
}

#[test]
fn nothing_of_the_wellness_plan_leaves_it_unasked() {
    for field in TABLE.fields().filter(|field| field.section == landvast_model::Section::W) {
        assert!(field.sees.is_empty(), "{}", field.id);
        for paper in PaperKind::ALL {
            assert_ne!(field.goes_on(paper), landvast_model::table::Goes::Always, "{}", field.id);
        }
    }
}
