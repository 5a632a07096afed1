use super::Settings;
use clap::CommandFactory;
use std::collections::BTreeSet;

/// Variables that the build reads; they may stand in the environment of `cargo run`.
const OF_THE_BUILD: [&str; 1] = ["MAILCODE_SKIP_BUNDLE"];

/// The first of these variables that begins with `MAILCODE_` and is no setting: a typing error would otherwise
/// go unnoticed until the setting is missed.
pub fn unknown_variable(names: impl IntoIterator<Item = String>) -> Option<String> {
    let command = Settings::command();
    let known: BTreeSet<&str> = command.get_arguments().filter_map(|argument| argument.get_env()?.to_str()).chain(OF_THE_BUILD).collect();
    names.into_iter().find(|name| name.starts_with("MAILCODE_") && !known.contains(name.as_str()))
}
