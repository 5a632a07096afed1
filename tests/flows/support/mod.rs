//! What several flows share. This directory contains helpers only; the tests are the files beside it.

pub(crate) mod fault;
pub(crate) mod instances;
pub(crate) mod relay;
pub(crate) mod secret_search;
pub(crate) mod steps;
