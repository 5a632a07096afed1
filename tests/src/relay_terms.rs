/// How clients reach a test relay, and what it offers.
#[derive(Clone, Copy, Debug)]
pub struct Terms {
    /// Whether the relay uses implicit TLS (RFC 8314 §3.3) instead of STARTTLS.
    pub is_implicit: bool,
    /// What the relay offers in reply to the EHLO inside TLS: a keyword with its parameters each.
    pub offers: &'static [&'static str],
}

/// STARTTLS, and what most relays offer today.
impl Default for Terms {
    fn default() -> Self {
        Self { is_implicit: false, offers: &["PIPELINING", "8BITMIME", "SMTPUTF8", "AUTH PLAIN LOGIN"] }
    }
}

impl Terms {
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
