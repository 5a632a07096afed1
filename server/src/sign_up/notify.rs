use super::ports::{Notice, NoticeMail, Place};
use super::{CanonicalAddress, SignUp};
use crate::i18n::Language;
use domain::Delivery;
use tokio::sync::watch;

impl SignUp {
    /// Mails a notice in its own task. No request waits for it, and the change that it reports is not undone if the mail fails. The outcome
    /// is logged, counted and recorded like that of every mail. `language` is that of the browser that made the change, since an account
    /// has no language.
    ///
    /// A notice takes no slot of the queue, counts against no limit and ignores a mute: an attacker who makes a change must not be able to
    /// suppress the notice to the owner. Each notice follows a right code, so there are no more notices than mails with codes.
    pub(super) fn notify(&self, to: &CanonicalAddress, notice: Notice, language: Language) {
        let (mail, ports) = (NoticeMail { to: to.clone(), notice, at: self.now(), language }, self.ports.clone());
        self.tasks.spawn(async move {
            ports.mail.send(mail.into(), Place::beside_the_queue(), &watch::Sender::new(Delivery::Sending)).await;
        });
    }
}
