use super::Variables;
use crate::mail::{Relay, RelayProblem, TlsMode};

/// Fixes for problems from the look-up of the relay's name to TLS, except for its certificate.
pub(super) fn fix(problem: RelayProblem, relay: &Relay, variables: Variables) -> String {
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
