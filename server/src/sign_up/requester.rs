use super::{ClientKey, Device, Solution};
use crate::i18n::Language;

/// Who asks for a mail, as far as the limits care.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requester {
    /// The network the request came from.
    pub client: ClientKey,
    /// What the browser's device cookie vouches for; nothing, if it has none.
    pub device: Device,
    /// The proof of work that came with the request, right or wrong.
    pub solution: Option<Solution>,
    /// In which the mail is written.
    pub language: Language,
}

impl From<ClientKey> for Requester {
    /// A client whose browser has verified nothing yet, and who reads English.
    fn from(client: ClientKey) -> Self {
        Self { client, device: Device::default(), solution: None, language: Language::default() }
    }
}
