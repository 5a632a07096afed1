-- The tables of this version, for reading. They are created by the migrations in `server/migrations/sqlite`; a test in `migrations.rs`
-- compares the two. New columns are at the end of their table, where a migration adds them.
--
-- Times are milliseconds since 1970-01-01T00:00:00Z. Ids are 16 random bytes. Hashes and MACs are keyed, so that they cannot be computed
-- without the secret key; only session.id_hash is a plain SHA-256, of an id that cannot be guessed.

-- The accounts: one for each mailbox whose owner has proved that they read its mail.
CREATE TABLE account (
    id              BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    -- The normalized address, which is the same for every spelling of one mailbox.
    identity        TEXT    NOT NULL UNIQUE,
    -- The address as the owner typed it.
    email           TEXT    NOT NULL,
    -- When the owner signed up.
    created_at      INTEGER NOT NULL,
    -- How often the account was changed to another mailbox. Device cookies from before the last change are no longer valid.
    address_changes INTEGER NOT NULL DEFAULT 0 CHECK (address_changes >= 0)
) STRICT;

-- The sign-ups and changes of an address that have begun. The address and the codes' MACs are in the visitor's session.
CREATE TABLE sign_up (
    id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    -- Number of codes that were tried; a repeated code counts once.
    tries       INTEGER NOT NULL CHECK (tries >= 0),
    -- When the right code was entered; NULL before.
    consumed_at INTEGER,
    -- When the row may be deleted. Each further code postpones it.
    ends_at     INTEGER NOT NULL,
    -- Hash of the mailbox that the codes were sent to; NULL in rows from before this column.
    mailbox     TEXT,
    -- When the reader of the mail reported that they did not request a code, which voids all codes of the sign-up; NULL before.
    voided_at   INTEGER
) STRICT;
-- For deleting rows past their end.
CREATE INDEX sign_up_by_end ON sign_up (ends_at);
-- For voiding all sign-ups of a mailbox.
CREATE INDEX sign_up_by_mailbox ON sign_up (mailbox) WHERE mailbox IS NOT NULL;

-- The codes that were tried in a sign-up, so that sending the same one again costs no second try.
CREATE TABLE refused_code (
    sign_up BLOB NOT NULL REFERENCES sign_up (id) ON DELETE CASCADE,
    -- MAC of the code, for this purpose only: it differs from the MAC of the same code while it is valid.
    code    BLOB NOT NULL CHECK (length(code) = 32),
    PRIMARY KEY (sign_up, code)
) STRICT, WITHOUT ROWID;

-- The tokens with which the reader of a mail reports that they did not request it: one for each mail with a code.
CREATE TABLE not_me (
    -- MAC of the token, which itself is only in the mail.
    token   BLOB    NOT NULL PRIMARY KEY CHECK (length(token) = 32),
    -- Hash of the mailbox that the token was sent to, as in sign_up.
    mailbox TEXT    NOT NULL,
    -- When the token expires and the row may be deleted.
    ends_at INTEGER NOT NULL
) STRICT;
CREATE INDEX not_me_by_end ON not_me (ends_at);

-- The delivery state of each mail with a code.
CREATE TABLE delivery (
    code_id     BLOB    NOT NULL PRIMARY KEY CHECK (length(code_id) = 16),
    -- Such as 'sending', 'accepted' or 'failed: mailbox full'.
    outcome     TEXT    NOT NULL,
    -- When the outcome was recorded, in place of an earlier one.
    recorded_at INTEGER NOT NULL,
    -- When the row may be deleted.
    ends_at     INTEGER NOT NULL,
    -- The relay that decided the outcome, 'main' or 'fallback'; NULL if there was none, and in rows from before this column.
    relay       TEXT
) STRICT;
CREATE INDEX delivery_by_end ON delivery (ends_at);

-- The uses that count against the limits, one row each. AUTOINCREMENT: no id is assigned twice, so that giving a use back twice does not
-- remove a later one.
CREATE TABLE bucket_use (
    id         INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    -- Name of the limit, such as 'mails_per_address'.
    limited_by TEXT    NOT NULL,
    -- What is limited: a hash of an address, a domain or a client, a challenge's hash, or 'all'.
    key        TEXT    NOT NULL,
    used_at    INTEGER NOT NULL
) STRICT;
-- For counting the uses of one bucket, the newest first.
CREATE INDEX bucket_use_by_bucket ON bucket_use (limited_by, key, used_at);
-- For deleting uses that are older than every window.
CREATE INDEX bucket_use_by_age ON bucket_use (used_at);

-- The sessions of browsers, signed in or not.
CREATE TABLE session (
    -- SHA-256 of the id in the cookie, so that nobody who reads the database can use the session.
    id_hash    BLOB    NOT NULL PRIMARY KEY CHECK (length(id_hash) = 32),
    -- The values of the session as JSON.
    data       TEXT    NOT NULL,
    expires_at INTEGER NOT NULL,
    -- Number of writes. A request saves the session only if no other has done so since it was loaded.
    version    INTEGER NOT NULL DEFAULT 0,
    -- The account that is signed in; NULL if none is.
    account    BLOB,
    -- Random bytes by which the owner's account page refers to the session. They are no secret, and do not lead to its id.
    handle     BLOB
) STRICT;
-- For deleting expired sessions.
CREATE INDEX session_by_expiry ON session (expires_at);
-- For listing and ending the sessions of an account.
CREATE INDEX session_by_account ON session (account) WHERE account IS NOT NULL;
CREATE UNIQUE INDEX session_by_handle ON session (handle);

-- The audit trail: one row for each event. AUTOINCREMENT: no id is assigned twice, so that a deleted row leaves a gap.
CREATE TABLE audit_event (
    id           INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT CHECK (id > 0),
    -- When the event happened.
    at           INTEGER NOT NULL,
    -- When the row may be deleted.
    keep_until   INTEGER NOT NULL,
    -- Kind of the event, by which an operator searches, such as 'code_requested'.
    kind         TEXT    NOT NULL,
    -- The event as JSON.
    event        TEXT    NOT NULL,
    -- The address that the event is about: its first character and its domain; NULL if there is none.
    address      TEXT,
    -- Hash of that address, to find all events of one mailbox.
    address_hash TEXT,
    -- The client's network, a /24 (IPv4) or /48 (IPv6); NULL for mails and for commands of the operator.
    network      TEXT,
    -- Number of events since the previous row that were not stored.
    left_out     INTEGER NOT NULL CHECK (left_out >= 0),
    -- 1 if clients can cause the event without end, so that only some are stored for each network and in total.
    is_rationed  INTEGER NOT NULL CHECK (is_rationed IN (0, 1))
) STRICT;
-- For deleting events past their end.
CREATE INDEX audit_event_by_end ON audit_event (keep_until);
-- For counting the rationed events of the last hour.
CREATE INDEX audit_event_by_ration ON audit_event (at, network) WHERE is_rationed = 1;
-- For the events about one address.
CREATE INDEX audit_event_by_address ON audit_event (address_hash) WHERE address_hash IS NOT NULL;

-- The triggers let rows only be added, and deleted past their end. They apply to everything that uses SQL, but the owner of the file can
-- drop them.
CREATE TRIGGER audit_event_is_not_changed BEFORE UPDATE ON audit_event
BEGIN
    SELECT RAISE(ABORT, 'an audit event is never changed');
END;
-- INSERT OR REPLACE deletes the old row without running a trigger for DELETE.
CREATE TRIGGER audit_event_is_not_replaced BEFORE INSERT ON audit_event
WHEN EXISTS (SELECT 1 FROM audit_event WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'an audit event is never replaced');
END;
-- By the machine's clock in whole seconds, rounded up, so that it is not behind a clock that counts milliseconds.
CREATE TRIGGER audit_event_is_kept BEFORE DELETE ON audit_event
WHEN OLD.keep_until > (unixepoch() + 1) * 1000
BEGIN
    SELECT RAISE(ABORT, 'an audit event is kept until its end');
END;
