-- What cannot be made anew: everything that happened, and who wrote it. Changed by numbered steps only.
-- Ids are 16-byte UUIDs and 32-byte record ids; moments are milliseconds since 1970 UTC.

CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;

-- Everybody who ever wrote to this board, each installation once. Only our own has a secret.
CREATE TABLE replica (
    n       INTEGER PRIMARY KEY,
    id      BLOB NOT NULL UNIQUE,
    public  BLOB,
    secret  BLOB,
    count   INTEGER NOT NULL DEFAULT 0,      -- records that we hold of it
    last    BLOB                             -- the id of the last one
) STRICT;

-- Everything that happened, in the order of arrival. Rows are never changed and never deleted.
CREATE TABLE journal (
    n       INTEGER PRIMARY KEY,
    id      BLOB NOT NULL UNIQUE,            -- SHA-256 of the line
    replica INTEGER NOT NULL REFERENCES replica (n),
    seq     INTEGER NOT NULL,
    lamport INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    author  BLOB NOT NULL,
    subject BLOB NOT NULL,
    kind    TEXT NOT NULL,
    action  INTEGER NOT NULL,                -- n of the first record of what was done at once
    line    TEXT NOT NULL                    -- as it came, byte for byte
) STRICT;
CREATE INDEX journal_subject ON journal (subject);
CREATE INDEX journal_replica ON journal (replica, seq);
CREATE INDEX journal_author ON journal (author);
