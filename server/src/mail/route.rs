use super::Relay;

/// Where mails go, and how many at once.
#[derive(Clone, Debug)]
pub struct Route {
    /// The relay that they go to.
    pub main: Relay,
    /// The one that they go to when the other cannot take them.
    pub fallback: Option<Relay>,
    /// Connections to each relay that may be open at once.
    pub connections: usize,
    /// Mails that may wait or be under way.
    pub queue: usize,
}

impl Route {
    /// [`Self::connections`] by default. Relays allow few from one client (Gmail 10, Outlook 3 to 20).
    pub const CONNECTIONS: usize = 4;
    /// [`Self::queue`] by default: what four connections carry in some ten seconds, if the relay takes 50 ms for a reply.
    pub const QUEUE: usize = 200;
}

impl From<Relay> for Route {
    /// By this relay alone, and as many at once as by default.
    fn from(main: Relay) -> Self {
        Self { main, fallback: None, connections: Self::CONNECTIONS, queue: Self::QUEUE }
    }
}
