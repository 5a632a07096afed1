//! No two sibling modules import each other: of two files or directories of one directory, at any depth, one may use the other.

use crate::imports::Crate;
use std::collections::BTreeMap;

/// The directories whose modules are checked.
const CRATES: [&str; 2] = ["server/src", "app/src"];

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
    let found: Vec<_> = found.iter().map(|cycle| format!("{cycle:?}")).collect();
    assert!(found.is_empty(), "these import each other:\n{}", found.join("\n"));
}
