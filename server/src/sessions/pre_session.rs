use crate::sign_up::{MacKey, Timestamp};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use std::fmt;
use std::time::Duration;
use subtle::ConstantTimeEq;
use tower_sessions::session::Id;

/// The id of a browser's future first session, in a cookie that the page with the first form sets.
///
/// It proves that the browser keeps cookies before a mail is sent for it. A form that is sent twice gets one session, whichever request
/// comes first. Only ids that the server has chosen are accepted (ASVS 5.0 V7.2.2): the cookie holds a keyed MAC of the id. An id that a
/// stranger knows is useless once the visitor has signed in, which changes it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct PreSession {
    id: Id,
    /// Seconds since the epoch.
    ends_at: i64,
}

impl PreSession {
    /// How long it is valid: as long as a session that is not signed in.
    pub(super) const LIFETIME: Duration = Duration::from_secs(60 * 60);
    const ID_LENGTH: usize = 16;
    const TIME_LENGTH: usize = 8;

    /// Creates a pre-session with this id, which expires [`Self::LIFETIME`] from `now`.
    pub(super) fn new(id: Id, now: Timestamp) -> Self {
        Self { id, ends_at: (now + Self::LIFETIME).millis().div_euclid(1000) }
    }

    pub(super) const fn id(self) -> Id {
        self.id
    }

    /// The cookie's value.
    pub(super) fn to_cookie(self, key: &MacKey) -> String {
        BASE64_URL_SAFE_NO_PAD.encode([&self.content()[..], &key.pre_session_mac(&self.content())].concat())
    }

    /// Parses a cookie's value; `None` if this server has not made it or it has expired.
    pub(super) fn from_cookie(value: &str, key: &MacKey, now: Timestamp) -> Option<Self> {
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(value).ok()?;
        let (id, rest) = bytes.split_first_chunk::<{ Self::ID_LENGTH }>()?;
        let (ends_at, mac) = rest.split_first_chunk::<{ Self::TIME_LENGTH }>()?;
        let read = Self { id: Id(i128::from_be_bytes(*id)), ends_at: i64::from_be_bytes(*ends_at) };
        let is_genuine: bool = key.pre_session_mac(&read.content()).ct_eq(mac).into();
        (is_genuine && now.millis() < read.ends_at.saturating_mul(1000)).then_some(read)
    }

    fn content(self) -> [u8; Self::ID_LENGTH + Self::TIME_LENGTH] {
        let mut content = [0; Self::ID_LENGTH + Self::TIME_LENGTH];
        content[..Self::ID_LENGTH].copy_from_slice(&self.id.0.to_be_bytes());
        content[Self::ID_LENGTH..].copy_from_slice(&self.ends_at.to_be_bytes());
        content
    }
}

impl fmt::Debug for PreSession {
    /// Formats all but the id.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("PreSession").field("ends_at", &self.ends_at).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::PreSession;
    use crate::sign_up::{MacKey, Timestamp};
    use std::time::Duration;
    use tower_sessions::session::Id;

    const NOW: Timestamp = Timestamp::from_millis(1_800_000_000_000);

    fn key(byte: u8) -> MacKey {
        MacKey::new([byte; MacKey::LENGTH])
    }

    #[test]
    fn a_pre_session_is_valid_for_an_hour() {
        let made = PreSession::new(Id(-7), NOW);
        let cookie = made.to_cookie(&key(1));
        for (after, read) in [(0, Some(made)), (3599, Some(made)), (3600, None)] {
            assert_eq!(PreSession::from_cookie(&cookie, &key(1), NOW + Duration::from_secs(after)), read, "{after}");
        }
    }

    #[test]
    fn a_pre_session_with_another_key_or_changed_bytes_is_refused() {
        let cookie = PreSession::new(Id(7), NOW).to_cookie(&key(1));
        assert_eq!(PreSession::from_cookie(&cookie, &key(2), NOW), None, "another key");
        for place in 0..cookie.len() - 1 {
            let mut changed = cookie.clone().into_bytes();
            changed[place] = if changed[place] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(changed).expect("ASCII");
            assert_eq!(PreSession::from_cookie(&changed, &key(1), NOW), None, "{changed}");
        }
        for value in ["", "A", &cookie[1..], &format!("{cookie}A"), &Id(7).to_string(), &"-".repeat(cookie.len())] {
            assert_eq!(PreSession::from_cookie(value, &key(1), NOW), None, "{value}");
        }
    }

    #[test]
    fn the_id_is_not_printed() {
        assert!(!format!("{:?}", PreSession::new(Id(77), NOW)).contains("77"));
    }
}
