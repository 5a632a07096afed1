//! Replies of relays in use, as their documentation and their users report them.

use crate::mail::RelayProblem::{self, *};
use crate::mail::{AccessTokenSource, Credentials, EnhancedCode, Relay, Reply, Secret, SmtpStep, TlsMode};

const GMAIL: &str = "smtp.gmail.com";
const MICROSOFT: &str = "smtp.office365.com";
const SES: &str = "email-smtp.eu-west-1.amazonaws.com";
const SENDGRID: &str = "smtp.sendgrid.net";
const MAILGUN: &str = "smtp.eu.mailgun.org";
const OTHER: &str = "mail.example.org";

const REPLIES: &[(&str, SmtpStep, &str, RelayProblem)] = &[
    (
        GMAIL,
        SmtpStep::Auth,
        "534-5.7.9 Application-specific password required. For more information, go to\r\n\
         534 5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor d2e1a72fcca58-7b sm1234567pfb.12 - gsmtp",
        GmailAppPassword,
    ),
    (
        GMAIL,
        SmtpStep::Auth,
        "535-5.7.8 Username and Password not accepted. For more information, go to\r\n\
         535 5.7.8  https://support.google.com/mail/?p=BadCredentials ffacd0b85a97d-38 sm1234567wrx.60 - gsmtp",
        GmailPassword,
    ),
    (
        GMAIL,
        SmtpStep::Auth,
        "534-5.7.14 <https://accounts.google.com/signin/continue?sarp=1&scc=1> Please log in via\r\n\
         534-5.7.14 your web browser and then try again.\r\n534 5.7.14  Learn more at https://support.google.com/mail/answer/78754 - gsmtp",
        GmailWebLogin,
    ),
    (GMAIL, SmtpStep::Auth, "454 4.7.0 Too many login attempts, please try again later. - gsmtp", LoginLater),
    (
        GMAIL,
        SmtpStep::Mail,
        "530-5.7.0 Must issue a STARTTLS command first. For more information, go to\r\n530 5.7.0  https://support.google.com/a/answer/3221692 - gsmtp",
        MustStartTls,
    ),
    (
        GMAIL,
        SmtpStep::Mail,
        "530-5.7.0 Authentication Required. For more information, go to\r\n530 5.7.0  https://support.google.com - gsmtp",
        LoginNeeded,
    ),
    ("mail.example.org", SmtpStep::Auth, "535 5.7.8 Username and Password not accepted. abc - gsmtp", GmailPassword),
    (
        GMAIL,
        SmtpStep::Text,
        "550 5.4.5 Daily user sending limit exceeded. For more information on Gmail sending limits go to … - gsmtp",
        SendingLimit,
    ),
    (
        MICROSOFT,
        SmtpStep::Auth,
        "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit \
         https://aka.ms/smtp_auth_disabled for more information. [FR0P281CA0001.DEUP281.PROD.OUTLOOK.COM]",
        MicrosoftAuthDisabled,
    ),
    (
        MICROSOFT,
        SmtpStep::Auth,
        "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit \
         https://aka.ms/smtp_auth_disabled for more information. [AM0PR01CA0001.eurprd01.prod.exchangelabs.com]",
        MicrosoftAuthDisabled,
    ),
    (
        "smtp-mail.outlook.com",
        SmtpStep::Auth,
        "535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [FR0P281CA0001.DEUP281.PROD.OUTLOOK.COM]",
        MicrosoftAuthDisabled,
    ),
    (
        MICROSOFT,
        SmtpStep::Auth,
        "535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your \
         administrator.",
        MicrosoftAuthDisabled,
    ),
    (
        MICROSOFT,
        SmtpStep::Auth,
        "535 5.7.139 Authentication unsuccessful, the user credentials were incorrect. [FR0P281CA0001.DEUP281.PROD.OUTLOOK.COM]",
        MicrosoftPassword,
    ),
    (MICROSOFT, SmtpStep::Auth, "535 5.7.3 Authentication unsuccessful [BN9PR03CA0001.namprd03.prod.outlook.com]", MicrosoftPassword),
    (
        MICROSOFT,
        SmtpStep::Mail,
        "530 5.7.57 Client not authenticated to send mail. [FR0P281CA0001.DEUP281.PROD.OUTLOOK.COM]",
        MicrosoftAuthDisabled,
    ),
    (
        MICROSOFT,
        SmtpStep::Text,
        "554 5.2.252 SendAsDenied; you@example.com not allowed to send as me@example.org; STOREDRV.Submission.Exception:SendAsDeniedException",
        SenderRefused,
    ),
    (SES, SmtpStep::Auth, "535 Authentication Credentials Invalid", SesPassword),
    (SES, SmtpStep::Mail, "530 Must issue a STARTTLS command first", MustStartTls),
    (SES, SmtpStep::Mail, "530 Authentication required", LoginNeeded),
    (
        SES,
        SmtpStep::Text,
        "554 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: me@example.org",
        SenderRefused,
    ),
    (SES, SmtpStep::Text, "454 Throttling failure: Maximum sending rate exceeded.", Later),
    (SENDGRID, SmtpStep::Auth, "535 Authentication failed: Bad username / password", SendGridPassword),
    (
        SENDGRID,
        SmtpStep::Auth,
        "535 Authentication failed: The provided authorization grant is invalid, expired, or revoked",
        SendGridPassword,
    ),
    (SENDGRID, SmtpStep::Auth, "451 Authentication failed: Maximum credits exceeded", LoginLater),
    (
        SENDGRID,
        SmtpStep::Text,
        "550 The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved.",
        SenderRefused,
    ),
    (MAILGUN, SmtpStep::Auth, "535 5.7.0 Mailgun is not loving your login or password", WrongPassword),
    (MAILGUN, SmtpStep::Auth, "535 Authentication failed", WrongPassword),
    (
        MAILGUN,
        SmtpStep::Text,
        "421 Domain sandbox1234.mailgun.org is not allowed to send: Sandbox subdomains are for test purposes only.",
        Later,
    ),
    (OTHER, SmtpStep::Auth, "535 5.7.8 Error: authentication failed: authentication failure", WrongPassword),
    (OTHER, SmtpStep::Auth, "535 5.7.8 Error: authentication failed: (reason unavailable)", WrongPassword),
    (OTHER, SmtpStep::Auth, "454 4.7.0 Temporary authentication failure: Connection lost to authentication server", SaslBackend),
    (OTHER, SmtpStep::Auth, "454 4.7.0 Temporary authentication failure: generic failure", SaslBackend),
    (OTHER, SmtpStep::Auth, "535 5.7.8 Error: authentication failed: generic failure", SaslBackend),
    (OTHER, SmtpStep::Auth, "535 5.7.8 Error: authentication failed: no mechanism available", SaslBackend),
    (OTHER, SmtpStep::Auth, "454 4.7.0 Try again later", LoginLater),
    (OTHER, SmtpStep::Mail, "530 5.7.0 Must issue a STARTTLS command first", MustStartTls),
    (OTHER, SmtpStep::Mail, "530 5.7.1 Authentication required", LoginNeeded),
    (OTHER, SmtpStep::Recipient, "554 5.7.1 <you@example.com>: Relay access denied", RelayingDenied),
    (OTHER, SmtpStep::Recipient, "554 5.7.1 <unknown[192.0.2.1]>: Client host rejected: Access denied", LoginNeeded),
    (OTHER, SmtpStep::Recipient, "454 4.7.1 <you@example.com>: Relay access denied", RelayingDenied),
    (
        OTHER,
        SmtpStep::Recipient,
        "553 5.7.1 <me@example.org>: Sender address rejected: not owned by user mailcode@example.org",
        SenderRefused,
    ),
    (
        OTHER,
        SmtpStep::Recipient,
        "550 5.1.1 <nobody@example.org>: Recipient address rejected: User unknown in virtual mailbox table",
        RecipientRefused,
    ),
    (
        OTHER,
        SmtpStep::Recipient,
        "450 4.2.0 <you@example.com>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/",
        Later,
    ),
    (OTHER, SmtpStep::Hello, "421 4.7.0 mail.example.org Error: too many connections from 192.0.2.1", Busy),
    (OTHER, SmtpStep::Hello, "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org", NotWelcome),
    (OTHER, SmtpStep::StartTls, "454 4.7.0 TLS not available due to local problem", StartTlsRefused),
    (OTHER, SmtpStep::Text, "554 5.7.1 Spam message rejected", MailRefused),
    (OTHER, SmtpStep::Text, "452 4.3.1 Insufficient system storage", Later),
    ("exchange.example.org", SmtpStep::Auth, "535 5.7.3 Authentication unsuccessful", WrongPassword),
    ("exchange.example.org", SmtpStep::Auth, "504 5.7.4 Unrecognized authentication type", NoMechanism),
    (
        "exchange.example.org",
        SmtpStep::Mail,
        "530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM",
        LoginNeeded,
    ),
    ("exchange.example.org", SmtpStep::Recipient, "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain", RelayingDenied),
    ("exchange.example.org", SmtpStep::Text, "550 5.7.60 SMTP; Client does not have permissions to send as this sender", SenderRefused),
];

#[test]
fn replies_of_real_relays_are_recognized() {
    let mut wrong = Vec::new();
    for (host, step, said, expected) in REPLIES {
        let relay = Relay { host: (*host).to_owned(), port: 587, tls: TlsMode::StartTls, credentials: None, extra_roots: Vec::new() };
        let found = RelayProblem::of_reply(&relay, *step, &Reply::read(said)[0]);
        if found != *expected {
            wrong.push(format!("{found:?} instead of {expected:?}: {host} {said}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Gmail and Microsoft reject a token by the same reply as a password.
#[test]
fn a_refused_token_is_not_reported_as_a_wrong_password() {
    let secret = Secret::AccessToken(AccessTokenSource::Command("true".to_owned()));
    let credentials = Some(Credentials { username: "me".to_owned(), secret });
    let relay = Relay { host: GMAIL.to_owned(), port: 587, tls: TlsMode::StartTls, credentials, extra_roots: Vec::new() };
    let reply = Reply::bare(535, Some(EnhancedCode { subject: 7, detail: 8 }));
    assert_eq!(RelayProblem::of_reply(&relay, SmtpStep::Auth, &reply), TokenRefused);
}
