use crate::doctor::{Names, NoAnswer};
use async_trait::async_trait;

/// Names with fixed records, for tests.
pub(super) struct TestNames(Option<Vec<(String, String)>>);

impl TestNames {
    /// Names with these TXT records; other names have none.
    pub(super) fn with(records: &[(&str, &str)]) -> Self {
        Self(Some(records.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()))
    }

    /// Names of which every look-up fails.
    pub(super) fn silent() -> Self {
        Self(None)
    }
}

#[async_trait]
impl Names for TestNames {
    async fn texts(&self, name: &str) -> Result<Vec<String>, NoAnswer> {
        let records = self.0.as_ref().ok_or(NoAnswer)?;
        Ok(records.iter().filter(|(known, _)| known == name).map(|(_, text)| text.clone()).collect())
    }
}
