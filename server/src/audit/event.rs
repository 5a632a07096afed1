use crate::sign_up::StepEvent;
use crate::telemetry::{delivery_label, refusal_label};
use clap::ValueEnum;
use domain::{Delivery, Refusal};
use serde::{Deserialize, Serialize};

/// What can happen and be recorded in the audit trail.
///
/// The serialized form is on disk: variants may be added, here and in the domain's types, but none renamed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// A code was generated, and its mail is about to be sent.
    CodeRequested,
    /// A mail was handed to a relay, or could not be.
    Mailed(Delivery),
    /// A request was refused.
    Refused(Refusal),
    /// The right code was typed, and its address signed in.
    Verified,
    /// A visitor signed out.
    SignedOut,
    /// A visitor signed out another browser of theirs, or all others.
    SignedOutElsewhere,
    /// An account's address was changed. This is recorded about the old address and about the new one.
    AddressChanged,
    /// An account was deleted by its owner.
    Deleted,
    /// The reader of a mail reported that they did not request a code. The entry has no address, since the token names none.
    Muted,
    /// The operator has ended the sessions of one account, or of all.
    SessionsEnded,
    /// An event of a later version. It is read, never recorded.
    Unknown,
}

/// The kind of an event, by which an operator can search. The names are on disk, like those of [`Event`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum EventKind {
    /// A code was requested
    CodeRequested,
    /// The relay accepted a mail
    Sent,
    /// A mail was not sent, or its delivery is not known
    NotSent,
    /// A request was refused
    Refused,
    /// A limit refused a request, such as the tries of a sign-up
    LimitHit,
    /// The right code was entered
    Verified,
    /// A visitor signed out
    SignedOut,
    /// The address of an account was changed
    AddressChanged,
    /// An account was deleted
    Deleted,
    /// The reader of a mailbox reported a code they did not request, and gets no codes for a day
    Muted,
    /// The operator ended sessions
    SessionsEnded,
    /// An event that only a later version knows
    Unknown,
}

impl Event {
    /// The kind of this event.
    #[must_use]
    pub const fn kind(self) -> EventKind {
        match self {
            Self::CodeRequested => EventKind::CodeRequested,
            Self::Mailed(Delivery::Accepted) => EventKind::Sent,
            Self::Mailed(Delivery::Sending | Delivery::Retrying(_) | Delivery::Unknown | Delivery::Failed(_)) => EventKind::NotSent,
            Self::Refused(Refusal::Limited { .. } | Refusal::TriesSpent) => EventKind::LimitHit,
            Self::Refused(_) => EventKind::Refused,
            Self::Verified => EventKind::Verified,
            Self::SignedOut | Self::SignedOutElsewhere => EventKind::SignedOut,
            Self::AddressChanged => EventKind::AddressChanged,
            Self::Deleted => EventKind::Deleted,
            Self::Muted => EventKind::Muted,
            Self::SessionsEnded => EventKind::SessionsEnded,
            Self::Unknown => EventKind::Unknown,
        }
    }

    /// The detail that the kind lacks, as a word from a closed set: the refusal or its limit, the failure of a mail, or a sign-out
    /// elsewhere.
    #[must_use]
    pub fn detail(self) -> Option<&'static str> {
        match self {
            Self::Refused(refusal) => Some(refusal_label(refusal)),
            Self::Mailed(delivery) if !matches!(delivery, Delivery::Accepted) => Some(delivery_label(delivery)),
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

    /// Whether only some of these events are stored and logged, because a client can cause them without end at no cost. A wrong code is not
    /// among them: it costs a try, and tries need mails, both of which have limits. Reports of unrequested mail are among them, since the
    /// token of a mail can be used again and again.
    #[must_use]
    pub const fn is_rationed(self) -> bool {
        match self {
            Self::Refused(refusal) => !matches!(refusal, Refusal::WrongCode { .. }),
            Self::Muted => true,
            _ => false,
        }
    }
}

impl From<StepEvent> for Event {
    fn from(event: StepEvent) -> Self {
        match event {
            StepEvent::CodeIssued => Self::CodeRequested,
            StepEvent::Verified => Self::Verified,
            StepEvent::CodeRefused(refusal) => Self::Refused(refusal),
            StepEvent::EmailChanged => Self::AddressChanged,
            StepEvent::AccountDeleted => Self::Deleted,
        }
    }
}

impl EventKind {
    /// The name on disk and in the output for operators.
    #[must_use]
    pub fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }
}
