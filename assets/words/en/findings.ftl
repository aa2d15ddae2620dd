# What findings say: facts, never blame. A task is called by its handle; a role, a goal and a member by their names.
# An age stands in a sentence only where the age itself is the finding; the screens have a column for the others.

## Parts of the sentences.

# $first (String) - a name, or several with commas
# $last (String) - a name
finding-and = { $first } and { $last }
# $first (String) - a name, or several with commas
# $next (String) - a name
finding-comma = { $first }, { $next }
# $days (Number) - how many days are left
finding-due = { $days ->
    [0] due today
    [one] due in 1 day
   *[other] due in { $days } days
}
# $days (Number) - how many days ago it was due
finding-overdue = { $days ->
    [one] due 1 day ago
   *[other] due { $days } days ago
}

## Overlaps.

# $task (String) - a handle
# $count (Number) - how many lead
# $members (String) - names
finding-o1 = { $task }: { $members } { $count ->
    [2] both lead
   *[other] all lead
}
# $first (String) - a role's name
# $second (String) - another role's name
# $count (Number) - how many domains
# $texts (String) - the domains
finding-o2 = { $first } and { $second } have { $count ->
    [1] the same domain: { $texts }
   *[other] the same { $count } domains: { $texts }
}
# $first (String) - a role's name
# $second (String) - another role's name
# $count (Number) - how many accountabilities
# $texts (String) - the accountabilities
finding-o3 = { $first } and { $second } have { $count ->
    [1] the same accountability: { $texts }
   *[other] the same { $count } accountabilities: { $texts }
}
# $text (String) - an accountability of the first role
# $first (String) - its name
# $other (String) - an accountability of the second role
# $second (String) - its name
finding-h2 = "{ $text }" of { $first } and "{ $other }" of { $second } may be the same
# $roles (String) - names of roles
# $text (String) - an accountability of one of them
# $other (String) - one of another
finding-h2-series = { $roles } have accountabilities that may be the same, such as "{ $text }" and "{ $other }"
# $role (String) - a role's name
# $members (String) - names of holders
# $count (Number) - how many they are
finding-o5 = { $role } is shared, and { $members } { $count ->
    [1] has no focus
   *[other] have no focus
}
# $role (String) - a role's name
# $members (String) - names of holders
# $count (Number) - how many focuses
# $texts (String) - the focuses
finding-o5-same = { $role }: { $members } have { $count ->
    [1] the same focus: { $texts }
   *[other] the same { $count } focuses: { $texts }
}
# $first (String) - a task's handle
# $second (String) - another task's handle
# $members (String) - the names of their leads
# $title (String) - the title of both
finding-o4 = { $first } and { $second } have the same title, led by { $members }: { $title }
# $first (String) - a task's handle
# $second (String) - another task's handle
# $members (String) - the names of their leads
# $title (String) - the title of the first
# $other (String) - the title of the second
finding-h1 = { $first } and { $second } may be the same work, led by { $members }: "{ $title }" and "{ $other }"
# $first (String) - a task's handle
# $count (Number) - how many others, one at least
# $title (String) - the title of the first
finding-h1-series = { $first } and { $count ->
    [1] another one
   *[other] { $count } others
} may be the same work: { $title }
# $first (String) - a task's handle
# $second (String) - another task's handle
# $members (String) - the names of their leads
# $link (String) - the link of both
finding-o6 = { $first } and { $second } have the same link, led by { $members }: { $link }

## Gaps.

# $role (String) - a role's name
finding-g1 = { $role } has nobody
# $role (String) - a role's name
# $members (String) - the names of its holders
# $days (Number) - since when all of them are away
finding-g1-away = { $role } has nobody here: { $members } away for { $days ->
    [one] 1 day
   *[other] { $days } days
}
# $task (String) - a handle
finding-g2 = { $task }: led by nobody
# $task (String) - a handle
# $state (String) - what the team calls the state that it is in
finding-g2-begun = { $task }: in { $state }, led by nobody
# $task (String) - a handle
# $state (String) - what the team calls the state that it is in
# $due (String) - such as "due in 2 days"
finding-g2-begun-due = { $task }: in { $state }, { $due }, led by nobody
# $count (Number) - how many people have room for another task
# $tasks (String) - the handles of the first tasks in the order
finding-g2-hands = { $count ->
    [one] 1 hand is free
   *[other] { $count } hands are free
}; next to pull: { $tasks }
# $task (String) - a handle
# $due (String) - such as "due in 2 days"
finding-g2-due = { $task }: { $due }, led by nobody
# $task (String) - a handle
finding-g3 = { $task }: belongs to no role and serves no goal
# $goal (String) - a goal's title
finding-g4 = { $goal }: no open work
# $goal (String) - a goal's title
# $days (Number) - for how long
finding-g4-still = { $goal }: nothing moved for { $days ->
    [one] 1 day
   *[other] { $days } days
}
# $goal (String) - a goal's title
# $missing (String) - such as "no measure, no due day"
finding-g7 = { $goal } has { $missing }
finding-g7-measure = no measure
finding-g7-target = no target
finding-g7-due = no due day
# $decision (String) - its handle
# $members (String) - one member or several
finding-d1-excused = { $decision } was adopted without waiting for { $members }, who was here by their own records
# $decision (String) - its handle
# $members (String) - one member or several
# $days (Number) - since when
finding-d1 = the objection of { $members } to { $decision } is open for { $days ->
    [0] less than a day
    [1] 1 day
   *[other] { $days } days
}
# $member (String) - a member
# $days (Number) - since when they are there
finding-g8 = { $member } came { $days ->
    [0] today
    [1] yesterday
   *[other] { $days } days ago
} and has no buddy yet
# $skill (String) - what it is called
# $tasks (Number) - how many tasks need it
# $member (String) - who teaches it
finding-k1 = { $skill }: needed by { $tasks ->
    [one] 1 task
   *[other] { $tasks } tasks
}, taught by { $member } alone
# $skill (String) - what it is called
# $tasks (Number) - how many tasks need it
finding-k1-nobody = { $skill }: needed by { $tasks ->
    [one] 1 task
   *[other] { $tasks } tasks
}, taught by nobody
# $line (String) - one of the two above
# $members (String) - names
# $count (Number) - how many they are
finding-k1-learners = { $line }; { $members } { $count ->
    [1] wants to learn it
   *[other] want to learn it
}
# $task (String) - a handle
# $member (String) - a name
finding-g5 = { $task }: { $member }, who led it, has left the team
# $task (String) - a handle
# $due (String) - such as "due in 2 days"
# $count (Number) - how many lead it
# $members (String) - their names
finding-g5-away = { $task }: { $due }, while { $members } { $count ->
    [1] is away
   *[other] are away
}
# $thing (String) - the name of a role or a goal, the title of a decision or an agreement
# $day (String) - a date
finding-g6 = { $thing } was to be looked at again by { $day }
# $decision (String) - what it is called
# $day (String) - a date
finding-g6-trial = the trial of { $decision } ended { $day }: keep it, change it or stop it?
# $thing (String) - the name of a role
# $member (String) - a name
# $day (String) - a date
finding-g6-term = { $thing }: the term of { $member } ended { $day }

## What waits.

# $task (String) - a handle
# $who (String) - on whom it waits
# $days (Number) - for how long
# $what (String) - what it needs
finding-s3 = { $task }: waits on { $who } for { $days ->
    [one] 1 working day
   *[other] { $days } working days
}, not yet asked: { $what }
# $task (String) - a handle
# $days (Number) - for how long
# $what (String) - what it needs
finding-s3-anybody = { $task }: waits for { $days ->
    [one] 1 working day
   *[other] { $days } working days
}, not yet asked: { $what }
# $task (String) - a handle
# $who (String) - on whom it waits
# $days (Number) - how long ago
# $what (String) - what it needs
finding-s4 = { $task }: { $who } was asked { $days ->
    [one] 1 working day
   *[other] { $days } working days
} ago: { $what }
# $task (String) - a handle
# $days (Number) - how long ago
# $what (String) - what it needs
finding-s4-anybody = { $task }: asked { $days ->
    [one] 1 working day
   *[other] { $days } working days
} ago: { $what }
# $task (String) - a handle
# $who (String) - on whom it waits
# $days (Number) - how long ago
# $what (String) - what it needs
finding-s4-promised = { $task }: promised by { $who }, a day that passed { $days ->
    [one] 1 working day
   *[other] { $days } working days
} ago: { $what }
# $task (String) - a handle
# $days (Number) - how long ago
# $what (String) - what it needs
finding-s4-promised-anybody = { $task }: promised, for a day that passed { $days ->
    [one] 1 working day
   *[other] { $days } working days
} ago: { $what }
# $task (String) - a handle
# $other (String) - the handle of the task on which it waits
finding-s5 = { $task }: waits on { $other }, which is finished; cleared?
# $task (String) - a handle
# $other (String) - the handle of the task on which it waits
finding-w1 = { $task }: waits on { $other }, which nobody leads
# $task (String) - a handle
# $other (String) - the handle of the task on which it waits
finding-w1-after = { $task }: waits on { $other }, which stands after it in the order
# $task (String) - a handle
# $member (String) - a name
# $what (String) - what it needs
finding-w1-left = { $task }: waits on { $member }, who has left the team: { $what }
# $task (String) - a handle
# $member (String) - a name
# $day (String) - a date
# $what (String) - what it needs
finding-w1-away = { $task }: { $member } promised it for { $day } and is away then: { $what }
# $count (Number) - how many tasks make the circle
# $task (String) - a handle
# $other (String) - the handle of the task on which it waits
# $circle (String) - all handles with arrows, the first again at the end
finding-w2 = { $count ->
    [1] { $task } waits on itself
    [2] { $task } and { $other } wait on each other
   *[other] { $task } waits in a circle: { $circle }
}

## What is quiet, and what is much.

# $task (String) - a handle
# $member (String) - a name
# $days (Number) - working days without a step
# $over (Number) - working days since the lease was over
finding-s1 = { $task }: no step by { $member } for { $days ->
    [one] 1 working day
   *[other] { $days } working days
}; lease { $over ->
    [0] just over
   *[other] over for { $over }
}
# $member (String) - a name
# $count (Number) - how many tasks
# $state (String) - what the team calls doing
# $limit (Number) - the member's own limit
finding-l1 = { $member } leads { $count ->
    [one] 1 task
   *[other] { $count } tasks
} in { $state }; their limit is { $limit }

# $line (String) - What was found about one task.
# $title (String) - The task's title.
finding-titled = { $line } ({ $title })
# $line (String) - What was found about one task.
# $title (String) - The beginning of the task's title.
finding-titled-cut = { $line } ({ $title }...)

## Several of one kind in one row. There are three of them at least.

# $count (Number) - how many there are
# $list (String) - handles of tasks
finding-many-o1 = { $count } tasks have more than one lead: { $list }
# $count (Number) - how many there are
# $list (String) - handles of tasks
finding-many-o4 = { $count } times two tasks have the same title: { $list }
# $count (Number) - how many there are
# $list (String) - handles of tasks
finding-many-o6 = { $count } times two tasks have the same link: { $list }
# $count (Number) - how many there are
# $list (String) - handles of tasks
finding-many-h1 = { $count } times tasks of different leads may be the same work: { $list }
# $count (Number) - how many there are
# $list (String) - names of roles
finding-many-o2 = { $count } times two roles have the same domain: { $list }
# $count (Number) - how many there are
# $list (String) - names of roles
finding-many-o3 = { $count } times two roles have the same accountability: { $list }
# $count (Number) - how many there are
# $list (String) - names of roles
finding-many-h2 = { $count } times roles have accountabilities that may be the same: { $list }
# $count (Number) - how many there are
# $list (String) - names of roles
finding-many-o5 = { $count } shared roles do not tell who does which part: { $list }
# $count (Number) - how many there are
# $list (String) - names, perhaps each with a number
finding-many-g5 = { $count } tasks are led by people who left, or are away when they are due: { $list }
# $count (Number) - how many there are
# $list (String) - names of roles and goals
finding-many-g6 = { $count } reviews are due: { $list }
# $count (Number) - how many there are
# $list (String) - handles of tasks
finding-many-g2 = { $count } tasks that were begun or are due are led by nobody: { $list }
# $count (Number) - how many there are
# $list (String) - handles of tasks
finding-many-g3 = { $count } tasks belong to no role and serve no goal: { $list }
# $count (Number) - how many there are
# $list (String) - names of roles
finding-many-g1 = { $count } roles have nobody here: { $list }
# $count (Number) - how many there are
# $list (String) - titles of goals
finding-many-g4 = { $count } goals have no open work, or nothing moved: { $list }
# $count (Number) - how many there are
# $list (String) - titles of goals
finding-many-g7 = { $count } goals do not say how much or until when: { $list }
# $count (Number) - how many there are
# $list (String) - handles of decisions
finding-many-d1 = objections to { $count } proposals are open for long, or somebody was not waited for: { $list }
# $count (Number) - how many there are
# $list (String) - names
finding-many-g8 = { $count } newcomers have no buddy yet: { $list }
# $count (Number) - how many there are
# $list (String) - skills, each with the number of tasks that need it
finding-many-k1 = { $count } skills that tasks need are taught by one or nobody: { $list }
# $count (Number) - how many there are
# $list (String) - handles of tasks
finding-many-w2 = { $count } circles of waiting: { $list }
# $count (Number) - how many there are
# $list (String) - handles of tasks
finding-many-w1 = { $count } tasks wait where nothing moves: { $list }
# $count (Number) - how many there are
# $list (String) - handles of tasks
finding-many-s4 = { $count } answers are overdue: { $list }
# $count (Number) - how many there are
# $list (String) - handles of tasks
finding-many-s3 = nobody was asked yet about { $count } blockers: { $list }
# $count (Number) - how many there are
# $list (String) - handles of tasks
finding-many-s5 = { $count } tasks wait on what is finished; cleared? { $list }
# $count (Number) - how many there are
# $list (String) - names, perhaps each with a number
finding-many-s1 = { $count } claims went quiet: { $list }
# $count (Number) - how many there are
# $list (String) - names, perhaps each with a number
finding-many-l1 = { $count } people lead more than their own limit: { $list }
# $list (String) - the first of them
finding-many-cut = { $list }, ...
# $line (String) - what was counted, where there is more of it
finding-many-least = at least: { $line }

## Why it is asked: what holds for all such things, in one sentence. Where the team agreed on a number the text of that
## number stands for it.

finding-why-o1 = a task has one lead, who answers for it; others help
finding-why-o2 = a domain is what one role alone decides about
finding-why-o3 = what two roles are accountable for is done twice, or by nobody
finding-why-h1 = tasks whose titles say nearly the same may be one task that is done twice
finding-why-h2 = what two roles are accountable for in other words is done twice, or by nobody
finding-why-o5 = who share a role each have a focus, so that others know whom to ask
finding-why-o4 = tasks with the same title may be one task that is done twice
finding-why-o6 = tasks with the same link may be one task that is done twice
finding-why-g5 = a task needs a lead who is on the team, and here when it is due
finding-why-g6 = a day was set on which the team looks at it again, and sets the next
finding-why-g2-begun = what was begun needs a lead, who answers for it
finding-why-g2-hands = who has room for another task can pull the next in the order
# $term (String) - how long a new role has to find its holder
finding-why-g1 = an active role is filled by somebody; { $term }
finding-why-g4 = an active goal needs open work that leads to it
# $short (String) - how long a goal may stand still
# $long (String) - how long a long goal may stand still
finding-why-g4-still = { $short }; { $long }
finding-why-g7 = a measure, a target and a due day tell whether a goal is reached
finding-why-d1-excused = who was here when it was adopted can still say what they think of it
finding-why-d1 = an objection that nobody takes up is a decision by waiting
finding-why-g8 = whoever is new asks sooner where somebody has offered to be asked
finding-why-k1 = what tasks need should be known by two at least, so that nobody waits for one
finding-why-w2 = in a circle of waiting nobody can begin
finding-why-w1 = what others wait on comes before their work, and needs somebody who does it
finding-why-s5 = what it waited on is finished, so that nothing may stop it any more
finding-why-s1 = a claim goes quiet when its lease is over and nothing was done on the task
finding-why-l1 = everybody says for themselves how much they lead at once

# $who (String) - who answered it
# $said (String) - fine until Tue 24 Nov: one each
settled-before = { $who } said before: { $said }
# $said (String) - as settled-before says it
# $texts (String) - the texts as they were, in quotes
settled-before-of = { $said } (of { $texts })

# $tasks (String) - the handles of two tasks or more, or the names of roles
finding-o7 = { $tasks } were merged into each other, so none of them goes on: bring one back
finding-why-o7 = two who merge apart may each merge into what the other one ends

## What each rule asks about: the manual and the documents list them.

# $rule (String) - the rule's short name
finding-about = { $rule ->
    [O1] two live leads on one task
    [O4] two live tasks with the same title and different leads
    [O6] two live tasks with the same link and different leads
    [O7] tasks or roles that were merged into each other apart, so that all of them ended and none goes on
    [O2] two active roles with the same domain
    [O3] two active roles with the same accountability
    [H1] two live tasks whose titles say nearly the same, led by different members
    [H2] two active roles with accountabilities that say nearly the same
    [G5] the lead left the team, or is away past the due day
    [G2] a task that is due soon or was begun, and nobody leads it
    [G2-hands] hands are free, and nobody leads what is next to pull
    [G1] an active role without a holder, or whose holders are all away for over a week
    [G4] an active goal without open work, or with nothing moved for two weeks
    [W2] a circle of waiting
    [W1] a task waits on one that is not being worked on, or on somebody who left or is away past the promise
    [S4] a blocker that was asked, or whose promise passed, over three working days ago
    [S3] a blocker about which nobody was asked for a working day
    [S5] what the blocker waits on is finished. Cleared?
    [S1] the lease is over, and the holder has done nothing on the task since
    [D1] an objection that is open for long, or past the closing day; who was here and was not waited for
    [O5] an active role shared by holders of whom nobody can tell who does which part
    [G7] an active goal without a measure, a target or a due day
    [G6] the day has passed on which a role, a goal, a decision or an agreement was to be looked at again
    [G3] a task that belongs to no role and serves no goal, a week after it came to the board
    [G8] a newcomer without a buddy
    [K1] a skill that live tasks need, and that one member teaches or nobody
    [L1] a member leads more tasks in doing than their own limit
   *[other] { $rule }
}
