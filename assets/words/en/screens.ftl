# The screens: panes, columns, the status line. Columns are narrow: short words.

## Panes.

scr-goals = Goals
scr-owns = Who owns what
scr-owns-mine = Mine
scr-owns-free = Nobody's yet
scr-owns-blocked = Blocked
scr-owns-finished = Finished
scr-roles = Roles
scr-findings = Overlaps and gaps
scr-blockers = Blockers

# $count (Number) - how many are active
scr-goals-fact = { $count } active
# $live (Number) - how many tasks are not finished
scr-owns-fact = { $live } live
# $live (Number) - how many tasks are not finished
# $free (Number) - how many of them nobody leads
scr-owns-fact-free = { $live } live, { $free } nobody's yet
# $doing (Number) - how many tasks are in doing
# $free (Number) - how many tasks nobody leads
# $blocked (Number) - how many tasks are blocked
scr-owns-gist = { $doing } doing, { $free } nobody's yet, { $blocked } blocked
# $clear (Number) - how many roles are clear
scr-roles-clear = { $clear } clear
# $clear (Number) - how many roles are clear
# $vacant (Number) - how many have nobody
scr-roles-fact = { $clear } clear, { $vacant } vacant
# $shown (Number) - how many are shown
# $all (Number) - how many there are
scr-findings-fact = { $shown } of { $all }
# $all (Number) - how many there are
scr-findings-all = { $all }
# $all (Number) - how many there are
# $first (String) - the first of them in a sentence
scr-findings-gist = { $all }: { $first }
# $age (String) - how old the oldest is, such as 6 d
scr-blockers-fact = oldest { $age }
# $count (Number) - how many rows a filter leaves
scr-shown = { $count } found
# $count (Number) - how many rows of those that a filter leaves are loaded
scr-shown-more = over { $count } found

## What stands in a pane where nothing does.

scr-goals-empty = Where the team wants to go, with a measure for each. n adds the first.
scr-owns-empty = The work, and who leads it. n adds a task.
scr-roles-empty = Who looks after what for longer than one task. n adds a role.
scr-findings-empty = Nothing overlaps and nothing is missing. What does will stand here as a question.
scr-blockers-empty = Nobody waits. b on a task says what stops it.
scr-none-found = Nothing matches. Esc shows all again.

## Columns.

# $state (String) - a state
# $count (Number) - how many tasks are in it
scr-heading = { $state } { $count }
scr-state-open = open
scr-state-doing = doing
scr-state-review = review
scr-state-done = done
scr-state-dropped = dropped
# What nobody leads yet asks to be pulled.
scr-pull-me = pull me
# $who (String) - the name of who offers
scr-offered-to-you = { $who }, to you?
# $day (Number) - the day of the month
# $month (String) - as times-month says it
scr-day = { $day } { $month }
# $date (String) - as scr-day says it
# $year (Number) - with all its digits
scr-day-year = { $date } { NUMBER($year, useGrouping: "false") }
# $day (String) - Tue, 24 Nov or today
scr-due = due { $day }
# $age (String) - 3 d
scr-late = { $age } late
# $day (String) - until when it is laid aside: Tue or 24 Nov
scr-till = till { $day }
# $age (String) - for how long the lease is over
scr-quiet = quiet { $age }
# Two edits made apart both stand.
scr-written-twice = written twice
# $next (String) - the next visible step
scr-next = next: { $next }
# $title (String) - a goal that is only proposed
scr-proposed = { $title } (proposed)
# $value (String) - a number
scr-percent = { $value } %
# $value (String) - a number
# $target (String) - a number
scr-of = { $value }/{ $target }
scr-no-measure = no target
# $age (String) - for how long
scr-vacant = vacant { $age }
scr-vacant-word = vacant
scr-draft = draft
# What is missing for a role to be clear; few columns.
scr-missing-purpose = purpose?
scr-missing-duties = duties?
scr-missing-focus = focus?
scr-missing-term = term over
scr-missing-review = review
# $task (String) - a handle
# $who (String) - a name, or another task's handle
scr-waits = { $task } waits on { $who }
# $task (String) - a handle
# $who (String) - a name, or another task's handle
# $what (String) - what it needs
scr-waits-what = { $task } waits on { $who }: { $what }
# $task (String) - a handle
# $what (String) - what it needs
scr-waits-for = { $task } waits: { $what }
# $count (Number) - how many other tasks wait on it
scr-holds-up = holds up { $count } more
# $age (String) - how long ago
scr-asked = asked { $age }
# $age (String) - since when it waits
scr-not-asked = not asked, { $age }
# $day (String) - Tue or 24 Nov
scr-promised = promised { $day }
# $day (String) - the day that passed
scr-promise-over = promised { $day }?

## The header and the status line.

scr-nobody-yet = who are you?
scr-read-only = read only
# $who (String) - who offers
# $task (String) - a handle
scr-offer-waits = { $who } offers you { $task }: a accepts, A declines
# $key (String) - the key
scr-undo-hint = { $key } takes it back
# $key (String) - the key
scr-redo-hint = { $key } does it again
# $key (String) - the key that was pressed
# $label (String) - what it does elsewhere
# $help (String) - the key of the help
scr-not-here = { $key } ({ $label }) makes no sense here; { $help } shows what does
# $key (String) - the key that was pressed
# $help (String) - the key of the help
scr-unknown-key = { $key } does nothing here; { $help } shows what does

## Actions: a word or two for the footer, a sentence for the help.

act-group-work = Work
act-group-move = Going about
act-group-board = The board

act-claim = claim
act-claim-doc = lead this task: you answer for it
act-down = down
act-down-doc = to the next row
act-up = up
act-up-doc = to the row before
act-page-down = page down
act-page-down-doc = a screen of rows further
act-page-up = page up
act-page-up-doc = a screen of rows back
act-first = first
act-first-doc = to the first row
act-last = last
act-last-doc = to the last row
act-next-pane = next pane
act-next-pane-doc = to the next pane
act-pane-before = pane before
act-pane-before-doc = to the pane before
# $pane (String) - a pane's title
act-pane-doc = to { $pane }
act-zoom = zoom
act-zoom-doc = this pane alone, or all five again
act-quit = quit
act-quit-doc = leave Setara
act-repaint = repaint
act-repaint-doc = draw the screen anew
act-suspend = suspend
act-suspend-doc = back to the shell for a while; fg returns
