//! Properties of the mailbox's parsers, whatever a client sends.

use super::accepted_login::AcceptedLogin;
use super::lines::Lines;
use super::received_mail::Mails;
use super::server_tls::ServerTls;
use super::smtp_server::{Dialogue, SmtpServer};
use crate::system::FakeClock;
use proptest::collection::vec;
use proptest::prelude::*;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::{Arc, LazyLock};
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, ReadHalf, duplex, split};

/// Created once, since generating a certificate takes time.
static SERVER: LazyLock<SmtpServer> = LazyLock::new(|| {
    let tls = ServerTls::for_address(IpAddr::V4(Ipv4Addr::LOCALHOST)).expect("a certificate");
    SmtpServer {
        tls: tls.config.into(),
        login: AcceptedLogin::random(),
        mails: Arc::<Mails>::default(),
        clock: Arc::new(FakeClock::default()),
    }
});

/// The server's end of a connection on which a client sends these bytes and nothing more.
async fn sent(bytes: &[u8]) -> (DuplexStream, ReadHalf<DuplexStream>) {
    let (client, server) = duplex(1 << 20);
    let (replies, mut client) = split(client);
    client.write_all(bytes).await.expect("written");
    client.shutdown().await.expect("ended");
    (server, replies)
}

fn run<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime").block_on(future)
}

/// Commands in and out of order, with odd arguments, and arbitrary bytes.
fn any_dialogue() -> impl Strategy<Value = Vec<u8>> {
    let command = prop_oneof![
        "(EHLO|HELO|MAIL FROM:|RCPT TO:|DATA|RSET|NOOP|STARTTLS|AUTH|VRFY|BDAT|[a-zA-Z]{0,8})( ?<?[ -~]{0,20}>?)?",
        Just("AUTH PLAIN".to_owned()),
        Just("AUTH LOGIN".to_owned()),
        "AUTH (PLAIN|LOGIN|XOAUTH2) [A-Za-z0-9+/=]{0,16}",
        "(MAIL FROM|RCPT TO):<[a-z@.]{0,12}>( [A-Z8]{1,8}(=[0-9]{0,30})?)?",
        "Subject: [ -~]{0,10}|\\.|",
    ];
    let commands = vec((command, "\r\n|\r\n|\n"), 0..12).prop_map(|lines| {
        let lines: String = lines.into_iter().map(|(line, end)| line + &end).collect();
        lines.into_bytes()
    });
    prop_oneof![3 => commands, 1 => vec(any::<u8>(), 0..200)]
}

proptest! {
    /// A client without the password neither logs in nor has a mail kept, in clear text or inside TLS.
    #[test]
    fn no_dialogue_leads_past_the_login(bytes in any_dialogue(), is_secure in any::<bool>()) {
        let (ended, output) = run(async {
            let (server, mut replies) = sent(&bytes).await;
            let ended = Dialogue::new(&SERVER, is_secure).run(&mut Lines::new(server)).await.is_ok();
            let mut output = String::new();
            replies.read_to_string(&mut output).await.expect("text");
            (ended, output)
        });
        prop_assert!(ended || bytes.len() > 4096 || !output.is_empty() || bytes.is_empty());
        for line in output.split_inclusive("\r\n") {
            let known = ["220", "221", "250", "334", "421", "500", "503", "504", "530", "535"];
            prop_assert!(line.ends_with("\r\n") && known.contains(&&line[..3]), "{:?}", output);
        }
        prop_assert!(SERVER.mails.newest_first().is_empty());
    }

    /// Each line is complete and of limited length; together they are what was sent, up to its last line end.
    #[test]
    fn lines_contain_exactly_the_bytes_that_were_sent(bytes in prop_oneof![vec(any::<u8>(), 0..100), vec(prop_oneof![40 => Just(b'a'), 1 => Just(b'\n')], 0..9000)]) {
        let lines = run(async {
            let (server, _replies) = sent(&bytes).await;
            let (mut lines, mut read) = (Lines::new(server), Vec::new());
            while let Ok(Some(line)) = lines.next().await {
                read.push(line);
            }
            read
        });
        for line in &lines {
            prop_assert!(line.len() <= 4096 && line.iter().position(|byte| *byte == b'\n') == Some(line.len() - 1));
        }
        let read = lines.concat();
        prop_assert!(bytes.starts_with(&read));
        let next_end = bytes[read.len()..].iter().position(|byte| *byte == b'\n');
        prop_assert!(next_end.is_none_or(|end| end + 1 > 4096), "all that could be read");
    }

    /// A mail is received as it was before dot-stuffing (RFC 5321 §4.5.2), and what follows it stays in the stream.
    #[test]
    fn a_mail_is_read_as_it_was_before_dot_stuffing(text in vec("\\.{0,3}[a-z. ]{0,8}", 0..10)) {
        let whole = |lines: &[String]| lines.iter().flat_map(|line| [line, "\r\n"]).collect::<String>();
        let mail = whole(&text);
        let stuffed = whole(&text.iter().map(|line| if line.starts_with('.') { format!(".{line}") } else { line.clone() }).collect::<Vec<_>>());
        let (read, next) = run(async {
            let (server, _replies) = sent(format!("{stuffed}.\r\nNOOP\r\n").as_bytes()).await;
            let mut lines = Lines::new(server);
            (lines.mail().await.expect("read"), lines.next().await.expect("read"))
        });
        prop_assert_eq!(read, Some(mail.into_bytes()));
        prop_assert_eq!(next, Some(b"NOOP\r\n".to_vec()));
    }

    #[test]
    fn any_bytes_are_a_complete_mail_or_an_error(bytes in vec(prop_oneof![Just(b'\r'), Just(b'\n'), Just(b'.'), any::<u8>()], 0..60)) {
        let read = run(async {
            let (server, _replies) = sent(&bytes).await;
            Lines::new(server).mail().await
        });
        if let Ok(mail) = read {
            prop_assert!(mail.is_some_and(|mail| mail.len() < bytes.len()), "its end is no part of it");
        }
    }
}
