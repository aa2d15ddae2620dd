-- The indexes of what a board has many of: made once all rows are in, where tables are made anew or a large import fills
-- them. Which of two that serve a statement alike is used may follow from their order here.

CREATE INDEX task_free ON task (list, rank, id) WHERE leads = 0 AND list < 9;
CREATE INDEX task_goal ON task (goal, since) WHERE goal IS NOT NULL;
CREATE INDEX task_role ON task (role) WHERE role IS NOT NULL;
CREATE INDEX task_title ON task (title_key) WHERE list < 9;
CREATE INDEX task_finished ON task (since) WHERE list = 9;
CREATE INDEX task_tag_tag ON task_tag (tag);
CREATE INDEX task_link_url ON task_link (url);
CREATE INDEX claim_in_hand ON claim (member, task) WHERE in_hand = 1;
CREATE INDEX handover_taker ON handover (taker) WHERE reply IS NULL;
CREATE INDEX blocker_age ON blocker (raised, record) WHERE live = 1;
CREATE INDEX blocker_on_task ON blocker (on_task) WHERE live = 1 AND on_task IS NOT NULL;
CREATE INDEX blocker_on_member ON blocker (on_member) WHERE live = 1 AND on_member IS NOT NULL;

-- What lists of tasks are narrowed, sorted and grouped by stands in the indexes that they are walked by.
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

-- Lists of tasks may be grouped by goal, role or lead instead of state, and sorted by due day or age: an index for each,
-- so that no list is sorted when it is read. Those in pull order hold what most filters ask for.
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

-- Who leads what is told from the index alone. A live claim is one of a live task: no task is looked at for it.
CREATE INDEX claim_member ON claim (member, part, task) WHERE live = 1;

-- The tasks of a goal or a role, state by state in pull order: a page of theirs, and the board when it is filtered by them.
CREATE INDEX task_goal_list ON task (
    goal, list, rank, id, leads, helpers, blocked, twice, has, since, lease, due, parked, role, lead, state
) WHERE goal IS NOT NULL AND list < 9;
CREATE INDEX task_role_list ON task (
    role, list, rank, id, leads, helpers, blocked, twice, has, since, lease, due, parked, goal, lead, state
) WHERE role IS NOT NULL AND list < 9;

-- What few tasks carry, or few lack, is found by an index of just those: on a large board most filters that find little
-- ask for one of these.
CREATE INDEX task_noted ON task (list) WHERE (has & 1) <> 0 AND list < 9;
CREATE INDEX task_linked ON task (list) WHERE (has & 2) <> 0 AND list < 9;
CREATE INDEX task_stepped ON task (list) WHERE (has & 4) <> 0 AND list < 9;
CREATE INDEX task_remarked ON task (list) WHERE (has & 8) <> 0 AND list < 9;
CREATE INDEX task_untagged ON task (list) WHERE (has & 16) = 0 AND list < 9;
CREATE INDEX task_unskilled ON task (list) WHERE (has & 32) = 0 AND list < 9;

CREATE INDEX subject_handle ON subject (handle);
CREATE INDEX subject_live ON subject (handle, ended) WHERE ended IS NULL; -- in full: no row is looked at
-- What ended is walked by its first letters and no further back than its handle counts.
CREATE INDEX subject_ended ON subject (substr(handle, 1, 3), ended, handle) WHERE ended IS NOT NULL;
-- Besides tasks there are few: by handle, and by name.
CREATE INDEX subject_other ON subject (handle) WHERE kind <> 'task';
CREATE INDEX subject_folded ON subject (kind, folded, id) WHERE kind <> 'task';

-- What figures over time are read from, in full, by its moment.
CREATE INDEX finish_done ON finish (at, until, state, dated) WHERE state = 'done' AND dated = 1;
CREATE INDEX finish_took ON finish (at, doing, state, until) WHERE state = 'done' AND until IS NULL AND doing IS NOT NULL;
CREATE INDEX task_doing ON task (doing, blocked) WHERE doing IS NOT NULL AND blocked = 0;
CREATE INDEX claim_freed ON claim (since, free_since, member) WHERE free_since IS NOT NULL;
CREATE INDEX claim_closed ON claim (closed, closing) WHERE closed IS NOT NULL;
CREATE INDEX blocker_closed ON blocker (closed) WHERE closed IS NOT NULL;
