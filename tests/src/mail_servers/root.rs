use std::io;
use std::os::unix::fs::MetadataExt;
use std::process::{Command, Output};

/// The user id of the tests.
pub(crate) fn our_uid() -> u32 {
    std::fs::metadata("/proc/self").expect("the system tells of processes").uid()
}

/// Runs a program as root: directly where the tests run as root, else by sudo, which may not ask for a password.
///
/// # Errors
/// When the program, or sudo, does not start.
pub(crate) fn try_as_root(program: &str, arguments: &[&str]) -> io::Result<Output> {
    let mut command = if our_uid() == 0 { Command::new(program) } else { Command::new("sudo") };
    if our_uid() != 0 {
        command.args(["--non-interactive", program]);
    }
    command.args(arguments).output()
}

/// Like [`try_as_root`], for programs that must start.
///
/// # Panics
/// When neither root nor sudo is available; the message says what to do.
pub(crate) fn as_root(program: &str, arguments: &[&str]) -> Output {
    let output = try_as_root(program, arguments);
    let output = output.unwrap_or_else(|error| panic!("cannot start {program} as root: {error}. {WITHOUT}"));
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(!complaint.starts_with("sudo: "), "cannot start {program} as root: {complaint}. {WITHOUT}");
    output
}

const WITHOUT: &str =
    "This test needs root or sudo; `tests/run` asks for sudo's password first, and with TESTS_WITHOUT_ROOT=1 leaves such tests out";
