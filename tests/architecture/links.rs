//! The relative links of the repository's Markdown files.

use crate::cargo::root;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::Command;

#[test]
fn every_relative_link_leads_to_a_file_and_a_heading() {
    let documents = documents();
    let readme = &documents[Path::new("README.md")];
    assert!(documents.len() >= 10 && links(readme).len() > 10, "documents and links are found");
    let mut wrong = Vec::new();
    for (path, text) in &documents {
        for link in links(text).into_iter().filter(|link| !link.contains("://")) {
            wrong.extend(what_is_wrong(path, link, &documents).map(|problem| format!("{}: {link}: {problem}", path.display())));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Readers would not find a document without a link from the README.
#[test]
fn the_readme_links_to_every_document() {
    let documents = documents();
    let linked: Vec<&str> = links(&documents[Path::new("README.md")]);
    for path in documents.keys().filter(|path| *path != Path::new("README.md")) {
        assert!(linked.contains(&path.to_str().unwrap()), "README.md has no link to {}", path.display());
    }
}

/// The problem with a relative link of the document at this path, if there is one.
fn what_is_wrong(path: &Path, link: &str, documents: &BTreeMap<PathBuf, String>) -> Option<&'static str> {
    let (file, heading) = link.split_once('#').map_or((link, None), |(file, heading)| (file, Some(heading)));
    let target = if file.is_empty() { path.to_owned() } else { normalized(&path.parent().unwrap().join(file)) };
    if !root().join(&target).exists() {
        return Some("there is no such file");
    }
    let heading = heading?;
    let text = documents.get(&target)?;
    (!anchors(text).iter().any(|anchor| anchor == heading)).then_some("the file has no such heading")
}

/// All Markdown files that git does not ignore, by their paths relative to the workspace's root.
pub(crate) fn documents() -> BTreeMap<PathBuf, String> {
    // The checkout may belong to another user than the one who runs the tests.
    let git = ["-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"];
    let output = Command::new("git").current_dir(root()).args(git).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let paths = String::from_utf8(output.stdout).unwrap();
    // A deleted file may still be in the index.
    paths.lines().filter_map(|path| Some((PathBuf::from(path), fs::read_to_string(root().join(path)).ok()?))).collect()
}

/// The code within lines.
pub(crate) fn code_spans(text: &str) -> Vec<&str> {
    prose(text).into_iter().flat_map(|line| line.split('`').skip(1).step_by(2)).collect()
}

/// The targets of links and pictures, except in code.
fn links(text: &str) -> Vec<&str> {
    let lines = prose(text);
    let parts = lines.iter().flat_map(|line| line.split('`').step_by(2));
    parts.flat_map(|part| targets(part, "](", ')').chain(targets(part, "src=\"", '"'))).collect()
}

fn targets<'a>(text: &'a str, start: &'static str, end: char) -> impl Iterator<Item = &'a str> {
    text.split(start).skip(1).filter_map(move |rest| rest.split_once(end)).map(|(target, _)| target)
}

/// The anchors that GitHub generates for the headings: lower-case letters, digits, hyphens and underscores, with a hyphen for each space.
fn anchors(text: &str) -> Vec<String> {
    let headings = prose(text).into_iter().filter(|line| line.starts_with('#'));
    let mut anchors: Vec<String> = Vec::new();
    for heading in headings.map(|line| line.trim_start_matches('#').trim().to_lowercase()) {
        let is_kept = |character: &char| character.is_alphanumeric() || " -_".contains(*character);
        let anchor: String = heading.chars().filter(is_kept).collect::<String>().replace(' ', "-");
        assert!(!anchors.contains(&anchor), "two headings have the anchor {anchor}");
        anchors.push(anchor);
    }
    anchors
}

/// The lines outside fenced code.
fn prose(text: &str) -> Vec<&str> {
    let mut is_code = false;
    let mut is_prose = |line: &str| {
        let is_fence = line.trim_start().starts_with("```");
        is_code ^= is_fence;
        !is_code && !is_fence
    };
    text.lines().filter(|line| is_prose(line)).collect()
}

/// The path with `..` resolved.
fn normalized(path: &Path) -> PathBuf {
    let mut normalized = PathBuf::new();
    for component in path.components() {
        match component {
            Component::ParentDir => assert!(normalized.pop(), "{} leads out of the repository", path.display()),
            other => normalized.push(other),
        }
    }
    normalized
}
