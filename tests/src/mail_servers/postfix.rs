use super::mail_server::{MailServer, only_mail, until_listening};
use super::root::{as_root, our_uid, try_as_root};
use crate::{Authority, Certificate, Mail, free_port};
use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};

/// Debian's Postfix as a submission server with STARTTLS and SASL, with its own configuration, queue and mailbox. It needs root or sudo,
/// because Postfix starts as root only. Its name is `localhost`; it accepts mail to `example.org`.
pub struct Postfix {
    server: MailServer,
    implicit_port: u16,
}

impl Postfix {
    /// The user that may send mail.
    pub const USERNAME: &str = "mailcode@localhost";
    /// The password of that user.
    pub const PASSWORD: &str = "correct horse battery staple";

    /// Starts Postfix.
    ///
    /// # Panics
    /// When Postfix or its SASL tools are missing, or Postfix does not start.
    pub async fn start() -> Self {
        Self::start_with(&[]).await
    }

    /// Starts Postfix with these parameters of postconf(5) changed.
    pub async fn start_with(parameters: &[(&str, &str)]) -> Self {
        let authority = Authority::new();
        let certificate = authority.issue("localhost");
        Self::start_all(authority, &certificate, parameters).await
    }

    /// Starts a Postfix that presents this certificate; clients must trust `authority`.
    pub async fn start_as(authority: Authority, certificate: &Certificate) -> Self {
        Self::start_all(authority, certificate, &[]).await
    }

    async fn start_all(authority: Authority, certificate: &Certificate, parameters: &[(&str, &str)]) -> Self {
        let postfix = Self { server: MailServer::new(authority, certificate), implicit_port: free_port() };
        postfix.prepare();
        for (name, value) in parameters {
            postfix.change(name, value);
        }
        postfix.control("start");
        for port in [postfix.starttls_port(), postfix.implicit_port] {
            until_listening("Postfix", port).await;
        }
        postfix
    }

    /// The port with STARTTLS.
    #[must_use]
    pub fn starttls_port(&self) -> u16 {
        self.server.starttls_port()
    }

    /// The port with implicit TLS.
    #[must_use]
    pub fn implicit_port(&self) -> u16 {
        self.implicit_port
    }

    /// The authority that clients must trust.
    #[must_use]
    pub fn authority(&self) -> &Authority {
        self.server.authority()
    }

    /// Waits for a mail, which must be the only one in the mailbox.
    pub async fn mail(&self) -> Mail {
        Mail::parse(&self.source().await)
    }

    /// Waits for the only mail, and returns its bytes as they were delivered, with bare line feeds.
    pub async fn source(&self) -> Vec<u8> {
        as_root("cat", &[&only_mail("Postfix", || self.mails()).await]).stdout
    }

    /// Whether its mailbox is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.mails().is_empty()
    }

    /// The files of the mailbox, which belong to another user.
    fn mails(&self) -> Vec<String> {
        let found = as_root("find", &[&self.server.name("mail"), "-path", "*/inbox/new/*", "-type", "f"]);
        String::from_utf8_lossy(&found.stdout).lines().map(str::to_owned).collect()
    }

    /// The content of Postfix's log.
    #[must_use]
    pub fn log(&self) -> String {
        try_as_root("cat", &[&self.server.name("mail.log")])
            .map(|log| String::from_utf8_lossy(&log.stdout).into_owned())
            .unwrap_or_default()
    }

    fn prepare(&self) {
        for name in ["conf", "queue", "data", "mail", "conf/sasl"] {
            fs::create_dir(self.server.path(name)).expect("a directory");
        }
        // The processes of Postfix give up root, and must still find their files.
        fs::set_permissions(self.server.path(""), fs::Permissions::from_mode(0o755)).expect("a directory of ours");
        let (uid, gid) = ids("nobody");
        let numbers = [self.implicit_port.to_string(), uid.to_string(), gid.to_string()];
        let values = [("implicit_port", numbers[0].as_str()), ("uid", &numbers[1]), ("gid", &numbers[2])];
        self.server.fill_in("conf/main.cf", include_str!("../../fixtures/postfix/main.cf"), &values);
        self.server.fill_in("conf/master.cf", include_str!("../../fixtures/postfix/master.cf"), &values);
        self.server.fill_in("conf/sasl/smtpd.conf", include_str!("../../fixtures/postfix/smtpd.conf"), &values);
        self.add_user();
        for (owner, name) in [("root:root", ""), ("postfix", "data"), ("nobody:nogroup", "mail"), (":postfix", "conf/sasl/users")] {
            self.give_to(owner, name);
        }
    }

    /// Changes the owner or group of a file, or of a directory and everything in it.
    fn give_to(&self, owner: &str, name: &str) {
        let given = as_root("chown", &["--recursive", owner, &self.server.name(name)]);
        assert!(given.status.success(), "chown {owner}: {}", String::from_utf8_lossy(&given.stderr));
    }

    fn add_user(&self) {
        let (user, realm) = Self::USERNAME.split_once('@').expect("a user and a realm");
        let mut child = Command::new("/usr/sbin/saslpasswd2")
            .args(["-p", "-c", "-u", realm, "-f"])
            .arg(self.server.path("conf/sasl/users"))
            .arg(user)
            .stdin(Stdio::piped())
            .spawn()
            .expect("saslpasswd2 of the package sasl2-bin; `tests/run` installs it");
        child.stdin.take().expect("stdin is piped").write_all(Self::PASSWORD.as_bytes()).expect("saslpasswd2 reads");
        assert!(child.wait().expect("saslpasswd2 ends").success(), "saslpasswd2 made no user");
    }

    fn change(&self, name: &str, value: &str) {
        let output = as_root("/usr/sbin/postconf", &["-c", &self.server.name("conf"), "-e", &format!("{name}={value}")]);
        assert!(output.status.success(), "postconf {name}: {}", String::from_utf8_lossy(&output.stderr));
    }

    fn control(&self, command: &str) {
        let output = as_root("/usr/sbin/postfix", &["-c", &self.server.name("conf"), command]);
        assert!(output.status.success(), "postfix {command}: {}\n{}", String::from_utf8_lossy(&output.stderr), self.log());
    }
}

impl Drop for Postfix {
    fn drop(&mut self) {
        // Ignore errors: if a test has failed, Postfix's log matters more.
        let _ = try_as_root("/usr/sbin/postfix", &["-c", &self.server.name("conf"), "stop"]);
        if std::thread::panicking() {
            let _ = write!(std::io::stdout().lock(), "--- Postfix logged:\n{}---\n", self.log());
        }
        // Lets the tests' user remove the directory.
        let _ = try_as_root("chown", &["--recursive", &our_uid().to_string(), &self.server.name("")]);
    }
}

/// The ids of a user and of its main group, from `/etc/passwd`.
fn ids(user: &str) -> (u32, u32) {
    let users = fs::read_to_string("/etc/passwd").expect("a user database");
    let mut fields = users.lines().map(|line| line.split(':')).find(|fields| fields.clone().next() == Some(user));
    let fields =
        fields.as_mut().unwrap_or_else(|| panic!("there is no user {user}; the package postfix makes it, `tests/run` installs that"));
    let mut number = fields.skip(2).map(|field| field.parse().expect("a number"));
    (number.next().expect("a user id"), number.next().expect("a group id"))
}
