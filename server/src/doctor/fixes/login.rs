use super::Variables;
use crate::mail::{Credentials, Relay, RelayProblem, Secret};

/// Fixes for problems with the login, except for Gmail's.
pub(super) fn fix(problem: RelayProblem, relay: &Relay, variables: Variables) -> String {
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
