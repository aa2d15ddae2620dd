-- All that has a handle, whatever its kind: handles are unique among all kinds, and so are shown and read among all.
--
-- Filled by the program, which alone can fold a text and tell when a role was retired: `project::subjects`.

CREATE TABLE subject (
    id     BLOB PRIMARY KEY,
    kind   TEXT NOT NULL,                    -- member, role, goal, task
    handle TEXT NOT NULL,                    -- in full
    name   TEXT NOT NULL,                    -- a name or a title
    folded TEXT NOT NULL,
    ended  INTEGER                           -- when it was done, dropped, retired, met, missed or left; else NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX subject_handle ON subject (handle);
CREATE INDEX subject_live ON subject (handle, ended) WHERE ended IS NULL; -- in full: no row is looked at
-- What ended is walked by its first letters and no further back than its handle counts.
CREATE INDEX subject_ended ON subject (substr(handle, 1, 3), ended, handle) WHERE ended IS NOT NULL;
-- Besides tasks there are few: by handle, and by name.
CREATE INDEX subject_other ON subject (handle) WHERE kind <> 'task';
CREATE INDEX subject_folded ON subject (kind, folded, id) WHERE kind <> 'task';

DROP INDEX member_handle;
DROP INDEX role_handle;
DROP INDEX goal_handle;
DROP INDEX task_handle;
DROP INDEX task_live_handle;
