use super::date_time::duration;
use crate::i18n::{Key, Translations, Value};
use domain::{AddressError, CodeError, Limit, Refusal};

/// The text that explains why a request was refused, and what to do now.
#[must_use]
pub fn refusal(translations: &Translations, refusal: Refusal) -> String {
    let key = match refusal {
        Refusal::Address(error) => address(error),
        Refusal::Domain => Key::ErrorDomain,
        Refusal::Code(error) => code(error),
        Refusal::WrongCode { tries_left } => return translations.text_with(Key::ErrorWrongCode, &[("tries", Value::Number(tries_left))]),
        Refusal::Expired => Key::ErrorExpired,
        Refusal::AlreadyUsed => Key::ErrorAlreadyUsed,
        Refusal::Voided => Key::ErrorVoided,
        Refusal::Conflict => Key::ErrorConflict,
        Refusal::TriesSpent => Key::ErrorTriesSpent,
        Refusal::Limited { limit, retry_after } => {
            return translations.text_with(limited(limit), &[("wait", Value::Text(&duration(translations, retry_after)))]);
        }
        Refusal::NothingPending => Key::ErrorNothingPending,
        Refusal::NotSignedIn => Key::ErrorNotSignedIn,
        Refusal::Token => Key::ErrorToken,
        Refusal::AddressTaken => Key::ErrorAddressTaken,
        Refusal::Malformed => Key::ErrorMalformed,
        Refusal::CrossSite => Key::ErrorCrossSite,
        Refusal::NoCookie => Key::ErrorCookies,
        Refusal::NoAnswer => Key::ErrorNoAnswer,
        Refusal::Internal => Key::ErrorInternal,
    };
    translations.text(key)
}

const fn address(error: AddressError) -> Key {
    match error {
        AddressError::Empty => Key::AddressEmpty,
        AddressError::TooLong => Key::AddressTooLong,
        AddressError::NoAt => Key::AddressNoAt,
        AddressError::NoLocalPart => Key::AddressNoLocalPart,
        AddressError::NoDomain => Key::AddressNoDomain,
        AddressError::Several => Key::AddressSeveral,
        AddressError::Blank => Key::AddressBlank,
        AddressError::Control => Key::AddressControl,
        AddressError::Quoted => Key::AddressQuoted,
        AddressError::Comment => Key::AddressComment,
        AddressError::Character => Key::AddressCharacter,
        AddressError::Dot => Key::AddressDot,
        AddressError::Domain => Key::AddressDomain,
        AddressError::IncompleteDomain => Key::AddressIncompleteDomain,
    }
}

const fn code(error: CodeError) -> Key {
    match error {
        CodeError::Empty => Key::CodeEmpty,
        CodeError::NotDigits => Key::CodeNotDigits,
        CodeError::TooShort => Key::CodeTooShort,
        CodeError::TooLong => Key::CodeTooLong,
    }
}

const fn limited(limit: Limit) -> Key {
    match limit {
        Limit::ResendAfter => Key::LimitResend,
        Limit::MailsPerAddress => Key::LimitAddress,
        Limit::MailsPerDomain => Key::LimitDomain,
        Limit::MailsPerClient => Key::LimitClient,
        Limit::MailQueue => Key::LimitQueue,
        Limit::MailsTotal => Key::LimitTotal,
        Limit::ProofOfWork => Key::LimitProof,
        Limit::FailuresPerAddress => Key::LimitFailures,
        Limit::Muted => Key::LimitMuted,
    }
}
