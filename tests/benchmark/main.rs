//! Measures complete sign-ups, pages and their cost, in Mailcode and in what people would use instead, all with the same relay and the
//! same visitors. `tests/bench` builds everything and runs it.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command that prints what it measures")]
#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "measured values have three significant digits"
)]

mod bare_handler;
mod cluster;
mod distant_relay;
mod filled_database;
mod growth;
mod http;
mod mail_source;
mod measurements;
mod pages;
mod postgres;
mod process;
mod relay;
mod syscalls;
mod systems;
mod table;
mod visitors;

use clap::{Parser, Subcommand};
use measurements::Measurements;
use std::error::Error;
use std::net::SocketAddr;
use std::path::PathBuf;
use tokio::signal::ctrl_c;

/// Measures Mailcode beside what people would use instead.
#[derive(Parser)]
#[command(name = "tests/bench")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Measures all systems.
    Measure(Measurements),
    /// Serves a page of constant bytes with axum alone.
    #[command(hide = true)]
    BareHandler { address: SocketAddr, length: usize },
    /// Sends mails to the relay as quickly as it accepts them.
    #[command(hide = true)]
    SendMails { port: u16, root: PathBuf },
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    match Arguments::parse().command {
        // What is dropped then ends: the servers, and the directories of their data.
        Command::Measure(measurements) => tokio::select! {
            result = measurements.run() => result?,
            result = ctrl_c() => return result.map_err(Into::into).and(Err("interrupted".into())),
        },
        Command::BareHandler { address, length } => bare_handler::serve(address, length).await?,
        Command::SendMails { port, root } => mail_source::send(port, &root).await?,
    }
    Ok(())
}
