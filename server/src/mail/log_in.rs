use super::Secret;
use super::connection::{Connection, check};
use super::relay::Credentials;
use super::send_error::{SendError, Step};
use lettre::transport::smtp::authentication::{self, Mechanism};
use lettre::transport::smtp::commands::Auth;
use secrecy::{ExposeSecret, SecretString};

/// What is said to a relay at the login.
pub(super) struct Login {
    mechanisms: &'static [Mechanism],
    credentials: authentication::Credentials,
}

impl Login {
    /// Gathers it. A token is asked for now, before a relay waits.
    pub(super) async fn prepare(credentials: &Credentials) -> Result<Self, SendError> {
        let with = |mechanisms, secret: &SecretString| Self {
            mechanisms,
            credentials: authentication::Credentials::new(credentials.username.clone(), secret.expose_secret().to_owned()),
        };
        Ok(match &credentials.secret {
            // Some relays know `LOGIN` alone.
            Secret::Password(password) => with(&[Mechanism::Plain, Mechanism::Login], password),
            Secret::Token(source) => with(&[Mechanism::Xoauth2], &source.read().await.map_err(SendError::NoToken)?),
        })
    }
}

impl Connection {
    /// Proves who we are, by a mechanism that the relay has offered inside TLS (RFC 4954 §4).
    pub(super) async fn log_in(&mut self, login: Login) -> Result<(), SendError> {
        let Some(mechanism) = self.smtp.server_info().get_auth_mechanism(login.mechanisms) else {
            return Err(SendError::NoLogin);
        };
        let failed = |error| SendError::from_smtp(Step::Auth, &error);
        let reply = if mechanism == Mechanism::Xoauth2 {
            let auth = Auth::new(mechanism, login.credentials, None).map_err(failed)?;
            let reply = self.smtp.command(auth).await.map_err(failed)?;
            // A token is refused by a challenge that holds the reason; the reply comes after an empty answer to it.
            if reply.has_code(334) { self.smtp.command("\r\n").await.map_err(failed)? } else { reply }
        } else {
            self.smtp.auth(login.mechanisms, &login.credentials).await.map_err(failed)?
        };
        check(Step::Auth, &reply)
    }
}
