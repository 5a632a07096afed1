use super::{Grounds, Reply, Step};

/// How Exim refuses a recipient when the server behind it has refused it (`verify = recipient/callout`). The reply of that server
/// follows. Of a sender, Exim begins with other words.
const REFUSED_BEHIND: &str = "callout verification failed:";
/// How Exim refuses a recipient that the server behind it has refused before.
const REMEMBERED: &str = "previous (cached) callout verification failure";

/// What the server behind the relay says of the recipient; `None`: the reply is the relay's own. Only this recipient's mails go to
/// that server, so that what it holds against us is not held against every mail.
pub(super) fn of_callout(step: Step, reply: &Reply) -> Option<Grounds> {
    let text = reply.text(" ").to_lowercase();
    if text.starts_with(REMEMBERED) {
        return Some(Grounds::Mailbox);
    }
    // The last one has asked the server that knows.
    let (_, behind) = text.starts_with(REFUSED_BEHIND).then(|| text.rsplit_once(REFUSED_BEHIND))??;
    let grounds = Reply::read(behind.trim_start()).first().map(|reply| Grounds::of(step, reply));
    Some(grounds.filter(|grounds| grounds.is_mailbox()).unwrap_or(Grounds::Untold))
}
