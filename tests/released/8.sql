-- What few tasks carry, or few lack, is found by an index of just those: on a large board most filters that find little
-- ask for one of these. `has` now tells of tags and skills as well: 16 tags, 32 skills.

UPDATE task SET has = has
    + 16 * EXISTS (SELECT 1 FROM task_tag x WHERE x.task = task.id)
    + 32 * EXISTS (SELECT 1 FROM task_skill x WHERE x.task = task.id);

CREATE INDEX task_noted ON task (list) WHERE (has & 1) <> 0 AND list < 9;
CREATE INDEX task_linked ON task (list) WHERE (has & 2) <> 0 AND list < 9;
CREATE INDEX task_stepped ON task (list) WHERE (has & 4) <> 0 AND list < 9;
CREATE INDEX task_remarked ON task (list) WHERE (has & 8) <> 0 AND list < 9;
CREATE INDEX task_untagged ON task (list) WHERE (has & 16) = 0 AND list < 9;
CREATE INDEX task_unskilled ON task (list) WHERE (has & 32) = 0 AND list < 9;
