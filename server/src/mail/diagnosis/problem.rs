use serde::Serialize;

/// A known reason why a relay takes no mail. Shown in few words, fit for a log and for `/readyz`: nothing of the settings
/// and nothing the relay said is in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum RelayProblem {
    /// Its name has no address.
    #[error("its name cannot be looked up")]
    UnknownHost,
    /// Nothing listens on the port.
    #[error("it refuses the connection")]
    ConnectionRefused,
    /// There is no way to its network.
    #[error("there is no route to it")]
    NoRoute,
    /// Nothing answers to the connection.
    #[error("it does not answer a connection")]
    ConnectTimedOut,
    /// Nothing answers on port 25, which many networks close.
    #[error("port 25 is closed from here")]
    Port25,
    /// It is connected, and then says nothing for too long.
    #[error("it does not answer in time")]
    Silent,
    /// It closed the connection or broke it.
    #[error("it broke the connection")]
    HungUp,
    /// What it says is no SMTP, or not in order.
    #[error("what it says is not SMTP")]
    NotSmtp,
    /// It waits for TLS from the first byte, while we wait for its greeting.
    #[error("its port wants TLS from the first byte")]
    ImplicitTlsPort,
    /// It greets in clear, while we begin TLS with the first byte.
    #[error("its port begins without TLS")]
    ClearTextPort,
    /// It takes nobody just now: 4yz to the connection or to `EHLO`.
    #[error("it takes no connection just now")]
    Busy,
    /// It does not take us: 5yz to the connection or to `EHLO`.
    #[error("it turns this machine away")]
    NotWelcome,
    /// It does not offer `STARTTLS`.
    #[error("it does not offer STARTTLS")]
    NoStartTls,
    /// It offers `STARTTLS` and then refuses it.
    #[error("it refuses STARTTLS")]
    StartTlsRefused,
    /// Bytes in clear followed its reply to `STARTTLS`.
    #[error("somebody tampers with the start of TLS")]
    Injected,
    /// It speaks neither TLS 1.2 nor 1.3, or none of the ciphers.
    #[error("it speaks no TLS that is still safe")]
    OldTls,
    /// TLS failed for another reason.
    #[error("TLS with it fails")]
    BrokenTls,
    /// No root certificate is trusted on this machine.
    #[error("this machine trusts no certificate authority")]
    NoRoots,
    /// Its certificate is for other names.
    #[error("its certificate is for another name")]
    WrongName,
    /// Its certificate is that of an authority itself: one signed by itself, as `openssl req -x509` makes them.
    #[error("its certificate is that of an authority")]
    AuthorityAsServer,
    /// Its certificate comes from an authority that is not trusted.
    #[error("its certificate is from an unknown authority")]
    UnknownIssuer,
    /// Its certificate has ended.
    #[error("its certificate has expired")]
    Expired,
    /// Its certificate has not begun: the clock of this machine is slow, or that of the authority was fast.
    #[error("its certificate is not valid yet")]
    NotYetValid,
    /// Its certificate is not fit for use in another way.
    #[error("its certificate cannot be used")]
    UnusableCertificate,
    /// It offers no `AUTH` at all.
    #[error("it offers no AUTH")]
    NoAuth,
    /// It offers `AUTH`, but no mechanism that we have.
    #[error("it offers no AUTH mechanism of ours")]
    NoMechanism,
    /// There is no access token to log in with.
    #[error("there is no access token for it")]
    NoToken,
    /// It does not take user name and access token.
    #[error("it does not take the access token")]
    TokenRefused,
    /// It wants `STARTTLS`, though TLS is up.
    #[error("it wants STARTTLS inside TLS")]
    MustStartTls,
    /// Gmail wants an App Password.
    #[error("Gmail wants an App Password")]
    GmailAppPassword,
    /// Gmail does not take user name and password.
    #[error("Gmail does not take user name and password")]
    GmailPassword,
    /// Gmail wants the account's owner to log in with a browser first.
    #[error("Gmail wants a log-in with a browser")]
    GmailWebLogin,
    /// `SMTP AUTH` is switched off at Microsoft, for the mailbox or for all.
    #[error("Microsoft has SMTP AUTH disabled")]
    MicrosoftAuthDisabled,
    /// Microsoft does not take user name and password.
    #[error("Microsoft does not take user name and password")]
    MicrosoftPassword,
    /// Amazon SES does not take user name and password.
    #[error("Amazon SES does not take user name and password")]
    SesPassword,
    /// SendGrid does not take user name and password.
    #[error("SendGrid does not take user name and password")]
    SendGridPassword,
    /// The relay does not take user name and password.
    #[error("it does not take user name and password")]
    WrongPassword,
    /// It takes no log-in just now: 4yz to `AUTH`.
    #[error("it takes no log-in just now")]
    LoginLater,
    /// It takes no mail without a log-in.
    #[error("it wants a log-in")]
    LoginNeeded,
    /// It does not pass mail on to other domains for us.
    #[error("it does not relay for this machine")]
    RelayingDenied,
    /// It does not take our sender.
    #[error("it does not take this sender")]
    SenderRefused,
    /// It does not take the recipient.
    #[error("it does not take the recipient")]
    RecipientRefused,
    /// It takes no mail just now: 4yz to a mail.
    #[error("it takes no mail just now")]
    Later,
    /// It refuses the mail itself.
    #[error("it refuses the mail")]
    MailRefused,
    /// It does not take international addresses.
    #[error("it takes no international address")]
    NoInternationalMail,
    /// The mail could not be written.
    #[error("the mail cannot be written")]
    Unwritable,
    /// The connection was lost after the final dot: it may have the mail.
    #[error("it did not say what became of the mail")]
    NoAnswer,
}
