use async_trait::async_trait;
use hickory_resolver::proto::rr::{RData, RecordType};
use hickory_resolver::{ResolverBuilder, TokioResolver};
use std::time::Duration;
use tokio::time::timeout;

/// Looks up records in the domain name system (DNS).
#[async_trait]
pub trait DnsResolver: Send + Sync {
    /// The TXT records of a name, each joined from its parts (RFC 7208 §3.3); none if there is no such name.
    ///
    /// # Errors
    /// [`DnsLookupError`] if the look-up fails.
    async fn txt_records(&self, name: &str) -> Result<Vec<String>, DnsLookupError>;
}

/// No name server has answered, or only one that does not resolve public names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no DNS server that resolves public names answers")]
pub struct DnsLookupError;

/// Resolves names by the name servers of the system.
pub struct SystemDnsResolver(Option<TokioResolver>);

impl SystemDnsResolver {
    /// How long one look-up may take, over all servers; short, since its result is only advice.
    pub const WITHIN: Duration = Duration::from_secs(3);

    /// Reads the system's name servers, on Unix from `/etc/resolv.conf`. If that fails, every look-up fails.
    #[must_use]
    pub fn from_system() -> Self {
        Self(TokioResolver::builder_tokio().and_then(ResolverBuilder::build).ok())
    }
}

#[async_trait]
impl DnsResolver for SystemDnsResolver {
    async fn txt_records(&self, name: &str) -> Result<Vec<String>, DnsLookupError> {
        let resolver = self.0.as_ref().ok_or(DnsLookupError)?;
        let lookup = async {
            // The dot prevents the system's search domains from being tried.
            match resolver.lookup(format!("{name}."), RecordType::TXT).await {
                Ok(found) => Ok(found.answers().iter().filter_map(|record| text(&record.data)).collect()),
                Err(error) if error.is_no_records_found() && knows_public_names(resolver).await => Ok(Vec::new()),
                Err(_) => Err(DnsLookupError),
            }
        };
        timeout(Self::WITHIN, lookup).await.unwrap_or(Err(DnsLookupError))
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

/// A resolver with fixed records, for tests.
#[cfg(test)]
pub(super) struct FakeDnsResolver(Option<Vec<(String, String)>>);

#[cfg(test)]
impl FakeDnsResolver {
    /// A resolver with these TXT records; other names have none.
    pub(super) fn with(records: &[(&str, &str)]) -> Self {
        Self(Some(records.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()))
    }

    /// A resolver whose every look-up fails.
    pub(super) fn unreachable() -> Self {
        Self(None)
    }
}

#[cfg(test)]
#[async_trait]
impl DnsResolver for FakeDnsResolver {
    async fn txt_records(&self, name: &str) -> Result<Vec<String>, DnsLookupError> {
        let records = self.0.as_ref().ok_or(DnsLookupError)?;
        Ok(records.iter().filter(|(known, _)| known == name).map(|(_, text)| text.clone()).collect())
    }
}

#[cfg(test)]
#[path = "dns_resolver_tests.rs"]
mod tests;
