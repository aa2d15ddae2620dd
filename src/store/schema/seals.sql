-- Each replica's newest seal: its signed word for how many records it has and which is the last. The secrets that signed
-- lie in their owners' homes, none in the board.

ALTER TABLE replica ADD COLUMN seal TEXT;   -- JSON, in the form of `head.json`

-- Records that do not verify, out of the way of everything that reads the journal, and never deleted.
CREATE TABLE set_aside (
    n       INTEGER PRIMARY KEY,
    line    BLOB NOT NULL,                   -- byte for byte, whatever it is
    id      BLOB,                            -- under which it was kept
    reason  TEXT NOT NULL,                   -- damaged, forged, columns, chain, seal, ...
    place   INTEGER                          -- its row in the journal
) STRICT;
