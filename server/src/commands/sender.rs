use crate::config::{Config, Origin};
use crate::mail::{Sender, SenderError};
use domain::Page;

/// Builds the sender of the mails from the settings; `service` is the service name in the mails.
///
/// # Errors
/// See [`SenderError`].
pub(super) fn sender(config: &Config, service: &str, origin: &Origin) -> Result<Sender, SenderError> {
    let sender = Sender::new(config.mail_from.clone(), service, origin.host(), origin.url(Page::NotMe.path()))?;
    Ok(sender.with_code_in_subject(config.code_in_subject).with_catalogue(config.catalogue.clone()).with_dkim(config.dkim.clone()))
}
