/// A reply that is none, or comes when none is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReplyFault {
    /// Not three digits, a blank or a dash, printable text and CR LF (RFC 5321 §4.2), or a line of nothing but blanks.
    #[error("a malformed reply")]
    Malformed,
    /// A line of more than 1000 octets.
    #[error("an overlong reply line")]
    LineTooLong,
    /// More than 100 lines.
    #[error("an endless reply")]
    TooManyLines,
    /// Bytes that answer nothing we asked.
    #[error("an unasked reply")]
    Unsolicited,
    /// A reply that has no meaning at this point of the dialogue.
    #[error("a reply out of place")]
    OutOfPlace,
}

/// Takes what a relay sends apart into replies and lets through only whole, well-formed lines of the one reply
/// that is due. What follows it stays here, where it is found to be unasked for.
///
/// lettre 0.11.23 needs this: a line of blanks in a reply to `EHLO` makes it panic (RUSTSEC-2026-0562).
#[derive(Debug, Default)]
pub(super) struct ReplyLines {
    received: Vec<u8>,
    ready: Vec<u8>,
    code: Option<[u8; 3]>,
    lines: usize,
    is_complete: bool,
}

impl ReplyLines {
    /// Octets of a line with its CR LF. RFC 5321 §4.5.3.1.5 asks for 512; some relays' texts are longer, and
    /// Postfix takes as many as this.
    pub(super) const MAX_LINE: usize = 1000;
    /// Lines of one reply. Large relays offer some 20 extensions.
    pub(super) const MAX_LINES: usize = 100;

    /// A reply that has been read already, to be handed on once.
    pub(super) fn with_reply(reply: &[u8]) -> Self {
        Self { ready: reply.to_vec(), is_complete: true, ..Self::default() }
    }

    /// Whether the last line of the due reply has come.
    pub(super) const fn is_complete(&self) -> bool {
        self.is_complete
    }

    /// Whether the due reply has come and been taken, to its last line.
    pub(super) const fn is_taken(&self) -> bool {
        self.is_complete && self.ready.is_empty()
    }

    /// Whether bytes are held that nobody has taken.
    pub(super) const fn holds_bytes(&self) -> bool {
        !self.received.is_empty() || !self.ready.is_empty()
    }

    /// Makes the next reply due, since a command is being sent.
    pub(super) fn expect_reply(&mut self) -> Result<(), ReplyFault> {
        if self.holds_bytes() {
            return Err(ReplyFault::Unsolicited);
        }
        *self = Self::default();
        Ok(())
    }

    /// Takes bytes from the relay.
    pub(super) fn receive(&mut self, bytes: &[u8]) -> Result<(), ReplyFault> {
        self.received.extend_from_slice(bytes);
        while !self.is_complete {
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

    /// Up to `limit` bytes of the due reply, if there are any.
    pub(super) fn take(&mut self, limit: usize) -> Vec<u8> {
        let end = limit.min(self.ready.len());
        self.ready.drain(..end).collect()
    }

    fn accept(&mut self, line: &[u8]) -> Result<(), ReplyFault> {
        let (code, is_last) = check(line)?;
        if self.code.is_some_and(|first| first != code) {
            return Err(ReplyFault::Malformed);
        }
        self.lines += 1;
        if self.lines > Self::MAX_LINES {
            return Err(ReplyFault::TooManyLines);
        }
        self.code = Some(code);
        self.is_complete = is_last;
        self.ready.extend_from_slice(line);
        Ok(())
    }
}

/// The code of a well-formed line, and whether it is the last one.
fn check(line: &[u8]) -> Result<([u8; 3], bool), ReplyFault> {
    let line = line.strip_suffix(b"\r\n").ok_or(ReplyFault::Malformed)?;
    let &[a @ b'2'..=b'5', b @ b'0'..=b'5', c @ b'0'..=b'9', separator @ (b' ' | b'-'), ref text @ ..] = line else {
        return Err(ReplyFault::Malformed);
    };
    let text = str::from_utf8(text).map_err(|_| ReplyFault::Malformed)?;
    let is_blank = !text.is_empty() && text.trim().is_empty();
    if is_blank || text.chars().any(|character| character.is_control() && character != '\t') {
        return Err(ReplyFault::Malformed);
    }
    Ok(([a, b, c], separator == b' '))
}

#[cfg(test)]
#[path = "reply_lines_tests.rs"]
mod tests;
