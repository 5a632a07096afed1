use super::ports::{CodeId, CodeMail, Place, Taken};

/// A code that was made and counted and now waits to be mailed by [`super::SignUp::send`].
///
/// Save the visit first: a mail whose code no session knows is of no use.
#[must_use = "without `SignUp::send` the code is never mailed"]
#[derive(Debug)]
pub struct Mailing {
    pub(super) mail: CodeMail,
    pub(super) code: CodeId,
    pub(super) taken: Taken,
    pub(super) place: Place,
}
