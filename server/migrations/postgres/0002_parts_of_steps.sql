-- The functions of which the steps consist. Steps and their parts are versioned by name: a change adds functions of the next version, and
-- during a rolling upgrade the earlier version of the program keeps calling its own.
--
-- The functions expect READ COMMITTED, where each statement sees what was committed before it began, also while it waited for a lock. All
-- of them take locks in this order, so that no two steps wait for each other: buckets, by the number of their lock; sign-ups by id;
-- deliveries; uses by id; accounts by id; sessions by id_hash; audit_position. What they delete for age, they skip if it is locked.
--
-- They are in PL/pgSQL, also those of one statement, since PostgreSQL keeps the plans of these for the connection; it plans a function in SQL
-- anew at each call.
--
-- Private error codes, raised where a step that has begun to write is refused, and caught in that step's function, which undoes its writes:
-- MC001: another request has changed or ended the session. MC002: the account is not as the rule has read it.

-- Locks these buckets until the end of the transaction: {limit, key, caps: [{count, window}]}. Those without caps need no lock, since they
-- are never full.
CREATE FUNCTION mailcode_lock_buckets_v1(buckets jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    lock_number bigint;
BEGIN
    FOR lock_number IN
        SELECT DISTINCT hashtextextended(concat(bucket->>'limit', ':', bucket->>'key'), 0)
        FROM jsonb_array_elements(buckets) AS bucket WHERE jsonb_array_length(bucket->'caps') > 0 ORDER BY 1
    LOOP
        PERFORM pg_advisory_xact_lock(lock_number);
    END LOOP;
END
$$;

-- When a further use of the bucket is allowed; NULL: at once. A cap of `count` in `window` is full until the `count`-th newest use is a
-- `window` old.
CREATE FUNCTION mailcode_free_at_v1(bucket jsonb, moment bigint) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
DECLARE
    cap jsonb;
    used bigint;
    free bigint;
    latest bigint;
BEGIN
    FOR cap IN SELECT jsonb_array_elements(bucket->'caps') LOOP
        SELECT used_at INTO used FROM bucket_use WHERE limited_by = bucket->>'limit' AND key = bucket->>'key'
            ORDER BY used_at DESC LIMIT 1 OFFSET greatest((cap->>'count')::bigint - 1, 0);
        free := least(used::numeric + (cap->>'window')::numeric, 9223372036854775807)::bigint;
        IF used IS NOT NULL AND free > moment THEN
            latest := greatest(latest, free);
        END IF;
    END LOOP;
    RETURN latest;
END
$$;

-- The refusal by the first of these buckets that is full; NULL if none is.
CREATE FUNCTION mailcode_first_full_v1(buckets jsonb, moment bigint) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT jsonb_build_object('outcome', 'limited', 'limit', bucket->>'limit', 'until', free)
        FROM jsonb_array_elements(buckets) WITH ORDINALITY AS listed (bucket, place), mailcode_free_at_v1(bucket, moment) AS free
        WHERE free IS NOT NULL ORDER BY place LIMIT 1);
END
$$;

-- The refusal by that of these buckets with the longest wait; NULL if none is full.
CREATE FUNCTION mailcode_longest_wait_v1(buckets jsonb, moment bigint) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT jsonb_build_object('outcome', 'limited', 'limit', bucket->>'limit', 'until', free)
        FROM jsonb_array_elements(buckets) WITH ORDINALITY AS listed (bucket, place), mailcode_free_at_v1(bucket, moment) AS free
        WHERE free IS NOT NULL ORDER BY free DESC, place LIMIT 1);
END
$$;

-- Counts one use in every bucket, and returns the ids of the uses in the order of the buckets.
CREATE FUNCTION mailcode_take_v1(buckets jsonb, moment bigint) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
    bucket jsonb;
    use_id bigint;
    taken jsonb := '[]';
BEGIN
    FOR bucket IN SELECT jsonb_array_elements(buckets) LOOP
        INSERT INTO bucket_use (limited_by, key, used_at) VALUES (bucket->>'limit', bucket->>'key', moment) RETURNING id INTO use_id;
        taken := taken || to_jsonb(use_id);
    END LOOP;
    RETURN taken;
END
$$;

-- Gives back the uses with these ids.
CREATE FUNCTION mailcode_give_back_v1(ids jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM bucket_use WHERE id IN (
        SELECT id FROM bucket_use WHERE id IN (SELECT value::bigint FROM jsonb_array_elements_text(ids)) ORDER BY id FOR UPDATE);
END
$$;

-- Removes all uses of a bucket, which the caller has locked.
CREATE FUNCTION mailcode_clear_v1(bucket jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM bucket_use WHERE id IN (
        SELECT id FROM bucket_use WHERE limited_by = bucket->>'limit' AND key = bucket->>'key' ORDER BY id FOR UPDATE);
END
$$;

-- The state of a sign-up that allows this many tries, by the name of the program's SignUpState.
CREATE FUNCTION mailcode_sign_up_state_v1(sign_up_id bytea, allowed bigint) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN coalesce((
        SELECT CASE
            WHEN consumed_at IS NOT NULL THEN 'consumed'
            WHEN voided_at IS NOT NULL THEN 'voided'
            WHEN tries < allowed THEN 'open'
            ELSE 'spent'
        END FROM sign_up WHERE id = sign_up_id), 'unknown');
END
$$;

-- Records a mail's outcome, in place of an earlier one: {code, outcome, relay, ends_at}.
CREATE FUNCTION mailcode_record_delivery_v1(mail jsonb, moment bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO delivery (code_id, outcome, relay, recorded_at, ends_at)
    VALUES (decode(mail->>'code', 'hex'), mail->>'outcome', mail->>'relay', moment, (mail->>'ends_at')::bigint)
    ON CONFLICT (code_id) DO UPDATE
    SET outcome = excluded.outcome, relay = excluded.relay, recorded_at = excluded.recorded_at, ends_at = excluded.ends_at;
END
$$;

-- Whether a session's data holds visitor state; malformed data holds none. The escape of the character 0 is replaced, since PostgreSQL
-- refuses it; that leaves every other escape whole.
CREATE FUNCTION mailcode_has_visitor_v1(data text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN coalesce(json_typeof(replace(data, '\u0000', '\u0001')::json->0->'visit'), 'null') <> 'null';
EXCEPTION WHEN data_exception THEN
    RETURN false;
END
$$;

-- Locks the sessions that these writes name, and those of an account unless it is NULL.
CREATE FUNCTION mailcode_lock_sessions_v1(writes jsonb, of_account bytea) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM session WHERE id_hash IN (
        SELECT decode(one->>'id', 'hex') FROM jsonb_array_elements(writes) AS one
        UNION ALL
        SELECT id_hash FROM session WHERE account = of_account
    ) ORDER BY id_hash FOR UPDATE;
END
$$;

-- Writes these sessions in this order; raises MC001 at the first conflict. A slow request neither brings back a session that another
-- request has ended (ASVS 5.0 V7.4.1) nor overwrites the changes of another request. Of two requests with the same first id, the second one
-- replaces the row only if it has expired, or has no visitor state and so holds only a flash message.
CREATE FUNCTION mailcode_write_sessions_v1(writes jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    one jsonb;
    this bytea;
    account_id bytea;
BEGIN
    FOR one IN SELECT jsonb_array_elements(writes) LOOP
        this := decode(one->>'id', 'hex');
        account_id := decode(one->>'account', 'hex');
        CASE one->>'write'
        WHEN 'create' THEN
            -- 122 of the bits of the handle are random.
            INSERT INTO session AS before (id_hash, data, expires_at, version, account, handle)
            VALUES (this, one->>'data', (one->>'expires_at')::bigint, (one->>'version')::bigint, account_id,
                decode(replace(gen_random_uuid()::text, '-', ''), 'hex'))
            ON CONFLICT (id_hash) DO UPDATE SET data = excluded.data, expires_at = excluded.expires_at, version = excluded.version,
                account = excluded.account, handle = excluded.handle
            WHERE before.expires_at <= (one->>'now')::bigint OR NOT mailcode_has_visitor_v1(before.data);
        WHEN 'update' THEN
            UPDATE session SET data = one->>'data', expires_at = (one->>'expires_at')::bigint, version = (one->>'version')::bigint,
                account = account_id
            WHERE id_hash = this AND version = (one->>'version')::bigint - 1;
        WHEN 'delete' THEN
            DELETE FROM session WHERE id_hash = this;
        END CASE;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'the session was changed or ended' USING ERRCODE = 'MC001';
        END IF;
    END LOOP;
END
$$;

-- Adds rows to the audit trail, in this order. It is the last part of every step, since the lock of audit_position holds up all others.
CREATE FUNCTION mailcode_append_audit_v1(events jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    added bigint := coalesce(jsonb_array_length(events), 0);
    before bigint;
BEGIN
    IF added = 0 THEN
        RETURN;
    END IF;
    UPDATE audit_position SET last = last + added RETURNING last - added INTO STRICT before;
    INSERT INTO audit_event (id, at, keep_until, kind, event, address, address_hash, network, left_out, is_rationed)
    SELECT before + place, (one->>'at')::bigint, (one->>'keep_until')::bigint, one->>'kind', one->>'event', one->>'address',
        one->>'address_hash', one->>'network', (one->>'left_out')::bigint, (one->>'is_rationed')::boolean
    FROM jsonb_array_elements(events) WITH ORDINALITY AS listed (one, place);
END
$$;

-- Writes the records of a step: {session, audit}. Raises MC001 if one of the sessions conflicts.
CREATE FUNCTION mailcode_write_records_v1(records jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM mailcode_lock_sessions_v1(records->'session', NULL);
    PERFORM mailcode_write_sessions_v1(records->'session');
    PERFORM mailcode_append_audit_v1(records->'audit');
END
$$;
