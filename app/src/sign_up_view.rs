use crate::domain::{Refusal, Step};
use serde::{Deserialize, Serialize};

/// What the sign-up island starts from; the server puts it into the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignUpView {
    /// The form to show.
    pub step: Step,
    /// Why the last plain form was refused, if it was.
    pub refusal: Option<Refusal>,
    /// What stood in the refused form's field, or the address to change; empty if nothing is to be kept.
    pub typed: String,
}
