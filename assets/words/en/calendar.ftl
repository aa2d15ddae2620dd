# When the team meets, and what announces it.

# $kind (String) - standup, retro
term-meets-name = { $kind ->
    [standup] stand-up at
    [retro] retro at
   *[other] meeting at
}
# $kind (String) - standup, retro
term-meets = { $kind ->
    [standup] when the team holds its stand-up: the header says so before, and nothing happens by itself
    [retro] when the team holds its retro: the header says so before, and nothing happens by itself
   *[other] when the team meets: the header says so before, and nothing happens by itself
}
# $kind (String) - standup, retro
# $when (String) - Mon-Fri 09:15, 15 min, Asia/Jakarta
term-meets-said = { $kind ->
    [standup] stand-up: { $when }
    [retro] retro: { $when }
   *[other] meeting: { $when }
}
term-meets-none = no fixed time
# One of the times at which a team meets. It can be typed back.
# $days (String) - Mon-Fri
# $time (String) - 09:15
# $minutes (Number) - how long it takes
# $zone (String) - Asia/Jakarta
meets-slot = { $days } { $time }, { $minutes } min, { $zone }

refused-meets-day = on which days of the week is it?
refused-meets-time = at which time is it?
refused-meets-zone = in which time zone is it? this machine does not say its own
# $most (Number) - the most minutes that it may take
refused-meets-minutes = it takes 1 to { $most } minutes
# $most (Number) - how many times it may be held
refused-meets-many = it is held at up to { $most } times a week
# $word (String) - what was typed
refused-meets-word = what is "{ $word }"? days, a time, minutes and a zone are needed

set-ask-term-meets = as in mon-fri 9:15 15 min Asia/Jakarta; "default" takes it back

# $kind (String) - standup, retro
# $minutes (Number) - in how many minutes it begins
# $key (String) - the key that goes into it
meeting-soon = { $kind ->
    [standup] stand-up
    [retro] retro
   *[other] meeting
} { $minutes ->
    [0] now: { $key }
    [one] in 1 minute: { $key }
   *[other] in { $minutes } minutes: { $key }
}
# The same where there is little room.
# $kind (String) - standup, retro
# $minutes (Number) - in how many minutes it begins
# $key (String) - the key that goes into it
meeting-soon-short = { $kind ->
    [standup] stand-up
    [retro] retro
   *[other] meeting
} { $minutes ->
    [0] now: { $key }
   *[other] { $minutes } min: { $key }
}
# The same without a key.
# $kind (String) - standup, retro
# $minutes (Number) - in how many minutes it begins
plain-meeting-soon = { $kind ->
    [standup] Stand-up
    [retro] Retro
   *[other] Meeting
} { $minutes ->
    [0] now.
    [one] in 1 minute.
   *[other] in { $minutes } minutes.
}

set-bell-doc = Whether the terminal rings once when a time box of a meeting that you are in runs out.
chosen-bell-on = The terminal rings when a time box runs out
chosen-bell-off = The terminal does not ring

cmd-meeting-list = list those that were, the latest first
cmd-meeting-out = with --last: into a file, not to the standard output
out-meeting-elsewhere = setara standup --last -o another-name.md
# $file (String) - a file
out-meeting-put = What came of it is in { $file }
meeting-none-held = None was held yet.
meeting-goes-on-still = goes on

# Several moves of a meeting in one line of the journal.
# $who (String) - members
# $steps (Number) - how many moves
# $place (String) - the parking lot
phrase-moves-to = { $who } moved the meeting on in { $steps } steps, to { $place }
# $who (String) - members
# $steps (Number) - how many moves
phrase-moves = { $who } moved the meeting on in { $steps } steps
