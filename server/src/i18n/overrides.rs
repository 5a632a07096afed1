/// Why an operator's own words cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OverrideError {
    /// The file is not in Fluent's syntax.
    #[error("line {line} is not in Fluent's syntax (projectfluent.org)")]
    Syntax {
        /// Where, from 1 on.
        line: usize,
    },
    /// There is no such message.
    #[error("there is no message `{message}`")]
    Message {
        /// Its name.
        message: String,
    },
    /// The message stands there twice.
    #[error("the message `{message}` stands there twice")]
    Twice {
        /// Its name.
        message: String,
    },
    /// The message has no such variable.
    #[error("the message `{message}` has no variable `${variable}`")]
    Variable {
        /// Its name.
        message: String,
        /// The variable's.
        variable: String,
    },
    /// Our own words are broken, which their tests exclude.
    #[error("the built-in words cannot be read")]
    Reference,
}
