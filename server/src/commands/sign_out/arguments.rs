// The comments are the text of `--help`, which has no Markdown.
#![allow(clippy::doc_markdown)]

use crate::sign_up::CanonicalAddress;
use clap::Args;

/// Which sessions end. In `--help` these come before the settings.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(in crate::commands) struct SignOutArguments {
    /// The account of this mailbox, however it is spelled
    #[arg(display_order = 0, value_name = "ADDRESS", value_parser = CanonicalAddress::parse)]
    pub(super) address: Option<CanonicalAddress>,

    /// Every account
    #[arg(long, display_order = 0)]
    pub(super) all: bool,
}
