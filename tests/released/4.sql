-- What the team agreed on for its board; what has no row here is as for every team.

CREATE TABLE term (
    name TEXT PRIMARY KEY,   -- lease, week, doing, S3, ...
    value TEXT NOT NULL      -- a number of days, mon tue wed, a name
) STRICT, WITHOUT ROWID;
