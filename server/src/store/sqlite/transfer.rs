//! Reads and writes whole tables, for moving a database.

use super::connections::{BUSY_TIMEOUT, open, open_writer};
use super::migrations;
use super::open_error::OpenProblem;
use crate::store::SchemaState;
use crate::store::tables::{Column, Kind, Row, Table, Value};
use rusqlite::config::DbConfig;
use rusqlite::types::{ToSql, ToSqlOutput};
use rusqlite::{Connection, OpenFlags, OptionalExtension, Result, params, params_from_iter};
use std::path::{Path, PathBuf};

/// A database that is read in one transaction, while no other program has it open.
pub(in crate::store) struct SqliteSource(File);

/// A database that is written in one transaction.
pub(in crate::store) struct SqliteTarget(File);

/// A connection with the path of its file, for the problems.
struct File {
    connection: Connection,
    path: PathBuf,
}

impl SqliteSource {
    /// Opens an existing file and begins the transaction.
    ///
    /// # Errors
    /// [`DatabaseFault::Locked`] in [`OpenProblem::Fault`] while a server or a command has it open, even one that does not write at the
    /// moment: what it wrote later would be missing in the copy.
    ///
    /// [`DatabaseFault::Locked`]: super::DatabaseFault::Locked
    pub(in crate::store) fn open(path: &Path) -> Result<Self, OpenProblem> {
        let begin = || {
            let connection = open(path, OpenFlags::SQLITE_OPEN_READ_WRITE, BUSY_TIMEOUT)?;
            // A write-ahead log that a crash has left stays as it is.
            connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
            // Every connection to a file with a write-ahead log holds a lock that excludes this one.
            connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
            connection.execute_batch("BEGIN IMMEDIATE; PRAGMA query_only = ON")?;
            Ok(connection)
        };
        let connection = begin().map_err(|error| OpenProblem::of(&error, path))?;
        Ok(Self(File { connection, path: path.to_owned() }))
    }

    pub(in crate::store) fn schema_state(&self) -> Result<SchemaState, OpenProblem> {
        self.0.run(migrations::state)
    }

    /// The number of rows.
    pub(in crate::store) fn count(&self, table: &Table) -> Result<u64, OpenProblem> {
        self.0.count(table)
    }

    /// The greatest id that the database has assigned.
    pub(in crate::store) fn last_id(&self, table: &Table) -> Result<i64, OpenProblem> {
        let last = |connection: &Connection| {
            let query = "SELECT seq FROM sqlite_sequence WHERE name = ?";
            Ok(connection.query_row(query, [table.name], |row| row.get(0)).optional()?.unwrap_or(0))
        };
        self.0.run(last)
    }

    /// The next rows, the first ones or those after this row.
    pub(in crate::store) fn rows(&self, table: &Table, after: Option<&Row>) -> Result<Vec<Row>, OpenProblem> {
        self.0.run(|connection| {
            let mut query = connection.prepare_cached(&table.select(after.is_none()))?;
            let key = params_from_iter(after.map_or(&[][..], |row| table.key_of(row)));
            query.query_map(key, |row| read(table.columns, row))?.collect()
        })
    }
}

impl SqliteTarget {
    /// Begins the transaction in a file with the schema of this version.
    pub(in crate::store) fn open(path: &Path) -> Result<Self, OpenProblem> {
        let begin = || {
            let connection = open_writer(path)?;
            connection.execute_batch("BEGIN IMMEDIATE")?;
            Ok(connection)
        };
        let connection = begin().map_err(|error| OpenProblem::of(&error, path))?;
        Ok(Self(File { connection, path: path.to_owned() }))
    }

    /// The number of rows.
    pub(in crate::store) fn count(&self, table: &Table) -> Result<u64, OpenProblem> {
        self.0.count(table)
    }

    pub(in crate::store) fn insert(&self, table: &Table, rows: &[Row]) -> Result<(), OpenProblem> {
        let places = vec!["?"; table.columns.len()].join(", ");
        let insert = format!("INSERT INTO {} ({}) VALUES ({places})", table.name, table.columns());
        self.0.run(|connection| {
            let mut insert = connection.prepare_cached(&insert)?;
            rows.iter().try_for_each(|row| insert.execute(params_from_iter(row)).map(|_| ()))
        })
    }

    /// The next ids are greater than this one.
    pub(in crate::store) fn set_last_id(&self, table: &Table, last: i64) -> Result<(), OpenProblem> {
        self.0.run(|connection| {
            // There is a row as soon as the table had one.
            let changed = connection.execute("UPDATE sqlite_sequence SET seq = max(seq, ?2) WHERE name = ?1", params![table.name, last])?;
            if changed == 0 {
                connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", params![table.name, last])?;
            }
            Ok(())
        })
    }

    pub(in crate::store) fn commit(self) -> Result<(), OpenProblem> {
        self.0.run(|connection| connection.execute_batch("COMMIT"))
    }
}

impl File {
    fn run<T>(&self, work: impl FnOnce(&Connection) -> Result<T>) -> Result<T, OpenProblem> {
        work(&self.connection).map_err(|error| OpenProblem::of(&error, &self.path))
    }

    fn count(&self, table: &Table) -> Result<u64, OpenProblem> {
        let count = |connection: &Connection| {
            let number: i64 = connection.query_row(&format!("SELECT count(*) FROM {}", table.name), [], |row| row.get(0))?;
            Ok(number.cast_unsigned())
        };
        self.run(count)
    }
}

fn read(columns: &[Column], row: &rusqlite::Row<'_>) -> Result<Row> {
    let value = |(place, column): (usize, &Column)| {
        Ok(match column.kind {
            Kind::Bytes => row.get::<_, Option<_>>(place)?.map(Value::Bytes),
            Kind::Text => row.get::<_, Option<_>>(place)?.map(Value::Text),
            Kind::Number => row.get::<_, Option<_>>(place)?.map(Value::Number),
            Kind::Flag => row.get::<_, Option<_>>(place)?.map(Value::Flag),
        }
        .unwrap_or(Value::Null))
    };
    columns.iter().enumerate().map(value).collect()
}

impl ToSql for Value {
    fn to_sql(&self) -> Result<ToSqlOutput<'_>> {
        match self {
            Self::Null => Ok(ToSqlOutput::Owned(rusqlite::types::Value::Null)),
            Self::Bytes(bytes) => bytes.to_sql(),
            Self::Text(text) => text.to_sql(),
            Self::Number(number) => number.to_sql(),
            Self::Flag(flag) => flag.to_sql(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::migrations;
    use crate::store::tables::{Ids, Kind, Null, TABLES};
    use rusqlite::{Connection, Row};
    use std::path::Path;

    #[test]
    fn every_table_and_column_is_copied() {
        let mut database = Connection::open_in_memory().expect("a database");
        migrations::run(&mut database, Path::new("")).expect("migrated");
        let text = |row: &Row<'_>| row.get::<_, String>(0);
        let list = |query: &str| {
            let mut query = database.prepare(query).expect("a query");
            query.query_map([], text).expect("rows").collect::<Result<Vec<_>, _>>().expect("texts")
        };
        let tables = list("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> '_sqlx_migrations'");
        let mut copied: Vec<_> = TABLES.iter().map(|table| table.name).collect();
        copied.sort_unstable();
        let mut tables: Vec<_> = tables.iter().map(String::as_str).collect();
        tables.sort_unstable();
        assert_eq!(copied, tables);
        for table in &TABLES {
            let columns = "SELECT name || ' ' || type || iif(\"notnull\", '', ' NULL') FROM pragma_table_info";
            let mut copied: Vec<_> = table
                .columns
                .iter()
                .map(|column| {
                    let kind = match column.kind {
                        Kind::Bytes => "BLOB",
                        Kind::Text => "TEXT",
                        Kind::Number | Kind::Flag => "INTEGER",
                    };
                    let is_of_earlier_versions = (table.name, column.name) == ("session", "handle");
                    let null = if column.null == Null::Refused && !is_of_earlier_versions { "" } else { " NULL" };
                    format!("{} {kind}{null}", column.name)
                })
                .collect();
            copied.sort_unstable();
            assert_eq!(copied, list(&format!("{columns}('{}') ORDER BY 1", table.name)), "{}", table.name);
            let key = list(&format!("SELECT name FROM pragma_table_info('{}') WHERE pk > 0 ORDER BY pk", table.name));
            assert_eq!(table.columns[..table.key].iter().map(|column| column.name).collect::<Vec<_>>(), key);
            let counts = format!("SELECT 1 FROM sqlite_schema WHERE name = '{}' AND sql LIKE '%AUTOINCREMENT%'", table.name);
            assert_eq!(table.ids != Ids::Random, database.prepare(&counts).and_then(|mut query| query.exists([])).expect("a query"));
        }
    }
}
