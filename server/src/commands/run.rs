use super::command_line::{Command, CommandLine};
use super::serve::serve;
use super::{audit, doctor, sign_out};
use crate::config::{Config, DataConfig, Settings, unknown_variable, unreadable};
use crate::telemetry;
use std::error::Error;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

/// Status of a start that its settings forbid, as clap uses it for its own.
const USAGE: u8 = 2;

/// Why the program ends: with what status, and what it says.
struct Failure(u8, String);

/// Runs the program with these arguments (the first is its name) and the process's environment.
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let line = match CommandLine::read(arguments) {
        Ok(line) => line,
        Err(error) if error.use_stderr() => return fail(USAGE, &unreadable(&error)),
        // `--help` and `--version`, which are no errors.
        Err(help) => {
            let _ = help.print();
            return ExitCode::SUCCESS;
        }
    };
    let names = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    if let Some(name) = unknown_variable(names) {
        return fail(USAGE, &format!("{name} is no setting of mailcode; unset it or correct its name (mailcode --help lists them all)."));
    }
    match dispatch(line.command, line.settings) {
        Ok(status) => status,
        Err(Failure(status, problem)) => fail(status, &problem),
    }
}

/// Each command checks the settings that it needs, and no others.
fn dispatch(command: Option<Command>, settings: Settings) -> Result<ExitCode, Failure> {
    let misconfigured = |error: &dyn Error| Failure(USAGE, error.to_string());
    match command {
        None => {
            let config = Config::try_from(settings).map_err(|error| misconfigured(&error))?;
            telemetry::start(&config.log)
                .map_err(|error| Failure(USAGE, format!("MAILCODE_LOG is no filter: {error}; write a level such as info.")))?;
            serve(config).map_err(|error| failed(&error))?;
        }
        Some(Command::Audit(arguments)) => {
            let data = DataConfig::check(&settings).map_err(|error| misconfigured(&error))?;
            audit::print(&data, arguments).map_err(|error| failed(&error))?;
        }
        Some(Command::SignOut(arguments)) => {
            // So that a trail that cannot be written is told of.
            let _ = telemetry::start("warn");
            let data = DataConfig::check(&settings).map_err(|error| misconfigured(&error))?;
            sign_out::end_sessions(&data, settings.audit_keep, &arguments).map_err(|error| failed(&error))?;
        }
        Some(Command::Doctor(arguments)) => {
            // So that root certificates that cannot be read are told of.
            let _ = telemetry::start("warn");
            return doctor::diagnose(settings, &arguments).map_err(|error| failed(&error));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn failed(error: &dyn Error) -> Failure {
    Failure(1, with_causes(error))
}

fn fail(status: u8, problem: &str) -> ExitCode {
    let _ = writeln!(io::stderr(), "mailcode: {problem}");
    ExitCode::from(status)
}

/// An error and what caused it, in one line.
fn with_causes(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    text
}
