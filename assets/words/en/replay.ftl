# Looking at the board as it was.

replay-no-change = nothing can be changed in the past
replay-no-change-hint = come back to now first: Esc
replay-beginning = nothing happened before this: here the board begins

replay-title = Looking back
replay-coming = Looking back … the board's past is being read
replay-on-the-way = on the way …
replay-now = now
replay-nothing = nothing happened that day
# $n (Number) - how many
replay-events = { $n ->
    [one] { $n } event that day
   *[other] { $n } events that day
}
# $n (Number) - how many
replay-many-events = over { $n } events that day
# $n (Number) - how many tasks, roles, goals and the like
replay-changed = { $n ->
    [one] { $n } changed by this step
   *[other] { $n } changed by this step
}
# $when (String) - the day and the time
# $count (String) - how much happened that day
replay-said = You look back to { $when }, { $count }
replay-not-yet = Nothing was here yet.
replay-left = Back to now
# $key (String)
replay-is-now = nothing comes after now; { $key } ends looking back
replay-needs-past = while you look back

act-group-replay = Looking back
act-replay = look back
act-replay-doc = the board as it was; from the journal, at the moment of the event
act-day-back = day back
act-day-back-doc = to the evening of the day before
act-day-on = day on
act-day-on-doc = to the evening of the next day
act-event-back = event back
act-event-back-doc = to the event before
act-event-on = event on
act-event-on-doc = to the next event
act-beginning = beginning
act-beginning-doc = to the day on which the board began
act-back-to-now = to now
act-back-to-now-doc = back to the board of now
