//! The steps that write several tables. Each runs in one transaction of the writer, which keeps what it wrote only if it says so.

use super::sign_ups::TryOutcome;
use super::step::is_full_batch;
use super::{Step, accounts, audit, buckets, deliveries, sessions, sign_ups};
use crate::sign_up::ports::{
    Account, AccountId, Attempt, AttemptOutcome, CodeOutcome, Comparison, Completion, Goal, IssueCode, IssueOutcome, MailOutcome, Records,
    SessionConflict, SignUpState, TakenUses,
};
use crate::sign_up::{NotMeMac, Timestamp};
use domain::{Delivery, Limit};
use rusqlite::{Connection, Result};

pub(super) fn issue_code(connection: &Connection, step: &IssueCode, records: &Records, now: Timestamp) -> Result<Step<IssueOutcome>> {
    let code = &step.code;
    if let Some(existing) = &step.existing {
        let is_open = sign_ups::state(connection, code.sign_up, existing.tries)? == SignUpState::Open;
        if !is_open || sign_ups::was_tried(connection, code.sign_up, existing.code)? {
            return Ok(Step::Rollback(IssueOutcome::Outdated));
        }
    }
    if let Some(exhausted) = buckets::first_full(connection, &step.must_be_free, now)? {
        return Ok(Step::Rollback(IssueOutcome::Limited(exhausted)));
    }
    let taken = match buckets::take(connection, &step.counted_in, now)? {
        Ok(taken) => taken,
        Err(exhausted) => return Ok(Step::Rollback(IssueOutcome::Limited(exhausted))),
    };
    sign_ups::begin(connection, code)?;
    let sending = MailOutcome { delivery: Delivery::Sending, relay: None };
    deliveries::record(connection, code.id, sending, now, code.ends_at)?;
    Ok(match write_records(connection, records)? {
        Ok(()) => Step::Commit(IssueOutcome::Issued(taken)),
        Err(SessionConflict) => Step::Rollback(IssueOutcome::SessionConflict),
    })
}

pub(super) fn record_outcome(connection: &Connection, outcome: &CodeOutcome, records: &Records, now: Timestamp) -> Result<()> {
    deliveries::record(connection, outcome.code, outcome.outcome, now, outcome.ends_at)?;
    buckets::give_back(connection, &outcome.given_back)?;
    // The outcome of a mail comes with no session.
    audit::append(connection, &records.audit)
}

/// Counts the try before anything depends on the comparison.
pub(super) fn try_code(connection: &Connection, attempt: &Attempt, now: Timestamp) -> Result<Step<AttemptOutcome>> {
    let (tries_left, failure) = match sign_ups::take_try(connection, attempt, now)? {
        TryOutcome::Taken { tries_left, failure } => (tries_left, failure),
        TryOutcome::NotOpen(state) => return Ok(Step::Rollback(not_open(state))),
        TryOutcome::Limited(exhausted) => return Ok(Step::Rollback(AttemptOutcome::Limited(exhausted))),
    };
    match &attempt.comparison {
        Comparison::Right(completion) => complete(connection, attempt, completion, &failure, now),
        Comparison::Expired(rows) => {
            audit::append(connection, rows)?;
            Ok(Step::Commit(AttemptOutcome::Expired))
        }
        Comparison::Wrong(rows) => {
            let rows = usize::try_from(tries_left).ok().and_then(|left| rows.get(left));
            audit::append(connection, rows.map_or(&[], Vec::as_slice))?;
            Ok(Step::Commit(AttemptOutcome::Wrong { tries_left }))
        }
    }
}

const fn not_open(state: SignUpState) -> AttemptOutcome {
    match state {
        SignUpState::Consumed => AttemptOutcome::Consumed,
        SignUpState::Voided => AttemptOutcome::Voided,
        SignUpState::Unknown => AttemptOutcome::Unknown,
        SignUpState::Spent | SignUpState::Open => AttemptOutcome::Spent,
    }
}

/// Completes the sign-up of a right code.
fn complete(
    connection: &Connection,
    attempt: &Attempt,
    completion: &Completion,
    failure: &TakenUses,
    now: Timestamp,
) -> Result<Step<AttemptOutcome>> {
    let Completion { goal, address, pause, records } = completion;
    if !sign_ups::consume(connection, attempt.sign_up, now)? {
        return Ok(Step::Rollback(not_open(sign_ups::state(connection, attempt.sign_up, attempt.tries)?)));
    }
    buckets::give_back(connection, failure)?;
    buckets::clear(connection, pause.limit, &pause.key)?;
    let owner = accounts::find(connection, address)?;
    let (outcome, written) = match goal {
        Goal::SignIn { account, exists } => {
            let account = match owner {
                Some(owner) if *exists && owner.id == *account => owner,
                None if !exists => accounts::create(connection, *account, address, now)?,
                _ => return Ok(Step::Rollback(AttemptOutcome::Outdated)),
            };
            (AttemptOutcome::SignedIn(account), write_records(connection, records)?)
        }
        Goal::ChangeEmail(before) => {
            if accounts::read(connection, before.id)?.as_ref() != Some(before) {
                return Ok(Step::Rollback(AttemptOutcome::Outdated));
            }
            if owner.is_some_and(|owner| owner.id != before.id) {
                // The records report a change that did not happen; the session forgets the sign-up all the same.
                (AttemptOutcome::AddressTaken, sessions::write_all(connection, &records.session)?)
            } else {
                let after = accounts::change_email(connection, before.id, address)?;
                (AttemptOutcome::EmailChanged(after), write_records(connection, records)?)
            }
        }
    };
    Ok(match written {
        Ok(()) => Step::Commit(outcome),
        Err(SessionConflict) => Step::Rollback(AttemptOutcome::SessionConflict),
    })
}

pub(super) fn void_by_token(connection: &Connection, token: NotMeMac, records: &Records, now: Timestamp) -> Result<Step<bool>> {
    let Some(mailbox) = sign_ups::mailbox_of_token(connection, token, now)? else { return Ok(Step::Rollback(false)) };
    sign_ups::void(connection, &mailbox, now)?;
    buckets::replace(connection, Limit::Muted, &mailbox, now)?;
    // The reader of the mail needs no session.
    audit::append(connection, &records.audit)?;
    Ok(Step::Commit(true))
}

/// Deletes the account with its sessions. A conflict of the records' session rolls the step back.
pub(super) fn delete_account(
    connection: &Connection,
    id: AccountId,
    records: &Records,
) -> Result<Step<Result<Option<Account>, SessionConflict>>> {
    let Some(account) = accounts::read(connection, id)? else { return Ok(Step::Rollback(Ok(None))) };
    // The records come first, since the session that they write may be one of the account's.
    let written = write_records(connection, records)?;
    sessions::delete_of(connection, Some(id))?;
    accounts::delete(connection, id)?;
    Ok(Step::of(written.map(|()| Some(account))))
}

/// Writes the session and the audit trail. After a conflict, the step is rolled back.
pub(super) fn write_records(connection: &Connection, records: &Records) -> Result<Result<(), SessionConflict>> {
    let written = sessions::write_all(connection, &records.session)?;
    if written.is_ok() {
        audit::append(connection, &records.audit)?;
    }
    Ok(written)
}

/// Deletes rows that are no longer needed, at most a batch of each table. Returns whether there may be more.
pub(super) fn clean_up(connection: &Connection, now: Timestamp, oldest_use: Timestamp) -> Result<bool> {
    let deleted = [
        buckets::delete_batch(connection, oldest_use)?,
        sign_ups::delete_batch(connection, now)?,
        sign_ups::delete_batch_of_tokens(connection, now)?,
        deliveries::delete_batch(connection, now)?,
    ];
    Ok(deleted.into_iter().any(is_full_batch))
}

#[cfg(test)]
#[path = "steps_tests.rs"]
mod tests;
