use uuid::Uuid;

/// What makes a mail distinct from every other.
pub(super) struct Marks {
    /// The left side of the `Message-ID` (RFC 5322 §3.6.4).
    pub(super) id: String,
    /// What separates the parts (RFC 2046 §5.1.1).
    pub(super) boundary: String,
    /// The `X-Entity-Ref-ID`: mailers that would put mails of like subjects into one thread keep those apart that differ
    /// in it.
    pub(super) reference: String,
}

impl Marks {
    /// Marks that no other mail bears: 122 random bits each.
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
    use super::Marks;
    use std::collections::HashSet;

    #[test]
    fn every_mail_has_marks_of_its_own() {
        let marks = [Marks::random(), Marks::random()];
        let all: HashSet<&str> = marks.iter().flat_map(|one| [&*one.id, &*one.boundary, &*one.reference]).collect();
        assert_eq!(all.len(), 6);
    }
}
