use super::Variables;
use crate::mail::RelayProblem;

/// Fixes for logins that Gmail refuses.
pub(super) fn fix(problem: RelayProblem, variables: Variables) -> String {
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
