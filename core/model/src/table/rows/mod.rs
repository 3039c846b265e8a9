//! The rows themselves: a file a part of somebody's life.

mod body;
mod care;
mod help;
mod home;
mod me;
mod people;
mod plan;
mod wellness;

use super::Field;
use super::Who::{self, Anyone, NextOfKin, Professionals};

/// Every row; [`super::Table::fields`] puts them in the order of the sections.
pub(super) const PARTS: &[&[Field]] = &[
    me::ROWS,
    help::ROWS,
    people::ROWS,
    care::ROWS,
    body::ROWS,
    home::ROWS,
    plan::ROWS,
    wellness::ROWS,
];

// The letters that stand most often in the column "Sees".
const O: &[Who] = &[Anyone];
const N: &[Who] = &[NextOfKin];
const H: &[Who] = &[Professionals];
const NH: &[Who] = &[NextOfKin, Professionals];
