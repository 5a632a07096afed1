//! Reads and writes whole tables, for moving a database.

use super::connections::SESSION_SETTINGS;
use super::open::{connect, options};
use super::problem::{PostgresOpenError, PostgresProblem};
use super::schema_state;
use super::url::PostgresUrl;
use crate::store::SchemaState;
use crate::store::tables::{Column, Ids, Kind, Row, TABLES, Table, Value};
use sqlx_core::connection::Connection;
use sqlx_core::error::Error;
use sqlx_core::executor::Executor;
use sqlx_core::query::query;
use sqlx_core::row::Row as _;
use sqlx_postgres::{PgConnection, PgRow, Postgres};
use std::time::Duration;
use tokio::time::sleep;

/// How long a lock of another transaction is waited for, and how long the connections of a server that was just stopped.
const LOCK_TIMEOUT: Duration = Duration::from_secs(5);

/// No default of the server or the user may end a long transaction half-way. `transaction_timeout` exists since version 17.
const NO_TIMEOUTS: &str = "SELECT set_config(name, '0', false) FROM pg_settings
    WHERE name IN ('statement_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')";

/// Gives the rows of the audit trail that have none their ids, all at once, which also moves them to the table that is copied.
const NUMBER_AUDIT: &str = "SELECT mailcode_number_audit_v1(NULL)";

/// The signature of binary data for COPY, then no flags and no extension (postgresql.org/docs/current/sql-copy.html).
const COPY_HEADER: &[u8] = b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0";
/// The end of binary data for COPY.
const COPY_END: i16 = -1;

/// A database that is read in one snapshot, while no transaction can write its tables.
pub(in crate::store) struct PostgresSource(PgConnection);

/// A database that is written in one transaction.
pub(in crate::store) struct PostgresTarget(PgConnection);

impl PostgresSource {
    /// Opens a database. Nothing else may be done before [`Self::begin`] than to look at its schema.
    pub(in crate::store) async fn open(url: &PostgresUrl) -> Result<Self, PostgresOpenError> {
        open(url).await.map(Self)
    }

    /// The state of its schema.
    pub(in crate::store) async fn schema_state(&mut self) -> Result<SchemaState, PostgresProblem> {
        schema_state::state(&mut self.0).await.map_err(|error| PostgresProblem::of(&error))
    }

    /// Begins the transaction in a database with the schema of this version. The snapshot is taken after the locks, with the first query,
    /// so that it has everything that was committed before.
    ///
    /// # Errors
    /// [`PostgresProblem::Busy`] while a server or a command is connected, even one that does not write at the moment: what it wrote later
    /// would be missing in the copy.
    pub(in crate::store) async fn begin(&mut self) -> Result<(), PostgresProblem> {
        wait_until_alone(&mut self.0).await?;
        // A database that was made read-only for the move numbers nothing otherwise, and the rows would be missing in the copy.
        execute(&mut self.0, &format!("BEGIN READ WRITE; {NUMBER_AUDIT}; COMMIT")).await?;
        let begin = format!("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY; {}", lock_in("SHARE"));
        execute(&mut self.0, &begin).await
    }

    /// The number of rows.
    pub(in crate::store) async fn count(&mut self, table: &Table) -> Result<u64, PostgresProblem> {
        count(&mut self.0, table).await
    }

    /// The greatest id that the database has assigned.
    pub(in crate::store) async fn last_id(&mut self, table: &Table) -> Result<i64, PostgresProblem> {
        let last = match table.ids {
            Ids::Random => return Ok(0),
            Ids::Counted => format!("SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END FROM {}_id_seq", table.name),
            Ids::Positions => "SELECT last FROM audit_position".to_owned(),
        };
        number(&mut self.0, &last).await
    }

    /// The next rows, the first ones or those after this row.
    pub(in crate::store) async fn rows(&mut self, table: &Table, after: Option<&Row>) -> Result<Vec<Row>, PostgresProblem> {
        let select = table.select(after.is_none());
        let mut select = query::<Postgres>(&select);
        for value in after.map_or(&[][..], |row| table.key_of(row)) {
            select = match value {
                Value::Null => select.bind(None::<i64>),
                Value::Bytes(bytes) => select.bind(bytes),
                Value::Text(text) => select.bind(text),
                Value::Number(number) => select.bind(number),
                Value::Flag(flag) => select.bind(flag),
            };
        }
        let rows = select.fetch_all(&mut self.0).await.map_err(|error| PostgresProblem::of(&error))?;
        rows.iter().map(|row| read(table.columns, row)).collect::<Result<_, _>>().map_err(|error| PostgresProblem::of(&error))
    }
}

impl PostgresTarget {
    /// Begins the transaction in a database with the schema of this version.
    pub(in crate::store) async fn open(url: &PostgresUrl) -> Result<Self, PostgresOpenError> {
        let mut connection = open(url).await?;
        let begin = format!("BEGIN ISOLATION LEVEL READ COMMITTED, READ WRITE; {}", lock_in("ACCESS EXCLUSIVE"));
        connection.execute(&*begin).await.map_err(|error| PostgresOpenError::Open(PostgresProblem::of(&error)))?;
        execute(&mut connection, NUMBER_AUDIT).await.map_err(PostgresOpenError::Open)?;
        Ok(Self(connection))
    }

    /// The number of rows.
    pub(in crate::store) async fn count(&mut self, table: &Table) -> Result<u64, PostgresProblem> {
        count(&mut self.0, table).await
    }

    pub(in crate::store) async fn insert(&mut self, table: &Table, rows: &[Row]) -> Result<(), PostgresProblem> {
        let statement = format!("COPY {} ({}) FROM STDIN (FORMAT binary)", table.name, table.columns());
        let copied = async {
            let mut copy = self.0.copy_in_raw(&statement).await?;
            copy.send(copy_data(rows)?).await?;
            copy.finish().await
        };
        copied.await.map(drop).map_err(|error| PostgresProblem::of(&error))
    }

    /// The next ids are greater than this one. Unlike `setval`, this is undone if the transaction is.
    pub(in crate::store) async fn set_last_id(&mut self, table: &Table, last: i64) -> Result<(), PostgresProblem> {
        let set = match table.ids {
            Ids::Random => return Ok(()),
            Ids::Counted => format!("ALTER TABLE {} ALTER COLUMN id RESTART WITH {}", table.name, last.saturating_add(1)),
            Ids::Positions => format!("UPDATE audit_position SET last = {last}"),
        };
        execute(&mut self.0, &set).await
    }

    /// Commits. If the connection breaks meanwhile, it is unknown whether the transaction was committed.
    pub(in crate::store) async fn commit(mut self) -> Result<(), PostgresProblem> {
        execute(&mut self.0, "COMMIT").await?;
        // Until this is done, PostgreSQL takes the tables for empty, and plans the steps accordingly. It would be done by itself a minute
        // later.
        let _ = execute(&mut self.0, &format!("ANALYZE {}", names())).await;
        let _ = self.0.close().await;
        Ok(())
    }
}

/// Opens a connection for a long transaction.
async fn open(url: &PostgresUrl) -> Result<PgConnection, PostgresOpenError> {
    let mut connection = connect(&options(url)?).await?;
    let lock_timeout = format!("SET lock_timeout = {}", LOCK_TIMEOUT.as_millis());
    for setting in [SESSION_SETTINGS, NO_TIMEOUTS, &lock_timeout] {
        execute(&mut connection, setting).await.map_err(PostgresOpenError::Open)?;
    }
    Ok(connection)
}

/// Waits until no other connection of Mailcode is open. All of them have the same name, unless a URL gives them another.
async fn wait_until_alone(connection: &mut PgConnection) -> Result<(), PostgresProblem> {
    const PAUSE: Duration = Duration::from_millis(100);
    let others = "SELECT count(*) FROM pg_stat_activity WHERE pid <> pg_backend_pid()
         AND datname = current_database() AND application_name = current_setting('application_name')";
    for _ in 0..LOCK_TIMEOUT.as_millis() / PAUSE.as_millis() {
        if number(connection, others).await? == 0 {
            return Ok(());
        }
        sleep(PAUSE).await;
    }
    Err(PostgresProblem::Busy)
}

/// The names of all tables, with commas.
fn names() -> String {
    let names: Vec<_> = TABLES.iter().map(|table| table.name).chain(["audit_arrival", "audit_position"]).collect();
    names.join(", ")
}

/// The statement that locks all tables in this mode.
fn lock_in(mode: &str) -> String {
    format!("LOCK TABLE {} IN {mode} MODE", names())
}

async fn count(connection: &mut PgConnection, table: &Table) -> Result<u64, PostgresProblem> {
    number(connection, &format!("SELECT count(*) FROM {}", table.name)).await.map(i64::cast_unsigned)
}

async fn number(connection: &mut PgConnection, statement: &str) -> Result<i64, PostgresProblem> {
    let row = connection.fetch_one(statement).await;
    row.and_then(|row| row.try_get(0)).map_err(|error| PostgresProblem::of(&error))
}

async fn execute(connection: &mut PgConnection, statement: &str) -> Result<(), PostgresProblem> {
    connection.execute(statement).await.map(drop).map_err(|error| PostgresProblem::of(&error))
}

fn read(columns: &[Column], row: &PgRow) -> Result<Row, Error> {
    let value = |(place, column): (usize, &Column)| {
        Ok(match column.kind {
            Kind::Bytes => row.try_get::<Option<_>, _>(place)?.map(Value::Bytes),
            Kind::Text => row.try_get::<Option<_>, _>(place)?.map(Value::Text),
            Kind::Number => row.try_get::<Option<_>, _>(place)?.map(Value::Number),
            Kind::Flag => row.try_get::<Option<_>, _>(place)?.map(Value::Flag),
        }
        .unwrap_or(Value::Null))
    };
    columns.iter().enumerate().map(value).collect()
}

/// These rows as binary data for COPY: for each its number of values, and for each of those its length and its octets, which are the same
/// that PostgreSQL sends.
fn copy_data(rows: &[Row]) -> Result<Vec<u8>, Error> {
    let mut data = COPY_HEADER.to_vec();
    for row in rows {
        data.extend(i16::try_from(row.len()).map_err(too_large)?.to_be_bytes());
        for value in row {
            match value {
                Value::Null => data.extend((-1_i32).to_be_bytes()),
                Value::Bytes(bytes) => put(&mut data, bytes)?,
                Value::Text(text) => put(&mut data, text.as_bytes())?,
                Value::Number(number) => put(&mut data, &number.to_be_bytes())?,
                Value::Flag(flag) => put(&mut data, &[u8::from(*flag)])?,
            }
        }
    }
    data.extend(COPY_END.to_be_bytes());
    Ok(data)
}

fn put(data: &mut Vec<u8>, value: &[u8]) -> Result<(), Error> {
    data.extend(i32::try_from(value.len()).map_err(too_large)?.to_be_bytes());
    data.extend_from_slice(value);
    Ok(())
}

fn too_large(error: std::num::TryFromIntError) -> Error {
    Error::Encode(Box::new(error))
}

#[cfg(all(test, unix))]
mod tests {
    use super::PostgresUrl;
    use crate::store::PostgresStore;
    use crate::store::tables::{Ids, Kind, Null, TABLES};
    use sqlx_core::row::Row;
    use test_support::postgres::Cluster;

    #[tokio::test]
    async fn every_table_and_column_is_copied() {
        let cluster = Cluster::start().await;
        cluster.create("mailcode", None).await;
        let store = PostgresStore::open(&PostgresUrl::parse(&cluster.url("mailcode")).expect("a URL")).await.expect("migrated");
        let list = async |query: &str| {
            let rows = store.rows(query, &[]).await.expect("rows");
            rows.iter().map(|row| row.get::<String, _>(0)).collect::<Vec<_>>()
        };
        let tables = "SELECT table_name::text FROM information_schema.tables
             WHERE table_schema = 'public' AND table_name NOT IN ('_sqlx_migrations', 'audit_arrival', 'audit_position') ORDER BY 1";
        let mut copied: Vec<_> = TABLES.iter().map(|table| table.name).collect();
        copied.sort_unstable();
        assert_eq!(copied, list(tables).await);
        for table in &TABLES {
            let columns = format!(
                "SELECT column_name || ' ' || data_type || CASE is_nullable WHEN 'YES' THEN ' NULL' ELSE '' END
                 || CASE is_identity WHEN 'YES' THEN ' counted' ELSE '' END
                 FROM information_schema.columns WHERE table_name = '{}' ORDER BY column_name",
                table.name
            );
            let mut copied: Vec<_> = table
                .columns
                .iter()
                .map(|column| {
                    let kind = match column.kind {
                        Kind::Bytes => "bytea",
                        Kind::Text => "text",
                        Kind::Number => "bigint",
                        Kind::Flag => "boolean",
                    };
                    let null = if column.null == Null::Copied { " NULL" } else { "" };
                    let counted = if table.ids == Ids::Counted && column.name == "id" { " counted" } else { "" };
                    format!("{} {kind}{null}{counted}", column.name)
                })
                .collect();
            copied.sort_unstable();
            let mut columns = list(&columns).await;
            columns.sort_unstable();
            assert_eq!(copied, columns, "{}", table.name);
        }
        let sequences = "SELECT sequencename::text FROM pg_sequences WHERE sequencename <> 'audit_arrival_arrival_seq'";
        assert_eq!(list(sequences).await, ["bucket_use_id_seq"], "every one is set; that of arrivals only orders rows that are not copied");
        let position = "SELECT column_name::text FROM information_schema.columns WHERE table_name = 'audit_position' ORDER BY 1";
        assert_eq!(list(position).await, ["last", "only_row"]);
    }
}
