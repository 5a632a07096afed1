-- All events of one mailbox are looked for by whoever has its account, not by the operator alone.
CREATE INDEX audit_event_by_address ON audit_event (address_hash) WHERE address_hash IS NOT NULL;
