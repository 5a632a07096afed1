use uuid::Uuid;

/// Unique identifiers of a mail.
pub(super) struct MessageIds {
    /// The left side of the `Message-ID` (RFC 5322 §3.6.4).
    pub(super) id: String,
    /// The boundary between the parts (RFC 2046 §5.1.1).
    pub(super) boundary: String,
    /// The `X-Entity-Ref-ID`: mail programs that group mails with similar subjects into a thread keep mails apart that differ in it.
    pub(super) reference: String,
}

impl MessageIds {
    /// Creates new identifiers of 122 random bits each.
    pub(super) fn random() -> Self {
        Self { id: unique(), boundary: unique(), reference: unique() }
    }
}

#[expect(clippy::disallowed_methods, reason = "these must differ; nothing depends on their being secret")]
fn unique() -> String {
    Uuid::new_v4().simple().to_string()
}

#[cfg(test)]
mod tests {
    use super::MessageIds;
    use std::collections::HashSet;

    #[test]
    fn every_mail_has_marks_of_its_own() {
        let ids = [MessageIds::random(), MessageIds::random()];
        let all: HashSet<&str> = ids.iter().flat_map(|one| [&*one.id, &*one.boundary, &*one.reference]).collect();
        assert_eq!(all.len(), 6);
    }
}
