use crate::telemetry::{of_delivery, of_refusal};
use clap::ValueEnum;
use domain::{Delivery, Refusal};
use serde::{Deserialize, Serialize};

/// What happened.
///
/// The serialized form is on disk: variants may be added, here and in the domain's types, but none renamed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// A code was made, and its mail is about to be sent.
    CodeRequested,
    /// The mail of a code was handed to the relay, or could not be.
    Mailed(Delivery),
    /// A request was refused.
    Refused(Refusal),
    /// The right code was typed, and its address signed in.
    Verified,
    /// Somebody signed out.
    SignedOut,
    /// Somebody signed out another browser of theirs, or all others.
    SignedOutElsewhere,
    /// An account got another address. Recorded about the old one and about the new one.
    AddressChanged,
    /// An account was deleted by its owner.
    Deleted,
    /// Whoever reads the mail of an address said that they did not ask for a code. Whose it is the trail is not told: the
    /// token names no address.
    Muted,
    /// The operator has ended the sessions of one account, or of all.
    SessionsEnded,
    /// Something that only a later version knows. Read, never recorded.
    Unknown,
}

/// What an operator can look for. The names are on disk, as those of [`Event`] are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum Kind {
    /// A code was made
    CodeRequested,
    /// The relay took a mail
    Sent,
    /// A mail was not sent, or it is not known whether it was
    NotSent,
    /// A request was refused
    Refused,
    /// A request was refused by a limit, the tries of a sign-up included
    LimitHit,
    /// The right code was typed
    Verified,
    /// Somebody signed out
    SignedOut,
    /// An account got another address
    AddressChanged,
    /// An account was deleted
    Deleted,
    /// Somebody did not ask for a code, and gets no more for a day
    Muted,
    /// The operator has ended sessions
    SessionsEnded,
    /// Something that only a later version knows
    Unknown,
}

impl Event {
    /// Its kind.
    #[must_use]
    pub const fn kind(self) -> Kind {
        match self {
            Self::CodeRequested => Kind::CodeRequested,
            Self::Mailed(Delivery::Accepted) => Kind::Sent,
            Self::Mailed(Delivery::Sending | Delivery::Retrying(_) | Delivery::Unknown | Delivery::Failed(_)) => Kind::NotSent,
            Self::Refused(Refusal::Limited { .. } | Refusal::TriesSpent) => Kind::LimitHit,
            Self::Refused(_) => Kind::Refused,
            Self::Verified => Kind::Verified,
            Self::SignedOut | Self::SignedOutElsewhere => Kind::SignedOut,
            Self::AddressChanged => Kind::AddressChanged,
            Self::Deleted => Kind::Deleted,
            Self::Muted => Kind::Muted,
            Self::SessionsEnded => Kind::SessionsEnded,
            Self::Unknown => Kind::Unknown,
        }
    }

    /// Which refusal, which limit, which failure of the mail, signed out where: a word from a closed set, where the kind does not say all.
    #[must_use]
    pub const fn detail(self) -> Option<&'static str> {
        match self {
            Self::Refused(refusal) => Some(of_refusal(refusal)),
            Self::Mailed(delivery) if !matches!(delivery, Delivery::Accepted) => Some(of_delivery(delivery)),
            Self::SignedOutElsewhere => Some("elsewhere"),
            Self::Mailed(_)
            | Self::CodeRequested
            | Self::Verified
            | Self::SignedOut
            | Self::AddressChanged
            | Self::Deleted
            | Self::Muted
            | Self::SessionsEnded
            | Self::Unknown => None,
        }
    }

    /// Whether it can be brought about without end, at no cost. A wrong code cannot: it takes a try, and tries take mails,
    /// both of which have limits. The token of a mail can be used again and again.
    #[must_use]
    pub const fn is_cheap(self) -> bool {
        match self {
            Self::Refused(refusal) => !matches!(refusal, Refusal::WrongCode { .. }),
            Self::Muted => true,
            _ => false,
        }
    }
}

impl Kind {
    /// Its name on disk and in what an operator reads.
    #[must_use]
    pub fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }
}
