/// How a relay of the tests is reached and what it can do.
#[derive(Clone, Copy, Debug)]
pub struct Terms {
    /// Whether TLS begins at once (RFC 8314 §3.3) and not with STARTTLS.
    pub is_implicit: bool,
    /// What it offers inside TLS, behind EHLO: one keyword with its parameters each.
    pub offers: &'static [&'static str],
}

/// STARTTLS, and what every relay of today offers.
impl Default for Terms {
    fn default() -> Self {
        Self { is_implicit: false, offers: &["PIPELINING", "8BITMIME", "SMTPUTF8", "AUTH PLAIN LOGIN"] }
    }
}

impl Terms {
    /// TLS at once.
    pub const IMPLICIT: Self = Self { is_implicit: true, offers: &["8BITMIME", "AUTH PLAIN LOGIN"] };

    /// The reply to the EHLO inside TLS.
    pub(crate) fn hello(&self) -> String {
        let lines = [&["localhost"], self.offers].concat();
        let (last, others) = lines.split_last().expect("its name at least");
        let others: String = others.iter().flat_map(|line| ["250-", line, "\r\n"]).collect();
        format!("{others}250 {last}\r\n")
    }
}
