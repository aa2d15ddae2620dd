# What there is to talk about.
agenda-title = Agenda
# $all (Number) - how many topics
# $waiting (Number) - of how many somebody waits
agenda-fact = { $waiting ->
    [0] { $all }
   *[other] { $all }, somebody waits for { $waiting }
}
agenda-empty = There is nothing to talk about.
# $said (String) - a topic
# $who (String) - names
agenda-with = { $said } · with { $who }
# $giver (String) - who offers it
# $taker (String) - who is asked
# $task (String) - a task's handle
# $title (String) - its title
agenda-handover = { $giver } offers { $task } to { $taker } ({ $title })
# $task (String) - a task's handle
# $what (String) - what stops it
# $title (String) - the task's title
agenda-blocked = { $task } is blocked: { $what } ({ $title })
# $task (String) - a task's handle
# $on (String) - on whom or what it waits
# $what (String) - what stops it
# $title (String) - the task's title
agenda-blocked-on = { $task } waits on { $on }: { $what } ({ $title })
# $thing (String) - a role or a goal
# $day (String) - Thu 26 Nov
agenda-review = { $thing } is to be looked at again on { $day }
# $sort (String) - offer, blocker, finding, review, tension
agenda-sort = { $sort ->
    [offer] offer
    [blocker] blocker
    [review] review
    [decision] decision
    [tension] tension
   *[other] finding
}
head-topic = Topic
head-with = With
act-agenda = agenda
act-agenda-doc = what there is to talk about, with who should be there; first where somebody waits
cmd-agenda = What there is to talk about, with who should be there
