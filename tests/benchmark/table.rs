use std::fmt::Write;
use std::io;
use std::path::Path;

/// The marks in the document between which the table is.
const BEGIN: &str = "<!-- tests/bench: begin -->\n";
const END: &str = "<!-- tests/bench: end -->\n";

/// What was measured: a row for each measurement, a column for each system.
#[derive(Default)]
pub(crate) struct Table {
    columns: Vec<String>,
    rows: Vec<(String, Vec<String>)>,
}

/// The median of several runs, with the least and the greatest of them.
pub(crate) struct Spread {
    median: f64,
    least: f64,
    greatest: f64,
}

impl Spread {
    /// The median of these values; of an even number of values, the greater of the two in the middle.
    pub(crate) fn of(values: impl IntoIterator<Item = f64>) -> Self {
        let mut values: Vec<f64> = values.into_iter().collect();
        values.sort_by(f64::total_cmp);
        let at = |index: usize| values.get(index).copied().unwrap_or(f64::NAN);
        Self { median: at(values.len() / 2), least: at(0), greatest: at(values.len().saturating_sub(1)) }
    }

    pub(crate) const fn median(&self) -> f64 {
        self.median
    }

    pub(crate) fn median_text(&self) -> String {
        number(self.median)
    }

    /// The median and, if the runs differ, the least and the greatest value.
    pub(crate) fn text(&self) -> String {
        let (median, least, greatest) = (number(self.median), number(self.least), number(self.greatest));
        if least == greatest { median } else { format!("{median} ({least}–{greatest})") }
    }
}

/// Three significant digits, without an exponent.
fn number(value: f64) -> String {
    match value.abs() {
        100.0.. => format!("{value:.0}"),
        10.0..100.0 => format!("{value:.1}"),
        1.0..10.0 => format!("{value:.2}"),
        _ => format!("{value:.3}"),
    }
}

impl Table {
    /// Sets the cell of this row and column, which are added at the end if there is none yet, and prints it.
    pub(crate) fn set(&mut self, row: &str, column: &str, cell: String) {
        eprintln!("{row} | {column}: {cell}");
        let x = position_or_push(&mut self.columns, column);
        let y = self.rows.iter().position(|(label, _)| label == row).unwrap_or_else(|| {
            self.rows.push((row.to_owned(), Vec::new()));
            self.rows.len() - 1
        });
        let cells = &mut self.rows[y].1;
        cells.resize(cells.len().max(x + 1), String::new());
        cells[x] = cell;
    }

    /// The table in Markdown.
    pub(crate) fn markdown(&self) -> String {
        let mut text = format!("| | {} |\n|---|{}\n", self.columns.join(" | "), "---|".repeat(self.columns.len()));
        for (label, cells) in &self.rows {
            let cells: Vec<_> = (0..self.columns.len()).map(|x| cells.get(x).map_or("", String::as_str)).collect();
            let _ = writeln!(text, "| {label} | {} |", cells.join(" | "));
        }
        text
    }

    /// Reads the table that the document holds.
    fn read(document: &str) -> Option<Self> {
        let (_, rest) = document.split_once(BEGIN)?;
        let (section, _) = rest.split_once(END)?;
        let mut lines = section.lines().filter(|line| line.starts_with('|')).map(|line| {
            let cells = line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned());
            cells.collect::<Vec<_>>()
        });
        let columns = lines.next()?.into_iter().skip(1).collect();
        let rows = lines.skip(1).filter_map(|cells| Some((cells.first()?.clone(), cells[1..].to_vec()))).collect();
        Some(Self { columns, rows })
    }

    fn value(&self, row: &str, column: &str) -> Option<f64> {
        let x = self.columns.iter().position(|name| name == column)?;
        let (_, cells) = self.rows.iter().find(|(label, _)| label == row)?;
        cells.get(x)?.split_whitespace().next()?.replace(',', "").parse().ok()
    }

    /// Each number of this table as a ratio to that of the last one, a line each.
    fn ratios_to(&self, last: &Self) -> String {
        let mut text = String::new();
        for (label, _) in &self.rows {
            for column in &self.columns {
                if let (Some(now), Some(before)) = (self.value(label, column), last.value(label, column)) {
                    let _ = writeln!(text, "{label} | {column}: {} → {}, {} ×", number(before), number(now), number(now / before));
                }
            }
        }
        text
    }

    /// Writes the table into the document, below this introduction, in place of the last one. Returns the ratios to the last one.
    ///
    /// # Errors
    /// When the document cannot be read or written, or has no place for the table.
    pub(crate) fn write(&self, document: &Path, introduction: &str) -> io::Result<String> {
        let text = std::fs::read_to_string(document)?;
        let ratios = Self::read(&text).map(|last| self.ratios_to(&last)).unwrap_or_default();
        let parts = text.split_once(BEGIN).and_then(|(head, rest)| Some((head, rest.split_once(END)?.1)));
        let (head, tail) = parts.ok_or_else(|| io::Error::other(format!("{} has no {BEGIN}", document.display())))?;
        std::fs::write(document, format!("{head}{BEGIN}\n{introduction}\n\n{}\n{END}{tail}", self.markdown()))?;
        Ok(ratios)
    }
}

fn position_or_push(names: &mut Vec<String>, name: &str) -> usize {
    names.iter().position(|known| known == name).unwrap_or_else(|| {
        names.push(name.to_owned());
        names.len() - 1
    })
}
