/// The environment variables that set one relay: the first or the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variables(&'static str);

impl Variables {
    /// The variables of the first relay: `MAILCODE_SMTP_HOST` and so on.
    pub const RELAY: Self = Self("MAILCODE_SMTP_");
    /// The variables of the second relay: `MAILCODE_SMTP_FALLBACK_HOST` and so on.
    pub const FALLBACK: Self = Self("MAILCODE_SMTP_FALLBACK_");

    /// The variable with this end, such as `HOST`.
    #[must_use]
    pub fn of(self, end: &str) -> String {
        format!("{}{end}", self.0)
    }
}
