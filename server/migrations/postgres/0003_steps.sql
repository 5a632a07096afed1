-- The steps: each is one call, takes the whole step as JSON and returns its outcome as JSON. Bytes are hexadecimal, times milliseconds. A
-- step that is refused leaves nothing written.

-- Reads at one moment: {sign_up: {id, tries} or null, tried, buckets, codes, now}.
CREATE FUNCTION mailcode_look_up_v1(lookup jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_build_object(
        'sign_up', mailcode_sign_up_state_v1(decode(lookup->'sign_up'->>'id', 'hex'), (lookup->'sign_up'->>'tries')::bigint),
        'was_tried', EXISTS (
            SELECT 1 FROM refused_code
            WHERE sign_up = decode(lookup->'sign_up'->>'id', 'hex') AND code = decode(lookup->>'tried', 'hex')),
        'free_at', (
            SELECT coalesce(jsonb_agg(mailcode_free_at_v1(bucket, (lookup->>'now')::bigint) ORDER BY place), '[]')
            FROM jsonb_array_elements(lookup->'buckets') WITH ORDINALITY AS listed (bucket, place)),
        'deliveries', (
            SELECT coalesce(jsonb_agg(CASE WHEN delivery.code_id IS NOT NULL THEN
                jsonb_build_object('outcome', outcome, 'relay', relay, 'at', recorded_at) END ORDER BY place), '[]')
            FROM jsonb_array_elements_text(lookup->'codes') WITH ORDINALITY AS listed (code, place)
            LEFT JOIN delivery ON code_id = decode(code, 'hex')));
END
$$;

-- Issues a code: {code, existing: {tries, code} or null, must_be_free, counted_in, records, now}.
CREATE FUNCTION mailcode_issue_code_v1(step jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
    moment bigint := (step->>'now')::bigint;
    code jsonb := step->'code';
    sign_up_id bytea := decode(code->>'sign_up', 'hex');
    refusal jsonb;
    taken jsonb;
BEGIN
    PERFORM mailcode_lock_buckets_v1((step->'must_be_free') || (step->'counted_in'));
    PERFORM 1 FROM sign_up WHERE id = sign_up_id FOR UPDATE;
    IF jsonb_typeof(step->'existing') = 'object' AND (
        mailcode_sign_up_state_v1(sign_up_id, (step->'existing'->>'tries')::bigint) <> 'open'
        OR EXISTS (SELECT 1 FROM refused_code AS tried
            WHERE tried.sign_up = sign_up_id AND tried.code = decode(step->'existing'->>'code', 'hex'))
    ) THEN
        RETURN jsonb_build_object('outcome', 'outdated');
    END IF;
    refusal := mailcode_first_full_v1(step->'must_be_free', moment);
    IF refusal IS NULL THEN
        refusal := mailcode_longest_wait_v1(step->'counted_in', moment);
    END IF;
    IF refusal IS NOT NULL THEN
        RETURN refusal;
    END IF;
    INSERT INTO sign_up AS before (id, tries, mailbox, ends_at)
    VALUES (sign_up_id, 0, code->>'mailbox', (code->>'ends_at')::bigint)
    ON CONFLICT (id) DO UPDATE SET mailbox = excluded.mailbox, ends_at = greatest(before.ends_at, excluded.ends_at);
    -- If two tokens are the same, the first one stays; with 24,000 tokens a day this happens once in ten million years.
    INSERT INTO not_me (token, mailbox, ends_at)
    VALUES (decode(code->>'token', 'hex'), code->>'mailbox', (code->>'token_ends_at')::bigint) ON CONFLICT (token) DO NOTHING;
    PERFORM mailcode_record_delivery_v1(
        jsonb_build_object('code', code->>'id', 'outcome', step->>'delivery', 'ends_at', code->'ends_at'), moment);
    taken := mailcode_take_v1(step->'counted_in', moment);
    PERFORM mailcode_write_records_v1(step->'records');
    RETURN jsonb_build_object('outcome', 'issued', 'taken', taken);
EXCEPTION WHEN SQLSTATE 'MC001' THEN
    RETURN jsonb_build_object('outcome', 'session_conflict');
END
$$;

-- Records the outcome of a mail: {mail, given_back, audit, now}.
CREATE FUNCTION mailcode_record_outcome_v1(step jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM mailcode_record_delivery_v1(step->'mail', (step->>'now')::bigint);
    PERFORM mailcode_give_back_v1(step->'given_back');
    PERFORM mailcode_append_audit_v1(step->'audit');
END
$$;

-- An account, as the steps return it.
CREATE FUNCTION mailcode_account_v1(row_of account) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT jsonb_build_object('id', encode(row_of.id, 'hex'), 'email', row_of.email, 'created_at', row_of.created_at,
        'address_changes', row_of.address_changes)
$$;

-- Completes what a right code is for, and returns the outcome: {goal, identity, email, records}. Raises MC001 or MC002.
CREATE FUNCTION mailcode_complete_v1(completion jsonb, moment bigint) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
    goal jsonb := completion->'goal';
    goal_id bytea := decode(goal->>'account', 'hex');
    present account;
    changed account;
BEGIN
    IF goal->>'do' = 'sign_in' THEN
        SELECT * INTO present FROM account WHERE identity = completion->>'identity' FOR UPDATE;
        IF NOT FOUND AND NOT (goal->>'exists')::boolean THEN
            -- Waits for another step that is creating the account.
            INSERT INTO account (id, identity, email, created_at)
            VALUES (goal_id, completion->>'identity', completion->>'email', moment)
            ON CONFLICT (identity) DO NOTHING RETURNING * INTO present;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'another account has the address' USING ERRCODE = 'MC002';
            END IF;
        ELSIF present.id IS NULL OR NOT (goal->>'exists')::boolean OR present.id <> goal_id THEN
            RAISE EXCEPTION 'the account was created or deleted' USING ERRCODE = 'MC002';
        END IF;
        PERFORM mailcode_write_records_v1(completion->'records');
        RETURN jsonb_build_object('outcome', 'signed_in', 'account', mailcode_account_v1(present));
    END IF;
    PERFORM 1 FROM account WHERE id = goal_id OR identity = completion->>'identity' ORDER BY id FOR UPDATE;
    SELECT * INTO present FROM account WHERE id = goal_id;
    IF NOT FOUND OR present.email <> goal->>'email' OR present.created_at <> (goal->>'created_at')::bigint
        OR present.address_changes <> (goal->>'address_changes')::bigint
    THEN
        RAISE EXCEPTION 'the account was changed or deleted' USING ERRCODE = 'MC002';
    END IF;
    IF EXISTS (SELECT 1 FROM account WHERE identity = completion->>'identity' AND id <> goal_id) THEN
        -- The records report a change that did not happen; the session forgets the sign-up all the same.
        PERFORM mailcode_lock_sessions_v1(completion->'records'->'session', NULL);
        PERFORM mailcode_write_sessions_v1(completion->'records'->'session');
        RETURN jsonb_build_object('outcome', 'address_taken');
    END IF;
    UPDATE account SET address_changes = address_changes + (identity <> completion->>'identity')::int,
        identity = completion->>'identity', email = completion->>'email'
    WHERE id = goal_id RETURNING * INTO changed;
    PERFORM mailcode_write_records_v1(completion->'records');
    RETURN jsonb_build_object('outcome', 'email_changed', 'account', mailcode_account_v1(changed));
END
$$;

-- Tries a code: {sign_up, code, tries, failures, comparison, now}. The comparison is {is: 'right', pause, and what mailcode_complete_v1
-- takes}, {is: 'expired', audit} or {is: 'wrong', audit: the rows for each number of tries left}.
CREATE FUNCTION mailcode_try_code_v1(step jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
    moment bigint := (step->>'now')::bigint;
    sign_up_id bytea := decode(step->>'sign_up', 'hex');
    tried bytea := decode(step->>'code', 'hex');
    allowed bigint := (step->>'tries')::bigint;
    comparison jsonb := step->'comparison';
    is_right boolean := comparison->>'is' = 'right';
    was_tried boolean;
    tries_left bigint;
    state text;
    refusal jsonb;
    broken text;
BEGIN
    PERFORM mailcode_lock_buckets_v1(
        (step->'failures') || CASE WHEN is_right THEN jsonb_build_array(comparison->'pause') ELSE '[]' END);
    PERFORM 1 FROM sign_up WHERE id = sign_up_id FOR UPDATE;
    state := mailcode_sign_up_state_v1(sign_up_id, allowed);
    was_tried := EXISTS (SELECT 1 FROM refused_code WHERE refused_code.sign_up = sign_up_id AND refused_code.code = tried);
    IF state IN ('consumed', 'voided', 'unknown') OR (state = 'spent' AND NOT was_tried) THEN
        RETURN jsonb_build_object('outcome', state);
    END IF;
    IF NOT was_tried THEN
        refusal := mailcode_longest_wait_v1(step->'failures', moment);
        IF refusal IS NOT NULL THEN
            RETURN refusal;
        END IF;
        UPDATE sign_up SET tries = tries + 1 WHERE id = sign_up_id;
        INSERT INTO refused_code (sign_up, code) VALUES (sign_up_id, tried);
        IF NOT is_right THEN
            PERFORM mailcode_take_v1(step->'failures', moment);
        END IF;
    END IF;
    SELECT greatest(allowed - tries, 0) INTO tries_left FROM sign_up WHERE id = sign_up_id;
    IF is_right THEN
        UPDATE sign_up SET consumed_at = moment WHERE id = sign_up_id;
        PERFORM mailcode_clear_v1(comparison->'pause');
        RETURN mailcode_complete_v1(comparison, moment);
    ELSIF comparison->>'is' = 'expired' THEN
        PERFORM mailcode_append_audit_v1(comparison->'audit');
        RETURN jsonb_build_object('outcome', 'expired');
    END IF;
    PERFORM mailcode_append_audit_v1(comparison->'audit'->tries_left::int);
    RETURN jsonb_build_object('outcome', 'wrong', 'tries_left', tries_left);
EXCEPTION
    WHEN SQLSTATE 'MC001' THEN
        RETURN jsonb_build_object('outcome', 'session_conflict');
    WHEN SQLSTATE 'MC002' THEN
        RETURN jsonb_build_object('outcome', 'outdated');
    WHEN unique_violation THEN
        GET STACKED DIAGNOSTICS broken = CONSTRAINT_NAME;
        IF broken <> 'account_identity_key' THEN
            RAISE;
        END IF;
        -- Another account has got the address since it was looked for.
        RETURN jsonb_build_object('outcome', 'outdated');
END
$$;

-- Voids the sign-ups of the mailbox that a token was mailed to, and mutes it: {token, audit, now}. Returns whether the token is known.
CREATE FUNCTION mailcode_void_by_token_v1(step jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    moment bigint := (step->>'now')::bigint;
    of_token text;
    muted jsonb;
BEGIN
    SELECT mailbox INTO of_token FROM not_me WHERE token = decode(step->>'token', 'hex') AND ends_at > moment;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    -- A code that is being issued holds the lock of this bucket, so that it is issued before and is voided, or is refused after. The caps
    -- are not counted here.
    muted := jsonb_build_object('limit', step->>'limit', 'key', of_token, 'caps', jsonb_build_array('any'));
    PERFORM mailcode_lock_buckets_v1(jsonb_build_array(muted));
    PERFORM 1 FROM sign_up WHERE mailbox = of_token AND consumed_at IS NULL AND voided_at IS NULL ORDER BY id FOR UPDATE;
    UPDATE sign_up SET voided_at = moment WHERE mailbox = of_token AND consumed_at IS NULL AND voided_at IS NULL;
    PERFORM mailcode_clear_v1(muted);
    PERFORM mailcode_take_v1(jsonb_build_array(muted), moment);
    PERFORM mailcode_append_audit_v1(step->'audit');
    RETURN true;
END
$$;

-- Deletes an account with its sessions: {account, records}. Its records come first, since the session that they write may be one of the
-- account's.
CREATE FUNCTION mailcode_delete_account_v1(step jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
    account_id bytea := decode(step->>'account', 'hex');
    deleted account;
BEGIN
    SELECT * INTO deleted FROM account WHERE id = account_id FOR UPDATE;
    IF NOT FOUND THEN
        RETURN jsonb_build_object('outcome', 'unknown');
    END IF;
    PERFORM mailcode_lock_sessions_v1(step->'records'->'session', account_id);
    PERFORM mailcode_write_sessions_v1(step->'records'->'session');
    DELETE FROM session WHERE account = account_id;
    DELETE FROM account WHERE id = account_id;
    PERFORM mailcode_append_audit_v1(step->'records'->'audit');
    RETURN jsonb_build_object('outcome', 'deleted', 'account', mailcode_account_v1(deleted));
EXCEPTION WHEN SQLSTATE 'MC001' THEN
    RETURN jsonb_build_object('outcome', 'session_conflict');
END
$$;

-- Writes records alone: {session, audit}. Returns whether no session conflicts.
CREATE FUNCTION mailcode_write_v1(records jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    PERFORM mailcode_write_records_v1(records);
    RETURN true;
EXCEPTION WHEN SQLSTATE 'MC001' THEN
    RETURN false;
END
$$;
