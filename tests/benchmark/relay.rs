use smtp_relay::{Sink, SinkOptions};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::oneshot;

/// A relay on loopback that accepts every mail at once and hands its code to the visitor who waits for it.
pub(crate) struct Relay {
    sink: Sink,
    inbox: Inbox,
}

/// The visitors who wait for a mail, by address.
#[derive(Clone, Default)]
struct Inbox(Arc<Mutex<HashMap<String, oneshot::Sender<String>>>>);

impl Relay {
    /// Starts the relay. It waits for `delay` before each reply, once for all commands that it has received at once.
    pub(crate) async fn start(delay: Duration) -> Self {
        let inbox = Inbox::default();
        let delivered_to = inbox.clone();
        let options = SinkOptions { delay, ..SinkOptions::default() };
        let sink = Sink::start_with(options, move |recipient, mail| delivered_to.deliver(recipient, mail)).await;
        Self { sink, inbox }
    }

    /// The relay's port on `localhost`.
    pub(crate) const fn port(&self) -> u16 {
        self.sink.port
    }

    /// The root certificate of the relay's authority, in PEM.
    pub(crate) fn root(&self) -> &str {
        &self.sink.root
    }

    /// The number of mails that the relay has accepted.
    pub(crate) fn mails(&self) -> u64 {
        self.sink.mails()
    }

    /// The code of the next mail to this address, once the relay has received it.
    pub(crate) fn code_for(&self, address: &str) -> oneshot::Receiver<String> {
        let (sender, receiver) = oneshot::channel();
        self.inbox.0.lock().unwrap_or_else(PoisonError::into_inner).insert(address.to_owned(), sender);
        receiver
    }
}

impl Inbox {
    /// Hands the code of a mail to the visitor who waits for it.
    fn deliver(&self, recipient: &str, mail: &[u8]) {
        let waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(recipient);
        if let (Some(waiting), Some(code)) = (waiting, code_in(&String::from_utf8_lossy(mail))) {
            // A visitor who has given up does not receive it.
            let _ = waiting.send(code);
        }
    }
}

/// The first six digits in a row of the mail's text. The subject is left out, since it need not contain the code. Unlike
/// [`smtp_relay::code_in`], this also finds a code within a sentence, where other systems write it.
fn code_in(mail: &str) -> Option<String> {
    let (_, body) = mail.split_once("\r\n\r\n")?;
    let words = body.split(|character: char| !character.is_ascii_alphanumeric());
    let mut codes = words.filter(|word| word.len() == 6 && word.bytes().all(|byte| byte.is_ascii_digit()));
    codes.next().map(ToOwned::to_owned)
}
