//! Chooses the message of the [catalogue](crate::i18n) that a visitor reads. The browser has no texts of its own: it shows what the server
//! sends.

use crate::i18n::{Key, Value, Words};
use domain::{AddressError, CodeError, Limit, Refusal};

mod account;
mod delivery;
mod moment;
mod webmail;

pub use account::ago;
pub use delivery::{expected, tell};
pub use moment::{day, moment, rfc_3339, time_of_day};

/// Why a request was refused, and what to do now, in words.
#[must_use]
pub fn refusal(words: &Words, refusal: Refusal) -> String {
    let key = match refusal {
        Refusal::Address(error) => address(error),
        Refusal::Domain => Key::ErrorDomain,
        Refusal::Code(error) => code(error),
        Refusal::WrongCode { tries_left } => return words.text_with(Key::ErrorWrongCode, &[("tries", Value::Number(tries_left))]),
        Refusal::Expired => Key::ErrorExpired,
        Refusal::AlreadyUsed => Key::ErrorAlreadyUsed,
        Refusal::Voided => Key::ErrorVoided,
        Refusal::Conflict => Key::ErrorConflict,
        Refusal::TriesSpent => Key::ErrorTriesSpent,
        Refusal::Limited { limit, retry_after } => {
            return words.text_with(limited(limit), &[("wait", Value::Text(&duration(words, retry_after)))]);
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
    words.text(key)
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

/// A lifetime in words, rounded down so that it is never overstated.
#[must_use]
pub fn lifetime(words: &Words, seconds: u32) -> String {
    if seconds < 60 { words.text(Key::LessThanAMinute) } else { counted(words, Key::Minutes, seconds / 60) }
}

/// A number of seconds in words: seconds up to 90, then minutes, then hours, rounded up.
#[must_use]
pub fn duration(words: &Words, seconds: u32) -> String {
    match seconds {
        0..=90 => counted(words, Key::Seconds, seconds),
        91..=5400 => counted(words, Key::Minutes, seconds.div_ceil(60)),
        _ => counted(words, Key::Hours, seconds.div_ceil(3600)),
    }
}

fn counted(words: &Words, unit: Key, count: u32) -> String {
    words.text_with(unit, &[("count", Value::Number(count))])
}

#[cfg(test)]
mod tests {
    use super::{duration, lifetime};
    use crate::i18n::{Catalogue, Language};

    #[test]
    fn a_wait_is_rounded_up_and_a_lifetime_down() {
        let catalogue = Catalogue::new(&[]).expect("our own words");
        let words = catalogue.words(Language::English);
        for (seconds, wait, life) in [
            (1, "1 second", "less than a minute"),
            (59, "59 seconds", "less than a minute"),
            (60, "60 seconds", "1 minute"),
            (90, "90 seconds", "1 minute"),
            (91, "2 minutes", "1 minute"),
            (599, "10 minutes", "9 minutes"),
            (600, "10 minutes", "10 minutes"),
            (3600, "60 minutes", "60 minutes"),
            (5401, "2 hours", "90 minutes"),
        ] {
            assert_eq!((duration(words, seconds).as_str(), lifetime(words, seconds).as_str()), (wait, life), "{seconds}");
        }
    }
}
