-- The steps that end sessions, and the clean-up.

-- Ends the other sessions of an account, or the one with a handle: {account, this, handle or null, audit}. Returns how many there were.
CREATE FUNCTION mailcode_end_others_v1(step jsonb) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    account_id bytea := decode(step->>'account', 'hex');
    this bytea := decode(step->>'this', 'hex');
    ended bigint;
BEGIN
    -- All of them are locked, this one too: if two browsers end each other, only one succeeds.
    PERFORM mailcode_lock_sessions_v1('[]', account_id);
    IF NOT EXISTS (SELECT 1 FROM session WHERE id_hash = this AND account = account_id) THEN
        RETURN 0;
    END IF;
    DELETE FROM session WHERE account = account_id AND id_hash <> this
        AND (step->>'handle' IS NULL OR handle = decode(step->>'handle', 'hex'));
    GET DIAGNOSTICS ended = ROW_COUNT;
    IF ended > 0 THEN
        PERFORM mailcode_append_audit_v1(step->'audit');
    END IF;
    RETURN ended;
END
$$;

-- Ends the sessions of an account, or of all: {account or null, records}. Returns how many were signed in; NULL, and nothing is written, if
-- one of the records' sessions conflicts.
CREATE FUNCTION mailcode_end_sessions_v1(step jsonb) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    account_id bytea := decode(step->>'account', 'hex');
    ended bigint;
BEGIN
    PERFORM 1 FROM session WHERE account = account_id OR (account_id IS NULL AND account IS NOT NULL) ORDER BY id_hash FOR UPDATE;
    DELETE FROM session WHERE account = account_id OR (account_id IS NULL AND account IS NOT NULL);
    GET DIAGNOSTICS ended = ROW_COUNT;
    PERFORM mailcode_write_records_v1(step->'records');
    RETURN ended;
EXCEPTION WHEN SQLSTATE 'MC001' THEN
    RETURN NULL;
END
$$;

-- Deletes expired sessions, at most so many, and returns how many there were. A locked one is left for the next time.
CREATE FUNCTION mailcode_delete_expired_sessions_v1(moment bigint, at_most bigint) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    deleted bigint;
BEGIN
    DELETE FROM session WHERE id_hash IN (SELECT id_hash FROM session WHERE expires_at <= moment LIMIT at_most FOR UPDATE SKIP LOCKED);
    GET DIAGNOSTICS deleted = ROW_COUNT;
    RETURN deleted;
END
$$;

-- Deletes what no rule needs any more. A locked row is left for the next time.
CREATE FUNCTION mailcode_clean_up_v1(moment bigint, oldest_use bigint) RETURNS void LANGUAGE sql AS $$
    DELETE FROM bucket_use WHERE id IN (SELECT id FROM bucket_use WHERE used_at < oldest_use FOR UPDATE SKIP LOCKED);
    DELETE FROM sign_up WHERE id IN (SELECT id FROM sign_up WHERE ends_at <= moment FOR UPDATE SKIP LOCKED);
    DELETE FROM not_me WHERE token IN (SELECT token FROM not_me WHERE ends_at <= moment FOR UPDATE SKIP LOCKED);
    DELETE FROM delivery WHERE code_id IN (SELECT code_id FROM delivery WHERE ends_at <= moment FOR UPDATE SKIP LOCKED);
$$;
