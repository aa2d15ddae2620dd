# What overlays, full-screen pages and the welcome say.

## Keys, as their caps say, and what they do.

ask-key-esc = Esc
ask-key-enter = Enter
ask-key-tab = Tab
ask-key-ctrl-s = Ctrl-S
ask-keys-up-down = ↑↓
ask-leave = leave
ask-ok = ok
ask-pick = pick
ask-choose = choose
ask-move = move
ask-scroll = scroll
ask-next = next field
ask-yes = yes
ask-no = no

## Lines, lists and forms.

# Before what is typed to filter a list.
ask-filter-mark = /
# $found (Number) - how many match
# $all (Number) - how many there are
ask-of = { $found } of { $all }
ask-no-match = nothing matches
# What an empty choice shows.
ask-none = none
# $most (Number) - the most bytes that fit, near enough to characters
ask-too-long = that is too long: at most { $most } characters fit here
# $field (String) - the field's label
ask-needed = { $field } cannot be empty
ask-no-day = not a day; "tue", "12 dec", "in 2 weeks" or "2026-12-12" are
ask-no-day-yet = not a day yet
ask-throw-away = Throw away what you typed?
ask-throw-away-yes = throw away
ask-throw-away-no = keep typing
# $percent (Number) - how much is read
ask-read = { $percent } %
