-- Audit events get their ids after their steps. An id can be assigned only while the ids of no other step may be, and a step held that lock
-- until its commit had reached the disk: all steps of a site committed one after the other. Now a step only adds its events, in a
-- transaction that waits for no other, and they are numbered soon: before each read of the trail, and by each clean-up.
--
-- The functions that are replaced here keep their meaning, so the version before can go on calling them. It does not show the events that
-- this version has not yet numbered.

-- The audit events without an id.
CREATE TABLE audit_arrival (
    -- The order in which they get their ids. A step that was rolled back leaves a gap here, and none in the ids.
    arrival      bigint  NOT NULL GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- As in audit_event.
    at           bigint  NOT NULL,
    keep_until   bigint  NOT NULL,
    kind         text    NOT NULL,
    event        text    NOT NULL,
    address      text,
    address_hash text,
    network      text,
    left_out     bigint  NOT NULL CHECK (left_out >= 0),
    is_rationed  boolean NOT NULL
);
-- For counting the rationed events of the last hour.
CREATE INDEX audit_arrival_by_ration ON audit_arrival (at, network) WHERE is_rationed;

-- What is deleted here becomes an event with an id, whoever deletes it; so nothing can be removed before its end.
CREATE FUNCTION mailcode_number_arrivals() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    added bigint;
    before bigint;
BEGIN
    SELECT count(*) INTO added FROM deleted;
    IF added > 0 THEN
        UPDATE audit_position SET last = last + added RETURNING last - added INTO STRICT before;
        INSERT INTO audit_event (id, at, keep_until, kind, event, address, address_hash, network, left_out, is_rationed)
        SELECT before + row_number() OVER (ORDER BY arrival), at, keep_until, kind, event, address, address_hash, network, left_out,
            is_rationed FROM deleted;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER audit_arrival_is_numbered AFTER DELETE ON audit_arrival REFERENCING OLD TABLE AS deleted
    FOR EACH STATEMENT EXECUTE FUNCTION mailcode_number_arrivals();
CREATE TRIGGER audit_arrival_is_not_changed BEFORE UPDATE ON audit_arrival
    FOR EACH ROW EXECUTE FUNCTION mailcode_refuse_audit_change();
CREATE TRIGGER audit_arrival_is_not_truncated BEFORE TRUNCATE ON audit_arrival
    FOR EACH STATEMENT EXECUTE FUNCTION mailcode_refuse_audit_change();

-- Numbers the events that were added first, at most so many, or all if that is NULL, and returns how many there were; none in a database
-- that is read-only.
CREATE FUNCTION mailcode_number_audit_v1(at_most bigint) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    numbered bigint;
BEGIN
    IF current_setting('transaction_read_only')::boolean OR NOT EXISTS (SELECT 1 FROM audit_arrival) THEN
        RETURN 0;
    END IF;
    -- Before the rows are looked for, so that two calls do not find the same.
    PERFORM 1 FROM audit_position FOR UPDATE;
    DELETE FROM audit_arrival WHERE arrival = ANY (ARRAY(SELECT arrival FROM audit_arrival ORDER BY arrival LIMIT at_most));
    GET DIAGNOSTICS numbered = ROW_COUNT;
    RETURN numbered;
END
$$;

-- Adds rows to the audit trail, in this order.
CREATE OR REPLACE FUNCTION mailcode_append_audit_v1(events jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO audit_arrival (at, keep_until, kind, event, address, address_hash, network, left_out, is_rationed)
    SELECT (one->>'at')::bigint, (one->>'keep_until')::bigint, one->>'kind', one->>'event', one->>'address', one->>'address_hash',
        one->>'network', (one->>'left_out')::bigint, (one->>'is_rationed')::boolean
    FROM jsonb_array_elements(events) WITH ORDINALITY AS listed (one, place) ORDER BY place;
END
$$;
