use crate::mail::{Credentials, EnhancedCode, RejectionCause, Relay, RelayProblem, Reply, Secret, SmtpStep};

impl RelayProblem {
    /// Diagnoses an error reply by the rejected step, its codes and its text. An unknown reply is diagnosed by its step alone.
    #[must_use]
    pub fn of_reply(relay: &Relay, step: SmtpStep, reply: &Reply) -> Self {
        Self::of_refusal(relay, step, reply, RejectionCause::of(step, reply))
    }

    /// Like [`Self::of_reply`], but with a known cause, since the text of the reply may be missing.
    pub(super) fn of_refusal(relay: &Relay, step: SmtpStep, reply: &Reply, cause: RejectionCause) -> Self {
        if reply.code == 530 && reply.mentions("starttls") {
            return Self::MustStartTls;
        }
        match (step, reply.code) {
            (SmtpStep::StartTls, _) => Self::StartTlsRefused,
            (SmtpStep::Hello | SmtpStep::Check, 400..=499) => Self::Busy,
            (SmtpStep::Hello | SmtpStep::Check, _) => Self::NotWelcome,
            (SmtpStep::Auth, _) if is_about_backend(reply) => Self::SaslBackend,
            (SmtpStep::Auth, 400..=499) => Self::LoginLater,
            (SmtpStep::Auth, _) | (_, 530 | 534 | 535 | 538) => login(relay, reply),
            (_, _) if cause == RejectionCause::Relaying => Self::RelayingDenied,
            // Postfix sends this to clients that have not logged in and are not in its own networks.
            (_, _) if relay.credentials.is_none() && reply.mentions("rejected: access denied") => Self::LoginNeeded,
            (_, 400..=499) => Self::Later,
            (_, _) if cause == RejectionCause::Login => Self::LoginNeeded,
            (_, _) if cause == RejectionCause::SendingLimit => Self::SendingLimit,
            (_, _) if cause == RejectionCause::Blocked => Self::NotWelcome,
            (_, _) if cause == RejectionCause::Sender => Self::SenderRefused,
            (_, _) if cause.is_mailbox() => Self::RecipientRefused,
            (SmtpStep::Recipient, _) => Self::RecipientRefused,
            (SmtpStep::Mail | SmtpStep::Data | SmtpStep::Text, _) => Self::MailRefused,
        }
    }
}

/// Diagnoses a rejected login (RFC 4954 §6, and the codes of known providers).
fn login(relay: &Relay, reply: &Reply) -> RelayProblem {
    if reply.code == 535 && matches!(relay.credentials, Some(Credentials { secret: Secret::Token(_), .. })) {
        return RelayProblem::TokenRefused;
    }
    let provider = Provider::of(&relay.host, reply);
    match (provider, reply.code, reply.enhanced) {
        // https://support.google.com/a/answer/3726730
        (Provider::Gmail, 534, Some(EnhancedCode { subject: 7, detail: 14 })) => RelayProblem::GmailWebLogin,
        (Provider::Gmail, 534, _) => RelayProblem::GmailAppPassword,
        (Provider::Gmail, 535, _) => RelayProblem::GmailPassword,
        // 5.7.139 means either disabled SMTP AUTH or a wrong password; the text shows which.
        (Provider::Microsoft, _, Some(EnhancedCode { subject: 7, detail: 139 })) if reply.mentions("credentials were incorrect") => {
            RelayProblem::MicrosoftPassword
        }
        (Provider::Microsoft, _, Some(EnhancedCode { subject: 7, detail: 139 | 57 })) => RelayProblem::MicrosoftAuthDisabled,
        (Provider::Microsoft, 535, _) => RelayProblem::MicrosoftPassword,
        (_, 530, _) => RelayProblem::LoginNeeded,
        (_, 504, _) => RelayProblem::NoMechanism,
        (Provider::AmazonSes, _, _) => RelayProblem::SesPassword,
        (Provider::SendGrid, _, _) => RelayProblem::SendGridPassword,
        _ => RelayProblem::WrongPassword,
    }
}

/// Whether Postfix reports that its SASL backend does not answer: "generic failure" of Cyrus without `saslauthd`, "Connection lost to
/// authentication server" without Dovecot's socket.
fn is_about_backend(reply: &Reply) -> bool {
    ["generic failure", "temporary authentication failure", "authentication server", "no mechanism available"]
        .iter()
        .any(|words| reply.mentions(words))
}

/// A large provider whose error replies are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Provider {
    Gmail,
    Microsoft,
    AmazonSes,
    SendGrid,
    Other,
}

impl Provider {
    /// Recognizes the provider by the relay's host or, where that is another name for it, by typical parts of its replies.
    fn of(host: &str, reply: &Reply) -> Self {
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        let is_under = |domain: &str| host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
        let is_one_of = |domains: &[&str]| domains.iter().any(|domain| is_under(domain));
        if is_one_of(&["gmail.com", "googlemail.com", "google.com"]) || reply.mentions("gsmtp") {
            Self::Gmail
        } else if is_one_of(&["office365.com", "outlook.com", "office.com", "hotmail.com", "live.com"])
            || reply.mentions("prod.outlook.com")
            || reply.enhanced == Some(EnhancedCode { subject: 7, detail: 139 })
        {
            Self::Microsoft
        } else if is_under("amazonaws.com") {
            Self::AmazonSes
        } else if is_under("sendgrid.net") {
            Self::SendGrid
        } else {
            Self::Other
        }
    }
}
