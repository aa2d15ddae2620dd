# What the commands say: help texts (cmd-), and what they print (out-). Commands, options and states stay as they are in
# every language.

cmd-about = A task board for a team without a boss
cmd-after-help = Without a verb: the screens on a terminal, else the board as text.
cmd-board-option = The board's file; else the nearest .setara/board.db upwards, else your own board
cmd-as-option = Who acts: a name, initials or a handle; else who you were the last time
cmd-json-option = Print JSON, in a stable shape
cmd-lang-option = The language; else SETARA_LANG, else your settings, else that of the system
cmd-task = The task's handle, or the beginning of it
cmd-limit = How many at most
cmd-all = All of them

cmd-start = Start a team's board, as its first member
cmd-start-team = The team's name
cmd-start-name = Your name
cmd-start-here = In this folder, for everybody who works below it
cmd-join = Join the team; or come back, or say on another machine who you are
cmd-join-name = Your name
cmd-join-initials = Two or three letters for narrow columns

cmd-add = Add a task
cmd-add-title = What is to be done; "-" reads a title and notes from the standard input
cmd-add-notes = Notes, in Markdown; "-" reads them from the standard input
cmd-add-role = The role that it belongs to
cmd-add-goal = The goal that it serves
cmd-add-tag = A tag; may be given many times
cmd-add-skill = A skill that it needs; may be given many times
cmd-add-due = Until when: "fri", "12 dec", "+2w"
cmd-add-next = The next visible step
cmd-add-link = An address; may be given many times
cmd-add-top = At the top of the pull order, not at its end
cmd-add-claim = Claim it at once

cmd-claim = Claim a task: you answer for it
cmd-claim-contest = Beside another lead, and why; the team settles it
cmd-claim-anyway = Also where it looks like what somebody else leads
cmd-done = Finish a task

cmd-tasks = List tasks in their order
cmd-tasks-mine = Only what you claim
cmd-tasks-by = Only what somebody claims
cmd-tasks-unclaimed = Only what nobody leads
cmd-tasks-blocked = Only what is blocked
cmd-tasks-state = Only one state
cmd-tasks-role = Only one role's
cmd-tasks-goal = Only one goal's
cmd-tasks-tag = Only with this tag
cmd-tasks-finished = Done and dropped tasks, the newest first

# $hint (String) - a command that can be typed
out-try = try: { $hint }
# $path (String) - the file
# $why (String) - the system's reason
out-file-error = { $path }: { $why }
# $count (Number) - how many
# $words (String) - "<TASK>, <NOTE>..."
out-missing = { $words } { $count ->
    [one] is
   *[other] are
} missing
# $text (String) - what was typed
out-no-day = "{ $text }" is not a day that can be told
out-no-day-hint = tomorrow, fri, "next tue", "12 dec", +2w or 2026-12-12
out-no-name = a board needs its first member's name
out-no-name-hint = setara start "Warung Kode" --name Ayu
# $names (String) - who is on the board
out-who-are-you = Who are you? ({ $names })
# $team (String) - the team's name
# $name (String) - the first member
# $path (String) - the file
out-started = { $name } started the board { $team } at { $path }
out-hint-started = next: setara add "a short title"
out-hint-joined = next: setara next
# $names (String) - several members
out-which-are-you = Is one of these you? { $names } (a name, or Enter for none):
out-hint-merge = if one of them is you: setara me --merge NAME
# $handle (String) - the new task's
out-hint-added = next: setara claim { $handle }
# $date (String) - the lease's day
out-hint-claimed = yours until { $date }; doing something on it renews that

# $name (String) - somebody whose lease is over
out-quiet = { $name } (quiet)
out-nobody = nobody
# $name (String) - who ended a task that nobody led
out-ended-by = by { $name }
# $count (Number) - open blockers
out-blocked = { $count ->
    [one] blocked
   *[other] blocked by { $count }
}
out-written-twice = written twice
# $day (String) - tomorrow, Tue 24 Nov
out-due = due { $day }
# $day (String) - tomorrow, Tue 24 Nov
out-parked = parked until { $day }
# $current (String) - a number
# $target (String) - a number
out-of = { $current } of { $target }
# $age (String) - 12 d
out-vacant = vacant { $age }
# $verdict (String) - fixed, fine or tension
# $date (String) - Tue 24 Nov
# $reason (String) - why
out-settled-until = { $verdict } until { $date }: { $reason }
# $verdict (String) - fixed, fine or tension
# $reason (String) - why
out-settled = { $verdict }: { $reason }
# $name (String) - who offers it
# $age (String) - 2 d
out-offered-by = offered by { $name }, { $age }
# $from (String) - who leads it
# $to (String) - to whom the lead is offered
out-offering = { $from } → { $to }?

# $team (String) - the team's name
# $moment (String) - Sat 21 Nov 09:31
out-board = { $team }, { $moment }
# $live (Number) - tasks that are not finished
# $free (Number) - of these, led by nobody
# $blocked (Number) - of these, blocked
out-counts = { $live ->
    [one] { $live } task
   *[other] { $live } tasks
}, { $free } led by nobody, { $blocked } blocked
out-goals = Goals
out-tasks = Who owns what
out-roles = Roles
out-findings = Overlaps and gaps
# $count (Number) - how many are not shown
out-more = and { $count } more
out-empty-board = There is no work on the board: setara add "a short title"
out-no-tasks = No task is like that.
out-more-tasks = there are more: setara tasks --all

cmd-note = A note, kept in the history
cmd-anyway = Also where others lead it, or something stops it
cmd-reason = Why
cmd-day = A day: "fri", "12 dec", "+2w"
cmd-which = Which blocker, where there are several: 1, 2, …
cmd-handle = The handle of a task, role or goal, or a name
cmd-review = When to look at it again: "12 dec", "+3 months"
cmd-edit-none = "none" takes a value away. Tags, skills, links and other lists are replaced as a whole.

cmd-demo = Look around on a sample team's board; nothing is kept
cmd-leave = Leave the team; your claims and roles become gaps
cmd-return = Come back to the team after leaving
cmd-away = Say from when until when you are away
cmd-away-from = The first day away; else today
cmd-away-until = The last day away
cmd-away-back = You are back
cmd-me = Show your own page, or change what it says
cmd-me-name = Another name
cmd-me-limit = How many tasks you want in hand at most
cmd-me-contact = How and when you are reached
cmd-me-teaches = Skills that you teach, with commas; +skill adds one, -skill takes one away
cmd-me-learns = Skills that you want to learn, with commas; +skill adds one, -skill takes one away
cmd-me-merge = Make somebody whom an import brought one with yourself
cmd-me-is = Say that you are somebody else on this board, too: all that is yours becomes theirs

cmd-edit = Change what a task says
cmd-edit-title = What is to be done
cmd-edit-tick = Tick this step of the checklist, counted from 1
cmd-show = Show all about a task, a role, a goal or a person
cmd-next = Show what you could pull next
cmd-mine = Show what you have in hand
cmd-who = Show who is on the team, and what each leads
cmd-who-left = Also those who left

cmd-help-with = Help with a task, beside its lead
cmd-renew = Say that your claim still stands
cmd-give-back = End your own claim
cmd-offer = Offer your lead to somebody, who accepts or declines
cmd-offer-to = To whom
cmd-withdraw = Take back your offer
cmd-accept = Accept a lead that was offered to you
cmd-decline = Decline a lead that was offered to you
cmd-take-over = Take over a claim that has gone quiet
cmd-take-over-note = What you tell its holder
cmd-merge = Make one of two tasks or roles that are the same; what binds others is offered to them
cmd-merge-what = What goes on in the other one
cmd-merge-into = In what it goes on
cmd-merge-why = What you tell those whom it binds
cmd-merge-helping = Who led the one helps with the other
cmd-way-no = Say no to what was offered to you
cmd-yield = Leave a task that several lead to one of them, and help there; who else leads it is asked
cmd-yield-lead = Who goes on leading it
cmd-split = Tell two tasks apart by new titles, or keep in one role what two have; what binds others is offered to them
cmd-split-what = A task, or the role that gives something up
cmd-split-other = The other task, or the role that keeps it
cmd-split-texts = The new titles of both tasks, or the domains and accountabilities that one role keeps

cmd-move = Bring a task into another state
cmd-move-state = The new state
cmd-drop = End a task unfinished
cmd-rank = Give a task another place in the pull order
cmd-rank-top = To the top
cmd-rank-end = To the end
cmd-rank-before = Right before another task
cmd-rank-after = Right after another task
cmd-park = Lay a task aside until a day
cmd-park-back = Take it up again now
cmd-remark = Say something about a task
cmd-remark-text = What you say; "-" reads it from the standard input
cmd-thank = Thank others for something
cmd-thank-whom = Whom: a name, or several with commas
cmd-thank-text = For what; "-" reads it from the standard input
cmd-thank-about = The task, goal, role or member that it is about

cmd-block = Say what stops a task
cmd-block-what = What stops it
cmd-block-on = A member on whom it waits
cmd-block-on-task = A task on which it waits
cmd-block-on-other = Somebody or something else on which it waits
cmd-asked = Say that whoever can clear a blocker was asked
cmd-promise = Say until when help with a blocker was promised
cmd-clear = Say that a blocker is gone
cmd-clear-how = How it was cleared
cmd-clear-withdraw = It never was one: take it back

cmd-role = Add, change, take or show a role
cmd-role-add = Add a role
cmd-role-edit = Change what a role says, or retire it
cmd-role-take = Take a role, or a part of it
cmd-role-put-down = Put a role down that you hold
cmd-role-show = Show a role's page
cmd-role-which = The role's name or handle
cmd-role-name = What it is called
cmd-role-purpose = Why it is there
cmd-role-domain = What only this role controls; may be given many times
cmd-role-accountability = An ongoing activity; may be given many times
cmd-role-draft = Not active yet
cmd-role-state = The new state
cmd-role-focus = Which part of it
cmd-role-term = Until when: "12 dec", "+6 months"
cmd-roles = Show the roles and who holds them

cmd-goal = Add, change, measure or end a goal
cmd-goal-add = Add a goal
cmd-goal-edit = Change what a goal says
cmd-goal-reading = Note where a goal's measure stands
cmd-goal-met = Mark a goal as met
cmd-goal-missed = Mark a goal as missed
cmd-goal-dropped = Drop a goal
cmd-goal-again = Make a goal active again
cmd-goal-show = Show a goal's page
cmd-goal-which = The goal's handle, or the beginning of its title
cmd-goal-title = Where the team wants to be
cmd-goal-why = Why it matters
cmd-goal-horizon = How far ahead it lies
cmd-goal-parent = The goal that it is part of
cmd-goal-measure = What is measured
cmd-goal-unit = In which unit
cmd-goal-baseline = Where the measure stood at the beginning
cmd-goal-target = Where it should arrive
cmd-goal-value = Where the measure stands
cmd-goal-on = On which day: "fri" is the last one; else today
cmd-goals = Show the goals and how far they are
cmd-goals-finished = Also those that are over

cmd-findings = Show overlaps, gaps, and what has gone quiet
cmd-findings-rule = Each one of a rule that is one row else, such as S1
cmd-findings-settled = Those that were answered
cmd-settle = Answer findings
cmd-settle-key = The finding's key, as "setara findings" shows it; more may follow
cmd-settle-words = What became of it: fixed, fine or tension; and then why
cmd-settle-until = Until when that holds: for "fine" 30 days, for "fixed" 3, unless you say
cmd-log = Show what happened, the newest first
cmd-log-by = Only what somebody did
cmd-log-on = Only what happened to a task, role, goal or person
cmd-log-each = Each record of an import on a line of its own
cmd-undo = Take back your own last action
cmd-redo = Do again what you undid
cmd-search = Search everything that was written
cmd-search-words = Beginnings of words; all must be there. `setara tasks` takes filters such as lead:me

cmd-import = Bring in a board of another tool: Trello, GitHub, Jira, Markdown, CSV and others
cmd-import-file = The file; "-" reads the standard input
cmd-import-list = The state of a list's cards, as in "Review=review"; may be given many times
cmd-import-column = What a column of a table is, as in "Assignee=lead"; may be given many times
cmd-import-member = Who of the file is whom here, as in "Ayu Lestari=Ayu"; may be given many times
cmd-import-no-claims = Bring no claims: the team takes its tasks anew
cmd-import-pull-requests = Bring pull requests as tasks too
cmd-import-dry-run = Only say what would come in
cmd-export = Write the board, or a part of it, as text
cmd-export-format = As what
cmd-export-filter = Only the tasks that this query finds, and what they name
cmd-export-member = Only what this member leads, helps with or did, and what that names
cmd-export-out = Into a file, not to the standard output
cmd-backup = Copy the board to a new file
cmd-backup-file = The new file
cmd-backup-records = Write the records as lines: "setara import" takes into a copy of this board what it lacks
cmd-doctor = Check that the board is whole
cmd-doctor-rebuild = Make all tables anew from the journal, and compare
cmd-completions = Print a script by which a shell completes verbs, options and handles
cmd-completions-shell = The shell
cmd-completions-static = Verbs and options only, without asking the board

# $text (String) - what was typed
out-no-number = "{ $text }" is not a number
out-drop-why = a task is dropped with a reason
# $handle (String) - the task's
out-drop-why-hint = setara drop { $handle } "why"
# $handle (String) - the task's
# $count (Number) - how many steps its checklist has
out-no-step = the checklist of { $handle } has { $count ->
    [one] 1 step
   *[other] { $count } steps
}
# $handle (String) - the task's
out-no-step-hint = setara show { $handle }
# $handle (String) - the task's
# $days (Number) - until it lapses
out-hint-offered = it is yours until they accept ({ $handle }); unanswered, the offer lapses after { $days } days
# $sentence (String) - what was done
# $handle (String) - the task's
# $title (String) - the task's
out-meant = { $sentence } ({ $handle }: { $title })
# $handle (String) - the task's
# $name (String) - who or what is not of the team
out-hint-on-other = setara block { $handle } "what stops it" --on-other "{ $name }", or setara who
# $handle (String) - the task that is blocked
# $other (String) - the task on which it waits
out-hint-on-task = setara block { $handle } "what stops it" --on-task { $other }
# $handle (String) - the task's
out-hint-blocked = when they were asked: setara asked { $handle }
# $count (Number) - records of the same action
out-with-it = and what was done with it, in { $count ->
    [one] one step
   *[other] { $count } steps
}
out-hint-left = back again: setara return
out-hint-undone = back again: setara redo
# $handle (String) - the task's
out-hint-accept = next: setara accept { $handle }
# $handle (String) - the role's
out-hint-role = next: setara role take { $handle }
# $key (String) - a finding's
out-hint-settle = answer one: setara settle { $key } fine "why"
# $rule (String) - the code of a rule, such as S1
out-hint-findings = each of them: setara findings { $rule }

out-no-roles = There are no roles: setara role add "Treasurer"
out-no-goals = No goal is active: setara goal add "Open the store" --due "1 mar"
out-no-findings = Nothing overlaps, and nothing is left alone.
# $rule (String) - the code of a rule, such as S1
out-none-of-rule = { $rule } asks nothing now.
out-none-settled = No finding is settled.
out-no-entries = Nothing happened yet.
out-nothing-found = Nothing holds all these words.
out-nothing-mine = You have nothing in hand: setara next
out-nothing-next = Nothing is free to begin: setara tasks --blocked
out-offered = Offered to you
out-waits-for-you = Waits for your answer
# $count (Number) - leads in doing that nothing blocks
# $limit (Number) - one's own
out-claimed = Yours, { $count } of { $limit } in hand
# $count (Number) - leads in doing that nothing blocks
# $limit (Number) - one's own
out-in-hand = you: { $count } of { $limit } in hand
# $handles (String) - with commas
out-leads = leads { $handles }
# $handles (String) - with commas
out-helps = helps { $handles }
out-has-left = has left
out-away = away
# $day (String) - Tue 24 Nov
out-away-from = away from { $day }
# $day (String) - Tue 24 Nov
out-away-until = away until { $day }
# $day (String) - Tue 24 Nov
out-from = from { $day }
# $from (String) - Tue 24 Nov
# $until (String) - Fri 27 Nov
out-from-until = from { $from } until { $until }

out-history = History
out-notes = Notes
out-remarks = Remarks
out-readings = Readings
# $state (String) - doing
# $age (String) - 3 d
out-state-since = { $state }, { $age }
# $who (String) - a member
# $date (String) - Tue 24 Nov
out-lease = { $who } until { $date }
# $who (String) - a member
# $date (String) - Tue 24 Nov
out-lease-over = { $who }, quiet since { $date }
# $from (String) - a member
# $to (String) - a member
# $age (String) - 2 d
out-offer = { $from } offers it to { $to }, { $age }
# $what (String) - somebody or something
out-waits-on = waits on { $what }
# $age (String) - 2 d
out-asked = asked { $age }
# $age (String) - 2 d
out-not-asked = not asked, { $age }
# $day (String) - Tue 24 Nov
out-promised = promised { $day }
# $who (String) - a member
# $age (String) - 2 d
out-remark-by = { $who }, { $age }:
# $who (String) - a member
# $date (String) - Tue 24 Nov
out-holds = { $who } since { $date }
# $date (String) - Tue 24 Nov
out-term = until { $date }

out-label-state = state
out-label-lead = lead
out-label-ended-by = ended by
out-label-help = help
out-label-offer = offer
out-label-parked = parked
out-label-skills = skills
out-label-next = next
out-label-link = link
out-label-blocker = blocked
out-label-holds-up = holds up
out-label-purpose = purpose
out-label-domain = domain
out-label-accountability = does
out-label-holder = holder
out-label-why = why
out-label-parent = part of
out-label-baseline = began at
out-label-now = now
out-label-away = away
out-label-contact = contact
out-label-roles = roles
out-label-teaches = teaches
out-label-learns = learns

# Records of this board that were written elsewhere.
# $new (Number) - of records
# $known (Number) - of records
out-took-in = { $new ->
    [one] Took in { $new } record. Here already: { $known }.
   *[other] Took in { $new } records. Here already: { $known }.
}
# $new (Number) - of records
# $known (Number) - of records
out-would-take-in = { $new ->
    [one] It would take in { $new } record. Here already: { $known }.
   *[other] It would take in { $new } records. Here already: { $known }.
}
# $why (String) - the word for it
# $count (Number) - of lines
out-left-lines = left out, { $why ->
    [unreadable] since they are no records
    [nested] since they are nested too deep
    [foreign] since they are of another board
    [clock] since their clocks are too far ahead
    [chain] since they do not follow the records before them, or those are missing
   *[seal] since no seal in the file vouches for them
}: { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
# $names (String) - members, each with how many
out-in-their-names = In the name of: { $names }
# $why (String) - the reasons, each with a number of lines
out-took-nothing = nothing of it could be taken in: { $why }
out-took-nothing-hint = write it again, there: setara backup --records another-name.jsonl
out-hint-took-in = what of it concerns you: setara since
out-records-as-they-are = records come in as they are: nothing of them can be chosen
out-records-as-they-are-hint = setara import FILE, or setara import FILE --dry-run
import-other-board = those are the records of another board
import-other-board-hint = what that board says comes in from: setara export json, there
out-dry-run = Nothing was changed: that was a dry run.
# $tasks (Number) - new ones
# $goals (Number) - new ones
# $roles (Number) - new ones
# $members (Number) - new ones
out-would-bring = Would bring in { $tasks ->
    [one] { $tasks } task
   *[other] { $tasks } tasks
}, { $goals ->
    [one] { $goals } goal
   *[other] { $goals } goals
}, { $roles ->
    [one] { $roles } role
   *[other] { $roles } roles
}, { $members ->
    [one] { $members } member
   *[other] { $members } members
}.
# $tasks (Number) - new ones
# $goals (Number) - new ones
# $roles (Number) - new ones
# $members (Number) - new ones
out-brought = Brought in { $tasks ->
    [one] { $tasks } task
   *[other] { $tasks } tasks
}, { $goals ->
    [one] { $goals } goal
   *[other] { $goals } goals
}, { $roles ->
    [one] { $roles } role
   *[other] { $roles } roles
}, { $members ->
    [one] { $members } member
   *[other] { $members } members
}.
# $count (Number) - items that the board had
out-known = { $count ->
    [one] { $count } was known already, and stays as it is.
   *[other] { $count } were known already, and stay as they are.
}
# $text (String) - what was given to --member
out-no-equals = "{ $text }" has no equals sign
out-no-equals-hint = write --member "Ayu Lestari=Ayu": who of the file, then who that is here
# $name (String) - as it was typed
out-nobody-in-file = nobody in the file is called "{ $name }"
# $names (String) - those who are in it
out-nobody-in-file-hint = in the file are: { $names }
# $name (String) - as it was typed
out-several-in-file = several in the file are called "{ $name }"
# $keys (String) - their keys at the source
out-several-in-file-hint = write the key of the one whom you mean: { $keys }
# $there (String) - a name in the file
# $here (String) - a member
out-may-be-one = { $there } comes in beside { $here }. If that is one person: --member "{ $there }={ $here }"
# $count (Number) - what the board had already
# $parts (String) - such as "2 moved, 1 edited"
out-known-changed = { $count ->
    [one] { $count } was known already. Changed there since: { $parts }.
   *[other] { $count } were known already. Changed there since: { $parts }.
}
# $count (Number) - tasks and goals
out-changed-moved = { $count } moved
# $count (Number) - tasks and goals
out-changed-edited = { $count } edited
# $count (Number) - new ones
out-changed-remarks = { $count ->
    [one] { $count } remark
   *[other] { $count } remarks
}
# $count (Number) - that began or ended
out-changed-claims = { $count ->
    [one] { $count } claim
   *[other] { $count } claims
}
# $count (Number) - raised or cleared
out-changed-blockers = { $count ->
    [one] { $count } blocker
   *[other] { $count } blockers
}
# $count (Number) - new ones
out-changed-readings = { $count ->
    [one] { $count } reading
   *[other] { $count } readings
}
# $title (String) - of a task or a goal
# $fields (String) - such as "title, due"
out-changed-twice = { $title } ({ $fields })
# $count (Number) - tasks and goals
# $items (String) - some of them
out-both = { $count ->
    [one] 1 changed on both sides stays as it is here: { $items }
   *[other] { $count } changed on both sides stay as they are here: { $items }
}
# $count (Number) - tasks
# $items (String) - titles of some of them
out-gone = { $count ->
    [one] 1 is not there any more, and stays here: { $items }
   *[other] { $count } are not there any more, and stay here: { $items }
}
# $file (String) - its path
out-exported = The board is in { $file }
# $file (String) - its path
out-backed-up = The board is copied to { $file }
# $file (String) - its path
out-backed-up-records = The records are in { $file }
# $file (String) - its path
out-exists = { $file } is there already
out-exists-hint = setara backup another-name.db
out-exists-records-hint = setara backup --records another-name.jsonl
out-export-elsewhere = setara export --out another-name.json
# $file (String) - its path
# $bytes (String) - its size
out-doctor-file = { $file }, { $bytes } bytes
# $records (Number) - in the journal
# $replicas (Number) - that wrote them
out-doctor-records = { $records } records from { $replicas ->
    [one] { $replicas } replica
   *[other] { $replicas } replicas
}
# $version (String) - SQLite's
# $mode (String) - its journal mode
# $schema (Number) - of the tables
out-doctor-sqlite = SQLite { $version }, { $mode }, tables of version { $schema }
out-doctor-read-only = It can be read but not written.
# $kind (String) - nfs4
out-doctor-network = It lies on a network file system ({ $kind }), where two machines can damage it: keep it on a disk of this machine.
out-doctor-well = All is well.
# $records (Number) - in the journal
out-doctor-equal = All tables are equal to the { $records } records of the journal.
# $tables (String) - with commas
out-doctor-differed = Made anew from the journal: { $tables }
out-lost-hint = setara --board copy.db, where copy.db is what "setara backup" made
out-damaged-hint = setara export --out board.json, then setara import it on a new board
cmd-export-force = Also in place of a file that is there
cmd-trust = Open the board of another owner from now on
cmd-trust-path = Its folder, not the one here
# $folder (String) - where it is
# $owner (String) - whose it is
out-trusted = From now on the board in { $folder } is opened, though it belongs to { $owner }
# $path (String) - its path
out-trust-own = { $path } is your own: it needs no trust
out-trust-hint = setara trust FOLDER
# $file (String) - its path
out-is-the-board = { $file } belongs to the board that is open
# $file (String) - its path
# $leads (String) - where it leads
out-is-a-link = { $file } is a link to { $leads }
# $file (String) - its path
out-exists-force = the same with --out and another name, or with --force to write over { $file }
# $why (String) - the system's reason
out-done-unsaid = what you asked for is done; only the output took nothing: { $why }

cmd-due = Say until when tasks are to be done
cmd-due-what = The tasks, and then the day: "fri", "12 dec", "+2w"; "none" takes it away
cmd-tag = Give a tag to tasks, or take it away
cmd-tag-tag = The tag; their other tags stay
cmd-tag-off = Take it away
cmd-drop-why = Why, where several tasks are dropped: then all words are tasks
cmd-park-what = The tasks, and then the day until which they are laid aside
cmd-board = Print the board as text
cmd-remove = Nothing is deleted here
cmd-assign = Nobody is assigned here
out-no-remove = nothing is deleted here: work that will not be done is dropped, and the history keeps why
out-no-assign = nobody is assigned here: whoever does the work takes it
# $name (String) - somebody
out-would-you = { $name }, would you take it?
# $handle (String) - the task's
out-no-start = setara start begins a board, and { $handle } is a task
# $handle (String) - the task's
out-no-status = setara board shows all of it, and { $handle } is a task

cmd-blockers = Show what stops which task, the oldest first
cmd-waits = Show who waits on whom, and what clearing it frees
cmd-clarity = Show how clear each role is, and what it lacks
out-no-blockers = Nothing is blocked.
# $count (Number) - how many tasks wait on it
out-holds-up = holds up { $count }
# $title (String) - a task's title
# $lead (String) - who leads it
out-led-by = { $title } ({ $lead })
# $aspects (String) - what a role does not say, with commas
out-lacks = lacks { $aspects }
out-blockers = Blockers
out-waits = Who waits on whom
out-clarity = How clear the roles are
out-more-log = there are more: setara log --all
out-each-log = each record of an import: setara log --each
# $words (String) - what was looked for
out-more-found = there are more: setara search --limit 1000 { $words }
cmd-color-option = Whether output has colours
cmd-no-pager-option = Print long output at once, and not through PAGER

# Above the columns, at a terminal.
head-handle = handle
head-task = task
head-lead = who
head-state = state
head-since = since
head-goal = goal
head-reached = reached
head-role = role
head-holders = held by
head-purpose = purpose
head-key = key
head-finding = question
head-waits = waits on

## Who acts.

# $name (String) - who acts
who-already = You are { $name } already
# $name (String) - who acts
who-now = You are { $name } now
# $name (String) - who acts now
# $before (String) - who acted before
who-now-before = You are { $name } now; { $before } before
# $name (String) - who acts now
# $before (String) - who acted before
who-on-screen = You are { $name } on this screen; { $before } before
