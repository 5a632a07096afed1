use super::RejectionCause::{self, Blocked, Connections, Login, Mailbox, MailboxFull, Relaying, Sender, SendingLimit, Unknown};
use crate::mail::{Reply, SmtpStep};

fn assert_cause(step: SmtpStep, replies: &[(&str, RejectionCause)]) {
    let found = replies.iter().map(|(said, expected)| (*said, RejectionCause::of(step, &Reply::read(said)[0]), *expected));
    let wrong: Vec<_> = found.filter(|(_, found, expected)| found != expected).collect();
    assert!(wrong.is_empty(), "said, found, expected: {wrong:#?}");
}

#[test]
fn a_rejected_mailbox_is_recognized_by_codes_and_words() {
    assert_cause(
        SmtpStep::Recipient,
        &[
            ("550 5.1.1 The email account that you tried to reach does not exist.", Mailbox),
            ("550 5.1.2 Bad destination system", Mailbox),
            ("501 5.1.3 Bad recipient address syntax", Mailbox),
            ("550 5.1.6 Moved", Mailbox),
            ("556 5.1.10 Recipient address has null MX", Mailbox),
            ("550 5.2.1 The account is inactive", Mailbox),
            // No specific enhanced code.
            ("550 Unrouteable address", Mailbox),
            ("550 an MX or SRV record indicated no SMTP service", Mailbox),
            ("550 No such user here", Mailbox),
            ("550 <somebody@example.org>: User unknown", Mailbox),
            ("550 Requested action not taken: mailbox unavailable", Mailbox),
            ("550 #5.1.0 Address rejected.", Mailbox),
            ("554 delivery error: dd This user doesn't have a yahoo.com account", Mailbox),
            ("550 5.4.1 Recipient address rejected: Access denied. [x.prod.protection.outlook.com]", Mailbox),
            ("552 1 Requested mail action aborted, mailbox not found", Mailbox),
            ("552 5.2.2 Over quota", MailboxFull),
            ("552 Requested mail action aborted: exceeded storage allocation", MailboxFull),
            ("552 Full", MailboxFull),
            ("550 <somebody@example.org>: user is over quota", MailboxFull),
            // Visitors choose their addresses, so the words in them do not count.
            ("550 <spf.relay@quota.example.org>: no such user", Mailbox),
            ("550 quota@relay.example.org... User unknown", Mailbox),
            ("550 relay.sender.example.org: host unknown", Mailbox),
        ],
    );
}

#[test]
fn too_many_connections_are_recognized() {
    for step in [SmtpStep::Hello, SmtpStep::Auth, SmtpStep::Mail, SmtpStep::Text] {
        assert_cause(
            step,
            &[
                // Postfix, Exim, Sendmail, Gmail, Exchange twice, Exchange Online twice, Outlook.
                ("421 4.7.0 relay.example.org Error: too many connections from 192.0.2.1", Connections),
                ("421 relay.example.org: Too many concurrent SMTP connections from this IP address; please try again later.", Connections),
                ("421 4.3.2 Too many open connections.", Connections),
                ("421 4.7.0 Too many concurrent SMTP connections; please try again later.", Connections),
                ("421 4.3.2 The maximum number of concurrent connections has exceeded a limit, closing transmission channel", Connections),
                ("421 4.3.2 The maximum number of concurrent server connections has exceeded a per-source limit", Connections),
                ("432 4.3.2 Concurrent connections limit exceeded. Visit https://example.org for more information.", Connections),
                ("432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded", Connections),
                ("421 RP-003 The mail server IP has exceeded the connection limit allowed", Connections),
                ("451 4.7.0 Client host rejected: too many sessions (3)", Connections),
                // Limits on something else.
                ("450 4.7.0 Too many messages over this connection", SendingLimit),
                ("421 4.7.0 Connection rate limit exceeded", SendingLimit),
                ("454 4.7.0 Too many failed attempts", SendingLimit),
                ("554 Too many connections", SendingLimit),
            ],
        );
    }
}

#[test]
fn a_rejection_of_us_is_never_attributed_to_the_mailbox() {
    assert_cause(
        SmtpStep::Recipient,
        &[
            // Exim, Postfix, Sendmail, Exchange.
            ("550 relay not permitted", Relaying),
            ("550 relay not permitted, authentication required", Relaying),
            ("554 5.7.1 <you@example.com>: Relay access denied", Relaying),
            ("550 5.7.1 Relaying denied. IP name lookup failed", Relaying),
            ("550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain", Relaying),
            ("503 AUTH first (#5.5.1)", Login),
            ("503 5.5.1 Bad sequence", Unknown),
            ("550 Authentication required", Login),
            ("550 Please log in before you send", Login),
            ("530 5.7.0 First things first", Login),
            ("550 You are over quota for outgoing mail", SendingLimit),
            ("550-Verification failed for <me@example.org>\r\n550-No Such User Here\r\n550 Sender verify failed", Sender),
            ("550 5.1.7 Bad sender address", Sender),
            ("553 5.1.8 <me@example.org>: Domain not found", Sender),
            ("553 sorry, your envelope sender domain must exist", Sender),
            ("550 SPF check failed", Sender),
            ("550-5.7.26 Unauthenticated email from example.org is not accepted due to domain's\r\n550 5.7.26 DMARC policy.", Sender),
            ("554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org", Blocked),
            ("550 Your IP 192.0.2.1 is on our blacklist", Blocked),
            ("550 5.4.5 Daily user sending limit exceeded.", SendingLimit),
            ("550 You have exceeded your hourly sending quota", SendingLimit),
            ("552 You have exceeded your daily sending limit", SendingLimit),
            ("450 4.7.1 Rate limit exceeded", SendingLimit),
            // The cause is unknown.
            ("554 5.7.1 Not for them", Unknown),
            ("550 5.7.1 No such user", Unknown),
            ("550 Not acceptable", Unknown),
            ("550", Unknown),
        ],
    );
}

/// Exim verifies the recipient at the server behind it, and repeats the reply of that server.
#[test]
fn a_repeated_reply_of_the_next_server_counts_for_the_mailbox_only() {
    assert_cause(
        SmtpStep::Recipient,
        &[
            ("550-Callout verification failed:\r\n550 550 5.1.1 Unknown user", Mailbox),
            (
                "550-Callout verification failed:\r\n550-550-5.1.1 The account that you tried to reach\r\n550 550 5.1.1 does not exist",
                Mailbox,
            ),
            ("550-Callout verification failed:\r\n550 550 No such user here", Mailbox),
            ("550-Callout verification failed:\r\n550 552 5.2.2 Over quota", MailboxFull),
            ("550-Callout verification failed:\r\n550-550-Callout verification failed:\r\n550 550 550 User unknown", Mailbox),
            ("550 Previous (cached) callout verification failure", Mailbox),
            // The server behind the relay rejects us, not the relay itself.
            ("550-Callout verification failed:\r\n550 550 relay not permitted", Unknown),
            ("550-Callout verification failed:\r\n550 550 5.7.1 Sender rejected", Unknown),
            ("550-Callout verification failed:\r\n550 554 Client host blocked using zen.spamhaus.org", Unknown),
            ("550-Callout verification failed:\r\n550 connection dropped", Unknown),
            ("550 Callout verification failed:", Unknown),
            // Of the sender.
            (
                "550-Verification failed for <me@example.org>\r\n550-Previous (cached) callout verification failure\r\n550 Sender verify failed",
                Sender,
            ),
            ("550 5.1.0 Sender address rejected: sender callout verification failed", Sender),
        ],
    );
    assert_cause(SmtpStep::Mail, &[("550-Callout verification failed:\r\n550 550 5.1.1 Unknown user", Sender)]);
}

#[test]
fn causes_are_recognized_after_the_final_dot_too() {
    assert_cause(
        SmtpStep::Text,
        &[
            ("550 5.4.5 Daily user sending limit exceeded.", SendingLimit),
            ("554 Message rejected: Email address is not verified.", Sender),
            ("550 5.1.1 No such mailbox", Mailbox),
            ("554 No such user", Mailbox),
            ("552 5.2.2 Mailbox full", MailboxFull),
            ("552 5.3.4 Message size exceeds fixed limit", Unknown),
            ("552 Too large", Unknown),
            ("554 5.7.1 Spam message rejected", Unknown),
        ],
    );
}

#[test]
fn before_the_recipient_is_named_no_refusal_is_about_it() {
    assert_cause(
        SmtpStep::Mail,
        &[
            ("550 5.1.1 No such user", Sender),
            ("550 No such user", Sender),
            ("550 5.4.5 Daily user sending limit exceeded.", SendingLimit),
            ("552 5.2.2 Mailbox full", Unknown),
            ("550 relay not permitted", Relaying),
            ("503 AUTH first", Login),
            ("555 5.5.4 Unsupported option: SMTPUTF8", Unknown),
        ],
    );
}
