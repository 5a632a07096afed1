use super::Variables;
use crate::mail::{Credentials, Relay, RelayProblem, Secret};

/// Fixes for problems with the login, except for Gmail's.
pub(super) fn fix_login(problem: RelayProblem, relay: &Relay, variables: Variables) -> String {
    let Relay { host, port, .. } = relay;
    let [username_is, password_is, port_is, tls_is] = ["USERNAME", "PASSWORD", "PORT", "TLS"].map(|end| variables.of(end));
    let [token_file_is, token_command_is] = ["TOKEN_FILE", "TOKEN_COMMAND"].map(|end| variables.of(end));
    match problem {
        RelayProblem::NoAuth => format!(
            "Port {port} is not for clients that log in. Use the relay's port for them, 587 or 465 ({port_is}). If the relay knows this \
             machine by its address, unset {username_is} and {password_is}."
        ),
        RelayProblem::NoMechanism => match relay.credentials {
            Some(Credentials { secret: Secret::Token(_), .. }) => {
                format!(
                    "A token needs XOAUTH2, which the relay does not offer. Set {password_is} instead of {token_file_is} or {token_command_is}."
                )
            }
            _ => format!(
                "A password needs PLAIN or LOGIN; TLS keeps it secret. The relay's operator may switch one of them on. If it offers \
                 XOAUTH2, set {token_file_is} or {token_command_is} instead."
            ),
        },
        RelayProblem::NoToken => format!(
            "The first line of the file that {token_file_is} names, or of what {token_command_is} prints, must be the token. Run the \
             command as the user that runs Mailcode; it has 10 seconds."
        ),
        RelayProblem::TokenRefused => format!(
            "The token has ended, or is not for {username_is}, or not for mail: Google wants the scope https://mail.google.com/, Microsoft \
             https://outlook.office.com/SMTP.Send."
        ),
        RelayProblem::MustStartTls => format!(
            "TLS ends before the relay, at a proxy such as stunnel, and the relay sees clear text. Connect to the relay itself: \
             {tls_is}=starttls, {port_is}=587."
        ),
        RelayProblem::MicrosoftAuthDisabled => format!(
            "SMTP AUTH is switched off for this mailbox or for all of them. An administrator switches it on in the Microsoft 365 admin \
             center: Users, Active users, the user, Mail, Manage email apps, Authenticated SMTP; or by PowerShell:\n\
             Set-CASMailbox -Identity you@example.com -SmtpClientAuthenticationDisabled $false\n\
             Security defaults of Entra ID forbid it, too. Where passwords are no longer taken, as at Outlook.com, use a token: \
             {token_command_is}."
        ),
        RelayProblem::MicrosoftPassword => format!(
            "{username_is} must be the whole address. With multi-factor authentication the account's own password does not do: use an app \
             password, or a token ({token_command_is}). An administrator may also have switched SMTP AUTH off for the mailbox."
        ),
        RelayProblem::SesPassword => format!(
            "Amazon SES has user names and passwords of its own for SMTP: make them in its console, SMTP settings, Create SMTP credentials. \
             Access keys of AWS do not do, and they hold in one region, that of {host}."
        ),
        RelayProblem::SendGridPassword => {
            format!("With SendGrid, {username_is} is the word apikey, and {password_is} an API key that may send mail.")
        }
        RelayProblem::LoginLater => {
            "The relay says why. After too many attempts it opens by itself in a while; do not let others try on meanwhile.".to_owned()
        }
        RelayProblem::SaslBackend => {
            "The password may be right: the relay cannot look it up. Its operator must mend what it asks, which its log \
                                      names. With Postfix that is Cyrus SASL (saslauthd must run, smtpd.conf name a pwcheck_method and \
                                      Postfix be allowed to open its socket) or Dovecot (smtpd_sasl_path)."
                .to_owned()
        }
        RelayProblem::LoginNeeded => format!("Set {username_is} and {password_is}; the relay takes no mail from strangers."),
        _ => format!(
            "The relay does not take this user name with this password. {username_is} is often the whole address. In a shell, put {password_is} \
             in single quotes, since $, ! and \\ mean something else to it, or use {password_is}_FILE."
        ),
    }
}

/// Fixes for logins that Gmail refuses.
pub(super) fn fix_gmail_login(problem: RelayProblem, variables: Variables) -> String {
    let [username_is, password_is] = ["USERNAME", "PASSWORD"].map(|end| variables.of(end));
    let lead = match problem {
        RelayProblem::GmailAppPassword => {
            "Gmail takes mail from programs only with an App Password, not with that of the account:".to_owned()
        }
        RelayProblem::GmailWebLogin => "Gmail wants to see the account's owner first. Log in with a browser, from the same network, and \
                                        answer what it asks; then make an App Password:"
            .to_owned(),
        _ => format!(
            "{username_is} must be the whole address, with @gmail.com or your domain, and {password_is} an App Password, not that of the \
             account. One of them is wrong, or the App Password was revoked, as all are when the account's password changes. Make a new one:"
        ),
    };
    format!(
        "{lead}\n\
         1. Open https://myaccount.google.com/security with the account that is to send.\n\
         2. Turn on 2-Step Verification, if it is off.\n\
         3. Open https://myaccount.google.com/apppasswords.\n\
         4. Type a name for it, such as Mailcode, and press Create.\n\
         5. Copy the sixteen letters; the blanks between do no harm.\n\
         6. Set {password_is} to them and {username_is} to the whole address.\n\
         7. Run mailcode doctor again.\n\
         If the page of step 3 says that the setting is not available: 2-Step Verification is off, or has security keys as its only second \
         step, or the account is in the Advanced Protection Program, or it is one of work or school whose administrator forbids App \
         Passwords."
    )
}

/// Fixes for problems with the test mail.
pub(super) fn fix_mail(problem: RelayProblem, variables: Variables) -> String {
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
