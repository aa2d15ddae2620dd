# First hints: one thing that could be done here, until it was done once. $key is the key that stands on the keyboard.

set-hints-doc = Whether the status line says what could be done, until it was done once.

# $key (String) - a key
first-claim = { $key } takes the lead of what nobody leads yet
# $key (String) - a key
first-settle = { $key } answers the question: fixed, fine because, or a tension
# $key (String) - a key
first-clear = { $key } says that what stopped it is gone
# $key (String) - a key
first-read = { $key } writes down where the measure stands today
# $key (String) - a key
first-open = { $key } opens the page of what is selected
# $key (String) - a key
first-back = { $key } goes back
# $key (String) - a key
first-on = { $key } moves your task on: it is being done
# $key (String) - a key
first-done = { $key } says that your task is done; u takes it back
# $key (String) - a key
first-block = { $key } says what stops your task, and on whom it waits
# $key (String) - a key
first-pane = { $key } goes to the next pane
# $key (String) - a key
first-filter = { $key } narrows the list as you type
# $key (String) - a key
first-palette = { $key } finds any action by a few letters

## A board that was just begun: what it is, where it lies, and the keys that lead on.

# $team (String)
begin-board = This is the board of { $team }. Nobody has written a task yet.
# $file (String) - a path
begin-file = It lies in { $file }
begin-task = add a task: the work, and who leads it
begin-role = add a role: who looks after what for longer than one task
begin-goal = add a goal: where the team wants to go, with a measure
begin-learn = "learn by doing": five minutes on a sample team
begin-help = all keys that make sense here
