-- On a copy of a board that is moved through time: the journal as far as it goes at a moment. The view hides the table of
-- the same name from everything that reads it, so that folds, histories and findings see the board of that moment.
--
-- No condition may choose the index: a subject's few records are found by the subject, and then looked at.

CREATE TEMP TABLE moment (at INTEGER NOT NULL, n INTEGER NOT NULL) STRICT;
INSERT INTO moment VALUES (9223372036854775807, 9223372036854775807);

CREATE TEMP VIEW journal AS
SELECT n, id, replica, seq, lamport, at, author, subject, kind, action,
       CASE
           WHEN later IS NULL OR later <= (SELECT at FROM moment) THEN line
           WHEN kind = 'task.added'
           THEN json_remove(json_set(line, '$.d.state', 'open', '$.d.since', happened), '$.d.reason')
           ELSE json_remove(line, '$.d.ended', '$.d.end')
       END AS line
  FROM main.journal
 WHERE +happened <= (SELECT at FROM moment)
   AND (+happened < (SELECT at FROM moment) OR n <= (SELECT n FROM moment));
