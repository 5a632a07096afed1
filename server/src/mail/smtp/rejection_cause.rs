use super::dialogue::SmtpStep;
use super::reply::{EnhancedCode, Reply};

/// Whom an error reply is about: the recipient's mailbox, or us as the sender. RFC 5321 has one code, 550, for both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RejectionCause {
    /// The mailbox does not exist.
    Mailbox,
    /// The mailbox is full.
    MailboxFull,
    /// The relay requires a login.
    Login,
    /// The relay does not relay mail for us.
    Relaying,
    /// The relay rejects the sender's address or domain.
    Sender,
    /// We have reached a sending limit.
    SendingLimit,
    /// This machine, its account or its network is blocked.
    Blocked,
    /// We have as many connections open as the relay allows, by a 4yz reply.
    Connections,
    /// The reply does not give a cause that is known.
    Unknown,
}

/// Phrases to search for in a reply, in lower case. A match begins at the start of a word; a trailing blank makes it end at the end of one.
type Phrases = &'static [&'static str];

/// Phrases about the authentication of the sender's domain (RFC 7208, RFC 6376, RFC 7489).
const PROOF: Phrases = &["spf ", "dkim ", "dmarc "];
const LOGIN: Phrases = &["auth ", "authenticat", "unauthenticat", "login ", "log in ", "logged in "];
const FULL: Phrases = &[
    "mailbox full",
    "mailbox is full",
    "inbox is full",
    "over quota",
    "overquota",
    "mailbox quota",
    "mailbox size",
    "mailbox exceed",
    "mailbox has exceeded",
    "exceeded storage",
    "insufficient storage",
];
/// Phrases about sending. A quota beside them is ours, not the mailbox's.
const SENDING: Phrases = &["sending ", "send ", "sent ", "outgoing ", "outbound ", "daily ", "hourly ", "per day ", "per hour "];
const LIMIT: Phrases = &["limit", "quota", "exceeded", "too many", "throttl", "credits ", "rate "];
const BLOCKED: Phrases = &[
    "blacklist",
    "black list",
    "blocklist",
    "block list",
    "blocked using",
    "blocked by",
    "is listed",
    "listed in",
    "listed at",
    "listed by",
    "rbl ",
    "dnsbl ",
    "spamhaus",
    "spamcop",
    "barracuda",
    "reputation",
    "client host",
    "your ip ",
    "your host",
    "your server",
    "your network",
    "reverse dns",
    "reverse hostname",
    "ptr ",
    "helo ",
    "ehlo ",
    "your account",
    "suspended ",
    "banned ",
];
/// Phrases about the number of our connections: of Postfix, Exim, Sendmail, Gmail, Amazon SES, Exchange and Outlook. A limit on the mails of
/// one connection is another one.
const CONNECTIONS: Phrases = &[
    "too many connections ",
    "too many sessions ",
    "too many open connections ",
    "too many smtp connections ",
    "too many smtp sessions ",
    "too many concurrent ",
    "too many simultaneous ",
    "too many parallel ",
    "concurrent connection",
    "concurrent smtp connection",
    "concurrent server connection",
    "simultaneous connection",
    "connection limit ",
    "connections limit ",
    "max connections ",
    "maximum connections ",
    "number of connections ",
    // Exchange Online allows three connections of one sender.
    "thread limit ",
];
const SENDER: Phrases = &[
    "sender",
    "verif",
    "from address",
    "mail from ",
    "from header",
    "envelope from ",
    "return path",
    "reverse path",
    "send as ",
    "sendas",
    "your domain",
];
const MAILBOX: Phrases = &[
    "no such",
    "unknown user",
    "user unknown",
    "unknown recipient",
    "recipient unknown",
    "unknown address",
    "address unknown",
    "unknown mailbox",
    "mailbox unknown",
    "unknown local",
    "unknown in ",
    "not exist",
    "doesn t exist",
    "nonexist",
    "non exist",
    "no mailbox",
    "mailbox unavailable",
    "not found",
    "not known",
    "not local",
    "no user",
    "nobody",
    "not a valid",
    "invalid recipient",
    "invalid mailbox",
    "invalid address",
    "invalid user",
    "bad address",
    "bad destination",
    "bad recipient",
    "account disabled",
    "account is disabled",
    "mailbox disabled",
    "mailbox is disabled",
    "user disabled",
    "is inactive",
    "mailbox inactive",
    "deactivated",
    "unrouteable",
    "unroutable",
    "undeliverable",
    "address rejected",
    "recipient rejected",
    "no account",
    "no longer",
    "user doesn t have",
    "account that you tried to reach",
    "host unknown",
    "null mx",
    "indicated no smtp service",
    "does not accept mail",
    "doesn t accept mail",
];

/// Start of Exim's reply to a recipient that the server behind it has rejected (`verify = recipient/callout`). The reply of that server
/// follows. A rejected sender gets another text.
const REFUSED_BEHIND: &str = "callout verification failed:";
/// Start of Exim's reply to a recipient that the server behind it has rejected before.
const REMEMBERED: &str = "previous (cached) callout verification failure";

impl RejectionCause {
    /// Classifies an error reply to this step. A specific enhanced code decides (RFC 3463 §3.2, §3.3, §3.8; RFC 7505 §4.2), otherwise the
    /// text does. Phrases about us are tried before those about a mailbox: a relay that does not find our sender's mailbox replies that it
    /// does not exist. Without a known phrase, the reply is not about the mailbox.
    #[must_use]
    pub fn of(step: SmtpStep, reply: &Reply) -> Self {
        let is_about_recipient = matches!(step, SmtpStep::Recipient | SmtpStep::Data | SmtpStep::Text);
        let enhanced = reply.enhanced.map(|EnhancedCode { subject, detail }| (subject, detail));
        match enhanced {
            Some((1, 1 | 2 | 3 | 6 | 10) | (2, 1)) if is_about_recipient => return Self::Mailbox,
            Some((2, 2)) if is_about_recipient => return Self::MailboxFull,
            Some((1, 7 | 8)) => return Self::Sender,
            // RFC 4954 §6.
            _ if matches!(reply.code, 530 | 534 | 535 | 538) => return Self::Login,
            _ => {}
        }
        if is_about_recipient && let Some(cause) = of_callout(step, reply) {
            return cause;
        }
        let text = plain(reply);
        let has = |words: Phrases| words.iter().any(|words| text.contains(&format!(" {words}")));
        let is_full = is_about_recipient && has(FULL) && !has(SENDING);
        match enhanced {
            _ if matches!(reply.code, 400..=499) && has(CONNECTIONS) => Self::Connections,
            _ if has(PROOF) => Self::Sender,
            _ if has(&["relay"]) => Self::Relaying,
            _ if has(LOGIN) => Self::Login,
            _ if is_full => Self::MailboxFull,
            _ if has(BLOCKED) => Self::Blocked,
            _ if has(LIMIT) && (has(SENDING) || reply.code != 552) => Self::SendingLimit,
            _ if has(SENDER) => Self::Sender,
            Some((7, _)) if is_about_recipient => Self::Unknown,
            _ if is_about_recipient && has(MAILBOX) => Self::Mailbox,
            // 552 is "exceeded storage allocation" (RFC 5321 §4.2.3), which after the content is about the size of the mail.
            None | Some((2, _)) if step == SmtpStep::Recipient && reply.code == 552 => Self::MailboxFull,
            // Only the sender has been named so far. The codes left out are about sequence (503), size (552) and parameters (555).
            _ if step == SmtpStep::Mail && !matches!(reply.code, 503 | 552 | 555) => Self::Sender,
            _ => Self::Unknown,
        }
    }

    /// Whether the mailbox is the cause, so that any other sender would be rejected too.
    #[must_use]
    pub const fn is_mailbox(self) -> bool {
        matches!(self, Self::Mailbox | Self::MailboxFull)
    }

    /// Whether the next mail will be rejected too, for any recipient.
    #[must_use]
    pub const fn is_about_every_mail(self) -> bool {
        matches!(self, Self::Login | Self::Relaying | Self::Sender | Self::SendingLimit | Self::Blocked)
    }
}

/// Why the server behind the relay rejected the recipient; `None` if the reply is the relay's own. Only mails to this recipient go to that
/// server, so a rejection of us as the sender does not apply to every mail.
fn of_callout(step: SmtpStep, reply: &Reply) -> Option<RejectionCause> {
    let text = reply.text(" ").to_lowercase();
    if text.starts_with(REMEMBERED) {
        return Some(RejectionCause::Mailbox);
    }
    // After several callouts in a row, the last reply is that of the final server.
    let (_, behind) = text.starts_with(REFUSED_BEHIND).then(|| text.rsplit_once(REFUSED_BEHIND))??;
    let cause = Reply::read(behind.trim_start()).first().map(|reply| RejectionCause::of(step, reply));
    Some(cause.filter(|cause| cause.is_mailbox()).unwrap_or(RejectionCause::Unknown))
}

/// The words of a reply in lower case, with a blank around each. Omits addresses, URLs and domains, since visitors choose some of them.
fn plain(reply: &Reply) -> String {
    let text = reply.text(" ").to_lowercase();
    let is_name = |word: &str| {
        let inner = word.trim_matches(|character: char| !character.is_alphanumeric());
        word.starts_with('<') || word.contains(['@', '/']) || inner.contains('.')
    };
    let words = text.split_whitespace().filter(|word| !is_name(word));
    let words = words.flat_map(|word| word.split(|character: char| !character.is_alphanumeric())).filter(|word| !word.is_empty());
    words.fold(String::from(" "), |text, word| text + word + " ")
}

#[cfg(test)]
#[path = "rejection_cause_tests.rs"]
mod tests;
