-- Whose a signed-in session is, so that all of an account can be ended.
ALTER TABLE session ADD COLUMN account BLOB;
CREATE INDEX session_by_account ON session (account) WHERE account IS NOT NULL;
