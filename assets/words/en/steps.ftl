# The steps of a checklist: what happened to them, why not, and the keys for them.

# $who (String) - a member
# $task (String) - the task's handle
phrase-step-added = { $who } added a step to { $task }
# $who (String) - a member
# $task (String) - the task's handle
phrase-step-ticked = { $who } ticked a step of { $task }
# $who (String) - a member
# $task (String) - the task's handle
phrase-step-opened = { $who } opened a step of { $task } again
# $who (String) - a member
# $task (String) - the task's handle
phrase-step-renamed = { $who } changed a step of { $task }
# $who (String) - a member
# $task (String) - the task's handle
phrase-step-removed = { $who } removed a step of { $task }

# $task (String) - the task's handle
# $text (String) - what the step said
refused-no-such-step = { $task } has no step any more that says: { $text }
# $task (String) - the task's handle
refused-notes-twice = the notes of { $task } were written twice: say first which hold
refused-example-notes = what holds

act-tick = tick
act-tick-doc = on a step of a checklist: tick it, or open it again
act-step-add = step
act-step-add-doc = add a step to the task's checklist, below the one that is selected
act-step-rename = change the step
act-step-rename-doc = on a step of a checklist: say it in other words
act-step-remove = remove the step
act-step-remove-doc = on a step of a checklist: take it out of the list

steps-ask-add = A step
steps-ask-add-hint = one line; Enter adds it
steps-ask-rename = The step
steps-needed = needs a step of a checklist
steps-title = Checklist
# $ticked (Number) - how many steps are ticked
# $all (Number) - how many there are
steps-ticked = { $ticked } of { $all } ticked
