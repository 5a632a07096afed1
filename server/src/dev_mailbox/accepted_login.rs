use crate::mail::{Credentials, Secret};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use secrecy::{ExposeSecret, SecretString};
use std::fmt;
use uuid::Uuid;

/// The only user name and password that the mailbox accepts.
#[derive(Clone)]
pub(super) struct AcceptedLogin {
    username: String,
    password: SecretString,
}

impl AcceptedLogin {
    /// A user name and a password of 122 random bits each, from the operating system.
    #[expect(clippy::disallowed_methods, reason = "thrown away with the process, and no rule of sign-up depends on it")]
    pub(super) fn random() -> Self {
        let random = || Uuid::new_v4().simple().to_string();
        Self { username: random(), password: SecretString::from(random()) }
    }

    pub(super) fn credentials(&self) -> Credentials {
        Credentials { username: self.username.clone(), secret: Secret::Password(self.password.clone()) }
    }

    /// Whether this is the response of `AUTH PLAIN` (RFC 4616 §2): `[authzid] NUL user NUL password` in Base64.
    pub(super) fn is_plain(&self, response: &str) -> bool {
        let expected = format!("\0{}\0{}", self.username, self.password.expose_secret());
        STANDARD.decode(response).is_ok_and(|response| response == expected.as_bytes())
    }

    /// Whether these are the two responses of `AUTH LOGIN`, in Base64.
    pub(super) fn is_login(&self, username: &str, password: &str) -> bool {
        let is = |response: &str, expected: &str| STANDARD.decode(response).is_ok_and(|response| response == expected.as_bytes());
        is(username, &self.username) && is(password, self.password.expose_secret())
    }
}

impl fmt::Debug for AcceptedLogin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("AcceptedLogin(……)")
    }
}
