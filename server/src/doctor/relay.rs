use super::fixes::fix;
use super::{DoctorProblem, Finding, Scope, Section, Stage, Variables};
use crate::i18n::Language;
use crate::mail::{
    Deadlines, Relay, RelayConfigError, RelayStage, Sender, SenderError, StageOutcome, TestMail, TlsMode, check_relay_stages,
};
use crate::sign_up::ports::{CodeMail, CodePurpose};
use crate::sign_up::{CanonicalAddress, NotMeToken, Timestamp};
use domain::OneTimeCode;
use rand::CryptoRng;
use std::time::Duration;

/// Advice after a 250 from the relay, which is not yet delivery (RFC 5321 §4.2.5, §6.1).
const TAKEN: &str = "the relay has accepted it, which is not yet delivery: check that it arrives, and look in the spam folder, too";

/// Checks the stages of sending a mail through this relay, and sends a test mail if there is one. `variables` are those that configure the
/// relay.
///
/// # Errors
/// See [`RelayConfigError`]: with such settings nothing can be checked.
pub async fn check_relay(
    relay: &Relay,
    variables: Variables,
    sender: &Sender,
    test_mail: Option<&TestMail>,
    now: Timestamp,
    deadlines: Deadlines,
) -> Result<Section, RelayConfigError> {
    let mode = match relay.tls {
        TlsMode::StartTls => "STARTTLS",
        TlsMode::Implicit => "implicit TLS",
    };
    let user = if relay.credentials.is_some() { "with a user name" } else { "without a user name" };
    let mut findings = vec![Finding::ok(Stage::Relay, &format!("{relay}, {mode}, {user}"))];
    for result in check_relay_stages(relay, sender, test_mail, now, deadlines).await? {
        let (stage, said) = (Stage::Sending(result.stage), result.said.as_str());
        findings.push(match result.outcome {
            StageOutcome::Ok if result.stage == RelayStage::TestMail => Finding::ok(stage, &format!("{said} - {TAKEN}")),
            StageOutcome::Ok => Finding::ok(stage, said),
            StageOutcome::Skipped => Finding::skipped(stage, said),
            StageOutcome::Failed(problem) => {
                Finding::failed(stage, DoctorProblem::Relay(problem), said, fix(problem, relay, variables, now))
            }
        });
    }
    Ok(Section { scope: Scope::of(relay), findings })
}

impl Finding {
    /// The findings without a relay: mails stay on this machine.
    #[must_use]
    pub fn without_relay(variables: Variables) -> Vec<Self> {
        let fix = format!(
            "Set {} to the relay that sends your mail, and set {}, {} and MAILCODE_MAIL_FROM, too.",
            variables.of("HOST"),
            variables.of("USERNAME"),
            variables.of("PASSWORD")
        );
        let said = "none is set: mails go to the development mailbox and stay on this machine";
        let sending = RelayStage::in_order(TlsMode::StartTls).map(|stage| Self::skipped(Stage::Sending(stage), "not tried"));
        [Self::failed(Stage::Relay, DoctorProblem::NoRelay, said, fix)].into_iter().chain(sending).collect()
    }
}

/// The code of a test mail. No sign-up has it, and readers recognize it as an example.
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
        purpose: CodePurpose::SignUp,
    };
    Ok(TestMail { mail, sender: sender(&marked(service_name))? })
}

/// Appends a mark to the service name, so that the subject reads `000000 is your Example test code`.
fn marked(service_name: &str) -> String {
    const MARK: &str = " test";
    let kept: String = service_name.chars().take(Sender::MAX_NAME_LENGTH - MARK.len()).collect();
    format!("{kept}{MARK}")
}
