# What overlays, full-screen pages and the welcome say.

## Keys, as their caps say, and what they do.

ask-key-esc = Esc
ask-key-enter = Enter
ask-key-tab = Tab
ask-key-ctrl-s = Ctrl-S
ask-keys-up-down = ↑↓
ask-leave = close
ask-ok = ok
ask-pick = pick
ask-choose = choose
ask-move = move
ask-scroll = scroll
ask-next = next field
ask-yes = yes
ask-no = no

## Lines, lists and forms.

# Before what is typed to filter a list.
ask-filter-mark = /
# $found (Number) - how many match
# $all (Number) - how many there are
ask-of = { $found } of { $all }
ask-no-match = nothing matches
# What an empty choice shows.
ask-none = none
# $most (Number) - the most bytes that fit, near enough to characters
ask-too-long = that is too long: at most { $most } characters fit here
# $field (String) - the field's label
ask-needed = { $field } cannot be empty
ask-no-day = not a day; "tue", "12 dec", "in 2 weeks" or "2026-12-12" are
ask-no-day-yet = not a day yet
ask-throw-away = Throw away what you typed?
ask-throw-away-yes = throw away
ask-throw-away-no = keep typing
# $percent (Number) - how much is read
ask-read = { $percent } %

## The pages of a task, a role, a goal and a member. What stands in a list has its age in a column before it.

page-claims = Claims
page-handovers = Handovers
page-blockers = Blockers
page-remarks = Remarks
page-findings = What the board asks
page-history = History
page-notes = Notes
page-tasks = Tasks
page-holders = Holders
page-readings = Readings
page-serves = Goals that serve it
page-roles = Roles
page-domains = Domains
page-accountabilities = Accountabilities

page-label-handle = handle
page-label-parked = parked
page-label-waiting = waited for by
page-label-source = comes from
page-label-now = now
page-label-smart = SMART
page-label-joined = joined
page-label-left = left
page-label-away = away
page-label-load = your load
page-label-share = only you see
page-label-waits = handovers to you

# $state (String) - a state, such as doing
# $date (String) - today, Tue 24 Nov
# $age (String) - 3 d
page-state-since = { $state } since { $date } ({ $age })
# $state (String) - a state, such as dropped
# $reason (String) - as people wrote it
page-state-because = { $state }, because { $reason }
page-blocked = blocked
# $date (String) - today, Tue 24 Nov
page-until = until { $date }
# $date (String) - today, Tue 24 Nov
page-overdue = { $date }, which has passed
# $value (String) - a value of a field
# $who (String) - a member
page-twice-value = { $value } ({ $who })
page-twice = written twice
page-empty-value = nothing

# $who (String) - a member
# $date (String) - today, Tue 24 Nov
page-claim-leads = { $who } leads, stands until { $date }
# $who (String) - a member
# $date (String) - today, Tue 24 Nov
page-claim-helps = { $who } helps, stands until { $date }
# $who (String) - a member
# $date (String) - today, Tue 24 Nov
# $step (String) - how long ago the last step was: 9 d
page-claim-quiet-lead = { $who } leads, quiet: the lease ended { $date }, last step { $step }
# $who (String) - a member
# $date (String) - today, Tue 24 Nov
# $step (String) - how long ago the last step was: 9 d
page-claim-quiet-help = { $who } helps, quiet: the lease ended { $date }, last step { $step }
# $who (String) - a member
# $date (String) - when it ended
# $how (String) - as page-end-… say it
page-claim-led = { $who } led until { $date }: { $how }
# $who (String) - a member
# $date (String) - when it ended
# $how (String) - as page-end-… say it
page-claim-helped = { $who } helped until { $date }: { $how }
# $reason (String) - as people wrote it
page-claim-contest = beside another lead, because { $reason }
page-end-given-back = given back
page-end-handed-over = handed over
page-end-taken-over = taken over
page-end-done = the task was finished
page-end-left = left the team

# $from (String) - a member
# $to (String) - a member
page-offer = { $from } offered it to { $to }
page-offer-open = no answer yet
page-offer-lapsed = lapsed without an answer
page-offer-accepted = accepted
page-offer-declined = declined
page-offer-withdrawn = taken back

# $who (String) - who raised it
page-blocker-raised = raised by { $who }
# $on (String) - a member, a task or something else
page-blocker-on = waits on { $on }
# $date (String) - today, Tue 24 Nov
page-blocker-asked = asked { $date }
page-blocker-not-asked = not asked yet
# $date (String) - today, Tue 24 Nov
page-blocker-promised = promised by { $date }
# $date (String) - today, Tue 24 Nov
page-blocker-cleared = cleared { $date }
# $date (String) - today, Tue 24 Nov
# $how (String) - as people wrote it
page-blocker-cleared-how = cleared { $date }: { $how }
# $date (String) - today, Tue 24 Nov
page-blocker-withdrawn = taken back { $date }

# $who (String) - a member
# $text (String) - as people wrote it
page-remark = { $who }: { $text }
# $count (Number) - how many more there are
page-more = and { $count } more
# $verdict (String) - as page-settled-… say it
# $reason (String) - as people wrote it
page-settled = settled as { $verdict }: { $reason }
page-settled-fixed = fixed
page-settled-fine = fine
page-settled-tension = a tension

# $age (String) - 12 d
page-vacant = vacant ({ $age })
# $who (String) - a member
page-holds = { $who }
# $who (String) - a member
# $focus (String) - which part of the role
page-holds-focus = { $who }, for { $focus }
# $date (String) - Tue 24 Nov
page-term = until { $date }
page-shared-unclear = shared without a focus of their own

page-goal-proposed = proposed
page-goal-active = active
page-goal-met = met
page-goal-missed = missed
page-goal-dropped = dropped
page-horizon-long = long horizon
page-horizon-short = short horizon
# $value (String) - a number
# $unit (String) - a unit, %
page-with-unit = { $value } { $unit }
# $percent (Number) - how much of the way is done
page-percent = { $percent } %
# The letters of SMART, each with what it asks for.
page-smart-s = no measure
page-smart-m = no target
page-smart-a = no open task that somebody leads
page-smart-r = no reason why, and part of no other goal
page-smart-t = no due day
page-target = target

# $from (String) - Tue 24 Nov
# $until (String) - Tue 1 Dec
page-away = from { $from } until { $until }
# $from (String) - Tue 24 Nov
page-away-open = from { $from }
# $in-hand (Number) - live leads in doing
# $limit (Number) - their own limit
page-load = { $in-hand } in hand, your limit is { $limit }
# $mine (Number) - tasks that one leads
# $all (Number) - tasks that anybody leads
page-share-leads = you lead { $mine } of the { $all } tasks that somebody leads
# $mine (Number) - meetings that one facilitated
# $all (Number) - the last meetings
page-share-meetings = you facilitated { $mine } of the last { $all } meetings
# $mine (Number) - decisions that one proposed
# $all (Number) - how many were adopted last
page-share-decisions = you proposed { $mine } of the last { $all } decisions that were adopted
# $said (String) - one of the two sentences above
out-only-you = only you see: { $said }
page-you = you
# $handle (String) - bakul
# $title (String) - as people wrote it
page-task-line = { $handle }  { $title }

## The first screen, where there is no board yet.

welcome-what = A board for a team without a boss: who owns what, what nobody owns, who waits on whom, and whether the goals still move.
welcome-start = Start your team's board
welcome-start-detail = two questions, then it is yours
# $file (String) - a path
welcome-file = A board that you start will lie in { $file }
welcome-demo = Look around a sample team
welcome-demo-detail = a co-op's board in the middle of its week; nothing is kept
welcome-import = Bring a board from another tool
welcome-import-detail = Trello, GitHub issues, Taskwarrior or another Setara board
welcome-title-start = Your team's board
welcome-title-same = The same person
# $name (String) - of a member in the file
welcome-same = Are you the { $name } of the file?
welcome-same-yes = that is me
welcome-same-no = somebody else
welcome-title-import = A board from another tool
# $tasks (Number) - How many are in so far.
# $all (Number) - How many there are.
welcome-bringing = bringing in { $tasks } of { $all } tasks
welcome-ask-file-hint = such as ~/Downloads/board.json
welcome-ask-team = Team
welcome-ask-team-hint = such as Warung Kode
welcome-ask-name = Your name
welcome-ask-name-hint = as the team calls you
welcome-does-start = start
welcome-does-read = read
welcome-does-bring = bring it
welcome-does-choose = choose
# What is left to be shown of an import.
welcome-summary = What comes in
