use super::{Deadlines, Relay};
use std::time::Duration;

/// The relays that mails go through, and how many mails and connections at once.
#[derive(Clone, Debug)]
pub struct Route {
    /// The relay that is tried first.
    pub main: Relay,
    /// The relay that is tried when the main one does not accept a mail.
    pub fallback: Option<Relay>,
    /// Maximum number of open connections to each relay.
    pub connections: usize,
    /// Maximum number of mails that wait or are being sent.
    pub queue: usize,
    /// Time-out of opening a connection: [`Deadlines::open`].
    pub open_within: Duration,
}

impl Route {
    /// Default of [`Self::connections`]. They are opened only while mails wait. Relays that allow fewer (Gmail 10, Outlook 3 to 20) refuse
    /// further ones, and then get no more than they allow.
    pub const CONNECTIONS: usize = 16;
    /// Default of [`Self::queue`]: what four connections send in some ten seconds, and sixteen in three, if the relay takes 50 ms for a
    /// reply.
    pub const QUEUE: usize = 200;
}

impl From<Relay> for Route {
    /// A route through this relay alone, with the default limits.
    fn from(main: Relay) -> Self {
        Self { main, fallback: None, connections: Self::CONNECTIONS, queue: Self::QUEUE, open_within: Deadlines::OPEN }
    }
}
