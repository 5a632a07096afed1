use super::postgres::{PostgresSource, PostgresTarget};
use super::sqlite::{SqliteSource, SqliteTarget};
use super::tables::{Ids, Row, TABLES, Table};
use super::{
    Database, DatabaseFault, DatabaseLocation, DatabaseOpenError, DatabaseProblem, OpenProblem, PostgresOpenError, PostgresProblem,
    SchemaState, StoreOpenError,
};

/// Copies everything from one database to another, which has none of it before: all, or nothing. The source is read in one snapshot, while
/// nobody writes it, and is not changed; the target is written in one transaction. If this is dropped, the target stays without a row.
pub struct Transfer {
    source: Source,
    target: Target,
    counts: Vec<TableCount>,
}

/// How many rows a table has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableCount {
    /// The table.
    pub table: &'static Table,
    /// Its rows.
    pub rows: u64,
}

/// Why nothing was copied.
#[derive(Debug, thiserror::Error)]
pub enum TransferError {
    /// The source cannot be read. Displays as the rest of a sentence that names it.
    #[error("{0}")]
    Source(TransferProblem),
    /// The target cannot be written. Displays as the rest of a sentence that names it.
    #[error("{0}")]
    Target(TransferProblem),
    /// The target has rows.
    #[error("it is not empty ({})", list(.0))]
    NotEmpty(Vec<TableCount>),
    /// A table of the target would have another number of rows than that of the source.
    #[error("it would have {found} of {} {}", .expected.rows, .expected.table.rows)]
    Incomplete {
        /// What the source has.
        expected: TableCount,
        /// The rows of the target.
        found: u64,
    },
    /// The connection broke during the commit: the target has everything or nothing.
    #[error("{0}")]
    Unknown(PostgresProblem),
}

/// What is wrong with one of the databases. Displays as the rest of a sentence that names it.
#[derive(Debug, thiserror::Error)]
pub enum TransferProblem {
    /// It cannot be opened.
    #[error("{0}")]
    Open(DatabaseOpenError),
    /// It has none of Mailcode's tables.
    #[error("it has no tables of Mailcode")]
    NoTables,
    /// It has the schema of an earlier version.
    #[error("it has the schema of an earlier version")]
    Earlier,
    /// A server, or another program, uses it.
    #[error("a server or another program uses it")]
    InUse,
    /// It cannot be used.
    #[error("{0}")]
    Use(DatabaseProblem),
    /// A row of this table cannot be read or written.
    #[error("a row of the table {name} is refused: {1}", name = .0.name)]
    Row(&'static Table, DatabaseProblem),
}

impl Transfer {
    /// Opens both databases and begins their transactions. The schema of the target is migrated to this version, and a missing file is
    /// created.
    ///
    /// # Errors
    /// See [`TransferError`].
    pub async fn begin(from: &DatabaseLocation, to: &DatabaseLocation) -> Result<Self, TransferError> {
        let mut source = Source::open(from).await.map_err(TransferError::Source)?;
        let mut target = Target::open(to).await.map_err(TransferError::Target)?;
        let present = target.counts().await.map_err(|problem| TransferError::Target(TransferProblem::of(problem)))?;
        let present: Vec<_> = present.into_iter().filter(|count| count.rows > 0).collect();
        if !present.is_empty() {
            return Err(TransferError::NotEmpty(present));
        }
        let counts = source.counts().await.map_err(|problem| TransferError::Source(TransferProblem::of(problem)))?;
        Ok(Self { source, target, counts })
    }

    /// The number of all rows.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.counts.iter().map(|count| count.rows).sum()
    }

    /// Copies all rows, reports the number of each batch, and commits. Returns the number of rows in each table.
    ///
    /// # Errors
    /// See [`TransferError`].
    pub async fn run(mut self, mut report: impl FnMut(u64)) -> Result<Vec<TableCount>, TransferError> {
        for table in &TABLES {
            let mut last: Option<Row> = None;
            loop {
                let rows = self.source.rows(table, last.as_ref()).await;
                let rows = rows.map_err(|problem| TransferError::Source(TransferProblem::in_table(table, problem)))?;
                if rows.is_empty() {
                    break;
                }
                let written = self.target.insert(table, &rows).await;
                written.map_err(|problem| TransferError::Target(TransferProblem::in_table(table, problem)))?;
                report(rows.len() as u64);
                last = rows.into_iter().next_back();
            }
            if table.ids != Ids::Random {
                let last = self.source.last_id(table).await;
                let last = last.map_err(|problem| TransferError::Source(TransferProblem::of(problem)))?;
                let set = self.target.set_last_id(table, last).await;
                set.map_err(|problem| TransferError::Target(TransferProblem::of(problem)))?;
            }
        }
        let found = self.target.counts().await.map_err(|problem| TransferError::Target(TransferProblem::of(problem)))?;
        for (expected, found) in self.counts.iter().zip(found) {
            if *expected != found {
                return Err(TransferError::Incomplete { expected: *expected, found: found.rows });
            }
        }
        self.target.commit().await?;
        Ok(self.counts)
    }
}

/// The database that is read.
enum Source {
    Sqlite(SqliteSource),
    Postgres(PostgresSource),
}

/// The database that is written.
enum Target {
    Sqlite(SqliteTarget),
    Postgres(PostgresTarget),
}

impl Source {
    async fn open(location: &DatabaseLocation) -> Result<Self, TransferProblem> {
        match location {
            DatabaseLocation::Sqlite(file) => {
                let unusable = |problem| TransferProblem::of(DatabaseProblem::Sqlite(problem));
                let source =
                    SqliteSource::open(file.path()).map_err(|problem| TransferProblem::opening(StoreOpenError::Open(problem).into()))?;
                let state = source.schema_state().map_err(unusable)?;
                require_current(state, || unusable(OpenProblem::Newer), || unusable(OpenProblem::FailedMigration))?;
                Ok(Self::Sqlite(source))
            }
            DatabaseLocation::Postgres(url) => {
                let unusable = |problem| TransferProblem::of(DatabaseProblem::Postgres(problem));
                let mut source = PostgresSource::open(url).await.map_err(|error| TransferProblem::opening(error.into()))?;
                let state = source.schema_state().await.map_err(unusable)?;
                require_current(state, || unusable(PostgresProblem::Newer), || unusable(PostgresProblem::FailedMigration))?;
                source.begin().await.map_err(unusable)?;
                Ok(Self::Postgres(source))
            }
        }
    }

    async fn counts(&mut self) -> Result<Vec<TableCount>, DatabaseProblem> {
        let mut counts = Vec::new();
        for table in &TABLES {
            let rows = match self {
                Self::Sqlite(source) => source.count(table).map_err(DatabaseProblem::Sqlite)?,
                Self::Postgres(source) => source.count(table).await.map_err(DatabaseProblem::Postgres)?,
            };
            counts.push(TableCount { table, rows });
        }
        Ok(counts)
    }

    async fn last_id(&mut self, table: &Table) -> Result<i64, DatabaseProblem> {
        match self {
            Self::Sqlite(source) => source.last_id(table).map_err(DatabaseProblem::Sqlite),
            Self::Postgres(source) => source.last_id(table).await.map_err(DatabaseProblem::Postgres),
        }
    }

    async fn rows(&mut self, table: &Table, after: Option<&Row>) -> Result<Vec<Row>, DatabaseProblem> {
        match self {
            // It is read on this thread, which has nothing else to do.
            Self::Sqlite(source) => source.rows(table, after).map_err(DatabaseProblem::Sqlite),
            Self::Postgres(source) => source.rows(table, after).await.map_err(DatabaseProblem::Postgres),
        }
    }
}

/// Refuses a source whose schema is not that of this version. Each kind of database has words of its own for the last two states.
fn require_current(
    state: SchemaState,
    newer: impl FnOnce() -> TransferProblem,
    failed_migration: impl FnOnce() -> TransferProblem,
) -> Result<(), TransferProblem> {
    match state {
        SchemaState::Current => Ok(()),
        SchemaState::Missing => Err(TransferProblem::NoTables),
        SchemaState::Older(_) => Err(TransferProblem::Earlier),
        SchemaState::Newer => Err(newer()),
        SchemaState::FailedMigration => Err(failed_migration()),
    }
}

impl Target {
    async fn open(location: &DatabaseLocation) -> Result<Self, TransferProblem> {
        drop(Database::open(location).await.map_err(TransferProblem::opening)?);
        Ok(match location {
            DatabaseLocation::Sqlite(file) => {
                let target = SqliteTarget::open(file.path());
                Self::Sqlite(target.map_err(|problem| TransferProblem::opening(StoreOpenError::Open(problem).into()))?)
            }
            DatabaseLocation::Postgres(url) => {
                Self::Postgres(PostgresTarget::open(url).await.map_err(|error| TransferProblem::opening(error.into()))?)
            }
        })
    }

    async fn counts(&mut self) -> Result<Vec<TableCount>, DatabaseProblem> {
        let mut counts = Vec::new();
        for table in &TABLES {
            let rows = match self {
                Self::Sqlite(target) => target.count(table).map_err(DatabaseProblem::Sqlite)?,
                Self::Postgres(target) => target.count(table).await.map_err(DatabaseProblem::Postgres)?,
            };
            counts.push(TableCount { table, rows });
        }
        Ok(counts)
    }

    async fn insert(&mut self, table: &Table, rows: &[Row]) -> Result<(), DatabaseProblem> {
        match self {
            Self::Sqlite(target) => target.insert(table, rows).map_err(DatabaseProblem::Sqlite),
            Self::Postgres(target) => target.insert(table, rows).await.map_err(DatabaseProblem::Postgres),
        }
    }

    async fn set_last_id(&mut self, table: &Table, last: i64) -> Result<(), DatabaseProblem> {
        match self {
            Self::Sqlite(target) => target.set_last_id(table, last).map_err(DatabaseProblem::Sqlite),
            Self::Postgres(target) => target.set_last_id(table, last).await.map_err(DatabaseProblem::Postgres),
        }
    }

    async fn commit(self) -> Result<(), TransferError> {
        match self {
            Self::Sqlite(target) => {
                target.commit().map_err(|problem| TransferError::Target(TransferProblem::of(DatabaseProblem::Sqlite(problem))))
            }
            Self::Postgres(target) => target.commit().await.map_err(|problem| match problem {
                PostgresProblem::Unreachable | PostgresProblem::TimedOut | PostgresProblem::Stopping => TransferError::Unknown(problem),
                problem => TransferError::Target(TransferProblem::of(DatabaseProblem::Postgres(problem))),
            }),
        }
    }
}

impl TransferError {
    /// What to do about it, as a clause.
    #[must_use]
    pub const fn fix(&self) -> &'static str {
        match self {
            Self::Source(problem) | Self::Target(problem) => problem.fix(),
            Self::NotEmpty(_) => "name a new file or an empty PostgreSQL database, or remove this one if nobody needs it",
            Self::Incomplete { .. } => "check that nothing else changes it, and try again",
            Self::Unknown(_) => "try again; if it is then not empty, everything was copied",
        }
    }
}

impl TransferProblem {
    fn opening(error: DatabaseOpenError) -> Self {
        match error {
            DatabaseOpenError::Sqlite(StoreOpenError::Open(OpenProblem::Fault(DatabaseFault::Locked)))
            | DatabaseOpenError::Postgres(PostgresOpenError::Open(PostgresProblem::Busy)) => Self::InUse,
            error => Self::Open(error),
        }
    }

    fn of(problem: DatabaseProblem) -> Self {
        match problem {
            DatabaseProblem::Sqlite(OpenProblem::Fault(DatabaseFault::Locked)) | DatabaseProblem::Postgres(PostgresProblem::Busy) => {
                Self::InUse
            }
            problem => Self::Use(problem),
        }
    }

    fn in_table(table: &'static Table, problem: DatabaseProblem) -> Self {
        match problem {
            DatabaseProblem::Sqlite(OpenProblem::Other(_)) | DatabaseProblem::Postgres(PostgresProblem::Other(_)) => {
                Self::Row(table, problem)
            }
            problem => Self::of(problem),
        }
    }

    /// What to do about it, as a clause.
    #[must_use]
    pub const fn fix(&self) -> &'static str {
        match self {
            Self::Open(error) => error.fix(),
            Self::NoTables => "set MAILCODE_DATABASE_URL to the database that the server uses",
            Self::Earlier => "start this version on it once, stop it, and try again",
            Self::InUse => "stop the server and every other command on it first, and try again",
            Self::Use(problem) => problem.fix(),
            Self::Row(..) => "correct or delete this row in the source, and try again",
        }
    }
}

/// Lists the rows of tables: "accounts: 3, sessions: 2".
fn list(counts: &[TableCount]) -> String {
    counts.iter().map(|count| format!("{}: {}", count.table.rows, count.rows)).collect::<Vec<_>>().join(", ")
}
