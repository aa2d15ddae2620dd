# The tutor's second lesson: to run a stand-up, in three minutes. $... are keys, or words where lines are typed.

# $key (String) - a key
tut-standup-begin = { $key } and Enter begin a stand-up. The others go in with the same key.
tut-standup-begin-why = Nothing is set up and nobody is in charge: whoever presses a key moves it on.
tut-standup-begin-well = all see that it goes on

# $key (String) - a key
tut-standup-next = { $key } goes on: past the goals and what happened since, to the first task.
tut-standup-next-why = What is blocked comes first, then what is furthest. One question: what finishes this?
tut-standup-next-well = everybody is there with you

# $key (String) - a key
tut-standup-walk = Every key of the desk works on the task at hand. Write a remark: { $key }.
tut-standup-walk-why = So blockers, claims and offers are written down while one speaks of them.
tut-standup-walk-well = it stands on the task

# $key (String) - a key
tut-standup-back = { $key } goes back.
tut-standup-back-why = Going on ends and locks nothing, so nobody was too early. Two who press at once skip nobody.
tut-standup-back-well = nothing was lost by it

# $key (String) - a key
tut-standup-step = { $key } goes to any step: choose the round.
tut-standup-step-why = It asks only those who were not heard at a task of theirs.
tut-standup-step-well = whose turn is it?

# $passed (String) - a key
# $absent (String) - a key
tut-standup-passed = Somebody has nothing to say: { $passed }. Or is not there: { $absent }.
tut-standup-passed-why = Each is asked once, in an order that is another every day.
tut-standup-passed-well = on to the next

# $key (String) - a key
tut-standup-park = { $key } keeps a topic for afterwards. Park one.
tut-standup-park-why = It waits until somebody takes it out, also over weeks, so that nobody has to hold on to it.
tut-standup-park-well = it is kept

# $key (String) - a key
tut-standup-end = { $key } ends it; so does going on from the last step.
tut-standup-end-why = One that was ended by mistake goes on with a step, and one that nobody ended is in nobody's way.
tut-standup-end-well = that was a stand-up

# $key (String) - a key
tut-standup-copy = { $key } copies what came of it, for the team's chat.
tut-standup-copy-why = What was claimed, blocked and parked, who was there, and who facilitates next.
tut-standup-copy-well = paste it wherever you talk

tut-standup-card = You can run a stand-up
tut-standup-card-known = Goals, what happened, what is in the way, who was not heard: one key each where nothing is said. Nothing of this board is kept.
tut-standup-card-own = On your own board, typed in a shell:
tut-standup-card-terms = setara terms standup mon-fri 9:15
tut-standup-card-terms-does = when you meet: the header says so
tut-standup-card-last = setara standup --last
tut-standup-card-last-does = what came of the last one

tut-card-standup = setara tutor standup
tut-card-standup-does = and a second lesson: run a stand-up
cmd-tutor-lesson = standup: how to run a stand-up, in three minutes
