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
mod http;
mod measurements;
mod pages;
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
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    match Arguments::parse().command {
        Command::Measure(measurements) => measurements.run().await?,
        Command::BareHandler { address, length } => bare_handler::serve(address, length).await?,
    }
    Ok(())
}
