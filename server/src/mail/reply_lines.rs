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

/// Takes what a relay sends apart into replies and lets through only whole, well-formed lines of the replies that are due:
/// one, or as many as commands were sent at once (RFC 2920). What follows them stays here, where it is found to be unasked
/// for.
///
/// lettre 0.11.23 needs this: a line of blanks in a reply to `EHLO` makes it panic (RUSTSEC-2026-0562).
#[derive(Debug)]
pub(super) struct ReplyLines {
    received: Vec<u8>,
    ready: Vec<u8>,
    /// Of the reply that has begun.
    code: Option<[u8; 3]>,
    lines: usize,
    /// Replies whose last line has not come.
    due: usize,
    offers_pipelining: bool,
}

impl Default for ReplyLines {
    fn default() -> Self {
        Self { received: Vec::new(), ready: Vec::new(), code: None, lines: 0, due: 1, offers_pipelining: false }
    }
}

impl ReplyLines {
    /// Octets of a line with its CR LF. RFC 5321 §4.5.3.1.5 asks for 512; some relays' texts are longer, and
    /// Postfix takes as many as this.
    pub(super) const MAX_LINE: usize = 1000;
    /// Lines of one reply. Large relays offer some 20 extensions.
    pub(super) const MAX_LINES: usize = 100;

    /// A reply that has been read already, to be handed on once.
    pub(super) fn with_reply(reply: &[u8]) -> Self {
        Self { ready: reply.to_vec(), due: 0, ..Self::default() }
    }

    /// Replies whose last line has not come.
    pub(super) const fn due(&self) -> usize {
        self.due
    }

    /// Whether a line of a reply said no more than `PIPELINING` (RFC 2920 §3).
    pub(super) const fn offers_pipelining(&self) -> bool {
        self.offers_pipelining
    }

    /// Whether the due replies have come and been taken, to the last line.
    pub(super) const fn is_taken(&self) -> bool {
        self.due == 0 && self.ready.is_empty()
    }

    /// Whether bytes are held that nobody has taken.
    pub(super) const fn holds_bytes(&self) -> bool {
        !self.received.is_empty() || !self.ready.is_empty()
    }

    /// Makes so many replies due, since as many commands are being sent.
    pub(super) fn expect_replies(&mut self, count: usize) -> Result<(), ReplyFault> {
        if self.holds_bytes() {
            return Err(ReplyFault::Unsolicited);
        }
        *self = Self { due: count, ..Self::default() };
        Ok(())
    }

    /// Takes bytes from the relay.
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

    /// Up to `limit` bytes of the due replies, if there are any.
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
        // The first line of an answer to EHLO is the relay's name.
        self.offers_pipelining |= self.lines > 1 && line[4..].trim_ascii().eq_ignore_ascii_case(b"PIPELINING");
        self.code = Some(code);
        if is_last {
            self.due -= 1;
            self.code = None;
            self.lines = 0;
        }
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
