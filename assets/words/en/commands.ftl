# What the commands say: help texts (cmd-), and what they print (out-). Commands, options and states stay as they are in
# every language.

cmd-about = A task board for a team without a boss
cmd-after-help = Without a verb: the screens on a terminal, else the board as text.
cmd-board-option = The board's file; else the nearest .setara/board.db upwards, else your own board
cmd-as-option = Who acts: a name, initials or a handle; else who you were the last time
cmd-json-option = Print JSON, in a stable shape
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
cmd-done = Finish a task

cmd-tasks = List tasks in their order
cmd-tasks-words = Words of the title, a tag, or a name
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
# $handle (String) - the new task's
out-hint-added = next: setara claim { $handle }
# $date (String) - the lease's day
out-hint-claimed = yours until { $date }; doing something on it renews that

# $name (String) - somebody whose lease is over
out-quiet = { $name } (quiet)
out-nobody = nobody
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
out-empty-board = There are no tasks yet: setara add "a short title"
out-no-tasks = No task is so.
out-more-tasks = there are more: setara tasks --all
