use crate::log_throttle::LogThrottle;
use tokio::io::{AsyncWrite, AsyncWriteExt};

/// First bytes of a client that speaks HTTP/2 with prior knowledge (RFC 9113 §3.4).
const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
/// The reason, for the client's log.
const REASON: &[u8] = b"Mailcode speaks HTTP/1.1 here: set the proxy to http:// instead of h2c://";

/// An empty `SETTINGS` frame, which must come first (RFC 9113 §6.5).
const SETTINGS: [u8; 9] = [0, 0, 0, 4, 0, 0, 0, 0, 0];
/// Last stream that was processed, which is none, and the error code `HTTP_1_1_REQUIRED` (RFC 9113 §7).
const NO_STREAM_AND_CODE: [u8; 8] = [0, 0, 0, 0, 0, 0, 0, 0x0d];

/// Refuses clients that speak HTTP/2 in clear text with prior knowledge, by HTTP/2 frames, and logs why. Clones share the throttle of the
/// log.
#[derive(Clone, Debug, Default)]
pub(super) struct Http2Refusal {
    throttle: LogThrottle,
}

impl Http2Refusal {
    /// Whether these first bytes of a connection are those of such a client.
    pub(super) fn is_preface(bytes: &[u8]) -> bool {
        bytes.starts_with(PREFACE)
    }

    /// Sends the refusal. An error means that the client has disconnected, so it is ignored.
    pub(super) async fn send(&self, stream: &mut (impl AsyncWrite + Unpin)) {
        if self.throttle.is_due() {
            tracing::warn!(
                "refused a client that speaks HTTP/2 in clear text (h2c); have the proxy speak HTTP/1.1 to Mailcode: http:// instead of h2c://"
            );
        }
        let _ = stream.write_all(&frames()).await;
    }
}

/// The frames `SETTINGS` and `GOAWAY`, the latter with the reason as its debug data (RFC 9113 §6.8).
fn frames() -> Vec<u8> {
    let length = u8::try_from(NO_STREAM_AND_CODE.len() + REASON.len()).unwrap_or(u8::MAX);
    let head = [0, 0, length, 7, 0, 0, 0, 0, 0];
    [&SETTINGS[..], &head, &NO_STREAM_AND_CODE, REASON].concat()
}

#[cfg(test)]
mod tests {
    use super::{Http2Refusal, NO_STREAM_AND_CODE, PREFACE, REASON, SETTINGS, frames};

    #[test]
    fn each_frame_states_its_length() {
        let frames = frames();
        let goaway = &frames[SETTINGS.len()..];
        let length = usize::from(goaway[2]);
        assert_eq!(length, NO_STREAM_AND_CODE.len() + REASON.len());
        assert_eq!((goaway.len(), goaway[3]), (9 + length, 7));
    }

    #[test]
    fn the_whole_preface_and_nothing_less_is_http_2() {
        assert!(Http2Refusal::is_preface(&[PREFACE, b"\0\0\0"].concat()));
        for other in [&PREFACE[..23], b"PRI * HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n", b""] {
            assert!(!Http2Refusal::is_preface(other), "{}", other.escape_ascii());
        }
    }
}
