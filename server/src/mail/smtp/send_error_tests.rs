use super::{RetryClass, SendError};
use crate::mail::{Reply, Step};
use domain::{Delivery, DeliveryFailure};

fn refused(step: Step, code: u16, text: &str) -> SendError {
    SendError::refused(step, &Reply::new(code, text))
}

#[test]
fn codes_mean_what_the_step_makes_them_mean() {
    for (step, code, text, failure) in [
        (Step::Hello, 421, "", DeliveryFailure::Later),
        (Step::Hello, 554, "", DeliveryFailure::Rejected),
        (Step::StartTls, 454, "", DeliveryFailure::Insecure),
        (Step::StartTls, 502, "", DeliveryFailure::Insecure),
        (Step::Auth, 454, "", DeliveryFailure::Later),
        (Step::Auth, 535, "", DeliveryFailure::Credentials),
        (Step::Auth, 504, "", DeliveryFailure::Credentials),
        (Step::Mail, 530, "", DeliveryFailure::Credentials),
        (Step::Mail, 550, "", DeliveryFailure::Rejected),
        (Step::Recipient, 450, "4.1.1 User unknown", DeliveryFailure::Later),
        (Step::Recipient, 550, "", DeliveryFailure::Rejected),
        (Step::Recipient, 550, "No such user", DeliveryFailure::Recipient),
        (Step::Recipient, 550, "5.1.1", DeliveryFailure::Recipient),
        (Step::Recipient, 550, "5.2.1", DeliveryFailure::Recipient),
        (Step::Recipient, 550, "5.1.7", DeliveryFailure::Rejected),
        (Step::Recipient, 550, "5.2.2", DeliveryFailure::MailboxFull),
        (Step::Recipient, 552, "", DeliveryFailure::MailboxFull),
        (Step::Recipient, 554, "5.7.1", DeliveryFailure::Rejected),
        (Step::Recipient, 550, "relay not permitted", DeliveryFailure::Rejected),
        (Step::Recipient, 503, "AUTH first", DeliveryFailure::Rejected),
        (Step::Recipient, 530, "", DeliveryFailure::Credentials),
        (Step::Data, 503, "", DeliveryFailure::Rejected),
        (Step::Text, 451, "", DeliveryFailure::Later),
        (Step::Text, 552, "", DeliveryFailure::Rejected),
        (Step::Text, 550, "5.1.1 No such mailbox", DeliveryFailure::Recipient),
    ] {
        let error = refused(step, code, text);
        assert_eq!(error.delivery(), Delivery::Failed(failure), "{step:?} {text}: {error}");
    }
}

#[test]
fn what_is_no_refusal_of_the_mailbox_another_relay_may_take() {
    for step in [Step::Mail, Step::Recipient, Step::Data, Step::Text] {
        let error = refused(step, 550, "5.4.5 Daily user sending limit exceeded");
        assert!(error.retry_class() == RetryClass::Elsewhere && error.is_alarming() && error.is_about_every_mail(), "{error}");
        let error = refused(step, 554, "5.7.1 Spam");
        assert!(error.retry_class() == RetryClass::Elsewhere && error.is_alarming(), "{error}");
    }
    for text in ["5.1.1", "5.2.2", "No such user"] {
        let error = refused(Step::Recipient, 550, text);
        assert!(error.retry_class() == RetryClass::Final && !error.is_alarming() && !error.is_about_every_mail(), "{text}");
    }
    assert_eq!(refused(Step::Recipient, 454, "4.7.1 Relay access denied").retry_class(), RetryClass::Later);
}

#[test]
fn what_was_lost_after_the_final_dot_may_have_been_sent() {
    assert_eq!(SendError::LostAfterFinalDot.delivery(), Delivery::Unknown);
}
