/// Removes comments and the white space at both ends of each line. No string in the stylesheets contains either.
pub fn minify(style: &str) -> Vec<u8> {
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
