# The desk line by line (`--plain`): heard, not seen. Whole words, no marks, one idea a line.

cmd-plain-option = The whole desk line by line, for screen readers

## What can be typed. English words always work, too.

plain-word-where = where
plain-word-list = list
plain-word-more = more
plain-word-help = help
plain-word-quit = quit
# Leaves a question; the colon tells it from an answer.
plain-word-back = :back

## Beginning and leaving.

# $team (String) - the team's name
# $name (String) - who acts
plain-hello = Setara, { $team }. You are { $name }.
# $team (String) - the team's name
plain-hello-nobody = Setara, { $team }. Nobody is known here yet; @ says who you are.
# $doing (Number) - tasks in doing
# $state (String) - what the team calls doing
# $free (Number) - tasks that nobody leads
# $blocked (Number) - blocked tasks
# $findings (Number) - what the board asks
plain-counts = { $doing } { $state }, { $free } that nobody leads, { $blocked } blocked, { $findings ->
    [one] one question from the board
   *[other] { $findings } questions from the board
}.
# $who (String) - who offers
# $task (String) - a handle
plain-offer = { $who } offers you { $task }. Accept or decline answers.
# $said (String) - who offers what
plain-waits-for-you = { $said }. It waits for your answer.
plain-how = Type help to hear what can be done, list to hear the rows, quit to leave.
plain-ways = Type 1, 2, 3 or 4; quit leaves.
plain-bye = Good bye.

## Where one is.

# $pane (String) - a pane's title
# $what (String) - the row, or what an empty pane says
plain-at = { $pane }: { $what }
# $pane (String) - a pane's title
# $row (Number) - the row
# $rows (Number) - how many there are
# $what (String) - the row in words
plain-at-row = { $pane }, row { $row } of { $rows }: { $what }
# $pane (String) - a pane's title
# $row (Number) - the row
# $rows (Number) - how many are loaded; there are more
# $what (String) - the row in words
plain-at-row-over = { $pane }, row { $row } of over { $rows }: { $what }
# $pane (String) - a pane's title
# $filter (String) - what narrows it
plain-narrowed = { $pane }, only { $filter }
# $pane (String) - a pane's title
# $column (String) - the column in which one stands
plain-column = { $pane }, column { $column }
plain-none-there = nothing stands here
plain-no-goals = Where the team wants to go, with a measure for each. There is none yet; new adds one.
plain-no-roles = Who looks after what for longer than one task. There is none yet; new adds one.
plain-all-said = That was all.
plain-none-match = nothing matches; back shows all again
# $lines (Number) - how many are left
plain-more = { $lines ->
    [one] One line more; more goes on.
   *[other] { $lines } lines more; more goes on.
}
# $rows (Number) - how many rows there are
plain-no-such-row = { $rows ->
    [0] There is no row here.
    [one] There is one row here.
   *[other] There are rows 1 to { $rows } here.
}
plain-no-numbers = Numbers lead to rows of the panes; here j and k go on and back.
plain-no-filter = Only panes can be narrowed; back leads there.
plain-filter = Type a slash and what the rows are to hold, such as: /payment. A slash alone shows all again.
# $name (String) - a group of tasks
# $count (Number) - how many it holds
plain-folded = { $name }, { $count ->
    [one] one task
   *[other] { $count } tasks
}, folded

## Rows in words.

plain-nobody-leads = nobody leads it yet
# $names (String) - one or several
# $count (Number) - how many
plain-leads = { $names } { $count ->
    [one] leads
   *[other] lead
}
# $names (String) - one or several
# $count (Number) - how many
plain-helps = { $names } { $count ->
    [one] helps
   *[other] help
}
# $who (String) - who offers
plain-offered = { $who } offers it to you
# $who (String) - who offers
# $to (String) - to whom
plain-offered-to = { $who } offers it to { $to }
# $names (String) - one or several
plain-led = { $names } led it
# $name (String) - who ended a task that nobody led
plain-ended = { $name } ended it
# $names (String) - one or several
plain-helped = { $names } helped
# $some (String) - names
# $last (String) - the last name
plain-and = { $some } and { $last }
# $state (String) - open, doing
# $age (String) - 6 days
plain-state-for = { $state } for { $age }
# $day (String) - until when
plain-parked = laid aside until { $day }
# $age (String) - for how long its lease is over
plain-quiet = quiet for { $age }
plain-blocked = blocked
# $on (String) - on whom it waits
plain-blocked-on = blocked, waits on { $on }
plain-goal-long = long goal
plain-goal-short = short goal
plain-goal-no-work = no open work serves it
plain-goal-no-lead = nobody leads what serves it
# $age (String) - 6 days
plain-moved = moved { $age } ago
# $name (String) - who holds a role
# $focus (String) - which part of it
plain-holder = { $name } for { $focus }
# $names (String) - one or several
# $count (Number) - how many
plain-hold = { $names } { $count ->
    [one] holds it
   *[other] hold it
}
# $age (String) - 6 days
plain-vacant = vacant for { $age }
# $missing (String) - in a word
plain-unclear = unclear: { $missing }
plain-clear = clear
plain-partly = partly clear
plain-overlap = overlap
plain-gap = gap
plain-unclear-kind = unclear
plain-stale = stale
plain-load = load
# $kind (String) - overlap, gap
# $sentence (String) - what the board asks
plain-finding = { $kind }: { $sentence }
# $what (String) - something that holds
# $age (String) - 6 days
plain-since = { $what }, for { $age }
plain-box-open = open:

# $n (Number) - minutes
plain-minutes = { $n ->
    [0] less than a minute
    [one] one minute
   *[other] { $n } minutes
}
# $n (Number) - hours
plain-hours = { $n ->
    [one] one hour
   *[other] { $n } hours
}
# $n (Number) - days
plain-days = { $n ->
    [one] one day
   *[other] { $n } days
}
# $n (Number) - weeks
plain-weeks = { $n ->
    [one] one week
   *[other] { $n } weeks
}
# $n (Number) - months
plain-months = { $n ->
    [one] one month
   *[other] { $n } months
}
# $n (Number) - years
plain-years = { $n ->
    [one] one year
   *[other] { $n } years
}

## Keys that have no letter.

plain-key-up = up
plain-key-down = down
plain-key-left = left
plain-key-right = right

## Questions.

# $label (String) - what is asked for
# $hint (String) - what explains it
plain-asks-hint = { $label } ({ $hint })
plain-line = Type a line; :back leaves.
plain-line-or-nothing = Type a line, or just Enter; :back leaves.
# $text (String) - what stands there
plain-line-now = Now: { $text }. Type another line, or just Enter to keep it; :back leaves.
plain-needs-line = A line is needed here; :back leaves.
plain-pick = Type a number, or some letters to narrow the list; :back leaves.
# $count (Number) - how many are not said
plain-pick-more = { $count } more. Type some letters to narrow the list, or a number; :back leaves.
# $count (Number) - how many there are to pick from
plain-none-found = None of { $count } matches. Type other letters; :back leaves.
plain-needs-pick = A number or some letters are needed here; :back leaves.
# $yes (String) - what yes does
# $no (String) - what no does
plain-yes-no = y: { $yes }. n: { $no }.
plain-y-or-n = Type y or n.
# $asked (String) - the field's label
plain-field-empty = { $asked }: empty. Enter leaves it so.
# $asked (String) - the field's label
# $value (String) - what stands there
plain-field = { $asked }: { $value }. Enter keeps it, a minus empties it.
plain-field-notes = It may have several lines.
plain-field-day = A day.
plain-field-choice = Some letters choose; a question mark says the list.
plain-writing = Go on, line by line; a dot alone ends it.

## Orders.

# $what (String) - why something was refused
plain-refused = Not done: { $what }
# $text (String) - what was typed
plain-unknown = Nothing is called { $text }. Type help to hear what can be done here.
# $text (String) - what was typed
plain-did-you-mean = { $text } may mean several things.

plain-help-type = Type a key or a word, such as c or claim; with what it is done to, such as: claim bakul.
plain-help-rows = A number leads to that row, j and k to the next and the one before; list says all rows.
plain-help-filter = A slash and words narrow the list, such as: /payment. Back shows all again, and leaves a page.
plain-help-where = An empty line says where you are. In a question :back leaves it; in a form :skip keeps the rest, :up goes back.
# $what (String) - what is in hand
plain-help-with = With { $what }:
# $key (String) - a key
# $label (String) - a word or two
# $doc (String) - a sentence
plain-help-line = { $key }, or { $label }: { $doc }
# $what (String) - a task, by its handle and title
# $about (String) - who leads it
plain-alike = It is like { $what } ({ $about }).
# $dayback (String) - what is typed for each of these
# $dayon (String)
# $eventback (String)
# $eventon (String)
# $now (String)
plain-through-time = Type { $dayback } or { $dayon } to go a day, { $eventback } or { $eventon } an event; { $now } ends it.
