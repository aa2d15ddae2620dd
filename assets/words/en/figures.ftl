# Figures over time: what they are called, what they say, and how they are defined.

figures-title = Figures over time
# $team (String) - the team's name
# $day (String) - a day
figures-of = { $team }, { $day }
figures-about = Of the team as a whole. None is about a person, and none says whether more is better.

# $name (String) - a figure
figures-name = { $name ->
    [done] Done a week
    [took] How long it took
    [in_hand] Age of what is in hand
    [claimed] From free to claimed
    [blockers] Blockers
    [ended] How claims ended
    [goals] Goals
    [actions] Last actions
   *[facilitated] Who facilitates
}

# $name (String) - a figure
figures-definition = { $name ->
    [done] Tasks that were moved to done in the week and still stood done at its end. Weeks run from Monday to Sunday in UTC; the one that goes on is not told.
    [took] Working days from when a task first came to doing until it was done, of what was done in the last 90 days and stands done. What never was in doing, and what an import brought, is left out.
    [in_hand] How long what is in doing has been there. What is blocked, and what an import brought to doing, is left out.
    [claimed] From when a task was added, last given back or taken up again, until its next lead claimed it, of what was claimed in the last 8 weeks. What was claimed as it was written never was free. What an import brought is left out. It takes three people who claimed.
    [blockers] How many stood open at the end of each of the last 12 weeks; in them, from raised to cleared, and whether somebody was asked within a working day of raising. Of both, what was withdrawn and what an import brought is left out, and it takes three people who are waited for or who raised them.
    [ended] Leads that ended in the last 8 weeks, with their task done, handed over, given back or taken over; and those that are quiet now, since their lease is over. What an import brought is left out.
    [goals] The readings of active goals, with their target and the day on which they are due.
    [actions] What became of the actions of the last 6 retros. Counts, and never a rate.
   *[facilitated] How many of the team have facilitated any of the last 10 meetings that are over.
}

## What is behind a figure.

# $count (Number) - how many weeks
figures-weeks = { $count ->
    [one] 1 week
   *[other] { $count } weeks
}
# $count (Number) - how many tasks
figures-tasks = { $count ->
    [one] 1 task
   *[other] { $count } tasks
}
# $count (Number) - how many claims
figures-claims = { $count ->
    [one] 1 claim
   *[other] { $count } claims
}
# $count (Number) - how many blockers
figures-blockers = { $count ->
    [one] 1 blocker
   *[other] { $count } blockers
}
# $count (Number) - how many readings
figures-readings = { $count ->
    [one] 1 reading
   *[other] { $count } readings
}
# $count (Number) - how many retros
figures-retros = { $count ->
    [one] 1 retro
   *[other] { $count } retros
}
# $count (Number) - how many meetings
figures-meetings = { $count ->
    [one] 1 meeting
   *[other] { $count } meetings
}
# $things (String) - 12 weeks, 5 tasks
# $day (String) - a day
figures-from = { $things }, from { $day }
# $things (String) - 5 tasks
figures-now = { $things }, now
# $least (Number) - how many it takes
figures-few = Too few to say yet; it takes { $least }.
figures-people = Too few people are behind it to say; it would be about them.

## What a figure says.

# $tasks (String) - 12 tasks
# $weeks (String) - 6 weeks
# $least (Number) - in one week
# $most (Number) - in one week
figures-done = { $tasks } in { $weeks }, { $least } to { $most } a week
# $tasks (String) - 12 tasks
# $weeks (String) - 6 weeks
# $count (Number) - in each week
figures-done-each = { $tasks } in { $weeks }, { $count } in each
# $weeks (String) - 6 weeks
figures-done-nothing = Nothing in { $weeks }
# $half (String) - 3 working days
figures-took = Half were done within { $half }
# $half (String) - 3 working days
# $most (String) - 8 working days
figures-took-most = Half were done within { $half }, 85 % within { $most }
# $half (String) - 3 d
# $most (String) - 9 d
figures-in-hand = Half have been in doing for { $half } or less, the oldest for { $most }
# $half (String) - 3 h
figures-claimed = Half were claimed within { $half }
# $count (Number) - how many blockers
figures-open = { $count } open at the end of the last week
figures-open-unknown = No week is over yet
# $half (String) - 3 h
# $things (String) - 5 blockers
figures-cleared = Half of { $things } were cleared within { $half }
# $count (Number) - how many blockers
# $things (String) - 5 blockers
figures-asked = { $count } of { $things } were asked about within a working day
# $things (String) - 2 blockers
figures-cleared-few = Too few to say how soon they are cleared ({ $things })
# $things (String) - 2 blockers
figures-asked-few = Too few to say how soon somebody is asked ({ $things })
# $done (Number) - how many claims
# $handed (Number) - how many claims
# $given (Number) - how many claims
# $taken (Number) - how many claims
# $quiet (Number) - how many claims
figures-ended = { $done } done, { $handed } handed over, { $given } given back, { $taken } taken over, { $quiet } quiet now
# $title (String) - a goal
# $value (String) - where its measure stands
figures-goal = { $title }, { $value }
# $value (String) - 12
# $target (String) - 20
figures-goal-of = { $value } of { $target }
# $said (String) - 12 of 20
# $day (String) - a day
figures-goal-due = { $said }, due { $day }
# $done (Number) - how many actions
# $open (Number) - how many actions
# $dropped (Number) - how many actions
figures-actions = { $done } done, { $open } open, { $dropped } dropped
# $have (Number) - how many people
# $of (Number) - how many people
# $last (Number) - how many meetings
figures-facilitated = { $have } of { $of } have, in the last { $last }
figures-same-day = the same day
figures-one-workday = 1 working day
# $count (String) - a number
figures-workdays = { $count } working days

## Charts and the numbers under them.

# $name (String) - a figure
figures-chart = { $name ->
    [done] Tasks done, week by week
    [took] Tasks by how many working days they took
    [in_hand] Tasks by how many working days they have been in doing
    [blockers] Blockers open at the end of each week
   *[ended] Claims by how they ended
}
# $title (String) - a goal
figures-chart-goal = Readings of { $title }
# $step (Number) - the shortest is 0
figures-step = { $step ->
    [0] same day
    [1] 1 to 2 days
    [2] 3 to 5 days
    [3] 6 to 10 days
   *[other] longer
}
# $end (String) - how a claim ended
figures-end = { $end ->
    [done] done
    [handed-over] handed over
    [given-back] given back
    [taken-over] taken over
   *[quiet] quiet now
}
figures-head-week = week of
figures-head-took = working days
figures-head-day = day
figures-head-end = how
figures-head-tasks = tasks
figures-head-claims = claims
figures-head-blockers = blockers
figures-head-value = value
figures-target = target
figures-half = half within
figures-most = 85 % within
figures-oldest = oldest
figures-asked-head = asked within a working day
figures-cleared-head = cleared

## On the screen, and from the command line.

act-figures = figures
act-figures-doc = figures over time: what is done, how long it takes, what waits, how claims end
figures-define = what it counts
cmd-report = Write the figures over time as a page for a browser
cmd-report-out = The file to write, - for the output
cmd-report-markdown = Print them as Markdown instead
# $file (String) - a path
out-report = Wrote the figures to { $file }

## What happened since a moment, in a strip of numbers.

# $count (Number) - how many tasks
figures-since-done = { $count } done
# $count (Number) - how many blockers
figures-since-raised = { $count ->
    [one] 1 blocker raised
   *[other] { $count } blockers raised
}
# $count (Number) - how many blockers
figures-since-cleared = { $count ->
    [one] 1 blocker cleared
   *[other] { $count } blockers cleared
}
# $count (Number) - how many claims
figures-since-handed = { $count } handed over
# $count (Number) - how many claims
figures-since-taken = { $count } taken over
# $count (Number) - how many claims
figures-since-given = { $count } given back
# $count (Number) - how many claims
figures-since-quiet = { $count } gone quiet

# A day in a chart, where there is little room.
# $day (Number) - the day of the month
# $month (String) - as times-month says it
figures-day = { $day } { $month }

# How long something was.
# $count (Number) - how many minutes
figures-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
# $count (Number) - how many hours
figures-hours = { $count } hours
# $count (Number) - how many days
figures-days = { $count } days
# Over the tables of numbers.
figures-numbers = The numbers
# $what (String) - a week, or what has a number
# $count (String) - a number
figures-heard = { $what }: { $count }
