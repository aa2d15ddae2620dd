# Why something is not done, and what can be typed instead. Lower case, no full stop; commands stay as they are.

# $thing (String) - a handle or a name
refused-gone = { $thing } is not on the board any more
refused-gone-unknown = what this is about is not on the board any more
# $thing (String) - a handle or a name
refused-known = { $thing } is on the board already
refused-known-unnamed = that is on the board already, or was
# $who (String) - a member
refused-has-left = { $who } has left the team
refused-you-left = you have left the team
# $who (String) - a member
# $others (String) - names of members
refused-cannot-be-asked = { $who } has left the team; { $others } could be asked
# $who (String) - the member of that name
refused-name-taken = there is somebody called { $who } already
# $who (String) - a member
refused-already-here = { $who } is on the team already
# $who (String) - a member
refused-theirs-to-say = { $who } writes on this board, and says themselves who they are
# $who (String) - a member
refused-one-already = { $who } is one person already
refused-empty-title = the title is empty
refused-empty-text = there are no words in it
refused-empty-name = the name is empty
# $most (Number) - characters
refused-long-text = that is longer than { $most } characters
refused-nothing-to-change = it stands so already, and nothing was changed
# $task (String) - the task's handle
# $state (String) - done or dropped
refused-finished = { $task } is { $state }
# $task (String) - the task's handle
# $state (String) - open, doing, review, done or dropped
refused-already-in = { $task } is marked { $state } already
# $task (String) - the task's handle
# $who (String) - who else leads it
refused-ends-led = { $task } is led by { $who }
# $task (String) - the task's handle
refused-ends-blocked = { $task } has an open blocker
# $why (String) - why some of several are refused
# $count (Number) - how many the same was to be done to, two at least
refused-of-several = { $why } (none of the { $count } is changed)
# $task (String) - the task's handle
# $who (String) - who else leads it
refused-ends-both = { $task } is led by { $who } and has an open blocker
# $who (String) - the lead
# $task (String) - the task's handle
# $date (String) - until when the claim stands
refused-taken = { $who } leads { $task } until { $date }
# $who (String) - the lead
# $task (String) - the task's handle
refused-taken-for-good = { $who } leads { $task }
# $who (String) - the lead
# $task (String) - the task's handle
# $date (String) - when the lease was over
refused-taken-quiet = { $who } leads { $task }, quiet since { $date }
# $task (String) - the task's handle
# $other (String) - the handle of the other task
# $title (String) - the title of that one
# $who (String) - who leads that one
refused-looks-like = { $task } looks like { $other } { $title }, which { $who } leads
# $task (String) - the task's handle
refused-already-lead = you lead { $task } already
# $task (String) - the task's handle
refused-already-helping = you help with { $task } already
# $who (String) - the lead
# $task (String) - the task's handle
refused-not-yours = { $who } leads { $task }, not you
# $who (String) - the lead
# $task (String) - the task's handle
# $date (String) - until when the claim stands
refused-not-quiet = { $who } leads { $task } until { $date }, so the claim is not quiet
# $who (String) - the lead
# $task (String) - the task's handle
refused-not-quiet-for-good = { $who } leads { $task }, and the claim is not quiet
# $task (String) - the task's handle
refused-nobody-leads = nobody leads { $task }
refused-offer-to-self = an offer to yourself changes nothing
refused-thanks-to-self = thanks are for others
refused-thanks-to-nobody = it is not said whom you thank
# $task (String) - the task's handle
# $to (String) - to whom
refused-already-offered = { $task } is offered to { $to } already
# $who (String) - who asked for it
# $task (String) - the task's handle
refused-no-offer = { $who } has no open offer of { $task }
# $task (String) - the task's handle
# $who (String) - who had offered it
refused-offer-lapsed = the offer of { $task } from { $who } has lapsed
# $task (String) - the task's handle
refused-offer-over = who offered { $task } does not lead it any more
# $task (String) - the task's handle
refused-not-blocked = nothing blocks { $task }
# $task (String) - its handle
refused-blocker-over = that does not block { $task } any more
# $task (String) - the task's handle
# $count (Number) - how many, 2 or more
# $list (String) - "1 the bank, 2 the VAT number"
refused-which-blocker = { $task } has { $count } blockers: { $list }
# $number (Number) - counted from 1
# $what (String) - the blocker's text
refused-blocker = { $number } { $what }
# $task (String) - the task's handle
# $number (Number) - what was asked for
# $count (Number) - how many there are
refused-no-such-blocker = { $task } has no blocker { $number }, { $count ->
    [one] only one
   *[other] only { $count }
}
# $task (String) - the task's handle
refused-waits-on-itself = { $task } cannot wait on itself
# $date (String) - Tue 24 Nov
refused-in-the-past = it is too late for { $date }
refused-no-such-day = days are from 1970 to 9999
refused-ends-before = the last day comes before the first
# $role (String) - the role's name
refused-already-holds = you hold the role { $role } already
# $role (String) - the role's name
refused-not-holding = you do not hold the role { $role }
# $role (String) - the role's name
refused-retired = the role { $role } is retired
refused-merges-into-itself = it is one already
# $to (String) - who has not answered yet
refused-way-offered = that is offered already, and waits for { $to }
# $who (String) - a member
# $task (String) - a task
refused-leads-not = { $who } does not lead { $task }
refused-not-asked = nobody offers you that now
refused-unlike-kinds = only two tasks or two roles become one
refused-unlike-kinds-hint = setara merge TASK OTHER
refused-no-helping = one helps with a task, and holds a role or does not
refused-split-kinds = only two tasks or two roles are told apart
refused-split-kinds-hint = setara split TASK OTHER "TITLE" "OTHER TITLE"
refused-still-alike = these titles still say the same: say what is different
# $thing (String) - a task or a role
# $members (String) - who was not asked
refused-binds-others = { $thing } is { $members }'s now, too, who was not asked
refused-example-other = the other one
refused-not-a-number = a goal is measured in plain numbers
refused-goal-over = the goal stands so already
refused-goal-in-itself = a goal cannot be part of itself
refused-limit-too-low = a limit below 1 leaves no room for a claim
refused-nothing-to-undo = there is nothing of yours to undo
refused-nothing-to-redo = there is nothing of yours to do again
# $undone (String) - the sentence of what would be undone
# $later (String) - the sentence of what rests on it
refused-built-on = others built on "{ $undone }": { $later }

# Two ways out.
# $one (String) - a command
# $other (String) - a command
refused-or = { $one }, or { $other }
# A long text has a better place.
refused-hint-file = name a file instead: "see docs/contract.md"
refused-hint-title = a few words: "Sign the contract"
refused-hint-name = a short name: "Ayu"
refused-hint-words = say it in a few words: "waits for the bank"
refused-hint-later = a later day: "fri", "+3d" or "12 dec"
refused-hint-number = a number such as "6.5"
# What people put into the examples.
refused-example-full-name = your full name
refused-example-why = why
refused-example-blocker = what stops it
refused-example-offer-again = please offer it again

refused-meeting-open = a meeting of this kind goes on already
refused-meeting-over = the meeting is over
# $place (String) - the round: Dewi
refused-moved-on = already moved on: { $place }
refused-nothing-before = this is where the meeting began
# $who (String) - a member
refused-is-present = { $who } is in the meeting already
refused-in-the-chair = you facilitate it already
refused-topic-taken = that topic was taken up already
