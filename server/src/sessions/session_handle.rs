use std::fmt;
use std::str::FromStr;

/// The public id of a session, by which a form refers to one of the account's sessions: 16 random octets, in 32 hexadecimal digits of lower
/// case. It reveals nothing about the session's id.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SessionHandle(pub [u8; 16]);

/// The text is not a session handle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a session handle")]
pub struct SessionHandleError;

impl FromStr for SessionHandle {
    type Err = SessionHandleError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut bytes = [0; 16];
        hex::decode_to_slice(text, &mut bytes).map_err(|_| SessionHandleError)?;
        Ok(Self(bytes))
    }
}

impl fmt::Display for SessionHandle {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for SessionHandle {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "SessionHandle({:02x}{:02x}…)", self.0[0], self.0[1])
    }
}

#[cfg(test)]
mod tests {
    use super::SessionHandle;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_handle_is_parsed_back_and_no_other_text_is_one(bytes: [u8; 16], text in "\\PC{0,40}") {
            let handle = SessionHandle(bytes);
            prop_assert_eq!(handle.to_string().parse(), Ok(handle));
            let is_handle = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
            prop_assert_eq!(text.parse::<SessionHandle>().is_ok(), is_handle);
        }
    }
}
