//! The sentences a visitor reads. The browser brings none: it shows what the server has written.

use crate::domain::{AddressError, CodeError, Limit, Refusal};

/// While the browser finds a proof of work.
pub const PROVING: &str = "We are sending more mails than usual, so your browser has to do a sum first. This takes a few seconds.";

mod delivery;
mod webmail;

pub use delivery::tell;
pub(crate) use delivery::{TIME, status, time_of_day};

/// Why a request was refused, and what to do now.
#[must_use]
pub fn refusal(refusal: Refusal) -> String {
    match refusal {
        Refusal::Address(error) => address(error).to_owned(),
        Refusal::Domain => "Addresses of this domain are not accepted here. Please use another one.".to_owned(),
        Refusal::Code(error) => code(error).to_owned(),
        Refusal::WrongCode { tries_left } => {
            let tries = if tries_left == 1 { "1 try" } else { &*format!("{tries_left} tries") };
            format!("This code is not right. Check the newest mail; you have {tries} left.")
        }
        Refusal::Expired => "This code has expired. Send another code and type the new one.".to_owned(),
        Refusal::AlreadyUsed => "This code was used already. Start again to get a new one.".to_owned(),
        Refusal::Voided => {
            "These codes work no more: whoever reads the mail of this address did not ask for them. Check the address.".to_owned()
        }
        Refusal::Overtaken => "Another window of yours was quicker. Load this page again.".to_owned(),
        Refusal::TriesSpent => {
            "Too many wrong codes. Press “Change the address” to start again with a new code; the address can stay the same.".to_owned()
        }
        Refusal::Limited { limit, retry_after } => limited(limit, retry_after),
        Refusal::NothingPending => "Your sign-up is no longer waiting for a code. Type your address to get a new one.".to_owned(),
        Refusal::NotSignedIn => "You are not signed in any more.".to_owned(),
        Refusal::Token => {
            "We do not know this token. Copy all of it from the newest mail: twelve letters and digits in three groups. It works for a day."
                .to_owned()
        }
        Refusal::Malformed => "The form did not arrive as it should. Please try again.".to_owned(),
        Refusal::CrossSite => "This request came from another site and was not carried out.".to_owned(),
        Refusal::NoAnswer => "No answer from the server. Check your connection and try again.".to_owned(),
        Refusal::Internal => "Something went wrong on our side. Nothing is lost; please try again.".to_owned(),
    }
}

fn address(error: AddressError) -> &'static str {
    match error {
        AddressError::Empty => "Type your e-mail address.",
        AddressError::TooLong => "This is longer than an e-mail address can be.",
        AddressError::NoAt => "An e-mail address has an @ in it, as in name@example.org.",
        AddressError::NoLocalPart => "Type what stands before the @ too.",
        AddressError::NoDomain => "Type what stands after the @ too, as in example.org.",
        AddressError::Several => "Type one e-mail address only.",
        AddressError::Blank => "An e-mail address has no blanks in it.",
        AddressError::Control => "There is an invisible character in this address. Type it by hand.",
        AddressError::Quoted => "Addresses with quotation marks are not accepted here.",
        AddressError::Comment => "Addresses with brackets are not accepted here.",
        AddressError::Character => "Type the address alone, as in name@example.org; there is a character in it that does not belong.",
        AddressError::Dot => "A dot stands in the wrong place before the @.",
        AddressError::Domain => "What stands after the @ is not a domain such as example.org.",
        AddressError::IncompleteDomain => "What stands after the @ is incomplete; it needs an ending such as .org.",
    }
}

fn code(error: CodeError) -> &'static str {
    match error {
        CodeError::Empty => "Type the six digits from the mail.",
        CodeError::NotDigits => "The code has only digits.",
        CodeError::TooShort => "That is too short; the code has six digits.",
        CodeError::TooLong => "That is too long; the code has six digits.",
    }
}

fn limited(limit: Limit, retry_after: u32) -> String {
    let when = duration(retry_after);
    match limit {
        Limit::ResendAfter => format!("A code was sent to this address a moment ago. You can ask for another in {when}."),
        Limit::MailsPerAddress => format!("Many codes were sent to this address. You can ask for another in {when}."),
        Limit::MailsPerDomain => format!("Many codes were sent to addresses of this domain. You can ask for another in {when}."),
        Limit::MailsPerClient => format!("Many codes were asked for from your network. You can ask for another in {when}."),
        Limit::MailQueue => format!("Our mail server is slow, and many wait for their codes. Please try again in {when}."),
        Limit::MailsTotal => format!("We are sending more mails than usual and have to pause. Please try again in {when}."),
        Limit::ProofOfWork => {
            format!("We are sending more mails than usual, so this takes longer. Wait {when}, then press the button again.")
        }
        Limit::FailuresPerAddress => format!("Too many wrong codes were typed for this address. You can try again in {when}."),
        Limit::Muted => {
            format!("Whoever reads the mail of this address asked us to send no more codes for now. You can ask again in {when}.")
        }
    }
}

/// How long something goes on, in words, rounded down: never longer than it does.
#[must_use]
pub fn lifetime(seconds: u32) -> String {
    if seconds < 60 { "less than a minute".to_owned() } else { plural(seconds / 60, "minute") }
}

/// A number of seconds in words: seconds up to 90, then minutes, then hours, rounded up.
#[must_use]
pub fn duration(seconds: u32) -> String {
    match seconds {
        0..=90 => plural(seconds, "second"),
        91..=5400 => plural(seconds.div_ceil(60), "minute"),
        _ => plural(seconds.div_ceil(3600), "hour"),
    }
}

fn plural(count: u32, unit: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {unit}{ending}")
}

#[cfg(test)]
mod tests {
    use super::{duration, lifetime};

    #[test]
    fn a_wait_is_rounded_up_and_a_lifetime_down() {
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
            assert_eq!((duration(seconds).as_str(), lifetime(seconds).as_str()), (wait, life), "{seconds}");
        }
    }
}
