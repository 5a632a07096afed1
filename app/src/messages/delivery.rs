use super::webmail::webmail;
use crate::domain::{CodeStep, Delivery, DeliveryFailure};

/// Where the time of day stands in [`status`].
pub(crate) const TIME: &str = "{time}";

/// Writes what the code page says of the newest mail, which came from `sender`, an address.
pub fn tell(step: &mut CodeStep, sender: &str) {
    step.status = status(step).replace(TIME, &time_of_day(step.known_since));
    let place = webmail(domain(step), sender).filter(|_| matches!(step.delivery, Delivery::Accepted | Delivery::Unknown));
    (step.webmail, step.link) = place.map_or_else(Default::default, |place| (place.name.to_owned(), place.link));
    step.is_final = step.delivery.is_final();
}

/// What is known of the newest mail and what to do, with [`TIME`] for the moment since when it is.
pub(crate) fn status(step: &CodeStep) -> String {
    let domain = domain(step);
    match step.delivery {
        Delivery::Sending if step.resend_in > 0 => "The mail is on its way to our mail server.".to_owned(),
        Delivery::Sending => {
            "The mail is on its way to our mail server, which is slow to answer. It may still arrive; you can also send another code now."
                .to_owned()
        }
        Delivery::Retrying(failure) => {
            format!("The mail could not be sent yet: {} We go on trying; you can also send another code now.", cause(failure, domain))
        }
        Delivery::Accepted => "The mail was sent at {time}. It can take a minute to arrive; look in the spam folder too.".to_owned(),
        Delivery::Failed(failure) => format!("The mail could not be sent: {} {}", cause(failure, domain), advice(failure)),
        Delivery::Unknown => {
            "The connection to our mail server broke off. The mail may have been sent; if nothing comes, send another code.".to_owned()
        }
    }
}

fn domain(step: &CodeStep) -> &str {
    step.email.rsplit_once('@').map_or("", |(_, domain)| domain)
}

fn cause(failure: DeliveryFailure, domain: &str) -> String {
    match failure {
        DeliveryFailure::Recipient => format!("the mail server for {domain} says that this mailbox does not exist."),
        DeliveryFailure::MailboxFull => format!("the mail server for {domain} says that this mailbox is full."),
        DeliveryFailure::Unsupported => "our mail server cannot send to addresses of this kind.".to_owned(),
        DeliveryFailure::Rejected => "the mail server refused it.".to_owned(),
        DeliveryFailure::Later => "the mail server is busy.".to_owned(),
        DeliveryFailure::Unreachable => "we could not reach our mail server.".to_owned(),
        DeliveryFailure::Insecure | DeliveryFailure::Credentials => "our mail server could not be used safely.".to_owned(),
    }
}

const fn advice(failure: DeliveryFailure) -> &'static str {
    match failure {
        DeliveryFailure::Recipient => "Check the address.",
        DeliveryFailure::MailboxFull => "Make room in it, then try again now.",
        DeliveryFailure::Unsupported => "Please use another one.",
        DeliveryFailure::Rejected => "Check the address, or try again now.",
        DeliveryFailure::Later | DeliveryFailure::Unreachable | DeliveryFailure::Insecure | DeliveryFailure::Credentials => {
            "Try again now; there is no need to wait."
        }
    }
}

/// Hours and minutes, UTC, of this many seconds since 1970.
pub(crate) fn time_of_day(seconds: i64) -> String {
    let minutes = seconds.rem_euclid(24 * 60 * 60) / 60;
    format!("{:02}:{:02} UTC", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::tell;
    use crate::domain::{CodeStep, Delivery, DeliveryFailure};

    fn of(email: &str, delivery: Delivery) -> CodeStep {
        // 2026-11-23T14:02:59Z.
        let known_since = 1_795_442_579;
        let mut step = CodeStep { email: email.to_owned(), delivery, known_since, ..CodeStep::default() };
        tell(&mut step, "no-reply@example.net");
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
