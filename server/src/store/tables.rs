//! The tables that both databases have, as data, for copying their rows from one database to another. This is the only list of them: a test
//! compares it with the schema that the migrations create in each database.

/// A table with its columns.
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name in SQL.
    pub(super) name: &'static str,
    /// The name of its rows for people.
    pub(super) rows: &'static str,
    pub(super) columns: &'static [Column],
    /// How many of the first columns are the primary key.
    pub(super) key: usize,
    pub(super) ids: Ids,
}

/// A column of a table.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) null: Null,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Bytes,
    Text,
    Number,
    Flag,
}

/// What is done with a NULL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Null {
    /// Both databases, or PostgreSQL, refuse it.
    Refused,
    /// It is copied.
    Copied,
    /// This is written in its place. Only SQLite has a NULL there, in rows of earlier versions.
    Replaced(&'static str),
}

/// How the ids of new rows are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ids {
    /// By the rules, at random.
    Random,
    /// Counted by the database: by AUTOINCREMENT in SQLite, by an identity column in PostgreSQL.
    Counted,
    /// As before, but PostgreSQL counts in the table `audit_position`.
    Positions,
}

/// A value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Null,
    Bytes(Vec<u8>),
    Text(String),
    Number(i64),
    Flag(bool),
}

/// The values of a row, in the order of the columns of its table.
pub(super) type Row = Vec<Value>;

/// How many rows are read and written at once.
pub(super) const BATCH: usize = 1000;

/// The tables, each after those that it refers to.
pub(super) static TABLES: [Table; 8] = [
    Table {
        name: "account",
        rows: "accounts",
        columns: &[bytes("id"), text("identity"), text("email"), number("created_at"), number("address_changes")],
        key: 1,
        ids: Ids::Random,
    },
    Table {
        name: "sign_up",
        rows: "sign-ups",
        columns: &[
            bytes("id"),
            number("tries"),
            number("consumed_at").or_null(),
            number("ends_at"),
            // No hash is empty, so that this row is found by none, as before.
            Column { null: Null::Replaced("''"), ..text("mailbox") },
            number("voided_at").or_null(),
        ],
        key: 1,
        ids: Ids::Random,
    },
    Table { name: "refused_code", rows: "tried codes", columns: &[bytes("sign_up"), bytes("code")], key: 2, ids: Ids::Random },
    Table {
        name: "not_me",
        rows: "tokens in mails",
        columns: &[bytes("token"), text("mailbox"), number("ends_at")],
        key: 1,
        ids: Ids::Random,
    },
    Table {
        name: "delivery",
        rows: "states of mails",
        columns: &[bytes("code_id"), text("outcome"), number("recorded_at"), number("ends_at"), text("relay").or_null()],
        key: 1,
        ids: Ids::Random,
    },
    Table {
        name: "bucket_use",
        rows: "uses of limits",
        columns: &[number("id"), text("limited_by"), text("key"), number("used_at")],
        key: 1,
        ids: Ids::Counted,
    },
    Table {
        name: "session",
        rows: "sessions",
        columns: &[bytes("id_hash"), text("data"), number("expires_at"), number("version"), bytes("account").or_null(), bytes("handle")],
        key: 1,
        ids: Ids::Random,
    },
    Table {
        name: "audit_event",
        rows: "audit events",
        columns: &[
            number("id"),
            number("at"),
            number("keep_until"),
            text("kind"),
            text("event"),
            text("address").or_null(),
            text("address_hash").or_null(),
            text("network").or_null(),
            number("left_out"),
            Column { kind: Kind::Flag, ..number("is_rationed") },
        ],
        key: 1,
        ids: Ids::Positions,
    },
];

const fn bytes(name: &'static str) -> Column {
    Column { name, kind: Kind::Bytes, null: Null::Refused }
}

const fn text(name: &'static str) -> Column {
    Column { name, kind: Kind::Text, null: Null::Refused }
}

const fn number(name: &'static str) -> Column {
    Column { name, kind: Kind::Number, null: Null::Refused }
}

impl Column {
    const fn or_null(self) -> Self {
        Self { null: Null::Copied, ..self }
    }
}

impl Table {
    /// The name of its rows for people, such as "accounts".
    #[must_use]
    pub const fn rows(&self) -> &'static str {
        self.rows
    }

    /// The names of its columns, with commas.
    pub(super) fn columns(&self) -> String {
        names(self.columns)
    }

    /// The values of the primary key in a row.
    pub(super) fn key_of<'a>(&self, row: &'a Row) -> &'a [Value] {
        &row[..self.key]
    }

    /// The query for the next rows by the primary key: the first ones, or those after the key that is given as `$1` and so on, in this
    /// order. Both databases understand it. A query for each batch needs no memory for the others, and no cursor.
    pub(super) fn select(&self, is_first: bool) -> String {
        let values: Vec<_> = self
            .columns
            .iter()
            .map(|column| match column.null {
                Null::Replaced(value) => format!("coalesce({}, {value})", column.name),
                Null::Refused | Null::Copied => column.name.to_owned(),
            })
            .collect();
        let (values, key) = (values.join(", "), names(&self.columns[..self.key]));
        let places: Vec<_> = (1..=self.key).map(|place| format!("${place}")).collect();
        let after = if is_first { String::new() } else { format!(" WHERE ({key}) > ({})", places.join(", ")) };
        format!("SELECT {values} FROM {}{after} ORDER BY {key} LIMIT {BATCH}", self.name)
    }
}

fn names(columns: &[Column]) -> String {
    columns.iter().map(|column| column.name).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::TABLES;

    #[test]
    fn a_query_begins_after_the_last_key() {
        let [.., not_me, _, _, _, _] = &TABLES;
        assert_eq!(not_me.select(true), "SELECT token, mailbox, ends_at FROM not_me ORDER BY token LIMIT 1000");
        let codes = &TABLES[2];
        let after = "SELECT sign_up, code FROM refused_code WHERE (sign_up, code) > ($1, $2) ORDER BY sign_up, code LIMIT 1000";
        assert_eq!(codes.select(false), after);
    }
}
