# Every event in a sentence: who, what they did, to what. The same sentence answers a command, stands in the journal and
# tells what undo took back; so it has no full stop, and no day that would be another one tomorrow.

# A sentence and what was said with it.
# $sentence (String) - any of the sentences below
# $text (String) - a title, a reason or a note, as people wrote it
phrase-told = { $sentence }: { $text }
# $sentence (String) - any of the sentences below
# $date (String) - Tue 24 Nov
phrase-until = { $sentence } until { $date }
# $sentence (String) - any of the sentences below
# $date (String) - Tue 24 Nov
phrase-on = { $sentence } on { $date }

# A task or goal, by its handle and its title.
# $handle (String) - bakul
# $title (String) - as people wrote it
phrase-thing = { $handle }: { $title }

# What a sentence is about, on its own page.
# $kind (String) - task, goal or role
phrase-it = { $kind ->
    [goal] it
    [role] it
    [decision] it
    [tension] it
    [agreement] it
   *[task] it
}
# $goal (String) - its handle and title
phrase-the-goal = the goal { $goal }
# $role (String) - its name
phrase-the-role = the role { $role }

# What an import says of others.
# $who (String) - who ran the import
# $sentence (String) - what another did
phrase-brought-in-that = { $who } brought in that { $sentence }
# $who (String) - who ran the import
# $thing (String) - a member, role, goal or task
phrase-brought-in = { $who } brought in { $thing }

# $count (Number) - how many
phrase-tasks = { $count ->
    [one] 1 task
   *[other] { $count } tasks
}
# $who (String) - who ran the import
# $things (String) - how many of what
# $source (String) - another tool
phrase-brought-in-from = { $who } brought in { $things } from { $source }
# $who (String) - who ran the import
# $things (String) - how many of what
# $file (String) - what the file is called
# $tool (String) - the tool that wrote it: Trello
phrase-brought-in-file = { $who } brought in { $things } from { $file } ({ $tool })
# $sentence (String) - that somebody brought in what is there no more
phrase-undone-since = { $sentence }; undone since

# $who (String) - the author
# $kind (String) - the event's wire name, task.sung
phrase-unknown = { $who } did something that this version does not know ({ $kind })

# $who (String) - the author
# $tasks (String) - several, by their handles
# $tag (String) - the tag
phrase-tagged = { $who } tagged { $tasks }: { $tag }
# $who (String) - the author
# $tasks (String) - several, by their handles
# $tag (String) - the tag
phrase-untagged = { $who } took a tag off { $tasks }: { $tag }
# $said (String) - the first few of several: handles, or sentences
# $more (Number) - how many more there are
phrase-and-more = { $said } +{ $more }
# $who (String) - the author
# $sentence (String) - the sentence of what was undone
phrase-undid = { $who } undid: { $sentence }
# What was undone, where it was an import.
# $tasks (Number) - how many tasks it brought
phrase-the-import = the import of { $tasks ->
    [one] 1 task
   *[other] { $tasks } tasks
}
# $things (Number) - how many members, roles and goals it brought, where it brought no task
phrase-the-import-of-others = the import of { $things ->
    [one] 1 thing
   *[other] { $things } things
}
# $import (String) - the import of 62 tasks
# $file (String) - what the file is called
phrase-the-import-from = { $import } from { $file }
# $who (String) - the author
# $sentence (String) - the sentence of what was undone, and is done again
phrase-redid = { $who } did again: { $sentence }
# $who (String) - the author
# $thing (String) - a handle or a name
phrase-took-back = { $who } took back an earlier step on { $thing }
# $who (String) - the author
phrase-took-back-step = { $who } took back an earlier step

# $who (String) - the author
# $board (String) - the board's name
phrase-started-board = { $who } started the board { $board }

# $who (String) - the new member
phrase-joined = { $who } joined the team
# $who (String) - the author
# $one (String) - how one was called
# $other (String) - how both are called now
phrase-merged = { $who } said that { $one } is { $other }
# $who (String) - the author
# $one (String) - a task or a role
# $other (String) - the one in which it goes on
phrase-merged-into = { $who } merged { $one } into { $other }
# $who (String) - the author
# $task (String) - a task
# $other (String) - the one that goes on in it
phrase-took-in = { $who } let { $task } take in { $other }
# $who (String) - the author
# $task (String) - a task
# $on (String) - the task on which it waits now
phrase-blocker-turned = { $who } let { $task } wait on { $on } from now on
# $who (String) - the author
# $to (String) - who is asked: Budi and Citra
# $way (String) - what is offered: merge bakul into danum
phrase-way-offered = { $who } offered { $to } to { $way }
# $who (String) - the author
# $way (String) - what was offered: merge bakul into danum
phrase-way-agreed = { $who } agreed to { $way }
# $who (String) - the author
# $way (String) - what was offered: merge bakul into danum
phrase-way-declined = { $who } said no to the offer to { $way }
# $one (String) - a task or a role
# $other (String) - the one in which it would go on
way-merge = merge { $one } into { $other }
# $one (String) - a task
# $other (String) - the one in which it would go on
way-merge-and-help = merge { $one } into { $other } and help there
# $task (String) - a task
# $lead (String) - who would go on leading it
way-one-leads = leave the lead of { $task } to { $lead } and help
# $one (String) - a task
# $title (String) - its new title, in quotes
# $other (String) - another task
# $other_title (String) - the new title of that
way-split-task = split the work: { $one } is { $title }, { $other } is { $other_title }
# $role (String) - a role
# $lines (String) - some of its domains and accountabilities, in quotes
# $stays (String) - the role that keeps them
way-split-role = take { $lines } from { $role }, so that { $stays } alone has it
# $who (String) - the author
phrase-said-yes = { $who } said yes to an offer
# $who (String) - the author
phrase-said-no = { $who } said no to an offer
# $who (String) - the author
phrase-changed-self = { $who } changed their own page
# $who (String) - the author
# $date (String) - the first day away
phrase-away-from = { $who } is away from { $date }
# $who (String) - the author
phrase-back = { $who } is back
# $who (String) - the author
phrase-left = { $who } left the team
# $who (String) - the author
phrase-returned = { $who } came back to the team
# $who (String) - the author
phrase-device = { $who } writes from a new device

# $who (String) - the author
# $role (String) - as phrase-the-role says it
phrase-role-taken = { $who } took { $role }
# $who (String) - who did it
# $role (String) - the role
phrase-role-part-changed = { $who } changed their part of { $role }
# $who (String) - the author
# $role (String) - as phrase-the-role says it
phrase-role-put-down = { $who } put { $role } down

# $who (String) - the author
# $value (String) - where the measure stood
# $goal (String) - as phrase-the-goal says it
phrase-goal-read = { $who } noted { $value } for { $goal }
# $who (String) - the author
# $goal (String) - as phrase-the-goal says it
phrase-goal-proposed = { $who } put { $goal } back to proposed
# $who (String) - the author
# $goal (String) - as phrase-the-goal says it
phrase-goal-active = { $who } made { $goal } active
# $who (String) - the author
# $goal (String) - as phrase-the-goal says it
phrase-goal-met = { $who } marked { $goal } as met
# $who (String) - the author
# $goal (String) - as phrase-the-goal says it
phrase-goal-missed = { $who } marked { $goal } as missed
# $who (String) - the author
# $goal (String) - as phrase-the-goal says it
phrase-goal-dropped = { $who } dropped { $goal }

# $who (String) - the author
# $task (String) - handle and title
phrase-added = { $who } added { $task }
# $who (String) - the author
# $task (String) - the task's handle
phrase-changed = { $who } changed { $task }
# $who (String) - the author
# $task (String) - the task's handle
# $state (String) - as phrase-state-… say it
phrase-moved = { $who } moved { $task } to { $state }
# $who (String) - the author
# $task (String) - the task's handle
phrase-finished = { $who } finished { $task }
# $who (String) - the author
# $task (String) - the task's handle
# $led (String) - who else led it
phrase-finished-led = { $who } finished { $task }, which { $led } led
# $who (String) - the author
# $task (String) - the task's handle
phrase-dropped = { $who } dropped { $task }
# $who (String) - the author
# $task (String) - the task's handle
# $led (String) - who else led it
phrase-dropped-led = { $who } dropped { $task }, which { $led } led
# $who (String) - the author
# $task (String) - the task's handle
phrase-ranked = { $who } gave { $task } another place in the pull order
# $who (String) - the author
# $task (String) - the task's handle
phrase-parked = { $who } parked { $task }
# $who (String) - the author
# $task (String) - the task's handle
phrase-unparked = { $who } took { $task } up again
# $who (String) - the author
# $task (String) - the task's handle
phrase-remarked = { $who } remarked on { $task }

phrase-state-open = open
phrase-state-doing = doing
phrase-state-review = review
phrase-state-done = done
phrase-state-dropped = dropped

# $who (String) - the author
# $task (String) - the task's handle
phrase-claimed = { $who } claimed { $task }
# $who (String) - the author
# $task (String) - the task's handle
phrase-contested = { $who } claimed { $task } beside another lead
# $who (String) - the author
# $task (String) - the task's handle
phrase-took-over = { $who } took over { $task }
# $who (String) - the author
# $task (String) - the task's handle
# $leads (String) - who led it
phrase-contested-with = { $who } claimed { $task } beside { $leads }
# $who (String) - the author
# $task (String) - the task's handle
# $leads (String) - who led it
phrase-took-over-from = { $who } took over { $task } from { $leads }
# $who (String) - the author
# $task (String) - the task's handle
phrase-helps = { $who } helps with { $task }
# A claim that had ended before the import.
# $who (String) - the lead
# $task (String) - the task's handle
phrase-had-led = { $who } led { $task }
# A claim that had ended before the import.
# $who (String) - the helper
# $task (String) - the task's handle
phrase-had-helped = { $who } helped with { $task }
# $who (String) - the author
# $task (String) - the task's handle
phrase-renewed = { $who } renewed the claim on { $task }
# $who (String) - the author
# $task (String) - the task's handle
phrase-gave-back = { $who } gave { $task } back
# $who (String) - the author
# $task (String) - the task's handle
phrase-handed-over = { $who } handed { $task } over
# $who (String) - the author
# $task (String) - the task's handle
phrase-gave-up = { $who } gave { $task } up to another lead
# $who (String) - the author
# $task (String) - the task's handle
phrase-ended-claim = { $who } ended the claim on { $task }
# By leaving the team.
# $who (String) - the author
# $task (String) - the task's handle
phrase-left-behind = { $who } left { $task } behind
# $who (String) - the author
# $task (String) - the task's handle
# $to (String) - to whom
phrase-offered = { $who } offered { $task } to { $to }
# $who (String) - the author
# $task (String) - the task's handle
phrase-accepted = { $who } accepted { $task }
# $who (String) - the author
# $task (String) - the task's handle
phrase-declined = { $who } declined { $task }
# $who (String) - the author
# $task (String) - the task's handle
phrase-withdrew-offer = { $who } took back the offer of { $task }
# $who (String) - the author
# $task (String) - the task's handle
# $from (String) - who offered it
phrase-accepted-from = { $who } accepted { $task } from { $from }
# $who (String) - the author
# $task (String) - the task's handle
# $from (String) - who offered it
phrase-declined-from = { $who } declined { $task }, offered by { $from }
# $who (String) - the author
# $task (String) - the task's handle
# $to (String) - to whom it was offered
phrase-withdrew-offer-to = { $who } took back the offer of { $task } to { $to }

# $who (String) - the author: not always who leads the task
# $task (String) - the task's handle
phrase-blocked = { $who } marked { $task } as blocked
# $sentence (String) - any of the sentences here
# $on (String) - a member, a task or something else
phrase-waiting-on = { $sentence }, waiting on { $on }
# $who (String) - the author
# $task (String) - the task's handle
phrase-asked = { $who } asked about what blocks { $task }
# $who (String) - the author
# $whom (String) - who can clear it
# $task (String) - the task's handle
phrase-asked-whom = { $who } asked { $whom } about what blocks { $task }
# $who (String) - the author
# $task (String) - the task's handle
# $date (String) - Tue 24 Nov
phrase-promised = { $who } noted a promise of help with { $task } by { $date }
# $who (String) - the author
# $whom (String) - who promised it
# $task (String) - the task's handle
# $date (String) - Tue 24 Nov
phrase-promised-by = { $who } noted that { $whom } promised help with { $task } by { $date }
# $who (String) - the author, who promised it
# $task (String) - the task's handle
# $date (String) - Tue 24 Nov
phrase-promised-self = { $who } promised help with { $task } by { $date }
# $who (String) - the author
# $task (String) - the task's handle
phrase-cleared = { $who } cleared what blocked { $task }
# $who (String) - the author
# $task (String) - the task's handle
phrase-withdrew-blocker = { $who } took back what blocked { $task }

# $who (String) - the author
# $whom (String) - names
phrase-thanked = { $who } thanked { $whom }
# $who (String) - the author
# $whom (String) - names
# $thing (String) - a handle, or a name
phrase-thanked-about = { $who } thanked { $whom }, about { $thing }
# $who (String) - a member
# $thing (String) - a handle, or a name
phrase-about = { $who }, about { $thing }

# A finding that was answered, as people speak of it.
# $rule (String) - the rule's short name, O1
# $things (String) - handles with titles, and names
phrase-finding = { $rule ->
    [O1] the two leads of { $things }
    [O2] the domain shared by { $things }
    [O3] the accountability shared by { $things }
    [O4] the title shared by { $things }
    [O5] the parts of { $things }
    [O6] the link shared by { $things }
    [O7] the merging of { $things } into each other
    [H1] the titles of { $things } that say nearly the same
    [H2] the accountabilities of { $things } that say nearly the same
    [D1] what is said of { $things }
    [G1] the empty role { $things }
    [G2] the missing lead of { $things }
    [G3] the place of { $things } among roles and goals
    [G4] the goal { $things }, for which nothing moves
    [G6] the review of { $things }
    [G7] the goal { $things }, which does not say how much or until when
    [G5] the absent lead of { $things }
    [G8] the buddy of { $things }
    [K1] the teachers of { $things }
    [S1] the quiet claim on { $things }
    [S3] the blocker of { $things } that nobody was asked about
    [S4] the late answer about { $things }
    [S5] the finished blocker of { $things }
    [W1] the wait of { $things } where nothing moves
    [W2] the circle of waiting of { $things }
    [L1] the load of { $things }
   *[other] { $rule } of { $things }
}
# One that is about nothing in particular.
# $rule (String) - the rule's short name
phrase-finding-of-all = { $rule ->
    [G2-hands] the free hands
   *[other] { $rule }
}
# $who (String) - the author
# $finding (String) - as phrase-finding says it
phrase-settled-fixed = { $who } settled { $finding } as fixed
# $who (String) - the author
# $finding (String) - as phrase-finding says it
phrase-settled-fine = { $who } settled { $finding } as fine
# $who (String) - the author
# $finding (String) - as phrase-finding says it
phrase-settled-tension = { $who } settled { $finding } as a tension

# Fields that were changed: "due Tue 24 Nov; no role; notes".
# $field (String) - as phrase-field-… say it
# $value (String) - what it says now
phrase-set = { $field } { $value }
# $field (String) - as phrase-field-… say it
phrase-emptied = no { $field }
# $text (String) - as people wrote it
phrase-quoted = "{ $text }"
phrase-field-accountabilities = accountabilities
phrase-field-baseline = baseline
phrase-field-contact = contact note
phrase-field-domains = domains
phrase-field-due = due
phrase-field-goal = goal
phrase-field-horizon = horizon
phrase-field-initials = initials
phrase-field-learns = wish to learn
phrase-field-limit = limit
phrase-field-links = links
phrase-field-measure = measure
phrase-field-name = name
phrase-field-next = next step
phrase-field-notes = notes
phrase-field-parent = part of
phrase-field-purpose = purpose
phrase-field-review = review
phrase-field-role = role
phrase-field-skills = skills needed
phrase-field-state = state
phrase-field-tags = tags
phrase-field-target = target
phrase-field-teaches = skills to teach
phrase-field-title = title
phrase-field-unit = unit
phrase-field-why = reason why
phrase-no-due = no due date
phrase-no-parent = part of no other goal
phrase-no-review = no review date
phrase-horizon-long = long
phrase-horizon-short = short
phrase-role-draft = draft
phrase-role-active = active
phrase-role-retired = retired

# $who (String) - Who brought it in.
# $thing (String) - A task or a goal.
phrase-brought-in-change = { $who } brought in a change of { $thing }
# $who (String) - Who brought it in.
# $thing (String) - A task or a goal.
# $state (String) - such as "done"
phrase-brought-in-move = { $who } brought in that { $thing } came to { $state }
# $who (String) - Who brought it in.
# $task (String) - The task's handle.
phrase-brought-in-remark = { $who } brought in a remark on { $task }
# $who (String) - Who brought it in.
# $task (String) - The task's handle.
phrase-brought-in-blocker = { $who } brought in that { $task } is blocked

# $kind (String) - standup
# $who (String) - the author
phrase-meeting-started = { $kind ->
    [retro] { $who } began a retro
    [standup] { $who } began a stand-up
   *[other] { $who } began a meeting
}
# $who (String) - the author
phrase-meeting-joined = { $who } joined the meeting
# $who (String) - the author
# $whom (String) - a member
phrase-meeting-joined-of = { $who } noted that { $whom } is in the meeting
# $who (String) - the author
phrase-meeting-left = { $who } left the meeting
# $who (String) - the author
# $whom (String) - a member
phrase-meeting-left-of = { $who } noted that { $whom } is not in the meeting
# $who (String) - the author
# $place (String) - the round: Dewi
phrase-meeting-moved = { $who } moved the meeting to { $place }
# $moved (String) - that somebody moved the meeting on
# $asked (String) - the member who was asked before
# $how (String) - how they answered
phrase-meeting-answered = { $how ->
    [passed] { $moved }; { $asked } passed
    [absent] { $moved }; { $asked } is not there
    [later] { $moved }; { $asked } comes later
   *[other] { $moved }; { $asked } spoke
}
# $who (String) - the author
phrase-meeting-timed = { $who } set the clock of the meeting
# $who (String) - the author
phrase-meeting-rests = { $who } paused the clock of the meeting
# $who (String) - the author
phrase-meeting-chaired = { $who } facilitates the meeting
# $who (String) - the author
phrase-meeting-parked = { $who } parked a topic
# $who (String) - the author
phrase-meeting-taken-up = { $who } took up a parked topic
# $who (String) - the author
# $thing (String) - a task, by its handle
phrase-meeting-became = { $who } made { $thing } of a parked topic
# $who (String) - the author
phrase-meeting-next-taken = { $who } facilitates the next meeting of this kind
# $who (String) - the author
phrase-meeting-next-passed = { $who } does not facilitate the next meeting of this kind
# $who (String) - the author
phrase-meeting-ended = { $who } ended the meeting
# $who (String) - the author
phrase-meeting-joined-to = { $who } let the meeting go on in another one
