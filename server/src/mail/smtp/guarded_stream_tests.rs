use super::GuardedStream;
use crate::mail::{Deadlines, ReplyFault};
use std::io::{self, ErrorKind};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};
use tokio::time::{Instant, sleep};

/// A guarded stream and the relay's end of it. In these tests time is paused, and advances only while all tasks wait.
fn stream() -> (GuardedStream<DuplexStream>, DuplexStream) {
    let (ours, theirs) = duplex(64);
    let peer = ([127, 0, 0, 1], 587).into();
    (GuardedStream::new(ours, peer, Deadlines::default()), theirs)
}

async fn read_reply(stream: &mut GuardedStream<DuplexStream>) -> io::Result<String> {
    let mut reply = Vec::new();
    while !stream.is_reply_read() {
        stream.read_buf(&mut reply).await?;
    }
    Ok(String::from_utf8_lossy(&reply).into_owned())
}

#[tokio::test(start_paused = true)]
async fn a_reply_that_trickles_in_has_the_deadline_of_one_reply() {
    let (mut stream, mut relay) = stream();
    stream.write_all(b"NOOP\r\n").await.expect("written");
    let dripping = tokio::spawn(async move {
        while relay.write_all(b"250-drop\r\n").await.is_ok() {
            sleep(Duration::from_secs(1)).await;
        }
    });
    let start = Instant::now();
    let error = read_reply(&mut stream).await.expect_err("too slow");
    assert_eq!((error.kind(), start.elapsed()), (ErrorKind::TimedOut, Deadlines::default().reply));
    drop(stream);
    dripping.await.expect("no panic");
}

/// Relays greet late because they look up our name or make spammers wait.
#[tokio::test(start_paused = true)]
async fn the_greeting_may_take_as_long_as_the_opening() {
    let (mut greeted, mut relay) = stream();
    let later = async {
        sleep(Deadlines::default().open.saturating_sub(Duration::from_secs(1))).await;
        relay.write_all(b"220 At last\r\n").await
    };
    let (reply, written) = tokio::join!(read_reply(&mut greeted), later);
    assert_eq!((reply.expect("in time").as_str(), written.is_ok()), ("220 At last\r\n", true));
    let (mut silent, _relay) = stream();
    let start = Instant::now();
    let error = read_reply(&mut silent).await.expect_err("too slow");
    assert_eq!((error.kind(), start.elapsed()), (ErrorKind::TimedOut, Deadlines::default().open));
}

#[tokio::test(start_paused = true)]
async fn each_reply_has_a_deadline_of_its_own() {
    let (mut stream, mut relay) = stream();
    for _ in 0..3 {
        let later = async {
            sleep(Duration::from_secs(7)).await;
            relay.write_all(b"250 OK\r\n").await
        };
        let (reply, written) = tokio::join!(read_reply(&mut stream), later);
        assert_eq!((reply.expect("in time").as_str(), written.is_ok()), ("250 OK\r\n", true));
        stream.write_all(b"NOOP\r\n").await.expect("written");
    }
}

#[tokio::test(start_paused = true)]
async fn each_of_several_expected_replies_has_its_own_deadline() {
    let (mut stream, mut relay) = stream();
    stream.dialogue().expect_replies(3);
    stream.write_all(b"MAIL\r\nRCPT\r\nDATA\r\n").await.expect("written");
    let replies = async {
        for _ in 0..2 {
            sleep(Duration::from_secs(9)).await;
            relay.write_all(b"250 OK\r\n").await.expect("written");
        }
    };
    let start = Instant::now();
    let (reply, ()) = tokio::join!(read_reply(&mut stream), replies);
    assert_eq!(reply.map_err(|error| error.kind()), Err(ErrorKind::TimedOut));
    assert_eq!(start.elapsed(), Duration::from_secs(9 + 9 + 10));
}

#[tokio::test(start_paused = true)]
async fn a_command_that_the_relay_does_not_read_has_a_deadline() {
    let (mut stream, _relay) = stream();
    let start = Instant::now();
    let error = stream.write_all(&[b'a'; 65]).await.expect_err("nobody reads");
    assert_eq!((error.kind(), start.elapsed()), (ErrorKind::TimedOut, Deadlines::default().reply));
}

#[tokio::test(start_paused = true)]
async fn the_final_dot_has_a_longer_deadline_however_it_is_cut() {
    for chunks in [
        &[&b"Hello\r\n"[..], b"\r\n.\r\n"][..],
        &[b"Hello\r\n.", b"\r\n"],
        &[b"Hello\r\n.\r\n"],
        &[b"Hello", b"\r", b"\n", b".", b"\r", b"\n"],
    ] {
        let (mut stream, _relay) = stream();
        let dialogue = stream.dialogue();
        dialogue.begin_mail();
        dialogue.begin_content();
        for chunk in chunks {
            assert!(!dialogue.is_final_dot_sent());
            stream.write_all(chunk).await.expect("written");
        }
        assert!(dialogue.is_final_dot_sent(), "{chunks:?}");
        let start = Instant::now();
        let error = read_reply(&mut stream).await.expect_err("silence");
        assert_eq!((error.kind(), start.elapsed()), (ErrorKind::TimedOut, Deadlines::default().final_reply));
    }
}

#[tokio::test(start_paused = true)]
async fn a_dot_elsewhere_is_not_the_final_one() {
    let (mut stream, _relay) = stream();
    stream.write_all(b"\r\n.\r\n").await.expect("written");
    let dialogue = stream.dialogue();
    assert!(!dialogue.is_final_dot_sent(), "not in the text");
    dialogue.begin_content();
    stream.write_all(b"Hello.\r\n..\r\n.Hello\r\n").await.expect("written");
    assert!(!dialogue.is_final_dot_sent());
}

#[tokio::test(start_paused = true)]
async fn after_an_error_nothing_more_is_read_or_written() {
    let (mut stream, mut relay) = stream();
    read_reply(&mut stream).await.expect_err("silence");
    let start = Instant::now();
    assert_eq!(stream.write_all(b"QUIT\r\n").await.map_err(|error| error.kind()), Err(ErrorKind::NotConnected));
    assert_eq!(read_reply(&mut stream).await.map_err(|error| error.kind()), Err(ErrorKind::NotConnected));
    assert_eq!(start.elapsed(), Duration::ZERO);
    drop(stream);
    let mut heard = Vec::new();
    relay.read_to_end(&mut heard).await.expect("read");
    assert!(heard.is_empty());
}

#[tokio::test(start_paused = true)]
async fn no_command_follows_a_surplus_reply() {
    let (mut stream, mut relay) = stream();
    relay.write_all(b"220 Hello\r\n250 forged\r\n").await.expect("written");
    assert_eq!(read_reply(&mut stream).await.expect("a reply"), "220 Hello\r\n");
    let error = stream.write_all(b"EHLO me\r\n").await.expect_err("unsolicited");
    assert_eq!(error.get_ref().and_then(|error| error.downcast_ref()), Some(&ReplyFault::Unsolicited));
    assert_eq!(stream.into_inner().err(), Some(ReplyFault::Unsolicited));
}

#[tokio::test(start_paused = true)]
async fn a_relay_that_hangs_up_is_an_error() {
    let (mut stream, relay) = stream();
    drop(relay);
    assert_eq!(read_reply(&mut stream).await.map_err(|error| error.kind()), Err(ErrorKind::UnexpectedEof));
}

#[tokio::test(start_paused = true)]
async fn a_greeting_can_be_inserted_before_the_replies_of_the_relay() {
    let (stream, mut relay) = stream();
    let mut stream = stream.with_greeting();
    let mut greeting = [0; 15];
    stream.read_exact(&mut greeting).await.expect("read");
    assert_eq!(&greeting, b"220 TLS is up\r\n");
    stream.write_all(b"EHLO me\r\n").await.expect("written");
    relay.write_all(b"250 relay\r\n").await.expect("written");
    assert_eq!(read_reply(&mut stream).await.expect("a reply"), "250 relay\r\n");
}
