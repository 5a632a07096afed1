//! The outcomes of the steps, as the JSON that the database's functions return.

use super::accounts::StoredAccount;
use super::problem::unexpected;
use crate::sign_up::Timestamp;
use crate::sign_up::ports::{
    AttemptOutcome, Bucket, DeliveryNote, Exhausted, IssueOutcome, LookupResult, MailOutcome, SignUpState, StoreError, TakenUses, Use,
};
use crate::store::delivery_text;
use domain::Limit;
use serde::Deserialize;
use strum::VariantArray;

/// The outcome of any step.
#[derive(Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub(super) enum Outcome {
    Issued { taken: Vec<i64> },
    Limited { limit: String, until: Timestamp },
    SignedIn { account: StoredAccount },
    EmailChanged { account: StoredAccount },
    AddressTaken,
    Expired,
    Wrong { tries_left: u32 },
    Spent,
    Consumed,
    Voided,
    Unknown,
    Deleted { account: StoredAccount },
    Outdated,
    SessionConflict,
}

/// What `mailcode_look_up_v1` returns.
#[derive(Deserialize)]
pub(super) struct Found {
    sign_up: State,
    was_tried: bool,
    free_at: Vec<Option<Timestamp>>,
    deliveries: Vec<Option<Note>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum State {
    Open,
    Spent,
    Consumed,
    Voided,
    Unknown,
}

#[derive(Deserialize)]
struct Note {
    outcome: String,
    relay: Option<String>,
    at: Timestamp,
}

impl Outcome {
    /// The outcome of issuing a code, whose mail was counted in these buckets.
    pub(super) fn of_issue(self, counted_in: &[Bucket]) -> Result<IssueOutcome, StoreError> {
        Ok(match self {
            Self::Issued { taken } => {
                let uses = counted_in.iter().zip(taken).map(|(bucket, id)| Use { limit: bucket.limit, id });
                IssueOutcome::Issued(TakenUses(uses.collect()))
            }
            Self::Limited { limit, until } => IssueOutcome::Limited(exhausted(&limit, until)?),
            Self::Outdated => IssueOutcome::Outdated,
            Self::SessionConflict => IssueOutcome::SessionConflict,
            _ => return Err(unexpected()),
        })
    }

    /// The outcome of trying a code.
    pub(super) fn of_attempt(self) -> Result<AttemptOutcome, StoreError> {
        Ok(match self {
            Self::SignedIn { account } => AttemptOutcome::SignedIn(account.parse()?),
            Self::EmailChanged { account } => AttemptOutcome::EmailChanged(account.parse()?),
            Self::AddressTaken => AttemptOutcome::AddressTaken,
            Self::Expired => AttemptOutcome::Expired,
            Self::Wrong { tries_left } => AttemptOutcome::Wrong { tries_left },
            Self::Spent => AttemptOutcome::Spent,
            Self::Consumed => AttemptOutcome::Consumed,
            Self::Voided => AttemptOutcome::Voided,
            Self::Unknown => AttemptOutcome::Unknown,
            Self::Limited { limit, until } => AttemptOutcome::Limited(exhausted(&limit, until)?),
            Self::Outdated => AttemptOutcome::Outdated,
            Self::SessionConflict => AttemptOutcome::SessionConflict,
            Self::Issued { .. } | Self::Deleted { .. } => return Err(unexpected()),
        })
    }
}

impl From<Found> for LookupResult {
    fn from(found: Found) -> Self {
        let note = |note: Note| DeliveryNote {
            // A later version may have written the name of a relay that this one does not know.
            outcome: MailOutcome {
                delivery: delivery_text::from_text(&note.outcome),
                relay: note.relay.and_then(|relay| relay.parse().ok()),
            },
            at: note.at,
        };
        Self {
            sign_up: match found.sign_up {
                State::Open => SignUpState::Open,
                State::Spent => SignUpState::Spent,
                State::Consumed => SignUpState::Consumed,
                State::Voided => SignUpState::Voided,
                State::Unknown => SignUpState::Unknown,
            },
            was_tried: found.was_tried,
            free_at: found.free_at,
            deliveries: found.deliveries.into_iter().map(|one| one.map(note)).collect(),
        }
    }
}

fn exhausted(name: &str, until: Timestamp) -> Result<Exhausted, StoreError> {
    let limit = Limit::VARIANTS.iter().copied().find(|limit| limit.name() == name).ok_or_else(unexpected)?;
    Ok(Exhausted { limit, until })
}
