-- What the board asks. A row is there from the moment of the change; it counts from `holds_from` on.
CREATE TABLE finding (
    key TEXT PRIMARY KEY, anchor TEXT NOT NULL, rule TEXT NOT NULL, kind TEXT NOT NULL,
    member BLOB, -- of whom it speaks first: what findings of a rule are counted by
    facts TEXT NOT NULL, fingerprint TEXT NOT NULL, holds_from INTEGER NOT NULL, holds_until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_anchor ON finding (anchor);
-- Filed under its rule: where that stands among all is a matter of the program that reads.
CREATE INDEX finding_of_rule ON finding (rule, holds_from, key); -- those of one moment too: many begin with an import
CREATE INDEX finding_holds ON finding (holds_from, holds_until, fingerprint); -- most wait for their day: not counted
CREATE TABLE finding_about (
    key TEXT NOT NULL REFERENCES finding (key) ON DELETE CASCADE, subject BLOB NOT NULL, PRIMARY KEY (key, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_about_subject ON finding_about (subject);
-- Titles of led live tasks, and accountabilities of active roles: which of them are alike is known by their words, and kept.
-- `among` says of which of the two a row is (store/finding/alike.rs).
CREATE TABLE alike_text (
    among INTEGER NOT NULL, id BLOB NOT NULL, text TEXT NOT NULL,
    long TEXT NOT NULL, -- its long words: one of them may be the word of another text, written with a slip
    PRIMARY KEY (among, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE alike_word (
    among INTEGER NOT NULL, form TEXT NOT NULL,
    numbers INTEGER NOT NULL, -- hash of the numbers in the text, 0 without any: other numbers, other work
    part INTEGER NOT NULL,    -- of the id of a text: however many have a word, these are few rows
    ids BLOB NOT NULL,        -- in their order; what stands of each is said in store/finding/alike/words.rs
    PRIMARY KEY (among, form, numbers, part)
) STRICT, WITHOUT ROWID;
CREATE TABLE alike_pair (
    among INTEGER NOT NULL, id BLOB NOT NULL, other BLOB NOT NULL, PRIMARY KEY (among, id, other)
) STRICT, WITHOUT ROWID;
