-- How often the account got another address. What browsers vouched for before counts no more, not even for an address that comes back.
ALTER TABLE account ADD COLUMN address_changes INTEGER NOT NULL DEFAULT 0 CHECK (address_changes >= 0);
