# The team's own terms: what they mean, what a sentence says of them, and how they are listed.

# What each is about, what it means, and what it says with a value. They stand in one line.
term-lease-name = a claim stands
term-lease = how long a claim stands until its holder does something on the task
# $days (Number) - working days
term-lease-said = a claim stands for { $days ->
    [one] { $days } working day
   *[other] { $days } working days
}
term-vacant-name = a role may be vacant
term-vacant = how long a new role may look for its holder
# $days (Number) - days
term-vacant-said = a new role has { $days ->
    [one] { $days } day
   *[other] { $days } days
} to find its holder
term-away-name = holders may be away
term-away = how long all holders of a role may be away
# $days (Number) - days
term-away-said = the holders of a role may be away for { $days ->
    [one] { $days } day
   *[other] { $days } days
}
term-due-name = a lead before due
term-due = how long before its due day a task should have a lead
# $days (Number) - working days
term-due-said = a task should have a lead { $days ->
    [one] { $days } working day
   *[other] { $days } working days
} before it is due
term-adrift-name = a task serves nothing
term-adrift = how long a new task may belong to no role and no goal
# $days (Number) - days
term-adrift-said = a new task has { $days ->
    [one] { $days } day
   *[other] { $days } days
} to find its role or goal
term-still-name = a goal may rest
term-still = how long a goal may stand still
# $days (Number) - days
term-still-said = a goal may stand still for { $days ->
    [one] { $days } day
   *[other] { $days } days
}
term-still-long-name = a long goal may rest
term-still-long = how long a long goal may stand still
# $days (Number) - days
term-still-long-said = a long goal may stand still for { $days ->
    [one] { $days } day
   *[other] { $days } days
}
term-asked-name = a blocker is asked on
term-asked = how long a blocker may stand before somebody is asked
# $days (Number) - working days
term-asked-said = about a blocker somebody is asked within { $days ->
    [one] { $days } working day
   *[other] { $days } working days
}
term-answered-name = an answer may take
term-answered = how long an answer about a blocker may take
# $days (Number) - working days
term-answered-said = a question about a blocker is answered within { $days ->
    [one] { $days } working day
   *[other] { $days } working days
}
term-week-name = working days
term-week = the days on which the team works; the others do not count
# $week (String) - Mon-Fri
term-week-said = the team works { $week }
# $state (String) - the standard word: open, doing, review, done, dropped
term-state-name = name of { $state }
# $state (String) - the standard word: open, doing, review, done, dropped
term-state = what the team calls the state { $state }
# $state (String) - the standard word
# $name (String) - what the team calls it
term-state-said = { $state } is called "{ $name }"

# $who (String) - the author
# $what (String) - one or more of the sentences above
phrase-agreed = { $who } set: { $what }
# $said (String) - one of the sentences above
# $was (String) - the value before: 7, Mon-Fri, doing
phrase-agreed-was = { $said } (was { $was })

# $term (String) - a term's name
refused-term-stands = { $term } stands so already
# $term (String) - a term's name
# $least (Number) - the least that it takes
# $most (Number) - the most that it takes
refused-term-range = { $term } takes a number from { $least } to { $most }
refused-no-working-day = that names no working day of the week
# $most (Number) - columns
refused-state-name = the name of a state is one short line, of { $most } columns at most
# $name (String) - what was typed
# $state (String) - the standard word of the state that has the name
refused-state-name-taken = the state { $state } is called "{ $name }" already
refused-example-state = in the kitchen

# $word (String) - what was typed
error-no-term = there is nothing called "{ $word }" to agree on
error-no-term-hint = setara terms

# $word (String) - what was typed
# $states (String) - the names of all states
error-no-state = no state is called "{ $word }": there are { $states }
error-no-state-hint = setara terms
# $word (String) - the standard word: doing
# $meaning (String) - in work
term-state-meant = { $word }: { $meaning }

cmd-terms = Show or set what the team agreed on: lease, working days, thresholds, names of states, when it meets
cmd-terms-name = What to show or set: lease, week, a rule (S3), a state (doing), or standup
cmd-terms-value = Its new value; "default" takes it back
# $value (String) - what holds for other teams: 7, Mon-Fri
out-terms-default = default { $value }
# $count (Number) - how many
out-terms-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
# $count (Number) - how many
out-terms-working-days = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
}

## On the settings screen.

set-heading-team = For the whole team
# $team (String) - the team's name
set-heading-team-note = on the board of { $team }; the journal tells of each change
# $team (String) - the team's name
# $term (String) - what it is about: a claim stands
set-ask-term = For all of { $team }: { $term }
# $least (Number) - the least that it takes
# $most (Number) - the most that it takes
# $default (String) - what holds for other teams
set-ask-term-days = in days, { $least } to { $most }; "default" takes it back to { $default }
# $least (Number) - the least that it takes
# $most (Number) - the most that it takes
# $default (String) - what holds for other teams
set-ask-term-working-days = in working days, { $least } to { $most }; "default" takes it back to { $default }
# $default (String) - what holds for other teams
set-ask-term-week = as in mon-thu or "mon wed fri"; "default" takes it back to { $default }
# $default (String) - what it is called by other teams
set-ask-term-state = a short name; "default" takes it back to { $default }
