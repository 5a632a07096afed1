use super::command_line::{Command, CommandLine, LineError};
use super::serve::serve;
use super::{audit, doctor, migrate_database, sign_out};
use crate::config::{Config, DataConfig, clap_error, describe};
use crate::telemetry;
use std::error::Error;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

/// Exit status for invalid arguments and settings, the same as clap's.
const USAGE: u8 = 2;
/// Exit status for a failure at run time.
const FAILED: u8 = 1;

/// The exit status and the message of a failure. The message is the whole text of an error: what is wrong, and what to do.
struct Failure(u8, String);

/// Runs the program with these arguments (the first is its name) and the process's environment.
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let line = match CommandLine::read(arguments, std::env::vars_os()) {
        Ok(line) => line,
        Err(LineError::Arguments(error)) if error.use_stderr() => return fail(USAGE, &clap_error(&error)),
        // `--help` and `--version` are no errors.
        Err(LineError::Arguments(help)) => {
            let _ = help.print();
            return ExitCode::SUCCESS;
        }
        Err(LineError::Environment(error)) => return fail(USAGE, &error.to_string()),
    };
    match dispatch(line) {
        Ok(status) => status,
        Err(Failure(status, problem)) => fail(status, &problem),
    }
}

/// Runs the command. Each checks only the settings that it needs.
fn dispatch(line: CommandLine) -> Result<ExitCode, Failure> {
    let CommandLine { settings, command, service_links } = line;
    let misconfigured = |error: &dyn Error| Failure(USAGE, error.to_string());
    match command {
        None => {
            let config = Config::try_from(settings).map_err(|error| misconfigured(&error))?;
            let _log = telemetry::start_log(&config.log).map_err(|error| misconfigured(&error))?;
            warn_of(&service_links);
            serve(config).map_err(|error| if error.is_of_settings() { misconfigured(&error) } else { failed(&error) })?;
        }
        Some(Command::Audit(arguments)) => {
            let data = DataConfig::check(&settings).map_err(|error| misconfigured(&error))?;
            audit::print(&data, arguments).map_err(|error| failed(&error))?;
        }
        Some(Command::MigrateDatabase(arguments)) => {
            let migrated = migrate_database::migrate(&settings, &arguments);
            migrated.map_err(|error| if error.is_of_arguments() { misconfigured(&error) } else { failed(&error) })?;
        }
        Some(Command::SignOut(arguments)) => {
            // The log is for the case that the audit trail cannot be written.
            let _log = telemetry::start_log("warn");
            let data = DataConfig::check(&settings).map_err(|error| misconfigured(&error))?;
            sign_out::end_sessions(&data, settings.audit_keep, &arguments).map_err(|error| failed(&error))?;
        }
        Some(Command::Doctor(arguments)) => {
            // The log is for the case that root certificates cannot be read.
            let _log = telemetry::start_log("warn");
            warn_of(&service_links);
            return doctor::diagnose(settings, &arguments)
                .map_err(|error| Failure(FAILED, format!("cannot write the output: {}", describe(&error))));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Warns of variables that look like settings but were made by Kubernetes or a container link.
fn warn_of(service_links: &[String]) {
    if !service_links.is_empty() {
        tracing::warn!(
            variables = service_links.join(" "),
            "ignoring variables that Kubernetes or a container link created for a service called mailcode; in Kubernetes, set \
             enableServiceLinks: false to avoid them"
        );
    }
}

fn failed(error: &dyn Error) -> Failure {
    Failure(FAILED, error.to_string())
}

fn fail(status: u8, problem: &str) -> ExitCode {
    let _ = writeln!(io::stderr(), "mailcode: {problem}");
    ExitCode::from(status)
}
