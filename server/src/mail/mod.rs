//! Sends the codes by mail: lettre builds the message and speaks SMTP, this module opens the connection.
//!
//! A send goes through `message` (what is said) and, in rounds, through each `hop` (who is spoken to), which has a `pool` of
//! connections and a `breaker` before it. A new connection goes through `connect`: `dial`, `starttls`, TLS, then lettre behind
//! a `guarded_stream`, which bounds every reply in time, size and form.
//!
//! Architecture invariant: no byte of a mail and no credential is written to a stream that is not inside TLS with a
//! verified certificate. There is no setting that changes this.

mod breaker;
mod connect;
mod connection;
mod deadlines;
mod dial;
mod enhanced_code;
mod guarded_stream;
mod hop;
mod log_in;
mod mailer;
mod message;
mod pool;
mod progress;
mod relay;
mod reply_lines;
mod route;
mod send_error;
mod sender;
mod starttls;
mod tls;
mod token;
mod tries;

pub use deadlines::Deadlines;
pub use enhanced_code::EnhancedCode;
pub use lettre::message::Mailbox;
pub use mailer::{Mailer, RelayStatus};
pub use relay::{Credentials, Relay, RootsError, Secret, TlsMode};
pub use reply_lines::ReplyFault;
pub use route::Route;
pub use send_error::{SendError, Step};
pub use sender::{Sender, SenderError};
pub use tls::RelayError;
pub use token::{TokenError, TokenSource};

#[cfg(test)]
mod hostile_relay_tests;
#[cfg(test)]
mod route_tests;
#[cfg(test)]
mod test_relay;
