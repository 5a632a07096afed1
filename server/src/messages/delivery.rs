use super::date_time::time_of_day;
use super::webmail::webmail;
use crate::i18n::{Key, Translations, Value};
use crate::sign_up::SignUp;
use domain::{CodeStep, Delivery, DeliveryFailure};

/// Sets the texts of the code page about the newest mail, as of `now` in seconds since 1970. `sender` is the address that the mail came
/// from.
pub fn add_delivery_texts(translations: &Translations, step: &mut CodeStep, sender: &str, now: i64) {
    let time = time_of_day(step.known_since);
    // If an earlier code works, the reason why the newest mail failed does not matter.
    let status = if step.earlier_code_works { Key::DeliveryFailedEarlier } else { status(step, now) };
    step.status = translations.text_with(status, &[("domain", Value::Text(domain(step))), ("time", Value::Text(&time))]);
    let webmail = webmail(domain(step), sender).filter(|_| matches!(step.delivery, Delivery::Accepted | Delivery::Unknown));
    (step.webmail, step.link) = webmail.map_or_else(Default::default, |webmail| (webmail.name.to_owned(), webmail.link));
    step.is_final = step.delivery.is_final();
}

/// The status that the page will most likely show next of a mail that is being sent, and the name of the webmail where it can then be
/// found; empty if unknown.
#[must_use]
pub fn expected_status(translations: &Translations, step: &CodeStep, sender: &str) -> (String, String) {
    let time = time_of_day(step.known_since);
    let webmail = webmail(domain(step), sender);
    (
        translations.text_with(Key::DeliveryAccepted, &[("time", Value::Text(&time))]),
        webmail.map(|webmail| webmail.name.to_owned()).unwrap_or_default(),
    )
}

/// Seconds after which a mail that is being sent is called slow: as long as a program's request waits for it.
#[allow(clippy::cast_possible_wrap, reason = "a few seconds")]
const SLOW_AFTER: i64 = SignUp::MAX_DELIVERY_WAIT.as_secs() as i64;

const fn status(step: &CodeStep, now: i64) -> Key {
    match step.delivery {
        // The text for slow mails offers to request another one, so it is not used before that is possible.
        Delivery::Sending if step.resend_in > 0 || now - step.known_since < SLOW_AFTER => Key::DeliverySending,
        Delivery::Sending => Key::DeliverySlow,
        Delivery::Accepted => Key::DeliveryAccepted,
        Delivery::Unknown => Key::DeliveryUnknown,
        Delivery::Retrying(failure) => match failure {
            DeliveryFailure::Later => Key::DeliveryRetryingLater,
            DeliveryFailure::Unreachable => Key::DeliveryRetryingUnreachable,
            DeliveryFailure::Insecure | DeliveryFailure::Credentials => Key::DeliveryRetryingInsecure,
            DeliveryFailure::Recipient | DeliveryFailure::MailboxFull | DeliveryFailure::Unsupported | DeliveryFailure::Rejected => {
                Key::DeliveryRetryingOther
            }
        },
        Delivery::Failed(failure) => match failure {
            DeliveryFailure::Recipient => Key::DeliveryFailedRecipient,
            DeliveryFailure::MailboxFull => Key::DeliveryFailedFull,
            DeliveryFailure::Unsupported => Key::DeliveryFailedUnsupported,
            DeliveryFailure::Rejected => Key::DeliveryFailedRejected,
            DeliveryFailure::Later => Key::DeliveryFailedLater,
            DeliveryFailure::Unreachable => Key::DeliveryFailedUnreachable,
            DeliveryFailure::Insecure | DeliveryFailure::Credentials => Key::DeliveryFailedInsecure,
        },
    }
}

fn domain(step: &CodeStep) -> &str {
    step.email.rsplit_once('@').map_or("", |(_, domain)| domain)
}

#[cfg(test)]
mod tests {
    use super::add_delivery_texts;
    use crate::i18n::{Catalogue, Language};
    use domain::{CodeStep, Delivery, DeliveryFailure};

    fn of(email: &str, delivery: Delivery) -> CodeStep {
        at(email, delivery, 0)
    }

    fn at(email: &str, delivery: Delivery, seconds_later: i64) -> CodeStep {
        // 2026-11-23T14:02:59Z.
        let known_since = 1_795_442_579;
        let mut step = CodeStep { email: email.to_owned(), delivery, known_since, ..CodeStep::default() };
        add_delivery_texts(
            Catalogue::new(&[]).expect("our own words").translations(Language::English),
            &mut step,
            "no-reply@example.net",
            known_since + seconds_later,
        );
        step
    }

    #[test]
    fn the_status_says_when_why_and_what_to_do() {
        assert_eq!(of("me@example.org", Delivery::Accepted).status, "Sent at 14:02 UTC. It may take a minute.");
        assert_eq!(
            of("me@example.org", Delivery::Failed(DeliveryFailure::Recipient)).status,
            "The mail server for example.org says this mailbox doesn’t exist. Check the address for typos."
        );
        assert_eq!(
            of("me@example.org", Delivery::Failed(DeliveryFailure::Unreachable)).status,
            "We can’t reach our mail server. You can try again right away."
        );
        assert_eq!(
            of("me@example.org", Delivery::Retrying(DeliveryFailure::Later)).status,
            "Not sent yet: the mail server is busy. We’ll keep trying."
        );
    }

    #[test]
    fn a_mail_that_takes_eight_seconds_is_called_slow() {
        assert_eq!(at("me@example.org", Delivery::Sending, 7).status, "Sending…");
        assert!(at("me@example.org", Delivery::Sending, 8).status.contains("slow to answer"));
    }

    #[test]
    fn the_link_to_the_webmail_appears_once_the_mail_may_have_been_sent() {
        for (delivery, is_worth) in [
            (Delivery::Sending, false),
            (Delivery::Retrying(DeliveryFailure::Later), false),
            (Delivery::Failed(DeliveryFailure::Rejected), false),
            (Delivery::Unknown, true),
            (Delivery::Accepted, true),
        ] {
            let step = of("me@gmail.com", delivery);
            assert_eq!((!step.link.is_empty(), !step.webmail.is_empty()), (is_worth, is_worth), "{delivery:?}");
            assert_eq!(of("me@example.org", delivery).link, "");
        }
    }
}
