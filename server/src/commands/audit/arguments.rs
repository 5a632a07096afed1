// The comments are the text of `--help`, which has no Markdown.
#![allow(clippy::doc_markdown)]

use crate::audit::Kind;
use crate::sign_up::{CanonicalAddress, parse_duration};
use clap::Args;
use std::time::Duration;

/// Which events are printed, and how. In `--help` these come before the settings.
#[derive(Debug, Args)]
pub(in crate::commands) struct AuditArguments {
    /// Only events from this long ago until now, such as 24h [default: all that are kept]
    #[arg(long, display_order = 0, value_name = "DURATION", value_parser = parse_duration)]
    pub(super) since: Option<Duration>,

    /// Only events about this mailbox, however it is spelled
    #[arg(long, display_order = 0, value_name = "ADDRESS", value_parser = CanonicalAddress::parse)]
    pub(super) address: Option<CanonicalAddress>,

    /// Only events of these kinds, with commas
    #[arg(long, display_order = 0, value_name = "KIND", value_delimiter = ',')]
    pub(super) kind: Vec<Kind>,

    /// Only the newest events, at most this many [1 to 1000000]
    #[arg(long, display_order = 0, value_name = "COUNT", default_value = "1000", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub(super) limit: u32,

    /// One JSON object per line
    #[arg(long, display_order = 0)]
    pub(super) json: bool,
}
