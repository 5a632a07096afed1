/// Why an operator's own texts are rejected.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OverrideError {
    /// The file is not in Fluent's syntax.
    #[error("line {line} is not in Fluent's syntax (projectfluent.org)")]
    Syntax {
        /// Number of the line, from 1.
        line: usize,
    },
    /// There is no such message.
    #[error("there is no message `{message}`")]
    Message {
        /// Name of the message.
        message: String,
    },
    /// The message is defined twice.
    #[error("the message `{message}` stands there twice")]
    Twice {
        /// Name of the message.
        message: String,
    },
    /// The message has no such variable.
    #[error("the message `{message}` has no variable `${variable}`")]
    Variable {
        /// Name of the message.
        message: String,
        /// Name of the variable.
        variable: String,
    },
    /// The built-in texts are broken, which their tests exclude.
    #[error("the built-in words cannot be read")]
    Reference,
}
