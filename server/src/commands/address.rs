use crate::sign_up::CanonicalAddress;
use app::domain::{AddressError, EmailAddress};

/// An address as an argument of a command.
pub(super) fn parse_address(text: &str) -> Result<CanonicalAddress, AddressError> {
    EmailAddress::parse(text).and_then(CanonicalAddress::new)
}
