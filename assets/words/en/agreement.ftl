# Agreements: what the team or some of it gave themselves as a rule.

# In a sentence.
# $agreement (String) - its handle and title
phrase-the-agreement = the agreement { $agreement }
# $who (String) - the author
# $agreement (String) - as phrase-the-agreement says it
phrase-agreement-drafted = { $who } drafted { $agreement }
# $who (String) - the author
# $agreement (String) - as phrase-the-agreement says it, or it
phrase-agreement-amended = { $who } amended { $agreement }
# $who (String) - the author
# $agreement (String) - as phrase-the-agreement says it, or it
phrase-agreement-agreed = { $who } agreed to { $agreement }
# $who (String) - the author
# $agreement (String) - as phrase-the-agreement says it, or it
# $date (String) - Tue 24 Nov
phrase-agreement-left = { $who } leaves { $agreement } on { $date }
# $who (String) - the author
# $agreement (String) - as phrase-the-agreement says it, or it
phrase-agreement-withdrawn = { $who } wants { $agreement } to end
# $who (String) - the author
# $agreement (String) - as phrase-the-agreement says it, or it
# $date (String) - Tue 24 Nov
phrase-agreement-reviewed = { $who } renewed { $agreement } until { $date }

# How far it is, and what it is.
# $state (String) - proposed, in_force, ended, withdrawn
agreement-state = { $state ->
    [proposed] proposed
    [in_force] in force
    [ended] ended
    [withdrawn] withdrawn
   *[other] { $state }
}
# $kind (String) - working, charter, governance
agreement-kind = { $kind ->
    [working] how we work
    [charter] charter
    [governance] how we decide
   *[other] { $kind }
}
# $way (String) - consent, consensus, advice, vote
agreement-way = { $way ->
    [consent] consent
    [consensus] consensus
    [advice] advice
    [vote] vote
   *[other] { $way }
}

# Why something is not done.
# $agreement (String) - its handle
refused-agreement-over = { $agreement } is over
# $agreement (String) - its handle
refused-agreement-no-party = you are no party of { $agreement }
# $agreement (String) - its handle
refused-agreed-already = you agreed to { $agreement } already
# $agreement (String) - its handle
refused-amended-since = that version of { $agreement } was amended: read the new one
# $agreement (String) - its handle
refused-amended-apart = { $agreement } was amended apart: bring the versions together first
# $agreement (String) - its handle
refused-leaves-already = you leave { $agreement } already
# $agreement (String) - its handle
# $date (String) - Tue 24 Nov
refused-leaves-too-soon = { $agreement } can be left on { $date } at the earliest
# $who (String) - who proposed it
# $agreement (String) - its handle
refused-theirs-to-withdraw = { $who } proposed { $agreement }, and may withdraw it; you can leave it
# $agreement (String) - its handle
refused-withdrawn-already = you said already that { $agreement } should end
# $agreement (String) - its handle
refused-not-in-force = not all have agreed to { $agreement }
# $decision (String) - its handle
refused-wrote-not-adopted = { $decision } is not adopted: nothing is in force because of it
# $decision (String) - its handle
refused-wrote-other = { $decision } says something else: what it wrote says the same
# $decision (String) - its handle
refused-wrote-of-others = { $decision } was decided by others: one of them writes it down
refused-agrees-alone = it takes two to agree
refused-way-of-none = only an agreement on how to decide has a way, a quorum and a word about silence
refused-quorum-of-nobody = a quorum of nobody hears nobody
refused-example-title = what it is about
refused-example-text = what we agree on

# Commands.
cmd-agree = Agree to something, or write down what others can agree to
cmd-agree-what = The handle of an agreement to which you agree; with --text the title of a new one
cmd-agree-text = What is agreed; "-" reads it from the standard input
cmd-agree-kind = What it is about: how we work, a charter among partners, or how we decide
cmd-agree-with = Whose agreement it is besides you; else everybody's
cmd-agree-about = What it is about, in a word or two, so that "setara may" finds it; once for each
cmd-agree-way = How that is decided
cmd-agree-quorum = So many have to be heard
cmd-agree-silence = Whether whoever says nothing until the closing day is counted
cmd-agree-criteria = By what one sees whether it works
cmd-agree-duties = Who does what for the others
cmd-agree-share = How gain and loss are shared
cmd-agree-exit = How many days before one says that one leaves
cmd-agree-dispute = What is done where two see it differently
cmd-agree-review = When it is looked at again
cmd-agree-amend = Amend it: what is in force binds until all agree to the new version
cmd-agree-title = The new title
cmd-agree-decision = The decision that wrote it: it says the same, and is in force as long as that is adopted
cmd-agree-leave = Leave it
cmd-agree-on = The day from which you leave it
cmd-agree-withdraw = Say why it should end; it does when all whom it binds say so
cmd-agree-renew = It is right as it is: look at it again on that day
cmd-agreements = Show what is agreed on, by whom, and what waits for a yes
cmd-agreements-over = Also those that are over
out-no-agreements = Nothing is agreed on yet: setara agree "what it is about" --text "what we agree on"
# $handle (String) - the agreement's
out-hint-agreement = next: the others say setara agree { $handle }
head-agreement = Agreement
head-kind = About
head-way = Way
head-agreed = Agreed
head-waits-for = Waits for
head-review = Looked at again

# Pages and lists.
agreement-title = Agreements
# $force (Number) - how many are in force
# $asked (Number) - how many wait for one's own yes
agreement-fact = { $asked ->
    [0] { $force } in force
    [one] { $force } in force, { $asked } waits for you
   *[other] { $force } in force, { $asked } wait for you
}
# $key (String) - a key
agreement-empty = Nothing is agreed on yet. { $key } writes something down that others can agree to.
agreement-label-stands = stands
agreement-label-kind = about
agreement-label-parties = parties
agreement-label-about = found by
agreement-label-way = decided by
agreement-label-criteria = criteria
agreement-label-duties = duties
agreement-label-share = shares
agreement-label-exit = notice
agreement-label-dispute = disputes
agreement-label-review = review
agreement-label-by = drafted by
agreement-label-agreed = agreed
agreement-label-decision = decided in
agreement-label-bound = binds
agreement-label-owed = waits for
agreement-label-left = leaves
agreement-label-ending = to end
agreement-label-proposed = proposed
agreement-label-text = text
agreement-label-title = title
# $decision (String) - its handle and title
agreement-decision-off = { $decision }, which does not hold
# $who (String) - a member
# $date (String) - Tue 24 Nov
agreement-by = { $who }, { $date }
# $agreed (Number) - how many agreed
# $all (Number) - of how many
agreement-count = { $agreed } of { $all }
# $count (String) - as agreement-count says it
# $who (String) - names
agreement-agreed = { $count }: { $who }
# $who (String) - a member
# $date (String) - Tue 24 Nov
agreement-leaves = { $who }, on { $date }
# $who (String) - a member
# $why (String) - why
agreement-wants-end = { $who }: { $why }
# $days (Number) - so many
agreement-exit = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
# $way (String) - as agreement-way says it
# $quorum (Number) - so many
agreement-way-quorum = { $way }, { $quorum } heard
# $way (String) - as agreement-way says it
agreement-way-silence = { $way }; silence counts
# $number (Number) - 1 is the draft
# $who (String) - who wrote it
# $date (String) - Tue 24 Nov
agreement-version = version { $number }, { $who }, { $date }
agreement-apart = written apart: no yes makes one of them the one, until an amendment brings them together
# $state (String) - in force
# $asked (Number) - how many of them are asked
agreement-proposed-too = { $state }; { $asked ->
    [1] an amendment is proposed
   *[other] amended apart
}

# What there is to talk about.
# $agreement (String) - its handle
# $who (String) - names
# $title (String) - its title
agenda-agreement-asked = { $agreement } waits for the yes of { $who }: { $title }
# $agreement (String) - its handle
# $title (String) - its title
agenda-agreement-apart = { $agreement } was amended apart: which of the versions, or both in one? ({ $title })
# $agreement (String) - its handle
# $who (String) - names
# $title (String) - its title
agenda-agreement-without = { $agreement }: is it still right without { $who }? ({ $title })
# $who (String) - names
# $agreement (String) - its handle
# $title (String) - its title
agenda-agreement-newcomer = { $who } came after { $agreement } was agreed on: does it hold for them, too? ({ $title })

# $count (Number) - how many
import-agreements = { $count ->
    [one] { $count } agreement, as a draft: nobody has agreed to it here yet
   *[other] { $count } agreements, as drafts: nobody has agreed to them here yet
}

# Keys and forms.
act-agreements = agreements
act-agreements-doc = what is agreed on, by whom, and what waits for a yes
act-agreement-agree = agree
act-agreement-agree-doc = agree to this agreement, or to what is proposed for it
act-agreement-renew = renew
act-agreement-renew-doc = this agreement is right as it is, until it is looked at again
act-agreement-leave = leave
act-agreement-leave-doc = leave this agreement, with the notice that it asks for
act-agreement-withdraw = end
act-agreement-withdraw-doc = say why this agreement should end; it does when all whom it binds say so
# $agreement (String) - its handle
# $decision (String) - its handle
agreement-says-already = { $agreement } says already what { $decision } decided
form-agreement = An agreement
form-agreement-draft = draft
form-agreement-amend = Amend the agreement
form-agreement-amends = amend
form-field-agreement-title = Title
form-field-agreement-text = What we agree on
form-field-agreement-kind = About
form-field-agreement-about = Found by
form-field-agreement-about-hint = phrases with commas, such as: spending money, buying
form-field-agreement-way = Decided by
form-field-quorum = Heard at least
form-field-parties = Parties
form-field-agreement-review = Look at it again
form-field-exit = Days of notice
form-field-criteria = It works when
form-field-duties = Who does what
form-field-share = Shares
form-field-dispute = Where we differ
# $most (Number) - the most
form-no-whole = that is a whole number, up to { $most }
scr-ask-agreement-leave = From which day do you leave it?
scr-ask-agreement-leave-hint = the first day on which you can, if empty
scr-ask-agreement-renew = When is it looked at again?
scr-ask-agreement-withdraw = Why should it end?
agreement-asks = Do you agree to it?
# $number (Number) - of a version
agreement-asks-version = Do you agree to version { $number }?
agreement-asks-in-force = Does what is in force hold for you, too?
# $amend (String) - a key
# $renew (String) - another key
# $change (String) - a third key
agreement-mend = { $amend } amends it, { $renew } renews it, { $change } proposes a change
# $amend (String) - a key
agreement-mend-proposed = { $amend } amends it
# $said (String) - what it is, and how it stands
# $who (String) - names
agreement-detail = { $said } · waits for { $who }
