-- The tables in PostgreSQL, 13 or later. They hold what those of SQLite hold (server/src/store/sqlite/schema.sql).
--
-- Times are milliseconds since 1970-01-01T00:00:00Z. Ids are 16 random bytes. Hashes and MACs are keyed, so that they cannot be computed
-- without the secret key; only session.id_hash is a plain SHA-256, of an id that cannot be guessed.

-- The accounts: one for each mailbox whose owner has proved that they read its mail.
CREATE TABLE account (
    id              bytea  NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    -- The normalized address, which is the same for every spelling of one mailbox.
    identity        text   NOT NULL CONSTRAINT account_identity_key UNIQUE,
    -- The address as the owner typed it.
    email           text   NOT NULL,
    -- When the owner signed up.
    created_at      bigint NOT NULL,
    -- How often the account was changed to another mailbox. Device cookies from before the last change are no longer valid.
    address_changes bigint NOT NULL DEFAULT 0 CHECK (address_changes >= 0)
);

-- The sign-ups and changes of an address that have begun. The address and the codes' MACs are in the visitor's session.
CREATE TABLE sign_up (
    id          bytea  NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    -- Number of codes that were tried; a repeated code counts once.
    tries       bigint NOT NULL CHECK (tries >= 0),
    -- When the right code was entered; NULL before.
    consumed_at bigint,
    -- When the reader of the mail reported that they did not request a code, which voids all codes of the sign-up; NULL before.
    voided_at   bigint,
    -- When the row may be deleted. Each further code postpones it.
    ends_at     bigint NOT NULL,
    -- Hash of the mailbox that the codes were sent to.
    mailbox     text   NOT NULL
);
-- For deleting rows past their end.
CREATE INDEX sign_up_by_end ON sign_up (ends_at);
-- For voiding all sign-ups of a mailbox.
CREATE INDEX sign_up_by_mailbox ON sign_up (mailbox);

-- The codes that were tried in a sign-up, so that sending the same one again costs no second try.
CREATE TABLE refused_code (
    sign_up bytea NOT NULL REFERENCES sign_up (id) ON DELETE CASCADE,
    -- MAC of the code, for this purpose only: it differs from the MAC of the same code while it is valid.
    code    bytea NOT NULL CHECK (length(code) = 32),
    PRIMARY KEY (sign_up, code)
);

-- The tokens with which the reader of a mail reports that they did not request it: one for each mail with a code.
CREATE TABLE not_me (
    -- MAC of the token, which itself is only in the mail.
    token   bytea  NOT NULL PRIMARY KEY CHECK (length(token) = 32),
    -- Hash of the mailbox that the token was sent to, as in sign_up.
    mailbox text   NOT NULL,
    -- When the token expires and the row may be deleted.
    ends_at bigint NOT NULL
);
CREATE INDEX not_me_by_end ON not_me (ends_at);

-- The delivery state of each mail with a code.
CREATE TABLE delivery (
    code_id     bytea  NOT NULL PRIMARY KEY CHECK (length(code_id) = 16),
    -- Such as 'sending', 'accepted' or 'failed: mailbox full'.
    outcome     text   NOT NULL,
    -- The relay that decided the outcome, 'main' or 'fallback'; NULL if there was none.
    relay       text,
    -- When the outcome was recorded, in place of an earlier one.
    recorded_at bigint NOT NULL,
    -- When the row may be deleted.
    ends_at     bigint NOT NULL
);
CREATE INDEX delivery_by_end ON delivery (ends_at);

-- The uses that count against the limits, one row each. No id is assigned twice, so that giving a use back twice does not remove a later
-- one.
CREATE TABLE bucket_use (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- Name of the limit, such as 'mails_per_address'.
    limited_by text   NOT NULL,
    -- What is limited: a hash of an address, a domain or a client, a challenge's hash, or 'all'.
    key        text   NOT NULL,
    used_at    bigint NOT NULL
);
-- For counting the uses of one bucket, the newest first.
CREATE INDEX bucket_use_by_bucket ON bucket_use (limited_by, key, used_at);
-- For deleting uses that are older than every window.
CREATE INDEX bucket_use_by_age ON bucket_use (used_at);

-- The sessions of browsers, signed in or not.
CREATE TABLE session (
    -- SHA-256 of the id in the cookie, so that nobody who reads the database can use the session.
    id_hash    bytea  NOT NULL PRIMARY KEY CHECK (length(id_hash) = 32),
    -- The values of the session as JSON. As text, so that malformed data can be read, and be refused by the program.
    data       text   NOT NULL,
    expires_at bigint NOT NULL,
    -- Number of writes. A request saves the session only if no other has done so since it was loaded.
    version    bigint NOT NULL,
    -- The account that is signed in; NULL if none is.
    account    bytea,
    -- Random bytes by which the owner's account page refers to the session. They are no secret, and do not lead to its id.
    handle     bytea  NOT NULL CONSTRAINT session_handle_key UNIQUE CHECK (length(handle) = 16)
);
-- For deleting expired sessions.
CREATE INDEX session_by_expiry ON session (expires_at);
-- For listing and ending the sessions of an account.
CREATE INDEX session_by_account ON session (account) WHERE account IS NOT NULL;

-- The audit trail: one row for each event.
CREATE TABLE audit_event (
    -- Counts up without a gap, so that a deleted row leaves one.
    id           bigint  NOT NULL PRIMARY KEY CHECK (id > 0),
    -- When the event happened.
    at           bigint  NOT NULL,
    -- When the row may be deleted.
    keep_until   bigint  NOT NULL,
    -- Kind of the event, by which an operator searches, such as 'code_requested'.
    kind         text    NOT NULL,
    -- The event as JSON.
    event        text    NOT NULL,
    -- The address that the event is about: its first character and its domain; NULL if there is none.
    address      text,
    -- Hash of that address, to find all events of one mailbox.
    address_hash text,
    -- The client's network, a /24 (IPv4) or /48 (IPv6); NULL for mails and for commands of the operator.
    network      text,
    -- Number of events since the previous row that were not stored.
    left_out     bigint  NOT NULL CHECK (left_out >= 0),
    -- Whether clients can cause the event without end, so that only some are stored for each network and in total.
    is_rationed  boolean NOT NULL
);
-- For deleting events past their end.
CREATE INDEX audit_event_by_end ON audit_event (keep_until);
-- For counting the rationed events of the last hour.
CREATE INDEX audit_event_by_ration ON audit_event (at, network) WHERE is_rationed;
-- For the events about one address.
CREATE INDEX audit_event_by_address ON audit_event (address_hash) WHERE address_hash IS NOT NULL;

-- The last id that the audit trail has assigned, in one row. A sequence would leave a gap for each step that is rolled back, and would
-- assign ids in another order than that of the commits. The price is that steps with audit rows commit one after the other.
CREATE TABLE audit_position (
    only_row boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (only_row),
    last     bigint  NOT NULL
);
INSERT INTO audit_position (last) VALUES (0);

-- The triggers let rows only be added, and deleted past their end. They apply to everything that uses SQL, but the owner of the table can
-- drop them.
CREATE FUNCTION mailcode_refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        -- By the database's clock in whole seconds, rounded up, so that it is not behind a clock that counts milliseconds.
        IF OLD.keep_until <= (floor(extract(epoch FROM clock_timestamp())) + 1) * 1000 THEN
            RETURN OLD;
        END IF;
        RAISE EXCEPTION 'an audit event is kept until its end';
    END IF;
    RAISE EXCEPTION 'an audit event is never changed';
END
$$;
CREATE TRIGGER audit_event_is_not_changed BEFORE UPDATE OR DELETE ON audit_event
    FOR EACH ROW EXECUTE FUNCTION mailcode_refuse_audit_change();
CREATE TRIGGER audit_event_is_not_truncated BEFORE TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION mailcode_refuse_audit_change();
