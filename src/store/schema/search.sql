-- Search over everything written. `doc` gives subjects their row numbers.
CREATE TABLE doc (n INTEGER PRIMARY KEY, subject BLOB NOT NULL UNIQUE, kind TEXT NOT NULL) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (
    line, body, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co M* S* P*'", prefix = '1 2 3'
);
