//! No two sibling modules import each other: of two files or directories of one directory, at any depth, one may use the other.

use crate::imports::Crate;
use std::collections::{BTreeMap, BTreeSet};

/// The directories whose modules are checked.
const CRATES: [&str; 2] = ["server/src", "app/src"];

/// Siblings that still import each other: their directory, and both names in alphabetical order. A pair that no longer does must go.
const KNOWN: &[(&str, &str, &str)] = &[("server/src", "dev_mailbox", "mail")];

#[test]
fn no_two_sibling_modules_import_each_other() {
    let mut found = BTreeMap::new();
    for directory in CRATES {
        let code = Crate::read(directory);
        assert!(code.modules.len() > 20, "the modules of {directory} are found");
        let imports = code.sibling_imports();
        assert!(imports.len() > 20, "the imports of {directory} are found");
        for ((parent, one, other), reason) in &imports {
            if one < other
                && let Some(reverse) = imports.get(&(parent.clone(), other.clone(), one.clone()))
            {
                let directory = [&[directory.to_owned()], parent.as_slice()].concat().join("/");
                found.insert((directory, one.clone(), other.clone()), format!("{reason}; {reverse}"));
            }
        }
    }
    let known: BTreeSet<_> =
        KNOWN.iter().map(|(directory, one, other)| ((*directory).to_owned(), (*one).to_owned(), (*other).to_owned())).collect();
    let new: Vec<_> = found.iter().filter(|(cycle, _)| !known.contains(cycle)).collect();
    let broken: Vec<_> = known.iter().filter(|cycle| !found.contains_key(cycle)).collect();
    assert!(new.is_empty(), "these import each other:\n{}", new.iter().map(|cycle| format!("{cycle:?}")).collect::<Vec<_>>().join("\n"));
    assert!(broken.is_empty(), "these no longer import each other, so KNOWN must not list them: {broken:?}");
}
