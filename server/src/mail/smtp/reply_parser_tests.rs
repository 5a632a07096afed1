use super::{ReplyFault, ReplyParser};
use crate::mail::smtp::extensions::Extension;
use lettre::transport::smtp::extension::ServerInfo;
use lettre::transport::smtp::response::Response;
use proptest::collection::vec;
use proptest::prelude::*;

fn received(bytes: &[u8]) -> Result<String, ReplyFault> {
    let mut lines = ReplyParser::default();
    lines.receive(bytes)?;
    Ok(String::from_utf8_lossy(&lines.take(usize::MAX)).into_owned())
}

#[test]
fn complete_replies_pass() {
    for reply in ["250 OK\r\n", "250-a\r\n250-SIZE 1\r\n250 AUTH PLAIN\r\n", "250-a\r\n250 \r\n", "220 Grüße\r\n"] {
        assert_eq!(received(reply.as_bytes()).as_deref(), Ok(reply));
    }
    assert_eq!(received(b"250-a\r\n250 b").as_deref(), Ok("250-a\r\n"));
}

/// RFC 5321 §4.2: the text of a reply is for people.
#[test]
fn the_text_of_a_reply_may_be_missing_or_unreadable() {
    for (bytes, reply) in [
        (&b"250\r\n"[..], "250 -\r\n"),
        (b"354\r\n", "354 -\r\n"),
        (b"250 \r\n", "250 -\r\n"),
        (b"250  \t\r\n", "250 -\r\n"),
        (b"250-a\r\n250- \r\n250-\xc2\xa0\r\n250\r\n", "250-a\r\n250-\r\n250-\r\n250 \r\n"),
        // GBK, Latin-1, and a control character of Unicode.
        (b"535 \xd3\xc3\xbb\xa7\r\n", "535 ?û?\r\n"),
        (b"550 Gr\xfc\xdfe\r\n", "550 Gr??e\r\n"),
        (b"550 a\xc2\x85b\r\n", "550 a?b\r\n"),
        (b"250 a\0b\r\n", "250 a?b\r\n"),
        (b"250 a\rb\r\r\n", "250 a?b?\r\n"),
        // Undefined codes.
        (b"571 5.7.1 No\r\n", "550 5.7.1 No\r\n"),
        (b"299-a\r\n299 b\r\n", "250-a\r\n250 b\r\n"),
    ] {
        assert_eq!(received(bytes).as_deref(), Ok(reply), "{}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn malformed_replies_are_refused() {
    for bytes in [
        &b"250-\n\r\n"[..],
        b"\r\n",
        b"\n",
        b"25\r\n",
        b"2500\r\n",
        b"250OK\r\n",
        b"250\n",
        b"250 OK\n",
        b"25O OK\r\n",
        b"150 OK\r\n",
        b"250-a\r\n550 b\r\n",
        b"HTTP/1.1 400 Bad Request\r\n",
    ] {
        assert_eq!(received(bytes), Err(ReplyFault::Malformed), "{:?}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn endless_replies_and_lines_are_refused() {
    assert_eq!(received(&b"250-a\r\n".repeat(101)), Err(ReplyFault::TooManyLines));
    assert!(received(&[&b"250-a\r\n".repeat(99)[..], b"250 a\r\n"].concat()).is_ok());
    assert_eq!(received(&b"2".repeat(1000)), Err(ReplyFault::LineTooLong));
    assert_eq!(received(&[b"250 ", &b"a".repeat(995)[..], b"\r\n"].concat()), Err(ReplyFault::LineTooLong));
    assert!(received(&[b"250 ", &b"a".repeat(994)[..], b"\r\n"].concat()).is_ok());
}

#[test]
fn bytes_after_the_expected_reply_are_held_back() {
    let mut lines = ReplyParser::default();
    lines.receive(b"220 Go ahead\r\n250 forged\r\n").expect("well-formed");
    assert_eq!(lines.take(usize::MAX), b"220 Go ahead\r\n");
    assert!(lines.due() == 0 && lines.holds_bytes());
    assert_eq!(lines.expect_replies(1), Err(ReplyFault::Unsolicited));
}

#[test]
fn replies_pass_one_after_the_other() {
    let mut lines = ReplyParser::with_reply(b"220 ready\r\n");
    assert_eq!(lines.take(4), b"220 ");
    assert!(lines.due() == 0 && !lines.is_taken(), "a reader with a small buffer has to come back");
    assert_eq!(lines.take(64), b"ready\r\n");
    assert!(lines.is_taken());
    assert_eq!(lines.expect_replies(1), Ok(()));
    assert_eq!(lines.due(), 1);
    lines.receive(b"250 OK\r\n").expect("well-formed");
    assert_eq!(lines.due(), 0);
}

#[test]
fn several_replies_pass_where_several_are_expected() {
    let mut lines = ReplyParser::default();
    lines.expect_replies(3).expect("nothing is held");
    lines.receive(b"250 OK\r\n250-a\r\n250 b\r\n").expect("a code each");
    assert_eq!(lines.due(), 1);
    lines.receive(b"354 Go on\r\n250 forged\r\n").expect("well-formed");
    assert_eq!(lines.take(usize::MAX), b"250 OK\r\n250-a\r\n250 b\r\n354 Go on\r\n");
    assert_eq!(lines.expect_replies(1), Err(ReplyFault::Unsolicited));
}

#[test]
fn pipelining_is_offered_by_a_line_of_its_own() {
    for (reply, offers) in [
        ("250-relay\r\n250-pipelining\r\n250 SIZE\r\n", true),
        ("250-relay\r\n250 PIPELINING \r\n", true),
        ("250-PIPELINING\r\n250 SIZE\r\n", false),
        ("250 PIPELINING\r\n", false),
        ("220-relay\r\n220 PIPELINING\r\n", false),
        ("250-relay\r\n250 XPIPELINING\r\n", false),
    ] {
        let mut lines = ReplyParser::default();
        lines.receive(reply.as_bytes()).expect("well-formed");
        assert_eq!(lines.extensions().has(Extension::Pipelining), offers, "{reply}");
    }
}

/// The result and output of the parser when the relay's bytes arrive in these pieces.
fn fed<'a>(pieces: impl Iterator<Item = &'a [u8]>) -> (Result<(), ReplyFault>, Vec<u8>, bool) {
    let mut lines = ReplyParser::default();
    let fed = pieces.into_iter().try_for_each(|piece| lines.receive(piece));
    (fed, lines.take(usize::MAX), lines.due() == 0)
}

/// Any bytes, lines well-formed or nearly so, and replies to `EHLO`, some with too many lines.
fn any_bytes() -> impl Strategy<Value = Vec<u8>> {
    let text = "\\PC{0,12}|[ \t]{0,3}|AUTH[A-Z ]{0,9}|SIZE [0-9]{0,22}";
    let line = ("[2-5][0-9][0-9]", "[ -]?", text, "\r\n|\r\n|\r\n|\n|\r|")
        .prop_map(|(code, separator, text, end)| code + &separator + &text + &end);
    let lines = vec(line, 0..3).prop_map(|lines| lines.concat().into_bytes());
    let reply = |length| {
        (vec(text, length), text).prop_map(|(texts, last)| {
            let lines: Vec<_> = texts.iter().map(|text| format!("250-{text}\r\n")).collect();
            format!("{}250 {last}\r\n", lines.concat()).into_bytes()
        })
    };
    prop_oneof![2 => lines, 4 => reply(0..6), 1 => reply(98..102), 1 => vec(any::<u8>(), 0..60), 1 => vec(b'0'..=b'9', 980..1020)]
}

proptest! {
    #[test]
    fn replies_are_parsed_alike_in_pieces_of_any_length(bytes in any_bytes(), length in 1..40_usize) {
        prop_assert_eq!(fed(bytes.chunks(length)), fed(std::iter::once(&*bytes)));
    }

    /// Only complete printable lines of the first reply come through, which lettre parses without a panic.
    #[test]
    fn only_well_formed_replies_pass(bytes in any_bytes()) {
        let (_, taken, is_complete) = fed(std::iter::once(&*bytes));
        let text = String::from_utf8(taken).expect("text");
        let lines: Vec<_> = text.split_inclusive("\r\n").collect();
        let said: Vec<_> = bytes.split_inclusive(|byte| *byte == b'\n').take(lines.len()).collect();
        prop_assert_eq!(said.len(), lines.len());
        prop_assert!(lines.len() <= ReplyParser::MAX_LINES);
        for (number, line) in lines.iter().enumerate() {
            let inner = line.strip_suffix("\r\n").expect("a whole line");
            prop_assert!(line.len() <= ReplyParser::MAX_LINE + 2 && !inner.contains(|character: char| character.is_control() && character != '\t'));
            prop_assert_eq!(&line[..3], &text[..3]);
            prop_assert_eq!(line.as_bytes()[0], said[number][0]);
            prop_assert!(line.len() <= said[number].len() + 2);
            prop_assert_eq!(&line[3..4], if is_complete && number + 1 == lines.len() { " " } else { "-" });
        }
        if is_complete {
            let response: Response = text.parse().expect("a reply to lettre");
            let _ = ServerInfo::from_response(&response);
        }
    }
}
