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
-- Titles of led live tasks: which of them are alike is known by their words, and kept.
CREATE TABLE led_title (
    task BLOB PRIMARY KEY, title TEXT NOT NULL,
    long TEXT NOT NULL -- its long words: one of them may be the word of another title, written with a slip
) STRICT, WITHOUT ROWID;
CREATE TABLE led_word (
    form TEXT NOT NULL,
    numbers INTEGER NOT NULL, -- hash of the numbers in the title, 0 without any: other numbers, other work
    part INTEGER NOT NULL,    -- of the id of a task: however many tasks have a word, these are few rows
    tasks BLOB NOT NULL,      -- in the order of their ids; what stands of each is said in store/finding/alike/words.rs
    PRIMARY KEY (form, numbers, part)
) STRICT, WITHOUT ROWID;
CREATE TABLE led_alike (task BLOB NOT NULL, other BLOB NOT NULL, PRIMARY KEY (task, other)) STRICT, WITHOUT ROWID;
