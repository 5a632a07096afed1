// The comments are the text of `--help`, which has no Markdown.
#![allow(clippy::doc_markdown)]

use crate::sign_up::CanonicalAddress;
use clap::Args;

/// What is checked, and how the result is printed. In `--help` these come before the settings.
#[derive(Debug, Args)]
pub(in crate::commands) struct DoctorArguments {
    /// Sends a test mail to this address, with a code that works nowhere
    #[arg(long, display_order = 0, value_name = "ADDRESS", value_parser = CanonicalAddress::parse)]
    pub(super) send_to: Option<CanonicalAddress>,

    /// One JSON object, for programs
    #[arg(long, display_order = 0)]
    pub(super) json: bool,
}
