/// What a relay of the tests does to those who want to send mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// Nothing bad: STARTTLS, AUTH, the mail.
    WellBehaved,
    /// Leaves STARTTLS out of its EHLO answer and offers AUTH in clear, as a man in the middle does.
    StripStartTls,
    /// Sends an EHLO answer of its own glued behind `220 ready`, in clear (CVE-2011-0411 the other way round).
    GlueForgedReply,
    /// Presents a certificate of the right authority for another name.
    WrongName,
    /// Presents a certificate for the right name from an authority that nobody knows.
    UnknownAuthority,
    /// Keeps the connection open and says nothing more from this moment on.
    SilentAt(Moment),
    /// Refuses the user name and the password: 535 (RFC 4954 §6).
    RefuseCredentials,
    /// Refuses the recipient for good: 550 (RFC 5321 §4.2.3).
    RefuseRecipient,
    /// Refuses the mail after its final dot: 554, with a text that repeats its subject and its recipient.
    RefuseMail,
}

/// A point of the dialogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// Before the greeting.
    Greeting,
    /// Instead of the answer to the first EHLO.
    Ehlo,
    /// Instead of the answer to STARTTLS.
    StartTls,
    /// After `220 ready`, instead of its part of the TLS handshake.
    Handshake,
    /// Instead of the answer to the final dot.
    Data,
}
