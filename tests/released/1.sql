-- The tables of a board. `journal` and `replica` are the truth; all others follow from them and can be rebuilt.
-- Ids are 16-byte UUIDs and 32-byte record ids; moments are milliseconds since 1970 UTC; days are ISO dates.

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

CREATE TABLE member (
    id BLOB PRIMARY KEY, handle TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, initials TEXT,
    joined INTEGER NOT NULL, departed INTEGER, claim_limit INTEGER NOT NULL, away_from TEXT, away_until TEXT,
    contact TEXT, teaches TEXT NOT NULL, learns TEXT NOT NULL, source TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX member_handle ON member (handle);

CREATE TABLE role (
    id BLOB PRIMARY KEY, handle TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, purpose TEXT,
    state TEXT NOT NULL, review TEXT, created INTEGER NOT NULL, vacant_since INTEGER NOT NULL, source TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX role_handle ON role (handle);
CREATE TABLE role_holder (
    record BLOB PRIMARY KEY, role BLOB NOT NULL REFERENCES role (id) ON DELETE CASCADE, member BLOB NOT NULL,
    focus TEXT, since INTEGER NOT NULL, term TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX role_holder_role ON role_holder (role);
CREATE INDEX role_holder_member ON role_holder (member);
CREATE TABLE role_domain (
    role BLOB NOT NULL REFERENCES role (id) ON DELETE CASCADE, place INTEGER NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (role, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE role_accountability (
    role BLOB NOT NULL REFERENCES role (id) ON DELETE CASCADE, place INTEGER NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (role, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE goal (
    id BLOB PRIMARY KEY, handle TEXT NOT NULL, title TEXT NOT NULL, folded TEXT NOT NULL, why TEXT,
    horizon TEXT NOT NULL, parent BLOB, measure TEXT, unit TEXT, baseline REAL, target REAL, current REAL,
    due TEXT, review TEXT, state TEXT NOT NULL, created INTEGER NOT NULL, moved INTEGER NOT NULL, source TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX goal_handle ON goal (handle);
CREATE INDEX goal_parent ON goal (parent) WHERE parent IS NOT NULL;
CREATE TABLE goal_reading (
    goal BLOB NOT NULL REFERENCES goal (id) ON DELETE CASCADE, date TEXT NOT NULL, value REAL NOT NULL,
    PRIMARY KEY (goal, date)
) STRICT, WITHOUT ROWID;

CREATE TABLE task (
    id        BLOB PRIMARY KEY,
    handle    TEXT NOT NULL,
    title     TEXT NOT NULL,
    notes     TEXT,
    state     TEXT NOT NULL,                 -- open, doing, review, done, dropped
    list      INTEGER NOT NULL,              -- where it stands on the board: 0 doing, 1 review, 2 open, 9 finished
    since     INTEGER NOT NULL,              -- when it came into its state
    created   INTEGER NOT NULL,
    author    BLOB NOT NULL,
    reason    TEXT,                          -- why it was dropped
    rank      TEXT NOT NULL,                 -- its place in the pull order, compared as bytes
    role      BLOB,
    goal      BLOB,
    due       TEXT,
    parked    TEXT,                          -- laid aside until this day
    next      TEXT,                          -- the next visible step
    leads     INTEGER NOT NULL,              -- live leads
    helpers   INTEGER NOT NULL,              -- live helpers
    blocked   INTEGER NOT NULL,              -- open blockers
    twice     INTEGER NOT NULL,              -- whether two edits made apart both stand
    title_key INTEGER NOT NULL,              -- hash of the folded title: who writes the same
    line      TEXT NOT NULL,                 -- folded words of title, handle and tags: what a filter looks into
    source    TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX task_order ON task (list, rank, id);
CREATE INDEX task_free ON task (list, rank, id) WHERE leads = 0 AND list < 9;
CREATE INDEX task_goal ON task (goal, since) WHERE goal IS NOT NULL;
CREATE INDEX task_goal_live ON task (goal) WHERE goal IS NOT NULL AND list < 9;
CREATE INDEX task_role ON task (role) WHERE role IS NOT NULL;
CREATE INDEX task_title ON task (title_key) WHERE list < 9;
CREATE INDEX task_handle ON task (handle);
CREATE INDEX task_live_handle ON task (handle) WHERE list < 9;
CREATE INDEX task_finished ON task (since) WHERE list = 9;
CREATE TABLE task_tag (
    task BLOB NOT NULL REFERENCES task (id) ON DELETE CASCADE, place INTEGER NOT NULL, tag TEXT NOT NULL,
    PRIMARY KEY (task, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX task_tag_tag ON task_tag (tag);
CREATE TABLE task_skill (
    task BLOB NOT NULL REFERENCES task (id) ON DELETE CASCADE, place INTEGER NOT NULL, skill TEXT NOT NULL,
    PRIMARY KEY (task, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE task_link (
    task BLOB NOT NULL REFERENCES task (id) ON DELETE CASCADE, place INTEGER NOT NULL, url TEXT NOT NULL,
    PRIMARY KEY (task, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX task_link_url ON task_link (url);

CREATE TABLE claim (
    record BLOB NOT NULL, task BLOB NOT NULL REFERENCES task (id) ON DELETE CASCADE, member BLOB NOT NULL,
    part TEXT NOT NULL, since INTEGER NOT NULL, lease INTEGER NOT NULL, acted INTEGER NOT NULL, contest TEXT,
    ended INTEGER, ending TEXT,
    live INTEGER NOT NULL,                   -- not ended, and the task is not finished
    in_hand INTEGER NOT NULL,                -- a live lead of a task in doing that nothing blocks
    PRIMARY KEY (task, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_member ON claim (member) WHERE live = 1;
CREATE INDEX claim_in_hand ON claim (member, task) WHERE in_hand = 1;

CREATE TABLE handover (
    record BLOB NOT NULL, task BLOB NOT NULL REFERENCES task (id) ON DELETE CASCADE, claim BLOB NOT NULL,
    giver BLOB NOT NULL, taker BLOB NOT NULL, at INTEGER NOT NULL, note TEXT, reply TEXT, replied INTEGER,
    PRIMARY KEY (task, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX handover_taker ON handover (taker) WHERE reply IS NULL;

CREATE TABLE blocker (
    record BLOB NOT NULL, task BLOB NOT NULL REFERENCES task (id) ON DELETE CASCADE, what TEXT NOT NULL,
    on_member BLOB, on_task BLOB, on_other TEXT, author BLOB NOT NULL, raised INTEGER NOT NULL, asked INTEGER,
    promised TEXT, cleared INTEGER, how TEXT, withdrawn INTEGER NOT NULL,
    live INTEGER NOT NULL,                   -- not cleared, and the task is not finished
    PRIMARY KEY (task, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX blocker_age ON blocker (raised, record) WHERE live = 1;
CREATE INDEX blocker_on_task ON blocker (on_task) WHERE live = 1 AND on_task IS NOT NULL;
CREATE INDEX blocker_on_member ON blocker (on_member) WHERE live = 1 AND on_member IS NOT NULL;

CREATE TABLE remark (
    record BLOB NOT NULL, task BLOB NOT NULL REFERENCES task (id) ON DELETE CASCADE, author BLOB NOT NULL,
    at INTEGER NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (task, record)
) STRICT, WITHOUT ROWID;

CREATE TABLE settlement (
    id BLOB PRIMARY KEY, finding TEXT NOT NULL, verdict TEXT NOT NULL, reason TEXT NOT NULL, until TEXT,
    facts TEXT NOT NULL, author BLOB NOT NULL, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX settlement_finding ON settlement (finding);

-- What the board asks. A row is there from the moment of the change; it counts from `holds_from` on.
CREATE TABLE finding (
    key TEXT PRIMARY KEY, anchor TEXT NOT NULL, rule TEXT NOT NULL, kind TEXT NOT NULL, place INTEGER NOT NULL,
    facts TEXT NOT NULL, fingerprint TEXT NOT NULL, holds_from INTEGER NOT NULL, holds_until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_anchor ON finding (anchor);
CREATE INDEX finding_order ON finding (place, holds_from);
CREATE INDEX finding_holds ON finding (holds_from, holds_until, fingerprint); -- most wait for their day: not counted
CREATE TABLE finding_about (
    key TEXT NOT NULL REFERENCES finding (key) ON DELETE CASCADE, subject BLOB NOT NULL, PRIMARY KEY (key, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_about_subject ON finding_about (subject);

-- Kept counts, so that no screen counts rows.
CREATE TABLE tally (name TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- Under which key another tool knew a subject: importing it again adds nothing. Two who imported apart have two.
CREATE TABLE origin (source TEXT NOT NULL, subject BLOB NOT NULL, PRIMARY KEY (source, subject)) STRICT, WITHOUT ROWID;

-- Search over everything written. `doc` gives subjects their row numbers.
CREATE TABLE doc (n INTEGER PRIMARY KEY, subject BLOB NOT NULL UNIQUE, kind TEXT NOT NULL) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (
    line, body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3'
);

-- For people with `sqlite3`: the board in words.
CREATE VIEW board AS
SELECT t.handle, t.title, t.state, t.due,
       (SELECT group_concat(m.name, ', ') FROM claim c JOIN member m ON m.id = c.member
         WHERE c.task = t.id AND c.live = 1 AND c.part = 'lead') AS leads,
       (SELECT group_concat(m.name, ', ') FROM claim c JOIN member m ON m.id = c.member
         WHERE c.task = t.id AND c.live = 1 AND c.part = 'helper') AS helpers,
       (SELECT group_concat(b.what, '; ') FROM blocker b WHERE b.task = t.id AND b.live = 1) AS blockers
  FROM task t ORDER BY t.list, t.rank, t.id;

-- The tasks that free hands would pull next: what G2 asks about.
CREATE TABLE top_task (task BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;
