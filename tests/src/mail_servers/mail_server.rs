use crate::{Authority, Certificate, free_port, until};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tokio::net::TcpStream;

/// What every real mail server of the tests has: its own directory with a certificate for `localhost`, and a port for STARTTLS.
pub(crate) struct MailServer {
    directory: TempDir,
    authority: Authority,
    starttls_port: u16,
}

impl MailServer {
    /// Writes `certificate.pem` and `key.pem` into a new directory. Clients must trust `authority`.
    pub(crate) fn new(authority: Authority, certificate: &Certificate) -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let server = Self { directory, authority, starttls_port: free_port() };
        fs::write(server.path("certificate.pem"), &certificate.chain).expect("a file");
        fs::write(server.path("key.pem"), &certificate.key).expect("a file");
        fs::set_permissions(server.path("key.pem"), fs::Permissions::from_mode(0o600)).expect("a file of ours");
        server
    }

    /// The port with STARTTLS.
    pub(crate) fn starttls_port(&self) -> u16 {
        self.starttls_port
    }

    /// The authority that clients must trust.
    pub(crate) fn authority(&self) -> &Authority {
        &self.authority
    }

    /// The path of a file in the server's directory; the directory itself for an empty name.
    pub(crate) fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.directory.path().join(name)
    }

    /// The same path as a string, for arguments.
    pub(crate) fn name(&self, name: &str) -> String {
        self.path(name).to_str().expect("a path of letters").to_owned()
    }

    /// Writes a configuration file: the template with `{directory}`, `{starttls_port}` and the names in `values` replaced by their values.
    pub(crate) fn fill_in(&self, name: &str, template: &str, values: &[(&str, &str)]) {
        let (directory, port) = (self.directory.path().to_string_lossy(), self.starttls_port.to_string());
        let own = [("directory", directory.as_ref()), ("starttls_port", port.as_str())];
        let fill = |text: String, (name, value): &(&str, &str)| text.replace(&format!("{{{name}}}"), value);
        fs::write(self.path(name), own.iter().chain(values).fold(template.to_owned(), fill)).expect("a file");
    }
}

/// Waits until a server listens on this port of loopback.
pub(crate) async fn until_listening(name: &str, port: u16) {
    until(format!("{name} to listen"), async || TcpStream::connect(("127.0.0.1", port)).await.ok()).await;
}

/// Waits for the first mail of a mailbox, which must be the only one.
pub(crate) async fn only_mail<T>(name: &str, mails: impl Fn() -> Vec<T>) -> T {
    until(format!("a mail in the mailbox of {name}"), async || {
        let mut files = mails().into_iter();
        let file = files.next();
        assert!(files.next().is_none(), "more than one mail");
        file
    })
    .await
}
