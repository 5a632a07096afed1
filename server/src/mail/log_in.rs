use super::Secret;
use super::connection::{Connection, check};
use super::relay::Credentials;
use super::send_error::{SendError, Step};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use lettre::transport::smtp::authentication::{self, Mechanism};
use lettre::transport::smtp::commands::Auth;
use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

/// What is said to a relay at the login.
pub(super) struct Login {
    mechanisms: &'static [Mechanism],
    credentials: authentication::Credentials,
    secret: SecretString,
}

impl Login {
    /// Gathers it. A token is asked for now, before a relay waits.
    pub(super) async fn prepare(credentials: &Credentials) -> Result<Self, SendError> {
        let with = |mechanisms, secret: &SecretString| Self {
            mechanisms,
            credentials: authentication::Credentials::new(credentials.username.clone(), secret.expose_secret().to_owned()),
            secret: secret.clone(),
        };
        Ok(match &credentials.secret {
            // Some relays know `LOGIN` alone.
            Secret::Password(password) => with(&[Mechanism::Plain, Mechanism::Login], password),
            Secret::Token(source) => with(&[Mechanism::Xoauth2], &source.read().await.map_err(SendError::NoToken)?),
        })
    }

    /// The secret in every form in which it goes to the relay, which may repeat a command that it refuses.
    pub(super) fn forms_of_secret(&self) -> Vec<Zeroizing<String>> {
        let responses = self.mechanisms.iter().filter_map(|mechanism| mechanism.response(&self.credentials, None).ok());
        let mut forms: Vec<_> = responses.map(|response| Zeroizing::new(STANDARD.encode(Zeroizing::new(response).as_bytes()))).collect();
        forms.push(Zeroizing::new(STANDARD.encode(self.secret.expose_secret())));
        forms.push(Zeroizing::new(self.secret.expose_secret().to_owned()));
        forms
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

#[cfg(test)]
mod tests {
    use super::Login;
    use crate::mail::{Credentials, Secret, TokenSource};
    use secrecy::SecretString;

    async fn forms(secret: Secret) -> Vec<String> {
        let login = Login::prepare(&Credentials { username: "me".to_owned(), secret }).await.expect("a secret");
        login.forms_of_secret().iter().map(|form| form.as_str().to_owned()).collect()
    }

    #[tokio::test]
    async fn the_forms_of_a_secret_are_those_that_go_to_the_relay() {
        // `\0me\0Passw0rd` (RFC 4616 §2) and `Passw0rd`.
        let password = forms(Secret::Password(SecretString::from("Passw0rd"))).await;
        assert_eq!(password, ["AG1lAFBhc3N3MHJk", "UGFzc3cwcmQ=", "Passw0rd"]);
        // `user=me\x01auth=Bearer t0ken\x01\x01` and `t0ken`.
        let token = forms(Secret::Token(TokenSource::Command("echo t0ken".to_owned()))).await;
        assert_eq!(token, ["dXNlcj1tZQFhdXRoPUJlYXJlciB0MGtlbgEB", "dDBrZW4=", "t0ken"]);
    }
}
