//! `docs/configuration.md` documents exactly the settings of the command line.

use clap::{Arg, CommandFactory};
use server::config::Settings;
use std::collections::{BTreeMap, BTreeSet};

const DOCUMENT: &str = include_str!("../docs/configuration.md");

#[test]
fn the_document_names_exactly_the_settings_that_there_are() {
    let known: BTreeSet<String> = settings().into_keys().collect();
    let documented: BTreeSet<String> = rows().into_keys().map(str::to_owned).collect();
    assert!(known.len() > 50 && known.contains("MAILCODE_SECRET_KEY_FILE"), "the settings are found: {known:?}");
    let missing: Vec<_> = known.difference(&documented).collect();
    let unknown: Vec<_> = documented.difference(&known).collect();
    assert!(missing.is_empty() && unknown.is_empty(), "missing in the document: {missing:?}; no settings: {unknown:?}");
}

#[test]
fn the_document_names_no_other_variable_in_its_tables() {
    let known = settings();
    for line in DOCUMENT.lines().filter(|line| line.starts_with('|')) {
        for (start, _) in line.match_indices("MAILCODE_") {
            let name: String = line[start..].chars().take_while(|character| character.is_ascii_uppercase() || *character == '_').collect();
            assert!(known.contains_key(&name), "{name} in {line}");
        }
    }
}

#[test]
fn the_document_names_the_defaults() {
    let rows = rows();
    for (name, argument) in settings() {
        let Some(default) = rows.get(name.as_str()) else { continue };
        for value in argument.get_default_values() {
            assert_eq!(*default, format!("`{}`", value.display()), "{name}");
        }
    }
}

#[test]
fn help_has_the_headings_of_the_document_in_the_same_order() {
    let mut heading = "";
    let mut documented = Vec::new();
    for line in DOCUMENT.lines() {
        if line.starts_with('#') {
            heading = line.trim_start_matches('#').trim();
        } else if let Some(name) = line.strip_prefix("| `").and_then(|row| row.split('`').next()) {
            documented.push((heading, name.to_owned()));
        }
    }
    let command = Settings::command();
    let arguments = command
        .get_arguments()
        .filter_map(|argument| Some((argument.get_help_heading().unwrap_or_default(), argument.get_env()?.to_str()?.to_owned())));
    assert_eq!(arguments.collect::<Vec<_>>(), documented);
}

/// Every setting of the command line, by its environment variable.
fn settings() -> BTreeMap<String, Arg> {
    let command = Settings::command();
    let arguments = command.get_arguments().filter_map(|argument| Some((argument.get_env()?.to_str()?.to_owned(), argument.clone())));
    arguments.collect()
}

/// Name and default in each row of the document's tables.
fn rows() -> BTreeMap<&'static str, &'static str> {
    let rows = DOCUMENT.lines().filter_map(|line| {
        let mut cells = line.strip_prefix("| `")?.split(" | ");
        let (name, default) = (cells.next()?.strip_suffix('`')?, cells.next()?);
        Some((name, default))
    });
    let rows: Vec<_> = rows.collect();
    let count = rows.len();
    let rows: BTreeMap<_, _> = rows.into_iter().collect();
    assert_eq!(rows.len(), count, "each setting has one row");
    rows
}
