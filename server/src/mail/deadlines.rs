use std::time::Duration;

/// How long a step of a send may take before it counts as failed.
///
/// RFC 5321 §4.5.3.2 gives a queueing client 2 to 10 minutes for each command, since nobody waits for it. Here a
/// person looks at a page that promises word within 10 seconds of a mail that cannot be sent, and may ask again
/// at any time; so all but the answer to the final dot are far shorter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadlines {
    /// Name resolution and TCP connection, over all addresses of the relay.
    pub dial: Duration,
    /// From nothing to a connection that may send: dial, greeting, `STARTTLS`, TLS, `EHLO` and `AUTH`. With the
    /// check of an idle connection before it, shorter than [`crate::sign_up::SignUp::ANSWER_WITHIN`], so that the
    /// answer to the visitor can tell of a silent relay. An access token is fetched before.
    pub open: Duration,
    /// One whole reply, and one whole command written.
    pub reply: Duration,
    /// The reply to the final dot, when the relay does its real work.
    pub final_reply: Duration,
    /// A whole send, the wait for a free connection included.
    pub send: Duration,
    /// The `NOOP` that checks a connection before it is used again. A relay that is slow to answer it gets a new one.
    pub check: Duration,
    /// How long after its last answer a connection is used again without a check. A `NOOP` costs a round trip.
    pub fresh: Duration,
    /// How often connections that nobody uses are asked for a sign of life, so that the relay does not close them.
    pub keep_alive: Duration,
    /// How long a connection that nobody uses is kept. Relays close theirs after some minutes (Postfix: 5).
    pub idle: Duration,
}

impl Default for Deadlines {
    fn default() -> Self {
        Self {
            dial: Duration::from_secs(5),
            open: Duration::from_secs(6),
            reply: Duration::from_secs(10),
            final_reply: Duration::from_secs(30),
            send: Duration::from_secs(45),
            check: Duration::from_secs(1),
            fresh: Duration::from_secs(30),
            keep_alive: Duration::from_secs(20),
            idle: Duration::from_secs(5 * 60),
        }
    }
}
