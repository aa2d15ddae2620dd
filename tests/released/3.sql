-- Lists of tasks may be grouped by goal, role or lead instead of state, and sorted by due day or age: an index for each,
-- so that no list is sorted when it is read. Those in pull order hold what most filters ask for.

ALTER TABLE task ADD COLUMN due_key TEXT NOT NULL GENERATED ALWAYS AS (coalesce(due, '~')) VIRTUAL; -- without: last

CREATE INDEX task_state_due ON task (list, due_key, rank, id) WHERE list < 9;
CREATE INDEX task_state_since ON task (list, since, id) WHERE list < 9;
CREATE INDEX task_goal_rank ON task (
    goal, rank, id, list, leads, helpers, blocked, twice, has, since, lease, due, parked, role, lead, state
) WHERE list < 9;
CREATE INDEX task_goal_due ON task (goal, due_key, rank, id) WHERE list < 9;
CREATE INDEX task_goal_since ON task (goal, since, id) WHERE list < 9;
CREATE INDEX task_role_rank ON task (
    role, rank, id, list, leads, helpers, blocked, twice, has, since, lease, due, parked, goal, lead, state
) WHERE list < 9;
CREATE INDEX task_role_due ON task (role, due_key, rank, id) WHERE list < 9;
CREATE INDEX task_role_since ON task (role, since, id) WHERE list < 9;
CREATE INDEX task_lead_rank ON task (
    lead, rank, id, list, leads, helpers, blocked, twice, has, since, lease, due, parked, goal, role, state
) WHERE list < 9;
CREATE INDEX task_lead_due ON task (lead, due_key, rank, id) WHERE list < 9;
CREATE INDEX task_lead_since ON task (lead, since, id) WHERE list < 9;
CREATE INDEX task_rank ON task (
    rank, id, list, leads, helpers, blocked, twice, has, since, lease, due, parked, goal, role, lead, state
) WHERE list < 9;
CREATE INDEX task_due_rank ON task (due_key, rank, id) WHERE list < 9;
DROP INDEX task_goal_live;

INSERT INTO tally (name, n)
    SELECT 'in:goal:' || iif(goal IS NULL, '-', lower(hex(goal))), count(*) FROM task WHERE list < 9 GROUP BY goal
    UNION ALL
    SELECT 'in:role:' || iif(role IS NULL, '-', lower(hex(role))), count(*) FROM task WHERE list < 9 GROUP BY role
    UNION ALL
    SELECT 'in:lead:' || iif(lead IS NULL, '-', lower(hex(lead))), count(*) FROM task WHERE list < 9 GROUP BY lead;
