use super::{Application, StartError};
use crate::config::{Config, Settings, unknown_variable, unreadable};
use crate::{dev_mailbox, shutdown, telemetry};
use clap::Parser;
use std::error::Error;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

/// Status of a start that its settings forbid, as clap uses it for its own.
const USAGE: u8 = 2;

/// Runs the program with these arguments (the first is its name) and the process's environment.
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let settings = match Settings::try_parse_from(arguments) {
        Ok(settings) => settings,
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
    let config = match Config::try_from(settings) {
        Ok(config) => config,
        Err(error) => return fail(USAGE, &error.to_string()),
    };
    if let Err(error) = telemetry::start(&config.log) {
        return fail(USAGE, &format!("MAILCODE_LOG is no filter: {error}; write a level such as info."));
    }
    match serve(config) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(1, &with_causes(&error)),
    }
}

#[tokio::main]
async fn serve(config: Config) -> Result<(), StartError> {
    let shutdown = shutdown::on_signal().map_err(StartError::Signals)?;
    let application = Application::build(config, shutdown).await?;
    let mut out = io::stdout().lock();
    // Who started us may have closed our output; that is no reason not to serve.
    let _ = writeln!(out, "Mailcode {} is ready.\n  Page     {}", env!("CARGO_PKG_VERSION"), application.url("/"));
    if application.has_dev_mailbox() {
        let _ = writeln!(out, "  Mailbox  {}", application.url(dev_mailbox::PATH));
    }
    let _ = out.flush();
    drop(out);
    application.run().await;
    Ok(())
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
