# The filter language: its keys, its values, and what is wrong with a query.

## What is wrong.

filter-nothing-negated = there is nothing after "-"
filter-nothing-negated-hint = type what to leave out, as in -is:blocked
# $key (String) - a key
filter-no-value = { $key }: has no value
# $key (String) - a key
filter-no-value-hint = type one after the colon, or write "{ $key }:" in quotes to look for the word
# $most (Number) - as many as are read
filter-too-much = more than { $most } words and values in one query
filter-too-much-hint = leave out the words that say little
filter-open-quote = the quote is not closed
filter-open-quote-hint = type a " at its end
# $key (String) - what was typed before the colon
filter-unknown-key = there is no key "{ $key }:"
# $near (String) - the key that was probably meant
# $key (String) - what was typed before the colon
filter-unknown-key-near = did you mean { $near }:? in quotes "{ $key }:" is a word
# $key (String) - what was typed before the colon
filter-unknown-key-hint = in quotes "{ $key }:" is a word
# $key (String) - a key
# $value (String) - what was typed after it
filter-unknown-value = { $key }: does not take "{ $value }"
# $key (String) - a key
# $near (String) - the value that was probably meant
filter-unknown-value-near = try { $key }:{ $near }
# $values (String) - the values that it takes
filter-unknown-value-hint = it takes { $values }
# $value (String) - what was typed
filter-ambiguous = "{ $value }" may mean several
# $key (String) - a key
filter-not-compared = { $key }: cannot be compared
# $key (String) - a key
# $example (String) - a value of it
filter-not-compared-hint = as in { $key }:{ $example }
# $value (String) - what was typed
filter-no-day = "{ $value }" is not a day
filter-no-day-hint = as in fri, 1dec, today, week, "next tue", 2026-12-12
# $value (String) - what was typed
filter-no-age = "{ $value }" is not a length of time
filter-no-age-hint = as in 3d, 2w, 5h, 1mo
filter-backwards = it ends before it begins
filter-backwards-hint = type the earlier one first

# $word (String) - what was typed
filter-nothing-called = nothing is called "{ $word }"
# $near (String) - what was probably meant
filter-near = there is "{ $near }"

# $option (String) - what was typed
filter-no-option = unexpected argument "{ $option }"
filter-no-option-hint = setara tasks --help

## Keys.

filter-key-lead = who answers for it
filter-key-help = who helps
filter-key-who = who leads or helps
filter-key-is = what is so about it
filter-key-state = where it stands
filter-key-goal = what it serves
filter-key-role = whose work it is
filter-key-due = until when
filter-key-tag = its tag
filter-key-skill = a skill that it needs
filter-key-since = moved there since that day
filter-key-age = how long it stands there
filter-key-has = what was written on it
filter-key-waits = whom or what it waits on

## Values.

filter-me = yourself
filter-nobody = nobody
filter-none = none
filter-is-mine = you lead it or help
filter-is-free = nobody leads it
filter-is-blocked = something stops it
filter-is-overdue = its day has passed
filter-is-quiet = its lease is over
filter-is-parked = laid aside until a day
filter-is-offered = a handover awaits an answer
filter-is-twice = two edits both stand
filter-is-finished = done or dropped
filter-state-open = nobody has begun
filter-state-doing = in work
filter-state-review = somebody looks it over
filter-state-done = finished
filter-state-dropped = given up
filter-has-notes = notes
filter-has-links = links
filter-has-blocker = an open blocker
filter-has-next = a next step
filter-has-due = a due day
filter-has-remarks = remarks
filter-today = today
filter-week = from Monday to Sunday of this week
filter-month = this month

## Commands.

filter-cmd-query = What to look for: words, and keys as in lead:me -is:blocked due:<fri

## The line on the screen.

filter-keys = keys
filter-take = take it
filter-keep = keep
filter-show-all = show all
filter-show-keys = keys
