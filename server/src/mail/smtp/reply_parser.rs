use super::extensions::Extensions;

/// A reply that is malformed or unexpected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReplyFault {
    /// A line does not start with a code from 200 to 599 and then nothing, a blank or a dash (RFC 5321 §4.2), has another code than the
    /// line before, or does not end with CR LF.
    #[error("a malformed reply")]
    Malformed,
    /// A line has more than 1000 octets.
    #[error("an overlong reply line")]
    LineTooLong,
    /// A reply has more than 100 lines.
    #[error("a reply of too many lines")]
    TooManyLines,
    /// Bytes arrived that answer no command.
    #[error("an unsolicited reply")]
    Unsolicited,
    /// The reply is not allowed at this point of the dialogue.
    #[error("an unexpected reply")]
    OutOfPlace,
}

/// Parses a relay's replies and passes on only complete, well-formed lines of the replies that are due: one, or as many as commands were
/// pipelined (RFC 2920). Bytes after them are kept, and rejected as unsolicited at the next command.
///
/// Only the code of a reply matters (RFC 5321 §4.2), so its text may be empty or of any bytes; it is made printable. lettre 0.11.23 needs
/// this: it requires UTF-8 and a blank after each code, and panics at a blank line in a reply to `EHLO` (RUSTSEC-2026-0562).
#[derive(Debug)]
pub(super) struct ReplyParser {
    received: Vec<u8>,
    ready: Vec<u8>,
    /// Code of the reply that is being received.
    code: Option<[u8; 3]>,
    lines: usize,
    /// Number of replies whose last line has not arrived.
    due: usize,
    extensions: Extensions,
}

impl Default for ReplyParser {
    fn default() -> Self {
        Self { received: Vec::new(), ready: Vec::new(), code: None, lines: 0, due: 1, extensions: Extensions::default() }
    }
}

impl ReplyParser {
    /// Maximum octets of a line with its CR LF. RFC 5321 §4.5.3.1.5 asks for 512; some relays send more, and Postfix accepts as many as
    /// this.
    pub(super) const MAX_LINE: usize = 1000;
    /// Maximum lines of a reply. Large relays offer some 20 extensions.
    pub(super) const MAX_LINES: usize = 100;

    /// Creates a parser with this reply ready to be taken, and no other due.
    pub(super) fn with_reply(reply: &[u8]) -> Self {
        Self { ready: reply.to_vec(), due: 0, ..Self::default() }
    }

    /// Number of replies whose last line has not arrived.
    pub(super) const fn due(&self) -> usize {
        self.due
    }

    /// The extensions offered by the received lines, if they answer `EHLO`.
    pub(super) const fn extensions(&self) -> Extensions {
        self.extensions
    }

    /// Whether all due replies have arrived and been taken.
    pub(super) const fn is_taken(&self) -> bool {
        self.due == 0 && self.ready.is_empty()
    }

    /// Whether bytes are left that have not been taken.
    pub(super) const fn holds_bytes(&self) -> bool {
        !self.received.is_empty() || !self.ready.is_empty()
    }

    /// Makes `count` replies due, one for each command that is being sent. Fails if bytes are left from before.
    pub(super) fn expect_replies(&mut self, count: usize) -> Result<(), ReplyFault> {
        if self.holds_bytes() {
            return Err(ReplyFault::Unsolicited);
        }
        *self = Self { due: count, ..Self::default() };
        Ok(())
    }

    /// Parses bytes from the relay.
    pub(super) fn receive(&mut self, bytes: &[u8]) -> Result<(), ReplyFault> {
        self.received.extend_from_slice(bytes);
        while self.due > 0 {
            let Some(end) = self.received.iter().position(|&byte| byte == b'\n') else {
                return if self.received.len() >= Self::MAX_LINE { Err(ReplyFault::LineTooLong) } else { Ok(()) };
            };
            if end >= Self::MAX_LINE {
                return Err(ReplyFault::LineTooLong);
            }
            let line: Vec<u8> = self.received.drain(..=end).collect();
            self.accept(&line)?;
        }
        Ok(())
    }

    /// Takes up to `limit` bytes of the due replies.
    pub(super) fn take(&mut self, limit: usize) -> Vec<u8> {
        let end = limit.min(self.ready.len());
        self.ready.drain(..end).collect()
    }

    fn accept(&mut self, line: &[u8]) -> Result<(), ReplyFault> {
        let Line { code, is_last, text } = Line::read(line)?;
        if self.code.is_some_and(|first| first != code) {
            return Err(ReplyFault::Malformed);
        }
        self.lines += 1;
        if self.lines > Self::MAX_LINES {
            return Err(ReplyFault::TooManyLines);
        }
        // The first line of a reply to EHLO is the relay's name, which lettre requires.
        let is_first = self.lines == 1;
        if !is_first && code == *b"250" {
            self.extensions = self.extensions.and(Extensions::of_line(&text));
        }
        self.ready.extend(known(code));
        self.ready.push(if is_last { b' ' } else { b'-' });
        self.ready.extend_from_slice(if is_first && text.is_empty() { b"-" } else { text.as_bytes() });
        self.ready.extend_from_slice(b"\r\n");
        self.code = Some(code);
        if is_last {
            self.due -= 1;
            self.code = None;
            self.lines = 0;
        }
        Ok(())
    }
}

/// One line of a reply.
struct Line {
    code: [u8; 3],
    is_last: bool,
    /// Printable, and empty rather than blank.
    text: String,
}

impl Line {
    fn read(line: &[u8]) -> Result<Self, ReplyFault> {
        let line = line.strip_suffix(b"\r\n").ok_or(ReplyFault::Malformed)?;
        let (&[a @ b'2'..=b'5', b @ b'0'..=b'9', c @ b'0'..=b'9'], rest) = line.split_first_chunk().ok_or(ReplyFault::Malformed)? else {
            return Err(ReplyFault::Malformed);
        };
        let (is_last, text) = match rest {
            [] => (true, rest),
            [b' ', text @ ..] => (true, text),
            [b'-', text @ ..] => (false, text),
            _ => return Err(ReplyFault::Malformed),
        };
        Ok(Self { code: [a, b, c], is_last, text: printable(text) })
    }
}

/// Replaces a code that lettre does not know. Only its first digit must be understood (RFC 5321 §4.3.2).
const fn known(code: [u8; 3]) -> [u8; 3] {
    if code[1] > b'5' { [code[0], b'5', b'0'] } else { code }
}

/// Replaces every control character but tab, and every byte that is not UTF-8, by a question mark. Blank text becomes empty. The result is
/// never longer.
fn printable(text: &[u8]) -> String {
    let characters = text.utf8_chunks().flat_map(|chunk| chunk.valid().chars().chain(chunk.invalid().iter().map(|_| '?')));
    let text: String = characters.map(|character| if character.is_control() && character != '\t' { '?' } else { character }).collect();
    if text.trim().is_empty() { String::new() } else { text }
}

#[cfg(test)]
#[path = "reply_parser_tests.rs"]
mod tests;
