//! The steps as the JSON that the database's functions take: bytes in hexadecimal, times in milliseconds.

use crate::sign_up::ports::{
    AccountId, Attempt, AuditRow, Bucket, CodeOutcome, Comparison, Completion, Goal, IssueCode, Lookup, MailOutcome, Records, RelayRole,
    SessionHash, SessionRow, SessionWrite, TakenUses,
};
use crate::sign_up::{NotMeMac, Timestamp};
use crate::store::delivery_text;
use domain::{Delivery, Limit};
use serde_json::{Value, json};

pub(super) fn look_up(lookup: &Lookup, now: Timestamp) -> Value {
    json!({
        "sign_up": lookup.sign_up.map(|(id, tries)| json!({ "id": hex::encode(id.as_bytes()), "tries": tries })),
        "tried": lookup.tried.map(|code| hex::encode(code.0)),
        "buckets": buckets(&lookup.buckets),
        "codes": lookup.codes.iter().map(|code| hex::encode(code.as_bytes())).collect::<Vec<_>>(),
        "now": now.millis(),
    })
}

pub(super) fn issue_code(step: &IssueCode, records: &Records, now: Timestamp) -> Value {
    let code = &step.code;
    json!({
        "code": {
            "id": hex::encode(code.id.as_bytes()),
            "sign_up": hex::encode(code.sign_up.as_bytes()),
            "mailbox": code.mailbox_hash,
            "ends_at": code.ends_at.millis(),
            "token": hex::encode(code.token.0),
            "token_ends_at": code.token_ends_at.millis(),
        },
        "existing": step.existing.map(|existing| json!({ "tries": existing.tries, "code": hex::encode(existing.code.0) })),
        "must_be_free": buckets(&step.must_be_free),
        "counted_in": buckets(&step.counted_in),
        "delivery": delivery_text::to_text(Delivery::Sending),
        "records": self::records(records),
        "now": now.millis(),
    })
}

pub(super) fn record_outcome(step: &CodeOutcome, records: &Records, now: Timestamp) -> Value {
    let MailOutcome { delivery, relay } = step.outcome;
    let mail = json!({
        "code": hex::encode(step.code.as_bytes()),
        "outcome": delivery_text::to_text(delivery),
        "relay": relay.map(RelayRole::name),
        "ends_at": step.ends_at.millis(),
    });
    // The outcome of a mail comes with no session.
    json!({ "mail": mail, "given_back": taken(&step.given_back), "audit": audit(&records.audit), "now": now.millis() })
}

/// The ids of the uses.
pub(super) fn taken(taken: &TakenUses) -> Value {
    taken.0.iter().map(|one| Value::from(one.id)).collect()
}

pub(super) fn try_code(attempt: &Attempt, now: Timestamp) -> Value {
    json!({
        "sign_up": hex::encode(attempt.sign_up.as_bytes()),
        "code": hex::encode(attempt.code.0),
        "tries": attempt.tries,
        "failures": buckets(&attempt.failures),
        "comparison": comparison(&attempt.comparison),
        "now": now.millis(),
    })
}

fn comparison(comparison: &Comparison) -> Value {
    match comparison {
        Comparison::Right(completion) => {
            let Completion { goal, address, pause, records } = &**completion;
            json!({
                "is": "right",
                "goal": self::goal(goal),
                "identity": address.normalized(),
                "email": address.typed().as_str(),
                "pause": bucket(pause),
                "records": self::records(records),
            })
        }
        Comparison::Expired(rows) => json!({ "is": "expired", "audit": audit(rows) }),
        Comparison::Wrong(rows) => json!({ "is": "wrong", "audit": rows.iter().map(|rows| audit(rows)).collect::<Vec<_>>() }),
    }
}

fn goal(goal: &Goal) -> Value {
    match goal {
        Goal::SignIn { account, exists } => json!({ "do": "sign_in", "account": hex::encode(account.as_bytes()), "exists": exists }),
        Goal::ChangeEmail(before) => json!({
            "do": "change_email",
            "account": hex::encode(before.id.as_bytes()),
            "email": before.email.typed().as_str(),
            "created_at": before.created_at.millis(),
            "address_changes": before.address_changes,
        }),
    }
}

pub(super) fn void_by_token(token: NotMeMac, records: &Records, now: Timestamp) -> Value {
    // The reader of the mail needs no session.
    json!({ "token": hex::encode(token.0), "limit": Limit::Muted.name(), "audit": audit(&records.audit), "now": now.millis() })
}

pub(super) fn delete_account(id: AccountId, records: &Records) -> Value {
    json!({ "account": hex::encode(id.as_bytes()), "records": self::records(records) })
}

pub(super) fn end_sessions(account: Option<AccountId>, records: &Records) -> Value {
    json!({ "account": account.map(|id| hex::encode(id.as_bytes())), "records": self::records(records) })
}

pub(super) fn records(records: &Records) -> Value {
    json!({ "session": records.session.iter().map(session_write).collect::<Vec<_>>(), "audit": audit(&records.audit) })
}

fn session_write(write: &SessionWrite) -> Value {
    match write {
        SessionWrite::Create { id, row, now } => session_row("create", *id, row, Some(*now)),
        SessionWrite::Update { id, row } => session_row("update", *id, row, None),
        SessionWrite::Delete { id } => json!({ "write": "delete", "id": hex::encode(id.0) }),
    }
}

fn session_row(write: &str, id: SessionHash, row: &SessionRow, now: Option<Timestamp>) -> Value {
    json!({
        "write": write,
        "id": hex::encode(id.0),
        "data": row.data,
        "expires_at": row.expires_at.millis(),
        "version": row.version,
        "account": row.account.map(|id| hex::encode(id.as_bytes())),
        "now": now.map(Timestamp::millis),
    })
}

pub(super) fn audit(rows: &[AuditRow]) -> Value {
    let row = |row: &AuditRow| {
        let (masked, hash) = row.subject.as_ref().map(|(masked, hash)| (masked, hash)).unzip();
        json!({
            "at": row.at.millis(),
            "keep_until": row.keep_until.millis(),
            "kind": row.kind,
            "event": row.event,
            "address": masked,
            "address_hash": hash,
            "network": row.network,
            "left_out": i64::try_from(row.left_out).unwrap_or(i64::MAX),
            "is_rationed": row.is_rationed,
        })
    };
    rows.iter().map(row).collect()
}

fn buckets(buckets: &[Bucket]) -> Value {
    buckets.iter().map(bucket).collect()
}

fn bucket(bucket: &Bucket) -> Value {
    let window = |window: std::time::Duration| i64::try_from(window.as_millis()).unwrap_or(i64::MAX);
    let caps = bucket.caps.iter().map(|cap| json!({ "count": cap.count, "window": window(cap.window) }));
    json!({ "limit": bucket.limit.name(), "key": bucket.key, "caps": caps.collect::<Vec<_>>() })
}
