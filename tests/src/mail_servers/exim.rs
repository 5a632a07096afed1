use super::mail_server::{MailServer, only_mail, until_listening};
use crate::programs::tool;
use crate::{Authority, Mail, Process, free_port};
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::Command;

/// Debian's Exim as a submission server with STARTTLS and AUTH, with its own configuration, spool and mailbox. Its name is `localhost`. It
/// needs no root: it runs in a user namespace that maps the tests' user to `Debian-exim`, which Exim insists on.
///
/// It delivers mail to `example.org`. It refuses `unknown@example.org`, and first defers `greylisted@example.org`. Before it accepts mail
/// to `backend.example.org`, it verifies the recipient with that domain's server, which is the same Exim on another port and knows no
/// recipient.
pub struct Exim {
    // Dropped first, so that Exim has ended before its directory is removed.
    process: Process,
    server: MailServer,
}

/// Runs `$0`, which is Exim, in the directory `$1`, under the users and groups of that directory.
const RUN: &str = r#"mount --bind "$1/passwd" /etc/passwd && mount --bind "$1/group" /etc/group &&
    exec unshare --user --map-user=1000 --map-group=1000 "$0" -C "$1/exim.conf" -bdf"#;

impl Exim {
    /// The user that may send mail.
    pub const USERNAME: &str = "mailcode@localhost";
    /// The password of that user.
    pub const PASSWORD: &str = "correct horse battery staple";

    /// Starts Exim.
    ///
    /// # Panics
    /// When Exim is missing or does not start.
    pub async fn start() -> Self {
        let authority = Authority::new();
        let certificate = authority.issue("localhost");
        let server = MailServer::new(authority, &certificate);
        let (backend_port, exim) = (free_port().to_string(), tool("exim/usr/sbin/exim4"));
        let values = [
            ("exim", exim.to_str().expect("a path of letters")),
            ("backend_port", &backend_port),
            ("username", Self::USERNAME),
            ("password", Self::PASSWORD),
        ];
        server.fill_in("exim.conf", include_str!("../../fixtures/exim/exim.conf"), &values);
        server.fill_in("passwd", include_str!("../../fixtures/exim/passwd"), &[]);
        server.fill_in("group", include_str!("../../fixtures/exim/group"), &[]);
        let mut command = Command::new("unshare");
        command.args(["--user", "--map-root-user", "--mount", "sh", "-c", RUN]).arg(&exim).arg(server.path(""));
        let exim = Self { process: Process::start(&mut command), server };
        until_listening("Exim", exim.starttls_port()).await;
        exim
    }

    /// The port with STARTTLS.
    #[must_use]
    pub fn starttls_port(&self) -> u16 {
        self.server.starttls_port()
    }

    /// The authority that issued the server's certificate.
    #[must_use]
    pub fn authority(&self) -> &Authority {
        self.server.authority()
    }

    /// Waits for a mail, which must be the only one in the mailbox.
    pub async fn mail(&self) -> Mail {
        Mail::parse(&fs::read(only_mail("Exim", || self.mails()).await).expect("a delivered mail"))
    }

    /// Whether its mailbox is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.mails().is_empty()
    }

    /// The files of the mailbox, whose directory is created with the first mail.
    fn mails(&self) -> Vec<PathBuf> {
        let Ok(files) = fs::read_dir(self.server.path("mail/new")) else { return Vec::new() };
        files.map(|file| file.expect("a file of the mailbox").path()).collect()
    }

    /// The content of Exim's log.
    #[must_use]
    pub fn log(&self) -> String {
        fs::read_to_string(self.server.path("mainlog")).unwrap_or_default()
    }
}

impl Drop for Exim {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let mut stdout = std::io::stdout().lock();
            let _ = write!(stdout, "--- Exim logged:\n{}--- and printed:\n{}---\n", self.log(), self.process.output());
        }
    }
}
