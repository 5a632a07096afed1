-- By what the owner's account page names a session to end it: no secret, since it works for the account's own sessions
-- alone, and of no use to find the session's id or its hash by.
ALTER TABLE session ADD COLUMN handle BLOB;
UPDATE session SET handle = randomblob(16);
CREATE UNIQUE INDEX session_by_handle ON session (handle);
