use crate::i18n::Language;
use crate::mail::{Sender, SenderError, TestMail};
use crate::sign_up::ports::{CodeFor, CodeMail};
use crate::sign_up::{CanonicalAddress, NotMeToken, Timestamp};
use domain::OneTimeCode;
use rand::CryptoRng;
use std::time::Duration;

/// The code of a test mail. It was not requested, so it works nowhere, and it looks made up.
const NO_CODE: u32 = 0;

/// A mail to this address as the server sends it, marked as a test in subject and text. No sign-up has its code, and its token voids
/// nothing.
///
/// # Errors
/// See [`SenderError`].
///
/// # Panics
/// Never: 000000 is a code.
pub fn test_mail(
    to: CanonicalAddress,
    sender: impl FnOnce(&str) -> Result<Sender, SenderError>,
    service_name: &str,
    lifetime: Duration,
    now: Timestamp,
    generator: &mut dyn CryptoRng,
) -> Result<TestMail, SenderError> {
    let code = OneTimeCode::from_number(NO_CODE).expect("000000 is a code");
    let mail = CodeMail {
        to,
        code,
        lifetime,
        issued_at: now,
        language: Language::default(),
        not_me: NotMeToken::generate(generator),
        purpose: CodeFor::SignUp,
    };
    Ok(TestMail { mail, sender: sender(&marked(service_name))? })
}

/// Appends a mark to the service name, so that the subject reads `000000 is your Example test code`.
fn marked(service_name: &str) -> String {
    const MARK: &str = " test";
    let kept: String = service_name.chars().take(Sender::MAX_NAME_LENGTH - MARK.len()).collect();
    format!("{kept}{MARK}")
}
