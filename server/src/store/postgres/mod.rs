//! The store in PostgreSQL: one database for any number of instances, with the same limits across all of them.
//!
//! This file implements the rules' store port. Each step is one call of a function of the database, and so one round trip and one commit;
//! the functions are in `server/migrations/postgres`. `encode` writes the steps for them and `outcomes` reads what they return, `accounts`
//! reads accounts, and `call` runs statements over the `connections`. `audit` and `session_storage` implement the stores of those modules. `open` opens the database
//! of a `url` and runs the `migrations`, and `schema_state` compares its schema with that of this version; `problem` says why it cannot be used, and
//! whether that may pass. `transfer` reads and writes whole tables.

mod accounts;
mod audit;
mod call;
mod connections;
mod encode;
mod migrations;
mod open;
mod outcomes;
mod problem;
mod schema_state;
mod session_storage;
mod transfer;
mod url;

pub use open::PostgresStore;
pub use problem::{PostgresOpenError, PostgresProblem};
pub(super) use transfer::{PostgresSource, PostgresTarget};
pub use url::{PostgresUrl, PostgresUrlError};

use crate::sign_up::ports::{
    Account, AccountId, Attempt, AttemptOutcome, CodeOutcome, IssueCode, IssueOutcome, Lookup, LookupResult, Records, SessionConflict,
    Store, StoreError, TakenUses,
};
use crate::sign_up::{CanonicalAddress, NotMeMac, Timestamp};
use async_trait::async_trait;
use call::Argument;
use outcomes::{Found, Outcome};

#[async_trait]
impl Store for PostgresStore {
    async fn look_up(&self, lookup: &Lookup, now: Timestamp) -> Result<LookupResult, StoreError> {
        let found: Found = self.call("SELECT mailcode_look_up_v1($1::jsonb)::text", &encode::look_up(lookup, now)).await?;
        Ok(found.into())
    }

    async fn account(&self, id: AccountId) -> Result<Option<Account>, StoreError> {
        let query = "SELECT id, email, created_at, address_changes FROM account WHERE id = $1";
        self.rows(query, &[Argument::Bytes(id.as_bytes())]).await?.first().map(accounts::read).transpose()
    }

    async fn account_of(&self, address: &CanonicalAddress) -> Result<Option<Account>, StoreError> {
        let query = "SELECT id, email, created_at, address_changes FROM account WHERE identity = $1";
        self.rows(query, &[Argument::Text(Some(address.normalized()))]).await?.first().map(accounts::read).transpose()
    }

    async fn issue_code(&self, step: &IssueCode, records: &Records, now: Timestamp) -> Result<IssueOutcome, StoreError> {
        let json = encode::issue_code(step, records, now);
        let outcome: Outcome = self.call("SELECT mailcode_issue_code_v1($1::jsonb)::text", &json).await?;
        outcome.of_issue(&step.counted_in)
    }

    async fn record_outcome(&self, outcome: &CodeOutcome, records: &Records, now: Timestamp) -> Result<(), StoreError> {
        self.call("SELECT 'null' FROM mailcode_record_outcome_v1($1::jsonb)", &encode::record_outcome(outcome, records, now)).await
    }

    async fn give_back(&self, taken: &TakenUses) -> Result<(), StoreError> {
        if taken.0.is_empty() {
            return Ok(());
        }
        self.call("SELECT 'null' FROM mailcode_give_back_v1($1::jsonb)", &encode::taken(taken)).await
    }

    async fn try_code(&self, attempt: &Attempt, now: Timestamp) -> Result<AttemptOutcome, StoreError> {
        let outcome: Outcome = self.call("SELECT mailcode_try_code_v1($1::jsonb)::text", &encode::try_code(attempt, now)).await?;
        outcome.of_attempt()
    }

    async fn void_by_token(&self, token: NotMeMac, records: &Records, now: Timestamp) -> Result<bool, StoreError> {
        self.call("SELECT mailcode_void_by_token_v1($1::jsonb)::text", &encode::void_by_token(token, records, now)).await
    }

    async fn delete_account(&self, id: AccountId, records: &Records) -> Result<Option<Account>, StoreError> {
        match self.call("SELECT mailcode_delete_account_v1($1::jsonb)::text", &encode::delete_account(id, records)).await? {
            Outcome::Deleted { account } => account.parse().map(Some),
            Outcome::Unknown => Ok(None),
            Outcome::SessionConflict => Err(StoreError::Failed(Box::new(SessionConflict))),
            _ => Err(problem::unexpected()),
        }
    }

    async fn write(&self, records: &Records) -> Result<Result<(), SessionConflict>, StoreError> {
        self.write_records(records).await
    }

    async fn clean_up(&self, now: Timestamp, oldest_use: Timestamp) -> Result<(), StoreError> {
        let statement = "SELECT 'null' FROM mailcode_clean_up_v1($1, $2)";
        self.query_json(statement, &[Argument::Number(now.millis()), Argument::Number(oldest_use.millis())]).await
    }
}

impl PostgresStore {
    /// Checks that the database can be written, by writing: changes the position of the audit trail to the value that it has.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when it cannot be written at the moment, for instance because it is a standby; [`StoreError::Failed`] for
    /// any other error. [`PostgresProblem::behind`] returns the cause.
    pub async fn try_write(&self) -> Result<(), StoreError> {
        self.rows("UPDATE audit_position SET last = last", &[]).await.map(drop)
    }

    /// Checks that tables can be created, by creating one. It is gone when this returns.
    ///
    /// # Errors
    /// Like [`Self::try_write`].
    pub async fn try_create(&self) -> Result<(), StoreError> {
        self.rows("DO $$ BEGIN CREATE TABLE mailcode_doctor (); DROP TABLE mailcode_doctor; END $$", &[]).await.map(drop)
    }

    /// The value of a setting of PostgreSQL that is in force on the store's connections, such as `synchronous_commit`.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub async fn setting(&self, name: &str) -> Result<String, StoreError> {
        self.query_json("SELECT to_json(current_setting($1))::text", &[Argument::Text(Some(name))]).await
    }
}
