use crate::mail::{RelayConfigError, SenderError};
use crate::store::StoreOpenError;
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

/// Why the server did not start, or stopped.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The directory of the database cannot be created.
    #[error("cannot create the directory {0} for the database")]
    Directory(PathBuf, #[source] io::Error),
    /// The secret key cannot be read or created.
    #[error("cannot read or create the secret key")]
    SecretKey(#[source] io::Error),
    /// The database cannot be opened or migrated.
    #[error("cannot open the database {0}")]
    Store(String, #[source] StoreOpenError),
    /// The address cannot be bound.
    #[error("cannot listen on {0}; set MAILCODE_LISTEN to a free address and port")]
    Listen(SocketAddr, #[source] io::Error),
    /// The address of the second listener cannot be bound.
    #[error("cannot listen on {0}; set MAILCODE_ADMIN_LISTEN to a free address and port")]
    AdminListen(SocketAddr, #[source] io::Error),
    /// The development mailbox cannot be started.
    #[error("cannot start the development mailbox")]
    DevMailbox(#[source] io::Error),
    /// The relay's settings cannot be used.
    #[error("MAILCODE_SMTP_HOST cannot be used")]
    Relay(#[from] RelayConfigError),
    /// The sender cannot be used.
    #[error("MAILCODE_MAIL_FROM or MAILCODE_SERVICE_NAME cannot be used")]
    Sender(#[from] SenderError),
    /// The system provides no threads.
    #[error("cannot start the server's threads")]
    Runtime(#[source] io::Error),
    /// While the server ran, the database file was replaced or removed.
    #[error("the database file {0} was replaced or removed while the server was running, so the server stopped; start it again")]
    Replaced(String),
    /// The handlers of signals cannot be installed.
    #[error("cannot install the signal handlers")]
    Signals(#[source] io::Error),
}
