# Stand-ups and what belongs to them.

# A step in the middle of a sentence.
# $step (String) - goals, since, walk, pull, round, park, reach
meeting-step-of = { $step ->
    [goals] the goals
    [since] what happened since
    [walk] the walk
    [pull] what nobody leads
    [round] the round
    [park] the parking lot
    [reach] the reach of the goals
    [last] the last actions
    [check_in] the check-in
    [gather] the gathering
    [group] the grouping
    [dots] the dots
    [talk] the talk
    [act] the actions
    [thanks] the thanks
   *[other] another step
}
# Where a meeting is.
# $step (String) - the round
# $thing (String) - a task's handle, a member's name
meeting-place = { $step }: { $thing }

# What happened of one sort, as a heading.
# $sort (String) - done, added, blocked
meeting-sort = { $sort ->
    [done] Done
    [added] New
    [blocked] Blocked
    [cleared] No longer blocked
    [claimed] Claimed
    [handed_over] Handed over
   *[other] Other
}
# $kind (String) - standup
# $date (String) - Tue 24 Nov
minutes-title = { $kind ->
    [standup] Stand-up, { $date }
    [retro] Retro, { $date }
   *[other] Meeting, { $date }
}
minutes-topics = Parked
# $names (String) - members
minutes-present = There: { $names }
# $names (String) - members
minutes-absent = Not there: { $names }
# $minutes (Number) - how long it took
minutes-took = { $minutes ->
    [one] It took 1 minute
   *[other] It took { $minutes } minutes
}
# $name (String) - a member
minutes-next = Next facilitator: { $name }

# What a meeting is called.
# $kind (String) - standup
meeting-kind = { $kind ->
    [standup] Stand-up
    [retro] Retro
   *[other] Meeting
}
# A step, in the row of all.
# $step (String) - goals, since, walk
meeting-step = { $step ->
    [goals] goals
    [since] since
    [walk] walk
    [pull] pull
    [round] round
    [park] parked
    [reach] reach
    [last] last
    [check_in] check-in
    [gather] gather
    [group] group
    [dots] dots
    [talk] talk
    [act] act
    [thanks] thanks
   *[other] …
}
# How far one is in a step.
# $n (Number) - at which thing
# $all (Number) - of how many
meeting-far = { $n } of { $all }
# The one question of a step.
# $step (String) - goals, walk
meeting-ask = { $step ->
    [goals] Do these goals still hold?
    [walk] What finishes this?
    [pull] Nobody leads these. Who pulls one?
    [round] Who was not heard yet?
    [park] Who takes which topic, and when?
    [reach] Are the goals still within reach?
    [last] What became of what we decided last time?
    [check_in] Who has not checked in yet?
    [gather] What do you see? Write in silence, one thought a card.
    [group] Which of these say the same?
    [dots] What do you want to talk about?
    [talk] What is behind it, and what would help?
    [act] What do we do about it, and who takes it?
    [thanks] Whom do you want to thank?
   *[other] Go on?
}
# $day (String) - Tue 24 Nov, yesterday
meeting-ask-since = What happened since { $day }
# $name (String) - a member
meeting-ask-round = { $name }: what do you need, and where can you help?
meeting-no-goals = There are no goals yet.
meeting-nothing-happened = Nothing changed on the board.
meeting-nothing-to-walk = Nothing is in hand and nothing is blocked.
meeting-nothing-free = Everything has a lead.
meeting-all-heard = Everybody was heard.
meeting-in-hand-nothing = Nothing in hand.
meeting-nothing-parked = Nothing was parked.
meeting-drawer = From earlier meetings
meeting-then = Then
meeting-here = The team
meeting-you = you
meeting-facilitates = facilitates
# How somebody who was asked answered.
# $how (String) - passed, absent, later
meeting-how = { $how ->
    [passed] passed
    [absent] not there
    [later] later
   *[other] …
}
meeting-next = Next
meeting-next-end = the end
# $time (String) - 0:42
# $whole (String) - 5:00
meeting-clock = { $time } of { $whole }
# $time (String) - 1:10
meeting-over = { $time } over
# $time (String) - 1:10
meeting-rests = paused, { $time } left

act-group-meet = Meetings
act-standup = meet
act-standup-doc = go into the meeting that goes on, begin a stand-up or a retro, or look at those that were
# $name (String) - a member
act-standup-next = { $name } facilitates next
# $present (Number) - how many were there
# $topics (Number) - how many topics are left of it
act-standup-was = { $topics ->
    [0] { $present } there
    [one] { $present } there, 1 topic left
   *[other] { $present } there, { $topics } topics left
}
act-meeting-next = next
act-meeting-next-doc = in a meeting: to what comes next; who was asked has spoken
act-meeting-back = back
act-meeting-back-doc = in a meeting: back to where it was; nothing is lost by it
act-meeting-passed = passed
act-meeting-passed-doc = in the round: they have nothing to say
act-meeting-absent = not there
act-meeting-absent-doc = in the round: they are not there
act-meeting-later = later
act-meeting-later-doc = in the round: ask them again after the others
act-meeting-park = park topic
act-meeting-park-doc = in a meeting: keep a topic for afterwards
act-meeting-ask-park = What is kept for afterwards?
act-meeting-step = to step
act-meeting-step-doc = in a meeting: to another step; one that is over goes on there
act-meeting-ask-step = To which step?
act-meeting-minute = a minute more
act-meeting-minute-doc = in a meeting: give its time box a minute more
act-meeting-pause = pause
act-meeting-pause-doc = in a meeting: stop its clock, or let it run on
act-meeting-end = end
act-meeting-end-doc = end the meeting; going to a step opens it again
act-meeting-chair = facilitate
act-meeting-chair-doc = in a meeting: take the facilitator's mark
act-meeting-leave = leave meeting
act-meeting-leave-doc = say that you are not in the meeting any more
act-meeting-copy = copy
act-meeting-copy-doc = of a meeting that is over: put what came of it on the clipboard
act-meeting-take-next = facilitate next
act-meeting-take-next-doc = of a meeting that is over: facilitate the next one
act-meeting-pass-next = pass
act-meeting-pass-next-doc = of a meeting that is over: do not facilitate the next one
# Where a key works.
meeting-needed = needs a meeting on the screen

chapter-meet = Meetings
cmd-standup = Hold a stand-up: begin one, go on, see what came of the last
cmd-standup-last = print what came of the last one, as Markdown
cmd-standup-start = Begin a stand-up
cmd-standup-join = Say that you are in it, or that somebody is
cmd-standup-leave = Say that you are not in it any more, or that somebody is not
cmd-standup-step = the name of a step, as it stands in the row of all
cmd-standup-whom = a member; without one yourself
cmd-standup-topic = what is kept for afterwards
cmd-standup-with = who is needed for it; may be said several times
# $place (String) - round: Dewi
out-standup-next = next: { $place }
# $names (String) - members
out-standup-waiting = not heard yet: { $names }

act-meeting-take-up = take out
act-meeting-ask-take-up = What becomes of it?
act-meeting-becomes-task = A task, for whoever pulls it
act-meeting-let-go = Talked about, or let go
cmd-standup-topics = List the topics that nobody has taken out yet
cmd-standup-take = Take a topic out: it was talked about, became something, or is let go
cmd-standup-number = its number in the list of topics
cmd-standup-becomes = what it became: a task, a role or a goal
# $number (Number) - as typed
# $count (Number) - how many topics there are
out-standup-no-topic = there is no topic { $number }, of { $count }

# $kind (String) - standup, retro
# $key (String) - the key that goes into it
meeting-goes-on = { $kind ->
    [retro] retro: { $key }
   *[other] stand-up: { $key }
}

meeting-quiet = Gone quiet

# Another of its kind goes on, too.
# $who (String) - who began it
# $age (String) - 5 min, how long ago
# $key (String) - the key that makes one of both
meeting-two = Another one goes on: { $who } began it { $age } ago. { $key } makes one of both.
# $kind (String) - standup, retro
# $when (String) - Tue 24 Nov 09:31
act-standup-forgotten = { $kind ->
    [retro] The retro of { $when } was never ended
   *[other] The stand-up of { $when } was never ended
}
act-standup-anew = End it, and begin a new one
act-standup-go-in = Go on with it
act-standup-over = End it
act-meeting-join = make one
act-meeting-join-doc = where two go on at once: let the later one go on in the earlier one
cmd-standup-merge = Where two go on at once, let the later one go on in the earlier one

