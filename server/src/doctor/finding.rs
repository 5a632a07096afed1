use super::{Problem, Stage};
use crate::mail::Printable;

/// The result of one stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The stage.
    pub stage: Stage,
    /// Whether the stage succeeded.
    pub outcome: Outcome,
    /// What was observed or what others replied; for a skipped stage, the reason.
    pub said: Printable,
}

/// The outcome of a stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The stage succeeded.
    Ok,
    /// The stage failed.
    Failed {
        /// What is wrong.
        problem: Problem,
        /// What to do about it, in sentences; separate lines are steps or commands.
        fix: String,
    },
    /// The stage was skipped.
    Skipped,
}

impl Finding {
    /// The finding that the settings are valid and agree.
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

    /// The problem, if the stage failed.
    #[must_use]
    pub const fn problem(&self) -> Option<Problem> {
        match self.outcome {
            Outcome::Failed { problem, .. } => Some(problem),
            Outcome::Ok | Outcome::Skipped => None,
        }
    }
}
