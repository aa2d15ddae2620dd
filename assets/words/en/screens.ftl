# The screens: panes, columns, the status line. Columns are narrow: short words.

## Panes.

scr-goals = Goals
scr-owns = Who owns what
scr-owns-mine = Mine
scr-owns-free = Nobody's yet
scr-owns-blocked = Blocked
scr-owns-finished = Finished
scr-roles = Roles
scr-findings = Overlaps and gaps
scr-blockers = Blockers

# $count (Number) - how many are active
scr-goals-fact = { $count } active
# $live (Number) - how many tasks are not finished
scr-owns-fact = { $live } live
# $live (Number) - how many tasks are not finished
# $free (Number) - how many of them nobody leads
scr-owns-fact-free = { $live } live, { $free } nobody's yet
# $doing (Number) - how many tasks are in doing
# $state (String) - what the team calls doing
# $free (Number) - how many tasks nobody leads
# $blocked (Number) - how many tasks are blocked
scr-owns-gist = { $doing } { $state }, { $free } nobody's yet, { $blocked } blocked
# $clear (Number) - how many roles are clear
scr-roles-clear = { $clear } clear
# $clear (Number) - how many roles are clear
# $vacant (Number) - how many have nobody
scr-roles-fact = { $clear } clear, { $vacant } vacant
# $all (Number) - how many roles there are
# $vacant (Number) - how many have nobody
scr-roles-many = { $all }, { $vacant } vacant
# $shown (Number) - how many are shown
# $all (Number) - how many there are
scr-findings-fact = { $shown } of { $all }
# $all (Number) - how many there are
scr-findings-all = { $all }
# $all (Number) - how many there are
# $first (String) - the first of them in a sentence
scr-findings-gist = { $all }: { $first }
# $age (String) - how old the oldest is, such as 6 d
scr-blockers-fact = oldest { $age }
# $count (Number) - how many rows a filter leaves
scr-shown = { $count } found
# $count (Number) - how many rows of those that a filter leaves are loaded
scr-shown-more = over { $count } found
# $count (String) - how many rows stand below those in sight: `16`, or `16+`
scr-out-of-sight = { $count } more

## What stands in a pane where nothing does.

# $pane (String) - the key of the pane
# $new (String)
scr-goals-empty = { $pane } and then { $new } adds one: where the team wants to go, with a measure for each.
# $new (String)
# $palette (String)
scr-owns-empty = { $new } adds a task: the work, and who leads it. New here? { $palette } and then "learn by doing" shows it all in five minutes, on a sample team.
# $pane (String) - the key of the pane
# $new (String)
scr-roles-empty = { $pane } and then { $new } adds a role: who looks after what for longer than one task.
scr-findings-empty = Nothing overlaps and nothing is missing. What does will stand here as a question.
# $key (String)
scr-blockers-empty = Nobody waits. { $key } on a task says what stops it.
# $key (String)
scr-none-found = Nothing matches. { $key } shows all again.

## Columns.

# $state (String) - a state
# $count (Number) - how many tasks are in it
scr-heading = { $state } { $count }
# What nobody leads yet asks to be pulled.
scr-pull-me = pull me
# $day (Number) - the day of the month
# $month (String) - as times-month says it
scr-day = { $day } { $month }
# $date (String) - as scr-day says it
# $year (Number) - with all its digits
scr-day-year = { $date } { NUMBER($year, useGrouping: "false") }
# $day (String) - Tue, 24 Nov or today
scr-due = due { $day }
# $age (String) - 3 d
scr-late = { $age } late
# $day (String) - until when it is laid aside: Tue or 24 Nov
scr-till = till { $day }
# $age (String) - for how long the lease is over
scr-quiet = quiet { $age }
# Two edits made apart both stand.
scr-written-twice = written twice
# $who (String) - who wrote the last remark on the selected task
# $age (String) - how long ago
# $text (String) - the remark
preview-remark = { $who }, { $age }: { $text }
# $next (String) - the next visible step
scr-next = next: { $next }
# $title (String) - a goal that is only proposed
scr-proposed = { $title } (proposed)
# $value (String) - a number
scr-percent = { $value } %
# $value (String) - a number
# $target (String) - a number
scr-of = { $value }/{ $target }
scr-no-measure = no target
# $age (String) - for how long
scr-vacant = vacant { $age }
scr-vacant-word = vacant
scr-draft = draft
# What is missing for a role to be clear; few columns.
scr-missing-purpose = purpose?
scr-missing-duties = duties?
scr-missing-focus = focus?
scr-missing-term = term over
scr-missing-review = review
# $task (String) - a handle
# $who (String) - a name, or another task's handle
scr-waits = { $task } waits on { $who }
# $task (String) - a handle
# $who (String) - a name, or another task's handle
# $what (String) - what it needs
scr-waits-what = { $task } waits on { $who }: { $what }
# $task (String) - a handle
# $what (String) - what it needs
scr-waits-for = { $task } waits: { $what }
# $count (Number) - how many other tasks wait on it
scr-holds-up = holds up { $count } more
# $state (String) - what the team calls it: done
# $age (String) - how long ago
scr-waits-over = { $state } { $age }
# $age (String) - how long ago
scr-asked = asked { $age }
# $age (String) - since when it waits
scr-not-asked = not asked, { $age }
# $day (String) - Tue or 24 Nov
scr-promised = promised { $day }
# $day (String) - the day that passed
scr-promise-over = promised { $day }?

## The header and the status line.

scr-nobody-yet = who are you?
scr-read-only = read only
scr-test = TEST MODE
# $said (String) - who offers what
# $key (String) - a key
scr-waits-for-you = { $said } · { $key } opens your page, where it waits
# $who (String) - who offers
# $task (String) - a handle
# $accept (String) - a key
# $decline (String) - a key
# $title (String) - the task's title
scr-offer-waits = { $who } offers you { $task }: { $accept } accepts, { $decline } declines · { $title }
# $key (String) - the key
scr-undo-hint = { $key } takes it back
# $key (String) - the key
scr-redo-hint = { $key } does it again
# $key (String) - the key that was pressed
# $label (String) - what it does elsewhere
# $help (String) - the key of the help
scr-not-here = { $key } ({ $label }) makes no sense here; { $help } shows what does
# $key (String) - the key that was pressed
# $label (String) - what it does elsewhere
# $why (String) - why it does nothing here
scr-not-here-why = { $key } ({ $label }): { $why }

# Why a key does nothing to what is selected.
# $state (String) - done or dropped
why-over = it is { $state }
why-yours = you lead it already
why-helping = you help with it already
# $leads (String) - names, with commas
why-only-lead = only its lead can: { $leads }
why-nobody-leads = nobody leads it
why-not-claimed = you have no claim on it
# $leads (String) - names, with commas
why-not-quiet = the claim of { $leads } is not quiet
why-not-offered = it is not offered to you
why-not-blocked = nothing blocks it

# $key (String) - the key that was pressed
# $help (String) - the key of the help
scr-unknown-key = { $key } does nothing here; { $help } shows what does

## Questions.

scr-who-are-you = Who are you?
scr-i-am-new = I am new here
# $name (String) - what was typed
scr-i-am-new-called = I am new here: "{ $name }"
scr-your-name = Your name
scr-join = join
scr-help = Keys
scr-gone = it is not on the board any more
scr-elsewhere = Elsewhere
scr-no-key = via :
scr-palette = Command
# $task (String) - a handle
scr-ask-decline = Why do you decline { $task }? (may stay empty)
# $task (String) - a handle
scr-ask-offer = Offer { $task } to whom?
scr-ask-give-back = Where does it stand? (may stay empty)
scr-ask-take-over = A note to whoever led it
scr-ask-contest = Why a second lead?
scr-ask-drop = Why is it dropped?
# $why (String) - what speaks against it: "kag is led by Budi"
scr-ask-drop-led = { $why }. Why is it dropped?
# $why (String) - what speaks against it: "kag is led by Budi"
scr-ask-ends = { $why }. Done?
# $task (String) - the handle of what is claimed
# $other (String) - the handle of what it looks like
# $who (String) - who leads that
scr-ask-claims = { $task } looks like { $other }, which { $who } leads. Claim it?
# $task (String) - a handle
# $title (String) - its title
scr-help-there = help with { $task } { $title }
scr-ask-leave = leave it as it is
scr-ask-block = What stops it?
scr-ask-block-hint = in a few words: "the VAT number"
scr-ask-on-whom = On whom or what does it wait?
scr-on-nobody = nobody in particular
scr-on-other = somebody or something else
# $who (String) - what was typed
scr-on-outside = outside: "{ $who }"
scr-ask-other = On whom or what?
scr-ask-which = Which of them?
scr-ask-clear = How was it cleared? (may stay empty)
scr-ask-promised = Until when is it promised?
scr-ask-day-hint = tue, 12 dec, +3d
scr-no-day = that is no day; tue, 12 dec or +3d are
scr-ask-top = Why first? (may stay empty)
scr-ask-park = Lay it aside until when?
scr-ask-new = New task
scr-ask-new-hint = one line; due:fri #tag goal:… @me say more
# $task (String) - a handle
# $title (String) - its title
# $who (String) - who leads it
scr-looks-led = looks like { $task } ({ $who } leads): { $title }
# $task (String) - a handle
# $title (String) - its title
scr-looks = looks like { $task }: { $title }
scr-ask-title = Title
scr-ask-due = Due when?
scr-ask-due-hint = tue, 12 dec, +3d; empty for no day
scr-ask-next = The next visible step
scr-ask-remark = Remark
scr-ask-read = Where does it stand today?
scr-ask-read-hint = a number
scr-ask-drop-goal = Why is the goal given up?
# $role (String) - its name
scr-ask-focus-of = Which part of { $role }? (empty: all of it)
scr-ask-focus-hint = a focus tells two holders apart
# $task (String) - a handle
scr-ask-lead-too = Nobody leads { $task }. Do you?
scr-lead-too = yes: claim it and move it on
scr-lead-not = no: only move it on
scr-ask-settle = What about it?
# $count (Number) - how many claims of one's own
several-renew = { $count ->
    [one] renew mine: the claim still stands
   *[other] renew mine: all { $count } claims still stand
}
# $count (Number) - how many claims of one's own
several-give-back = { $count ->
    [one] give mine back: the task asks to be pulled
   *[other] give mine back: all { $count } tasks ask to be pulled
}
# $count (Number) - tasks of others
several-ask = { $count ->
    [one] ask about the other one: a remark on its task
   *[other] ask about the { $count } of others: a remark on each task
}
# $count (Number) - tasks that nobody leads
several-claim = { $count ->
    [one] claim it: you lead it
   *[other] claim all { $count }: you lead them
}
# $count (Number) - blockers of one's own work
several-asked = { $count ->
    [one] about mine somebody was asked
   *[other] about mine somebody was asked: all { $count }
}
# $count (Number) - blockers that wait on oneself
several-promise = { $count ->
    [one] what waits on me: I do it until a day
   *[other] what waits on me: I do all { $count } until a day
}
# $count (Number) - blockers of one's own work
several-clear = { $count ->
    [one] clear mine: it goes on
   *[other] clear mine: all { $count } go on
}
# $count (Number) - roles and goals
several-review = { $count ->
    [one] 1 was looked at; set the next day
   *[other] all { $count } were looked at; set the next day
}
# $count (Number) - roles that one fills
several-term = { $count ->
    [one] my own term: go on in 1 role until a day
   *[other] my own terms: go on in { $count } roles until a day
}
several-ask-review = When does the team look at them again?
several-ask-term = Until when do you go on?
# $count (Number) - what the board asks
several-fine = { $count ->
    [one] it is fine as it is, because …
   *[other] all { $count } are fine as they are, because …
}
# $count (Number) - what the board asks
several-tension = { $count ->
    [one] it is a tension: we have to talk about it
   *[other] all { $count } are one tension: we have to talk about it
}
several-ways = What about them?
several-what = What do you ask? It stands on each of the tasks
several-what-hint = such as "Are you still on it?"
scr-settle-fixed = fixed: somebody did something about it
scr-settle-fine = fine: it is as it should be
scr-settle-tension = a tension: we have to talk about it
scr-ask-fixed = What was done?
scr-ask-fine = Why is it fine?
scr-ask-tension = What could be instead?
scr-ask-until = Fine until when? (may stay empty)
scr-ask-until-hint = without a day: for 30 days, or until the facts change
# $count (Number) - how many findings are not shown
# $key (String) - the key that shows all
scr-findings-more = { $count } more; { $key } shows all

## Forms.

scr-form-task = Task
scr-form-goal = Goal
scr-form-new-goal = New goal
scr-form-role = Role
scr-form-new-role = New role
scr-form-save = save
scr-form-add = add
scr-field-tags-hint = with commas
scr-field-why = Why
scr-field-parent = Serves
scr-field-measure-hint = what is counted
scr-field-unit-hint = %, shops, days
scr-field-baseline = From
scr-field-duties-hint = a line for each
scr-field-domains-hint = what only this role decides, a line for each

## Actions: a word or two for the footer, a sentence for the help.

act-group-work = Work
act-group-move = Going about
act-group-look = Looking
act-group-board = The board

act-claim = claim
act-claim-doc = lead this task: you answer for it
act-help-with = help
act-help-with-doc = help with this task; its lead stays
act-accept = accept
act-accept-doc = take over what was offered to you
act-decline = decline
act-decline-doc = say no to what was offered to you
act-offer = offer
act-offer-doc = offer your lead to another, who accepts or declines
act-withdraw = take back the offer
act-withdraw-doc = take back your offer
act-merge = same person
act-merge-doc = say who a member is, too: of two members one is made
act-merge-task = merge into …
act-merge-task-doc = let this task go on in another one that is the same work; who leads it is asked first
act-merge-role-doc = let this role go on in another one that is the same; who holds it is asked first
# $thing (String) - a task or a role
scr-ask-merge-into = In what does { $thing } go on?
# $who (String) - who leads it, or holds it
act-merge-asks = asks { $who } first
act-one-of-them = which are you
act-one-of-them-doc = say which of those whom an import brought is you
# $who (String) - a member
scr-ask-merge = Who is { $who }, too?
scr-which-are-you = Which of these are you?
scr-none-of-them = None of them
act-renew = renew
act-renew-doc = say that your claim still stands
act-give-back = give back
act-give-back-doc = end your claim; the task asks to be pulled again
act-take-over = take over
act-take-over-doc = lead a task whose lead has gone quiet
act-contest = lead it too
act-contest-doc = lead a task beside its lead, with a reason; the team settles it
act-done = done
act-done-doc = the task is done
act-drop = drop
act-drop-doc = end the task unfinished, with the reason
act-on = move on
act-on-doc = to the next state: open, doing, review, done
act-back = move back
act-back-doc = to the state before
act-block = blocked
act-block-doc = say what stops the task, and on whom it waits
act-clear = clear
act-clear-doc = what stopped the task is gone
act-asked = asked
act-asked-doc = say that you asked who can help, just now
act-promised = promised
act-promised-doc = say until when help is promised
act-rank-up = up the order
act-rank-up-doc = one place up in the pull order
act-rank-down = down the order
act-rank-down-doc = one place down in the pull order
act-rank-top = to the top
act-rank-top-doc = to the top of the pull order, with the reason
act-park = park
act-park-doc = lay the task aside until a day, or take it up again
act-new = new
act-new-doc = write down a new task; in Goals a goal, in Roles a role
act-edit-title = edit title
act-edit-title-doc = change the task's title
act-edit = edit
act-edit-doc = change everything that it says, in a form
act-due = due
act-due-doc = say until when the task is due, or that it is not
act-next-action = next step
act-next-action-doc = say the next visible step of the task
act-remark = remark
act-remark-doc = say something about the task
act-thank = thank
act-thank-doc = thank others, for the selected task or for anything
act-read = value
act-read-doc = say where the goal's measure stands today
act-met = met
act-met-doc = the goal is met
act-missed = missed
act-missed-doc = the goal is missed
act-drop-goal = drop
act-drop-goal-doc = give the goal up, with the reason
act-take = take
act-take-doc = fill this role, or a part of it
act-review = review
act-review-doc = it was looked at: set the day of the next review
act-term = go on
act-term-doc = fill this role on until a day
act-focus = focus
act-focus-doc = say which part of the role you fill
act-put-down = put down
act-put-down-doc = put this role down
act-settle = settle
act-settle-doc = answer what the board asks: fixed, fine because, or a tension
act-open = open
act-open-doc = open the page of what is selected
act-filter = filter
act-filter-doc = narrow this pane by words, and tasks by keys such as lead:me is:blocked
act-mine = mine
act-mine-doc = only what you claim, or all again
act-free = nobody's
act-free-doc = only what nobody leads, or all again
act-only-blocked = blocked only
act-only-blocked-doc = only what something stops, or all again
act-finished = finished
act-finished-doc = what is finished, the newest first, or what is live again
act-palette = command
act-palette-doc = find a command, or a task, a role, a goal or somebody, and go there
act-help = keys
act-help-doc = the keys that do something here
act-undo = undo
act-undo-doc = take back what you did last
act-redo = redo
act-redo-doc = do again what you took back last
act-who = who you are
act-who-doc = say who acts at this screen
act-leave = back
act-leave-doc = out of the filter, the zoom or the page
act-quit = quit
act-quit-doc = back from a page; from the panes, leave Setara
act-quit-now = quit
act-quit-now-doc = leave Setara from anywhere
act-repaint = repaint
act-repaint-doc = draw the screen anew
act-suspend = suspend
act-suspend-doc = back to the shell for a while; fg returns

act-down = down
act-down-doc = to the next row
act-up = up
act-up-doc = to the row before
act-page-down = page down
act-page-down-doc = a screen of rows further
act-page-up = page up
act-page-up-doc = a screen of rows back
act-first = first
act-first-doc = to the first row
act-last = last
act-last-doc = to the last row
act-next-pane = next pane
act-next-pane-doc = to the next pane, or the next column
act-pane-before = pane before
act-pane-before-doc = to the pane before, or the column before
# $pane (String) - a pane's title
act-pane-doc = to { $pane }
act-preview = preview
act-preview-doc = the selected item in short, below its pane, or not
act-zoom = zoom
act-zoom-doc = this pane alone, or all five again

act-agenda-take = take into the meeting
act-agenda-take-doc = keep what is selected on the agenda for the meeting that goes on, with whoever should be there

# $said (String) - what was said of a finding before
# $why (String) - why it is asked, a sentence
scr-finding-before = { $said } · { $why }
