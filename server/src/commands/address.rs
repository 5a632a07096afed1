use crate::sign_up::CanonicalAddress;
use domain::AddressError;

/// Parses an address that is an argument of a command.
pub(super) fn parse_address(text: &str) -> Result<CanonicalAddress, AddressError> {
    CanonicalAddress::parse(text)
}
