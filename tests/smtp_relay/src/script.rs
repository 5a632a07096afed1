use std::time::Duration;

/// How a hostile relay treats its clients. The script can be changed while the relay runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// Works normally: STARTTLS, AUTH, the mail.
    WellBehaved,
    /// Is down: its connections are cut, and its port refuses new ones.
    Closed,
    /// Does not respond, as if every packet were dropped: new connections are not established, open ones stay silent.
    Unanswered,
    /// Leaves STARTTLS out of its EHLO reply and offers AUTH in clear, as a man in the middle does.
    StripStartTls,
    /// Presents a certificate of the right authority for another name.
    WrongName,
    /// Presents a certificate for the right name from an authority that the client does not trust.
    UnknownAuthority,
    /// Presents a certificate of the right authority for the right name that expired at the end of 2024.
    Expired,
    /// Sends this text, which contains its line ends, instead of the usual reply, and hangs up if it begins with 421 (RFC 5321 §3.8).
    Says(Moment, &'static str),
    /// Sends continuation lines without end as its reply.
    Endless(Moment),
    /// Like [`Self::Endless`], with one line each second.
    Trickles(Moment),
    /// Keeps the connection open but sends nothing more from this moment on.
    SilentAt(Moment),
    /// Delays this reply by [`Self::TARPIT`], then continues normally.
    TarpitAt(Moment),
    /// Cuts the connection instead of replying.
    HangsUpAt(Moment),
    /// Delays this reply until the script is changed, and then follows the new one.
    WaitsAt(Moment),
    /// Delays each reply by this many milliseconds.
    Lags(u64),
    /// Refuses the first attempt for each recipient with this code: 450 or 451 (RFC 6647 §2).
    Greylists(u16),
    /// Refuses the mail after its final dot with 554 and a text that repeats the mail's subject and recipient.
    RefuseMail,
}

/// A point of the SMTP dialogue, named by what the relay replies to.
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
    /// AUTH, with its challenges and responses.
    Auth,
    /// MAIL.
    Mail,
    /// RCPT.
    Recipient,
    /// DATA.
    Data,
    /// The first line of the mail, which has no reply.
    Text,
    /// The final dot.
    Dot,
}

impl Script {
    /// The delay of a tarpit.
    pub const TARPIT: Duration = Duration::from_secs(60);
}

/// How clients reach a hostile relay, and what it offers.
#[derive(Clone, Copy, Debug)]
pub struct RelayOptions {
    /// Whether the relay uses implicit TLS (RFC 8314 §3.3) instead of STARTTLS.
    pub is_implicit: bool,
    /// What the relay offers in reply to the EHLO inside TLS: a keyword with its parameters each.
    pub offers: &'static [&'static str],
}

/// STARTTLS, and what most relays offer today.
impl Default for RelayOptions {
    fn default() -> Self {
        Self { is_implicit: false, offers: &["PIPELINING", "8BITMIME", "SMTPUTF8", "AUTH PLAIN LOGIN"] }
    }
}

impl RelayOptions {
    /// Implicit TLS.
    pub const IMPLICIT: Self = Self { is_implicit: true, offers: &["8BITMIME", "AUTH PLAIN LOGIN"] };

    /// The reply to the EHLO inside TLS.
    pub(crate) fn hello(&self) -> String {
        let lines = [&["localhost"], self.offers].concat();
        let (last, others) = lines.split_last().expect("its name at least");
        let others: String = others.iter().flat_map(|line| ["250-", line, "\r\n"]).collect();
        format!("{others}250 {last}\r\n")
    }
}
