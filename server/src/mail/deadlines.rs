use std::time::Duration;

/// Time-outs of sending, and ages at which pooled connections are checked and closed.
///
/// RFC 5321 §4.5.3.2 gives a queueing client 2 to 10 minutes for each command, since no person waits for it. Here a visitor looks at a page
/// that promises a status within 10 seconds, even if only that the mail is still being sent, and may ask again at any time; so all but the
/// greeting and the reply to the final dot are far shorter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadlines {
    /// Name resolution and TCP connection, over all addresses of the relay.
    pub dial: Duration,
    /// Opening a connection: dial, greeting, `STARTTLS`, TLS, `EHLO` and `AUTH`. The greeting may take all of it: relays that look up the
    /// client's name, or make spammers wait, greet after 8 to 30 s (RFC 5321 §4.5.3.2.1 allows 5 minutes). An access token is fetched
    /// before.
    pub open: Duration,
    /// Reading one whole reply, except the greeting and the final one, or writing one whole command.
    pub reply: Duration,
    /// The reply to the final dot, which comes after the relay has processed the mail.
    pub final_reply: Duration,
    /// One attempt to send a mail through one relay, including the wait for a free connection.
    pub send: Duration,
    /// The `NOOP` that checks an idle connection. A connection that takes longer is closed.
    pub check: Duration,
    /// How long after its last reply a connection is used again without a check, which costs a round trip.
    pub fresh: Duration,
    /// How long after it was opened a connection proves to [`Mailer::check`](super::Mailer::check) that the relay can be used. After that
    /// the check opens a new one, since the relay's certificate may have expired or the password may have been changed.
    pub proven: Duration,
    /// Finding out whether the relay is available: how long a check of the relay waits for its result, and a mail for a connection to a
    /// relay that is known to be unavailable. Less than [`crate::sign_up::SignUp::MAX_DELIVERY_WAIT`].
    pub availability: Duration,
    /// Interval of the `NOOP`s on idle connections, which keep the relay from closing them.
    pub keep_alive: Duration,
    /// How long an idle connection is kept. Relays close theirs after some minutes (Postfix: 5).
    pub idle: Duration,
}

impl Default for Deadlines {
    fn default() -> Self {
        Self::with_open(Self::OPEN)
    }
}

impl Deadlines {
    /// Default of [`Self::open`].
    pub const OPEN: Duration = Duration::from_secs(30);

    /// The defaults with this [`Self::open`] and a [`Self::send`] to match.
    #[must_use]
    pub const fn with_open(open: Duration) -> Self {
        Self {
            dial: Duration::from_secs(5),
            reply: Duration::from_secs(10),
            final_reply: Duration::from_secs(30),
            check: Duration::from_secs(1),
            fresh: Duration::from_secs(30),
            proven: Duration::from_secs(60),
            availability: Duration::from_secs(6),
            keep_alive: Duration::from_secs(20),
            idle: Duration::from_secs(5 * 60),
            open,
            // Leaves 40 s for the mail itself, most of it for the reply to the final dot.
            send: open.saturating_add(Duration::from_secs(40)),
        }
    }
}
