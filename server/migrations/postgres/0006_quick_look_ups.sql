-- The same functions as before, which find their rows by the index of the primary key, however large PostgreSQL takes the tables for. For a
-- join with a list from JSON, whose length it does not know, it read the whole table.

CREATE OR REPLACE FUNCTION mailcode_lock_sessions_v1(writes jsonb, of_account bytea) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    this bytea;
BEGIN
    FOR this IN
        SELECT decode(one->>'id', 'hex') FROM jsonb_array_elements(writes) AS one
        UNION
        SELECT id_hash FROM session WHERE account = of_account
        ORDER BY 1
    LOOP
        PERFORM 1 FROM session WHERE id_hash = this FOR UPDATE;
    END LOOP;
END
$$;

CREATE OR REPLACE FUNCTION mailcode_give_back_v1(ids jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    this bigint;
BEGIN
    FOR this IN SELECT value::bigint FROM jsonb_array_elements_text(ids) ORDER BY 1 LOOP
        DELETE FROM bucket_use WHERE id = this;
    END LOOP;
END
$$;

CREATE OR REPLACE FUNCTION mailcode_clear_v1(bucket jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    this bigint;
BEGIN
    FOR this IN SELECT id FROM bucket_use WHERE limited_by = bucket->>'limit' AND key = bucket->>'key' ORDER BY id FOR UPDATE LOOP
        DELETE FROM bucket_use WHERE id = this;
    END LOOP;
END
$$;

CREATE OR REPLACE FUNCTION mailcode_look_up_v1(lookup jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
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
            SELECT coalesce(jsonb_agg((
                SELECT jsonb_build_object('outcome', outcome, 'relay', relay, 'at', recorded_at)
                FROM delivery WHERE code_id = decode(code, 'hex')
            ) ORDER BY place), '[]')
            FROM jsonb_array_elements_text(lookup->'codes') WITH ORDINALITY AS listed (code, place)));
END
$$;
