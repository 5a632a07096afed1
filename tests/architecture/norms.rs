//! The tests that documents name, above all in the tables of norms and of faults.

use crate::cargo::{files, our_packages, root};
use crate::links::{code_spans, documents};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

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

/// The name must lead to one test: `folder/file::function`.
#[test]
fn every_test_that_a_document_names_exists_once() {
    let tests = tests();
    for known in [
        "architecture/norms::every_norm_and_fault_in_the_documents_is_proved_by_tests_that_exist",
        "domain/one_time_code::a_number_above_999999_is_no_code",
        "server/configuration::the_document_names_the_defaults",
    ] {
        assert_eq!(tests.get(known), Some(&1), "the tests are found: {known}");
    }
    let mut names = 0;
    let mut wrong = Vec::new();
    for (path, text) in &documents() {
        for name in code_spans(text).into_iter().filter(|span| is_name_of_test(span)) {
            names += 1;
            match tests.get(name) {
                None => wrong.push(format!("{}: there is no test {name}", path.display())),
                Some(1) => {}
                Some(count) => wrong.push(format!("{}: {count} tests have the name {name}", path.display())),
            }
        }
    }
    assert!(names > 300, "the names are found: {names}");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Whether code in a document is the name of a test, in full or not: paths of code in lower case are nothing else there.
fn is_name_of_test(code: &str) -> bool {
    let is_part = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_/".contains(&byte))
    };
    code.contains("::") && code.split("::").all(is_part)
}

/// The problem with a row, if there is one: its last cell must be one or more tests as code, separated by commas, and nothing else.
fn what_is_wrong(row: &str, columns: usize, tests: &BTreeMap<String, usize>) -> Option<String> {
    let cells = cells(row);
    let (&[first, .., proof], true) = (cells.as_slice(), cells.len() == columns) else {
        return Some(format!("{row} has {} cells", cells.len()));
    };
    let names = proof.split(", ").map(|name| name.strip_prefix('`').and_then(|name| name.strip_suffix('`')));
    let missing: Vec<&str> = names.map(|name| name.unwrap_or(proof)).filter(|name| !tests.contains_key(*name)).collect();
    (!missing.is_empty()).then(|| format!("{first}: there is no test {}", missing.join(", ")))
}

fn cells(row: &str) -> Vec<&str> {
    row.trim_matches('|').split('|').map(str::trim).collect()
}

/// How many tests of the workspace have each name `folder/file::function`. Files directly in `src` or `tests` have the package's folder.
fn tests() -> BTreeMap<String, usize> {
    let manifests = our_packages().into_iter().map(|package| package["manifest_path"].as_str().unwrap().to_owned());
    // A package may lie in the folder of another.
    let code: BTreeSet<PathBuf> = manifests.flat_map(|manifest| files(Path::new(&manifest).parent().unwrap())).collect();
    let mut tests = BTreeMap::new();
    for file in code.into_iter().filter(|file| file.extension().is_some_and(|extension| extension == "rs")) {
        let mut folders = file.parent().unwrap().iter().rev().map(|name| name.to_str().unwrap());
        let folder = match folders.next() {
            Some("src" | "tests") => folders.next(),
            folder => folder,
        };
        let folder = folder.unwrap();
        let stem = file.file_stem().unwrap().to_str().unwrap();
        for function in functions(&fs::read_to_string(&file).unwrap()) {
            *tests.entry(format!("{folder}/{stem}::{function}")).or_default() += 1;
        }
    }
    tests
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
