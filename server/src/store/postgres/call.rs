use super::PostgresStore;
use super::problem::{PostgresProblem, store_error};
use crate::sign_up::ports::StoreError;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sqlx_core::error::{DatabaseError, Error};
use sqlx_core::query::query;
use sqlx_core::row::Row;
use sqlx_postgres::{PgRow, Postgres};
use tokio::time::timeout;

/// How often a step is run that the database has rolled back because of a deadlock or a serialization failure.
const RUNS: u32 = 3;

/// A value of a statement.
pub(super) enum Argument<'a> {
    Bytes(&'a [u8]),
    Number(i64),
    Text(Option<&'a str>),
    Texts(Vec<String>),
}

impl PostgresStore {
    /// Calls a function of the database with a step: `statement` takes it as `$1::jsonb`, and returns JSON as text.
    ///
    /// The call is one transaction, which is committed when this returns `Ok`. If the connection breaks or no answer comes in time, it is
    /// unknown whether it was committed: the error is [`StoreError::Unavailable`]. The caller may run the step again, since what a step
    /// depends on, it checks again.
    pub(super) async fn call<T: DeserializeOwned>(&self, statement: &str, step: &Value) -> Result<T, StoreError> {
        let text = step.to_string();
        self.query_json(statement, &[Argument::Text(Some(&text))]).await
    }

    /// Runs a statement that returns JSON as one text.
    pub(super) async fn query_json<T: DeserializeOwned>(&self, statement: &str, arguments: &[Argument<'_>]) -> Result<T, StoreError> {
        let rows = self.rows(statement, arguments).await?;
        let row = rows.first().ok_or_else(|| store_error(Error::RowNotFound))?;
        let result: Option<String> = row.try_get(0).map_err(store_error)?;
        serde_json::from_str(result.as_deref().unwrap_or("null")).map_err(|error| StoreError::Failed(Box::new(error)))
    }

    /// Runs a statement, and returns its rows after the database has committed it.
    pub(super) async fn rows(&self, statement: &str, arguments: &[Argument<'_>]) -> Result<Vec<PgRow>, StoreError> {
        let mut run = 1;
        loop {
            match self.rows_once(statement, arguments).await {
                Err(StoreError::Unavailable(error)) if run < RUNS && was_rolled_back(&*error) => run += 1,
                result => return result,
            }
        }
    }

    async fn rows_once(&self, statement: &str, arguments: &[Argument<'_>]) -> Result<Vec<PgRow>, StoreError> {
        let mut taken = self.connections.take().await?;
        let connection = taken.connection().ok_or_else(|| StoreError::Unavailable(Box::new(PostgresProblem::Unreachable)))?;
        let mut query = query::<Postgres>(statement);
        for argument in arguments {
            query = match argument {
                Argument::Bytes(bytes) => query.bind(*bytes),
                Argument::Number(number) => query.bind(*number),
                Argument::Text(text) => query.bind(*text),
                Argument::Texts(texts) => query.bind(texts.as_slice()),
            };
        }
        // This reads up to the end of the transaction, not only the row, which comes before the commit.
        if let Ok(rows) = timeout(Self::ANSWER_TIMEOUT, query.fetch_all(connection)).await {
            taken.give_back(&rows);
            return rows.map_err(store_error);
        }
        Err(StoreError::Unavailable(Box::new(PostgresProblem::TimedOut)))
    }
}

/// Whether the database has rolled the step back for the sake of another: a serialization failure or a deadlock.
fn was_rolled_back(error: &(dyn std::error::Error + 'static)) -> bool {
    let code = error.downcast_ref::<Error>().and_then(Error::as_database_error).and_then(DatabaseError::code);
    matches!(code.as_deref(), Some("40001" | "40P01"))
}
