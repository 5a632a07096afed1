use app::domain::Refusal;
use serde::{Deserialize, Serialize};

/// What a plain form's answer has to tell on the page it redirects to: shown once, then gone. It stands in the
/// session and not in the URL, so that no link can put words on our page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Why the form was refused.
    pub refusal: Option<Refusal>,
    /// The address to keep in the form; empty if none. Never a code.
    pub typed: String,
}
