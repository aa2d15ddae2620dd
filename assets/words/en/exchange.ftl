# Reading boards of other tools, and writing boards.

## Why a file could not be read, and what to do about it.

import-error-empty = the file holds nothing to import
# $at (Number) - the place of the first wrong byte, counted from 0
import-error-utf8 = the file is not UTF-8 text: byte { $at } fits no character
# $line (Number) - a line of the file
# $column (Number) - a column of that line
import-error-json = the file is not JSON: line { $line }, column { $column } cannot be read
# $line (Number) - a line of the file
# $column (Number) - a column of that line
import-error-truncated = the file ends in the middle, at line { $line }, column { $column }
import-error-not-a-board = no board that setara knows was found in the file
import-error-unpacking = the file is packed, and cannot be unpacked to its end
import-error-too-large = the file holds more than a gigabyte when unpacked, which no board does
import-error-database = the file is a database, not an export
import-error-zip = the file is a ZIP, with other files inside
import-error-packed = the file is packed by another program than gzip
import-error-pdf = the file is a PDF, made to be printed
import-error-html = the file is a web page, not an export
import-error-records = the file holds records of a board of setara, which only that board takes in
# $count (Number) - how many things could not be read
# $source (String) - such as "a Trello board"
import-error-nothing = { $count ->
    [0] there is nothing to bring in: the file is { $source } without a task
    [one] there is nothing to bring in: of { $source }, the only thing inside could not be read
   *[other] there is nothing to bring in: of { $source }, none of the { $count } things inside could be read
}
# $count (Number) - how many
import-error-pull-requests = { $count ->
    [one] there is nothing to bring in: the only issue in the file is a pull request
   *[other] there is nothing to bring in: all { $count } issues in the file are pull requests
}
# $found (Number) - the version of the file
# $known (Number) - the newest version that this program reads
import-error-newer = the file was written by a newer setara: its version is { $found }, this one reads up to { $known }
# $name (String) - what was given to --list
import-error-list = no list matches "{ $name }"
# $state (String) - what was given to --list after the equals sign
import-error-state = there is no state "{ $state }"
# $name (String) - what was given to --column
import-error-column = there is no column "{ $name }"
# $field (String) - what was given to --column after the equals sign
import-error-field = there is no field "{ $field }"
import-error-no-title = no column says what the tasks are called
import-hint-utf8 = save it as UTF-8; in PowerShell: … | Out-File -Encoding utf8 board.json
import-hint-export-again = export it again, and look whether it arrives whole
import-hint-formats = it reads boards of Trello, WeKan and Planka as JSON, gh issue list --json and gh project item-list --format json, task export, CSV with a row of names, boxes in Markdown, boards of Obsidian, todo.txt, and setara export: setara help importing
import-hint-newer = update setara, then import it again
import-hint-records = in that board: setara import FILE
import-hint-database = if it is a board of setara: setara --board FILE
import-hint-zip = unpack it, and import the file with the board in it; a spreadsheet is saved as CSV first
import-hint-packed = unpack it, or pack it with gzip
import-hint-pull-requests = to bring them in as tasks: --pull-requests
import-hint-no-lists = this file has no lists: leave --list out
# $lists (String) - names of lists, with commas
import-hint-lists = the lists are: { $lists }
# $states (String) - words, with commas
import-hint-states = write --list "Review=review"; the states are: { $states }
import-hint-no-columns = this file has no columns: leave --column out
# $columns (String) - names of columns, with commas
import-hint-columns = the columns are: { $columns }
# $fields (String) - words, with commas
# $nothing (String) - the word that leaves a column out
import-hint-fields = write --column "Assignee=lead"; the fields are: { $fields }; { $nothing } leaves the column out
# $columns (String) - names of columns, with commas
import-hint-title = say which with --column "NAME=title"; the columns are: { $columns }

## Texts that enter the board.

import-untitled = (no title)
import-reason-archived = archived
import-reason-not-planned = not planned
import-reason-duplicate = duplicate
import-reason-deleted = deleted
import-cleared-closed = the other task is finished
import-cleared-finished = this task is finished
import-tag-pull-request = pull request
# $list (String) - the name of a list
import-blocked-list = it stood in the list "{ $list }", which does not say whom to ask
# $task (String) - such as #84
# $other (String) - such as #80
import-depends = { $task } depends on { $other }
# $id (String) - the first letters of its id
import-unknown-task = a task that is not in the file ({ $id })

## The summary: what came in.

import-source-trello = a Trello board
import-source-wekan = a WeKan board
import-source-planka = a Planka board
import-source-github-project = a project of GitHub
import-source-obsidian = a board of Obsidian
import-source-markdown = a list in Markdown
import-source-table = a table
import-source-todotxt = a todo.txt list
import-source-github = GitHub issues
import-source-taskwarrior = Taskwarrior
import-source-setara = a Setara board
# $source (String) - such as "a Trello board"
import-heading = From { $source }:
# $source (String) - such as "a Trello board"
# $name (String) - the board's name
import-heading-named = From { $source }, { $name }:
import-heading-lists = Lists became states:
import-heading-columns = Columns became fields:
import-heading-notes = Good to know:
import-heading-left-out = Left out:
# $count (Number) - how many
import-members = { $count ->
    [one] 1 member
   *[other] { $count } members
}
# $count (Number) - how many
import-roles = { $count ->
    [one] 1 role
   *[other] { $count } roles
}
# $count (Number) - how many
import-decisions = { $count ->
    [one] 1 decision, as text: nobody's word comes with it
   *[other] { $count } decisions, as text: nobody's word comes with them
}
# $count (Number) - how many
import-meetings = { $count ->
    [one] 1 meeting, as text
   *[other] { $count } meetings, as text
}
# $count (Number) - how many
import-tensions = { $count ->
    [one] 1 tension
   *[other] { $count } tensions
}
# $count (Number) - how many
import-goals = { $count ->
    [one] 1 goal
   *[other] { $count } goals
}
# $count (Number) - how many
# $states (String) - such as "3 open, 2 done"
import-tasks = { $count ->
    [one] 1 task: { $states }
   *[other] { $count } tasks: { $states }
}
# $count (Number) - how many
# $state (String) - such as "open"
import-in-state = { $count } { $state }
# $count (Number) - how many
import-leads = { $count ->
    [one] 1 claim as lead
   *[other] { $count } claims as lead
}
# $count (Number) - how many
import-leads-by-order = { $count ->
    [one] 1 claim as lead: the first member on a task leads
   *[other] { $count } claims as lead: the first member on a task leads
}
# $count (Number) - how many
import-helpers = { $count ->
    [one] 1 claim as helper
   *[other] { $count } claims as helper
}
# $count (Number) - how many
import-ended = { $count ->
    [one] 1 ended claim, kept in the history
   *[other] { $count } ended claims, kept in the history
}
# $count (Number) - how many
import-dues = { $count ->
    [one] 1 due date; the day counts, the time of day stays out
   *[other] { $count } due dates; the day counts, the time of day stays out
}
# $count (Number) - how many
import-parked = { $count ->
    [one] 1 task parked until a day
   *[other] { $count } tasks parked until a day
}
# $count (Number) - how many
import-links = { $count ->
    [one] 1 link
   *[other] { $count } links
}
# $count (Number) - how many
import-remarks = { $count ->
    [one] 1 remark
   *[other] { $count } remarks
}
# $count (Number) - how many
# $cleared (Number) - how many of them are cleared
import-blockers = { $count ->
    [one] 1 blocker, { $cleared } cleared
   *[other] { $count } blockers, { $cleared } cleared
}
# $count (Number) - how many
import-blockers-outside = { $count ->
    [one] 1 of them waits on what is not in the file
   *[other] { $count } of them wait on what is not in the file
}
# $name (String) - a list
# $state (String) - such as "open"
# $cards (Number) - how many
import-list = { $name } → { $state } ({ $cards })
# $name (String) - a column
# $field (String) - what it is of a task
import-column = { $name } → { $field }
# $name (String) - a list
# $state (String) - such as "open"
# $cards (Number) - how many
import-list-archived = { $name } → { $state } ({ $cards }), archived
# $count (Number) - how many
import-lists-idle = { $count ->
    [one] 1 archived list holds no card
   *[other] { $count } archived lists hold no card
}
# $name (String) - a list
import-hint-list = another state: --list "{ $name }=review"; a * in the name stands for any text
# $name (String) - a column
import-hint-column = another field: --column "{ $name }=tags"; "{ $name }=-" leaves it out
# Once it is in.
# $name (String) - a list
import-hint-list-again = another state: setara undo, then the same with --list "{ $name }=review"

## The summary: what came in otherwise than it was.

# $sentence (String) - a sentence of this part
# $examples (String) - names, with semicolons
import-examples = { $sentence } ({ $examples })
# $count (Number) - how many
import-note-check-items = { $count ->
    [one] 1 checklist item is now a box in the notes
   *[other] { $count } checklist items are now boxes in the notes
}
# $count (Number) - how many
import-note-card-links = { $count ->
    [one] 1 of the links leads to another card of this board
   *[other] { $count } of the links lead to other cards of this board
}
# $count (Number) - how many
import-note-uploads = { $count ->
    [one] 1 attached file stays at Trello; only its link came
   *[other] { $count } attached files stay at Trello; only their links came
}
# $count (Number) - how many
import-note-archived-done = { $count ->
    [one] 1 archived card counts as done, by its list or its mark
   *[other] { $count } archived cards count as done, by their list or their mark
}
# $count (Number) - how many
import-note-archived-dropped = { $count ->
    [one] 1 archived card counts as dropped, since its list is not for finished work
   *[other] { $count } archived cards count as dropped, since their lists are not for finished work
}
# $count (Number) - how many
import-note-archived-list = { $count ->
    [one] 1 card is in an archived list, and counts as archived
   *[other] { $count } cards are in archived lists, and count as archived
}
# $count (Number) - how many
import-note-complete = { $count ->
    [one] 1 card is marked complete, so it counts as done in whichever list
   *[other] { $count } cards are marked complete, so they count as done in whichever list
}
# $count (Number) - how many
import-note-no-list = { $count ->
    [one] 1 card names a list that is not in the file, and counts as open
   *[other] { $count } cards name lists that are not in the file, and count as open
}
# $count (Number) - how many
import-note-strangers = { $count ->
    [one] 1 member is on a card but no longer on the board
   *[other] { $count } members are on cards but no longer on the board
}
# $count (Number) - how many
import-note-idle = { $count ->
    [one] 1 member is on no card
   *[other] { $count } members are on no card
}
# $count (Number) - how many
import-note-projects = { $count ->
    [one] 1 project became a tag, not a goal
   *[other] { $count } projects became tags, not goals
}
# $count (Number) - how many
import-note-recurring = { $count ->
    [one] 1 recurring task came in once, and recurs no more
   *[other] { $count } recurring tasks came in once, and recur no more
}
# $count (Number) - how many
import-note-milestones = { $count ->
    [one] 1 milestone was closed, and counts as met
   *[other] { $count } milestones were closed, and count as met
}
# $count (Number) - how many
# $title (String) - the title that they get
import-note-untitled = { $count ->
    [one] 1 task had no title, and is now "{ $title }"
   *[other] { $count } tasks had no title, and are now "{ $title }"
}
# $count (Number) - how many
import-note-titled = { $count ->
    [one] 1 task had no title, and is now called by the first line of its text
   *[other] { $count } tasks had no title, and are now called by the first lines of their texts
}
# $count (Number) - how many
import-note-list-tags = { $count ->
    [one] the name of 1 list is now the tag of its tasks, since other lists have the same state
   *[other] the names of { $count } lists are now the tags of their tasks, since several lists have one state
}
# $count (Number) - how many
import-note-blocked-lists = { $count ->
    [one] 1 task stood in a list for what is blocked, and now has a blocker that names nobody to ask
   *[other] { $count } tasks stood in a list for what is blocked, and now have a blocker that names nobody to ask
}
# $count (Number) - how many
import-note-day-first = { $count ->
    [one] 1 date was read as day and month, since nothing in the file tells which comes first
   *[other] { $count } dates were read as day and month, since nothing in the file tells which comes first
}
import-note-encoding = the file does not say in which encoding it is: it was read as this one
# $count (Number) - how many
import-note-halves = { $count ->
    [one] 1 half of a character is now the sign �
   *[other] { $count } halves of characters are now the sign �
}
# $count (Number) - how many
import-note-one-page = exactly { $count } entries: if there are more, export them with gh issue list --limit 1000, or gh api --paginate
# $count (Number) - how many
# $tag (String) - the tag that they get
import-note-pull-requests = { $count ->
    [one] 1 pull request came in as a task, tagged "{ $tag }"
   *[other] { $count } pull requests came in as tasks, tagged "{ $tag }"
}

## The summary: what was left out, and why.

# $count (Number) - how many
import-lost-pull-requests = { $count ->
    [one] 1 pull request; to bring it too: --pull-requests
   *[other] { $count } pull requests; to bring them too: --pull-requests
}
# $count (Number) - how many
import-lost-pull-request-dependencies = { $count ->
    [one] 1 dependency by or on a pull request that was left out
   *[other] { $count } dependencies by or on pull requests that were left out
}
# $count (Number) - how many
import-lost-lines = { $count ->
    [one] 1 line of text that is no task
   *[other] { $count } lines of text that are no tasks
}
# $count (Number) - how many
import-lost-cells = { $count ->
    [one] 1 cell beyond the last column that has a name
   *[other] { $count } cells beyond the last column that has a name
}
# $count (Number) - how many
import-lost-own-dependencies = { $count ->
    [one] 1 task that waits on itself
   *[other] { $count } tasks that wait on themselves
}
# $count (Number) - how many
import-lost-met-dependencies = { $count ->
    [one] 1 dependency that is met, at a time that the file does not tell
   *[other] { $count } dependencies that are met, at times that the file does not tell
}
# $count (Number) - how many
import-lost-duplicates = { $count ->
    [one] 1 item that the file holds twice
   *[other] { $count } items that the file holds twice
}
# $count (Number) - how many
import-lost-unreadable = { $count ->
    [one] 1 item whose fields could not be read, by its place in the file
   *[other] { $count } items whose fields could not be read, by their places in the file
}
# $count (Number) - how many
import-lost-claims = { $count ->
    [one] 1 claim, as asked for
   *[other] { $count } claims, as asked for
}
# $count (Number) - how many
import-lost-templates = { $count ->
    [one] 1 card that is a template for others
   *[other] { $count } cards that are templates for others
}
# $count (Number) - how many
import-lost-patterns = { $count ->
    [one] 1 pattern of a recurring task, whose occurrence came in
   *[other] { $count } patterns of recurring tasks, whose occurrences came in
}
# $count (Number) - how many
import-lost-comments = { $count ->
    [one] 1 comment that the file counts but does not hold
   *[other] { $count } comments that the file counts but does not hold
}
# $count (Number) - how many
import-lost-labels = { $count ->
    [one] 1 label that no card has
   *[other] { $count } labels that no card has
}
# $count (Number) - how many
import-lost-comments-on-nothing = { $count ->
    [one] 1 comment on a card that did not come in
   *[other] { $count } comments on cards that did not come in
}
# $count (Number) - how many
import-lost-checklists = { $count ->
    [one] 1 checklist of a card that did not come in
   *[other] { $count } checklists of cards that did not come in
}
# $count (Number) - how many
import-lost-check-item-details = { $count ->
    [one] 1 checklist item lost its own member or due date
   *[other] { $count } checklist items lost their own members or due dates
}
# $count (Number) - how many
import-lost-dates = { $count ->
    [one] 1 date that could not be read
   *[other] { $count } dates that could not be read
}
# $count (Number) - how many
import-lost-addresses = { $count ->
    [one] 1 private e-mail address
   *[other] { $count } private e-mail addresses
}
# $count (Number) - how many
import-lost-history = { $count ->
    [one] 1 entry of the history; the time of the last move was kept
   *[other] { $count } entries of the history; the times of the last moves were kept
}
# $name (String) - a field
# $count (Number) - on how many items
import-field = { $name } ({ $count })
# $fields (String) - names with counts, with commas
import-lost-fields = fields that have no place here: { $fields }
# $fields (String) - names with counts, with commas
import-lost-odd = fields that hold something else than they should: { $fields }

## A board as Markdown.

export-board = Board
export-goals = Goals
export-open = Open
export-doing = Doing
export-review = Review
export-done = Done
export-dropped = Dropped
export-other = Other tasks
export-roles = Roles
# $day (String) - a date
export-due = due { $day }
# $day (String) - a date
export-parked = parked until { $day }
# $names (String) - members, with commas
export-leads = lead { $names }
# $names (String) - members, with commas
export-helpers = helped by { $names }
export-unclaimed = nobody yet
# $goal (String) - a goal
export-for-goal = for { $goal }
# $blocker (String) - whom or what it waits on
export-blocked = blocked: { $blocker }
export-vacant = vacant
# $domain (String) - a domain
export-domain = domain: { $domain }

# What a newer file of a board changes of what is here.
import-field-parked = parked until
import-field-lead = lead

# $title (String) - of a task
ical-due = Due: { $title }
# $title (String) - of a goal
ical-goal-due = Goal due: { $title }
# $title (String) - of a goal, a role, a decision or an agreement
ical-review = Review: { $title }
# $who (String) - a member
# $role (String) - a role
ical-term = Term of { $who } ends: { $role }
# $names (String) - members, with commas
ical-leads = Lead: { $names }
ical-nobody = Nobody leads it yet.
