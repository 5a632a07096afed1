/// The variables that set one relay: those of the first, or of the one to fall back on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variables(&'static str);

impl Variables {
    /// Those of the relay: `MAILCODE_SMTP_HOST` and so on.
    pub const RELAY: Self = Self("MAILCODE_SMTP_");
    /// Those of the relay that is used when the first cannot be: `MAILCODE_SMTP_FALLBACK_HOST` and so on.
    pub const FALLBACK: Self = Self("MAILCODE_SMTP_FALLBACK_");

    /// The one with this end, such as `HOST`.
    #[must_use]
    pub fn of(self, end: &str) -> String {
        format!("{}{end}", self.0)
    }
}
