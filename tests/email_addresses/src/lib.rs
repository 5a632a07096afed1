//! E-mail addresses and what must become of each, from `email_addresses.txt`: the parser, which browser and server share, and the server
//! are tested against the same table.

#![allow(clippy::missing_panics_doc, clippy::expect_used, reason = "a table that cannot be read fails the test that uses it")]

const TABLE: &str = include_str!("email_addresses.txt");

/// Expected result for a typed address.
#[derive(Debug)]
pub enum Verdict {
    /// Accepted: the address as kept, the mailbox that mail is sent to, and the normalized address.
    Taken([String; 3]),
    /// Refused, by whom and with which error.
    Refused(Judge, &'static str),
}

/// The stage that refuses an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judge {
    /// The parser that browser and server share.
    Parser,
    /// The server, after the parser has accepted the address.
    Server,
}

/// A row of the table.
#[derive(Debug)]
pub struct Row {
    /// The address as it is typed.
    pub typed: String,
    /// What becomes of it.
    pub verdict: Verdict,
    /// The section of the standard that requires the verdict.
    pub source: &'static str,
}

/// Parses all rows.
#[must_use]
pub fn rows() -> Vec<Row> {
    TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with("# ") && *line != "#").map(row).collect()
}

fn row(line: &'static str) -> Row {
    let columns: Vec<&str> = line.split('\t').collect();
    let [typed, verdict, source] = columns[..] else { panic!("not three columns: {line}") };
    let typed = plain(typed);
    let verdict = match verdict.split_once(": ") {
        Some(("refused", reason)) => Verdict::Refused(Judge::Parser, reason),
        Some(("refused later", reason)) => Verdict::Refused(Judge::Server, reason),
        _ => Verdict::Taken(forms(&typed, verdict)),
    };
    Row { typed, verdict, source }
}

/// Parses the three forms of an accepted address. A form that is missing or `=` equals the one before it.
fn forms(typed: &str, verdict: &str) -> [String; 3] {
    let mut forms = verdict.split(' ');
    let mut last = typed.to_owned();
    std::array::from_fn(|_| {
        if let Some(form) = forms.next().filter(|form| *form != "=") {
            last = plain(form);
        }
        last.clone()
    })
}

/// Replaces the escapes of a text.
fn plain(text: &str) -> String {
    let Some((before, escape)) = text.split_once('\\') else { return text.to_owned() };
    let (character, rest) = if let Some(rest) = escape.strip_prefix('\\') {
        ("\\".to_owned(), rest)
    } else if let Some((number, rest)) = escape.strip_prefix("u{").and_then(|escape| escape.split_once('}')) {
        let number = u32::from_str_radix(number, 16).expect("a hexadecimal number");
        (char::from_u32(number).expect("a character").to_string(), rest)
    } else {
        let (count, rest) = escape.split_once("*(").expect("a number of times");
        let (repeated, rest) = rest.split_once(')').expect("what is repeated ends");
        (repeated.repeat(count.parse().expect("a number")), rest)
    };
    format!("{before}{character}{}", plain(rest))
}
