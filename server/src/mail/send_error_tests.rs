use super::{SendError, Step};
use crate::mail::EnhancedCode;
use domain::{Delivery, DeliveryFailure};

fn refused(step: Step, code: u16, enhanced: Option<(u16, u16)>) -> SendError {
    SendError::Refused { step, code, enhanced: enhanced.map(|(subject, detail)| EnhancedCode { subject, detail }) }
}

#[test]
fn codes_mean_what_the_step_makes_them_mean() {
    for (step, code, enhanced, failure) in [
        (Step::Hello, 421, None, DeliveryFailure::Later),
        (Step::Hello, 554, None, DeliveryFailure::Rejected),
        (Step::StartTls, 454, None, DeliveryFailure::Insecure),
        (Step::StartTls, 502, None, DeliveryFailure::Insecure),
        (Step::Auth, 454, None, DeliveryFailure::Later),
        (Step::Auth, 535, None, DeliveryFailure::Credentials),
        (Step::Auth, 504, None, DeliveryFailure::Credentials),
        (Step::Mail, 530, None, DeliveryFailure::Credentials),
        (Step::Mail, 550, None, DeliveryFailure::Rejected),
        (Step::Recipient, 450, None, DeliveryFailure::Later),
        (Step::Recipient, 550, None, DeliveryFailure::Recipient),
        (Step::Recipient, 550, Some((1, 1)), DeliveryFailure::Recipient),
        (Step::Recipient, 550, Some((2, 1)), DeliveryFailure::Recipient),
        (Step::Recipient, 550, Some((2, 2)), DeliveryFailure::MailboxFull),
        (Step::Recipient, 552, None, DeliveryFailure::MailboxFull),
        (Step::Recipient, 554, Some((7, 1)), DeliveryFailure::Rejected),
        (Step::Recipient, 530, None, DeliveryFailure::Credentials),
        (Step::Data, 503, None, DeliveryFailure::Rejected),
        (Step::Text, 451, None, DeliveryFailure::Later),
        (Step::Text, 552, None, DeliveryFailure::Rejected),
    ] {
        let error = refused(step, code, enhanced);
        assert_eq!(error.delivery(), Delivery::Failed(failure), "{error}");
    }
}

#[test]
fn what_was_lost_after_the_final_dot_may_have_been_sent() {
    assert_eq!(SendError::LostAfterFinalDot.delivery(), Delivery::Unknown);
}
