-- Which relay the outcome is of: "main" or "fallback". None if no relay was asked, and in rows of the version before.
ALTER TABLE delivery ADD COLUMN relay TEXT;
