//! The tables of norms and of faults in the documents, and the tests that prove them.

use crate::cargo::{files, our_packages, root};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Tables whose last column names tests: the document, the table's header, and the minimum number of rows.
const TABLES: [(&str, &str, usize); 4] = [
    ("server/docs/asvs.md", "| norm | how it is met | proved by |", 45),
    ("server/docs/mail-failures.md", "| fault | what the page says | what the server does | proved by |", 40),
    ("app/README.md", "| what people do | what happens | proved by |", 14),
    ("server/docs/operations.md", "| what happens | what Mailcode does | proved by |", 5),
];

#[test]
fn every_norm_and_fault_in_the_documents_is_proved_by_tests_that_exist() {
    let tests = tests();
    for known in ["norms::every_norm_and_fault_in_the_documents_is_proved_by_tests_that_exist", "one_time_code::larger_numbers_are_none"] {
        assert!(tests.contains(known), "the tests are found: {known}");
    }
    for (document, head, least) in TABLES {
        let text = fs::read_to_string(root().join(document)).unwrap();
        let (_, table) = text.split_once(head).unwrap_or_else(|| panic!("{document} has the table {head}"));
        let rows: Vec<&str> = table.lines().skip(2).take_while(|line| line.starts_with('|')).collect();
        assert!(rows.len() >= least, "the table of {document} is read: {} rows", rows.len());
        let columns = cells(head).len();
        let wrong: Vec<String> = rows.into_iter().filter_map(|row| what_is_wrong(row, columns, &tests)).collect();
        assert!(wrong.is_empty(), "{document}\n{}", wrong.join("\n"));
    }
}

/// The problem with a row, if there is one: its last cell must be one or more tests as code, separated by commas, and nothing else.
fn what_is_wrong(row: &str, columns: usize, tests: &BTreeSet<String>) -> Option<String> {
    let cells = cells(row);
    let (&[first, .., proof], true) = (cells.as_slice(), cells.len() == columns) else {
        return Some(format!("{row} has {} cells", cells.len()));
    };
    let names = proof.split(", ").map(|name| name.strip_prefix('`').and_then(|name| name.strip_suffix('`')));
    let missing: Vec<&str> = names.map(|name| name.unwrap_or(proof)).filter(|name| !tests.contains(*name)).collect();
    (!missing.is_empty()).then(|| format!("{first}: there is no test {}", missing.join(", ")))
}

fn cells(row: &str) -> Vec<&str> {
    row.trim_matches('|').split('|').map(str::trim).collect()
}

/// Every test of the workspace as `file::function`.
fn tests() -> BTreeSet<String> {
    let manifests = our_packages().into_iter().map(|package| package["manifest_path"].as_str().unwrap().to_owned());
    let code = manifests.flat_map(|manifest| files(Path::new(&manifest).parent().unwrap()));
    let rust = code.filter(|file| file.extension().is_some_and(|extension| extension == "rs"));
    rust.flat_map(|file| {
        let stem = file.file_stem().unwrap().to_string_lossy().into_owned();
        let code = fs::read_to_string(&file).unwrap();
        functions(&code).into_iter().map(move |function| format!("{stem}::{function}")).collect::<Vec<_>>()
    })
    .collect()
}

/// The functions with `#[test]` or `#[tokio::test]`, without those that have `#[ignore]`; comments and other attributes may come between.
fn functions(code: &str) -> Vec<&str> {
    let mut is_test = false;
    let mut found = Vec::new();
    for line in code.lines().map(str::trim) {
        if line.starts_with("#[test") || line.starts_with("#[tokio::test") {
            is_test = true;
        } else if line.starts_with("#[ignore") {
            is_test = false;
        } else if !(line.starts_with("#[") || line.starts_with("//")) {
            let name = line.split_once("fn ").and_then(|(_, name)| name.split_once('('));
            found.extend(name.filter(|_| is_test).map(|(name, _)| name));
            is_test = false;
        }
    }
    found
}
