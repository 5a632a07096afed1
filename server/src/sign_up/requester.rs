use super::{ClientKey, Solution, TrustedDevice};
use crate::i18n::Language;

/// The requester of a mail, as far as the limits and the mail need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requester {
    /// The network that the request came from.
    pub client: ClientKey,
    /// The trusted device of the browser's device cookie; without vouchers if it sent none.
    pub device: TrustedDevice,
    /// The proof of work that came with the request, right or wrong.
    pub solution: Option<Solution>,
    /// The language of the mail.
    pub language: Language,
}

impl From<ClientKey> for Requester {
    /// Creates a requester without a trusted device or a proof of work, in the default language English.
    fn from(client: ClientKey) -> Self {
        Self { client, device: TrustedDevice::default(), solution: None, language: Language::default() }
    }
}
