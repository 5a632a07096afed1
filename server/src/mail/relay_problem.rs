use domain::DeliveryFailure;
use serde::Serialize;

/// A known reason why a relay accepts no mail. Its `Display` is for the log and for `/readyz`: it contains no setting and no text from the
/// relay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum RelayProblem {
    /// The host name has no address.
    #[error("its host name cannot be resolved")]
    UnknownHost,
    /// Nothing listens on the port.
    #[error("it refuses the connection")]
    ConnectionRefused,
    /// The relay cannot be reached for another reason, mostly because there is no route to it.
    #[error("there is no route to it")]
    NoRoute,
    /// The attempt to connect timed out.
    #[error("the connection to it timed out")]
    ConnectTimedOut,
    /// Port 25 times out or is refused, as in the many networks that close it.
    #[error("outgoing port 25 is blocked")]
    Port25,
    /// The relay is connected, but does not reply in time.
    #[error("it does not reply in time")]
    Silent,
    /// The relay closed the connection or broke it.
    #[error("it closed the connection")]
    HungUp,
    /// The relay's replies are not SMTP, or not in order.
    #[error("its replies are not valid SMTP")]
    NotSmtp,
    /// The port expects TLS from the first byte, while we wait for the greeting.
    #[error("its port expects implicit TLS")]
    ImplicitTlsPort,
    /// The relay greets in clear text, while we begin TLS with the first byte.
    #[error("its port does not use implicit TLS")]
    ClearTextPort,
    /// The relay accepts no connection for now: 4yz to the connection or to `EHLO`.
    #[error("it accepts no connections for now")]
    Busy,
    /// The relay rejects us: 5yz to the connection or to `EHLO`, or a reply that this machine or account is blocked.
    #[error("it rejects this machine")]
    NotWelcome,
    /// The relay does not offer `STARTTLS`.
    #[error("it does not offer STARTTLS")]
    NoStartTls,
    /// The relay offers `STARTTLS` and then rejects it.
    #[error("it rejects STARTTLS")]
    StartTlsRefused,
    /// Clear-text bytes followed the reply to `STARTTLS`.
    #[error("the start of TLS was tampered with")]
    Injected,
    /// The relay supports neither TLS 1.2 nor 1.3, or none of our ciphers.
    #[error("it supports no secure version of TLS")]
    OldTls,
    /// TLS failed for another reason.
    #[error("the TLS handshake with it fails")]
    BrokenTls,
    /// No root certificate is trusted on this machine.
    #[error("this machine trusts no certificate authority")]
    NoRoots,
    /// The certificate is for other names.
    #[error("its certificate is for another name")]
    WrongName,
    /// The certificate is that of an authority itself: a self-signed one, as `openssl req -x509` makes them.
    #[error("its certificate is that of an authority")]
    AuthorityAsServer,
    /// The certificate was issued by an authority that is not trusted.
    #[error("its certificate is from an unknown authority")]
    UnknownIssuer,
    /// The certificate has expired.
    #[error("its certificate has expired")]
    Expired,
    /// The certificate is not valid yet: the clock of this machine is slow, or that of the authority was fast.
    #[error("its certificate is not valid yet")]
    NotYetValid,
    /// The certificate, or one of an authority above it, has an RSA key of fewer than 2048 bits.
    #[error("the key of its certificate is too weak")]
    WeakKey,
    /// The certificate cannot be used for another reason.
    #[error("its certificate cannot be used")]
    UnusableCertificate,
    /// The relay offers no `AUTH` at all.
    #[error("it offers no AUTH")]
    NoAuth,
    /// The relay offers `AUTH`, but no mechanism for our credentials.
    #[error("it offers no supported AUTH mechanism")]
    NoMechanism,
    /// No access token for the login could be read.
    #[error("no access token for it can be read")]
    NoToken,
    /// The relay rejects user name and access token.
    #[error("it rejects the access token")]
    TokenRefused,
    /// The relay demands `STARTTLS`, though TLS is up.
    #[error("it demands STARTTLS inside TLS")]
    MustStartTls,
    /// Gmail requires an App Password.
    #[error("Gmail requires an App Password")]
    GmailAppPassword,
    /// Gmail rejects user name and password.
    #[error("Gmail rejects the user name or password")]
    GmailPassword,
    /// Gmail requires the account's owner to log in with a browser first.
    #[error("Gmail requires a login with a browser")]
    GmailWebLogin,
    /// Microsoft has `SMTP AUTH` disabled, for the mailbox or the whole tenant.
    #[error("Microsoft has SMTP AUTH disabled")]
    MicrosoftAuthDisabled,
    /// Microsoft rejects user name and password.
    #[error("Microsoft rejects the user name or password")]
    MicrosoftPassword,
    /// Amazon SES rejects user name and password.
    #[error("Amazon SES rejects the user name or password")]
    SesPassword,
    /// SendGrid rejects user name and password.
    #[error("SendGrid rejects the user name or password")]
    SendGridPassword,
    /// The relay rejects user name and password.
    #[error("it rejects the user name or password")]
    WrongPassword,
    /// The relay accepts no login for now: 4yz to `AUTH`.
    #[error("it accepts no logins for now")]
    LoginLater,
    /// The relay cannot check the password, since its authentication backend does not answer.
    #[error("it cannot verify logins")]
    SaslBackend,
    /// The relay accepts no mail without a login.
    #[error("it requires a login")]
    LoginNeeded,
    /// The relay does not relay mail to other domains for us.
    #[error("it does not relay for this machine")]
    RelayingDenied,
    /// The relay rejects the sender.
    #[error("it rejects the sender")]
    SenderRefused,
    /// The relay rejects the recipient.
    #[error("it rejects the recipient")]
    RecipientRefused,
    /// The relay accepts no mail for now: 4yz to a mail.
    #[error("it accepts no mail for now")]
    Later,
    /// We have reached the relay's sending limit.
    #[error("our sending limit is reached")]
    SendingLimit,
    /// The relay rejects the mail itself.
    #[error("it rejects the mail")]
    MailRefused,
    /// The relay does not accept international addresses.
    #[error("it does not support international addresses")]
    NoInternationalMail,
    /// The mail could not be built or signed.
    #[error("the mail cannot be built")]
    Unwritable,
    /// The connection was lost after the final dot, so the relay may have accepted the mail.
    #[error("it did not confirm whether it accepted the mail")]
    NoAnswer,
}

/// Why a relay cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RelayOutage {
    /// The failure that visitors see, and that decides about retries.
    pub failure: DeliveryFailure,
    /// The problem that the operator sees.
    pub problem: RelayProblem,
}
