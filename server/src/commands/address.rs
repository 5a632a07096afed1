use crate::sign_up::CanonicalAddress;
use domain::AddressError;

/// An address as an argument of a command.
pub(super) fn parse_address(text: &str) -> Result<CanonicalAddress, AddressError> {
    CanonicalAddress::parse(text)
}
