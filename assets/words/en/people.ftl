# The list of all members.

act-people = people
act-people-doc = the team by name: what each holds, leads and waits for, and who is away
people-title = People
# $n (Number) - how many members the team has
people-fact = { $n ->
    [one] one member
   *[other] { $n } members
}
people-who = who
people-holds = holds
people-leads = leads
people-notes = waits, offers, done
people-left = left the team
people-away = away
# $date (String) - Mon, 24 Nov
people-away-until = away until { $date }
# $date (String) - Mon, 24 Nov
people-away-from = away from { $date }
# $handle (String) - a task's handle
people-leads-one = leads { $handle }
# $handle (String) - a task's handle
# $n (String) - how many more
people-leads-more = leads { $handle }, +{ $n }
# $n (String) - how many tasks
people-helps = helps with { $n }
# $n (String) - how many tasks
people-helps-only = only helps, with { $n }
# $roles (String) - a list of roles
people-holds-these = holds { $roles }
# $who (String) - a member
# $does (String) - what they hold, lead and wait for
people-detail = { $who }: { $does }
people-nothing = nothing in hand
# $count (Number) - tasks in doing
# $limit (Number) - their own limit
people-in-hand = { $count } of { $limit } in hand
# $n (String) - how many more tasks
people-more = and { $n } more
# $handle (String) - the task
# $giver (String) - who offers it
people-offer = { $handle }? from { $giver }
