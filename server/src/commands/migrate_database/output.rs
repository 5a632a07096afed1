use crate::config::{Settings, absolute_path};
use crate::store::{DatabaseLocation, TableCount};
use std::fmt::Write;
use std::path::PathBuf;

/// Where the secret key is, which no database contains.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// In this setting.
    Set(&'static str),
    /// In this file beside the database that was read.
    Generated(PathBuf),
    /// In the settings of the server, which this command was not given.
    Elsewhere,
}

impl Key {
    pub(super) fn find(settings: &Settings, from: &DatabaseLocation) -> Self {
        if settings.secret_key.is_some() {
            return Self::Set("MAILCODE_SECRET_KEY");
        }
        if settings.secret_key_file.is_some() {
            return Self::Set("MAILCODE_SECRET_KEY_FILE");
        }
        let generated = from.file().map(|file| absolute_path(&file.directory().join("secret.key")));
        generated.filter(|path| path.exists()).map_or(Self::Elsewhere, Self::Generated)
    }

    /// What to do so that the server has the same key at the new database.
    fn next_step(&self, to: &DatabaseLocation) -> String {
        match (self, to) {
            (Self::Set(setting), _) => format!("Keep the secret key: leave {setting} as it is."),
            (Self::Generated(path), DatabaseLocation::Postgres(_)) => format!(
                "Keep the secret key, which is in {}, unless the server's settings have another: set MAILCODE_SECRET_KEY_FILE to this \
                 file, or to a copy of it.",
                path.display()
            ),
            (Self::Generated(path), DatabaseLocation::Sqlite(file)) => {
                if path.parent() == Some(&absolute_path(file.directory())) {
                    format!("Keep the secret key: leave {} where it is.", path.display())
                } else {
                    format!(
                        "Keep the secret key, which is in {}, unless the server's settings have another: copy it into the directory of \
                         the new database, or set MAILCODE_SECRET_KEY_FILE to it.",
                        path.display()
                    )
                }
            }
            (Self::Elsewhere, _) => {
                "Keep the secret key: set MAILCODE_SECRET_KEY or MAILCODE_SECRET_KEY_FILE to the one that the server has had.".to_owned()
            }
        }
    }
}

/// What was copied, and what to do next, for people. The URLs are shown without passwords.
pub(super) fn for_people(from: &DatabaseLocation, to: &DatabaseLocation, key: &Key, copied: &[TableCount]) -> String {
    let mut text = format!("Copied everything from {from} to {to}:\n");
    for count in copied {
        let _ = writeln!(text, "  {:<16}{:>12}", count.table.rows(), count.rows);
    }
    let (url, user) = match to {
        DatabaseLocation::Sqlite(_) => (format!("sqlite://{to}"), ""),
        DatabaseLocation::Postgres(_) => (to.to_string(), ", with the user, the password and the parameters of --to"),
    };
    let _ = write!(
        text,
        "\nNext:\n  1. Set MAILCODE_DATABASE_URL to {url}{user}.\n  2. {} With another key, codes that were sent stop working.\n  \
         3. Start the server, and never again on the old database, which is unchanged. Delete that when you no longer need it: it \
         contains addresses.\n",
        key.next_step(to)
    );
    text
}

#[cfg(test)]
mod tests {
    use super::{Key, for_people};
    use crate::config::Settings;
    use crate::store::DatabaseLocation;
    use clap::Parser;
    use std::fs;

    fn location(url: &str) -> DatabaseLocation {
        DatabaseLocation::parse(url).expect("a URL")
    }

    fn settings(flags: &[&str]) -> Settings {
        Settings::try_parse_from([&["mailcode"], flags].concat()).expect("settings")
    }

    #[test]
    fn the_next_steps_show_no_password_and_name_the_key() {
        let directory = tempfile::tempdir().expect("a directory");
        let here = directory.path().display();
        let from = location(&format!("sqlite://{here}/mailcode.db"));
        let to = location("postgres://mailcode:hunter2@db.example.org/accounts");
        fs::write(directory.path().join("secret.key"), "").expect("written");
        let text = for_people(&from, &to, &Key::find(&settings(&[]), &from), &[]);
        assert!(text.contains("MAILCODE_DATABASE_URL to postgres://db.example.org:5432/accounts,") && !text.contains("hunter2"), "{text}");
        assert!(text.contains(&format!("{here}/secret.key")) && text.contains("set MAILCODE_SECRET_KEY_FILE to this file"), "{text}");
    }

    #[test]
    fn the_key_is_looked_for_in_the_settings_then_beside_the_file() {
        let directory = tempfile::tempdir().expect("a directory");
        let here = directory.path().display();
        let from = location(&format!("sqlite://{here}/mailcode.db"));
        assert_eq!(Key::find(&settings(&[]), &from), Key::Elsewhere);
        let path = directory.path().join("secret.key");
        fs::write(&path, "").expect("written");
        let generated = Key::find(&settings(&[]), &from);
        assert_eq!(generated, Key::Generated(path));
        assert_eq!(Key::find(&settings(&["--secret-key-file", "key"]), &from), Key::Set("MAILCODE_SECRET_KEY_FILE"));
        assert_eq!(Key::find(&settings(&["--secret-key", "0"]), &from), Key::Set("MAILCODE_SECRET_KEY"));
        assert_eq!(Key::find(&settings(&[]), &location("postgres://localhost/accounts")), Key::Elsewhere);
        assert!(generated.next_step(&location(&format!("sqlite://{here}/new.db"))).contains("where it is"));
        assert!(generated.next_step(&location(&format!("sqlite://{here}/new/mailcode.db"))).contains("copy it into the directory"));
    }
}
