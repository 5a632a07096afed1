use super::Variables;
use crate::mail::{Relay, RelayProblem};
use crate::sign_up::Timestamp;
use std::net::IpAddr;
use time::OffsetDateTime;

/// Fixes for problems with the relay's certificate.
pub(super) fn fix(problem: RelayProblem, relay: &Relay, variables: Variables, now: Timestamp) -> String {
    let host = &relay.host;
    let [host_is, ca_file_is] = ["HOST", "CA_FILE"].map(|end| variables.of(end));
    let clock = clock(now);
    match problem {
        RelayProblem::NoRoots => format!(
            "Install the system's root certificates (Debian: apt-get install ca-certificates), or set {ca_file_is} to those of the relay."
        ),
        RelayProblem::WrongName => format!(
            "The certificate must name {host}. Set {host_is} to a name that it has, if that is the same relay, or have it made for \
             {host}. Only names in subjectAltName count, not the common name."
        ),
        RelayProblem::AuthorityAsServer => {
            let name = alternative_name(host);
            format!(
                "The relay presents the certificate of an authority (CA:TRUE), as openssl req -x509 makes them; an authority may not be a \
                 server, even if {ca_file_is} names it. Give the relay a certificate that is none, and name that one there:\n\
                 openssl req -x509 -newkey rsa:2048 -nodes -days 365 -keyout key.pem -out certificate.pem -subj /CN={host} -addext \
                 subjectAltName={name} -addext basicConstraints=critical,CA:FALSE"
            )
        }
        RelayProblem::UnknownIssuer if !relay.extra_roots.is_empty() => format!(
            "{ca_file_is} names another authority than the relay's, or the same from before it got a new key. Set it to a PEM file with \
             the certificate of the authority that has issued the relay's, or unset it if that is a public one."
        ),
        RelayProblem::UnknownIssuer => format!(
            "If the relay's authority is private, set {ca_file_is} to a PEM file with the authority's certificate. If it is public, the \
             relay fails to send the certificates between (its operator must add them), the root certificates of this machine are old, or \
             somebody between reads along."
        ),
        RelayProblem::Expired => {
            format!(
                "The relay's operator must renew the certificate. If it has not ended by another clock, set that of this machine: {clock}."
            )
        }
        RelayProblem::NotYetValid => {
            format!("Set the clock of this machine: {clock}. If that is right, the certificate was made by a clock that is wrong.")
        }
        RelayProblem::WeakKey => format!(
            "RSA needs 2048 bits at least; no TLS of today takes fewer. The relay's operator must have another certificate made with such a \
             key, or one of P-256, and so for an authority that {ca_file_is} names:\n\
             openssl req -x509 -newkey rsa:2048 -nodes -days 365 -keyout key.pem -out certificate.pem -subj /CN={host} -addext \
             subjectAltName={} -addext basicConstraints=critical,CA:FALSE",
            alternative_name(host)
        ),
        _ => "The relay's operator must have another made: X.509 version 3, for servers (serverAuth), signed with SHA-256 or better, with a key \
              of RSA (2048 to 8192 bits), P-256 or P-384."
            .to_owned(),
    }
}

/// A subject alternative name, as openssl writes it.
fn alternative_name(host: &str) -> String {
    if host.parse::<IpAddr>().is_ok() { format!("IP:{host}") } else { format!("DNS:{host}") }
}

/// The time of the machine's clock, in UTC to the minute.
fn clock(now: Timestamp) -> String {
    let moment = OffsetDateTime::from_unix_timestamp(now.millis() / 1000).unwrap_or(OffsetDateTime::UNIX_EPOCH);
    let (date, time) = (moment.date(), moment.time());
    format!("it says {date} {:02}:{:02} UTC", time.hour(), time.minute())
}
