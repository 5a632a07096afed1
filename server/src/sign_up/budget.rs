use serde::{Deserialize, Serialize};

/// What the mails and failures of a sign-up are counted against: an address, or one browser's word for it. A keyed
/// hash in hexadecimal; nobody can tell which of the two it is, or for which address, without the key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Budget(pub(super) String);
