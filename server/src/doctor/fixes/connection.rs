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
            "Correct {host_is} if {host} is misspelled. If this machine cannot resolve other names either (getent hosts example.org), its \
             DNS server does not work: check /etc/resolv.conf."
        ),
        RelayProblem::ConnectionRefused => format!(
            "Nothing listens on port {port} of {host}, or a firewall rejects the connection. Set {port_is} to the port that the relay \
             documents: 587 with {tls_is}=starttls, 465 with {tls_is}=implicit."
        ),
        RelayProblem::NoRoute => {
            format!("This machine has no route to {host}. Check its network and, if the address is an IPv6 address, its IPv6 connection.")
        }
        RelayProblem::ConnectTimedOut => format!(
            "Usually a firewall drops connections to port {port}: many hosting providers block the ports of mail until you ask. Check \
             {host_is} and {port_is}, try {other_way}, or ask the operator of your network."
        ),
        RelayProblem::Port25 => format!(
            "Port 25 is for mail between servers, and most networks block it. Clients use another port: set {port_is}=587, or \
             {tls_is}=implicit and {port_is}=465."
        ),
        RelayProblem::Silent => format!(
            "It accepted the connection and did not answer in time. If {port} is not a port for mail, correct {port_is}. Otherwise ask \
             the relay's operator: some relays delay unknown clients, or look their names up first. Try {other_way}, too."
        ),
        RelayProblem::HungUp => format!(
            "It accepted the connection and closed it without an answer. Ask the relay's operator whether this machine may connect to \
             port {port}, and whether it has too many connections open."
        ),
        RelayProblem::NotSmtp => format!(
            "The server on port {port} of {host} is not a mail server, or something in between changes its answers. Correct {host_is} \
             and {port_is}."
        ),
        RelayProblem::ImplicitTlsPort => {
            format!("TLS begins with the first byte on port {port}. Set {tls_is}=implicit, or use the port for STARTTLS: {port_is}=587.")
        }
        RelayProblem::ClearTextPort => {
            format!("Port {port} begins unencrypted and starts TLS by STARTTLS. Set {tls_is}=starttls, or {port_is}=465.")
        }
        RelayProblem::Busy => {
            "The relay's answer says why. If it persists, ask its operator how many connections this machine may have.".to_owned()
        }
        RelayProblem::NotWelcome => format!(
            "The relay's answer says why. Often the address of this machine is on a block list of spam senders, or {host} port {port} is \
             not meant for clients, which use port 587 or 465."
        ),
        RelayProblem::NoStartTls => format!(
            "Nothing is sent without TLS. If the relay has a port with implicit TLS, set {other_way}. If the relay offers STARTTLS to \
             others, something in between removes the offer: look for a firewall that inspects mail."
        ),
        RelayProblem::StartTlsRefused => {
            format!("The relay cannot start TLS; its operator must check its certificate and key. Until then, try {other_way}.")
        }
        RelayProblem::Injected => {
            "Somebody between this machine and the relay manipulates the connection, or the relay is faulty. Nothing was sent. Inform the \
             relay's operator."
                .to_owned()
        }
        RelayProblem::OldTls => {
            "Mailcode accepts only TLS 1.2 and 1.3 with secure ciphers. The relay's operator must update its software or its settings."
                .to_owned()
        }
        _ => format!("The relay aborted the TLS handshake, or what answers is not TLS. The relay's log says more. Try {other_way}, too."),
    }
}

/// Fixes for problems with the relay's certificate.
pub(super) fn fix_certificate(problem: RelayProblem, relay: &Relay, variables: Variables, now: Timestamp) -> String {
    let host = &relay.host;
    let [host_is, ca_file_is] = ["HOST", "CA_FILE"].map(|end| variables.of(end));
    let clock = clock(now);
    match problem {
        RelayProblem::NoRoots => format!(
            "Install the system's root certificates (Debian: apt-get install ca-certificates), or set {ca_file_is} to a file with the CA \
             certificate of the relay."
        ),
        RelayProblem::WrongName => format!(
            "The certificate must name {host}. Set {host_is} to a name in the certificate, if that is the same relay, or have a \
             certificate issued for {host}. Only names in subjectAltName count, not the common name."
        ),
        RelayProblem::AuthorityAsServer => {
            let name = alternative_name(host);
            format!(
                "The relay presents a CA certificate (CA:TRUE), such as openssl req -x509 creates. A server may not use a CA certificate, \
                 even if {ca_file_is} names it. Give the relay a certificate with CA:FALSE, and set {ca_file_is} to it:\n\
                 openssl req -x509 -newkey rsa:2048 -nodes -days 365 -keyout key.pem -out certificate.pem -subj /CN={host} -addext \
                 subjectAltName={name} -addext basicConstraints=critical,CA:FALSE"
            )
        }
        RelayProblem::UnknownIssuer if !relay.extra_roots.is_empty() => format!(
            "{ca_file_is} names another CA than the relay's, or the same CA with an earlier key. Set it to a PEM file with the certificate \
             of the CA that issued the relay's certificate, or unset it if that is a public CA."
        ),
        RelayProblem::UnknownIssuer => format!(
            "If the relay's CA is private, set {ca_file_is} to a PEM file with the CA's certificate. If it is public, the relay does not \
             send the intermediate certificates (its operator must add them), the root certificates of this machine are outdated, or \
             somebody intercepts the connection."
        ),
        RelayProblem::Expired => {
            format!(
                "The relay's operator must renew the certificate. If it has not expired yet, correct the clock of this machine: {clock}."
            )
        }
        RelayProblem::NotYetValid => {
            format!(
                "Correct the clock of this machine: {clock}. If that is right, the certificate was issued by a machine with a wrong clock."
            )
        }
        RelayProblem::WeakKey => format!(
            "An RSA key needs at least 2048 bits; current TLS libraries accept no shorter one. The relay's operator must have a \
             certificate issued for such a key, or for one of P-256. The same applies to a CA that {ca_file_is} names:\n\
             openssl req -x509 -newkey rsa:2048 -nodes -days 365 -keyout key.pem -out certificate.pem -subj /CN={host} -addext \
             subjectAltName={} -addext basicConstraints=critical,CA:FALSE",
            alternative_name(host)
        ),
        _ => {
            "The relay's operator must have another certificate issued: X.509 version 3, for servers (serverAuth), signed with SHA-256 or \
              better, with a key of RSA (2048 to 8192 bits), P-256 or P-384."
                .to_owned()
        }
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
