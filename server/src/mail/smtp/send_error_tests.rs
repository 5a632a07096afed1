use super::{RetryClass, SendError};
use crate::mail::{Reply, SmtpStep};
use domain::{Delivery, DeliveryFailure};

fn refused(step: SmtpStep, code: u16, text: &str) -> SendError {
    SendError::refused(step, &Reply::new(code, text))
}

#[test]
fn the_meaning_of_a_code_depends_on_the_step() {
    for (step, code, text, failure) in [
        (SmtpStep::Hello, 421, "", DeliveryFailure::Later),
        (SmtpStep::Hello, 554, "", DeliveryFailure::Rejected),
        (SmtpStep::StartTls, 454, "", DeliveryFailure::Insecure),
        (SmtpStep::StartTls, 502, "", DeliveryFailure::Insecure),
        (SmtpStep::Auth, 454, "", DeliveryFailure::Later),
        (SmtpStep::Auth, 535, "", DeliveryFailure::Credentials),
        (SmtpStep::Auth, 504, "", DeliveryFailure::Credentials),
        (SmtpStep::Mail, 530, "", DeliveryFailure::Credentials),
        (SmtpStep::Mail, 550, "", DeliveryFailure::Rejected),
        (SmtpStep::Recipient, 450, "4.1.1 User unknown", DeliveryFailure::Later),
        (SmtpStep::Recipient, 550, "", DeliveryFailure::Rejected),
        (SmtpStep::Recipient, 550, "No such user", DeliveryFailure::Recipient),
        (SmtpStep::Recipient, 550, "5.1.1", DeliveryFailure::Recipient),
        (SmtpStep::Recipient, 550, "5.2.1", DeliveryFailure::Recipient),
        (SmtpStep::Recipient, 550, "5.1.7", DeliveryFailure::Rejected),
        (SmtpStep::Recipient, 550, "5.2.2", DeliveryFailure::MailboxFull),
        (SmtpStep::Recipient, 552, "", DeliveryFailure::MailboxFull),
        (SmtpStep::Recipient, 554, "5.7.1", DeliveryFailure::Rejected),
        (SmtpStep::Recipient, 550, "relay not permitted", DeliveryFailure::Rejected),
        (SmtpStep::Recipient, 503, "AUTH first", DeliveryFailure::Rejected),
        (SmtpStep::Recipient, 530, "", DeliveryFailure::Credentials),
        (SmtpStep::Data, 503, "", DeliveryFailure::Rejected),
        (SmtpStep::Text, 451, "", DeliveryFailure::Later),
        (SmtpStep::Text, 552, "", DeliveryFailure::Rejected),
        (SmtpStep::Text, 550, "5.1.1 No such mailbox", DeliveryFailure::Recipient),
    ] {
        let error = refused(step, code, text);
        assert_eq!(error.delivery(), Delivery::Failed(failure), "{step:?} {text}: {error}");
    }
}

#[test]
fn a_rejection_that_does_not_concern_the_mailbox_may_go_to_another_relay() {
    for step in [SmtpStep::Mail, SmtpStep::Recipient, SmtpStep::Data, SmtpStep::Text] {
        let error = refused(step, 550, "5.4.5 Daily user sending limit exceeded");
        assert!(error.retry_class() == RetryClass::Elsewhere && error.needs_operator() && error.is_about_every_mail(), "{error}");
        let error = refused(step, 554, "5.7.1 Spam");
        assert!(error.retry_class() == RetryClass::Elsewhere && error.needs_operator(), "{error}");
    }
    for text in ["5.1.1", "5.2.2", "No such user"] {
        let error = refused(SmtpStep::Recipient, 550, text);
        assert!(error.retry_class() == RetryClass::Final && !error.needs_operator() && !error.is_about_every_mail(), "{text}");
    }
    assert_eq!(refused(SmtpStep::Recipient, 454, "4.7.1 Relay access denied").retry_class(), RetryClass::Later);
}

#[test]
fn a_mail_lost_after_the_final_dot_may_have_been_sent() {
    assert_eq!(SendError::LostAfterFinalDot.delivery(), Delivery::Unknown);
}
