-- Wrong codes of a sign-up, so that the same one sent again costs no second try. At most as many as it has tries.
CREATE TABLE refused_code (
    sign_up BLOB NOT NULL REFERENCES sign_up (id) ON DELETE CASCADE,
    -- A keyed hash, of a purpose of its own: no digits, and no MAC of a live code.
    code    BLOB NOT NULL CHECK (length(code) = 32),
    PRIMARY KEY (sign_up, code)
) STRICT, WITHOUT ROWID;
