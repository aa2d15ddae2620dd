# Retros: their cards, dots and actions.

# $who (String) - a member
phrase-meeting-card-added = { $who } wrote a card
# $who (String) - a member
phrase-meeting-card-struck = { $who } struck a card
# $n (Number) - how many cards
# $who (String) - a member
phrase-meeting-revealed = { $n ->
    [0] { $who } gave hidden cards up: cards have names from now on
    [one] { $who } showed the hidden card
   *[other] { $who } showed the { $n } hidden cards
}
# $n (Number) - how many cards
# $who (String) - a member
phrase-meeting-grouped = { $n ->
    [one] { $who } put a card to another
   *[other] { $who } put { $n } cards together
}
# $who (String) - a member
phrase-meeting-ungrouped = { $who } let a card stand alone
# $who (String) - a member
# $name (String) - what somebody called a group of cards
phrase-meeting-named = { $who } called cards "{ $name }"
# $n (Number) - how many voted
# $who (String) - a member
phrase-meeting-counted = { $n ->
    [one] { $who } counted the dots of one
   *[other] { $who } counted the dots of { $n }
}
# $who (String) - a member
# $thing (String) - a task
phrase-meeting-acted = { $who } made { $thing } an action of the retro
# $who (String) - a member
# $whom (String) - another member
phrase-meeting-swap-offered = { $who } offered { $whom } to facilitate the next meeting of this kind instead
# $who (String) - a member
phrase-meeting-swap-accepted = { $who } swapped, and facilitates the next meeting of this kind

refused-not-next-chair = only who facilitates the next one can offer to swap
refused-no-swap = nobody offers you to swap
refused-not-a-retro = only a retro has cards
# $columns (Number) - 6
# $letters (Number) - 40
refused-columns-unfit = a retro has 1 to { $columns } columns, with a short name each ({ $letters } letters at most)
# $columns (Number) - how many there are
refused-no-column = { $columns ->
    [0] a retro needs columns
    [one] it has 1 column
   *[other] it has { $columns } columns
}
refused-no-card = there is no such card, or it was struck
refused-cards-hidden = the cards are hidden until all of them are shown at once
refused-cards-shown = the cards were shown already
refused-nobody-voted = nobody has put dots yet
refused-example-columns = liked, lacked, learned
refused-example-card = we tested early

# What is hidden until all of it is shown.
hidden-card-hint = setara retro card 1 "we tested early"
hidden-named-hint = setara retro card 1 "we tested early"
# $n (Number) - how many are ready
hidden-too-few = { $n ->
    [0] nobody is ready: shown to so few, cards tell who wrote them; wait, or gather with names
    [one] only 1 is ready: shown to so few, cards tell who wrote them; wait, or gather with names
   *[other] only { $n } are ready: shown to so few, cards tell who wrote them; wait, or gather with names
}
hidden-too-few-hint = setara retro named
hidden-counted = the dots were counted already
hidden-counted-hint = setara retro next
hidden-voted = you have put your dots at another desk, and only that one can change them
hidden-voted-hint = setara retro
# $each (Number) - how many dots each has
# $most (Number) - how many of them on one topic
hidden-dots = each has { $each } dots, { $most } at most on one topic
hidden-dots-hint = setara retro vote 1 2
hidden-several = several machines or users write to this board, and what each writes bears its mark: hidden cards go round at one keyboard
hidden-several-hint = setara retro named
hidden-not-yet = the meeting has not come to that yet
hidden-not-yet-hint = setara retro next
hidden-no-file = nothing can be hidden beside a board that is no file
# What is said of a card that was written and is hidden.
hidden-written = written, and hidden until all cards are shown
hidden-taken-back = taken back
hidden-ready = you are ready
hidden-not-ready = you write on
hidden-round-over = the keyboard has gone round
# $n (Number) - how many dots are on it
hidden-dots-on = { $n ->
    [0] no dot of yours on it
    [one] 1 dot of yours on it
   *[other] { $n } dots of yours on it
}

# The steps of a retro.
retro-no-last = Nothing was decided last time.
# $name (String) - a member
retro-ask-check-in = { $name }: how do you come here?
retro-check-in = One word each. It is said, and kept nowhere.
retro-hidden-note = No name, no time, no order is kept. How you write may tell.
retro-named-note = Your name stands on it.
retro-several-note = Several machines or users write to this board: hidden cards go round at one keyboard.
retro-round-note = Hidden while you type, and forgotten here when you pass it on. Enter without words goes on.
retro-ready = I have written all
retro-not-ready = I write on
# $n (Number) - how many have written
retro-round = { $n ->
    [0] Let one keyboard go round
    [one] The keyboard goes round: 1 has written
   *[other] The keyboard goes round: { $n } have written
}
retro-reveal = Show all cards at once
retro-named = Gather with names instead
# $names (String) - members
retro-ready-are = Ready: { $names }
retro-still-hidden = The cards are hidden still: go back to gather, and show them.
retro-no-cards = There are no cards.
retro-nothing-to-talk = There is nothing more to talk about.
# $n (Number) - how many dots one has left
# $most (Number) - how many of them on one topic
retro-dots-left = { $n ->
    [0] No dots left; Enter on a full topic takes its dots back
    [one] 1 dot left, { $most } at most on one topic
   *[other] { $n } dots left, { $most } at most on one topic
}
# $n (Number) - how many voted
retro-counted = { $n ->
    [one] The dots of 1 were counted
   *[other] The dots of { $n } were counted
}
# $n (Number) - how many voted so far
retro-count = { $n ->
    [0] Count the dots
    [one] Count the dots: 1 has voted
   *[other] Count the dots: { $n } have voted
}
# $names (String) - members
retro-voted = Voted: { $names }
# $n (Number) - how many
retro-has-dots = { $n ->
    [one] 1 dot
   *[other] { $n } dots
}
# $minutes (String) - 9:00
# $topic (String) - a topic
retro-suggested = { $minutes }  { $topic }
retro-new-action = We do something about it
retro-actions = What we do
retro-topics = What we talked about
retro-no-thanks = Nobody was thanked yet.
retro-thank = Thank somebody
# $who (String) - a member
# $whom (String) - members
# $text (String) - what for
retro-thanked = { $who } thanks { $whom }: { $text }
# $text (String) - a card
# $who (String) - who wrote it
retro-signed = { $text }  ({ $who })

act-retro = retro
act-retro-doc = go into the retro, or begin one
act-retro-new = write
act-retro-new-doc = in a retro: a card while they are gathered, an action while they are talked about
act-retro-write = write
act-retro-take-back = take back
act-retro-card = put to, call, strike
act-retro-do = do it
act-retro-dot = dot
act-retro-action = new action
act-retro-ask-column = In which column?
# $column (String) - Helped
act-retro-ask-card = A card: { $column }
act-retro-ask-turn = Who writes now?
act-retro-round-over = It has gone round
# $who (String) - a member
# $column (String) - Helped
act-retro-ask-round = { $who }: { $column }
# $n (Number) - how many are ready
act-retro-ask-named = { $n ->
    [0] The hidden cards are thrown away, and cards have names from then on
    [one] The hidden cards are thrown away, and cards have names from then on; 1 is ready
   *[other] The hidden cards are thrown away, and cards have names from then on; { $n } are ready
}
act-retro-keep-hidden = Keep them hidden
act-retro-throw-away = Throw them away
act-retro-forgotten = drop what was hidden
act-retro-forgotten-doc = throw away hidden cards or dots that a retro never showed and that nobody is at any more
# $when (String) - Sat 21 Nov 09:31
act-retro-ask-forgotten = Cards or dots hidden since { $when } were never shown
hidden-discarded = Nothing is hidden any more: what was never shown is thrown away
hidden-no-longer = That was shown or thrown away meanwhile
# $title (String) - a card
act-retro-ask-card-does = { $title }
# $title (String) - another card
act-retro-put-to = Put to: { $title }
act-retro-call = Call it something …
act-retro-apart = Let each stand alone
act-retro-strike = Strike it …
act-retro-ask-name = What are they called?
act-retro-ask-why = Why is it struck?
act-retro-ask-action = What do we do?
act-retro-ask-action-hint = It becomes a task, and stands among the first things next time.
act-retro-ask-who = Who takes it?
act-retro-nobody-yet = Nobody yet
# $who (String) - a member
act-retro-ask-yes = { $who }, do you take it?
# $who (String) - a member
act-retro-yes = { $who }: yes
act-retro-no = Not now
act-retro-ask-how = With which columns?
act-retro-with-names = cards with names
act-retro-hidden = hidden cards, for four or more
# $kind (String) - standup, retro
act-meeting-goes-on = { $kind ->
    [retro] Go into the retro
   *[other] Go into the stand-up
}
# $kind (String) - standup, retro
act-meeting-begin = { $kind ->
    [retro] Begin a retro
   *[other] Begin a stand-up
}
# $kind (String) - standup, retro
# $when (String) - Tue 24 Nov 09:31
act-meeting-was = { $kind ->
    [retro] { $when }, retro
   *[other] { $when }
}

# $n (Number) - how many dots were put
hidden-dots-put = { $n ->
    [one] 1 dot put, hidden until all are counted
   *[other] { $n } dots put, hidden until all are counted
}
# $kind (String) - standup, retro
out-meeting-none = { $kind ->
    [retro] no retro goes on
   *[other] no stand-up goes on
}
# $kind (String) - standup, retro
# $verb (String) - start
out-meeting-hint = setara { $kind } { $verb }
out-meeting-one = only one goes on
# $steps (String) - goals, since, walk
out-meeting-steps = its steps are { $steps }
cmd-meeting-offer-swap = Offer somebody to facilitate the next one, where it would be you
cmd-meeting-accept-swap = Facilitate the next one, as you were offered
cmd-meeting-swap-with = a member
cmd-retro = Hold a retro: begin one, write cards, put dots, decide what to do
cmd-retro-start = Begin a retro
cmd-retro-formats = List the columns with which a retro can begin
cmd-retro-format = one of setara retro formats; without it the first
cmd-retro-columns = the names of the columns, with commas between them
cmd-retro-hidden = hide who writes what, and all of it until it is shown at once
cmd-retro-dots = how many dots each has
cmd-retro-card = Write a card
cmd-retro-column = a column, by its number or the beginning of its name
cmd-retro-text = what stands on it
cmd-retro-cards = List the cards with their numbers
cmd-retro-ready = Say that you have written all your hidden cards
cmd-retro-reveal = Show all hidden cards at once
cmd-retro-named = Throw hidden cards away, and gather with names instead
cmd-retro-group = Put cards to another one that says the same, or call them something
cmd-retro-number = its number in setara retro cards
cmd-retro-others = the cards that are put to it
cmd-retro-name = what they are called together
cmd-retro-apart = Let each card of a group stand alone
cmd-retro-strike = Strike a card, saying why
cmd-retro-why = why it is struck
cmd-retro-vote = Put all your dots; they are hidden until all are counted
cmd-retro-votes = a card for each dot, by its number; twice for two dots
cmd-retro-count = Count the dots of all
cmd-retro-act = Decide to do something: it becomes a task
cmd-retro-title = what is done
cmd-retro-task = a task that is there already
# $formats (String) - helped, start, swot
out-retro-no-format = there is no such format: { $formats }
out-retro-formats-hint = setara retro formats
# $key (String) - as it is typed
# $columns (String) - Helped, Hindered
out-retro-format = { $key }  { $columns }
# $columns (String) - 1 Helped, 2 Hindered
out-retro-columns = the columns are { $columns }
# $number (Number) - as typed
# $count (Number) - how many there are
out-retro-no-card = there is no card { $number }, of { $count }
out-retro-cards-hint = setara retro cards
out-retro-reveal-hint = setara retro reveal
# $dots (Number) - how many dots it has
# $cards (Number) - how many were put together
# $number (Number) - its number
# $column (String) - Helped
# $title (String) - what it is called
out-retro-card = { $number } { $column }: { $title }{ $cards ->
    [one] {""}
   *[other] {" "}({ $cards } cards)
}{ $dots ->
    [0] {""}
    [one] {" "}· 1 dot
   *[other] {" "}· { $dots } dots
}

usage-column = COLUMN
usage-names = NAMES

# $day (String) - Tue 24 Nov
# $facts (String) - 9 done · 3 blocked
retro-facts = Since { $day }: { $facts }
# $n (Number) - how many
# $what (String) - done, raised, cleared, handed_over, given_back, taken_over, quiet
retro-fact = { $what ->
    [done] { $n } done
    [raised] { $n } blocked
    [cleared] { $n } no longer blocked
    [handed_over] { $n } handed over
    [given_back] { $n } given back
    [taken_over] { $n } taken over
   *[other] { $n } gone quiet
}

doctor-hidden-box = something is hidden beside it that a retro has not shown yet
usage-lesson = LESSON
