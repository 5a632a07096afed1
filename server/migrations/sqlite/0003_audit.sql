-- What happened, for the operator. Moments are milliseconds since 1970-01-01T00:00:00Z.
CREATE TABLE audit_event (
    -- AUTOINCREMENT: a number is never given twice, so that a gap shows.
    id           INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT CHECK (id > 0),
    at           INTEGER NOT NULL,
    keep_until   INTEGER NOT NULL,
    kind         TEXT    NOT NULL,
    -- The event as JSON.
    event        TEXT    NOT NULL,
    -- First character and domain, and a keyed hash; never an address in clear.
    address      TEXT,
    address_hash TEXT,
    -- /24 or /48.
    network      TEXT,
    -- Events left out since the row before.
    left_out     INTEGER NOT NULL CHECK (left_out >= 0),
    -- Whether it counts against what a network may leave here for nothing.
    is_rationed  INTEGER NOT NULL CHECK (is_rationed IN (0, 1))
) STRICT;
CREATE INDEX audit_event_by_end ON audit_event (keep_until);
CREATE INDEX audit_event_by_ration ON audit_event (at, network) WHERE is_rationed = 1;

-- Append-only. These bind whoever speaks SQL through Mailcode, or by mistake; who owns the file can drop them.
CREATE TRIGGER audit_event_is_not_changed BEFORE UPDATE ON audit_event
BEGIN
    SELECT RAISE(ABORT, 'an audit event is never changed');
END;

-- INSERT OR REPLACE deletes the old row without asking a trigger for DELETE.
CREATE TRIGGER audit_event_is_not_replaced BEFORE INSERT ON audit_event
WHEN EXISTS (SELECT 1 FROM audit_event WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'an audit event is never replaced');
END;

-- By the machine's clock, in whole seconds rounded up, so that it is never behind a clock that counts milliseconds.
CREATE TRIGGER audit_event_is_kept BEFORE DELETE ON audit_event
WHEN OLD.keep_until > (unixepoch() + 1) * 1000
BEGIN
    SELECT RAISE(ABORT, 'an audit event is kept until its end');
END;
