use super::connection::{SmtpConnection, check};
use super::dialogue::SmtpStep;
use super::extensions::Extension;
use super::send_error::SendError;
use crate::mail::{Credentials, Secret};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

/// A login to a relay: user name, secret and the mechanisms for it, the preferred one first.
pub(in crate::mail) struct SmtpLogin {
    username: String,
    secret: SecretString,
    mechanisms: &'static [Extension],
}

impl SmtpLogin {
    /// Prepares a login. Fetches an access token now, before a connection is opened that would wait for it.
    pub(in crate::mail) async fn prepare(credentials: &Credentials) -> Result<Self, SendError> {
        let username = credentials.username.clone();
        Ok(match &credentials.secret {
            // Some relays support only `LOGIN`.
            Secret::Password(password) => {
                Self { username, secret: password.clone(), mechanisms: &[Extension::AuthPlain, Extension::AuthLogin] }
            }
            Secret::AccessToken(source) => {
                let secret = source.read().await.map_err(SendError::NoAccessToken)?;
                Self { username, secret, mechanisms: &[Extension::AuthXoauth2] }
            }
        })
    }

    /// Every form in which the secret is sent, so that it can be hidden in replies: a relay may repeat a command that it rejects.
    pub(in crate::mail) fn forms_of_secret(&self) -> Vec<Zeroizing<String>> {
        let with_username = self.mechanisms.first().map(|mechanism| self.response(*mechanism));
        let secret = self.secret.expose_secret();
        let alone = [encoded(secret), Zeroizing::new(secret.to_owned())];
        with_username.into_iter().chain(alone).collect()
    }

    /// The `AUTH` command and the responses to the challenges (334) that may follow it, whose content is ignored.
    fn lines(&self, mechanism: Extension) -> Vec<Zeroizing<String>> {
        let response = self.response(mechanism);
        let with_response = |name: &str| Zeroizing::new(format!("AUTH {name} {}", response.as_str()));
        match mechanism {
            // The first challenge is for the user name and the second for the password; their wording depends on the relay.
            Extension::AuthLogin => {
                vec![Zeroizing::new("AUTH LOGIN".to_owned()), encoded(&self.username), encoded(self.secret.expose_secret())]
            }
            // A relay rejects a token by a challenge that holds the reason, and sends the error reply after an empty response to it.
            Extension::AuthXoauth2 => vec![with_response("XOAUTH2"), Zeroizing::default()],
            // A relay that ignores the initial response asks for it by a challenge.
            _ => vec![with_response("PLAIN"), response],
        }
    }

    /// The initial response, which holds user name and secret.
    fn response(&self, mechanism: Extension) -> Zeroizing<String> {
        let (username, secret) = (&self.username, self.secret.expose_secret());
        let response = if mechanism == Extension::AuthXoauth2 {
            format!("user={username}\x01auth=Bearer {secret}\x01\x01")
        } else {
            format!("\0{username}\0{secret}")
        };
        encoded(&Zeroizing::new(response))
    }
}

fn encoded(text: &str) -> Zeroizing<String> {
    Zeroizing::new(STANDARD.encode(text))
}

impl SmtpConnection {
    /// Authenticates by the first of our mechanisms that the relay offers inside TLS (RFC 4954 §4).
    pub(in crate::mail) async fn log_in(&mut self, login: SmtpLogin) -> Result<(), SendError> {
        let mechanism = login.mechanisms.iter().find(|mechanism| self.offers(**mechanism));
        let lines = login.lines(*mechanism.ok_or(SendError::NoLogin)?);
        let mut reply = self.exchange(SmtpStep::Auth, &lines[0]).await?;
        for line in &lines[1..] {
            if !reply.has_code(334) {
                break;
            }
            reply = self.exchange(SmtpStep::Auth, line).await?;
        }
        check(SmtpStep::Auth, &reply)
    }
}

#[cfg(test)]
mod tests {
    use super::SmtpLogin;
    use crate::mail::{AccessTokenSource, Credentials, Secret};
    use secrecy::SecretString;

    async fn forms(secret: Secret) -> Vec<String> {
        let login = SmtpLogin::prepare(&Credentials { username: "me".to_owned(), secret }).await.expect("a secret");
        login.forms_of_secret().iter().map(|form| form.as_str().to_owned()).collect()
    }

    #[tokio::test]
    async fn the_forms_of_a_secret_are_all_its_encodings_on_the_wire() {
        // `\0me\0Passw0rd` (RFC 4616 §2) and `Passw0rd`.
        let password = forms(Secret::Password(SecretString::from("Passw0rd"))).await;
        assert_eq!(password, ["AG1lAFBhc3N3MHJk", "UGFzc3cwcmQ=", "Passw0rd"]);
        // `user=me\x01auth=Bearer t0ken\x01\x01` and `t0ken`.
        let token = forms(Secret::AccessToken(AccessTokenSource::Command("echo t0ken".to_owned()))).await;
        assert_eq!(token, ["dXNlcj1tZQFhdXRoPUJlYXJlciB0MGtlbgEB", "dDBrZW4=", "t0ken"]);
    }
}
