use super::ports::{CodeId, CodeMail, Place, Taken};

/// A code that is created and counted, and that [`super::SignUp::send`] has yet to mail.
///
/// Save the visitor's state first: a mailed code that no session holds is useless.
#[must_use = "without `SignUp::send` the code is never mailed"]
#[derive(Debug)]
pub struct Mailing {
    pub(super) mail: CodeMail,
    pub(super) code: CodeId,
    pub(super) taken: Taken,
    pub(super) place: Place,
}
