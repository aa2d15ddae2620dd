# The tutor: five minutes at the sample team's desk. A step is one sentence to do and one why; keys stand in them.

cmd-tutor = Learn by doing: five minutes on a sample team's board
out-tutor-needs = the tutor needs a terminal, or --plain to go line by line
out-tutor-needs-hint = setara tutor --plain

welcome-learn = Learn by doing
welcome-learn-detail = five minutes on the sample team, one step at a time

act-tutor = learn by doing
act-tutor-doc = five minutes on a sample team's board; your own is not touched
act-tutor-skip = skip step
act-tutor-skip-doc = in the tutor: to the next step, done or not
act-tutor-before = step back
act-tutor-before-doc = in the tutor: to the step before

tut-title = Learn by doing
# $at (Number) - the step
# $of (Number) - how many there are
tut-place = { $at } of { $of }
# $at (Number) - the step
# $of (Number) - how many there are
# $does (String) - what to do
tut-said = Step { $at } of { $of }: { $does }

## The steps. $... are keys, or words where lines are typed.

# $key (String) - a key
tut-free = { $key } shows only what nobody leads yet. Try it.
tut-free-why = Nobody is given work here. What has no lead is open to whoever pulls it.
tut-free-well = all of these are free

# $down (String) - a key
# $up (String) - a key
# $key (String) - a key
tut-claim = Choose one with { $down } and { $up }, and take its lead with { $key }.
tut-claim-why = A claim is your own promise: only you can make it, and all can see it.
tut-claim-well = all see that you lead it

# $key (String) - a key
tut-undo = { $key } takes back what you did last. Take the claim back.
tut-undo-why = So try anything: what is done can be undone, and the journal keeps both.
tut-undo-well = as it was before

# $key (String) - a key
tut-block = { $key } says what stops a task, and then on whom it waits. Block one.
tut-block-why = What is named can be asked for. The others see where they can help.
tut-block-well = it stands in 5 Blockers, too

# $mine (String) - a key
# $key (String) - a key
tut-offer = { $mine } shows what is yours. Offer the lead of one to somebody: { $key }.
tut-offer-why = Nobody assigns: they accept or decline, and until then it stays yours.
tut-offer-well = they will see it

# $key (String) - a key
# $back (String) - a key
tut-filter = { $key }, a few letters of a name or a title, Enter. { $back } shows all again.
tut-filter-why = More can be typed there, as on the command line: lead:me is:blocked due:<fri
tut-filter-well = found

# $goals (String) - a key
# $open (String) - a key
tut-goal = { $goals } goes to the goals; { $open } opens the one you are on.
tut-goal-why = Its page shows where the measure stands, and what is in the way.
tut-goal-well = this is where it goes

# $findings (String) - a key
# $key (String) - a key
tut-finding = { $findings } goes to overlaps and gaps. Answer the question you are on: { $key }.
tut-finding-why = The board only asks. What you answered stays answered until the facts change.
tut-finding-well = answered

# $clarity (String) - a key
# $down (String) - a key
# $next (String) - a key
# $open (String) - a key
tut-role = { $clarity } shows how clear each role is. Go to a gap with { $down } and { $next }; { $open } fills it.
tut-role-why = What nobody wrote down, nobody can count on.
tut-role-well = clearer than before

# $key (String) - a key
tut-journal = { $key } opens the journal. What you just did stands on top.
tut-journal-why = Everything that happened stays, in sentences, with who and when.
tut-journal-well = nothing is lost

# $key (String) - a key
tut-help = { $key } lists the keys that do something where you are. Have a look.
tut-help-why = You need not know them by heart; the last row names the nearest.
tut-help-well = always there

# $key (String) - a key
# $word (String) - the word of an action
tut-palette = { $key } finds every action by a few letters: try "{ $word }" and Enter.
tut-palette-why = Whatever Setara can do is in there, also what has no key.
tut-palette-well = that was all of it

tut-all-done = You know your way around. Go on playing as long as you like.
# $quit (String) - a key
# $back (String) - a key
# $help (String) - a key
tut-all-done-why = { $quit } leaves, { $back } goes back a step, { $help } lists the keys.

# $what (String) - a word about the step that was done; heard, not seen
plain-well = Done: { $what }.

## The last word.

tut-card = You know your way around
tut-card-known = Who owns what, what is free, what stops it, and where it goes: you have found and changed all of it. Nothing of this board is kept.
tut-card-own = Your own team begins with one of these, typed in a shell:
tut-card-start = setara start "Our team" --name Ayu
tut-card-start-does = a new board, and you on it
tut-card-import = setara import board.json
tut-card-import-does = and what another tool holds
tut-card-open-does = opens it from then on
# $quit (String) - a key
# $help (String) - a key
# $palette (String) - a key
tut-card-leave = Play on as long as you like; { $quit } leaves. And whenever you forget: { $help } and { $palette }
