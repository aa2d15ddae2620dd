# How the command line explains itself: headings of a help, what stands for a value, and what was misread.

usage-heading = Usage:
usage-verbs = Commands:
usage-verb = COMMAND
usage-arguments = Arguments:
usage-options = Options:
usage-any-options = [OPTIONS]
usage-help = Print help
usage-help-verb = Print this help, or that of a command
usage-help-of = The command
usage-version = Print the version
# $values (String) - what it may be
usage-values = [possible values: { $values }]
# $value (String) - what holds where nothing is said
usage-default = [default: { $value }]
# $name (String) - a variable of the environment
usage-env = [env: { $name }]

## What stands for a value.

usage-day = DAY
usage-decision = DECISION
usage-kind = KIND
usage-question = QUESTION
usage-stance = STANCE
usage-file = FILE
usage-format = FORMAT
usage-goal = GOAL
usage-group = GROUP
usage-handle = HANDLE
usage-horizon = HORIZON
usage-how = HOW
usage-key = KEY
usage-lang = LANG
usage-member = MEMBER
usage-other = OTHER
usage-name = NAME
usage-name-state = NAME=STATE
usage-name-member = NAME=MEMBER
usage-name-field = NAME=FIELD
usage-note = NOTE
usage-number = NUMBER
usage-order = ORDER
usage-path = PATH
usage-query = QUERY
usage-reason = REASON
usage-role = ROLE
usage-rule = RULE
usage-skill = SKILL
usage-state = STATE
usage-step = STEP
usage-tag = TAG
usage-task = TASK
usage-team = TEAM
usage-tension = TENSION
usage-text = TEXT
usage-title = TITLE
usage-unit = UNIT
usage-value = VALUE
usage-verdict = VERDICT
usage-when = WHEN
usage-into = INTO
usage-what = WHAT
usage-what-is = WHAT_IS
usage-why = WHY
usage-words = WORDS

## What was misread.

# $arg (String) - what was typed
usage-unknown = unexpected argument '{ $arg }' found
# $verb (String) - what was typed
usage-no-verb = unrecognized subcommand '{ $verb }'
# $verb (String) - what was typed
usage-needs-verb = '{ $verb }' requires a subcommand but one was not provided
# $arg (String) - the option or argument
usage-needs-value = a value is required for '{ $arg }' but none was supplied
# $value (String) - what was typed
# $arg (String) - the option or argument
usage-bad-value = invalid value '{ $value }' for '{ $arg }'
# $value (String) - what was typed
# $arg (String) - the option or argument
usage-too-many = unexpected value '{ $value }' for '{ $arg }' found; no more were expected
# $arg (String) - the option or argument
usage-twice = the argument '{ $arg }' cannot be used multiple times
# $arg (String) - the option or argument
# $other (String) - the others
usage-conflict = the argument '{ $arg }' cannot be used with '{ $other }'

## The chapters of the help.

chapter-begin = Beginning:
chapter-work = Work:
chapter-look = Looking:
chapter-promises = Promises:
chapter-course = The course of the work:
chapter-say = Saying something:
chapter-stops = What stands in the way:
chapter-team = Roles, goals and terms:
chapter-asks = What the board asks:
chapter-back = What was, and taking it back:
chapter-files = Files and this program:
usage-two-titles = two tasks are told apart by two titles
