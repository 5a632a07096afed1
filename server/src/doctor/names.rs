use async_trait::async_trait;
use hickory_resolver::proto::rr::{RData, RecordType};
use hickory_resolver::{ResolverBuilder, TokioResolver};
use std::time::Duration;
use tokio::time::timeout;

/// Looks up what the domain name system says of a name.
#[async_trait]
pub trait Names: Send + Sync {
    /// The TXT records of a name, each put together from its parts (RFC 7208 §3.3); none if there is no such name.
    ///
    /// # Errors
    /// [`NoAnswer`]: nothing can be said of the name.
    async fn texts(&self, name: &str) -> Result<Vec<String>, NoAnswer>;
}

/// No name server that knows the names of the world gave an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no name server answers that knows public names")]
pub struct NoAnswer;

/// The name servers that the system names.
pub struct SystemNames(Option<TokioResolver>);

impl SystemNames {
    /// How long one look-up may take, over all servers. Nobody waits long for advice.
    pub const WITHIN: Duration = Duration::from_secs(3);

    /// Reads which they are, on Unix from `/etc/resolv.conf`. If that cannot be done, none of them answers.
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
            // The dot keeps the system's search domains from being tried.
            match resolver.lookup(format!("{name}."), RecordType::TXT).await {
                Ok(found) => Ok(found.answers().iter().filter_map(|record| text(&record.data)).collect()),
                Err(error) if error.is_no_records_found() && knows_public_names(resolver).await => Ok(Vec::new()),
                Err(_) => Err(NoAnswer),
            }
        };
        timeout(Self::WITHIN, lookup).await.unwrap_or(Err(NoAnswer))
    }
}

/// Whether the root's name servers are known: that of a closed network denies them as it denies every name.
async fn knows_public_names(resolver: &TokioResolver) -> bool {
    resolver.lookup(".", RecordType::NS).await.is_ok_and(|found| !found.answers().is_empty())
}

fn text(data: &RData) -> Option<String> {
    match data {
        RData::TXT(text) => Some(text.txt_data.iter().map(|part| String::from_utf8_lossy(part)).collect()),
        _ => None,
    }
}

#[cfg(test)]
#[path = "names_tests.rs"]
mod tests;
