use super::Variables;
use crate::mail::{Relay, RelayProblem, TlsMode};
use crate::sign_up::Timestamp;
use std::net::IpAddr;
use time::OffsetDateTime;

/// Fixes for problems from the look-up of the relay's name to TLS, except for its certificate.
pub(super) fn fix_connection(problem: RelayProblem, relay: &Relay, variables: Variables) -> String {
    let Relay { host, port, .. } = relay;
    let [host_is, port_is, tls_is] = ["HOST", "PORT", "TLS"].map(|end| variables.of(end));
    let other_way = match relay.tls {
        TlsMode::StartTls => format!("{tls_is}=implicit with port 465"),
        TlsMode::Implicit => format!("{tls_is}=starttls with port 587"),
    };
    match problem {
        RelayProblem::UnknownHost => format!(
            "Correct {host_is} if {host} is misspelled. If this machine finds no other name either (getent hosts example.org), it has no \
             name server that works: see /etc/resolv.conf."
        ),
        RelayProblem::ConnectionRefused => format!(
            "Nothing listens on port {port} of {host}, or a firewall refuses you. Set {port_is} to the port that the relay documents: 587 \
             with {tls_is}=starttls, 465 with {tls_is}=implicit."
        ),
        RelayProblem::NoRoute => {
            format!("This machine has no way to {host}. Look after its network; if the address is one of IPv6, after that of IPv6.")
        }
        RelayProblem::ConnectTimedOut => format!(
            "Most often a firewall drops what is sent to port {port}: many hosters close the ports of mail until one asks. Check {host_is} \
             and {port_is}, try {other_way}, or ask who runs your network."
        ),
        RelayProblem::Port25 => format!(
            "Port 25 is for mail between servers, and most networks close it. Clients use another: set {port_is}=587, or {tls_is}=implicit \
             and {port_is}=465."
        ),
        RelayProblem::Silent => format!(
            "It took the connection and said too little, too late. If {port} is no port for mail, correct {port_is}. Else ask the \
             relay's operator: some let strangers wait, and some look their names up first. Try {other_way}, too."
        ),
        RelayProblem::HungUp => format!(
            "It took the connection and closed it without a word. Ask the relay's operator whether this machine may connect to port \
             {port}, and whether it has too many connections open."
        ),
        RelayProblem::NotSmtp => format!(
            "What answers on port {port} of {host} is no mail server, or something between changes its words. Correct {host_is} and \
             {port_is}."
        ),
        RelayProblem::ImplicitTlsPort => {
            format!("TLS begins with the first byte on port {port}. Set {tls_is}=implicit, or go to the port for STARTTLS: {port_is}=587.")
        }
        RelayProblem::ClearTextPort => {
            format!("Port {port} begins in clear and goes over to TLS by STARTTLS. Set {tls_is}=starttls, or {port_is}=465.")
        }
        RelayProblem::Busy => "The relay says why. If it goes on, ask its operator how many connections this machine may have.".to_owned(),
        RelayProblem::NotWelcome => format!(
            "The relay says why. Often the address of this machine is on a list of senders of spam, or {host} port {port} is not \
             meant for clients: those use port 587 or 465."
        ),
        RelayProblem::NoStartTls => format!(
            "Nothing is sent without TLS. If the relay has a port on which TLS begins with the first byte, set {other_way}. If it does \
             offer STARTTLS elsewhere, something between takes the offer away: look for a firewall that inspects mail."
        ),
        RelayProblem::StartTlsRefused => {
            format!("The relay cannot begin TLS; its operator must look after its certificate and key. Until then try {other_way}.")
        }
        RelayProblem::Injected => {
            "Somebody between here and the relay tampers with the connection, or the relay is broken. Nothing was sent. Tell its operator."
                .to_owned()
        }
        RelayProblem::OldTls => {
            "Mailcode speaks TLS 1.2 and 1.3 with ciphers that are still safe. The relay's operator must bring it up to date.".to_owned()
        }
        _ => format!("The relay broke the handshake off, or what answers is not TLS. Its log says more. Try {other_way}, too."),
    }
}

/// Fixes for problems with the relay's certificate.
pub(super) fn fix_certificate(problem: RelayProblem, relay: &Relay, variables: Variables, now: Timestamp) -> String {
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
