use crate::i18n::Key;
use domain::{Limit, Refusal};

/// The heading that a refusal gives the address form in place of its own; `None` if the form keeps its heading and shows an error above its
/// field.
pub(super) const fn problem_heading(refusal: Refusal) -> Option<Key> {
    let heading = match refusal {
        Refusal::Voided => Key::VoidedHeading,
        Refusal::NoCookie => Key::CookiesHeading,
        Refusal::Limited { limit, .. } => match limit {
            Limit::Muted => Key::MutedHeading,
            Limit::ProofOfWork => Key::ProofHeading,
            Limit::FailuresPerAddress => Key::SpentHeading,
            Limit::ResendAfter
            | Limit::MailsPerAddress
            | Limit::MailsPerDomain
            | Limit::MailsPerClient
            | Limit::MailsTotal
            | Limit::MailQueue => Key::LimitHeading,
        },
        _ => return None,
    };
    Some(heading)
}

/// The heading above an error that has no problem heading.
pub(super) const fn error_heading(refusal: Refusal) -> Key {
    match refusal {
        Refusal::Limited { .. } => Key::LimitHeading,
        _ => Key::ErrorHeading,
    }
}
