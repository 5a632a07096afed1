-- Moments are milliseconds since 1970-01-01T00:00:00Z; ids are 16 random bytes.

-- Somebody who proved that they read the mail of an address.
CREATE TABLE account (
    id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    -- The canonical address: equal for every spelling of one mailbox.
    identity   TEXT    NOT NULL UNIQUE,
    -- The address as typed.
    email      TEXT    NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

-- The counter of one sign-up. Its address and codes are in the session alone.
CREATE TABLE sign_up (
    id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    tries       INTEGER NOT NULL CHECK (tries >= 0),
    consumed_at INTEGER,
    ends_at     INTEGER NOT NULL
) STRICT;
CREATE INDEX sign_up_by_end ON sign_up (ends_at);

-- One row for each use that counts against a limit. AUTOINCREMENT: an id given back twice must not hit a later use.
CREATE TABLE bucket_use (
    id         INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    limited_by TEXT    NOT NULL,
    -- A keyed hash: no address and no client in clear.
    key        TEXT    NOT NULL,
    used_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX bucket_use_by_bucket ON bucket_use (limited_by, key, used_at);
CREATE INDEX bucket_use_by_age ON bucket_use (used_at);

-- What became of a code's mail.
CREATE TABLE delivery (
    code_id     BLOB    NOT NULL PRIMARY KEY CHECK (length(code_id) = 16),
    outcome     TEXT    NOT NULL,
    recorded_at INTEGER NOT NULL,
    ends_at     INTEGER NOT NULL
) STRICT;
CREATE INDEX delivery_by_end ON delivery (ends_at);
