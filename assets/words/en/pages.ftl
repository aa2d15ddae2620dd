# The screens that are opened over the panes.

act-me = me
act-me-doc = your own page: what you lead, help with and hold
act-next-beside = beside
act-next-beside-doc = on a page, to what stands beside or below
act-beside-before = beside, back
act-beside-before-doc = on a page, back to what stood before

pages-lead = lead
# $who (String) - a member
# $date (String) - today, Tue 24 Nov
pages-lead-until = { $who }, stands until { $date }
# $who (String) - a member
# $step (String) - how long ago the last step was: 9 d
pages-lead-quiet = { $who }, quiet: last step { $step } ago
pages-helped-by = helped by
pages-led-by = led by
pages-ended-by = ended by
pages-offered-label = offered
# $other (String) - the task or the role in which it goes on
page-merged-into = merged into { $other }
page-label-took-in = took in
# $who (String) - who offers it
# $way (String) - what is offered: merge bakul into danum
# $to (String) - who has not answered
page-way-offer = { $who } offers to { $way }; waits for { $to }
# $typed (String) - what can be typed: setara merge bakul danum
page-way-answer = yes: { $typed }   no: the same with --no
# $who (String) - a member
# $accept (String) - a key
# $decline (String) - a key
pages-offered = { $who } offers it to you: { $accept } accepts, { $decline } declines
# $key (String) - a key
pages-mend-nobody = nobody yet: { $key } claims it

pages-nobody = nobody
pages-many-more = and many more
# $state (String) - what the team calls the state
pages-tasks-led = { $state }, with a lead
pages-tasks-free = Nobody leads these yet
pages-in-the-way = In its way

# $lit (Number) - how many of the five letters it has
pages-smart = SMART, { $lit } of 5
pages-smart-led = somebody leads work on it
pages-smart-why = it says why
pages-smart-part = it is part of another goal
# $target (String) - a number with its unit
# $from (String) - a number
pages-target-from = { $target }, from { $from }
# $key (String) - a key
# $field (String) - a field of the form
pages-mend-form = { $key } writes it ({ $field })
# $key (String) - a key
pages-mend-work = { $key } on one of its tasks leads it
# $key (String) - a key
# $does (String) - what it does
pages-mend = { $key }: { $does }

pages-clarity = Clarity
# $what (String) - what is said of a role
pages-is-clear = clear: { $what }

pages-leads = Leads
pages-helps = Helps with
pages-waits-for = Waits for
pages-awaited = Others wait for an answer

# the ways out of a finding
way-out-title = Ways out
way-out-latest = What happened last
way-out-enters = do it
# $who (String) - who offers it
# $way (String) - what is offered: merge bakul into danum
way-out-yes = Yes to { $who }: { $way }
# $who (String) - who offers it
way-out-no = No to { $who }
# $task (String) - a task's handle
# $title (String) - its title
way-out-bring-back = Bring { $task } back: { $title }
# $thing (String) - a task or a role
# $other (String) - the one in which it goes on
way-out-merge = Merge { $thing } into { $other }
# $thing (String) - a task
# $other (String) - the one in which it goes on
# $who (String) - who led it
way-out-merge-help = Merge { $thing } into { $other }; { $who } helps there
# $lead (String) - who goes on leading it
# $count (Number) - how many others lead it now
# $others (String) - who they are
way-out-leads = { $count ->
    [one] { $lead } leads, { $others } helps
   *[other] { $lead } leads, { $others } help
}
way-out-split = Tell them apart: new titles for both …
# $title (String) - what it is called now
way-out-ask-title = What is "{ $title }" to be called?
# $stays (String) - the role that keeps it
# $lines (String) - some of its domains and accountabilities, in quotes
# $role (String) - the role that gives it up
way-out-keeps = { $stays } alone has { $lines }: { $role } gives it up
