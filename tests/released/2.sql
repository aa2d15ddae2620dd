-- What lists of tasks are narrowed, sorted and grouped by stands in the indexes that they are walked by.

ALTER TABLE task ADD COLUMN lead BLOB;                       -- the first of the live leads
ALTER TABLE task ADD COLUMN lease INTEGER;                   -- until when the longest of the live leads stands
ALTER TABLE task ADD COLUMN has INTEGER NOT NULL DEFAULT 0;  -- 1 notes, 2 links, 4 a next step, 8 remarks

UPDATE task SET
    lead = (SELECT member FROM claim c WHERE c.task = task.id AND c.live = 1 AND c.part = 'lead'
             ORDER BY c.since, c.record LIMIT 1),
    lease = (SELECT max(lease) FROM claim c WHERE c.task = task.id AND c.live = 1 AND c.part = 'lead'),
    has = (notes IS NOT NULL)
        + 2 * EXISTS (SELECT 1 FROM task_link l WHERE l.task = task.id)
        + 4 * (next IS NOT NULL)
        + 8 * EXISTS (SELECT 1 FROM remark r WHERE r.task = task.id);

DROP INDEX task_order;
CREATE INDEX task_order ON task (
    list, rank, id, leads, helpers, blocked, twice, has, since, lease, due, parked, goal, role, lead, state
);
CREATE INDEX task_blocked ON task (list, rank, id) WHERE blocked > 0 AND list < 9;
CREATE INDEX task_twice ON task (list, rank, id) WHERE twice = 1 AND list < 9;
CREATE INDEX task_parked ON task (list, rank, id) WHERE parked IS NOT NULL AND list < 9;
CREATE INDEX task_due ON task (due) WHERE due IS NOT NULL AND list < 9;
CREATE INDEX task_lease ON task (lease) WHERE lease IS NOT NULL AND list < 9;
CREATE INDEX task_since ON task (since) WHERE list < 9;
CREATE INDEX task_skill_skill ON task_skill (skill);
CREATE INDEX claim_past ON claim (member) WHERE live = 0;
CREATE INDEX handover_open ON handover (at) WHERE reply IS NULL;
