# The help and the palette.

# $what (String) - what is in hand: bak, Sign the contract
help-with = With { $what }
help-find = find

## What an action would need.

# $kind (String) - task, goal
help-needs = needs a selected { $kind }
help-needs-home = at the panes
help-needs-page = on a page
help-not-now = not here

## The keys of questions.

help-key-letters = letters
help-prompt-enter = takes what is typed
help-picker-letters = narrow the list, in any order and with gaps
help-picker-words = find it by its handle, its name or words of its title
help-picker-arrows = to the one above and below
help-picker-enter = takes the one that is marked
help-confirm = yes or no; nothing else does anything
help-form-tab = to the next field; Shift-Tab to the one before
help-form-enter = to the next field; in the last one it saves; in notes a new line
help-form-choice = in a choice they open its list; Backspace empties it
help-form-send = saves from any field
help-form-editor = notes and lists in your own editor
help-form-alike = to what is like it on the board, if anything is
help-line-cut = cuts all before the cursor
help-line-back = brings back what was cut
help-line-undo = takes back what was typed last
help-leave = leaves it, and nothing was done
help-filter-letters = each one narrows the list
help-filter-tab = what may stand there
help-filter-arrows = choose what is proposed, else go through the list
help-filter-enter = keeps the filter
help-filter-esc = shows all again
