/// Removes comments and the white space at both ends of each line. No string in the stylesheets contains either.
pub fn style(style: &str) -> Vec<u8> {
    let mut rest = style;
    let mut uncommented = String::new();
    while let Some((before, comment)) = rest.split_once("/*") {
        uncommented.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    uncommented.push_str(rest);
    let mut minified = String::new();
    for line in uncommented.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !minified.is_empty() && !minified.ends_with(['{', '}', ';', ',']) {
            minified.push(' ');
        }
        minified.push_str(line);
    }
    minified.into_bytes()
}

/// Removes comments and indentation from the script, a fifteenth of its size. wasm-bindgen puts comments on lines of their own.
pub fn strip_comments(script: &[u8]) -> Vec<u8> {
    let script = String::from_utf8_lossy(script);
    let lines = script.lines().map(str::trim_start);
    let kept = lines.filter(|line| !line.is_empty() && !["/**", "*", "//"].iter().any(|start| line.starts_with(start)));
    kept.flat_map(|line| [line, "\n"]).collect::<String>().into_bytes()
}
