use secrecy::SecretString;
use std::fmt;
use std::io;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;
use tokio::process::Command;
use tokio::time::timeout;

/// The source of an OAuth 2.0 access token. It is read for every login, since a token lives about an hour.
#[derive(Clone, PartialEq, Eq)]
pub enum AccessTokenSource {
    /// The first line of a file, which another program keeps up to date.
    File(PathBuf),
    /// The first line that this shell command prints.
    Command(String),
}

/// Why no token could be read. Contains nothing of the token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AccessTokenError {
    /// The file cannot be read, or the command cannot be started.
    #[error("the source cannot be read: {0}")]
    Unreadable(io::ErrorKind),
    /// The command ended with a status other than 0.
    #[error("the command failed")]
    Failed,
    /// The command took longer than [`AccessTokenSource::WITHIN`].
    #[error("the command timed out")]
    TimedOut,
    /// The first line is not a token (RFC 6750 §2.1: letters, digits and `-._~+/=`).
    #[error("the source returned no valid token")]
    NotAToken,
}

impl AccessTokenSource {
    /// Time-out of a command, which may have to ask an authorization server.
    pub const WITHIN: Duration = Duration::from_secs(10);
    /// Maximum length of a token in characters. Those of large providers have some 2000.
    const MAX_LENGTH: usize = 16 * 1024;

    pub(super) async fn read(&self) -> Result<SecretString, AccessTokenError> {
        let text = match self {
            Self::File(path) => tokio::fs::read_to_string(path).await.map_err(|error| AccessTokenError::Unreadable(error.kind()))?,
            Self::Command(command) => timeout(Self::WITHIN, run(command)).await.unwrap_or(Err(AccessTokenError::TimedOut))?,
        };
        let token = text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default().trim();
        let is_of_token = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~+/=".contains(&byte);
        let is_token = (1..=Self::MAX_LENGTH).contains(&token.len()) && token.bytes().all(is_of_token);
        if is_token { Ok(SecretString::from(token.to_owned())) } else { Err(AccessTokenError::NotAToken) }
    }
}

/// Runs the command and returns what it prints. Its standard error is ours, so that the operator can read what went wrong.
async fn run(command: &str) -> Result<String, AccessTokenError> {
    let unreadable = |error: io::Error| AccessTokenError::Unreadable(error.kind());
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", command]).stdin(Stdio::null()).stdout(Stdio::piped()).kill_on_drop(true);
    let output = shell.spawn().map_err(unreadable)?.wait_with_output().await.map_err(unreadable)?;
    if output.status.success() {
        String::from_utf8(output.stdout).map_err(|_| AccessTokenError::NotAToken)
    } else {
        Err(AccessTokenError::Failed)
    }
}

/// Hides a command, which may hold a secret. A path holds none.
impl fmt::Debug for AccessTokenSource {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => formatter.debug_tuple("File").field(path).finish(),
            Self::Command(_) => formatter.write_str("Command(…)"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{AccessTokenError, AccessTokenSource};
    use secrecy::ExposeSecret;
    use std::fs;
    use std::io::ErrorKind;

    async fn printed(command: &str) -> Result<String, AccessTokenError> {
        AccessTokenSource::Command(command.to_owned()).read().await.map(|token| token.expose_secret().to_owned())
    }

    #[tokio::test]
    async fn the_first_line_of_a_commands_output_is_the_token() {
        assert_eq!(printed("echo ya29.a0-_~+/=").await, Ok("ya29.a0-_~+/=".to_owned()));
        assert_eq!(printed("printf ' one \\nmore\\n'").await, Ok("one".to_owned()), "the first line counts");
        assert_eq!(printed("echo token; exit 3").await, Err(AccessTokenError::Failed));
        for nothing in ["true", "echo", "echo two words", "printf 'a\\001b'"] {
            assert_eq!(printed(nothing).await, Err(AccessTokenError::NotAToken), "{nothing}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_command_that_does_not_end_times_out() {
        assert_eq!(printed("exec sleep 1000").await, Err(AccessTokenError::TimedOut));
    }

    #[tokio::test]
    async fn a_token_file_is_read_anew_each_time() {
        let directory = tempfile::tempdir().expect("a directory");
        let source = AccessTokenSource::File(directory.path().join("token"));
        assert_eq!(source.read().await.expect_err("no file"), AccessTokenError::Unreadable(ErrorKind::NotFound));
        for token in ["first", "second"] {
            fs::write(directory.path().join("token"), format!("\u{feff}{token}\r\n")).expect("written");
            assert_eq!(source.read().await.expect("a token").expose_secret(), token);
        }
    }

    #[test]
    fn the_command_for_a_token_is_not_printed() {
        assert_eq!(format!("{:?}", AccessTokenSource::Command("print secret".to_owned())), "Command(…)");
    }
}
