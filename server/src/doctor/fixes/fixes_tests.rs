use super::{Variables, fix};
use crate::mail::{Relay, RelayProblem as P, TlsMode};
use crate::sign_up::Timestamp;
use rustls_pki_types::CertificateDer;

fn fix_of(problem: P, host: &str, variables: Variables) -> String {
    let relay = Relay { host: host.to_owned(), port: 2525, tls: TlsMode::StartTls, credentials: None, extra_roots: Vec::new() };
    fix(problem, &relay, variables, Timestamp::from_millis(1_763_906_460_000))
}

#[test]
fn each_fix_names_the_setting_to_change() {
    for (problem, named) in [
        (P::UnknownHost, "MAILCODE_SMTP_HOST"),
        (P::ConnectionRefused, "MAILCODE_SMTP_PORT"),
        (P::ConnectTimedOut, "MAILCODE_SMTP_TLS=implicit with port 465"),
        (P::Port25, "MAILCODE_SMTP_PORT=587"),
        (P::Silent, "port 465"),
        (P::NotSmtp, "MAILCODE_SMTP_PORT"),
        (P::ImplicitTlsPort, "MAILCODE_SMTP_TLS=implicit"),
        (P::ClearTextPort, "MAILCODE_SMTP_TLS=starttls"),
        (P::NoStartTls, "MAILCODE_SMTP_TLS=implicit"),
        (P::NoRoots, "ca-certificates"),
        (P::WrongName, "MAILCODE_SMTP_HOST"),
        (P::AuthorityAsServer, "-addext subjectAltName=DNS:relay.example -addext basicConstraints=critical,CA:FALSE"),
        (P::UnknownIssuer, "MAILCODE_SMTP_CA_FILE"),
        (P::Expired, "renew"),
        (P::WeakKey, "rsa:2048"),
        (P::NotYetValid, "it says 2025-11-23 14:01 UTC"),
        (P::NoAuth, "MAILCODE_SMTP_PORT"),
        (P::NoMechanism, "MAILCODE_SMTP_TOKEN_COMMAND"),
        (P::NoToken, "MAILCODE_SMTP_TOKEN_FILE"),
        (P::TokenRefused, "https://mail.google.com/"),
        (P::MustStartTls, "MAILCODE_SMTP_TLS=starttls"),
        (P::GmailAppPassword, "7. Run `mailcode doctor` again."),
        (P::GmailPassword, "https://myaccount.google.com/apppasswords"),
        (P::GmailWebLogin, "browser"),
        (P::MicrosoftAuthDisabled, "-SmtpClientAuthenticationDisabled $false"),
        (P::MicrosoftPassword, "MAILCODE_SMTP_USERNAME"),
        (P::SesPassword, "SMTP credentials"),
        (P::SendGridPassword, "apikey"),
        (P::WrongPassword, "MAILCODE_SMTP_PASSWORD_FILE"),
        (P::SaslBackend, "saslauthd"),
        (P::LoginNeeded, "MAILCODE_SMTP_USERNAME"),
        (P::RelayingDenied, "MAILCODE_SMTP_USERNAME"),
        (P::SenderRefused, "MAILCODE_MAIL_FROM"),
        (P::RecipientRefused, "--send-to"),
        (P::NoInternationalMail, "SMTPUTF8"),
    ] {
        let fix = fix_of(problem, "relay.example", Variables::RELAY);
        assert!(fix.contains(named) && !fix.contains("FALLBACK"), "{problem:?}: {fix}");
    }
}

#[test]
fn the_fix_for_gmail_says_why_app_passwords_may_be_unavailable() {
    let fix = fix_of(P::GmailAppPassword, "smtp.gmail.com", Variables::RELAY);
    for reason in ["2-Step Verification is off", "security keys", "Advanced Protection", "administrator forbids"] {
        assert!(fix.contains(reason), "{reason}: {fix}");
    }
    let steps: Vec<_> = fix.lines().filter_map(|line| line.split_once(". ")?.0.parse::<u8>().ok()).collect();
    assert_eq!(steps, [1, 2, 3, 4, 5, 6, 7]);
}

#[test]
fn fixes_for_the_fallback_relay_name_its_variables() {
    for problem in [P::UnknownHost, P::UnknownIssuer, P::GmailPassword, P::WrongPassword, P::RelayingDenied] {
        let fix = fix_of(problem, "relay.example", Variables::FALLBACK);
        assert!(fix.contains("MAILCODE_SMTP_FALLBACK_"), "{problem:?}: {fix}");
    }
    assert!(fix_of(P::AuthorityAsServer, "192.0.2.1", Variables::RELAY).contains("subjectAltName=IP:192.0.2.1"));
}

#[test]
fn a_file_of_another_authority_is_called_the_wrong_one() {
    let extra_roots = vec![CertificateDer::from(vec![0])];
    let relay = Relay { host: "relay.example".to_owned(), port: 2525, tls: TlsMode::StartTls, credentials: None, extra_roots };
    let fix = fix(P::UnknownIssuer, &relay, Variables::RELAY, Timestamp::from_millis(0));
    assert!(fix.starts_with("MAILCODE_SMTP_CA_FILE names another CA"), "{fix}");
}
