-- What a browser's cookie leads to.
CREATE TABLE session (
    -- SHA-256 of the id in the cookie: who reads the database cannot take a session over.
    id_hash    BLOB    NOT NULL PRIMARY KEY CHECK (length(id_hash) = 32),
    -- The session's values as JSON.
    data       TEXT    NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX session_by_expiry ON session (expires_at);
