# The manual: `setara help`. What it says stands in `assets/docs`, here are its topics and the heads of its tables.

cmd-help = Explain a command, or a topic of the manual
cmd-help-of = A command or a topic; without one, the list of both
usage-topic = TOPIC
chapter-topics = The manual:
topic-words = the words of the board, one for each idea
topic-keys = every key of the screens
topic-filters = how tasks and the journal are narrowed
topic-findings = what the board asks about, and how it is answered
topic-may = how "may I just do this?" is answered
topic-meetings = the steps of stand-ups and retros, and what is hidden
topic-stage = what a whole room sees, and what it never sees
topic-decisions = deciding together: six kinds, objections, what happened apart
topic-tensions = what could be otherwise, and what becomes of it
topic-agreements = what you agreed on, whom it binds, how it changes
topic-figures = what a report counts over weeks
topic-files = where a board lies, backups, keys, repair
topic-importing = which boards of other tools come in, and how
topic-sharing = several people on one board
topic-privacy = who can read what
# $word (String) - what was typed
# $topics (String) - all there are
manual-unknown = there is no command and no topic "{ $word }"; topics are { $topics }
manual-kind = kind
manual-asks = the board asks about
manual-figure = figure
manual-counts = counts
manual-takes = takes

## The pages for `man`.

cmd-man = Print a page for man, or write all of them
cmd-man-of = The command; without one, the page of the whole program
cmd-man-out = Write the page of every command into this folder
# $count (Number) - how many
# $folder (String) - where they are
out-man-pages = { $count } pages are in { $folder }
man-name = name
man-synopsis = synopsis
man-description = description
man-options = options
man-commands = commands
man-extra = more
man-version = version
