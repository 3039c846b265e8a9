//! Reading numbers out of bytes that may be hostile: never past the end, never a panic.
//!
//! Every number of every format is big-endian.

use crate::SealError;

/// What is left to read.
pub(crate) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(crate) fn array<const N: usize>(&mut self) -> Result<[u8; N], SealError> {
        let (head, rest) = self.0.split_first_chunk::<N>().ok_or(SealError::Damaged)?;
        self.0 = rest;
        Ok(*head)
    }

    pub(crate) fn slice(&mut self, length: usize) -> Result<&'a [u8], SealError> {
        let (head, rest) = self.0.split_at_checked(length).ok_or(SealError::Damaged)?;
        self.0 = rest;
        Ok(head)
    }

    pub(crate) fn u8(&mut self) -> Result<u8, SealError> {
        self.array().map(u8::from_be_bytes)
    }

    pub(crate) fn u16(&mut self) -> Result<u16, SealError> {
        self.array().map(u16::from_be_bytes)
    }

    pub(crate) fn u32(&mut self) -> Result<u32, SealError> {
        self.array().map(u32::from_be_bytes)
    }

    pub(crate) fn u64(&mut self) -> Result<u64, SealError> {
        self.array().map(u64::from_be_bytes)
    }

    pub(crate) fn rest(self) -> &'a [u8] {
        self.0
    }

    /// Fails unless everything was read.
    pub(crate) fn end(self) -> Result<(), SealError> {
        if self.0.is_empty() { Ok(()) } else { Err(SealError::Damaged) }
    }
}
