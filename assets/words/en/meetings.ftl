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
   *[other] another step
}
# Where a meeting is.
# $step (String) - the round
# $thing (String) - a task's handle, a member's name
meeting-place = { $step }: { $thing }
