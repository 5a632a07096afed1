use crate::sign_up::Timestamp;
use std::net::IpAddr;
use x509_parser::certificate::X509Certificate;
use x509_parser::extensions::GeneralName;
use x509_parser::prelude::FromDer;

/// Fields of an X.509 certificate for display, whether or not it is trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::mail) struct Certificate {
    /// Subject alternative names: DNS names and IP addresses (RFC 5280 §4.2.1.6).
    names: Vec<String>,
    issuer: String,
    not_before: Timestamp,
    not_after: Timestamp,
}

impl Certificate {
    /// Maximum number of names shown; the certificate of a large host has hundreds.
    const SHOWN_NAMES: usize = 4;

    /// Parses DER; `None` if it is not a certificate.
    pub(in crate::mail) fn read(der: &[u8]) -> Option<Self> {
        let (_, certificate) = X509Certificate::from_der(der).ok()?;
        let names = certificate.subject_alternative_name().ok().flatten();
        let names = names.map(|extension| extension.value.general_names.iter().filter_map(name).collect()).unwrap_or_default();
        let validity = certificate.validity();
        let moment = |seconds: i64| Timestamp::from_millis(seconds.saturating_mul(1000));
        Some(Self {
            names,
            issuer: certificate.issuer().to_string(),
            not_before: moment(validity.not_before.timestamp()),
            not_after: moment(validity.not_after.timestamp()),
        })
    }

    /// Describes names, issuer and the time left at `now`.
    pub(in crate::mail) fn describe(&self, now: Timestamp) -> String {
        let shown = self.names.iter().take(Self::SHOWN_NAMES).cloned().collect::<Vec<_>>().join(", ");
        let more = self.names.len().saturating_sub(Self::SHOWN_NAMES);
        let names = match (self.names.len(), more) {
            (0, _) => "no name".to_owned(),
            (_, 0) => shown,
            _ => format!("{shown} and {more} more"),
        };
        format!("for {names}; issued by {}; {}", self.issuer, self.time_left(now))
    }

    fn time_left(&self, now: Timestamp) -> String {
        if now < self.not_before {
            format!("begins in {}", days(now, self.not_before))
        } else if now > self.not_after {
            format!("ended {} ago", days(self.not_after, now))
        } else {
            format!("{} left", days(now, self.not_after))
        }
    }
}

/// The time between two moments in whole days, rounded down.
fn days(from: Timestamp, to: Timestamp) -> String {
    const MILLIS_OF_A_DAY: i64 = 24 * 60 * 60 * 1000;
    match to.millis().saturating_sub(from.millis()) / MILLIS_OF_A_DAY {
        0 => "less than a day".to_owned(),
        1 => "1 day".to_owned(),
        days => format!("{days} days"),
    }
}

fn name(name: &GeneralName<'_>) -> Option<String> {
    match name {
        GeneralName::DNSName(name) => Some((*name).to_owned()),
        GeneralName::IPAddress(bytes) => {
            let v4 = <[u8; 4]>::try_from(*bytes).map(IpAddr::from);
            v4.or_else(|_| <[u8; 16]>::try_from(*bytes).map(IpAddr::from)).ok().map(|address| address.to_string())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Certificate;
    use crate::sign_up::Timestamp;
    use rcgen::{CertificateParams, DnType, KeyPair, date_time_ymd};

    fn described(names: &[&str], at_day: i64) -> String {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let mut params = CertificateParams::new(names).expect("names");
        params.distinguished_name.push(DnType::CommonName, "An authority");
        params.not_before = date_time_ymd(2025, 1, 1);
        params.not_after = date_time_ymd(2025, 1, 31);
        let certificate = params.self_signed(&KeyPair::generate().expect("a key")).expect("a certificate");
        // 1735689600 is 2025-01-01T00:00:00Z.
        let now = Timestamp::from_millis((1_735_689_600 + at_day * 86_400) * 1000 + 1);
        Certificate::read(certificate.der()).expect("a certificate").describe(now)
    }

    #[test]
    fn a_certificate_is_described_by_its_names_issuer_and_validity() {
        let names = ["relay.example", "192.0.2.1", "2001:db8::1"];
        let start = "for relay.example, 192.0.2.1, 2001:db8::1; issued by CN=An authority; ";
        for (day, left) in
            [(-2, "begins in 1 day"), (0, "29 days left"), (28, "1 day left"), (29, "less than a day left"), (33, "ended 3 days ago")]
        {
            assert_eq!(described(&names, day), format!("{start}{left}"));
        }
        assert!(described(&[], 0).starts_with("for no name; "));
        assert!(
            described(&["a.example", "b.example", "c.example", "d.example", "e.example", "f.example"], 0).contains("d.example and 2 more;")
        );
        assert_eq!(Certificate::read(b"no certificate"), None);
    }
}
