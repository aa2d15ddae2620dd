# Marking tasks, for keys that act on several.

act-mark = mark
act-mark-doc = mark this task, or unmark it, and go on: keys then act on all that are marked
act-mark-to = mark to here
act-mark-to-doc = mark all from what was marked last to this one
act-mark-all = mark all
act-mark-all-doc = mark all that the list shows, 200 at most
act-tag = tag
act-tag-doc = give a tag; with a minus before it, take it away
mark-ask-tag = Which tag?
mark-ask-tag-hint = such as "legal"; "-legal" takes it away
# $count (Number) - tasks that are marked
mark-count = { $count } marked
# $row (String) - a task's row in words
mark-in-words = { $row }, marked
# $count (Number) - tasks that are marked
# $tasks (String) - their handles
mark-held = { $count ->
    [one] one marked task: { $tasks }
   *[other] { $count } marked tasks: { $tasks }
}
# $question (String) - what is asked
# $count (Number) - tasks that are marked
mark-asks = { $question } · { $count ->
    [one] one marked task
   *[other] { $count } marked tasks
}
# $count (Number) - tasks that are marked
mark-release = unmark { $count }
# $count (Number) - tasks that are marked
# $key (String) - a key
mark-one-at-a-time = { $count ->
    [one] one is marked, and this is
   *[other] { $count } are marked, and this is
} for one at a time; { $key } lets the marks go
# $most (Number) - so many can be marked
mark-most = more than { $most } are not marked at once
# $count (Number) - tasks that were marked
mark-lost = { $count ->
    [one] one mark is gone: its task is
   *[other] { $count } marks are gone: their tasks are
} not in this list any more
# $count (Number) - tasks that are marked
# $back (String) - the word that leads back
mark-named = { $count ->
    [one] one is marked
   *[other] { $count } are marked
}: without a name it is done to what is marked; { $back } lets the marks go
