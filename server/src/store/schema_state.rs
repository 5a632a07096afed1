/// The state of a database's schema, compared with that of this version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemaState {
    /// The schema is that of this version.
    Current,
    /// No migration was run yet; the next start runs all.
    Missing,
    /// The schema is that of an earlier version; the next start runs this many migrations.
    Older(usize),
    /// The schema is that of a later version, which this one does not know.
    Newer,
    /// A migration failed half-way, or differs from that of this version.
    FailedMigration,
}
