use async_trait::async_trait;
use hickory_resolver::proto::rr::{RData, RecordType};
use hickory_resolver::{ResolverBuilder, TokioResolver};
use std::time::Duration;
use tokio::time::timeout;

/// Looks up names in the domain name system.
#[async_trait]
pub trait Names: Send + Sync {
    /// The TXT records of a name, each joined from its parts (RFC 7208 §3.3); none if there is no such name.
    ///
    /// # Errors
    /// [`NoAnswer`] if the look-up fails.
    async fn texts(&self, name: &str) -> Result<Vec<String>, NoAnswer>;
}

/// No name server that knows public names has answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no DNS server that resolves public names answers")]
pub struct NoAnswer;

/// The name servers of the system.
pub struct SystemNames(Option<TokioResolver>);

impl SystemNames {
    /// How long one look-up may take, over all servers; short, since its result is only advice.
    pub const WITHIN: Duration = Duration::from_secs(3);

    /// Reads the system's name servers, on Unix from `/etc/resolv.conf`. If that fails, every look-up fails.
    #[must_use]
    pub fn of_system() -> Self {
        Self(TokioResolver::builder_tokio().and_then(ResolverBuilder::build).ok())
    }
}

#[async_trait]
impl Names for SystemNames {
    async fn texts(&self, name: &str) -> Result<Vec<String>, NoAnswer> {
        let resolver = self.0.as_ref().ok_or(NoAnswer)?;
        let lookup = async {
            // The dot prevents the system's search domains from being tried.
            match resolver.lookup(format!("{name}."), RecordType::TXT).await {
                Ok(found) => Ok(found.answers().iter().filter_map(|record| text(&record.data)).collect()),
                Err(error) if error.is_no_records_found() && knows_public_names(resolver).await => Ok(Vec::new()),
                Err(_) => Err(NoAnswer),
            }
        };
        timeout(Self::WITHIN, lookup).await.unwrap_or(Err(NoAnswer))
    }
}

/// Whether the name servers of the root are known: a server in a closed network denies them, as it denies every public name.
async fn knows_public_names(resolver: &TokioResolver) -> bool {
    resolver.lookup(".", RecordType::NS).await.is_ok_and(|found| !found.answers().is_empty())
}

fn text(data: &RData) -> Option<String> {
    match data {
        RData::TXT(text) => Some(text.txt_data.iter().map(|part| String::from_utf8_lossy(part)).collect()),
        _ => None,
    }
}

/// Names with fixed records, for tests.
#[cfg(test)]
pub(super) struct TestNames(Option<Vec<(String, String)>>);

#[cfg(test)]
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

#[cfg(test)]
#[async_trait]
impl Names for TestNames {
    async fn texts(&self, name: &str) -> Result<Vec<String>, NoAnswer> {
        let records = self.0.as_ref().ok_or(NoAnswer)?;
        Ok(records.iter().filter(|(known, _)| known == name).map(|(_, text)| text.clone()).collect())
    }
}

#[cfg(test)]
#[path = "names_tests.rs"]
mod tests;
