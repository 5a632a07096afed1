use super::RelayProblem;
use super::provider::Provider;
use crate::mail::{Credentials, EnhancedCode, Relay, Reply, Secret, Step};

impl RelayProblem {
    /// What a refusal means, by the step that was refused, its codes and its words. A refusal that nobody knows is told by
    /// its step alone.
    #[must_use]
    pub fn of_reply(relay: &Relay, step: Step, reply: &Reply) -> Self {
        if reply.code == 530 && reply.mentions("starttls") {
            return Self::MustStartTls;
        }
        match (step, reply.code) {
            (Step::StartTls, _) => Self::StartTlsRefused,
            (Step::Hello | Step::Check, 400..=499) => Self::Busy,
            (Step::Hello | Step::Check, _) => Self::NotWelcome,
            (Step::Auth, 400..=499) => Self::LoginLater,
            (Step::Auth, _) | (_, 530 | 534 | 535 | 538) => login(relay, reply),
            (_, _) if is_about_relaying(reply) => Self::RelayingDenied,
            // Postfix, to clients that have not logged in and are none of its own.
            (_, _) if relay.credentials.is_none() && reply.mentions("rejected: access denied") => Self::LoginNeeded,
            (_, 400..=499) => Self::Later,
            (Step::Mail, _) => Self::SenderRefused,
            (_, _) if is_about_sender(reply) => Self::SenderRefused,
            (Step::Recipient, _) => Self::RecipientRefused,
            (Step::Data | Step::Text, _) => Self::MailRefused,
        }
    }
}

/// What a refused login means (RFC 4954 §6, and what providers make of it).
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
        // 5.7.139 is said of switched-off SMTP AUTH and of wrong passwords; the words tell which.
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

/// Postfix and Sendmail, and Exchange.
fn is_about_relaying(reply: &Reply) -> bool {
    ["relay access denied", "relaying denied", "unable to relay"].iter().any(|words| reply.mentions(words))
}

/// Said after `MAIL FROM` was taken: by Postfix to the recipient, by Amazon SES, SendGrid and Microsoft to the mail.
fn is_about_sender(reply: &Reply) -> bool {
    ["sender address rejected", "is not verified", "verified sender identity", "sendasdenied", "to send as this sender"]
        .iter()
        .any(|words| reply.mentions(words))
}
