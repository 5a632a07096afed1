use super::Variables;
use crate::mail::{Credentials, Relay, RelayProblem, Secret};

/// Fixes for problems with the login, except for Gmail's.
pub(super) fn fix_login(problem: RelayProblem, relay: &Relay, variables: Variables) -> String {
    let Relay { host, port, .. } = relay;
    let [username_is, password_is, port_is, tls_is] = ["USERNAME", "PASSWORD", "PORT", "TLS"].map(|end| variables.of(end));
    let [token_file_is, token_command_is] = ["TOKEN_FILE", "TOKEN_COMMAND"].map(|end| variables.of(end));
    match problem {
        RelayProblem::NoAuth => format!(
            "Port {port} offers no login. Use the relay's port for clients, 587 or 465 ({port_is}). If the relay accepts this machine by \
             its address, unset {username_is} and {password_is}."
        ),
        RelayProblem::NoMechanism => match relay.credentials {
            Some(Credentials { secret: Secret::AccessToken(_), .. }) => {
                format!(
                    "A token needs XOAUTH2, which the relay does not offer. Set {password_is} instead of {token_file_is} or {token_command_is}."
                )
            }
            _ => format!(
                "A password needs AUTH PLAIN or LOGIN; TLS keeps it secret. Ask the relay's operator to enable one of them. If the relay \
                 offers XOAUTH2, set {token_file_is} or {token_command_is} instead."
            ),
        },
        RelayProblem::NoToken => format!(
            "The first line of the file that {token_file_is} names, or of the output of {token_command_is}, must be the token. Run the \
             command as the user that runs Mailcode; it must end within 10 seconds."
        ),
        RelayProblem::TokenRefused => format!(
            "The token has expired, is not for {username_is}, or does not permit sending mail: Google requires the scope \
             https://mail.google.com/, Microsoft https://outlook.office.com/SMTP.Send."
        ),
        RelayProblem::MustStartTls => format!(
            "TLS ends at a proxy in front of the relay, such as stunnel, so the relay gets an unencrypted connection. Connect to the relay \
             itself: {tls_is}=starttls, {port_is}=587."
        ),
        RelayProblem::MicrosoftAuthDisabled => format!(
            "SMTP AUTH is disabled for this mailbox or for all mailboxes. An administrator enables it in the Microsoft 365 admin center: \
             Users, Active users, the user, Mail, Manage email apps, Authenticated SMTP; or by PowerShell:\n\
             Set-CASMailbox -Identity you@example.com -SmtpClientAuthenticationDisabled $false\n\
             Security defaults of Entra ID forbid it, too. Where passwords are no longer accepted, as at Outlook.com, use a token: \
             {token_command_is}."
        ),
        RelayProblem::MicrosoftPassword => format!(
            "{username_is} must be the full address. With multi-factor authentication the account's own password does not work: use an \
             app password, or a token ({token_command_is}). An administrator may also have disabled SMTP AUTH for the mailbox."
        ),
        RelayProblem::SesPassword => format!(
            "Amazon SES has its own user names and passwords for SMTP: create them in its console, SMTP settings, Create SMTP credentials. \
             AWS access keys do not work. The credentials are valid in one region only, which must be that of {host}."
        ),
        RelayProblem::SendGridPassword => {
            format!("With SendGrid, {username_is} is the word apikey, and {password_is} is an API key that may send mail.")
        }
        RelayProblem::LoginLater => {
            "The relay's answer says why. After too many attempts it accepts logins again after a while; make sure that no other program \
             keeps trying meanwhile."
                .to_owned()
        }
        RelayProblem::SaslBackend => {
            "The password may be right, but the relay cannot check it. Its operator must repair the service that the relay asks, which its \
             log names. With Postfix that is Cyrus SASL (saslauthd must run, smtpd.conf must name a pwcheck_method, and Postfix must be \
             allowed to open its socket) or Dovecot (smtpd_sasl_path)."
                .to_owned()
        }
        RelayProblem::LoginNeeded => format!("Set {username_is} and {password_is}; the relay accepts mail only after a login."),
        _ => format!(
            "The relay does not accept this user name with this password. {username_is} is often the full address. In a shell, put \
             {password_is} in single quotes, because $, ! and \\ have a special meaning there, or use {password_is}_FILE."
        ),
    }
}

/// Fixes for logins that Gmail refuses.
pub(super) fn fix_gmail_login(problem: RelayProblem, variables: Variables) -> String {
    let [username_is, password_is] = ["USERNAME", "PASSWORD"].map(|end| variables.of(end));
    let lead = match problem {
        RelayProblem::GmailAppPassword => {
            "Gmail accepts mail from programs only with an App Password, not with the account's own password:".to_owned()
        }
        RelayProblem::GmailWebLogin => {
            "Gmail wants the account's owner to sign in with a browser first. Sign in, from the same network, and \
                                        answer its questions; then create an App Password:"
                .to_owned()
        }
        _ => format!(
            "{username_is} must be the full address, with @gmail.com or your domain, and {password_is} an App Password, not the account's \
             own password. One of them is wrong, or the App Password was revoked, as all are when the account's password changes. Create a \
             new one:"
        ),
    };
    format!(
        "{lead}\n\
         1. Open https://myaccount.google.com/security with the account that sends the mails.\n\
         2. Turn on 2-Step Verification, if it is off.\n\
         3. Open https://myaccount.google.com/apppasswords.\n\
         4. Type a name for it, such as Mailcode, and press Create.\n\
         5. Copy the sixteen letters; spaces between them are ignored.\n\
         6. Set {password_is} to them and {username_is} to the full address.\n\
         7. Run `mailcode doctor` again.\n\
         If the page of step 3 says that the setting is not available: 2-Step Verification is off, or has security keys as its only second \
         step, or the account is in the Advanced Protection Program, or it is a work or school account whose administrator forbids App \
         Passwords."
    )
}

/// Fixes for problems with the test mail.
pub(super) fn fix_mail(problem: RelayProblem, variables: Variables) -> String {
    let [username_is, password_is] = ["USERNAME", "PASSWORD"].map(|end| variables.of(end));
    match problem {
        RelayProblem::RelayingDenied => format!(
            "The relay accepts mail for its own domains, but does not forward yours. Log in ({username_is}, {password_is}), or have its \
             operator permit this machine."
        ),
        RelayProblem::SenderRefused => "Set MAILCODE_MAIL_FROM to an address that this account may send from. Providers want it verified \
                                        first: look for verified senders, identities or domains in their console."
            .to_owned(),
        RelayProblem::RecipientRefused => {
            "Check the address of --send-to. If it is right, the answer of the relay or of the mailbox's server says why it is refused."
                .to_owned()
        }
        RelayProblem::Later => {
            "The relay's answer says why. It may accept the mail later: the server retries while the code is valid. If it \
                                persists, a limit of the relay is reached, or its disk is full."
                .to_owned()
        }
        RelayProblem::SendingLimit => {
            "This account has sent as many mails as its provider allows in an hour or a day. Wait, ask for a higher limit, or set a second \
             relay: MAILCODE_SMTP_FALLBACK_HOST."
                .to_owned()
        }
        RelayProblem::MailRefused => {
            "The relay's answer says why. Often the relay considers the mail to be spam. Ask its operator.".to_owned()
        }
        RelayProblem::NoInternationalMail => {
            "The address of --send-to has letters that need SMTPUTF8 (RFC 6531), which this relay does not support. Other addresses work."
                .to_owned()
        }
        RelayProblem::Unwritable => "The address of --send-to cannot be written in a mail. Try another.".to_owned(),
        _ => {
            "The connection was lost after the whole mail had been sent. Check whether it arrives; if this happens again, ask the relay's \
              operator."
                .to_owned()
        }
    }
}
