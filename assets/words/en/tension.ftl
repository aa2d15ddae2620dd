# Tensions: what is, what could be, and what becomes of it.

# In a sentence.
# $tension (String) - its handle and what is
phrase-the-tension = the tension { $tension }
# $who (String) - the author
# $tension (String) - as phrase-the-tension says it
phrase-sensed = { $who } sensed { $tension }
# $who (String) - the author
# $thing (String) - a task, a goal or a role
# $tension (String) - as phrase-the-tension says it
phrase-sensed-about = { $who } sensed, about { $thing }, { $tension }
# $who (String) - the author
# $tension (String) - as phrase-the-tension says it, or it
phrase-tension-taken-up = { $who } took { $tension } up
# $who (String) - the author
# $tension (String) - as phrase-the-tension says it, or it
# $task (String) - a task's handle and title
phrase-tension-became-task = { $who } turned { $tension } into the task { $task }
# $who (String) - the author
# $tension (String) - as phrase-the-tension says it, or it
phrase-tension-settled = { $who } called { $tension } settled
# $who (String) - the author
# $tension (String) - as phrase-the-tension says it, or it
phrase-tension-let-go = { $who } let { $tension } go
# $who (String) - the author
# $finding (String) - as phrase-finding says it
# $tension (String) - as phrase-the-tension says it
phrase-settled-as = { $who } made { $finding } { $tension }

# Where it stands.
# $phase (String) - sensed, taken_up, in_hand, asked, settled, let_go
tension-phase = { $phase ->
    [sensed] open
    [taken_up] taken up
    [in_hand] in hand
    [asked] settled?
    [settled] settled
    [let_go] let go
   *[other] { $phase }
}

# Why something is not done.
refused-tension-about-member = a tension about a person is between people, and not for the board
refused-no-could-be = it is not said what could be
# $tension (String) - its handle
refused-tension-over = { $tension } is over
# $tension (String) - its handle
refused-tension-taken-up = you look after { $tension } already
# $who (String) - who sensed it
# $tension (String) - its handle
refused-not-your-tension = { $who } sensed { $tension }, and says when it is over
refused-example-is = what is
refused-example-could = what could be

# Commands.
cmd-tension = Say what could be otherwise, and what became of it
cmd-tension-is = What is; "-" reads it from the standard input
cmd-tension-could = What could be
cmd-tension-about = The task, goal or role that it is about
cmd-tension-serves = Whom or what it would serve
cmd-tension-take-up = Look after a tension
cmd-tension-became = Turn a tension into a task: a new one, or one that is there
cmd-tension-title = The new task's title; else what could be
cmd-tension-task = A task that is there
cmd-tension-settled = Say that you feel it no more
cmd-tension-let-go = Say why nothing is to be done about it
cmd-tension-show = Show a tension's page
cmd-tension-which = The tension's handle
cmd-tensions = Show the tensions, and where they stand
cmd-tensions-over = Also those that are over
out-no-tensions = Nobody feels a tension: setara tension "what is" --could "what could be"
# $handle (String) - the tension's
out-hint-tension = next: setara tension became { $handle }, or setara tension take-up { $handle }
head-tension = Tension
head-could-be = What could be
head-stands = Stands
head-by = By

# Pages and lists.
tension-title = Tensions
# $open (Number) - how many are open
# $asked (Number) - of how many all that they became has ended
tension-fact = { $asked ->
    [0] { $open } open
   *[other] { $open } open, { $asked } perhaps settled
}
# $key (String) - a key
tension-empty = Nobody feels a tension now. { $key } says what could be otherwise.
# $is (String) - what is
# $could (String) - what could be
tension-detail = { $is } · could be: { $could }
tension-label-is = is
tension-label-could = could be
tension-label-serves = serves
tension-label-about = about
tension-label-by = sensed by
tension-label-stands = stands
tension-label-looked-after = with
tension-label-became = became
tension-label-from = came from
tension-label-ended = ended
# $who (String) - a member
# $date (String) - Tue 24 Nov
tension-by = { $who }, { $date }
# $phase (String) - settled, let go
# $who (String) - a member
# $date (String) - Tue 24 Nov
tension-ended = { $phase }, { $who }, { $date }
# $ended (String) - as tension-ended says it
# $why (String) - why
tension-ended-why = { $ended }: { $why }
# $task (String) - a task's handle and title
# $state (String) - its state
tension-became-task = { $task } ({ $state })
# $tension (String) - its handle and what is
# $who (String) - who sensed it
tension-came-from = the tension { $tension }, sensed by { $who }
# $key (String) - a key
# $close (String) - another key
tension-mend = { $key } turns it into a task, { $close } says that it is settled
tension-became-heading = What it became
# $tension (String) - its handle and what is
# $phase (String) - where it stands
tension-line = { $tension } ({ $phase })

# What there is to talk about.
# $tension (String) - its handle
# $who (String) - who sensed it
# $is (String) - what is
agenda-tension-open = { $tension }, sensed by { $who }, waits for somebody: { $is }
# $tension (String) - its handle
# $who (String) - who sensed it
# $is (String) - what is
agenda-tension-asked = { $tension }: what it became has ended. { $who }, is it settled? ({ $is })

# Keys and forms.
act-sense = tension
act-sense-doc = say what could be otherwise, about what is selected or about anything; in Overlaps and gaps make the question a tension
act-tensions = tensions
act-tensions-doc = the tensions that are felt, and where they stand
act-tension-take-up = take up
act-tension-take-up-doc = look after this tension
act-tension-became = make it a task
act-tension-became-doc = turn this tension into a task, with what could be as its title
act-tension-settled = settled
act-tension-settled-doc = you feel this tension no more
act-tension-let-go = let go
act-tension-let-go-doc = nothing is to be done about this tension, with the reason
form-tension = A tension
form-tension-sense = sense
form-tension-became = Make it a task
form-field-is = What is
form-field-could = What could be
form-field-serves = For whom or what
form-field-serves-hint = a role, the shops, all of us; or nothing
form-field-tension-about-hint = a task, a goal or a role, by handle or name; or nothing
scr-ask-tension-settled = How was it settled?
scr-ask-tension-settled-hint = or nothing
scr-ask-tension-let-go = Why is nothing to be done about it?
# $tension (String) - its handle and what is
out-settled-became = the tension { $tension }
