use super::moment::time_of_day;
use super::webmail::webmail;
use crate::i18n::{Key, Value, Words};
use crate::sign_up::SignUp;
use domain::{CodeStep, Delivery, DeliveryFailure};

/// Writes what the code page says at `now`, in seconds since 1970, of the newest mail, which came from `sender`, an address.
pub fn tell(words: &Words, step: &mut CodeStep, sender: &str, now: i64) {
    let time = time_of_day(step.known_since);
    step.status = words.say_with(status(step, now), &[("domain", Value::Text(domain(step))), ("time", Value::Text(&time))]);
    let place = webmail(domain(step), sender).filter(|_| matches!(step.delivery, Delivery::Accepted | Delivery::Unknown));
    (step.webmail, step.link) = place.map_or_else(Default::default, |place| (place.name.to_owned(), place.link));
    step.is_final = step.delivery.is_final();
}

/// What the page will most likely say of a mail that is on its way, and the name of the place on the web where it can then be looked
/// for; empty if none is known.
#[must_use]
pub fn expected(words: &Words, step: &CodeStep, sender: &str) -> (String, String) {
    let time = time_of_day(step.known_since);
    let place = webmail(domain(step), sender);
    (words.say_with(Key::DeliveryAccepted, &[("time", Value::Text(&time))]), place.map(|place| place.name.to_owned()).unwrap_or_default())
}

/// From when on, in seconds, a mail that is on its way is said to be slow: as long as programs wait for it.
#[allow(clippy::cast_possible_wrap, reason = "a few seconds")]
const SLOW_AFTER: i64 = SignUp::ANSWER_WITHIN.as_secs() as i64;

const fn status(step: &CodeStep, now: i64) -> Key {
    match step.delivery {
        // It is said that another one may be asked for: not before that is so.
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
    use super::tell;
    use crate::i18n::{Catalogue, Language};
    use domain::{CodeStep, Delivery, DeliveryFailure};

    fn of(email: &str, delivery: Delivery) -> CodeStep {
        at(email, delivery, 0)
    }

    fn at(email: &str, delivery: Delivery, seconds_later: i64) -> CodeStep {
        // 2026-11-23T14:02:59Z.
        let known_since = 1_795_442_579;
        let mut step = CodeStep { email: email.to_owned(), delivery, known_since, ..CodeStep::default() };
        tell(
            Catalogue::new(&[]).expect("our own words").words(Language::English),
            &mut step,
            "no-reply@example.net",
            known_since + seconds_later,
        );
        step
    }

    #[test]
    fn the_sentence_says_when_why_and_what_to_do() {
        assert_eq!(
            of("me@example.org", Delivery::Accepted).status,
            "The mail was sent at 14:02 UTC. It can take a minute to arrive; look in the spam folder too."
        );
        assert_eq!(
            of("me@example.org", Delivery::Failed(DeliveryFailure::Recipient)).status,
            "The mail could not be sent: the mail server for example.org says that this mailbox does not exist. Check the address."
        );
        assert_eq!(
            of("me@example.org", Delivery::Failed(DeliveryFailure::Unreachable)).status,
            "The mail could not be sent: we could not reach our mail server. Try again now; there is no need to wait."
        );
        assert_eq!(
            of("me@example.org", Delivery::Retrying(DeliveryFailure::Later)).status,
            "The mail could not be sent yet: the mail server is busy. We go on trying; you can also send another code now."
        );
    }

    #[test]
    fn a_mail_on_its_way_is_slow_after_a_while() {
        assert_eq!(at("me@example.org", Delivery::Sending, 7).status, "The mail is on its way to our mail server.");
        assert!(at("me@example.org", Delivery::Sending, 8).status.contains("slow to answer"));
    }

    #[test]
    fn only_a_mail_that_may_have_been_sent_is_worth_a_search() {
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
