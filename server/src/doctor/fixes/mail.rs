use super::Variables;
use crate::mail::RelayProblem;

/// Fixes for problems with the test mail.
pub(super) fn fix(problem: RelayProblem, variables: Variables) -> String {
    let [username_is, password_is] = ["USERNAME", "PASSWORD"].map(|end| variables.of(end));
    match problem {
        RelayProblem::RelayingDenied => format!(
            "The relay takes mail for its own domains, but passes none on for you. Log in ({username_is}, {password_is}), or let its \
             operator allow this machine."
        ),
        RelayProblem::SenderRefused => "Set MAILCODE_MAIL_FROM to an address that this account may send from. Providers want it verified \
                                        first: look for verified senders, identities or domains in their console."
            .to_owned(),
        RelayProblem::RecipientRefused => {
            "Check the address behind --send-to. If it is right, the relay or the mailbox's server says why it is refused.".to_owned()
        }
        RelayProblem::Later => "The relay says why, and may take the mail later: a server retries while the code lives. If it goes on, a \
                                limit of the relay is reached, or its disk is full."
            .to_owned(),
        RelayProblem::SendingLimit => {
            "This account has sent as many mails as its provider allows in an hour or a day. Wait, ask for more, or \
                                       set a second relay: MAILCODE_SMTP_FALLBACK_HOST."
                .to_owned()
        }
        RelayProblem::MailRefused => "The relay says why. Often it takes the mail for spam. Ask its operator.".to_owned(),
        RelayProblem::NoInternationalMail => {
            "The address behind --send-to has letters that need SMTPUTF8 (RFC 6531), which this relay has not. Other addresses work."
                .to_owned()
        }
        RelayProblem::Unwritable => "The address behind --send-to cannot stand in a mail. Try another.".to_owned(),
        _ => "The connection was lost after the whole mail had been sent. Look whether it arrives; if this happens again, ask the relay's \
              operator."
            .to_owned(),
    }
}
