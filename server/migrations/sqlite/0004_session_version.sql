-- Counts the writes of a session, so that a slow request cannot write over what a quicker one has written.
ALTER TABLE session ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
