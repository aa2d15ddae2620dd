# Filters under names.

saved-mine = mine
saved-free = nobody's
saved-blocked = blocked
saved-week = due this week
saved-quiet = quiet
saved-finished = finished
# $name (String) - what was typed
saved-none = no filter is saved as "{ $name }"
# $first (String) - the name of one that is
# $names (String) - the names of all that are
saved-none-hint = setara tasks --saved "{ $first }", or one of { $names }
# $name (String) - what was typed
saved-taken = "{ $name }" is always there, and stays what it is
saved-taken-hint = another name
saved-no-name = it has no name
# $most (Number) - as many as can be saved
saved-too-many = there is no room for more than { $most } filters
saved-too-many-hint = setara settings edit, and take out what is not needed
# $name (String) - the name of a filter
saved-done = Saved as "{ $name }"
# $name (String) - the name of a filter
saved-forgotten = Forgot the filter "{ $name }"

## The screen.

saved-act = saved filters
saved-act-doc = pick a saved filter, save this one, or forget one
saved-title = Show only
# $query (String) - the filter as it is typed
saved-save = save "{ $query }" under a name
saved-name = Under what name?
saved-save-it = save
saved-forget = forget one
saved-forget-title = Forget which?

## Commands.

saved-cmd = Begin with a saved filter: yours, or mine, blocked, "due this week" …
# $name (String) - a saved filter
# $why (String) - what is wrong in it
saved-stale = The filter "{ $name }" cannot be shown: { $why }
