# Who waits on whom.

waits-nobody = nobody
waits-title = Who waits on whom
# $roots (Number) - how many things have to happen
waits-fact = { $roots ->
    [one] one thing to clear
   *[other] { $roots } things to clear
}
# $roots (Number) - how many things have to happen
# $more (Number) - how many blocked tasks are not drawn
waits-fact-more = { $roots } of the oldest; { $more } more
# $who (String) - on whom or what is waited
# $what (String) - for what
waits-cause = { $who }: { $what }
# $state (String) - what the team calls it: done
# $who (String) - who led it
# $day (String) - yesterday, Tue 24 Nov
# $key (String) - a key
waits-ended-by = { $state } by { $who }, { $day } · { $key } clears
# $state (String) - what the team calls it: done, dropped
# $day (String) - yesterday, Tue 24 Nov
# $key (String) - a key
waits-ended = { $state }, { $day } · { $key } clears
# $task (String) - a task's handle
waits-circle = a circle: { $task } waits on itself in the end
# $title (String) - a task's title
waits-again = { $title } (drawn above)
# $all (Number) - how many tasks go on
waits-frees = frees { $all }
# $all (Number) - how many tasks wait for it, though something else blocks them too
waits-frees-later = { $all ->
    [one] 1 waits for it
   *[other] { $all } wait for it
}
# $once (Number) - how many tasks go on at once
# $all (Number) - how many go on in the end
waits-frees-then = frees { $once } at once, { $all } in all

act-waits = who waits
act-waits-doc = who waits on whom, drawn, and what one cleared blocker would free
