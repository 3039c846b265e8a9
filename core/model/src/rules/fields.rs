//! The fields that rules speak of: each id is written once, here.
//!
//! The table says what a field is; these names say which one a rule means.

/// The name the owner goes by.
pub const CALL_NAME: &str = "a.call_name";
/// The owner's own word for crisis.
pub const OWN_WORD: &str = "a.own_word";

/// Signs, and what they mean.
pub(super) const SEEN: &str = "b.seen";
/// Signs in green, orange and red.
pub(super) const PHASES: &str = "b.phases";
/// What helped an earlier time, and what did not.
pub(super) const EARLIER: &str = "b.earlier";

/// What to do first.
pub(super) const FIRST: &str = "c.first";
/// What helps.
pub(super) const HELPS: &str = "c.do";
/// What not to do.
pub(super) const HELPS_NOT: &str = "c.dont";
/// What a refusal of help weighs.
pub(super) const REFUSING: &str = "c.refuse";

/// A person's name.
pub const NAME: &str = "d.name";
/// A person's telephone numbers.
pub const PHONES: &str = "d.phones";
/// Who a person is to the owner.
pub const RELATION: &str = "d.kind";
/// Which circle a person is in.
pub const CIRCLE: &str = "d.circle";
/// In which turn a person is called.
pub(super) const CALL_ORDER: &str = "d.call_order";
/// When a person can be reached.
pub(super) const HOURS: &str = "d.hours";
/// How much the owner wants a person to take part.
pub(super) const INVOLVEMENT: &str = "d.involvement";
/// How much a person wants to take part.
pub(super) const INVOLVEMENT_THEIRS: &str = "d.involvement_theirs";
/// A person's formal role.
pub(super) const FORMAL_ROLE: &str = "d.formal_role";
/// What a person does.
pub(super) const TASKS: &str = "d.tasks";
/// Which sections a person may know.
pub(super) const MAY_KNOW: &str = "d.may_know";
/// What a person may pass on to others.
pub const MAY_TELL: &str = "d.may_tell";
/// Whether a person's number may be on the card.
pub(super) const NUMBER_ON_CARD: &str = "d.number_on_card";
/// On which day a person was asked.
pub const ASKED: &str = "d.asked";
/// What a person answered when they were asked.
pub const AGREED: &str = "d.agreed";
/// Which copies a person holds.
pub(super) const COPIES: &str = "d.copy";
/// Whether a person is under 18.
pub(super) const MINOR: &str = "d.minor";
/// The owner's personal note to a person.
pub const OWN_MESSAGE: &str = "d.own_message";

/// The family doctor.
pub(super) const GP: &str = "e.gp";
/// The family doctors out of hours.
pub(super) const GP_POST: &str = "e.gp_post";
/// The team that treats the owner.
pub(super) const TEAM: &str = "e.team";
/// The crisis service.
pub(super) const CRISIS_SERVICE: &str = "e.crisis_service";
/// Staff whom the owner trusts.
pub(super) const STAFF_YES: &str = "e.staff_yes";
/// Staff whom the owner would rather not have.
pub(super) const STAFF_NO: &str = "e.staff_no";

/// Medicines.
pub(super) const MEDS: &str = "f.meds";
/// On which day the medicines were checked.
pub(super) const MEDS_CHECKED: &str = "f.checked";
/// Medicines that the owner would rather have.
pub(super) const MED_YES: &str = "f.med_yes";
/// Medicines that the owner refuses.
pub(super) const MED_NO: &str = "f.med_no";
/// Treatments that help.
pub(super) const TREAT_YES: &str = "f.treat_yes";
/// Treatments that do not.
pub(super) const TREAT_NO: &str = "f.treat_no";

/// How the owner can stay at home.
pub(super) const STAY_HOME: &str = "g.home";
/// What the owner wants instead of admission.
pub(super) const ALTERNATIVES: &str = "g.alternatives";
/// Where the owner would be admitted.
pub(super) const PLACE_YES: &str = "g.place_yes";
/// Where the owner would not be admitted.
pub(super) const PLACE_NO: &str = "g.place_no";
/// What is least bad when coercion threatens.
pub(super) const COERCION: &str = "g.coercion";
/// What to bring.
pub(super) const BRING: &str = "g.bring";
/// Wishes and preferences about care.
pub(super) const CARE_WISHES: &str = "g.wishes";

/// Children of the owner.
pub(super) const CHILDREN: &str = "h.children";
/// Animals of the owner.
pub(super) const PETS: &str = "h.pets";
/// Others who depend on the owner.
pub(super) const OTHERS: &str = "h.others";

/// How the plan is seen to stop.
pub(super) const STOP: &str = "i.stop";
/// Where the whole plan is.
pub(super) const WHERE: &str = "i.where";
/// The version of a paper.
pub(super) const VERSION: &str = "i.version";
/// The day a paper was made.
pub(super) const MADE_ON: &str = "i.date";
/// The day before which a paper is to be looked at again.
pub(super) const REVIEW_BY: &str = "i.review_by";
/// The day on which the owner signed.
pub const SIGN_OWNER: &str = "i.sign_owner";
/// Who else signed, and on which day.
pub const SIGN_OTHERS: &str = "i.sign_others";

#[cfg(test)]
mod tests {
    use crate::table::TABLE;

    #[test]
    fn each_field_that_a_rule_speaks_of_is_in_the_table_and_written_once() {
        let here = include_str!("fields.rs");
        let rules =
            [include_str!("../rules.rs"), include_str!("hints.rs"), include_str!("night.rs")];
        let rules = rules.concat();
        let mut known = 0;
        for field in TABLE.fields() {
            let written = format!("\"{}\"", field.id);
            assert_eq!(rules.matches(&written).count(), 0, "{}", field.id);
            let times = here.matches(&written).count();
            assert!(times <= 1, "{}", field.id);
            known += times;
        }
        assert_eq!(here.lines().filter(|line| line.contains(": &str = ")).count(), known + 1);
    }
}
