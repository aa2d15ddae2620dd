-- The board as it stands: a row for each subject, folded from its records. Whoever changes a table, or what stands in it,
-- raises the revision in `project.rs`.

CREATE TABLE member (
    id BLOB PRIMARY KEY, handle TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, initials TEXT,
    joined INTEGER NOT NULL, departed INTEGER, claim_limit INTEGER NOT NULL, away_from TEXT, away_until TEXT,
    contact TEXT, teaches TEXT NOT NULL, learns TEXT NOT NULL, source TEXT,
    came INTEGER                             -- when they came to this board, whenever they joined a team elsewhere
) STRICT, WITHOUT ROWID;

CREATE TABLE role (
    id BLOB PRIMARY KEY, handle TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, purpose TEXT,
    state TEXT NOT NULL, review TEXT, created INTEGER NOT NULL, vacant_since INTEGER NOT NULL, source TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE role_holder (
    record BLOB PRIMARY KEY, role BLOB NOT NULL REFERENCES role (id) ON DELETE CASCADE, member BLOB NOT NULL,
    focus TEXT, since INTEGER NOT NULL, term TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX role_holder_role ON role_holder (role);
CREATE INDEX role_holder_member ON role_holder (member);
CREATE TABLE role_domain (
    role BLOB NOT NULL REFERENCES role (id) ON DELETE CASCADE, place INTEGER NOT NULL, text TEXT NOT NULL,
    text_key INTEGER,                        -- hash of the folded text; NULL where that is empty
    PRIMARY KEY (role, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX role_domain_text ON role_domain (text_key, role) WHERE text_key IS NOT NULL;
CREATE TABLE role_accountability (
    role BLOB NOT NULL REFERENCES role (id) ON DELETE CASCADE, place INTEGER NOT NULL, text TEXT NOT NULL,
    text_key INTEGER, PRIMARY KEY (role, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX role_accountability_text ON role_accountability (text_key, role) WHERE text_key IS NOT NULL;

CREATE TABLE goal (
    id BLOB PRIMARY KEY, handle TEXT NOT NULL, title TEXT NOT NULL, folded TEXT NOT NULL, why TEXT,
    horizon TEXT NOT NULL, parent BLOB, measure TEXT, unit TEXT, baseline REAL, target REAL, current REAL,
    due TEXT, review TEXT, state TEXT NOT NULL, created INTEGER NOT NULL, moved INTEGER NOT NULL, source TEXT
) STRICT, WITHOUT ROWID;
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
    source    TEXT,
    lead      BLOB,                          -- the first of the live leads
    lease     INTEGER,                       -- until when the longest of the live leads stands
    has       INTEGER NOT NULL DEFAULT 0,    -- 1 notes, 2 links, 4 a next step, 8 remarks, 16 tags, 32 skills
    ended_by  BLOB,                          -- who ended it, where it is finished and nobody led it
    doing     INTEGER,                       -- since when it is in doing, where that was seen here
    due_key   TEXT NOT NULL GENERATED ALWAYS AS (coalesce(due, '~')) VIRTUAL -- without: last
) STRICT, WITHOUT ROWID;
-- Merged tasks, and the one in which each goes on.
CREATE TABLE task_goes_on (
    task BLOB PRIMARY KEY REFERENCES task (id) ON DELETE CASCADE, goes_on BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE task_tag (
    task BLOB NOT NULL REFERENCES task (id) ON DELETE CASCADE, place INTEGER NOT NULL, tag TEXT NOT NULL,
    PRIMARY KEY (task, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE task_skill (
    task BLOB NOT NULL REFERENCES task (id) ON DELETE CASCADE, place INTEGER NOT NULL, skill TEXT NOT NULL,
    PRIMARY KEY (task, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE task_link (
    task BLOB NOT NULL REFERENCES task (id) ON DELETE CASCADE, place INTEGER NOT NULL, url TEXT NOT NULL,
    PRIMARY KEY (task, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
    record BLOB NOT NULL, task BLOB NOT NULL REFERENCES task (id) ON DELETE CASCADE, member BLOB NOT NULL,
    part TEXT NOT NULL, since INTEGER NOT NULL, lease INTEGER NOT NULL, acted INTEGER NOT NULL, contest TEXT,
    ended INTEGER, ending TEXT,
    live INTEGER NOT NULL,                   -- not ended, and the task is not finished
    in_hand INTEGER NOT NULL,                -- a live lead of a task in doing that nothing blocks
    free_since INTEGER,                      -- since when the task had been free, where it ended that
    closed INTEGER, closing TEXT,            -- when and how a lead was over, by itself or with its task
    PRIMARY KEY (task, record)
) STRICT, WITHOUT ROWID;

CREATE TABLE handover (
    record BLOB NOT NULL, task BLOB NOT NULL REFERENCES task (id) ON DELETE CASCADE, claim BLOB NOT NULL,
    giver BLOB NOT NULL, taker BLOB NOT NULL, at INTEGER NOT NULL, note TEXT, reply TEXT, replied INTEGER,
    PRIMARY KEY (task, record)
) STRICT, WITHOUT ROWID;

CREATE TABLE blocker (
    record BLOB NOT NULL, task BLOB NOT NULL REFERENCES task (id) ON DELETE CASCADE, what TEXT NOT NULL,
    on_member BLOB, on_task BLOB, on_other TEXT, author BLOB NOT NULL, raised INTEGER NOT NULL, asked INTEGER,
    promised TEXT, cleared INTEGER, how TEXT, withdrawn INTEGER NOT NULL,
    live INTEGER NOT NULL,                   -- not cleared, and the task is not finished
    first_asked INTEGER,
    closed INTEGER,                          -- when it was over, by itself or with its task
    seen INTEGER NOT NULL,                   -- whether it was raised here, and not brought by an import
    PRIMARY KEY (task, record)
) STRICT, WITHOUT ROWID;

-- What figures over time are read from, besides the moments of claims and blockers: each time that a task was done or dropped.
CREATE TABLE finish (
    task BLOB NOT NULL REFERENCES task (id) ON DELETE CASCADE, place INTEGER NOT NULL,
    state TEXT NOT NULL, at INTEGER NOT NULL,
    until INTEGER,                           -- when that was over
    doing INTEGER,                           -- when it first came to doing, where both were seen here
    dated INTEGER NOT NULL,                  -- whether it is known when it was
    PRIMARY KEY (task, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE remark (
    record BLOB NOT NULL, task BLOB NOT NULL REFERENCES task (id) ON DELETE CASCADE, author BLOB NOT NULL,
    at INTEGER NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (task, record)
) STRICT, WITHOUT ROWID;

CREATE TABLE settlement (
    id BLOB PRIMARY KEY, finding TEXT NOT NULL, verdict TEXT NOT NULL, reason TEXT NOT NULL, until TEXT,
    facts TEXT NOT NULL, author BLOB NOT NULL, at INTEGER NOT NULL,
    became BLOB,                             -- the tension that was made of it: while that is open the answer holds
    texts TEXT NOT NULL                      -- by which it came up, as they were: a list in JSON
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX settlement_finding ON settlement (finding);
CREATE INDEX settlement_became ON settlement (became) WHERE became IS NOT NULL;
-- Ways out of findings that bind others, and whom. They are there before anybody settled the finding.
CREATE TABLE settlement_offer (
    id BLOB NOT NULL, record BLOB NOT NULL, finding TEXT NOT NULL, author BLOB NOT NULL, at INTEGER NOT NULL,
    one BLOB NOT NULL, other BLOB NOT NULL,  -- what the way is about; twice the same where that is one thing
    way TEXT NOT NULL,                       -- in the JSON of its record
    reason TEXT,
    open INTEGER NOT NULL,                   -- somebody has not answered, and nobody said no
    PRIMARY KEY (id, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX settlement_offer_one ON settlement_offer (one);
CREATE INDEX settlement_offer_other ON settlement_offer (other);
CREATE TABLE settlement_offer_to (
    id BLOB NOT NULL, record BLOB NOT NULL, member BLOB NOT NULL,
    yes INTEGER,                             -- what they said
    PRIMARY KEY (id, record, member),
    FOREIGN KEY (id, record) REFERENCES settlement_offer (id, record) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX settlement_offer_to_member ON settlement_offer_to (member) WHERE yes IS NULL;

-- Tensions, with who looks after them and what they became.
CREATE TABLE tension (
    id BLOB PRIMARY KEY, handle TEXT NOT NULL, is_now TEXT NOT NULL, could_be TEXT NOT NULL, serves TEXT, about BLOB,
    author BLOB NOT NULL, sensed INTEGER NOT NULL,
    closed TEXT,                             -- settled, let_go
    why TEXT, closed_by BLOB, closed_at INTEGER, source TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX tension_open ON tension (sensed) WHERE closed IS NULL;
CREATE INDEX tension_about ON tension (about) WHERE about IS NOT NULL;
CREATE INDEX tension_closed ON tension (closed_at) WHERE closed IS NOT NULL;
CREATE TABLE tension_taken_up (
    tension BLOB NOT NULL REFERENCES tension (id) ON DELETE CASCADE, member BLOB NOT NULL, place INTEGER NOT NULL,
    at INTEGER NOT NULL, PRIMARY KEY (tension, member)
) STRICT, WITHOUT ROWID;
CREATE TABLE tension_became (
    tension BLOB NOT NULL REFERENCES tension (id) ON DELETE CASCADE, record BLOB NOT NULL, task BLOB NOT NULL,
    author BLOB NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (tension, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX tension_became_task ON tension_became (task);

-- Decisions, a row each for lists. All that was said of one is in its records; what is hidden from some stands nowhere here.
CREATE TABLE decision (
    id BLOB PRIMARY KEY, handle TEXT NOT NULL,
    kind TEXT NOT NULL,                      -- consent, experiment, selection, consensus, vote, advice
    state TEXT NOT NULL,                     -- draft, clarify, react, objections, parked, adopted, contested, withdrawn, replaced
    open INTEGER NOT NULL,                   -- something is still to be said or done
    title TEXT NOT NULL, why TEXT, text TEXT,  -- of the version to show
    record BLOB NOT NULL,                    -- that version
    role BLOB, nominee BLOB, under BLOB, replaced BLOB,
    author BLOB NOT NULL, drafted INTEGER NOT NULL,
    closes TEXT, review TEXT,                -- the next day on which it is looked at, once it is adopted
    trial_ends TEXT, parked TEXT,
    adopted INTEGER, ended INTEGER,
    heard INTEGER NOT NULL, asked INTEGER NOT NULL,
    objection INTEGER,                       -- since when the oldest open one that everybody sees is there
    source TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_open ON decision (drafted) WHERE open = 1;
CREATE INDEX decision_adopted ON decision (adopted) WHERE adopted IS NOT NULL;
CREATE INDEX decision_review ON decision (review) WHERE review IS NOT NULL;
CREATE INDEX decision_trial ON decision (trial_ends) WHERE trial_ends IS NOT NULL;
CREATE INDEX decision_role ON decision (role) WHERE role IS NOT NULL;
CREATE INDEX decision_under ON decision (under) WHERE under IS NOT NULL;
CREATE INDEX decision_replaced ON decision (replaced) WHERE replaced IS NOT NULL;
CREATE TABLE decision_member (
    decision BLOB NOT NULL REFERENCES decision (id) ON DELETE CASCADE, member BLOB NOT NULL,
    party INTEGER NOT NULL, spoke INTEGER NOT NULL,  -- on the version to show
    proposes INTEGER NOT NULL,
    objects INTEGER NOT NULL,                -- an objection of theirs is open, and everybody sees it
    PRIMARY KEY (decision, member)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_member_member ON decision_member (member);

-- Agreements, with all that they ever said. Which version is in force also follows from the day and from who left the team.
CREATE TABLE agreement (
    id BLOB PRIMARY KEY, handle TEXT NOT NULL,
    kind TEXT NOT NULL,                      -- working, charter, governance
    title TEXT NOT NULL, author BLOB NOT NULL, drafted INTEGER NOT NULL,
    over TEXT,                               -- the first day on which it is over
    source TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_drafted ON agreement (drafted);
-- A version is named by its record. Lists of phrases are JSON.
CREATE TABLE agreement_version (
    agreement BLOB NOT NULL REFERENCES agreement (id) ON DELETE CASCADE, record BLOB NOT NULL, place INTEGER NOT NULL,
    author BLOB NOT NULL, at INTEGER NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, about TEXT NOT NULL,
    way TEXT, quorum INTEGER, silence INTEGER, criteria TEXT, duties TEXT, share TEXT, exit INTEGER, dispute TEXT,
    review TEXT, decision BLOB, PRIMARY KEY (agreement, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_version_decision ON agreement_version (decision) WHERE decision IS NOT NULL;
-- Whose agreement a version is, and who is no part of what it replaces any more.
CREATE TABLE agreement_party (
    agreement BLOB NOT NULL REFERENCES agreement (id) ON DELETE CASCADE, record BLOB NOT NULL, member BLOB NOT NULL,
    place INTEGER NOT NULL, is_party INTEGER NOT NULL, PRIMARY KEY (agreement, record, member)
) STRICT, WITHOUT ROWID;
CREATE TABLE agreement_yes (
    agreement BLOB NOT NULL REFERENCES agreement (id) ON DELETE CASCADE, record BLOB NOT NULL, member BLOB NOT NULL,
    at INTEGER NOT NULL, PRIMARY KEY (agreement, record, member)
) STRICT, WITHOUT ROWID;
CREATE TABLE agreement_left (
    agreement BLOB NOT NULL REFERENCES agreement (id) ON DELETE CASCADE, record BLOB NOT NULL, member BLOB NOT NULL,
    day TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (agreement, record)
) STRICT, WITHOUT ROWID;
-- Who wants a version to bind nobody.
CREATE TABLE agreement_ending (
    agreement BLOB NOT NULL REFERENCES agreement (id) ON DELETE CASCADE, record BLOB NOT NULL, member BLOB NOT NULL,
    why TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (agreement, record, member)
) STRICT, WITHOUT ROWID;
CREATE TABLE agreement_review (
    agreement BLOB NOT NULL REFERENCES agreement (id) ON DELETE CASCADE, record BLOB NOT NULL, place INTEGER NOT NULL,
    member BLOB NOT NULL, next TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (agreement, place)
) STRICT, WITHOUT ROWID;

-- Who thanked whom; nothing counts them.
CREATE TABLE thanks (
    id BLOB PRIMARY KEY, author BLOB NOT NULL, at INTEGER NOT NULL, text TEXT NOT NULL, about BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX thanks_at ON thanks (at);
CREATE INDEX thanks_about ON thanks (about) WHERE about IS NOT NULL;
CREATE TABLE thanks_to (
    thanks BLOB NOT NULL REFERENCES thanks (id) ON DELETE CASCADE, member BLOB NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (thanks, member)
) STRICT, WITHOUT ROWID;
CREATE INDEX thanks_to_member ON thanks_to (member, at);

-- Who offered to be whose buddy, and until when it stands. Who ended one stands nowhere but in its record.
CREATE TABLE pairing (
    id BLOB PRIMARY KEY, kind TEXT NOT NULL, buddy BLOB NOT NULL, newcomer BLOB NOT NULL, at INTEGER NOT NULL,
    until TEXT, days INTEGER,                -- how long was offered
    stage TEXT NOT NULL,                     -- offered, accepted, declined, withdrawn, ended
    accepted INTEGER, ends TEXT,             -- the last day on which it stands
    ended INTEGER,                           -- when it was declined, withdrawn or ended
    source TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX pairing_buddy ON pairing (buddy, stage);
CREATE INDEX pairing_newcomer ON pairing (newcomer, stage);
CREATE INDEX pairing_stage ON pairing (stage, ends);

-- Meetings: what there was, who was there, and what was kept for later. Their turns are folded when one is looked at.
CREATE TABLE meeting (
    id BLOB PRIMARY KEY, kind TEXT NOT NULL, author BLOB NOT NULL, started INTEGER NOT NULL, ended INTEGER,
    latest INTEGER NOT NULL,                 -- when anything was last written of it
    went_into BLOB,                          -- the other one in which it goes on
    open INTEGER NOT NULL,                   -- neither ended nor gone into another
    source TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_open ON meeting (kind, started) WHERE open = 1;
CREATE INDEX meeting_started ON meeting (kind, started);
CREATE INDEX meeting_went_into ON meeting (went_into) WHERE went_into IS NOT NULL;
CREATE TABLE meeting_member (
    meeting BLOB NOT NULL REFERENCES meeting (id) ON DELETE CASCADE, member BLOB NOT NULL,
    present INTEGER NOT NULL, how TEXT,      -- spoke, passed, absent, later
    chaired INTEGER NOT NULL,                -- whether they were in the chair
    next INTEGER NOT NULL,                   -- 1 facilitates the next one, -1 does not
    PRIMARY KEY (meeting, member)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_member_member ON meeting_member (member);
CREATE TABLE meeting_topic (
    record BLOB PRIMARY KEY, meeting BLOB NOT NULL REFERENCES meeting (id) ON DELETE CASCADE, text TEXT NOT NULL,
    about BLOB, author BLOB NOT NULL, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_topic_meeting ON meeting_topic (meeting);
CREATE INDEX meeting_topic_about ON meeting_topic (about) WHERE about IS NOT NULL;
CREATE TABLE meeting_taken (
    record BLOB NOT NULL, meeting BLOB NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    topic BLOB NOT NULL,                     -- the record that parked it, in this meeting or an earlier one
    becomes BLOB,
    PRIMARY KEY (meeting, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_taken_topic ON meeting_taken (topic);
CREATE TABLE meeting_action (                -- what a retro decided to do
    meeting BLOB NOT NULL REFERENCES meeting (id) ON DELETE CASCADE, task BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (meeting, task)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_action_task ON meeting_action (task);
CREATE INDEX meeting_taken_becomes ON meeting_taken (becomes) WHERE becomes IS NOT NULL;

-- Kept counts, so that no screen counts rows.
CREATE TABLE tally (name TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- Under which key another tool knew a subject: importing it again adds nothing. Two who imported apart have two.
CREATE TABLE origin (source TEXT NOT NULL, subject BLOB NOT NULL, PRIMARY KEY (source, subject)) STRICT, WITHOUT ROWID;

-- Who is somebody else: the member, and into whom they were merged. They have no rows of their own any more.
CREATE TABLE merged (
    member BLOB PRIMARY KEY, into_member BLOB NOT NULL,
    counts INTEGER NOT NULL                  -- not where others said so and they write themselves
) STRICT, WITHOUT ROWID;

-- All that has a handle, whatever its kind: handles are unique among all kinds, and so are shown and read among all.

CREATE TABLE subject (
    id     BLOB PRIMARY KEY,
    kind   TEXT NOT NULL,                    -- member, role, goal, task, tension, decision, agreement
    handle TEXT NOT NULL,                    -- in full
    name   TEXT NOT NULL,                    -- a name or a title
    folded TEXT NOT NULL,
    ended  INTEGER                           -- when it was done, dropped, retired, met, missed or left; else NULL
) STRICT, WITHOUT ROWID;

-- What the team agreed on for its board; what has no row here is as for every team.

CREATE TABLE term (
    name TEXT PRIMARY KEY,   -- lease, week, doing, S3, ...
    value TEXT NOT NULL      -- a number of days, mon tue wed, a name
) STRICT, WITHOUT ROWID;

-- When the board began: who came soon after began it, and is no newcomer.
CREATE TABLE founding (id BLOB PRIMARY KEY, began INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- For people with `sqlite3`: the board in words.
CREATE VIEW board AS
SELECT t.handle, t.title, t.state, t.due,
       (SELECT group_concat(m.name, ', ') FROM claim c JOIN member m ON m.id = c.member
         WHERE c.task = t.id AND c.live = 1 AND c.part = 'lead') AS leads,
       (SELECT group_concat(m.name, ', ') FROM claim c JOIN member m ON m.id = c.member
         WHERE c.task = t.id AND c.live = 1 AND c.part = 'helper') AS helpers,
       (SELECT group_concat(b.what, '; ') FROM blocker b WHERE b.task = t.id AND b.live = 1) AS blockers
  FROM task t ORDER BY t.list, t.rank, t.id;
