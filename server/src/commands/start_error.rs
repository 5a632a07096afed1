use crate::config::{SecretKeyError, describe};
use crate::mail::{RelayConfigError, SenderError};
use crate::store::DatabaseOpenError;
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::path::PathBuf;

/// Why the server did not start, or stopped. Displays as one sentence that says what to do; an error has no source, since its text contains
/// all that is known.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The directory of the database cannot be created.
    #[error(
        "cannot create the directory {}: {}; create it for the user that runs Mailcode, or set MAILCODE_DATABASE_URL to a file in another one",
        .0.display(),
        describe(.1)
    )]
    Directory(PathBuf, io::Error),
    /// The secret key cannot be read or created.
    #[error("{0}; {fix}", fix = .0.fix())]
    SecretKey(SecretKeyError),
    /// The database cannot be opened or migrated.
    #[error("cannot open the database {0}: {1}; {fix}", fix = .1.fix())]
    Database(String, DatabaseOpenError),
    /// The address cannot be bound.
    #[error("cannot listen on {0}: {problem}, or set MAILCODE_LISTEN to another address and port", problem = listen_problem(.1))]
    Listen(SocketAddr, io::Error),
    /// The address of the second listener cannot be bound.
    #[error("cannot listen on {0}: {problem}, or set MAILCODE_ADMIN_LISTEN to another address and port", problem = listen_problem(.1))]
    AdminListen(SocketAddr, io::Error),
    /// The development mailbox cannot be started.
    #[error(
        "cannot start the development mailbox: {}; check that this machine has the address 127.0.0.1, or set MAILCODE_SMTP_HOST to your relay",
        describe(.0)
    )]
    DevMailbox(io::Error),
    /// The relay's settings cannot be used.
    #[error("MAILCODE_SMTP_HOST cannot be used: {0}; correct it, and MAILCODE_SMTP_CA_FILE if it is set")]
    Relay(RelayConfigError),
    /// The sender cannot be used.
    #[error("MAILCODE_MAIL_FROM or MAILCODE_SERVICE_NAME cannot be used: {0}; correct it")]
    Sender(SenderError),
    /// The system provides no threads.
    #[error("cannot start the server's threads: {}; raise the limit on processes of the user that runs Mailcode", describe(.0))]
    Runtime(io::Error),
    /// While the server ran, the database file was replaced or removed.
    #[error("the database file {0} was replaced or removed while the server was running, so the server stopped; start it again")]
    Replaced(String),
    /// The handlers of signals cannot be installed.
    #[error("cannot install the handlers of signals: {}; raise the limit on open files of the user that runs Mailcode", describe(.0))]
    Signals(io::Error),
}

impl StartError {
    /// Whether the settings are invalid, so that another start with the same ones would end in the same way.
    pub(super) const fn is_of_settings(&self) -> bool {
        matches!(self, Self::Relay(_) | Self::Sender(_))
    }
}

/// Why an address cannot be bound, and the first thing to do about it.
fn listen_problem(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::AddrInUse => "another program listens there; stop that program".to_owned(),
        ErrorKind::AddrNotAvailable => "this machine does not have that address; add it to an interface".to_owned(),
        ErrorKind::PermissionDenied => {
            "permission denied; give the program the capability CAP_NET_BIND_SERVICE for a port below 1024".to_owned()
        }
        _ => format!("{}; check the network of this machine", describe(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::StartError;
    use crate::config::SecretKeyError;
    use crate::mail::{RelayConfigError, SenderError};
    use crate::store::StoreOpenError;
    use std::error::Error;
    use std::io;
    use std::path::PathBuf;

    /// ENOENT, EACCES, EMFILE, EADDRINUSE, EADDRNOTAVAIL, and one with its own message.
    fn errors_of_the_system() -> Vec<io::Error> {
        let numbered = [2, 13, 24, 98, 99].map(io::Error::from_raw_os_error);
        numbered.into_iter().chain([io::Error::other("no certificate")]).collect()
    }

    #[test]
    fn each_error_says_what_to_do_and_says_it_once() {
        let address = "127.0.0.1:3000".parse().expect("an address");
        let path = || PathBuf::from("/srv/data");
        let of_system = errors_of_the_system().into_iter().flat_map(|error| {
            let again = || error.raw_os_error().map_or_else(|| io::Error::other(error.to_string()), io::Error::from_raw_os_error);
            [
                StartError::Directory(path(), again()),
                StartError::SecretKey(SecretKeyError::Unusable(path(), again())),
                StartError::Listen(address, again()),
                StartError::AdminListen(address, again()),
                StartError::DevMailbox(again()),
                StartError::Runtime(again()),
                StartError::Signals(again()),
            ]
        });
        let others = [
            StartError::SecretKey(SecretKeyError::NotAKey(path())),
            StartError::Database("/srv/data/mailcode.db".to_owned(), StoreOpenError::Url.into()),
            StartError::Relay(RelayConfigError::Host),
            StartError::Sender(SenderError::Domain),
            StartError::Replaced("/srv/data/mailcode.db".to_owned()),
        ];
        for error in of_system.chain(others) {
            let text = error.to_string();
            assert!(text.contains("; ") && !text.contains("os error") && !text.ends_with('.'), "{text}");
            assert!(error.source().is_none(), "its text has all: {text}");
        }
    }
}
