# The page of a decision on the screen, and the list of them.

decision-label-title = title
decision-label-replaces = replaces
decision-label-given-up = given up
decision-label-you-said = you said
# What is asked of whoever looks.
# $question (String) - safe, agree, vote, pick, nominate, advice
decision-asks = { $question ->
    [agree] Do you agree?
    [vote] Are you for it?
    [pick] Which do you pick?
    [nominate] Whom do you nominate?
    [advice] What do you advise?
   *[safe] Safe to try?
}
decision-not-yet = Not yet, because …
decision-asks-join = You take no part in it.
decision-asks-carry = Nobody proposes it any more.
decision-asks-adopt = Nothing stands in the way.
# $key (String) - a key
decision-asks-change = { $key } proposes a change
# $decision (String) - its handle and title
# $state (String) - as decision-state says it
decision-line = { $decision } ({ $state })
decisions-under = Decided as agreed here
# $key (String) - a key
decision-asks-judge = { $key } says what became of the trial
# Who sees what is said, and when.
# $hide (String) - own, all
decision-hidden = { $hide ->
    [all] The others see it when all have spoken. Whoever opens the file can read it.
   *[own] The others see it after theirs. Whoever opens the file can read it.
}
# $names (String) - several members
decision-still = not yet: { $names }
# $state (String) - as decision-state says it
# $date (String) - Tue 24 Nov
decision-until = { $state } until { $date }
# $say (String) - a key
# $amend (String) - a key
# $adopt (String) - a key
decision-contested-mend = { $say } says something else, { $amend } amends it; then { $adopt } adopts it anew
# $amend (String) - a key
# $adopt (String) - another key
decision-contested-mend-others = { $amend } amends it; then { $adopt } adopts it anew
decision-changed = What changed since you spoke
# $before (Number) - the number of a version
# $now (Number) - the number of a version
decision-changed-from = version { $before } to { $now }
# $text (String) - what a version said
decision-was = was: { $text }
# $text (String) - what a version says
decision-now = now: { $text }
# $number (Number) - from 1
decision-version-number = version { $number }
decision-apart = Amended apart
# $key (String) - a key
decision-apart-mend = { $key } takes one of them, or both edited
# $who (String) - a member
decision-meets = meets the objection of { $who }

# The list.
decisions-title = Decisions
# $awaited (Number) - how many wait for one's own voice
# $open (Number) - how many are open
# $adopted (Number) - how many are adopted
decisions-fact = { $awaited ->
    [0] { $open } open, { $adopted } adopted
    [one] 1 waits for you, { $open } open, { $adopted } adopted
   *[other] { $awaited } wait for you, { $open } open, { $adopted } adopted
}
# $key (String) - a key
decisions-empty = Nothing is to be decided. { $key } proposes something.
decision-your-voice = your voice
# $count (Number) - how many wait for one's own voice
# $key (String) - the key of the list
decisions-await = { $count ->
    [one] 1 decision waits for you: { $key }
   *[other] { $count } decisions wait for you: { $key }
}
# $key (String) - the key of the list
decisions-await-short = your voice: { $key }
page-label-your-voice = your voice
out-awaits-voice = Waiting for your voice

# Keys.
act-propose = propose
act-propose-doc = propose something that is to be decided together
act-decisions = decisions
act-decisions-doc = what is to be decided, and what was
act-decisions-all = given up
act-decisions-all-doc = in the list of decisions: also what was given up or replaced, or no more
act-say = say it
act-say-doc = say what you think of this proposal
act-object = not yet
act-object-doc = object to this proposal: say why it is not safe to try yet
act-adopt = adopt
act-adopt-doc = write down that this is adopted, once nothing stands in the way
act-amend = amend
act-amend-doc = put another version in the place of what is proposed
act-ask-about = ask
act-ask-about-doc = ask what is not clear about this proposal
act-answer = answer
act-answer-doc = answer what was asked about this proposal
act-test = look at the objection
act-test-doc = look at an objection to this proposal by four questions
act-move-on = what next
act-move-on-doc = say what is asked next about this proposal: questions, reactions or objections
act-park-it = park
act-park-it-doc = let this proposal rest, until a day and with a reason
act-days = days
act-days-doc = say until when all are to be heard, and when it is looked at again
act-join-it = take part
act-join-it-doc = take part in this decision
act-step-out = step out
act-step-out-doc = take no part in this decision any more
act-reveal = show all
act-reveal-doc = show everybody what was said to this proposal
act-judge = judge the trial
act-judge-doc = say what became of the trial: keep, change or stop
act-give-up = give up
act-give-up-doc = propose this no more, with the reason
act-carry-on = carry on
act-carry-on-doc = propose from now on what somebody else proposed
act-change = propose a change
act-change-doc = propose a decision that takes the place of this one, beginning with what it says
act-write-agreement = make it an agreement
act-write-agreement-doc = write down as an agreement what this decision came to, for those who decided it
act-agreement-change-doc = propose another wording of this agreement as a decision, beginning with what it says

# What is asked.
# $title (String) - what is proposed
scr-ask-say = What do you say? { $title }
# What a stance means, beside its word.
# $stance (String) - objection, concern, stand_aside, no, abstain, advice, nominate, yes, consent
decision-stance-means = { $stance ->
    [objection] not safe to try yet, because …
    [concern] safe enough, and to be kept in mind
    [stand_aside] not of the same mind, and not in the way
    [no] against it
    [abstain] no word on it
    [advice] what to heed
    [nominate] who is to do it, and why
    [yes] for it
   *[consent] safe enough to try
}
# $stance (String) - objection, concern, stand_aside, no, abstain, advice, nominate, yes, consent
scr-ask-stance-why = { $stance ->
    [objection] Not yet, because …
    [concern] What is to be kept in mind?
    [stand_aside] Why do you stand aside?
    [advice] What do you advise?
    [nominate] Why them?
   *[consent] Why?
}
scr-ask-stance-hint = or nothing
scr-ask-pick-option = Which do you pick?
scr-pick-several = several
scr-pick-several-hint = by their numbers
scr-ask-pick-several = Which ones?
scr-ask-pick-several-hint = their numbers, such as 1 3
# $count (Number) - how many options there are
scr-no-numbers = say numbers from 1 to { $count }
scr-ask-nominate = Whom do you nominate?
scr-ask-question = What is not clear?
scr-ask-which-question = Which question?
scr-ask-answer = The answer
scr-ask-which-objection = Which objection?
scr-no-objection = there is no objection that you see
scr-ask-probe = By which question?
scr-ask-move-on = What is asked next?
# What is asked in a phase.
# $phase (String) - draft, clarify, react, objections, parked
decision-phase-asks = { $phase ->
    [draft] it is still written
    [clarify] what is not clear
    [react] what each thinks of it
    [objections] whether it is safe to try
   *[parked] nothing, until a day
}
scr-ask-park-until = Until when does it rest?
scr-ask-park-why = Why?
scr-ask-renew = When is it looked at again?
scr-ask-reveal = What was said is then seen by all, also by those who have not spoken.
scr-ask-judge = What became of the trial?
scr-ask-judge-why = Why?
scr-ask-give-up = Why is it proposed no more?
scr-ask-which-version = Which version goes on?
scr-both-edited = both, edited
# $why (String) - that an agreement says another kind
scr-ask-other-way = { $why }. Propose it so all the same, under no agreement?
scr-ask-kind = How is it decided?
# What a kind of decision means, beside its word.
# $kind (String) - consent, experiment, selection, consensus, vote, advice
decision-kind-means = { $kind ->
    [consent] nobody sees why it is not safe to try
    [experiment] the same for a time, with how it is judged
    [selection] who fills a role
    [consensus] all agree
    [vote] more for it than against, or the most picks
   *[advice] you decide, after those whom you ask were heard
}

# Forms.
# $kind (String) - as decision-kind says it
form-propose = Propose ({ $kind })
# $handle (String) - the decision's or the agreement's
form-change = Propose a change of { $handle }
# $title (String) - an agreement's
form-change-of = Change: { $title }
# $handle (String) - the decision's
form-amend = Another version of { $handle }
# $handle (String) - the decision's
form-adopt = { $handle } is adopted
form-days = Days
form-field-proposal = Proposal
form-field-decision-why = What drives it
form-field-decision-text = What exactly
form-field-decision-role = Role
form-field-nominee = Nominee
form-field-tried = What is tried
form-field-judged = Judged by
form-field-stop = Stopped when
form-field-ends = Last day
form-field-options = Options
form-field-options-hint = one in each line; none: for or against
form-field-deciders = Who decides
form-field-deciders-hint = names with commas; all where nothing is said
form-field-advisers = Whom you ask
form-field-closes = Heard until
form-field-decision-review = Looked at again
form-field-hide = Hide what is said
# $kind (String) - consent, experiment, selection, vote
form-field-quorum-hint = { $kind ->
    [vote] as is agreed on, else more than half
   *[consent] as is agreed on, else all
}
form-field-replaces = Takes the place of
form-field-under = As agreed in
form-field-under-hint = found by the title where nothing is chosen
form-field-took = What became of the advice
# $hide (String) - own, all
decision-hides = { $hide ->
    [all] until all have spoken
   *[own] from whoever has not spoken
}
# $heard (String) - as decision-heard says it
# $said (String) - each with what they said
decision-counted = heard { $heard }: { $said }
