//! What the modules of a crate import, read from their code.

use crate::cargo::{files, root};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The path of a module below the root of its crate, or of an item in one.
pub(crate) type ModulePath = Vec<String>;

/// The modules of a crate and what they import.
#[derive(Default)]
pub(crate) struct Crate {
    /// The paths of all modules.
    pub(crate) modules: BTreeSet<ModulePath>,
    /// The imported names of each module, with the path of each below the root of the crate.
    imports: BTreeMap<ModulePath, Vec<(String, ModulePath)>>,
    /// The paths that each module names in its code.
    paths: BTreeMap<ModulePath, Vec<ModulePath>>,
}

impl Crate {
    /// Reads all modules but those of tests.
    pub(crate) fn read(directory: &str) -> Self {
        let directory = root().join(directory);
        let rust = files(&directory).into_iter().filter(|file| file.extension().is_some_and(|extension| extension == "rs"));
        let sources: BTreeMap<_, _> = rust
            .filter(|file| !file.ends_with("main.rs") && !file.to_string_lossy().ends_with("_tests.rs"))
            .map(|file| (module_of(file.strip_prefix(&directory).unwrap()), fs::read_to_string(&file).unwrap()))
            .collect();
        let mut read = Self { modules: sources.keys().cloned().collect(), ..Self::default() };
        for (module, code) in sources {
            let (imports, paths) = parse(&code);
            let imports = imports.into_iter().filter_map(|(name, path)| Some((name, read.absolute(&module, &path)?))).collect();
            let paths = paths.iter().filter_map(|path| read.absolute(&module, path)).collect();
            read.imports.insert(module.clone(), imports);
            read.paths.insert(module, paths);
        }
        read
    }

    /// Pairs of siblings of which the first imports the second, by their parent and their names, each with an example.
    pub(crate) fn sibling_imports(&self) -> BTreeMap<(ModulePath, String, String), String> {
        let mut found = BTreeMap::new();
        for module in &self.modules {
            for path in self.imports[module].iter().map(|(_, path)| path).chain(&self.paths[module]) {
                for target in self.resolve(path, 0) {
                    let shared = module.iter().zip(&target).take_while(|(one, other)| one == other).count();
                    if let (Some(one), Some(other)) = (module.get(shared), target.get(shared)) {
                        let example = format!("{} names {}", module.join("::"), path.join("::"));
                        found.entry((module[..shared].to_vec(), one.clone(), other.clone())).or_insert(example);
                    }
                }
            }
        }
        found
    }

    /// A path from the root of the crate; `None` if it leads to another crate.
    fn absolute(&self, module: &[String], path: &[String]) -> Option<ModulePath> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => Some(rest.to_vec()),
            "super" => {
                let ups = path.iter().take_while(|part| *part == "super").count();
                Some([&module[..module.len().checked_sub(ups)?], &path[ups..]].concat())
            }
            _ => self.modules.contains(&[module, &path[..1]].concat()).then(|| [module, path].concat()),
        }
    }

    /// The modules that a path leads through by re-exports, and the one that it ends in.
    fn resolve(&self, path: &[String], depth: usize) -> Vec<ModulePath> {
        let end = (0..=path.len()).rev().find(|end| self.modules.contains(&path[..*end])).unwrap_or_default();
        let (module, rest) = path.split_at(end);
        let mut found = vec![module.to_vec()];
        if let Some(name) = rest.first()
            && let Some((_, target)) = self.imports.get(module).into_iter().flatten().find(|(imported, _)| imported == name)
            && depth < 8
        {
            found.extend(self.resolve(&[target, &rest[1..]].concat(), depth + 1));
        }
        found
    }
}

/// The module of a file, by its path below the root of the crate.
fn module_of(file: &Path) -> ModulePath {
    let path = file.with_extension("");
    let mut module: ModulePath = path.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    if module.last().is_some_and(|name| name == "mod" || name == "lib") {
        module.pop();
    }
    module
}

/// The imported names with their paths, and the other paths that begin with `crate` or `super`. Comments and the module of tests are left
/// out.
fn parse(code: &str) -> (Vec<(String, ModulePath)>, Vec<ModulePath>) {
    let (mut imports, mut paths) = (Vec::new(), Vec::new());
    let mut lines = code.lines().map(|line| line.split_once("//").map_or(line, |(code, _)| code));
    let mut is_test = false;
    while let Some(line) = lines.next() {
        if is_test && line.starts_with("mod ") && line.ends_with('{') {
            lines.by_ref().find(|line| line.starts_with('}'));
        }
        is_test = line == "#[cfg(test)]";
        match line.trim_start().split_once("use ") {
            Some((visibility, tree)) if visibility.is_empty() || visibility.starts_with("pub") => {
                let mut tree = tree.to_owned();
                while !tree.contains(';') {
                    tree.push_str(lines.next().expect("a declaration ends"));
                }
                expand(&[], tree.trim_end().trim_end_matches(';'), &mut imports);
            }
            _ => paths.extend(inline_paths(line)),
        }
    }
    (imports, paths)
}

/// Adds the names of a tree of imports, each with its path.
fn expand(prefix: &[String], tree: &str, imports: &mut Vec<(String, ModulePath)>) {
    let (head, group) = tree.split_once('{').map_or((tree, None), |(head, group)| (head, Some(group)));
    let (head, alias) = head.split_once(" as ").map_or((head, None), |(head, alias)| (head, Some(alias.trim())));
    let parts = head.split("::").map(str::trim).filter(|part| !part.is_empty() && *part != "self");
    let path = [prefix, &parts.map(str::to_owned).collect::<Vec<_>>()].concat();
    let Some(group) = group else {
        let name = alias.or(path.last().map(String::as_str)).unwrap_or_default().to_owned();
        let path = if name == "*" { path[..path.len() - 1].to_vec() } else { path };
        imports.push((name, path));
        return;
    };
    let (mut depth, mut start) = (0_usize, 0);
    for (index, character) in group.char_indices() {
        match character {
            ',' | '}' if depth == 0 => {
                if !group[start..index].trim().is_empty() {
                    expand(&path, &group[start..index], imports);
                }
                start = index + 1;
            }
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
    }
}

/// The paths in a line that begin with `crate` or `super`.
fn inline_paths(line: &str) -> Vec<ModulePath> {
    let is_of_name = |character: char| character.is_alphanumeric() || character == '_';
    let starts = ["crate::", "super::"].into_iter().flat_map(|start| line.match_indices(start));
    let mut starts: Vec<_> =
        starts.map(|(at, _)| at).filter(|at| !line[..*at].ends_with(|before| is_of_name(before) || before == ':')).collect();
    starts.sort_unstable();
    let name = |part: &str| part.chars().take_while(|character| is_of_name(*character)).collect::<String>();
    let path = |at: usize| {
        let mut parts = ModulePath::new();
        for part in line[at..].split("::") {
            let name = name(part);
            let is_last = name.len() < part.len();
            parts.extend((!name.is_empty()).then_some(name));
            if is_last {
                break;
            }
        }
        parts
    };
    starts.into_iter().map(path).collect()
}

#[test]
fn imports_are_read_however_they_are_written() {
    let code = "pub(crate) use super::{\n    a::{self, B as C, d::*},\n    e, // f\n};\nuse crate::g;\n\nfn h() { super::i::J::k(crate::l::<m::N>()) }\n\
                // super::o\n#[cfg(test)]\nmod tests {\n    use super::p;\n}\n\nuse q::{r};\n";
    let (imports, paths) = parse(code);
    let imports: Vec<_> = imports.iter().map(|(name, path)| format!("{name} {}", path.join("::"))).collect();
    assert_eq!(imports, ["a super::a", "C super::a::B", "* super::a::d", "e super::e", "g crate::g", "r q::r"]);
    assert_eq!(paths.iter().map(|path| path.join("::")).collect::<Vec<_>>(), ["super::i::J::k", "crate::l"]);
}
