use std::time::Duration;

/// What a relay of the tests does to those who want to send mail. It can be given another one while it runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// Nothing bad: STARTTLS, AUTH, the mail.
    WellBehaved,
    /// Is gone: its connections are cut, and its port refuses new ones.
    Closed,
    /// Answers nothing, as if every packet were dropped: new connections do not come about, the ones there are stay silent.
    Unanswered,
    /// Leaves STARTTLS out of its EHLO answer and offers AUTH in clear, as a man in the middle does.
    StripStartTls,
    /// Presents a certificate of the right authority for another name.
    WrongName,
    /// Presents a certificate for the right name from an authority that nobody knows.
    UnknownAuthority,
    /// Presents a certificate of the right authority for the right name that ended with the year 2024.
    Expired,
    /// Says this in place of its own reply, with its line ends, and hangs up if it begins with 421 (RFC 5321 §3.8).
    Says(Moment, &'static str),
    /// Never comes to the last line of its reply.
    Endless(Moment),
    /// The same, but with a line each second only.
    Trickles(Moment),
    /// Keeps the connection open and says nothing more from this moment on.
    SilentAt(Moment),
    /// Takes [`Self::TARPIT`] for this reply, then goes on as if nothing had been.
    TarpitAt(Moment),
    /// Cuts the connection in place of its reply.
    HangsUpAt(Moment),
    /// Waits with its reply until it is given another script, and goes on by that.
    WaitsAt(Moment),
    /// Takes this many milliseconds for each reply.
    Lags(u64),
    /// Refuses the first try of each recipient with this code: 450 or 451 (RFC 6647 §2).
    Greylists(u16),
    /// Refuses the mail after its final dot: 554, with a text that repeats its subject and its recipient.
    RefuseMail,
}

/// A point of the dialogue, named by what the relay answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// The connection.
    Greeting,
    /// The first EHLO, in clear.
    Ehlo,
    /// STARTTLS.
    StartTls,
    /// The client's part of the TLS handshake.
    Handshake,
    /// The EHLO inside TLS.
    SecureEhlo,
    /// AUTH, with all that belongs to it.
    Auth,
    /// MAIL.
    Mail,
    /// RCPT.
    Recipient,
    /// DATA.
    Data,
    /// The first line of the mail, which nobody answers.
    Text,
    /// The final dot.
    Dot,
}

impl Script {
    /// How long a tarpit keeps its clients.
    pub const TARPIT: Duration = Duration::from_secs(60);
}
