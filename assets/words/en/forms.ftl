# Filling forms: look-alikes, choices, an editor for long notes; the mouse and the clipboard.

## Keys of forms.

form-key-down = ↓
form-more = more fields
form-to-alike = look-alikes
form-editor = editor
form-no-number = that is no number; 20, 1.5 or 68 % are
form-no-number-yet = not a number yet

## A new task.

form-new-task = New task
form-field-skills = Skills
form-field-links-hint = a line for each
form-field-lead = Who leads
form-lead-nobody = nobody yet
form-lead-me = I lead it

## Look-alikes.

form-alike-does = this one instead
# $who (String) - who leads it
form-alike-led = { $who } leads
form-alike-free = nobody leads yet
form-alike-mine = you lead it
form-alike-helping = you help
# $task (String) - a handle
# $title (String) - its title
form-alike-title = Instead: { $task } { $title }
form-alike-help = help with it
form-alike-claim = lead it
form-alike-open = open its page
form-alike-known = on the board
# $name (String) - a role's or a goal's name
form-alike-thing = Instead: { $name }

## The editor.

form-editor-same = nothing was changed in the editor
# $editor (String) - the program
# $why (String) - what the system says
form-editor-failed = the editor { $editor } did not end well: { $why }; nothing was changed
form-editor-no-text = what came back from the editor is no text
# $path (String) - where it is
# $why (String) - why it could not be taken
form-editor-kept = kept in { $path }: { $why }
# $editor (String) - the program, as it is set
# $waits (String) - the same, with the option by which it waits
form-editor-wait = { $editor } does not wait until you are done: set EDITOR="{ $waits }"

## Edits.

# $done (String) - what was done
# $also (String) - what was done with it
form-also = { $done }; { $also }
# $first (String) - a sentence
# $second (String) - the next one
form-then = { $first }. { $second }
# $field (String) - a field's label
form-changed-meanwhile = { $field } was changed by somebody else meanwhile; send it again to write yours
# $value (String) - the other value that stands
# $who (String) - who wrote it
form-twice = { $who } wrote: { $value }
form-field-state = State

## What one says of oneself.

form-me = You
form-field-contact = Contact
form-field-contact-hint = how you like to be asked
form-field-teaches = Can teach
form-field-learns = Wants to learn
form-field-limit = Own limit
form-no-limit = the limit is a whole number, such as 3
form-field-away = Away from
form-field-away-hint = empty: you are here
form-field-until = Away until
form-field-until-hint = the last day away; empty: not known yet

# Thanks

form-thanks = Thank others
form-thanks-give = give
form-field-whom = Whom
form-field-thanks = For what
form-field-about = About
form-field-about-hint = a handle or a name, or nothing

# Quick words of a new title, as they are understood.
# $day (String) - Fri 4 Dec
quick-due = due { $day }
# $skill (String) - the skill
quick-skill = skill { $skill }
# $goal (String) - the goal's title
quick-goal = goal { $goal }
# $role (String) - the role's name
quick-role = role { $role }
quick-me = you lead it
# $words (String) - words of the title
quick-unknown = stays in the title: { $words }
quick-as-text = all of it is the title
quick-key-text = as text
quick-key-read = as words
form-another = add and go on
# $name (String) - the goal's or role's name
form-new-task-of = New task of { $name }
