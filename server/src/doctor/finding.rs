use super::{Problem, Stage};
use crate::mail::Printable;

/// What came of one stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The stage.
    pub stage: Stage,
    /// How it went.
    pub outcome: Outcome,
    /// What was seen, or said by others; why the stage was left out.
    pub said: Printable,
}

/// How a stage went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// As it should.
    Ok,
    /// It did not.
    Failed {
        /// What is wrong.
        problem: Problem,
        /// What to do about it, in sentences; lines of its own are steps or commands.
        fix: String,
    },
    /// It was not tried.
    Skipped,
}

impl Finding {
    /// The settings have been read and agree.
    #[must_use]
    pub fn settings_agree() -> Self {
        Self::ok(Stage::Settings, "they can be read, and agree")
    }

    pub(super) fn ok(stage: Stage, said: &str) -> Self {
        Self { stage, outcome: Outcome::Ok, said: Printable::new(said) }
    }

    pub(super) fn failed(stage: Stage, problem: Problem, said: &str, fix: impl Into<String>) -> Self {
        Self { stage, outcome: Outcome::Failed { problem, fix: fix.into() }, said: Printable::new(said) }
    }

    pub(super) fn skipped(stage: Stage, why: &str) -> Self {
        Self { stage, outcome: Outcome::Skipped, said: Printable::new(why) }
    }

    /// What is wrong, if anything.
    #[must_use]
    pub const fn problem(&self) -> Option<Problem> {
        match self.outcome {
            Outcome::Failed { problem, .. } => Some(problem),
            Outcome::Ok | Outcome::Skipped => None,
        }
    }
}
