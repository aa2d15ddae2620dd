# Decisions: what is proposed, what each says to it, and whether it is adopted.

# In a sentence.
# $decision (String) - its handle and title
phrase-the-decision = the proposal { $decision }
# $who (String) - the author
# $decision (String) - as phrase-the-decision says it
phrase-drafted = { $who } drafted { $decision }
# $who (String) - the author
# $decision (String) - as phrase-the-decision says it, or it
phrase-amended = { $who } amended { $decision }
# $who (String) - the author
# $decision (String) - as phrase-the-decision says it, or it
# $phase (String) - as decision-phase says it
phrase-decision-moved = { $who } moved { $decision } to “{ $phase }”
# $who (String) - the author
# $decision (String) - as phrase-the-decision says it, or it
phrase-decision-parked = { $who } parked { $decision }
# $who (String) - the author
# $decision (String) - as phrase-the-decision says it, or it
phrase-decision-scheduled = { $who } set other days for { $decision }
# $who (String) - the author
# $decision (String) - as phrase-the-decision says it, or it
phrase-decision-asked = { $who } asked about { $decision }
# $who (String) - the author
# $decision (String) - as phrase-the-decision says it, or it
phrase-decision-answered = { $who } answered a question about { $decision }
# $stance (String) - objection, concern, stand_aside, no, abstain, advice, nominate, yes, consent
# $who (String) - the author
# $decision (String) - as phrase-the-decision says it, or it
phrase-stance = { $stance ->
    [objection] { $who } objected to { $decision }
    [concern] { $who } has a concern about { $decision }
    [stand_aside] { $who } stood aside from { $decision }
    [no] { $who } voted no on { $decision }
    [abstain] { $who } abstained on { $decision }
    [advice] { $who } gave advice on { $decision }
    [yes] { $who } voted yes on { $decision }
   *[consent] { $who } consented to { $decision }
}
# $who (String) - the author
# $member (String) - who is nominated
# $decision (String) - as phrase-the-decision says it, or it
phrase-nominated = { $who } nominated { $member } for { $decision }
# $who (String) - the author
# $decision (String) - as phrase-the-decision says it, or it
phrase-spoke = { $who } spoke on { $decision }
# $who (String) - the author
# $decision (String) - as phrase-the-decision says it, or it
phrase-tested = { $who } looked at what was said to { $decision }
# $who (String) - the author
# $decision (String) - as phrase-the-decision says it, or it
phrase-decision-joined = { $who } takes part in { $decision }
# $who (String) - the author
# $decision (String) - as phrase-the-decision says it, or it
phrase-stepped-out = { $who } takes no part in { $decision } any more
# $who (String) - the author
# $decision (String) - as phrase-the-decision says it, or it
phrase-adopted = { $who } wrote down that { $decision } is adopted
# $who (String) - the author
# $decision (String) - as phrase-the-decision says it, or it
phrase-shown = { $who } showed everybody what was said to { $decision }
# $who (String) - the author
# $decision (String) - as phrase-the-decision says it, or it
phrase-decision-withdrawn = { $who } proposes { $decision } no more
# $who (String) - the author
# $decision (String) - as phrase-the-decision says it, or it
phrase-carried = { $who } carries { $decision } on
# $verdict (String) - keep, change, stop
# $who (String) - the author
# $decision (String) - as phrase-the-decision says it, or it
phrase-judged = { $verdict ->
    [keep] { $who } judged the trial of { $decision }: keep it
    [stop] { $who } judged the trial of { $decision }: stop it
   *[change] { $who } judged the trial of { $decision }: change it
}
# $who (String) - the author
# $decision (String) - as phrase-the-decision says it, or it
phrase-decision-renewed = { $who } renewed { $decision }
# $decision (String) - as phrase-the-decision says it, or it
# $into (String) - another one, by its handle and title
phrase-replaced = { $into } took the place of { $decision }

# What can be said, of a stance by itself.
# $stance (String) - objection, concern, stand_aside, no, abstain, advice, nominate, yes, consent
decision-stance = { $stance ->
    [objection] objection
    [concern] concern
    [stand_aside] stands aside
    [no] no
    [abstain] abstains
    [advice] advice
    [nominate] nominates
    [yes] yes
   *[consent] consent
}
# $kind (String) - consent, experiment, selection, consensus, vote, advice
decision-kind = { $kind ->
    [consent] consent
    [experiment] experiment
    [selection] selection
    [consensus] consensus
    [vote] vote
   *[advice] advice
}
# Where it stands.
# $state (String) - draft, clarify, react, objections, parked, adopted, contested, withdrawn, replaced
decision-state = { $state ->
    [draft] draft
    [clarify] clarify
    [react] react
    [objections] objections
    [parked] parked
    [adopted] adopted
    [contested] contested
    [withdrawn] given up
   *[replaced] replaced
}
# One of the four questions by which an objection is looked at.
# $question (String) - harm, cause, time, change
decision-question = { $question ->
    [harm] What would go wrong, for what purpose of ours?
    [cause] Would it because of this, or already without it?
    [time] Now, or may we see it in time and change back?
   *[change] What would have to change?
}

# What became of one that was brought in, on the board that it comes from.
# $state (String) - as decision-state says it
# $heard (Number) - how many were heard
# $asked (Number) - how many were asked
decision-elsewhere = { $state } on the board that it comes from; { $heard } of { $asked } were heard there
# $who (String) - a member
# $stance (String) - as decision-stance says it
decision-said = { $who } ({ $stance })

# Why something is not done. Each with the decision's handle.
# $decision (String) - its handle
refused-old-version = { $decision } was amended: read the new version first
# $decision (String) - its handle
refused-decision-apart = { $decision } was amended apart: bring the versions together first
# $decision (String) - its handle
# $stance (String) - as decision-stance says it
refused-say-why = “{ $stance }” on { $decision } says nothing without a reason
# $decision (String) - its handle
# $stance (String) - as it is typed
# $fit (String) - what can be said, as it is typed
refused-stance-unfit = “{ $stance }” cannot be said to { $decision }: it takes { $fit }
# $decision (String) - its handle
# $count (Number) - how many options there are
refused-no-option = { $decision } has { $count } options: say by their numbers which you pick
# $decision (String) - its handle
refused-join-first = you take no part in { $decision } yet
# $decision (String) - its handle
refused-is-party = you take part in { $decision } already
# $who (String) - one member or several
# $decision (String) - its handle
refused-objects = { $decision } meets an open objection: { $who }
# $who (String) - one member or several
# $decision (String) - its handle
refused-owed = { $who } objected to { $decision } before, and has not spoken on this version
# $heard (Number) - how many were heard
# $of (Number) - how many are asked
# $who (String) - one member or several
# $decision (String) - its handle
refused-unheard = { $heard } of { $of } were heard on { $decision }; still to be heard: { $who }
# $decision (String) - its handle
refused-no-nominee = nobody is nominated in { $decision }
# $who (String) - a member
# $decision (String) - its handle
refused-nominee-yes = { $who } has not said yes to { $decision }
# $decision (String) - its handle
refused-no-trial = { $decision } does not say what is tried, how it is judged, when it stops and when it ends
# $yes (Number) - how many are for it
# $no (Number) - how many are against it
# $decision (String) - its handle
refused-not-carried = { $yes } for { $decision }, { $no } against: not carried
# $decision (String) - its handle
refused-level = no option of { $decision } has the most picks alone
# $decision (String) - its handle
refused-no-took = it is not said what became of the advice on { $decision }
# $decision (String) - its handle
refused-not-proposer = who asked for advice on { $decision } decides
# $who (String) - one member or several
# $date (String) - Tue 24 Nov
refused-just-asked = { $who } was asked a short while ago, and has time until { $date }
# $decision (String) - its handle
refused-adopted = { $decision } is adopted: propose a change
# $decision (String) - its handle
refused-not-adopted = { $decision } is not adopted
# $decision (String) - its handle
refused-given-up = nobody proposes { $decision } any more: carry it on first
# $who (String) - one member or several
# $decision (String) - its handle
refused-held-open = { $who } holds { $decision } open: object, step out, or park it
# $decision (String) - its handle
refused-proposed = you propose { $decision } already
# $decision (String) - its handle
refused-nothing-hidden = everybody sees what was said to { $decision }
refused-no-parties = it is not said whose advice is asked
# $decision (String) - its handle
refused-no-trial-runs = no trial of { $decision } runs
# $decision (String) - its handle
refused-no-objection = there is no such objection to { $decision }
# $decision (String) - its handle
refused-no-question = there is no such question about { $decision }
# $decision (String) - its handle
refused-counted = an adoption of { $decision } counted it: say a new one
# $decision (String) - its handle
refused-unsettles = { $decision } is adopted, and would not be by that: say something new
refused-example-change = what changes
refused-example-took = what became of the advice
refused-example-question = what is not clear?

# Commands.
chapter-decide = Decide together
cmd-decide = Propose something, say what you think of it, and write down that it is adopted
cmd-decide-title = What is proposed
cmd-decide-kind = How it is decided; as is agreed on where nothing is said, else by consent
cmd-decide-why = What drives it
cmd-decide-text = What exactly is proposed; "-" reads it from the standard input
cmd-decide-with = Who decides together, by name; all who are here where nothing is said
cmd-decide-ask = Whose advice is asked, by name
cmd-decide-quorum = How many must be heard; else as is agreed on, or all
cmd-decide-hide = Hide what others said, until one has spoken oneself (own) or all have (all)
cmd-decide-closes = The day until which all are to be heard; nothing happens by itself then
cmd-decide-review = The day on which it is looked at again
cmd-decide-role = The role that somebody is selected for
cmd-decide-nominee = Who is to fill the role
cmd-decide-tried = What is tried
cmd-decide-judged = By what the trial is judged
cmd-decide-stop = When the trial is stopped before its end
cmd-decide-ends = The last day of the trial
cmd-decide-option = What is voted between; once for each
cmd-decide-replaces = The decision whose place it takes
cmd-decide-anyway = Decide it by another kind than is agreed on
cmd-decide-amend = Put another version in place of the one that stands
cmd-decide-new-title = What it is called from now on
cmd-decide-say = Say what you think: consent, concern, objection, abstain; yes, no; stand_aside; nominate; advice
cmd-decide-stance = What you say to it
cmd-decide-pick = The number of an option; once for each
cmd-decide-nominate = Whom you nominate
cmd-decide-ask-question = Ask what is not clear
cmd-decide-question = The question
cmd-decide-answer = Answer a question
cmd-decide-number = Its number on the page
cmd-decide-answer-text = The answer
cmd-decide-test = Say what you think of an objection, by one of four questions
cmd-decide-test-whose = Whose objection
cmd-decide-test-question = harm: what would go wrong; cause: because of this?; time: can we change back?; change: what would have to change
cmd-decide-view = What you think
cmd-decide-join = Take part in it
cmd-decide-step-out = Take no part in it any more
cmd-decide-move = Say what is asked next; it hinders nobody
cmd-decide-phase = draft, clarify, react or objections
cmd-decide-park = Let it rest, until a day and with a reason
cmd-decide-days = Set other days; "none" takes one away
cmd-decide-adopt = Write down that it is adopted, once its conditions hold
cmd-decide-took = What became of the advice
cmd-decide-reveal = Show everybody what was said
cmd-decide-withdraw = Propose it no more
cmd-decide-carry-on = Propose from now on what nobody proposes any more
cmd-decide-judge = Say what became of a trial
cmd-decide-verdict = keep, change or stop
cmd-decide-renew = Let it stand until another day
cmd-decide-show = Show a decision's page
cmd-decide-which = The decision's handle
cmd-decide-until = The day until which it rests
out-trial-part = a trial says what is tried, by what it is judged, when it is stopped and when it ends
out-trial-hint = --tried "what" --judged "by what" --stop "when" --ends +4w
cmd-decisions = Show what is to be decided, and what was
cmd-decisions-all = Also what was given up or replaced
out-no-decisions = Nothing is to be decided: setara decide "what is proposed"
# $handle (String) - the decision's
out-hint-drafted = next: setara decide say { $handle } consent; adopted by setara decide adopt { $handle }
head-decision = proposal
head-heard = heard
head-by-day = day

# A page.
decision-label-kind = decided by
decision-label-by = by
decision-label-stands = stands
decision-label-why = why
decision-label-text = proposal
decision-label-under = as agreed
decision-label-nominee = nominee
decision-label-tried = tried
decision-label-judged = measure
decision-label-stop = stop
decision-label-ends = ends
decision-label-closes = closes
decision-label-review = review
decision-label-heard = heard
decision-label-lack = lacks
decision-label-took = advice
decision-label-excused = excused
decision-label-result = chosen
decision-label-replaced = replaced
decision-label-written = agreed in
decision-label-outcome = elsewhere
decision-label-judgement = verdict
decision-label-contested = contested
# $heard (Number) - how many were heard
# $of (Number) - how many are asked
decision-heard = { $heard } of { $of }
# $heard (String) - as decision-heard says it
# $names (String) - several members
decision-heard-not = { $heard }; not yet { $names }
# $state (String) - as decision-state says it
# $who (String) - a member
# $date (String) - Tue 24 Nov
decision-state-by = { $state }, { $who }, { $date }
# $state (String) - as decision-state says it
# $date (String) - Tue 24 Nov
# $why (String) - why
decision-parked = { $state } until { $date }: { $why }
decision-can-be-adopted = nothing: anybody may write that it is adopted
decision-voices = What was said
decision-questions = Questions
decision-versions = Versions
decision-options = Options
decision-spoke-hidden = has spoken
decision-not-spoken = not yet
# $stance (String) - as decision-stance says it
decision-owed = { $stance }, to an earlier version
# $stance (String) - as decision-stance says it
decision-later = heard later: { $stance }
# $number (Number) - from 1
# $title (String) - what it is called
decision-version = version { $number }: { $title }
# $version (String) - as decision-version says it
# $who (String) - a member
# $date (String) - Tue 24 Nov
decision-version-by = { $version }, { $who }, { $date }
# $count (Number) - how many picked it
decision-picks = { $count ->
    [one] 1 pick
   *[other] { $count } picks
}
# $names (String) - one member or several
decision-contested-objects = { $names } objected before knowing that it was adopted
# $names (String) - one member or several
decision-contested-amended = { $names } amended it before knowing that it was adopted
decision-contested-unknown = the version that was adopted has not come here yet
decision-contested-hidden = somebody spoke before knowing that it was adopted
# $why (String) - what it lacks
decision-contested-lacks = it was adopted, and then: { $why }
decision-new-version = there is a new version since you spoke
# $who (String) - a member
# $absence (String) - as decision-absence says it
decision-excused = { $who } ({ $absence })
# $absence (String) - left, away
decision-absence = { $absence ->
    [left] left
   *[away] away
}
# $verdict (String) - keep, change, stop
decision-verdict = { $verdict ->
    [keep] keep
    [stop] stop
   *[change] change
}

# What there is to talk about.
# $decision (String) - its handle
# $title (String) - what it is called
# $heard (String) - as decision-heard says it
# $names (String) - one member or several
agenda-decision-unheard = { $decision } ({ $title }): heard { $heard }, not yet { $names }
# $decision (String) - its handle
# $title (String) - what it is called
# $names (String) - one member or several
agenda-decision-objection = { $decision } ({ $title }): an objection is open, { $names }
# $decision (String) - its handle
# $title (String) - what it is called
# $why (String) - why it does not hold
agenda-decision-contested = { $decision } ({ $title }) is contested: { $why }
# $decision (String) - its handle
# $title (String) - what it is called
agenda-decision-heard = { $decision } ({ $title }): all were heard; is it adopted?
# $decision (String) - its handle
# $title (String) - what it is called
agenda-decision-rested = { $decision } ({ $title }) has rested until now: is it taken up again?
# $decision (String) - its handle
# $title (String) - what it is called
agenda-decision-nobodys = { $decision } ({ $title }): nobody proposes it any more. Does somebody carry it on?
# $agreement (String) - its handle
# $agreed (String) - as decision-kind says it
# $said (String) - as decision-kind says it
decision-other-way = how we decide ({ $agreement }) says { $agreed } here, not { $said }
