use super::ports::{Notice, NoticeMail, Place};
use super::{CanonicalAddress, SignUp};
use crate::i18n::Language;
use domain::Delivery;
use tokio::sync::watch;

impl SignUp {
    /// Mails a notice in a task of its own: nobody waits for it, and what it tells of stays done whatever becomes of it. The
    /// mail's outcome is logged, counted and recorded where that of every mail is. Its language is that of the browser in which it was
    /// done: an account has none.
    ///
    /// It takes no place in the queue and counts against no limit, and a mute does not keep it back: whoever does what
    /// owners are told of must not be able to see to it that they are not. Each follows a code that was typed right, so that
    /// there are no more of them than mails of codes.
    pub(super) fn notify(&self, to: &CanonicalAddress, notice: Notice, language: Language) {
        let (mail, ports) = (NoticeMail { to: to.clone(), notice, at: self.now(), language }, self.ports.clone());
        self.tasks.spawn(async move {
            ports.mail.send(mail.into(), Place::beside_the_queue(), &watch::Sender::new(Delivery::Sending)).await;
        });
    }
}
