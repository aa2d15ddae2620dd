-- Who leads what is told from the index alone. A live claim is one of a live task: no task is looked at for it.

DROP INDEX claim_member;
CREATE INDEX claim_member ON claim (member, part, task) WHERE live = 1;

-- The tasks of a goal or a role, state by state in pull order: a page of theirs, and the board when it is filtered by them.
CREATE INDEX task_goal_list ON task (
    goal, list, rank, id, leads, helpers, blocked, twice, has, since, lease, due, parked, role, lead, state
) WHERE goal IS NOT NULL AND list < 9;
CREATE INDEX task_role_list ON task (
    role, list, rank, id, leads, helpers, blocked, twice, has, since, lease, due, parked, goal, lead, state
) WHERE role IS NOT NULL AND list < 9;
