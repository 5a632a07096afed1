-- Whose mail a sign-up's codes go to: a keyed hash, no address in clear. None in rows of the version before.
ALTER TABLE sign_up ADD COLUMN mailbox TEXT;
-- When whoever reads that mail said that they did not ask for a code. None of the sign-up's codes works from then on.
ALTER TABLE sign_up ADD COLUMN voided_at INTEGER;
CREATE INDEX sign_up_by_mailbox ON sign_up (mailbox) WHERE mailbox IS NOT NULL;

-- By which token that is said: one for each mail.
CREATE TABLE not_me (
    -- A keyed hash; the token itself stands in the mail alone.
    token   BLOB    NOT NULL PRIMARY KEY CHECK (length(token) = 32),
    -- As in sign_up.
    mailbox TEXT    NOT NULL,
    ends_at INTEGER NOT NULL
) STRICT;
CREATE INDEX not_me_by_end ON not_me (ends_at);
