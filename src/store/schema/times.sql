-- When things took place. What an import brings carries the time of its source; everything else happened when it was
-- written. `later` is when an imported record changes what it tells once more: a task that came to its state after it was
-- made, a claim that ended. Both are read out of the line, so that they can never disagree with it.

ALTER TABLE journal ADD COLUMN happened INTEGER NOT NULL GENERATED ALWAYS AS (
    CASE typeof(line ->> '$.d.at') WHEN 'integer' THEN min(at, line ->> '$.d.at') ELSE at END
) VIRTUAL;
ALTER TABLE journal ADD COLUMN later INTEGER GENERATED ALWAYS AS (
    CASE
        WHEN kind = 'task.added' AND typeof(line ->> '$.d.since') = 'integer' AND line ->> '$.d.since' > happened
        THEN min(at, line ->> '$.d.since')
        WHEN kind = 'task.claimed' AND typeof(line ->> '$.d.ended') = 'integer' AND line ->> '$.d.ended' > happened
        THEN min(at, line ->> '$.d.ended')
    END
) VIRTUAL;
CREATE INDEX journal_happened ON journal (happened);
CREATE INDEX journal_later ON journal (later) WHERE later IS NOT NULL;
