//! Reading the plan: fields, sections, history, findings, export.

use landvast_model::{Finding, Place, Section, Table, action, exchange, finding, schema};
use landvast_text::Words;

use crate::error::PlanError;
use crate::keeper::{Keeper, owner};
use crate::saying;
use crate::view::{FieldView, FindingView, SectionView, VersionView};

impl Keeper {
    /// One field and its answer.
    ///
    /// # Errors
    /// [`PlanError::Invalid`] for an unknown field, [`PlanError::NotFound`] for a person who is gone.
    pub fn read(&self, place: Place, id: &str) -> Result<FieldView, PlanError> {
        let field = self.field(place, id)?;
        self.need(place)?;
        Ok(saying::field_view(self, &self.words(), place, field))
    }

    /// A section with its fields and answers, of the plan or of a person.
    ///
    /// # Errors
    /// [`PlanError::NotFound`] for a person who is gone.
    pub fn section(&self, place: Place, section: Section) -> Result<SectionView, PlanError> {
        self.need(place)?;
        let words = self.words();
        let fields = self
            .table
            .owned(owner(place))
            .filter(|field| field.section == section)
            .map(|field| saying::field_view(self, &words, place, field))
            .collect();
        let (title, about) = (words.section(section), words.section_about(section));
        Ok(SectionView { section, title, about, fields })
    }

    /// Every wording an answer had, oldest first.
    ///
    /// # Errors
    /// [`PlanError::Invalid`] for an unknown field.
    pub fn history(&mut self, place: Place, id: &str) -> Result<Vec<VersionView>, PlanError> {
        let field = self.field(place, id)?;
        let (base, actions) = self.vault.history()?.into_all();
        let words = self.words();
        let versions = action::history(&base, &[], &actions, place, field.id);
        let view = |version: &action::Version<'_>| VersionView {
            seq: version.seq,
            at: version.at,
            shown_at: saying::say_when(&words, version.at),
            shown: version.answer.map(|a| saying::say_value(self.book(), &words, field, &a.value)),
        };
        Ok(versions.iter().map(view).collect())
    }

    /// Everything worth knowing about the plan and the card that it makes, what matters most
    /// first.
    pub fn check(&self) -> Vec<FindingView> {
        let mut found = finding::check(self.book(), &self.table, (self.device.today)());
        found.extend(landvast_text::check::phones(self.book(), &self.table));
        for finding in self.card_findings() {
            if !found.contains(&finding) {
                found.push(finding);
            }
        }
        found.sort_by_key(|finding| finding.what.weight());
        self.say_findings(&found)
    }

    /// Findings in sentences, in the language that is spoken.
    pub(crate) fn say_findings(&self, findings: &[Finding]) -> Vec<FindingView> {
        let words = self.words();
        findings.iter().map(|finding| saying::finding_view(self, &words, finding)).collect()
    }

    /// The whole plan in the open format, as JSON text.
    pub fn export(&self) -> String {
        let json = exchange::export(&self.table, self.book());
        serde_json::to_string_pretty(&json).unwrap_or_default()
    }

    /// The JSON Schema of the open format, with labels in the language that is spoken.
    pub fn schema(&self) -> String {
        say_schema(&self.table, &self.words())
    }
}

/// The JSON Schema of the open format, with labels in the language of `words`.
#[must_use]
pub fn say_schema(table: &Table, words: &Words) -> String {
    let schema = schema::schema(table, &|field| words.label(field));
    serde_json::to_string_pretty(&schema).unwrap_or_default()
}
