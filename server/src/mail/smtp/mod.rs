//! One SMTP connection to a relay: lettre speaks SMTP, this module opens the connection and guards it.
//!
//! `connector` opens a `connection`: TCP, `starttls`, TLS, `EHLO` and `login`. lettre reads and writes a `guarded_stream`, which limits
//! every reply in time, size and form by its `reply_parser`, and shares the state of the `dialogue` and the relay's `extensions` with the
//! connection. A `reply` that is an error has a `rejection_cause`; a `send_error` is what it means for the mail.

mod connection;
mod connector;
mod dialogue;
mod extensions;
mod guarded_stream;
mod login;
mod rejection_cause;
mod reply;
mod reply_parser;
mod send_error;
mod starttls;

pub use dialogue::SmtpStep;
pub use rejection_cause::RejectionCause;
pub use reply::{EnhancedCode, Reply};
pub use reply_parser::ReplyFault;
pub use send_error::SendError;

pub(super) use connection::SmtpConnection;
pub(super) use connector::{Connector, connect, resolve};
pub(super) use guarded_stream::GuardedStream;
pub(super) use login::SmtpLogin;
pub(super) use send_error::RetryClass;
pub(super) use starttls::{ehlo, read_greeting, request_tls};
