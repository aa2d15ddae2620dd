# What stands on the stage: few words, large letters.

# What is shown in the place of an address.
# $kind (String) - mail, page, file
stage-address = { $kind ->
    [mail] [mail]
    [page] [link]
   *[other] [file]
}
# What a step is, above everything else.
# $step (String) - goals, since, walk, pull, round, park, reach
stage-step = { $step ->
    [goals] Goals
    [since] Since the last one
    [walk] Walk the board
    [pull] Nobody leads these
    [round] Round: not heard yet
    [park] Parking lot
    [reach] Still within reach?
    [last] Last actions
    [check_in] Check-in: one word each
    [gather] Gather in silence
    [group] Group alike
    [dots] Dots
    [talk] Talk
    [act] What we do
    [thanks] Thanks
   *[other] Meeting
}
# The one question of a step, in few words.
# $step (String) - walk, round
stage-asks = { $step ->
    [walk] What finishes it? Who helps?
    [round] What do you need? Whom can you help?
    [check_in] How are you today?
   *[other] Go on?
}
# A part of the board.
# $part (String) - goals, owns, overlaps, blockers, free
stage-part = { $part ->
    [goals] Goals
    [owns] Who owns what
    [overlaps] Overlaps
    [blockers] Blockers
   *[free] Nobody leads these
}
# Why two are an overlap.
# $rule (String) - O1, O2, O3, O4, O6
stage-overlap = { $rule ->
    [O1] all lead it
    [O2] the same domain
    [O3] the same accountability
    [O4] the same title
    [O6] the same link
   *[other] much alike
}
# $heard (Number) - how many were heard
# $all (Number) - how many there are
stage-heard = heard { $heard } of { $all }
# $names (String) - members
stage-led-by = led by { $names }
stage-led-by-nobody = nobody leads it
# $state (String) - doing
# $age (String) - 4 d
stage-state = { $state }, { $age }
# $day (String) - Fri, today
stage-due = due { $day }
# $days (Number) - since when it is over
stage-late = { $days ->
    [one] 1 day late
   *[other] { $days } days late
}
# $current (String) - 6
# $target (String) - 20
stage-of = { $current } of { $target }
# $who (String) - a member, a task, or something else
stage-waits-on = waits on { $who }
# $who (String) - a member, a task, or something else
# $what (String) - as people wrote it
stage-waits-on-for = waits on { $who }: { $what }
# $what (String) - as people wrote it
stage-waits-for = waits for { $what }
# $days (Number) - how many days ago
stage-asked = { $days ->
    [0] asked today
    [1] asked yesterday
   *[other] asked { $days } days ago
}
stage-not-asked = not asked yet
# $day (String) - Mon 23 Nov, tomorrow
stage-promised = promised { $day }
# $day (String) - Mon 23 Nov, yesterday
stage-promise-passed = was promised { $day }
# $count (Number) - how many tasks wait on it
stage-holds-up = { $count ->
    [one] holds up 1 more
   *[other] holds up { $count } more
}
# $sort (String) - done, added, blocked, cleared, claimed, handed_over, quiet
# $count (Number) - how often it happened
# $what (String) - what happened to what
stage-happened = { $count } { $sort ->
    [done] done
    [added] new
    [blocked] blocked
    [cleared] cleared
    [claimed] claimed
    [handed_over] handed over
    [quiet] gone quiet
   *[other] more
}: { $what }
# $who (String) - a member
# $what (String) - a task's title
stage-did = { $who }, { $what }
stage-many-more = and many more
stage-next = next
# $name (String) - a member
stage-facilitates = { $name } facilitates
# $what (String) - a member
stage-then = then { $what }
# $kind (String) - standup
stage-over = { $kind ->
    [standup] Stand-up over
    [retro] Retro over
   *[other] Meeting over
}
# The clock of a time box.
# $minutes (Number) - how many are left
stage-left = { $minutes } min left
# $time (String) - 0:42
# $whole (String) - 1:00
stage-clock = { $time } of { $whole }
stage-last-minute = LAST MINUTE
# $time (String) - 1:10
stage-box-over = { $time } OVER
# $time (String) - 1:10
stage-rests = paused, { $time } left
# That a panel stays for a while.
stage-held = held
# $key (String) - the key that lights it
stage-dark = { $key } shows it again
# $rows (Number) - how many rows the stage has
stage-too-small = The stage has { $rows } rows: enlarge its letters to about 24

act-stage = stage
act-stage-doc = show the stage on this terminal until q: large, for a room, nothing private on it
act-stage-dark = darken
act-stage-dark-doc = make the stage dark, or light it again, wherever it is shown
stage-went-dark = The stage is dark.
stage-is-lit = The stage is lit again.
cmd-stage = Show the stage: large, for a room, nothing private on it

# $ready (Number) - how many said that they have written all
# $present (Number) - how many are there
stage-ready = ready { $ready } of { $present }
stage-reveal = all cards at once
# $cards (Number) - how many were put together
stage-cards = { $cards } cards
# $voted (Number) - how many put their dots
# $present (Number) - how many are there
stage-voted = { $voted } of { $present } voted
# $topics (Number) - how many were not talked about yet
stage-topics-left = { $topics ->
    [one] 1 topic left
   *[other] { $topics } topics left
}
# $topic (String) - a topic
# $minutes (Number) - its share of the time
stage-topic-in-minutes = { $topic }  { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
stage-no-actions = Nothing was decided.
stage-still-hidden = The cards are hidden still.
