use crate::{Authority, Certificate, Mail, free_port, until};
use std::fs;
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;
use tokio::net::TcpStream;

/// Debian's Postfix as a submission server with STARTTLS and SASL, with its own configuration, queue and
/// mailbox. Needs root, as Postfix does. Its name is `localhost`; it takes mail to `example.org`.
pub struct Postfix {
    directory: TempDir,
    authority: Authority,
    starttls_port: u16,
    implicit_port: u16,
}

impl Postfix {
    /// The user that may send.
    pub const USERNAME: &str = "mailcode@localhost";
    /// Its password.
    pub const PASSWORD: &str = "correct horse battery staple";

    /// Starts one.
    ///
    /// # Panics
    /// When Postfix or its SASL tools are missing, or it does not start.
    pub async fn start() -> Self {
        Self::start_with(&[]).await
    }

    /// Starts one with these parameters of postconf(5) changed.
    pub async fn start_with(parameters: &[(&str, &str)]) -> Self {
        let authority = Authority::new();
        let certificate = authority.issue("localhost");
        Self::start_all(authority, &certificate, parameters).await
    }

    /// Starts one that presents this certificate; the authority is the one to trust.
    pub async fn start_as(authority: Authority, certificate: &Certificate) -> Self {
        Self::start_all(authority, certificate, &[]).await
    }

    async fn start_all(authority: Authority, certificate: &Certificate, parameters: &[(&str, &str)]) -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let postfix = Self { starttls_port: free_port(), implicit_port: free_port(), directory, authority };
        postfix.prepare(certificate);
        for (name, value) in parameters {
            postfix.change(name, value);
        }
        postfix.control("start");
        let ports = [postfix.starttls_port, postfix.implicit_port];
        for port in ports {
            until("Postfix to listen", async || TcpStream::connect(("127.0.0.1", port)).await.ok()).await;
        }
        postfix
    }

    /// The port where TLS begins with STARTTLS.
    #[must_use]
    pub fn starttls_port(&self) -> u16 {
        self.starttls_port
    }

    /// The port where TLS begins at once.
    #[must_use]
    pub fn implicit_port(&self) -> u16 {
        self.implicit_port
    }

    /// The authority of its certificate.
    #[must_use]
    pub fn authority(&self) -> &Authority {
        &self.authority
    }

    /// The only mail in its mailbox, which is waited for.
    pub async fn mail(&self) -> Mail {
        Mail::parse(&self.source().await)
    }

    /// The bytes of that mail as they were delivered, with line feeds alone.
    pub async fn source(&self) -> Vec<u8> {
        let new = self.path("mail/inbox/new");
        let file = until("a mail in the mailbox of Postfix", async || {
            let mut files = fs::read_dir(&new).ok()?.filter_map(Result::ok);
            let file = files.next();
            assert!(files.next().is_none(), "more than one mail");
            file
        })
        .await;
        fs::read(file.path()).expect("a mail can be read")
    }

    /// Whether its mailbox is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        fs::read_dir(self.path("mail/inbox/new")).map_or(true, |mut files| files.next().is_none())
    }

    /// What it wrote to its log.
    #[must_use]
    pub fn log(&self) -> String {
        fs::read_to_string(self.path("mail.log")).unwrap_or_default()
    }

    fn prepare(&self, certificate: &Certificate) {
        for name in ["conf", "queue", "data", "mail", "conf/sasl"] {
            fs::create_dir(self.path(name)).expect("a directory");
        }
        // Its processes give up root, and must still find their files.
        fs::set_permissions(self.directory.path(), fs::Permissions::from_mode(0o755)).expect("root, as which alone Postfix starts");
        let (uid, gid) = ids("postfix");
        chown(self.path("data"), Some(uid), None).expect("root, as which alone Postfix starts");
        let (nobody, nogroup) = ids("nobody");
        chown(self.path("mail"), Some(nobody), Some(nogroup)).expect("root, as which alone Postfix starts");

        fs::write(self.path("certificate.pem"), &certificate.chain).expect("a file");
        fs::write(self.path("key.pem"), &certificate.key).expect("a file");
        fs::set_permissions(self.path("key.pem"), fs::Permissions::from_mode(0o600)).expect("a file of ours");
        self.fill_in("conf/main.cf", include_str!("../fixtures/postfix/main.cf"));
        self.fill_in("conf/master.cf", include_str!("../fixtures/postfix/master.cf"));
        self.fill_in("conf/sasl/smtpd.conf", include_str!("../fixtures/postfix/smtpd.conf"));
        self.add_user();
        chown(self.path("conf/sasl/users"), None, Some(gid)).expect("root, as which alone Postfix starts");
    }

    fn fill_in(&self, name: &str, template: &str) {
        let (nobody, nogroup) = ids("nobody");
        let filled = template
            .replace("{directory}", &self.directory.path().to_string_lossy())
            .replace("{starttls_port}", &self.starttls_port.to_string())
            .replace("{implicit_port}", &self.implicit_port.to_string())
            .replace("{uid}", &nobody.to_string())
            .replace("{gid}", &nogroup.to_string());
        fs::write(self.path(name), filled).expect("a file");
    }

    fn add_user(&self) {
        let (user, realm) = Self::USERNAME.split_once('@').expect("a user and a realm");
        let mut child = Command::new("/usr/sbin/saslpasswd2")
            .args(["-p", "-c", "-u", realm, "-f"])
            .arg(self.path("conf/sasl/users"))
            .arg(user)
            .stdin(Stdio::piped())
            .spawn()
            .expect("saslpasswd2 of the package sasl2-bin; `tests/run` installs it");
        child.stdin.take().expect("stdin is piped").write_all(Self::PASSWORD.as_bytes()).expect("saslpasswd2 reads");
        assert!(child.wait().expect("saslpasswd2 ends").success(), "saslpasswd2 made no user");
    }

    fn change(&self, name: &str, value: &str) {
        let output = Command::new("/usr/sbin/postconf").arg("-c").arg(self.path("conf")).arg("-e").arg(format!("{name}={value}")).output();
        let output = output.expect("postfix is installed; `tests/run` does that");
        assert!(output.status.success(), "postconf {name}: {}", String::from_utf8_lossy(&output.stderr));
    }

    fn control(&self, command: &str) {
        let output = Command::new("/usr/sbin/postfix").arg("-c").arg(self.path("conf")).arg(command).output();
        let output = output.expect("postfix is installed; `tests/run` does that");
        assert!(output.status.success(), "postfix {command}: {}\n{}", String::from_utf8_lossy(&output.stderr), self.log());
    }

    fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.directory.path().join(name)
    }
}

impl Drop for Postfix {
    fn drop(&mut self) {
        // Its log is worth more than an error here, should a test have failed.
        let _ = Command::new("/usr/sbin/postfix").arg("-c").arg(self.path("conf")).arg("stop").output();
        if std::thread::panicking() {
            let _ = write!(std::io::stdout().lock(), "--- Postfix logged:\n{}---\n", self.log());
        }
    }
}

/// The numbers of a user and its main group, from the user database.
fn ids(user: &str) -> (u32, u32) {
    let users = fs::read_to_string("/etc/passwd").expect("a user database");
    let mut fields = users.lines().map(|line| line.split(':')).find(|fields| fields.clone().next() == Some(user));
    let fields =
        fields.as_mut().unwrap_or_else(|| panic!("there is no user {user}; the package postfix makes it, `tests/run` installs that"));
    let mut number = fields.skip(2).map(|field| field.parse().expect("a number"));
    (number.next().expect("a user id"), number.next().expect("a group id"))
}
